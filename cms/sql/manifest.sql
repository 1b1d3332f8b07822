-- What the gate rests on, a line for each thing. cms/postgresql/manifest.py asks and compares; every role may ask.
--
-- Numbers from 16384 on are of things that did not come with the server. All of these are listed, in whatever schema: a
-- function or an operator too many can be as bad as a trigger too few. Of functions and views the text is a SHA-256.
-- Left out are what owners may do with their own (they could grant it to themselves), the order of columns, estimates of
-- cost, and the counters of wrong signing secrets, as long as they are as act.enrol_secret() makes them.

with role as (
  select * from pg_roles where rolname in ('leaf_owner', 'leaf_app', 'leaf_reader', 'leaf_acts')
),
database as (
  select * from pg_database where datname = current_database()
),
space as (
  select *, format('schema %I', nspname) as name
  from pg_namespace where (oid >= 16384 or nspname = 'public') and nspname !~ '^pg_(toast_)?temp_'
),
relation as (
  select *, oid::regclass as name,
    case relkind when 'r' then 'table' when 'p' then 'partitioned table' when 'f' then 'foreign table' when 'c' then 'type'
                 when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' end as kind
  from pg_class where oid >= 16384 and relkind not in ('i', 'I', 't') and relpersistence <> 't'
),
grantable (oid, name, owner, acl) as (
  select oid, 'database', datdba, coalesce(datacl, acldefault('d', datdba)) from database
  union all select oid, name, nspowner, coalesce(nspacl, acldefault('n', nspowner)) from space
  union all select oid, oid::regclass::text, relowner,
                   coalesce(relacl, acldefault(case relkind when 'S' then 's' else 'r' end::"char", relowner))
            from pg_class where relpersistence <> 't'
  union all select attrelid, format('%s column %I', attrelid::regclass, attname), relowner, attacl
            from pg_attribute join pg_class c on c.oid = attrelid where attacl is not null
  union all select oid, 'function ' || oid::regprocedure, proowner, coalesce(proacl, acldefault('f', proowner)) from pg_proc
  union all select oid, 'parameter ' || parname, 10, paracl from pg_parameter_acl
),
granted as (
  select o.name, grantee, privilege_type || case when is_grantable then ' with grant option' else '' end as privilege
  from grantable o, aclexplode(acl)
  where grantee <> owner and (o.oid >= 16384 or o.name = 'schema public' or grantee in (select oid from role))
),
otherwise_made as (  -- the site makes none of these
  select tableoid, oid from pg_cast union all select tableoid, oid from pg_collation
  union all select tableoid, oid from pg_conversion union all select tableoid, oid from pg_event_trigger
  union all select tableoid, oid from pg_extension union all select tableoid, oid from pg_foreign_server
  union all select tableoid, oid from pg_language union all select tableoid, oid from pg_opclass
  union all select tableoid, oid from pg_operator union all select tableoid, oid from pg_policy
  union all select tableoid, oid from pg_publication union all select tableoid, oid from pg_ts_config
  union all select tableoid, oid from pg_ts_dict
  union all select tableoid, oid from pg_type where typtype in ('b', 'd', 'e', 'r') and typcategory <> 'A'
)

-- Roles and privileges ---------------------------------------------------------------------------------------------------

select concat_ws(', ', 'role ' || rolname, case when rolcanlogin then 'logs in' end, case when rolinherit then 'inherits' end,
  case when rolsuper then 'superuser' end, case when rolcreatedb then 'creates databases' end,
  case when rolcreaterole then 'creates roles' end, case when rolreplication then 'replicates' end,
  case when rolbypassrls then 'bypasses row security' end) as line
from role

union all
-- PostgreSQL 16 gives the maker of a role a bare ADMIN option on it, which is left out. Ours make none, and need none.
select concat_ws(', ', format('member %s of %s', member::regrole, roleid::regrole), case when inherits then 'inherits' end,
  case when not may_become then 'may not become it' end, case when admin_option then 'may grant it' end)
from pg_auth_members m,
  lateral (select coalesce((to_jsonb(m) ->> 'inherit_option')::boolean, false) as inherits,
                  coalesce((to_jsonb(m) ->> 'set_option')::boolean, true) as may_become) since_16
where member in (select oid from role) or (roleid in (select oid from role) and (inherits or may_become))

union all
select format('setting %s of %s%s', setting, case setrole when 0 then 'everybody' else setrole::regrole::text end,
  case when setdatabase <> 0 then ' in this database' end)
from pg_db_role_setting, unnest(setconfig) setting
where setdatabase in (0, (select oid from database)) and (setrole = 0 or setrole in (select oid from role))

union all
select format('default privileges of %s on %s%s: %s', defaclrole::regrole,
  case defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' when 'T' then 'types'
                     when 'n' then 'schemas' else defaclobjtype::text end,
  ' in schema ' || nullif(defaclnamespace, 0)::regnamespace, array_to_string(defaclacl, ', '))
from pg_default_acl

union all
select format('grant %s on %s to %s', string_agg(privilege, ', ' order by privilege), name,
  case grantee when 0 then 'public' else grantee::regrole::text end)
from granted group by name, grantee

-- Tables, views and what hangs on them -----------------------------------------------------------------------------------

union all
select format('database: owner %s, encoding %s', datdba::regrole, pg_encoding_to_char(encoding)) from database

union all
select format('%s: owner %s', name, nspowner::regrole) from space

union all
select concat_ws(', ', format('%s %s: owner %s', kind, name, relowner::regrole),
  case when relpersistence = 'u' then 'unlogged' end, case when relrowsecurity then 'row security' end,
  case when relforcerowsecurity then 'row security of owners too' end, array_to_string(reloptions, ', '),
  'text ' || encode(sha256(convert_to(pg_get_viewdef(oid), 'UTF8')), 'hex'))
from relation where relkind <> 'S'

union all
select line
from relation join pg_sequence on seqrelid = oid,
  format('sequence %s: owner %s, from %s to %s by %s%s', name, relowner::regrole, seqmin, seqmax, seqincrement,
    case when seqcycle then ', again and again' end) line
where line !~ '^sequence secret\.(tries|asked)_\d+: owner leaf_acts, from 1 to 9223372036854775807 by 1$'

union all
select concat_ws(' ', format('column %s.%I: %s', name, attname, format_type(atttypid, atttypmod)),
  case when attcollation <> typcollation then 'collate ' || attcollation::regcollation end,
  case when attnotnull then 'not null' end,
  case when exists (select from pg_constraint where conrelid = attrelid and contype = 'n' and conkey = array[attnum]
                      and not convalidated) then 'not valid' end,
  case attidentity when 'a' then 'generated always as identity' when 'd' then 'generated by default as identity' end,
  case when adbin is not null then format(
    case attgenerated when 's' then 'generated always as (%s) stored' when 'v' then 'generated always as (%s)'
                      else 'default %s' end, pg_get_expr(adbin, adrelid)) end)
from relation r join pg_attribute on attrelid = r.oid and attnum > 0 and not attisdropped join pg_type t on t.oid = atttypid
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
where relkind <> 'S'

union all
-- The definition says NOT VALID and NOT ENFORCED by itself; not that the triggers or the index behind it are switched off.
-- A restored dump casts the items of a varchar list, where before the whole list was cast: both casts are left out.
select concat_ws(' ', format('constraint %s.%I: %s', name, conname,
    regexp_replace(regexp_replace(pg_get_constraintdef(c.oid), '\((ARRAY\[[^]]*\])\)::text\[\]', '\1', 'g'),
                   '\((''[^'']*''::character varying)\)::text', '\1', 'g')),
  case when exists (select from pg_trigger where tgconstraint = c.oid and tgisinternal and tgenabled <> 'O')
    then 'with a trigger switched off' end,
  case when not indisvalid then 'with an invalid index' end)
from relation r join pg_constraint c on conrelid = r.oid left join pg_index on indexrelid = conindid
where contype <> 'n'

union all
select concat_ws(' ', 'index', indexrelid::regclass, pg_get_indexdef(indexrelid), case when not indisvalid then 'invalid' end)
from relation r join pg_index on indrelid = r.oid
where not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))

union all
select format('trigger %s.%I, %s: %s', name, tgname,
  case tgenabled when 'A' then 'always' when 'O' then 'not on replicas' when 'R' then 'on replicas only' else 'never' end,
  pg_get_triggerdef(t.oid))
from relation r join pg_trigger t on tgrelid = r.oid where not tgisinternal

union all
select format('rule %s.%I acts %s: %s', name, rulename, ev_enabled, pg_get_ruledef(w.oid))
from relation r join pg_rewrite w on ev_class = r.oid where rulename <> '_RETURN'

union all
select format('table %s inherits from %s', inhrelid::regclass, inhparent::regclass)
from pg_inherits join relation r on r.oid = inhrelid

-- Functions, and whatever else somebody made ----------------------------------------------------------------------------

union all
select concat_ws(', ', format('function %s.%I(%s)%s: owner %s', pronamespace::regnamespace, proname,
    pg_get_function_arguments(p.oid), ' returns ' || pg_get_function_result(p.oid), proowner::regrole), lanname,
  case provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
  case when proisstrict then 'strict' end, case when prosecdef then 'security definer' end,
  case when proleakproof then 'leakproof' end,
  case proparallel when 's' then 'parallel safe' when 'r' then 'parallel restricted' end,
  'set ' || array_to_string(proconfig, ', set '),
  'text ' || encode(sha256(convert_to(coalesce(pg_get_function_sqlbody(p.oid), prosrc), 'UTF8')), 'hex'))
from pg_proc p join pg_language l on l.oid = prolang where p.oid >= 16384

union all
select format('%s %s', type, identity)
from otherwise_made o, pg_identify_object(o.tableoid, o.oid, 0) where o.oid >= 16384
