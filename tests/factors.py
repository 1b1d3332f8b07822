"""Second factors of people, without their devices: an authenticator app and what its code is now, and a passkey for the door."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth

KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def clock(monkeypatch):
    """The half minute that it is: clock() is the code of the app now, clock.ticks() goes on to the next."""

    class Clock:
        now = 1000

        def __call__(self):
            return auth.format_hotp_value(auth.hotp_value(KEY, self.now))

        def ticks(self):
            Clock.now += 1

    monkeypatch.setattr(auth, "yield_hotp_counters_from_time", lambda: [Clock.now])
    return Clock()


def give_app(who):
    return auth.TOTP.activate(who, KEY).instance


@pytest.fixture
def app(doctor):
    return give_app(doctor)


def give_passkey(who):
    return Authenticator.objects.create(user=who, type="webauthn", data={"name": "Phone", "credential": {}})


def passkey_was_used(client, passkey, minutes_ago=0, method="mfa"):
    session = client.session
    session["account_authentication_methods_user"] = str(passkey.user_id)
    at = time.time() - 60 * minutes_ago
    session["account_authentication_methods"] = [{"method": method, "id": passkey.pk, "type": "webauthn", "at": at}]
    session.save()
