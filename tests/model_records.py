"""What the model in `model.py` speaks of: policies, people, texts, and what happened to them, as the rules state them."""

from calendar import monthrange
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

GRACE = timedelta(days=30)  # a lapsed credential ends its pages only after it
TRIES = 10
FILLER = (
    "they sat in the garden near the window and spoke with each other about the weather the food the music and the colour of "
    "the walls while somebody wrote down what they said on paper that lay on the table beside the river path and then they "
    "walked along the street home where their friends asked them how the day had been and listened to their stories for a "
    "while"
).split()
ROWS = 3  # of a statement's contacts
END_OF_TIME = datetime.max.replace(tzinfo=UTC)


# Policies ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Policy:
    name: str
    rank: int
    requires: tuple
    by: dict = field(default_factory=dict)  # meaning: qualifications that count; not named: all
    covers: dict = field(default_factory=dict)  # meaning: how many of the topics; not named: all
    months: tuple = (0, 0)
    days: tuple = (0, 0)

    def __hash__(self):
        return hash(self.name)

    def due(self, signed_at):
        return later(signed_at, self.months[0], self.days[0])

    def end(self, signed_at):
        return later(signed_at, self.months[1], self.days[1])

    def lacks(self, meaning, qualification, specialties, topics):
        """The rules by which a signature of this meaning does not count. A change is signed by who may sign as medical."""
        found = set()
        meaning = MEDICAL if meaning == CHANGE else meaning
        if meaning not in self.requires:
            found.add("meaning_is_asked_for")
        if meaning in self.by and qualification not in self.by[meaning]:
            found.add("qualified_for_this_meaning")
        covers = self.covers.get(meaning, "all")
        known = topics & specialties
        if (covers == "all" and known != topics) or (covers == "any" and not known):
            found.add("credential_covers_the_topics")
        return found


MEDICAL, SECOND, LEGAL, CHANGE = "medical accuracy", "second medical review", "legal check", "change"
PRESCRIBERS = ("physician", "pharmacist", "nurse practitioner or physician assistant")
CLINICIANS = (*PRESCRIBERS, "clinical psychologist")
LAWYERS = ("lawyer or regulatory specialist",)
POLICIES = {
    policy.name: policy for policy in [
        Policy("one-signature", 10, (MEDICAL,), {MEDICAL: CLINICIANS}, months=(12, 15)),
        Policy("moderate-risk", 20, (MEDICAL,), {MEDICAL: PRESCRIBERS}, months=(12, 15)),
        Policy("two-signatures", 30, (MEDICAL, SECOND), {MEDICAL: ("physician",), SECOND: CLINICIANS}, {SECOND: "any"},
               months=(6, 9)),
        Policy("time-critical", 40, (MEDICAL, LEGAL), {MEDICAL: PRESCRIBERS, LEGAL: LAWYERS},
               {MEDICAL: "any", LEGAL: "none"}, days=(90, 180)),
        Policy("high-risk-and-time-critical", 50, (MEDICAL, SECOND, LEGAL),
               {MEDICAL: ("physician",), SECOND: CLINICIANS, LEGAL: LAWYERS}, {SECOND: "any", LEGAL: "none"},
               days=(90, 180)),
    ]
}  # fmt: skip
STATEMENT = Policy("statement-other", 10, (MEDICAL,), {MEDICAL: CLINICIANS}, days=(75, 90))
TIER_2, TIER_4 = {"pharmacology", "safety"}, {"law", "7-oh"}
TIER_3 = {"anxiety", "depression", "liver", "ptsd"}
TIER_3_WORDS, TIER_4_WORDS = {"overdose"}, {"recalled"}


def later(at, months, days):
    """`at` a number of calendar months and days later; the last day of a month where it has no such day."""
    year, month = divmod(at.year * 12 + at.month - 1 + months, 12)
    day = min(at.day, monthrange(year, month + 1)[1])
    return at.replace(year=year, month=month + 1, day=day) + timedelta(days=days)


def called_for(draft):
    """The policy that a text calls for."""
    if draft.kind == "statement":
        return STATEMENT
    three = bool(draft.topics & TIER_3 or draft.words & TIER_3_WORDS)
    four = bool(draft.topics & TIER_4 or draft.words & TIER_4_WORDS)
    name = (
        "high-risk-and-time-critical" if three and four else "time-critical" if four else "two-signatures" if three
        else "moderate-risk" if draft.topics & TIER_2 else "one-signature"
    )  # fmt: skip
    return POLICIES[name]


# People -----------------------------------------------------------------------------------------------------------------


@dataclass(eq=False)
class Person:
    id: int
    name: str
    secret: bytes | None = None
    tries: int = 0
    tries_elsewhere: int = 0
    offices: set = field(default_factory=set)
    credentials: list = field(default_factory=list)

    def in_force(self, at):
        """Whether they hold a credential in force."""
        return any(c.suspended_at is None and any(v.until > at for v in c.verifications) for c in self.credentials)

    def proves(self, secret, elsewhere=False):
        """The rule that refuses this secret, or None. Counts the try."""
        if self.secret is None:
            return "signing_secret_is_enrolled"
        tries = self.tries_elsewhere if elsewhere else self.tries
        wrong = tries >= TRIES or secret != self.secret
        if elsewhere:
            self.tries_elsewhere = tries + 1 if wrong else 0
        else:
            self.tries = tries + 1 if wrong else 0
            self.tries_elsewhere = self.tries_elsewhere if wrong else 0
        return "signing_is_locked" if tries >= TRIES else "same_person" if wrong else None


@dataclass(eq=False)
class Credential:
    id: int
    person: Person
    qualification: str
    specialties: frozenset
    verifications: list = field(default_factory=list)
    suspended_at: datetime | None = None

    def carries(self, at):
        """Whether what it signed still counts: in force, or lapsed no longer than the grace."""
        return any(at < v.until + GRACE for v in self.verifications)


@dataclass(eq=False)
class Verification:
    id: int
    credential: Credential
    at: datetime
    until: datetime


# Texts ------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Draft:
    """All of a text that can differ between two drafts of the machine."""

    kind: str
    slug: str
    title: str
    words: frozenset
    topics: frozenset
    bylines: tuple
    points: int = 3
    plural: frozenset = frozenset()  # which words of the filler are plural: what fixes change
    flaw: str = ""  # the rule that refuses to freeze it, if one does


@dataclass(eq=False)
class Article:
    id: int
    draft: Draft
    savers: set
    editions: list = field(default_factory=list)
    publications: list = field(default_factory=list)
    take_downs: list = field(default_factory=list)
    verdicts: list = field(default_factory=list)
    tiers: list = field(default_factory=list)

    @property
    def kind(self):
        return self.draft.kind

    def tier(self, draft, at):
        """The policy that applies to this text of the article: called for, or chosen where the choice holds."""
        called = called_for(draft)
        chosen = [tier for tier in self.tiers if tier.at <= at]
        if chosen and (chosen[-1].policy.rank >= called.rank or chosen[-1].called_for is called):
            return chosen[-1].policy
        return called

    def refusals(self):
        return [v for v in self.verdicts if v.kind == "refused" and v.lifted_at is None]

    def newest_started(self, at):
        started = [p for p in self.publications if p.starts <= at]
        return started[-1] if started else None


@dataclass(eq=False)
class ChosenTier:
    called_for: Policy
    policy: Policy
    at: datetime


@dataclass(eq=False)
class Edition:
    id: int
    article: Article
    number: int
    draft: Draft
    digest: bytes
    contributors: frozenset
    policy: Policy
    disclaimers: frozenset
    statements: frozenset
    submitted_at: datetime
    sign_offs: list = field(default_factory=list)
    root: "Edition | None" = None  # of a fix: the edition that was reviewed in full
    of: "Edition | None" = None  # and the one that it fixes
    rechecks: list = field(default_factory=list)  # instants
    hidden_rows: set = field(default_factory=set)

    @property
    def slug(self):
        return self.draft.slug

    @property
    def topics(self):
        return self.draft.topics

    @property
    def requires(self):
        return (*self.policy.requires, CHANGE) if self.root else self.policy.requires

    @property
    def family(self):
        """Itself, and of a fix its root."""
        return [self, self.root] if self.root else [self]

    def carrying(self):
        """All sign-offs that it can rest on."""
        return [sign_off for edition in self.family for sign_off in edition.sign_offs]

    def set_aside(self):
        """Whether somebody said no to this very edition, or to the root of this fix, and did not take it back."""
        return any(v.edition in self.family and v.lifted_at is None for v in self.article.verdicts)


@dataclass(eq=False)
class SignOff:
    id: int
    edition: Edition
    person: Person
    credential: Credential
    meaning: str
    at: datetime
    due: datetime
    end: datetime
    revoked_at: datetime | None = None

    def losses(self):
        return [at for at in (self.revoked_at, self.credential.suspended_at) if at is not None]

    def counts(self, edition, at):
        """For this edition: its own, or a fix of it, to which the signer may have contributed."""
        return (
            not self.losses() and self.at <= at < self.end and self.credential.carries(at)
            and self.person.id not in edition.contributors
        )  # fmt: skip


@dataclass(eq=False)
class Publication:
    id: int
    edition: Edition
    starts: datetime
    ends: datetime
    published_at: datetime
    basis: list

    def hidden(self):
        """Whether a take-down reaches it: those of later publications do too."""
        return any(t.publication.id >= self.id for t in self.edition.article.take_downs)


@dataclass(eq=False)
class TakeDown:
    kind: str
    publication: Publication
    at: datetime


@dataclass(eq=False)
class Verdict:
    id: int
    kind: str
    edition: Edition
    person: Person
    at: datetime
    lifted_at: datetime | None = None


@dataclass(eq=False)
class Notice:
    """A safety notice: on some articles, on those of some topics, or everywhere."""

    id: int
    digest: bytes
    author: Person
    articles: frozenset
    topics: frozenset
    everywhere: bool
    signed: "NoticeSignature | None" = None
    published: bool = False
    over: bool = False

    def in_force(self, at):
        return bool(
            self.published and not self.over and at < self.signed.until and not self.signed.credential.suspended_at
        )

    def touches(self, edition):
        return self.everywhere or bool(self.topics & edition.topics) or edition.article.id in self.articles


@dataclass(frozen=True)
class NoticeSignature:
    credential: Credential
    until: datetime


@dataclass(frozen=True)
class Rule:
    """A disclaimer or statement that texts with one word call for, in one version."""

    kind: str
    code: str
    version: int
    word: str
    adopted_at: datetime
    binding_at: datetime | None
    fallback: str | None = None
    max_age: timedelta | None = None

    @property
    def name(self):
        return f"{self.code}.{self.version}" if self.kind == "disclaimer" else self.code

    def calls(self, draft):
        return self.word in draft.words


def words_in(draft):
    """How many words a draft of the machine has: title, summary, key points, body."""
    return 2 + 3 + 2 * draft.points + 3 + len(draft.words) + len(FILLER)


def changed(draft, **fields):
    return replace(draft, **fields)
