"""A page is written out once and kept for as long as everything that decides how it looks stays the same."""

import pytest

from articles.article import save_draft
from articles.edition import submit
from articles.public import LiveArticle
from articles.publication import publish, take_down
from reviews.sign_off import revoke, sign_off
from tests.conftest import SIGN_OFF
from tests.reading import PAGE, SLUG
from tests.test_public_http import queries


def new_edition(article, by, doctor, editor):
    edition = submit(article, by=by)
    sign_off(edition, by=doctor, **SIGN_OFF)
    return publish(edition, by=editor)


def test_second_reader_gets_the_same_bytes_for_one_question(client, published):
    first = client.get(PAGE)
    with queries() as asked:
        second = client.get(PAGE)

    assert second.content == first.content
    assert second["ETag"] == first["ETag"]
    assert len(asked["public"]) == 1
    assert client.get(PAGE, headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_kept_page_is_shown_to_nobody_once_its_signature_is_gone(client, published, doctor):
    assert client.get(PAGE).status_code == 200
    revoke(published.edition.sign_offs.get(), by=doctor, reason="I was wrong")
    response = client.get(PAGE)
    assert "were asked about" not in response.content.decode()


def test_next_edition_shows_at_once(client, published, writer, doctor, editor):
    before = client.get(PAGE).content
    article = published.article
    article.title = "What another survey asked"
    save_draft(article, by=writer, comment="Title")
    new_edition(article, writer, doctor, editor)
    after = client.get(PAGE).content
    assert after != before
    assert b"What another survey asked" in after


def test_next_edition_of_a_statement_shows_at_once(client, published, statements, writer, doctor, editor):
    client.get(PAGE)
    statement = statements["crisis-help"]
    statement.body = "<p>Call somebody now.</p>"
    save_draft(statement, by=writer, comment="Shorter")
    new_edition(statement, writer, doctor, editor)
    assert "Call somebody now." in client.get(PAGE).content.decode()


def test_fallback_shows_at_once(client, published, statements, editor):
    client.get(PAGE)
    before = LiveArticle.objects.condition(SLUG)
    take_down(statements["crisis-help"], by=editor, reason="A number is wrong")
    assert LiveArticle.objects.condition(SLUG) != before
    assert "tel:" not in client.get(PAGE).content.decode()


def test_republished_edition_gets_its_own_page(client, signed, second_doctor, editor):
    publish(signed, by=editor)
    client.get(PAGE)
    sign_off(signed, by=second_doctor, **SIGN_OFF)
    publish(signed, by=editor, reason="A second signature")
    assert second_doctor.name in client.get(PAGE).content.decode()


def test_kept_page_says_so_once_its_review_is_overdue(client, committed, published, as_superuser):
    """The signature is moved 400 days into the past, with everything that its row says about time."""
    before = client.get(PAGE).content.decode()
    as_superuser.execute("set session_replication_role = replica")
    as_superuser.execute("alter table reviews_signoff disable trigger append_only")
    as_superuser.execute(
        "update reviews_signoff set verified_at = verified_at - interval '400 days', signed_at = was,"
        " review_due_at = (was at time zone 'UTC' + review_after) at time zone 'UTC',"
        " ends_at = (was at time zone 'UTC' + ends_after) at time zone 'UTC'"
        " from (select id as which, signed_at - interval '400 days' as was from reviews_signoff) past"
        " where id = which and edition_id = %s",
        [published.edition_id],
    )
    assert "overdue" not in before
    assert "This review has been overdue since" in client.get(PAGE).content.decode()
    assert " due " in LiveArticle.objects.condition(SLUG)


@pytest.mark.parametrize("digest", [True, False], ids=["text", "signature"])
def test_number_that_comes_again_for_something_else_is_another_condition(published, digest):
    """As after a restore: the condition names texts by their digest and signatures by their instant too."""
    condition = LiveArticle.objects.condition(SLUG)
    sign_off_of_it = published.edition.sign_offs.get()
    assert (
        bytes(published.digest).hex() if digest else f"{sign_off_of_it.pk}@{sign_off_of_it.signed_at:%Y-%m-%d}"
    ) in condition
