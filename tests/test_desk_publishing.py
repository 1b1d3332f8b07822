"""Publishing on the desk, now and later; and what ends it: a page hidden, a signature revoked."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.article import Article, save_draft
from articles.edition import submit
from articles.publication import Publication, TakeDown, publish, take_down
from cms.refusals import SENTENCES
from reviews.sign_off import Revocation, sign_off
from tests.conftest import SIGN_OFF
from tests.desk import address, day, section, state
from tests.people import person
from tests.reading import only_page, put_up, shown


def test_editor_publishes(visit, signed, editor):
    page = visit(editor, address(signed, "publish/"), digest=signed.fingerprint)

    assert "Published. Readers see it now." in page
    assert "See the public page" in page
    assert shown(slug=signed.slug)


def test_unsigned_edition_has_the_button_and_the_database_says_no(visit, edition, editor):
    assert "Publish edition 1</button>" in visit(editor, address(edition))

    page = visit(editor, address(edition, "publish/"), digest=edition.fingerprint)
    assert page.count(f"{SENTENCES['signed_by_enough_reviewers']} Missing: medical accuracy.") == 2
    assert 'href="#publish"' in page
    assert not Publication.objects.filter(edition=edition).exists()


def test_editor_publishes_later_in_utc(visit, signed, editor):
    page = visit(editor, address(signed, "publish/"), digest=signed.fingerprint, starts_at=f"{day(3)}T09:00")

    publication = Publication.objects.get(edition=signed)
    assert f"Scheduled: readers see it from {publication.starts_at:%-d %B %Y}, 09:00 UTC." in page
    assert publication.starts_at.isoformat() == f"{day(3)}T09:00:00+00:00"
    page = visit(editor, "/desk/")
    assert signed.title in section(page, "Scheduled")
    assert f"{publication.starts_at:%B %Y}, 09:00 UTC" in section(page, "Scheduled")


def test_schedule_of_what_was_never_public_is_cancelled_not_taken_down(visit, signed, editor):
    publish(signed, by=editor, starts_at=timezone.now() + timedelta(days=1))

    assert "Cancel the schedule…" in section(visit(editor, "/desk/"), "Scheduled")
    page = visit(editor, address(signed))
    assert "Cancel the schedule</button>" in page
    assert "Retract the article now" not in page
    assert "Take the page down now" not in page
    page = visit(editor, address(signed, "take-down/"), reason="Too early")
    assert "Not scheduled any more: nothing was public." in page
    assert "Retract the article now" not in page
    assert state(signed.article) == "signed"


def test_schedule_beside_a_public_edition_is_taken_down_with_it(visit, published, writer, doctor, editor):
    article = Article.objects.get(pk=published.article_id)
    article.summary = "The summary, rewritten."
    second = submit(save_draft(article, by=writer), by=writer)
    sign_off(second, by=doctor, **SIGN_OFF)
    publish(second, by=editor, starts_at=timezone.now() + timedelta(days=1))

    page = visit(editor, "/desk/") + visit(editor, address(second))
    assert "Cancel the schedule" not in page
    assert "Take the page down now</button>" in page
    assert "Taken down. Readers see a notice" in visit(editor, address(second, "take-down/"), reason="Wrong")


def test_time_after_the_sign_offs_is_refused_with_their_end(visit, signed, editor):
    ends_at = signed.sign_offs.get().ends_at
    page = visit(editor, address(signed, "publish/"), digest=signed.fingerprint, starts_at="2090-01-01T09:00")

    assert f"{SENTENCES['signed_when_it_starts']} They end on {ends_at:%-d %B %Y, %H:%M} UTC." in page


@pytest.mark.parametrize(
    ("starts_at", "sentence"),
    [("2020-01-01T09:00", SENTENCES["not_in_the_past"]), ("soon", "Write a date and a time")], ids=["past", "nonsense"],
)  # fmt: skip
def test_wrong_time_is_refused_beside_the_time(visit, signed, editor, starts_at, sentence):
    page = visit(
        editor, address(signed, "publish/"), digest=signed.fingerprint, starts_at=starts_at, reason="My reason"
    )

    assert sentence in page
    assert 'href="#publish-starts_at-field"' in page
    assert "My reason" in page
    assert not Publication.objects.filter(edition=signed).exists()


def test_way_back_to_an_older_edition_asks_for_the_reason(visit, published, writer, doctor, editor):
    article = Article.objects.get(pk=published.article_id)
    article.summary = "The summary, rewritten."
    second = submit(save_draft(article, by=writer), by=writer)
    sign_off(second, by=doctor, **SIGN_OFF)
    publish(second, by=editor)
    first = published.edition

    page = visit(editor, address(first, "publish/"), digest=first.fingerprint)
    assert SENTENCES["no_silent_step_back"] in page
    assert 'href="#publish-reason-field"' in page
    visit(editor, address(first, "publish/"), digest=first.fingerprint, reason="The second had a wrong number")
    assert only_page(slug=first.slug).number == 1


@pytest.mark.parametrize(("step", "kind"), [("take-down/", "taken down"), ("retract/", "retracted")])
@pytest.mark.parametrize("who", ["editor", "compliance"])
def test_page_is_hidden(visit, published, who, step, kind):
    visit(person(who), address(published.edition, step), reason="A reader reported an error")

    assert state(published.article) == kind
    assert TakeDown.objects.get().reason == "A reader reported an error"
    page = visit(person(who), address(published.edition))
    assert "Take the page down now" not in page
    assert ("Retract the article now" in page) == (kind == "taken down")


def test_page_is_hidden_with_a_reason_only(visit, published, editor):
    page = visit(editor, address(published.edition, "take-down/"), reason="")

    assert SENTENCES["reason_is_given"] in page
    assert state(published.article) == "published"


def test_never_published_article_has_nothing_to_take_down(visit, edition, editor):
    assert "Take the page down now" not in visit(editor, address(edition))
    assert SENTENCES["something_to_take_down"] in visit(editor, address(edition, "take-down/"), reason="A reason")


@pytest.mark.parametrize("who", ["doctor", "compliance"])
def test_sign_off_is_revoked_without_a_secret(visit, published, who):
    signature = published.edition.sign_offs.get()
    assert f'id="revoke-{signature.pk}"' in visit(person(who), address(published.edition))

    page = visit(person(who), address(published.edition, f"revoke/{signature.pk}/"), reason="I was wrong")
    assert "no longer public" in page
    assert Revocation.objects.get().reason == "I was wrong"
    assert state(published.article) == "revoked"


def test_another_reviewer_does_not_revoke(visit, signed, second_doctor):
    signature = signed.sign_offs.get()

    assert f"revoke-{signature.pk}" not in visit(second_doctor, address(signed))
    visit(second_doctor, address(signed, f"revoke/{signature.pk}/"), reason="I would not have")
    assert visit.status == 403
    assert not Revocation.objects.exists()


def test_sign_off_of_another_edition_is_not_found_here(visit, signed, ptsd_edition, doctor):
    visit(doctor, address(ptsd_edition, f"revoke/{signed.sign_offs.get().pk}/"), reason="A reason")
    assert visit.status == 404


# Statements -----------------------------------------------------------------------------------------------------------


def warnings(page, *forms):
    """The first words of each of these forms of the edition's screen."""
    return [page.partition(f'id="{form}')[2].partition("</summary>")[2].strip().partition("</p>")[0] for form in forms]


def test_hiding_a_statement_says_what_readers_lose(visit, published, statements, writer, doctor, editor, compliance):
    put_up(writer, doctor, editor, slug="another-survey", title="Another survey")
    page = visit(compliance, address(statements["regulatory-status"].editions.get()))

    for warning in warnings(page, "take-down", "retract", "revoke-"):
        assert "2 public articles need this statement." in warning
        assert "Readers lose all of them at once, until an edition of it is published again." in warning
    take_down(published.article, by=editor, reason="Wrong")
    page = visit(compliance, address(statements["regulatory-status"].editions.get()))
    assert (
        "One public article needs this statement.</strong> Readers lose that article" in warnings(page, "take-down")[0]
    )
    page = visit(compliance, address(statements["notice-ended"].editions.get()))
    assert "No public article needs this statement at present." in warnings(page, "take-down")[0]


def test_hiding_crisis_help_says_what_stands_in_for_it(visit, published, statements, editor):
    page = visit(editor, address(statements["crisis-help"].editions.get()))
    assert "Every page then shows “Crisis help without numbers” in its place" in warnings(page, "take-down")[0]

    take_down(statements["crisis-help"], by=editor, reason="A wrong number")
    assert shown(slug=published.edition.slug)
    page = visit(editor, address(statements["crisis-help-without-numbers"].editions.get()))
    assert "One public article needs this statement." in warnings(page, "take-down")[0]


def test_hiding_an_article_warns_of_no_statement(visit, published, editor):
    assert "this statement" not in visit(editor, address(published.edition))
