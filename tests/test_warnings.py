"""Credentials that end soon: mails 60, 30 and 7 days before, each once, and the same on the desk."""

from datetime import timedelta

import pytest
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone

from reviews.credential import suspend_credential, verify_credential
from reviews.warning import warn
from tests.databases import run
from tests.desk import stranger
from tests.people import SECRET, email, enrol_secret, give_credential
from tests.rules import denied


@pytest.fixture
def newcomer(one_transaction):
    made = stranger(group="Medical reviewer")
    enrol_secret(by=made, secret=SECRET)
    return made


@pytest.fixture
def credential(newcomer):
    """One that ends in 300 days."""
    return give_credential(newcomer, days=300)


def before_its_end(credential, days):
    return credential.verifications.first().valid_until - timedelta(days=days)


def sent(at):
    """Whom the warnings of that instant went to."""
    return sorted(mail.person.email for mail in warn(at) if not mail.fault)


BOTH = [email("compliance"), "nora@example.org"]


# By mail ------------------------------------------------------------------------------------------------------------------


def test_reviewer_and_officer_are_warned_three_times_and_once_each(credential, mailoutbox):
    assert sent(before_its_end(credential, 61)) == []
    for days in (60, 30, 7):
        assert sent(before_its_end(credential, days)) == BOTH
        assert sent(before_its_end(credential, days - 0.5)) == []
    assert len(mailoutbox) == 6


def test_mail_says_what_ends_when_and_what_to_do(credential, mailoutbox, settings):
    settings.SITE_URL = "https://leaf.example"
    sent(before_its_end(credential, 7))
    officer, own = sorted(mailoutbox, key=lambda mail: mail.to)

    assert own.subject == f"{settings.SITE_NAME}: Your credential ends in 7 days"
    assert "Ask a compliance officer to check it again" in own.body
    assert officer.subject == f"{settings.SITE_NAME}: The credential of Nora New ends in 7 days"
    assert "It was checked last by Cora Compliance" in officer.body
    assert "https://leaf.example/desk/credentials/" in officer.body
    for mail in (officer, own):
        assert "Nobody at this site asks for your password" in mail.body
        assert "T-12345" not in mail.body


def test_of_skipped_days_the_nearest_warning_is_sent_alone(credential, mailoutbox):
    assert sent(before_its_end(credential, 5)) == BOTH
    assert sent(before_its_end(credential, 4)) == []
    assert "ends in 5 days" in mailoutbox[0].subject


def test_nobody_is_warned_of_what_ended_or_was_suspended(credential, compliance):
    assert sent(before_its_end(credential, 0)) == []
    suspend_credential(credential, by=compliance, reason="Struck off")
    assert sent(before_its_end(credential, 7)) == []


def test_verified_again_it_is_warned_of_again_before_its_new_end(newcomer, compliance):
    soon = give_credential(newcomer, days=6)
    assert sent(timezone.now()) == BOTH
    verify_credential(soon, by=compliance, secret=SECRET, valid_until=timezone.now() + timedelta(days=200))
    assert sent(timezone.now()) == []
    assert sent(before_its_end(soon, 7)) == BOTH


def test_reviewer_whose_account_is_closed_gets_no_mail_but_officers_do(credential, newcomer):
    newcomer.is_active = False
    newcomer.save()
    assert sent(before_its_end(credential, 30)) == [email("compliance")]


class Choosy(EmailBackend):
    """A server that takes no mail for officers."""

    def send_messages(self, messages):
        if any(email("compliance") in message.to for message in messages):
            raise ConnectionRefusedError("out of reach")
        return super().send_messages(messages)


def test_mail_that_failed_is_tried_again_and_stops_no_other(credential, settings):
    settings.EMAIL_BACKEND = "tests.test_warnings.Choosy"
    day = before_its_end(credential, 7)
    assert {mail.person.email: mail.fault for mail in warn(day)} == {
        "nora@example.org": "", email("compliance"): "out of reach",
    }  # fmt: skip

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert sent(day) == [email("compliance")]


def test_command_says_what_it_sent_and_fails_where_it_could_not(newcomer, settings, capsys):
    give_credential(newcomer, days=20)
    settings.EMAIL_BACKEND = "tests.test_warnings.Choosy"
    with pytest.raises(CommandError, match="1 could not be sent"):
        call_command("warn_credentials")
    said = capsys.readouterr()
    assert "Sent to nora@example.org: Nora New, psychiatrist" in said.out
    assert "Not sent to compliance@example.org" in said.err

    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    with pytest.raises(CommandError, match="EMAIL_URL is not set"):
        call_command("warn_credentials")


def test_application_takes_back_no_note_of_a_mail(credential):
    sent(before_its_end(credential, 7))
    for statement in ("delete from reviews_warning", "update reviews_warning set days = 30"):
        with denied():
            run(statement)


# On the desk --------------------------------------------------------------------------------------------------------------


def test_desk_warns_both_and_nobody_else(visit, newcomer, compliance, editor, doctor):
    give_credential(newcomer, days=20)

    for person in (newcomer, compliance):
        page = visit(person, "/desk/")
        assert "Nora New, psychiatrist" in page.partition('id="ending-title"')[2].partition("</section>")[0]
    for person in (editor, doctor):
        assert 'id="ending-title"' not in visit(person, "/desk/")


def test_officers_list_shows_what_is_due_for_a_second_look(visit, newcomer, compliance):
    def due():
        return visit(compliance, "/desk/credentials/").partition('id="due"')[2].partition("</section>")[0]

    assert "No credential is due." in due()
    soon = give_credential(newcomer, days=59)
    assert "by Cora Compliance" in due()
    assert f"open=verify-{soon.pk}#verify-{soon.pk}" in due()
    verify_credential(soon, by=compliance, secret=SECRET, valid_until=timezone.now() + timedelta(days=200))
    assert "No credential is due." in due()
