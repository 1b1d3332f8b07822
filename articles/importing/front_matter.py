"""Front matter: the fields that a Markdown file may open with."""

import re

_FIELD = re.compile(r"(title|slug|summary):\s+([^\s>|\[{&*!].*)")
_FIELD_LINE = re.compile(r"[\w-]+:|\s|[-#]|$")


def front_matter(text):
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
