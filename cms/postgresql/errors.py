"""What to tell people when the trouble is the database server, and not what was asked of it."""

import re

import psycopg
from django.db import DatabaseError, connections
from psycopg_pool import PoolTimeout

from cms.postgresql import ServerProblem

# Why: its SQLSTATEs, the words of errors that come without one (those at the connection's start), and the sentence.
REASONS = [
    (
        {"28P01"},
        "password authentication failed|no password supplied",
        "{server} refused the password of {role}, or has no such role: correct the database URL, or run "
        "`manage.py set_up` with ADMIN_DATABASE_URL to set roles and passwords.",
    ),
    (
        {"28000"},
        'role "[^"]*" does not exist|no pg_hba.conf entry|is not permitted to log in',
        "{server} does not let {role} log in: run `manage.py set_up` with ADMIN_DATABASE_URL to make the roles, and "
        "see that the server's pg_hba.conf admits them.",
    ),
    (
        {"3D000"},
        'database "[^"]*" does not exist',
        "{server} has no such database: run `manage.py set_up`, or correct the database URL.",
    ),
    (
        {"53300"},
        "too many clients|too many connections|remaining connection slots",
        "{server} has no connection left: run fewer processes, or raise its max_connections or the role's limit.",
    ),
    (
        {"57P01", "57P02", "57P03", "57P04", "57P05"},
        "is starting up|is shutting down|not yet accepting connections|not accepting connections|in recovery mode",
        "{server} is starting or shutting down: try again in a moment.",
    ),
    (
        {"25006"},
        None,
        "{server} only lets {role} read here: is it a replica? Changes need the URL of the primary server.",
    ),
    (
        set(),
        "failed to resolve host|could not translate host name",
        "{server} has a name that does not resolve: correct the host in the database URL.",
    ),
    (
        set(),
        "Connection refused|No such file or directory|timeout expired|timed out|No route to host|unreachable",
        "{server} does not answer: start it, or correct host and port in the database URL.",
    ),
    (
        {"08000", "08003", "08006"},
        "closed the connection|connection is closed|connection is lost|consuming input failed|reset by peer",
        "{server} closed the connection: is it still running? Try again in a moment.",
    ),
]


def explain(error):
    """One sentence on which server fails in what way and what to do, or None when the server is not the trouble.

    Takes what psycopg, its pool or Django raised. Never contains a password.
    """
    for cause in _chain(error):
        if isinstance(cause, ServerProblem):
            return str(cause)
        if isinstance(cause, PoolTimeout):
            return (
                f"{_server(cause)} gave no connection in time: it does not answer, or all of this process's "
                "connections are busy. Try again; if it lasts, start the server or raise the pool's max_size."
            )
        if isinstance(cause, DatabaseError) and (
            found := re.search(r"PostgreSQL 15 or later.*found ([\d.]+)", str(cause))
        ):
            return too_old(_server(cause), found[1])
        if isinstance(cause, psycopg.Error) and (sentence := _reason(cause)):
            return sentence
    return None


def too_old(server, version):
    return f"{server} is version {version}, and Signed Leaf needs 15 or newer: upgrade it, or use another server."


def named(info):
    """How sentences name the server of a psycopg connection's `info`."""
    return f"PostgreSQL at {info.host}:{info.port}/{info.dbname}"


def _reason(error):
    text = str(error)
    words = {"server": _server(error), "role": _role(error)}
    for states, pattern, sentence in REASONS:
        matches = error.sqlstate in states if error.sqlstate else pattern and re.search(pattern, text)
        if matches:
            return sentence.format(**words)
    if error.sqlstate is None and (said := re.search("connection failed: (.+)", text)):
        return f"{words['server']} refused the connection: {said[1]}"
    return None


def _server(error):
    """The server as the failed connection names it, else as the error's text or the settings do."""
    failed = getattr(error, "pgconn", None)
    if failed is not None and failed.host:
        host, port, database = (part.decode() for part in (failed.host, failed.port, failed.db))
        return f"PostgreSQL at {host}:{port}/{database}"
    if found := re.search("host '([^']+)'", str(error)):
        return f"PostgreSQL at {found[1]}"
    alias = connections.settings["default"]
    where = f" at {alias['HOST']}:{alias['PORT'] or 5432}/{alias['NAME']}" if alias.get("HOST") else ""
    return f"PostgreSQL{where}"


def _role(error):
    failed = getattr(error, "pgconn", None)
    return failed.user.decode() if failed is not None and failed.user else "this role"


def _chain(error):
    while error is not None:
        yield error
        error = error.__cause__
