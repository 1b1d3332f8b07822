"""The public pages in a browser, as on a phone: readable, tappable, without scripts, on paper and without styles."""

import json
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from articles.article import Article, Reference, Topic, save_draft
from articles.edition import submit
from articles.publication import publish, take_down
from reviews.notice import draft_notice, publish_notice, sign_notice
from reviews.sign_off import sign_off
from tests.browser import VIOLATIONS
from tests.conftest import SECOND, SIGN_OFF
from tests.notices import EVERYWHERE, WORDS, in_days
from tests.people import SECRET
from tests.reading import only_page

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}
RULES = VIOLATIONS | {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
DEMO = Path(__file__).resolve().parent.parent / "cms" / "demo" / "articles.json"


@pytest.fixture
def long_article(committed, writer, doctor, second_doctor, editor):
    """A real article on PTSD, as long as they get, with two signatures. Gives its address."""
    text = json.loads(DEMO.read_text())[0]
    article = Article(**{name: text[name] for name in ("slug", "title", "summary", "key_points", "body", "funding")})
    references = [Reference(**fields) for fields in text["references"]]
    topics = list(Topic.objects.filter(slug__in=text["topics"]))
    save_draft(article, by=writer, topics=topics, references=references, bylines=[writer])
    edition = submit(article, by=writer)
    sign_off(edition, by=doctor, **SIGN_OFF)
    sign_off(edition, by=second_doctor, **SECOND)
    publish(edition, by=editor)
    return f"/articles/{article.slug}/"


def required_texts(address):
    """What the page must show in full: words without markup, as the database holds them."""
    live = only_page(slug=address.split("/")[2])
    texts = [disclaimer["full"] for disclaimer in live.document["disclaimers"]]
    for statement in live.statements.values():
        texts += re.findall(r"<p>([^<[]+)", statement["html"])
    return texts


def visible_text(page):
    return " ".join(page.inner_text("body").split())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_on_a_phone(browser_page, long_article, editor, scheme):
    browser_page.set_viewport_size(PHONE)
    browser_page.emulate_media(color_scheme=scheme)

    for address in ("/", long_article, "/topics/ptsd/"):
        browser_page.goto(address)
        found = Axe().run(browser_page, options=RULES)
        assert found.violations_count == 0, found.generate_report()

    take_down(Article.objects.get(slug="ptsd-and-kratom"), by=editor, reason="A doubt")
    for address in (f"{long_article}?not-from-the-cache", "/no-such-page/"):
        browser_page.goto(address)
        found = Axe().run(browser_page, options=RULES)
        assert found.violations_count == 0, found.generate_report()
    assert ["status of 410" in browser_page.faults[0], "status of 404" in browser_page.faults[1]] == [True, True]
    del browser_page.faults[:2]  # the console names the statuses that were asked for here


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_pages_on_review_are_no_barrier_and_fit(browser_page, long_article, width, scheme):
    browser_page.set_viewport_size({"width": width, "height": 900})
    browser_page.emulate_media(color_scheme=scheme)
    browser_page.goto(long_article)
    browser_page.get_by_role("link", name="Dr Dora Doctor").focus()
    browser_page.keyboard.press("Enter")
    browser_page.wait_for_url("**/reviewers/*/")
    browser_page.get_by_role("heading", level=1, name="Dr Dora Doctor").wait_for()

    for address in (browser_page.url, "/how-we-review/"):
        browser_page.goto(address)
        found = Axe().run(browser_page, options=RULES)
        assert found.violations_count == 0, found.generate_report()
        assert browser_page.evaluate("document.documentElement.scrollWidth") == width
    if width == 1280:  # all of it in one screen
        assert browser_page.evaluate("document.querySelector('main .ways').getBoundingClientRect().bottom") <= 900


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_safety_notice_is_no_barrier_and_fits(browser_page, long_article, writer, doctor, editor, width, scheme):
    notice = draft_notice(by=writer, **EVERYWHERE | {"source": "https://www.example.org/" + "recall" * 30})
    sign_notice(notice, by=doctor, secret=SECRET, ends_at=in_days(9))
    publish_notice(notice, by=editor)
    browser_page.set_viewport_size({"width": width, "height": 740})
    browser_page.emulate_media(color_scheme=scheme)

    for address in ("/", long_article, "/topics/ptsd/"):
        browser_page.goto(address)
        found = Axe().run(browser_page, options=RULES)
        assert found.violations_count == 0, found.generate_report()
        region = browser_page.get_by_role("region", name="Safety notice")
        assert WORDS in region.inner_text()
        assert region.bounding_box()["y"] < browser_page.get_by_role("heading", level=1).bounding_box()["y"]
        assert browser_page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_scrolls_sideways(browser_page, long_article, width):
    browser_page.set_viewport_size({"width": width, "height": 740})

    for address in ("/", long_article):
        browser_page.goto(address)
        assert browser_page.evaluate("document.documentElement.scrollWidth") == width
        wider = "e => [...e].filter(x => x.scrollWidth > x.clientWidth + 1).map(x => x.className)"
        assert browser_page.eval_on_selector_all(".contact, .crisis, .on-top, .block, .references li", wider) == []


def test_first_sentence_is_near_and_help_is_on_the_first_screen(browser_page, long_article):
    browser_page.set_viewport_size(PHONE)
    browser_page.goto(long_article)

    top = browser_page.locator(".summary").bounding_box()["y"]
    assert top < 1.5 * PHONE["height"]
    first = browser_page.locator(".crisis-first .tap").first.bounding_box()
    assert first["y"] + first["height"] < PHONE["height"]
    for box in (tap.bounding_box() for tap in browser_page.locator(".tap").all()):
        assert box["height"] >= 44
        assert box["width"] >= 44


@pytest.mark.parametrize("how", ["screen", "dark", "print", "no styles", "no scripts"])
def test_every_required_text_is_visible(browser, site, long_article, how):
    context = browser.new_context(base_url=site.url, viewport=PHONE, java_script_enabled=how != "no scripts")
    page = context.new_page()
    if how == "no styles":
        page.route("**/*.css", lambda route: route.abort())
    page.emulate_media(media="print" if how == "print" else "screen", color_scheme="dark" if how == "dark" else "light")
    page.goto(long_article)

    words = visible_text(page)
    for text in required_texts(long_article):
        assert text.strip() in words
    if how == "print":
        assert not page.locator(".contents").is_visible()
        assert "tel:988" in page.eval_on_selector(".tap", "e => getComputedStyle(e, '::after').content + e.href")
        assert page.eval_on_selector(".references a", "e => getComputedStyle(e, '::after').content") != "none"
    context.close()


def test_keyboard_reaches_the_text_first_and_sees_where_it_is(browser_page, long_article):
    browser_page.set_viewport_size(PHONE)
    browser_page.goto(long_article)

    browser_page.keyboard.press("Tab")
    assert browser_page.evaluate("document.activeElement.textContent") == "Skip to the text"
    assert browser_page.locator(".skip-link").bounding_box()["y"] >= 0
    browser_page.keyboard.press("Enter")
    assert browser_page.evaluate("document.activeElement.id") == "main"
    browser_page.keyboard.press("Tab")
    assert browser_page.evaluate("document.activeElement.textContent") == "Call 988"
    assert browser_page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_citation_leads_to_its_reference_and_back(browser_page, long_article):
    browser_page.goto(long_article)

    browser_page.locator("a.citation").first.click()
    assert browser_page.url.endswith("#ref-1")
    browser_page.locator("#ref-1 .back a").first.click()
    assert browser_page.url.endswith("#cite-1-1")


def test_structured_data_is_data_and_no_script_runs(browser_page, long_article):
    browser_page.goto(long_article)

    assert browser_page.evaluate("document.scripts.length") == 1
    data = json.loads(browser_page.locator("script").text_content())
    assert data["@type"] == "MedicalWebPage"
