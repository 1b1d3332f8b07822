"""The battery: questions about the scene, whose answers change when a rule of the gate is missing.

A question is a few statements, each by one role. Its answer is what became of each (done, or what refused it) and what readers
then see that they did not see before ("+") or see no longer ("-"); or rows. How to let it know a new act or table: bring a text
into that state in `battery_scene.py`, and add how the act is used and how it is attacked: to `battery_reads.py` what is told of
it, to `battery_acts.py`, `battery_rules.py`, `battery_passkeys.py` or `battery_fixes.py` the act, to `battery_rows.py` its rows written by hand.
"""

import time

import psycopg

from cms.prove.attacks import ATTACKS, EVIDENCE
from tests.battery_acts import PEOPLE, PUBLISHING, REVIEWING, SIGNING, SUBMITTING
from tests.battery_fixes import COMPARED, FIXES
from tests.battery_passkeys import PASSKEYS
from tests.battery_reads import READS, STOPPING
from tests.battery_rows import EDITIONS, ENTRIES, ROWS
from tests.battery_rules import ADOPTING, NOTICES
from tests.battery_scene import acting_as
from tests.battery_words import Question, q

LOCKED = [  # whoever may update, delete or truncate may hold a table
    q(f"{table} held", f"lock table {table} in share row exclusive mode", f"select count(*) from {table}", looks=())
    for table in EVIDENCE
]
PROVEN = [
    Question(
        f"{name}, as {role}", [(role, one) for one in (statements if isinstance(statements, list) else [statements])]
    )
    for name, role, statements, _ in ATTACKS
]
QUESTIONS = [
    *(Question(name, [(role, question)], (), rows=True) for name, role, question in READS),
    STOPPING, *SIGNING, *PUBLISHING, *REVIEWING, *SUBMITTING, *PEOPLE, *PASSKEYS, *NOTICES, *ADOPTING, *ROWS, *EDITIONS, *ENTRIES, *COMPARED, *FIXES, *LOCKED,
    *PROVEN,
]  # fmt: skip


# Asking -----------------------------------------------------------------------------------------------------------------------


class Battery:
    """The questions, asked of a scene. Nothing of an answer stays."""

    def __init__(self, scene):
        self.scene, self.connection = scene, scene.connection
        names = scene.names
        self.words = names | {key: literal(names[key]) for key in ("slugs", "articles", "instants")}
        self.took = {}

    def answer(self, question):
        began = time.perf_counter()
        try:
            return self.ask(question)
        finally:
            self.took.setdefault(question.name, time.perf_counter() - began)

    def ask(self, question):
        self.reset_tries()
        answers = []
        try:
            with self.connection.transaction(force_rollback=True):
                for role, statement in question.steps:
                    answers.append(self.step(role, statement, question.rows))
                if question.looks and "done" in answers:
                    answers += self.seen_otherwise(question)
        except psycopg.Error as error:
            return [*answers, f"could not be looked at: {error.sqlstate}"]
        return answers

    def step(self, role, statement, rows):
        """ "done", or rows; or what refused it."""
        try:
            with self.connection.transaction(), acting_as(self.connection, role):
                found = self.connection.execute(statement.format(**self.words))
                return (
                    found.fetchall()
                    if rows and found.description and not statement.startswith("select act.")
                    else "done"
                )
        except psycopg.Error as error:
            return error.diag.constraint_name or error.sqlstate

    def seen_otherwise(self, question):
        slugs = [f"{self.scene.mark}-{name}" for name in question.looks]
        now, before = self.scene.shown(slugs), {page for page in self.scene.public if page[0] in slugs}
        return sorted([f"+{slug}" for slug, _ in now - before] + [f"-{slug}" for slug, _ in before - now])

    def reset_tries(self):
        """Wrong secrets are counted where no rollback undoes it."""
        self.connection.execute(
            "select setval(oid, 1, false) from pg_class where relnamespace = 'secret'::regnamespace and relkind = 'S'"
        )


def literal(values):
    """A list as a statement names it."""
    return "array[" + ", ".join(str(one) if isinstance(one, int) else f"'{one}'" for one in values) + "]"


def shows_too_much(question, answer, expected):
    """Whether readers see a text that they saw neither before nor in the expected answer, after nothing but more was let through."""
    if question.may_show or question.rows:
        return False
    if any(should == "done" != was for should, was in zip(expected, answer, strict=False)):
        return False  # an act that is meant to work did not: what follows is another way
    return any(isinstance(one, str) and one.startswith("+") and one not in expected for one in answer)
