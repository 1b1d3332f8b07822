"""Where things are: a server's state in its home, and its data there too, or where root's server may go."""

import os
import shutil
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from cms.postgresql import ServerProblem
from cms.postgresql.embedded.server_user import can_work_in

PROJECT = Path(__file__).resolve().parents[3]
ELSEWHERE = Path("/var/lib/signed-leaf")  # for root, whose project folders nobody else may enter
MEMORY = Path("/dev/shm").resolve()  # noqa: S108 (whose the folders there are is asked)
ROOM = 2**30  # bytes that tests need, at most


def home_of(name):
    """The folder that holds all of the server of that name: the project's own; of "test" one in memory, where there is room.

    Tests make a database of 500 files each few moments. On a disk that takes ten times as long.
    """
    memory = MEMORY / f"signed-leaf-{os.geteuid()}" / sha256(bytes(PROJECT)).hexdigest()[:16]
    return memory if name == "test" and (memory.exists() or _has_room(MEMORY)) else PROJECT


def _has_room(memory):
    try:
        found = os.statvfs(memory)
    except OSError:
        return False
    return os.access(memory, os.W_OK) and found.f_bavail * found.f_frsize >= ROOM and not found.f_flag & os.ST_NOEXEC


def place_of(server):
    """The folder of the data: the state folder, or for root another one if nobody may enter that."""
    elsewhere = ELSEWHERE / sha256(bytes(server.root)).hexdigest()[:16] / server.name
    if os.geteuid() != 0 or (server.state / "data").exists():
        return server.state
    return elsewhere if (elsewhere / "data").exists() or not can_work_in(server.state) else server.state


def make_folders(server):
    """The state folder and the place of the data, if they are not there. Raises ServerProblem if they are another's."""
    home = [server.root.parent, server.root] if server.root.is_relative_to(MEMORY) else []
    folders = [*home, server.root / ".leaf", server.state.parent, server.state]
    _make_folder(*folders)
    for folder in [*home, server.state]:
        if folder.lstat().st_uid != os.geteuid():
            raise ServerProblem(f"{folder} belongs to another user: run as that user, or remove the folder.")
    if server.place != server.state:
        _make_folder(ELSEWHERE, server.place.parent, server.place)
    if home:
        (server.root / "project").write_text(str(PROJECT))
        _forget_removed_projects(server.root.parent)


def _forget_removed_projects(memory):
    """Free what the tests of projects keep there that are not there any more."""
    for home in memory.iterdir():
        with suppress(OSError):
            if not Path((home / "project").read_text()).exists():
                shutil.rmtree(home)


def _make_folder(*path):
    # Root's server runs as nobody, who must pass through these folders; the files in them stay root's.
    mode = 0o711 if os.geteuid() == 0 else 0o700
    for folder in path:
        with suppress(FileExistsError):
            folder.mkdir()
            folder.chmod(mode)


def keep(path, text):
    """Write `text` into a file that only its owner may read, whole or not at all."""
    new = path.with_name(f"{path.name}.new")
    new.unlink(missing_ok=True)
    new.touch(mode=0o600)
    new.write_text(text)
    new.replace(path)
