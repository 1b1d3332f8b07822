-- Documents as bytes: reading them, and their one canonical form (RFC 8785 for ASCII keys and whole numbers).

create function doc(b bytea) returns jsonb
language plpgsql immutable strict parallel safe set search_path = pg_catalog as $$
begin
  return convert_from(b, 'UTF8')::jsonb;
end $$;
comment on function doc is 'The JSON document in these bytes. Immutable, unlike convert_from: the database is always UTF-8.';

create function canonical(j jsonb) returns text
language plpgsql immutable strict parallel safe set search_path = pg_catalog, public as $$
declare
  t text := jsonb_typeof(j);
begin
  if t = 'object' then
    return '{' || coalesce((select string_agg(to_jsonb(k)::text || ':' || public.canonical(v), ',' order by k collate "C")
                            from jsonb_each(j) as pair (k, v)), '') || '}';
  elsif t = 'array' then
    return '[' || coalesce((select string_agg(public.canonical(v), ',' order by n)
                            from jsonb_array_elements(j) with ordinality as item (v, n)), '') || ']';
  end if;
  return j::text;
end $$;
comment on function canonical is 'The one text of a JSON document: keys sorted, no spaces, no key twice (RFC 8785).';
