"""Who signs what, with which secret and credential, and what it means for a page when that ends."""

from datetime import timedelta

import psycopg
import pytest
from django.db import transaction
from django.utils import timezone

from articles.article import save_draft
from articles.edition import submit
from articles.publication import publish, take_down
from cms.evidence import act
from cms.people import Person
from reviews.credential import enrol_secret, proof, suspend_credential, verify_credential
from reviews.sign_off import Revocation, revoke, sign_off
from reviews.verdict import refuse, request_changes
from tests.conftest import SECOND, SIGN_OFF, write
from tests.people import SECRET, give_credential, person
from tests.reading import shown
from tests.rules import refused


def test_another_text_is_not_signed(edition, doctor):
    with refused("signs_exactly_this"):
        act("sign_off", edition.pk, b"\x00" * 32, doctor.pk, proof(doctor, SECRET), "medical accuracy", "None")


def test_wrong_secret_signs_nothing_and_locks_in_spite_of_rollback(committed, edition, doctor):
    for _ in range(10):
        with refused("same_person"):
            sign_off(edition, by=doctor, **SIGN_OFF | {"secret": "not the secret at all"})
    with refused("signing_is_locked"):
        sign_off(edition, by=doctor, **SIGN_OFF)


def test_locked_signer_still_revokes(committed, published, doctor):
    for _ in range(11):
        with transaction.atomic(), pytest.raises(Exception, match="secret"):
            sign_off(published.edition, by=doctor, **SIGN_OFF | {"secret": "not the secret at all"})
    revoke(published.edition.sign_offs.get(), by=doctor, reason="Wrong")
    assert not shown(article_id=published.article_id)


def test_secret_of_another_person_signs_nothing(edition, doctor, second_doctor):
    enrol_secret(by=second_doctor, secret="quite another secret", old=SECRET)
    with refused("same_person"):
        act("sign_off", edition.pk, bytes(edition.digest), doctor.pk, proof(second_doctor, "quite another secret"),
            "medical accuracy", "None")  # fmt: skip


def test_secret_is_not_replaced_without_the_old_one(doctor, edition):
    with refused("same_person"):
        enrol_secret(by=doctor, secret="the attacker's own secret")
    with refused("same_person"):
        enrol_secret(by=doctor, secret="the attacker's own secret", old="a guess of the attacker")


def test_application_mints_no_reviewer(edition, writer, doctor):
    """A new person with a new secret gets no credential without a compliance officer's secret, or by one who is none."""
    stranger = Person.objects.create_user("stranger@example.org", "x", name="Dr Stranger")
    enrol_secret(by=stranger, secret="the stranger's secret")
    argument = ["Dr Stranger", "doctor", "physician", "body", "1", ["anxiety"], timezone.now() + timedelta(days=30)]
    for officer, secret, rule in [
        (person("compliance").pk, proof(person("compliance"), "a guess"), "same_person"),
        (doctor.pk, proof(doctor, SECRET), "by_a_compliance_officer"),
        (stranger.pk, proof(stranger, "the stranger's secret"), "by_a_compliance_officer"),
    ]:
        with refused(rule):
            act("register_credential", stranger.pk, *argument, officer, secret)
    with refused("with_this_credential"):
        act("sign_off", edition.pk, bytes(edition.digest), stranger.pk, proof(stranger, "the stranger's secret"),
            "medical accuracy", "None")  # fmt: skip


def test_officer_verifies_not_themselves(compliance):
    with refused("nobody_verifies_themselves"):
        give_credential(compliance)


def test_wrong_specialty_cannot_sign(writer, one_transaction):
    pharmacist = Person.objects.create_user("pharmacist@example.org", "x", name="Phil Pharmacist")
    pharmacist.groups.add(*person("doctor").groups.all())
    enrol_secret(by=pharmacist, secret=SECRET)
    give_credential(pharmacist, specialties=["interactions"])
    with refused("credential_covers_the_topics"):
        sign_off(submit(write(writer), by=writer), by=pharmacist, **SIGN_OFF)


def test_meaning_that_the_policy_does_not_ask_for_is_refused(edition, doctor):
    with refused("meaning_is_asked_for"):
        sign_off(edition, by=doctor, **SECOND)


def test_undeclared_interests_are_refused(edition, doctor):
    with refused("interests_are_declared"):
        sign_off(edition, by=doctor, **SIGN_OFF | {"interests": " "})


def test_suspension_ends_pages_at_once(published, doctor, compliance):
    suspend_credential(doctor.credentials.get(), by=compliance, reason="Struck off")
    assert not shown(article_id=published.article_id)


def test_credential_verified_for_more_than_a_year_is_refused(doctor, compliance):
    with refused("verified_for_a_year_at_most"):
        verify_credential(
            doctor.credentials.get(), by=compliance, secret=SECRET, valid_until=timezone.now() + timedelta(days=367)
        )


@pytest.mark.parametrize("nothing", ["", " ", "\t", "\u200b\n", "–"])
def test_reasons_are_given_in_words(published, doctor, editor, nothing):
    with refused("reason_is_given"):
        revoke(published.edition.sign_offs.get(), by=doctor, reason=nothing)
    with refused("reason_is_given"):
        take_down(published.article, by=editor, reason=nothing)


def test_others_do_not_revoke(published, second_doctor):
    with refused("by_its_signer"):
        act("revoke", published.edition.sign_offs.get().pk, second_doctor.pk, "x")
    assert not Revocation.objects.exists()


def test_review_of_a_published_edition_has_ended(published, doctor, editor):
    with refused("still_in_review"):
        request_changes(published.edition, by=doctor, reason="Quote the numbers")
    take_down(published.article, by=editor, reason="A number is wrong")
    request_changes(published.edition, by=doctor, reason="Quote the numbers")


def test_scheduled_edition_is_no_longer_in_review(signed, doctor, editor):
    publish(signed, by=editor, starts_at=timezone.now() + timedelta(days=1))
    with refused("still_in_review"):
        request_changes(signed, by=doctor, reason="Quote the numbers")


def test_stranger_does_not_lift_a_refusal(edition, doctor, second_doctor):
    verdict = refuse(edition, by=doctor, secret=SECRET, reason="Unfit")
    with refused("lifted_by_its_reviewer"):
        act("lift_refusal", verdict.pk, second_doctor.pk, proof(second_doctor, SECRET), "No")


@pytest.mark.parametrize(
    ("rule", "requires"),
    [
        ("asks_for_each_once", ["medical accuracy", "medical accuracy"]),
        ("no_empty_item", ["medical accuracy", " "]),
        ("asks_for_somebody", []),
    ],
)
def test_policy_that_one_person_could_meet_twice_is_refused(committed, as_owner, rule, requires):
    with pytest.raises(psycopg.errors.CheckViolation) as refusal:
        as_owner.execute(
            """insert into reviews_policy (name, version, label, kind, rank, slugs, always, topics, words, all_of, requires,
                                           signers, review_after, ends_after)
               values ('loose', 1, 'Loose', 'article', 99, '{}', true, '{}', '{}', '{}', %s, '{}', '1 year', '15 months')""",
            [requires],
        )
    assert refusal.value.diag.constraint_name == rule


def test_who_once_stood_in_the_byline_or_submitted_signs_no_later_edition(writer, doctor, second_doctor):
    second_doctor.groups.add(*writer.groups.all())
    article = write(writer)
    save_draft(article, by=writer, bylines=[writer, doctor])
    submit(article, by=type(second_doctor).objects.get(pk=second_doctor.pk))
    article.summary = "A later summary."
    later = submit(save_draft(article, by=writer, bylines=[writer]), by=writer)

    assert {doctor.pk, second_doctor.pk} <= set(later.contributors)
    for former in (doctor, second_doctor):
        with refused("no_contributor_signs"):
            sign_off(later, by=former, **SIGN_OFF)


def test_nobody_locks_an_officer_out_from_another_session(committed, doctor, compliance):
    for _ in range(12):
        with refused(("same_person", "signing_is_locked")):
            enrol_secret(by=doctor, secret="a new secret of mine", officer=compliance, officer_secret="wrong secret")

    verify_credential(
        doctor.credentials.get(), by=compliance, secret=SECRET, valid_until=timezone.now() + timedelta(days=9)
    )
    enrol_secret(by=doctor, secret="a new secret of mine", officer=compliance, officer_secret=SECRET)
