-- Fixes: what is no more than a small change. Two texts are compared token by token, in order; whatever a machine cannot
-- judge is refused, and goes to a full review.

create function gate.fix_tokens(d jsonb) returns text[]
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
-- The text of a document in its order: words, single signs, citations and tags. Emphasis, raised and lowered letters and
-- links are part of the word at which they stand, as signs for private use, which no edition holds.
declare
  t text;
  found text[];
begin
  t := replace(d ->> 'html', '<br>', U&' \E020 ');
  t := regexp_replace(t, '<a [^<>]*>', U&'\E009', 'g');
  t := replace(replace(replace(replace(replace(replace(replace(replace(replace(t, '</a>', U&'\E00A'),
    '<strong>', U&'\E001'), '</strong>', U&'\E002'), '<em>', U&'\E003'), '</em>', U&'\E004'),
    '<sub>', U&'\E005'), '</sub>', U&'\E006'), '<sup>', U&'\E007'), '</sup>', U&'\E008');
  t := replace(replace(replace(replace(t, '&lt;', U&'\E00B'), '&gt;', U&'\E00C'), '&quot;', '"'), '&#39;', '''');
  t := replace(replace(t, '&nbsp;', ' '), '&amp;', '&');
  t := translate('<title>' || (d ->> 'title') || U&'\E00D' || (d ->> 'summary') || U&'\E00D'
      || coalesce((select string_agg(point || U&'\E00D', '' order by n)
                   from jsonb_array_elements_text(d -> 'key_points') with ordinality k (point, n)), ''),
    '<>', U&'\E00B\E00C') || t;
  t := translate(t, U&'\2018\2019\201B\02BC\201C\201D\201E\00A0\2009\202F', '''''''''"""   ');
  t := regexp_replace(t, '(?<=[0-9.,:;/%()+−–-])\s+(?=[0-9.,:;/%()+−–-])', U&' \E021 ', 'g');
  select array_agg(m[1] order by n) into found
  from regexp_matches(t, '<[^<>]*>|\[@[^]]*\]|[[:alnum:]''' || U&'\E001-\E00A' || ']+|[^[:space:]]', 'g') with ordinality r (m, n);
  return coalesce(found, '{}');
end $$;

create function gate.fix_edits(p_old text[], p_new text[], p_most int) returns table (gap int, added boolean, at int)
language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
-- What must be removed from p_old and added to make p_new of it, at least (Myers 1986); what stands together is one gap. One
-- row without a place if it takes more than p_most.
declare
  n int := cardinality(p_old);
  m int := cardinality(p_new);
  first int := 0;
  far int[] := '{}';  -- by diagonal: how far one comes; far[k + middle]
  kept int[] := '{}';  -- the same after each number of edits: kept[d * d + d + k + 1]
  middle int := p_most + 2;
  x int;
  y int;
  k int;
  d int := 0;
begin
  while first < n and first < m and p_old[first + 1] = p_new[first + 1] loop
    first := first + 1;
  end loop;
  while n > first and m > first and p_old[n] = p_new[m] loop
    n := n - 1;
    m := m - 1;
  end loop;
  n := n - first;
  m := m - first;
  if n + m = 0 then
    return;
  end if;
  far[middle + 1] := 0;
  <<search>>
  loop
    if d > p_most then
      gap := 0;
      return next;
      return;
    end if;
    k := -d;
    while k <= d loop
      if k = -d or (k <> d and far[middle + k - 1] < far[middle + k + 1]) then
        x := far[middle + k + 1];
      else
        x := far[middle + k - 1] + 1;
      end if;
      y := x - k;
      while x < n and y < m and p_old[first + x + 1] = p_new[first + y + 1] loop
        x := x + 1;
        y := y + 1;
      end loop;
      far[middle + k] := x;
      kept[d * d + d + k + 1] := x;
      exit search when x >= n and y >= m;
      k := k + 2;
    end loop;
    d := d + 1;
  end loop;
  gap := 1;
  x := n;
  y := m;
  k := n - m;
  while d > 0 loop
    added := k = -d or (k <> d and kept[(d - 1) * (d - 1) + d - 1 + k] < kept[(d - 1) * (d - 1) + d - 1 + k + 2]);
    k := case when added then k + 1 else k - 1 end;
    n := kept[(d - 1) * (d - 1) + d - 1 + k + 1];
    m := n - k;
    if x > n + (case when added then 0 else 1 end) then
      gap := gap + 1;
    end if;
    x := n;
    y := m;
    at := first + case when added then m else n end + 1;
    return next;
    d := d - 1;
  end loop;
end $$;

create function gate.one_slip(a text, b text) returns boolean
language sql immutable strict set search_path = pg_catalog, pg_temp as $$
  -- Whether one letter more, less, or another, or two changed about, makes b of a.
  select a <> b and exists (
    select from generate_series(0, length(a)) at
    where left(a, at) || substr(a, at + 2) = b or left(b, at) || substr(b, at + 2) = a
       or left(a, at) || substr(a, at + 2) = left(b, at) || substr(b, at + 2) and length(a) = length(b)
       or left(a, at) || substr(a, at + 2, 1) || substr(a, at + 1, 1) || substr(a, at + 3) = b)
$$;

create function gate.fix_word_kind(p_key text, p_at timestamptz) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  -- The list of words that no fix may change in which this one stands; null if in none.
  select w.code
  from (select distinct on (code) * from articles_fixword where adopted_at <= p_at order by code, version desc) w, unnest(w.words) term
  where p_key = btrim(term, '*') or term like '%*' and term not like '*%' and starts_with(p_key, rtrim(term, '*'))
     or term like '*%' and term not like '%*' and right(p_key, length(term) - 1) = ltrim(term, '*')
     or term like '*%*' and strpos(p_key, btrim(term, '*')) > 0
  order by w.code in ('negations', 'numbers', 'medicines') desc, w.code limit 1
$$;

create function gate.links_in(html text) returns text[]
language sql immutable strict set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(m[1] order by n), '{}') from regexp_matches(html, '<a href="([^"]*)"', 'g') with ordinality r (m, n)
$$;

create function gate.headings_in(html text) returns text[]
language sql immutable strict set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(m[1] order by n), '{}') from regexp_matches(html, '<h[23]>.*?</h[23]>', 'g') with ordinality r (m, n)
$$;

create function gate.fix_compared(p_root jsonb, p_new jsonb, p_at timestamptz) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
-- The document of a fix against that of its root: how many words the root has, how many were changed, added or removed, and
-- by which rules that is more than a fix, each with what it found. Words are counted by the gap: two for two others is two.
declare
  old text[] := gate.fix_tokens(p_root);
  new text[] := gate.fix_tokens(p_new);
  total int := (select count(*) from unnest(gate.fix_tokens(p_root)) token where token !~ '^<|^\[@' and token ~ '[[:alnum:]]');
  links int;
  wrong_links text;
  changed int;
  answer jsonb;
begin
  select count(*), string_agg(n.href, ', ') filter (where o.href !~ '^https?://' or n.href !~ '^https://')
  into links, wrong_links
  from unnest(gate.links_in(p_root ->> 'html')) with ordinality o (href, at)
  join unnest(gate.links_in(p_new ->> 'html')) with ordinality n (href, at) using (at) where o.href <> n.href;
  with edit as (
    select e.*, case when e.added then new[e.at] else old[e.at] end as token,
      case when e.added then new[e.at - 1] else old[e.at - 1] end as before,
      case when e.added then new[e.at + 1] else old[e.at + 1] end as after,
      case when e.added then new[e.at - 2] else old[e.at - 2] end as before_that,
      row_number() over (partition by e.gap, e.added order by e.at) as nth
    from gate.fix_edits(old, new, greatest(200, total / 10 + 1)) e),
  read as (
    select *, regexp_replace(token, U&'[\E001-\E00A\E020]', '', 'g') as seen,
      token !~ '^<|^\[@' and token ~ '[[:alnum:]]' as is_word
    from edit),
  keyed as (select *, lower(btrim(seen, '''')) as key, 
    -- A sentence begins here; after "Dr." and the like none does.
    before is null or before ~ U&'^<|^[?!\E00D\E020]$' or before = '.' and length(before_that) > 3 as opens from read),
  judged as (
    select e.*, case
      when e.at is null then null
      when e.token ~ U&'^<|^[\E001-\E00A\E00D\E020]+$' then 'fix_keeps_its_structure'
      when e.token like '[@%' then 'fix_keeps_its_citations'
      when not e.is_word and e.token = '.' and (e.after is null or e.after ~ U&'^<|^[\E00D\E020]$') then null
      when not e.is_word then 'fix_keeps_its_punctuation'
      when e.token ~ U&'[\E005-\E008]' or e.seen ~ '[^[:alpha:]'']' then 'fix_keeps_its_numbers'
      when e.seen ~ '[^A-Za-z'']' then 'fix_keeps_its_names'
      when e.key ~ 'n''t$' then 'fix_keeps_its_negations'
      when l.code in ('negations', 'numbers', 'medicines') then 'fix_keeps_its_' || l.code
      when l.code is not null and not exists (
             select from keyed o where o.gap = e.gap and o.added <> e.added and o.nth = e.nth
               and concat_ws(' ', least(o.key, e.key), greatest(o.key, e.key)) in ('are is', 'was were', 'has have')) then 'fix_keeps_weighty_words'
      when substr(e.seen, 2) <> lower(substr(e.seen, 2)) then 'fix_keeps_its_names'
      when e.seen <> lower(e.seen) and not (e.opens and exists (
             select from keyed o where o.gap = e.gap and o.added <> e.added and o.nth = e.nth
               and (o.key = e.key or gate.one_slip(o.key, e.key)))) then 'fix_keeps_its_names'
      end as rule
    from keyed e left join lateral (select gate.fix_word_kind(e.key, p_at) as code where e.is_word) l on true),
  turned as (
    select o.key || ' / ' || n.key as quoted
    from keyed o join keyed n on not o.added and n.added and o.is_word and n.is_word,
      unnest('{un,in,im,il,ir,non,dis,anti,mis,mal,contra,counter,pro,hyper,hypo,over,under,de,re,pre,post,sub,super,a}'::text[]) prefix
    where prefix || o.key = n.key or prefix || n.key = o.key),
  moved as (
    select distinct n.key as quoted
    from keyed o join keyed n on not o.added and n.added and o.is_word and n.is_word and o.key = n.key
    where o.key not in ('a', 'an', 'the') and not (o.gap = n.gap and o.nth = n.nth and lower(o.token) = lower(n.token))),
  fault as (
    select 1 as place, 'fix_changes_words_alone' as rule, name as quoted
    from (select jsonb_object_keys(p_root || p_new) as name) names
    where name not in ('title', 'summary', 'key_points', 'html', 'number', 'contributors', 'fix')
      and p_root -> name is distinct from p_new -> name
    union all
    select 2, 'fix_keeps_its_structure', 'key points'
    where jsonb_array_length(p_root -> 'key_points') <> jsonb_array_length(p_new -> 'key_points')
    union all
    select 3, 'fix_keeps_its_headings', ''
    where gate.headings_in(p_root ->> 'html') <> gate.headings_in(p_new ->> 'html')
    union all
    select 4, 'fix_keeps_its_links', wrong_links where wrong_links is not null
    union all
    select 4, 'fix_keeps_its_links', ''
    where cardinality(gate.links_in(p_root ->> 'html')) <> cardinality(gate.links_in(p_new ->> 'html'))
    union all
    select 4, 'fix_keeps_its_links', swapped.href
    from (select n.href from unnest(gate.links_in(p_root ->> 'html')) with ordinality o (href, at)
          join unnest(gate.links_in(p_new ->> 'html')) with ordinality n (href, at) using (at) where o.href <> n.href) swapped
    where swapped.href = any (gate.links_in(p_root ->> 'html'))
    union all
    select 2, 'fix_keeps_its_structure', ''
    where regexp_replace(array_to_string(old, ''), U&'[^\E001-\E00A]', '', 'g')
       <> regexp_replace(array_to_string(new, ''), U&'[^\E001-\E00A]', '', 'g')
    union all
    select 5, rule, case when rule = 'fix_keeps_its_structure' then '' else translate(seen, U&'\E00B\E00C', '<>') end
    from judged where rule is not null
    union all
    select 6, 'fix_turns_no_word_around', quoted from turned
    union all
    select 7, 'fix_moves_nothing', quoted from moved
    union all
    select 8, 'fix_is_small', '' where exists (select from edit where at is null)),
  named as (
    select min(place) as place, rule, string_agg(distinct nullif(quoted, ''), ', ') as quoted from fault group by rule),
  counted as (
    select coalesce(sum(greatest(gone, come)), 0) + links as words
    from (select count(*) filter (where is_word and not added) as gone, count(*) filter (where is_word and added) as come
          from read group by gap) gaps)
  select (select words from counted),
    (select coalesce(jsonb_agg(jsonb_build_object('rule', rule, 'quoted', coalesce(left(quoted, 300), '')) order by place, rule), '[]')
     from named)
  into changed, answer;
  if changed * 20 > total and not answer @> '[{"rule": "fix_is_small"}]' then
    answer := answer || jsonb_build_array(jsonb_build_object('rule', 'fix_is_small',
      'quoted', format('%s of %s words', changed, total)));
  end if;
  return jsonb_build_object('words', total, 'changed', changed, 'faults', answer);
end $$;

create function gate.root_of(p_edition bigint) returns articles_edition
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  -- The edition that was reviewed in full: of a fix its root, of any other itself.
  select r.* from articles_edition e join articles_edition r on r.id = case e.root_id when 0 then e.id else e.root_id end
  where e.id = p_edition
$$;

create function gate.fix_document(p_of bigint, p_text jsonb, p_by bigint, p_at timestamptz) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
-- Edition p_of with another title, summary, key points and body, as a fix of it would be frozen: under the policy and with
-- the disclaimers and statements that this text calls for now.
declare
  e articles_edition;
  root articles_edition;
  d jsonb;
  next int;
begin
  select * into e from articles_edition where id = p_of;
  root := gate.root_of(p_of);
  next := (select max(number) + 1 from articles_edition where article_id = e.article_id);
  d := doc(e.content) || p_text;
  return d || gate.carried(e.kind, author_words(d), e.topics, e.flags, e.designs, p_at) || jsonb_build_object(
    'number', next,
    'policy', gate.tier_of(e.article_id, e.kind, e.slug, e.topics, author_words(d), p_at),
    'contributors', to_jsonb(gate.everybody_who_contributed(e.article_id, p_by, next)),
    'fix', jsonb_build_object('of', e.id, 'root', root.id, 'root_number', root.number,
                              'root_digest', encode(root.digest, 'hex')));
end $$;

create function gate.fix_rehearsed(p_of bigint, p_text jsonb, p_by bigint) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- What the comparison would say of this text now.
  select gate.fix_compared(doc((gate.root_of(p_of)).content), gate.fix_document(p_of, p_text, p_by, clock_timestamp()),
                           clock_timestamp())
$$;

create function gate.is_shown(p_article bigint, p_edition bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  select exists (select from gate.shown(p_article, clock_timestamp()) p where p.edition_id = p_edition)
$$;

create function gate.fix_is_no_more() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, gate, pg_temp as $$
-- The act computes the same; this holds for whoever inserts the row.
declare
  compared jsonb := (select gate.fix_compared(doc(r.content), doc(e.content), new.at)
                     from articles_edition e, articles_edition r where e.id = new.edition_id and r.id = new.root_id);
begin
  if compared -> 'faults' <> '[]' then
    raise exception 'it is more than a fix'
      using errcode = '23514', constraint = compared -> 'faults' -> 0 ->> 'rule', hint = compared -> 'faults' -> 0 ->> 'quoted';
  end if;
  if (compared ->> 'words')::int is distinct from new.words_of_root or (compared ->> 'changed')::int is distinct from new.words_changed then
    raise exception 'the words are counted otherwise' using errcode = '23514', constraint = 'fix_counts_its_words';
  end if;
  if not gate.is_shown(new.article_id, new.of_id) then
    raise exception 'readers do not see the edition that it fixes'
      using errcode = '23514', constraint = 'fix_of_what_is_public';
  end if;
  return null;
end $$;
create or replace trigger fix_is_no_more after insert on articles_fix
  for each row execute function gate.fix_is_no_more();
alter table articles_fix enable always trigger fix_is_no_more;

set local role leaf_acts;

create function act.submit_fix(p_edition bigint, p_digest bytea, p_text jsonb, p_by bigint, p_reason text) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp set timezone = 'UTC'
set datestyle = 'ISO' set default_text_search_config = 'pg_catalog.simple' as $$
-- Freezes a fix of the edition that readers see: {"title", "summary", "key_points", "html"} as they should be. Returns the
-- new edition's id.
declare
  e articles_edition;
  root articles_edition;
  at timestamptz;
  d jsonb;
  drafted bytea;
  strange text;
  compared jsonb;
  edition bigint;
begin
  select * into e from articles_edition where id = p_edition;
  if not found or p_digest is distinct from e.digest then
    perform act.refuse('fix_of_what_was_seen', 'another text');
  end if;
  perform from articles_article where id = e.article_id for no key update;
  perform gate.hold_the_rules();
  if e.kind <> 'article' then
    perform act.refuse('only_articles_are_fixed', 'a statement is reviewed whole');
  end if;
  if not gate.is_shown(e.article_id, e.id) then
    perform act.refuse('fix_of_what_is_public', 'readers do not see this edition');
  end if;
  if (jsonb_typeof(p_text) = 'object' and p_text ?& array['title', 'summary', 'key_points', 'html']
      and p_text - array['title', 'summary', 'key_points', 'html'] = '{}'
      and jsonb_typeof(p_text -> 'title') = 'string' and jsonb_typeof(p_text -> 'summary') = 'string'
      and jsonb_typeof(p_text -> 'html') = 'string' and jsonb_typeof(p_text -> 'key_points') = 'array'
      and not jsonb_path_exists(p_text -> 'key_points', 'strict $[*] ? (@.type() != "string")')) is not true then
    perform act.refuse('fix_changes_words_alone', 'a fix is made of title, summary, key points and body');
  end if;
  if doc(e.content) @> p_text and p_text -> 'key_points' = doc(e.content) -> 'key_points' then
    perform act.refuse('something_to_fix', 'nothing differs from what readers see');
  end if;
  at := clock_timestamp();
  root := gate.root_of(e.id);
  d := gate.fix_document(e.id, p_text, p_by, at);
  strange := foreign_signs(canonical(d));
  if strange <> '' then
    perform act.refuse('signs_of_an_english_text', 'it holds signs that an English text is not written with', strange);
  end if;
  compared := gate.fix_compared(doc(root.content), d, at);
  if compared -> 'faults' <> '[]' then
    perform act.refuse(compared -> 'faults' -> 0 ->> 'rule', 'it is more than a fix', compared -> 'faults' -> 0 ->> 'quoted');
  end if;
  drafted := sha256(convert_to(canonical(d - array['number', 'policy', 'contributors', 'disclaimers', 'statements', 'fix']), 'UTF8'));
  if exists (select from articles_fix f join articles_edition x on x.id = f.edition_id
             where f.of_id = e.id and x.draft_digest = drafted and not gate.set_aside(x.id)) then
    perform act.refuse('something_new_to_submit', 'this very fix is there already');
  end if;
  insert into articles_edition (content, draft_digest, submitted_by_id, submitted_at)
  values (convert_to(canonical(d), 'UTF8'), drafted, p_by, at) returning id into edition;
  insert into articles_fix (edition_id, digest, of_id, of_root_id, root_id, root_digest, article_id, kind, slug, policy_id, topics,
    disclaimers, statements, flags, words_changed, words_of_root, by_id, at, reason)
  select x.id, x.digest, e.id, e.root_id, root.id, root.digest, x.article_id, x.kind, x.slug, x.policy_id, x.topics,
    x.disclaimers, x.statements, x.flags, (compared ->> 'changed')::int, (compared ->> 'words')::int, p_by, at, p_reason
  from articles_edition x where x.id = edition;
  perform act.enter('submit fix', p_by, (
    select jsonb_build_object('article', x.article_id, 'edition', x.id, 'number', x.number, 'digest', encode(x.digest, 'hex'),
      'of', e.id, 'root', root.id, 'root_digest', encode(root.digest, 'hex'),
      'words_changed', compared -> 'changed', 'words_of_root', compared -> 'words', 'reason', p_reason)
    from articles_edition x where x.id = edition));
  return edition;
end $$;

reset role;
