"""Statements at the desk: those due are named, checked again with a source; a wrong row is looked at without, and hidden."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.article import save_draft
from articles.edition import submit
from articles.hidden_row import HiddenRow, hide_row
from articles.publication import publish, take_down
from cms.refusals import SENTENCES
from reviews.desk import standing
from reviews.recheck import Recheck
from reviews.sign_off import sign_off
from tests.conftest import SIGN_OFF
from tests.desk import address, section
from tests.people import SECRET

SOURCE = "https://988lifeline.org/"
TITLE = "Statements to check again"


@pytest.fixture
def help_now(statements):
    return statements["crisis-help"].editions.get()


@pytest.fixture
def days_pass(monkeypatch):
    """days_pass(n): the desk is asked n days later how old statements are."""
    real = standing.checks

    def days_pass(days):
        later = timedelta(days=days)
        monkeypatch.setattr(
            standing, "checks", lambda: {pk: replace(check, at=check.at + later) for pk, check in real().items()}
        )

    return days_pass


def shown(edition):
    return {"digest": edition.fingerprint}


@pytest.mark.parametrize(
    ("days", "listed", "word"), [(0, False, "published"), (23, True, "check due: shown until"), (31, True, "not shown since")]
)  # fmt: skip
def test_board_names_what_is_due_before_it_is_too_old(visit, help_now, compliance, days_pass, days, listed, word):
    days_pass(days)
    page = visit(compliance, "/desk/")
    due = section(page, TITLE)
    assert (help_now.title in due) == listed
    assert (word in due) == listed
    assert ("No statement is due to be checked." in due) != listed


def test_only_compliance_is_asked_to_check(visit, help_now, editor, writer, compliance, days_pass):
    assert section(visit(editor, "/desk/"), TITLE) == ""
    days_pass(23)
    for person in (editor, writer):
        due = section(visit(person, "/desk/"), TITLE)
        assert help_now.title in due
        assert "Check again…" not in due
        assert "It is still true" not in visit(person, address(help_now))
    assert "Check again…" in section(visit(compliance, "/desk/"), TITLE)


def test_officer_is_not_asked_about_their_own_words(visit, statements, writer, doctor, editor, compliance):
    edition = submit(save_draft(statements["crisis-help"], by=writer, bylines=[compliance]), by=writer)
    sign_off(edition, by=doctor, **SIGN_OFF)
    publish(edition, by=editor)

    assert "It is still true" not in visit(compliance, address(edition))
    page = visit(compliance, address(edition, "check/"), source=SOURCE, secret=SECRET, **shown(edition))
    assert SENTENCES["checked_by_no_contributor"] in page
    assert not Recheck.objects.exists()


def test_officer_checks_again_and_sees_before_what_readers_will(visit, help_now, compliance, client):
    page = visit(compliance, address(help_now))
    today, until = timezone.now(), timezone.now() + timedelta(days=30)
    assert f"Readers will see “Checked on {today:%-d %B %Y}” beside it, until {until:%-d %B %Y} at most." in page

    page = visit(compliance, address(help_now, "check/"), source=SOURCE, secret=SECRET, **shown(help_now))
    assert "Checked again. Readers see the day beside it." in page
    assert "<strong>Checked again</strong>" in page
    assert f"“{SOURCE}”" in page
    assert Recheck.objects.get().reason == SOURCE
    assert SOURCE not in client.get("/").content.decode().replace(f'href="{SOURCE}"', "")


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ({"source": ""}, "source_is_named"), ({"secret": "another secret of somebody"}, "same_person"),
        ({"digest": "00"}, "on_exactly_this"),
    ],
)  # fmt: skip
def test_refused_check_says_why_and_keeps_the_source(visit, help_now, compliance, typed, rule):
    page = visit(
        compliance, address(help_now, "check/"), **{"source": SOURCE, "secret": SECRET} | shown(help_now) | typed
    )
    assert SENTENCES[rule] in page
    assert (f'value="{SOURCE}"' in page) == ("source" not in typed)
    assert SECRET not in page
    assert not Recheck.objects.exists()


def test_statement_that_does_not_age_or_stand_has_no_check(visit, statements, help_now, compliance, editor):
    assert "It is still true" not in visit(compliance, address(statements["notice-ended"].editions.get()))
    take_down(help_now.article, by=editor, reason="Wrong")
    assert "It is still true" not in visit(compliance, address(help_now))


def test_editor_looks_without_the_row_and_hides_it(visit, help_now, editor):
    page = visit(editor, f"{address(help_now)}?without=2")
    reading = page.partition('id="reading"')[2].partition("</section>\n\n")[0]
    assert "As readers would see it without “Veterans Crisis Line”; nothing is hidden yet" in page
    assert "sms:838255" not in reading
    assert "sms:988" in reading
    assert not HiddenRow.objects.exists()
    assert 'value="2" ' in page.partition('id="hide-row"')[2]

    page = visit(editor, f"{address(help_now)}?open=hide-row&row=2")
    chosen = page.partition('name="contact" value="2"')[2].partition(">")[0]
    assert "checked" in chosen

    page = visit(
        editor, address(help_now, "hide-row/"), contact=2, reason="The number to text is wrong", **shown(help_now)
    )
    assert "Hidden. No page shows that row any more." in page
    assert "sms:838255" not in page
    assert "By Edith Editor on" in page
    assert "Row 2 of the contacts hidden" in page
    assert page.count("“The number to text is wrong”") == 2


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"reason": " "}, SENTENCES["reason_is_given"]), ({"contact": ""}, "Choose the row."),
        ({"contact": 1}, "That row cannot be hidden. Choose another."), ({"digest": "00"}, SENTENCES["on_exactly_this"]),
    ],
)  # fmt: skip
def test_refused_hiding_says_why(visit, help_now, editor, typed, sentence):
    hide_row(help_now, 1, by=editor, reason="Wrong")
    page = visit(
        editor, address(help_now, "hide-row/"), **{"contact": 2, "reason": "My reason"} | shown(help_now) | typed
    )
    assert sentence in page
    assert ("My reason" in page) == ("reason" not in typed)
    assert HiddenRow.objects.count() == 1


def test_last_row_that_opens_every_page_is_not_offered(visit, help_now, editor):
    opening = [place for place, row in enumerate(help_now.document()["contacts"], start=1) if row["first"]]
    *others, last = opening
    for place in others:
        hide_row(help_now, place, by=editor, reason="Wrong")
    page = visit(editor, f"{address(help_now)}?without={last}")
    name = help_now.document()["contacts"][last - 1]["name"]
    assert f"“{name}” stays: it is the last row that opens every page" in page
    assert f'name="contact" value="{last}"' not in page
    assert 'name="contact"' in page
    assert "As readers would see it without" not in page
    page = visit(editor, address(help_now, "hide-row/"), contact=last, reason="Wrong", **shown(help_now))
    assert "That row cannot be hidden." in page
    assert HiddenRow.objects.count() == len(others)


def test_last_row_has_no_button_and_the_way_out_is_named(visit, help_now, editor):
    contacts = help_now.document()["contacts"]
    stays = next(place for place, contact in enumerate(contacts, start=1) if contact["first"])
    for place in range(1, len(contacts) + 1):
        if place != stays:
            hide_row(help_now, place, by=editor, reason="Wrong")
    page = visit(editor, address(help_now))
    assert "take the statement down, and what stands in for it is shown" in page
    assert "Hide the row now" not in page


@pytest.mark.parametrize(
    ("step", "roles"), [("check/", {"compliance"}), ("hide-row/", {"editor", "compliance"})], ids=["check", "hide"]
)
def test_who_may_take_which_step(request, client, help_now, step, roles):
    for role in ["writer", "doctor", "medical_lead", "editor", "compliance", "administrator"]:
        client.force_login(request.getfixturevalue(role))
        answer = client.post(address(help_now, step), {"secret": "wrong " * 4, "reason": "x"})
        assert answer.status_code == (200 if role in roles else 403), role
    assert client.get(address(help_now, step)).status_code == 405


def test_article_has_neither_form(visit, published, editor, compliance):
    page = visit(editor, address(published.edition)) + visit(compliance, address(published.edition))
    assert "Hide a wrong row" not in page
    assert "It is still true" not in page
