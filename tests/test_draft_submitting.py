"""Submitting a draft from its form: what was shown is frozen, and a refusal is said in words and leaves the draft saved."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.urls import reverse

from articles.article import save_draft
from articles.edition import Edition, submit
from articles.rehearsal import checks_that_fail
from cms.ledger import Entry
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


def obstacles(writing, article):
    return {sentence: place for place, sentence in writing.get(address(article, "submit")).context["obstacles"]}


def test_everything_in_the_way_is_listed_at_once_with_its_words_and_place(writing, writer):
    draft = write(
        writer, topics=(), summary="", key_points=["One", "Two, suiciđe"], title="Krаtom", funding="",
        body="<p>Cited [@garcia2020], [@nokey] and [@other], [@Bad] and [@a, @b].</p>",
    )  # fmt: skip
    save_draft(draft, by=writer, bylines=[])

    found = obstacles(writing, draft)

    said = {sentence.split(".")[0]: place for sentence, place in found.items()}
    assert said == {
        "[@nokey] has no reference": "references-group",
        "[@other] has no reference": "references-group",
        "[@Bad] is not written as a citation": "id_body",
        "[@a, @b] is not written as a citation": "id_body",
        "2 key points; an article has three to five key points": "id_key_points",
        "No topic is chosen": "id_topics",
        "Nobody stands in the byline": "bylines-group",
        "The summary is empty": "id_summary",
        "It is not said who paid for this page": "id_paid",
        "“Krаtom” mixes Latin letters with look-alikes of another alphabet": "id_title",
        "“Krаtom” holds signs that an English text is not written with": "id_title",
        "“suiciđe” holds a letter with a stroke": "id_body",
    }
    page = writing.get(address(draft, "submit")).text
    assert f'<a href="{address(draft)}#id_topics">' in page
    assert 'value="Submit for review"' not in page


def test_reference_of_an_older_draft_that_has_no_shape_is_named(committed, writing, draft, writer, as_owner):
    as_owner.execute("alter table articles_reference drop constraint doi_is_plain, drop constraint pages_are_short")
    [reference] = draft.references.all()
    reference.doi, reference.pages, reference.volume = "in the journal", "<all>", "12(3)"
    save_draft(draft, by=writer, references=[reference])

    assert obstacles(writing, draft) == {
        "“<all>”, in the reference garcia2020, is not page numbers.": "references-group",
        "“in the journal”, in the reference garcia2020, is not a DOI.": "references-group",
    }


def test_what_only_the_act_can_say_is_listed_too_and_asking_leaves_nothing(writing, edition, ptsd_draft, writer):
    before = Edition.objects.count(), Entry.objects.count()
    assert not obstacles(writing, ptsd_draft)
    assert "this very text is the newest edition already" in " ".join(obstacles(writing, edition.article)).lower()
    ptsd_draft.title_is_proposed, ptsd_draft.key_points = True, ["One"]
    save_draft(ptsd_draft, by=writer)

    places = set(obstacles(writing, ptsd_draft).values())

    assert places == {"id_title_is_proposed", "id_key_points"}
    assert (Edition.objects.count(), Entry.objects.count()) == before


def test_every_check_on_an_edition_is_asked_of_a_draft(draft, writer):
    with connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from pg_constraint where conrelid = 'articles_edition'::regclass and contype = 'c'"
        )
        assert cursor.fetchone()[0] > 15

    assert checks_that_fail(draft, writer) == []
    draft.title = " "
    save_draft(draft, by=writer)
    assert checks_that_fail(draft, writer) == ["title_is_written"]


def test_statements_stand_in_no_way_of_their_own(writing, statements, writer):
    statement = statements["crisis-help"]
    statement.summary = "word " * 61
    save_draft(statement, by=writer)

    assert list(obstacles(writing, statement).values()) == ["id_summary"]


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
