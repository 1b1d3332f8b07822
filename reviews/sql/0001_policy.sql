-- Which sign-offs a text needs. Rows are never changed; a policy changes by a newer row of the same name. The text's
-- policy is the highest-ranked whose rule matches: by slug (statements), or always, by topic or by words (articles).

create table reviews_policy (
  id bigint generated always as identity primary key,
  name text not null check (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  version int not null check (version > 0),
  label text not null check (label <> ''),
  kind text not null check (kind in ('article', 'statement')),
  rank int not null,
  slugs text[] not null,
  always boolean not null,
  topics text[] not null,
  words text[] not null,
  query tsquery not null generated always as (terms_query(words)) stored,
  requires text[] not null,
  review_after interval not null,
  ends_after interval not null,
  adopted_at timestamptz not null default clock_timestamp(),
  constraint one_policy_version unique (name, version),
  constraint policy_facts unique (id, requires, review_after, ends_after),
  constraint asks_for_somebody check (cardinality(requires) > 0 and array_position(requires, null) is null),
  constraint due_before_the_end check (interval '0' < review_after and review_after <= ends_after),
  constraint every_term_says_something check (every_term_says_something(words))
);

alter table articles_edition add constraint under_policy foreign key (policy_id) references reviews_policy;
