-- An edition: a draft frozen at submission. Its bytes are the one truth; every column that says something about the text
-- is generated from them and cannot drift. Rows are made by act.submit() alone.

create table articles_address (
  slug text primary key constraint plain_address check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 100),
  article_id bigint not null references articles_article,
  unique (slug, article_id)
);
comment on table articles_address is 'Every address that an edition ever had, and whose it stays.';

create table articles_edition (
  id bigint generated always as identity primary key,
  content bytea not null,
  draft_digest bytea not null,
  submitted_by_id bigint not null references cms_person,
  submitted_at timestamptz not null,
  digest bytea not null generated always as (sha256(content)) stored,
  article_id bigint not null generated always as ((doc(content) ->> 'article')::bigint) stored,
  kind text not null generated always as (doc(content) ->> 'kind') stored,
  number int not null generated always as ((doc(content) ->> 'number')::int) stored,
  slug text not null generated always as (doc(content) ->> 'slug') stored,
  title text not null generated always as (doc(content) ->> 'title') stored,
  summary text not null generated always as (doc(content) ->> 'summary') stored,
  html text not null generated always as (doc(content) ->> 'html') stored,
  policy_id bigint not null generated always as ((doc(content) ->> 'policy')::bigint) stored,
  contributors bigint[] not null generated always as (numbers(doc(content) -> 'contributors')) stored,
  topics text[] not null generated always as (texts_at(doc(content) -> 'topics', 'slug')) stored,
  disclaimers text[] not null generated always as (texts_at(doc(content) -> 'disclaimers', 'id')) stored,
  statements text[] not null generated always as (texts_at(doc(content) -> 'statements', 'slug')) stored,
  flags text[] not null generated always as (texts(doc(content) -> 'flags')) stored,
  designs text[] not null generated always as (texts_at(doc(content) -> 'references', 'design')) stored,
  words tsvector not null generated always as (author_words(doc(content))) stored,
  search tsvector not null generated always as (
    setweight(to_tsvector('pg_catalog.english', doc(content) ->> 'title'), 'A')
    || setweight(to_tsvector('pg_catalog.english', doc(content) ->> 'summary'), 'B')
    || to_tsvector('pg_catalog.english', without_tags(doc(content) ->> 'html', ' '))) stored,

  constraint edition_numbers unique (article_id, number),
  constraint edition_facts unique (id, digest, contributors, topics, policy_id),
  constraint edition_of_article unique (id, digest, article_id),
  constraint own_address foreign key (slug, article_id) references articles_address (slug, article_id),
  constraint same_kind foreign key (article_id, kind) references articles_article (id, kind),

  constraint numbered_from_one check (number > 0),
  constraint content_is_canonical check ((content = convert_to(canonical(doc(content)), 'UTF8')) is true),
  constraint content_has_its_schema check ((doc(content) -> 'schema' = '1') is true),
  constraint content_has_every_key check ((doc(content) ?& array['article', 'bylines', 'contacts', 'contributors',
    'disclaimers', 'flags', 'funding', 'html', 'key_points', 'kind', 'language', 'number', 'policy', 'references', 'schema',
    'slug', 'statements', 'summary', 'title', 'topics']) is true),
  constraint title_is_written check ((length(trim(doc(content) ->> 'title')) between 1 and 200) is true),
  constraint summary_is_written check ((length(trim(doc(content) ->> 'summary')) > 0) is true),
  constraint body_is_written check ((plain_words(without_tags(doc(content) ->> 'html', ' ')) <> '') is true),
  constraint three_to_five_key_points check ((kind = 'statement'
    or jsonb_array_length(doc(content) -> 'key_points') between 3 and 5) is true),
  constraint article_has_a_topic check ((kind = 'statement' or jsonb_array_length(doc(content) -> 'topics') > 0) is true),
  constraint article_has_a_byline check ((kind = 'statement' or jsonb_array_length(doc(content) -> 'bylines') > 0) is true),
  constraint markup_in_vocabulary check (in_vocabulary(doc(content) ->> 'html') is true),
  constraint links_are_plain check (safe_links(doc(content)) is true),
  constraint every_citation_has_a_reference check ((cited_keys(doc(content) ->> 'html')
    <@ texts_at(doc(content) -> 'references', 'key')) is true),
  constraint letters_of_one_script check (one_script(author_text(doc(content), '')) is true),
  constraint no_invisible_characters check (nothing_invisible(convert_from(content, 'UTF8')) is true),
  constraint not_too_long check ((length(content) <= 250000
    and length(author_text(doc(content), '')) <= 60000) is true),
  constraint submitter_is_a_contributor check ((submitted_by_id = any (numbers(doc(content) -> 'contributors'))) is true),
  constraint statement_short_form_fits check ((kind = 'article'
    or array_length(regexp_split_to_array(trim(doc(content) ->> 'summary'), '\s+'), 1) <= 60) is true)
);
create index articles_edition_slug on articles_edition (slug);
create index articles_edition_search on articles_edition using gin (search);
