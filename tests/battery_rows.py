"""Rows that the owner writes by hand."""

import json

from tests.battery_scene import OWNER, braced
from tests.battery_words import q


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
        {"words": ["-"]}, {"review_after": "0"}, {"signers": {"x": {"by": 3}}}, {"asked_id": 0})),
]  # fmt: skip
BY_HAND = {
    ("reviews_signoff", "id = {lost_sign_off}"): [OF_FRESH | one for one in SIGN_OFFS],
    ("articles_publication", "id = {lost_publication}"): PUBLICATIONS,
    ("reviews_verification", "credential_id = {doctor_credential}"): VERIFICATIONS,
    ("reviews_verdict", "id = {asked_verdict}"): VERDICTS,
    ("articles_takedown", "article_id = {hidden_article}"): TAKE_DOWNS,
    ("articles_disclaimer", "code = 'D-PROOF-TAPIR'"): [
        *RULES, {"version": 50, "code": "x"}, {"version": 3, "adopted_by_id": 0, "reason": "So"},
        {"version": 3, "adopted_by_id": "={officer}", "reason": " "}, {"version": 50, "full": "Zebr\u0430"},
        {"version": 50, "words": ["zebr\u0430"]}, {"version": 50, "drawn_by": "x"}, {"version": 50, "full": ""}],
    ("articles_statement", "slug = '{mark}-own'"): [*RULES, {"version": 50, "slug": "X"}, {"version": 2, "adopted_by_id": "={officer}", "reason": " "}, {"version": 50, "words": ["zebr\u0430"]},
        {"version": 2, "adopted_by_id": 0, "reason": "So"}, {"version": 2, "adopted_by_id": "={officer}", "reason": "So"}, {"version": 50, "max_age": "1 day"}, {"version": 50, "max_age": "9 hours"}, {"version": 50, "fallback": "='crisis-help'"},
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
    ("reviews_passkeysasked", "true"): [{}, {"by_id": 0}, {"reason": " "}],
    ("reviews_chosentier", "article_id = {raised_article}"): [{}, {"article_id": 0}, {"by_id": 0}, {"reason": " "}],
    ("articles_hiddenrow", "edition_id = {with-rows}"): [
        {}, *({"contact": 2} | one for one in ({"digest": "\\\\x00"}, {"by_id": 0}, {"reason": " "}, {})), {"contact": 0}, {"contact": 3}],
    ("reviews_recheck", "edition_id = {help}"): [
        {}, {"digest": "\\\\x00"}, {"officer_id": "={editor}"}, {"office": "medical lead"}, {"reason": " "}],
    ("reviews_notice", "id = {notice-given-up}"): [
        {}, {"drafted_by_id": 0}, {"id": "={notice-given-up}"}, *({"content": "=convert_to(" + content + ", 'UTF8')"} for content in (
            "' ' || convert_from(t.content, 'UTF8')", "canonical(doc(t.content) || jsonb_build_object('text', ' '))",
            "canonical(doc(t.content) || jsonb_build_object('text', E'Kra\\u000btom'))",
            "canonical(doc(t.content) || jsonb_build_object('more', 1))", "canonical(doc(t.content) || jsonb_build_object('schema', 2))"))],
    ("reviews_noticesignature", "notice_id = {notice-only-signed}"): [
        {}, *({"notice_id": "={notice}", "digest": "=(select n.digest from reviews_notice n where id = {notice})"} | one for one in (
            {}, {"digest": "\\\\x00"}, {"drafted_by_id": "={editor}"}, {"reviewer_id": "={writer}"}, {"reviewer_name": "Dr Famous"},
            {"valid_until": EARLIER}, {"verified_at": LATER}, {"qualification": "pharmacist"}, {"qualification": "scientist"},
            {"ends_at": LATER}, {"ends_at": EARLIER}))],
    ("reviews_noticepublication", "notice_id = {notice-everywhere}"): [
        {}, *({"notice_id": "={notice-only-signed}", "digest": "=(select n.digest from reviews_notice n where id = {notice-only-signed})",
               "ends_at": "=(select s.ends_at from reviews_noticesignature s where s.notice_id = {notice-only-signed})"} | one for one in (
            {}, {"digest": "\\\\x00"}, {"reviewer_id": "={doctor}"}, {"published_by_id": "={second}"}, {"published_by_id": 0},
            {"published_at": LATER}, {"ends_at": LATER}))],
    ("reviews_noticeend", "notice_id = {notice-ended}"): [
        {}, *({"notice_id": "={notice-everywhere}"} | one for one in ({}, {"by_id": 0}, {"reason": " "})), {"notice_id": 0}],
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
    frozen("a control character", json_of(title="Sl\u000beep")),
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
