-- A text is given when it has words, letters or digits that can be seen: tabs and invisible characters say nothing. Lists
-- hold no empty item, and no item twice where each asks for somebody or something of its own.

create function says_something(t text) returns boolean
language sql immutable parallel safe set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(public.plain_words(t) <> '', false)
$$;

create or replace function every_term_says_something(terms text[]) returns boolean
language sql immutable strict parallel safe set search_path = pg_catalog, public, pg_temp as $$
  select not exists (select from unnest(terms) term where not public.says_something(term))
$$;

create function all_different(items text[]) returns boolean
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
  select cardinality(items) = (select count(distinct item) from unnest(items) item)
$$;

create function every_citation_is_readable(html text) returns boolean
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
  -- "[@Key]", "[@one, @other]" and the like are no citations: readers would see them as they stand.
  select regexp_replace(html, '\[@[a-z0-9-]+(?:; @[a-z0-9-]+)*\]', '', 'g') !~ '\[\s*@'
$$;

alter table articles_disclaimer
  add constraint no_empty_item check (every_term_says_something(topics || flags || designs));
alter table articles_statement
  add constraint no_empty_item check (every_term_says_something(topics || flags || designs));
alter table articles_edition
  add constraint every_citation_is_readable check (every_citation_is_readable(doc(content) ->> 'html') is true),
  drop constraint title_is_written,
  add constraint title_is_written check (says_something(doc(content) ->> 'title') and length(doc(content) ->> 'title') <= 200),
  drop constraint summary_is_written,
  add constraint summary_is_written check (says_something(doc(content) ->> 'summary')),
  drop constraint body_is_written,
  add constraint body_is_written check (says_something(without_tags(doc(content) ->> 'html', ' ')));
alter table articles_takedown
  drop constraint reason_is_given,
  add constraint reason_is_given check (says_something(reason));

-- Every function here looks for names in temporary schemas last, whoever calls it.
do $$
declare
  f record;
begin
  for f in select p.oid::regprocedure as name from pg_proc p
           where p.pronamespace = 'public'::regnamespace and p.proowner = current_user::regrole
  loop
    execute format('alter function %s set search_path = pg_catalog, public, pg_temp', f.name);
  end loop;
end $$;
