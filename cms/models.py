"""Table of contents: what is stored here."""

from cms.ledger import Entry
from cms.people import Person

__all__ = ["Entry", "Person"]
