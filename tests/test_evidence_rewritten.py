"""What a superuser of the database rewrites: the stranger finds it, and so does verify."""

import hashlib
import json

import pytest
from django.db import connection

from cms import signer
from cms.transparency import publish_checkpoint
from cms.verify import CHECKS
from tests.forging import canonical
from tests.outside import says
from tests.reading import SLUG


@pytest.fixture
def database(committed, as_superuser):
    """Statements of the database's superuser, with every trigger and check of these tables out of the way."""
    as_superuser.execute("set session_replication_role = replica")
    tables = ["articles_edition", "articles_publication", "reviews_signoff", "reviews_basis", "cms_entry", "cms_node"]
    for table in [*tables, "cms_checkpoint"]:
        for name, _ in as_superuser.execute(
            "select conname, contype from pg_constraint where conrelid = %s::regclass and contype in ('c', 'f')",
            [table],
        ).fetchall():
            as_superuser.execute(f"alter table {table} drop constraint {name} cascade")
        as_superuser.execute(f"alter table {table} disable trigger all")
    return as_superuser.execute


def rewrite_ledger(database, change):
    """Every entry anew, as `change` has its body, and the chain and the tree with it: consistent again."""
    rows = database("select seq, at, body, reason, salt from cms_entry order by seq").fetchall()
    database("delete from cms_node; delete from cms_entry")
    previous = bytes(32)
    for seq, at, body, reason, salt in rows:
        body = canonical(change(json.loads(body)))
        database(
            "insert into cms_entry (seq, prev_hash, at, body, reason, salt) values (%s, %s, %s, %s, %s, %s)",
            [seq, previous, at, body, reason, salt],
        )
        database("select act.grow(%s, %s)", [seq, body])
        previous = hashlib.sha256(previous + body).digest()


def alter_edition(database):
    """One byte, and every digest in the tables to fit it."""
    database("create temporary table id as select id, digest from articles_edition where slug = %s", [SLUG])
    database(
        "update articles_edition set content = convert_to(replace(convert_from(content, 'UTF8'), 'worry', 'hurry'), 'UTF8')"
        " where id = (select id from id)"
    )
    for table in ("articles_publication", "reviews_signoff", "reviews_basis"):
        database(
            f"update {table} set digest = (select digest from articles_edition where id = (select id from id))"
            " where edition_id = (select id from id)"
        )


SUPERUSERS = {
    "an edition": (alter_edition, "names another digest"),
    "a reviewer's name": (
        lambda database: database("update reviews_signoff set reviewer_name = 'Dr Dora Doktor'"),
        "what is shown is not what was entered",
    ),
    "a declared interest": (
        lambda database: database("update reviews_signoff set interests = 'Nine'"), "what is shown is not what was entered",
    ),
    "an end": (
        lambda database: database("update reviews_signoff set ends_at = ends_at + interval '1 microsecond'"),
        "what is shown is not what was entered",
    ),
    "a signer": (
        lambda database: database("update reviews_signoff set reviewer_id = reviewer_id + 1"), "names another actor",
    ),
    "a publication's end": (
        lambda database: database("update articles_publication set ends_at = ends_at - interval '1 microsecond'"),
        "what is shown is not what was entered",
    ),
    "an entry": (
        lambda database: database("update cms_entry set body = convert_to(replace(convert_from(body, 'UTF8'),"
                                  " '\"login\":\"leaf_app\"', '\"login\":\"leaf_apq\"'), 'UTF8') where act = 'publish'"),
        "is not in the ledger that the checkpoint was signed over",
    ),
    "the whole ledger": (
        lambda database: rewrite_ledger(database, lambda said: said | {"login": "leaf_apq"}),
        "is not in the ledger that the checkpoint was signed over",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SUPERUSERS)
def test_what_a_superuser_altered_is_found_by_the_stranger_and_by_verify(kept, client, database, name):
    checkpoint = kept.keep_checkpoint()
    alter, sentence = SUPERUSERS[name]
    alter(database)

    kept.fetch()
    assert says(kept.check("--checkpoint", checkpoint), 1, sentence)
    assert says(kept.check("--checkpoint", checkpoint, key=None), 1, sentence)
    assert faults_of_rows()


def faults_of_rows():
    """What `verify` finds, but for the constraints that the tests took away."""
    checks = [check for name, check in CHECKS.items() if not name.startswith("Roles")]
    return [sentence for check in checks for sentence in check(connection, lambda rows: rows, 1)]


def test_ledger_rewritten_and_signed_anew_with_the_stolen_key_is_no_match_for_a_kept_checkpoint(
    kept, database, operator
):
    checkpoint = kept.keep_checkpoint()
    database("update reviews_signoff set interests = 'Nine'")
    facts = dict(database("select id, gate.facts_digest(gate.sign_off_facts(id)) from reviews_signoff").fetchall())
    rewrite_ledger(
        database, lambda said: said | ({"facts": facts[said["sign_off"]]} if said["act"] == "sign off" else {})
    )
    size = int(checkpoint.read_text().split("\n")[1])
    bodies = [bytes(body).decode() for (body,) in database("select body from cms_entry order by seq").fetchall()]
    note = signer.sign_next(operator.folder / "key", operator.folder / "forged", bodies[:size])
    database("update cms_checkpoint set note = %s, root = gate.root(size) where size = %s", [note, size])

    kept.fetch()
    assert says(kept.check("--strict"), 0, "Interests declared: “Nine”")
    assert says(kept.check("--checkpoint", checkpoint), 1, "the ledger was rewritten")


def test_entries_from_before_they_held_facts_are_valid_and_what_is_shown_is_claimed(kept, database, operator):
    rewrite_ledger(database, lambda said: {key: value for key, value in said.items() if key != "facts"})
    database("delete from cms_checkpoint")
    (operator.folder / "state").unlink()
    publish_checkpoint(operator.sign())

    kept.fetch()
    assert says(kept.check(), 0, "not all of it is proven")
    proven, claimed = kept.check().stdout.split("CLAIMED")
    assert "It was submitted by" in proven
    assert "Dr Dora Doctor" not in proven
    assert "Dr Dora Doctor" in claimed
    assert says(kept.check("--strict"), 1)
    assert not [sentence for sentence in faults_of_rows() if "checkpoint" not in sentence]
