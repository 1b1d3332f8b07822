"""The desk's screens of passkeys that sign: what each person sees, and what an answer that does not fit comes to."""

import json
from datetime import timedelta
from html import unescape

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from cms.ledger import Entry
from reviews import ceremony
from reviews.credential import suspend_credential
from reviews.passkey import Passkey, PasskeyEnd, end_passkey, officer_statement, reviewer_statement
from reviews.sign_off import Revocation
from tests.desk_keys import ADD, KEYS, add, asked, registered, signed
from tests.devices import Device, certify, device_of, sign
from tests.door import set_up_app, sign_in
from tests.keys import ORIGIN
from tests.people import ROOT, code_for

pytestmark = pytest.mark.usefixtures("at_leaf")


# Adding one -------------------------------------------------------------------------------------------------------------


def test_reviewer_adds_a_passkey_which_signs_nothing_yet(client, doctor):
    device, page = add(client, doctor)

    passkey = Passkey.objects.get(person=doctor)
    assert bytes(passkey.handle) == device.handle
    assert "Added. It signs nothing yet" in page
    assert "Waiting" in page
    assert json.loads(bytes(Entry.objects.get(act="add passkey").body))["person"] == doctor.pk
    thumbprint = bytes(passkey.thumbprint).hex()
    for at in range(0, 64, 4):
        assert f"<span>{thumbprint[at : at + 4]}</span>" in page


def test_device_is_asked_for_what_the_database_can_verify(client, doctor):
    device, _ = add(client, doctor)
    options = asked(client, ADD)["publicKey"]

    assert options["rp"]["id"] == "leaf.example"
    assert [kind["alg"] for kind in options["pubKeyCredParams"]] == [-7, -8, -257]
    assert options["authenticatorSelection"]["userVerification"] == "required"
    assert options["attestation"] == "none"
    assert [known["id"] for known in options["excludeCredentials"]] == [ceremony.websafe_encode(device.handle)]
    assert options["user"]["name"] == f"{doctor.email} (signing)"
    assert len(ceremony.websafe_decode(options["challenge"])) == 32
    assert options["challenge"] != asked(client, ADD)["publicKey"]["challenge"]


@pytest.mark.parametrize(
    "said",
    [
        {"origin": "https://evil.example"}, {"origin": "http://leaf.example"}, {"type": "webauthn.get"},
        {"challenge": ceremony.websafe_encode(b"another challenge of 32 bytes ..")}, {"challenge": 3}, {"origin": None},
    ],
)  # fmt: skip
def test_answer_to_another_question_or_address_adds_nothing(client, doctor, said):
    _, page = add(client, doctor, **said)

    assert "the device did not answer what was asked here, at https://leaf.example" in page
    assert not Passkey.objects.exists()


@pytest.mark.parametrize(
    "answer", ["x", "[]", "{}", "null", '{"response": 1}', '{"response": {"clientDataJSON": "x"}}', "é" * 20]
)
def test_answer_that_cannot_be_read_adds_nothing(client, doctor, answer):
    client.force_login(doctor)
    asked(client, ADD)

    assert "the device did not answer what was asked here" in client.post(ADD, {"answer": answer}).text
    assert not Passkey.objects.exists()


def test_form_that_asked_no_device_says_so(client, doctor):
    client.force_login(doctor)
    asked(client, ADD)
    assert "no device was asked. Press the button" in client.post(ADD, {"answer": ""}).text


def test_device_that_did_not_check_its_owner_adds_nothing(client, doctor, monkeypatch):
    made = Device.register

    def unverified(device):
        answer = made(device)
        flags = answer["attestation"].index(ceremony.challenge_of(b"leaf.example")) + 32
        data = bytearray(answer["attestation"])
        data[flags] &= ~4
        return answer | {"attestation": bytes(data)}

    monkeypatch.setattr(Device, "register", unverified)
    assert "did not answer what was asked here" in add(client, doctor)[1]


def test_answer_is_taken_once_and_in_five_minutes(client, doctor, monkeypatch):
    client.force_login(doctor)
    options = asked(client, ADD)
    answer = registered(Device(doctor), options)
    first, again = (client.post(ADD, {"answer": answer}, follow=True).text for _ in range(2))
    assert "Added." in first
    assert "Added." in again
    assert Passkey.objects.count() == 1
    assert "the site asked for no such answer" in client.post(ADD, {"answer": registered(Device(doctor), options)}).text

    late = registered(Device(doctor), asked(client, ADD))
    now = ceremony.time.time()
    monkeypatch.setattr(ceremony.time, "time", lambda: now + 300)
    assert "more than five minutes went by" in client.post(ADD, {"answer": late}).text
    assert Passkey.objects.count() == 1


def test_answer_of_another_session_adds_nothing(client, doctor, second_doctor):
    client.force_login(doctor)
    answer = registered(Device(doctor), asked(client, ADD))
    client.force_login(second_doctor)
    assert "the site asked for no such answer" in client.post(ADD, {"answer": answer}).text


def test_passkey_of_somebody_else_is_not_added_again(client, doctor, second_doctor):
    device, _ = add(client, doctor)
    client.force_login(second_doctor)
    page = client.post(ADD, {"answer": registered(device, asked(client, ADD))}).text
    assert "this passkey is registered already" in page


def test_adding_asks_again_who_it_is_and_tells_the_owner(committed, settings, client, doctor, mailoutbox):
    settings.SECOND_FACTOR = True
    sign_in(client, "doctor")
    app = set_up_app(client)
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 6 * 60
    session["account_authentication_methods"] = session["account_authentication_methods"]
    session.save()
    for answer in (client.get(ADD), client.post(f"{ADD}ask/"), client.post(ADD, {"answer": "{}"})):
        assert answer["Location"].startswith("/account/second-factor/reauthenticate/")
    cache.clear()  # the code of this half minute was used
    page = client.post("/account/second-factor/reauthenticate/", {"code": code_for(app), "next": ADD}).text
    assert not Passkey.objects.exists()
    assert "the site asked for no such answer" in page  # to the answer that was on its way

    mailoutbox.clear()
    answer = registered(Device(doctor), asked(client, ADD))
    assert "Added." in client.post(ADD, {"answer": answer}, follow=True).text
    (message,) = mailoutbox
    assert message.to == [doctor.email]
    assert "A passkey for signing was added" in message.subject
    assert "If it was not you, tell an administrator at once" in message.body


# Who sees what ----------------------------------------------------------------------------------------------------------


def test_list_is_for_whoever_may_sign_or_certify(client, doctor, compliance, writer, editor):
    for person, status in [(doctor, 200), (compliance, 200), (writer, 403), (editor, 403)]:
        client.force_login(person)
        assert [client.get(KEYS).status_code, client.get(ADD).status_code] == [status, status]
        assert client.post(f"{ADD}ask/").status_code == status
        assert ('href="/desk/keys/"' in client.get("/desk/").text) == (status == 200)
        assert ('href="/desk/keys/"' in client.get("/account/second-factor/").text) == (status == 200)
    assert Client().get(KEYS)["Location"] == f"/sign-in/?next={KEYS}"


def test_passkey_is_shown_to_its_owner_and_to_compliance_alone(client, doctor, second_doctor, compliance):
    passkey = device_of(doctor).passkey
    for person, status in [(doctor, 200), (compliance, 200), (second_doctor, 404)]:
        client.force_login(person)
        assert client.get(f"{KEYS}{passkey.pk}/").status_code == status
        assert client.post(f"{KEYS}{passkey.pk}/end/", {"reason": ""}).status_code == status
        assert (doctor.name in client.get(KEYS).text) == (person != second_doctor)
    assert not PasskeyEnd.objects.exists()


def test_list_says_in_which_state_each_is(visit, doctor_device, doctor, compliance):
    page = visit(doctor, KEYS)
    assert "Certified" in page
    assert f"certified by {compliance.name}" in page
    assert "certified by the operator’s root key" in visit(compliance, KEYS)
    end_passkey(doctor_device.passkey, by=doctor, since=timezone.now(), reason="Dropped <b>into a lake</b>")
    page = unescape(visit(doctor, KEYS))
    assert "What it signs counts no more since" in page
    assert "Dropped <b>into a lake</b>" in page
    assert "Lost or stolen" not in page


def test_certificate_of_another_address_does_not_count_here(visit, doctor_device, doctor, settings):
    settings.SITE_URL = "https://other.example"
    page = visit(doctor, KEYS)
    assert "Not in force" in page
    assert "Certified</span>" not in page


# Certifying -------------------------------------------------------------------------------------------------------------


def there(device, step=""):
    return f"{KEYS}{device.passkey.pk}/{step}"


def certify_at_the_desk(client, officer_device, device, **said):
    client.force_login(officer_device.person)
    options = asked(client, there(device, "certify/"), met="on")
    answer = signed(officer_device, options, **said)
    return client.post(there(device, "certify/"), {"met": "on", "answer": answer}, follow=True).text


def test_officer_certifies_whom_they_met(committed, client, officer_device, doctor, mailoutbox):
    device = device_of(doctor)
    client.force_login(officer_device.person)
    assert f'Certify…<span class="visually-hidden"> (passkey of {doctor.name}' in client.get(KEYS).text
    page = unescape(client.get(there(device)).text)
    for what in (f"I met {doctor.name}, in person or by video", "psychiatrist; Board of the Tests, T-12345"):
        assert what in page

    page = certify_at_the_desk(client, officer_device, device)
    assert f"Certified. {doctor.name} can sign with it from now on." in page
    assert "No passkey of a reviewer waits for you." in page
    certificate = device.passkey.certificates.get()
    said = json.loads(bytes(certificate.content))
    assert (said["name"], said["origin"], said["certifies"]) == (doctor.name, ORIGIN, "reviewer")
    assert [message.to for message in mailoutbox] == [[doctor.email]]


def test_certificate_that_was_sent_twice_is_kept_once(client, officer_device, doctor):
    device = device_of(doctor)
    client.force_login(officer_device.person)
    answer = signed(officer_device, asked(client, there(device, "certify/"), met="on"))
    for _ in range(2):
        assert "Certified." in client.post(there(device, "certify/"), {"met": "on", "answer": answer}, follow=True).text
    assert device.passkey.certificates.count() == 1


def test_officer_says_that_they_met_before_any_passkey_is_asked(client, officer_device, doctor):
    device = device_of(doctor)
    client.force_login(officer_device.person)
    assert asked(client, there(device, "certify/")) == {}
    assert "Meet them first" in client.post(there(device, "certify/"), {"answer": ""}).text


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"said": {"origin": "https://evil.example"}}, "answered at another address"),
        ({"flags": 1}, "did not check that it is you"),
        ({"said": {"challenge": ceremony.websafe_encode(b"another")}}, "answered something else"),
        ({"count": 0}, None), ({"site": "evil.example"}, "answered at another address"),
    ],
)  # fmt: skip
def test_officers_answer_is_held_to_every_rule(client, officer_device, doctor, said, sentence):
    device = device_of(doctor)
    page = unescape(certify_at_the_desk(client, officer_device, device, **said))
    assert (sentence or "Certified.") in page
    assert device.passkey.certificates.exists() == (sentence is None)


def test_statement_of_one_reviewer_certifies_no_other(client, officer_device, doctor, second_doctor):
    one, other = device_of(doctor), device_of(second_doctor)
    client.force_login(officer_device.person)
    answer = signed(officer_device, asked(client, there(one, "certify/"), met="on"))
    page = client.post(there(other, "certify/"), {"met": "on", "answer": answer}).text
    assert "the site asked for no such answer" in page
    assert not other.passkey.certificates.exists()


def test_officer_without_a_certified_passkey_is_told_what_to_do(client, doctor, compliance, officer_device):
    device = device_of(doctor)
    client.force_login(compliance)
    end_passkey(officer_device.passkey, by=compliance, since=timezone.now(), reason="Lost")
    assert "Your own passkey is not certified" in unescape(client.get(there(device)).text)
    assert asked(client, there(device, "certify/"), met="on") == {}
    answer = client.post(there(device, "certify/"), {"met": "on", "answer": ""}).text
    assert "did not answer" in answer


def test_passkey_of_somebody_whom_the_officer_did_not_verify_is_not_certified(client, officer_device, doctor):
    suspend_credential(doctor.credentials.get(), by=officer_device.person, reason="Left")
    device = device_of(doctor)
    client.force_login(officer_device.person)
    assert doctor.name not in client.get(KEYS).text.split('id="others"')[0]
    assert "You verified no credential" in client.get(there(device)).text
    page = unescape(client.post(there(device, "certify/"), {"met": "on", "answer": ""}).text)
    assert "does not say what you verified" in page


def test_reviewer_certifies_nobody(client, doctor_device, second_doctor):
    device = device_of(second_doctor)
    client.force_login(doctor_device.person)
    for step in ("certify/", "certify/ask/", "root/"):
        assert client.post(there(device, step), {"met": "on"}).status_code == 403
    assert client.get(there(device, "statement.json")).status_code == 403


# An officer's own -------------------------------------------------------------------------------------------------------


def test_officers_passkey_is_certified_by_the_root_key(client, compliance):
    device = device_of(compliance)
    client.force_login(compliance)
    page = unescape(client.get(there(device)).text)
    file = client.get(there(device, "statement.json"))
    assert file.content.decode() in page
    assert file["Content-Disposition"] == f'attachment; filename="statement-{device.passkey.pk}.json"'

    typed = {"signature": f"  {ROOT.sign(file.content).hex().upper()}\n"}
    for _ in range(2):
        assert "Certified by the operator’s root key" in client.post(there(device, "root/"), typed, follow=True).text
    certificate = device.passkey.certificates.get()
    assert bytes(certificate.content) == file.content


def test_signature_of_an_earlier_days_statement_is_kept_too(client, compliance):
    device = device_of(compliance)
    client.force_login(compliance)
    then = timezone.now().date() - timedelta(days=20)
    statement = officer_statement(device.passkey, ORIGIN, since=then)
    client.post(there(device, "root/"), {"signature": ROOT.sign(statement).hex()})
    assert device.passkey.certificates.get().from_day == then


@pytest.mark.parametrize(
    ("signature", "sentence"),
    [
        ("", "Paste the signature."), ("xyz", "has 128 hexadecimal digits"), ("00" * 63, "has 128 hexadecimal digits"),
        ("00" * 64, "no root key that this site trusts signed this statement"),
    ],
)  # fmt: skip
def test_what_is_no_signature_of_the_root_key_is_said_in_words(client, compliance, signature, sentence):
    device = device_of(compliance)
    client.force_login(compliance)
    page = unescape(client.post(there(device, "root/"), {"signature": signature}).text)
    assert sentence in page
    assert signature in page
    assert not device.passkey.certificates.exists()


def test_officers_own_statement_is_theirs_alone(client, officer_device, doctor, doctor_device):
    client.force_login(officer_device.person)
    for step in ("statement.json", "root/"):
        assert client.get(there(doctor_device, step)).status_code in (404, 405)
    assert client.post(there(doctor_device, "root/"), {"signature": "00" * 64}).status_code == 404


def test_certificate_is_made_anew_in_its_last_month(client, officer_device, doctor):
    device = device_of(doctor)
    content = reviewer_statement(
        device.passkey, doctor.credentials.get().verifications.get(), ORIGIN, days=timedelta(days=20)
    )
    certify(officer_device, device, content)
    client.force_login(officer_device.person)
    assert "(passkey of Dr Dora Doctor" in client.get(KEYS).text.split('id="others"')[0]
    assert "Certified." in certify_at_the_desk(client, officer_device, device)
    assert device.passkey.certificates.count() == 2
    assert "(passkey of Dr Dora Doctor" not in client.get(KEYS).text.split('id="others"')[0]


# Lost or stolen ---------------------------------------------------------------------------------------------------------


def since(days=0, **more):
    return (timezone.now() - timedelta(days=days, **more)).strftime("%Y-%m-%dT%H:%M")


def test_owner_ends_a_lost_passkey_at_once(committed, client, doctor_device, doctor, edition, mailoutbox):
    sign(doctor_device, edition, doctor)
    client.force_login(doctor)
    there = f"{KEYS}{doctor_device.passkey.pk}/"
    assert "It made 1 signature." in client.get(f"{there}?open=end").text
    page = client.post(f"{there}end/", {"since": "", "reason": "Lost it"}, follow=True).text

    assert "Ended. What it signs counts no more since" in page
    assert PasskeyEnd.objects.get().by == doctor
    assert not Revocation.objects.exists()
    assert [message.to for message in mailoutbox] == [[doctor.email]]
    assert "signs no more" in mailoutbox[0].subject


def test_officer_ends_a_stolen_one_after_seeing_what_is_revoked(client, doctor_device, doctor, compliance, edition):
    signature = sign(doctor_device, edition, doctor)
    client.force_login(compliance)
    there = f"{KEYS}{doctor_device.passkey.pk}/"
    typed = {"since": since(1), "reason": "Stolen on the train"}

    page = client.post(f"{there}end/", typed).text
    assert "1 signature will be revoked" in page
    assert edition.title in page
    assert "Stolen on the train" in page
    assert typed["since"] in page
    assert not PasskeyEnd.objects.exists()

    client.post(f"{there}end/", typed | {"agreed": "2 0"})
    assert not PasskeyEnd.objects.exists()
    client.post(f"{there}end/", typed | {"agreed": "1 0"})
    assert Revocation.objects.get().sign_off == signature
    assert PasskeyEnd.objects.get().by == compliance


def test_officer_sees_which_certificates_count_no_more(client, doctor_device, officer_device, doctor):
    client.force_login(officer_device.person)
    page = client.get(there(officer_device)).text
    assert "It certified 1 other passkey. What it certified since then counts no more" in page
    assert f"The passkey of {doctor.name}" in page
    typed = {"since": since(1), "reason": "Stolen"}
    page = client.post(there(officer_device, "end/"), typed).text
    assert "1 certificate will count no more" in page
    assert f"the passkey of {doctor.name} signs nothing until an officer certifies it anew" in page
    assert not PasskeyEnd.objects.exists()
    page = client.post(there(officer_device, "end/"), typed | {"agreed": "0 1"}, follow=True).text
    assert "UTC, when it was added." in page
    assert "It counts for nothing" in page
    assert "End it earlier" not in page
    page = client.get(KEYS).text.split('id="others"')[0]
    assert f"(passkey of {doctor.name}" in page
    client.force_login(doctor)
    assert "Not in force" in client.get(KEYS).text


def test_desk_leads_the_officer_to_a_passkey_to_certify_which_is_named_once(client, doctor, compliance, at_leaf):
    device_of(doctor)
    client.force_login(doctor)
    assert "Passkeys to certify" not in client.get("/desk/").text
    client.force_login(compliance)
    assert 'href="/desk/keys/#to-certify">Passkeys to certify <span class="count">1</span>' in client.get("/desk/").text
    to_certify, _, others = client.get(KEYS).text.partition('id="others"')
    assert f"(passkey of {doctor.name}" in to_certify
    assert "There are none but those above." in others


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"reason": " "}, "Not done: give a reason"), ({"since": "yesterday", "reason": "Lost"}, "Write a date and a time"),
        ({"since": since(-2), "reason": "Later"}, "that time is still to come"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_end_stands_beside_it(client, doctor, typed, sentence):
    passkey = device_of(doctor).passkey
    client.force_login(doctor)
    page = client.post(f"{KEYS}{passkey.pk}/end/", typed).text
    assert sentence in unescape(page)
    assert typed["reason"] in page
    assert not PasskeyEnd.objects.exists()


def test_passkey_that_has_ended_is_not_ended_again_from_now_or_later(client, doctor):
    passkey = device_of(doctor).passkey
    end_passkey(passkey, by=doctor, since=timezone.now(), reason="Lost")
    client.force_login(doctor)
    for typed in ("", since(-1 / 24 / 60)):
        page = client.post(f"{KEYS}{passkey.pk}/end/", {"since": typed, "reason": "Again"}).text
        assert "this passkey has ended by then, and an end is never put off" in page
        assert f"what it signs counts no more since {passkey.end.ends_at:%-d %B %Y, %H:%M:%S} UTC" in page
        assert "Again" in page
    assert PasskeyEnd.objects.count() == 1


def test_owner_says_that_it_ended_earlier_after_seeing_what_is_revoked(client, doctor_device, doctor, edition):
    signature = sign(doctor_device, edition, doctor)
    end_passkey(doctor_device.passkey, by=doctor, since=timezone.now(), reason="The thief was quicker")
    client.force_login(doctor)
    there = f"{KEYS}{doctor_device.passkey.pk}/"
    page = client.get(f"{there}?open=end").text
    for words in ("It ended earlier", "End it earlier", "The thief was quicker"):
        assert words in page
    assert "Lost or stolen" not in page
    assert "How it was ended" not in page
    typed = {"since": since(1), "reason": "Stolen on the train"}

    page = client.post(f"{there}end/", typed).text
    assert "1 signature will be revoked" in page
    assert edition.title in page
    assert typed["since"] in page
    assert PasskeyEnd.objects.count() == 1

    page = client.post(f"{there}end/", typed | {"agreed": "1 0"}, follow=True).text
    assert (
        f"Ended earlier. What it signs counts no more since {doctor_device.passkey.added_at:%-d %B %Y, %H:%M:%S}"
        in page
    )
    assert Revocation.objects.get().sign_off == signature
    history = page.partition("How it was ended")[2]
    assert history.index("Stolen on the train") < history.index("The thief was quicker")


def test_steps_are_no_pages(client, doctor):
    passkey = device_of(doctor).passkey
    client.force_login(doctor)
    for step in [f"{ADD}ask/", f"{KEYS}{passkey.pk}/end/"]:
        answer = client.get(step)
        assert (answer.status_code, answer["Allow"]) == (405, "POST")
