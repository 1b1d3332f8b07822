-- Rules read words with an apostrophe or a tag inside once more, parted there: "PTSD's" speaks of PTSD, and neither "o'suicide"
-- nor "of<strong>suicide" hides anything.

-- How texts were read before: what editions from then had to carry, `verify` asks by this.

create function author_words_second(d jsonb) returns tsvector[]
language sql immutable strict parallel safe set search_path = pg_catalog, public, pg_temp set standard_conforming_strings = on as $$
  -- Four readings: a raised or lowered letter joined to its word, parted from it, and left out ("depression<sup>1"); and
  -- broken words joined. One that cannot differ is not made: no tag stands inside a word, or no letter is raised or lowered.
  with every as materialized (
    select string_to_array(concat_ws(' é0 ', public.plain_words(public.author_text(d, '')),
      case when d ->> 'html' ~* '[^][:space:]<>.,;:!?()"&[](</?(strong|em|sub|sup|a)(\s[^<>]*)?>)+[^][:space:]<>.,;:!?()"&[]' then
        public.plain_words(public.author_text(d, ' ')) end,
      case when d ->> 'html' ~* '<su[bp]>' then
        public.plain_words(public.author_text(d || jsonb_build_object('html',
          regexp_replace(d ->> 'html', '<(sub|sup)>.*?</\1>', '', 'gi')), ' ')) end,
      nullif(public.joined_words(d), '')), ' ') as words)
  select coalesce(array_agg(to_tsvector('pg_catalog.simple', array_to_string(words[at:at + 229], ' '))), '{}')
  from every, generate_series(1, cardinality(words), 200) at
$$;

-- How they are read now.

create function parted_words(d jsonb) returns text
language sql immutable strict parallel safe set search_path = pg_catalog, public, pg_temp set standard_conforming_strings = on as $$
  -- Each word with an apostrophe, parted there, among its neighbours; and each with an apostrophe or a tag inside, parted at
  -- both. "é0", which no rule can ask for, parts these from each other.
  with every as materialized (
    select regexp_split_to_array(text, '\s+') as tokens
    from unnest(array['', U&'\E003']) mark,
      public.author_text(d || jsonb_build_object('html',
        regexp_replace(d ->> 'html', '</?(strong|em|a)(\s[^<>]*)?>', mark, 'gi')), case mark when '' then '' else ' ' end) text
    where text ~ U&'[''!2019!02BC]|[[:alnum:]]!E003+[[:alnum:]]' uescape '!' and (mark = '' or d ->> 'html' ~* '<(strong|em|a|su[bp])[ >]'))
  select coalesce(string_agg(distinct public.plain_words(translate(
           array_to_string(tokens[n - 3:n + 3], ' '), U&'''!2019!02BC!E003' uescape '!', '    ')), ' é0 '), '')
  from every, unnest(tokens) with ordinality t (token, n)
  where token ~ U&'[''!2019!02BC]|[[:alnum:]]!E003+[[:alnum:]]' uescape '!'
$$;

create or replace function author_words(d jsonb) returns tsvector[]
language sql immutable strict parallel safe set search_path = pg_catalog, public, pg_temp set standard_conforming_strings = on as $$
  -- Five readings: a raised or lowered letter joined to its word, parted from it, and left out ("depression<sup>1"); broken
  -- words joined; and words parted at apostrophes and tags inside. One that cannot differ is not made: no tag stands inside a word, or
  -- no letter is raised or lowered.
  with every as materialized (
    select string_to_array(concat_ws(' é0 ', public.plain_words(public.author_text(d, '')),
      case when d ->> 'html' ~* '[^][:space:]<>.,;:!?()"&[](</?(strong|em|sub|sup|a)(\s[^<>]*)?>)+[^][:space:]<>.,;:!?()"&[]' then
        public.plain_words(public.author_text(d, ' ')) end,
      case when d ->> 'html' ~* '<su[bp]>' then
        public.plain_words(public.author_text(d || jsonb_build_object('html',
          regexp_replace(d ->> 'html', '<(sub|sup)>.*?</\1>', '', 'gi')), ' ')) end,
      nullif(public.joined_words(d), ''), nullif(public.parted_words(d), '')), ' ') as words)
  select coalesce(array_agg(to_tsvector('pg_catalog.simple', array_to_string(words[at:at + 229], ' '))), '{}')
  from every, generate_series(1, cardinality(words), 200) at
$$;

-- The words of every edition, read so; pages from before are asked for all rules from now on, as these words call for them.

alter table articles_edition drop column words cascade;  -- what the gate says of it is built anew with the gate
alter table articles_edition
  add column words tsvector[] not null generated always as (author_words(doc(content))) stored;
alter table articles_edition alter column reading set default 3;
alter table articles_publication alter column reading set default 3;
