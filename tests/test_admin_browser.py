"""Writing in a real browser: the editor under the strict content security policy, conflicts, phones, accessibility."""

import base64
import hashlib

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import expect

from articles.article import Article, save_draft
from tests.browser import VIOLATIONS
from tests.conftest import write
from tests.people import person
from tests.writing import EDITOR, open_draft, save

pytestmark = pytest.mark.browser


def test_writing_an_article_from_nothing(page):
    page.goto("/admin/articles/article/add/")
    page.wait_for_selector(EDITOR)
    page.locator("#id_title").press_sequentially("What Kratom Is")
    assert page.input_value("#id_slug") == "what-kratom-is"
    page.fill("#id_summary", "A summary.")
    page.fill("#id_key_points", "One\nTwo\nThree")
    page.get_by_label("Paid for by …").check()
    page.get_by_label("Paid for by:").fill("Acme Ltd")
    page.click(EDITOR)
    page.keyboard.type("A plain line with ")
    page.keyboard.press("Control+b")
    page.keyboard.type("weight")
    page.keyboard.press("Control+b")
    page.keyboard.press("Enter")
    page.keyboard.type("## A heading")
    page.keyboard.press("Enter")
    page.keyboard.type("- first")
    page.keyboard.press("Enter")
    page.keyboard.type("second")
    page.get_by_label("Anxiety").check()
    page.get_by_text("Add another Reference").click()
    page.fill("#id_references-0-key", "one2020")
    page.fill("#id_references-0-title", "One")
    page.fill("#id_what_changed", "Began")
    save(page)

    article = Article.objects.get(slug="what-kratom-is")
    assert article.body == (
        "<p>A plain line with <strong>weight</strong></p><h2>A heading</h2><ul><li><p>first</p></li><li><p>second</p></li></ul>"
    )
    assert (article.key_points, article.funding) == (["One", "Two", "Three"], "Acme Ltd")
    assert [reference.key for reference in article.references.all()] == ["one2020"]
    assert [byline.person.name for byline in article.bylines.all()] == ["Wanda Writer"]


def test_the_link_dialog_and_the_block_menu(page, writer):
    article = write(writer, body="<p>Read this</p>")
    open_draft(page, article)
    page.click(EDITOR)
    page.keyboard.press("Control+a")
    page.locator(".prose-menubar__button[title*=ink]").first.click()
    dialog = page.locator("dialog[open]")
    dialog.locator("input").first.fill("https://example.org/paper")
    dialog.locator("button[type=submit]").click()
    page.locator(".prose-menubar__selected").first.click()
    page.locator(".prose-menubar__picker :popover-open, .prose-menubar__picker:popover-open").get_by_text(
        "Heading 2"
    ).click()
    save(page)

    article.refresh_from_db()
    assert article.body == '<h2><a href="https://example.org/paper" rel="noopener noreferrer">Read this</a></h2>'


def test_the_one_style_of_the_editor_is_the_one_allowed(page, writer):
    open_draft(page, write(writer))

    styles = page.eval_on_selector_all("style", "found => found.map(style => style.textContent)")

    hashes = {base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() for style in styles}
    assert {f"'sha256-{digest}'" for digest in hashes} == {settings.EDITOR_STYLE}


def test_opening_and_saving_changes_nothing(page, writer):
    body = "<p>One<br>two <em>three</em> H<sub>2</sub>O x<sup>2</sup></p><blockquote><p>Said</p></blockquote>"
    body += "<ol><li><p>a</p></li></ol>"
    article = write(
        writer, body=body + '<h3>Under</h3><p><a href="tel:988" rel="noopener noreferrer">988</a> [@garcia2020]</p>'
    )
    before = article.digest()
    open_draft(page, article)
    page.click(EDITOR)
    save(page)

    assert article.digest() == before
    assert article.saved_drafts().count() == 1


def test_two_people_saving_the_same_draft(page, writer):
    article = write(writer)
    open_draft(page, article)
    page.fill("#id_summary", "My own summary.")
    page.click(EDITOR)
    page.keyboard.press("Control+End")
    page.keyboard.type(" My own words.")
    theirs = Article.objects.get(pk=article.pk)
    theirs.summary = "Their own summary."
    save_draft(theirs, by=person("second_writer"))
    save(page)

    page.get_by_text("Walter Writer saved this draft").wait_for()
    assert page.locator(".overtaken ins", has_text="My").count()
    assert page.locator(".overtaken del", has_text="Their").count()
    for mark, line in [("ins", "underline"), ("del", "line-through")]:
        assert line in page.locator(f".overtaken {mark}").first.evaluate("e => getComputedStyle(e).textDecorationLine")
    page.wait_for_selector(EDITOR)
    assert page.input_value("#id_summary") == "My own summary."
    assert "My own words." in page.inner_text(EDITOR)
    save(page)

    article.refresh_from_db()
    assert article.summary == "My own summary."
    assert "My own words." in article.body
    assert article.saved_drafts().count() == 3


def test_errors_keep_the_words_and_leaving_asks(page, writer):
    article = write(writer)
    open_draft(page, article)
    page.click(EDITOR)
    page.keyboard.type("Typed. ")
    page.fill("#id_slug", "Not An Address")
    save(page)
    page.wait_for_selector(EDITOR)
    assert "Typed." in page.inner_text(EDITOR)
    assert page.locator(".field-slug .errorlist").is_visible()

    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.click(EDITOR)
    page.keyboard.type("More. ")
    page.goto("/admin/")
    assert asked == ["beforeunload"]


def test_what_is_wrong_leads_to_its_field(page, writer):
    article = write(writer, body="<p>Said [@nokey].</p>", topics=())
    page.goto(f"/admin/articles/article/{article.pk}/submit/")
    page.get_by_role("link", name="No topic is chosen").click()
    expect(page.locator("#id_topics input").first).to_be_focused()
    page.go_back()
    page.get_by_role("link", name="[@nokey] has no reference").click()
    expect(page.locator("#references-group :focus")).to_be_visible()

    page.fill("#id_slug", "No address")
    page.fill("#id_references-0-doi", "nothing")
    save(page)
    expect(page.locator("#problems")).to_be_focused()
    page.get_by_role("link", name="Reference 1: DOI").click()
    expect(page.locator("#id_references-0-doi")).to_be_focused()
    page.get_by_role("link", name="Address: ").click()
    expect(page.locator("#id_slug")).to_be_focused()
    page.goto(f"/admin/articles/article/{article.pk}/change/?other#id_body")
    expect(page.locator(EDITOR)).to_be_focused()


def test_submitting_and_comparing(page, writer):
    article = write(writer)
    open_draft(page, article)
    page.fill("#id_summary", "A shorter summary.")
    page.fill("#id_what_changed", "Shorter")
    save(page, "Save and submit for review")
    page.get_by_text("edition 1 is frozen and in review").wait_for()

    page.get_by_role("link", name="Saved drafts").click()
    page.get_by_text("Shorter").wait_for()
    page.get_by_role("button", name="Compare").click()
    page.locator(".part ins").first.wait_for()
    page.go_back()
    page.locator("tbody tr th a").last.click()
    page.get_by_role("link", name="Restore this draft").click()
    page.get_by_role("button", name="Restore this draft").click()
    page.get_by_text("is the working draft again").wait_for()


@pytest.mark.parametrize("width", [320, 360, 390])
def test_a_phone_is_wide_enough(page, writer, width):
    article = write(writer, title="A rather long title about kratom, anxiety and what one survey found")
    page.set_viewport_size({"width": width, "height": 844})
    for where in ["", f"{article.pk}/change/", f"{article.pk}/saved-drafts/", f"{article.pk}/submit/"]:
        page.goto(f"/admin/articles/article/{where}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), where
    open_draft(page, article)
    assert page.locator(EDITOR).bounding_box()["width"] > width * 0.75
    assert page.eval_on_selector_all("#article_form :is(input, select, textarea)", CUT) == []


# Those of the fields that something around them cuts off at its right edge.
CUT = """fields => fields.filter(field => {
    for (let box = field.offsetParent && field.parentElement; box; box = box.parentElement) {
        const edge = box === document.body ? innerWidth : box.getBoundingClientRect().left + box.clientLeft + box.clientWidth;
        const cuts = box === document.body || getComputedStyle(box).overflowX !== "visible";
        if (cuts && field.getBoundingClientRect().right > edge) return true;
    }
}).map(field => field.id)"""


def test_the_keyboard_sees_where_it_is(page, writer):
    open_draft(page, write(writer))
    ring = "e => getComputedStyle(e.closest('.prose-editor')).outlineStyle"
    assert page.locator(EDITOR).evaluate(ring) == "none"
    page.focus(EDITOR)
    assert page.locator(EDITOR).evaluate(ring) == "solid"

    for link, row in [("Add another Reference", "#references-1"), ("Add another Byline", "#bylines-1")]:
        page.get_by_role("button", name=link).press("Enter")
        expect(page.locator(f"{row} input:not([type=hidden])").first).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page, writer, scheme):
    ready, unready = write(writer), write(writer, slug="unready", topics=(), key_points=[])
    ready.summary = "Another summary."
    save_draft(ready, by=writer)
    new, old = (version.revision_id for version in ready.saved_drafts())
    page.emulate_media(color_scheme=scheme)
    there = f"{ready.pk}/saved-drafts/"
    faults = {}
    for where in [
        "", "add/", f"{ready.pk}/change/", f"{ready.pk}/submit/", f"{unready.pk}/submit/", there, f"{there}{old}/",
        f"{there}{old}/restore/", f"{there}compare/?old={old}&new={new}", "refused",
    ]:  # fmt: skip
        if where == "refused":
            open_draft(page, ready)
            page.fill("#id_slug", "No address")
            save(page)
        else:
            page.goto(f"/admin/articles/article/{where}")
        page.wait_for_load_state("networkidle")
        for fault in Axe().run(page, options=VIOLATIONS | {"preload": False}).response["violations"]:
            faults[where, fault["id"]] = [node["html"][:150] for node in fault["nodes"]]

    assert not faults
