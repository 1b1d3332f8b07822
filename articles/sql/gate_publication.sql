set local role leaf_acts;

create function act.publish(p_edition bigint, p_digest bytea, p_by bigint, p_starts_at timestamptz, p_reason text) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp set timezone = 'UTC' as $$
-- Puts the edition before readers from p_starts_at (null: at once) until its sign-offs end. Returns the publication's id.
declare
  asks_for_passkeys boolean;
  e articles_edition;
  at timestamptz;
  starts timestamptz;
  until timestamptz;
  rulebook bigint;
  publication bigint;
begin
  select * into e from articles_edition where id = p_edition;
  if not found or p_digest is distinct from e.digest then
    perform act.refuse('publishes_exactly_this', 'another text');
  end if;
  perform from articles_article where id = e.article_id for no key update;
  perform gate.hold_the_rules();
  rulebook := (select max(version) from articles_rulebook);
  at := clock_timestamp();
  starts := coalesce(p_starts_at, at);
  if starts < at then
    perform act.refuse('not_in_the_past', 'a publication cannot start in the past');
  end if;
  if gate.refused(e.article_id) then
    perform act.refuse('no_refusal_in_force', 'a reviewer refused this article');
  end if;
  if gate.set_aside(e.id) then
    perform act.refuse('no_changes_requested', 'a reviewer requested changes to this edition');
  end if;
  until := gate.signed_until(e.id, at);
  if until is null then
    perform act.refuse('signed_by_enough_reviewers', 'the policy''s sign-offs are not all there and in force');
  end if;
  if exists (select from gate.by_policy_now(e.id, at) n where n.until is null) then
    perform act.refuse('by_the_stricter_policy', 'the policy became stricter, and its sign-offs are not all there',
      (select string_agg(n.meaning, ', ') from gate.by_policy_now(e.id, at) n where n.until is null));
  end if;
  asks_for_passkeys := gate.asks_for_passkeys(e.id, at);
  if gate.without_passkeys(e.id, at) is not null then
    perform act.refuse('by_the_stricter_policy', 'passkeys are asked for by now', gate.without_passkeys(e.id, at));
  end if;
  until := least(until, (select min(n.until) from gate.by_policy_now(e.id, at) n));
  if gate.cleared_until(e.id, at) is null then
    perform act.refuse('carries_required_disclaimers', 'a required disclaimer or a current signed statement is missing');
  end if;
  if until <= starts or gate.cleared_until(e.id, starts) is null then
    perform act.refuse('signed_when_it_starts', 'the sign-offs will have ended by then');
  end if;
  if exists (select from articles_takedown t join articles_publication p on p.article_id = t.article_id
             join articles_edition o on o.id = p.edition_id
             where t.article_id = e.article_id and t.kind = 'retracted' and p.id <= t.publication_id
               and (o.id in (e.id, e.root_id) or o.root_id = e.root_id and e.root_id > 0)) then
    perform act.refuse('retracted_for_good', 'this edition was retracted because it was wrong');
  end if;
  if not says_something(p_reason) and e.root_id > 0 and not exists (
       select from articles_fix f where f.edition_id = e.id and (
         select p.edition_id from articles_publication p where p.article_id = e.article_id order by p.id desc limit 1)
         in (f.of_id, e.id)) then
    perform act.refuse('fix_of_what_was_public_last', 'another edition than the one that it fixes was published since');
  end if;
  if not says_something(p_reason) and exists (
       select from articles_publication p join articles_edition o on o.id = p.edition_id
       where p.article_id = e.article_id and o.number > e.number) then
    perform act.refuse('no_silent_step_back', 'a newer edition was published already');
  end if;
  if not says_something(p_reason) and exists (
       select from articles_takedown t
       where t.article_id = e.article_id and gate.began(t.publication_id)
         and t.publication_id = (select max(p.id) from articles_publication p where p.article_id = e.article_id)) then
    perform act.refuse('reason_after_a_take_down', 'the page was taken down');
  end if;
  if exists (select from gate.shown(e.article_id, at) p where p.edition_id = e.id and p.ends_at >= until)
     or exists (select from gate.coming(e.article_id, at) p where p.edition_id = e.id and p.starts_at = starts) then
    perform act.refuse('something_new_to_publish', 'it is public already, for as long');
  end if;
  insert into articles_publication (article_id, edition_id, digest, starts_at, ends_at, published_by_id, published_at, rulebook)
  values (e.article_id, e.id, e.digest, starts, until, p_by, at, rulebook) returning id into publication;
  insert into reviews_basis (publication_id, sign_off_id, edition_id, digest, root_id, root_digest, on_root)
  select publication, s.id, e.id, e.digest, e.root_id, e.root_digest, s.edition_id = e.root_id
  from gate.standing_sign_offs(e.id, at) s where not asks_for_passkeys or s.assertion_id is not null;
  if e.kind = 'article' then
    insert into articles_listing (topic, starts_at, publication_id, ends_at)
    select topic, starts, publication, until from unnest(e.topics || ''::text) topic;
    insert into articles_publicaddress (slug, starts_at, publication_id, article_id)
    values (e.slug, starts, publication, e.article_id);
    insert into reviews_signedpage (reviewer_id, starts_at, publication_id, article_id)
    select distinct s.reviewer_id, starts, publication, e.article_id
    from gate.standing_sign_offs(e.id, at) s where not asks_for_passkeys or s.assertion_id is not null;
  end if;
  perform act.enter('publish', p_by, jsonb_build_object('article', e.article_id, 'edition', e.id,
    'digest', encode(e.digest, 'hex'), 'publication', publication,
    'facts', gate.facts_digest(gate.publication_facts(publication)), 'reason', nullif(trim(p_reason), ''),
    'starts_at', to_char(starts, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')));
  -- Nobody else enters anything now. Whoever did while this act waited may have suspended a signer.
  if gate.signed_until(e.id, clock_timestamp()) is null then
    perform act.refuse('signed_by_enough_reviewers', 'a signer''s credential was suspended at the same moment');
  end if;
  return publication;
end $$;

create function act.take_down(p_article bigint, p_kind text, p_by bigint, p_reason text) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, act, pg_temp as $$
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

reset role;
