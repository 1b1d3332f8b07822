"""Signing secrets and credentials on the desk: chosen, replaced, registered, verified again and suspended."""

import time

import pytest

from articles.article import Article
from cms.refusals import SENTENCES
from reviews.credential import Credential, SigningSecret
from reviews.sign_off import revoke
from tests.desk import address, day, signature, stranger
from tests.people import PASSWORD, SECRET, give_credential
from tests.reading import shown

# Signing secrets ------------------------------------------------------------------------------------------------------


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
     ("", "", "Type your new signing secret."), (PASSWORD, PASSWORD, "Choose something other than your password.")],
    ids=["short", "unlike", "empty", "password"],
)  # fmt: skip
def test_signing_secret_that_does_not_do(visit, writer, secret, again, sentence):
    page = visit(writer, "/desk/signing-secret/", secret=secret, again=again)

    assert sentence in page
    assert "the secret of" not in page
    assert "What you typed is still there" not in page
    assert not SigningSecret.objects.filter(person=writer).exists()


def test_forgotten_secret_is_replaced_with_an_officer_present(visit, doctor, compliance, edition):
    new = {"secret": "a new secret of Dora", "again": "a new secret of Dora", "officer": compliance.pk}
    page = visit(doctor, "/desk/signing-secret/with-an-officer/", **new, officer_secret="wrong " * 4)
    assert SENTENCES["same_person"] in page
    assert 'href="#officer-officer_secret-field"' in page

    visit(doctor, "/desk/signing-secret/with-an-officer/", **new, officer_secret=SECRET)
    visit(doctor, address(edition, "sign-off/"), **signature(edition, secret="a new secret of Dora"))
    assert edition.sign_offs.exists()


def test_each_empty_field_is_named(visit, doctor, compliance):
    page = visit(doctor, "/desk/signing-secret/", old="", secret="", again="")
    for field, sentence in [
        ("old", "Type your signing secret until now."), ("secret", "Type your new signing secret."),
        ("again", "Type the same once more."),
    ]:  # fmt: skip
        assert f'href="#secret-{field}-field"' in page
        assert page.count(sentence) == 2
    assert "What you typed is still there" not in page

    page = visit(doctor, "/desk/signing-secret/with-an-officer/", secret="", again="", officer=compliance.pk)
    assert page.count("Type the officer's signing secret.") == 2
    assert "What you typed is still there, except secrets." in page


def test_only_officers_in_office_can_be_chosen(visit, doctor, compliance, medical_lead):
    page = visit(doctor, "/desk/signing-secret/")

    assert f"{compliance.name}</option>" in page
    assert f"{medical_lead.name}</option>" not in page


# Credentials ----------------------------------------------------------------------------------------------------------


def credential_form(who, **changes):
    return {
        "person": who.pk, "name": "Dr Nora New", "profession": "pharmacist", "qualification": "pharmacist",
        "registration_body": "Board of the Tests",
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
     ({"valid_until": day(-1)}, SENTENCES["verified_for_a_year_at_most"]), ({"valid_until": "soon"}, "Write a date")],
    ids=["wrong secret", "too long", "past", "no date"],
)  # fmt: skip
def test_credential_is_refused_with_nothing_typed_lost(visit, compliance, newcomer, changes, sentence):
    page = visit(compliance, "/desk/credentials/register/", **credential_form(newcomer, **changes))

    assert sentence in page
    assert "T-777" in page
    assert SECRET not in page
    assert not Credential.objects.filter(person=newcomer).exists()


def test_everything_that_a_credential_lacks_is_said_at_once(visit, compliance, newcomer):
    lacking = {
        "name": "",
        "profession": " ",
        "qualification": "",
        "registration_body": "",
        "registration_number": "",
        "specialties": [],
    }
    page = visit(compliance, "/desk/credentials/register/", **credential_form(newcomer, **lacking))

    for field, sentence in {
        "name": "Write the name", "profession": "Write the profession", "qualification": "Choose what the credential",
        "registration_body": "Write where",
        "registration_number": "Write the registration number", "specialties": "Choose at least one specialty",
    }.items():  # fmt: skip
        assert f'href="#register-{field}-field"' in page
        assert page.count(sentence) == 2
    assert not Credential.objects.filter(person=newcomer).exists()


def test_person_without_a_secret_is_named_beside_the_person(visit, compliance, writer):
    page = visit(compliance, "/desk/credentials/register/", **credential_form(writer))

    sentence = "Wanda Writer has not chosen a signing secret yet. It is chosen on their own desk."
    assert page.count(sentence) == 2
    assert 'href="#register-person-field"' in page
    assert SENTENCES["signing_secret_is_enrolled"] not in page


def test_officer_cannot_register_their_own(visit, compliance):
    page = visit(compliance, "/desk/credentials/register/", **credential_form(compliance))
    assert SENTENCES["nobody_verifies_themselves"] in page


def test_officer_verifies_again_and_suspends(visit, compliance, published, doctor):
    credential = doctor.credentials.get()
    page = visit(compliance, f"/desk/credentials/{credential.pk}/verify/", valid_until=day(360), secret=SECRET)
    assert f"The credential of {credential.name} is verified again." in page
    assert credential.verifications.count() == 2

    page = visit(compliance, f"/desk/credentials/{credential.pk}/suspend/", reason="Struck off")
    assert "is ended for good. What rested on it is no longer public." in page
    assert "Struck off" in page
    assert not shown(slug=published.edition.slug)


def test_what_rests_on_a_credential_is_said_before_it_is_ended(visit, compliance, published, doctor, second_doctor):
    def said(reviewer):
        page = visit(compliance, "/desk/credentials/")
        return page.partition(f'id="suspend-{reviewer.credentials.get().pk}"')[2].partition("<form")[0]

    before = said(doctor)
    assert "End this credential for good" in before
    assert f"{Article.objects.filter(kind='statement').count() + 1} public texts rest on it" in before
    assert "Among them are statements: 7-OH products, Crisis help, Crisis help without numbers" in before
    assert "No public text rests on it at present." in said(second_doctor)
    revoke(published.edition.sign_offs.get(), by=doctor, reason="Wrong")
    assert f"{Article.objects.filter(kind='statement').count()} public texts rest on it" in said(doctor)


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
