"""Round the acts: what the rows themselves refuse, whoever writes them; and what decides at an instant, to the microsecond."""

import json
from datetime import timedelta

import psycopg
import pytest
from django.contrib import admin
from django.db import transaction
from django.utils import timezone

from articles.article import Topic, save_draft
from articles.edition import submit
from articles.publication import publish, take_down
from cms.evidence import act
from cms.people import Person
from reviews.appointment import appoint, dismiss
from reviews.credential import enrol_secret, proof, suspend_credential
from reviews.sign_off import revoke, sign_off
from reviews.verdict import refuse
from tests.conftest import SIGN_OFF, write
from tests.databases import run
from tests.people import SECRET, give_credential, person
from tests.reading import only_page, shown
from tests.rules import refused

# Instants ---------------------------------------------------------------------------------------------------------------

MICROSECOND = timedelta(microseconds=1)


def stands_at(article_id, *instants):
    """Whether the article's newest started publication stands at each of these instants."""
    return [run("select count(*) from gate.standing(%s, %s)", article_id, at) == [(1,)] for at in instants]


def test_page_begins_and_ends_to_the_microsecond(signed, editor, statements):
    starts = timezone.now() + timedelta(days=1)
    publish(signed, by=editor, starts_at=starts)
    assert stands_at(signed.article_id, starts - MICROSECOND, starts) == [False, True]

    checked_for_90_days = statements["regulatory-status"].publications.get()
    end = checked_for_90_days.ends_at
    assert end == min(sign_off_of_it.ends_at for sign_off_of_it in checked_for_90_days.edition.sign_offs.all())
    assert stands_at(checked_for_90_days.article_id, end - MICROSECOND, end) == [True, False]


def test_page_outlives_the_credential_by_thirty_days_and_no_microsecond(published, doctor):
    end = doctor.credentials.get().verifications.get().valid_until + timedelta(days=30)
    assert end < published.ends_at
    assert stands_at(published.article_id, end - MICROSECOND, end) == [True, False]


@pytest.mark.parametrize("loss", ["revocation", "suspension", "refusal"])
def test_what_was_ended_by_a_clock_that_ran_ahead_is_ended_at_once(committed, published, doctor, as_owner, loss):
    """The server's clock goes back after the act: nothing comes back with it."""
    sign_off_of_it = published.edition.sign_offs.get()
    statement, arguments = {
        "revocation": ("reviews_revocation (sign_off_id, by_id, reason, at) values (%s", [sign_off_of_it.pk]),
        "suspension": ("reviews_suspension (credential_id, by_id, reason, at) values (%s", [sign_off_of_it.credential_id]),
        "refusal": (
            "reviews_verdict (kind, edition_id, digest, article_id, reviewer_id, reason, at) values ('refused', %s, %s, %s",
            [published.edition_id, bytes(published.digest), published.article_id],
        ),
    }[loss]  # fmt: skip
    assert shown(pk=published.pk)
    as_owner.execute(f"insert into {statement}, %s, 'Wrong', now() + interval '1 day')", [*arguments, doctor.pk])
    assert not shown(pk=published.pk)


# Rows that somebody with more rights writes by hand ---------------------------------------------------------------------


def rows_of(edition):
    """A whole row of each kind as the acts make it, as JSON; nothing of it stays."""
    with transaction.atomic():
        sign_off(edition, by=person("second_doctor"), **SIGN_OFF)
        publish(edition, by=person("editor"))
        take_down(edition.article, by=person("editor"), reason="Out of date")
        refuse(edition, by=person("second_doctor"), secret=SECRET, reason="Unfit")
        give_credential(person("second_doctor"))
        found = {
            table: json.loads(run(f"select to_jsonb(t)::text from {table} t order by id desc limit 1")[0][0])
            for table in ("reviews_signoff", "articles_publication", "articles_takedown", "reviews_verdict")
        }
        found["reviews_verification"] = json.loads(
            run("select to_jsonb(t)::text from reviews_verification t where person_id = %s order by id limit 1",
                person("second_doctor").pk)[0][0]
        )  # fmt: skip
        transaction.set_rollback(True)
    return found


LATER, EARLIER = "2031-01-01T00:00:00+00:00", "2021-01-01T00:00:00+00:00"
FORGERIES = {
    "reviews_signoff": [
        ({"digest": "\\x00"}, "signs_exactly_this"),
        ({"edition_id": "OTHER"}, "signs_exactly_this"),
        ({"contributors": []}, "signs_exactly_this"),
        ({"topics": ["liver"]}, "signs_exactly_this"),
        ({"reviewer_id": "WRITER"}, "no_contributor_signs"),
        ({"reviewer_id": "EDITOR"}, "with_this_credential"),
        ({"reviewer_name": "Dr Famous"}, "with_this_credential"),
        ({"specialties": ["safety", "everything"]}, "with_this_credential"),
        ({"specialties": []}, "credential_covers_the_topics"),
        ({"valid_until": LATER}, "with_this_credential"),
        ({"valid_until": EARLIER}, "credential_in_force"),
        ({"verified_at": LATER}, "credential_in_force"),
        ({"qualification": "pharmacist"}, "with_this_qualification"),
        ({"meaning": "legal check"}, "meaning_is_asked_for"),
        ({"requires": ["medical accuracy", "legal check"]}, "under_this_policy"),
        ({"signers": {"medical accuracy": {"covers": "none"}}}, "as_the_policy_says"),
        ({"ends_at": LATER}, "within_the_policy"),
        ({"review_due_at": LATER}, "within_the_policy"),
        ({"ends_after": "10 years"}, "within_the_policy"),
        ({"signed_at": LATER}, "credential_in_force"),
        ({"interests": "\t"}, "interests_are_declared"),
    ],
    "articles_publication": [
        ({"digest": "\\x00"}, "own_edition"),
        ({"article_id": "OTHER_ARTICLE"}, "own_edition"),
        ({"edition_id": "OTHER"}, "own_edition"),
        ({"starts_at": EARLIER}, "not_in_the_past"),
        ({"ends_at": EARLIER}, "starts_before_it_ends"),
    ],
    "articles_takedown": [
        ({"article_id": "OTHER_ARTICLE"}, "of_this_article"),
        ({"kind": "hidden for a while"}, "articles_takedown_kind_check"),
        ({"reason": " "}, "reason_is_given"),
    ],
    "reviews_verdict": [
        ({"digest": "\\x00"}, "on_exactly_this"),
        ({"article_id": "OTHER_ARTICLE"}, "on_exactly_this"),
        ({"kind": "signed"}, "reviews_verdict_kind_check"),
    ],
    "reviews_verification": [
        ({"officer_id": "EDITOR"}, "by_a_compliance_officer"),
        ({"office": "medical lead"}, "reviews_verification_office_check"),
        ({"person_id": "OFFICER"}, "nobody_verifies_themselves"),
        ({"person_id": "EDITOR"}, "of_this_credential"),
        ({"specialties": ["everything"]}, "of_this_credential"),
        ({"qualification": "scientist"}, "qualification_as_registered"),
        ({"valid_until": LATER}, "verified_for_a_year_at_most"),
    ],
}  # fmt: skip


def test_owner_writes_no_row_that_says_what_others_do_not(committed, edition, ptsd_edition, as_owner):
    rows = rows_of(edition)
    names = {
        "OTHER": ptsd_edition.pk, "OTHER_ARTICLE": ptsd_edition.article_id, "WRITER": person("writer").pk,
        "EDITOR": person("editor").pk, "OFFICER": person("compliance").pk,
    }  # fmt: skip

    def insert(table, row):
        columns = ", ".join(f'"{name}"' for (name,) in run(
            "select attname from pg_attribute where attrelid = %s::regclass and attnum > 0 and not attisdropped"
            " and attgenerated = ''", table,
        ))  # fmt: skip
        as_owner.execute(
            f"insert into {table} ({columns}) overriding system value"
            f" select {columns} from jsonb_populate_record(null::{table}, %s)",
            [json.dumps(row)],
        )

    for table, forgeries in FORGERIES.items():
        for changed, rule in forgeries:
            row = rows[table] | {"id": 900} | {key: names.get(str(value), value) for key, value in changed.items()}
            with pytest.raises(psycopg.errors.IntegrityError) as refusal:
                insert(table, row)
            assert refusal.value.diag.constraint_name == rule, (table, changed, str(refusal.value))
    for table in ("reviews_signoff", "reviews_verification"):  # as they are, they would do
        with as_owner.transaction(force_rollback=True):
            insert(table, rows[table] | {"id": 900})


def test_publication_written_by_hand_shows_nothing_that_is_not_signed(committed, edition, signed, editor, as_owner):
    """Each read asks again: the row alone makes nothing public."""
    revoke(signed.sign_offs.get(), by=person("doctor"), reason="Wrong")
    (publication,) = as_owner.execute(
        "insert into articles_publication (article_id, edition_id, digest, starts_at, ends_at, published_by_id, published_at,"
        " rulebook) select article_id, id, digest, now(), 'infinity', %s, now(), 0 from articles_edition where id = %s"
        " returning id",
        [editor.pk, signed.pk],
    ).fetchone()
    as_owner.execute("insert into articles_listing values ('', now(), %s, 'infinity')", [publication])
    as_owner.execute(
        "insert into articles_publicaddress select %s, starts_at, id, article_id from articles_publication where id = %s",
        [signed.slug, publication],
    )
    assert run("select count(*) from live.newest('', null, null, 9)", using="public") == [(0,)]
    assert not shown()
    as_owner.execute(
        "insert into reviews_basis (publication_id, sign_off_id, edition_id, digest)"
        " select %s, id, edition_id, digest from reviews_signoff where edition_id = %s",
        [publication, signed.pk],
    )
    assert not shown()


@pytest.mark.parametrize(
    ("verified", "until"), [("-300 days", "-1 day"), ("1 day", "300 days")], ids=["lapsed", "future"]
)
def test_credential_that_is_not_in_force_signs_nothing(committed, edition, as_owner, verified, until):
    reviewer = Person.objects.create_user("late@example.org", "x", name="Dr Late")
    reviewer.groups.add(*person("doctor").groups.all())
    enrol_secret(by=reviewer, secret=SECRET)
    give_credential(reviewer)
    known = reviewer.credentials.get().verifications.get()
    as_owner.execute("set session characteristics as transaction isolation level read committed")
    as_owner.execute("alter table reviews_verification disable trigger append_only")
    as_owner.execute(
        "update reviews_verification set verified_at = now() + %s::interval, valid_until = now() + %s::interval"
        " where id = %s",
        [verified, until, known.pk],
    )
    with refused("credential_in_force"):
        sign_off(edition, by=reviewer, **SIGN_OFF)


def test_specialties_of_two_credentials_do_not_add_up(writer):
    reviewer = Person.objects.create_user("both@example.org", "x", name="Dr Both")
    reviewer.groups.add(*person("doctor").groups.all())
    enrol_secret(by=reviewer, secret=SECRET)
    for specialty in ("anxiety", "liver"):
        give_credential(reviewer, specialties=[specialty])
    with refused("credential_covers_the_topics"):
        sign_off(submit(write(writer, topics=("anxiety", "liver")), by=writer), by=reviewer, **SIGN_OFF)


# What is deleted, renamed or left by everybody --------------------------------------------------------------------------


def test_nothing_that_a_page_rests_on_can_be_deleted(committed, published, as_owner):
    question = "select content from live.pages()"
    before = run(question, using="public")
    for table, key in [
        ("cms_person", person("doctor").pk), ("cms_person", person("writer").pk), ("articles_article", published.article_id),
        ("articles_topic", Topic.objects.get(slug="safety").pk), ("articles_statement", 1), ("reviews_policy", 1),
    ]:  # fmt: skip
        with pytest.raises(psycopg.errors.IntegrityError) as refusal:
            as_owner.execute(f"delete from {table} where id = %s", [key])
        assert refusal.value.sqlstate in ("23503", "23514"), table
    assert run(question, using="public") == before


def test_what_is_renamed_around_a_page_changes_no_signed_byte(committed, published, writer, editor, as_owner):
    before = only_page(pk=published.pk)
    run("update cms_person set name = 'Another Name'")
    run("update cms_person set is_active = false")
    run("delete from cms_person_groups")
    as_owner.execute("update articles_topic set name = 'Another topic'")
    after = only_page(pk=published.pk)
    assert (bytes(after.content), bytes(after.digest)) == (bytes(before.content), bytes(before.digest))
    assert after.sign_offs == before.sign_offs


def test_older_edition_never_comes_back_by_taking_the_newer_away(published, writer, doctor, editor):
    article = published.article
    article.summary = "The second summary."
    second = submit(save_draft(article, by=writer), by=writer)
    sign_off(second, by=doctor, **SIGN_OFF)
    publish(second, by=editor)
    revoke(second.sign_offs.get(), by=doctor, reason="Wrong")
    assert not shown(article_id=article.pk)


def test_site_whose_last_reviewer_and_officer_left_can_hide_pages_and_begin_anew(committed, published, edition, editor):
    for reviewer in ("doctor", "second_doctor", "medical_lead", "lawyer"):
        suspend_credential(person(reviewer).credentials.get(), by=person("compliance"), reason="Left")
    dismiss(person("compliance"), "compliance")
    assert not shown()
    take_down(published.article, by=editor, reason="Everybody left")
    with refused("with_this_credential"):
        sign_off(edition, by=person("second_doctor"), **SIGN_OFF)

    officer, reviewer = (Person.objects.create_user(f"{n}@example.org", "x", name=f"New {n}") for n in range(2))
    officer.groups.add(*person("compliance").groups.all())
    reviewer.groups.add(*person("doctor").groups.all())
    for one in (officer, reviewer):
        enrol_secret(by=one, secret=SECRET)
    appoint(officer, "compliance")
    run("update cms_person set email = 'gone@example.org' where id = %s", person("compliance").pk)
    run("update cms_person set email = 'compliance@example.org' where id = %s", officer.pk)
    give_credential(reviewer)
    assert sign_off(edition, by=reviewer, **SIGN_OFF).reviewer_id == reviewer.pk


# Signing secrets --------------------------------------------------------------------------------------------------------


def test_right_secret_in_an_act_that_is_rolled_back_leaves_no_debt(committed, edition, doctor):
    right = proof(doctor, SECRET)

    def sign(secret):
        return act("sign_off", edition.pk, bytes(edition.digest), doctor.pk, secret, "medical accuracy", "None")

    for _ in range(3):
        for _ in range(9):
            with refused("same_person"):
                sign(b"wrong")
        with transaction.atomic():
            sign(right)
            transaction.set_rollback(True)
    assert sign(right)


# The admin --------------------------------------------------------------------------------------------------------------


def test_no_screen_of_the_admin_copies_rows_or_changes_them_in_lists():
    for model, screen in admin.site._registry.items():
        assert not screen.save_as, model
        assert not screen.list_editable, model
        assert not [action for action in screen.actions or [] if action != "delete_selected"], model
