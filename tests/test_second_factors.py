"""Second factors: who needs one before the desk opens, and that nothing stands in for it."""

import json
import re
import subprocess
import sys

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings as site
from django.contrib.auth.models import Group, Permission
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from cms.people import Person
from tests.desk import signature
from tests.door import NEW, set_up_app, sign_in
from tests.people import PASSWORD, code_for, email

# Second factors ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["doctor", "medical_lead", "editor", "compliance", "administrator"])
def test_whoever_decides_what_readers_see_needs_a_second_factor_first(committed, real, request, role):
    request.getfixturevalue(role)
    client = Client()
    sign_in(client, role)
    for address in ["/desk/", "/admin/"]:
        answer = client.get(address)
        assert (answer.status_code, answer["Location"]) == (302, "/account/second-factor/")
    assert "Your work here needs a second factor." in client.get("/account/second-factor/").text
    set_up_app(client)
    for address in ["/desk/", "/admin/"]:
        assert client.get(address).status_code == 200
    assert Authenticator.objects.filter(user=Person.objects.get(email=email(role)), type="totp").exists()


def test_door_offers_no_passkey_to_whoever_has_none(real, client, doctor):
    sign_in(client, "doctor")
    set_up_app(client)
    client.logout()
    page = client.post("/sign-in/", {"login": email("doctor"), "password": PASSWORD}, follow=True).text
    assert "Type the code that your authenticator app shows now" in page
    assert "Use a passkey" not in page


def test_writer_needs_none(real, client, writer):
    sign_in(client, "writer")
    assert client.get("/admin/").status_code == 200
    assert "needs a second factor" not in client.get("/account/second-factor/").text


def test_nothing_is_done_by_a_button_without_it(committed, real, client, doctor, edition):
    there = reverse("desk-sign-off", args=[edition.pk])
    sign_in(client, "doctor")
    answer = client.post(there, signature(edition))
    assert (answer.status_code, answer["Location"]) == (302, "/account/second-factor/")
    assert not edition.sign_offs.exists()

    key = set_up_app(client)
    client.post(there, signature(edition, one_time_code=code_for(key)))
    assert edition.sign_offs.exists()


def test_superuser_needs_one(real, client, writer):
    Person.objects.filter(pk=writer.pk).update(is_superuser=True)
    sign_in(client, "writer")
    assert client.get("/admin/")["Location"] == "/account/second-factor/"


def test_code_is_asked_for_after_the_password_and_is_good_once(real, client, doctor):
    sign_in(client, "doctor")
    key = set_up_app(client)
    client.post("/sign-out/")

    assert sign_in(client, "doctor")["Location"].startswith("/account/second-factor/authenticate/")
    assert client.get("/desk/").status_code == 302
    assert "not right" in client.post("/account/second-factor/authenticate/", {"code": "000000"}).text
    used = code_for(key)
    client.post("/account/second-factor/authenticate/", {"code": used})
    assert client.get("/desk/").status_code == 200

    other = Client()
    sign_in(other, "doctor")
    other.post("/account/second-factor/authenticate/", {"code": used})
    assert other.get("/desk/").status_code == 302


def test_recovery_code_opens_the_door_once(real, client, doctor):
    sign_in(client, "doctor")
    set_up_app(client)
    codes = re.findall(r"<code>(\d{8})</code>", client.get("/account/second-factor/recovery-codes/").text)
    assert len(codes) == 10

    for opens in [True, False]:
        other = Client()
        sign_in(other, "doctor")
        other.post("/account/second-factor/authenticate/", {"code": codes[0]})
        assert (other.get("/desk/").status_code == 200) == opens


def test_secrets_are_sealed_in_the_database(real, client, doctor):
    sign_in(client, "doctor")
    key = set_up_app(client)
    codes = re.findall(r"<code>(\d{8})</code>", client.get("/account/second-factor/recovery-codes/").text)
    stored = json.dumps(list(Authenticator.objects.values_list("data", flat=True)))
    assert key not in stored
    assert not any(code in stored for code in codes)


def test_app_set_up_under_the_old_key_still_opens_the_door(real, client, doctor, settings):
    sign_in(client, "doctor")
    key = set_up_app(client)
    cache.clear()  # the code of this half minute was used
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another key, as long as it should be, and a bit"
    later = Client()
    sign_in(later, "doctor")
    later.post("/account/second-factor/authenticate/", {"code": code_for(key)})
    assert later.get("/desk/").status_code == 200


def test_session_from_before_the_factor_is_asked_for_it(real, client, doctor):
    sign_in(client, "doctor")
    key = set_up_app(client)
    older = Client()
    older.force_login(doctor)
    answer = older.get("/desk/")
    assert answer["Location"] == "/account/second-factor/reauthenticate/?next=%2Fdesk%2F"
    cache.clear()  # the code of this half minute was used
    answer = older.post("/account/second-factor/reauthenticate/", {"code": code_for(key), "next": "/desk/"})
    assert answer["Location"] == "/desk/"
    assert older.get("/desk/").status_code == 200


def test_factor_is_not_taken_away_by_whoever_finds_the_browser_open(real, client, doctor):
    sign_in(client, "doctor")
    set_up_app(client)
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 6 * 60
    session["account_authentication_methods"] = session["account_authentication_methods"]
    session.save()
    answer = client.post("/account/second-factor/totp/deactivate/")
    assert "/account/confirm/" in answer["Location"] or "reauthenticate" in answer["Location"]
    assert Authenticator.objects.filter(user=doctor, type="totp").exists()


def test_owner_hears_by_mail_of_a_new_factor(committed, client, doctor, mailoutbox):
    sign_in(client, "doctor")
    set_up_app(client)
    assert [message.to for message in mailoutbox] == [[email("doctor")]]
    assert mailoutbox[0].subject.startswith(f"{site.SITE_NAME}: ")
    assert "If it was not you, tell an administrator at once" in mailoutbox[0].body


def test_second_factor_is_asked_for_everywhere_but_in_demo_tests_and_development():
    assert setting("SECOND_FACTOR") == "True"
    assert setting("SECOND_FACTOR", LEAF_DEMO="1") == "False"
    assert setting("SECOND_FACTOR", DEBUG="1") == "False"


def test_keys_from_before_are_named_in_the_environment():
    assert setting("SECRET_KEY_FALLBACKS", SECRET_KEY_FALLBACKS="older,oldest") == "['older', 'oldest']"


def setting(name, **environment):
    """A setting as a process of its own reads it from its environment."""
    script = f"import django; django.setup(); from django.conf import settings; print(settings.{name})"
    environment = {"PATH": "/usr/bin", "SECRET_KEY": "x" * 50, "DJANGO_SETTINGS_MODULE": "cms.settings"} | environment
    said = subprocess.run(
        [sys.executable, "-c", script], env=environment, cwd=site.BASE_DIR, capture_output=True, text=True
    )
    assert said.returncode == 0, said.stderr
    return said.stdout.strip()


def test_guessing_a_code_comes_to_an_end(real, client, doctor):
    sign_in(client, "doctor")
    key = set_up_app(client)
    other = Client()
    sign_in(other, "doctor")
    for _ in range(10):
        other.post("/account/second-factor/authenticate/", {"code": "000000"})
    other.post("/account/second-factor/authenticate/", {"code": code_for(key)})
    assert other.get("/desk/").status_code == 302


# What a thief tries -----------------------------------------------------------------------------------------------------


def test_header_that_names_a_prefix_leads_past_no_door_and_into_no_page(committed, settings, client, doctor, published):
    settings.SECOND_FACTOR = True
    sign_in(client, "doctor")
    environment = {"SCRIPT_NAME": "/x", "PATH_INFO": "/desk/"}
    assert client.get("/desk/", **environment)["Location"] == "/account/second-factor/"
    assert 'href="/x' not in Client().get(f"/articles/{published.edition.slug}/", SCRIPT_NAME="/x").text


def test_looking_at_links_of_forgotten_passwords_shuts_nobody_out(committed, settings, client, doctor):
    settings.SECOND_FACTOR = True
    for number in range(1, 12):
        Client().get(f"/account/password/new/{number}-d00000-00000000000000000000000000000000/")
    Client().post("/account/password/forgotten/", {"email": email("doctor")})
    sign_in(client, "doctor")
    set_up_app(client)
    assert client.get("/desk/").status_code == 200


def test_session_from_before_the_factor_ends_with_it(committed, settings, client, doctor):
    settings.SECOND_FACTOR = True
    thief = Client()
    sign_in(thief, "doctor")
    sign_in(client, "doctor")
    set_up_app(client)
    assert thief.get("/account/second-factor/").status_code == 302


def test_password_alone_changes_nothing_of_an_account_with_a_factor(committed, settings, client, doctor):
    settings.SECOND_FACTOR = True
    sign_in(client, "doctor")
    set_up_app(client)
    thief = Client()
    thief.force_login(doctor)
    thief.post("/account/confirm/", {"password": PASSWORD})
    answer = thief.get("/account/second-factor/recovery-codes/")
    assert answer["Location"].startswith("/account/second-factor/reauthenticate/")
    thief.post("/account/second-factor/totp/deactivate/")
    assert Authenticator.objects.filter(user=doctor, type="totp").exists()


def test_session_of_a_factor_that_is_gone_is_asked_again(committed, settings, client, doctor):
    settings.SECOND_FACTOR = True
    sign_in(client, "doctor")
    set_up_app(client)
    Authenticator.objects.all().delete()
    assert client.get("/desk/")["Location"] == "/account/second-factor/"


def test_group_of_another_name_with_more_than_a_writers_rights_needs_a_factor(committed, settings, client, writer):
    settings.SECOND_FACTOR = True
    group = Group.objects.create(name="Senior writer")
    group.permissions.add(Permission.objects.get(codename="publish"))
    writer.groups.add(group)
    sign_in(client, "writer")
    assert client.get("/admin/")["Location"] == "/account/second-factor/"


def test_new_password_does_not_open_past_the_second_factor(real, client, doctor, mailoutbox):
    sign_in(client, "doctor")
    set_up_app(client)
    thief = Client()
    thief.post("/account/password/forgotten/", {"email": email("doctor")})
    link = re.search(r"http://testserver(/account/password/new/\S+)", mailoutbox[-1].body)[1]
    here = thief.get(link, follow=True).redirect_chain[-1][0]
    thief.post(here, {"password1": NEW, "password2": NEW})
    sign_in(thief, "doctor", NEW)
    assert thief.get("/desk/").status_code == 302
