"""What readers get: the address of the article of the tests, a page's words, and one more article put up."""

import re

from articles.edition import submit
from articles.public import LiveArticle
from articles.publication import publish
from reviews.sign_off import sign_off
from tests.conftest import SIGN_OFF, write

SLUG = "what-a-survey-asked"
PAGE = f"/articles/{SLUG}/"
JSON = f"/articles/{SLUG}/edition.json"


def text_of(response):
    """The page's words, as a reader sees them."""
    html = re.sub(r"<(script|style|head)\b.*?</\1>", " ", response.content.decode(), flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def put_up(by, doctor, editor, **fields):
    """An article on one topic, signed and published now."""
    edition = submit(write(by, **fields), by=by)
    sign_off(edition, by=doctor, **SIGN_OFF)
    return publish(edition, by=editor)


def shown(**facts):
    """Every article that readers can see now, of those that these facts hold of."""
    everything = LiveArticle.objects.raw("select * from live.pages()", using="public")
    return [live for live in everything if all(getattr(live, name) == value for name, value in facts.items())]


def only_page(**facts):
    """The one that they hold of."""
    (live,) = shown(**facts)
    return live
