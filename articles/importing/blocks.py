"""Blocks: the elements that a draft's text is made of, whichever kind of file it comes from."""

import re
from dataclasses import dataclass, replace
from html import escape, unescape

from articles.vocabulary import plain


@dataclass(frozen=True)
class Block:
    """One element of the text, `html` being escaped. Not `prose`: it stands for a picture, code or a table."""

    tag: str
    html: str
    items: tuple[str, ...] = ()
    prose: bool = True

    @property
    def markup(self):
        return f"<{self.tag}>{self.html}</{self.tag}>"

    @property
    def text(self):
        return words_of(self.html)


def escaped(text):
    """Text as HTML shows it, typographic signs kept. Entities of Markdown may write what the file itself did not."""
    return escape(plain(re.sub(r"[ \t\n\r\f\v]+", " ", text)), quote=False)


def words_of(html):
    """The plain text of our own HTML; a link's address stays beside its words."""
    html = re.sub(
        r'<a href="(?:mailto:)?([^"]*)">(.*?)</a>', lambda a: a[2] if a[2] == a[1] else f"{a[2]} ({a[1]})", html
    )
    html = re.sub(r"</?(?:p|h2|h3|ul|ol|li|blockquote|br)>", " ", html)
    return re.sub(r" +", " ", unescape(re.sub(r"<[^>]*>", "", html))).strip()


def below_title(block):
    """The block, a first-level heading as one of the second level: the first is the title's."""
    return replace(block, tag="h2") if block.tag == "h1" else block


def list_block(tag, items):
    """A list of those `items` that hold words; each is HTML of its own."""
    items = tuple(item for item in items if words_of(item))
    return Block(tag, "".join(f"<li>{item}</li>" for item in items), items)
