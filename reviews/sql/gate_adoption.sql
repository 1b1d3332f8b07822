-- Disclaimers and rules for statements, adopted by compliance. Whoever adopts one sees first which pages it hits.

create function gate.hit_by(p_kind text, p_name text, p_always boolean, p_topics text[], p_words text[], p_flags text[],
  p_designs text[], p_from timestamptz, p_at timestamptz)
returns table (edition_id bigint, article_id bigint, slug text, title text, number int, starts_at timestamptz, is_public boolean)
language plpgsql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
-- The public and scheduled pages whose text calls for a new version of this rule, and which were frozen before it: those that
-- readers lose at p_from, or that are review due if there is no such instant. The newest first. Pages that will have ended
-- by then are left out.
declare
  query tsquery := terms_query(p_words);
  current text[] := array(select c.asked from gate.current_statements(array(select distinct n.slug from articles_statement n), p_at) c);
begin
  return query
  select e.id, e.article_id, e.slug, e.title, e.number, x.starts_at, x.starts_at <= p_at
  from articles_listing l
  join articles_publication x on x.id = l.publication_id
  join articles_edition e on e.id = x.edition_id and e.digest = x.digest and e.kind = 'article'
  where l.topic = '' and l.ends_at > p_at and (p_from is null or l.ends_at > p_from)
    and (p_always or p_topics && e.topics or asks(e.words, query) or p_flags && e.flags or p_designs && e.designs)
    and (p_kind = 'disclaimer' or not p_name = any (e.statements))
    and case when x.starts_at <= p_at then exists (
          select from gate.standing(x.article_id, p_at) p where p.id = x.id
            and not exists (select from gate.lacking(p.edition_id, p_at, p.rulebook, p.published_at, current)))
        else exists (select from gate.coming(x.article_id, p_at) p where p.id = x.id) end
  order by x.starts_at desc, x.id desc;
end $$;

create function gate.against_rule(p_kind text, p_name text, p_version int, p_title text, p_short text, p_full text,
  p_placement text, p_drawn_by text, p_always boolean, p_topics text[], p_words text[], p_flags text[], p_designs text[],
  p_source text)
returns table (rule text, found text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
-- What speaks against adopting this as the next version of the rule: the names of rules, with what was found.
declare
  shown text := concat_ws(' ', p_title, p_short, p_full);
  terms text[] := coalesce(p_topics || p_words || p_flags || p_designs, '{}');
  newest int;
  drawn_by text;
begin
  if p_kind = 'disclaimer' then
    select d.version, d.drawn_by into newest, drawn_by from articles_disclaimer d where d.code = p_name order by d.version desc limit 1;
    if (p_name ~ '^D-[A-Z0-9]+(-[A-Z0-9]+)*$') is not true then
      return query select 'known_code', '';
    end if;
    if drawn_by = 'frame' or p_drawn_by not in ('text', 'nobody') then
      return query select 'drawn_by_the_frame', '';
    end if;
    if p_placement not in ('top', 'safety', 'reference', 'about') then
      return query select 'known_placement', '';
    end if;
    if foreign_signs(shown) <> '' then
      return query select 'disclaimer_in_plain_words', foreign_signs(shown);
    elsif shown ~ '[<>[:cntrl:]]' or shown ~ '&#?[A-Za-z0-9]+;' or not nothing_invisible(shown) or not one_script(shown) then
      return query select 'disclaimer_in_plain_words', '';
    end if;
    if p_drawn_by = 'text' and (not says_something(p_full) or p_placement = 'top' and not says_something(p_short)) then
      return query select 'a_text_to_carry', '';
    end if;
    if p_drawn_by = 'text' and not p_always and terms = '{}' or p_drawn_by = 'nobody' and (p_always or terms <> '{}') then
      return query select 'asks_for_something', '';
    end if;
  else
    select s.version into newest from articles_statement s where s.slug = p_name order by s.version desc limit 1;
    if newest is null then
      return query select 'known_statement', '';
    end if;
    if p_name = 'crisis-help' and not p_always then
      return query select 'crisis_help_on_every_page', '';
    end if;
  end if;
  if p_version is distinct from coalesce(newest, 0) + 1 then
    return query select 'versions_count_up', coalesce(newest, 0)::text;
  end if;
  if not says_something(p_title) then
    return query select 'rule_has_a_name', '';
  end if;
  if not says_something(p_source) then
    return query select 'rule_has_a_source', '';
  end if;
  if not every_term_says_something(p_words) then
    return query select 'every_term_says_something', '';
  end if;
  if foreign_signs(array_to_string(terms, ' ')) <> '' then
    return query select 'rule_in_plain_words', foreign_signs(array_to_string(terms, ' '));
  end if;
  return query select 'rule_topics_are_known', string_agg(t, ', ') from unnest(p_topics) t
    where not exists (select from articles_topic k where k.slug = t) having count(*) > 0;
end $$;

create function gate.disclaimer_facts(p_disclaimer bigint) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- All that a row says: what an officer adopted. The digest of it is in the act's entry.
  select jsonb_build_object('code', d.code, 'version', d.version, 'name', d.name, 'short', d.short, 'full', d."full",
    'position', d.position, 'placement', d.placement, 'drawn_by', d.drawn_by, 'always', d.always, 'topics', to_jsonb(d.topics),
    'words', to_jsonb(d.words), 'flags', to_jsonb(d.flags), 'designs', to_jsonb(d.designs), 'source', d.source, 'note', d.note,
    'reason', d.reason, 'adopted_by', d.adopted_by_id, 'adopted_at', gate.instant(d.adopted_at),
    'binding_at', gate.instant(d.binding_at))
  from articles_disclaimer d where d.id = p_disclaimer
$$;

create function gate.statement_rule_facts(p_statement bigint) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  select jsonb_build_object('slug', s.slug, 'version', s.version, 'name', s.name, 'placement', s.placement,
    'fallback', s.fallback, 'max_age_hours', extract(epoch from s.max_age)::bigint / 3600, 'always', s.always, 'topics', to_jsonb(s.topics), 'words', to_jsonb(s.words),
    'flags', to_jsonb(s.flags), 'designs', to_jsonb(s.designs), 'source', s.source, 'note', s.note,
    'reason', s.reason, 'adopted_by', s.adopted_by_id, 'adopted_at', gate.instant(s.adopted_at),
    'binding_at', gate.instant(s.binding_at))
  from articles_statement s where s.id = p_statement
$$;

set local role leaf_acts;

create function act.may_adopt(p_by bigint, p_secret bytea, p_binds boolean, p_from timestamptz) returns timestamptz
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp as $$
-- Holds the rulebook for a compliance officer. Returns the instant from which the rule binds; null: at the next review.
declare
  at timestamptz;
begin
  perform act.same_person(p_by, p_secret);
  if not gate.in_office(p_by, 'compliance') then
    perform act.refuse('by_a_compliance_officer', 'only a compliance officer adopts rules');
  end if;
  perform gate.open_the_rulebook();
  at := clock_timestamp();
  if p_binds is null or not p_binds and p_from is not null then
    perform act.refuse('says_when_it_binds', 'it is not said whether it binds at once or at the next review');
  end if;
  if p_from < at or p_from > at + interval '366 days' then
    perform act.refuse('binds_in_the_year_to_come', 'it cannot bind before it is adopted, nor in some other year');
  end if;
  return case when p_binds then coalesce(p_from, at) end;
end $$;

create function act.as_previewed(p_kind text, p_name text, p_always boolean, p_topics text[], p_words text[], p_flags text[],
  p_designs text[], p_from timestamptz, p_seen bigint[]) returns void
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp as $$
-- Refuses if it hits a page that the officer was not shown.
declare
  unseen bigint;
begin
  select count(*) into unseen
  from gate.hit_by(p_kind, p_name, p_always, p_topics, p_words, p_flags, p_designs, p_from, clock_timestamp()) h
  where not exists (select from unnest(p_seen) seen where seen = h.edition_id);
  if unseen > 0 then
    perform act.refuse('pages_as_previewed', 'more pages are hit than were shown', unseen::text);
  end if;
end $$;

create function act.adopt_disclaimer(p_code text, p_version int, p_name text, p_short text, p_full text, p_placement text,
  p_drawn_by text, p_always boolean, p_topics text[], p_words text[], p_flags text[], p_designs text[], p_source text, p_note text,
  p_binds boolean, p_from timestamptz, p_seen bigint[], p_by bigint, p_secret bytea, p_reason text)
returns bigint
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp set timezone = 'UTC' as $$
-- One compliance officer adopts the next version of a disclaimer: its texts, and the rule that says who carries them. It
-- binds every page from p_from on (null: from now on), or, if not p_binds, each at its next review. p_seen are the
-- editions of the pages that the officer was shown as hit.
declare
  binds_at timestamptz := act.may_adopt(p_by, p_secret, p_binds, p_from);
  against record;
  disclaimer bigint;
begin
  select * into against from gate.against_rule('disclaimer', p_code, p_version, p_name, p_short, p_full, p_placement, p_drawn_by,
    p_always, p_topics, p_words, p_flags, p_designs, p_source) limit 1;
  if found then
    perform act.refuse(against.rule, 'it cannot be adopted as it is', against.found);
  end if;
  perform act.as_previewed('disclaimer', p_code, p_always, p_topics, p_words, p_flags, p_designs, binds_at, p_seen);
  insert into articles_disclaimer (code, version, name, short, "full", position, placement, drawn_by, always, topics, words, flags,
                                   designs, source, note, adopted_by_id, reason, binding_at)
  values (p_code, p_version, p_name, p_short, p_full,
          coalesce((select d.position from articles_disclaimer d where d.code = p_code order by d.version desc limit 1),
                   (select max(d.position) + 1 from articles_disclaimer d)),
          p_placement, p_drawn_by, p_always, p_topics, p_words, p_flags, p_designs, p_source, p_note, p_by, p_reason, binds_at)
  returning id into disclaimer;
  perform act.enter('adopt disclaimer', p_by, jsonb_build_object('disclaimer', disclaimer, 'code', p_code, 'version', p_version,
    'binds_at', gate.instant((select d.binding_at from articles_disclaimer d where d.id = disclaimer)),
    'facts', gate.facts_digest(gate.disclaimer_facts(disclaimer)), 'reason', p_reason));
  return disclaimer;
end $$;

create function act.adopt_statement_rule(p_slug text, p_version int, p_name text, p_always boolean, p_topics text[],
  p_words text[], p_flags text[], p_designs text[], p_source text, p_note text, p_binds boolean, p_from timestamptz,
  p_seen bigint[], p_by bigint, p_secret bytea, p_reason text)
returns bigint
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp set timezone = 'UTC' as $$
-- As above, the next version of the rule that says which articles need this statement. Its text, placement, fallback and
-- greatest age stay what they are: the text has editions of its own.
declare
  binds_at timestamptz := act.may_adopt(p_by, p_secret, p_binds, p_from);
  against record;
  newest articles_statement;
  statement bigint;
begin
  select * into against from gate.against_rule('statement', p_slug, p_version, p_name, null, null, null, null,
    p_always, p_topics, p_words, p_flags, p_designs, p_source) limit 1;
  if found then
    perform act.refuse(against.rule, 'it cannot be adopted as it is', against.found);
  end if;
  perform act.as_previewed('statement', p_slug, p_always, p_topics, p_words, p_flags, p_designs, binds_at, p_seen);
  select * into newest from articles_statement s where s.slug = p_slug order by s.version desc limit 1;
  insert into articles_statement (slug, version, name, placement, fallback, max_age, always, topics, words, flags, designs, source, note,
                                  adopted_by_id, reason, binding_at)
  values (p_slug, p_version, p_name, newest.placement, newest.fallback, newest.max_age, p_always, p_topics, p_words, p_flags, p_designs,
          p_source, p_note, p_by, p_reason, binds_at)
  returning id into statement;
  perform act.enter('adopt statement rule', p_by, jsonb_build_object('statement_rule', statement, 'slug', p_slug,
    'version', p_version, 'binds_at', gate.instant((select s.binding_at from articles_statement s where s.id = statement)),
    'facts', gate.facts_digest(gate.statement_rule_facts(statement)), 'reason', p_reason));
  return statement;
end $$;

reset role;
