"""Table of contents: what is stored here, a module a step."""

from articles.article import Article, Byline, DraftSave, Reference, State, Topic
from articles.disclaimers import Disclaimer, StatementRule
from articles.edition import Edition
from articles.fix import Fix
from articles.hidden_row import HiddenRow
from articles.public import LiveArticle, LiveListed
from articles.publication import Publication, TakeDown

__all__ = [
    "Article", "Byline", "Disclaimer", "DraftSave", "Edition", "Fix", "HiddenRow", "LiveArticle", "LiveListed",
    "Publication", "Reference", "State", "StatementRule", "TakeDown", "Topic",
]  # fmt: skip
