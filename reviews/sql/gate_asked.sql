-- Asking for passkeys: who could sign then, which signatures would not count any more, and the act that adopts the policies.

create function gate.tiers(p_at timestamptz) returns setof reviews_policy
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  -- The newest version of each policy for articles.
  select distinct on (p.name) p.* from reviews_policy p where p.kind = 'article' and p.adopted_at <= p_at
  order by p.name, p.version desc
$$;

create function gate.could_sign(p_origin text, p_at timestamptz)
returns table (person_id bigint, qualification text, specialties text[], with_passkey boolean)
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- Whose credential is in force, and whether passkeys of theirs are certified for the site at this address under each name and
  -- profession that their credentials have: which of these one signs with depends on the text.
  select v.person_id, v.qualification, v.specialties, bool_and(exists (
    select from reviews_certificate c
    where c.person_id = v.person_id and c.certifies = 'reviewer' and c.origin = p_origin
      and doc(c.content) ->> 'name' = v.name and doc(c.content) ->> 'profession' = v.profession
      and gate.certificate_in_force(c.id, p_at) and gate.certificate_in_force(c.issuer_id, c.at))) over (partition by v.person_id)
  from reviews_verification v
  where p_at < v.valid_until and not exists (select from reviews_suspension u where u.credential_id = v.credential_id)
$$;

create function gate.stopped_by_passkeys(p_origin text, p_at timestamptz) returns setof reviews_policy
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- The tiers that reviewers can sign now, and could not if they had to use passkeys; all tiers, if they could sign none then.
  -- Enough are they if for any of a tier's signatures, one or several, there are at least as many people who could give one of
  -- them. Which topics they know is not asked: that is another question for each text.
  with able as materialized (select * from gate.could_sign(p_origin, p_at)),
  counted as (
    select t.id, count(distinct r.meaning) as asked, count(distinct a.person_id) as people,
      count(distinct a.person_id) filter (where a.with_passkey) as with_passkeys
    from gate.tiers(p_at) t
    cross join generate_series(1, (1 << cardinality(t.requires)) - 1) chosen
    cross join unnest(t.requires) with ordinality r (meaning, n)
    left join able a on gate.fits(t.signers, r.meaning, a.qualification, a.specialties, a.specialties)
    where chosen & (1 << (r.n::int - 1)) > 0
    group by t.id, chosen),
  judged as (
    select id, bool_and(people >= asked) as is_signed, bool_and(with_passkeys >= asked) as will_be from counted group by id)
  select p.* from judged j join reviews_policy p on p.id = j.id
  where not p.passkeys and not j.will_be and (j.is_signed or not exists (select from judged o where o.will_be))
  order by p.rank
$$;

create function gate.signed_with_secrets(p_at timestamptz)
returns table (edition_id bigint, slug text, title text, number int, names text[])
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- Editions of articles that wait to be published and rest on signatures made with a secret, and whose these are. The newest
  -- first.
  with waiting as materialized (
    select e.id, e.slug, e.title, e.number from articles_edition e
    where e.kind = 'article'
      and not exists (select from articles_publication p join articles_edition o on o.id = p.edition_id
                      where p.article_id = e.article_id and o.number >= e.number)
      and not exists (select from articles_edition n
                      where n.article_id = e.article_id and n.number > e.number and (n.root_id = 0) = (e.root_id = 0)))
  select e.id, e.slug, e.title, e.number, array_agg(s.reviewer_name order by s.id)
  from waiting e cross join lateral gate.standing_sign_offs(e.id, p_at) s
  where s.assertion_id is null and not gate.set_aside(e.id)
  group by e.id, e.slug, e.title, e.number
  order by e.id desc
$$;

create function gate.passkeys_asked_facts(p_asked bigint) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp set intervalstyle = 'iso_8601' as $$
  -- What an officer adopted: all that the policies say.
  select jsonb_build_object('asked_by', a.by_id, 'asked_at', gate.instant(a.at), 'origin', a.origin, 'reason', a.reason, 'policies', (
    select jsonb_agg(jsonb_build_object('policy', p.id, 'name', p.name, 'version', p.version, 'label', p.label, 'kind', p.kind,
      'rank', p.rank, 'slugs', to_jsonb(p.slugs), 'always', p.always, 'topics', to_jsonb(p.topics), 'words', to_jsonb(p.words),
      'all_of', to_jsonb(p.all_of), 'requires', to_jsonb(p.requires), 'signers', p.signers,
      'review_after', p.review_after::text, 'ends_after', p.ends_after::text, 'passkeys', p.passkeys,
      'adopted_at', gate.instant(p.adopted_at)) order by p.id)
    from reviews_policy p where p.asked_id = a.id))
  from reviews_passkeysasked a where a.id = p_asked
$$;

set local role leaf_acts;

create function act.ask_for_passkeys(p_origin text, p_by bigint, p_secret bytea, p_reason text) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp set timezone = 'UTC' as $$
-- One compliance officer asks that from now on each signature on an article be made with a certified passkey: each tier that
-- does not ask for that yet gets a newer version that does. No act takes it back. p_origin is the site's address, at which
-- passkeys answer.
declare
  stopped text;
  asked bigint;
begin
  perform act.may_adopt(p_by, p_secret, false, null);
  perform from cms_chain for update;  -- from here nobody enters anything, so no passkey ends meanwhile
  if not exists (select from gate.tiers(clock_timestamp()) t where not t.passkeys) then
    perform act.refuse('passkeys_are_asked_once', 'every tier asks for passkeys already');
  end if;
  select string_agg(t.label, '; ') into stopped from gate.stopped_by_passkeys(p_origin, clock_timestamp()) t;
  if stopped is not null then
    perform act.refuse('enough_have_passkeys', 'too few reviewers have a certified passkey', stopped);
  end if;
  insert into reviews_passkeysasked (by_id, origin, reason) values (p_by, p_origin, p_reason) returning id into asked;
  insert into reviews_policy (name, version, label, kind, rank, slugs, always, topics, words, all_of, requires, signers,
                              review_after, ends_after, passkeys, asked_id)
  select t.name, (select max(v.version) + 1 from reviews_policy v where v.name = t.name), t.label, t.kind, t.rank, t.slugs, t.always,
    t.topics, t.words, t.all_of, t.requires, t.signers, t.review_after, t.ends_after, true, asked
  from gate.tiers(clock_timestamp()) t where not t.passkeys order by t.id;
  perform act.enter('ask for passkeys', p_by, jsonb_build_object('asked', asked,
    'policies', (select jsonb_object_agg(p.name, p.version) from reviews_policy p where p.asked_id = asked),
    'facts', gate.facts_digest(gate.passkeys_asked_facts(asked)), 'reason', p_reason));
  return asked;
end $$;

reset role;
