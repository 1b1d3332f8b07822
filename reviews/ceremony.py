"""What a browser is asked to do with a passkey that signs, and what it answers. The session keeps what was asked, for one answer.

These passkeys are others than those that open the door: neither device nor site takes one for the other.
"""

import json
import time
from secrets import token_bytes
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from fido2.server import Fido2Server
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import PublicKeyCredentialRpEntity

from reviews.passkey import UNREADABLE, challenge_of, site_of

KEPT = "asked_of_passkeys"
SECONDS = 5 * 60
ALGORITHMS = [-7, -8, -257]  # ES256, EdDSA, RS256: those that the database verifies


def origin_of(request):
    """Where passkeys are used, as certificates name it: the site's own address, or where the request came to."""
    address = urlsplit(settings.SITE_URL or request.build_absolute_uri("/"))
    return f"{address.scheme}://{address.netloc}".lower()


# What was asked ---------------------------------------------------------------------------------------------------------


def keep(request, purpose, content):
    """Keep the bytes that a passkey is asked to sign for `purpose`, for five minutes and one answer. Returns the challenge."""
    kept = request.session.get(KEPT, {})
    fresh = {name: asked for name, asked in kept.items() if time.time() - asked["at"] < SECONDS}
    request.session[KEPT] = fresh | {purpose: {"content": content.decode(), "at": time.time()}}
    return challenge_of(content)


def take(request, purpose):
    """The bytes that were asked for `purpose`, and no second time. Raises ValidationError if none were, or too long ago."""
    kept = request.session.get(KEPT, {})
    asked = kept.pop(purpose, None)
    request.session[KEPT] = kept
    if asked is None:
        raise ValidationError(
            "Not done: the site asked for no such answer, or has it already. Try again.", code="asked_here"
        )
    if time.time() - asked["at"] >= SECONDS:
        raise ValidationError("Not done: more than five minutes went by. Try again.", code="asked_lately")
    return asked["content"].encode()


# Adding one -------------------------------------------------------------------------------------------------------------


def ask_for_a_new_one(request, person, known):
    """Options for navigator.credentials.create: a new passkey of `person`, on no device that holds one of `known`."""
    origin = origin_of(request)
    challenge = keep(request, "add", websafe_encode(token_bytes(32)).encode())
    return {"publicKey": {
        "rp": {"id": site_of(origin), "name": settings.SITE_NAME},
        # Not the handle of the person's passkeys for the door: a device would put the one in the place of the other.
        "user": {
            "id": websafe_encode(f"signs as {person.pk}".encode()), "name": f"{person.email} (signing)",
            "displayName": f"{person.name}, signing",
        },
        "challenge": websafe_encode(challenge),
        "pubKeyCredParams": [{"type": "public-key", "alg": algorithm} for algorithm in ALGORITHMS],
        "excludeCredentials": descriptors(known),
        "authenticatorSelection": {
            "residentKey": "discouraged", "requireResidentKey": False, "userVerification": "required",
        },
        "attestation": "none", "timeout": SECONDS * 1000,
    }}  # fmt: skip


def registration(request, answer):
    """What a device gave for a new passkey, as add_passkey takes it.

    Raises ValidationError if it answers another question, at another address, or without knowing its owner.
    """
    if not answer:
        raise ValidationError(
            "Not added: no device was asked. Press the button; it needs JavaScript.", code="asked_here"
        )
    origin, asked = origin_of(request), take(request, "add")
    server = Fido2Server(
        PublicKeyCredentialRpEntity(id=site_of(origin), name=settings.SITE_NAME),
        verify_origin=lambda named: named == origin,
    )
    state = {"challenge": websafe_encode(challenge_of(asked)), "user_verification": "required"}
    try:
        given = json.loads(answer)
        data = server.register_complete(state, given)
        return {
            "handle": data.credential_data.credential_id,
            "client_data": websafe_decode(given["response"]["clientDataJSON"]),
            "attestation": websafe_decode(given["response"]["attestationObject"]),
        }
    except UNREADABLE as problem:
        sentence = f"Not added: the device did not answer what was asked here, at {origin}. Try again."
        raise ValidationError(sentence, code="registration_fits") from problem


# Signing ----------------------------------------------------------------------------------------------------------------


def ask_to_sign(request, purpose, content, passkeys):
    """Options for navigator.credentials.get: a signature of `content` by one of `passkeys`."""
    return {"publicKey": {
        "challenge": websafe_encode(keep(request, purpose, content)), "rpId": site_of(origin_of(request)),
        "allowCredentials": descriptors(passkeys), "userVerification": "required", "timeout": SECONDS * 1000,
    }}  # fmt: skip


def assertion(answer):
    """(handle, what the passkey signed as the acts take it). Raises ValidationError if it cannot be read."""
    try:
        given = json.loads(answer)
        names = {"client_data": "clientDataJSON", "authenticator_data": "authenticatorData", "signature": "signature"}
        return websafe_decode(given["rawId"]), {
            ours: websafe_decode(given["response"][theirs]) for ours, theirs in names.items()
        }  # fmt: skip
    except UNREADABLE as problem:
        raise ValidationError(
            "Not signed: the passkey did not answer, or in a way that cannot be read. It needs JavaScript. Try again.",
            code="passkey_answers",
        ) from problem


def said(answer, part):
    """One part of a device's answer, by which two are the same. Empty if it cannot be read."""
    try:
        return websafe_decode(json.loads(answer)["response"][part])
    except UNREADABLE:
        return b""


def handle_of(answer):
    """By what a device knows the passkey that answered. Empty if it cannot be read."""
    try:
        return websafe_decode(json.loads(answer)["rawId"])
    except UNREADABLE:
        return b""


def descriptors(passkeys):
    return [{"type": "public-key", "id": websafe_encode(bytes(passkey.handle))} for passkey in passkeys]
