"""The manifest: what the database should be, a line for each thing, and in what it differs from that.

`manifest.txt` keeps the lines of a database as set_up() leaves it; `manage.py manifest --write` writes it anew. They are
the same on PostgreSQL 15 to 18 and for every role that asks, for they come from the catalogue alone.
"""

from pathlib import Path

from cms.migrations_sql import PROJECT

MANIFEST = Path(__file__).with_name("manifest.txt")
QUESTION = (PROJECT / "cms/sql/manifest.sql").read_text()
# How PostgreSQL writes a definition: every name with its schema, every constant in one form, whatever the session has set.
IN_FULL = """
    set local search_path = pg_catalog, pg_temp;
    set local quote_all_identifiers = off;
    set local timezone = 'UTC';
    set local datestyle = 'ISO';
    set local intervalstyle = 'postgres';
    set local bytea_output = 'hex';
"""


def lines(connection):
    """What the database of `connection`, psycopg's or Django's, is: sorted lines. Changes nothing, not even a setting."""
    with connection.cursor() as cursor, cursor.connection.transaction(force_rollback=True):
        cursor.execute(IN_FULL)
        cursor.execute(QUESTION)
        return sorted(" ".join(line.split()) for (line,) in cursor.fetchall())


def committed_lines():
    """What the database should be."""
    return MANIFEST.read_text(encoding="utf-8").splitlines()


def differences(connection):
    """A line for each thing that is missing or not expected; none when the database is as it should be.

    What was changed is there twice, side by side: as it should be, and as it is.
    """
    there, wanted = set(lines(connection)), set(committed_lines())
    return [f"{'Missing' if line in wanted else 'Unexpected'}: {line}" for line in sorted(there ^ wanted)]
