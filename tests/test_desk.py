"""The desk: who finds what there, what each button does, and that every refusal comes back in words beside what was typed."""

import time
from datetime import timedelta
from html import unescape

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.article import Article, State, save_draft
from articles.edition import submit
from articles.public import LiveArticle
from articles.publication import Publication, TakeDown, publish, take_down
from cms.people import Person
from cms.refusals import SENTENCES
from reviews.credential import Credential, SigningSecret, suspend_credential
from reviews.sign_off import Revocation, SignOff, revoke, sign_off
from reviews.verdict import Lift, Verdict, refuse, request_changes
from tests.conftest import SECOND, SIGN_OFF, write
from tests.people import PASSWORD, SECRET, give_credential, person

ROLES = ["writer", "doctor", "editor", "compliance", "medical_lead", "administrator"]


@pytest.fixture
def visit(client, one_transaction):
    """visit(person, address) gives the page as text; visit(person, address, field=…) posts the fields first."""

    def visit(who, address, **fields):
        client.force_login(who)
        answer = client.post(address, fields, follow=True) if fields else client.get(address)
        visit.status, visit.went = answer.status_code, getattr(answer, "redirect_chain", [])
        return unescape(answer.content.decode())

    return visit


def address(edition, step=""):
    return f"/desk/editions/{edition.pk}/{step}"


def signature(edition, **changes):
    return {
        "digest": edition.fingerprint, "meaning": "medical accuracy", "interests": "None", "secret": SECRET,
    } | changes  # fmt: skip


def section(page, title):
    """The part of the desk under this heading, up to the next."""
    parts = page.split("<summary><h2>")
    return next((part for part in parts if part.startswith(title + " ")), "")


def state(article):
    return State.objects.get(article=article).state


def day(days):
    return (timezone.now() + timedelta(days=days)).strftime("%Y-%m-%d")


def stranger(name="Nora New", group=None):
    made = Person.objects.create_user(f"{name.split()[0].lower()}@example.org", PASSWORD, name=name)
    if group:
        made.groups.add(Group.objects.get(name=group))
    return Person.objects.get(pk=made.pk)


# Who sees what ----------------------------------------------------------------------------------------------------------


def test_edition_awaits_the_reviewer_who_can_sign_it(visit, edition, doctor):
    page = visit(doctor, "/desk/")

    assert edition.title in section(page, "Awaiting you")
    assert "missing: medical accuracy" in section(page, "Awaiting you")
    assert section(page, "In review, not yours") == ""


def test_signed_edition_leaves_the_reviewers_and_reaches_the_editor(visit, signed, second_doctor, editor):
    assert "Nothing awaits you." in section(visit(second_doctor, "/desk/"), "Awaiting you")
    assert signed.title in section(visit(editor, "/desk/"), "Signed, ready to publish")


def test_one_who_signed_waits_for_the_other(visit, ptsd_edition, doctor, second_doctor):
    sign_off(ptsd_edition, by=doctor, **SIGN_OFF)

    own = section(visit(doctor, "/desk/"), "In review, not yours")
    assert "You signed this edition already." in own
    assert ptsd_edition.title in section(visit(doctor, "/desk/"), "Your sign-offs")
    others = section(visit(second_doctor, "/desk/"), "Awaiting you")
    assert "1 of 2" in others
    assert "missing: second medical review" in others


def test_contributor_reads_why_it_is_not_theirs(visit, writer, doctor):
    article = write(writer)
    save_draft(Article.objects.get(pk=article.pk), by=writer, bylines=[writer, doctor])
    submit(article, by=writer)

    assert "You contributed to this article" in section(visit(doctor, "/desk/"), "In review, not yours")


def test_missing_specialty_is_named(visit, writer, doctor):
    submit(write(writer, topics=("anxiety", "pregnancy")), by=writer)

    others = section(visit(doctor, "/desk/"), "In review, not yours")
    assert "Not covered: Pregnancy and breast-feeding." in others


def test_reviewer_without_secret_or_credential_is_told_what_to_do_first(visit, edition):
    newcomer = stranger(group="Medical reviewer")

    page = visit(newcomer, "/desk/")
    assert "Before you can sign" in page
    assert "Choose your signing secret." in page
    assert "Ask a compliance officer to register and verify your credential." in page
    assert "none is enrolled yet. Everybody chooses their own on the desk" in visit(newcomer, address(edition))


def test_reviewer_whose_credential_is_suspended_is_told_so(visit, doctor, compliance):
    suspend_credential(doctor.credentials.get(), by=compliance, reason="Struck off")

    assert "Your credential is suspended." in visit(doctor, "/desk/")


def test_newer_edition_of_a_published_article_awaits_too(visit, published, writer, doctor):
    article = Article.objects.get(pk=published.article_id)
    article.summary = "The summary, rewritten."
    second = submit(save_draft(article, by=writer), by=writer)

    page = visit(doctor, "/desk/")
    assert address(second) in section(page, "Awaiting you")
    assert address(published.edition) in section(page, "Published")


def test_statements_are_marked(visit, statements, editor):
    published = section(visit(editor, "/desk/"), "Published")

    assert "Statement</span>" in published
    assert "crisis-help-without-numbers" in published


def test_every_state_has_its_section(visit, writer, doctor, editor):
    made = {}
    for name in ["changes", "refused", "scheduled", "down", "revoked"]:
        made[name] = submit(write(writer, slug=name, title=f"About {name}"), by=writer)
    for name in ["scheduled", "down", "revoked"]:
        sign_off(made[name], by=doctor, **SIGN_OFF)
    request_changes(made["changes"], by=doctor, reason="Numbers")
    refuse(made["refused"], by=doctor, secret=SECRET, reason="Unfit")
    publish(made["scheduled"], by=editor, starts_at=timezone.now() + timedelta(days=1))
    publish(made["down"], by=editor)
    take_down(made["down"].article, by=editor, reason="Wrong")
    publish(made["revoked"], by=editor)
    revoke(made["revoked"].sign_offs.get(), by=doctor, reason="Wrong")

    page = visit(editor, "/desk/")
    for title, names in {
        "Changes requested": ["changes"], "Refused": ["refused"], "Scheduled": ["scheduled"],
        "Ended or taken down": ["down"], "In review": ["revoked"],
    }.items():  # fmt: skip
        for name in names:
            assert f"About {name}" in section(page, title)
            assert page.count(f'{address(made[name])}">About') == 1


def test_desk_asks_the_database_as_often_for_many_editions_as_for_one(visit, client, writer, doctor, second_doctor):
    def queries():
        client.force_login(second_doctor)
        with CaptureQueriesContext(connection) as asked:
            client.get("/desk/")
        return len(asked)

    sign_off(submit(write(writer, slug="first", topics=("ptsd",)), by=writer), by=doctor, **SIGN_OFF)
    before = queries()
    for slug in ["second", "third", "fourth", "fifth"]:
        sign_off(submit(write(writer, slug=slug, topics=("ptsd",)), by=writer), by=doctor, **SIGN_OFF)
        submit(write(writer, slug=f"{slug}-law", topics=("law",)), by=writer)

    assert queries() == before
    assert before <= 25


# Reading an edition -----------------------------------------------------------------------------------------------------


def test_edition_is_shown_with_what_stands_about_it(visit, ptsd_edition, writer, doctor):
    page = visit(doctor, address(ptsd_edition))

    assert "As readers would see it; not public" in page
    assert ptsd_edition.fingerprint in page
    assert "Two medical signatures by two people" in page
    assert writer.name in page
    assert "988 Suicide & Crisis Lifeline" in page
    assert "General information only." in page
    assert "has no current signed edition" not in page


def test_needed_statement_without_a_current_edition_is_named(visit, edition, statements, editor, doctor):
    take_down(statements["legal-status"], by=editor, reason="Out of date")

    page = visit(doctor, address(edition))
    assert "is needed on this page and has no current signed edition" in page
    assert "Kratom and the law" in page or "Legal status" in page


@pytest.mark.parametrize("slug", ["crisis-help", "legal-status"])
def test_statement_is_read_like_any_edition(visit, statements, doctor, slug):
    edition = statements[slug].editions.get()

    page = visit(doctor, address(edition))
    assert visit.status == 200
    assert edition.title in page
    assert "What readers see" in page


def test_older_edition_points_to_the_newest(visit, published, writer, editor):
    article = Article.objects.get(pk=published.article_id)
    article.summary = "The summary, rewritten."
    second = submit(save_draft(article, by=writer), by=writer)

    page = visit(editor, address(published.edition))
    assert "This is not the newest edition." in page
    assert f'href="{address(second)}"' in page


def test_record_tells_what_happened(visit, published, doctor, editor):
    revoke(published.edition.sign_offs.get(), by=doctor, reason="I was wrong about the dose")
    take_down(published.article, by=editor, reason="A reader asked")

    record = visit(editor, address(published.edition)).partition('id="record"')[2]
    for told in [
        "Submitted", "Signed: medical accuracy", "Declared interests: None", "Published", "Revoked the signature of",
        "I was wrong about the dose", "Taken down", "A reader asked",
    ]:  # fmt: skip
        assert told in record


def test_there_is_no_such_edition(visit, doctor):
    visit(doctor, "/desk/editions/999999/")
    assert visit.status == 404


# Signing ----------------------------------------------------------------------------------------------------------------


def test_reviewer_signs(visit, edition, doctor):
    page = visit(doctor, address(edition, "sign-off/"), **signature(edition))

    assert visit.went == [(address(edition), 302)]
    assert "Signed. Your name and profession stand beside this edition" in page
    assert SignOff.objects.get(edition=edition).reviewer == doctor
    assert state(edition.article) == "signed"


def test_wrong_secret_is_refused_with_nothing_typed_lost_but_the_secret(visit, edition, doctor):
    page = visit(
        doctor, address(edition, "sign-off/"),
        **signature(edition, secret="not what was enrolled", interests="Shares in Leaf Ltd"),
    )  # fmt: skip

    assert page.count(SENTENCES["same_person"]) == 2  # in the summary, and beside the field
    assert 'href="#sign-secret"' in page
    assert "Shares in Leaf Ltd" in page
    assert 'value="medical accuracy" ' in page
    assert "checked" in page
    assert "not what was enrolled" not in page
    assert "<title>Refused: " in page
    assert not SignOff.objects.filter(edition=edition).exists()


def test_undeclared_interests_are_refused_by_the_database(visit, edition, doctor):
    page = visit(doctor, address(edition, "sign-off/"), **signature(edition, interests=" "))

    assert SENTENCES["interests_are_declared"] in page
    assert SECRET not in page


def test_forgotten_secret_costs_no_try(visit, edition, doctor):
    assert "Type your signing secret." in visit(doctor, address(edition, "sign-off/"), **signature(edition, secret=""))


@pytest.mark.parametrize("digest", ["", "00" * 32, "no digest"], ids=["missing", "another", "nonsense"])
@pytest.mark.parametrize(
    ("who", "step", "rule"),
    [("doctor", "sign-off/", "signs_exactly_this"), ("doctor", "request-changes/", "on_exactly_this"),
     ("doctor", "refuse/", "on_exactly_this"), ("editor", "publish/", "publishes_exactly_this")],
)  # fmt: skip
def test_another_digest_than_the_shown_is_refused(visit, edition, who, step, rule, digest):
    page = visit(person(who), address(edition, step), **signature(edition, digest=digest, reason="A reason"))

    assert SENTENCES[rule] in page
    assert f'value="{edition.fingerprint}"' in page  # what is shown now is what is signed next
    assert not SignOff.objects.filter(edition=edition).exists()
    assert not Verdict.objects.exists()


def test_contributor_is_refused_with_the_sentence(visit, writer, doctor):
    article = write(writer)
    save_draft(Article.objects.get(pk=article.pk), by=writer, bylines=[writer, doctor])
    edition = submit(article, by=writer)

    assert "Sign edition 1</button>" not in visit(doctor, address(edition))
    page = visit(doctor, address(edition, "sign-off/"), **signature(edition))
    assert SENTENCES["no_contributor_signs"] in page
    assert not SignOff.objects.filter(edition=edition).exists()


def test_nobody_signs_twice(visit, ptsd_edition, doctor):
    visit(doctor, address(ptsd_edition, "sign-off/"), **signature(ptsd_edition))
    page = visit(doctor, address(ptsd_edition, "sign-off/"), **signature(ptsd_edition, meaning="second medical review"))

    assert SENTENCES["one_sign_off_per_reviewer"] in page
    assert SignOff.objects.filter(edition=ptsd_edition).count() == 1


def test_sending_the_form_twice_signs_once(visit, edition, doctor):
    visit(doctor, address(edition, "sign-off/"), **signature(edition))
    page = visit(doctor, address(edition, "sign-off/"), **signature(edition))

    assert SENTENCES["one_sign_off_per_reviewer"] in page
    assert SignOff.objects.filter(edition=edition).count() == 1


def test_only_missing_meanings_can_be_chosen(visit, ptsd_edition, doctor, second_doctor):
    sign_off(ptsd_edition, by=doctor, **SIGN_OFF)

    page = visit(second_doctor, address(ptsd_edition))
    assert 'value="second medical review"' in page
    assert 'value="medical accuracy"' not in page
    page = visit(second_doctor, address(ptsd_edition, "sign-off/"), **signature(ptsd_edition))
    assert "Somebody else gave that signature meanwhile." in page
    assert ptsd_edition.sign_offs.count() == 1


def test_signing_a_published_edition_again_makes_nothing_public(visit, published, doctor, second_doctor, editor):
    revoke(published.edition.sign_offs.get(), by=doctor, reason="Wrong")

    visit(second_doctor, address(published.edition, "sign-off/"), **signature(published.edition))
    assert not LiveArticle.objects.filter(slug=published.edition.slug).exists()
    assert "Signed, ready to publish" in visit(editor, "/desk/")


# Verdicts ---------------------------------------------------------------------------------------------------------------


def test_reviewer_requests_changes(visit, edition, doctor, second_doctor):
    page = visit(doctor, address(edition, "request-changes/"), digest=edition.fingerprint, reason="Give the numbers")

    assert "Changes requested. The review of this edition has ended" in page
    assert "Give the numbers" in page
    assert "Changes to this edition were requested." in visit(second_doctor, address(edition))
    assert state(edition.article) == "changes requested"


def test_changes_without_a_reason_are_refused(visit, edition, doctor):
    page = visit(doctor, address(edition, "request-changes/"), digest=edition.fingerprint, reason="")

    assert SENTENCES["reason_is_given"] in page
    assert 'id="changes" open' in page


def test_reviewer_refuses_the_article_and_lifts_it(visit, edition, doctor):
    page = visit(doctor, address(edition, "refuse/"), digest=edition.fingerprint, reason="It promises", secret=SECRET)
    assert "No edition of this article can be published" in page
    assert state(edition.article) == "refused"

    verdict = Verdict.objects.get()
    page = visit(doctor, address(edition, f"lift/{verdict.pk}/"), reason="Rewritten", secret=SECRET)
    assert "The refusal is lifted." in page
    assert Lift.objects.get().kind == "lifted"


def test_refusal_wants_the_signing_secret(visit, edition, doctor):
    page = visit(
        doctor, address(edition, "refuse/"), digest=edition.fingerprint, reason="It promises", secret="wrong " * 4
    )

    assert SENTENCES["same_person"] in page
    assert "It promises" in page
    assert not Verdict.objects.exists()


def test_medical_lead_overrules(visit, edition, doctor, medical_lead):
    verdict = refuse(edition, by=doctor, secret=SECRET, reason="It promises")
    assert f"Overrule the refusal of {doctor.name}" in visit(medical_lead, address(edition))

    visit(medical_lead, address(edition, f"lift/{verdict.pk}/"), reason="It does not", secret=SECRET)
    assert Lift.objects.get().kind == "overruled"


def test_another_reviewer_does_not_lift(visit, edition, doctor, second_doctor):
    verdict = refuse(edition, by=doctor, secret=SECRET, reason="It promises")

    assert "Lift" not in visit(second_doctor, address(edition)).partition('id="record"')[0].partition("<main")[2]
    visit(second_doctor, address(edition, f"lift/{verdict.pk}/"), reason="It does not", secret=SECRET)
    assert visit.status == 403


# Publishing -------------------------------------------------------------------------------------------------------------


def test_editor_publishes(visit, signed, editor):
    page = visit(editor, address(signed, "publish/"), digest=signed.fingerprint)

    assert "Published. Readers see it now." in page
    assert "See the public page" in page
    assert LiveArticle.objects.filter(slug=signed.slug).exists()


def test_unsigned_edition_has_the_button_and_the_database_says_no(visit, edition, editor):
    assert "Publish edition 1</button>" in visit(editor, address(edition))

    page = visit(editor, address(edition, "publish/"), digest=edition.fingerprint)
    assert page.count(SENTENCES["signed_by_enough_reviewers"]) == 2
    assert 'href="#publish"' in page
    assert not Publication.objects.filter(edition=edition).exists()


def test_editor_publishes_later_in_utc(visit, signed, editor):
    visit(editor, address(signed, "publish/"), digest=signed.fingerprint, starts_at=f"{day(3)}T09:00")

    publication = Publication.objects.get(edition=signed)
    assert publication.starts_at.isoformat() == f"{day(3)}T09:00:00+00:00"
    page = visit(editor, "/desk/")
    assert signed.title in section(page, "Scheduled")
    assert f"{publication.starts_at:%B %Y}, 09:00 UTC" in section(page, "Scheduled")


@pytest.mark.parametrize(
    ("starts_at", "sentence"),
    [("2020-01-01T09:00", SENTENCES["not_in_the_past"]), ("soon", "Write a date and a time")], ids=["past", "nonsense"],
)  # fmt: skip
def test_wrong_time_is_refused_beside_the_time(visit, signed, editor, starts_at, sentence):
    page = visit(
        editor, address(signed, "publish/"), digest=signed.fingerprint, starts_at=starts_at, reason="My reason"
    )

    assert sentence in page
    assert 'href="#publish-starts_at"' in page
    assert "My reason" in page
    assert not Publication.objects.filter(edition=signed).exists()


def test_way_back_to_an_older_edition_asks_for_the_reason(visit, published, writer, doctor, editor):
    article = Article.objects.get(pk=published.article_id)
    article.summary = "The summary, rewritten."
    second = submit(save_draft(article, by=writer), by=writer)
    sign_off(second, by=doctor, **SIGN_OFF)
    publish(second, by=editor)
    first = published.edition

    page = visit(editor, address(first, "publish/"), digest=first.fingerprint)
    assert SENTENCES["no_silent_step_back"] in page
    assert 'href="#publish-reason"' in page
    visit(editor, address(first, "publish/"), digest=first.fingerprint, reason="The second had a wrong number")
    assert LiveArticle.objects.get(slug=first.slug).number == 1


@pytest.mark.parametrize(("step", "kind"), [("take-down/", "taken down"), ("retract/", "retracted")])
@pytest.mark.parametrize("who", ["editor", "compliance"])
def test_page_is_hidden(visit, published, who, step, kind):
    visit(person(who), address(published.edition, step), reason="A reader reported an error")

    assert state(published.article) == kind
    assert TakeDown.objects.get().reason == "A reader reported an error"
    page = visit(person(who), address(published.edition))
    assert "Take the page down now" not in page
    assert ("Retract the article now" in page) == (kind == "taken down")


def test_page_is_hidden_with_a_reason_only(visit, published, editor):
    page = visit(editor, address(published.edition, "take-down/"), reason="")

    assert SENTENCES["reason_is_given"] in page
    assert state(published.article) == "published"


def test_never_published_article_has_nothing_to_take_down(visit, edition, editor):
    assert "Take the page down now" not in visit(editor, address(edition))
    assert SENTENCES["something_to_take_down"] in visit(editor, address(edition, "take-down/"), reason="A reason")


@pytest.mark.parametrize("who", ["doctor", "compliance"])
def test_sign_off_is_revoked_without_a_secret(visit, published, who):
    signature = published.edition.sign_offs.get()
    assert f'id="revoke-{signature.pk}"' in visit(person(who), address(published.edition))

    page = visit(person(who), address(published.edition, f"revoke/{signature.pk}/"), reason="I was wrong")
    assert "no longer public" in page
    assert Revocation.objects.get().reason == "I was wrong"
    assert state(published.article) == "revoked"


def test_another_reviewer_does_not_revoke(visit, signed, second_doctor):
    signature = signed.sign_offs.get()

    assert f"revoke-{signature.pk}" not in visit(second_doctor, address(signed))
    visit(second_doctor, address(signed, f"revoke/{signature.pk}/"), reason="I would not have")
    assert visit.status == 403
    assert not Revocation.objects.exists()


def test_sign_off_of_another_edition_is_not_found_here(visit, signed, ptsd_edition, doctor):
    visit(doctor, address(ptsd_edition, f"revoke/{signed.sign_offs.get().pk}/"), reason="A reason")
    assert visit.status == 404


# Signing secrets --------------------------------------------------------------------------------------------------------


def test_signing_secret_is_chosen_and_replaced(visit, writer):
    page = visit(writer, "/desk/signing-secret/", secret="the secret of Wanda", again="the secret of Wanda")
    assert "Your signing secret is enrolled." in page
    assert "the secret of Wanda" not in page

    page = visit(
        writer, "/desk/signing-secret/", old="wrong " * 4, secret="another of Wanda's", again="another of Wanda's"
    )
    assert SENTENCES["same_person"] in page
    assert "another of Wanda's" not in page
    visit(
        writer,
        "/desk/signing-secret/",
        old="the secret of Wanda",
        secret="another of Wanda's",
        again="another of Wanda's",
    )
    assert SigningSecret.objects.filter(person=writer).count() == 2


@pytest.mark.parametrize(
    ("secret", "again", "sentence"),
    [("short", "short", "at least 12 characters"), ("the secret of Wanda", "the secret of Walter", "The two do not match"),
     ("", "", "Type your signing secret.")],
    ids=["short", "unlike", "empty"],
)  # fmt: skip
def test_signing_secret_that_does_not_do(visit, writer, secret, again, sentence):
    page = visit(writer, "/desk/signing-secret/", secret=secret, again=again)

    assert sentence in page
    assert "the secret of" not in page
    assert not SigningSecret.objects.filter(person=writer).exists()


def test_forgotten_secret_is_replaced_with_an_officer_present(visit, doctor, compliance, edition):
    new = {"secret": "a new secret of Dora", "again": "a new secret of Dora", "officer": compliance.pk}
    page = visit(doctor, "/desk/signing-secret/with-an-officer/", **new, officer_secret="wrong " * 4)
    assert SENTENCES["same_person"] in page
    assert 'href="#officer-officer_secret"' in page

    visit(doctor, "/desk/signing-secret/with-an-officer/", **new, officer_secret=SECRET)
    visit(doctor, address(edition, "sign-off/"), **signature(edition, secret="a new secret of Dora"))
    assert edition.sign_offs.exists()


def test_only_officers_in_office_can_be_chosen(visit, doctor, compliance, medical_lead):
    page = visit(doctor, "/desk/signing-secret/")

    assert f"{compliance.name}</option>" in page
    assert f"{medical_lead.name}</option>" not in page


# Credentials ------------------------------------------------------------------------------------------------------------


def credential_form(who, **changes):
    return {
        "person": who.pk, "name": "Dr Nora New", "profession": "pharmacist", "registration_body": "Board of the Tests",
        "registration_number": "T-777", "specialties": ["liver", "interactions"], "valid_until": day(300), "secret": SECRET,
    } | changes  # fmt: skip


@pytest.fixture
def newcomer(visit):
    made = stranger(group="Medical reviewer")
    visit(made, "/desk/signing-secret/", secret=SECRET, again=SECRET)
    return made


def test_officer_registers_a_credential(visit, compliance, newcomer):
    page = visit(compliance, "/desk/credentials/register/", **credential_form(newcomer))

    assert "The credential is registered and in force." in page
    assert "Dr Nora New, pharmacist" in page
    credential = Credential.objects.in_force().get(person=newcomer)
    assert sorted(credential.specialties) == ["interactions", "liver"]
    assert credential.valid_until.isoformat() == f"{day(300)}T00:00:00+00:00"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [({"secret": "wrong " * 4}, SENTENCES["same_person"]), ({"valid_until": day(400)}, SENTENCES["verified_for_a_year_at_most"]),
     ({"valid_until": day(-1)}, SENTENCES["verified_for_a_year_at_most"]), ({"name": ""}, SENTENCES["credential_is_complete"]),
     ({"specialties": []}, SENTENCES["credential_is_complete"]), ({"valid_until": "soon"}, "Write a date")],
    ids=["wrong secret", "too long", "past", "no name", "no specialty", "no date"],
)  # fmt: skip
def test_credential_is_refused_with_nothing_typed_lost(visit, compliance, newcomer, changes, sentence):
    page = visit(compliance, "/desk/credentials/register/", **credential_form(newcomer, **changes))

    assert sentence in page
    assert "T-777" in page
    assert SECRET not in page
    assert not Credential.objects.filter(person=newcomer).exists()


def test_officer_cannot_register_their_own(visit, compliance):
    page = visit(compliance, "/desk/credentials/register/", **credential_form(compliance))
    assert SENTENCES["nobody_verifies_themselves"] in page


def test_officer_verifies_again_and_suspends(visit, compliance, published, doctor):
    credential = doctor.credentials.get()
    page = visit(compliance, f"/desk/credentials/{credential.pk}/verify/", valid_until=day(360), secret=SECRET)
    assert f"The credential of {credential.name} is verified again." in page
    assert credential.verifications.count() == 2

    page = visit(compliance, f"/desk/credentials/{credential.pk}/suspend/", reason="Struck off")
    assert "is suspended. What rested on it is no longer public." in page
    assert "Struck off" in page
    assert not LiveArticle.objects.filter(slug=published.edition.slug).exists()


def test_suspension_wants_a_reason(visit, compliance, doctor):
    credential = doctor.credentials.get()
    page = visit(compliance, f"/desk/credentials/{credential.pk}/suspend/", reason="")

    assert Credential.objects.in_force().filter(pk=credential.pk).exists()
    assert SENTENCES["reason_is_given"] in page


def test_credential_that_lapsed_is_shown_so(visit, compliance, newcomer):
    give_credential(newcomer, days=1 / 86400)
    time.sleep(1.1)

    assert "state-lapsed" in visit(compliance, "/desk/credentials/")


def test_member_of_compliance_without_the_office_is_refused_by_the_database(visit, newcomer, doctor):
    pretender = stranger("Paul Pretender", "Compliance")
    visit(pretender, "/desk/signing-secret/", secret=SECRET, again=SECRET)

    page = visit(pretender, "/desk/credentials/register/", **credential_form(newcomer))
    assert SENTENCES["by_a_compliance_officer"] in page


# Who may what -----------------------------------------------------------------------------------------------------------

SCREENS = {
    "/desk/": set(ROLES),
    "/desk/editions/{edition}/": set(ROLES),
    "/desk/signing-secret/": set(ROLES),
    "/desk/credentials/": {"compliance"},
}
STEPS = {
    "/desk/editions/{edition}/sign-off/": {"doctor", "medical_lead"},
    "/desk/editions/{edition}/request-changes/": {"doctor", "medical_lead"},
    "/desk/editions/{edition}/refuse/": {"doctor", "medical_lead"},
    "/desk/editions/{edition}/lift/{verdict}/": {"doctor", "medical_lead"},
    "/desk/editions/{edition}/publish/": {"editor"},
    "/desk/editions/{edition}/take-down/": {"editor", "compliance"},
    "/desk/editions/{edition}/retract/": {"editor", "compliance"},
    "/desk/editions/{edition}/revoke/{sign_off}/": {"doctor", "compliance"},
    "/desk/signing-secret/with-an-officer/": set(ROLES),
    "/desk/credentials/register/": {"compliance"},
    "/desk/credentials/{credential}/verify/": {"compliance"},
    "/desk/credentials/{credential}/suspend/": {"compliance"},
}


@pytest.fixture
def addresses(signed, doctor):
    """Fills an address with an edition that the doctor signed, then refused."""
    verdict = refuse(signed, by=doctor, secret=SECRET, reason="It promises")
    keys = {
        "edition": signed.pk, "verdict": verdict.pk, "sign_off": signed.sign_offs.get().pk,
        "credential": doctor.credentials.get().pk,
    }  # fmt: skip
    return lambda pattern: pattern.format(**keys)


@pytest.mark.parametrize("role", ROLES)
def test_who_sees_which_screen(client, addresses, role):
    client.force_login(person(role))
    for pattern, who in SCREENS.items():
        assert client.get(addresses(pattern)).status_code == (200 if role in who else 403), pattern


@pytest.mark.parametrize("pattern", STEPS)
def test_who_may_take_which_step(client, addresses, pattern):
    for role in ROLES:
        client.force_login(person(role))
        answer = client.post(addresses(pattern), {"reason": "A reason", "secret": "wrong " * 4})
        assert answer.status_code in ((200, 302) if role in STEPS[pattern] else (403,)), role


def test_step_is_no_page(client, addresses, doctor):
    client.force_login(doctor)
    for pattern in STEPS:
        answer = client.get(addresses(pattern))
        assert (answer.status_code, answer["Allow"]) == (405, "POST"), pattern
        assert b"This address belongs to a button. Nothing was done." in answer.content


def test_who_is_signed_out_signs_in_and_comes_back_to_a_screen(client, addresses):
    for pattern in [*SCREENS, *STEPS]:
        answer = client.get(addresses(pattern)) if pattern in SCREENS else client.post(addresses(pattern), {})
        path, _, screen = answer["Location"].partition("?next=")
        assert (answer.status_code, path) == (302, "/sign-in/"), pattern
        assert screen in [addresses(pattern) for pattern in SCREENS], pattern


@pytest.mark.parametrize("pattern", ["/desk/", "/desk/editions/{edition}/"])
def test_somebody_of_no_group_reads_nothing(visit, addresses, pattern):
    page = visit(stranger(), addresses(pattern))

    assert visit.status == 403
    assert "belong to no group yet" in page
    assert "What one survey asked" not in page


def test_step_without_the_csrf_token_is_refused(edition, doctor):
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.force_login(doctor)
    answer = client.post(address(edition, "sign-off/"), signature(edition))
    assert answer.status_code == 403
    assert "What you typed is still in the form." in answer.content.decode()


# The door ---------------------------------------------------------------------------------------------------------------


def test_signing_in_and_out(client, doctor):
    page = client.post("/sign-in/", {"username": doctor.email.upper(), "password": PASSWORD})
    assert (page.status_code, page["Location"]) == (302, "/desk/")

    assert b"Sign out" in client.get("/desk/").content
    assert client.post("/sign-out/").status_code == 302
    assert client.get("/desk/").status_code == 302


def test_wrong_password_keeps_the_address_and_says_what_to_check(client, doctor):
    page = client.post("/sign-in/", {"username": doctor.email, "password": "not my password"}).content.decode()

    assert "That e-mail address and password do not match." in page
    assert doctor.email in page
    assert "not my password" not in page


def test_demo_says_so_on_the_desk(visit, settings, doctor):
    assert "demo-banner" not in visit(doctor, "/desk/")
    settings.DEMO = True
    assert "demo-banner" in visit(doctor, "/desk/")


def test_no_inline_style_or_script(visit, edition, doctor, compliance):
    for who, screen in [(doctor, "/desk/"), (doctor, address(edition)), (compliance, "/desk/credentials/")]:
        page = visit(who, screen)
        assert " style=" not in page
        assert "<style" not in page
        assert "<script" not in page


def test_second_signature_completes_the_policy(visit, ptsd_edition, doctor, second_doctor):
    sign_off(ptsd_edition, by=doctor, **SIGN_OFF)

    visit(second_doctor, address(ptsd_edition, "sign-off/"), **signature(ptsd_edition, meaning=SECOND["meaning"]))
    assert state(ptsd_edition.article) == "signed"
