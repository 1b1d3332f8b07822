-- Safety notices: a few words that stand above pages at once and for two weeks at most. One medical reviewer signs exactly
-- those bytes, who did not draft them; another person publishes. No row is changed: other words are another notice.

create table reviews_notice (
  id bigint generated always as identity primary key,
  content bytea not null,
  drafted_by_id bigint not null references cms_person,
  drafted_at timestamptz not null,
  digest bytea not null generated always as (sha256(content)) stored,
  text text not null generated always as (doc(content) ->> 'text') stored,
  source text not null generated always as (doc(content) ->> 'source') stored,
  everywhere boolean not null generated always as ((doc(content) ->> 'everywhere')::boolean) stored,
  topics text[] not null generated always as (texts(doc(content) -> 'topics')) stored,
  articles bigint[] not null generated always as (numbers(doc(content) -> 'articles')) stored,

  constraint notice_facts unique (id, digest, drafted_by_id),
  constraint content_is_canonical check ((content = convert_to(canonical(doc(content)), 'UTF8')) is true),
  constraint notice_has_every_part check ((doc(content) -> 'schema' = '1' and jsonb_typeof(doc(content) -> 'text') = 'string'
    and jsonb_typeof(doc(content) -> 'source') = 'string' and jsonb_typeof(doc(content) -> 'everywhere') = 'boolean'
    and doc(content) - array['articles', 'everywhere', 'schema', 'source', 'text', 'topics'] = '{}') is true),
  constraint notice_says_something check (says_something(doc(content) ->> 'text')),
  -- Dashes and slashes part words here, so that none of them hides a word from the count.
  constraint sixty_words_at_most check ((length(doc(content) ->> 'text') <= 500 and cardinality(regexp_split_to_array(
    trim(doc(content) ->> 'text'), U&'[[:space:]\00A0\2010-\2015/]+')) <= 60) is true),
  constraint notice_is_plain check ((foreign_signs(convert_from(content, 'UTF8')) = '' and one_script(doc(content) ->> 'text')
    and nothing_invisible(convert_from(content, 'UTF8')) and doc(content) ->> 'text' !~ '[\n<>]' and doc(content) ->> 'text'
    !~* '(https?:|www\.|[a-z0-9]\.(com|org|net|info|io|co|uk|shop|store)\M)') is true),
  constraint notice_has_a_source check ((length(doc(content) ->> 'source') <= 300
    and (doc(content) ->> 'source' ~ '^https://[^[:space:]<>"]+$'
         or says_something(doc(content) ->> 'source') and doc(content) ->> 'source' !~* '(:/|www\.|[\n<>])')) is true),
  constraint notice_touches_something check (((doc(content) ->> 'everywhere')::boolean
    or cardinality(texts(doc(content) -> 'topics')) + cardinality(numbers(doc(content) -> 'articles')) > 0) is true)
);

create table reviews_noticesignature (
  id bigint generated always as identity primary key,
  notice_id bigint not null,
  digest bytea not null,
  drafted_by_id bigint not null,
  verification_id bigint not null,
  credential_id bigint not null,
  reviewer_id bigint not null,
  reviewer_name text not null,
  profession text not null,
  specialties text[] not null,
  qualification text not null,
  verified_at timestamptz not null,
  valid_until timestamptz not null,
  signed_at timestamptz not null,
  ends_at timestamptz not null,
  constraint signs_exactly_this_notice foreign key (notice_id, digest, drafted_by_id)
    references reviews_notice (id, digest, drafted_by_id),
  constraint with_this_credential foreign key
    (verification_id, credential_id, reviewer_id, reviewer_name, profession, specialties, verified_at, valid_until)
    references reviews_verification (id, credential_id, person_id, name, profession, specialties, verified_at, valid_until),
  constraint with_this_qualification foreign key (verification_id, qualification)
    references reviews_verification (id, qualification),
  constraint nobody_signs_their_own_notice check (reviewer_id <> drafted_by_id),
  constraint credential_in_force check (verified_at <= signed_at and signed_at < valid_until),
  constraint notice_is_signed_by_a_medic check (qualification in (
    'physician', 'pharmacist', 'nurse practitioner or physician assistant', 'clinical psychologist')),
  constraint notice_ends_within_two_weeks check (signed_at < ends_at and ends_at <= signed_at + interval '336 hours'),
  constraint notice_is_signed_once unique (notice_id),
  constraint notice_signature_facts unique (notice_id, digest, reviewer_id, ends_at)
);

create table reviews_noticepublication (
  id bigint generated always as identity primary key,
  notice_id bigint not null,
  digest bytea not null,
  reviewer_id bigint not null,
  ends_at timestamptz not null,
  published_by_id bigint not null references cms_person,
  published_at timestamptz not null,
  constraint notice_is_signed foreign key (notice_id, digest, reviewer_id, ends_at)
    references reviews_noticesignature (notice_id, digest, reviewer_id, ends_at),
  constraint notice_is_published_by_another check (published_by_id <> reviewer_id),
  constraint notice_is_published_in_time check (published_at < ends_at),
  constraint notice_is_published_once unique (notice_id)
);
-- Where reads find the few that can be in force; none of those that have ended is looked at.
create index reviews_noticepublication_by_end on reviews_noticepublication (ends_at);

create table reviews_noticeend (
  id bigint generated always as identity primary key,
  notice_id bigint not null references reviews_notice,
  by_id bigint not null references cms_person,
  at timestamptz not null,
  reason text not null,
  constraint notice_is_ended_once unique (notice_id),
  constraint reason_is_given check (says_something(reason))
);
