"""Checks a ledger from outside. Needs Python 3.8 and nothing else; it shares no code with the site.

    python verify_ledger.py export ledger.jsonl --key KEY checkpoint.txt [another.txt ...]
    python verify_ledger.py continued older.txt newer.txt proof.json --key KEY

`export`: the entries follow each other without a gap, and every checkpoint you kept is of this ledger and signed by KEY.
`continued`: without any export, that the newer checkpoint only adds to the older one; the proof is served at
/transparency/consistency/<older size>/<newer size>.

KEY is the verifier's key as `signer.py new-key` printed it: get it from the operator by another way than from the site.
A checkpoint is what /transparency/checkpoint serves: keep one, and try it again in a year.
"""

import argparse
import hashlib
import json
import sys
from base64 import b64decode, b64encode


class Wrong(Exception):
    """Something is not as it was."""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    export = commands.add_parser("export")
    export.add_argument("ledger")
    export.add_argument("checkpoints", nargs="*")
    continued = commands.add_parser("continued")
    for name in ("older", "newer", "proof"):
        continued.add_argument(name)
    for command in (export, continued):
        command.add_argument("--key")
    given = parser.parse_args()
    try:
        check = check_export if given.command == "export" else check_continued
        sys.stdout.write(check(given) + "\n")
    except (Wrong, OSError, ValueError, KeyError, IndexError) as problem:
        sys.exit(f"WRONG: {problem}")


# What is checked -----------------------------------------------------------------------------------------------------------


def check_export(given):
    checkpoints = [read_checkpoint(path, given.key) for path in given.checkpoints]
    wanted = dict(checkpoints)
    chain, peaks, size, found = bytes(32), [], 0, {}
    with open(given.ledger, "rb") as lines:
        for size, line in enumerate(lines, start=1):
            body = line.rstrip(b"\n")
            entry = json.loads(body.decode("utf-8"))
            if json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8") != body:
                raise Wrong(f"entry {size - 1} is not in its one canonical form")
            if entry["seq"] != size - 1:
                raise Wrong(f"entry {size - 1} says that it is {entry['seq']}")
            chain = hashlib.sha256(chain + body).digest()
            peaks = add(peaks, hashlib.sha256(b"\x00" + body).digest())
            if size in wanted:
                found[size] = whole(peaks)
    for checkpoint_size, root in checkpoints:
        if checkpoint_size > size:
            raise Wrong(f"the checkpoint over {checkpoint_size} entries is of a longer ledger: this one has {size}")
        if found[checkpoint_size] != root:
            raise Wrong(f"the first {checkpoint_size} entries are not those of the checkpoint")
    said = f"{size} entries, none missing. Last hash of the chain: {chain.hex()}."
    if checkpoints:
        return said + f" All {len(checkpoints)} checkpoints are of this ledger{signed_by(given.key)}."
    return said + " Without a checkpoint that you kept, nothing proves that it was not written anew."


def check_continued(given):
    (old, old_root), (new, new_root) = (read_checkpoint(path, given.key) for path in (given.older, given.newer))
    with open(given.proof, "rb") as file:
        proof = [b64decode(one) for one in json.loads(file.read().decode("utf-8"))["hashes"]]
    if not 0 < old <= new:
        raise Wrong(f"the newer checkpoint has fewer entries ({new}) than the older ({old})")
    if not continues(old, old_root, new, new_root, proof):
        raise Wrong(f"the checkpoint over {new} entries does not continue the one over {old}")
    return f"The checkpoint over {new} entries only adds to the one over {old}{signed_by(given.key)}."


def signed_by(key):
    return (
        f", and signed by {key.partition('+')[0]}"
        if key
        else "; no key was given, so their signatures were not checked"
    )


# Merkle trees (RFC 6962, RFC 9162) -----------------------------------------------------------------------------------------


def join(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def add(peaks, leaf):
    height = 0
    while peaks and peaks[-1][0] == height:
        leaf = join(peaks[-1][1], leaf)
        peaks, height = peaks[:-1], height + 1
    return [*peaks, (height, leaf)]


def whole(peaks):
    root = peaks[-1][1]
    for _, peak in reversed(peaks[:-1]):
        root = join(peak, root)
    return root


def continues(old, old_root, new, new_root, proof):
    """RFC 9162, 2.1.4.2."""
    if old == new:
        return not proof and old_root == new_root
    proof = list(proof)
    if old & (old - 1) == 0:
        proof.insert(0, old_root)
    if not proof:
        return False
    f, s = old - 1, new - 1
    while f & 1:
        f, s = f >> 1, s >> 1
    first = second = proof[0]
    for one in proof[1:]:
        if s == 0:
            return False
        if f & 1 or f == s:
            first, second = join(one, first), join(one, second)
            while f and not f & 1:
                f, s = f >> 1, s >> 1
        else:
            second = join(second, one)
        f, s = f >> 1, s >> 1
    return s == 0 and first == old_root and second == new_root


# Signed notes (C2SP) and Ed25519 (RFC 8032) ---------------------------------------------------------------------------------


def read_checkpoint(path, key):
    """(size, root) of a signed note. With a key, its signature must be there and right."""
    with open(path, "rb") as file:
        return read_note(file.read().decode("utf-8"), path, key)


def read_note(note, called, key):
    text, _, signatures = note.partition("\n\n")
    origin, size, root = text.split("\n")[:3]
    if key:
        name, wanted_hash, public = key.split("+", 2)
        public = exact(public)
        if hashlib.sha256(name.encode() + b"\n" + public).digest()[:4].hex() != wanted_hash or public[:1] != b"\x01":
            raise Wrong("that is no key for Ed25519")
        if origin != name:
            raise Wrong(f"{called} is a checkpoint of {origin}, not of {name}")
        lines = [line for line in signatures.split("\n")[:-1] if line.startswith(f"— {name} ")]
        found = [exact(line.split(" ", 2)[2]) for line in lines]
        mine = [one[4:] for one in found if one[:4].hex() == wanted_hash]
        if not any(is_signed(public[1:], (text + "\n").encode("utf-8"), one) for one in mine):
            raise Wrong(f"{called} is not signed by that key")
    return int(size), exact(root)


def exact(text):
    """The bytes of this base64, if it is written in the one way that there is for them."""
    content = b64decode(text, validate=True)
    if b64encode(content).decode() != text:
        raise ValueError("base64 that is written in another way than it should be")
    return content


P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
SQRT_MINUS_1 = pow(2, (P - 1) // 4, P)


def is_signed(public, message, signature):
    if len(signature) != 64 or len(public) != 32:
        return False
    a, r, s = point(public), point(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    return same(times(s, BASE), plus(r, times(h, a)))


def point(encoded):
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * SQRT_MINUS_1 % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


def plus(one, other):
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c = 2 * one[3] * other[3] * D % P
    d = 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number, one):
    result = (0, 1, 1, 0)
    while number:
        if number & 1:
            result = plus(result, one)
        one, number = plus(one, one), number >> 1
    return result


def same(one, other):
    return (one[0] * other[2] - other[0] * one[2]) % P == 0 and (one[1] * other[2] - other[1] * one[2]) % P == 0


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))

if __name__ == "__main__":
    main()
