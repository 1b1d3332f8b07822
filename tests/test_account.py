"""The account: forgotten passwords, mails, sessions, and that its screens are open to their owner alone."""

import re
import threading
from pathlib import Path
from urllib.parse import urlsplit

import allauth
import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings as site
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms import mail
from cms.sign_in import AccountAdapter
from tests.door import NEW, set_up_app, sign_in
from tests.people import email
from tests.servers import soon

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


def test_mail_server_out_of_reach_stops_nobody_and_is_logged(client, doctor, settings, caplog):
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = (
        "django.core.mail.backends.smtp.EmailBackend",
        "localhost",
        1,
    )
    answer = client.post("/account/password/forgotten/", {"email": email("doctor")})
    assert (answer.status_code, answer["Location"]) == (302, "/account/password/forgotten/sent/")
    assert "Mail was not sent" in caplog.text


# Mail beside the request ------------------------------------------------------------------------------------------------


class SlowMail(BaseEmailBackend):
    """A mail server that takes its time: until `answers` is set."""

    answers = threading.Event()
    sent = []

    def send_messages(self, messages):
        self.answers.wait(20)
        self.sent.extend(messages)


@pytest.fixture
def real_post(settings):
    settings.EMAIL_BACKEND = "tests.test_account.SlowMail"
    SlowMail.answers.clear()
    yield SlowMail
    SlowMail.answers.set()
    SlowMail.sent.clear()


def test_nobody_waits_for_the_mail_server(client, doctor, real_post):
    answer = client.post("/account/password/forgotten/", {"email": email("doctor")})
    assert answer["Location"] == "/account/password/forgotten/sent/"
    assert not real_post.sent
    real_post.answers.set()
    assert soon(lambda: [message.to for message in real_post.sent] == [[email("doctor")]])


def test_same_is_done_for_an_address_without_an_account(client, doctor, monkeypatch, mailoutbox):
    """All but the sending, which nobody waits for: the same questions to the database, a mail written, a place in the post."""
    written, posted = [], []
    write = AccountAdapter.render_mail
    monkeypatch.setattr(AccountAdapter, "render_mail", lambda *args: written.append(args[1]) or write(*args))
    monkeypatch.setattr(mail.POOL, "submit", lambda function, *arguments: posted.append(function))

    asked = []
    for address in [email("doctor"), "nobody@example.org"]:
        with CaptureQueriesContext(connection) as questions:
            Client().post("/account/password/forgotten/", {"email": address})
        asked.append([question["sql"].split()[0] for question in questions])
    assert asked[0] == asked[1]
    assert written == ["account/email/password_reset_key"] * 2
    assert len(posted) == 2
    posted[1]()
    assert not mailoutbox
