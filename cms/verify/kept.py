"""Checkpoints that were kept elsewhere: notes as /transparency/checkpoint served them."""

from base64 import b64decode

from django.conf import settings


def read_kept(path):
    """(size, root) of the note at `path`. Raises ValueError when it is no checkpoint of this ledger.

    Its signature is not asked: whoever keeps it knows where they have it from.
    """
    origin, _, rest = path.read_text(encoding="utf-8").partition("\n")
    if origin != settings.LEDGER_ORIGIN:
        raise ValueError(f"{path} is of the ledger {origin!r}, not of {settings.LEDGER_ORIGIN!r}")
    lines = rest.split("\n")
    root = b64decode(lines[1], validate=True) if len(lines) > 1 and lines[0].isdecimal() else b""
    if len(root) != 32 or int(lines[0]) < 1:
        raise ValueError(f"{path} names no size and root of a ledger")
    return int(lines[0]), root
