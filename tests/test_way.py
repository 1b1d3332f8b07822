"""The whole way, as a story: a draft is submitted, signed, published, read; and what ends it."""

import hashlib

import pytest

from articles.article import State
from articles.edition import submit
from articles.public import elsewhere
from articles.publication import publish, retract, take_down
from reviews.sign_off import revoke, sign_off
from reviews.verdict import lift_refusal, refuse, request_changes
from tests.conftest import SECOND, SIGN_OFF, write
from tests.people import SECRET
from tests.reading import shown
from tests.rules import refused


def page_now(slug="what-a-survey-asked"):
    return next(iter(shown(slug=slug)), None)


def state(article):
    return State.objects.get(article=article).state


def test_from_draft_to_public_page(draft, writer, doctor, editor):
    assert state(draft) == "draft"

    edition = submit(draft, by=writer)
    assert (edition.number, state(draft), page_now()) == (1, "in review", None)

    sign_off(edition, by=doctor, **SIGN_OFF)
    assert (state(draft), page_now()) == ("signed", None)

    publish(edition, by=editor)
    page = page_now()
    assert state(draft) == "published"
    assert hashlib.sha256(page.content).digest() == bytes(page.digest) == bytes(edition.digest)
    assert [s["name"] for s in page.sign_offs] == [doctor.name]


def test_unsigned_edition_is_not_published(edition, editor):
    with refused("signed_by_enough_reviewers"):
        publish(edition, by=editor)


def test_one_of_two_signatures_is_not_enough(ptsd_edition, doctor, second_doctor, editor):
    sign_off(ptsd_edition, by=doctor, **SIGN_OFF)
    with refused("signed_by_enough_reviewers"):
        publish(ptsd_edition, by=editor)

    sign_off(ptsd_edition, by=second_doctor, **SECOND)
    publish(ptsd_edition, by=editor)
    assert page_now(ptsd_edition.slug)


def test_nobody_signs_twice(ptsd_edition, doctor):
    sign_off(ptsd_edition, by=doctor, **SIGN_OFF)
    with refused("one_sign_off_per_reviewer"):
        sign_off(ptsd_edition, by=doctor, **SECOND)


def test_revocation_ends_the_page_at_once(published, doctor):
    revoke(published.edition.sign_offs.get(), by=doctor, reason="I was wrong")

    notice, _ = elsewhere("what-a-survey-asked")
    assert (page_now(), state(published.article), notice.fate) == (None, "revoked", "revoked")
    assert notice.statement["slug"] == "notice-revoked"


@pytest.mark.parametrize(("hide", "fate"), [(take_down, "taken down"), (retract, "retracted")])
def test_editor_hides_a_page_at_once(published, editor, hide, fate):
    hide(published.article, by=editor, reason="A reader reported an error")

    assert (page_now(), state(published.article)) == (None, fate)
    assert elsewhere("what-a-survey-asked")[0].fate == fate


def test_changes_requested_end_the_review_of_that_edition(edition, writer, doctor, editor):
    request_changes(edition, by=doctor, reason="Quote the numbers")
    assert state(edition.article) == "changes requested"
    with refused("no_changes_requested"):
        sign_off(edition, by=doctor, **SIGN_OFF)
    with refused("something_new_to_submit"):
        submit(edition.article, by=writer)
    with refused("no_changes_requested"):
        publish(edition, by=editor)


def test_refusal_holds_for_later_editions_until_lifted(edition, writer, doctor, second_doctor, editor):
    verdict = refuse(edition, by=doctor, secret=SECRET, reason="It promises what nobody knows")
    article = edition.article
    article.title = "Another title"
    second = submit(write_over(article, writer), by=writer)
    sign_off(second, by=second_doctor, **SIGN_OFF)

    with refused("no_refusal_in_force"):
        publish(second, by=editor)
    lift_refusal(verdict, by=doctor, secret=SECRET, reason="The new edition says it rightly")
    publish(second, by=editor)
    assert page_now()


def write_over(article, by):
    from articles.article import save_draft

    return save_draft(article, by=by, comment="Changed")


def test_newer_edition_supersedes_and_older_never_comes_back(published, writer, doctor, editor):
    article = published.article
    article.summary = "The summary, rewritten."
    write_over(article, writer)
    assert state(article) == "published with a newer draft"

    second = submit(article, by=writer)
    sign_off(second, by=doctor, **SIGN_OFF)
    publish(second, by=editor)
    assert page_now().number == 2
    take_down(article, by=editor, reason="Wrong")
    assert page_now() is None


def test_writer_of_an_earlier_edition_stays_a_contributor(edition, second_writer, writer, doctor, one_transaction):
    doctor.groups.add(*writer.groups.all())
    edition.article.summary = "Changed by a reviewer."
    write_over(edition.article, type(doctor).objects.get(pk=doctor.pk))
    edition.article.summary = "Changed back by the writer."
    second = submit(write_over(edition.article, writer), by=writer)

    with refused("no_contributor_signs"):
        sign_off(second, by=doctor, **SIGN_OFF)


def test_reviewer_in_the_byline_cannot_sign(writer, doctor):
    from articles.article import Article, save_draft

    article = write(writer, slug="by-a-doctor")
    save_draft(Article.objects.get(pk=article.pk), by=writer, bylines=[writer, doctor])
    with refused("no_contributor_signs"):
        sign_off(submit(article, by=writer), by=doctor, **SIGN_OFF)
