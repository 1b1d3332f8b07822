"""The server's user: whoever runs this process, or nobody in root's place, for PostgreSQL refuses to run as root."""

import os
import subprocess
import tempfile

NOBODY = 65534


def run_as_server_user(command, **options):
    """Run `command` to its end, what it says captured."""
    user = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    return subprocess.run(command, cwd="/", capture_output=True, check=False, **options, **user)  # noqa: S603


def give(path):
    """Let the server's user own `path`."""
    if os.geteuid() == 0:
        os.chown(path, NOBODY, NOBODY)


def may_run(program):
    """Whether the server's user can reach and execute `program`."""
    try:
        return run_as_server_user([program, "--version"]).returncode == 0
    except PermissionError:
        return False


def can_work_in(folder):
    """Whether the server's user can write in a folder of its own below `folder`."""
    with tempfile.TemporaryDirectory(dir=folder) as probe:
        try:
            give(probe)
            return run_as_server_user(["/bin/sh", "-c", 'cd "$0" && : > probe', probe]).returncode == 0
        except OSError:
            return False
