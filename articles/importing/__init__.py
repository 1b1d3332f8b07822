"""From a file to a draft's text: what is refused, what becomes title, summary, key points and body. No database.

Nothing is lost on the way: every word of the file is in the draft, but for a list of contents whose every line returns
as a heading. Nothing that is not text comes in: markup of the file is read as words or left as words.
"""

from articles.importing.draft import SLUG_LIMIT, ImportedText, parse
from articles.importing.files import LIMIT, SUFFIXES, Source, printable, read_source
from articles.importing.refused import Refused

__all__ = ["LIMIT", "SLUG_LIMIT", "SUFFIXES", "ImportedText", "Refused", "Source", "parse", "printable", "read_source"]
