"""Disclaimers and statements: the short forms on top of the page, and the full ones."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.text import slugify

from articles.page.instants import instant_of

WORDS_ON_TOP = 60  # between title and first sentence; what does not fit stands in full under "About this page"
_MORE = "More to know before you rely on this page"  # the link that stands in for what did not fit


@dataclass(frozen=True)
class Block:
    """A short titled text: a disclaimer's full form (`text`), or a statement's (`html`, frozen and signed)."""

    anchor: str
    title: str
    text: str = ""
    html: str = ""
    checked_at: datetime | None = None


def shortened(texts):
    """Those of the short forms that fit into the words on top, in their order; and whether any had to be left out."""
    if _words(texts) <= WORDS_ON_TOP:
        return texts, False
    kept = []
    for text in texts:
        if _words([*kept, text, _MORE]) <= WORDS_ON_TOP:
            kept.append(text)
    return kept, True


def _words(texts):
    return sum(len(text.split()) for text in texts)


def full_forms(carried, needed, citations, wanted):
    """The full forms of those disclaimers, then of those statements, whose placement is `wanted`."""
    blocks = [
        Block(f"note-{slugify(item['code'])}", item["name"], text=item["full"])
        for placement, item in carried
        if wanted(placement) and item["full"]
    ]
    for placement, statement in needed:
        if wanted(placement):
            html = citations.link(statement["html"], statement["references"])
            checked_at = instant_of(statement["checked_at"]) if statement["checked_at"] else None
            blocks.append(Block(f"note-{statement['slug']}", statement["title"], html=html, checked_at=checked_at))
    return blocks
