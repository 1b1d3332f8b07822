"""Rules read all that readers see of an edition, whole words and broken ones; and what stands beside words has its shape."""

import json
from copy import deepcopy
from itertools import zip_longest

import psycopg
import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction

from articles.article import Reference, save_draft
from articles.edition import submit
from articles.public import elsewhere
from articles.publication import publish
from cms.postgresql.embedded import server
from cms.postgresql.manifest import differences
from cms.postgresql.setup import set_up
from cms.verify.editions import check_editions
from reviews.sign_off import sign_off
from tests.conftest import SIGN_OFF, write
from tests.databases import PROJECT, TESTER, run
from tests.reading import shown
from tests.rules import denied, refused
from tests.test_page import page, written

DEMO = PROJECT / "cms" / "demo" / "articles.json"
A_WORD = "zyzzyva"

# What of an edition no rule reads, and why it need not.
NOT_READ = {
    "article": "a number", "contributors[]": "numbers", "number": "a number", "policy": "a number", "schema": "a number",
    "bylines[].person": "a number", "references[].year": "a number", "contacts[].first": "true or false",
    "fix.of": "a number", "fix.root": "a number", "fix.root_number": "a number", "fix.root_digest": "a fingerprint, by a check",
    "references[].accessed_on": "a day, by its column",
    "kind": "article or statement, by a key", "language": "English, by a check",
    "flags[]": "rules ask for a flag by its name",
    "topics[].slug": "rules ask for a topic by its slug", "topics[].name": "the site's own name of that topic",
    "references[].design": "rules ask for a design by its name, and the page has sentences of its own for each",
    "references[].key": "the page numbers its sources; where a key is cited, the body says it",
    "contacts[].links[].href": "where a link leads; readers see its label",
    **{f"disclaimers[].{part}": "adopted by compliance; none calls for itself or another"
       for part in ("id", "code", "version", "name", "short", "full", "placement")},
    **{f"statements[].{part}": "adopted by compliance" for part in ("slug", "placement")},
}  # fmt: skip
SHOWN_THOUGH_NOT_READ = {
    "language", "number", "topics[].slug", "topics[].name", "contacts[].links[].href", "references[].year",
    "references[].accessed_on",
}  # fmt: skip


def fields(value, path=""):
    """Each field of a document that holds no other: its name, and a function that writes a word into it."""
    if isinstance(value, dict | list) and value:
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            name = f"{path}[]" if isinstance(value, list) else f"{path}.{key}".removeprefix(".")
            if isinstance(one, dict | list) and one:
                yield from fields(one, name)
            else:
                yield name, value, key


def in_each_field(document):
    """The name of each field, and the document with a word in it."""
    for number, (name, *_) in enumerate(fields(document)):
        changed = deepcopy(document)
        _, parent, key = list(fields(changed))[number]
        parent[key] = f"<p>{A_WORD}</p>" if name == "html" else A_WORD
        yield name, changed


@pytest.fixture
def document(writer):
    """What is frozen of an article that has something in every field: a contact and a fix's marks too."""
    article = write(writer, uses_ai_tools=True, body="<h2>The survey</h2><p>People were asked [@garcia2020].</p>")
    article.contacts = [
        {"region": "A", "name": "B", "audience": "C", "first": True, "links": [{"label": "D", "href": "tel:1"}]}
    ]
    frozen = submit(save_draft(article, by=writer), by=writer).document()
    return frozen | {"fix": {"of": 1, "root": 1, "root_number": 1, "root_digest": "00"}}


def is_read(document):
    [(found,)] = run("select asks(author_words(%s), %s::tsquery)", json.dumps(document), A_WORD)
    return found


def test_every_field_of_an_edition_is_read_or_has_a_reason_why_not(document):
    found = {name: is_read(changed) for name, changed in in_each_field(document)}

    assert {name for name, read in found.items() if not read} == set(NOT_READ)


def test_what_the_page_shows_is_read(document):
    shown = set()
    for name, changed in in_each_field(document):
        if name not in {"fix.root_digest", "contacts[].first"} and not name.startswith(("disclaimers", "statements")):
            parts = {key: changed[key] for key in changed.keys() - {"disclaimers", "statements"}}
            shown |= {name} if A_WORD in shown_as(parts) else set()

    assert {"title", "summary", "html", "bylines[].name", "references[].pages", "contacts[].links[].label"} <= shown
    assert shown & set(NOT_READ) <= SHOWN_THOUGH_NOT_READ


def shown_as(parts):
    try:
        return written(page(**parts))
    except (ValueError, TypeError):  # no day, or no number
        return ""


# Broken words ------------------------------------------------------------------------------------------------------------


def codes(document):
    asked = "select d.code from gate.required_disclaimers(author_words(%s), '{}', '{}', '{}', clock_timestamp()) d"
    return {code for (code,) in run(asked, json.dumps(document))}


def text(html, **parts):
    return {"slug": "x", "title": "", "summary": "", "key_points": [], "html": html, "funding": ""} | parts


@pytest.mark.parametrize(
    "broken",
    [
        "sui<br>cide", "About sui<br>cide<br>and more", "sui <br> cide", "sui-cide", "sui\u2010cide", "sui\u2011cide",
        "sui\u2013cide", "sui\u2014cide", "sui\u2212cide",
        "sui-<br>cide", "sui- cide", "s-u-i-c-i-d-e", "the-sui-cide-rate", "a-sui-ci-dal-mood",
        "sui\u00adcide", "sui[@a2020]cide", "su<em>i</em>-<strong>cide</strong>", "su<sub>i</sub>-cide", "sui/cide", "sui.cide",
        "sui_cide", "(sui)cide", "end h-is life", "end his li<br>fe", "to kill them-selves", "https://example.org/a-sui-cide-note",
    ],
)  # fmt: skip
def test_broken_words_are_read_whole(one_transaction, broken):
    assert "D-SUICIDE" in codes(text(f"<p>{broken}</p>"))


@pytest.mark.parametrize("part", ["slug", "title", "summary", "funding"])
def test_broken_words_are_read_whole_in_every_part(one_transaction, part):
    assert "D-SUICIDE" in codes(text("<p>x</p>", **{part: "about-sui-cide-and-more"}))


@pytest.mark.parametrize(
    "innocent",
    [
        "A well-known, double-blind, follow-up survey; short- and long-term, self-reported.", "and/or, his/her, U.K., a.m.",
        "The tree<br>grows in<br>Thailand<br>and Malaysia", "Trees \u2013 tall ones \u2014 grow. Leaf\u2013stem ratio",
        "See https://example.org/a-tree-in-thailand/its-leaf.html, 10.1000/tree.leaf-2020",
    ],
)  # fmt: skip
def test_ordinary_hyphens_set_off_no_rule(one_transaction, innocent):
    assert codes(text(f"<p>{innocent}</p>")) == codes(text("<p>The tree grows.</p>"))


@pytest.mark.parametrize(
    ("code", "body"),
    [
        ("D-SUICIDE", "<p>o&#39;suicide</p>"), ("D-SUICIDE", "<p>o&#39;<sup>suicide</sup></p>"),
        ("D-SUICIDE", "<p>of<strong>suicide</strong></p>"), ("D-SUICIDE", "<p>o\u02bcsuicide</p>"),
        ("D-SUICIDE", "<p>o’sui<em>cide</em></p>"), ("D-SUICIDE", "<p>it&#39;<em>suicide</em></p>"),
        ("D-CARE-PTSD", "<p>PTSD’s course</p>"), ("D-CARE-PTSD", "<p>PTSD&#39;s course</p>"),
        ("D-CARE-PTSD", "<p>P<em>TSD’s</em> course</p>"), ("D-CARE-PTSD", "<p>‘PTSD’</p>"),
    ],
)  # fmt: skip
def test_apostrophes_hide_no_word(one_transaction, code, body):
    assert code in codes(text(body))


def test_no_phrase_is_found_across_two_readings(one_transaction):
    body = text("<p>It was a sur-vey to the end. Then the tree grew all his life so lo-ng.</p>")
    assert "D-SUICIDE" not in codes(body)


def test_demo_s_articles_carry_what_they_carried(one_transaction):
    """Reading more, and broken words, calls for no rule that the articles as they were read before did not call for."""
    rules = (
        "select r.name from (select code as name, query from articles_disclaimer"
        " union all select slug, query from articles_statement union all select name, query from reviews_policy) r"
        " where asks({}(%s), r.query) order by 1"
    )
    blank = dict.fromkeys(["authors", "title", "journal", "volume", "pages", "doi", "pmid", "pmcid", "url"], "")
    for article in json.loads(DEMO.read_text(encoding="utf-8")):
        references = [blank | reference for reference in article["references"]]
        document = json.dumps(text(article["body"]) | article | {"html": article["body"], "references": references})
        before = run(rules.format("author_words_before"), document)
        assert run(rules.format("author_words"), document) == before != []


# What was read otherwise --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("reading", [1, 2])
def test_page_from_before_is_asked_for_all_that_its_words_call_for(committed, published, as_superuser, reading):
    """A rule that it knew, and whose word was not read then: the page of that time is gone, for it does not carry it."""
    as_superuser.execute("alter table articles_disclaimer disable trigger number_in_the_rulebook")
    as_superuser.execute(
        'insert into articles_disclaimer (code, version, name, short, "full", position, placement, drawn_by, always, topics,'
        " words, flags, designs, source, note, adopted_at, binding_at, rulebook)"
        " select 'D-BYLINE', 1, name, short, \"full\", position, placement, drawn_by, false, '{}', '{Wanda}', '{}', '{}',"
        " source, note, adopted_at, binding_at, 0 from articles_disclaimer where code = 'D-INFO'"
    )
    assert shown(pk=published.pk)

    as_superuser.execute("alter table articles_publication disable trigger append_only")
    as_superuser.execute("update articles_publication set reading = %s", [reading])

    assert not shown(pk=published.pk)
    assert run("select gate.began(%s)", published.pk) == [(True,)]


@pytest.mark.parametrize(("reading", "title"), [(1, "Sui-cide"), (2, "Of o'suicide")])
def test_edition_from_before_is_verified_as_it_was_read_then(committed, writer, as_superuser, reading, title):
    edition = submit(write(writer, title=title), by=writer)
    assert list(check_editions(connection, iter, 1)) == []

    as_superuser.execute("set session_replication_role = replica")
    as_superuser.execute("alter table articles_edition disable trigger append_only")
    as_superuser.execute("update articles_edition set reading = %s where id = %s", [reading, edition.pk])

    assert list(check_editions(connection, iter, 1)) == [
        f"Edition {edition.pk} does not carry exactly what the rules of its day ask for."
    ]


def as_it_was_read(owner):
    """Let the database read texts as before. Until `upgraded`, what is frozen is frozen so."""
    for name in ("author_text", "author_words"):
        [(body,)] = owner.execute("select pg_get_functiondef(%s::regproc)", [f"{name}_before"]).fetchall()
        owner.execute(body.replace("_before(", "("))


def upgraded(database, owner):
    """Take away what the upgrade brings, and upgrade."""
    owner.execute(
        "drop function author_words_before, author_text_before, author_words_second, joined_words, parted_words"
    )
    owner.execute("drop function reference_fits, references_have_their_shape cascade")
    for table in ("articles_article", "articles_edition"):
        owner.execute(f"alter table {table} drop constraint language_is_english")
    for table in ("articles_edition", "articles_publication"):
        owner.execute(f"alter table {table} drop column reading cascade")
    for file in ("0013_readings", "0017_apostrophes", "0018_quicker_words"):
        owner.execute((PROJECT / f"articles/sql/{file}.sql").read_text(encoding="utf-8"))
    set_up(server("test").urls(database))


def test_upgrade_reads_every_edition_anew_and_hides_what_lacks_a_disclaimer(
    committed, published, second_writer, doctor, editor, as_owner, as_superuser
):
    as_it_was_read(as_owner)
    broken = submit(write(second_writer, slug="broken", title="A word", body="<p>Sui-cide.</p>"), by=second_writer)
    sign_off(broken, by=doctor, **SIGN_OFF)
    publish(broken, by=editor)
    assert {page.slug for page in shown()} == {"broken", published.edition.slug}

    upgraded(committed, as_owner)

    assert [line for line in differences(as_superuser) if TESTER not in line] == []
    assert [page.slug for page in shown()] == [published.edition.slug]
    assert elsewhere("broken")[0].fate == "waiting"
    assert list(check_editions(connection, iter, 1)) == []
    with refused(["carries_required_disclaimers", "by_the_stricter_policy"]):
        publish(broken, by=editor)
    broken.article.title = "On suicide"
    again = submit(save_draft(broken.article, by=second_writer), by=second_writer)
    assert "D-SUICIDE.1" in again.disclaimers


# Shapes ------------------------------------------------------------------------------------------------------------------

SHAPES = {
    "volume": ("volume_is_short", ["12(3)", "45 Suppl. 1", "e12"], ["x" * 51, "12 <b>", "12\n3", "\u00a7 3", "12\u00a03"]),
    "pages": ("pages_are_short", ["963-977", "S1\u2013S10", "e123, e130", "64"], ["1-" * 26, "1 = 2", "<1>", "a@b"]),
    "doi": (
        "doi_is_plain", ["10.1000/xyz123", "10.1016/S0140-6736(05)61446-X", "10.1002/a.b_c;d:1/2"],
        ["10.1000", "doi:10.1000/x", "10.12/x", "10.1000/x y", "10.1000/<b>x</b>", "10.1000/\u00e9", '10.1000/"', " 10.1000/x"],
    ),
    "pmid": ("pmid_is_digits", ["1", "36634016"], ["PMID 1", "1 2", "\u0661"]),
    "pmcid": ("pmcid_is_plain", ["PMC1", "PMC7423016"], ["7423016", "PMC", "pmc1", "PMC1 2"]),
    "url": (
        "url_is_plain", ["https://example.org/a?b=c#d", "http://example.org"],
        ["example.org", "javascript:x", "ftp://example.org", "https://example.org/a b", 'https://example.org/"', "https://<b>"],
    ),
}  # fmt: skip
BAD = [(part, rule, value) for part, (rule, _, values) in SHAPES.items() for value in values]


def test_parts_of_references_as_they_are_written(draft, writer):
    rows = list(zip_longest(*(good for _, good, _ in SHAPES.values()), fillvalue=""))
    references = [Reference(key=f"source-{n}", **dict(zip(SHAPES, row, strict=True))) for n, row in enumerate(rows)]
    references.append(draft.references.get())
    for reference in references:
        reference.clean_fields(exclude=["article"])

    edition = submit(save_draft(draft, by=writer, references=references), by=writer)

    kept = edition.document()["references"]
    assert [tuple(reference[part] for part in SHAPES) for reference in kept[:-1]] == rows


def test_other_shapes_are_refused_by_the_form_and_by_the_database(draft, writer):
    run("select set_config('signed_leaf.person', %s, true)", str(writer.pk))
    for part, rule, value in BAD:
        with pytest.raises(ValidationError, match=part):
            Reference(key="a", **{part: value}).clean_fields(exclude=["article"])
        with pytest.raises(DatabaseError, match=f"{rule}|value too long"), transaction.atomic():
            run(f"update articles_reference set {part} = %s where article_id = %s", value, draft.pk)


def test_refusal_of_a_shape_is_a_sentence(draft, writer):
    reference = draft.references.get()
    reference.doi = "see the journal"
    with pytest.raises(Exception, match="Not saved: a reference has no DOI where one is asked for"):
        save_draft(draft, by=writer, references=[reference])


@pytest.fixture
def forge(committed, edition, as_owner):
    """Insert as the owner the next edition, with these changes of its document."""

    def forge(**changes):
        as_owner.execute(
            "insert into articles_edition (content, draft_digest, submitted_by_id, submitted_at)"
            " select convert_to(canonical(doc(content) || %s), 'UTF8'), draft_digest, submitted_by_id, clock_timestamp()"
            " from articles_edition where id = %s",
            [json.dumps({"number": 2} | changes), edition.pk],
        )

    return forge


def test_edition_has_the_same_shapes_whoever_inserts_it(forge, edition):
    [reference] = edition.document()["references"]
    for part, _, value in [*BAD, *((part, "", None) for part in SHAPES)]:
        if value is None or value.isascii():
            with pytest.raises(psycopg.errors.CheckViolation) as refusal:
                forge(references=[reference | {part: value}])
            assert refusal.value.diag.constraint_name in {"references_have_their_shape", "links_are_plain"}, (
                part,
                value,
            )
    forge(references=[reference])


def test_texts_are_in_english(forge, draft, writer):
    for language in ("de", "en-GB", "EN", ""):
        with pytest.raises(psycopg.errors.CheckViolation) as refusal:
            forge(language=language)
        assert refusal.value.diag.constraint_name == "language_is_english"
    with denied():
        run("update articles_article set language = 'de' where id = %s", draft.pk)
    run("select set_config('signed_leaf.person', %s, false)", str(writer.pk))
    with refused("language_is_english"):
        run(
            "insert into articles_article (kind, slug, title, title_is_proposed, summary, key_points, body,"
            " funding, uses_ai_tools, language, contacts, row_lock)"
            " values ('article', 'x', 'X', false, '', '{}', '', '', false, 'de', '[]', 0)"
        )


ALL_READINGS = """
    select array(select distinct lexeme from unnest(%s::text[]) t, unnest(to_tsvector('pg_catalog.simple', t)) order by 1)"""


@pytest.mark.parametrize(
    "html",
    [
        "<p>plain words</p>", "<p>a <em>word</em>, and <strong>another</strong>.</p>", "<p>half<em>word</em></p>",
        "<p><em>half</em>word</p>", "<p>don<em>’</em>t</p>", "<p>x<sup>2</sup></p>", "<p>x <sup>note</sup></p>",
        "<p>one<strong><em>two</em></strong>three</p>", "<p><em>a</em></p><p><em>b</em></p>", "<p>(<em>a</em>)b</p>",
        '<p>see<a href="https://x.example/">this</a>now</p>', "<p>a&amp;<em>b</em>&amp;c</p>", "<p>5<em>mg</em></p>",
        "<p>[<em>a</em>]b</p>", "<p>a</p><em>b</em><p>c</p>", "<p>“<em>quoted</em>”</p>", "<p>a<em>\u00ad</em>b</p>",
    ],
)  # fmt: skip
def test_reading_that_is_not_made_would_have_said_nothing_new(one_transaction, html):
    d = json.dumps(
        {"title": "T", "summary": "S", "key_points": [], "html": html, "references": [], "contacts": [], "bylines": []}
    )
    left_out = "author_text(d || jsonb_build_object('html', regexp_replace(d ->> 'html', '<(sub|sup)>.*?</\\1>', '', 'gi')), ' ')"
    with connection.cursor() as cursor:
        cursor.execute(
            f"""select array[plain_words(author_text(d, '')), plain_words(author_text(d, ' ')), plain_words({left_out}),
                             joined_words(d), parted_words(d)],
                  array(select distinct lexeme from unnest(author_words(d)) piece, unnest(piece) order by 1)
                from (select %s::jsonb) x (d)""",
            [d],
        )
        readings, words = cursor.fetchone()
        cursor.execute(ALL_READINGS, [readings])
        assert set(words) - {"é0"} == set(cursor.fetchone()[0]) - {"é0"}
