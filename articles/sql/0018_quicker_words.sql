-- The same words as before, read in less time.

create or replace function plain_words(t text) returns text
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
  -- Marks, invisible and format characters go; all but letters and digits part words; digits part from letters ("50mg").
  -- Most texts hold nothing but ASCII, dashes and quotation marks, which are normal as they are.
  select trim(regexp_replace(regexp_replace(regexp_replace(
           lower(regexp_replace(case when t ~ U&'[^\0001-\007F\2013\2014\2018\2019\201C\201D]' then normalize(t, NFKD) else t end,
             U&'[\00AD\0300-\036F\034F\061C\115F\1160\17B4\17B5\180B-\180F\200B-\200F\202A-\202E\2060-\206F\3164\FE00-\FE0F\FEFF\FFA0\+0E0000-\+0E0FFF''\2019\02BC]+',
             '', 'g')),
           '[^[:alnum:]]+', ' ', 'g'), '([0-9])([^0-9 ])', '\1 \2', 'g'), '([^0-9 ])([0-9])', '\1 \2', 'g'))
$$;

create or replace function joined_words(d jsonb) returns text
language sql immutable strict parallel safe set search_path = pg_catalog, public, pg_temp set standard_conforming_strings = on as $$
  -- The words that readers can see in broken ones: letters on both sides of a line break, a citation, or signs like hyphens
  -- and dashes. A word broken more than once is read whole, among its neighbours, and each run of up to eight of its pieces (of
  -- an address: two). "é0", which no rule can ask for, parts the readings, so that no phrase is found across two of them; a
  -- letter that no text may hold stands for it while they are read. The white space that a text may hold is a space, a line
  -- feed, and, where the server calls it white space, the one that breaks no line.
  with marked as materialized (
    select array_remove(string_to_array(translate(regexp_replace(
             public.author_text(d || jsonb_build_object('html', regexp_replace(regexp_replace(
               d ->> 'html', '<br>', U&'\E000', 'gi'), '\[@[a-z0-9; @-]*\]', U&'\E002', 'g')), ''),
             U&'([[:alpha:]])(?:\s*!E000\s*|[^[:alnum:][:space:]!E000''!2019!02BC]+|[!2010-]\s+)+(?=[[:alpha:]])' uescape '!',
             U&'\\1\E001', 'g'), E'\n' || case when U&'\00A0' ~ '\s' then U&'\00A0' else '' end, '  '), ' '), '') as tokens),
  broken as materialized (
    select n, string_to_array(token, U&'\E001') as pieces, tokens[n - 3:n + 3] as around
    from marked, unnest(tokens) with ordinality t (token, n) where strpos(token, U&'\E001') > 0)
  select coalesce(replace(public.plain_words(string_agg(reading, U&' \3042 ' order by n, reading)), U&'\3042', 'é0'), '')
  from (
    select n, replace(array_to_string(around, ' '), U&'\E001', '') from broken
    union all
    select n, array_to_string(pieces[first:last], '')
    from broken, generate_series(1, cardinality(pieces) - 1) first,
      generate_series(first + 1, least(first + case when pieces[1] in ('http', 'https') then 1 else 7 end, cardinality(pieces))) last
    where cardinality(pieces) > 2 and (first > 1 or last < cardinality(pieces))) r (n, reading)
$$;
