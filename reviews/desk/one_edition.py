"""One edition on its screen: what readers would get of it, and what is decided about its article."""

import json
from dataclasses import dataclass

from django.db import connection
from django.db.models import BooleanField, F, Func

from articles import difference
from articles.edition import Edition
from articles.hidden_row import HiddenRow
from articles.publication import Publication, TakeDown
from reviews.verdict import Verdict


def reading(edition):
    """(document, sign-offs, statements, due by rule) of an edition, as the public page would get them at this moment."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select gate.signatures(%s, clock_timestamp()), gate.statements(%s, clock_timestamp()),"
            " gate.due_by_rule(%s, clock_timestamp())",
            [edition.pk, list(edition.statements), edition.pk],
        )
        sign_offs, statements, due_by_rule = cursor.fetchone()
    return edition.document(), json.loads(sign_offs), json.loads(statements), due_by_rule


@dataclass(frozen=True)
class Row:
    """One row of an edition's contacts: its place from 1, the contact, how it was hidden, or None, and whether it must stay.

    The last row that is shown stays, and the last of those that open every page.
    """

    place: int
    contact: dict
    hidden: HiddenRow | None
    stays: bool

    def __str__(self):
        links = ", ".join(link["label"] for link in self.contact["links"])
        return f"{self.contact['name']}, {self.contact['region']}: {links}"


def rows_of(edition, document):
    """The Rows of a statement's contacts, in order; none of an article."""
    hidden = {row.contact: row for row in HiddenRow.objects.filter(edition=edition).select_related("by")}
    contacts = document["contacts"] if edition.kind == "statement" else []
    shown = [place for place in range(1, len(contacts) + 1) if place not in hidden]
    opening = [place for place in shown if contacts[place - 1]["first"]]
    return [
        Row(place, contact, hidden.get(place), stays=[place] in (shown, opening))
        for place, contact in enumerate(contacts, start=1)
    ]


def hidden_as(article_id):
    """The kinds of take-down that hide the article's newest publication: a set. None if it was never published."""
    newest = Publication.objects.filter(article=article_id).order_by("-id").first()
    return newest and set(TakeDown.objects.filter(publication=newest).values_list("kind", flat=True))


def before(edition, person):
    """(edition to compare with, what stands against the previous one): the last that `person` signed, else the previous.

    (None, []) of a first edition.
    """
    earlier = Edition.objects.filter(article=edition.article_id, number__lt=edition.number).order_by("-number")
    previous = earlier.only("number").first()
    if previous is None:
        return None, []
    signed = earlier.filter(sign_offs__reviewer=person).only("number").first()
    return signed or previous, previous.verdicts.filter(lift=None).select_related("reviewer")


def fixed(edition, document):
    """What a fix, of this document, changed of the edition that it was made of: the parts, marked; and its links' addresses."""
    was = edition.fix.of.document()
    parts = difference.differences(difference.of_edition(was), difference.of_edition(document))
    return [part for part in parts if part.changed]


def ever_public(articles):
    """Those of the articles (ids) that readers saw at any time: a set of ids."""
    began = Func(F("pk"), function="gate.began", output_field=BooleanField())
    found = Publication.objects.filter(article__in=articles).annotate(began=began).filter(began=True)
    return set(found.values_list("article", flat=True))


def refusals_in_force(articles):
    """The refusals of these articles that nobody lifted yet, of whichever edition."""
    refusals = Verdict.objects.filter(article__in=articles, kind="refused", lift=None)
    return refusals.select_related("reviewer", "edition").defer("edition__content", "edition__html")
