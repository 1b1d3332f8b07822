-- Rules for disclaimers and statements: their order of adoption, who waits for whom, and what no version may say.

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
