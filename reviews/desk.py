"""The desk's questions: what awaits whom, what stands about an edition, and what happened to it.

Nothing here decides what a person may do: it gathers the facts that a screen shows. The database decides, at the act.
"""

import json
from dataclasses import dataclass, field
from datetime import datetime

from django.db import connection
from django.db.models import BooleanField, DateTimeField, F, Func, Q, Value
from django.utils import timezone

from articles.article import State, Topic
from articles.disclaimers import Statement
from articles.edition import Edition
from articles.publication import Publication, TakeDown
from cms.people import Person
from cms.refusals import SENTENCES
from reviews.credential import Credential, SigningSecret
from reviews.policy import Policy
from reviews.sign_off import SignOff
from reviews.verdict import Verdict

GONE = {"ended", "taken down", "retracted"}  # one whose signature was revoked waits for another reviewer


def database_now():
    return Func(function="clock_timestamp", output_field=DateTimeField())


# Who can sign -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Signer:
    """What the database will look at when this person signs: secret, credentials, earlier sign-offs."""

    person: Person
    has_secret: bool
    credentials: list
    signed: frozenset
    revoked: frozenset
    topics: dict

    @property
    def in_force(self):
        return [credential for credential in self.credentials if credential.is_in_force]

    @property
    def is_ready(self):
        return self.has_secret and bool(self.in_force)

    def obstacle(self, edition):
        """Why signing `edition` would be refused, in the refusal's words; empty if nothing is known against it."""
        if self.person.pk in edition.contributors:
            return in_words("no_contributor_signs")
        if edition.pk in self.revoked:
            return in_words("revoked_is_not_signed_again")
        if edition.pk in self.signed:
            return in_words("one_sign_off_per_reviewer")
        if not self.has_secret:
            return in_words("signing_secret_is_enrolled")
        if not self.in_force:
            return in_words("credential_in_force" if self.credentials else "with_this_credential")
        missing = min((set(edition.topics) - set(c.specialties) for c in self.in_force), key=len)
        if missing:
            names = ", ".join(sorted(self.topics.get(slug, slug) for slug in missing))
            return f"{in_words('credential_covers_the_topics')} Not covered: {names}."
        return ""


def in_words(rule):
    """The sentence of a rule as a fact: without the "Not signed:" that belongs to a refusal."""
    fact = SENTENCES[rule].split(": ", 1)[-1]
    return fact[0].upper() + fact[1:]


def signer(person):
    """The facts about `person` as a reviewer, read anew."""
    return Signer(
        person=person,
        has_secret=has_secret(person),
        credentials=standings(Credential.objects.filter(person=person).with_standing()),
        signed=frozenset(SignOff.objects.filter(reviewer=person).values_list("edition_id", flat=True)),
        revoked=frozenset(
            SignOff.objects.filter(reviewer=person, revocation__isnull=False).values_list("edition_id", flat=True)
        ),
        topics=dict(Topic.objects.values_list("slug", "name")),
    )


def has_secret(person):
    return SigningSecret.objects.filter(person=person).exists()


def standings(credentials):
    """Credentials with `is_in_force` and `standing`: "in force", "lapsed" or "suspended"."""
    now = timezone.now()
    found = list(credentials)
    for credential in found:
        lapsed = credential.valid_until is None or credential.valid_until <= now
        credential.standing = "suspended" if credential.suspended_at else "lapsed" if lapsed else "in force"
        credential.is_in_force = credential.standing == "in force"
    return found


def officers():
    """The compliance officers in office, who can be there when a signing secret is replaced."""
    holds = Func(F("pk"), Value("compliance"), function="gate.holds_office", output_field=BooleanField())
    appointed = Person.objects.filter(is_active=True, appointments__office="compliance").distinct()
    return appointed.annotate(in_office=holds).filter(in_office=True)


# Where an edition stands ------------------------------------------------------------------------------------------------


@dataclass
class Piece:
    """One edition on the desk, with what stands about it at this moment."""

    edition: Edition
    state: str
    policy: Policy
    is_public: bool = False
    is_newest: bool = True
    standing: list = field(default_factory=list)
    verdicts: list = field(default_factory=list)
    publications: list = field(default_factory=list)
    obstacle: str = ""

    @property
    def missing(self):
        """The meanings that the policy asks for and no standing sign-off has."""
        given = {sign_off.meaning for sign_off in self.standing}
        return [meaning for meaning in self.policy.requires if meaning not in given]

    @property
    def coming(self):
        """The publication that will start, if it is not taken down and the edition stays cleared until then."""
        return next((p for p in self.publications if p.is_coming), None)

    @property
    def started(self):
        """The newest publication of it that has started, shown to readers now or not."""
        return next((p for p in self.publications if not p.is_ahead), None)

    @property
    def place(self):
        """The section of the desk in which the newest edition of an article belongs."""
        if self.state == "refused":
            return "refused"
        if self.verdicts:
            return "changes"
        if self.coming:
            return "scheduled"
        if self.is_public:
            return "published"
        if self.state in GONE and self.started:
            return "gone"
        return "signed" if self.edition.signed_until else "review"

    @property
    def word(self):
        """What this edition, not its article, is called on the desk."""
        if self.is_public:
            return self.state
        if not self.is_newest:
            return "superseded"
        if self.place in {"gone", "refused"} or self.state == "revoked":
            return self.state
        return {"changes": "changes requested", "review": "in review"}.get(self.place, self.place)


def editions():
    """Editions without their long texts, with `signed_until`: None while the policy's sign-offs are not all there."""
    until = Func(F("pk"), database_now(), function="gate.signed_until", output_field=DateTimeField())
    light = Edition.objects.defer("content", "draft_digest", "html", "search", "summary")
    return light.annotate(signed_until=until).select_related("article", "submitted_by")


def standing_sign_offs(edition_ids):
    """The sign-offs that count at this moment, as the gate counts them."""
    return SignOff.objects.raw(
        "select s.* from unnest(%s::bigint[]) e, lateral gate.standing_sign_offs(e, clock_timestamp()) s", [edition_ids]
    )


def publications(**of):
    """Publications, newest first, with `is_ahead` (will start) and `is_coming` (will start, and nothing stops it)."""
    coming = Func(F("article_id"), database_now(), template="(select id from gate.coming(%(expressions)s))")
    return list(
        Publication.objects.filter(**of)
        .select_related("published_by")
        .annotate(is_ahead=Q(starts_at__gt=database_now()), is_coming=Q(pk=coming))
        .order_by("-id")
    )


def pieces(states, signer):
    """A Piece for the newest edition of each state, and one for the public edition where that is another."""
    newest = {state.edition_id: state for state in states}
    shown = {state.public_edition_id: state for state in states if state.public_edition_id}
    ids = [*newest, *(pk for pk in shown if pk not in newest)]
    found = editions().in_bulk(ids)
    policies = Policy.objects.in_bulk({edition.policy_id for edition in found.values()})
    made = {}
    for pk in ids:
        edition = found[pk]
        made[pk] = Piece(
            edition=edition,
            state=(newest.get(pk) or shown[pk]).state,
            policy=policies[edition.policy_id],
            is_public=pk in shown,
            is_newest=pk in newest,
            obstacle=signer.obstacle(edition) if signer else "",
        )
    for sign_off in standing_sign_offs(ids):
        made[sign_off.edition_id].standing.append(sign_off)
    for verdict in Verdict.objects.filter(edition__in=ids).select_related("reviewer", "lift"):
        made[verdict.edition_id].verdicts.append(verdict)
    for publication in publications(edition__in=ids):
        made[publication.edition_id].publications.append(publication)
    return list(made.values())


def piece(edition, signer):
    """The Piece of one edition, also of one that is neither the newest nor public."""
    state = State.objects.get(article=edition.article_id)
    return Piece(
        edition=edition,
        state=state.state,
        policy=Policy.objects.get(pk=edition.policy_id),
        is_public=state.public_edition_id == edition.pk,
        is_newest=state.edition_id == edition.pk,
        standing=list(standing_sign_offs([edition.pk])),
        verdicts=list(edition.verdicts.select_related("reviewer", "lift")),
        publications=publications(edition=edition),
        obstacle=signer.obstacle(edition),
    )


# The desk ---------------------------------------------------------------------------------------------------------------


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
    found = {name: [] for name in ["review", "signed", "changes", "refused", "scheduled", "published", "gone"]}
    for piece in pieces(states, reviewer):
        found["published" if piece.is_public and not piece.is_newest else piece.place].append(piece)
    return reviewer, [
        section for section in _sections(person, reviewer, found) if section.pieces or section.empty
    ]  # fmt: skip


def _sections(person, reviewer, found):
    publishes, takes_down = person.has_perm("articles.publish"), person.has_perm("articles.take_down")
    if reviewer:
        yield Section(
            "awaiting", "Awaiting you", [piece for piece in found["review"] if not piece.obstacle],
            "Your specialties cover these, and you had no part in the text.",
            "Nothing awaits you. New editions appear here when a writer submits them and your specialties cover them.",
            "sign",
        )  # fmt: skip
        yield Section(
            "others", "In review, not yours", [piece for piece in found["review"] if piece.obstacle],
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
    yield Section("changes", "Changes requested", found["changes"], "The writer changes the draft and submits it anew.")
    if not publishes:
        yield signed
    yield Section("scheduled", "Scheduled", found["scheduled"], "", "", "take-down" if takes_down else "")
    yield Section(
        "published", "Published", found["published"][::-1], "What readers see at this moment.", "Nothing is published.",
        "take-down" if takes_down else "",
    )  # fmt: skip
    yield Section("refused", "Refused", found["refused"], "Not fit to be published, until the refusal is lifted.")
    yield Section("gone", "Ended or taken down", found["gone"][::-1], "Readers see a notice in their place.")


def own_sign_offs(person):
    """The sign-offs of `person`, newest first, with their revocation."""
    return (
        SignOff.objects.filter(reviewer=person)
        .select_related("edition", "revocation")
        .defer("edition__content", "edition__html", "edition__search")
    )


# One edition ------------------------------------------------------------------------------------------------------------


def reading(edition):
    """(document, sign-offs, statements) of an edition, as the public page would get them at this moment."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select gate.signatures(%s, clock_timestamp()), gate.statements(%s, clock_timestamp())",
            [edition.pk, list(edition.statements)],
        )
        sign_offs, statements = cursor.fetchone()
    return edition.document(), json.loads(sign_offs), json.loads(statements)


def statement_names(slugs):
    """The names of statements, of their newest rule."""
    names = dict(Statement.objects.filter(slug__in=slugs).order_by("version").values_list("slug", "name"))
    return [names.get(slug, slug) for slug in slugs]


def hidden_as(article_id):
    """The kinds of take-down that hide the article's newest publication: a set. None if it was never published."""
    newest = Publication.objects.filter(article=article_id).order_by("-id").first()
    return newest and set(TakeDown.objects.filter(publication=newest).values_list("kind", flat=True))


def refusals_in_force(article):
    """The refusals of the article that nobody lifted yet, of whichever edition."""
    return article.verdicts.filter(kind="refused", lift=None).select_related("reviewer", "edition")


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
    lines = [Happening(edition.submitted_at, "Submitted", str(edition.submitted_by))]
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
    return sorted(lines, key=lambda line: line.at)


def _of_sign_off(sign_off):
    yield Happening(
        sign_off.signed_at, f"Signed: {sign_off.meaning}", f"{sign_off.reviewer_name}, {sign_off.profession}",
        f"Declared interests: {sign_off.interests.rstrip('.')}. Review due {moment(sign_off.review_due_at)}; "
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


def moment(at):
    return f"{at:%-d %B %Y, %H:%M} UTC"
