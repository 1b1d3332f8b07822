-- The evidence for one edition that readers saw: what a stranger needs to check it. Of its text only what says which text it
-- is: once it is not shown any more, its bytes are not public, and whoever kept them compares the digest. Never a reason, a
-- registration, a verdict, a draft, or a publication that readers did not see.

create function gate.evidence_certificates(p_publications bigint[]) returns setof reviews_certificate
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- What says whose the passkeys are that signed what these publications rest on: the reviewers' certificates, and those of the
  -- officers who made them.
  with used as (
    select c.* from reviews_basis b join reviews_signoff s on s.id = b.sign_off_id
    join reviews_assertion a on a.id = s.assertion_id join reviews_certificate c on c.id = a.certificate_id
    where b.publication_id = any (p_publications))
  select c.* from reviews_certificate c where c.id in (select id from used union select issuer_id from used)
$$;

create function gate.evidence_verifications(p_publications bigint[]) returns setof reviews_verification
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- What was verified of those who signed: for their signature, and for the certificate of their passkey.
  select v.* from reviews_verification v where v.id in (
    select s.verification_id from reviews_basis b join reviews_signoff s on s.id = b.sign_off_id
    where b.publication_id = any (p_publications)
    union select c.verification_id from gate.evidence_certificates(p_publications) c)
$$;

create function gate.evidence_entries(p_edition bigint, p_publications bigint[]) returns setof cms_entry
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- The ledger's entries about these publications of the edition, about the signatures that they rest on, and about the
  -- passkeys that made them; of a fix those of the edition too that was reviewed in full.
  with signed as (
    select s.* from reviews_signoff s
    where s.id in (select b.sign_off_id from reviews_basis b where b.publication_id = any (p_publications))),
  verified as (select v.* from gate.evidence_verifications(p_publications) v),
  certified as (select c.* from gate.evidence_certificates(p_publications) c)
  select n.* from articles_edition e join cms_entry n on n.article_id = e.article_id
  where e.id = p_edition and (
    n.edition_id in (e.id, e.root_id) and (
      n.act in ('submit', 'submit fix')
      or n.act in ('sign off', 'revoke') and (doc(n.body) ->> 'sign_off')::bigint in (select id from signed)
      or n.act = 'publish' and (doc(n.body) ->> 'publication')::bigint = any (p_publications))
    or n.act in ('taken down', 'retracted')
      and (doc(n.body) ->> 'publication')::bigint >= (select min(id) from unnest(p_publications) id))
  union all
  select n.* from verified v join cms_entry n on (doc(n.body) ->> 'credential')::bigint = v.credential_id
  where n.act = 'verify credential' and (doc(n.body) ->> 'verification')::bigint = v.id
  union all
  -- A suspension while they stood; what became of the reviewer later is no matter of this text.
  select n.* from (select distinct credential_id from signed) c
  join cms_entry n on (doc(n.body) ->> 'credential')::bigint = c.credential_id
  where n.act = 'suspend credential'
    and n.at < (select max(p.ends_at) from articles_publication p where p.id = any (p_publications))
  union all
  select n.* from (select distinct appointment_id from verified) v
  join cms_entry n on (doc(n.body) ->> 'appointment')::bigint = v.appointment_id
  where n.act = 'appoint'
  union all
  select n.* from (select distinct passkey_id from certified) c join cms_entry n on (doc(n.body) ->> 'passkey')::bigint = c.passkey_id
  where n.act in ('add passkey', 'end passkey')
    or n.act in ('certify officer', 'certify reviewer') and (doc(n.body) ->> 'certificate')::bigint in (select id from certified)
  union all
  select n.* from (select distinct root_id from certified) c join cms_entry n on (doc(n.body) ->> 'root')::bigint = c.root_id
  where n.act = 'trust root'
$$;

create function gate.entered_at(p_entries jsonb, p_act text, p_key text, p_id bigint) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  -- When the ledger says that it was done: the first of these entries of that act about that row.
  select min(said ->> 'at') from jsonb_array_elements(p_entries) n, lateral (select (n ->> 'body')::jsonb as said) body
  where said ->> 'act' = p_act and (said ->> p_key)::bigint = p_id
$$;

create function gate.evidence_sign_offs(p_edition bigint, p_publications bigint[], p_entries jsonb) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- The sign-offs of this edition that these publications rest on.
  select coalesce(jsonb_agg(jsonb_build_object('sign_off', s.id, 'person', s.reviewer_id, 'credential', s.credential_id,
    'verification', s.verification_id, 'facts', gate.sign_off_facts(s.id),
    'signed_with', case when s.assertion_id is null then 'signing secret' else 'passkey' end,
    'assertion', (select jsonb_build_object('assertion', a.id, 'certificate', a.certificate_id,
                    'content', convert_from(a.content, 'UTF8'), 'client_data', base64url(a.client_data),
                    'authenticator_data', base64url(a.authenticator_data), 'signature', base64url(a.signature))
                  from reviews_assertion a where a.id = s.assertion_id),
    'revoked_at', (select coalesce(gate.entered_at(p_entries, 'revoke', 'sign_off', s.id), gate.instant(r.at))
                   from reviews_revocation r where r.sign_off_id = s.id),
    'suspended_at', (select coalesce(gate.entered_at(p_entries, 'suspend credential', 'credential', s.credential_id),
                                     gate.instant(u.at))
                     from reviews_suspension u where u.credential_id = s.credential_id
                       and u.at < (select max(p.ends_at) from articles_publication p where p.id = any (p_publications))))
    order by s.id), '[]')
  from reviews_signoff s
  where s.edition_id = p_edition
    and s.id in (select b.sign_off_id from reviews_basis b where b.publication_id = any (p_publications))
$$;

create function gate.evidence_of_certificates(p_publications bigint[]) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- Each exactly as it was signed. Whoever certified, a root key or an officer's passkey, is named by its key or certificate.
  select coalesce(jsonb_agg(jsonb_build_object('certificate', c.id, 'content', convert_from(c.content, 'UTF8'),
    'passkey', c.passkey_id, 'root', (select doc(r.public_key) from reviews_rootkey r where r.id = c.root_id),
    'issuer', c.issuer_id, 'client_data', base64url(c.client_data), 'authenticator_data', base64url(c.authenticator_data),
    'signature', base64url(c.signature)) order by c.id), '[]')
  from gate.evidence_certificates(p_publications) c
$$;

create function gate.evidence_passkeys(p_publications bigint[]) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- Their public keys and ends, of several the earliest. Never what the device gave at its registration: that proves nothing
  -- here, and its handle and model are its owner's.
  select coalesce(jsonb_agg(jsonb_build_object('passkey', k.id, 'person', k.person_id, 'public_key', doc(k.public_key),
    'ends_at', (select gate.instant(min(e.ends_at)) from reviews_passkeyend e where e.passkey_id = k.id)) order by k.id), '[]')
  from reviews_passkey k where k.id in (select c.passkey_id from gate.evidence_certificates(p_publications) c)
$$;

create function live.evidence(p_slug text, p_number bigint) returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, public, gate, pg_temp set timezone = 'UTC' set intervalstyle = 'iso_8601'
set plan_cache_mode = force_generic_plan as $$
-- The evidence for edition p_number at this address; null for a number: for the one that it shows now. Null if there is
-- none that readers ever saw. Its entries come with their exact bodies; the proofs are made of live.nodes.
declare
  at timestamptz := clock_timestamp();
  e articles_edition;
  seen bigint[];
  entries jsonb;
begin
  if p_number is null then
    select x.* into e from gate.article_at(p_slug, at) a
    cross join lateral gate.shown(a.article_id, at) p
    join articles_edition x on x.id = p.edition_id and x.digest = p.digest and x.slug = p_slug
    where x.kind = 'article';
  else
    -- By way of what was published: of an edition that never was, not even a row is read.
    select x.* into e from gate.article_at(p_slug, at) a
    join articles_publication p on p.article_id = a.article_id and p.starts_at <= at
    join articles_edition x on x.id = p.edition_id and x.digest = p.digest and x.slug = p_slug
    where x.number = p_number and x.kind = 'article' limit 1;
  end if;
  select array_agg(p.id order by p.id) into seen from articles_publication p
  where p.edition_id = e.id and p.digest = e.digest and p.starts_at <= at
    and (gate.began(p.id) or exists (select from gate.shown(p.article_id, at) s where s.id = p.id));
  if seen is null then
    return null;
  end if;
  select coalesce(jsonb_agg(jsonb_build_object('seq', n.seq, 'body', convert_from(n.body, 'UTF8')) order by n.seq), '[]')
  into entries from gate.evidence_entries(e.id, seen) n;
  return jsonb_build_object(
    'article', e.article_id, 'edition', e.id, 'slug', e.slug, 'number', e.number, 'digest', encode(e.digest, 'hex'),
    'contributors', to_jsonb(e.contributors),
    'disclaimers', (
      select coalesce(jsonb_agg(jsonb_build_object('id', d ->> 'id',
        'short_sha256', encode(sha256(convert_to(d ->> 'short', 'UTF8')), 'hex'),
        'full_sha256', encode(sha256(convert_to(d ->> 'full', 'UTF8')), 'hex')) order by n), '[]')
      from jsonb_array_elements(doc(e.content) -> 'disclaimers') with ordinality as one (d, n)),
    'statements', doc(e.content) -> 'statements',
    'policy', (
      select jsonb_build_object('id', y.id, 'name', y.name, 'version', y.version, 'requires', to_jsonb(y.requires),
        'covers', (select coalesce(jsonb_object_agg(meaning, how -> 'covers') filter (where how ? 'covers'), '{}')
                   from jsonb_each(y.signers) as each (meaning, how)),
        'review_after', y.review_after::text, 'ends_after', y.ends_after::text, 'passkeys', y.passkeys)
      from reviews_policy y where y.id = e.policy_id),
    'publications', (
      select jsonb_agg(jsonb_build_object('publication', p.id, 'facts', gate.publication_facts(p.id),
        'superseded_at', (select gate.instant(min(n.starts_at)) from articles_publication n
                          where n.article_id = p.article_id and n.id > p.id and n.starts_at <= at)) order by p.id)
      from articles_publication p where p.id = any (seen)),
    'take_downs', (
      select coalesce(jsonb_agg(jsonb_build_object('publication', t.publication_id, 'kind', t.kind,
        'at', coalesce(gate.entered_at(entries, t.kind, 'publication', t.publication_id), gate.instant(t.at))) order by t.id), '[]')
      from articles_takedown t where t.article_id = e.article_id and t.publication_id >= seen[1]),
    'sign_offs', gate.evidence_sign_offs(e.id, seen, entries),
    'fix', (
      select jsonb_build_object('of', f.of_id, 'root', r.id, 'root_number', r.number, 'root_digest', encode(r.digest, 'hex'),
        'words_changed', f.words_changed, 'words_of_root', f.words_of_root,
        'sign_offs', gate.evidence_sign_offs(r.id, seen, entries))
      from articles_fix f join articles_edition r on r.id = f.root_id where f.edition_id = e.id),
    'verifications', (
      select coalesce(jsonb_agg(jsonb_build_object('verification', v.id, 'credential', v.credential_id, 'person', v.person_id,
        'officer', v.officer_id, 'facts', gate.verification_facts(v.id)) order by v.id), '[]')
      from gate.evidence_verifications(seen) v),
    'certificates', gate.evidence_of_certificates(seen),
    'passkeys', gate.evidence_passkeys(seen),
    'checkpoint', (select c.note from cms_checkpoint c order by c.size desc limit 1),
    'entries', entries);
end $$;
