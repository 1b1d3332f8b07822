-- Fixes: the text of one as it would be frozen, the act that freezes it, and the check of its row. What is no more than a fix:
-- gate_fix_comparison.sql.

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
  if (p_text ?& array['title', 'summary', 'key_points', 'html']
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
