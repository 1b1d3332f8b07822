"""Verifying a database: everything in it is computed anew and compared, and each difference gets a sentence.

It asks as the application's role, reads alone, and believes no generated column: hashes, canonical forms and counts are
computed here, and what the gate's functions, triggers and grants are is compared with what the code says.
"""

from cms.verify.editions import check_editions
from cms.verify.ledger import check_ledger
from cms.verify.passkeys import check_passkeys
from cms.verify.record import check_publications, check_record
from cms.verify.schema import check_schema

CHECKS = {
    "Roles, functions, views, triggers, grants": check_schema,
    "Ledger": check_ledger,
    "Editions": check_editions,
    "Acts and their entries": check_record,
    "Passkeys": check_passkeys,
    "Publications": check_publications,
}


def verify(connection, progress=lambda check, rows: rows, kept=(), workers=1):
    """Yield (check, sentence) for each difference in the database of `connection`, the application's Django connection.

    `progress(check, rows)` may wrap the rows that a check goes through; they have a length. `kept` are checkpoints (size,
    root) that somebody kept elsewhere: the ledger must continue each. More `workers` ask on connections of their own, and so
    see nothing that this one has not committed.
    """
    for name, check in CHECKS.items():
        more = {"kept": kept} if check is check_ledger else {}
        for sentence in check(connection, lambda rows, name=name: progress(name, rows), workers, **more):
            yield name, sentence
