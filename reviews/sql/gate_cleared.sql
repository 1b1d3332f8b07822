-- The one decision: may this edition stand before readers at this instant? Asked by publish() and by every read.
--
-- Functions that return rows and say "begin atomic" are written into the query that asks them (as the one who asks), which
-- makes a read cheap; the names in them were found when they were made, whatever a session's search_path. The others keep
-- a plan of their own and pin what they depend on.

create function gate.policy_for(p_kind text, p_slug text, p_topics text[], p_words tsvector[], p_at timestamptz) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
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

-- What stands in the way ------------------------------------------------------------------------------------------------

create function gate.losses(p_sign_off bigint, p_credential bigint, p_at timestamptz) returns setof timestamptz
language sql stable rows 1 begin atomic
  -- When, up to p_at, the sign-off was revoked or its credential suspended.
  select r.at from reviews_revocation r where r.sign_off_id = p_sign_off and r.at <= p_at
  union all
  select u.at from reviews_suspension u where u.credential_id = p_credential and u.at <= p_at;
end;

create function gate.fits(p_signers jsonb, p_meaning text, p_qualification text, p_specialties text[], p_topics text[])
returns boolean
language sql immutable begin atomic
  -- Whether a policy takes the signature of this meaning from somebody with this qualification and these specialties. A
  -- change is signed by whoever may sign for medical accuracy.
  select (not p_signers -> (case p_meaning when 'change' then 'medical accuracy' else p_meaning end) ? 'by'
          or p_signers -> (case p_meaning when 'change' then 'medical accuracy' else p_meaning end) -> 'by' ? p_qualification) is not false
    and (case coalesce(p_signers -> (case p_meaning when 'change' then 'medical accuracy' else p_meaning end) ->> 'covers', 'all')
      when 'all' then p_topics <@ p_specialties when 'any' then p_topics && p_specialties when 'none' then true end) is true;
end;

create function gate.sign_offs(p_edition bigint, p_at timestamptz, p_publication bigint)
returns table (id bigint, reviewer_id bigint, meaning text, requires text[], lost boolean, counts boolean, signed_at timestamptz,
               review_due_at timestamptz, ends_at timestamptz)
language sql stable rows 2 begin atomic
  -- The edition's sign-offs, and of a fix those of its root too; of a publication only those that it rests on: what a later
  -- signer declares was published by nobody. Each with what its edition asks for (a fix: a change sign-off on top), whether
  -- it was ever lost (a clock that jumps back must not undo that), and whether it counts at p_at: on these bytes, by no
  -- contributor, not lost, not ended, by somebody whom another person had verified for such a text, and with a credential that
  -- lapsed 30 days ago at most. The checks of its row say most of this too: each is asked twice, so that none of them alone
  -- stands between a text and its readers.
  select s.id, s.reviewer_id, s.meaning, case e.root_id when 0 then s.requires else s.requires || 'change'::text end, l.at is not null,
    l.at is null and s.digest = case s.edition_id when e.id then e.digest else e.root_digest end
      and s.signed_at <= p_at and p_at < s.ends_at and not s.reviewer_id = any (e.contributors)
      and s.verified_at <= s.signed_at and s.signed_at < s.valid_until
      and gate.fits(s.signers, s.meaning, s.qualification, s.specialties, e.topics) and v.valid_until is not null,
    s.signed_at, s.review_due_at, s.ends_at
  from articles_edition e
  join reviews_signoff s on s.edition_id = any (array[e.id, e.root_id])
  left join reviews_basis b on b.publication_id = p_publication and b.sign_off_id = s.id
  left join lateral (select losses.at from gate.losses(s.id, s.credential_id, 'infinity') losses (at) limit 1) l on true
  left join lateral (select n.valid_until from reviews_verification n
                     where n.credential_id = s.credential_id and p_at < n.valid_until + interval '720 hours'
                       and n.officer_id <> n.person_id limit 1) v on true
  where e.id = p_edition and (p_publication is null or b.sign_off_id is not null);
end;

create function gate.signed(p_edition bigint, p_at timestamptz, p_publication bigint)
returns table (sign_offs text, review_is_due boolean, signed_at timestamptz)
language sql stable rows 1 begin atomic
  -- One row, if of each meaning that is asked for a sign-off counts, from as many people (the change of a fix may be signed by
  -- one of them), and of a publication none was lost: those that count, by number and instant, whether in some meaning the
  -- review of all of them is due, and when the last was given.
  select string_agg(concat_ws('@', s.id, s.signed_at), ',' order by s.id) filter (where s.counts),
         (min(s.requires) <@ array_agg(s.meaning) filter (where s.counts and p_at < s.review_due_at)) is not true,
         max(s.signed_at) filter (where s.counts)
  from gate.sign_offs(p_edition, p_at, p_publication) s
  having min(s.requires) <@ array_agg(s.meaning) filter (where s.counts)
    and count(distinct s.reviewer_id) filter (where s.counts and s.meaning <> 'change') >= cardinality(array_remove(min(s.requires), 'change'))
    and (p_publication is null or not bool_or(s.lost));
end;

create function gate.standing_sign_offs(p_edition bigint, p_at timestamptz) returns setof reviews_signoff
language sql stable rows 2 begin atomic
  select s.* from gate.sign_offs(p_edition, p_at, null) c join reviews_signoff s on s.id = c.id where c.counts;
end;

create function gate.verdicts(p_article bigint, p_at timestamptz) returns setof reviews_verdict
language sql stable rows 1 begin atomic
  -- Those against an edition of the article that were given, and not lifted, up to p_at.
  select v.* from reviews_verdict v
  where v.article_id = p_article and v.at <= p_at
    and not exists (select from reviews_lift l where l.verdict_id = v.id and l.at <= p_at);
end;

-- What a rule asks for ---------------------------------------------------------------------------------------------------
-- An edition is judged by the stricter of the rules when it was frozen and now. A version that binds asks every edition that
-- was frozen before it; a later version takes nothing of that back, unless it binds no later. An edition that was frozen when
-- a newer version asked nothing of its text need not carry the older one.

create function gate.missing_disclaimers(p_edition bigint, p_at timestamptz, p_rulebook bigint, p_since timestamptz) returns setof text
language sql stable rows 1 begin atomic
  -- The versions that bind at p_at and that the text calls for, if it carries neither that version nor a newer one. Only
  -- rules newer than p_rulebook, or that began to bind after p_since, are looked at.
  select d.code || '.' || d.version
  from articles_edition e
  join articles_disclaimer d on (d.rulebook > p_rulebook or d.binding_at > p_since) and d.adopted_at <= p_at and d.binding_at <= p_at
  where e.id = p_edition and e.kind = 'article' and d.drawn_by = 'text'
    and not exists (select from articles_disclaimer n where n.code = d.code and n.version > d.version
                      and n.binding_at <= d.binding_at)
    and not exists (select from articles_disclaimer n where n.code = d.code and n.version >= d.version
                      and n.code || '.' || n.version = any (e.disclaimers))
    and (d.always or d.topics && e.topics or asks(e.words, d.query) or d.flags && e.flags or d.designs && e.designs)
    and not exists (
      select from (select * from articles_disclaimer k where k.code = d.code and k.adopted_at <= e.submitted_at
                   order by k.version desc limit 1) k
      where k.version > d.version and (k.drawn_by <> 'text' or not (
        k.always or k.topics && e.topics or asks(e.words, k.query) or k.flags && e.flags or k.designs && e.designs)));
end;

create function gate.missing_statements(p_edition bigint, p_at timestamptz, p_rulebook bigint, p_since timestamptz) returns setof text
language sql stable rows 1 begin atomic
  -- Those that the text calls for and does not name, by rules as above.
  select s.slug
  from articles_edition e
  join articles_statement s on (s.rulebook > p_rulebook or s.binding_at > p_since) and s.adopted_at <= p_at and s.binding_at <= p_at
  where e.id = p_edition and e.kind = 'article' and not s.slug = any (e.statements)
    and not exists (select from articles_statement n where n.slug = s.slug and n.version > s.version
                      and n.binding_at <= s.binding_at)
    and (s.always or s.topics && e.topics or asks(e.words, s.query) or s.flags && e.flags or s.designs && e.designs)
    and not exists (
      select from (select * from articles_statement k where k.slug = s.slug and k.adopted_at <= e.submitted_at
                   order by k.version desc limit 1) k
      where k.version > s.version
        and not (k.always or k.topics && e.topics or asks(e.words, k.query) or k.flags && e.flags or k.designs && e.designs));
end;

create function gate.asked_at_next_review(p_edition bigint, p_at timestamptz) returns table (rule text, since timestamptz)
language sql stable rows 1 begin atomic
  -- The rules whose newest version at p_at has no binding instant, if the text calls for it and carries neither that version
  -- nor a newer one: it was frozen before. Its page is review due from then on.
  select d.code || '.' || d.version, d.adopted_at
  from articles_edition e
  join articles_disclaimer d on d.binding_at is null and d.adopted_at <= p_at
  where e.id = p_edition and e.kind = 'article' and d.drawn_by = 'text'
    and not exists (select from articles_disclaimer n where n.code = d.code and n.version >= d.version
                      and n.code || '.' || n.version = any (e.disclaimers))
    and not exists (select from articles_disclaimer n where n.code = d.code and n.version > d.version and n.adopted_at <= p_at)
    and (d.always or d.topics && e.topics or asks(e.words, d.query) or d.flags && e.flags or d.designs && e.designs)
  union all
  select s.slug, s.adopted_at
  from articles_edition e
  join articles_statement s on s.binding_at is null and s.adopted_at <= p_at
  where e.id = p_edition and e.kind = 'article' and not s.slug = any (e.statements)
    and not exists (select from articles_statement n where n.slug = s.slug and n.version > s.version and n.adopted_at <= p_at)
    and (s.always or s.topics && e.topics or asks(e.words, s.query) or s.flags && e.flags or s.designs && e.designs);
end;

create function gate.due_by_rule(p_edition bigint, p_at timestamptz) returns timestamptz
language sql stable begin atomic
  -- Since when a newer rule asks for the edition's review; null if none does.
  select min(asked.since) from gate.asked_at_next_review(p_edition, p_at) asked;
end;

-- What stands -----------------------------------------------------------------------------------------------------------

create function gate.article_at(p_slug text, p_at timestamptz) returns table (article_id bigint)
language sql stable rows 1 begin atomic
  -- The article that was published at this address up to p_at, shown or not.
  select x.article_id from articles_publicaddress x where x.slug = p_slug and x.starts_at <= p_at limit 1;
end;

create function gate.newest_started(p_article bigint, p_at timestamptz) returns setof articles_publication
language sql stable rows 1 begin atomic
  select * from articles_publication x where x.article_id = p_article and x.starts_at <= p_at order by x.id desc limit 1;
end;

create function gate.standing(p_article bigint, p_at timestamptz)
returns table (id bigint, article_id bigint, edition_id bigint, digest bytea, starts_at timestamptz, ends_at timestamptz,
               published_at timestamptz, rulebook bigint, sign_offs text, review_is_due boolean, signed_at timestamptz)
language sql stable rows 1 begin atomic
  -- The article's newest started publication, unless it has ended, was taken down, or its people do not stand by it: a
  -- verdict is in force, or what it rests on is lost or not enough. One that was made when texts were read otherwise (`reading`)
  -- is asked for all rules.
  select p.id, p.article_id, p.edition_id, p.digest, p.starts_at, p.ends_at, p.published_at,
    case p.reading when 3 then p.rulebook else -1 end, s.sign_offs,
    s.review_is_due, s.signed_at
  from gate.newest_started(p_article, p_at) p
  cross join lateral gate.signed(p.edition_id, p_at, p.id) s
  where p_at < p.ends_at
    and not exists (select from articles_takedown t where t.article_id = p.article_id and t.publication_id >= p.id)
    and not exists (select from gate.verdicts(p.article_id, 'infinity') v where v.kind = 'refused' or v.edition_id = p.edition_id
                      or v.edition_id = (select e.root_id from articles_edition e where e.id = p.edition_id));
end;

create function gate.standing_statement(p_slug text, p_at timestamptz)
returns table (publication_id bigint, edition_id bigint, digest bytea, condition text, checked_at timestamptz,
               ends_at timestamptz)
language sql stable rows 1 begin atomic
  -- The publication of the statement that its people stand by, shown or too old to be; when it was last signed or checked
  -- again, and when it is too old by its newest rule (null: never). The condition is what decides how it looks.
  select p.id, p.edition_id, p.digest, concat_ws('+', p.sign_offs, 'check-' || c.id || '@' || c.at, 'without-' || h.contacts),
    greatest(p.signed_at, c.at), greatest(p.signed_at, c.at) + r.max_age
  from (select o.article_id from articles_address o where o.slug = p_slug limit 1) a
  cross join lateral gate.standing(a.article_id, p_at) p
  cross join lateral (select e.contributors from articles_edition e where e.id = p.edition_id and e.digest = p.digest
                        and e.slug = p_slug and e.kind = 'statement' limit 1) its_edition
  left join lateral (select n.max_age from articles_statement n where n.slug = p_slug and n.adopted_at <= p_at
                     order by n.version desc limit 1) r on true
  left join lateral (select x.id, x.at from reviews_recheck x where x.edition_id = p.edition_id and x.at <= p_at
                       and x.officer_id <> all (its_edition.contributors)
                     order by x.id desc limit 1) c on true
  cross join lateral (select string_agg(x.contact::text, '.' order by x.contact) as contacts
                      from articles_hiddenrow x where x.edition_id = p.edition_id) h;
end;

create function gate.current_statements(p_slugs text[], p_at timestamptz)
returns table (asked text, slug text, publication_id bigint, edition_id bigint, digest bytea, condition text,
               checked_at timestamptz, ends_at timestamptz)
language sql stable rows 5 begin atomic
  -- For each of these statements the publication that is shown at this instant, its own or its fallback's; no row if there
  -- is neither. A fallback has none of its own: two that named each other would never end.
  select distinct on (named.asked) named.asked, named.slug, s.publication_id, s.edition_id, s.digest, s.condition, s.checked_at,
    s.ends_at
  from (select w.slug as asked, w.slug, 0 as hop from unnest(p_slugs) w (slug)
        union all
        select w.slug, f.fallback, 1 from unnest(p_slugs) w (slug)
        cross join lateral (select n.fallback from articles_statement n where n.slug = w.slug and n.adopted_at <= p_at
                            order by n.version desc limit 1) f
        where f.fallback is not null) named
  cross join lateral gate.standing_statement(named.slug, p_at) s
  where (p_at < s.ends_at) is not false
  order by named.asked, named.hop;
end;

create function gate.current_statement(p_slug text, p_at timestamptz) returns setof articles_publication
language sql stable rows 1 begin atomic
  select p.* from gate.current_statements(array[p_slug], p_at) c join articles_publication p on p.id = c.publication_id;
end;

create function gate.lacking(p_edition bigint, p_at timestamptz, p_rulebook bigint, p_since timestamptz, p_current text[])
returns setof text
language sql stable rows 1 begin atomic
  -- What an article's edition must carry or show at p_at, and does not; p_current are the statements that can be shown.
  select * from gate.missing_disclaimers(p_edition, p_at, p_rulebook, p_since)
  union all
  select * from gate.missing_statements(p_edition, p_at, p_rulebook, p_since)
  union all
  select needed.slug from articles_edition e, unnest(e.statements) needed (slug)
  where e.id = p_edition and e.kind = 'article' and not needed.slug = any (p_current);
end;

create function gate.shown(p_article bigint, p_at timestamptz)
returns table (id bigint, article_id bigint, edition_id bigint, digest bytea, starts_at timestamptz, ends_at timestamptz,
               condition text)
language plpgsql stable security definer rows 1 set search_path = pg_catalog, public, gate, pg_temp
set plan_cache_mode = force_generic_plan as $$
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

-- The same, asked of one thing ------------------------------------------------------------------------------------------

create function gate.set_aside(p_edition bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- Whether changes to this edition, or to the root of this fix, were requested, or it was refused and nobody lifted that.
  select exists (select from articles_edition e, gate.verdicts(e.article_id, 'infinity') v
                 where e.id = p_edition and v.edition_id in (e.id, e.root_id))
$$;

create function gate.refused(p_article bigint, p_at timestamptz default 'infinity') returns boolean
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- Whether a refusal of the article was in force at p_at; if not said: is in force.
  select exists (select from gate.verdicts(p_article, p_at) v where v.kind = 'refused')
$$;

create function gate.signature_lost(p_publication bigint, p_at timestamptz default 'infinity') returns boolean
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- Whether a sign-off that the publication rests on was lost up to p_at; if not said: ever.
  select exists (select from reviews_basis b join reviews_signoff s on s.id = b.sign_off_id,
                   gate.losses(s.id, s.credential_id, p_at)
                 where b.publication_id = p_publication)
$$;

create function gate.by_meaning(p_edition bigint, p_at timestamptz, p_publication bigint)
returns table (until timestamptz, review_due_at timestamptz)
language sql stable rows 2 begin atomic
  -- For each meaning the latest of the sign-offs that count, if they are enough.
  select max(s.ends_at), max(s.review_due_at) from gate.sign_offs(p_edition, p_at, p_publication) s
  where s.counts and exists (select from gate.signed(p_edition, p_at, p_publication))
  group by s.meaning;
end;

create function gate.signed_until(p_edition bigint, p_at timestamptz, p_publication bigint default null) returns timestamptz
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- The instant until which the sign-offs that count are enough for the policy; null if they are not.
  select min(until) from gate.by_meaning(p_edition, p_at, p_publication)
$$;

create function gate.review_due_at(p_edition bigint, p_at timestamptz, p_publication bigint) returns timestamptz
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- When the review of a publication falls due: of a signature, or by a rule that was adopted since.
  select least(min(m.review_due_at), gate.due_by_rule(p_edition, p_at)) from gate.by_meaning(p_edition, p_at, p_publication) m
$$;

create function gate.cleared_until(p_edition bigint, p_at timestamptz, p_publication bigint default null) returns timestamptz
language sql stable security definer cost 10000 set search_path = pg_catalog, public, gate, pg_temp as $$
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

create function gate.coming(p_article bigint, p_at timestamptz) returns setof articles_publication
language sql stable security definer rows 1 set search_path = pg_catalog, public, gate, pg_temp as $$
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
