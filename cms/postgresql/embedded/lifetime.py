"""A server as others use it: it lives at least as long as somebody does. `locks.py` tells who."""

import fcntl
import os
import subprocess
import sys
import threading
import time
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from cms.postgresql import ServerProblem
from cms.postgresql.embedded.data_folder import LOGINS, passwords, prepare_data, with_passwords_for
from cms.postgresql.embedded.folders import PROJECT, home_of, keep, make_folders, place_of
from cms.postgresql.embedded.locks import is_held, open_lock, starting, take
from cms.postgresql.embedded.postmaster import PATIENCE, ports, ready_port, send, start_at
from cms.postgresql.embedded.programs import programs_for


class Server:
    """One embedded server: "site" for demo and development, "test" for tests.

    Making one does nothing; `join()` and whatever needs a port start the server. It then runs at least as long as
    this process and its forked children, or until `leave()`.
    """

    def __init__(self, name, root=PROJECT):
        self.name = name
        self.root = Path(root).resolve()
        self.state = self.root / ".leaf" / "postgresql" / name
        self._users = None
        self._thread_lock = threading.Lock()

    @cached_property
    def place(self):
        """The folder of the data; see `place_of`."""
        return place_of(self)

    @property
    def data(self):
        return self.place / "data"

    @cached_property
    def programs(self):
        """The folder of PostgreSQL's programs; see `programs_for`."""
        return programs_for(self)

    # Using it

    def join(self):
        """Use the server from now on, starting it if it does not run. Returns its port; cheap when repeated."""
        with self._thread_lock:
            if self._users is not None and (port := self.port()):
                return port
            try:
                return self._join()
            except (OSError, subprocess.SubprocessError) as error:
                raise ServerProblem(f"The embedded PostgreSQL can't run in {self.state}: {error}") from error

    def _join(self):
        if self._users is None:
            make_folders(self)
            users = open_lock(self.state, "users")
            fcntl.flock(users, fcntl.LOCK_SH)  # waits while the keeper stops the server
            self._users = users
        with starting(self.state):
            self._ensure_keeper()
            return self.port() or self._start()

    def leave(self):
        """Use the server no longer. When nobody does, its keeper stops it."""
        with self._thread_lock:
            if self._users is not None:
                os.close(self._users)
                self._users = None

    def port(self):
        """The port at which the server answers, or None when it does not run or is not ready yet."""
        return ready_port(self.data) if self.running() else None

    def running(self):
        """Whether a postmaster, or a backend that outlived it, holds the data folder."""
        return is_held(self.state, "running")

    def password(self, role):
        """The password of `role`, made at the first asking; whoever creates the role sets it."""
        found = passwords(self.state)
        if role not in found:
            with starting(self.state):
                found = with_passwords_for(self.state, [role])
        return found[role]

    def url(self, role, database):
        """The URL with which `role` logs in to `database`; starts the server."""
        port = self.join()
        return f"postgresql://{role}:{self.password(role)}@127.0.0.1:{port}/{quote(database)}"

    def urls(self, database="signed_leaf"):
        """The URLs of admin, owner, app and reader, as `set_up` takes them."""
        return {name: self.url(role, database) for name, role in LOGINS.items()}

    # Starting and stopping

    def _start(self):
        lock = open_lock(self.state, "running")
        try:
            if not _wait_until(lambda: take(lock), seconds=PATIENCE):
                raise ServerProblem(f"The embedded PostgreSQL in {self.data} neither answers nor ends.")
            prepare_data(self)
            # Nobody holds `running`: the file is stale, and its process number may be another program's by now.
            (self.data / "postmaster.pid").unlink(missing_ok=True)
            for port in ports(self.state):
                if start_at(self, port, lock):
                    keep(self.state / "port", str(port))
                    return port
        finally:
            os.close(lock)
        raise ServerProblem("The embedded PostgreSQL found no free port on 127.0.0.1.")

    def stop(self):
        """Stop the server at once, whoever uses it. Returns whether it ran."""
        if not self.state.exists():
            return False
        with starting(self.state):
            if not self.running():
                return False
            # As `pg_ctl stop` does, fast and then immediate; the programs may be gone by now (`make clean`).
            for signal, seconds in (("INT", PATIENCE), ("QUIT", 5)):
                send(signal, self.data)
                if _wait_until(lambda: not self.running(), seconds=seconds):
                    return True
        raise ServerProblem(f"The embedded PostgreSQL in {self.data} does not stop.")

    def _ensure_keeper(self):
        lock = open_lock(self.state, "keeper")
        try:
            if take(lock):
                # The keeper inherits the lock, so there is no moment in which two could be started.
                subprocess.run(  # noqa: S603
                    [sys.executable, "-m", "cms.postgresql.embedded.keeper", self.name, str(self.root), str(lock)],
                    env=os.environ | {"PYTHONPATH": os.pathsep.join([str(PROJECT), *filter(None, sys.path)])},
                    cwd="/",
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    pass_fds=[lock],
                    start_new_session=True,
                    check=True,
                )
        finally:
            os.close(lock)

    def stop_after_last_user(self, keeper_lock):
        """The keeper's whole life: wait for the last user to end, then stop the server."""
        users = open_lock(self.state, "users")
        fcntl.flock(users, fcntl.LOCK_EX)
        try:
            # After `rm -r .leaf` a new folder may have come, with another server in it.
            if os.path.samestat(os.fstat(users), (self.state / "users.lock").stat()):
                self.stop()
        finally:
            # In this order: who waits for `users` must find that a new keeper is needed.
            os.close(keeper_lock)
            os.close(users)


def _wait_until(condition, *, seconds):
    deadline = time.monotonic() + seconds
    while not (holds := condition()) and time.monotonic() < deadline:
        time.sleep(0.01)
    return holds


_servers = {}


def server(name):
    """This process's one `Server` of that name, at home as `home_of` says."""
    return _servers.setdefault(name, Server(name, home_of(name)))
