-- What the database itself reads in a text: its words, its markup, its citations. All immutable, all blind to settings.

-- Words --------------------------------------------------------------------------------------------------------------

create function plain_words(t text) returns text
language sql immutable strict parallel safe set search_path = pg_catalog as $$
  -- Marks, invisible and format characters go; all but letters and digits part words; digits part from letters ("50mg").
  select trim(regexp_replace(regexp_replace(regexp_replace(
           lower(regexp_replace(normalize(t, NFKD),
             U&'[\00AD\0300-\036F\034F\061C\115F\1160\17B4\17B5\180B-\180F\200B-\200F\202A-\202E\2060-\206F\3164\FE00-\FE0F\FEFF\FFA0\+0E0000-\+0E0FFF''\2019\02BC]+',
             '', 'g')),
           '[^[:alnum:]]+', ' ', 'g'), '([0-9])([^0-9 ])', '\1 \2', 'g'), '([^0-9 ])([0-9])', '\1 \2', 'g'))
$$;
comment on function plain_words is 'The words of a text, lower case, parted by single spaces, as rules match them.';

create function without_tags(html text, instead text) returns text
language sql immutable strict parallel safe set search_path = pg_catalog as $$
  -- Inline tags become `instead`, all others a space. Entities that the sanitiser writes are read, "&amp;" last.
  select replace(replace(replace(replace(replace(replace(
           regexp_replace(regexp_replace(html, '</?(strong|em|sub|sup|a)(\s[^<>]*)?>', instead, 'gi'), '<[^<>]*>', ' ', 'g'),
           '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&#39;', ''''), '&nbsp;', ' '), '&amp;', '&')
$$;

create function author_text(d jsonb, instead text) returns text
language sql immutable strict parallel safe set search_path = pg_catalog, public as $$
  select concat_ws(' ', d ->> 'slug', d ->> 'title', d ->> 'summary',
                   (select string_agg(point, ' ') from jsonb_array_elements_text(d -> 'key_points') point),
                   without_tags(d ->> 'html', instead), d ->> 'funding')
$$;
comment on function author_text is 'What the author wrote, without its markup. Never the disclaimers, so that none calls for itself.';

create function author_words(d jsonb) returns tsvector
language sql immutable strict parallel safe set search_path = pg_catalog, public as $$
  -- Twice: a tag inside a word hides nothing ("sui<b>cide"), and one after a word joins nothing ("depression<sup>1").
  select to_tsvector('pg_catalog.simple', plain_words(author_text(d, '')) || ' ' || plain_words(author_text(d, ' ')))
$$;

create function term_query(term text) returns tsquery
language sql immutable strict parallel safe set search_path = pg_catalog, public as $$
  -- A word or a phrase; "*" at its end: any continuation of the last word.
  select (select string_agg('''' || word || '''' || case when n = last and term like '%*' then ':*' else '' end, ' <-> ' order by n)
          from (select word, n, max(n) over () as last
                from regexp_split_to_table(nullif(plain_words(term), ''), ' ') with ordinality as w (word, n)) w)::tsquery
$$;

create function terms_query(terms text[]) returns tsquery
language sql immutable strict parallel safe set search_path = pg_catalog, public as $$
  select coalesce((select string_agg('(' || term_query(term)::text || ')', ' | ') from unnest(terms) term), '')::tsquery
$$;

create function every_term_says_something(terms text[]) returns boolean
language sql immutable strict parallel safe set search_path = pg_catalog, public as $$
  select not exists (select from unnest(terms) term where plain_words(term) = '')
$$;

create function one_script(t text) returns boolean
language sql immutable strict parallel safe set search_path = pg_catalog as $$
  -- A letter that looks Latin and is not, inside a Latin word, shows the reader one word and the rules another.
  -- Greek mu beside Latin is a unit ("μg").
  select normalize(t, NFKD) !~ U&'[A-Za-z][\0370-\03BB\03BD-\052F\0530-\058F\13A0-\13FF\A4D0-\A4FF\AB70-\ABBF]|[\0370-\03BB\03BD-\052F\0530-\058F\13A0-\13FF\A4D0-\A4FF\AB70-\ABBF][A-Za-z]'
$$;

create function nothing_invisible(t text) returns boolean
language sql immutable strict parallel safe set search_path = pg_catalog as $$
  select t !~ U&'[\0001-\0008\000B\000C\000E-\001F\007F-\009F\00AD\034F\061C\115F\1160\17B4\17B5\180B-\180F\200B-\200F\2028-\202E\2060-\206F\3164\FEFF\FFA0\FFF9-\FFFB\+0E0000-\+0E0FFF]'
$$;

-- Markup -------------------------------------------------------------------------------------------------------------

create function in_vocabulary(html text) returns boolean
language plpgsql immutable strict parallel safe set search_path = pg_catalog as $$
-- The editor's vocabulary and nothing else, every element closed in its turn.
declare
  tag text;
  name text;
  open text[] := '{}';
begin
  if regexp_replace(html,
       '</?(?:p|h2|h3|ul|ol|li|strong|em|sub|sup|blockquote)>|<br>|</a>'
       || '|<a href="(?:https?://|mailto:|tel:|/|#)[^"<>[:cntrl:][:space:]]*"(?: rel="noopener noreferrer")?>',
       '', 'g') ~ '[<>]' then
    return false;
  end if;
  for tag in select m[1] from regexp_matches(html, '<(/?[a-z0-9]+)', 'g') m loop
    name := ltrim(tag, '/');
    if tag = 'br' then
      continue;
    elsif tag = name then
      open := open || name;
    elsif open[cardinality(open)] is distinct from name then
      return false;
    else
      open := open[:cardinality(open) - 1];
    end if;
  end loop;
  return open = '{}';
end $$;

create function cited_keys(html text) returns text[]
language sql immutable strict parallel safe set search_path = pg_catalog as $$
  select coalesce(array_agg(distinct key[1]), '{}')
  from regexp_matches(html, '\[(@[a-z0-9-]+(?:; @[a-z0-9-]+)*)\]', 'g') citation,
       regexp_matches(citation[1], '@([a-z0-9-]+)', 'g') key
$$;
comment on function cited_keys is 'The keys in "[@key]" and "[@one; @other]".';

-- Lists in a document -------------------------------------------------------------------------------------------------

create function texts_at(list jsonb, field text) returns text[]
language sql immutable parallel safe set search_path = pg_catalog as $$
  select coalesce(array_agg(item ->> field order by item ->> field collate "C"), '{}') from jsonb_array_elements(list) item
$$;
comment on function texts_at is 'One field of every object in a list, sorted.';

create function texts(list jsonb) returns text[]
language sql immutable strict parallel safe set search_path = pg_catalog as $$
  select coalesce(array_agg(item order by item collate "C"), '{}') from jsonb_array_elements_text(list) item
$$;

create function numbers(list jsonb) returns bigint[]
language sql immutable strict parallel safe set search_path = pg_catalog as $$
  select coalesce(array_agg(n::bigint order by n::bigint), '{}') from jsonb_array_elements_text(list) n
$$;

create function safe_links(d jsonb) returns boolean
language sql immutable strict parallel safe set search_path = pg_catalog as $$
  select not exists (select from jsonb_array_elements(d -> 'references') r where r ->> 'url' !~ '^(https?://[^[:space:]<>"]+)?$')
     and not exists (select from jsonb_array_elements(d -> 'contacts') c, jsonb_array_elements(c -> 'links') l
                     where (l ->> 'href' ~ '^(tel:[0-9+]+|sms:[0-9+]+|https://[^[:space:]<>"]+|mailto:[^[:space:]<>"]+)$') is not true)
$$;
