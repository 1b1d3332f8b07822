"""A browser: Chromium before the whole site, and a page that suffers no fault."""

import os
import shutil

import pytest

from tests.people import PASSWORD, email

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's own loop runs in this thread
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
]  # fmt: skip

VIOLATIONS = {
    "resultTypes": ["violations"]
}  # of axe: of all that is well it names one place, which takes half the time


def find_browser():
    """A browser on the PATH, or None for Playwright's own."""
    return next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)


@pytest.fixture
def site(committed):
    """The whole site on http://localhost, over the `committed` database."""
    from pytest_django.live_server_helper import LiveServer

    running = LiveServer("localhost")
    yield running
    running.stop()


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def another_page(browser, site):
    """another_page() opens a page in Chromium for somebody more, with a session of their own.

    The test fails on any console error, uncaught exception or CSP violation in any of them.
    """
    pages = []

    def open_page():
        page = browser.new_context(base_url=site.url).new_page()
        page.faults = []
        page.on("console", lambda said: page.faults.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.context.close()
    faults = [fault for page in pages for fault in page.faults]
    assert not faults, faults


@pytest.fixture
def browser_page(another_page):
    """A page in Chromium, of somebody who has not signed in. It fails the test as every `another_page` does."""
    return another_page()


@pytest.fixture
def key(browser_page):
    """A device with passkeys, as Chromium plays one."""
    devtools = browser_page.context.new_cdp_session(browser_page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    return devtools, devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]


@pytest.fixture
def enter(browser_page):
    """enter(role) signs in through the door and gives the page, on the desk."""

    def enter(role):
        browser_page.context.clear_cookies()
        browser_page.goto("/sign-in/")
        browser_page.get_by_label("E-mail").fill(email(role))
        browser_page.get_by_label("Password").fill(PASSWORD)
        browser_page.get_by_role("button", name="Sign in", exact=True).click()
        browser_page.wait_for_url("**/desk/")
        return browser_page

    return enter
