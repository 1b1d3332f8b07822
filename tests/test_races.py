"""Two people at once: in either order, in every isolation level, what stands is what one of the two orders alone would leave."""

import threading
import time
from itertools import pairwise

import psycopg
import pytest

from articles.publication import publish
from cms.ledger import Entry
from cms.prove import scene as make
from reviews.credential import proof
from reviews.sign_off import revoke, sign_off
from tests.conftest import SIGN_OFF
from tests.databases import login, own_database, use
from tests.people import SECRET, person
from tests.rules import refused

LEVELS = ["read committed", "repeatable read", "serializable"]
PAIRS = [
    ("publish", "publish"), ("publish", "revoke"), ("publish", "refuse"), ("publish", "request changes"),
    ("publish", "suspend"), ("publish", "sign"), ("sign", "sign"), ("sign", "refuse"), ("sign", "request changes"),
    ("revoke the shown", "take down the shown"), ("revoke", "revoke"), ("submit", "submit"), ("submit", "publish"),
    ("save", "submit"),
]  # fmt: skip
# Of these only the first is done: it was done already, it is over, or another text was seen.
ONE_OF_THEM = {
    ("publish", "publish"), ("sign", "sign"), ("revoke", "revoke"), ("submit", "submit"), ("publish", "request changes"),
}  # fmt: skip
HIDE = {"revoke", "refuse", "suspend", "request changes"}
HIDE_THE_SHOWN = {"revoke the shown", "take down the shown", "suspend"}
ENTERED = {
    "publish": "publish", "revoke": "revoke", "revoke the shown": "revoke", "take down the shown": "taken down",
    "sign": "sign off", "refuse": "refused", "request changes": "changes requested", "submit": "submit",
    "suspend": "suspend credential",
}  # fmt: skip


class Races:
    """A database, its people, and two of the application's sessions."""

    def __init__(self, database):
        self.app, self.one, self.other = (psycopg.connect(login("leaf_app", database)) for _ in range(3))
        self.watching = psycopg.connect(login("leaf_app", database), autocommit=True)
        self.reader = psycopg.connect(login("leaf_reader", database), autocommit=True)
        self.scene = {name: make.person(self.app, f"{name}@races.invalid", name) for name in ("writer", "editor")}
        officer = person("compliance")
        self.scene |= {"officer": officer.pk, "officer_secret": proof(officer, SECRET).hex()}
        self.stages = 0

    def close(self):
        for connection in (self.app, self.one, self.other, self.watching, self.reader):
            connection.close()

    def slugs(self):
        return {slug for (slug,) in self.reader.execute("select slug from live.article")}

    def ledger(self):
        return self.watching.execute("select seq, prev_hash, hash, act from cms_entry order by seq").fetchall()


class Stage:
    """A signed edition, another that is public, and a draft; with reviewers of their own. Each act as SQL."""

    def __init__(self, races):
        races.stages += 1
        app = races.app
        scene = self.scene = dict(races.scene)
        for role in ("doctor", "second"):
            scene[role] = make.person(app, f"{role}-{races.stages}@races.invalid", role)
            scene[f"{role}_secret"] = make.enrol(app, scene[role])
            scene[f"{role}_credential"] = make.credential(app, scene, role)
        app.execute("select set_config('signed_leaf.person', %s, true)", [str(scene["writer"])])
        for name in ("signed", "shown", "draft"):
            scene[f"{name}_slug"] = f"{name}-{races.stages}"
            scene[f"{name}_article"] = make.draft(app, scene, scene[f"{name}_slug"])
        for name in ("signed", "shown"):
            scene[name] = make.submit(app, scene, scene[f"{name}_article"])
            scene[f"{name}_sign_off"] = make.sign(app, scene, scene[name])
            scene[f"{name}_digest"] = make.one(
                app, "select encode(digest, 'hex') from articles_edition where id = %s", scene[name]
            )
        make.publish(app, scene, scene["shown"])
        scene["seen"] = make.one(app, "select encode(gate.draft_digest(%s), 'hex')", scene["draft_article"])
        app.commit()

    def act(self, name):
        signed = "{signed}, decode('{signed_digest}', 'hex')"
        second = "{second}, decode('{second_secret}', 'hex')"
        return {
            "publish": f"select act.publish({signed}, {{editor}}, null, '')",
            "revoke": "select act.revoke({signed_sign_off}, {doctor}, 'Wrong')",
            "revoke the shown": "select act.revoke({shown_sign_off}, {doctor}, 'Wrong')",
            "take down the shown": "select act.take_down({shown_article}, 'taken down', {editor}, 'Wrong')",
            "sign": f"select act.sign_off({signed}, {second}, 'medical accuracy', 'None')",
            "refuse": f"select act.refuse_article({signed}, {second}, 'Unfit')",
            "request changes": f"select act.request_changes({signed}, {{second}}, 'Numbers')",
            "submit": "select act.submit({draft_article}, decode('{seen}', 'hex'), {writer})",
            "suspend": "select act.suspend_credential({doctor_credential}, {officer}, 'Struck off')",
            "save": "select set_config('signed_leaf.person', '{writer}', true);"
            " update articles_article set title = 'Another title' where id = {draft_article}",
        }[name].format(**self.scene)


@pytest.fixture(scope="module")
def races(template, django_db_blocker):
    with django_db_blocker.unblock(), own_database(template) as name:
        found = Races(name)
        use("nothing")
        yield found
        found.close()


def one_while_the_other(races, level, first, second):
    """The first act done and not committed when the second begins. Gives whether each was acknowledged."""
    one, other = races.one, races.other
    for connection in (one, other):
        connection.execute(f"set transaction isolation level {level}")
        connection.execute("select count(*) from articles_edition")  # the snapshot, where there is one, is of now
    acknowledged = [attempt(one, first), None]
    waiting = threading.Thread(target=lambda: acknowledged.__setitem__(1, attempt(other, second)))
    waiting.start()
    while waiting.is_alive():
        if races.watching.execute("select pg_blocking_pids(%s)", [other.info.backend_pid]).fetchone()[0]:
            break
        time.sleep(0.001)
    acknowledged[0] = acknowledged[0] and ends(one)
    waiting.join()
    acknowledged[1] = acknowledged[1] and ends(other)
    one.rollback()
    other.rollback()
    return acknowledged


REFUSALS = (psycopg.errors.IntegrityError, psycopg.errors.SerializationFailure, psycopg.errors.DeadlockDetected)


def attempt(connection, act):
    try:
        connection.execute(act)
    except REFUSALS:
        return False
    return True


def ends(connection):
    try:
        connection.commit()
    except REFUSALS:
        return False
    return True


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("pair", PAIRS, ids=" and ".join)
def test_two_acts_at_once_end_as_one_after_the_other(races, level, pair):
    for first, second in {pair, pair[::-1]}:
        stage, before = Stage(races), len(races.ledger())
        acknowledged = one_while_the_other(races, level, stage.act(first), stage.act(second))
        done = [act for act, was in zip((first, second), acknowledged, strict=True) if was]

        said = f"{first}, then {second}: {acknowledged}"
        assert acknowledged[0], said
        if pair in ONE_OF_THEM:
            assert len(done) == 1, said
        public = races.slugs()
        assert (stage.scene["signed_slug"] in public) == ("publish" in done and not HIDE & set(done)), said
        assert (stage.scene["shown_slug"] in public) == (not HIDE_THE_SHOWN & set(done)), said
        entered = [act for *_, act in races.ledger()[before:]]
        assert sorted(entered) == sorted(ENTERED[act] for act in done if act in ENTERED), said


def test_ledger_of_fifty_writers_at_once_has_no_gap_no_fork_and_no_double(races):
    """Acts of many kinds on three articles, all through each other."""
    stage = Stage(races)
    acts = [stage.act(name) for name in ("publish", "sign", "submit", "take down the shown", "revoke the shown")]
    before, ended = races.ledger(), []

    def write_on(n):
        with psycopg.connect(races.app.info.dsn, password=races.app.info.password, autocommit=True) as connection:
            ended.extend(attempt(connection, act) for act in acts[n % len(acts) :] + acts[: n % len(acts)])

    writers = [threading.Thread(target=write_on, args=[n]) for n in range(50)]
    for one in writers:
        one.start()
    for one in writers:
        one.join()

    after = races.ledger()
    assert [seq for seq, *_ in after] == list(range(len(after)))
    assert all(one[2] == other[1] for one, other in pairwise(after))
    assert after[: len(before)] == before
    assert len(ended) == 50 * len(acts)
    assert len(after) - len(before) == ended.count(True) >= len(acts)


def test_act_repeated_because_its_answer_was_lost_is_done_once(committed, edition, doctor, editor):
    """The connection breaks after the commit; whoever does not know asks again."""
    sign_off(edition, by=doctor, **SIGN_OFF)
    with refused("one_sign_off_per_reviewer"):
        sign_off(edition, by=doctor, **SIGN_OFF)
    publish(edition, by=editor)
    with refused("something_new_to_publish"):
        publish(edition, by=editor)
    revoke(edition.sign_offs.get(), by=doctor, reason="Wrong")
    with refused("something_to_revoke"):
        revoke(edition.sign_offs.get(), by=doctor, reason="Wrong")

    entered = list(Entry.objects.filter(article_id=edition.article_id).order_by("seq").values_list("act", flat=True))
    assert entered == ["submit", "sign off", "publish", "revoke"]


def test_person_who_is_deactivated_while_signing_signed_or_did_not(committed, edition, doctor):
    """Accounts are no part of the gate: what counts is the credential, which ends by an act."""
    with psycopg.connect(login("leaf_app", committed)) as one:
        one.execute("update cms_person set is_active = false where id = %s", [doctor.pk])
        sign_off(edition, by=doctor, **SIGN_OFF)
        one.commit()
    assert edition.sign_offs.count() == 1
