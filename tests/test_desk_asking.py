"""Asking for passkeys at the desk: which tiers ask, what asking would do, and what is left to be signed anew."""

import pytest

from articles.edition import submit
from cms.refusals import SENTENCES
from reviews.policy import Policy
from tests.conftest import write
from tests.desk import address, section
from tests.devices import ask_for_passkeys, certified
from tests.people import SECRET

RULES = "/desk/rules/"
SCREEN = f"{RULES}passkeys/"
ASK = f"{SCREEN}ask/"
TYPED = {"reason": "Secrets can be stolen", "secret": SECRET}
BUTTON = "Ask for passkeys on every article"

pytestmark = pytest.mark.usefixtures("at_leaf")


@pytest.fixture
def phones(officer, phone, medical_lead, lawyer):
    """Enough to sign every tier; the second doctor has none."""
    return [phone, certified(officer, medical_lead), certified(officer, lawyer)]


def asked():
    return Policy.objects.filter(passkeys=True).exists()


# Who, and what is there -------------------------------------------------------------------------------------------------


def test_only_compliance_comes_here(visit, client, editor, doctor, compliance):
    for nobody in (editor, doctor):
        visit(nobody, SCREEN)
        assert visit.status == 403
        visit(nobody, ASK, **TYPED)
        assert visit.status == 403
    assert f'href="{SCREEN}"' in visit(compliance, RULES)
    visit(compliance, ASK)
    assert visit.status == 405
    client.logout()
    assert client.get(SCREEN).status_code == 302


def test_nothing_can_be_asked_before_enough_have_a_passkey(visit, compliance):
    assert "no tier asks for it" in visit(compliance, RULES)
    page = visit(compliance, SCREEN)
    assert page.count("Not asked for") == 5
    assert (
        "<strong>Passkeys cannot be asked for yet.</strong> Too few reviewers have a certified passkey to sign:" in page
    )
    assert page.count("<li>Tier") == 5
    assert BUTTON not in page
    assert all(name in page for name in ("Dr Dora Doctor", "Dr Dan Doctor", "Dr Lena Lead", "Lara Lawyer"))
    assert "no passkey in use" in page
    assert "Nothing that waits to be published is signed with a secret." in page


def test_preview_says_what_asking_does_and_to_whom(visit, phones, signed, compliance):
    page = visit(compliance, SCREEN)
    assert "Not yet." not in page
    assert "the signing secret signs no article any more" in page
    assert "stay as they are until their review ends" in page
    assert "Nothing at the desk takes it back." in page
    who = page[page.index("could not sign articles any more") :]
    assert "Dr Dan Doctor" in who[: who.index("would not count any more")]
    assert "Dr Lena Lead" not in who
    what = who[who.index("would not count any more") :]
    assert f'href="{address(signed)}"' in what
    assert "Dr Dora Doctor" in what


# The way ----------------------------------------------------------------------------------------------------------------


def test_officer_asks_and_the_screen_says_since_when_and_what_is_left(visit, phones, signed, compliance):
    page = visit(compliance, ASK, **TYPED)
    assert "Asked for. Every new signature on an article is made with a passkey from now on." in page
    assert visit.went == [(SCREEN, 302)]
    assert page.count("by Cora Compliance: “Secrets can be stolen”") == 5
    assert "Not asked for" not in page
    assert BUTTON not in page
    assert "Reviewers who cannot sign articles" in page
    assert f'href="{address(signed)}"' in page[page.index("do not count") :]
    assert "Every new signature on an article is made with a certified passkey." in visit(compliance, RULES)


def test_edition_says_whose_signature_does_not_count_and_is_offered_to_others(
    visit, officer, phones, signed, doctor, second_doctor, editor
):
    certified(officer, second_doctor)
    assert signed.title in section(visit(editor, "/desk/"), "Signed, ready to publish")
    ask_for_passkeys(officer)

    assert signed.title in section(visit(second_doctor, "/desk/"), "Awaiting you")
    assert "0 of 1" in section(visit(editor, "/desk/"), "In review")
    page = visit(second_doctor, address(signed))
    assert "what was signed here with a secret does not count for publishing: the signature of Dr Dora Doctor." in page
    assert "Does not count" in page
    assert "Sign with your passkey" in page
    assert "sign-secret" not in page
    assert "You signed this with a secret, which does not count any more." in visit(doctor, address(signed))
    assert SENTENCES["by_the_stricter_policy"] in visit(editor, address(signed, "publish/"), digest=signed.fingerprint)


def test_public_page_is_called_so_as_before(visit, officer, published, editor):
    ask_for_passkeys(officer)
    assert published.edition.title in section(visit(editor, "/desk/"), "Published")
    assert "Does not count" not in visit(editor, address(published.edition))


def test_new_edition_is_offered_with_a_passkey_alone(visit, officer, phones, doctor, second_doctor, writer):
    ask_for_passkeys(officer)
    edition = submit(write(writer, slug="another"), by=writer)
    page = visit(doctor, address(edition))
    assert "Sign with your passkey" in page
    assert "sign-secret" not in page
    assert "This text is signed with a passkey only" in visit(second_doctor, address(edition))


# Nothing typed is lost --------------------------------------------------------------------------------------------------


def test_wrong_secret_keeps_the_reason_and_the_preview(visit, phones, signed, compliance):
    page = visit(compliance, ASK, **TYPED | {"secret": "not the secret of the tests"})
    assert page.count(SENTENCES["same_person"]) == 2
    assert 'href="#ask-secret-field"' in page
    assert "Secrets can be stolen" in page
    assert "not the secret of the tests" not in page
    assert signed.title in page
    assert not asked()


def test_reason_is_asked_for(visit, phones, compliance):
    page = visit(compliance, ASK, **TYPED | {"reason": " "})
    assert page.count(SENTENCES["reason_is_given"]) == 2
    assert 'href="#ask-reason-field"' in page
    assert not asked()


def test_tiers_that_nobody_could_sign_are_named_and_the_reason_stays(visit, phone, compliance):
    page = visit(compliance, ASK, **TYPED)
    assert SENTENCES["enough_have_passkeys"] in page
    assert "Found: Tier 3, high risk: two medical signatures by two people; Tier 4" in page
    assert "Secrets can be stolen" in page
    assert BUTTON in page


def test_what_was_asked_already_is_said(visit, officer, compliance):
    ask_for_passkeys(officer)
    page = visit(compliance, ASK, **TYPED)
    assert SENTENCES["passkeys_are_asked_once"] in page


def test_what_was_typed_as_the_session_ended_comes_back(client, visit, phones, compliance):
    page = visit(compliance, SCREEN)
    unsent = page.split('name="unsent" value="')[1].split('"')[0]
    client.logout()
    assert client.post(ASK, TYPED | {"unsent": unsent}).status_code == 302
    client.force_login(compliance)
    page = client.get(SCREEN).text
    assert "Secrets can be stolen" in page
    assert "What you typed is in it again" in page
