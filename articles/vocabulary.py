"""The editor's vocabulary: the only markup an article can hold. PostgreSQL checks the same list (`in_vocabulary`)."""

import re
import unicodedata

import nh3

EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Subscript": True,
    "Superscript": True,
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": {"enableListAttributes": False},
    "ListItem": True,
    "Blockquote": True,
    "HardBreak": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", "tel"]},
    "History": True,
}
TAGS = {"p", "h2", "h3", "ul", "ol", "li", "strong", "em", "sub", "sup", "blockquote", "br", "a"}
HREF = re.compile(r'(?:https?://|mailto:|tel:|/|#)[^"<>\x00-\x20\x7f]*\Z')


def _only_plain_links(tag, attribute, value):
    return value if attribute != "href" or HREF.match(value) else None


_cleaner = nh3.Cleaner(
    tags=TAGS,
    attributes={"a": {"href"}, "*": set()},
    attribute_filter=_only_plain_links,
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel="noopener noreferrer",
    strip_comments=True,
)
_difference_cleaner = nh3.Cleaner(
    tags=TAGS | {"ins", "del"}, attributes={"a": {"href"}, "*": set()}, url_schemes={"http", "https", "mailto", "tel"}
)
_EMPTY = re.compile(r"(?:<(p|h2|h3)>(?:\s|<br>)*</\1>\s*)+\Z")


def plain(text):
    """`text` in Unicode's composed form, without the characters that nobody can see; a tab becomes a space."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n")
    return "".join(c for c in text if c == "\n" or unicodedata.category(c) not in {"Cc", "Cf"})


def one_line(text):
    """`text` in one line, single spaces between its words, without the characters that nobody can see."""
    return " ".join(plain(text).split())


def sanitise(html):
    """`html` with nothing left but the vocabulary: other tags vanish, their text stays; scripts and styles go whole.

    An editor that holds only an empty paragraph is empty. Applying it twice changes nothing more.
    """
    html = _cleaner.clean(plain(html)).strip()
    html = re.sub(r"<a(?! href=)[^>]*>(.*?)</a>", r"\1", html, flags=re.DOTALL)
    return "" if _EMPTY.match(html) else html


def sanitise_difference(html):
    """As `sanitise`, for a marked difference: `ins` and `del` stay too."""
    return _difference_cleaner.clean(html)
