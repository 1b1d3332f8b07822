"""The whole way as its people walk it: through the browser from an empty form to a page and its end; and with real text."""

import hashlib

import pytest
from playwright.sync_api import expect

from cms.refusals import SENTENCES
from tests.people import PASSWORD, SECRET, email

# From an empty form to a page and its end -----------------------------------------------------------------------------------

ADDRESS = "/articles/what-one-ptsd-survey-asked/"
TITLE = "What one PTSD survey asked"
SUMMARY = "A survey asked people who live with trauma why they use kratom. It cannot show what kratom did."
KEY_POINTS = ["One survey asked.", "Those who answered chose to.", "Nothing here shows cause."]
HEADING = "Who was asked"
TYPED = "In 2020 a survey reached people who use kratom"
PASTED = ["Some of them named the symptoms of trauma.", "Nobody compared them with people who did not use it."]
SOURCE = "Kratom: user demographics"
TEXT = [TITLE, SUMMARY, *KEY_POINTS, HEADING, TYPED, *PASTED, SOURCE]


@pytest.mark.browser
def test_from_an_empty_form_to_a_page_and_its_end(another_page, browser_page):
    visitor = browser_page
    writer = sign_in(another_page(), "writer")
    draft_in_the_admin(writer)
    submit_for_review(writer)

    editor = sign_in(another_page(), "editor")
    publish_at_the_desk(editor, found_under="In review")
    read_that_signatures_are_missing(editor)

    doctor = sign_in(another_page(), "doctor")
    read_and_sign_what_awaits(doctor, "Medical accuracy")
    publish_at_the_desk(editor, found_under="In review")
    read_that_signatures_are_missing(editor)
    find_nothing_public(visitor)

    second_doctor = sign_in(another_page(), "second_doctor")
    read_and_sign_what_awaits(second_doctor, "Second medical review")
    find_nothing_public(visitor)
    publish_at_the_desk(editor, found_under="Signed, ready to publish")
    expect(editor.get_by_role("status")).to_have_text("Published. Readers see it now.")

    read_the_public_page(visitor)
    check_the_fingerprint(visitor)

    revoke_own_sign_off(doctor)
    read_the_notice_instead(visitor)


def sign_in(page, role):
    page.goto("/sign-in/")
    page.get_by_label("E-mail").fill(email(role))
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/desk/")
    return page


def draft_in_the_admin(writer):
    """Every field of the empty form, filled as a person does: typed, pasted, ticked and chosen."""
    writer.get_by_role("link", name="Drafts").click()
    writer.locator(".model-article").get_by_role("link", name="Add").click()
    text, reference = writer.locator("fieldset").first, writer.locator("#references-0")

    text.get_by_label("Title").press_sequentially(TITLE)
    text.get_by_label("Summary").fill(SUMMARY)
    text.get_by_label("Key points").fill("\n".join(KEY_POINTS))
    write_in_the_editor(writer.get_by_role("textbox", name="Body"))
    writer.get_by_label("PTSD and trauma").check()
    writer.get_by_role("combobox", name="person").select_option(label="Wanda Writer")
    writer.get_by_role("button", name="Add another Reference").click()
    reference.get_by_label("Key").fill("garcia2020")
    reference.get_by_label("Study design").select_option("survey")
    reference.get_by_label("Authors").fill("Garcia-Romeu A")
    reference.get_by_label("Title").fill(SOURCE)
    reference.get_by_label("Year").fill("2020")


def write_in_the_editor(editor):
    """A heading and a paragraph with its citation, typed; two paragraphs, pasted from somewhere else."""
    editor.click()
    editor.press_sequentially(f"## {HEADING}")
    editor.press("Enter")
    editor.press_sequentially(f"{TYPED} [@garcia2020].")
    editor.press("Enter")
    editor.evaluate(
        """(editor, text) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", text);
            editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }""",
        "\n\n".join(PASTED),
    )


def submit_for_review(writer):
    writer.get_by_role("button", name="Save and submit for review").click()
    expect(writer.get_by_text("Submitted: edition 1 is frozen and in review.")).to_be_visible()


def publish_at_the_desk(editor, *, found_under):
    editor.goto("/desk/")
    editor.locator("details", has=editor.get_by_role("heading", name=found_under)).get_by_role(
        "link", name=TITLE
    ).first.click()
    editor.get_by_role("button", name="Publish edition 1").click()


def read_that_signatures_are_missing(editor):
    expect(editor.get_by_role("alert")).to_contain_text(SENTENCES["signed_by_enough_reviewers"])


def read_and_sign_what_awaits(reviewer, meaning):
    reviewer.goto("/desk/")
    reviewer.locator("#awaiting").get_by_role("link", name="Read and sign").filter(has_text=TITLE).click()
    for words in TEXT:
        expect(reviewer.locator("#reading")).to_contain_text(words)
    reviewer.get_by_label(meaning).check()
    reviewer.get_by_label("Declared interests").fill("None")
    reviewer.locator("#sign").get_by_label("Your signing secret").fill(SECRET)
    reviewer.get_by_role("button", name="Sign edition 1").click()
    expect(reviewer.get_by_role("status")).to_contain_text("Signed.")


def find_nothing_public(visitor):
    assert visitor.request.get(ADDRESS).status == visitor.request.get(f"{ADDRESS}edition.json").status == 404


def read_the_public_page(visitor):
    """From the opening to the end: all that a page owes to whoever reads it."""
    visitor.goto(ADDRESS)
    page = visitor.get_by_role("article")
    section = {
        name: page.get_by_role("region", name=name)
        for name in ["Key points", "Safety", "References", "About this page"]
    }

    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(page.locator(".review-line")).to_contain_text(
        "Medically reviewed by Dr Dora Doctor, psychiatrist, and Dr Dan Doctor, psychiatrist, on "
    )
    crisis_help = page.get_by_role("group", name="Crisis help").get_by_role("link")
    assert {"tel:988", "sms:988"} <= set(crisis_help.evaluate_all("links => links.map(link => link.href)"))
    assert 0 < len(page.get_by_role("note", name="Important").inner_text().split()) <= 60
    expect(section["Key points"].get_by_role("listitem")).to_have_text(KEY_POINTS)
    expect(page.locator(".prose h2")).to_have_text([HEADING])
    expect(page.locator(".prose p")).to_have_text([f"{TYPED} [1].", *PASTED])
    expect(section["Safety"]).to_contain_text("Effective treatments for post-traumatic stress disorder (PTSD) exist.")
    expect(section["References"].locator("ol > li")).to_contain_text([SOURCE])
    expect(section["About this page"]).to_contain_text("Written by Wanda Writer.")
    expect(section["About this page"].locator("dt:text-is('Edition') + dd")).to_have_text("1")


def check_the_fingerprint(visitor):
    fingerprint = visitor.get_by_role("article").locator("dt:text-is('Fingerprint') + dd").inner_text()
    signed = visitor.request.get(visitor.get_by_role("link", name="Fetch that text").get_attribute("href"))

    assert hashlib.sha256(signed.body()).hexdigest() == fingerprint


def revoke_own_sign_off(reviewer):
    reviewer.goto("/desk/")
    reviewer.get_by_role("navigation", name="On this desk").get_by_role("link", name="Your sign-offs").click()
    reviewer.locator("#own").get_by_role("link", name="Revoke").filter(has_text=TITLE).click()
    revocation = reviewer.get_by_role("group").filter(has_text="Revoke your sign-off")
    revocation.get_by_label("Reason").fill("I overlooked how few were asked.")
    revocation.get_by_role("button", name="Revoke my sign-off now").click()
    expect(reviewer.get_by_role("status")).to_contain_text("Revoked.")


def read_the_notice_instead(visitor):
    visitor.reload()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("This page is not shown at present")
    expect(
        visitor.get_by_role("region", name="Crisis help").get_by_role("link", name="Call 988", exact=True)
    ).to_be_visible()
    for words in TEXT:
        assert words not in visitor.content()
    assert visitor.request.get(f"{ADDRESS}edition.json").status == 410
