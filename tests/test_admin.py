"""The admin: drafts to write, evidence to look at, and no second way round anything, not for a superuser either."""

from datetime import timedelta

import pytest
from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.article import Article, DraftSave, Topic
from articles.disclaimers import Disclaimer, StatementRule
from articles.edition import Edition
from articles.fix import Fix
from articles.hidden_row import HiddenRow, hide_row
from articles.publication import Publication, TakeDown, take_down
from cms.ledger import Entry
from cms.people import Person
from reviews.asking import PasskeysAsked
from reviews.credential import (
    Appointment,
    Credential,
    CredentialFile,
    SigningSecret,
    Suspension,
    Verification,
    suspend_credential,
)
from reviews.interests import InterestsCheck, StandingInterests, check_interests, declare_interests
from reviews.notice import (
    Notice,
    NoticeEnd,
    NoticePublication,
    NoticeSignature,
    draft_notice,
    end_notice,
    publish_notice,
    sign_notice,
)
from reviews.policy import ChosenTier, Policy, choose_tier
from reviews.recheck import Recheck, recheck
from reviews.sign_off import Revocation, SignOff, revoke
from reviews.verdict import Lift, Verdict, lift_refusal, refuse, request_changes
from tests.conftest import write
from tests.devices import ask_for_passkeys
from tests.people import PASSWORD, PEOPLE, SECRET, person

EVIDENCE = [
    Edition, Publication, TakeDown, Disclaimer, StatementRule, SignOff, Revocation, Verdict, Credential, Verification,
    Appointment,
    Policy, Entry, Topic, HiddenRow, Recheck, Notice, NoticeSignature, NoticePublication, NoticeEnd, Fix, Lift, Suspension,
    ChosenTier, InterestsCheck, StandingInterests, PasskeysAsked,
]  # fmt: skip


def address(model, name, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{name}", args=args)


def superuser():
    return Person.objects.create_superuser("root@example.org", PASSWORD, name="Ruth Root")


@pytest.fixture
def everything(published, ptsd_edition, fix, officer, doctor, second_doctor, lawyer, compliance, editor):
    """At least one row of every kind of evidence."""
    ask_for_passkeys(officer)
    choose_tier(fix.article, by=editor, policy="high-risk-and-time-critical", reason="A tier")
    lift_refusal(refuse(fix, by=doctor, secret=SECRET, reason="A refusal"), by=doctor, secret=SECRET, reason="A lift")
    suspend_credential(lawyer.credentials.get(), by=compliance, reason="A suspension")
    request_changes(ptsd_edition, by=second_doctor, reason="A private reason")
    revoke(SignOff.objects.filter(edition=published.edition).get(), by=compliance, reason="A revocation")
    take_down(published.article, by=editor, reason="A take-down")
    help_now = Edition.objects.get(slug="crisis-help")
    recheck(help_now, by=compliance, secret=SECRET, source="A source")
    hide_row(help_now, 1, by=editor, reason="A wrong row")
    check_interests(declare_interests(by=doctor, secret=SECRET, interests="None"), by=compliance, secret=SECRET)
    notice = draft_notice(by=editor, text="Stop and read this.", source="A letter", everywhere=True)
    sign_notice(notice, by=second_doctor, secret=SECRET, ends_at=timezone.now() + timedelta(days=9))
    publish_notice(notice, by=editor)
    end_notice(notice, by=editor, reason="An end")
    for model in EVIDENCE:
        assert model.objects.exists(), model


@pytest.fixture
def as_(client):
    def sign_in(someone):
        client.force_login(someone if isinstance(someone, Person) else person(someone))
        return client

    return sign_in


# Doors --------------------------------------------------------------------------------------------------------------------


def test_the_admin_has_no_door_of_its_own(one_transaction, client):
    answer = client.get("/admin/", follow=True)

    assert answer.redirect_chain[-1][0].startswith("/sign-in/?next=")
    assert client.post("/admin/login/", {"login": "x", "password": "y"}).headers["Location"].startswith("/sign-in/")


def test_who_is_not_staff_stays_outside(as_, writer):
    writer.is_staff = False
    writer.save()

    for model in [Article, *EVIDENCE, Person, Group]:
        assert as_(writer).get(address(model, "changelist")).status_code == 302


def test_who_is_signed_in_and_not_staff_is_told_so_once(as_, writer):
    writer.is_staff = False
    writer.save()

    answer = as_(writer).get("/sign-in/?next=/admin/", follow=True)

    assert answer.status_code == 403
    assert "Not yours to do" in answer.text
    assert "Wanda Writer" in answer.text


def test_what_is_registered_and_what_is_not():
    registered = set(admin.site._registry)

    assert registered == {*EVIDENCE, Article, Person, Group}
    assert not {CredentialFile, DraftSave, SigningSecret} & registered


CHANGES_DRAFTS = {"writer", "second_writer", "editor"}
SEES = {"audit trail": {"compliance", "administrator"}, "people": {"administrator"}}


@pytest.mark.parametrize("role", PEOPLE)
def test_each_role_may_what_its_group_says(as_, everything, draft, role):
    client = as_(role)

    for model in EVIDENCE:
        allowed = role in SEES["audit trail"] if model is Entry else True
        assert (client.get(address(model, "changelist")).status_code == 200) == allowed, model
        assert (client.get(address(model, "change", model.objects.first().pk)).status_code == 200) == allowed, model
    for model in [Person, Group]:
        assert (client.get(address(model, "changelist")).status_code == 200) == (role in SEES["people"]), model
    assert (client.get(address(Article, "add")).status_code == 200) == (role in CHANGES_DRAFTS)
    page = client.get(address(Article, "change", draft.pk))
    assert page.status_code == 200
    assert ("_save" in page.text) == (role in CHANGES_DRAFTS)
    assert draft.title in page.text
    assert client.get(address(Article, "changelist")).status_code == 200


# Evidence -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["root", "editor", "compliance"])
def test_evidence_is_neither_added_nor_changed_nor_deleted(as_, everything, who):
    client = as_(superuser() if who == "root" else who)

    for model in EVIDENCE:
        rows = list(model.objects.order_by("pk").values())
        data = {field.name: "1" for field in model._meta.fields} | {
            "_save": "1",
            "post": "yes",
            "action": "delete_selected",
        }
        pk = model.objects.first().pk
        for name, args in [("add", []), ("change", [pk]), ("delete", [pk]), ("changelist", [])]:
            answer = client.post(address(model, name, *args), data | {"_selected_action": pk})
            assert answer.status_code in {403, 200, 302}, (model, name)
            assert name == "changelist" or answer.status_code == 403, (model, name)
        assert list(model.objects.order_by("pk").values()) == rows, model
        assert client.get(address(model, "add")).status_code == 403
        assert client.get(address(model, "delete", pk)).status_code == 403


def test_bytes_are_shown_in_digits_and_texts_as_texts(as_, edition):
    client = as_("compliance")

    page = client.get(address(Edition, "change", edition.pk)).text
    assert edition.fingerprint in page
    assert "contributors&quot;:[" in page
    entry = Entry.objects.first()
    page = client.get(address(Entry, "change", entry.pk)).text
    assert bytes(entry.hash).hex() in page
    assert "&quot;act&quot;:" in page


def test_audit_trail_is_filtered_and_searched(as_, edition):
    client = as_("compliance")

    assert "submit" in client.get(address(Entry, "changelist"), {"act": "submit"}).text
    found = client.get(address(Entry, "changelist"), {"q": str(edition.article_id)}).context["cl"].queryset
    assert edition.article_id in {entry.article_id for entry in found}


def test_registration_number_is_for_those_who_verify_it(as_, writer):
    credential = Credential.objects.first()

    assert "T-12345" in as_("compliance").get(address(Credential, "change", credential.pk)).text
    for role in ["writer", "doctor", "editor", "administrator"]:
        for page in [address(Credential, "change", credential.pk), address(Credential, "changelist")]:
            assert "T-12345" not in as_(role).get(page).text
        assert not as_(role).get(address(Credential, "changelist"), {"q": "T-12345"}).context["cl"].queryset.exists()


def test_registration_numbers_are_not_guessed_digit_by_digit(as_, writer):
    for role in ["writer", "compliance"]:
        for lookup in ["registration_number", "registration_number__startswith", "registration_number__gt"]:
            assert as_(role).get(address(Credential, "changelist"), {lookup: "T"}).status_code == 400
    assert (
        as_("writer").get(address(Verification, "changelist"), {"credential__registration_number": "T"}).status_code
        == 400
    )


def test_the_audit_trail_names_the_article_and_tells_the_time_in_24_hours(as_, edition):
    page = as_("compliance").get(address(Entry, "changelist")).text
    entry = Entry.objects.filter(article_id=edition.article_id).first()

    assert f"{edition.article_id}: {edition.title}" in page
    assert f"{entry.at.day} {entry.at:%B %Y, %H:%M} UTC" in page


# Articles -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["root", "editor"])
def test_an_article_is_never_deleted(as_, draft, who):
    client = as_(superuser() if who == "root" else who)

    assert client.post(address(Article, "delete", draft.pk), {"post": "yes"}).status_code == 403
    client.post(
        address(Article, "changelist"), {"action": "delete_selected", "_selected_action": draft.pk, "post": "yes"}
    )
    assert Article.objects.filter(pk=draft.pk).exists()


def test_a_superuser_has_no_way_past_the_gate(as_, edition):
    client = as_(superuser())
    page = client.get(address(Article, "change", edition.article_id))

    for word in ["publish", "sign_off", "state"]:
        assert f'name="{word}' not in page.text


def titles(page):
    return {article.title for article in page.context["cl"].queryset}


def test_the_list_tells_state_edition_and_who(as_, draft, ptsd_edition):
    page = as_("writer").get(address(Article, "changelist"), {"kind__exact": "article"})

    found = {
        article.title: (article.state.state, article.edition_number, article.changed_by)
        for article in page.context["cl"].result_list
    }
    assert found == {
        "What one survey asked": ("draft", None, "Wanda Writer"), "What research shows": ("in review", 1, "Wanda Writer")
    }  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"state": "in review"}, {"What research shows"}),
        ({"state": "draft"}, {"What one survey asked"}),
        ({"topics__id__exact": "ptsd"}, {"What research shows"}),
        ({"q": "what-ptsd"}, {"What research shows"}),
        ({"q": "garcia2020", "kind__exact": "article"}, {"What research shows", "What one survey asked"}),
    ],
)
def test_the_list_is_filtered_and_searched(as_, draft, ptsd_edition, asked, found):
    if "topics__id__exact" in asked:
        asked = {"topics__id__exact": Topic.objects.get(slug="ptsd").pk, "kind__exact": "article"}

    assert titles(as_("writer").get(address(Article, "changelist"), asked)) == found


@pytest.mark.parametrize("state", ["no such state", "\0", "draft\0", "'"])
def test_an_unknown_state_finds_nothing(as_, draft, state):
    assert titles(as_("writer").get(address(Article, "changelist"), {"state": state})) == set()


def test_recent_actions_show_when_there_are_some(as_, draft):
    assert "Recent actions" not in as_("writer").get("/admin/").text
    LogEntry.objects.log_actions(person("writer").pk, [draft], CHANGE, single_object=True)
    assert "Recent actions" in as_("writer").get("/admin/").text


def test_the_list_asks_the_same_number_of_questions_for_many(as_, writer):
    def questions():
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address(Article, "changelist")).status_code == 200
        return len(asked)

    client = as_("writer")
    write(writer)
    questions()  # once for what Django remembers
    few = questions()
    for number in range(5):
        write(writer, slug=f"another-{number}")

    assert questions() == few
    assert few < 20


def test_every_list_and_form_of_evidence_asks_a_bounded_number_of_questions(as_, everything):
    client = as_(superuser())
    for model in EVIDENCE:
        with CaptureQueriesContext(connection) as asked:
            client.get(address(model, "changelist"))
        assert len(asked) < 15, model


# People and groups --------------------------------------------------------------------------------------------------------


NEW = {"name": "Nora New", "email": "nora@example.org", "password1": PASSWORD, "password2": PASSWORD, "_save": "1"}


def test_administrator_adds_a_person_who_can_then_sign_in(as_, client, administrator):
    answer = as_(administrator).post(address(Person, "add"), NEW)

    assert answer.status_code == 302, answer.context["errors"]
    nora = Person.objects.get(email="nora@example.org")
    assert (nora.name, nora.is_staff, nora.is_superuser, nora.is_active) == ("Nora New", False, False, True)
    client.logout()
    assert client.login(email="Nora@example.org", password=PASSWORD)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"email": "WRITER@example.org"}, "email"),
        ({"password2": "another password"}, "password2"),
        ({"name": ""}, "name"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(as_, administrator, wrong, field):
    page = as_(administrator).post(address(Person, "add"), NEW | wrong)

    assert set(page.context["adminform"].form.errors) == {field}


def test_administrator_gives_groups_and_deactivates(as_, administrator, writer):
    group = Group.objects.get(name="Editor")
    data = {
        "name": "Wanda W",
        "email": writer.email,
        "groups": [group.pk],
        "is_staff": "on",
        "is_superuser": "on",
        "_save": "1",
    }

    assert as_(administrator).post(address(Person, "change", writer.pk), data).status_code == 302

    writer.refresh_from_db()
    assert (writer.name, writer.is_active, writer.is_superuser) == ("Wanda W", False, False)
    assert list(writer.groups.all()) == [group]
    assert writer.check_password(PASSWORD)


def test_administrator_sets_another_password(as_, administrator, writer):
    page = reverse("admin:auth_user_password_change", args=[writer.pk])
    new = "quite another long password"

    as_(administrator).post(page, {"password1": new, "password2": new, "usable_password": "true"})

    writer.refresh_from_db()
    assert writer.check_password(new)


def test_everybody_on_the_staff_changes_their_own_password(as_, writer):
    new = "quite another long password"

    answer = as_(writer).post(
        "/admin/password_change/", {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    )

    assert answer.status_code == 302
    writer.refresh_from_db()
    assert writer.check_password(new)


def test_administrator_does_not_take_over_a_superuser(as_, administrator):
    root = superuser()
    client = as_(administrator)

    assert (
        client.post(address(Person, "change", root.pk), {"email": "mine@example.org", "name": "x"}).status_code == 403
    )
    page = reverse("admin:auth_user_password_change", args=[root.pk])
    assert client.post(page, {"password1": PASSWORD + "x", "password2": PASSWORD + "x"}).status_code == 403


def test_nobody_deletes_a_person(as_, writer):
    client = as_(superuser())

    assert client.post(address(Person, "delete", writer.pk), {"post": "yes"}).status_code == 403
    assert Person.objects.filter(pk=writer.pk).exists()


def test_groups_are_changed_by_a_superuser_alone(as_, administrator):
    group = Group.objects.get(name="Writer")
    client = as_(administrator)

    assert client.get(address(Group, "change", group.pk)).status_code == 200
    for name, args in [("add", []), ("change", [group.pk]), ("delete", [group.pk])]:
        assert client.post(address(Group, name, *args), {"name": "Mine", "post": "yes"}).status_code == 403
    assert Group.objects.filter(name="Writer").exists()
    assert (
        as_(superuser()).post(address(Group, "change", group.pk), {"name": "Author", "_save": "1"}).status_code == 302
    )


# The frame ----------------------------------------------------------------------------------------------------------------


def test_the_demo_says_so_on_every_page_of_the_admin(as_, draft, settings):
    pages = [
        "/admin/",
        address(Article, "changelist"),
        address(Article, "change", draft.pk),
        address(Edition, "changelist"),
    ]
    for page in pages:
        assert "DEMO" not in as_("writer").get(page).text

    settings.DEMO = True

    for page in pages:
        text = as_("writer").get(page).text
        assert "<strong>DEMO</strong>" in text
        assert "Signed Leaf" in text
        assert reverse("desk") in text
        assert "noindex" in text
