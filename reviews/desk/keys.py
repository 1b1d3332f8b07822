"""Passkeys that sign, as the desk shows them: whose, in which state, who certified them, and what they signed."""

from datetime import timedelta

from django.db.models import BooleanField, F, Func, Prefetch, Q
from django.db.models.functions import Now
from django.utils import timezone

from reviews.credential import Verification
from reviews.passkey import Certificate, Passkey, PasskeyEnd
from reviews.sign_off import SignOff

RENEWED = timedelta(days=30)  # this long before its end a certificate is made anew


def keys(passkeys, origin):
    """Passkeys with the `word` for where each stands ("certified", "waiting", "lapsed", "ended"), `signs` and `certifies`.

    `signs` is the certificate in force by which it signs at `origin`, `certifies` that by which it certifies others; or None.
    """
    ends = Prefetch("ends", PasskeyEnd.objects.select_related("by"))
    found = list(passkeys.select_related("person").prefetch_related(ends))
    made = {}
    for certificate in _certificates().filter(passkey__in=found):
        made.setdefault(certificate.passkey_id, []).append(certificate)
    for key in found:
        key.history = made.get(key.pk, [])
        counting = {c.certifies: c for c in reversed(key.history) if c.counts and c.origin == origin}
        key.signs, key.certifies = counting.get("reviewer"), counting.get("compliance officer")
        key.certificate = key.signs or key.certifies
        key.word = _word(key)
        key.is_due = key.certificate is not None and key.certificate.until_day <= (timezone.now() + RENEWED).date()
        key.groups = groups(key)
    return found


def _word(key):
    if key.has_ended:
        return "ended"
    return "certified" if key.certificate else "lapsed" if key.history else "waiting"


def _certificates():
    """Every certificate, newest first, with `counts`: whether it is in force now, and was made by one that was then."""

    def in_force(certificate, at):
        return Func(F(certificate), at, function="gate.certificate_in_force", output_field=BooleanField())

    counts = Q(in_force("pk", Now())) & (Q(issuer=None) | Q(in_force("issuer", F("at"))))
    return Certificate.objects.annotate(counts=counts).select_related("issuer__person").order_by("-id")


def groups(key):
    """The thumbprint as people read it to each other: 16 groups of 4."""
    thumbprint = bytes(key.thumbprint).hex()
    return [thumbprint[at : at + 4] for at in range(0, len(thumbprint), 4)]


def keys_of(person, origin):
    return keys(Passkey.objects.filter(person=person), origin)


def signing_keys(person, origin):
    """The passkeys with which `person` can sign now."""
    return [key for key in keys_of(person, origin) if key.signs]


def certifying_keys(person, origin):
    """The passkeys with which the officer `person` can certify now."""
    return [key for key in keys_of(person, origin) if key.certifies]


def to_certify(officer, origin):
    """Passkeys of people with a credential in force that nobody certified yet, or not for long any more; not the officer's."""
    verified = _verifications().values("credential__person")
    waiting = Passkey.objects.filter(ends=None, person__in=verified).exclude(person=officer).order_by("id")
    return [key for key in keys(waiting, origin) if not key.signs or key.is_due]


def verified_by(officer, person):
    """What the officer verified of `person` and is in force: the newest Verification, or None."""
    return _verifications().filter(officer=officer, credential__person=person).select_related("credential").first()


def _verifications():
    return Verification.objects.filter(valid_until__gt=Now(), credential__suspension=None)


def signed_with(passkey):
    """The sign-offs that were made with this passkey, newest first."""
    made = SignOff.objects.filter(assertion__passkey=passkey).select_related("edition", "revocation")
    return made.defer("edition__content", "edition__html").order_by("-id")


def certified_with(passkey):
    """The certificates of other people's passkeys that this passkey made, newest first."""
    made = Certificate.objects.filter(issuer__passkey=passkey).select_related("passkey__person")
    return made.order_by("-id")
