-- What stood, at an instant that is past: whether readers ever saw a publication. What stands is in gate_cleared.sql.

create function gate.stood(p_article bigint, p_at timestamptz) returns setof articles_publication
language sql stable rows 1 begin atomic
  -- What gate.standing() said at p_at: whatever was lost, refused or taken down later had not happened.
  select p.*
  from gate.newest_started(p_article, p_at) p
  where p_at < p.ends_at
    and not exists (select from articles_takedown t where t.article_id = p.article_id and t.publication_id >= p.id and t.at <= p_at)
    and not exists (select from gate.verdicts(p.article_id, p_at) v where v.kind = 'refused' or v.edition_id = p.edition_id
                      or v.edition_id = (select e.root_id from articles_edition e where e.id = p.edition_id))
    and not exists (select from reviews_basis b join reviews_signoff s on s.id = b.sign_off_id,
                      gate.losses(s.id, s.credential_id, p_at)
                    where b.publication_id = p.id)
    and (select min(case b.root_id when 0 then s.requires else s.requires || 'change'::text end)
           <@ array_agg(s.meaning) filter (where p_at < s.ends_at and exists (
           select from reviews_verification n
           where n.credential_id = s.credential_id and n.verified_at <= p_at and p_at < n.valid_until + interval '720 hours'))
         from reviews_basis b join reviews_signoff s on s.id = b.sign_off_id where b.publication_id = p.id);
end;

create function gate.stood_statements(p_slugs text[], p_at timestamptz) returns setof text
language sql stable rows 5 begin atomic
  -- Those of these statements of which an edition could be shown at p_at, its own or its fallback's.
  select w.slug
  from unnest(p_slugs) w (slug)
  where exists (
    select from articles_address a, gate.stood(a.article_id, p_at) p, articles_edition e
    where a.slug in (w.slug, (select n.fallback from articles_statement n where n.slug = w.slug and n.adopted_at <= p_at
                              order by n.version desc limit 1))
      and e.id = p.edition_id and e.digest = p.digest and e.slug = a.slug and e.kind = 'statement'
      and (p_at < greatest((select max(s.signed_at) from reviews_basis b join reviews_signoff s on s.id = b.sign_off_id
                            where b.publication_id = p.id and p_at < s.ends_at),
                           (select max(c.at) from reviews_recheck c where c.edition_id = e.id and c.at <= p_at))
         + (select r.max_age from articles_statement r where r.slug = a.slug and r.adopted_at <= p_at
            order by r.version desc limit 1)) is not false);
end;

create function gate.was_shown(p_publication bigint, p_at timestamptz) returns boolean
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- Whether readers saw the publication at p_at, which is past. One that was made at that instant was asked for all then.
  select exists (
    select from articles_publication x, gate.stood(x.article_id, p_at) p, articles_edition e
    where x.id = p_publication and p.id = x.id and e.id = p.edition_id
      and not exists (select from gate.lacking(e.id, p_at, p.rulebook, p.published_at,
        case p_at when p.published_at then e.statements else array(select gate.stood_statements(e.statements, p_at)) end)))
$$;

create function gate.its_time(p_publication bigint) returns table (starts_at timestamptz, until timestamptz)
language sql stable rows 1 begin atomic
  -- When it was the article's newest that had started, not ended and not taken down: at no other instant could readers see it.
  -- No row if there was no such time up to now. Times of one article's publications do not overlap.
  select p.starts_at, w.until
  from articles_publication p
  cross join lateral (
    select least(p.ends_at, clock_timestamp(),
                 (select min(n.starts_at) from articles_publication n where n.article_id = p.article_id and n.id > p.id),
                 (select min(t.at) from articles_takedown t where t.article_id = p.article_id and t.publication_id >= p.id)) as until) w
  where p.id = p_publication and p.starts_at < w.until;
end;

create function gate.mended(p_publication bigint) returns table (at timestamptz)
language sql stable rows 50 begin atomic
  -- The instants at which something that stood in its way could be mended: a refusal of it or of a statement is lifted, a
  -- statement published or checked again, or shown for longer by its rule, a credential verified again. No rule takes back
  -- what another asked.
  with p as (select x.article_id, x.edition_id from articles_publication x where x.id = p_publication),
  of as (
    select p.article_id from p
    union all
    select a.article_id from p join articles_edition e on e.id = p.edition_id, unnest(e.statements) needed (slug), articles_address a
    where a.slug = needed.slug or a.slug in (select f.fallback from articles_statement f where f.slug = needed.slug))
  select n.starts_at from articles_publication n where n.article_id in (select article_id from of)
  union
  select l.at from reviews_verdict v join reviews_lift l on l.verdict_id = v.id where v.article_id in (select article_id from of)
  union
  select c.at from reviews_recheck c where c.article_id in (select article_id from of)
  union
  select v.verified_at from articles_publication n
  join reviews_basis b on b.publication_id = n.id
  join reviews_signoff s on s.id = b.sign_off_id
  join reviews_verification v on v.credential_id = s.credential_id
  where n.article_id in (select article_id from of)
  union
  select f.adopted_at from articles_statement f;
end;

create function gate.began(p_publication bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- Whether readers ever saw it: at its start; or, where something stood in its way then, when that was mended. Looks at no
  -- instant outside its time, so that many publications of one article that were never shown cost little more than one.
  select exists (
    select from gate.its_time(p_publication) its
    where gate.was_shown(p_publication, its.starts_at)
      or exists (select from gate.mended(p_publication) mended
                 where mended.at > its.starts_at and mended.at < its.until and gate.was_shown(p_publication, mended.at)))
$$;
