-- What readers are told of a signature, a verification and a publication. The act's entry in the ledger holds the digest of
-- exactly this document: a stranger who is shown it can tell whether it is what was entered, and the ledger itself holds
-- neither names nor interests. These documents never change: the digests of older entries are of them as they stand.

create function gate.instant(p_at timestamptz) returns text
language sql stable strict set search_path = pg_catalog, pg_temp as $$
  select to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

create function gate.facts_digest(p_facts jsonb) returns text
language sql stable strict set search_path = pg_catalog, public, pg_temp as $$
  select encode(sha256(convert_to(canonical(p_facts), 'UTF8')), 'hex')
$$;

create function gate.sign_off_facts(p_sign_off bigint) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  select jsonb_build_object('name', s.reviewer_name, 'profession', s.profession, 'meaning', s.meaning,
    'interests', s.interests, 'policy', s.policy_id, 'requires', to_jsonb(s.requires), 'signed_at', gate.instant(s.signed_at),
    'review_due_at', gate.instant(s.review_due_at), 'ends_at', gate.instant(s.ends_at))
    || coalesce((select jsonb_build_object('assertion', encode(sha256(a.content), 'hex'), 'certificate', encode(c.digest, 'hex'))
                 from reviews_assertion a join reviews_certificate c on c.id = a.certificate_id where a.id = s.assertion_id), '{}')
  from reviews_signoff s where s.id = p_sign_off
$$;

create function gate.verification_facts(p_verification bigint) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- Never the registration's body and number.
  select jsonb_build_object('name', v.name, 'profession', v.profession, 'specialties', to_jsonb(v.specialties),
    'verified_at', gate.instant(v.verified_at), 'valid_until', gate.instant(v.valid_until))
  from reviews_verification v where v.id = p_verification
$$;

create function gate.publication_facts(p_publication bigint) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  select jsonb_build_object('published_at', gate.instant(p.published_at), 'starts_at', gate.instant(p.starts_at),
    'ends_at', gate.instant(p.ends_at),
    'sign_offs', (select coalesce(jsonb_agg(b.sign_off_id order by b.sign_off_id), '[]')
                  from reviews_basis b where b.publication_id = p.id))
  from articles_publication p where p.id = p_publication
$$;

create function gate.recheck_facts(p_recheck bigint) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  select jsonb_build_object('edition', r.edition_id, 'digest', encode(r.digest, 'hex'), 'appointment', r.appointment_id,
    'checked_at', gate.instant(r.at))
  from reviews_recheck r where r.id = p_recheck
$$;

create function gate.hidden_row_facts(p_hidden bigint) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  select jsonb_build_object('edition', h.edition_id, 'digest', encode(h.digest, 'hex'), 'contact', h.contact,
    'name', doc(e.content) -> 'contacts' -> (h.contact - 1) -> 'name', 'hidden_at', gate.instant(h.at))
  from articles_hiddenrow h join articles_edition e on e.id = h.edition_id where h.id = p_hidden
$$;

create function gate.notice_signature_facts(p_signature bigint) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  select jsonb_build_object('notice', s.notice_id, 'digest', encode(s.digest, 'hex'), 'name', s.reviewer_name,
    'profession', s.profession, 'qualification', s.qualification, 'signed_at', gate.instant(s.signed_at),
    'ends_at', gate.instant(s.ends_at))
  from reviews_noticesignature s where s.id = p_signature
$$;

create function gate.notice_publication_facts(p_publication bigint) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  select jsonb_build_object('notice', p.notice_id, 'digest', encode(p.digest, 'hex'),
    'published_at', gate.instant(p.published_at), 'ends_at', gate.instant(p.ends_at))
  from reviews_noticepublication p where p.id = p_publication
$$;
