"""The admin of drafts: writing, saved drafts, submitting. And of what the gate made of them, to look at."""

from articles.admin import drafts, evidence

__all__ = ["drafts", "evidence"]  # importing them registers them
