"""Passkeys of the tests: a device of a person's, certified from the root key down, and what it signs."""

import json
from hashlib import sha256

import pytest
from fido2.cose import CoseKey
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData

from reviews import asking
from reviews.credential import Verification
from reviews.passkey import (
    Certificate,
    RootKey,
    add_passkey,
    canonical,
    certify_officer,
    certify_reviewer,
    challenge_of,
    edition_statement,
    officer_statement,
    reviewer_statement,
    sign_off_with_passkey,
)  # fmt: skip
from tests.keys import KEYS, ORIGIN, SITE, assertion, b64, jwk
from tests.people import ROOT, SECRET, person

ALGORITHMS = {"ES256": -7, "EdDSA": -8, "RS256": -257}


class Device:
    """A person's device: a key that counts what it signs."""

    def __init__(self, person, kind="ES256"):
        self.key, self.count, self.person = KEYS[kind](), 0, person
        self.handle, self.algorithm = sha256(b"handle" + jwk(self.key)).digest(), ALGORITHMS[kind]

    def register(self):
        public = CoseKey.for_alg(self.algorithm).from_cryptography_key(self.key.public_key())
        data = AttestedCredentialData.create(b"\0" * 16, self.handle, public)
        whole = AuthenticatorData.create(sha256(SITE.encode()).digest(), 0x45, 0, data)
        return {
            "handle": self.handle, "attestation": bytes(AttestationObject.create("none", whole, {})),
            "client_data": json.dumps({"type": "webauthn.create", "challenge": b64(b"x"), "origin": ORIGIN}).encode(),
        }  # fmt: skip

    def sign(self, content, **said):
        self.count += 1
        client, data, signature = assertion(self.key, challenge_of(content), **{"count": self.count} | said)
        return {"client_data": client, "authenticator_data": data, "signature": signature}


def device_of(person, kind="ES256"):
    device = Device(person, kind)
    device.passkey = add_passkey(person, **device.register())
    return device


@pytest.fixture
def officer(compliance):
    """The officer's device, certified by the root key."""
    device = device_of(compliance)
    content = officer_statement(device.passkey, ORIGIN)
    root = RootKey.objects.get()
    device.certificate = certify_officer(device.passkey, root, content=content, signature=ROOT.sign(content))
    return device


def certify(officer, device, content=None, **said):
    verification = Verification.objects.get(credential__person=device.person)
    content = content or reviewer_statement(device.passkey, verification, ORIGIN)
    return certify_reviewer(
        device.passkey, officer.certificate, by=officer.person, content=content, **officer.sign(content, **said)
    )


def certified(officer, reviewer):
    """A device of the reviewer's, certified by the officer."""
    device = device_of(reviewer)
    device.certificate = certify(officer, device)
    return device


@pytest.fixture
def phone(officer, doctor):
    """The doctor's device, certified by the officer."""
    return certified(officer, doctor)


def ask_for_passkeys(officer):
    """The officer has every article signed with passkeys, once two physicians and the lawyer have one; the second doctor none."""
    for role in ("doctor", "medical_lead", "lawyer"):
        if not Certificate.objects.filter(person=person(role)).exists():
            certified(officer, person(role))
    return asking.ask_for_passkeys(by=officer.person, secret=SECRET, reason="Secrets can be stolen", origin=ORIGIN)


def statement(edition, doctor, /, **changed):
    said = json.loads(edition_statement(edition, by=doctor, meaning="medical accuracy", interests="None"))
    return canonical(said | changed)


def sign(phone, edition, doctor, *, said=None, changed=None):
    content = statement(edition, doctor, **changed or {})
    return sign_off_with_passkey(phone.certificate, by=doctor, content=content, **phone.sign(content, **said or {}))
