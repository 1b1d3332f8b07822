"""What is shown beside the signing secret at the moment of signing: a code of the authenticator app, or a passkey just used."""

import re
import threading

import pytest
from allauth.mfa.totp.internal import auth
from django.core.cache import cache
from django.db import connections
from django.test import Client
from django.urls import reverse

from articles.edition import submit
from cms.refusals import SENTENCES
from reviews import adoption_forms, step_forms
from reviews.credential import SigningSecret
from reviews.notice import draft_notice
from reviews.verdict import refuse
from tests.conftest import write
from tests.desk import address, day, kinds, signature
from tests.factors import KEY, give_app, give_passkey, passkey_was_used
from tests.notices import EVERYWHERE
from tests.people import PASSWORD, SECRET, person
from tests.test_desk_rules import NEXT, confirmed, form

WRONG_CODE = "That code or key is not right."


# A code -----------------------------------------------------------------------------------------------------------------


def test_whoever_has_an_app_signs_with_secret_and_code(visit, edition, doctor, app, clock):
    page = visit(doctor, address(edition))
    field = re.search(r'<input[^>]*name="one_time_code"[^>]*id="sign-one_time_code"[^>]*>', page)[0]
    assert 'autocomplete="one-time-code"' in field
    assert 'inputmode="numeric"' in field
    assert "maxlength" not in field

    assert "Signed." in visit(
        doctor, address(edition, "sign-off/"), **signature(edition, one_time_code=f" {clock()[:3]} {clock()[3:]} ")
    )
    assert edition.sign_offs.get().reviewer == doctor


def test_whoever_has_none_is_not_asked(visit, edition, doctor):
    assert 'name="one_time_code"' not in visit(doctor, address(edition))
    assert "Signed." in visit(doctor, address(edition, "sign-off/"), **signature(edition))


@pytest.mark.parametrize(("code", "sentence"), [("", "Type the code that your app shows."), ("000000", WRONG_CODE)])
def test_without_a_right_code_nothing_is_signed_and_what_was_typed_stays(
    visit, edition, doctor, app, clock, code, sentence
):
    page = visit(
        doctor, address(edition, "sign-off/"), **signature(edition, one_time_code=code, interests="Shares in Leaf Ltd")
    )

    assert page.count(sentence) == 2  # in the summary, and beside the field
    assert 'href="#sign-one_time_code-field"' in page
    assert "Shares in Leaf Ltd" in page
    assert "000000" not in page
    assert SECRET not in page
    assert not edition.sign_offs.exists()


def test_code_of_another_is_none(visit, edition, doctor, second_doctor, app, clock):
    auth.TOTP.activate(second_doctor, KEY[::-1].replace("P", "A"))
    assert WRONG_CODE in visit(
        second_doctor, address(edition, "sign-off/"), **signature(edition, one_time_code=clock())
    )


def test_recovery_code_signs_nothing(visit, edition, doctor, app, clock):
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    codes = RecoveryCodes.activate(doctor).get_unused_codes()
    assert WRONG_CODE in visit(doctor, address(edition, "sign-off/"), **signature(edition, one_time_code=codes[0]))


def test_code_is_good_once(visit, edition, doctor, app, clock, writer):
    other = submit(write(writer, slug="another-survey", title="Another survey"), by=writer)
    visit(doctor, address(edition, "sign-off/"), **signature(edition, one_time_code=clock()))

    assert WRONG_CODE in visit(doctor, address(other, "sign-off/"), **signature(other, one_time_code=clock()))
    clock.ticks()
    assert "Signed." in visit(doctor, address(other, "sign-off/"), **signature(other, one_time_code=clock()))


def test_code_of_the_door_does_not_sign_too(client, edition, doctor, app, clock):
    client.post("/sign-in/", {"login": doctor.email, "password": PASSWORD})
    client.post("/account/second-factor/authenticate/", {"code": clock()})

    assert WRONG_CODE in client.post(address(edition, "sign-off/"), signature(edition, one_time_code=clock())).text
    assert not edition.sign_offs.exists()


def test_code_that_signed_does_not_open_the_door(visit, edition, doctor, app, clock):
    visit(doctor, address(edition, "sign-off/"), **signature(edition, one_time_code=clock()))

    other = Client()
    other.post("/sign-in/", {"login": doctor.email, "password": PASSWORD})
    other.post("/account/second-factor/authenticate/", {"code": clock()})
    assert other.get("/desk/").status_code == 302


def test_form_sent_twice_signs_once(visit, edition, doctor, app, clock):
    typed = signature(edition, one_time_code=clock())
    visit(doctor, address(edition, "sign-off/"), **typed)
    page = visit(doctor, address(edition, "sign-off/"), **typed)

    assert "Not done" in page
    assert edition.sign_offs.count() == 1


def test_one_code_at_the_same_instant_signs_one_text(committed, edition, doctor, app, clock, writer):
    other = submit(write(writer, slug="another-survey", title="Another survey"), by=writer)
    start = threading.Barrier(2)

    def sign(text, code):
        client = Client()
        client.force_login(doctor)
        start.wait()
        client.post(address(text, "sign-off/"), signature(text, one_time_code=code))
        connections.close_all()

    code = clock()
    people = [threading.Thread(target=sign, args=(text, code)) for text in (edition, other)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    assert edition.sign_offs.count() + other.sign_offs.count() == 1


# Tries ------------------------------------------------------------------------------------------------------------------


def test_wrong_codes_count_with_those_at_the_door(visit, edition, doctor, app, clock):
    for _ in range(5):
        assert WRONG_CODE in visit(doctor, address(edition, "sign-off/"), **signature(edition, one_time_code="000000"))
    assert "Too many tries. Wait a few minutes." in visit(
        doctor, address(edition, "sign-off/"), **signature(edition, one_time_code=clock())
    )
    assert not edition.sign_offs.exists()

    other = Client()
    other.post("/sign-in/", {"login": doctor.email, "password": PASSWORD})
    other.post("/account/second-factor/authenticate/", {"code": clock()})
    assert other.get("/desk/").status_code == 302


def test_wrong_code_spends_no_try_of_the_secret(visit, edition, doctor, app, clock):
    for _ in range(11):
        page = visit(
            doctor,
            address(edition, "sign-off/"),
            **signature(edition, secret="not what was enrolled", one_time_code="000000"),
        )
        assert SENTENCES["same_person"] not in page  # nor does it say whether the secret was right
        cache.clear()
    assert "Signed." in visit(doctor, address(edition, "sign-off/"), **signature(edition, one_time_code=clock()))


def test_wrong_secret_spends_no_try_of_codes_but_the_code(visit, edition, doctor, app, clock):
    for _ in range(6):
        typed = signature(edition, secret="not what was enrolled", one_time_code=clock())
        assert SENTENCES["same_person"] in visit(doctor, address(edition, "sign-off/"), **typed)
        assert WRONG_CODE in visit(
            doctor, address(edition, "sign-off/"), **typed
        )  # a code is worth one try of a secret
        clock.ticks()
    assert "Signed." in visit(doctor, address(edition, "sign-off/"), **signature(edition, one_time_code=clock()))


def test_code_stays_good_where_another_rule_refused(visit, edition, doctor, app, clock):
    page = visit(doctor, address(edition, "sign-off/"), **signature(edition, interests="", one_time_code=clock()))
    assert SENTENCES["interests_are_declared"] in page
    assert "Signed." in visit(doctor, address(edition, "sign-off/"), **signature(edition, one_time_code=clock()))


# A passkey, or nothing --------------------------------------------------------------------------------------------------


def test_whoever_has_a_passkey_alone_uses_it_first_and_loses_nothing(client, edition, doctor):
    passkey = give_passkey(doctor)
    client.force_login(doctor)
    assert "Signing takes your passkey as well" in client.get(address(edition)).text

    page = client.post(address(edition, "sign-off/"), signature(edition, interests="Shares in Leaf Ltd")).text
    assert "Use your passkey first, then sign." in page
    assert f'href="{reverse("mfa_reauthenticate_webauthn")}?next=/desk/" target="_blank"' in page
    assert "Shares in Leaf Ltd" in page
    assert not edition.sign_offs.exists()

    passkey_was_used(client, passkey, minutes_ago=4)
    assert "Signing takes your passkey" not in client.get(address(edition)).text
    client.post(address(edition, "sign-off/"), signature(edition))
    assert edition.sign_offs.exists()


@pytest.mark.parametrize("what", ["too long ago", "by password", "one that is gone", "another's"])
def test_no_other_proof_stands_for_the_passkey(client, edition, doctor, second_doctor, what):
    passkey = give_passkey(doctor)
    client.force_login(doctor)
    passkey_was_used(
        client,
        passkey,
        minutes_ago=6 if what == "too long ago" else 0,
        method="password" if what == "by password" else "mfa",
    )
    if what == "one that is gone":
        give_passkey(doctor)
        passkey.delete()
    if what == "another's":
        passkey_was_used(client, give_passkey(second_doctor))
    client.post(address(edition, "sign-off/"), signature(edition))
    assert not edition.sign_offs.exists()


def test_whoever_has_an_app_and_a_passkey_types_a_code(client, edition, doctor, app, clock):
    passkey = give_passkey(doctor)
    client.force_login(doctor)
    passkey_was_used(client, passkey)
    client.post(address(edition, "sign-off/"), signature(edition))
    assert not edition.sign_offs.exists()


def test_whoever_has_neither_signs_nothing_on_a_real_site(client, settings, writer):
    """Whoever must have one does not come to the desk without; a writer does."""
    settings.SECOND_FACTOR = True
    client.force_login(writer)
    client.post("/desk/signing-secret/", {"secret": "the secret of Wanda", "again": "the secret of Wanda"})
    page = client.post(
        "/desk/signing-secret/",
        {"old": "the secret of Wanda", "secret": "another of Wanda's", "again": "another of Wanda's"},
    )
    assert "set up a second factor first" in page.text
    assert SigningSecret.objects.filter(person=writer).count() == 1


# Every act that takes the secret ----------------------------------------------------------------------------------------


def test_every_form_with_a_secret_known_before_takes_the_second_component():
    with_secret = {
        kind for kind in kinds(step_forms.StepForm)
        if any(
            isinstance(field, step_forms.SecretField) and field.widget.attrs["autocomplete"] != "new-password"
            for field in kind.base_fields.values()
        )
    }  # fmt: skip
    assert adoption_forms.ConfirmForm in with_secret
    assert len(with_secret) >= 11
    assert with_secret == kinds(step_forms.SignedForm) - {step_forms.SignedForm}


def of_each_step(edition, statement):
    """(who, address, what is typed but the code) of every step that takes a signing secret."""
    doctor, compliance = person("doctor"), person("compliance")
    notice = draft_notice(by=person("writer"), **EVERYWHERE)
    verdict = refuse(edition, by=doctor, secret=SECRET, reason="It promises")
    shown, why = {"digest": edition.fingerprint}, {"reason": "A reason"}
    credential = {
        "person": person("editor").pk, "name": "E", "profession": "p", "qualification": "scientist",
        "registration_body": "b", "registration_number": "1", "specialties": ["safety"], "valid_until": day(100),
    }  # fmt: skip
    return {
        "refuse": (person("second_doctor"), address(edition, "refuse/"), shown | why),
        "lift": (doctor, address(edition, f"lift/{verdict.pk}/"), why),
        "tier": (compliance, address(edition, "tier/"), why | {"policy": "one-signature"}),
        "check": (compliance, address(statement, "check/"), {"digest": statement.fingerprint, "source": "A law"}),
        "notice": (
            doctor,
            f"/desk/notices/{notice.pk}/sign/",
            {"digest": bytes(notice.digest).hex(), "ends_at": day(3)},
        ),
        "register": (compliance, "/desk/credentials/register/", credential),
        "verify": (compliance, f"/desk/credentials/{doctor.credentials.get().pk}/verify/", {"valid_until": day(100)}),
        "ask": (compliance, "/desk/rules/passkeys/ask/", why),
    }


@pytest.mark.parametrize("step", ["refuse", "lift", "tier", "check", "notice", "register", "verify", "ask"])
def test_every_step_with_the_secret_is_refused_without_the_code(client, edition, statements, step, clock):
    statement = statements["crisis-help"].editions.first()
    who, where, typed = of_each_step(edition, statement)[step]
    give_app(who)
    client.force_login(who)
    for code, sentence in [("", "Type the code that your app shows."), ("000000", WRONG_CODE)]:
        answer = client.post(where, typed | {"secret": SECRET, "one_time_code": code})
        assert (answer.status_code, sentence in answer.text) == (200, True)
    answer = client.post(where, typed | {"secret": "not what was enrolled", "one_time_code": clock()})
    assert SENTENCES["same_person"] in answer.text  # with a right code it comes to the secret


def test_tier_is_raised_without_secret_and_code(client, edition, editor, clock):
    give_app(editor)
    client.force_login(editor)
    page = client.post(address(edition, "tier/"), {"policy": "two-signatures", "reason": "Grave"}, follow=True).text
    assert "The tier is chosen." in page


def test_adoption_and_a_new_secret_take_the_code(client, doctor, compliance, app, clock):
    client.force_login(doctor)
    new = {"secret": "a new secret of Dora", "again": "a new secret of Dora"}
    assert WRONG_CODE in client.post("/desk/signing-secret/", new | {"old": SECRET, "one_time_code": "1"}).text
    with_officer = new | {"officer": compliance.pk, "officer_secret": SECRET, "one_time_code": "1"}
    assert WRONG_CODE in client.post("/desk/signing-secret/with-an-officer/", with_officer).text
    assert SigningSecret.objects.filter(person=doctor).count() == 1

    give_app(compliance)
    client.force_login(compliance)
    page = client.post(NEXT, form()).text
    assert WRONG_CODE in client.post(NEXT, confirmed(page, one_time_code="000000")).text
    assert "Adopted: " in client.post(NEXT, confirmed(page, one_time_code=clock()), follow=True).text

    clock.ticks()
    new, first = "/desk/rules/disclaimers/new/", form(version=1, code="D-NEW")  # it has a code of its own
    page = client.post(new, first).text
    assert "Adopted: " in client.post(new, confirmed(page, one_time_code=clock()), follow=True).text


# A secret that is the password too ---------------------------------------------------------------------------------------


def test_nobody_signs_with_their_password(visit, edition, doctor, app, clock):
    doctor.set_password(SECRET)
    doctor.save()
    page = visit(doctor, address(edition, "sign-off/"), **signature(edition, one_time_code=clock()))
    assert "Not done: that is your password." in page
    assert 'href="#sign-secret-field"' in page
    assert not edition.sign_offs.exists()

    new = "another secret of Dora"
    clock.ticks()
    visit(doctor, "/desk/signing-secret/", old=SECRET, secret=new, again=new, one_time_code=clock())
    clock.ticks()
    visit(doctor, address(edition, "sign-off/"), **signature(edition, secret=new, one_time_code=clock()))
    assert edition.sign_offs.exists()


def test_signing_is_no_way_to_guess_a_password(visit, edition, doctor):
    for _ in range(10):
        visit(doctor, address(edition, "sign-off/"), **signature(edition, digest="00" * 32, secret="a guess"))
    page = visit(doctor, address(edition, "sign-off/"), **signature(edition, digest="00" * 32, secret=PASSWORD))
    assert "that is your password" not in page
    assert "Too many tries. Wait a minute." in page


@pytest.mark.parametrize("way", ["", "with-an-officer/"])
def test_choosing_a_new_secret_is_no_way_to_guess_a_password(visit, doctor, compliance, way):
    there, typed = f"/desk/signing-secret/{way}", {"old": "wrong", "officer": compliance.pk, "officer_secret": "wrong"}
    for _ in range(10):
        visit(doctor, there, **typed, secret="a guess", again="a guess")
    page = visit(doctor, there, **typed, secret=PASSWORD, again=PASSWORD)
    assert "other than your password" not in page
    assert "Too many tries. Wait a minute." in page
