"""Databases under the real roles, people, and the stages of an article's way.

A template database is set up once per state of the code, with people and signed statements made by the product's own
operations. Every worker, and every `committed` test, gets a clone of it.
"""

import hashlib
import os
import shutil
import uuid
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connections, transaction
from psycopg import sql

from articles.article import Article, Reference, Topic, save_draft
from articles.edition import submit
from articles.publication import publish
from articles.statements import draft_statements
from cms.postgresql.embedded import server
from cms.postgresql.setup import set_up
from reviews.sign_off import sign_off
from tests.people import SECRET, make_people, person

pytest_plugins = ["tests.servers", "tests.texts"]
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's own loop runs in this thread
PROJECT = Path(__file__).resolve().parent.parent
ALIASES = ("default", "public")
TESTER = "leaf_tester"


def pytest_configure(config):
    for alias in ALIASES:
        connections.settings[alias]["EMBEDDED"] = connections.settings[alias]["EMBEDDED"] | {"server": "test"}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


# Databases --------------------------------------------------------------------------------------------------------------


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


def admin(database="postgres"):
    return psycopg.connect(server("test").url("postgres", database), autocommit=True)


def use(database):
    for alias in ALIASES:
        connections[alias].close()
        connections.settings[alias]["NAME"] = connections[alias].settings_dict["NAME"] = database


def clone(template, name):
    with admin() as connection:
        connection.execute(
            sql.SQL("create database {} template {} owner leaf_owner").format(
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
        sign_off(edition, by=person("doctor"), secret=SECRET, meaning="medical accuracy", interests="None")
        publish(edition, by=person("editor"))


@pytest.fixture(scope="session")
def template(django_db_blocker):
    """The name of the template database for the code as it stands; built by whoever comes first."""
    name = f"template_{state_of_the_code()}"
    with django_db_blocker.unblock(), admin() as connection:
        connection.execute("select pg_advisory_lock(9001)")
        if not connection.execute("select 1 from pg_database where datname = %s", [name]).fetchone():
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
        default.connect()
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
            default.close()
            default.settings_dict["USER"] = ""


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
    with psycopg.connect(server("test").url("leaf_owner", committed), autocommit=True) as connection:
        yield connection


@pytest.fixture
def as_superuser(committed):
    """A superuser's connection to the `committed` database."""
    with admin(committed) as connection:
        yield connection


@pytest.fixture
def site(committed):
    """The whole site on http://localhost, over the `committed` database."""
    from pytest_django.live_server_helper import LiveServer

    running = LiveServer("localhost")
    yield running
    running.stop()


# A browser --------------------------------------------------------------------------------------------------------------

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
]  # fmt: skip


def find_browser():
    """A browser on the PATH, or None for Playwright's own."""
    return next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def another_page(browser, site):
    """another_page() opens a page in Chromium for somebody more, with a session of their own.

    The test fails on any console error, uncaught exception or CSP violation in any of them.
    """
    pages = []

    def open_page():
        page = browser.new_context(base_url=site.url).new_page()
        page.faults = []
        page.on("console", lambda said: page.faults.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.context.close()
    faults = [fault for page in pages for fault in page.faults]
    assert not faults, faults


@pytest.fixture
def browser_page(another_page):
    """A page in Chromium, of somebody who has not signed in. It fails the test as every `another_page` does."""
    return another_page()


# People -----------------------------------------------------------------------------------------------------------------


def _person(role):
    @pytest.fixture(name=role)
    def fixture(request):
        request.getfixturevalue("committed" if "committed" in request.fixturenames else "one_transaction")
        return person(role)

    return fixture


writer = _person("writer")
second_writer = _person("second_writer")
doctor = _person("doctor")
second_doctor = _person("second_doctor")
editor = _person("editor")
compliance = _person("compliance")
medical_lead = _person("medical_lead")
administrator = _person("administrator")


# Stages -----------------------------------------------------------------------------------------------------------------

SIGN_OFF = {"secret": SECRET, "meaning": "medical accuracy", "interests": "None"}
SECOND = SIGN_OFF | {"meaning": "second medical review"}


def write(by, *, slug="what-a-survey-asked", topics=("anxiety",), **fields):
    """A draft that is fit to be submitted."""
    article = Article(
        slug=slug,
        title=fields.pop("title", "What one survey asked"),
        summary=fields.pop("summary", "A survey asked people who use kratom about worry. It cannot show cause."),
        key_points=fields.pop("key_points", ["One survey asked.", "People chose to answer.", "It cannot show cause."]),
        body=fields.pop("body", "<h2>The survey</h2><p>People were asked about worry [@garcia2020].</p>"),
        **fields,
    )
    references = [
        Reference(
            key="garcia2020", authors="Garcia-Romeu A", title="Kratom: user demographics", year=2020, design="survey"
        )
    ]
    return save_draft(
        article, by=by, comment="First draft", topics=list(Topic.objects.filter(slug__in=topics)), references=references,
        bylines=[by],
    )  # fmt: skip


@pytest.fixture
def statements(writer):
    """Every statement and notice, signed and published, by slug: the template has them."""
    return {article.slug: article for article in Article.objects.filter(kind="statement")}


@pytest.fixture
def draft(writer):
    """A draft on anxiety: one medical signature is enough."""
    return write(writer)


@pytest.fixture
def ptsd_draft(writer):
    """A draft on PTSD: it needs two signatures by two people."""
    return write(writer, slug="what-ptsd-research-shows", title="What research shows", topics=("ptsd",))


@pytest.fixture
def edition(draft, writer):
    return submit(draft, by=writer)


@pytest.fixture
def ptsd_edition(ptsd_draft, writer):
    return submit(ptsd_draft, by=writer)


@pytest.fixture
def signed(edition, doctor):
    """The edition, signed by the doctor."""
    sign_off(edition, by=doctor, **SIGN_OFF)
    return edition


@pytest.fixture
def published(signed, editor):
    """The publication of the signed edition, from now on."""
    return publish(signed, by=editor)
