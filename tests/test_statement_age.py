"""Statements age: too old, one is not shown; checked again by an officer, it is; a wrong row is hidden at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import psycopg
import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from articles.article import save_draft
from articles.data import read
from articles.disclaimers import StatementRule
from articles.edition import Edition, submit
from articles.hidden_row import HiddenRow, hide_row
from articles.public import LiveArticle, help_now
from articles.publication import publish, take_down
from cms.evidence import act
from cms.ledger import Entry
from reviews.credential import proof
from reviews.policy import Policy
from reviews.recheck import Recheck, recheck
from reviews.sign_off import revoke, sign_off
from reviews.verdict import refuse
from tests.adopting import adopt_statement_rule
from tests.conftest import LEGAL, SIGN_OFF
from tests.databases import login, run
from tests.desk import state
from tests.people import SECRET
from tests.reading import PAGE, SLUG
from tests.rules import denied, refused
from tests.servers import waits_for
from tests.test_tiers import new_reviewer

SOURCE = "https://988lifeline.org/"
A_MINUTE = timedelta(minutes=1)


def signed_at(edition):
    return max(sign_off.signed_at for sign_off in edition.sign_offs.all())


def standing(statements, slug):
    return statements[slug].editions.get()


def shown_for(slug, at):
    """The slug of what is shown for a statement at an instant; None if nothing is."""
    found = run("select slug from gate.current_statements(array[%s], %s)", slug, at)
    return found[0][0] if found else None


def is_shown(article_id, at):
    return bool(run("select id from gate.shown(%s, %s)", article_id, at))


@pytest.fixture
def help_of_long_ago(committed, statements, as_superuser):
    """Crisis help, its signature moved 29 days into the past, with everything that its row says about time."""
    edition = standing(statements, "crisis-help")
    as_superuser.execute("set session_replication_role = replica")
    as_superuser.execute("alter table reviews_signoff disable trigger append_only")
    as_superuser.execute(
        "update reviews_signoff set verified_at = verified_at - interval '29 days', signed_at = was,"
        " review_due_at = (was at time zone 'UTC' + review_after) at time zone 'UTC',"
        " ends_at = (was at time zone 'UTC' + ends_after) at time zone 'UTC'"
        " from (select id as which, signed_at - interval '29 days' as was from reviews_signoff) past"
        " where id = which and edition_id = %s",
        [edition.pk],
    )
    return edition


# Maximum age -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("slug", "days", "instead"),
    [
        ("crisis-help", 30, "crisis-help-without-numbers"), ("regulatory-status", 90, None), ("legal-status", 90, None),
        ("seven-oh-status", 90, None), ("evidence-status", 180, None),
    ],
)  # fmt: skip
def test_statement_is_shown_for_so_many_days_after_its_signing(statements, slug, days, instead):
    too_old = signed_at(standing(statements, slug)) + timedelta(days=days)
    assert shown_for(slug, too_old - A_MINUTE) == slug
    assert shown_for(slug, too_old) == instead


def test_article_is_not_public_while_a_statement_that_it_needs_is_too_old(published, statements):
    too_old = signed_at(standing(statements, "regulatory-status")) + timedelta(days=90)
    assert is_shown(published.article_id, too_old - A_MINUTE)
    assert not is_shown(published.article_id, too_old)
    assert run("select gate.cleared_until(%s, %s)", published.edition_id, too_old) == [(None,)]


def test_article_with_crisis_help_that_is_too_old_shows_its_fallback(published, statements):
    too_old = signed_at(standing(statements, "crisis-help")) + timedelta(days=30)
    assert is_shown(published.article_id, too_old)
    [(shown,)] = run("select gate.statement('crisis-help', %s) ->> 'slug'", too_old)
    assert shown == "crisis-help-without-numbers"


def test_fallback_never_grows_too_old(committed, as_owner):
    newest = {rule["slug"]: rule for rule in read("statements")}
    fallbacks = {rule["fallback"] for rule in newest.values()} - {None}
    assert fallbacks
    assert all(newest[slug].get("max_age_days") is None for slug in fallbacks)
    for slug, change in [
        ("crisis-help-without-numbers", {"max_age": "interval '9 hours'"}), ("legal-status", {"fallback": "'crisis-help'"}),
    ]:  # fmt: skip
        with pytest.raises(psycopg.errors.CheckViolation) as refusal:
            adopt_statement_rule(as_owner, slug, **change)
        assert refusal.value.diag.constraint_name == "a_fallback_does_not_age"


def test_maximum_age_is_in_hours_and_of_some(committed, as_owner):
    for age in ["30 days", "1 month", "-3 hours", "0"]:
        with pytest.raises(psycopg.errors.CheckViolation) as refusal:
            as_owner.execute(
                "insert into articles_statement (slug, version, name, placement, always, topics, words, flags, designs,"
                " source, note, max_age) values ('other', 1, 'Other', 'about', false, '{}', '{}', '{}', '{}', '', '', %s)",
                [age],
            )
        assert refusal.value.diag.constraint_name == "max_age_in_hours"


def test_newest_rule_of_a_new_database_binds_whatever_its_number(one_transaction):
    assert StatementRule.objects.get(slug="crisis-help").version == 2
    assert not StatementRule.objects.filter(binding_at=None).exists()


# Checked again -----------------------------------------------------------------------------------------------------------


def test_officer_checks_a_statement_again_and_its_age_counts_anew(
    client, published, help_of_long_ago, compliance, as_superuser
):
    before, condition = client.get(PAGE).content.decode(), LiveArticle.objects.condition(SLUG).condition
    too_old = Edition.objects.get(pk=help_of_long_ago.pk).sign_offs.get().signed_at + timedelta(days=30)
    assert shown_for("crisis-help", too_old + A_MINUTE) == "crisis-help-without-numbers"

    checked = recheck(help_of_long_ago, by=compliance, secret=SECRET, source=SOURCE)

    assert shown_for("crisis-help", checked.at + timedelta(days=30) - A_MINUTE) == "crisis-help"
    assert shown_for("crisis-help", checked.at + timedelta(days=30)) == "crisis-help-without-numbers"
    assert LiveArticle.objects.condition(SLUG).condition != condition
    today = f"Checked on {timezone.now():%-d %B %Y}"
    now = client.get(PAGE).content.decode()
    assert now.count(today) == before.count(today) + 1
    assert help_now().statement["number"] == 1


def test_check_extends_no_signature(statements, compliance):
    edition = standing(statements, "crisis-help")
    ends_at = edition.publications.get().ends_at
    recheck(edition, by=compliance, secret=SECRET, source=SOURCE)
    [(due, until)] = run(
        "select due_at, ends_at from gate.ageing_statements(clock_timestamp()) where slug = 'crisis-help'"
    )
    assert until - due == timedelta(days=7.5)
    assert until < edition.publications.get().ends_at == ends_at
    assert not run("select id from gate.standing(%s, %s)", edition.article_id, ends_at)


def test_statement_that_is_too_old_already_comes_back_by_a_check(help_of_long_ago, compliance, as_superuser):
    adopt_statement_rule(as_superuser, "crisis-help", max_age="interval '48 hours'")
    assert help_now().statement["slug"] == "crisis-help-without-numbers"
    assert state(help_of_long_ago.article) == "too old"
    recheck(help_of_long_ago, by=compliance, secret=SECRET, source=SOURCE)
    assert help_now().statement["slug"] == "crisis-help"
    assert state(help_of_long_ago.article) == "published"


def test_check_is_in_the_ledger_without_its_source(statements, compliance):
    checked = recheck(standing(statements, "crisis-help"), by=compliance, secret=SECRET, source=SOURCE)
    entry = Entry.objects.get(act="check again")
    assert (entry.actor, entry.edition_id, entry.reason) == (compliance, checked.edition_id, SOURCE)
    assert SOURCE.encode() not in bytes(entry.body)


@pytest.mark.parametrize("who", ["writer", "editor", "doctor", "medical_lead", "administrator"])
def test_nobody_but_compliance_checks_again(request, statements, who):
    person, edition = request.getfixturevalue(who), standing(statements, "crisis-help")
    with pytest.raises(PermissionDenied):
        recheck(edition, by=person, secret=SECRET, source=SOURCE)
    with refused(["by_a_compliance_officer", "signing_secret_is_enrolled"]):
        act("recheck", edition.pk, bytes(edition.digest), person.pk, proof(person, SECRET), SOURCE)


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"secret": "something else entirely"}, "same_person"), ({"secret": ""}, "same_person"),
        ({"source": " "}, "source_is_named"),
    ],
)  # fmt: skip
def test_check_takes_the_officers_secret_and_a_source(statements, compliance, change, rule):
    with refused(rule):
        recheck(standing(statements, "crisis-help"), by=compliance, **{"secret": SECRET, "source": SOURCE} | change)
    assert not Recheck.objects.exists()


def test_officer_checks_no_words_of_their_own(committed, statements, writer, doctor, editor, compliance, as_owner):
    statements["crisis-help"].summary = "Call your local emergency number."
    edition = submit(save_draft(statements["crisis-help"], by=writer, bylines=[compliance]), by=writer)
    sign_off(edition, by=doctor, **SIGN_OFF)
    publish(edition, by=editor)

    with refused("checked_by_no_contributor"):
        recheck(edition, by=compliance, secret=SECRET, source=SOURCE)
    with pytest.raises(psycopg.errors.CheckViolation) as refusal:
        as_owner.execute(*row_of_a_check(edition, compliance))
    assert refusal.value.diag.constraint_name == "checked_by_no_contributor"
    assert not Recheck.objects.exists()

    before = as_owner.execute(CRISIS_HELP).fetchall()
    as_owner.execute("alter table reviews_recheck disable trigger checked_by_no_contributor")  # as before it was there
    as_owner.execute(*row_of_a_check(edition, compliance))
    assert as_owner.execute(CRISIS_HELP).fetchall() == before


CRISIS_HELP = "select condition, checked_at, ends_at from gate.standing_statement('crisis-help', clock_timestamp())"


def row_of_a_check(edition, officer):
    return (
        "insert into reviews_recheck (article_id, edition_id, digest, officer_id, appointment_id, at, reason)"
        " select %s, %s, %s, person_id, id, clock_timestamp(), 'x' from reviews_appointment where person_id = %s",
        [edition.article_id, edition.pk, bytes(edition.digest), officer.pk],
    )


def test_officer_that_was_dismissed_checks_nothing(statements, compliance, as_owner, committed):
    as_owner.execute("select act.dismiss(%s, 'compliance')", [compliance.pk])
    with refused("by_a_compliance_officer"):
        recheck(standing(statements, "crisis-help"), by=compliance, secret=SECRET, source=SOURCE)


def test_check_is_of_exactly_the_edition_that_stands(statements, writer, doctor, editor, compliance, published):
    def check(edition):
        recheck(edition, by=compliance, secret=SECRET, source=SOURCE)

    first = standing(statements, "crisis-help")
    with refused("on_exactly_this"):
        act("recheck", first.pk, b"\0" * 32, compliance.pk, proof(compliance, SECRET), SOURCE)
    statements["crisis-help"].summary = "Call your local emergency number."
    second = submit(save_draft(statements["crisis-help"], by=writer), by=writer)
    with refused("something_to_check_again"):
        check(second)
    sign_off(second, by=doctor, **SIGN_OFF)
    publish(second, by=editor)
    for edition in [first, published.edition, standing(statements, "notice-ended")]:
        with refused("something_to_check_again"):
            check(edition)
    check(second)


@pytest.mark.parametrize("end", ["revoked", "refused", "taken down"])
def test_statement_that_its_people_do_not_stand_by_is_not_checked(statements, compliance, doctor, editor, end):
    edition = standing(statements, "crisis-help")
    if end == "revoked":
        revoke(edition.sign_offs.get(), by=doctor, reason="A number is wrong")
    elif end == "refused":
        refuse(edition, by=doctor, secret=SECRET, reason="Numbers are wrong")
    else:
        take_down(edition.article, by=editor, reason="A number is wrong")
    with refused("something_to_check_again"):
        recheck(edition, by=compliance, secret=SECRET, source=SOURCE)


def test_check_written_round_the_act_is_refused(committed, statements, compliance, doctor, as_owner):
    edition = standing(statements, "crisis-help")
    row = [edition.article_id, edition.pk, bytes(edition.digest), doctor.pk]
    with psycopg.connect(login("leaf_app", committed), autocommit=True) as application:
        for statement in ["insert into reviews_recheck default values", "delete from reviews_recheck",
                          "update reviews_recheck set at = 'infinity'"]:  # fmt: skip
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                application.execute(statement)
    with pytest.raises(psycopg.errors.ForeignKeyViolation) as refusal:
        as_owner.execute(
            "insert into reviews_recheck (article_id, edition_id, digest, officer_id, appointment_id, at, reason)"
            " select %s, %s, %s, %s, id, clock_timestamp(), 'x' from reviews_appointment where office = 'compliance'", row,
        )  # fmt: skip
    assert refusal.value.diag.constraint_name == "by_a_compliance_officer"
    recheck(edition, by=compliance, secret=SECRET, source=SOURCE)
    with pytest.raises(psycopg.errors.CheckViolation, match="only added to"):
        as_owner.execute("update reviews_recheck set at = at + interval '1 year'")


# Hidden rows -------------------------------------------------------------------------------------------------------------

VETERANS = 2  # the place of the Veterans Crisis Line, whose number to call is another row's too


@pytest.mark.parametrize("who", ["editor", "compliance"])
def test_hidden_row_is_gone_from_every_page_at_once(request, client, published, statements, who):
    person, edition = request.getfixturevalue(who), standing(statements, "crisis-help")
    before, condition = client.get(PAGE).content.decode(), LiveArticle.objects.condition(SLUG).condition
    assert "838255" in before

    hidden = hide_row(edition, VETERANS, by=person, reason="The number to text is wrong")

    for address in (PAGE, "/", "/nothing-here/"):
        page = client.get(address).content.decode()
        assert "838255" not in page
        assert "tel:116123" in page
    assert LiveArticle.objects.condition(SLUG).condition != condition
    entry = Entry.objects.get(act="hide row")
    assert (entry.actor, entry.edition_id, entry.reason) == (person, edition.pk, hidden.reason)


@pytest.mark.parametrize("who", ["writer", "doctor", "administrator"])
def test_row_is_hidden_by_nobody_else(request, statements, who):
    with pytest.raises(PermissionDenied):
        hide_row(standing(statements, "crisis-help"), 1, by=request.getfixturevalue(who), reason="Wrong")


def first_rows_last(edition):
    """The places of its rows; those that open every page come last."""
    contacts = edition.document()["contacts"]
    return sorted(range(1, len(contacts) + 1), key=lambda place: contacts[place - 1]["first"])


def test_one_of_the_rows_that_open_every_page_stays(statements, editor):
    edition = standing(statements, "crisis-help")
    *others, last = [place for place in first_rows_last(edition) if edition.document()["contacts"][place - 1]["first"]]
    for row in others:
        hide_row(edition, row, by=editor, reason="Wrong")
    with refused("a_first_row_is_left"):
        hide_row(edition, last, by=editor, reason="Wrong")


def test_last_row_stays_and_the_statement_is_taken_down_instead(client, published, statements, editor):
    edition = standing(statements, "crisis-help")
    *others, last = first_rows_last(edition)
    for row in others:
        hide_row(edition, row, by=editor, reason="Wrong")
    with refused("a_row_is_left"):
        hide_row(edition, last, by=editor, reason="Wrong")
    assert edition.document()["contacts"][last - 1]["name"] in client.get(PAGE).content.decode()
    take_down(edition.article, by=editor, reason="The last row is wrong too")
    assert help_now().statement["slug"] == "crisis-help-without-numbers"


@pytest.mark.parametrize(
    ("row", "reason", "rule"),
    [
        (0, "Wrong", "articles_hiddenrow_contact_check"), (11, "Wrong", "a_row_to_hide"), (VETERANS, "Wrong", "hidden_once"),
        (1, " ", "reason_is_given"),
    ],
)  # fmt: skip
def test_row_is_there_shown_and_hidden_for_a_reason(statements, editor, row, reason, rule):
    edition = standing(statements, "crisis-help")
    hide_row(edition, VETERANS, by=editor, reason="Wrong")
    with refused(rule):
        act("hide_row", edition.pk, bytes(edition.digest), row, editor.pk, reason)
    assert HiddenRow.objects.count() == 1


def test_row_is_of_exactly_this_statement(statements, editor, published):
    for edition, digest, rule in [
        (standing(statements, "crisis-help"), b"\0" * 32, "on_exactly_this"),
        (published.edition, bytes(published.digest), "a_row_to_hide"),
        (standing(statements, "legal-status"), None, "a_row_to_hide"),
    ]:
        with refused(rule):
            act("hide_row", edition.pk, digest or bytes(edition.digest), 1, editor.pk, "Wrong")


def test_next_edition_shows_its_own_rows(client, published, statements, writer, doctor, editor):
    hide_row(standing(statements, "crisis-help"), VETERANS, by=editor, reason="Wrong")
    statement = statements["crisis-help"]
    statement.contacts[VETERANS - 1]["links"][1] = {"label": "Text 838256", "href": "sms:838256"}
    edition = submit(save_draft(statement, by=writer), by=writer)
    sign_off(edition, by=doctor, **SIGN_OFF)
    publish(edition, by=editor)
    assert "838256" in client.get(PAGE).content.decode()


def test_two_editors_at_once_leave_a_row(committed, statements, editor):
    edition = standing(statements, "crisis-help")
    *others, first, second = first_rows_last(edition)
    for row in others:
        hide_row(edition, row, by=editor, reason="Wrong")
    hide = "select act.hide_row(%s, %s, %s, %s, 'Wrong')"
    one, other = (psycopg.connect(login("leaf_app", committed)) for _ in range(2))
    with one, other, ThreadPoolExecutor() as pool:
        one.execute(hide, [edition.pk, bytes(edition.digest), first, editor.pk])
        waiting = pool.submit(other.execute, hide, [edition.pk, bytes(edition.digest), second, editor.pk])
        waited = waits_for(other, one)
        one.commit()
        assert waited
        with pytest.raises(psycopg.errors.CheckViolation) as refusal:
            waiting.result()
        other.rollback()
    assert refusal.value.diag.constraint_name == "a_row_is_left"


def test_hidden_row_written_round_the_act_is_refused(committed, statements, editor, as_owner):
    edition = standing(statements, "crisis-help")
    with psycopg.connect(login("leaf_app", committed), autocommit=True) as application:
        for statement in ["insert into articles_hiddenrow default values", "delete from articles_hiddenrow"]:
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                application.execute(statement)
    with pytest.raises(psycopg.errors.CheckViolation) as refusal:
        as_owner.execute(
            "insert into articles_hiddenrow (article_id, edition_id, digest, contact, by_id, at, reason)"
            " select %s, %s, %s, n, %s, clock_timestamp(), 'x' from generate_series(1, 10) n",
            [edition.article_id, edition.pk, bytes(edition.digest), editor.pk],
        )
    assert refusal.value.diag.constraint_name == "a_row_is_left"
    hide_row(edition, 1, by=editor, reason="Wrong")
    with pytest.raises(psycopg.errors.CheckViolation, match="only added to"):
        as_owner.execute("delete from articles_hiddenrow")


# Who signs ---------------------------------------------------------------------------------------------------------------


def test_medical_accuracy_of_a_statement_takes_a_medical_qualification(statements, writer):
    statements["crisis-help"].summary = "Call your local emergency number."
    edition = submit(save_draft(statements["crisis-help"], by=writer), by=writer)
    for name, qualification in [("lola", "lawyer or regulatory specialist"), ("sam", "scientist")]:
        with refused("qualified_for_this_meaning"):
            sign_off(edition, by=new_reviewer(name, qualification), **SIGN_OFF)
    sign_off(edition, by=new_reviewer("pia", "pharmacist"), **SIGN_OFF)


def test_every_policy_for_statements_says_who_signs(one_transaction):
    newest = Policy.objects.filter(kind="statement").order_by("name", "-version").distinct("name")
    assert len(newest) == 5
    for policy in newest:
        assert set(policy.signers) == set(policy.requires)
        assert "lawyer or regulatory specialist" not in policy.signers["medical accuracy"]["by"]
        assert "scientist" not in policy.signers["medical accuracy"]["by"]


def test_law_and_regulation_take_a_legal_check_too(statements, writer, doctor, lawyer, editor):
    statements["legal-status"].summary = "Kratom law differs from place to place."
    edition = submit(save_draft(statements["legal-status"], by=writer), by=writer)
    sign_off(edition, by=doctor, **SIGN_OFF)
    with refused("signed_by_enough_reviewers"):
        publish(edition, by=editor)
    with denied():
        run("insert into reviews_signoff default values")
    sign_off(edition, by=lawyer, **LEGAL)
    publish(edition, by=editor)
