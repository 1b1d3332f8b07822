"""Who may see which screen and take which step of the desk, and how one comes in."""

import pytest
from django.test import Client

from reviews.verdict import refuse
from tests.desk import address, signature, stranger
from tests.people import PASSWORD, SECRET, person

ROLES = ["writer", "doctor", "editor", "compliance", "medical_lead", "administrator"]


SCREENS = {
    "/desk/": set(ROLES),
    "/desk/editions/{edition}/": set(ROLES),
    "/desk/signing-secret/": set(ROLES),
    "/desk/credentials/": {"compliance"},
    "/desk/notices/": set(ROLES),
    "/desk/keys/": {"doctor", "compliance", "medical_lead"},
    "/desk/keys/add/": {"doctor", "compliance", "medical_lead"},
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
    "/desk/notices/write/": set(ROLES) - {"administrator"},
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
    client = Client(enforce_csrf_checks=True)
    client.force_login(doctor)
    answer = client.post(address(edition, "sign-off/"), signature(edition))
    assert answer.status_code == 403
    assert "What you typed is still in the form." in answer.content.decode()


# The door -------------------------------------------------------------------------------------------------------------


def test_signing_in_and_out(client, doctor):
    page = client.post("/sign-in/", {"login": doctor.email.upper(), "password": PASSWORD})
    assert (page.status_code, page["Location"]) == (302, "/desk/")

    assert b"Sign out" in client.get("/desk/").content
    assert client.post("/sign-out/").status_code == 302
    assert client.get("/desk/").status_code == 302


def test_address_of_signing_out_shows_its_button_and_signs_nobody_out(client, doctor):
    assert client.get("/sign-out/")["Location"] == "/sign-in/"
    client.force_login(doctor)

    assert f"You are signed in as {doctor.name}." in client.get("/sign-out/").text
    assert client.get("/desk/").status_code == 200


def test_wrong_password_keeps_the_address_and_says_what_to_check(client, doctor):
    page = client.post("/sign-in/", {"login": doctor.email, "password": "not my password"}).content.decode()

    assert "That e-mail address and password do not match." in page
    assert doctor.email in page
    assert "not my password" not in page


# Every screen ---------------------------------------------------------------------------------------------------------


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
