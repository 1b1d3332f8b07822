"""The whole page: every part in its place around the signed text."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from articles.page.anchors import with_anchors
from articles.page.citations import Citations
from articles.page.disclaimers import full_forms, shortened
from articles.page.help import Help, by_region, crisis_help
from articles.page.notices import safety_notices
from articles.page.review import earliest_end, latest_sign_off, overdue_line, review_line, reviewers, with_instants
from articles.page.sources import BESIDE_DESIGNS

EMERGENCY = "note-d-death"  # seizures, slowed breathing, coma: the first thing to know about safety


@dataclass(frozen=True)
class Page:
    """All that the templates of an article need, ready to be written out and escaped."""

    notices: list
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
    reviewers: list
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
    fix: dict | None
    fingerprint: str
    starts_at: datetime | None
    first_published_at: datetime | None
    reviewed_at: datetime | None
    ends_at: datetime | None


def build(
    document,
    *,
    digest,
    sign_offs,
    statements,
    notices=(),
    starts_at=None,
    first_published_at=None,
    due_by_rule=None,
    at=None,
):
    """The Page of an edition's `document`, with its `sign_offs`, the current `statements` by slug, and safety `notices`.

    They are as the database gives them: dicts and lists, instants as ISO texts. `digest` is bytes, or their hex.
    A statement that is None (none is signed) is left out: readers never get that far, the desk says so elsewhere.
    `at` is the instant asked about (now, if None); it decides whether the review is overdue. `due_by_rule` is since when a rule
    that was adopted after the text was frozen asks for its review; None if none does.
    """
    at = at or timezone.now()
    sign_offs = [with_instants(sign_off) for sign_off in sign_offs]
    needed = [(need["placement"], statements.get(need["slug"])) for need in document["statements"]]
    needed = [(placement, statement) for placement, statement in needed if statement]
    carried = [(disclaimer["placement"], disclaimer) for disclaimer in document["disclaimers"]]
    citations = Citations()
    html, sections = with_anchors(document["html"])
    html = citations.link(html, document["references"])
    safety = full_forms(carried, needed, citations, lambda placement: placement == "safety")
    safety.sort(key=lambda block: block.anchor != EMERGENCY)
    about = full_forms(carried, needed, citations, lambda placement: placement not in ("safety", "reference", "crisis"))
    crisis = next((statement for placement, statement in needed if placement == "crisis"), None)
    on_top, more_on_top = shortened(
        [item["short"] for placement, item in carried + needed if placement == "top" and item["short"]]
    )
    cautions = {item["code"]: item["full"] for placement, item in carried if placement == "reference"}
    return Page(
        notices=safety_notices(notices),
        title=document["title"],
        language=document["language"],
        summary=document["summary"],
        key_points=document["key_points"],
        topics=document["topics"],
        html=html,
        sections=sections,
        contacts=by_region(document["contacts"]),
        review_line=review_line(sign_offs, at, due_by_rule),
        overdue_line=overdue_line(sign_offs, at, due_by_rule),
        reviewers=reviewers(sign_offs),
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
        fix=document.get("fix"),
        fingerprint=digest if isinstance(digest, str) else bytes(digest).hex(),
        starts_at=starts_at,
        first_published_at=first_published_at,
        reviewed_at=latest_sign_off(sign_offs),
        ends_at=earliest_end(sign_offs, notices, *([statement, *statement["sign_offs"]] for _, statement in needed)),
    )
