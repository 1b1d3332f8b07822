"""The whole way as its people walk it: through the browser from an empty form to a page and its end; and with real text."""

import hashlib
from contextlib import contextmanager
from io import StringIO
from urllib.parse import urljoin

import psycopg
import pytest
import rfc8785
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection
from django.test import Client
from lxml import html
from playwright.sync_api import expect

from articles.article import Article, save_draft
from articles.edition import submit
from cms.postgresql.embedded import server
from cms.refusals import SENTENCES
from reviews.credential import proof
from reviews.policy import Policy
from tests.people import PASSWORD, SECRET, email, give_credential, person
from tests.reading import shown

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
    page.get_by_role("button", name="Sign in", exact=True).click()
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
    writer.get_by_label("No company paid for this page").check()
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


# Real text, from its file to its readers ------------------------------------------------------------------------------------


@pytest.fixture
def imported(seeds, writer):
    """The articles of the real texts, in the order of the files, as the import leaves them to their writer."""
    call_command("import_articles", *map(str, seeds), author=writer.email, stdout=StringIO())
    return [Article.objects.get(source_digest=hashlib.sha256(file.read_bytes()).hexdigest()) for file in seeds]


@pytest.fixture
def finished(imported, doctor, second_doctor):
    """The first of them, finished and submitted by its writer; two reviewers know every topic of it. Gives the edition."""
    edition = finish_in_the_admin(imported[0])
    for reviewer in [doctor, second_doctor]:
        give_credential(reviewer, specialties=edition.topics)
    return edition


def test_imported_text_reaches_readers_word_for_word(finished, seeds):
    asked_for = Policy.objects.get(pk=finished.policy_id).requires
    for role, meaning in zip(["doctor", "second_doctor", "lawyer"], asked_for, strict=True):
        assert Client().get("/articles/kratom-and-ptsd/").status_code == 404
        signing = {"meaning": meaning, "interests": "None", "secret": SECRET}
        assert "Signed." in words(press(enter(role), desk(finished), "Sign edition 1", **signing))
    assert "Readers see it now." in words(press(enter("editor"), desk(finished), "Publish edition 1"))

    page = html.fromstring(Client().get("/articles/kratom-and-ptsd/").text).find(".//article")
    assert blocks(page.find_class("prose")[0]) == blocks(html.fragment_fromstring(finished.html, "div"))
    for line in seeds[0].read_text(encoding="utf-8").splitlines():
        if not line.startswith("- "):  # the file's list of contents, which the page draws itself
            assert words(line) in words(page)
    required = required_disclaimers(finished)
    assert sorted(required) == finished.disclaimers
    assert len(required) > 10
    for full in required.values():
        assert words(full) in words(page)


def finish_in_the_admin(article):
    """What the import cannot know, given by the writer through the form of the draft, and submitted from there."""
    assert article.title_is_proposed
    page = press(
        enter("writer"), f"/admin/articles/article/{article.pk}/change/", "Save and submit for review",
        title="Kratom and PTSD", title_is_proposed=False, slug="kratom-and-ptsd", key_points="One.\nTwo.\nThree.",
        paid="nobody", **{"bylines-0-person": str(person("writer").pk)},
    )  # fmt: skip
    assert "edition 1 is frozen and in review" in words(page)
    article.refresh_from_db()
    assert not article.title_is_proposed
    return article.editions.get()


def enter(role):
    """A browser without scripts, in which this person signed in at the door."""
    browser = Client(enforce_csrf_checks=True)
    press(browser, "/sign-in/", "Sign in", login=email(role), password=PASSWORD)
    return browser


def press(browser, address, button, **typed):
    """Open the page, type into the form of this button and press it. Gives the page that comes back.

    The form is sent as a browser sends it: with all that it holds already.
    """
    page = html.fromstring(browser.get(address).text)
    [pressed] = page.xpath(f"//form//button[.='{button}'] | //form//input[@type='submit'][@value='{button}']")
    form = next(pressed.iterancestors("form"))
    form.fields.update(typed)
    sent = {pressed.get("name"): [button]} if pressed.get("name") else {}
    for name, value in form.form_values():
        # The line break that opens a text box is not part of its text.
        sent.setdefault(name, []).append(value.removeprefix("\n"))
    return html.fromstring(browser.post(urljoin(address, form.action), sent, follow=True).text)


def desk(edition):
    return f"/desk/editions/{edition.pk}/"


def words(text):
    """Of a page, an element of it or a plain text: the words that a reader sees, parted by single spaces."""
    return " ".join((text if isinstance(text, str) else text.text_content()).split())


def blocks(prose):
    """The paragraphs, headings and list items of a text, each with its tag."""
    return [(block.tag, words(block)) for block in prose.iter("p", "h2", "h3", "li")]


def required_disclaimers(edition):
    """What the database asks of this edition at this moment: full texts, by code and version."""
    with connection.cursor() as cursor:
        cursor.execute(
            """select d.code || '.' || d.version, d."full" from articles_edition e,
               gate.required_disclaimers(e.words, e.topics, e.flags, e.designs, clock_timestamp()) d where e.id = %s""",
            [edition.pk],
        )
        return dict(cursor.fetchall())


# The same text, past every screen -------------------------------------------------------------------------------------------


@pytest.fixture
def app(committed):
    """A connection of leaf_app to the `committed` database, with nothing of ours in between."""
    with psycopg.connect(server("test").url("leaf_app", committed), autocommit=True) as login:
        yield login


@contextmanager
def refused_by_postgresql(rule):
    with pytest.raises(psycopg.errors.CheckViolation) as refusal:
        yield
    assert refusal.value.diag.constraint_name == rule


def publish(app, edition):
    app.execute("select act.publish(%s, %s, %s, null, null)", [edition.pk, edition.digest, person("editor").pk])


def sign(app, edition, role):
    reviewer, meaning = person(role), {
        "doctor": "medical accuracy", "second_doctor": "second medical review", "lawyer": "legal check",
    }[role]  # fmt: skip
    app.execute(
        "select act.sign_off(%s, %s, %s, %s, %s, 'None')",
        [edition.pk, edition.digest, reviewer.pk, proof(reviewer, SECRET), meaning],
    )


def revoke(app, edition, role):
    sign_off = edition.sign_offs.get(reviewer=person(role))
    app.execute("select act.revoke(%s, %s, 'I was wrong')", [sign_off.pk, person(role).pk])


def submit_an_edition_by(app, edition, role):
    """This reviewer, a writer too from now on, submits an edition; the writer takes every word of it back in the next."""
    person(role).groups.add(Group.objects.get(name="Writer"))
    article, summary = edition.article, edition.summary
    for by, article.summary in [(person(role), "Other words."), (person("writer"), summary)]:
        submit(save_draft(article, by=by), by=by)


def submit_with_a_byline_of(app, edition, role):
    writer = person("writer")
    submit(save_draft(edition.article, by=writer, bylines=[writer, person(role)]), by=writer)


def newest(edition):
    return edition.article.editions.order_by("number").last()


ALL_SIGN = [(sign, "doctor"), (sign, "second_doctor"), (sign, "lawyer")]


@pytest.mark.parametrize(
    ("before", "attempt", "rule"),
    [
        ([], (publish,), "signed_by_enough_reviewers"),
        ([(sign, "doctor")], (publish,), "signed_by_enough_reviewers"),
        ([(submit_an_edition_by, "second_doctor")], (sign, "second_doctor"), "no_contributor_signs"),
        ([(submit_with_a_byline_of, "second_doctor")], (sign, "second_doctor"), "no_contributor_signs"),
        ([*ALL_SIGN, (submit_an_edition_by, "second_doctor")], (publish,), "signed_by_enough_reviewers"),
        ([*ALL_SIGN, (revoke, "doctor")], (publish,), "signed_by_enough_reviewers"),
        ([*ALL_SIGN, (publish,), (revoke, "second_doctor")], (publish,), "signed_by_enough_reviewers"),
    ],
    ids=[
        "no signature", "one of three", "by the writer of an earlier edition", "by one in the byline",
        "all on an earlier edition of the very text", "one of three revoked", "one of three revoked once it was public",
    ],
)  # fmt: skip
def test_postgresql_refuses_the_same_text(app, finished, before, attempt, rule):
    for step, *arguments in before:
        step(app, newest(finished), *arguments)

    step, *arguments = attempt
    with refused_by_postgresql(rule):
        step(app, newest(finished), *arguments)

    assert not shown()


def test_postgresql_keeps_no_edition_without_one_of_its_disclaimers(app, as_owner, finished):
    """The application inserts no edition at all, and of the owner, who may, none is taken with a disclaimer left out."""

    def insert(login, disclaimers):
        content = rfc8785.dumps(finished.document() | {"number": 2, "disclaimers": disclaimers})
        login.execute(
            "insert into articles_edition (content, draft_digest, submitted_by_id, submitted_at) values (%s, %s, %s, now())",
            [content, finished.draft_digest, finished.submitted_by_id],
        )

    required = finished.document()["disclaimers"]
    for left_out in required:
        carried = [disclaimer for disclaimer in required if disclaimer != left_out]
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            insert(app, carried)
        with refused_by_postgresql("carries_required_disclaimers"):
            insert(as_owner, carried)
    insert(as_owner, required)


def test_page_without_a_disclaimer_asked_for_since_then_is_gone_and_refused(app, as_owner, finished):
    for step, *arguments in [*ALL_SIGN, (publish,)]:
        step(app, finished, *arguments)
    assert shown()

    as_owner.execute(
        """insert into articles_disclaimer (code, version, name, short, "full", position, placement, drawn_by, always,
                                            topics, words, flags, designs, source, note, binding_at)
           select code, version + 1, name, short, "full" || ' Newly worded.', position, placement, drawn_by, always,
                  topics, words, flags, designs, source, note, clock_timestamp()
           from articles_disclaimer where code = 'D-INFO'"""
    )

    assert not shown()
    with refused_by_postgresql("carries_required_disclaimers"):
        publish(app, finished)
