"""The demo: its walk goes through the real operations, and its tour shows a stranger the gate from every side."""

import json
from dataclasses import replace
from html import unescape

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from playwright.sync_api import expect

from articles.article import Article, State, save_draft
from articles.fix import FixText, submit_fix
from articles.publication import publish
from cms.demo import passkeys
from cms.demo.people import PASSWORD, SECRET
from cms.demo.tour import steps
from cms.demo.walk import FLAWED, PUBLISHED, UNSIGNED, start_again, walk
from cms.management.commands.demo import refuse_among_real_people
from cms.people import Person
from reviews.credential import suspend_credential
from reviews.passkey import Certificate, Passkey
from reviews.sign_off import revoke, sign_off
from reviews.verdict import refuse
from tests.browser import VIOLATIONS
from tests.desk_keys import says
from tests.reading import shown


@pytest.fixture
def walked(committed, settings, tmp_path, monkeypatch):
    """The demo after its walk. Gives what the walk said."""
    settings.DEMO = True
    monkeypatch.setattr(passkeys, "ROOT", tmp_path / "root.key")
    lines = []
    walk(lines.append)
    return lines


def states():
    return {state.article.slug: state.state for state in State.objects.filter(article__kind="article")}


def newest(slug):
    return Article.objects.get(slug=slug).editions.order_by("-number").first()


def demo_person(name):
    return Person.objects.get(email=f"{name}@demo.example")


def test_walk_publishes_one_leaves_one_in_review_and_one_a_draft(walked):
    said = len(walked)
    walk(walked.append)

    assert states() == {PUBLISHED: "published", UNSIGNED: "in review", FLAWED: "draft"}
    assert [article.slug for article in shown()] == [PUBLISHED]
    assert any("signed_by_enough_reviewers" in line for line in walked)
    assert len(walked) == said
    first = newest(PUBLISHED).sign_offs.get(meaning="medical accuracy")
    assert json.loads(bytes(first.assertion.content))["digest"] == newest(PUBLISHED).fingerprint
    assert json.loads(bytes(first.assertion.certificate.content))["origin"] == "http://localhost:8000"
    assert not Passkey.objects.filter(ends=None).exists()


def test_demo_is_refused_without_its_flag():
    with pytest.raises(CommandError, match="LEAF_DEMO"):
        call_command("demo", "--no-serve")


def test_demo_is_refused_among_real_people(writer):
    with pytest.raises(CommandError, match="people of its own"):
        refuse_among_real_people()


@pytest.mark.parametrize("address", ["", "steps/1/", "people/editor/", "again/", "keys/1/"])
def test_there_is_no_tour_without_the_flag(client, one_transaction, address):
    assert client.get(f"/demo/{address}").status_code == client.post(f"/demo/{address}").status_code == 404


def test_nobody_is_signed_in_by_a_mere_link(walked):
    client = Client()
    for address in ("steps/2/", "people/editor/", "people/x/", "again/", "keys/1/"):
        answer = client.get(f"/demo/{address}")
        assert (answer.status_code, answer["Location"]) == (302, "/demo/")
    assert client.post("/demo/people/nobody/").status_code == 404
    assert client.post("/demo/steps/99/").status_code == 302
    assert client.post("/demo/keys/1/").status_code == 302
    assert "_auth_user_id" not in client.session


def test_tour_before_the_walk_says_what_to_run(client, one_transaction, settings):
    settings.DEMO = True
    assert "make demo" in client.get("/demo/").content.decode()


def refused_and_revoked():
    signing = {"secret": SECRET, "interests": "None"}
    sign_off(newest(UNSIGNED), by=demo_person("reviewer"), meaning="medical accuracy", **signing)
    refuse(newest(UNSIGNED), by=demo_person("lead"), secret=SECRET, reason="Unfit")
    revoke(
        newest(PUBLISHED).sign_offs.get(reviewer=demo_person("reviewer")), by=demo_person("reviewer"), reason="Wrong"
    )


def signed_once():
    sign_off(newest(UNSIGNED), by=demo_person("reviewer"), meaning="medical accuracy", secret=SECRET, interests="None")


def changed_draft():
    revoke(
        newest(PUBLISHED).sign_offs.get(reviewer=demo_person("reviewer")), by=demo_person("reviewer"), reason="Wrong"
    )
    article = Article.objects.get(slug=PUBLISHED)
    article.summary += " More is not known."
    save_draft(article, by=demo_person("writer"))


def mended(slug=PUBLISHED, word="explains"):
    text = FixText.of_document(newest(slug).document())
    text = replace(text, summary=text.summary.replace(f"page {word}", f"page {word[:-1]}"))
    fix = submit_fix(newest(slug), by=demo_person("writer"), text=text, reason="A typo")
    sign_off(fix, by=demo_person("second.reviewer"), meaning="change", secret=SECRET, interests="None")
    publish(fix, by=demo_person("editor"))


@pytest.mark.parametrize("happened", [lambda: None, signed_once, refused_and_revoked, changed_draft, mended])
def test_tour_starts_again_from_wherever_it_stands(walked, happened):
    happened()
    start_again()

    assert states() == {PUBLISHED: "published", UNSIGNED: "in review", FLAWED: "draft"}
    assert not newest(UNSIGNED).sign_offs.exists()
    assert not any(step.done or step.stopped for step in steps())


def test_tour_that_cannot_start_again_changes_nothing_and_says_what_to_run(walked, client):
    signed_once()
    before = newest(UNSIGNED)
    credential = demo_person("reviewer").credentials.get()
    suspend_credential(credential, by=demo_person("compliance"), reason="A stranger tried it")

    page = client.post("/demo/again/", follow=True).content.decode()
    assert "The tour could not start again." in page
    assert "Run make clean, then make demo." in page
    assert newest(UNSIGNED) == before


def test_tour_stands_as_it_was_after_typos_were_mended(walked, client):
    signed_once()
    second = {"by": demo_person("second.reviewer"), "secret": SECRET, "interests": "None"}
    sign_off(newest(UNSIGNED), meaning="second medical review", **second)
    publish(newest(UNSIGNED), by=demo_person("editor"))
    mended()
    mended(UNSIGNED, "looks")

    assert [step.number for step in steps() if step.done] == [3, 4, 5]
    assert "page look at" in client.get(f"/articles/{UNSIGNED}/").content.decode()
    revoking = next(step for step in steps() if step.number == 7)
    assert client.post("/demo/steps/7/", follow=True).redirect_chain[0][0] == revoking.at
    assert "Revoke my sign-off now" in client.get(revoking.at).content.decode()


def test_pressing_publish_is_never_marked_as_done(walked):
    signed_once()

    assert [step.done for step in steps()[:3]] == [False, False, True]


@pytest.mark.browser
def test_tour_leads_a_stranger_through_the_gate(walked, browser_page):
    page = browser_page

    def step(number):
        page.goto("/demo/")
        page.locator(f"#step-{number}").locator("button, a.button").click()

    def sign():
        page.get_by_label("Declared interests").fill("None")
        page.locator("#sign-secret").fill(SECRET)
        page.get_by_role("button", name="Sign edition").click()
        expect(page.get_by_role("status")).to_contain_text("Signed.")

    step(1)
    expect(page.locator("#id_title")).to_have_value("Red-Vein Calm: How Kratom Helps Veterans Beat PTSD Naturally")
    step(2)
    expect(page.get_by_role("alert")).to_contain_text("Not published: this edition does not carry every signature")
    step(3)
    page.get_by_label("Medical accuracy").check()
    sign()
    step(2)
    expect(page.get_by_role("alert")).to_contain_text("Missing: second medical review.")
    page.mouse.wheel(0, 5000)
    expect(page.get_by_role("link", name="The tour")).to_be_in_viewport()
    step(4)
    sign()
    step(5)
    page.get_by_role("button", name="Publish edition").click()
    expect(page.get_by_role("status")).to_contain_text("Published. Readers see it now.")
    page.goto("/demo/")
    with page.expect_popup() as popup:
        page.locator("#step-6 a.button").click()
    expect(popup.value.get_by_text("Medically reviewed by")).to_be_visible()
    assert popup.value.evaluate("innerWidth") == 360
    step(7)
    page.locator("details[open]").get_by_label("Reason").fill("New evidence")
    page.get_by_role("button", name="Revoke my sign-off now").click()
    step(8)
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not shown at present")
    expect(page.get_by_role("link", name="Call 988").first).to_be_visible()
    step(9)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Fix")
    step(10)
    expect(page.get_by_role("heading", level=1)).to_have_text("Safety notices")
    step(11)
    expect(page.get_by_role("heading", level=1)).to_have_text("Disclaimers and statements")
    step(12)
    expect(page.get_by_role("heading", level=1)).to_have_text("Signing keys")
    page.goto("/demo/")
    page.get_by_role("button", name="Start again").click()
    expect(page.get_by_role("status")).to_contain_text("The tour is at its start again")


@pytest.mark.browser
def test_stranger_signs_with_a_passkey_of_their_own(walked, browser_page, key):
    page = browser_page

    def step(number):
        page.goto("/demo/")
        page.locator(f"#step-{number}").locator("button, a.button").click()

    def add():
        page.get_by_role("link", name="Add a passkey").click()
        page.get_by_role("button", name="Add a passkey").click()
        says(page, "Added.")

    step(12)
    add()
    page.get_by_role("link", name="Have it certified").click()
    page.get_by_role("button", name="Let the demo’s root key certify it").click()
    says(page, "Certified by the demo’s root key.")
    step(13)
    add()
    step(12)
    page.get_by_role("link", name="Certify…").click()
    page.get_by_label("I met Dr Rosa Field").check()
    page.get_by_role("button", name="Certify with your passkey").click()
    says(page, "Certified.")
    assert [step.number for step in steps() if step.done] == [12, 13]
    step(3)
    page.locator("#key-sign").get_by_label("Medical accuracy").check()
    page.locator("#key-sign").get_by_label("Declared interests").fill("None")
    page.get_by_role("button", name="Sign with your passkey").click()
    says(page, "Signed with your passkey.")
    assert newest(UNSIGNED).sign_offs.get().assertion


def test_tour_ends_with_the_lines_that_check_its_page_from_outside(walked, client, stranger):
    page = unescape(client.get("/demo/", HTTP_HOST="localhost:8000").text)
    assert f"curl -sO http://localhost:8000/articles/{PUBLISHED}/evidence.json" in page
    stranger.root_key = page.partition("--root-key '")[2].partition("'")[0]
    proven = stranger.fetch(f"/articles/{PUBLISHED}").check(key=None).stdout.partition("CLAIMED")[0]
    assert "That passkey is Dr Rosa Field (DEMO)'s" in proven
    changed_draft()
    assert "No page is public now." in client.get("/demo/").text


def test_root_key_at_hand_is_offered_to_officers_in_the_demo_alone(walked, client, settings):
    client.force_login(demo_person("compliance"))
    passkey = passkeys.Device(demo_person("compliance"), "http://localhost:8000").passkey
    assert "Let the demo’s root key certify it" in client.get(f"/desk/keys/{passkey.pk}/").text
    settings.DEMO = False
    assert "demo" not in client.get(f"/desk/keys/{passkey.pk}/").text
    assert client.post(f"/demo/keys/{passkey.pk}/").status_code == 404
    settings.DEMO = True
    other = passkeys.Device(demo_person("reviewer"), "http://localhost:8000").passkey
    assert client.post(f"/demo/keys/{other.pk}/").status_code == 404
    client.force_login(demo_person("reviewer"))
    assert client.post(f"/demo/keys/{other.pk}/").status_code == 403
    assert not Certificate.objects.filter(passkey__in=[passkey, other]).exists()


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1280])
def test_tour_is_for_everybody(walked, browser_page, width):
    browser_page.set_viewport_size({"width": width, "height": 740})
    browser_page.goto("/demo/")

    assert browser_page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert Axe().run(browser_page, options=VIOLATIONS).response["violations"] == []


def test_demo_people_sign_in_to_the_demo_alone(walked, settings, client):
    typed = {"login": "editor@demo.example", "password": PASSWORD}
    assert client.post("/sign-in/", typed).status_code == 302
    client.logout()
    settings.DEMO = False
    assert client.post("/sign-in/", typed).status_code == 200
