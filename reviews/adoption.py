"""Adopting disclaimers and rules for statements: by one compliance officer, who saw first which pages are hit."""

from dataclasses import dataclass, field
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection

from articles.disclaimers import Disclaimer, StatementRule
from articles.vocabulary import one_line
from cms.evidence import act
from cms.refusals import SENTENCES
from reviews.credential import proof


@dataclass(frozen=True)
class Proposal:
    """The next version of a rule, as an officer proposes it. A disclaimer has texts too; a statement's has `slug` alone.

    `binds`: pages that lack it are not public any more, from `binds_from` on (None: at once). Else they are review due, and
    new editions carry it. A disclaimer `drawn_by` "nobody" is asked of no text.
    """

    kind: str  # "disclaimer" or "statement"
    code: str  # a disclaimer's code, or a statement's slug
    version: int
    name: str
    always: bool = False
    topics: list = field(default_factory=list)
    words: list = field(default_factory=list)
    flags: list = field(default_factory=list)
    designs: list = field(default_factory=list)
    source: str = ""
    note: str = ""
    short: str = ""
    full: str = ""
    placement: str = "safety"
    drawn_by: str = "text"
    binds: bool = False
    binds_from: datetime | None = None

    @property
    def rule(self):
        return [self.always, self.topics, self.words, self.flags, self.designs]


@dataclass(frozen=True)
class Hit:
    """A public or scheduled page that lacks what is proposed."""

    edition_id: int
    article_id: int
    slug: str
    title: str
    number: int
    starts_at: datetime
    is_public: bool


def tidied(proposal):
    """The proposal with its texts each in one line, without what nobody can see."""
    texts = {name: one_line(getattr(proposal, name)) for name in ("name", "short", "full", "source", "note")}
    lists = {
        name: [one_line(term) for term in getattr(proposal, name)] for name in ("topics", "words", "flags", "designs")
    }
    return Proposal(**{**vars(proposal), **texts, **lists})


def preview(proposal):
    """The Hits of the proposal: every page that readers would lose, or that would be review due. The newest first.

    Raises ValidationError, coded with the rule's name, for the first thing that speaks against adopting it as it is.
    """
    proposal = tidied(proposal)
    with connection.cursor() as cursor:
        cursor.execute(
            "select rule, found from gate.against_rule(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
            [proposal.kind, proposal.code, proposal.version, proposal.name, proposal.short, proposal.full, proposal.placement,
             proposal.drawn_by, *proposal.rule, proposal.source],
        )  # fmt: skip
        if against := cursor.fetchone():
            rule, found = against
            raise ValidationError(SENTENCES[rule] + (f" Found: {found}" if found else ""), code=rule)
        cursor.execute(
            "select * from gate.hit_by(%s, %s, %s, %s, %s, %s, %s, %s, clock_timestamp())",
            [proposal.kind, proposal.code, *proposal.rule, proposal.binds_from],
        )
        return [Hit(*row) for row in cursor.fetchall()]


def adopt(proposal, *, by, secret, seen, reason):
    """Adopt the proposal as the compliance officer `by`. Returns the new Disclaimer or StatementRule.

    `seen`: the editions (ids) of the pages that `preview` showed as hit. Raises PermissionDenied without articles.adopt_rules,
    and ValidationError (`pages_as_previewed`, `versions_count_up`, `same_person` …) on refusal.
    """
    if not by.has_perm("articles.adopt_rules"):
        raise PermissionDenied
    proposal = tidied(proposal)
    when = [proposal.binds, proposal.binds_from, list(seen), by.pk, proof(by, secret), reason]
    if proposal.kind == "disclaimer":
        texts = [proposal.name, proposal.short, proposal.full, proposal.placement, proposal.drawn_by]
        made = act(
            "adopt_disclaimer",
            proposal.code,
            proposal.version,
            *texts,
            *proposal.rule,
            proposal.source,
            proposal.note,
            *when,
        )
        return Disclaimer.objects.get(pk=made)
    made = act("adopt_statement_rule", proposal.code, proposal.version, proposal.name, *proposal.rule, proposal.source,
               proposal.note, *when)  # fmt: skip
    return StatementRule.objects.get(pk=made)
