"""The operator's root key, which certifies the passkeys of compliance officers. It stays away from the site.

    python keyring.py new-root --key root.key                 makes a key, prints its public half for `manage.py trust_root`
    python keyring.py sign --key root.key < statement.json    shows what a statement says, signs it, prints the signature in hex

It imports nothing of the project and needs the package `cryptography`.
"""

import argparse
import json
import os
import re
import sys
from base64 import b64decode, b64encode, urlsafe_b64encode
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

PARTS = {"certifies", "from", "key", "name", "origin", "person", "site", "until"}
SHAPES = {
    "from": "20[0-9]{2}-[0-9]{2}-[0-9]{2}",
    "key": "[0-9a-f]{64}",
    "name": "(?!.*  ).{1,150}",
    "origin": "(https://[a-z0-9.-]+|http://localhost)(:[0-9]+)?",
    "site": "[a-z0-9.-]+",
    "until": "20[0-9]{2}-[0-9]{2}-[0-9]{2}",
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("new-root", "sign"):
        commands.add_parser(name).add_argument("--key", type=Path, required=True)
    given = parser.parse_args()
    try:
        if given.command == "new-root":
            sys.stdout.write(new_root(given.key) + "\n")
        else:
            sys.stdout.write(sign(given.key, sys.stdin.buffer.read().rstrip(b"\n")) + "\n")
    except FileExistsError:
        sys.exit(f"No key was made: {given.key} is there already. Name another file.")
    except (OSError, ValueError, KeyError) as problem:
        sys.exit(f"Not signed: {problem}")


def new_root(path):
    """Write a new key, readable by its owner alone. Returns its public half: a JWK in the form of its thumbprint (RFC 7638)."""
    key = Ed25519PrivateKey.generate()
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump({"private": b64encode(key.private_bytes_raw()).decode()}, file)
    x = urlsafe_b64encode(key.public_key().public_bytes_raw()).rstrip(b"=").decode()
    return f'{{"crv":"Ed25519","kty":"OKP","x":"{x}"}}'


def sign(path, statement):
    """The signature of an officer's statement, in hex. Says on stderr whom it is about. Raises ValueError for anything else."""
    said = read(statement)
    groups = " ".join(said["key"][at : at + 4] for at in range(0, 64, 4))  # as it is read aloud
    sys.stderr.write(
        f"The passkey {groups}\nis that of {said['name']} (person {said['person']}), a compliance officer of {said['origin']},"
        f" from {said['from']} until {said['until']}.\nCompare the passkey with what the officer reads to you."
        " Their name will stand in the public evidence of what is signed on their word.\n"
    )
    key = Ed25519PrivateKey.from_private_bytes(b64decode(json.loads(path.read_text())["private"]))
    return key.sign(statement).hex()


def read(statement):
    """What a statement says. Raises ValueError unless each part has its shape: none may write over what a terminal shows.

    The site made it, and whoever holds that chooses names: an escape in one could show another passkey than is signed.
    """
    said = json.loads(statement.decode("utf-8"))
    if not isinstance(said, dict) or set(said) != PARTS or said["certifies"] != "compliance officer":
        raise ValueError("that is no statement about a compliance officer's passkey")
    if json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8") != statement:
        raise ValueError("the statement is not written in its one form")
    for part, shape in SHAPES.items():
        if not isinstance(said[part], str) or not re.fullmatch(shape, said[part]):
            raise ValueError(f"the statement's part “{part}” is none")
    if type(said["person"]) is not int or not said["name"].isprintable():
        raise ValueError("the statement names nobody whose name can be shown")
    return said


if __name__ == "__main__":
    main()
