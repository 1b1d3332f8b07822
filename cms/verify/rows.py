"""Reading a table whole in little memory, and the canonical form of a document (RFC 8785) as Python writes it."""

import json

AT_A_TIME = 1000


class Rows:
    """The rows of a question, streamed; `len()` is how many there are."""

    def __init__(self, connection, table, columns, order):
        self.connection, self.table, self.columns, self.order = connection, table, columns, order

    def __len__(self):
        with self.connection.cursor() as cursor:
            cursor.execute(f"select count(*) from {self.table}")  # noqa: S608 (names from this package)
            return cursor.fetchone()[0]

    def __iter__(self):
        with self.connection.chunked_cursor() as cursor:
            cursor.execute(f"select {self.columns} from {self.table} order by {self.order}")  # noqa: S608
            while rows := cursor.fetchmany(AT_A_TIME):
                yield from rows


def canonical(document):
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def found(connection, question, *arguments):
    """All rows of a question, for questions about what is wrong: there should be none."""
    with connection.cursor() as cursor:
        cursor.execute(question, arguments)
        return cursor.fetchall()
