-- What a text must carry: one answer, for the freezing of an edition, for the guard on its row and for every read.

create function gate.required_disclaimers(p_words tsvector[], p_topics text[], p_flags text[], p_designs text[], p_at timestamptz)
returns setof articles_disclaimer
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select * from (select distinct on (code) * from articles_disclaimer where adopted_at <= p_at order by code, version desc) d
  where d.drawn_by = 'text'
    and (d.always or d.topics && p_topics or asks(p_words, d.query) or d.flags && p_flags or d.designs && p_designs)
$$;

create function gate.required_statements(p_words tsvector[], p_topics text[], p_flags text[], p_designs text[], p_at timestamptz)
returns setof articles_statement
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select * from (select distinct on (slug) * from articles_statement where adopted_at <= p_at order by slug, version desc) s
  where s.always or s.topics && p_topics or asks(p_words, s.query) or s.flags && p_flags or s.designs && p_designs
$$;

create function gate.carried(p_kind text, p_words tsvector[], p_topics text[], p_flags text[], p_designs text[], p_at timestamptz)
returns jsonb
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- What an edition frozen at this instant carries: the disclaimers, text and all, and the names of the statements.
  select jsonb_build_object(
    'disclaimers', coalesce((
      select jsonb_agg(jsonb_build_object('id', code || '.' || version, 'code', code, 'version', version, 'name', name,
                                          'short', short, 'full', "full", 'placement', placement) order by position, code)
      from gate.required_disclaimers(p_words, p_topics, p_flags, p_designs, p_at) where p_kind = 'article'), '[]'),
    'statements', coalesce((
      select jsonb_agg(jsonb_build_object('slug', slug, 'placement', placement) order by slug collate "C")
      from gate.required_statements(p_words, p_topics, p_flags, p_designs, p_at) where p_kind = 'article'), '[]'))
$$;

create function gate.everybody_who_contributed(p_article bigint, p_submitter bigint, p_number int) returns bigint[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  -- Who ever saved a change of this article's draft, stands or once stood in its byline, submits or once submitted it: sorted.
  select array_agg(person order by person) from (
    select person_id as person from articles_draftsave where article_id = p_article
    union select unnest(contributors) from articles_edition where article_id = p_article and number < p_number
    union select person_id from articles_byline where article_id = p_article
    union select p_submitter) everybody
$$;

create function gate.edition_says_what_it_must() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, gate, pg_temp as $$
-- The act computes the same; this holds for whoever inserts the row.
declare
  must jsonb := gate.carried(new.kind, new.words, new.topics, new.flags, new.designs, new.submitted_at);
  d jsonb := doc(new.content);
begin
  if (d -> 'disclaimers' = must -> 'disclaimers' and d -> 'statements' = must -> 'statements') is not true then
    raise exception 'it does not carry exactly the required disclaimers and statements'
      using errcode = '23514', constraint = 'carries_required_disclaimers';
  end if;
  if new.contributors is distinct from gate.everybody_who_contributed(new.article_id, new.submitted_by_id, new.number) then
    raise exception 'it does not name everybody who contributed'
      using errcode = '23514', constraint = 'names_every_contributor';
  end if;
  if new.policy_id is distinct from gate.tier_of(new.article_id, new.kind, new.slug, new.topics, new.words,
                                                 new.submitted_at) then
    raise exception 'it is not under the policy that covers its text'
      using errcode = '23514', constraint = 'a_policy_covers_it';
  end if;
  return null;
end $$;
create or replace trigger says_what_it_must after insert on articles_edition
  for each row execute function gate.edition_says_what_it_must();
alter table articles_edition enable always trigger says_what_it_must;

create function gate.hold_the_rules() returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
-- Until the transaction ends nobody adopts a rule: so an edition is frozen, and a publication made, by the rules as they are
-- then. Others may hold them too. What a transaction froze by an older view of them is judged by what it carries.
begin
  lock table articles_rulebook in share mode;
end $$;

create function gate.open_the_rulebook() returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
-- Waits until nobody holds the rules, and holds them alone.
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'an old view of the rules' using errcode = '23514', constraint = 'sees_the_rules_as_they_are';
  end if;
  lock table articles_rulebook in share row exclusive mode;
end $$;

create function gate.number_in_the_rulebook() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, gate, pg_temp as $$
-- The next number, when every rule before it is there to be seen; and the instant. Versions go up: an officer's by one, those
-- of the data files may begin later, for a new site loads the newest alone. Nothing binds before it was adopted.
declare
  newest int;
begin
  perform gate.open_the_rulebook();
  if tg_table_name = 'articles_disclaimer' then
    select max(version) into newest from articles_disclaimer where code = to_jsonb(new) ->> 'code';
  else
    select max(version) into newest from articles_statement where slug = to_jsonb(new) ->> 'slug';
  end if;
  if new.version <= newest or new.adopted_by_id is not null and new.version <> coalesce(newest, 0) + 1 then
    raise exception 'another version is the next' using errcode = '23514', constraint = 'versions_count_up';
  end if;
  insert into articles_rulebook (version) select max(version) + 1 from articles_rulebook returning version into new.rulebook;
  new.adopted_at := clock_timestamp();
  if new.binding_at < new.adopted_at then
    new.binding_at := new.adopted_at;
  end if;
  return new;
end $$;
create or replace trigger number_in_the_rulebook before insert on articles_disclaimer
  for each row execute function gate.number_in_the_rulebook();
create or replace trigger number_in_the_rulebook before insert on articles_statement
  for each row execute function gate.number_in_the_rulebook();
alter table articles_disclaimer enable always trigger number_in_the_rulebook;
alter table articles_statement enable always trigger number_in_the_rulebook;

create function gate.a_fallback_does_not_age() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
-- What stands in for a statement that is too old must not grow too old itself.
begin
  if exists (select from (select distinct on (slug) * from articles_statement order by slug, version desc) s
             join (select distinct on (slug) * from articles_statement order by slug, version desc) f on f.slug = s.fallback
             where f.max_age is not null) then
    raise exception 'a fallback has a maximum age' using errcode = '23514', constraint = 'a_fallback_does_not_age';
  end if;
  return null;
end $$;
create or replace trigger a_fallback_does_not_age after insert on articles_statement
  for each row execute function gate.a_fallback_does_not_age();
alter table articles_statement enable always trigger a_fallback_does_not_age;
