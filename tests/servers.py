"""Servers of the tests' own: a folder to run them in, and one with the roles and an empty database."""

import shutil
import tempfile
import time
from pathlib import Path

import psycopg
import pytest

from cms.postgresql import roles
from cms.postgresql.embedded import Server


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


def soon(condition, seconds=10):
    deadline = time.monotonic() + seconds
    while not (holds := condition()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return holds


def waits_for(connection, other, seconds=10):
    """Whether `connection`, busy in another thread, came to wait for a lock that `other` holds."""
    pids = connection.info.backend_pid, other.info.backend_pid
    question = "select %s = any (pg_blocking_pids(%s))"
    return soon(lambda: other.execute(question, pids[::-1]).fetchone()[0], seconds)


def connected(url, **kwargs):
    return psycopg.connect(url, autocommit=True, **kwargs)
