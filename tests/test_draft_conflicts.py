"""Two people write one draft at once: each is told of the other, and neither loses a word."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections
from django.test import Client

from articles.article import Reference, save_draft, saved_draft
from tests.drafts import address, posted, rows, saved
from tests.people import person


def test_two_people_saving_the_same_draft_lose_nothing(committed, writing, draft, second_writer):
    mine = posted(draft, summary="My summary", what_changed="Mine")
    mine |= rows(
        "references",
        [{"id": draft.references.get().pk, "position": 1, "key": "mine", "title": "My source", "design": "other"}],
    )
    draft.summary = "Their summary"
    save_draft(draft, by=second_writer, references=[Reference(key="theirs", title="Their source")], comment="Theirs")

    page = writing.post(address(draft), mine)

    assert page.status_code == 200
    assert "Walter Writer saved this draft at" in page.text
    assert "while you were editing" in page.text
    assert "My summary" in page.text
    assert "My source" in page.text
    differing = {part.label: part.html for part in page.context["overtaken"]}
    assert set(differing) == {"Summary", "References"}
    assert "<ins>My" in differing["Summary"]
    assert "<del>Their" in differing["Summary"]
    draft.refresh_from_db()
    assert draft.summary == "Their summary"

    again = mine | {"seen": page.context["adminform"].form["seen"].value()}
    assert writing.post(address(draft), again).status_code == 302

    draft.refresh_from_db()
    assert draft.summary == "My summary"
    assert [r.key for r in draft.references.all()] == ["mine"]
    assert saved(draft)[:2] == [("Wanda Writer", "Mine"), ("Walter Writer", "Theirs")]
    theirs = saved_draft(draft, draft.saved_drafts()[1].revision_id)
    assert theirs.fields["summary"] == "Their summary"
    assert [r.key for r in theirs.references] == ["theirs"]


def test_two_stale_tabs_in_a_row_are_each_told(committed, writing, draft, second_writer):
    first, second = posted(draft, summary="First tab"), posted(draft, summary="Second tab")
    draft.summary = "Theirs"
    save_draft(draft, by=second_writer)

    told_first, told_second = writing.post(address(draft), first), writing.post(address(draft), second)
    writing.post(address(draft), first | {"seen": told_first.context["adminform"].form["seen"].value()})
    told_again = writing.post(address(draft), second | {"seen": told_second.context["adminform"].form["seen"].value()})

    assert "You saved this in another window at" in told_again.text
    assert "<del>First</del>" in told_again.text
    writing.post(address(draft), second | {"seen": told_again.context["adminform"].form["seen"].value()})
    kept = [saved_draft(draft, version.revision_id).fields["summary"] for version in draft.saved_drafts()]
    assert kept[:3] == ["Second tab", "First tab", "Theirs"]


@pytest.mark.parametrize("spelled", ["{}", "%20{}", "0{}"])
def test_two_saves_in_the_same_instant_are_one_save_and_one_question(committed, draft, spelled):
    there = address(draft).replace(f"/{draft.pk}/", f"/{spelled.format(draft.pk)}/")
    typed = {role: posted(draft, summary=f"By the {role}") for role in ["writer", "second_writer"]}
    together = Barrier(2)

    def post(role):
        client = Client()
        client.force_login(person(role))
        together.wait()
        try:
            return client.post(there, typed[role]).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor() as pool:
        answers = list(pool.map(post, typed))

    assert sorted(answers) == [200, 302]
    assert draft.saved_drafts().count() == 2


def test_a_save_without_seen_is_a_stale_one(writing, draft):
    page = writing.post(address(draft), posted(draft, summary="x", seen=""))

    assert page.context["adminform"].form.overtaken
    assert writing.post(address(draft), posted(draft, summary="x", seen="zz")).status_code == 200
