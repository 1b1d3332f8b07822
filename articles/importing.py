"""From a file to a draft's text: what is refused, what becomes title, summary, key points and body. No database.

Nothing is lost on the way: every word of the file is in the draft, but for a list of contents whose every line returns
as a heading. Nothing that is not text comes in: markup of the file is read as words or left as words.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace
from hashlib import sha256
from html import escape, unescape
from itertools import groupby, pairwise
from pathlib import Path

from django.utils.text import slugify
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from articles.vocabulary import plain

MARKDOWN = {".md", ".markdown"}
SUFFIXES = {".txt", *MARKDOWN}
LIMIT = 200_000  # bytes of one file
TITLE_LIMIT, PROPOSED_TITLE_LIMIT, SLUG_LIMIT = 200, 120, 100  # characters
NESTING = 40  # lists and quotations inside each other; the parser would drop what is deeper
TOO_DEEP = "Its lists, quotations or emphases are nested too deeply. Flatten them and import the file again."
WRAPPED = 120  # characters; a longer line is a paragraph of its own, for nobody breaks lines there

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_HREF = re.compile(r'(https?://|mailto:|tel:)[^"<>\s]+', re.IGNORECASE)
_PLAIN_ITEM = re.compile(r"([-*•]|\d{1,3}[.)])\s+(?=\S)")
_TABLE_RULE = re.compile(r"(?=.*\|)[\s|:-]+")
_FIELD = re.compile(r"(title|slug|summary):\s+([^\s>|\[{&*!].*)")
_FIELD_LINE = re.compile(r"[\w-]+:|\s|[-#]|$")

# A mention is enough where readers may be at risk; another topic must stand in the title or in a heading.
_MENTIONED = {
    "ptsd": r"ptsd|post[-\s‐‑–]?traumatic\s+stress",
    "anxiety": r"anxiety|anxious|anxieties",
    "depression": r"(?<!respiratory )(?<!cns )(?<!system )depression|depressive|depressed",
    "suicide": r"suicid(?:e|es|al|ality)|self[-\s]harm",
}
_HEADED = {
    "interactions": r"(?:drugs?|medicines?|medications?|herbs?|alcohol)[-\s]interactions?"
    r"|interactions? (?:with|between) (?:other |prescription )?(?:drugs|medicines|medications|alcohol|antidepressants)",
    "dependence": r"dependen(?:ce|cy)|addict(?:ion|ive|ed)|(?:kratom|opioid) withdrawal|withdrawal symptoms",
    "pregnancy": r"pregnan(?:cy|cies|t)|breast-?feeding|lactation|neonatal",
    "liver": r"liver|hepat(?:ic|itis|otoxic|otoxicity)",
    "safety": r"safety|safe practices|side effects?|adverse (?:effects|events|reactions)|toxicity|overdoses?",
    "7-oh": r"7[-\s‐‑–]oh|7[-\s‐‑–]hydroxymitragynine",
    "pharmacology": r"pharmaco(?:logy|logical|kinetics?|dynamics?)|mechanisms? of action",
    "law": r"legal|legality|laws?|legislation|regulatory status",
    "history": r"(?<!medical )(?<!family )(?<!patient )history|traditional uses?",
}


class Refused(Exception):
    """A file that cannot become a draft; its text is the reason, a sentence for the person."""


@dataclass(frozen=True)
class Source:
    """One file that can be read as text."""

    name: str
    text: str
    markdown: bool
    digest: str  # SHA-256 of the file's bytes, in hexadecimal


@dataclass(frozen=True)
class ImportedText:
    """A draft's text as a file gives it."""

    name: str
    title: str
    title_is_proposed: bool
    slug: str
    summary: str
    key_points: list[str]
    body: str
    topics: list[str]


@dataclass(frozen=True)
class _Block:
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
        return _words(self.html)


def printable(name):
    """A file's name as it may be shown and kept: file systems allow line breaks and bytes that are no text."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in name)


def read_source(path):
    """The text of a .txt, .md or .markdown file of up to and including 200,000 bytes, or Refused."""
    path = Path(path)
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise Refused("It is neither a file nor a directory with .txt, .md or .markdown files in it.")
        if path.suffix.lower() not in SUFFIXES:
            raise Refused("Only .txt, .md and .markdown files can be imported.")
        if size > LIMIT:
            raise Refused(f"It is {size:,} bytes long; the limit is {LIMIT:,} bytes. Split it into several files.")
        data = path.read_bytes()
    except OSError as error:
        raise Refused(f"It cannot be read: {error.strerror}.") from error
    text = _decoded(data)
    if not text.strip():
        raise Refused("It is empty.")
    return Source(printable(path.name), text, path.suffix.lower() in MARKDOWN, sha256(data).hexdigest())


def _decoded(data):
    utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in data and not utf16:
        raise Refused(
            "It holds NUL bytes, so it is no text file. Save its text as plain text in UTF-8 and import that."
        )
    try:
        text = data.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused("It is not in UTF-8. Open it, save it again with the encoding UTF-8, and import that.") from error
    if control := _CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        raise Refused(
            f"Line {line} holds the control character U+{ord(control[0]):04X}, so it is no text file "
            "or was saved in a damaged encoding. Remove the character and import the file again."
        )
    return text


def parse(text, *, name, markdown):
    """The draft's text in `text`. Refused if it holds no words, or more nesting than can be kept."""
    text = plain("\n".join(text.splitlines()))
    fields, rest = _front_matter(text) if markdown else ({}, text)
    blocks = _markdown_blocks(rest) if markdown else _plain_blocks(rest)
    if not any(re.search(r"\w", block.text) for block in blocks) and not fields:
        raise Refused("It holds no words.")

    title, blocks = _title(fields.get("title") or None, blocks)
    proposed = title is None
    if proposed and not markdown:
        title, blocks = _first_line(blocks)
    key_points, blocks = _key_points(blocks)
    blocks = _without_contents(blocks)
    title = title or _proposed_title(blocks, key_points, fields)
    summary, blocks = (fields["summary"], blocks) if "summary" in fields else _summary(blocks)
    if len(title) > TITLE_LIMIT:
        proposed, blocks, title = (
            True,
            [_Block("h2", _escaped(title)), *blocks],
            _shortened(title, PROPOSED_TITLE_LIMIT),
        )
    if "" in fields:
        blocks = [_Block("p", _escaped(fields[""])), *blocks]

    headings = " \n ".join([title, *(block.text for block in blocks if block.tag in {"h2", "h3"})])
    everything = " ".join([title, summary, *key_points, *(block.text for block in blocks)])
    return ImportedText(
        name=name,
        title=title,
        title_is_proposed=proposed,
        slug=_slug(fields.get("slug", title)),
        summary=summary,
        key_points=key_points,
        body="".join(block.markup for block in blocks),
        topics=[*_found(_MENTIONED, everything), *_found(_HEADED, headings)],
    )


# Text and markup -----------------------------------------------------------------------------------------------------


def _escaped(text):
    """Text as HTML shows it, typographic signs kept. Entities of Markdown may write what the file itself did not."""
    return escape(plain(re.sub(r"[ \t\n\r\f\v]+", " ", text)), quote=False)


def _words(html):
    """The plain text of our own HTML; a link's address stays beside its words."""
    html = re.sub(
        r'<a href="(?:mailto:)?([^"]*)">(.*?)</a>', lambda a: a[2] if a[2] == a[1] else f"{a[2]} ({a[1]})", html
    )
    html = re.sub(r"</?(?:p|h2|h3|ul|ol|li|blockquote|br)>", " ", html)
    return re.sub(r" +", " ", unescape(re.sub(r"<[^>]*>", "", html))).strip()


def _shortened(text, limit):
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    return head.rsplit(" ", 1)[0].rstrip(" ,;:(–-") + "…"


def _slug(text):
    slug = slugify(text.replace("_", "-"))
    return (slug if len(slug) <= SLUG_LIMIT else slug[: SLUG_LIMIT + 1].rsplit("-", 1)[0][:SLUG_LIMIT]) or "article"


def _found(topics, text):
    return [slug for slug, words in topics.items() if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE)]


# The parts of a draft ------------------------------------------------------------------------------------------------


def _title(given, blocks):
    """The title that the file itself states, or None. A first heading that repeats a given title goes."""
    first = next((block for block in blocks if block.tag == "h1"), None)
    if first and given in {None, first.text}:
        given = first.text
        blocks = [block for block in blocks if block is not first]
    return given, [_below_title(block) for block in blocks]


def _below_title(block):
    return replace(block, tag="h2") if block.tag == "h1" else block


def _first_line(blocks):
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


def _proposed_title(blocks, key_points, fields):
    """The first section's title, else the first sentence, up to and including 120 characters."""
    headings = [block.text for block in blocks if block.tag in {"h2", "h3"}]
    texts = [*headings, *(block.text for block in blocks), *key_points, *fields.values()]
    text = next(text for text in texts if re.search(r"\w", text))
    sentence = re.match(r".{20,}?[.!?](?=\s|$)", text)
    return _shortened((sentence[0] if sentence else text).rstrip("."), PROPOSED_TITLE_LIMIT)


def _key_points(blocks):
    """The list under the words "Key points", which the page's frame draws itself."""
    for at, (label, listed) in enumerate(pairwise(blocks)):
        if label.tag in {"h2", "h3", "p"} and label.text.rstrip(":").lower() == "key points" and listed.items:
            return [_words(item) for item in listed.items], blocks[:at] + blocks[at + 2 :]
    return [], blocks


def _without_contents(blocks):
    """Leave the list of contents out: the first one whose every item returns as a heading."""
    for at, block in enumerate(blocks):
        headings = Counter(later.text for later in blocks[at:] if later.tag in {"h2", "h3"})
        if block.items and not Counter(map(_words, block.items)) - headings:
            return blocks[:at] + blocks[at + 1 :]
    return blocks


def _summary(blocks):
    """The first paragraph of running text, if it comes before any heading."""
    for at, block in enumerate(blocks):
        if block.tag in {"h2", "h3"}:
            break
        if block.tag == "p" and block.prose:
            return block.text, blocks[:at] + blocks[at + 1 :]
    return "", blocks


# Plain text ----------------------------------------------------------------------------------------------------------


def _plain_blocks(text):
    """Paragraphs, lists, and as headings the lines that equal an item of a list before them."""
    blocks, listed = [], set()
    for kind, run in groupby(_plain_pieces(text), key=lambda piece: _kind(piece[0])):
        for block in _plain_run(kind, list(run)):
            listed.update(map(_words, block.items))
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
        return [_list_block(kind, [f"<p>{_escaped(words)}</p>" for _, words in run])]
    return [_Block("p", _escaped(f"{marker} {words}".strip())) for marker, words in run]


def _list_block(tag, items):
    items = tuple(item for item in items if _words(item))
    return _Block(tag, "".join(f"<li>{item}</li>" for item in items), items)


# Markdown ------------------------------------------------------------------------------------------------------------


def _front_matter(text):
    """The fields title, slug and summary at the head of the file, all other lines there under "", and the rest."""
    head, end, rest = text.removeprefix("---\n").partition("\n---\n")
    lines = head.split("\n")
    if not (text.startswith("---\n") and end and all(map(_FIELD_LINE.match, lines))):
        return {}, text
    fields, others = {}, []
    for line in lines:
        field = _FIELD.fullmatch(line.rstrip())
        if field and field[1] not in fields:
            fields[field[1]] = field[2].strip("\"'") if field[2][0] in "\"'" else field[2]
        elif line.strip():
            others.append(line)
    return fields | ({"": " ".join(others)} if others else {}), rest


def _markdown_blocks(text):
    try:
        tree = SyntaxTreeNode(_tokens(text))
    except RecursionError as error:
        raise Refused(TOO_DEEP) from error
    used = {node.attrs.get("href") or node.attrs.get("src") for node in tree.walk() if node.type in {"link", "image"}}
    return [block for node in tree.children if (block := _block(node, used)).html]


def _tokens(text):
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": NESTING, "inline_definitions": True})
    # A link is always read as one, so that its words stay when its address may not.
    parser.validateLink = lambda url: True
    tokens = parser.parse(text)
    if any(part.level >= NESTING - 1 for token in tokens for part in [token, *(token.children or [])]):
        raise Refused(TOO_DEEP)
    return tokens


def _block(node, used):
    match node.type:
        case "heading":
            return _Block(node.tag if node.tag in {"h1", "h2"} else "h3", _inline(node.children[0]))
        case "paragraph":
            return _paragraph(node.children[0])
        case "bullet_list" | "ordered_list":
            return _markdown_list(node, used)
        case "blockquote":
            return _Block("blockquote", _inside(node, used))
        case "fence" | "code_block":
            lines = [node.info, *node.content.split("\n")]
            return _Block("p", "<br>".join(_escaped(line.strip()) for line in lines if line.strip()), prose=False)
        case "definition" if node.meta["url"] not in used:
            return _Block("p", _escaped("{label}: {url} {title}".format_map(node.meta).strip()), prose=False)
        case _:  # a rule, or the address of a link in the text
            return _Block("p", "")


def _inside(node, used):
    blocks = [_below_title(_block(child, used)) for child in node.children]
    return "".join(block.markup for block in blocks if block.html)


def _paragraph(inline):
    """Rows of a table keep their lines; the rule between its head and its body goes."""
    lines = inline.content.split("\n")
    if any(map(_TABLE_RULE.fullmatch, lines)):
        rows = _inline(inline, line_break="<br>").split("<br>")
        return _Block("p", "<br>".join(row.strip(" |") for row in rows if not _TABLE_RULE.fullmatch(row)), prose=False)
    pictures = all(node.type in {"image", "softbreak"} or not node.content.strip() for node in inline.children)
    return _Block("p", _inline(inline), prose=not pictures)


def _markdown_list(node, used):
    items = [_inside(item, used) for item in node.children]
    numbers = [item.info for item in node.children]
    if node.type == "bullet_list":
        return _list_block("ul", items)
    if numbers in ([str(n) for n in range(1, len(items) + 1)], ["1"] * len(items)):
        return _list_block("ol", items)
    # The editor's lists count from 1; other numbers are kept as words.
    return _list_block("ul", [_numbered(number, item) for number, item in zip(numbers, items, strict=True)])


def _numbered(number, item):
    return f"<p>{number}. {item[3:]}" if item.startswith("<p>") else f"<p>{number}.</p>{item}"


def _inline(node, line_break=" "):
    return "".join(_inline_part(child, line_break) for child in node.children).strip()


def _inline_part(node, line_break):
    match node.type:
        case "text" | "code_inline":
            return _escaped(node.content)
        case "softbreak":
            return line_break
        case "hardbreak":
            return "<br>"
        case "em" | "strong":
            inner = "".join(_inline_part(child, line_break) for child in node.children)
            return f"<{node.tag}>{inner}</{node.tag}>"
        case "image":
            words = " ".join([node.content, node.attrs.get("title", "")]).strip()
            return _escaped(f"{words} ({node.attrs['src']})".strip())
        case "link":
            return _link(node, "".join(_inline_part(child, line_break) for child in node.children))
        case _:
            return _escaped(node.content)


def _link(node, words):
    title = _escaped(f" ({node.attrs['title']})") if node.attrs.get("title") else ""
    href = str(node.attrs["href"])
    scheme = _HREF.fullmatch(href)
    if not scheme:
        return words + title
    address = scheme[1].lower() + href[scheme.end(1) :]
    return f'<a href="{escape(address)}">{words or escape(address)}</a>{title}'
