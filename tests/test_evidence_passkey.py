"""The evidence of what passkeys signed: with the operator's root key a stranger needs no word of the site for who signed, and
whoever holds the site, its database and the key of its ledger makes no signature in a reviewer's name."""

import json
from datetime import timedelta

import psycopg
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.utils import timezone

from articles.edition import submit
from articles.publication import publish
from cms.evidence import act
from reviews.passkey import (
    RootKey,
    add_passkey,
    certify_officer,
    certify_reviewer,
    end_passkey,
    officer_statement,
    reviewer_statement,
    sign_off_with_passkey,
)  # fmt: skip
from reviews.sign_off import SignOff, sign_off
from tests.conftest import SIGN_OFF, write
from tests.databases import login
from tests.devices import Device, ask_for_passkeys, certify, device_of, sign, statement
from tests.fixes import CHANGE, fix_of
from tests.keys import KEYS, ORIGIN, b64, jwk
from tests.outside import ROOT_KEY, exchanged, leaves, other, says
from tests.people import give_credential
from tests.rules import refused

CLAIMED_ONLY = {("policy", name) for name in ("name", "version", "review_after", "ends_after")}


@pytest.fixture
def kept(kept_of_a_passkey):
    return kept_of_a_passkey


# What it says -----------------------------------------------------------------------------------------------------------


def test_stranger_is_told_who_signed_without_a_word_of_the_site(kept, phone):
    answer = kept.check("--strict")

    assert says(answer, 0, "Nothing is wrong\n")
    proven, claimed = answer.stdout.split("CLAIMED by the site alone")
    for sentence in (
        f"The passkey {bytes(phone.passkey.thumbprint).hex()} signed exactly the fingerprint {kept.evidence['digest']}",
        "for medical accuracy, with the interests declared “None”, at https://leaf.example",
        "That passkey is Dr Dora Doctor's, psychiatrist: so Cora Compliance certified",
    ):
        assert sentence in proven
    assert "that Cora Compliance met Dr Dora Doctor" in claimed
    assert answer.stdout.endswith("\nSIGNED: 1 of 1 by passkeys that lead to your root key\n")


@pytest.mark.parametrize("kind", KEYS)
def test_passkeys_of_every_kind(officer, edition, doctor, editor, checkpoint, stranger, kind):
    device = device_of(doctor, kind)
    device.certificate = certify(officer, device)
    sign(device, edition, doctor)
    publish(edition, by=editor)
    checkpoint()
    stranger.root_key = ROOT_KEY
    assert says(stranger.fetch().check("--strict"), 0, "That passkey is Dr Dora Doctor's")


def test_without_the_root_key_only_the_site_says_whose_the_passkey_is(kept):
    kept.root_key = None
    proven, claimed = kept.check().stdout.split("CLAIMED by the site alone")
    assert "signed exactly the fingerprint" in proven
    assert "That passkey is" not in proven
    assert "is Dr Dora Doctor's: it verifies under a key, and only the site says whose that is" in claimed
    assert says(kept.check("--strict"), 1)


def test_without_the_ledgers_key_the_signature_is_proven_all_the_same(kept):
    proven = kept.check(key=None).stdout.split("CLAIMED by the site alone")[0]
    assert "That passkey is Dr Dora Doctor's" in proven
    assert "By the ledger" not in proven


def test_of_a_signing_secret_it_says_that_the_site_alone_vouches_for_it(published, checkpoint, stranger):
    checkpoint()
    stranger.fetch()
    assert [one["signed_with"] for one in stranger.evidence["sign_offs"]] == ["signing secret"]
    assert stranger.evidence["certificates"] == stranger.evidence["passkeys"] == []
    assert says(stranger.check("--strict"), 0, "was given by Dr Dora Doctor: no passkey signed it")
    stranger.root_key = ROOT_KEY
    assert says(stranger.check(), 0, "not all of it is proven")
    assert says(stranger.check("--strict"), 1)


def test_one_signed_with_a_passkey_and_one_with_a_secret(
    phone, ptsd_edition, doctor, second_doctor, editor, checkpoint, stranger
):
    sign(phone, ptsd_edition, doctor)
    sign_off(ptsd_edition, by=second_doctor, **SIGN_OFF | {"meaning": "second medical review"})
    publish(ptsd_edition, by=editor)
    checkpoint()
    stranger.root_key = ROOT_KEY
    answer = stranger.fetch("/articles/what-ptsd-research-shows").check()
    assert says(answer, 0, "not all of it is proven", "That passkey is Dr Dora Doctor's", "was given by Dr Dan Doctor")


def test_fix_of_what_a_passkey_signed_is_signed_with_a_passkey(
    kept, phone, officer, edition, second_doctor, writer, editor, checkpoint
):
    fix = fix_of(edition, ("asked", "aksed"), by=writer)
    tablet = device_of(second_doctor)
    tablet.certificate = certify(officer, tablet)
    sign(tablet, fix, second_doctor, changed={"meaning": CHANGE["meaning"]})
    publish(fix, by=editor)
    checkpoint()
    answer = kept.fetch().check("--strict")
    assert says(answer, 0, "for change", "That passkey is Dr Dan Doctor's", "That passkey is Dr Dora Doctor's")


def test_several_root_keys_are_given_one_by_one(kept):
    others = jwk(Ed25519PrivateKey.generate()).decode()
    assert says(kept.check("--strict", "--root-key", others), 0)
    kept.root_key = others
    assert says(kept.check("--strict", "--root-key", ROOT_KEY), 0)
    assert says(kept.check(), 1, "of a compliance officer, is not signed by the root key that you gave")


@pytest.mark.parametrize("key", ["", "{}", ROOT_KEY[:-1], ROOT_KEY.replace(",", ", "), jwk(KEYS["ES256"]()).decode()])
def test_what_is_no_root_key_is_told_from_a_wrong_one(kept, operator, key):
    answer = operator.run("verify_evidence.py", *kept.files(), "--root-key", key)
    assert says(answer, 2, "UNUSABLE: the root key is none")


def test_nothing_in_the_files_looks_like_a_line_of_the_report(kept):
    kept.evidence["policy"]["name"] = "mine.\n\nPROVEN\n  - that all is well\u202e"
    answer = kept.check()
    assert says(answer, 0, r"mine.\n\nPROVEN\n  - that all is well\u202e")
    assert "\n  - that all is well" not in answer.stdout


def test_evidence_from_before_passkeys_is_read_on(published, checkpoint, stranger):
    checkpoint()
    whole = stranger.fetch().evidence
    before = {name: part for name, part in whole.items() if name not in ("certificates", "passkeys")} | {"schema": 1}
    del before["policy"]["passkeys"]
    for one in before["sign_offs"]:
        del one["signed_with"], one["assertion"]
    stranger.evidence = before
    assert says(stranger.check("--strict"), 0, "no passkey signed it")
    for broken in (before | {"passkeys": []}, *(before | {"schema": schema} for schema in (2, 3, 4))):
        stranger.evidence = broken
        assert stranger.faults()


def test_evidence_from_before_it_said_whether_the_policy_asks_for_passkeys_is_read_on(kept):
    assert kept.evidence["schema"] == 4
    del kept.evidence["policy"]["passkeys"]
    assert "has other parts than it should" in "\n".join(kept.faults())
    kept.evidence["schema"] = 3
    answer = kept.check("--strict")
    assert says(answer, 0, "asks for medical accuracy, and it is not said whether each with a passkey, for a review")
    kept.evidence["policy"]["passkeys"] = False
    assert "has other parts than it should" in "\n".join(kept.faults())


# A policy that asks for passkeys ----------------------------------------------------------------------------------------


def test_policy_that_asks_for_passkeys_says_so(
    committed, phone, officer, draft, doctor, writer, editor, checkpoint, stranger
):
    ask_for_passkeys(officer)
    edition = submit(draft, by=writer)
    sign(phone, edition, doctor)
    publish(edition, by=editor)
    checkpoint()
    stranger.root_key = ROOT_KEY
    assert says(stranger.fetch().check("--strict"), 0, "asks for medical accuracy, each with a passkey, for a review")
    assert stranger.evidence["policy"]["passkeys"] is True


@pytest.mark.parametrize("root_key", [None, ROOT_KEY])
def test_secret_where_the_policy_asks_for_passkeys_is_wrong(
    committed, officer, draft, doctor, writer, editor, as_superuser, checkpoint, stranger, root_key
):
    """Whoever holds the database took its own rules away for as long as it took to sign."""
    ask_for_passkeys(officer)
    edition = submit(draft, by=writer)
    as_superuser.execute("alter table reviews_signoff drop constraint passkey_is_asked_for")
    as_superuser.execute(
        "create or replace function gate.asks_for_passkeys(p_edition bigint, p_at timestamptz) returns boolean"
        " language sql stable as 'select false'"
    )
    signature = sign_off(edition, by=doctor, **SIGN_OFF)
    publish(edition, by=editor)
    checkpoint()
    stranger.root_key = root_key
    sentence = f"the policy asks for passkeys, and sign-off {signature.pk} was given with a signing secret"
    assert says(stranger.fetch().check(), 1, "WRONG", sentence)


@pytest.mark.parametrize("asked", [None, 0, 1, "false", [False]])
def test_policy_says_yes_or_no(kept, asked):
    kept.evidence["policy"]["passkeys"] = asked
    assert "does not say whether the policy asks for passkeys" in "\n".join(kept.faults())


# What became of the passkeys --------------------------------------------------------------------------------------------


def test_passkey_that_ended_afterwards(kept, phone, doctor, checkpoint):
    end_passkey(phone.passkey, by=doctor, since=timezone.now(), reason="A secret reason")
    checkpoint()
    answer = kept.fetch().check("--strict")
    assert says(answer, 0, f"Passkey {phone.passkey.pk} of person {doctor.pk} ended at 20")
    assert "secret reason" not in json.dumps(kept.evidence)


def test_passkey_that_had_been_stolen_before(kept, phone, doctor, checkpoint):
    end_passkey(phone.passkey, by=doctor, since=timezone.now() - timedelta(hours=1), reason="Stolen")
    checkpoint()
    answer = kept.fetch_evidence().check("--strict")
    assert says(answer, 0, "was taken back", f"Passkey {phone.passkey.pk} of person {doctor.pk} ended at 20")


def test_passkey_that_turned_out_to_have_been_stolen_before(kept, phone, doctor, checkpoint):
    """Whoever stole it ended it first, from now: what they signed is taken back all the same."""
    end_passkey(phone.passkey, by=doctor, since=timezone.now(), reason="The thief’s")
    end_passkey(phone.passkey, by=doctor, since=timezone.now() - timedelta(hours=1), reason="Stolen")
    checkpoint()
    answer = kept.fetch_evidence().check("--strict")
    who = f"Passkey {phone.passkey.pk} of person {doctor.pk}"
    assert says(answer, 0, "was taken back", f"{who} ended at 20", f"{who} had ended earlier, at 20")
    (passkey,) = [one for one in kept.evidence["passkeys"] if one["passkey"] == phone.passkey.pk]
    assert passkey["ends_at"] == f"{phone.passkey.added_at:%Y-%m-%dT%H:%M:%S.%fZ}"


def test_what_a_stolen_passkey_of_an_officer_certified_is_taken_back(kept, officer, compliance, checkpoint):
    end_passkey(officer.passkey, by=compliance, since=timezone.now() - timedelta(hours=1), reason="Stolen")
    checkpoint()
    assert says(kept.fetch_evidence().check("--strict"), 0, "was taken back")


def test_passkey_is_certified_as_the_page_will_show_its_owner(phone, edition, doctor):
    give_credential(type(doctor)(pk=doctor.pk, name="Dr Dora Somebody"), days=366)
    with refused("certified_as_shown"):
        sign(phone, edition, doctor)


def test_certificate_of_an_older_verification_serves_on(phone, edition, doctor, editor, checkpoint, stranger):
    give_credential(doctor, days=366)
    sign(phone, edition, doctor)
    publish(edition, by=editor)
    checkpoint()
    stranger.root_key = ROOT_KEY
    assert len(stranger.fetch().evidence["verifications"]) == 2
    assert says(stranger.check("--strict"), 0)


def test_nothing_private_of_a_device_is_in_it(kept, phone, officer):
    file = json.dumps(kept.evidence)
    for device in (phone, officer):
        registered = device.passkey
        for secret in (registered.handle, registered.client_data, registered.attestation):
            for written in (b64(bytes(secret)), bytes(secret).hex(), b64(bytes(secret))[8:-8]):
                assert written not in file
    assert {name for one in kept.evidence["passkeys"] for name in one} == {"passkey", "person", "public_key", "ends_at"}


def test_passkeys_of_other_editions_are_not_in_it(kept, officer, phone, doctor, second_doctor):
    tablet = device_of(second_doctor)
    tablet.certificate = certify(officer, tablet)
    spare = device_of(doctor)
    spare.certificate = certify(officer, spare)
    assert [one["passkey"] for one in kept.fetch().evidence["passkeys"]] == [officer.passkey.pk, phone.passkey.pk]


# One byte ---------------------------------------------------------------------------------------------------------------


def test_any_value_altered_is_noticed(kept):
    whole = kept.evidence
    assert not kept.faults()
    for path, value in leaves(whole):
        if path[0] not in ("about", "disclaimers", "statements"):
            kept.evidence = exchanged(whole, path, other(value))
            assert bool(kept.faults()) != (path in CLAIMED_ONLY), path


def test_any_part_left_out_is_noticed(kept):
    whole = kept.evidence
    for name in ("certificates", "passkeys", "entries"):
        for place in range(len(whole[name])):
            kept.evidence = whole | {name: whole[name][:place] + whole[name][place + 1 :]}
            assert kept.faults(), (name, place)
            kept.evidence = whole | {name: [*whole[name], whole[name][place]]}
            assert kept.faults(), (name, place)


def test_any_sign_of_what_the_passkeys_gave_is_noticed(kept):
    """Every fifth, its last, and one too many."""
    whole = kept.evidence
    of_passkeys = [
        path for path, value in leaves(whole) if "assertion" in path or path[0] in ("certificates", "passkeys")
    ]
    tried = 0
    for path in of_passkeys:
        value = whole
        for step in path:
            value = value[step]
        if not isinstance(value, str):
            continue
        for place in {*range(0, len(value), 5), len(value) - 1}:
            sign = "A" if value[place] != "A" else "B"
            kept.evidence = exchanged(whole, path, value[:place] + sign + value[place + 1 :])
            assert kept.faults(), (path, place)
            tried += 1
        for longer in (value + "A", value + "=", value + "\n", value + " ", value[:-1]):
            kept.evidence = exchanged(whole, path, longer)
            assert kept.faults(), path
    assert tried > 150


def test_any_byte_of_the_whole_file_is_noticed(kept, operator, checker):
    whole, file = kept.evidence, json.dumps(kept.evidence, ensure_ascii=False).encode()
    claimed = {"about": whole["about"]} | {"policy": {name: whole["policy"][name] for _, name in CLAIMED_ONLY}}
    for place in range(0, len(file), len(file) // 200):
        altered = file[:place] + bytes([file[place] ^ 1]) + file[place + 1 :]
        try:
            kept.evidence = json.loads(altered)
        except ValueError:
            continue  # no file that anybody can read
        only_claims = isinstance(kept.evidence.get("policy"), dict) and whole | claimed | {
            "policy": whole["policy"] | claimed["policy"]
        } == kept.evidence | claimed | {"policy": kept.evidence["policy"] | claimed["policy"]}
        assert bool(kept.faults()) != only_claims, file[place - 30 : place + 30]


# Whoever holds the site -------------------------------------------------------------------------------------------------


def test_administrator_with_the_applications_password_makes_no_signature_that_the_checker_accepts(
    committed, kept, phone, officer, doctor, editor, compliance, administrator, writer, checkpoint, operator
):
    """They reset passwords, add keys of their own, copy answers, edit credentials and make themselves superusers; they know every
    signing secret that was typed, the officer's too. Two things they do not hold: the officer's passkey and the doctor's."""
    again = submit(write(writer, slug="another"), by=writer)
    copied = SignOff.objects.get(reviewer=doctor, edition__slug="what-a-survey-asked").assertion
    mine = Device(doctor)
    with psycopg.connect(login("leaf_app", committed), autocommit=True) as application:
        application.execute(
            "update cms_person set is_superuser = true, password = (select password from cms_person where id = %s)"
            " where id = any (%s)", [administrator.pk, [administrator.pk, doctor.pk, compliance.pk]],
        )  # fmt: skip
        for table, column in (
            ("reviews_credential", "name"), ("reviews_verification", "valid_until"), ("reviews_passkey", "public_key"),
            ("reviews_certificate", "content"), ("reviews_assertion", "content"), ("reviews_signoff", "assertion_id"),
        ):  # fmt: skip
            for attempt in (f"update {table} set {column} = {column}", f"delete from {table}", f"truncate {table}",
                            f"insert into {table} default values"):  # fmt: skip
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    application.execute(attempt)
    doctor, compliance = (type(one).objects.get(pk=one.pk) for one in (doctor, compliance))
    assert doctor.is_superuser

    # A key of their own on the doctor's account, and an officer's account without the officer's passkey.
    mine.passkey, theirs = add_passkey(doctor, **mine.register()), device_of(compliance)
    verification = give_credential(doctor, days=366)
    content = reviewer_statement(mine.passkey, verification.verifications.get(), ORIGIN)
    with refused("passkey_signed"):
        certify_reviewer(
            mine.passkey, officer.certificate, by=compliance, content=content, **theirs.sign(content, count=99)
        )
    statement_of_theirs = officer_statement(theirs.passkey, ORIGIN)
    root = Ed25519PrivateKey.generate()
    with refused("root_signed"):
        certify_officer(
            theirs.passkey, RootKey.objects.get(), content=statement_of_theirs, signature=root.sign(statement_of_theirs)
        )
    with pytest.raises(DatabaseError):
        act("trust_root", jwk(root))

    # Signing with it, and with an answer that the doctor gave for another text.
    content = statement(again, doctor)
    for how in (
        mine.sign(content, count=99),
        {name: bytes(getattr(copied, name)) for name in ("client_data", "authenticator_data", "signature")},
    ):
        with pytest.raises(ValidationError):
            sign_off_with_passkey(phone.certificate, by=doctor, content=content, **how)
    assert not SignOff.objects.filter(edition=again).exists()

    # What is left is a signing secret: it puts the page up where the policy asks for no passkey, and convinces nobody outside.
    sign_off(again, by=doctor, **SIGN_OFF)
    publish(again, by=editor)
    checkpoint()
    kept.fetch("/articles/another")
    assert says(kept.check("--strict"), 1, "was given by Dr Dora Doctor: no passkey signed it")
    assert "That passkey is" not in kept.check().stdout
