"""The public pages over HTTP: what readers see, in which order, and what they never see."""

import hashlib
import json
import re
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, OperationalError, connections
from django.test import Client
from django.urls import reverse

from articles.article import Article, save_draft
from articles.edition import submit
from articles.public import LiveArticle, LiveHelp, LiveNotice
from articles.publication import publish, retract, take_down
from reviews.credential import suspend_credential
from reviews.sign_off import revoke, sign_off
from tests.conftest import SECOND, SIGN_OFF, write
from tests.rules import denied

SLUG = "what-a-survey-asked"
PAGE = f"/articles/{SLUG}/"
JSON = f"/articles/{SLUG}/edition.json"


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


def text_of(response):
    """The page's words, as a reader sees them."""
    html = re.sub(r"<(script|style|head)\b.*?</\1>", " ", response.content.decode(), flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def put_up(by, doctor, editor, **fields):
    """An article on one topic, signed and published now."""
    edition = submit(write(by, **fields), by=by)
    sign_off(edition, by=doctor, **SIGN_OFF)
    return publish(edition, by=editor)


@pytest.fixture
def ptsd_published(ptsd_edition, doctor, second_doctor, editor):
    sign_off(ptsd_edition, by=doctor, **SIGN_OFF)
    sign_off(ptsd_edition, by=second_doctor, **SECOND)
    return publish(ptsd_edition, by=editor)


# What a page shows --------------------------------------------------------------------------------------------------------


def test_page_shows_everything_in_its_order(client, published):
    response = client.get(PAGE)
    words = text_of(response)
    live = LiveArticle.objects.get(slug=SLUG)
    parts = [
        live.title,
        "Medically reviewed by Dr Dora Doctor, psychiatrist, on ",
        "Next review due ",
        "Call 988",
        "General information only.",
        live.summary,
        "Key points",
        "One survey asked.",
        "People were asked about worry",
        "Safety",
        "References",
        "People chose to answer this survey",
        "Poison Help",
        "About this page",
        "Written by Wanda Writer.",
        "Funding: no company paid for this page.",
        "This page gives general information.",
        "Signed for medical accuracy on",
        "Interests declared: None",
        "Edition",
        bytes(live.digest).hex(),
    ]
    places = []
    for part in parts:
        assert part in words, part
        places.append(words.index(part, places[-1] if places else words.index(live.title)))

    assert response.status_code == 200
    assert places == sorted(places)


def test_every_disclaimer_and_statement_stands_in_full(client, ptsd_published):
    words = text_of(client.get("/articles/what-ptsd-research-shows/"))
    live = LiveArticle.objects.get(slug="what-ptsd-research-shows")

    assert len(live.document["disclaimers"]) > 10
    for disclaimer in live.document["disclaimers"]:
        assert disclaimer["full"].replace("'", "&#x27;") in words, disclaimer["code"]
    for statement in live.statements.values():
        assert re.sub(r"<[^>]+>|\s*\[@[^]]*\]", "", statement["html"])[:60] in words, statement["slug"]
        assert statement["title"] in words


def test_two_reviewers_are_named(client, ptsd_published):
    words = text_of(client.get("/articles/what-ptsd-research-shows/"))

    assert "Medically reviewed by Dr Dora Doctor, psychiatrist, and Dr Dan Doctor, psychiatrist, on " in words


def test_nothing_but_the_opening_stands_above_the_first_sentence(client, published):
    html = client.get(PAGE).content.decode()
    opening = html[html.index("<h1>") : html.index('<p class="summary">')]

    assert opening.count("<h1>") == 1
    assert "<h2" not in opening
    assert "<section" not in opening
    on_top = re.search(r'<p class="on-top".*?</p>', opening, re.DOTALL)[0]
    assert len(re.sub(r"<[^>]+>", " ", on_top).split()) <= 60


def test_crisis_help_can_be_tapped(client, published):
    html = client.get(PAGE).content.decode()
    opening = html[: html.index('<p class="summary">')]

    for address in ("tel:988", "sms:988", "sms:838255", "tel:116123", "https://findahelpline.com/"):
        assert f'href="{address}"' in opening


def test_hostile_title_stays_text(client, writer, doctor, editor):
    title = """</script><script>alert(1)</script>"><img src=x onerror=alert(1)> {{ 7|add:7 }} & co"""
    put_up(writer, doctor, editor, title=title, summary=title, key_points=[title, title, title], funding=title)

    for address in ("/", PAGE, "/topics/anxiety/"):
        html = client.get(address).content.decode()
        assert "alert(1)" in html
        assert "<img" not in html
        assert "<script>" not in html
        assert html.count("<script") == html.count('<script type="application/ld+json">')
        assert "{{ 7|add:7 }}" in html.replace("&amp;", "&")


def test_structured_data_says_what_the_page_says(client, published, settings):
    def facts():
        html = client.get(PAGE).content.decode()
        return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[1])

    found = facts()
    assert found["@type"] == "MedicalWebPage"
    assert found["name"] == "What one survey asked"
    assert found["reviewedBy"] == [{"@type": "Person", "name": "Dr Dora Doctor", "jobTitle": "psychiatrist"}]

    settings.DEMO = True
    assert "reviewedBy" not in facts()


def test_demo_says_so_on_every_page_and_is_not_indexed(client, published, settings):
    settings.DEMO = True

    for address in ("/", PAGE, "/topics/anxiety/", "/no-such-page/"):
        html = client.get(address).content.decode()
        assert "DEMO" in html
        assert '<meta name="robots" content="noindex">' in html


# The bytes ----------------------------------------------------------------------------------------------------------------


def test_edition_json_is_what_was_signed(client, published):
    response = client.get(JSON)
    digest = hashlib.sha256(response.content).hexdigest()

    assert response["Content-Type"] == "application/json"
    assert response.content == bytes(published.edition.content)
    assert response["ETag"] == f'"{digest}"'
    assert digest == published.edition.fingerprint
    assert digest in client.get(PAGE).content.decode()
    assert f"http://testserver{JSON} | sha256sum" in client.get(PAGE).content.decode()


def test_unchanged_page_is_not_sent_again(client, published, doctor):
    for address in (PAGE, JSON):
        tag = client.get(address)["ETag"]
        assert client.get(address, headers={"if-none-match": tag}).status_code == 304

    revoke(published.edition.sign_offs.get(), by=doctor, reason="A doubt")
    assert client.get(JSON, headers={"if-none-match": tag}).status_code == 410


# What readers never see -----------------------------------------------------------------------------------------------------


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
    assert client.get("/topics/anxiety/").status_code == 404
    assert "What one survey asked" not in client.get("/").content.decode()


def test_newer_draft_and_edition_do_not_show(client, published, writer):
    article = Article.objects.get(slug=SLUG)
    article.title = "A bolder claim"
    save_draft(article, by=writer)
    submit(article, by=writer)

    for address in ("/", PAGE, JSON, "/topics/anxiety/"):
        assert "A bolder claim" not in client.get(address).content.decode()


def test_reader_reads_the_public_views_and_nothing_else(committed):
    with connections["public"].cursor() as cursor:
        cursor.execute("select current_user")
        assert cursor.fetchone() == ("leaf_reader",)
        for table in ("articles_article", "articles_edition", "reviews_signoff", "cms_person", "django_session"):
            with denied():
                cursor.execute(f"select * from public.{table}")
    for alone in (LiveArticle, LiveNotice, LiveHelp):
        assert list(alone.objects.all()[:1]) is not None
    with pytest.raises(DatabaseError):
        LiveArticle.objects.update(title="Mine")


# Asking little --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "status", "asked"),
    [
        ("/", 200, 2),
        (PAGE, 200, 1),
        (JSON, 200, 1),
        ("/topics/anxiety/", 200, 2),
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


# Methods and headers ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["/", PAGE, JSON, "/topics/anxiety/"])
def test_pages_are_read_only(published, address):
    client = Client(enforce_csrf_checks=True)
    full, head = client.get(address), client.head(address)

    assert (full.status_code, head.status_code, head.content) == (200, 200, b"")
    assert head["Cache-Control"] == full["Cache-Control"]
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)(address).status_code == 405


@pytest.mark.parametrize("address", ["/", PAGE, "/topics/anxiety/", "/no-such-page/"])
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
    for address in ("/", PAGE, JSON, "/topics/anxiety/"):
        assert client.get(address)["Cache-Control"] == "public, max-age=0, must-revalidate, s-maxage=60"
    assert client.get("/no-such-page/")["Cache-Control"] == "no-store"

    take_down(published.article, by=editor, reason="A doubt")
    for address in (PAGE, JSON, "/topics/anxiety/"):
        assert client.get(address)["Cache-Control"] == "no-store"


def test_nothing_is_kept_beyond_the_end_of_a_sign_off(client, published, monkeypatch):
    ends_at = datetime.fromisoformat(LiveArticle.objects.get(slug=SLUG).sign_offs[0]["ends_at"])
    statements = LiveArticle.objects.get(slug=SLUG).statements.values()
    ends_at = min([ends_at, *(datetime.fromisoformat(s["sign_offs"][0]["ends_at"]) for s in statements)])
    monkeypatch.setattr("articles.views.timezone.now", lambda: ends_at - timedelta(seconds=20.5))

    assert client.get(PAGE)["Cache-Control"] == "public, max-age=0, must-revalidate, s-maxage=20"


# What became of a page ------------------------------------------------------------------------------------------------------


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


# Lists ------------------------------------------------------------------------------------------------------------------------


def test_home_shows_title_summary_topics_and_dates(client, published):
    words = text_of(client.get("/"))

    for part in ("What one survey asked", "A survey asked people", "Anxiety", "Reviewed on", "Published on"):
        assert part in words


def test_empty_home_helps(client, one_transaction):
    words = text_of(client.get("/"))

    assert "No article is published yet" in words
    assert "Call 988" in words


def test_pages_follow_each_other_without_gap_or_repeat(client, writer, doctor, editor, monkeypatch):
    monkeypatch.setattr("articles.views.A_PAGE", 2)
    for number in range(5):
        put_up(writer, doctor, editor, slug=f"article-{number}", title=f"Article {number}")

    for start in ("/", "/topics/anxiety/"):
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
    for address in ("/", "/topics/anxiety/"):
        assert client.get(f"{address}?before={key}").status_code == 404


def test_nothing_beyond_the_last_page(client, published):
    assert client.get("/?before=0-1").status_code == 404
    assert client.get("/topics/anxiety/?before=0-1").status_code == 404
