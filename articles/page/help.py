"""Crisis help: its words and its contacts, on a page or alone."""

from dataclasses import dataclass
from datetime import datetime

from articles.page.citations import without_citations
from articles.page.instants import instant_of


@dataclass(frozen=True)
class Help:
    """Crisis help as it stands: its words, and its contacts; `first` are those that open every page."""

    title: str
    short: str
    html: str
    first: list
    regions: list
    checked_at: datetime | None


def crisis_help(statement, citations=None):
    """Crisis help from its statement; None if there is none. Without `citations` (no list of references), marks go."""
    if statement is None:
        return None
    html = statement["html"]
    return Help(
        title=statement["title"],
        short=statement["short"],
        html=citations.link(html, statement["references"]) if citations else without_citations(html),
        first=[contact for contact in statement["contacts"] if contact["first"]],
        regions=by_region(statement["contacts"]),
        checked_at=instant_of(statement["checked_at"]) if statement["checked_at"] else None,
    )


def by_region(contacts):
    """The contacts of each region, as pairs, in the order of their first mention."""
    regions = {}
    for contact in contacts:
        regions.setdefault(contact["region"], []).append(contact)
    return list(regions.items())
