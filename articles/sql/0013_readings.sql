-- Rules read all that readers see of a text, and read it once more with its broken words joined: "sui-cide", or a line break
-- inside a word, hides nothing.

-- How texts were read before: what editions from before had to carry, `verify` asks by this.

create function author_text_before(d jsonb, instead text) returns text
language sql immutable strict parallel safe set search_path = pg_catalog, public, pg_temp set standard_conforming_strings = on as $$
  select concat_ws(' ', d ->> 'slug', d ->> 'title', d ->> 'summary',
                   (select string_agg(point, ' ') from jsonb_array_elements_text(d -> 'key_points') point),
                   public.without_tags(d ->> 'html', instead), d ->> 'funding',
                   (select string_agg(concat_ws(' ', r ->> 'authors', r ->> 'title', r ->> 'journal'), ' ')
                    from jsonb_array_elements(d -> 'references') r),
                   (select string_agg(concat_ws(' ', c ->> 'name', c ->> 'audience', c ->> 'region'), ' ')
                    from jsonb_array_elements(d -> 'contacts') c))
$$;

create function author_words_before(d jsonb) returns tsvector[]
language sql immutable strict parallel safe set search_path = pg_catalog, public, pg_temp set standard_conforming_strings = on as $$
  with every as materialized (
    select string_to_array(public.plain_words(public.author_text_before(d, '')) || ' | '
             || public.plain_words(public.author_text_before(d, ' ')) || ' | '
             || public.plain_words(public.author_text_before(d || jsonb_build_object('html',
                  regexp_replace(d ->> 'html', '<(sub|sup)>.*?</\1>', '', 'gi')), ' ')), ' ') as words)
  select coalesce(array_agg(to_tsvector('pg_catalog.simple', array_to_string(words[at:at + 229], ' '))), '{}')
  from every, generate_series(1, cardinality(words), 200) at
$$;

-- How they are read now.

create or replace function author_text(d jsonb, instead text) returns text
language sql immutable strict parallel safe set search_path = pg_catalog, public, pg_temp set standard_conforming_strings = on as $$
  select concat_ws(' ', d ->> 'slug', d ->> 'title', d ->> 'summary',
                   (select string_agg(point, ' ') from jsonb_array_elements_text(d -> 'key_points') point),
                   public.without_tags(d ->> 'html', instead), d ->> 'funding',
                   (select string_agg(concat_ws(' ', r ->> 'authors', r ->> 'title', r ->> 'journal', r ->> 'volume', r ->> 'pages',
                                                r ->> 'doi', r ->> 'pmid', r ->> 'pmcid', r ->> 'url'), ' ')
                    from jsonb_array_elements(d -> 'references') r),
                   (select string_agg(concat_ws(' ', c ->> 'name', c ->> 'audience', c ->> 'region'), ' ')
                    from jsonb_array_elements(d -> 'contacts') c),
                   (select string_agg(label #>> '{}', ' ') from jsonb_path_query(d, 'lax $.contacts[*].links[*].label') label),
                   (select string_agg(name #>> '{}', ' ') from jsonb_path_query(d, 'lax $.bylines[*].name') name))
$$;
comment on function author_text is 'All that readers see of what people wrote, without its markup. Never the disclaimers, so that none calls for itself.';

create function joined_words(d jsonb) returns text
language sql immutable strict parallel safe set search_path = pg_catalog, public, pg_temp set standard_conforming_strings = on as $$
  -- The words that readers can see in broken ones: letters on both sides of a line break, a citation, or signs like hyphens
  -- and dashes. A word broken more than once is read whole, among its neighbours, and each run of up to eight of its pieces (of
  -- an address: two). "é0", which no rule can ask for, parts the readings, so that no phrase is found across two of them.
  with marked as materialized (
    select regexp_split_to_array(regexp_replace(
             public.author_text(d || jsonb_build_object('html', regexp_replace(regexp_replace(
               d ->> 'html', '<br>', U&'\E000', 'gi'), '\[@[a-z0-9; @-]*\]', U&'\E002', 'g')), ''),
             U&'([[:alpha:]])(?:\s*!E000\s*|[^[:alnum:][:space:]!E000''!2019!02BC]+|[!2010-]\s+)+(?=[[:alpha:]])' uescape '!',
             U&'\\1\E001', 'g'),
           '\s+') as tokens),
  broken as materialized (
    select n, string_to_array(token, U&'\E001') as pieces, tokens[n - 3:n + 3] as around
    from marked, unnest(tokens) with ordinality t (token, n) where strpos(token, U&'\E001') > 0)
  select coalesce(string_agg(public.plain_words(reading), ' é0 ' order by n, reading), '')
  from (
    select n, replace(array_to_string(around, ' '), U&'\E001', '') from broken
    union all
    select n, array_to_string(pieces[first:last], '')
    from broken, generate_series(1, cardinality(pieces) - 1) first,
      generate_series(first + 1, least(first + case when pieces[1] in ('http', 'https') then 1 else 7 end, cardinality(pieces))) last
    where cardinality(pieces) > 2 and (first > 1 or last < cardinality(pieces))) r (n, reading)
$$;

create or replace function author_words(d jsonb) returns tsvector[]
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

-- The words of every edition, read so. Pages from before are asked for all rules from now on, as these words call for them:
-- `reading` says how a text was read when it was frozen, or its publication made.

alter table articles_edition drop column words cascade;  -- what the gate says of it is built anew with the gate
alter table articles_edition
  add column words tsvector[] not null generated always as (author_words(doc(content))) stored,
  add column reading smallint not null default 1;
alter table articles_edition alter column reading set default 2;
alter table articles_publication add column reading smallint not null default 1;
alter table articles_publication alter column reading set default 2;

-- Shapes. What stands in a reference beside its words looks as it should, in drafts too; and a text is English, for no other
-- language's signs and words are known. Not asked of rows from before.

create function reference_fits(part text, value text) returns boolean
language sql immutable parallel safe set search_path = pg_catalog, pg_temp set standard_conforming_strings = on as $$
  -- Whether a part of a reference looks as it should. Empty: it was not seen.
  select value = '' or length(value) <= 500 and value ~ case part
    when 'volume' then U&'^[A-Za-z0-9 .,:;()/&+\2010-\2013-]{1,50}$'
    when 'pages' then U&'^[A-Za-z0-9 .,:;()/&+\2010-\2013-]{1,50}$'
    when 'doi' then '^10\.[0-9]{4,9}/[!#-;=?-~]+$'
    when 'pmid' then '^[0-9]{1,10}$'
    when 'pmcid' then '^PMC[0-9]{1,12}$'
    when 'url' then '^https?://[^[:space:]<>"]+$'
  end
$$;

create function references_have_their_shape(list jsonb) returns boolean
language sql immutable strict parallel safe set search_path = pg_catalog, public, pg_temp set standard_conforming_strings = on as $$
  select not exists (select from jsonb_array_elements(list) r, unnest('{volume,pages,doi,pmid,pmcid,url}'::text[]) part
                     where public.reference_fits(part, r ->> part) is not true)
$$;

alter table articles_edition
  drop constraint letters_of_one_script,
  drop constraint not_too_long,
  add constraint letters_of_one_script check (one_script(author_text(doc(content), '')) is true) not valid,
  add constraint not_too_long check ((length(content) <= 250000
    and length(author_text(doc(content), '')) <= 60000) is true) not valid,
  add constraint references_have_their_shape check (references_have_their_shape(doc(content) -> 'references') is true) not valid,
  add constraint language_is_english check ((doc(content) ->> 'language' = 'en') is true) not valid;
alter table articles_article
  add constraint language_is_english check (language = 'en') not valid;
alter table articles_reference
  add constraint volume_is_short check (reference_fits('volume', volume) is true) not valid,
  add constraint pages_are_short check (reference_fits('pages', pages) is true) not valid,
  add constraint doi_is_plain check (reference_fits('doi', doi) is true) not valid,
  add constraint pmid_is_digits check (reference_fits('pmid', pmid) is true) not valid,
  add constraint pmcid_is_plain check (reference_fits('pmcid', pmcid) is true) not valid,
  add constraint url_is_plain check (reference_fits('url', url) is true) not valid;
