"""The four roles of the site, so that privilege and not politeness keeps the gate.

leaf_owner owns the schema and migrates it; leaf_app works; leaf_reader asks what the public may ask; leaf_acts owns the acts
and logs in nowhere. Roles belong to the whole cluster, and PostgreSQL refuses to grant or alter them in parallel
("tuple concurrently updated"): whoever does so holds one advisory lock in the database `postgres`.
"""

from contextlib import contextmanager

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from cms.postgresql import ServerProblem

LOGINS = {"owner": "leaf_owner", "app": "leaf_app", "reader": "leaf_reader"}
ACTS = "leaf_acts"
ROLES = [*LOGINS.values(), ACTS]
DANGEROUS = ["SUPERUSER", "CREATEDB", "CREATEROLE", "REPLICATION", "BYPASSRLS"]
SETTINGS = {
    "leaf_owner": {"search_path": "public"},
    "leaf_app": {
        "search_path": "public",
        "lock_timeout": "5s",
        "statement_timeout": "30s",
        "idle_in_transaction_session_timeout": "60s",
    },
    "leaf_reader": {
        "search_path": "live",
        "default_transaction_read_only": "on",
        "statement_timeout": "10s",
        "idle_in_transaction_session_timeout": "60s",
    },
}
LOCK = 7_311_001  # any number, the same in every set-up


def prepare(urls):
    """Make the roles and the database as `urls` name them, or set them right. `urls` must hold an admin's."""
    database = database_of(urls)
    with alone_in_cluster(urls["admin"]) as admin:
        with admin.transaction():
            for role in ROLES:
                _make_role(admin, role)
            for name, role in LOGINS.items():
                _set_password(admin, role, conninfo_to_dict(urls[name]).get("password"))
                _set_settings(admin, role)
            _set_memberships(admin)
        _make_database(admin, database)
        if found := faults(admin):
            raise ServerProblem(" ".join(found))
        with psycopg.connect(urls["owner"], autocommit=True) as owner:
            harden(owner)


@contextmanager
def alone_in_cluster(admin_url):
    """A connection of the administrator to the database `postgres`, alone there among all that set up or test."""
    with psycopg.connect(make_conninfo(admin_url, dbname="postgres"), autocommit=True) as admin:
        admin.execute("select pg_advisory_lock(%s)", [LOCK])
        yield admin


def database_of(urls):
    """The one database that all URLs but the administrator's name. Raises ServerProblem when they don't fit together.

    The URLs must log in as the site's roles: the schema grants to these by name.
    """
    databases = set()
    for name, role in LOGINS.items():
        variable = "DATABASE_URL" if name == "app" else f"{name.upper()}_DATABASE_URL"
        if not urls.get(name):
            raise ServerProblem(f"{variable} is missing: it must log in as {role}.")
        try:
            parts = conninfo_to_dict(urls[name])
        except psycopg.ProgrammingError:  # whose words may hold a part of the password
            raise ServerProblem(f"{variable} is no postgresql:// URL.") from None
        if parts.get("user") != role:
            raise ServerProblem(f"{variable} must log in as {role}, not as {parts.get('user')}.")
        databases.add(parts.get("dbname"))
    if len(databases) > 1:
        raise ServerProblem(f"The database URLs name different databases: {', '.join(sorted(map(str, databases)))}.")
    return databases.pop()


def harden(owner):
    """Let the roles into the database and its schema, and nobody else. `owner` is leaf_owner's own connection."""
    database = sql.Identifier(owner.info.dbname)
    with owner.transaction():
        for statement in (
            "revoke all on database {database} from public, leaf_app, leaf_reader, leaf_acts",
            "grant connect on database {database} to leaf_app, leaf_reader",
            "alter schema public owner to leaf_owner",
            "revoke all on schema public from public, leaf_app, leaf_reader, leaf_acts",
            "grant usage on schema public to leaf_app, leaf_acts",
        ):
            owner.execute(sql.SQL(statement).format(database=database))


def faults(connection):
    """Sentences about what the roles may and should not, or lack; empty when they are as they should be."""
    rows = {
        row[0]: row[1:]
        for row in connection.execute(
            "select rolname, rolcanlogin, rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls"
            " from pg_roles where rolname = any(%s)",
            [ROLES],
        )
    }
    found = [f"The role {role} is missing." for role in ROLES if role not in rows]
    for role, (may_login, *attributes) in rows.items():
        if may_login != (role != ACTS):
            found.append(f"{role} must {'not ' if role == ACTS else ''}be allowed to log in.")
        wrong = [word for word, has in zip(DANGEROUS, attributes, strict=True) if has]
        found += [f"{role} must be NO{word}." for word in wrong]
    members = _memberships(connection)
    found += [f"{member} must not be a member of {role}." for role, member, _ in members if _is_wrong(role, member)]
    if not any((role, member) == (ACTS, "leaf_owner") for role, member, _ in members):
        found.append("leaf_owner must be a member of leaf_acts.")
    return found


def _make_role(admin, role):
    """Attributes are altered only where wrong: merely naming SUPERUSER is refused to a managed administrator."""
    name = sql.Identifier(role)
    wanted = "nologin" if role == ACTS else "login"
    if admin.execute("select from pg_roles where rolname = %s", [role]).rowcount == 0:
        admin.execute(sql.SQL("create role {} " + wanted).format(name))
        return
    row = admin.execute(
        "select rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls from pg_roles where rolname = %s",
        [role],
    ).fetchone()
    wrong = [f"no{word}" for word, has in zip(DANGEROUS, row, strict=True) if has]
    admin.execute(sql.SQL(" ".join(["alter role {}", wanted, *wrong])).format(name))


def _set_password(admin, role, password):
    if not password:  # by certificate, peer or a password file: not ours to set
        return
    # Only the verifier travels, so that the password stands in no statement log.
    verifier = admin.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256").decode()
    admin.execute(sql.SQL("alter role {} password {}").format(sql.Identifier(role), sql.Literal(verifier)))


def _set_settings(admin, role):
    admin.execute(sql.SQL("alter role {} reset all").format(sql.Identifier(role)))  # a role may set its own
    for name, value in SETTINGS[role].items():
        statement = sql.SQL("alter role {} set {} = {}")
        admin.execute(statement.format(sql.Identifier(role), sql.Identifier(name), sql.Literal(value)))


def _set_memberships(admin):
    """leaf_owner may become leaf_acts, to hand acts over to it; no other role of ours is a member of anything."""
    modern = admin.info.server_version >= 160000
    for role, member, grantor in _memberships(admin):
        if _is_wrong(role, member):
            by = sql.SQL(" granted by {}").format(sql.Identifier(grantor)) if modern else sql.SQL("")
            admin.execute(sql.SQL("revoke {} from {}{}").format(sql.Identifier(role), sql.Identifier(member), by))
    admin.execute("grant leaf_acts to leaf_owner" + (" with inherit false, set true" if modern else ""))


def _memberships(connection):
    """Memberships of our roles, and in leaf_acts; not the bare ADMIN option that PostgreSQL 16 gives a role's maker.

    For one of our own that option is as good as membership: it can grant itself the rest.
    """
    modern = connection.info.server_version >= 160000
    usable = "and (m.set_option or m.inherit_option or u.rolname = any(%(ours)s))" if modern else ""
    return connection.execute(
        f"""select r.rolname, u.rolname, g.rolname from pg_auth_members m join pg_roles r on r.oid = m.roleid
            join pg_roles u on u.oid = m.member left join pg_roles g on g.oid = m.grantor
            where (u.rolname = any(%(ours)s) or r.rolname = %(acts)s) {usable}""",  # noqa: S608
        {"ours": ROLES, "acts": ACTS},
    ).fetchall()


def _is_wrong(role, member):
    return (role, member) != (ACTS, "leaf_owner")


def _make_database(admin, database):
    """Create the database, or hand it over; a managed administrator must be the owner's member to do so."""
    row = admin.execute("select pg_get_userbyid(datdba) from pg_database where datname = %s", [database]).fetchone()
    if row == ("leaf_owner",):
        return
    name = sql.Identifier(database)
    with _member_of_owner(admin):
        if row is None:
            statement = "create database {} owner leaf_owner template template0 encoding 'UTF8'"
            if admin.info.server_version >= 170000:  # elsewhere the server's own; set_up looks whether it will do
                statement += " locale_provider builtin builtin_locale 'C.UTF-8'"
        else:
            statement = "alter database {} owner to leaf_owner"
        admin.execute(sql.SQL(statement).format(name))


@contextmanager
def _member_of_owner(admin):
    if admin.execute("select rolsuper from pg_roles where rolname = current_user").fetchone()[0]:
        yield
        return
    admin.execute("grant leaf_owner to current_user")
    try:
        yield
    finally:
        admin.execute("revoke leaf_owner from current_user")
