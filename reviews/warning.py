"""Credentials that end soon: who is warned by mail, and when. What it means for pages the database decides."""

from datetime import timedelta
from smtplib import SMTPException
from typing import NamedTuple

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from cms.people import Person
from cms.sign_in import may_sign_in
from reviews.credential import Credential
from reviews.desk.lapsing import ending
from reviews.desk.signers import officers

DAYS = (7, 30, 60)  # before the end, the nearest first


class Warned(NamedTuple):
    """What became of one mail: `fault` is why it was not sent, and empty if it was."""

    credential: Credential
    person: Person
    fault: str


def warn(at=None):
    """Send each mail that is due at the instant `at` (now, if None) and was not sent. Gives what became of each.

    The reviewer and every compliance officer are warned 60, 30 and 7 days before a verified credential ends, once each.
    When days were skipped, only the nearest warning is sent. A mail that could not be sent is tried again next time.
    """
    at = at or timezone.now()
    for credential in ending(at):
        left = credential.valid_until - at
        days = next((days for days in DAYS if left <= timedelta(days=days)), None)
        if days and left > timedelta():
            for person in those_to_warn(credential):
                fault = _warn_once(credential, person, days, left)
                if fault is not None:
                    yield Warned(credential, person, fault)


def those_to_warn(credential):
    """The reviewer and the officers in office, each once, and only who can sign in."""
    people = {person.pk: person for person in [credential.person, *officers()]}
    return [person for person in people.values() if may_sign_in(person)]


def _warn_once(credential, person, days, left):
    """Empty if the mail was sent, why not if it could not be, None if it was sent before.

    The row stands only if the mail went out, also with two timers at once.
    """
    try:
        with transaction.atomic():
            if not _noted(credential, person, days):
                return None
            _mail(credential, person, left).send()
    except (SMTPException, OSError) as problem:
        return str(problem) or type(problem).__name__
    return ""


def _noted(credential, person, days):
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into reviews_warning (credential_id, valid_until, days, person_id) values (%s, %s, %s, %s)"
            " on conflict do nothing",
            [credential.pk, credential.valid_until, days, person.pk],
        )
        return bool(cursor.rowcount)


def _mail(credential, person, left):
    context = {
        "credential": credential,
        "own": person.pk == credential.person_id,
        "days": -(-left // timedelta(days=1)),
        "desk": settings.SITE_URL and settings.SITE_URL + reverse("desk-credentials"),
    }
    return get_adapter().render_mail("reviews/email/credential_ends", person.email, context)
