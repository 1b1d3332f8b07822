-- Fixes: what is no more than a small change. Two texts are compared token by token, in order. A word may change by one slip of
-- the pen, or as a short list allows; whatever else is refused, and goes to a full review.

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
       or left(a, at) || substr(a, at + 2) = left(b, at) || substr(b, at + 2)
       or left(a, at) || substr(a, at + 2, 1) || substr(a, at + 1, 1) || substr(a, at + 3) = b)
$$;

create function gate.fix_words(p_code text, p_at timestamptz) returns text[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  -- The words of this list at that instant.
  select coalesce((select words from articles_fixword where code = p_code and adopted_at <= p_at order by version desc limit 1), '{}')
$$;

create function gate.fix_word_kind(p_key text, p_at timestamptz) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  -- The list of words that no fix may change in which this one stands; null if in none.
  select w.code
  from (select distinct on (code) * from articles_fixword where adopted_at <= p_at and code not like 'may-%'
        order by code, version desc) w, unnest(w.words) term
  where p_key like replace(term, '*', '%')
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

create function gate.fix_is_counted(p_token text, p_at timestamptz) returns boolean
language sql stable set search_path = pg_catalog, public, gate, pg_temp as $$
  -- Whether an article before this word can change how many or how much it means: "few" is not "a few".
  select p_token ~ '[0-9]' or coalesce(gate.fix_word_kind(lower(btrim(regexp_replace(p_token, U&'[\E001-\E00A]', '', 'g'), '''')), p_at)
                                       in ('numbers', 'degrees', 'negations'), false)
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
  little text[] := gate.fix_words('may-come-and-go', p_at);
  swapped text[] := gate.fix_words('may-be-swapped', p_at);
  parted text[] := gate.fix_words('may-be-parted', p_at);
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
      case when e.added then new[e.at - 2] else old[e.at - 2] end as before_that
    from gate.fix_edits(old, new, greatest(200, total / 10 + 1)) e),
  read as (
    select *, regexp_replace(token, U&'[\E001-\E00A\E020]', '', 'g') as seen,
      token !~ '^<|^\[@' and token ~ '[[:alnum:]]' as is_word
    from edit),
  keyed as (
    select *, lower(btrim(seen, '''')) as key, lower(seen) = any (little) as is_little,
      -- A sentence begins here; after "Dr." and the like none does.
      before ~ U&'^<|^[?!\E00D\E020]$' or before = '.' and length(before_that) > 3 as opens
    from read),
  gaps as (
    select gap, string_agg(key, ' ' order by at) filter (where added) as come, string_agg(key, ' ' order by at) filter (where not added) as gone,
      string_agg(lower(seen), '' order by at) filter (where added) = string_agg(lower(seen), '' order by at) filter (where not added) as is_alike,
      count(*) filter (where added and is_word and not is_little) = count(*) filter (where not added and is_word and not is_little) as is_even
    from keyed group by gap),
  placed as (
    -- The first word stands for the first, and so on. Where as many went as came beside little words, those are set aside.
    select *, row_number() over (partition by gap, added, is_word, is_even and is_little order by at) as nth,
      is_alike and (strpos(come, ' ') = 0) <> (strpos(gone, ' ') = 0) as is_parted
    from keyed join gaps using (gap)),
  paired as (
    select e.*,
      o.key || ' ' || e.key = any (swapped) or e.key || ' ' || o.key = any (swapped) as is_swapped,
      (lower(o.seen) = lower(e.seen) or gate.one_slip(lower(o.seen), lower(e.seen))) and (o.seen ~ '^''') = (e.seen ~ '^''') as is_slip,
      not e.added and exists (
        select from (values (e.before, e.at - 1), (e.after, e.at + 1)) beside (token, at)
        where lower(beside.token) = lower(e.seen) and not exists (select from edit x where not x.added and x.at = beside.at)) as is_doubled
    from placed e left join placed o
      on o.gap = e.gap and o.added <> e.added and o.nth = e.nth and o.is_word and not (o.is_even and (o.is_little or e.is_little))),
  judged as (
    select e.*, case
      when e.at is null then null
      when e.token ~ U&'^<|^[\E001-\E00A\E00D\E020]+$' then 'fix_keeps_its_structure'
      when e.token like '[@%' then 'fix_keeps_its_citations'
      when e.token = '.' and e.after ~ U&'^<|^[\E00D\E020]$' then null
      when not e.is_word then 'fix_keeps_its_punctuation'
      when e.token ~ U&'[\E005-\E008]' or e.seen ~ '[^[:alpha:]'']' then 'fix_keeps_its_numbers'
      when e.seen ~ '[^A-Za-z'']' then 'fix_keeps_its_names'
      when e.key ~ 'n''t$' then 'fix_keeps_its_negations'
      when l.code in ('negations', 'numbers', 'medicines') then 'fix_keeps_its_' || l.code
      when l.code is not null and e.is_swapped is not true then 'fix_keeps_weighty_words'
      when substr(e.seen, 2) <> lower(substr(e.seen, 2)) then 'fix_keeps_its_names'
      when e.seen <> lower(e.seen) and not (e.opens and (e.is_little or e.is_slip or e.is_swapped or e.is_parted) is true) then 'fix_keeps_its_names'
      when (e.is_slip or e.is_swapped or e.is_parted or e.is_doubled) is true then null
      when not e.is_little then 'fix_mends_slips_alone'
      when gate.fix_is_counted(e.after, p_at) then 'fix_keeps_weighty_words'
      end as rule
    from paired e cross join lateral (select gate.fix_word_kind(e.key, p_at) as code) l),
  turned as (
    select o.key || ' / ' || n.key as quoted
    from placed o join placed n on not o.added and n.added,
      unnest('{un,in,im,il,ir,non,dis,anti,mis,mal,contra,counter,pro,hyper,hypo,over,under,de,re,pre,post,sub,super,a}'::text[]) prefix
    where (prefix || o.key = n.key or prefix || n.key = o.key) and n.come <> all (parted)),
  moved as (
    select distinct n.key as quoted
    from placed o join placed n on not o.added and n.added and o.is_word and o.key = n.key
    where not o.is_little and not (o.gap = n.gap and o.nth = n.nth and lower(o.token) = lower(n.token))),
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
    select case rule when 'fix_mends_slips_alone' then 8 else 5 end, rule, case when rule = 'fix_keeps_its_structure' then '' else translate(seen || case when is_little then ' ' || after else '' end, U&'\E00B\E00C', '<>') end
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
  if changed * 20 > total then
    answer := answer || jsonb_build_array(jsonb_build_object('rule', 'fix_is_small',
      'quoted', format('%s of %s words', changed, total)));
  end if;
  return jsonb_build_object('words', total, 'changed', changed, 'faults', answer);
end $$;
