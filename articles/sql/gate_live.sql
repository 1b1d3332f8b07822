-- All that the public can read. Each row is asked for anew, with the clock at that moment.

create function gate.signatures(p_edition bigint, p_at timestamptz, p_publication bigint default null) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp set timezone = 'UTC' as $$
  select coalesce(jsonb_agg(jsonb_build_object('name', reviewer_name, 'profession', profession, 'meaning', meaning,
    'interests', interests, 'signed_at', signed_at, 'review_due_at', review_due_at, 'ends_at', ends_at) order by signed_at, id), '[]')
  from gate.standing_sign_offs(p_edition, p_at) s
  -- Of a publication only those that it rests on: what a later signer declares was published by nobody.
  where p_publication is null
     or exists (select from reviews_basis b where b.publication_id = p_publication and b.sign_off_id = s.id)
$$;

create function gate.statement(p_slug text, p_at timestamptz) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp set timezone = 'UTC' as $$
  -- What is shown for a statement at this instant: its current signed edition, or its fallback's. Null if neither is.
  select jsonb_build_object('asked', p_slug, 'slug', e.slug, 'title', e.title, 'short', e.summary, 'html', e.html,
    'contacts', doc(e.content) -> 'contacts', 'references', doc(e.content) -> 'references', 'number', e.number,
    'digest', encode(e.digest, 'hex'), 'sign_offs', signatures.given,
    'checked_at', (select max(one ->> 'signed_at') from jsonb_array_elements(signatures.given) as each (one)))
  from articles_edition e
  cross join lateral gate.shown(e.article_id, p_at) p
  cross join lateral (select gate.signatures(e.id, p_at, p.id) as given) signatures
  where e.id = gate.current_statement(p_slug, p_at)
$$;

create function gate.statements(p_slugs text[], p_at timestamptz) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  select coalesce(jsonb_object_agg(slug, gate.statement(slug, p_at)), '{}') from unnest(p_slugs) slug
$$;

create function gate.began(p_publication bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- Whether readers saw it: at its start nothing that somebody did stood in its way.
  select exists (
    select from articles_publication p
    where p.id = p_publication and p.starts_at <= clock_timestamp()
      and not exists (select from articles_publication n
                      where n.article_id = p.article_id and n.id > p.id and n.starts_at <= p.starts_at)
      and not exists (select from articles_takedown t
                      where t.article_id = p.article_id and t.publication_id >= p.id and t.at <= p.starts_at)
      and not gate.signature_lost(p.id, p.starts_at) and not gate.refused(p.article_id, p.starts_at))
$$;

create view live.article with (security_barrier) as
select p.id, p.article_id, e.slug, e.title, e.summary, e.number, e.topics, e.digest, e.content,
       doc(e.content) as document, p.starts_at,
       (select min(x.starts_at) from articles_publication x where x.article_id = p.article_id and gate.began(x.id))
         as first_published_at,
       gate.signatures(e.id, clock_timestamp(), p.id) as sign_offs,
       gate.statements(e.statements, clock_timestamp()) as statements
from articles_address a
cross join lateral gate.shown(a.article_id, clock_timestamp()) p
join articles_edition e on e.id = p.edition_id and e.digest = p.digest and e.article_id = p.article_id and e.slug = a.slug
where e.kind = 'article';

create function live.newest(p_topics text[], p_before timestamptz, p_before_id bigint, p_limit int)
returns table (id bigint, article_id bigint, slug text, title text, summary text, topics jsonb, starts_at timestamptz,
               sign_offs jsonb)
language plpgsql stable security definer set search_path = pg_catalog, public, gate, pg_temp set timezone = 'UTC' as $$
-- The newest p_limit articles on any of the topics (null: on whatever), from those that started before the given
-- publication (nulls: from the newest). Walks publications by their start and asks for each whether it is shown, so that
-- the cost is that of the rows asked for, not of all there are.
declare
  found_so_far int := 0;
  p record;
begin
  if p_limit < 1 then
    return;
  end if;
  for p in
    select x.id, x.article_id, x.starts_at, e.id as edition_id, e.slug, e.title, e.summary, e.content
    from articles_publication x
    join articles_edition e on e.id = x.edition_id and e.digest = x.digest and e.article_id = x.article_id
    where (x.starts_at, x.id) < (coalesce(p_before, 'infinity'), coalesce(p_before_id, 0))
      and x.starts_at <= clock_timestamp()
      and e.kind = 'article' and (p_topics is null or e.topics && p_topics)
      and not exists (select from articles_publication n where n.article_id = x.article_id and n.id > x.id
                        and n.starts_at <= clock_timestamp())
    order by x.starts_at desc, x.id desc
  loop
    continue when not exists (select from gate.shown(p.article_id, clock_timestamp()) s where s.id = p.id);
    return query select p.id, p.article_id, p.slug, p.title, p.summary, doc(p.content) -> 'topics', p.starts_at,
                        gate.signatures(p.edition_id, clock_timestamp(), p.id);
    found_so_far := found_so_far + 1;
    exit when found_so_far >= p_limit;
  end loop;
end $$;

create view live.help with (security_barrier) as
select gate.statement('crisis-help', clock_timestamp()) as statement;

create function gate.fate(p_article bigint, p_at timestamptz) returns text
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- Why the article's newest started publication is not shown: by an editor's act, because a signature is lost, because
  -- the signatures ended, or though they all stand ("waiting": a refusal is in force, or a statement has no current
  -- edition). Null if none ever started.
  select case
    when t.kind is not null then t.kind
    when gate.signature_lost(p.id) then 'revoked'
    when p.ends_at <= p_at or gate.signed_until(p.edition_id, p_at, p.id) is null then 'ended'
    else 'waiting' end
  from articles_publication p
  left join lateral (select kind from articles_takedown t where t.article_id = p.article_id and t.publication_id >= p.id
                     order by t.id desc limit 1) t on true
  where p.article_id = p_article and p.starts_at <= p_at
  order by p.id desc limit 1
$$;

create view live.notice with (security_barrier) as
-- An address that was public and does not show its article now: why, in signed words, and where to go from here.
select a.slug, f.fate, moved.slug as moved_to,
       gate.statement('notice-' || case f.fate when 'waiting' then 'revoked' else replace(f.fate, ' ', '-') end,
                      clock_timestamp()) as statement,
       gate.statement('crisis-help', clock_timestamp()) as help,
       (select coalesce(jsonb_agg(jsonb_build_object('slug', r.slug, 'title', r.title)), '[]')
        from (select o.slug, o.title from live.newest(was.topics, null, null, 6) o where o.article_id <> a.article_id
              limit 5) r) as related
from articles_address a
join lateral (select e.topics from articles_publication p join articles_edition e on e.id = p.edition_id
              where p.article_id = a.article_id and e.kind = 'article' and gate.began(p.id)
              order by p.id desc limit 1) was on true
join lateral (select gate.fate(a.article_id, clock_timestamp()) as fate) f on true
left join lateral (select e.slug from gate.shown(a.article_id, clock_timestamp()) p
                   join articles_edition e on e.id = p.edition_id) moved on true
where exists (select from articles_publication p join articles_edition e on e.id = p.edition_id
              where p.article_id = a.article_id and e.slug = a.slug and gate.began(p.id))
  and moved.slug is distinct from a.slug;
