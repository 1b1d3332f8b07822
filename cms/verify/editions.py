"""Editions: bytes, digest and columns, and that each carries what the rules of its day ask for."""

import json
from hashlib import sha256

from cms.verify.rows import Rows, Shares, canonical, found

# The last are generated from the bytes. `words` is not read here: CARRIED reads the bytes for it, and compares.
COLUMNS = """id, content, digest, submitted_by_id, article_id, kind, number, slug, title, summary, html, policy_id, contributors,
    topics, flags, designs, disclaimers, statements, root_id, encode(root_digest, 'hex'), named_topics::text"""

# The column holds what is read now, whatever was read when the edition was frozen.
CARRIED = """
    select e.id, e.words is distinct from now.words, must -> 'disclaimers' is distinct from doc(e.content) -> 'disclaimers'
      or must -> 'statements' is distinct from doc(e.content) -> 'statements'
    from articles_edition e,
      lateral (select author_words(doc(e.content)) offset 0) now (words),
      lateral (select case e.reading when 1 then author_words_before(doc(e.content))
                                     when 2 then author_words_second(doc(e.content)) else now.words end offset 0) its (words),
      lateral gate.carried(e.kind, its.words, e.topics, e.flags, e.designs, e.submitted_at) must
    where e.id between %(low)s and %(high)s
      and (e.words is distinct from now.words
           or must -> 'disclaimers' is distinct from doc(e.content) -> 'disclaimers'
           or must -> 'statements' is distinct from doc(e.content) -> 'statements')"""


def check_editions(connection, progress, workers):
    with Shares(connection, "articles_edition", CARRIED, workers).being_asked() as shares:
        for row in progress(Rows(connection, "articles_edition", COLUMNS, "id")):
            yield from check_edition(*row)
        for share in progress(shares):
            for edition, other_words, carries_other in share:
                if other_words:
                    yield f"Edition {edition}: its column of words does not say what its bytes say."
                if carries_other:
                    yield f"Edition {edition} does not carry exactly what the rules of its day ask for."
    yield from check_fixes(connection)


def check_fixes(connection):
    """Each fix against its root, by the words of its day; and that no edition says it is one without being known as one."""
    for edition, compared, changed, words, is_so in found(
        connection,
        """select f.edition_id, gate.fix_compared(doc(r.content), doc(e.content), f.at)::text, f.words_changed, f.words_of_root,
             doc(e.content) -> 'fix' = jsonb_build_object('of', f.of_id, 'root', r.id, 'root_number', r.number,
               'root_digest', encode(sha256(r.content), 'hex')) and not doc(r.content) ? 'fix' and r.article_id = e.article_id
           from articles_fix f join articles_edition e on e.id = f.edition_id join articles_edition r on r.id = f.root_id""",
    ):
        compared = json.loads(compared)
        rules = ", ".join(fault["rule"] for fault in compared["faults"])
        if rules:
            yield f"Edition {edition} is more than a fix: {rules}."
        if [compared["changed"], compared["words"]] != [changed, words]:
            yield f"Edition {edition} is a fix, and its words are not counted right."
        if not is_so:
            yield f"Edition {edition} is a fix of another edition than its bytes say."
    for (edition,) in found(
        connection,
        """select e.id from articles_edition e
           where doc(e.content) ? 'fix' and not exists (select from articles_fix f where f.edition_id = e.id)""",
    ):
        yield f"Edition {edition} says that it is a fix, and it is not known as one."


def check_edition(pk, content, digest, submitter, *columns):
    content = bytes(content)
    document = json.loads(content)
    if sha256(content).digest() != bytes(digest):
        yield f"Edition {pk}: its digest is not that of its bytes."
    if canonical(document) != content:
        yield f"Edition {pk} is not in its one canonical form."
    *columns, named_topics = columns
    if [*said_by(document), document["topics"]] != [*columns, json.loads(named_topics)]:
        yield f"Edition {pk}: its columns do not say what its bytes say."
    people = {byline["person"] for byline in document["bylines"]} | {submitter}
    if not people <= set(document["contributors"]):
        yield f"Edition {pk} does not name everybody in its byline and its submitter as contributors."


def said_by(document):
    """What the columns must be, in their order."""
    names = ["article", "kind", "number", "slug", "title", "summary", "html", "policy", "contributors"]
    yield from (document[name] for name in names)
    yield sorted(topic["slug"] for topic in document["topics"])
    yield sorted(document["flags"])
    yield sorted(reference["design"] for reference in document["references"])
    yield sorted(disclaimer["id"] for disclaimer in document["disclaimers"])
    yield sorted(statement["slug"] for statement in document["statements"])
    fix = document.get("fix", {"root": 0, "root_digest": ""})
    yield from (fix["root"], fix["root_digest"])
