-- A re-check: one compliance officer says, with their signing secret, that an unchanged statement is still true. It counts
-- its age anew; the end of its signatures it never moves.

create table reviews_recheck (
  id bigint generated always as identity primary key,
  article_id bigint not null,
  edition_id bigint not null,
  digest bytea not null,
  officer_id bigint not null,
  appointment_id bigint not null,
  office text not null default 'compliance' check (office = 'compliance'),
  at timestamptz not null,
  reason text not null,
  constraint on_exactly_this foreign key (edition_id, digest, article_id) references articles_edition (id, digest, article_id),
  constraint by_a_compliance_officer foreign key (appointment_id, officer_id, office)
    references reviews_appointment (id, person_id, office),
  constraint source_is_named check (says_something(reason))
);
create index reviews_recheck_newest on reviews_recheck (edition_id, id desc);
comment on column reviews_recheck.reason is 'What it was checked against. Stays inside, as reasons do.';
