-- A verdict against an edition: changes requested, or refused as not fit to be published. Changes requested end the
-- review of that edition. A refusal holds for the article, later editions included, until it is lifted.

create table reviews_verdict (
  id bigint generated always as identity primary key,
  edition_id bigint not null,
  digest bytea not null,
  article_id bigint not null,
  reviewer_id bigint not null references cms_person,
  kind text not null check (kind in ('changes requested', 'refused')),
  reason text not null,
  at timestamptz not null,
  constraint on_exactly_this foreign key (edition_id, digest, article_id) references articles_edition (id, digest, article_id),
  constraint reason_is_given check (trim(reason) <> '')
);
create index reviews_verdict_edition on reviews_verdict (edition_id);
create index reviews_verdict_article on reviews_verdict (article_id) where kind = 'refused';

create table reviews_lift (
  verdict_id bigint primary key references reviews_verdict,
  by_id bigint not null references cms_person,
  kind text not null check (kind in ('lifted', 'overruled')),
  at timestamptz not null,
  reason text not null,
  constraint reason_is_given check (trim(reason) <> '')
);
