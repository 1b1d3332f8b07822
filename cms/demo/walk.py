"""The demo's walk: people, statements and three articles, all through the real operations. Safe to repeat."""

import json
from datetime import timedelta
from pathlib import Path

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from articles.article import NOBODY_PAID, Article, Reference, State, Topic, save_draft
from articles.edition import submit
from articles.publication import publish
from articles.statements import draft_statements
from cms.demo.passkeys import sign_off_with_software, trusted_root
from cms.demo.people import PASSWORD, PEOPLE, SECRET
from cms.people import Person
from reviews.appointment import appoint
from reviews.credential import enrol_secret, register_credential
from reviews.policy import Policy
from reviews.sign_off import sign_off
from reviews.verdict import lift_refusal

ORIGIN = "http://localhost:8000"
INTERESTS = "None (demo)"
SIGNING = {"secret": SECRET, "interests": INTERESTS}
SIGNERS = {"medical accuracy": "reviewer", "legal check": "lawyer"}
CREDENTIALS = [
    *((role, "psychiatrist", "physician") for role in ("reviewer", "second", "lead")),
    ("lawyer", "lawyer", "lawyer or regulatory specialist"),
]
PUBLISHED, UNSIGNED, FLAWED = "ptsd-and-kratom", "depression-anxiety-and-kratom", "red-vein-calm"


def walk(say, origin=ORIGIN):
    """Make what is missing; `say` gets a line for each step. What an earlier walk made stays as it is.

    `origin` is where the demo is served: what its passkeys sign says so.
    """
    people = make_people(say)
    trusted_root()
    sign_statements(people, say)
    articles = draft_articles(people, say)
    if PUBLISHED in articles:
        publish_signed(articles[PUBLISHED], people, origin, say)
    if UNSIGNED in articles:
        try_unsigned(articles[UNSIGNED], people, say)


def make_people(say):
    people = {}
    for role, (email, name, group) in PEOPLE.items():
        person = Person.objects.filter(email=email).first()
        if person is None:
            person = Person.objects.create_user(email, PASSWORD, name=name, is_staff=True)
            person.groups.add(Group.objects.get(name=group))
            if role in {"reviewer", "second", "lawyer", "lead", "compliance"}:
                enrol_secret(by=person, secret=SECRET)
            if role == "compliance":
                appoint(person, "compliance")
            if role == "lead":
                appoint(person, "medical lead")
            say(f"Person: {name}, {group.lower()}, signs in as {email}")
        people[role] = person
    for role, profession, qualification in CREDENTIALS:
        if not people[role].credentials.exists():
            give_credential(people[role], people["compliance"], profession, qualification)
    return people


def give_credential(person, officer, profession, qualification):
    register_credential(
        person, by=officer, secret=SECRET, name=person.name, profession=f"{profession} (fictional)",
        qualification=qualification,
        registration_body="DEMO board", registration_number="DEMO-000",
        specialties=list(Topic.objects.values_list("slug", flat=True)), valid_until=timezone.now() + timedelta(days=365),
    )  # fmt: skip


def sign_statements(people, say):
    for statement in draft_statements(by=people["writer"]):
        edition = submit(statement, by=people["writer"])
        for meaning in Policy.objects.get(pk=edition.policy_id).requires:
            sign_off(edition, by=people[SIGNERS[meaning]], meaning=meaning, **SIGNING)
        publish(edition, by=people["editor"])
        say(f"Statement signed and published: {statement.slug}")


def draft_articles(people, say):
    """The articles that were not there yet, by slug."""
    made = {}
    for text in json.loads((Path(__file__).parent / "articles.json").read_text(encoding="utf-8")):
        if Article.objects.filter(slug=text["slug"]).exists():
            continue
        fields = ["slug", "title", "summary", "key_points", "body", "funding", "uses_ai_tools"]
        made[text["slug"]] = save_draft(
            Article(**{name: text[name] for name in fields}),
            by=people["writer"],
            comment="Written for the demo",
            topics=list(Topic.objects.filter(slug__in=text["topics"])),
            references=[Reference(**reference) for reference in text["references"]],
            bylines=[people["writer"]],
        )
        say(f"Draft: {text['title']}")
    return made


def publish_signed(article, people, origin, say):
    edition = submit(article, by=people["writer"])
    say(f"Submitted: {edition}, fingerprint {edition.fingerprint[:16]}…")
    sign_and_publish(edition, people, origin, say)


def sign_and_publish(edition, people, origin, say):
    """The first signature with a passkey, the second with a signing secret."""
    sign_off_with_software(
        edition, by=people["reviewer"], officer=people["compliance"], origin=origin, meaning="medical accuracy",
        interests=INTERESTS,
    )  # fmt: skip
    say(f"Signed by {people['reviewer']}, with a passkey: medical accuracy")
    sign_off(edition, by=people["second"], meaning="second medical review", **SIGNING)
    say(f"Signed by {people['second']}: second medical review")
    publish(edition, by=people["editor"])
    say(f"Published: /articles/{edition.slug}/")


def try_unsigned(article, people, say):
    edition = submit(article, by=people["writer"])
    say(f"Submitted, in review: {edition}")
    say(f"{people['editor']} presses Publish on it all the same. PostgreSQL answers:")
    try:
        publish(edition, by=people["editor"])
    except ValidationError as refusal:
        say(f"  {refusal.messages[0]}  [{refusal.code}]")
    else:
        raise RuntimeError("An unsigned edition was published: the gate is broken.")


# The tour's way back ----------------------------------------------------------------------------------------------------


@transaction.atomic
def start_again(origin=ORIGIN):
    """Bring the tour's two articles back to where it starts: one public, one in review without a signature.

    By the operations that people would take; nothing of the record goes. Raises ValidationError when one is refused, and
    then nothing was done.
    """
    people = {role: Person.objects.get(email=email) for role, (email, _, _) in PEOPLE.items()}
    unsigned, published = Article.objects.get(slug=UNSIGNED), Article.objects.get(slug=PUBLISHED)
    fresh_edition(unsigned, people)
    if State.objects.get(article=published).public_edition_id is None:
        sign_and_publish(fresh_edition(published, people), people, origin, say=lambda line: None)


def fresh_edition(article, people):
    """An edition of the draft in review, with nobody's signature or verdict: the newest one, or a new one."""
    for refusal in article.verdicts.filter(kind="refused", lift=None):
        lift_refusal(refusal, by=refusal.reviewer, secret=SECRET, reason="The tour starts again")
    newest = article.editions.order_by("-number").first()
    if bytes(newest.draft_digest) == article.digest():
        if not newest.sign_offs.exists() and not newest.verdicts.exists():
            return newest
        # The same text is not reviewed twice, so the draft says with a full stop or without that nobody paid for it.
        article.funding = NOBODY_PAID if article.funding != NOBODY_PAID else NOBODY_PAID.rstrip(".")
        save_draft(article, by=people["writer"], comment="The tour starts again")
    return submit(article, by=people["writer"])
