"""The form of a draft: it saves once and only what changed, errors stand beside the field, and nothing typed is lost."""

import json
from html import unescape

import pytest
from django.urls import reverse

from articles.article import NOBODY_PAID, Article, DraftSave, Reference, Topic
from tests.conftest import write
from tests.drafts import address, posted, rows, saved


def test_new_article_is_saved_with_its_author_as_first_byline(writing, writer):
    page = writing.get(reverse("admin:articles_article_add"))
    assert f'<option value="{writer.pk}" selected>' in page.text

    topic = Topic.objects.get(slug="anxiety")
    data = {"title": "New", "slug": "new", "summary": "", "key_points": " one \n\n two", "body": "<p>Text</p>"}
    data |= {"topics": [topic.pk], "what_changed": "Began", "paid": "nobody"}
    data |= rows("bylines", [{"position": "", "person": writer.pk}], known=0) | rows("references", [], known=0)
    answer = writing.post(reverse("admin:articles_article_add"), data)

    assert answer.status_code == 302, answer.context["errors"]
    article = Article.objects.get(slug="new")
    assert (article.key_points, list(article.topics.all())) == (["one", "two"], [topic])
    assert [byline.person for byline in article.bylines.all()] == [writer]
    assert article.funding == "No company paid for this page."
    assert saved(article) == [("Wanda Writer", "Began")]


@pytest.mark.parametrize(
    ("before", "typed", "after"),
    [
        ("", {"paid": "nobody"}, NOBODY_PAID),
        ("", {"paid": "somebody", "funding": "Acme Ltd"}, "Acme Ltd"),
        ("Acme Ltd", {"paid": "nobody", "funding": "Acme Ltd"}, NOBODY_PAID),
        (NOBODY_PAID, {"paid": "somebody", "funding": "Acme Ltd"}, "Acme Ltd"),
        ("No company paid for this page", {"paid": "nobody", "funding": ""}, "No company paid for this page"),
    ],
)
def test_who_paid_is_chosen_and_stored_in_words(writing, writer, before, typed, after):
    draft = write(writer, funding=before)

    writing.post(address(draft), posted(draft) | typed)

    draft.refresh_from_db()
    assert draft.funding == after


@pytest.mark.parametrize(
    ("typed", "field"),
    [({"paid": ""}, "paid"), ({"paid": "somebody"}, "funding"), ({"paid": "somebody", "funding": " "}, "funding")],
)
def test_who_paid_is_not_left_unsaid(writing, writer, typed, field):
    draft = write(writer, funding="")
    page = writing.get(address(draft))
    assert not page.context["adminform"].form["paid"].value()

    page = writing.post(address(draft), posted(draft, summary="Typed") | typed)

    assert set(page.context["adminform"].form.errors) == {field}
    assert "Typed" in page.text


def test_the_choice_shows_what_the_draft_says(writing, writer):
    for slug, funding, shown in [("a", NOBODY_PAID, ("nobody", "")), ("b", "Acme Ltd", ("somebody", "Acme Ltd"))]:
        form = writing.get(address(write(writer, slug=slug, funding=funding))).context["adminform"].form
        assert (form["paid"].value(), form["funding"].value()) == shown


def test_a_statement_is_not_asked_who_paid(writing, statements):
    statement = statements["crisis-help"]
    data = posted(statement, summary="Another short form.") | {"contact_list": json.dumps(statement.contacts)}

    assert writing.post(address(statement), data).status_code == 302
    statement.refresh_from_db()
    assert (statement.summary, statement.funding) == ("Another short form.", "")


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


@pytest.mark.parametrize(
    "pasted", ["https://doi.org/10.1001/abc", "http://dx.doi.org/10.1001/abc", "doi: 10.1001/abc", " 10.1001/abc"]
)
def test_a_pasted_doi_is_stripped_to_itself(writing, draft, pasted):
    row = {"position": 1, "key": "garcia2020", "design": "survey", "doi": pasted}

    writing.post(address(draft), posted(draft) | rows("references", [row]))

    assert draft.references.get().doi == "10.1001/abc"


def test_everything_wrong_is_listed_with_links_to_the_fields(writing, draft):
    wrong = {"position": 1, "key": "KEY", "design": "survey", "accessed_on": "November"}
    page = writing.post(address(draft), posted(draft, slug="No address", title="") | rows("references", [wrong]))

    assert {place for place, _ in page.context["problems"]} == {
        "id_title", "id_slug", "id_references-0-key", "id_references-0-accessed_on"
    }  # fmt: skip
    said = unescape(page.text)
    assert '<a href="#id_references-0-accessed_on">Reference 1: ' in said
    assert "Write the date like 24/11/2026 (day, month, year) or 2026-11-24." in said
    assert "below" not in said.partition("</section>")[0].partition("Not saved")[2]
    assert "Please correct" not in said
    assert "<title>Error: " in said


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
