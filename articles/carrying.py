"""Carrying a published fix into the working draft, so that the next edition does not undo it.

Passage by passage (title, summary, a key point, a paragraph): where the draft still says what the fix changed, it says the
fixed words afterwards. Where somebody rewrote the passage meanwhile, nothing is touched, and people are told.
"""

import re
from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied, ValidationError

from articles.article import Article, save_draft
from articles.edition import Edition
from articles.vocabulary import plain

BLOCKS = re.compile(r"(</?(?:p|h2|h3|ul|ol|li|blockquote)>)")


@dataclass(frozen=True)
class Passage:
    """One passage that a fix changed: in which field, at which place in it, from what to what."""

    name: str
    place: int
    old: str
    new: str

    @property
    def label(self):
        return self.name.replace("_", " ").capitalize()

    @property
    def old_words(self):
        return _words(self.old)

    @property
    def new_words(self):
        return _words(self.new)


@dataclass
class Carried:
    """What became of a fix's passages in the working draft: carried over, there already, or left as the draft has it."""

    carried: list = field(default_factory=list)
    there: list = field(default_factory=list)
    left: list = field(default_factory=list)


def carry(edition):
    """Carry what the fix `edition` changed into the working draft, as a saved draft of who made the fix.

    Returns what was carried and what was left. A draft that cannot be saved is left as it is: publishing does not fail by it.
    """
    article = Article.objects.select_for_update(no_key=True).get(pk=edition.article_id)
    found = _apply(article, edition)
    if found.carried:
        try:
            save_draft(
                article, by=edition.submitted_by, comment=f"Carried over from the fix in edition {edition.number}"
            )
        except (PermissionDenied, ValidationError):
            return Carried(there=found.there, left=found.carried + found.left)
    return found


def left_in(article):
    """The passages of the fix that readers see now which the working draft does not say. Changes nothing."""
    public = Edition.objects.filter(pk=article.state.public_edition_id, root_id__gt=0).select_related("fix").first()
    if public is None:
        return None, []
    found = _apply(Article.objects.get(pk=article.pk), public)
    return public, found.carried + found.left


def _apply(article, edition):
    """Make the changes of `edition` to `article`, unsaved, where its draft says what they were made of."""
    old = _passages_of(Edition.objects.get(pk=edition.fix.of_id).document())
    new = _passages_of(edition.document())
    draft = {"title": [article.title], "summary": [article.summary], "key_points": list(article.key_points),
             "body": BLOCKS.split(article.body)}  # fmt: skip
    before = {name: list(texts) for name, texts in draft.items()}
    found = Carried()
    for passage in _changes(old, new):
        places = [place for place, text in enumerate(before[passage.name]) if text == passage.old]
        same = [place for place, text in enumerate(old[passage.name]) if text == passage.old]
        if len(places) == len(same):
            draft[passage.name][places[same.index(passage.place)]] = passage.new
            found.carried.append(passage)
        elif passage.new in before[passage.name]:
            found.there.append(passage)
        else:
            found.left.append(passage)
    article.title, article.summary = draft["title"][0], draft["summary"][0]
    article.key_points, article.body = draft["key_points"], "".join(draft["body"])
    return found


def _passages_of(document):
    return {"title": [document["title"]], "summary": [document["summary"]], "key_points": document["key_points"],
            "body": BLOCKS.split(document["html"])}  # fmt: skip


def _changes(old, new):
    """The passages that differ. A fix changes no structure, so they stand at the same places."""
    for name in old:
        for place, (was, now) in enumerate(zip(old[name], new[name], strict=True)):
            if was != now:
                yield Passage(name, place, was, now)


def _words(text):
    return plain(re.sub(r"<[^<>]*>", " ", text)).strip()
