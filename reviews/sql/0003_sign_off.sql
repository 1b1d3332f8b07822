-- A sign-off: one eligible reviewer's signature on one digest. Facts of other rows come along through composite keys, so
-- that every rule about them is a check of this row, whoever writes it. All columns are NOT NULL: a key with a NULL is
-- not checked.

create table reviews_signoff (
  id bigint generated always as identity primary key,
  edition_id bigint not null,
  digest bytea not null,
  contributors bigint[] not null,
  topics text[] not null,
  policy_id bigint not null,
  requires text[] not null,
  review_after interval not null,
  ends_after interval not null,
  verification_id bigint not null,
  credential_id bigint not null,
  reviewer_id bigint not null,
  reviewer_name text not null,
  profession text not null,
  specialties text[] not null,
  verified_at timestamptz not null,
  valid_until timestamptz not null,
  meaning text not null,
  interests text not null,
  signed_at timestamptz not null,
  review_due_at timestamptz not null,
  ends_at timestamptz not null,
  constraint signs_exactly_this foreign key (edition_id, digest, contributors, topics, policy_id)
    references articles_edition (id, digest, contributors, topics, policy_id),
  constraint under_this_policy foreign key (policy_id, requires, review_after, ends_after)
    references reviews_policy (id, requires, review_after, ends_after),
  constraint with_this_credential foreign key
    (verification_id, credential_id, reviewer_id, reviewer_name, profession, specialties, verified_at, valid_until)
    references reviews_verification (id, credential_id, person_id, name, profession, specialties, verified_at, valid_until),
  constraint no_contributor_signs check ((not reviewer_id = any (contributors)) is true),
  constraint credential_covers_the_topics check ((topics <@ specialties) is true),
  constraint credential_in_force check ((verified_at <= signed_at and signed_at < valid_until) is true),
  constraint meaning_is_asked_for check ((meaning = any (requires)) is true),
  constraint interests_are_declared check (trim(interests) <> ''),
  constraint within_the_policy check ((
    review_due_at = (signed_at at time zone 'UTC' + review_after) at time zone 'UTC'
    and ends_at = (signed_at at time zone 'UTC' + ends_after) at time zone 'UTC') is true),
  constraint one_sign_off_per_reviewer unique (edition_id, reviewer_id)
);

create table reviews_revocation (
  sign_off_id bigint primary key references reviews_signoff,
  by_id bigint not null references cms_person,
  at timestamptz not null,
  reason text not null,
  constraint reason_is_given check (trim(reason) <> '')
);
