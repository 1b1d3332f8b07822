"""The door as a person comes to it: signing in, and setting up an authenticator app."""

import re

import pytest

from tests.people import PASSWORD, code_for, email

NEW = "another long enough password"


def sign_in(client, role, password=PASSWORD):
    return client.post("/sign-in/", {"login": email(role), "password": password})


def set_up_app(client):
    """An authenticator app for whoever is signed in. Returns its key."""
    client.post("/account/confirm/", {"password": PASSWORD})
    page = client.get("/account/second-factor/totp/activate/").text
    key = re.search(r'class="key">([A-Z2-7]+)<', page)[1]
    answer = client.post("/account/second-factor/totp/activate/", {"code": code_for(key)})
    assert answer.status_code == 302, answer.text
    return key


@pytest.fixture
def real(settings, request):
    """As on a site that is not the demo's. What follows a new factor happens at the commit: for a test with `committed`."""
    request.getfixturevalue("committed" if "committed" in request.fixturenames else "one_transaction")
    settings.SECOND_FACTOR = True
