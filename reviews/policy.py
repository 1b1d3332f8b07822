"""Policies: which sign-offs a text needs, by whom, and for how long they hold. Those of articles are its tiers."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import PermissionDenied
from django.db import models

from articles.article import Article
from articles.page.review import CHANGE
from cms.evidence import Evidence, act
from reviews.credential import proof


class PolicyQuerySet(models.QuerySet):
    def tiers(self):
        """The newest version of each policy for articles, the lowest tier first."""
        newest = self.filter(kind="article").order_by("name", "-version").distinct("name")
        return self.filter(pk__in=newest.values("pk")).order_by("rank")


class Policy(Evidence):
    """Asks for one sign-off of each meaning in `requires`, each by another person. A newer version supersedes it."""

    name = models.TextField()
    version = models.IntegerField()
    label = models.TextField()
    kind = models.TextField()
    rank = models.IntegerField(help_text="Of the policies whose rule matches, the highest rank counts.")
    slugs = ArrayField(models.TextField())
    always = models.BooleanField()
    topics = ArrayField(models.TextField())
    words = ArrayField(models.TextField())
    all_of = ArrayField(models.TextField(), help_text="It matches where all of these policies do.")
    requires = ArrayField(models.TextField())
    signers = models.JSONField(help_text="By meaning: whose signature counts, and how many topics they must cover.")
    review_after = models.DurationField()
    ends_after = models.DurationField()
    passkeys = models.BooleanField(help_text="Whether each signature must be made with a certified passkey.")
    adopted_at = models.DateTimeField()
    asked = models.ForeignKey(
        "reviews.PasskeysAsked", models.PROTECT, null=True, related_name="policies",
        help_text="The officer's request for passkeys that adopted it; none: it came with the site's data files.",
    )  # fmt: skip

    objects = PolicyQuerySet.as_manager()

    class Meta(Evidence.Meta):
        db_table = "reviews_policy"
        verbose_name_plural = "policies"
        ordering = ["-rank", "name", "-version"]

    def __str__(self):
        return self.label

    def lacks(self, meaning, credential, topics):
        """What `credential` lacks for a signature of `meaning` on a text on `topics`: (rule, topics not covered), or None.

        The database decides, by gate.fits(); this is for saying so before.
        """
        asked = self.signers.get("medical accuracy" if meaning == CHANGE else meaning, {})
        if credential.qualification not in asked.get("by", [credential.qualification]):
            return "qualified_for_this_meaning", set()
        covers, uncovered = asked.get("covers", "all"), set(topics) - set(credential.specialties)
        if covers == "none" or not uncovered or (covers == "any" and uncovered != set(topics)):
            return None
        return "credential_covers_the_topics", uncovered


class ChosenTier(Evidence):
    """That somebody chose another tier for an article than its text calls for: raised it, or as compliance lowered it."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="chosen_tiers")
    called_for = models.TextField(help_text="The policy that its text called for then.")
    policy = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField()

    class Meta(Evidence.Meta):
        db_table = "reviews_chosentier"
        ordering = ["-id"]
        permissions = [("choose_tier", "Can choose the tier of an article")]

    def __str__(self):
        return f"{self.article}: {self.policy}"


def choose_tier(article, *, by, policy, reason, secret=""):
    """Choose the tier of `article` by the name of its policy. It counts from the next submission on, and for publishing.

    Raising needs nothing but a reason; lowering a compliance officer's signing `secret`. Raises ValidationError
    (`lowered_by_compliance`, `another_tier` …) when the database refuses.
    """
    if not by.has_perm("reviews.choose_tier"):
        raise PermissionDenied
    return ChosenTier.objects.get(
        pk=act("choose_tier", article.pk, policy, by.pk, proof(by, secret) if secret else None, reason)
    )
