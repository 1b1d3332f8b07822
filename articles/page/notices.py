"""Safety notices: the signed words that stand above a page."""

from dataclasses import dataclass
from datetime import datetime

from articles.page.instants import instant_of


@dataclass(frozen=True)
class SafetyNotice:
    """One notice: its exact words, where they come from (`href`, if that is an address), who signed them and until when."""

    text: str
    source: str
    href: str
    name: str
    profession: str
    signed_at: datetime
    ends_at: datetime


def safety_notices(notices):
    """The notices that the database gives, in its order."""
    return [
        SafetyNotice(
            text=notice["text"],
            source=notice["source"],
            href=notice["source"] if notice["source"].startswith("https://") else "",
            name=notice["name"],
            profession=notice["profession"],
            signed_at=instant_of(notice["signed_at"]),
            ends_at=instant_of(notice["ends_at"]),
        )
        for notice in notices
    ]
