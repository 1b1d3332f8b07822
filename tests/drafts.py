"""The admin's form of a draft, as a browser sends it; and what became of a draft by it."""

import pytest
from django.urls import reverse

from articles.article import NOBODY_PAID


def address(article, name="change", *more):
    return reverse(f"admin:articles_article_{name}", args=[article.pk, *more])


def posted(article, **changes):
    """What the browser sends for the change form of `article` as it stands, with `changes`."""
    data = {
        "title": article.title, "slug": article.slug, "summary": article.summary, "body": article.body,
        "key_points": "\n".join(article.key_points), "topics": [topic.pk for topic in article.topics.all()],
        "paid": {NOBODY_PAID: "nobody", "": ""}.get(article.funding, "somebody"), "funding": article.funding, "what_changed": "",
        "seen": article.digest().hex(), "_continue": "1",
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


def revisions(article):
    return [version.revision_id for version in article.saved_drafts()]
