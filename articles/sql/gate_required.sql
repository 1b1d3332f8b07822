-- What a text must carry: one answer, for the freezing of an edition, for the guard on its row and for every read.

create function gate.required_disclaimers(p_words tsvector[], p_topics text[], p_flags text[], p_designs text[], p_at timestamptz)
returns setof articles_disclaimer
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select * from (select distinct on (code) * from articles_disclaimer where adopted_at <= p_at order by code, version desc) d
  where d.drawn_by = 'text'
    and (d.always or d.topics && p_topics or asks(p_words, d.query) or d.flags && p_flags or d.designs && p_designs)
$$;

create function gate.required_statements(p_words tsvector[], p_topics text[], p_flags text[], p_designs text[], p_at timestamptz)
returns setof articles_statement
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select * from (select distinct on (slug) * from articles_statement where adopted_at <= p_at order by slug, version desc) s
  where s.always or s.topics && p_topics or asks(p_words, s.query) or s.flags && p_flags or s.designs && p_designs
$$;

create function gate.carried(p_kind text, p_words tsvector[], p_topics text[], p_flags text[], p_designs text[], p_at timestamptz)
returns jsonb
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- What an edition frozen at this instant carries: the disclaimers, text and all, and the names of the statements.
  select jsonb_build_object(
    'disclaimers', coalesce((
      select jsonb_agg(jsonb_build_object('id', code || '.' || version, 'code', code, 'version', version, 'name', name,
                                          'short', short, 'full', "full", 'placement', placement) order by position, code)
      from gate.required_disclaimers(p_words, p_topics, p_flags, p_designs, p_at) where p_kind = 'article'), '[]'),
    'statements', coalesce((
      select jsonb_agg(jsonb_build_object('slug', slug, 'placement', placement) order by slug collate "C")
      from gate.required_statements(p_words, p_topics, p_flags, p_designs, p_at) where p_kind = 'article'), '[]'))
$$;
