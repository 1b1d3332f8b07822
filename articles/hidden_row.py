"""Hidden rows: a wrong row of a statement's contacts, taken from every page at once."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models

from articles.article import Article
from articles.edition import Edition
from cms.evidence import Evidence, act


class HiddenRow(Evidence):
    """That one row of an edition's contacts is shown no more. Only a new edition, signed anew, brings it back."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="+")
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="hidden_rows")
    digest = models.BinaryField()
    contact = models.IntegerField(help_text="Its place in the edition's list, from 1.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField()

    class Meta(Evidence.Meta):
        db_table = "articles_hiddenrow"
        ordering = ["-id"]

    def __str__(self):
        return f"{self.edition}, row {self.contact}"


def hide_row(edition, contact, *, by, reason):
    """Hide the row at place `contact` (from 1) of a statement's contacts. No page shows it when this returns.

    Raises PermissionDenied without articles.take_down, and ValidationError (`a_row_is_left`, `hidden_once` …) on refusal.
    """
    if not by.has_perm("articles.take_down"):
        raise PermissionDenied
    return HiddenRow.objects.get(pk=act("hide_row", edition.pk, bytes(edition.digest), contact, by.pk, reason))
