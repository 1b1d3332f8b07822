"""Who can sign: a person's secret and credentials, and what would be said against their signature."""

from dataclasses import dataclass

from django.db import connection
from django.db.models import BooleanField, F, Func, Value
from django.utils import timezone

from articles.article import Topic
from articles.edition import Edition
from cms.people import Person
from cms.refusals import as_fact
from reviews.credential import Credential, SigningSecret
from reviews.sign_off import SignOff


@dataclass(frozen=True)
class Signer:
    """What the database will look at when this person signs: secret, credentials, earlier sign-offs."""

    person: Person
    has_secret: bool
    credentials: list
    signed: frozenset
    revoked: frozenset
    lost: frozenset
    topics: dict

    @property
    def in_force(self):
        return [credential for credential in self.credentials if credential.is_in_force]

    @property
    def lapsed(self):
        return [credential for credential in self.credentials if credential.word == "lapsed"]

    @property
    def is_ready(self):
        return self.has_secret and bool(self.in_force)

    def meanings(self, edition, asked, policy):
        """Those of the signatures asked for under `policy` which a credential of theirs is good for."""
        return [
            meaning for meaning in asked
            if any(policy.lacks(meaning, credential, edition.topics) is None for credential in self.in_force)
        ]  # fmt: skip

    def obstacle(self, edition, policy, missing):
        """Why signing `edition` in one of the `missing` meanings would be refused, in the refusal's words; or empty."""
        if self.person.pk in edition.contributors:
            return as_fact("no_contributor_signs")
        if edition.pk in self.revoked:
            return "You signed this edition and revoked that. It needs another reviewer, or a new edition."
        if edition.pk in self.lost:
            return (
                "You signed this edition with a credential that was ended. It needs another reviewer, or a new edition."
            )
        if edition.pk in self.signed:
            return as_fact("one_sign_off_per_reviewer")
        if not self.has_secret:
            return as_fact("signing_secret_is_enrolled")
        if not self.in_force:
            return as_fact("credential_in_force" if self.lapsed else "with_this_credential")
        lacking = [
            policy.lacks(meaning, credential, edition.topics) for meaning in missing for credential in self.in_force
        ]
        if not lacking or None in lacking:
            return ""
        rule, topics = min(lacking, key=lambda lack: (not lack[1], len(lack[1])))
        names = ", ".join(sorted(self.topics.get(slug, slug) for slug in topics))
        return f"{as_fact(rule)} Not covered: {names}." if names else f"{as_fact(rule)} Missing: {', '.join(missing)}."


def signer(person):
    """The facts about `person` as a reviewer, read anew."""
    signed = SignOff.objects.filter(reviewer=person)
    return Signer(
        person=person,
        has_secret=has_secret(person),
        credentials=with_words(Credential.objects.filter(person=person).with_dates()),
        signed=_editions(signed),
        revoked=_editions(signed.filter(revocation__isnull=False)),
        lost=_editions(signed.filter(credential__suspension__isnull=False)),
        topics=dict(Topic.objects.values_list("slug", "name")),
    )


def _editions(sign_offs):
    return frozenset(sign_offs.values_list("edition_id", flat=True))


def has_secret(person):
    return SigningSecret.objects.filter(person=person).exists()


def with_words(credentials):
    """Credentials with the `word` for where each stands ("in force", "lapsed" or "suspended"), and `is_in_force`."""
    now = timezone.now()
    found = list(credentials)
    for credential in found:
        lapsed = credential.valid_until is None or credential.valid_until <= now
        credential.word = "suspended" if credential.suspended_at else "lapsed" if lapsed else "in force"
        credential.is_in_force = credential.word == "in force"
    return found


def resting_on(credentials):
    """The public editions that rest on a sign-off with each of the credentials: lists by the credential's id."""
    found = {credential.pk: [] for credential in credentials}
    with connection.cursor() as cursor:
        cursor.execute(
            "select distinct s.credential_id, p.edition_id from articles_state t"
            " cross join lateral gate.shown(t.article_id, clock_timestamp()) p"
            " join reviews_basis b on b.publication_id = p.id join reviews_signoff s on s.id = b.sign_off_id"
            " where t.public_edition_id is not null"
        )
        pairs = cursor.fetchall()
    editions = Edition.objects.only("slug", "kind").in_bulk({edition_id for _, edition_id in pairs})
    for credential_id, edition_id in pairs:
        found.setdefault(credential_id, []).append(editions[edition_id])
    return found


def officers():
    """The compliance officers in office, who can be there when a signing secret is replaced."""
    holds = Func(F("pk"), Value("compliance"), function="gate.holds_office", output_field=BooleanField())
    appointed = Person.objects.filter(is_active=True, appointments__office="compliance").distinct()
    return appointed.annotate(in_office=holds).filter(in_office=True)
