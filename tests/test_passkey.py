"""Passkeys that sign: the root certifies an officer's, the officer a reviewer's, and the database believes neither a web process
nor an administrator, but the signatures alone."""

import json
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, timedelta

import psycopg
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from fido2.cose import CoseKey

from articles.edition import submit
from articles.publication import publish
from cms.evidence import act
from cms.ledger import Entry
from cms.refusals import SENTENCES
from reviews.appointment import dismiss, trust_root
from reviews.credential import Verification
from reviews.passkey import (
    Assertion,
    Certificate,
    Passkey,
    RootKey,
    add_passkey,
    as_jwk,
    canonical,
    certify_officer,
    certify_reviewer,
    edition_statement,
    end_passkey,
    officer_statement,
    reviewer_statement,
    sign_off_with_passkey,
)  # fmt: skip
from reviews.sign_off import Revocation, SignOff, sign_off
from tests.conftest import SIGN_OFF
from tests.databases import login, run
from tests.devices import Device, ask_for_passkeys, certify, device_of, sign, statement
from tests.keys import ORIGIN, assertion, b64, jwk
from tests.people import ROOT
from tests.rules import denied, refused

# Signing ----------------------------------------------------------------------------------------------------------------


def test_reviewer_signs_with_a_passkey_and_the_text_is_published(phone, edition, doctor, editor):
    signature = sign(phone, edition, doctor)
    assert (signature.reviewer, signature.meaning, signature.interests) == (doctor, "medical accuracy", "None")
    assert bytes(signature.digest) == bytes(edition.digest)
    kept = signature.assertion
    assert json.loads(bytes(kept.content))["digest"] == bytes(edition.digest).hex()
    assert publish(edition, by=editor).edition == edition
    entry = json.loads(bytes(Entry.objects.filter(act="sign off").order_by("-seq").first().body))
    assert entry["assertion"] == kept.pk


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({"meaning": "legal check"}, "meaning_is_asked_for"), ({"interests": " "}, "interests_are_declared"),
        ({"digest": "00" * 32}, "signs_exactly_this"), ({"edition": 0}, "signs_exactly_this"),
        ({"signs": "notice"}, "assertion_has_every_part"), ({"more": 1}, "assertion_has_every_part"),
        ({"person": 0}, "passkey_is_certified"), ({"asked_at": "2020-01-01T00:00:00.000000Z"}, "asked_within_five_minutes"),
        ({"asked_at": "2096-01-01T00:00:00.000000Z"}, "asked_within_five_minutes"),
    ],
)  # fmt: skip
def test_what_is_signed_is_held_to_every_rule(phone, edition, doctor, changed, rule):
    with refused(rule):
        sign(phone, edition, doctor, changed=changed)
    assert not SignOff.objects.filter(edition=edition).exists()
    assert not Assertion.objects.exists()


SIGNED_OTHERWISE = {  # what reads the same in the database, and not outside
    "edition": str, "person": str, "digest": str.upper, "interests": lambda text: 5,
}  # fmt: skip


@pytest.mark.parametrize("part", SIGNED_OTHERWISE)
def test_number_in_place_of_text_spoils_nobodys_evidence(phone, edition, doctor, part):
    with refused("assertion_parts_are_typed"):
        sign(phone, edition, doctor, changed=otherwise(statement(edition, doctor), part))
    assert not Assertion.objects.exists()


def otherwise(content, part):
    return {part: SIGNED_OTHERWISE[part](json.loads(content)[part])}


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ({"said": {"origin": "https://evil.example"}}, "passkey_of_this_site"),
        ({"site": "evil.example"}, "passkey_of_this_site"),
        ({"said": {"challenge": b64(b"another")}}, "passkey_answers_this"), ({"flags": 1}, "passkey_knows_its_owner"),
        ({"said": {"type": "webauthn.create"}}, "passkey_answers"),
    ],
)  # fmt: skip
def test_what_the_passkey_answers_is_held_to_every_rule(phone, edition, doctor, said, rule):
    with refused(rule):
        sign(phone, edition, doctor, said=said)


def test_answer_is_used_once_and_the_count_goes_up(phone, edition, doctor, ptsd_edition):
    content = statement(edition, doctor)
    answer = phone.sign(content)
    sign_off_with_passkey(phone.certificate, by=doctor, content=content, **answer)
    with refused("passkey_counts_on"):
        sign_off_with_passkey(phone.certificate, by=doctor, content=content, **answer)
    phone.count = 0
    with refused("passkey_counts_on"):
        sign(phone, ptsd_edition, doctor)


def test_passkey_that_does_not_count_may_sign_again_but_nothing_twice(phone, edition, doctor, ptsd_edition):
    content = statement(edition, doctor)
    answer = phone.sign(content, count=0)
    sign_off_with_passkey(phone.certificate, by=doctor, content=content, **answer)
    with refused("signed_once"):
        sign_off_with_passkey(phone.certificate, by=doctor, content=content, **answer)
    assert sign(phone, ptsd_edition, doctor, said={"count": 0}).edition == ptsd_edition


def test_nobody_signs_with_anothers_passkey_or_answer(phone, officer, edition, doctor, second_doctor):
    with refused("passkey_is_certified"):
        sign(phone, edition, second_doctor)
    other = device_of(second_doctor)
    other.certificate = certify(officer, other)
    with refused("passkey_signed"):
        content = statement(edition, doctor)
        sign_off_with_passkey(phone.certificate, by=doctor, content=content, **other.sign(content))
    with pytest.raises(PermissionDenied):
        sign(phone, edition, officer.person)


def test_contributor_signs_nothing_with_a_passkey_either(officer, edition, writer, compliance):
    run("update cms_person set is_superuser = true where id = %s", writer.pk)
    device = device_of(writer)
    device.certificate = officer.certificate
    writer = type(writer).objects.get(pk=writer.pk)
    with refused("passkey_is_certified"):
        sign(device, edition, writer)


def test_policy_can_ask_for_a_passkey(officer, phone, draft, doctor, writer):
    ask_for_passkeys(officer)
    edition = submit(draft, by=writer)
    with refused("passkey_is_asked_for"):
        sign_off(edition, by=doctor, **SIGN_OFF)
    assert sign(phone, edition, doctor).assertion


# Certificates -----------------------------------------------------------------------------------------------------------


def test_passkey_that_nobody_certified_signs_nothing(officer, edition, doctor):
    device = device_of(doctor)
    device.certificate = Certificate(pk=0)
    with refused("passkey_is_certified"):
        sign(device, edition, doctor)
    device.certificate = officer.certificate
    with refused("passkey_is_certified"):
        sign(device, edition, doctor)


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({"name": "Dr Somebody Else"}, "certificate_of_what_was_verified"),
        ({"facts": "00" * 32}, "certificate_of_what_was_verified"),
        ({"profession": "surgeon"}, "certificate_of_what_was_verified"),
        ({"origin": "https://evil.example"}, "origin_names_the_site"),
        ({"origin": "https://evil.example", "site": "evil.example"}, "passkey_of_this_site"),
        ({"certifies": "compliance officer"}, "certificate_has_every_part"), ({"more": 1}, "certificate_has_every_part"),
        ({"until": "2099-01-01"}, "certified_for_two_years_at_most"), ({"key": "00" * 32}, "certificate_of_this_passkey"),
    ],
)  # fmt: skip
def test_officer_certifies_exactly_what_was_verified(officer, doctor, changed, rule):
    device = device_of(doctor)
    said = (
        json.loads(reviewer_statement(device.passkey, Verification.objects.get(credential__person=doctor), ORIGIN))
        | changed
    )
    with refused(rule):
        certify(officer, device, canonical(said))
    assert not Certificate.objects.filter(certifies="reviewer").exists()


@pytest.mark.parametrize(
    "changed", [{"person": str}, {"verification": str}, {"key": str.upper}], ids=lambda changed: next(iter(changed))
)
def test_text_in_place_of_a_number_spoils_no_certificate(officer, doctor, changed):
    device = device_of(doctor)
    verification = Verification.objects.get(credential__person=doctor)
    said = json.loads(reviewer_statement(device.passkey, verification, ORIGIN))
    with refused("certificate_parts_are_typed"):
        certify(officer, device, canonical(said | {part: to(said[part]) for part, to in changed.items()}))


@pytest.mark.parametrize(
    "changed", [{"person": str}, {"name": lambda name: 5}], ids=lambda changed: next(iter(changed))
)
def test_nor_that_of_an_officer(officer, changed):
    spare = device_of(officer.person)
    said = json.loads(officer_statement(spare.passkey, ORIGIN))
    content = canonical(said | {part: to(said[part]) for part, to in changed.items()})
    with refused("certificate_parts_are_typed"):
        certify_officer(spare.passkey, RootKey.objects.get(), content=content, signature=ROOT.sign(content))


def test_certificate_of_another_signature_is_none(officer, doctor):
    device = device_of(doctor)
    content = reviewer_statement(device.passkey, Verification.objects.get(credential__person=doctor), ORIGIN)
    thief = Device(officer.person)
    with refused("passkey_signed"):
        certify_reviewer(
            device.passkey, officer.certificate, by=officer.person, content=content, **thief.sign(content, count=99)
        )
    stolen = device_of(officer.person)
    statement = officer_statement(stolen.passkey, ORIGIN)
    with refused("root_signed"):
        certify_officer(stolen.passkey, RootKey.objects.get(), content=statement, signature=b"\0" * 64)


def test_officer_certifies_nobody_after_dismissal_nor_themselves(committed, officer, doctor):
    device = device_of(doctor)
    own = device_of(officer.person)
    dismiss(officer.person, "compliance")
    with refused("certified_by_an_officer"):
        certify(officer, device)
    content = reviewer_statement(device.passkey, Verification.objects.get(credential__person=doctor), ORIGIN)
    content = canonical(json.loads(content) | {"person": officer.person.pk, "key": bytes(own.passkey.thumbprint).hex()})
    with refused("certified_by_an_officer"):
        certify_reviewer(own.passkey, officer.certificate, by=officer.person, content=content, **officer.sign(content))


# Ends -------------------------------------------------------------------------------------------------------------------


def test_stolen_passkey_signs_nothing_and_what_the_thief_signed_is_revoked(
    phone, edition, ptsd_edition, doctor, editor
):
    before = sign(phone, edition, doctor)
    since = timezone.now()
    after = sign(phone, ptsd_edition, doctor)
    assert end_passkey(phone.passkey, by=doctor, since=since, reason="My bag was stolen") == 1
    assert [revocation.sign_off_id for revocation in Revocation.objects.all()] == [after.pk]
    assert publish(edition, by=editor).edition == before.edition
    with refused("passkey_is_certified"):
        sign(phone, edition, doctor)


def test_thief_who_ends_it_first_saves_nothing_of_what_they_signed(phone, edition, ptsd_edition, doctor):
    """From too late, so that what they signed would stand: the owner says from when it was."""
    before = sign(phone, edition, doctor)
    since = timezone.now()
    after = sign(phone, ptsd_edition, doctor)
    assert end_passkey(phone.passkey, by=doctor, since=timezone.now(), reason="The thief’s") == 0
    assert end_passkey(phone.passkey, by=doctor, since=since, reason="Stolen") == 1
    assert [revocation.sign_off_id for revocation in Revocation.objects.all()] == [after.pk]
    assert phone.passkey.end.ends_at == since
    assert SignOff.objects.get(revocation=None, assertion__passkey=phone.passkey) == before
    entries = [json.loads(bytes(entry.body)) for entry in Entry.objects.filter(act="end passkey").order_by("seq")]
    assert [entry["ends_at"] for entry in entries] == sorted((entry["ends_at"] for entry in entries), reverse=True)


def test_officer_too_says_that_it_ended_earlier(phone, officer, edition, doctor, second_doctor, compliance):
    """Of an officer's, what it certified between the two instants is revoked as well."""
    since = timezone.now()
    after = device_of(second_doctor)
    after.certificate = certify(officer, after)
    second = sign(after, edition, second_doctor)
    end_passkey(officer.passkey, by=compliance, since=timezone.now(), reason="Lost")
    assert end_passkey(officer.passkey, by=compliance, since=since, reason="Stolen") == 1
    assert Revocation.objects.get().sign_off == second
    with refused("passkey_is_certified"):
        sign(after, edition, second_doctor)


@pytest.mark.parametrize("later", [timedelta(), timedelta(microseconds=1)])
def test_end_is_never_put_off_nor_said_again(phone, doctor, later):
    since = timezone.now()
    end_passkey(phone.passkey, by=doctor, since=since, reason="Lost")
    with pytest.raises(ValidationError) as refusal:
        end_passkey(phone.passkey, by=doctor, since=since + later, reason="Again")
    assert refusal.value.code == "ends_ever_earlier"
    assert f"what it signs counts no more since {since.astimezone(UTC):%-d %B %Y, %H:%M:%S} UTC" in str(refusal.value)
    assert phone.passkey.end.ends_at == since


def test_passkey_ends_no_earlier_than_it_was_added(phone, doctor):
    run("select act.end_passkey(%s, '-infinity', %s, 'Long ago')", phone.passkey.pk, doctor.pk)
    assert phone.passkey.end.ends_at == phone.passkey.added_at
    with denied("23502"):
        run("select act.end_passkey(%s, null, %s, 'At no time')", phone.passkey.pk, doctor.pk)


def test_dismissed_officer_takes_back_nothing_that_others_signed(committed, phone, officer, edition, doctor):
    signature = sign(phone, edition, doctor)
    dismiss(officer.person, "compliance")
    with refused("takes_back_ones_own"):
        act("end_passkey", officer.passkey.pk, officer.passkey.added_at, officer.person.pk, "Spite")
    act("end_passkey", officer.passkey.pk, signature.signed_at, officer.person.pk, "Lost")
    assert not Revocation.objects.exists()


def test_dismissed_officer_takes_back_no_certificate(committed, phone, officer, edition, doctor):
    dismiss(officer.person, "compliance")
    act("end_passkey", officer.passkey.pk, timezone.now(), officer.person.pk, "Leaves")
    with refused("takes_back_ones_own"):
        act("end_passkey", officer.passkey.pk, officer.passkey.added_at, officer.person.pk, "Spite")
    assert sign(phone, edition, doctor).assertion


def test_passkey_of_a_clock_that_was_put_back_can_be_ended(committed, doctor, as_superuser):
    device = device_of(doctor)
    as_superuser.execute(
        "set session_replication_role = replica; alter table reviews_passkey disable trigger user;"
        "update reviews_passkey set added_at = now() + interval '1 hour'; alter table reviews_passkey enable trigger user"
    )
    end_passkey(device.passkey, by=doctor, since=timezone.now(), reason="Stolen")
    assert device.passkey.end.ends_at < timezone.now()


@pytest.mark.parametrize(
    ("since", "earlier_than", "rule"),
    [
        ("'2021-01-01'", None, "ended_in_turn"), ("'2021-01-01'", "'2021-02-01'", "earlier_than_an_end"),
        ("ends_at", None, "one_end_from_an_instant"), ("at", "ends_at", "ends_ever_earlier"),
        ("ends_at", "ends_at", "ends_ever_earlier"),
    ],
)  # fmt: skip
def test_end_written_by_hand_is_earlier_than_the_one_that_it_names(
    committed, phone, doctor, as_owner, since, earlier_than, rule
):
    end_passkey(phone.passkey, by=doctor, since=phone.passkey.added_at, reason="Lost")
    with pytest.raises(psycopg.errors.IntegrityError) as refusal:
        as_owner.execute(
            "insert into reviews_passkeyend (passkey_id, ends_at, earlier_than, by_id, at, reason)"
            f" select passkey_id, {since}, {earlier_than or 'null'}, by_id, at, reason from reviews_passkeyend"
        )
    assert refusal.value.diag.constraint_name == rule


def test_two_who_end_it_at_once_are_one_end_and_a_sentence(committed, phone, edition, doctor):
    sign(phone, edition, doctor)
    since = phone.passkey.added_at
    question = "select act.end_passkey(%s, %s, %s, 'Stolen')"
    with (
        psycopg.connect(login("leaf_app", committed)) as one,
        psycopg.connect(login("leaf_app", committed)) as other,
        ThreadPoolExecutor(1) as pool,
    ):
        one.execute(question, [phone.passkey.pk, since + timedelta(microseconds=1), doctor.pk])
        asked = pool.submit(other.execute, question, [phone.passkey.pk, since, doctor.pk])
        time.sleep(1)
        one.commit()
        with pytest.raises(psycopg.errors.UniqueViolation) as refusal:
            asked.result()
    assert refusal.value.diag.constraint_name == "ended_in_turn"
    assert end_passkey(phone.passkey, by=doctor, since=since, reason="Stolen") == 0


@pytest.mark.parametrize(
    ("since", "reason", "rule"),
    [(timedelta(hours=1), "Later", "not_in_the_future"), (timedelta(), " ", "reason_is_given")],
)
def test_passkey_ends_for_a_reason_and_not_in_the_future(phone, doctor, since, reason, rule):
    with refused(rule):
        end_passkey(phone.passkey, by=doctor, since=timezone.now() + since, reason=reason)


def test_only_its_owner_or_compliance_ends_a_passkey(phone, second_doctor, compliance):
    with pytest.raises(PermissionDenied):
        end_passkey(phone.passkey, by=second_doctor, since=timezone.now(), reason="Mischief")
    with refused("by_its_owner"):
        act("end_passkey", phone.passkey.pk, timezone.now(), second_doctor.pk, "Mischief")
    assert end_passkey(phone.passkey, by=compliance, since=timezone.now(), reason="They left") == 0


def test_officers_lost_passkey_certified_before_stands(phone, officer, edition, doctor):
    since = timezone.now()
    end_passkey(officer.passkey, by=officer.person, since=since, reason="Lost")
    assert sign(phone, edition, doctor)
    with refused("certified_by_an_officer"):
        certify(officer, device_of(doctor))


def test_what_an_officers_stolen_passkey_certified_is_revoked(officer, edition, ptsd_edition, doctor, second_doctor):
    before = device_of(doctor)
    before.certificate = certify(officer, before)
    first = sign(before, edition, doctor)
    since = timezone.now()
    after = device_of(second_doctor)
    after.certificate = certify(officer, after)
    second = sign(after, edition, second_doctor)
    assert end_passkey(officer.passkey, by=officer.person, since=since, reason="Stolen") == 1
    assert [revocation.sign_off_id for revocation in Revocation.objects.all()] == [second.pk]
    assert sign(before, ptsd_edition, doctor).reviewer == first.reviewer
    with refused("passkey_is_certified"):
        sign(after, ptsd_edition, second_doctor)


@pytest.mark.parametrize(
    ("meanwhile", "rule"), [("late", "asked_within_five_minutes"), ("ended", "passkey_is_certified")]
)
def test_signature_that_waits_for_another_act_is_asked_again_when_its_turn_comes(
    committed, phone, edition, doctor, as_owner, meanwhile, rule
):
    """What holds when the passkey answers must hold when the ledger has it: strangers go by the ledger."""
    early = timezone.now() - timedelta(minutes=5) + timedelta(seconds=1)
    content = edition_statement(
        edition,
        by=doctor,
        meaning="medical accuracy",
        interests="None",
        asked_at=early if meanwhile == "late" else None,
    )
    answer = phone.sign(content)
    with psycopg.connect(login("leaf_app", committed)) as application, ThreadPoolExecutor(1) as pool:
        as_owner.execute("begin; select from cms_chain for update")
        asked = pool.submit(
            application.execute, "select act.sign_off_with_passkey(%s, %s, %s, %s, %s)",
            [content, phone.certificate.pk, *answer.values()],
        )  # fmt: skip
        time.sleep(1.2)
        if meanwhile == "ended":
            as_owner.execute(
                "insert into reviews_passkeyend (passkey_id, ends_at, by_id, at, reason)"
                " values (%s, clock_timestamp(), %s, clock_timestamp(), 'Lost')", [phone.passkey.pk, doctor.pk],
            )  # fmt: skip
        as_owner.execute("commit")
        with pytest.raises(psycopg.errors.IntegrityError) as refusal:
            asked.result()
    assert refusal.value.diag.constraint_name == rule


def test_end_that_crosses_a_signature_is_tried_again_and_takes_it_back(committed, phone, edition, doctor):
    content, since = statement(edition, doctor), timezone.now()
    answer = phone.sign(content)
    with (
        psycopg.connect(login("leaf_app", committed)) as signing,
        psycopg.connect(login("leaf_app", committed)) as ending,
        ThreadPoolExecutor(1) as pool,
    ):
        signing.execute(
            "select act.sign_off_with_passkey(%s, %s, %s, %s, %s)", [content, phone.certificate.pk, *answer.values()]
        )
        asked = pool.submit(
            ending.execute, "select act.end_passkey(%s, %s, %s, 'Stolen')", [phone.passkey.pk, since, doctor.pk]
        )
        time.sleep(1)
        signing.commit()
        with pytest.raises(psycopg.errors.SerializationFailure):
            asked.result()
    assert end_passkey(phone.passkey, by=doctor, since=since, reason="Stolen") == 1


# Registration -----------------------------------------------------------------------------------------------------------


def test_passkey_is_one_persons(phone, doctor, second_doctor):
    for person in (doctor, second_doctor):
        with refused("one_person_per_passkey"):
            add_passkey(person, **phone.register())
    assert Passkey.objects.get(person=doctor).handle


def test_answer_that_is_no_registration_is_refused(doctor):
    device = Device(doctor)
    with refused("public_key_fits"):
        add_passkey(doctor, **device.register() | {"attestation": b"rubbish"})
    with refused("registration_is_kept"):
        add_passkey(doctor, **device.register() | {"client_data": b'{"type":"webauthn.get"}'})


# Round the operations ---------------------------------------------------------------------------------------------------


def test_administrator_with_the_applications_password_makes_no_signature(committed, edition, doctor, administrator):
    """They reset the password, add a key of their own in the reviewer's name, copy answers, and edit what they can."""
    thief = Device(doctor)
    with psycopg.connect(login("leaf_app", committed), autocommit=True) as application:
        added = thief.register()
        public = b'{"crv":"P-256","kty":"EC","x":"%s","y":"%s"}' % tuple(
            b64(part.to_bytes(32, "big")).encode()
            for part in (thief.key.public_key().public_numbers().x, thief.key.public_key().public_numbers().y)
        )
        passkey = application.execute(
            "select act.add_passkey(%s, %s, %s, %s, %s)",
            [doctor.pk, public, added["handle"], added["client_data"], added["attestation"]],
        ).fetchone()[0]
        content = statement(edition, doctor)
        answer = thief.sign(content)
        attempts = [
            ("select act.trust_root(%s)", [public]),
            ("select act.sign_off_with_passkey(%s, 0, %s, %s, %s)", [content, *answer.values()]),
            ("insert into reviews_rootkey (public_key) values (%s)", [public]),
            (
                "insert into reviews_certificate (content, passkey_id, signature) values (%s, %s, %s)",
                [content, passkey, b"x"],
            ),
            ("insert into reviews_assertion (content) values (%s)", [content]),
            ("update reviews_passkey set person_id = %s", [doctor.pk]),
            ("select act.signed(%s, %s, 'medical accuracy', 'None', null)", [edition.pk, doctor.pk]),
            ("select act.counts_on(%s, %s)", [passkey, answer["authenticator_data"]]),
        ]
        for attempt, arguments in attempts:
            with pytest.raises(
                psycopg.errors.IntegrityError if "with_passkey" in attempt else psycopg.errors.InsufficientPrivilege
            ):
                application.execute(attempt, arguments)
    assert not SignOff.objects.filter(edition=edition).exists()
    assert not Certificate.objects.exists()


def columns_of(table):
    question = (
        "select string_agg(column_name, ', ') from information_schema.columns where table_name = %s and is_generated = 'NEVER'"
        " and is_identity = 'NO'"
    )
    return run(question, table)[0][0]


def copied(owner, table, pk, **changed):
    """A row like row `pk`, with columns changed, written by the owner. Returns its id."""
    columns = columns_of(table)
    values = ", ".join(f"%({name})s" if name in changed else name for name in columns.split(", "))
    question = f"insert into {table} ({columns}) select {values} from {table} where id = {pk} returning id"
    return owner.execute(question, changed).fetchone()[0]


def refusal_of(owner, table, pk, **changed):
    with pytest.raises(psycopg.errors.IntegrityError) as refusal:
        copied(owner, table, pk, **changed)
    return refusal.value.diag.constraint_name


def test_rows_written_by_hand_meet_the_same_rules(committed, phone, officer, edition, doctor, as_owner):
    """As the owner, who may insert, and still finds nothing that holds without the signatures."""
    signature = sign(phone, edition, doctor)
    made, certificate = signature.assertion, phone.certificate
    spaced = json.dumps(json.loads(bytes(made.content))).encode()
    other, later = statement(edition, doctor, interests="Other"), assertion(phone.key, b"x", count=99)[1]
    untyped = [statement(edition, doctor, **otherwise(bytes(made.content), part)) for part in SIGNED_OTHERWISE]
    for changed, rule in [
        ({"content": spaced}, "assertion_is_canonical"), ({"content": other}, "passkey_counts_each_once"),
        ({}, "signed_once"), *(({"content": one}, "assertion_parts_are_typed") for one in untyped),
        ({"content": other, "passkey_id": officer.passkey.pk}, "by_the_certified_passkey"),
        ({"content": other, "authenticator_data": later, "at": timezone.now()}, "passkey_answers_this"),
    ]:  # fmt: skip
        assert refusal_of(as_owner, "reviews_assertion", made.pk, **changed) == rule
    spaced = json.dumps(json.loads(bytes(certificate.content))).encode()
    for changed, rule in [
        ({"content": spaced}, "certificate_is_canonical"), ({}, "one_certificate_per_text"),
        ({"issuer_id": None}, "signed_by_root_or_officer"), ({"root_id": 1}, "signed_by_root_or_officer"),
        ({"content": canonical(json.loads(spaced) | {"until": "2020-01-01"})}, "certified_for_two_years_at_most"),
        ({"content": canonical(json.loads(spaced) | {"person": str(doctor.pk)})}, "certificate_parts_are_typed"),
    ]:  # fmt: skip
        assert refusal_of(as_owner, "reviews_certificate", certificate.pk, **changed) == rule
    another = Device(doctor)
    public = another.register()
    key = as_jwk(CoseKey.for_alg(-7).from_cryptography_key(another.key.public_key()))
    assert refusal_of(as_owner, "reviews_passkey", phone.passkey.pk, public_key=key) == "one_passkey_per_handle"
    changed = {"public_key": key, "handle": public["handle"], "attestation": b"x"}
    assert refusal_of(as_owner, "reviews_passkey", phone.passkey.pk, **changed) == "registration_is_kept"


def test_sign_off_written_by_hand_carries_no_strange_assertion(
    committed, phone, edition, doctor, second_doctor, as_owner
):
    mine = sign(phone, edition, doctor)
    theirs = sign_off(edition, by=second_doctor, **SIGN_OFF)
    for changed, rule in [
        ({"assertion_id": mine.assertion_id}, {"one_sign_off_per_assertion", "one_sign_off_per_reviewer"}),
        ({"passkeys": True}, {"passkey_is_asked_for", "one_sign_off_per_reviewer"}),
    ]:  # fmt: skip
        assert refusal_of(as_owner, "reviews_signoff", theirs.pk, **changed) in rule
    with as_owner.transaction(force_rollback=True):
        as_owner.execute("alter table reviews_signoff drop constraint one_sign_off_per_reviewer")
        as_owner.execute("alter table reviews_signoff drop constraint one_sign_off_per_assertion")
        with pytest.raises(psycopg.errors.ForeignKeyViolation) as refusal:
            copied(as_owner, "reviews_signoff", theirs.pk, assertion_id=mine.assertion_id)
        assert refusal.value.diag.constraint_name == "by_this_passkey"
    with as_owner.transaction(force_rollback=True):
        for rule in ("one_sign_off_per_reviewer", "passkey_is_asked_for"):
            as_owner.execute(f"alter table reviews_signoff drop constraint {rule}")
        with pytest.raises(psycopg.errors.ForeignKeyViolation) as refusal:
            copied(as_owner, "reviews_signoff", mine.pk, passkeys=True, assertion_id=None, policy_id=mine.policy_id)
        assert refusal.value.diag.constraint_name == "as_the_policy_asks"


@pytest.mark.parametrize("key", [b"{}", b"", b"\xff", jwk(ec.generate_private_key(ec.SECP256R1()))])
def test_root_key_is_ed25519(committed, key):
    with pytest.raises(ValidationError) as refusal:
        trust_root(key)
    assert refusal.value.code == "root_is_ed25519"


def test_root_key_is_trusted_once(committed):
    key = bytes(RootKey.objects.get().public_key)
    with pytest.raises(ValidationError, match=SENTENCES["reviews_rootkey_public_key_key"]):
        trust_root(key)
