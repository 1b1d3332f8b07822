"""Two people act at the same moment, on two real connections, in an order that is made certain.

The first act is done and its transaction held open until the second waits for it, or has returned; then it is committed. What
each was told, and what readers see then, must be as if one had acted after the other, in one of the two orders. At READ
COMMITTED, as the site works, nothing else may come of it, and nobody has to try again. At the stricter levels the second, who
looked around before the first was done, is told 40001 (a newer act was entered) or that its row is there already; whoever
tries the whole transaction again gets what they would have got afterwards.
"""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

import psycopg
from psycopg.types.json import Jsonb

from tests.acting import ROWS, TOPICS, Refused, Stage, run, word

LEVELS = ["READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE"]
NUMBERS = count()
AGAIN = {"40001", "reviews_revocation_pkey", "edition_numbers"}  # nothing was done: try the whole transaction again


# The scene --------------------------------------------------------------------------------------------------------------


@dataclass
class Scene:
    """A text of its own, and people who are new to it."""

    article: int = 0
    edition: int = 0
    digest: bytes = b""
    word: str = ""
    numbers: dict = field(default_factory=dict)  # of people, credentials, sign-offs, verdicts
    secrets: dict = field(default_factory=dict)


class Theatre:
    """The database, and people who play in every scene."""

    def __init__(self, database):
        self.stage = Stage(database)
        self.stage.ask_for_nothing()
        self.people = {role: self.stage.person(role) for role in ("writer", "editor", "officer")}
        self.officer_secret = self.stage.enrol(self.people["officer"])
        self.stage.owner.execute("select act.appoint(%s, 'compliance')", [self.people["officer"]])
        self.connections = {(role, n): self.stage.connect(role) for role in ("leaf_app", "leaf_owner") for n in (0, 1)}
        self.retries = self.races = 0

    def close(self):
        for connection in self.connections.values():
            connection.close()
        self.stage.close()

    def scene(self, race):
        stage, scene = self.stage, Scene(word=word("zr", next(NUMBERS)), numbers=dict(self.people))
        scene.secrets["officer"] = self.officer_secret
        for role in ("doctor", "second"):
            scene.numbers[role] = stage.person(role)
            scene.secrets[role] = stage.enrol(scene.numbers[role])
            scene.numbers[f"{role}'s credential"] = stage.register(
                scene.numbers[role], "physician", TOPICS, datetime.now(UTC) + timedelta(days=300),
                scene.numbers["officer"], self.officer_secret,
            )  # fmt: skip
        self.write(scene, race.topic)
        submit(stage.app, self, scene)
        for step in race.before:
            with stage.app.transaction():
                step(stage.app, self, scene)
        return scene

    def write(self, scene, topic):
        """The text: an article on a topic; without one a statement of two rows, which ages."""
        if topic is None:
            self.stage.adopt_statement(scene.word, 1, scene.word, None, None, timedelta(days=1))
        scene.article = self.stage.write(
            scene.numbers["writer"], kind="article" if topic else "statement", slug=scene.word, title="A race",
            body=f"<p>People were asked {scene.word}.</p>", key_points=["One.", "Two.", "Three."],
            funding="No company paid for this page.", topics=[topic] if topic else [],
            bylines=[scene.numbers["writer"]], contacts=Jsonb([] if topic else ROWS[:2]),
        )  # fmt: skip

    def seen(self, scene):
        """What readers see of the scene's text, and where it stands."""
        statement = self.stage.one(
            "select s ->> 'digest' || (s ->> 'contacts') from gate.statement(%s, clock_timestamp()) s", scene.word
        )
        if statement:
            return statement.replace(scene.digest.hex(), "its digest")
        page = self.stage.reader.execute("select digest from live.pages() where slug = %s", [scene.word]).fetchone()
        state = self.stage.row(
            "select state, public_edition_id is not null from public.articles_state where article_id = %s",
            scene.article,
        )  # fmt: skip
        return page and page[0].hex() == scene.digest.hex(), *state


# The acts: each takes a connection, the theatre and the scene -------------------------------------------------------------


def call(connection, name, *arguments):
    return run(connection, f"select act.{name}({', '.join(['%s'] * len(arguments))})", *arguments)


def submit(connection, theatre, scene):
    digest = run(connection, "select gate.draft_digest(%s)", scene.article)
    scene.edition = call(connection, "submit", scene.article, digest, scene.numbers["writer"])
    scene.digest = run(connection, "select digest from public.articles_edition where id = %s", scene.edition)


def submit_next(connection, theatre, scene):
    """The next edition; the scene goes on with the first."""
    digest = run(connection, "select gate.draft_digest(%s)", scene.article)
    call(connection, "submit", scene.article, digest, scene.numbers["writer"])


def rewrite(connection, theatre, scene):
    run(connection, "select set_config('signed_leaf.person', %s, true)", str(scene.numbers["writer"]))
    run(connection, "update public.articles_article set title = 'Newer' where id = %s", scene.article)


def signing(role, meaning):
    def sign(connection, theatre, scene):
        scene.numbers[f"{role}'s sign-off"] = call(
            connection,
            "sign_off",
            scene.edition,
            scene.digest,
            scene.numbers[role],
            scene.secrets[role],
            meaning,
            "None",
        )

    return sign


sign = signing("doctor", "medical accuracy")
second_signs = signing("second", "second medical review")
also_signs = signing("second", "medical accuracy")


def revoke(connection, theatre, scene):
    call(connection, "revoke", scene.numbers["doctor's sign-off"], scene.numbers["doctor"], "Wrong")


def officer_revokes(connection, theatre, scene):
    call(connection, "revoke", scene.numbers["doctor's sign-off"], scene.numbers["officer"], "Wrong")


def publish(connection, theatre, scene):
    call(connection, "publish", scene.edition, scene.digest, scene.numbers["editor"], None, "")


def schedule(connection, theatre, scene):
    starts = datetime.now(UTC) + timedelta(days=1)
    call(connection, "publish", scene.edition, scene.digest, scene.numbers["editor"], starts, "")


def take_down(connection, theatre, scene):
    call(connection, "take_down", scene.article, "taken down", scene.numbers["editor"], "Wrong")


def refuse(connection, theatre, scene):
    scene.numbers["verdict"] = call(
        connection,
        "refuse_article",
        scene.edition,
        scene.digest,
        scene.numbers["second"],
        scene.secrets["second"],
        "No",
    )


def lift(connection, theatre, scene):
    call(
        connection,
        "lift_refusal",
        scene.numbers["verdict"],
        scene.numbers["second"],
        scene.secrets["second"],
        "Misread",
    )


def request_changes(connection, theatre, scene):
    call(connection, "request_changes", scene.edition, scene.digest, scene.numbers["second"], "Numbers")


def suspend(connection, theatre, scene):
    call(connection, "suspend_credential", scene.numbers["doctor's credential"], scene.numbers["officer"], "Struck off")


def verify_again(connection, theatre, scene):
    until = datetime.now(UTC) + timedelta(days=350)
    call(
        connection, "verify_credential", scene.numbers["doctor's credential"], until, scene.numbers["officer"],
        scene.secrets["officer"],
    )  # fmt: skip


def raise_tier(connection, theatre, scene):
    call(connection, "choose_tier", scene.article, "two-signatures", scene.numbers["editor"], None, "Delicate")


def adopt(connection, theatre, scene):
    run(
        connection,
        'insert into public.articles_disclaimer (code, version, name, short, "full", position, placement, drawn_by, always,'
        " topics, words, flags, designs, source, note, binding_at) values (%s, 1, 'Of the race', 'Short.', 'In full.', 900,"
        " 'safety', 'text', false, '{}', %s, '{}', '{}', 'test', 'test', clock_timestamp())",
        f"D-{scene.word.upper()}", [scene.word],
    )  # fmt: skip


def recheck(connection, theatre, scene):
    call(
        connection,
        "recheck",
        scene.edition,
        scene.digest,
        scene.numbers["officer"],
        scene.secrets["officer"],
        "The page",
    )


def hiding(row):
    def hide(connection, theatre, scene):
        call(connection, "hide_row", scene.edition, scene.digest, row, scene.numbers["editor"], "Wrong number")

    hide.__name__ = f"hide row {row}"
    return hide


hide_row, hide_the_other = hiding(1), hiding(2)


def enrol_anew(connection, theatre, scene):
    call(connection, "enrol_secret", scene.numbers["doctor"], b"s" * 16, b"h" * 32, scene.secrets["doctor"], None, None)


adopt.role = "leaf_owner"
adopt.level = "READ COMMITTED"  # at any other it is refused: it must see the rules as they are


# The races --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Race:
    one: callable
    other: callable
    before: tuple = ()
    topic: str | None = "history"

    def __str__(self):
        return f"{self.one.__name__} and {self.other.__name__}".replace("_", " ")


RACES = [
    Race(sign, submit_next, (rewrite,)),
    Race(sign, rewrite),
    Race(second_signs, revoke, (sign,), "ptsd"),
    Race(sign, also_signs),
    Race(sign, second_signs, topic="ptsd"),
    Race(sign, sign),
    Race(sign, refuse),
    Race(sign, request_changes),
    Race(suspend, sign),
    Race(suspend, publish, (sign,)),
    Race(suspend, verify_again, (sign, publish)),
    Race(publish, revoke, (sign,)),
    Race(schedule, revoke, (sign,)),
    Race(publish, publish, (sign,)),
    Race(publish, adopt, (sign,)),
    Race(publish, refuse, (sign,)),
    Race(publish, request_changes, (sign,)),
    Race(publish, raise_tier, (sign,)),
    Race(publish, also_signs, (sign,)),
    Race(publish, submit_next, (sign, rewrite)),
    Race(publish, lift, (sign, refuse)),
    Race(take_down, publish, (sign, publish, also_signs)),
    Race(take_down, take_down, (sign, publish)),
    Race(revoke, officer_revokes, (sign, publish)),
    Race(submit_next, submit_next, (rewrite,)),
    Race(submit_next, rewrite, (rewrite,)),
    Race(hide_row, hide_row, (sign, publish), None),
    Race(hide_row, hide_the_other, (sign, publish), None),
    Race(recheck, revoke, (sign, publish), None),
    Race(recheck, hide_row, (sign, publish), None),
    Race(enrol_anew, sign),
    Race(enrol_anew, enrol_anew),
]


def told(act, connection, theatre, scene):
    """What whoever acts is told: "done", or the rule that refuses."""
    try:
        act(connection, theatre, scene)
    except Refused as refusal:
        return refusal.rule
    return "done"


def one_after_the_other(theatre, race, swapped):
    """What comes of it when one acts after the other: (what `one` is told, what `other` is, what is seen)."""
    scene = theatre.scene(race)
    answers = {}
    for name in ("other", "one") if swapped else ("one", "other"):
        act = getattr(race, name)
        answers[name] = in_transaction(act, theatre, scene, "READ COMMITTED", 0)
    return answers["one"], answers["other"], theatre.seen(scene)


def in_transaction(act, theatre, scene, level, number):
    connection = theatre.connections[getattr(act, "role", "leaf_app"), number]
    connection.execute(f"begin isolation level {getattr(act, 'level', level)}".encode())
    answer = told(act, connection, theatre, scene)
    try:
        connection.execute("commit")
    except psycopg.Error as error:
        answer = error.sqlstate
    return answer


def at_once(theatre, race, level, swapped):
    """What comes of it when the second acts while the first one's transaction is open. Who is told so tries again."""
    theatre.races += 1
    scene = theatre.scene(race)
    names = ("other", "one") if swapped else ("one", "other")
    first, second = (getattr(race, name) for name in names)
    a, b = (theatre.connections[getattr(act, "role", "leaf_app"), n] for n, act in enumerate((first, second)))
    for connection, act in ((b, second), (a, first)):  # the second looked around before
        connection.execute(f"begin isolation level {getattr(act, 'level', level)}".encode())
        connection.execute("select count(*) from public.cms_entry")
    answers = {names[0]: told(first, a, theatre, scene)}
    with ThreadPoolExecutor(1) as pool:
        later = pool.submit(told, second, b, theatre, scene)
        wait_until_it_waits(theatre, a, b, later)
        answers[names[0]] = commit(a, answers[names[0]])
        answers[names[1]] = commit(b, later.result(timeout=20))
    again = [name for name in names if answers[name] in AGAIN]
    for name in again:
        theatre.retries += 1
        answers[name] = in_transaction(getattr(race, name), theatre, scene, level, 0)
    return (answers["one"], answers["other"], theatre.seen(scene)), bool(again)


def commit(connection, answer):
    try:
        connection.execute("commit")
    except psycopg.Error as error:
        return error.sqlstate
    return answer


def wait_until_it_waits(theatre, a, b, later, seconds=20):
    """Until b waits for a lock that a holds, or has returned."""
    deadline = time.monotonic() + seconds
    while not later.done():
        if a.info.backend_pid in theatre.stage.one("select pg_blocking_pids(%s)", b.info.backend_pid):
            return
        assert time.monotonic() < deadline, "it neither waits for the first, nor returns"
        time.sleep(0.001)


def check(theatre, race, level):
    """Both orders of the race at that level; each must come to what one of the two serial orders comes to."""
    serial = [one_after_the_other(theatre, race, swapped) for swapped in (False, True)]
    for swapped in (False, True):
        outcome, retried = at_once(theatre, race, level, swapped)
        assert outcome in serial, f"{race} at {level}, swapped {swapped}: {outcome}, one after the other: {serial}"
        assert not (retried and level == "READ COMMITTED"), f"{race}: told to try again at READ COMMITTED"
