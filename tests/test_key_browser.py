"""Passkeys that sign in a real browser, with a device as Chromium plays one: by keyboard, and on a phone."""

from base64 import b64encode

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from playwright.sync_api import expect

from articles.publication import publish
from cms.demo.passkeys import Device
from reviews.passkey import (
    Assertion,
    Certificate,
    Passkey,
    RootKey,
    certify_officer,
    certify_reviewer,
    officer_statement,
    reviewer_statement,
)
from reviews.sign_off import SignOff
from tests.desk_keys import says
from tests.people import PASSWORD, ROOT, SECRET
from tests.test_desk_browser import problems, sideways, tab_to

pytestmark = pytest.mark.browser


def add(page):
    """Add a passkey by keyboard alone, from the desk."""
    page.goto("/desk/")
    page.get_by_role("navigation", name="Desk").get_by_role("link", name="Signing keys").click()
    tab_to(page, page.get_by_role("link", name="Add a passkey"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Add a passkey"))
    page.keyboard.press("Enter")
    says(page, "Added.")


def looks_well(page):
    page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
    assert (problems(page), sideways(page)) == ([], 0)


def test_passkey_is_added_by_keyboard_and_ended(committed, doctor, enter, key, browser_page):
    browser_page.set_viewport_size({"width": 360, "height": 740})
    page = enter("doctor")
    page.goto("/desk/keys/")
    looks_well(page)
    page.goto("/desk/keys/add/")
    looks_well(page)
    add(page)
    looks_well(page)
    assert Passkey.objects.get().person == doctor

    page.get_by_role("link", name="Lost or stolen").click()
    page.locator("#end").get_by_label("Reason").fill("Lost it")
    looks_well(page)
    page.get_by_role("button", name="End this passkey").click()
    says(page, "Ended.")
    looks_well(page)
    page.locator("#end").get_by_label("From").fill("2026-01-31T09:00")
    page.locator("#end").get_by_label("Reason").fill("It was gone before")
    page.get_by_role("button", name="End it earlier").click()
    says(page, "Ended earlier.")
    looks_well(page)
    page.goto("/desk/keys/")
    looks_well(page)


def test_device_that_refuses_says_so_beside_the_button(committed, doctor, enter, key):
    devtools, device = key
    devtools.send("WebAuthn.setUserVerified", {"authenticatorId": device, "isUserVerified": False})
    page = enter("doctor")
    page.goto("/desk/keys/add/")
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("The passkey was not used: it was cancelled, or took too long.")
    expect(page.get_by_role("button", name="Add a passkey")).to_be_focused()

    devtools.send("WebAuthn.setUserVerified", {"authenticatorId": device, "isUserVerified": True})
    page.keyboard.press("Enter")
    says(page, "Added.")
    page.goto("/desk/keys/add/")
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("This device holds a passkey of yours for signing already.")
    assert Passkey.objects.count() == 1


def test_passkey_for_signing_takes_the_place_of_none_that_opens_the_door(committed, doctor, enter, key):
    devtools, device = key
    page = enter("doctor")
    page.goto("/account/second-factor/webauthn/add/")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_role("status").first).to_be_visible()
    add(page)
    assert len(devtools.send("WebAuthn.getCredentials", {"authenticatorId": device})["credentials"]) == 2


def test_without_javascript_the_page_says_that_a_passkey_needs_it(committed, doctor, browser, site):
    page = browser.new_context(base_url=site.url, java_script_enabled=False).new_page()
    page.goto("/sign-in/")
    page.get_by_label("E-mail").fill(doctor.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.goto("/desk/keys/add/")
    expect(page.get_by_text("A passkey needs JavaScript, which does not run in this browser.")).to_be_visible()
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("Not done")
    page.context.close()


def certify_by_root(page):
    """Have the officer's newest passkey certified: the operator signs what the page shows."""
    page.goto("/desk/keys/")
    page.get_by_role("link", name="Have it certified").click()
    looks_well(page)
    statement = page.get_by_label("The statement").inner_text()
    page.get_by_label("The root key’s signature").fill(ROOT.sign(statement.encode()).hex())
    page.get_by_role("button", name="Keep the certificate").click()
    says(page, "Certified by the operator’s root key")


@pytest.mark.parametrize("width", [360, 1280])
def test_officer_is_certified_and_certifies_a_reviewer_by_keyboard(
    committed, doctor, compliance, enter, key, browser_page, width
):
    browser_page.set_viewport_size({"width": width, "height": 740})
    page = enter("doctor")
    add(page)
    page = enter("compliance")
    add(page)
    certify_by_root(page)
    looks_well(page)
    page.get_by_role("link", name="Certify…").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Certify that it is Dr Dora Doctor’s")).to_be_visible()
    looks_well(page)
    tab_to(page, page.get_by_label("I met Dr Dora Doctor"))
    page.keyboard.press("Space")
    tab_to(page, page.get_by_role("button", name="Certify with your passkey"))
    page.keyboard.press("Enter")
    says(page, "Certified. Dr Dora Doctor can sign with it from now on.")
    looks_well(page)

    page = enter("doctor")
    page.goto("/desk/keys/")
    expect(page.get_by_text("Certified", exact=True)).to_be_visible()
    looks_well(page)
    assert [c.certifies for c in Certificate.objects.all()] == ["reviewer", "compliance officer"]


# Signing ----------------------------------------------------------------------------------------------------------------


def certified(site, compliance, *reviewers):
    """A device of each reviewer's, certified by the officer at the site's own address."""
    officer, devices = Device(compliance, site.url), [Device(reviewer, site.url) for reviewer in reviewers]
    content = officer_statement(officer.passkey, site.url)
    issuer = certify_officer(officer.passkey, RootKey.objects.get(), content=content, signature=ROOT.sign(content))
    for reviewer, own in zip(reviewers, devices, strict=True):
        content = reviewer_statement(own.passkey, reviewer.credentials.get().verifications.get(), site.url)
        certify_reviewer(own.passkey, issuer, by=compliance, content=content, **officer.sign(content))
    return devices


@pytest.fixture
def ready(committed, site, doctor, compliance, enter, key):
    """The doctor at the desk, with a device whose passkey the officer certified. Gives the page and the device."""
    (devtools, device), (own,) = key, certified(site, compliance, doctor)
    private = own.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    held = {
        "credentialId": b64encode(own.handle).decode(), "isResidentCredential": False, "rpId": "localhost",
        "privateKey": b64encode(private).decode(), "signCount": 0,
    }  # fmt: skip
    devtools.send("WebAuthn.addCredential", {"authenticatorId": device, "credential": held})
    return enter("doctor"), key


def test_reviewer_signs_with_a_passkey_by_keyboard_and_readers_see_it(edition, editor, ready):
    page, (devtools, device) = ready
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"/desk/editions/{edition.pk}/")
    form = page.locator("#key-sign")
    tab_to(page, form.get_by_label("Declared interests"))
    page.keyboard.type("I own a bee hive")
    devtools.send("WebAuthn.setUserVerified", {"authenticatorId": device, "isUserVerified": False})
    tab_to(page, page.get_by_role("button", name="Sign with your passkey"))
    page.keyboard.press("Enter")
    expect(form.get_by_role("alert")).to_contain_text("it was cancelled, or took too long. Nothing is done")
    expect(form.get_by_label("Declared interests")).to_have_value("I own a bee hive")
    looks_well(page)

    devtools.send("WebAuthn.setUserVerified", {"authenticatorId": device, "isUserVerified": True})
    page.keyboard.press("Enter")
    says(page, "Signed with your passkey.")
    looks_well(page)
    assert SignOff.objects.get(edition=edition).assertion.passkey.person.name == "Dr Dora Doctor"
    publish(edition, by=editor)
    page.goto(f"/articles/{edition.slug}/")
    expect(page.get_by_text("Medically reviewed by")).to_be_visible()
    expect(page.get_by_text("I own a bee hive")).to_be_attached()


def test_two_presses_sign_once(edition, ready):
    page, _ = ready
    page.goto(f"/desk/editions/{edition.pk}/")
    page.locator("#key-sign").get_by_label("Declared interests").fill("None")
    page.get_by_role("button", name="Sign with your passkey").dblclick()
    says(page, "Signed with your passkey.")
    assert SignOff.objects.filter(edition=edition).count() == 1


def test_form_that_is_not_right_says_so_itself_and_asks_no_device(edition, ready):
    page, _ = ready
    page.goto(f"/desk/editions/{edition.pk}/")
    page.locator("#key-sign").get_by_label("Declared interests").fill("  ")
    page.get_by_role("button", name="Sign with your passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("declare your interests for this article")
    assert not Assertion.objects.exists()


def test_site_that_does_not_answer_is_said_so(edition, ready):
    page, _ = ready
    page.goto(f"/desk/editions/{edition.pk}/")
    page.locator("#key-sign").get_by_label("Declared interests").fill("None")
    page.route("**/passkey/ask/", lambda route: route.abort())
    page.get_by_role("button", name="Sign with your passkey").click()
    expect(page.locator("#key-sign").get_by_role("alert")).to_contain_text("The site did not answer.")
    page.faults.clear()  # the browser notes a request that failed


# Asking for passkeys ----------------------------------------------------------------------------------------------------


def test_officer_asks_for_passkeys_by_keyboard(
    committed, signed, site, compliance, doctor, medical_lead, lawyer, enter
):
    certified(site, compliance, doctor, medical_lead, lawyer)
    page = enter("compliance")
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/desk/rules/")
    tab_to(page, page.get_by_role("link", name="What asking for passkeys would mean"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name=signed.title)).to_be_visible()
    looks_well(page)
    tab_to(page, page.get_by_label("Reason"))
    page.keyboard.type("Secrets can be stolen")
    tab_to(page, page.get_by_label("Your signing secret"))
    page.keyboard.type("not the secret of the tests")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("that is not your signing secret")
    expect(page.get_by_label("Reason")).to_have_value("Secrets can be stolen")
    looks_well(page)

    page.get_by_label("Your signing secret").fill(SECRET)
    page.keyboard.press("Enter")
    says(page, "Asked for.")
    looks_well(page)
    page.goto(f"/desk/editions/{signed.pk}/")
    expect(page.get_by_text("Passkeys are asked for by now")).to_be_visible()
    looks_well(page)
