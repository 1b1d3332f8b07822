"""Where editions stand: what the database says about each at this moment, gathered for a whole desk at once."""

from dataclasses import dataclass, field

from django.db import connection
from django.db.models import DateTimeField, F, Func, Q

from articles.article import State
from articles.edition import Edition
from articles.page.review import CHANGE
from articles.publication import Publication
from cms.refusals import as_fact
from reviews.desk.one_edition import refusals_in_force
from reviews.desk.rules import asked_since, lacked_by
from reviews.desk.signers import Signer
from reviews.desk.statements import Check, checks, statement_names, without_current_edition
from reviews.policy import Policy
from reviews.sign_off import SignOff
from reviews.verdict import Verdict

GONE = {"ended", "taken down", "retracted"}  # one whose signature was lost waits for another reviewer


def database_now():
    return Func(function="clock_timestamp", output_field=DateTimeField())


@dataclass
class Piece:
    """One edition on the desk, with what stands about it at this moment."""

    edition: Edition
    state: str
    policy: Policy
    is_public: bool = False
    is_newest: bool = True
    was_public: bool = False
    standing: list = field(default_factory=list)
    verdicts: list = field(default_factory=list)
    refusals: list = field(default_factory=list)
    publications: list = field(default_factory=list)
    signer: Signer | None = None
    name: str = ""
    waits_for: dict = field(default_factory=dict)
    check: Check | None = None
    asked: list = field(default_factory=list)  # names of rules that ask for it at its next review
    lacks: list = field(default_factory=list)  # names of rules that stop it
    asks_for_passkeys: bool = False  # for what is signed from now on, and for its next publication

    @property
    def requires(self):
        """The meanings that are asked for: the policy's, and of a fix its change sign-off."""
        return [*self.policy.requires, CHANGE] if self.edition.is_fix else self.policy.requires

    @property
    def missing(self):
        """The meanings that are asked for and no sign-off that counts has."""
        given = {sign_off.meaning for sign_off in self.counting}
        return [meaning for meaning in self.requires if meaning not in given]

    @property
    def uncounted(self):
        """The standing sign-offs that were made with a secret, before passkeys were asked for: on them nothing is published."""
        if not self.asks_for_passkeys or self.is_public or self.coming:
            return []
        return [sign_off for sign_off in self.standing if not sign_off.assertion_id]

    @property
    def counting(self):
        return [sign_off for sign_off in self.standing if sign_off not in self.uncounted]

    @property
    def has_lost_its_review(self):
        """Whether it is a fix, and the full review that it rests on does not stand any more."""
        return self.edition.is_fix and not set(self.policy.requires) <= {sign_off.meaning for sign_off in self.standing}

    @property
    def signable(self):
        """Those of the missing meanings in which the person at the desk can sign. A fix is signed for its change alone."""
        mine = self.signer.meanings(self.edition, self.requires, self.policy) if self.signer else self.missing
        return [m for m in self.missing if m in mine and (m == CHANGE or not self.edition.is_fix)]

    @property
    def obstacle(self):
        """Why the person at the desk cannot sign it; empty if nothing is known against it."""
        if self.has_lost_its_review:
            return as_fact("full_review_stands")
        if self.signer and self.signer.person.pk in {sign_off.reviewer_id for sign_off in self.uncounted}:
            return "You signed this with a secret, which does not count any more. You can sign the next edition with a passkey."
        return self.signer.obstacle(self.edition, self.policy, self.missing) if self.signer else ""

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
        if not self.edition.signed_until or self.missing:
            return "revoked" if self.state == "revoked" else "review"
        if self.lacks:
            return "lacking"
        return "waiting" if self.waits_for else "signed"

    @property
    def word(self):
        """What this edition, not its article, is called on the desk."""
        if self.is_public:
            return self.state
        if not self.is_newest:
            return "superseded"
        if self.edition.is_fix and self.place in {"review", "revoked"}:
            return "fix in review"
        if self.place in {"gone", "refused"} or self.state == "revoked":
            return self.state
        words = {"changes": "changes requested", "review": "in review", "waiting": "signed", "lacking": "signed"}
        return words.get(self.place, self.place)

    @property
    def verdict_in_words(self):
        """What stands against this edition, and by whom; empty if nothing does."""
        for verdict in sorted(self.verdicts, key=lambda verdict: verdict.kind != "refused"):
            if verdict.kind == "refused":
                return f"{verdict.reviewer} refused the article on reading this edition."
            return f"{verdict.reviewer} requested changes to this edition. The writer submits a new one."
        return ""


def editions():
    """Editions without their long texts, with `signed_until`: None while the policy's sign-offs are not all there."""
    until = Func(F("pk"), database_now(), function="gate.signed_until", output_field=DateTimeField())
    light = Edition.objects.defer("content", "draft_digest", "html", "summary")
    return light.annotate(signed_until=until).select_related("article", "submitted_by")


def standing_sign_offs(edition_ids):
    """The sign-offs that count at this moment, as the gate counts them, each with `stands_for`: the edition asked about.

    For a fix those of the full review that it rests on stand too.
    """
    return SignOff.objects.raw(
        "select s.*, e as stands_for from unnest(%s::bigint[]) e, lateral gate.standing_sign_offs(e, clock_timestamp()) s",
        [edition_ids],
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
    """A Piece for the newest edition of each state, for a fix beside it, and for the public edition where that is another."""
    newest = {state.edition_id: state for state in states}
    newest |= {state.fix_id: state for state in states if state.fix_id}
    shown = {state.public_edition_id: state for state in states if state.public_edition_id}
    ids = [*newest, *(pk for pk in shown if pk not in newest)]
    found = editions().in_bulk(ids)
    policies = Policy.objects.in_bulk({edition.policy_id for edition in found.values()})
    missing = without_current_edition({slug for edition in found.values() for slug in edition.statements})
    names, due = statement_names(), checks()
    made = {}
    for pk in ids:
        edition = found[pk]
        made[pk] = Piece(
            edition=edition,
            state=(newest.get(pk) or shown[pk]).state,
            policy=policies[edition.policy_id],
            is_public=pk in shown,
            is_newest=pk in newest,
            signer=signer,
            name=names.get(edition.slug, "") if edition.kind == "statement" else "",
            waits_for={slug: missing[slug] for slug in edition.statements if slug in missing},
            check=due.get(pk),
        )
    for sign_off in standing_sign_offs(ids):
        made[sign_off.stands_for].standing.append(sign_off)
    for verdict in Verdict.objects.filter(edition__in=ids, lift=None).select_related("reviewer"):
        made[verdict.edition_id].verdicts.append(verdict)
    by_article = {made[pk].edition.article_id: [] for pk in ids}
    for refusal in refusals_in_force(by_article):
        by_article[refusal.article_id].append(refusal)
    for piece in made.values():
        piece.refusals = by_article[piece.edition.article_id]
    for publication in publications(edition__in=ids):
        made[publication.edition_id].publications.append(publication)
    note_rules(made.values())
    note_passkeys(made.values())
    return list(made.values())


def note_rules(pieces):
    """Note on each what rules that were adopted after its freezing ask of it: of public ones, and of those that are signed."""
    public = {piece.edition.pk: piece for piece in pieces if piece.is_public}
    signed = {piece.edition.pk: piece for piece in pieces if not piece.is_public and piece.edition.signed_until}
    for pk, name in asked_since(public):
        public[pk].asked.append(name)
    for pk, name in lacked_by(signed):
        signed[pk].lacks.append(name)


def piece(edition, signer=None):
    """The Piece of one edition, also of one that is neither the newest nor public."""
    state = State.objects.get(article=edition.article_id)
    made = Piece(
        edition=edition,
        state=state.state,
        policy=Policy.objects.get(pk=edition.policy_id),
        is_public=state.public_edition_id == edition.pk,
        is_newest=edition.pk in {state.edition_id, state.fix_id},
        standing=list(standing_sign_offs([edition.pk])),
        verdicts=list(edition.verdicts.filter(lift=None).select_related("reviewer")),
        refusals=list(refusals_in_force([edition.article_id])),
        publications=publications(edition=edition),
        signer=signer,
        name=statement_names().get(edition.slug, "") if edition.kind == "statement" else "",
        waits_for=without_current_edition(edition.statements),
        check=checks().get(edition.pk) if edition.kind == "statement" else None,
    )
    note_rules([made])
    note_passkeys([made])
    return made


def note_passkeys(pieces):
    """Note on each whether it is to be signed with passkeys."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select array(select e from unnest(%s::bigint[]) e where exists (select from reviews_policy where passkeys)"
            " and gate.asks_for_passkeys(e, clock_timestamp()))", [[piece.edition.pk for piece in pieces]],
        )  # fmt: skip
        asked = set(cursor.fetchone()[0])
    for piece in pieces:
        piece.asks_for_passkeys = piece.edition.pk in asked
