"""The door: e-mail and password, what a stranger can learn from it, and what a thief tries."""

import re

import pytest
from django.core.cache import cache
from django.test import Client

from cms.people import Person
from tests.databases import run
from tests.door import sign_in
from tests.people import PASSWORD, email

# What a stranger learns -------------------------------------------------------------------------------------------------


def test_known_and_unknown_addresses_look_the_same(client, doctor, mailoutbox):
    def without_tokens(page, address):
        return re.sub(r'value="[\w-]{20,}"', "", page.text).replace(address, "")

    for address, typed in [("/sign-in/", {"password": "x" * 20}), ("/account/password/forgotten/", {})]:
        field = "login" if "password" in typed else "email"
        known, unknown = (
            client.post(address, typed | {field: someone}, follow=True)
            for someone in [email("doctor"), "nobody@example.org"]
        )
        assert known.status_code == unknown.status_code
        assert without_tokens(known, email("doctor")) == without_tokens(unknown, "nobody@example.org")
    assert [message.to for message in mailoutbox] == [[email("doctor")]]


def test_guessing_a_password_comes_to_an_end(client, doctor):
    for _ in range(5):
        assert "do not match" in sign_in(client, "doctor", "wrong password again").text
    assert "Too many tries." in sign_in(client, "doctor").text
    assert client.get("/desk/").status_code == 302


def test_asking_for_mail_comes_to_an_end_in_words(client, doctor, mailoutbox):
    for _ in range(6):
        answer = client.post("/account/password/forgotten/", {"email": email("doctor")})
    assert answer.status_code == 429
    assert "Too many tries" in answer.text
    assert len(mailoutbox) == 5


def test_nobody_makes_an_account(client, one_transaction):
    page = client.post("/account/new/", {"email": "new@example.org", "password1": PASSWORD})
    assert page.status_code == 405
    assert "made by an administrator" in client.get("/account/new/").text
    assert not Person.objects.filter(email="new@example.org").exists()


def test_closed_account_has_no_door(client, doctor, mailoutbox):
    Person.objects.filter(pk=doctor.pk).update(is_active=False)
    assert "do not match" in sign_in(client, "doctor").text
    client.post("/account/password/forgotten/", {"email": email("doctor")})
    assert not mailoutbox


@pytest.mark.parametrize(
    "address", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_door_leads_nowhere_else(client, doctor, address):
    answer = client.post("/sign-in/", {"login": email("doctor"), "password": PASSWORD, "next": address})
    assert answer["Location"] == "/desk/"


# What a thief tries -----------------------------------------------------------------------------------------------------


def test_nothing_that_the_database_holds_is_unpickled(one_transaction, settings):
    """Whoever has the application's database password writes there; it must not run in the web process."""
    from django.core.cache import caches
    from django.core.cache.backends.db import BaseDatabaseCache

    assert not any(isinstance(caches[name], BaseDatabaseCache) for name in settings.CACHES)
    assert "pickle" not in settings.SESSION_SERIALIZER.lower()
    cache.set("a", [1.5, 2], 60)
    assert run("select value from cms_tries where cache_key like '%%a'") == [("[1.5, 2]",)]
    assert cache.get("a") == [1.5, 2]


def test_tries_are_kept_for_their_time_and_added_once(one_transaction):
    assert (cache.add("a", 1, 60), cache.add("a", 2, 60), cache.get("a")) == (True, False, 1)
    cache.set("a", 3, -1)
    assert cache.get("a", "gone") == "gone"
    assert (cache.add("a", 4, None), cache.get("a")) == (True, 4)
    assert (cache.delete("a"), cache.delete("a"), cache.get("a")) == (True, False, None)


@pytest.mark.parametrize("host", ["testserver:{}", "TESTSERVER:{}"])
def test_another_host_or_port_gives_no_new_tries(client, doctor, host):
    for n in range(1000, 1006):
        sign_in(Client(headers={"host": host.format(n)}), "doctor", "wrong password again")
    assert "Too many tries." in sign_in(client, "doctor").text


def test_old_address_gets_no_link(client, doctor, mailoutbox):
    client.post("/account/password/forgotten/", {"email": email("doctor")})
    doctor.email = "New.Address@example.org"
    doctor.save()
    mailoutbox.clear()
    client.post("/account/password/forgotten/", {"email": email("doctor")})
    assert not mailoutbox
    client.post("/account/password/forgotten/", {"email": "New.Address@example.org"})
    assert [message.to for message in mailoutbox] == [["new.address@example.org"]]


@pytest.mark.parametrize(
    "address", ["/", "/articles/what-a-survey-asked/", "/articles/what-a-survey-asked/edition.json"]
)
def test_what_caches_may_share_sets_no_cookie(client, published, address):
    client.cookies.load({"csrftoken": "abcdefgh", "sessionid": "abc"})
    answer = client.get(address)
    assert "public" in answer["Cache-Control"]
    assert not answer.cookies
    assert "Cookie" not in answer["Vary"]
