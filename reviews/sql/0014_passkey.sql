-- Passkeys that sign, and who vouches for them. A key proves that one device signed; a certificate says whose it is. A root
-- key, which the operator keeps away from the site, certifies the passkeys of compliance officers; an officer, who met the
-- reviewer and checked the credential, certifies the reviewer's. Each is a signature over exact bytes, which the database
-- verifies and any stranger can verify anew.

create table reviews_rootkey (
  id bigint generated always as identity primary key,
  public_key bytea not null unique,
  trusted_at timestamptz not null default clock_timestamp(),
  -- A JWK in the one form of its thumbprint (RFC 7638), as all public keys here.
  constraint root_is_ed25519 check ((convert_from(public_key, 'UTF8') ~ '^\{"crv":"Ed25519","kty":"OKP","x":"[A-Za-z0-9_-]{43}"\}$') is true)
);

create table reviews_passkey (
  id bigint generated always as identity primary key,
  person_id bigint not null references cms_person,
  public_key bytea not null,
  handle bytea not null,
  client_data bytea not null,
  attestation bytea not null,
  added_at timestamptz not null default clock_timestamp(),
  thumbprint bytea not null generated always as (sha256(public_key)) stored,
  constraint one_person_per_passkey unique (thumbprint),
  constraint one_passkey_per_handle unique (handle),
  constraint passkey_facts unique (id, person_id, thumbprint),
  constraint registration_is_kept check (length(handle) >= 1 and length(handle) <= 1023 and length(client_data) >= 1
    and length(client_data) <= 4000 and length(attestation) >= 37 and length(attestation) <= 20000)
);
comment on column reviews_passkey.handle is 'By what the device knows it: the credential''s id.';
comment on column reviews_passkey.attestation is 'The attestation object of its registration, as the device made it.';

-- From an instant on it signs nothing: its owner lost it, or it was stolen, or they left.
create table reviews_passkeyend (
  passkey_id bigint primary key references reviews_passkey,
  ends_at timestamptz not null,
  by_id bigint not null references cms_person,
  at timestamptz not null,
  reason text not null,
  constraint reason_is_given check (says_something(reason)),
  constraint not_in_the_future check (ends_at <= at)
);

create function certificate_day(t text) returns date
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
  select case when t ~ '^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'
    then make_date(left(t, 4)::int, substr(t, 6, 2)::int, substr(t, 9, 2)::int) end
$$;

create table reviews_certificate (
  id bigint generated always as identity primary key,
  content bytea not null,
  passkey_id bigint not null,
  root_id bigint references reviews_rootkey,
  issuer_id bigint references reviews_certificate,
  client_data bytea,
  authenticator_data bytea,
  signature bytea not null,
  at timestamptz not null default clock_timestamp(),
  digest bytea not null generated always as (sha256(content)) stored,
  certifies text not null generated always as (doc(content) ->> 'certifies') stored,
  person_id bigint not null generated always as ((doc(content) ->> 'person')::bigint) stored,
  thumbprint bytea not null generated always as (decode(doc(content) ->> 'key', 'hex')) stored,
  verification_id bigint generated always as ((doc(content) ->> 'verification')::bigint) stored references reviews_verification,
  origin text not null generated always as (doc(content) ->> 'origin') stored,
  site text not null generated always as (doc(content) ->> 'site') stored,
  from_day date not null generated always as (certificate_day(doc(content) ->> 'from')) stored,
  until_day date not null generated always as (certificate_day(doc(content) ->> 'until')) stored,
  constraint one_certificate_per_text unique (digest),
  constraint passkey_of_certificate unique (id, passkey_id),
  constraint certificate_is_canonical check ((content = convert_to(canonical(doc(content)), 'UTF8')) is true),
  constraint certificate_has_every_part check ((case doc(content) ->> 'certifies'
    when 'compliance officer' then doc(content) ?& array['certifies', 'from', 'key', 'name', 'origin', 'person', 'site', 'until']
      and doc(content) - array['certifies', 'from', 'key', 'name', 'origin', 'person', 'site', 'until'] = '{}'
    when 'reviewer' then doc(content) ?& array['certifies', 'facts', 'from', 'key', 'name', 'origin', 'person', 'profession', 'site',
        'until', 'verification']
      and doc(content) - array['certifies', 'facts', 'from', 'key', 'name', 'origin', 'person', 'profession', 'site', 'until',
        'verification'] = '{}'
    else false end) is true),
  constraint certificate_of_this_passkey foreign key (passkey_id, person_id, thumbprint)
    references reviews_passkey (id, person_id, thumbprint),
  constraint signed_by_root_or_officer check ((case doc(content) ->> 'certifies'
    when 'compliance officer' then root_id is not null and issuer_id is null and client_data is null and authenticator_data is null
    else root_id is null and issuer_id is not null and client_data is not null and authenticator_data is not null end) is true),
  constraint certified_for_two_years_at_most check ((from_day < until_day and until_day - from_day <= 731) is true),
  constraint origin_names_the_site check ((origin ~ '^https://[a-z0-9.-]+(:[0-9]+)?$' or origin ~ '^http://localhost(:[0-9]+)?$') is true
    and (regexp_replace(split_part(origin, '://', 2), ':[0-9]+$', '') = site
         or right(regexp_replace(split_part(origin, '://', 2), ':[0-9]+$', ''), length(site) + 1) = '.' || site) is true)
);
create index reviews_certificate_passkey on reviews_certificate (passkey_id);

create function signature_count(p_authenticator_data bytea) returns bigint
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
  -- How often the passkey signed, by its own count; 0 if it does not count.
  select case when length(p_authenticator_data) >= 37
    then ('x' || encode(substring(p_authenticator_data from 34 for 4), 'hex'))::bit(32)::bigint else 0 end
$$;

-- What a passkey signed: exactly these bytes, which name the text, what the signature means, and when it was asked for.
create table reviews_assertion (
  id bigint generated always as identity primary key,
  content bytea not null,
  certificate_id bigint not null,
  passkey_id bigint not null,
  client_data bytea not null,
  authenticator_data bytea not null,
  signature bytea not null,
  at timestamptz not null default clock_timestamp(),
  count bigint not null generated always as (signature_count(authenticator_data)) stored,
  edition_id bigint not null generated always as ((doc(content) ->> 'edition')::bigint) stored,
  digest bytea not null generated always as (decode(doc(content) ->> 'digest', 'hex')) stored,
  reviewer_id bigint not null generated always as ((doc(content) ->> 'person')::bigint) stored,
  meaning text not null generated always as (doc(content) ->> 'meaning') stored,
  interests text not null generated always as (doc(content) ->> 'interests') stored,
  constraint signed_once unique (content),
  constraint by_the_certified_passkey foreign key (certificate_id, passkey_id) references reviews_certificate (id, passkey_id),
  constraint assertion_is_canonical check ((content = convert_to(canonical(doc(content)), 'UTF8')) is true),
  constraint assertion_has_every_part check ((doc(content) ?& array['asked_at', 'digest', 'edition', 'interests', 'meaning', 'person', 'signs']
    and doc(content) ->> 'signs' = 'edition'
    and doc(content) - array['asked_at', 'digest', 'edition', 'interests', 'meaning', 'person', 'signs'] = '{}') is true),
  constraint assertion_facts unique (id, edition_id, digest, reviewer_id, meaning, interests)
);
-- A key that counts its signatures counts up. If it does not, there are two of it.
create unique index passkey_counts_each_once on reviews_assertion (passkey_id, count) where count > 0;

alter table reviews_policy add column passkeys boolean not null default false;
alter table reviews_policy add constraint passkeys_of_policy unique (id, passkeys);
alter table reviews_signoff
  add column assertion_id bigint,
  add column passkeys boolean not null default false,
  add constraint one_sign_off_per_assertion unique (assertion_id),
  add constraint by_this_passkey foreign key (assertion_id, edition_id, digest, reviewer_id, meaning, interests)
    references reviews_assertion (id, edition_id, digest, reviewer_id, meaning, interests),
  add constraint as_the_policy_asks foreign key (policy_id, passkeys) references reviews_policy (id, passkeys),
  add constraint passkey_is_asked_for check (assertion_id is not null or not passkeys);
alter table reviews_signoff alter column passkeys drop default;
comment on column reviews_policy.passkeys is 'Whether each signature must be made with a certified passkey.';
