"""The database verifies signatures of passkeys itself, and so does the checker that strangers use: with the field's own vectors,
against another implementation, and against whoever alters a bit. Both must say the same."""

import hashlib
import json
from secrets import token_bytes

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from django.db import connection

from tests.keys import KEYS, ORIGIN, SITE, assertion, b64, jwk, sign
from tests.outside import loaded

CHECKER = loaded("verify_evidence")
P = 2**256 - 2**224 + 2**192 + 2**96 - 1
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
L = 2**252 + 27742317777372353535851937790883648493


def ask(question, *arguments):
    with connection.cursor() as cursor:
        cursor.execute(f"select {question}", arguments)
        return cursor.fetchone()[0]


def verifies(key, message, signature):
    key = key if isinstance(key, bytes) else jwk(key)
    found = ask("gate.signature_verifies(%s, %s, %s)", key, message, signature)
    assert found == CHECKER.verifies(json.loads(key), message, signature)
    return found


pytestmark = pytest.mark.usefixtures("one_transaction")


@pytest.mark.parametrize("kind", KEYS)
def test_signature_of_another_implementation_verifies_and_no_altered_one(kind):
    for _ in range(4):
        key, message = KEYS[kind](), token_bytes(80)
        signature = sign(key, message)
        assert verifies(key, message, signature)
        assert not verifies(key, message + b"!", signature)
        assert not verifies(KEYS[kind](), message, signature)
        for at in {0, 1, len(signature) // 2, len(signature) - 1}:
            altered = bytes([*signature[:at], signature[at] ^ 1, *signature[at + 1 :]])
            assert not verifies(key, message, altered), at
        assert not verifies(key, message, signature[:-1])
        assert not verifies(key, message, signature + b"\0")
        assert not verifies(key, message, b"")


@pytest.mark.parametrize("secret", [2, 3, 5, 8, 2**128, N - 2, N - 3])
def test_small_multiples_of_the_base_point_are_keys_as_others(secret):
    key = ec.derive_private_key(secret, ec.SECP256R1())
    for message in [b"", b"a", b"b", b"c"]:
        assert verifies(key, message, sign(key, message))
        assert not verifies(key, message + b"x", sign(key, message))


@pytest.mark.parametrize("secret", [1, N - 1])
def test_base_point_is_nobodys_key(secret):
    key = ec.derive_private_key(secret, ec.SECP256R1())
    assert not verifies(key, b"text", sign(key, b"text"))


def test_numbers_of_an_ecdsa_signature_have_their_bounds():
    key = KEYS["ES256"]()
    r, s = decode_dss_signature(sign(key, b"text"))
    assert verifies(key, b"text", encode_dss_signature(r, s))
    assert verifies(key, b"text", encode_dss_signature(r, N - s))  # the same signature, as ECDSA has it
    for wrong in [(0, s), (r, 0), (r + N, s), (r, s + N), (N, s), (r, N), (s, r), (r, s + 1), (0, 0)]:
        assert not verifies(key, b"text", encode_dss_signature(*wrong)), wrong


@pytest.mark.parametrize(
    "alter",
    [
        lambda der: der[:1] + bytes([der[1] + 1]) + der[2:],
        lambda der: der[:1] + b"\x81" + der[1:],
        lambda der: b"\x31" + der[1:],
        lambda der: bytes([der[0], der[1] + 1, der[2], der[3] + 1, 0]) + der[4:],
        lambda der: bytes([der[0], der[1] + 2]) + der[2:] + b"\x05\x00",
        lambda der: der[:3],
        lambda der: bytes(8),
    ],
    ids=["length", "long length", "set", "leading zero", "more inside", "cut", "zeros"],
)
def test_ecdsa_signature_is_written_in_one_way(alter):
    key = ec.derive_private_key(7, ec.SECP256R1())
    for n in range(20):
        der = sign(key, bytes([n]))
        if der[4] not in (0,):
            break
    assert verifies(key, bytes([n]), der)
    assert not verifies(key, bytes([n]), alter(der))


@pytest.mark.parametrize(
    ("secret", "message", "signature"),
    [  # RFC 8032, 7.1: tests 1, 2 and 3
        ("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "",
         "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
        ("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "72",
         "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
        ("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "af82",
         "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"),
    ],
)  # fmt: skip
def test_vectors_of_ed25519(secret, message, signature):
    key = ed25519.Ed25519PrivateKey.from_private_bytes(bytes.fromhex(secret))
    assert sign(key, bytes.fromhex(message)) == bytes.fromhex(signature)
    assert verifies(key, bytes.fromhex(message), bytes.fromhex(signature))


def test_second_half_of_an_ed25519_signature_is_below_the_order():
    key = KEYS["EdDSA"]()
    signature = sign(key, b"text")
    more = int.from_bytes(signature[32:], "little") + L
    assert not verifies(key, b"text", signature[:32] + more.to_bytes(32, "little"))


def test_key_of_small_order_signs_for_nobody():
    for point in [
        "01" + "00" * 31, "ec" + "ff" * 30 + "7f", "00" * 32, "00" * 31 + "80",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    ]:  # fmt: skip
        raw = bytes.fromhex(point)
        key = f'{{"crv":"Ed25519","kty":"OKP","x":"{b64(raw)}"}}'.encode()
        for signature in [raw + bytes(32), bytes.fromhex("01" + "00" * 31) + bytes(32)]:
            assert not verifies(key, b"text", signature), point


def test_rsa_signature_is_padded_in_one_way():
    key = KEYS["RS256"]()
    numbers, size = key.private_numbers(), 256
    digest = bytes.fromhex("3031300d060960864801650304020105000420") + hashlib.sha256(b"text").digest()

    def raw(padded):
        return pow(int.from_bytes(padded, "big"), numbers.d, numbers.public_numbers.n).to_bytes(size, "big")

    right = b"\0\1" + b"\xff" * (size - 3 - len(digest)) + b"\0" + digest
    assert verifies(key, b"text", raw(right))
    for wrong in [
        b"\0\1" + b"\xff" * 8 + b"\0" + digest + bytes(size - 11 - len(digest)),  # rubbish after it (Bleichenbacher 2006)
        b"\0\2" + right[2:], b"\0\1" + b"\xfe" + right[3:], bytes(size - len(digest)) + digest,
    ]:  # fmt: skip
        assert not verifies(key, b"text", raw(wrong))
    assert not verifies(
        key, b"text", (int.from_bytes(raw(right), "big") + numbers.public_numbers.n).to_bytes(257, "big")
    )


@pytest.mark.parametrize(
    "alter",
    [
        lambda key: key.replace(b'"crv":"P-256",', b'"crv":"P-384",'), lambda key: key.replace(b",", b", "),
        lambda key: key[:-1] + b',"alg":"ES256"}', lambda key: key.replace(b'"x":"', b'"x":"A'),
        lambda key: key.replace(b'"EC"', b'"oct"'), lambda key: b"[]", lambda key: b"{", lambda key: b"\xff",
        lambda key: key.replace(b'"x"', b'"z"'), lambda key: b"",
    ],
)  # fmt: skip
def test_key_is_written_in_one_way(alter):
    key = jwk(KEYS["ES256"]())
    assert ask("gate.public_key_fits(%s)", key)
    assert not ask("gate.public_key_fits(%s)", alter(key))


def test_key_is_a_point_on_the_curve():
    key = KEYS["ES256"]().public_key().public_numbers()
    for x, y in [(key.x, key.y + 1), (key.y, key.x), (0, 0), (P, key.y), (key.x, P - key.y + 1)]:
        wrong = f'{{"crv":"P-256","kty":"EC","x":"{b64(x.to_bytes(32, "big"))}","y":"{b64(y.to_bytes(32, "big"))}"}}'
        assert not ask("gate.public_key_fits(%s)", wrong.encode())
        assert not CHECKER.verifies(json.loads(wrong), b"text", KEYS["ES256"]().sign(b"text", ec.ECDSA(SHA256())))


# Assertions -------------------------------------------------------------------------------------------------------------


def fault(key, challenge, client, data, signature, origin=ORIGIN):
    question = "gate.assertion_fault(%s, %s, %s, %s, %s, %s, %s)"
    return ask(question, jwk(key), client, data, signature, challenge, SITE, origin)


@pytest.mark.parametrize("kind", KEYS)
def test_assertion_answers_the_challenge(kind):
    key, challenge = KEYS[kind](), token_bytes(32)
    made = assertion(key, challenge)
    assert fault(key, challenge, *made) is None
    assert ask("signature_count(%s)", made[1]) == 7
    assert fault(key, challenge, *assertion(key, challenge, more=b"\xa1extension")) is None


@pytest.mark.parametrize(
    ("altered", "rule"),
    [
        ({"said": {"type": "webauthn.create"}}, "passkey_answers"),
        ({"said": {"origin": "https://evil.example"}}, "passkey_of_this_site"),
        ({"said": {"origin": "http://leaf.example"}}, "passkey_of_this_site"),
        ({"said": {"origin": None}}, "passkey_of_this_site"), ({"said": {"crossOrigin": True}}, "passkey_of_this_site"),
        ({"said": {"crossOrigin": "false"}}, "passkey_of_this_site"),
        ({"said": {"topOrigin": "https://evil.example"}}, "passkey_of_this_site"),
        ({"site": "evil.example"}, "passkey_of_this_site"), ({"said": {"challenge": "AAAA"}}, "passkey_answers_this"),
        ({"said": {"challenge": None}}, "passkey_answers_this"), ({"flags": 1}, "passkey_knows_its_owner"),
        ({"flags": 4}, "passkey_knows_its_owner"), ({"flags": 0}, "passkey_knows_its_owner"),
    ],
)  # fmt: skip
def test_assertion_that_says_otherwise_is_named(altered, rule):
    key, challenge = KEYS["ES256"](), token_bytes(32)
    assert fault(key, challenge, *assertion(key, challenge, **altered)) == rule


@pytest.mark.parametrize("more", ['"type":"webauthn.get"', '"a":[{"b":1,"b":1}]', f'"a":{"[" * 2000}{"]" * 2000}'])
def test_what_two_readers_may_read_otherwise_is_no_answer(more):
    """The outside checker takes no name twice: what the database took and it did not would be evidence against itself."""
    key, challenge = KEYS["ES256"](), token_bytes(32)
    client, data, _ = assertion(key, challenge)
    client = client[:-1] + b"," + more.encode() + b"}"
    assert fault(key, challenge, client, data, sign(key, data + hashlib.sha256(client).digest())) == "passkey_answers"
    assert ask("gate.client_said(%s)", b'{"a":[{"b":[1]}],"c":null}') == '{"a": [{"b": [1]}], "c": null}'


def test_what_is_missing_is_a_fault():
    whole = [jwk(KEYS["ES256"]()), b"{}", bytes(37), b"x", b"x", SITE, ORIGIN]
    for place in range(len(whole)):
        given = [*whole[:place], None, *whole[place + 1 :]]
        assert ask("gate.assertion_fault(%s, %s, %s, %s, %s, %s, %s)", *given) == "passkey_answers"


def test_assertion_of_another_key_or_another_time_proves_nothing():
    key, challenge = KEYS["ES256"](), token_bytes(32)
    client, data, signature = assertion(key, challenge)
    _, other_data, other_signature = assertion(key, challenge, count=8)
    assert fault(KEYS["ES256"](), challenge, client, data, signature) == "passkey_signed"
    assert fault(key, token_bytes(32), client, data, signature) == "passkey_answers_this"
    assert fault(key, challenge, client, other_data, signature) == "passkey_signed"
    assert fault(key, challenge, client + b" ", data, signature) == "passkey_signed"
    assert fault(key, challenge, client, data, other_signature) == "passkey_signed"
    assert fault(key, challenge, b"not json", data, signature) == "passkey_answers"
    assert fault(key, challenge, b"[1]", data, signature) == "passkey_answers"
    assert fault(key, challenge, client, data[:36], signature) == "passkey_answers"
