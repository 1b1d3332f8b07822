"""Asking for passkeys: one officer has every signature on articles made with one from then on; only ever stricter."""

import json
from datetime import timedelta

import psycopg
import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from articles.article import Article, save_draft
from articles.edition import submit
from articles.publication import publish, take_down
from cms.evidence import act
from cms.ledger import Entry
from cms.prove.scene import play
from reviews import asking, data
from reviews.appointment import dismiss
from reviews.asking import PasskeysAsked, effects
from reviews.credential import proof, register_credential, suspend_credential
from reviews.notice import draft_notice, sign_notice
from reviews.passkey import end_passkey
from reviews.policy import Policy, choose_tier
from reviews.sign_off import revoke, sign_off
from reviews.verdict import refuse
from tests.conftest import SECOND, SIGN_OFF, write
from tests.databases import admin, login, run
from tests.devices import ask_for_passkeys, certified, device_of, sign
from tests.fixes import fix_of
from tests.keys import ORIGIN
from tests.people import SECRET, SPECIALTIES, person
from tests.reading import SLUG, shown
from tests.rules import denied, refused
from tests.test_adoption import state
from tests.test_tiers import adopt as adopt_as_owner

TIERS = {"one-signature", "moderate-risk", "two-signatures", "time-critical", "high-risk-and-time-critical"}


def ask(by, *, secret=SECRET, reason="Secrets can be stolen", origin=ORIGIN):
    return asking.ask_for_passkeys(by=by, secret=secret, reason=reason, origin=origin)


@pytest.fixture
def phones(officer, phone, medical_lead, lawyer):
    """Devices by whose they are: enough to sign every tier; the second doctor has none."""
    return {"doctor": phone, "medical_lead": certified(officer, medical_lead), "lawyer": certified(officer, lawyer)}


# What it adopts ---------------------------------------------------------------------------------------------------------

SAME = {field.name for field in Policy._meta.fields} - {"id", "version", "passkeys", "adopted_at", "asked"}


def test_each_tier_asks_from_then_on_and_is_for_the_rest_what_it_was(compliance, phones):
    before = {tier.name: tier for tier in Policy.objects.tiers()}
    statements = list(Policy.objects.filter(kind="statement").values())

    made = ask(compliance)

    after = {tier.name: tier for tier in Policy.objects.tiers()}
    assert after.keys() == before.keys() == TIERS
    for name, tier in after.items():
        assert (tier.version, tier.passkeys, tier.asked) == (before[name].version + 1, True, made)
        assert [getattr(tier, field) for field in SAME] == [getattr(before[name], field) for field in SAME]
    assert list(Policy.objects.filter(kind="statement").values()) == statements
    assert (made.by, made.reason, made.origin, made.policies.count()) == (
        compliance,
        "Secrets can be stolen",
        ORIGIN,
        5,
    )


def test_ledger_has_one_entry_for_it(compliance, phones):
    before = Entry.objects.count()
    made = ask(compliance)

    assert Entry.objects.count() == before + 1
    entry = Entry.objects.latest("seq")
    facts = json.loads(bytes(entry.body))
    assert (entry.act, entry.actor, entry.reason, facts["asked"]) == (
        "ask for passkeys", compliance, "Secrets can be stolen", made.pk,
    )  # fmt: skip
    assert facts["policies"] == {tier.name: tier.version for tier in Policy.objects.tiers()}
    assert facts["facts"] == run("select gate.facts_digest(gate.passkeys_asked_facts(%s))", made.pk)[0][0]
    [(adopted,)] = run("select gate.passkeys_asked_facts(%s) -> 'policies' -> 0", made.pk)
    assert json.loads(adopted).keys() == SAME | {"policy", "version", "passkeys", "adopted_at"}


# From then on -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("topic", ["history", "safety", "ptsd", "law"])
def test_secret_signs_no_new_edition_of_any_tier(officer, writer, doctor, topic):
    ask_for_passkeys(officer)
    edition = submit(write(writer, topics=(topic,)), by=writer)
    with refused("passkey_is_asked_for"):
        sign_off(edition, by=doctor, **SIGN_OFF)


def test_passkey_does_and_readers_see_it(officer, phone, draft, writer, doctor, editor):
    ask_for_passkeys(officer)
    edition = submit(draft, by=writer)
    assert sign(phone, edition, doctor).assertion
    publish(edition, by=editor)
    assert shown(slug=SLUG)


def test_statements_notices_and_verdicts_take_the_secret_as_before(officer, edition, writer, doctor, second_doctor):
    ask_for_passkeys(officer)
    fixed = Article.objects.get(slug="notice-ended")
    fixed.summary = "This page has ended."
    assert not sign_off(submit(save_draft(fixed, by=writer), by=writer), by=doctor, **SIGN_OFF).assertion
    notice = draft_notice(by=writer, text="Stop and read this.", source="A letter", everywhere=True)
    assert sign_notice(notice, by=doctor, secret=SECRET, ends_at=timezone.now() + timedelta(days=9))
    assert refuse(edition, by=second_doctor, secret=SECRET, reason="Unfit")


# What is in review ------------------------------------------------------------------------------------------------------


def test_signature_with_a_secret_from_before_counts_for_no_publication_any_more(officer, signed, editor):
    ask_for_passkeys(officer)
    with refused("by_the_stricter_policy"):
        publish(signed, by=editor)


def test_edition_from_before_takes_no_new_signature_with_a_secret(officer, edition, doctor):
    ask_for_passkeys(officer)
    with refused("passkey_is_asked_for"):
        sign_off(edition, by=doctor, **SIGN_OFF)


def test_somebody_else_signs_the_edition_with_a_passkey(officer, signed, doctor, second_doctor, editor):
    second = certified(officer, second_doctor)
    ask_for_passkeys(officer)
    sign(second, signed, second_doctor)
    publish(signed, by=editor)
    assert shown(slug=SLUG)


def test_publication_rests_on_what_was_signed_with_passkeys_alone(
    client, officer, signed, doctor, second_doctor, editor
):
    """Whoever signed with a secret before is no reviewer of the page, nor can they take it down by revoking that."""
    ask_for_passkeys(officer)
    sign(certified(officer, second_doctor), signed, second_doctor)
    assert run("select state from articles_state where article_id = %s", signed.article_id) == [("signed",)]
    publish(signed, by=editor)
    assert "Dr Dora Doctor" not in client.get(f"/articles/{SLUG}/").text
    revoke(signed.sign_offs.get(reviewer=doctor), by=doctor, reason="It was not me")
    assert shown(slug=SLUG)


def test_edition_signed_with_a_secret_alone_is_signed_no_more(officer, signed):
    assert run("select state from articles_state where article_id = %s", signed.article_id) == [("signed",)]
    ask_for_passkeys(officer)
    assert run("select state from articles_state where article_id = %s", signed.article_id) == [("in review",)]


def test_signature_with_a_passkey_from_before_counts(officer, phone, edition, doctor, editor):
    sign(phone, edition, doctor)
    ask_for_passkeys(officer)
    publish(edition, by=editor)
    assert shown(slug=SLUG)


def test_same_text_is_submitted_again_and_signed_by_whoever_had_signed_it(
    officer, phone, ptsd_edition, ptsd_draft, writer, doctor, medical_lead, editor
):
    """Also where one of two signatures was there, which would else have to be completed first."""
    lead = certified(officer, medical_lead)
    sign_off(ptsd_edition, by=doctor, **SIGN_OFF)
    with refused("something_new_to_submit"):
        submit(ptsd_draft, by=writer)
    ask_for_passkeys(officer)

    again = submit(ptsd_draft, by=writer)

    assert again.number == ptsd_edition.number + 1
    sign(phone, again, doctor)
    sign(lead, again, medical_lead, changed={"meaning": SECOND["meaning"]})
    publish(again, by=editor)
    assert shown(slug=ptsd_edition.slug)


def test_same_text_without_a_signature_is_nothing_new(officer, edition, draft, writer):
    ask_for_passkeys(officer)
    with refused("something_new_to_submit"):
        submit(draft, by=writer)


# What is public ---------------------------------------------------------------------------------------------------------


def test_public_page_stays_as_it_is(client, officer, published):
    before = run("select condition from gate.shown(%s, clock_timestamp())", published.article_id)
    page = client.get(f"/articles/{SLUG}/").content
    ask_for_passkeys(officer)
    assert run("select condition from gate.shown(%s, clock_timestamp())", published.article_id) == before
    assert client.get(f"/articles/{SLUG}/").content == page
    assert state() == "published"


def test_scheduled_page_starts(officer, signed, editor):
    publish(signed, by=editor, starts_at=timezone.now() + timedelta(hours=1))
    ask_for_passkeys(officer)
    assert state() == "scheduled"
    assert run("select gate.condition_at(%s, %s) is not null", SLUG, timezone.now() + timedelta(hours=2)) == [(True,)]


@pytest.mark.parametrize("hidden", [False, True], ids=["published for longer", "back after a take-down"])
def test_its_next_publication_rests_on_passkeys(officer, published, second_doctor, editor, hidden):
    second = certified(officer, second_doctor)
    ask_for_passkeys(officer)
    if hidden:
        take_down(published.article, by=editor, reason="Wrong page")
    with refused("by_the_stricter_policy"):
        publish(published.edition, by=editor, reason="It is right")
    sign(second, published.edition, second_doctor)
    publish(published.edition, by=editor, reason="It is right")
    assert shown(slug=SLUG)


def test_fix_of_it_is_a_full_review(officer, public, writer):
    ask_for_passkeys(officer)
    with refused("fix_changes_words_alone"):
        fix_of(public, ("plnat", "plant"), by=writer)


def test_fix_in_review_is_published_no_more(officer, phone, fix, second_doctor, editor):
    ask_for_passkeys(officer)
    sign(certified(officer, second_doctor), fix, second_doctor, changed={"meaning": "change"})
    with refused("by_the_stricter_policy"):
        publish(fix, by=editor)


def test_every_signature_on_which_the_next_publication_rests_is_made_with_a_passkey(
    committed, officer, phone, draft, writer, doctor, second_doctor, compliance, editor
):
    """Also one that a raised tier asked for, when it is lowered again."""
    choose_tier(draft, by=editor, policy="two-signatures", reason="Readers in distress ask for it")
    edition = submit(draft, by=writer)
    sign_off(edition, by=second_doctor, **SECOND)
    ask_for_passkeys(officer)
    choose_tier(draft, by=compliance, policy="moderate-risk", reason="It is calm now", secret=SECRET)
    sign(phone, edition, doctor)
    with refused("by_the_stricter_policy"):
        publish(edition, by=editor)


# The preview ------------------------------------------------------------------------------------------------------------


def test_preview_names_who_could_not_sign_and_what_would_not_count(
    officer, phones, signed, ptsd_edition, fix, second_doctor, doctor, writer, editor
):
    sign_off(ptsd_edition, by=second_doctor, **SIGN_OFF)
    device_of(second_doctor)
    sign(phones["doctor"], submit(write(writer, slug="by-passkey"), by=writer), doctor)

    found = effects(ORIGIN)

    assert found.stopped == []
    assert [(one.name, one.qualifications, one.has_passkey) for one in found.without] == [
        ("Dr Dan Doctor", ["physician"], True)
    ]
    assert {(one.edition_id, *one.names) for one in found.uncounted} == {
        (signed.pk, "Dr Dora Doctor"), (ptsd_edition.pk, "Dr Dan Doctor"), (fix.pk, "Dr Dora Doctor"),
    }  # fmt: skip
    publish(signed, by=editor)
    assert signed.pk not in {one.edition_id for one in effects(ORIGIN).uncounted}


def test_preview_at_another_address_counts_no_passkey(phones):
    """A site that moved certifies anew: what was certified for the old address signs nothing at the new one."""
    found = effects("https://moved.example")
    assert len(found.stopped) == 5
    assert len(found.without) == 4


# What is refused --------------------------------------------------------------------------------------------------------


def test_it_is_asked_once(compliance, phones):
    ask(compliance)
    with refused("passkeys_are_asked_once"):
        ask(compliance)


def test_by_a_compliance_officer_with_their_secret_and_a_reason(phones, compliance, editor, doctor):
    for nobody in (editor, doctor):
        with pytest.raises(PermissionDenied):
            ask(nobody)
        with refused(["by_a_compliance_officer", "signing_secret_is_enrolled"]):
            act("ask_for_passkeys", ORIGIN, nobody.pk, proof(nobody, SECRET), "Mischief")
    with refused("same_person"):
        ask(compliance, secret="not the secret of the tests")
    with refused("reason_is_given"):
        ask(compliance, reason="\u2003")
    assert not Policy.objects.filter(passkeys=True).exists()


def test_officer_out_of_office_asks_for_nothing(committed, phones, compliance):
    dismiss(compliance, "compliance")
    with refused("by_a_compliance_officer"):
        ask(compliance)


def ended(role, phones, officer):
    end_passkey(phones[role].passkey, by=phones[role].person, since=timezone.now(), reason="Lost")


def of_the_officer(role, phones, officer):
    end_passkey(officer.passkey, by=officer.person, since=timezone.now() - timedelta(days=1), reason="Stolen")


def renamed(role, phones, officer):
    run("select act.register_credential(%s, 'Another Name', 'psychiatrist', qualification, 'B', 'N', specialties,"
        " clock_timestamp() + interval '90 days', %s, %s) from reviews_credential where person_id = %s",
        phones[role].person.pk, officer.person.pk, proof(officer.person, SECRET), phones[role].person.pk)  # fmt: skip
    suspend_credential(
        phones[role].person.credentials.get(name=phones[role].person.name), by=officer.person, reason="Renamed"
    )


TIER_3 = "Tier 3, high risk: two medical signatures by two people"
TIER_4 = "Tier 4, time-critical: a medical signature and a legal check"
BOTH = "Tiers 3 and 4: two medical signatures and a legal check"


@pytest.mark.parametrize(
    ("role", "what", "stopped"),
    [
        ("lawyer", ended, [TIER_4, BOTH]), ("medical_lead", ended, [TIER_3, BOTH]), ("medical_lead", renamed, [TIER_3, BOTH]),
        ("doctor", of_the_officer, 5),
    ],
)  # fmt: skip
def test_it_stops_no_tier_that_reviewers_can_sign(phones, officer, compliance, role, what, stopped):
    """Nobody at the desk could undo it: a tier that can be signed today must be one that passkeys can sign."""
    what(role, phones, officer)
    found = effects(ORIGIN).stopped
    assert (found if isinstance(stopped, list) else len(found)) == stopped
    with refused("enough_have_passkeys"):
        ask(compliance)
    assert not Policy.objects.filter(passkeys=True).exists()


def test_tier_that_nobody_can_sign_today_stands_in_nobodys_way(phones, officer, compliance, lawyer):
    suspend_credential(lawyer.credentials.get(), by=compliance, reason="Retired")
    assert effects(ORIGIN).stopped == []
    assert ask(compliance)


def test_passkey_counts_for_whoever_signs_under_the_name_that_it_is_certified_for(phones, compliance):
    """A newer credential under another name, beside the one that the passkey was certified for, may be the one that counts."""
    for role in ("doctor", "medical_lead"):
        register_credential(
            person(role), by=compliance, secret=SECRET, name=f"New {role}", profession="psychiatrist",
            qualification="physician", registration_body="A board", registration_number="1", specialties=SPECIALTIES,
            valid_until=timezone.now() + timedelta(days=365),
        )  # fmt: skip
    with refused("enough_have_passkeys"):
        ask(compliance)
    assert {"Dr Dora Doctor"} <= {one.name for one in effects(ORIGIN).without}


def test_nobody_asks_before_anybody_could_sign(officer, compliance):
    assert len(effects(ORIGIN).stopped) == 5
    for role in ("doctor", "second_doctor", "medical_lead", "lawyer"):
        suspend_credential(person(role).credentials.get(), by=compliance, reason="Retired")
    with refused("enough_have_passkeys"):
        ask(compliance)


# Round the act ----------------------------------------------------------------------------------------------------------

COPY = (
    "insert into reviews_policy (name, version, label, kind, rank, slugs, always, topics, words, all_of, requires, signers,"
    " review_after, ends_after{more}) select name, 9, label, kind, rank, slugs, always, topics, words, all_of, requires,"
    " signers, review_after, ends_after{values} from reviews_policy where name = 'one-signature' and version = 2"
)


def test_application_asks_for_nothing_and_takes_nothing_back_past_the_act(committed, officer, as_owner):
    ask_for_passkeys(officer)
    with psycopg.connect(login("leaf_app", committed), autocommit=True) as application:
        for statement in (
            COPY.format(more="", values=""), COPY.format(more=", passkeys", values=", false"),
            "insert into reviews_passkeysasked (by_id, origin, reason) values (1, 'x', 'x')",
            "update reviews_policy set passkeys = false", "delete from reviews_passkeysasked", "delete from reviews_policy",
        ):  # fmt: skip
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                application.execute(statement)
    for statement in (
        "update reviews_policy set passkeys = false", "delete from reviews_passkeysasked",
        "update reviews_passkeysasked set by_id = by_id",
    ):  # fmt: skip
        with pytest.raises(psycopg.errors.CheckViolation) as refusal:
            as_owner.execute(statement)
        assert refusal.value.diag.constraint_name == "append_only"


def test_old_view_of_the_policies_neither_asks_nor_publishes(committed, officer, phones, signed, editor, compliance):
    with psycopg.connect(login("leaf_app", committed)) as application:
        application.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        application.execute("select count(*) from reviews_policy")
        with pytest.raises(psycopg.errors.CheckViolation) as refusal, application.transaction():
            application.execute(
                "select act.ask_for_passkeys(%s, %s, %s, 'Why')", [ORIGIN, compliance.pk, proof(compliance, SECRET)]
            )
        assert refusal.value.diag.constraint_name == "sees_the_rules_as_they_are"
        ask(compliance)
        with pytest.raises(psycopg.errors.SerializationFailure):
            application.execute(
                "select act.publish(%s, %s, %s, null, '')", [signed.pk, bytes(signed.digest), editor.pk]
            )


@pytest.mark.parametrize("what", ["publishes", "signs with a secret"])
def test_asking_waits_for_whoever(committed, phones, signed, second_doctor, editor, compliance, what):
    """What they began is done before: the ledger has no signature with a secret on an article after it."""
    this = [signed.pk, bytes(signed.digest)]
    with psycopg.connect(login("leaf_app", committed)) as application:
        if what == "publishes":
            application.execute("select act.publish(%s, %s, %s, null, '')", [*this, editor.pk])
        else:
            by = [second_doctor.pk, proof(second_doctor, SECRET)]
            application.execute("select act.sign_off(%s, %s, %s, %s, 'medical accuracy', 'None')", this + by)
        run("set lock_timeout = '200ms'")
        with denied("55P03"):
            ask(compliance)
        application.commit()
    assert ask(compliance)
    assert bool(shown(slug=SLUG)) == (what == "publishes")


# The data files ---------------------------------------------------------------------------------------------------------


def load_with(monkeypatch, committed, **changes):
    """A set-up whose data files say `changes` of the first tier; its newest version then."""
    from cms.postgresql.embedded import server
    from cms.postgresql.setup import owner_alias

    read = data.read

    def newer(name, folder):
        return [row | (changes if row["name"] == "one-signature" else {}) for row in read(name, folder)]

    monkeypatch.setattr(data, "read", newer)
    with owner_alias(server("test").url("leaf_owner", committed)) as connection:
        data.load(connection)
    return Policy.objects.tiers().get(name="one-signature")


def test_set_up_loosens_nothing_unless_its_files_say_so(committed, officer, monkeypatch):
    made = ask_for_passkeys(officer)
    assert load_with(monkeypatch, committed).asked == made
    for _ in range(2):  # the officer's is 3 as well; that of the files is known again as 4
        newer = load_with(monkeypatch, committed, version=3, label="As the files say")
        assert (newer.version, newer.label, newer.passkeys, newer.asked) == (4, "As the files say", True, None)
    assert PasskeysAsked.objects.get() == made
    for _ in range(2):  # and so 4 is taken too, when the files come to it
        newer = load_with(monkeypatch, committed, version=4, label="As they say later")
        assert (newer.version, newer.label, newer.passkeys) == (5, "As they say later", True)
    newer = load_with(monkeypatch, committed, version=6, label="As the files say", passkeys=False)
    assert (newer.version, newer.passkeys) == (6, False)


def test_set_up_and_an_officer_who_asks_at_once(committed, phones, compliance, monkeypatch):
    """The files' newer version comes after the officer's and asks too, or the officer waits."""
    adopt = data.adopt

    def meanwhile(*given, **more):
        monkeypatch.setattr(data, "adopt", adopt)
        with psycopg.connect(login("leaf_app", committed)) as desk:
            desk.execute("set lock_timeout = '100ms'")
            with pytest.raises(psycopg.errors.LockNotAvailable):
                desk.execute(
                    "select act.ask_for_passkeys(%s, %s, %s, 'Why')", [ORIGIN, compliance.pk, proof(compliance, SECRET)]
                )
        return adopt(*given, **more)

    monkeypatch.setattr(data, "adopt", meanwhile)
    load_with(monkeypatch, committed, version=4, label="As the files say")
    ask(compliance)
    assert Policy.objects.tiers().get(name="one-signature").passkeys


def test_tier_that_does_not_ask_any_more_is_asked_anew_and_it_alone(committed, officer, as_owner):
    first = ask_for_passkeys(officer)
    adopt_as_owner(as_owner, "one-signature")
    second = ask(officer.person)
    assert [policy.name for policy in second.policies.all()] == ["one-signature"]
    assert first.policies.count() == 5
    assert PasskeysAsked.objects.count() == 2


def test_proof_plays_its_scene_where_passkeys_are_asked_for(committed, officer):
    """Its people sign with secrets."""
    ask_for_passkeys(officer)
    with admin(committed) as superuser, superuser.transaction(force_rollback=True):
        assert play(superuser, lambda line: None)["public"]
