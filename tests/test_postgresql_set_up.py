"""Set-up: again at any time, by two at once, whole or not at all, and in words when it cannot be."""

import io
import json
import os
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command
from django.db import connections

from cms.postgresql import ServerProblem, roles, setup
from cms.postgresql.embedded import PROJECT
from tests.servers import connected

SET_UP = """
import json, sys, django
django.setup()
from cms.postgresql import setup
setup.GATE = setup.LOADERS = ()
setup.set_up(json.loads(sys.argv[1]), say=print)
"""


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


def test_database_that_knows_no_letters_is_refused(urls, django_db_blocker):
    with connected(urls["admin"], dbname="postgres") as admin:
        admin.execute(
            "create database mute owner leaf_owner template template0 encoding 'UTF8' locale 'C' locale_provider libc"
        )
    elsewhere = {name: f"{url.rpartition('/')[0]}/mute" for name, url in urls.items()}

    with django_db_blocker.unblock(), pytest.raises(ServerProblem, match="rules would miss words"):
        setup.set_up(elsewhere)


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
