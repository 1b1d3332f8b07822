"""Editions: a draft frozen at submission. Exact bytes, numbered within the article, never changed afterwards."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import F, Func

from articles.article import Article, save_draft, tidy
from cms.evidence import Evidence, act


class Edition(Evidence):
    """The frozen text. `content` is its canonical JSON (RFC 8785); every other fact is generated from those bytes."""

    content = models.BinaryField()
    draft_digest = models.BinaryField(help_text="Of the draft that was frozen.")
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField()
    digest = models.BinaryField("fingerprint", help_text="SHA-256 of content.")
    article = models.ForeignKey(Article, models.PROTECT, related_name="editions")
    kind = models.TextField()
    number = models.IntegerField()
    slug = models.TextField()
    title = models.TextField()
    summary = models.TextField()
    html = models.TextField()
    policy_id = models.BigIntegerField()
    contributors = ArrayField(models.BigIntegerField(), help_text="None of them may sign.")
    topics = ArrayField(models.TextField())
    disclaimers = ArrayField(models.TextField(), help_text="Code and version of each that it carries.")
    statements = ArrayField(models.TextField(), help_text="Those that it needs.")
    flags = ArrayField(models.TextField())
    designs = ArrayField(models.TextField())
    root_id = models.BigIntegerField(help_text="Of a fix: the edition that was reviewed in full. 0: it is no fix.")

    class Meta(Evidence.Meta):
        db_table = "articles_edition"
        ordering = ["-id"]

    def __str__(self):
        return f"{self.title}, edition {self.number}"

    @property
    def is_fix(self):
        return self.root_id > 0

    @property
    def fingerprint(self):
        return bytes(self.digest).hex()

    def document(self):
        """The content as Python's own types, read by the database from the very bytes."""
        return Edition.objects.annotate(
            document=Func(F("content"), function="doc", output_field=models.JSONField())
        ).values_list("document", flat=True).get(pk=self.pk)  # fmt: skip


def submit(article, *, by, seen=None):
    """Freeze the draft of `article` into its next edition and open the review of it. Returns the Edition.

    `seen` is the digest of the draft that `by` looked at; left out, it is the draft as it now stands. The text is
    sanitised again first. Raises PermissionDenied without articles.submit, and ValidationError, coded with the rule's
    name (`draft_as_seen`, `something_new_to_submit`, `three_to_five_key_points` …), when the database refuses.
    """
    if not by.has_perm("articles.submit"):
        raise PermissionDenied
    if seen is None:
        article = _tidied(Article.objects.get(pk=article.pk), by)
        seen = article.digest()
    return Edition.objects.get(pk=act("submit", article.pk, seen, by.pk))


def _tidied(article, by):
    """The article, its draft saved anew if sanitising changes it: a draft may have been written round the forms."""
    before = (article.title, article.summary, article.key_points, article.body, article.funding)
    tidy(article)
    if before != (article.title, article.summary, article.key_points, article.body, article.funding):
        save_draft(article, by=by, comment="Sanitised at submission")
    return article
