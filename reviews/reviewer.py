"""What readers are told of a reviewer beside their signatures: the interests that they declare for all that they sign."""

from django.conf import settings
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


def declare_interests(*, by, secret, interests):
    """Declare the standing interests of `by`, a reviewer whose credential was verified once: "None" if there are none.

    Raises ValidationError (`same_person`, `interests_of_a_reviewer`, `standing_interests_are_plain` …) on refusal.
    """
    return StandingInterests.objects.get(pk=act("declare_interests", by.pk, proof(by, secret), interests))
