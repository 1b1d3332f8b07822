"""A backup restored on another server is the same site, and one from before the last revocation is noticed.

The way is the README's: `pg_dump`, `set_up --roles-only`, `pg_restore`, `verify --kept`; and `pg_basebackup` of the server
while people work. Forged ones: test_backup_forged.py.
"""

import io
import os
import signal
import threading
import time
from contextlib import contextmanager, suppress

import psycopg
import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from cms.postgresql import manifest
from cms.postgresql.embedded.folders import keep, make_folders
from cms.postgresql.embedded.programs import run_program
from cms.postgresql.setup import set_up
from cms.prove import prove
from cms.prove.scene import enrol
from cms.prove.scene import person as new_person
from tests.backups import (
    DATABASE,
    another_server,
    faults,
    of,
    operated,
    restore,
    seen_by_readers,
    with_settings,
)
from tests.servers import soon

pytestmark = operated()


# Restored ---------------------------------------------------------------------------------------------------------------


def test_restored_database_is_as_it_should_be_and_continues_the_kept_checkpoint(restored, backups):
    assert faults(restored, backups.kept) == ""


def test_restored_database_is_what_the_manifest_says_owners_grants_and_triggers(restored):
    with psycopg.connect(restored["reader"]) as reader:
        assert manifest.differences(reader) == []


def test_readers_see_the_same_pages_with_the_same_digests(restored, backups):
    pages, notices, _ = backups.seen

    assert [slug for slug, *_ in pages] == ["shown"]
    assert [slug for slug, *_ in notices] == ["hidden", "revoked"]
    assert seen_by_readers(restored["reader"]) == backups.seen


def test_gate_holds_on_the_new_server(restored):
    assert [outcome for outcome in prove(of(restored)) if outcome.failed] == []
    with psycopg.connect(restored["app"]) as app, pytest.raises(psycopg.errors.InsufficientPrivilege):
        app.execute("insert into reviews_signoff default values")
    with psycopg.connect(restored["owner"]) as owner:
        with pytest.raises(psycopg.errors.CheckViolation, match="evidence is only added to"):
            owner.execute("delete from reviews_revocation")


def test_set_up_after_the_restore_changes_nothing_for_readers(restored, backups):
    set_up(restored)

    assert seen_by_readers(restored["reader"]) == backups.seen
    assert faults(restored, backups.kept) == ""


def test_roles_only_needs_an_administrator(restored):
    without = {name: url for name, url in restored.items() if name != "admin"}
    with with_settings(without), pytest.raises(CommandError, match="only an administrator makes roles"):
        call_command("set_up", roles_only=True)


# Older than what was kept -----------------------------------------------------------------------------------------------


def test_older_backup_is_whole_and_shows_what_was_revoked_since_but_not_to_who_kept_a_checkpoint(empty, backups):
    restore(empty, backups.older)

    assert faults(empty) == ""
    assert {slug for slug, *_ in seen_by_readers(empty["reader"])[0]} == {"shown", "revoked"}
    assert "The checkpoint kept elsewhere over" in faults(empty, backups.kept)
    assert "is of a longer ledger" in faults(empty, backups.kept)


def test_older_backup_that_grew_in_another_way_does_not_continue_the_kept_checkpoint(empty, backups):
    restore(empty, backups.older)
    with psycopg.connect(empty["app"]) as app:
        for n in range(3):
            enrol(app, new_person(app, f"{n}@example.org", "Somebody New"))

    assert faults(empty) == ""
    assert "is not of this ledger" in faults(empty, backups.kept)


def test_command_takes_kept_checkpoints_and_names_what_is_none(committed, backups, monkeypatch, tmp_path):
    real = manifest.differences
    monkeypatch.setattr(manifest, "differences", lambda found: [one for one in real(found) if "leaf_tester" not in one])
    out = io.StringIO()
    with pytest.raises(CommandError, match="1 thing differs"):
        call_command("verify", kept=[backups.kept], stdout=out)
    assert "is of a longer ledger" in out.getvalue()
    origin, size, root, *_ = backups.kept.read_text().split("\n")
    for text in ("", f"elsewhere\n{size}\n{root}\n", f"{origin}\n{size}\n{root[4:]}\n", f"{origin}\n0\n{root}\n"):
        (tmp_path / "note").write_text(text)
        with pytest.raises(CommandError, match="No checkpoint can be read"):
            call_command("verify", kept=[tmp_path / "note"], stdout=io.StringIO())
    with pytest.raises(CommandError, match="No checkpoint can be read"):
        call_command("verify", kept=[tmp_path / "none"], stdout=io.StringIO())


# Copied while people work -----------------------------------------------------------------------------------------------


@contextmanager
def people_at_work(url):
    """Somebody acts all the time. Gives the list of acts that were acknowledged, which grows."""
    acknowledged, leave = [], threading.Event()

    def work():
        with psycopg.connect(url, autocommit=True) as app:
            while not leave.is_set():
                who = new_person(app, f"{len(acknowledged)}@at-work.example.org", "Somebody At Work")
                enrol(app, who)
                acknowledged.append(who)

    at_work = threading.Thread(target=work)
    at_work.start()
    try:
        yield acknowledged
    finally:
        leave.set()
        at_work.join()


@pytest.fixture(scope="module")
def copied(elsewhere, restored, django_db_blocker):
    """The URLs of a server that a base backup became, and the acts that were acknowledged before that began."""
    with another_server() as copy, django_db_blocker.unblock():
        make_folders(copy)
        keep(copy.state / "passwords.json", (elsewhere.state / "passwords.json").read_text())
        with people_at_work(restored["app"]) as acts:
            assert soon(lambda: len(acts) > 20)
            before = list(acts)
            said = run_program(
                elsewhere.programs / "pg_basebackup", "--wal-method=stream", "--checkpoint=fast", "--no-sync",
                f"--dbname={of(restored)}", "-D", make_place(copy),
            )  # fmt: skip
        assert said.returncode == 0, said.stderr
        yield copy.urls(DATABASE), before


def make_place(new):
    """An empty data folder that the server's user owns."""
    from cms.postgresql.embedded.server_user import give

    place = new.place / "data"
    place.mkdir(mode=0o700)
    give(place)
    return place


def test_copy_of_a_running_server_holds_every_act_that_was_acknowledged_before(copied, restored, backups):
    urls, acts = copied

    assert faults(urls, backups.kept) == ""
    with psycopg.connect(urls["app"]) as copy, psycopg.connect(restored["app"]) as original:
        question = "select seq, hash from cms_entry order by seq"
        kept, whole = copy.execute(question).fetchall(), original.execute(question).fetchall()
        assert kept == whole[: len(kept)]
        entered = {person for (person,) in copy.execute("select actor_id from cms_entry where act = 'enrol secret'")}
        assert set(acts) <= entered


def test_copy_of_a_running_server_shows_the_same_and_its_gate_holds(copied, backups):
    urls, _ = copied

    assert seen_by_readers(urls["reader"]) == backups.seen
    assert [outcome for outcome in prove(of(urls)) if outcome.failed] == []


# Killed while people work ---------------------------------------------------------------------------------------------------


def answers(url):
    try:
        psycopg.connect(url).close()
    except psycopg.OperationalError:
        return False
    return True


def test_killed_server_loses_no_acknowledged_act_and_does_none_by_half(elsewhere, restored, backups):
    """`kill -9` of a process of PostgreSQL in the midst of acts: all of them end, and it recovers."""
    acknowledged, leave = [], threading.Event()

    def work():
        while not leave.is_set():
            with suppress(psycopg.OperationalError), psycopg.connect(restored["app"], autocommit=True) as app:
                while not leave.is_set():
                    who = new_person(app, f"{len(acknowledged)}-{time.monotonic()}@at-work.example.org", "At Work")
                    enrol(app, who)
                    acknowledged.append(who)

    def busy_process():
        with suppress(psycopg.OperationalError), psycopg.connect(of(restored), autocommit=True) as superuser:
            return superuser.execute("select pid from pg_stat_activity where usename = 'leaf_app'").fetchone()

    at_work = threading.Thread(target=work)
    at_work.start()
    try:
        for kill in (True, True, True, False):
            enough = len(acknowledged) + 10
            assert soon(lambda enough=enough: len(acknowledged) > enough, seconds=30)
            if kill:
                os.kill(soon(busy_process, seconds=30)[0], signal.SIGKILL)
    finally:
        leave.set()
        at_work.join()

    with psycopg.connect(restored["app"]) as app:
        acts = app.execute("select actor_id from cms_entry where act = 'enrol secret'").fetchall()
        kept = app.execute("select person_id from reviews_signingsecret").fetchall()
    assert sorted(acts) == sorted(kept)
    assert {(who,) for who in acknowledged} <= set(acts)
    assert faults(restored, backups.kept) == ""
    assert seen_by_readers(restored["reader"]) == backups.seen
