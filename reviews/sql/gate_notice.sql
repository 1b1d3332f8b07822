-- Writing, signing, publishing and ending safety notices.

set local role leaf_acts;

create function act.draft_notice(p_text text, p_source text, p_everywhere boolean, p_topics text[], p_articles bigint[], p_by bigint)
returns bigint
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp as $$
-- Returns the notice's id. Nothing of it is shown before it is signed and published.
declare
  d jsonb := jsonb_build_object('schema', 1, 'text', trim(p_text), 'source', trim(p_source), 'everywhere', p_everywhere,
    'topics', to_jsonb(coalesce(p_topics, '{}')), 'articles', to_jsonb(coalesce(p_articles, '{}')));
  notice bigint;
  strange text := foreign_signs(concat(p_text, p_source));
begin
  if p_text is null or p_source is null or p_everywhere is null then
    perform act.refuse('notice_has_every_part', 'its words, its source or what it touches is not said');
  end if;
  if exists (select from unnest(p_topics) t where not exists (select from articles_topic where slug = t))
     or exists (select from unnest(p_articles) a where not exists (select from articles_article where id = a and kind = 'article')) then
    perform act.refuse('notice_touches_what_there_is', 'a topic or an article that it touches is not there');
  end if;
  if strange <> '' then
    perform act.refuse('notice_is_plain', 'it holds signs that an English text is not written with', strange);
  end if;
  insert into reviews_notice (content, drafted_by_id, drafted_at)
  values (convert_to(canonical(d), 'UTF8'), p_by, clock_timestamp()) returning id into notice;
  perform act.enter('draft notice', p_by, (
    select jsonb_build_object('notice', id, 'digest', encode(digest, 'hex')) from reviews_notice where id = notice));
  return notice;
end $$;

create function act.sign_notice(p_notice bigint, p_digest bytea, p_reviewer bigint, p_secret bytea, p_ends_at timestamptz)
returns bigint
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp set timezone = 'UTC' as $$
-- One reviewer signs exactly these bytes, until p_ends_at at most. Whether they may, the checks of the row say.
declare
  n reviews_notice;
  v reviews_verification;
  medics jsonb := '{"notice": {"covers": "none", "by":
    ["physician", "pharmacist", "nurse practitioner or physician assistant", "clinical psychologist"]}}';
  signature bigint;
  at timestamptz;
begin
  select * into n from reviews_notice where id = p_notice;
  if not found or p_digest is distinct from n.digest then
    perform act.refuse('signs_exactly_this_notice', 'another text');
  end if;
  perform act.same_person(p_reviewer, p_secret);
  if exists (select from reviews_noticeend where notice_id = n.id) then
    perform act.refuse('notice_is_not_over', 'it was ended');
  end if;
  at := clock_timestamp();
  select * into v from gate.best_verification(p_reviewer, medics, 'notice', '{}', at);
  if not found then
    perform act.refuse('with_this_credential', 'this person has no verified credential');
  end if;
  insert into reviews_noticesignature (
    notice_id, digest, drafted_by_id, verification_id, credential_id, reviewer_id, reviewer_name, profession, specialties,
    qualification, verified_at, valid_until, signed_at, ends_at)
  values (
    n.id, n.digest, n.drafted_by_id, v.id, v.credential_id, v.person_id, v.name, v.profession, v.specialties,
    v.qualification, v.verified_at, v.valid_until, at, p_ends_at)
  returning id into signature;
  perform act.enter('sign notice', p_reviewer, jsonb_build_object('notice', n.id, 'digest', encode(n.digest, 'hex'),
    'notice_signature', signature, 'credential', v.credential_id, 'verification', v.id,
    'facts', gate.facts_digest(gate.notice_signature_facts(signature))));
  return signature;
end $$;

create function act.publish_notice(p_notice bigint, p_digest bytea, p_by bigint) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp set timezone = 'UTC' as $$
-- Puts a signed notice above every page that it touches, at once.
declare
  s reviews_noticesignature;
  publication bigint;
begin
  select * into s from reviews_noticesignature where notice_id = p_notice;
  if not found then
    perform act.refuse('notice_is_signed', 'no reviewer signed it');
  end if;
  if p_digest is distinct from s.digest then
    perform act.refuse('publishes_exactly_this_notice', 'another text');
  end if;
  if exists (select from reviews_noticeend where notice_id = p_notice) then
    perform act.refuse('notice_is_not_over', 'it was ended');
  end if;
  if exists (select from reviews_suspension where credential_id = s.credential_id) then
    perform act.refuse('notice_signature_stands', 'the signer''s credential was suspended');
  end if;
  insert into reviews_noticepublication (notice_id, digest, reviewer_id, ends_at, published_by_id, published_at)
  values (s.notice_id, s.digest, s.reviewer_id, s.ends_at, p_by, clock_timestamp()) returning id into publication;
  perform act.enter('publish notice', p_by, jsonb_build_object('notice', s.notice_id, 'digest', encode(s.digest, 'hex'),
    'notice_publication', publication, 'facts', gate.facts_digest(gate.notice_publication_facts(publication))));
  return publication;
end $$;

create function act.end_notice(p_notice bigint, p_by bigint, p_reason text) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp as $$
-- Ends a notice at once, or gives a draft up. No secret: taking back must be easy.
declare
  over bigint;
begin
  if not exists (select from reviews_notice where id = p_notice) then
    perform act.refuse('notice_is_there', 'there is no such notice');
  end if;
  insert into reviews_noticeend (notice_id, by_id, at, reason) values (p_notice, p_by, clock_timestamp(), p_reason)
  returning id into over;
  perform act.enter('end notice', p_by, jsonb_build_object('notice', p_notice, 'notice_end', over, 'reason', p_reason));
  return over;
end $$;

reset role;
