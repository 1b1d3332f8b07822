"""An edition on the desk: what readers would see, what stands about it, and what happened to it."""

import pytest

from articles.article import Article, save_draft
from articles.edition import submit
from articles.publication import take_down
from reviews.sign_off import revoke
from tests.desk import address


def test_edition_is_shown_with_what_stands_about_it(visit, ptsd_edition, writer, doctor):
    page = visit(doctor, address(ptsd_edition))

    assert "As readers would see it; not public" in page
    assert ptsd_edition.fingerprint in page
    assert "Two medical signatures by two people" in page
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
