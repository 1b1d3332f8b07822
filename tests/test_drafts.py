"""Drafts: who saves what is known and kept, nothing typed is lost, and an older draft can be looked at and brought back."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, connections
from django.test import Client
from django.urls import reverse
from reversion.models import Version

from articles.article import Article, Byline, DraftSave, Reference, Topic, restore, save_draft, saved_draft
from articles.edition import Edition, submit
from articles.vocabulary import TAGS
from cms.ledger import Entry
from reviews.verdict import request_changes
from tests.conftest import write
from tests.people import person
from tests.rules import refused

HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '<a href="javascript:alert(1)">x</a>',
    '<a href="JaVaScRiPt&#58;alert(1)">x</a>', '<a href="data:text/html,x">x</a>', '<p onclick="x()">x</p>',
    '<p style="position:fixed">x</p>', "<iframe src=https://evil.example></iframe>", "<svg onload=alert(1)>",
    "<math><mi>x</mi></math>", "<style>*{display:none}</style>", "<form action=/x><input></form>",
    '<a href="//evil.example">x</a><object data=x></object>', "<!-- <p>hidden --><h1>big</h1>", "<ins>x</ins><del>y</del>",
    "<table><tr><td>x</td></tr></table>", '<p id="x" class="y" lang="z" title="t">x</p>',
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
]  # fmt: skip


def address(article, name="change", *more):
    return reverse(f"admin:articles_article_{name}", args=[article.pk, *more])


def posted(article, **changes):
    """What the browser sends for the change form of `article` as it stands, with `changes`."""
    data = {
        "title": article.title, "slug": article.slug, "summary": article.summary, "body": article.body,
        "key_points": "\n".join(article.key_points), "topics": [topic.pk for topic in article.topics.all()],
        "funding": article.funding, "what_changed": "", "seen": article.digest().hex(), "_continue": "1",
    }  # fmt: skip
    data |= rows(
        "bylines", [{"id": b.pk, "position": b.position + 1, "person": b.person_id} for b in article.bylines.all()]
    )
    names = ["key", "authors", "title", "journal", "volume", "pages", "doi", "pmid", "pmcid", "url", "design"]
    data |= rows("references", [
        {"id": r.pk, "position": r.position + 1, "year": r.year or "", "accessed_on": r.accessed_on or ""}
        | {name: getattr(r, name) for name in names} for r in article.references.all()
    ])  # fmt: skip
    return data | changes


def rows(prefix, typed, known=None):
    data = {f"{prefix}-TOTAL_FORMS": len(typed), f"{prefix}-INITIAL_FORMS": len(typed) if known is None else known}
    return data | {f"{prefix}-{n}-{name}": value for n, row in enumerate(typed) for name, value in row.items()}


@pytest.fixture
def writing(client, writer):
    client.force_login(writer)
    return client


def saved(article):
    return [(version.revision.user.name, version.revision.comment) for version in article.saved_drafts()]


# Saving -----------------------------------------------------------------------------------------------------------------


def test_every_save_is_kept_with_its_author_and_comment(draft, second_writer):
    draft.summary = "Shorter."
    save_draft(draft, by=second_writer, comment="Shortened the summary")

    assert saved(draft) == [("Walter Writer", "Shortened the summary"), ("Wanda Writer", "First draft")]


def test_saving_without_a_change_keeps_nothing_and_makes_nobody_a_contributor(draft, second_writer):
    save_draft(draft, by=second_writer, comment="Nothing")

    assert len(saved(draft)) == 1
    assert not DraftSave.objects.filter(article=draft, person=second_writer).exists()


def test_database_names_everybody_who_saved(draft, second_writer, editor):
    for by, change in [(second_writer, {"topics": []}), (editor, {"references": []})]:
        save_draft(draft, by=by, **change)

    assert {save.person.name for save in draft.draft_saves.all()} == {"Wanda Writer", "Walter Writer", "Edith Editor"}


@pytest.mark.parametrize(
    "change",
    [
        lambda article: Article.objects.filter(pk=article.pk).update(title="Changed"),
        lambda article: Article.objects.bulk_update([_retitled(article)], ["title"]),
        lambda article: _retitled(article).save(update_fields=["title"]),
        lambda article: Article(title="New", slug="new").save(),
        lambda article: article.topics.clear(),
        lambda article: article.references.all().delete(),
        lambda article: article.references.update(title="Changed"),
        lambda article: Byline(article=article, person=person("editor")).save(),
        lambda article: connection.cursor().execute("update articles_article set body = '<p>x</p>'"),
        lambda article: connection.cursor().execute("delete from articles_byline"),
    ],
    ids=["update", "bulk", "save", "new", "topics", "delete", "references", "byline", "sql", "sql-delete"],
)
def test_database_refuses_a_save_without_a_name(draft, change):
    with refused("every_save_has_a_person"):
        change(draft)


def _retitled(article):
    article.title = "Changed"
    return article


def test_reader_and_reviewer_save_no_draft(draft, doctor):
    with pytest.raises(PermissionDenied):
        save_draft(draft, by=doctor)


@pytest.mark.parametrize("markup", HOSTILE)
def test_hostile_markup_never_reaches_an_edition(writer, markup):
    draft = write(writer, slug="hostile", body=f"<p>Some words.</p>{markup}<p>More</p>", summary=f"A {markup} summary")

    edition = submit(draft, by=writer)

    html = edition.html.lower()
    assert set(re.findall(r"</?([a-z0-9]+)", html)) <= TAGS
    assert set(re.findall(r"<[a-z0-9]+ ([a-z]+)=", html)) <= {"href"}
    assert not re.search(r"script:|data:", html)
    assert "some words" in html


# The form ---------------------------------------------------------------------------------------------------------------


def test_new_article_is_saved_with_its_author_as_first_byline(writing, writer):
    page = writing.get(reverse("admin:articles_article_add"))
    assert f'<option value="{writer.pk}" selected>' in page.text

    topic = Topic.objects.get(slug="anxiety")
    data = {"title": "New", "slug": "new", "summary": "", "key_points": " one \n\n two", "body": "<p>Text</p>"}
    data |= {"topics": [topic.pk], "what_changed": "Began"}
    data |= rows("bylines", [{"position": "", "person": writer.pk}], known=0) | rows("references", [], known=0)
    answer = writing.post(reverse("admin:articles_article_add"), data)

    assert answer.status_code == 302, answer.context["errors"]
    article = Article.objects.get(slug="new")
    assert (article.key_points, list(article.topics.all())) == (["one", "two"], [topic])
    assert [byline.person for byline in article.bylines.all()] == [writer]
    assert saved(article) == [("Wanda Writer", "Began")]


def test_the_form_saves_once_and_only_what_changed(writing, draft, second_writer):
    writing.force_login(second_writer)
    answer = writing.post(address(draft), posted(draft))
    assert answer.status_code == 302, answer.context["errors"]
    assert len(saved(draft)) == 1
    assert not DraftSave.objects.filter(article=draft, person=second_writer).exists()

    reference = Reference(key="b", title="T​wo", design="other")
    data = posted(draft, summary="New words", what_changed="Reworded")
    data |= rows("references", [{"position": 2, "key": "garcia2020", "title": "", "design": "survey"},
                                {"position": 1, "key": reference.key, "title": reference.title, "design": "other"}])  # fmt: skip
    writing.post(address(draft), data)

    draft.refresh_from_db()
    assert draft.summary == "New words"
    assert [(r.key, r.title) for r in draft.references.all()] == [("b", "Two"), ("garcia2020", "")]
    assert saved(draft)[0] == ("Walter Writer", "Reworded")
    assert len(saved(draft)) == 2


def test_ticked_rows_go_and_the_others_stay(writing, draft):
    data = posted(draft) | {"references-0-DELETE": "on"}

    writing.post(address(draft), data)

    assert not draft.references.exists()
    assert draft.bylines.count() == 1


def test_errors_stand_beside_the_field_and_nothing_typed_is_lost(writing, draft):
    data = posted(
        draft, slug="Not An Address", body="<p>Typed body</p>", summary="Typed summary", what_changed="Typed comment"
    )
    data |= rows(
        "references", [{"position": 1, "key": "NOT A KEY", "title": "Typed title", "doi": "no doi", "design": "survey"}]
    )

    page = writing.post(address(draft), data)

    assert page.status_code == 200
    form, references = page.context["adminform"].form, page.context["inline_admin_formsets"][1].formset
    assert set(form.errors) == {"slug"}
    assert set(references.errors[0]) == {"key", "doi"}
    for typed in [
        "Not An Address",
        "Typed body",
        "Typed summary",
        "Typed comment",
        "NOT A KEY",
        "Typed title",
        "no doi",
    ]:
        assert typed in page.text
    draft.refresh_from_db()
    assert draft.slug == "what-a-survey-asked"


def test_the_same_key_twice_is_said_by_the_form(writing, draft):
    twice = [{"key": "a", "design": "other"}, {"key": "a", "design": "other"}]

    page = writing.post(address(draft), posted(draft) | rows("references", twice))

    assert page.status_code == 200
    assert "duplicate" in page.text


def test_an_address_is_taken_once(writing, draft, ptsd_draft):
    page = writing.post(address(draft), posted(draft, slug=ptsd_draft.slug))

    assert "already exists" in str(page.context["adminform"].form.errors["slug"])


def test_a_form_without_its_rows_is_refused_not_read_as_empty(writing, draft):
    data = {name: value for name, value in posted(draft).items() if not name.startswith("references")}

    page = writing.post(address(draft), data)

    assert page.status_code == 200
    assert draft.references.count() == 1


def test_statement_has_contacts_of_a_fixed_shape(writing, statements):
    statement = statements["crisis-help"]
    page = writing.get(address(statement))
    assert "988" in page.text

    data = posted(statement)
    contact = {
        "region": "Everywhere",
        "name": "N",
        "audience": "",
        "links": [{"label": "Call", "href": "tel:1"}],
        "first": True,
    }
    for wrong in [
        "{}",
        '[{"name": "x"}]',
        "[",
        json.dumps([contact | {"first": "yes"}]),
        json.dumps([contact | {"links": [{}]}]),
    ]:
        assert (
            "contact_list"
            in writing.post(address(statement), data | {"contact_list": wrong}).context["adminform"].form.errors
        )
    writing.post(address(statement), data | {"contact_list": json.dumps([contact])})

    statement.refresh_from_db()
    assert statement.contacts == [contact]
    assert statement.kind == "statement"


def test_kind_and_origin_cannot_be_posted(writing, draft):
    writing.post(
        address(draft),
        posted(draft, kind="statement", source_digest="0" * 64, contact_list="[1]", row_lock=1, language="de"),
    )

    draft.refresh_from_db()
    assert (draft.kind, draft.source_digest, draft.contacts, draft.row_lock, draft.language) == (
        "article",
        None,
        [],
        0,
        "en",
    )


# Two people at once -------------------------------------------------------------------------------------------------------


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

    assert "Wanda Writer saved this draft" in told_again.text
    assert "<del>First</del>" in told_again.text
    writing.post(address(draft), second | {"seen": told_again.context["adminform"].form["seen"].value()})
    kept = [saved_draft(draft, version.revision_id).fields["summary"] for version in draft.saved_drafts()]
    assert kept[:3] == ["Second tab", "First tab", "Theirs"]


def test_two_saves_in_the_same_instant_are_one_save_and_one_question(committed, draft):
    typed = {role: posted(draft, summary=f"By the {role}") for role in ["writer", "second_writer"]}
    together = Barrier(2)

    def post(role):
        client = Client()
        client.force_login(person(role))
        together.wait()
        try:
            return client.post(address(draft), typed[role]).status_code
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


# Comparing and restoring ----------------------------------------------------------------------------------------------------


@pytest.fixture
def two_saves(draft, second_writer):
    draft.body = "<h2>The survey</h2><p>Ten people were asked about worry [@garcia2020].</p><p>A new paragraph.</p>"
    draft.funding = "A company"
    return save_draft(
        draft, by=second_writer, comment="More", topics=list(Topic.objects.filter(slug="depression")),
        references=[Reference(key="garcia2020", title="Another title", design="survey")], bylines=[second_writer],
    )  # fmt: skip


def revisions(article):
    return [version.revision_id for version in article.saved_drafts()]


def test_saved_drafts_are_listed_and_compared(writing, two_saves):
    new, old = revisions(two_saves)

    listed = writing.get(address(two_saves, "saved_drafts"))
    for text in ["Walter Writer", "More", "Wanda Writer", "First draft"]:
        assert text in listed.text
    compared = writing.get(address(two_saves, "compare"), {"old": old, "new": new})
    found = {part.label: part.html for part in compared.context["differences"] if part.changed}

    assert set(found) == {"Body", "Topics", "References", "Bylines", "Funding"}
    assert "<ins>A new paragraph.</ins>" in found["Body"]
    assert "<del>Anxiety</del>" in found["Topics"].replace("</del> ", "</del>") or "<del>" in found["Topics"]
    with_current = writing.get(address(two_saves, "compare"), {"old": new, "new": "now"})
    assert "The two say the same." in with_current.text


def test_a_change_of_form_alone_is_said(writing, draft, writer):
    old = revisions(draft)[0]
    draft.body = draft.body.replace("h2", "h3")
    save_draft(draft, by=writer)

    page = writing.get(address(draft, "compare"), {"old": old, "new": "now"})

    assert "Only headings, lists, emphasis or spaces differ" in page.text


def test_hostile_saved_text_is_shown_as_text(writing, draft, writer):
    version = Version.objects.get_for_object(draft).get()
    forged = json.loads(version.serialized_data)
    forged[0]["fields"] |= {"title": "<script>x</script>", "body": "<p onclick='x'>b</p><script>x</script>"}
    version.serialized_data = json.dumps(forged)
    with pytest.raises(Exception, match="denied"):
        version.save()


def test_looking_changes_nothing(writing, two_saves):
    def everything():
        article = Article.objects.get(pk=two_saves.pk)
        return article.digest(), len(revisions(article)), Entry.objects.count(), DraftSave.objects.count()

    before, (new, old) = everything(), revisions(two_saves)
    for name, more in [
        ("saved_drafts", []),
        ("saved_draft", [old]),
        ("restore", [old]),
        ("submit", []),
        ("change", []),
    ]:
        assert writing.get(address(two_saves, name, *more)).status_code == 200
    writing.get(address(two_saves, "compare"), {"old": old, "new": new})

    assert everything() == before


def test_restoring_writes_a_new_draft_and_touches_no_evidence(writing, two_saves, writer):
    edition = submit(two_saves, by=writer)
    newest, oldest = revisions(two_saves)
    before = Edition.objects.values_list("pk", "digest"), Entry.objects.count()

    page = writing.get(address(two_saves, "restore", oldest))
    assert "would go" in page.text
    answer = writing.post(address(two_saves, "restore", oldest), {"seen": page.context["article"].seen.hex()})

    assert answer.status_code == 302
    article = Article.objects.get(pk=two_saves.pk)
    assert "A new paragraph" not in article.body
    assert article.funding == ""
    assert [topic.slug for topic in article.topics.all()] == ["anxiety"]
    assert [byline.person for byline in article.bylines.all()] == [writer]
    assert [reference.title for reference in article.references.all()] == ["Kratom: user demographics"]
    assert revisions(article)[1:] == [newest, oldest]
    assert saved(article)[0][1].startswith("Restored the draft of")
    assert (list(Edition.objects.values_list("pk", "digest")), Entry.objects.count()) == (list(before[0]), before[1])
    assert Edition.objects.get(pk=edition.pk).html == edition.html


def test_restoring_over_a_draft_that_was_not_shown_is_refused(writing, two_saves):
    page = writing.post(address(two_saves, "restore", revisions(two_saves)[1]), {"seen": "00"})

    assert page.status_code == 200
    assert "Not restored" in page.text
    assert len(revisions(two_saves)) == 2


def test_a_draft_whose_address_is_taken_is_not_restored(writing, draft, writer):
    old = draft.slug
    draft.slug = "moved"
    save_draft(draft, by=writer)
    write(writer, slug=old)

    page = writing.post(address(draft, "restore", revisions(draft)[1]), {"seen": draft.digest().hex()})

    assert "another article has the address" in page.text
    assert Article.objects.get(pk=draft.pk).slug == "moved"


def test_a_saved_draft_of_another_article_is_not_found(writing, draft, ptsd_draft, writer):
    other = revisions(ptsd_draft)[0]

    assert writing.get(address(draft, "saved_draft", other)).status_code == 404
    assert writing.get(address(draft, "restore", other)).status_code == 404
    assert writing.post(address(draft, "restore", other)).status_code == 404
    assert writing.get(address(draft, "compare"), {"old": other, "new": "now"}).status_code == 404
    assert writing.get(address(draft, "compare"), {"old": "x", "new": ""}).status_code == 404
    with pytest.raises(Version.DoesNotExist):
        restore(draft, other, by=writer)


def test_who_may_not_write_may_not_restore(client, two_saves, doctor):
    client.force_login(doctor)

    assert client.get(address(two_saves, "saved_drafts")).status_code == 200
    assert client.get(address(two_saves, "restore", revisions(two_saves)[1])).status_code == 403
    assert client.post(address(two_saves, "restore", revisions(two_saves)[1])).status_code == 403
    assert client.post(address(two_saves, "submit")).status_code == 403
    assert client.post(address(two_saves), posted(two_saves)).status_code == 403


# Submitting -------------------------------------------------------------------------------------------------------------


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
