"""Setting the database up: roles, schema, the SQL of the gate, and the data that the site cannot do without.

Everything here may be run again at any time, and by two at once: the second waits, and then finds little to do.
"""

from contextlib import contextmanager

import dj_database_url
import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import Error, connections, transaction
from django.utils.module_loading import import_string
from psycopg.conninfo import conninfo_to_dict

from cms.postgresql import ServerProblem, roles
from cms.postgresql.embedded import PROJECT, server
from cms.postgresql.errors import named, too_old

GATE = (
    "cms/sql/gate_begin.sql",
    "cms/sql/gate_ledger.sql",
    "cms/sql/gate_account.sql",
    "cms/sql/gate_signature.sql",
    "reviews/sql/gate_facts.sql",
    "articles/sql/gate_required.sql",
    "articles/sql/gate_rulebook.sql",
    "reviews/sql/gate_notices_in_force.sql",
    "reviews/sql/gate_cleared.sql",
    "reviews/sql/gate_stood.sql",
    "reviews/sql/gate_tier.sql",
    "articles/sql/gate_edition.sql",
    "articles/sql/gate_fix_comparison.sql",
    "articles/sql/gate_fix.sql",
    "articles/sql/gate_publication.sql",
    "articles/sql/gate_hidden_row.sql",
    "reviews/sql/gate_credential.sql",
    "reviews/sql/gate_passkey.sql",
    "reviews/sql/gate_recheck.sql",
    "reviews/sql/gate_sign_off.sql",
    "reviews/sql/gate_reviewer.sql",
    "reviews/sql/gate_notice.sql",
    "reviews/sql/gate_verdict.sql",
    "reviews/sql/gate_adoption.sql",
    "reviews/sql/gate_asked.sql",
    "articles/sql/gate_live.sql",
    "articles/sql/gate_kept.sql",
    "articles/sql/gate_evidence.sql",
    "reviews/sql/gate_state.sql",
    "cms/sql/gate_guards.sql",
    "cms/sql/gate_grants.sql",
)  # SQL files, relative to the project, run again at every set-up: each must be idempotent
LOADERS = (
    "articles.data.load",
    "reviews.data.load",
    "cms.people.load_groups",
)  # dotted paths of functions that take the owner's Django connection: each must be idempotent
LOCK = 7_311_002  # any number, the same in every set-up
OWNER = "owner"  # the alias that exists during a set-up only: no web process has this password


def set_up(urls=None, say=lambda line: None):
    """Bring the database that `urls` name up to date: by role, `owner`, `app`, `reader` and perhaps `admin`.

    None means the settings' URLs, or the embedded server's. Without an administrator's URL the roles must exist.
    `say` gets a line for each step. Raises ServerProblem, and whatever PostgreSQL refuses.
    """
    urls = urls or database_urls()
    roles.database_of(urls)
    check_version(urls)
    if "admin" in urls:
        roles.prepare(urls)
        say("Roles: leaf_owner, leaf_app, leaf_reader and leaf_acts are as they should be.")
    with psycopg.connect(urls["owner"], autocommit=True) as owner:
        _wait_for_turn(owner, say)
        if "admin" not in urls:
            _check_roles(owner)
            say("Roles: checked, not changed, for there is no ADMIN_DATABASE_URL.")
        _check_logins(urls)
        with owner_alias(urls["owner"]) as connection:
            call_command("migrate", database=OWNER, interactive=False, verbosity=0)
            say("Schema: every migration is applied.")
            check_language(connection)
            run_gate(connection)
            say(f"Gate: {len(GATE)} SQL files were run.")
            load_data(connection)
            say(f"Data: {len(LOADERS)} loaders were run.")
        say(f"{named(owner.info)} is ready.")


def database_urls():
    """The URLs by role that the settings give, else those of the embedded server for the default database."""
    if settings.LEAF_DATABASE_URLS:
        return settings.LEAF_DATABASE_URLS
    default = connections.settings["default"]
    return server(default["EMBEDDED"]["server"]).urls(default["NAME"])


def database_url_parts(url):
    """A URL as the dictionary of a Django database alias."""
    return dj_database_url.parse(url, engine="cms.postgresql")


def check_version(urls):
    """Raise ServerProblem unless the server is PostgreSQL 15 or newer."""
    where = {"conninfo": urls["admin"], "dbname": "postgres"} if "admin" in urls else {"conninfo": urls["owner"]}
    with psycopg.connect(**where) as connection:
        if connection.info.server_version < 150000:
            raise ServerProblem(too_old(named(connection.info), connection.info.server_version // 10000))


def check_language(connection):
    """Raise ServerProblem unless the database knows letters: the rules that look for words would miss some."""
    with connection.cursor() as cursor:
        cursor.execute("select plain_words(%s)", ["TITLE Größe СУИЦИД"])
        found = cursor.fetchone()[0]
    if found != "title große суицид":
        raise ServerProblem(
            f"The database {connection.settings_dict['NAME']} was made with a locale that does not know all letters, so "
            "rules would miss words: make it anew with encoding UTF8 and a locale such as C.UTF-8 or en_US.UTF-8."
        )


@contextmanager
def owner_alias(url):
    """leaf_owner's Django connection, under an alias that is gone again afterwards."""
    connections.settings[OWNER] = connections.configure_settings({"default": {}, OWNER: database_url_parts(url)})[OWNER]
    try:
        yield connections[OWNER]
    finally:
        connections[OWNER].close()
        del connections[OWNER]
        del connections.settings[OWNER]


def run_gate(connection):
    """Run the files of GATE, all of them or none."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for path in GATE:
            try:
                cursor.execute((PROJECT / path).read_text())
            except Error as error:
                raise ServerProblem(f"PostgreSQL refused {path}: {error}") from error


def load_data(connection):
    """Run LOADERS, all of them or none."""
    with transaction.atomic(using=connection.alias):
        for path in LOADERS:
            import_string(path)(connection)


def _wait_for_turn(owner, say):
    """One set-up of this database at a time; the lock goes with the connection."""
    if not owner.execute("select pg_try_advisory_lock(%s)", [LOCK]).fetchone()[0]:
        say("Another set-up of this database is running: waiting for it.")
        owner.execute("select pg_advisory_lock(%s)", [LOCK])


def _check_roles(owner):
    if found := roles.faults(owner):
        raise ServerProblem(" ".join([*found, "Run `manage.py set_up` once with ADMIN_DATABASE_URL."]))
    roles.harden(owner)


def _check_logins(urls):
    """Raise what PostgreSQL raises unless the site's roles can log in; a replica may not know them yet."""
    addresses = {name: [conninfo_to_dict(url).get(key) for key in ("host", "port")] for name, url in urls.items()}
    for name in ("app", "reader"):
        if addresses[name] == addresses["owner"]:
            psycopg.connect(urls[name]).close()
