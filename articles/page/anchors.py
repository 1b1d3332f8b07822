"""Anchors: every heading of the text gets an id, and the sections are listed by it."""

import re
from collections import Counter
from html import unescape

from django.utils.text import slugify

from articles.page.citations import TAG, without_citations

_HEADING = re.compile(r"<(h[23])>(.*?)</\1>", re.DOTALL)


def with_anchors(html):
    """`html` with an id on every heading, and the second-level headings as pairs of anchor and text."""
    taken, sections = Counter(), []

    def anchored(heading):
        level, inner = heading.groups()
        text = " ".join(unescape(TAG.sub("", without_citations(inner))).split())
        anchor = f"section-{slugify(text)[:60].strip('-')}".rstrip("-")
        taken[anchor] += 1
        while taken[anchor] > 1:  # the same heading twice, or one that looks like another's second
            anchor = f"{anchor}-{taken[anchor]}"
            taken[anchor] += 1
        if level == "h2" and text:
            sections.append((anchor, text))
        return f'<{level} id="{anchor}">{inner}</{level}>'

    return _HEADING.sub(anchored, html), sections
