"""What the operator does for somebody who lost their phone and their recovery codes: off go all second factors and sessions.

The password stays, and so do signing secret and passkeys that sign. They sign in with it and set up a factor anew.
"""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string

from cms.mail import post
from cms.postgresql.setup import database_urls, owner_alias
from cms.refusals import SENTENCES


def free_account(person, *, reason):
    """Take every second factor off `person`, end their sessions, enter it in the ledger and tell them by mail.

    Only the operator, who holds the owner's database URL, can: no web process does. Raises ValidationError.
    """
    urls = database_urls()
    if "owner" not in urls:
        raise ValidationError("Set OWNER_DATABASE_URL: only the database's owner does this.", code="by_the_operator")
    with owner_alias(urls["owner"]) as connection, transaction.atomic(using=connection.alias):
        try:
            connection.cursor().execute("select act.free_account(%s, %s)", [person.pk, reason])
        except IntegrityError as error:
            rule = error.__cause__.diag.constraint_name
            raise ValidationError(SENTENCES.get(rule, str(error)), code=rule) from error
        Authenticator.objects.using(connection.alias).filter(user_id=person.pk).delete()
        UserSession.objects.using(connection.alias).filter(user_id=person.pk).delete()
        for session in Session.objects.using(connection.alias).iterator():
            holds = session.get_decoded()
            half_way = holds.get("account_login") or {}  # the password was right, and the factor is asked for
            if str(person.pk) in {holds.get(SESSION_KEY), half_way.get("user_pk")}:
                session.delete(using=connection.alias)
    message = render_to_string("account/email/freed_message.txt").strip()
    subject = f"{settings.SITE_NAME}: Your second factors were taken away"
    post(EmailMessage(subject, message, to=[person.email]), "account/email/freed")
