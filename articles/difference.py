"""The marked difference between two drafts or editions, field by field, for people who decide which words stand."""

import json
from dataclasses import dataclass
from types import SimpleNamespace

from django.utils.html import escape
from django.utils.safestring import mark_safe
from lxml.html.diff import htmldiff

from articles.article import Reference
from articles.vocabulary import sanitise, sanitise_difference


@dataclass(frozen=True)
class Part:
    """One field of a draft, or of the difference of two, as safe HTML.

    `changed`: the two differ. `marked`: what differs is marked with ins and del; a change of headings, lists or
    emphasis alone is not, and then `old` holds the older form.
    """

    label: str
    html: str
    changed: bool = False
    marked: bool = True
    old: str = ""


def parts(fields, topics, references, bylines):
    """The text of a draft by field, each as HTML in the editor's vocabulary. Empty fields are empty texts."""
    return {
        "Title": _text(fields["title"]),
        "Address": _text(fields["slug"]),
        "Summary": _text(fields["summary"]),
        "Key points": _list(fields["key_points"]),
        "Body": sanitise(fields["body"]),
        "Topics": _text(", ".join(sorted(str(topic) for topic in topics))),
        "References": _list([describe(reference) for reference in references]),
        "Bylines": _text(", ".join(str(byline.person) for byline in bylines)),
        "Funding": _text(fields["funding"] or "Nobody said yet who paid for this page."),
        "AI tools": _text("used" if fields["uses_ai_tools"] else "not used"),
        "Contacts": _list([json.dumps(contact, ensure_ascii=False) for contact in fields["contacts"]]),
    }


def of_saved(kept):
    """The parts of a SavedDraft."""
    return parts(kept.fields, kept.topics, kept.references, kept.bylines)


def of_article(article):
    """The parts of the draft as it now stands in the database."""
    return parts(
        vars(article), article.topics.all(), article.references.all(), article.bylines.select_related("person")
    )


def of_edition(document):
    """The parts of an edition's document: those of its draft, and what freezing added to them."""
    fields = document | {"body": document["html"], "uses_ai_tools": "ai-tools" in document["flags"]}
    return parts(
        fields,
        [topic["name"] for topic in document["topics"]],
        [Reference(**reference) for reference in document["references"]],
        [SimpleNamespace(person=byline["name"]) for byline in document["bylines"]],
    ) | {
        "Disclaimers": _list([f"{item['name']}: {item['full']}" for item in document["disclaimers"]]),
        "Statements": _list([item["slug"] for item in document["statements"]]),
    }


def shown(parts):
    """Those parts that say something, to be read."""
    return [Part(label, mark_safe(html)) for label, html in parts.items() if html]  # noqa: S308 (escaped or sanitised)


def differences(old, new):
    """Every part that `old` or `new` has, in order, with what was added and removed marked."""
    return [_difference(label, old[label], new[label]) for label in new if old[label] or new[label]]


def _difference(label, old, new):
    if old == new:
        return Part(label, mark_safe(new))  # noqa: S308 (as in shown)
    html = sanitise_difference(htmldiff(old, new))
    marked = "<ins>" in html or "<del>" in html
    old_beside = mark_safe("" if marked else old)  # noqa: S308 (as in shown)
    return Part(label, mark_safe(html if marked else new), True, marked, old_beside)  # noqa: S308 (as in shown, or sanitised above)


def describe(reference):
    """A reference in one line, every field of it that was filled in."""
    year = str(reference.year or "")
    issue = ":".join(filter(None, [reference.volume, reference.pages]))
    known = [
        reference.authors, reference.title, reference.journal, ";".join(filter(None, [year, issue])),
        reference.doi and f"doi:{reference.doi}", reference.pmid and f"PMID {reference.pmid}", reference.pmcid,
        reference.url, reference.accessed_on and f"accessed {reference.accessed_on}", f"({reference.design})",
    ]  # fmt: skip
    return f"[@{reference.key}] " + ". ".join(filter(None, known))


def _text(text):
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())


def _list(texts):
    return "<ul>" + "".join(f"<li>{escape(text)}</li>" for text in texts) + "</ul>" if texts else ""
