"""The record of an edition: what happened to it, line by line."""

from dataclasses import dataclass
from datetime import datetime

from articles.hidden_row import HiddenRow
from articles.publication import Publication, TakeDown
from reviews.recheck import Recheck
from reviews.sign_off import SignOff
from reviews.verdict import Verdict


@dataclass(frozen=True)
class Happening:
    """One line of an edition's record."""

    at: datetime
    what: str
    by: str
    detail: str = ""
    reason: str = ""


def record(edition):
    """What happened to `edition`, and what was decided about its article meanwhile, oldest first."""
    lines = [_submission(edition)]
    for sign_off in SignOff.objects.filter(edition=edition).select_related("revocation__by"):
        lines += _of_sign_off(sign_off)
    for verdict in Verdict.objects.filter(article=edition.article_id).select_related("reviewer", "lift__by", "edition"):
        if verdict.edition_id == edition.pk or verdict.kind == "refused":
            lines += _of_verdict(verdict)
    for publication in Publication.objects.filter(edition=edition).select_related("published_by"):
        detail = f"Readers see it from {moment(publication.starts_at)} until {moment(publication.ends_at)} at most."
        lines.append(Happening(publication.published_at, "Published", str(publication.published_by), detail))
    for down in TakeDown.objects.filter(article=edition.article_id, at__gte=edition.submitted_at).select_related("by"):
        lines.append(Happening(down.at, down.kind.capitalize(), str(down.by), reason=down.reason))
    for check in Recheck.objects.filter(edition=edition).select_related("officer"):
        lines.append(Happening(check.at, "Checked again", str(check.officer), reason=check.reason))
    for row in HiddenRow.objects.filter(edition=edition).select_related("by"):
        lines.append(Happening(row.at, f"Row {row.contact} of the contacts hidden", str(row.by), reason=row.reason))
    return sorted(lines, key=lambda line: line.at)


def _submission(edition):
    if not edition.is_fix:
        return Happening(edition.submitted_at, "Submitted", str(edition.submitted_by))
    what = f"Submitted as a fix of edition {edition.fix.of.number}"
    detail = f"It rests on the full review of edition {edition.fix.root.number}."
    return Happening(edition.submitted_at, what, str(edition.submitted_by), detail, edition.fix.reason)


def _of_sign_off(sign_off):
    how = "With a passkey. " if sign_off.assertion_id else ""
    yield Happening(
        sign_off.signed_at, f"Signed: {sign_off.meaning}", f"{sign_off.reviewer_name}, {sign_off.profession}",
        f"{how}Declared interests: {sign_off.interests.rstrip('.')}. Review due {moment(sign_off.review_due_at)}; "
        f"ends {moment(sign_off.ends_at)}.",
    )  # fmt: skip
    if hasattr(sign_off, "revocation"):
        revocation = sign_off.revocation
        what = f"Revoked the signature of {sign_off.reviewer_name}"
        yield Happening(revocation.at, what, str(revocation.by), reason=revocation.reason)


def _of_verdict(verdict):
    yield Happening(
        verdict.at,
        verdict.kind.capitalize(),
        str(verdict.reviewer),
        f"About edition {verdict.edition.number}.",
        verdict.reason,
    )
    if hasattr(verdict, "lift"):
        yield Happening(
            verdict.lift.at, f"Refusal {verdict.lift.kind}", str(verdict.lift.by), reason=verdict.lift.reason
        )


def moment(at, *, to_the_second=False):
    return f"{at:%-d %B %Y, %H:%M:%S} UTC" if to_the_second else f"{at:%-d %B %Y, %H:%M} UTC"
