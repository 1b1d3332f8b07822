"""The door: e-mail and password, second factors, forgotten passwords, sessions, and what a stranger can learn from it."""

import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import allauth
import pytest
from allauth.mfa.models import Authenticator
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings as site
from django.contrib.auth.models import Group, Permission
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from cms.people import Person
from tests.databases import run
from tests.desk import signature
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


# Second factors ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["doctor", "medical_lead", "editor", "compliance", "administrator"])
@pytest.mark.parametrize("address", ["/desk/", "/admin/"])
def test_whoever_decides_what_readers_see_needs_a_second_factor_first(committed, real, request, role, address):
    request.getfixturevalue(role)
    client = Client()
    sign_in(client, role)
    answer = client.get(address)
    assert (answer.status_code, answer["Location"]) == (302, "/account/second-factor/")
    assert "Your work here needs a second factor." in client.get("/account/second-factor/").text
    set_up_app(client)
    assert client.get(address).status_code == 200
    assert Authenticator.objects.filter(user=Person.objects.get(email=email(role)), type="totp").exists()


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

    set_up_app(client)
    client.post(there, signature(edition))
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


def test_mail_server_out_of_reach_stops_nobody_and_is_logged(client, doctor, settings, caplog):
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = (
        "django.core.mail.backends.smtp.EmailBackend",
        "localhost",
        1,
    )
    answer = client.post("/account/password/forgotten/", {"email": email("doctor")})
    assert (answer.status_code, answer["Location"]) == (302, "/account/password/forgotten/sent/")
    assert "Mail was not sent" in caplog.text


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


def test_guessing_a_code_comes_to_an_end(real, client, doctor):
    sign_in(client, "doctor")
    key = set_up_app(client)
    other = Client()
    sign_in(other, "doctor")
    for _ in range(10):
        other.post("/account/second-factor/authenticate/", {"code": "000000"})
    other.post("/account/second-factor/authenticate/", {"code": code_for(key)})
    assert other.get("/desk/").status_code == 302


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


def test_old_address_gets_no_link(client, doctor, mailoutbox):
    client.post("/account/password/forgotten/", {"email": email("doctor")})
    doctor.email = "New.Address@example.org"
    doctor.save()
    mailoutbox.clear()
    client.post("/account/password/forgotten/", {"email": email("doctor")})
    assert not mailoutbox
    client.post("/account/password/forgotten/", {"email": "New.Address@example.org"})
    assert [message.to for message in mailoutbox] == [["new.address@example.org"]]


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


@pytest.mark.parametrize(
    "address", ["/", "/articles/what-a-survey-asked/", "/articles/what-a-survey-asked/edition.json"]
)
def test_what_caches_may_share_sets_no_cookie(client, published, address):
    client.cookies.load({"csrftoken": "abcdefgh", "sessionid": "abc"})
    answer = client.get(address)
    assert "public" in answer["Cache-Control"]
    assert not answer.cookies
    assert "Cookie" not in answer["Vary"]


# Passwords and sessions -------------------------------------------------------------------------------------------------


def test_forgotten_password_by_mail(client, doctor, mailoutbox, settings):
    settings.SITE_URL = "https://leaf.example"
    elsewhere = Client()
    elsewhere.force_login(doctor)
    client.post("/account/password/forgotten/", {"email": email("doctor").upper()}, headers={"host": "localhost"})
    (message,) = mailoutbox
    assert message.subject == f"{site.SITE_NAME}: A new password"
    link = re.search(r"https://leaf\.example(/account/password/new/\S+)", message.body)[1]
    form = client.get(link, follow=True)
    here = form.redirect_chain[-1][0]
    assert "too short" in client.post(here, {"password1": "short", "password2": "short"}).text
    client.post(here, {"password1": NEW, "password2": NEW})
    assert sign_in(client, "doctor", NEW).status_code == 302
    assert elsewhere.get("/desk/").status_code == 302
    assert "This link does not work" in Client().get(link, follow=True).text


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


def test_who_has_no_password_yet_chooses_one(client, doctor, mailoutbox):
    doctor.set_unusable_password()
    doctor.save()
    client.force_login(doctor)
    page = client.get("/account/password/", follow=True)
    assert page.redirect_chain == [("/account/password/first/", 302)]
    client.post("/account/password/first/", {"password1": NEW, "password2": NEW})
    assert sign_in(Client(), "doctor", NEW)["Location"] == "/desk/"
    assert [message.subject for message in mailoutbox] == [f"{site.SITE_NAME}: Your account has a password"]


OF_THE_ACCOUNT = [
    "mfa/messages/*.txt", "mfa/email/*.txt", "usersessions/messages/*.txt", "account/messages/logged_*.txt",
    "account/messages/password_*.txt", "account/email/password_changed_*.txt", "account/email/password_set_*.txt",
    "account/email/password_reset_[!c]*.txt",
]  # fmt: skip


def test_account_speaks_in_this_sites_words_alone():
    theirs = Path(allauth.__file__).parent / "templates"
    names = [path.relative_to(theirs) for pattern in OF_THE_ACCOUNT for path in theirs.glob(pattern)]
    assert len(names) > 20
    assert [str(name) for name in names if not (site.BASE_DIR / "templates" / name).exists()] == []


def test_other_ways_to_say_who_one_is_are_named_in_plain_words(real, client, doctor):
    sign_in(client, "doctor")
    set_up_app(client)
    assert client.get("/account/confirm/")["Location"].startswith("/account/second-factor/reauthenticate/")
    Authenticator.objects.create(user=doctor, type="webauthn", data={"name": "Phone", "credential": {}})
    assert "Use a passkey" in client.get("/account/second-factor/reauthenticate/").text


def test_sessions_are_listed_and_ended(client, doctor):
    other = Client(headers={"user-agent": "A browser left open <b>"})
    sign_in(other, "doctor")
    sign_in(client, "doctor")
    page = client.get("/account/sessions/").text
    assert "A browser left open &lt;b&gt;" in page
    client.post("/account/sessions/")
    assert other.get("/desk/").status_code == 302
    assert client.get("/desk/").status_code == 200


def test_no_screen_of_the_account_is_open_to_strangers(client, one_transaction):
    from cms.account_urls import urlpatterns

    open_to_all = {
        "account_login", "account_logout", "account_inactive", "account_signup", "account_reset_password",
        "account_reset_password_done", "account_reset_password_from_key", "account_reset_password_from_key_done",
        "mfa_authenticate", "mfa_login_webauthn",
    }  # fmt: skip
    for name in names_of(urlpatterns) - open_to_all:
        address = reverse(name, kwargs={"pk": 1} if name in {"mfa_remove_webauthn", "mfa_edit_webauthn"} else None)
        answer = client.get(address)
        assert (answer.status_code, urlsplit(answer["Location"]).path) == (302, "/sign-in/"), name


def names_of(patterns):
    names = set()
    for pattern in patterns:
        names |= names_of(pattern.url_patterns) if hasattr(pattern, "url_patterns") else {pattern.name}
    return names


# In a browser -----------------------------------------------------------------------------------------------------------

WITHOUT_A_FACTOR = ["", "totp/activate/", "webauthn/add/", "webauthn/"]
WITH_ONE = ["", "totp/deactivate/", "recovery-codes/", "recovery-codes/generate/"]


@pytest.fixture
def key(browser_page):
    """A device with passkeys, as Chromium plays one."""
    devtools = browser_page.context.new_cdp_session(browser_page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    return devtools, devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]


def enter(page, role):
    page.goto("/sign-in/")
    page.get_by_label("E-mail address").fill(email(role))
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


@pytest.mark.browser
def test_passkey_is_added_and_opens_the_door_alone(committed, settings, browser_page, key, doctor):
    settings.SECOND_FACTOR = True
    page = browser_page
    enter(page, "doctor")
    expect(page.get_by_text("Your work here needs a second factor.")).to_be_visible()
    page.get_by_role("link", name="Add a passkey").click()
    expect(page.get_by_role("heading", name="Is it you?")).to_be_visible()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_role("status").first).to_be_visible()
    page.goto("/desk/")
    expect(page.get_by_role("heading", name="Desk")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()

    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("heading", name="Desk")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()

    enter(page, "doctor")
    expect(page.get_by_role("heading", name="And your second factor")).to_be_visible()
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("heading", name="Desk")).to_be_visible()


@pytest.mark.browser
def test_cancelled_passkey_says_so_on_the_page(committed, browser_page, key, doctor):
    devtools, device = key
    devtools.send("WebAuthn.setUserVerified", {"authenticatorId": device, "isUserVerified": False})
    browser_page.goto("/sign-in/")
    browser_page.get_by_role("button", name="Sign in with a passkey").click()
    expect(browser_page.get_by_role("alert")).to_contain_text("The passkey was not used")


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1280])
def test_screens_of_the_account_are_for_everybody(committed, browser_page, doctor, width):
    page = browser_page
    page.set_viewport_size({"width": width, "height": 740})

    def look_at(*addresses):
        for address in addresses:
            page.goto(address)
            assert urlsplit(page.url).path == address
            assert Axe().run(page).response["violations"] == [], address
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address

    look_at("/sign-in/", "/account/password/forgotten/", "/account/password/forgotten/sent/", "/account/new/")
    enter(page, "doctor")
    page.goto("/account/confirm/")
    assert Axe().run(page).response["violations"] == []
    page.get_by_label("Password").fill("wrong")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("That is not your password.")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Is it you?")).to_be_hidden()
    look_at("/account/password/", "/account/sessions/", *(f"/account/second-factor/{end}" for end in WITHOUT_A_FACTOR))
    page.goto("/account/second-factor/totp/activate/")
    page.get_by_label("Code").fill(code_for(page.locator(".key").inner_text()))
    page.get_by_role("button", name="Turn it on").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    look_at(*(f"/account/second-factor/{end}" for end in WITH_ONE))
