"""Keys of the tests, of each kind that can sign here, and what a browser and a passkey answer with one."""

import hashlib
import json
from base64 import urlsafe_b64encode

from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256

ORIGIN, SITE = "https://leaf.example", "leaf.example"
KEYS = {
    "ES256": lambda: ec.generate_private_key(ec.SECP256R1()),
    "EdDSA": ed25519.Ed25519PrivateKey.generate,
    "RS256": lambda: rsa.generate_private_key(65537, 2048),
}


def b64(data):
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def jwk(key):
    """A private key's public half, as the database keeps it."""
    if isinstance(key, ec.EllipticCurvePrivateKey):
        numbers = key.public_key().public_numbers()
        parts = {"crv": "P-256", "kty": "EC", "x": numbers.x.to_bytes(32, "big"), "y": numbers.y.to_bytes(32, "big")}
    elif isinstance(key, ed25519.Ed25519PrivateKey):
        parts = {"crv": "Ed25519", "kty": "OKP", "x": key.public_key().public_bytes_raw()}
    else:
        modulus = key.public_key().public_numbers().n
        parts = {"e": b"\1\0\1", "kty": "RSA", "n": modulus.to_bytes(key.key_size // 8, "big")}
    parts = {name: b64(part) if isinstance(part, bytes) else part for name, part in parts.items()}
    return json.dumps(parts, separators=(",", ":")).encode()


def sign(key, message):
    if isinstance(key, ec.EllipticCurvePrivateKey):
        return key.sign(message, ec.ECDSA(SHA256()))
    if isinstance(key, ed25519.Ed25519PrivateKey):
        return key.sign(message)
    return key.sign(message, padding.PKCS1v15(), SHA256())


def assertion(key, challenge, *, said=None, site=SITE, flags=5, count=7, more=b""):
    """What a browser and a passkey answer: client data, authenticator data, signature."""
    client = {"type": "webauthn.get", "challenge": b64(challenge), "origin": ORIGIN, "crossOrigin": False} | (
        said or {}
    )
    client = json.dumps(client).encode()
    data = hashlib.sha256(site.encode()).digest() + bytes([flags]) + count.to_bytes(4, "big") + more
    return client, data, sign(key, data + hashlib.sha256(client).digest())
