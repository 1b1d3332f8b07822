set local role leaf_acts;

create function act.give_verdict(p_kind text, p_edition bigint, p_digest bytea, p_reviewer bigint, p_reason text) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp as $$
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
  if p_kind = 'changes requested' and exists (
       select from (select p.edition_id from gate.shown(e.article_id, clock_timestamp()) p
                    union all select p.edition_id from gate.coming(e.article_id, clock_timestamp()) p) public
       join articles_edition x on x.id = public.edition_id where e.id in (x.id, x.root_id)) then
    perform act.refuse('still_in_review', 'its review has ended: it is published, or will be');
  end if;
  insert into reviews_verdict (edition_id, digest, article_id, reviewer_id, kind, reason, at)
  values (e.id, e.digest, e.article_id, p_reviewer, p_kind, p_reason, clock_timestamp()) returning id into verdict;
  perform act.enter(p_kind, p_reviewer, jsonb_build_object('article', e.article_id, 'edition', e.id,
    'digest', encode(e.digest, 'hex'), 'verdict', verdict, 'reason', p_reason));
  return verdict;
end $$;

create function act.request_changes(p_edition bigint, p_digest bytea, p_reviewer bigint, p_reason text) returns bigint
language sql security definer set search_path = pg_catalog, public, act, pg_temp as $$
  select act.give_verdict('changes requested', p_edition, p_digest, p_reviewer, p_reason)
$$;

create function act.refuse_article(p_edition bigint, p_digest bytea, p_reviewer bigint, p_secret bytea, p_reason text) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, act, pg_temp as $$
-- A refusal is signed: it binds the article until it is lifted.
begin
  perform act.same_person(p_reviewer, p_secret);
  return act.give_verdict('refused', p_edition, p_digest, p_reviewer, p_reason);
end $$;

create function act.lift_refusal(p_verdict bigint, p_by bigint, p_secret bytea, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp as $$
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
    if not gate.in_office(p_by, 'medical lead') then
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

reset role;
