-- Re-checking statements: which of them age, and saying that one is still true.

create function gate.ageing_statements(p_at timestamptz)
returns table (slug text, edition_id bigint, checked_at timestamptz, due_at timestamptz, ends_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- Those with a maximum age whose edition stands, shown or too old to be: when each was checked, from when its check is due
  -- (a quarter of its time before the end), and when it is too old.
  select n.slug, s.edition_id, s.checked_at, s.ends_at - n.max_age / 4, s.ends_at
  from (select distinct on (x.slug) x.slug, x.max_age from articles_statement x where x.adopted_at <= p_at
        order by x.slug, x.version desc) n
  cross join lateral gate.standing_statement(n.slug, p_at) s
  where s.ends_at is not null
$$;

create function gate.checked_by_no_contributor() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
-- The act asks the same; this holds for whoever inserts the row.
begin
  if exists (select from articles_edition e where e.id = new.edition_id and new.officer_id = any (e.contributors)) then
    raise exception 'the officer contributed to the statement' using errcode = '23514', constraint = 'checked_by_no_contributor';
  end if;
  return null;
end $$;
create or replace trigger checked_by_no_contributor after insert on reviews_recheck
  for each row execute function gate.checked_by_no_contributor();
alter table reviews_recheck enable always trigger checked_by_no_contributor;

set local role leaf_acts;

create function act.recheck(p_edition bigint, p_digest bytea, p_by bigint, p_secret bytea, p_source text) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp as $$
-- A compliance officer compared the statement with p_source, and it is still true.
declare
  e articles_edition;
  appointment bigint;
  at timestamptz;
  recheck bigint;
begin
  select * into e from articles_edition where id = p_edition;
  if not found or p_digest is distinct from e.digest then
    perform act.refuse('on_exactly_this', 'another text');
  end if;
  perform act.same_person(p_by, p_secret);
  if not gate.in_office(p_by, 'compliance') then
    perform act.refuse('by_a_compliance_officer', 'only a compliance officer checks a statement again');
  end if;
  appointment := gate.appointment(p_by, 'compliance');
  if p_by = any (e.contributors) then
    perform act.refuse('checked_by_no_contributor', 'the officer contributed to the statement');
  end if;
  perform from articles_article where id = e.article_id for no key update;
  at := clock_timestamp();
  if not exists (select from gate.ageing_statements(at) s where s.slug = e.slug and s.edition_id = e.id) then
    perform act.refuse('something_to_check_again', 'it is not the edition of an ageing statement that stands');
  end if;
  insert into reviews_recheck (article_id, edition_id, digest, officer_id, appointment_id, at, reason)
  values (e.article_id, e.id, e.digest, p_by, appointment, at, p_source) returning id into recheck;
  perform act.enter('check again', p_by, jsonb_build_object('article', e.article_id, 'edition', e.id,
    'digest', encode(e.digest, 'hex'), 'recheck', recheck, 'facts', gate.facts_digest(gate.recheck_facts(recheck)),
    'reason', p_source));
  return recheck;
end $$;

reset role;
