"""Credentials that are due for a second look: those that end soon, and those that ended and whose pages stand a little yet."""

from datetime import timedelta

from django.utils import timezone

from reviews.credential import Credential

SOON = timedelta(days=60)
PAGES_STAND = timedelta(days=30)  # after the end, as the gate counts it: 720 hours


def ending(at=None, **of):
    """The credentials, of a person if one is given, that are due at the instant `at` (now, if None); the first to end first.

    Each has `pages_end_at`, when what rests on it is hidden; `has_lapsed`; and its newest `checked`, the Verification. No
    verification reaches further than a year, so its end is also when a year has passed. A suspended one is never due again.
    """
    at = at or timezone.now()
    found = list(
        Credential.objects.with_dates()
        .filter(suspended_at=None, valid_until__lte=at + SOON, valid_until__gt=at - PAGES_STAND, **of)
        .select_related("person")
        .prefetch_related("verifications__officer")
        .order_by("valid_until", "pk")
    )
    for credential in found:
        credential.has_lapsed = credential.valid_until <= at
        credential.pages_end_at = credential.valid_until + PAGES_STAND
        credential.checked = max(credential.verifications.all(), key=lambda one: one.valid_until)
    return found
