"""The second of the two components of a signature (as in 21 CFR 11.200): a factor of the signer, shown at that moment.

PostgreSQL checks the first, the signing secret. This one the web process checks: what it stops is whoever knows a secret and
found a session open, not a web process that an attacker controls.
"""

import time
from contextlib import contextmanager

from allauth.account.authentication import get_authentication_records
from allauth.core.internal import ratelimit
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.internal.flows import check_rate_limit
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError

OPENS_THE_DOOR = "Not done: that is your password. If it is your signing secret too, choose another password first."
OF_THE_SECRET = {"same_person", "signing_is_locked"}  # refusals by which a secret was tried in vain


class SecondComponent:
    """What this person shows beside their signing secret: a code of their authenticator app, or else a passkey just used.

    Whoever has neither is asked for nothing where the site asks for no second factor at all, and signs nothing elsewhere.
    """

    def __init__(self, request):
        self.request = request
        factors = Authenticator.objects.filter(user=request.user) if request.user.is_authenticated else []
        # An app comes first where somebody has both. Recovery codes open the door alone: nobody signs with one.
        self.app = next((factor for factor in factors if factor.type == Authenticator.Type.TOTP), None)
        self.passkeys = {factor.pk for factor in factors if factor.type == Authenticator.Type.WEBAUTHN}

    @property
    def is_code(self):
        return self.app is not None

    @property
    def passkey_is_due(self):
        """Whether a passkey must be used first; a use counts for as long as any other proof of who one is."""
        return bool(self.passkeys) and not self.is_code and not self._passkey_was_used()

    def _passkey_was_used(self):
        since = time.time() - settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
        return any(
            record["method"] == "mfa" and record.get("id") in self.passkeys and record["at"] > since
            for record in get_authentication_records(self.request, self.request.user)
        )

    @contextmanager
    def shown(self, code, secret=""):
        """The block is what is signed; it is not entered without the component, nor with a secret that is the password.

        Without a `secret` a new one is chosen: the operation itself compares that with the password, and says so.

        A code is good once. It stays good if the block is refused, unless a secret was tried with it: a code that somebody
        saw is worth one try of a secret, no more.
        """
        if self.is_code:
            self._spend(code)
        elif self.passkey_is_due:
            raise ValidationError("Use your passkey first, then sign.", code="passkey_is_shown")
        elif not self.passkeys and settings.SECOND_FACTOR:
            raise ValidationError("Not done: set up a second factor first.", code="second_factor_is_there")
        try:
            with self._not_the_password(secret):
                yield
        except ValidationError as refusal:
            if self.is_code and refusal.code not in OF_THE_SECRET:
                # allauth noted the code as used when it found it right, and has no other way to take that back.
                cache.delete(self.app.wrap()._get_used_cache_key(code))
            raise

    @contextmanager
    def _not_the_password(self, secret):
        """A password chosen after the secret may be the same. No web process can ask the database that; here it shows.

        So does a password typed by mistake, which then is no wrong secret. Tries that end in a refusal count with those
        at the question who one is.
        """
        person = self.request.user
        about = {"app": "allauth.account", "action": "reauthenticate", "user": person}
        if not (tried := ratelimit.consume(self.request, **about)):
            raise ValidationError("Too many tries. Wait a minute.", code="too_many_tries")
        if secret and person.check_password(secret):
            raise ValidationError(OPENS_THE_DOOR, code="not_the_password")
        yield
        tried.rollback()

    def _spend(self, code):
        """Wrong codes count with those at the door; so do codes that were used, at the door or here."""
        clear = check_rate_limit(self.request.user, error_key="rate_limited")
        if not self.app.wrap().validate_code(code):
            raise get_adapter().validation_error("incorrect_code")
        clear()
        self.app.record_usage()


def second_component(request):
    """That of whoever is signed in; looked up once for all forms of a page."""
    if not hasattr(request, "_second_component"):
        request._second_component = SecondComponent(request)
    return request._second_component
