SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE SCHEMA act;

ALTER SCHEMA act OWNER TO leaf_owner;

CREATE SCHEMA gate;

ALTER SCHEMA gate OWNER TO leaf_owner;

CREATE SCHEMA live;

ALTER SCHEMA live OWNER TO leaf_owner;

-- *not* creating schema, since initdb creates it

ALTER SCHEMA public OWNER TO leaf_owner;

CREATE SCHEMA secret;

ALTER SCHEMA secret OWNER TO leaf_owner;

CREATE FUNCTION act.appoint(p_person bigint, p_office text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    AS $$
declare
  appointment bigint;
begin
  if gate.holds_office(p_person, p_office) then
    perform act.refuse('appointed_once', 'this person holds the office already');
  end if;
  if not exists (select from reviews_signingsecret where person_id = p_person) then
    perform act.refuse('signing_secret_is_enrolled', 'this person has no signing secret');
  end if;
  insert into reviews_appointment (person_id, office) values (p_person, p_office) returning id into appointment;
  perform act.enter('appoint', null, jsonb_build_object('person', p_person, 'office', p_office, 'appointment', appointment));
  return appointment;
end $$;

ALTER FUNCTION act.appoint(p_person bigint, p_office text) OWNER TO leaf_acts;

CREATE FUNCTION act.dismiss(p_person bigint, p_office text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    AS $$
declare
  appointment bigint;
begin
  for appointment in
    insert into reviews_dismissal (appointment_id)
    select id from reviews_appointment a where person_id = p_person and office = p_office
      and not exists (select from reviews_dismissal d where d.appointment_id = a.id)
    returning appointment_id
  loop
    perform act.enter('dismiss', null, jsonb_build_object('person', p_person, 'office', p_office, 'appointment', appointment));
  end loop;
end $$;

ALTER FUNCTION act.dismiss(p_person bigint, p_office text) OWNER TO leaf_acts;

CREATE FUNCTION act.enrol_secret(p_person bigint, p_salt bytea, p_hash bytea, p_old bytea, p_officer bigint, p_officer_secret bytea) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    AS $$
-- The first one is free until somebody vouched for the person; then it takes the old secret, or a compliance officer's.
declare
  secret bigint;
begin
  perform pg_advisory_xact_lock(7062, p_person::int);
  if p_officer is not null then
    if p_officer = p_person or not gate.holds_office(p_officer, 'compliance') then
      perform act.refuse('by_a_compliance_officer', 'only another person, a compliance officer, can replace it');
    end if;
    perform act.same_person(p_officer, p_officer_secret);
  elsif exists (select from reviews_signingsecret where person_id = p_person) then
    perform act.same_person(p_person, p_old);
  elsif exists (select from reviews_verification where person_id = p_person)
        or exists (select from reviews_appointment where person_id = p_person) then
    perform act.refuse('by_a_compliance_officer', 'a compliance officer has to be there');
  end if;
  insert into reviews_signingsecret (person_id, salt, hash) values (p_person, p_salt, p_hash) returning id into secret;
  execute format('create sequence secret.tries_%s', secret);
  perform act.enter('enrol secret', coalesce(p_officer, p_person), jsonb_build_object('person', p_person, 'secret', secret));
  return secret;
end $$;

ALTER FUNCTION act.enrol_secret(p_person bigint, p_salt bytea, p_hash bytea, p_old bytea, p_officer bigint, p_officer_secret bytea) OWNER TO leaf_acts;

CREATE FUNCTION act.enter(p_act text, p_actor bigint, p_facts jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    SET "DateStyle" TO 'ISO'
    AS $$
-- Appends to the ledger. Its lock is always the last one that an act takes, and is held until the act is committed.
declare
  last record;
  n bigint;
  at timestamptz;
begin
  perform pg_advisory_xact_lock(7061);
  select seq, hash into last from cms_entry order by seq desc limit 1;
  n := coalesce(last.seq + 1, 0);
  at := clock_timestamp();
  insert into cms_entry (seq, prev_hash, at, body)
  values (n, coalesce(last.hash, decode(repeat('00', 32), 'hex')), at, convert_to(canonical(
    jsonb_strip_nulls(p_facts) || jsonb_build_object('seq', n, 'act', p_act, 'actor', p_actor, 'login', session_user,
      'at', to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))), 'UTF8'));
end $$;

ALTER FUNCTION act.enter(p_act text, p_actor bigint, p_facts jsonb) OWNER TO leaf_acts;

CREATE FUNCTION act.give_verdict(p_kind text, p_edition bigint, p_digest bytea, p_reviewer bigint, p_reason text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'act', 'pg_temp'
    AS $$
declare
  e articles_edition;
  verdict bigint;
begin
  select * into e from articles_edition where id = p_edition;
  if not found or p_digest is distinct from e.digest then
    perform act.refuse('on_exactly_this', 'another text');
  end if;
  if not exists (select from reviews_verification v where v.person_id = p_reviewer and clock_timestamp() < v.valid_until
                   and not exists (select from reviews_suspension u where u.credential_id = v.credential_id)) then
    perform act.refuse('credential_in_force', 'only a reviewer with a credential in force gives a verdict');
  end if;
  perform from articles_article where id = e.article_id for no key update;
  insert into reviews_verdict (edition_id, digest, article_id, reviewer_id, kind, reason, at)
  values (e.id, e.digest, e.article_id, p_reviewer, p_kind, p_reason, clock_timestamp()) returning id into verdict;
  perform act.enter(p_kind, p_reviewer, jsonb_build_object('article', e.article_id, 'edition', e.id,
    'digest', encode(e.digest, 'hex'), 'verdict', verdict, 'reason', p_reason));
  return verdict;
end $$;

ALTER FUNCTION act.give_verdict(p_kind text, p_edition bigint, p_digest bytea, p_reviewer bigint, p_reason text) OWNER TO leaf_acts;

CREATE FUNCTION act.lift_refusal(p_verdict bigint, p_by bigint, p_secret bytea, p_reason text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    AS $$
-- By the one who refused; or overruled by the medical lead, who neither contributed to the article nor signed it.
declare
  v reviews_verdict;
begin
  perform act.same_person(p_by, p_secret);
  select * into v from reviews_verdict where id = p_verdict and kind = 'refused';
  if not found or exists (select from reviews_lift where verdict_id = p_verdict) then
    perform act.refuse('a_refusal_in_force', 'there is no refusal in force to lift');
  end if;
  perform from articles_article where id = v.article_id for no key update;
  if p_by <> v.reviewer_id then
    if not gate.holds_office(p_by, 'medical lead') then
      perform act.refuse('lifted_by_its_reviewer', 'only the one who refused, or the medical lead, lifts a refusal');
    end if;
    if exists (select from articles_edition e where e.article_id = v.article_id and p_by = any (e.contributors))
       or exists (select from articles_draftsave d where d.article_id = v.article_id and d.person_id = p_by)
       or exists (select from reviews_signoff s join articles_edition e on e.id = s.edition_id
                  where e.article_id = v.article_id and s.reviewer_id = p_by) then
      perform act.refuse('overruled_by_an_outsider', 'the medical lead contributed to this article or signed it');
    end if;
  end if;
  insert into reviews_lift (verdict_id, by_id, kind, at, reason)
  values (v.id, p_by, case when p_by = v.reviewer_id then 'lifted' else 'overruled' end, clock_timestamp(), p_reason);
  perform act.enter('lift refusal', p_by, jsonb_build_object('article', v.article_id, 'edition', v.edition_id,
    'verdict', v.id, 'reason', p_reason));
end $$;

ALTER FUNCTION act.lift_refusal(p_verdict bigint, p_by bigint, p_secret bytea, p_reason text) OWNER TO leaf_acts;

CREATE FUNCTION act.publish(p_edition bigint, p_digest bytea, p_by bigint, p_starts_at timestamp with time zone, p_reason text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    AS $$
-- Puts the edition before readers from p_starts_at (null: at once) until its sign-offs end. Returns the publication's id.
declare
  e articles_edition;
  at timestamptz;
  starts timestamptz;
  until timestamptz;
  publication bigint;
begin
  select * into e from articles_edition where id = p_edition;
  if not found or p_digest is distinct from e.digest then
    perform act.refuse('publishes_exactly_this', 'another text');
  end if;
  perform from articles_article where id = e.article_id for no key update;
  at := clock_timestamp();
  starts := coalesce(p_starts_at, at);
  if starts < at then
    perform act.refuse('not_in_the_past', 'a publication cannot start in the past');
  end if;
  if gate.refused(e.article_id) then
    perform act.refuse('no_refusal_in_force', 'a reviewer refused this article');
  end if;
  if exists (select from reviews_verdict v where v.edition_id = e.id) then
    perform act.refuse('no_changes_requested', 'a reviewer requested changes to this edition');
  end if;
  until := gate.signed_until(e.id, at);
  if until is null then
    perform act.refuse('signed_by_enough_reviewers', 'the policy''s sign-offs are not all there and in force');
  end if;
  if gate.cleared_until(e.id, at) is null then
    perform act.refuse('carries_required_disclaimers', 'a required disclaimer or a current signed statement is missing');
  end if;
  if gate.cleared_until(e.id, starts) is null then
    perform act.refuse('signed_when_it_starts', 'the sign-offs will have ended by then');
  end if;
  if coalesce(trim(p_reason), '') = '' and exists (
       select from articles_publication p join articles_edition o on o.id = p.edition_id
       where p.article_id = e.article_id and o.number > e.number) then
    perform act.refuse('no_silent_step_back', 'a newer edition was published already');
  end if;
  insert into articles_publication (article_id, edition_id, digest, starts_at, ends_at, published_by_id, published_at)
  values (e.article_id, e.id, e.digest, starts, until, p_by, at) returning id into publication;
  perform act.enter('publish', p_by, jsonb_build_object('article', e.article_id, 'edition', e.id,
    'digest', encode(e.digest, 'hex'), 'publication', publication, 'reason', nullif(trim(p_reason), ''),
    'starts_at', to_char(starts, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')));
  return publication;
end $$;

ALTER FUNCTION act.publish(p_edition bigint, p_digest bytea, p_by bigint, p_starts_at timestamp with time zone, p_reason text) OWNER TO leaf_acts;

CREATE FUNCTION act.refuse(rule text, message text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog'
    AS $$
begin
  raise exception '%', message using errcode = '23514', constraint = rule;
end $$;

ALTER FUNCTION act.refuse(rule text, message text) OWNER TO leaf_acts;

CREATE FUNCTION act.refuse_article(p_edition bigint, p_digest bytea, p_reviewer bigint, p_secret bytea, p_reason text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'act', 'pg_temp'
    AS $$
-- A refusal is signed: it binds the article until it is lifted.
begin
  perform act.same_person(p_reviewer, p_secret);
  return act.give_verdict('refused', p_edition, p_digest, p_reviewer, p_reason);
end $$;

ALTER FUNCTION act.refuse_article(p_edition bigint, p_digest bytea, p_reviewer bigint, p_secret bytea, p_reason text) OWNER TO leaf_acts;

CREATE FUNCTION act.register_credential(p_person bigint, p_name text, p_profession text, p_body text, p_number text, p_specialties text[], p_valid_until timestamp with time zone, p_officer bigint, p_secret bytea) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'act', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    AS $$
declare
  credential bigint;
begin
  if exists (select from unnest(p_specialties) s where not exists (select from articles_topic t where t.slug = s)) then
    perform act.refuse('specialties_are_topics', 'a specialty is not one of the topics');
  end if;
  insert into reviews_credential (person_id, name, profession, registration_body, registration_number, specialties)
  values (p_person, p_name, p_profession, p_body, p_number, p_specialties) returning id into credential;
  perform act.verify_credential(credential, p_valid_until, p_officer, p_secret);
  return credential;
end $$;

ALTER FUNCTION act.register_credential(p_person bigint, p_name text, p_profession text, p_body text, p_number text, p_specialties text[], p_valid_until timestamp with time zone, p_officer bigint, p_secret bytea) OWNER TO leaf_acts;

CREATE FUNCTION act.request_changes(p_edition bigint, p_digest bytea, p_reviewer bigint, p_reason text) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'act', 'pg_temp'
    AS $$
  select act.give_verdict('changes requested', p_edition, p_digest, p_reviewer, p_reason)
$$;

ALTER FUNCTION act.request_changes(p_edition bigint, p_digest bytea, p_reviewer bigint, p_reason text) OWNER TO leaf_acts;

CREATE FUNCTION act.revoke(p_sign_off bigint, p_by bigint, p_reason text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    AS $$
-- By the one who signed, or a compliance officer. No secret: taking back must be easy, also when signing is locked.
declare
  s reviews_signoff;
  article bigint;
begin
  select * into s from reviews_signoff where id = p_sign_off;
  if not found then
    perform act.refuse('something_to_revoke', 'there is no such sign-off');
  end if;
  if p_by <> s.reviewer_id and not gate.holds_office(p_by, 'compliance') then
    perform act.refuse('by_its_signer', 'only the signer or a compliance officer revokes a sign-off');
  end if;
  select article_id into article from articles_edition where id = s.edition_id;
  perform from articles_article where id = article for no key update;
  if exists (select from reviews_revocation where sign_off_id = p_sign_off) then
    perform act.refuse('something_to_revoke', 'it is revoked already');
  end if;
  insert into reviews_revocation (sign_off_id, by_id, at, reason) values (p_sign_off, p_by, clock_timestamp(), p_reason);
  perform act.enter('revoke', p_by, jsonb_build_object('article', article, 'edition', s.edition_id,
    'digest', encode(s.digest, 'hex'), 'sign_off', s.id, 'reason', p_reason));
end $$;

ALTER FUNCTION act.revoke(p_sign_off bigint, p_by bigint, p_reason text) OWNER TO leaf_acts;

CREATE FUNCTION act.same_person(p_person bigint, p_secret bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'act', 'pg_temp'
    AS $$
-- Refuses unless p_secret is what the person enrolled. Ten wrong tries lock it; they are counted in a sequence, which no
-- rollback undoes. A right one resets the count, also when it is rolled back afterwards.
declare
  s reviews_signingsecret;
  tries text;
begin
  select * into s from reviews_signingsecret where person_id = p_person order by id desc limit 1;
  if not found then
    perform act.refuse('signing_secret_is_enrolled', 'this person has no signing secret');
  end if;
  tries := format('secret.tries_%s', s.id);
  if nextval(tries::regclass) > 10 then
    perform act.refuse('signing_is_locked', 'too many wrong signing secrets');
  end if;
  if sha256(p_secret) is distinct from s.hash then
    perform act.refuse('same_person', 'that is not the signing secret');
  end if;
  perform setval(tries::regclass, 1, false);
end $$;

ALTER FUNCTION act.same_person(p_person bigint, p_secret bytea) OWNER TO leaf_acts;

CREATE FUNCTION act.sign_off(p_edition bigint, p_digest bytea, p_reviewer bigint, p_secret bytea, p_meaning text, p_interests text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'act', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    AS $$
-- One reviewer signs exactly this digest, with the credential of theirs that fits best. Whether it fits is not decided
-- here: the checks of reviews_signoff do.
declare
  e articles_edition;
  p reviews_policy;
  v reviews_verification;
  at timestamptz;
  sign_off bigint;
begin
  select * into e from articles_edition where id = p_edition;
  if not found or p_digest is distinct from e.digest then
    perform act.refuse('signs_exactly_this', 'another text');
  end if;
  perform act.same_person(p_reviewer, p_secret);
  perform from articles_article where id = e.article_id for no key update;
  if exists (select from reviews_verdict where edition_id = e.id) then
    perform act.refuse('no_changes_requested', 'changes to this edition were requested, or it was refused');
  end if;
  at := clock_timestamp();
  select * into p from reviews_policy where id = e.policy_id;
  select x.* into v from reviews_verification x where x.person_id = p_reviewer
    and not exists (select from reviews_suspension u where u.credential_id = x.credential_id)
  order by e.topics <@ x.specialties desc, at < x.valid_until desc, x.valid_until desc, x.id desc limit 1;
  if not found then
    perform act.refuse('with_this_credential', 'this person has no verified credential');
  end if;
  insert into reviews_signoff (
    edition_id, digest, contributors, topics, policy_id, requires, review_after, ends_after,
    verification_id, credential_id, reviewer_id, reviewer_name, profession, specialties, verified_at, valid_until,
    meaning, interests, signed_at, review_due_at, ends_at)
  values (
    e.id, e.digest, e.contributors, e.topics, p.id, p.requires, p.review_after, p.ends_after,
    v.id, v.credential_id, v.person_id, v.name, v.profession, v.specialties, v.verified_at, v.valid_until,
    p_meaning, p_interests, at,
    (at at time zone 'UTC' + p.review_after) at time zone 'UTC', (at at time zone 'UTC' + p.ends_after) at time zone 'UTC')
  returning id into sign_off;
  perform act.enter('sign off', p_reviewer, jsonb_build_object('article', e.article_id, 'edition', e.id,
    'digest', encode(e.digest, 'hex'), 'sign_off', sign_off, 'meaning', p_meaning, 'credential', v.credential_id));
  return sign_off;
end $$;

ALTER FUNCTION act.sign_off(p_edition bigint, p_digest bytea, p_reviewer bigint, p_secret bytea, p_meaning text, p_interests text) OWNER TO leaf_acts;

CREATE FUNCTION act.submit(p_article bigint, p_seen bytea, p_by bigint) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    SET "DateStyle" TO 'ISO'
    SET default_text_search_config TO 'pg_catalog.simple'
    AS $$
-- Freezes the draft, if it is still the one that was seen, into the article's next edition. Returns the edition's id.
declare
  d jsonb;
  at timestamptz;
  words tsvector;
  topics text[];
  policy bigint;
  newest articles_edition;
  edition bigint;
begin
  perform from articles_article where id = p_article for no key update;
  if not found then
    perform act.refuse('article_exists', 'there is no such article');
  end if;
  at := clock_timestamp();
  d := gate.draft_document(p_article);
  if sha256(convert_to(canonical(d), 'UTF8')) is distinct from p_seen then
    perform act.refuse('draft_as_seen', 'the draft is not the one that was seen');
  end if;
  select * into newest from articles_edition where article_id = p_article order by number desc limit 1;
  if newest.draft_digest = p_seen and (
       exists (select from reviews_verdict v where v.edition_id = newest.id)
       or (select count(*) from reviews_signoff s where s.edition_id = newest.id)
          < (select cardinality(requires) from reviews_policy where id = newest.policy_id)) then
    perform act.refuse('something_new_to_submit', 'this very text is the newest edition already');
  end if;
  words := author_words(d);
  topics := texts_at(d -> 'topics', 'slug');
  policy := gate.policy_for(d ->> 'kind', d ->> 'slug', topics, words, at);
  if policy is null then
    perform act.refuse('a_policy_covers_it', 'no review policy covers this text');
  end if;
  insert into articles_address (slug, article_id) values (d ->> 'slug', p_article) on conflict do nothing;
  if not exists (select from articles_address where slug = d ->> 'slug' and article_id = p_article) then
    perform act.refuse('own_address', 'another article has this address');
  end if;
  d := d || gate.carried(d ->> 'kind', words, topics, texts(d -> 'flags'), texts_at(d -> 'references', 'design'), at)
    || jsonb_build_object(
      'number', coalesce(newest.number, 0) + 1,
      'policy', policy,
      'contributors', (select jsonb_agg(person order by person) from (
         select person_id as person from articles_draftsave where article_id = p_article
         union select person_id from articles_byline where article_id = p_article
         union select p_by) everybody));
  insert into articles_edition (content, draft_digest, submitted_by_id, submitted_at)
  values (convert_to(canonical(d), 'UTF8'), p_seen, p_by, at) returning id into edition;
  perform act.enter('submit', p_by, (
    select jsonb_build_object('article', p_article, 'edition', edition, 'number', e.number, 'digest', encode(e.digest, 'hex'))
    from articles_edition e where e.id = edition));
  return edition;
end $$;

ALTER FUNCTION act.submit(p_article bigint, p_seen bytea, p_by bigint) OWNER TO leaf_acts;

CREATE FUNCTION act.suspend_credential(p_credential bigint, p_by bigint, p_reason text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    AS $$
begin
  if not gate.holds_office(p_by, 'compliance') then
    perform act.refuse('by_a_compliance_officer', 'only a compliance officer suspends credentials');
  end if;
  if exists (select from reviews_suspension where credential_id = p_credential) then
    perform act.refuse('suspended_once', 'it is suspended already');
  end if;
  insert into reviews_suspension (credential_id, by_id, at, reason) values (p_credential, p_by, clock_timestamp(), p_reason);
  perform act.enter('suspend credential', p_by, jsonb_build_object('credential', p_credential, 'reason', p_reason));
end $$;

ALTER FUNCTION act.suspend_credential(p_credential bigint, p_by bigint, p_reason text) OWNER TO leaf_acts;

CREATE FUNCTION act.take_down(p_article bigint, p_kind text, p_by bigint, p_reason text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'act', 'pg_temp'
    AS $$
-- Hides every publication of the article made until now, scheduled ones too.
declare
  newest bigint;
  take_down bigint;
begin
  perform from articles_article where id = p_article for no key update;
  select max(id) into newest from articles_publication where article_id = p_article;
  if newest is null then
    perform act.refuse('something_to_take_down', 'this article was never published');
  end if;
  if exists (select from articles_takedown t where t.publication_id = newest and (t.kind = p_kind or t.kind = 'retracted')) then
    perform act.refuse('something_to_take_down', 'it is taken down already');
  end if;
  insert into articles_takedown (article_id, publication_id, kind, by_id, at, reason)
  values (p_article, newest, p_kind, p_by, clock_timestamp(), p_reason) returning id into take_down;
  perform act.enter(p_kind, p_by, jsonb_build_object('article', p_article, 'publication', newest, 'reason', p_reason));
  return take_down;
end $$;

ALTER FUNCTION act.take_down(p_article bigint, p_kind text, p_by bigint, p_reason text) OWNER TO leaf_acts;

CREATE FUNCTION act.verify_credential(p_credential bigint, p_valid_until timestamp with time zone, p_officer bigint, p_secret bytea) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'act', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    AS $$
-- A compliance officer checked the credential: it is in force until p_valid_until, 366 days at most.
declare
  c reviews_credential;
  appointment bigint;
  verification bigint;
begin
  perform act.same_person(p_officer, p_secret);
  select * into c from reviews_credential where id = p_credential;
  if not found then
    perform act.refuse('of_this_credential', 'there is no such credential');
  end if;
  select id into appointment from reviews_appointment a where person_id = p_officer and office = 'compliance'
    and not exists (select from reviews_dismissal d where d.appointment_id = a.id);
  if appointment is null then
    perform act.refuse('by_a_compliance_officer', 'only a compliance officer verifies credentials');
  end if;
  if not exists (select from reviews_signingsecret where person_id = c.person_id) then
    perform act.refuse('signing_secret_is_enrolled', 'the reviewer enrols a signing secret first');
  end if;
  insert into reviews_verification (credential_id, person_id, name, profession, specialties, officer_id, appointment_id,
                                    verified_at, valid_until)
  values (c.id, c.person_id, c.name, c.profession, c.specialties, p_officer, appointment, clock_timestamp(), p_valid_until)
  returning id into verification;
  perform act.enter('verify credential', p_officer, jsonb_build_object('person', c.person_id, 'credential', c.id,
    'verification', verification));
  return verification;
end $$;

ALTER FUNCTION act.verify_credential(p_credential bigint, p_valid_until timestamp with time zone, p_officer bigint, p_secret bytea) OWNER TO leaf_acts;

CREATE FUNCTION gate.append_only() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog'
    AS $$
begin
  raise exception '% on % is refused: evidence is only added to', tg_op, tg_table_name
    using errcode = '23514', constraint = 'append_only';
end $$;

ALTER FUNCTION gate.append_only() OWNER TO leaf_owner;

CREATE FUNCTION gate.carried(p_kind text, p_words tsvector, p_topics text[], p_flags text[], p_designs text[], p_at timestamp with time zone) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    AS $$
  -- What an edition frozen at this instant carries: the disclaimers, text and all, and the names of the statements.
  select jsonb_build_object(
    'disclaimers', coalesce((
      select jsonb_agg(jsonb_build_object('id', code || '.' || version, 'code', code, 'version', version, 'name', name,
                                          'short', short, 'full', "full", 'placement', placement) order by position, code)
      from gate.required_disclaimers(p_words, p_topics, p_flags, p_designs, p_at) where p_kind = 'article'), '[]'),
    'statements', coalesce((
      select jsonb_agg(jsonb_build_object('slug', slug, 'placement', placement) order by slug collate "C")
      from gate.required_statements(p_words, p_topics, p_flags, p_designs, p_at) where p_kind = 'article'), '[]'))
$$;

ALTER FUNCTION gate.carried(p_kind text, p_words tsvector, p_topics text[], p_flags text[], p_designs text[], p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.cleared_until(p_edition bigint, p_at timestamp with time zone) RETURNS timestamp with time zone
    LANGUAGE sql STABLE SECURITY DEFINER COST 10000
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    AS $$
  -- The instant until which the edition is cleared, if nothing happens meanwhile; null: it is not cleared at p_at.
  select gate.signed_until(e.id, p_at)
  from articles_edition e
  where e.id = p_edition
    and not exists (select from reviews_verdict v where v.edition_id = e.id)
    and not gate.refused(e.article_id)
    and (e.kind = 'statement' or (
      not exists (select from gate.required_disclaimers(e.words, e.topics, e.flags, e.designs, p_at) d
                  where d.binding_at <= p_at and not d.code || '.' || d.version = any (e.disclaimers))
      and not exists (select from gate.required_statements(e.words, e.topics, e.flags, e.designs, p_at) s
                      where s.binding_at <= p_at and not s.slug = any (e.statements))
      and not exists (select from unnest(e.statements) needed where gate.current_statement(needed, p_at) is null)))
$$;

ALTER FUNCTION gate.cleared_until(p_edition bigint, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.current_statement(p_slug text, p_at timestamp with time zone) RETURNS bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    AS $$
-- The edition of this statement that is shown at this instant, or of its fallback; null if there is none.
declare
  found_edition bigint;
  other text;
begin
  select e.id into found_edition
  from articles_address a
  join lateral (select * from articles_publication x where x.article_id = a.article_id and x.starts_at <= p_at
                order by x.id desc limit 1) p on true
  join articles_edition e on e.id = p.edition_id and e.digest = p.digest and e.slug = a.slug and e.kind = 'statement'
  where a.slug = p_slug and p_at < p.ends_at
    and not exists (select from articles_takedown t where t.article_id = p.article_id and t.publication_id >= p.id)
    and gate.cleared_until(e.id, p_at) is not null;
  if found_edition is null then
    select fallback into other from articles_statement where slug = p_slug and adopted_at <= p_at order by version desc limit 1;
    if other is not null then
      return gate.current_statement(other, p_at);
    end if;
  end if;
  return found_edition;
end $$;

ALTER FUNCTION gate.current_statement(p_slug text, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.draft_digest(p_article bigint) RETURNS bytea
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    AS $$
  select sha256(convert_to(canonical(gate.draft_document(p_article)), 'UTF8'))
$$;

ALTER FUNCTION gate.draft_digest(p_article bigint) OWNER TO leaf_owner;

CREATE FUNCTION gate.draft_document(p_article bigint) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
  -- The draft as an edition would freeze it, without what the freezing adds.
  select jsonb_build_object(
    'schema', 1, 'article', a.id, 'kind', a.kind, 'slug', a.slug, 'language', a.language, 'title', a.title,
    'summary', a.summary, 'key_points', to_jsonb(a.key_points), 'html', a.body, 'funding', a.funding,
    'flags', case when a.uses_ai_tools then '["ai-tools"]' else '[]' end::jsonb, 'contacts', a.contacts,
    'topics', coalesce((
      select jsonb_agg(jsonb_build_object('slug', t.slug, 'name', t.name) order by t.slug collate "C")
      from articles_topic t join articles_article_topics l on l.topic_id = t.id where l.article_id = a.id), '[]'),
    'bylines', coalesce((
      select jsonb_agg(jsonb_build_object('person', p.id, 'name', p.name) order by b.position, b.id)
      from articles_byline b join cms_person p on p.id = b.person_id where b.article_id = a.id), '[]'),
    'references', coalesce((
      select jsonb_agg(jsonb_build_object('key', r.key, 'authors', r.authors, 'title', r.title, 'journal', r.journal,
        'year', r.year, 'volume', r.volume, 'pages', r.pages, 'doi', r.doi, 'pmid', r.pmid, 'pmcid', r.pmcid, 'url', r.url,
        'accessed_on', to_char(r.accessed_on, 'YYYY-MM-DD'), 'design', r.design) order by r.position, r.id)
      from articles_reference r where r.article_id = a.id), '[]'))
  from articles_article a where a.id = p_article
$$;

ALTER FUNCTION gate.draft_document(p_article bigint) OWNER TO leaf_owner;

CREATE FUNCTION gate.edition_carries_what_it_must() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    AS $$
declare
  must jsonb := gate.carried(new.kind, new.words, new.topics, new.flags, new.designs, new.submitted_at);
begin
  if (doc(new.content) @> must) is not true then
    raise exception 'a required disclaimer or statement is missing or altered'
      using errcode = '23514', constraint = 'carries_required_disclaimers';
  end if;
  return null;
end $$;

ALTER FUNCTION gate.edition_carries_what_it_must() OWNER TO leaf_owner;

CREATE FUNCTION gate.fate(p_article bigint, p_at timestamp with time zone) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    AS $$
  -- Why the article's newest started publication is not shown; null if none ever started.
  select case
    when t.kind is not null then t.kind
    when exists (select from reviews_signoff s join reviews_revocation r on r.sign_off_id = s.id where s.edition_id = p.edition_id)
      then 'revoked'
    else 'ended' end
  from articles_publication p
  left join lateral (select kind from articles_takedown t where t.article_id = p.article_id and t.publication_id >= p.id
                     order by t.id desc limit 1) t on true
  where p.article_id = p_article and p.starts_at <= p_at
  order by p.id desc limit 1
$$;

ALTER FUNCTION gate.fate(p_article bigint, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.holds_office(p_person bigint, p_office text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
  select exists (select from reviews_appointment a where a.person_id = p_person and a.office = p_office
                   and not exists (select from reviews_dismissal d where d.appointment_id = a.id))
$$;

ALTER FUNCTION gate.holds_office(p_person bigint, p_office text) OWNER TO leaf_owner;

CREATE FUNCTION gate.policy_for(p_kind text, p_slug text, p_topics text[], p_words tsvector, p_at timestamp with time zone) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
  select id from (select distinct on (name) * from reviews_policy where adopted_at <= p_at order by name, version desc) p
  where p.kind = p_kind and (p.always or p_slug = any (p.slugs) or p.topics && p_topics or p_words @@ p.query)
  order by rank desc, id limit 1
$$;

ALTER FUNCTION gate.policy_for(p_kind text, p_slug text, p_topics text[], p_words tsvector, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.refused(p_article bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
  select exists (select from reviews_verdict v where v.article_id = p_article and v.kind = 'refused'
                   and not exists (select from reviews_lift l where l.verdict_id = v.id))
$$;

ALTER FUNCTION gate.refused(p_article bigint) OWNER TO leaf_owner;

CREATE FUNCTION public.every_term_says_something(terms text[]) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  select not exists (select from unnest(terms) term where plain_words(term) = '')
$$;

ALTER FUNCTION public.every_term_says_something(terms text[]) OWNER TO leaf_owner;

CREATE FUNCTION public.terms_query(terms text[]) RETURNS tsquery
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  select coalesce((select string_agg('(' || term_query(term)::text || ')', ' | ') from unnest(terms) term), '')::tsquery
$$;

ALTER FUNCTION public.terms_query(terms text[]) OWNER TO leaf_owner;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE public.articles_disclaimer (
    id bigint NOT NULL,
    code text NOT NULL,
    version integer NOT NULL,
    name text NOT NULL,
    short text NOT NULL,
    "full" text NOT NULL,
    "position" integer NOT NULL,
    placement text NOT NULL,
    drawn_by text NOT NULL,
    always boolean NOT NULL,
    topics text[] NOT NULL,
    words text[] NOT NULL,
    flags text[] NOT NULL,
    designs text[] NOT NULL,
    query tsquery GENERATED ALWAYS AS (public.terms_query(words)) STORED NOT NULL,
    source text NOT NULL,
    note text NOT NULL,
    adopted_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    binding_at timestamp with time zone,
    CONSTRAINT a_text_to_carry CHECK ((((drawn_by <> 'text'::text) OR (("full" <> ''::text) AND ((placement <> 'top'::text) OR (short <> ''::text)))) IS TRUE)),
    CONSTRAINT articles_disclaimer_code_check CHECK ((code ~ '^D-[A-Z0-9-]+$'::text)),
    CONSTRAINT articles_disclaimer_drawn_by_check CHECK ((drawn_by = ANY (ARRAY['text'::text, 'frame'::text, 'nobody'::text]))),
    CONSTRAINT articles_disclaimer_name_check CHECK ((name <> ''::text)),
    CONSTRAINT articles_disclaimer_placement_check CHECK ((placement = ANY (ARRAY['top'::text, 'safety'::text, 'reference'::text, 'about'::text]))),
    CONSTRAINT articles_disclaimer_version_check CHECK ((version > 0)),
    CONSTRAINT every_term_says_something CHECK (public.every_term_says_something(words))
);

ALTER TABLE public.articles_disclaimer OWNER TO leaf_owner;

CREATE FUNCTION gate.required_disclaimers(p_words tsvector, p_topics text[], p_flags text[], p_designs text[], p_at timestamp with time zone) RETURNS SETOF public.articles_disclaimer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
  select * from (select distinct on (code) * from articles_disclaimer where adopted_at <= p_at order by code, version desc) d
  where d.drawn_by = 'text'
    and (d.always or d.topics && p_topics or p_words @@ d.query or d.flags && p_flags or d.designs && p_designs)
$$;

ALTER FUNCTION gate.required_disclaimers(p_words tsvector, p_topics text[], p_flags text[], p_designs text[], p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE TABLE public.articles_statement (
    id bigint NOT NULL,
    slug text NOT NULL,
    version integer NOT NULL,
    name text NOT NULL,
    placement text NOT NULL,
    fallback text,
    always boolean NOT NULL,
    topics text[] NOT NULL,
    words text[] NOT NULL,
    flags text[] NOT NULL,
    designs text[] NOT NULL,
    query tsquery GENERATED ALWAYS AS (public.terms_query(words)) STORED NOT NULL,
    source text NOT NULL,
    note text NOT NULL,
    adopted_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    binding_at timestamp with time zone,
    CONSTRAINT articles_statement_name_check CHECK ((name <> ''::text)),
    CONSTRAINT articles_statement_placement_check CHECK ((placement = ANY (ARRAY['crisis'::text, 'top'::text, 'safety'::text, 'about'::text, 'notice'::text]))),
    CONSTRAINT articles_statement_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
    CONSTRAINT articles_statement_version_check CHECK ((version > 0)),
    CONSTRAINT every_term_says_something CHECK (public.every_term_says_something(words)),
    CONSTRAINT falls_back_on_another CHECK (((fallback <> slug) IS NOT FALSE))
);

ALTER TABLE public.articles_statement OWNER TO leaf_owner;

CREATE FUNCTION gate.required_statements(p_words tsvector, p_topics text[], p_flags text[], p_designs text[], p_at timestamp with time zone) RETURNS SETOF public.articles_statement
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
  select * from (select distinct on (slug) * from articles_statement where adopted_at <= p_at order by slug, version desc) s
  where s.always or s.topics && p_topics or p_words @@ s.query or s.flags && p_flags or s.designs && p_designs
$$;

ALTER FUNCTION gate.required_statements(p_words tsvector, p_topics text[], p_flags text[], p_designs text[], p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.signatures(p_edition bigint, p_at timestamp with time zone) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    AS $$
  select coalesce(jsonb_agg(jsonb_build_object('name', reviewer_name, 'profession', profession, 'meaning', meaning,
    'interests', interests, 'signed_at', signed_at, 'review_due_at', review_due_at, 'ends_at', ends_at) order by signed_at, id), '[]')
  from gate.standing_sign_offs(p_edition, p_at)
$$;

ALTER FUNCTION gate.signatures(p_edition bigint, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.signed_until(p_edition bigint, p_at timestamp with time zone) RETURNS timestamp with time zone
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    AS $$
  -- The instant until which the standing sign-offs are enough for the policy; null if they are not.
  select case when bool_and(best.until is not null) then min(best.until) end
  from articles_edition e join reviews_policy p on p.id = e.policy_id, unnest(p.requires) as asked (meaning),
    lateral (select max(s.ends_at) as until from gate.standing_sign_offs(e.id, p_at) s where s.meaning = asked.meaning) best
  where e.id = p_edition
$$;

ALTER FUNCTION gate.signed_until(p_edition bigint, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE TABLE public.reviews_signoff (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    digest bytea NOT NULL,
    contributors bigint[] NOT NULL,
    topics text[] NOT NULL,
    policy_id bigint NOT NULL,
    requires text[] NOT NULL,
    review_after interval NOT NULL,
    ends_after interval NOT NULL,
    verification_id bigint NOT NULL,
    credential_id bigint NOT NULL,
    reviewer_id bigint NOT NULL,
    reviewer_name text NOT NULL,
    profession text NOT NULL,
    specialties text[] NOT NULL,
    verified_at timestamp with time zone NOT NULL,
    valid_until timestamp with time zone NOT NULL,
    meaning text NOT NULL,
    interests text NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    review_due_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    CONSTRAINT credential_covers_the_topics CHECK (((topics <@ specialties) IS TRUE)),
    CONSTRAINT credential_in_force CHECK ((((verified_at <= signed_at) AND (signed_at < valid_until)) IS TRUE)),
    CONSTRAINT interests_are_declared CHECK ((TRIM(BOTH FROM interests) <> ''::text)),
    CONSTRAINT meaning_is_asked_for CHECK (((meaning = ANY (requires)) IS TRUE)),
    CONSTRAINT no_contributor_signs CHECK (((NOT (reviewer_id = ANY (contributors))) IS TRUE)),
    CONSTRAINT within_the_policy CHECK ((((review_due_at = (((signed_at AT TIME ZONE 'UTC'::text) + review_after) AT TIME ZONE 'UTC'::text)) AND (ends_at = (((signed_at AT TIME ZONE 'UTC'::text) + ends_after) AT TIME ZONE 'UTC'::text))) IS TRUE))
);

ALTER TABLE public.reviews_signoff OWNER TO leaf_owner;

CREATE FUNCTION gate.standing_sign_offs(p_edition bigint, p_at timestamp with time zone) RETURNS SETOF public.reviews_signoff
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
  -- Not ended, not revoked, by no contributor, and with a credential that is not suspended and lapsed 30 days ago at most.
  select s.* from reviews_signoff s join articles_edition e on e.id = s.edition_id and e.digest = s.digest
  where s.edition_id = p_edition and s.signed_at <= p_at and p_at < s.ends_at
    and not s.reviewer_id = any (e.contributors)
    and not exists (select from reviews_revocation r where r.sign_off_id = s.id)
    and not exists (select from reviews_suspension u where u.credential_id = s.credential_id)
    and exists (select from reviews_verification v
                where v.credential_id = s.credential_id and p_at < v.valid_until + interval '720 hours')
$$;

ALTER FUNCTION gate.standing_sign_offs(p_edition bigint, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.statement(p_slug text, p_at timestamp with time zone) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    AS $$
  -- What is shown for a statement at this instant: its current signed edition, or its fallback's. Null if neither is.
  select jsonb_build_object('asked', p_slug, 'slug', e.slug, 'title', e.title, 'short', e.summary, 'html', e.html,
    'contacts', doc(e.content) -> 'contacts', 'references', doc(e.content) -> 'references', 'number', e.number,
    'digest', encode(e.digest, 'hex'), 'sign_offs', gate.signatures(e.id, p_at),
    'checked_at', (select max(signed_at) from gate.standing_sign_offs(e.id, p_at)))
  from articles_edition e where e.id = gate.current_statement(p_slug, p_at)
$$;

ALTER FUNCTION gate.statement(p_slug text, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.statements(p_slugs text[], p_at timestamp with time zone) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    AS $$
  select coalesce(jsonb_object_agg(slug, gate.statement(slug, p_at)), '{}') from unnest(p_slugs) slug
$$;

ALTER FUNCTION gate.statements(p_slugs text[], p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION public.author_text(d jsonb, instead text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  select concat_ws(' ', d ->> 'slug', d ->> 'title', d ->> 'summary',
                   (select string_agg(point, ' ') from jsonb_array_elements_text(d -> 'key_points') point),
                   without_tags(d ->> 'html', instead), d ->> 'funding')
$$;

ALTER FUNCTION public.author_text(d jsonb, instead text) OWNER TO leaf_owner;

COMMENT ON FUNCTION public.author_text(d jsonb, instead text) IS 'What the author wrote, without its markup. Never the disclaimers, so that none calls for itself.';

CREATE FUNCTION public.author_words(d jsonb) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  -- Twice: a tag inside a word hides nothing ("sui<b>cide"), and one after a word joins nothing ("depression<sup>1").
  select to_tsvector('pg_catalog.simple', plain_words(author_text(d, '')) || ' ' || plain_words(author_text(d, ' ')))
$$;

ALTER FUNCTION public.author_words(d jsonb) OWNER TO leaf_owner;

CREATE FUNCTION public.canonical(j jsonb) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public'
    AS $$
declare
  t text := jsonb_typeof(j);
begin
  if t = 'object' then
    return '{' || coalesce((select string_agg(to_jsonb(k)::text || ':' || public.canonical(v), ',' order by k collate "C")
                            from jsonb_each(j) as pair (k, v)), '') || '}';
  elsif t = 'array' then
    return '[' || coalesce((select string_agg(public.canonical(v), ',' order by n)
                            from jsonb_array_elements(j) with ordinality as item (v, n)), '') || ']';
  end if;
  return j::text;
end $$;

ALTER FUNCTION public.canonical(j jsonb) OWNER TO leaf_owner;

COMMENT ON FUNCTION public.canonical(j jsonb) IS 'The one text of a JSON document: keys sorted, no spaces, no key twice (RFC 8785).';

CREATE FUNCTION public.cited_keys(html text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog'
    AS $$
  select coalesce(array_agg(distinct key[1]), '{}')
  from regexp_matches(html, '\[(@[a-z0-9-]+(?:; @[a-z0-9-]+)*)\]', 'g') citation,
       regexp_matches(citation[1], '@([a-z0-9-]+)', 'g') key
$$;

ALTER FUNCTION public.cited_keys(html text) OWNER TO leaf_owner;

COMMENT ON FUNCTION public.cited_keys(html text) IS 'The keys in "[@key]" and "[@one; @other]".';

CREATE FUNCTION public.doc(b bytea) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog'
    AS $$
begin
  return convert_from(b, 'UTF8')::jsonb;
end $$;

ALTER FUNCTION public.doc(b bytea) OWNER TO leaf_owner;

COMMENT ON FUNCTION public.doc(b bytea) IS 'The JSON document in these bytes. Immutable, unlike convert_from: the database is always UTF-8.';

CREATE FUNCTION public.in_vocabulary(html text) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog'
    AS $$
-- The editor's vocabulary and nothing else, every element closed in its turn.
declare
  tag text;
  name text;
  open text[] := '{}';
begin
  if regexp_replace(html,
       '</?(?:p|h2|h3|ul|ol|li|strong|em|sub|sup|blockquote)>|<br>|</a>'
       || '|<a href="(?:https?://|mailto:|tel:|/|#)[^"<>[:cntrl:][:space:]]*"(?: rel="noopener noreferrer")?>',
       '', 'g') ~ '[<>]' then
    return false;
  end if;
  for tag in select m[1] from regexp_matches(html, '<(/?[a-z0-9]+)', 'g') m loop
    name := ltrim(tag, '/');
    if tag = 'br' then
      continue;
    elsif tag = name then
      open := open || name;
    elsif open[cardinality(open)] is distinct from name then
      return false;
    else
      open := open[:cardinality(open) - 1];
    end if;
  end loop;
  return open = '{}';
end $$;

ALTER FUNCTION public.in_vocabulary(html text) OWNER TO leaf_owner;

CREATE FUNCTION public.note_draft_save() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $_$
-- Argument: the column that holds the article's id. Fires on the article and on all that belongs to its text.
declare
  person text := coalesce(current_setting('signed_leaf.person', true), '');
  of_article text;
begin
  if person !~ '^[0-9]+$' then
    raise exception 'nobody is named as the one who saves' using errcode = '23514', constraint = 'every_save_has_a_person';
  end if;
  for of_article in
    select distinct r ->> tg_argv[0] from unnest(array[
      case when tg_op <> 'INSERT' then to_jsonb(old) end, case when tg_op <> 'DELETE' then to_jsonb(new) end]) r
    where r is not null
  loop
    insert into public.articles_draftsave (article_id, person_id) values (of_article::bigint, person::bigint)
      on conflict on constraint one_draft_save_per_transaction do nothing;
  end loop;
  return null;
end $_$;

ALTER FUNCTION public.note_draft_save() OWNER TO leaf_owner;

CREATE FUNCTION public.nothing_invisible(t text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog'
    AS $$
  select t !~ U&'[\0001-\0008\000B\000C\000E-\001F\007F-\009F\00AD\034F\061C\115F\1160\17B4\17B5\180B-\180F\200B-\200F\2028-\202E\2060-\206F\3164\FEFF\FFA0\FFF9-\FFFB\+0E0000-\+0E0FFF]'
$$;

ALTER FUNCTION public.nothing_invisible(t text) OWNER TO leaf_owner;

CREATE FUNCTION public.numbers(list jsonb) RETURNS bigint[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog'
    AS $$
  select coalesce(array_agg(n::bigint order by n::bigint), '{}') from jsonb_array_elements_text(list) n
$$;

ALTER FUNCTION public.numbers(list jsonb) OWNER TO leaf_owner;

CREATE FUNCTION public.one_script(t text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog'
    AS $$
  -- A letter that looks Latin and is not, inside a Latin word, shows the reader one word and the rules another.
  -- Greek mu beside Latin is a unit ("μg").
  select normalize(t, NFKD) !~ U&'[A-Za-z][\0370-\03BB\03BD-\052F\0530-\058F\13A0-\13FF\A4D0-\A4FF\AB70-\ABBF]|[\0370-\03BB\03BD-\052F\0530-\058F\13A0-\13FF\A4D0-\A4FF\AB70-\ABBF][A-Za-z]'
$$;

ALTER FUNCTION public.one_script(t text) OWNER TO leaf_owner;

CREATE FUNCTION public.plain_words(t text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog'
    AS $$
  -- Marks, invisible and format characters go; all but letters and digits part words; digits part from letters ("50mg").
  select trim(regexp_replace(regexp_replace(regexp_replace(
           lower(regexp_replace(normalize(t, NFKD),
             U&'[\00AD\0300-\036F\034F\061C\115F\1160\17B4\17B5\180B-\180F\200B-\200F\202A-\202E\2060-\206F\3164\FE00-\FE0F\FEFF\FFA0\+0E0000-\+0E0FFF''\2019\02BC]+',
             '', 'g')),
           '[^[:alnum:]]+', ' ', 'g'), '([0-9])([^0-9 ])', '\1 \2', 'g'), '([^0-9 ])([0-9])', '\1 \2', 'g'))
$$;

ALTER FUNCTION public.plain_words(t text) OWNER TO leaf_owner;

COMMENT ON FUNCTION public.plain_words(t text) IS 'The words of a text, lower case, parted by single spaces, as rules match them.';

CREATE FUNCTION public.safe_links(d jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog'
    AS $_$
  select not exists (select from jsonb_array_elements(d -> 'references') r where r ->> 'url' !~ '^(https?://[^[:space:]<>"]+)?$')
     and not exists (select from jsonb_array_elements(d -> 'contacts') c, jsonb_array_elements(c -> 'links') l
                     where (l ->> 'href' ~ '^(tel:[0-9+]+|sms:[0-9+]+|https://[^[:space:]<>"]+|mailto:[^[:space:]<>"]+)$') is not true)
$_$;

ALTER FUNCTION public.safe_links(d jsonb) OWNER TO leaf_owner;

CREATE FUNCTION public.term_query(term text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  -- A word or a phrase; "*" at its end: any continuation of the last word.
  select (select string_agg('''' || word || '''' || case when n = last and term like '%*' then ':*' else '' end, ' <-> ' order by n)
          from (select word, n, max(n) over () as last
                from regexp_split_to_table(nullif(plain_words(term), ''), ' ') with ordinality as w (word, n)) w)::tsquery
$$;

ALTER FUNCTION public.term_query(term text) OWNER TO leaf_owner;

CREATE FUNCTION public.texts(list jsonb) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog'
    AS $$
  select coalesce(array_agg(item order by item collate "C"), '{}') from jsonb_array_elements_text(list) item
$$;

ALTER FUNCTION public.texts(list jsonb) OWNER TO leaf_owner;

CREATE FUNCTION public.texts_at(list jsonb, field text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog'
    AS $$
  select coalesce(array_agg(item ->> field order by item ->> field collate "C"), '{}') from jsonb_array_elements(list) item
$$;

ALTER FUNCTION public.texts_at(list jsonb, field text) OWNER TO leaf_owner;

COMMENT ON FUNCTION public.texts_at(list jsonb, field text) IS 'One field of every object in a list, sorted.';

CREATE FUNCTION public.without_tags(html text, instead text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog'
    AS $$
  -- Inline tags become `instead`, all others a space. Entities that the sanitiser writes are read, "&amp;" last.
  select replace(replace(replace(replace(replace(replace(
           regexp_replace(regexp_replace(html, '</?(strong|em|sub|sup|a)(\s[^<>]*)?>', instead, 'gi'), '<[^<>]*>', ' ', 'g'),
           '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&#39;', ''''), '&nbsp;', ' '), '&amp;', '&')
$$;

ALTER FUNCTION public.without_tags(html text, instead text) OWNER TO leaf_owner;

CREATE TABLE public.articles_edition (
    id bigint NOT NULL,
    content bytea NOT NULL,
    draft_digest bytea NOT NULL,
    submitted_by_id bigint NOT NULL,
    submitted_at timestamp with time zone NOT NULL,
    digest bytea GENERATED ALWAYS AS (sha256(content)) STORED NOT NULL,
    article_id bigint GENERATED ALWAYS AS (((public.doc(content) ->> 'article'::text))::bigint) STORED NOT NULL,
    kind text GENERATED ALWAYS AS ((public.doc(content) ->> 'kind'::text)) STORED NOT NULL,
    number integer GENERATED ALWAYS AS (((public.doc(content) ->> 'number'::text))::integer) STORED NOT NULL,
    slug text GENERATED ALWAYS AS ((public.doc(content) ->> 'slug'::text)) STORED NOT NULL,
    title text GENERATED ALWAYS AS ((public.doc(content) ->> 'title'::text)) STORED NOT NULL,
    summary text GENERATED ALWAYS AS ((public.doc(content) ->> 'summary'::text)) STORED NOT NULL,
    html text GENERATED ALWAYS AS ((public.doc(content) ->> 'html'::text)) STORED NOT NULL,
    policy_id bigint GENERATED ALWAYS AS (((public.doc(content) ->> 'policy'::text))::bigint) STORED NOT NULL,
    contributors bigint[] GENERATED ALWAYS AS (public.numbers((public.doc(content) -> 'contributors'::text))) STORED NOT NULL,
    topics text[] GENERATED ALWAYS AS (public.texts_at((public.doc(content) -> 'topics'::text), 'slug'::text)) STORED NOT NULL,
    disclaimers text[] GENERATED ALWAYS AS (public.texts_at((public.doc(content) -> 'disclaimers'::text), 'id'::text)) STORED NOT NULL,
    statements text[] GENERATED ALWAYS AS (public.texts_at((public.doc(content) -> 'statements'::text), 'slug'::text)) STORED NOT NULL,
    flags text[] GENERATED ALWAYS AS (public.texts((public.doc(content) -> 'flags'::text))) STORED NOT NULL,
    designs text[] GENERATED ALWAYS AS (public.texts_at((public.doc(content) -> 'references'::text), 'design'::text)) STORED NOT NULL,
    words tsvector GENERATED ALWAYS AS (public.author_words(public.doc(content))) STORED NOT NULL,
    search tsvector GENERATED ALWAYS AS (((setweight(to_tsvector('english'::regconfig, (public.doc(content) ->> 'title'::text)), 'A'::"char") || setweight(to_tsvector('english'::regconfig, (public.doc(content) ->> 'summary'::text)), 'B'::"char")) || to_tsvector('english'::regconfig, public.without_tags((public.doc(content) ->> 'html'::text), ' '::text)))) STORED NOT NULL,
    CONSTRAINT article_has_a_byline CHECK ((((kind = 'statement'::text) OR (jsonb_array_length((public.doc(content) -> 'bylines'::text)) > 0)) IS TRUE)),
    CONSTRAINT article_has_a_topic CHECK ((((kind = 'statement'::text) OR (jsonb_array_length((public.doc(content) -> 'topics'::text)) > 0)) IS TRUE)),
    CONSTRAINT body_is_written CHECK (((public.plain_words(public.without_tags((public.doc(content) ->> 'html'::text), ' '::text)) <> ''::text) IS TRUE)),
    CONSTRAINT content_has_every_key CHECK (((public.doc(content) ?& ARRAY['article'::text, 'bylines'::text, 'contacts'::text, 'contributors'::text, 'disclaimers'::text, 'flags'::text, 'funding'::text, 'html'::text, 'key_points'::text, 'kind'::text, 'language'::text, 'number'::text, 'policy'::text, 'references'::text, 'schema'::text, 'slug'::text, 'statements'::text, 'summary'::text, 'title'::text, 'topics'::text]) IS TRUE)),
    CONSTRAINT content_has_its_schema CHECK ((((public.doc(content) -> 'schema'::text) = '1'::jsonb) IS TRUE)),
    CONSTRAINT content_is_canonical CHECK (((content = convert_to(public.canonical(public.doc(content)), 'UTF8'::name)) IS TRUE)),
    CONSTRAINT every_citation_has_a_reference CHECK (((public.cited_keys((public.doc(content) ->> 'html'::text)) <@ public.texts_at((public.doc(content) -> 'references'::text), 'key'::text)) IS TRUE)),
    CONSTRAINT letters_of_one_script CHECK ((public.one_script(public.author_text(public.doc(content), ''::text)) IS TRUE)),
    CONSTRAINT links_are_plain CHECK ((public.safe_links(public.doc(content)) IS TRUE)),
    CONSTRAINT markup_in_vocabulary CHECK ((public.in_vocabulary((public.doc(content) ->> 'html'::text)) IS TRUE)),
    CONSTRAINT no_invisible_characters CHECK ((public.nothing_invisible(convert_from(content, 'UTF8'::name)) IS TRUE)),
    CONSTRAINT not_too_long CHECK ((((length(content) <= 250000) AND (length(public.author_text(public.doc(content), ''::text)) <= 60000)) IS TRUE)),
    CONSTRAINT numbered_from_one CHECK ((number > 0)),
    CONSTRAINT statement_short_form_fits CHECK ((((kind = 'article'::text) OR (array_length(regexp_split_to_array(TRIM(BOTH FROM (public.doc(content) ->> 'summary'::text)), '\s+'::text), 1) <= 60)) IS TRUE)),
    CONSTRAINT submitter_is_a_contributor CHECK (((submitted_by_id = ANY (public.numbers((public.doc(content) -> 'contributors'::text)))) IS TRUE)),
    CONSTRAINT summary_is_written CHECK (((length(TRIM(BOTH FROM (public.doc(content) ->> 'summary'::text))) > 0) IS TRUE)),
    CONSTRAINT three_to_five_key_points CHECK ((((kind = 'statement'::text) OR ((jsonb_array_length((public.doc(content) -> 'key_points'::text)) >= 3) AND (jsonb_array_length((public.doc(content) -> 'key_points'::text)) <= 5))) IS TRUE)),
    CONSTRAINT title_is_written CHECK ((((length(TRIM(BOTH FROM (public.doc(content) ->> 'title'::text))) >= 1) AND (length(TRIM(BOTH FROM (public.doc(content) ->> 'title'::text))) <= 200)) IS TRUE))
);

ALTER TABLE public.articles_edition OWNER TO leaf_owner;

CREATE TABLE public.articles_publication (
    id bigint NOT NULL,
    article_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    digest bytea NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    published_by_id bigint NOT NULL,
    published_at timestamp with time zone NOT NULL,
    CONSTRAINT not_in_the_past CHECK ((starts_at >= published_at)),
    CONSTRAINT starts_before_it_ends CHECK ((starts_at < ends_at))
);

ALTER TABLE public.articles_publication OWNER TO leaf_owner;

CREATE TABLE public.articles_takedown (
    id bigint NOT NULL,
    article_id bigint NOT NULL,
    publication_id bigint NOT NULL,
    kind text NOT NULL,
    by_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    CONSTRAINT articles_takedown_kind_check CHECK ((kind = ANY (ARRAY['taken down'::text, 'retracted'::text]))),
    CONSTRAINT reason_is_given CHECK ((TRIM(BOTH FROM reason) <> ''::text))
);

ALTER TABLE public.articles_takedown OWNER TO leaf_owner;

COMMENT ON COLUMN public.articles_takedown.publication_id IS 'The newest publication then: it and all before it are hidden.';

CREATE VIEW live.article WITH (security_barrier='true') AS
 SELECT p.id,
    p.article_id,
    e.slug,
    e.title,
    e.summary,
    e.number,
    e.topics,
    e.digest,
    e.content,
    public.doc(e.content) AS document,
    p.starts_at,
    ( SELECT min(x.starts_at) AS min
           FROM public.articles_publication x
          WHERE (x.article_id = p.article_id)) AS first_published_at,
    gate.signatures(e.id, clock_timestamp()) AS sign_offs,
    gate.statements(e.statements, clock_timestamp()) AS statements
   FROM (public.articles_publication p
     JOIN public.articles_edition e ON (((e.id = p.edition_id) AND (e.digest = p.digest) AND (e.article_id = p.article_id))))
  WHERE ((e.kind = 'article'::text) AND (p.starts_at <= clock_timestamp()) AND (clock_timestamp() < p.ends_at) AND (NOT (EXISTS ( SELECT
           FROM public.articles_publication n
          WHERE ((n.article_id = p.article_id) AND (n.id > p.id) AND (n.starts_at <= clock_timestamp()))))) AND (NOT (EXISTS ( SELECT
           FROM public.articles_takedown t
          WHERE ((t.article_id = p.article_id) AND (t.publication_id >= p.id))))) AND (gate.cleared_until(e.id, clock_timestamp()) IS NOT NULL));

ALTER VIEW live.article OWNER TO leaf_owner;

CREATE VIEW live.help WITH (security_barrier='true') AS
 SELECT gate.statement('crisis-help'::text, clock_timestamp()) AS statement;

ALTER VIEW live.help OWNER TO leaf_owner;

CREATE TABLE public.articles_address (
    slug text NOT NULL,
    article_id bigint NOT NULL,
    CONSTRAINT plain_address CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 100)))
);

ALTER TABLE public.articles_address OWNER TO leaf_owner;

COMMENT ON TABLE public.articles_address IS 'Every address that an edition ever had, and whose it stays.';

CREATE VIEW live.notice WITH (security_barrier='true') AS
 SELECT a.slug,
    f.fate,
    moved.slug AS moved_to,
    gate.statement(('notice-'::text || replace(f.fate, ' '::text, '-'::text)), clock_timestamp()) AS statement,
    gate.statement('crisis-help'::text, clock_timestamp()) AS help,
    ( SELECT COALESCE(jsonb_agg(jsonb_build_object('slug', r.slug, 'title', r.title)), '[]'::jsonb) AS "coalesce"
           FROM ( SELECT o.slug,
                    o.title
                   FROM live.article o
                  WHERE ((o.article_id <> a.article_id) AND (o.topics && was.topics))
                  ORDER BY o.starts_at DESC, o.id DESC
                 LIMIT 5) r) AS related
   FROM (((public.articles_address a
     JOIN LATERAL ( SELECT e.topics
           FROM (public.articles_publication p
             JOIN public.articles_edition e ON ((e.id = p.edition_id)))
          WHERE ((p.article_id = a.article_id) AND (p.starts_at <= clock_timestamp()) AND (e.kind = 'article'::text))
          ORDER BY p.id DESC
         LIMIT 1) was ON (true))
     JOIN LATERAL ( SELECT gate.fate(a.article_id, clock_timestamp()) AS fate) f ON (true))
     LEFT JOIN LATERAL ( SELECT l.slug
           FROM live.article l
          WHERE (l.article_id = a.article_id)) moved ON (true))
  WHERE ((EXISTS ( SELECT
           FROM (public.articles_publication p
             JOIN public.articles_edition e ON ((e.id = p.edition_id)))
          WHERE ((p.article_id = a.article_id) AND (e.slug = a.slug) AND (p.starts_at <= clock_timestamp())))) AND (moved.slug IS DISTINCT FROM a.slug));

ALTER VIEW live.notice OWNER TO leaf_owner;

CREATE TABLE public.articles_article (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    slug character varying(100) NOT NULL,
    title character varying(200) NOT NULL,
    title_is_proposed boolean NOT NULL,
    summary text NOT NULL,
    key_points text[] NOT NULL,
    body text NOT NULL,
    funding text NOT NULL,
    uses_ai_tools boolean NOT NULL,
    language character varying(10) NOT NULL,
    contacts jsonb NOT NULL,
    source_digest character varying(64),
    row_lock smallint NOT NULL,
    CONSTRAINT known_kind CHECK (((kind)::text = ANY ((ARRAY['article'::character varying, 'statement'::character varying])::text[])))
);

ALTER TABLE public.articles_article OWNER TO leaf_owner;

ALTER TABLE public.articles_article ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_article_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.articles_article_topics (
    id bigint NOT NULL,
    article_id bigint NOT NULL,
    topic_id bigint NOT NULL
);

ALTER TABLE public.articles_article_topics OWNER TO leaf_owner;

ALTER TABLE public.articles_article_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_article_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.articles_byline (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    article_id bigint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT articles_byline_position_check CHECK (("position" >= 0))
);

ALTER TABLE public.articles_byline OWNER TO leaf_owner;

ALTER TABLE public.articles_byline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_byline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.articles_disclaimer ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.articles_disclaimer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.articles_draftsave (
    id bigint NOT NULL,
    article_id bigint NOT NULL,
    person_id bigint NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    transaction xid8 DEFAULT pg_current_xact_id() NOT NULL
);

ALTER TABLE public.articles_draftsave OWNER TO leaf_owner;

ALTER TABLE public.articles_draftsave ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.articles_draftsave_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.articles_edition ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.articles_edition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.articles_publication ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.articles_publication_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.articles_reference (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    key character varying(60) NOT NULL,
    authors text NOT NULL,
    title text NOT NULL,
    journal character varying(300) NOT NULL,
    year smallint,
    volume character varying(50) NOT NULL,
    pages character varying(50) NOT NULL,
    doi character varying(200) NOT NULL,
    pmid character varying(10) NOT NULL,
    pmcid character varying(15) NOT NULL,
    url character varying(500) NOT NULL,
    accessed_on date,
    design character varying(30) NOT NULL,
    article_id bigint NOT NULL,
    CONSTRAINT articles_reference_position_check CHECK (("position" >= 0)),
    CONSTRAINT articles_reference_year_check CHECK ((year >= 0))
);

ALTER TABLE public.articles_reference OWNER TO leaf_owner;

ALTER TABLE public.articles_reference ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_reference_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_revocation (
    sign_off_id bigint NOT NULL,
    by_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    CONSTRAINT reason_is_given CHECK ((TRIM(BOTH FROM reason) <> ''::text))
);

ALTER TABLE public.reviews_revocation OWNER TO leaf_owner;

CREATE TABLE public.reviews_verdict (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    digest bytea NOT NULL,
    article_id bigint NOT NULL,
    reviewer_id bigint NOT NULL,
    kind text NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT reason_is_given CHECK ((TRIM(BOTH FROM reason) <> ''::text)),
    CONSTRAINT reviews_verdict_kind_check CHECK ((kind = ANY (ARRAY['changes requested'::text, 'refused'::text])))
);

ALTER TABLE public.reviews_verdict OWNER TO leaf_owner;

CREATE VIEW public.articles_state AS
 SELECT a.id AS article_id,
    newest.id AS edition_id,
    shown.edition_id AS public_edition_id,
        CASE
            WHEN ((shown.edition_id IS NOT NULL) AND (shown.review_due_at <= clock_timestamp())) THEN 'review due'::text
            WHEN ((shown.edition_id IS NOT NULL) AND (gate.draft_digest(a.id) <> shown.draft_digest)) THEN 'published with a newer draft'::text
            WHEN (shown.edition_id IS NOT NULL) THEN 'published'::text
            WHEN gate.refused(a.id) THEN 'refused'::text
            WHEN (coming.id IS NOT NULL) THEN 'scheduled'::text
            WHEN (newest.id IS NULL) THEN 'draft'::text
            WHEN (started.edition_id = newest.id) THEN gate.fate(a.id, clock_timestamp())
            WHEN (EXISTS ( SELECT
               FROM public.reviews_verdict v
              WHERE (v.edition_id = newest.id))) THEN 'changes requested'::text
            WHEN (gate.signed_until(newest.id, clock_timestamp()) IS NOT NULL) THEN 'signed'::text
            WHEN (EXISTS ( SELECT
               FROM (public.reviews_signoff s
                 JOIN public.reviews_revocation r ON ((r.sign_off_id = s.id)))
              WHERE (s.edition_id = newest.id))) THEN 'revoked'::text
            ELSE 'in review'::text
        END AS state,
    GREATEST(( SELECT max(d.at) AS max
           FROM public.articles_draftsave d
          WHERE (d.article_id = a.id)), newest.submitted_at) AS changed_at
   FROM ((((public.articles_article a
     LEFT JOIN LATERAL ( SELECT e.id,
            e.submitted_at
           FROM public.articles_edition e
          WHERE (e.article_id = a.id)
          ORDER BY e.number DESC
         LIMIT 1) newest ON (true))
     LEFT JOIN LATERAL ( SELECT p.id,
            p.article_id,
            p.edition_id,
            p.digest,
            p.starts_at,
            p.ends_at,
            p.published_by_id,
            p.published_at
           FROM public.articles_publication p
          WHERE ((p.article_id = a.id) AND (p.starts_at <= clock_timestamp()))
          ORDER BY p.id DESC
         LIMIT 1) started ON (true))
     LEFT JOIN LATERAL ( SELECT started.edition_id,
            e.draft_digest,
            ( SELECT min(s.review_due_at) AS min
                   FROM gate.standing_sign_offs(e.id, clock_timestamp()) s(id, edition_id, digest, contributors, topics, policy_id, requires, review_after, ends_after, verification_id, credential_id, reviewer_id, reviewer_name, profession, specialties, verified_at, valid_until, meaning, interests, signed_at, review_due_at, ends_at)) AS review_due_at
           FROM public.articles_edition e
          WHERE ((e.id = started.edition_id) AND (clock_timestamp() < started.ends_at) AND (NOT (EXISTS ( SELECT
                   FROM public.articles_takedown t
                  WHERE ((t.article_id = a.id) AND (t.publication_id >= started.id))))) AND (gate.cleared_until(e.id, clock_timestamp()) IS NOT NULL))) shown ON (true))
     LEFT JOIN LATERAL ( SELECT p.id
           FROM public.articles_publication p
          WHERE ((p.article_id = a.id) AND (p.id > COALESCE(started.id, (0)::bigint)) AND (p.starts_at > clock_timestamp()) AND (NOT (EXISTS ( SELECT
                   FROM public.articles_takedown t
                  WHERE ((t.article_id = a.id) AND (t.publication_id >= p.id))))) AND (gate.cleared_until(p.edition_id, p.starts_at) IS NOT NULL))
          ORDER BY p.id DESC
         LIMIT 1) coming ON (true));

ALTER VIEW public.articles_state OWNER TO leaf_owner;

ALTER TABLE public.articles_statement ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.articles_statement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.articles_takedown ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.articles_takedown_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.articles_topic (
    id bigint NOT NULL,
    slug character varying(50) NOT NULL,
    name character varying(80) NOT NULL
);

ALTER TABLE public.articles_topic OWNER TO leaf_owner;

ALTER TABLE public.articles_topic ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_topic_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);

ALTER TABLE public.auth_group OWNER TO leaf_owner;

ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);

ALTER TABLE public.auth_group_permissions OWNER TO leaf_owner;

ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);

ALTER TABLE public.auth_permission OWNER TO leaf_owner;

ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.cms_entry (
    seq bigint NOT NULL,
    prev_seq bigint GENERATED ALWAYS AS ((NULLIF(seq, 0) - 1)) STORED,
    prev_hash bytea NOT NULL,
    at timestamp with time zone NOT NULL,
    body bytea NOT NULL,
    hash bytea GENERATED ALWAYS AS (sha256((prev_hash || body))) STORED NOT NULL,
    act text GENERATED ALWAYS AS ((public.doc(body) ->> 'act'::text)) STORED NOT NULL,
    actor_id bigint GENERATED ALWAYS AS (((public.doc(body) ->> 'actor'::text))::bigint) STORED,
    article_id bigint GENERATED ALWAYS AS (((public.doc(body) ->> 'article'::text))::bigint) STORED,
    edition_id bigint GENERATED ALWAYS AS (((public.doc(body) ->> 'edition'::text))::bigint) STORED,
    reason text GENERATED ALWAYS AS (COALESCE((public.doc(body) ->> 'reason'::text), ''::text)) STORED NOT NULL,
    CONSTRAINT chain_starts_at_zero CHECK (((seq > 0) OR (prev_hash = decode(repeat('00'::text, 32), 'hex'::text)))),
    CONSTRAINT chain_starts_once CHECK (((seq = 0) = (prev_seq IS NULL))),
    CONSTRAINT cms_entry_prev_hash_check CHECK ((length(prev_hash) = 32)),
    CONSTRAINT cms_entry_seq_check CHECK ((seq >= 0)),
    CONSTRAINT entry_is_canonical CHECK (((body = convert_to(public.canonical(public.doc(body)), 'UTF8'::name)) IS TRUE)),
    CONSTRAINT entry_says_its_place CHECK ((((((public.doc(body) ->> 'seq'::text))::bigint = seq) AND ((public.doc(body) ->> 'at'::text) = to_char((at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'::text))) IS TRUE))
);

ALTER TABLE public.cms_entry OWNER TO leaf_owner;

CREATE TABLE public.cms_person (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(150) NOT NULL,
    is_active boolean NOT NULL,
    is_staff boolean NOT NULL,
    joined_at timestamp with time zone NOT NULL
);

ALTER TABLE public.cms_person OWNER TO leaf_owner;

CREATE TABLE public.cms_person_groups (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    group_id integer NOT NULL
);

ALTER TABLE public.cms_person_groups OWNER TO leaf_owner;

ALTER TABLE public.cms_person_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cms_person_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.cms_person ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cms_person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.cms_person_user_permissions (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    permission_id integer NOT NULL
);

ALTER TABLE public.cms_person_user_permissions OWNER TO leaf_owner;

ALTER TABLE public.cms_person_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cms_person_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_admin_log (
    id integer NOT NULL,
    action_time timestamp with time zone NOT NULL,
    object_id text,
    object_repr character varying(200) NOT NULL,
    action_flag smallint NOT NULL,
    change_message text NOT NULL,
    content_type_id integer,
    user_id bigint NOT NULL,
    CONSTRAINT django_admin_log_action_flag_check CHECK ((action_flag >= 0))
);

ALTER TABLE public.django_admin_log OWNER TO leaf_owner;

ALTER TABLE public.django_admin_log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_admin_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);

ALTER TABLE public.django_content_type OWNER TO leaf_owner;

ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);

ALTER TABLE public.django_migrations OWNER TO leaf_owner;

ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);

ALTER TABLE public.django_session OWNER TO leaf_owner;

CREATE TABLE public.reversion_revision (
    id integer NOT NULL,
    date_created timestamp with time zone NOT NULL,
    comment text NOT NULL,
    user_id bigint
);

ALTER TABLE public.reversion_revision OWNER TO leaf_owner;

ALTER TABLE public.reversion_revision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reversion_revision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reversion_version (
    id integer NOT NULL,
    object_id character varying(191) NOT NULL,
    format character varying(255) NOT NULL,
    serialized_data text NOT NULL,
    object_repr text NOT NULL,
    content_type_id integer NOT NULL,
    revision_id integer NOT NULL,
    db character varying(191) NOT NULL
);

ALTER TABLE public.reversion_version OWNER TO leaf_owner;

ALTER TABLE public.reversion_version ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reversion_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_appointment (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    office text NOT NULL,
    appointed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT reviews_appointment_office_check CHECK ((office = ANY (ARRAY['compliance'::text, 'medical lead'::text])))
);

ALTER TABLE public.reviews_appointment OWNER TO leaf_owner;

ALTER TABLE public.reviews_appointment ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.reviews_appointment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_credential (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    name text NOT NULL,
    profession text NOT NULL,
    registration_body text NOT NULL,
    registration_number text NOT NULL,
    specialties text[] NOT NULL,
    registered_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT credential_is_complete CHECK (((TRIM(BOTH FROM name) <> ''::text) AND (TRIM(BOTH FROM profession) <> ''::text) AND (TRIM(BOTH FROM registration_body) <> ''::text) AND (TRIM(BOTH FROM registration_number) <> ''::text) AND (cardinality(specialties) > 0) AND (array_position(specialties, NULL::text) IS NULL)))
);

ALTER TABLE public.reviews_credential OWNER TO leaf_owner;

ALTER TABLE public.reviews_credential ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.reviews_credential_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_dismissal (
    appointment_id bigint NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

ALTER TABLE public.reviews_dismissal OWNER TO leaf_owner;

CREATE TABLE public.reviews_lift (
    verdict_id bigint NOT NULL,
    by_id bigint NOT NULL,
    kind text NOT NULL,
    at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    CONSTRAINT reason_is_given CHECK ((TRIM(BOTH FROM reason) <> ''::text)),
    CONSTRAINT reviews_lift_kind_check CHECK ((kind = ANY (ARRAY['lifted'::text, 'overruled'::text])))
);

ALTER TABLE public.reviews_lift OWNER TO leaf_owner;

CREATE TABLE public.reviews_policy (
    id bigint NOT NULL,
    name text NOT NULL,
    version integer NOT NULL,
    label text NOT NULL,
    kind text NOT NULL,
    rank integer NOT NULL,
    slugs text[] NOT NULL,
    always boolean NOT NULL,
    topics text[] NOT NULL,
    words text[] NOT NULL,
    query tsquery GENERATED ALWAYS AS (public.terms_query(words)) STORED NOT NULL,
    requires text[] NOT NULL,
    review_after interval NOT NULL,
    ends_after interval NOT NULL,
    adopted_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT asks_for_somebody CHECK (((cardinality(requires) > 0) AND (array_position(requires, NULL::text) IS NULL))),
    CONSTRAINT due_before_the_end CHECK ((('00:00:00'::interval < review_after) AND (review_after <= ends_after))),
    CONSTRAINT every_term_says_something CHECK (public.every_term_says_something(words)),
    CONSTRAINT reviews_policy_kind_check CHECK ((kind = ANY (ARRAY['article'::text, 'statement'::text]))),
    CONSTRAINT reviews_policy_label_check CHECK ((label <> ''::text)),
    CONSTRAINT reviews_policy_name_check CHECK ((name ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
    CONSTRAINT reviews_policy_version_check CHECK ((version > 0))
);

ALTER TABLE public.reviews_policy OWNER TO leaf_owner;

ALTER TABLE public.reviews_policy ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.reviews_policy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_signingsecret (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    salt bytea NOT NULL,
    hash bytea NOT NULL,
    enrolled_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT reviews_signingsecret_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT reviews_signingsecret_salt_check CHECK ((length(salt) >= 16))
);

ALTER TABLE public.reviews_signingsecret OWNER TO leaf_owner;

COMMENT ON COLUMN public.reviews_signingsecret.hash IS 'SHA-256 of what Python derives from the secret; no login role can read it.';

ALTER TABLE public.reviews_signingsecret ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.reviews_signingsecret_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.reviews_signoff ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.reviews_signoff_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_suspension (
    credential_id bigint NOT NULL,
    by_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    CONSTRAINT reason_is_given CHECK ((TRIM(BOTH FROM reason) <> ''::text))
);

ALTER TABLE public.reviews_suspension OWNER TO leaf_owner;

ALTER TABLE public.reviews_verdict ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.reviews_verdict_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_verification (
    id bigint NOT NULL,
    credential_id bigint NOT NULL,
    person_id bigint NOT NULL,
    name text NOT NULL,
    profession text NOT NULL,
    specialties text[] NOT NULL,
    officer_id bigint NOT NULL,
    appointment_id bigint NOT NULL,
    office text DEFAULT 'compliance'::text NOT NULL,
    verified_at timestamp with time zone NOT NULL,
    valid_until timestamp with time zone NOT NULL,
    CONSTRAINT nobody_verifies_themselves CHECK ((officer_id <> person_id)),
    CONSTRAINT reviews_verification_office_check CHECK ((office = 'compliance'::text)),
    CONSTRAINT verified_for_a_year_at_most CHECK (((verified_at < valid_until) AND (valid_until <= (verified_at + '8784:00:00'::interval))))
);

ALTER TABLE public.reviews_verification OWNER TO leaf_owner;

ALTER TABLE public.reviews_verification ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.reviews_verification_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE SEQUENCE secret.tries_1
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE secret.tries_1 OWNER TO leaf_acts;

CREATE SEQUENCE secret.tries_2
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE secret.tries_2 OWNER TO leaf_acts;

CREATE SEQUENCE secret.tries_3
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE secret.tries_3 OWNER TO leaf_acts;

CREATE SEQUENCE secret.tries_4
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE secret.tries_4 OWNER TO leaf_acts;

INSERT INTO public.articles_address VALUES
	('notice-ended', 1),
	('notice-retracted', 2),
	('notice-revoked', 3);

INSERT INTO public.articles_article VALUES
	(1, 'statement', 'notice-ended', 'What one survey asked', false, 'A survey asked people who use kratom about worry. It cannot show cause.', '{"One survey asked.","People chose to answer.","It cannot show cause."}', '<h2>The survey</h2><p>People were asked about worry [@garcia2020].</p>', '', false, 'en', '[]', NULL, 0),
	(2, 'statement', 'notice-retracted', 'What one survey asked', false, 'A survey asked people who use kratom about worry. It cannot show cause.', '{"One survey asked.","People chose to answer.","It cannot show cause."}', '<h2>The survey</h2><p>People were asked about worry [@garcia2020].</p>', '', false, 'en', '[]', NULL, 0),
	(3, 'statement', 'notice-revoked', 'What one survey asked', false, 'A survey asked people who use kratom about worry. It cannot show cause.', '{"One survey asked.","People chose to answer.","It cannot show cause."}', '<h2>The survey</h2><p>People were asked about worry [@garcia2020].</p>', '', false, 'en', '[]', NULL, 0);

INSERT INTO public.articles_article_topics VALUES
	(1, 1, 2),
	(2, 2, 2),
	(3, 3, 2);

INSERT INTO public.articles_byline VALUES
	(1, 0, 1, 1),
	(2, 0, 2, 1),
	(3, 0, 3, 1);

INSERT INTO public.articles_disclaimer OVERRIDING SYSTEM VALUE VALUES
	(1, 'D-INFO', 1, 'Information only', 'General information only. Not medical advice.', 'This page gives general information. It is not medical advice, and it does not replace an exam, a diagnosis or treatment by a qualified health professional.', 1, 'top', 'text', true, '{}', '{}', '{}', '{}', DEFAULT, 'HONcode principle 2 (complementarity)', 'Verified principle; own wording.', '2026-11-24 22:06:21.020202+00', '2026-11-24 22:06:21.020202+00'),
	(2, 'D-TALK', 1, 'Talk with a professional', 'Ask a clinician before starting, stopping or changing any medicine or supplement.', 'Talk with a doctor, a pharmacist or another qualified clinician before you start, stop or change any medicine or supplement. If you already use kratom, tell everyone who treats you.', 2, 'top', 'text', true, '{}', '{}', '{}', '{}', DEFAULT, 'HONcode principle 2; FDA page “FDA and Kratom” (seen in a reproduction)', 'Verified principle; own wording. Never to be read as a licence to use kratom.', '2026-11-24 22:06:21.021553+00', '2026-11-24 22:06:21.021553+00'),
	(3, 'D-SUICIDE', 1, 'Content note for suicide and self-harm', 'Mentions suicide or self-harm. Crisis help is here.', 'This page mentions suicide or self-harm. If that is hard for you right now, you can stop here and use the crisis help on this page.', 3, 'top', 'text', false, '{suicide}', '{suicid*,self-harm*,selfharm*,self-injur*,self-inflicted,"harm myself","harm yourself","harm himself","harm herself","harm themselves","harmed himself","harmed herself","harmed themselves","harming himself","harming herself","harming themselves","harming yourself","kill myself","kill yourself","kill himself","kill herself","kill themselves","killed himself","killed herself","killed themselves","killing himself","killing herself","killing themselves","killing yourself","end my life","end your life","end his life","end her life","end their life","end their lives","ended his life","ended her life","ended their life","ended their lives","ending my life","ending your life","ending his life","ending her life","ending their life","ending their lives","take your own life","take his own life","take her own life","take their own life","take their own lives","took his own life","took her own life","took their own life","took their own lives","taking your own life","taking his own life","taking her own life","taking their own life","taking their own lives","taken his own life","taken her own life","taken their own lives"}', '{}', '{}', DEFAULT, 'WHO guidance for media professionals, 2023: help-seeking information with every story', 'Verified principle; own wording. Self-harm is named because it calls for the text too. “Support lines below” became “the crisis help on this page”: true wherever it stands, and for the fallback without numbers.', '2026-11-24 22:06:21.022418+00', '2026-11-24 22:06:21.022418+00'),
	(4, 'D-CARE-PTSD', 1, 'Established treatments: PTSD', '', 'Effective treatments for post-traumatic stress disorder (PTSD) exist. They include certain talking therapies and some medicines. A health professional can explain the options.', 4, 'safety', 'text', false, '{ptsd}', '{ptsd,post-traumatic*,posttraumatic*,"traumatic stress",trauma,traumas,traumati*,flashback*}', '{}', '{}', DEFAULT, 'VA/DoD guideline, synopsis 2024 (doi 10.7326/M23-2757)', 'Verified for PTSD.', '2026-11-24 22:06:21.026862+00', '2026-11-24 22:06:21.026862+00'),
	(5, 'D-CARE-ANXIETY', 1, 'Established treatments: anxiety', '', 'Treatments for anxiety disorders exist. They include certain talking therapies and some medicines. A health professional can explain the options.', 5, 'safety', 'text', false, '{anxiety}', '{anxiety,anxieties,anxious*,panic*,phobi*}', '{}', '{}', DEFAULT, 'Own wording after the PTSD form', 'No verified guideline citation for this condition yet: the word “Effective” is left out until a current one is attached and read by the medical lead.', '2026-11-24 22:06:21.027853+00', '2026-11-24 22:06:21.027853+00'),
	(6, 'D-CARE-DEPRESSION', 1, 'Established treatments: depression', '', 'Treatments for depression exist. They include certain talking therapies and some medicines. A health professional can explain the options.', 6, 'safety', 'text', false, '{depression}', '{depression*,depressed,depressive*,mdd,"low mood"}', '{}', '{}', DEFAULT, 'Own wording after the PTSD form', 'No verified guideline citation for this condition yet: the word “Effective” is left out until a current one is attached and read by the medical lead.', '2026-11-24 22:06:21.028724+00', '2026-11-24 22:06:21.028724+00'),
	(7, 'D-CARE-GENERAL', 1, 'Care exists', '', 'If you live with a health condition, or find it hard to stop using a substance, a health professional can explain which treatments exist.', 7, 'safety', 'text', false, '{interactions,dependence,suicide}', '{"mental illness*","mental disorder*","mental-health condition*","mental health problem*",bipolar,schizophreni*,psychos*,psychotic,ocd,adhd,"use disorder*"}', '{}', '{}', DEFAULT, 'House policy (topic matrix: established care on interaction and dependence pages)', 'Added because the matrix asks for established care on pages that name no single diagnosis. Plain advice, no fact asserted, so no citation needed.', '2026-11-24 22:06:21.031432+00', '2026-11-24 22:06:21.031432+00'),
	(8, 'D-DEATH', 1, 'Severe toxicity and emergencies', '', 'People who used kratom have had seizures, slowed breathing or coma, and some have died. Most of those who died had taken other drugs too. If a person will not wake up, has a seizure or is not breathing well, call your local emergency number now.', 8, 'safety', 'text', false, '{ptsd,anxiety,depression,suicide,interactions,dependence,7-oh,safety,pregnancy,liver}', '{death*,dead,deadly,die,dies,died,dying,fatal*,lethal*,overdos*,over-dos*,seizure*,convuls*,breath,breaths,breathe,breathes,breathed,breathing,breathless*,respirat*,coma,comas,comatose,unconscious*,poison*,toxic*,intoxicat*,emergenc*}', '{}', '{}', DEFAULT, 'Eggleston 2019 (PMID 31099038); Olsen 2019 (doi 10.15585/mmwr.mm6814a2); Post 2019 (doi 10.1080/15563650.2019.1569236)', 'Verified. Emergency numbers stay in crisis help, which has a clock.', '2026-11-24 22:06:21.032581+00', '2026-11-24 22:06:21.032581+00'),
	(9, 'D-DEPEND', 1, 'Dependence, withdrawal, addiction', '', 'Regular use of kratom can lead to tolerance, dependence and withdrawal, and some people develop a substance use disorder. If you find it hard to cut down or stop, ask a clinician for help.', 9, 'safety', 'text', false, '{ptsd,anxiety,depression,suicide,interactions,dependence,7-oh,pharmacology,safety,pregnancy,liver}', '{use,uses,used,using,usage,user*,effect,effects,effective*,benefi*,crav*,toleran*,stop,stops,stopped,stopping,quit,quits,quitting,"cut down","cutting down",withdraw*,dependen*,addict*,habit,habits,habit-forming,"taking kratom","take kratom","takes kratom","took kratom","taken kratom",relief,reliev*,consum*}', '{}', '{}', DEFAULT, 'Singh 2014 (PMID 24698080); Singh 2018 (PMID 30152738); Smith 2022 (PMID 35220331); Hill 2024 (doi 10.1097/adm.0000000000001290)', 'Verified.', '2026-11-24 22:06:21.034085+00', '2026-11-24 22:06:21.034085+00'),
	(10, 'D-OUD', 1, 'Opioid withdrawal or opioid use disorder', '', 'Do not try to manage opioid withdrawal with kratom on your own. Treatments for opioid use disorder exist; a clinician can explain them.', 10, 'safety', 'text', false, '{dependence,7-oh}', '{"opioid withdrawal","opiate withdrawal","withdrawal from opioid*","withdrawal from opiate*","opioid use disorder*",oud,"opioid addict*","opiate addict*","addicted to opioid*","opioid dependen*","opiate dependen*","opioid misuse","opioid crisis","opioid epidemic",heroin,fentanyl,oxycodone,methadone,buprenorphine,naloxone,suboxone,detox*,"get off","gets off","got off","getting off","off opioid*","off opiate*","opioid replacement*","opioid substitut*","pain pills"}', '{}', '{}', DEFAULT, 'FDA warning letters of June 2019 (secondary sources)', 'Dropped: the SAMHSA number (it has a clock and stands in crisis help) and “save lives” (from memory, cite a guideline).', '2026-11-24 22:06:21.035857+00', '2026-11-24 22:06:21.035858+00'),
	(11, 'D-INTERACT', 1, 'Interactions', '', 'Kratom can interact with other substances. Using it with alcohol, opioids, benzodiazepines, sleeping pills or other medicines that cause drowsiness or slow breathing may be dangerous. Kratom can also change how the body clears some medicines: in a small study it raised levels of a medicine cleared by the enzyme CYP3A. Laboratory tests raise the same question for the enzyme CYP2D6, although the small study saw no change there. Ask a pharmacist or doctor.', 11, 'safety', 'text', false, '{ptsd,anxiety,depression,suicide,interactions,dependence,7-oh,pharmacology,safety,pregnancy,liver}', '{medication*,medicine*,meds,antidepressant*,antipsychotic*,anxiolytic*,sedative*,tranquilliser*,tranquilizer*,benzodiazepin*,benzo,benzos,ssri*,snri*,maoi*,sertraline,paroxetine,venlafaxine,desvenlafaxine,fluoxetine,citalopram,escitalopram,duloxetine,mirtazapine,bupropion,buspirone,trazodone,ziprasidone,quetiapine,olanzapine,risperidone,aripiprazole,lithium,alprazolam,clonazepam,diazepam,lorazepam,midazolam,zolpidem,methadone,buprenorphine,naloxone,oxycodone,hydrocodone,morphine,codeine,tramadol,gabapentin,pregabalin,dextromethorphan,stimulant*,painkiller*,"sleeping pill*","sleeping tablet*","pain pill*","mood stabiliser*","mood stabilizer*",prescri*,alcohol*,wine,wines,beer,beers,liquor,drink,drinks,drinking,drug,drugs,opioid*,opiate*,heroin,fentanyl,cannabi*,marijuana,cbd,thc,kava,phenibut,caffeine,ptsd,depress*,anxiety,anxious,bipolar,schizophreni*,psychos*,psychotic,ocd,adhd,post-traumatic,posttraumatic*,"traumatic stress","panic attack*","panic disorder*",psychiatric*,"eating disorder*",interact*,surgery,surgeries,surgical*,surgeon*,anaesthe*,anesthe*,cyp,mixing,"mixed with","mix with",combin*,supplement*}', '{}', '{}', DEFAULT, 'Tanna 2023 (doi 10.1002/cpt.2891); Tanna 2021 (J Pharmacol Exp Ther 376); Brogdon 2022; Brooks 2023 (doi 10.1177/08971900221116009); Post 2019 (doi 10.1080/15563650.2019.1569236)', 'Verified. The CYP2D6 nuance (no change in the one human study) was moved from the note into the text.', '2026-11-24 22:06:21.037647+00', '2026-11-24 22:06:21.037647+00'),
	(12, 'D-DONTSTOP', 1, 'Do not change prescribed medicine', '', 'Do not stop, skip or change a prescribed medicine because of something you read here. Talk first with the person who prescribed it, or with a pharmacist.', 12, 'safety', 'text', false, '{ptsd,anxiety,depression,suicide,interactions,dependence,safety,pregnancy,liver}', '{medication*,medicine*,meds,antidepressant*,antipsychotic*,anxiolytic*,sedative*,tranquilliser*,tranquilizer*,benzodiazepin*,benzo,benzos,ssri*,snri*,maoi*,sertraline,paroxetine,venlafaxine,desvenlafaxine,fluoxetine,citalopram,escitalopram,duloxetine,mirtazapine,bupropion,buspirone,trazodone,ziprasidone,quetiapine,olanzapine,risperidone,aripiprazole,lithium,alprazolam,clonazepam,diazepam,lorazepam,midazolam,zolpidem,methadone,buprenorphine,naloxone,oxycodone,hydrocodone,morphine,codeine,tramadol,gabapentin,pregabalin,dextromethorphan,stimulant*,painkiller*,"sleeping pill*","sleeping tablet*","pain pill*","mood stabiliser*","mood stabilizer*",prescri*,"alternative to","alternatives to","substitute for","substitutes for","replacement for","replacements for","instead of","in place of","come off","comes off","came off","coming off",wean*,"ween off",taper*,discontinu*,"natural alternative*","herbal alternative*"}', '{}', '{}', DEFAULT, 'House policy', 'Dropped: “Stopping some medicines suddenly can be harmful” (from memory, needs a citation). Put in its place: plain advice. The words stand for every medicine term and for advice to stop or replace one.', '2026-11-24 22:06:21.041871+00', '2026-11-24 22:06:21.041871+00'),
	(25, 'D-AI', 1, 'Use of AI tools', '', 'Parts of this page were prepared with AI tools. A named editor checked every sentence and every reference against its source.', 25, 'about', 'text', false, '{}', '{}', '{ai-tools}', '{}', DEFAULT, 'Bhattacharyya 2023 (PMID 37337480): fabricated references', 'Verified risk. The variables for tools and tasks are left out. Its second sentence must be true before submission.', '2026-11-24 22:06:21.060846+00', '2026-11-24 22:06:21.060846+00'),
	(13, 'D-LIVER', 1, 'Liver injury', '', 'Liver injury, at times severe, has been linked to kratom. Get medical care quickly for yellow skin or eyes, dark urine, pale stools, strong itching or pain in the upper belly.', 13, 'safety', 'text', false, '{ptsd,anxiety,depression,suicide,interactions,7-oh,safety,pregnancy,liver}', '{liver*,hepat*,jaundice*,alcohol*,paracetamol,acetaminophen,tylenol,"dark urine","yellow skin","yellow eyes",cirrhosis}', '{}', '{}', DEFAULT, 'Ahmad 2021 (PMID 33257199); Schimmel 2020 (doi 10.1007/s40265-019-01242-6)', 'Verified. “Pale stools” rests on one case report that has no record in the citation list: attach it or drop the sign at the first review.', '2026-11-24 22:06:21.044948+00', '2026-11-24 22:06:21.044948+00'),
	(14, 'D-PREG', 1, 'Pregnancy and breast-feeding', '', 'Do not assume kratom is safe in pregnancy or while breast-feeding. Newborns exposed before birth have had withdrawal signs that needed hospital care. If you are pregnant and use kratom, get medical advice soon, and ask for help with stopping.', 14, 'safety', 'text', false, '{ptsd,anxiety,depression,suicide,interactions,dependence,7-oh,safety,pregnancy,liver}', '{pregnan*,"trying to conceive","try to conceive",conceiv*,conception,fertility,infertil*,prenatal*,antenatal*,perinatal*,postnatal*,postpartum,post-partum,breastfe*,breast-feed*,breast-fed,"breast milk",breastmilk,lactat*,"nursing mother*",newborn*,new-born*,neonat*,fetal,foetal,fetus*,foetus*,unborn,"in utero",infant*,baby,babies,"expectant mother*",maternal*,miscarr*,stillb*}', '{}', '{}', DEFAULT, 'Eldridge 2018 (PMID 30404789); PMID 30792593; Nellhaus 2018 (doi 10.14740/ijcp317w)', 'Verified (withdrawal reports). Dropped: “do not try to stop on your own first” (from memory; an obstetric or addiction reviewer must confirm it). Put in its place: ask for help with stopping.', '2026-11-24 22:06:21.046172+00', '2026-11-24 22:06:21.046172+00'),
	(15, 'D-DRIVE', 1, 'Driving and machinery', '', 'Kratom can make you drowsy, dizzy or agitated. Do not drive, ride or use machines if you may be affected.', 15, 'safety', 'text', false, '{ptsd,anxiety,depression,suicide,interactions,dependence,7-oh,safety,pregnancy,liver}', '{sedat*,drows*,dizz*,alert*,driv*,drove,sleepy,sleepiness,work,works,working,worker*,workplace*,machine*,shift,shifts,energy,energi*,energetic*,vehicle*,cycling}', '{}', '{}', DEFAULT, 'Eggleston 2019 (PMID 31099038); Kedzierski 2023 (PMID 37670456)', 'Verified (drowsiness, agitation). Dropped: “It may also be an offence” (from memory, differs between places). “Dizzy” comes from the catalogue''s text; the cited abstract lists drowsiness, agitation and confusion: confirm it at the first review.', '2026-11-24 22:06:21.048194+00', '2026-11-24 22:06:21.048194+00'),
	(16, 'D-QUAL', 1, 'Product quality', '', 'Kratom products are not made to one standard. Strength and contents vary. In a 2018 US outbreak, 199 people in 41 states fell ill with Salmonella linked to kratom.', 16, 'safety', 'text', false, '{safety,7-oh}', '{product,products,powder*,capsule*,extract*,lab-test*,labtest*,laboratory-tested,"third-party test*",contaminat*,contaminant*,adulterat*,salmonell*,metal,metals,label,labels,labelled,labeled,labelling,labeling,brand*,vendor*,gummy,gummies,purity,potency,strain,strains}', '{}', '{}', DEFAULT, '2018 Salmonella outbreak: CDC and FDA figures through secondary sources', 'Verified through secondary sources.', '2026-11-24 22:06:21.049622+00', '2026-11-24 22:06:21.049622+00'),
	(26, 'D-REVIEW', 1, 'Review line', '', '', 26, 'about', 'frame', false, '{}', '{}', '{}', '{}', DEFAULT, 'URAC; PIF TICK; schema.org reviewedBy', 'On every page; drawn by the frame from the sign-offs, never typed.', '2026-11-24 22:06:21.061405+00', '2026-11-24 22:06:21.061405+00'),
	(27, 'D-CORR', 1, 'Correction or retraction notice', '', '', 27, 'about', 'frame', false, '{}', '{}', '{}', '{}', DEFAULT, 'ICMJE; COPE', 'Drawn by the frame from the correction; a material one stands at the top.', '2026-11-24 22:06:21.06199+00', '2026-11-24 22:06:21.06199+00'),
	(28, 'D-TRANS', 1, 'Translation', '', '', 28, 'about', 'frame', false, '{}', '{}', '{}', '{}', DEFAULT, 'House policy', 'Drawn by the frame when a page is a translation.', '2026-11-24 22:06:21.062541+00', '2026-11-24 22:06:21.062541+00'),
	(29, 'D-DSHEA', 1, 'DSHEA statement (never used)', '', '', 29, 'about', 'nobody', false, '{}', '{}', '{}', '{}', DEFAULT, '21 CFR 101.93(c)', 'A seller''s labelling text. It has no place in editorial content; its presence there is a finding.', '2026-11-24 22:06:21.063274+00', '2026-11-24 22:06:21.063274+00'),
	(17, 'D-MINOR', 1, 'Children and teenagers', '', 'This page is written for adults. Keep kratom away from children and teenagers. Some places set a minimum age for sale.', 17, 'safety', 'text', false, '{ptsd,anxiety,depression,suicide,7-oh,law,safety,pregnancy,liver}', '{child*,kid,kids,teen*,adolescen*,student*,school*,parent*,flavour*,flavor*,gummy,gummies,youth*,"young people","young person*","young adult*",minors,underage,under-age,"under 18","under 21"}', '{}', '{}', DEFAULT, 'Rhode Island statute (21 and over); Post 2019 (doi 10.1080/15563650.2019.1569236)', 'Verified (age limits exist). “Many places” became “Some places”: two were seen.', '2026-11-24 22:06:21.051311+00', '2026-11-24 22:06:21.051311+00'),
	(18, 'D-NODOSE', 1, 'No safe dose', '', 'No dose of kratom has been shown to be safe or effective. Any amounts named here come from research reports and are not a guide to use.', 18, 'safety', 'text', false, '{}', '{gram,grams,gramme*,g,mg,milligram*,mcg,microgram*,ug,kg,ml,milliliter*,millilitre*,ounce,ounces,oz,teaspoon*,tsp,tablespoon*,tbsp,dose*,dosage*,dosing,dosed,microdos*,titrat*}', '{study-dose}', '{}', DEFAULT, 'EFSA fellowship report 2022 (PMID 35634550)', 'Verified in substance; the abstract was cut before its last sentence: confirm. “Amounts” became “Any amounts”, true on a page that names none. The rule reads “2 g” and “500mg” as words; “g” alone fires on “e.g.” too, on purpose.', '2026-11-24 22:06:21.052637+00', '2026-11-24 22:06:21.052637+00'),
	(19, 'D-STORY', 1, 'Personal accounts', '', 'A personal account shows what one person felt or believed. It cannot show that kratom caused a change, or that others would feel the same.', 19, 'safety', 'text', false, '{}', '{testimon*,anecdot*,"personal account*","personal story","personal stories","success story","success stories","my story","his story","her story","their story","their stories","word of mouth","swear by","swears by","swore by","user report*","user review*","user experience*","users report*","users say*","users describe*","users claim*","users find","some people say","some people report","many people say","many people report","most people say","some veterans","many veterans","most veterans","reader told","one reader"}', '{personal-account}', '{}', DEFAULT, 'FTC Health Products Compliance Guidance; 16 CFR 255', 'Verified principle; own wording.', '2026-11-24 22:06:21.054054+00', '2026-11-24 22:06:21.054054+00'),
	(20, 'D-EVIDENCE-LAB', 1, 'Laboratory or animal study', '', 'This was tested in the laboratory or in animals, not in people.', 20, 'reference', 'text', false, '{}', '{}', '{}', '{laboratory,animal}', DEFAULT, 'FTC Health Products Compliance Guidance', 'Verified principle. “In cells or animals” became “in the laboratory or in animals”: one cited study used liver microsomes, which are not cells.', '2026-11-24 22:06:21.057678+00', '2026-11-24 22:06:21.057678+00'),
	(21, 'D-EVIDENCE-CASE', 1, 'Case report', '', 'This is one person''s case; it cannot show cause.', 21, 'reference', 'text', false, '{}', '{}', '{}', '{"case report"}', DEFAULT, 'FTC Health Products Compliance Guidance', 'Verified principle. A report of several cases is not this design: call it “observational study”.', '2026-11-24 22:06:21.058369+00', '2026-11-24 22:06:21.058369+00'),
	(22, 'D-EVIDENCE-SURVEY', 1, 'Survey', '', 'People chose to answer this survey and reported on themselves; it cannot show cause.', 22, 'reference', 'text', false, '{}', '{}', '{}', '{survey}', DEFAULT, 'FTC Health Products Compliance Guidance', 'Verified principle. A survey of a drawn population sample is not this design: call it “observational study”.', '2026-11-24 22:06:21.058965+00', '2026-11-24 22:06:21.058965+00'),
	(23, 'D-EVIDENCE-PREPRINT', 1, 'Preprint', '', 'This is a preprint; it has not been peer reviewed.', 23, 'reference', 'text', false, '{}', '{}', '{}', '{preprint}', DEFAULT, 'FTC Health Products Compliance Guidance', 'Verified principle.', '2026-11-24 22:06:21.059586+00', '2026-11-24 22:06:21.059586+00'),
	(24, 'D-COMM', 1, 'Commercial interests', '', 'We do not sell kratom, we do not use affiliate links on medical pages and we take no advertising from kratom sellers.', 24, 'about', 'text', true, '{}', '{}', '{}', '{}', DEFAULT, '16 CFR 255.5; HONcode principles 7 and 8', 'Verified principle. The funding sentence is drawn by the frame from the article''s funding. A site of which any part is untrue must change this text before it publishes.', '2026-11-24 22:06:21.060225+00', '2026-11-24 22:06:21.060225+00');

INSERT INTO public.articles_draftsave OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 1, '2026-11-24 22:06:22.01975+00', '1616'),
	(5, 2, 1, '2026-11-24 22:06:22.206267+00', '1620'),
	(9, 3, 1, '2026-11-24 22:06:22.368696+00', '1624');

INSERT INTO public.articles_edition OVERRIDING SYSTEM VALUE VALUES
	(1, '\x7b2261727469636c65223a312c2262796c696e6573223a5b7b226e616d65223a2257616e646120577269746572222c22706572736f6e223a317d5d2c22636f6e7461637473223a5b5d2c22636f6e7472696275746f7273223a5b315d2c22646973636c61696d657273223a5b5d2c22666c616773223a5b5d2c2266756e64696e67223a22222c2268746d6c223a223c68323e546865207375727665793c2f68323e3c703e50656f706c6520776572652061736b65642061626f757420776f727279205b40676172636961323032305d2e3c2f703e222c226b65795f706f696e7473223a5b224f6e65207375727665792061736b65642e222c2250656f706c652063686f736520746f20616e737765722e222c2249742063616e6e6f742073686f772063617573652e225d2c226b696e64223a2273746174656d656e74222c226c616e6775616765223a22656e222c226e756d626572223a312c22706f6c696379223a372c227265666572656e636573223a5b7b2261636365737365645f6f6e223a6e756c6c2c22617574686f7273223a224761726369612d526f6d65752041222c2264657369676e223a22737572766579222c22646f69223a22222c226a6f75726e616c223a22222c226b6579223a2267617263696132303230222c227061676573223a22222c22706d636964223a22222c22706d6964223a22222c227469746c65223a224b7261746f6d3a20757365722064656d6f6772617068696373222c2275726c223a22222c22766f6c756d65223a22222c2279656172223a323032307d5d2c22736368656d61223a312c22736c7567223a226e6f746963652d656e646564222c2273746174656d656e7473223a5b5d2c2273756d6d617279223a2241207375727665792061736b65642070656f706c652077686f20757365206b7261746f6d2061626f757420776f7272792e2049742063616e6e6f742073686f772063617573652e222c227469746c65223a2257686174206f6e65207375727665792061736b6564222c22746f70696373223a5b7b226e616d65223a22416e7869657479222c22736c7567223a22616e7869657479227d5d7d', '\x1f5593093f7ee89de2997ad7d0f9551dbda13b6d41c82ab1c065102ecc51f586', 1, '2026-11-24 22:06:22.057374+00', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT),
	(2, '\x7b2261727469636c65223a322c2262796c696e6573223a5b7b226e616d65223a2257616e646120577269746572222c22706572736f6e223a317d5d2c22636f6e7461637473223a5b5d2c22636f6e7472696275746f7273223a5b315d2c22646973636c61696d657273223a5b5d2c22666c616773223a5b5d2c2266756e64696e67223a22222c2268746d6c223a223c68323e546865207375727665793c2f68323e3c703e50656f706c6520776572652061736b65642061626f757420776f727279205b40676172636961323032305d2e3c2f703e222c226b65795f706f696e7473223a5b224f6e65207375727665792061736b65642e222c2250656f706c652063686f736520746f20616e737765722e222c2249742063616e6e6f742073686f772063617573652e225d2c226b696e64223a2273746174656d656e74222c226c616e6775616765223a22656e222c226e756d626572223a312c22706f6c696379223a372c227265666572656e636573223a5b7b2261636365737365645f6f6e223a6e756c6c2c22617574686f7273223a224761726369612d526f6d65752041222c2264657369676e223a22737572766579222c22646f69223a22222c226a6f75726e616c223a22222c226b6579223a2267617263696132303230222c227061676573223a22222c22706d636964223a22222c22706d6964223a22222c227469746c65223a224b7261746f6d3a20757365722064656d6f6772617068696373222c2275726c223a22222c22766f6c756d65223a22222c2279656172223a323032307d5d2c22736368656d61223a312c22736c7567223a226e6f746963652d726574726163746564222c2273746174656d656e7473223a5b5d2c2273756d6d617279223a2241207375727665792061736b65642070656f706c652077686f20757365206b7261746f6d2061626f757420776f7272792e2049742063616e6e6f742073686f772063617573652e222c227469746c65223a2257686174206f6e65207375727665792061736b6564222c22746f70696373223a5b7b226e616d65223a22416e7869657479222c22736c7567223a22616e7869657479227d5d7d', '\xbe3f1f6b9cc2ca6707431a1e08b494d5b66e772b7ef5c07d96155ccb8e9f764e', 1, '2026-11-24 22:06:22.2272+00', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT),
	(3, '\x7b2261727469636c65223a332c2262796c696e6573223a5b7b226e616d65223a2257616e646120577269746572222c22706572736f6e223a317d5d2c22636f6e7461637473223a5b5d2c22636f6e7472696275746f7273223a5b315d2c22646973636c61696d657273223a5b5d2c22666c616773223a5b5d2c2266756e64696e67223a22222c2268746d6c223a223c68323e546865207375727665793c2f68323e3c703e50656f706c6520776572652061736b65642061626f757420776f727279205b40676172636961323032305d2e3c2f703e222c226b65795f706f696e7473223a5b224f6e65207375727665792061736b65642e222c2250656f706c652063686f736520746f20616e737765722e222c2249742063616e6e6f742073686f772063617573652e225d2c226b696e64223a2273746174656d656e74222c226c616e6775616765223a22656e222c226e756d626572223a312c22706f6c696379223a372c227265666572656e636573223a5b7b2261636365737365645f6f6e223a6e756c6c2c22617574686f7273223a224761726369612d526f6d65752041222c2264657369676e223a22737572766579222c22646f69223a22222c226a6f75726e616c223a22222c226b6579223a2267617263696132303230222c227061676573223a22222c22706d636964223a22222c22706d6964223a22222c227469746c65223a224b7261746f6d3a20757365722064656d6f6772617068696373222c2275726c223a22222c22766f6c756d65223a22222c2279656172223a323032307d5d2c22736368656d61223a312c22736c7567223a226e6f746963652d7265766f6b6564222c2273746174656d656e7473223a5b5d2c2273756d6d617279223a2241207375727665792061736b65642070656f706c652077686f20757365206b7261746f6d2061626f757420776f7272792e2049742063616e6e6f742073686f772063617573652e222c227469746c65223a2257686174206f6e65207375727665792061736b6564222c22746f70696373223a5b7b226e616d65223a22416e7869657479222c22736c7567223a22616e7869657479227d5d7d', '\x11ac44059f75e690ed6da18a08972e42687d7be8f192efabbb4345a1472bfe02', 1, '2026-11-24 22:06:22.387216+00', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT);

INSERT INTO public.articles_publication OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 1, '\xa637872fd6cc189d79e9335b1107f6461440aba5b5241a86d1ef10431802d74e', '2026-11-24 22:06:22.516976+00', '2126-11-24 22:06:22.195601+00', 5, '2026-11-24 22:06:22.516976+00'),
	(2, 2, 2, '\xca0b1df63d992d607b405701afe64bb69f403e262a2e7d762c2da89acf573714', '2026-11-24 22:06:22.523248+00', '2126-11-24 22:06:22.361069+00', 5, '2026-11-24 22:06:22.523248+00');

INSERT INTO public.articles_reference VALUES
	(1, 0, 'garcia2020', 'Garcia-Romeu A', 'Kratom: user demographics', '', 2020, '', '', '', '', '', '', NULL, 'survey', 1),
	(2, 0, 'garcia2020', 'Garcia-Romeu A', 'Kratom: user demographics', '', 2020, '', '', '', '', '', '', NULL, 'survey', 2),
	(3, 0, 'garcia2020', 'Garcia-Romeu A', 'Kratom: user demographics', '', 2020, '', '', '', '', '', '', NULL, 'survey', 3);

INSERT INTO public.articles_statement OVERRIDING SYSTEM VALUE VALUES
	(1, 'crisis-help', 1, 'Crisis help', 'crisis', 'crisis-help-without-numbers', true, '{}', '{}', '{}', '{}', DEFAULT, '988 Lifeline and Veterans Crisis Line pages; Samaritans contact page; findahelpline.com; internationalmentalhealth.org (SAMHSA, 911); North Carolina Poison Control (table of help resources, D-CRISIS)', 'Only rows marked verified; each needs a person''s check before the first signature. The text repeats no number, so that hiding a row takes its number from the page. Left out: EU 112 (secondary source), EU 116 123 (verified for one country only), all numbers from memory.', '2026-11-24 22:06:21.064656+00', '2026-11-24 22:06:21.064656+00'),
	(2, 'crisis-help-without-numbers', 1, 'Crisis help without numbers', 'crisis', NULL, false, '{}', '{}', '{}', '{}', DEFAULT, 'D-CRISIS, without numbers; plain advice', 'Shown when the contacts are not signed or their check is overdue. Nothing in it can go out of date.', '2026-11-24 22:06:21.065466+00', '2026-11-24 22:06:21.065466+00'),
	(3, 'regulatory-status', 1, 'US regulatory status', 'top', NULL, true, '{}', '{}', '{}', '{}', DEFAULT, 'D-REG: FDA text in reproductions; law-firm summaries', 'The FDA''s own page could not be opened when this was written: attach it as a reference before the first signature.', '2026-11-24 22:06:21.066022+00', '2026-11-24 22:06:21.066022+00'),
	(4, 'evidence-status', 1, 'State of the evidence', 'top', NULL, true, '{}', '{}', '{}', '{}', DEFAULT, 'D-EVID: Yang 2023 (doi 10.47836/mjmhs.19.5.31); Papadi 2022 (PMID 35634550)', 'Claims no search of our own. The title of Papadi 2022 was not seen and stays blank.', '2026-11-24 22:06:21.066539+00', '2026-11-24 22:06:21.066539+00'),
	(5, 'legal-status', 1, 'Legal status', 'about', NULL, false, '{ptsd,anxiety,depression,suicide,safety,7-oh,law}', '{law,laws,lawful*,unlawful*,legal*,illegal*,ban,bans,banned,banning,prohibit*,outlaw*,decriminali*,criminal*,scheduled,scheduling,"schedule i","schedule 1","controlled substance*","controlled drug*",travel*,abroad,customs,buy,buys,buying,bought,purchas*,sell,sells,selling,sold,seller*,sale,sales,import,imports,imported,importing,importation,export,exports,exported,exporting,"age limit*","minimum age","age restrict*",licence*,license*,licensing,possession}', '{}', '{}', DEFAULT, 'D-LEGAL: Rhode Island, Louisiana, Ohio and Kansas sources (variation and change)', 'The sentence about a table of places is left out: there is no such table.', '2026-11-24 22:06:21.067217+00', '2026-11-24 22:06:21.067217+00'),
	(6, 'seven-oh-status', 1, '7-OH products', 'safety', NULL, false, '{safety,7-oh}', '{7-OH,7OH,7-hydroxymitragynine,7-hydroxy-mitragynine,hydroxymitragynine*,7-HMG,seven-oh,pseudoindoxyl*,extract*,enhanced,fortified,concentrate,concentrates,concentrated,shot,shots,gummy,gummies}', '{}', '{}', DEFAULT, 'D-7OH: Keller and Heckman, 24 July 2025; HealthDay, 29 July 2025 (secondary)', 'The outcome was not found when this was written: the checker completes the last sentence and attaches primary sources.', '2026-11-24 22:06:21.069091+00', '2026-11-24 22:06:21.069091+00'),
	(7, 'notice-ended', 1, 'Notice: review has ended', 'notice', NULL, false, '{}', '{}', '{}', '{}', DEFAULT, 'House policy', 'Shown by the frame when a sign-off has ended.', '2026-11-24 22:06:21.070088+00', '2026-11-24 22:06:21.070088+00'),
	(8, 'notice-revoked', 1, 'Notice: sign-off revoked', 'notice', NULL, false, '{}', '{}', '{}', '{}', DEFAULT, 'House policy', 'Shown by the frame when a sign-off was revoked. Names nobody and no reason.', '2026-11-24 22:06:21.070621+00', '2026-11-24 22:06:21.070621+00'),
	(9, 'notice-taken-down', 1, 'Notice: taken down', 'notice', NULL, false, '{}', '{}', '{}', '{}', DEFAULT, 'House policy', 'Shown by the frame after a take-down. Gives no reason.', '2026-11-24 22:06:21.071166+00', '2026-11-24 22:06:21.071166+00'),
	(10, 'notice-retracted', 1, 'Notice: retracted', 'notice', NULL, false, '{}', '{}', '{}', '{}', DEFAULT, 'House policy', 'Shown by the frame after a retraction (HTTP 410). Gives no details.', '2026-11-24 22:06:21.071676+00', '2026-11-24 22:06:21.071676+00');

INSERT INTO public.articles_takedown OVERRIDING SYSTEM VALUE VALUES
	(1, 2, 2, 'taken down', 5, '2026-11-24 22:06:22.527989+00', 'Out of date');

INSERT INTO public.articles_topic VALUES
	(1, 'ptsd', 'PTSD and trauma'),
	(2, 'anxiety', 'Anxiety'),
	(3, 'depression', 'Depression'),
	(4, 'suicide', 'Suicide and self-harm'),
	(5, 'interactions', 'Interactions with medicines'),
	(6, 'dependence', 'Dependence and withdrawal'),
	(7, 'pregnancy', 'Pregnancy and breast-feeding'),
	(8, 'liver', 'Liver'),
	(9, 'safety', 'Safety'),
	(10, '7-oh', '7-OH and concentrated products'),
	(11, 'pharmacology', 'How it acts in the body'),
	(12, 'law', 'Law'),
	(13, 'history', 'History and botany');

INSERT INTO public.auth_group VALUES
	(1, 'Writer'),
	(2, 'Medical reviewer'),
	(3, 'Medical lead'),
	(4, 'Editor'),
	(5, 'Compliance'),
	(6, 'Administrator');

INSERT INTO public.auth_group_permissions VALUES
	(1, 1, 40),
	(2, 1, 41),
	(3, 1, 38),
	(4, 1, 39),
	(5, 2, 40),
	(6, 2, 56),
	(7, 2, 51),
	(8, 2, 52),
	(9, 3, 40),
	(10, 3, 51),
	(11, 3, 52),
	(12, 3, 53),
	(13, 3, 56),
	(14, 4, 38),
	(15, 4, 39),
	(16, 4, 40),
	(17, 4, 41),
	(18, 4, 42),
	(19, 4, 43),
	(20, 5, 40),
	(21, 5, 43),
	(22, 5, 49),
	(23, 5, 57),
	(24, 5, 29),
	(25, 6, 33),
	(26, 6, 40),
	(27, 6, 12),
	(28, 6, 29),
	(29, 6, 30),
	(30, 6, 31);

INSERT INTO public.auth_permission VALUES
	(1, 'Can add log entry', 1, 'add_logentry'),
	(2, 'Can change log entry', 1, 'change_logentry'),
	(3, 'Can delete log entry', 1, 'delete_logentry'),
	(4, 'Can view log entry', 1, 'view_logentry'),
	(5, 'Can add permission', 2, 'add_permission'),
	(6, 'Can change permission', 2, 'change_permission'),
	(7, 'Can delete permission', 2, 'delete_permission'),
	(8, 'Can view permission', 2, 'view_permission'),
	(9, 'Can add group', 3, 'add_group'),
	(10, 'Can change group', 3, 'change_group'),
	(11, 'Can delete group', 3, 'delete_group'),
	(12, 'Can view group', 3, 'view_group'),
	(13, 'Can add content type', 4, 'add_contenttype'),
	(14, 'Can change content type', 4, 'change_contenttype'),
	(15, 'Can delete content type', 4, 'delete_contenttype'),
	(16, 'Can view content type', 4, 'view_contenttype'),
	(17, 'Can add session', 5, 'add_session'),
	(18, 'Can change session', 5, 'change_session'),
	(19, 'Can delete session', 5, 'delete_session'),
	(20, 'Can view session', 5, 'view_session'),
	(21, 'Can add revision', 6, 'add_revision'),
	(22, 'Can change revision', 6, 'change_revision'),
	(23, 'Can delete revision', 6, 'delete_revision'),
	(24, 'Can view revision', 6, 'view_revision'),
	(25, 'Can add version', 7, 'add_version'),
	(26, 'Can change version', 7, 'change_version'),
	(27, 'Can delete version', 7, 'delete_version'),
	(28, 'Can view version', 7, 'view_version'),
	(29, 'Can view audit trail entry', 8, 'view_entry'),
	(30, 'Can add person', 9, 'add_person'),
	(31, 'Can change person', 9, 'change_person'),
	(32, 'Can delete person', 9, 'delete_person'),
	(33, 'Can view person', 9, 'view_person'),
	(34, 'Can view disclaimer', 10, 'view_disclaimer'),
	(35, 'Can view draft save', 11, 'view_draftsave'),
	(36, 'Can view edition', 12, 'view_edition'),
	(37, 'Can view publication', 16, 'view_publication'),
	(38, 'Can add article', 17, 'add_article'),
	(39, 'Can change article', 17, 'change_article'),
	(40, 'Can view article', 17, 'view_article'),
	(41, 'Can submit a draft for review', 17, 'submit'),
	(42, 'Can publish a signed edition', 17, 'publish'),
	(43, 'Can take a page down', 17, 'take_down'),
	(44, 'Can view statement', 18, 'view_statement'),
	(45, 'Can view take-down', 19, 'view_takedown'),
	(46, 'Can view topic', 21, 'view_topic'),
	(47, 'Can view appointment', 24, 'view_appointment'),
	(48, 'Can view credential', 25, 'view_credential'),
	(49, 'Can register, verify and suspend credentials', 25, 'verify_credential'),
	(50, 'Can view verdict', 26, 'view_verdict');
INSERT INTO public.auth_permission VALUES
	(51, 'Can request changes to an edition', 26, 'request_changes'),
	(52, 'Can refuse an article', 26, 'refuse'),
	(53, 'Can overrule a refusal', 26, 'overrule'),
	(54, 'Can view policy', 27, 'view_policy'),
	(55, 'Can view sign-off', 28, 'view_signoff'),
	(56, 'Can sign an edition', 28, 'sign_off'),
	(57, 'Can revoke another''s sign-off', 28, 'revoke_any'),
	(58, 'Can view verification', 30, 'view_verification'),
	(59, 'Can view suspension', 31, 'view_suspension'),
	(60, 'Can view lift', 32, 'view_lift'),
	(61, 'Can view revocation', 33, 'view_revocation');

INSERT INTO public.cms_entry VALUES
	(0, DEFAULT, '\x0000000000000000000000000000000000000000000000000000000000000000', '2026-11-24 22:06:21.295818+00', '\x7b22616374223a22656e726f6c20736563726574222c226163746f72223a332c226174223a22323032362d31312d32345432323a30363a32312e3239353831385a222c226c6f67696e223a226c6561665f617070222c22706572736f6e223a332c22736563726574223a312c22736571223a307d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT),
	(1, DEFAULT, '\xe1d4e90886aa5414e49426dc56fa6e546bbd9d1a6963e46e68660edaf442a9cc', '2026-11-24 22:06:21.405298+00', '\x7b22616374223a22656e726f6c20736563726574222c226163746f72223a342c226174223a22323032362d31312d32345432323a30363a32312e3430353239385a222c226c6f67696e223a226c6561665f617070222c22706572736f6e223a342c22736563726574223a322c22736571223a317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT),
	(2, DEFAULT, '\x0777c515f983f78acd7b584f965ebc08be78b745187341d755e31f3bc9eb2a0a', '2026-11-24 22:06:21.522303+00', '\x7b22616374223a22656e726f6c20736563726574222c226163746f72223a362c226174223a22323032362d31312d32345432323a30363a32312e3532323330335a222c226c6f67696e223a226c6561665f617070222c22706572736f6e223a362c22736563726574223a332c22736571223a327d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT),
	(3, DEFAULT, '\x66c979469ee3c8274dab091a80779e54e2b9e1e340a2602aa4d3edf3d307083a', '2026-11-24 22:06:21.625929+00', '\x7b22616374223a22656e726f6c20736563726574222c226163746f72223a372c226174223a22323032362d31312d32345432323a30363a32312e3632353932395a222c226c6f67696e223a226c6561665f617070222c22706572736f6e223a372c22736563726574223a342c22736571223a337d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT),
	(4, DEFAULT, '\xdc7b3f62dd8a8e6f432c97a0b43b4168e0e772311170bc3f40378bae854659d6', '2026-11-24 22:06:21.640694+00', '\x7b22616374223a226170706f696e74222c226163746f72223a6e756c6c2c226170706f696e746d656e74223a312c226174223a22323032362d31312d32345432323a30363a32312e3634303639345a222c226c6f67696e223a226c6561665f6f776e6572222c226f6666696365223a22636f6d706c69616e6365222c22706572736f6e223a362c22736571223a347d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT),
	(5, DEFAULT, '\xfc4216d72444a6ca8cfcdf5fefe5a72bff51c2fd4315841e7c1fe98d4f00fc49', '2026-11-24 22:06:21.654609+00', '\x7b22616374223a226170706f696e74222c226163746f72223a6e756c6c2c226170706f696e746d656e74223a322c226174223a22323032362d31312d32345432323a30363a32312e3635343630395a222c226c6f67696e223a226c6561665f6f776e6572222c226f6666696365223a226d65646963616c206c656164222c22706572736f6e223a372c22736571223a357d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT),
	(6, DEFAULT, '\xd7a6c2ab306dc90e94735d33e8066e603ddb63a759bb5c5f82e8f3ba998363ae', '2026-11-24 22:06:21.78842+00', '\x7b22616374223a227665726966792063726564656e7469616c222c226163746f72223a362c226174223a22323032362d31312d32345432323a30363a32312e3738383432305a222c2263726564656e7469616c223a312c226c6f67696e223a226c6561665f617070222c22706572736f6e223a332c22736571223a362c22766572696669636174696f6e223a317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT),
	(7, DEFAULT, '\x15da914744c56ec1f1eef4f7eb13e6503f64d1db13996090aaf619f2c4583ff2', '2026-11-24 22:06:21.900087+00', '\x7b22616374223a227665726966792063726564656e7469616c222c226163746f72223a362c226174223a22323032362d31312d32345432323a30363a32312e3930303038375a222c2263726564656e7469616c223a322c226c6f67696e223a226c6561665f617070222c22706572736f6e223a342c22736571223a372c22766572696669636174696f6e223a327d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT),
	(8, DEFAULT, '\xa44f00acd09ae4c53eab819699ffdcfa1c69703a0604b8887559cab8f3996109', '2026-11-24 22:06:22.009622+00', '\x7b22616374223a227665726966792063726564656e7469616c222c226163746f72223a362c226174223a22323032362d31312d32345432323a30363a32322e3030393632325a222c2263726564656e7469616c223a332c226c6f67696e223a226c6561665f617070222c22706572736f6e223a372c22736571223a382c22766572696669636174696f6e223a337d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT),
	(9, DEFAULT, '\x3b3630b307641eaa2a9a25f56c692db46be42724c1b9c7a6401dce83ab258da4', '2026-11-24 22:06:22.066085+00', '\x7b22616374223a227375626d6974222c226163746f72223a312c2261727469636c65223a312c226174223a22323032362d31312d32345432323a30363a32322e3036363038355a222c22646967657374223a2261363337383732666436636331383964373965393333356231313037663634363134343061626135623532343161383664316566313034333138303264373465222c2265646974696f6e223a312c226c6f67696e223a226c6561665f617070222c226e756d626572223a312c22736571223a397d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT),
	(10, DEFAULT, '\x8bf163a63be3e91806a2d213425bd9c6d198dbea796ece55af062009dfd8e799', '2026-11-24 22:06:22.197592+00', '\x7b22616374223a227369676e206f6666222c226163746f72223a332c2261727469636c65223a312c226174223a22323032362d31312d32345432323a30363a32322e3139373539325a222c2263726564656e7469616c223a312c22646967657374223a2261363337383732666436636331383964373965393333356231313037663634363134343061626135623532343161383664316566313034333138303264373465222c2265646974696f6e223a312c226c6f67696e223a226c6561665f617070222c226d65616e696e67223a226d65646963616c206163637572616379222c22736571223a31302c227369676e5f6f6666223a317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT),
	(11, DEFAULT, '\x7c3e82ec47e0da041faa2fbb4c51b4589c15c23805d7c8d634ae254b23977e98', '2026-11-24 22:06:22.232023+00', '\x7b22616374223a227375626d6974222c226163746f72223a312c2261727469636c65223a322c226174223a22323032362d31312d32345432323a30363a32322e3233323032335a222c22646967657374223a2263613062316466363364393932643630376234303537303161666536346262363966343033653236326132653764373632633264613839616366353733373134222c2265646974696f6e223a322c226c6f67696e223a226c6561665f617070222c226e756d626572223a312c22736571223a31317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT),
	(12, DEFAULT, '\x481dcb8a49d2c5dc78538ef187f6b1aeaf1576772cab4d7dee17371a32c00e07', '2026-11-24 22:06:22.36174+00', '\x7b22616374223a227369676e206f6666222c226163746f72223a332c2261727469636c65223a322c226174223a22323032362d31312d32345432323a30363a32322e3336313734305a222c2263726564656e7469616c223a312c22646967657374223a2263613062316466363364393932643630376234303537303161666536346262363966343033653236326132653764373632633264613839616366353733373134222c2265646974696f6e223a322c226c6f67696e223a226c6561665f617070222c226d65616e696e67223a226d65646963616c206163637572616379222c22736571223a31322c227369676e5f6f6666223a327d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT),
	(13, DEFAULT, '\x9e02c2969c6dd92f65930fb704c4e3875a102d9218d877ac764a2ee2db90be54', '2026-11-24 22:06:22.391558+00', '\x7b22616374223a227375626d6974222c226163746f72223a312c2261727469636c65223a332c226174223a22323032362d31312d32345432323a30363a32322e3339313535385a222c22646967657374223a2236366265373835383531353637303566386638386230393865303735353337343039313135336434643562633061306135326162326161623331323833633965222c2265646974696f6e223a332c226c6f67696e223a226c6561665f617070222c226e756d626572223a312c22736571223a31337d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT),
	(14, DEFAULT, '\xe0491a2d34b9a22334003d11d632cf89f7ad3c37474b5d1dc570763fedfee7fe', '2026-11-24 22:06:22.512968+00', '\x7b22616374223a227369676e206f6666222c226163746f72223a332c2261727469636c65223a332c226174223a22323032362d31312d32345432323a30363a32322e3531323936385a222c2263726564656e7469616c223a312c22646967657374223a2236366265373835383531353637303566386638386230393865303735353337343039313135336434643562633061306135326162326161623331323833633965222c2265646974696f6e223a332c226c6f67696e223a226c6561665f617070222c226d65616e696e67223a226d65646963616c206163637572616379222c22736571223a31342c227369676e5f6f6666223a337d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT),
	(15, DEFAULT, '\x6781058faa0976f7a2f105119dcc3fcdf4ddc81b5f7df4e7b2ec10c2600082b4', '2026-11-24 22:06:22.521498+00', '\x7b22616374223a227075626c697368222c226163746f72223a352c2261727469636c65223a312c226174223a22323032362d31312d32345432323a30363a32322e3532313439385a222c22646967657374223a2261363337383732666436636331383964373965393333356231313037663634363134343061626135623532343161383664316566313034333138303264373465222c2265646974696f6e223a312c226c6f67696e223a226c6561665f617070222c227075626c69636174696f6e223a312c22736571223a31352c227374617274735f6174223a22323032362d31312d32345432323a30363a32322e3531363937365a227d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT),
	(16, DEFAULT, '\x6ac09d25abbc9e24dfcf716650d61b9ccf0e20a61dda350d8151315fc1bd542b', '2026-11-24 22:06:22.52554+00', '\x7b22616374223a227075626c697368222c226163746f72223a352c2261727469636c65223a322c226174223a22323032362d31312d32345432323a30363a32322e3532353534305a222c22646967657374223a2263613062316466363364393932643630376234303537303161666536346262363966343033653236326132653764373632633264613839616366353733373134222c2265646974696f6e223a322c226c6f67696e223a226c6561665f617070222c227075626c69636174696f6e223a322c22736571223a31362c227374617274735f6174223a22323032362d31312d32345432323a30363a32322e3532333234385a227d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT),
	(17, DEFAULT, '\xb26b054158a22933f79562cdaa284063bbfecd14d2c04aa9e7fad55210e8af69', '2026-11-24 22:06:22.528261+00', '\x7b22616374223a2274616b656e20646f776e222c226163746f72223a352c2261727469636c65223a322c226174223a22323032362d31312d32345432323a30363a32322e3532383236315a222c226c6f67696e223a226c6561665f617070222c227075626c69636174696f6e223a322c22726561736f6e223a224f7574206f662064617465222c22736571223a31377d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT),
	(18, DEFAULT, '\x77f5ff34f0d9e79e805b41217727f815ccdada5f237f99e0c2ab76e5eef581e1', '2026-11-24 22:06:22.530697+00', '\x7b22616374223a227265766f6b65222c226163746f72223a332c2261727469636c65223a332c226174223a22323032362d31312d32345432323a30363a32322e3533303639375a222c22646967657374223a2236366265373835383531353637303566386638386230393865303735353337343039313135336434643562633061306135326162326161623331323833633965222c2265646974696f6e223a332c226c6f67696e223a226c6561665f617070222c22726561736f6e223a225369676e656420746f6f20736f6f6e222c22736571223a31382c227369676e5f6f6666223a337d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT),
	(19, DEFAULT, '\x72668645ad56646d95e44e6cbbf77c69ef55e18466f9868dd6e9169f26ca1d03', '2026-11-24 22:06:22.630932+00', '\x7b22616374223a2272656675736564222c226163746f72223a332c2261727469636c65223a332c226174223a22323032362d31312d32345432323a30363a32322e3633303933325a222c22646967657374223a2236366265373835383531353637303566386638386230393865303735353337343039313135336434643562633061306135326162326161623331323833633965222c2265646974696f6e223a332c226c6f67696e223a226c6561665f617070222c22726561736f6e223a22497420636c61696d7320746f6f206d756368222c22736571223a31392c2276657264696374223a317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT),
	(20, DEFAULT, '\xbee0b302ca4c6c93f6ea388eaa0f67d74e1963659bfcf73117ca902f735c0d73', '2026-11-24 22:06:22.732197+00', '\x7b22616374223a226c696674207265667573616c222c226163746f72223a332c2261727469636c65223a332c226174223a22323032362d31312d32345432323a30363a32322e3733323139375a222c2265646974696f6e223a332c226c6f67696e223a226c6561665f617070222c22726561736f6e223a225265616420616761696e222c22736571223a32302c2276657264696374223a317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT),
	(21, DEFAULT, '\xc458b9c0f32f406ef4350392f2fa2391b6c4bc5e04e60d580e481b3b02beae24', '2026-11-24 22:06:22.744501+00', '\x7b22616374223a2273757370656e642063726564656e7469616c222c226163746f72223a362c226174223a22323032362d31312d32345432323a30363a32322e3734343530315a222c2263726564656e7469616c223a322c226c6f67696e223a226c6561665f617070222c22726561736f6e223a2252657469726564222c22736571223a32317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT),
	(22, DEFAULT, '\x4a95d515f6d22a4580125123d7895c5b3945efbeb5f268c6a5ce1ceaf79d017c', '2026-11-24 22:06:22.754864+00', '\x7b22616374223a226469736d697373222c226163746f72223a6e756c6c2c226170706f696e746d656e74223a322c226174223a22323032362d31312d32345432323a30363a32322e3735343836345a222c226c6f67696e223a226c6561665f6f776e6572222c226f6666696365223a226d65646963616c206c656164222c22706572736f6e223a372c22736571223a32327d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT);

INSERT INTO public.cms_person VALUES
	(1, 'md5$zR0w11gTJYRjoQ6JIAPSYZ$58768c17cecbb62a09936f86035c883c', NULL, false, 'writer@example.org', 'Wanda Writer', true, true, '2026-11-24 22:06:21.145498+00'),
	(2, 'md5$KU9st0NchiUyCZw2DTzLXJ$180bec7940d2cd60d08858224886b1e7', NULL, false, 'second_writer@example.org', 'Walter Writer', true, true, '2026-11-24 22:06:21.159931+00'),
	(3, 'md5$lkR4ZsJckM2lJuHramzoXU$f07147e71de90f9c3b992255a7d0b671', NULL, false, 'doctor@example.org', 'Dr Dora Doctor', true, true, '2026-11-24 22:06:21.162619+00'),
	(4, 'md5$eGV6f6y34siTFqAkpNLCvm$90282ffc20c6ea4e16b2e425702f78c7', NULL, false, 'second_doctor@example.org', 'Dr Dan Doctor', true, true, '2026-11-24 22:06:21.299275+00'),
	(5, 'md5$nTanrhZX3fAF7938L0uWOv$6f975ca513f32a2515e65db05a4f4bdc', NULL, false, 'editor@example.org', 'Edith Editor', true, true, '2026-11-24 22:06:21.406692+00'),
	(6, 'md5$0pLv7CceyrXZkMJCBRnlq8$c6ac2f0e9bc98ac9d80443124e5f6aca', NULL, false, 'compliance@example.org', 'Cora Compliance', true, true, '2026-11-24 22:06:21.409217+00'),
	(7, 'md5$Z3u70NfL43cKYLIlsD0TjK$fa1956887b7a71a7b33fb5b58a78262e', NULL, false, 'medical_lead@example.org', 'Dr Lena Lead', true, true, '2026-11-24 22:06:21.523704+00'),
	(8, 'md5$sdzBJsSY22c0dJL2kaJ71C$37e2ea650328b1608b34c3e1c0f5211b', NULL, false, 'administrator@example.org', 'Adam Administrator', true, true, '2026-11-24 22:06:21.627092+00');

INSERT INTO public.cms_person_groups VALUES
	(1, 1, 1),
	(2, 2, 1),
	(3, 3, 2),
	(4, 4, 2),
	(5, 5, 4),
	(6, 6, 5),
	(7, 7, 3),
	(8, 8, 6);

INSERT INTO public.cms_person_user_permissions VALUES
	(1, 5, 29);

INSERT INTO public.django_content_type VALUES
	(1, 'admin', 'logentry'),
	(2, 'auth', 'permission'),
	(3, 'auth', 'group'),
	(4, 'contenttypes', 'contenttype'),
	(5, 'sessions', 'session'),
	(6, 'reversion', 'revision'),
	(7, 'reversion', 'version'),
	(8, 'cms', 'entry'),
	(9, 'cms', 'person'),
	(10, 'articles', 'disclaimer'),
	(11, 'articles', 'draftsave'),
	(12, 'articles', 'edition'),
	(13, 'articles', 'livearticle'),
	(14, 'articles', 'livehelp'),
	(15, 'articles', 'livenotice'),
	(16, 'articles', 'publication'),
	(17, 'articles', 'article'),
	(18, 'articles', 'statement'),
	(19, 'articles', 'takedown'),
	(20, 'articles', 'reference'),
	(21, 'articles', 'topic'),
	(22, 'articles', 'state'),
	(23, 'articles', 'byline'),
	(24, 'reviews', 'appointment'),
	(25, 'reviews', 'credential'),
	(26, 'reviews', 'verdict'),
	(27, 'reviews', 'policy'),
	(28, 'reviews', 'signoff'),
	(29, 'reviews', 'signingsecret'),
	(30, 'reviews', 'verification'),
	(31, 'reviews', 'suspension'),
	(32, 'reviews', 'lift'),
	(33, 'reviews', 'revocation');

INSERT INTO public.django_migrations VALUES
	(1, 'contenttypes', '0001_initial', '2026-11-24 22:06:20.279311+00'),
	(2, 'contenttypes', '0002_remove_content_type_name', '2026-11-24 22:06:20.286217+00'),
	(3, 'auth', '0001_initial', '2026-11-24 22:06:20.32992+00'),
	(4, 'auth', '0002_alter_permission_name_max_length', '2026-11-24 22:06:20.336564+00'),
	(5, 'auth', '0003_alter_user_email_max_length', '2026-11-24 22:06:20.342639+00'),
	(6, 'auth', '0004_alter_user_username_opts', '2026-11-24 22:06:20.357339+00'),
	(7, 'auth', '0005_alter_user_last_login_null', '2026-11-24 22:06:20.363605+00'),
	(8, 'auth', '0006_require_contenttypes_0002', '2026-11-24 22:06:20.365281+00'),
	(9, 'auth', '0007_alter_validators_add_error_messages', '2026-11-24 22:06:20.370817+00'),
	(10, 'auth', '0008_alter_user_username_max_length', '2026-11-24 22:06:20.378517+00'),
	(11, 'auth', '0009_alter_user_last_name_max_length', '2026-11-24 22:06:20.384118+00'),
	(12, 'auth', '0010_alter_group_name_max_length', '2026-11-24 22:06:20.390597+00'),
	(13, 'auth', '0011_update_proxy_permissions', '2026-11-24 22:06:20.395878+00'),
	(14, 'auth', '0012_alter_user_first_name_max_length', '2026-11-24 22:06:20.401244+00'),
	(15, 'cms', '0001_initial', '2026-11-24 22:06:20.443855+00'),
	(16, 'admin', '0001_initial', '2026-11-24 22:06:20.466902+00'),
	(17, 'admin', '0002_logentry_remove_auto_add', '2026-11-24 22:06:20.474567+00'),
	(18, 'admin', '0003_logentry_add_action_flag_choices', '2026-11-24 22:06:20.482014+00'),
	(19, 'cms', '0002_ledger', '2026-11-24 22:06:20.497103+00'),
	(20, 'articles', '0001_initial', '2026-11-24 22:06:20.556519+00'),
	(21, 'articles', '0002_drafts', '2026-11-24 22:06:20.627147+00'),
	(22, 'articles', '0003_evidence', '2026-11-24 22:06:20.716245+00'),
	(23, 'reversion', '0001_squashed_0004_auto_20160611_1202', '2026-11-24 22:06:20.774914+00'),
	(24, 'reversion', '0002_add_index_on_version_for_content_type_and_db', '2026-11-24 22:06:20.782951+00'),
	(25, 'reviews', '0001_initial', '2026-11-24 22:06:20.792436+00'),
	(26, 'reviews', '0002_evidence', '2026-11-24 22:06:20.898517+00'),
	(27, 'sessions', '0001_initial', '2026-11-24 22:06:20.916587+00');

INSERT INTO public.reversion_revision VALUES
	(1, '2026-11-24 22:06:22.029797+00', 'First draft', 1),
	(2, '2026-11-24 22:06:22.211735+00', 'First draft', 1),
	(3, '2026-11-24 22:06:22.373192+00', 'First draft', 1);

INSERT INTO public.reversion_version VALUES
	(1, '1', 'json', '[{"model": "articles.article", "pk": 1, "fields": {"kind": "statement", "slug": "notice-ended", "title": "What one survey asked", "title_is_proposed": false, "summary": "A survey asked people who use kratom about worry. It cannot show cause.", "key_points": "[\"One survey asked.\", \"People chose to answer.\", \"It cannot show cause.\"]", "body": "<h2>The survey</h2><p>People were asked about worry [@garcia2020].</p>", "funding": "", "uses_ai_tools": false, "language": "en", "contacts": [], "source_digest": null, "topics": [2]}}]', 'What one survey asked', 17, 1, 'default'),
	(2, '1', 'json', '[{"model": "articles.reference", "pk": 1, "fields": {"article": 1, "position": 0, "key": "garcia2020", "authors": "Garcia-Romeu A", "title": "Kratom: user demographics", "journal": "", "year": 2020, "volume": "", "pages": "", "doi": "", "pmid": "", "pmcid": "", "url": "", "accessed_on": null, "design": "survey"}}]', 'garcia2020', 20, 1, 'default'),
	(3, '1', 'json', '[{"model": "articles.byline", "pk": 1, "fields": {"article": 1, "person": 1, "position": 0}}]', 'Wanda Writer', 23, 1, 'default'),
	(4, '2', 'json', '[{"model": "articles.article", "pk": 2, "fields": {"kind": "statement", "slug": "notice-retracted", "title": "What one survey asked", "title_is_proposed": false, "summary": "A survey asked people who use kratom about worry. It cannot show cause.", "key_points": "[\"One survey asked.\", \"People chose to answer.\", \"It cannot show cause.\"]", "body": "<h2>The survey</h2><p>People were asked about worry [@garcia2020].</p>", "funding": "", "uses_ai_tools": false, "language": "en", "contacts": [], "source_digest": null, "topics": [2]}}]', 'What one survey asked', 17, 2, 'default'),
	(5, '2', 'json', '[{"model": "articles.reference", "pk": 2, "fields": {"article": 2, "position": 0, "key": "garcia2020", "authors": "Garcia-Romeu A", "title": "Kratom: user demographics", "journal": "", "year": 2020, "volume": "", "pages": "", "doi": "", "pmid": "", "pmcid": "", "url": "", "accessed_on": null, "design": "survey"}}]', 'garcia2020', 20, 2, 'default'),
	(6, '2', 'json', '[{"model": "articles.byline", "pk": 2, "fields": {"article": 2, "person": 1, "position": 0}}]', 'Wanda Writer', 23, 2, 'default'),
	(7, '3', 'json', '[{"model": "articles.article", "pk": 3, "fields": {"kind": "statement", "slug": "notice-revoked", "title": "What one survey asked", "title_is_proposed": false, "summary": "A survey asked people who use kratom about worry. It cannot show cause.", "key_points": "[\"One survey asked.\", \"People chose to answer.\", \"It cannot show cause.\"]", "body": "<h2>The survey</h2><p>People were asked about worry [@garcia2020].</p>", "funding": "", "uses_ai_tools": false, "language": "en", "contacts": [], "source_digest": null, "topics": [2]}}]', 'What one survey asked', 17, 3, 'default'),
	(8, '3', 'json', '[{"model": "articles.reference", "pk": 3, "fields": {"article": 3, "position": 0, "key": "garcia2020", "authors": "Garcia-Romeu A", "title": "Kratom: user demographics", "journal": "", "year": 2020, "volume": "", "pages": "", "doi": "", "pmid": "", "pmcid": "", "url": "", "accessed_on": null, "design": "survey"}}]', 'garcia2020', 20, 3, 'default'),
	(9, '3', 'json', '[{"model": "articles.byline", "pk": 3, "fields": {"article": 3, "person": 1, "position": 0}}]', 'Wanda Writer', 23, 3, 'default');

INSERT INTO public.reviews_appointment OVERRIDING SYSTEM VALUE VALUES
	(1, 6, 'compliance', '2026-11-24 22:06:21.639724+00'),
	(2, 7, 'medical lead', '2026-11-24 22:06:21.653768+00');

INSERT INTO public.reviews_credential OVERRIDING SYSTEM VALUE VALUES
	(1, 3, 'Dr Dora Doctor', 'psychiatrist', 'Board of the Tests', 'T-12345', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', '2026-11-24 22:06:21.786537+00'),
	(2, 4, 'Dr Dan Doctor', 'psychiatrist', 'Board of the Tests', 'T-12345', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', '2026-11-24 22:06:21.899224+00'),
	(3, 7, 'Dr Lena Lead', 'psychiatrist', 'Board of the Tests', 'T-12345', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', '2026-11-24 22:06:22.008763+00');

INSERT INTO public.reviews_dismissal VALUES
	(2, '2026-11-24 22:06:22.753965+00');

INSERT INTO public.reviews_lift VALUES
	(1, 3, 'lifted', '2026-11-24 22:06:22.731901+00', 'Read again');

INSERT INTO public.reviews_policy OVERRIDING SYSTEM VALUE VALUES
	(1, 'one-signature', 1, 'One medical signature', 'article', 10, '{}', true, '{}', '{}', DEFAULT, '{"medical accuracy"}', '1 year', '1 year 3 mons', '2026-11-24 22:06:21.073822+00'),
	(2, 'two-signatures', 1, 'Two medical signatures by two people', 'article', 20, '{}', false, '{ptsd,depression,suicide}', '{ptsd,post-traumatic,posttraumatic,depress*,suicid*,self-harm*,"kill yourself","kill themselves","end their life","end your life"}', DEFAULT, '{"medical accuracy","second medical review"}', '1 year', '1 year 3 mons', '2026-11-24 22:06:21.074711+00'),
	(3, 'statement-other', 1, 'Other statement', 'statement', 10, '{}', true, '{}', '{}', DEFAULT, '{"medical accuracy"}', '75 days', '90 days', '2026-11-24 22:06:21.075671+00'),
	(4, 'crisis-help', 1, 'Crisis help, checked every 30 days', 'statement', 20, '{crisis-help}', false, '{}', '{}', DEFAULT, '{"medical accuracy"}', '23 days', '30 days', '2026-11-24 22:06:21.076306+00'),
	(5, 'checked-90-days', 1, 'Statement, checked every 90 days', 'statement', 20, '{regulatory-status,legal-status,seven-oh-status}', false, '{}', '{}', DEFAULT, '{"medical accuracy"}', '75 days', '90 days', '2026-11-24 22:06:21.077087+00'),
	(6, 'checked-180-days', 1, 'Statement, checked every 180 days', 'statement', 20, '{evidence-status}', false, '{}', '{}', DEFAULT, '{"medical accuracy"}', '150 days', '180 days', '2026-11-24 22:06:21.077827+00'),
	(7, 'fixed-text', 1, 'Fixed text, looked at once a year', 'statement', 20, '{crisis-help-without-numbers,notice-ended,notice-revoked,notice-taken-down,notice-retracted}', false, '{}', '{}', DEFAULT, '{"medical accuracy"}', '1 year', '100 years', '2026-11-24 22:06:21.07855+00');

INSERT INTO public.reviews_revocation VALUES
	(3, 3, '2026-11-24 22:06:22.53047+00', 'Signed too soon');

INSERT INTO public.reviews_signingsecret OVERRIDING SYSTEM VALUE VALUES
	(1, 3, '\x150e1a3257fed93f52bf12f40f666f91', '\xb6525011d3b03e081a1d2121efecd8870ed69076cfd9602270219ed0bdbbfc71', '2026-11-24 22:06:21.29246+00'),
	(2, 4, '\x0623cce3d7c208205940fa1e103d443f', '\x4f23c87273628a64f067f85ba1569c410bc874053c775665c3b043863e51adab', '2026-11-24 22:06:21.403708+00'),
	(3, 6, '\x3671ba1bfaf5851da310ac31bd2e67d5', '\x1a03a6e9f9190657ed39ae7c7b2831b78e7c0812c8a6d5511779278b3cfbc314', '2026-11-24 22:06:21.520337+00'),
	(4, 7, '\x652ff354a556d9cf31b79f495b64fb1f', '\xcd6ab3f9ea3bdd1d7589dd0e07e6dbddfca98f8582481f21c37093acea6e90c0', '2026-11-24 22:06:21.623798+00');

INSERT INTO public.reviews_signoff OVERRIDING SYSTEM VALUE VALUES
	(1, 1, '\xa637872fd6cc189d79e9335b1107f6461440aba5b5241a86d1ef10431802d74e', '{1}', '{anxiety}', 7, '{"medical accuracy"}', '1 year', '100 years', 1, 1, 3, 'Dr Dora Doctor', 'psychiatrist', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', '2026-11-24 22:06:21.787871+00', '2027-11-24 22:06:21.658323+00', 'medical accuracy', 'None', '2026-11-24 22:06:22.195601+00', '2027-11-24 22:06:22.195601+00', '2126-11-24 22:06:22.195601+00'),
	(2, 2, '\xca0b1df63d992d607b405701afe64bb69f403e262a2e7d762c2da89acf573714', '{1}', '{anxiety}', 7, '{"medical accuracy"}', '1 year', '100 years', 1, 1, 3, 'Dr Dora Doctor', 'psychiatrist', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', '2026-11-24 22:06:21.787871+00', '2027-11-24 22:06:21.658323+00', 'medical accuracy', 'None', '2026-11-24 22:06:22.361069+00', '2027-11-24 22:06:22.361069+00', '2126-11-24 22:06:22.361069+00'),
	(3, 3, '\x66be78585156705f8f88b098e0755374091153d4d5bc0a0a52ab2aab31283c9e', '{1}', '{anxiety}', 7, '{"medical accuracy"}', '1 year', '100 years', 1, 1, 3, 'Dr Dora Doctor', 'psychiatrist', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', '2026-11-24 22:06:21.787871+00', '2027-11-24 22:06:21.658323+00', 'medical accuracy', 'None', '2026-11-24 22:06:22.512419+00', '2027-11-24 22:06:22.512419+00', '2126-11-24 22:06:22.512419+00');

INSERT INTO public.reviews_suspension VALUES
	(2, 6, '2026-11-24 22:06:22.74419+00', 'Retired');

INSERT INTO public.reviews_verdict OVERRIDING SYSTEM VALUE VALUES
	(1, 3, '\x66be78585156705f8f88b098e0755374091153d4d5bc0a0a52ab2aab31283c9e', 3, 3, 'refused', 'It claims too much', '2026-11-24 22:06:22.630501+00');

INSERT INTO public.reviews_verification OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 3, 'Dr Dora Doctor', 'psychiatrist', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', 6, 1, 'compliance', '2026-11-24 22:06:21.787871+00', '2027-11-24 22:06:21.658323+00'),
	(2, 2, 4, 'Dr Dan Doctor', 'psychiatrist', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', 6, 1, 'compliance', '2026-11-24 22:06:21.899854+00', '2027-11-24 22:06:21.79171+00'),
	(3, 3, 7, 'Dr Lena Lead', 'psychiatrist', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', 6, 1, 'compliance', '2026-11-24 22:06:22.009338+00', '2027-11-24 22:06:21.902977+00');

SELECT pg_catalog.setval('public.articles_article_id_seq', 3, true);

SELECT pg_catalog.setval('public.articles_article_topics_id_seq', 3, true);

SELECT pg_catalog.setval('public.articles_byline_id_seq', 3, true);

SELECT pg_catalog.setval('public.articles_disclaimer_id_seq', 29, true);

SELECT pg_catalog.setval('public.articles_draftsave_id_seq', 12, true);

SELECT pg_catalog.setval('public.articles_edition_id_seq', 3, true);

SELECT pg_catalog.setval('public.articles_publication_id_seq', 2, true);

SELECT pg_catalog.setval('public.articles_reference_id_seq', 3, true);

SELECT pg_catalog.setval('public.articles_statement_id_seq', 10, true);

SELECT pg_catalog.setval('public.articles_takedown_id_seq', 1, true);

SELECT pg_catalog.setval('public.articles_topic_id_seq', 13, true);

SELECT pg_catalog.setval('public.auth_group_id_seq', 6, true);

SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 30, true);

SELECT pg_catalog.setval('public.auth_permission_id_seq', 61, true);

SELECT pg_catalog.setval('public.cms_person_groups_id_seq', 8, true);

SELECT pg_catalog.setval('public.cms_person_id_seq', 8, true);

SELECT pg_catalog.setval('public.cms_person_user_permissions_id_seq', 1, true);

SELECT pg_catalog.setval('public.django_admin_log_id_seq', 1, false);

SELECT pg_catalog.setval('public.django_content_type_id_seq', 33, true);

SELECT pg_catalog.setval('public.django_migrations_id_seq', 27, true);

SELECT pg_catalog.setval('public.reversion_revision_id_seq', 3, true);

SELECT pg_catalog.setval('public.reversion_version_id_seq', 9, true);

SELECT pg_catalog.setval('public.reviews_appointment_id_seq', 2, true);

SELECT pg_catalog.setval('public.reviews_credential_id_seq', 3, true);

SELECT pg_catalog.setval('public.reviews_policy_id_seq', 7, true);

SELECT pg_catalog.setval('public.reviews_signingsecret_id_seq', 4, true);

SELECT pg_catalog.setval('public.reviews_signoff_id_seq', 3, true);

SELECT pg_catalog.setval('public.reviews_verdict_id_seq', 1, true);

SELECT pg_catalog.setval('public.reviews_verification_id_seq', 3, true);

SELECT pg_catalog.setval('secret.tries_1', 1, false);

SELECT pg_catalog.setval('secret.tries_2', 1, false);

SELECT pg_catalog.setval('secret.tries_3', 1, false);

SELECT pg_catalog.setval('secret.tries_4', 1, false);

ALTER TABLE ONLY public.reviews_appointment
    ADD CONSTRAINT appointment_of UNIQUE (id, person_id, office);

ALTER TABLE ONLY public.articles_article
    ADD CONSTRAINT article_kind UNIQUE (id, kind);

ALTER TABLE ONLY public.articles_address
    ADD CONSTRAINT articles_address_pkey PRIMARY KEY (slug);

ALTER TABLE ONLY public.articles_address
    ADD CONSTRAINT articles_address_slug_article_id_key UNIQUE (slug, article_id);

ALTER TABLE ONLY public.articles_article
    ADD CONSTRAINT articles_article_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.articles_article
    ADD CONSTRAINT articles_article_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.articles_article
    ADD CONSTRAINT articles_article_source_digest_key UNIQUE (source_digest);

ALTER TABLE ONLY public.articles_article_topics
    ADD CONSTRAINT articles_article_topics_article_id_topic_id_e17776b6_uniq UNIQUE (article_id, topic_id);

ALTER TABLE ONLY public.articles_article_topics
    ADD CONSTRAINT articles_article_topics_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.articles_byline
    ADD CONSTRAINT articles_byline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.articles_disclaimer
    ADD CONSTRAINT articles_disclaimer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.articles_draftsave
    ADD CONSTRAINT articles_draftsave_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.articles_edition
    ADD CONSTRAINT articles_edition_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.articles_publication
    ADD CONSTRAINT articles_publication_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.articles_reference
    ADD CONSTRAINT articles_reference_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.articles_statement
    ADD CONSTRAINT articles_statement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.articles_takedown
    ADD CONSTRAINT articles_takedown_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.articles_topic
    ADD CONSTRAINT articles_topic_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.articles_topic
    ADD CONSTRAINT articles_topic_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cms_entry
    ADD CONSTRAINT cms_entry_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY public.cms_entry
    ADD CONSTRAINT cms_entry_seq_hash_key UNIQUE (seq, hash);

ALTER TABLE ONLY public.cms_person_groups
    ADD CONSTRAINT cms_person_groups_person_id_group_id_b6ee5bf5_uniq UNIQUE (person_id, group_id);

ALTER TABLE ONLY public.cms_person_groups
    ADD CONSTRAINT cms_person_groups_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cms_person
    ADD CONSTRAINT cms_person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cms_person_user_permissions
    ADD CONSTRAINT cms_person_user_permissi_person_id_permission_id_64f1f891_uniq UNIQUE (person_id, permission_id);

ALTER TABLE ONLY public.cms_person_user_permissions
    ADD CONSTRAINT cms_person_user_permissions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_credential
    ADD CONSTRAINT credential_facts UNIQUE (id, person_id, name, profession, specialties);

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);

ALTER TABLE ONLY public.articles_edition
    ADD CONSTRAINT edition_facts UNIQUE (id, digest, contributors, topics, policy_id);

ALTER TABLE ONLY public.articles_edition
    ADD CONSTRAINT edition_numbers UNIQUE (article_id, number);

ALTER TABLE ONLY public.articles_edition
    ADD CONSTRAINT edition_of_article UNIQUE (id, digest, article_id);

ALTER TABLE ONLY public.articles_byline
    ADD CONSTRAINT one_byline_per_person UNIQUE (article_id, person_id);

ALTER TABLE ONLY public.articles_disclaimer
    ADD CONSTRAINT one_disclaimer_version UNIQUE (code, version);

ALTER TABLE ONLY public.articles_draftsave
    ADD CONSTRAINT one_draft_save_per_transaction UNIQUE (article_id, person_id, transaction);

ALTER TABLE ONLY public.reviews_policy
    ADD CONSTRAINT one_policy_version UNIQUE (name, version);

ALTER TABLE ONLY public.articles_reference
    ADD CONSTRAINT one_reference_per_key UNIQUE (article_id, key);

ALTER TABLE ONLY public.reviews_signoff
    ADD CONSTRAINT one_sign_off_per_reviewer UNIQUE (edition_id, reviewer_id);

ALTER TABLE ONLY public.articles_statement
    ADD CONSTRAINT one_statement_version UNIQUE (slug, version);

ALTER TABLE ONLY public.reviews_policy
    ADD CONSTRAINT policy_facts UNIQUE (id, requires, review_after, ends_after);

ALTER TABLE ONLY public.articles_publication
    ADD CONSTRAINT publication_of_article UNIQUE (id, article_id);

ALTER TABLE ONLY public.reversion_revision
    ADD CONSTRAINT reversion_revision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reversion_version
    ADD CONSTRAINT reversion_version_db_content_type_id_objec_b2c54f65_uniq UNIQUE (db, content_type_id, object_id, revision_id);

ALTER TABLE ONLY public.reversion_version
    ADD CONSTRAINT reversion_version_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_appointment
    ADD CONSTRAINT reviews_appointment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_credential
    ADD CONSTRAINT reviews_credential_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_dismissal
    ADD CONSTRAINT reviews_dismissal_pkey PRIMARY KEY (appointment_id);

ALTER TABLE ONLY public.reviews_lift
    ADD CONSTRAINT reviews_lift_pkey PRIMARY KEY (verdict_id);

ALTER TABLE ONLY public.reviews_policy
    ADD CONSTRAINT reviews_policy_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_revocation
    ADD CONSTRAINT reviews_revocation_pkey PRIMARY KEY (sign_off_id);

ALTER TABLE ONLY public.reviews_signingsecret
    ADD CONSTRAINT reviews_signingsecret_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_signoff
    ADD CONSTRAINT reviews_signoff_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_suspension
    ADD CONSTRAINT reviews_suspension_pkey PRIMARY KEY (credential_id);

ALTER TABLE ONLY public.reviews_verdict
    ADD CONSTRAINT reviews_verdict_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_verification
    ADD CONSTRAINT reviews_verification_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_verification
    ADD CONSTRAINT verification_facts UNIQUE (id, credential_id, person_id, name, profession, specialties, verified_at, valid_until);

CREATE INDEX articles_article_slug_cc61df93_like ON public.articles_article USING btree (slug varchar_pattern_ops);

CREATE INDEX articles_article_source_digest_32b3c9fd_like ON public.articles_article USING btree (source_digest varchar_pattern_ops);

CREATE INDEX articles_article_topics_article_id_40a728e9 ON public.articles_article_topics USING btree (article_id);

CREATE INDEX articles_article_topics_topic_id_64d77542 ON public.articles_article_topics USING btree (topic_id);

CREATE INDEX articles_byline_article_id_b3b9786c ON public.articles_byline USING btree (article_id);

CREATE INDEX articles_byline_person_id_6f91f243 ON public.articles_byline USING btree (person_id);

CREATE INDEX articles_edition_search ON public.articles_edition USING gin (search);

CREATE INDEX articles_edition_slug ON public.articles_edition USING btree (slug);

CREATE INDEX articles_publication_by_start ON public.articles_publication USING btree (starts_at DESC, id DESC);

CREATE INDEX articles_publication_newest ON public.articles_publication USING btree (article_id, id DESC);

CREATE INDEX articles_reference_article_id_ee6dbb6e ON public.articles_reference USING btree (article_id);

CREATE INDEX articles_takedown_newest ON public.articles_takedown USING btree (article_id, publication_id DESC);

CREATE INDEX articles_topic_slug_a450089a_like ON public.articles_topic USING btree (slug varchar_pattern_ops);

CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);

CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);

CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);

CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);

CREATE INDEX cms_entry_article ON public.cms_entry USING btree (article_id, seq);

CREATE INDEX cms_person_groups_group_id_3fd00aac ON public.cms_person_groups USING btree (group_id);

CREATE INDEX cms_person_groups_person_id_82615468 ON public.cms_person_groups USING btree (person_id);

CREATE INDEX cms_person_user_permissions_permission_id_adf2f4e0 ON public.cms_person_user_permissions USING btree (permission_id);

CREATE INDEX cms_person_user_permissions_person_id_6076eb60 ON public.cms_person_user_permissions USING btree (person_id);

CREATE INDEX django_admin_log_content_type_id_c4bce8eb ON public.django_admin_log USING btree (content_type_id);

CREATE INDEX django_admin_log_user_id_c564eba6 ON public.django_admin_log USING btree (user_id);

CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);

CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);

CREATE UNIQUE INDEX one_person_per_email ON public.cms_person USING btree (lower((email)::text));

CREATE INDEX reversion_revision_date_created_96f7c20c ON public.reversion_revision USING btree (date_created);

CREATE INDEX reversion_revision_user_id_17095f45 ON public.reversion_revision USING btree (user_id);

CREATE INDEX reversion_v_content_f95daf_idx ON public.reversion_version USING btree (content_type_id, db);

CREATE INDEX reversion_version_content_type_id_7d0ff25c ON public.reversion_version USING btree (content_type_id);

CREATE INDEX reversion_version_revision_id_af9f6a9d ON public.reversion_version USING btree (revision_id);

CREATE INDEX reviews_signingsecret_newest ON public.reviews_signingsecret USING btree (person_id, id DESC);

CREATE INDEX reviews_verdict_article ON public.reviews_verdict USING btree (article_id) WHERE (kind = 'refused'::text);

CREATE INDEX reviews_verdict_edition ON public.reviews_verdict USING btree (edition_id);

CREATE INDEX reviews_verification_newest ON public.reviews_verification USING btree (credential_id, valid_until DESC);

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.articles_address FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_address ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.articles_disclaimer FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_disclaimer ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.articles_draftsave FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_draftsave ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.articles_edition FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_edition ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.articles_publication FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_publication ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.articles_statement FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_statement ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.articles_takedown FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_takedown ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.cms_entry FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.cms_entry ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_appointment FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_appointment ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_credential FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_credential ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_dismissal FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_dismissal ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_lift FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_lift ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_policy FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_policy ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_revocation FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_revocation ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_signingsecret FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_signingsecret ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_signoff FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_signoff ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_suspension FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_suspension ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_verdict FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_verdict ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_verification FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_verification ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.articles_address FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_address ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.articles_disclaimer FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_disclaimer ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.articles_draftsave FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_draftsave ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.articles_edition FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_edition ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.articles_publication FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_publication ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.articles_statement FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_statement ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.articles_takedown FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_takedown ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.cms_entry FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.cms_entry ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_appointment FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_appointment ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_credential FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_credential ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_dismissal FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_dismissal ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_lift FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_lift ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_policy FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_policy ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_revocation FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_revocation ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_signingsecret FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_signingsecret ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_signoff FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_signoff ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_suspension FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_suspension ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_verdict FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_verdict ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_verification FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_verification ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER carries_required_disclaimers AFTER INSERT ON public.articles_edition FOR EACH ROW EXECUTE FUNCTION gate.edition_carries_what_it_must();

ALTER TABLE public.articles_edition ENABLE ALWAYS TRIGGER carries_required_disclaimers;

CREATE TRIGGER note_draft_save AFTER UPDATE ON public.articles_article FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.note_draft_save('id');

ALTER TABLE public.articles_article ENABLE ALWAYS TRIGGER note_draft_save;

CREATE TRIGGER note_draft_save AFTER UPDATE ON public.articles_byline FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.note_draft_save('article_id');

ALTER TABLE public.articles_byline ENABLE ALWAYS TRIGGER note_draft_save;

CREATE TRIGGER note_draft_save AFTER UPDATE ON public.articles_reference FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.note_draft_save('article_id');

ALTER TABLE public.articles_reference ENABLE ALWAYS TRIGGER note_draft_save;

CREATE TRIGGER note_draft_save_new AFTER INSERT ON public.articles_article FOR EACH ROW EXECUTE FUNCTION public.note_draft_save('id');

ALTER TABLE public.articles_article ENABLE ALWAYS TRIGGER note_draft_save_new;

CREATE TRIGGER note_draft_save_new AFTER INSERT OR DELETE OR UPDATE ON public.articles_article_topics FOR EACH ROW EXECUTE FUNCTION public.note_draft_save('article_id');

ALTER TABLE public.articles_article_topics ENABLE ALWAYS TRIGGER note_draft_save_new;

CREATE TRIGGER note_draft_save_new AFTER INSERT OR DELETE ON public.articles_byline FOR EACH ROW EXECUTE FUNCTION public.note_draft_save('article_id');

ALTER TABLE public.articles_byline ENABLE ALWAYS TRIGGER note_draft_save_new;

CREATE TRIGGER note_draft_save_new AFTER INSERT OR DELETE ON public.articles_reference FOR EACH ROW EXECUTE FUNCTION public.note_draft_save('article_id');

ALTER TABLE public.articles_reference ENABLE ALWAYS TRIGGER note_draft_save_new;

ALTER TABLE ONLY public.articles_address
    ADD CONSTRAINT articles_address_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.articles_article(id);

ALTER TABLE ONLY public.articles_article_topics
    ADD CONSTRAINT articles_article_top_article_id_40a728e9_fk_articles_ FOREIGN KEY (article_id) REFERENCES public.articles_article(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.articles_article_topics
    ADD CONSTRAINT articles_article_topics_topic_id_64d77542_fk_articles_topic_id FOREIGN KEY (topic_id) REFERENCES public.articles_topic(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.articles_byline
    ADD CONSTRAINT articles_byline_article_id_b3b9786c_fk_articles_article_id FOREIGN KEY (article_id) REFERENCES public.articles_article(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.articles_byline
    ADD CONSTRAINT articles_byline_person_id_6f91f243_fk_cms_person_id FOREIGN KEY (person_id) REFERENCES public.cms_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.articles_draftsave
    ADD CONSTRAINT articles_draftsave_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.articles_article(id);

ALTER TABLE ONLY public.articles_draftsave
    ADD CONSTRAINT articles_draftsave_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.articles_edition
    ADD CONSTRAINT articles_edition_submitted_by_id_fkey FOREIGN KEY (submitted_by_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.articles_publication
    ADD CONSTRAINT articles_publication_published_by_id_fkey FOREIGN KEY (published_by_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.articles_reference
    ADD CONSTRAINT articles_reference_article_id_ee6dbb6e_fk_articles_article_id FOREIGN KEY (article_id) REFERENCES public.articles_article(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.articles_takedown
    ADD CONSTRAINT articles_takedown_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_verification
    ADD CONSTRAINT by_a_compliance_officer FOREIGN KEY (appointment_id, officer_id, office) REFERENCES public.reviews_appointment(id, person_id, office);

ALTER TABLE ONLY public.cms_entry
    ADD CONSTRAINT chained FOREIGN KEY (prev_seq, prev_hash) REFERENCES public.cms_entry(seq, hash);

ALTER TABLE ONLY public.cms_entry
    ADD CONSTRAINT cms_entry_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.cms_person_groups
    ADD CONSTRAINT cms_person_groups_group_id_3fd00aac_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cms_person_groups
    ADD CONSTRAINT cms_person_groups_person_id_82615468_fk_cms_person_id FOREIGN KEY (person_id) REFERENCES public.cms_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cms_person_user_permissions
    ADD CONSTRAINT cms_person_user_perm_permission_id_adf2f4e0_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cms_person_user_permissions
    ADD CONSTRAINT cms_person_user_permissions_person_id_6076eb60_fk_cms_person_id FOREIGN KEY (person_id) REFERENCES public.cms_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_content_type_id_c4bce8eb_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_user_id_c564eba6_fk_cms_person_id FOREIGN KEY (user_id) REFERENCES public.cms_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.articles_takedown
    ADD CONSTRAINT of_this_article FOREIGN KEY (publication_id, article_id) REFERENCES public.articles_publication(id, article_id);

ALTER TABLE ONLY public.reviews_verification
    ADD CONSTRAINT of_this_credential FOREIGN KEY (credential_id, person_id, name, profession, specialties) REFERENCES public.reviews_credential(id, person_id, name, profession, specialties);

ALTER TABLE ONLY public.reviews_verdict
    ADD CONSTRAINT on_exactly_this FOREIGN KEY (edition_id, digest, article_id) REFERENCES public.articles_edition(id, digest, article_id);

ALTER TABLE ONLY public.articles_edition
    ADD CONSTRAINT own_address FOREIGN KEY (slug, article_id) REFERENCES public.articles_address(slug, article_id);

ALTER TABLE ONLY public.articles_publication
    ADD CONSTRAINT own_edition FOREIGN KEY (edition_id, digest, article_id) REFERENCES public.articles_edition(id, digest, article_id);

ALTER TABLE ONLY public.reversion_revision
    ADD CONSTRAINT reversion_revision_user_id_17095f45_fk_cms_person_id FOREIGN KEY (user_id) REFERENCES public.cms_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reversion_version
    ADD CONSTRAINT reversion_version_content_type_id_7d0ff25c_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reversion_version
    ADD CONSTRAINT reversion_version_revision_id_af9f6a9d_fk_reversion_revision_id FOREIGN KEY (revision_id) REFERENCES public.reversion_revision(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_appointment
    ADD CONSTRAINT reviews_appointment_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.reviews_credential
    ADD CONSTRAINT reviews_credential_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.reviews_dismissal
    ADD CONSTRAINT reviews_dismissal_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES public.reviews_appointment(id);

ALTER TABLE ONLY public.reviews_lift
    ADD CONSTRAINT reviews_lift_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.reviews_lift
    ADD CONSTRAINT reviews_lift_verdict_id_fkey FOREIGN KEY (verdict_id) REFERENCES public.reviews_verdict(id);

ALTER TABLE ONLY public.reviews_revocation
    ADD CONSTRAINT reviews_revocation_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.reviews_revocation
    ADD CONSTRAINT reviews_revocation_sign_off_id_fkey FOREIGN KEY (sign_off_id) REFERENCES public.reviews_signoff(id);

ALTER TABLE ONLY public.reviews_signingsecret
    ADD CONSTRAINT reviews_signingsecret_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.reviews_suspension
    ADD CONSTRAINT reviews_suspension_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.reviews_suspension
    ADD CONSTRAINT reviews_suspension_credential_id_fkey FOREIGN KEY (credential_id) REFERENCES public.reviews_credential(id);

ALTER TABLE ONLY public.reviews_verdict
    ADD CONSTRAINT reviews_verdict_reviewer_id_fkey FOREIGN KEY (reviewer_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.articles_edition
    ADD CONSTRAINT same_kind FOREIGN KEY (article_id, kind) REFERENCES public.articles_article(id, kind);

ALTER TABLE ONLY public.reviews_signoff
    ADD CONSTRAINT signs_exactly_this FOREIGN KEY (edition_id, digest, contributors, topics, policy_id) REFERENCES public.articles_edition(id, digest, contributors, topics, policy_id);

ALTER TABLE ONLY public.articles_edition
    ADD CONSTRAINT under_policy FOREIGN KEY (policy_id) REFERENCES public.reviews_policy(id);

ALTER TABLE ONLY public.reviews_signoff
    ADD CONSTRAINT under_this_policy FOREIGN KEY (policy_id, requires, review_after, ends_after) REFERENCES public.reviews_policy(id, requires, review_after, ends_after);

ALTER TABLE ONLY public.reviews_signoff
    ADD CONSTRAINT with_this_credential FOREIGN KEY (verification_id, credential_id, reviewer_id, reviewer_name, profession, specialties, verified_at, valid_until) REFERENCES public.reviews_verification(id, credential_id, person_id, name, profession, specialties, verified_at, valid_until);

GRANT USAGE ON SCHEMA act TO leaf_acts;
GRANT USAGE ON SCHEMA act TO leaf_app;

GRANT USAGE ON SCHEMA gate TO leaf_acts;
GRANT USAGE ON SCHEMA gate TO leaf_app;

GRANT USAGE ON SCHEMA live TO leaf_reader;
GRANT USAGE ON SCHEMA live TO leaf_app;

REVOKE USAGE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO leaf_acts;
GRANT USAGE ON SCHEMA public TO leaf_app;

GRANT ALL ON SCHEMA secret TO leaf_acts;

REVOKE ALL ON FUNCTION act.appoint(p_person bigint, p_office text) FROM PUBLIC;
GRANT ALL ON FUNCTION act.appoint(p_person bigint, p_office text) TO leaf_owner;

REVOKE ALL ON FUNCTION act.dismiss(p_person bigint, p_office text) FROM PUBLIC;
GRANT ALL ON FUNCTION act.dismiss(p_person bigint, p_office text) TO leaf_owner;

REVOKE ALL ON FUNCTION act.enrol_secret(p_person bigint, p_salt bytea, p_hash bytea, p_old bytea, p_officer bigint, p_officer_secret bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION act.enrol_secret(p_person bigint, p_salt bytea, p_hash bytea, p_old bytea, p_officer bigint, p_officer_secret bytea) TO leaf_app;

REVOKE ALL ON FUNCTION act.enter(p_act text, p_actor bigint, p_facts jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION act.give_verdict(p_kind text, p_edition bigint, p_digest bytea, p_reviewer bigint, p_reason text) FROM PUBLIC;

REVOKE ALL ON FUNCTION act.lift_refusal(p_verdict bigint, p_by bigint, p_secret bytea, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION act.lift_refusal(p_verdict bigint, p_by bigint, p_secret bytea, p_reason text) TO leaf_app;

REVOKE ALL ON FUNCTION act.publish(p_edition bigint, p_digest bytea, p_by bigint, p_starts_at timestamp with time zone, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION act.publish(p_edition bigint, p_digest bytea, p_by bigint, p_starts_at timestamp with time zone, p_reason text) TO leaf_app;

REVOKE ALL ON FUNCTION act.refuse(rule text, message text) FROM PUBLIC;

REVOKE ALL ON FUNCTION act.refuse_article(p_edition bigint, p_digest bytea, p_reviewer bigint, p_secret bytea, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION act.refuse_article(p_edition bigint, p_digest bytea, p_reviewer bigint, p_secret bytea, p_reason text) TO leaf_app;

REVOKE ALL ON FUNCTION act.register_credential(p_person bigint, p_name text, p_profession text, p_body text, p_number text, p_specialties text[], p_valid_until timestamp with time zone, p_officer bigint, p_secret bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION act.register_credential(p_person bigint, p_name text, p_profession text, p_body text, p_number text, p_specialties text[], p_valid_until timestamp with time zone, p_officer bigint, p_secret bytea) TO leaf_app;

REVOKE ALL ON FUNCTION act.request_changes(p_edition bigint, p_digest bytea, p_reviewer bigint, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION act.request_changes(p_edition bigint, p_digest bytea, p_reviewer bigint, p_reason text) TO leaf_app;

REVOKE ALL ON FUNCTION act.revoke(p_sign_off bigint, p_by bigint, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION act.revoke(p_sign_off bigint, p_by bigint, p_reason text) TO leaf_app;

REVOKE ALL ON FUNCTION act.same_person(p_person bigint, p_secret bytea) FROM PUBLIC;

REVOKE ALL ON FUNCTION act.sign_off(p_edition bigint, p_digest bytea, p_reviewer bigint, p_secret bytea, p_meaning text, p_interests text) FROM PUBLIC;
GRANT ALL ON FUNCTION act.sign_off(p_edition bigint, p_digest bytea, p_reviewer bigint, p_secret bytea, p_meaning text, p_interests text) TO leaf_app;

REVOKE ALL ON FUNCTION act.submit(p_article bigint, p_seen bytea, p_by bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION act.submit(p_article bigint, p_seen bytea, p_by bigint) TO leaf_app;

REVOKE ALL ON FUNCTION act.suspend_credential(p_credential bigint, p_by bigint, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION act.suspend_credential(p_credential bigint, p_by bigint, p_reason text) TO leaf_app;

REVOKE ALL ON FUNCTION act.take_down(p_article bigint, p_kind text, p_by bigint, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION act.take_down(p_article bigint, p_kind text, p_by bigint, p_reason text) TO leaf_app;

REVOKE ALL ON FUNCTION act.verify_credential(p_credential bigint, p_valid_until timestamp with time zone, p_officer bigint, p_secret bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION act.verify_credential(p_credential bigint, p_valid_until timestamp with time zone, p_officer bigint, p_secret bytea) TO leaf_app;

REVOKE ALL ON FUNCTION gate.append_only() FROM PUBLIC;
GRANT ALL ON FUNCTION gate.append_only() TO leaf_app;

REVOKE ALL ON FUNCTION gate.carried(p_kind text, p_words tsvector, p_topics text[], p_flags text[], p_designs text[], p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.carried(p_kind text, p_words tsvector, p_topics text[], p_flags text[], p_designs text[], p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.carried(p_kind text, p_words tsvector, p_topics text[], p_flags text[], p_designs text[], p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.cleared_until(p_edition bigint, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.cleared_until(p_edition bigint, p_at timestamp with time zone) TO leaf_reader;
GRANT ALL ON FUNCTION gate.cleared_until(p_edition bigint, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.cleared_until(p_edition bigint, p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.current_statement(p_slug text, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.current_statement(p_slug text, p_at timestamp with time zone) TO leaf_app;

REVOKE ALL ON FUNCTION gate.draft_digest(p_article bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.draft_digest(p_article bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.draft_digest(p_article bigint) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.draft_document(p_article bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.draft_document(p_article bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.draft_document(p_article bigint) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.edition_carries_what_it_must() FROM PUBLIC;
GRANT ALL ON FUNCTION gate.edition_carries_what_it_must() TO leaf_app;

REVOKE ALL ON FUNCTION gate.fate(p_article bigint, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.fate(p_article bigint, p_at timestamp with time zone) TO leaf_reader;
GRANT ALL ON FUNCTION gate.fate(p_article bigint, p_at timestamp with time zone) TO leaf_app;

REVOKE ALL ON FUNCTION gate.holds_office(p_person bigint, p_office text) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.holds_office(p_person bigint, p_office text) TO leaf_app;
GRANT ALL ON FUNCTION gate.holds_office(p_person bigint, p_office text) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.policy_for(p_kind text, p_slug text, p_topics text[], p_words tsvector, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.policy_for(p_kind text, p_slug text, p_topics text[], p_words tsvector, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.policy_for(p_kind text, p_slug text, p_topics text[], p_words tsvector, p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.refused(p_article bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.refused(p_article bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.refused(p_article bigint) TO leaf_acts;

REVOKE ALL ON FUNCTION public.every_term_says_something(terms text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.every_term_says_something(terms text[]) TO leaf_app;
GRANT ALL ON FUNCTION public.every_term_says_something(terms text[]) TO leaf_acts;

REVOKE ALL ON FUNCTION public.terms_query(terms text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.terms_query(terms text[]) TO leaf_app;
GRANT ALL ON FUNCTION public.terms_query(terms text[]) TO leaf_acts;

GRANT SELECT ON TABLE public.articles_disclaimer TO leaf_app;

REVOKE ALL ON FUNCTION gate.required_disclaimers(p_words tsvector, p_topics text[], p_flags text[], p_designs text[], p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.required_disclaimers(p_words tsvector, p_topics text[], p_flags text[], p_designs text[], p_at timestamp with time zone) TO leaf_app;

GRANT SELECT ON TABLE public.articles_statement TO leaf_app;

REVOKE ALL ON FUNCTION gate.required_statements(p_words tsvector, p_topics text[], p_flags text[], p_designs text[], p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.required_statements(p_words tsvector, p_topics text[], p_flags text[], p_designs text[], p_at timestamp with time zone) TO leaf_app;

REVOKE ALL ON FUNCTION gate.signatures(p_edition bigint, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.signatures(p_edition bigint, p_at timestamp with time zone) TO leaf_reader;
GRANT ALL ON FUNCTION gate.signatures(p_edition bigint, p_at timestamp with time zone) TO leaf_app;

REVOKE ALL ON FUNCTION gate.signed_until(p_edition bigint, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.signed_until(p_edition bigint, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.signed_until(p_edition bigint, p_at timestamp with time zone) TO leaf_acts;

GRANT SELECT ON TABLE public.reviews_signoff TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.reviews_signoff TO leaf_acts;

REVOKE ALL ON FUNCTION gate.standing_sign_offs(p_edition bigint, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.standing_sign_offs(p_edition bigint, p_at timestamp with time zone) TO leaf_app;

REVOKE ALL ON FUNCTION gate.statement(p_slug text, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.statement(p_slug text, p_at timestamp with time zone) TO leaf_reader;
GRANT ALL ON FUNCTION gate.statement(p_slug text, p_at timestamp with time zone) TO leaf_app;

REVOKE ALL ON FUNCTION gate.statements(p_slugs text[], p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.statements(p_slugs text[], p_at timestamp with time zone) TO leaf_reader;
GRANT ALL ON FUNCTION gate.statements(p_slugs text[], p_at timestamp with time zone) TO leaf_app;

REVOKE ALL ON FUNCTION public.author_text(d jsonb, instead text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.author_text(d jsonb, instead text) TO leaf_app;
GRANT ALL ON FUNCTION public.author_text(d jsonb, instead text) TO leaf_acts;

REVOKE ALL ON FUNCTION public.author_words(d jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.author_words(d jsonb) TO leaf_app;
GRANT ALL ON FUNCTION public.author_words(d jsonb) TO leaf_acts;

REVOKE ALL ON FUNCTION public.canonical(j jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.canonical(j jsonb) TO leaf_app;
GRANT ALL ON FUNCTION public.canonical(j jsonb) TO leaf_acts;

REVOKE ALL ON FUNCTION public.cited_keys(html text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cited_keys(html text) TO leaf_app;
GRANT ALL ON FUNCTION public.cited_keys(html text) TO leaf_acts;

REVOKE ALL ON FUNCTION public.doc(b bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION public.doc(b bytea) TO leaf_reader;
GRANT ALL ON FUNCTION public.doc(b bytea) TO leaf_app;
GRANT ALL ON FUNCTION public.doc(b bytea) TO leaf_acts;

REVOKE ALL ON FUNCTION public.in_vocabulary(html text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.in_vocabulary(html text) TO leaf_app;
GRANT ALL ON FUNCTION public.in_vocabulary(html text) TO leaf_acts;

REVOKE ALL ON FUNCTION public.note_draft_save() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.nothing_invisible(t text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.nothing_invisible(t text) TO leaf_app;
GRANT ALL ON FUNCTION public.nothing_invisible(t text) TO leaf_acts;

REVOKE ALL ON FUNCTION public.numbers(list jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.numbers(list jsonb) TO leaf_app;
GRANT ALL ON FUNCTION public.numbers(list jsonb) TO leaf_acts;

REVOKE ALL ON FUNCTION public.one_script(t text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.one_script(t text) TO leaf_app;
GRANT ALL ON FUNCTION public.one_script(t text) TO leaf_acts;

REVOKE ALL ON FUNCTION public.plain_words(t text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.plain_words(t text) TO leaf_app;
GRANT ALL ON FUNCTION public.plain_words(t text) TO leaf_acts;

REVOKE ALL ON FUNCTION public.safe_links(d jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.safe_links(d jsonb) TO leaf_app;
GRANT ALL ON FUNCTION public.safe_links(d jsonb) TO leaf_acts;

REVOKE ALL ON FUNCTION public.term_query(term text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.term_query(term text) TO leaf_app;
GRANT ALL ON FUNCTION public.term_query(term text) TO leaf_acts;

REVOKE ALL ON FUNCTION public.texts(list jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.texts(list jsonb) TO leaf_app;
GRANT ALL ON FUNCTION public.texts(list jsonb) TO leaf_acts;

REVOKE ALL ON FUNCTION public.texts_at(list jsonb, field text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.texts_at(list jsonb, field text) TO leaf_app;
GRANT ALL ON FUNCTION public.texts_at(list jsonb, field text) TO leaf_acts;

REVOKE ALL ON FUNCTION public.without_tags(html text, instead text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.without_tags(html text, instead text) TO leaf_app;
GRANT ALL ON FUNCTION public.without_tags(html text, instead text) TO leaf_acts;

GRANT SELECT ON TABLE public.articles_edition TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.articles_edition TO leaf_acts;

GRANT SELECT ON TABLE public.articles_publication TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.articles_publication TO leaf_acts;

GRANT SELECT ON TABLE public.articles_takedown TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.articles_takedown TO leaf_acts;

GRANT SELECT ON TABLE live.article TO leaf_reader;
GRANT SELECT ON TABLE live.article TO leaf_app;

GRANT SELECT ON TABLE live.help TO leaf_reader;
GRANT SELECT ON TABLE live.help TO leaf_app;

GRANT SELECT ON TABLE public.articles_address TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.articles_address TO leaf_acts;

GRANT SELECT ON TABLE live.notice TO leaf_reader;
GRANT SELECT ON TABLE live.notice TO leaf_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.articles_article TO leaf_app;
GRANT SELECT ON TABLE public.articles_article TO leaf_acts;

GRANT UPDATE(row_lock) ON TABLE public.articles_article TO leaf_acts;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.articles_article_topics TO leaf_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.articles_byline TO leaf_app;
GRANT SELECT ON TABLE public.articles_byline TO leaf_acts;

GRANT SELECT ON TABLE public.articles_draftsave TO leaf_app;
GRANT SELECT ON TABLE public.articles_draftsave TO leaf_acts;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.articles_reference TO leaf_app;

GRANT SELECT ON TABLE public.reviews_revocation TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.reviews_revocation TO leaf_acts;

GRANT SELECT ON TABLE public.reviews_verdict TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.reviews_verdict TO leaf_acts;

GRANT SELECT ON TABLE public.articles_state TO leaf_app;

GRANT SELECT ON TABLE public.articles_topic TO leaf_app;
GRANT SELECT ON TABLE public.articles_topic TO leaf_acts;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group TO leaf_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group_permissions TO leaf_app;

GRANT SELECT ON TABLE public.auth_permission TO leaf_app;

GRANT SELECT ON TABLE public.cms_entry TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.cms_entry TO leaf_acts;

GRANT SELECT,INSERT,UPDATE ON TABLE public.cms_person TO leaf_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cms_person_groups TO leaf_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cms_person_user_permissions TO leaf_app;

GRANT SELECT,INSERT ON TABLE public.django_admin_log TO leaf_app;

GRANT SELECT ON TABLE public.django_content_type TO leaf_app;

GRANT SELECT ON TABLE public.django_migrations TO leaf_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_session TO leaf_app;

GRANT SELECT,INSERT ON TABLE public.reversion_revision TO leaf_app;

GRANT SELECT,INSERT ON TABLE public.reversion_version TO leaf_app;

GRANT SELECT ON TABLE public.reviews_appointment TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.reviews_appointment TO leaf_acts;

GRANT SELECT ON TABLE public.reviews_credential TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.reviews_credential TO leaf_acts;

GRANT SELECT ON TABLE public.reviews_dismissal TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.reviews_dismissal TO leaf_acts;

GRANT SELECT ON TABLE public.reviews_lift TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.reviews_lift TO leaf_acts;

GRANT SELECT ON TABLE public.reviews_policy TO leaf_app;
GRANT SELECT ON TABLE public.reviews_policy TO leaf_acts;

GRANT SELECT,INSERT ON TABLE public.reviews_signingsecret TO leaf_acts;

GRANT SELECT(id) ON TABLE public.reviews_signingsecret TO leaf_app;

GRANT SELECT(person_id) ON TABLE public.reviews_signingsecret TO leaf_app;

GRANT SELECT(salt) ON TABLE public.reviews_signingsecret TO leaf_app;

GRANT SELECT(enrolled_at) ON TABLE public.reviews_signingsecret TO leaf_app;

GRANT SELECT ON TABLE public.reviews_suspension TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.reviews_suspension TO leaf_acts;

GRANT SELECT ON TABLE public.reviews_verification TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.reviews_verification TO leaf_acts;

ALTER DEFAULT PRIVILEGES FOR ROLE leaf_acts REVOKE ALL ON FUNCTIONS FROM PUBLIC;

ALTER DEFAULT PRIVILEGES FOR ROLE leaf_owner REVOKE ALL ON FUNCTIONS FROM PUBLIC;

