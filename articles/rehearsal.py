"""What stands between a draft and its submission, asked of the database before anybody submits it.

No rule is written here. The checks of the table of editions are read from PostgreSQL and asked of the draft, all at once;
what only the act itself can say, it says in a rehearsal that is rolled back. Python finds the words that are to blame.
"""

import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import connection, transaction

from articles.edition import submit
from cms.refusals import as_fact


@dataclass(frozen=True)
class Obstacle:
    """A rule that would refuse the draft, and what of the draft it would refuse, in a sentence."""

    rule: str
    sentence: str


def obstacles(article, *, by, seen):
    """Everything that would refuse the draft of `article`, `seen` by `by`, as far as it can be known at once."""
    rules = checks_that_fail(article, by)
    first = _rehearse(article, by, seen)
    if first and first not in rules:
        rules.insert(0, first)
    document = article.document()
    return [Obstacle(rule, sentence) for rule in rules for sentence in _sentences(rule, document)]


# Asking the database ----------------------------------------------------------------------------------------------------

CHECKS = """
select conname, pg_get_expr(conbin, conrelid) from pg_constraint
where conrelid = 'articles_edition'::regclass and contype = 'c' order by conname"""
GENERATED = """
select attname, pg_get_expr(adbin, adrelid) from pg_attribute join pg_attrdef on (attrelid, attnum) = (adrelid, adnum)
where attrelid = 'articles_edition'::regclass and attgenerated = 's' order by attnum"""
# The draft as an edition, with stand-ins for what only the freezing adds.
EDITION = """
with drafted as (select gate.draft_document(%s) || jsonb_build_object('number', 1, 'policy', 1, 'disclaimers', '[]'::jsonb,
  'statements', '[]'::jsonb, 'contributors', jsonb_build_array(%s)) as document),
written as (select convert_to(canonical(document), 'UTF8') as content, %s::bigint as submitted_by_id from drafted),
edition as (select written.*, {generated} from written)
select rule from edition, lateral (values {checks}) as checked (rule, holds) where holds is false"""


def checks_that_fail(article, by):
    """The names of the checks on an edition that its draft would fail, every one of them."""
    with connection.cursor() as cursor:
        cursor.execute(GENERATED)
        generated = ", ".join(f'({_plain(sql)}) as "{name}"' for name, sql in cursor.fetchall())
        cursor.execute(CHECKS)
        checks = ", ".join(f"('{name}', ({_plain(sql)}))" for name, sql in cursor.fetchall())
        cursor.execute(EDITION.format(generated=generated, checks=checks), [article.pk, by.pk, by.pk])
        return [rule for (rule,) in cursor.fetchall()]


def _plain(sql):
    return sql.replace("%", "%%")


def _rehearse(article, by, seen):
    """The first rule that refuses the submission itself, or None. Nothing of it stays."""
    with transaction.atomic():
        try:
            submit(article, by=by, seen=seen)
        except ValidationError as refusal:
            return refusal.code
        finally:
            transaction.set_rollback(True)


def _those(condition, texts):
    """Those of `texts` (each `t` in the condition) that the database finds so, each once."""
    with connection.cursor() as cursor:
        cursor.execute(f"select t from unnest(%s::text[]) t where {condition}", [list(dict.fromkeys(texts))])  # noqa: S608 (conditions of this module)
        return [text for (text,) in cursor.fetchall()]


# The words to blame -----------------------------------------------------------------------------------------------------


def _sentences(rule, document):
    return (BLAME[rule](document) if rule in BLAME else []) or [as_fact(rule)]


def _uncited(document):
    with connection.cursor() as cursor:
        cursor.execute("select cited_keys(%s)", [document["html"]])
        cited = cursor.fetchone()[0]
    keys = {reference["key"] for reference in document["references"]}
    return [f"[@{key}] has no reference. Add the reference, or correct the key." for key in cited if key not in keys]


def _unreadable(document):
    unreadable = _those("not every_citation_is_readable(t)", re.findall(r"\[\s*@[^\]<]*\]?", document["html"]))
    return [f"{text} is not written as a citation. It looks like [@smith2022; @yang2023]." for text in unreadable]


def _mixed(document):
    mixed = _those("not one_script(t)", _words(document))
    return [f"“{word}” mixes Latin letters with look-alikes of another alphabet. Type it anew." for word in mixed]


def _foreign(document):
    foreign = _those("foreign_signs(t) <> ''", _words(document))
    return [f"“{word}” holds signs that an English text is not written with. Type it anew." for word in foreign]


def _stroked(document):
    stroked = _those("has_stroked_letters(t)", _words({part: document[part] for part in OWN}))
    return [f"“{word}” holds a letter with a stroke. Write plain letters." for word in stroked]


OWN = ["title", "summary", "key_points", "html", "funding", "contacts"]


def _words(part):
    """Every word in a part of a document, without markup."""
    if isinstance(part, str):
        return [word.strip(".,;:!?()“”") for word in re.sub(r"<[^>]*>", " ", part).split()]
    parts = part.values() if isinstance(part, dict) else part if isinstance(part, list) else []
    return [word for each in parts for word in _words(each)]


def _misshapen(document):
    """Each part of a reference that does not look as it should, by the reference's key."""
    wrong = []
    for reference in document["references"]:
        for part in NAMES:
            if _those(f"reference_fits('{part}', t) is not true", [reference[part]]):
                wrong.append(f"“{reference[part]}”, in the reference {reference['key']}, is not {NAMES[part]}.")
    return wrong


NAMES = {
    "volume": "a volume", "pages": "page numbers", "doi": "a DOI", "pmid": "a PMID", "pmcid": "a PMCID", "url": "a web address",
}  # fmt: skip


def _counted(document):
    count = len(document["key_points"])
    return [f"{count or 'No'} key point{'' if count == 1 else 's'}; an article has three to five key points."]


BLAME = {
    "every_citation_has_a_reference": _uncited,
    "every_citation_is_readable": _unreadable,
    "no_stroked_letters": _stroked,
    "letters_of_one_script": _mixed,
    "references_have_their_shape": _misshapen,
    "signs_of_an_english_text": _foreign,
    "three_to_five_key_points": _counted,
}
