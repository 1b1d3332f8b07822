"""The page of an article: what the site's frame draws around the signed text, in which order. Pure: it asks nobody."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from urllib.parse import quote

from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.text import slugify

WORDS_ON_TOP = 60  # between title and first sentence; what does not fit stands in full under "About this page"

# A study design as a reader would say it. "other" says nothing, so nothing is said.
DESIGNS = {
    "randomised trial": "Randomised trial: chance decided who got which treatment",
    "systematic review": "Systematic review: a planned search for all studies of one question",
    "narrative review": "Review: experts' overview of other studies",
    "guideline": "Guideline for clinicians",
    "survey": "Survey: people answered questions",
    "observational study": "Observational study: people were observed, nothing was assigned",
    "registry": "Registry: records gathered from many cases",
    "case report": "Case report: what happened to one person",
    "laboratory": "Laboratory study",
    "animal": "Animal study",
    "preprint": "Preprint",
    "web page": "Web page",
}
# Which designs a reference's disclaimer speaks of. The edition carries its text, not its rule.
BESIDE_DESIGNS = {
    "D-EVIDENCE-LAB": {"laboratory", "animal"},
    "D-EVIDENCE-CASE": {"case report"},
    "D-EVIDENCE-SURVEY": {"survey"},
    "D-EVIDENCE-PREPRINT": {"preprint"},
}


# What a page holds -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Block:
    """A short titled text: a disclaimer's full form (`text`), or a statement's (`html`, frozen and signed)."""

    anchor: str
    title: str
    text: str = ""
    html: str = ""
    checked_at: datetime | None = None


@dataclass(frozen=True)
class Help:
    """Crisis help as it stands: its words, and its contacts; `first` are those that open every page."""

    title: str
    short: str
    html: str
    first: list
    regions: list
    checked_at: datetime | None


@dataclass(frozen=True)
class Source:
    """A reference as listed: `places` are the anchors of its citations, `caution` what its design cannot show."""

    number: int
    authors: str
    title: str
    journal: str
    where: str
    links: list
    accessed_on: str
    design: str
    caution: str
    places: list


@dataclass(frozen=True)
class Page:
    """All that the templates of an article need, ready to be written out and escaped."""

    title: str
    language: str
    summary: str
    key_points: list
    topics: list
    html: str
    sections: list
    contacts: list
    review_line: str
    overdue_line: str
    on_top: list
    more_on_top: bool
    help: Help | None
    safety: list
    cautions: list
    sources: list
    about: list
    bylines: list
    funding: str
    sign_offs: list
    number: int | None
    fingerprint: str
    starts_at: datetime | None
    first_published_at: datetime | None
    reviewed_at: datetime | None
    ends_at: datetime | None


def build(document, *, digest, sign_offs, statements, starts_at=None, first_published_at=None, at=None):
    """The Page of an edition's `document`, with its `sign_offs` and the current `statements` by slug.

    They are as the database's views give them: dicts and lists, instants as ISO texts. `digest` is bytes, or their hex.
    A statement that is None (none is signed) is left out: readers never get that far, the desk says so elsewhere.
    `at` is the instant asked about (now, if None); it decides whether the review is overdue.
    """
    at = at or timezone.now()
    sign_offs = [_with_instants(sign_off) for sign_off in sign_offs]
    needed = [(need["placement"], statements.get(need["slug"])) for need in document["statements"]]
    needed = [(placement, statement) for placement, statement in needed if statement]
    carried = [(disclaimer["placement"], disclaimer) for disclaimer in document["disclaimers"]]
    citations = Citations()
    html, sections = with_anchors(document["html"])
    html = citations.link(html, document["references"])
    safety = _blocks(carried, needed, citations, lambda placement: placement == "safety")
    about = _blocks(carried, needed, citations, lambda placement: placement not in ("safety", "reference", "crisis"))
    crisis = next((statement for placement, statement in needed if placement == "crisis"), None)
    on_top, more_on_top = shortened(
        [item["short"] for placement, item in carried + needed if placement == "top" and item["short"]]
    )
    cautions = {item["code"]: item["full"] for placement, item in carried if placement == "reference"}
    return Page(
        title=document["title"],
        language=document["language"],
        summary=document["summary"],
        key_points=document["key_points"],
        topics=document["topics"],
        html=html,
        sections=sections,
        contacts=by_region(document["contacts"]),
        review_line=review_line(sign_offs, at),
        overdue_line=overdue_line(sign_offs, at),
        on_top=on_top,
        more_on_top=more_on_top,
        help=crisis_help(crisis, citations),
        safety=safety,
        cautions=[text for code, text in cautions.items() if code not in BESIDE_DESIGNS],
        sources=citations.sources(document["references"], cautions),
        about=about,
        bylines=[byline["name"] for byline in document["bylines"]],
        funding=document["funding"],
        sign_offs=sign_offs,
        number=document.get("number"),
        fingerprint=digest if isinstance(digest, str) else bytes(digest).hex(),
        starts_at=starts_at,
        first_published_at=first_published_at,
        reviewed_at=max((sign_off["signed_at"] for sign_off in sign_offs), default=None),
        ends_at=earliest_end(sign_offs, *(statement["sign_offs"] for _, statement in needed)),
    )


# The review line ---------------------------------------------------------------------------------------------------------


def review_line(sign_offs, at):
    """Who reviewed the text, as what, on which day, and when the next review is due (unless it is overdue)."""
    if not sign_offs:
        return "Not medically reviewed yet."
    people = [f"{sign_off['name']}, {sign_off['profession']}" for sign_off in sign_offs]
    days = [day(sign_off["signed_at"]) for sign_off in sign_offs]
    if len(set(days)) == 1:
        reviewed = f"{_and(people)}, on {days[0]}"
    else:
        reviewed = _and([f"{person}, on {on}" for person, on in zip(people, days, strict=True)])
    due = review_due(sign_offs)
    return f"Medically reviewed by {reviewed}." + (f" Next review due {day(due)}." if at < due else "")


def overdue_line(sign_offs, at):
    """That the review is overdue, if it is: from the due instant on."""
    if sign_offs and (due := review_due(sign_offs)) <= at:
        return f"This review has been overdue since {day(due)}."
    return ""


def review_due(sign_offs):
    """When the first meaning of sign-off falls due; where several people signed in one meaning, the latest of them."""
    due = {}
    for sign_off in sign_offs:
        meaning, instant = sign_off["meaning"], sign_off["review_due_at"]
        due[meaning] = max(due.get(meaning, instant), instant)
    return min(due.values())


def earliest_end(*groups):
    """When the first of all these sign-offs ends; None without any. Nothing shown may be kept beyond it."""
    return min((_instant(sign_off["ends_at"]) for group in groups for sign_off in group), default=None)


def latest_sign_off(sign_offs):
    """When the text was last signed; None without a sign-off."""
    return max((_instant(sign_off["signed_at"]) for sign_off in sign_offs), default=None)


def day(instant):
    """`22 November 2026`, in UTC."""
    return format_date(instant.astimezone(UTC), "j F Y")


def _and(items):
    separator = ", and " if len(items) == 2 and any("," in item for item in items) else " and "
    return separator.join(items) if len(items) < 3 else f"{'; '.join(items[:-1])}; and {items[-1]}"


def _instant(value):
    return value if isinstance(value, datetime) else datetime.fromisoformat(value)


def _with_instants(sign_off):
    return sign_off | {name: _instant(sign_off[name]) for name in ("signed_at", "review_due_at", "ends_at")}


# Disclaimers and statements ----------------------------------------------------------------------------------------------


def shortened(texts):
    """Those of the short forms that fit into the words on top, in their order; and whether any had to be left out."""
    if _words(texts) <= WORDS_ON_TOP:
        return texts, False
    kept = []
    for text in texts:
        if _words([*kept, text, _MORE]) <= WORDS_ON_TOP:
            kept.append(text)
    return kept, True


_MORE = "More to know before you rely on this page"  # the link that stands in for what did not fit


def _words(texts):
    return sum(len(text.split()) for text in texts)


def _blocks(carried, needed, citations, wanted):
    """The full forms of those disclaimers, then of those statements, whose placement is `wanted`."""
    blocks = [
        Block(f"note-{slugify(item['code'])}", item["name"], text=item["full"])
        for placement, item in carried
        if wanted(placement) and item["full"]
    ]
    for placement, statement in needed:
        if wanted(placement):
            html = citations.link(statement["html"], statement["references"])
            checked_at = _instant(statement["checked_at"]) if statement["checked_at"] else None
            blocks.append(Block(f"note-{statement['slug']}", statement["title"], html=html, checked_at=checked_at))
    return blocks


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
        checked_at=_instant(statement["checked_at"]) if statement["checked_at"] else None,
    )


def by_region(contacts):
    """The contacts of each region, as pairs, in the order of their first mention."""
    regions = {}
    for contact in contacts:
        regions.setdefault(contact["region"], []).append(contact)
    return list(regions.items())


# Anchors and citations ---------------------------------------------------------------------------------------------------
# The HTML was sanitised and checked before it was frozen: no attribute holds "<" or ">", so tags can be told from text.

_HEADING = re.compile(r"<(h[23])>(.*?)</\1>", re.DOTALL)
_TAG = re.compile(r"(<[^>]*>)")
_CITATION = re.compile(r"\[(@[a-z0-9-]+(?:; @[a-z0-9-]+)*)\]")


def with_anchors(html):
    """`html` with an id on every heading, and the second-level headings as pairs of anchor and text."""
    taken, sections = Counter(), []

    def anchored(heading):
        level, inner = heading.groups()
        text = " ".join(unescape(_TAG.sub("", without_citations(inner))).split())
        anchor = f"section-{slugify(text)[:60].strip('-')}".rstrip("-")
        taken[anchor] += 1
        while taken[anchor] > 1:  # the same heading twice, or one that looks like another's second
            anchor = f"{anchor}-{taken[anchor]}"
            taken[anchor] += 1
        if level == "h2" and text:
            sections.append((anchor, text))
        return f'<{level} id="{anchor}">{inner}</{level}>'

    return _HEADING.sub(anchored, html), sections


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
        for part in _TAG.split(html):
            if part.startswith("<"):
                in_link = part.startswith("<a ") or (in_link and part != "</a>")
                parts.append(part)
            else:
                parts.append(self._link_text(part, by_key, in_link))
        return "".join(parts)

    def _link_text(self, text, by_key, in_link):
        def marks(citation):
            keys = [key.removeprefix("@") for key in citation[1].split("; ")]
            return "".join(self._mark(key, by_key.get(key), in_link) for key in keys)

        return _CITATION.sub(marks, text)

    def _mark(self, key, reference, in_link):
        if reference is None:
            return f"[@{key}]"
        _, places = self._cited.setdefault(_source_of(reference), (reference, []))
        number = list(self._cited).index(_source_of(reference)) + 1
        if in_link:  # HTML knows no link within a link
            return f"[{number}]"
        places.append(f"cite-{number}-{len(places) + 1}")
        return f'<a class="citation" id="{places[-1]}" href="#ref-{number}" role="doc-noteref">[{number}]</a>'

    def sources(self, references, cautions):
        """Every cited source in the order of the numbers, then the uncited of `references` in their own."""
        listed = dict(self._cited)
        for reference in references:
            listed.setdefault(_source_of(reference), (reference, []))
        return [
            _source(number, reference, places, cautions)
            for number, (reference, places) in enumerate(listed.values(), start=1)
        ]


def _source_of(reference):
    """What tells one source from another: the article and a statement may cite the same under two keys."""
    for name in ("doi", "pmid", "pmcid", "url"):
        if reference[name]:
            return name, reference[name].lower()
    return tuple(reference[name] for name in ("authors", "title", "journal", "year", "volume", "pages", "key"))


def _source(number, reference, places, cautions):
    design = reference["design"]
    caution = [text for code, text in cautions.items() if design in BESIDE_DESIGNS.get(code, ())]
    issue = ":".join(filter(None, (reference["volume"], reference["pages"])))
    return Source(
        number=number,
        authors=reference["authors"].rstrip("."),
        title=reference["title"].rstrip("."),
        journal=reference["journal"].rstrip("."),
        where=";".join(filter(None, (str(reference["year"] or ""), issue))),
        links=_links(reference),
        accessed_on=_accessed(reference["accessed_on"]),
        design=DESIGNS.get(design, ""),
        caution=" ".join(caution),
        places=places,
    )


def _links(reference):
    links = []
    if doi := reference["doi"]:
        links.append((f"doi:{doi}", f"https://doi.org/{quote(doi, safe='/')}"))
    if pmid := reference["pmid"]:
        links.append((f"PubMed {pmid}", f"https://pubmed.ncbi.nlm.nih.gov/{quote(pmid)}/"))
    if pmcid := reference["pmcid"]:
        links.append((pmcid, f"https://pmc.ncbi.nlm.nih.gov/articles/{quote(pmcid)}/"))
    if (url := reference["url"]).startswith(("https://", "http://")):
        links.append((url, url))
    return links


def _accessed(text):
    return format_date(datetime.fromisoformat(text), "j F Y") if text else ""
