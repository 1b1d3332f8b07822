"""Editions: bytes, digest and columns, and that each carries what the rules of its day ask for."""

import json
from hashlib import sha256

from cms.verify.rows import Rows, canonical, found

COLUMNS = "id, content, digest, article_id, kind, number, slug, title, summary, html, policy_id, contributors, submitted_by_id"


def check_editions(connection, progress):
    for row in progress(Rows(connection, "articles_edition", COLUMNS, "id")):
        yield from check_edition(*row)
    for (edition,) in found(
        connection,
        """select e.id from articles_edition e,
             lateral gate.carried(e.kind, author_words(doc(e.content)), e.topics, e.flags, e.designs, e.submitted_at) must
           where must -> 'disclaimers' is distinct from doc(e.content) -> 'disclaimers'
              or must -> 'statements' is distinct from doc(e.content) -> 'statements'""",
    ):
        yield f"Edition {edition} does not carry exactly what the rules of its day ask for."


def check_edition(pk, content, digest, *columns):
    content = bytes(content)
    document = json.loads(content)
    if sha256(content).digest() != bytes(digest):
        yield f"Edition {pk}: its digest is not that of its bytes."
    if canonical(document) != content:
        yield f"Edition {pk} is not in its one canonical form."
    *facts, submitter = columns
    names = ["article", "kind", "number", "slug", "title", "summary", "html", "policy", "contributors"]
    if [document[name] for name in names] != list(facts):
        yield f"Edition {pk}: its columns do not say what its bytes say."
    people = {byline["person"] for byline in document["bylines"]} | {submitter}
    if not people <= set(document["contributors"]):
        yield f"Edition {pk} does not name everybody in its byline and its submitter as contributors."
