"""The door and the account in a browser: passkeys, and that every screen is for everybody."""

from urllib.parse import urlsplit

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.utils import decrypt
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser import VIOLATIONS
from tests.people import PASSWORD, SECRET, code_for, email

WITHOUT_A_FACTOR = ["", "totp/activate/", "webauthn/add/", "webauthn/"]
WITH_ONE = ["", "totp/deactivate/", "recovery-codes/", "recovery-codes/generate/"]


def enter(page, role):
    page.goto("/sign-in/")
    page.get_by_label("E-mail address").fill(email(role))
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


@pytest.mark.browser
def test_passkey_is_added_and_opens_the_door_alone(committed, settings, browser_page, key, doctor):
    settings.SECOND_FACTOR = True
    page = browser_page
    enter(page, "doctor")
    expect(page.get_by_text("Your work here needs a second factor.")).to_be_visible()
    page.get_by_role("link", name="Add a passkey").click()
    expect(page.get_by_role("heading", name="Is it you?")).to_be_visible()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_role("status").first).to_be_visible()
    page.goto("/desk/")
    expect(page.get_by_role("heading", name="Desk")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()

    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("heading", name="Desk")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()

    enter(page, "doctor")
    expect(page.get_by_role("heading", name="And your second factor")).to_be_visible()
    expect(page.get_by_text("Use your passkey, or type one of your recovery codes.")).to_be_visible()
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("heading", name="Desk")).to_be_visible()


@pytest.mark.browser
def test_passkey_stands_beside_the_secret_when_one_signs(committed, settings, browser_page, key, doctor, edition):
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
    page, there = browser_page, f"/desk/editions/{edition.pk}/"

    def sign():
        page.get_by_label("Declared interests").fill("None, but for this test")
        page.get_by_label("Your signing secret", exact=True).first.fill(SECRET)
        page.get_by_role("button", name="Sign edition 1").click()

    enter(page, "doctor")
    page.goto("/account/second-factor/webauthn/add/")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_role("status").first).to_be_visible()

    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0  # as if it was long ago
    page.goto(there)
    sign()
    expect(page.get_by_role("alert")).to_contain_text("Use your passkey first, then sign.")
    expect(page.get_by_label("Declared interests")).to_have_value("None, but for this test")
    assert Axe().run(page, options=VIOLATIONS).response["violations"] == []
    link = page.locator("#sign").get_by_role("link", name="Use your passkey (in a new tab)")
    assert link.get_attribute("target") == "_blank"

    page.goto(link.get_attribute("href"))
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("heading", name="Desk")).to_be_visible()
    page.goto(there)
    sign()
    expect(page.get_by_role("status").first).to_contain_text("Signed.")


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
def test_code_is_typed_or_pasted_beside_the_secret(committed, browser_page, doctor, edition, width):
    app = TOTP.activate(doctor, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    page = browser_page
    page.set_viewport_size({"width": width, "height": 740})
    page.goto("/sign-in/")
    page.get_by_label("E-mail address").fill(email("doctor"))
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_label("Code").fill(RecoveryCodes.activate(doctor).get_unused_codes()[0])
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Desk")).to_be_visible()
    page.goto(f"/desk/editions/{edition.pk}/")
    page.get_by_label("Declared interests").fill("None")
    page.get_by_label("Your signing secret", exact=True).first.fill(SECRET)
    field = page.locator("#sign").get_by_label("Code of your authenticator app")
    field.fill("000000")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("That code or key is not right.")
    assert Axe().run(page, options=VIOLATIONS).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    page.get_by_label("Your signing secret", exact=True).first.fill(SECRET)
    code = code_for(decrypt(app.instance.data["secret"]))
    field.focus()
    page.keyboard.insert_text(f"{code[:3]} {code[3:]}")  # as an app copies it
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Signed.")


@pytest.mark.browser
def test_cancelled_passkey_says_so_on_the_page(committed, browser_page, key, doctor):
    devtools, device = key
    devtools.send("WebAuthn.setUserVerified", {"authenticatorId": device, "isUserVerified": False})
    browser_page.goto("/sign-in/")
    browser_page.get_by_role("button", name="Sign in with a passkey").click()
    expect(browser_page.get_by_role("alert")).to_contain_text("The passkey was not used")


@pytest.mark.browser
def test_screens_of_the_account_are_for_everybody(committed, browser_page, doctor):
    page = browser_page

    def look_at(*addresses):
        for address in addresses:
            page.goto(address)
            assert urlsplit(page.url).path == address
            for width in (320, 1280):
                page.set_viewport_size({"width": width, "height": 740})
                assert Axe().run(page, options=VIOLATIONS).response["violations"] == [], (address, width)
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (address, width)

    look_at("/sign-in/", "/account/password/forgotten/", "/account/password/forgotten/sent/", "/account/new/")
    enter(page, "doctor")
    page.goto("/account/confirm/")
    assert Axe().run(page, options=VIOLATIONS).response["violations"] == []
    page.get_by_label("Password").fill("wrong")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("That is not your password.")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Is it you?")).to_be_hidden()
    look_at("/account/password/", "/account/sessions/", *(f"/account/second-factor/{end}" for end in WITHOUT_A_FACTOR))
    page.goto("/account/second-factor/totp/activate/")
    page.get_by_label("Code").fill(code_for(page.locator(".key").inner_text()))
    page.get_by_role("button", name="Turn it on").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    look_at(*(f"/account/second-factor/{end}" for end in WITH_ONE))
