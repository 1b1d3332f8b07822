"""A fix in a real browser: made in the form, checked at the desk; both on a phone, and found accessible."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from articles.edition import Edition
from reviews.sign_off import SignOff
from tests.browser import VIOLATIONS
from tests.fixes import fix_of
from tests.people import PASSWORD, SECRET, email
from tests.reading import only_page
from tests.writing import EDITOR

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 844}


def accessible(page):
    page.wait_for_load_state("networkidle")
    found = Axe().run(page, options=VIOLATIONS | {"preload": False}).response["violations"]
    assert not [(fault["id"], [node["html"][:150] for node in fault["nodes"]]) for fault in found]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def open_form(page, edition):
    page.goto(f"/admin/articles/article/{edition.article_id}/change/")
    page.get_by_role("link", name="Fix the public text").click()
    page.wait_for_selector(EDITOR)


def test_writer_makes_a_fix(committed, public, page):
    page.set_viewport_size(PHONE)
    open_form(page, public)
    accessible(page)
    page.get_by_label("What you fix").fill("A typo")
    page.get_by_role("button", name="Show what changes").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing differs from what readers see")

    page.locator("#id_summary").fill(page.input_value("#id_summary").replace("worry", "26 worries"))
    page.get_by_role("button", name="Show what changes").click()
    expect(page.get_by_role("alert")).to_contain_text("This is more than a fix")
    expect(page.get_by_role("alert")).to_contain_text("Found: 26")
    expect(page.get_by_role("button", name="Submit the fix for review")).to_have_count(0)
    expect(page.locator("#problems")).to_be_focused()
    accessible(page)

    page.locator("#id_summary").fill(public.summary)
    page.get_by_role("button", name="Show what changes").click()
    page.wait_for_selector(EDITOR)
    html = page.locator(EDITOR).inner_html()
    assert "plnat" in html
    page.locator(f"{EDITOR} p").first.evaluate(
        """paragraph => {
            const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode(), at = text.data.indexOf('plnat');
            const range = document.createRange();
            range.setStart(text, at); range.setEnd(text, at + 5);
            paragraph.closest('[contenteditable]').focus();
            getSelection().removeAllRanges(); getSelection().addRange(range);
        }"""
    )
    page.keyboard.type("plant")
    page.get_by_role("button", name="Show what changes").click()
    expect(page.locator(".part del")).to_have_text("plnat")
    accessible(page)
    page.get_by_role("button", name="Submit the fix for review").click()
    page.get_by_text("frozen as edition 2 and waits for one reviewer").wait_for()
    assert Edition.objects.get(number=2, article=public.article_id).html == public.html.replace("plnat", "plant")


def test_reviewer_checks_it_and_an_editor_publishes(committed, public, writer, browser_page):
    fix = fix_of(public, ("plnat", "plant"), ("http://example.org/survey", "https://example.org/new"), by=writer)
    page = browser_page
    page.set_viewport_size(PHONE)
    enter(page, "second_doctor")
    accessible(page)
    page.locator("#awaiting").get_by_role("link", name="Read and sign").click()
    expect(page.get_by_role("heading", name="What the fix changes")).to_be_visible()
    expect(page.locator("#fix .part del").first).to_have_text("plnat")
    expect(page.locator("#fix .part")).to_contain_text("https://example.org/new")
    accessible(page)
    page.get_by_label("Declared interests").fill("None")
    page.locator("#sign-secret").fill(SECRET)
    page.get_by_role("button", name="Sign edition 2").click()
    expect(page.get_by_role("status")).to_contain_text("Signed.")
    assert SignOff.objects.get(edition=fix).meaning == "change"

    enter(page, "editor")
    page.goto(f"/desk/editions/{fix.pk}/")
    page.get_by_role("button", name="Publish edition 2").click()
    expect(page.get_by_text("Readers see it now.")).to_be_visible()
    accessible(page)
    assert only_page(article_id=fix.article_id).number == 2
    page.goto("/articles/a-public-page/")
    expect(page.locator(".review-line")).to_contain_text("A small change since was checked by Dr Dan Doctor")
    accessible(page)


def enter(page, role):
    page.context.clear_cookies()
    page.goto("/sign-in/")
    page.get_by_label("E-mail").fill(email(role))
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/desk/")
