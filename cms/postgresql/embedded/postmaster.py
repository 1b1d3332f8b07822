"""The postmaster, PostgreSQL's first process: its settings, its port, its start and the signals that stop it."""

import shlex
import socket
from contextlib import suppress

from cms.postgresql import ServerProblem
from cms.postgresql.embedded.programs import run_program
from cms.postgresql.embedded.server_user import run_as_server_user

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
        "max_wal_size": "192MB",  # it may lie in memory
    },
}


def start_at(server, port, lock):
    """Whether the server started, with `lock` for its own; False when the port was taken."""
    log = server.data / "server.log"
    with suppress(FileNotFoundError):
        log.replace(server.data / "server.log.old")
    options = COMMON | SETTINGS[server.name] | {"port": str(port)}
    options = shlex.join(word for key, value in options.items() for word in ("-c", f"{key}={value}"))
    started = run_program(
        server.programs / "pg_ctl", "start", "-D", server.data, "-l", log, "-w", "-t", str(PATIENCE), "-o", options,
        pass_fds=[lock],
    )  # fmt: skip
    if started.returncode == 0:
        return True
    said = log.read_text(errors="replace") if log.exists() else started.stderr
    if "could not create any TCP/IP sockets" in said:
        return False
    lines = [line for line in said.splitlines() if "FATAL" in line or "PANIC" in line] or said.splitlines()
    raise ServerProblem(f"The embedded PostgreSQL did not start (see {log}): {lines[-1] if lines else 'no reason'}")


def ready_port(data):
    """The port that the postmaster of a data folder wrote down, or None until it is ready."""
    try:
        lines = (data / "postmaster.pid").read_text().splitlines()
    except FileNotFoundError:
        return None
    return int(lines[3]) if len(lines) > 7 and lines[7].strip() == "ready" else None


def send(name, data):
    """Send the signal of that name to the postmaster of a data folder, if there is one."""
    with suppress(FileNotFoundError):
        postmaster = (data / "postmaster.pid").read_text().split()[0]
        # Under the server's own user, for that user could have written any process number into the file.
        run_as_server_user(["/bin/sh", "-c", 'kill -s "$0" "$1"', name, postmaster])


def ports(state):
    """The last port, so that waiting clients find the server again, then free ones."""
    with suppress(FileNotFoundError):
        port = int((state / "port").read_text())
        if _is_free(port):
            yield port
    for _ in range(5):
        yield _free_port()


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
