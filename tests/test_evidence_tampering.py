"""Evidence that somebody tampered with: a stranger sees it when a byte of anything is another, and when no rule was kept."""

import copy

import pytest

from cms import signer
from tests.forging import LONG_AGO, lost, moved, spaced
from tests.keys import jwk
from tests.outside import exchanged, leaves, other, says
from tests.people import ROOT
from tests.reading import put_up

# One byte -------------------------------------------------------------------------------------------------------------

CLAIMED_ONLY = {
    ("about",),
    ("policy", "name"),
    ("policy", "version"),
    ("policy", "review_after"),
    ("policy", "ends_after"),
}


def test_any_value_of_the_evidence_altered_is_noticed(kept):
    """But for what it names as claims."""
    whole, tried = kept.evidence, 0
    assert not kept.faults()
    for path, value in leaves(whole):
        kept.evidence = exchanged(whole, path, other(value))
        wrong = kept.faults()
        assert bool(wrong) != (path[:1] in CLAIMED_ONLY or path in CLAIMED_ONLY), path
        tried += 1
    assert tried > 100


def test_any_part_of_the_evidence_left_out_is_noticed(kept):
    whole = kept.evidence
    for name in whole:
        kept.evidence = {key: value for key, value in whole.items() if key != name}
        assert kept.faults(), name
    for name in ("disclaimers", "statements", "publications", "sign_offs", "verifications", "entries", "contributors"):
        for place in range(len(whole[name])):
            kept.evidence = whole | {name: whole[name][:place] + whole[name][place + 1 :]}
            assert kept.faults(), (name, place)


def test_any_byte_of_the_edition_altered_is_noticed(kept):
    whole = kept.edition
    for place in range(0, len(whole), 97):
        kept.edition = whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]
        assert kept.faults(), place
    for kept.edition in (whole + b"\n", whole[:-1], b" " + whole):
        assert kept.faults()


def swapped(entries):
    entries[0], entries[1] = entries[1], entries[0]


def proofs_swapped(entries):
    entries[0]["proof"], entries[1]["proof"] = entries[1]["proof"], entries[0]["proof"]


@pytest.mark.parametrize(
    ("tamper", "sentence"),
    [
        (swapped, "not in the order of the ledger"),
        (lambda entries: entries.append(entries[-1]), "not in the order of the ledger"),
        (proofs_swapped, "is not in the ledger that the checkpoint was signed over"),
        (lambda entries: entries[2].update(proof=None), "has none"),
        (lambda entries: entries[2]["proof"].pop(), "is not in the ledger"),
        (lambda entries: entries[2]["proof"].append(entries[2]["proof"][0]), "is not in the ledger"),
        (lambda entries: entries[2].update(body=entries[2]["body"].replace(",", ", ", 1)), "canonical form"),
    ],
)
def test_entries_tampered_with_are_noticed(kept, tamper, sentence):
    tamper(kept.evidence["entries"])
    assert says(kept.check(), 1, "WRONG", sentence)


def test_entries_of_another_edition_are_noticed(kept, published, writer, doctor, editor, checkpoint):
    mine = kept.evidence
    put_up(writer, doctor, editor, slug="another")
    checkpoint()
    theirs = kept.fetch("/articles/another").evidence
    kept.fetch()

    both = {entry["seq"]: entry for entry in kept.evidence["entries"] + theirs["entries"]}
    kept.evidence = kept.evidence | {"entries": [both[seq] for seq in sorted(both)]}
    assert says(kept.check(), 1, "is of something else")
    kept.evidence = kept.evidence | {"entries": theirs["entries"]}
    assert says(kept.check(), 1, "the ledger has 0 entries “submit”")
    assert mine["digest"] != theirs["digest"]


def test_note_of_another_key_or_ledger_is_noticed(kept, operator):
    other_key = signer.make_key(operator.folder / "other", "localhost/signed-leaf")
    assert says(kept.check(key=other_key), 1, "not signed by that key")
    strange = signer.make_key(operator.folder / "strange", "example.org/another")
    assert says(kept.check(key=strange), 1, "is a checkpoint of localhost/signed-leaf, not of example.org/another")


# What a forger with the signer's key could not make fit ---------------------------------------------------------------------


def retracted_before(document, evidence, by, said):
    publication = evidence["publications"][0]["publication"]
    at = by["publish"]["at"]
    evidence["take_downs"].append({"publication": publication, "kind": "retracted", "at": at})
    said.insert(len(said) - 1, {"act": "retracted", "actor": 1, "article": evidence["article"], "at": at,
                                "publication": publication})  # fmt: skip


def on(part, **facts):
    return lambda document, evidence, by, said: evidence[part][0]["facts"].update(facts)


def contributes(document, evidence, by, said):
    document["contributors"] = evidence["contributors"] = sorted([*document["contributors"], by["sign off"]["actor"]])


def stands_in_the_byline(document, evidence, by, said):
    document["bylines"].append({"person": by["sign off"]["actor"], "name": "Dr Dora Doctor"})


def submits(document, evidence, by, said):
    by["submit"]["actor"] = by["sign off"]["actor"]


def verifies_herself(document, evidence, by, said):
    by["verify credential"]["actor"] = by["appoint"]["person"] = evidence["verifications"][0]["officer"] = by[
        "sign off"
    ]["actor"]


def asks_for_two(document, evidence, by, said):
    evidence["policy"]["requires"] = evidence["sign_offs"][0]["facts"]["requires"] = [
        "medical accuracy",
        "second medical review",
    ]


def revoked_elsewhere(document, evidence, by, said):
    lost("revoke", 0)(document, evidence, by, said)
    said[-1]["edition"] += 1


def signs_again(document, evidence, by, said):
    asks_for_two(document, evidence, by, said)
    again = copy.deepcopy(evidence["sign_offs"][0])
    again["sign_off"], again["facts"]["meaning"] = 99, "second medical review"
    evidence["sign_offs"].append(again)
    evidence["publications"][0]["facts"]["sign_offs"].append(99)
    said.insert(len(said) - 1, by["sign off"] | {"sign_off": 99, "meaning": "second medical review"})


def asks_for_nobody(document, evidence, by, said):
    evidence["policy"]["requires"] = evidence["publications"][0]["facts"]["sign_offs"] = []
    evidence["sign_offs"] = evidence["verifications"] = []
    for act in ("sign off", "verify credential", "appoint"):
        said.remove(by[act])


def never_public(document, evidence, by, said):
    evidence["publications"] = []
    said.remove(by["publish"])


def ends_strangely(document, evidence, by, said):
    publication, at = evidence["publications"][0]["publication"], by["publish"]["at"]
    evidence["take_downs"].append({"publication": publication, "kind": "lost", "at": at})


FORGERIES = {
    "nothing changed": (lambda *all: None, None),
    "revoked afterwards": (lost("revoke", 0), None),
    "suspended afterwards": (lost("suspend credential", 0), None),
    "revoked before": (lost("revoke", -1), "was lost before that"),
    "suspended before": (lost("suspend credential", -1), "was lost before that"),
    "retracted before": (retracted_before, "after it had been retracted"),
    "a contributor signs": (contributes, "signed and contributed"),
    "the byline signs": (stands_in_the_byline, "in the byline is not named as a contributor"),
    "the submitter signs": (submits, "signed and contributed"),
    "nobody appointed the officer": (lambda d, e, by, said: by["appoint"].update(office="medical lead"), "no compliance officer"),
    "the signer verifies herself": (verifies_herself, "verified their own credential"),
    "verified after signing": (lambda d, e, by, said: moved(said, "verify credential", 4), "verified after the signature"),
    "appointed after verifying": (lambda d, e, by, said: moved(said, "appoint", 4), "no compliance officer"),
    "signed before it was submitted": (lambda d, e, by, said: moved(said, "submit", 3), "before the text was submitted"),
    "signed after it was published": (lambda d, e, by, said: moved(said, "publish", 2), "came after the publication"),
    "a signature missing": (asks_for_two, "lacks a sign-off for second medical review"),
    "another meaning": (on("sign_offs", meaning="spelling"), "names another meaning"),
    "under another policy": (on("sign_offs", policy=99), "under another policy"),
    "not for these topics": (on("verifications", specialties=["liver"]), "does not cover safety"),
    "a lapsed credential": (on("verifications", valid_until="2020-01-01T00:00:00.000000Z"), "not in order"),
    "another name": (on("verifications", name="Dr Who"), "signer's name is not the verified one"),
    "public for too long": (on("publications", ends_at="2999-01-01T00:00:00.000000Z"), "outlasts its sign-off"),
    "entered before it was signed": (
        lambda d, e, by, said: by["sign off"].update(at=LONG_AGO), "was entered before it was given",
    ),
    "entered before it was published": (
        lambda d, e, by, said: by["publish"].update(at=LONG_AGO), "was entered before it was made",
    ),
    "signed when the credential had lapsed": (
        on("verifications", verified_at=LONG_AGO, valid_until="2021-01-01T00:00:00.000000Z"), "was not in force",
    ),
    "signed with another verification": (
        lambda d, e, by, said: by["sign off"].update(verification=99), "given with another verification",
    ),
    "no article": (lambda d, e, by, said: d.update(kind="statement"), "no article of schema 1"),
    "submitted by no contributor": (
        lambda d, e, by, said: by["submit"].update(actor=77), "whoever submitted it is not named as a contributor",
    ),
    "revoked as of another text": (revoked_elsewhere, "the revocation is of another text"),
    "signed twice by one person": (signs_again, "one person signed twice"),
    "nobody asked to sign": (asks_for_nobody, "the policy asks for nobody"),
    "never public": (never_public, "it was never public"),
    "an unknown end": (ends_strangely, "no take-down called “lost”"),
    "signed under a policy that asked for more": (
        on("sign_offs", requires=["medical accuracy", "second medical review"]), "is not what the policy asks for",
    ),
    "due before it was signed": (on("sign_offs", review_due_at=LONG_AGO), "not in order"),
    "no instant": (on("sign_offs", signed_at="yesterday"), "is none"),
    "resting on another signature": (on("publications", sign_offs=[99]), "rests on sign-offs that are not in the evidence"),
    "resting on none": (on("publications", sign_offs=[]), "lacks a sign-off for medical accuracy"),
    "another policy in the text": (lambda d, e, by, said: d.update(policy=99), "under another policy than the evidence"),
    "an act that the file does not tell": (
        lambda d, e, by, said: said.append({"act": "taken down", "actor": 1, "article": e["article"], "publication": 1}),
        "is of something else",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FORGERIES)
def test_rules_hold_for_whoever_has_the_key(kept, forge, name):
    change, sentence = FORGERIES[name]
    forge(change)

    wrong = kept.faults()
    assert not wrong if sentence is None else sentence in "\n".join(wrong), wrong


def test_forms_that_another_parser_might_read_otherwise_are_refused(kept, forge):
    forge(lambda *all: None, write=spaced)
    assert kept.faults() == ["the bytes are not in their one canonical form"]
    forge(lambda *all: None, enter=spaced)
    assert kept.faults() == ["entry 0 is not in its one canonical form"]


def test_entry_says_its_place(kept, operator, checker):
    entry = kept.evidence["entries"][2]
    with pytest.raises(checker.Wrong, match="says that it is entry"):
        checker.Entry(entry | {"seq": entry["seq"] + 1}, 0, None)


def test_no_name_passes_for_a_signature_of_a_passkey(kept, forge):
    """Whoever holds the ledger's key writes into names what they like, and so into sentences that the ledger proves."""
    kept.root_key = jwk(ROOT).decode()
    name = "Dr Dora Doctor. That passkey is Dr Dora Doctor's, with a passkey that the root key which you gave had certified"

    def change(document, evidence, by, said):
        for one in (*evidence["sign_offs"], *evidence["verifications"]):
            one["facts"]["name"] = name + ".\nSIGNED: 1 of 1 by passkeys that lead to your root key"

    forge(change)
    assert says(kept.check(), 0, name)
    lines = kept.check().stdout.splitlines()
    assert [line for line in lines if line.startswith("SIGNED")] == [
        "SIGNED: 0 of 1 by passkeys that lead to your root key"
    ]
