"""The demo's passkeys that sign: a root key that certifies whoever asks, and devices that are a few lines of Python.

No real site has either. Its root key is kept away from it, and a device shows its key to nobody.
"""

import json
from base64 import b64decode
from contextlib import suppress
from hashlib import sha256
from secrets import token_bytes

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from django.conf import settings
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData

from cms.keyring import new_root
from reviews.appointment import trust_root
from reviews.credential import Verification
from reviews.passkey import (
    RootKey,
    add_passkey,
    as_jwk,
    certify_officer,
    certify_reviewer,
    challenge_of,
    database_now,
    edition_statement,
    end_passkey,
    officer_statement,
    reviewer_statement,
    sign_off_with_passkey,
    site_of,
)  # fmt: skip

ROOT = settings.BASE_DIR / ".leaf" / "demo_root.key"
PRESENT, VERIFIED, HOLDS_A_KEY = 1, 4, 64  # flags of authenticator data (WebAuthn level 2, 6.1)


# The root key -----------------------------------------------------------------------------------------------------------


def root_key():
    """The demo's own, made when it is first asked for."""
    with suppress(FileExistsError):
        new_root(ROOT)
    return Ed25519PrivateKey.from_private_bytes(b64decode(json.loads(ROOT.read_text())["private"]))


def root_public_key():
    """Its public half, as whoever checks the evidence is given it."""
    return as_jwk({1: 1, 3: -8, -2: root_key().public_key().public_bytes_raw()}).decode()


def trusted_root():
    """The root key as the database trusts it; from now on, if it did not yet."""
    public_key = root_public_key().encode()
    if not RootKey.objects.filter(public_key=public_key).exists():
        trust_root(public_key)
    return RootKey.objects.get(public_key=public_key)


def certify_by_demo_root(passkey, origin):
    """Certify an officer's passkey at `origin`, as the operator of a real site does elsewhere after meeting them."""
    statement = officer_statement(passkey, origin)
    return certify_officer(passkey, trusted_root(), content=statement, signature=root_key().sign(statement))


# Devices ----------------------------------------------------------------------------------------------------------------


class Device:
    """A passkey of `person` for `origin`, whose key is in this process alone."""

    def __init__(self, person, origin):
        self.person, self.origin, self.handle = person, origin, token_bytes(32)
        self.key = ec.generate_private_key(ec.SECP256R1())
        held = AttestedCredentialData.create(bytes(16), self.handle, ES256.from_cryptography_key(self.key.public_key()))
        data = AuthenticatorData.create(self._site(), PRESENT | VERIFIED | HOLDS_A_KEY, 0, held)
        self.passkey = add_passkey(
            person, handle=self.handle, client_data=self._said("webauthn.create", token_bytes(32)),
            attestation=bytes(AttestationObject.create("none", data, {})),
        )  # fmt: skip

    def sign(self, content):
        """What a browser and the device answer when they are asked to sign these bytes."""
        said = self._said("webauthn.get", challenge_of(content))
        data = bytes(AuthenticatorData.create(self._site(), PRESENT | VERIFIED, 0))
        signature = self.key.sign(data + sha256(said).digest(), ec.ECDSA(SHA256()))
        return {"client_data": said, "authenticator_data": data, "signature": signature}

    def _site(self):
        return sha256(site_of(self.origin).encode()).digest()

    def _said(self, kind, challenge):
        said = {"type": kind, "challenge": websafe_encode(challenge), "origin": self.origin, "crossOrigin": False}
        return json.dumps(said).encode()


def sign_off_with_software(edition, *, by, officer, origin, meaning, interests):
    """Sign `edition` with a passkey made for it, under certificates from the root down; both passkeys end after that."""
    theirs, own = Device(officer, origin), Device(by, origin)
    issuer = certify_by_demo_root(theirs.passkey, origin)
    verification = Verification.objects.filter(credential__person=by, officer=officer).first()
    content = reviewer_statement(own.passkey, verification, origin)
    certificate = certify_reviewer(own.passkey, issuer, by=officer, content=content, **theirs.sign(content))
    content = edition_statement(edition, by=by, meaning=meaning, interests=interests)
    sign_off = sign_off_with_passkey(certificate, by=by, content=content, **own.sign(content))
    for device in (own, theirs):
        end_passkey(
            device.passkey, by=device.person, since=database_now(),
            reason="It was made of software, for the demo’s walk, and its key is gone",
        )  # fmt: skip
    return sign_off
