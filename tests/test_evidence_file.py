"""The evidence for an edition: every edition that readers saw has it, for good, and nothing private is in it."""

import json
import re
from datetime import timedelta

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone

from articles.article import Article, save_draft
from articles.edition import submit
from articles.publication import publish, retract, take_down
from reviews.credential import suspend_credential
from reviews.sign_off import revoke, sign_off
from tests.conftest import SECOND, SIGN_OFF
from tests.outside import says
from tests.reading import PAGE, SLUG
from tests.rules import denied
from tests.test_public_http import queries

AT = f"/articles/{SLUG}"
EVIDENCE = f"{AT}/evidence.json"
FIRST = f"{AT}/editions/1/evidence.json"
PTSD = "/articles/what-ptsd-research-shows"


# Editions that are not shown any more ---------------------------------------------------------------------------------------

ENDINGS = {
    "taken down": lambda p, editor, doctor, compliance: take_down(p.article, by=editor, reason="A secret reason"),
    "retracted": lambda p, editor, doctor, compliance: retract(p.article, by=editor, reason="A secret reason"),
    "taken back": lambda p, editor, doctor, compliance: revoke(
        p.edition.sign_offs.get(), by=doctor, reason="A secret reason"
    ),
    "lost": lambda p, editor, doctor, compliance: suspend_credential(
        doctor.credentials.get(), by=compliance, reason="A secret reason"
    ),
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_edition_no_longer_shown_keeps_its_evidence_and_not_its_text(
    kept, client, published, editor, doctor, compliance, checkpoint, ending
):
    ENDINGS[ending](published, editor, doctor, compliance)
    checkpoint()

    assert client.get(f"{AT}/edition.json").status_code == client.get(EVIDENCE).status_code == 410
    file = client.get(FIRST).content.decode()
    for words in (
        "What one survey asked",
        "were asked about",
        "It cannot show cause",
        "General information",
        "secret reason",
    ):
        assert words not in file
    assert says(kept.fetch_evidence().check("--strict"), 0, f" {ending}")
    proven = kept.check().stdout.split("CLAIMED")[0]
    assert re.search(rf"{ending}.* at 20", proven)


def test_superseded_edition_keeps_its_evidence(kept, client, writer, doctor, editor, checkpoint):
    first, article = kept.edition, Article.objects.get(slug=SLUG)
    article.title = "What one survey asked, again"
    save_draft(article, by=writer)
    edition = submit(article, by=writer)
    sign_off(edition, by=doctor, **SIGN_OFF)
    publish(edition, by=editor)
    checkpoint()

    assert says(kept.fetch().check("--strict"), 0, "edition 2 of article")
    assert kept.evidence == client.get(f"{AT}/editions/2/evidence.json").json()
    kept.edition = first
    assert says(kept.check(), 1, "not the bytes that were signed")
    assert says(
        kept.fetch_evidence().check("--strict"), 0, "edition 1 of article", "another publication took its place"
    )


def test_publication_renewed_by_a_new_signature(
    ptsd_edition, doctor, second_doctor, medical_lead, editor, checkpoint, stranger
):
    for by, how in ((doctor, SIGN_OFF), (second_doctor, SECOND)):
        sign_off(ptsd_edition, by=by, **how)
    publish(ptsd_edition, by=editor)
    revoke(ptsd_edition.sign_offs.get(reviewer=doctor), by=doctor, reason="A doubt")
    sign_off(ptsd_edition, by=medical_lead, **SIGN_OFF)
    publish(ptsd_edition, by=editor)
    checkpoint()

    answer = stranger.fetch(PTSD).check("--strict")
    assert says(answer, 0, "taken back", "Dr Lena Lead")
    assert answer.stdout.count("made it public from") == 2


def test_moved_article_keeps_the_evidence_of_its_old_address(kept, client, writer, doctor, editor):
    article = Article.objects.get(slug=SLUG)
    article.slug = "a-better-address"
    save_draft(article, by=writer)
    edition = submit(article, by=writer)
    assert client.get("/articles/a-better-address/editions/2/evidence.json").status_code == 404
    sign_off(edition, by=doctor, **SIGN_OFF)
    publish(edition, by=editor)

    moved = client.get(EVIDENCE)
    assert (moved.status_code, moved["Location"]) == (301, "/articles/a-better-address/evidence.json")
    assert client.get(FIRST).json()["number"] == 1
    assert client.get("/articles/a-better-address/editions/2/evidence.json").json()["number"] == 2
    assert client.get("/articles/a-better-address/editions/1/evidence.json").status_code == 404


# Nothing private --------------------------------------------------------------------------------------------------------


def test_nothing_private_is_in_it(kept, client, published, writer, doctor, second_doctor, editor):
    article = Article.objects.get(slug=SLUG)
    article.title = "An unpublished claim"
    save_draft(article, by=writer)
    newer = submit(article, by=writer)
    sign_off(
        newer, by=second_doctor, secret=SIGN_OFF["secret"], meaning="medical accuracy", interests="Shares in leaves"
    )
    take_down(published.article, by=editor, reason="A secret reason")

    file = client.get(FIRST).content.decode()
    for secret in ("T-12345", "Board of the Tests", "secret reason", "@", "unpublished claim", "Shares in leaves",
                   "Dan Doctor", "Edith", "Cora", "survey asked", "Wanda"):  # fmt: skip
        assert secret not in file, secret
    entries = [json.loads(entry["body"]) for entry in json.loads(file)["entries"]]
    assert {entry.get("edition") for entry in entries} == {None, published.edition_id}
    assert [entry["act"] for entry in entries] == [
        "appoint",
        "verify credential",
        "submit",
        "sign off",
        "publish",
        "taken down",
    ]


def test_signature_given_after_the_publication_is_not_in_it(kept, published, second_doctor):
    sign_off(published.edition, by=second_doctor, **SIGN_OFF)
    assert [one["facts"]["name"] for one in kept.fetch().evidence["sign_offs"]] == ["Dr Dora Doctor"]


def test_reader_has_nothing_but_the_one_question(committed, published):
    with connections["public"].cursor() as cursor:
        for question in (
            "select * from gate.evidence_entries(1, '{1}')", "select gate.sign_off_facts(1)",
            "select gate.publication_facts(1)", "select gate.verification_facts(1)", "select * from public.cms_entry",
        ):  # fmt: skip
            with denied():
                cursor.execute(question)


# Over HTTP ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("stage", ["draft", "edition", "signed"])
def test_what_was_never_shown_is_not_found_like_what_never_was(client, request, stage):
    request.getfixturevalue(stage)
    missing = client.get("/articles/never-was/editions/1/evidence.json")

    for address in (EVIDENCE, FIRST):
        answer = client.get(address)
        assert (answer.status_code, answer.content, dict(answer.headers)) == (
            404,
            missing.content,
            dict(missing.headers),
        )


def test_publication_taken_down_before_its_start_was_never_shown(client, signed, editor):
    publish(signed, by=editor, starts_at=timezone.now() + timedelta(hours=1))
    assert client.get(FIRST).status_code == 404
    take_down(signed.article, by=editor, reason="A doubt")
    assert client.get(FIRST).status_code == client.get(EVIDENCE).status_code == 404


@pytest.mark.parametrize("number", ["0", "2", "2147483648", "9" * 40])
def test_no_edition_of_that_number(kept, client, number):
    assert client.get(f"{AT}/editions/{number}/evidence.json").status_code == 404


def test_statements_have_no_evidence_here(published, client):
    assert client.get("/articles/crisis-help/evidence.json").status_code == 404
    assert client.get("/articles/crisis-help/editions/1/evidence.json").status_code == 404


@pytest.mark.parametrize("address", [EVIDENCE, FIRST])
def test_it_is_read_only_for_everybody_and_kept_for_a_minute(kept, address):
    client = Client(enforce_csrf_checks=True)
    full, head = client.get(address), client.head(address)

    assert (full.status_code, head.status_code, head.content) == (200, 200, b"")
    assert full["ETag"] == head["ETag"]
    assert full["Content-Type"] == "application/json"
    assert full["Cache-Control"] == "public, max-age=0, must-revalidate, s-maxage=60"
    assert full["X-Robots-Tag"] == "noindex"
    assert client.get(address, headers={"if-none-match": full["ETag"]}).status_code == 304
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)(address).status_code == 405


def test_it_has_another_tag_when_something_happened(kept, client, published, doctor):
    before = client.get(FIRST)["ETag"]
    revoke(published.edition.sign_offs.get(), by=doctor, reason="A doubt")
    assert client.get(FIRST, headers={"if-none-match": before}).status_code == 200


@pytest.mark.parametrize(("address", "asked"), [(EVIDENCE, 2), (FIRST, 2), (f"{AT}/editions/2/evidence.json", 2)])
def test_it_asks_twice_at_most_and_as_the_reader(kept, client, address, asked):
    with queries() as found:
        client.get(address)
    assert (len(found["public"]), found["default"]) == (asked, [])


def test_page_leads_to_evidence_and_checker(kept, client):
    page = client.get(PAGE).content.decode()
    assert f'{EVIDENCE}"' in page
    assert 'href="/static/verify/verify_evidence.py"' in page
