"""Rules that are adopted, round the act: what PostgreSQL itself refuses, what waits for what, and what set-up leaves alone."""

import json
from datetime import timedelta

import psycopg
import pytest
from django.utils import timezone

from articles.data import load
from articles.disclaimers import Disclaimer
from articles.edition import Edition
from articles.publication import publish
from reviews.adoption import adopt, preview
from reviews.sign_off import sign_off
from tests.adopting import YES, adopt_disclaimer, adopted, proposed
from tests.conftest import SIGN_OFF
from tests.databases import login, run
from tests.fixes import changed
from tests.people import SECRET
from tests.rules import denied, refused

COPY = (
    'insert into articles_disclaimer (code, version, name, short, "full", position, placement, drawn_by, always, topics,'
    " words, flags, designs, source, note, adopted_by_id, reason) select code, {version}, name, short, {full}, position,"
    " placement, drawn_by, always, topics, words, flags, designs, source, note, {by}, {reason}"
    " from articles_disclaimer where code = 'D-INFO'"
)


def copied(version="2", full='"full"', by="null", reason="''"):
    return COPY.format(version=version, full=full, by=by, reason=reason)


def test_application_writes_no_rule_past_the_act(committed, compliance):
    with psycopg.connect(login("leaf_app", committed), autocommit=True) as application:
        for statement in (
            copied(), "update articles_disclaimer set binding_at = null", "delete from articles_statement",
            "insert into articles_rulebook (version) values (99)", "select gate.open_the_rulebook()",
            "select gate.hold_the_rules()", "select act.may_adopt(1, 'x', true, null)",
            "select gate.in_office(1, 'compliance')", "select gate.out_of_office(1, 'compliance')",
        ):  # fmt: skip
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                application.execute(statement)


@pytest.mark.parametrize(
    ("statement", "rule_broken"),
    [
        (copied(version="1"), "versions_count_up"),
        (copied(version="3", by="{officer}", reason="'Why'"), "versions_count_up"),
        (copied(by="{officer}"), "adopted_with_a_reason"),
        (copied(full="'<b>Bold</b>'"), "disclaimer_in_plain_words"),
        (copied(full="'Zero' || U&'\\200B' || 'width'"), "disclaimer_in_plain_words"),
        (copied(full="'Look-' || U&'\\0430' || 'like'"), "disclaimer_in_plain_words"),
        ("update articles_disclaimer set binding_at = null where code = 'D-INFO'", "append_only"),
        ("delete from articles_statement", "append_only"),
    ],
)
def test_owner_is_held_to_the_rules_of_the_row(committed, compliance, as_owner, statement, rule_broken):
    with pytest.raises(psycopg.errors.CheckViolation) as refusal:
        as_owner.execute(statement.replace("{officer}", str(compliance.pk)))
    assert refusal.value.diag.constraint_name == rule_broken


def test_nothing_binds_before_it_was_adopted(committed, as_owner):
    adopted_at, binding_at = as_owner.execute(
        copied().replace("reason)", "reason, binding_at, adopted_at)").replace(
            "'' from", "'', '2020-01-01', '2020-01-01' from") + " returning adopted_at, binding_at"
    ).fetchone()  # fmt: skip
    assert adopted_at == binding_at
    assert timezone.now() - adopted_at < timedelta(minutes=1)


def test_what_was_frozen_by_an_old_view_of_the_rules_is_judged_by_what_it_carries(
    committed, draft, writer, doctor, editor, as_owner
):
    """The owner's rules, that is: an officer's has an entry in the ledger, and no older view can add the next one."""
    with psycopg.connect(login("leaf_app", committed)) as application:
        application.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        application.execute("select count(*) from articles_disclaimer")
        adopt_disclaimer(as_owner, binding_at="null")
        adopt_disclaimer(as_owner, "D-TALK")
        [(number,)] = application.execute(
            "select act.submit(%s, gate.draft_digest(%s), %s)", [draft.pk, draft.pk, writer.pk]
        ).fetchall()
        application.commit()
    edition = Edition.objects.get(pk=number)
    assert {"D-INFO.1", "D-TALK.1"} <= set(edition.disclaimers)
    sign_off(edition, by=doctor, **SIGN_OFF)
    with refused("carries_required_disclaimers"):
        publish(edition, by=editor)
    assert [rule for (rule,) in run("select rule from gate.asked_at_next_review(%s, now())", number)] == ["D-INFO.2"]


def test_nobody_adopts_by_an_old_view_of_the_pages(committed, compliance):
    with psycopg.connect(login("leaf_app", committed)) as application:
        application.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        with pytest.raises(psycopg.errors.CheckViolation) as refusal:
            application.execute(
                "select act.adopt_disclaimer('D-INFO', 2, 'a', 'b', 'c', 'top', 'text', true, '{}', '{}', '{}', '{}', 'd', '',"
                " true, null, '{}', %s, %s, 'e')", [compliance.pk, proof_of(compliance)],
            )  # fmt: skip
    assert refusal.value.diag.constraint_name == "sees_the_rules_as_they_are"


def test_adoption_waits_for_whoever_freezes_or_publishes(committed, signed, editor, compliance):
    """What is published meanwhile is among the pages that the officer must have seen."""
    proposal = proposed(binds=True)
    assert preview(proposal) == []
    with psycopg.connect(login("leaf_app", committed)) as application:
        application.execute("select act.publish(%s, %s, %s, null, '')", [signed.pk, bytes(signed.digest), editor.pk])
        run("set lock_timeout = '200ms'")
        with denied("55P03"):
            run("select act.adopt_disclaimer('D-INFO', 2, 'a', 'b', 'c', 'top', 'text', true, '{}', '{}', '{}', '{}', 'd', '',"
                " true, null, '{}', %s, %s, 'e')", compliance.pk, proof_of(compliance))  # fmt: skip
        application.commit()
    with refused("pages_as_previewed"):
        adopt(proposal, by=compliance, seen=[], **YES)


def test_adoption_waits_for_whoever_freezes_a_fix(committed, public, writer, compliance):
    text = json.dumps(changed(public, ("plnat", "plant")).as_json())
    with psycopg.connect(login("leaf_app", committed)) as application:
        application.execute(
            "select act.submit_fix(%s, %s, %s, %s, 'A typo')", [public.pk, bytes(public.digest), text, writer.pk]
        )
        run("set lock_timeout = '200ms'")
        with denied("55P03"):
            adopted(proposed(binds=True), compliance)


def proof_of(person):
    from reviews.credential import proof

    return proof(person, SECRET)


# The data files ---------------------------------------------------------------------------------------------------------


def test_what_the_desk_adopted_stands_whatever_the_data_files_bring(
    committed, compliance, as_owner, monkeypatch, template
):
    from articles import data
    from cms.postgresql.embedded import server
    from cms.postgresql.setup import owner_alias

    adopted(proposed(), compliance)
    read = data.read

    def newer(name):
        return [row | ({"version": 3, "full": "As the files say."} if row.get("code") == "D-INFO" else
                       {"version": 2, "full": "As the files say, too."} if row.get("code") == "D-LIVER" else {})
                for row in read(name)]  # fmt: skip

    monkeypatch.setattr(data, "read", newer)
    with owner_alias(server("test").url("leaf_owner", committed)) as connection:
        load(connection)

    rows = Disclaimer.objects.filter(code__in=["D-INFO", "D-LIVER"]).order_by("code", "version")
    assert [(row.code, row.version, row.adopted_by) for row in rows] == [
        ("D-INFO", 1, None), ("D-INFO", 2, compliance), ("D-LIVER", 1, None), ("D-LIVER", 2, None),
    ]  # fmt: skip
    assert rows.last().binding_at is None
