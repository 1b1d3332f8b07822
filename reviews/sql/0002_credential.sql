-- Who may sign. A signing secret proves the person to the database; an appointment, made by the operator alone, lets a
-- compliance officer verify credentials with theirs; a credential says what a reviewer may sign, while verified.

create table reviews_signingsecret (
  id bigint generated always as identity primary key,
  person_id bigint not null references cms_person,
  salt bytea not null check (length(salt) >= 16),
  hash bytea not null check (length(hash) = 32),
  enrolled_at timestamptz not null default clock_timestamp()
);
create index reviews_signingsecret_newest on reviews_signingsecret (person_id, id desc);
comment on column reviews_signingsecret.hash is 'SHA-256 of what Python derives from the secret; no login role can read it.';

create table reviews_appointment (
  id bigint generated always as identity primary key,
  person_id bigint not null references cms_person,
  office text not null check (office in ('compliance', 'medical lead')),
  appointed_at timestamptz not null default clock_timestamp(),
  constraint appointment_of unique (id, person_id, office)
);
create table reviews_dismissal (
  appointment_id bigint primary key references reviews_appointment,
  at timestamptz not null default clock_timestamp()
);

create table reviews_credential (
  id bigint generated always as identity primary key,
  person_id bigint not null references cms_person,
  name text not null,
  profession text not null,
  registration_body text not null,
  registration_number text not null,
  specialties text[] not null,
  registered_at timestamptz not null default clock_timestamp(),
  constraint credential_is_complete check (trim(name) <> '' and trim(profession) <> '' and trim(registration_body) <> ''
    and trim(registration_number) <> '' and cardinality(specialties) > 0 and array_position(specialties, null) is null),
  constraint credential_facts unique (id, person_id, name, profession, specialties)
);

create table reviews_verification (
  id bigint generated always as identity primary key,
  credential_id bigint not null,
  person_id bigint not null,
  name text not null,
  profession text not null,
  specialties text[] not null,
  officer_id bigint not null,
  appointment_id bigint not null,
  office text not null default 'compliance' check (office = 'compliance'),
  verified_at timestamptz not null,
  valid_until timestamptz not null,
  constraint of_this_credential foreign key (credential_id, person_id, name, profession, specialties)
    references reviews_credential (id, person_id, name, profession, specialties),
  constraint by_a_compliance_officer foreign key (appointment_id, officer_id, office)
    references reviews_appointment (id, person_id, office),
  constraint nobody_verifies_themselves check (officer_id <> person_id),
  constraint verified_for_a_year_at_most check (verified_at < valid_until and valid_until <= verified_at + interval '8784 hours'),
  constraint verification_facts unique (id, credential_id, person_id, name, profession, specialties, verified_at, valid_until)
);
create index reviews_verification_newest on reviews_verification (credential_id, valid_until desc);

create table reviews_suspension (
  credential_id bigint primary key references reviews_credential,
  by_id bigint not null references cms_person,
  at timestamptz not null,
  reason text not null,
  constraint reason_is_given check (trim(reason) <> '')
);
