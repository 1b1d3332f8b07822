"""The title: what the file itself states, else a proposal from its text."""

import re

from articles.importing.blocks import Block, below_title, escaped

TITLE_LIMIT, PROPOSED_TITLE_LIMIT = 200, 120  # characters


def stated_title(given, blocks):
    """The title that the file itself states, or None. A first heading that repeats a given title goes."""
    first = next((block for block in blocks if block.tag == "h1"), None)
    if first and given in {None, first.text}:
        given = first.text
        blocks = [block for block in blocks if block is not first]
    return given, [below_title(block) for block in blocks]


def first_line(blocks):
    """In plain text without listed sections, a short first line that is no sentence is most likely the title."""
    if len(blocks) > 1 and all(block.tag != "h2" for block in blocks):
        first, second = blocks[:2]
        if (
            first.tag == second.tag == "p"
            and len(first.text) <= PROPOSED_TITLE_LIMIT
            and first.text[-1] not in ".!…:;,"
        ):
            return first.text, blocks[1:]
    return None, blocks


def proposed_title(blocks, key_points, fields):
    """The first section's title, else the first sentence, up to and including 120 characters."""
    headings = [block.text for block in blocks if block.tag in {"h2", "h3"}]
    texts = [*headings, *(block.text for block in blocks), *key_points, *fields.values()]
    text = next(text for text in texts if re.search(r"\w", text))
    sentence = re.match(r".{20,}?[.!?](?=\s|$)", text)
    return _shortened((sentence[0] if sentence else text).rstrip("."), PROPOSED_TITLE_LIMIT)


def shortened_title(title, blocks):
    """A title that is too long, as a proposal; the whole of it stays as the first heading."""
    return _shortened(title, PROPOSED_TITLE_LIMIT), [Block("h2", escaped(title)), *blocks]


def _shortened(text, limit):
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    return head.rsplit(" ", 1)[0].rstrip(" ,;:(–-") + "…"
