-- A fix: a small change of the public edition. One reviewer checks it, and it rests on the full review of another edition,
-- its root: the last one that was signed in full. That an edition is a fix, and of what, its own bytes say, so that whoever
-- signs them signs that too. Of an edition that is no fix the root is 0.

create function fix_has_its_shape(fix jsonb) returns boolean
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
  select jsonb_typeof(fix) = 'object' and fix - array['of', 'root', 'root_digest', 'root_number'] = '{}'
    and jsonb_typeof(fix -> 'of') = 'number' and jsonb_typeof(fix -> 'root') = 'number' and jsonb_typeof(fix -> 'root_number') = 'number'
    and fix ->> 'root_digest' ~ '^[0-9a-f]{64}$'
$$;

alter table articles_edition
  add column root_id bigint not null generated always as (coalesce((doc(content) -> 'fix' ->> 'root')::bigint, 0)) stored,
  add column root_digest bytea not null generated always as (decode(coalesce(doc(content) -> 'fix' ->> 'root_digest', ''), 'hex')) stored,
  add constraint fix_has_its_shape check ((not doc(content) ? 'fix' or fix_has_its_shape(doc(content) -> 'fix') and root_id > 0) is true),
  add constraint only_articles_are_fixed check ((root_id = 0 or kind = 'article') is true),
  add constraint edition_root unique (id, root_id),
  add constraint edition_root_digest unique (id, root_id, root_digest),
  add constraint what_a_fix_keeps unique (id, digest, article_id, kind, slug, policy_id, topics, disclaimers, statements, flags);
create index articles_edition_fixes on articles_edition (article_id, number) where root_id > 0;

-- Words that no fix may change, for a machine cannot tell what becomes of the meaning: versioned data. "ab*" is any word
-- that begins so, "*ab" any that ends so.
create table articles_fixword (
  id bigint generated always as identity primary key,
  code text not null check (code ~ '^[a-z]+(-[a-z]+)*$'),
  version int not null check (version > 0),
  name text not null check (says_something(name)),
  words text[] not null,
  source text not null,
  note text not null,
  adopted_at timestamptz not null default clock_timestamp(),
  constraint one_fix_word_version unique (code, version),
  constraint every_term_says_something check (every_term_says_something(words)),
  constraint words_stand_alone check ((array_to_string(words, ' ') ~ '^(\*?[a-z'']+\*?)( \*?[a-z'']+\*?)*$') is true)
);

create table articles_fix (
  edition_id bigint primary key,
  digest bytea not null,
  of_id bigint not null,
  of_root_id bigint not null,
  root_id bigint not null,
  root_digest bytea not null,
  root_of_root bigint not null generated always as (0::bigint) stored,
  article_id bigint not null,
  kind text not null,
  slug text not null,
  policy_id bigint not null,
  topics text[] not null,
  disclaimers text[] not null,
  statements text[] not null,
  flags text[] not null,
  words_changed int not null,
  words_of_root int not null,
  by_id bigint not null references cms_person,
  at timestamptz not null,
  reason text not null,
  constraint its_bytes_say_so foreign key (edition_id, root_id, root_digest) references articles_edition (id, root_id, root_digest),
  constraint fix_of_an_edition foreign key (of_id, of_root_id) references articles_edition (id, root_id),
  constraint root_was_reviewed_in_full foreign key (root_id, root_of_root) references articles_edition (id, root_id),
  constraint root_of_the_chain check ((root_id = case of_root_id when 0 then of_id else of_root_id end) is true),
  -- Both keys hold the same columns: what the fix says of itself, its root says too.
  constraint as_the_fix_says foreign key (edition_id, digest, article_id, kind, slug, policy_id, topics, disclaimers, statements, flags)
    references articles_edition (id, digest, article_id, kind, slug, policy_id, topics, disclaimers, statements, flags),
  constraint as_its_root_says foreign key (root_id, root_digest, article_id, kind, slug, policy_id, topics, disclaimers, statements, flags)
    references articles_edition (id, digest, article_id, kind, slug, policy_id, topics, disclaimers, statements, flags),
  constraint fix_is_small check ((0 <= words_changed and words_changed * 20 <= words_of_root) is true),
  constraint reason_is_given check (says_something(reason))
);
create index articles_fix_article on articles_fix (article_id, edition_id);
