"""Four lock files, all `flock`, tell who lives; a lock goes with its holders, even after `kill -9`:

users      shared by every process that uses the server, and by its forked children; the keeper waits for it alone
starting   one process at a time starts or stops the server
running    inherited by the postmaster and its backends: while it is held, the data folder is in use
keeper     inherited by the keeper (`keeper.py`), which stops the server after the last user
"""

import fcntl
import os
from contextlib import contextmanager, suppress


def open_lock(state, name):
    """The lock file of that name in a server's state folder, open and not yet locked."""
    return os.open(state / f"{name}.lock", os.O_RDWR | os.O_CREAT, 0o600)


def take(lock):
    """Lock it for ourselves alone. Returns whether that was possible at once."""
    with suppress(BlockingIOError):
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False


def is_held(state, name):
    """Whether somebody holds the lock for themselves alone."""
    try:
        lock = open_lock(state, name)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)  # shared, so that two who ask don't see each other
    except BlockingIOError:
        return True
    finally:
        os.close(lock)
    return False


@contextmanager
def starting(state):
    """A block in which nobody else starts or stops the server."""
    lock = open_lock(state, "starting")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        fcntl.flock(lock, fcntl.LOCK_UN)  # a child forked meanwhile holds the same lock
        os.close(lock)
