-- Passkeys that sign: what the database asks of a registration, a certificate and a signature. It verifies each itself.

create function gate.passkey_can_sign() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, gate, pg_temp as $$
declare
  c jsonb := client_said(new.client_data);
begin
  if not public_key_fits(new.public_key) then
    raise exception 'it is no public key that can sign here' using errcode = '23514', constraint = 'public_key_fits';
  end if;
  if (c ->> 'type' = 'webauthn.create') is not true then
    raise exception 'it is no registration of a passkey' using errcode = '23514', constraint = 'registration_is_kept';
  end if;
  return null;
end $$;
create or replace trigger passkey_can_sign after insert on reviews_passkey
  for each row execute function gate.passkey_can_sign();
alter table reviews_passkey enable always trigger passkey_can_sign;

create function gate.certificate_in_force(p_certificate bigint, p_at timestamptz) returns boolean
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- Whether this certificate spans the instant, and its passkey had not ended.
  select exists (
    select from reviews_certificate c where c.id = p_certificate
      and c.from_day <= (p_at at time zone 'UTC')::date and (p_at at time zone 'UTC')::date < c.until_day
      and not exists (select from reviews_passkeyend e where e.passkey_id = c.passkey_id and e.ends_at <= p_at))
$$;

create function gate.certificate_fault(c reviews_certificate) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
-- The rule that this certificate breaks, null if none. A trigger asks when it is kept, and the act once more: neither stands
-- alone before readers.
declare
  said jsonb := doc(c.content);
  issuer reviews_certificate;
  v reviews_verification;
begin
  if c.root_id is not null then
    return case when signature_verifies((select public_key from reviews_rootkey where id = c.root_id), c.content, c.signature) is not true
      then 'root_signed' end;
  end if;
  select * into issuer from reviews_certificate where id = c.issuer_id;
  if issuer.certifies <> 'compliance officer' or issuer.person_id = c.person_id
     or not certificate_in_force(issuer.id, c.at) or not holds_office(issuer.person_id, 'compliance') then
    return 'certified_by_an_officer';
  end if;
  if (issuer.origin, issuer.site) <> (c.origin, c.site) then
    return 'passkey_of_this_site';
  end if;
  select * into v from reviews_verification where id = c.verification_id;
  if v.person_id is distinct from c.person_id or v.valid_until <= c.at or v.officer_id <> issuer.person_id
     or facts_digest(verification_facts(v.id)) is distinct from said ->> 'facts'
     or v.name is distinct from said ->> 'name' or v.profession is distinct from said ->> 'profession' then
    return 'certificate_of_what_was_verified';
  end if;
  return assertion_fault((select public_key from reviews_passkey where id = issuer.passkey_id), c.client_data, c.authenticator_data,
    c.signature, sha256(c.content), issuer.site, issuer.origin);
end $$;

create function gate.certificate_holds() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, gate, pg_temp as $$
declare
  fault text := gate.certificate_fault(new);
begin
  if fault is not null then
    raise exception 'whoever should certify did not sign this, or may not' using errcode = '23514', constraint = fault;
  end if;
  return null;
end $$;
create or replace trigger certificate_holds after insert on reviews_certificate
  for each row execute function gate.certificate_holds();
alter table reviews_certificate enable always trigger certificate_holds;

create function gate.last_count(p_passkey bigint) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  -- The highest count of signatures that this passkey ever showed.
  select greatest(0, (select max(a.count) from reviews_assertion a where a.passkey_id = p_passkey),
    (select max(signature_count(c.authenticator_data)) from reviews_certificate c join reviews_certificate i on i.id = c.issuer_id
     where i.passkey_id = p_passkey))
$$;

create function gate.signature_fault(a reviews_assertion) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
-- The rule that this signature breaks, null if none; asked twice, as that of a certificate.
declare
  c reviews_certificate;
  said jsonb := doc(a.content);
  asked timestamptz := (said ->> 'asked_at')::timestamptz;
begin
  if said ->> 'signs' is distinct from 'edition' or convert_to(canonical(said), 'UTF8') <> a.content then
    return 'signs_exactly_this';
  end if;
  select * into c from reviews_certificate where id = a.certificate_id;
  if c.certifies <> 'reviewer' or c.person_id <> a.reviewer_id or not certificate_in_force(c.id, a.at)
     or not certificate_in_force(c.issuer_id, c.at) then
    return 'passkey_is_certified';
  end if;
  if (asked <= a.at and a.at < asked + interval '5 minutes' and said ->> 'asked_at' = instant(asked)) is not true then
    return 'asked_within_five_minutes';
  end if;
  return assertion_fault((select public_key from reviews_passkey where id = c.passkey_id), a.client_data, a.authenticator_data,
    a.signature, sha256(a.content), c.site, c.origin);
end $$;

create function gate.assertion_holds() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, gate, pg_temp as $$
declare
  fault text := gate.signature_fault(new);
begin
  if fault is not null then
    raise exception 'the passkey did not sign this, or is not certified' using errcode = '23514', constraint = fault;
  end if;
  return null;
end $$;
create or replace trigger assertion_holds after insert on reviews_assertion
  for each row execute function gate.assertion_holds();
alter table reviews_assertion enable always trigger assertion_holds;

create function gate.signed_since(p_passkey bigint, p_from timestamptz) returns setof reviews_signoff
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  -- What stands of what this passkey signed from p_from on, and, if it is an officer's, of what the passkeys signed that it
  -- certified from then on.
  select s.* from reviews_signoff s join reviews_assertion a on a.id = s.assertion_id
  join reviews_certificate c on c.id = a.certificate_id join reviews_certificate i on i.id = c.issuer_id
  where (c.passkey_id = p_passkey and s.signed_at >= p_from or i.passkey_id = p_passkey and c.at >= p_from)
    and not exists (select from reviews_revocation r where r.sign_off_id = s.id)
$$;

set local role leaf_acts;

create function act.refuse_fault(rule text) returns void
language plpgsql set search_path = pg_catalog, act, pg_temp as $$
begin
  if rule is not null then
    perform act.refuse(rule, 'it breaks this rule');
  end if;
end $$;

create function act.trust_root(p_public_key bytea) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp as $$
-- The operator's alone (leaf_owner): the root key that certifies officers from now on. Bytes that are no key of any kind are
-- refused here, by the name that the row's check has: it asks for Ed25519, and could not even read some of them.
declare
  root bigint;
begin
  if not public_key_fits(p_public_key) then
    perform act.refuse('root_is_ed25519', 'it is no Ed25519 key');
  end if;
  insert into reviews_rootkey (public_key) values (p_public_key) returning id into root;
  perform act.enter('trust root', null, jsonb_build_object('root', root, 'key', encode(sha256(p_public_key), 'hex')));
  return root;
end $$;

create function act.add_passkey(p_person bigint, p_public_key bytea, p_handle bytea, p_client_data bytea, p_attestation bytea) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp as $$
-- A passkey that signs nothing yet: first somebody must certify whose it is.
declare
  passkey bigint;
begin
  insert into reviews_passkey (person_id, public_key, handle, client_data, attestation)
  values (p_person, p_public_key, p_handle, p_client_data, p_attestation) returning id into passkey;
  perform act.enter('add passkey', p_person, jsonb_build_object('person', p_person, 'passkey', passkey,
    'key', encode(sha256(p_public_key), 'hex')));
  return passkey;
end $$;

create function act.certify_officer(p_content bytea, p_passkey bigint, p_root bigint, p_signature bytea) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp as $$
-- The root key signed p_content, away from the site; whoever hands it in proves that by the signature. What it certifies are
-- columns that the row makes of p_content: so it is written first, then judged, and taken back with the whole act if it fails.
declare
  c bigint;
begin
  insert into reviews_certificate (content, passkey_id, root_id, signature)
  values (p_content, p_passkey, p_root, p_signature) returning id into c;
  perform act.refuse_fault((select gate.certificate_fault(x) from reviews_certificate x where x.id = c));
  perform act.enter('certify officer', null, (select jsonb_build_object('person', x.person_id, 'passkey', x.passkey_id,
    'certificate', x.id, 'digest', encode(x.digest, 'hex'), 'certified_at', gate.instant(x.at))
    from reviews_certificate x where x.id = c));
  return c;
end $$;

create function act.certify_reviewer(p_content bytea, p_passkey bigint, p_issuer bigint, p_client_data bytea, p_authenticator_data bytea,
                                     p_signature bytea) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp as $$
-- An officer's passkey signed p_content: that they met the reviewer, checked the credential, and that the key is theirs.
declare
  issuer reviews_certificate;
  c bigint;
begin
  select * into issuer from reviews_certificate where id = p_issuer;
  if not found then
    perform act.refuse('certified_by_an_officer', 'there is no such certificate');
  end if;
  perform gate.in_office(issuer.person_id, 'compliance');  -- what is asked below holds until the end
  perform act.counts_on(issuer.passkey_id, p_authenticator_data);
  insert into reviews_certificate (content, passkey_id, issuer_id, client_data, authenticator_data, signature)
  values (p_content, p_passkey, p_issuer, p_client_data, p_authenticator_data, p_signature) returning id into c;
  perform act.refuse_fault((select gate.certificate_fault(x) from reviews_certificate x where x.id = c));
  perform act.enter('certify reviewer', issuer.person_id, (select jsonb_build_object('person', x.person_id, 'passkey', x.passkey_id,
    'certificate', x.id, 'digest', encode(x.digest, 'hex'), 'certified_at', gate.instant(x.at))
    from reviews_certificate x where x.id = c));
  return c;
end $$;

create function act.counts_on(p_passkey bigint, p_authenticator_data bytea) returns void
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp as $$
-- A key that counts its signatures counts up. If it does not, there are two of it.
declare
  before bigint := gate.last_count(p_passkey);
begin
  if greatest(before, signature_count(p_authenticator_data)) > 0 and signature_count(p_authenticator_data) <= before then
    perform act.refuse('passkey_counts_on', 'the passkey counted so far already: it was used before, or copied');
  end if;
end $$;

create function act.end_passkey(p_passkey bigint, p_from timestamptz, p_by bigint, p_reason text) returns int
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp as $$
-- By its owner or a compliance officer, again whenever it turns out to have ended earlier. What it signed from p_from on is
-- revoked, and, of an officer's, what the passkeys signed that it certified from then on; what was signed before stands. An
-- instant before it was added is that one. Returns how many signatures were revoked.
-- No secret, and any instant: who is no officer takes back only what they could revoke without a secret too, one by one.
declare
  k reviews_passkey;
  since timestamptz;
  ended timestamptz;
  s record;
  n int := 0;
begin
  select * into k from reviews_passkey where id = p_passkey;
  if not found or p_by <> k.person_id and not gate.in_office(p_by, 'compliance') then
    perform act.refuse('by_its_owner', 'only its owner or a compliance officer ends a passkey');
  end if;
  since := case when p_from < k.added_at then least(k.added_at, clock_timestamp()) else p_from end;
  select min(ends_at) into ended from reviews_passkeyend where passkey_id = p_passkey;
  if ended <= since then
    perform act.refuse('ends_ever_earlier', 'it has ended by then',
      'what it signs counts no more since ' || to_char(ended at time zone 'UTC', 'FMDD FMMonth YYYY, HH24:MI:SS "UTC"'));
  end if;
  if not gate.in_office(p_by, 'compliance')
     and exists (select from reviews_certificate c join reviews_certificate issuer on issuer.id = c.issuer_id
                 where issuer.passkey_id = p_passkey and c.at >= since) then
    perform act.refuse('takes_back_ones_own', 'only a compliance officer takes back certificates of others');
  end if;
  insert into reviews_passkeyend (passkey_id, ends_at, earlier_than, by_id, at, reason)
  values (p_passkey, since, ended, p_by, clock_timestamp(), p_reason);
  perform from articles_article a  -- all of them before the first entry, whose lock is the last one that an act takes
  where a.id in (select e.article_id from gate.signed_since(p_passkey, since) x join articles_edition e on e.id = x.edition_id)
  order by a.id for no key update;
  for s in
    select x.id, x.edition_id, x.digest, e.article_id from gate.signed_since(p_passkey, since) x
    join articles_edition e on e.id = x.edition_id order by e.article_id, x.id
  loop
    insert into reviews_revocation (sign_off_id, by_id, at, reason) values (s.id, p_by, clock_timestamp(), p_reason);
    perform act.enter('revoke', p_by, jsonb_build_object('article', s.article_id, 'edition', s.edition_id,
      'digest', encode(s.digest, 'hex'), 'sign_off', s.id, 'reason', p_reason));
    n := n + 1;
  end loop;
  perform act.enter('end passkey', p_by, jsonb_build_object('person', k.person_id, 'passkey', p_passkey,
    'ends_at', instant(since), 'reason', p_reason));
  if exists (select from gate.signed_since(p_passkey, since)) then
    raise exception 'it signed meanwhile' using errcode = '40001', hint = 'Try the whole transaction again.';
  end if;
  return n;
end $$;

reset role;
