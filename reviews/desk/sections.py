"""The desk itself: its sections, those first in which something waits for the person."""

from collections import defaultdict
from dataclasses import dataclass

from articles.article import State
from reviews.desk.one_edition import ever_public
from reviews.desk.signers import signer
from reviews.desk.standing import pieces


@dataclass
class Section:
    """A titled list on the desk. `empty` says what it means that nothing is in it; without it an empty list is left out."""

    name: str
    title: str
    pieces: list
    hint: str = ""
    empty: str = ""
    act: str = ""


def board(person):
    """The sections of the desk for `person`, those first in which something waits for them."""
    reviewer = signer(person) if person.has_perm("reviews.sign_off") else None
    states = State.objects.filter(edition_id__isnull=False).order_by("changed_at", "pk")
    found = defaultdict(list)
    for piece in pieces(states, reviewer):
        found[_place(piece, reviewer)].append(piece)
        if piece.check and piece.check.is_due:
            found["checks"].append(piece)
    found["checks"].sort(key=lambda piece: piece.check.ends_at)
    were_public = ever_public([piece.edition.article_id for piece in found["scheduled"]])
    for piece in found["scheduled"]:
        piece.was_public = piece.edition.article_id in were_public
    return reviewer, [
        section for section in _sections(person, reviewer, found) if section.pieces or section.empty
    ]  # fmt: skip


def _place(piece, reviewer):
    """The list in which the piece is found. Statements are read apart from articles, but work waits in one place."""
    place = "published" if piece.is_public and not piece.is_newest else piece.place
    if place in {"review", "revoked"} and reviewer and not piece.obstacle:
        return "awaiting"
    apart = piece.edition.kind == "statement" and place in {"review", "published"}
    return f"statements {place}" if apart else place


def _sections(person, reviewer, found):
    publishes, takes_down = person.has_perm("articles.publish"), person.has_perm("articles.take_down")
    checks = person.has_perm("reviews.recheck")
    yield Section(
        "checks", "Statements to check again", found["checks"],
        "Compliance compares them with their sources. Those that are too old are not shown, nor are the articles that need them, "
        "unless a fallback stands in.", "No statement is due to be checked." if checks else "", "check" if checks else "",
    )  # fmt: skip
    if reviewer:
        yield Section(
            "awaiting", "Awaiting you", found["awaiting"],
            "Your specialties cover these, and you had no part in the text.",
            "Nothing awaits you. New editions appear here when a writer submits them and your specialties cover them.",
            "sign",
        )  # fmt: skip
        yield Section(
            "others", "In review, not yours", found["review"],
            "You can read them and request changes. Why you cannot sign stands beside each.",
        )  # fmt: skip
    signed = Section(
        "signed", "Signed, ready to publish", found["signed"], "Every signature that the policy asks for is there.",
        "Nothing is ready. Editions appear here once every signature that their policy asks for is there." if publishes else "",
        "publish" if publishes else "",
    )  # fmt: skip
    if publishes:
        yield signed
    if not reviewer:
        yield Section("review", "In review", found["review"], "", "Nothing is in review.")
    yield Section(
        "waiting", "Waiting for a statement", found["waiting"],
        "Every signature is there, but a statement that the page needs is not public. Once it is published, pages that were "
        "public or scheduled come back by themselves, and the others can be published.",
    )  # fmt: skip
    yield Section(
        "lacking", "Lacks what a newer rule asks for", found["lacking"],
        "Every signature is there, but compliance adopted a rule since, and the text does not carry what it asks for. The "
        "writer submits the article again.",
    )  # fmt: skip
    yield Section(
        "revoked", "Signature lost", found["revoked"],
        "Readers do not see these: a signature was revoked, or the credential it rests on was ended. Another reviewer signs "
        "the edition, or the writer submits a new one.",
    )  # fmt: skip
    yield Section("changes", "Changes requested", found["changes"], "The writer changes the draft and submits it anew.")
    if not publishes:
        yield signed
    yield Section("scheduled", "Scheduled", found["scheduled"], "", "", "take-down" if takes_down else "")
    yield Section(
        "published", "Published", found["published"][::-1], "What readers see at this moment.", "Nothing is published.",
        "take-down" if takes_down else "",
    )  # fmt: skip
    yield Section(
        "refused", "Refused", found["refused"], "Not fit to be published, until the refusal is lifted.", "",
        "overrule" if person.has_perm("reviews.overrule") else "",
    )  # fmt: skip
    yield Section("gone", "Ended or taken down", found["gone"][::-1], "Readers see a notice in their place.")
    yield Section("statements-review", "Statements in review", found["statements review"])
    yield Section(
        "statements-published", "Published statements", found["statements published"][::-1],
        "They stand beside articles, or in the place of one. An article is not public while one that it needs is not.",
    )  # fmt: skip
