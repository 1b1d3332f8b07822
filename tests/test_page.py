"""The page as put together from an edition's document: pure, without a database."""

import json
import re
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path

import pytest
from django.template.loader import render_to_string

from articles.article import DESIGNS as STUDY_DESIGNS
from articles.page import BESIDE_DESIGNS, DESIGNS, Citations, build, crisis_help, shortened, with_anchors

SIGNED = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
NOW = SIGNED + timedelta(days=1)
DATA = Path(__file__).resolve().parent.parent / "articles" / "data"
WORDS = ("authors", "title", "journal", "volume", "pages", "doi", "pmid", "pmcid", "url")
BLANK = dict.fromkeys(WORDS, "") | {"year": None, "accessed_on": None, "design": "other"}


def reference(key, **fields):
    return BLANK | {"key": key, "title": f"Title of {key}"} | fields


def sign_off(name="Dr Dora Doctor", profession="psychiatrist", meaning="medical accuracy", at=SIGNED, due_days=365):
    return {
        "name": name, "profession": profession, "meaning": meaning, "interests": "None", "signed_at": at.isoformat(),
        "review_due_at": (at + timedelta(days=due_days)).isoformat(), "ends_at": (at + timedelta(days=455)).isoformat(),
    }  # fmt: skip


SECOND = sign_off("Dr Dan Doctor", "pharmacist", "second medical review")


def disclaimer(code, placement, short="", full="Full."):
    return {"id": f"{code}.1", "code": code, "version": 1, "name": f"Name of {code}", "short": short, "full": full,
            "placement": placement}  # fmt: skip


def statement(slug, short="Short.", html="<p>Long.</p>", contacts=(), references=()):
    return {
        "asked": slug, "slug": slug, "title": f"Title of {slug}", "short": short, "html": html, "number": 1,
        "contacts": list(contacts), "references": list(references), "digest": "00" * 32, "sign_offs": [sign_off()],
        "checked_at": SIGNED.isoformat(),
    }  # fmt: skip


def page(html="<p>Text.</p>", *, references=(), disclaimers=(), shown=(), sign_offs=None, at=NOW, **fields):
    """A page of a small document. `shown`: pairs of placement and statement."""
    sign_offs = [sign_off()] if sign_offs is None else sign_offs
    document = {
        "title": "A title", "language": "en", "summary": "A summary.", "key_points": ["One", "Two", "Three"],
        "topics": [{"slug": "anxiety", "name": "Anxiety"}], "html": html, "references": list(references), "contacts": [],
        "bylines": [{"person": 1, "name": "Wanda Writer"}], "funding": "", "number": 3, "disclaimers": list(disclaimers),
        "statements": [{"slug": text["slug"], "placement": placement} for placement, text in shown],
    } | fields  # fmt: skip
    statements = {text["slug"]: text for _, text in shown}
    return build(document, digest=b"\x01" * 32, sign_offs=sign_offs, statements=statements, at=at)


def written(found):
    """The page as the template writes it."""
    return render_to_string("articles/_article.html", {"page": found})


# Citations ------------------------------------------------------------------------------------------------------------


def test_citations_are_numbered_by_first_appearance():
    found = page("<p>A [@b]. B [@a; @b].</p>", references=[reference("a"), reference("b")])

    assert '<a class="citation" id="cite-1-1" href="#ref-1" role="doc-noteref">[1]</a>' in found.html
    assert '<a class="citation" id="cite-2-1" href="#ref-2" role="doc-noteref">[2]</a>' in found.html
    assert '<a class="citation" id="cite-1-2" href="#ref-1" role="doc-noteref">[1]</a>' in found.html
    assert [source.title for source in found.sources] == ["Title of b", "Title of a"]
    assert found.sources[0].places == ["cite-1-1", "cite-1-2"]
    assert 'href="#cite-1-2"' in written(found)


def test_numbers_within_one_mark_rise():
    found = page("<p>A [@b]. B [@a; @b; @c].</p>", references=[reference(key) for key in "abc"])

    assert re.findall(r"\[(\d)\]", found.html) == ["1", "1", "2", "3"]


def test_uncited_references_come_last_in_their_order():
    found = page("<p>[@c]</p>", references=[reference("a"), reference("b"), reference("c")])

    assert [(source.number, source.title) for source in found.sources] == [
        (1, "Title of c"), (2, "Title of a"), (3, "Title of b"),
    ]  # fmt: skip
    assert found.sources[1].places == []


@pytest.mark.parametrize("token", ["[@unknown]", "[@A]", "[@]", "[ @a]", "[@a;@b]", "[a]", "@a", "[@a_b]"])
def test_other_marks_stay_as_they_are(token):
    html = f"<p>{token}</p>"

    assert page(html, references=[reference("a"), reference("b")]).html == html


def test_citation_in_a_link_or_an_address_makes_no_second_link():
    html = '<p><a href="https://example.org/[@a]" rel="noopener noreferrer">see [@a]</a> [@a]</p>'
    found = page(html, references=[reference("a")]).html

    assert 'href="https://example.org/[@a]"' in found
    assert ">see [1]</a>" in found
    assert found.count("<a ") == 2


def test_source_cited_by_article_and_statement_is_listed_once():
    evidence = statement("evidence", html="<p>So [@yang]. And [@a].</p>", references=[
        reference("yang", doi="10.1/X"), reference("a", title="Another a"),
    ])  # fmt: skip
    found = page("<p>[@y2023] [@a]</p>", references=[reference("y2023", doi="10.1/x"), reference("a")],
                 shown=[("about", evidence)])  # fmt: skip

    assert [source.title for source in found.sources] == ["Title of y2023", "Title of a", "Another a"]
    assert 'href="#ref-1"' in found.about[0].html
    assert 'href="#ref-3"' in found.about[0].html


def test_links_of_a_reference():
    cited = reference("a", doi="10.1/x<y>", pmid="123", pmcid="PMC9", url="javascript:alert(1)", year=2020, volume="3(1)",
                      pages="4-5", accessed_on="2026-01-02")  # fmt: skip
    source = page("<p>[@a]</p>", references=[cited]).sources[0]

    assert source.links == [
        ("doi:10.1/x<y>", "https://doi.org/10.1/x%3Cy%3E"),
        ("PubMed 123", "https://pubmed.ncbi.nlm.nih.gov/123/"),
        ("PMC9", "https://pmc.ncbi.nlm.nih.gov/articles/PMC9/"),
    ]
    assert (source.where, source.accessed_on) == ("2020;3(1):4-5", "2 January 2026")


# Study designs ----------------------------------------------------------------------------------------------------------


def test_design_brings_its_sentence_when_the_edition_carries_it():
    cited = [reference("a", design="survey"), reference("b", design="animal"), reference("c", design="guideline")]
    carried = [disclaimer("D-EVIDENCE-SURVEY", "reference", full="It cannot show cause.")]
    found = page("<p>[@a; @b; @c]</p>", references=cited, disclaimers=carried)

    assert [source.caution for source in found.sources] == ["It cannot show cause.", "", ""]
    assert found.sources[0].design == "Survey: people answered questions"


def test_sentence_for_designs_that_the_frame_does_not_know_is_never_lost():
    found = page(disclaimers=[disclaimer("D-EVIDENCE-NEW", "reference", full="A new sentence.")])

    assert found.cautions == ["A new sentence."]
    assert "A new sentence." in written(found)


def test_designs_are_those_of_the_house():
    rules = {rule["code"]: set(rule["designs"]) for rule in json.loads((DATA / "disclaimers.json").read_text())}

    assert set(DESIGNS) | {"other"} == set(STUDY_DESIGNS)
    assert {code: rule for code, rule in rules.items() if rule} == BESIDE_DESIGNS


# On top ---------------------------------------------------------------------------------------------------------------------


def test_short_forms_are_one_text_in_their_order():
    found = page(
        disclaimers=[
            disclaimer("D-B", "top", "First."), disclaimer("D-S", "safety", "No."), disclaimer("D-A", "top", "Second."),
        ],
        shown=[("top", statement("law", "Third.")), ("about", statement("more", "Nor this."))],
    )  # fmt: skip

    assert found.on_top == ["First.", "Second.", "Third."]
    assert not found.more_on_top
    assert [block.title for block in found.about] == ["Name of D-B", "Name of D-A", "Title of law", "Title of more"]


def test_what_does_not_fit_on_top_is_pointed_at():
    texts = ["a " * 30, "b " * 40, "c " * 20]

    kept, more = shortened([text.strip() for text in texts])

    assert (len(kept), more) == (2, True)
    assert sum(len(text.split()) for text in kept) <= 51
    assert shortened(["d " * 60])[1] is False


def test_all_short_forms_of_the_house_fit_on_top():
    rules = [
        rule for name in ("disclaimers.json", "statements.json") for rule in json.loads((DATA / name).read_text())
        if rule["placement"] == "top" and rule["short"]
    ]  # fmt: skip

    kept, more = shortened([rule["short"] for rule in rules])

    assert len(kept) == len(rules) >= 5
    assert not more


def test_safety_stands_once_and_apart():
    found = page(disclaimers=[disclaimer("D-LIVER", "safety", full="Watch the liver."), disclaimer("D-X", "elsewhere")],
                 shown=[("safety", statement("seven-oh")), ("crisis", statement("crisis-help"))])  # fmt: skip

    assert [block.title for block in found.safety] == ["Name of D-LIVER", "Title of seven-oh"]
    assert [block.title for block in found.about] == ["Name of D-X"]
    assert written(found).count("Watch the liver.") == 1
    assert "Checked on 22 November 2026" in written(found)


# The review line ----------------------------------------------------------------------------------------------------------


def test_review_line_of_one():
    assert page().review_line == (
        "Medically reviewed by Dr Dora Doctor, psychiatrist, on 22 November 2026. Next review due 22 November 2027."
    )


def test_review_line_of_two():
    assert page(sign_offs=[sign_off(), SECOND]).review_line.startswith(
        "Medically reviewed by Dr Dora Doctor, psychiatrist, and Dr Dan Doctor, pharmacist, on 22 November 2026."
    )


def test_review_line_names_each_day():
    later = sign_off("Dr Dan Doctor", "pharmacist", "second medical review", at=SIGNED + timedelta(days=2))

    assert page(sign_offs=[sign_off(), later], at=NOW + timedelta(days=3)).review_line == (
        "Medically reviewed by Dr Dora Doctor, psychiatrist, on 22 November 2026, "
        "and Dr Dan Doctor, pharmacist, on 24 November 2026. Next review due 22 November 2027."
    )


def test_overdue_review_says_so_from_that_instant():
    due = SIGNED + timedelta(days=365)

    assert page(at=due - timedelta(seconds=1)).overdue_line == ""
    late = page(at=due)
    assert late.overdue_line == "This review has been overdue since 22 November 2027."
    assert "Next review due" not in late.review_line
    assert late.overdue_line in written(late)


def test_fresh_signature_in_one_meaning_does_not_hide_the_other_that_is_due():
    fresh = sign_off("Dr Lena Lead", at=SIGNED + timedelta(days=300))
    found = page(sign_offs=[sign_off(), SECOND, fresh], at=SIGNED + timedelta(days=400))

    assert found.overdue_line == "This review has been overdue since 22 November 2027."


def test_without_a_signature_the_page_claims_none():
    found = page(sign_offs=[])

    assert found.review_line == "Not medically reviewed yet."
    assert "Who reviewed it" not in written(found)


# Headings, escaping, crisis help ----------------------------------------------------------------------------------------------


def test_headings_get_an_id_each():
    html, sections = with_anchors(
        "<h2>What helps?</h2><h3>What <em>helps</em> [@a]</h3><h2>What helps 2</h2><h2>Что &amp; co</h2><h2>?</h2><h2>?</h2>"
    )
    ids = [part.split('"')[0] for part in html.split(' id="')[1:]]

    assert ids[:2] == ["section-what-helps", "section-what-helps-2"]
    assert len(set(ids)) == len(ids) == 6
    assert sections[0] == ("section-what-helps", "What helps?")
    assert sections[2] == ("section-co", "Что & co")


def test_everything_but_the_frozen_html_is_escaped():
    nasty = '<script>alert("x")</script>'
    contact = {"region": nasty, "name": nasty, "audience": nasty, "first": True,
               "links": [{"label": nasty, "href": 'tel:1" onclick="x'}]}  # fmt: skip
    found = page(
        title=nasty, summary=nasty, key_points=[nasty], funding=nasty, language='"><script>',
        bylines=[{"person": 1, "name": nasty}], sign_offs=[sign_off(nasty, nasty) | {"interests": nasty}],
        references=[reference("a", title=nasty, authors=nasty, journal=nasty, url='https://e.org/"onclick="x')],
        disclaimers=[disclaimer(nasty, "safety", nasty, nasty), disclaimer("D-T", "top", nasty, nasty)],
        shown=[("crisis", statement("crisis-help", nasty, contacts=[contact]) | {"title": nasty})],
    )  # fmt: skip
    html = written(found)

    assert "<script" not in html
    assert 'onclick="' not in html
    assert unescape(html).count(nasty) > 10


def test_crisis_help_opens_with_the_first_contacts_and_groups_all():
    contacts = [
        {"region": region, "name": name, "audience": "", "first": first, "links": [{"label": "Call", "href": "tel:1"}]}
        for region, name, first in [("US", "A", True), ("UK", "B", False), ("US", "C", False)]
    ]
    found = crisis_help(statement("crisis-help", html="<p>Call [@a].</p>", contacts=contacts))

    assert [contact["name"] for contact in found.first] == ["A"]
    assert [(region, [contact["name"] for contact in group]) for region, group in found.regions] == [
        ("US", ["A", "C"]), ("UK", ["B"]),
    ]  # fmt: skip
    assert found.html == "<p>Call.</p>"
    assert crisis_help(None) is None


def test_crisis_help_without_numbers_opens_with_its_sentence():
    html = written(page(shown=[("crisis", statement("crisis-help", "Call your local emergency number now."))]))

    assert html.index("Call your local emergency number now.") < html.index("A summary.")


def test_page_ends_with_the_first_sign_off_it_rests_on():
    soon = statement("law") | {"sign_offs": [sign_off(at=SIGNED - timedelta(days=400))]}

    assert page(shown=[("about", soon)]).ends_at == SIGNED + timedelta(days=55)


def test_funding_and_fingerprint():
    assert "no company paid for this page." in written(page())
    assert "A grant." in written(page(funding="A grant."))
    assert page().fingerprint == "01" * 32


def test_numbering_goes_on_from_text_to_text():
    citations = Citations()
    citations.link("[@a]", [reference("a")])

    assert "[2]" in citations.link("[@b]", [reference("b")])
