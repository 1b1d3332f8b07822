-- All that the public can read. Each row is asked for anew, with the clock at that moment.

create function gate.signatures(p_edition bigint, p_at timestamptz, p_publication bigint default null) returns setof jsonb
language sql stable rows 1 begin atomic
  -- The sign-offs that count, as readers see them: a list.
  select coalesce(jsonb_agg(jsonb_build_object('name', reviewer_name, 'profession', profession, 'meaning', meaning,
    'interests', interests, 'signed_at', signed_at, 'review_due_at', review_due_at, 'ends_at', ends_at) order by signed_at, id), '[]')
  from gate.counting_sign_offs(p_edition, p_at, p_publication) s;
end;

create function gate.statement(p_slug text, p_at timestamptz) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp set timezone = 'UTC' as $$
  -- What is shown for a statement at this instant: its current signed edition, or its fallback's. Null if neither is.
  select jsonb_build_object('asked', p_slug, 'slug', e.slug, 'title', e.title, 'short', e.summary, 'html', e.html,
    'contacts', doc(e.content) -> 'contacts', 'references', doc(e.content) -> 'references', 'number', e.number,
    'digest', encode(e.digest, 'hex'), 'sign_offs', signatures.given,
    'checked_at', (select max(one ->> 'signed_at') from jsonb_array_elements(signatures.given) as each (one)))
  from gate.current_statement(p_slug, p_at) p
  join articles_edition e on e.id = p.edition_id and e.digest = p.digest
  cross join lateral gate.signatures(e.id, p_at, p.id) signatures (given)
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

create function gate.shown_article(p_slug text, p_at timestamptz) returns setof articles_publication
language sql stable rows 1 begin atomic
  -- The publication that this address shows.
  select p.* from articles_address a
  cross join lateral gate.shown(a.article_id, p_at) p
  join articles_edition e on e.id = p.edition_id and e.digest = p.digest and e.article_id = p.article_id and e.slug = a.slug
    and e.kind = 'article'
  where a.slug = p_slug;
end;

create function gate.condition(p_edition bigint, p_publication bigint, p_at timestamptz) returns setof text
language sql stable rows 1 begin atomic
  -- All that decides how the publication looks now: its sign-offs, whether its review is due, and which publications of
  -- its statements, with which sign-offs. While this stays the same, so does every byte of the page.
  -- Digests and instants stand beside the numbers: after a restore a number may come again for something else.
  select concat_ws(' ', p_publication, encode(e.digest, 'hex'),
    (select string_agg(concat_ws('@', s.id, s.signed_at), ',' order by s.id)
     from gate.counting_sign_offs(e.id, p_at, p_publication) s),
    (select case when min(due) <= p_at then 'due' end from (
       select max(s.review_due_at) as due from gate.counting_sign_offs(e.id, p_at, p_publication) s group by s.meaning) by_meaning),
    (select string_agg(concat_ws(':', needed.slug, c.id, encode(c.digest, 'hex'),
              (select string_agg(concat_ws('@', s.id, s.signed_at), ',' order by s.id)
               from gate.counting_sign_offs(c.edition_id, p_at, c.id) s)), ' ' order by needed.slug)
     from unnest(e.statements) needed (slug) left join lateral gate.current_statement(needed.slug, p_at) c on true))
  from articles_edition e where e.id = p_edition;
end;

create function live.condition(p_slug text) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
-- The condition of the article that this address shows now; null if it shows none.
declare
  at timestamptz := clock_timestamp();
begin
  return (select c.condition from gate.shown_article(p_slug, at) p
          cross join lateral gate.condition(p.edition_id, p.id, at) c (condition));
end $$;

create function live.page(p_slug text)
returns table (id bigint, article_id bigint, title text, summary text, number int, topics text[], digest bytea, content bytea,
               document jsonb, starts_at timestamptz, first_published_at timestamptz, sign_offs jsonb, statements jsonb,
               condition text)
language plpgsql stable security definer set search_path = pg_catalog, public, gate, pg_temp set timezone = 'UTC' as $$
-- The article that this address shows now, with all that its page needs; no row if it shows none.
declare
  at timestamptz := clock_timestamp();
begin
  return query
  select p.id, p.article_id, e.title, e.summary, e.number, e.topics, e.digest, e.content, doc(e.content), p.starts_at,
         (select min(x.starts_at) from articles_publication x where x.article_id = p.article_id and gate.began(x.id)),
         signatures.given, gate.statements(e.statements, at), c.condition
  from gate.shown_article(p_slug, at) p
  join articles_edition e on e.id = p.edition_id
  cross join lateral gate.signatures(e.id, at, p.id) signatures (given)
  cross join lateral gate.condition(e.id, p.id, at) c (condition);
end $$;

create view live.article with (security_barrier) as
select p.id, p.article_id, a.slug, p.title, p.summary, p.number, p.topics, p.digest, p.content, p.document, p.starts_at,
       p.first_published_at, p.sign_offs, p.statements, p.condition
from articles_address a cross join lateral live.page(a.slug) p;

create function live.newest(p_topic text, p_before timestamptz, p_before_id bigint, p_limit int)
returns table (id bigint, article_id bigint, slug text, title text, summary text, topics jsonb, starts_at timestamptz,
               sign_offs jsonb)
language plpgsql stable security definer set search_path = pg_catalog, public, gate, pg_temp set timezone = 'UTC' as $$
-- The newest p_limit articles on a topic ('': on any), from those that started before the given publication (nulls: from
-- the newest). Walks the listing and asks for each row whether it is shown, so that the cost is that of the rows asked for,
-- not of all there are.
declare
  at timestamptz := clock_timestamp();
  found_so_far int := 0;
  p record;
begin
  if p_limit < 1 then
    return;
  end if;
  for p in
    select s.id, s.article_id, s.starts_at, s.edition_id
    from articles_listing l
    join articles_publication x on x.id = l.publication_id
    cross join lateral gate.shown(x.article_id, at) s
    where l.topic = p_topic and l.starts_at <= at and at < l.ends_at
      and (l.starts_at, l.publication_id) < (coalesce(p_before, 'infinity'), coalesce(p_before_id, 0))
      and s.id = x.id
    order by l.starts_at desc, l.publication_id desc
  loop
    return query
    select p.id, p.article_id, e.slug, e.title, e.summary, e.named_topics, p.starts_at, signatures.given
    from articles_edition e cross join lateral gate.signatures(e.id, at, p.id) signatures (given)
    where e.id = p.edition_id and e.article_id = p.article_id and e.kind = 'article'
      and (p_topic = '' or p_topic = any (e.topics));
    if found then
      found_so_far := found_so_far + 1;
      exit when found_so_far >= p_limit;
    end if;
  end loop;
end $$;

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

create function live.crisis_help() returns jsonb
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  select gate.statement('crisis-help', clock_timestamp())
$$;

create view live.help with (security_barrier) as
select live.crisis_help() as statement;

create function live.where_it_went(p_slug text)
returns table (fate text, moved_to text, statement jsonb, help jsonb, related jsonb)
language plpgsql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
-- Of an address that was public and does not show its article now: why, in signed words, and where to go from here.
declare
  at timestamptz := clock_timestamp();
begin
  return query
  select f.fate, moved.slug,
         gate.statement('notice-' || case f.fate when 'waiting' then 'revoked' else replace(f.fate, ' ', '-') end, at),
         gate.statement('crisis-help', at),
         (select coalesce(jsonb_agg(jsonb_build_object('slug', r.slug, 'title', r.title)), '[]')
          from (select distinct o.starts_at, o.id, o.slug, o.title from unnest(was.topics) topic, live.newest(topic, null, null, 6) o
                where o.article_id <> a.article_id order by o.starts_at desc, o.id desc limit 5) r)
  from articles_address a
  join lateral (select e.topics from articles_publication p join articles_edition e on e.id = p.edition_id
                where p.article_id = a.article_id and e.kind = 'article' and gate.began(p.id)
                order by p.id desc limit 1) was on true
  join lateral (select gate.fate(a.article_id, at) as fate) f on true
  left join lateral (select e.slug from gate.shown(a.article_id, at) p
                     join articles_edition e on e.id = p.edition_id) moved on true
  where a.slug = p_slug
    and exists (select from articles_publication p join articles_edition e on e.id = p.edition_id
                where p.article_id = a.article_id and e.slug = a.slug and gate.began(p.id))
    and moved.slug is distinct from a.slug;
end $$;

create view live.notice with (security_barrier) as
select a.slug, w.fate, w.moved_to, w.statement, w.help, w.related
from articles_address a cross join lateral live.where_it_went(a.slug) w;
