"""An edition on the desk: what readers would see, what stands about it, and what happened to it."""

import re

import pytest

from articles.article import Article, save_draft
from articles.edition import submit
from articles.publication import take_down
from reviews.sign_off import revoke, sign_off
from reviews.verdict import request_changes
from tests.conftest import SIGN_OFF, write
from tests.desk import address, stranger


def test_edition_is_shown_with_what_stands_about_it(visit, ptsd_edition, writer, doctor):
    page = visit(doctor, address(ptsd_edition))

    assert "As readers would see it; not public" in page
    assert ptsd_edition.fingerprint in page
    assert "two medical signatures by two people" in page
    assert writer.name in page
    assert "988 Suicide & Crisis Lifeline" in page
    assert "General information only." in page
    assert "is needed on this page" not in page


def test_needed_statement_without_a_current_edition_is_named(visit, edition, statements, editor, doctor):
    take_down(statements["legal-status"], by=editor, reason="Out of date")

    page = visit(doctor, address(edition))
    link = f'<a href="{address(statements["legal-status"].editions.get())}">Kratom and the law</a>'
    assert f"The statement <strong>{link}</strong> is needed on this page and is not public." in page


@pytest.mark.parametrize("slug", ["crisis-help", "legal-status"])
def test_statement_is_read_like_any_edition(visit, statements, doctor, slug):
    edition = statements[slug].editions.get()

    page = visit(doctor, address(edition))
    assert visit.status == 200
    assert edition.title in page
    assert "What readers see" in page


def test_older_edition_points_to_the_newest(visit, published, writer, editor):
    article = Article.objects.get(pk=published.article_id)
    article.summary = "The summary, rewritten."
    second = submit(save_draft(article, by=writer), by=writer)

    page = visit(editor, address(published.edition))
    assert "This is not the newest edition." in page
    assert f'href="{address(second)}"' in page


@pytest.fixture
def second(edition, writer, doctor):
    """The second edition, after the doctor asked for changes to the first."""
    request_changes(edition, by=doctor, reason="Say who was asked")
    article = Article.objects.get(pk=edition.article_id)
    article.summary = "A survey asked grown people who use kratom about worry. It cannot show cause."
    return submit(save_draft(article, by=writer), by=writer)


def test_next_edition_shows_what_was_asked_and_leads_to_what_changed(visit, edition, second, doctor):
    page = visit(doctor, address(second)).partition('id="reading"')[0]
    assert "Dr Dora Doctor asked of the edition before this one: “Say who was asked”" in page
    assert f'<a href="{address(second, "since/1/")}">What changed since edition 1</a>' in page
    assert "What changed since" not in visit(doctor, address(edition))

    page = visit(doctor, address(second, "since/1/"))
    assert re.search(r"A survey asked <ins>grown ?</ins> ?people", page)
    assert "<del>" not in page.partition("<h2")[2]
    assert "Unchanged: Title, Address, Key points, Body" in page


def test_reviewer_compares_with_the_last_edition_they_signed(visit, writer, doctor, second_doctor):
    article, editions = write(writer), []
    for number in (1, 2, 3):
        article = Article.objects.get(pk=article.pk)
        article.summary = f"Summary number {number}."
        editions.append(submit(save_draft(article, by=writer), by=writer))
        if number == 1:
            sign_off(editions[0], by=doctor, **SIGN_OFF)

    assert "What changed since edition 1" in visit(doctor, address(editions[2]))
    assert "What changed since edition 2" in visit(second_doctor, address(editions[2]))


def test_changes_are_of_two_editions_of_one_article_for_people_of_the_desk(visit, second, ptsd_edition, doctor):
    for who, screen, status in [
        (doctor, address(second, "since/7/"), 404), (doctor, address(ptsd_edition, "since/2/"), 404),
        (stranger(), address(second, "since/1/"), 403),
    ]:  # fmt: skip
        visit(who, screen)
        assert visit.status == status


def test_record_tells_what_happened(visit, published, doctor, editor):
    revoke(published.edition.sign_offs.get(), by=doctor, reason="I was wrong about the dose")
    take_down(published.article, by=editor, reason="A reader asked")

    record = visit(editor, address(published.edition)).partition('id="record"')[2]
    for told in [
        "Submitted", "Signed: medical accuracy", "Declared interests: None", "Published", "Revoked the signature of",
        "I was wrong about the dose", "Taken down", "A reader asked",
    ]:  # fmt: skip
        assert told in record


def test_there_is_no_such_edition(visit, doctor):
    visit(doctor, "/desk/editions/999999/")
    assert visit.status == 404
