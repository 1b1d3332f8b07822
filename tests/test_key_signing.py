"""Signing an edition with a passkey at the desk: who is offered it, what is signed, and what is said when it comes to nothing."""

import json
import threading
from html import unescape

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone

from articles.edition import submit
from articles.publication import publish
from reviews import ceremony
from reviews.passkey import Assertion, end_passkey
from reviews.sign_off import SignOff
from tests.conftest import write
from tests.desk import address
from tests.desk_keys import asked, signed
from tests.devices import ask_for_passkeys, certify, device_of
from tests.people import SECRET
from tests.reading import shown

pytestmark = pytest.mark.usefixtures("at_leaf")
OFFER, OTHERWISE = "Sign with your passkey", "Or with your signing secret"


def fields(edition, **changed):
    return {"digest": edition.fingerprint, "meaning": "medical accuracy", "interests": "None"} | changed


def there(edition):
    return address(edition, "passkey/")


@pytest.fixture
def sign(client, doctor_device):
    """sign(edition) signs at the desk and gives the page that comes then; what differs from a right answer is said."""

    def sign(edition, device=doctor_device, *, typed=None, then=None, **said):
        client.force_login(doctor_device.person)
        options = asked(client, there(edition), **fields(edition, **typed or {}))
        answer = signed(device, options, **said)
        sign.sent = fields(edition, **(typed or {}) | (then or {})) | {"answer": answer}
        return unescape(client.post(there(edition), sign.sent, follow=True).text)

    return sign


# Who is offered it ------------------------------------------------------------------------------------------------------


def test_whoever_has_a_certified_passkey_is_offered_it_beside_the_secret(visit, edition, doctor_device, second_doctor):
    page = visit(doctor_device.person, address(edition))
    assert OFFER in page
    assert OTHERWISE in page
    page = visit(second_doctor, address(edition))
    assert OFFER not in page
    assert OTHERWISE not in page
    assert "Sign edition 1" in page


def test_passkey_that_nobody_certified_or_that_ended_is_not_offered(visit, edition, doctor_device, second_doctor):
    device_of(second_doctor)
    assert OFFER not in visit(second_doctor, address(edition))
    end_passkey(doctor_device.passkey, by=doctor_device.person, since=timezone.now(), reason="Lost")
    assert OFFER not in visit(doctor_device.person, address(edition))


def test_policy_that_asks_for_passkeys_offers_nothing_else_and_says_what_to_do(
    client, sign, writer, editor, officer_device, doctor_device, second_doctor
):
    ask_for_passkeys(officer_device)
    edition = submit(write(writer, slug="by-passkey"), by=writer)
    client.force_login(doctor_device.person)
    page = client.get(address(edition)).text
    assert OFFER in page
    assert "sign-secret" not in page
    client.force_login(second_doctor)
    page = client.get(address(edition)).text
    assert "This text is signed with a passkey only" in page
    assert OFFER not in page
    assert "sign-secret" not in page
    page = client.post(address(edition, "sign-off/"), fields(edition, secret=SECRET)).text
    assert "this text is signed with a certified passkey. Add yours under" in page

    assert "Signed with your passkey." in sign(edition)
    publish(edition, by=editor)
    assert "by-passkey" in [article.slug for article in shown()]


# What is signed ---------------------------------------------------------------------------------------------------------


def test_reviewer_signs_exactly_what_the_form_said(sign, client, edition, doctor_device, editor):
    page = sign(edition, typed={"interests": "I own a bee hive"})

    assert "Signed with your passkey." in page
    assert "With a passkey. Declared interests: I own a bee hive." in page
    signature = SignOff.objects.get(edition=edition)
    said = json.loads(bytes(signature.assertion.content))
    assert (said["digest"], said["interests"]) == (edition.fingerprint, "I own a bee hive")
    assert signature.assertion.passkey == doctor_device.passkey
    assert publish(edition, by=editor)


def test_answer_sent_twice_signs_once_and_says_so_twice(sign, client, edition):
    sign(edition)
    again = client.post(there(edition), sign.sent, follow=True).text
    assert "Signed with your passkey." in again
    assert SignOff.objects.filter(edition=edition).count() == 1


def test_answers_sent_at_once_sign_once(committed, client, edition, doctor_device):
    client.force_login(doctor_device.person)
    sent = fields(edition) | {"answer": signed(doctor_device, asked(client, there(edition), **fields(edition)))}
    pages, together = [], threading.Barrier(3)

    def send():
        other = Client()
        other.cookies = client.cookies
        together.wait()
        try:
            pages.append(other.post(there(edition), sent, follow=True).text)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=send) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ["The passkey" in page or "Not done" in page for page in pages] == [False] * 3
    assert SignOff.objects.filter(edition=edition).count() == 1


def test_nothing_is_asked_of_a_device_before_the_form_is_right(client, edition, doctor_device):
    client.force_login(doctor_device.person)
    for wrong, sentence in [
        ({"interests": " "}, "declare your interests for this article"), ({"meaning": ""}, "Choose what your signature means."),
        ({"meaning": "legal check"}, "Choose one that is still missing."),
    ]:  # fmt: skip
        assert asked(client, there(edition), **fields(edition, **wrong)) == {}
        assert sentence in unescape(client.post(there(edition), fields(edition, **wrong)).text)
    options = asked(client, there(edition), **fields(edition))["publicKey"]
    assert options["userVerification"] == "required"
    assert [known["id"] for known in options["allowCredentials"]] == [ceremony.websafe_encode(doctor_device.handle)]


# What comes to nothing --------------------------------------------------------------------------------------------------

KEPT = "Shares in a tea house"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"said": {"challenge": ceremony.websafe_encode(b"another")}}, "the passkey answered something else"),
        ({"said": {"origin": "https://evil.example"}}, "the passkey answered at another address"),
        ({"said": {"type": "webauthn.create"}}, "what the passkey answered is no signature"),
        ({"flags": 1}, "the passkey did not check that it is you"), ({"site": "evil.example"}, "at another address"),
        ({"then": {"interests": "None at all"}}, "the form changed while the passkey was asked"),
        ({"typed": {"digest": "00" * 32, "interests": KEPT}}, "Not signed"),
        ({"typed": {"interests": KEPT * 20}}, "say your interests in 300 characters"),
    ],
)  # fmt: skip
def test_answer_that_does_not_fit_signs_nothing_and_keeps_what_was_typed(sign, edition, said, sentence):
    page = sign(edition, **{"typed": {"interests": KEPT}} | said)
    assert sentence in page
    assert said.get("then", {}).get("interests", KEPT) in page
    assert "What you typed is still there" in page
    assert not SignOff.objects.filter(edition=edition).exists()
    assert not Assertion.objects.exists()


def test_answer_is_no_good_for_another_edition_nor_a_second_time(sign, client, edition, ptsd_edition):
    sign(edition, **{"said": {"origin": "https://evil.example"}})
    again = client.post(there(edition), sign.sent).text
    assert "the site asked for no such answer" in again
    other = client.post(there(ptsd_edition), sign.sent | {"digest": ptsd_edition.fingerprint}).text
    assert "the site asked for no such answer" in other
    assert not Assertion.objects.exists()


def test_five_minutes_are_the_most(client, edition, doctor_device, monkeypatch):
    client.force_login(doctor_device.person)
    answer = signed(doctor_device, asked(client, there(edition), **fields(edition, interests=KEPT)))
    now = ceremony.time.time()
    monkeypatch.setattr(ceremony.time, "time", lambda: now + 300)
    page = client.post(there(edition), fields(edition, interests=KEPT) | {"answer": answer}).text
    assert "more than five minutes went by" in page
    assert KEPT in page


def test_passkey_that_ended_meanwhile_signs_nothing(client, edition, doctor_device, doctor):
    client.force_login(doctor)
    answer = signed(doctor_device, asked(client, there(edition), **fields(edition, interests=KEPT)))
    end_passkey(doctor_device.passkey, by=doctor, since=timezone.now(), reason="Stolen")
    page = client.post(there(edition), fields(edition, interests=KEPT) | {"answer": answer}).text
    assert "no certificate in force says that this passkey is yours" in page
    assert "This one ended on" in page
    assert KEPT in page


def test_passkey_of_somebody_else_signs_nothing(sign, edition, officer_device, second_doctor):
    other = device_of(second_doctor)
    other.certificate = certify(officer_device, other)
    assert "no certificate in force says that this passkey is yours" in sign(edition, other, typed={"interests": KEPT})
    assert not Assertion.objects.exists()


@pytest.mark.parametrize("answer", ["", "x", "[]", "{}", '{"rawId": "é", "response": {}}'])
def test_answer_that_cannot_be_read_is_said_so(client, edition, doctor_device, answer):
    client.force_login(doctor_device.person)
    asked(client, there(edition), **fields(edition))
    page = client.post(there(edition), fields(edition, interests=KEPT) | {"answer": answer}).text
    assert "the passkey did not answer, or in a way that cannot be read. It needs JavaScript." in page
    assert KEPT in page


def test_contributor_and_whoever_may_not_sign_are_refused(client, edition, doctor_device, editor, writer):
    for person in (editor, writer, doctor_device.person):
        client.force_login(person)
        expected = 403 if person != doctor_device.person else 200
        assert client.post(there(edition), fields(edition)).status_code == expected
        assert client.post(f"{there(edition)}ask/", fields(edition)).status_code == expected
        assert client.get(there(edition)).status_code == 405
