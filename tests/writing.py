"""A draft's form as a writer meets it in a browser."""

import pytest

from tests.people import PASSWORD, email

EDITOR = "[contenteditable=true]"
WIDE = {"width": 1280, "height": 900}


@pytest.fixture
def page(browser_page, writer):
    """A page in Chromium, of the writer, who has signed in."""
    browser_page.set_viewport_size(WIDE)
    browser_page.goto("/sign-in/?next=/admin/")
    sign_in(browser_page, "writer")
    browser_page.wait_for_url("**/admin/")
    return browser_page


def sign_in(page, role):
    page.fill("[name=login]", email(role))
    page.fill("[name=password]", PASSWORD)
    page.click("main button")


def open_draft(page, article):
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.wait_for_selector(EDITOR)


def save(page, button="Save and continue editing"):
    page.get_by_role("button", name=button, exact=True).click()
    page.wait_for_load_state()
