"""Markdown as blocks: what the editor's vocabulary can say, and everything else as words."""

import re
from html import escape

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from articles.importing.blocks import Block, below_title, escaped, list_block
from articles.importing.refused import Refused

NESTING = 40  # lists and quotations inside each other; the parser would drop what is deeper
TOO_DEEP = "Its lists, quotations or emphases are nested too deeply. Flatten them and import the file again."

_HREF = re.compile(r'(https?://|mailto:|tel:)[^"<>\s]+', re.IGNORECASE)
_TABLE_RULE = re.compile(r"(?=.*\|)[\s|:-]+")


def markdown_blocks(text):
    """The blocks of a Markdown text. Refused if its nesting is deeper than can be kept."""
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
            return Block(node.tag if node.tag in {"h1", "h2"} else "h3", _inline(node.children[0]))
        case "paragraph":
            return _paragraph(node.children[0])
        case "bullet_list" | "ordered_list":
            return _markdown_list(node, used)
        case "blockquote":
            return Block("blockquote", _inside(node, used))
        case "fence" | "code_block":
            lines = [node.info, *node.content.split("\n")]
            return Block("p", "<br>".join(escaped(line.strip()) for line in lines if line.strip()), prose=False)
        case "definition" if node.meta["url"] not in used:
            return Block("p", escaped("{label}: {url} {title}".format_map(node.meta).strip()), prose=False)
        case _:  # a rule, or the address of a link in the text
            return Block("p", "")


def _inside(node, used):
    blocks = [below_title(_block(child, used)) for child in node.children]
    return "".join(block.markup for block in blocks if block.html)


def _paragraph(inline):
    """Rows of a table keep their lines; the rule between its head and its body goes."""
    lines = inline.content.split("\n")
    if any(map(_TABLE_RULE.fullmatch, lines)):
        rows = _inline(inline, line_break="<br>").split("<br>")
        return Block("p", "<br>".join(row.strip(" |") for row in rows if not _TABLE_RULE.fullmatch(row)), prose=False)
    pictures = all(node.type in {"image", "softbreak"} or not node.content.strip() for node in inline.children)
    return Block("p", _inline(inline), prose=not pictures)


def _markdown_list(node, used):
    items = [_inside(item, used) for item in node.children]
    numbers = [item.info for item in node.children]
    if node.type == "bullet_list":
        return list_block("ul", items)
    if numbers in ([str(n) for n in range(1, len(items) + 1)], ["1"] * len(items)):
        return list_block("ol", items)
    # The editor's lists count from 1; other numbers are kept as words.
    return list_block("ul", [_numbered(number, item) for number, item in zip(numbers, items, strict=True)])


def _numbered(number, item):
    return f"<p>{number}. {item[3:]}" if item.startswith("<p>") else f"<p>{number}.</p>{item}"


def _inline(node, line_break=" "):
    return "".join(_inline_part(child, line_break) for child in node.children).strip()


def _inline_part(node, line_break):
    match node.type:
        case "text" | "code_inline":
            return escaped(node.content)
        case "softbreak":
            return line_break
        case "hardbreak":
            return "<br>"
        case "em" | "strong":
            inner = "".join(_inline_part(child, line_break) for child in node.children)
            return f"<{node.tag}>{inner}</{node.tag}>"
        case "image":
            words = " ".join([node.content, node.attrs.get("title", "")]).strip()
            return escaped(f"{words} ({node.attrs['src']})".strip())
        case "link":
            return _link(node, "".join(_inline_part(child, line_break) for child in node.children))
        case _:
            return escaped(node.content)


def _link(node, words):
    title = escaped(f" ({node.attrs['title']})") if node.attrs.get("title") else ""
    href = str(node.attrs["href"])
    scheme = _HREF.fullmatch(href)
    if not scheme:
        return words + title
    address = scheme[1].lower() + href[scheme.end(1) :]
    return f'<a href="{escape(address)}">{words or escape(address)}</a>{title}'
