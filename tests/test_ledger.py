"""The ledger: nothing in it can be changed, reordered or dropped without a stranger noticing who kept one checkpoint."""

import base64
import hashlib
import json

import pytest
from django.core.management.base import CommandError

from articles.edition import submit
from articles.publication import take_down
from cms import signer, tree
from cms.ledger import Entry
from cms.transparency import publish_checkpoint, unsigned_note
from reviews.sign_off import revoke
from tests.conftest import write
from tests.outside import CHECKERS, printed
from tests.rules import refused


def more(writer, slug):
    return submit(write(writer, slug=slug), by=writer)


# Entries ------------------------------------------------------------------------------------------------------------------


def test_reason_is_not_in_the_entry_that_everybody_may_see(published, editor):
    take_down(published.article, by=editor, reason="A reader wrote that Dr Doe erred")
    entry = Entry.objects.first()

    assert entry.reason == "A reader wrote that Dr Doe erred"
    assert b"Doe" not in bytes(entry.body)
    digest = hashlib.sha256(bytes(entry.salt) + entry.reason.encode()).hexdigest()
    assert json.loads(bytes(entry.body))["reason"] == digest


def test_reason_cannot_be_exchanged(committed, published, doctor, as_superuser):
    revoke(published.edition.sign_offs.get(), by=doctor, reason="Wrong")
    as_superuser.execute("alter table cms_entry disable trigger all")
    with pytest.raises(Exception, match="entry_holds_its_reason"):
        as_superuser.execute("update cms_entry set reason = 'Right' where act = 'revoke'")


def test_ledger_is_shown_and_filtered(published, editor):
    take_down(published.article, by=editor, reason="Out of date")

    lines = printed("ledger", "--article", str(published.article_id)).splitlines()
    assert ["submit", "sign off", "publish", "taken down"] == [
        next(act for act in ("submit", "sign off", "publish", "taken down") if act in line) for line in lines
    ]
    assert "“Out of date”" in printed("ledger", "--last", "1")
    assert printed("ledger", "--actor", editor.email.upper()).count("\n") == Entry.objects.filter(actor=editor).count()
    with pytest.raises(CommandError, match="whole"):
        printed("ledger", "--export", "--act", "publish")


# The tree -------------------------------------------------------------------------------------------------------------------


def by_the_book(leaves):
    """The Merkle tree hash as RFC 6962 words it."""
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return hashlib.sha256(b"\x01" + by_the_book(leaves[:half]) + by_the_book(leaves[half:])).digest()


def node_of(leaves):
    return lambda level, index: by_the_book(leaves[index << level : (index + 1) << level])


def test_database_grows_the_tree_of_the_rfc(published):
    from django.db import connection

    leaves = [bytes(body) for body in Entry.objects.order_by("seq").values_list("body", flat=True)]
    assert len(leaves) > 30
    with connection.cursor() as cursor:
        for size in range(1, len(leaves) + 1):
            cursor.execute("select gate.root(%s)", [size])
            assert bytes(cursor.fetchone()[0]) == by_the_book(leaves[:size]) == tree.root(size, node_of(leaves))
        cursor.execute("select gate.root(0), gate.root(%s)", [len(leaves) + 1])
        assert cursor.fetchone() == (None, None)


@pytest.fixture(scope="module")
def checker():
    import importlib.util

    spec = importlib.util.spec_from_file_location("verify_ledger", CHECKERS / "verify_ledger.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_proof_convinces_and_no_other_does(checker):
    leaves = [bytes([n]) for n in range(18)]
    roots = [None, *(by_the_book(leaves[:size]) for size in range(1, len(leaves) + 1))]
    for new in range(1, len(leaves) + 1):
        for old in range(1, new + 1):
            proof = tree.consistency(old, new, node_of(leaves))
            assert checker.continues(old, roots[old], new, roots[new], proof)
            other = hashlib.sha256(roots[old]).digest()
            assert not checker.continues(old, other, new, roots[new], proof)
            assert not checker.continues(old, roots[old], new, other, proof)
            assert not checker.continues(old, roots[old], new, roots[new], [*proof, other])
            if proof:
                assert not checker.continues(old, roots[old], new, roots[new], proof[:-1])


def test_checker_knows_a_signature_from_none(checker):
    """RFC 8032, 7.1, test 2."""
    public = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
    signature = bytes.fromhex(
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )
    assert checker.is_signed(public, b"\x72", signature)
    assert not checker.is_signed(public, b"\x73", signature)
    assert not checker.is_signed(public, b"\x72", signature[:-1] + b"\x01")
    assert not checker.is_signed(public[:-1] + b"\x0d", b"\x72", signature)


# Checkpoints ------------------------------------------------------------------------------------------------------------------


def test_signer_signs_what_the_database_says(published, operator):
    note = operator.sign()
    assert note.startswith(unsigned_note())
    with pytest.raises(ValueError, match="the next entry is"):
        signer.sign_next(operator.folder / "key", operator.folder / "state", ['{"seq":0}'])


def test_stranger_keeps_a_checkpoint_and_sees_that_the_ledger_continues_it(client, published, writer, operator):
    assert client.get("/transparency/checkpoint").status_code == 404
    publish_checkpoint(operator.sign())
    first = operator.kept("first", client.get("/transparency/checkpoint").content.decode())
    more(writer, "another")
    publish_checkpoint(operator.sign())
    second = operator.kept("second", client.get("/transparency/checkpoint").content.decode())
    sizes = [int(path.read_text().split("\n")[1]) for path in (first, second)]
    proof = operator.kept("proof", client.get("/transparency/consistency/{}/{}".format(*sizes)).content.decode())
    export = operator.kept("export", printed("ledger", "--export"))

    continued = operator.check("continued", first, second, proof)
    whole = operator.check("export", export, first, second)

    assert (continued.returncode, whole.returncode) == (0, 0), continued.stderr + whole.stderr
    assert "only adds to" in continued.stdout
    assert "All 2 checkpoints are of this ledger, and signed by" in whole.stdout
    for address in ("0/1", "5/2", f"1/{sizes[1] + 1}", f"1/{9**30}"):
        assert client.get(f"/transparency/consistency/{address}").status_code == 404


def altered(lines, n=5):
    lines[n] = lines[n].replace('"act":"', '"act":"x', 1)


@pytest.mark.parametrize(
    "tamper",
    [
        altered,
        lambda lines: lines.pop(),
        lambda lines: lines.pop(3),
        lambda lines: lines.insert(3, lines[3]),
        lambda lines: lines.reverse(),
        lambda lines: lines.__setitem__(7, lines[7].replace(",", ", ", 1)),
        lambda lines: lines.__setitem__(7, lines[7][:-2] + ',"seq":7}\n'),
    ],
    ids=["altered", "shortened", "dropped", "doubled", "reordered", "spaced", "key twice"],
)
def test_tampered_export_is_noticed(published, operator, tamper):
    note = operator.kept("note", operator.sign())
    lines = printed("ledger", "--export").splitlines(keepends=True)
    tamper(lines)

    answer = operator.check("export", operator.kept("export", "".join(lines)), note)
    assert answer.returncode == 1
    assert answer.stderr.startswith("WRONG: ")


def test_rewritten_ledger_is_caught_by_whoever_kept_a_checkpoint(committed, published, editor, as_superuser, operator):
    """A superuser rewrites an entry and everything that follows from it: consistent again, and yet another ledger."""
    kept = operator.kept("kept", operator.sign())
    as_superuser.execute("alter table cms_entry disable trigger all; alter table cms_node disable trigger all")
    as_superuser.execute("create temporary table old as select * from cms_entry")
    as_superuser.execute("delete from cms_node; delete from cms_entry")
    rows = as_superuser.execute("select seq, at, body, reason, salt from old order by seq").fetchall()
    previous = bytes(32)
    for seq, at, body, reason, salt in rows:
        body = body.replace(b'"act":"publish"', b'"act":"verdict"')
        as_superuser.execute(
            "insert into cms_entry (seq, prev_hash, at, body, reason, salt) values (%s, %s, %s, %s, %s, %s)",
            [seq, previous, at, body, reason, salt],
        )
        as_superuser.execute("select act.grow(%s, %s)", [seq, body])
        previous = hashlib.sha256(previous + body).digest()
    export = operator.kept("export", printed("ledger", "--export"))

    assert operator.check("export", export).returncode == 0
    answer = operator.check("export", export, kept)
    assert (answer.returncode, "are not those of the checkpoint" in answer.stderr) == (1, True)


def test_checkpoint_of_another_key_convinces_nobody(published, operator, settings):
    other = signer.make_key(operator.folder / "other", settings.LEDGER_ORIGIN)
    note = operator.kept("note", operator.sign())
    export = operator.kept("export", printed("ledger", "--export"))

    assert operator.check("export", export, note).returncode == 0
    answer = operator.check("export", export, note, key=other)
    assert (answer.returncode, "not signed by that key" in answer.stderr) == (1, True)


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("checkpoint_is_a_signed_note", lambda note: ""),
        ("checkpoint_is_a_signed_note", lambda note: note.split("\n\n")[0]),
        ("checkpoint_of_this_ledger", lambda note: with_line(note, 0, "example.org/another")),
        ("checkpoint_of_this_ledger", lambda note: with_line(note, 1, "1")),
        ("checkpoint_of_this_ledger", lambda note: with_line(note, 1, "999999")),
        ("checkpoint_of_this_ledger", lambda note: with_line(note, 2, base64.b64encode(bytes(32)).decode())),
    ],
)
def test_database_keeps_no_checkpoint_of_another_ledger(published, operator, rule, change):
    note = operator.sign()
    with refused(rule):
        publish_checkpoint(change(note))


def with_line(note, number, text):
    lines = note.split("\n")
    lines[number] = text
    return "\n".join(lines)


def test_checkpoints_only_grow(published, operator):
    note = operator.sign()
    publish_checkpoint(note)
    with refused("checkpoints_grow"):
        publish_checkpoint(note)


def test_checkpoint_command_prints_and_publishes(published, operator):
    assert printed("checkpoint") == unsigned_note()
    note = operator.kept("note", operator.sign())
    assert "Published: the checkpoint over" in printed("checkpoint", "--publish", str(note))
    with pytest.raises(CommandError, match="that size or larger"):
        printed("checkpoint", "--publish", str(note))
    with pytest.raises(CommandError, match="cannot be read"):
        printed("checkpoint", "--publish", str(operator.folder / "none"))


def test_key_is_never_written_over(operator, settings):
    with pytest.raises(FileExistsError):
        signer.make_key(operator.folder / "key", settings.LEDGER_ORIGIN)
    assert (operator.folder / "key").stat().st_mode & 0o77 == 0
