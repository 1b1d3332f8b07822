"""Import text and Markdown files as drafts."""

import sys
from collections import Counter
from itertools import count
from pathlib import Path

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError
from tqdm import tqdm

from articles.article import Article, Topic, save_draft
from articles.importing import SLUG_LIMIT, SUFFIXES, Refused, parse, printable, read_source
from cms.people import Person

PROGRESS_FROM = 20  # more files than these are worth a progress bar


class Command(BaseCommand):
    help = "Import .txt, .md and .markdown files as drafts of one author. What is already here is not imported again."

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="A file, or a directory to walk.")
        parser.add_argument("--author", required=True, metavar="EMAIL", help="Whose drafts they become.")

    def handle(self, *, paths, author, **options):
        author = author_named(author)
        files = [file for path in paths for file in files_in(path)]
        tally = Counter()
        for file in tqdm(files, unit="file", disable=len(files) <= PROGRESS_FROM or not self.stderr.isatty()):
            tally[self._outcome(file, author)] += 1
        self.stdout.write(
            ", ".join(f"{tally[outcome]} {outcome}" for outcome in ("imported", "already here", "refused"))
        )
        if tally["refused"]:
            raise CommandError("What was refused stands above, with the reasons. Everything else is here.")

    def _outcome(self, file, author):
        try:
            return "imported" if import_file(file, by=author) else "already here"
        except Refused as reason:
            with tqdm.external_write_mode(file=sys.stderr):
                self.stderr.write(f"{printable(str(file))}: {reason}")
            return "refused"


def author_named(email):
    """The active person with this e-mail address, however it is written in capitals and small letters."""
    try:
        return Person.objects.get(email__iexact=email, is_active=True)
    except Person.DoesNotExist as error:
        raise CommandError(f"No active person here has the e-mail address {email}; nothing was imported.") from error


def files_in(path):
    """The file itself, or a directory's importable files at any depth, sorted by their paths."""
    if not path.is_dir():
        return [path]
    # A directory without any stays in the list, to be refused by its name.
    return sorted(file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and not file.is_dir()) or [path]


def import_file(file, *, by):
    """A new draft with `by` in its bylines, or None if a file with the same bytes was imported before.

    Raises Refused, its text the reason.
    """
    source = read_source(file)
    if already_here(source):
        return None
    draft = parse(source.text, name=source.name, markdown=source.markdown)
    article = Article(
        kind="article",
        slug=free_slug(draft.slug),
        title=draft.title,
        title_is_proposed=draft.title_is_proposed,
        summary=draft.summary,
        key_points=draft.key_points,
        body=draft.body,
        source_digest=source.digest,
    )
    topics = list(Topic.objects.filter(slug__in=draft.topics))
    try:
        return save_draft(article, by=by, comment=f"Imported from {draft.name}", topics=topics, bylines=[by])
    except PermissionDenied as error:
        raise CommandError(f"{by.email} may not write drafts; nothing was imported.") from error
    except (ValidationError, IntegrityError) as error:
        return explain(error, article)


def already_here(source):
    return Article.objects.filter(source_digest=source.digest).exists()


def explain(error, article):
    """None if another import brought the same file at the same moment; else Refused, or the error itself: a bug."""
    if Article.objects.filter(source_digest=article.source_digest).exists():
        return None
    if isinstance(error, ValidationError):
        raise Refused(" ".join(error.messages)) from error
    if Article.objects.filter(slug=article.slug).exists():
        raise Refused("Another draft took the same address at this moment. Import the file again.") from error
    raise error


def free_slug(slug):
    """The slug, or the first of slug-2, slug-3 … that no article has."""
    for number in count(1):
        tail = f"-{number}" if number > 1 else ""
        free = slug[: SLUG_LIMIT - len(tail)].rstrip("-") + tail
        if not Article.objects.filter(slug=free).exists():
            return free
