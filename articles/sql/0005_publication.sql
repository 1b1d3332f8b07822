-- A publication puts one edition before readers from an instant until an instant. A take-down hides all publications of an
-- article made until then. Neither row is ever changed: what is public is a question, answered in gate_live.sql.

create table articles_publication (
  id bigint generated always as identity primary key,
  article_id bigint not null,
  edition_id bigint not null,
  digest bytea not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  published_by_id bigint not null references cms_person,
  published_at timestamptz not null,
  constraint own_edition foreign key (edition_id, digest, article_id) references articles_edition (id, digest, article_id),
  constraint starts_before_it_ends check (starts_at < ends_at),
  constraint not_in_the_past check (starts_at >= published_at),
  constraint publication_of_article unique (id, article_id)
);
create index articles_publication_newest on articles_publication (article_id, id desc);
create index articles_publication_by_start on articles_publication (starts_at desc, id desc);

create table articles_takedown (
  id bigint generated always as identity primary key,
  article_id bigint not null,
  publication_id bigint not null,
  kind text not null check (kind in ('taken down', 'retracted')),
  by_id bigint not null references cms_person,
  at timestamptz not null,
  reason text not null,
  constraint of_this_article foreign key (publication_id, article_id) references articles_publication (id, article_id),
  constraint reason_is_given check (trim(reason) <> '')
);
create index articles_takedown_newest on articles_takedown (article_id, publication_id desc);
comment on column articles_takedown.publication_id is 'The newest publication then: it and all before it are hidden.';
