set local role leaf_acts;

create function act.signed(p_edition bigint, p_reviewer bigint, p_meaning text, p_interests text, p_assertion bigint) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp set timezone = 'UTC' as $$
-- What both ways of signing end in: with the credential of theirs that fits best. Whether it fits is not decided here: the
-- checks of reviews_signoff do. A change sign-off is due and ends with the full review that it rests on.
declare
  e articles_edition;
  p reviews_policy;
  v reviews_verification;
  at timestamptz;
  due timestamptz;
  ends timestamptz;
  sign_off bigint;
begin
  select * into e from articles_edition where id = p_edition;
  perform from articles_article where id = e.article_id for no key update;
  if gate.set_aside(e.id) then
    perform act.refuse('no_changes_requested', 'changes to this edition were requested, or it was refused');
  end if;
  perform gate.hold_the_rules();
  at := clock_timestamp();
  if p_assertion is null and gate.asks_for_passkeys(e.id, at) then
    perform act.refuse('passkey_is_asked_for', 'passkeys are asked for by now');
  end if;
  select * into p from reviews_policy where id = e.policy_id;
  due := (at at time zone 'UTC' + p.review_after) at time zone 'UTC';
  ends := (at at time zone 'UTC' + p.ends_after) at time zone 'UTC';
  if p_meaning = 'change' and e.root_id > 0 then
    if not exists (select from articles_fix f where f.edition_id = e.id) then
      perform act.refuse('of_a_known_fix', 'it says that it is a fix, and nothing was compared');
    end if;
    select least(due, min(m.review_due_at)), min(m.until) into due, ends from gate.by_meaning(e.root_id, at, null) m;
    if ends is null then
      perform act.refuse('full_review_stands', 'the sign-offs of the edition that was reviewed in full do not stand');
    end if;
  end if;
  select * into v from gate.best_verification(p_reviewer, p.signers, p_meaning, e.topics, at);
  if not found then
    perform act.refuse('with_this_credential', 'this person has no verified credential');
  end if;
  insert into reviews_signoff (
    edition_id, digest, root_id, contributors, topics, policy_id, requires, review_after, ends_after, signers,
    verification_id, credential_id, reviewer_id, reviewer_name, profession, qualification, specialties, verified_at, valid_until,
    meaning, interests, signed_at, review_due_at, ends_at, passkeys, assertion_id)
  values (
    e.id, e.digest, e.root_id, e.contributors, e.topics, p.id, p.requires, p.review_after, p.ends_after, p.signers,
    v.id, v.credential_id, v.person_id, v.name, v.profession, v.qualification, v.specialties, v.verified_at, v.valid_until,
    p_meaning, p_interests, at, due, ends, p.passkeys, p_assertion)
  returning id into sign_off;
  perform act.enter('sign off', p_reviewer, jsonb_build_object('article', e.article_id, 'edition', e.id,
    'digest', encode(e.digest, 'hex'), 'sign_off', sign_off, 'meaning', p_meaning, 'credential', v.credential_id,
    'verification', v.id, 'assertion', p_assertion, 'facts', gate.facts_digest(gate.sign_off_facts(sign_off))));
  return sign_off;
end $$;

create function act.sign_off(p_edition bigint, p_digest bytea, p_reviewer bigint, p_secret bytea, p_meaning text, p_interests text)
returns bigint
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp as $$
-- One reviewer signs exactly this digest, with their signing secret.
begin
  if p_digest is distinct from (select digest from articles_edition where id = p_edition) then
    perform act.refuse('signs_exactly_this', 'another text');
  end if;
  perform act.same_person(p_reviewer, p_secret);
  return act.signed(p_edition, p_reviewer, p_meaning, p_interests, null);
end $$;

create function act.sign_off_with_passkey(p_content bytea, p_certificate bigint, p_client_data bytea, p_authenticator_data bytea,
                                          p_signature bytea) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp as $$
-- One reviewer signs with a passkey of theirs. p_content says what: it is what the passkey signed. What was certified of them is
-- what the page will say of them; and what held when the passkey answered still holds when the ledger says that it signed.
declare
  c reviews_certificate;
  sign_off bigint;
  passkey bigint := (select passkey_id from reviews_certificate where id = p_certificate);
  a reviews_assertion;
begin
  if passkey is null then
    perform act.refuse('passkey_is_certified', 'there is no such certificate');
  end if;
  perform act.counts_on(passkey, p_authenticator_data);
  insert into reviews_assertion (content, certificate_id, passkey_id, client_data, authenticator_data, signature)
  values (p_content, p_certificate, passkey, p_client_data, p_authenticator_data, p_signature) returning * into a;
  perform act.refuse_fault(gate.signature_fault(a));
  if a.digest is distinct from (select digest from articles_edition where id = a.edition_id) then
    perform act.refuse('signs_exactly_this', 'another text');
  end if;
  sign_off := act.signed(a.edition_id, a.reviewer_id, a.meaning, a.interests, a.id);
  select * into c from reviews_certificate where id = p_certificate;
  if not exists (select from reviews_signoff s where s.id = sign_off and s.reviewer_name = doc(c.content) ->> 'name'
                   and s.profession = doc(c.content) ->> 'profession') then
    perform act.refuse('certified_as_shown', 'the passkey is certified under another name or profession');
  end if;
  if not gate.certificate_in_force(c.id, clock_timestamp()) or not gate.certificate_in_force(c.issuer_id, c.at) then
    perform act.refuse('passkey_is_certified', 'the certificate ended meanwhile');
  end if;
  if clock_timestamp() >= (doc(a.content) ->> 'asked_at')::timestamptz + interval '5 minutes' then
    perform act.refuse('asked_within_five_minutes', 'it took too long');
  end if;
  return sign_off;
end $$;

create function act.revoke(p_sign_off bigint, p_by bigint, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp as $$
-- By the one who signed, or a compliance officer. No secret: taking back must be easy, also when signing is locked.
declare
  s reviews_signoff;
  article bigint;
begin
  select * into s from reviews_signoff where id = p_sign_off;
  if not found then
    perform act.refuse('something_to_revoke', 'there is no such sign-off');
  end if;
  if p_by <> s.reviewer_id and not gate.in_office(p_by, 'compliance') then
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

create function act.revoke_all(p_by bigint, p_seen bigint[], p_reason text) returns int
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp as $$
-- A reviewer ends every sign-off of theirs that stands, all or none of them. Each gets its entry.
declare
  ended int := 0;
  s reviews_signoff;
begin
  perform from articles_article a  -- all of them before the first entry, whose lock is the last one that an act takes
  where a.id in (select e.article_id from reviews_signoff o join articles_edition e on e.id = o.edition_id
                 where o.reviewer_id = p_by and o.id = any (p_seen))
  order by a.id for no key update;
  for s in
    select * from reviews_signoff o where o.reviewer_id = p_by and clock_timestamp() < o.ends_at
      and not exists (select from reviews_revocation r where r.sign_off_id = o.id) order by o.id
  loop
    if (s.id = any (p_seen)) is not true then
      perform act.refuse('sign_offs_as_shown', 'they signed more since');
    end if;
    perform act.revoke(s.id, p_by, p_reason);
    ended := ended + 1;
  end loop;
  if ended = 0 then
    perform act.refuse('something_to_revoke', 'no sign-off of theirs stands');
  end if;
  return ended;
end $$;

reset role;
