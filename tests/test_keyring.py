"""The operator's root key, away from the site: whoever holds the site hands in what it signs, and the operator reads it first."""

import json
import subprocess
import sys
from base64 import urlsafe_b64decode

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from reviews.passkey import RootKey, canonical, certify_officer, officer_statement
from tests.databases import PROJECT
from tests.devices import device_of
from tests.keys import ORIGIN
from tests.people import ROOT


@pytest.fixture
def sign(tmp_path):
    """What the operator is shown, and the signature, if there is one."""
    key = tmp_path / "root.key"

    def run(command, given=b""):
        script = [sys.executable, PROJECT / "cms" / "keyring.py", command, "--key", key]
        return subprocess.run(script, input=given, capture_output=True, timeout=60)

    public = json.loads(run("new-root").stdout)
    sign = lambda statement: run("sign", statement)  # noqa: E731
    sign.public = public
    return sign


def groups(device):
    thumbprint = bytes(device.passkey.thumbprint).hex()
    return " ".join(thumbprint[at : at + 4] for at in range(0, 64, 4))


def test_operator_reads_whose_passkey_it_is_and_signs(sign, compliance):
    device = device_of(compliance)
    statement = officer_statement(device.passkey, ORIGIN)
    answer = sign(statement + b"\n")
    shown = answer.stderr.decode().splitlines()
    assert shown[0] == f"The passkey {groups(device)}"
    assert f"Cora Compliance (person {compliance.pk})" in shown[1]
    key = Ed25519PublicKey.from_public_bytes(urlsafe_b64decode(sign.public["x"] + "="))
    key.verify(bytes.fromhex(answer.stdout.decode()), statement)


def test_database_takes_any_name_that_the_root_key_signed(compliance):
    """So it is the operator who must see which passkey it is: nobody else asks."""
    device = device_of(compliance)
    content = canonical(json.loads(officer_statement(device.passkey, ORIGIN)) | {"name": "Cora\r\x1b[2K another key"})
    assert certify_officer(device.passkey, RootKey.objects.get(), content=content, signature=ROOT.sign(content))


@pytest.mark.parametrize(
    "changed",
    [
        {"name": "Cora Compliance, with the passkey 0000 1111\r\x1b[8m"}, {"name": "Cora\nThe passkey 0000 1111"},
        {"name": "Cora \u202e0000"}, {"name": "Cora   Compliance"}, {"name": "C" * 151}, {"name": ""}, {"name": 7},
        {"key": "00" * 31}, {"key": "0" * 64 + "\r" + "1" * 64}, {"key": "A" * 64}, {"key": 7}, {"person": "7"},
        {"person": True}, {"from": "2026-01-01\r"}, {"until": "\x1b[2K2026-01-01"}, {"origin": "https://leaf.example\r"},
        {"origin": "https://leaf.example@evil.example"}, {"site": "leaf.example\n"}, {"certifies": "reviewer"}, {"more": 1},
    ],
    ids=str,
)  # fmt: skip
def test_operator_signs_nothing_that_shows_something_else(sign, compliance, changed):
    """An escape in a name, which an administrator chooses, could write another passkey over the one that is signed."""
    statement = json.loads(officer_statement(device_of(compliance).passkey, ORIGIN))
    answer = sign(canonical(statement | changed))
    assert (answer.returncode, answer.stdout) == (1, b"")
    assert answer.stderr.startswith(b"Not signed: ")
    assert answer.stderr.decode().rstrip("\n").isprintable()


def test_operator_signs_no_other_bytes_than_they_read(sign, compliance):
    statement = officer_statement(device_of(compliance).passkey, ORIGIN)
    twice = statement[:-1] + b',"key":"' + b"0" * 64 + b'"}'
    for other in (twice, b" " + statement, json.dumps(json.loads(statement)).encode(), b"[]", b"7", b"{", b"\xff"):
        assert (sign(other).returncode, sign(other).stdout) == (1, b"")
