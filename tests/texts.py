"""Texts to import: seeds and files as fixtures, the draft of a text, and the words that must arrive in it."""

import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest

from articles.importing import parse

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"

LISTED = """A summary of it all.
An introduction.
- What it is
- What is known
What it is
It is a tree.
What is known
Little is known.
So much for that."""


@pytest.fixture
def seeds():
    """The files of real text beside the project, sorted. Without them the test is skipped."""
    files = sorted(SEEDS.glob("*.txt"))
    if not files:
        pytest.skip(f"no seed texts in {SEEDS}")
    return files


@pytest.fixture
def file(tmp_path):
    def write(content, name="text.txt"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def plain(text, name="000_d2ab9c296bbf0c4f.txt"):
    return parse(text, name=name, markdown=False)


def marked(text):
    return parse(text, name="text.md", markdown=True)


def words(*texts):
    return Counter(re.findall(r"[^\W_]+", " ".join(unescape(re.sub(r"<[^>]*>", " ", text)) for text in texts)))


def words_of(draft, *, with_title=True):
    return words(draft.title if with_title else "", draft.summary, *draft.key_points, draft.body)
