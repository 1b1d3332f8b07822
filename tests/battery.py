"""The battery: questions about the scene, whose answers change when a rule of the gate is missing.

A question is a few statements, each by one role. Its answer is what became of each (done, or what refused it) and what readers
then see that they did not see before ("+") or see no longer ("-"); or rows. How to let it know a new act or table: bring a text
into that state in `battery_scene.py`, and add to the questions below how the act is used and how it is attacked.
"""

import json
import time
from typing import NamedTuple

import psycopg

from cms.prove.attacks import ATTACKS, CHECK, EVIDENCE, publish, sign
from tests.battery_scene import APP, OWNER, READER, acting_as, braced, disclaimer, statement

LOOK = ("shown", "signed", "half", "revoked", "unsigned", "fresh")


class Question(NamedTuple):
    name: str
    steps: list  # (role, statement); each is tried, also after one that was refused
    looks: tuple = LOOK  # the texts at which readers look afterwards
    may_show: bool = False  # whether it is meant to put a text up
    rows: bool = False  # its answer is the rows of its last step

    def __str__(self):
        return self.name

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        return self.name == other.name


def q(name, *steps, looks=(), may_show=False, rows=False):
    pairs = [step if isinstance(step, tuple) else (APP, step) for step in steps]
    return Question(name, pairs, (*LOOK, *looks), may_show, rows)


# What readers and the desk are told ---------------------------------------------------------------------------------------

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
    ("elsewhere", READER, "select s, w.fate, w.moved_to, w.statement::text, w.related::text from unnest({slugs}::text[]) s, live.elsewhere(s) w order by s"),
    ("help", READER, "select live.crisis_help()::text"),
    ("nodes", READER, "select count(*), max(n.level), max(n.index) from (select array_agg(l::smallint) as levels, array_agg(i) as indices"
     " from generate_series(0, 12) l, generate_series(0::bigint, 400) i) w, live.nodes(w.levels, w.indices) n"),
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

# How acts are used, and how they are attacked -----------------------------------------------------------------------------------

SAVE = "select set_config('signed_leaf.person', '{{{who}}}', true)"
SUBMIT = "select act.submit({{{name}_article}}, gate.draft_digest({{{name}_article}}), {{{by}}})"
OF_NEXT = "(select {column} from articles_edition where article_id = {{{name}_article}} and number = {number})"


def save(name, change, who="writer"):
    return [SAVE.format(who=who), f"update articles_article set {change} where id = {{{name}_article}}"]


def submit(name, by="writer"):
    return SUBMIT.format(name=name, by=by)


def next_of(name, number=2):
    """The number in the database and the digest of a text's second edition, or a later one."""
    return tuple(OF_NEXT.format(name=name, column=column, number=number) for column in ("id", "digest"))


def sign_next(name, who, meaning="medical accuracy", number=2):
    edition, digest = next_of(name, number)
    return (
        f"select act.sign_off({edition}, {digest}, {{{who}}}, decode('{{{who}_secret}}', 'hex'), '{meaning}', 'None')"
    )


def publish_next(name, number=2, starts="null"):
    edition, digest = next_of(name, number)
    return f"select act.publish({edition}, {digest}, {{editor}}, {starts}, 'Why not')"


def publish_with_reason(name, starts="null"):
    return f"select act.publish({{{name}}}, decode('{{{name}_digest}}', 'hex'), {{editor}}, {starts}, 'The battery')"


def refuse(name, who="second", secret=None):
    return (
        f"select act.refuse_article({{{name}}}, decode('{{{name}_digest}}', 'hex'), {{{who}}},"
        f" decode('{{{secret or who}_secret}}', 'hex'), 'Unfit')"
    )


def ask(name, who="second", digest=None):
    return f"select act.request_changes({{{name}}}, decode('{digest or f'{{{name}_digest}}'}', 'hex'), {{{who}}}, 'Numbers')"


def lift(verdict, who, reason="Read again"):
    return f"select act.lift_refusal({verdict}, {{{who}}}, decode('{{{who}_secret}}', 'hex'), '{reason}')"


def take_down(name, kind="taken down", reason="Wrong"):
    return f"select act.take_down({{{name}_article}}, '{kind}', {{editor}}, '{reason}')"


def tier(name, policy, who="editor", proof="null"):
    return f"select act.choose_tier({{{name}_article}}, '{policy}', {{{who}}}, {proof}, 'Because')"


def register(who, officer="officer", specialties="array['safety']", days=30, qualification="physician"):
    return (
        f"select act.register_credential({{{who}}}, 'A', 'B', '{qualification}', 'C', 'D', {specialties},"
        f" clock_timestamp() + interval '{days} days', {{{officer}}}, decode('{{{officer}_secret}}', 'hex'))"
    )


def verify(credential, officer="officer", days=30):
    return (
        f"select act.verify_credential({credential}, clock_timestamp() + interval '{days} days', {{{officer}}},"
        f" decode('{{{officer}_secret}}', 'hex'))"
    )


def enrol(who, old="null", officer="null", proof="null"):
    return f"select act.enrol_secret({who}, '\\x00112233445566778899aabbccddeeff', sha256('new'), {old}, {officer}, {proof})"


WRONG = sign("fresh", "doctor").replace("'{doctor_secret}'", "'00'")
AS_OWNER = [(OWNER, "select act.dismiss({officer}, 'compliance')")]
AUTHOR = "(select submitted_by_id from articles_edition where id = {help})"
OFFICERS = "decode('{officer_secret}', 'hex')"

SIGNING = [
    q("two people sign for one meaning", sign("half", "second"), publish("half")),
    q("signed and published", sign("fresh"), publish("fresh"), may_show=True),
    q("signed by two and published", sign("unsigned", "doctor"), sign("unsigned", "second", "second medical review"),
      publish("unsigned"), may_show=True),
    q("the second signature and publication", sign("half", "second", "second medical review"), publish("half"), may_show=True),
    q("one person signs for two", sign("half", "doctor", "second medical review"), publish("half")),
    *(q(f"signed by {who} and published", sign("fresh", who), publish("fresh"))
      for who in ("stranger", "third", "narrow", "lawyer", "scientist", "lapsed", "officer")),
    q("signed by who knows the topic", sign("fresh-history", "narrow"), publish("fresh-history"), looks=("fresh-history",), may_show=True),
    q("legal check by a doctor", sign("law", "second", "legal check")),
    q("signed with a wrong secret", WRONG, publish("fresh")),
    q("signed with another's secret", sign("fresh").replace("{second_secret}", "{doctor_secret}"), publish("fresh")),
    q("ten wrong secrets, and the right one", *[WRONG] * 10, sign("fresh", "doctor"), "select act.revoke({shown_sign_off}, {doctor}, 'W')"),
    q("nine wrong secrets, and the right one", *[WRONG] * 9, sign("fresh", "doctor")),
    q("an officer's tries elsewhere", *[enrol("{stranger}", officer="{officer}", proof="'x'")] * 12, verify("{second_credential}")),
    q("signed what is not there", "select act.sign_off(0, null, {doctor}, decode('{doctor_secret}', 'hex'), 'medical accuracy', 'None')"),
    q("signed no text", "select act.sign_off({fresh}, null, {doctor}, decode('{doctor_secret}', 'hex'), 'medical accuracy', 'None')"),
    q("signed another text", sign("fresh", digest="{zeros}"), publish("fresh")),
    q("signed what changes are asked of", sign("asked"), publish("asked"), looks=("asked",)),
    q("signed what is refused", sign("lead-wrote"), publish("lead-wrote"), looks=("lead-wrote",)),
    q("signed what was refused, and the refusal was lifted", sign("lifted"), sign("overruled", "third")),
    q("interests too long", sign("fresh", interests="x " * 200), publish("fresh"), may_show=True),
    q("no interests", sign("fresh", interests=" "), publish("fresh"), may_show=True),
    q("a link among the interests", sign("fresh", interests="See example.com"), publish("fresh"), may_show=True),
    q("a meaning that nobody asks for", sign("fresh", meaning="legal check"), publish("fresh")),
    q("signed by the one who verified themselves", register("officer"), sign("fresh", "officer"), publish("fresh")),
    q("signed with what a stranger verified", register("stranger", "stranger"), sign("fresh", "stranger"), publish("fresh")),
    q("signed with what a dismissed officer verified", *AS_OWNER, register("stranger"), sign("fresh", "stranger"), publish("fresh")),
    q("signed with what the medical lead verified", register("stranger", "lead"), sign("fresh", "stranger"), publish("fresh")),
    q("signed with what an officer verified", register("stranger"), sign("fresh", "stranger"), publish("fresh"), may_show=True),
    q("signed by who changed the text", *save("fresh", "title = 'Mine'", "second"), submit("fresh"), sign_next("fresh", "second"),
      publish_next("fresh")),
    q("signed by who changed the text of a public page", *save("shown", "title = 'Mine'", "second"), submit("shown"),
      sign_next("shown", "second"), publish_next("shown"), may_show=True),
    *(q(f"signed by who changed {what}", SAVE.format(who="second"), change, submit("fresh"), sign_next("fresh", "second"),
        publish_next("fresh"))
      for what, change in {
          "a source": "insert into articles_reference (article_id, position, key, authors, title, journal, year, volume, pages, doi,"
                      " pmid, pmcid, url, design) values ({fresh_article}, 0, 'one2020', 'One', 'One', '', 2020, '', '', '', '', '', '',"
                      " 'survey')",
          "the topics": "insert into articles_article_topics (article_id, topic_id) select {fresh_article}, id from articles_topic"
                        " where slug = 'history'",
          "the byline": "insert into articles_byline (article_id, person_id, position) values ({fresh_article}, {editor}, 5)",
          "the byline's person": "update articles_byline set person_id = {editor} where article_id = {fresh_article}",
      }.items()),
    q("signed by who changed a source of a public page", SAVE.format(who="second"),
      "update articles_reference set title = 'Mine' where article_id = {flagged_article}", submit("flagged"),
      sign_next("flagged", "second"), publish_next("flagged"), looks=("flagged",), may_show=True),
    q("signed by who made the draft", SAVE.format(who="second"),
      "insert into articles_article (kind, slug, title, title_is_proposed, summary, key_points, body, funding, uses_ai_tools, language,"
      " contacts, row_lock) select kind, slug || '-2', title, title_is_proposed, summary, key_points, body, funding, uses_ai_tools,"
      " language, contacts, row_lock from articles_article where id = {fresh_article}",
      "select count(*) from articles_draftsave where person_id = {second}", rows=True),
    q("signed by who submitted it", *save("fresh", "title = 'By the writer'"), submit("fresh", "second"), sign_next("fresh", "second"),
      publish_next("fresh")),
    q("signed by who once changed it", *save("fresh", "title = 'Mine'", "second"), submit("fresh"), *save("fresh", "title = 'Again'"),
      submit("fresh"), sign_next("fresh", "second", number=3), publish_next("fresh", 3)),
    q("signed by who stood in the byline", SAVE.format(who="writer"),
      "insert into articles_byline (article_id, person_id, position) values ({fresh_article}, {second}, 1)", submit("fresh"),
      "delete from articles_byline where article_id = {fresh_article} and person_id = {second}", submit("fresh"),
      sign_next("fresh", "second", number=3), publish_next("fresh", 3)),
    q("saved without a name", "update articles_article set title = 'Nobody' where id = {fresh_article}",
      "update articles_byline set position = 3 where article_id = {fresh_article}",
      "update articles_reference set title = 'Nobody' where article_id = {flagged_article}",
      "delete from articles_reference where article_id = {flagged_article}", "delete from articles_byline where article_id = {fresh_article}",
      "delete from articles_article_topics where article_id = {fresh_article}"),
]  # fmt: skip

PUBLISHING = [
    *(q(f"{name} published", publish(name), looks=(name,))
      for name in ("lost", "hidden", "retracted", "refused", "asked", "raised", "never-lost", "refused-signed", "stopped", "bound", "stated",
                   "renewed", "suspended", "first-older", "first-newer-lost") if name not in ("never-lost", "stopped")),
    *(q(f"{name} published with a reason", publish_with_reason(name), looks=(name,))
      for name in ("lost", "retracted", "refused", "asked", "raised", "refused-signed", "bound", "stated", "renewed", "suspended", "fresh",
                   "half", "unsigned", "revoked")),
    *(q(f"{name} published, as it may be", publish(name), looks=(name,), may_show=True)
      for name in ("signed", "ready", "lowered", "stopped", "again", "later")),
    q("hidden, published again with a reason", publish_with_reason("hidden"), looks=("hidden",), may_show=True),
    q("an older edition, with a reason", publish_with_reason("first-older"), looks=("older",), may_show=True),
    q("published for a day ahead", publish_with_reason("signed", "clock_timestamp() + interval '1 day'")),
    q("published for after a text is to be carried", publish_with_reason("ready", "clock_timestamp() + interval '90 days'"), looks=("ready",)),
    q("published for after its signatures", publish_with_reason("signed", "clock_timestamp() + interval '9 years'")),
    q("published for the past", publish_with_reason("signed", "'2020-01-01'")),
    q("what is public, published again", publish_with_reason("shown")),
    q("what is coming, published again", publish_with_reason("coming", "(select starts_at from articles_publication where id = {coming_publication})"),
      publish_with_reason("coming", "clock_timestamp() + interval '2 days'"), looks=("coming",)),
    q("published what is not there", "select act.publish(0, null, {editor}, null, '')"),
    q("published no text", "select act.publish({signed}, null, {editor}, null, '')"),
    q("published by nobody", "select act.publish({signed}, decode('{signed_digest}', 'hex'), null, null, '')"),
    q("the next edition of what was retracted", *save("retracted", "title = 'Corrected'"), submit("retracted"),
      sign_next("retracted", "doctor"), publish_next("retracted"), looks=("retracted",), may_show=True),
    q("the retracted, after its next edition", *save("retracted", "title = 'Corrected'"), submit("retracted"),
      sign_next("retracted", "doctor"), publish_next("retracted"), publish_with_reason("retracted"), looks=("retracted",), may_show=True),
    q("published, retracted and published anew", take_down("hidden", "retracted"), publish_with_reason("hidden"), looks=("hidden",)),
    q("taken down twice", take_down("shown"), take_down("shown"), take_down("shown", "retracted"), take_down("shown"),
      take_down("shown", "retracted")),
    q("taken down what was never public", take_down("fresh"), take_down("hidden", "hidden for a while")),
    q("taken down without a reason", take_down("shown", reason=" ")),
    q("taken down and back", take_down("shown"), publish("shown"), publish_with_reason("shown"), take_down("shown")),
    q("revoked by its signer and by others", "select act.revoke({shown_sign_off}, {second}, 'Wrong')",
      "select act.revoke({shown_sign_off}, {lead}, 'Wrong')", "select act.revoke({shown_sign_off}, {officer}, 'Wrong')",
      "select act.revoke({shown_sign_off}, {doctor}, 'Wrong')", "select act.revoke(0, {officer}, 'Wrong')"),
    q("what the ledger says of it", "select act.revoke({shown_sign_off}, {doctor}, 'Wrong')",
      "select act, actor_id, article_id, edition_id from cms_entry order by seq desc limit 1", rows=True),
    q("back, published again", publish("back"), looks=("back",)),
    q("retracted, and then taken down", take_down("newer", "retracted"), take_down("newer"), looks=("newer",)),
    q("the next edition of what is coming, for the same instant", *save("coming", "title = 'Next'"), submit("coming"),
      f"select act.request_changes({', '.join(next_of('lost'))}, {{second}}, 'Numbers')", sign_next("coming", "doctor"),
      publish_next("coming", starts="(select starts_at from articles_publication where id = {coming_publication})"), looks=("coming",)),
    q("changes asked of the next edition of what is coming", *save("coming", "title = 'Next'"), submit("coming"),
      f"select act.request_changes({', '.join(next_of('coming'))}, {{second}}, 'Numbers')", looks=("coming",)),
    q("revoked without a reason", "select act.revoke({shown_sign_off}, {doctor}, E'\\t')"),
    q("revoked, signed by another and published", "select act.revoke({shown_sign_off}, {doctor}, 'Wrong')", sign("shown"), publish("shown"),
      may_show=True),
    q("suspended by others", "select act.suspend_credential({doctor_credential}, {lead}, 'Wrong')",
      "select act.suspend_credential({doctor_credential}, {officer}, ' ')", "select act.suspend_credential({third_credential}, {officer}, 'W')"),
    q("suspended", "select act.suspend_credential({doctor_credential}, {officer}, 'Wrong')", looks=("law", "two")),
]  # fmt: skip

REVIEWING = [
    q("raised, and then the text calls for less", SAVE.format(who="writer"),
      "delete from articles_article_topics where article_id = {raised_article}", "insert into articles_article_topics (article_id, topic_id)"
      " select {raised_article}, id from articles_topic where slug = 'history'", submit("raised"),
      "select p.name from articles_edition e join reviews_policy p on p.id = e.policy_id where e.article_id = {raised_article} order by number",
      rows=True),
    q("an earlier edition refused", refuse("first-older"), looks=("older",)),
    q("the next edition of what changes were asked of", *save("asked", "title = 'Better'"), submit("asked"), sign_next("asked", "doctor"),
      publish_next("asked"), looks=("asked",), may_show=True),
    q("an article at the address of a statement", *save("fresh", "slug = '{mark}-quagga'"), submit("fresh"), sign_next("fresh", "doctor"),
      publish_next("fresh"), looks=("stated",)),
    q("a newer statement that binds nobody", (OWNER, braced(statement(None, "quagga", 2, words="'{quagga}'"))), looks=("stated",)),
    q("what is coming beside what is public", *save("newer", "title = 'Next'"), submit("newer"), sign_next("newer", "doctor", number=3),
      publish_next("newer", 3, "clock_timestamp() + interval '2 days'"),
      publish_with_reason("hidden", "clock_timestamp() + interval '2 days'"),
      "select (select count(*) from gate.coming({newer_article}, clock_timestamp())), (select count(*) from"
      " gate.coming({hidden_article}, clock_timestamp()))", looks=("newer",), rows=True),
    q("what was coming, after its next edition", *save("coming", "title = 'Next'"), submit("coming"), sign_next("coming", "doctor"),
      publish_next("coming"), "select count(*) from gate.coming({coming_article}, clock_timestamp())", rows=True),
    q("what was coming, revoked", "select act.revoke({coming_sign_off}, {doctor}, 'Wrong')",
      "select count(*) from gate.coming({coming_article}, clock_timestamp())", rows=True),
    *(q(f"changes asked by {who}", ask("fresh", who), sign("fresh", "doctor"), publish("fresh"), may_show=True)
      for who in ("second", "stranger", "third", "lapsed", "lawyer")),
    *(q(f"refused by {who}", refuse("ready", who), publish("ready"), looks=("ready",), may_show=True)
      for who in ("second", "stranger", "third", "lapsed")),
    q("refused with a wrong secret", refuse("shown", "second", "doctor")),
    q("verdicts on another text", ask("fresh", digest="{zeros}"), "select act.request_changes(0, null, {second}, 'Numbers')",
      "select act.request_changes({fresh}, null, {second}, 'Numbers')"),
    q("a verdict without a reason", "select act.request_changes({fresh}, decode('{fresh_digest}', 'hex'), {second}, ' ')"),
    q("changes asked of what is public, coming, superseded and in review", ask("shown"), ask("coming"), ask("first-older"), ask("in-review"),
      looks=("coming", "in-review")),
    q("what is public, refused", refuse("shown"), publish_with_reason("shown")),
    q("refused and lifted", refuse("ready"), lift("(select max(id) from reviews_verdict)", "doctor"),
      lift("(select max(id) from reviews_verdict)", "lead"), publish("ready"), looks=("ready",), may_show=True),
    q("lifted what is not in force", lift("{lifted_verdict}", "second"), lift("{asked_verdict}", "second"), lift("0", "second"),
      lift("{asked_verdict}", "lead"), looks=("asked",)),
    *(q(f"overruled where {name}", lift(f"{{{name}_verdict}}", "lead")) for name in ("lead-saved", "lead-wrote", "lead-signed", "lead-named")),
    q("overruled by no medical lead", lift("{refused_verdict}", "officer"), lift("{refused_verdict}", "doctor"), looks=("refused",)),
    q("overruled", lift("{refused_verdict}", "lead"), looks=("refused",), may_show=True),
    q("lifted by who refused", lift("{refused_verdict}", "second"), looks=("refused",), may_show=True),
    q("lifted without a reason", lift("{refused_verdict}", "second", " "), looks=("refused",), may_show=True),
    q("tier raised", tier("ready", "two-signatures"), publish("ready"), looks=("ready",)),
    q("tier lowered by an editor", tier("raised", "one-signature"), tier("raised", "one-signature", "editor", "decode('{doctor_secret}', 'hex')"),
      publish("raised"), looks=("raised",)),
    q("tier lowered with a wrong secret or none", tier("raised", "one-signature", "officer"), tier("raised", "one-signature", "officer", "'x'"),
      publish("raised"), looks=("raised",)),
    q("tier lowered by compliance", tier("raised", "one-signature", "officer", OFFICERS), publish("raised"), looks=("raised",), may_show=True),
    q("what was called for when a tier was chosen", tier("ready", "two-signatures"),
      "select called_for, policy from reviews_chosentier order by id desc limit 1", rows=True),
    q("tiers that are none", tier("ready", "crisis-help"), tier("ready", "no-such"), tier("ready", "one-signature"),
      tier("instead", "two-signatures"), "select act.choose_tier(0, 'two-signatures', {editor}, null, 'B')",
      "select act.choose_tier({ready_article}, 'two-signatures', {editor}, null, ' ')"),
    q("a tier that will be adopted", (OWNER, "insert into reviews_policy (name, version, label, kind, rank, slugs, always, topics, words,"
      " requires, review_after, ends_after, all_of, signers, adopted_at) select name, 9, label, kind, rank, slugs, always, topics, words,"
      " array['legal check'], review_after, ends_after, all_of, signers, clock_timestamp() + interval '1 day' from reviews_policy"
      " where name = 'moderate-risk' order by version desc limit 1"), publish("signed"), tier("ready", "moderate-risk"), may_show=True),
    q("a tier that was adopted now", (OWNER, "insert into reviews_policy (name, version, label, kind, rank, slugs, always, topics, words,"
      " requires, review_after, ends_after, all_of, signers) select name, 9, label, kind, rank, slugs, always, topics, words,"
      " array['legal check'], review_after, ends_after, all_of, signers from reviews_policy"
      " where name = 'moderate-risk' order by version desc limit 1"), publish("signed"), tier("ready", "moderate-risk")),
    q("a policy that trusts other people now", (OWNER, "insert into reviews_policy (name, version, label, kind, rank, slugs, always, topics,"
      " words, requires, review_after, ends_after, all_of, signers) select name, 9, label, kind, rank, slugs, always, topics, words, requires,"
      " review_after, ends_after, all_of, '{{\"medical accuracy\": {{\"by\": [\"pharmacist\"]}}}}' from reviews_policy"
      " where name = 'moderate-risk' order by version desc limit 1"), publish("signed")),
    q("lowered, and then the text calls for more", *save("lowered", "body = body || '<p>overdose</p>'"), submit("lowered"),
      sign_next("lowered", "doctor"), publish_next("lowered"), looks=("lowered",)),
]  # fmt: skip


def checked(rule, change, name="fresh"):
    return q(f"submitted against {rule}", *save(name, change), submit(name))


SUBMITTING = [
    q("a disclaimer that binds since before", (OWNER, braced(disclaimer(None, "NEW", binding="clock_timestamp() - interval '9 days'", always="true")))),
    q("a statement that binds since before", (OWNER, braced(statement(None, "new", binding="clock_timestamp() - interval '9 days'", always="true")))),
    q("newer rules of tomorrow", (OWNER, braced(disclaimer(None, "ZEBRA", 2, words="'{nothing}'", adopted="clock_timestamp() + interval '1 day'"))),
      (OWNER, braced(statement(None, "quagga", 2, "clock_timestamp()", words="'{nothing}'", adopted="clock_timestamp() + interval '1 day'"))),
      looks=("bound", "stated")),
    q("submitted", *save("fresh", "title = 'Another'"), submit("fresh"),
      "select number, title, kind, statements, disclaimers, policy_id from articles_edition where article_id = {fresh_article} order by 1", rows=True),
    q("submitted another than was seen", *save("fresh", "title = 'Another'"),
      "select act.submit({fresh_article}, decode('{fresh_digest}', 'hex'), {writer})", "select act.submit(0, null, {writer})",
      "select act.submit({never-submitted_article}, null, {writer})"),
    q("submitted again", *(submit(name) for name in ("fresh", "ready", "asked", "half", "lost", "refused-signed"))),
    q("submitted a proposed title", SAVE.format(who="writer"), "update articles_article set title_is_proposed = true where id = {fresh_article}",
      submit("fresh"), submit("never-submitted")),
    q("submitted a statement by another name", *save("own", "slug = '{mark}-renamed'"), submit("own"),
      *save("own", "slug = '{mark}-own', summary = 'Other.'"), submit("own")),
    q("submitted an article by another name", *save("fresh", "slug = '{mark}-renamed'"), submit("fresh")),
    q("submitted at another's address", *save("shown", "slug = '{mark}-elsewhere'"), *save("fresh", "slug = '{mark}-shown'"), submit("fresh")),
    checked("title_is_written", "title = ' '"),
    checked("title_is_written, too long", "title = repeat('word ', 50)"),
    checked("summary_is_written", "summary = ' '"),
    checked("body_is_written", "body = '<p></p>'"),
    checked("three_to_five_key_points", "key_points = array['One.', 'Two.']"),
    checked("three_to_five_key_points, too many", "key_points = array['1', '2', '3', '4', '5', '6']"),
    checked("funding_is_said", "funding = ' '"),
    checked("markup_in_vocabulary", "body = '<p>x</p><script>x</script>'"),
    checked("every_citation_has_a_reference", "body = '<p>x [@nobody2020]</p>'"),
    checked("every_citation_is_readable", "body = '<p>x [@No, @body]</p>'"),
    checked("entities_are_plain", "body = '<p>sui&#99;ide</p>'"),
    checked("signs_of_an_english_text", "title = E'\\u0455leep'"),
    checked("signs that no text has", "title = E'sl\\u200Beep'"),
    checked("not_too_long", "body = '<p>' || repeat('word ', 13000) || '</p>'"),
    checked("statement_short_form_fits", "summary = repeat('word ', 61)", "own"),
    checked("contacts_have_their_shape", """contacts = '[{{"name": 1}}]'""", "own"),
    checked("links_are_plain", """contacts = '[{{"region": "US", "name": "A", "audience": "all", "first": true,"""
            """ "links": [{{"label": "x", "href": "javascript:x"}}]}}]'""", "own"),
    q("submitted against article_has_a_topic", SAVE.format(who="writer"), "delete from articles_article_topics where article_id = {fresh_article}",
      submit("fresh")),
    q("submitted against article_has_a_byline", SAVE.format(who="writer"), "delete from articles_byline where article_id = {fresh_article}",
      submit("fresh")),
    q("submitted links of a source", SAVE.format(who="writer"), "update articles_reference set url = 'javascript:x' where article_id = {flagged_article}",
      submit("flagged")),
    *(q(f"submitted under a new {kind} that asks for {what}",
        (OWNER, braced(rule(None, "NEW" if kind == "disclaimer" else "new", **({"binding": "null"}), **{what: value}))),
        *save("flagged", "title = 'Another'"), submit("flagged"),
        "select disclaimers, statements from articles_edition where article_id = {flagged_article} order by number desc limit 1", rows=True)
      for kind, rule in (("disclaimer", disclaimer), ("statement", statement))
      for what, value in {"always": "true", "topics": "'{history}'", "words": "'{sle*}'", "flags": "'{ai-tools}'",
                          "designs": "'{case-report}'"}.items()),
    *(q(f"a new {kind} that binds and asks for {what}",
        (OWNER, braced(rule(None, "NEW" if kind == "disclaimer" else "new", **({"binding": "clock_timestamp()"}), **{what: value}))),
        "select act.revoke({lost_sign_off}, {doctor}, 'Again')", looks=("flagged", "law"))
      for kind, rule in (("disclaimer", disclaimer), ("statement", statement))
      for what, value in {"always": "true", "topics": "'{history}'", "words": "'{sle*}'", "flags": "'{ai-tools}'",
                          "designs": "'{case-report}'"}.items()),
    *(q(f"a {kind} of tomorrow",
        (OWNER, braced(rule(None, "NEW" if kind == "disclaimer" else "new", binding="clock_timestamp()",
                            adopted="clock_timestamp() + interval '1 day'", always="true"))), *save("fresh", "title = 'Another'"),
        submit("fresh"), "select disclaimers, statements from articles_edition where article_id = {fresh_article} order by number desc limit 1",
        rows=True)
      for kind, rule in (("disclaimer", disclaimer), ("statement", statement))),
    q("a disclaimer that the frame draws", (OWNER, braced(disclaimer(None, "NEW", always="true").replace("'text'", "'frame'"))),
      *save("fresh", "title = 'Another'"), submit("fresh"),
      "select disclaimers from articles_edition where article_id = {fresh_article} order by number desc limit 1", rows=True),
    q("a newer version that binds nobody", (OWNER, braced(disclaimer(None, "ZEBRA", 2, "null", words="'{zebra}'"))), looks=("bound", "shown")),
    q("a newer version that calls for others", (OWNER, braced(disclaimer(None, "ZEBRA", 2, words="'{nothing}'"))), looks=("bound", "shown"),
      may_show=True),
    q("a newer statement that calls for others", (OWNER, braced(statement(None, "quagga", 2, "clock_timestamp()", words="'{nothing}'"))),
      looks=("stated", "shown"), may_show=True),
    q("a newer statement without what to fall back on", (OWNER, braced(statement(None, "no-edition", 2, words="'{gnu}'"))),
      looks=("fallen-back",)),
]  # fmt: skip

PEOPLE = [
    q("acts that are for others", "select act.dismiss({lead}, 'medical lead')", "select act.refuse('a_rule', 'x')",
      "select act.same_person({doctor}, decode('{doctor_secret}', 'hex'))", "update cms_chain set row_lock = 1"),
    q("enrolled anew with the old secret", enrol("{second}", old="decode('{second_secret}', 'hex')"), sign("fresh")),
    q("enrolled anew with a wrong one", enrol("{second}", old="'x'"), enrol("{second}"), sign("fresh")),
    q("enrolled anew by an officer", enrol("{second}", officer="{officer}", proof=OFFICERS), sign("fresh")),
    q("enrolled anew by an officer with a wrong secret", enrol("{second}", officer="{officer}", proof="'x'"), sign("fresh")),
    q("enrolled anew by no officer", enrol("{second}", officer="{doctor}", proof="decode('{doctor_secret}', 'hex')"),
      enrol("{officer}", officer="{officer}", proof=OFFICERS), enrol("{second}", officer="{lead}", proof="decode('{lead_secret}', 'hex')")),
    q("enrolled for the first time", enrol("{writer}"), enrol("{writer}")),
    q("appointed", (OWNER, "select act.appoint({doctor}, 'compliance')"), (OWNER, "select act.appoint({doctor}, 'compliance')"),
      (OWNER, "select act.appoint({officer}, 'medical lead')"), (OWNER, "select act.appoint({editor}, 'compliance')"),
      (OWNER, "select act.appoint({doctor}, 'king')"), verify("{second_credential}", "doctor")),
    q("dismissed again", (OWNER, "select act.dismiss({lawyer}, 'compliance')")),
    q("checked again what is not signed", SAVE.format(who="writer"), "update articles_article set summary = 'Call for help, at once.' where id ="
      " (select article_id from articles_edition where id = {help})", "select act.submit(article_id, gate.draft_digest(article_id), {writer})"
      " from articles_edition where id = {help}", "select act.recheck(n.id, n.digest, {officer}, " + OFFICERS + ", 'x') from articles_edition e"
      " join articles_edition n on n.article_id = e.article_id and n.number > e.number where e.id = {help}"),
    q("dismissed", (OWNER, "select act.dismiss({officer}, 'medical lead')"), verify("{second_credential}"),
      (OWNER, "select act.dismiss({lead}, 'medical lead')"), lift("{refused_verdict}", "lead"), verify("{doctor_credential}"),
      (OWNER, "select act.dismiss({officer}, 'compliance')"), verify("{second_credential}"),
      "select act.suspend_credential({doctor_credential}, {officer}, 'W')", (OWNER, "select act.appoint({officer}, 'compliance')"),
      verify("{second_credential}"), "select act, count(*) from cms_entry group by 1 order by 1", rows=True),
    q("verified what is not there", verify("0"), verify("{second_credential}", days=400), verify("{second_credential}", days=-1)),
    q("verified again after it lapsed", verify("{lapsed_credential}"), sign("fresh", "lapsed"), publish("fresh"), may_show=True),
    q("registered who has no secret", register("writer")),
    q("registered for topics that are none", register("stranger", specialties="array['everything']"),
      register("stranger", specialties="array['safety', 'everything']"), register("stranger", specialties="'{{}}'"),
      register("stranger", qualification="king")),
    q("rows hidden", "select act.hide_row({with-rows}, decode('{with-rows_digest}', 'hex'), 2, {editor}, 'All wrong')",
      "select act.hide_row({with-rows}, decode('{with-rows_digest}', 'hex'), 1, {editor}, 'Again')",
      "select act.hide_row({with-rows}, null, 2, {editor}, 'x')", "select act.hide_row(0, null, 2, {editor}, 'x')",
      "select act.hide_row({own}, decode('{own_digest}', 'hex'), 1, {editor}, 'x')"),
    q("checked again", "select act.recheck({help}, null, {officer}, " + OFFICERS + ", 'x')",
      "select act.recheck(0, null, {officer}, " + OFFICERS + ", 'x')", CHECK.format("officer", "officer"), CHECK.format("lead", "lead"),
      CHECK.format("lawyer", "lawyer"), CHECK.format("officer", "officer").replace("'Its source'", "' '"),
      "select act.recheck({own}, decode('{own_digest}', 'hex'), {officer}, " + OFFICERS + ", 'x')",
      "select act.recheck({shown}, decode('{shown_digest}', 'hex'), {officer}, " + OFFICERS + ", 'x')",
      (OWNER, "select act.dismiss({officer}, 'compliance')"), CHECK.format("officer", "officer")),
    q("checked again by who wrote it", enrol(AUTHOR), (OWNER, f"select act.appoint({AUTHOR}, 'compliance')"),
      (OWNER, "insert into reviews_recheck (article_id, edition_id, digest, officer_id, appointment_id, at, reason) select e.article_id,"
              " e.id, e.digest, a.person_id, a.id, clock_timestamp(), 'x' from articles_edition e, reviews_appointment a"
              " where e.id = {help} and a.person_id = e.submitted_by_id")),
    q("checked again by who wrote another text", *save("fresh", "title = 'Mine'", "officer"), submit("fresh"), CHECK.format("officer", "officer")),
    q("checkpoints", *(
        f"select act.publish_checkpoint({note}) from (select max(seq) + {n} as n from cms_entry) size"
        for n in (1, 9, -4)
        for note in ("E'battery\\n' || n || E'\\n' || encode(gate.root(n), 'base64') || E'\\n\\n— battery sig\\n'",
                     "E'battery\\n' || n || E'\\n' || encode(gate.root(n - 1), 'base64') || E'\\n\\n— battery sig\\n'",
                     "E'battery\\n0' || n || E'\\n' || encode(gate.root(n), 'base64') || E'\\n\\n— battery sig\\n'",
                     "E'battery\\n' || n || E'\\n' || encode(gate.root(n), 'base64') || E'\\nx\\n— battery sig\\n'",
                     "E'battery\\n' || n || E'\\n' || encode(gate.root(n), 'base64') || E'\\n\\n— battery'",
                     "E'battery\\n' || n || E'\\n' || encode(gate.root(n), 'base64') || E'\\n\\n— battery sig and more\\n'",
                     "E'bat tery\\n' || n || E'\\n' || encode(gate.root(n), 'base64') || E'\\n\\n— bat tery sig\\n'",
                     "E'other\\n' || n || E'\\n' || encode(gate.root(n), 'base64') || E'\\n\\n— other sig\\n'",
                     "E'battery\\n' || n || E'\\n' || encode(gate.root(n), 'base64') || E'\\n\\n— other sig\\n'",
                     "E'battery\\n' || n || E'\\n' || encode(gate.root(n), 'base64') || E'\\n\\n— battery sig\\n— battery sig\\n'",
                     "E'battery\\n' || n || E'\\n' || encode(gate.root(n), 'base64') || E'\\n\\n— battery sig\\nx'",
                     "E'battery\\n' || n"))),
]  # fmt: skip

# Rows that the owner writes by hand -----------------------------------------------------------------------------------------------


def forged(table, base, what):
    """A row like that of `base` with these columns changed: to JSON, or after "=" to SQL."""
    said = braced(
        json.dumps({"id": 900_000} | {key: value for key, value in what.items() if not str(value).startswith("=")})
    )
    named = "".join(
        f" || jsonb_build_object('{key}', {value[1:]})" for key, value in what.items() if str(value).startswith("=")
    )
    changes = ", ".join(
        f"{key} {value}" for key, value in what.items() if table != "reviews_signoff" or OF_FRESH.get(key) != value
    )
    return q(
        f"a row of {table} {'with ' + changes if changes else 'as it is'}",
        (OWNER, f"select set_config('signed_leaf.person', '{{writer}}', true);"
                f" insert into {table} ({{columns_of_{table}}}) overriding system value select {{columns_of_{table}}} from (select"
                f" (jsonb_populate_record(null::{table}, to_jsonb(t) || '{said}'{named})).* from {table} t where {base} limit 1) r"),
    )  # fmt: skip


LATER, EARLIER = "2031-01-01T00:00:00+00:00", "2021-01-01T00:00:00+00:00"
OF_FRESH = {
    "edition_id": "={fresh}", "digest": "=(select e.digest from articles_edition e where id = {fresh})",
    "contributors": "=(select e.contributors from articles_edition e where id = {fresh})",
}  # fmt: skip
SIGN_OFFS = [
    {}, {"digest": "\\\\x00"}, {"edition_id": "={unsigned}"}, {"contributors": []}, {"topics": ["liver"]}, {"reviewer_id": "={writer}"},
    {"reviewer_id": "={editor}"}, {"reviewer_name": "Dr Famous"}, {"specialties": ["safety"]}, {"specialties": []}, {"valid_until": LATER},
    {"valid_until": EARLIER}, {"verified_at": LATER}, {"qualification": "pharmacist"}, {"qualification": "scientist"},
    {"meaning": "legal check"}, {"requires": ["medical accuracy", "x"]}, {"signers": {"x": {"covers": "none"}}}, {"ends_at": LATER},
    {"review_due_at": LATER}, {"ends_after": "10 years", "ends_at": LATER}, {"interests": " "}, {"policy_id": "=(select policy_id from articles_edition where id = {law})"},
]  # fmt: skip
PUBLICATIONS = [
    {}, {"digest": "\\\\x00"}, {"article_id": "={shown_article}"}, {"edition_id": "={fresh}"}, {"starts_at": EARLIER}, {"ends_at": EARLIER},
    {"published_by_id": 0},
]  # fmt: skip
VERIFICATIONS = [
    {}, {"officer_id": "={editor}"}, {"office": "medical lead"}, {"officer_id": "={doctor}"}, {"person_id": "={editor}"},
    {"specialties": ["everything"]}, {"qualification": "scientist"}, {"valid_until": LATER}, {"valid_until": EARLIER},
]  # fmt: skip
VERDICTS = [
    {},
    {"digest": "\\\\x00"},
    {"article_id": "={shown_article}"},
    {"kind": "signed"},
    {"reason": " "},
    {"reviewer_id": 0},
]
TAKE_DOWNS = [{}, {"article_id": "={shown_article}"}, {"kind": "x"}, {"reason": " "}, {"by_id": 0}]
RULES = [
    {}, {"version": 50}, {"version": 0}, {"version": 50, "name": ""}, {"version": 50, "placement": "x"}, {"version": 50, "words": ["-"]},
    {"version": 50, "topics": [" "]},
]  # fmt: skip
POLICIES = [
    {}, {"version": 50}, {"version": 0}, *({"version": 50} | one for one in (
        {"name": "X Y"}, {"label": ""}, {"kind": "x"}, {"requires": []}, {"requires": ["a", "a"]}, {"requires": ["a", " "]},
        {"words": ["-"]}, {"review_after": "0"}, {"signers": {"x": {"by": 3}}})),
]  # fmt: skip
BY_HAND = {
    ("reviews_signoff", "id = {lost_sign_off}"): [OF_FRESH | one for one in SIGN_OFFS],
    ("articles_publication", "id = {lost_publication}"): PUBLICATIONS,
    ("reviews_verification", "credential_id = {doctor_credential}"): VERIFICATIONS,
    ("reviews_verdict", "id = {asked_verdict}"): VERDICTS,
    ("articles_takedown", "article_id = {hidden_article}"): TAKE_DOWNS,
    ("articles_disclaimer", "code = 'D-PROOF-TAPIR'"): [
        *RULES, {"version": 50, "code": "x"}, {"version": 50, "drawn_by": "x"}, {"version": 50, "full": ""}],
    ("articles_statement", "slug = '{mark}-own'"): [*RULES, {"version": 50, "slug": "X"}, {"version": 50, "max_age": "1 day"}, {"version": 50, "max_age": "9 hours"}, {"version": 50, "fallback": "='crisis-help'"},
        {"version": 50, "fallback": "='{mark}-own'"}],
    ("reviews_policy", "name = 'one-signature'"): POLICIES,
    ("reviews_credential", "id = {doctor_credential}"): [{}, {"person_id": 0}, {"name": " "}, {"name": "Dr \u0416"}, {"profession": "Buy at example.com"}, {"specialties": []}],
    ("reviews_appointment", "person_id = {officer}"): [{}, {"person_id": 0}, {"office": "king"}],
    ("reviews_dismissal", "true"): [{}, {"appointment_id": 0}],
    ("reviews_signingsecret", "person_id = {doctor}"): [{}, {"person_id": 0}, {"hash": "\\\\x00"}, {"salt": "\\\\x00"}],
    ("reviews_basis", "publication_id = {publication}"): [
        {}, {"publication_id": "={lost_publication}"}, {"sign_off_id": "={lost_sign_off}"}],
    ("reviews_lift", "verdict_id = {lifted_verdict}"): [
        {}, {"verdict_id": 0}, *({"verdict_id": "={refused_verdict}"} | one for one in ({}, {"by_id": 0}, {"kind": "x"}, {"reason": " "}))],
    ("reviews_revocation", "sign_off_id = {lost_sign_off}"): [
        {}, {"sign_off_id": 0}, {"sign_off_id": "={hidden_sign_off}", "by_id": 0}, {"sign_off_id": "={hidden_sign_off}", "reason": " "}],
    ("reviews_suspension", "credential_id = {third_credential}"): [
        {}, {"credential_id": 0}, {"credential_id": "={scientist_credential}", "by_id": 0},
        {"credential_id": "={scientist_credential}", "reason": " "}],
    ("reviews_chosentier", "article_id = {raised_article}"): [{}, {"article_id": 0}, {"by_id": 0}, {"reason": " "}],
    ("articles_hiddenrow", "edition_id = {with-rows}"): [
        {}, *({"contact": 2} | one for one in ({"digest": "\\\\x00"}, {"by_id": 0}, {"reason": " "}, {})), {"contact": 0}, {"contact": 3}],
    ("reviews_recheck", "edition_id = {help}"): [
        {}, {"digest": "\\\\x00"}, {"officer_id": "={editor}"}, {"office": "medical lead"}, {"reason": " "}],
    ("cms_checkpoint", "true"): [{}, {"size": 0}, {"size": 3, "note": "x"}, {"size": 5, "root": "\\\\x00"}],
    ("cms_node", "level = 0 and index = 0"): [
        {}, {"level": 63}, {"level": 40, "index": -1}, {"level": 40, "hash": "\\\\x00"}],
    ("articles_listing", "publication_id = {publication}"): [{}, {"publication_id": 0}],
    ("articles_publicaddress", "publication_id = {publication}"): [{}, {"publication_id": 0}, {"slug": "nowhere"}],
    ("articles_address", "article_id = {shown_article}"): [{}, {"slug": "X Y"}, {"slug": "new", "article_id": 0}],
    ("articles_draftsave", "article_id = {shown_article}"): [{}, {"person_id": 0}, {"article_id": 0}],
    ("articles_rulebook", "true"): [{}],
    ("articles_article", "id = {fresh_article}"): [{}, {"slug": "new", "kind": "x"}, {"slug": "new"}],
}  # fmt: skip
ROWS = [forged(table, base, what) for (table, base), changes in BY_HAND.items() for what in changes]


def frozen(what, change, document="doc(content)", form="canonical"):
    """An edition that the owner freezes by hand: the document of "fresh" with its next number, changed."""
    return q(
        f"an edition by hand with {what}",
        (OWNER, "insert into articles_edition (content, draft_digest, submitted_by_id, submitted_at) select convert_to("
                f"{form}({document} || '{{{{\"number\": 9}}}}' || {change}), 'UTF8'), draft_digest, submitted_by_id, clock_timestamp()"
                " from articles_edition where id = {fresh}"),
    )  # fmt: skip


def json_of(**keys):
    return f"'{braced(json.dumps(keys))}'"


EDITIONS = [
    frozen("nothing changed", "'{{}}'"), frozen("no disclaimers", json_of(disclaimers=[])), frozen("no statements", json_of(statements=[])),
    frozen("nobody who contributed", json_of(contributors=[])),
    frozen("somebody else who contributed", "jsonb_build_object('contributors', jsonb_build_array({writer}, {editor}))"),
    frozen("another policy", "jsonb_build_object('policy', (select policy_id from articles_edition where id = {law}))"), frozen("no such policy", json_of(policy=0)), frozen("its own number", json_of(number=1)),
    frozen("the number nought", json_of(number=0)), frozen("another kind", json_of(kind="statement")),
    frozen("another address", json_of(slug="nowhere")), frozen("another's address", "jsonb_build_object('slug', '{mark}-shown')"),
    frozen("another schema", json_of(schema=2)), frozen("a key too few", "'{{}}'", "doc(content) - 'language'"),
    frozen("a space too many", "'{{}}'", form="' ' || canonical"),
    frozen("letters of two scripts", json_of(title="Sl\u0435ep")), frozen("invisible letters", json_of(title="Sl\u00adeep")),
    frozen("contacts without a shape", json_of(contacts=[{"name": 1}])), frozen("signs of another language", json_of(title="Schlaf \u30b9")),
    frozen("another language", json_of(language="de")),
    frozen("a DOI that is none", json_of(references=[dict.fromkeys(["authors", "title", "journal", "volume", "pages", "pmid", "pmcid",
      "url"], "") | {"key": "x", "doi": "a word", "design": "survey"}])),
    frozen("links that run", json_of(references=[{"key": "x", "url": "javascript:x", "design": "survey", "authors": "", "title": "", "journal": ""}])),
]  # fmt: skip
ENTRIES = [
    q(f"an entry by hand {what}",
      (OWNER, "insert into cms_entry (seq, prev_hash, at, body) select seq, hash, at, convert_to(canonical(body), 'UTF8') from"
              " (select e.seq + 1 as seq, e.hash, e.at, doc(e.body) || jsonb_build_object('seq', e.seq + 1) - 'reason' as body"
              " from cms_entry e where e.salt is null order by e.seq desc limit 1) n".replace("select seq, hash, at, convert_to", change)))
    for what, change in {
        "as it should be": "select seq, hash, at, convert_to",
        "that leaves one out": "select seq + 1, hash, at, convert_to",
        "that follows another": "select seq, sha256(hash), at, convert_to",
        "of another instant": "select seq, hash, at - interval '1 day', convert_to",
        "that is not canonical": "select seq, hash, at, convert_to(' ', 'UTF8') || convert_to",
        "that begins a second chain": "select 0, decode(repeat('00', 32), 'hex'), at, convert_to",
        "with a short hash": "select seq, '\\x00', at, convert_to",
        "before all": "select -1, hash, at, convert_to",
    }.items()
]  # fmt: skip
LOCKED = [  # whoever may update, delete or truncate may hold a table
    q(f"{table} held", f"lock table {table} in share row exclusive mode", f"select count(*) from {table}", looks=())
    for table in EVIDENCE
]
PROVEN = [
    Question(
        f"{name}, as {role}", [(role, one) for one in (statements if isinstance(statements, list) else [statements])]
    )
    for name, role, statements, _ in ATTACKS
]
QUESTIONS = [
    *(Question(name, [(role, question)], (), rows=True) for name, role, question in READS),
    *SIGNING, *PUBLISHING, *REVIEWING, *SUBMITTING, *PEOPLE, *ROWS, *EDITIONS, *ENTRIES, *LOCKED, *PROVEN,
]  # fmt: skip


# Asking -----------------------------------------------------------------------------------------------------------------------


class Battery:
    """The questions, asked of a scene. Nothing of an answer stays."""

    def __init__(self, scene):
        self.scene, self.connection = scene, scene.connection
        names = scene.names
        self.words = names | {key: literal(names[key]) for key in ("slugs", "articles", "instants")}
        self.took = {}

    def answer(self, question):
        began = time.perf_counter()
        try:
            return self.ask(question)
        finally:
            self.took.setdefault(question.name, time.perf_counter() - began)

    def ask(self, question):
        self.reset_tries()
        answers = []
        try:
            with self.connection.transaction(force_rollback=True):
                for role, statement in question.steps:
                    answers.append(self.step(role, statement, question.rows))
                if question.looks and "done" in answers:
                    answers += self.seen_otherwise(question)
        except psycopg.Error as error:
            return [*answers, f"could not be looked at: {error.sqlstate}"]
        return answers

    def step(self, role, statement, rows):
        """ "done", or rows; or what refused it."""
        try:
            with self.connection.transaction(), acting_as(self.connection, role):
                found = self.connection.execute(statement.format(**self.words))
                return (
                    found.fetchall()
                    if rows and found.description and not statement.startswith("select act.")
                    else "done"
                )
        except psycopg.Error as error:
            return error.diag.constraint_name or error.sqlstate

    def seen_otherwise(self, question):
        slugs = [f"{self.scene.mark}-{name}" for name in question.looks]
        now, before = self.scene.shown(slugs), {page for page in self.scene.public if page[0] in slugs}
        return sorted([f"+{slug}" for slug, _ in now - before] + [f"-{slug}" for slug, _ in before - now])

    def reset_tries(self):
        """Wrong secrets are counted where no rollback undoes it."""
        self.connection.execute(
            "select setval(oid, 1, false) from pg_class where relnamespace = 'secret'::regnamespace and relkind = 'S'"
        )


def literal(values):
    """A list as a statement names it."""
    return "array[" + ", ".join(str(one) if isinstance(one, int) else f"'{one}'" for one in values) + "]"


def shows_too_much(question, answer, expected):
    """Whether readers see a text that they saw neither before nor in the expected answer, after nothing but more was let through."""
    if question.may_show or question.rows:
        return False
    if any(should == "done" != was for should, was in zip(expected, answer, strict=False)):
        return False  # an act that is meant to work did not: what follows is another way
    return any(isinstance(one, str) and one.startswith("+") and one not in expected for one in answer)
