"""What is frozen: canonical bytes that keep every rule, whoever inserts them, and every disclaimer that the words ask for."""

import json

import psycopg
import pytest
import rfc8785

from articles.article import save_draft
from articles.edition import submit
from reviews.policy import Policy
from tests.conftest import write
from tests.databases import run
from tests.people import person
from tests.rules import refused


def test_content_is_canonical_json_for_others_too(writer):
    hostile = 'Quote " backslash \\ slash / é ü α “–” ½ tab newline\n <b>&amp;'
    edition = submit(write(writer, summary=hostile), by=writer)
    content = bytes(edition.content)

    assert rfc8785.dumps(json.loads(content)) == content
    assert json.loads(content)["number"] == edition.number == 1


@pytest.fixture
def forged(committed, as_owner):
    """Insert as the owner an edition whose document was changed by the test."""
    edition = submit(write(person("writer")), by=person("writer"))

    def forge(change, canonical=True):
        document = json.loads(bytes(edition.content)) | {"number": 2}
        change(document)
        content = rfc8785.dumps(document) if canonical else canonical_twice(document)
        as_owner.execute(
            "insert into articles_edition (content, draft_digest, submitted_by_id, submitted_at) values (%s, %s, %s, now())",
            [content, bytes(edition.draft_digest), edition.submitted_by_id],
        )

    return forge


def other_policy(policy):
    return Policy.objects.filter(kind="article").exclude(pk=policy).first().pk


def canonical_twice(document):
    return rfc8785.dumps(document)[:-1] + b',"zz":1,"zz":2}'


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("carries_required_disclaimers", lambda d: d["disclaimers"].pop(0)),
        ("carries_required_disclaimers", lambda d: d["disclaimers"].clear()),
        ("carries_required_disclaimers", lambda d: d["disclaimers"][0].update(full="")),
        ("carries_required_disclaimers", lambda d: d["disclaimers"][0].update(full=d["disclaimers"][0]["full"][:-1])),
        ("carries_required_disclaimers", lambda d: d["disclaimers"].append(d["disclaimers"][0] | {"full": "Kratom is safe."})),
        ("carries_required_disclaimers", lambda d: d["statements"].pop()),
        ("carries_required_disclaimers", lambda d: d.update(html="<p>Hepatitis, and sui<em>cide</em>.</p>")),
        ("markup_in_vocabulary", lambda d: d.update(html="<p>x</p><script>alert(1)</script>")),
        ("markup_in_vocabulary", lambda d: d.update(html='<p onclick="x">x</p>')),
        ("markup_in_vocabulary", lambda d: d.update(html="<p>never closed")),
        ("markup_in_vocabulary", lambda d: d.update(html="<p><strong>x</p></strong>")),
        ("markup_in_vocabulary", lambda d: d.update(html='<p><a href="javascript:alert(1)">x</a></p>')),
        ("markup_in_vocabulary", lambda d: d.update(html='<p><a href="https://x" style="x">x</a></p>')),
        ("three_to_five_key_points", lambda d: d.update(key_points=["one"])),
        ("every_citation_has_a_reference", lambda d: d.update(html="<p>Cited [@nobody].</p>")),
        ("every_citation_is_readable", lambda d: d.update(html="<p>Cited [@Garcia2020].</p>")),
        ("every_citation_is_readable", lambda d: d.update(html="<p>Cited [@garcia2020, @garcia2020].</p>")),
        ("every_citation_is_readable", lambda d: d.update(html="<p>Cited [ @garcia2020].</p>")),
        ("title_is_written", lambda d: d.update(title=" ")),
        ("title_is_written", lambda d: d.update(title=" –")),
        ("summary_is_written", lambda d: d.update(summary="\n")),
        ("letters_of_one_script", lambda d: d.update(title="\u0455uicide and you")),
        ("no_stroked_letters", lambda d: d.update(title="sui\u0107i\u0111e and you")),
        ("no_invisible_characters", lambda d: d.update(title="sui\u200bcide")),
        *(("no_control_signs", lambda d, n=n: d.update(title=f"sui{chr(n)}cide")) for n in range(1, 32) if n != 10),
        ("no_control_signs", lambda d: d["references"][0].update(title="\\\u000b")),
        ("links_are_plain", lambda d: d["references"][0].update(url="javascript:alert(1)")),
        ("submitter_is_a_contributor", lambda d: d.update(contributors=[])),
        ("names_every_contributor", lambda d: d.update(contributors=[*d["contributors"], person("editor").pk])),
        ("a_policy_covers_it", lambda d: d.update(policy=other_policy(d["policy"]))),
        ("own_address", lambda d: d.update(slug="crisis-help")),
        ("same_kind", lambda d: d.update(kind="statement")),
        ("edition_numbers", lambda d: d.update(number=1)),
        ("content_has_every_key", lambda d: d.pop("funding")),
        ("under_policy", lambda d: d.update(policy=999)),
        ("funding_is_said", lambda d: d.update(funding=" ")),
    ],
)  # fmt: skip
def test_owner_freezes_no_edition_that_breaks_a_rule(forged, rule, change):
    with pytest.raises(psycopg.errors.IntegrityError) as refusal:
        forged(change)
    assert refusal.value.diag.constraint_name == rule


def test_key_twice_is_refused(forged):
    with pytest.raises(psycopg.errors.CheckViolation) as refusal:
        forged(lambda d: None, canonical=False)
    assert refusal.value.diag.constraint_name == "content_is_canonical"


def test_proposed_title_is_not_submitted(draft, writer):
    draft.title_is_proposed = True
    save_draft(draft, by=writer)
    with refused("title_is_chosen"):
        submit(draft, by=writer)
    assert draft.saved_drafts().count() == 2


def words(html):
    document = {"slug": "x", "title": "", "summary": "", "key_points": [], "html": html, "funding": ""}
    return run(
        "select d.code from gate.required_disclaimers(author_words(%s), '{}', '{}', '{}', now()) d",
        json.dumps(document),
    )


@pytest.mark.parametrize(
    ("code", "html"),
    [
        ("D-SUICIDE", "<p>suicide</p>"),
        ("D-SUICIDE", "<p>sui<strong>cid</strong>al</p>"),
        ("D-SUICIDE", "<p>ＳＵＩＣＩＤＥ</p>"),
        ("D-SUICIDE", "<p>sui&shy;cide</p>".replace("&shy;", "\u00ad")),
        ("D-SUICIDE", "<p>anxiety/suicide</p>"),
        ("D-SUICIDE", "<p>suicide<sup>1</sup></p>"),
        ("D-SUICIDE", "<p>no suicides, not one</p>"),
        ("D-LIVER", "<p>hepatotoxicity</p>"),
        ("D-PREG", "<p>trying to\nconceive</p>"),
        ("D-NODOSE", "<p>50mg</p>"),
    ],
)
def test_words_are_found_however_they_are_written(one_transaction, code, html):
    assert (code,) in words(html)


def test_rules_are_not_set_off_by_innocent_words(one_transaction):
    codes = {code for (code,) in words("<p>The tree grows in Thailand.</p>")}
    assert "D-INFO" in codes
    assert not codes & {"D-SUICIDE", "D-LIVER", "D-PREG", "D-NODOSE"}
