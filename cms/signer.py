"""The signer of checkpoints. It runs away from the site, on a machine of the operator's, and holds the only key.

    python signer.py new-key --key leaf.key --name example.org/ledger     makes a key, prints what strangers verify with
    python signer.py sign --key leaf.key --state leaf.state < new.jsonl   reads new entries, prints the signed checkpoint

It imports nothing of the project and believes nothing: it keeps the tree's right edge in its state, adds the entries it is
given (`manage.py ledger --export --from N`, N as the state says) and signs the root that it computed itself. A ledger that
was rewritten or shortened behind it therefore gets no further signature. Needs the package `cryptography`.
"""

import argparse
import json
import os
import sys
from base64 import b64decode, b64encode
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

EMPTY = {"size": 0, "peaks": []}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    new_key = commands.add_parser("new-key")
    new_key.add_argument("--name", required=True, help="the ledger's origin: a name like example.org/ledger")
    sign = commands.add_parser("sign")
    sign.add_argument("--state", type=Path, required=True)
    for command in (new_key, sign):
        command.add_argument("--key", type=Path, required=True)
    given = parser.parse_args()
    try:
        if given.command == "new-key":
            sys.stdout.write(make_key(given.key, given.name) + "\n")
        else:
            sys.stdout.write(sign_next(given.key, given.state, sys.stdin))
    except (OSError, ValueError, KeyError) as problem:
        sys.exit(f"Not signed: {problem}")


def make_key(path, name):
    """Write a new key, readable by its owner alone. Returns the verifier's key: name, hash and public key (C2SP signed-note)."""
    if not name or any(character.isspace() or character == "+" for character in name):
        raise ValueError("a name has neither spaces nor plus signs")
    key = Ed25519PrivateKey.generate()
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump({"name": name, "private": b64encode(key.private_bytes_raw()).decode()}, file)
    public = b"\x01" + key.public_key().public_bytes_raw()
    return f"{name}+{key_hash(name, public).hex()}+{b64encode(public).decode()}"


def key_hash(name, public):
    """The first four bytes of SHA-256 over name, newline and the typed public key."""
    return sha256(name.encode() + b"\n" + public).digest()[:4]


def sign_next(key_path, state_path, lines):
    """Add the entries in `lines` to the state, and return the signed note over all of them."""
    kept = json.loads(key_path.read_text())
    key, name = Ed25519PrivateKey.from_private_bytes(b64decode(kept["private"])), kept["name"]
    state = json.loads(state_path.read_text()) if state_path.exists() else EMPTY
    size, peaks = state["size"], [(height, bytes.fromhex(peak)) for height, peak in state["peaks"]]
    for line in lines:
        size, peaks = added(size, peaks, line.rstrip("\n").encode())
    if not size:
        raise ValueError("there is no entry yet")
    text = f"{name}\n{size}\n{b64encode(root(peaks)).decode()}\n"
    public = b"\x01" + key.public_key().public_bytes_raw()
    signature = b64encode(key_hash(name, public) + key.sign(text.encode())).decode()
    new = state_path.with_suffix(".new")
    new.write_text(json.dumps({"size": size, "peaks": [(height, peak.hex()) for height, peak in peaks]}))
    new.replace(state_path)
    return f"{text}\n— {name} {signature}\n"


def added(size, peaks, body):
    """The size and the peaks (height and hash of each complete subtree, the largest first) with one entry more."""
    if json.loads(body).get("seq") != size:
        raise ValueError(
            f"the next entry is {size}, not {json.loads(body).get('seq')}: export the ledger from {size} on"
        )
    height, peak = 0, sha256(b"\x00" + body).digest()
    while peaks and peaks[-1][0] == height:
        peak = sha256(b"\x01" + peaks[-1][1] + peak).digest()
        peaks, height = peaks[:-1], height + 1
    return size + 1, [*peaks, (height, peak)]


def root(peaks):
    """The Merkle root (RFC 6962) over all of them."""
    *others, (_, whole) = peaks
    for _, peak in reversed(others):
        whole = sha256(b"\x01" + peak + whole).digest()
    return whole


if __name__ == "__main__":
    main()
