"""What the operator does for somebody who lost their phone and their recovery codes: off go all second factors and sessions.

The password stays, and so do signing secret and passkeys that sign. They sign in with it and set up a factor anew.
"""

from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction

from cms.evidence import act
from cms.owner import as_owner


def free_account(person, *, reason):
    """Take every second factor off `person`, end their sessions, enter it in the ledger and tell them by mail.

    Raises ValidationError.
    """
    with as_owner() as owner, transaction.atomic(using=owner):
        act("free_account", person.pk, reason, using=owner)
        Authenticator.objects.using(owner).filter(user_id=person.pk).delete()
        UserSession.objects.using(owner).filter(user_id=person.pk).delete()
        for session in Session.objects.using(owner).iterator():
            holds = session.get_decoded()
            half_way = holds.get("account_login") or {}  # the password was right, and the factor is asked for
            if str(person.pk) in {holds.get(SESSION_KEY), half_way.get("user_pk")}:
                session.delete(using=owner)
    get_adapter().send_mail("account/email/freed", person.email, {})
