"""Re-checks: one compliance officer says that an unchanged statement is still true, and its age counts anew."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models

from articles.article import Article
from articles.edition import Edition
from cms.evidence import Evidence, act
from reviews.credential import proof


class Recheck(Evidence):
    """That a statement's edition was compared with a source and is still true. Its signatures end when they did before."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="+")
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="rechecks")
    digest = models.BinaryField()
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField(help_text="What it was checked against. Stays inside.")

    class Meta(Evidence.Meta):
        db_table = "reviews_recheck"
        verbose_name = "re-check"
        ordering = ["-id"]
        permissions = [("recheck", "Can say that a statement is still true")]

    def __str__(self):
        return f"{self.edition}, checked on {self.at:%d %B %Y}"


def recheck(edition, *, by, secret, source):
    """Say that a statement's `edition`, exactly as it stands, is still true by `source` (an address, or words).

    Raises PermissionDenied without reviews.recheck, and ValidationError (`by_a_compliance_officer`, `same_person`,
    `something_to_check_again` …) when the database refuses.
    """
    if not by.has_perm("reviews.recheck"):
        raise PermissionDenied
    return Recheck.objects.get(pk=act("recheck", edition.pk, bytes(edition.digest), by.pk, proof(by, secret), source))
