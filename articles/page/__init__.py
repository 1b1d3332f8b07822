"""The page of an article: what the site's frame draws around the signed text, in which order. Pure: it asks nobody."""

from articles.page.anchors import with_anchors
from articles.page.citations import Citations, without_citations
from articles.page.disclaimers import shortened
from articles.page.frame import Page, build
from articles.page.help import crisis_help
from articles.page.instants import instant_of
from articles.page.notices import safety_notices
from articles.page.review import earliest_end, in_full, latest_sign_off
from articles.page.sources import BESIDE_DESIGNS, DESIGNS

__all__ = [
    "BESIDE_DESIGNS", "DESIGNS", "Citations", "Page", "build", "crisis_help", "earliest_end", "in_full", "instant_of",
    "latest_sign_off", "safety_notices", "shortened", "with_anchors", "without_citations",
]  # fmt: skip
