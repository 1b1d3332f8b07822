-- What readers are told of a reviewer whose signature stands under a page.

-- Interests that a reviewer declares for all that they sign: short, readable, no links. The newest count. Readers see no word
-- of them before a compliance officer, somebody else, has read them.
create table reviews_standinginterests (
  id bigint generated always as identity primary key,
  person_id bigint not null references cms_person,
  interests text not null,
  declared_at timestamptz not null default clock_timestamp(),
  constraint standing_interests_are_said check (says_something(interests)),
  constraint standing_interests_are_short check (length(interests) <= 300),
  constraint standing_interests_are_plain check ((foreign_signs(interests) = '' and nothing_invisible(interests)
    and no_control_signs(interests)
    and interests !~* '(https?:|www\.|[a-z0-9]\.(com|org|net|info|io|co|uk|shop|store)\M)') is true),
  constraint interests_of_person unique (id, person_id)
);
create index reviews_standinginterests_newest on reviews_standinginterests (person_id, id desc);

create table reviews_interestscheck (
  declaration_id bigint primary key,
  person_id bigint not null,
  officer_id bigint not null references cms_person,
  at timestamptz not null default clock_timestamp(),
  constraint of_this_declaration foreign key (declaration_id, person_id) references reviews_standinginterests (id, person_id),
  constraint interests_read_by_another check (officer_id <> person_id)
);

-- A reviewer's page is found by way of this table alone. Its key knows from when on: of somebody of whom nothing is public
-- yet no row is read, so that what a question costs does not tell them from nobody.
create table reviews_signedpage (
  reviewer_id bigint not null references cms_person,
  starts_at timestamptz not null,
  publication_id bigint not null,
  article_id bigint not null,
  primary key (reviewer_id, starts_at, publication_id),
  constraint of_this_article foreign key (publication_id, article_id) references articles_publication (id, article_id)
);
comment on table reviews_signedpage is 'Whose sign-offs every publication of an article rests on, from its start on.';
insert into reviews_signedpage (reviewer_id, starts_at, publication_id, article_id)
select distinct s.reviewer_id, p.starts_at, p.id, p.article_id
from articles_publication p
join articles_edition e on e.id = p.edition_id
join reviews_basis b on b.publication_id = p.id
join reviews_signoff s on s.id = b.sign_off_id
where e.kind = 'article';

-- Whoever signed always finds what they signed.
create index reviews_signoff_reviewer on reviews_signoff (reviewer_id);
