"""The desk in a real browser: signing by keyboard alone, every screen checked by axe, wide and on a phone, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from articles.article import save_draft
from articles.edition import Edition, submit
from articles.hidden_row import hide_row
from articles.publication import publish
from reviews.credential import attach_file
from reviews.notice import draft_notice, publish_notice, sign_notice
from reviews.sign_off import SignOff, sign_off
from reviews.verdict import request_changes
from tests.adopting import adopt_statement_rule
from tests.browser import VIOLATIONS
from tests.conftest import SIGN_OFF, write
from tests.notices import EVERYWHERE, in_days
from tests.people import SECRET, give_credential

pytestmark = pytest.mark.browser
RULES = VIOLATIONS | {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def tab_to(page, locator, key="Tab"):
    """Press Tab until the element has the focus: it must be reachable without a mouse."""
    for _ in range(200):
        if locator.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press(key)
    pytest.fail(f"{locator} cannot be reached by keyboard")


def test_reviewer_signs_by_keyboard_alone(committed, edition, doctor, enter):
    page = enter("doctor")

    tab_to(page, page.locator("#awaiting").get_by_role("link", name="Read and sign"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2, name="As readers would see it; not public")).to_be_visible()
    tab_to(page, page.get_by_label("Declared interests"))
    page.keyboard.type("None")
    page.keyboard.press("Tab")
    page.keyboard.type("not the secret of the tests")
    page.keyboard.press("Enter")

    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("alert")).to_contain_text("that is not your signing secret")
    tab_to(page, page.get_by_role("alert").get_by_role("link"))
    page.keyboard.press("Enter")
    expect(page.locator("#sign-interests")).to_have_value("None")
    expect(page.locator("#sign-secret")).to_have_value("")
    tab_to(page, page.locator("#sign-secret"))
    page.keyboard.type(SECRET)
    page.keyboard.press("Enter")

    expect(page.get_by_role("status")).to_contain_text("Signed.")
    assert SignOff.objects.get(edition=edition).interests == "None"


@pytest.mark.parametrize("width", [360, 1280])
def test_link_to_a_mistake_shows_label_and_sentence_too(screens, enter, browser_page, width):
    browser_page.set_viewport_size({"width": width, "height": 640})
    page = enter("doctor")
    revoking = next(address for address in screens["doctor"] if "revoke" in address)
    page.goto(revoking)
    page.get_by_role("textbox", name="Reason").evaluate_all("areas => areas.forEach(area => area.required = false)")
    page.get_by_role("button", name="Revoke my sign-off now").click()
    page.get_by_role("alert").get_by_role("link").click()

    field = page.locator("details[open] .field.has-error")
    expect(field.locator("label")).to_be_in_viewport(ratio=1)
    expect(field.locator(".refusal")).to_be_in_viewport(ratio=1)
    expect(field.locator("textarea")).to_be_in_viewport(ratio=1)


def test_focus_is_visible(committed, edition, doctor, enter):
    page = enter("doctor")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_desk_lists_open_from_the_jump_links(committed, signed, doctor, enter):
    page = enter("doctor")
    page.get_by_role("navigation", name="On this desk").get_by_role("link", name="Signed, ready").click()
    expect(page.locator("#signed").get_by_role("link", name=signed.title).first).to_be_visible()


@pytest.fixture
def screens(committed, as_superuser, writer, doctor, editor):
    """Addresses by role, each screen in a full state, with every kind of form open."""
    awaiting = submit(write(writer, slug="awaiting", topics=("ptsd",)), by=writer)
    published = submit(write(writer, slug="published"), by=writer)
    signature = sign_off(published, by=doctor, **SIGN_OFF)
    publish(published, by=editor)
    changed = submit(write(writer, slug="changed"), by=writer)
    request_changes(changed, by=doctor, reason="Give the numbers")
    changed.article.summary = "A survey asked grown people about worry."
    second = submit(save_draft(changed.article, by=writer), by=writer)
    written, signed, standing = (draft_notice(by=writer, **EVERYWHERE) for _ in range(3))
    for notice in (signed, standing):
        sign_notice(notice, by=doctor, secret=SECRET, ends_at=in_days(9))
    publish_notice(standing, by=editor)
    checked = give_credential(doctor, days=20).verifications.get()  # it ends soon
    attach_file(checked, by=checked.officer, secret=SECRET, name="licence.pdf", content=b"%PDF-")
    help_now = Edition.objects.get(slug="crisis-help")
    hide_row(help_now, 3, by=editor, reason="A wrong number")
    adopt_statement_rule(as_superuser, "crisis-help", max_age="interval '1 hour'")
    adopt_statement_rule(as_superuser, "regulatory-status", max_age="interval '1 second'")
    return {
        "doctor": [
            f"/desk/editions/{second.pk}/", f"/desk/editions/{second.pk}/since/1/",
            "/desk/", "/desk/?all=own", f"/desk/editions/{awaiting.pk}/", f"/desk/editions/{awaiting.pk}/?open=refuse",
            f"/desk/editions/{published.pk}/?open=revoke-{signature.pk}", f"/desk/editions/{changed.pk}/",
            "/desk/sign-offs/?open=interests", "/desk/sign-offs/end/", "/desk/signing-secret/", "/desk/keys/", "/desk/keys/add/",
            "/desk/notices/", f"/desk/notices/{written.pk}/", f"/desk/notices/{standing.pk}/?open=end",
        ],
        "editor": ["/desk/", f"/desk/editions/{published.pk}/?open=take-down", f"/desk/notices/{signed.pk}/",
                   f"/desk/editions/{help_now.pk}/?without=2", f"/desk/editions/{help_now.pk}/?open=hide-row&row=2",
                   f"/desk/editions/{awaiting.pk}/"],
        "compliance": [
            "/desk/", "/desk/credentials/", f"/desk/credentials/?open=file-{checked.credential_id}", "/desk/keys/",
            f"/desk/editions/{help_now.pk}/?open=check",
            f"/desk/editions/{Edition.objects.get(slug='regulatory-status').pk}/", "/desk/rules/",
            "/desk/rules/disclaimers/D-INFO/",
            "/desk/rules/disclaimers/D-LIVER/next/", "/desk/rules/statements/legal-status/next/",
            "/desk/rules/disclaimers/new/", "/desk/rules/passkeys/", "/desk/rules/passkeys/?open=ask",
        ],
    }  # fmt: skip


def problems(page):
    found = Axe().run(page, options=RULES).response
    assert len(found["passes"]) > 10, "axe looked at nothing"
    return [(page.url, rule["id"], node["html"][:160]) for rule in found["violations"] for node in rule["nodes"]]


def sideways(page):
    """How many pixels the page is wider than the screen."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_every_screen_is_accessible(screens, enter, browser_page, width, scheme):
    browser_page.set_viewport_size({"width": width, "height": 800})
    browser_page.emulate_media(color_scheme=scheme)
    browser_page.goto("/sign-in/")
    found, wide = problems(browser_page), []
    for role, addresses in screens.items():
        page = enter(role)
        for address in addresses:
            page.goto(address)
            page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
            found += problems(page)
            wide += [address] if sideways(page) > 0 else []
    assert found == []
    assert wide == []


@pytest.mark.parametrize("width", [360, 1280])
def test_refused_step_is_accessible(screens, enter, browser_page, width):
    browser_page.set_viewport_size({"width": width, "height": 800})
    page = enter("editor")
    page.goto(screens["editor"][-1])
    page.get_by_role("button", name="Publish edition 1").click()

    expect(page.get_by_role("alert")).to_contain_text("Nobody can publish it until it does.")
    assert problems(page) == []
    assert sideways(page) == 0


def test_refusing_pages_are_accessible(committed, doctor, enter):
    page = enter("doctor")
    for address, status in [("/desk/credentials/", 403), ("/desk/credentials/register/", 405)]:
        assert page.goto(address).status == status
        assert problems(page) == []
    page.faults[:] = [fault for fault in page.faults if "the server responded with a status of 40" not in fault]


@pytest.mark.parametrize("width", [360, 1280])
def test_disclaimer_is_adopted_and_every_step_is_accessible(committed, published, enter, browser_page, width):
    browser_page.set_viewport_size({"width": width, "height": 800})
    page = enter("compliance")
    page.goto("/desk/rules/disclaimers/D-INFO/next/")
    page.get_by_label("Full form").fill("Ask a d\u043ector.")
    page.get_by_role("button", name="Show which pages it hits").click()
    expect(page.get_by_role("alert")).to_contain_text("look-alikes of other alphabets")
    assert (problems(page), sideways(page)) == ([], 0)

    page.get_by_label("Full form").fill("Ask a doctor.")
    page.get_by_role("button", name="Show which pages it hits").click()
    expect(page.get_by_role("heading", name="Pages that it hits 1")).to_be_visible()
    assert (problems(page), sideways(page)) == ([], 0)
    page.get_by_label("Reason").fill("It was too long")
    page.get_by_label("Your signing secret").fill("not the secret of the tests")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("that is not your signing secret")
    assert (problems(page), sideways(page)) == ([], 0)

    page.get_by_label("Your signing secret").fill(SECRET)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Adopted: D-INFO, version 2.")
    assert (problems(page), sideways(page)) == ([], 0)
