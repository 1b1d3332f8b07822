set local role leaf_acts;

create function act.refuse(rule text, message text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception '%', message using errcode = '23514', constraint = rule;
end $$;

create function act.enter(p_act text, p_actor bigint, p_facts jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp set timezone = 'UTC' set datestyle = 'ISO' as $$
-- Appends to the ledger. Its lock is always the last one that an act takes, and is held until the act is committed.
declare
  last record;
  n bigint;
  at timestamptz;
begin
  perform pg_advisory_xact_lock(7061);
  select seq, hash into last from cms_entry order by seq desc limit 1;
  n := coalesce(last.seq + 1, 0);
  at := clock_timestamp();
  insert into cms_entry (seq, prev_hash, at, body)
  values (n, coalesce(last.hash, decode(repeat('00', 32), 'hex')), at, convert_to(canonical(
    jsonb_strip_nulls(p_facts) || jsonb_build_object('seq', n, 'act', p_act, 'actor', p_actor, 'login', session_user,
      'at', to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))), 'UTF8'));
end $$;

reset role;
