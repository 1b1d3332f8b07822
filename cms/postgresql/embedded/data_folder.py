"""The data folder, made once, with an administrator whose password is known; and everybody's passwords beside it."""

import json
import secrets
import shutil

from cms.postgresql import ServerProblem
from cms.postgresql.embedded.folders import keep
from cms.postgresql.embedded.programs import run_program
from cms.postgresql.embedded.server_user import give

ADMIN = "postgres"
LOGINS = {"admin": ADMIN, "owner": "leaf_owner", "app": "leaf_app", "reader": "leaf_reader"}


def passwords(state):
    """The passwords by role, as far as they were made."""
    try:
        return json.loads((state / "passwords.json").read_text())
    except FileNotFoundError:
        return {}


def with_passwords_for(state, roles):
    """The passwords by role, those of `roles` among them: made and kept where there was none."""
    found = {role: secrets.token_urlsafe(24) for role in roles} | passwords(state)
    keep(state / "passwords.json", json.dumps(found, indent=1))
    return found


def prepare_data(server):
    """A data folder whose administrator's password is known."""
    if server.data.exists() and ADMIN in passwords(server.state):
        return
    if server.data.exists():  # nobody can log in any more; set aside rather than destroyed
        shutil.rmtree(server.place / "data.locked-out", ignore_errors=True)
        server.data.rename(server.place / "data.locked-out")
    found = with_passwords_for(server.state, LOGINS.values())
    new = server.place / "data.new"
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(mode=0o700)
    give(new)
    _initdb(server, new, found[ADMIN])
    new.rename(server.data)


def _initdb(server, folder, password):
    pwfile = server.place / "pwfile"
    keep(pwfile, password)
    give(pwfile)
    quick = ["--no-sync"] if server.name == "test" else []
    locale = ["--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=builtin"]
    try:
        made = run_program(
            server.programs / "initdb", "-D", folder, "-U", ADMIN, "-A", "scram-sha-256", f"--pwfile={pwfile}",
            *locale, *quick,
        )  # fmt: skip
    finally:
        pwfile.unlink()
    if made.returncode:
        raise ServerProblem(f"The embedded PostgreSQL could not make its data folder: {made.stderr.strip()}")
