"""Plain text as blocks: paragraphs, lists, and headings where a list before them names them."""

import re
from dataclasses import replace
from itertools import groupby

from articles.importing.blocks import Block, escaped, list_block, words_of

WRAPPED = 120  # characters; a longer line is a paragraph of its own, for nobody breaks lines there

_PLAIN_ITEM = re.compile(r"([-*•]|\d{1,3}[.)])\s+(?=\S)")


def plain_blocks(text):
    """Paragraphs, lists, and as headings the lines that equal an item of a list before them."""
    blocks, listed = [], set()
    for kind, run in groupby(_plain_pieces(text), key=lambda piece: _kind(piece[0])):
        for block in _plain_run(kind, list(run)):
            listed.update(map(words_of, block.items))
            blocks.append(replace(block, tag="h2") if block.tag == "p" and block.text in listed else block)
    return blocks


def _kind(marker):
    return "ol" if marker[:1].isdigit() else "ul" if marker else "p"


def _plain_pieces(text):
    """(marker, words) of each paragraph and list item; the marker is empty for a paragraph.

    Without a blank line in the file, each line is one. With blank lines, short lines between them are joined, but for
    a line that equals a list's item: it is a heading.
    """
    chunks = [[(line[0].isspace(), *_marked(line.strip())) for line in chunk.split("\n")] for chunk in _chunks(text)]
    listed = {words for chunk in chunks for _, marker, words in chunk if marker}
    pieces = []
    for chunk in chunks:
        wrapped = len(chunks) > 1 and all(len(words) <= WRAPPED for _, _, words in chunk)
        for at, (indented, marker, words) in enumerate(chunk):
            before, text_before = pieces[-1] if at else ("", "")
            heading_near = words in listed or (not before and text_before in listed)
            if at and not marker and not heading_near and (wrapped or (indented and before)):
                pieces[-1] = (before, f"{text_before} {words}")
            else:
                pieces.append((marker, words))
    return pieces


def _chunks(text):
    return re.split(r"\n\s*\n", text.strip())


def _marked(line):
    item = _PLAIN_ITEM.match(line)
    return (item[1], line[item.end() :]) if item else ("", line)


def _plain_run(kind, run):
    """Blocks of neighbours of one kind. Numbers that do not count from 1 are words, not the marks of a list."""
    counted = [marker[:-1] for marker, _ in run] == [str(n) for n in range(1, len(run) + 1)]
    if kind == "ul" or (kind == "ol" and counted):
        return [list_block(kind, [f"<p>{escaped(words)}</p>" for _, words in run])]
    return [Block("p", escaped(f"{marker} {words}".strip())) for marker, words in run]
