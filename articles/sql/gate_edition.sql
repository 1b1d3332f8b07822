create function gate.draft_document(p_article bigint) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  -- The draft as an edition would freeze it, without what the freezing adds.
  select jsonb_build_object(
    'schema', 1, 'article', a.id, 'kind', a.kind, 'slug', a.slug, 'language', a.language, 'title', a.title,
    'summary', a.summary, 'key_points', to_jsonb(a.key_points), 'html', a.body, 'funding', a.funding,
    'flags', case when a.uses_ai_tools then '["ai-tools"]' else '[]' end::jsonb, 'contacts', a.contacts,
    'topics', coalesce((
      select jsonb_agg(jsonb_build_object('slug', t.slug, 'name', t.name) order by t.slug collate "C")
      from articles_topic t join articles_article_topics l on l.topic_id = t.id where l.article_id = a.id), '[]'),
    'bylines', coalesce((
      select jsonb_agg(jsonb_build_object('person', p.id, 'name', p.name) order by b.position, b.id)
      from articles_byline b join cms_person p on p.id = b.person_id where b.article_id = a.id), '[]'),
    'references', coalesce((
      select jsonb_agg(jsonb_build_object('key', r.key, 'authors', r.authors, 'title', r.title, 'journal', r.journal,
        'year', r.year, 'volume', r.volume, 'pages', r.pages, 'doi', r.doi, 'pmid', r.pmid, 'pmcid', r.pmcid, 'url', r.url,
        'accessed_on', to_char(r.accessed_on, 'YYYY-MM-DD'), 'design', r.design) order by r.position, r.id)
      from articles_reference r where r.article_id = a.id), '[]'))
  from articles_article a where a.id = p_article
$$;

create function gate.draft_digest(p_article bigint) returns bytea
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  select sha256(convert_to(canonical(gate.draft_document(p_article)), 'UTF8'))
$$;

create function gate.everybody_who_contributed(p_article bigint, p_submitter bigint, p_number int) returns bigint[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  -- Who ever saved a change of this article's draft, stands or once stood in its byline, submits or once submitted it: sorted.
  select array_agg(person order by person) from (
    select person_id as person from articles_draftsave where article_id = p_article
    union select unnest(contributors) from articles_edition where article_id = p_article and number < p_number
    union select person_id from articles_byline where article_id = p_article
    union select p_submitter) everybody
$$;

create function gate.edition_says_what_it_must() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, gate, pg_temp as $$
-- The act computes the same; this holds for whoever inserts the row.
declare
  must jsonb := gate.carried(new.kind, new.words, new.topics, new.flags, new.designs, new.submitted_at);
  d jsonb := doc(new.content);
begin
  if (d -> 'disclaimers' = must -> 'disclaimers' and d -> 'statements' = must -> 'statements') is not true then
    raise exception 'it does not carry exactly the required disclaimers and statements'
      using errcode = '23514', constraint = 'carries_required_disclaimers';
  end if;
  if new.contributors is distinct from gate.everybody_who_contributed(new.article_id, new.submitted_by_id, new.number) then
    raise exception 'it does not name everybody who contributed'
      using errcode = '23514', constraint = 'names_every_contributor';
  end if;
  if new.policy_id is distinct from gate.tier_of(new.article_id, new.kind, new.slug, new.topics, new.words,
                                                 new.submitted_at) then
    raise exception 'it is not under the policy that covers its text'
      using errcode = '23514', constraint = 'a_policy_covers_it';
  end if;
  return null;
end $$;
create or replace trigger says_what_it_must after insert on articles_edition
  for each row execute function gate.edition_says_what_it_must();
alter table articles_edition enable always trigger says_what_it_must;

set local role leaf_acts;

create function act.submit(p_article bigint, p_seen bytea, p_by bigint) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp set timezone = 'UTC'
set datestyle = 'ISO' set default_text_search_config = 'pg_catalog.simple' as $$
-- Freezes the draft, if it is still the one that was seen, into the article's next edition. Returns the edition's id.
declare
  d jsonb;
  at timestamptz;
  words tsvector[];
  strange text;
  topics text[];
  policy bigint;
  newest articles_edition;
  whole articles_edition;  -- the newest that is no fix
  edition bigint;
begin
  perform from articles_article where id = p_article for no key update;
  if not found then
    perform act.refuse('article_exists', 'there is no such article');
  end if;
  perform gate.hold_the_rules();
  at := clock_timestamp();
  d := gate.draft_document(p_article);
  if sha256(convert_to(canonical(d), 'UTF8')) is distinct from p_seen then
    perform act.refuse('draft_as_seen', 'the draft is not the one that was seen');
  end if;
  if exists (select from articles_article where id = p_article and title_is_proposed) then
    perform act.refuse('title_is_chosen', 'the title is still the one that the import proposed');
  end if;
  select * into newest from articles_edition where article_id = p_article order by number desc limit 1;
  select * into whole from articles_edition where article_id = p_article and root_id = 0 order by number desc limit 1;
  if whole.draft_digest = p_seen and (
       gate.set_aside(whole.id)
       -- It waits for signatures, and none that it has came to nothing when passkeys were asked for.
       or (select count(*) from reviews_signoff s where s.edition_id = whole.id)
          < (select cardinality(requires) from reviews_policy where id = whole.policy_id)
          and not (gate.asks_for_passkeys(whole.id, at) and exists (
            select from reviews_signoff s where s.edition_id = whole.id and s.assertion_id is null))) then
    perform act.refuse('something_new_to_submit', 'this very text is the newest edition already');
  end if;
  if d ->> 'kind' = 'statement' and newest.slug <> d ->> 'slug' then
    perform act.refuse('statement_keeps_its_name', 'rules ask for a statement by its slug');
  end if;
  if contacts_have_their_shape(d -> 'contacts') is not true then
    perform act.refuse('contacts_have_their_shape', 'a contact is not complete');
  end if;
  strange := foreign_signs(canonical(d));
  if strange <> '' then
    perform act.refuse('signs_of_an_english_text', 'it holds signs that an English text is not written with', strange);
  end if;
  words := author_words(d);
  topics := texts_at(d -> 'topics', 'slug');
  policy := gate.tier_of(p_article, d ->> 'kind', d ->> 'slug', topics, words, at);
  if policy is null then
    perform act.refuse('a_policy_covers_it', 'no review policy covers this text');
  end if;
  insert into articles_address (slug, article_id) values (d ->> 'slug', p_article) on conflict do nothing;
  if not exists (select from articles_address where slug = d ->> 'slug' and article_id = p_article) then
    perform act.refuse('own_address', 'another article has this address');
  end if;
  d := d || gate.carried(d ->> 'kind', words, topics, texts(d -> 'flags'), texts_at(d -> 'references', 'design'), at)
    || jsonb_build_object(
      'number', coalesce(newest.number, 0) + 1,
      'policy', policy,
      'contributors', to_jsonb(gate.everybody_who_contributed(p_article, p_by, coalesce(newest.number, 0) + 1)));
  insert into articles_edition (content, draft_digest, submitted_by_id, submitted_at)
  values (convert_to(canonical(d), 'UTF8'), p_seen, p_by, at) returning id into edition;
  perform act.enter('submit', p_by, (
    select jsonb_build_object('article', p_article, 'edition', edition, 'number', e.number, 'digest', encode(e.digest, 'hex'))
    from articles_edition e where e.id = edition));
  return edition;
end $$;

reset role;
