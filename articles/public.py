"""What readers may see, asked anew at every read. The only module that public pages read from, as the reader role."""

from datetime import datetime
from typing import NamedTuple

from django.contrib.postgres.fields import ArrayField
from django.db import connections, models

from cms.evidence import Evidence


class LiveManager(models.Manager):
    """Reads through the alias `public`, whose role can read nothing but these views."""

    def get_queryset(self):
        return super().get_queryset().using("public")


class Live(Evidence):
    """A row of a public view. Not a table: nothing is stored, nothing can be written."""

    objects = LiveManager()

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


class ArticleManager(LiveManager):
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
        db_table = 'live"."article'

    def __str__(self):
        return self.title


class ListedManager(LiveManager):
    def newest(self, limit, *, topic=None, before=None):
        """The newest `limit` articles, on `topic` (a slug) if given, as a list.

        `before`: (starts_at, id) of the publication that the list goes on after; None begins with the newest. The
        database walks the listing by their start, and asks of those alone whether they are shown.
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


class LiveNotice(Live):
    """An address that was public and shows no article now: its fate, and the signed words for it."""

    slug = models.TextField(primary_key=True)
    fate = models.TextField()
    moved_to = models.TextField(null=True)
    statement = models.JSONField(null=True)
    help = models.JSONField(null=True)
    related = models.JSONField()

    class Meta(Live.Meta):
        db_table = 'live"."notice'

    def __str__(self):
        return self.slug


class LiveHelp(Live):
    """What is asked for whatever page it is, as it stands now: crisis help, and the safety notices in force. One row."""

    statement = models.JSONField(primary_key=True)
    notices = models.JSONField()

    class Meta(Live.Meta):
        db_table = 'live"."help'

    def __str__(self):
        return "crisis help"
