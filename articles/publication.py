"""Publications: one edition put before readers from an instant until an instant; and taking a page down again."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models, transaction

from articles.article import Article
from articles.carrying import carry
from articles.edition import Edition
from cms.evidence import Evidence, act


class Publication(Evidence):
    """That an edition may be shown. Whether it is, every read asks anew."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="publications")
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="publications")
    digest = models.BinaryField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(
        help_text="When its sign-offs end. Readers see it until this instant, and not at it."
    )
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    published_at = models.DateTimeField()

    class Meta(Evidence.Meta):
        db_table = "articles_publication"
        ordering = ["-id"]

    def __str__(self):
        return f"{self.edition}, from {self.starts_at:%d %B %Y, %H:%M} UTC"


class TakeDown(Evidence):
    """That a page is hidden: every publication of the article up to and including this one."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="take_downs")
    publication = models.ForeignKey(Publication, models.PROTECT, related_name="take_downs")
    kind = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField(help_text="Stays inside. Readers see a fixed, signed sentence.")

    class Meta(Evidence.Meta):
        db_table = "articles_takedown"
        verbose_name = "take-down"
        ordering = ["-id"]

    def __str__(self):
        return f"{self.article}: {self.kind}"


def publish(edition, *, by, starts_at=None, reason=""):
    """Put `edition` before readers from `starts_at` (aware; None: at once) until its sign-offs end.

    A fix is carried into the working draft too; `carried` of the publication says how that went (None: it is no fix).
    `reason` is asked for when a newer edition was published before. Raises PermissionDenied without articles.publish, and
    ValidationError (`signed_by_enough_reviewers`, `carries_required_disclaimers`, `no_silent_step_back` …) on refusal.
    """
    if not by.has_perm("articles.publish"):
        raise PermissionDenied
    with transaction.atomic():
        publication = Publication.objects.get(
            pk=act("publish", edition.pk, bytes(edition.digest), by.pk, starts_at, reason)
        )
        publication.carried = carry(edition) if edition.is_fix else None
    return publication


def take_down(article, *, by, reason):
    """Hide the article's page at once, scheduled publications too. Anybody with articles.take_down may."""
    return _hide(article, "taken down", by, reason)


def retract(article, *, by, reason):
    """As `take_down`, because the text was wrong. Readers are told so."""
    return _hide(article, "retracted", by, reason)


def _hide(article, kind, by, reason):
    if not by.has_perm("articles.take_down"):
        raise PermissionDenied
    return TakeDown.objects.get(pk=act("take_down", article.pk, kind, by.pk, reason))
