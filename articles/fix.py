"""Fixes: small changes of the public edition, which one reviewer checks. The database compares, and refuses more than a fix."""

import json
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, models, transaction
from psycopg.types.json import Jsonb

from articles.article import Article
from articles.edition import Edition
from articles.vocabulary import one_line, plain, sanitise
from cms.evidence import Evidence, act
from cms.refusals import as_fact


class Fix(Evidence):
    """That an edition is a fix: of which public edition, and on whose full review it rests."""

    edition = models.OneToOneField(Edition, models.PROTECT, primary_key=True, related_name="fix")
    of = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    root = models.ForeignKey(Edition, models.PROTECT, related_name="+", help_text="The last edition reviewed in full.")
    article = models.ForeignKey(Article, models.PROTECT, related_name="fixes")
    words_changed = models.IntegerField(help_text="Changed, added or removed since the root.")
    words_of_root = models.IntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField(help_text="What was fixed. Stays inside.")

    class Meta(Evidence.Meta):
        db_table = "articles_fix"
        verbose_name_plural = "fixes"
        ordering = ["-edition_id"]

    def __str__(self):
        return str(self.edition)


@dataclass(frozen=True)
class FixText:
    """The four texts that a fix may change, as they should be: tidied as a draft's are."""

    title: str
    summary: str
    key_points: tuple
    html: str

    @classmethod
    def of(cls, title, summary, key_points, html):
        return cls(
            one_line(title),
            plain(summary).strip(),
            tuple(one_line(point) for point in key_points if point.strip()),
            sanitise(html),
        )

    @classmethod
    def of_document(cls, document):
        return cls(document["title"], document["summary"], tuple(document["key_points"]), document["html"])

    def as_json(self):
        return {"title": self.title, "summary": self.summary, "key_points": list(self.key_points), "html": self.html}


@dataclass(frozen=True)
class Excess:
    """A rule by which a text is more than a fix, in a sentence that quotes what would change."""

    rule: str
    sentence: str


@dataclass(frozen=True)
class Rehearsal:
    """What the database would say of a fix: how many words it changes of how many, and all that makes it more than one."""

    changed: int
    words: int
    excess: list

    @property
    def is_more(self):
        """Whether the text is more than a fix, and not only something that can be mended here."""
        return any(one.rule.startswith("fix_") for one in self.excess)


def public_edition(article):
    """The edition of `article` that readers see now, or None."""
    with connection.cursor() as cursor:
        cursor.execute("select edition_id from gate.shown(%s, clock_timestamp())", [article.pk])
        found = cursor.fetchone()
    return Edition.objects.get(pk=found[0]) if found else None


def submit_fix(edition, *, by, text, reason):
    """Freeze `text` (a FixText) as a fix of `edition`, which readers see now. Returns the fix's Edition.

    `reason` says what was fixed; the reviewer reads it. Raises PermissionDenied without articles.submit, and
    ValidationError, coded with the rule's name (`fix_keeps_its_numbers`, `fix_is_small`, `fix_of_what_is_public` …), when
    the database refuses.
    """
    if not by.has_perm("articles.submit"):
        raise PermissionDenied
    return Edition.objects.get(
        pk=act("submit_fix", edition.pk, bytes(edition.digest), Jsonb(text.as_json()), by.pk, reason)
    )


def rehearse(edition, *, by, text):
    """The Rehearsal of a fix of `edition`: all that the database would refuse, at once. Nothing of it stays."""
    with connection.cursor() as cursor:
        cursor.execute("select gate.fix_rehearsed(%s, %s, %s)", [edition.pk, Jsonb(text.as_json()), by.pk])
        found = json.loads(cursor.fetchone()[0])
    excess = [Excess(fault["rule"], _sentence(fault["rule"], fault["quoted"])) for fault in found["faults"]]
    refusal = _refusal(edition, by, text)
    if refusal and refusal.code not in {one.rule for one in excess}:
        said = " ".join(refusal.messages).removeprefix("Not submitted: ")
        excess.insert(0, Excess(refusal.code, said[0].upper() + said[1:]))
    return Rehearsal(found["changed"], found["words"], excess)


def _sentence(rule, quoted):
    return f"{as_fact(rule)} Found: {quoted}" if quoted else as_fact(rule)


def _refusal(edition, by, text):
    """What refuses the act itself, or None. It is rolled back."""
    with transaction.atomic():
        try:
            submit_fix(edition, by=by, text=text, reason="Rehearsal")
        except ValidationError as refusal:
            return refusal
        finally:
            transaction.set_rollback(True)
