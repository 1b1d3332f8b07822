"""Verdicts against an edition: changes requested; or refused, which holds for the article until it is lifted."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models

from articles.article import Article
from articles.edition import Edition
from cms.evidence import Evidence, act
from reviews.credential import proof


class Verdict(Evidence):
    """What a reviewer said against exactly this digest."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="verdicts")
    digest = models.BinaryField()
    article = models.ForeignKey(Article, models.PROTECT, related_name="verdicts")
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kind = models.TextField()
    reason = models.TextField()
    at = models.DateTimeField()

    class Meta(Evidence.Meta):
        db_table = "reviews_verdict"
        ordering = ["-id"]
        permissions = [
            ("request_changes", "Can request changes to an edition"),
            ("refuse", "Can refuse an article"),
            ("overrule", "Can overrule a refusal"),
        ]

    def __str__(self):
        return f"{self.edition}: {self.kind}"


class Lift(Evidence):
    """The end of a refusal."""

    verdict = models.OneToOneField(Verdict, models.PROTECT, primary_key=True, related_name="lift")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kind = models.TextField()
    at = models.DateTimeField()
    reason = models.TextField()

    class Meta(Evidence.Meta):
        db_table = "reviews_lift"

    def __str__(self):
        return f"{self.verdict}, {self.kind}"


def request_changes(edition, *, by, reason):
    """End the review of `edition`: the writer is asked to change the text and submit it anew."""
    if not by.has_perm("reviews.request_changes"):
        raise PermissionDenied
    return Verdict.objects.get(pk=act("request_changes", edition.pk, bytes(edition.digest), by.pk, reason))


def refuse(edition, *, by, secret, reason):
    """Refuse the article as not fit to be published, signed. Holds for later editions too, until it is lifted."""
    if not by.has_perm("reviews.refuse"):
        raise PermissionDenied
    return Verdict.objects.get(
        pk=act("refuse_article", edition.pk, bytes(edition.digest), by.pk, proof(by, secret), reason)
    )


def lift_refusal(verdict, *, by, secret, reason):
    """Lift one's own refusal; or overrule another's, as the medical lead who neither contributed nor signed."""
    if verdict.reviewer_id != by.pk and not by.has_perm("reviews.overrule"):
        raise PermissionDenied
    act("lift_refusal", verdict.pk, by.pk, proof(by, secret), reason)
