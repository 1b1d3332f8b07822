"""What readers may see, asked anew at every read. The only module that public pages read from, as the reader role."""

import json
from datetime import datetime
from typing import NamedTuple

from django.contrib.postgres.fields import ArrayField
from django.db import connections, models

from cms.evidence import Evidence

JSONB = 3802  # how PostgreSQL numbers its type


class Live(Evidence):
    """A row that a function of the schema live gives. Not a table: nothing is stored, nothing can be written."""

    class Meta(Evidence.Meta):
        abstract = True
        default_permissions = []


class Answer(NamedTuple):
    """What the gate answered of an address.

    `condition`: all that decides how its article looks now, as one text; None if it shows no article. While the text stays
    the same, so does every byte of the article's page. `seen` and `until`: the gate answers the same until then, while the
    database sees the same; both None if it promises nothing.
    """

    condition: str | None
    seen: str | None = None
    until: datetime | None = None


class ArticleManager(models.Manager):
    """Asks through the alias `public`, whose role may ask these functions and read nothing."""

    def at(self, slug, *columns):
        """The article that the address `slug` shows now; None if it shows none.

        `columns`: those to be read; none named means all but the signed bytes.
        """
        columns = columns or [field.column for field in self.model._meta.fields if field.column != "content"]
        question = f"select {', '.join(columns)} from live.page(%s)"  # noqa: S608 (names of our own fields)
        return next(iter(self.raw(question, [slug], using="public")), None)

    def condition(self, slug, before=None):
        """The gate's Answer for the address `slug`, asked anew.

        `before`: an earlier Answer for it. It is returned itself if the database says that nothing was written and no
        instant has come since that could change it.
        """
        with connections["public"].cursor() as cursor:
            cursor.execute(
                "select now.* from live.condition(%s) now where not live.asked_before(%s, %s)",
                [slug, before and before.seen, before and before.until],
            )
            row = cursor.fetchone()
        return Answer(*row) if row else before


class LiveArticle(Live):
    """An article as readers see it now: the signed document, its signatures and the current statements it needs."""

    article_id = models.BigIntegerField()
    slug = models.TextField()
    title = models.TextField()
    summary = models.TextField()
    number = models.IntegerField()
    topics = ArrayField(models.TextField())
    digest = models.BinaryField()
    content = models.BinaryField()
    document = models.JSONField()
    starts_at = models.DateTimeField()
    first_published_at = models.DateTimeField()
    due_by_rule = models.DateTimeField(null=True)
    sign_offs = models.JSONField()
    statements = models.JSONField()
    notices = models.JSONField()
    condition = models.TextField()

    objects = ArticleManager()

    class Meta(Live.Meta):
        db_table = 'live"."article'  # the type of these rows

    def __str__(self):
        return self.title


class ListedManager(models.Manager):
    def newest(self, limit, *, topic=None, before=None):
        """The newest `limit` articles, on `topic` (a slug) if given, as a list.

        `before`: (starts_at, id) of the publication that the list goes on after; None begins with the newest. The
        database walks the listing by their start, and asks of those alone whether they are shown. Where hundreds are
        not, it stops: the last row then is no article and has no slug, but the id and starts_at to go on after.
        """
        starts_at, pk = before or (None, None)
        question = "select * from live.newest(%s, %s, %s, %s)"
        return list(self.raw(question, [topic or "", starts_at, pk, limit], using="public"))


class LiveListed(Live):
    """An article as lists show it: a row of the function live.newest()."""

    article_id = models.BigIntegerField()
    slug = models.TextField()
    title = models.TextField()
    summary = models.TextField()
    topics = models.JSONField()
    starts_at = models.DateTimeField()
    sign_offs = models.JSONField()

    objects = ListedManager()

    class Meta(Live.Meta):
        db_table = 'live"."newest'

    def __str__(self):
        return self.title


class Signed(NamedTuple):
    """An article as its reviewer's page shows it: a row of the function live.reviewer()."""

    pk: int
    slug: str
    title: str
    starts_at: datetime
    sign_offs: list  # those of this reviewer, the newest first
    declared: dict | None  # the interests that the reviewer declared last for all articles


class Help(NamedTuple):
    """What is asked for whatever page it is, as it stands now."""

    statement: dict | None  # crisis help
    notices: list  # the safety notices in force


class Elsewhere(NamedTuple):
    """What a reader finds at an address that was public and does not show its article now."""

    fate: str
    moved_to: str | None
    statement: dict | None  # signed words for it
    related: list


def help_now():
    """Crisis help, and the safety notices in force."""
    return Help(*_ask("select live.crisis_help(), live.notices()"))


def elsewhere(slug):
    """What a reader finds at the address `slug` instead, or None if nothing was public there; and crisis help.

    Both in one question.
    """
    question = "select live.crisis_help(), x.* from (select) one left join live.elsewhere(%s) x on true"
    statement, fate, *rest = _ask(question, slug)
    return Elsewhere(fate, *rest) if fate else None, statement


def signed_by(number, limit, *, before=None):
    """The newest `limit` articles that rest on a sign-off of the person `number` and are shown now, each a Signed.

    `before` and the last row are as for lists. No article for everybody of whom none is shown, whoever they are.
    """
    starts_at, pk = before or (None, None)
    return [Signed(*row) for row in _rows("select * from live.reviewer(%s, %s, %s, %s)", number, starts_at, pk, limit)]


def _ask(question, *arguments):
    """The one row of a question, as the reader's role."""
    (row,) = _rows(question, *arguments)
    return row


def _rows(question, *arguments):
    with connections["public"].cursor() as cursor:
        cursor.execute(question, arguments)
        kinds = [column.type_code for column in cursor.description]
        return [
            [json.loads(v) if kind == JSONB and isinstance(v, str) else v for kind, v in zip(kinds, row, strict=True)]
            for row in cursor.fetchall()
        ]
