"""Somebody lost phone and recovery codes: the operator frees their account, on the record, and they hear of it."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.test import Client

from cms.free_account import free_account
from cms.ledger import Entry
from cms.refusals import SENTENCES
from tests.factors import give_app, give_passkey
from tests.people import PASSWORD


@pytest.fixture
def locked_out(committed, doctor, second_doctor):
    for who in (doctor, second_doctor):
        give_app(who), give_passkey(who), RecoveryCodes.activate(who)
    return doctor


def free(who, reason="She came to the office with her passport"):
    call_command("free_account", who.email.upper(), "--reason", reason)


def test_all_factors_and_sessions_go_and_nobody_elses(locked_out, second_doctor, settings, mailoutbox, capsys):
    settings.SECOND_FACTOR = True
    hers, his, by_hand = Client(), Client(), Client()
    hers.post("/sign-in/", {"login": locked_out.email, "password": PASSWORD})
    for client, who in ((by_hand, locked_out), (his, second_doctor)):
        client.force_login(who)

    free(locked_out)
    assert "has no second factor any more" in capsys.readouterr().out
    assert not Authenticator.objects.filter(user=locked_out).exists()
    assert Authenticator.objects.filter(user=second_doctor).count() == 3
    assert by_hand.get("/account/second-factor/").status_code == 302
    assert his.get("/account/second-factor/").status_code == 200
    (message,) = mailoutbox
    assert message.to == [locked_out.email]
    assert message.subject == "Signed Leaf: Your second factors were taken away"
    assert "If you did not ask for it" in message.body

    hers.post("/sign-in/", {"login": locked_out.email, "password": PASSWORD})
    assert hers.get("/desk/")["Location"] == "/account/second-factor/"  # a new one first


def test_the_ledger_tells_of_it(locked_out, capsys):
    free(locked_out)
    entry = Entry.objects.latest("seq")
    assert (entry.act, entry.actor, entry.reason) == ("free account", None, "She came to the office with her passport")
    assert f'"person":{locked_out.pk}' in bytes(entry.body).decode()


def test_without_a_reason_or_the_owner_nothing_goes(locked_out, monkeypatch, mailoutbox):
    with pytest.raises(CommandError, match=SENTENCES["reason_is_given"]):
        free(locked_out, reason=" ")
    with pytest.raises(CommandError, match="Nobody active signs in with"):
        call_command("free_account", "nobody@example.org", "--reason", "x")
    monkeypatch.setattr("cms.owner.database_urls", dict)
    with pytest.raises(ValidationError, match="OWNER_DATABASE_URL"):
        free_account(locked_out, reason="x")
    assert Authenticator.objects.filter(user=locked_out).count() == 3
    assert not mailoutbox
