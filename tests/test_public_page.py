"""A public page: what it shows, in which order and in full, and that its bytes are those that were signed."""

import hashlib
import json
import re

import pytest
from django.core.cache import caches

from articles.publication import publish
from reviews.sign_off import revoke, sign_off
from tests.conftest import SECOND, SIGN_OFF
from tests.reading import JSON, PAGE, SLUG, only_page, put_up, text_of


@pytest.fixture
def ptsd_published(ptsd_edition, doctor, second_doctor, editor):
    sign_off(ptsd_edition, by=doctor, **SIGN_OFF)
    sign_off(ptsd_edition, by=second_doctor, **SECOND)
    return publish(ptsd_edition, by=editor)


def test_page_shows_everything_in_its_order(client, published):
    response = client.get(PAGE)
    words = text_of(response)
    live = only_page(slug=SLUG)
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
        "Funding: No company paid for this page.",
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
    live = only_page(slug="what-ptsd-research-shows")

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


def test_links_of_a_contact_do_not_run_together(client, published):
    words = re.sub(r"<[^>]+>", "", client.get(PAGE).content.decode())

    assert "Call 988 Text 988" in words


def test_emergencies_open_the_safety_section(client, ptsd_published):
    html = client.get("/articles/what-ptsd-research-shows/").content.decode()
    blocks = re.findall(r'class="block" id="([^"]+)"', html.partition('aria-labelledby="safety"')[2])

    assert blocks[0] == "note-d-death"


def test_hostile_title_stays_text(client, writer, doctor, editor):
    title = """</script><script>alert(1)</script>"><img src=x onerror=alert(1)> {{ 7|add:7 }} & co"""
    put_up(writer, doctor, editor, title=title, summary=title, key_points=[title, title, title], funding=title)

    for address in ("/", PAGE, "/topics/safety/"):
        html = client.get(address).content.decode()
        assert "alert(1)" in html
        assert "<img" not in html
        assert "<script>" not in html
        assert html.count("<script") == html.count('<script type="application/ld+json">')
        assert "{{ 7|add:7 }}" in html.replace("&amp;", "&")


def test_structured_data_says_what_the_page_says(client, published, doctor, settings):
    def facts():
        html = client.get(PAGE).content.decode()
        return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[1])

    found = facts()
    assert found["@type"] == "MedicalWebPage"
    assert found["name"] == "What one survey asked"
    (reviewer,) = found["reviewedBy"]
    assert reviewer.pop("url") == f"http://testserver/reviewers/{doctor.pk}/"
    assert reviewer == {"@type": "Person", "name": "Dr Dora Doctor", "jobTitle": "psychiatrist"}

    settings.DEMO = True
    caches["pages"].clear()  # as for a process that was started so
    assert "reviewedBy" not in facts()


def test_demo_says_so_on_every_page_and_is_not_indexed(client, published, settings):
    settings.DEMO = True

    for address in ("/", PAGE, "/topics/safety/", "/no-such-page/"):
        html = client.get(address).content.decode()
        assert "DEMO" in html
        assert '<meta name="robots" content="noindex">' in html


# The bytes ------------------------------------------------------------------------------------------------------------


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
