"""What is on its way when something else comes first: it waits, and is judged anew."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from types import SimpleNamespace

import psycopg
import pytest
from django.db import connection, connections
from django.utils import timezone

from articles.article import Article
from cms.verify import verify
from reviews.asking import ask_for_passkeys
from reviews.credential import attach_file, fetch_file, proof, suspend_credential, verify_credential
from reviews.interests import check_interests, declare_interests
from reviews.passkey import end_passkey
from reviews.policy import choose_tier
from reviews.recheck import recheck
from reviews.sign_off import SignOff, revoke
from reviews.verdict import lift_refusal, refuse
from tests.adopting import adopted, proposed, rule
from tests.databases import login, run
from tests.devices import certified, certify, device_of, sign, statement
from tests.keys import ORIGIN
from tests.people import SECRET
from tests.servers import soon, waits_for

END = "select act.end_passkey(%s, %s, %s, 'Lost')"
SOMEBODY_WAITS = (
    "select exists (select from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))"
)
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


@pytest.fixture
def people(
    committed, officer, phone, signed, ptsd_edition, editor, doctor, second_doctor, medical_lead, lawyer, compliance
):
    """Whoever acts, and what they act on."""
    for reviewer in (medical_lead, lawyer):
        certified(officer, reviewer)
    verification = doctor.credentials.get().verifications.get()
    return SimpleNamespace(
        officer=officer, compliance=compliance, lead=medical_lead, phone=phone, signature=signed.sign_offs.get(),
        new=device_of(second_doctor), refusal=refuse(ptsd_edition, by=doctor, secret=SECRET, reason="Unfit"),
        raised=choose_tier(signed.article, by=editor, policy="two-signatures", reason="Readers in distress ask for it"),
        credential=verification.credential, verification=verification,
        file=attach_file(verification, by=compliance, secret=SECRET, name="a.pdf", content=b"%PDF-1.7"),
        interests=declare_interests(by=doctor, secret=SECRET, interests="None"),
        help=Article.objects.get(slug="crisis-help").editions.get(),
    )  # fmt: skip


SECRETLY = {"secret": SECRET}
WHY = {"reason": "Because"}
BY_OFFICE = {
    "adopt a disclaimer": lambda p: adopted(proposed(), p.compliance),
    "adopt a rule for a statement": lambda p: adopted(rule(), p.compliance),
    "ask for passkeys": lambda p: ask_for_passkeys(by=p.compliance, origin=ORIGIN, **SECRETLY, **WHY),
    "verify a credential": lambda p: verify_credential(
        p.credential, by=p.compliance, valid_until=timezone.now() + timedelta(days=9), **SECRETLY
    ),
    "keep a file": lambda p: attach_file(
        p.verification, by=p.compliance, name="b.pdf", content=b"%PDF-1.7 b", **SECRETLY
    ),
    "fetch a file": lambda p: fetch_file(p.file, by=p.compliance),
    "suspend a credential": lambda p: suspend_credential(p.credential, by=p.compliance, **WHY),
    "certify a reviewer": lambda p: certify(p.officer, p.new),
    "check a statement again": lambda p: recheck(p.help, by=p.compliance, source="Their own page", **SECRETLY),
    "show interests": lambda p: check_interests(p.interests, by=p.compliance, **SECRETLY),
    "revoke what somebody signed": lambda p: revoke(p.signature, by=p.compliance, **WHY),
    "end somebody's passkey": lambda p: end_passkey(p.phone.passkey, by=p.compliance, since=timezone.now(), **WHY),
    "lower a tier": lambda p: choose_tier(
        p.raised.article, by=p.compliance, policy=p.raised.called_for, **SECRETLY, **WHY
    ),
    "overrule a refusal": lambda p: lift_refusal(p.refusal, by=p.lead, **SECRETLY, **WHY),
}
RULES = {
    "certify a reviewer": "certified_by_an_officer", "revoke what somebody signed": "by_its_signer",
    "end somebody's passkey": "by_its_owner", "lower a tier": "lowered_by_compliance",
    "overrule a refusal": "lifted_by_its_reviewer",
}  # fmt: skip


@pytest.mark.parametrize("what", BY_OFFICE)
def test_whoever_is_dismissed_meanwhile_acts_by_the_office_no_more(people, open_connection, what):
    """The dismissal is on its way when they act, and they wait for it."""
    dismisses = open_connection("leaf_owner")
    for person, office in ((people.compliance, "compliance"), (people.lead, "medical lead")):
        dismisses.execute("select act.dismiss(%s, %s)", [person.pk, office])

    def act():
        try:
            BY_OFFICE[what](people)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        sent = pool.submit(act)
        assert soon(lambda: dismisses.execute(SOMEBODY_WAITS).fetchone()[0])
        dismisses.commit()
        assert sent.exception(10).code == RULES.get(what, "by_a_compliance_officer")


def test_dismissal_waits_for_whoever_acts_by_the_office(people, open_connection):
    acts, dismisses = open_connection(), open_connection("leaf_owner")
    acts.execute("select act.fetch_file(%s, %s)", [people.file.pk, people.compliance.pk])
    with ThreadPoolExecutor(1) as pool:
        sent = pool.submit(dismisses.execute, "select act.dismiss(%s, 'compliance')", [people.compliance.pk])
        assert waits_for(dismisses, acts)
        acts.commit()
        sent.result(10)


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
