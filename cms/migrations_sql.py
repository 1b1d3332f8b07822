"""Numbered SQL files as migration steps."""

from pathlib import Path

from django.db.migrations import RunSQL

PROJECT = Path(__file__).resolve().parent.parent


def run_sql_file(path):
    """A migration step that runs the SQL file at `path`, relative to the project. It can't be undone: evidence stays."""
    return RunSQL((PROJECT / path).read_text())
