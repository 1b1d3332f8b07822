"""What a person signed: always theirs to see, whatever became of their credential and their groups."""

from django.db import connection

from articles.edition import Edition
from reviews.desk.statements import statement_names
from reviews.sign_off import SignOff

ARTICLES = (
    "(select distinct e.article_id from reviews_signoff s join articles_edition e on e.id = s.edition_id"
    " where s.reviewer_id = %(person)s) a"
)
OWN = "join reviews_signoff s on s.id = b.sign_off_id and s.reviewer_id = %(person)s"
SHOWN = (
    f"select s.id, p.edition_id from {ARTICLES} cross join lateral gate.shown(a.article_id, clock_timestamp()) p"  # noqa: S608
    f" join reviews_basis b on b.publication_id = p.id {OWN}"
)
COMING = (
    f"select s.id, p.edition_id from {ARTICLES} cross join lateral gate.coming(a.article_id, clock_timestamp()) p"  # noqa: S608
    f" join reviews_basis b on b.publication_id = p.id {OWN}"
)


def own_sign_offs(person):
    """The sign-offs of `person`, newest first, with their revocation, and `name` where a statement was signed."""
    found = list(
        SignOff.objects.filter(reviewer=person)
        .select_related("edition", "revocation")
        .defer("edition__content", "edition__html")
    )
    names = statement_names()
    for sign_off in found:
        sign_off.name = names.get(sign_off.edition.slug, "") if sign_off.edition.kind == "statement" else ""
    return found


def standing_of(person):
    """Those of them that stand."""
    return [s for s in own_sign_offs(person) if s.stands]


def has_signed(person):
    return SignOff.objects.filter(reviewer=person).exists()


def shown_with(person):
    """The ids of those sign-offs of `person` that a page or statement rests on which readers see now."""
    return {pk for pk, _ in _pairs(SHOWN, person)}


def lost_without(person):
    """(editions that readers see now, editions that are scheduled) of all that rests on sign-offs of `person`.

    Each has `name` where it is of a statement.
    """
    names = statement_names()
    return [_editions(pairs, names) for pairs in (_pairs(SHOWN, person), _pairs(COMING, person))]


def _editions(pairs, names):
    found = Edition.objects.only("slug", "title", "kind", "number").in_bulk({edition for _, edition in pairs}).values()
    for edition in found:
        edition.name = names.get(edition.slug, edition.slug) if edition.kind == "statement" else ""
    return sorted(found, key=lambda edition: (edition.kind, edition.title, edition.name))


def _pairs(question, person):
    with connection.cursor() as cursor:
        cursor.execute(question, {"person": person.pk})
        return cursor.fetchall()
