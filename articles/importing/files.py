"""Reading a file: its text, or why it is none."""

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from articles.importing.refused import Refused

MARKDOWN = {".md", ".markdown"}
SUFFIXES = {".txt", *MARKDOWN}
LIMIT = 200_000  # bytes of one file

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


@dataclass(frozen=True)
class Source:
    """One file that can be read as text."""

    name: str
    text: str
    markdown: bool
    digest: str  # SHA-256 of the file's bytes, in hexadecimal


def printable(name):
    """A file's name as it may be shown and kept: file systems allow line breaks and bytes that are no text."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in name)


def read_source(path):
    """The text of a .txt, .md or .markdown file of up to and including 200,000 bytes, or Refused."""
    path = Path(path)
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise Refused("It is neither a file nor a directory with .txt, .md or .markdown files in it.")
        if path.suffix.lower() not in SUFFIXES:
            raise Refused("Only .txt, .md and .markdown files can be imported.")
        if size > LIMIT:
            raise Refused(f"It is {size:,} bytes long; the limit is {LIMIT:,} bytes. Split it into several files.")
        data = path.read_bytes()
    except OSError as error:
        raise Refused(f"It cannot be read: {error.strerror}.") from error
    text = _decoded(data)
    if not text.strip():
        raise Refused("It is empty.")
    return Source(printable(path.name), text, path.suffix.lower() in MARKDOWN, sha256(data).hexdigest())


def _decoded(data):
    utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in data and not utf16:
        raise Refused(
            "It holds NUL bytes, so it is no text file. Save its text as plain text in UTF-8 and import that."
        )
    try:
        text = data.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused("It is not in UTF-8. Open it, save it again with the encoding UTF-8, and import that.") from error
    if control := _CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        raise Refused(
            f"Line {line} holds the control character U+{ord(control[0]):04X}, so it is no text file "
            "or was saved in a damaged encoding. Remove the character and import the file again."
        )
    return text
