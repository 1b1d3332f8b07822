"""The public lists: the newest pages first, each once, and nothing beyond the last."""

import re

import pytest

from articles.publication import take_down
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
