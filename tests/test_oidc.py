"""Signing in through an OpenID Connect provider: existing people alone, by an address it confirmed, and with their factor."""

import time

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings as site
from django.test import Client

from cms import oidc
from cms.people import Person
from tests.factors import KEY, give_app
from tests.people import code_for, email
from tests.provider import ANOTHER_KEY, parameter
from tests.test_account import names_of
from tests.test_second_factors import setting

LEAVE, BACK = "/sign-in/elsewhere/", "/sign-in/elsewhere/back/"
NOBODY = "confirmed an e-mail address with which nobody signs in here"
NOT_SAID = "Clinic did not say who you are"
TOO_LATE = "was asked too long ago, or not by this browser"


def leave(client, **query):
    answer = client.get(LEAVE, query)
    assert answer.status_code == 302, answer.text
    return answer["Location"]


def signed_in(client):
    return "_auth_user_id" in client.session


# Who comes in -----------------------------------------------------------------------------------------------------------


def test_existing_person_comes_in_and_where_they_were_going(client, doctor, provider):
    assert (
        f'href="{LEAVE}?next=%2Fdesk%2Fnotices%2F">Sign in with Clinic'
        in client.get("/sign-in/?next=/desk/notices/").text
    )
    provider.person = email("doctor").upper()
    answer = client.get(provider.authorize(leave(client, next="/desk/notices/")))
    assert answer["Location"] == "/desk/notices/"
    assert client.get("/desk/notices/").status_code == 200
    assert client.session["_auth_user_id"] == str(doctor.pk)


@pytest.mark.parametrize("there", ["https://evil.example/", "//evil.example", "javascript:alert(1)", ""])
def test_it_leads_nowhere_else(client, doctor, provider, there):
    assert client.get(provider.authorize(leave(client, next=there)))["Location"] == "/desk/"


def test_second_factor_is_asked_for_whatever_the_provider_says_of_its_own(client, doctor, provider, settings):
    settings.SECOND_FACTOR = True
    client.get(provider.authorize(leave(client)))
    assert client.get("/desk/")["Location"] == "/account/second-factor/"

    give_app(doctor)
    other = Client()
    assert other.get(provider.authorize(leave(other)))["Location"] == "/account/second-factor/authenticate/"
    assert not signed_in(other)
    other.post("/account/second-factor/authenticate/", {"code": code_for(KEY)})
    assert other.get("/desk/").status_code == 200


def test_passkey_alone_is_asked_for_too(client, doctor, provider):
    Authenticator.objects.create(user=doctor, type="webauthn", data={"name": "Phone", "credential": {}})
    client.get(provider.authorize(leave(client)))
    assert not signed_in(client)


def test_audience_may_be_a_list_of_one(client, doctor, provider):
    provider.says = {"aud": ["leaf:1"], "azp": "leaf:1"}
    client.get(provider.authorize(leave(client)))
    assert signed_in(client)


# Who does not -----------------------------------------------------------------------------------------------------------


def refused(client, provider, address=None):
    answer = client.get(address or provider.authorize(leave(client)))
    assert answer.status_code == 403
    assert not signed_in(client)
    return answer.text


@pytest.mark.parametrize("address", ["nobody@example.org", "doctor@example.org.evil.example", "\u212aate@example.org"])
def test_unknown_address_makes_no_account(client, doctor, provider, address):
    Person.objects.create_user("kate@example.org", None, name="Kate")
    before = Person.objects.count()
    provider.person = address
    assert NOBODY in refused(client, provider)
    assert Person.objects.count() == before


def test_inactive_person_has_no_door(client, doctor, provider):
    Person.objects.filter(pk=doctor.pk).update(is_active=False)
    assert NOBODY in refused(client, provider)


@pytest.mark.parametrize("verified", [False, None, "true", 1])
def test_address_that_is_not_confirmed_opens_nothing(client, doctor, provider, verified):
    provider.says = {"email_verified": verified}
    assert "has not confirmed your e-mail address" in refused(client, provider)


@pytest.mark.parametrize("address", [None, 17, ["doctor@example.org"]])
def test_no_address_opens_nothing(client, doctor, provider, address):
    provider.says = {"email": address}
    assert "has not confirmed your e-mail address" in refused(client, provider)


@pytest.mark.parametrize(
    "says",
    [
        {"nonce": "another"}, {"nonce": None}, {"aud": "another"}, {"aud": ["leaf:1", "another"]}, {"aud": None},
        {"azp": "another"}, {"iss": "http://localhost/other"}, {"iss": None}, {"exp": 1}, {"exp": None}, {"exp": True},
        {"iat": 1}, {"iat": 99999999999}, {"exp": "99999999999"},
    ],
    ids=str,
)  # fmt: skip
def test_token_that_is_not_for_us_now_is_not_believed(client, doctor, provider, says):
    provider.says = says
    assert NOT_SAID in refused(client, provider)


@pytest.mark.parametrize(
    "header", [{"alg": "none"}, {"alg": "HS256"}, {"kid": "2"}, {"kid": None}, {"crit": ["b64"]}], ids=str
)
def test_token_that_names_another_way_of_signing_is_not_believed(client, doctor, provider, header):
    provider.header = header
    assert NOT_SAID in refused(client, provider)


def test_token_of_another_key_is_not_believed(client, doctor, provider):
    provider.signs = ANOTHER_KEY
    assert NOT_SAID in refused(client, provider)


@pytest.mark.parametrize("token", ["", "a.b", "a.b.c", "a.b.c.d", "e30.e30.", "bnVsbA.e30.e30", None])
def test_what_is_no_token_is_not_believed(client, doctor, provider, monkeypatch, token):
    monkeypatch.setattr(provider, "id_token", lambda asked: token)
    assert NOT_SAID in refused(client, provider)


# State, code, and time --------------------------------------------------------------------------------------------------


def test_answer_counts_once(client, doctor, provider):
    there = provider.authorize(leave(client))
    client.get(there)
    client.post("/sign-out/")
    assert TOO_LATE in refused(client, provider, there)


def test_code_counts_once(client, doctor, provider):
    """Also with a state that is right: the provider refuses it, and so would the proof of who asked for it (PKCE)."""
    there = provider.authorize(leave(client))
    client.get(there)
    client.post("/sign-out/")
    state = parameter(leave(client), "state")
    assert NOT_SAID in refused(client, provider, f"{BACK}?code={parameter(there, 'code')}&state={state}")


def test_code_of_another_browser_opens_nothing_here(client, doctor, provider):
    theirs = parameter(provider.authorize(leave(Client())), "code")
    state = parameter(leave(client), "state")
    assert NOT_SAID in refused(client, provider, f"{BACK}?code={theirs}&state={state}")


def test_state_of_another_browser_opens_nothing_here(client, doctor, provider):
    there = provider.authorize(leave(Client()))
    assert TOO_LATE in refused(client, provider, there)
    leave(client)
    assert TOO_LATE in refused(client, provider, there)
    assert TOO_LATE in refused(client, provider, f"{BACK}?code=x&state=é")


def test_who_stays_away_too_long_begins_again(client, doctor, provider):
    there = provider.authorize(leave(client))
    session = client.session
    session["oidc"] = session["oidc"] | {"at": time.time() - 601}
    session.save()
    assert TOO_LATE in refused(client, provider, there)


def test_answer_of_another_provider_is_none(client, doctor, provider):
    there = provider.authorize(leave(client)).replace("iss=", "iss=x")
    assert NOT_SAID in refused(client, provider, there)


def test_who_says_no_there_is_told_so(client, doctor, provider):
    state = parameter(leave(client), "state")
    assert NOT_SAID in refused(client, provider, f"{BACK}?error=access_denied&state={state}")


# The provider -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tells",
    [
        {"issuer": "http://another"},
        {"token_endpoint": "file:///etc/passwd"},
        {"jwks_uri": None},
        {"authorization_endpoint": 3},
    ],
    ids=str,
)
def test_provider_that_is_not_the_one_of_the_settings_is_asked_nothing(client, doctor, provider, tells):
    provider.tells = tells
    assert "Clinic cannot be reached" in refused(client, provider, LEAVE)


def test_provider_out_of_reach_is_said_in_words_and_no_reason_shown(client, doctor, provider, settings, caplog):
    settings.OIDC = settings.OIDC | {"url": "http://localhost:1"}
    assert "Clinic cannot be reached" in refused(client, provider, LEAVE)
    assert "localhost:1" in caplog.text


def test_provider_leads_to_no_other_address(provider, monkeypatch):
    monkeypatch.setattr(provider, "keys", lambda form, environ: ("302 Found", {}))
    with pytest.raises(oidc.NotBelieved, match="answered 302"):
        oidc._asked(f"{provider.url}/keys")


def test_secret_goes_in_the_form_where_the_provider_wants_it_so(client, doctor, provider, monkeypatch):
    sent = []
    provider.tells = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
    monkeypatch.setattr(provider, "token", lambda form, environ: sent.append(form) or ("400 Bad Request", {}))
    refused(client, provider)
    assert sent[0]["client_secret"] == site.OIDC["secret"]


def test_going_there_comes_to_an_end(client, doctor, provider):
    for _ in range(30):
        client.get(LEAVE)
    assert client.get(LEAVE).status_code == 429


# What there is, and is not ----------------------------------------------------------------------------------------------


def test_without_the_setting_there_is_no_such_door(client, one_transaction):
    assert site.OIDC == {}
    for address in (LEAVE, BACK):
        assert client.get(address).status_code == 404
    assert "elsewhere" not in client.get("/sign-in/").text
    assert loaded() == "False"
    assert loaded(LEAF_OIDC_URL="https://op.example", LEAF_OIDC_CLIENT="c", LEAF_OIDC_SECRET="s") == "True"


def loaded(**environment):
    """Whether a process with this environment loads it with its addresses."""
    databases = dict.fromkeys(("DATABASE_URL", "READER_DATABASE_URL"), "postgresql://leaf.example/leaf")
    asks = "DEBUG or __import__('cms.account_urls') and 'cms.oidc' in __import__('sys').modules"
    return setting(asks, LEAF_SITE_URL="https://leaf.example", **databases, **environment)


def test_no_screen_connects_or_makes_an_account(client, doctor, provider):
    """Those of allauth for other providers are not there at all."""
    from tests.urls_with_oidc import urlpatterns

    assert "allauth.socialaccount" not in site.INSTALLED_APPS
    assert not [name for name in names_of(urlpatterns) if name and name.startswith(("socialaccount", "openid"))]
    for address in ["/accounts/3rdparty/", "/accounts/social/signup/", "/sign-in/elsewhere/signup/", "/oidc/x/login/"]:
        assert client.get(address).status_code == 404
    assert client.post(LEAVE).status_code == client.post(BACK).status_code == 405


@pytest.mark.parametrize(
    "lacks",
    [{"LEAF_OIDC_SECRET": ""}, {"LEAF_OIDC_CLIENT": ""}, {"LEAF_SITE_URL": ""}, {"LEAF_OIDC_URL": "http://op.example"}],
    ids=str,
)
def test_half_a_setting_stops_the_start(lacks):
    whole = {
        "LEAF_OIDC_URL": "https://op.example", "LEAF_OIDC_CLIENT": "c", "LEAF_OIDC_SECRET": "s",
        "LEAF_SITE_URL": "https://leaf.example",
    }  # fmt: skip
    with pytest.raises(AssertionError, match="Signed Leaf does not start: LEAF_OIDC_URL"):
        setting("OIDC", **whole | lacks)
