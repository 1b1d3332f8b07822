-- Offices, signing secrets and credentials. leaf_app can't appoint anybody: act.appoint() is the operator's (leaf_owner).

create function gate.appointment(p_person bigint, p_office text) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  -- By which they hold the office now. Null: they do not.
  select a.id from reviews_appointment a where a.person_id = p_person and a.office = p_office
    and not exists (select from reviews_dismissal d where d.appointment_id = a.id)
$$;

create function gate.holds_office(p_person bigint, p_office text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  select gate.appointment(p_person, p_office) is not null
$$;

create function gate.in_office(p_person bigint, p_office text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, gate, pg_temp as $$
-- Whether they hold the office; if so, until the transaction ends, for a dismissal waits for it. What an act asks before it takes
-- the ledger's lock; behind that lock nobody is dismissed.
begin
  perform from reviews_appointment where person_id = p_person and office = p_office for share;
  return gate.holds_office(p_person, p_office);
end $$;

create function gate.out_of_office(p_person bigint, p_office text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
-- Waits for whoever acts by the office. A dismissal begins with it.
begin
  perform from reviews_appointment where person_id = p_person and office = p_office for update;
end $$;

create function gate.best_verification(p_reviewer bigint, p_signers jsonb, p_meaning text, p_topics text[], p_at timestamptz)
returns setof reviews_verification
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- The one with which this person signs: of a credential that nobody suspended, and of those what fits best. No row: they have
  -- none. Whether it fits at all, the checks of the signature's row decide.
  select v.* from reviews_verification v
  where v.person_id = p_reviewer
    and not exists (select from reviews_suspension u where u.credential_id = v.credential_id)
  order by gate.fits(p_signers, p_meaning, v.qualification, v.specialties, p_topics) desc, p_topics <@ v.specialties desc,
    p_at < v.valid_until desc, v.valid_until desc, v.id desc
  limit 1
$$;

create function gate.file_digest(p_file bigint) returns bytea
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  -- SHA-256 of a credential's file, computed anew, for whoever verifies and cannot read it.
  select sha256(content) from reviews_credentialfile where id = p_file
$$;

set local role leaf_acts;

create function act.same_person(p_person bigint, p_secret bytea, p_elsewhere boolean default false) returns void
language plpgsql security definer set search_path = pg_catalog, public, act, pg_temp as $$
-- Refuses unless p_secret is what the person enrolled. Ten wrong tries lock it; they are counted in a sequence, which no
-- rollback undoes. A right one resets the count, also when it is rolled back afterwards. Tries in another's session
-- (p_elsewhere) have a count of their own, so that nobody locks an officer out of their own work.
declare
  s reviews_signingsecret;
  tries text;
  asked text;
begin
  select * into s from reviews_signingsecret where person_id = p_person order by id desc limit 1;
  if not found then
    perform act.refuse('signing_secret_is_enrolled', 'this person has no signing secret');
  end if;
  tries := format('secret.tries_%s', s.id);
  asked := format('secret.asked_%s', s.id);
  if nextval((case when p_elsewhere then asked else tries end)::regclass) > 10 then
    perform act.refuse('signing_is_locked', 'too many wrong signing secrets');
  end if;
  if sha256(p_secret) is distinct from s.hash then
    perform act.refuse('same_person', 'that is not the signing secret');
  end if;
  perform setval(asked::regclass, 1, false);
  if not p_elsewhere then
    perform setval(tries::regclass, 1, false);
  end if;
end $$;

create function act.enrol_secret(p_person bigint, p_salt bytea, p_hash bytea, p_old bytea, p_officer bigint, p_officer_secret bytea)
returns bigint
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp as $$
-- The first one is free until somebody vouched for the person; then it takes the old secret, or a compliance officer's.
declare
  secret bigint;
begin
  perform from cms_chain for update;  -- two at once would both be the first
  if p_officer is not null then
    if p_officer = p_person or not gate.holds_office(p_officer, 'compliance') then
      perform act.refuse('by_a_compliance_officer', 'only another person, a compliance officer, can replace it');
    end if;
    perform act.same_person(p_officer, p_officer_secret, true);
  elsif exists (select from reviews_signingsecret where person_id = p_person) then
    perform act.same_person(p_person, p_old);
  elsif exists (select from reviews_verification where person_id = p_person)
        or exists (select from reviews_appointment where person_id = p_person) then
    perform act.refuse('by_a_compliance_officer', 'a compliance officer has to be there');
  end if;
  insert into reviews_signingsecret (person_id, salt, hash) values (p_person, p_salt, p_hash) returning id into secret;
  execute format('create sequence secret.tries_%s', secret);
  execute format('create sequence secret.asked_%s', secret);
  perform act.enter('enrol secret', coalesce(p_officer, p_person), jsonb_build_object('person', p_person, 'secret', secret));
  return secret;
end $$;

do $$
declare
  known record;
begin
  for known in select substr(relname, 7) as secret from pg_class
               where relnamespace = 'secret'::regnamespace and relname like 'tries\_%' loop
    execute format('create sequence if not exists secret.asked_%s', known.secret);
  end loop;
end $$;

create function act.appoint(p_person bigint, p_office text) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp as $$
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

create function act.dismiss(p_person bigint, p_office text) returns void
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp as $$
declare
  appointment bigint;
begin
  perform gate.out_of_office(p_person, p_office);
  for appointment in
    insert into reviews_dismissal (appointment_id)
    select id from reviews_appointment a where person_id = p_person and office = p_office
      and not exists (select from reviews_dismissal d where d.appointment_id = a.id)
    returning appointment_id
  loop
    perform act.enter('dismiss', null, jsonb_build_object('person', p_person, 'office', p_office, 'appointment', appointment));
  end loop;
end $$;

create function act.verify_credential(p_credential bigint, p_valid_until timestamptz, p_officer bigint, p_secret bytea) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp set timezone = 'UTC' as $$
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
  if not gate.in_office(p_officer, 'compliance') then
    perform act.refuse('by_a_compliance_officer', 'only a compliance officer verifies credentials');
  end if;
  appointment := gate.appointment(p_officer, 'compliance');
  if not exists (select from reviews_signingsecret where person_id = c.person_id) then
    perform act.refuse('signing_secret_is_enrolled', 'the reviewer enrols a signing secret first');
  end if;
  insert into reviews_verification (credential_id, person_id, name, profession, qualification, specialties, officer_id, appointment_id,
                                    verified_at, valid_until)
  values (c.id, c.person_id, c.name, c.profession, c.qualification, c.specialties, p_officer, appointment, clock_timestamp(), p_valid_until)
  returning id into verification;
  perform act.enter('verify credential', p_officer, jsonb_build_object('person', c.person_id, 'credential', c.id,
    'verification', verification, 'facts', gate.facts_digest(gate.verification_facts(verification))));
  return verification;
end $$;

create function act.register_credential(p_person bigint, p_name text, p_profession text, p_qualification text, p_body text, p_number text,
  p_specialties text[], p_valid_until timestamptz, p_officer bigint, p_secret bytea) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, act, pg_temp set timezone = 'UTC' as $$
declare
  credential bigint;
begin
  if exists (select from unnest(p_specialties) s where not exists (select from articles_topic t where t.slug = s)) then
    perform act.refuse('specialties_are_topics', 'a specialty is not one of the topics');
  end if;
  insert into reviews_credential (person_id, name, profession, qualification, registration_body, registration_number, specialties)
  values (p_person, p_name, p_profession, p_qualification, p_body, p_number, p_specialties) returning id into credential;
  perform act.verify_credential(credential, p_valid_until, p_officer, p_secret);
  return credential;
end $$;

create function act.attach_file(p_verification bigint, p_name text, p_content bytea, p_officer bigint, p_secret bytea) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp as $$
-- The officer who checked keeps what they looked at. The ledger holds its digest, and not its name.
declare
  attached reviews_credentialfile;
begin
  perform act.same_person(p_officer, p_secret);
  if not gate.in_office(p_officer, 'compliance') then
    perform act.refuse('by_a_compliance_officer', 'only a compliance officer keeps files of credentials');
  end if;
  insert into reviews_credentialfile (verification_id, officer_id, name, content)
  values (p_verification, p_officer, p_name, p_content) returning * into attached;
  perform act.enter('attach file', p_officer, jsonb_build_object('verification', p_verification, 'file', attached.id,
    'digest', encode(attached.digest, 'hex')));
  return attached.id;
end $$;

create function act.fetch_file(p_file bigint, p_officer bigint) returns bytea
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp as $$
-- The file's bytes, for an officer in office; that they were fetched is entered. Whoever rolls that back has read them all the
-- same: an application that somebody else controls.
declare
  bytes bytea;
begin
  if not gate.in_office(p_officer, 'compliance') then
    perform act.refuse('by_a_compliance_officer', 'only a compliance officer sees files of credentials');
  end if;
  select content into bytes from reviews_credentialfile where id = p_file;
  if not found then
    perform act.refuse('file_is_there', 'there is no such file');
  end if;
  perform act.enter('fetch file', p_officer, jsonb_build_object('file', p_file));
  return bytes;
end $$;

create function act.suspend_credential(p_credential bigint, p_by bigint, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp as $$
begin
  perform from cms_chain for update;  -- before the clock is read: what was entered earlier happened earlier
  if not gate.holds_office(p_by, 'compliance') then
    perform act.refuse('by_a_compliance_officer', 'only a compliance officer suspends credentials');
  end if;
  if exists (select from reviews_suspension where credential_id = p_credential) then
    perform act.refuse('suspended_once', 'it is suspended already');
  end if;
  insert into reviews_suspension (credential_id, by_id, at, reason) values (p_credential, p_by, clock_timestamp(), p_reason);
  perform act.enter('suspend credential', p_by, jsonb_build_object('credential', p_credential, 'reason', p_reason));
end $$;

reset role;
