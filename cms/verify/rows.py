"""Reading a table whole in little memory, and the canonical form of a document (RFC 8785) as Python writes it."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from threading import local

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


class Shares:
    """A question about each row of a table, too long for one statement: asked for `size` ids at a time, by `workers` at once.

    It names the ids of its share as `%(low)s` and `%(high)s`, both included. Iterating gives the rows that it finds, in
    lists; `len()` is how many shares there are. With one worker the connection itself asks, in its own transaction.
    """

    def __init__(self, connection, table, question, workers=1, key="id", size=500):
        self.connection, self.question, self.workers, self.size = connection, question, workers, size
        ((first, last),) = found(connection, f"select min({key}), max({key}) from {table}")  # noqa: S608
        self.lows = [] if first is None else range(first, last + 1, size)

    def __len__(self):
        return len(self.lows)

    def __iter__(self):
        if self.workers == 1:
            yield from (self.ask(self.connection, low) for low in self.lows)
            return
        with self.being_asked() as answers:
            yield from answers

    @contextmanager
    def being_asked(self):
        """The answers, asked for from now on, while the caller does something else first."""
        if self.workers == 1:
            yield Answers(iter(self), len(self))
            return
        mine, connections = local(), []

        def ask(low):
            if not hasattr(mine, "connection"):
                mine.connection = self.connection.copy()
                mine.connection.inc_thread_sharing()
                connections.append(mine.connection)
            return self.ask(mine.connection, low)

        try:
            with ThreadPoolExecutor(self.workers) as pool:
                yield Answers(pool.map(ask, self.lows), len(self))
        finally:
            for one in connections:
                one.close()

    def ask(self, connection, low):
        with connection.cursor() as cursor:
            cursor.execute(self.question, {"low": low, "high": low + self.size - 1})
            return cursor.fetchall()


@dataclass(frozen=True)
class Answers:
    """An iterator that knows its length."""

    answers: Iterator
    count: int

    def __len__(self):
        return self.count

    def __iter__(self):
        return self.answers
