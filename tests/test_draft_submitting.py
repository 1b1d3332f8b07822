"""Submitting a draft from its form: what was shown is frozen, and a refusal is said in words and leaves the draft saved."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from articles.article import save_draft
from articles.edition import submit
from reviews.verdict import refuse, request_changes
from tests.conftest import write
from tests.drafts import address, posted
from tests.people import SECRET


def test_submitting_freezes_what_was_shown(writing, draft):
    page = writing.get(address(draft, "submit"))
    answer = writing.post(address(draft, "submit"), {"seen": page.context["article"].seen.hex()}, follow=True)

    assert "edition 1 is frozen and in review" in answer.text
    assert bytes(draft.editions.get().draft_digest) == page.context["article"].seen


def test_submitting_another_draft_than_was_shown_is_refused_in_words(writing, draft, second_writer):
    page = writing.get(address(draft, "submit"))
    draft.summary = "Changed meanwhile."
    save_draft(draft, by=second_writer)

    answer = writing.post(address(draft, "submit"), {"seen": page.context["article"].seen.hex()}, follow=True)

    assert "the draft was changed after you opened it" in answer.text
    assert not draft.editions.exists()
    assert writing.post(address(draft, "submit"), {"seen": "no"}).status_code == 302


def test_save_and_submit_submits_what_was_typed(writing, draft):
    data = posted(draft, summary="Typed at the last moment.", _submit="1")

    answer = writing.post(address(draft), data, follow=True)

    assert "edition 1 is frozen" in answer.text
    assert draft.editions.get().summary == "Typed at the last moment."


def test_save_and_submit_keeps_the_draft_when_it_is_refused(writing, draft):
    answer = writing.post(address(draft), posted(draft, key_points="Only one", _submit="1"), follow=True)

    assert "The draft is saved." in answer.text
    assert "three to five key points" in answer.text
    draft.refresh_from_db()
    assert draft.key_points == ["Only one"]
    assert not draft.editions.exists()


def test_an_article_is_not_submitted_before_it_is_said_who_paid(writing, writer):
    unsaid = write(writer, funding="")
    page = writing.get(address(unsaid, "submit"))
    assert "Nobody said yet who paid for this page." in page.text

    answer = writing.post(address(unsaid, "submit"), {"seen": page.context["article"].seen.hex()}, follow=True)

    assert "it is not said who paid for this page" in answer.text
    assert not unsaid.editions.exists()


def test_what_is_said_of_funding_is_shown_wherever_a_draft_is(writing, draft):
    kept = draft.saved_drafts().get().revision_id
    for page in [address(draft, "submit"), address(draft, "saved_draft", kept)]:
        assert "No company paid for this page." in writing.get(page).text


def test_another_articles_former_address_is_refused_in_the_words_of_the_form(writing, edition, ptsd_draft, writer):
    former, edition.article.slug = edition.slug, "moved-elsewhere"
    save_draft(edition.article, by=writer)

    answer = writing.post(address(ptsd_draft), posted(ptsd_draft, slug=former, _submit="1"), follow=True)

    assert "another article has, or once had, this address. Choose another address." in answer.text
    assert not ptsd_draft.editions.exists()


def test_the_form_says_where_the_article_stands(writing, draft, edition, doctor):
    request_changes(edition, by=doctor, reason="Say who was asked.")

    page = writing.get(address(draft))

    assert "changes requested" in page.text
    assert "Say who was asked." in page.text
    assert reverse("desk-edition", args=[edition.pk]) in page.text


def test_a_refusal_of_validation_is_no_crash(draft, writer):
    with pytest.raises(ValidationError):
        submit(draft, by=writer, seen=b"")


def test_submitting_a_refused_article_says_that_the_refusal_holds(writing, draft, edition, doctor):
    refuse(edition, by=doctor, secret=SECRET, reason="It promises")
    answer = writing.post(address(draft), posted(draft, summary="Promises nothing.", _submit="1"), follow=True)

    assert f"Submitted, but {doctor.name}&#x27;s refusal of this article holds: no edition of it can be" in answer.text
    assert "frozen and in review" not in answer.text
