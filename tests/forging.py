"""Forgers who hold the key of the ledger's signer, and make digests, tree and checkpoint fit what they changed."""

import hashlib
import json

import pytest

from cms import signer, tree

LONG_AGO = "2020-01-01T00:00:00.000000Z"


def canonical(document):
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def spaced(document):
    return json.dumps(document, ensure_ascii=False, sort_keys=True).encode()


def sha256(content):
    return hashlib.sha256(content).hexdigest()


@pytest.fixture
def forge(kept, operator):
    """Changes text, evidence and entries and makes digests, tree and signature fit again, as if the key were stolen."""

    def forge(change, write=canonical, enter=canonical):
        document, evidence = json.loads(kept.edition), kept.evidence
        said = [json.loads(entry["body"]) for entry in evidence["entries"]]
        by_act = {entry["act"]: entry for entry in said}
        change(document, evidence, by_act, said)
        kept.edition = write(document)
        evidence["digest"] = sha256(kept.edition)
        made_to_fit(evidence, said)
        bodies = [enter(entry).decode() for entry in said]
        leaf = [hashlib.sha256(b"\x00" + body.encode()).digest() for body in bodies]

        def node(level, index):
            return leaf[index] if level == 0 else tree.join(node(level - 1, index * 2), node(level - 1, index * 2 + 1))

        evidence["checkpoint"] = signer.sign_next(
            operator.folder / "key", operator.folder / f"forged{len(list(operator.folder.iterdir()))}", bodies
        )
        evidence["entries"] = [
            {"seq": seq, "body": body,
             "proof": [signer.b64encode(one).decode() for one in tree.inclusion(seq, len(leaf), node)]}
            for seq, body in enumerate(bodies)
        ]  # fmt: skip

    return forge


def made_to_fit(evidence, said):
    """Every digest in these entries, of what the evidence shows now."""
    certificates = {one["certificate"]: sha256(one["content"].encode()) for one in evidence["certificates"]}
    roots = [sha256(canonical(one["root"])) for one in evidence["certificates"] if one["root"]]
    keys = {one["passkey"]: sha256(canonical(one["public_key"])) for one in evidence["passkeys"]}
    for one in evidence["sign_offs"]:
        if one["assertion"]:
            one["facts"]["assertion"] = sha256(one["assertion"]["content"].encode())
            one["facts"]["certificate"] = certificates.get(one["assertion"]["certificate"], "")
    told = {("sign off", one["sign_off"]): one["facts"] for one in evidence["sign_offs"]}
    told |= {("publish", one["publication"]): one["facts"] for one in evidence["publications"]}
    told |= {("verify credential", one["verification"]): one["facts"] for one in evidence["verifications"]}
    named = {"sign off": "sign_off", "publish": "publication", "verify credential": "verification"}
    for seq, entry in enumerate(said):
        entry["seq"] = seq
        if "certificate" in entry:
            entry["digest"] = certificates.get(entry["certificate"], "")
        elif "digest" in entry:
            entry["digest"] = evidence["digest"]
        if entry["act"] == "add passkey":
            entry["key"] = keys.get(entry["passkey"], "")
        if entry["act"] == "trust root":
            entry["key"] = (roots or [""])[0]
        if "facts" in entry:
            entry["facts"] = sha256(canonical(told[entry["act"], entry[named[entry["act"]]]]))


def moved(said, act, place):
    (entry,) = [one for one in said if one["act"] == act]
    said.remove(entry)
    said.insert(place, entry)


def lost(act, place, **more):
    """Somebody took the signature back, or suspended the credential: entered before the publication (-1) or after."""

    def change(document, evidence, by, said):
        (one,) = evidence["sign_offs"]
        entry = {"act": act, "actor": one["person"], "at": by["publish"]["at"], "login": "leaf_app", "reason": "0"}
        if act == "revoke":
            one["revoked_at"] = entry["at"]
            entry |= {name: by["submit"][name] for name in ("article", "edition", "digest")} | {
                "sign_off": one["sign_off"]
            }
        else:
            one["suspended_at"] = entry["at"]
            entry["credential"] = one["credential"]
        said.insert(len(said) + place, entry)

    return change
