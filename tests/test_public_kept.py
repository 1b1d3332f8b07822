"""A page is written out once and kept for as long as everything that decides how it looks stays the same."""

from datetime import timedelta

import psycopg
import pytest
from django.core.cache import caches
from django.utils import timezone

from articles.article import save_draft
from articles.edition import submit
from articles.public import Answer, LiveArticle
from articles.publication import publish, take_down
from reviews.sign_off import revoke, sign_off
from tests.conftest import SIGN_OFF
from tests.databases import login
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
    before = LiveArticle.objects.condition(SLUG).condition
    take_down(statements["crisis-help"], by=editor, reason="A number is wrong")
    assert LiveArticle.objects.condition(SLUG).condition != before
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
    assert " due " in LiveArticle.objects.condition(SLUG).condition


@pytest.mark.parametrize("digest", [True, False], ids=["text", "signature"])
def test_number_that_comes_again_for_something_else_is_another_condition(published, digest):
    """As after a restore: the condition names texts by their digest and signatures by their instant too."""
    condition = LiveArticle.objects.condition(SLUG).condition
    sign_off_of_it = published.edition.sign_offs.get()
    assert (
        bytes(published.digest).hex() if digest else f"{sign_off_of_it.pk}@{sign_off_of_it.signed_at:%Y-%m-%d}"
    ) in condition


def test_page_is_kept_once_whatever_host_and_port_a_reader_names(client, published, settings):
    settings.SITE_URL, settings.ALLOWED_HOSTS = "", ["*"]
    hosts = ["testserver", *(f"{name}:{port}" for name in ("a.example", "b.example") for port in range(1, 20))]
    with queries() as asked:
        pages = [client.get(PAGE, headers={"host": host}) for host in hosts]

    for host, page in zip(hosts, pages, strict=True):
        assert f'<link rel="canonical" href="http://{host}{PAGE}">' in page.content.decode()
        assert ".invalid" not in page.content.decode()
        assert client.get(PAGE, headers={"host": host, "if-none-match": page["ETag"]}).status_code == 304
    assert len({page["ETag"] for page in pages}) == len(hosts)
    assert len(caches["pages"]._cache) == 1
    assert len(asked["public"]) == len(hosts) + 1  # written out once


def test_page_names_the_site_as_its_setting_does_whatever_a_reader_names(client, published, settings):
    settings.SITE_URL, settings.ALLOWED_HOSTS = "https://leaf.example", ["*"]
    pages = {client.get(PAGE, headers={"host": host}).content for host in ("testserver", "a.example:1")}
    assert len(pages) == 1
    assert f'<link rel="canonical" href="https://leaf.example{PAGE}">' in pages.pop().decode()


# What the gate answered before ------------------------------------------------------------------------------------------


def holds(tries=100):
    """Whether the database said of an answer that it still holds. Tests beside this one write to the same server."""
    for _ in range(tries):
        answer = LiveArticle.objects.condition(SLUG)
        if LiveArticle.objects.condition(SLUG, before=answer) is answer:
            return answer
    return None


def test_answer_holds_while_nothing_is_written(committed, published):
    answer = holds()
    assert answer.seen
    assert answer.until > timezone.now() + timedelta(seconds=50)


@pytest.mark.parametrize(
    "write",
    [
        "insert into django_session values ('k', 'v', now())",
        "update articles_article set title = 'Another title' where kind = 'article'",
        "begin; savepoint s; insert into django_session values ('k', 'v', now()); release savepoint s; commit",
    ],
    ids=["no evidence", "draft", "within a savepoint"],
)
def test_answer_is_forgotten_at_any_write_of_anybody(committed, published, as_superuser, write):
    answer = holds()
    as_superuser.execute("set signed_leaf.person = '1'")
    as_superuser.execute(write)
    assert LiveArticle.objects.condition(SLUG, before=answer) is not answer


def test_answer_is_forgotten_when_what_was_underway_ends(committed, published, template):
    """The same transactions had begun; the one that ends is not the newest."""
    with psycopg.connect(login("leaf_app", committed)) as older, psycopg.connect(login("leaf_app", committed)) as newer:
        for number, connection in enumerate([older, newer]):
            connection.execute("insert into django_session values (%s, 'v', now())", [number])
        answer = holds()
        older.commit()
        assert LiveArticle.objects.condition(SLUG, before=answer) is not answer


def test_answer_promises_nothing_within_a_transaction_that_writes(published):
    """It does not see itself in its snapshot."""
    answer = LiveArticle.objects.condition(SLUG)
    assert answer.condition
    assert answer.seen is None
    assert LiveArticle.objects.condition(SLUG, before=answer) is not answer


def test_answer_ends_with_its_minute(committed, published):
    answer = LiveArticle.objects.condition(SLUG)._replace(until=timezone.now())
    assert LiveArticle.objects.condition(SLUG, before=answer) is not answer


def test_answer_from_before_a_crash_says_nothing(committed, published, as_superuser):
    """After a crash, numbers of transactions may come again. Recovery ends with a checkpoint."""
    answer = LiveArticle.objects.condition(SLUG)
    begun, snapshot = answer.seen.split(" ")
    as_superuser.execute("checkpoint")
    now = LiveArticle.objects.condition(SLUG, before=answer)
    assert now is not answer
    assert now.seen.split(" ")[0] != begun
    assert LiveArticle.objects.condition(SLUG, before=now._replace(seen=f"{begun} {snapshot}")).seen != answer.seen


def test_nothing_is_promised_over_an_instant_that_is_known(committed, published, writer, doctor, editor):
    """The next edition is to start within the minute, so this one ends by then."""
    article = published.article
    article.title = "What another survey asked"
    save_draft(article, by=writer, comment="Title")
    edition = submit(article, by=writer)
    sign_off(edition, by=doctor, **SIGN_OFF)
    publish(edition, by=editor, starts_at=timezone.now() + timedelta(seconds=30))
    answer = LiveArticle.objects.condition(SLUG)
    assert answer.condition
    assert answer.seen is None
    assert answer.until is None


def test_reader_cannot_be_told_that_the_gate_answered(committed, published, doctor):
    """Whatever is said to have been answered before, a page that is gone stays gone."""
    revoke(published.edition.sign_offs.get(), by=doctor, reason="I was wrong")
    assert LiveArticle.objects.condition(SLUG) == Answer(None)
    assert LiveArticle.objects.condition(SLUG, before=Answer("1 2 3", "1 2:2:", None)) == Answer(None)


def test_nothing_is_promised_while_a_rule_is_about_to_begin(committed, published, as_owner):
    """Its next version may end again what it began: the page is gone in between, and the same at both ends."""
    for version, words, seconds in [(1, ["survey"], 20), (2, ["elsewhere"], 40)]:
        as_owner.execute(
            'insert into articles_disclaimer (code, version, name, short, "full", position, placement, drawn_by, always,'
            " topics, words, flags, designs, source, note, binding_at) values ('D-GAP', %s, 'Gap', '', 'Full.', 99, 'safety',"
            " 'text', false, '{}', %s, '{}', '{}', '', '', clock_timestamp() + make_interval(secs => %s))",
            [version, words, seconds],
        )

    answer = LiveArticle.objects.condition(SLUG)
    assert answer.condition
    assert (answer.seen, answer.until) == (None, None)
