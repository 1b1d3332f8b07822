"""What is public, from when until when, on which signatures it rests, and that it never shows less than it needs."""

from datetime import timedelta

import psycopg
import pytest
from django.utils import timezone

from articles.article import State, save_draft
from articles.edition import submit
from articles.page.review import review_due, with_instants
from articles.public import elsewhere
from articles.publication import publish, retract, take_down
from reviews.credential import suspend_credential
from reviews.sign_off import revoke, sign_off
from reviews.verdict import lift_refusal, refuse
from tests.conftest import LEGAL, SIGN_OFF
from tests.databases import login, run
from tests.people import SECRET, person
from tests.reading import only_page, shown
from tests.rules import refused


def test_older_edition_needs_a_reason(published, writer, doctor, editor):
    article = published.article
    article.summary = "The second summary."
    second = submit(save_draft(article, by=writer), by=writer)
    sign_off(second, by=doctor, **SIGN_OFF)
    publish(second, by=editor)
    with refused("no_silent_step_back"):
        publish(published.edition, by=editor)
    publish(published.edition, by=editor, reason="The second one has the numbers wrong")
    assert only_page(article_id=article.pk).number == 1


def test_scheduled_publication_is_invisible_until_it_starts(signed, editor):
    publication = publish(signed, by=editor, starts_at=timezone.now() + timedelta(seconds=3))
    assert not shown(article_id=signed.article_id)
    run("select pg_sleep(3.1)")
    assert only_page(article_id=signed.article_id).pk == publication.pk


@pytest.mark.parametrize("stop", ["revoke", "take down"])
def test_page_stopped_before_its_start_was_never_public(signed, doctor, editor, stop):
    publish(signed, by=editor, starts_at=timezone.now() + timedelta(seconds=3))
    if stop == "revoke":
        revoke(signed.sign_offs.get(), by=doctor, reason="I was wrong")
    else:
        take_down(signed.article, by=editor, reason="Wrong")
    run("select pg_sleep(3.1)")

    assert not shown()
    assert not elsewhere(signed.slug)[0]


def test_publication_neither_in_the_past_nor_after_the_signatures(signed, editor):
    with refused("not_in_the_past"):
        publish(signed, by=editor, starts_at=timezone.now() - timedelta(minutes=1))
    with refused("signed_when_it_starts"):
        publish(signed, by=editor, starts_at=timezone.now() + timedelta(days=3650))


def test_later_signature_brings_no_page_back(published, doctor, second_doctor, editor):
    sign_off(published.edition, by=second_doctor, **SIGN_OFF)
    revoke(published.edition.sign_offs.get(reviewer=doctor), by=doctor, reason="I was wrong")

    assert State.objects.get(article=published.article).state == "signed"
    assert not shown(article_id=published.article_id)
    publish(published.edition, by=editor)
    assert shown(article_id=published.article_id)


def test_signature_after_suspension_brings_no_page_back(published, statements, doctor, second_doctor, compliance):
    for name in statements.values():  # the doctor signed them too
        edition = name.editions.get()
        sign_off(edition, by=second_doctor, **SIGN_OFF)
        publish(edition, by=person("editor"))
    sign_off(published.edition, by=second_doctor, **SIGN_OFF)
    suspend_credential(doctor.credentials.get(), by=compliance, reason="Struck off")

    assert not shown(article_id=published.article_id)


def test_publication_rests_on_what_stood_when_it_was_made(published, second_doctor):
    question = "select gate.signed_until(%s, clock_timestamp()), gate.signed_until(%s, clock_timestamp(), %s)"
    edition = published.edition
    sign_off(edition, by=second_doctor, **SIGN_OFF)

    [(whole, of_publication)] = run(question, edition.pk, edition.pk, published.pk)
    assert of_publication == published.ends_at < whole


def test_page_ends_with_its_signatures_and_says_why(published):
    question = "select gate.fate(%s, %s), (select count(*) from gate.shown(%s, %s))"
    article, end = published.article_id, published.ends_at

    [(fate, shown)] = run(question, article, end, article, end)
    assert (fate, shown) == ("ended", 0)
    assert published.ends_at == published.edition.sign_offs.get().ends_at


def test_review_falls_due_with_what_the_publication_rests_on(signed, second_doctor, editor):
    """The same instant that the page names: the later of two signatures of one meaning, and none given afterwards."""
    sign_off(signed, by=second_doctor, **SIGN_OFF)
    published = publish(signed, by=editor)
    later = max(one.review_due_at for one in signed.sign_offs.all())

    [(due,)] = run("select gate.review_due_at(%s, clock_timestamp(), %s)", signed.pk, published.pk)
    live = only_page(article_id=signed.article_id)
    assert due == later == review_due([with_instants(one) for one in live.sign_offs])


def test_ended_signature_publishes_nothing_even_by_the_applications_own_login(committed, signed, editor, as_superuser):
    """The signature is moved 500 days into the past, with everything that its row says about time."""
    as_superuser.execute("set session_replication_role = replica")
    as_superuser.execute("alter table reviews_signoff disable trigger append_only")
    as_superuser.execute(
        "update reviews_signoff set verified_at = verified_at - interval '500 days', signed_at = was,"
        " review_due_at = (was at time zone 'UTC' + review_after) at time zone 'UTC',"
        " ends_at = (was at time zone 'UTC' + ends_after) at time zone 'UTC'"
        " from (select id as which, signed_at - interval '500 days' as was from reviews_signoff) past"
        " where id = which and edition_id = %s",
        [signed.pk],
    )
    with psycopg.connect(login("leaf_app", committed), autocommit=True) as application:
        with pytest.raises(psycopg.errors.CheckViolation) as refusal:
            application.execute(
                "select act.publish(%s, %s, %s, null, '')", [signed.pk, bytes(signed.digest), editor.pk]
            )
    assert refusal.value.diag.constraint_name == "signed_by_enough_reviewers"
    assert State.objects.get(article=signed.article).state == "in review"


def test_basis_names_only_signatures_of_that_edition(committed, published, ptsd_edition, doctor, as_owner):
    other = sign_off(ptsd_edition, by=doctor, **SIGN_OFF)
    for edition, rule in [(published.edition, "signed_that_edition"), (ptsd_edition, "of_this_publication")]:
        with pytest.raises(psycopg.errors.ForeignKeyViolation) as refusal:
            as_owner.execute(
                "insert into reviews_basis values (%s, %s, %s, %s)",
                [published.pk, other.pk, edition.pk, bytes(edition.digest)],
            )
        assert refusal.value.diag.constraint_name == rule


def test_page_without_a_current_statement_is_not_shown(published, statements, editor):
    take_down(statements["regulatory-status"], by=editor, reason="The agency changed its mind")
    assert not shown(article_id=published.article_id)
    with refused("carries_required_disclaimers"):
        publish(published.edition, by=editor)


def test_crisis_help_falls_back_on_its_text_without_numbers(published, statements, editor):
    take_down(statements["crisis-help"], by=editor, reason="A number is wrong")
    page = only_page(article_id=published.article_id)
    assert page.statements["crisis-help"]["slug"] == "crisis-help-without-numbers"
    assert not page.statements["crisis-help"]["contacts"]

    take_down(statements["crisis-help-without-numbers"], by=editor, reason="Both are gone")
    assert not shown(article_id=published.article_id)


def test_fallbacks_that_name_each_other_end(committed, as_owner):
    for slug, fallback in [("round", "and-round"), ("and-round", "round")]:
        as_owner.execute(
            """insert into articles_statement
                 (slug, version, name, placement, fallback, always, topics, words, flags, designs, source, note)
               values (%s, 1, 'A', 'top', %s, false, '{}', '{}', '{}', '{}', '', '')""",
            [slug, fallback],
        )
    assert run("select id from gate.current_statement('round', clock_timestamp())") == []


def test_what_a_statement_changes_after_signing_changes_no_signed_byte(
    published, statements, writer, doctor, lawyer, editor
):
    before = only_page(article_id=published.article_id)
    statement = statements["legal-status"]
    statement.summary = "The law differs from place to place, and it changed again."
    edition = submit(save_draft(statement, by=writer), by=writer)
    sign_off(edition, by=doctor, **SIGN_OFF)
    sign_off(edition, by=lawyer, **LEGAL)
    publish(edition, by=editor)
    after = only_page(article_id=published.article_id)

    assert (bytes(after.content), bytes(after.digest)) == (bytes(before.content), bytes(before.digest))


def test_retracted_edition_never_returns(published, editor):
    retract(published.article, by=editor, reason="The number is wrong")
    with refused("retracted_for_good"):
        publish(published.edition, by=editor, reason="I changed my mind")


def test_page_that_was_taken_down_comes_back_with_a_reason(published, editor):
    take_down(published.article, by=editor, reason="A reader complained")
    with refused("reason_after_a_take_down"):
        publish(published.edition, by=editor)
    publish(published.edition, by=editor, reason="The complaint was about another page")


def test_cancelled_schedule_leaves_nothing_to_explain(signed, editor):
    publish(signed, by=editor, starts_at=timezone.now() + timedelta(days=1))
    take_down(signed.article, by=editor, reason="Not on Monday")
    publication = publish(signed, by=editor)
    assert only_page(article_id=signed.article_id).pk == publication.pk


def test_public_edition_is_not_published_again_for_nothing(published, editor, second_doctor):
    with refused("something_new_to_publish"):
        publish(published.edition, by=editor)
    sign_off(published.edition, by=second_doctor, **SIGN_OFF)  # ends later
    publish(published.edition, by=editor)


def test_lifted_refusal_stands_in_the_way_no_longer(signed, doctor, editor):
    verdict = refuse(signed, by=doctor, secret=SECRET, reason="Unfit")
    with refused("no_refusal_in_force"):
        publish(signed, by=editor)
    lift_refusal(verdict, by=doctor, secret=SECRET, reason="I misread it")
    publish(signed, by=editor)
    assert shown(article_id=signed.article_id)
