"""A published fix is carried into the working draft, passage by passage, and touches nothing else there."""

import pytest
from reversion.models import Version

from articles.article import Article, State, save_draft
from articles.carrying import left_in
from articles.edition import submit
from articles.publication import publish
from reviews.sign_off import sign_off
from tests.conftest import SIGN_OFF, write
from tests.fixes import BODY, CHANGE, fix_of


def draft_of(edition):
    return Article.objects.get(pk=edition.article_id)


def publish_fix(public, *pairs, writer, second_doctor, editor, **fields):
    fix = fix_of(public, *pairs, by=writer, **fields)
    sign_off(fix, by=second_doctor, **CHANGE)
    return publish(fix, by=editor)


@pytest.fixture
def put_out(writer, second_doctor, editor):
    return lambda public, *pairs, **fields: publish_fix(
        public, *pairs, writer=writer, second_doctor=second_doctor, editor=editor, **fields
    )


def test_draft_that_says_what_readers_saw_says_what_they_see(public, put_out, writer):
    publication = put_out(public, ("plnat", "plant"), ("http://example.org/survey", "https://example.org/new"),
                          summary=draft_of(public).summary.replace("asked", "aksed"))  # fmt: skip
    draft = draft_of(public)
    assert draft.body == publication.edition.html
    assert "aksed" in draft.summary
    assert (len(publication.carried.carried), publication.carried.left) == (3, [])
    assert State.objects.get(article=draft).state == "published"
    newest = draft.saved_drafts().first().revision
    assert (newest.user, newest.comment) == (writer, "Carried over from the fix in edition 2")


def test_other_text_of_the_draft_stays(public, put_out, second_writer):
    draft = draft_of(public)
    draft.body = draft.body.replace("<h2>The survey</h2>", "<h2>Another heading</h2><p>A new paragraph.</p>")
    draft.title = "A new title"
    save_draft(draft, by=second_writer)
    publication = put_out(public, ("plnat", "plant"))
    kept = draft_of(public)
    assert kept.body == draft.body.replace("plnat", "plant")
    assert kept.title == "A new title"
    assert publication.carried.left == []


def test_rewritten_passage_is_left_and_said(public, put_out, second_writer):
    draft = draft_of(public)
    draft.body = draft.body.replace("wet forests along wide rivers", "deep woods")
    draft.title = "A new title"
    save_draft(draft, by=second_writer)
    before = Version.objects.count()
    publication = put_out(
        public, ("plnat", "plant"), title="What some survey asked".replace("some", "one"), reason="A typo"
    )
    assert draft_of(public).body == draft.body
    [passage] = publication.carried.left
    assert "plnat grows in wet" in passage.old_words
    assert Version.objects.count() == before
    article = draft_of(public)
    article.state = State.objects.get(article=article)
    fix, left = left_in(article)
    assert (fix.number, [one.new_words for one in left]) == (2, [passage.new_words])


def test_same_words_twice_are_told_apart_by_their_order(writer, doctor, editor, put_out, second_writer):
    points = ["The plnat grows.", "The plnat grows.", "It cannot show cause."]
    public = submit(write(writer, slug="twice", body=BODY, key_points=points), by=writer)
    sign_off(public, by=doctor, **SIGN_OFF)
    publish(public, by=editor)
    draft = draft_of(public)
    draft.key_points = ["First of all.", *points]
    save_draft(draft, by=second_writer)
    put_out(public, key_points=["The plnat grows.", "The plant grows.", "It cannot show cause."])
    assert draft_of(public).key_points == [
        "First of all.",
        "The plnat grows.",
        "The plant grows.",
        "It cannot show cause.",
    ]


def test_fix_is_published_also_where_the_draft_cannot_be_saved(public, writer, second_doctor, editor):
    fix = fix_of(public, ("plnat", "plant"), by=writer)
    sign_off(fix, by=second_doctor, **CHANGE)
    writer.groups.clear()
    publication = publish(fix, by=editor)
    assert [passage.name for passage in publication.carried.left] == ["body"]
    assert draft_of(public).body == BODY


def test_what_stands_there_already_is_not_saved_again(public, put_out, second_writer):
    draft = draft_of(public)
    draft.body = draft.body.replace("plnat", "plant")
    save_draft(draft, by=second_writer)
    before = Version.objects.count()
    publication = put_out(public, ("plnat", "plant"))
    assert (publication.carried.carried, publication.carried.left) == ([], [])
    assert Version.objects.count() == before


def test_edition_that_is_no_fix_carries_nothing(published):
    assert published.carried is None
