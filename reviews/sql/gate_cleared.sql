-- The one decision: may this edition stand before readers at this instant? Asked by publish() and by every read.

create function gate.policy_for(p_kind text, p_slug text, p_topics text[], p_words tsvector[], p_at timestamptz) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select id from (select distinct on (name) * from reviews_policy where adopted_at <= p_at order by name, version desc) p
  where p.kind = p_kind and (p.always or p_slug = any (p.slugs) or p.topics && p_topics or asks(p_words, p.query))
  order by rank desc, id limit 1
$$;

create function gate.standing_sign_offs(p_edition bigint, p_at timestamptz) returns setof reviews_signoff
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  -- Not ended, not revoked, by no contributor, and with a credential that is not suspended and lapsed 30 days ago at most.
  select s.* from reviews_signoff s join articles_edition e on e.id = s.edition_id and e.digest = s.digest
  where s.edition_id = p_edition and s.signed_at <= p_at and p_at < s.ends_at
    and not s.reviewer_id = any (e.contributors)
    and not exists (select from reviews_revocation r where r.sign_off_id = s.id)
    and not exists (select from reviews_suspension u where u.credential_id = s.credential_id)
    and exists (select from reviews_verification v
                where v.credential_id = s.credential_id and p_at < v.valid_until + interval '720 hours')
$$;

create function gate.set_aside(p_edition bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  -- Whether changes to this edition were requested, or it was refused and nobody lifted that.
  select exists (select from reviews_verdict v where v.edition_id = p_edition
                   and not exists (select from reviews_lift l where l.verdict_id = v.id))
$$;

create function gate.refused(p_article bigint, p_at timestamptz default 'infinity') returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  -- Whether a refusal of the article was in force at p_at; if not said: is in force.
  select exists (select from reviews_verdict v where v.article_id = p_article and v.kind = 'refused' and v.at <= p_at
                   and not exists (select from reviews_lift l where l.verdict_id = v.id and l.at <= p_at))
$$;

create function gate.signature_lost(p_publication bigint, p_at timestamptz default 'infinity') returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  -- Whether a sign-off that the publication rests on was revoked, or its credential suspended, up to p_at (ever, if not said:
  -- a clock that jumps back must not undo it).
  select exists (select from reviews_basis b join reviews_signoff s on s.id = b.sign_off_id
                 where b.publication_id = p_publication
                   and (exists (select from reviews_revocation r where r.sign_off_id = s.id and r.at <= p_at)
                        or exists (select from reviews_suspension u where u.credential_id = s.credential_id and u.at <= p_at)))
$$;

create function gate.signed_until(p_edition bigint, p_at timestamptz, p_publication bigint default null) returns timestamptz
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- The instant until which the standing sign-offs are enough for the policy; null if they are not. Of a publication only
  -- those count that it rests on, and none once one of them is lost.
  select case when bool_and(best.until is not null) and not gate.signature_lost(p_publication) then min(best.until) end
  from articles_edition e join reviews_policy p on p.id = e.policy_id, unnest(p.requires) as asked (meaning),
    lateral (select max(s.ends_at) as until from gate.standing_sign_offs(e.id, p_at) s
             where s.meaning = asked.meaning
               and (p_publication is null or exists (select from reviews_basis b
                                                     where b.publication_id = p_publication and b.sign_off_id = s.id))) best
  where e.id = p_edition
$$;

create function gate.review_due_at(p_edition bigint, p_at timestamptz, p_publication bigint) returns timestamptz
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- When the review of a publication falls due: for each meaning the latest of the sign-offs that it rests on, and of those
  -- the first.
  select min(due) from (
    select max(s.review_due_at) as due from gate.standing_sign_offs(p_edition, p_at) s
    join reviews_basis b on b.sign_off_id = s.id and b.publication_id = p_publication
    group by s.meaning) by_meaning
$$;

create function gate.current_statement(p_slug text, p_at timestamptz, p_falls_back boolean default true) returns bigint
language plpgsql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
-- The edition of this statement that is shown at this instant, or of its fallback; null if there is none. A fallback has
-- none of its own: two that named each other would never end.
declare
  found_edition bigint;
  other text;
begin
  select e.id into found_edition
  from articles_address a
  cross join lateral gate.shown(a.article_id, p_at) p
  join articles_edition e on e.id = p.edition_id and e.digest = p.digest and e.slug = a.slug and e.kind = 'statement'
  where a.slug = p_slug;
  if found_edition is null and p_falls_back then
    select fallback into other from articles_statement where slug = p_slug and adopted_at <= p_at order by version desc limit 1;
    if other is not null then
      return gate.current_statement(other, p_at, false);
    end if;
  end if;
  return found_edition;
end $$;

create function gate.cleared_until(p_edition bigint, p_at timestamptz, p_publication bigint default null) returns timestamptz
language sql stable security definer cost 10000 set search_path = pg_catalog, public, gate, pg_temp as $$
  -- The instant until which the edition, or this publication of it, is cleared, if nothing happens meanwhile; null: it is
  -- not cleared at p_at.
  select gate.signed_until(e.id, p_at, p_publication)
  from articles_edition e
  where e.id = p_edition
    and not gate.set_aside(e.id)
    and not gate.refused(e.article_id)
    and (e.kind = 'statement' or (
      not exists (select from gate.required_disclaimers(e.words, e.topics, e.flags, e.designs, p_at) d
                  where d.binding_at <= p_at and not d.code || '.' || d.version = any (e.disclaimers))
      and not exists (select from gate.required_statements(e.words, e.topics, e.flags, e.designs, p_at) s
                      where s.binding_at <= p_at and not s.slug = any (e.statements))
      and not exists (select from unnest(e.statements) needed where gate.current_statement(needed, p_at) is null)))
$$;

create function gate.shown(p_article bigint, p_at timestamptz) returns setof articles_publication
language sql stable security definer rows 1 set search_path = pg_catalog, public, gate, pg_temp as $$
  -- The publication that readers see at this instant: the article's newest that has started, unless it has ended, was
  -- taken down or is not cleared by what it rests on. An older one never comes back by itself.
  select p.*
  from (select * from articles_publication x where x.article_id = p_article and x.starts_at <= p_at
        order by x.id desc limit 1) p
  where p_at < p.ends_at
    and not exists (select from articles_takedown t where t.article_id = p.article_id and t.publication_id >= p.id)
    and gate.cleared_until(p.edition_id, p_at, p.id) is not null
$$;

create function gate.coming(p_article bigint, p_at timestamptz) returns setof articles_publication
language sql stable security definer rows 1 set search_path = pg_catalog, public, gate, pg_temp as $$
  -- The newest publication that will start, if nothing stops it until then.
  select p.*
  from articles_publication p
  where p.article_id = p_article and p.starts_at > p_at
    and not exists (select from articles_publication n
                    where n.article_id = p_article and n.id > p.id and n.starts_at <= p_at)
    and not exists (select from articles_takedown t where t.article_id = p_article and t.publication_id >= p.id)
    and gate.cleared_until(p.edition_id, p.starts_at, p.id) is not null
  order by p.id desc limit 1
$$;
