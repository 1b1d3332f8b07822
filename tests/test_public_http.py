"""Public pages over HTTP: they ask little, change nothing, allow no script, and are kept no longer than they stand."""

import re
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest
from django.db import connections
from django.test import Client

from articles.publication import take_down
from tests.reading import JSON, PAGE, SLUG, only_page

# Asking little --------------------------------------------------------------------------------------------------------


@contextmanager
def queries():
    """What both aliases are asked within: lists of statements, by alias."""
    asked = {"default": [], "public": []}

    def noting(alias):
        def wrapper(execute, statement, params, many, context):
            asked[alias].append(str(statement))
            return execute(statement, params, many, context)

        return wrapper

    with connections["default"].execute_wrapper(noting("default")):
        with connections["public"].execute_wrapper(noting("public")):
            yield asked


@pytest.mark.parametrize(
    ("address", "status", "asked"),
    [
        ("/", 200, 2),
        (PAGE, 200, 2),
        (JSON, 200, 1),
        ("/topics/safety/", 200, 2),
        ("/articles/never-was/", 404, 2),
        ("/articles/never-was/edition.json", 404, 2),
        ("/topics/never-was/", 404, 2),
        ("/no-such-page/", 404, 1),
        ("/?before=nonsense", 404, 1),
    ],
)
@pytest.mark.parametrize("signed_in", [False, True], ids=["reader", "editor signed in"])
def test_no_page_asks_more_than_twice(client, published, editor, address, status, asked, signed_in):
    if signed_in:
        client.force_login(editor)

    with queries() as found:
        response = client.get(address)

    assert response.status_code == status
    assert (len(found["public"]), found["default"]) == (asked, [])
    assert not any("count(" in statement.lower() for statement in found["public"])
    assert "Set-Cookie" not in response.headers
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_notice_asks_twice(client, published, editor):
    take_down(published.article, by=editor, reason="A doubt")

    with queries() as found:
        client.get(PAGE)

    assert (len(found["public"]), found["default"]) == (2, [])


# Methods and headers --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["/", PAGE, JSON, "/topics/safety/"])
def test_pages_are_read_only(published, address):
    client = Client(enforce_csrf_checks=True)
    full, head = client.get(address), client.head(address)

    assert (full.status_code, head.status_code, head.content) == (200, 200, b"")
    assert head["Cache-Control"] == full["Cache-Control"]
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)(address).status_code == 405


@pytest.mark.parametrize("address", ["/", PAGE, "/topics/safety/", "/no-such-page/"])
def test_headers_allow_no_script_and_no_guessing(client, published, address):
    response = client.get(address)
    policy = response["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "nonce" not in policy
    assert "unsafe" not in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    html = response.content.decode()
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|csrfmiddlewaretoken", html)


def test_shared_caches_may_keep_pages_for_a_minute_browsers_ask_again_and_errors_are_not_kept(
    client, published, editor
):
    for address in ("/", PAGE, JSON, "/topics/safety/"):
        assert client.get(address)["Cache-Control"] == "public, max-age=0, must-revalidate, s-maxage=60"
    assert client.get("/no-such-page/")["Cache-Control"] == "no-store"

    take_down(published.article, by=editor, reason="A doubt")
    for address in (PAGE, JSON, "/topics/safety/"):
        assert client.get(address)["Cache-Control"] == "no-store"


def test_nothing_is_kept_beyond_the_end_of_a_sign_off(client, published, monkeypatch):
    ends_at = datetime.fromisoformat(only_page(slug=SLUG).sign_offs[0]["ends_at"])
    statements = only_page(slug=SLUG).statements.values()
    ends_at = min(
        [
            ends_at,
            *(
                datetime.fromisoformat(one["ends_at"])
                for s in statements
                for one in [*s["sign_offs"], s]
                if one["ends_at"]
            ),
        ]
    )
    monkeypatch.setattr("articles.views.timezone.now", lambda: ends_at - timedelta(seconds=20.5))

    assert client.get(PAGE)["Cache-Control"] == "public, max-age=0, must-revalidate, s-maxage=20"


# Search engines -------------------------------------------------------------------------------------------------------


def test_search_engines_are_kept_from_the_desk_and_from_all_of_the_demo(client, settings):
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    assert response.text.splitlines() == ["User-agent: *", "Disallow: /admin/", "Disallow: /desk/", "Allow: /"]

    settings.DEMO = True
    assert client.get("/robots.txt").text.splitlines() == ["User-agent: *", "Disallow: /"]


def test_bytes_of_an_edition_are_not_to_be_found_in_place_of_its_page(client, published):
    assert client.get(JSON)["X-Robots-Tag"] == "noindex"
    assert "X-Robots-Tag" not in client.get(PAGE)
