"""How safety notices are written, signed, published and ended; and how rules are adopted, and what they would hit."""

from cms.prove.attacks import ALL, ask_for_passkeys, publish, sign, sign_notice
from tests.battery_scene import OWNER, braced, disclaimer, statement
from tests.battery_words import publish_next, publish_with_reason, q, save, sign_next, submit

NOTICES_NOW = "select count(*) from gate.notices_in_force(clock_timestamp())"


def on_notice(name, act, *more):
    """An act on a notice of the scene, with the digest that it has."""
    return f"select act.{act}({', '.join([f'{{notice-{name}}}', *more])})"


def digest_of(name):
    return f"decode('{{notice-{name}_digest}}', 'hex')"


def signs(name, who="doctor", digest=None, days=13):
    more = [
        digest or digest_of(name),
        f"{{{who}}}",
        f"decode('{{{who}_secret}}', 'hex')",
        f"clock_timestamp() + interval '{days} days'",
    ]
    return on_notice(name, "sign_notice", *more)


def writes(text="'Stop.'", source="'A letter'", everywhere="true", topics="'{{}}'", articles="'{{}}'", by="{writer}"):
    return f"select act.draft_notice({text}, {source}, {everywhere}, {topics}, {articles}, {by})"


NOTICES = [
    q("notices written", writes(), writes("null"), writes(source="null"), writes(everywhere="null"), writes("' '"),
      writes("'Stop \u0436'"), writes(source="'A letter \u0436'"), writes(topics="'{{history}}'"), writes(topics="'{{history,nothing}}'"),
      writes(topics="null", articles="null"), writes(articles="array[{shown_article}]"), writes(articles="array[0]"),
      writes(articles="array[{own_article}]"), writes(by="0"), writes("'Stop at 1\u00a02'"), writes(everywhere="false"),
      "select text, source, everywhere, topics, articles from reviews_notice order by id", rows=True),
    q("what the ledger says of notices", writes(), signs("only-signed"),
      on_notice("only-signed", "publish_notice", digest_of("only-signed"), "{editor}"), on_notice("only-signed", "end_notice", "{editor}", "'So'"),
      "select act, actor_id, reason, doc(body) - array['at', 'seq', 'notice', 'digest', 'facts', 'reason', 'notice_end', 'notice_publication']"
      " from cms_entry order by seq desc limit 3", rows=True),
    q("notices signed", *(signs("given-up", **what) for what in ({}, {"digest": "null"}, {"who": "third"})), signs("ended"),
      *(sign_notice(who) for who in ("third", "lapsed", "scientist", "narrow", "brief", "narrow")), "select reviewer_name, credential_id, qualification"
      " from reviews_noticesignature where notice_id = {notice}", rows=True),
    q("a notice signed twice, and by two", sign_notice("second"), sign_notice("second"), sign_notice("doctor")),
    q("notices signed that are not there", "select act.sign_notice(0, null, {doctor}, decode('{doctor_secret}', 'hex'), 'infinity')",
      "select act.sign_notice({notice}, null, {doctor}, decode('{doctor_secret}', 'hex'), clock_timestamp() + interval '1 day')"),
    q("notices published", *(on_notice(name, "publish_notice", digest_of(name), "{editor}")
      for name in ("given-up", "signed-by-suspended", "signed-and-ended", "everywhere", "ended")),
      on_notice("only-signed", "publish_notice", "null", "{editor}"), on_notice("only-signed", "publish_notice", digest_of("only-signed"), "0"),
      on_notice("only-signed", "publish_notice", digest_of("only-signed"), "{editor}"), NOTICES_NOW, rows=True),
    q("notices ended", *(on_notice(name, "end_notice", "{editor}", "'So'") for name in ("everywhere", "everywhere", "on-topic", "given-up")),
      on_notice("on-article", "end_notice", "{editor}", "' '"), on_notice("on-article", "end_notice", "0", "'So'"),
      "select act.end_notice(0, {editor}, 'So')", NOTICES_NOW, rows=True),
    q("the signer of notices suspended", "select act.suspend_credential({second_credential}, {officer}, 'Struck off')", NOTICES_NOW, rows=True),
]  # fmt: skip

GOOD = {  # a rule that nothing speaks against, as SQL
    "kind": "'disclaimer'", "name": "'D-PROOF-ZEBRA'", "version": "2", "title": "'Of the battery'", "short": "'Short.'", "full": "'In full.'",
    "placement": "'about'", "drawn_by": "'text'", "always": "true", "topics": "'{{}}'", "words": "'{{}}'", "flags": "'{{}}'",
    "designs": "'{{}}'", "source": "'A law'",
}  # fmt: skip
OF_STATEMENT = {"kind": "'statement'", "name": "'crisis-help'", "version": "(select max(version) + 1 from articles_statement"
                " where slug = 'crisis-help')", "short": "null", "full": "null", "placement": "null", "drawn_by": "null"}  # fmt: skip
FOR_TEXTS = {
    "topics": "'{{history}}'",
    "words": "'{{sle*}}'",
    "flags": "'{{ai-tools}}'",
    "designs": "'{{case-report}}'",
}
SPOKEN_AGAINST = [
    {}, {"name": "null"}, {"name": "'zebra'"}, {"name": "'D-NEW'", "version": "1"}, {"name": "'D-NEW'"}, {"version": "1"}, {"version": "3"},
    {"drawn_by": "'frame'"}, {"drawn_by": "'x'"}, {"name": "(select min(code) from articles_disclaimer where drawn_by = 'frame')"},
    {"placement": "'x'"}, {"title": "'Zebr\u0430'"}, {"short": "'Zebr\u0430'"}, {"full": "'Zebr\u0430'"}, {"full": "'<b>'"}, {"full": "'a > b'"},
    {"full": "'&lt;'"}, {"full": "E'a\\x01b'"}, {"full": "E'a\\u200Bb'"}, {"full": "E'a\\u00ADb'"}, {"full": "E'\\u03B1nd'"},
    {"full": "' '"}, {"short": "' '"}, {"placement": "'top'"}, {"placement": "'top'", "short": "' '"},
    {"drawn_by": "'nobody'"}, {"drawn_by": "'nobody'", "always": "false"}, {"drawn_by": "'nobody'", "always": "false", "full": "' '"},
    {"always": "false"}, *({"always": "false", what: value} for what, value in FOR_TEXTS.items()),
    *({"always": "false", "drawn_by": "'nobody'", what: value} for what, value in FOR_TEXTS.items()),
    {"topics": "null", "always": "false"}, {"title": "' '"}, {"source": "' '"}, {"words": "'{{-}}'"}, {"words": "'{{zebr\u0430}}'"},
    {"topics": "'{{history,nothing}}'"},
    OF_STATEMENT, OF_STATEMENT | {"always": "false"}, OF_STATEMENT | {"name": "'no-such'"}, OF_STATEMENT | {"version": "1"},
    OF_STATEMENT | {"name": "'{mark}-own'", "version": "2", "always": "false"}, OF_STATEMENT | {"title": "' '"},
]  # fmt: skip


def against(n, what):
    return f"select {n}, r.* from gate.against_rule({', '.join((GOOD | what).values())}) r"


def hit(n, kind="'disclaimer'", name="'D-NEW'", always="false", begins="null", **what):
    texts = [what.get(one, "'{{}}'") for one in FOR_TEXTS]
    return (
        f"select {n}, h.* from gate.hit_by({kind}, {name}, {always}, {', '.join(texts)}, {begins}, clock_timestamp()) h"
    )


HITS = [
    {"always": "true"}, {"always": "true", "begins": "clock_timestamp() + interval '20 days'"},
    {"always": "true", "begins": "(select ends_at from articles_publication where id = {law_publication})"},
    *({what: value} for what, value in FOR_TEXTS.items()), {"kind": "'statement'", "name": "'{mark}-own'", "always": "true"},
    {"kind": "'statement'", "name": "'crisis-help'", "always": "true"}, {},
]  # fmt: skip


def adopts(binds="true", begins="null", seen=ALL, by="officer", reason="'The battery'", **what):
    """A disclaimer adopted, or the rule of a statement."""
    said = GOOD | what
    if said["kind"] == "'statement'":
        said = {key: value for key, value in said.items() if key not in ("short", "full", "placement", "drawn_by")}
    act = "adopt_disclaimer" if said.pop("kind") == "'disclaimer'" else "adopt_statement_rule"
    more = ["'A note'", binds, begins, seen, f"{{{by}}}", f"decode('{{{by}_secret}}', 'hex')", reason]
    return f"select act.{act}({', '.join([*said.values(), *more])})"


NEWEST_RULES = ("select code, version, name, placement, always, position, drawn_by, adopted_by_id, reason, note, binding_at - adopted_at >"
                " interval '2 days', binding_at is null, rulebook = (select max(version) from articles_rulebook) from articles_disclaimer"
                " where adopted_by_id > 0 union all select slug, version, name, placement, always, 0, fallback, adopted_by_id, reason, max_age::text,"
                " binding_at - adopted_at > interval '2 days', binding_at is null, rulebook = (select max(version) from articles_rulebook)"
                " from articles_statement where adopted_by_id > 0 order by 1, 2")  # fmt: skip
OWN_RULE = OF_STATEMENT | {"name": "'{mark}-own'", "version": "2", "always": "false", "words": "'{{gnu}}'"}
DAYS = "clock_timestamp() + interval '{} days'"


def asks_now(tier):
    """The tier as an officer's act would have it."""
    return OWNER, (
        "insert into reviews_policy (name, version, label, kind, rank, slugs, always, topics, words, all_of, requires, signers,"
        " review_after, ends_after, passkeys) select name, 9, label, kind, rank, slugs, always, topics, words, all_of, requires,"
        f" signers, review_after, ends_after, true from reviews_policy where name = '{tier}' order by version desc limit 1"
    )


ADOPTING = [
    q("what speaks against rules", "\nunion all ".join(against(n, what) for n, what in enumerate(SPOKEN_AGAINST)) + "\norder by 1, 2", rows=True),
    q("what rules would hit", "\nunion all ".join(hit(n, **what) for n, what in enumerate(HITS)) + "\norder by 1, 2", rows=True),
    q("what rules would hit of what comes twice", *save("coming", "title = 'Next'"), submit("coming"), sign_next("coming", "doctor"),
      publish_next("coming", starts=DAYS.format(2)), hit(0, always="true").replace("0, h.*", "h.slug, h.number") + " where not h.is_public order by 1, 2", rows=True),
    q("adopted as it must not be", adopts(begins=DAYS.format(400)), adopts(begins=DAYS.format(-1)), adopts(binds="null"),
      adopts(binds="false", begins=DAYS.format(1)), adopts(reason="' '"), adopts(version="1"), adopts(seen="'{{}}'"), adopts(seen="'{{-1}}'"), adopts(seen="null"),
      adopts(by="lead"), adopts(**OWN_RULE | {"version": "1"}), adopts(**OWN_RULE, by="lead"), adopts(**OWN_RULE, reason="' '"),
      adopts(**OWN_RULE | {"always": "true"}, seen="'{{}}'"), NEWEST_RULES, rows=True),
    q("adopted", adopts(), adopts(version="3", binds="false"), adopts(name="'D-NEW'", version="1", always="false", words="'{{zebra}}'"),
      adopts(version="4", begins=DAYS.format(300)), adopts(**OWN_RULE), adopts(**OWN_RULE | {"version": "3"}, begins=DAYS.format(3)),
      NEWEST_RULES, rows=True),
    q("what the ledger says of rules", adopts(binds="false"), adopts(**OWN_RULE, binds="false"), "select act, actor_id, reason,"
      " doc(body) -> 'version', doc(body) ->> 'code', doc(body) ->> 'slug', doc(body) -> 'binds_at', doc(body) ->> 'facts' ="
      " encode(sha256(convert_to(canonical(gate.disclaimer_facts((doc(body) ->> 'disclaimer')::bigint)), 'UTF8')), 'hex')"
      " from cms_entry order by seq desc limit 2", rows=True),
    *(q(f"a {kind} at the next review that asks for {what}",
        (OWNER, braced(rule(None, "NEW" if kind == "disclaimer" else "new", binding="null", **{what: value}))),
        "select r.rule, e.slug from articles_edition e, gate.asked_at_next_review(e.id, clock_timestamp()) r"
        " where e.slug in ('{mark}-flagged', '{mark}-shown', '{mark}-own') order by 1, 2", rows=True)
      for kind, rule in (("disclaimer", disclaimer), ("statement", statement))
      for what, value in {"always": "true", "topics": "'{history}'", "words": "'{sle*}'", "flags": "'{ai-tools}'",
                          "designs": "'{case-report}'"}.items()),
    *(q(f"a {kind} at the next review, and its next version {next_one}",
        (OWNER, braced(rule(None, "NEW" if kind == "disclaimer" else "new", binding="null", always="true"))),
        (OWNER, braced(rule(None, "NEW" if kind == "disclaimer" else "new", 2, binding=binding, words="'{nothing}'"))),
        "select r.rule, e.slug from articles_edition e, (select adopted_at as at from articles_disclaimer where code ="
        " 'D-PROOF-NEW' union all select adopted_at from articles_statement where slug = '{mark}-new' union all select '2020-01-01') at, gate.asked_at_next_review(e.id, at.at)"
        " r where e.slug in ('{mark}-flagged', '{mark}-shown') order by at.at, 1, 2",
        rows=True)
      for kind, rule in (("disclaimer", disclaimer), ("statement", statement))
      for next_one, binding in {"at once": "clock_timestamp()", "at the next review": "null"}.items()),
    *(q(f"a {kind} that calls for more in its next version",
        (OWNER, braced(rule(None, "NEW" if kind == "disclaimer" else "new", binding="clock_timestamp()", words="'{nothing}'"))),
        *save("fresh", "title = 'Another'"), submit("fresh"), sign_next("fresh", "doctor"), publish_next("fresh"),
        (OWNER, braced(rule(None, "NEW" if kind == "disclaimer" else "new", 2, binding="clock_timestamp()", always="true"))), may_show=True)
      for kind, rule in (("disclaimer", disclaimer), ("statement", statement))),
    q("a disclaimer of the frame at the next review", (OWNER, braced(disclaimer(None, "NEW", binding="null", always="true").replace(
        "'text'", "'frame'"))), "select r.rule from gate.asked_at_next_review({shown}, clock_timestamp()) r", rows=True),
    q("a tier that asks for passkeys now", asks_now("moderate-risk"), sign("fresh"), sign("fresh-history"), submit("half"), submit("fresh"),
      publish("ready"), publish("signed"), publish_with_reason("by-passkey"), submit("ready"), sign_next("ready", "doctor"), looks=("ready",)),
    q("half signed where passkeys are asked for", asks_now("two-signatures"), submit("half"),
      "select act.sign_off_with_passkey({answer:the doctor's, of another})", submit("unsigned")),
    q("what asks for passkeys", asks_now("moderate-risk"), "select e.slug, e.number from articles_edition e where e.slug ~ '^{mark}' and"
      " gate.asks_for_passkeys(e.id, clock_timestamp()) order by 1, 2", rows=True),
    q("passkeys asked for as they must not be", ask_for_passkeys("stranger"), ask_for_passkeys("officer", "doctor"), ask_for_passkeys()),
    q("versions that overtake what binds later", (OWNER, braced(disclaimer(None, "OKAPI", 2, words="'{nothing}'"))),
      (OWNER, braced(statement(None, "bilby", 2, "clock_timestamp()", words="'{nothing}'"))),
      "select gate.missing_disclaimers({bound-later}, " + DAYS.format(5) + ", -1, '2020-01-01') union all"
      " select gate.missing_statements({stated-meanwhile}, " + DAYS.format(5) + ", -1, '2020-01-01')", rows=True),
    *(q(f"a {kind} withdrawn, and a text frozen after that: {what}",
        (OWNER, braced(rule(None, "NEW" if kind == "disclaimer" else "new", binding="clock_timestamp()", always="true"))),
        (OWNER, braced(rule(None, "NEW" if kind == "disclaimer" else "new", 2, binding="null", **asks).replace("'text'", drawn))),
        *save("fresh", "title = 'Another'"), submit("fresh"), sign_next("fresh", "doctor"), publish_next("fresh"),
        publish("signed"), may_show=True)
      for kind, rule in (("disclaimer", disclaimer), ("statement", statement))
      for what, asks, drawn in (("it asks for nothing", {}, "'text'"), ("nobody draws it", {"always": "true"}, "'nobody'"),
                                ("it asks for another word", {"words": "'{nothing}'"}, "'text'"), ("it asks for all", {"always": "true"}, "'text'"))
      if (kind, drawn) != ("statement", "'nobody'")),
]  # fmt: skip
