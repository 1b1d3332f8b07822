"""Standing interests: what a reviewer declares for all that they sign, and that an officer has read it before readers do."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models

from cms.evidence import Evidence, act
from reviews.credential import proof


class StandingInterests(Evidence):
    """What a reviewer declared for all that they sign, from an instant on. The newest count, and nothing is taken back."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="standing_interests")
    interests = models.TextField()
    declared_at = models.DateTimeField()

    class Meta(Evidence.Meta):
        db_table = "reviews_standinginterests"
        verbose_name_plural = "standing interests"
        ordering = ["-id"]

    def __str__(self):
        return self.interests

    @property
    def is_checked(self):
        """Whether a compliance officer has read it."""
        return hasattr(self, "check_of_it")


class InterestsCheck(Evidence):
    """That a compliance officer, somebody else, has read a declaration: from then on readers do."""

    declaration = models.OneToOneField(StandingInterests, models.PROTECT, primary_key=True, related_name="check_of_it")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta(Evidence.Meta):
        db_table = "reviews_interestscheck"

    def __str__(self):
        return f"{self.declaration}, read by {self.officer}"


def declare_interests(*, by, secret, interests):
    """Declare the standing interests of `by`, a reviewer whose credential was verified once: "None" if there are none.

    Raises ValidationError (`same_person`, `interests_of_a_reviewer`, `standing_interests_are_plain` …) on refusal.
    """
    return StandingInterests.objects.get(pk=act("declare_interests", by.pk, proof(by, secret), interests))


def to_check():
    """Each reviewer's newest declaration, of those that no officer has read yet; the oldest first."""
    later = StandingInterests.objects.filter(person=models.OuterRef("person"), pk__gt=models.OuterRef("pk"))
    unread = StandingInterests.objects.filter(check_of_it=None).exclude(models.Exists(later))
    return unread.select_related("person").order_by("pk")


def check_interests(declaration, *, by, secret):
    """Show a reviewer's declaration to readers: `by` is a compliance officer who has read it, and is not that reviewer.

    Raises PermissionDenied without reviews.verify_credential, and ValidationError (`interests_read_by_another`,
    `interests_to_check` …) on refusal.
    """
    if not by.has_perm("reviews.verify_credential"):
        raise PermissionDenied
    act("check_interests", declaration.pk, by.pk, proof(by, secret))
