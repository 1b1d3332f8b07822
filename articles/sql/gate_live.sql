-- What the public can read of articles, statements and notices: each call asks the gate anew, with the clock at that moment.
--
-- The public asks functions alone, which say nothing of how they found their answer: of a view or of a function that is
-- written into the query, EXPLAIN shows how many rows it left out. And their plans are made without regard to the address
-- that is asked for: debug_print_plan shows them, with what the planner expects of it.

create function gate.signatures(p_edition bigint, p_at timestamptz, p_publication bigint default null) returns setof jsonb
language sql stable rows 1 begin atomic
  -- The sign-offs that count, as readers see them: a list.
  select coalesce(jsonb_agg(jsonb_build_object('reviewer', s.reviewer_id, 'name', s.reviewer_name, 'profession', s.profession, 'meaning', s.meaning,
    'interests', s.interests, 'signed_at', s.signed_at, 'review_due_at', s.review_due_at, 'ends_at', s.ends_at)
    order by s.signed_at, s.id), '[]')
  from gate.sign_offs(p_edition, p_at, p_publication) c join reviews_signoff s on s.id = c.id
  where c.counts;
end;

create function gate.statement(p_slug text, p_at timestamptz) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp set timezone = 'UTC' as $$
  -- What is shown for a statement at this instant: its current signed edition, or its fallback's. Null if neither is.
  -- Of its contacts those rows that no editor hid. `ends_at`: when it is too old to be shown; null: never.
  select jsonb_build_object('asked', p_slug, 'slug', e.slug, 'title', e.title, 'short', e.summary, 'html', e.html,
    'contacts', (
      select coalesce(jsonb_agg(contact order by n), '[]')
      from jsonb_array_elements(doc(e.content) -> 'contacts') with ordinality row_of (contact, n)
      where not exists (select from articles_hiddenrow h where h.edition_id = e.id and h.contact = n)),
    'references', doc(e.content) -> 'references', 'number', e.number,
    'digest', encode(e.digest, 'hex'), 'sign_offs', signatures.given, 'checked_at', c.checked_at, 'ends_at', c.ends_at)
  from gate.current_statements(array[p_slug], p_at) c
  join articles_edition e on e.id = c.edition_id and e.digest = c.digest
  cross join lateral gate.signatures(e.id, p_at, c.publication_id) signatures (given)
$$;

create function gate.statements(p_slugs text[], p_at timestamptz) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  select coalesce(jsonb_object_agg(slug, gate.statement(slug, p_at)), '{}') from unnest(p_slugs) slug
$$;

create function gate.condition_at(p_slug text, p_at timestamptz) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, gate, pg_temp
set plan_cache_mode = force_generic_plan as $$
-- The condition of the article that this address shows at this instant; null if it shows none.
begin
  return (
    select p.condition from gate.article_at(p_slug, p_at) a
    cross join lateral gate.shown(a.article_id, p_at) p
    join articles_edition e on e.id = p.edition_id and e.digest = p.digest and e.slug = p_slug and e.kind = 'article');
end $$;

create type live.article as (
  id bigint, article_id bigint, slug text, title text, summary text, number int, topics text[], digest bytea, content bytea,
  document jsonb, starts_at timestamptz, first_published_at timestamptz, due_by_rule timestamptz, sign_offs jsonb,
  statements jsonb, notices jsonb, condition text);

create function live.page(p_slug text) returns setof live.article
language plpgsql stable security definer set search_path = pg_catalog, public, gate, pg_temp set timezone = 'UTC'
set plan_cache_mode = force_generic_plan as $$
-- The article that this address shows now, with all that its page needs; no row if it shows none.
declare
  at timestamptz := clock_timestamp();
begin
  return query
  select p.id, p.article_id, e.slug, e.title, e.summary, e.number, e.topics, e.digest, e.content, doc(e.content), p.starts_at,
         (select x.starts_at
          from (select o.id, o.starts_at from articles_publication o
                where o.article_id = p.article_id and o.starts_at <= at order by o.starts_at offset 0) x
          where x.id = p.id or gate.began(x.id) order by x.starts_at limit 1),
         gate.due_by_rule(e.id, at), signatures.given, gate.statements(e.statements, at),
         gate.notices_of(p.article_id, e.topics, at), p.condition
  from gate.article_at(p_slug, at) a
  cross join lateral gate.shown(a.article_id, at) p
  join articles_edition e on e.id = p.edition_id and e.digest = p.digest and e.slug = p_slug and e.kind = 'article'
  cross join lateral gate.signatures(e.id, at, p.id) signatures (given);
end $$;

create function live.pages() returns setof live.article
language sql stable security definer set search_path = pg_catalog, public, live, pg_temp as $$
  -- Every article that is shown now, each at its address: for whoever compares or keeps them all. No page asks this.
  select p.* from (select distinct slug from articles_publicaddress) a cross join lateral live.page(a.slug) p
$$;

create function gate.patience() returns int
language sql immutable set search_path = pg_catalog, pg_temp as $$
  -- After how many publications that are not shown, each the newest of its article, a list stops looking. Each costs about as
  -- much as one that is shown; those that another followed cost little, and are not counted.
  select 500
$$;

create function live.newest(p_topic text, p_before timestamptz, p_before_id bigint, p_limit int)
returns table (id bigint, article_id bigint, slug text, title text, summary text, topics jsonb, starts_at timestamptz,
               sign_offs jsonb)
language plpgsql stable security definer set search_path = pg_catalog, public, gate, pg_temp set timezone = 'UTC'
set plan_cache_mode = force_generic_plan as $$
-- The newest p_limit articles on a topic ('': on any), from those that started before the given publication (nulls: from
-- the newest). Walks the listing and asks for each row whether it is shown, so that the cost is that of the rows asked for,
-- not of all there are. Where very many are not shown it stops: the last row then has nothing but the publication after which
-- to go on, one that readers once saw.
declare
  at timestamptz := clock_timestamp();
  not_shown int := 0;
  current text[] := array(select c.asked from gate.current_statements(array(select distinct n.slug from articles_statement n), at) c);
  left_over int := p_limit;
  article bigint;
  l record;
begin
  -- Where each article needs a statement that cannot be shown there is nothing to walk for: so many sets of statements are few.
  if p_limit < 1 or not exists (
    with recursive sets (statements) as (
      (select e.statements from articles_edition e where e.kind = 'article' order by e.statements limit 1)
      union all
      select (select e.statements from articles_edition e where e.kind = 'article' and e.statements > s.statements
              order by e.statements limit 1)
      from sets s where s.statements is not null)
    select from sets s where s.statements <@ current) then
    return;
  end if;
  for l in
    select i.publication_id, i.starts_at from articles_listing i
    where i.topic = p_topic and i.starts_at <= at and at < i.ends_at
      and (i.starts_at, i.publication_id) < (coalesce(p_before, 'infinity'), coalesce(p_before_id, 0))
    order by i.starts_at desc, i.publication_id desc
  loop
    select x.article_id into article from articles_publication x where x.id = l.publication_id;
    continue when l.publication_id is distinct from (select n.id from gate.newest_started(article, at) n);
    return query
    select p.id, p.article_id, e.slug, e.title, e.summary, e.named_topics, p.starts_at, signatures.given
    from gate.standing(article, at) p
    join articles_edition e on e.id = p.edition_id and e.digest = p.digest and e.article_id = p.article_id and e.kind = 'article'
    cross join lateral gate.signatures(e.id, at, p.id) signatures (given)
    where (p_topic = '' or p_topic = any (e.topics))
      and not exists (select from gate.lacking(e.id, at, p.rulebook, p.published_at, current));
    if found then
      left_over := left_over - 1;
      exit when left_over = 0;
      continue;
    end if;
    not_shown := not_shown + 1;
    if not_shown >= gate.patience() and gate.began(l.publication_id) then
      return query select l.publication_id, null::bigint, null, null, null, null::jsonb, l.starts_at, null::jsonb;
      return;
    end if;
  end loop;
end $$;

create function gate.fate(p_article bigint, p_at timestamptz) returns text
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- Why the article's newest started publication is not shown: by an editor's act, because a signature is lost, because
  -- the signatures ended, or though they all stand ("waiting": a verdict is in force, a statement that it needs cannot be
  -- shown, or it lacks what a newer rule asks for). Null if none ever started.
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

create function live.notices() returns jsonb
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- Every safety notice in force, the newest first, each with what it touches.
  select coalesce(jsonb_agg(gate.notice(n.id) order by n.id desc), '[]') from gate.notices_in_force(clock_timestamp()) n
$$;

create function live.elsewhere(p_slug text) returns table (fate text, moved_to text, statement jsonb, related jsonb)
language plpgsql stable security definer set search_path = pg_catalog, public, gate, pg_temp
set plan_cache_mode = force_generic_plan as $$
-- Of an address that was public and does not show its article now: why, in signed words, and where to go from here.
declare
  at timestamptz := clock_timestamp();
begin
  return query
  select f.fate, moved.slug,
         gate.statement('notice-' || case f.fate when 'waiting' then 'revoked' else replace(f.fate, ' ', '-') end, at),
         (select coalesce(jsonb_agg(jsonb_build_object('slug', r.slug, 'title', r.title)), '[]')
          from (select distinct o.starts_at, o.id, o.slug, o.title from unnest(was.topics) topic, live.newest(topic, null, null, 6) o
                where o.slug is not null and o.article_id <> a.article_id order by o.starts_at desc, o.id desc limit 5) r)
  from gate.article_at(p_slug, at) a
  join lateral (select e.topics from articles_publication p join articles_edition e on e.id = p.edition_id
                where p.article_id = a.article_id and p.starts_at <= at and e.kind = 'article' and gate.began(p.id)
                order by p.id desc limit 1) was on true
  join lateral (select gate.fate(a.article_id, at) as fate) f on true
  left join lateral (select e.slug from gate.shown(a.article_id, at) p
                     join articles_edition e on e.id = p.edition_id) moved on true
  where moved.slug is distinct from p_slug
    and exists (select from articles_publication p join articles_edition e on e.id = p.edition_id
                where p.article_id = a.article_id and p.starts_at <= at and e.slug = p_slug and gate.began(p.id));
end $$;
