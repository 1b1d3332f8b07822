-- Tiers: what a text calls for, what people chose for its article, and whether the policy became stricter since.

create function gate.tier_of(p_article bigint, p_kind text, p_slug text, p_topics text[], p_words tsvector[], p_at timestamptz)
returns bigint
language plpgsql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
-- The policy for this text of the article: what the text calls for; or what was chosen, if that is higher, or if compliance
-- chose it when the text called for the same. Null if there is none.
declare
  called_for reviews_policy;
  chosen record;
begin
  select * into called_for from reviews_policy where id = gate.policy_for(p_kind, p_slug, p_topics, p_words, p_at);
  select c.called_for, p.id, p.rank into chosen
  from (select * from reviews_chosentier c where c.article_id = p_article and c.at <= p_at order by c.id desc limit 1) c
  cross join lateral (select * from reviews_policy p where p.name = c.policy and p.kind = p_kind and p.adopted_at <= p_at
                      order by p.version desc limit 1) p;
  if found and (chosen.rank >= called_for.rank or chosen.called_for = called_for.name) then
    return chosen.id;
  end if;
  return called_for.id;
end $$;

create function gate.by_policy_now(p_edition bigint, p_at timestamptz)
returns table (policy_id bigint, meaning text, until timestamptz)
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- Of an edition whose article has another policy now than when it was submitted: each meaning that the present one asks
  -- for (of a fix its change sign-off too), and until when the fitting sign-offs that count hold by its span; null: none fits.
  -- Where passkeys are asked for now, none that was made with a secret fits. No rows if the policy is the same.
  select now.id, asked.meaning,
    (select max((s.signed_at at time zone 'UTC' + now.ends_after) at time zone 'UTC')
     from gate.standing_sign_offs(e.id, p_at) s
     where s.meaning = asked.meaning and (s.assertion_id is not null or not now.passkeys)
       and gate.fits(now.signers, s.meaning, s.qualification, s.specialties, e.topics))
  from articles_edition e
  join reviews_policy now on now.id = gate.tier_of(e.article_id, e.kind, e.slug, e.topics, e.words, p_at) and now.id <> e.policy_id,
    unnest(case e.root_id when 0 then now.requires else now.requires || 'change'::text end) asked (meaning)
  where e.id = p_edition
$$;

create function gate.asks_for_passkeys(p_edition bigint, p_at timestamptz) returns boolean
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- Whether the edition is to be signed with passkeys: by the policy when it was submitted, or by the one that its article has now.
  select exists (
    select from (select e.policy_id as before, gate.tier_of(e.article_id, e.kind, e.slug, e.topics, e.words, p_at) as now
                 from articles_edition e where e.id = p_edition offset 0) its_policy
    join reviews_policy p on p.id in (its_policy.before, its_policy.now)
    where p.passkeys)
$$;

create function gate.without_passkeys(p_edition bigint, p_at timestamptz) returns text
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- Of an edition that is to be signed with passkeys, the meanings of which no sign-off that counts was made with one. Null: there
  -- are none. Those of its own policy, which a lower tier now does not ask for, but on which its publication rests too.
  select string_agg(asked.meaning, ', ')
  from articles_edition e join reviews_policy p on p.id = e.policy_id,
    unnest(case e.root_id when 0 then p.requires else p.requires || 'change'::text end) asked (meaning)
  where e.id = p_edition and gate.asks_for_passkeys(e.id, p_at)
    and not exists (select from gate.standing_sign_offs(e.id, p_at) s where s.meaning = asked.meaning and s.assertion_id is not null)
$$;

set local role leaf_acts;

create function act.choose_tier(p_article bigint, p_policy text, p_by bigint, p_secret bytea, p_reason text) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp as $$
-- Raises the tier of an article above what applies to its draft; lowering it takes a compliance officer's signing secret.
declare
  at timestamptz;
  d jsonb;
  its_words tsvector[];
  its_topics text[];
  called_for reviews_policy;
  applies reviews_policy;
  chosen reviews_policy;
  tier bigint;
begin
  perform from articles_article where id = p_article and kind = 'article' for no key update;
  if not found then
    perform act.refuse('article_exists', 'there is no such article');
  end if;
  at := clock_timestamp();
  d := gate.draft_document(p_article);
  its_words := author_words(d);
  its_topics := texts_at(d -> 'topics', 'slug');
  select * into called_for from reviews_policy where id = gate.policy_for('article', d ->> 'slug', its_topics, its_words, at);
  select * into applies from reviews_policy where id = gate.tier_of(p_article, 'article', d ->> 'slug', its_topics, its_words, at);
  select * into chosen from reviews_policy where name = p_policy and kind = 'article' and adopted_at <= at
  order by version desc limit 1;
  if chosen.id is null or called_for.id is null then
    perform act.refuse('a_known_tier', 'there is no such tier');
  end if;
  if chosen.id = applies.id then
    perform act.refuse('another_tier', 'that tier applies already');
  end if;
  if chosen.rank < applies.rank then
    if p_secret is null or not gate.in_office(p_by, 'compliance') then
      perform act.refuse('lowered_by_compliance', 'only a compliance officer lowers a tier');
    end if;
    perform act.same_person(p_by, p_secret);
  end if;
  insert into reviews_chosentier (article_id, called_for, policy, by_id, at, reason)
  values (p_article, called_for.name, chosen.name, p_by, at, p_reason) returning id into tier;
  perform act.enter('choose tier', p_by, jsonb_build_object('article', p_article, 'tier', tier, 'policy', chosen.name,
    'instead_of', applies.name, 'reason', p_reason));
  return tier;
end $$;

reset role;
