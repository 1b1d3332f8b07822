"""A draft's text: what of a file becomes title, summary, key points and body."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from django.utils.text import slugify

from articles.importing.blocks import Block, escaped, words_of
from articles.importing.front_matter import front_matter
from articles.importing.markdown import markdown_blocks
from articles.importing.plain_text import plain_blocks
from articles.importing.refused import Refused
from articles.importing.title import TITLE_LIMIT, first_line, proposed_title, shortened_title, stated_title
from articles.importing.topics import topics_of
from articles.vocabulary import plain

SLUG_LIMIT = 100  # characters


@dataclass(frozen=True)
class ImportedText:
    """A draft's text as a file gives it."""

    name: str
    title: str
    title_is_proposed: bool
    slug: str
    summary: str
    key_points: list[str]
    body: str
    topics: list[str]


def parse(text, *, name, markdown):
    """The draft's text in `text`. Refused if it holds no words, or more nesting than can be kept."""
    text = plain("\n".join(text.splitlines()))
    fields, rest = front_matter(text) if markdown else ({}, text)
    blocks = markdown_blocks(rest) if markdown else plain_blocks(rest)
    if not any(re.search(r"\w", block.text) for block in blocks) and not fields:
        raise Refused("It holds no words.")

    title, blocks = stated_title(fields.get("title") or None, blocks)
    proposed = title is None
    if proposed and not markdown:
        title, blocks = first_line(blocks)
    key_points, blocks = _key_points(blocks)
    blocks = _without_contents(blocks)
    title = title or proposed_title(blocks, key_points, fields)
    summary, blocks = (fields["summary"], blocks) if "summary" in fields else _summary(blocks)
    if len(title) > TITLE_LIMIT:
        proposed = True
        title, blocks = shortened_title(title, blocks)
    if "" in fields:
        blocks = [Block("p", escaped(fields[""])), *blocks]

    headings = " \n ".join([title, *(block.text for block in blocks if block.tag in {"h2", "h3"})])
    everything = " ".join([title, summary, *key_points, *(block.text for block in blocks)])
    return ImportedText(
        name=name,
        title=title,
        title_is_proposed=proposed,
        slug=_slug(fields.get("slug", title)),
        summary=summary,
        key_points=key_points,
        body="".join(block.markup for block in blocks),
        topics=topics_of(headings, everything),
    )


def _slug(text):
    slug = slugify(text.replace("_", "-"))
    return (slug if len(slug) <= SLUG_LIMIT else slug[: SLUG_LIMIT + 1].rsplit("-", 1)[0][:SLUG_LIMIT]) or "article"


def _key_points(blocks):
    """The list under the words "Key points", which the page's frame draws itself."""
    for at, (label, listed) in enumerate(pairwise(blocks)):
        if label.tag in {"h2", "h3", "p"} and label.text.rstrip(":").lower() == "key points" and listed.items:
            return [words_of(item) for item in listed.items], blocks[:at] + blocks[at + 2 :]
    return [], blocks


def _without_contents(blocks):
    """Leave the list of contents out: the first one whose every item returns as a heading."""
    for at, block in enumerate(blocks):
        headings = Counter(later.text for later in blocks[at:] if later.tag in {"h2", "h3"})
        if block.items and not Counter(map(words_of, block.items)) - headings:
            return blocks[:at] + blocks[at + 1 :]
    return blocks


def _summary(blocks):
    """The first paragraph of running text, if it comes before any heading."""
    for at, block in enumerate(blocks):
        if block.tag in {"h2", "h3"}:
            break
        if block.tag == "p" and block.prose:
            return block.text, blocks[:at] + blocks[at + 1 :]
    return "", blocks
