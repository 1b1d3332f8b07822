-- Statements age. `max_age`: how long one may be shown after it was signed or checked again; null: as long as its
-- signatures hold. In hours alone, so that no time zone shifts the end. And rows of contacts that an editor hid at once:
-- by their place in the edition's list, from 1. A new edition, signed anew, has rows of its own.

alter table articles_statement
  add column max_age interval constraint max_age_in_hours check ((max_age > interval '0'
    and extract(year from max_age) + extract(month from max_age) + extract(day from max_age) = 0) is not false);

create table articles_hiddenrow (
  id bigint generated always as identity primary key,
  article_id bigint not null,
  edition_id bigint not null,
  digest bytea not null,
  contact int not null check (contact > 0),
  by_id bigint not null references cms_person,
  at timestamptz not null,
  reason text not null,
  constraint on_exactly_this foreign key (edition_id, digest, article_id) references articles_edition (id, digest, article_id),
  constraint hidden_once unique (edition_id, contact),
  constraint reason_is_given check (says_something(reason))
);
