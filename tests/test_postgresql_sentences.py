"""What is wrong with PostgreSQL is said in one sentence, without any secret, for the person who can mend it."""

import socket

import psycopg
import pytest
from django.db.utils import NotSupportedError
from psycopg_pool import ConnectionPool, PoolTimeout

from cms.postgresql import ServerProblem, setup
from cms.postgresql.errors import explain
from tests.servers import connected, soon


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
