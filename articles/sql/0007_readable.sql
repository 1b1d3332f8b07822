-- What readers see and what rules read are the same: every character is one that an English text is written with, every
-- entity one that the sanitiser writes, and the words are found however long the text and wherever its markup stands.

create function foreign_signs(t text) returns text
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
  -- The characters of an English text that are none of ours, each once; empty if there is none. Ours are ASCII, composed
  -- Latin letters, the usual punctuation and signs, raised and lowered digits, and Greek letters standing alone.
  select coalesce(string_agg(distinct sign, ' '), '')
  from regexp_split_to_table(
    regexp_replace(regexp_replace(t, U&'[\0391-\03A9\03B1-\03C9](?![\0391-\03A9\03B1-\03C9])', '', 'g'),
      U&'[\000A -~\00A0-\00AC\00AE-\0130\0132-\0137\0139-\017E\0218-\021B\1E00-\1E9B\1EA0-\1EF9\2010-\2015\2018-\201E\2020-\2022\2026\2030\2032\2033\2039\203A\20AC\2070\2074-\207E\2080-\208E\2122\2190-\2193\2212\2248\2260\2264\2265]', '', 'g'),
    '') sign
  where sign <> ''
$$;

create function entities_are_plain(html text) returns boolean
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
  select regexp_replace(html, '&(?:amp|lt|gt|quot|#39|nbsp);', '', 'g') !~ '&'
$$;

create function contacts_have_their_shape(contacts jsonb) returns boolean
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
  select jsonb_typeof(contacts) = 'array' and not exists (
    select from jsonb_array_elements(case when jsonb_typeof(contacts) = 'array' then contacts else '[]' end) c
    where (jsonb_typeof(c) = 'object' and c - array['region', 'name', 'audience', 'links', 'first'] = '{}'
           and jsonb_typeof(c -> 'region') = 'string' and jsonb_typeof(c -> 'name') = 'string'
           and jsonb_typeof(c -> 'audience') = 'string' and jsonb_typeof(c -> 'first') = 'boolean'
           and jsonb_typeof(c -> 'links') = 'array'
           and not exists (
             select from jsonb_array_elements(case when jsonb_typeof(c -> 'links') = 'array' then c -> 'links' else '[]' end) l
             where (jsonb_typeof(l) = 'object' and l - array['label', 'href'] = '{}'
                    and jsonb_typeof(l -> 'label') = 'string' and jsonb_typeof(l -> 'href') = 'string') is not true)) is not true)
$$;

-- The words, in pieces: PostgreSQL keeps 255 places of a word in one tsvector, so a piece has fewer words than that. Pieces
-- overlap, so that no phrase falls between them.

alter table articles_edition drop column words;
drop function author_words(jsonb);

create or replace function without_tags(html text, instead text) returns text
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
  -- Tags inside a word (strong, em, a) vanish, raised and lowered ones become `instead`, all others a space. Entities that
  -- the sanitiser writes are read, "&amp;" last.
  select replace(replace(replace(replace(replace(replace(
           regexp_replace(regexp_replace(regexp_replace(
             html, '</?(strong|em|a)(\s[^<>]*)?>', '', 'gi'), '</?(sub|sup)>', instead, 'gi'), '<[^<>]*>', ' ', 'g'),
           '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&#39;', ''''), '&nbsp;', ' '), '&amp;', '&')
$$;

create or replace function author_text(d jsonb, instead text) returns text
language sql immutable strict parallel safe set search_path = pg_catalog, public, pg_temp as $$
  select concat_ws(' ', d ->> 'slug', d ->> 'title', d ->> 'summary',
                   (select string_agg(point, ' ') from jsonb_array_elements_text(d -> 'key_points') point),
                   public.without_tags(d ->> 'html', instead), d ->> 'funding',
                   (select string_agg(concat_ws(' ', r ->> 'authors', r ->> 'title', r ->> 'journal'), ' ')
                    from jsonb_array_elements(d -> 'references') r),
                   (select string_agg(concat_ws(' ', c ->> 'name', c ->> 'audience', c ->> 'region'), ' ')
                    from jsonb_array_elements(d -> 'contacts') c))
$$;

create function author_words(d jsonb) returns tsvector[]
language sql immutable strict parallel safe set search_path = pg_catalog, public, pg_temp as $$
  -- Three readings: a raised or lowered letter joined to its word, parted from it, and left out ("depression<sup>1").
  select coalesce(array_agg(to_tsvector('pg_catalog.simple', array_to_string(words[at:at + 229], ' '))), '{}')
  from (select string_to_array(public.plain_words(public.author_text(d, '')) || ' | '
               || public.plain_words(public.author_text(d, ' ')) || ' | '
               || public.plain_words(public.author_text(d || jsonb_build_object('html',
                    regexp_replace(d ->> 'html', '<(sub|sup)>.*?</\1>', '', 'gi')), ' ')), ' ') as words) every,
       generate_series(1, cardinality(words), 200) at
$$;

create function asks(words tsvector[], query tsquery) returns boolean
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
  select exists (select from unnest(words) piece where piece @@ query)
$$;
comment on function asks is 'Whether a rule''s words are found in any piece of a text.';

alter table articles_edition
  add column words tsvector[] not null generated always as (author_words(doc(content))) stored,
  add constraint signs_of_an_english_text check ((foreign_signs(convert_from(content, 'UTF8')) = '') is true),
  add constraint entities_are_plain check (entities_are_plain(doc(content) ->> 'html') is true),
  add constraint contacts_have_their_shape check (contacts_have_their_shape(doc(content) -> 'contacts') is true);

-- Not "is distinct from": 988 and 988.0 are equal, and another draft.
drop trigger note_draft_save on articles_article;
drop trigger note_draft_save on articles_reference;
drop trigger note_draft_save on articles_byline;
create trigger note_draft_save after update on articles_article
  for each row when (old.* *<> new.*) execute function note_draft_save('id');
create trigger note_draft_save after update on articles_reference
  for each row when (old.* *<> new.*) execute function note_draft_save('article_id');
create trigger note_draft_save after update on articles_byline
  for each row when (old.* *<> new.*) execute function note_draft_save('article_id');
