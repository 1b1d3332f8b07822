"""Sign-offs: one eligible reviewer's signature on one digest; and its revocation."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils import timezone

from articles.edition import Edition
from cms.evidence import Evidence, act
from reviews.credential import Credential, Verification, proof
from reviews.policy import Policy


class SignOff(Evidence):
    """A signature on exactly this digest, with the credential as it stood at that instant."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="sign_offs")
    digest = models.BinaryField(help_text="SHA-256 of the edition's bytes; a composite key ties it to the edition.")
    contributors = ArrayField(models.BigIntegerField(), help_text="As the edition names them; none may sign.")
    policy = models.ForeignKey(Policy, models.PROTECT, related_name="+")
    verification = models.ForeignKey(Verification, models.PROTECT, related_name="+")
    credential = models.ForeignKey(Credential, models.PROTECT, related_name="sign_offs")
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="sign_offs")
    reviewer_name = models.TextField()
    profession = models.TextField()
    specialties = ArrayField(models.TextField())
    meaning = models.TextField()
    interests = models.TextField()
    signed_at = models.DateTimeField()
    review_due_at = models.DateTimeField(help_text="From this instant the page says that its review is overdue.")
    ends_at = models.DateTimeField(help_text="The text may stand until this instant, and not at it.")
    assertion = models.OneToOneField(
        "reviews.Assertion",
        models.PROTECT,
        null=True,
        related_name="sign_off",
        help_text="Of a passkey, if it was made with one.",
    )

    class Meta(Evidence.Meta):
        db_table = "reviews_signoff"
        verbose_name = "sign-off"
        ordering = ["-id"]
        permissions = [("sign_off", "Can sign an edition"), ("revoke_any", "Can revoke another's sign-off")]

    def __str__(self):
        return f"{self.reviewer_name}: {self.meaning}"

    @property
    def revocation_or_none(self):
        return getattr(self, "revocation", None)

    @property
    def has_ended(self):
        return self.ends_at <= timezone.now()

    @property
    def stands(self):
        """Whether it was neither revoked nor has ended. If a text may rest on it the database says."""
        return not (self.revocation_or_none or self.has_ended)


class Revocation(Evidence):
    """The recorded end of a sign-off. What rests on it stops being public in that instant."""

    sign_off = models.OneToOneField(SignOff, models.PROTECT, primary_key=True, related_name="revocation")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField()

    class Meta(Evidence.Meta):
        db_table = "reviews_revocation"

    def __str__(self):
        return f"{self.sign_off}, revoked"


def sign_off(edition, *, by, secret, meaning, interests):
    """Sign `edition`, exactly as it was shown to `by`, with their signing secret. Returns the SignOff.

    `meaning` is one that the edition's policy asks for; `interests` are those declared for this article ("None" if none).
    Raises PermissionDenied without reviews.sign_off, and ValidationError, coded with the rule's name
    (`no_contributor_signs`, `credential_in_force`, `same_person`, `signs_exactly_this` …), when the database refuses.
    """
    if not by.has_perm("reviews.sign_off"):
        raise PermissionDenied
    return SignOff.objects.get(
        pk=act("sign_off", edition.pk, bytes(edition.digest), by.pk, proof(by, secret), meaning, interests)
    )


def revoke(sign_off, *, by, reason):
    """End a sign-off: one's own, or any as a compliance officer. The page it carries is gone when this returns."""
    if sign_off.reviewer_id != by.pk and not by.has_perm("reviews.revoke_any"):
        raise PermissionDenied
    act("revoke", sign_off.pk, by.pk, reason)


def revoke_all(seen, *, by, reason):
    """End every sign-off of `by` that stands, together: a reviewer leaves. Returns how many were ended.

    `seen` are the ids of those that were shown to them; raises ValidationError (`sign_offs_as_shown`) if more stand.
    """
    return act("revoke_all", by.pk, list(seen), reason)
