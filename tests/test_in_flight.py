"""What is on its way when something else comes first: it is judged anew when the ledger is its own."""

from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from django.db import connection
from django.utils import timezone

from cms.verify import verify
from reviews.credential import proof
from reviews.sign_off import SignOff
from tests.databases import login, run
from tests.devices import certified, sign, statement
from tests.keys import ORIGIN
from tests.people import SECRET
from tests.servers import waits_for

END = "select act.end_passkey(%s, %s, %s, 'Lost')"
DISMISS = "select act.dismiss(%s, 'compliance')"
SIGN = "select act.sign_off_with_passkey(%s, %s, %s, %s, %s)"
ASK = "select act.ask_for_passkeys(%s, %s, %s, 'Secrets can be stolen')"


@pytest.fixture
def open_connection(committed):
    """open_connection(role) gives a connection with that login."""
    opened = []

    def connect(role="leaf_app"):
        opened.append(psycopg.connect(login(role, committed)))
        return opened[-1]

    yield connect
    for one in opened:
        one.close()


def refused_after(first, second, statement, *arguments):
    """The rule that refuses what `second` sends, when it had to wait for what `first` has done and then commits."""
    with ThreadPoolExecutor(1) as pool:
        sent = pool.submit(second.execute, statement, arguments)
        assert waits_for(second, first)
        first.commit()
        return sent.exception(10).diag.constraint_name


def test_signature_does_not_outlive_the_passkey_of_the_officer_who_certified_its_own(
    committed, open_connection, officer, phone, edition, doctor, compliance
):
    """It waits for its article, and the ledger has the end first."""
    holds, signs = open_connection(), open_connection()
    holds.execute("select from articles_article where id = %s for no key update", [edition.article_id])
    content = statement(edition, doctor)
    given = phone.sign(content)
    with ThreadPoolExecutor(1) as pool:
        sent = pool.submit(
            signs.execute, SIGN,
            [content, phone.certificate.pk, given["client_data"], given["authenticator_data"], given["signature"]],
        )  # fmt: skip
        assert waits_for(signs, holds)
        run(END, officer.passkey.pk, officer.passkey.added_at, compliance.pk)
        holds.rollback()
        assert sent.exception(10).diag.constraint_name == "passkey_is_certified"
    assert not SignOff.objects.filter(edition=edition).exists()
    assert [said for said in verify(connection) if "leaf_tester" not in said[1]] == []


def test_officer_asks_for_no_passkeys_whose_last_lawyer_loses_theirs_meanwhile(
    committed, open_connection, officer, phone, doctor, medical_lead, lawyer, compliance
):
    certified(officer, medical_lead)
    device = certified(officer, lawyer)
    ends, asks = open_connection(), open_connection()
    ends.execute(END, [device.passkey.pk, timezone.now(), lawyer.pk])
    rule = refused_after(ends, asks, ASK, ORIGIN, compliance.pk, proof(compliance, SECRET))
    assert rule == "enough_have_passkeys"


@pytest.mark.parametrize("what", ["ask for passkeys", "suspend a credential"])
def test_officer_who_is_dismissed_meanwhile_does_nothing_more(
    committed, open_connection, officer, phone, doctor, second_doctor, medical_lead, lawyer, compliance, what
):
    for reviewer in (medical_lead, lawyer):
        certified(officer, reviewer)
    dismisses, acts = open_connection("leaf_owner"), open_connection()
    dismisses.execute(DISMISS, [compliance.pk])
    statement, arguments = {
        "ask for passkeys": (ASK, (ORIGIN, compliance.pk, proof(compliance, SECRET))),
        "suspend a credential": (
            "select act.suspend_credential(%s, %s, 'Retired')", (second_doctor.credentials.get().pk, compliance.pk),
        ),
    }[what]  # fmt: skip
    assert refused_after(dismisses, acts, statement, *arguments) == "by_a_compliance_officer"


def test_end_of_a_passkey_takes_the_ledger_last(
    committed, open_connection, phone, edition, ptsd_edition, doctor, compliance, writer
):
    """While it waits for the last of its articles, others go on."""
    for one in (edition, ptsd_edition):
        sign(phone, one, doctor)
    holds, ends = open_connection(), open_connection()
    last = max(edition.article_id, ptsd_edition.article_id)
    holds.execute("select from articles_article where id = %s for no key update", [last])
    with ThreadPoolExecutor(1) as pool:
        sent = pool.submit(ends.execute, END, [phone.passkey.pk, phone.passkey.added_at, doctor.pk])
        assert waits_for(ends, holds)
        run(
            "set local lock_timeout = '1s'; select act.suspend_credential(%s, %s, 'Retired')",
            doctor.credentials.get().pk,
            compliance.pk,
        )
        holds.rollback()
        assert sent.result(10).fetchone() == (2,)
