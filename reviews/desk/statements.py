"""Statements on the desk: their names, which texts wait for one, and what readers lose with one."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from articles.article import State
from articles.disclaimers import StatementRule
from articles.edition import Edition


@dataclass(frozen=True)
class Loss:
    """What becomes of the public articles that need a statement, if its edition is hidden."""

    articles: int
    instead: str


@dataclass(frozen=True)
class Check:
    """When a statement that ages was signed or last checked, from when its next check is due, and when it is too old."""

    checked_at: datetime
    due_at: datetime
    ends_at: datetime
    at: datetime

    @property
    def is_due(self):
        return self.due_at <= self.at

    @property
    def is_too_old(self):
        return self.ends_at <= self.at

    @property
    def next_end(self):
        """When it would be too old, if it were checked now."""
        return self.at + (self.ends_at - self.checked_at)


def checks():
    """The Check of every edition of an ageing statement that stands, by the edition's id."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select s.edition_id, s.checked_at, s.due_at, s.ends_at, now.at from (select clock_timestamp() as at) now,"
            " gate.ageing_statements(now.at) s"
        )
        return {pk: Check(*instants) for pk, *instants in cursor.fetchall()}


def statement_names():
    """The name of each statement, of its newest rule, by slug."""
    return dict(StatementRule.objects.order_by("version").values_list("slug", "name"))


def without_current_edition(slugs):
    """Those of these statements that nothing stands for now: by slug, the newest edition of each, or None."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select s from unnest(%s::text[]) s"
            " where not exists (select from gate.current_statement(s, clock_timestamp())) order by s",
            [list(slugs)],
        )
        missing = dict.fromkeys(slug for (slug,) in cursor.fetchall())
    if missing:
        found = Edition.objects.filter(kind="statement", slug__in=missing).only("slug", "title", "number")
        missing |= {edition.slug: edition for edition in found.order_by("number")}
    return missing


def lost_with(edition):
    """The Loss of hiding this edition, or revoking a sign-off of it; None if it is no statement that is shown now."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select slug, fallback from (select distinct on (slug) * from articles_statement order by slug, version desc) s"
            " where %s in (select edition_id from gate.current_statement(slug, clock_timestamp()))",
            [edition.pk],
        )
        shown_for = dict(cursor.fetchall())
    if not shown_for:
        return None
    instead = shown_for.get(edition.slug)
    if instead and without_current_edition([instead]):
        instead = None
    public = State.objects.filter(public_edition_id__isnull=False).values("public_edition_id")
    needing = Edition.objects.filter(pk__in=public, statements__overlap=list(shown_for))
    return Loss(needing.count(), statement_names()[instead] if instead else "")
