"""What readers never see, and what became of a page that they no longer see."""

import pytest
from django.db import OperationalError, connections
from django.urls import reverse

from articles.article import Article, save_draft
from articles.edition import submit
from articles.publication import publish, retract, take_down
from reviews.credential import suspend_credential
from reviews.sign_off import revoke, sign_off
from tests.conftest import SIGN_OFF
from tests.reading import JSON, PAGE, SLUG, put_up, text_of
from tests.rules import denied

# What readers never see -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("stage", ["draft", "edition", "signed"])
def test_what_is_not_published_is_not_found(client, request, stage):
    request.getfixturevalue(stage)
    edition = getattr(request.getfixturevalue(stage), "pk", 0)

    for address in (
        PAGE,
        JSON,
        f"{PAGE}?edition={edition}&preview=1&draft=true&before=0-1",
        f"{JSON}?number=1",
        PAGE.upper(),
    ):
        response = client.get(address)
        assert response.status_code == 404, address
        assert "What one survey asked" not in response.content.decode()
        assert "were asked about" not in response.content.decode()
    assert client.get("/topics/safety/").status_code == 404
    assert "What one survey asked" not in client.get("/").content.decode()


def test_newer_draft_and_edition_do_not_show(client, published, writer):
    article = Article.objects.get(slug=SLUG)
    article.title = "A bolder claim"
    save_draft(article, by=writer)
    submit(article, by=writer)

    for address in ("/", PAGE, JSON, "/topics/safety/"):
        assert "A bolder claim" not in client.get(address).content.decode()


def test_reader_reads_no_table(committed):
    with connections["public"].cursor() as cursor:
        cursor.execute("select current_user")
        assert cursor.fetchone() == ("leaf_reader",)
        for table in ("articles_article", "articles_edition", "reviews_signoff", "cms_person", "django_session"):
            with denied():
                cursor.execute(f"select * from public.{table}")
        with denied():
            cursor.execute("set local transaction_read_only = off; delete from public.articles_takedown")


# What became of a page ------------------------------------------------------------------------------------------------


def assert_notice(response, status, title):
    words = text_of(response)
    assert response.status_code == status
    assert title in words
    assert "Call 988" in words
    assert '<meta name="robots" content="noindex">' in response.content.decode()
    assert response["Cache-Control"] == "no-store"
    assert "People were asked about worry" not in words
    assert "What one survey asked" not in words


def test_retracted_page_is_gone(client, published, editor):
    retract(published.article, by=editor, reason="It was wrong: secret reason")
    response = client.get(PAGE)

    assert_notice(response, 410, "This page has been retracted")
    assert "secret reason" not in response.content.decode()
    assert client.get(JSON).status_code == 410
    assert client.get(JSON).content == b"This text is not shown at present.\n"


def test_page_taken_down_is_gone(client, published, editor):
    take_down(published.article, by=editor, reason="A doubt")

    assert_notice(client.get(PAGE), 410, "This page has been taken from view")
    assert client.get(JSON).status_code == 410


def test_page_without_its_review_says_so(client, published, doctor):
    revoke(published.edition.sign_offs.get(), by=doctor, reason="A doubt")

    assert_notice(client.get(PAGE), 200, "This page is not shown at present")
    assert client.get(JSON).status_code == 410


def test_page_whose_reviewer_was_suspended_is_not_shown_at_present(client, edition, second_doctor, compliance, editor):
    sign_off(edition, by=second_doctor, **SIGN_OFF)
    publish(edition, by=editor)
    suspend_credential(second_doctor.credentials.get(), by=compliance, reason="No longer registered")

    assert_notice(client.get(PAGE), 200, "This page is not shown at present")
    assert client.get(JSON).status_code == 410


def test_page_without_a_statement_that_it_needs_is_not_shown_at_present(client, published, statements, editor):
    take_down(statements["regulatory-status"], by=editor, reason="The agency changed its mind")

    assert_notice(client.get(PAGE), 200, "This page is not shown at present")


def test_without_any_signed_words_the_fixed_ones_stand(client, published, doctor, compliance):
    suspend_credential(doctor.credentials.get(), by=compliance, reason="Signed every statement too")
    response = client.get(PAGE)

    assert response.status_code == 410
    assert "This page is not shown" in text_of(response)
    for address in ("/", PAGE, "/no-such-page/"):
        assert "call your local emergency number now" in text_of(client.get(address))


def test_notice_names_signed_pages_on_the_same_topic(client, published, writer, doctor, editor):
    put_up(writer, doctor, editor, slug="another-survey", title="Another survey")
    take_down(published.article, by=editor, reason="A doubt")

    assert 'href="/articles/another-survey/"' in client.get(PAGE).content.decode()


def test_old_address_leads_to_the_new(client, published, writer, doctor, editor):
    article = Article.objects.get(slug=SLUG)
    article.slug = "a-better-address"
    save_draft(article, by=writer)
    edition = submit(article, by=writer)
    sign_off(edition, by=doctor, **SIGN_OFF)
    publish(edition, by=editor)

    for name in ("article", "edition-json"):
        response = client.get(reverse(name, args=[SLUG]))
        assert (response.status_code, response["Location"]) == (301, reverse(name, args=["a-better-address"]))
    assert client.get("/articles/a-better-address/").status_code == 200


@pytest.mark.parametrize("address", ["/articles/never-was/", "/no-such-page/", "/topics/law/", "/?before=nonsense"])
def test_not_found_helps(client, published, address):
    response = client.get(address)
    html = response.content.decode()

    assert response.status_code == 404
    for way_on in ('href="/"', 'href="/#topics"', 'href="#crisis-help"', 'href="tel:988"'):
        assert way_on in html


def test_database_out_of_reach_is_503_in_fixed_words(client, published):
    def broken(execute, statement, params, many, context):
        raise OperationalError("no connection to server db-secret-name")

    for address in ("/", PAGE, JSON, "/articles/never-was/", "/no-such-page/"):
        with connections["public"].execute_wrapper(broken):
            response = client.get(address)
        html = response.content.decode()
        assert response.status_code == 503, address
        assert "call your local emergency number now" in html
        assert "988" not in html
        assert "secret" not in html
