"""Citations: marks in the text become links to numbered sources, and every source knows the way back."""

import math
import re

from articles.page.sources import identity, source

# The HTML was sanitised and checked before it was frozen: no attribute holds "<" or ">", so tags can be told from text.
TAG = re.compile(r"(<[^>]*>)")
_CITATION = re.compile(r"\[(@[a-z0-9-]+(?:; @[a-z0-9-]+)*)\]")


def without_citations(html):
    """`html` without its citation marks, for places that list no references."""
    return re.sub(r"\s*" + _CITATION.pattern, "", html)


class Citations:
    """Numbers sources by their first citation, text after text, and keeps the way back to each citation."""

    def __init__(self):
        self._cited = {}  # identity of the source: (reference, places)

    def link(self, html, references):
        """`html` with every citation of one of `references` as a link to its number. Other marks stay as they are."""
        by_key = {reference["key"]: reference for reference in references}
        parts, in_link = [], False
        for part in TAG.split(html):
            if part.startswith("<"):
                in_link = part.startswith("<a ") or (in_link and part != "</a>")
                parts.append(part)
            else:
                parts.append(self._link_text(part, by_key, in_link))
        return "".join(parts)

    def _link_text(self, text, by_key, in_link):
        def marks(citation):
            keys = [key.removeprefix("@") for key in citation[1].split("; ")]
            numbered = [(self._number(by_key[key]) if key in by_key else math.inf, key) for key in keys]
            return "".join(
                self._mark(key, by_key.get(key), in_link) for _, key in sorted(numbered, key=lambda pair: pair[0])
            )

        return _CITATION.sub(marks, text)

    def _mark(self, key, reference, in_link):
        if reference is None:
            return f"[@{key}]"
        number = self._number(reference)
        _, places = self._cited[identity(reference)]
        if in_link:  # HTML knows no link within a link
            return f"[{number}]"
        places.append(f"cite-{number}-{len(places) + 1}")
        return f'<a class="citation" id="{places[-1]}" href="#ref-{number}" role="doc-noteref">[{number}]</a>'

    def _number(self, reference):
        """The number of this source: the next one, if it was not cited before."""
        self._cited.setdefault(identity(reference), (reference, []))
        return list(self._cited).index(identity(reference)) + 1

    def sources(self, references, cautions):
        """Every cited source in the order of the numbers, then the uncited of `references` in their own."""
        listed = dict(self._cited)
        for reference in references:
            listed.setdefault(identity(reference), (reference, []))
        return [
            source(number, reference, places, cautions)
            for number, (reference, places) in enumerate(listed.values(), start=1)
        ]
