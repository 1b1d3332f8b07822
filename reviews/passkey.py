"""Passkeys that sign: registered by their owner, certified by people whom a root key certified, verified by the database.

What is signed is exact bytes, canonical JSON (RFC 8785), and a passkey signs their SHA-256 as its challenge:

    a certificate   {"certifies": "reviewer", "facts", "from", "key", "name", "origin", "person", "profession", "site", "until",
                     "verification"}, or "compliance officer" without facts, profession and verification
    a signature     {"asked_at", "digest", "edition", "interests", "meaning", "person", "signs": "edition"}

`key` is the public key's thumbprint (RFC 7638) in hex, `facts` the digest of what the officer verified; `from` and `until` are
days. All of these bytes are public with the evidence of what was signed, officers' names too.
"""

import json
import struct
from contextlib import suppress
from datetime import UTC, timedelta
from hashlib import sha256
from urllib.parse import urlsplit

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, models
from django.utils import timezone
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import AttestationObject

from cms.evidence import Evidence, act
from reviews.credential import Verification
from reviews.sign_off import SignOff

SPAN = timedelta(days=365)
# What reading a device's answer raises, if it is none.
UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, IndexError, AssertionError, struct.error)


class RootKey(Evidence):
    """A public key of the operator's: what it signs says whose passkey an officer's is."""

    public_key = models.BinaryField()
    trusted_at = models.DateTimeField()

    class Meta(Evidence.Meta):
        db_table = "reviews_rootkey"
        ordering = ["-id"]
        default_permissions = []

    def __str__(self):
        return bytes(self.public_key).decode()


class Passkey(Evidence):
    """One key on one device of a person's. Alone it signs nothing: somebody must have certified whose it is."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="passkeys")
    public_key = models.BinaryField(help_text="A JWK in its one canonical form.")
    handle = models.BinaryField(help_text="By what the device knows it.")
    client_data = models.BinaryField()
    attestation = models.BinaryField()
    added_at = models.DateTimeField()
    thumbprint = models.BinaryField()

    class Meta(Evidence.Meta):
        db_table = "reviews_passkey"
        ordering = ["-id"]

    def __str__(self):
        return f"{self.person}, {bytes(self.thumbprint).hex()[:16]}…"

    @property
    def end(self):
        """The end that counts: the newest, which is the earliest. None if it has not ended."""
        return next(iter(self.ends.all()), None)

    @property
    def has_ended(self):
        return self.end is not None

    @property
    def counted_never(self):
        """Whether it ended in the instant in which it was added, or before."""
        return self.has_ended and self.end.ends_at <= self.added_at


class PasskeyEnd(Evidence):
    """That a passkey signs nothing from an instant on. A later row says an earlier instant, if there is more than one."""

    passkey = models.ForeignKey(Passkey, models.PROTECT, related_name="ends")
    ends_at = models.DateTimeField()
    earlier_than = models.DateTimeField(null=True, help_text="The end that was known before; none of the first.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField()

    class Meta(Evidence.Meta):
        db_table = "reviews_passkeyend"
        ordering = ["-id"]

    def __str__(self):
        return f"{self.passkey}, ended"


class Certificate(Evidence):
    """That a passkey is a certain officer's, by a root key; or a certain reviewer's, by an officer's passkey."""

    content = models.BinaryField()
    passkey = models.ForeignKey(Passkey, models.PROTECT, related_name="certificates")
    root = models.ForeignKey(RootKey, models.PROTECT, null=True, related_name="+")
    issuer = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    client_data = models.BinaryField(null=True)
    authenticator_data = models.BinaryField(null=True)
    signature = models.BinaryField()
    at = models.DateTimeField()
    certifies = models.TextField()
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    verification = models.ForeignKey(Verification, models.PROTECT, null=True, related_name="+")
    origin = models.TextField(help_text="Where its signatures count: https:// and the host.")
    from_day = models.DateField()
    until_day = models.DateField()

    class Meta(Evidence.Meta):
        db_table = "reviews_certificate"
        ordering = ["-id"]

    def __str__(self):
        return f"{self.passkey}: {self.certifies}, until {self.until_day:%d %B %Y}"


class Assertion(Evidence):
    """What a passkey signed, as the device and the browser gave it."""

    content = models.BinaryField()
    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="+")
    passkey = models.ForeignKey(Passkey, models.PROTECT, related_name="+")
    client_data = models.BinaryField()
    authenticator_data = models.BinaryField()
    signature = models.BinaryField()
    at = models.DateTimeField()

    class Meta(Evidence.Meta):
        db_table = "reviews_assertion"
        ordering = ["-id"]

    def __str__(self):
        return f"{self.passkey}, {self.at}"


def database_now():
    """This instant by the database's clock, against which it holds what people say about time."""
    with connection.cursor() as cursor:
        cursor.execute("select clock_timestamp()")
        return cursor.fetchone()[0]


def site_of(origin):
    return urlsplit(origin).hostname


def canonical(document):
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def challenge_of(content):
    """What a passkey is asked to sign for these bytes: 32 bytes."""
    return sha256(content).digest()


def add_passkey(person, *, handle, client_data, attestation):
    """Keep a passkey that `person` just registered, by what the device gave: its handle, clientDataJSON, attestation object.

    Whoever calls this compared the challenge and the origin. Returns the Passkey. Raises ValidationError (`public_key_fits`,
    `one_person_per_passkey` …) when the database refuses, or when the device's answer can't be read.
    """
    try:
        key = AttestationObject(attestation).auth_data.credential_data.public_key
        public_key = as_jwk(key)
    except UNREADABLE as problem:
        raise ValidationError("This device answered in a way that cannot be read.", code="public_key_fits") from problem
    return Passkey.objects.get(pk=act("add_passkey", person.pk, public_key, handle, client_data, attestation))


def as_jwk(key):
    """A COSE key (RFC 9052) as a JWK in the form of its thumbprint. Raises KeyError for kinds that cannot sign here."""
    kind, parts = {
        (2, -7): ("EC", {"crv": "P-256", "x": key.get(-2), "y": key.get(-3)}),
        (1, -8): ("OKP", {"crv": "Ed25519", "x": key.get(-2)}),
        (3, -257): ("RSA", {"n": key.get(-1), "e": key.get(-2)}),
    }[key[1], key[3]]
    written = {name: part if isinstance(part, str) else websafe_encode(part) for name, part in parts.items()}
    return canonical({"kty": kind} | written)


def officer_statement(passkey, origin, days=SPAN, since=None):
    """The bytes that the root key signs, away from the site: that this passkey is this compliance officer's.

    It holds from the day `since` on (today).
    """
    return canonical(_of_passkey(passkey, origin, days, since) | {"certifies": "compliance officer"})


def signed_by_root(passkey, origin, signature):
    """(root, statement) that this signature of the root key's is of: an officer's statement as it was on a day of the last month.

    The newest root and today's statement if it is of none: the database then says so. Raises ValidationError without a root.
    """
    roots, today = list(RootKey.objects.all()), timezone.now().astimezone(UTC).date()
    if not roots:
        raise ValidationError(
            "Not certified: this site trusts no root key yet. The operator makes one.", code="root_signed"
        )
    for root in roots:
        x = json.loads(bytes(root.public_key))["x"]
        key = Ed25519PublicKey.from_public_bytes(websafe_decode(x))
        for days in range(31):
            statement = officer_statement(passkey, origin, since=today - timedelta(days))
            with suppress(InvalidSignature):
                key.verify(signature, statement)
                return root, statement
    return roots[0], officer_statement(passkey, origin)


def reviewer_statement(passkey, verification, origin, days=SPAN):
    """The bytes that an officer's passkey signs: whom they met, what they verified, and that this passkey is theirs."""
    with connection.cursor() as cursor:
        cursor.execute("select gate.facts_digest(gate.verification_facts(%s))", [verification.pk])
        (facts,) = cursor.fetchone()
    credential = verification.credential
    about = {
        "certifies": "reviewer", "verification": verification.pk, "facts": facts, "name": credential.name,
        "profession": credential.profession,
    }  # fmt: skip
    return canonical(_of_passkey(passkey, origin, days) | about)


def _of_passkey(passkey, origin, days, since=None):
    since = since or timezone.now().astimezone(UTC).date()
    return {
        "key": bytes(passkey.thumbprint).hex(), "person": passkey.person_id, "name": passkey.person.name, "origin": origin,
        "site": site_of(origin), "from": since.isoformat(), "until": (since + days).isoformat(),
    }  # fmt: skip


def certify_officer(passkey, root, *, content, signature):
    """Keep what the root key signed. The signature proves it, whoever hands it in. Returns the Certificate."""
    return Certificate.objects.get(pk=act("certify_officer", content, passkey.pk, root.pk, signature))


def certify_reviewer(passkey, issuer, *, by, content, client_data, authenticator_data, signature):
    """Keep what an officer's passkey signed, under the officer's Certificate `issuer`. Returns the Certificate."""
    if not by.has_perm("reviews.verify_credential"):
        raise PermissionDenied
    given = (client_data, authenticator_data, signature)
    return Certificate.objects.get(pk=act("certify_reviewer", content, passkey.pk, issuer.pk, *given))


def end_passkey(passkey, *, by, since, reason):
    """From `since` on it signed nothing: what it did sign from then on is revoked. Returns how many signatures that were.

    Of an officer's, also what was signed with passkeys that it certified from then on. One that has ended may be ended again,
    from an earlier instant. Raises ValidationError (`ends_ever_earlier`, `takes_back_ones_own` …) when the database refuses.
    """
    if passkey.person_id != by.pk and not by.has_perm("reviews.verify_credential"):
        raise PermissionDenied
    return act("end_passkey", passkey.pk, since, by.pk, reason)


def edition_statement(edition, *, by, meaning, interests, asked_at=None):
    """The bytes that a reviewer's passkey signs for `edition`, as asked for at `asked_at` (now, as the database has it)."""
    asked_at = (asked_at or database_now()).astimezone(UTC)
    return canonical({
        "signs": "edition", "edition": edition.pk, "digest": bytes(edition.digest).hex(), "person": by.pk, "meaning": meaning,
        "interests": interests, "asked_at": f"{asked_at:%Y-%m-%dT%H:%M:%S.%fZ}",
    })  # fmt: skip


def sign_off_with_passkey(certificate, *, by, content, client_data, authenticator_data, signature):
    """Sign the edition that `content` names with the passkey of `certificate`. Returns the SignOff.

    Within five minutes of its asking, and under the name and profession that are certified. Raises PermissionDenied without
    reviews.sign_off, and ValidationError, coded with the rule's name (`passkey_signed`, `passkey_of_this_site`,
    `asked_within_five_minutes`, `certified_as_shown` …), on refusal.
    """
    if not by.has_perm("reviews.sign_off"):
        raise PermissionDenied
    given = (client_data, authenticator_data, signature)
    return SignOff.objects.get(pk=act("sign_off_with_passkey", content, certificate.pk, *given))
