"""Databases under the real roles.

A template database is set up once per state of the code, with people and signed statements made by the product's own
operations. Every worker, and every `committed` test, gets a clone of it.
"""

import hashlib
import uuid
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connections, transaction
from psycopg import sql

from articles.edition import submit
from articles.publication import publish
from articles.statements import draft_statements
from cms.postgresql.embedded import server
from cms.postgresql.setup import set_up
from reviews import credential
from reviews.policy import Policy
from reviews.sign_off import sign_off
from tests.people import SECRET, make_people, person

PROJECT = Path(__file__).resolve().parent.parent
ALIASES = ("default", "public")
TESTER = "leaf_tester"


def pytest_configure(config):
    for alias in ALIASES:
        connections.settings[alias]["EMBEDDED"] = connections.settings[alias]["EMBEDDED"] | {"server": "test"}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    credential.COST = 2  # as quick, for thousands of signatures


def state_of_the_code():
    """A digest of everything that goes into the template."""
    files = [
        path for app in ("cms", "articles", "reviews") for kind in ("*.py", "*.sql", "*.json")
        for path in (PROJECT / app).rglob(kind)
    ] + [PROJECT / "tests" / "people.py", Path(__file__)]  # fmt: skip
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def login(role, database):
    """The URL with which `role` logs in to `database`."""
    return server("test").url(role, database)


def admin(database="postgres"):
    return psycopg.connect(login("postgres", database), autocommit=True)


def run(statement, *arguments, using="default"):
    """The rows of a statement, if it has any, as the role of that alias."""
    with connections[using].cursor() as cursor:
        cursor.execute(statement, arguments)
        return cursor.fetchall() if cursor.description else None


def use(database):
    for alias in ALIASES:
        connections[alias].close()
        connections.settings[alias]["NAME"] = connections[alias].settings_dict["NAME"] = database


def clone(template, name):
    with admin() as connection:
        connection.execute(
            sql.SQL("create database {} template {} strategy file_copy owner leaf_owner").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
        connection.execute(sql.SQL("revoke all on database {} from public").format(sql.Identifier(name)))
        connection.execute(
            sql.SQL("grant connect on database {} to leaf_app, leaf_reader, leaf_tester").format(sql.Identifier(name))
        )


def drop(name):
    with admin() as connection:
        connection.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))


def build(name):
    """The template, under a provisional name until it is complete."""
    set_up(server("test").urls(name))
    use(name)
    make_people()
    sign_statements()
    for alias in ALIASES:
        connections[alias].close()


def sign_statements():
    for statement in draft_statements(by=person("writer")):
        edition = submit(statement, by=person("writer"))
        for meaning in Policy.objects.get(pk=edition.policy_id).requires:
            signer = person({"medical accuracy": "doctor", "legal check": "lawyer"}[meaning])
            sign_off(edition, by=signer, secret=SECRET, meaning=meaning, interests="None")
        publish(edition, by=person("editor"))


def made_template():
    """The name of the template database for the code as it stands; built by whoever comes first.

    Of older ones the newest stays, for a run of the tests that may still go on.
    """
    name = f"template_{state_of_the_code()}"
    with admin() as connection:
        connection.execute("select pg_advisory_lock(9001)")
        older = connection.execute(
            "select datname from pg_database where datname like 'template\\__%%' and datname not in ('template0', 'template1')"
            " and datname <> %s order by oid desc offset 1", [name]
        ).fetchall()  # fmt: skip
        if not connection.execute("select 1 from pg_database where datname = %s", [name]).fetchone():
            for (left,) in older:
                drop(left)
            drop(f"new_{name}")
            build(f"new_{name}")
            tester = sql.Identifier(TESTER)
            if not connection.execute("select 1 from pg_roles where rolname = %s", [TESTER]).fetchone():
                connection.execute(sql.SQL("create role {} login").format(tester))
            password = sql.Literal(server("test").password(TESTER))
            connection.execute(sql.SQL("alter role {} password {}").format(tester, password))
            connection.execute(sql.SQL("grant leaf_app, leaf_reader to {}").format(tester))
            connection.execute(
                sql.SQL("alter database {} rename to {}").format(sql.Identifier(f"new_{name}"), sql.Identifier(name))
            )
    return name


@pytest.fixture(scope="session")
def template(django_db_blocker):
    with django_db_blocker.unblock():
        return made_template()


@pytest.fixture(scope="session")
def worker_database(template, django_db_blocker):
    name = f"t_{uuid.uuid4().hex[:12]}"
    clone(template, name)
    yield name
    with django_db_blocker.unblock():
        use("nothing")
        drop(name)


@pytest.fixture
def one_transaction(worker_database, django_db_blocker):
    """Both aliases in one transaction, rolled back at the end; each statement runs as its alias's real role."""
    with django_db_blocker.unblock():
        use(worker_database)
        default, public = (connections[alias] for alias in ALIASES)
        default.settings_dict["USER"] = TESTER
        connect_again(default)
        own, public.connection = public.connection, default.connection
        public.inc_thread_sharing()
        atomic = transaction.atomic()
        atomic._from_testcase = True
        atomic.__enter__()
        public.in_atomic_block, public.autocommit = True, False
        try:
            with default.execute_wrapper(as_role("leaf_app")), public.execute_wrapper(as_role("leaf_reader")):
                yield
        finally:
            public.connection, public.in_atomic_block, public.autocommit = own, False, True
            public.dec_thread_sharing()
            transaction.set_rollback(True)
            atomic.__exit__(None, None, None)
            leave_connected(default)
            default.settings_dict["USER"] = ""


KEPT = []


def connect_again(database):
    """Connect, or go on with the connection that the last test left: PostgreSQL has planned the gate's questions there."""
    if KEPT:
        database.get_new_connection = lambda parameters: KEPT.pop()
    try:
        database.connect()
    finally:
        database.__dict__.pop("get_new_connection", None)


def leave_connected(database):
    """Leave the connection to the next test as if it were new, if it is whole. Only its plans are kept."""
    left, database.connection = database.connection, None
    try:
        left.execute(
            "reset role; reset all; discard temp; discard sequences; select pg_advisory_unlock_all(); unlisten *"
        )
        left.commit()
        KEPT.append(left)
    except psycopg.Error:
        left.close()


def as_role(role):
    def wrapper(execute, statement, params, many, context):
        if not str(statement).startswith(("SAVEPOINT", "ROLLBACK TO", "RELEASE")):
            with connections["default"].connection.cursor() as raw:
                raw.execute(f"set local role {role}")
        return execute(statement, params, many, context)

    return wrapper


@contextmanager
def own_database(template):
    name = f"t_{uuid.uuid4().hex[:12]}"
    clone(template, name)
    use(name)
    try:
        yield name
    finally:
        use("nothing")
        drop(name)


@pytest.fixture
def committed(template, django_db_blocker):
    """Real commits under the real logins, on a clone of its own. Gives the database's name."""
    with django_db_blocker.unblock(), own_database(template) as name:
        yield name


@pytest.fixture
def as_owner(committed):
    """A connection of leaf_owner to the `committed` database, for what only the owner or a fault could do."""
    with psycopg.connect(login("leaf_owner", committed), autocommit=True) as connection:
        yield connection


@pytest.fixture
def as_superuser(committed):
    """A superuser's connection to the `committed` database."""
    with admin(committed) as connection:
        yield connection
