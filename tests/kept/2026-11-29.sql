SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE SCHEMA act;

ALTER SCHEMA act OWNER TO leaf_owner;

CREATE SCHEMA gate;

ALTER SCHEMA gate OWNER TO leaf_owner;

CREATE SCHEMA live;

ALTER SCHEMA live OWNER TO leaf_owner;

-- *not* creating schema, since initdb creates it

ALTER SCHEMA public OWNER TO leaf_owner;

CREATE SCHEMA secret;

ALTER SCHEMA secret OWNER TO leaf_owner;

CREATE TYPE live.article AS (
	id bigint,
	article_id bigint,
	slug text,
	title text,
	summary text,
	number integer,
	topics text[],
	digest bytea,
	content bytea,
	document jsonb,
	starts_at timestamp with time zone,
	first_published_at timestamp with time zone,
	due_by_rule timestamp with time zone,
	sign_offs jsonb,
	statements jsonb,
	notices jsonb,
	condition text
);

ALTER TYPE live.article OWNER TO leaf_owner;

CREATE FUNCTION act.adopt_disclaimer(p_code text, p_version integer, p_name text, p_short text, p_full text, p_placement text, p_drawn_by text, p_always boolean, p_topics text[], p_words text[], p_flags text[], p_designs text[], p_source text, p_note text, p_binds boolean, p_from timestamp with time zone, p_seen bigint[], p_by bigint, p_secret bytea, p_reason text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    SET standard_conforming_strings TO 'on'
    AS $$
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

ALTER FUNCTION act.adopt_disclaimer(p_code text, p_version integer, p_name text, p_short text, p_full text, p_placement text, p_drawn_by text, p_always boolean, p_topics text[], p_words text[], p_flags text[], p_designs text[], p_source text, p_note text, p_binds boolean, p_from timestamp with time zone, p_seen bigint[], p_by bigint, p_secret bytea, p_reason text) OWNER TO leaf_acts;

CREATE FUNCTION act.adopt_statement_rule(p_slug text, p_version integer, p_name text, p_always boolean, p_topics text[], p_words text[], p_flags text[], p_designs text[], p_source text, p_note text, p_binds boolean, p_from timestamp with time zone, p_seen bigint[], p_by bigint, p_secret bytea, p_reason text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    SET standard_conforming_strings TO 'on'
    AS $$
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

ALTER FUNCTION act.adopt_statement_rule(p_slug text, p_version integer, p_name text, p_always boolean, p_topics text[], p_words text[], p_flags text[], p_designs text[], p_source text, p_note text, p_binds boolean, p_from timestamp with time zone, p_seen bigint[], p_by bigint, p_secret bytea, p_reason text) OWNER TO leaf_acts;

CREATE FUNCTION act.appoint(p_person bigint, p_office text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
declare
  appointment bigint;
begin
  if gate.holds_office(p_person, p_office) then
    perform act.refuse('appointed_once', 'this person holds the office already');
  end if;
  if not exists (select from reviews_signingsecret where person_id = p_person) then
    perform act.refuse('signing_secret_is_enrolled', 'this person has no signing secret');
  end if;
  insert into reviews_appointment (person_id, office) values (p_person, p_office) returning id into appointment;
  perform act.enter('appoint', null, jsonb_build_object('person', p_person, 'office', p_office, 'appointment', appointment));
  return appointment;
end $$;

ALTER FUNCTION act.appoint(p_person bigint, p_office text) OWNER TO leaf_acts;

CREATE FUNCTION act.as_previewed(p_kind text, p_name text, p_always boolean, p_topics text[], p_words text[], p_flags text[], p_designs text[], p_from timestamp with time zone, p_seen bigint[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
-- Refuses if it hits a page that the officer was not shown.
declare
  unseen bigint;
begin
  select count(*) into unseen
  from gate.hit_by(p_kind, p_name, p_always, p_topics, p_words, p_flags, p_designs, p_from, clock_timestamp()) h
  where (h.edition_id = any (p_seen)) is not true;
  if unseen > 0 then
    perform act.refuse('pages_as_previewed', 'more pages are hit than were shown', unseen::text);
  end if;
end $$;

ALTER FUNCTION act.as_previewed(p_kind text, p_name text, p_always boolean, p_topics text[], p_words text[], p_flags text[], p_designs text[], p_from timestamp with time zone, p_seen bigint[]) OWNER TO leaf_acts;

CREATE FUNCTION act.choose_tier(p_article bigint, p_policy text, p_by bigint, p_secret bytea, p_reason text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
-- Raises the tier of an article above what applies to its draft; lowering it takes a compliance officer's signing secret.
declare
  at timestamptz;
  d jsonb;
  its_words tsvector[];
  its_topics text[];
  called_for reviews_policy;
  applies reviews_policy;
  chosen reviews_policy;
  tier bigint;
begin
  perform from articles_article where id = p_article and kind = 'article' for no key update;
  if not found then
    perform act.refuse('article_exists', 'there is no such article');
  end if;
  at := clock_timestamp();
  d := gate.draft_document(p_article);
  its_words := author_words(d);
  its_topics := texts_at(d -> 'topics', 'slug');
  select * into called_for from reviews_policy where id = gate.policy_for('article', d ->> 'slug', its_topics, its_words, at);
  select * into applies from reviews_policy where id = gate.tier_of(p_article, 'article', d ->> 'slug', its_topics, its_words, at);
  select * into chosen from reviews_policy where name = p_policy and kind = 'article' and adopted_at <= at
  order by version desc limit 1;
  if chosen.id is null or called_for.id is null then
    perform act.refuse('a_known_tier', 'there is no such tier');
  end if;
  if chosen.id = applies.id then
    perform act.refuse('another_tier', 'that tier applies already');
  end if;
  if chosen.rank < applies.rank then
    if p_secret is null or not gate.holds_office(p_by, 'compliance') then
      perform act.refuse('lowered_by_compliance', 'only a compliance officer lowers a tier');
    end if;
    perform act.same_person(p_by, p_secret);
  end if;
  insert into reviews_chosentier (article_id, called_for, policy, by_id, at, reason)
  values (p_article, called_for.name, chosen.name, p_by, at, p_reason) returning id into tier;
  perform act.enter('choose tier', p_by, jsonb_build_object('article', p_article, 'tier', tier, 'policy', chosen.name,
    'instead_of', applies.name, 'reason', p_reason));
  return tier;
end $$;

ALTER FUNCTION act.choose_tier(p_article bigint, p_policy text, p_by bigint, p_secret bytea, p_reason text) OWNER TO leaf_acts;

CREATE FUNCTION act.dismiss(p_person bigint, p_office text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
declare
  appointment bigint;
begin
  for appointment in
    insert into reviews_dismissal (appointment_id)
    select id from reviews_appointment a where person_id = p_person and office = p_office
      and not exists (select from reviews_dismissal d where d.appointment_id = a.id)
    returning appointment_id
  loop
    perform act.enter('dismiss', null, jsonb_build_object('person', p_person, 'office', p_office, 'appointment', appointment));
  end loop;
end $$;

ALTER FUNCTION act.dismiss(p_person bigint, p_office text) OWNER TO leaf_acts;

CREATE FUNCTION act.draft_notice(p_text text, p_source text, p_everywhere boolean, p_topics text[], p_articles bigint[], p_by bigint) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
-- Returns the notice's id. Nothing of it is shown before it is signed and published.
declare
  d jsonb := jsonb_build_object('schema', 1, 'text', trim(p_text), 'source', trim(p_source), 'everywhere', p_everywhere,
    'topics', to_jsonb(coalesce(p_topics, '{}')), 'articles', to_jsonb(coalesce(p_articles, '{}')));
  notice bigint;
  strange text := foreign_signs(concat(p_text, p_source));
begin
  if p_text is null or p_source is null or p_everywhere is null then
    perform act.refuse('notice_has_every_part', 'its words, its source or what it touches is not said');
  end if;
  if exists (select from unnest(p_topics) t where not exists (select from articles_topic where slug = t))
     or exists (select from unnest(p_articles) a where not exists (select from articles_article where id = a and kind = 'article')) then
    perform act.refuse('notice_touches_what_there_is', 'a topic or an article that it touches is not there');
  end if;
  if strange <> '' then
    perform act.refuse('notice_is_plain', 'it holds signs that an English text is not written with', strange);
  end if;
  insert into reviews_notice (content, drafted_by_id, drafted_at)
  values (convert_to(canonical(d), 'UTF8'), p_by, clock_timestamp()) returning id into notice;
  perform act.enter('draft notice', p_by, (
    select jsonb_build_object('notice', id, 'digest', encode(digest, 'hex')) from reviews_notice where id = notice));
  return notice;
end $$;

ALTER FUNCTION act.draft_notice(p_text text, p_source text, p_everywhere boolean, p_topics text[], p_articles bigint[], p_by bigint) OWNER TO leaf_acts;

CREATE FUNCTION act.end_notice(p_notice bigint, p_by bigint, p_reason text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
-- Ends a notice at once, or gives a draft up. No secret: taking back must be easy.
declare
  over bigint;
begin
  if not exists (select from reviews_notice where id = p_notice) then
    perform act.refuse('notice_is_there', 'there is no such notice');
  end if;
  insert into reviews_noticeend (notice_id, by_id, at, reason) values (p_notice, p_by, clock_timestamp(), p_reason)
  returning id into over;
  perform act.enter('end notice', p_by, jsonb_build_object('notice', p_notice, 'notice_end', over, 'reason', p_reason));
  return over;
end $$;

ALTER FUNCTION act.end_notice(p_notice bigint, p_by bigint, p_reason text) OWNER TO leaf_acts;

CREATE FUNCTION act.enrol_secret(p_person bigint, p_salt bytea, p_hash bytea, p_old bytea, p_officer bigint, p_officer_secret bytea) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
-- The first one is free until somebody vouched for the person; then it takes the old secret, or a compliance officer's.
declare
  secret bigint;
begin
  perform from cms_chain for update;  -- two at once would both be the first
  if p_officer is not null then
    if p_officer = p_person or not gate.holds_office(p_officer, 'compliance') then
      perform act.refuse('by_a_compliance_officer', 'only another person, a compliance officer, can replace it');
    end if;
    perform act.same_person(p_officer, p_officer_secret, true);
  elsif exists (select from reviews_signingsecret where person_id = p_person) then
    perform act.same_person(p_person, p_old);
  elsif exists (select from reviews_verification where person_id = p_person)
        or exists (select from reviews_appointment where person_id = p_person) then
    perform act.refuse('by_a_compliance_officer', 'a compliance officer has to be there');
  end if;
  insert into reviews_signingsecret (person_id, salt, hash) values (p_person, p_salt, p_hash) returning id into secret;
  execute format('create sequence secret.tries_%s', secret);
  execute format('create sequence secret.asked_%s', secret);
  perform act.enter('enrol secret', coalesce(p_officer, p_person), jsonb_build_object('person', p_person, 'secret', secret));
  return secret;
end $$;

ALTER FUNCTION act.enrol_secret(p_person bigint, p_salt bytea, p_hash bytea, p_old bytea, p_officer bigint, p_officer_secret bytea) OWNER TO leaf_acts;

CREATE FUNCTION act.enter(p_act text, p_actor bigint, p_facts jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'act', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    SET "DateStyle" TO 'ISO'
    SET standard_conforming_strings TO 'on'
    AS $$
-- Appends to the ledger. Its lock is always the last one that an act takes, and is held until the act is committed.
-- A reason among the facts stays in its column; the entry gets its salted digest.
declare
  last record;
  n bigint;
  at timestamptz;
  reason text := coalesce(p_facts ->> 'reason', '');
  salt bytea := case when reason <> '' then uuid_send(gen_random_uuid()) end;
  entry bytea;
begin
  perform from cms_chain for update;
  select seq, hash into last from cms_entry order by seq desc limit 1;
  n := coalesce(last.seq + 1, 0);
  at := clock_timestamp();
  entry := convert_to(canonical(jsonb_strip_nulls(
    p_facts || jsonb_build_object('reason', encode(sha256(salt || convert_to(reason, 'UTF8')), 'hex')))
    || jsonb_build_object('seq', n, 'act', p_act, 'actor', p_actor, 'login', session_user,
      'at', to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))), 'UTF8');
  begin
    insert into cms_entry (seq, prev_hash, at, body, reason, salt)
    values (n, coalesce(last.hash, decode(repeat('00', 32), 'hex')), at, entry, reason, salt);
  exception when unique_violation then
    raise exception 'a newer act was entered meanwhile' using errcode = '40001', hint = 'Try the whole transaction again.';
  end;
  perform act.grow(n, entry);
end $$;

ALTER FUNCTION act.enter(p_act text, p_actor bigint, p_facts jsonb) OWNER TO leaf_acts;

CREATE FUNCTION act.give_verdict(p_kind text, p_edition bigint, p_digest bytea, p_reviewer bigint, p_reason text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
declare
  e articles_edition;
  verdict bigint;
begin
  select * into e from articles_edition where id = p_edition;
  if not found or p_digest is distinct from e.digest then
    perform act.refuse('on_exactly_this', 'another text');
  end if;
  if not exists (select from reviews_verification v where v.person_id = p_reviewer and clock_timestamp() < v.valid_until
                   and not exists (select from reviews_suspension u where u.credential_id = v.credential_id)) then
    perform act.refuse('credential_in_force', 'only a reviewer with a credential in force gives a verdict');
  end if;
  perform from articles_article where id = e.article_id for no key update;
  if p_kind = 'changes requested' and exists (
       select from (select p.edition_id from gate.shown(e.article_id, clock_timestamp()) p
                    union all select p.edition_id from gate.coming(e.article_id, clock_timestamp()) p) public
       join articles_edition x on x.id = public.edition_id where e.id in (x.id, x.root_id)) then
    perform act.refuse('still_in_review', 'its review has ended: it is published, or will be');
  end if;
  insert into reviews_verdict (edition_id, digest, article_id, reviewer_id, kind, reason, at)
  values (e.id, e.digest, e.article_id, p_reviewer, p_kind, p_reason, clock_timestamp()) returning id into verdict;
  perform act.enter(p_kind, p_reviewer, jsonb_build_object('article', e.article_id, 'edition', e.id,
    'digest', encode(e.digest, 'hex'), 'verdict', verdict, 'reason', p_reason));
  return verdict;
end $$;

ALTER FUNCTION act.give_verdict(p_kind text, p_edition bigint, p_digest bytea, p_reviewer bigint, p_reason text) OWNER TO leaf_acts;

CREATE FUNCTION act.grow(p_seq bigint, p_body bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
-- Adds an entry to the tree: its leaf, and every subtree that it completes.
declare
  height smallint := 0;
  place bigint := p_seq;
  subtree bytea := sha256('\x00'::bytea || p_body);
begin
  insert into cms_node (level, index, hash) values (height, place, subtree);
  while place % 2 = 1 loop
    select sha256('\x01'::bytea || n.hash || subtree) into strict subtree
    from cms_node n where n.level = height and n.index = place - 1;
    height := height + 1;
    place := place / 2;
    insert into cms_node (level, index, hash) values (height, place, subtree);
  end loop;
end $$;

ALTER FUNCTION act.grow(p_seq bigint, p_body bytea) OWNER TO leaf_acts;

CREATE FUNCTION act.hide_row(p_edition bigint, p_digest bytea, p_contact integer, p_by bigint, p_reason text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
-- No secret: what may harm readers is easy to hide.
declare
  e articles_edition;
  hidden bigint;
begin
  select * into e from articles_edition where id = p_edition;
  if not found or p_digest is distinct from e.digest then
    perform act.refuse('on_exactly_this', 'another text');
  end if;
  perform from articles_article where id = e.article_id for no key update;
  insert into articles_hiddenrow (article_id, edition_id, digest, contact, by_id, at, reason)
  values (e.article_id, e.id, e.digest, p_contact, p_by, clock_timestamp(), p_reason) returning id into hidden;
  perform act.enter('hide row', p_by, jsonb_build_object('article', e.article_id, 'edition', e.id,
    'digest', encode(e.digest, 'hex'), 'hidden_row', hidden, 'contact', p_contact,
    'facts', gate.facts_digest(gate.hidden_row_facts(hidden)), 'reason', p_reason));
  return hidden;
end $$;

ALTER FUNCTION act.hide_row(p_edition bigint, p_digest bytea, p_contact integer, p_by bigint, p_reason text) OWNER TO leaf_acts;

CREATE FUNCTION act.lift_refusal(p_verdict bigint, p_by bigint, p_secret bytea, p_reason text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
-- By the one who refused; or overruled by the medical lead, who neither contributed to the article nor signed it.
declare
  v reviews_verdict;
begin
  perform act.same_person(p_by, p_secret);
  select * into v from reviews_verdict where id = p_verdict and kind = 'refused';
  if not found or exists (select from reviews_lift where verdict_id = p_verdict) then
    perform act.refuse('a_refusal_in_force', 'there is no refusal in force to lift');
  end if;
  perform from articles_article where id = v.article_id for no key update;
  if p_by <> v.reviewer_id then
    if not gate.holds_office(p_by, 'medical lead') then
      perform act.refuse('lifted_by_its_reviewer', 'only the one who refused, or the medical lead, lifts a refusal');
    end if;
    if exists (select from articles_edition e where e.article_id = v.article_id and p_by = any (e.contributors))
       or exists (select from articles_draftsave d where d.article_id = v.article_id and d.person_id = p_by)
       or exists (select from reviews_signoff s join articles_edition e on e.id = s.edition_id
                  where e.article_id = v.article_id and s.reviewer_id = p_by) then
      perform act.refuse('overruled_by_an_outsider', 'the medical lead contributed to this article or signed it');
    end if;
  end if;
  insert into reviews_lift (verdict_id, by_id, kind, at, reason)
  values (v.id, p_by, case when p_by = v.reviewer_id then 'lifted' else 'overruled' end, clock_timestamp(), p_reason);
  perform act.enter('lift refusal', p_by, jsonb_build_object('article', v.article_id, 'edition', v.edition_id,
    'verdict', v.id, 'reason', p_reason));
end $$;

ALTER FUNCTION act.lift_refusal(p_verdict bigint, p_by bigint, p_secret bytea, p_reason text) OWNER TO leaf_acts;

CREATE FUNCTION act.may_adopt(p_by bigint, p_secret bytea, p_binds boolean, p_from timestamp with time zone) RETURNS timestamp with time zone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
-- Holds the rulebook for a compliance officer. Returns the instant from which the rule binds; null: at the next review.
declare
  at timestamptz;
begin
  perform act.same_person(p_by, p_secret);
  if not gate.holds_office(p_by, 'compliance') then
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

ALTER FUNCTION act.may_adopt(p_by bigint, p_secret bytea, p_binds boolean, p_from timestamp with time zone) OWNER TO leaf_acts;

CREATE FUNCTION act.publish(p_edition bigint, p_digest bytea, p_by bigint, p_starts_at timestamp with time zone, p_reason text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    SET standard_conforming_strings TO 'on'
    AS $$
-- Puts the edition before readers from p_starts_at (null: at once) until its sign-offs end. Returns the publication's id.
declare
  e articles_edition;
  at timestamptz;
  starts timestamptz;
  until timestamptz;
  rulebook bigint;
  publication bigint;
begin
  select * into e from articles_edition where id = p_edition;
  if not found or p_digest is distinct from e.digest then
    perform act.refuse('publishes_exactly_this', 'another text');
  end if;
  perform from articles_article where id = e.article_id for no key update;
  perform gate.hold_the_rules();
  rulebook := (select max(version) from articles_rulebook);
  at := clock_timestamp();
  starts := coalesce(p_starts_at, at);
  if starts < at then
    perform act.refuse('not_in_the_past', 'a publication cannot start in the past');
  end if;
  if gate.refused(e.article_id) then
    perform act.refuse('no_refusal_in_force', 'a reviewer refused this article');
  end if;
  if gate.set_aside(e.id) then
    perform act.refuse('no_changes_requested', 'a reviewer requested changes to this edition');
  end if;
  until := gate.signed_until(e.id, at);
  if until is null then
    perform act.refuse('signed_by_enough_reviewers', 'the policy''s sign-offs are not all there and in force');
  end if;
  if exists (select from gate.by_policy_now(e.id, at) n where n.until is null) then
    perform act.refuse('by_the_stricter_policy', 'the policy became stricter, and its sign-offs are not all there',
      (select string_agg(n.meaning, ', ') from gate.by_policy_now(e.id, at) n where n.until is null));
  end if;
  until := least(until, (select min(n.until) from gate.by_policy_now(e.id, at) n));
  if gate.cleared_until(e.id, at) is null then
    perform act.refuse('carries_required_disclaimers', 'a required disclaimer or a current signed statement is missing');
  end if;
  if until <= starts or gate.cleared_until(e.id, starts) is null then
    perform act.refuse('signed_when_it_starts', 'the sign-offs will have ended by then');
  end if;
  if exists (select from articles_takedown t join articles_publication p on p.article_id = t.article_id
             join articles_edition o on o.id = p.edition_id
             where t.article_id = e.article_id and t.kind = 'retracted' and p.id <= t.publication_id
               and (o.id in (e.id, e.root_id) or o.root_id = e.root_id and e.root_id > 0)) then
    perform act.refuse('retracted_for_good', 'this edition was retracted because it was wrong');
  end if;
  if not says_something(p_reason) and e.root_id > 0 and not exists (
       select from articles_fix f where f.edition_id = e.id and (
         select p.edition_id from articles_publication p where p.article_id = e.article_id order by p.id desc limit 1)
         in (f.of_id, e.id)) then
    perform act.refuse('fix_of_what_was_public_last', 'another edition than the one that it fixes was published since');
  end if;
  if not says_something(p_reason) and exists (
       select from articles_publication p join articles_edition o on o.id = p.edition_id
       where p.article_id = e.article_id and o.number > e.number) then
    perform act.refuse('no_silent_step_back', 'a newer edition was published already');
  end if;
  if not says_something(p_reason) and exists (
       select from articles_takedown t
       where t.article_id = e.article_id and gate.began(t.publication_id)
         and t.publication_id = (select max(p.id) from articles_publication p where p.article_id = e.article_id)) then
    perform act.refuse('reason_after_a_take_down', 'the page was taken down');
  end if;
  if exists (select from gate.shown(e.article_id, at) p where p.edition_id = e.id and p.ends_at >= until)
     or exists (select from gate.coming(e.article_id, at) p where p.edition_id = e.id and p.starts_at = starts) then
    perform act.refuse('something_new_to_publish', 'it is public already, for as long');
  end if;
  insert into articles_publication (article_id, edition_id, digest, starts_at, ends_at, published_by_id, published_at, rulebook)
  values (e.article_id, e.id, e.digest, starts, until, p_by, at, rulebook) returning id into publication;
  insert into reviews_basis (publication_id, sign_off_id, edition_id, digest, root_id, root_digest, on_root)
  select publication, s.id, e.id, e.digest, e.root_id, e.root_digest, s.edition_id = e.root_id
  from gate.standing_sign_offs(e.id, at) s;
  if e.kind = 'article' then
    insert into articles_listing (topic, starts_at, publication_id, ends_at)
    select topic, starts, publication, until from unnest(e.topics || ''::text) topic;
    insert into articles_publicaddress (slug, starts_at, publication_id, article_id)
    values (e.slug, starts, publication, e.article_id);
  end if;
  perform act.enter('publish', p_by, jsonb_build_object('article', e.article_id, 'edition', e.id,
    'digest', encode(e.digest, 'hex'), 'publication', publication,
    'facts', gate.facts_digest(gate.publication_facts(publication)), 'reason', nullif(trim(p_reason), ''),
    'starts_at', to_char(starts, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')));
  return publication;
end $$;

ALTER FUNCTION act.publish(p_edition bigint, p_digest bytea, p_by bigint, p_starts_at timestamp with time zone, p_reason text) OWNER TO leaf_acts;

CREATE FUNCTION act.publish_checkpoint(p_note text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $_$
-- Keeps a signed root of the ledger for the public. Who signed it, the public checks; the database, that it is a root of
-- this ledger, and newer than the last. Returns its size.
declare
  lines text[] := string_to_array(p_note, E'\n');
  n bigint;
begin
  if (cardinality(lines) = 6 and lines[1] ~ '^[a-z0-9.:/-]{1,100}$' and lines[2] ~ '^[1-9][0-9]{0,17}$' and lines[4] = ''
      and lines[5] ~ '^— [a-z0-9.:/-]{1,100} [A-Za-z0-9+/]{1,200}={0,2}$' and split_part(lines[5], ' ', 2) = lines[1]
      and lines[6] = '') is not true then
    perform act.refuse('checkpoint_is_a_signed_note', 'it is no signed note of origin, size and root');
  end if;
  n := lines[2]::bigint;
  if (lines[3] = encode(gate.root(n), 'base64')) is not true then
    perform act.refuse('checkpoint_of_this_ledger', 'it is no root of this ledger');
  end if;
  perform from cms_chain for update;
  if exists (select from cms_checkpoint where split_part(note, E'\n', 1) <> lines[1]) then
    perform act.refuse('checkpoint_of_this_ledger', 'earlier checkpoints name another origin');
  end if;
  if exists (select from cms_checkpoint where size >= n) then
    perform act.refuse('checkpoints_grow', 'there is a checkpoint of that size or larger');
  end if;
  insert into cms_checkpoint (size, root, note, at) values (n, gate.root(n), p_note, clock_timestamp());
  perform act.enter('checkpoint', null, jsonb_build_object('size', n, 'root', encode(gate.root(n), 'hex')));
  return n;
end $_$;

ALTER FUNCTION act.publish_checkpoint(p_note text) OWNER TO leaf_acts;

CREATE FUNCTION act.publish_notice(p_notice bigint, p_digest bytea, p_by bigint) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    SET standard_conforming_strings TO 'on'
    AS $$
-- Puts a signed notice above every page that it touches, at once.
declare
  s reviews_noticesignature;
  publication bigint;
begin
  select * into s from reviews_noticesignature where notice_id = p_notice;
  if not found then
    perform act.refuse('notice_is_signed', 'no reviewer signed it');
  end if;
  if p_digest is distinct from s.digest then
    perform act.refuse('publishes_exactly_this_notice', 'another text');
  end if;
  if exists (select from reviews_noticeend where notice_id = p_notice) then
    perform act.refuse('notice_is_not_over', 'it was ended');
  end if;
  if exists (select from reviews_suspension where credential_id = s.credential_id) then
    perform act.refuse('notice_signature_stands', 'the signer''s credential was suspended');
  end if;
  insert into reviews_noticepublication (notice_id, digest, reviewer_id, ends_at, published_by_id, published_at)
  values (s.notice_id, s.digest, s.reviewer_id, s.ends_at, p_by, clock_timestamp()) returning id into publication;
  perform act.enter('publish notice', p_by, jsonb_build_object('notice', s.notice_id, 'digest', encode(s.digest, 'hex'),
    'notice_publication', publication, 'facts', gate.facts_digest(gate.notice_publication_facts(publication))));
  return publication;
end $$;

ALTER FUNCTION act.publish_notice(p_notice bigint, p_digest bytea, p_by bigint) OWNER TO leaf_acts;

CREATE FUNCTION act.recheck(p_edition bigint, p_digest bytea, p_by bigint, p_secret bytea, p_source text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
-- A compliance officer compared the statement with p_source, and it is still true.
declare
  e articles_edition;
  appointment bigint;
  at timestamptz;
  recheck bigint;
begin
  select * into e from articles_edition where id = p_edition;
  if not found or p_digest is distinct from e.digest then
    perform act.refuse('on_exactly_this', 'another text');
  end if;
  perform act.same_person(p_by, p_secret);
  select id into appointment from reviews_appointment a where person_id = p_by and office = 'compliance'
    and not exists (select from reviews_dismissal d where d.appointment_id = a.id);
  if appointment is null then
    perform act.refuse('by_a_compliance_officer', 'only a compliance officer checks a statement again');
  end if;
  if p_by = any (e.contributors) then
    perform act.refuse('checked_by_no_contributor', 'the officer contributed to the statement');
  end if;
  perform from articles_article where id = e.article_id for no key update;
  at := clock_timestamp();
  if not exists (select from gate.ageing_statements(at) s where s.slug = e.slug and s.edition_id = e.id) then
    perform act.refuse('something_to_check_again', 'it is not the edition of an ageing statement that stands');
  end if;
  insert into reviews_recheck (article_id, edition_id, digest, officer_id, appointment_id, at, reason)
  values (e.article_id, e.id, e.digest, p_by, appointment, at, p_source) returning id into recheck;
  perform act.enter('check again', p_by, jsonb_build_object('article', e.article_id, 'edition', e.id,
    'digest', encode(e.digest, 'hex'), 'recheck', recheck, 'facts', gate.facts_digest(gate.recheck_facts(recheck)),
    'reason', p_source));
  return recheck;
end $$;

ALTER FUNCTION act.recheck(p_edition bigint, p_digest bytea, p_by bigint, p_secret bytea, p_source text) OWNER TO leaf_acts;

CREATE FUNCTION act.refuse(rule text, message text, quoted text DEFAULT ''::text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
-- Refuses by name. The application has a sentence for each rule; what was found it quotes.
begin
  raise exception '%', message using errcode = '23514', constraint = rule, hint = quoted;
end $$;

ALTER FUNCTION act.refuse(rule text, message text, quoted text) OWNER TO leaf_acts;

CREATE FUNCTION act.refuse_article(p_edition bigint, p_digest bytea, p_reviewer bigint, p_secret bytea, p_reason text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'act', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
-- A refusal is signed: it binds the article until it is lifted.
begin
  perform act.same_person(p_reviewer, p_secret);
  return act.give_verdict('refused', p_edition, p_digest, p_reviewer, p_reason);
end $$;

ALTER FUNCTION act.refuse_article(p_edition bigint, p_digest bytea, p_reviewer bigint, p_secret bytea, p_reason text) OWNER TO leaf_acts;

CREATE FUNCTION act.register_credential(p_person bigint, p_name text, p_profession text, p_qualification text, p_body text, p_number text, p_specialties text[], p_valid_until timestamp with time zone, p_officer bigint, p_secret bytea) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'act', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    SET standard_conforming_strings TO 'on'
    AS $$
declare
  credential bigint;
begin
  if exists (select from unnest(p_specialties) s where not exists (select from articles_topic t where t.slug = s)) then
    perform act.refuse('specialties_are_topics', 'a specialty is not one of the topics');
  end if;
  insert into reviews_credential (person_id, name, profession, qualification, registration_body, registration_number, specialties)
  values (p_person, p_name, p_profession, p_qualification, p_body, p_number, p_specialties) returning id into credential;
  perform act.verify_credential(credential, p_valid_until, p_officer, p_secret);
  return credential;
end $$;

ALTER FUNCTION act.register_credential(p_person bigint, p_name text, p_profession text, p_qualification text, p_body text, p_number text, p_specialties text[], p_valid_until timestamp with time zone, p_officer bigint, p_secret bytea) OWNER TO leaf_acts;

CREATE FUNCTION act.request_changes(p_edition bigint, p_digest bytea, p_reviewer bigint, p_reason text) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'act', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select act.give_verdict('changes requested', p_edition, p_digest, p_reviewer, p_reason)
$$;

ALTER FUNCTION act.request_changes(p_edition bigint, p_digest bytea, p_reviewer bigint, p_reason text) OWNER TO leaf_acts;

CREATE FUNCTION act.revoke(p_sign_off bigint, p_by bigint, p_reason text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
-- By the one who signed, or a compliance officer. No secret: taking back must be easy, also when signing is locked.
declare
  s reviews_signoff;
  article bigint;
begin
  select * into s from reviews_signoff where id = p_sign_off;
  if not found then
    perform act.refuse('something_to_revoke', 'there is no such sign-off');
  end if;
  if p_by <> s.reviewer_id and not gate.holds_office(p_by, 'compliance') then
    perform act.refuse('by_its_signer', 'only the signer or a compliance officer revokes a sign-off');
  end if;
  select article_id into article from articles_edition where id = s.edition_id;
  perform from articles_article where id = article for no key update;
  if exists (select from reviews_revocation where sign_off_id = p_sign_off) then
    perform act.refuse('something_to_revoke', 'it is revoked already');
  end if;
  insert into reviews_revocation (sign_off_id, by_id, at, reason) values (p_sign_off, p_by, clock_timestamp(), p_reason);
  perform act.enter('revoke', p_by, jsonb_build_object('article', article, 'edition', s.edition_id,
    'digest', encode(s.digest, 'hex'), 'sign_off', s.id, 'reason', p_reason));
end $$;

ALTER FUNCTION act.revoke(p_sign_off bigint, p_by bigint, p_reason text) OWNER TO leaf_acts;

CREATE FUNCTION act.same_person(p_person bigint, p_secret bytea, p_elsewhere boolean DEFAULT false) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'act', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
-- Refuses unless p_secret is what the person enrolled. Ten wrong tries lock it; they are counted in a sequence, which no
-- rollback undoes. A right one resets the count, also when it is rolled back afterwards. Tries in another's session
-- (p_elsewhere) have a count of their own, so that nobody locks an officer out of their own work.
declare
  s reviews_signingsecret;
  tries text;
  asked text;
begin
  select * into s from reviews_signingsecret where person_id = p_person order by id desc limit 1;
  if not found then
    perform act.refuse('signing_secret_is_enrolled', 'this person has no signing secret');
  end if;
  tries := format('secret.tries_%s', s.id);
  asked := format('secret.asked_%s', s.id);
  if nextval((case when p_elsewhere then asked else tries end)::regclass) > 10 then
    perform act.refuse('signing_is_locked', 'too many wrong signing secrets');
  end if;
  if sha256(p_secret) is distinct from s.hash then
    perform act.refuse('same_person', 'that is not the signing secret');
  end if;
  perform setval(asked::regclass, 1, false);
  if not p_elsewhere then
    perform setval(tries::regclass, 1, false);
  end if;
end $$;

ALTER FUNCTION act.same_person(p_person bigint, p_secret bytea, p_elsewhere boolean) OWNER TO leaf_acts;

CREATE FUNCTION act.sign_notice(p_notice bigint, p_digest bytea, p_reviewer bigint, p_secret bytea, p_ends_at timestamp with time zone) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    SET standard_conforming_strings TO 'on'
    AS $$
-- One reviewer signs exactly these bytes, until p_ends_at at most. Whether they may, the checks of the row say.
declare
  n reviews_notice;
  v reviews_verification;
  medics jsonb := '{"notice": {"covers": "none", "by":
    ["physician", "pharmacist", "nurse practitioner or physician assistant", "clinical psychologist"]}}';
  signature bigint;
  at timestamptz;
begin
  select * into n from reviews_notice where id = p_notice;
  if not found or p_digest is distinct from n.digest then
    perform act.refuse('signs_exactly_this_notice', 'another text');
  end if;
  perform act.same_person(p_reviewer, p_secret);
  if exists (select from reviews_noticeend where notice_id = n.id) then
    perform act.refuse('notice_is_not_over', 'it was ended');
  end if;
  at := clock_timestamp();
  select * into v from gate.best_verification(p_reviewer, medics, 'notice', '{}', at);
  if not found then
    perform act.refuse('with_this_credential', 'this person has no verified credential');
  end if;
  insert into reviews_noticesignature (
    notice_id, digest, drafted_by_id, verification_id, credential_id, reviewer_id, reviewer_name, profession, specialties,
    qualification, verified_at, valid_until, signed_at, ends_at)
  values (
    n.id, n.digest, n.drafted_by_id, v.id, v.credential_id, v.person_id, v.name, v.profession, v.specialties,
    v.qualification, v.verified_at, v.valid_until, at, p_ends_at)
  returning id into signature;
  perform act.enter('sign notice', p_reviewer, jsonb_build_object('notice', n.id, 'digest', encode(n.digest, 'hex'),
    'notice_signature', signature, 'credential', v.credential_id, 'verification', v.id,
    'facts', gate.facts_digest(gate.notice_signature_facts(signature))));
  return signature;
end $$;

ALTER FUNCTION act.sign_notice(p_notice bigint, p_digest bytea, p_reviewer bigint, p_secret bytea, p_ends_at timestamp with time zone) OWNER TO leaf_acts;

CREATE FUNCTION act.sign_off(p_edition bigint, p_digest bytea, p_reviewer bigint, p_secret bytea, p_meaning text, p_interests text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    SET standard_conforming_strings TO 'on'
    AS $$
-- One reviewer signs exactly this digest, with the credential of theirs that fits best. Whether it fits is not decided
-- here: the checks of reviews_signoff do. A change sign-off is due and ends with the full review that it rests on.
declare
  e articles_edition;
  p reviews_policy;
  v reviews_verification;
  at timestamptz;
  due timestamptz;
  ends timestamptz;
  sign_off bigint;
begin
  select * into e from articles_edition where id = p_edition;
  if not found or p_digest is distinct from e.digest then
    perform act.refuse('signs_exactly_this', 'another text');
  end if;
  perform act.same_person(p_reviewer, p_secret);
  perform from articles_article where id = e.article_id for no key update;
  if gate.set_aside(e.id) then
    perform act.refuse('no_changes_requested', 'changes to this edition were requested, or it was refused');
  end if;
  at := clock_timestamp();
  select * into p from reviews_policy where id = e.policy_id;
  due := (at at time zone 'UTC' + p.review_after) at time zone 'UTC';
  ends := (at at time zone 'UTC' + p.ends_after) at time zone 'UTC';
  if p_meaning = 'change' and e.root_id > 0 then
    if not exists (select from articles_fix f where f.edition_id = e.id) then
      perform act.refuse('of_a_known_fix', 'it says that it is a fix, and nothing was compared');
    end if;
    select least(due, min(m.review_due_at)), min(m.until) into due, ends from gate.by_meaning(e.root_id, at, null) m;
    if ends is null then
      perform act.refuse('full_review_stands', 'the sign-offs of the edition that was reviewed in full do not stand');
    end if;
  end if;
  select * into v from gate.best_verification(p_reviewer, p.signers, p_meaning, e.topics, at);
  if not found then
    perform act.refuse('with_this_credential', 'this person has no verified credential');
  end if;
  insert into reviews_signoff (
    edition_id, digest, root_id, contributors, topics, policy_id, requires, review_after, ends_after, signers,
    verification_id, credential_id, reviewer_id, reviewer_name, profession, qualification, specialties, verified_at, valid_until,
    meaning, interests, signed_at, review_due_at, ends_at)
  values (
    e.id, e.digest, e.root_id, e.contributors, e.topics, p.id, p.requires, p.review_after, p.ends_after, p.signers,
    v.id, v.credential_id, v.person_id, v.name, v.profession, v.qualification, v.specialties, v.verified_at, v.valid_until,
    p_meaning, p_interests, at, due, ends)
  returning id into sign_off;
  perform act.enter('sign off', p_reviewer, jsonb_build_object('article', e.article_id, 'edition', e.id,
    'digest', encode(e.digest, 'hex'), 'sign_off', sign_off, 'meaning', p_meaning, 'credential', v.credential_id,
    'verification', v.id, 'facts', gate.facts_digest(gate.sign_off_facts(sign_off))));
  return sign_off;
end $$;

ALTER FUNCTION act.sign_off(p_edition bigint, p_digest bytea, p_reviewer bigint, p_secret bytea, p_meaning text, p_interests text) OWNER TO leaf_acts;

CREATE FUNCTION act.submit(p_article bigint, p_seen bytea, p_by bigint) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    SET "DateStyle" TO 'ISO'
    SET default_text_search_config TO 'pg_catalog.simple'
    SET standard_conforming_strings TO 'on'
    AS $$
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
       or (select count(*) from reviews_signoff s where s.edition_id = whole.id)
          < (select cardinality(requires) from reviews_policy where id = whole.policy_id)) then
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

ALTER FUNCTION act.submit(p_article bigint, p_seen bytea, p_by bigint) OWNER TO leaf_acts;

CREATE FUNCTION act.submit_fix(p_edition bigint, p_digest bytea, p_text jsonb, p_by bigint, p_reason text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    SET "DateStyle" TO 'ISO'
    SET default_text_search_config TO 'pg_catalog.simple'
    SET standard_conforming_strings TO 'on'
    AS $_$
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
end $_$;

ALTER FUNCTION act.submit_fix(p_edition bigint, p_digest bytea, p_text jsonb, p_by bigint, p_reason text) OWNER TO leaf_acts;

CREATE FUNCTION act.suspend_credential(p_credential bigint, p_by bigint, p_reason text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
begin
  if not gate.holds_office(p_by, 'compliance') then
    perform act.refuse('by_a_compliance_officer', 'only a compliance officer suspends credentials');
  end if;
  if exists (select from reviews_suspension where credential_id = p_credential) then
    perform act.refuse('suspended_once', 'it is suspended already');
  end if;
  insert into reviews_suspension (credential_id, by_id, at, reason) values (p_credential, p_by, clock_timestamp(), p_reason);
  perform act.enter('suspend credential', p_by, jsonb_build_object('credential', p_credential, 'reason', p_reason));
end $$;

ALTER FUNCTION act.suspend_credential(p_credential bigint, p_by bigint, p_reason text) OWNER TO leaf_acts;

CREATE FUNCTION act.take_down(p_article bigint, p_kind text, p_by bigint, p_reason text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'act', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
-- Hides every publication of the article made until now, scheduled ones too.
declare
  newest bigint;
  take_down bigint;
begin
  perform from articles_article where id = p_article for no key update;
  select max(id) into newest from articles_publication where article_id = p_article;
  if newest is null then
    perform act.refuse('something_to_take_down', 'this article was never published');
  end if;
  if exists (select from articles_takedown t where t.publication_id = newest and (t.kind = p_kind or t.kind = 'retracted')) then
    perform act.refuse('something_to_take_down', 'it is taken down already');
  end if;
  insert into articles_takedown (article_id, publication_id, kind, by_id, at, reason)
  values (p_article, newest, p_kind, p_by, clock_timestamp(), p_reason) returning id into take_down;
  perform act.enter(p_kind, p_by, jsonb_build_object('article', p_article, 'publication', newest, 'reason', p_reason));
  return take_down;
end $$;

ALTER FUNCTION act.take_down(p_article bigint, p_kind text, p_by bigint, p_reason text) OWNER TO leaf_acts;

CREATE FUNCTION act.verify_credential(p_credential bigint, p_valid_until timestamp with time zone, p_officer bigint, p_secret bytea) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'act', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    SET standard_conforming_strings TO 'on'
    AS $$
-- A compliance officer checked the credential: it is in force until p_valid_until, 366 days at most.
declare
  c reviews_credential;
  appointment bigint;
  verification bigint;
begin
  perform act.same_person(p_officer, p_secret);
  select * into c from reviews_credential where id = p_credential;
  if not found then
    perform act.refuse('of_this_credential', 'there is no such credential');
  end if;
  select id into appointment from reviews_appointment a where person_id = p_officer and office = 'compliance'
    and not exists (select from reviews_dismissal d where d.appointment_id = a.id);
  if appointment is null then
    perform act.refuse('by_a_compliance_officer', 'only a compliance officer verifies credentials');
  end if;
  if not exists (select from reviews_signingsecret where person_id = c.person_id) then
    perform act.refuse('signing_secret_is_enrolled', 'the reviewer enrols a signing secret first');
  end if;
  insert into reviews_verification (credential_id, person_id, name, profession, qualification, specialties, officer_id, appointment_id,
                                    verified_at, valid_until)
  values (c.id, c.person_id, c.name, c.profession, c.qualification, c.specialties, p_officer, appointment, clock_timestamp(), p_valid_until)
  returning id into verification;
  perform act.enter('verify credential', p_officer, jsonb_build_object('person', c.person_id, 'credential', c.id,
    'verification', verification, 'facts', gate.facts_digest(gate.verification_facts(verification))));
  return verification;
end $$;

ALTER FUNCTION act.verify_credential(p_credential bigint, p_valid_until timestamp with time zone, p_officer bigint, p_secret bytea) OWNER TO leaf_acts;

CREATE FUNCTION gate.a_fallback_does_not_age() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
-- What stands in for a statement that is too old must not grow too old itself.
begin
  if exists (select from (select distinct on (slug) * from articles_statement order by slug, version desc) s
             join (select distinct on (slug) * from articles_statement order by slug, version desc) f on f.slug = s.fallback
             where f.max_age is not null) then
    raise exception 'a fallback has a maximum age' using errcode = '23514', constraint = 'a_fallback_does_not_age';
  end if;
  return null;
end $$;

ALTER FUNCTION gate.a_fallback_does_not_age() OWNER TO leaf_owner;

CREATE FUNCTION gate.against_rule(p_kind text, p_name text, p_version integer, p_title text, p_short text, p_full text, p_placement text, p_drawn_by text, p_always boolean, p_topics text[], p_words text[], p_flags text[], p_designs text[], p_source text) RETURNS TABLE(rule text, found text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $_$
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
end $_$;

ALTER FUNCTION gate.against_rule(p_kind text, p_name text, p_version integer, p_title text, p_short text, p_full text, p_placement text, p_drawn_by text, p_always boolean, p_topics text[], p_words text[], p_flags text[], p_designs text[], p_source text) OWNER TO leaf_owner;

CREATE FUNCTION gate.ageing_statements(p_at timestamp with time zone) RETURNS TABLE(slug text, edition_id bigint, checked_at timestamp with time zone, due_at timestamp with time zone, ends_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- Those with a maximum age whose edition stands, shown or too old to be: when each was checked, from when its check is due
  -- (a quarter of its time before the end), and when it is too old.
  select n.slug, s.edition_id, s.checked_at, s.ends_at - n.max_age / 4, s.ends_at
  from (select distinct on (x.slug) x.slug, x.max_age from articles_statement x where x.adopted_at <= p_at
        order by x.slug, x.version desc) n
  cross join lateral gate.standing_statement(n.slug, p_at) s
  where s.ends_at is not null
$$;

ALTER FUNCTION gate.ageing_statements(p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.append_only() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
begin
  raise exception '% on % is refused: evidence is only added to', tg_op, tg_table_name
    using errcode = '23514', constraint = 'append_only';
end $$;

ALTER FUNCTION gate.append_only() OWNER TO leaf_owner;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE public.articles_publicaddress (
    slug text NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    publication_id bigint NOT NULL,
    article_id bigint NOT NULL
);

ALTER TABLE public.articles_publicaddress OWNER TO leaf_owner;

COMMENT ON TABLE public.articles_publicaddress IS 'The address of every publication of an article, from its start on.';

CREATE FUNCTION gate.article_at(p_slug text, p_at timestamp with time zone) RETURNS TABLE(article_id bigint)
    LANGUAGE sql STABLE ROWS 1
    BEGIN ATOMIC
 SELECT x.article_id
    FROM public.articles_publicaddress x
   WHERE ((x.slug = article_at.p_slug) AND (x.starts_at <= article_at.p_at))
  LIMIT 1;
END;

ALTER FUNCTION gate.article_at(p_slug text, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION public.asks(words tsvector[], query tsquery) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select exists (select from unnest(words) piece where piece @@ query)
$$;

ALTER FUNCTION public.asks(words tsvector[], query tsquery) OWNER TO leaf_owner;

COMMENT ON FUNCTION public.asks(words tsvector[], query tsquery) IS 'Whether a rule''s words are found in any piece of a text.';

CREATE FUNCTION public.author_words(d jsonb) RETURNS tsvector[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- Four readings: a raised or lowered letter joined to its word, parted from it, and left out ("depression<sup>1"); and
  -- broken words joined. One that cannot differ is not made: no tag stands inside a word, or no letter is raised or lowered.
  with every as materialized (
    select string_to_array(concat_ws(' é0 ', public.plain_words(public.author_text(d, '')),
      case when d ->> 'html' ~* '[^][:space:]<>.,;:!?()"&[](</?(strong|em|sub|sup|a)(\s[^<>]*)?>)+[^][:space:]<>.,;:!?()"&[]' then
        public.plain_words(public.author_text(d, ' ')) end,
      case when d ->> 'html' ~* '<su[bp]>' then
        public.plain_words(public.author_text(d || jsonb_build_object('html',
          regexp_replace(d ->> 'html', '<(sub|sup)>.*?</\1>', '', 'gi')), ' ')) end,
      nullif(public.joined_words(d), '')), ' ') as words)
  select coalesce(array_agg(to_tsvector('pg_catalog.simple', array_to_string(words[at:at + 229], ' '))), '{}')
  from every, generate_series(1, cardinality(words), 200) at
$$;

ALTER FUNCTION public.author_words(d jsonb) OWNER TO leaf_owner;

CREATE FUNCTION public.canonical(j jsonb) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
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

ALTER FUNCTION public.canonical(j jsonb) OWNER TO leaf_owner;

COMMENT ON FUNCTION public.canonical(j jsonb) IS 'The one text of a JSON document: keys sorted, no spaces, no key twice (RFC 8785).';

CREATE FUNCTION public.cited_keys(html text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select coalesce(array_agg(distinct key[1]), '{}')
  from regexp_matches(html, '\[(@[a-z0-9-]+(?:; @[a-z0-9-]+)*)\]', 'g') citation,
       regexp_matches(citation[1], '@([a-z0-9-]+)', 'g') key
$$;

ALTER FUNCTION public.cited_keys(html text) OWNER TO leaf_owner;

COMMENT ON FUNCTION public.cited_keys(html text) IS 'The keys in "[@key]" and "[@one; @other]".';

CREATE FUNCTION public.contacts_have_their_shape(contacts jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select jsonb_typeof(contacts) = 'array' and not exists (
    select from jsonb_array_elements(case when jsonb_typeof(contacts) = 'array' then contacts else '[]' end) c
    where (jsonb_typeof(c) = 'object' and c - array['region', 'name', 'audience', 'links', 'first'] = '{}'
           and jsonb_typeof(c -> 'region') = 'string' and jsonb_typeof(c -> 'name') = 'string'
           and jsonb_typeof(c -> 'audience') = 'string' and jsonb_typeof(c -> 'first') = 'boolean'
           and jsonb_typeof(c -> 'links') = 'array'
           and not exists (
             select from jsonb_array_elements(case when jsonb_typeof(c -> 'links') = 'array' then c -> 'links' else '[]' end) l
             where (jsonb_typeof(l) = 'object' and l - array['label', 'href'] = '{}'
                    and jsonb_typeof(l -> 'label') = 'string' and jsonb_typeof(l -> 'href') = 'string') is not true)) is not true)
$$;

ALTER FUNCTION public.contacts_have_their_shape(contacts jsonb) OWNER TO leaf_owner;

CREATE FUNCTION public.doc(b bytea) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
begin
  return convert_from(b, 'UTF8')::jsonb;
end $$;

ALTER FUNCTION public.doc(b bytea) OWNER TO leaf_owner;

COMMENT ON FUNCTION public.doc(b bytea) IS 'The JSON document in these bytes. Immutable, unlike convert_from: the database is always UTF-8.';

CREATE FUNCTION public.entities_are_plain(html text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select regexp_replace(html, '&(?:amp|lt|gt|quot|#39|nbsp);', '', 'g') !~ '&'
$$;

ALTER FUNCTION public.entities_are_plain(html text) OWNER TO leaf_owner;

CREATE FUNCTION public.every_citation_is_readable(html text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- "[@Key]", "[@one, @other]" and the like are no citations: readers would see them as they stand.
  select regexp_replace(html, '\[@[a-z0-9-]+(?:; @[a-z0-9-]+)*\]', '', 'g') !~ '\[\s*@'
$$;

ALTER FUNCTION public.every_citation_is_readable(html text) OWNER TO leaf_owner;

CREATE FUNCTION public.every_term_says_something(terms text[]) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select not exists (select from unnest(terms) term where not public.says_something(term))
$$;

ALTER FUNCTION public.every_term_says_something(terms text[]) OWNER TO leaf_owner;

CREATE FUNCTION public.fix_has_its_shape(fix jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $_$
  select jsonb_typeof(fix) = 'object' and fix - array['of', 'root', 'root_digest', 'root_number'] = '{}'
    and jsonb_typeof(fix -> 'of') = 'number' and jsonb_typeof(fix -> 'root') = 'number' and jsonb_typeof(fix -> 'root_number') = 'number'
    and fix ->> 'root_digest' ~ '^[0-9a-f]{64}$'
$_$;

ALTER FUNCTION public.fix_has_its_shape(fix jsonb) OWNER TO leaf_owner;

CREATE FUNCTION public.foreign_signs(t text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- The characters of an English text that are none of ours, each once; empty if there is none. Ours are ASCII, composed
  -- Latin letters, the usual punctuation and signs, raised and lowered digits, and Greek letters standing alone.
  select coalesce(string_agg(distinct sign, ' '), '')
  from regexp_split_to_table(
    regexp_replace(regexp_replace(t, U&'[\0391-\03A9\03B1-\03C9](?![\0391-\03A9\03B1-\03C9])', '', 'g'),
      U&'[\000A -~\00A0-\00AC\00AE-\0130\0132-\0137\0139-\017E\0218-\021B\1E00-\1E9B\1EA0-\1EF9\2010-\2015\2018-\201E\2020-\2022\2026\2030\2032\2033\2039\203A\20AC\2070\2074-\207E\2080-\208E\2122\2190-\2193\2212\2248\2260\2264\2265]', '', 'g'),
    '') sign
  where sign <> ''
$$;

ALTER FUNCTION public.foreign_signs(t text) OWNER TO leaf_owner;

CREATE FUNCTION public.in_vocabulary(html text) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
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

ALTER FUNCTION public.in_vocabulary(html text) OWNER TO leaf_owner;

CREATE FUNCTION public.nothing_invisible(t text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select t !~ U&'[\0001-\0008\000B\000C\000E-\001F\007F-\009F\00AD\034F\061C\115F\1160\17B4\17B5\180B-\180F\200B-\200F\2028-\202E\2060-\206F\3164\FEFF\FFA0\FFF9-\FFFB\+0E0000-\+0E0FFF]'
$$;

ALTER FUNCTION public.nothing_invisible(t text) OWNER TO leaf_owner;

CREATE FUNCTION public.numbers(list jsonb) RETURNS bigint[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select coalesce(array_agg(n::bigint order by n::bigint), '{}') from jsonb_array_elements_text(list) n
$$;

ALTER FUNCTION public.numbers(list jsonb) OWNER TO leaf_owner;

CREATE FUNCTION public.one_script(t text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- A letter that looks Latin and is not, inside a Latin word, shows the reader one word and the rules another.
  -- Greek mu beside Latin is a unit ("μg").
  select normalize(t, NFKD) !~ U&'[A-Za-z][\0370-\03BB\03BD-\052F\0530-\058F\13A0-\13FF\A4D0-\A4FF\AB70-\ABBF]|[\0370-\03BB\03BD-\052F\0530-\058F\13A0-\13FF\A4D0-\A4FF\AB70-\ABBF][A-Za-z]'
$$;

ALTER FUNCTION public.one_script(t text) OWNER TO leaf_owner;

CREATE FUNCTION public.safe_links(d jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $_$
  select not exists (select from jsonb_array_elements(d -> 'references') r where r ->> 'url' !~ '^(https?://[^[:space:]<>"]+)?$')
     and not exists (select from jsonb_array_elements(d -> 'contacts') c, jsonb_array_elements(c -> 'links') l
                     where (l ->> 'href' ~ '^(tel:[0-9+]+|sms:[0-9+]+|https://[^[:space:]<>"]+|mailto:[^[:space:]<>"]+)$') is not true)
$_$;

ALTER FUNCTION public.safe_links(d jsonb) OWNER TO leaf_owner;

CREATE FUNCTION public.says_something(t text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select coalesce(public.plain_words(t) <> '', false)
$$;

ALTER FUNCTION public.says_something(t text) OWNER TO leaf_owner;

CREATE FUNCTION public.terms_query(terms text[]) RETURNS tsquery
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select coalesce((select string_agg('(' || term_query(term)::text || ')', ' | ') from unnest(terms) term), '')::tsquery
$$;

ALTER FUNCTION public.terms_query(terms text[]) OWNER TO leaf_owner;

CREATE FUNCTION public.texts(list jsonb) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select coalesce(array_agg(item order by item collate "C"), '{}') from jsonb_array_elements_text(list) item
$$;

ALTER FUNCTION public.texts(list jsonb) OWNER TO leaf_owner;

CREATE FUNCTION public.texts_at(list jsonb, field text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select coalesce(array_agg(item ->> field order by item ->> field collate "C"), '{}') from jsonb_array_elements(list) item
$$;

ALTER FUNCTION public.texts_at(list jsonb, field text) OWNER TO leaf_owner;

COMMENT ON FUNCTION public.texts_at(list jsonb, field text) IS 'One field of every object in a list, sorted.';

CREATE FUNCTION public.without_tags(html text, instead text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- Tags inside a word (strong, em, a) vanish, raised and lowered ones become `instead`, all others a space. Entities that
  -- the sanitiser writes are read, "&amp;" last.
  select replace(replace(replace(replace(replace(replace(
           regexp_replace(regexp_replace(regexp_replace(
             html, '</?(strong|em|a)(\s[^<>]*)?>', '', 'gi'), '</?(sub|sup)>', instead, 'gi'), '<[^<>]*>', ' ', 'g'),
           '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&#39;', ''''), '&nbsp;', ' '), '&amp;', '&')
$$;

ALTER FUNCTION public.without_tags(html text, instead text) OWNER TO leaf_owner;

CREATE TABLE public.articles_disclaimer (
    id bigint NOT NULL,
    code text NOT NULL,
    version integer NOT NULL,
    name text NOT NULL,
    short text NOT NULL,
    "full" text NOT NULL,
    "position" integer NOT NULL,
    placement text NOT NULL,
    drawn_by text NOT NULL,
    always boolean NOT NULL,
    topics text[] NOT NULL,
    words text[] NOT NULL,
    flags text[] NOT NULL,
    designs text[] NOT NULL,
    query tsquery GENERATED ALWAYS AS (public.terms_query(words)) STORED NOT NULL,
    source text NOT NULL,
    note text NOT NULL,
    adopted_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    binding_at timestamp with time zone,
    rulebook bigint NOT NULL,
    adopted_by_id bigint,
    reason text DEFAULT ''::text NOT NULL,
    CONSTRAINT a_text_to_carry CHECK ((((drawn_by <> 'text'::text) OR (("full" <> ''::text) AND ((placement <> 'top'::text) OR (short <> ''::text)))) IS TRUE)),
    CONSTRAINT adopted_with_a_reason CHECK (((adopted_by_id IS NULL) OR public.says_something(reason))),
    CONSTRAINT articles_disclaimer_code_check CHECK ((code ~ '^D-[A-Z0-9-]+$'::text)),
    CONSTRAINT articles_disclaimer_drawn_by_check CHECK ((drawn_by = ANY (ARRAY['text'::text, 'frame'::text, 'nobody'::text]))),
    CONSTRAINT articles_disclaimer_name_check CHECK ((name <> ''::text)),
    CONSTRAINT articles_disclaimer_placement_check CHECK ((placement = ANY (ARRAY['top'::text, 'safety'::text, 'reference'::text, 'about'::text]))),
    CONSTRAINT articles_disclaimer_version_check CHECK ((version > 0)),
    CONSTRAINT disclaimer_in_plain_words CHECK ((((public.foreign_signs(concat_ws(' '::text, name, short, "full")) = ''::text) AND public.nothing_invisible(concat_ws(' '::text, name, short, "full")) AND public.one_script(concat_ws(' '::text, name, short, "full")) AND (concat_ws(' '::text, name, short, "full") !~ '[<>[:cntrl:]]'::text) AND (concat_ws(' '::text, name, short, "full") !~ '&#?[A-Za-z0-9]+;'::text)) IS TRUE)),
    CONSTRAINT every_term_says_something CHECK (public.every_term_says_something(words)),
    CONSTRAINT no_empty_item CHECK (public.every_term_says_something(((topics || flags) || designs))),
    CONSTRAINT rule_in_plain_words CHECK (((public.foreign_signs(array_to_string((((topics || words) || flags) || designs), ' '::text)) = ''::text) IS TRUE))
);

ALTER TABLE public.articles_disclaimer OWNER TO leaf_owner;

COMMENT ON COLUMN public.articles_disclaimer.binding_at IS 'From this instant on no page that lacks it is public; null: new editions carry it, and a page that lacks it is review due.';

CREATE TABLE public.articles_edition (
    id bigint NOT NULL,
    content bytea NOT NULL,
    draft_digest bytea NOT NULL,
    submitted_by_id bigint NOT NULL,
    submitted_at timestamp with time zone NOT NULL,
    digest bytea GENERATED ALWAYS AS (sha256(content)) STORED NOT NULL,
    article_id bigint GENERATED ALWAYS AS (((public.doc(content) ->> 'article'::text))::bigint) STORED NOT NULL,
    kind text GENERATED ALWAYS AS ((public.doc(content) ->> 'kind'::text)) STORED NOT NULL,
    number integer GENERATED ALWAYS AS (((public.doc(content) ->> 'number'::text))::integer) STORED NOT NULL,
    slug text GENERATED ALWAYS AS ((public.doc(content) ->> 'slug'::text)) STORED NOT NULL,
    title text GENERATED ALWAYS AS ((public.doc(content) ->> 'title'::text)) STORED NOT NULL,
    summary text GENERATED ALWAYS AS ((public.doc(content) ->> 'summary'::text)) STORED NOT NULL,
    html text GENERATED ALWAYS AS ((public.doc(content) ->> 'html'::text)) STORED NOT NULL,
    policy_id bigint GENERATED ALWAYS AS (((public.doc(content) ->> 'policy'::text))::bigint) STORED NOT NULL,
    contributors bigint[] GENERATED ALWAYS AS (public.numbers((public.doc(content) -> 'contributors'::text))) STORED NOT NULL,
    topics text[] GENERATED ALWAYS AS (public.texts_at((public.doc(content) -> 'topics'::text), 'slug'::text)) STORED NOT NULL,
    disclaimers text[] GENERATED ALWAYS AS (public.texts_at((public.doc(content) -> 'disclaimers'::text), 'id'::text)) STORED NOT NULL,
    statements text[] GENERATED ALWAYS AS (public.texts_at((public.doc(content) -> 'statements'::text), 'slug'::text)) STORED NOT NULL,
    flags text[] GENERATED ALWAYS AS (public.texts((public.doc(content) -> 'flags'::text))) STORED NOT NULL,
    designs text[] GENERATED ALWAYS AS (public.texts_at((public.doc(content) -> 'references'::text), 'design'::text)) STORED NOT NULL,
    search tsvector GENERATED ALWAYS AS (((setweight(to_tsvector('english'::regconfig, (public.doc(content) ->> 'title'::text)), 'A'::"char") || setweight(to_tsvector('english'::regconfig, (public.doc(content) ->> 'summary'::text)), 'B'::"char")) || to_tsvector('english'::regconfig, public.without_tags((public.doc(content) ->> 'html'::text), ' '::text)))) STORED NOT NULL,
    named_topics jsonb GENERATED ALWAYS AS ((public.doc(content) -> 'topics'::text)) STORED NOT NULL,
    root_id bigint GENERATED ALWAYS AS (COALESCE((((public.doc(content) -> 'fix'::text) ->> 'root'::text))::bigint, (0)::bigint)) STORED NOT NULL,
    root_digest bytea GENERATED ALWAYS AS (decode(COALESCE(((public.doc(content) -> 'fix'::text) ->> 'root_digest'::text), ''::text), 'hex'::text)) STORED NOT NULL,
    words tsvector[] GENERATED ALWAYS AS (public.author_words(public.doc(content))) STORED NOT NULL,
    reading smallint DEFAULT 2 NOT NULL,
    CONSTRAINT article_has_a_byline CHECK ((((kind = 'statement'::text) OR (jsonb_array_length((public.doc(content) -> 'bylines'::text)) > 0)) IS TRUE)),
    CONSTRAINT article_has_a_topic CHECK ((((kind = 'statement'::text) OR (jsonb_array_length((public.doc(content) -> 'topics'::text)) > 0)) IS TRUE)),
    CONSTRAINT body_is_written CHECK (public.says_something(public.without_tags((public.doc(content) ->> 'html'::text), ' '::text))),
    CONSTRAINT contacts_have_their_shape CHECK ((public.contacts_have_their_shape((public.doc(content) -> 'contacts'::text)) IS TRUE)),
    CONSTRAINT content_has_every_key CHECK (((public.doc(content) ?& ARRAY['article'::text, 'bylines'::text, 'contacts'::text, 'contributors'::text, 'disclaimers'::text, 'flags'::text, 'funding'::text, 'html'::text, 'key_points'::text, 'kind'::text, 'language'::text, 'number'::text, 'policy'::text, 'references'::text, 'schema'::text, 'slug'::text, 'statements'::text, 'summary'::text, 'title'::text, 'topics'::text]) IS TRUE)),
    CONSTRAINT content_has_its_schema CHECK ((((public.doc(content) -> 'schema'::text) = '1'::jsonb) IS TRUE)),
    CONSTRAINT content_is_canonical CHECK (((content = convert_to(public.canonical(public.doc(content)), 'UTF8'::name)) IS TRUE)),
    CONSTRAINT entities_are_plain CHECK ((public.entities_are_plain((public.doc(content) ->> 'html'::text)) IS TRUE)),
    CONSTRAINT every_citation_has_a_reference CHECK (((public.cited_keys((public.doc(content) ->> 'html'::text)) <@ public.texts_at((public.doc(content) -> 'references'::text), 'key'::text)) IS TRUE)),
    CONSTRAINT every_citation_is_readable CHECK ((public.every_citation_is_readable((public.doc(content) ->> 'html'::text)) IS TRUE)),
    CONSTRAINT fix_has_its_shape CHECK ((((NOT (public.doc(content) ? 'fix'::text)) OR (public.fix_has_its_shape((public.doc(content) -> 'fix'::text)) AND (root_id > 0))) IS TRUE)),
    CONSTRAINT links_are_plain CHECK ((public.safe_links(public.doc(content)) IS TRUE)),
    CONSTRAINT markup_in_vocabulary CHECK ((public.in_vocabulary((public.doc(content) ->> 'html'::text)) IS TRUE)),
    CONSTRAINT no_invisible_characters CHECK ((public.nothing_invisible(convert_from(content, 'UTF8'::name)) IS TRUE)),
    CONSTRAINT numbered_from_one CHECK ((number > 0)),
    CONSTRAINT only_articles_are_fixed CHECK ((((root_id = 0) OR (kind = 'article'::text)) IS TRUE)),
    CONSTRAINT signs_of_an_english_text CHECK (((public.foreign_signs(convert_from(content, 'UTF8'::name)) = ''::text) IS TRUE)),
    CONSTRAINT statement_short_form_fits CHECK ((((kind = 'article'::text) OR (array_length(regexp_split_to_array(TRIM(BOTH FROM (public.doc(content) ->> 'summary'::text)), '\s+'::text), 1) <= 60)) IS TRUE)),
    CONSTRAINT submitter_is_a_contributor CHECK (((submitted_by_id = ANY (public.numbers((public.doc(content) -> 'contributors'::text)))) IS TRUE)),
    CONSTRAINT summary_is_written CHECK (public.says_something((public.doc(content) ->> 'summary'::text))),
    CONSTRAINT three_to_five_key_points CHECK ((((kind = 'statement'::text) OR ((jsonb_array_length((public.doc(content) -> 'key_points'::text)) >= 3) AND (jsonb_array_length((public.doc(content) -> 'key_points'::text)) <= 5))) IS TRUE)),
    CONSTRAINT title_is_written CHECK ((public.says_something((public.doc(content) ->> 'title'::text)) AND (length((public.doc(content) ->> 'title'::text)) <= 200)))
);

ALTER TABLE public.articles_edition OWNER TO leaf_owner;

CREATE TABLE public.articles_statement (
    id bigint NOT NULL,
    slug text NOT NULL,
    version integer NOT NULL,
    name text NOT NULL,
    placement text NOT NULL,
    fallback text,
    always boolean NOT NULL,
    topics text[] NOT NULL,
    words text[] NOT NULL,
    flags text[] NOT NULL,
    designs text[] NOT NULL,
    query tsquery GENERATED ALWAYS AS (public.terms_query(words)) STORED NOT NULL,
    source text NOT NULL,
    note text NOT NULL,
    adopted_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    binding_at timestamp with time zone,
    rulebook bigint NOT NULL,
    max_age interval,
    adopted_by_id bigint,
    reason text DEFAULT ''::text NOT NULL,
    CONSTRAINT adopted_with_a_reason CHECK (((adopted_by_id IS NULL) OR public.says_something(reason))),
    CONSTRAINT articles_statement_name_check CHECK ((name <> ''::text)),
    CONSTRAINT articles_statement_placement_check CHECK ((placement = ANY (ARRAY['crisis'::text, 'top'::text, 'safety'::text, 'about'::text, 'notice'::text]))),
    CONSTRAINT articles_statement_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
    CONSTRAINT articles_statement_version_check CHECK ((version > 0)),
    CONSTRAINT every_term_says_something CHECK (public.every_term_says_something(words)),
    CONSTRAINT falls_back_on_another CHECK (((fallback <> slug) IS NOT FALSE)),
    CONSTRAINT max_age_in_hours CHECK ((((max_age > '00:00:00'::interval) AND (((EXTRACT(year FROM max_age) + EXTRACT(month FROM max_age)) + EXTRACT(day FROM max_age)) = (0)::numeric)) IS NOT FALSE)),
    CONSTRAINT no_empty_item CHECK (public.every_term_says_something(((topics || flags) || designs))),
    CONSTRAINT rule_in_plain_words CHECK (((public.foreign_signs(array_to_string((((topics || words) || flags) || designs), ' '::text)) = ''::text) IS TRUE))
);

ALTER TABLE public.articles_statement OWNER TO leaf_owner;

COMMENT ON COLUMN public.articles_statement.binding_at IS 'From this instant on no page that does not name it is public; null: new editions name it, and a page that does not is review due.';

CREATE FUNCTION gate.asked_at_next_review(p_edition bigint, p_at timestamp with time zone) RETURNS TABLE(rule text, since timestamp with time zone)
    LANGUAGE sql STABLE ROWS 1
    BEGIN ATOMIC
 SELECT ((d.code || '.'::text) || d.version),
     d.adopted_at
    FROM (public.articles_edition e
      JOIN public.articles_disclaimer d ON (((d.binding_at IS NULL) AND (d.adopted_at <= asked_at_next_review.p_at))))
   WHERE ((e.id = asked_at_next_review.p_edition) AND (e.kind = 'article'::text) AND (d.drawn_by = 'text'::text) AND (NOT (EXISTS ( SELECT
            FROM public.articles_disclaimer n
           WHERE ((n.code = d.code) AND (n.version >= d.version) AND (((n.code || '.'::text) || n.version) = ANY (e.disclaimers)))))) AND (NOT (EXISTS ( SELECT
            FROM public.articles_disclaimer n
           WHERE ((n.code = d.code) AND (n.version > d.version) AND (n.adopted_at <= asked_at_next_review.p_at))))) AND (d.always OR (d.topics && e.topics) OR public.asks(e.words, d.query) OR (d.flags && e.flags) OR (d.designs && e.designs)))
 UNION ALL
  SELECT s.slug,
     s.adopted_at
    FROM (public.articles_edition e
      JOIN public.articles_statement s ON (((s.binding_at IS NULL) AND (s.adopted_at <= asked_at_next_review.p_at))))
   WHERE ((e.id = asked_at_next_review.p_edition) AND (e.kind = 'article'::text) AND (NOT (s.slug = ANY (e.statements))) AND (NOT (EXISTS ( SELECT
            FROM public.articles_statement n
           WHERE ((n.slug = s.slug) AND (n.version > s.version) AND (n.adopted_at <= asked_at_next_review.p_at))))) AND (s.always OR (s.topics && e.topics) OR public.asks(e.words, s.query) OR (s.flags && e.flags) OR (s.designs && e.designs)));
END;

ALTER FUNCTION gate.asked_at_next_review(p_edition bigint, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.began(p_publication bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- Whether readers ever saw it: at its start; or, where something stood in its way then, when that was mended. Looks at no
  -- instant outside its time, so that many publications of one article that were never shown cost little more than one.
  select exists (
    select from gate.its_time(p_publication) its
    where gate.was_shown(p_publication, its.starts_at)
      or exists (select from gate.mended(p_publication) mended
                 where mended.at > its.starts_at and mended.at < its.until and gate.was_shown(p_publication, mended.at)))
$$;

ALTER FUNCTION gate.began(p_publication bigint) OWNER TO leaf_owner;

CREATE TABLE public.reviews_verification (
    id bigint NOT NULL,
    credential_id bigint NOT NULL,
    person_id bigint NOT NULL,
    name text NOT NULL,
    profession text NOT NULL,
    specialties text[] NOT NULL,
    officer_id bigint NOT NULL,
    appointment_id bigint NOT NULL,
    office text DEFAULT 'compliance'::text NOT NULL,
    verified_at timestamp with time zone NOT NULL,
    valid_until timestamp with time zone NOT NULL,
    qualification text NOT NULL,
    CONSTRAINT nobody_verifies_themselves CHECK ((officer_id <> person_id)),
    CONSTRAINT reviews_verification_office_check CHECK ((office = 'compliance'::text)),
    CONSTRAINT verified_for_a_year_at_most CHECK (((verified_at < valid_until) AND (valid_until <= (verified_at + '8784:00:00'::interval))))
);

ALTER TABLE public.reviews_verification OWNER TO leaf_owner;

CREATE FUNCTION gate.best_verification(p_reviewer bigint, p_signers jsonb, p_meaning text, p_topics text[], p_at timestamp with time zone) RETURNS SETOF public.reviews_verification
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- The one with which this person signs: of a credential that nobody suspended, and of those what fits best. No row: they have
  -- none. Whether it fits at all, the checks of the signature's row decide.
  select v.* from reviews_verification v
  where v.person_id = p_reviewer
    and not exists (select from reviews_suspension u where u.credential_id = v.credential_id)
  order by gate.fits(p_signers, p_meaning, v.qualification, v.specialties, p_topics) desc, p_topics <@ v.specialties desc,
    p_at < v.valid_until desc, v.valid_until desc, v.id desc
  limit 1
$$;

ALTER FUNCTION gate.best_verification(p_reviewer bigint, p_signers jsonb, p_meaning text, p_topics text[], p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.fits(p_signers jsonb, p_meaning text, p_qualification text, p_specialties text[], p_topics text[]) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    BEGIN ATOMIC
 SELECT ((((NOT ((p_signers ->
         CASE p_meaning
             WHEN 'change'::text THEN 'medical accuracy'::text
             ELSE p_meaning
         END) ? 'by'::text)) OR (((p_signers ->
         CASE p_meaning
             WHEN 'change'::text THEN 'medical accuracy'::text
             ELSE p_meaning
         END) -> 'by'::text) ? p_qualification)) IS NOT FALSE) AND (
         CASE COALESCE(((p_signers ->
             CASE p_meaning
                 WHEN 'change'::text THEN 'medical accuracy'::text
                 ELSE p_meaning
             END) ->> 'covers'::text), 'all'::text)
             WHEN 'all'::text THEN (p_topics <@ p_specialties)
             WHEN 'any'::text THEN (p_topics && p_specialties)
             WHEN 'none'::text THEN true
             ELSE NULL::boolean
         END IS TRUE));
END;

ALTER FUNCTION gate.fits(p_signers jsonb, p_meaning text, p_qualification text, p_specialties text[], p_topics text[]) OWNER TO leaf_owner;

CREATE TABLE public.reviews_revocation (
    sign_off_id bigint NOT NULL,
    by_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    CONSTRAINT reason_is_given CHECK (public.says_something(reason))
);

ALTER TABLE public.reviews_revocation OWNER TO leaf_owner;

CREATE TABLE public.reviews_suspension (
    credential_id bigint NOT NULL,
    by_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    CONSTRAINT reason_is_given CHECK (public.says_something(reason))
);

ALTER TABLE public.reviews_suspension OWNER TO leaf_owner;

CREATE FUNCTION gate.losses(p_sign_off bigint, p_credential bigint, p_at timestamp with time zone) RETURNS SETOF timestamp with time zone
    LANGUAGE sql STABLE ROWS 1
    BEGIN ATOMIC
 SELECT r.at
    FROM public.reviews_revocation r
   WHERE ((r.sign_off_id = losses.p_sign_off) AND (r.at <= losses.p_at))
 UNION ALL
  SELECT u.at
    FROM public.reviews_suspension u
   WHERE ((u.credential_id = losses.p_credential) AND (u.at <= losses.p_at));
END;

ALTER FUNCTION gate.losses(p_sign_off bigint, p_credential bigint, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE TABLE public.reviews_basis (
    publication_id bigint NOT NULL,
    sign_off_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    digest bytea NOT NULL,
    root_id bigint DEFAULT 0 NOT NULL,
    root_digest bytea DEFAULT '\x'::bytea NOT NULL,
    on_root boolean DEFAULT false NOT NULL,
    signed_edition_id bigint GENERATED ALWAYS AS (
CASE
    WHEN on_root THEN root_id
    ELSE edition_id
END) STORED NOT NULL,
    signed_digest bytea GENERATED ALWAYS AS (
CASE
    WHEN on_root THEN root_digest
    ELSE digest
END) STORED NOT NULL
);

ALTER TABLE public.reviews_basis OWNER TO leaf_owner;

CREATE TABLE public.reviews_signoff (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    digest bytea NOT NULL,
    contributors bigint[] NOT NULL,
    topics text[] NOT NULL,
    policy_id bigint NOT NULL,
    requires text[] NOT NULL,
    review_after interval NOT NULL,
    ends_after interval NOT NULL,
    verification_id bigint NOT NULL,
    credential_id bigint NOT NULL,
    reviewer_id bigint NOT NULL,
    reviewer_name text NOT NULL,
    profession text NOT NULL,
    specialties text[] NOT NULL,
    verified_at timestamp with time zone NOT NULL,
    valid_until timestamp with time zone NOT NULL,
    meaning text NOT NULL,
    interests text NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    review_due_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    qualification text NOT NULL,
    signers jsonb NOT NULL,
    root_id bigint NOT NULL,
    fix_id bigint GENERATED ALWAYS AS (
CASE
    WHEN (meaning = 'change'::text) THEN edition_id
    ELSE NULL::bigint
END) STORED,
    CONSTRAINT credential_covers_the_topics CHECK ((
CASE COALESCE(((signers ->
    CASE meaning
        WHEN 'change'::text THEN 'medical accuracy'::text
        ELSE meaning
    END) ->> 'covers'::text), 'all'::text)
    WHEN 'all'::text THEN (topics <@ specialties)
    WHEN 'any'::text THEN (topics && specialties)
    WHEN 'none'::text THEN true
    ELSE NULL::boolean
END IS TRUE)),
    CONSTRAINT credential_in_force CHECK ((((verified_at <= signed_at) AND (signed_at < valid_until)) IS TRUE)),
    CONSTRAINT interests_are_declared CHECK (public.says_something(interests)),
    CONSTRAINT interests_are_plain CHECK ((((public.foreign_signs(interests) = ''::text) AND public.nothing_invisible(interests) AND (interests !~* '(https?:|www\.|[a-z0-9]\.(com|org|net|info|io|co|uk|shop|store)\M)'::text)) IS TRUE)),
    CONSTRAINT interests_are_short CHECK ((length(interests) <= 300)),
    CONSTRAINT meaning_is_asked_for CHECK ((
CASE
    WHEN (root_id = 0) THEN ((meaning = ANY (requires)) AND (meaning <> 'change'::text))
    ELSE ((meaning = 'change'::text) AND ('medical accuracy'::text = ANY (requires)))
END IS TRUE)),
    CONSTRAINT no_contributor_signs CHECK (((NOT (reviewer_id = ANY (contributors))) IS TRUE)),
    CONSTRAINT qualified_for_this_meaning CHECK ((((NOT ((signers ->
CASE meaning
    WHEN 'change'::text THEN 'medical accuracy'::text
    ELSE meaning
END) ? 'by'::text)) OR (((signers ->
CASE meaning
    WHEN 'change'::text THEN 'medical accuracy'::text
    ELSE meaning
END) -> 'by'::text) ? qualification)) IS NOT FALSE)),
    CONSTRAINT within_the_policy CHECK ((
CASE
    WHEN (meaning = 'change'::text) THEN ((signed_at < ends_at) AND (review_due_at <= ends_at) AND (ends_at <= (((signed_at AT TIME ZONE 'UTC'::text) + ends_after) AT TIME ZONE 'UTC'::text)))
    ELSE ((review_due_at = (((signed_at AT TIME ZONE 'UTC'::text) + review_after) AT TIME ZONE 'UTC'::text)) AND (ends_at = (((signed_at AT TIME ZONE 'UTC'::text) + ends_after) AT TIME ZONE 'UTC'::text)))
END IS TRUE))
);

ALTER TABLE public.reviews_signoff OWNER TO leaf_owner;

CREATE FUNCTION gate.sign_offs(p_edition bigint, p_at timestamp with time zone, p_publication bigint) RETURNS TABLE(id bigint, reviewer_id bigint, meaning text, requires text[], lost boolean, counts boolean, signed_at timestamp with time zone, review_due_at timestamp with time zone, ends_at timestamp with time zone)
    LANGUAGE sql STABLE ROWS 2
    BEGIN ATOMIC
 SELECT s.id,
     s.reviewer_id,
     s.meaning,
         CASE e.root_id
             WHEN 0 THEN s.requires
             ELSE (s.requires || 'change'::text)
         END AS "case",
     (l.at IS NOT NULL),
     ((l.at IS NULL) AND (s.digest =
         CASE s.edition_id
             WHEN e.id THEN e.digest
             ELSE e.root_digest
         END) AND (s.signed_at <= sign_offs.p_at) AND (sign_offs.p_at < s.ends_at) AND (NOT (s.reviewer_id = ANY (e.contributors))) AND (s.verified_at <= s.signed_at) AND (s.signed_at < s.valid_until) AND gate.fits(s.signers, s.meaning, s.qualification, s.specialties, e.topics) AND (v.valid_until IS NOT NULL)),
     s.signed_at,
     s.review_due_at,
     s.ends_at
    FROM ((((public.articles_edition e
      JOIN public.reviews_signoff s ON ((s.edition_id = ANY (ARRAY[e.id, e.root_id]))))
      LEFT JOIN public.reviews_basis b ON (((b.publication_id = sign_offs.p_publication) AND (b.sign_off_id = s.id))))
      LEFT JOIN LATERAL ( SELECT losses.at
            FROM gate.losses(s.id, s.credential_id, 'infinity'::timestamp with time zone) losses(at)
          LIMIT 1) l ON (true))
      LEFT JOIN LATERAL ( SELECT n.valid_until
            FROM public.reviews_verification n
           WHERE ((n.credential_id = s.credential_id) AND (sign_offs.p_at < (n.valid_until + '720:00:00'::interval)) AND (n.officer_id <> n.person_id))
          LIMIT 1) v ON (true))
   WHERE ((e.id = sign_offs.p_edition) AND ((sign_offs.p_publication IS NULL) OR (b.sign_off_id IS NOT NULL)));
END;

ALTER FUNCTION gate.sign_offs(p_edition bigint, p_at timestamp with time zone, p_publication bigint) OWNER TO leaf_owner;

CREATE FUNCTION gate.signed(p_edition bigint, p_at timestamp with time zone, p_publication bigint) RETURNS TABLE(sign_offs text, review_is_due boolean, signed_at timestamp with time zone)
    LANGUAGE sql STABLE ROWS 1
    BEGIN ATOMIC
 SELECT string_agg(concat_ws('@'::text, s.id, s.signed_at), ','::text ORDER BY s.id) FILTER (WHERE s.counts) AS string_agg,
     ((min(s.requires) <@ array_agg(s.meaning) FILTER (WHERE (s.counts AND (signed.p_at < s.review_due_at)))) IS NOT TRUE),
     max(s.signed_at) FILTER (WHERE s.counts) AS max
    FROM gate.sign_offs(signed.p_edition, signed.p_at, signed.p_publication) s(id, reviewer_id, meaning, requires, lost, counts, signed_at, review_due_at, ends_at)
  HAVING ((min(s.requires) <@ array_agg(s.meaning) FILTER (WHERE s.counts)) AND (count(DISTINCT s.reviewer_id) FILTER (WHERE (s.counts AND (s.meaning <> 'change'::text))) >= cardinality(array_remove(min(s.requires), 'change'::text))) AND ((signed.p_publication IS NULL) OR (NOT bool_or(s.lost))));
END;

ALTER FUNCTION gate.signed(p_edition bigint, p_at timestamp with time zone, p_publication bigint) OWNER TO leaf_owner;

CREATE FUNCTION gate.by_meaning(p_edition bigint, p_at timestamp with time zone, p_publication bigint) RETURNS TABLE(until timestamp with time zone, review_due_at timestamp with time zone)
    LANGUAGE sql STABLE ROWS 2
    BEGIN ATOMIC
 SELECT max(s.ends_at) AS max,
     max(s.review_due_at) AS max
    FROM gate.sign_offs(by_meaning.p_edition, by_meaning.p_at, by_meaning.p_publication) s(id, reviewer_id, meaning, requires, lost, counts, signed_at, review_due_at, ends_at)
   WHERE (s.counts AND (EXISTS ( SELECT
            FROM gate.signed(by_meaning.p_edition, by_meaning.p_at, by_meaning.p_publication) signed(sign_offs, review_is_due, signed_at))))
   GROUP BY s.meaning;
END;

ALTER FUNCTION gate.by_meaning(p_edition bigint, p_at timestamp with time zone, p_publication bigint) OWNER TO leaf_owner;

CREATE FUNCTION gate.by_policy_now(p_edition bigint, p_at timestamp with time zone) RETURNS TABLE(policy_id bigint, meaning text, until timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- Of an edition whose article has another policy now than when it was submitted: each meaning that the present one asks
  -- for (of a fix its change sign-off too), and until when the fitting sign-offs that count hold by its span; null: none fits. No rows if it is the same.
  select now.id, asked.meaning,
    (select max((s.signed_at at time zone 'UTC' + now.ends_after) at time zone 'UTC')
     from gate.standing_sign_offs(e.id, p_at) s
     where s.meaning = asked.meaning and gate.fits(now.signers, s.meaning, s.qualification, s.specialties, e.topics))
  from articles_edition e
  join reviews_policy now on now.id = gate.tier_of(e.article_id, e.kind, e.slug, e.topics, e.words, p_at) and now.id <> e.policy_id,
    unnest(case e.root_id when 0 then now.requires else now.requires || 'change'::text end) asked (meaning)
  where e.id = p_edition
$$;

ALTER FUNCTION gate.by_policy_now(p_edition bigint, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.carried(p_kind text, p_words tsvector[], p_topics text[], p_flags text[], p_designs text[], p_at timestamp with time zone) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
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

ALTER FUNCTION gate.carried(p_kind text, p_words tsvector[], p_topics text[], p_flags text[], p_designs text[], p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.checked_by_no_contributor() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
-- The act asks the same; this holds for whoever inserts the row.
begin
  if exists (select from articles_edition e where e.id = new.edition_id and new.officer_id = any (e.contributors)) then
    raise exception 'the officer contributed to the statement' using errcode = '23514', constraint = 'checked_by_no_contributor';
  end if;
  return null;
end $$;

ALTER FUNCTION gate.checked_by_no_contributor() OWNER TO leaf_owner;

CREATE FUNCTION gate.cleared_until(p_edition bigint, p_at timestamp with time zone, p_publication bigint DEFAULT NULL::bigint) RETURNS timestamp with time zone
    LANGUAGE sql STABLE SECURITY DEFINER COST 10000
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- The instant until which the edition, or this publication of it, is cleared, if nothing happens meanwhile; null: it is
  -- not cleared at p_at.
  select gate.signed_until(e.id, p_at, p_publication)
  from articles_edition e
  where e.id = p_edition
    and not exists (select from gate.verdicts(e.article_id, 'infinity') v
                    where v.kind = 'refused' or v.edition_id in (e.id, e.root_id))
    and not exists (select from gate.lacking(e.id, p_at, -1, '-infinity',
                                             array(select c.asked from gate.current_statements(e.statements, p_at) c)))
$$;

ALTER FUNCTION gate.cleared_until(p_edition bigint, p_at timestamp with time zone, p_publication bigint) OWNER TO leaf_owner;

CREATE TABLE public.articles_publication (
    id bigint NOT NULL,
    article_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    digest bytea NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    published_by_id bigint NOT NULL,
    published_at timestamp with time zone NOT NULL,
    rulebook bigint NOT NULL,
    reading smallint DEFAULT 2 NOT NULL,
    CONSTRAINT not_in_the_past CHECK ((starts_at >= published_at)),
    CONSTRAINT starts_before_it_ends CHECK ((starts_at < ends_at))
);

ALTER TABLE public.articles_publication OWNER TO leaf_owner;

CREATE FUNCTION gate.coming(p_article bigint, p_at timestamp with time zone) RETURNS SETOF public.articles_publication
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 1
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- The newest publication that will start, if nothing stops it until then.
  select p.*
  from articles_publication p
  where p.article_id = p_article and p.starts_at > p_at
    and not exists (select from articles_publication n
                    where n.article_id = p_article and n.id > p.id and n.starts_at <= p_at)
    and not exists (select from articles_takedown t where t.article_id = p_article and t.publication_id >= p.id)
    and gate.cleared_until(p.edition_id, p.starts_at, p.id) is not null
  order by p.id desc limit 1
$$;

ALTER FUNCTION gate.coming(p_article bigint, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.condition_at(p_slug text, p_at timestamp with time zone) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET standard_conforming_strings TO 'on'
    AS $$
-- The condition of the article that this address shows at this instant; null if it shows none.
begin
  return (
    select p.condition from gate.article_at(p_slug, p_at) a
    cross join lateral gate.shown(a.article_id, p_at) p
    join articles_edition e on e.id = p.edition_id and e.digest = p.digest and e.slug = p_slug and e.kind = 'article');
end $$;

ALTER FUNCTION gate.condition_at(p_slug text, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.newest_started(p_article bigint, p_at timestamp with time zone) RETURNS SETOF public.articles_publication
    LANGUAGE sql STABLE ROWS 1
    BEGIN ATOMIC
 SELECT x.id,
     x.article_id,
     x.edition_id,
     x.digest,
     x.starts_at,
     x.ends_at,
     x.published_by_id,
     x.published_at,
     x.rulebook,
     x.reading
    FROM public.articles_publication x
   WHERE ((x.article_id = newest_started.p_article) AND (x.starts_at <= newest_started.p_at))
   ORDER BY x.id DESC
  LIMIT 1;
END;

ALTER FUNCTION gate.newest_started(p_article bigint, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE TABLE public.reviews_lift (
    verdict_id bigint NOT NULL,
    by_id bigint NOT NULL,
    kind text NOT NULL,
    at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    CONSTRAINT reason_is_given CHECK (public.says_something(reason)),
    CONSTRAINT reviews_lift_kind_check CHECK ((kind = ANY (ARRAY['lifted'::text, 'overruled'::text])))
);

ALTER TABLE public.reviews_lift OWNER TO leaf_owner;

CREATE TABLE public.reviews_verdict (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    digest bytea NOT NULL,
    article_id bigint NOT NULL,
    reviewer_id bigint NOT NULL,
    kind text NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT reason_is_given CHECK (public.says_something(reason)),
    CONSTRAINT reviews_verdict_kind_check CHECK ((kind = ANY (ARRAY['changes requested'::text, 'refused'::text])))
);

ALTER TABLE public.reviews_verdict OWNER TO leaf_owner;

CREATE FUNCTION gate.verdicts(p_article bigint, p_at timestamp with time zone) RETURNS SETOF public.reviews_verdict
    LANGUAGE sql STABLE ROWS 1
    BEGIN ATOMIC
 SELECT v.id,
     v.edition_id,
     v.digest,
     v.article_id,
     v.reviewer_id,
     v.kind,
     v.reason,
     v.at
    FROM public.reviews_verdict v
   WHERE ((v.article_id = verdicts.p_article) AND (v.at <= verdicts.p_at) AND (NOT (EXISTS ( SELECT
            FROM public.reviews_lift l
           WHERE ((l.verdict_id = v.id) AND (l.at <= verdicts.p_at))))));
END;

ALTER FUNCTION gate.verdicts(p_article bigint, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE TABLE public.articles_takedown (
    id bigint NOT NULL,
    article_id bigint NOT NULL,
    publication_id bigint NOT NULL,
    kind text NOT NULL,
    by_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    CONSTRAINT articles_takedown_kind_check CHECK ((kind = ANY (ARRAY['taken down'::text, 'retracted'::text]))),
    CONSTRAINT reason_is_given CHECK (public.says_something(reason))
);

ALTER TABLE public.articles_takedown OWNER TO leaf_owner;

COMMENT ON COLUMN public.articles_takedown.publication_id IS 'The newest publication then: it and all before it are hidden.';

CREATE FUNCTION gate.standing(p_article bigint, p_at timestamp with time zone) RETURNS TABLE(id bigint, article_id bigint, edition_id bigint, digest bytea, starts_at timestamp with time zone, ends_at timestamp with time zone, published_at timestamp with time zone, rulebook bigint, sign_offs text, review_is_due boolean, signed_at timestamp with time zone)
    LANGUAGE sql STABLE ROWS 1
    BEGIN ATOMIC
 SELECT p.id,
     p.article_id,
     p.edition_id,
     p.digest,
     p.starts_at,
     p.ends_at,
     p.published_at,
         CASE p.reading
             WHEN 2 THEN p.rulebook
             ELSE ('-1'::integer)::bigint
         END AS "case",
     s.sign_offs,
     s.review_is_due,
     s.signed_at
    FROM (gate.newest_started(standing.p_article, standing.p_at) p(id, article_id, edition_id, digest, starts_at, ends_at, published_by_id, published_at, rulebook, reading)
      CROSS JOIN LATERAL gate.signed(p.edition_id, standing.p_at, p.id) s(sign_offs, review_is_due, signed_at))
   WHERE ((standing.p_at < p.ends_at) AND (NOT (EXISTS ( SELECT
            FROM public.articles_takedown t
           WHERE ((t.article_id = p.article_id) AND (t.publication_id >= p.id))))) AND (NOT (EXISTS ( SELECT
            FROM gate.verdicts(p.article_id, 'infinity'::timestamp with time zone) v(id, edition_id, digest, article_id, reviewer_id, kind, reason, at)
           WHERE ((v.kind = 'refused'::text) OR (v.edition_id = p.edition_id) OR (v.edition_id = ( SELECT e.root_id
                    FROM public.articles_edition e
                   WHERE (e.id = p.edition_id))))))));
END;

ALTER FUNCTION gate.standing(p_article bigint, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE TABLE public.articles_address (
    slug text NOT NULL,
    article_id bigint NOT NULL,
    CONSTRAINT plain_address CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 100)))
);

ALTER TABLE public.articles_address OWNER TO leaf_owner;

COMMENT ON TABLE public.articles_address IS 'Every address that an edition ever had, and whose it stays.';

CREATE TABLE public.articles_hiddenrow (
    id bigint NOT NULL,
    article_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    digest bytea NOT NULL,
    contact integer NOT NULL,
    by_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    CONSTRAINT articles_hiddenrow_contact_check CHECK ((contact > 0)),
    CONSTRAINT reason_is_given CHECK (public.says_something(reason))
);

ALTER TABLE public.articles_hiddenrow OWNER TO leaf_owner;

CREATE TABLE public.reviews_recheck (
    id bigint NOT NULL,
    article_id bigint NOT NULL,
    edition_id bigint NOT NULL,
    digest bytea NOT NULL,
    officer_id bigint NOT NULL,
    appointment_id bigint NOT NULL,
    office text DEFAULT 'compliance'::text NOT NULL,
    at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    CONSTRAINT reviews_recheck_office_check CHECK ((office = 'compliance'::text)),
    CONSTRAINT source_is_named CHECK (public.says_something(reason))
);

ALTER TABLE public.reviews_recheck OWNER TO leaf_owner;

COMMENT ON COLUMN public.reviews_recheck.reason IS 'What it was checked against. Stays inside, as reasons do.';

CREATE FUNCTION gate.standing_statement(p_slug text, p_at timestamp with time zone) RETURNS TABLE(publication_id bigint, edition_id bigint, digest bytea, condition text, checked_at timestamp with time zone, ends_at timestamp with time zone)
    LANGUAGE sql STABLE ROWS 1
    BEGIN ATOMIC
 SELECT p.id,
     p.edition_id,
     p.digest,
     concat_ws('+'::text, p.sign_offs, ((('check-'::text || c.id) || '@'::text) || c.at), ('without-'::text || h.contacts)) AS concat_ws,
     GREATEST(p.signed_at, c.at) AS "greatest",
     (GREATEST(p.signed_at, c.at) + r.max_age)
    FROM (((((( SELECT o.article_id
            FROM public.articles_address o
           WHERE (o.slug = standing_statement.p_slug)
          LIMIT 1) a
      CROSS JOIN LATERAL gate.standing(a.article_id, standing_statement.p_at) p(id, article_id, edition_id, digest, starts_at, ends_at, published_at, rulebook, sign_offs, review_is_due, signed_at))
      CROSS JOIN LATERAL ( SELECT
            FROM public.articles_edition e
           WHERE ((e.id = p.edition_id) AND (e.digest = p.digest) AND (e.slug = standing_statement.p_slug) AND (e.kind = 'statement'::text))
          LIMIT 1) its_edition)
      LEFT JOIN LATERAL ( SELECT n.max_age
            FROM public.articles_statement n
           WHERE ((n.slug = standing_statement.p_slug) AND (n.adopted_at <= standing_statement.p_at))
           ORDER BY n.version DESC
          LIMIT 1) r ON (true))
      LEFT JOIN LATERAL ( SELECT x.id,
             x.at
            FROM public.reviews_recheck x
           WHERE ((x.edition_id = p.edition_id) AND (x.at <= standing_statement.p_at))
           ORDER BY x.id DESC
          LIMIT 1) c ON (true))
      CROSS JOIN LATERAL ( SELECT string_agg((x.contact)::text, '.'::text ORDER BY x.contact) AS contacts
            FROM public.articles_hiddenrow x
           WHERE (x.edition_id = p.edition_id)) h);
END;

ALTER FUNCTION gate.standing_statement(p_slug text, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.current_statements(p_slugs text[], p_at timestamp with time zone) RETURNS TABLE(asked text, slug text, publication_id bigint, edition_id bigint, digest bytea, condition text, checked_at timestamp with time zone, ends_at timestamp with time zone)
    LANGUAGE sql STABLE ROWS 5
    BEGIN ATOMIC
 SELECT DISTINCT ON (named.asked) named.asked,
     named.slug,
     s.publication_id,
     s.edition_id,
     s.digest,
     s.condition,
     s.checked_at,
     s.ends_at
    FROM (( SELECT w.slug AS asked,
             w.slug,
             0 AS hop
            FROM unnest(current_statements.p_slugs) w(slug)
         UNION ALL
          SELECT w.slug,
             f.fallback,
             1
            FROM (unnest(current_statements.p_slugs) w(slug)
              CROSS JOIN LATERAL ( SELECT n.fallback
                    FROM public.articles_statement n
                   WHERE ((n.slug = w.slug) AND (n.adopted_at <= current_statements.p_at))
                   ORDER BY n.version DESC
                  LIMIT 1) f)
           WHERE (f.fallback IS NOT NULL)) named
      CROSS JOIN LATERAL gate.standing_statement(named.slug, current_statements.p_at) s(publication_id, edition_id, digest, condition, checked_at, ends_at))
   WHERE ((current_statements.p_at < s.ends_at) IS NOT FALSE)
   ORDER BY named.asked, named.hop;
END;

ALTER FUNCTION gate.current_statements(p_slugs text[], p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.current_statement(p_slug text, p_at timestamp with time zone) RETURNS SETOF public.articles_publication
    LANGUAGE sql STABLE ROWS 1
    BEGIN ATOMIC
 SELECT p.id,
     p.article_id,
     p.edition_id,
     p.digest,
     p.starts_at,
     p.ends_at,
     p.published_by_id,
     p.published_at,
     p.rulebook,
     p.reading
    FROM (gate.current_statements(ARRAY[current_statement.p_slug], current_statement.p_at) c(asked, slug, publication_id, edition_id, digest, condition, checked_at, ends_at)
      JOIN public.articles_publication p ON ((p.id = c.publication_id)));
END;

ALTER FUNCTION gate.current_statement(p_slug text, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.disclaimer_facts(p_disclaimer bigint) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- All that a row says: what an officer adopted. The digest of it is in the act's entry.
  select jsonb_build_object('code', d.code, 'version', d.version, 'name', d.name, 'short', d.short, 'full', d."full",
    'position', d.position, 'placement', d.placement, 'drawn_by', d.drawn_by, 'always', d.always, 'topics', to_jsonb(d.topics),
    'words', to_jsonb(d.words), 'flags', to_jsonb(d.flags), 'designs', to_jsonb(d.designs), 'source', d.source, 'note', d.note,
    'reason', d.reason, 'adopted_by', d.adopted_by_id, 'adopted_at', gate.instant(d.adopted_at),
    'binding_at', gate.instant(d.binding_at))
  from articles_disclaimer d where d.id = p_disclaimer
$$;

ALTER FUNCTION gate.disclaimer_facts(p_disclaimer bigint) OWNER TO leaf_owner;

CREATE FUNCTION gate.draft_digest(p_article bigint) RETURNS bytea
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select sha256(convert_to(canonical(gate.draft_document(p_article)), 'UTF8'))
$$;

ALTER FUNCTION gate.draft_digest(p_article bigint) OWNER TO leaf_owner;

CREATE FUNCTION gate.draft_document(p_article bigint) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
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

ALTER FUNCTION gate.draft_document(p_article bigint) OWNER TO leaf_owner;

CREATE FUNCTION gate.due_by_rule(p_edition bigint, p_at timestamp with time zone) RETURNS timestamp with time zone
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT min(asked.since) AS min
    FROM gate.asked_at_next_review(due_by_rule.p_edition, due_by_rule.p_at) asked(rule, since);
END;

ALTER FUNCTION gate.due_by_rule(p_edition bigint, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.edition_says_what_it_must() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
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

ALTER FUNCTION gate.edition_says_what_it_must() OWNER TO leaf_owner;

CREATE FUNCTION gate.entered_at(p_entries jsonb, p_act text, p_key text, p_id bigint) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- When the ledger says that it was done: the first of these entries of that act about that row.
  select min(said ->> 'at') from jsonb_array_elements(p_entries) n, lateral (select (n ->> 'body')::jsonb as said) body
  where said ->> 'act' = p_act and (said ->> p_key)::bigint = p_id
$$;

ALTER FUNCTION gate.entered_at(p_entries jsonb, p_act text, p_key text, p_id bigint) OWNER TO leaf_owner;

CREATE FUNCTION gate.everybody_who_contributed(p_article bigint, p_submitter bigint, p_number integer) RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- Who ever saved a change of this article's draft, stands or once stood in its byline, submits or once submitted it: sorted.
  select array_agg(person order by person) from (
    select person_id as person from articles_draftsave where article_id = p_article
    union select unnest(contributors) from articles_edition where article_id = p_article and number < p_number
    union select person_id from articles_byline where article_id = p_article
    union select p_submitter) everybody
$$;

ALTER FUNCTION gate.everybody_who_contributed(p_article bigint, p_submitter bigint, p_number integer) OWNER TO leaf_owner;

CREATE TABLE public.cms_entry (
    seq bigint NOT NULL,
    prev_seq bigint GENERATED ALWAYS AS ((NULLIF(seq, 0) - 1)) STORED,
    prev_hash bytea NOT NULL,
    at timestamp with time zone NOT NULL,
    body bytea NOT NULL,
    hash bytea GENERATED ALWAYS AS (sha256((prev_hash || body))) STORED NOT NULL,
    act text GENERATED ALWAYS AS ((public.doc(body) ->> 'act'::text)) STORED NOT NULL,
    actor_id bigint GENERATED ALWAYS AS (((public.doc(body) ->> 'actor'::text))::bigint) STORED,
    article_id bigint GENERATED ALWAYS AS (((public.doc(body) ->> 'article'::text))::bigint) STORED,
    edition_id bigint GENERATED ALWAYS AS (((public.doc(body) ->> 'edition'::text))::bigint) STORED,
    reason text DEFAULT ''::text NOT NULL,
    salt bytea,
    CONSTRAINT chain_starts_at_zero CHECK (((seq > 0) OR (prev_hash = decode(repeat('00'::text, 32), 'hex'::text)))),
    CONSTRAINT chain_starts_once CHECK (((seq = 0) = (prev_seq IS NULL))),
    CONSTRAINT cms_entry_prev_hash_check CHECK ((length(prev_hash) = 32)),
    CONSTRAINT cms_entry_salt_check CHECK ((length(salt) = 16)),
    CONSTRAINT cms_entry_seq_check CHECK ((seq >= 0)),
    CONSTRAINT entry_holds_its_reason CHECK (((COALESCE((public.doc(body) ->> 'reason'::text), ''::text) =
CASE
    WHEN (salt IS NULL) THEN reason
    ELSE encode(sha256((salt || convert_to(reason, 'UTF8'::name))), 'hex'::text)
END) IS TRUE)),
    CONSTRAINT entry_is_canonical CHECK (((body = convert_to(public.canonical(public.doc(body)), 'UTF8'::name)) IS TRUE)),
    CONSTRAINT entry_says_its_place CHECK ((((((public.doc(body) ->> 'seq'::text))::bigint = seq) AND ((public.doc(body) ->> 'at'::text) = to_char((at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'::text))) IS TRUE))
);

ALTER TABLE public.cms_entry OWNER TO leaf_owner;

CREATE FUNCTION gate.evidence_entries(p_edition bigint, p_publications bigint[]) RETURNS SETOF public.cms_entry
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- The ledger's entries about these publications of the edition and about the signatures that they rest on; of a fix those
  -- of the edition too that was reviewed in full.
  with signed as (
    select s.* from reviews_signoff s
    where s.id in (select b.sign_off_id from reviews_basis b where b.publication_id = any (p_publications))),
  verified as (select v.* from reviews_verification v where v.id in (select verification_id from signed))
  select n.* from articles_edition e join cms_entry n on n.article_id = e.article_id
  where e.id = p_edition and (
    n.edition_id in (e.id, e.root_id) and (
      n.act in ('submit', 'submit fix')
      or n.act in ('sign off', 'revoke') and (doc(n.body) ->> 'sign_off')::bigint in (select id from signed)
      or n.act = 'publish' and (doc(n.body) ->> 'publication')::bigint = any (p_publications))
    or n.act in ('taken down', 'retracted')
      and (doc(n.body) ->> 'publication')::bigint >= (select min(id) from unnest(p_publications) id))
  union all
  select n.* from verified v join cms_entry n on (doc(n.body) ->> 'credential')::bigint = v.credential_id
  where n.act = 'verify credential' and (doc(n.body) ->> 'verification')::bigint = v.id
  union all
  -- A suspension while they stood; what became of the reviewer later is no matter of this text.
  select n.* from (select distinct credential_id from signed) c
  join cms_entry n on (doc(n.body) ->> 'credential')::bigint = c.credential_id
  where n.act = 'suspend credential'
    and n.at < (select max(p.ends_at) from articles_publication p where p.id = any (p_publications))
  union all
  select n.* from (select distinct appointment_id from verified) v
  join cms_entry n on (doc(n.body) ->> 'appointment')::bigint = v.appointment_id
  where n.act = 'appoint'
$$;

ALTER FUNCTION gate.evidence_entries(p_edition bigint, p_publications bigint[]) OWNER TO leaf_owner;

CREATE FUNCTION gate.evidence_sign_offs(p_edition bigint, p_publications bigint[], p_entries jsonb) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- The sign-offs of this edition that these publications rest on.
  select coalesce(jsonb_agg(jsonb_build_object('sign_off', s.id, 'person', s.reviewer_id, 'credential', s.credential_id,
    'verification', s.verification_id, 'facts', gate.sign_off_facts(s.id),
    'revoked_at', (select coalesce(gate.entered_at(p_entries, 'revoke', 'sign_off', s.id), gate.instant(r.at))
                   from reviews_revocation r where r.sign_off_id = s.id),
    'suspended_at', (select coalesce(gate.entered_at(p_entries, 'suspend credential', 'credential', s.credential_id),
                                     gate.instant(u.at))
                     from reviews_suspension u where u.credential_id = s.credential_id
                       and u.at < (select max(p.ends_at) from articles_publication p where p.id = any (p_publications))))
    order by s.id), '[]')
  from reviews_signoff s
  where s.edition_id = p_edition
    and s.id in (select b.sign_off_id from reviews_basis b where b.publication_id = any (p_publications))
$$;

ALTER FUNCTION gate.evidence_sign_offs(p_edition bigint, p_publications bigint[], p_entries jsonb) OWNER TO leaf_owner;

CREATE FUNCTION gate.facts_digest(p_facts jsonb) RETURNS text
    LANGUAGE sql STABLE STRICT
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select encode(sha256(convert_to(canonical(p_facts), 'UTF8')), 'hex')
$$;

ALTER FUNCTION gate.facts_digest(p_facts jsonb) OWNER TO leaf_owner;

CREATE FUNCTION gate.fate(p_article bigint, p_at timestamp with time zone) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
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

ALTER FUNCTION gate.fate(p_article bigint, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.fix_compared(p_root jsonb, p_new jsonb, p_at timestamp with time zone) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $_$
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
      count(*) filter (where added and is_word and not is_little) = count(*) filter (where not added and is_word and not is_little) as is_even
    from keyed group by gap),
  placed as (
    -- The first word stands for the first, and so on. Where as many went as came beside little words, those are set aside.
    select *, row_number() over (partition by gap, added, is_word, is_even and is_little order by at) as nth,
      replace(come, ' ', '') = replace(gone, ' ', '') and (strpos(come, ' ') = 0) <> (strpos(gone, ' ') = 0) as is_parted
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
end $_$;

ALTER FUNCTION gate.fix_compared(p_root jsonb, p_new jsonb, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.fix_document(p_of bigint, p_text jsonb, p_by bigint, p_at timestamp with time zone) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
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

ALTER FUNCTION gate.fix_document(p_of bigint, p_text jsonb, p_by bigint, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.fix_edits(p_old text[], p_new text[], p_most integer) RETURNS TABLE(gap integer, added boolean, at integer)
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
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

ALTER FUNCTION gate.fix_edits(p_old text[], p_new text[], p_most integer) OWNER TO leaf_owner;

CREATE FUNCTION gate.fix_is_counted(p_token text, p_at timestamp with time zone) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- Whether an article before this word can change how many or how much it means: "few" is not "a few".
  select p_token ~ '[0-9]' or coalesce(gate.fix_word_kind(lower(btrim(regexp_replace(p_token, U&'[\E001-\E00A]', '', 'g'), '''')), p_at)
                                       in ('numbers', 'degrees', 'negations'), false)
$$;

ALTER FUNCTION gate.fix_is_counted(p_token text, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.fix_is_no_more() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
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

ALTER FUNCTION gate.fix_is_no_more() OWNER TO leaf_owner;

CREATE FUNCTION gate.fix_rehearsed(p_of bigint, p_text jsonb, p_by bigint) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- What the comparison would say of this text now.
  select gate.fix_compared(doc((gate.root_of(p_of)).content), gate.fix_document(p_of, p_text, p_by, clock_timestamp()),
                           clock_timestamp())
$$;

ALTER FUNCTION gate.fix_rehearsed(p_of bigint, p_text jsonb, p_by bigint) OWNER TO leaf_owner;

CREATE FUNCTION gate.fix_tokens(d jsonb) RETURNS text[]
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
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

ALTER FUNCTION gate.fix_tokens(d jsonb) OWNER TO leaf_owner;

CREATE FUNCTION gate.fix_word_kind(p_key text, p_at timestamp with time zone) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- The list of words that no fix may change in which this one stands; null if in none.
  select w.code
  from (select distinct on (code) * from articles_fixword where adopted_at <= p_at and code not like 'may-%'
        order by code, version desc) w, unnest(w.words) term
  where p_key like replace(term, '*', '%')
  order by w.code in ('negations', 'numbers', 'medicines') desc, w.code limit 1
$$;

ALTER FUNCTION gate.fix_word_kind(p_key text, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.fix_words(p_code text, p_at timestamp with time zone) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- The words of this list at that instant.
  select coalesce((select words from articles_fixword where code = p_code and adopted_at <= p_at order by version desc limit 1), '{}')
$$;

ALTER FUNCTION gate.fix_words(p_code text, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.headings_in(html text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select coalesce(array_agg(m[1] order by n), '{}') from regexp_matches(html, '<h[23]>.*?</h[23]>', 'g') with ordinality r (m, n)
$$;

ALTER FUNCTION gate.headings_in(html text) OWNER TO leaf_owner;

CREATE FUNCTION gate.hidden_row_facts(p_hidden bigint) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select jsonb_build_object('edition', h.edition_id, 'digest', encode(h.digest, 'hex'), 'contact', h.contact,
    'name', doc(e.content) -> 'contacts' -> (h.contact - 1) -> 'name', 'hidden_at', gate.instant(h.at))
  from articles_hiddenrow h join articles_edition e on e.id = h.edition_id where h.id = p_hidden
$$;

ALTER FUNCTION gate.hidden_row_facts(p_hidden bigint) OWNER TO leaf_owner;

CREATE FUNCTION gate.hides_a_row() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
-- The row is there, of a statement, and another stays: a list without rows would be shown as if nobody could help.
declare
  contacts int := (select jsonb_array_length(doc(content) -> 'contacts') from articles_edition
                   where id = new.edition_id and kind = 'statement');
begin
  if (new.contact <= contacts) is not true then
    raise exception 'the statement has no such row' using errcode = '23514', constraint = 'a_row_to_hide';
  end if;
  if (select count(*) from articles_hiddenrow where edition_id = new.edition_id) >= contacts then
    raise exception 'no row would be left' using errcode = '23514', constraint = 'a_row_is_left';
  end if;
  if not exists (select from articles_edition e, jsonb_array_elements(doc(e.content) -> 'contacts') with ordinality c (one, n)
                 where e.id = new.edition_id and one -> 'first' = 'true'
                   and not exists (select from articles_hiddenrow h where h.edition_id = e.id and h.contact = n))
     and exists (select from articles_edition e, jsonb_array_elements(doc(e.content) -> 'contacts') c (one)
                 where e.id = new.edition_id and one -> 'first' = 'true') then
    raise exception 'no row would be left at the top' using errcode = '23514', constraint = 'a_first_row_is_left';
  end if;
  return null;
end $$;

ALTER FUNCTION gate.hides_a_row() OWNER TO leaf_owner;

CREATE FUNCTION gate.hit_by(p_kind text, p_name text, p_always boolean, p_topics text[], p_words text[], p_flags text[], p_designs text[], p_from timestamp with time zone, p_at timestamp with time zone) RETURNS TABLE(edition_id bigint, article_id bigint, slug text, title text, number integer, starts_at timestamp with time zone, is_public boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
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

ALTER FUNCTION gate.hit_by(p_kind text, p_name text, p_always boolean, p_topics text[], p_words text[], p_flags text[], p_designs text[], p_from timestamp with time zone, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.hold_the_rules() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
-- Until the transaction ends nobody adopts a rule: so an edition is frozen, and a publication made, by the rules as they are
-- then. Others may hold them too. What a transaction froze by an older view of them is judged by what it carries.
begin
  lock table articles_rulebook in share mode;
end $$;

ALTER FUNCTION gate.hold_the_rules() OWNER TO leaf_owner;

CREATE FUNCTION gate.holds_office(p_person bigint, p_office text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select exists (select from reviews_appointment a where a.person_id = p_person and a.office = p_office
                   and not exists (select from reviews_dismissal d where d.appointment_id = a.id))
$$;

ALTER FUNCTION gate.holds_office(p_person bigint, p_office text) OWNER TO leaf_owner;

CREATE FUNCTION gate.instant(p_at timestamp with time zone) RETURNS text
    LANGUAGE sql STABLE STRICT
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

ALTER FUNCTION gate.instant(p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.is_shown(p_article bigint, p_edition bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select exists (select from gate.shown(p_article, clock_timestamp()) p where p.edition_id = p_edition)
$$;

ALTER FUNCTION gate.is_shown(p_article bigint, p_edition bigint) OWNER TO leaf_owner;

CREATE FUNCTION gate.its_time(p_publication bigint) RETURNS TABLE(starts_at timestamp with time zone, until timestamp with time zone)
    LANGUAGE sql STABLE ROWS 1
    BEGIN ATOMIC
 SELECT p.starts_at,
     w.until
    FROM (public.articles_publication p
      CROSS JOIN LATERAL ( SELECT LEAST(p.ends_at, clock_timestamp(), ( SELECT min(n.starts_at) AS min
                    FROM public.articles_publication n
                   WHERE ((n.article_id = p.article_id) AND (n.id > p.id))), ( SELECT min(t.at) AS min
                    FROM public.articles_takedown t
                   WHERE ((t.article_id = p.article_id) AND (t.publication_id >= p.id)))) AS until) w)
   WHERE ((p.id = its_time.p_publication) AND (p.starts_at < w.until));
END;

ALTER FUNCTION gate.its_time(p_publication bigint) OWNER TO leaf_owner;

CREATE FUNCTION gate.missing_disclaimers(p_edition bigint, p_at timestamp with time zone, p_rulebook bigint, p_since timestamp with time zone) RETURNS SETOF text
    LANGUAGE sql STABLE ROWS 1
    BEGIN ATOMIC
 SELECT ((d.code || '.'::text) || d.version)
    FROM (public.articles_edition e
      JOIN public.articles_disclaimer d ON ((((d.rulebook > missing_disclaimers.p_rulebook) OR (d.binding_at > missing_disclaimers.p_since)) AND (d.adopted_at <= missing_disclaimers.p_at) AND (d.binding_at <= missing_disclaimers.p_at))))
   WHERE ((e.id = missing_disclaimers.p_edition) AND (e.kind = 'article'::text) AND (d.drawn_by = 'text'::text) AND (NOT (EXISTS ( SELECT
            FROM public.articles_disclaimer n
           WHERE ((n.code = d.code) AND (n.version > d.version) AND (n.binding_at <= d.binding_at))))) AND (NOT (EXISTS ( SELECT
            FROM public.articles_disclaimer n
           WHERE ((n.code = d.code) AND (n.version >= d.version) AND (((n.code || '.'::text) || n.version) = ANY (e.disclaimers)))))) AND (d.always OR (d.topics && e.topics) OR public.asks(e.words, d.query) OR (d.flags && e.flags) OR (d.designs && e.designs)) AND (NOT (EXISTS ( SELECT
            FROM ( SELECT k_1.id,
                     k_1.code,
                     k_1.version,
                     k_1.name,
                     k_1.short,
                     k_1."full",
                     k_1."position",
                     k_1.placement,
                     k_1.drawn_by,
                     k_1.always,
                     k_1.topics,
                     k_1.words,
                     k_1.flags,
                     k_1.designs,
                     k_1.query,
                     k_1.source,
                     k_1.note,
                     k_1.adopted_at,
                     k_1.binding_at,
                     k_1.rulebook,
                     k_1.adopted_by_id,
                     k_1.reason
                    FROM public.articles_disclaimer k_1
                   WHERE ((k_1.code = d.code) AND (k_1.adopted_at <= e.submitted_at))
                   ORDER BY k_1.version DESC
                  LIMIT 1) k
           WHERE ((k.version > d.version) AND ((k.drawn_by <> 'text'::text) OR (NOT (k.always OR (k.topics && e.topics) OR public.asks(e.words, k.query) OR (k.flags && e.flags) OR (k.designs && e.designs)))))))));
END;

ALTER FUNCTION gate.missing_disclaimers(p_edition bigint, p_at timestamp with time zone, p_rulebook bigint, p_since timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.missing_statements(p_edition bigint, p_at timestamp with time zone, p_rulebook bigint, p_since timestamp with time zone) RETURNS SETOF text
    LANGUAGE sql STABLE ROWS 1
    BEGIN ATOMIC
 SELECT s.slug
    FROM (public.articles_edition e
      JOIN public.articles_statement s ON ((((s.rulebook > missing_statements.p_rulebook) OR (s.binding_at > missing_statements.p_since)) AND (s.adopted_at <= missing_statements.p_at) AND (s.binding_at <= missing_statements.p_at))))
   WHERE ((e.id = missing_statements.p_edition) AND (e.kind = 'article'::text) AND (NOT (s.slug = ANY (e.statements))) AND (NOT (EXISTS ( SELECT
            FROM public.articles_statement n
           WHERE ((n.slug = s.slug) AND (n.version > s.version) AND (n.binding_at <= s.binding_at))))) AND (s.always OR (s.topics && e.topics) OR public.asks(e.words, s.query) OR (s.flags && e.flags) OR (s.designs && e.designs)) AND (NOT (EXISTS ( SELECT
            FROM ( SELECT k_1.id,
                     k_1.slug,
                     k_1.version,
                     k_1.name,
                     k_1.placement,
                     k_1.fallback,
                     k_1.always,
                     k_1.topics,
                     k_1.words,
                     k_1.flags,
                     k_1.designs,
                     k_1.query,
                     k_1.source,
                     k_1.note,
                     k_1.adopted_at,
                     k_1.binding_at,
                     k_1.rulebook,
                     k_1.max_age,
                     k_1.adopted_by_id,
                     k_1.reason
                    FROM public.articles_statement k_1
                   WHERE ((k_1.slug = s.slug) AND (k_1.adopted_at <= e.submitted_at))
                   ORDER BY k_1.version DESC
                  LIMIT 1) k
           WHERE ((k.version > s.version) AND (NOT (k.always OR (k.topics && e.topics) OR public.asks(e.words, k.query) OR (k.flags && e.flags) OR (k.designs && e.designs))))))));
END;

ALTER FUNCTION gate.missing_statements(p_edition bigint, p_at timestamp with time zone, p_rulebook bigint, p_since timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.lacking(p_edition bigint, p_at timestamp with time zone, p_rulebook bigint, p_since timestamp with time zone, p_current text[]) RETURNS SETOF text
    LANGUAGE sql STABLE ROWS 1
    BEGIN ATOMIC
 SELECT missing_disclaimers.missing_disclaimers
    FROM gate.missing_disclaimers(lacking.p_edition, lacking.p_at, lacking.p_rulebook, lacking.p_since) missing_disclaimers(missing_disclaimers)
 UNION ALL
  SELECT missing_statements.missing_statements
    FROM gate.missing_statements(lacking.p_edition, lacking.p_at, lacking.p_rulebook, lacking.p_since) missing_statements(missing_statements)
 UNION ALL
  SELECT needed.slug
    FROM public.articles_edition e,
     LATERAL unnest(e.statements) needed(slug)
   WHERE ((e.id = lacking.p_edition) AND (e.kind = 'article'::text) AND (NOT (needed.slug = ANY (lacking.p_current))));
END;

ALTER FUNCTION gate.lacking(p_edition bigint, p_at timestamp with time zone, p_rulebook bigint, p_since timestamp with time zone, p_current text[]) OWNER TO leaf_owner;

CREATE FUNCTION gate.links_in(html text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select coalesce(array_agg(m[1] order by n), '{}') from regexp_matches(html, '<a href="([^"]*)"', 'g') with ordinality r (m, n)
$$;

ALTER FUNCTION gate.links_in(html text) OWNER TO leaf_owner;

CREATE FUNCTION gate.mended(p_publication bigint) RETURNS TABLE(at timestamp with time zone)
    LANGUAGE sql STABLE ROWS 50
    BEGIN ATOMIC
 WITH p AS (
          SELECT x.article_id,
             x.edition_id
            FROM public.articles_publication x
           WHERE (x.id = mended.p_publication)
         ), of AS (
          SELECT p.article_id
            FROM p
         UNION ALL
          SELECT a.article_id
            FROM (p
              JOIN public.articles_edition e ON ((e.id = p.edition_id))),
             LATERAL unnest(e.statements) needed(slug),
             public.articles_address a
           WHERE ((a.slug = needed.slug) OR (a.slug IN ( SELECT f.fallback
                    FROM public.articles_statement f
                   WHERE (f.slug = needed.slug))))
         )
  SELECT n.starts_at
    FROM public.articles_publication n
   WHERE (n.article_id IN ( SELECT of.article_id
            FROM of))
 UNION
  SELECT l.at
    FROM (public.reviews_verdict v
      JOIN public.reviews_lift l ON ((l.verdict_id = v.id)))
   WHERE (v.article_id IN ( SELECT of.article_id
            FROM of))
 UNION
  SELECT c.at
    FROM public.reviews_recheck c
   WHERE (c.article_id IN ( SELECT of.article_id
            FROM of))
 UNION
  SELECT v.verified_at
    FROM (((public.articles_publication n
      JOIN public.reviews_basis b ON ((b.publication_id = n.id)))
      JOIN public.reviews_signoff s ON ((s.id = b.sign_off_id)))
      JOIN public.reviews_verification v ON ((v.credential_id = s.credential_id)))
   WHERE (n.article_id IN ( SELECT of.article_id
            FROM of))
 UNION
  SELECT f.adopted_at
    FROM public.articles_statement f;
END;

ALTER FUNCTION gate.mended(p_publication bigint) OWNER TO leaf_owner;

CREATE FUNCTION gate.notice(p_notice bigint) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- A signed notice as readers see it: its exact words.
  select jsonb_build_object('id', n.id, 'text', doc(n.content) ->> 'text', 'source', doc(n.content) ->> 'source',
    'name', s.reviewer_name, 'profession', s.profession, 'signed_at', s.signed_at, 'ends_at', s.ends_at,
    'everywhere', n.everywhere, 'topics', to_jsonb(n.topics), 'digest', encode(sha256(n.content), 'hex'))
  from reviews_notice n join reviews_noticesignature s on s.notice_id = n.id and s.digest = n.digest
  where n.id = p_notice
$$;

ALTER FUNCTION gate.notice(p_notice bigint) OWNER TO leaf_owner;

CREATE FUNCTION gate.notice_publication_facts(p_publication bigint) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select jsonb_build_object('notice', p.notice_id, 'digest', encode(p.digest, 'hex'),
    'published_at', gate.instant(p.published_at), 'ends_at', gate.instant(p.ends_at))
  from reviews_noticepublication p where p.id = p_publication
$$;

ALTER FUNCTION gate.notice_publication_facts(p_publication bigint) OWNER TO leaf_owner;

CREATE FUNCTION gate.notice_signature_facts(p_signature bigint) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select jsonb_build_object('notice', s.notice_id, 'digest', encode(s.digest, 'hex'), 'name', s.reviewer_name,
    'profession', s.profession, 'qualification', s.qualification, 'signed_at', gate.instant(s.signed_at),
    'ends_at', gate.instant(s.ends_at))
  from reviews_noticesignature s where s.id = p_signature
$$;

ALTER FUNCTION gate.notice_signature_facts(p_signature bigint) OWNER TO leaf_owner;

CREATE TABLE public.reviews_notice (
    id bigint NOT NULL,
    content bytea NOT NULL,
    drafted_by_id bigint NOT NULL,
    drafted_at timestamp with time zone NOT NULL,
    digest bytea GENERATED ALWAYS AS (sha256(content)) STORED NOT NULL,
    text text GENERATED ALWAYS AS ((public.doc(content) ->> 'text'::text)) STORED NOT NULL,
    source text GENERATED ALWAYS AS ((public.doc(content) ->> 'source'::text)) STORED NOT NULL,
    everywhere boolean GENERATED ALWAYS AS (((public.doc(content) ->> 'everywhere'::text))::boolean) STORED NOT NULL,
    topics text[] GENERATED ALWAYS AS (public.texts((public.doc(content) -> 'topics'::text))) STORED NOT NULL,
    articles bigint[] GENERATED ALWAYS AS (public.numbers((public.doc(content) -> 'articles'::text))) STORED NOT NULL,
    CONSTRAINT content_is_canonical CHECK (((content = convert_to(public.canonical(public.doc(content)), 'UTF8'::name)) IS TRUE)),
    CONSTRAINT notice_has_a_source CHECK ((((length((public.doc(content) ->> 'source'::text)) <= 300) AND (((public.doc(content) ->> 'source'::text) ~ '^https://[^[:space:]<>"]+$'::text) OR (public.says_something((public.doc(content) ->> 'source'::text)) AND ((public.doc(content) ->> 'source'::text) !~* '(:/|www\.|[\n<>])'::text)))) IS TRUE)),
    CONSTRAINT notice_has_every_part CHECK (((((public.doc(content) -> 'schema'::text) = '1'::jsonb) AND (jsonb_typeof((public.doc(content) -> 'text'::text)) = 'string'::text) AND (jsonb_typeof((public.doc(content) -> 'source'::text)) = 'string'::text) AND (jsonb_typeof((public.doc(content) -> 'everywhere'::text)) = 'boolean'::text) AND ((public.doc(content) - ARRAY['articles'::text, 'everywhere'::text, 'schema'::text, 'source'::text, 'text'::text, 'topics'::text]) = '{}'::jsonb)) IS TRUE)),
    CONSTRAINT notice_is_plain CHECK ((((public.foreign_signs(convert_from(content, 'UTF8'::name)) = ''::text) AND public.one_script((public.doc(content) ->> 'text'::text)) AND public.nothing_invisible(convert_from(content, 'UTF8'::name)) AND ((public.doc(content) ->> 'text'::text) !~ '[\n<>]'::text) AND ((public.doc(content) ->> 'text'::text) !~* '(https?:|www\.|[a-z0-9]\.(com|org|net|info|io|co|uk|shop|store)\M)'::text)) IS TRUE)),
    CONSTRAINT notice_says_something CHECK (public.says_something((public.doc(content) ->> 'text'::text))),
    CONSTRAINT notice_touches_something CHECK (((((public.doc(content) ->> 'everywhere'::text))::boolean OR ((cardinality(public.texts((public.doc(content) -> 'topics'::text))) + cardinality(public.numbers((public.doc(content) -> 'articles'::text)))) > 0)) IS TRUE)),
    CONSTRAINT sixty_words_at_most CHECK ((((length((public.doc(content) ->> 'text'::text)) <= 500) AND (cardinality(regexp_split_to_array(TRIM(BOTH FROM (public.doc(content) ->> 'text'::text)), '[[:space:] ‐-―/]+'::text)) <= 60)) IS TRUE))
);

ALTER TABLE public.reviews_notice OWNER TO leaf_owner;

CREATE TABLE public.reviews_noticeend (
    id bigint NOT NULL,
    notice_id bigint NOT NULL,
    by_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    CONSTRAINT reason_is_given CHECK (public.says_something(reason))
);

ALTER TABLE public.reviews_noticeend OWNER TO leaf_owner;

CREATE TABLE public.reviews_noticepublication (
    id bigint NOT NULL,
    notice_id bigint NOT NULL,
    digest bytea NOT NULL,
    reviewer_id bigint NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    published_by_id bigint NOT NULL,
    published_at timestamp with time zone NOT NULL,
    CONSTRAINT notice_is_published_by_another CHECK ((published_by_id <> reviewer_id)),
    CONSTRAINT notice_is_published_in_time CHECK ((published_at < ends_at))
);

ALTER TABLE public.reviews_noticepublication OWNER TO leaf_owner;

CREATE TABLE public.reviews_noticesignature (
    id bigint NOT NULL,
    notice_id bigint NOT NULL,
    digest bytea NOT NULL,
    drafted_by_id bigint NOT NULL,
    verification_id bigint NOT NULL,
    credential_id bigint NOT NULL,
    reviewer_id bigint NOT NULL,
    reviewer_name text NOT NULL,
    profession text NOT NULL,
    specialties text[] NOT NULL,
    qualification text NOT NULL,
    verified_at timestamp with time zone NOT NULL,
    valid_until timestamp with time zone NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    CONSTRAINT credential_in_force CHECK (((verified_at <= signed_at) AND (signed_at < valid_until))),
    CONSTRAINT nobody_signs_their_own_notice CHECK ((reviewer_id <> drafted_by_id)),
    CONSTRAINT notice_ends_within_two_weeks CHECK (((signed_at < ends_at) AND (ends_at <= (signed_at + '336:00:00'::interval)))),
    CONSTRAINT notice_is_signed_by_a_medic CHECK ((qualification = ANY (ARRAY['physician'::text, 'pharmacist'::text, 'nurse practitioner or physician assistant'::text, 'clinical psychologist'::text])))
);

ALTER TABLE public.reviews_noticesignature OWNER TO leaf_owner;

CREATE FUNCTION gate.notices_in_force(p_at timestamp with time zone) RETURNS SETOF public.reviews_notice
    LANGUAGE sql STABLE ROWS 1
    BEGIN ATOMIC
 SELECT n.id,
     n.content,
     n.drafted_by_id,
     n.drafted_at,
     n.digest,
     n.text,
     n.source,
     n.everywhere,
     n.topics,
     n.articles
    FROM ((public.reviews_noticepublication p
      JOIN public.reviews_noticesignature s ON (((s.notice_id = p.notice_id) AND (s.digest = p.digest))))
      JOIN public.reviews_notice n ON (((n.id = p.notice_id) AND (n.digest = p.digest))))
   WHERE ((p.ends_at > notices_in_force.p_at) AND (NOT (EXISTS ( SELECT
            FROM public.reviews_noticeend x
           WHERE (x.notice_id = p.notice_id)))) AND (NOT (EXISTS ( SELECT
            FROM public.reviews_suspension u
           WHERE (u.credential_id = s.credential_id)))));
END;

ALTER FUNCTION gate.notices_in_force(p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.notice_states(p_at timestamp with time zone) RETURNS TABLE(notice_id bigint, state text)
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT n.id,
         CASE
             WHEN (f.id IS NOT NULL) THEN 'published'::text
             WHEN ((s.ends_at <= notice_states.p_at) OR (EXISTS ( SELECT
                FROM public.reviews_noticeend x
               WHERE (x.notice_id = n.id)))) THEN 'ended'::text
             WHEN (EXISTS ( SELECT
                FROM public.reviews_noticepublication p
               WHERE (p.notice_id = n.id))) THEN 'revoked'::text
             WHEN (s.id IS NOT NULL) THEN 'signed'::text
             ELSE 'in review'::text
         END AS "case"
    FROM ((public.reviews_notice n
      LEFT JOIN public.reviews_noticesignature s ON ((s.notice_id = n.id)))
      LEFT JOIN gate.notices_in_force(notice_states.p_at) f(id, content, drafted_by_id, drafted_at, digest, text, source, everywhere, topics, articles) ON ((f.id = n.id)));
END;

ALTER FUNCTION gate.notice_states(p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.notices_of(p_article bigint, p_topics text[], p_at timestamp with time zone) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- What stands above the page of an article at this instant, the newest first.
  select coalesce(jsonb_agg(gate.notice(n.id) order by n.id desc), '[]') from gate.notices_on(p_article, p_topics, p_at) n
$$;

ALTER FUNCTION gate.notices_of(p_article bigint, p_topics text[], p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.notices_on(p_article bigint, p_topics text[], p_at timestamp with time zone) RETURNS SETOF public.reviews_notice
    LANGUAGE sql STABLE ROWS 1
    BEGIN ATOMIC
 SELECT n.id,
     n.content,
     n.drafted_by_id,
     n.drafted_at,
     n.digest,
     n.text,
     n.source,
     n.everywhere,
     n.topics,
     n.articles
    FROM gate.notices_in_force(notices_on.p_at) n(id, content, drafted_by_id, drafted_at, digest, text, source, everywhere, topics, articles)
   WHERE (n.everywhere OR (n.topics && notices_on.p_topics) OR (notices_on.p_article = ANY (n.articles)));
END;

ALTER FUNCTION gate.notices_on(p_article bigint, p_topics text[], p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.number_in_the_rulebook() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
-- The next number, when every rule before it is there to be seen; and the instant. Versions go up: an officer's by one, those
-- of the data files may begin later, for a new site loads the newest alone. Nothing binds before it was adopted.
declare
  newest int;
begin
  perform gate.open_the_rulebook();
  if tg_table_name = 'articles_disclaimer' then
    select max(version) into newest from articles_disclaimer where code = to_jsonb(new) ->> 'code';
  else
    select max(version) into newest from articles_statement where slug = to_jsonb(new) ->> 'slug';
  end if;
  if new.version <= newest or new.adopted_by_id is not null and new.version <> coalesce(newest, 0) + 1 then
    raise exception 'another version is the next' using errcode = '23514', constraint = 'versions_count_up';
  end if;
  insert into articles_rulebook (version) select max(version) + 1 from articles_rulebook returning version into new.rulebook;
  new.adopted_at := clock_timestamp();
  if new.binding_at < new.adopted_at then
    new.binding_at := new.adopted_at;
  end if;
  return new;
end $$;

ALTER FUNCTION gate.number_in_the_rulebook() OWNER TO leaf_owner;

CREATE FUNCTION gate.one_slip(a text, b text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- Whether one letter more, less, or another, or two changed about, makes b of a.
  select a <> b and exists (
    select from generate_series(0, length(a)) at
    where left(a, at) || substr(a, at + 2) = b or left(b, at) || substr(b, at + 2) = a
       or left(a, at) || substr(a, at + 2) = left(b, at) || substr(b, at + 2)
       or left(a, at) || substr(a, at + 2, 1) || substr(a, at + 1, 1) || substr(a, at + 3) = b)
$$;

ALTER FUNCTION gate.one_slip(a text, b text) OWNER TO leaf_owner;

CREATE FUNCTION gate.open_the_rulebook() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
-- Waits until nobody holds the rules, and holds them alone.
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'an old view of the rules' using errcode = '23514', constraint = 'sees_the_rules_as_they_are';
  end if;
  lock table articles_rulebook in share row exclusive mode;
end $$;

ALTER FUNCTION gate.open_the_rulebook() OWNER TO leaf_owner;

CREATE FUNCTION gate.policy_for(p_kind text, p_slug text, p_topics text[], p_words tsvector[], p_at timestamp with time zone) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- What a text calls for: the highest tier whose rule matches; null if none does.
  with newest as (
    select distinct on (name) * from reviews_policy where kind = p_kind and adopted_at <= p_at order by name, version desc),
  matching as (
    select name from newest p where p.always or p_slug = any (p.slugs) or p.topics && p_topics or asks(p_words, p.query))
  select id from newest p
  where p.name in (select name from matching)
     or p.all_of <> '{}' and p.all_of <@ array(select name from matching)
  order by rank desc, id limit 1
$$;

ALTER FUNCTION gate.policy_for(p_kind text, p_slug text, p_topics text[], p_words tsvector[], p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.publication_facts(p_publication bigint) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select jsonb_build_object('published_at', gate.instant(p.published_at), 'starts_at', gate.instant(p.starts_at),
    'ends_at', gate.instant(p.ends_at),
    'sign_offs', (select coalesce(jsonb_agg(b.sign_off_id order by b.sign_off_id), '[]')
                  from reviews_basis b where b.publication_id = p.id))
  from articles_publication p where p.id = p_publication
$$;

ALTER FUNCTION gate.publication_facts(p_publication bigint) OWNER TO leaf_owner;

CREATE FUNCTION gate.recheck_facts(p_recheck bigint) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select jsonb_build_object('edition', r.edition_id, 'digest', encode(r.digest, 'hex'), 'appointment', r.appointment_id,
    'checked_at', gate.instant(r.at))
  from reviews_recheck r where r.id = p_recheck
$$;

ALTER FUNCTION gate.recheck_facts(p_recheck bigint) OWNER TO leaf_owner;

CREATE FUNCTION gate.refused(p_article bigint, p_at timestamp with time zone DEFAULT 'infinity'::timestamp with time zone) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- Whether a refusal of the article was in force at p_at; if not said: is in force.
  select exists (select from gate.verdicts(p_article, p_at) v where v.kind = 'refused')
$$;

ALTER FUNCTION gate.refused(p_article bigint, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.required_disclaimers(p_words tsvector[], p_topics text[], p_flags text[], p_designs text[], p_at timestamp with time zone) RETURNS SETOF public.articles_disclaimer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select * from (select distinct on (code) * from articles_disclaimer where adopted_at <= p_at order by code, version desc) d
  where d.drawn_by = 'text'
    and (d.always or d.topics && p_topics or asks(p_words, d.query) or d.flags && p_flags or d.designs && p_designs)
$$;

ALTER FUNCTION gate.required_disclaimers(p_words tsvector[], p_topics text[], p_flags text[], p_designs text[], p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.required_statements(p_words tsvector[], p_topics text[], p_flags text[], p_designs text[], p_at timestamp with time zone) RETURNS SETOF public.articles_statement
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select * from (select distinct on (slug) * from articles_statement where adopted_at <= p_at order by slug, version desc) s
  where s.always or s.topics && p_topics or asks(p_words, s.query) or s.flags && p_flags or s.designs && p_designs
$$;

ALTER FUNCTION gate.required_statements(p_words tsvector[], p_topics text[], p_flags text[], p_designs text[], p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.review_due_at(p_edition bigint, p_at timestamp with time zone, p_publication bigint) RETURNS timestamp with time zone
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- When the review of a publication falls due: of a signature, or by a rule that was adopted since.
  select least(min(m.review_due_at), gate.due_by_rule(p_edition, p_at)) from gate.by_meaning(p_edition, p_at, p_publication) m
$$;

ALTER FUNCTION gate.review_due_at(p_edition bigint, p_at timestamp with time zone, p_publication bigint) OWNER TO leaf_owner;

CREATE FUNCTION gate.root(p_size bigint) RETURNS bytea
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
-- The Merkle root (RFC 6962) of the first p_size entries; null for none, or for more than there are.
declare
  root bytea;
  peak bytea;
  subtrees bigint := p_size;
  height smallint := 0;
begin
  while subtrees > 0 loop
    if subtrees % 2 = 1 then
      select n.hash into peak from cms_node n where n.level = height and n.index = subtrees - 1;
      if not found then
        return null;
      end if;
      root := case when root is null then peak else sha256('\x01'::bytea || peak || root) end;
    end if;
    subtrees := subtrees / 2;
    height := height + 1;
  end loop;
  return root;
end $$;

ALTER FUNCTION gate.root(p_size bigint) OWNER TO leaf_owner;

CREATE FUNCTION gate.root_of(p_edition bigint) RETURNS public.articles_edition
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- The edition that was reviewed in full: of a fix its root, of any other itself.
  select r.* from articles_edition e join articles_edition r on r.id = case e.root_id when 0 then e.id else e.root_id end
  where e.id = p_edition
$$;

ALTER FUNCTION gate.root_of(p_edition bigint) OWNER TO leaf_owner;

CREATE FUNCTION gate.save_is_noted() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
-- Argument: the column that holds the article's id. Its name comes after those of the triggers that note, and so does its turn.
begin
  if exists (
    select from unnest(array[
      case when tg_op <> 'INSERT' then to_jsonb(old) end, case when tg_op <> 'DELETE' then to_jsonb(new) end]) r
    where r is not null and not exists (
      select from articles_draftsave d
      where d.article_id = (r ->> tg_argv[0])::bigint and d.transaction = pg_current_xact_id()
        and d.person_id::text = current_setting('signed_leaf.person', true)))
  then
    raise exception 'nobody noted who saved this' using errcode = '23514', constraint = 'every_save_is_noted';
  end if;
  return null;
end $$;

ALTER FUNCTION gate.save_is_noted() OWNER TO leaf_owner;

CREATE FUNCTION gate.set_aside(p_edition bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- Whether changes to this edition, or to the root of this fix, were requested, or it was refused and nobody lifted that.
  select exists (select from articles_edition e, gate.verdicts(e.article_id, 'infinity') v
                 where e.id = p_edition and v.edition_id in (e.id, e.root_id))
$$;

ALTER FUNCTION gate.set_aside(p_edition bigint) OWNER TO leaf_owner;

CREATE FUNCTION gate.shown(p_article bigint, p_at timestamp with time zone) RETURNS TABLE(id bigint, article_id bigint, edition_id bigint, digest bytea, starts_at timestamp with time zone, ends_at timestamp with time zone, condition text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET standard_conforming_strings TO 'on'
    AS $$
-- The publication that readers see at this instant: the article's newest that has started, if it stands and lacks nothing.
-- An older one never comes back by itself. Rules that it knew and that bound already were asked when it was made.
--
-- The condition is all that decides how it looks now: its sign-offs, whether its review is due, by a signature or by a rule
-- since when, which publications of its statements, with which sign-offs, last check and hidden rows, and the safety notices
-- above it. While it stays the same, so does every byte of the page. Digests and instants stand beside the numbers: after a
-- restore a number may come again for something else.
declare
  p record;
  e record;
  current text[];
  condition_of_them text;
begin
  for p in select * from gate.standing(p_article, p_at) loop
    select x.statements, x.topics into e from articles_edition x where x.id = p.edition_id;
    select array_agg(c.asked),
           string_agg(concat_ws(':', c.asked, c.publication_id, encode(c.digest, 'hex'), c.condition), ' ' order by c.asked)
    into current, condition_of_them from gate.current_statements(e.statements, p_at) c;
    if not exists (select from gate.lacking(p.edition_id, p_at, p.rulebook, p.published_at, coalesce(current, '{}'))) then
      return query select p.id, p.article_id, p.edition_id, p.digest, p.starts_at, p.ends_at,
        concat_ws(' ', p.id, encode(p.digest, 'hex'), p.sign_offs, case when p.review_is_due then 'due' end,
                  (select 'due since ' || min(asked.since) from gate.asked_at_next_review(p.edition_id, p_at) asked),
                  condition_of_them,
                  (select string_agg(concat_ws('@', 'notice', n.id, encode(n.digest, 'hex')), ' ' order by n.id)
                   from gate.notices_on(p.article_id, e.topics, p_at) n));
    end if;
  end loop;
end $$;

ALTER FUNCTION gate.shown(p_article bigint, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.sign_off_facts(p_sign_off bigint) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select jsonb_build_object('name', s.reviewer_name, 'profession', s.profession, 'meaning', s.meaning,
    'interests', s.interests, 'policy', s.policy_id, 'requires', to_jsonb(s.requires), 'signed_at', gate.instant(s.signed_at),
    'review_due_at', gate.instant(s.review_due_at), 'ends_at', gate.instant(s.ends_at))
  from reviews_signoff s where s.id = p_sign_off
$$;

ALTER FUNCTION gate.sign_off_facts(p_sign_off bigint) OWNER TO leaf_owner;

CREATE FUNCTION gate.signature_lost(p_publication bigint, p_at timestamp with time zone DEFAULT 'infinity'::timestamp with time zone) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- Whether a sign-off that the publication rests on was lost up to p_at; if not said: ever.
  select exists (select from reviews_basis b join reviews_signoff s on s.id = b.sign_off_id,
                   gate.losses(s.id, s.credential_id, p_at)
                 where b.publication_id = p_publication)
$$;

ALTER FUNCTION gate.signature_lost(p_publication bigint, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.signatures(p_edition bigint, p_at timestamp with time zone, p_publication bigint DEFAULT NULL::bigint) RETURNS SETOF jsonb
    LANGUAGE sql STABLE ROWS 1
    BEGIN ATOMIC
 SELECT COALESCE(jsonb_agg(jsonb_build_object('name', s.reviewer_name, 'profession', s.profession, 'meaning', s.meaning, 'interests', s.interests, 'signed_at', s.signed_at, 'review_due_at', s.review_due_at, 'ends_at', s.ends_at) ORDER BY s.signed_at, s.id), '[]'::jsonb) AS "coalesce"
    FROM (gate.sign_offs(signatures.p_edition, signatures.p_at, signatures.p_publication) c(id, reviewer_id, meaning, requires, lost, counts, signed_at, review_due_at, ends_at)
      JOIN public.reviews_signoff s ON ((s.id = c.id)))
   WHERE c.counts;
END;

ALTER FUNCTION gate.signatures(p_edition bigint, p_at timestamp with time zone, p_publication bigint) OWNER TO leaf_owner;

CREATE FUNCTION gate.signed_until(p_edition bigint, p_at timestamp with time zone, p_publication bigint DEFAULT NULL::bigint) RETURNS timestamp with time zone
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- The instant until which the sign-offs that count are enough for the policy; null if they are not.
  select min(until) from gate.by_meaning(p_edition, p_at, p_publication)
$$;

ALTER FUNCTION gate.signed_until(p_edition bigint, p_at timestamp with time zone, p_publication bigint) OWNER TO leaf_owner;

CREATE FUNCTION gate.standing_sign_offs(p_edition bigint, p_at timestamp with time zone) RETURNS SETOF public.reviews_signoff
    LANGUAGE sql STABLE ROWS 2
    BEGIN ATOMIC
 SELECT s.id,
     s.edition_id,
     s.digest,
     s.contributors,
     s.topics,
     s.policy_id,
     s.requires,
     s.review_after,
     s.ends_after,
     s.verification_id,
     s.credential_id,
     s.reviewer_id,
     s.reviewer_name,
     s.profession,
     s.specialties,
     s.verified_at,
     s.valid_until,
     s.meaning,
     s.interests,
     s.signed_at,
     s.review_due_at,
     s.ends_at,
     s.qualification,
     s.signers,
     s.root_id,
     s.fix_id
    FROM (gate.sign_offs(standing_sign_offs.p_edition, standing_sign_offs.p_at, NULL::bigint) c(id, reviewer_id, meaning, requires, lost, counts, signed_at, review_due_at, ends_at)
      JOIN public.reviews_signoff s ON ((s.id = c.id)))
   WHERE c.counts;
END;

ALTER FUNCTION gate.standing_sign_offs(p_edition bigint, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.statement(p_slug text, p_at timestamp with time zone) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    SET standard_conforming_strings TO 'on'
    AS $$
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

ALTER FUNCTION gate.statement(p_slug text, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.statement_rule_facts(p_statement bigint) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select jsonb_build_object('slug', s.slug, 'version', s.version, 'name', s.name, 'placement', s.placement,
    'fallback', s.fallback, 'max_age_hours', extract(epoch from s.max_age)::bigint / 3600, 'always', s.always, 'topics', to_jsonb(s.topics), 'words', to_jsonb(s.words),
    'flags', to_jsonb(s.flags), 'designs', to_jsonb(s.designs), 'source', s.source, 'note', s.note,
    'reason', s.reason, 'adopted_by', s.adopted_by_id, 'adopted_at', gate.instant(s.adopted_at),
    'binding_at', gate.instant(s.binding_at))
  from articles_statement s where s.id = p_statement
$$;

ALTER FUNCTION gate.statement_rule_facts(p_statement bigint) OWNER TO leaf_owner;

CREATE FUNCTION gate.statements(p_slugs text[], p_at timestamp with time zone) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select coalesce(jsonb_object_agg(slug, gate.statement(slug, p_at)), '{}') from unnest(p_slugs) slug
$$;

ALTER FUNCTION gate.statements(p_slugs text[], p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.stood(p_article bigint, p_at timestamp with time zone) RETURNS SETOF public.articles_publication
    LANGUAGE sql STABLE ROWS 1
    BEGIN ATOMIC
 SELECT p.id,
     p.article_id,
     p.edition_id,
     p.digest,
     p.starts_at,
     p.ends_at,
     p.published_by_id,
     p.published_at,
     p.rulebook,
     p.reading
    FROM gate.newest_started(stood.p_article, stood.p_at) p(id, article_id, edition_id, digest, starts_at, ends_at, published_by_id, published_at, rulebook, reading)
   WHERE ((stood.p_at < p.ends_at) AND (NOT (EXISTS ( SELECT
            FROM public.articles_takedown t
           WHERE ((t.article_id = p.article_id) AND (t.publication_id >= p.id) AND (t.at <= stood.p_at))))) AND (NOT (EXISTS ( SELECT
            FROM gate.verdicts(p.article_id, stood.p_at) v(id, edition_id, digest, article_id, reviewer_id, kind, reason, at)
           WHERE ((v.kind = 'refused'::text) OR (v.edition_id = p.edition_id) OR (v.edition_id = ( SELECT e.root_id
                    FROM public.articles_edition e
                   WHERE (e.id = p.edition_id))))))) AND (NOT (EXISTS ( SELECT
            FROM (public.reviews_basis b
              JOIN public.reviews_signoff s ON ((s.id = b.sign_off_id))),
             LATERAL gate.losses(s.id, s.credential_id, stood.p_at) losses(losses)
           WHERE (b.publication_id = p.id)))) AND ( SELECT (min(
                 CASE b.root_id
                     WHEN 0 THEN s.requires
                     ELSE (s.requires || 'change'::text)
                 END) <@ array_agg(s.meaning) FILTER (WHERE ((stood.p_at < s.ends_at) AND (EXISTS ( SELECT
                    FROM public.reviews_verification n
                   WHERE ((n.credential_id = s.credential_id) AND (n.verified_at <= stood.p_at) AND (stood.p_at < (n.valid_until + '720:00:00'::interval))))))))
            FROM (public.reviews_basis b
              JOIN public.reviews_signoff s ON ((s.id = b.sign_off_id)))
           WHERE (b.publication_id = p.id)));
END;

ALTER FUNCTION gate.stood(p_article bigint, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.stood_statements(p_slugs text[], p_at timestamp with time zone) RETURNS SETOF text
    LANGUAGE sql STABLE ROWS 5
    BEGIN ATOMIC
 SELECT w.slug
    FROM unnest(stood_statements.p_slugs) w(slug)
   WHERE (EXISTS ( SELECT
            FROM public.articles_address a,
             LATERAL gate.stood(a.article_id, stood_statements.p_at) p(id, article_id, edition_id, digest, starts_at, ends_at, published_by_id, published_at, rulebook, reading),
             public.articles_edition e
           WHERE ((a.slug = ANY (ARRAY[w.slug, ( SELECT n.fallback
                    FROM public.articles_statement n
                   WHERE ((n.slug = w.slug) AND (n.adopted_at <= stood_statements.p_at))
                   ORDER BY n.version DESC
                  LIMIT 1)])) AND (e.id = p.edition_id) AND (e.digest = p.digest) AND (e.slug = a.slug) AND (e.kind = 'statement'::text) AND ((stood_statements.p_at < (GREATEST(( SELECT max(s.signed_at) AS max
                    FROM (public.reviews_basis b
                      JOIN public.reviews_signoff s ON ((s.id = b.sign_off_id)))
                   WHERE ((b.publication_id = p.id) AND (stood_statements.p_at < s.ends_at))), ( SELECT max(c.at) AS max
                    FROM public.reviews_recheck c
                   WHERE ((c.edition_id = e.id) AND (c.at <= stood_statements.p_at)))) + ( SELECT r.max_age
                    FROM public.articles_statement r
                   WHERE ((r.slug = a.slug) AND (r.adopted_at <= stood_statements.p_at))
                   ORDER BY r.version DESC
                  LIMIT 1))) IS NOT FALSE))));
END;

ALTER FUNCTION gate.stood_statements(p_slugs text[], p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.tier_of(p_article bigint, p_kind text, p_slug text, p_topics text[], p_words tsvector[], p_at timestamp with time zone) RETURNS bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
-- The policy for this text of the article: what the text calls for; or what was chosen, if that is higher, or if compliance
-- chose it when the text called for the same. Null if there is none.
declare
  called_for reviews_policy;
  chosen record;
begin
  select * into called_for from reviews_policy where id = gate.policy_for(p_kind, p_slug, p_topics, p_words, p_at);
  select c.called_for, p.id, p.rank into chosen
  from (select * from reviews_chosentier c where c.article_id = p_article and c.at <= p_at order by c.id desc limit 1) c
  cross join lateral (select * from reviews_policy p where p.name = c.policy and p.kind = p_kind and p.adopted_at <= p_at
                      order by p.version desc limit 1) p;
  if found and (chosen.rank >= called_for.rank or chosen.called_for = called_for.name) then
    return chosen.id;
  end if;
  return called_for.id;
end $$;

ALTER FUNCTION gate.tier_of(p_article bigint, p_kind text, p_slug text, p_topics text[], p_words tsvector[], p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION gate.verification_facts(p_verification bigint) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- Never the registration's body and number.
  select jsonb_build_object('name', v.name, 'profession', v.profession, 'specialties', to_jsonb(v.specialties),
    'verified_at', gate.instant(v.verified_at), 'valid_until', gate.instant(v.valid_until))
  from reviews_verification v where v.id = p_verification
$$;

ALTER FUNCTION gate.verification_facts(p_verification bigint) OWNER TO leaf_owner;

CREATE FUNCTION gate.was_shown(p_publication bigint, p_at timestamp with time zone) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- Whether readers saw the publication at p_at, which is past. One that was made at that instant was asked for all then.
  select exists (
    select from articles_publication x, gate.stood(x.article_id, p_at) p, articles_edition e
    where x.id = p_publication and p.id = x.id and e.id = p.edition_id
      and not exists (select from gate.lacking(e.id, p_at, p.rulebook, p.published_at,
        case p_at when p.published_at then e.statements else array(select gate.stood_statements(e.statements, p_at)) end)))
$$;

ALTER FUNCTION gate.was_shown(p_publication bigint, p_at timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION live.seen() RETURNS text
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT
         CASE
             WHEN ((pg_current_xact_id_if_assigned() IS NULL) AND (NOT pg_is_in_recovery())) THEN concat(EXTRACT(epoch FROM pg_postmaster_start_time()), '-', ( SELECT pg_control_checkpoint.checkpoint_lsn
                FROM pg_control_checkpoint() pg_control_checkpoint(checkpoint_lsn, redo_lsn, redo_wal_file, timeline_id, prev_timeline_id, full_page_writes, next_xid, next_oid, next_multixact_id, next_multi_offset, oldest_xid, oldest_xid_dbid, oldest_active_xid, oldest_multi_xid, oldest_multi_dbid, oldest_commit_ts_xid, newest_commit_ts_xid, checkpoint_time)), ' ', pg_current_snapshot())
             ELSE NULL::text
         END AS "case";
END;

ALTER FUNCTION live.seen() OWNER TO leaf_owner;

CREATE FUNCTION live.asked_before(p_seen text, p_until timestamp with time zone) RETURNS boolean
    LANGUAGE sql STABLE
    BEGIN ATOMIC
 SELECT COALESCE(((p_seen = live.seen()) AND (clock_timestamp() < p_until)), false) AS "coalesce";
END;

ALTER FUNCTION live.asked_before(p_seen text, p_until timestamp with time zone) OWNER TO leaf_owner;

CREATE FUNCTION live.checkpoint() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- The newest checkpoint, as it was signed; null if there is none.
  select note from cms_checkpoint order by size desc limit 1
$$;

ALTER FUNCTION live.checkpoint() OWNER TO leaf_owner;

CREATE FUNCTION live.condition(p_slug text) RETURNS TABLE(condition text, seen text, until timestamp with time zone)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'live', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET standard_conforming_strings TO 'on'
    AS $$
-- The condition of the article that this address shows now (null if none), and until when it will be the same if nothing is
-- written: for a minute, if the gate says the same of the instant a minute from now, and no rule begins in between: a rule's
-- next version may end again what the one before it began. All else that time alone decides holds from an instant or until
-- one, and an older publication never comes back, so what is the same at both ends of the minute is the same within it. No
-- row that is written later is known now: hence `seen`.
declare
  at timestamptz := clock_timestamp();
  later timestamptz := at + interval '1 minute';
begin
  condition := gate.condition_at(p_slug, at);
  if condition = gate.condition_at(p_slug, later)
     and not exists (select from articles_disclaimer d, unnest(array[d.adopted_at, d.binding_at]) begins
                     where begins > at and begins <= later)
     and not exists (select from articles_statement s, unnest(array[s.adopted_at, s.binding_at]) begins
                     where begins > at and begins <= later) then
    seen := live.seen();
    until := later;
  end if;
  return next;
end $$;

ALTER FUNCTION live.condition(p_slug text) OWNER TO leaf_owner;

CREATE FUNCTION live.crisis_help() RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select gate.statement('crisis-help', clock_timestamp())
$$;

ALTER FUNCTION live.crisis_help() OWNER TO leaf_owner;

CREATE FUNCTION live.elsewhere(p_slug text) RETURNS TABLE(fate text, moved_to text, statement jsonb, related jsonb)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    SET standard_conforming_strings TO 'on'
    AS $$
-- Of an address that was public and does not show its article now: why, in signed words, and where to go from here.
declare
  at timestamptz := clock_timestamp();
begin
  return query
  select f.fate, moved.slug,
         gate.statement('notice-' || case f.fate when 'waiting' then 'revoked' else replace(f.fate, ' ', '-') end, at),
         (select coalesce(jsonb_agg(jsonb_build_object('slug', r.slug, 'title', r.title)), '[]')
          from (select distinct o.starts_at, o.id, o.slug, o.title from unnest(was.topics) topic, live.newest(topic, null, null, 6) o
                where o.article_id <> a.article_id order by o.starts_at desc, o.id desc limit 5) r)
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

ALTER FUNCTION live.elsewhere(p_slug text) OWNER TO leaf_owner;

CREATE FUNCTION live.evidence(p_slug text, p_number bigint) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    SET "IntervalStyle" TO 'iso_8601'
    SET plan_cache_mode TO 'force_generic_plan'
    SET standard_conforming_strings TO 'on'
    AS $$
-- The evidence for edition p_number at this address; null for a number: for the one that it shows now. Null if there is
-- none that readers ever saw. Its entries come with their exact bodies; the proofs are made of live.nodes.
declare
  at timestamptz := clock_timestamp();
  e articles_edition;
  seen bigint[];
  entries jsonb;
begin
  if p_number is null then
    select x.* into e from gate.article_at(p_slug, at) a
    cross join lateral gate.shown(a.article_id, at) p
    join articles_edition x on x.id = p.edition_id and x.digest = p.digest and x.slug = p_slug
    where x.kind = 'article';
  else
    -- By way of what was published: of an edition that never was, not even a row is read.
    select x.* into e from gate.article_at(p_slug, at) a
    join articles_publication p on p.article_id = a.article_id and p.starts_at <= at
    join articles_edition x on x.id = p.edition_id and x.digest = p.digest and x.slug = p_slug
    where x.number = p_number and x.kind = 'article' limit 1;
  end if;
  select array_agg(p.id order by p.id) into seen from articles_publication p
  where p.edition_id = e.id and p.digest = e.digest and p.starts_at <= at
    and (gate.began(p.id) or exists (select from gate.shown(p.article_id, at) s where s.id = p.id));
  if seen is null then
    return null;
  end if;
  select coalesce(jsonb_agg(jsonb_build_object('seq', n.seq, 'body', convert_from(n.body, 'UTF8')) order by n.seq), '[]')
  into entries from gate.evidence_entries(e.id, seen) n;
  return jsonb_build_object(
    'article', e.article_id, 'edition', e.id, 'slug', e.slug, 'number', e.number, 'digest', encode(e.digest, 'hex'),
    'contributors', to_jsonb(e.contributors),
    'disclaimers', (
      select coalesce(jsonb_agg(jsonb_build_object('id', d ->> 'id',
        'short_sha256', encode(sha256(convert_to(d ->> 'short', 'UTF8')), 'hex'),
        'full_sha256', encode(sha256(convert_to(d ->> 'full', 'UTF8')), 'hex')) order by n), '[]')
      from jsonb_array_elements(doc(e.content) -> 'disclaimers') with ordinality as one (d, n)),
    'statements', doc(e.content) -> 'statements',
    'policy', (
      select jsonb_build_object('id', y.id, 'name', y.name, 'version', y.version, 'requires', to_jsonb(y.requires),
        'covers', (select coalesce(jsonb_object_agg(meaning, how -> 'covers') filter (where how ? 'covers'), '{}')
                   from jsonb_each(y.signers) as each (meaning, how)),
        'review_after', y.review_after::text, 'ends_after', y.ends_after::text)
      from reviews_policy y where y.id = e.policy_id),
    'publications', (
      select jsonb_agg(jsonb_build_object('publication', p.id, 'facts', gate.publication_facts(p.id),
        'superseded_at', (select gate.instant(min(n.starts_at)) from articles_publication n
                          where n.article_id = p.article_id and n.id > p.id and n.starts_at <= at)) order by p.id)
      from articles_publication p where p.id = any (seen)),
    'take_downs', (
      select coalesce(jsonb_agg(jsonb_build_object('publication', t.publication_id, 'kind', t.kind,
        'at', coalesce(gate.entered_at(entries, t.kind, 'publication', t.publication_id), gate.instant(t.at))) order by t.id), '[]')
      from articles_takedown t where t.article_id = e.article_id and t.publication_id >= seen[1]),
    'sign_offs', gate.evidence_sign_offs(e.id, seen, entries),
    'fix', (
      select jsonb_build_object('of', f.of_id, 'root', r.id, 'root_number', r.number, 'root_digest', encode(r.digest, 'hex'),
        'words_changed', f.words_changed, 'words_of_root', f.words_of_root,
        'sign_offs', gate.evidence_sign_offs(r.id, seen, entries))
      from articles_fix f join articles_edition r on r.id = f.root_id where f.edition_id = e.id),
    'verifications', (
      select coalesce(jsonb_agg(jsonb_build_object('verification', v.id, 'credential', v.credential_id, 'person', v.person_id,
        'officer', v.officer_id, 'facts', gate.verification_facts(v.id)) order by v.id), '[]')
      from reviews_verification v
      where v.id in (select s.verification_id from reviews_basis b join reviews_signoff s on s.id = b.sign_off_id
                     where b.publication_id = any (seen))),
    'checkpoint', (select c.note from cms_checkpoint c order by c.size desc limit 1),
    'entries', entries);
end $$;

ALTER FUNCTION live.evidence(p_slug text, p_number bigint) OWNER TO leaf_owner;

CREATE FUNCTION live.newest(p_topic text, p_before timestamp with time zone, p_before_id bigint, p_limit integer) RETURNS TABLE(id bigint, article_id bigint, slug text, title text, summary text, topics jsonb, starts_at timestamp with time zone, sign_offs jsonb)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    SET plan_cache_mode TO 'force_generic_plan'
    SET standard_conforming_strings TO 'on'
    AS $$
-- The newest p_limit articles on a topic ('': on any), from those that started before the given publication (nulls: from
-- the newest). Walks the listing and asks for each row whether it is shown, so that the cost is that of the rows asked for,
-- not of all there are.
declare
  at timestamptz := clock_timestamp();
  current text[] := array(select c.asked from gate.current_statements(array(select distinct n.slug from articles_statement n), at) c);
  left_over int := p_limit;
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
    select i.publication_id from articles_listing i
    where i.topic = p_topic and i.starts_at <= at and at < i.ends_at
      and (i.starts_at, i.publication_id) < (coalesce(p_before, 'infinity'), coalesce(p_before_id, 0))
    order by i.starts_at desc, i.publication_id desc
  loop
    return query
    select p.id, p.article_id, e.slug, e.title, e.summary, e.named_topics, p.starts_at, signatures.given
    from articles_publication x
    cross join lateral gate.standing(x.article_id, at) p
    join articles_edition e on e.id = p.edition_id and e.digest = p.digest and e.article_id = p.article_id and e.kind = 'article'
    cross join lateral gate.signatures(e.id, at, p.id) signatures (given)
    where x.id = l.publication_id and p.id = x.id and (p_topic = '' or p_topic = any (e.topics))
      and not exists (select from gate.lacking(e.id, at, p.rulebook, p.published_at, current));
    if found then
      left_over := left_over - 1;
      exit when left_over = 0;
    end if;
  end loop;
end $$;

ALTER FUNCTION live.newest(p_topic text, p_before timestamp with time zone, p_before_id bigint, p_limit integer) OWNER TO leaf_owner;

CREATE FUNCTION live.nodes(p_levels smallint[], p_indices bigint[]) RETURNS TABLE(level smallint, index bigint, hash bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- The hashes at these places of the tree, no more of it than is signed: what proofs about checkpoints are made of.
  select n.level, n.index, n.hash
  from unnest(p_levels, p_indices) w (level, index) join cms_node n using (level, index)
  where (n.index + 1) * (1::bigint << n.level) <= (select max(size) from cms_checkpoint)
$$;

ALTER FUNCTION live.nodes(p_levels smallint[], p_indices bigint[]) OWNER TO leaf_owner;

CREATE FUNCTION live.notices() RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- Every safety notice in force, the newest first, each with what it touches.
  select coalesce(jsonb_agg(gate.notice(n.id) order by n.id desc), '[]') from gate.notices_in_force(clock_timestamp()) n
$$;

ALTER FUNCTION live.notices() OWNER TO leaf_owner;

CREATE FUNCTION live.page(p_slug text) RETURNS SETOF live.article
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'gate', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    SET plan_cache_mode TO 'force_generic_plan'
    SET standard_conforming_strings TO 'on'
    AS $$
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

ALTER FUNCTION live.page(p_slug text) OWNER TO leaf_owner;

CREATE FUNCTION live.pages() RETURNS SETOF live.article
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'live', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- Every article that is shown now, each at its address: for whoever compares or keeps them all. No page asks this.
  select p.* from (select distinct slug from articles_publicaddress) a cross join lateral live.page(a.slug) p
$$;

ALTER FUNCTION live.pages() OWNER TO leaf_owner;

CREATE FUNCTION public.all_different(items text[]) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select cardinality(items) = (select count(distinct item) from unnest(items) item)
$$;

ALTER FUNCTION public.all_different(items text[]) OWNER TO leaf_owner;

CREATE FUNCTION public.author_text(d jsonb, instead text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $_$
  select concat_ws(' ', d ->> 'slug', d ->> 'title', d ->> 'summary',
                   (select string_agg(point, ' ') from jsonb_array_elements_text(d -> 'key_points') point),
                   public.without_tags(d ->> 'html', instead), d ->> 'funding',
                   (select string_agg(concat_ws(' ', r ->> 'authors', r ->> 'title', r ->> 'journal', r ->> 'volume', r ->> 'pages',
                                                r ->> 'doi', r ->> 'pmid', r ->> 'pmcid', r ->> 'url'), ' ')
                    from jsonb_array_elements(d -> 'references') r),
                   (select string_agg(concat_ws(' ', c ->> 'name', c ->> 'audience', c ->> 'region'), ' ')
                    from jsonb_array_elements(d -> 'contacts') c),
                   (select string_agg(label #>> '{}', ' ') from jsonb_path_query(d, 'lax $.contacts[*].links[*].label') label),
                   (select string_agg(name #>> '{}', ' ') from jsonb_path_query(d, 'lax $.bylines[*].name') name))
$_$;

ALTER FUNCTION public.author_text(d jsonb, instead text) OWNER TO leaf_owner;

COMMENT ON FUNCTION public.author_text(d jsonb, instead text) IS 'All that readers see of what people wrote, without its markup. Never the disclaimers, so that none calls for itself.';

CREATE FUNCTION public.author_text_before(d jsonb, instead text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select concat_ws(' ', d ->> 'slug', d ->> 'title', d ->> 'summary',
                   (select string_agg(point, ' ') from jsonb_array_elements_text(d -> 'key_points') point),
                   public.without_tags(d ->> 'html', instead), d ->> 'funding',
                   (select string_agg(concat_ws(' ', r ->> 'authors', r ->> 'title', r ->> 'journal'), ' ')
                    from jsonb_array_elements(d -> 'references') r),
                   (select string_agg(concat_ws(' ', c ->> 'name', c ->> 'audience', c ->> 'region'), ' ')
                    from jsonb_array_elements(d -> 'contacts') c))
$$;

ALTER FUNCTION public.author_text_before(d jsonb, instead text) OWNER TO leaf_owner;

CREATE FUNCTION public.author_words_before(d jsonb) RETURNS tsvector[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  with every as materialized (
    select string_to_array(public.plain_words(public.author_text_before(d, '')) || ' | '
             || public.plain_words(public.author_text_before(d, ' ')) || ' | '
             || public.plain_words(public.author_text_before(d || jsonb_build_object('html',
                  regexp_replace(d ->> 'html', '<(sub|sup)>.*?</\1>', '', 'gi')), ' ')), ' ') as words)
  select coalesce(array_agg(to_tsvector('pg_catalog.simple', array_to_string(words[at:at + 229], ' '))), '{}')
  from every, generate_series(1, cardinality(words), 200) at
$$;

ALTER FUNCTION public.author_words_before(d jsonb) OWNER TO leaf_owner;

CREATE FUNCTION public.joined_words(d jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- The words that readers can see in broken ones: letters on both sides of a line break, a citation, or signs like hyphens
  -- and dashes. A word broken more than once is read whole, among its neighbours, and each run of up to eight of its pieces (of
  -- an address: two). "é0", which no rule can ask for, parts the readings, so that no phrase is found across two of them.
  with marked as materialized (
    select regexp_split_to_array(regexp_replace(
             public.author_text(d || jsonb_build_object('html', regexp_replace(regexp_replace(
               d ->> 'html', '<br>', U&'\E000', 'gi'), '\[@[a-z0-9; @-]*\]', U&'\E002', 'g')), ''),
             U&'([[:alpha:]])(?:\s*!E000\s*|[^[:alnum:][:space:]!E000''!2019!02BC]+|[!2010-]\s+)+(?=[[:alpha:]])' uescape '!',
             U&'\\1\E001', 'g'),
           '\s+') as tokens),
  broken as materialized (
    select n, string_to_array(token, U&'\E001') as pieces, tokens[n - 3:n + 3] as around
    from marked, unnest(tokens) with ordinality t (token, n) where strpos(token, U&'\E001') > 0)
  select coalesce(string_agg(public.plain_words(reading), ' é0 ' order by n, reading), '')
  from (
    select n, replace(array_to_string(around, ' '), U&'\E001', '') from broken
    union all
    select n, array_to_string(pieces[first:last], '')
    from broken, generate_series(1, cardinality(pieces) - 1) first,
      generate_series(first + 1, least(first + case when pieces[1] in ('http', 'https') then 1 else 7 end, cardinality(pieces))) last
    where cardinality(pieces) > 2 and (first > 1 or last < cardinality(pieces))) r (n, reading)
$$;

ALTER FUNCTION public.joined_words(d jsonb) OWNER TO leaf_owner;

CREATE FUNCTION public.note_draft_save() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $_$
-- Argument: the column that holds the article's id. Fires on the article and on all that belongs to its text.
declare
  person text := coalesce(current_setting('signed_leaf.person', true), '');
  of_article text;
begin
  if person !~ '^[0-9]+$' then
    raise exception 'nobody is named as the one who saves' using errcode = '23514', constraint = 'every_save_has_a_person';
  end if;
  for of_article in
    select distinct r ->> tg_argv[0] from unnest(array[
      case when tg_op <> 'INSERT' then to_jsonb(old) end, case when tg_op <> 'DELETE' then to_jsonb(new) end]) r
    where r is not null
  loop
    insert into public.articles_draftsave (article_id, person_id) values (of_article::bigint, person::bigint)
      on conflict on constraint one_draft_save_per_transaction do nothing;
  end loop;
  return null;
end $_$;

ALTER FUNCTION public.note_draft_save() OWNER TO leaf_owner;

CREATE FUNCTION public.plain_words(t text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- Marks, invisible and format characters go; all but letters and digits part words; digits part from letters ("50mg").
  select trim(regexp_replace(regexp_replace(regexp_replace(
           lower(regexp_replace(normalize(t, NFKD),
             U&'[\00AD\0300-\036F\034F\061C\115F\1160\17B4\17B5\180B-\180F\200B-\200F\202A-\202E\2060-\206F\3164\FE00-\FE0F\FEFF\FFA0\+0E0000-\+0E0FFF''\2019\02BC]+',
             '', 'g')),
           '[^[:alnum:]]+', ' ', 'g'), '([0-9])([^0-9 ])', '\1 \2', 'g'), '([^0-9 ])([0-9])', '\1 \2', 'g'))
$$;

ALTER FUNCTION public.plain_words(t text) OWNER TO leaf_owner;

COMMENT ON FUNCTION public.plain_words(t text) IS 'The words of a text, lower case, parted by single spaces, as rules match them.';

CREATE FUNCTION public.reference_fits(part text, value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $_$
  -- Whether a part of a reference looks as it should. Empty: it was not seen.
  select value = '' or length(value) <= 500 and value ~ case part
    when 'volume' then U&'^[A-Za-z0-9 .,:;()/&+\2010-\2013-]{1,50}$'
    when 'pages' then U&'^[A-Za-z0-9 .,:;()/&+\2010-\2013-]{1,50}$'
    when 'doi' then '^10\.[0-9]{4,9}/[!#-;=?-~]+$'
    when 'pmid' then '^[0-9]{1,10}$'
    when 'pmcid' then '^PMC[0-9]{1,12}$'
    when 'url' then '^https?://[^[:space:]<>"]+$'
  end
$_$;

ALTER FUNCTION public.reference_fits(part text, value text) OWNER TO leaf_owner;

CREATE FUNCTION public.references_have_their_shape(list jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  select not exists (select from jsonb_array_elements(list) r, unnest('{volume,pages,doi,pmid,pmcid,url}'::text[]) part
                     where public.reference_fits(part, r ->> part) is not true)
$$;

ALTER FUNCTION public.references_have_their_shape(list jsonb) OWNER TO leaf_owner;

CREATE FUNCTION public.term_query(term text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET standard_conforming_strings TO 'on'
    AS $$
  -- A word or a phrase; "*" at its end: any continuation of the last word.
  select (select string_agg('''' || word || '''' || case when n = last and term like '%*' then ':*' else '' end, ' <-> ' order by n)
          from (select word, n, max(n) over () as last
                from regexp_split_to_table(nullif(plain_words(term), ''), ' ') with ordinality as w (word, n)) w)::tsquery
$$;

ALTER FUNCTION public.term_query(term text) OWNER TO leaf_owner;

CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.account_emailaddress OWNER TO leaf_owner;

ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);

ALTER TABLE public.account_emailconfirmation OWNER TO leaf_owner;

ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.articles_article (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    slug character varying(100) NOT NULL,
    title character varying(200) NOT NULL,
    title_is_proposed boolean NOT NULL,
    summary text NOT NULL,
    key_points text[] NOT NULL,
    body text NOT NULL,
    funding text NOT NULL,
    uses_ai_tools boolean NOT NULL,
    language character varying(10) NOT NULL,
    contacts jsonb NOT NULL,
    source_digest character varying(64),
    row_lock smallint NOT NULL,
    CONSTRAINT known_kind CHECK (((kind)::text = ANY ((ARRAY['article'::character varying, 'statement'::character varying])::text[])))
);

ALTER TABLE public.articles_article OWNER TO leaf_owner;

ALTER TABLE public.articles_article ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_article_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.articles_article_topics (
    id bigint NOT NULL,
    article_id bigint NOT NULL,
    topic_id bigint NOT NULL
);

ALTER TABLE public.articles_article_topics OWNER TO leaf_owner;

ALTER TABLE public.articles_article_topics ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_article_topics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.articles_byline (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    article_id bigint NOT NULL,
    person_id bigint NOT NULL,
    CONSTRAINT articles_byline_position_check CHECK (("position" >= 0))
);

ALTER TABLE public.articles_byline OWNER TO leaf_owner;

ALTER TABLE public.articles_byline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_byline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.articles_disclaimer ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.articles_disclaimer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.articles_draftsave (
    id bigint NOT NULL,
    article_id bigint NOT NULL,
    person_id bigint NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    transaction xid8 DEFAULT pg_current_xact_id() NOT NULL
);

ALTER TABLE public.articles_draftsave OWNER TO leaf_owner;

ALTER TABLE public.articles_draftsave ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.articles_draftsave_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.articles_edition ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.articles_edition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.articles_fix (
    edition_id bigint NOT NULL,
    digest bytea NOT NULL,
    of_id bigint NOT NULL,
    of_root_id bigint NOT NULL,
    root_id bigint NOT NULL,
    root_digest bytea NOT NULL,
    root_of_root bigint GENERATED ALWAYS AS ((0)::bigint) STORED NOT NULL,
    article_id bigint NOT NULL,
    kind text NOT NULL,
    slug text NOT NULL,
    policy_id bigint NOT NULL,
    topics text[] NOT NULL,
    disclaimers text[] NOT NULL,
    statements text[] NOT NULL,
    flags text[] NOT NULL,
    words_changed integer NOT NULL,
    words_of_root integer NOT NULL,
    by_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    CONSTRAINT fix_is_small CHECK ((((0 <= words_changed) AND ((words_changed * 20) <= words_of_root)) IS TRUE)),
    CONSTRAINT reason_is_given CHECK (public.says_something(reason)),
    CONSTRAINT root_of_the_chain CHECK (((root_id =
CASE of_root_id
    WHEN 0 THEN of_id
    ELSE of_root_id
END) IS TRUE))
);

ALTER TABLE public.articles_fix OWNER TO leaf_owner;

CREATE TABLE public.articles_fixword (
    id bigint NOT NULL,
    code text NOT NULL,
    version integer NOT NULL,
    name text NOT NULL,
    words text[] NOT NULL,
    source text NOT NULL,
    note text NOT NULL,
    adopted_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT articles_fixword_code_check CHECK ((code ~ '^[a-z]+(-[a-z]+)*$'::text)),
    CONSTRAINT articles_fixword_name_check CHECK (public.says_something(name)),
    CONSTRAINT articles_fixword_version_check CHECK ((version > 0)),
    CONSTRAINT every_term_says_something CHECK (public.every_term_says_something(words)),
    CONSTRAINT words_stand_alone CHECK (((array_to_string(words, ' '::text) ~ '^(\*?[a-z'']+\*?)( \*?[a-z'']+\*?)*$'::text) IS TRUE))
);

ALTER TABLE public.articles_fixword OWNER TO leaf_owner;

ALTER TABLE public.articles_fixword ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.articles_fixword_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.articles_hiddenrow ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.articles_hiddenrow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.articles_listing (
    topic text NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    publication_id bigint NOT NULL,
    ends_at timestamp with time zone NOT NULL
);

ALTER TABLE public.articles_listing OWNER TO leaf_owner;

ALTER TABLE public.articles_publication ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.articles_publication_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.articles_reference (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    key character varying(60) NOT NULL,
    authors text NOT NULL,
    title text NOT NULL,
    journal character varying(300) NOT NULL,
    year smallint,
    volume character varying(50) NOT NULL,
    pages character varying(50) NOT NULL,
    doi character varying(200) NOT NULL,
    pmid character varying(10) NOT NULL,
    pmcid character varying(15) NOT NULL,
    url character varying(500) NOT NULL,
    accessed_on date,
    design character varying(30) NOT NULL,
    article_id bigint NOT NULL,
    CONSTRAINT articles_reference_position_check CHECK (("position" >= 0)),
    CONSTRAINT articles_reference_year_check CHECK ((year >= 0))
);

ALTER TABLE public.articles_reference OWNER TO leaf_owner;

ALTER TABLE public.articles_reference ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_reference_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.articles_rulebook (
    version bigint NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

ALTER TABLE public.articles_rulebook OWNER TO leaf_owner;

COMMENT ON TABLE public.articles_rulebook IS 'A row for each rule adopted, in the order of adoption.';

CREATE VIEW public.articles_state AS
 SELECT a.id AS article_id,
    newest.id AS edition_id,
    shown.edition_id AS public_edition_id,
        CASE
            WHEN (((a.kind)::text = 'statement'::text) AND (EXISTS ( SELECT
               FROM gate.ageing_statements(clock_timestamp()) s(slug, edition_id, checked_at, due_at, ends_at)
              WHERE ((s.edition_id = shown.edition_id) AND (s.ends_at <= clock_timestamp()))))) THEN 'too old'::text
            WHEN ((shown.edition_id IS NOT NULL) AND (shown.review_due_at <= clock_timestamp())) THEN 'review due'::text
            WHEN ((shown.edition_id IS NOT NULL) AND (fix.id IS NOT NULL) AND (NOT gate.set_aside(fix.id))) THEN 'published with a newer fix'::text
            WHEN ((shown.edition_id IS NOT NULL) AND (gate.draft_digest(a.id) <> shown.draft_digest)) THEN 'published with a newer draft'::text
            WHEN (shown.edition_id IS NOT NULL) THEN 'published'::text
            WHEN gate.refused(a.id) THEN 'refused'::text
            WHEN (coming.id IS NOT NULL) THEN 'scheduled'::text
            WHEN (newest.id IS NULL) THEN 'draft'::text
            WHEN gate.set_aside(newest.id) THEN 'changes requested'::text
            WHEN ((started.edition_id = newest.id) AND ((gate.fate(a.id, clock_timestamp()) = ANY (ARRAY['taken down'::text, 'retracted'::text])) OR (gate.signed_until(newest.id, clock_timestamp()) IS NULL))) THEN gate.fate(a.id, clock_timestamp())
            WHEN (gate.signed_until(newest.id, clock_timestamp()) IS NOT NULL) THEN 'signed'::text
            WHEN (EXISTS ( SELECT
               FROM (public.reviews_signoff s
                 JOIN public.reviews_revocation r ON ((r.sign_off_id = s.id)))
              WHERE (s.edition_id = newest.id))) THEN 'revoked'::text
            ELSE 'in review'::text
        END AS state,
    GREATEST(( SELECT max(d.at) AS max
           FROM public.articles_draftsave d
          WHERE (d.article_id = a.id)), newest.submitted_at, fix.submitted_at) AS changed_at,
    fix.id AS fix_id
   FROM ((((((public.articles_article a
     LEFT JOIN LATERAL ( SELECT p.id,
            p.article_id,
            p.edition_id,
            p.digest,
            p.starts_at,
            p.ends_at,
            p.published_by_id,
            p.published_at,
            p.rulebook,
            p.reading,
            e.root_id
           FROM (public.articles_publication p
             JOIN public.articles_edition e ON ((e.id = p.edition_id)))
          WHERE ((p.article_id = a.id) AND (p.starts_at <= clock_timestamp()))
          ORDER BY p.id DESC
         LIMIT 1) started ON (true))
     LEFT JOIN LATERAL ( SELECT e.id,
            e.number
           FROM public.articles_edition e
          WHERE ((e.article_id = a.id) AND (e.root_id = 0))
          ORDER BY e.number DESC
         LIMIT 1) whole ON (true))
     LEFT JOIN LATERAL ( SELECT e.id,
            e.submitted_at
           FROM public.articles_edition e
          WHERE (e.id =
                CASE started.root_id
                    WHEN whole.id THEN started.edition_id
                    ELSE whole.id
                END)) newest ON (true))
     LEFT JOIN LATERAL ( SELECT e.id,
            e.submitted_at
           FROM (public.articles_fix f
             JOIN public.articles_edition e ON ((e.id = f.edition_id)))
          WHERE ((f.article_id = a.id) AND (f.of_id = started.edition_id) AND (NOT (EXISTS ( SELECT
                   FROM public.articles_publication p
                  WHERE ((p.edition_id = f.edition_id) AND (p.starts_at <= clock_timestamp()))))))
          ORDER BY f.edition_id DESC
         LIMIT 1) fix ON (true))
     LEFT JOIN LATERAL ( SELECT p.edition_id,
            e.draft_digest,
            gate.review_due_at(e.id, clock_timestamp(), p.id) AS review_due_at
           FROM (gate.shown(a.id, clock_timestamp()) p(id, article_id, edition_id, digest, starts_at, ends_at, condition)
             JOIN public.articles_edition e ON ((e.id = p.edition_id)))) shown ON (true))
     LEFT JOIN LATERAL gate.coming(a.id, clock_timestamp()) coming(id, article_id, edition_id, digest, starts_at, ends_at, published_by_id, published_at, rulebook, reading) ON (true));

ALTER VIEW public.articles_state OWNER TO leaf_owner;

ALTER TABLE public.articles_statement ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.articles_statement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.articles_takedown ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.articles_takedown_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.articles_topic (
    id bigint NOT NULL,
    slug character varying(50) NOT NULL,
    name character varying(80) NOT NULL
);

ALTER TABLE public.articles_topic OWNER TO leaf_owner;

ALTER TABLE public.articles_topic ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.articles_topic_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);

ALTER TABLE public.auth_group OWNER TO leaf_owner;

ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);

ALTER TABLE public.auth_group_permissions OWNER TO leaf_owner;

ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);

ALTER TABLE public.auth_permission OWNER TO leaf_owner;

ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.cms_chain (
    single boolean DEFAULT true NOT NULL,
    row_lock smallint DEFAULT 0 NOT NULL,
    CONSTRAINT cms_chain_single_check CHECK (single)
);

ALTER TABLE public.cms_chain OWNER TO leaf_owner;

COMMENT ON TABLE public.cms_chain IS 'One row. Whoever appends to the ledger holds it; only the acts can.';

CREATE TABLE public.cms_checkpoint (
    size bigint NOT NULL,
    root bytea NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT checkpoint_is_a_signed_note CHECK ((((note ~ '^[a-z0-9.:/-]{1,100}\n[1-9][0-9]{0,17}\n[A-Za-z0-9+/]{43}=\n\n— [a-z0-9.:/-]{1,100} [A-Za-z0-9+/]{1,200}={0,2}\n$'::text) AND (split_part(note, '
'::text, 1) = split_part(split_part(note, '
'::text, 5), ' '::text, 2))) IS TRUE)),
    CONSTRAINT cms_checkpoint_root_check CHECK ((length(root) = 32)),
    CONSTRAINT cms_checkpoint_size_check CHECK ((size > 0))
);

ALTER TABLE public.cms_checkpoint OWNER TO leaf_owner;

COMMENT ON TABLE public.cms_checkpoint IS 'Roots of the tree, signed outside: origin, size, root and signatures, as a signed note.';

CREATE TABLE public.cms_node (
    level smallint NOT NULL,
    index bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT cms_node_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT cms_node_index_check CHECK ((index >= 0)),
    CONSTRAINT cms_node_level_check CHECK (((level >= 0) AND (level <= 62)))
);

ALTER TABLE public.cms_node OWNER TO leaf_owner;

COMMENT ON TABLE public.cms_node IS 'The hash over the entries index * 2^level up to (index + 1) * 2^level - 1: every complete subtree, the leaves included.';

CREATE TABLE public.cms_person (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    email character varying(254) NOT NULL,
    name character varying(150) NOT NULL,
    is_active boolean NOT NULL,
    is_staff boolean NOT NULL,
    joined_at timestamp with time zone NOT NULL
);

ALTER TABLE public.cms_person OWNER TO leaf_owner;

CREATE TABLE public.cms_person_groups (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    group_id integer NOT NULL
);

ALTER TABLE public.cms_person_groups OWNER TO leaf_owner;

ALTER TABLE public.cms_person_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cms_person_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.cms_person ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cms_person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.cms_person_user_permissions (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    permission_id integer NOT NULL
);

ALTER TABLE public.cms_person_user_permissions OWNER TO leaf_owner;

ALTER TABLE public.cms_person_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cms_person_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.cms_tries (
    cache_key character varying(255) NOT NULL,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);

ALTER TABLE public.cms_tries OWNER TO leaf_owner;

CREATE TABLE public.django_admin_log (
    id integer NOT NULL,
    action_time timestamp with time zone NOT NULL,
    object_id text,
    object_repr character varying(200) NOT NULL,
    action_flag smallint NOT NULL,
    change_message text NOT NULL,
    content_type_id integer,
    user_id bigint NOT NULL,
    CONSTRAINT django_admin_log_action_flag_check CHECK ((action_flag >= 0))
);

ALTER TABLE public.django_admin_log OWNER TO leaf_owner;

ALTER TABLE public.django_admin_log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_admin_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);

ALTER TABLE public.django_content_type OWNER TO leaf_owner;

ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);

ALTER TABLE public.django_migrations OWNER TO leaf_owner;

ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);

ALTER TABLE public.django_session OWNER TO leaf_owner;

CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);

ALTER TABLE public.mfa_authenticator OWNER TO leaf_owner;

ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reversion_revision (
    id integer NOT NULL,
    date_created timestamp with time zone NOT NULL,
    comment text NOT NULL,
    user_id bigint
);

ALTER TABLE public.reversion_revision OWNER TO leaf_owner;

ALTER TABLE public.reversion_revision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reversion_revision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reversion_version (
    id integer NOT NULL,
    object_id character varying(191) NOT NULL,
    format character varying(255) NOT NULL,
    serialized_data text NOT NULL,
    object_repr text NOT NULL,
    content_type_id integer NOT NULL,
    revision_id integer NOT NULL,
    db character varying(191) NOT NULL
);

ALTER TABLE public.reversion_version OWNER TO leaf_owner;

ALTER TABLE public.reversion_version ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reversion_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_appointment (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    office text NOT NULL,
    appointed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT reviews_appointment_office_check CHECK ((office = ANY (ARRAY['compliance'::text, 'medical lead'::text])))
);

ALTER TABLE public.reviews_appointment OWNER TO leaf_owner;

ALTER TABLE public.reviews_appointment ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.reviews_appointment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_chosentier (
    id bigint NOT NULL,
    article_id bigint NOT NULL,
    called_for text NOT NULL,
    policy text NOT NULL,
    by_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    CONSTRAINT reason_is_given CHECK (public.says_something(reason))
);

ALTER TABLE public.reviews_chosentier OWNER TO leaf_owner;

ALTER TABLE public.reviews_chosentier ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.reviews_chosentier_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_credential (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    name text NOT NULL,
    profession text NOT NULL,
    registration_body text NOT NULL,
    registration_number text NOT NULL,
    specialties text[] NOT NULL,
    registered_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    qualification text NOT NULL,
    CONSTRAINT credential_is_complete CHECK ((public.says_something(name) AND public.says_something(profession) AND public.says_something(registration_body) AND public.says_something(registration_number) AND (cardinality(specialties) > 0) AND public.every_term_says_something(specialties))),
    CONSTRAINT credential_is_plain CHECK ((((length(name) <= 100) AND (length(profession) <= 100) AND public.nothing_invisible((name || profession)) AND ((name || profession) !~ '[<>[:cntrl:]]'::text) AND (((name || ' '::text) || profession) !~* '(https?:|www\.|[a-z0-9]\.(com|org|net|info|io|co|uk|shop|store)\M)'::text)) IS TRUE)),
    CONSTRAINT known_qualification CHECK ((qualification = ANY (ARRAY['not stated'::text, 'physician'::text, 'pharmacist'::text, 'nurse practitioner or physician assistant'::text, 'clinical psychologist'::text, 'scientist'::text, 'lawyer or regulatory specialist'::text])))
);

ALTER TABLE public.reviews_credential OWNER TO leaf_owner;

ALTER TABLE public.reviews_credential ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.reviews_credential_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_dismissal (
    appointment_id bigint NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

ALTER TABLE public.reviews_dismissal OWNER TO leaf_owner;

ALTER TABLE public.reviews_notice ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.reviews_notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.reviews_noticeend ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.reviews_noticeend_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.reviews_noticepublication ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.reviews_noticepublication_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.reviews_noticesignature ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.reviews_noticesignature_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_policy (
    id bigint NOT NULL,
    name text NOT NULL,
    version integer NOT NULL,
    label text NOT NULL,
    kind text NOT NULL,
    rank integer NOT NULL,
    slugs text[] NOT NULL,
    always boolean NOT NULL,
    topics text[] NOT NULL,
    words text[] NOT NULL,
    query tsquery GENERATED ALWAYS AS (public.terms_query(words)) STORED NOT NULL,
    requires text[] NOT NULL,
    review_after interval NOT NULL,
    ends_after interval NOT NULL,
    adopted_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    all_of text[] NOT NULL,
    signers jsonb NOT NULL,
    CONSTRAINT asks_for_each_once CHECK (public.all_different(requires)),
    CONSTRAINT asks_for_somebody CHECK (((cardinality(requires) > 0) AND (array_position(requires, NULL::text) IS NULL))),
    CONSTRAINT due_before_the_end CHECK ((('00:00:00'::interval < review_after) AND (review_after <= ends_after))),
    CONSTRAINT every_term_says_something CHECK (public.every_term_says_something(words)),
    CONSTRAINT no_empty_item CHECK (public.every_term_says_something(((requires || slugs) || topics))),
    CONSTRAINT reviews_policy_kind_check CHECK ((kind = ANY (ARRAY['article'::text, 'statement'::text]))),
    CONSTRAINT reviews_policy_label_check CHECK ((label <> ''::text)),
    CONSTRAINT reviews_policy_name_check CHECK ((name ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
    CONSTRAINT reviews_policy_version_check CHECK ((version > 0)),
    CONSTRAINT signers_have_their_shape CHECK ((((jsonb_typeof(signers) = 'object'::text) AND (NOT jsonb_path_exists(signers, '$.*?(((!(@.type() == "object") || exists (@.keyvalue()?(@."key" != "by" && @."key" != "covers"))) || exists (@."covers"?((@ != "all" && @ != "any") && @ != "none"))) || exists (@."by"?(@.type() != "string")))'::jsonpath))) IS TRUE))
);

ALTER TABLE public.reviews_policy OWNER TO leaf_owner;

ALTER TABLE public.reviews_policy ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.reviews_policy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.reviews_recheck ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.reviews_recheck_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.reviews_signingsecret (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    salt bytea NOT NULL,
    hash bytea NOT NULL,
    enrolled_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT reviews_signingsecret_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT reviews_signingsecret_salt_check CHECK ((length(salt) >= 16))
);

ALTER TABLE public.reviews_signingsecret OWNER TO leaf_owner;

COMMENT ON COLUMN public.reviews_signingsecret.hash IS 'SHA-256 of what Python derives from the secret; no login role can read it.';

ALTER TABLE public.reviews_signingsecret ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.reviews_signingsecret_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.reviews_signoff ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.reviews_signoff_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.reviews_verdict ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.reviews_verdict_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.reviews_verification ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.reviews_verification_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.usersessions_usersession (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ip inet NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    session_key character varying(40) NOT NULL,
    user_agent character varying(200) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL
);

ALTER TABLE public.usersessions_usersession OWNER TO leaf_owner;

ALTER TABLE public.usersessions_usersession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.usersessions_usersession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE SEQUENCE secret.asked_1
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE secret.asked_1 OWNER TO leaf_acts;

CREATE SEQUENCE secret.asked_2
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE secret.asked_2 OWNER TO leaf_acts;

CREATE SEQUENCE secret.asked_3
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE secret.asked_3 OWNER TO leaf_acts;

CREATE SEQUENCE secret.asked_4
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE secret.asked_4 OWNER TO leaf_acts;

CREATE SEQUENCE secret.asked_5
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE secret.asked_5 OWNER TO leaf_acts;

CREATE SEQUENCE secret.tries_1
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE secret.tries_1 OWNER TO leaf_acts;

CREATE SEQUENCE secret.tries_2
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE secret.tries_2 OWNER TO leaf_acts;

CREATE SEQUENCE secret.tries_3
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE secret.tries_3 OWNER TO leaf_acts;

CREATE SEQUENCE secret.tries_4
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE secret.tries_4 OWNER TO leaf_acts;

CREATE SEQUENCE secret.tries_5
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE secret.tries_5 OWNER TO leaf_acts;

INSERT INTO public.articles_address VALUES
	('crisis-help', 1),
	('crisis-help-without-numbers', 2),
	('regulatory-status', 3),
	('evidence-status', 4),
	('legal-status', 5),
	('seven-oh-status', 6),
	('notice-ended', 7),
	('notice-revoked', 8),
	('notice-taken-down', 9),
	('notice-retracted', 10),
	('a-public-page', 11),
	('a-page-that-was-refused', 12);

INSERT INTO public.articles_article VALUES
	(1, 'statement', 'crisis-help', 'Crisis help', false, 'If you might hurt yourself or someone else, or cannot stay safe, call your local emergency number now.', '{}', '<p>If you might hurt yourself or someone else, or cannot stay safe, call your local emergency number now.</p><p>The services listed here offer support to people in distress and to those who worry about them. You do not need to be sure it is a crisis to ask for help.</p>', '', false, 'en', '[{"name": "988 Suicide & Crisis Lifeline", "first": true, "links": [{"href": "tel:988", "label": "Call 988"}, {"href": "sms:988", "label": "Text 988"}], "region": "United States", "audience": ""}, {"name": "Veterans Crisis Line", "first": true, "links": [{"href": "tel:988", "label": "Call 988, then press 1"}, {"href": "sms:838255", "label": "Text 838255"}], "region": "United States", "audience": "Veterans, service members and their families; no VA enrolment needed"}, {"name": "Samaritans", "first": true, "links": [{"href": "tel:116123", "label": "Call 116 123"}], "region": "United Kingdom and Ireland", "audience": "Free, day and night"}, {"name": "findahelpline.com", "first": true, "links": [{"href": "https://findahelpline.com/", "label": "Find a line at findahelpline.com"}], "region": "Other countries", "audience": "A list of support services by country"}, {"name": "988 Suicide & Crisis Lifeline: online chat", "first": false, "links": [{"href": "https://988lifeline.org/", "label": "Chat at 988lifeline.org"}], "region": "United States", "audience": ""}, {"name": "Veterans Crisis Line: online chat", "first": false, "links": [{"href": "https://veteranscrisisline.net/Chat", "label": "Chat at veteranscrisisline.net"}], "region": "United States", "audience": "Veterans, service members and their families; no VA enrolment needed"}, {"name": "SAMHSA National Helpline", "first": false, "links": [{"href": "tel:18006624357", "label": "Call 1-800-662-4357"}], "region": "United States", "audience": "Help with alcohol and other substances"}, {"name": "Poison Help", "first": false, "links": [{"href": "tel:18002221222", "label": "Call 1-800-222-1222"}], "region": "United States", "audience": "Poisoning, or taking too much of something"}, {"name": "Emergency services", "first": false, "links": [{"href": "tel:911", "label": "Call 911"}], "region": "United States", "audience": "Danger to life"}, {"name": "Samaritans by e-mail", "first": false, "links": [{"href": "mailto:jo@samaritans.org", "label": "Write to jo@samaritans.org"}], "region": "United Kingdom and Ireland", "audience": "Slower than a call"}]', NULL, 0),
	(2, 'statement', 'crisis-help-without-numbers', 'Crisis help', false, 'If you might hurt yourself or someone else, or cannot stay safe, call your local emergency number now.', '{}', '<p>If you might hurt yourself or someone else, or cannot stay safe, call your local emergency number now.</p><p>If you can, go to someone you trust and stay with them. Tell a doctor, a nurse or the nearest emergency department how you feel. You do not need to be sure it is a crisis to ask for help.</p>', '', false, 'en', '[]', NULL, 0),
	(3, 'statement', 'regulatory-status', 'What the US regulator says', false, 'The US FDA has not approved kratom for any use.', '{}', '<p>The US Food and Drug Administration (FDA) has not approved kratom, mitragynine or 7-hydroxymitragynine for any use.</p><p>The FDA says kratom cannot lawfully be sold in the United States as a drug, a dietary supplement or a food additive.</p>', '', false, 'en', '[]', NULL, 0),
	(4, 'statement', 'evidence-status', 'What research has and has not shown', false, 'A 2023 review noted no human clinical trials of kratom for mental health. Long-term effects are not well known.', '{}', '<p>A review published in 2023 looked at 46 articles, from 1950 to September 2022. It noted that there were no human clinical trials of kratom for mental health, and considerable adverse effects [@yangb2023].</p><p>The long-term effects of kratom are not well known [@papadi2022].</p>', '', false, 'en', '[]', NULL, 0),
	(5, 'statement', 'legal-status', 'Kratom and the law', false, 'Kratom law differs from place to place and changes often.', '{}', '<p>Kratom law differs between countries, states and cities, and it changes often. This is not legal advice; check the current law where you live and where you travel.</p>', '', false, 'en', '[]', NULL, 0),
	(6, 'statement', 'seven-oh-status', 'Concentrated 7-OH products', false, 'Products with concentrated 7-OH are not the same as kratom leaf.', '{}', '<p>Products with concentrated 7-hydroxymitragynine (7-OH) are not the same as kratom leaf.</p><p>In July 2025 the US Food and Drug Administration (FDA) sent warning letters to seven companies. It also advised that certain 7-OH products be controlled under the US Controlled Substances Act; kratom leaf was not the focus of that advice. The decision lies with the US Drug Enforcement Administration, after public comment. We have not confirmed the outcome.</p>', '', false, 'en', '[]', NULL, 0),
	(7, 'statement', 'notice-ended', 'The review of this page has ended', false, 'The review behind this page has ended, so its text is not shown.', '{}', '<p>You followed a link to a page whose medical review has come to its end. We do not show health information without a current review, so its text is not shown.</p><p>For a question about your health, talk with a doctor, a pharmacist or another clinician. Do not change a prescribed medicine because of something you read on this page earlier.</p>', '', false, 'en', '[]', NULL, 0),
	(8, 'statement', 'notice-revoked', 'This page is not shown at present', false, 'A review that this page needs no longer stands, so its text is not shown.', '{}', '<p>You followed a link to a page that no longer has every review it needs. We show health information only while its review stands, so its text is not shown.</p><p>For a question about your health, talk with a doctor, a pharmacist or another clinician. Do not change a prescribed medicine because of something you read on this page earlier.</p>', '', false, 'en', '[]', NULL, 0),
	(9, 'statement', 'notice-taken-down', 'This page has been taken from view', false, 'Our editors have taken this page from view, so its text is not shown.', '{}', '<p>You followed a link to a page that our editors have taken from view. Its text is not shown.</p><p>For a question about your health, talk with a doctor, a pharmacist or another clinician. Do not change a prescribed medicine because of something you read on this page earlier.</p>', '', false, 'en', '[]', NULL, 0),
	(10, 'statement', 'notice-retracted', 'This page has been retracted', false, 'This page was wrong and has been retracted, so its text is not shown.', '{}', '<p>You followed a link to a page that we have retracted because it was wrong. Please do not rely on what it said. Its text is not shown.</p><p>If you made a choice about your health because of it, talk with a doctor, a pharmacist or another clinician soon. Do not change a prescribed medicine on your own.</p>', '', false, 'en', '[]', NULL, 0),
	(11, 'article', 'a-public-page', 'What one survey asked', false, 'A survey asked people who use kratom about worry. It cannot show cause.', '{"One survey asked.","People chose to answer.","It cannot show cause."}', '<h2>The survey</h2><p>The plant grows in wet forests along wide rivers. Its leaves are gathered in the cool of the morning and carried to a village market in baskets [@garcia2020].</p><p>Grown people were asked about worry, and 62 of 100 said that they had never slept well. Sertraline was not named. Read <a href="http://example.org/survey" rel="noopener noreferrer">the report of the survey</a> for its questions, <strong>which were plain</strong>.</p><ul><li><p>The questions were printed on paper and sent by post</p></li><li><p>The answers came back by post too</p></li></ul><p>Nobody can say yet what the answers mean. The writers of the report say so on its last page, and ask other teams to repeat the survey in another place with other questions.</p><p>The nxet surevy uses thikc paepr, and prinetd lettres.</p>', 'No company paid for this page.', false, 'en', '[]', NULL, 0),
	(12, 'article', 'a-page-that-was-refused', 'What one survey asked', false, 'A survey asked people who use kratom about worry. It cannot show cause.', '{"One survey asked.","People chose to answer.","It cannot show cause."}', '<h2>The survey</h2><p>People were asked about worry [@garcia2020].</p>', 'No company paid for this page.', false, 'en', '[]', NULL, 0);

INSERT INTO public.articles_article_topics VALUES
	(1, 11, 9),
	(2, 12, 9);

INSERT INTO public.articles_byline VALUES
	(1, 0, 11, 1),
	(2, 0, 12, 1);

INSERT INTO public.articles_disclaimer OVERRIDING SYSTEM VALUE VALUES
	(1, 'D-INFO', 1, 'Information only', 'General information only. Not medical advice.', 'This page gives general information. It is not medical advice, and it does not replace an exam, a diagnosis or treatment by a qualified health professional.', 1, 'top', 'text', true, '{}', '{}', '{}', '{}', DEFAULT, 'HONcode principle 2 (complementarity)', 'Verified principle; own wording.', '2026-11-29 04:58:17.582965+00', '2026-11-29 04:58:17.582965+00', 1, NULL, ''),
	(2, 'D-TALK', 1, 'Talk with a professional', 'Ask a clinician before starting, stopping or changing any medicine or supplement.', 'Talk with a doctor, a pharmacist or another qualified clinician before you start, stop or change any medicine or supplement. If you already use kratom, tell everyone who treats you.', 2, 'top', 'text', true, '{}', '{}', '{}', '{}', DEFAULT, 'HONcode principle 2; FDA page “FDA and Kratom” (seen in a reproduction)', 'Verified principle; own wording. Never to be read as a licence to use kratom.', '2026-11-29 04:58:17.584534+00', '2026-11-29 04:58:17.584534+00', 2, NULL, ''),
	(3, 'D-SUICIDE', 1, 'Content note for suicide and self-harm', 'Mentions suicide or self-harm. Crisis help is here.', 'This page mentions suicide or self-harm. If that is hard for you right now, you can stop here and use the crisis help on this page.', 3, 'top', 'text', false, '{suicide}', '{suicid*,self-harm*,selfharm*,self-injur*,self-inflicted,"harm myself","harm yourself","harm himself","harm herself","harm themselves","harmed himself","harmed herself","harmed themselves","harming himself","harming herself","harming themselves","harming yourself","kill myself","kill yourself","kill himself","kill herself","kill themselves","killed himself","killed herself","killed themselves","killing himself","killing herself","killing themselves","killing yourself","end my life","end your life","end his life","end her life","end their life","end their lives","ended his life","ended her life","ended their life","ended their lives","ending my life","ending your life","ending his life","ending her life","ending their life","ending their lives","take your own life","take his own life","take her own life","take their own life","take their own lives","took his own life","took her own life","took their own life","took their own lives","taking your own life","taking his own life","taking her own life","taking their own life","taking their own lives","taken his own life","taken her own life","taken their own lives"}', '{}', '{}', DEFAULT, 'WHO guidance for media professionals, 2023: help-seeking information with every story', 'Verified principle; own wording. Self-harm is named because it calls for the text too. “Support lines below” became “the crisis help on this page”: true wherever it stands, and for the fallback without numbers.', '2026-11-29 04:58:17.585591+00', '2026-11-29 04:58:17.585591+00', 3, NULL, ''),
	(4, 'D-CARE-PTSD', 1, 'Established treatments: PTSD', '', 'Effective treatments for post-traumatic stress disorder (PTSD) exist. They include certain talking therapies and some medicines. A health professional can explain the options.', 4, 'safety', 'text', false, '{ptsd}', '{ptsd,post-traumatic*,posttraumatic*,"traumatic stress",trauma,traumas,traumati*,flashback*}', '{}', '{}', DEFAULT, 'VA/DoD guideline, synopsis 2024 (doi 10.7326/M23-2757)', 'Verified for PTSD.', '2026-11-29 04:58:17.588303+00', '2026-11-29 04:58:17.588303+00', 4, NULL, ''),
	(24, 'D-COMM', 1, 'Commercial interests', '', 'We do not sell kratom, we do not use affiliate links on medical pages and we take no advertising from kratom sellers.', 24, 'about', 'text', true, '{}', '{}', '{}', '{}', DEFAULT, '16 CFR 255.5; HONcode principles 7 and 8', 'Verified principle. The funding sentence is drawn by the frame from the article''s funding. A site of which any part is untrue must change this text before it publishes.', '2026-11-29 04:58:17.612952+00', '2026-11-29 04:58:17.612952+00', 24, NULL, ''),
	(5, 'D-CARE-ANXIETY', 1, 'Established treatments: anxiety', '', 'Treatments for anxiety disorders exist. They include certain talking therapies and some medicines. A health professional can explain the options.', 5, 'safety', 'text', false, '{anxiety}', '{anxiety,anxieties,anxious*,panic*,phobi*}', '{}', '{}', DEFAULT, 'Own wording after the PTSD form', 'No verified guideline citation for this condition yet: the word “Effective” is left out until a current one is attached and read by the medical lead.', '2026-11-29 04:58:17.589291+00', '2026-11-29 04:58:17.589291+00', 5, NULL, ''),
	(6, 'D-CARE-DEPRESSION', 1, 'Established treatments: depression', '', 'Treatments for depression exist. They include certain talking therapies and some medicines. A health professional can explain the options.', 6, 'safety', 'text', false, '{depression}', '{depression*,depressed,depressive*,mdd,"low mood"}', '{}', '{}', DEFAULT, 'Own wording after the PTSD form', 'No verified guideline citation for this condition yet: the word “Effective” is left out until a current one is attached and read by the medical lead.', '2026-11-29 04:58:17.590418+00', '2026-11-29 04:58:17.590418+00', 6, NULL, ''),
	(7, 'D-CARE-GENERAL', 1, 'Care exists', '', 'If you live with a health condition, or find it hard to stop using a substance, a health professional can explain which treatments exist.', 7, 'safety', 'text', false, '{interactions,dependence,suicide}', '{"mental illness*","mental disorder*","mental-health condition*","mental health problem*",bipolar,schizophreni*,psychos*,psychotic,ocd,adhd,"use disorder*"}', '{}', '{}', DEFAULT, 'House policy (topic matrix: established care on interaction and dependence pages)', 'Added because the matrix asks for established care on pages that name no single diagnosis. Plain advice, no fact asserted, so no citation needed.', '2026-11-29 04:58:17.591283+00', '2026-11-29 04:58:17.591283+00', 7, NULL, ''),
	(8, 'D-DEATH', 1, 'Severe toxicity and emergencies', '', 'People who used kratom have had seizures, slowed breathing or coma, and some have died. Most of those who died had taken other drugs too. If a person will not wake up, has a seizure or is not breathing well, call your local emergency number now.', 8, 'safety', 'text', false, '{ptsd,anxiety,depression,suicide,interactions,dependence,7-oh,safety,pregnancy,liver}', '{death*,dead,deadly,die,dies,died,dying,fatal*,lethal*,overdos*,over-dos*,seizure*,convuls*,breath,breaths,breathe,breathes,breathed,breathing,breathless*,respirat*,coma,comas,comatose,unconscious*,poison*,toxic*,intoxicat*,emergenc*}', '{}', '{}', DEFAULT, 'Eggleston 2019 (PMID 31099038); Olsen 2019 (doi 10.15585/mmwr.mm6814a2); Post 2019 (doi 10.1080/15563650.2019.1569236)', 'Verified. Emergency numbers stay in crisis help, which has a clock.', '2026-11-29 04:58:17.592368+00', '2026-11-29 04:58:17.592368+00', 8, NULL, ''),
	(9, 'D-DEPEND', 1, 'Dependence, withdrawal, addiction', '', 'Regular use of kratom can lead to tolerance, dependence and withdrawal, and some people develop a substance use disorder. If you find it hard to cut down or stop, ask a clinician for help.', 9, 'safety', 'text', false, '{ptsd,anxiety,depression,suicide,interactions,dependence,7-oh,pharmacology,safety,pregnancy,liver}', '{use,uses,used,using,usage,user*,effect,effects,effective*,benefi*,crav*,toleran*,stop,stops,stopped,stopping,quit,quits,quitting,"cut down","cutting down",withdraw*,dependen*,addict*,habit,habits,habit-forming,"taking kratom","take kratom","takes kratom","took kratom","taken kratom",relief,reliev*,consum*}', '{}', '{}', DEFAULT, 'Singh 2014 (PMID 24698080); Singh 2018 (PMID 30152738); Smith 2022 (PMID 35220331); Hill 2024 (doi 10.1097/adm.0000000000001290)', 'Verified.', '2026-11-29 04:58:17.593642+00', '2026-11-29 04:58:17.593642+00', 9, NULL, ''),
	(25, 'D-AI', 1, 'Use of AI tools', '', 'Parts of this page were prepared with AI tools. A named editor checked every sentence and every reference against its source.', 25, 'about', 'text', false, '{}', '{}', '{ai-tools}', '{}', DEFAULT, 'Bhattacharyya 2023 (PMID 37337480): fabricated references', 'Verified risk. The variables for tools and tasks are left out. Its second sentence must be true before submission.', '2026-11-29 04:58:17.613616+00', '2026-11-29 04:58:17.613616+00', 25, NULL, ''),
	(26, 'D-REVIEW', 1, 'Review line', '', '', 26, 'about', 'frame', false, '{}', '{}', '{}', '{}', DEFAULT, 'URAC; PIF TICK; schema.org reviewedBy', 'On every page; drawn by the frame from the sign-offs, never typed.', '2026-11-29 04:58:17.61427+00', '2026-11-29 04:58:17.61427+00', 26, NULL, ''),
	(27, 'D-CORR', 1, 'Correction or retraction notice', '', '', 27, 'about', 'frame', false, '{}', '{}', '{}', '{}', DEFAULT, 'ICMJE; COPE', 'Drawn by the frame from the correction; a material one stands at the top.', '2026-11-29 04:58:17.614881+00', '2026-11-29 04:58:17.614881+00', 27, NULL, ''),
	(10, 'D-OUD', 1, 'Opioid withdrawal or opioid use disorder', '', 'Do not try to manage opioid withdrawal with kratom on your own. Treatments for opioid use disorder exist; a clinician can explain them.', 10, 'safety', 'text', false, '{dependence,7-oh}', '{"opioid withdrawal","opiate withdrawal","withdrawal from opioid*","withdrawal from opiate*","opioid use disorder*",oud,"opioid addict*","opiate addict*","addicted to opioid*","opioid dependen*","opiate dependen*","opioid misuse","opioid crisis","opioid epidemic",heroin,fentanyl,oxycodone,methadone,buprenorphine,naloxone,suboxone,detox*,"get off","gets off","got off","getting off","off opioid*","off opiate*","opioid replacement*","opioid substitut*","pain pills"}', '{}', '{}', DEFAULT, 'FDA warning letters of June 2019 (secondary sources)', 'Dropped: the SAMHSA number (it has a clock and stands in crisis help) and “save lives” (from memory, cite a guideline).', '2026-11-29 04:58:17.595034+00', '2026-11-29 04:58:17.595034+00', 10, NULL, ''),
	(11, 'D-INTERACT', 1, 'Interactions', '', 'Kratom can interact with other substances. Using it with alcohol, opioids, benzodiazepines, sleeping pills or other medicines that cause drowsiness or slow breathing may be dangerous. Kratom can also change how the body clears some medicines: in a small study it raised levels of a medicine cleared by the enzyme CYP3A. Laboratory tests raise the same question for the enzyme CYP2D6, although the small study saw no change there. Ask a pharmacist or doctor.', 11, 'safety', 'text', false, '{ptsd,anxiety,depression,suicide,interactions,dependence,7-oh,pharmacology,safety,pregnancy,liver}', '{medication*,medicine*,meds,antidepressant*,antipsychotic*,anxiolytic*,sedative*,tranquilliser*,tranquilizer*,benzodiazepin*,benzo,benzos,ssri*,snri*,maoi*,sertraline,paroxetine,venlafaxine,desvenlafaxine,fluoxetine,citalopram,escitalopram,duloxetine,mirtazapine,bupropion,buspirone,trazodone,ziprasidone,quetiapine,olanzapine,risperidone,aripiprazole,lithium,alprazolam,clonazepam,diazepam,lorazepam,midazolam,zolpidem,methadone,buprenorphine,naloxone,oxycodone,hydrocodone,morphine,codeine,tramadol,gabapentin,pregabalin,dextromethorphan,stimulant*,painkiller*,"sleeping pill*","sleeping tablet*","pain pill*","mood stabiliser*","mood stabilizer*",prescri*,alcohol*,wine,wines,beer,beers,liquor,drink,drinks,drinking,drug,drugs,opioid*,opiate*,heroin,fentanyl,cannabi*,marijuana,cbd,thc,kava,phenibut,caffeine,ptsd,depress*,anxiety,anxious,bipolar,schizophreni*,psychos*,psychotic,ocd,adhd,post-traumatic,posttraumatic*,"traumatic stress","panic attack*","panic disorder*",psychiatric*,"eating disorder*",interact*,surgery,surgeries,surgical*,surgeon*,anaesthe*,anesthe*,cyp,mixing,"mixed with","mix with",combin*,supplement*}', '{}', '{}', DEFAULT, 'Tanna 2023 (doi 10.1002/cpt.2891); Tanna 2021 (J Pharmacol Exp Ther 376); Brogdon 2022; Brooks 2023 (doi 10.1177/08971900221116009); Post 2019 (doi 10.1080/15563650.2019.1569236)', 'Verified. The CYP2D6 nuance (no change in the one human study) was moved from the note into the text.', '2026-11-29 04:58:17.596514+00', '2026-11-29 04:58:17.596514+00', 11, NULL, ''),
	(15, 'D-DRIVE', 1, 'Driving and machinery', '', 'Kratom can make you drowsy, dizzy or agitated. Do not drive, ride or use machines if you may be affected.', 15, 'safety', 'text', false, '{ptsd,anxiety,depression,suicide,interactions,dependence,7-oh,safety,pregnancy,liver}', '{sedat*,drows*,dizz*,alert*,driv*,drove,sleepy,sleepiness,work,works,working,worker*,workplace*,machine*,shift,shifts,energy,energi*,energetic*,vehicle*,cycling}', '{}', '{}', DEFAULT, 'Eggleston 2019 (PMID 31099038); Kedzierski 2023 (PMID 37670456)', 'Verified (drowsiness, agitation). Dropped: “It may also be an offence” (from memory, differs between places). “Dizzy” comes from the catalogue''s text; the cited abstract lists drowsiness, agitation and confusion: confirm it at the first review.', '2026-11-29 04:58:17.603921+00', '2026-11-29 04:58:17.603921+00', 15, NULL, ''),
	(12, 'D-DONTSTOP', 1, 'Do not change prescribed medicine', '', 'Do not stop, skip or change a prescribed medicine because of something you read here. Talk first with the person who prescribed it, or with a pharmacist.', 12, 'safety', 'text', false, '{ptsd,anxiety,depression,suicide,interactions,dependence,safety,pregnancy,liver}', '{medication*,medicine*,meds,antidepressant*,antipsychotic*,anxiolytic*,sedative*,tranquilliser*,tranquilizer*,benzodiazepin*,benzo,benzos,ssri*,snri*,maoi*,sertraline,paroxetine,venlafaxine,desvenlafaxine,fluoxetine,citalopram,escitalopram,duloxetine,mirtazapine,bupropion,buspirone,trazodone,ziprasidone,quetiapine,olanzapine,risperidone,aripiprazole,lithium,alprazolam,clonazepam,diazepam,lorazepam,midazolam,zolpidem,methadone,buprenorphine,naloxone,oxycodone,hydrocodone,morphine,codeine,tramadol,gabapentin,pregabalin,dextromethorphan,stimulant*,painkiller*,"sleeping pill*","sleeping tablet*","pain pill*","mood stabiliser*","mood stabilizer*",prescri*,"alternative to","alternatives to","substitute for","substitutes for","replacement for","replacements for","instead of","in place of","come off","comes off","came off","coming off",wean*,"ween off",taper*,discontinu*,"natural alternative*","herbal alternative*"}', '{}', '{}', DEFAULT, 'House policy', 'Dropped: “Stopping some medicines suddenly can be harmful” (from memory, needs a citation). Put in its place: plain advice. The words stand for every medicine term and for advice to stop or replace one.', '2026-11-29 04:58:17.599254+00', '2026-11-29 04:58:17.599254+00', 12, NULL, ''),
	(13, 'D-LIVER', 1, 'Liver injury', '', 'Liver injury, at times severe, has been linked to kratom. Get medical care quickly for yellow skin or eyes, dark urine, pale stools, strong itching or pain in the upper belly.', 13, 'safety', 'text', false, '{ptsd,anxiety,depression,suicide,interactions,7-oh,safety,pregnancy,liver}', '{liver*,hepat*,jaundice*,alcohol*,paracetamol,acetaminophen,tylenol,"dark urine","yellow skin","yellow eyes",cirrhosis}', '{}', '{}', DEFAULT, 'Ahmad 2021 (PMID 33257199); Schimmel 2020 (doi 10.1007/s40265-019-01242-6)', 'Verified. “Pale stools” rests on one case report that has no record in the citation list: attach it or drop the sign at the first review.', '2026-11-29 04:58:17.601409+00', '2026-11-29 04:58:17.601409+00', 13, NULL, ''),
	(14, 'D-PREG', 1, 'Pregnancy and breast-feeding', '', 'Do not assume kratom is safe in pregnancy or while breast-feeding. Newborns exposed before birth have had withdrawal signs that needed hospital care. If you are pregnant and use kratom, get medical advice soon, and ask for help with stopping.', 14, 'safety', 'text', false, '{ptsd,anxiety,depression,suicide,interactions,dependence,7-oh,safety,pregnancy,liver}', '{pregnan*,"trying to conceive","try to conceive",conceiv*,conception,fertility,infertil*,prenatal*,antenatal*,perinatal*,postnatal*,postpartum,post-partum,breastfe*,breast-feed*,breast-fed,"breast milk",breastmilk,lactat*,"nursing mother*",newborn*,new-born*,neonat*,fetal,foetal,fetus*,foetus*,unborn,"in utero",infant*,baby,babies,"expectant mother*",maternal*,miscarr*,stillb*}', '{}', '{}', DEFAULT, 'Eldridge 2018 (PMID 30404789); PMID 30792593; Nellhaus 2018 (doi 10.14740/ijcp317w)', 'Verified (withdrawal reports). Dropped: “do not try to stop on your own first” (from memory; an obstetric or addiction reviewer must confirm it). Put in its place: ask for help with stopping.', '2026-11-29 04:58:17.60245+00', '2026-11-29 04:58:17.60245+00', 14, NULL, ''),
	(20, 'D-EVIDENCE-LAB', 1, 'Laboratory or animal study', '', 'This was tested in the laboratory or in animals, not in people.', 20, 'reference', 'text', false, '{}', '{}', '{}', '{laboratory,animal}', DEFAULT, 'FTC Health Products Compliance Guidance', 'Verified principle. “In cells or animals” became “in the laboratory or in animals”: one cited study used liver microsomes, which are not cells.', '2026-11-29 04:58:17.61016+00', '2026-11-29 04:58:17.61016+00', 20, NULL, ''),
	(21, 'D-EVIDENCE-CASE', 1, 'Case report', '', 'This is one person''s case; it cannot show cause.', 21, 'reference', 'text', false, '{}', '{}', '{}', '{"case report"}', DEFAULT, 'FTC Health Products Compliance Guidance', 'Verified principle. A report of several cases is not this design: call it “observational study”.', '2026-11-29 04:58:17.610858+00', '2026-11-29 04:58:17.610858+00', 21, NULL, ''),
	(22, 'D-EVIDENCE-SURVEY', 1, 'Survey', '', 'People chose to answer this survey and reported on themselves; it cannot show cause.', 22, 'reference', 'text', false, '{}', '{}', '{}', '{survey}', DEFAULT, 'FTC Health Products Compliance Guidance', 'Verified principle. A survey of a drawn population sample is not this design: call it “observational study”.', '2026-11-29 04:58:17.611538+00', '2026-11-29 04:58:17.611538+00', 22, NULL, ''),
	(16, 'D-QUAL', 1, 'Product quality', '', 'Kratom products are not made to one standard. Strength and contents vary. In a 2018 US outbreak, 199 people in 41 states fell ill with Salmonella linked to kratom.', 16, 'safety', 'text', false, '{safety,7-oh}', '{product,products,powder*,capsule*,extract*,lab-test*,labtest*,laboratory-tested,"third-party test*",contaminat*,contaminant*,adulterat*,salmonell*,metal,metals,label,labels,labelled,labeled,labelling,labeling,brand*,vendor*,gummy,gummies,purity,potency,strain,strains}', '{}', '{}', DEFAULT, '2018 Salmonella outbreak: CDC and FDA figures through secondary sources', 'Verified through secondary sources.', '2026-11-29 04:58:17.605015+00', '2026-11-29 04:58:17.605015+00', 16, NULL, ''),
	(17, 'D-MINOR', 1, 'Children and teenagers', '', 'This page is written for adults. Keep kratom away from children and teenagers. Some places set a minimum age for sale.', 17, 'safety', 'text', false, '{ptsd,anxiety,depression,suicide,7-oh,law,safety,pregnancy,liver}', '{child*,kid,kids,teen*,adolescen*,student*,school*,parent*,flavour*,flavor*,gummy,gummies,youth*,"young people","young person*","young adult*",minors,underage,under-age,"under 18","under 21"}', '{}', '{}', DEFAULT, 'Rhode Island statute (21 and over); Post 2019 (doi 10.1080/15563650.2019.1569236)', 'Verified (age limits exist). “Many places” became “Some places”: two were seen.', '2026-11-29 04:58:17.606252+00', '2026-11-29 04:58:17.606252+00', 17, NULL, ''),
	(18, 'D-NODOSE', 1, 'No safe dose', '', 'No dose of kratom has been shown to be safe or effective. Any amounts named here come from research reports and are not a guide to use.', 18, 'safety', 'text', false, '{}', '{gram,grams,gramme*,g,mg,milligram*,mcg,microgram*,ug,kg,ml,milliliter*,millilitre*,ounce,ounces,oz,teaspoon*,tsp,tablespoon*,tbsp,dose*,dosage*,dosing,dosed,microdos*,titrat*}', '{study-dose}', '{}', DEFAULT, 'EFSA fellowship report 2022 (PMID 35634550)', 'Verified in substance; the abstract was cut before its last sentence: confirm. “Amounts” became “Any amounts”, true on a page that names none. The rule reads “2 g” and “500mg” as words; “g” alone fires on “e.g.” too, on purpose.', '2026-11-29 04:58:17.607398+00', '2026-11-29 04:58:17.607398+00', 18, NULL, ''),
	(19, 'D-STORY', 1, 'Personal accounts', '', 'A personal account shows what one person felt or believed. It cannot show that kratom caused a change, or that others would feel the same.', 19, 'safety', 'text', false, '{}', '{testimon*,anecdot*,"personal account*","personal story","personal stories","success story","success stories","my story","his story","her story","their story","their stories","word of mouth","swear by","swears by","swore by","user report*","user review*","user experience*","users report*","users say*","users describe*","users claim*","users find","some people say","some people report","many people say","many people report","most people say","some veterans","many veterans","most veterans","reader told","one reader"}', '{personal-account}', '{}', DEFAULT, 'FTC Health Products Compliance Guidance; 16 CFR 255', 'Verified principle; own wording.', '2026-11-29 04:58:17.608536+00', '2026-11-29 04:58:17.608536+00', 19, NULL, ''),
	(23, 'D-EVIDENCE-PREPRINT', 1, 'Preprint', '', 'This is a preprint; it has not been peer reviewed.', 23, 'reference', 'text', false, '{}', '{}', '{}', '{preprint}', DEFAULT, 'FTC Health Products Compliance Guidance', 'Verified principle.', '2026-11-29 04:58:17.612301+00', '2026-11-29 04:58:17.612301+00', 23, NULL, ''),
	(28, 'D-TRANS', 1, 'Translation', '', '', 28, 'about', 'frame', false, '{}', '{}', '{}', '{}', DEFAULT, 'House policy', 'Drawn by the frame when a page is a translation.', '2026-11-29 04:58:17.615512+00', '2026-11-29 04:58:17.615512+00', 28, NULL, ''),
	(29, 'D-DSHEA', 1, 'DSHEA statement (never used)', '', '', 29, 'about', 'nobody', false, '{}', '{}', '{}', '{}', DEFAULT, '21 CFR 101.93(c)', 'A seller''s labelling text. It has no place in editorial content; its presence there is a finding.', '2026-11-29 04:58:17.616162+00', '2026-11-29 04:58:17.616162+00', 29, NULL, '');

INSERT INTO public.articles_draftsave OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 1, '2026-11-29 04:58:18.41657+00', '1207'),
	(2, 2, 1, '2026-11-29 04:58:18.432033+00', '1209'),
	(3, 3, 1, '2026-11-29 04:58:18.437654+00', '1211'),
	(4, 4, 1, '2026-11-29 04:58:18.442937+00', '1213'),
	(7, 5, 1, '2026-11-29 04:58:18.451984+00', '1215'),
	(8, 6, 1, '2026-11-29 04:58:18.457104+00', '1217'),
	(9, 7, 1, '2026-11-29 04:58:18.462012+00', '1219'),
	(10, 8, 1, '2026-11-29 04:58:18.466622+00', '1221'),
	(11, 9, 1, '2026-11-29 04:58:18.471203+00', '1223'),
	(12, 10, 1, '2026-11-29 04:58:18.476177+00', '1225'),
	(13, 11, 1, '2026-11-29 04:58:19.758141+00', '1309'),
	(17, 11, 1, '2026-11-29 04:58:19.985925+00', '1322'),
	(18, 12, 1, '2026-11-29 04:58:19.996359+00', '1327');

INSERT INTO public.articles_edition OVERRIDING SYSTEM VALUE VALUES
	(1, '\x7b2261727469636c65223a312c2262796c696e6573223a5b5d2c22636f6e7461637473223a5b7b2261756469656e6365223a22222c226669727374223a747275652c226c696e6b73223a5b7b2268726566223a2274656c3a393838222c226c6162656c223a2243616c6c20393838227d2c7b2268726566223a22736d733a393838222c226c6162656c223a225465787420393838227d5d2c226e616d65223a223938382053756963696465202620437269736973204c6966656c696e65222c22726567696f6e223a22556e6974656420537461746573227d2c7b2261756469656e6365223a225665746572616e732c2073657276696365206d656d6265727320616e642074686569722066616d696c6965733b206e6f20564120656e726f6c6d656e74206e6565646564222c226669727374223a747275652c226c696e6b73223a5b7b2268726566223a2274656c3a393838222c226c6162656c223a2243616c6c203938382c207468656e2070726573732031227d2c7b2268726566223a22736d733a383338323535222c226c6162656c223a225465787420383338323535227d5d2c226e616d65223a225665746572616e7320437269736973204c696e65222c22726567696f6e223a22556e6974656420537461746573227d2c7b2261756469656e6365223a22467265652c2064617920616e64206e69676874222c226669727374223a747275652c226c696e6b73223a5b7b2268726566223a2274656c3a313136313233222c226c6162656c223a2243616c6c2031313620313233227d5d2c226e616d65223a2253616d61726974616e73222c22726567696f6e223a22556e69746564204b696e67646f6d20616e64204972656c616e64227d2c7b2261756469656e6365223a2241206c697374206f6620737570706f727420736572766963657320627920636f756e747279222c226669727374223a747275652c226c696e6b73223a5b7b2268726566223a2268747470733a2f2f66696e646168656c706c696e652e636f6d2f222c226c6162656c223a2246696e642061206c696e652061742066696e646168656c706c696e652e636f6d227d5d2c226e616d65223a2266696e646168656c706c696e652e636f6d222c22726567696f6e223a224f7468657220636f756e7472696573227d2c7b2261756469656e6365223a22222c226669727374223a66616c73652c226c696e6b73223a5b7b2268726566223a2268747470733a2f2f3938386c6966656c696e652e6f72672f222c226c6162656c223a2243686174206174203938386c6966656c696e652e6f7267227d5d2c226e616d65223a223938382053756963696465202620437269736973204c6966656c696e653a206f6e6c696e652063686174222c22726567696f6e223a22556e6974656420537461746573227d2c7b2261756469656e6365223a225665746572616e732c2073657276696365206d656d6265727320616e642074686569722066616d696c6965733b206e6f20564120656e726f6c6d656e74206e6565646564222c226669727374223a66616c73652c226c696e6b73223a5b7b2268726566223a2268747470733a2f2f7665746572616e736372697369736c696e652e6e65742f43686174222c226c6162656c223a2243686174206174207665746572616e736372697369736c696e652e6e6574227d5d2c226e616d65223a225665746572616e7320437269736973204c696e653a206f6e6c696e652063686174222c22726567696f6e223a22556e6974656420537461746573227d2c7b2261756469656e6365223a2248656c70207769746820616c636f686f6c20616e64206f74686572207375627374616e636573222c226669727374223a66616c73652c226c696e6b73223a5b7b2268726566223a2274656c3a3138303036363234333537222c226c6162656c223a2243616c6c20312d3830302d3636322d34333537227d5d2c226e616d65223a2253414d485341204e6174696f6e616c2048656c706c696e65222c22726567696f6e223a22556e6974656420537461746573227d2c7b2261756469656e6365223a22506f69736f6e696e672c206f722074616b696e6720746f6f206d756368206f6620736f6d657468696e67222c226669727374223a66616c73652c226c696e6b73223a5b7b2268726566223a2274656c3a3138303032323231323232222c226c6162656c223a2243616c6c20312d3830302d3232322d31323232227d5d2c226e616d65223a22506f69736f6e2048656c70222c22726567696f6e223a22556e6974656420537461746573227d2c7b2261756469656e6365223a2244616e67657220746f206c696665222c226669727374223a66616c73652c226c696e6b73223a5b7b2268726566223a2274656c3a393131222c226c6162656c223a2243616c6c20393131227d5d2c226e616d65223a22456d657267656e6379207365727669636573222c22726567696f6e223a22556e6974656420537461746573227d2c7b2261756469656e6365223a22536c6f776572207468616e20612063616c6c222c226669727374223a66616c73652c226c696e6b73223a5b7b2268726566223a226d61696c746f3a6a6f4073616d61726974616e732e6f7267222c226c6162656c223a22577269746520746f206a6f4073616d61726974616e732e6f7267227d5d2c226e616d65223a2253616d61726974616e7320627920652d6d61696c222c22726567696f6e223a22556e69746564204b696e67646f6d20616e64204972656c616e64227d5d2c22636f6e7472696275746f7273223a5b315d2c22646973636c61696d657273223a5b5d2c22666c616773223a5b5d2c2266756e64696e67223a22222c2268746d6c223a223c703e496620796f75206d69676874206875727420796f757273656c66206f7220736f6d656f6e6520656c73652c206f722063616e6e6f74207374617920736166652c2063616c6c20796f7572206c6f63616c20656d657267656e6379206e756d626572206e6f772e3c2f703e3c703e546865207365727669636573206c69737465642068657265206f6666657220737570706f727420746f2070656f706c6520696e20646973747265737320616e6420746f2074686f73652077686f20776f7272792061626f7574207468656d2e20596f7520646f206e6f74206e65656420746f206265207375726520697420697320612063726973697320746f2061736b20666f722068656c702e3c2f703e222c226b65795f706f696e7473223a5b5d2c226b696e64223a2273746174656d656e74222c226c616e6775616765223a22656e222c226e756d626572223a312c22706f6c696379223a372c227265666572656e636573223a5b5d2c22736368656d61223a312c22736c7567223a226372697369732d68656c70222c2273746174656d656e7473223a5b5d2c2273756d6d617279223a22496620796f75206d69676874206875727420796f757273656c66206f7220736f6d656f6e6520656c73652c206f722063616e6e6f74207374617920736166652c2063616c6c20796f7572206c6f63616c20656d657267656e6379206e756d626572206e6f772e222c227469746c65223a224372697369732068656c70222c22746f70696373223a5b5d7d', '\xa051de711b565b85229668783ca2a006a13c783bfa25706d407a4d0e28c7d1fb', 1, '2026-11-29 04:58:18.48417+00', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, 2),
	(2, '\x7b2261727469636c65223a322c2262796c696e6573223a5b5d2c22636f6e7461637473223a5b5d2c22636f6e7472696275746f7273223a5b315d2c22646973636c61696d657273223a5b5d2c22666c616773223a5b5d2c2266756e64696e67223a22222c2268746d6c223a223c703e496620796f75206d69676874206875727420796f757273656c66206f7220736f6d656f6e6520656c73652c206f722063616e6e6f74207374617920736166652c2063616c6c20796f7572206c6f63616c20656d657267656e6379206e756d626572206e6f772e3c2f703e3c703e496620796f752063616e2c20676f20746f20736f6d656f6e6520796f7520747275737420616e6420737461792077697468207468656d2e2054656c6c206120646f63746f722c2061206e75727365206f7220746865206e65617265737420656d657267656e6379206465706172746d656e7420686f7720796f75206665656c2e20596f7520646f206e6f74206e65656420746f206265207375726520697420697320612063726973697320746f2061736b20666f722068656c702e3c2f703e222c226b65795f706f696e7473223a5b5d2c226b696e64223a2273746174656d656e74222c226c616e6775616765223a22656e222c226e756d626572223a312c22706f6c696379223a31302c227265666572656e636573223a5b5d2c22736368656d61223a312c22736c7567223a226372697369732d68656c702d776974686f75742d6e756d62657273222c2273746174656d656e7473223a5b5d2c2273756d6d617279223a22496620796f75206d69676874206875727420796f757273656c66206f7220736f6d656f6e6520656c73652c206f722063616e6e6f74207374617920736166652c2063616c6c20796f7572206c6f63616c20656d657267656e6379206e756d626572206e6f772e222c227469746c65223a224372697369732068656c70222c22746f70696373223a5b5d7d', '\x88aa9a757821f210b60d78f0b18343d13ce7a169c1314ffbac38d493e330757a', 1, '2026-11-29 04:58:18.605126+00', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, 2),
	(3, '\x7b2261727469636c65223a332c2262796c696e6573223a5b5d2c22636f6e7461637473223a5b5d2c22636f6e7472696275746f7273223a5b315d2c22646973636c61696d657273223a5b5d2c22666c616773223a5b5d2c2266756e64696e67223a22222c2268746d6c223a223c703e54686520555320466f6f6420616e6420447275672041646d696e697374726174696f6e20284644412920686173206e6f7420617070726f766564206b7261746f6d2c206d6974726167796e696e65206f7220372d687964726f78796d6974726167796e696e6520666f7220616e79207573652e3c2f703e3c703e546865204644412073617973206b7261746f6d2063616e6e6f74206c617766756c6c7920626520736f6c6420696e2074686520556e6974656420537461746573206173206120647275672c2061206469657461727920737570706c656d656e74206f72206120666f6f642061646469746976652e3c2f703e222c226b65795f706f696e7473223a5b5d2c226b696e64223a2273746174656d656e74222c226c616e6775616765223a22656e222c226e756d626572223a312c22706f6c696379223a382c227265666572656e636573223a5b5d2c22736368656d61223a312c22736c7567223a22726567756c61746f72792d737461747573222c2273746174656d656e7473223a5b5d2c2273756d6d617279223a225468652055532046444120686173206e6f7420617070726f766564206b7261746f6d20666f7220616e79207573652e222c227469746c65223a22576861742074686520555320726567756c61746f722073617973222c22746f70696373223a5b5d7d', '\x99cee9ab9df3c6258520a0e7cf1a160d2dd3137370b268b0354a50d1704d28a0', 1, '2026-11-29 04:58:18.708548+00', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, 2),
	(4, '\x7b2261727469636c65223a342c2262796c696e6573223a5b5d2c22636f6e7461637473223a5b5d2c22636f6e7472696275746f7273223a5b315d2c22646973636c61696d657273223a5b5d2c22666c616773223a5b5d2c2266756e64696e67223a22222c2268746d6c223a223c703e4120726576696577207075626c697368656420696e2032303233206c6f6f6b65642061742034362061727469636c65732c2066726f6d203139353020746f2053657074656d62657220323032322e204974206e6f74656420746861742074686572652077657265206e6f2068756d616e20636c696e6963616c20747269616c73206f66206b7261746f6d20666f72206d656e74616c206865616c74682c20616e6420636f6e736964657261626c6520616476657273652065666665637473205b4079616e6762323032335d2e3c2f703e3c703e546865206c6f6e672d7465726d2065666665637473206f66206b7261746f6d20617265206e6f742077656c6c206b6e6f776e205b40706170616469323032325d2e3c2f703e222c226b65795f706f696e7473223a5b5d2c226b696e64223a2273746174656d656e74222c226c616e6775616765223a22656e222c226e756d626572223a312c22706f6c696379223a392c227265666572656e636573223a5b7b2261636365737365645f6f6e223a6e756c6c2c22617574686f7273223a2259616e6720422c20596920532c205a68616e6720522c204c656f6e672042696e20416264756c6c6168204d4649222c2264657369676e223a2273797374656d6174696320726576696577222c22646f69223a2231302e34373833362f6d6a6d68732e31392e352e3331222c226a6f75726e616c223a224d616c617973204a204d6564204865616c746820536369222c226b6579223a2279616e676232303233222c227061676573223a223231382d323336222c22706d636964223a22222c22706d6964223a22222c227469746c65223a22416476657273652050737963686f6c6f676963616c20616e642054686572617065757469632045666665637473206f66204b7261746f6d20284d6974726167796e612073706563696f736129205573653a20412053797374656d6174696320526576696577222c2275726c223a22222c22766f6c756d65223a223139283529222c2279656172223a323032337d2c7b2261636365737365645f6f6e223a6e756c6c2c22617574686f7273223a2250617061646920472c2042616b68697961204e2c204869727363682d45726e7374204b49222c2264657369676e223a226f74686572222c22646f69223a2231302e323930332f6a2e656673612e323032322e65323030343135222c226a6f75726e616c223a2245465341204a222c226b6579223a2270617061646932303232222c227061676573223a2265323030343135222c22706d636964223a22222c22706d6964223a223335363334353530222c227469746c65223a22222c2275726c223a22222c22766f6c756d65223a22323028537570706c203129222c2279656172223a323032327d5d2c22736368656d61223a312c22736c7567223a2265766964656e63652d737461747573222c2273746174656d656e7473223a5b5d2c2273756d6d617279223a2241203230323320726576696577206e6f746564206e6f2068756d616e20636c696e6963616c20747269616c73206f66206b7261746f6d20666f72206d656e74616c206865616c74682e204c6f6e672d7465726d206566666563747320617265206e6f742077656c6c206b6e6f776e2e222c227469746c65223a22576861742072657365617263682068617320616e6420686173206e6f742073686f776e222c22746f70696373223a5b5d7d', '\xb2553bfb7daec514371244a1288f95347e4f87bae7c123d426a6c03d9a5fdeab', 1, '2026-11-29 04:58:18.883008+00', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, 2),
	(5, '\x7b2261727469636c65223a352c2262796c696e6573223a5b5d2c22636f6e7461637473223a5b5d2c22636f6e7472696275746f7273223a5b315d2c22646973636c61696d657273223a5b5d2c22666c616773223a5b5d2c2266756e64696e67223a22222c2268746d6c223a223c703e4b7261746f6d206c61772064696666657273206265747765656e20636f756e74726965732c2073746174657320616e64206369746965732c20616e64206974206368616e676573206f6674656e2e2054686973206973206e6f74206c6567616c206164766963653b20636865636b207468652063757272656e74206c617720776865726520796f75206c69766520616e6420776865726520796f752074726176656c2e3c2f703e222c226b65795f706f696e7473223a5b5d2c226b696e64223a2273746174656d656e74222c226c616e6775616765223a22656e222c226e756d626572223a312c22706f6c696379223a382c227265666572656e636573223a5b5d2c22736368656d61223a312c22736c7567223a226c6567616c2d737461747573222c2273746174656d656e7473223a5b5d2c2273756d6d617279223a224b7261746f6d206c617720646966666572732066726f6d20706c61636520746f20706c61636520616e64206368616e676573206f6674656e2e222c227469746c65223a224b7261746f6d20616e6420746865206c6177222c22746f70696373223a5b5d7d', '\xa98bd9da7dc29a755eff6f798f9bd9844cf940679c261f66fc499ddb5ec38981', 1, '2026-11-29 04:58:18.97431+00', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, 2),
	(6, '\x7b2261727469636c65223a362c2262796c696e6573223a5b5d2c22636f6e7461637473223a5b5d2c22636f6e7472696275746f7273223a5b315d2c22646973636c61696d657273223a5b5d2c22666c616773223a5b5d2c2266756e64696e67223a22222c2268746d6c223a223c703e50726f6475637473207769746820636f6e63656e74726174656420372d687964726f78796d6974726167796e696e652028372d4f482920617265206e6f74207468652073616d65206173206b7261746f6d206c6561662e3c2f703e3c703e496e204a756c7920323032352074686520555320466f6f6420616e6420447275672041646d696e697374726174696f6e2028464441292073656e74207761726e696e67206c65747465727320746f20736576656e20636f6d70616e6965732e20497420616c736f20616476697365642074686174206365727461696e20372d4f482070726f647563747320626520636f6e74726f6c6c656420756e6465722074686520555320436f6e74726f6c6c6564205375627374616e636573204163743b206b7261746f6d206c65616620776173206e6f742074686520666f637573206f662074686174206164766963652e20546865206465636973696f6e206c696573207769746820746865205553204472756720456e666f7263656d656e742041646d696e697374726174696f6e2c206166746572207075626c696320636f6d6d656e742e2057652068617665206e6f7420636f6e6669726d656420746865206f7574636f6d652e3c2f703e222c226b65795f706f696e7473223a5b5d2c226b696e64223a2273746174656d656e74222c226c616e6775616765223a22656e222c226e756d626572223a312c22706f6c696379223a382c227265666572656e636573223a5b5d2c22736368656d61223a312c22736c7567223a22736576656e2d6f682d737461747573222c2273746174656d656e7473223a5b5d2c2273756d6d617279223a2250726f6475637473207769746820636f6e63656e74726174656420372d4f4820617265206e6f74207468652073616d65206173206b7261746f6d206c6561662e222c227469746c65223a22436f6e63656e74726174656420372d4f482070726f6475637473222c22746f70696373223a5b5d7d', '\x270ea6dd2594109fa51fdea803d276707601f0408b9f5d6760465b1cff066957', 1, '2026-11-29 04:58:19.141276+00', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, 2),
	(7, '\x7b2261727469636c65223a372c2262796c696e6573223a5b5d2c22636f6e7461637473223a5b5d2c22636f6e7472696275746f7273223a5b315d2c22646973636c61696d657273223a5b5d2c22666c616773223a5b5d2c2266756e64696e67223a22222c2268746d6c223a223c703e596f7520666f6c6c6f7765642061206c696e6b20746f206120706167652077686f7365206d65646963616c207265766965772068617320636f6d6520746f2069747320656e642e20576520646f206e6f742073686f77206865616c746820696e666f726d6174696f6e20776974686f757420612063757272656e74207265766965772c20736f206974732074657874206973206e6f742073686f776e2e3c2f703e3c703e466f722061207175657374696f6e2061626f757420796f7572206865616c74682c2074616c6b2077697468206120646f63746f722c206120706861726d6163697374206f7220616e6f7468657220636c696e696369616e2e20446f206e6f74206368616e676520612070726573637269626564206d65646963696e652062656361757365206f6620736f6d657468696e6720796f752072656164206f6e20746869732070616765206561726c6965722e3c2f703e222c226b65795f706f696e7473223a5b5d2c226b696e64223a2273746174656d656e74222c226c616e6775616765223a22656e222c226e756d626572223a312c22706f6c696379223a31302c227265666572656e636573223a5b5d2c22736368656d61223a312c22736c7567223a226e6f746963652d656e646564222c2273746174656d656e7473223a5b5d2c2273756d6d617279223a225468652072657669657720626568696e64207468697320706167652068617320656e6465642c20736f206974732074657874206973206e6f742073686f776e2e222c227469746c65223a2254686520726576696577206f66207468697320706167652068617320656e646564222c22746f70696373223a5b5d7d', '\x81bb167ad8ba5b2e280251ec8801bcc18b5737ab0ec810fd7ad3d358b3ef1f3e', 1, '2026-11-29 04:58:19.316636+00', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, 2),
	(8, '\x7b2261727469636c65223a382c2262796c696e6573223a5b5d2c22636f6e7461637473223a5b5d2c22636f6e7472696275746f7273223a5b315d2c22646973636c61696d657273223a5b5d2c22666c616773223a5b5d2c2266756e64696e67223a22222c2268746d6c223a223c703e596f7520666f6c6c6f7765642061206c696e6b20746f206120706167652074686174206e6f206c6f6e6765722068617320657665727920726576696577206974206e656564732e2057652073686f77206865616c746820696e666f726d6174696f6e206f6e6c79207768696c652069747320726576696577207374616e64732c20736f206974732074657874206973206e6f742073686f776e2e3c2f703e3c703e466f722061207175657374696f6e2061626f757420796f7572206865616c74682c2074616c6b2077697468206120646f63746f722c206120706861726d6163697374206f7220616e6f7468657220636c696e696369616e2e20446f206e6f74206368616e676520612070726573637269626564206d65646963696e652062656361757365206f6620736f6d657468696e6720796f752072656164206f6e20746869732070616765206561726c6965722e3c2f703e222c226b65795f706f696e7473223a5b5d2c226b696e64223a2273746174656d656e74222c226c616e6775616765223a22656e222c226e756d626572223a312c22706f6c696379223a31302c227265666572656e636573223a5b5d2c22736368656d61223a312c22736c7567223a226e6f746963652d7265766f6b6564222c2273746174656d656e7473223a5b5d2c2273756d6d617279223a224120726576696577207468617420746869732070616765206e65656473206e6f206c6f6e676572207374616e64732c20736f206974732074657874206973206e6f742073686f776e2e222c227469746c65223a22546869732070616765206973206e6f742073686f776e2061742070726573656e74222c22746f70696373223a5b5d7d', '\x455164c17ccf0d5895c32b92d54bc0d9485d5bc596b5d0cb3daf1c35d5bce51c', 1, '2026-11-29 04:58:19.407016+00', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, 2),
	(9, '\x7b2261727469636c65223a392c2262796c696e6573223a5b5d2c22636f6e7461637473223a5b5d2c22636f6e7472696275746f7273223a5b315d2c22646973636c61696d657273223a5b5d2c22666c616773223a5b5d2c2266756e64696e67223a22222c2268746d6c223a223c703e596f7520666f6c6c6f7765642061206c696e6b20746f206120706167652074686174206f757220656469746f727320686176652074616b656e2066726f6d20766965772e204974732074657874206973206e6f742073686f776e2e3c2f703e3c703e466f722061207175657374696f6e2061626f757420796f7572206865616c74682c2074616c6b2077697468206120646f63746f722c206120706861726d6163697374206f7220616e6f7468657220636c696e696369616e2e20446f206e6f74206368616e676520612070726573637269626564206d65646963696e652062656361757365206f6620736f6d657468696e6720796f752072656164206f6e20746869732070616765206561726c6965722e3c2f703e222c226b65795f706f696e7473223a5b5d2c226b696e64223a2273746174656d656e74222c226c616e6775616765223a22656e222c226e756d626572223a312c22706f6c696379223a31302c227265666572656e636573223a5b5d2c22736368656d61223a312c22736c7567223a226e6f746963652d74616b656e2d646f776e222c2273746174656d656e7473223a5b5d2c2273756d6d617279223a224f757220656469746f727320686176652074616b656e207468697320706167652066726f6d20766965772c20736f206974732074657874206973206e6f742073686f776e2e222c227469746c65223a2254686973207061676520686173206265656e2074616b656e2066726f6d2076696577222c22746f70696373223a5b5d7d', '\xcecee3ef708ed37f5d4eec96c31f194bd7275207bed2c875d5351602f9145bf7', 1, '2026-11-29 04:58:19.495407+00', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, 2),
	(10, '\x7b2261727469636c65223a31302c2262796c696e6573223a5b5d2c22636f6e7461637473223a5b5d2c22636f6e7472696275746f7273223a5b315d2c22646973636c61696d657273223a5b5d2c22666c616773223a5b5d2c2266756e64696e67223a22222c2268746d6c223a223c703e596f7520666f6c6c6f7765642061206c696e6b20746f2061207061676520746861742077652068617665207265747261637465642062656361757365206974207761732077726f6e672e20506c6561736520646f206e6f742072656c79206f6e207768617420697420736169642e204974732074657874206973206e6f742073686f776e2e3c2f703e3c703e496620796f75206d61646520612063686f6963652061626f757420796f7572206865616c74682062656361757365206f662069742c2074616c6b2077697468206120646f63746f722c206120706861726d6163697374206f7220616e6f7468657220636c696e696369616e20736f6f6e2e20446f206e6f74206368616e676520612070726573637269626564206d65646963696e65206f6e20796f7572206f776e2e3c2f703e222c226b65795f706f696e7473223a5b5d2c226b696e64223a2273746174656d656e74222c226c616e6775616765223a22656e222c226e756d626572223a312c22706f6c696379223a31302c227265666572656e636573223a5b5d2c22736368656d61223a312c22736c7567223a226e6f746963652d726574726163746564222c2273746174656d656e7473223a5b5d2c2273756d6d617279223a22546869732070616765207761732077726f6e6720616e6420686173206265656e207265747261637465642c20736f206974732074657874206973206e6f742073686f776e2e222c227469746c65223a2254686973207061676520686173206265656e20726574726163746564222c22746f70696373223a5b5d7d', '\xeca1b869e54915ed50738c6904253a51ae0b7d7c173adedf9458458422106f43', 1, '2026-11-29 04:58:19.583881+00', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, 2),
	(11, '\x7b2261727469636c65223a31312c2262796c696e6573223a5b7b226e616d65223a2257616e646120577269746572222c22706572736f6e223a317d5d2c22636f6e7461637473223a5b5d2c22636f6e7472696275746f7273223a5b315d2c22646973636c61696d657273223a5b7b22636f6465223a22442d494e464f222c2266756c6c223a225468697320706167652067697665732067656e6572616c20696e666f726d6174696f6e2e204974206973206e6f74206d65646963616c206164766963652c20616e6420697420646f6573206e6f74207265706c61636520616e206578616d2c206120646961676e6f736973206f722074726561746d656e742062792061207175616c6966696564206865616c74682070726f66657373696f6e616c2e222c226964223a22442d494e464f2e31222c226e616d65223a22496e666f726d6174696f6e206f6e6c79222c22706c6163656d656e74223a22746f70222c2273686f7274223a2247656e6572616c20696e666f726d6174696f6e206f6e6c792e204e6f74206d65646963616c206164766963652e222c2276657273696f6e223a317d2c7b22636f6465223a22442d54414c4b222c2266756c6c223a2254616c6b2077697468206120646f63746f722c206120706861726d6163697374206f7220616e6f74686572207175616c696669656420636c696e696369616e206265666f726520796f752073746172742c2073746f70206f72206368616e676520616e79206d65646963696e65206f7220737570706c656d656e742e20496620796f7520616c726561647920757365206b7261746f6d2c2074656c6c2065766572796f6e652077686f2074726561747320796f752e222c226964223a22442d54414c4b2e31222c226e616d65223a2254616c6b207769746820612070726f66657373696f6e616c222c22706c6163656d656e74223a22746f70222c2273686f7274223a2241736b206120636c696e696369616e206265666f7265207374617274696e672c2073746f7070696e67206f72206368616e67696e6720616e79206d65646963696e65206f7220737570706c656d656e742e222c2276657273696f6e223a317d2c7b22636f6465223a22442d4445415448222c2266756c6c223a2250656f706c652077686f2075736564206b7261746f6d206861766520686164207365697a757265732c20736c6f77656420627265617468696e67206f7220636f6d612c20616e6420736f6d65206861766520646965642e204d6f7374206f662074686f73652077686f2064696564206861642074616b656e206f7468657220647275677320746f6f2e204966206120706572736f6e2077696c6c206e6f742077616b652075702c206861732061207365697a757265206f72206973206e6f7420627265617468696e672077656c6c2c2063616c6c20796f7572206c6f63616c20656d657267656e6379206e756d626572206e6f772e222c226964223a22442d44454154482e31222c226e616d65223a2253657665726520746f78696369747920616e6420656d657267656e63696573222c22706c6163656d656e74223a22736166657479222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d444550454e44222c2266756c6c223a22526567756c617220757365206f66206b7261746f6d2063616e206c65616420746f20746f6c6572616e63652c20646570656e64656e636520616e64207769746864726177616c2c20616e6420736f6d652070656f706c6520646576656c6f702061207375627374616e636520757365206469736f726465722e20496620796f752066696e64206974206861726420746f2063757420646f776e206f722073746f702c2061736b206120636c696e696369616e20666f722068656c702e222c226964223a22442d444550454e442e31222c226e616d65223a22446570656e64656e63652c207769746864726177616c2c20616464696374696f6e222c22706c6163656d656e74223a22736166657479222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d494e544552414354222c2266756c6c223a224b7261746f6d2063616e20696e7465726163742077697468206f74686572207375627374616e6365732e205573696e67206974207769746820616c636f686f6c2c206f70696f6964732c2062656e7a6f6469617a6570696e65732c20736c656570696e672070696c6c73206f72206f74686572206d65646963696e657320746861742063617573652064726f7773696e657373206f7220736c6f7720627265617468696e67206d61792062652064616e6765726f75732e204b7261746f6d2063616e20616c736f206368616e676520686f772074686520626f647920636c6561727320736f6d65206d65646963696e65733a20696e206120736d616c6c20737475647920697420726169736564206c6576656c73206f662061206d65646963696e6520636c65617265642062792074686520656e7a796d652043595033412e204c61626f7261746f7279207465737473207261697365207468652073616d65207175657374696f6e20666f722074686520656e7a796d65204359503244362c20616c74686f7567682074686520736d616c6c20737475647920736177206e6f206368616e67652074686572652e2041736b206120706861726d6163697374206f7220646f63746f722e222c226964223a22442d494e5445524143542e31222c226e616d65223a22496e746572616374696f6e73222c22706c6163656d656e74223a22736166657479222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d444f4e5453544f50222c2266756c6c223a22446f206e6f742073746f702c20736b6970206f72206368616e676520612070726573637269626564206d65646963696e652062656361757365206f6620736f6d657468696e6720796f75207265616420686572652e2054616c6b20666972737420776974682074686520706572736f6e2077686f20707265736372696265642069742c206f722077697468206120706861726d61636973742e222c226964223a22442d444f4e5453544f502e31222c226e616d65223a22446f206e6f74206368616e67652070726573637269626564206d65646963696e65222c22706c6163656d656e74223a22736166657479222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d4c49564552222c2266756c6c223a224c6976657220696e6a7572792c2061742074696d6573207365766572652c20686173206265656e206c696e6b656420746f206b7261746f6d2e20476574206d65646963616c206361726520717569636b6c7920666f722079656c6c6f7720736b696e206f7220657965732c206461726b207572696e652c2070616c652073746f6f6c732c207374726f6e672069746368696e67206f72207061696e20696e207468652075707065722062656c6c792e222c226964223a22442d4c495645522e31222c226e616d65223a224c6976657220696e6a757279222c22706c6163656d656e74223a22736166657479222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d50524547222c2266756c6c223a22446f206e6f7420617373756d65206b7261746f6d206973207361666520696e20707265676e616e6379206f72207768696c65206272656173742d66656564696e672e204e6577626f726e73206578706f736564206265666f7265206269727468206861766520686164207769746864726177616c207369676e732074686174206e656564656420686f73706974616c20636172652e20496620796f752061726520707265676e616e7420616e6420757365206b7261746f6d2c20676574206d65646963616c2061647669636520736f6f6e2c20616e642061736b20666f722068656c7020776974682073746f7070696e672e222c226964223a22442d505245472e31222c226e616d65223a22507265676e616e637920616e64206272656173742d66656564696e67222c22706c6163656d656e74223a22736166657479222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d4452495645222c2266756c6c223a224b7261746f6d2063616e206d616b6520796f752064726f7773792c2064697a7a79206f722061676974617465642e20446f206e6f742064726976652c2072696465206f7220757365206d616368696e657320696620796f75206d61792062652061666665637465642e222c226964223a22442d44524956452e31222c226e616d65223a2244726976696e6720616e64206d616368696e657279222c22706c6163656d656e74223a22736166657479222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d5155414c222c2266756c6c223a224b7261746f6d2070726f647563747320617265206e6f74206d61646520746f206f6e65207374616e646172642e20537472656e67746820616e6420636f6e74656e747320766172792e20496e20612032303138205553206f7574627265616b2c203139392070656f706c6520696e203431207374617465732066656c6c20696c6c20776974682053616c6d6f6e656c6c61206c696e6b656420746f206b7261746f6d2e222c226964223a22442d5155414c2e31222c226e616d65223a2250726f64756374207175616c697479222c22706c6163656d656e74223a22736166657479222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d4d494e4f52222c2266756c6c223a22546869732070616765206973207772697474656e20666f72206164756c74732e204b656570206b7261746f6d20617761792066726f6d206368696c6472656e20616e64207465656e61676572732e20536f6d6520706c61636573207365742061206d696e696d756d2061676520666f722073616c652e222c226964223a22442d4d494e4f522e31222c226e616d65223a224368696c6472656e20616e64207465656e6167657273222c22706c6163656d656e74223a22736166657479222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d45564944454e43452d535552564559222c2266756c6c223a2250656f706c652063686f736520746f20616e7377657220746869732073757276657920616e64207265706f72746564206f6e207468656d73656c7665733b2069742063616e6e6f742073686f772063617573652e222c226964223a22442d45564944454e43452d5355525645592e31222c226e616d65223a22537572766579222c22706c6163656d656e74223a227265666572656e6365222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d434f4d4d222c2266756c6c223a22576520646f206e6f742073656c6c206b7261746f6d2c20776520646f206e6f742075736520616666696c69617465206c696e6b73206f6e206d65646963616c20706167657320616e642077652074616b65206e6f206164766572746973696e672066726f6d206b7261746f6d2073656c6c6572732e222c226964223a22442d434f4d4d2e31222c226e616d65223a22436f6d6d65726369616c20696e74657265737473222c22706c6163656d656e74223a2261626f7574222c2273686f7274223a22222c2276657273696f6e223a317d5d2c22666c616773223a5b5d2c2266756e64696e67223a224e6f20636f6d70616e79207061696420666f72207468697320706167652e222c2268746d6c223a223c68323e546865207375727665793c2f68323e3c703e54686520706c6e61742067726f777320696e2077657420666f726573747320616c6f6e672077696465207269766572732e20497473206c65617665732061726520676174686572656420696e2074686520636f6f6c206f6620746865206d6f726e696e6720616e64206361727269656420746f20612076696c6c616765206d61726b657420696e206261736b657473205b40676172636961323032305d2e3c2f703e3c703e47726f776e2070656f706c6520776572652061736b65642061626f757420776f7272792c20616e64203632206f662031303020736169642074686174207468657920686164206e6576657220736c6570742077656c6c2e205365727472616c696e6520776173206e6f74206e616d65642e2052656164203c6120687265663d5c22687474703a2f2f6578616d706c652e6f72672f7375727665795c222072656c3d5c226e6f6f70656e6572206e6f72656665727265725c223e746865207265706f7274206f6620746865207375727665793c2f613e20666f7220697473207175657374696f6e732c203c7374726f6e673e7768696368207765726520706c61696e3c2f7374726f6e673e2e3c2f703e3c756c3e3c6c693e3c703e546865207175657374696f6e732077657265207072696e746564206f6e20706170657220616e642073656e7420627920706f73743c2f703e3c2f6c693e3c6c693e3c703e54686520616e73776572732063616d65206261636b20627920706f737420746f6f3c2f703e3c2f6c693e3c2f756c3e3c703e4e6f626f64792063616e207361792079657420776861742074686520616e7377657273206d65616e2e205468652077726974657273206f6620746865207265706f72742073617920736f206f6e20697473206c61737420706167652c20616e642061736b206f74686572207465616d7320746f20726570656174207468652073757276657920696e20616e6f7468657220706c6163652077697468206f74686572207175657374696f6e732e3c2f703e3c703e546865206e786574207375726576792075736573207468696b632070616570722c20616e64207072696e657464206c6574747265732e3c2f703e222c226b65795f706f696e7473223a5b224f6e65207375727665792061736b65642e222c2250656f706c652063686f736520746f20616e737765722e222c2249742063616e6e6f742073686f772063617573652e225d2c226b696e64223a2261727469636c65222c226c616e6775616765223a22656e222c226e756d626572223a312c22706f6c696379223a322c227265666572656e636573223a5b7b2261636365737365645f6f6e223a6e756c6c2c22617574686f7273223a224761726369612d526f6d65752041222c2264657369676e223a22737572766579222c22646f69223a22222c226a6f75726e616c223a22222c226b6579223a2267617263696132303230222c227061676573223a22222c22706d636964223a22222c22706d6964223a22222c227469746c65223a224b7261746f6d3a20757365722064656d6f6772617068696373222c2275726c223a22222c22766f6c756d65223a22222c2279656172223a323032307d5d2c22736368656d61223a312c22736c7567223a22612d7075626c69632d70616765222c2273746174656d656e7473223a5b7b22706c6163656d656e74223a22637269736973222c22736c7567223a226372697369732d68656c70227d2c7b22706c6163656d656e74223a22746f70222c22736c7567223a2265766964656e63652d737461747573227d2c7b22706c6163656d656e74223a2261626f7574222c22736c7567223a226c6567616c2d737461747573227d2c7b22706c6163656d656e74223a22746f70222c22736c7567223a22726567756c61746f72792d737461747573227d2c7b22706c6163656d656e74223a22736166657479222c22736c7567223a22736576656e2d6f682d737461747573227d5d2c2273756d6d617279223a2241207375727665792061736b65642070656f706c652077686f20757365206b7261746f6d2061626f757420776f7272792e2049742063616e6e6f742073686f772063617573652e222c227469746c65223a2257686174206f6e65207375727665792061736b6564222c22746f70696373223a5b7b226e616d65223a22536166657479222c22736c7567223a22736166657479227d5d7d', '\x878b7ca88b03728fa9a3be040472e0df86680b9fa7b44654241b26333ada58e9', 1, '2026-11-29 04:58:19.772615+00', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, 2),
	(12, '\x7b2261727469636c65223a31312c2262796c696e6573223a5b7b226e616d65223a2257616e646120577269746572222c22706572736f6e223a317d5d2c22636f6e7461637473223a5b5d2c22636f6e7472696275746f7273223a5b315d2c22646973636c61696d657273223a5b7b22636f6465223a22442d494e464f222c2266756c6c223a225468697320706167652067697665732067656e6572616c20696e666f726d6174696f6e2e204974206973206e6f74206d65646963616c206164766963652c20616e6420697420646f6573206e6f74207265706c61636520616e206578616d2c206120646961676e6f736973206f722074726561746d656e742062792061207175616c6966696564206865616c74682070726f66657373696f6e616c2e222c226964223a22442d494e464f2e31222c226e616d65223a22496e666f726d6174696f6e206f6e6c79222c22706c6163656d656e74223a22746f70222c2273686f7274223a2247656e6572616c20696e666f726d6174696f6e206f6e6c792e204e6f74206d65646963616c206164766963652e222c2276657273696f6e223a317d2c7b22636f6465223a22442d54414c4b222c2266756c6c223a2254616c6b2077697468206120646f63746f722c206120706861726d6163697374206f7220616e6f74686572207175616c696669656420636c696e696369616e206265666f726520796f752073746172742c2073746f70206f72206368616e676520616e79206d65646963696e65206f7220737570706c656d656e742e20496620796f7520616c726561647920757365206b7261746f6d2c2074656c6c2065766572796f6e652077686f2074726561747320796f752e222c226964223a22442d54414c4b2e31222c226e616d65223a2254616c6b207769746820612070726f66657373696f6e616c222c22706c6163656d656e74223a22746f70222c2273686f7274223a2241736b206120636c696e696369616e206265666f7265207374617274696e672c2073746f7070696e67206f72206368616e67696e6720616e79206d65646963696e65206f7220737570706c656d656e742e222c2276657273696f6e223a317d2c7b22636f6465223a22442d4445415448222c2266756c6c223a2250656f706c652077686f2075736564206b7261746f6d206861766520686164207365697a757265732c20736c6f77656420627265617468696e67206f7220636f6d612c20616e6420736f6d65206861766520646965642e204d6f7374206f662074686f73652077686f2064696564206861642074616b656e206f7468657220647275677320746f6f2e204966206120706572736f6e2077696c6c206e6f742077616b652075702c206861732061207365697a757265206f72206973206e6f7420627265617468696e672077656c6c2c2063616c6c20796f7572206c6f63616c20656d657267656e6379206e756d626572206e6f772e222c226964223a22442d44454154482e31222c226e616d65223a2253657665726520746f78696369747920616e6420656d657267656e63696573222c22706c6163656d656e74223a22736166657479222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d444550454e44222c2266756c6c223a22526567756c617220757365206f66206b7261746f6d2063616e206c65616420746f20746f6c6572616e63652c20646570656e64656e636520616e64207769746864726177616c2c20616e6420736f6d652070656f706c6520646576656c6f702061207375627374616e636520757365206469736f726465722e20496620796f752066696e64206974206861726420746f2063757420646f776e206f722073746f702c2061736b206120636c696e696369616e20666f722068656c702e222c226964223a22442d444550454e442e31222c226e616d65223a22446570656e64656e63652c207769746864726177616c2c20616464696374696f6e222c22706c6163656d656e74223a22736166657479222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d494e544552414354222c2266756c6c223a224b7261746f6d2063616e20696e7465726163742077697468206f74686572207375627374616e6365732e205573696e67206974207769746820616c636f686f6c2c206f70696f6964732c2062656e7a6f6469617a6570696e65732c20736c656570696e672070696c6c73206f72206f74686572206d65646963696e657320746861742063617573652064726f7773696e657373206f7220736c6f7720627265617468696e67206d61792062652064616e6765726f75732e204b7261746f6d2063616e20616c736f206368616e676520686f772074686520626f647920636c6561727320736f6d65206d65646963696e65733a20696e206120736d616c6c20737475647920697420726169736564206c6576656c73206f662061206d65646963696e6520636c65617265642062792074686520656e7a796d652043595033412e204c61626f7261746f7279207465737473207261697365207468652073616d65207175657374696f6e20666f722074686520656e7a796d65204359503244362c20616c74686f7567682074686520736d616c6c20737475647920736177206e6f206368616e67652074686572652e2041736b206120706861726d6163697374206f7220646f63746f722e222c226964223a22442d494e5445524143542e31222c226e616d65223a22496e746572616374696f6e73222c22706c6163656d656e74223a22736166657479222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d444f4e5453544f50222c2266756c6c223a22446f206e6f742073746f702c20736b6970206f72206368616e676520612070726573637269626564206d65646963696e652062656361757365206f6620736f6d657468696e6720796f75207265616420686572652e2054616c6b20666972737420776974682074686520706572736f6e2077686f20707265736372696265642069742c206f722077697468206120706861726d61636973742e222c226964223a22442d444f4e5453544f502e31222c226e616d65223a22446f206e6f74206368616e67652070726573637269626564206d65646963696e65222c22706c6163656d656e74223a22736166657479222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d4c49564552222c2266756c6c223a224c6976657220696e6a7572792c2061742074696d6573207365766572652c20686173206265656e206c696e6b656420746f206b7261746f6d2e20476574206d65646963616c206361726520717569636b6c7920666f722079656c6c6f7720736b696e206f7220657965732c206461726b207572696e652c2070616c652073746f6f6c732c207374726f6e672069746368696e67206f72207061696e20696e207468652075707065722062656c6c792e222c226964223a22442d4c495645522e31222c226e616d65223a224c6976657220696e6a757279222c22706c6163656d656e74223a22736166657479222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d50524547222c2266756c6c223a22446f206e6f7420617373756d65206b7261746f6d206973207361666520696e20707265676e616e6379206f72207768696c65206272656173742d66656564696e672e204e6577626f726e73206578706f736564206265666f7265206269727468206861766520686164207769746864726177616c207369676e732074686174206e656564656420686f73706974616c20636172652e20496620796f752061726520707265676e616e7420616e6420757365206b7261746f6d2c20676574206d65646963616c2061647669636520736f6f6e2c20616e642061736b20666f722068656c7020776974682073746f7070696e672e222c226964223a22442d505245472e31222c226e616d65223a22507265676e616e637920616e64206272656173742d66656564696e67222c22706c6163656d656e74223a22736166657479222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d4452495645222c2266756c6c223a224b7261746f6d2063616e206d616b6520796f752064726f7773792c2064697a7a79206f722061676974617465642e20446f206e6f742064726976652c2072696465206f7220757365206d616368696e657320696620796f75206d61792062652061666665637465642e222c226964223a22442d44524956452e31222c226e616d65223a2244726976696e6720616e64206d616368696e657279222c22706c6163656d656e74223a22736166657479222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d5155414c222c2266756c6c223a224b7261746f6d2070726f647563747320617265206e6f74206d61646520746f206f6e65207374616e646172642e20537472656e67746820616e6420636f6e74656e747320766172792e20496e20612032303138205553206f7574627265616b2c203139392070656f706c6520696e203431207374617465732066656c6c20696c6c20776974682053616c6d6f6e656c6c61206c696e6b656420746f206b7261746f6d2e222c226964223a22442d5155414c2e31222c226e616d65223a2250726f64756374207175616c697479222c22706c6163656d656e74223a22736166657479222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d4d494e4f52222c2266756c6c223a22546869732070616765206973207772697474656e20666f72206164756c74732e204b656570206b7261746f6d20617761792066726f6d206368696c6472656e20616e64207465656e61676572732e20536f6d6520706c61636573207365742061206d696e696d756d2061676520666f722073616c652e222c226964223a22442d4d494e4f522e31222c226e616d65223a224368696c6472656e20616e64207465656e6167657273222c22706c6163656d656e74223a22736166657479222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d45564944454e43452d535552564559222c2266756c6c223a2250656f706c652063686f736520746f20616e7377657220746869732073757276657920616e64207265706f72746564206f6e207468656d73656c7665733b2069742063616e6e6f742073686f772063617573652e222c226964223a22442d45564944454e43452d5355525645592e31222c226e616d65223a22537572766579222c22706c6163656d656e74223a227265666572656e6365222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d434f4d4d222c2266756c6c223a22576520646f206e6f742073656c6c206b7261746f6d2c20776520646f206e6f742075736520616666696c69617465206c696e6b73206f6e206d65646963616c20706167657320616e642077652074616b65206e6f206164766572746973696e672066726f6d206b7261746f6d2073656c6c6572732e222c226964223a22442d434f4d4d2e31222c226e616d65223a22436f6d6d65726369616c20696e74657265737473222c22706c6163656d656e74223a2261626f7574222c2273686f7274223a22222c2276657273696f6e223a317d5d2c22666978223a7b226f66223a31312c22726f6f74223a31312c22726f6f745f646967657374223a2239666239373336346561336537306135303731346261623732373933326637653563356238633334613339363062653961363664356637656432616466313337222c22726f6f745f6e756d626572223a317d2c22666c616773223a5b5d2c2266756e64696e67223a224e6f20636f6d70616e79207061696420666f72207468697320706167652e222c2268746d6c223a223c68323e546865207375727665793c2f68323e3c703e54686520706c616e742067726f777320696e2077657420666f726573747320616c6f6e672077696465207269766572732e20497473206c65617665732061726520676174686572656420696e2074686520636f6f6c206f6620746865206d6f726e696e6720616e64206361727269656420746f20612076696c6c616765206d61726b657420696e206261736b657473205b40676172636961323032305d2e3c2f703e3c703e47726f776e2070656f706c6520776572652061736b65642061626f757420776f7272792c20616e64203632206f662031303020736169642074686174207468657920686164206e6576657220736c6570742077656c6c2e205365727472616c696e6520776173206e6f74206e616d65642e2052656164203c6120687265663d5c22687474703a2f2f6578616d706c652e6f72672f7375727665795c222072656c3d5c226e6f6f70656e6572206e6f72656665727265725c223e746865207265706f7274206f6620746865207375727665793c2f613e20666f7220697473207175657374696f6e732c203c7374726f6e673e7768696368207765726520706c61696e3c2f7374726f6e673e2e3c2f703e3c756c3e3c6c693e3c703e546865207175657374696f6e732077657265207072696e746564206f6e20706170657220616e642073656e7420627920706f73743c2f703e3c2f6c693e3c6c693e3c703e54686520616e73776572732063616d65206261636b20627920706f737420746f6f3c2f703e3c2f6c693e3c2f756c3e3c703e4e6f626f64792063616e207361792079657420776861742074686520616e7377657273206d65616e2e205468652077726974657273206f6620746865207265706f72742073617920736f206f6e20697473206c61737420706167652c20616e642061736b206f74686572207465616d7320746f20726570656174207468652073757276657920696e20616e6f7468657220706c6163652077697468206f74686572207175657374696f6e732e3c2f703e3c703e546865206e786574207375726576792075736573207468696b632070616570722c20616e64207072696e657464206c6574747265732e3c2f703e222c226b65795f706f696e7473223a5b224f6e65207375727665792061736b65642e222c2250656f706c652063686f736520746f20616e737765722e222c2249742063616e6e6f742073686f772063617573652e225d2c226b696e64223a2261727469636c65222c226c616e6775616765223a22656e222c226e756d626572223a322c22706f6c696379223a322c227265666572656e636573223a5b7b2261636365737365645f6f6e223a6e756c6c2c22617574686f7273223a224761726369612d526f6d65752041222c2264657369676e223a22737572766579222c22646f69223a22222c226a6f75726e616c223a22222c226b6579223a2267617263696132303230222c227061676573223a22222c22706d636964223a22222c22706d6964223a22222c227469746c65223a224b7261746f6d3a20757365722064656d6f6772617068696373222c2275726c223a22222c22766f6c756d65223a22222c2279656172223a323032307d5d2c22736368656d61223a312c22736c7567223a22612d7075626c69632d70616765222c2273746174656d656e7473223a5b7b22706c6163656d656e74223a22637269736973222c22736c7567223a226372697369732d68656c70227d2c7b22706c6163656d656e74223a22746f70222c22736c7567223a2265766964656e63652d737461747573227d2c7b22706c6163656d656e74223a2261626f7574222c22736c7567223a226c6567616c2d737461747573227d2c7b22706c6163656d656e74223a22746f70222c22736c7567223a22726567756c61746f72792d737461747573227d2c7b22706c6163656d656e74223a22736166657479222c22736c7567223a22736576656e2d6f682d737461747573227d5d2c2273756d6d617279223a2241207375727665792061736b65642070656f706c652077686f20757365206b7261746f6d2061626f757420776f7272792e2049742063616e6e6f742073686f772063617573652e222c227469746c65223a2257686174206f6e65207375727665792061736b6564222c22746f70696373223a5b7b226e616d65223a22536166657479222c22736c7567223a22736166657479227d5d7d', '\x383eb5f70e4f505298bdc6c4c99a92b2b83e9f4a5054f5f4d6380e864cec44a2', 1, '2026-11-29 04:58:19.870977+00', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, 2),
	(13, '\x7b2261727469636c65223a31322c2262796c696e6573223a5b7b226e616d65223a2257616e646120577269746572222c22706572736f6e223a317d5d2c22636f6e7461637473223a5b5d2c22636f6e7472696275746f7273223a5b315d2c22646973636c61696d657273223a5b7b22636f6465223a22442d494e464f222c2266756c6c223a225468697320706167652067697665732067656e6572616c20696e666f726d6174696f6e2e204974206973206e6f74206d65646963616c206164766963652c20616e6420697420646f6573206e6f74207265706c61636520616e206578616d2c206120646961676e6f736973206f722074726561746d656e742062792061207175616c6966696564206865616c74682070726f66657373696f6e616c2e222c226964223a22442d494e464f2e31222c226e616d65223a22496e666f726d6174696f6e206f6e6c79222c22706c6163656d656e74223a22746f70222c2273686f7274223a2247656e6572616c20696e666f726d6174696f6e206f6e6c792e204e6f74206d65646963616c206164766963652e222c2276657273696f6e223a317d2c7b22636f6465223a22442d54414c4b222c2266756c6c223a2254616c6b2077697468206120646f63746f722c206120706861726d6163697374206f7220616e6f74686572207175616c696669656420636c696e696369616e206265666f726520796f752073746172742c2073746f70206f72206368616e676520616e79206d65646963696e65206f7220737570706c656d656e742e20496620796f7520616c726561647920757365206b7261746f6d2c2074656c6c2065766572796f6e652077686f2074726561747320796f752e222c226964223a22442d54414c4b2e31222c226e616d65223a2254616c6b207769746820612070726f66657373696f6e616c222c22706c6163656d656e74223a22746f70222c2273686f7274223a2241736b206120636c696e696369616e206265666f7265207374617274696e672c2073746f7070696e67206f72206368616e67696e6720616e79206d65646963696e65206f7220737570706c656d656e742e222c2276657273696f6e223a317d2c7b22636f6465223a22442d4445415448222c2266756c6c223a2250656f706c652077686f2075736564206b7261746f6d206861766520686164207365697a757265732c20736c6f77656420627265617468696e67206f7220636f6d612c20616e6420736f6d65206861766520646965642e204d6f7374206f662074686f73652077686f2064696564206861642074616b656e206f7468657220647275677320746f6f2e204966206120706572736f6e2077696c6c206e6f742077616b652075702c206861732061207365697a757265206f72206973206e6f7420627265617468696e672077656c6c2c2063616c6c20796f7572206c6f63616c20656d657267656e6379206e756d626572206e6f772e222c226964223a22442d44454154482e31222c226e616d65223a2253657665726520746f78696369747920616e6420656d657267656e63696573222c22706c6163656d656e74223a22736166657479222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d444550454e44222c2266756c6c223a22526567756c617220757365206f66206b7261746f6d2063616e206c65616420746f20746f6c6572616e63652c20646570656e64656e636520616e64207769746864726177616c2c20616e6420736f6d652070656f706c6520646576656c6f702061207375627374616e636520757365206469736f726465722e20496620796f752066696e64206974206861726420746f2063757420646f776e206f722073746f702c2061736b206120636c696e696369616e20666f722068656c702e222c226964223a22442d444550454e442e31222c226e616d65223a22446570656e64656e63652c207769746864726177616c2c20616464696374696f6e222c22706c6163656d656e74223a22736166657479222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d494e544552414354222c2266756c6c223a224b7261746f6d2063616e20696e7465726163742077697468206f74686572207375627374616e6365732e205573696e67206974207769746820616c636f686f6c2c206f70696f6964732c2062656e7a6f6469617a6570696e65732c20736c656570696e672070696c6c73206f72206f74686572206d65646963696e657320746861742063617573652064726f7773696e657373206f7220736c6f7720627265617468696e67206d61792062652064616e6765726f75732e204b7261746f6d2063616e20616c736f206368616e676520686f772074686520626f647920636c6561727320736f6d65206d65646963696e65733a20696e206120736d616c6c20737475647920697420726169736564206c6576656c73206f662061206d65646963696e6520636c65617265642062792074686520656e7a796d652043595033412e204c61626f7261746f7279207465737473207261697365207468652073616d65207175657374696f6e20666f722074686520656e7a796d65204359503244362c20616c74686f7567682074686520736d616c6c20737475647920736177206e6f206368616e67652074686572652e2041736b206120706861726d6163697374206f7220646f63746f722e222c226964223a22442d494e5445524143542e31222c226e616d65223a22496e746572616374696f6e73222c22706c6163656d656e74223a22736166657479222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d444f4e5453544f50222c2266756c6c223a22446f206e6f742073746f702c20736b6970206f72206368616e676520612070726573637269626564206d65646963696e652062656361757365206f6620736f6d657468696e6720796f75207265616420686572652e2054616c6b20666972737420776974682074686520706572736f6e2077686f20707265736372696265642069742c206f722077697468206120706861726d61636973742e222c226964223a22442d444f4e5453544f502e31222c226e616d65223a22446f206e6f74206368616e67652070726573637269626564206d65646963696e65222c22706c6163656d656e74223a22736166657479222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d4c49564552222c2266756c6c223a224c6976657220696e6a7572792c2061742074696d6573207365766572652c20686173206265656e206c696e6b656420746f206b7261746f6d2e20476574206d65646963616c206361726520717569636b6c7920666f722079656c6c6f7720736b696e206f7220657965732c206461726b207572696e652c2070616c652073746f6f6c732c207374726f6e672069746368696e67206f72207061696e20696e207468652075707065722062656c6c792e222c226964223a22442d4c495645522e31222c226e616d65223a224c6976657220696e6a757279222c22706c6163656d656e74223a22736166657479222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d50524547222c2266756c6c223a22446f206e6f7420617373756d65206b7261746f6d206973207361666520696e20707265676e616e6379206f72207768696c65206272656173742d66656564696e672e204e6577626f726e73206578706f736564206265666f7265206269727468206861766520686164207769746864726177616c207369676e732074686174206e656564656420686f73706974616c20636172652e20496620796f752061726520707265676e616e7420616e6420757365206b7261746f6d2c20676574206d65646963616c2061647669636520736f6f6e2c20616e642061736b20666f722068656c7020776974682073746f7070696e672e222c226964223a22442d505245472e31222c226e616d65223a22507265676e616e637920616e64206272656173742d66656564696e67222c22706c6163656d656e74223a22736166657479222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d4452495645222c2266756c6c223a224b7261746f6d2063616e206d616b6520796f752064726f7773792c2064697a7a79206f722061676974617465642e20446f206e6f742064726976652c2072696465206f7220757365206d616368696e657320696620796f75206d61792062652061666665637465642e222c226964223a22442d44524956452e31222c226e616d65223a2244726976696e6720616e64206d616368696e657279222c22706c6163656d656e74223a22736166657479222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d5155414c222c2266756c6c223a224b7261746f6d2070726f647563747320617265206e6f74206d61646520746f206f6e65207374616e646172642e20537472656e67746820616e6420636f6e74656e747320766172792e20496e20612032303138205553206f7574627265616b2c203139392070656f706c6520696e203431207374617465732066656c6c20696c6c20776974682053616c6d6f6e656c6c61206c696e6b656420746f206b7261746f6d2e222c226964223a22442d5155414c2e31222c226e616d65223a2250726f64756374207175616c697479222c22706c6163656d656e74223a22736166657479222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d4d494e4f52222c2266756c6c223a22546869732070616765206973207772697474656e20666f72206164756c74732e204b656570206b7261746f6d20617761792066726f6d206368696c6472656e20616e64207465656e61676572732e20536f6d6520706c61636573207365742061206d696e696d756d2061676520666f722073616c652e222c226964223a22442d4d494e4f522e31222c226e616d65223a224368696c6472656e20616e64207465656e6167657273222c22706c6163656d656e74223a22736166657479222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d45564944454e43452d535552564559222c2266756c6c223a2250656f706c652063686f736520746f20616e7377657220746869732073757276657920616e64207265706f72746564206f6e207468656d73656c7665733b2069742063616e6e6f742073686f772063617573652e222c226964223a22442d45564944454e43452d5355525645592e31222c226e616d65223a22537572766579222c22706c6163656d656e74223a227265666572656e6365222c2273686f7274223a22222c2276657273696f6e223a317d2c7b22636f6465223a22442d434f4d4d222c2266756c6c223a22576520646f206e6f742073656c6c206b7261746f6d2c20776520646f206e6f742075736520616666696c69617465206c696e6b73206f6e206d65646963616c20706167657320616e642077652074616b65206e6f206164766572746973696e672066726f6d206b7261746f6d2073656c6c6572732e222c226964223a22442d434f4d4d2e31222c226e616d65223a22436f6d6d65726369616c20696e74657265737473222c22706c6163656d656e74223a2261626f7574222c2273686f7274223a22222c2276657273696f6e223a317d5d2c22666c616773223a5b5d2c2266756e64696e67223a224e6f20636f6d70616e79207061696420666f72207468697320706167652e222c2268746d6c223a223c68323e546865207375727665793c2f68323e3c703e50656f706c6520776572652061736b65642061626f757420776f727279205b40676172636961323032305d2e3c2f703e222c226b65795f706f696e7473223a5b224f6e65207375727665792061736b65642e222c2250656f706c652063686f736520746f20616e737765722e222c2249742063616e6e6f742073686f772063617573652e225d2c226b696e64223a2261727469636c65222c226c616e6775616765223a22656e222c226e756d626572223a312c22706f6c696379223a322c227265666572656e636573223a5b7b2261636365737365645f6f6e223a6e756c6c2c22617574686f7273223a224761726369612d526f6d65752041222c2264657369676e223a22737572766579222c22646f69223a22222c226a6f75726e616c223a22222c226b6579223a2267617263696132303230222c227061676573223a22222c22706d636964223a22222c22706d6964223a22222c227469746c65223a224b7261746f6d3a20757365722064656d6f6772617068696373222c2275726c223a22222c22766f6c756d65223a22222c2279656172223a323032307d5d2c22736368656d61223a312c22736c7567223a22612d706167652d746861742d7761732d72656675736564222c2273746174656d656e7473223a5b7b22706c6163656d656e74223a22637269736973222c22736c7567223a226372697369732d68656c70227d2c7b22706c6163656d656e74223a22746f70222c22736c7567223a2265766964656e63652d737461747573227d2c7b22706c6163656d656e74223a2261626f7574222c22736c7567223a226c6567616c2d737461747573227d2c7b22706c6163656d656e74223a22746f70222c22736c7567223a22726567756c61746f72792d737461747573227d2c7b22706c6163656d656e74223a22736166657479222c22736c7567223a22736576656e2d6f682d737461747573227d5d2c2273756d6d617279223a2241207375727665792061736b65642070656f706c652077686f20757365206b7261746f6d2061626f757420776f7272792e2049742063616e6e6f742073686f772063617573652e222c227469746c65223a2257686174206f6e65207375727665792061736b6564222c22746f70696373223a5b7b226e616d65223a22536166657479222c22736c7567223a22736166657479227d5d7d', '\x6b27b3b6c88312c076171bfb1a55cd6df35f69cf12c6cc9298b7c5cc8ce00209', 1, '2026-11-29 04:58:20.009468+00', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, 2);

INSERT INTO public.articles_fix VALUES
	(12, '\x9778037b04df1c572251cc5d82db1a83dea26d756202547f360f50ed36395333', 11, 0, 11, '\x9fb97364ea3e70a50714bab727932f7e5c5b8c34a3960be9a66d5f7ed2adf137', DEFAULT, 11, 'article', 'a-public-page', 2, '{safety}', '{D-COMM.1,D-DEATH.1,D-DEPEND.1,D-DONTSTOP.1,D-DRIVE.1,D-EVIDENCE-SURVEY.1,D-INFO.1,D-INTERACT.1,D-LIVER.1,D-MINOR.1,D-PREG.1,D-QUAL.1,D-TALK.1}', '{crisis-help,evidence-status,legal-status,regulatory-status,seven-oh-status}', '{}', 1, 150, 1, '2026-11-29 04:58:19.870977+00', 'A typo');

INSERT INTO public.articles_fixword OVERRIDING SYSTEM VALUE VALUES
	(1, 'numbers', 2, 'Numbers, amounts and times', '{zero,one,ones,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve,thirteen,fourteen,fifteen,sixteen,seventeen,eighteen,nineteen,twenty,thirty,forty,fifty,sixty,seventy,eighty,ninety,hundred*,thousand*,million*,billion*,dozen*,half,halve*,halving,quarter*,third*,first,second*,fourth*,fifth*,sixth*,seventh*,eighth*,ninth*,tenth*,once,twice,thrice,double*,triple*,single,pair,percent*,cent,ratio*,fraction*,times,plus,minus,january,february,march,april,may,june,july,august,september,october,november,december,monday,tuesday,wednesday,thursday,friday,saturday,sunday,today,yesterday,tomorrow,year*,month*,week*,day,days,daily,hour*,minute*,decade*,centur*,annual*,mg,mcg,kg,ml,gram*,milligram*,microgram*,litre*,liter*,dose*,dosage*,dosing,nil,naught,teaspoon*,tablespoon*,spoon*,scoop*,cup*,capsule*,pill*,tablet*,ounce*,nightly,fortnight*,number,numbers}', 'Own list', 'Digits are always refused; these are numbers, amounts and dates in words.', '2026-11-29 04:58:17.62712+00'),
	(2, 'negations', 2, 'Negations and exceptions', '{no,not,never,cannot,without,lack,lacks,lacked,lacking,insufficient*,unproven,neither,nor,none,nobody,nothing,nowhere,noone,non,un,anti,dis,hardly,scarcely,barely,except*,exclud*,unless,fail*,absen*,deny,denies,denied,denying,false*,untrue,wrong*,*less,*free,contrary,instead,rather,dont,cant,wont,isnt,arent,wasnt,werent,doesnt,didnt,hasnt,havent,hadnt,shouldnt,mustnt,couldnt,wouldnt,aint,myth*,hoax*,sham,refut*,debunk*,unlike,opposite*,hesitat*,ignor*,forget*,forgot*,refus*,reject*,former*}', 'Negations of the project''s claim rules, and own additions', 'Contractions in n''t are always refused.', '2026-11-29 04:58:17.628292+00'),
	(3, 'medicines', 1, 'Medicines, drugs and plants', '{kratom,ketum,mitragyn*,hydroxymitragynine,speciogynine,paynantheine,alkaloid*,cannabi*,kava,kavain*,cbd,alcohol*,wine,beer*,spirit*,liquor*,opioid*,opiate*,opium,benzodiazepin*,benzo*,ssri*,snri*,maoi*,antidepressant*,antipsychotic*,anticonvulsant*,antibiotic*,stimulant*,sedative*,hypnotic*,sertraline,paroxetine,venlafaxine,fluoxetine,citalopram,escitalopram,duloxetine,bupropion,mirtazapine,trazodone,quetiapine,olanzapine,risperidone,aripiprazole,clozapine,lithium,valpro*,carbamazepine,lamotrigine,phenytoin,alprazolam,clonazepam,diazepam,lorazepam,midazolam,temazepam,zolpidem,zopiclone,buspirone,hydroxyzine,prazosin,propranolol,clonidine,lofexidine,methadone,buprenorphine,naloxone,naltrexone,oxycodone,hydrocodone,codeine,morphine,fentanyl,tramadol,tapentadol,heroin,gabapentin,pregabalin,phenibut,tianeptine,dextromethorphan,diphenhydramine,loperamide,modafinil,ketamine,caffeine,nicotine,tobacco,grapefruit,turmeric,magnesium,wort,paracetamol,acetaminophen,ibuprofen,aspirin,warfarin,statin*,digoxin,metformin,insulin,*azepam,*azolam,*oxetine,*ipramine,*triptyline,*codone,*morphone,*orphan,*orphine,*statin,*mycin,*cillin,*conazole,*olol,*pril,*sartan,*barbital,*setron,*triptan,*idone,*apine,*gynine,xanax,valium,prozac,zoloft,adderall,suboxone,vicodin,percocet,ativan,klonopin,lexapro,celexa,effexor,wellbutrin,marijuana,cocaine,mdma,ecstasy,lsd,psilocybin,ayahuasca}', 'Medicines named in the project''s claim rules and texts, and the classes they belong to', 'Stems of medicines'' names stand for those not listed.', '2026-11-29 04:58:17.629054+00'),
	(4, 'conditions', 1, 'Conditions, symptoms and harms', '{anxi*,worr*,depress*,ptsd,trauma*,posttraumatic,stress*,panic*,insomnia*,suicid*,self,harm*,hurt*,pain*,addict*,dependen*,withdrawal*,overdos*,seizure*,liver,hepat*,pregnan*,breastfe*,mood*,psych*,bipolar,mania,manic,ocd,adhd,disorder*,disease*,illness*,symptom*,craving*,death*,die,dies,died,dying,dead,deadly,fatal*,coma*,breath*,heart*,cardiac*,cancer*,diabet*,epilep*,kidney*,renal,allerg*,toxic*,poison*,sleep*,sick*,ill,injur*,damage*,bleed*,fever*,nausea,vomit*,confus*,agitat*,hallucin*,serotonin*,stroke*,convuls*,unconscious*,unborn,lactat*,driv*,adverse*}', 'Topics and conditions of the site', 'Which condition a sentence speaks of is never a small change.', '2026-11-29 04:58:17.630119+00'),
	(5, 'people', 1, 'Whom a sentence speaks of', '{people,person*,adult*,child*,teen*,adolescen*,youth*,young*,old,older,elder*,infant*,bab*,newborn*,woman,women,man,men,male*,female*,boy*,girl*,patient*,veteran*,soldier*,participant*,respondent*,user*,volunteer*,mother*,father*,parent*,mice,mouse,rat,rats,animal*,human*,cell,cells,placebo*,control*,group*,everybody,everyone,anybody,anyone,somebody,someone,i,we,you,he,she,they,them,him,her,us,our,ours,your,yours,their,theirs,his,hers,who,whom,whose,themselves,yourself,ourselves,nurse*}', 'Own list', '', '2026-11-29 04:58:17.630833+00'),
	(6, 'degrees', 2, 'Comparisons, directions and frequencies', '{more,less,fewer,most,least,many,few,much,all,every,each,any,some,several,both,either,only,just,even,same,similar*,differ*,equal*,than,better,worse,best,worst,high*,low*,larg*,small*,great*,lesser,increas*,decreas*,reduc*,rais*,rise,rises,rising,rose,fall,falls,falling,fell,drop*,grow*,grew,lessen*,improv*,worsen*,reliev*,relief,eas*,strong*,weak*,fast*,slow*,early,earlier,late,later,before,after,during,until,since,above,below,over,under,up,down,against,toward*,always,often,usual*,sometimes,rare*,seldom,frequent*,common*,typical*,mild*,severe*,serious*,moderate*,significan*,positive*,negative*,normal*,abnormal*,main*,major*,minor*,about,around,nearly,almost,exactly,approximately,total*,complete*,partial*,entire*,majorit*,minorit*,little,ample,negligib*,inside,outside,behind,ahead,beyond,considerabl*,very,relatively,comparatively}', 'Own list', '', '2026-11-29 04:58:17.631537+00'),
	(7, 'certainty', 3, 'Certainty, duty and reasoning', '{may,might,can,could,should,shall,must,will,would,need*,ought,perhaps,maybe,probabl*,possib*,impossib*,likel*,unlikel*,certain*,uncertain*,clear*,unclear*,known,unknown,sure,unsure,prove*,proof,proven,show,shows,showed,shown,suggest*,indicate*,evidence*,claim*,believe*,caus*,because,therefore,thus,hence,although,though,however,but,and,or,if,whether,whereas,while,yes,associat*,correlat*,link*,relat*,predict*,result*,conclu*,find,finds,found,finding*,true,truth*,fact,facts,doubt*,guarantee*,reported,reportedly,allege*,apparent*,seem*,is,are,was,were,be,been,being,am,has,have,had,having,do,does,did,done,from,into,between,among,*''ll,*''d,*''ve,*''re,*''m,dubious*,establish*}', 'Own list, after the hedges of the project''s claim rules', 'Some may take each other''s place: “may-be-swapped”.', '2026-11-29 04:58:17.632515+00'),
	(8, 'advice', 1, 'Safety, effect, advice and law', '{safe*,unsafe*,danger*,risk*,hazard*,benefi*,effect*,ineffect*,efficac*,useful*,useless*,help*,treat*,untreat*,cure,cures,cured,curing,heal*,remed*,therap*,prevent*,protect*,avoid*,stop*,start*,quit*,taper*,continue*,discontinu*,combin*,mix*,interact*,recommend*,advis*,advice,approv*,disapprov*,unapprov*,legal*,illegal*,lawful*,unlawful*,ban,banned,bans,law,laws,prohibit*,permit*,allow*,licen*,regulat*,schedul*,prescri*,medic*,drug*,supplement*,natural*,herb*,clinician*,doctor*,physician*,pharmacist*,emergenc*,urgent*,immediate*,crisis,warn*,caution*,necessar*,unnecessar*,require*,enough,sufficient*,tolera*,potent*,quality,pure,impure,contaminat*,adulterat*,right*,should,good,bad,healthy,unhealthy,tested,untested,tell*,told,call*,fear*,welcom*}', 'Own list, after the claim verbs of the project''s claim rules', '', '2026-11-29 04:58:17.633609+00'),
	(9, 'may-come-and-go', 1, 'Little words that a fix may put in and leave out', '{the,a,an,that,of}', 'Own list', 'None says anything alone. Not before numbers and words that compare: “few” is not “a few”. “to” is none of them: “is to take” is a duty.', '2026-11-29 04:58:17.634396+00'),
	(10, 'may-be-swapped', 1, 'Words that may take each other''s place', '{"is are","was were","has have","does do","this these","that those","programme program","programmes programs","catalogue catalog","catalogues catalogs","learnt learned"}', 'Agreement with the subject, and British and American spelling, where they are more than one slip apart', 'Nothing else differs between them.', '2026-11-29 04:58:17.634797+00'),
	(11, 'may-be-parted', 1, 'Words that may be parted or joined though they begin like a word that is turned round', '{"a lot","as well","in case","in front"}', 'Common mistakes', 'Other words may be parted or joined when every letter stays, and none of them is a prefix like “in” or “a”.', '2026-11-29 04:58:17.635214+00');

INSERT INTO public.articles_hiddenrow OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 1, '\x21ec21e1eca6063459ab95daca294a420b5a66e74b17cadb086f0b71a4fe00d5', 2, 5, '2026-11-29 04:58:19.75237+00', 'Nobody answers');

INSERT INTO public.articles_listing VALUES
	('safety', '2026-11-29 04:58:19.857827+00', 11, '2028-02-29 04:58:19.855142+00'),
	('', '2026-11-29 04:58:19.857827+00', 11, '2028-02-29 04:58:19.855142+00'),
	('safety', '2026-11-29 04:58:19.974686+00', 12, '2028-02-29 04:58:19.855142+00'),
	('', '2026-11-29 04:58:19.974686+00', 12, '2028-02-29 04:58:19.855142+00');

INSERT INTO public.articles_publicaddress VALUES
	('a-public-page', '2026-11-29 04:58:19.857827+00', 11, 11),
	('a-public-page', '2026-11-29 04:58:19.974686+00', 12, 11);

INSERT INTO public.articles_publication OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 1, '\x21ec21e1eca6063459ab95daca294a420b5a66e74b17cadb086f0b71a4fe00d5', '2026-11-29 04:58:18.581824+00', '2027-11-29 04:58:18.575412+00', 5, '2026-11-29 04:58:18.581824+00', 39, 2),
	(2, 2, 2, '\xcb3a686d558b25925bfcaf702ac4a791be6f3715b8f5477472d9eab04fdcb634', '2026-11-29 04:58:18.690059+00', '2126-11-29 04:58:18.684957+00', 5, '2026-11-29 04:58:18.690059+00', 39, 2),
	(3, 3, 3, '\xbff21c810c66e383444e16410460f17d540480a26fcbcd6d5b9b5ae939c927bd', '2026-11-29 04:58:18.868981+00', '2027-11-29 04:58:18.787611+00', 5, '2026-11-29 04:58:18.868981+00', 39, 2),
	(4, 4, 4, '\xb44a98c888bf73b5885ed6b686e6570b8075450e7a3a7eb82fd364d78808e49c', '2026-11-29 04:58:18.967833+00', '2027-11-29 04:58:18.962734+00', 5, '2026-11-29 04:58:18.967833+00', 39, 2),
	(5, 5, 5, '\x8de96a0b1009cecc2b9f333f2f040234f685d64d48c6819af491d6d23706ae2a', '2026-11-29 04:58:19.134473+00', '2027-11-29 04:58:19.051997+00', 5, '2026-11-29 04:58:19.134473+00', 39, 2),
	(6, 6, 6, '\xfdca24c5ccc645f8db627e7cd6e7f7615f287f6ab510507696b54d9ab48d8254', '2026-11-29 04:58:19.306806+00', '2027-11-29 04:58:19.220609+00', 5, '2026-11-29 04:58:19.306806+00', 39, 2),
	(7, 7, 7, '\xdd26cca113e5e17c4fbcecffa4f9b32b7c1b3126a10b536c4971faf9388df6b4', '2026-11-29 04:58:19.401849+00', '2126-11-29 04:58:19.397346+00', 5, '2026-11-29 04:58:19.401849+00', 39, 2),
	(8, 8, 8, '\xd713314cbface63398917714d58b71d40f251fc440cd2888d7def6c71b06450b', '2026-11-29 04:58:19.489632+00', '2126-11-29 04:58:19.484772+00', 5, '2026-11-29 04:58:19.489632+00', 39, 2),
	(9, 9, 9, '\x7baf4ba6db772814a46305b61f0c0d092bf8640cd76f65ff4872f7f597749e42', '2026-11-29 04:58:19.578358+00', '2126-11-29 04:58:19.573195+00', 5, '2026-11-29 04:58:19.578358+00', 39, 2),
	(10, 10, 10, '\x0665cbebd591d6f98746b695826908f659f4c6a85cbcadc624a67d9f79062458', '2026-11-29 04:58:19.666696+00', '2126-11-29 04:58:19.661891+00', 5, '2026-11-29 04:58:19.666696+00', 39, 2),
	(11, 11, 11, '\x9fb97364ea3e70a50714bab727932f7e5c5b8c34a3960be9a66d5f7ed2adf137', '2026-11-29 04:58:19.857827+00', '2028-02-29 04:58:19.855142+00', 5, '2026-11-29 04:58:19.857827+00', 39, 2),
	(12, 11, 12, '\x9778037b04df1c572251cc5d82db1a83dea26d756202547f360f50ed36395333', '2026-11-29 04:58:19.974686+00', '2028-02-29 04:58:19.855142+00', 5, '2026-11-29 04:58:19.974686+00', 39, 2);

INSERT INTO public.articles_reference VALUES
	(1, 0, 'yangb2023', 'Yang B, Yi S, Zhang R, Leong Bin Abdullah MFI', 'Adverse Psychological and Therapeutic Effects of Kratom (Mitragyna speciosa) Use: A Systematic Review', 'Malays J Med Health Sci', 2023, '19(5)', '218-236', '10.47836/mjmhs.19.5.31', '', '', '', NULL, 'systematic review', 4),
	(2, 1, 'papadi2022', 'Papadi G, Bakhiya N, Hirsch-Ernst KI', '', 'EFSA J', 2022, '20(Suppl 1)', 'e200415', '10.2903/j.efsa.2022.e200415', '35634550', '', '', NULL, 'other', 4),
	(3, 0, 'garcia2020', 'Garcia-Romeu A', 'Kratom: user demographics', '', 2020, '', '', '', '', '', '', NULL, 'survey', 11),
	(4, 0, 'garcia2020', 'Garcia-Romeu A', 'Kratom: user demographics', '', 2020, '', '', '', '', '', '', NULL, 'survey', 12);

INSERT INTO public.articles_rulebook VALUES
	(0, '2026-11-29 04:58:17.231175+00'),
	(1, '2026-11-29 04:58:17.582942+00'),
	(2, '2026-11-29 04:58:17.584526+00'),
	(3, '2026-11-29 04:58:17.585584+00'),
	(4, '2026-11-29 04:58:17.588295+00'),
	(5, '2026-11-29 04:58:17.589284+00'),
	(6, '2026-11-29 04:58:17.590411+00'),
	(7, '2026-11-29 04:58:17.591276+00'),
	(8, '2026-11-29 04:58:17.592362+00'),
	(9, '2026-11-29 04:58:17.593636+00'),
	(10, '2026-11-29 04:58:17.595028+00'),
	(11, '2026-11-29 04:58:17.596508+00'),
	(12, '2026-11-29 04:58:17.599248+00'),
	(13, '2026-11-29 04:58:17.601403+00'),
	(14, '2026-11-29 04:58:17.602444+00'),
	(15, '2026-11-29 04:58:17.603915+00'),
	(16, '2026-11-29 04:58:17.605009+00'),
	(17, '2026-11-29 04:58:17.606246+00'),
	(18, '2026-11-29 04:58:17.607392+00'),
	(19, '2026-11-29 04:58:17.60853+00'),
	(20, '2026-11-29 04:58:17.610154+00'),
	(21, '2026-11-29 04:58:17.610853+00'),
	(22, '2026-11-29 04:58:17.611532+00'),
	(23, '2026-11-29 04:58:17.612296+00'),
	(24, '2026-11-29 04:58:17.612947+00'),
	(25, '2026-11-29 04:58:17.613611+00'),
	(26, '2026-11-29 04:58:17.614265+00'),
	(27, '2026-11-29 04:58:17.614876+00'),
	(28, '2026-11-29 04:58:17.615507+00'),
	(29, '2026-11-29 04:58:17.616157+00'),
	(30, '2026-11-29 04:58:17.617613+00'),
	(31, '2026-11-29 04:58:17.618852+00'),
	(32, '2026-11-29 04:58:17.619622+00'),
	(33, '2026-11-29 04:58:17.620364+00'),
	(34, '2026-11-29 04:58:17.621137+00'),
	(35, '2026-11-29 04:58:17.623001+00'),
	(36, '2026-11-29 04:58:17.624128+00'),
	(37, '2026-11-29 04:58:17.624803+00'),
	(38, '2026-11-29 04:58:17.625469+00'),
	(39, '2026-11-29 04:58:17.62611+00');

INSERT INTO public.articles_statement OVERRIDING SYSTEM VALUE VALUES
	(1, 'crisis-help', 2, 'Crisis help', 'crisis', 'crisis-help-without-numbers', true, '{}', '{}', '{}', '{}', DEFAULT, '988 Lifeline and Veterans Crisis Line pages; Samaritans contact page; findahelpline.com; internationalmentalhealth.org (SAMHSA, 911); North Carolina Poison Control (table of help resources, D-CRISIS)', 'Only rows marked verified; each needs a person''s check before the first signature. The text repeats no number, so that hiding a row takes its number from the page. Left out: EU 112 (secondary source), EU 116 123 (verified for one country only), all numbers from memory.', '2026-11-29 04:58:17.617635+00', '2026-11-29 04:58:17.617635+00', 30, '720:00:00', NULL, ''),
	(2, 'crisis-help-without-numbers', 1, 'Crisis help without numbers', 'crisis', NULL, false, '{}', '{}', '{}', '{}', DEFAULT, 'D-CRISIS, without numbers; plain advice', 'Shown when the contacts are not signed or their check is overdue. Nothing in it can go out of date.', '2026-11-29 04:58:17.61886+00', '2026-11-29 04:58:17.61886+00', 31, NULL, NULL, ''),
	(3, 'regulatory-status', 2, 'US regulatory status', 'top', NULL, true, '{}', '{}', '{}', '{}', DEFAULT, 'D-REG: FDA text in reproductions; law-firm summaries', 'The FDA''s own page could not be opened when this was written: attach it as a reference before the first signature.', '2026-11-29 04:58:17.619628+00', '2026-11-29 04:58:17.619628+00', 32, '2160:00:00', NULL, ''),
	(4, 'evidence-status', 2, 'State of the evidence', 'top', NULL, true, '{}', '{}', '{}', '{}', DEFAULT, 'D-EVID: Yang 2023 (doi 10.47836/mjmhs.19.5.31); Papadi 2022 (PMID 35634550)', 'Claims no search of our own. The title of Papadi 2022 was not seen and stays blank.', '2026-11-29 04:58:17.620371+00', '2026-11-29 04:58:17.620371+00', 33, '4320:00:00', NULL, ''),
	(5, 'legal-status', 2, 'Legal status', 'about', NULL, false, '{ptsd,anxiety,depression,suicide,safety,7-oh,law}', '{law,laws,lawful*,unlawful*,legal*,illegal*,ban,bans,banned,banning,prohibit*,outlaw*,decriminali*,criminal*,scheduled,scheduling,"schedule i","schedule 1","controlled substance*","controlled drug*",travel*,abroad,customs,buy,buys,buying,bought,purchas*,sell,sells,selling,sold,seller*,sale,sales,import,imports,imported,importing,importation,export,exports,exported,exporting,"age limit*","minimum age","age restrict*",licence*,license*,licensing,possession}', '{}', '{}', DEFAULT, 'D-LEGAL: Rhode Island, Louisiana, Ohio and Kansas sources (variation and change)', 'The sentence about a table of places is left out: there is no such table.', '2026-11-29 04:58:17.621143+00', '2026-11-29 04:58:17.621143+00', 34, '2160:00:00', NULL, ''),
	(6, 'seven-oh-status', 2, '7-OH products', 'safety', NULL, false, '{safety,7-oh}', '{7-OH,7OH,7-hydroxymitragynine,7-hydroxy-mitragynine,hydroxymitragynine*,7-HMG,seven-oh,pseudoindoxyl*,extract*,enhanced,fortified,concentrate,concentrates,concentrated,shot,shots,gummy,gummies}', '{}', '{}', DEFAULT, 'D-7OH: Keller and Heckman, 24 July 2025; HealthDay, 29 July 2025 (secondary)', 'The outcome was not found when this was written: the checker completes the last sentence and attaches primary sources.', '2026-11-29 04:58:17.623008+00', '2026-11-29 04:58:17.623008+00', 35, '2160:00:00', NULL, ''),
	(7, 'notice-ended', 1, 'Notice: review has ended', 'notice', NULL, false, '{}', '{}', '{}', '{}', DEFAULT, 'House policy', 'Shown by the frame when a sign-off has ended.', '2026-11-29 04:58:17.624134+00', '2026-11-29 04:58:17.624134+00', 36, NULL, NULL, ''),
	(8, 'notice-revoked', 1, 'Notice: sign-off revoked', 'notice', NULL, false, '{}', '{}', '{}', '{}', DEFAULT, 'House policy', 'Shown by the frame when a sign-off was revoked. Names nobody and no reason.', '2026-11-29 04:58:17.62481+00', '2026-11-29 04:58:17.62481+00', 37, NULL, NULL, ''),
	(9, 'notice-taken-down', 1, 'Notice: taken down', 'notice', NULL, false, '{}', '{}', '{}', '{}', DEFAULT, 'House policy', 'Shown by the frame after a take-down. Gives no reason.', '2026-11-29 04:58:17.625475+00', '2026-11-29 04:58:17.625475+00', 38, NULL, NULL, ''),
	(10, 'notice-retracted', 1, 'Notice: retracted', 'notice', NULL, false, '{}', '{}', '{}', '{}', DEFAULT, 'House policy', 'Shown by the frame after a retraction (HTTP 410). Gives no details.', '2026-11-29 04:58:17.626115+00', '2026-11-29 04:58:17.626115+00', 39, NULL, NULL, '');

INSERT INTO public.articles_takedown OVERRIDING SYSTEM VALUE VALUES
	(1, 10, 10, 'taken down', 5, '2026-11-29 04:58:19.671834+00', 'Out of date');

INSERT INTO public.articles_topic VALUES
	(1, 'ptsd', 'PTSD and trauma'),
	(2, 'anxiety', 'Anxiety'),
	(3, 'depression', 'Depression'),
	(4, 'suicide', 'Suicide and self-harm'),
	(5, 'interactions', 'Interactions with medicines'),
	(6, 'dependence', 'Dependence and withdrawal'),
	(7, 'pregnancy', 'Pregnancy and breast-feeding'),
	(8, 'liver', 'Liver'),
	(9, 'safety', 'Safety'),
	(10, '7-oh', '7-OH and concentrated products'),
	(11, 'pharmacology', 'How it acts in the body'),
	(12, 'law', 'Law'),
	(13, 'history', 'History and botany');

INSERT INTO public.auth_group VALUES
	(1, 'Writer'),
	(2, 'Medical reviewer'),
	(3, 'Medical lead'),
	(4, 'Editor'),
	(5, 'Compliance'),
	(6, 'Administrator');

INSERT INTO public.auth_group_permissions VALUES
	(1, 1, 87),
	(2, 1, 56),
	(3, 1, 57),
	(4, 1, 58),
	(5, 1, 59),
	(6, 2, 71),
	(7, 2, 72),
	(8, 2, 76),
	(9, 2, 87),
	(10, 2, 58),
	(11, 3, 71),
	(12, 3, 72),
	(13, 3, 73),
	(14, 3, 76),
	(15, 3, 87),
	(16, 3, 58),
	(17, 4, 83),
	(18, 4, 87),
	(19, 4, 56),
	(20, 4, 57),
	(21, 4, 58),
	(22, 4, 59),
	(23, 4, 60),
	(24, 4, 61),
	(25, 5, 69),
	(26, 5, 77),
	(27, 5, 45),
	(28, 5, 83),
	(29, 5, 52),
	(30, 5, 85),
	(31, 5, 87),
	(32, 5, 58),
	(33, 5, 61),
	(34, 6, 12),
	(35, 6, 45),
	(36, 6, 46),
	(37, 6, 47),
	(38, 6, 49),
	(39, 6, 58);

INSERT INTO public.auth_permission VALUES
	(1, 'Can add log entry', 1, 'add_logentry'),
	(2, 'Can change log entry', 1, 'change_logentry'),
	(3, 'Can delete log entry', 1, 'delete_logentry'),
	(4, 'Can view log entry', 1, 'view_logentry'),
	(5, 'Can add permission', 2, 'add_permission'),
	(6, 'Can change permission', 2, 'change_permission'),
	(7, 'Can delete permission', 2, 'delete_permission'),
	(8, 'Can view permission', 2, 'view_permission'),
	(9, 'Can add group', 3, 'add_group'),
	(10, 'Can change group', 3, 'change_group'),
	(11, 'Can delete group', 3, 'delete_group'),
	(12, 'Can view group', 3, 'view_group'),
	(13, 'Can add content type', 4, 'add_contenttype'),
	(14, 'Can change content type', 4, 'change_contenttype'),
	(15, 'Can delete content type', 4, 'delete_contenttype'),
	(16, 'Can view content type', 4, 'view_contenttype'),
	(17, 'Can add session', 5, 'add_session'),
	(18, 'Can change session', 5, 'change_session'),
	(19, 'Can delete session', 5, 'delete_session'),
	(20, 'Can view session', 5, 'view_session'),
	(21, 'Can add email address', 6, 'add_emailaddress'),
	(22, 'Can change email address', 6, 'change_emailaddress'),
	(23, 'Can delete email address', 6, 'delete_emailaddress'),
	(24, 'Can view email address', 6, 'view_emailaddress'),
	(25, 'Can add email confirmation', 7, 'add_emailconfirmation'),
	(26, 'Can change email confirmation', 7, 'change_emailconfirmation'),
	(27, 'Can delete email confirmation', 7, 'delete_emailconfirmation'),
	(28, 'Can view email confirmation', 7, 'view_emailconfirmation'),
	(29, 'Can add authenticator', 8, 'add_authenticator'),
	(30, 'Can change authenticator', 8, 'change_authenticator'),
	(31, 'Can delete authenticator', 8, 'delete_authenticator'),
	(32, 'Can view authenticator', 8, 'view_authenticator'),
	(33, 'Can add user session', 9, 'add_usersession'),
	(34, 'Can change user session', 9, 'change_usersession'),
	(35, 'Can delete user session', 9, 'delete_usersession'),
	(36, 'Can view user session', 9, 'view_usersession'),
	(37, 'Can add revision', 10, 'add_revision'),
	(38, 'Can change revision', 10, 'change_revision'),
	(39, 'Can delete revision', 10, 'delete_revision'),
	(40, 'Can view revision', 10, 'view_revision'),
	(41, 'Can add version', 11, 'add_version'),
	(42, 'Can change version', 11, 'change_version'),
	(43, 'Can delete version', 11, 'delete_version'),
	(44, 'Can view version', 11, 'view_version'),
	(45, 'Can view audit trail entry', 12, 'view_entry'),
	(46, 'Can add person', 13, 'add_person'),
	(47, 'Can change person', 13, 'change_person'),
	(48, 'Can delete person', 13, 'delete_person'),
	(49, 'Can view person', 13, 'view_person'),
	(50, 'Can view checkpoint', 14, 'view_checkpoint');
INSERT INTO public.auth_permission VALUES
	(51, 'Can view disclaimer', 15, 'view_disclaimer'),
	(52, 'Can adopt disclaimers and rules for statements', 15, 'adopt_rules'),
	(53, 'Can view draft save', 16, 'view_draftsave'),
	(54, 'Can view edition', 17, 'view_edition'),
	(55, 'Can view publication', 19, 'view_publication'),
	(56, 'Can add article', 20, 'add_article'),
	(57, 'Can change article', 20, 'change_article'),
	(58, 'Can view article', 20, 'view_article'),
	(59, 'Can submit a draft for review', 20, 'submit'),
	(60, 'Can publish a signed edition', 20, 'publish'),
	(61, 'Can take a page down', 20, 'take_down'),
	(62, 'Can view take-down', 21, 'view_takedown'),
	(63, 'Can view topic', 23, 'view_topic'),
	(64, 'Can view hidden row', 27, 'view_hiddenrow'),
	(65, 'Can view fix', 28, 'view_fix'),
	(66, 'Can view rule for a statement', 29, 'view_statementrule'),
	(67, 'Can view appointment', 30, 'view_appointment'),
	(68, 'Can view credential', 31, 'view_credential'),
	(69, 'Can register, verify and suspend credentials', 31, 'verify_credential'),
	(70, 'Can view verdict', 32, 'view_verdict'),
	(71, 'Can request changes to an edition', 32, 'request_changes'),
	(72, 'Can refuse an article', 32, 'refuse'),
	(73, 'Can overrule a refusal', 32, 'overrule'),
	(74, 'Can view policy', 33, 'view_policy'),
	(75, 'Can view sign-off', 34, 'view_signoff'),
	(76, 'Can sign an edition', 34, 'sign_off'),
	(77, 'Can revoke another''s sign-off', 34, 'revoke_any'),
	(78, 'Can view verification', 36, 'view_verification'),
	(79, 'Can view suspension', 37, 'view_suspension'),
	(80, 'Can view lift', 38, 'view_lift'),
	(81, 'Can view revocation', 39, 'view_revocation'),
	(82, 'Can view chosen tier', 40, 'view_chosentier'),
	(83, 'Can choose the tier of an article', 40, 'choose_tier'),
	(84, 'Can view re-check', 41, 'view_recheck'),
	(85, 'Can say that a statement is still true', 41, 'recheck'),
	(86, 'Can view safety notice', 42, 'view_notice'),
	(87, 'Can write a safety notice', 42, 'draft_notice'),
	(88, 'Can view notice signature', 43, 'view_noticesignature'),
	(89, 'Can view notice publication', 44, 'view_noticepublication'),
	(90, 'Can view notice end', 45, 'view_noticeend');

INSERT INTO public.cms_chain VALUES
	(true, 0);

INSERT INTO public.cms_checkpoint VALUES
	(68, '\x6b42fb3b9a7da73ed495a0d46bec8df00a21247ae809b5719ec9468d85ec2dc1', 'localhost/signed-leaf
68
a0L7O5p9pz7UlaDUa+yN8AohJHroCbVxnslGjYXsLcE=

— localhost/signed-leaf c2lnbmF0dXJl
', '2026-11-29 04:58:20.423887+00');

INSERT INTO public.cms_entry VALUES
	(0, DEFAULT, '\x0000000000000000000000000000000000000000000000000000000000000000', '2026-11-29 04:58:17.764499+00', '\x7b22616374223a22656e726f6c20736563726574222c226163746f72223a332c226174223a22323032362d31312d32395430343a35383a31372e3736343439395a222c226c6f67696e223a226c6561665f617070222c22706572736f6e223a332c22736563726574223a312c22736571223a307d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(1, DEFAULT, '\x1f5e7838cfc5eac890834d6b8a9fb12c6e12d88de36b681aebaab6af0246f8ea', '2026-11-29 04:58:17.840644+00', '\x7b22616374223a22656e726f6c20736563726574222c226163746f72223a342c226174223a22323032362d31312d32395430343a35383a31372e3834303634345a222c226c6f67696e223a226c6561665f617070222c22706572736f6e223a342c22736563726574223a322c22736571223a317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(2, DEFAULT, '\xfe4a688ffb6596f163912306ffab581849a22cc6cf74340e0f3ca68ed799508b', '2026-11-29 04:58:17.917138+00', '\x7b22616374223a22656e726f6c20736563726574222c226163746f72223a362c226174223a22323032362d31312d32395430343a35383a31372e3931373133385a222c226c6f67696e223a226c6561665f617070222c22706572736f6e223a362c22736563726574223a332c22736571223a327d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(3, DEFAULT, '\xaa50cf7683665fb047f13d96912923f42626581183ac949835144d331f765115', '2026-11-29 04:58:17.994894+00', '\x7b22616374223a22656e726f6c20736563726574222c226163746f72223a372c226174223a22323032362d31312d32395430343a35383a31372e3939343839345a222c226c6f67696e223a226c6561665f617070222c22706572736f6e223a372c22736563726574223a342c22736571223a337d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(4, DEFAULT, '\xcbd6259ffb67339b5b9c1a7fc1ca00f7bcfe0e2f6891a49000136afad488852d', '2026-11-29 04:58:18.070135+00', '\x7b22616374223a22656e726f6c20736563726574222c226163746f72223a382c226174223a22323032362d31312d32395430343a35383a31382e3037303133355a222c226c6f67696e223a226c6561665f617070222c22706572736f6e223a382c22736563726574223a352c22736571223a347d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(5, DEFAULT, '\x05ddba6df161efab2e10bdf70c9989633ae932b1e7456dc5bdc980730bdf1b6b', '2026-11-29 04:58:18.081033+00', '\x7b22616374223a226170706f696e74222c226163746f72223a6e756c6c2c226170706f696e746d656e74223a312c226174223a22323032362d31312d32395430343a35383a31382e3038313033335a222c226c6f67696e223a226c6561665f6f776e6572222c226f6666696365223a22636f6d706c69616e6365222c22706572736f6e223a362c22736571223a357d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(6, DEFAULT, '\xc13d1440f938a0778d07d0e55dbeff9a944deccd967d67dac0ccde9cbabdda68', '2026-11-29 04:58:18.090244+00', '\x7b22616374223a226170706f696e74222c226163746f72223a6e756c6c2c226170706f696e746d656e74223a322c226174223a22323032362d31312d32395430343a35383a31382e3039303234345a222c226c6f67696e223a226c6561665f6f776e6572222c226f6666696365223a226d65646963616c206c656164222c22706572736f6e223a372c22736571223a367d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(7, DEFAULT, '\x6a3633e1c9d6a420aea1a121a37e603254d624694b4c18bf58289a59dc171f25', '2026-11-29 04:58:18.178673+00', '\x7b22616374223a227665726966792063726564656e7469616c222c226163746f72223a362c226174223a22323032362d31312d32395430343a35383a31382e3137383637335a222c2263726564656e7469616c223a312c226661637473223a2266626336633938343036643362363361656538383231646630316262303362616562653532656565353862393963346436366232633534363861646535393562222c226c6f67696e223a226c6561665f617070222c22706572736f6e223a332c22736571223a372c22766572696669636174696f6e223a317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(8, DEFAULT, '\x9e1d593a6ff815217f027f84f69ddee077ec726f843d53dcef68c798157edef1', '2026-11-29 04:58:18.255914+00', '\x7b22616374223a227665726966792063726564656e7469616c222c226163746f72223a362c226174223a22323032362d31312d32395430343a35383a31382e3235353931345a222c2263726564656e7469616c223a322c226661637473223a2233326234326661623930636639363436306238323830643765313936313430316433336466303735353662373463373638613033343634383464636361313637222c226c6f67696e223a226c6561665f617070222c22706572736f6e223a342c22736571223a382c22766572696669636174696f6e223a327d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(9, DEFAULT, '\x465e7f37d7fd50e243ca4c0af4a711a76008fd3675e9b61593e100d291123018', '2026-11-29 04:58:18.333238+00', '\x7b22616374223a227665726966792063726564656e7469616c222c226163746f72223a362c226174223a22323032362d31312d32395430343a35383a31382e3333333233385a222c2263726564656e7469616c223a332c226661637473223a2261626136643337376361313862366565393132393834626565663561343134333462623866316564613537626632656134356666633234656663376162653330222c226c6f67696e223a226c6561665f617070222c22706572736f6e223a372c22736571223a392c22766572696669636174696f6e223a337d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(10, DEFAULT, '\xc955c0d07a78244b9b88b0be89f8bb72fd8c0729bd4de060d12c36a295afd6ea', '2026-11-29 04:58:18.409677+00', '\x7b22616374223a227665726966792063726564656e7469616c222c226163746f72223a362c226174223a22323032362d31312d32395430343a35383a31382e3430393637375a222c2263726564656e7469616c223a342c226661637473223a2233663331343830323937393833613164616464353361643334373061336262653032616464303762383235616138623037623262633166323835633138393437222c226c6f67696e223a226c6561665f617070222c22706572736f6e223a382c22736571223a31302c22766572696669636174696f6e223a347d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(11, DEFAULT, '\x242c25a1be48e28591071a425fed17a3b925a660704903274aa5a4ac3a2a34ff', '2026-11-29 04:58:18.499223+00', '\x7b22616374223a227375626d6974222c226163746f72223a312c2261727469636c65223a312c226174223a22323032362d31312d32395430343a35383a31382e3439393232335a222c22646967657374223a2232316563323165316563613630363334353961623935646163613239346134323062356136366537346231376361646230383666306237316134666530306435222c2265646974696f6e223a312c226c6f67696e223a226c6561665f617070222c226e756d626572223a312c22736571223a31317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(12, DEFAULT, '\x5b55ff1a62476b57fe4239ba5c2cd25e7b3276a0af317884b637fcbc65349f7a', '2026-11-29 04:58:18.57736+00', '\x7b22616374223a227369676e206f6666222c226163746f72223a332c2261727469636c65223a312c226174223a22323032362d31312d32395430343a35383a31382e3537373336305a222c2263726564656e7469616c223a312c22646967657374223a2232316563323165316563613630363334353961623935646163613239346134323062356136366537346231376361646230383666306237316134666530306435222c2265646974696f6e223a312c226661637473223a2232306236333033353834383338623137316431356565346232663961336337303038396663303964656663346464646639306436616234663938336236346432222c226c6f67696e223a226c6561665f617070222c226d65616e696e67223a226d65646963616c206163637572616379222c22736571223a31322c227369676e5f6f6666223a312c22766572696669636174696f6e223a317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(13, DEFAULT, '\xd4c84310fbe72232570588dd3e4ae997c370a3416c589b78540f0aa0bd9e2a92', '2026-11-29 04:58:18.600396+00', '\x7b22616374223a227075626c697368222c226163746f72223a352c2261727469636c65223a312c226174223a22323032362d31312d32395430343a35383a31382e3630303339365a222c22646967657374223a2232316563323165316563613630363334353961623935646163613239346134323062356136366537346231376361646230383666306237316134666530306435222c2265646974696f6e223a312c226661637473223a2263303532613838323033373936326630636462366537663062376466643266663836663130333231363838383637396665373639303465393936333165326536222c226c6f67696e223a226c6561665f617070222c227075626c69636174696f6e223a312c22736571223a31332c227374617274735f6174223a22323032362d31312d32395430343a35383a31382e3538313832345a227d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(14, DEFAULT, '\x7e29f1d0a8c691c657217be155fafc5f32246525d8afeb59ea4175bfedbf0ab0', '2026-11-29 04:58:18.609537+00', '\x7b22616374223a227375626d6974222c226163746f72223a312c2261727469636c65223a322c226174223a22323032362d31312d32395430343a35383a31382e3630393533375a222c22646967657374223a2263623361363836643535386232353932356266636166373032616334613739316265366633373135623866353437373437326439656162303466646362363334222c2265646974696f6e223a322c226c6f67696e223a226c6561665f617070222c226e756d626572223a312c22736571223a31347d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(15, DEFAULT, '\xda527a1a37d6c4335c454f0e93560944e728d183a6251c260fc3e581e3cdc841', '2026-11-29 04:58:18.685896+00', '\x7b22616374223a227369676e206f6666222c226163746f72223a332c2261727469636c65223a322c226174223a22323032362d31312d32395430343a35383a31382e3638353839365a222c2263726564656e7469616c223a312c22646967657374223a2263623361363836643535386232353932356266636166373032616334613739316265366633373135623866353437373437326439656162303466646362363334222c2265646974696f6e223a322c226661637473223a2265396333643437623936323035623731316561656134343065613236636234393166343561306462633933333532373266663836613833636331303864613130222c226c6f67696e223a226c6561665f617070222c226d65616e696e67223a226d65646963616c206163637572616379222c22736571223a31352c227369676e5f6f6666223a322c22766572696669636174696f6e223a317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(16, DEFAULT, '\x32c6a33f5dbd21aeab4bac3e96876c4990a9e7196e36083892cf459ce8b43dda', '2026-11-29 04:58:18.703816+00', '\x7b22616374223a227075626c697368222c226163746f72223a352c2261727469636c65223a322c226174223a22323032362d31312d32395430343a35383a31382e3730333831365a222c22646967657374223a2263623361363836643535386232353932356266636166373032616334613739316265366633373135623866353437373437326439656162303466646362363334222c2265646974696f6e223a322c226661637473223a2262646462613131393037636630663465316363623232363735636534646631646634633134653663666136393433363066376636333735386662393330626639222c226c6f67696e223a226c6561665f617070222c227075626c69636174696f6e223a322c22736571223a31362c227374617274735f6174223a22323032362d31312d32395430343a35383a31382e3639303035395a227d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(17, DEFAULT, '\x00e749a8e8258c77de7606bafdc019322fb4cffbb88c743953974065718cb1af', '2026-11-29 04:58:18.71266+00', '\x7b22616374223a227375626d6974222c226163746f72223a312c2261727469636c65223a332c226174223a22323032362d31312d32395430343a35383a31382e3731323636305a222c22646967657374223a2262666632316338313063363665333833343434653136343130343630663137643534303438306132366663626364366435623962356165393339633932376264222c2265646974696f6e223a332c226c6f67696e223a226c6561665f617070222c226e756d626572223a312c22736571223a31377d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(18, DEFAULT, '\x9e89e5baa701d386a8c6286e747e640956e72cc46e10b07f12a27cef638499fa', '2026-11-29 04:58:18.788616+00', '\x7b22616374223a227369676e206f6666222c226163746f72223a332c2261727469636c65223a332c226174223a22323032362d31312d32395430343a35383a31382e3738383631365a222c2263726564656e7469616c223a312c22646967657374223a2262666632316338313063363665333833343434653136343130343630663137643534303438306132366663626364366435623962356165393339633932376264222c2265646974696f6e223a332c226661637473223a2266383263306631353630383836343632623337393632643466383962656663346533633131373963303764376632376466323065316436656466646236363461222c226c6f67696e223a226c6561665f617070222c226d65616e696e67223a226d65646963616c206163637572616379222c22736571223a31382c227369676e5f6f6666223a332c22766572696669636174696f6e223a317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(19, DEFAULT, '\xd4d37e9c91663ad03dbe6ab5567f127f1b352242be4bf1a41ad6c715e009faf2', '2026-11-29 04:58:18.864382+00', '\x7b22616374223a227369676e206f6666222c226163746f72223a382c2261727469636c65223a332c226174223a22323032362d31312d32395430343a35383a31382e3836343338325a222c2263726564656e7469616c223a342c22646967657374223a2262666632316338313063363665333833343434653136343130343630663137643534303438306132366663626364366435623962356165393339633932376264222c2265646974696f6e223a332c226661637473223a2232356432346630346339353432306631323863613832396263346364323437666563313261346662303330316238383736613633313532633663383930663330222c226c6f67696e223a226c6561665f617070222c226d65616e696e67223a226c6567616c20636865636b222c22736571223a31392c227369676e5f6f6666223a342c22766572696669636174696f6e223a347d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(20, DEFAULT, '\x79320ec4898c2773081fb3083620512ff70fdbc4af214452cb2ed23851667d9e', '2026-11-29 04:58:18.878371+00', '\x7b22616374223a227075626c697368222c226163746f72223a352c2261727469636c65223a332c226174223a22323032362d31312d32395430343a35383a31382e3837383337315a222c22646967657374223a2262666632316338313063363665333833343434653136343130343630663137643534303438306132366663626364366435623962356165393339633932376264222c2265646974696f6e223a332c226661637473223a2236623536353134666336393935363838643333616633373239393965363165643161663635623664396363316630666331643235653732373461373931626663222c226c6f67696e223a226c6561665f617070222c227075626c69636174696f6e223a332c22736571223a32302c227374617274735f6174223a22323032362d31312d32395430343a35383a31382e3836383938315a227d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(21, DEFAULT, '\xb697134824c4fadebb2c82b20f0c374fa783dd49dc1762999415d046026f3f68', '2026-11-29 04:58:18.887592+00', '\x7b22616374223a227375626d6974222c226163746f72223a312c2261727469636c65223a342c226174223a22323032362d31312d32395430343a35383a31382e3838373539325a222c22646967657374223a2262343461393863383838626637336235383835656436623638366536353730623830373534353065376133613765623832666433363464373838303865343963222c2265646974696f6e223a342c226c6f67696e223a226c6561665f617070222c226e756d626572223a312c22736571223a32317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(22, DEFAULT, '\x25c53bfdbab9eb1b41c908cbc7b8f5285a981dba71c1a835cf70b49495b087ce', '2026-11-29 04:58:18.96382+00', '\x7b22616374223a227369676e206f6666222c226163746f72223a332c2261727469636c65223a342c226174223a22323032362d31312d32395430343a35383a31382e3936333832305a222c2263726564656e7469616c223a312c22646967657374223a2262343461393863383838626637336235383835656436623638366536353730623830373534353065376133613765623832666433363464373838303865343963222c2265646974696f6e223a342c226661637473223a2262613834323033313531353565306439633965333161373266393235303166393036626534376139626162643361376633303138663030363836663763623165222c226c6f67696e223a226c6561665f617070222c226d65616e696e67223a226d65646963616c206163637572616379222c22736571223a32322c227369676e5f6f6666223a352c22766572696669636174696f6e223a317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(23, DEFAULT, '\x2463e023f67bcb3a2057be82bcb385b6c18e956d2ca23eb5a91524cbf4bad0b8', '2026-11-29 04:58:18.970584+00', '\x7b22616374223a227075626c697368222c226163746f72223a352c2261727469636c65223a342c226174223a22323032362d31312d32395430343a35383a31382e3937303538345a222c22646967657374223a2262343461393863383838626637336235383835656436623638366536353730623830373534353065376133613765623832666433363464373838303865343963222c2265646974696f6e223a342c226661637473223a2263613937343835333264653537383432613034353639646131363035353262393439626266613138366161393235393232616132373365333135373238306531222c226c6f67696e223a226c6561665f617070222c227075626c69636174696f6e223a342c22736571223a32332c227374617274735f6174223a22323032362d31312d32395430343a35383a31382e3936373833335a227d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(24, DEFAULT, '\x7e472355c7bcd3a730fd56a918b8ce01c75340bcd5bdd74e3587457a4a358e3f', '2026-11-29 04:58:18.977404+00', '\x7b22616374223a227375626d6974222c226163746f72223a312c2261727469636c65223a352c226174223a22323032362d31312d32395430343a35383a31382e3937373430345a222c22646967657374223a2238646539366130623130303963656363326239663333336632663034303233346636383564363464343863363831396166343931643664323337303661653261222c2265646974696f6e223a352c226c6f67696e223a226c6561665f617070222c226e756d626572223a312c22736571223a32347d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(25, DEFAULT, '\xcd0717705fc6ba3a8d1368013dc13dbb1c692539dfe66fac8c6e28806917c5de', '2026-11-29 04:58:19.053062+00', '\x7b22616374223a227369676e206f6666222c226163746f72223a332c2261727469636c65223a352c226174223a22323032362d31312d32395430343a35383a31392e3035333036325a222c2263726564656e7469616c223a312c22646967657374223a2238646539366130623130303963656363326239663333336632663034303233346636383564363464343863363831396166343931643664323337303661653261222c2265646974696f6e223a352c226661637473223a2237643337336130343538656532326561313732316531303439383836616164643866323664663061343533396530323430393161663164353065626339656439222c226c6f67696e223a226c6561665f617070222c226d65616e696e67223a226d65646963616c206163637572616379222c22736571223a32352c227369676e5f6f6666223a362c22766572696669636174696f6e223a317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(26, DEFAULT, '\x6d14f36c03633b5482ab0f24e9c2549ac90c8a666c55eaea8e183c52eef989d9', '2026-11-29 04:58:19.130095+00', '\x7b22616374223a227369676e206f6666222c226163746f72223a382c2261727469636c65223a352c226174223a22323032362d31312d32395430343a35383a31392e3133303039355a222c2263726564656e7469616c223a342c22646967657374223a2238646539366130623130303963656363326239663333336632663034303233346636383564363464343863363831396166343931643664323337303661653261222c2265646974696f6e223a352c226661637473223a2236613361323836336465613663393130373536343062633266616633616637353466333432313536396439333061383438366637303433383433613634343732222c226c6f67696e223a226c6561665f617070222c226d65616e696e67223a226c6567616c20636865636b222c22736571223a32362c227369676e5f6f6666223a372c22766572696669636174696f6e223a347d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(27, DEFAULT, '\x87b5690e00e2a848a5de9c9207c15fa892b3f2248a4cea9f7edb5e38728b756f', '2026-11-29 04:58:19.137367+00', '\x7b22616374223a227075626c697368222c226163746f72223a352c2261727469636c65223a352c226174223a22323032362d31312d32395430343a35383a31392e3133373336375a222c22646967657374223a2238646539366130623130303963656363326239663333336632663034303233346636383564363464343863363831396166343931643664323337303661653261222c2265646974696f6e223a352c226661637473223a2234373032303131616332616365666165386563333931653362353835313862343965353037303533376132383538306638383765653865393461613339343931222c226c6f67696e223a226c6561665f617070222c227075626c69636174696f6e223a352c22736571223a32372c227374617274735f6174223a22323032362d31312d32395430343a35383a31392e3133343437335a227d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(28, DEFAULT, '\x1ba5ae2a32c1a3ae6bcdc87644ce7ef9b7b7bbad8be8b557a0308ad1f7b104f6', '2026-11-29 04:58:19.145382+00', '\x7b22616374223a227375626d6974222c226163746f72223a312c2261727469636c65223a362c226174223a22323032362d31312d32395430343a35383a31392e3134353338325a222c22646967657374223a2266646361323463356363633634356638646236323765376364366537663736313566323837663661623531303530373639366235346439616234386438323534222c2265646974696f6e223a362c226c6f67696e223a226c6561665f617070222c226e756d626572223a312c22736571223a32387d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(29, DEFAULT, '\x1534b049f6df0856c53c89e01002b65f39cf58ada3e73e83a16c325a6fe04afa', '2026-11-29 04:58:19.221281+00', '\x7b22616374223a227369676e206f6666222c226163746f72223a332c2261727469636c65223a362c226174223a22323032362d31312d32395430343a35383a31392e3232313238315a222c2263726564656e7469616c223a312c22646967657374223a2266646361323463356363633634356638646236323765376364366537663736313566323837663661623531303530373639366235346439616234386438323534222c2265646974696f6e223a362c226661637473223a2266356466323839376463303435396662386662333238396237396631653535653931376233343432313130626665653636653966373534613737623637333664222c226c6f67696e223a226c6561665f617070222c226d65616e696e67223a226d65646963616c206163637572616379222c22736571223a32392c227369676e5f6f6666223a382c22766572696669636174696f6e223a317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(30, DEFAULT, '\x6cc9455570a14f1f85394baf6df09b027fdd22df510026504c8d3baa95c335cd', '2026-11-29 04:58:19.30175+00', '\x7b22616374223a227369676e206f6666222c226163746f72223a382c2261727469636c65223a362c226174223a22323032362d31312d32395430343a35383a31392e3330313735305a222c2263726564656e7469616c223a342c22646967657374223a2266646361323463356363633634356638646236323765376364366537663736313566323837663661623531303530373639366235346439616234386438323534222c2265646974696f6e223a362c226661637473223a2264383634336637346433653235316332623730323863643839323266303963666263383965646261633065333534336534626264303865306131666136373662222c226c6f67696e223a226c6561665f617070222c226d65616e696e67223a226c6567616c20636865636b222c22736571223a33302c227369676e5f6f6666223a392c22766572696669636174696f6e223a347d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(31, DEFAULT, '\x7ae692cacc2b5c142df2ed40a10138f8f34a63b02582484b3e9bcd19db535176', '2026-11-29 04:58:19.310404+00', '\x7b22616374223a227075626c697368222c226163746f72223a352c2261727469636c65223a362c226174223a22323032362d31312d32395430343a35383a31392e3331303430345a222c22646967657374223a2266646361323463356363633634356638646236323765376364366537663736313566323837663661623531303530373639366235346439616234386438323534222c2265646974696f6e223a362c226661637473223a2234346631316165376131396264363063323832396134376634356437303331356462306135333832653032373336623231366130626438643737376563353862222c226c6f67696e223a226c6561665f617070222c227075626c69636174696f6e223a362c22736571223a33312c227374617274735f6174223a22323032362d31312d32395430343a35383a31392e3330363830365a227d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(32, DEFAULT, '\x5eb741218628c773cb6f53fb0d52adc0275c924b1fc37c0f29b9705b428d8243', '2026-11-29 04:58:19.320379+00', '\x7b22616374223a227375626d6974222c226163746f72223a312c2261727469636c65223a372c226174223a22323032362d31312d32395430343a35383a31392e3332303337395a222c22646967657374223a2264643236636361313133653565313763346662636563666661346639623332623763316233313236613130623533366334393731666166393338386466366234222c2265646974696f6e223a372c226c6f67696e223a226c6561665f617070222c226e756d626572223a312c22736571223a33327d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(33, DEFAULT, '\xecc9f4b1234871c5909636f07d06551a40f4872868589b220bd227d3a3f25271', '2026-11-29 04:58:19.397944+00', '\x7b22616374223a227369676e206f6666222c226163746f72223a332c2261727469636c65223a372c226174223a22323032362d31312d32395430343a35383a31392e3339373934345a222c2263726564656e7469616c223a312c22646967657374223a2264643236636361313133653565313763346662636563666661346639623332623763316233313236613130623533366334393731666166393338386466366234222c2265646974696f6e223a372c226661637473223a2234313538383031383939643736303534636564616564633630383139653265623264346139633331633839616331656261396232363432333733356663623364222c226c6f67696e223a226c6561665f617070222c226d65616e696e67223a226d65646963616c206163637572616379222c22736571223a33332c227369676e5f6f6666223a31302c22766572696669636174696f6e223a317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(34, DEFAULT, '\xf444ef6597a786f71afe845b81af1028f829c25803228417b49d2cb7bc9706f4', '2026-11-29 04:58:19.40339+00', '\x7b22616374223a227075626c697368222c226163746f72223a352c2261727469636c65223a372c226174223a22323032362d31312d32395430343a35383a31392e3430333339305a222c22646967657374223a2264643236636361313133653565313763346662636563666661346639623332623763316233313236613130623533366334393731666166393338386466366234222c2265646974696f6e223a372c226661637473223a2238363237363937663039363033613539353037646639626461643565393838613030383832633433626538616132613738373036323266386437643538633836222c226c6f67696e223a226c6561665f617070222c227075626c69636174696f6e223a372c22736571223a33342c227374617274735f6174223a22323032362d31312d32395430343a35383a31392e3430313834395a227d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(35, DEFAULT, '\xb287357f25d674977d70320f57fe9e69b01e556c1b06f4c6257eb2f4c06d2bbe', '2026-11-29 04:58:19.409643+00', '\x7b22616374223a227375626d6974222c226163746f72223a312c2261727469636c65223a382c226174223a22323032362d31312d32395430343a35383a31392e3430393634335a222c22646967657374223a2264373133333134636266616365363333393839313737313464353862373164343066323531666334343063643238383864376465663663373162303634353062222c2265646974696f6e223a382c226c6f67696e223a226c6561665f617070222c226e756d626572223a312c22736571223a33357d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(36, DEFAULT, '\xc81ea7e8a19493ad57634d628f054ec28f6a283eaa119407c8b809f6a3b9a90e', '2026-11-29 04:58:19.485374+00', '\x7b22616374223a227369676e206f6666222c226163746f72223a332c2261727469636c65223a382c226174223a22323032362d31312d32395430343a35383a31392e3438353337345a222c2263726564656e7469616c223a312c22646967657374223a2264373133333134636266616365363333393839313737313464353862373164343066323531666334343063643238383864376465663663373162303634353062222c2265646974696f6e223a382c226661637473223a2261393162393238636465623239393738326561326138666430323365363262383339396535626433623066636566393438343634363833396431623937336233222c226c6f67696e223a226c6561665f617070222c226d65616e696e67223a226d65646963616c206163637572616379222c22736571223a33362c227369676e5f6f6666223a31312c22766572696669636174696f6e223a317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(37, DEFAULT, '\xc5a4b49edfa4d784d06a95f0ba5830efddc24c3e3c3e28951f66d3620da6f3a0', '2026-11-29 04:58:19.491162+00', '\x7b22616374223a227075626c697368222c226163746f72223a352c2261727469636c65223a382c226174223a22323032362d31312d32395430343a35383a31392e3439313136325a222c22646967657374223a2264373133333134636266616365363333393839313737313464353862373164343066323531666334343063643238383864376465663663373162303634353062222c2265646974696f6e223a382c226661637473223a2231383030666332333837616363636132343032343661333535643739383661316630343830303766383864393030323162333932616530633137623030393834222c226c6f67696e223a226c6561665f617070222c227075626c69636174696f6e223a382c22736571223a33372c227374617274735f6174223a22323032362d31312d32395430343a35383a31392e3438393633325a227d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(38, DEFAULT, '\xc91f37edda738d629037c415f7d3b24f9937be01a4f1c47846bb647d1e32c84d', '2026-11-29 04:58:19.497981+00', '\x7b22616374223a227375626d6974222c226163746f72223a312c2261727469636c65223a392c226174223a22323032362d31312d32395430343a35383a31392e3439373938315a222c22646967657374223a2237626166346261366462373732383134613436333035623631663063306430393262663836343063643736663635666634383732663766353937373439653432222c2265646974696f6e223a392c226c6f67696e223a226c6561665f617070222c226e756d626572223a312c22736571223a33387d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(39, DEFAULT, '\x2cab91485d76177b359afa0bb742ea0a8aece46d29bb5b77b72edf9ae66157a7', '2026-11-29 04:58:19.574092+00', '\x7b22616374223a227369676e206f6666222c226163746f72223a332c2261727469636c65223a392c226174223a22323032362d31312d32395430343a35383a31392e3537343039325a222c2263726564656e7469616c223a312c22646967657374223a2237626166346261366462373732383134613436333035623631663063306430393262663836343063643736663635666634383732663766353937373439653432222c2265646974696f6e223a392c226661637473223a2235373135303230313231376463633436633838313261373333383634396262316236376564636634343263663035383464313361343835333434666561393061222c226c6f67696e223a226c6561665f617070222c226d65616e696e67223a226d65646963616c206163637572616379222c22736571223a33392c227369676e5f6f6666223a31322c22766572696669636174696f6e223a317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(40, DEFAULT, '\x6b2283a6f5dcab02f7194017d501e8cacd9486a3a67510d9980cedd72f27a6fd', '2026-11-29 04:58:19.579895+00', '\x7b22616374223a227075626c697368222c226163746f72223a352c2261727469636c65223a392c226174223a22323032362d31312d32395430343a35383a31392e3537393839355a222c22646967657374223a2237626166346261366462373732383134613436333035623631663063306430393262663836343063643736663635666634383732663766353937373439653432222c2265646974696f6e223a392c226661637473223a2262396564383530333133343366363864616162393936633833393530636530653963616233613831333063613262363038383639613837323134333134343633222c226c6f67696e223a226c6561665f617070222c227075626c69636174696f6e223a392c22736571223a34302c227374617274735f6174223a22323032362d31312d32395430343a35383a31392e3537383335385a227d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(41, DEFAULT, '\x068b56cef3a437cda94e41853cb053020e1de8456b3812b4e3554ad13ac27f3a', '2026-11-29 04:58:19.586537+00', '\x7b22616374223a227375626d6974222c226163746f72223a312c2261727469636c65223a31302c226174223a22323032362d31312d32395430343a35383a31392e3538363533375a222c22646967657374223a2230363635636265626435393164366639383734366236393538323639303866363539663463366138356362636164633632346136376439663739303632343538222c2265646974696f6e223a31302c226c6f67696e223a226c6561665f617070222c226e756d626572223a312c22736571223a34317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(42, DEFAULT, '\x426482f1c843398004ee5e967062e5295afadc881aa32491c213a6aa236f0a6d', '2026-11-29 04:58:19.662472+00', '\x7b22616374223a227369676e206f6666222c226163746f72223a332c2261727469636c65223a31302c226174223a22323032362d31312d32395430343a35383a31392e3636323437325a222c2263726564656e7469616c223a312c22646967657374223a2230363635636265626435393164366639383734366236393538323639303866363539663463366138356362636164633632346136376439663739303632343538222c2265646974696f6e223a31302c226661637473223a2230353431383061616265323865313664376238373035653138656466333836363266326564343966303865383162376162636165653331343731323933623363222c226c6f67696e223a226c6561665f617070222c226d65616e696e67223a226d65646963616c206163637572616379222c22736571223a34322c227369676e5f6f6666223a31332c22766572696669636174696f6e223a317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(43, DEFAULT, '\x4d47782dfef43ddf53d7cc7ea9f0c140ec9e77a5d9e2b08dbcc9807904095893', '2026-11-29 04:58:19.668251+00', '\x7b22616374223a227075626c697368222c226163746f72223a352c2261727469636c65223a31302c226174223a22323032362d31312d32395430343a35383a31392e3636383235315a222c22646967657374223a2230363635636265626435393164366639383734366236393538323639303866363539663463366138356362636164633632346136376439663739303632343538222c2265646974696f6e223a31302c226661637473223a2233363562666361396136653833633838393638393139656466343036653530326531626664643839663461396533363765373865323534323532356435393434222c226c6f67696e223a226c6561665f617070222c227075626c69636174696f6e223a31302c22736571223a34332c227374617274735f6174223a22323032362d31312d32395430343a35383a31392e3636363639365a227d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(44, DEFAULT, '\x81232b43840bcdd9556e16d872911b6d0f27f2f9718eaf462487b8ca2566ec72', '2026-11-29 04:58:19.672177+00', '\x7b22616374223a2274616b656e20646f776e222c226163746f72223a352c2261727469636c65223a31302c226174223a22323032362d31312d32395430343a35383a31392e3637323137375a222c226c6f67696e223a226c6561665f617070222c227075626c69636174696f6e223a31302c22726561736f6e223a2234303434383336313136363835656532343366633336356463646364386337613031343364653835653437653831343231363064646535366561393466383938222c22736571223a34347d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, 'Out of date', '\x1ee83598751645cc8087e9f47b608b6d'),
	(45, DEFAULT, '\xb72aff1b00a5315e127c4354c0385d54e7a11b639e1ef22cd4170ac3167b87a4', '2026-11-29 04:58:19.75015+00', '\x7b22616374223a22636865636b20616761696e222c226163746f72223a362c2261727469636c65223a312c226174223a22323032362d31312d32395430343a35383a31392e3735303135305a222c22646967657374223a2232316563323165316563613630363334353961623935646163613239346134323062356136366537346231376361646230383666306237316134666530306435222c2265646974696f6e223a312c226661637473223a2230323063656533346161383537313432316334333634373566353962326236356466336431623136363636363932346238356562326132303565303166663831222c226c6f67696e223a226c6561665f617070222c22726561736f6e223a2232336133336461633539653134303265353863336466633732326661623262646130393837646534316438333764336637373834613931383330303939333437222c227265636865636b223a312c22736571223a34357d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, 'The lines'' own pages', '\xf8b27384bd6546cd866531f9185d30a1'),
	(46, DEFAULT, '\x5b85222bf57e8e7d4a1d3edeaeef872e042bd40ec324d4649757b1289e5d9c33', '2026-11-29 04:58:19.753401+00', '\x7b22616374223a226869646520726f77222c226163746f72223a352c2261727469636c65223a312c226174223a22323032362d31312d32395430343a35383a31392e3735333430315a222c22636f6e74616374223a322c22646967657374223a2232316563323165316563613630363334353961623935646163613239346134323062356136366537346231376361646230383666306237316134666530306435222c2265646974696f6e223a312c226661637473223a2231646634623165356633346134363062396235646166653464313130383039666131613635313565623462316566633733653435333764353661313237393566222c2268696464656e5f726f77223a312c226c6f67696e223a226c6561665f617070222c22726561736f6e223a2235626431663966616662373838396361326531336432323737633161316435656562386536666334323030313461626162306662313535363637613435663635222c22736571223a34367d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, 'Nobody answers', '\xcac98754786f48fa9d305194d824be90'),
	(47, DEFAULT, '\x3ed4da7a584bb89af8fd2cfde93c6ca1619a8a63a05db403c5ec15365210e8b9', '2026-11-29 04:58:19.780124+00', '\x7b22616374223a227375626d6974222c226163746f72223a312c2261727469636c65223a31312c226174223a22323032362d31312d32395430343a35383a31392e3738303132345a222c22646967657374223a2239666239373336346561336537306135303731346261623732373933326637653563356238633334613339363062653961363664356637656432616466313337222c2265646974696f6e223a31312c226c6f67696e223a226c6561665f617070222c226e756d626572223a312c22736571223a34377d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(48, DEFAULT, '\x841dfc4912e088a3ba8f60832fc41aaf26b85f3e7420ca6fdd7f5576c6d32722', '2026-11-29 04:58:19.855856+00', '\x7b22616374223a227369676e206f6666222c226163746f72223a332c2261727469636c65223a31312c226174223a22323032362d31312d32395430343a35383a31392e3835353835365a222c2263726564656e7469616c223a312c22646967657374223a2239666239373336346561336537306135303731346261623732373933326637653563356238633334613339363062653961363664356637656432616466313337222c2265646974696f6e223a31312c226661637473223a2234613265336263326638333362333936343536333734376136383935313333313332636662626434323131306666663731653631613661643635316639386262222c226c6f67696e223a226c6561665f617070222c226d65616e696e67223a226d65646963616c206163637572616379222c22736571223a34382c227369676e5f6f6666223a31342c22766572696669636174696f6e223a317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(49, DEFAULT, '\xf3830eadc33ff56abbb4302b6e3624e14b1d2f00d804f5d9a655a9085ee76e05', '2026-11-29 04:58:19.860794+00', '\x7b22616374223a227075626c697368222c226163746f72223a352c2261727469636c65223a31312c226174223a22323032362d31312d32395430343a35383a31392e3836303739345a222c22646967657374223a2239666239373336346561336537306135303731346261623732373933326637653563356238633334613339363062653961363664356637656432616466313337222c2265646974696f6e223a31312c226661637473223a2262616464313435633435653563376332316264316362343534383662303332613730346133303864313962373562663038656632613261313363643633356537222c226c6f67696e223a226c6561665f617070222c227075626c69636174696f6e223a31312c22736571223a34392c227374617274735f6174223a22323032362d31312d32395430343a35383a31392e3835373832375a227d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL);
INSERT INTO public.cms_entry VALUES
	(50, DEFAULT, '\x38099b0122f952eebfe5a0d0e393208115118340f516e155cc5cd416d258596f', '2026-11-29 04:58:19.894218+00', '\x7b22616374223a227375626d697420666978222c226163746f72223a312c2261727469636c65223a31312c226174223a22323032362d31312d32395430343a35383a31392e3839343231385a222c22646967657374223a2239373738303337623034646631633537323235316363356438326462316138336465613236643735363230323534376633363066353065643336333935333333222c2265646974696f6e223a31322c226c6f67696e223a226c6561665f617070222c226e756d626572223a322c226f66223a31312c22726561736f6e223a2234613330663462333163343362343961306338306566343132353539636462313762656132303339636439353866626365653462666165383364306339613736222c22726f6f74223a31312c22726f6f745f646967657374223a2239666239373336346561336537306135303731346261623732373933326637653563356238633334613339363062653961363664356637656432616466313337222c22736571223a35302c22776f7264735f6368616e676564223a312c22776f7264735f6f665f726f6f74223a3135307d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, 'A typo', '\x1832619f328c430c9573e6a1299e76bc'),
	(51, DEFAULT, '\x0d7a0b10fa4ff28b8b53d2d2f0847fa19bc79f10301f8ea3f60fecfc1c9fedb2', '2026-11-29 04:58:19.972643+00', '\x7b22616374223a227369676e206f6666222c226163746f72223a372c2261727469636c65223a31312c226174223a22323032362d31312d32395430343a35383a31392e3937323634335a222c2263726564656e7469616c223a332c22646967657374223a2239373738303337623034646631633537323235316363356438326462316138336465613236643735363230323534376633363066353065643336333935333333222c2265646974696f6e223a31322c226661637473223a2235313138313136363564383930613838653764363461633461313466663534646137653361636465343239646564396438356135663433303836653561376532222c226c6f67696e223a226c6561665f617070222c226d65616e696e67223a226368616e6765222c22736571223a35312c227369676e5f6f6666223a31352c22766572696669636174696f6e223a337d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(52, DEFAULT, '\xd4b0d16c0a495af12de64824caa6eee885fc392c8f3a8f8dc42c6c80937a762d', '2026-11-29 04:58:19.977637+00', '\x7b22616374223a227075626c697368222c226163746f72223a352c2261727469636c65223a31312c226174223a22323032362d31312d32395430343a35383a31392e3937373633375a222c22646967657374223a2239373738303337623034646631633537323235316363356438326462316138336465613236643735363230323534376633363066353065643336333935333333222c2265646974696f6e223a31322c226661637473223a2238343731653566663638353930343636376536633763383130386537333534666366613436616563343136306333363534633065396136626365336633656139222c226c6f67696e223a226c6561665f617070222c227075626c69636174696f6e223a31322c22736571223a35322c227374617274735f6174223a22323032362d31312d32395430343a35383a31392e3937343638365a227d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(53, DEFAULT, '\xf3f00fc5942586347402179f52cdd082ee392ed6bd12bbe2959760b869a3a33a', '2026-11-29 04:58:20.015827+00', '\x7b22616374223a227375626d6974222c226163746f72223a312c2261727469636c65223a31322c226174223a22323032362d31312d32395430343a35383a32302e3031353832375a222c22646967657374223a2264353039633261363765386538363562373536393930313265636237643862353966663732666638663233623264336437336266613963663236396135666265222c2265646974696f6e223a31332c226c6f67696e223a226c6561665f617070222c226e756d626572223a312c22736571223a35337d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(54, DEFAULT, '\xafab860aa1c1ef4de00bd2159baddea3e4e26d517dac73efeb010729f6f933e8', '2026-11-29 04:58:20.09185+00', '\x7b22616374223a227369676e206f6666222c226163746f72223a332c2261727469636c65223a31322c226174223a22323032362d31312d32395430343a35383a32302e3039313835305a222c2263726564656e7469616c223a312c22646967657374223a2264353039633261363765386538363562373536393930313265636237643862353966663732666638663233623264336437336266613963663236396135666265222c2265646974696f6e223a31332c226661637473223a2266633939646137333366666536353639626431663362626637363530396263363936386366383264326439373730343534323339383165373464393838383364222c226c6f67696e223a226c6561665f617070222c226d65616e696e67223a226d65646963616c206163637572616379222c22736571223a35342c227369676e5f6f6666223a31362c22766572696669636174696f6e223a317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(55, DEFAULT, '\xc37eed34e347c643c4b9dc3d7481f81c2cb45b9d50212aabdc3d33796b592859', '2026-11-29 04:58:20.09492+00', '\x7b22616374223a227265766f6b65222c226163746f72223a332c2261727469636c65223a31322c226174223a22323032362d31312d32395430343a35383a32302e3039343932305a222c22646967657374223a2264353039633261363765386538363562373536393930313265636237643862353966663732666638663233623264336437336266613963663236396135666265222c2265646974696f6e223a31332c226c6f67696e223a226c6561665f617070222c22726561736f6e223a2230373963623964643836653530313538626231373736656434323262666331653931393839626334316131643665616632613633313433366532663239346330222c22736571223a35352c227369676e5f6f6666223a31367d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, 'Signed too soon', '\x325969ba9cb74ca8b12bb52d0a897ac9'),
	(56, DEFAULT, '\x2c4124a6806cba67fe481ea7b79d6210a12c5eee685e83fe1e8cb3cea610da82', '2026-11-29 04:58:20.169711+00', '\x7b22616374223a2272656675736564222c226163746f72223a332c2261727469636c65223a31322c226174223a22323032362d31312d32395430343a35383a32302e3136393731315a222c22646967657374223a2264353039633261363765386538363562373536393930313265636237643862353966663732666638663233623264336437336266613963663236396135666265222c2265646974696f6e223a31332c226c6f67696e223a226c6561665f617070222c22726561736f6e223a2263636136333936383563636465313137323436386365393863613138653963316536366433663565613561326339396335656364656630663835626231326135222c22736571223a35362c2276657264696374223a317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, 'It claims too much', '\xdfbc57b9b5ee4e39a6cd5130d97c9ffe'),
	(57, DEFAULT, '\x83cb9d1955d012162ea9cbddac1a95b5fba5b0b71d2368e236e8e9867dca06a7', '2026-11-29 04:58:20.243601+00', '\x7b22616374223a226c696674207265667573616c222c226163746f72223a332c2261727469636c65223a31322c226174223a22323032362d31312d32395430343a35383a32302e3234333630315a222c2265646974696f6e223a31332c226c6f67696e223a226c6561665f617070222c22726561736f6e223a2239616532393036653738306534666465636163353337313932356134303931383031633836366236653663663531343738353138343365323433306365643263222c22736571223a35372c2276657264696374223a317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, 'Read again', '\xa2ace93bd84d453e9ceb58cf9b96166f'),
	(58, DEFAULT, '\x4430353e687308172f7e88b79ba783ed5bf4ef7cf2abf7b6084d04868d093e3c', '2026-11-29 04:58:20.247254+00', '\x7b22616374223a2263686f6f73652074696572222c226163746f72223a352c2261727469636c65223a31322c226174223a22323032362d31312d32395430343a35383a32302e3234373235345a222c22696e73746561645f6f66223a226d6f6465726174652d7269736b222c226c6f67696e223a226c6561665f617070222c22706f6c696379223a2274776f2d7369676e617475726573222c22726561736f6e223a2230383138656135353333663439383231383733353134376139643761373664313463366234623563626436626661313564336134653532616465303561363537222c22736571223a35382c2274696572223a317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, 'Readers in distress ask for it', '\x62abbe73aa8f421c85d5894b61e3694b'),
	(59, DEFAULT, '\x589d35b05cef3053115fbc3153182808a068a71c2bc4f6cdcc1b648de2cfd27d', '2026-11-29 04:58:20.249687+00', '\x7b22616374223a226472616674206e6f74696365222c226163746f72223a352c226174223a22323032362d31312d32395430343a35383a32302e3234393638375a222c22646967657374223a2236383061623933343938336333353562633564636564343263386366663333383638663264373262616430386131343064396234643439376130356662623263222c226c6f67696e223a226c6561665f617070222c226e6f74696365223a312c22736571223a35397d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(60, DEFAULT, '\x72e8235335913ddf35277435499be1a60b7b760b3ba81d8160c4f5146d62ddb5', '2026-11-29 04:58:20.323603+00', '\x7b22616374223a227369676e206e6f74696365222c226163746f72223a332c226174223a22323032362d31312d32395430343a35383a32302e3332333630335a222c2263726564656e7469616c223a312c22646967657374223a2236383061623933343938336333353562633564636564343263386366663333383638663264373262616430386131343064396234643439376130356662623263222c226661637473223a2262653537306136336465326465616364626432373933616165623730336465393464663333386165616232633666623435343963643064356461353732383666222c226c6f67696e223a226c6561665f617070222c226e6f74696365223a312c226e6f746963655f7369676e6174757265223a312c22736571223a36302c22766572696669636174696f6e223a317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(61, DEFAULT, '\x07f15491ba2ec884e724f1030f0ed246145ccbe2784d919e7694f15040d6f2fa', '2026-11-29 04:58:20.326041+00', '\x7b22616374223a227075626c697368206e6f74696365222c226163746f72223a352c226174223a22323032362d31312d32395430343a35383a32302e3332363034315a222c22646967657374223a2236383061623933343938336333353562633564636564343263386366663333383638663264373262616430386131343064396234643439376130356662623263222c226661637473223a2239306533393661613236316563343032646665646335646133383262333534383231363263666330303834373131393466353762363665376230633433363064222c226c6f67696e223a226c6561665f617070222c226e6f74696365223a312c226e6f746963655f7075626c69636174696f6e223a312c22736571223a36317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(62, DEFAULT, '\xeb135d2b069e107903ce3645a73df078b30e8d254dd9945415f00677a193401d', '2026-11-29 04:58:20.328004+00', '\x7b22616374223a226472616674206e6f74696365222c226163746f72223a352c226174223a22323032362d31312d32395430343a35383a32302e3332383030345a222c22646967657374223a2236383061623933343938336333353562633564636564343263386366663333383638663264373262616430386131343064396234643439376130356662623263222c226c6f67696e223a226c6561665f617070222c226e6f74696365223a322c22736571223a36327d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(63, DEFAULT, '\x6d9cee7cecc1bf0ebabd926e4db5c74e18d6b15255df6a1126fca9ec422e59b4', '2026-11-29 04:58:20.401165+00', '\x7b22616374223a227369676e206e6f74696365222c226163746f72223a332c226174223a22323032362d31312d32395430343a35383a32302e3430313136355a222c2263726564656e7469616c223a312c22646967657374223a2236383061623933343938336333353562633564636564343263386366663333383638663264373262616430386131343064396234643439376130356662623263222c226661637473223a2231356430663936333761353733363761626563386661626432356265373965333466373164333937323536376234363937326166346535666331336533643136222c226c6f67696e223a226c6561665f617070222c226e6f74696365223a322c226e6f746963655f7369676e6174757265223a322c22736571223a36332c22766572696669636174696f6e223a317d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(64, DEFAULT, '\x6f9af71762e4aff37c57101e3e24c6904c2773f182e05d9accc31d6263f0b9cd', '2026-11-29 04:58:20.403195+00', '\x7b22616374223a227075626c697368206e6f74696365222c226163746f72223a352c226174223a22323032362d31312d32395430343a35383a32302e3430333139355a222c22646967657374223a2236383061623933343938336333353562633564636564343263386366663333383638663264373262616430386131343064396234643439376130356662623263222c226661637473223a2232313465616336393732393931663566653431376433646633303162646132333137643961306564376435663430346639393632633435653964636335373639222c226c6f67696e223a226c6561665f617070222c226e6f74696365223a322c226e6f746963655f7075626c69636174696f6e223a322c22736571223a36347d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(65, DEFAULT, '\x4e3a61562c5732d0c59a2e46f4db65df05b02ca9d73a6dd9aa17865224ae0805', '2026-11-29 04:58:20.405432+00', '\x7b22616374223a22656e64206e6f74696365222c226163746f72223a332c226174223a22323032362d31312d32395430343a35383a32302e3430353433325a222c226c6f67696e223a226c6561665f617070222c226e6f74696365223a322c226e6f746963655f656e64223a312c22726561736f6e223a2262353865343937373739383264356533613763623663313439643561396330363366663464366534643833333636376462363366663736373233616461633833222c22736571223a36357d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, 'Over', '\x894765ce0b5c444bb05009e298daf0c1'),
	(66, DEFAULT, '\x9a1e2835cd2b05b0ba603de2e269241673240b943e4072ca3765b8dc335e2442', '2026-11-29 04:58:20.407934+00', '\x7b22616374223a2273757370656e642063726564656e7469616c222c226163746f72223a362c226174223a22323032362d31312d32395430343a35383a32302e3430373933345a222c2263726564656e7469616c223a322c226c6f67696e223a226c6561665f617070222c22726561736f6e223a2237613236383837613431333033623464623838303761386236383664356266653065636432353834366636663239633637316338306266333764633232656665222c22736571223a36367d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, 'Retired', '\x5bc2f27fd38745d5ba1601ba21fd66f2'),
	(67, DEFAULT, '\x8e1725d662641c8489f97620117a0a2dcda2924e015eb790d7f5df1d4df885af', '2026-11-29 04:58:20.416439+00', '\x7b22616374223a226469736d697373222c226163746f72223a6e756c6c2c226170706f696e746d656e74223a322c226174223a22323032362d31312d32395430343a35383a32302e3431363433395a222c226c6f67696e223a226c6561665f6f776e6572222c226f6666696365223a226d65646963616c206c656164222c22706572736f6e223a372c22736571223a36377d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL),
	(68, DEFAULT, '\x1f0eae7b0a2f367eacb474b77baa255857a6e9a5b25aa96cf321e2afb7158de0', '2026-11-29 04:58:20.424462+00', '\x7b22616374223a22636865636b706f696e74222c226163746f72223a6e756c6c2c226174223a22323032362d31312d32395430343a35383a32302e3432343436325a222c226c6f67696e223a226c6561665f617070222c22726f6f74223a2236623432666233623961376461373365643439356130643436626563386466303061323132343761653830396235373139656339343638643835656332646331222c22736571223a36382c2273697a65223a36387d', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, '', NULL);

INSERT INTO public.cms_node VALUES
	(0, 0, '\x9dd41ed947a665513a986ab65c67ef83f62cee1185d33d3c8db3a40530feb79e'),
	(0, 1, '\x513541dfa3e492d627a04c1278d19ccba38cdce8b7f4962aea9b232acfd653a9'),
	(1, 0, '\xacb2ce37e41f52275d5c2d2d7aad4f5273b80fec67e45f8b55a93d95ace1d514'),
	(0, 2, '\x8b2d1b31f264d56ba0d5899fa717da184eec71eb9651eb344eea9d57eceaaefa'),
	(0, 3, '\x3bc00012137bddc207bc2b502473747c148cb396dad98e4392ab1ff5396e4656'),
	(1, 1, '\xda74e45b569598c84235e76c840a13bdbb7cb81f6a5eeb1f2f103c8a97331673'),
	(2, 0, '\x49444c21ff2a4aa7da612e2ebad81258f324fdaa0f4fc1694eef68d8a790052a'),
	(0, 4, '\x2850ab7fe908d9ed214f9b50d419353da7ffc7eb479c9b07cc35e1968bba46f8'),
	(0, 5, '\xf196d27eaf1c2e386592aabed54a7cbbab4c0e5c0cc92aa6b35eedf574752496'),
	(1, 2, '\x2622e67bb6b8a02a1e099890e9e2f77046aa4d1cf36eaceb868116377fdc6d20'),
	(0, 6, '\x9d9529ecc1eef5b9f793f769feb26a23621d6bf50c98efc91c446eb7e3cc2f42'),
	(0, 7, '\x47b5fff819053e8dc83707d7cf81182343429232db8f3749a3c61f31d50bbeed'),
	(1, 3, '\x1e6376f079309d17ba31ff289cd2d7ae62f853d4d7f6e1c7189a73ffbafb8b09'),
	(2, 1, '\x9ce265fae9c6f8ab3bcbe9d2b81a0fad3043b869ebef40cebc0d43c34d4ae85c'),
	(3, 0, '\xebbc4f967e211023902b6ff1769b76b9377140c4568a2142aeb8eaa8ad958b89'),
	(0, 8, '\xee5cb33492ea7bf4682d7d52c6fa3bb6f0ea597857cbead622a1211831721496'),
	(0, 9, '\x905b30d8d99fc3f8de97faa4271767277290666975a8186a4b9f002b32ee9fc0'),
	(1, 4, '\xda9279616098e952181145f490c152a6487afe95dd15e3b872a30c2b6488ac0d'),
	(0, 10, '\x4ff839143078403f2fd97a67e08e51e9af36c3e5e586619452b7bdd0ac6146a5'),
	(0, 11, '\xba9c199c653b1ca3b9f691c43fa92b8259019c6ccfc7df5e2262b8c4662a286f'),
	(1, 5, '\x054f28e6f84d8a0b7b4a66d100ac8c5b80013fc8780787980e5c164d26da01ef'),
	(2, 2, '\x98ebd2cee3ebeaa88a6de65b099e0c62b34fa367856210822899e49371c64a70'),
	(0, 12, '\xc9ff7b48ff4c280c48643b3bb05634bf66520fa84fb5b48117059657ce5754e7'),
	(0, 13, '\xe6e8eed3bcff9e31db2da4b937436bc0869c38b3dc66da6a218452804265f7b2'),
	(1, 6, '\x115b5d73e7df831fc1bcca995e12ee498a9fa3f236c8b9df1c13e93f2d47d93f'),
	(0, 14, '\xf34864e65ceb2f0ebaa4d4b56b13e6bbacf618de874349f4ebc07171fa740fc0'),
	(0, 15, '\x304b1060c752a2ab1fb625255ba51210c063eabb94e95846ee76658b2399cf10'),
	(1, 7, '\x31a85bee1f06a47cb3a178802a3a494aa465ffb45a0bdd76084777927583b02e'),
	(2, 3, '\x34332691084ddf0731b1249395924c74281310dbdac5a3474b92ba26a247a926'),
	(3, 1, '\xce01cbb78da65065de19a92b65d355fa060dc62706f89bc81e2146edb754dfe9'),
	(4, 0, '\x5a5c213309de733d5a9daf2995e8a50801b826493b5c5563a76600523c86734d'),
	(0, 16, '\x5124b6923c4d1fce11758267d4d4b6518ce296f9a3bce20eb2c32644d14b3d4d'),
	(0, 17, '\xb38fc37052ac2f91146665da5f684e9810ac385afc0e9af672be9af91a2007b1'),
	(1, 8, '\xb7c7527d857f3ff6d3c9d5e221cb04656d08e8979660b707d7f828de41022ea8'),
	(0, 18, '\x3bca71185da0b9f4896336f783ad1b8dd2934564fc3a5215184a70417b6dfa13'),
	(0, 19, '\xccf77336a2fdc86d3a04606e0d6a34ece88e93ac4b856326f373b3010165f5eb'),
	(1, 9, '\xdf60ab4eae192a793c38851f0393f726ae9e47e422c24a3042977a370e403f4e'),
	(2, 4, '\x5e518a926786ed57bb791036f92c8fbcd1cce3759625bf9c1a1ddad1637d29e9'),
	(0, 20, '\x428216563b85ba0f1cb3fa4d1dafb465f085d24213187f15cbedbdeb39980274'),
	(0, 21, '\x120af32900642ce4019ae9041389b2a5a81967b5019b24f7a9fb7f09e5d2d3fe'),
	(1, 10, '\xa087a0ae7669585c00ae20d0382d6dbd8727e1f3553112392fd588976d398a3d'),
	(0, 22, '\x1fe62e1386f55a2a5e8a9f7eba5bb2a1bad7f2cb1d6129769f77e5f6f32452ff'),
	(0, 23, '\x7bbf654af9a7bea841c44851f6f3bad1fab8430ef9d59ca153e7430f60d42470'),
	(1, 11, '\x260834949eb1b3411a09401247a8725ea6436ee455c4b6b8e6fddf2b2a34f85e'),
	(2, 5, '\xe070a715aef32409f1b9ad6f32216a82a4045c60f06db0fcf859f04946b7f8fb'),
	(3, 2, '\xa857bb1d28d7547c19d76b554838fcc7e75a654c08d78621f9e5dbbd574519ae'),
	(0, 24, '\x278657e46e1e1b7099e6ffae1ffe30562d8c2f6d3a2b7f8379da633aca9b7ad2'),
	(0, 25, '\x16547e834c7b6d4b08d54c01bd54d561f4b62c2cc71f948cabb198247a95587c'),
	(1, 12, '\xb2cd7bbe1b44554043b650fc1c905e0bfdc10436dd589a36f94781e2abbb9cfd'),
	(0, 26, '\x2173be2d93d8131f0b6318d9540443669e8430804c96995e22de9c50376ab1f7');
INSERT INTO public.cms_node VALUES
	(0, 27, '\xbcc8e6eb0e2c2edce5ddca08065cd67ef8ded88fc8b813ac79f372956b0de6a4'),
	(1, 13, '\x94061f6e50678939587176cce0eeb29b00d180ed35d3e004611b6f301afcadf7'),
	(2, 6, '\xdc3aac90530ba5e06c1811ca04518924d1be92d181936ee2cb3bb7fb56d32661'),
	(0, 28, '\x831305396d81e8f4d5db75ee909c81d519249e379a7c11098e5fb604f929b504'),
	(0, 29, '\x24f9b0682d94c5056d579bac462ccebfda956332f4ede44d9c75c8cb77c9c1e1'),
	(1, 14, '\x8378109092427a10de4333601063c35d6307a6f2df8085117f574490ae04dd23'),
	(0, 30, '\x5017b1174f5f13761d46c07358a2f2b2ef7e2f44dd7c71d45f0bad13a82d59ff'),
	(0, 31, '\xfc589be62151fa02a2cc6a9897baef06c691b81397e728d098bae0967b46b9f1'),
	(1, 15, '\x4c7250388cbaeb6bef70bc67c59cbe69cabd172fd6ae005ad63f2e30b0e580c4'),
	(2, 7, '\x4912d8515078daeac0a3ba11c711261d66764ddebbc5ce1db5cb8c8ddcc8f266'),
	(3, 3, '\xbb667636d25a38a971754d748f680339d1002dc329dc879cda6a59d167c79a6e'),
	(4, 1, '\x0356d5bef2fe4bd11a3b2b710d4531d322a0f9cba9d6d601d3cd749e7deed9d4'),
	(5, 0, '\xb33e88810ca887641bb98523ed6c4f0f41a65f2bf435580e7a67b2b67c9373cb'),
	(0, 32, '\xc4e9537ae95da76880f90d5225d779d5561883cc1d7083c986fbad48dc40f91d'),
	(0, 33, '\xc4dbacbacd141f7dd104212b79f2858b28beed6755b6aefc4e7a76aeb1557540'),
	(1, 16, '\xdb1c0ba27b83cf3f7ff7282cf23d4d4d63efcfe2a8d23ffaa77f0b8c25b765c6'),
	(0, 34, '\xd366c14d20a653a476fc43ad399d0c1107d0a00c7b8efc0f953609592408069e'),
	(0, 35, '\x563a9fe9b10f85b912b4082a6c7dd5f8e3e50bfe973c2b1b558b203493e2880e'),
	(1, 17, '\x4a35c6443c8cb242e67e58086640cb1b2c33452999f357e20f76ab8479411d1b'),
	(2, 8, '\x80fc8c97c0377cfcfa7dbba17c6607ad22375a9d8d68db2848b460235b260c27'),
	(0, 36, '\xf2233dd0bd3e9cae89b0e43af094fdf79979ea3cf2f1050c721d55b2928694fe'),
	(0, 37, '\x190ed41acdddf1d4a94fa7cdd313383749a4fffd619a42bc9bb2961aed764491'),
	(1, 18, '\xf86da34e46c903632f80e44fdecf89f47cb188d7c5bd6f82d73a07bc7c651b5c'),
	(0, 38, '\xaf31c29fccb044b8274633e98d130b43cfea87b198eb49e9a8b0f154f806701f'),
	(0, 39, '\x9d817ed6ab86b15bce0b7a3b8aca8d7dd5947676b8c6b4eedacb624e8609777d'),
	(1, 19, '\x5199b82363e7e70fde73a2b9f5c1dca243ce280e0adb0a0115e23f2c6488c910'),
	(2, 9, '\xe6fdf34d0249d23bf4222e81fcd09ff7b5ae7a1058588c86b25cf3968b24b790'),
	(3, 4, '\x3a43f05f94d6dbd881bcff258dea877c01bd0f977013fceaed2f2a0e4097d23a'),
	(0, 40, '\x61be06fdc9502b7af19d6ed5dc93b98d77c78f918e4fdca167ca9ef13a445982'),
	(0, 41, '\x2c0461577373ed93bfcacf77a40d1c7097378f58eb4b1e4b42c26df1c99c8d4d'),
	(1, 20, '\x12da7f5f00ef14b519fc7e751637d8c41d2556bd276edcb4153889ab38f077b8'),
	(0, 42, '\x72e7788eab348dd406dc210d12a1dfa3d660a9a118add17b3984e005964c28b6'),
	(0, 43, '\xac132e3bf2ea2e993dc009c5f8a955658379c9947f8e0e002e3302738a10113b'),
	(1, 21, '\x7692cf54061dd2c506c6399f451e9e626edae8cd1256a322a8328c7c7e6340bd'),
	(2, 10, '\x49980ab879bab16944c7033c006e07c9438c5ef1af4fc17b70f4c7d54bc438b2'),
	(0, 44, '\xed4431c1f779b971af3c15edfb75f6289279b9615dcd3271db5dd966118fcd1a'),
	(0, 45, '\xef2c4fb2d51ba356f3df923f496fd9881f0902cebd1ac8026359c291a1adbd1b'),
	(1, 22, '\xf4d02d87f64d95b7a5517cd8b8fd37d1e9fd50f6c1bc47b575f32639bc082225'),
	(0, 46, '\x0c864eb80e9d68162142f77f2cbb49e714a04b6ddcb35da5bf8e329792deb236'),
	(0, 47, '\xb7398b0c488670dceb35ef8c9ecb94086b97e39ee948e7008a36cbc6bc24d580'),
	(1, 23, '\x315cd30c2bc77708beea2e71a9d0a9e88f990cadfce9f244398c0ed7774debfc'),
	(2, 11, '\x6540282425a0da1c46c2e67d7f791b11611d2acc3174cb42445d08a1965a3a10'),
	(3, 5, '\x8155d151f6f28d37abd16996e500a9f7e8c819e1922546b8ba666ae8df283751'),
	(4, 2, '\x6dc3e99ad32dce81063b482bbd48f1f556d8ee39e9cff6424353d28914c5d9dc'),
	(0, 48, '\x663f82cab0dbef22427c1f1f974bd7c8b450f6b96aacb8842815ca24a582efcd'),
	(0, 49, '\xb26a9645c630a1c417529d1f213eaa501606c42b1a11ea101f5cb68d9c62de54'),
	(1, 24, '\x5e233907e91dd6f91c743a75b720e2904fdf9a73caed9655fe8756d43cd03f99'),
	(0, 50, '\xd6d4c3578e9072d12f3ebb258590f1e73d914d1ef411d5b8222434709c47326a'),
	(0, 51, '\x9fbf8219150f4d837f4ba96cd47aa8d7af99a356e3d539b8951bdc5311d999d5'),
	(1, 25, '\xa4fa9b649455daf1f7708125bc5773e742eed13e7139bbed0bf7b145513ff50a');
INSERT INTO public.cms_node VALUES
	(2, 12, '\x1f4307155a01e86b9d13b575d5c17262c05027fa44c54f2e7c413716fb7c087c'),
	(0, 52, '\x09f39fe7fcef99d4038319d07ca5a8bad10655e2fd4d245d79f83e7370024327'),
	(0, 53, '\x73bcf033034149da7ef15c420d4c5e00a7dcc70d65105fa8b47e839c103bbb87'),
	(1, 26, '\xf662abc16164dbb7bdfa83b37a39c817caeee44d695f7c158e29bc6e4534bba7'),
	(0, 54, '\xc85c955725f64c6babc6f367869cd029d53b2fcccd49a8397e2fd528f7270e01'),
	(0, 55, '\xc21f7260a4cc05468537ab2922aabb8fbfd85203ffd6525be24da4cfe918342a'),
	(1, 27, '\x95c4e31dc4d0bfad5e1e2290de9bd0b85d216c707c05d79e05e4940ef3bd84ed'),
	(2, 13, '\xb938166b9d07255e7b3945bab04ac385cbf1e80a9e1f6f49a582c18e8c1fa9c1'),
	(3, 6, '\x6f745a4a836b67c3be6e7f138bd03bb13f3ad66a78cbeceb9d4ac1f7a4c3ccaa'),
	(0, 56, '\x36930e6cb44500c4f307f9c6d938554ff8640e96dcf7c48aed72c1be949fec87'),
	(0, 57, '\xe186c165ed9214608366e7148887df5d0f774ab3063b30a74df317008ddc7ffe'),
	(1, 28, '\x8da1486e3965c84caeca8934efd9639ad0b13f4f240e1ea1a376fb566a76e889'),
	(0, 58, '\x26651b15f13c8520579ebb53ff6ab01b08945eb260d3cdcaff1d4c946b8f4376'),
	(0, 59, '\xb2b04538a3107aee4c226c182da528451a3aeef123ac034b4da4c3a1b80efd2f'),
	(1, 29, '\xe18ab389d2cebd46d3a8becdc6a9e39ad524042a857cb714680e78e570c07d10'),
	(2, 14, '\x8bf2ef8b90bcb9fe53ce9c677ca34e46a4d901d3f60c42b3f4e870b950edaa0e'),
	(0, 60, '\x8956d00b9e5bb843274ea7b51404cfe7768c978efbc2168087a09161b7f7c73d'),
	(0, 61, '\x0efa5451212a88bbc1b0794e8600a417ac8887ad49423b91f9bf931e5fc0bdb7'),
	(1, 30, '\xce74746c9278babbced55b371818f83f67bb73ef6e91515c5cbc5bb7743a2bd6'),
	(0, 62, '\xc19f5ca71e92d612dfe2c3e8904c3de14d8b81d3a95c5ea5b5814907d2fc304b'),
	(0, 63, '\x89cd430a74a1be154842701c694c7e68168f7d808b08cbd0a2a871aac606cf64'),
	(1, 31, '\xd06cde057892c1ea23f93752bd89a2fe43748e5f78d406021a7547839f1714ce'),
	(2, 15, '\xfe06bf168d817023babeaf0d047fdfb1ecab4508d8941dfbe1840f829e9574de'),
	(3, 7, '\x048db4002c8beaac28bbeb5616d42cd75cebfc31c5304456d3d097fb2ecdd3ca'),
	(4, 3, '\x8cb1d2542d3160541fa4001eb642d85176ce0a9e0adabf2be472ea4ecbca1b85'),
	(5, 1, '\xb799ed5b9cce48c7a71e3c23d079995b1510ec8c0a5fbf89cc548d40fbe6bd5d'),
	(6, 0, '\x3674bbb47d60e9a2112c37d587e81156572d8434aed12fb7ea9482f5dadd0f2c'),
	(0, 64, '\x42ef41a9d81bd1866425a2cc48a61d341d28e8fbf52a585fbe7d233d662d75b9'),
	(0, 65, '\x6847d2fa96dfe23eef7cd3dcca4a5fcd5cfba274de7afdb936ad964bfe1c2014'),
	(1, 32, '\x0dd7892268a1ff7ea8512af00655be39929d5902db6c4e20a890b3b5728b761d'),
	(0, 66, '\x8cfa8aa71bef93c53f607b1e961445bca3763643ac89a8290cc768ee89e5a317'),
	(0, 67, '\xd283866a0062c102e74b24f412cc590aed81b68de2e27d427f3291137218b745'),
	(1, 33, '\x0400f524b694ba5ab114b3b19a17fddeb16553d3c63094dcd09435a761b5f365'),
	(2, 16, '\xe2dd5275742ff008d92944256e924adfc6fd1be6eb8b002b14b590765792b4ed'),
	(0, 68, '\x86d35710a2c7e8b457578af5e0dbe6123ac7da458afe209988276c21f3b1fb29');

INSERT INTO public.cms_person VALUES
	(1, 'md5$R3f6gCxJUVpx9QiOFzVijg$50754858ab3f306ef4cc2fac29c06024', NULL, false, 'writer@example.org', 'Wanda Writer', true, true, '2026-11-29 04:58:17.678575+00'),
	(2, 'md5$thZMSsWbEXDf9vq2UIAIIi$3d851a59f3a7a6be0f5684e4d69c869b', NULL, false, 'second_writer@example.org', 'Walter Writer', true, true, '2026-11-29 04:58:17.686358+00'),
	(3, 'md5$dmecDyDhrNxhf3w5wKwrGu$3fc991ebf350d19fbd2aa22850dd4bf6', NULL, false, 'doctor@example.org', 'Dr Dora Doctor', true, true, '2026-11-29 04:58:17.687552+00'),
	(4, 'md5$eEjctiwwmedTW9tSkqwW50$73e26063c202470fa7e6d127ae8749da', NULL, false, 'second_doctor@example.org', 'Dr Dan Doctor', true, true, '2026-11-29 04:58:17.766669+00'),
	(5, 'md5$QzfIM7bF6uZqMzAjtnqooo$8dece0de343879dc99e04b2fc17e0d17', NULL, false, 'editor@example.org', 'Edith Editor', true, true, '2026-11-29 04:58:17.841833+00'),
	(6, 'md5$YTjzZ9jWy6kvKqJnprKVgw$f65937b2ca34a1917a3b9590ac62d846', NULL, false, 'compliance@example.org', 'Cora Compliance', true, true, '2026-11-29 04:58:17.843271+00'),
	(7, 'md5$uIk3cuhwPZ11yWOD1l22Tg$70baf5ab24c2439b00d1ed3a2a4183f5', NULL, false, 'medical_lead@example.org', 'Dr Lena Lead', true, true, '2026-11-29 04:58:17.918165+00'),
	(8, 'md5$4du8zZR88Ni9lYayO6rwFv$5c4b6ef6b688bdb36688508d67282163', NULL, false, 'lawyer@example.org', 'Lara Lawyer', true, true, '2026-11-29 04:58:17.995913+00'),
	(9, 'md5$Ce98nBORiDWbpQVk7jNv8Z$9a183b3bbd0c3216f329e8537c6f7610', NULL, false, 'administrator@example.org', 'Adam Administrator', true, true, '2026-11-29 04:58:18.070993+00');

INSERT INTO public.cms_person_groups VALUES
	(1, 1, 1),
	(2, 2, 1),
	(3, 3, 2),
	(4, 4, 2),
	(5, 5, 4),
	(6, 6, 5),
	(7, 7, 3),
	(8, 8, 2),
	(9, 9, 6);

INSERT INTO public.cms_person_user_permissions VALUES
	(1, 5, 45);

INSERT INTO public.cms_tries VALUES
	(':1:a-try-to-sign-in', 'gAVLAS4=', '2026-11-29 05:03:20+00');

INSERT INTO public.django_content_type VALUES
	(1, 'admin', 'logentry'),
	(2, 'auth', 'permission'),
	(3, 'auth', 'group'),
	(4, 'contenttypes', 'contenttype'),
	(5, 'sessions', 'session'),
	(6, 'account', 'emailaddress'),
	(7, 'account', 'emailconfirmation'),
	(8, 'mfa', 'authenticator'),
	(9, 'usersessions', 'usersession'),
	(10, 'reversion', 'revision'),
	(11, 'reversion', 'version'),
	(12, 'cms', 'entry'),
	(13, 'cms', 'person'),
	(14, 'cms', 'checkpoint'),
	(15, 'articles', 'disclaimer'),
	(16, 'articles', 'draftsave'),
	(17, 'articles', 'edition'),
	(18, 'articles', 'livearticle'),
	(19, 'articles', 'publication'),
	(20, 'articles', 'article'),
	(21, 'articles', 'takedown'),
	(22, 'articles', 'reference'),
	(23, 'articles', 'topic'),
	(24, 'articles', 'state'),
	(25, 'articles', 'byline'),
	(26, 'articles', 'livelisted'),
	(27, 'articles', 'hiddenrow'),
	(28, 'articles', 'fix'),
	(29, 'articles', 'statementrule'),
	(30, 'reviews', 'appointment'),
	(31, 'reviews', 'credential'),
	(32, 'reviews', 'verdict'),
	(33, 'reviews', 'policy'),
	(34, 'reviews', 'signoff'),
	(35, 'reviews', 'signingsecret'),
	(36, 'reviews', 'verification'),
	(37, 'reviews', 'suspension'),
	(38, 'reviews', 'lift'),
	(39, 'reviews', 'revocation'),
	(40, 'reviews', 'chosentier'),
	(41, 'reviews', 'recheck'),
	(42, 'reviews', 'notice'),
	(43, 'reviews', 'noticesignature'),
	(44, 'reviews', 'noticepublication'),
	(45, 'reviews', 'noticeend');

INSERT INTO public.django_migrations VALUES
	(1, 'contenttypes', '0001_initial', '2026-11-29 04:58:16.986971+00'),
	(2, 'contenttypes', '0002_remove_content_type_name', '2026-11-29 04:58:16.989705+00'),
	(3, 'auth', '0001_initial', '2026-11-29 04:58:17.001489+00'),
	(4, 'auth', '0002_alter_permission_name_max_length', '2026-11-29 04:58:17.003665+00'),
	(5, 'auth', '0003_alter_user_email_max_length', '2026-11-29 04:58:17.005569+00'),
	(6, 'auth', '0004_alter_user_username_opts', '2026-11-29 04:58:17.007472+00'),
	(7, 'auth', '0005_alter_user_last_login_null', '2026-11-29 04:58:17.00936+00'),
	(8, 'auth', '0006_require_contenttypes_0002', '2026-11-29 04:58:17.009798+00'),
	(9, 'auth', '0007_alter_validators_add_error_messages', '2026-11-29 04:58:17.011686+00'),
	(10, 'auth', '0008_alter_user_username_max_length', '2026-11-29 04:58:17.013605+00'),
	(11, 'auth', '0009_alter_user_last_name_max_length', '2026-11-29 04:58:17.016338+00'),
	(12, 'auth', '0010_alter_group_name_max_length', '2026-11-29 04:58:17.018496+00'),
	(13, 'auth', '0011_update_proxy_permissions', '2026-11-29 04:58:17.020408+00'),
	(14, 'auth', '0012_alter_user_first_name_max_length', '2026-11-29 04:58:17.02232+00'),
	(15, 'cms', '0001_initial', '2026-11-29 04:58:17.034224+00'),
	(16, 'account', '0001_initial', '2026-11-29 04:58:17.045129+00'),
	(17, 'account', '0002_email_max_length', '2026-11-29 04:58:17.048727+00'),
	(18, 'account', '0003_alter_emailaddress_create_unique_verified_email', '2026-11-29 04:58:17.054932+00'),
	(19, 'account', '0004_alter_emailaddress_drop_unique_email', '2026-11-29 04:58:17.062517+00'),
	(20, 'account', '0005_emailaddress_idx_upper_email', '2026-11-29 04:58:17.066339+00'),
	(21, 'account', '0006_emailaddress_lower', '2026-11-29 04:58:17.07117+00'),
	(22, 'account', '0007_emailaddress_idx_email', '2026-11-29 04:58:17.076937+00'),
	(23, 'account', '0008_emailaddress_unique_primary_email_fixup', '2026-11-29 04:58:17.082491+00'),
	(24, 'account', '0009_emailaddress_unique_primary_email', '2026-11-29 04:58:17.086253+00'),
	(25, 'admin', '0001_initial', '2026-11-29 04:58:17.093558+00'),
	(26, 'admin', '0002_logentry_remove_auto_add', '2026-11-29 04:58:17.09651+00'),
	(27, 'admin', '0003_logentry_add_action_flag_choices', '2026-11-29 04:58:17.100824+00'),
	(28, 'reviews', '0001_initial', '2026-11-29 04:58:17.10573+00'),
	(29, 'cms', '0002_ledger', '2026-11-29 04:58:17.110241+00'),
	(30, 'articles', '0001_initial', '2026-11-29 04:58:17.129067+00'),
	(31, 'articles', '0002_drafts', '2026-11-29 04:58:17.162685+00'),
	(32, 'articles', '0003_evidence', '2026-11-29 04:58:17.181595+00'),
	(33, 'reviews', '0002_evidence', '2026-11-29 04:58:17.20348+00'),
	(34, 'reviews', '0003_basis', '2026-11-29 04:58:17.20905+00'),
	(35, 'articles', '0004_address_constraint', '2026-11-29 04:58:17.218946+00'),
	(36, 'articles', '0005_in_words', '2026-11-29 04:58:17.222064+00'),
	(37, 'reviews', '0004_in_words', '2026-11-29 04:58:17.223561+00'),
	(38, 'articles', '0006_readable', '2026-11-29 04:58:17.227782+00'),
	(39, 'reviews', '0005_interests', '2026-11-29 04:58:17.229203+00'),
	(40, 'articles', '0007_funding', '2026-11-29 04:58:17.229954+00'),
	(41, 'articles', '0008_rulebook', '2026-11-29 04:58:17.236689+00'),
	(42, 'reviews', '0006_verdict_index', '2026-11-29 04:58:17.238448+00'),
	(43, 'reviews', '0007_tiers', '2026-11-29 04:58:17.244992+00'),
	(44, 'articles', '0009_max_age', '2026-11-29 04:58:17.249047+00'),
	(45, 'reviews', '0008_recheck', '2026-11-29 04:58:17.252666+00'),
	(46, 'articles', '0010_fixes', '2026-11-29 04:58:17.264577+00'),
	(47, 'articles', '0011_adoption', '2026-11-29 04:58:17.271722+00'),
	(48, 'articles', '0012_readings', '2026-11-29 04:58:17.293646+00'),
	(49, 'articles', '0013_public_address', '2026-11-29 04:58:17.298817+00'),
	(50, 'articles', '0014_statement_rule', '2026-11-29 04:58:17.313848+00');
INSERT INTO public.django_migrations VALUES
	(51, 'mfa', '0001_initial', '2026-11-29 04:58:17.379468+00'),
	(52, 'mfa', '0002_authenticator_timestamps', '2026-11-29 04:58:17.387367+00'),
	(53, 'mfa', '0003_authenticator_type_uniq', '2026-11-29 04:58:17.400053+00'),
	(54, 'cms', '0003_tree', '2026-11-29 04:58:17.404284+00'),
	(55, 'cms', '0004_checkpoint', '2026-11-29 04:58:17.405548+00'),
	(56, 'cms', '0005_entry_of', '2026-11-29 04:58:17.407287+00'),
	(57, 'cms', '0006_checkpoint_note', '2026-11-29 04:58:17.408389+00'),
	(58, 'cms', '0007_tries', '2026-11-29 04:58:17.410223+00'),
	(59, 'cms', '0008_one_of_each_factor', '2026-11-29 04:58:17.413+00'),
	(60, 'reversion', '0001_squashed_0004_auto_20160611_1202', '2026-11-29 04:58:17.434573+00'),
	(61, 'reversion', '0002_add_index_on_version_for_content_type_and_db', '2026-11-29 04:58:17.438463+00'),
	(62, 'reviews', '0009_notice', '2026-11-29 04:58:17.449974+00'),
	(63, 'reviews', '0010_change_sign_off', '2026-11-29 04:58:17.457681+00'),
	(64, 'reviews', '0011_credential_is_plain', '2026-11-29 04:58:17.459335+00'),
	(65, 'sessions', '0001_initial', '2026-11-29 04:58:17.462442+00'),
	(66, 'usersessions', '0001_initial', '2026-11-29 04:58:17.474287+00');

INSERT INTO public.reversion_revision VALUES
	(1, '2026-11-29 04:58:18.42+00', 'The text that the site brings along', 1),
	(2, '2026-11-29 04:58:18.433735+00', 'The text that the site brings along', 1),
	(3, '2026-11-29 04:58:18.439112+00', 'The text that the site brings along', 1),
	(4, '2026-11-29 04:58:18.446422+00', 'The text that the site brings along', 1),
	(5, '2026-11-29 04:58:18.453507+00', 'The text that the site brings along', 1),
	(6, '2026-11-29 04:58:18.458533+00', 'The text that the site brings along', 1),
	(7, '2026-11-29 04:58:18.463154+00', 'The text that the site brings along', 1),
	(8, '2026-11-29 04:58:18.46781+00', 'The text that the site brings along', 1),
	(9, '2026-11-29 04:58:18.472382+00', 'The text that the site brings along', 1),
	(10, '2026-11-29 04:58:18.477313+00', 'The text that the site brings along', 1),
	(11, '2026-11-29 04:58:19.763353+00', 'First draft', 1),
	(12, '2026-11-29 04:58:19.987161+00', 'Carried over from the fix in edition 2', 1),
	(13, '2026-11-29 04:58:20.000813+00', 'First draft', 1);

INSERT INTO public.reversion_version VALUES
	(1, '1', 'json', '[{"model": "articles.article", "pk": 1, "fields": {"kind": "statement", "slug": "crisis-help", "title": "Crisis help", "title_is_proposed": false, "summary": "If you might hurt yourself or someone else, or cannot stay safe, call your local emergency number now.", "key_points": "[]", "body": "<p>If you might hurt yourself or someone else, or cannot stay safe, call your local emergency number now.</p><p>The services listed here offer support to people in distress and to those who worry about them. You do not need to be sure it is a crisis to ask for help.</p>", "funding": "", "uses_ai_tools": false, "language": "en", "contacts": [{"region": "United States", "name": "988 Suicide & Crisis Lifeline", "audience": "", "links": [{"label": "Call 988", "href": "tel:988"}, {"label": "Text 988", "href": "sms:988"}], "first": true}, {"region": "United States", "name": "Veterans Crisis Line", "audience": "Veterans, service members and their families; no VA enrolment needed", "links": [{"label": "Call 988, then press 1", "href": "tel:988"}, {"label": "Text 838255", "href": "sms:838255"}], "first": true}, {"region": "United Kingdom and Ireland", "name": "Samaritans", "audience": "Free, day and night", "links": [{"label": "Call 116 123", "href": "tel:116123"}], "first": true}, {"region": "Other countries", "name": "findahelpline.com", "audience": "A list of support services by country", "links": [{"label": "Find a line at findahelpline.com", "href": "https://findahelpline.com/"}], "first": true}, {"region": "United States", "name": "988 Suicide & Crisis Lifeline: online chat", "audience": "", "links": [{"label": "Chat at 988lifeline.org", "href": "https://988lifeline.org/"}], "first": false}, {"region": "United States", "name": "Veterans Crisis Line: online chat", "audience": "Veterans, service members and their families; no VA enrolment needed", "links": [{"label": "Chat at veteranscrisisline.net", "href": "https://veteranscrisisline.net/Chat"}], "first": false}, {"region": "United States", "name": "SAMHSA National Helpline", "audience": "Help with alcohol and other substances", "links": [{"label": "Call 1-800-662-4357", "href": "tel:18006624357"}], "first": false}, {"region": "United States", "name": "Poison Help", "audience": "Poisoning, or taking too much of something", "links": [{"label": "Call 1-800-222-1222", "href": "tel:18002221222"}], "first": false}, {"region": "United States", "name": "Emergency services", "audience": "Danger to life", "links": [{"label": "Call 911", "href": "tel:911"}], "first": false}, {"region": "United Kingdom and Ireland", "name": "Samaritans by e-mail", "audience": "Slower than a call", "links": [{"label": "Write to jo@samaritans.org", "href": "mailto:jo@samaritans.org"}], "first": false}], "source_digest": null, "topics": []}}]', 'Crisis help', 20, 1, 'default'),
	(2, '2', 'json', '[{"model": "articles.article", "pk": 2, "fields": {"kind": "statement", "slug": "crisis-help-without-numbers", "title": "Crisis help", "title_is_proposed": false, "summary": "If you might hurt yourself or someone else, or cannot stay safe, call your local emergency number now.", "key_points": "[]", "body": "<p>If you might hurt yourself or someone else, or cannot stay safe, call your local emergency number now.</p><p>If you can, go to someone you trust and stay with them. Tell a doctor, a nurse or the nearest emergency department how you feel. You do not need to be sure it is a crisis to ask for help.</p>", "funding": "", "uses_ai_tools": false, "language": "en", "contacts": [], "source_digest": null, "topics": []}}]', 'Crisis help', 20, 2, 'default'),
	(3, '3', 'json', '[{"model": "articles.article", "pk": 3, "fields": {"kind": "statement", "slug": "regulatory-status", "title": "What the US regulator says", "title_is_proposed": false, "summary": "The US FDA has not approved kratom for any use.", "key_points": "[]", "body": "<p>The US Food and Drug Administration (FDA) has not approved kratom, mitragynine or 7-hydroxymitragynine for any use.</p><p>The FDA says kratom cannot lawfully be sold in the United States as a drug, a dietary supplement or a food additive.</p>", "funding": "", "uses_ai_tools": false, "language": "en", "contacts": [], "source_digest": null, "topics": []}}]', 'What the US regulator says', 20, 3, 'default'),
	(4, '4', 'json', '[{"model": "articles.article", "pk": 4, "fields": {"kind": "statement", "slug": "evidence-status", "title": "What research has and has not shown", "title_is_proposed": false, "summary": "A 2023 review noted no human clinical trials of kratom for mental health. Long-term effects are not well known.", "key_points": "[]", "body": "<p>A review published in 2023 looked at 46 articles, from 1950 to September 2022. It noted that there were no human clinical trials of kratom for mental health, and considerable adverse effects [@yangb2023].</p><p>The long-term effects of kratom are not well known [@papadi2022].</p>", "funding": "", "uses_ai_tools": false, "language": "en", "contacts": [], "source_digest": null, "topics": []}}]', 'What research has and has not shown', 20, 4, 'default'),
	(5, '1', 'json', '[{"model": "articles.reference", "pk": 1, "fields": {"article": 4, "position": 0, "key": "yangb2023", "authors": "Yang B, Yi S, Zhang R, Leong Bin Abdullah MFI", "title": "Adverse Psychological and Therapeutic Effects of Kratom (Mitragyna speciosa) Use: A Systematic Review", "journal": "Malays J Med Health Sci", "year": 2023, "volume": "19(5)", "pages": "218-236", "doi": "10.47836/mjmhs.19.5.31", "pmid": "", "pmcid": "", "url": "", "accessed_on": null, "design": "systematic review"}}]', 'yangb2023', 22, 4, 'default'),
	(6, '2', 'json', '[{"model": "articles.reference", "pk": 2, "fields": {"article": 4, "position": 1, "key": "papadi2022", "authors": "Papadi G, Bakhiya N, Hirsch-Ernst KI", "title": "", "journal": "EFSA J", "year": 2022, "volume": "20(Suppl 1)", "pages": "e200415", "doi": "10.2903/j.efsa.2022.e200415", "pmid": "35634550", "pmcid": "", "url": "", "accessed_on": null, "design": "other"}}]', 'papadi2022', 22, 4, 'default'),
	(7, '5', 'json', '[{"model": "articles.article", "pk": 5, "fields": {"kind": "statement", "slug": "legal-status", "title": "Kratom and the law", "title_is_proposed": false, "summary": "Kratom law differs from place to place and changes often.", "key_points": "[]", "body": "<p>Kratom law differs between countries, states and cities, and it changes often. This is not legal advice; check the current law where you live and where you travel.</p>", "funding": "", "uses_ai_tools": false, "language": "en", "contacts": [], "source_digest": null, "topics": []}}]', 'Kratom and the law', 20, 5, 'default'),
	(8, '6', 'json', '[{"model": "articles.article", "pk": 6, "fields": {"kind": "statement", "slug": "seven-oh-status", "title": "Concentrated 7-OH products", "title_is_proposed": false, "summary": "Products with concentrated 7-OH are not the same as kratom leaf.", "key_points": "[]", "body": "<p>Products with concentrated 7-hydroxymitragynine (7-OH) are not the same as kratom leaf.</p><p>In July 2025 the US Food and Drug Administration (FDA) sent warning letters to seven companies. It also advised that certain 7-OH products be controlled under the US Controlled Substances Act; kratom leaf was not the focus of that advice. The decision lies with the US Drug Enforcement Administration, after public comment. We have not confirmed the outcome.</p>", "funding": "", "uses_ai_tools": false, "language": "en", "contacts": [], "source_digest": null, "topics": []}}]', 'Concentrated 7-OH products', 20, 6, 'default'),
	(9, '7', 'json', '[{"model": "articles.article", "pk": 7, "fields": {"kind": "statement", "slug": "notice-ended", "title": "The review of this page has ended", "title_is_proposed": false, "summary": "The review behind this page has ended, so its text is not shown.", "key_points": "[]", "body": "<p>You followed a link to a page whose medical review has come to its end. We do not show health information without a current review, so its text is not shown.</p><p>For a question about your health, talk with a doctor, a pharmacist or another clinician. Do not change a prescribed medicine because of something you read on this page earlier.</p>", "funding": "", "uses_ai_tools": false, "language": "en", "contacts": [], "source_digest": null, "topics": []}}]', 'The review of this page has ended', 20, 7, 'default'),
	(10, '8', 'json', '[{"model": "articles.article", "pk": 8, "fields": {"kind": "statement", "slug": "notice-revoked", "title": "This page is not shown at present", "title_is_proposed": false, "summary": "A review that this page needs no longer stands, so its text is not shown.", "key_points": "[]", "body": "<p>You followed a link to a page that no longer has every review it needs. We show health information only while its review stands, so its text is not shown.</p><p>For a question about your health, talk with a doctor, a pharmacist or another clinician. Do not change a prescribed medicine because of something you read on this page earlier.</p>", "funding": "", "uses_ai_tools": false, "language": "en", "contacts": [], "source_digest": null, "topics": []}}]', 'This page is not shown at present', 20, 8, 'default'),
	(11, '9', 'json', '[{"model": "articles.article", "pk": 9, "fields": {"kind": "statement", "slug": "notice-taken-down", "title": "This page has been taken from view", "title_is_proposed": false, "summary": "Our editors have taken this page from view, so its text is not shown.", "key_points": "[]", "body": "<p>You followed a link to a page that our editors have taken from view. Its text is not shown.</p><p>For a question about your health, talk with a doctor, a pharmacist or another clinician. Do not change a prescribed medicine because of something you read on this page earlier.</p>", "funding": "", "uses_ai_tools": false, "language": "en", "contacts": [], "source_digest": null, "topics": []}}]', 'This page has been taken from view', 20, 9, 'default'),
	(12, '10', 'json', '[{"model": "articles.article", "pk": 10, "fields": {"kind": "statement", "slug": "notice-retracted", "title": "This page has been retracted", "title_is_proposed": false, "summary": "This page was wrong and has been retracted, so its text is not shown.", "key_points": "[]", "body": "<p>You followed a link to a page that we have retracted because it was wrong. Please do not rely on what it said. Its text is not shown.</p><p>If you made a choice about your health because of it, talk with a doctor, a pharmacist or another clinician soon. Do not change a prescribed medicine on your own.</p>", "funding": "", "uses_ai_tools": false, "language": "en", "contacts": [], "source_digest": null, "topics": []}}]', 'This page has been retracted', 20, 10, 'default'),
	(13, '11', 'json', '[{"model": "articles.article", "pk": 11, "fields": {"kind": "article", "slug": "a-public-page", "title": "What one survey asked", "title_is_proposed": false, "summary": "A survey asked people who use kratom about worry. It cannot show cause.", "key_points": "[\"One survey asked.\", \"People chose to answer.\", \"It cannot show cause.\"]", "body": "<h2>The survey</h2><p>The plnat grows in wet forests along wide rivers. Its leaves are gathered in the cool of the morning and carried to a village market in baskets [@garcia2020].</p><p>Grown people were asked about worry, and 62 of 100 said that they had never slept well. Sertraline was not named. Read <a href=\"http://example.org/survey\" rel=\"noopener noreferrer\">the report of the survey</a> for its questions, <strong>which were plain</strong>.</p><ul><li><p>The questions were printed on paper and sent by post</p></li><li><p>The answers came back by post too</p></li></ul><p>Nobody can say yet what the answers mean. The writers of the report say so on its last page, and ask other teams to repeat the survey in another place with other questions.</p><p>The nxet surevy uses thikc paepr, and prinetd lettres.</p>", "funding": "No company paid for this page.", "uses_ai_tools": false, "language": "en", "contacts": [], "source_digest": null, "topics": [9]}}]', 'What one survey asked', 20, 11, 'default'),
	(14, '3', 'json', '[{"model": "articles.reference", "pk": 3, "fields": {"article": 11, "position": 0, "key": "garcia2020", "authors": "Garcia-Romeu A", "title": "Kratom: user demographics", "journal": "", "year": 2020, "volume": "", "pages": "", "doi": "", "pmid": "", "pmcid": "", "url": "", "accessed_on": null, "design": "survey"}}]', 'garcia2020', 22, 11, 'default'),
	(15, '1', 'json', '[{"model": "articles.byline", "pk": 1, "fields": {"article": 11, "person": 1, "position": 0}}]', 'Wanda Writer', 25, 11, 'default'),
	(16, '11', 'json', '[{"model": "articles.article", "pk": 11, "fields": {"kind": "article", "slug": "a-public-page", "title": "What one survey asked", "title_is_proposed": false, "summary": "A survey asked people who use kratom about worry. It cannot show cause.", "key_points": "[\"One survey asked.\", \"People chose to answer.\", \"It cannot show cause.\"]", "body": "<h2>The survey</h2><p>The plant grows in wet forests along wide rivers. Its leaves are gathered in the cool of the morning and carried to a village market in baskets [@garcia2020].</p><p>Grown people were asked about worry, and 62 of 100 said that they had never slept well. Sertraline was not named. Read <a href=\"http://example.org/survey\" rel=\"noopener noreferrer\">the report of the survey</a> for its questions, <strong>which were plain</strong>.</p><ul><li><p>The questions were printed on paper and sent by post</p></li><li><p>The answers came back by post too</p></li></ul><p>Nobody can say yet what the answers mean. The writers of the report say so on its last page, and ask other teams to repeat the survey in another place with other questions.</p><p>The nxet surevy uses thikc paepr, and prinetd lettres.</p>", "funding": "No company paid for this page.", "uses_ai_tools": false, "language": "en", "contacts": [], "source_digest": null, "topics": [9]}}]', 'What one survey asked', 20, 12, 'default'),
	(17, '3', 'json', '[{"model": "articles.reference", "pk": 3, "fields": {"article": 11, "position": 0, "key": "garcia2020", "authors": "Garcia-Romeu A", "title": "Kratom: user demographics", "journal": "", "year": 2020, "volume": "", "pages": "", "doi": "", "pmid": "", "pmcid": "", "url": "", "accessed_on": null, "design": "survey"}}]', 'garcia2020', 22, 12, 'default'),
	(18, '1', 'json', '[{"model": "articles.byline", "pk": 1, "fields": {"article": 11, "person": 1, "position": 0}}]', 'Wanda Writer', 25, 12, 'default'),
	(19, '12', 'json', '[{"model": "articles.article", "pk": 12, "fields": {"kind": "article", "slug": "a-page-that-was-refused", "title": "What one survey asked", "title_is_proposed": false, "summary": "A survey asked people who use kratom about worry. It cannot show cause.", "key_points": "[\"One survey asked.\", \"People chose to answer.\", \"It cannot show cause.\"]", "body": "<h2>The survey</h2><p>People were asked about worry [@garcia2020].</p>", "funding": "No company paid for this page.", "uses_ai_tools": false, "language": "en", "contacts": [], "source_digest": null, "topics": [9]}}]', 'What one survey asked', 20, 13, 'default'),
	(20, '4', 'json', '[{"model": "articles.reference", "pk": 4, "fields": {"article": 12, "position": 0, "key": "garcia2020", "authors": "Garcia-Romeu A", "title": "Kratom: user demographics", "journal": "", "year": 2020, "volume": "", "pages": "", "doi": "", "pmid": "", "pmcid": "", "url": "", "accessed_on": null, "design": "survey"}}]', 'garcia2020', 22, 13, 'default'),
	(21, '2', 'json', '[{"model": "articles.byline", "pk": 2, "fields": {"article": 12, "person": 1, "position": 0}}]', 'Wanda Writer', 25, 13, 'default');

INSERT INTO public.reviews_appointment OVERRIDING SYSTEM VALUE VALUES
	(1, 6, 'compliance', '2026-11-29 04:58:18.080009+00'),
	(2, 7, 'medical lead', '2026-11-29 04:58:18.089421+00');

INSERT INTO public.reviews_basis VALUES
	(1, 1, 1, '\x21ec21e1eca6063459ab95daca294a420b5a66e74b17cadb086f0b71a4fe00d5', 0, '\x', false, DEFAULT, DEFAULT),
	(2, 2, 2, '\xcb3a686d558b25925bfcaf702ac4a791be6f3715b8f5477472d9eab04fdcb634', 0, '\x', false, DEFAULT, DEFAULT),
	(3, 3, 3, '\xbff21c810c66e383444e16410460f17d540480a26fcbcd6d5b9b5ae939c927bd', 0, '\x', false, DEFAULT, DEFAULT),
	(3, 4, 3, '\xbff21c810c66e383444e16410460f17d540480a26fcbcd6d5b9b5ae939c927bd', 0, '\x', false, DEFAULT, DEFAULT),
	(4, 5, 4, '\xb44a98c888bf73b5885ed6b686e6570b8075450e7a3a7eb82fd364d78808e49c', 0, '\x', false, DEFAULT, DEFAULT),
	(5, 6, 5, '\x8de96a0b1009cecc2b9f333f2f040234f685d64d48c6819af491d6d23706ae2a', 0, '\x', false, DEFAULT, DEFAULT),
	(5, 7, 5, '\x8de96a0b1009cecc2b9f333f2f040234f685d64d48c6819af491d6d23706ae2a', 0, '\x', false, DEFAULT, DEFAULT),
	(6, 8, 6, '\xfdca24c5ccc645f8db627e7cd6e7f7615f287f6ab510507696b54d9ab48d8254', 0, '\x', false, DEFAULT, DEFAULT),
	(6, 9, 6, '\xfdca24c5ccc645f8db627e7cd6e7f7615f287f6ab510507696b54d9ab48d8254', 0, '\x', false, DEFAULT, DEFAULT),
	(7, 10, 7, '\xdd26cca113e5e17c4fbcecffa4f9b32b7c1b3126a10b536c4971faf9388df6b4', 0, '\x', false, DEFAULT, DEFAULT),
	(8, 11, 8, '\xd713314cbface63398917714d58b71d40f251fc440cd2888d7def6c71b06450b', 0, '\x', false, DEFAULT, DEFAULT),
	(9, 12, 9, '\x7baf4ba6db772814a46305b61f0c0d092bf8640cd76f65ff4872f7f597749e42', 0, '\x', false, DEFAULT, DEFAULT),
	(10, 13, 10, '\x0665cbebd591d6f98746b695826908f659f4c6a85cbcadc624a67d9f79062458', 0, '\x', false, DEFAULT, DEFAULT),
	(11, 14, 11, '\x9fb97364ea3e70a50714bab727932f7e5c5b8c34a3960be9a66d5f7ed2adf137', 0, '\x', false, DEFAULT, DEFAULT),
	(12, 14, 12, '\x9778037b04df1c572251cc5d82db1a83dea26d756202547f360f50ed36395333', 11, '\x9fb97364ea3e70a50714bab727932f7e5c5b8c34a3960be9a66d5f7ed2adf137', true, DEFAULT, DEFAULT),
	(12, 15, 12, '\x9778037b04df1c572251cc5d82db1a83dea26d756202547f360f50ed36395333', 11, '\x9fb97364ea3e70a50714bab727932f7e5c5b8c34a3960be9a66d5f7ed2adf137', false, DEFAULT, DEFAULT);

INSERT INTO public.reviews_chosentier OVERRIDING SYSTEM VALUE VALUES
	(1, 12, 'moderate-risk', 'two-signatures', 5, '2026-11-29 04:58:20.245706+00', 'Readers in distress ask for it');

INSERT INTO public.reviews_credential OVERRIDING SYSTEM VALUE VALUES
	(1, 3, 'Dr Dora Doctor', 'psychiatrist', 'Board of the Tests', 'T-12345', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', '2026-11-29 04:58:18.176016+00', 'physician'),
	(2, 4, 'Dr Dan Doctor', 'psychiatrist', 'Board of the Tests', 'T-12345', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', '2026-11-29 04:58:18.255004+00', 'physician'),
	(3, 7, 'Dr Lena Lead', 'psychiatrist', 'Board of the Tests', 'T-12345', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', '2026-11-29 04:58:18.332368+00', 'physician'),
	(4, 8, 'Lara Lawyer', 'psychiatrist', 'Board of the Tests', 'T-12345', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', '2026-11-29 04:58:18.408838+00', 'lawyer or regulatory specialist');

INSERT INTO public.reviews_dismissal VALUES
	(2, '2026-11-29 04:58:20.415438+00');

INSERT INTO public.reviews_lift VALUES
	(1, 3, 'lifted', '2026-11-29 04:58:20.2431+00', 'Read again');

INSERT INTO public.reviews_notice OVERRIDING SYSTEM VALUE VALUES
	(1, '\x7b2261727469636c6573223a5b5d2c2265766572797768657265223a747275652c22736368656d61223a312c22736f75726365223a2241206c6574746572222c2274657874223a2253746f7020616e64207265616420746869732e222c22746f70696373223a5b5d7d', 5, '2026-11-29 04:58:20.249154+00', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT),
	(2, '\x7b2261727469636c6573223a5b5d2c2265766572797768657265223a747275652c22736368656d61223a312c22736f75726365223a2241206c6574746572222c2274657874223a2253746f7020616e64207265616420746869732e222c22746f70696373223a5b5d7d', 5, '2026-11-29 04:58:20.327624+00', DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT, DEFAULT);

INSERT INTO public.reviews_noticeend OVERRIDING SYSTEM VALUE VALUES
	(1, 2, 3, '2026-11-29 04:58:20.405129+00', 'Over');

INSERT INTO public.reviews_noticepublication OVERRIDING SYSTEM VALUE VALUES
	(1, 1, '\x680ab934983c355bc5dced42c8cff33868f2d72bad08a140d9b4d497a05fbb2c', 3, '2026-12-08 04:58:20.250658+00', 5, '2026-11-29 04:58:20.325672+00'),
	(2, 2, '\x680ab934983c355bc5dced42c8cff33868f2d72bad08a140d9b4d497a05fbb2c', 3, '2026-12-08 04:58:20.328925+00', 5, '2026-11-29 04:58:20.40301+00');

INSERT INTO public.reviews_noticesignature OVERRIDING SYSTEM VALUE VALUES
	(1, 1, '\x680ab934983c355bc5dced42c8cff33868f2d72bad08a140d9b4d497a05fbb2c', 5, 1, 1, 3, 'Dr Dora Doctor', 'psychiatrist', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', 'physician', '2026-11-29 04:58:18.177756+00', '2027-11-29 04:58:18.092557+00', '2026-11-29 04:58:20.322642+00', '2026-12-08 04:58:20.250658+00'),
	(2, 2, '\x680ab934983c355bc5dced42c8cff33868f2d72bad08a140d9b4d497a05fbb2c', 5, 1, 1, 3, 'Dr Dora Doctor', 'psychiatrist', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', 'physician', '2026-11-29 04:58:18.177756+00', '2027-11-29 04:58:18.092557+00', '2026-11-29 04:58:20.400681+00', '2026-12-08 04:58:20.328925+00');

INSERT INTO public.reviews_policy OVERRIDING SYSTEM VALUE VALUES
	(1, 'one-signature', 2, 'Tier 1: one medical signature', 'article', 10, '{}', true, '{}', '{}', DEFAULT, '{"medical accuracy"}', '1 year', '1 year 3 mons', '2026-11-29 04:58:17.636713+00', '{}', '{"medical accuracy": {"by": ["physician", "pharmacist", "nurse practitioner or physician assistant", "clinical psychologist"]}}'),
	(2, 'moderate-risk', 1, 'Tier 2, moderate risk: one medical signature', 'article', 20, '{}', false, '{pharmacology,safety}', '{}', DEFAULT, '{"medical accuracy"}', '1 year', '1 year 3 mons', '2026-11-29 04:58:17.637555+00', '{}', '{"medical accuracy": {"by": ["physician", "pharmacist", "nurse practitioner or physician assistant"]}}'),
	(3, 'two-signatures', 3, 'Tier 3, high risk: two medical signatures by two people', 'article', 30, '{}', false, '{ptsd,anxiety,depression,suicide,dependence,interactions,pregnancy,liver}', '{"anxiety disorder*","panic disorder*","panic attack*",ptsd,post-traumatic,posttraumatic,depress*,suicid*,self-harm*,"kill yourself","kill themselves","end their life","end your life",withdrawal,overdos*,pregnan*,breast-feed*,breastfeed*}', DEFAULT, '{"medical accuracy","second medical review"}', '6 mons', '9 mons', '2026-11-29 04:58:17.638149+00', '{}', '{"medical accuracy": {"by": ["physician"]}, "second medical review": {"by": ["physician", "pharmacist", "nurse practitioner or physician assistant", "clinical psychologist"], "covers": "any"}}'),
	(4, 'time-critical', 1, 'Tier 4, time-critical: a medical signature and a legal check', 'article', 40, '{}', false, '{law,7-oh}', '{recalled,"product recall*","import alert"}', DEFAULT, '{"medical accuracy","legal check"}', '90 days', '180 days', '2026-11-29 04:58:17.639089+00', '{}', '{"legal check": {"by": ["lawyer or regulatory specialist"], "covers": "none"}, "medical accuracy": {"by": ["physician", "pharmacist", "nurse practitioner or physician assistant"], "covers": "any"}}'),
	(5, 'high-risk-and-time-critical', 1, 'Tiers 3 and 4: two medical signatures and a legal check', 'article', 50, '{}', false, '{}', '{}', DEFAULT, '{"medical accuracy","second medical review","legal check"}', '90 days', '180 days', '2026-11-29 04:58:17.639711+00', '{two-signatures,time-critical}', '{"legal check": {"by": ["lawyer or regulatory specialist"], "covers": "none"}, "medical accuracy": {"by": ["physician"]}, "second medical review": {"by": ["physician", "pharmacist", "nurse practitioner or physician assistant", "clinical psychologist"], "covers": "any"}}'),
	(6, 'statement-other', 2, 'Other statement', 'statement', 10, '{}', true, '{}', '{}', DEFAULT, '{"medical accuracy"}', '75 days', '90 days', '2026-11-29 04:58:17.640285+00', '{}', '{"medical accuracy": {"by": ["physician", "pharmacist", "nurse practitioner or physician assistant", "clinical psychologist"]}}'),
	(7, 'crisis-help', 2, 'Crisis help, checked every 30 days', 'statement', 20, '{crisis-help}', false, '{}', '{}', DEFAULT, '{"medical accuracy"}', '9 mons', '1 year', '2026-11-29 04:58:17.640811+00', '{}', '{"medical accuracy": {"by": ["physician", "pharmacist", "nurse practitioner or physician assistant", "clinical psychologist"]}}'),
	(8, 'checked-90-days', 2, 'Law and regulation, checked every 90 days: a medical signature and a legal check', 'statement', 20, '{regulatory-status,legal-status,seven-oh-status}', false, '{}', '{}', DEFAULT, '{"medical accuracy","legal check"}', '9 mons', '1 year', '2026-11-29 04:58:17.64136+00', '{}', '{"legal check": {"by": ["lawyer or regulatory specialist"], "covers": "none"}, "medical accuracy": {"by": ["physician", "pharmacist", "nurse practitioner or physician assistant", "clinical psychologist"]}}'),
	(9, 'checked-180-days', 2, 'Statement, checked every 180 days', 'statement', 20, '{evidence-status}', false, '{}', '{}', DEFAULT, '{"medical accuracy"}', '9 mons', '1 year', '2026-11-29 04:58:17.641945+00', '{}', '{"medical accuracy": {"by": ["physician", "pharmacist", "nurse practitioner or physician assistant", "clinical psychologist"]}}'),
	(10, 'fixed-text', 2, 'Fixed text, looked at once a year', 'statement', 20, '{crisis-help-without-numbers,notice-ended,notice-revoked,notice-taken-down,notice-retracted}', false, '{}', '{}', DEFAULT, '{"medical accuracy"}', '1 year', '100 years', '2026-11-29 04:58:17.64245+00', '{}', '{"medical accuracy": {"by": ["physician", "pharmacist", "nurse practitioner or physician assistant", "clinical psychologist"]}}');

INSERT INTO public.reviews_recheck OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 1, '\x21ec21e1eca6063459ab95daca294a420b5a66e74b17cadb086f0b71a4fe00d5', 6, 1, 'compliance', '2026-11-29 04:58:19.747128+00', 'The lines'' own pages');

INSERT INTO public.reviews_revocation VALUES
	(16, 3, '2026-11-29 04:58:20.094607+00', 'Signed too soon');

INSERT INTO public.reviews_signingsecret OVERRIDING SYSTEM VALUE VALUES
	(1, 3, '\x7fb8eb9225a394127897d7e1331df28e', '\x7602fdea02d2badab25e3b857a8877a178653e5a7c881c60a923dabbf6bfd490', '2026-11-29 04:58:17.76278+00'),
	(2, 4, '\xe4953a1dd9bbfcce61cb4b70dc4cc6e7', '\x8a15faaaba673eb9483fd5ee3fe2ce8d3995d0d3c70fb80fb378954abd0b288f', '2026-11-29 04:58:17.839872+00'),
	(3, 6, '\x64f136e2492bad12e15454f22b1a87e9', '\x42a7d100c36b273b77565092289421f09a721a84dd7164dd8c5cd9ac08cf7f15', '2026-11-29 04:58:17.916332+00'),
	(4, 7, '\x05576b5a8254228bca24b55dd49f6585', '\x499a3045df9bd62b6dbe7d15a8e7de67d1b15507fa3289d7710b3c45007c0012', '2026-11-29 04:58:17.994103+00'),
	(5, 8, '\xbee15050d2c6cc44c34a89b31d7fbac7', '\x254c398a602d1e5f9676763767bd9d0856a2f7f7fac647be5fe66de1cd8fe460', '2026-11-29 04:58:18.069339+00');

INSERT INTO public.reviews_signoff OVERRIDING SYSTEM VALUE VALUES
	(1, 1, '\x21ec21e1eca6063459ab95daca294a420b5a66e74b17cadb086f0b71a4fe00d5', '{1}', '{}', 7, '{"medical accuracy"}', '9 mons', '1 year', 1, 1, 3, 'Dr Dora Doctor', 'psychiatrist', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', '2026-11-29 04:58:18.177756+00', '2027-11-29 04:58:18.092557+00', 'medical accuracy', 'None', '2026-11-29 04:58:18.575412+00', '2027-08-29 04:58:18.575412+00', '2027-11-29 04:58:18.575412+00', 'physician', '{"medical accuracy": {"by": ["physician", "pharmacist", "nurse practitioner or physician assistant", "clinical psychologist"]}}', 0, DEFAULT),
	(2, 2, '\xcb3a686d558b25925bfcaf702ac4a791be6f3715b8f5477472d9eab04fdcb634', '{1}', '{}', 10, '{"medical accuracy"}', '1 year', '100 years', 1, 1, 3, 'Dr Dora Doctor', 'psychiatrist', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', '2026-11-29 04:58:18.177756+00', '2027-11-29 04:58:18.092557+00', 'medical accuracy', 'None', '2026-11-29 04:58:18.684957+00', '2027-11-29 04:58:18.684957+00', '2126-11-29 04:58:18.684957+00', 'physician', '{"medical accuracy": {"by": ["physician", "pharmacist", "nurse practitioner or physician assistant", "clinical psychologist"]}}', 0, DEFAULT),
	(3, 3, '\xbff21c810c66e383444e16410460f17d540480a26fcbcd6d5b9b5ae939c927bd', '{1}', '{}', 8, '{"medical accuracy","legal check"}', '9 mons', '1 year', 1, 1, 3, 'Dr Dora Doctor', 'psychiatrist', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', '2026-11-29 04:58:18.177756+00', '2027-11-29 04:58:18.092557+00', 'medical accuracy', 'None', '2026-11-29 04:58:18.787611+00', '2027-08-29 04:58:18.787611+00', '2027-11-29 04:58:18.787611+00', 'physician', '{"legal check": {"by": ["lawyer or regulatory specialist"], "covers": "none"}, "medical accuracy": {"by": ["physician", "pharmacist", "nurse practitioner or physician assistant", "clinical psychologist"]}}', 0, DEFAULT),
	(4, 3, '\xbff21c810c66e383444e16410460f17d540480a26fcbcd6d5b9b5ae939c927bd', '{1}', '{}', 8, '{"medical accuracy","legal check"}', '9 mons', '1 year', 4, 4, 8, 'Lara Lawyer', 'psychiatrist', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', '2026-11-29 04:58:18.409366+00', '2027-11-29 04:58:18.335534+00', 'legal check', 'None', '2026-11-29 04:58:18.863486+00', '2027-08-29 04:58:18.863486+00', '2027-11-29 04:58:18.863486+00', 'lawyer or regulatory specialist', '{"legal check": {"by": ["lawyer or regulatory specialist"], "covers": "none"}, "medical accuracy": {"by": ["physician", "pharmacist", "nurse practitioner or physician assistant", "clinical psychologist"]}}', 0, DEFAULT),
	(5, 4, '\xb44a98c888bf73b5885ed6b686e6570b8075450e7a3a7eb82fd364d78808e49c', '{1}', '{}', 9, '{"medical accuracy"}', '9 mons', '1 year', 1, 1, 3, 'Dr Dora Doctor', 'psychiatrist', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', '2026-11-29 04:58:18.177756+00', '2027-11-29 04:58:18.092557+00', 'medical accuracy', 'None', '2026-11-29 04:58:18.962734+00', '2027-08-29 04:58:18.962734+00', '2027-11-29 04:58:18.962734+00', 'physician', '{"medical accuracy": {"by": ["physician", "pharmacist", "nurse practitioner or physician assistant", "clinical psychologist"]}}', 0, DEFAULT),
	(6, 5, '\x8de96a0b1009cecc2b9f333f2f040234f685d64d48c6819af491d6d23706ae2a', '{1}', '{}', 8, '{"medical accuracy","legal check"}', '9 mons', '1 year', 1, 1, 3, 'Dr Dora Doctor', 'psychiatrist', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', '2026-11-29 04:58:18.177756+00', '2027-11-29 04:58:18.092557+00', 'medical accuracy', 'None', '2026-11-29 04:58:19.051997+00', '2027-08-29 04:58:19.051997+00', '2027-11-29 04:58:19.051997+00', 'physician', '{"legal check": {"by": ["lawyer or regulatory specialist"], "covers": "none"}, "medical accuracy": {"by": ["physician", "pharmacist", "nurse practitioner or physician assistant", "clinical psychologist"]}}', 0, DEFAULT),
	(7, 5, '\x8de96a0b1009cecc2b9f333f2f040234f685d64d48c6819af491d6d23706ae2a', '{1}', '{}', 8, '{"medical accuracy","legal check"}', '9 mons', '1 year', 4, 4, 8, 'Lara Lawyer', 'psychiatrist', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', '2026-11-29 04:58:18.409366+00', '2027-11-29 04:58:18.335534+00', 'legal check', 'None', '2026-11-29 04:58:19.129507+00', '2027-08-29 04:58:19.129507+00', '2027-11-29 04:58:19.129507+00', 'lawyer or regulatory specialist', '{"legal check": {"by": ["lawyer or regulatory specialist"], "covers": "none"}, "medical accuracy": {"by": ["physician", "pharmacist", "nurse practitioner or physician assistant", "clinical psychologist"]}}', 0, DEFAULT),
	(8, 6, '\xfdca24c5ccc645f8db627e7cd6e7f7615f287f6ab510507696b54d9ab48d8254', '{1}', '{}', 8, '{"medical accuracy","legal check"}', '9 mons', '1 year', 1, 1, 3, 'Dr Dora Doctor', 'psychiatrist', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', '2026-11-29 04:58:18.177756+00', '2027-11-29 04:58:18.092557+00', 'medical accuracy', 'None', '2026-11-29 04:58:19.220609+00', '2027-08-29 04:58:19.220609+00', '2027-11-29 04:58:19.220609+00', 'physician', '{"legal check": {"by": ["lawyer or regulatory specialist"], "covers": "none"}, "medical accuracy": {"by": ["physician", "pharmacist", "nurse practitioner or physician assistant", "clinical psychologist"]}}', 0, DEFAULT),
	(9, 6, '\xfdca24c5ccc645f8db627e7cd6e7f7615f287f6ab510507696b54d9ab48d8254', '{1}', '{}', 8, '{"medical accuracy","legal check"}', '9 mons', '1 year', 4, 4, 8, 'Lara Lawyer', 'psychiatrist', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', '2026-11-29 04:58:18.409366+00', '2027-11-29 04:58:18.335534+00', 'legal check', 'None', '2026-11-29 04:58:19.30109+00', '2027-08-29 04:58:19.30109+00', '2027-11-29 04:58:19.30109+00', 'lawyer or regulatory specialist', '{"legal check": {"by": ["lawyer or regulatory specialist"], "covers": "none"}, "medical accuracy": {"by": ["physician", "pharmacist", "nurse practitioner or physician assistant", "clinical psychologist"]}}', 0, DEFAULT),
	(10, 7, '\xdd26cca113e5e17c4fbcecffa4f9b32b7c1b3126a10b536c4971faf9388df6b4', '{1}', '{}', 10, '{"medical accuracy"}', '1 year', '100 years', 1, 1, 3, 'Dr Dora Doctor', 'psychiatrist', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', '2026-11-29 04:58:18.177756+00', '2027-11-29 04:58:18.092557+00', 'medical accuracy', 'None', '2026-11-29 04:58:19.397346+00', '2027-11-29 04:58:19.397346+00', '2126-11-29 04:58:19.397346+00', 'physician', '{"medical accuracy": {"by": ["physician", "pharmacist", "nurse practitioner or physician assistant", "clinical psychologist"]}}', 0, DEFAULT),
	(11, 8, '\xd713314cbface63398917714d58b71d40f251fc440cd2888d7def6c71b06450b', '{1}', '{}', 10, '{"medical accuracy"}', '1 year', '100 years', 1, 1, 3, 'Dr Dora Doctor', 'psychiatrist', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', '2026-11-29 04:58:18.177756+00', '2027-11-29 04:58:18.092557+00', 'medical accuracy', 'None', '2026-11-29 04:58:19.484772+00', '2027-11-29 04:58:19.484772+00', '2126-11-29 04:58:19.484772+00', 'physician', '{"medical accuracy": {"by": ["physician", "pharmacist", "nurse practitioner or physician assistant", "clinical psychologist"]}}', 0, DEFAULT),
	(12, 9, '\x7baf4ba6db772814a46305b61f0c0d092bf8640cd76f65ff4872f7f597749e42', '{1}', '{}', 10, '{"medical accuracy"}', '1 year', '100 years', 1, 1, 3, 'Dr Dora Doctor', 'psychiatrist', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', '2026-11-29 04:58:18.177756+00', '2027-11-29 04:58:18.092557+00', 'medical accuracy', 'None', '2026-11-29 04:58:19.573195+00', '2027-11-29 04:58:19.573195+00', '2126-11-29 04:58:19.573195+00', 'physician', '{"medical accuracy": {"by": ["physician", "pharmacist", "nurse practitioner or physician assistant", "clinical psychologist"]}}', 0, DEFAULT),
	(13, 10, '\x0665cbebd591d6f98746b695826908f659f4c6a85cbcadc624a67d9f79062458', '{1}', '{}', 10, '{"medical accuracy"}', '1 year', '100 years', 1, 1, 3, 'Dr Dora Doctor', 'psychiatrist', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', '2026-11-29 04:58:18.177756+00', '2027-11-29 04:58:18.092557+00', 'medical accuracy', 'None', '2026-11-29 04:58:19.661891+00', '2027-11-29 04:58:19.661891+00', '2126-11-29 04:58:19.661891+00', 'physician', '{"medical accuracy": {"by": ["physician", "pharmacist", "nurse practitioner or physician assistant", "clinical psychologist"]}}', 0, DEFAULT),
	(14, 11, '\x9fb97364ea3e70a50714bab727932f7e5c5b8c34a3960be9a66d5f7ed2adf137', '{1}', '{safety}', 2, '{"medical accuracy"}', '1 year', '1 year 3 mons', 1, 1, 3, 'Dr Dora Doctor', 'psychiatrist', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', '2026-11-29 04:58:18.177756+00', '2027-11-29 04:58:18.092557+00', 'medical accuracy', 'None', '2026-11-29 04:58:19.855142+00', '2027-11-29 04:58:19.855142+00', '2028-02-29 04:58:19.855142+00', 'physician', '{"medical accuracy": {"by": ["physician", "pharmacist", "nurse practitioner or physician assistant"]}}', 0, DEFAULT),
	(15, 12, '\x9778037b04df1c572251cc5d82db1a83dea26d756202547f360f50ed36395333', '{1}', '{safety}', 2, '{"medical accuracy"}', '1 year', '1 year 3 mons', 3, 3, 7, 'Dr Lena Lead', 'psychiatrist', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', '2026-11-29 04:58:18.332897+00', '2027-11-29 04:58:18.257889+00', 'change', 'None', '2026-11-29 04:58:19.970285+00', '2027-11-29 04:58:19.855142+00', '2028-02-29 04:58:19.855142+00', 'physician', '{"medical accuracy": {"by": ["physician", "pharmacist", "nurse practitioner or physician assistant"]}}', 11, DEFAULT),
	(16, 13, '\xd509c2a67e8e865b75699012ecb7d8b59ff72ff8f23b2d3d73bfa9cf269a5fbe', '{1}', '{safety}', 2, '{"medical accuracy"}', '1 year', '1 year 3 mons', 1, 1, 3, 'Dr Dora Doctor', 'psychiatrist', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', '2026-11-29 04:58:18.177756+00', '2027-11-29 04:58:18.092557+00', 'medical accuracy', 'None', '2026-11-29 04:58:20.091065+00', '2027-11-29 04:58:20.091065+00', '2028-02-29 04:58:20.091065+00', 'physician', '{"medical accuracy": {"by": ["physician", "pharmacist", "nurse practitioner or physician assistant"]}}', 0, DEFAULT);

INSERT INTO public.reviews_suspension VALUES
	(2, 6, '2026-11-29 04:58:20.407712+00', 'Retired');

INSERT INTO public.reviews_verdict OVERRIDING SYSTEM VALUE VALUES
	(1, 13, '\xd509c2a67e8e865b75699012ecb7d8b59ff72ff8f23b2d3d73bfa9cf269a5fbe', 12, 3, 'refused', 'It claims too much', '2026-11-29 04:58:20.169251+00');

INSERT INTO public.reviews_verification OVERRIDING SYSTEM VALUE VALUES
	(1, 1, 3, 'Dr Dora Doctor', 'psychiatrist', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', 6, 1, 'compliance', '2026-11-29 04:58:18.177756+00', '2027-11-29 04:58:18.092557+00', 'physician'),
	(2, 2, 4, 'Dr Dan Doctor', 'psychiatrist', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', 6, 1, 'compliance', '2026-11-29 04:58:18.25559+00', '2027-11-29 04:58:18.181111+00', 'physician'),
	(3, 3, 7, 'Dr Lena Lead', 'psychiatrist', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', 6, 1, 'compliance', '2026-11-29 04:58:18.332897+00', '2027-11-29 04:58:18.257889+00', 'physician'),
	(4, 4, 8, 'Lara Lawyer', 'psychiatrist', '{anxiety,dependence,depression,interactions,liver,ptsd,safety,suicide}', 6, 1, 'compliance', '2026-11-29 04:58:18.409366+00', '2027-11-29 04:58:18.335534+00', 'lawyer or regulatory specialist');

SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 1, false);

SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);

SELECT pg_catalog.setval('public.articles_article_id_seq', 12, true);

SELECT pg_catalog.setval('public.articles_article_topics_id_seq', 2, true);

SELECT pg_catalog.setval('public.articles_byline_id_seq', 2, true);

SELECT pg_catalog.setval('public.articles_disclaimer_id_seq', 29, true);

SELECT pg_catalog.setval('public.articles_draftsave_id_seq', 21, true);

SELECT pg_catalog.setval('public.articles_edition_id_seq', 13, true);

SELECT pg_catalog.setval('public.articles_fixword_id_seq', 11, true);

SELECT pg_catalog.setval('public.articles_hiddenrow_id_seq', 1, true);

SELECT pg_catalog.setval('public.articles_publication_id_seq', 12, true);

SELECT pg_catalog.setval('public.articles_reference_id_seq', 4, true);

SELECT pg_catalog.setval('public.articles_statement_id_seq', 10, true);

SELECT pg_catalog.setval('public.articles_takedown_id_seq', 1, true);

SELECT pg_catalog.setval('public.articles_topic_id_seq', 13, true);

SELECT pg_catalog.setval('public.auth_group_id_seq', 6, true);

SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 39, true);

SELECT pg_catalog.setval('public.auth_permission_id_seq', 90, true);

SELECT pg_catalog.setval('public.cms_person_groups_id_seq', 9, true);

SELECT pg_catalog.setval('public.cms_person_id_seq', 9, true);

SELECT pg_catalog.setval('public.cms_person_user_permissions_id_seq', 1, true);

SELECT pg_catalog.setval('public.django_admin_log_id_seq', 1, false);

SELECT pg_catalog.setval('public.django_content_type_id_seq', 45, true);

SELECT pg_catalog.setval('public.django_migrations_id_seq', 66, true);

SELECT pg_catalog.setval('public.mfa_authenticator_id_seq', 1, false);

SELECT pg_catalog.setval('public.reversion_revision_id_seq', 13, true);

SELECT pg_catalog.setval('public.reversion_version_id_seq', 21, true);

SELECT pg_catalog.setval('public.reviews_appointment_id_seq', 2, true);

SELECT pg_catalog.setval('public.reviews_chosentier_id_seq', 1, true);

SELECT pg_catalog.setval('public.reviews_credential_id_seq', 4, true);

SELECT pg_catalog.setval('public.reviews_notice_id_seq', 2, true);

SELECT pg_catalog.setval('public.reviews_noticeend_id_seq', 1, true);

SELECT pg_catalog.setval('public.reviews_noticepublication_id_seq', 2, true);

SELECT pg_catalog.setval('public.reviews_noticesignature_id_seq', 2, true);

SELECT pg_catalog.setval('public.reviews_policy_id_seq', 10, true);

SELECT pg_catalog.setval('public.reviews_recheck_id_seq', 1, true);

SELECT pg_catalog.setval('public.reviews_signingsecret_id_seq', 5, true);

SELECT pg_catalog.setval('public.reviews_signoff_id_seq', 16, true);

SELECT pg_catalog.setval('public.reviews_verdict_id_seq', 1, true);

SELECT pg_catalog.setval('public.reviews_verification_id_seq', 4, true);

SELECT pg_catalog.setval('public.usersessions_usersession_id_seq', 1, false);

SELECT pg_catalog.setval('secret.asked_1', 1, false);

SELECT pg_catalog.setval('secret.asked_2', 1, false);

SELECT pg_catalog.setval('secret.asked_3', 1, false);

SELECT pg_catalog.setval('secret.asked_4', 1, false);

SELECT pg_catalog.setval('secret.asked_5', 1, false);

SELECT pg_catalog.setval('secret.tries_1', 1, false);

SELECT pg_catalog.setval('secret.tries_2', 1, false);

SELECT pg_catalog.setval('secret.tries_3', 1, false);

SELECT pg_catalog.setval('secret.tries_4', 1, false);

SELECT pg_catalog.setval('secret.tries_5', 1, false);

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_appointment
    ADD CONSTRAINT appointment_of UNIQUE (id, person_id, office);

ALTER TABLE ONLY public.articles_article
    ADD CONSTRAINT article_kind UNIQUE (id, kind);

ALTER TABLE ONLY public.articles_address
    ADD CONSTRAINT articles_address_pkey PRIMARY KEY (slug);

ALTER TABLE ONLY public.articles_address
    ADD CONSTRAINT articles_address_slug_article_id_key UNIQUE (slug, article_id);

ALTER TABLE ONLY public.articles_article
    ADD CONSTRAINT articles_article_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.articles_article
    ADD CONSTRAINT articles_article_source_digest_key UNIQUE (source_digest);

ALTER TABLE ONLY public.articles_article_topics
    ADD CONSTRAINT articles_article_topics_article_id_topic_id_e17776b6_uniq UNIQUE (article_id, topic_id);

ALTER TABLE ONLY public.articles_article_topics
    ADD CONSTRAINT articles_article_topics_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.articles_byline
    ADD CONSTRAINT articles_byline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.articles_disclaimer
    ADD CONSTRAINT articles_disclaimer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.articles_draftsave
    ADD CONSTRAINT articles_draftsave_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.articles_edition
    ADD CONSTRAINT articles_edition_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.articles_fix
    ADD CONSTRAINT articles_fix_pkey PRIMARY KEY (edition_id);

ALTER TABLE ONLY public.articles_fixword
    ADD CONSTRAINT articles_fixword_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.articles_hiddenrow
    ADD CONSTRAINT articles_hiddenrow_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.articles_listing
    ADD CONSTRAINT articles_listing_pkey PRIMARY KEY (topic, starts_at, publication_id) INCLUDE (ends_at);

ALTER TABLE ONLY public.articles_publicaddress
    ADD CONSTRAINT articles_publicaddress_pkey PRIMARY KEY (slug, starts_at, publication_id);

ALTER TABLE ONLY public.articles_publication
    ADD CONSTRAINT articles_publication_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.articles_reference
    ADD CONSTRAINT articles_reference_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.articles_rulebook
    ADD CONSTRAINT articles_rulebook_pkey PRIMARY KEY (version);

ALTER TABLE ONLY public.articles_statement
    ADD CONSTRAINT articles_statement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.articles_takedown
    ADD CONSTRAINT articles_takedown_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.articles_topic
    ADD CONSTRAINT articles_topic_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.articles_topic
    ADD CONSTRAINT articles_topic_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cms_chain
    ADD CONSTRAINT cms_chain_pkey PRIMARY KEY (single);

ALTER TABLE ONLY public.cms_checkpoint
    ADD CONSTRAINT cms_checkpoint_pkey PRIMARY KEY (size);

ALTER TABLE ONLY public.cms_entry
    ADD CONSTRAINT cms_entry_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY public.cms_entry
    ADD CONSTRAINT cms_entry_seq_hash_key UNIQUE (seq, hash);

ALTER TABLE ONLY public.cms_node
    ADD CONSTRAINT cms_node_pkey PRIMARY KEY (level, index);

ALTER TABLE ONLY public.cms_person_groups
    ADD CONSTRAINT cms_person_groups_person_id_group_id_b6ee5bf5_uniq UNIQUE (person_id, group_id);

ALTER TABLE ONLY public.cms_person_groups
    ADD CONSTRAINT cms_person_groups_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cms_person
    ADD CONSTRAINT cms_person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cms_person_user_permissions
    ADD CONSTRAINT cms_person_user_permissi_person_id_permission_id_64f1f891_uniq UNIQUE (person_id, permission_id);

ALTER TABLE ONLY public.cms_person_user_permissions
    ADD CONSTRAINT cms_person_user_permissions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cms_tries
    ADD CONSTRAINT cms_tries_pkey PRIMARY KEY (cache_key);

ALTER TABLE ONLY public.reviews_credential
    ADD CONSTRAINT credential_facts UNIQUE (id, person_id, name, profession, specialties);

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);

ALTER TABLE public.articles_reference
    ADD CONSTRAINT doi_is_plain CHECK ((public.reference_fits('doi'::text, (doi)::text) IS TRUE)) NOT VALID;

ALTER TABLE ONLY public.articles_edition
    ADD CONSTRAINT edition_facts UNIQUE (id, digest, contributors, topics, policy_id);

ALTER TABLE ONLY public.articles_edition
    ADD CONSTRAINT edition_numbers UNIQUE (article_id, number);

ALTER TABLE ONLY public.articles_edition
    ADD CONSTRAINT edition_of_article UNIQUE (id, digest, article_id);

ALTER TABLE ONLY public.articles_edition
    ADD CONSTRAINT edition_root UNIQUE (id, root_id);

ALTER TABLE ONLY public.articles_edition
    ADD CONSTRAINT edition_root_digest UNIQUE (id, root_id, root_digest);

ALTER TABLE public.articles_edition
    ADD CONSTRAINT funding_is_said CHECK ((((kind = 'statement'::text) OR public.says_something((public.doc(content) ->> 'funding'::text))) IS TRUE)) NOT VALID;

ALTER TABLE ONLY public.articles_hiddenrow
    ADD CONSTRAINT hidden_once UNIQUE (edition_id, contact);

ALTER TABLE public.articles_article
    ADD CONSTRAINT language_is_english CHECK (((language)::text = 'en'::text)) NOT VALID;

ALTER TABLE public.articles_edition
    ADD CONSTRAINT language_is_english CHECK ((((public.doc(content) ->> 'language'::text) = 'en'::text) IS TRUE)) NOT VALID;

ALTER TABLE public.articles_edition
    ADD CONSTRAINT letters_of_one_script CHECK ((public.one_script(public.author_text(public.doc(content), ''::text)) IS TRUE)) NOT VALID;

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);

ALTER TABLE public.articles_edition
    ADD CONSTRAINT not_too_long CHECK ((((length(content) <= 250000) AND (length(public.author_text(public.doc(content), ''::text)) <= 60000)) IS TRUE)) NOT VALID;

ALTER TABLE ONLY public.reviews_notice
    ADD CONSTRAINT notice_facts UNIQUE (id, digest, drafted_by_id);

ALTER TABLE ONLY public.reviews_noticeend
    ADD CONSTRAINT notice_is_ended_once UNIQUE (notice_id);

ALTER TABLE ONLY public.reviews_noticepublication
    ADD CONSTRAINT notice_is_published_once UNIQUE (notice_id);

ALTER TABLE ONLY public.reviews_noticesignature
    ADD CONSTRAINT notice_is_signed_once UNIQUE (notice_id);

ALTER TABLE ONLY public.reviews_noticesignature
    ADD CONSTRAINT notice_signature_facts UNIQUE (notice_id, digest, reviewer_id, ends_at);

ALTER TABLE ONLY public.articles_article
    ADD CONSTRAINT one_article_per_address UNIQUE (slug);

ALTER TABLE ONLY public.articles_byline
    ADD CONSTRAINT one_byline_per_person UNIQUE (article_id, person_id);

ALTER TABLE ONLY public.articles_disclaimer
    ADD CONSTRAINT one_disclaimer_version UNIQUE (code, version);

ALTER TABLE ONLY public.articles_draftsave
    ADD CONSTRAINT one_draft_save_per_transaction UNIQUE (article_id, person_id, transaction);

ALTER TABLE ONLY public.articles_fixword
    ADD CONSTRAINT one_fix_word_version UNIQUE (code, version);

ALTER TABLE ONLY public.reviews_policy
    ADD CONSTRAINT one_policy_version UNIQUE (name, version);

ALTER TABLE ONLY public.articles_reference
    ADD CONSTRAINT one_reference_per_key UNIQUE (article_id, key);

ALTER TABLE ONLY public.reviews_signoff
    ADD CONSTRAINT one_sign_off_per_reviewer UNIQUE (edition_id, reviewer_id);

ALTER TABLE ONLY public.articles_statement
    ADD CONSTRAINT one_statement_version UNIQUE (slug, version);

ALTER TABLE public.articles_reference
    ADD CONSTRAINT pages_are_short CHECK ((public.reference_fits('pages'::text, (pages)::text) IS TRUE)) NOT VALID;

ALTER TABLE public.articles_reference
    ADD CONSTRAINT pmcid_is_plain CHECK ((public.reference_fits('pmcid'::text, (pmcid)::text) IS TRUE)) NOT VALID;

ALTER TABLE public.articles_reference
    ADD CONSTRAINT pmid_is_digits CHECK ((public.reference_fits('pmid'::text, (pmid)::text) IS TRUE)) NOT VALID;

ALTER TABLE ONLY public.reviews_policy
    ADD CONSTRAINT policy_facts UNIQUE (id, requires, review_after, ends_after);

ALTER TABLE ONLY public.articles_publication
    ADD CONSTRAINT publication_of_article UNIQUE (id, article_id);

ALTER TABLE ONLY public.articles_publication
    ADD CONSTRAINT publication_of_edition UNIQUE (id, edition_id, digest);

ALTER TABLE ONLY public.reviews_verification
    ADD CONSTRAINT qualification_as_verified UNIQUE (id, qualification);

ALTER TABLE ONLY public.reviews_credential
    ADD CONSTRAINT qualification_of_credential UNIQUE (id, qualification);

ALTER TABLE public.articles_edition
    ADD CONSTRAINT references_have_their_shape CHECK ((public.references_have_their_shape((public.doc(content) -> 'references'::text)) IS TRUE)) NOT VALID;

ALTER TABLE ONLY public.reversion_revision
    ADD CONSTRAINT reversion_revision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reversion_version
    ADD CONSTRAINT reversion_version_db_content_type_id_objec_b2c54f65_uniq UNIQUE (db, content_type_id, object_id, revision_id);

ALTER TABLE ONLY public.reversion_version
    ADD CONSTRAINT reversion_version_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_appointment
    ADD CONSTRAINT reviews_appointment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_basis
    ADD CONSTRAINT reviews_basis_pkey PRIMARY KEY (publication_id, sign_off_id);

ALTER TABLE ONLY public.reviews_chosentier
    ADD CONSTRAINT reviews_chosentier_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_credential
    ADD CONSTRAINT reviews_credential_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_dismissal
    ADD CONSTRAINT reviews_dismissal_pkey PRIMARY KEY (appointment_id);

ALTER TABLE ONLY public.reviews_lift
    ADD CONSTRAINT reviews_lift_pkey PRIMARY KEY (verdict_id);

ALTER TABLE ONLY public.reviews_notice
    ADD CONSTRAINT reviews_notice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_noticeend
    ADD CONSTRAINT reviews_noticeend_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_noticepublication
    ADD CONSTRAINT reviews_noticepublication_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_noticesignature
    ADD CONSTRAINT reviews_noticesignature_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_policy
    ADD CONSTRAINT reviews_policy_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_recheck
    ADD CONSTRAINT reviews_recheck_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_revocation
    ADD CONSTRAINT reviews_revocation_pkey PRIMARY KEY (sign_off_id);

ALTER TABLE ONLY public.reviews_signingsecret
    ADD CONSTRAINT reviews_signingsecret_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_signoff
    ADD CONSTRAINT reviews_signoff_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_suspension
    ADD CONSTRAINT reviews_suspension_pkey PRIMARY KEY (credential_id);

ALTER TABLE ONLY public.reviews_verdict
    ADD CONSTRAINT reviews_verdict_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_verification
    ADD CONSTRAINT reviews_verification_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviews_signoff
    ADD CONSTRAINT sign_off_of_edition UNIQUE (id, edition_id, digest);

ALTER TABLE ONLY public.reviews_policy
    ADD CONSTRAINT signers_of_each UNIQUE (id, signers);

ALTER TABLE public.articles_reference
    ADD CONSTRAINT url_is_plain CHECK ((public.reference_fits('url'::text, (url)::text) IS TRUE)) NOT VALID;

ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_session_key_key UNIQUE (session_key);

ALTER TABLE ONLY public.reviews_verification
    ADD CONSTRAINT verification_facts UNIQUE (id, credential_id, person_id, name, profession, specialties, verified_at, valid_until);

ALTER TABLE public.articles_reference
    ADD CONSTRAINT volume_is_short CHECK ((public.reference_fits('volume'::text, (volume)::text) IS TRUE)) NOT VALID;

ALTER TABLE ONLY public.articles_edition
    ADD CONSTRAINT what_a_fix_keeps UNIQUE (id, digest, article_id, kind, slug, policy_id, topics, disclaimers, statements, flags);

CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);

CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);

CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);

CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);

CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);

CREATE INDEX articles_article_source_digest_32b3c9fd_like ON public.articles_article USING btree (source_digest varchar_pattern_ops);

CREATE INDEX articles_article_topics_article_id_40a728e9 ON public.articles_article_topics USING btree (article_id);

CREATE INDEX articles_article_topics_topic_id_64d77542 ON public.articles_article_topics USING btree (topic_id);

CREATE INDEX articles_byline_article_id_b3b9786c ON public.articles_byline USING btree (article_id);

CREATE INDEX articles_byline_person_id_6f91f243 ON public.articles_byline USING btree (person_id);

CREATE INDEX articles_edition_fixes ON public.articles_edition USING btree (article_id, number) WHERE (root_id > 0);

CREATE INDEX articles_edition_search ON public.articles_edition USING gin (search);

CREATE INDEX articles_edition_slug ON public.articles_edition USING btree (slug);

CREATE INDEX articles_edition_statements ON public.articles_edition USING btree (statements) WHERE (kind = 'article'::text);

CREATE INDEX articles_fix_article ON public.articles_fix USING btree (article_id, edition_id);

CREATE INDEX articles_publication_edition ON public.articles_publication USING btree (edition_id);

CREATE INDEX articles_publication_started ON public.articles_publication USING btree (article_id, id DESC, starts_at);

CREATE INDEX articles_reference_article_id_ee6dbb6e ON public.articles_reference USING btree (article_id);

CREATE INDEX articles_takedown_newest ON public.articles_takedown USING btree (article_id, publication_id DESC);

CREATE INDEX articles_topic_slug_a450089a_like ON public.articles_topic USING btree (slug varchar_pattern_ops);

CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);

CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);

CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);

CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);

CREATE INDEX cms_entry_appointment ON public.cms_entry USING btree ((((public.doc(body) ->> 'appointment'::text))::bigint), seq) WHERE (act = 'appoint'::text);

CREATE INDEX cms_entry_article ON public.cms_entry USING btree (article_id, seq);

CREATE INDEX cms_entry_credential ON public.cms_entry USING btree ((((public.doc(body) ->> 'credential'::text))::bigint), seq) WHERE (act = ANY (ARRAY['verify credential'::text, 'suspend credential'::text]));

CREATE INDEX cms_person_groups_group_id_3fd00aac ON public.cms_person_groups USING btree (group_id);

CREATE INDEX cms_person_groups_person_id_82615468 ON public.cms_person_groups USING btree (person_id);

CREATE INDEX cms_person_user_permissions_permission_id_adf2f4e0 ON public.cms_person_user_permissions USING btree (permission_id);

CREATE INDEX cms_person_user_permissions_person_id_6076eb60 ON public.cms_person_user_permissions USING btree (person_id);

CREATE INDEX cms_tries_expires ON public.cms_tries USING btree (expires);

CREATE INDEX django_admin_log_content_type_id_c4bce8eb ON public.django_admin_log USING btree (content_type_id);

CREATE INDEX django_admin_log_user_id_c564eba6 ON public.django_admin_log USING btree (user_id);

CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);

CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);

CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);

CREATE UNIQUE INDEX one_person_per_email ON public.cms_person USING btree (lower((email)::text));

CREATE INDEX reversion_revision_date_created_96f7c20c ON public.reversion_revision USING btree (date_created);

CREATE INDEX reversion_revision_user_id_17095f45 ON public.reversion_revision USING btree (user_id);

CREATE INDEX reversion_v_content_f95daf_idx ON public.reversion_version USING btree (content_type_id, db);

CREATE INDEX reversion_version_content_type_id_7d0ff25c ON public.reversion_version USING btree (content_type_id);

CREATE INDEX reversion_version_revision_id_af9f6a9d ON public.reversion_version USING btree (revision_id);

CREATE INDEX reviews_chosentier_newest ON public.reviews_chosentier USING btree (article_id, id DESC);

CREATE INDEX reviews_noticepublication_by_end ON public.reviews_noticepublication USING btree (ends_at);

CREATE INDEX reviews_recheck_newest ON public.reviews_recheck USING btree (edition_id, id DESC);

CREATE INDEX reviews_signingsecret_newest ON public.reviews_signingsecret USING btree (person_id, id DESC);

CREATE INDEX reviews_verdict_edition ON public.reviews_verdict USING btree (edition_id);

CREATE INDEX reviews_verdict_of_article ON public.reviews_verdict USING btree (article_id);

CREATE INDEX reviews_verification_newest ON public.reviews_verification USING btree (credential_id, valid_until DESC);

CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY (ARRAY['totp'::text, 'recovery_codes'::text]));

CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";

CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;

CREATE INDEX usersessions_usersession_session_key_fd35de43_like ON public.usersessions_usersession USING btree (session_key varchar_pattern_ops);

CREATE INDEX usersessions_usersession_user_id_af5e0a6d ON public.usersessions_usersession USING btree (user_id);

CREATE TRIGGER a_fallback_does_not_age AFTER INSERT ON public.articles_statement FOR EACH ROW EXECUTE FUNCTION gate.a_fallback_does_not_age();

ALTER TABLE public.articles_statement ENABLE ALWAYS TRIGGER a_fallback_does_not_age;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.articles_address FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_address ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.articles_disclaimer FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_disclaimer ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.articles_draftsave FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_draftsave ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.articles_edition FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_edition ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.articles_fix FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_fix ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.articles_fixword FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_fixword ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.articles_hiddenrow FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_hiddenrow ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.articles_listing FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_listing ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.articles_publicaddress FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_publicaddress ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.articles_publication FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_publication ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.articles_rulebook FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_rulebook ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.articles_statement FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_statement ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.articles_takedown FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_takedown ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.cms_checkpoint FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.cms_checkpoint ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.cms_entry FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.cms_entry ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.cms_node FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.cms_node ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_appointment FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_appointment ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_basis FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_basis ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_chosentier FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_chosentier ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_credential FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_credential ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_dismissal FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_dismissal ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_lift FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_lift ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_notice FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_notice ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_noticeend FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_noticeend ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_noticepublication FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_noticepublication ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_noticesignature FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_noticesignature ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_policy FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_policy ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_recheck FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_recheck ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_revocation FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_revocation ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_signingsecret FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_signingsecret ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_signoff FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_signoff ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_suspension FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_suspension ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_verdict FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_verdict ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reviews_verification FOR EACH ROW EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_verification ENABLE ALWAYS TRIGGER append_only;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.articles_address FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_address ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.articles_disclaimer FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_disclaimer ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.articles_draftsave FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_draftsave ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.articles_edition FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_edition ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.articles_fix FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_fix ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.articles_fixword FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_fixword ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.articles_hiddenrow FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_hiddenrow ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.articles_listing FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_listing ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.articles_publicaddress FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_publicaddress ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.articles_publication FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_publication ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.articles_rulebook FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_rulebook ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.articles_statement FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_statement ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.articles_takedown FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.articles_takedown ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.cms_checkpoint FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.cms_checkpoint ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.cms_entry FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.cms_entry ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.cms_node FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.cms_node ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_appointment FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_appointment ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_basis FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_basis ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_chosentier FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_chosentier ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_credential FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_credential ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_dismissal FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_dismissal ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_lift FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_lift ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_notice FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_notice ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_noticeend FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_noticeend ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_noticepublication FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_noticepublication ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_noticesignature FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_noticesignature ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_policy FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_policy ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_recheck FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_recheck ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_revocation FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_revocation ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_signingsecret FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_signingsecret ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_signoff FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_signoff ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_suspension FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_suspension ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_verdict FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_verdict ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER append_only_at_all BEFORE TRUNCATE ON public.reviews_verification FOR EACH STATEMENT EXECUTE FUNCTION gate.append_only();

ALTER TABLE public.reviews_verification ENABLE ALWAYS TRIGGER append_only_at_all;

CREATE TRIGGER checked_by_no_contributor AFTER INSERT ON public.reviews_recheck FOR EACH ROW EXECUTE FUNCTION gate.checked_by_no_contributor();

ALTER TABLE public.reviews_recheck ENABLE ALWAYS TRIGGER checked_by_no_contributor;

CREATE TRIGGER fix_is_no_more AFTER INSERT ON public.articles_fix FOR EACH ROW EXECUTE FUNCTION gate.fix_is_no_more();

ALTER TABLE public.articles_fix ENABLE ALWAYS TRIGGER fix_is_no_more;

CREATE TRIGGER hides_a_row AFTER INSERT ON public.articles_hiddenrow FOR EACH ROW EXECUTE FUNCTION gate.hides_a_row();

ALTER TABLE public.articles_hiddenrow ENABLE ALWAYS TRIGGER hides_a_row;

CREATE TRIGGER note_draft_save AFTER UPDATE ON public.articles_article FOR EACH ROW WHEN ((old.* *<> new.*)) EXECUTE FUNCTION public.note_draft_save('id');

ALTER TABLE public.articles_article ENABLE ALWAYS TRIGGER note_draft_save;

CREATE TRIGGER note_draft_save AFTER UPDATE ON public.articles_byline FOR EACH ROW WHEN ((old.* *<> new.*)) EXECUTE FUNCTION public.note_draft_save('article_id');

ALTER TABLE public.articles_byline ENABLE ALWAYS TRIGGER note_draft_save;

CREATE TRIGGER note_draft_save AFTER UPDATE ON public.articles_reference FOR EACH ROW WHEN ((old.* *<> new.*)) EXECUTE FUNCTION public.note_draft_save('article_id');

ALTER TABLE public.articles_reference ENABLE ALWAYS TRIGGER note_draft_save;

CREATE TRIGGER note_draft_save_new AFTER INSERT ON public.articles_article FOR EACH ROW EXECUTE FUNCTION public.note_draft_save('id');

ALTER TABLE public.articles_article ENABLE ALWAYS TRIGGER note_draft_save_new;

CREATE TRIGGER note_draft_save_new AFTER INSERT OR DELETE OR UPDATE ON public.articles_article_topics FOR EACH ROW EXECUTE FUNCTION public.note_draft_save('article_id');

ALTER TABLE public.articles_article_topics ENABLE ALWAYS TRIGGER note_draft_save_new;

CREATE TRIGGER note_draft_save_new AFTER INSERT OR DELETE ON public.articles_byline FOR EACH ROW EXECUTE FUNCTION public.note_draft_save('article_id');

ALTER TABLE public.articles_byline ENABLE ALWAYS TRIGGER note_draft_save_new;

CREATE TRIGGER note_draft_save_new AFTER INSERT OR DELETE ON public.articles_reference FOR EACH ROW EXECUTE FUNCTION public.note_draft_save('article_id');

ALTER TABLE public.articles_reference ENABLE ALWAYS TRIGGER note_draft_save_new;

CREATE TRIGGER number_in_the_rulebook BEFORE INSERT ON public.articles_disclaimer FOR EACH ROW EXECUTE FUNCTION gate.number_in_the_rulebook();

ALTER TABLE public.articles_disclaimer ENABLE ALWAYS TRIGGER number_in_the_rulebook;

CREATE TRIGGER number_in_the_rulebook BEFORE INSERT ON public.articles_statement FOR EACH ROW EXECUTE FUNCTION gate.number_in_the_rulebook();

ALTER TABLE public.articles_statement ENABLE ALWAYS TRIGGER number_in_the_rulebook;

CREATE TRIGGER save_is_noted AFTER UPDATE ON public.articles_article FOR EACH ROW WHEN ((old.* *<> new.*)) EXECUTE FUNCTION gate.save_is_noted('id');

ALTER TABLE public.articles_article ENABLE ALWAYS TRIGGER save_is_noted;

CREATE TRIGGER save_is_noted AFTER UPDATE ON public.articles_article_topics FOR EACH ROW WHEN ((old.* *<> new.*)) EXECUTE FUNCTION gate.save_is_noted('article_id');

ALTER TABLE public.articles_article_topics ENABLE ALWAYS TRIGGER save_is_noted;

CREATE TRIGGER save_is_noted AFTER UPDATE ON public.articles_byline FOR EACH ROW WHEN ((old.* *<> new.*)) EXECUTE FUNCTION gate.save_is_noted('article_id');

ALTER TABLE public.articles_byline ENABLE ALWAYS TRIGGER save_is_noted;

CREATE TRIGGER save_is_noted AFTER UPDATE ON public.articles_reference FOR EACH ROW WHEN ((old.* *<> new.*)) EXECUTE FUNCTION gate.save_is_noted('article_id');

ALTER TABLE public.articles_reference ENABLE ALWAYS TRIGGER save_is_noted;

CREATE TRIGGER save_is_noted_new AFTER INSERT OR DELETE ON public.articles_article FOR EACH ROW EXECUTE FUNCTION gate.save_is_noted('id');

ALTER TABLE public.articles_article ENABLE ALWAYS TRIGGER save_is_noted_new;

CREATE TRIGGER save_is_noted_new AFTER INSERT OR DELETE ON public.articles_article_topics FOR EACH ROW EXECUTE FUNCTION gate.save_is_noted('article_id');

ALTER TABLE public.articles_article_topics ENABLE ALWAYS TRIGGER save_is_noted_new;

CREATE TRIGGER save_is_noted_new AFTER INSERT OR DELETE ON public.articles_byline FOR EACH ROW EXECUTE FUNCTION gate.save_is_noted('article_id');

ALTER TABLE public.articles_byline ENABLE ALWAYS TRIGGER save_is_noted_new;

CREATE TRIGGER save_is_noted_new AFTER INSERT OR DELETE ON public.articles_reference FOR EACH ROW EXECUTE FUNCTION gate.save_is_noted('article_id');

ALTER TABLE public.articles_reference ENABLE ALWAYS TRIGGER save_is_noted_new;

CREATE TRIGGER says_what_it_must AFTER INSERT ON public.articles_edition FOR EACH ROW EXECUTE FUNCTION gate.edition_says_what_it_must();

ALTER TABLE public.articles_edition ENABLE ALWAYS TRIGGER says_what_it_must;

ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_cms_person_id FOREIGN KEY (user_id) REFERENCES public.cms_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.articles_address
    ADD CONSTRAINT articles_address_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.articles_article(id);

ALTER TABLE ONLY public.articles_article_topics
    ADD CONSTRAINT articles_article_top_article_id_40a728e9_fk_articles_ FOREIGN KEY (article_id) REFERENCES public.articles_article(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.articles_article_topics
    ADD CONSTRAINT articles_article_topics_topic_id_64d77542_fk_articles_topic_id FOREIGN KEY (topic_id) REFERENCES public.articles_topic(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.articles_byline
    ADD CONSTRAINT articles_byline_article_id_b3b9786c_fk_articles_article_id FOREIGN KEY (article_id) REFERENCES public.articles_article(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.articles_byline
    ADD CONSTRAINT articles_byline_person_id_6f91f243_fk_cms_person_id FOREIGN KEY (person_id) REFERENCES public.cms_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.articles_disclaimer
    ADD CONSTRAINT articles_disclaimer_adopted_by_id_fkey FOREIGN KEY (adopted_by_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.articles_draftsave
    ADD CONSTRAINT articles_draftsave_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.articles_article(id);

ALTER TABLE ONLY public.articles_draftsave
    ADD CONSTRAINT articles_draftsave_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.articles_edition
    ADD CONSTRAINT articles_edition_submitted_by_id_fkey FOREIGN KEY (submitted_by_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.articles_fix
    ADD CONSTRAINT articles_fix_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.articles_hiddenrow
    ADD CONSTRAINT articles_hiddenrow_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.articles_listing
    ADD CONSTRAINT articles_listing_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES public.articles_publication(id);

ALTER TABLE ONLY public.articles_publication
    ADD CONSTRAINT articles_publication_published_by_id_fkey FOREIGN KEY (published_by_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.articles_reference
    ADD CONSTRAINT articles_reference_article_id_ee6dbb6e_fk_articles_article_id FOREIGN KEY (article_id) REFERENCES public.articles_article(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.articles_statement
    ADD CONSTRAINT articles_statement_adopted_by_id_fkey FOREIGN KEY (adopted_by_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.articles_takedown
    ADD CONSTRAINT articles_takedown_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.articles_fix
    ADD CONSTRAINT as_its_root_says FOREIGN KEY (root_id, root_digest, article_id, kind, slug, policy_id, topics, disclaimers, statements, flags) REFERENCES public.articles_edition(id, digest, article_id, kind, slug, policy_id, topics, disclaimers, statements, flags);

ALTER TABLE ONLY public.articles_fix
    ADD CONSTRAINT as_the_fix_says FOREIGN KEY (edition_id, digest, article_id, kind, slug, policy_id, topics, disclaimers, statements, flags) REFERENCES public.articles_edition(id, digest, article_id, kind, slug, policy_id, topics, disclaimers, statements, flags);

ALTER TABLE ONLY public.reviews_signoff
    ADD CONSTRAINT as_the_policy_says FOREIGN KEY (policy_id, signers) REFERENCES public.reviews_policy(id, signers);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_recheck
    ADD CONSTRAINT by_a_compliance_officer FOREIGN KEY (appointment_id, officer_id, office) REFERENCES public.reviews_appointment(id, person_id, office);

ALTER TABLE ONLY public.reviews_verification
    ADD CONSTRAINT by_a_compliance_officer FOREIGN KEY (appointment_id, officer_id, office) REFERENCES public.reviews_appointment(id, person_id, office);

ALTER TABLE ONLY public.cms_entry
    ADD CONSTRAINT chained FOREIGN KEY (prev_seq, prev_hash) REFERENCES public.cms_entry(seq, hash);

ALTER TABLE ONLY public.cms_entry
    ADD CONSTRAINT cms_entry_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.cms_person_groups
    ADD CONSTRAINT cms_person_groups_group_id_3fd00aac_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cms_person_groups
    ADD CONSTRAINT cms_person_groups_person_id_82615468_fk_cms_person_id FOREIGN KEY (person_id) REFERENCES public.cms_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cms_person_user_permissions
    ADD CONSTRAINT cms_person_user_perm_permission_id_adf2f4e0_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.cms_person_user_permissions
    ADD CONSTRAINT cms_person_user_permissions_person_id_6076eb60_fk_cms_person_id FOREIGN KEY (person_id) REFERENCES public.cms_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_content_type_id_c4bce8eb_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_user_id_c564eba6_fk_cms_person_id FOREIGN KEY (user_id) REFERENCES public.cms_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.articles_fix
    ADD CONSTRAINT fix_of_an_edition FOREIGN KEY (of_id, of_root_id) REFERENCES public.articles_edition(id, root_id);

ALTER TABLE ONLY public.articles_fix
    ADD CONSTRAINT its_bytes_say_so FOREIGN KEY (edition_id, root_id, root_digest) REFERENCES public.articles_edition(id, root_id, root_digest);

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_cms_person_id FOREIGN KEY (user_id) REFERENCES public.cms_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_noticepublication
    ADD CONSTRAINT notice_is_signed FOREIGN KEY (notice_id, digest, reviewer_id, ends_at) REFERENCES public.reviews_noticesignature(notice_id, digest, reviewer_id, ends_at);

ALTER TABLE ONLY public.articles_disclaimer
    ADD CONSTRAINT numbered_in_the_rulebook FOREIGN KEY (rulebook) REFERENCES public.articles_rulebook(version);

ALTER TABLE ONLY public.articles_statement
    ADD CONSTRAINT numbered_in_the_rulebook FOREIGN KEY (rulebook) REFERENCES public.articles_rulebook(version);

ALTER TABLE ONLY public.reviews_signoff
    ADD CONSTRAINT of_a_known_fix FOREIGN KEY (fix_id) REFERENCES public.articles_fix(edition_id);

ALTER TABLE ONLY public.articles_publicaddress
    ADD CONSTRAINT of_this_article FOREIGN KEY (publication_id, article_id) REFERENCES public.articles_publication(id, article_id);

ALTER TABLE ONLY public.articles_takedown
    ADD CONSTRAINT of_this_article FOREIGN KEY (publication_id, article_id) REFERENCES public.articles_publication(id, article_id);

ALTER TABLE ONLY public.reviews_verification
    ADD CONSTRAINT of_this_credential FOREIGN KEY (credential_id, person_id, name, profession, specialties) REFERENCES public.reviews_credential(id, person_id, name, profession, specialties);

ALTER TABLE ONLY public.reviews_basis
    ADD CONSTRAINT of_this_publication FOREIGN KEY (publication_id, edition_id, digest) REFERENCES public.articles_publication(id, edition_id, digest);

ALTER TABLE ONLY public.reviews_basis
    ADD CONSTRAINT of_this_root FOREIGN KEY (edition_id, root_id, root_digest) REFERENCES public.articles_edition(id, root_id, root_digest);

ALTER TABLE ONLY public.reviews_signoff
    ADD CONSTRAINT of_this_root FOREIGN KEY (edition_id, root_id) REFERENCES public.articles_edition(id, root_id);

ALTER TABLE ONLY public.articles_hiddenrow
    ADD CONSTRAINT on_exactly_this FOREIGN KEY (edition_id, digest, article_id) REFERENCES public.articles_edition(id, digest, article_id);

ALTER TABLE ONLY public.reviews_recheck
    ADD CONSTRAINT on_exactly_this FOREIGN KEY (edition_id, digest, article_id) REFERENCES public.articles_edition(id, digest, article_id);

ALTER TABLE ONLY public.reviews_verdict
    ADD CONSTRAINT on_exactly_this FOREIGN KEY (edition_id, digest, article_id) REFERENCES public.articles_edition(id, digest, article_id);

ALTER TABLE ONLY public.articles_edition
    ADD CONSTRAINT own_address FOREIGN KEY (slug, article_id) REFERENCES public.articles_address(slug, article_id);

ALTER TABLE ONLY public.articles_publicaddress
    ADD CONSTRAINT own_address FOREIGN KEY (slug, article_id) REFERENCES public.articles_address(slug, article_id);

ALTER TABLE ONLY public.articles_publication
    ADD CONSTRAINT own_edition FOREIGN KEY (edition_id, digest, article_id) REFERENCES public.articles_edition(id, digest, article_id);

ALTER TABLE ONLY public.reviews_verification
    ADD CONSTRAINT qualification_as_registered FOREIGN KEY (credential_id, qualification) REFERENCES public.reviews_credential(id, qualification);

ALTER TABLE ONLY public.reversion_revision
    ADD CONSTRAINT reversion_revision_user_id_17095f45_fk_cms_person_id FOREIGN KEY (user_id) REFERENCES public.cms_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reversion_version
    ADD CONSTRAINT reversion_version_content_type_id_7d0ff25c_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reversion_version
    ADD CONSTRAINT reversion_version_revision_id_af9f6a9d_fk_reversion_revision_id FOREIGN KEY (revision_id) REFERENCES public.reversion_revision(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_appointment
    ADD CONSTRAINT reviews_appointment_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.reviews_chosentier
    ADD CONSTRAINT reviews_chosentier_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.articles_article(id);

ALTER TABLE ONLY public.reviews_chosentier
    ADD CONSTRAINT reviews_chosentier_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.reviews_credential
    ADD CONSTRAINT reviews_credential_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.reviews_dismissal
    ADD CONSTRAINT reviews_dismissal_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES public.reviews_appointment(id);

ALTER TABLE ONLY public.reviews_lift
    ADD CONSTRAINT reviews_lift_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.reviews_lift
    ADD CONSTRAINT reviews_lift_verdict_id_fkey FOREIGN KEY (verdict_id) REFERENCES public.reviews_verdict(id);

ALTER TABLE ONLY public.reviews_notice
    ADD CONSTRAINT reviews_notice_drafted_by_id_fkey FOREIGN KEY (drafted_by_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.reviews_noticeend
    ADD CONSTRAINT reviews_noticeend_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.reviews_noticeend
    ADD CONSTRAINT reviews_noticeend_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES public.reviews_notice(id);

ALTER TABLE ONLY public.reviews_noticepublication
    ADD CONSTRAINT reviews_noticepublication_published_by_id_fkey FOREIGN KEY (published_by_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.reviews_revocation
    ADD CONSTRAINT reviews_revocation_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.reviews_revocation
    ADD CONSTRAINT reviews_revocation_sign_off_id_fkey FOREIGN KEY (sign_off_id) REFERENCES public.reviews_signoff(id);

ALTER TABLE ONLY public.reviews_signingsecret
    ADD CONSTRAINT reviews_signingsecret_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.reviews_suspension
    ADD CONSTRAINT reviews_suspension_by_id_fkey FOREIGN KEY (by_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.reviews_suspension
    ADD CONSTRAINT reviews_suspension_credential_id_fkey FOREIGN KEY (credential_id) REFERENCES public.reviews_credential(id);

ALTER TABLE ONLY public.reviews_verdict
    ADD CONSTRAINT reviews_verdict_reviewer_id_fkey FOREIGN KEY (reviewer_id) REFERENCES public.cms_person(id);

ALTER TABLE ONLY public.articles_fix
    ADD CONSTRAINT root_was_reviewed_in_full FOREIGN KEY (root_id, root_of_root) REFERENCES public.articles_edition(id, root_id);

ALTER TABLE ONLY public.articles_edition
    ADD CONSTRAINT same_kind FOREIGN KEY (article_id, kind) REFERENCES public.articles_article(id, kind);

ALTER TABLE ONLY public.reviews_basis
    ADD CONSTRAINT signed_that_edition FOREIGN KEY (sign_off_id, signed_edition_id, signed_digest) REFERENCES public.reviews_signoff(id, edition_id, digest);

ALTER TABLE ONLY public.reviews_signoff
    ADD CONSTRAINT signs_exactly_this FOREIGN KEY (edition_id, digest, contributors, topics, policy_id) REFERENCES public.articles_edition(id, digest, contributors, topics, policy_id);

ALTER TABLE ONLY public.reviews_noticesignature
    ADD CONSTRAINT signs_exactly_this_notice FOREIGN KEY (notice_id, digest, drafted_by_id) REFERENCES public.reviews_notice(id, digest, drafted_by_id);

ALTER TABLE ONLY public.articles_edition
    ADD CONSTRAINT under_policy FOREIGN KEY (policy_id) REFERENCES public.reviews_policy(id);

ALTER TABLE ONLY public.reviews_signoff
    ADD CONSTRAINT under_this_policy FOREIGN KEY (policy_id, requires, review_after, ends_after) REFERENCES public.reviews_policy(id, requires, review_after, ends_after);

ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_user_id_af5e0a6d_fk_cms_person_id FOREIGN KEY (user_id) REFERENCES public.cms_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.reviews_noticesignature
    ADD CONSTRAINT with_this_credential FOREIGN KEY (verification_id, credential_id, reviewer_id, reviewer_name, profession, specialties, verified_at, valid_until) REFERENCES public.reviews_verification(id, credential_id, person_id, name, profession, specialties, verified_at, valid_until);

ALTER TABLE ONLY public.reviews_signoff
    ADD CONSTRAINT with_this_credential FOREIGN KEY (verification_id, credential_id, reviewer_id, reviewer_name, profession, specialties, verified_at, valid_until) REFERENCES public.reviews_verification(id, credential_id, person_id, name, profession, specialties, verified_at, valid_until);

ALTER TABLE ONLY public.reviews_noticesignature
    ADD CONSTRAINT with_this_qualification FOREIGN KEY (verification_id, qualification) REFERENCES public.reviews_verification(id, qualification);

ALTER TABLE ONLY public.reviews_signoff
    ADD CONSTRAINT with_this_qualification FOREIGN KEY (verification_id, qualification) REFERENCES public.reviews_verification(id, qualification);

GRANT USAGE ON SCHEMA act TO leaf_acts;
GRANT USAGE ON SCHEMA act TO leaf_app;

GRANT USAGE ON SCHEMA gate TO leaf_acts;
GRANT USAGE ON SCHEMA gate TO leaf_app;

GRANT USAGE ON SCHEMA live TO leaf_reader;
GRANT USAGE ON SCHEMA live TO leaf_app;

REVOKE USAGE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO leaf_acts;
GRANT USAGE ON SCHEMA public TO leaf_app;

GRANT ALL ON SCHEMA secret TO leaf_acts;

REVOKE ALL ON FUNCTION act.adopt_disclaimer(p_code text, p_version integer, p_name text, p_short text, p_full text, p_placement text, p_drawn_by text, p_always boolean, p_topics text[], p_words text[], p_flags text[], p_designs text[], p_source text, p_note text, p_binds boolean, p_from timestamp with time zone, p_seen bigint[], p_by bigint, p_secret bytea, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION act.adopt_disclaimer(p_code text, p_version integer, p_name text, p_short text, p_full text, p_placement text, p_drawn_by text, p_always boolean, p_topics text[], p_words text[], p_flags text[], p_designs text[], p_source text, p_note text, p_binds boolean, p_from timestamp with time zone, p_seen bigint[], p_by bigint, p_secret bytea, p_reason text) TO leaf_app;

REVOKE ALL ON FUNCTION act.adopt_statement_rule(p_slug text, p_version integer, p_name text, p_always boolean, p_topics text[], p_words text[], p_flags text[], p_designs text[], p_source text, p_note text, p_binds boolean, p_from timestamp with time zone, p_seen bigint[], p_by bigint, p_secret bytea, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION act.adopt_statement_rule(p_slug text, p_version integer, p_name text, p_always boolean, p_topics text[], p_words text[], p_flags text[], p_designs text[], p_source text, p_note text, p_binds boolean, p_from timestamp with time zone, p_seen bigint[], p_by bigint, p_secret bytea, p_reason text) TO leaf_app;

REVOKE ALL ON FUNCTION act.appoint(p_person bigint, p_office text) FROM PUBLIC;
GRANT ALL ON FUNCTION act.appoint(p_person bigint, p_office text) TO leaf_owner;

REVOKE ALL ON FUNCTION act.as_previewed(p_kind text, p_name text, p_always boolean, p_topics text[], p_words text[], p_flags text[], p_designs text[], p_from timestamp with time zone, p_seen bigint[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION act.choose_tier(p_article bigint, p_policy text, p_by bigint, p_secret bytea, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION act.choose_tier(p_article bigint, p_policy text, p_by bigint, p_secret bytea, p_reason text) TO leaf_app;

REVOKE ALL ON FUNCTION act.dismiss(p_person bigint, p_office text) FROM PUBLIC;
GRANT ALL ON FUNCTION act.dismiss(p_person bigint, p_office text) TO leaf_owner;

REVOKE ALL ON FUNCTION act.draft_notice(p_text text, p_source text, p_everywhere boolean, p_topics text[], p_articles bigint[], p_by bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION act.draft_notice(p_text text, p_source text, p_everywhere boolean, p_topics text[], p_articles bigint[], p_by bigint) TO leaf_app;

REVOKE ALL ON FUNCTION act.end_notice(p_notice bigint, p_by bigint, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION act.end_notice(p_notice bigint, p_by bigint, p_reason text) TO leaf_app;

REVOKE ALL ON FUNCTION act.enrol_secret(p_person bigint, p_salt bytea, p_hash bytea, p_old bytea, p_officer bigint, p_officer_secret bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION act.enrol_secret(p_person bigint, p_salt bytea, p_hash bytea, p_old bytea, p_officer bigint, p_officer_secret bytea) TO leaf_app;

REVOKE ALL ON FUNCTION act.enter(p_act text, p_actor bigint, p_facts jsonb) FROM PUBLIC;

REVOKE ALL ON FUNCTION act.give_verdict(p_kind text, p_edition bigint, p_digest bytea, p_reviewer bigint, p_reason text) FROM PUBLIC;

REVOKE ALL ON FUNCTION act.grow(p_seq bigint, p_body bytea) FROM PUBLIC;

REVOKE ALL ON FUNCTION act.hide_row(p_edition bigint, p_digest bytea, p_contact integer, p_by bigint, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION act.hide_row(p_edition bigint, p_digest bytea, p_contact integer, p_by bigint, p_reason text) TO leaf_app;

REVOKE ALL ON FUNCTION act.lift_refusal(p_verdict bigint, p_by bigint, p_secret bytea, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION act.lift_refusal(p_verdict bigint, p_by bigint, p_secret bytea, p_reason text) TO leaf_app;

REVOKE ALL ON FUNCTION act.may_adopt(p_by bigint, p_secret bytea, p_binds boolean, p_from timestamp with time zone) FROM PUBLIC;

REVOKE ALL ON FUNCTION act.publish(p_edition bigint, p_digest bytea, p_by bigint, p_starts_at timestamp with time zone, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION act.publish(p_edition bigint, p_digest bytea, p_by bigint, p_starts_at timestamp with time zone, p_reason text) TO leaf_app;

REVOKE ALL ON FUNCTION act.publish_checkpoint(p_note text) FROM PUBLIC;
GRANT ALL ON FUNCTION act.publish_checkpoint(p_note text) TO leaf_app;

REVOKE ALL ON FUNCTION act.publish_notice(p_notice bigint, p_digest bytea, p_by bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION act.publish_notice(p_notice bigint, p_digest bytea, p_by bigint) TO leaf_app;

REVOKE ALL ON FUNCTION act.recheck(p_edition bigint, p_digest bytea, p_by bigint, p_secret bytea, p_source text) FROM PUBLIC;
GRANT ALL ON FUNCTION act.recheck(p_edition bigint, p_digest bytea, p_by bigint, p_secret bytea, p_source text) TO leaf_app;

REVOKE ALL ON FUNCTION act.refuse(rule text, message text, quoted text) FROM PUBLIC;

REVOKE ALL ON FUNCTION act.refuse_article(p_edition bigint, p_digest bytea, p_reviewer bigint, p_secret bytea, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION act.refuse_article(p_edition bigint, p_digest bytea, p_reviewer bigint, p_secret bytea, p_reason text) TO leaf_app;

REVOKE ALL ON FUNCTION act.register_credential(p_person bigint, p_name text, p_profession text, p_qualification text, p_body text, p_number text, p_specialties text[], p_valid_until timestamp with time zone, p_officer bigint, p_secret bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION act.register_credential(p_person bigint, p_name text, p_profession text, p_qualification text, p_body text, p_number text, p_specialties text[], p_valid_until timestamp with time zone, p_officer bigint, p_secret bytea) TO leaf_app;

REVOKE ALL ON FUNCTION act.request_changes(p_edition bigint, p_digest bytea, p_reviewer bigint, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION act.request_changes(p_edition bigint, p_digest bytea, p_reviewer bigint, p_reason text) TO leaf_app;

REVOKE ALL ON FUNCTION act.revoke(p_sign_off bigint, p_by bigint, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION act.revoke(p_sign_off bigint, p_by bigint, p_reason text) TO leaf_app;

REVOKE ALL ON FUNCTION act.same_person(p_person bigint, p_secret bytea, p_elsewhere boolean) FROM PUBLIC;

REVOKE ALL ON FUNCTION act.sign_notice(p_notice bigint, p_digest bytea, p_reviewer bigint, p_secret bytea, p_ends_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION act.sign_notice(p_notice bigint, p_digest bytea, p_reviewer bigint, p_secret bytea, p_ends_at timestamp with time zone) TO leaf_app;

REVOKE ALL ON FUNCTION act.sign_off(p_edition bigint, p_digest bytea, p_reviewer bigint, p_secret bytea, p_meaning text, p_interests text) FROM PUBLIC;
GRANT ALL ON FUNCTION act.sign_off(p_edition bigint, p_digest bytea, p_reviewer bigint, p_secret bytea, p_meaning text, p_interests text) TO leaf_app;

REVOKE ALL ON FUNCTION act.submit(p_article bigint, p_seen bytea, p_by bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION act.submit(p_article bigint, p_seen bytea, p_by bigint) TO leaf_app;

REVOKE ALL ON FUNCTION act.submit_fix(p_edition bigint, p_digest bytea, p_text jsonb, p_by bigint, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION act.submit_fix(p_edition bigint, p_digest bytea, p_text jsonb, p_by bigint, p_reason text) TO leaf_app;

REVOKE ALL ON FUNCTION act.suspend_credential(p_credential bigint, p_by bigint, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION act.suspend_credential(p_credential bigint, p_by bigint, p_reason text) TO leaf_app;

REVOKE ALL ON FUNCTION act.take_down(p_article bigint, p_kind text, p_by bigint, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION act.take_down(p_article bigint, p_kind text, p_by bigint, p_reason text) TO leaf_app;

REVOKE ALL ON FUNCTION act.verify_credential(p_credential bigint, p_valid_until timestamp with time zone, p_officer bigint, p_secret bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION act.verify_credential(p_credential bigint, p_valid_until timestamp with time zone, p_officer bigint, p_secret bytea) TO leaf_app;

REVOKE ALL ON FUNCTION gate.a_fallback_does_not_age() FROM PUBLIC;
GRANT ALL ON FUNCTION gate.a_fallback_does_not_age() TO leaf_app;
GRANT ALL ON FUNCTION gate.a_fallback_does_not_age() TO leaf_acts;

REVOKE ALL ON FUNCTION gate.against_rule(p_kind text, p_name text, p_version integer, p_title text, p_short text, p_full text, p_placement text, p_drawn_by text, p_always boolean, p_topics text[], p_words text[], p_flags text[], p_designs text[], p_source text) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.against_rule(p_kind text, p_name text, p_version integer, p_title text, p_short text, p_full text, p_placement text, p_drawn_by text, p_always boolean, p_topics text[], p_words text[], p_flags text[], p_designs text[], p_source text) TO leaf_app;
GRANT ALL ON FUNCTION gate.against_rule(p_kind text, p_name text, p_version integer, p_title text, p_short text, p_full text, p_placement text, p_drawn_by text, p_always boolean, p_topics text[], p_words text[], p_flags text[], p_designs text[], p_source text) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.ageing_statements(p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.ageing_statements(p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.ageing_statements(p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.append_only() FROM PUBLIC;
GRANT ALL ON FUNCTION gate.append_only() TO leaf_app;
GRANT ALL ON FUNCTION gate.append_only() TO leaf_acts;

GRANT SELECT ON TABLE public.articles_publicaddress TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.articles_publicaddress TO leaf_acts;

REVOKE ALL ON FUNCTION gate.article_at(p_slug text, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.article_at(p_slug text, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.article_at(p_slug text, p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION public.asks(words tsvector[], query tsquery) FROM PUBLIC;
GRANT ALL ON FUNCTION public.asks(words tsvector[], query tsquery) TO leaf_app;
GRANT ALL ON FUNCTION public.asks(words tsvector[], query tsquery) TO leaf_acts;

REVOKE ALL ON FUNCTION public.author_words(d jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.author_words(d jsonb) TO leaf_app;
GRANT ALL ON FUNCTION public.author_words(d jsonb) TO leaf_acts;

REVOKE ALL ON FUNCTION public.canonical(j jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.canonical(j jsonb) TO leaf_app;
GRANT ALL ON FUNCTION public.canonical(j jsonb) TO leaf_acts;

REVOKE ALL ON FUNCTION public.cited_keys(html text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cited_keys(html text) TO leaf_app;
GRANT ALL ON FUNCTION public.cited_keys(html text) TO leaf_acts;

REVOKE ALL ON FUNCTION public.contacts_have_their_shape(contacts jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.contacts_have_their_shape(contacts jsonb) TO leaf_app;
GRANT ALL ON FUNCTION public.contacts_have_their_shape(contacts jsonb) TO leaf_acts;

REVOKE ALL ON FUNCTION public.doc(b bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION public.doc(b bytea) TO leaf_app;
GRANT ALL ON FUNCTION public.doc(b bytea) TO leaf_acts;

REVOKE ALL ON FUNCTION public.entities_are_plain(html text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.entities_are_plain(html text) TO leaf_app;
GRANT ALL ON FUNCTION public.entities_are_plain(html text) TO leaf_acts;

REVOKE ALL ON FUNCTION public.every_citation_is_readable(html text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.every_citation_is_readable(html text) TO leaf_app;
GRANT ALL ON FUNCTION public.every_citation_is_readable(html text) TO leaf_acts;

REVOKE ALL ON FUNCTION public.every_term_says_something(terms text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.every_term_says_something(terms text[]) TO leaf_app;
GRANT ALL ON FUNCTION public.every_term_says_something(terms text[]) TO leaf_acts;

REVOKE ALL ON FUNCTION public.fix_has_its_shape(fix jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.fix_has_its_shape(fix jsonb) TO leaf_app;
GRANT ALL ON FUNCTION public.fix_has_its_shape(fix jsonb) TO leaf_acts;

REVOKE ALL ON FUNCTION public.foreign_signs(t text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.foreign_signs(t text) TO leaf_app;
GRANT ALL ON FUNCTION public.foreign_signs(t text) TO leaf_acts;

REVOKE ALL ON FUNCTION public.in_vocabulary(html text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.in_vocabulary(html text) TO leaf_app;
GRANT ALL ON FUNCTION public.in_vocabulary(html text) TO leaf_acts;

REVOKE ALL ON FUNCTION public.nothing_invisible(t text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.nothing_invisible(t text) TO leaf_app;
GRANT ALL ON FUNCTION public.nothing_invisible(t text) TO leaf_acts;

REVOKE ALL ON FUNCTION public.numbers(list jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.numbers(list jsonb) TO leaf_app;
GRANT ALL ON FUNCTION public.numbers(list jsonb) TO leaf_acts;

REVOKE ALL ON FUNCTION public.one_script(t text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.one_script(t text) TO leaf_app;
GRANT ALL ON FUNCTION public.one_script(t text) TO leaf_acts;

REVOKE ALL ON FUNCTION public.safe_links(d jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.safe_links(d jsonb) TO leaf_app;
GRANT ALL ON FUNCTION public.safe_links(d jsonb) TO leaf_acts;

REVOKE ALL ON FUNCTION public.says_something(t text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.says_something(t text) TO leaf_app;
GRANT ALL ON FUNCTION public.says_something(t text) TO leaf_acts;

REVOKE ALL ON FUNCTION public.terms_query(terms text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.terms_query(terms text[]) TO leaf_app;
GRANT ALL ON FUNCTION public.terms_query(terms text[]) TO leaf_acts;

REVOKE ALL ON FUNCTION public.texts(list jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.texts(list jsonb) TO leaf_app;
GRANT ALL ON FUNCTION public.texts(list jsonb) TO leaf_acts;

REVOKE ALL ON FUNCTION public.texts_at(list jsonb, field text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.texts_at(list jsonb, field text) TO leaf_app;
GRANT ALL ON FUNCTION public.texts_at(list jsonb, field text) TO leaf_acts;

REVOKE ALL ON FUNCTION public.without_tags(html text, instead text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.without_tags(html text, instead text) TO leaf_app;
GRANT ALL ON FUNCTION public.without_tags(html text, instead text) TO leaf_acts;

GRANT SELECT ON TABLE public.articles_disclaimer TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.articles_disclaimer TO leaf_acts;

GRANT SELECT ON TABLE public.articles_edition TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.articles_edition TO leaf_acts;

GRANT SELECT ON TABLE public.articles_statement TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.articles_statement TO leaf_acts;

REVOKE ALL ON FUNCTION gate.asked_at_next_review(p_edition bigint, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.asked_at_next_review(p_edition bigint, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.asked_at_next_review(p_edition bigint, p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.began(p_publication bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.began(p_publication bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.began(p_publication bigint) TO leaf_acts;

GRANT SELECT ON TABLE public.reviews_verification TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.reviews_verification TO leaf_acts;

REVOKE ALL ON FUNCTION gate.best_verification(p_reviewer bigint, p_signers jsonb, p_meaning text, p_topics text[], p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.best_verification(p_reviewer bigint, p_signers jsonb, p_meaning text, p_topics text[], p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.best_verification(p_reviewer bigint, p_signers jsonb, p_meaning text, p_topics text[], p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.fits(p_signers jsonb, p_meaning text, p_qualification text, p_specialties text[], p_topics text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.fits(p_signers jsonb, p_meaning text, p_qualification text, p_specialties text[], p_topics text[]) TO leaf_app;
GRANT ALL ON FUNCTION gate.fits(p_signers jsonb, p_meaning text, p_qualification text, p_specialties text[], p_topics text[]) TO leaf_acts;

GRANT SELECT ON TABLE public.reviews_revocation TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.reviews_revocation TO leaf_acts;

GRANT SELECT ON TABLE public.reviews_suspension TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.reviews_suspension TO leaf_acts;

REVOKE ALL ON FUNCTION gate.losses(p_sign_off bigint, p_credential bigint, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.losses(p_sign_off bigint, p_credential bigint, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.losses(p_sign_off bigint, p_credential bigint, p_at timestamp with time zone) TO leaf_acts;

GRANT SELECT ON TABLE public.reviews_basis TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.reviews_basis TO leaf_acts;

GRANT SELECT ON TABLE public.reviews_signoff TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.reviews_signoff TO leaf_acts;

REVOKE ALL ON FUNCTION gate.sign_offs(p_edition bigint, p_at timestamp with time zone, p_publication bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.sign_offs(p_edition bigint, p_at timestamp with time zone, p_publication bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.sign_offs(p_edition bigint, p_at timestamp with time zone, p_publication bigint) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.signed(p_edition bigint, p_at timestamp with time zone, p_publication bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.signed(p_edition bigint, p_at timestamp with time zone, p_publication bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.signed(p_edition bigint, p_at timestamp with time zone, p_publication bigint) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.by_meaning(p_edition bigint, p_at timestamp with time zone, p_publication bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.by_meaning(p_edition bigint, p_at timestamp with time zone, p_publication bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.by_meaning(p_edition bigint, p_at timestamp with time zone, p_publication bigint) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.by_policy_now(p_edition bigint, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.by_policy_now(p_edition bigint, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.by_policy_now(p_edition bigint, p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.carried(p_kind text, p_words tsvector[], p_topics text[], p_flags text[], p_designs text[], p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.carried(p_kind text, p_words tsvector[], p_topics text[], p_flags text[], p_designs text[], p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.carried(p_kind text, p_words tsvector[], p_topics text[], p_flags text[], p_designs text[], p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.checked_by_no_contributor() FROM PUBLIC;
GRANT ALL ON FUNCTION gate.checked_by_no_contributor() TO leaf_app;
GRANT ALL ON FUNCTION gate.checked_by_no_contributor() TO leaf_acts;

REVOKE ALL ON FUNCTION gate.cleared_until(p_edition bigint, p_at timestamp with time zone, p_publication bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.cleared_until(p_edition bigint, p_at timestamp with time zone, p_publication bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.cleared_until(p_edition bigint, p_at timestamp with time zone, p_publication bigint) TO leaf_acts;

GRANT SELECT ON TABLE public.articles_publication TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.articles_publication TO leaf_acts;

REVOKE ALL ON FUNCTION gate.coming(p_article bigint, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.coming(p_article bigint, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.coming(p_article bigint, p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.condition_at(p_slug text, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.condition_at(p_slug text, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.condition_at(p_slug text, p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.newest_started(p_article bigint, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.newest_started(p_article bigint, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.newest_started(p_article bigint, p_at timestamp with time zone) TO leaf_acts;

GRANT SELECT ON TABLE public.reviews_lift TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.reviews_lift TO leaf_acts;

GRANT SELECT ON TABLE public.reviews_verdict TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.reviews_verdict TO leaf_acts;

REVOKE ALL ON FUNCTION gate.verdicts(p_article bigint, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.verdicts(p_article bigint, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.verdicts(p_article bigint, p_at timestamp with time zone) TO leaf_acts;

GRANT SELECT ON TABLE public.articles_takedown TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.articles_takedown TO leaf_acts;

REVOKE ALL ON FUNCTION gate.standing(p_article bigint, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.standing(p_article bigint, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.standing(p_article bigint, p_at timestamp with time zone) TO leaf_acts;

GRANT SELECT ON TABLE public.articles_address TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.articles_address TO leaf_acts;

GRANT SELECT ON TABLE public.articles_hiddenrow TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.articles_hiddenrow TO leaf_acts;

GRANT SELECT ON TABLE public.reviews_recheck TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.reviews_recheck TO leaf_acts;

REVOKE ALL ON FUNCTION gate.standing_statement(p_slug text, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.standing_statement(p_slug text, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.standing_statement(p_slug text, p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.current_statements(p_slugs text[], p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.current_statements(p_slugs text[], p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.current_statements(p_slugs text[], p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.current_statement(p_slug text, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.current_statement(p_slug text, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.current_statement(p_slug text, p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.disclaimer_facts(p_disclaimer bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.disclaimer_facts(p_disclaimer bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.disclaimer_facts(p_disclaimer bigint) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.draft_digest(p_article bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.draft_digest(p_article bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.draft_digest(p_article bigint) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.draft_document(p_article bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.draft_document(p_article bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.draft_document(p_article bigint) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.due_by_rule(p_edition bigint, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.due_by_rule(p_edition bigint, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.due_by_rule(p_edition bigint, p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.edition_says_what_it_must() FROM PUBLIC;
GRANT ALL ON FUNCTION gate.edition_says_what_it_must() TO leaf_app;
GRANT ALL ON FUNCTION gate.edition_says_what_it_must() TO leaf_acts;

REVOKE ALL ON FUNCTION gate.entered_at(p_entries jsonb, p_act text, p_key text, p_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.entered_at(p_entries jsonb, p_act text, p_key text, p_id bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.entered_at(p_entries jsonb, p_act text, p_key text, p_id bigint) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.everybody_who_contributed(p_article bigint, p_submitter bigint, p_number integer) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.everybody_who_contributed(p_article bigint, p_submitter bigint, p_number integer) TO leaf_app;
GRANT ALL ON FUNCTION gate.everybody_who_contributed(p_article bigint, p_submitter bigint, p_number integer) TO leaf_acts;

GRANT SELECT ON TABLE public.cms_entry TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.cms_entry TO leaf_acts;

REVOKE ALL ON FUNCTION gate.evidence_entries(p_edition bigint, p_publications bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.evidence_entries(p_edition bigint, p_publications bigint[]) TO leaf_app;
GRANT ALL ON FUNCTION gate.evidence_entries(p_edition bigint, p_publications bigint[]) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.evidence_sign_offs(p_edition bigint, p_publications bigint[], p_entries jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.evidence_sign_offs(p_edition bigint, p_publications bigint[], p_entries jsonb) TO leaf_app;
GRANT ALL ON FUNCTION gate.evidence_sign_offs(p_edition bigint, p_publications bigint[], p_entries jsonb) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.facts_digest(p_facts jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.facts_digest(p_facts jsonb) TO leaf_app;
GRANT ALL ON FUNCTION gate.facts_digest(p_facts jsonb) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.fate(p_article bigint, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.fate(p_article bigint, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.fate(p_article bigint, p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.fix_compared(p_root jsonb, p_new jsonb, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.fix_compared(p_root jsonb, p_new jsonb, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.fix_compared(p_root jsonb, p_new jsonb, p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.fix_document(p_of bigint, p_text jsonb, p_by bigint, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.fix_document(p_of bigint, p_text jsonb, p_by bigint, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.fix_document(p_of bigint, p_text jsonb, p_by bigint, p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.fix_edits(p_old text[], p_new text[], p_most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.fix_edits(p_old text[], p_new text[], p_most integer) TO leaf_app;
GRANT ALL ON FUNCTION gate.fix_edits(p_old text[], p_new text[], p_most integer) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.fix_is_counted(p_token text, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.fix_is_counted(p_token text, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.fix_is_counted(p_token text, p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.fix_is_no_more() FROM PUBLIC;
GRANT ALL ON FUNCTION gate.fix_is_no_more() TO leaf_app;
GRANT ALL ON FUNCTION gate.fix_is_no_more() TO leaf_acts;

REVOKE ALL ON FUNCTION gate.fix_rehearsed(p_of bigint, p_text jsonb, p_by bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.fix_rehearsed(p_of bigint, p_text jsonb, p_by bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.fix_rehearsed(p_of bigint, p_text jsonb, p_by bigint) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.fix_tokens(d jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.fix_tokens(d jsonb) TO leaf_app;
GRANT ALL ON FUNCTION gate.fix_tokens(d jsonb) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.fix_word_kind(p_key text, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.fix_word_kind(p_key text, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.fix_word_kind(p_key text, p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.fix_words(p_code text, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.fix_words(p_code text, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.fix_words(p_code text, p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.headings_in(html text) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.headings_in(html text) TO leaf_app;
GRANT ALL ON FUNCTION gate.headings_in(html text) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.hidden_row_facts(p_hidden bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.hidden_row_facts(p_hidden bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.hidden_row_facts(p_hidden bigint) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.hides_a_row() FROM PUBLIC;
GRANT ALL ON FUNCTION gate.hides_a_row() TO leaf_app;
GRANT ALL ON FUNCTION gate.hides_a_row() TO leaf_acts;

REVOKE ALL ON FUNCTION gate.hit_by(p_kind text, p_name text, p_always boolean, p_topics text[], p_words text[], p_flags text[], p_designs text[], p_from timestamp with time zone, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.hit_by(p_kind text, p_name text, p_always boolean, p_topics text[], p_words text[], p_flags text[], p_designs text[], p_from timestamp with time zone, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.hit_by(p_kind text, p_name text, p_always boolean, p_topics text[], p_words text[], p_flags text[], p_designs text[], p_from timestamp with time zone, p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.hold_the_rules() FROM PUBLIC;
GRANT ALL ON FUNCTION gate.hold_the_rules() TO leaf_acts;

REVOKE ALL ON FUNCTION gate.holds_office(p_person bigint, p_office text) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.holds_office(p_person bigint, p_office text) TO leaf_app;
GRANT ALL ON FUNCTION gate.holds_office(p_person bigint, p_office text) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.instant(p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.instant(p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.instant(p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.is_shown(p_article bigint, p_edition bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.is_shown(p_article bigint, p_edition bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.is_shown(p_article bigint, p_edition bigint) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.its_time(p_publication bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.its_time(p_publication bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.its_time(p_publication bigint) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.missing_disclaimers(p_edition bigint, p_at timestamp with time zone, p_rulebook bigint, p_since timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.missing_disclaimers(p_edition bigint, p_at timestamp with time zone, p_rulebook bigint, p_since timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.missing_disclaimers(p_edition bigint, p_at timestamp with time zone, p_rulebook bigint, p_since timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.missing_statements(p_edition bigint, p_at timestamp with time zone, p_rulebook bigint, p_since timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.missing_statements(p_edition bigint, p_at timestamp with time zone, p_rulebook bigint, p_since timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.missing_statements(p_edition bigint, p_at timestamp with time zone, p_rulebook bigint, p_since timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.lacking(p_edition bigint, p_at timestamp with time zone, p_rulebook bigint, p_since timestamp with time zone, p_current text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.lacking(p_edition bigint, p_at timestamp with time zone, p_rulebook bigint, p_since timestamp with time zone, p_current text[]) TO leaf_app;
GRANT ALL ON FUNCTION gate.lacking(p_edition bigint, p_at timestamp with time zone, p_rulebook bigint, p_since timestamp with time zone, p_current text[]) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.links_in(html text) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.links_in(html text) TO leaf_app;
GRANT ALL ON FUNCTION gate.links_in(html text) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.mended(p_publication bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.mended(p_publication bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.mended(p_publication bigint) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.notice(p_notice bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.notice(p_notice bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.notice(p_notice bigint) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.notice_publication_facts(p_publication bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.notice_publication_facts(p_publication bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.notice_publication_facts(p_publication bigint) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.notice_signature_facts(p_signature bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.notice_signature_facts(p_signature bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.notice_signature_facts(p_signature bigint) TO leaf_acts;

GRANT SELECT ON TABLE public.reviews_notice TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.reviews_notice TO leaf_acts;

GRANT SELECT ON TABLE public.reviews_noticeend TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.reviews_noticeend TO leaf_acts;

GRANT SELECT ON TABLE public.reviews_noticepublication TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.reviews_noticepublication TO leaf_acts;

GRANT SELECT ON TABLE public.reviews_noticesignature TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.reviews_noticesignature TO leaf_acts;

REVOKE ALL ON FUNCTION gate.notices_in_force(p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.notices_in_force(p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.notices_in_force(p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.notice_states(p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.notice_states(p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.notice_states(p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.notices_of(p_article bigint, p_topics text[], p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.notices_of(p_article bigint, p_topics text[], p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.notices_of(p_article bigint, p_topics text[], p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.notices_on(p_article bigint, p_topics text[], p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.notices_on(p_article bigint, p_topics text[], p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.notices_on(p_article bigint, p_topics text[], p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.number_in_the_rulebook() FROM PUBLIC;
GRANT ALL ON FUNCTION gate.number_in_the_rulebook() TO leaf_app;
GRANT ALL ON FUNCTION gate.number_in_the_rulebook() TO leaf_acts;

REVOKE ALL ON FUNCTION gate.one_slip(a text, b text) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.one_slip(a text, b text) TO leaf_app;
GRANT ALL ON FUNCTION gate.one_slip(a text, b text) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.open_the_rulebook() FROM PUBLIC;
GRANT ALL ON FUNCTION gate.open_the_rulebook() TO leaf_acts;

REVOKE ALL ON FUNCTION gate.policy_for(p_kind text, p_slug text, p_topics text[], p_words tsvector[], p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.policy_for(p_kind text, p_slug text, p_topics text[], p_words tsvector[], p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.policy_for(p_kind text, p_slug text, p_topics text[], p_words tsvector[], p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.publication_facts(p_publication bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.publication_facts(p_publication bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.publication_facts(p_publication bigint) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.recheck_facts(p_recheck bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.recheck_facts(p_recheck bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.recheck_facts(p_recheck bigint) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.refused(p_article bigint, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.refused(p_article bigint, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.refused(p_article bigint, p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.required_disclaimers(p_words tsvector[], p_topics text[], p_flags text[], p_designs text[], p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.required_disclaimers(p_words tsvector[], p_topics text[], p_flags text[], p_designs text[], p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.required_disclaimers(p_words tsvector[], p_topics text[], p_flags text[], p_designs text[], p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.required_statements(p_words tsvector[], p_topics text[], p_flags text[], p_designs text[], p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.required_statements(p_words tsvector[], p_topics text[], p_flags text[], p_designs text[], p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.required_statements(p_words tsvector[], p_topics text[], p_flags text[], p_designs text[], p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.review_due_at(p_edition bigint, p_at timestamp with time zone, p_publication bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.review_due_at(p_edition bigint, p_at timestamp with time zone, p_publication bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.review_due_at(p_edition bigint, p_at timestamp with time zone, p_publication bigint) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.root(p_size bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.root(p_size bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.root(p_size bigint) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.root_of(p_edition bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.root_of(p_edition bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.root_of(p_edition bigint) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.save_is_noted() FROM PUBLIC;
GRANT ALL ON FUNCTION gate.save_is_noted() TO leaf_app;
GRANT ALL ON FUNCTION gate.save_is_noted() TO leaf_acts;

REVOKE ALL ON FUNCTION gate.set_aside(p_edition bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.set_aside(p_edition bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.set_aside(p_edition bigint) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.shown(p_article bigint, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.shown(p_article bigint, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.shown(p_article bigint, p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.sign_off_facts(p_sign_off bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.sign_off_facts(p_sign_off bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.sign_off_facts(p_sign_off bigint) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.signature_lost(p_publication bigint, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.signature_lost(p_publication bigint, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.signature_lost(p_publication bigint, p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.signatures(p_edition bigint, p_at timestamp with time zone, p_publication bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.signatures(p_edition bigint, p_at timestamp with time zone, p_publication bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.signatures(p_edition bigint, p_at timestamp with time zone, p_publication bigint) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.signed_until(p_edition bigint, p_at timestamp with time zone, p_publication bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.signed_until(p_edition bigint, p_at timestamp with time zone, p_publication bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.signed_until(p_edition bigint, p_at timestamp with time zone, p_publication bigint) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.standing_sign_offs(p_edition bigint, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.standing_sign_offs(p_edition bigint, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.standing_sign_offs(p_edition bigint, p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.statement(p_slug text, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.statement(p_slug text, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.statement(p_slug text, p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.statement_rule_facts(p_statement bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.statement_rule_facts(p_statement bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.statement_rule_facts(p_statement bigint) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.statements(p_slugs text[], p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.statements(p_slugs text[], p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.statements(p_slugs text[], p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.stood(p_article bigint, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.stood(p_article bigint, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.stood(p_article bigint, p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.stood_statements(p_slugs text[], p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.stood_statements(p_slugs text[], p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.stood_statements(p_slugs text[], p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.tier_of(p_article bigint, p_kind text, p_slug text, p_topics text[], p_words tsvector[], p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.tier_of(p_article bigint, p_kind text, p_slug text, p_topics text[], p_words tsvector[], p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.tier_of(p_article bigint, p_kind text, p_slug text, p_topics text[], p_words tsvector[], p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.verification_facts(p_verification bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.verification_facts(p_verification bigint) TO leaf_app;
GRANT ALL ON FUNCTION gate.verification_facts(p_verification bigint) TO leaf_acts;

REVOKE ALL ON FUNCTION gate.was_shown(p_publication bigint, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION gate.was_shown(p_publication bigint, p_at timestamp with time zone) TO leaf_app;
GRANT ALL ON FUNCTION gate.was_shown(p_publication bigint, p_at timestamp with time zone) TO leaf_acts;

REVOKE ALL ON FUNCTION live.seen() FROM PUBLIC;
GRANT ALL ON FUNCTION live.seen() TO leaf_reader;
GRANT ALL ON FUNCTION live.seen() TO leaf_app;

REVOKE ALL ON FUNCTION live.asked_before(p_seen text, p_until timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION live.asked_before(p_seen text, p_until timestamp with time zone) TO leaf_reader;
GRANT ALL ON FUNCTION live.asked_before(p_seen text, p_until timestamp with time zone) TO leaf_app;

REVOKE ALL ON FUNCTION live.checkpoint() FROM PUBLIC;
GRANT ALL ON FUNCTION live.checkpoint() TO leaf_reader;
GRANT ALL ON FUNCTION live.checkpoint() TO leaf_app;

REVOKE ALL ON FUNCTION live.condition(p_slug text) FROM PUBLIC;
GRANT ALL ON FUNCTION live.condition(p_slug text) TO leaf_reader;
GRANT ALL ON FUNCTION live.condition(p_slug text) TO leaf_app;

REVOKE ALL ON FUNCTION live.crisis_help() FROM PUBLIC;
GRANT ALL ON FUNCTION live.crisis_help() TO leaf_reader;
GRANT ALL ON FUNCTION live.crisis_help() TO leaf_app;

REVOKE ALL ON FUNCTION live.elsewhere(p_slug text) FROM PUBLIC;
GRANT ALL ON FUNCTION live.elsewhere(p_slug text) TO leaf_reader;
GRANT ALL ON FUNCTION live.elsewhere(p_slug text) TO leaf_app;

REVOKE ALL ON FUNCTION live.evidence(p_slug text, p_number bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION live.evidence(p_slug text, p_number bigint) TO leaf_reader;
GRANT ALL ON FUNCTION live.evidence(p_slug text, p_number bigint) TO leaf_app;

REVOKE ALL ON FUNCTION live.newest(p_topic text, p_before timestamp with time zone, p_before_id bigint, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION live.newest(p_topic text, p_before timestamp with time zone, p_before_id bigint, p_limit integer) TO leaf_reader;
GRANT ALL ON FUNCTION live.newest(p_topic text, p_before timestamp with time zone, p_before_id bigint, p_limit integer) TO leaf_app;

REVOKE ALL ON FUNCTION live.nodes(p_levels smallint[], p_indices bigint[]) FROM PUBLIC;
GRANT ALL ON FUNCTION live.nodes(p_levels smallint[], p_indices bigint[]) TO leaf_reader;
GRANT ALL ON FUNCTION live.nodes(p_levels smallint[], p_indices bigint[]) TO leaf_app;

REVOKE ALL ON FUNCTION live.notices() FROM PUBLIC;
GRANT ALL ON FUNCTION live.notices() TO leaf_reader;
GRANT ALL ON FUNCTION live.notices() TO leaf_app;

REVOKE ALL ON FUNCTION live.page(p_slug text) FROM PUBLIC;
GRANT ALL ON FUNCTION live.page(p_slug text) TO leaf_reader;
GRANT ALL ON FUNCTION live.page(p_slug text) TO leaf_app;

REVOKE ALL ON FUNCTION live.pages() FROM PUBLIC;
GRANT ALL ON FUNCTION live.pages() TO leaf_reader;
GRANT ALL ON FUNCTION live.pages() TO leaf_app;

REVOKE ALL ON FUNCTION public.all_different(items text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.all_different(items text[]) TO leaf_app;
GRANT ALL ON FUNCTION public.all_different(items text[]) TO leaf_acts;

REVOKE ALL ON FUNCTION public.author_text(d jsonb, instead text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.author_text(d jsonb, instead text) TO leaf_app;
GRANT ALL ON FUNCTION public.author_text(d jsonb, instead text) TO leaf_acts;

REVOKE ALL ON FUNCTION public.author_text_before(d jsonb, instead text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.author_text_before(d jsonb, instead text) TO leaf_app;
GRANT ALL ON FUNCTION public.author_text_before(d jsonb, instead text) TO leaf_acts;

REVOKE ALL ON FUNCTION public.author_words_before(d jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.author_words_before(d jsonb) TO leaf_app;
GRANT ALL ON FUNCTION public.author_words_before(d jsonb) TO leaf_acts;

REVOKE ALL ON FUNCTION public.joined_words(d jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.joined_words(d jsonb) TO leaf_app;
GRANT ALL ON FUNCTION public.joined_words(d jsonb) TO leaf_acts;

REVOKE ALL ON FUNCTION public.note_draft_save() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.plain_words(t text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.plain_words(t text) TO leaf_app;
GRANT ALL ON FUNCTION public.plain_words(t text) TO leaf_acts;

REVOKE ALL ON FUNCTION public.reference_fits(part text, value text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.reference_fits(part text, value text) TO leaf_app;
GRANT ALL ON FUNCTION public.reference_fits(part text, value text) TO leaf_acts;

REVOKE ALL ON FUNCTION public.references_have_their_shape(list jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.references_have_their_shape(list jsonb) TO leaf_app;
GRANT ALL ON FUNCTION public.references_have_their_shape(list jsonb) TO leaf_acts;

REVOKE ALL ON FUNCTION public.term_query(term text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.term_query(term text) TO leaf_app;
GRANT ALL ON FUNCTION public.term_query(term text) TO leaf_acts;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailaddress TO leaf_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailconfirmation TO leaf_app;

GRANT SELECT,INSERT ON TABLE public.articles_article TO leaf_app;
GRANT SELECT ON TABLE public.articles_article TO leaf_acts;

GRANT UPDATE(slug) ON TABLE public.articles_article TO leaf_app;

GRANT UPDATE(title) ON TABLE public.articles_article TO leaf_app;

GRANT UPDATE(title_is_proposed) ON TABLE public.articles_article TO leaf_app;

GRANT UPDATE(summary) ON TABLE public.articles_article TO leaf_app;

GRANT UPDATE(key_points) ON TABLE public.articles_article TO leaf_app;

GRANT UPDATE(body) ON TABLE public.articles_article TO leaf_app;

GRANT UPDATE(funding) ON TABLE public.articles_article TO leaf_app;

GRANT UPDATE(uses_ai_tools) ON TABLE public.articles_article TO leaf_app;

GRANT UPDATE(contacts) ON TABLE public.articles_article TO leaf_app;

GRANT UPDATE(row_lock) ON TABLE public.articles_article TO leaf_acts;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.articles_article_topics TO leaf_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.articles_byline TO leaf_app;
GRANT SELECT ON TABLE public.articles_byline TO leaf_acts;

GRANT SELECT ON TABLE public.articles_draftsave TO leaf_app;
GRANT SELECT ON TABLE public.articles_draftsave TO leaf_acts;

GRANT SELECT ON TABLE public.articles_fix TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.articles_fix TO leaf_acts;

GRANT SELECT ON TABLE public.articles_fixword TO leaf_app;
GRANT SELECT ON TABLE public.articles_fixword TO leaf_acts;

GRANT SELECT ON TABLE public.articles_listing TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.articles_listing TO leaf_acts;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.articles_reference TO leaf_app;

GRANT SELECT ON TABLE public.articles_rulebook TO leaf_app;
GRANT SELECT ON TABLE public.articles_rulebook TO leaf_acts;

GRANT SELECT ON TABLE public.articles_state TO leaf_app;

GRANT SELECT ON TABLE public.articles_topic TO leaf_app;
GRANT SELECT ON TABLE public.articles_topic TO leaf_acts;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group TO leaf_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group_permissions TO leaf_app;

GRANT SELECT ON TABLE public.auth_permission TO leaf_app;

GRANT SELECT ON TABLE public.cms_chain TO leaf_app;
GRANT SELECT ON TABLE public.cms_chain TO leaf_acts;

GRANT UPDATE(row_lock) ON TABLE public.cms_chain TO leaf_acts;

GRANT SELECT ON TABLE public.cms_checkpoint TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.cms_checkpoint TO leaf_acts;

GRANT SELECT ON TABLE public.cms_node TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.cms_node TO leaf_acts;

GRANT SELECT,INSERT ON TABLE public.cms_person TO leaf_app;

GRANT UPDATE(password) ON TABLE public.cms_person TO leaf_app;

GRANT UPDATE(last_login) ON TABLE public.cms_person TO leaf_app;

GRANT UPDATE(is_superuser) ON TABLE public.cms_person TO leaf_app;

GRANT UPDATE(email) ON TABLE public.cms_person TO leaf_app;

GRANT UPDATE(name) ON TABLE public.cms_person TO leaf_app;

GRANT UPDATE(is_active) ON TABLE public.cms_person TO leaf_app;

GRANT UPDATE(is_staff) ON TABLE public.cms_person TO leaf_app;

GRANT UPDATE(joined_at) ON TABLE public.cms_person TO leaf_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cms_person_groups TO leaf_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cms_person_user_permissions TO leaf_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cms_tries TO leaf_app;

GRANT SELECT,INSERT ON TABLE public.django_admin_log TO leaf_app;

GRANT SELECT ON TABLE public.django_content_type TO leaf_app;

GRANT SELECT ON TABLE public.django_migrations TO leaf_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_session TO leaf_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mfa_authenticator TO leaf_app;

GRANT SELECT,INSERT ON TABLE public.reversion_revision TO leaf_app;

GRANT SELECT,INSERT ON TABLE public.reversion_version TO leaf_app;

GRANT SELECT ON TABLE public.reviews_appointment TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.reviews_appointment TO leaf_acts;

GRANT SELECT ON TABLE public.reviews_chosentier TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.reviews_chosentier TO leaf_acts;

GRANT SELECT ON TABLE public.reviews_credential TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.reviews_credential TO leaf_acts;

GRANT SELECT ON TABLE public.reviews_dismissal TO leaf_app;
GRANT SELECT,INSERT ON TABLE public.reviews_dismissal TO leaf_acts;

GRANT SELECT ON TABLE public.reviews_policy TO leaf_app;
GRANT SELECT ON TABLE public.reviews_policy TO leaf_acts;

GRANT SELECT,INSERT ON TABLE public.reviews_signingsecret TO leaf_acts;

GRANT SELECT(id) ON TABLE public.reviews_signingsecret TO leaf_app;

GRANT SELECT(person_id) ON TABLE public.reviews_signingsecret TO leaf_app;

GRANT SELECT(salt) ON TABLE public.reviews_signingsecret TO leaf_app;

GRANT SELECT(enrolled_at) ON TABLE public.reviews_signingsecret TO leaf_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.usersessions_usersession TO leaf_app;

ALTER DEFAULT PRIVILEGES FOR ROLE leaf_acts REVOKE ALL ON FUNCTIONS FROM PUBLIC;

ALTER DEFAULT PRIVILEGES FOR ROLE leaf_owner REVOKE ALL ON FUNCTIONS FROM PUBLIC;

