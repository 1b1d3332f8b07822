"""The embedded server lives as long as its users, keeps what it had, and the database backend joins it."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest
from django.db import connections
from django.db.utils import OperationalError

from cms.postgresql import ServerProblem, base
from cms.postgresql.embedded import PROJECT, Server, folders, programs, server_user
from cms.postgresql.errors import explain
from tests.servers import connected, soon

USER = """
import os, sys
from cms.postgresql.embedded import Server
port = Server("test", sys.argv[1]).join()
if "fork" in sys.argv and os.fork():
    os._exit(0)
print(port, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def server(folder):
    """A server that nobody uses, with a data folder from the test before."""
    server = Server("test", folder)
    yield server
    server.leave()
    server.stop()


@contextmanager
def using(server, *how):
    """A process that uses `server` until the block ends. Gives the process and the port that it was told."""
    command = [sys.executable, "-c", USER, str(server.root), *how]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=PROJECT)
    with process:
        yield process, int(process.stdout.readline())
        process.stdin.close()


def stops(server):
    return soon(lambda: not server.running())


def keepers(server):
    listed = subprocess.run(["ps", "-ww", "-eo", "pid,args"], capture_output=True, text=True, check=True).stdout
    ours = f"cms.postgresql.embedded.keeper test {server.root} "
    return [int(line.split()[0]) for line in listed.splitlines() if ours in line]


def postmaster(server):
    return int((server.data / "postmaster.pid").read_text().split()[0])


# Its life -------------------------------------------------------------------------------------------------------------


def test_two_users_at_once_share_one_server_until_the_last_has_ended(server):
    with using(server) as (_, port):
        with using(server) as (_, other_port):
            assert port == other_port
            assert len(keepers(server)) == 1
        assert server.port() == port

    assert stops(server)
    assert soon(lambda: not keepers(server))


def test_many_first_users_start_one_server(server):
    command = [sys.executable, "-c", USER, str(server.root)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "cwd": PROJECT}

    processes = [subprocess.Popen(command, **pipes) for _ in range(4)]
    ports = {process.stdout.readline() for process in processes}
    there = keepers(server)
    for process in processes:
        process.communicate()

    assert len(ports) == 1
    assert len(there) == 1
    assert stops(server)


def test_server_stops_after_its_user_was_killed(server):
    with using(server) as (process, _):
        process.kill()

    assert stops(server)


def test_forked_child_keeps_the_server(server):
    with using(server, "fork") as (process, port):
        assert process.wait() == 0
        time.sleep(0.3)
        assert server.port() == port

    assert stops(server)


def test_next_user_replaces_a_killed_keeper(server):
    with using(server):
        [keeper] = keepers(server)
        os.kill(keeper, signal.SIGKILL)
        assert soon(lambda: not keepers(server))
        with using(server):
            assert keepers(server) not in ([], [keeper])

    assert stops(server)


def test_user_who_comes_while_the_server_stops_finds_one(server):
    for _ in range(2):
        with using(server):
            pass
        server.leave()
        with connected(server.url("postgres", "postgres")) as connection:
            assert connection.execute("select 1").fetchone() == (1,)
        assert len(keepers(server)) == 1


def test_server_starts_after_a_crash_and_beside_a_stranger_with_its_old_number(server):
    server.join()
    os.kill(postmaster(server), signal.SIGKILL)
    server.join()
    os.kill(postmaster(server), signal.SIGKILL)
    assert stops(server)
    pid_file = server.data / "postmaster.pid"
    pid_file.write_text(pid_file.read_text().replace(pid_file.read_text().split()[0], str(os.getpid()), 1))

    port = server.join()

    assert server.port() == port


def test_server_moves_when_its_port_was_taken(server):
    port = server.join()
    assert server.stop()

    with socket.create_server(("127.0.0.1", port)):
        assert server.join() != port


def test_server_keeps_its_port_its_data_and_its_secrets(server):
    port, url = server.join(), server.url("postgres", "postgres")
    assert server.stop()
    assert server.stop() is False

    assert server.join() == port
    assert server.url("postgres", "postgres") == url
    for file in server.state.glob("*.*"):
        assert file.stat().st_mode & 0o077 == 0
    assert server.data.stat().st_mode & 0o077 == 0
    with connected(url) as connection:
        [row] = connection.execute(
            "select current_setting('timezone'), current_setting('unix_socket_directories'), current_setting('fsync'), "
            "current_setting('listen_addresses'), current_setting('max_prepared_transactions'), "
            "datlocale, pg_encoding_to_char(encoding) from pg_database where datname = 'template0'"
        )
    assert row == ("UTC", "", "off", "127.0.0.1", "0", "C.UTF-8", "UTF8")


def test_lost_password_sets_the_data_aside(server):
    server.join()
    assert server.stop()
    (server.state / "passwords.json").unlink()

    with connected(server.url("postgres", "postgres")):
        assert (server.place / "data.locked-out").exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root's server runs as somebody else")
def test_roots_server_runs_as_nobody_and_outside_a_private_project(tmp_path, monkeypatch):
    monkeypatch.setattr(programs, "may_run", lambda program: False)  # as in a private virtual environment
    tmp_path.chmod(0o700)
    server = Server("test", tmp_path)

    with connected(server.url("postgres", "postgres")):
        assert server.place.is_relative_to("/var/lib/signed-leaf")
        assert server.programs.is_relative_to(server.place.parent)
        assert server.data.stat().st_uid == server_user.NOBODY

    assert tmp_path.stat().st_mode & 0o777 == 0o700
    server.leave()
    assert stops(server)
    shutil.rmtree(server.place.parent, ignore_errors=True)


def test_without_the_wheel_one_sentence_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(programs.util, "find_spec", lambda name: None)
    server = Server("test", tmp_path)

    with pytest.raises(ServerProblem, match=r"set DATABASE_URL, .* or install"):
        server.programs  # noqa: B018


# The database backend -------------------------------------------------------------------------------------------------


def test_backend_joins_the_server_when_it_first_connects(urls, folder, monkeypatch, django_db_blocker):
    server = Server("test", folder / "roles")
    monkeypatch.setattr(base, "server", lambda name: server)
    alias = {"ENGINE": "cms.postgresql", "NAME": "scratch", "EMBEDDED": {"server": "test", "role": "leaf_app"}}
    monkeypatch.setitem(connections.settings, "embedded", connections.configure_settings({"default": alias})["default"])
    connection = connections["embedded"]

    for user, role in (("", "leaf_app"), ("leaf_reader", "leaf_reader")):
        connection.settings_dict["USER"] = user
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute("select current_user::text, current_database()::text")
            assert cursor.fetchone() == (role, "scratch")
        connection.close()

    del connections["embedded"]
    server.leave()


def test_backend_says_in_one_sentence_that_there_is_no_server(monkeypatch):
    def missing(name):
        raise ServerProblem("There is no PostgreSQL to use.")

    monkeypatch.setattr(base, "server", missing)
    alias = {"NAME": "scratch", "EMBEDDED": {"server": "test", "role": "leaf_app"}}
    connection = base.DatabaseWrapper(connections.configure_settings({"default": alias})["default"], "default")

    with pytest.raises(OperationalError) as caught:
        connection.get_connection_params()

    assert explain(caught.value) == "There is no PostgreSQL to use."


# Where it is ----------------------------------------------------------------------------------------------------------


def test_what_tests_keep_is_in_memory_where_there_is_room(tmp_path, monkeypatch):
    monkeypatch.setattr(folders, "MEMORY", tmp_path)

    monkeypatch.setattr(folders, "ROOM", 2**80)
    assert folders.home_of("test") == PROJECT
    monkeypatch.setattr(folders, "ROOM", 1)
    assert folders.home_of("test").is_relative_to(tmp_path)
    assert folders.home_of("site") == PROJECT

    monkeypatch.setattr(folders, "MEMORY", tmp_path / "nothing")
    assert folders.home_of("test") == PROJECT


def test_what_tests_kept_of_a_project_that_was_removed_is_freed(tmp_path, monkeypatch):
    monkeypatch.setattr(folders, "MEMORY", tmp_path)
    monkeypatch.setattr(folders, "ROOM", 1)
    ours = folders.home_of("test")
    others = {name: ours.with_name(name) for name in ("removed", "still there", "being made")}
    for home in others.values():
        home.mkdir(parents=True)
    folders.keep(others["removed"] / "project", str(tmp_path / "no such project"))
    folders.keep(others["still there"] / "project", str(tmp_path))

    folders.make_folders(Server("test", ours))

    assert {home.name for home in ours.parent.iterdir()} == {ours.name, "still there", "being made"}


def test_folder_in_memory_that_another_user_made_is_not_used(tmp_path, monkeypatch):
    monkeypatch.setattr(folders, "MEMORY", tmp_path)
    monkeypatch.setattr(folders, "ROOM", 1)
    home = folders.home_of("test")
    home.parent.mkdir()
    monkeypatch.setattr(os, "geteuid", lambda: home.parent.stat().st_uid + 1)

    with pytest.raises(ServerProblem, match=re.escape(f"{home.parent} belongs to another user")):
        folders.make_folders(Server("test", home))
