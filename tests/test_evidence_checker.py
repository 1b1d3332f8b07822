"""The outsider's checker: what it says of evidence that fits, and that its arithmetic is that of the standards."""

import hashlib
import inspect
import json
import re
import sys

import pytest
from django.contrib.staticfiles import finders

from articles.edition import submit
from articles.publication import publish
from cms import tree
from reviews.sign_off import sign_off
from tests.conftest import LEGAL, SECOND, SIGN_OFF, write
from tests.outside import CHECKERS, loaded, says
from tests.people import give_credential
from tests.reading import put_up

PTSD = "/articles/what-ptsd-research-shows"


# What fits ------------------------------------------------------------------------------------------------------------------


def test_stranger_is_told_what_is_proven_and_what_is_claimed(kept, operator):
    answer = kept.check("--strict")

    assert says(answer, 0, "Nothing is wrong\n", f"fingerprint is {hashlib.sha256(kept.edition).hexdigest()}.")
    proven, claimed = answer.stdout.split("CLAIMED by the site alone")
    for sentence in (
        "D-INFO.1", "is signed by localhost/signed-leaf", "Dr Dora Doctor, psychiatrist", "Interests declared: “None”",
        "appointed as compliance officer, verified the credential", "made it public from",
    ):  # fmt: skip
        assert sentence in proven
    for sentence in ("asks for medical accuracy", "no revocation", "the site's clock"):
        assert sentence in claimed


def test_legal_check_by_somebody_who_knows_no_topic(writer, doctor, lawyer, editor, checkpoint, stranger):
    edition = submit(write(writer, slug="what-the-law-says", topics=("law", "safety")), by=writer)
    sign_off(edition, by=doctor, **SIGN_OFF)
    give_credential(lawyer, specialties=["depression"], qualification="lawyer or regulatory specialist")
    sign_off(edition, by=lawyer, **LEGAL)
    publish(edition, by=editor)
    checkpoint()

    assert says(stranger.fetch("/articles/what-the-law-says").check("--strict"), 0, "Lara Lawyer", "legal check")
    stranger.evidence["policy"]["covers"]["legal check"] = "any"
    assert "the credential does not cover law, safety" in stranger.faults()


def test_two_signatures_by_two_people(ptsd_edition, doctor, second_doctor, editor, checkpoint, stranger):
    sign_off(ptsd_edition, by=doctor, **SIGN_OFF)
    sign_off(ptsd_edition, by=second_doctor, **SECOND)
    publish(ptsd_edition, by=editor)
    checkpoint()

    assert says(stranger.fetch(PTSD).check("--strict"), 0, "Dr Dora Doctor", "Dr Dan Doctor", "second medical review")


def test_without_a_key_nothing_of_the_ledger_is_proven(kept):
    assert says(kept.check(key=None), 0, "not all of it is proven", "neither a key nor a checkpoint that you kept")
    assert says(kept.check("--strict", key=None), 1)
    assert "Dr Dora Doctor" not in kept.check(key=None).stdout.split("CLAIMED")[0]


def test_entries_newer_than_the_checkpoint_have_no_proof_yet_and_the_file_says_so(
    edition, doctor, editor, checkpoint, stranger
):
    checkpoint()
    sign_off(edition, by=doctor, **SIGN_OFF)
    publish(edition, by=editor)
    stranger.fetch()

    proofs = {json.loads(entry["body"])["act"]: entry["proof"] for entry in stranger.evidence["entries"]}
    assert proofs["submit"]
    assert proofs["sign off"] is proofs["publish"] is None
    assert "whose proof is null is newer than the checkpoint" in " ".join(stranger.evidence["about"])
    assert says(stranger.check(), 0, "not all of it is proven", "newer than the checkpoint")
    assert says(stranger.check("--strict"), 1)

    checkpoint()
    assert says(stranger.fetch().check("--strict"), 0)


def test_without_any_checkpoint_all_acts_are_claims(published, stranger):
    assert stranger.fetch().evidence["checkpoint"] is None
    assert says(stranger.check(), 0, "no checkpoint of it was signed yet")
    assert says(stranger.check("--strict"), 1)


def test_kept_checkpoint_is_as_good_as_a_key(kept):
    checkpoint = kept.keep_checkpoint()
    assert says(kept.check("--strict", "--checkpoint", checkpoint, key=None), 0, "same ledger as the one that you kept")


def test_older_checkpoint_is_continued(kept, client, writer, doctor, editor, checkpoint, operator):
    older = kept.keep_checkpoint()
    put_up(writer, doctor, editor, slug="another")
    checkpoint()
    kept.fetch()
    sizes = [note.split("\n")[1] for note in (older.read_text(), kept.evidence["checkpoint"])]

    assert says(kept.check("--checkpoint", older), 2, "/transparency/consistency/{}/{}".format(*sizes))
    proof = operator.kept("proof.json", client.get("/transparency/consistency/{}/{}".format(*sizes)).content)
    assert says(kept.check("--strict", "--checkpoint", older, "--continued", proof), 0)
    broken = operator.kept("broken.json", json.dumps({"hashes": json.loads(proof.read_text())["hashes"][1:]}))
    assert says(kept.check("--checkpoint", older, "--continued", broken), 1, "rewritten")


@pytest.mark.parametrize(
    "content", ["", "[]", "not json", '{"schema": 5}', '{"schema": 1, "schema": 1}', '{"schema": 1}x', b"\xff"],
)  # fmt: skip
def test_files_that_cannot_be_read_are_told_from_wrong_ones(kept, operator, content):
    edition, evidence = kept.files()
    broken = operator.kept("broken.json", content)
    assert says(operator.run("verify_evidence.py", edition, broken), 2, "UNUSABLE")
    assert says(operator.run("verify_evidence.py", edition, operator.folder / "none"), 2, "UNUSABLE")
    assert says(operator.run("verify_evidence.py", edition, evidence, "--key", "none"), 2, "UNUSABLE: the key")


# The checker itself -------------------------------------------------------------------------------------------------------


def test_every_proof_of_an_entry_convinces_and_no_other_does(checker):
    leaf = [hashlib.sha256(b"\x00" + bytes([n])).digest() for n in range(18)]

    def node(level, index):
        return leaf[index] if level == 0 else tree.join(node(level - 1, index * 2), node(level - 1, index * 2 + 1))

    for size in range(1, len(leaf) + 1):
        root = tree.root(size, node)
        for index in range(size):
            proof = tree.inclusion(index, size, node)
            assert checker.included(index, size, leaf[index], proof, root)
            assert not checker.included(index, size, leaf[index][::-1], proof, root)
            assert not checker.included(index, size, leaf[index], proof, root[::-1])
            assert not checker.included(index, size, leaf[index], [*proof, root], root)
            assert not checker.included(size, size, leaf[index], proof, root)
            if proof:
                assert not checker.included(index, size, leaf[index], proof[:-1], root)
                assert not checker.included(index ^ 1, size, leaf[index], proof, root)


def test_both_checkers_repeat_the_same_arithmetic(checker):
    """Each must stand alone, so they share it by repeating it."""
    ledger = loaded("verify_ledger")
    for name in (
        "join",
        "continues",
        "read_checkpoint",
        "read_note",
        "exact",
        "is_signed",
        "point",
        "plus",
        "times",
        "same",
    ):
        assert inspect.getsource(getattr(checker, name)) == inspect.getsource(getattr(ledger, name)), name
    assert (checker.P, checker.L, checker.D, checker.BASE) == (ledger.P, ledger.L, ledger.D, ledger.BASE)


def test_checker_imports_nothing_but_the_standard_library():
    imported = re.findall(r"^(?:import|from) (\w+)", (CHECKERS / "verify_evidence.py").read_text(), re.MULTILINE)
    assert imported
    assert set(imported) <= sys.stdlib_module_names


def test_checker_is_served():
    assert finders.find("verify/verify_evidence.py") == str(CHECKERS / "verify_evidence.py")
