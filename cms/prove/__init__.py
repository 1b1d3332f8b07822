"""Proving the gate: every known way round it is tried against the real schema, and rolled back.

`prove()` plays a small scene (people, texts in every stage) in a transaction that never ends well, and tries each attack in
it as the role that would: so nothing stays, and the ledger is as it was.
"""

from contextlib import contextmanager
from dataclasses import dataclass

import psycopg

from cms.prove.attacks import ATTACKS
from cms.prove.scene import play


@dataclass(frozen=True)
class Outcome:
    """What an attack came to: `seen` is the refusal, "hidden", or what went wrong for us."""

    name: str
    role: str
    expected: str
    seen: str

    @property
    def failed(self):
        return self.seen not in self.expected.split("|")


def prove(admin_url, say=lambda line: None):
    """Try every attack on the database of `admin_url`, a superuser's. Returns the Outcomes; nothing in it is changed."""
    with psycopg.connect(admin_url) as connection, connection.transaction(force_rollback=True):
        scene = play(connection, say)
        return [try_out(connection, scene, *attack) for attack in ATTACKS]


def try_out(connection, scene, name, role, statements, expected):
    """One attack as `role`. Where it is not refused, it must leave what `expected` names hidden from readers."""
    with undone(connection):
        try:
            with connection.transaction(), acting_as(connection, role):
                for statement in statements if isinstance(statements, list) else [statements]:
                    connection.execute(statement.format(**scene).encode())
        except psycopg.Error as error:
            return Outcome(name, role, expected, error.diag.constraint_name or error.sqlstate or str(error))
        return Outcome(name, role, expected, seen_by_readers(connection, scene, expected))


def seen_by_readers(connection, scene, expected):
    """ "hidden" when the reader's role sees nothing but what the scene published; else what it sees."""
    addresses = connection.execute(
        "select slug from public.articles_address where slug like %s", [f"{scene['mark']}%"]
    ).fetchall()
    with acting_as(connection, "leaf_reader"):
        shown = connection.execute(
            "select p.slug || ' ' || encode(p.digest, 'hex') from unnest(%s::text[]) a, live.page(a) p",
            [[slug for (slug,) in addresses]],
        ).fetchall()
    unexpected = {row[0] for row in shown} - {scene["public"]}
    if unexpected:
        return f"PUBLIC: {', '.join(sorted(unexpected))}"
    return "gone" if not shown and "gone" in expected else "hidden"


@contextmanager
def acting_as(connection, role):
    connection.execute(f"set local session authorization {role}".encode())
    try:
        yield
    finally:
        if connection.info.transaction_status != psycopg.pq.TransactionStatus.INERROR:
            connection.execute("set local session authorization default")


@contextmanager
def undone(connection):
    with connection.transaction(force_rollback=True):
        yield
