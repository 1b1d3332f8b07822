"""Table of contents: what is stored here."""

from cms.ledger import Checkpoint, Entry
from cms.people import Person

__all__ = ["Checkpoint", "Entry", "Person"]
