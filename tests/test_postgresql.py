"""The embedded server lives as long as its users; roles, set-up and sentences hold for any PostgreSQL."""

import io
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connections
from django.db.utils import NotSupportedError, OperationalError
from psycopg import errors
from psycopg_pool import ConnectionPool, PoolTimeout

from cms.postgresql import ServerProblem, base, roles, setup
from cms.postgresql.embedded import PROJECT, Server, programs, server_user
from cms.postgresql.errors import explain

USER = """
import os, sys
from cms.postgresql.embedded import Server
port = Server("test", sys.argv[1]).join()
if "fork" in sys.argv and os.fork():
    os._exit(0)
print(port, flush=True)
sys.stdin.read()
"""
SET_UP = """
import json, sys, django
django.setup()
from cms.postgresql import setup
setup.GATE = setup.LOADERS = ()
setup.set_up(json.loads(sys.argv[1]), say=print)
"""


@pytest.fixture(scope="module")
def folder():
    """A project folder that nobody may enter too, so that root's server runs in it."""
    path = Path(tempfile.mkdtemp())
    path.chmod(0o711)
    yield path
    server = Server("test", path)
    server.stop()
    if server.state.exists() and server.place != server.state:
        shutil.rmtree(server.place.parent, ignore_errors=True)
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture
def server(folder):
    """A server that nobody uses, with a data folder from the test before."""
    server = Server("test", folder)
    yield server
    server.leave()
    server.stop()


@pytest.fixture(scope="module")
def urls(folder):
    """A server of this module's own with the roles and an empty database."""
    path = folder / "roles"
    path.mkdir()
    path.chmod(0o711)
    server = Server("test", path)
    urls = server.urls("scratch")
    roles.prepare(urls)
    yield urls
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


def soon(condition, seconds=10):
    deadline = time.monotonic() + seconds
    while not (holds := condition()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return holds


def stops(server):
    return soon(lambda: not server.running())


def keepers(server):
    listed = subprocess.run(["ps", "-ww", "-eo", "pid,args"], capture_output=True, text=True, check=True).stdout
    ours = f"cms.postgresql.embedded.keeper test {server.root} "
    return [int(line.split()[0]) for line in listed.splitlines() if ours in line]


def postmaster(server):
    return int((server.data / "postmaster.pid").read_text().split()[0])


def connected(url, **kwargs):
    return psycopg.connect(url, autocommit=True, **kwargs)


# The life of the embedded server


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


# The database backend


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


# Sentences


def explained(url):
    with pytest.raises(psycopg.OperationalError) as caught:
        connected(url, connect_timeout=3)
    sentence = explain(caught.value)
    assert "s3cret" not in sentence
    return sentence


def test_explains_a_server_that_is_not_there():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and nobody listens
        port = taken.getsockname()[1]

        sentence = explained(f"postgresql://leaf_app:s3cret@127.0.0.1:{port}/leaf")

    assert sentence.startswith(f"PostgreSQL at 127.0.0.1:{port}/leaf does not answer: start it")


def test_explains_a_host_without_address():
    sentence = explained("postgresql://leaf_app:s3cret@nowhere.invalid/leaf")

    assert sentence.startswith("PostgreSQL at nowhere.invalid has a name that does not resolve")


@pytest.mark.parametrize(
    ("user", "database", "says"),
    [
        ("leaf_app:s3cret", "scratch", "/scratch refused the password of leaf_app"),
        ("leaf_nobody:s3cret", "scratch", "/scratch refused the password of leaf_nobody, or has no such role"),
        (None, "no_such_database", "/no_such_database has no such database: run `manage.py set_up`"),
    ],
    ids=["password", "role", "database"],
)
def test_explains_what_the_url_has_wrong(urls, user, database, says):
    account, _, where = urls["app"].removeprefix("postgresql://").partition("@")

    sentence = explained(f"postgresql://{user or account}@{where.replace('scratch', database)}")

    assert says in sentence


def test_explains_that_no_connection_is_left(urls):
    with connected(urls["admin"], dbname="postgres") as admin:
        admin.execute("create role narrow login connection limit 1 password 's3cret'")
        url = (
            urls["app"]
            .replace(urls["app"].split("//")[1].split("@")[0], "narrow:s3cret")
            .replace("scratch", "postgres")
        )

        with connected(url):
            sentence = explained(url)

        assert "has no connection left: run fewer processes" in sentence
        assert soon(lambda: not admin.execute("select from pg_stat_activity where usename = 'narrow'").rowcount)
        admin.execute("drop role narrow")


def test_explains_a_pool_that_is_used_up(urls):
    with ConnectionPool(urls["app"], min_size=1, max_size=1, timeout=0.1) as pool, pool.connection(timeout=5):
        with pytest.raises(PoolTimeout) as caught:
            pool.getconn()

    assert "gave no connection in time" in explain(caught.value)


def test_explains_a_connection_that_the_server_ended(urls):
    with connected(urls["app"]) as connection, connected(urls["admin"], dbname="postgres") as admin:
        admin.execute("select pg_terminate_backend(%s)", [connection.info.backend_pid])
        with pytest.raises(psycopg.OperationalError) as caught:
            connection.execute("select 1")

    assert explain(caught.value).endswith("try again in a moment.")


def test_explains_a_server_that_is_too_old(urls, monkeypatch):
    monkeypatch.setattr(psycopg.ConnectionInfo, "server_version", 140012)

    with pytest.raises(ServerProblem, match="/postgres is version 14, and Signed Leaf needs 15 or newer"):
        setup.set_up(urls)

    error = NotSupportedError("PostgreSQL 15 or later is required (found 14.12).")
    assert "is version 14.12, and Signed Leaf needs 15 or newer" in explain(error)


def test_explains_nothing_when_the_server_is_not_the_trouble(urls):
    with connected(urls["app"]) as connection, pytest.raises(psycopg.Error) as caught:
        connection.execute("select 1 / 0")

    assert explain(caught.value) is None
    assert explain(ValueError("connection failed")) is None


# Roles


@pytest.mark.parametrize("name", ["app", "reader"])
@pytest.mark.parametrize(
    "statement",
    [
        "create temporary table mine ()",
        "create schema mine",
        "create table public.mine ()",
        "create role mine",
        "create database mine",
        "set role leaf_acts",
        "set role leaf_owner",
    ],
)
def test_working_roles_may_make_nothing_and_become_nobody(urls, name, statement):
    with connected(urls[name], options="-c default_transaction_read_only=off") as connection:
        with pytest.raises(errors.InsufficientPrivilege):
            connection.execute(statement)


def test_reader_writes_nothing_even_where_it_was_let(urls):
    with connected(urls["owner"]) as owner:
        owner.execute("create schema live; create table live.page (); grant usage on schema live to leaf_reader")
        owner.execute("grant all on live.page to leaf_reader; create table public.draft ()")
        owner.execute("grant all on public.draft to leaf_reader")

        with connected(urls["reader"]) as reader:
            assert reader.execute("select from page").rowcount == 0
            with pytest.raises(errors.ReadOnlySqlTransaction):
                reader.execute("insert into page default values")
            with pytest.raises(errors.InsufficientPrivilege):
                reader.execute("select from public.draft")

        owner.execute("drop schema live cascade; drop table public.draft")


def test_owner_may_become_the_acts_role_which_logs_in_nowhere(urls):
    with connected(urls["owner"]) as owner:
        assert roles.faults(owner) == []
        assert owner.execute("set role leaf_acts").statusmessage == "SET"
        with pytest.raises(errors.InsufficientPrivilege):
            owner.execute("create table public.mine ()")
        owner.execute("reset role")
        assert owner.execute("select pg_has_role('leaf_owner', 'leaf_acts', 'usage')").fetchone() == (False,)


def test_working_role_gives_up_waiting(urls):
    with connected(urls["app"]) as app:
        names = ("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout", "search_path")
        assert [app.execute(f"show {name}").fetchone()[0] for name in names] == ["5s", "30s", "1min", "public"]


def test_preparing_sets_right_what_was_loosened(urls):
    with connected(urls["admin"], dbname="scratch") as admin:
        admin.execute("grant leaf_acts, pg_read_all_data to leaf_app; alter role leaf_reader bypassrls createdb")
        admin.execute("alter role leaf_app set lock_timeout = 0; grant temporary on database scratch to public")
        assert len(roles.faults(admin)) == 4

        roles.prepare(urls)

        assert roles.faults(admin) == []
    with connected(urls["app"]) as app:
        assert app.execute("show lock_timeout").fetchone() == ("5s",)
        with pytest.raises(errors.InsufficientPrivilege):
            app.execute("create temporary table mine ()")


def test_right_to_grant_is_as_good_as_membership(urls):
    with connected(urls["admin"], dbname="scratch") as admin:
        admin.execute("grant leaf_acts to leaf_app with admin true, inherit false, set false")
        assert roles.faults(admin) == ["leaf_app must not be a member of leaf_acts."]

        roles.prepare(urls)

        assert roles.faults(admin) == []


def test_database_that_knows_no_letters_is_refused(urls, django_db_blocker):
    with connected(urls["admin"], dbname="postgres") as admin:
        admin.execute(
            "create database mute owner leaf_owner template template0 encoding 'UTF8' locale 'C' locale_provider libc"
        )
    elsewhere = {name: f"{url.rpartition('/')[0]}/mute" for name, url in urls.items()}

    with django_db_blocker.unblock(), pytest.raises(ServerProblem, match="rules would miss words"):
        setup.set_up(elsewhere)


def test_urls_must_name_our_roles_and_one_database(urls):
    with pytest.raises(ServerProblem, match=r"^DATABASE_URL must log in as leaf_app, not as leaf_owner"):
        roles.database_of(urls | {"app": urls["owner"]})
    with pytest.raises(ServerProblem, match=r"^READER_DATABASE_URL is missing"):
        roles.database_of(urls | {"reader": ""})
    with pytest.raises(ServerProblem, match=r"^OWNER_DATABASE_URL is no postgresql:// URL.$"):
        roles.database_of(urls | {"owner": "pstgresql://leaf_owner:s3cret@127.0.0.1/leaf"})
    with pytest.raises(ServerProblem, match="different databases: other, scratch"):
        roles.database_of(urls | {"app": urls["app"].replace("/scratch", "/other")})


# Set-up


def test_set_up_may_run_twice_at_once_and_again(urls, monkeypatch, django_db_blocker):
    there = {name: url.replace("/scratch", "/at_once") for name, url in urls.items()}
    command = [sys.executable, "-c", SET_UP, json.dumps(there)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "cwd": PROJECT}
    pipes["env"] = os.environ | {"SECRET_KEY": "of two set-ups at once"}

    both = [subprocess.Popen(command, **pipes) for _ in range(2)]
    ends = [(process.communicate(), process.returncode) for process in both]
    for (said, trouble), code in ends:
        assert code == 0, trouble
        assert said.endswith("/at_once is ready.\n")

    monkeypatch.setattr(setup, "GATE", ())
    monkeypatch.setattr(setup, "LOADERS", ())
    lines = []
    with django_db_blocker.unblock():
        setup.set_up({name: url for name, url in there.items() if name != "admin"}, say=lines.append)
    assert lines[0] == "Roles: checked, not changed, for there is no ADMIN_DATABASE_URL."
    assert setup.OWNER not in connections.settings
    with connected(there["owner"]) as owner:
        assert owner.execute(
            "select tableowner::text from pg_tables where tablename = 'django_migrations'"
        ).fetchall() == [("leaf_owner",)]


def test_gate_runs_whole_or_not_at_all(urls, tmp_path, monkeypatch, django_db_blocker):
    (tmp_path / "good.sql").write_text("create table half (share text default '100%')")
    (tmp_path / "bad.sql").write_text("create table half ()")
    monkeypatch.setattr(setup, "GATE", (tmp_path / "good.sql", tmp_path / "bad.sql"))

    with django_db_blocker.unblock(), setup.owner_alias(urls["owner"]) as connection:
        with pytest.raises(ServerProblem, match=r"PostgreSQL refused .*bad.sql: .*already exists"):
            setup.run_gate(connection)
        assert connection.introspection.table_names() == []


def test_set_up_says_when_the_site_could_not_log_in(urls, settings):
    settings.LEAF_DATABASE_URLS = {name: url for name, url in urls.items() if name != "admin"}
    settings.LEAF_DATABASE_URLS["app"] = settings.LEAF_DATABASE_URLS["app"].replace("leaf_app:", "leaf_app:s3cret")

    with pytest.raises(CommandError, match="/scratch refused the password of leaf_app") as caught:
        call_command("set_up", stdout=io.StringIO())

    assert "s3cret" not in str(caught.value)


def test_set_up_without_a_server_is_one_sentence(settings):
    settings.LEAF_DATABASE_URLS = {
        name: f"postgresql://{role}:s3cret@127.0.0.1:1/leaf" for name, role in roles.LOGINS.items()
    }

    with pytest.raises(CommandError, match=r"^PostgreSQL at 127.0.0.1:1/leaf does not answer: start it") as caught:
        call_command("set_up")

    assert "s3cret" not in str(caught.value)
