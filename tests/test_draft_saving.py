"""Saving drafts: who saves what is known and kept, nobody saves without a name, and hostile markup goes no further."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from articles.article import Article, Byline, DraftSave, save_draft
from articles.edition import submit
from articles.vocabulary import TAGS
from tests.conftest import write
from tests.drafts import saved
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
