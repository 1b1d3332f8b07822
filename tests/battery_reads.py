"""What readers and the desk are told of the scene."""

from tests.battery_scene import APP, OWNER, READER
from tests.battery_words import Question

PAIRS_OF = "unnest({articles}::bigint[]) a (id), unnest({instants}::timestamptz[]) at"
FEW = "unnest(({instants}::timestamptz[])[1:1] || ({instants}::timestamptz[])[5:5] || ({instants}::timestamptz[])[11:11]) at"
READS = [
    ("pages", READER,
     "select slug, encode(digest, 'hex'), number, title, starts_at, first_published_at, sign_offs::text, statements::text, condition"
     " from live.pages() where slug = any ({slugs}) order by slug"),
    ("conditions", READER, "select s, c.condition from unnest({slugs}::text[]) s, live.condition(s) c order by s"),
    ("lists", READER,
     "select t, n.slug, n.topics::text, n.sign_offs::text from unnest(array['', 'anxiety', 'history', 'ptsd', 'law', 'safety']) t,"
     " live.newest(t, null, null, 60) n order by t, n.starts_at desc, n.id desc"),
    ("pages of lists", READER,
     "select n.slug from (select starts_at, id from live.newest('', null, null, 5) order by starts_at, id limit 1) l,"
     " live.newest('', l.starts_at, l.id, 4) n union all select slug from live.newest('', null, null, 0)"),
    (
        "elsewhere", READER,
        "select s, w.fate, w.moved_to, w.statement::text, w.related::text from unnest({slugs}::text[]) s, live.elsewhere(s) w"
        " order by s",
    ),
    ("help", READER, "select live.crisis_help()::text"),
    (
        "nodes", READER,
        "select count(*), max(n.level), max(n.index) from (select array_agg(l::smallint) as levels, array_agg(i) as indices"
        " from generate_series(0, 12) l, generate_series(0::bigint, 400) i) w, live.nodes(w.levels, w.indices) n",
    ),
    ("evidence", READER, "select s, n, md5(live.evidence(s, n)::text) from unnest({slugs}::text[]) s, unnest(array[null, 1, 2]) n"),
    ("shown at instants", APP, "select a.id, at, p.id, p.condition from " + PAIRS_OF + ", gate.shown(a.id, at) p order by 1, 2"),
    ("standing at instants", APP,
     "select a.id, at, p.id, p.ends_at, p.sign_offs, p.review_is_due from " + PAIRS_OF + ", gate.standing(a.id, at) p order by 1, 2"),
    ("coming at instants", APP, "select a.id, at, p.id from " + PAIRS_OF + ", gate.coming(a.id, at) p order by 1, 2"),
    ("fates at instants", APP, "select a.id, at, gate.fate(a.id, at) from " + PAIRS_OF + " order by 1, 2"),
    ("states", APP,
     "select article_id, edition_id, public_edition_id, state from articles_state where article_id = any ({articles}) order by 1"),
    ("refusals", APP, "select a, gate.refused(a), gate.refused(a, '2020-01-01') from unnest({articles}::bigint[]) a order by 1"),
    ("editions", APP,
     "select e.id, at, gate.set_aside(e.id), gate.cleared_until(e.id, at), gate.signed_until(e.id, at)"
     " from articles_edition e, " + FEW + " where e.article_id = any ({articles}) order by 1, 2"),
    ("stricter policies", APP,
     "select e.id, n.* from articles_edition e, gate.by_policy_now(e.id, clock_timestamp()) n"
     " where e.article_id = any ({articles}) order by 1, n.meaning"),
    ("publications", APP,
     "select p.id, at, gate.began(p.id), gate.signature_lost(p.id), gate.signature_lost(p.id, p.starts_at),"
     " gate.review_due_at(p.edition_id, at, p.id), gate.signed_until(p.edition_id, at, p.id), gate.cleared_until(p.edition_id, at, p.id),"
     " gate.publication_facts(p.id)::text from articles_publication p, " + FEW +
     " where p.article_id = any ({articles}) order by 1, 2"),
    ("facts of signatures", APP,
     "select s.id, gate.sign_off_facts(s.id)::text, gate.verification_facts(s.verification_id)::text from reviews_signoff s order by 1"),
    ("facts of checks", APP,
     "select r.id, gate.recheck_facts(r.id)::text from reviews_recheck r union all select h.id, gate.hidden_row_facts(h.id)::text"
     " from articles_hiddenrow h union all select 0, gate.recheck_facts(0)::text union all select 0, gate.hidden_row_facts(0)::text"),
    ("notices above pages", READER, "select p.slug, p.notices::text from unnest(array['{mark}-shown', '{mark}-half-lost', '{mark}-flagged', '{mark}-two']) s,"
     " live.page(s) p union all select 'everywhere', live.notices()::text order by 1"),
    ("notices at instants", APP,
     "select t, a, at, (select array_agg(n.id order by n.id) from gate.notices_on(a, t::text[], at) n) from"
     " unnest(array['{{}}', '{{history}}', '{{law}}']) t, unnest(array[{shown_article}, 0]) a, (select unnest(array[published_at,"
     " ends_at - interval '1 microsecond', ends_at]) as at from reviews_noticepublication where notice_id = {notice-everywhere}) i"
     " order by 1, 2, 3"),
    ("facts of notices", APP,
     "select s.id, gate.notice_signature_facts(s.id)::text from reviews_noticesignature s union all select p.id,"
     " gate.notice_publication_facts(p.id)::text from reviews_noticepublication p union all"
     " select 0, gate.notice_signature_facts(0)::text union all select 0, gate.notice_publication_facts(0)::text"),
    ("facts of rules", APP,
     "select d.id, gate.disclaimer_facts(d.id)::text from articles_disclaimer d union all select s.id,"
     " gate.statement_rule_facts(s.id)::text from articles_statement s union all select 0, gate.disclaimer_facts(0)::text union all"
     " select 0, gate.statement_rule_facts(0)::text"),
    ("rules at the next review", APP,
     "select e.slug, e.number, at.at, gate.due_by_rule(e.id, at.at), r.* from articles_edition e, (select at from " + FEW + " union all select"
     " timestamptz '2020-01-01') at, gate.asked_at_next_review(e.id, at.at) r where e.article_id = any ({articles}) order by 1, 2, 3, 5, 6"),
    ("statements at instants", APP,
     "select c.*, at from unnest({instants}::timestamptz[]) at,"
     " gate.current_statements((select array_agg(distinct slug) from articles_statement), at) c order by c.asked, at"),
    ("statements as shown", APP,
     "select s.slug, gate.statement(s.slug, clock_timestamp())::text, (select c.id from gate.current_statement(s.slug, clock_timestamp()) c)"
     " from (select distinct slug from articles_statement) s order by 1"),
    ("what drafts carry", APP,
     "select a, gate.carried(d ->> 'kind', author_words(d), texts_at(d -> 'topics', 'slug'), texts(d -> 'flags'),"
     " texts_at(d -> 'references', 'design'), clock_timestamp())::text, gate.tier_of(a, d ->> 'kind', d ->> 'slug',"
     " texts_at(d -> 'topics', 'slug'), author_words(d), clock_timestamp()), encode(gate.draft_digest(a), 'hex'),"
     " gate.everybody_who_contributed(a, 0, 3), gate.everybody_who_contributed(a, 0, 1) from (select a, gate.draft_document(a) as d"
     " from unnest({articles}::bigint[]) a) x order by 1"),
    ("who holds which office", APP,
     "select p.id, o, gate.holds_office(p.id, o) from cms_person p, unnest(array['compliance', 'medical lead']) o order by 1, 2"),
    ("roots", APP, "select encode(gate.root(n), 'hex') from generate_series(0, 9) n union all select encode(gate.root(99999), 'hex')"),
    ("policies for texts", APP,
     "select t, gate.policy_for('article', 'x', t, array[to_tsvector('simple', w)], clock_timestamp()), w,"
     " gate.policy_for('statement', w, '{{}}', '{{}}', clock_timestamp()) from unnest(array['{{anxiety}}', '{{law}}',"
     " '{{ptsd,law}}', '{{safety}}', '{{history}}']::text[]) x (s), lateral (select s::text[] as t) y,"
     " unnest(array['plain', 'overdose', 'recalled', 'crisis-help', 'legal-status']) w order by 1, 3"),
]  # fmt: skip
STOPPING = Question("lists that stop", [
    (OWNER, "create or replace function gate.patience() returns int language sql immutable set search_path = pg_catalog, pg_temp as"
            " 'select 3'"),
    (READER, "select t, n.id, n.slug from unnest(array['', 'anxiety', 'history', 'ptsd', 'law', 'safety']) t, live.newest(t, null, null, 60) n"
             " order by t, n.starts_at desc, n.id desc"),
], (), rows=True)  # fmt: skip
