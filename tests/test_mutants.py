"""Each rule of the schema taken away, one at a time: a question of the battery notices, or it is written down why none can.

And no constraint or trigger stands alone before readers: with any one of them gone, no text is public that was not cleared.
"""

import json
import re
import zlib
from collections import Counter
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
import pytest

from cms.postgresql.manifest import differences
from tests.battery import QUESTIONS, Battery, shows_too_much
from tests.battery_scene import Scene
from tests.databases import admin, own_database, use
from tests.equivalent import WHY, why_not_noticed
from tests.mutation import definitions, mutants

CHUNKS = 6
NOTED = Path(__file__).with_name("noticed.json")
NOTICED = json.loads(NOTED.read_text(encoding="utf-8"))  # which question noticed a mutant last time; only to be quick
# A rule that never refused anything can only be missed where something leans on its name or its index.
EVERYDAY = {
    "signed and published",
    "submitted",
    "dismissed",
    "enrolled for the first time",
    "overruled",
    "hidden, published again with a reason",
}
MISSING = """No question of the battery notices:
{}
Add a question that does (tests/battery.py says where);
or, if another rule makes this one needless, write that to tests/equivalent.py."""


@pytest.fixture(scope="module")
def tried(template, django_db_blocker):
    """The battery on its scene, in a transaction of a superuser that never ends well; and all mutants."""
    with django_db_blocker.unblock(), own_database(template) as name:
        use("nothing")
        with admin(name) as superuser, superuser.transaction(force_rollback=True):
            superuser.execute("set local search_path = public; set local statement_timeout = '3s'")
            yield Trial(superuser)


class Trial:
    def __init__(self, connection):
        self.connection = connection
        self.battery = Battery(Scene(connection))
        connection.execute("set constraints all immediate")
        self.expected = {question: self.battery.answer(question) for question in QUESTIONS}
        self.refusals = {
            question: {one for one in answer if isinstance(one, str)} for question, answer in self.expected.items()
        }
        self.mutants = mutants(connection)
        self.reached = reached(connection)
        self.noticed_by = Counter()

    def questions(self, mutant):
        """Those whose answer can change with it, the likeliest and cheapest first."""
        subject = mutant.name.partition(": ")[0]
        if mutant.rules:
            found = [one for one in QUESTIONS if set(mutant.rules) & self.refusals[one] or one.name in EVERYDAY]
            if mutant.of == "trigger":
                found = [one for one in found if subject in self.reached_by(one)]
        else:
            found = [question for question in QUESTIONS if subject in self.reached_by(question)]
        if mutant.of == "privilege":
            found = [question for question in found if any(subject in statement for _, statement in question.steps)]
        last_time = NOTICED.get(mutant.name)
        named = re.compile(rf"(?<![\w.]){re.escape(subject)}\b")
        return sorted(
            found,
            key=lambda one: (one.name != last_time, not named.search(one.steps[-1][1]), not one.rows, self.cost(one)),
        )

    def cost(self, question):
        """Seconds until it notices something, as far as is known."""
        return self.battery.took[question.name] / (self.noticed_by[question] + 0.5)

    def reached_by(self, question):
        said = " ".join(statement for _, statement in question.steps)
        if question.looks and "done" in self.expected[question]:
            said += " live.page"
        names = set(re.findall(r"\b(?:act|gate|live)\.\w+|\b(?:articles|cms|reviews)_\w+", said))
        return names.union(*(self.reached.get(name, ()) for name in names))

    @contextmanager
    def without(self, mutants):
        with self.connection.transaction(force_rollback=True):
            for mutant in mutants:
                self.connection.execute(mutant.statement.encode())
            yield

    def noticed(self, mutant):
        """The first question that notices it, or None."""
        try:
            with self.without([mutant]):
                for question in self.questions(mutant):
                    if self.battery.answer(question) != self.expected[question]:
                        self.noticed_by[question] += 1
                        return question
        except psycopg.Error as error:
            return f"it cannot even be made: {error}"

    def leaking(self, mutants):
        """The questions after which readers see too much where all of these are gone."""
        asked = dict.fromkeys(question for mutant in mutants for question in self.questions(mutant))
        with self.without(mutants):
            return [
                question.name
                for question in asked
                if question.name not in EVERYDAY
                and shows_too_much(question, self.battery.answer(question), self.expected[question])
            ]


def reached(connection):
    """For each function, view and table with triggers: every function and table that it comes to use, at any remove."""
    texts = {}
    for name, statement, start in definitions():
        texts[name] = texts.get(name, "") + statement[start:]
    for table, function in connection.execute(
        "select tgrelid::regclass::text, p.oid::regproc || ' ' || p.prosrc from pg_trigger t join pg_proc p on p.oid = tgfoid"
        " where not tgisinternal"
    ):
        texts[table] = texts.get(table, "") + function
    names = set(texts) | {name for (name,) in connection.execute("select relname from pg_class where relkind = 'r'")}
    uses = {
        name: {other for other in names if re.search(rf"(?<![\w.]){re.escape(other)}\b", text)}
        for name, text in texts.items()
    }
    grown = True
    while grown:
        grown = False
        for found in uses.values():
            more = set().union(*(uses.get(name, ()) for name in found)) - found
            found |= more
            grown = grown or bool(more)
    return uses


def test_scene_is_as_it_should_be(tried):
    """What readers see of a text in each state that there is."""
    mark = tried.battery.scene.mark
    shown = {slug.removeprefix(f"{mark}-") for slug, _ in tried.battery.scene.public}
    assert shown == {
        "again", "back", "bound-later", "bound-meanwhile", "brief-signed", "carries", "fallen-back", "fix-asked",
        "fix-in-review", "fix-signed", "fixed", "flagged", "in-review", "later", "law", "lifted", "moved-on", "newer", "newest",
        "older", "one-lapses", "overruled", "shown", "stated-meanwhile", "two", "with-own",
        "by-doctors-passkey", "by-passkey",
    }  # fmt: skip


def test_questions_have_names_of_their_own_and_answers_that_stay(tried):
    assert [name for name, count in Counter(question.name for question in QUESTIONS).items() if count > 1] == []
    assert [question.name for question in QUESTIONS if tried.battery.answer(question) != tried.expected[question]] == []


def chunk_of(name):
    return zlib.crc32(name.encode()) % CHUNKS


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_every_mutant_is_noticed(tried, chunk):
    unnoticed = [
        f"  {mutant.name}"
        for mutant in tried.mutants
        if chunk_of(mutant.name) == chunk and not why_not_noticed(mutant) and not tried.noticed(mutant)
    ]
    assert not unnoticed, MISSING.format("\n".join(unnoticed))


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_no_text_is_public_that_was_not_cleared_whatever_is_gone(tried, chunk):
    """One constraint, or the triggers of one function on all tables, taken away at once."""
    together = {}
    for mutant in tried.mutants:
        if mutant.of in ("constraint", "trigger"):
            together.setdefault(mutant.function or mutant.name, []).append(mutant)
    leaking = [
        f"  {name}   (by: {', '.join(shown)})"
        for name, mutants in together.items()
        if chunk_of(name) == chunk and (shown := tried.leaking(mutants))
    ]
    assert not leaking, "A second rule must stand behind it, for readers see what was not cleared:\n" + "\n".join(
        leaking
    )


def test_reasons_are_of_mutants_that_there_are(tried):
    names = [mutant.name for mutant in tried.mutants]
    assert [one.pattern for one in WHY if not any(one.fullmatch(name) for name in names)] == []


def test_manifest_names_every_mutant(tried):
    """Whatever is taken away, the comparison with the manifest says so: what verify and the set-up's proof rest on."""
    found = {}
    with tried.connection.transaction(force_rollback=True):
        for mutant in tried.mutants:
            subject, _, what = mutant.name.partition(": ")
            if mutant.of in ("constraint", "trigger"):
                kind, name = mutant.of, what.partition(" #")[0].removeprefix("trigger ")
                found[mutant.name] = f"Missing: {kind} public.{subject}.{name}"
            elif mutant.of == "privilege":
                found[mutant.name] = f"{subject}{'(' if '.' in subject else ''}"
            elif mutant.of in ("condition", "refusal") and subject in found.values():
                continue  # of a function the digest of its text is compared, so the first stands for all of its conditions
            else:
                found[mutant.name] = subject
            with suppress(psycopg.Error), tried.connection.transaction():
                tried.connection.execute(mutant.statement.encode())
        said = "\n".join(line.replace('"', "") for line in differences(tried.connection))
    assert [name for name, sign in found.items() if sign not in said] == []
