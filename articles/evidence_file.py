"""The evidence for one edition that readers saw, as a file: whoever has its bytes can check it without this site.

`cms/static/verify/verify_evidence.py` checks it, and says at its head what each part means.
"""

import json
from base64 import b64encode

from django.conf import settings
from django.db import connections

from cms import tree
from cms.transparency import prove_all

SCHEMA = 4
ABOUT = [
    "Who signed this edition, who made it public and when, and the entries of the ledger that say so, each exactly as it was"
    " entered. Check it, together with the edition's bytes, with verify_evidence.py.",
    "An entry's proof (RFC 6962) leads from its body to the root in the checkpoint, which was signed outside this site. An"
    " entry whose proof is null is newer than the checkpoint: for it there is only this site's word until the next one.",
    "What a passkey signed stands under its sign-off, and who certified whose that passkey is under certificates, byte for byte"
    " as it was signed: the operator's root key, which is not of this site, is at the end of it.",
    "Where the policy asks for passkeys, no sign-off that was given with a signing secret counts.",
    "Entries name people by number. Where a reason was given, they hold the SHA-256 of a secret salt and the reason.",
]
PARTS = [
    "schema", "about", "origin", "article", "edition", "slug", "number", "digest", "contributors", "disclaimers", "statements",
    "fix", "policy", "publications", "take_downs", "sign_offs", "verifications", "certificates", "passkeys", "checkpoint",
    "entries",
]  # fmt: skip
LARGEST = 2**31 - 1  # number of an edition


def evidence_file(slug, number=None):
    """The evidence for edition `number` at the address `slug`, or for the one shown there now, as Python's own types.

    None when readers never saw it. Asks twice, as the reader's role.
    """
    if number is not None and number > LARGEST:
        return None
    with connections["public"].cursor() as cursor:
        cursor.execute("select live.evidence(%s, %s)", [slug, number])
        (found,) = cursor.fetchone()
    if found is None:
        return None
    found = json.loads(found) if isinstance(found, str) else found
    if found["fix"] is None:
        del found["fix"]
    found |= {
        "schema": SCHEMA,
        "about": ABOUT,
        "origin": settings.LEDGER_ORIGIN,
        "entries": _proven(found),
    }
    return {part: found[part] for part in PARTS if part in found}


def _proven(found):
    """The entries, each with its proof: a list of hashes in base64, or None beyond the checkpoint."""
    size = int(found["checkpoint"].split("\n")[1]) if found["checkpoint"] else 0
    covered = [entry["seq"] for entry in found["entries"] if entry["seq"] < size]
    proofs = dict(zip(covered, prove_all(tree.inclusion, [(seq, size) for seq in covered]), strict=True))
    return [
        entry | {"proof": [b64encode(one).decode() for one in proofs[entry["seq"]]] if entry["seq"] in proofs else None}
        for entry in found["entries"]
    ]
