"""The public lists: the newest pages first, each once, and nothing beyond the last."""

import re
from datetime import timedelta
from time import sleep

import pytest
from django.utils import timezone

from articles.edition import submit
from articles.publication import publish, take_down
from reviews.sign_off import revoke, sign_off
from tests.conftest import SIGN_OFF, write
from tests.databases import run
from tests.reading import PAGE, put_up, text_of


def test_home_shows_title_summary_topics_and_dates(client, published):
    words = text_of(client.get("/"))

    for part in ("What one survey asked", "A survey asked people", "Safety", "Reviewed on", "Published on"):
        assert part in words


def test_empty_home_helps(client, one_transaction):
    words = text_of(client.get("/"))

    assert "No article is public at present" in words
    assert "Call 988" in words


def test_pages_follow_each_other_without_gap_or_repeat(client, writer, doctor, editor, monkeypatch):
    monkeypatch.setattr("articles.views.A_PAGE", 2)
    for number in range(5):
        put_up(writer, doctor, editor, slug=f"article-{number}", title=f"Article {number}")

    for start in ("/", "/topics/safety/"):
        seen, address = [], start
        while address:
            html = client.get(address).content.decode()
            seen += re.findall(r'<h2><a href="/articles/(article-\d)/">', html)
            older = re.search(r'href="(\?before=[^"]+)"', html)
            address = older and start + older[1]
        assert seen == [f"article-{number}" for number in (4, 3, 2, 1, 0)]


@pytest.mark.parametrize(
    "key", ["", "1", "x-y", "-1-1", "1--1", "1-1-1", "f" * 40 + "-1", "1-" + "f" * 16, "1-1%00", "'", "٣-1"]
)
def test_key_that_is_none_of_ours_is_not_found(client, published, key):
    for address in ("/", "/topics/safety/"):
        assert client.get(f"{address}?before={key}").status_code == 404


def test_nothing_beyond_the_last_page(client, published):
    assert client.get("/?before=0-1").status_code == 404
    assert client.get("/topics/safety/?before=0-1").status_code == 404


def test_topic_whose_last_article_is_hidden_says_that_none_is_public(client, published, editor):
    take_down(published.article, by=editor, reason="A doubt")

    for address, said in [
        ("/topics/safety/", "No article on “Safety” is public at present."),
        ("/topics/x/", "We could"),
    ]:
        response = client.get(address)
        assert response.status_code == 404
        assert said in text_of(response)
        assert "Call 988" in text_of(response)


def test_article_links_to_its_topics(client, published):
    assert client.get("/topics/safety/").status_code == 200
    assert '<a href="/topics/safety/">Safety</a>' in client.get(PAGE).content.decode()


@pytest.fixture
def patience_for_two(as_owner):
    """Of two publications that are not shown, not of hundreds."""
    as_owner.execute(
        "create or replace function gate.patience() returns int language sql immutable"
        " set search_path = pg_catalog, pg_temp as 'select 2'"
    )


def test_list_stops_where_many_are_not_shown_and_goes_on_after_them(client, patience_for_two, writer, doctor, editor):
    publications = [put_up(writer, doctor, editor, slug=f"article-{number}") for number in range(6)]
    for hidden in (5, 4, 3, 1):
        revoke(publications[hidden].edition.sign_offs.get(), by=doctor, reason="Wrong")

    for start in ("/", "/topics/safety/"):
        pages, address = [], start
        while address:
            page = client.get(address)
            assert page.status_code == 200
            pages.append(re.findall(r'<h2><a href="/articles/(article-\d)/">', page.text))
            assert ("none of those that would stand here is public" in text_of(page)) == (not pages[-1])
            older = re.search(r'href="(\?before=[^"]+)"', page.text)
            address = older and start + older[1]
        assert pages == [[], ["article-2"], ["article-0"]]

    reviewer = live_reviewer(doctor)
    assert [(slug, number) for number, slug, *_ in reviewer] == [(None, publications[4].pk)]
    page = client.get(f"/reviewers/{doctor.pk}/", follow=True)
    assert re.findall(r'<h3><a href="/articles/(article-\d)/">', page.text) == ["article-2"]


def test_list_never_stops_at_what_readers_never_saw(client, patience_for_two, writer, doctor, editor):
    """Its start and its number would stand in the address of the next page."""
    put_up(writer, doctor, editor, slug="article-0")
    soon = timezone.now() + timedelta(seconds=0.5)
    for number in (1, 2):
        edition = submit(write(writer, slug=f"article-{number}"), by=writer)
        signature = sign_off(edition, by=doctor, **SIGN_OFF)
        publish(edition, by=editor, starts_at=soon)
        revoke(signature, by=doctor, reason="Wrong")
    sleep(max(0, (soon - timezone.now()).total_seconds()) + 0.01)

    page = client.get("/")

    assert re.findall(r'<h2><a href="/articles/(article-\d)/">', page.text) == ["article-0"]
    assert [slug for _, slug, *_ in live_reviewer(doctor)] == ["article-0"]


def live_reviewer(person):
    return run("select * from live.reviewer(%s, null, null, 9)", person.pk, using="public")
