"""What was typed into a form whose session had ended: it comes back after signing in, to whoever typed it, and never a secret."""

import re

from django.test import Client

from reviews import step_forms
from reviews.unsent import NEVER_KEPT
from tests.desk import address, kinds, signature
from tests.people import PASSWORD, SECRET


def sealed(page, action):
    """The hidden fields of the form that is sent to this address."""
    form = re.search(rf'<form[^>]*action="{action}".*?</form>', page, re.DOTALL)[0]
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))


def test_what_was_typed_when_the_session_had_ended_comes_back_after_signing_in(client, edition, doctor):
    client.force_login(doctor)
    there = address(edition, "sign-off/")
    typed = sealed(client.get(address(edition)).text, there) | signature(
        edition, interests="Shares in Leaf Ltd", one_time_code="123456"
    )
    client.session.flush()

    answer = client.post(there, typed)
    assert answer["Location"] == f"/sign-in/?next={address(edition)}"
    assert "nothing was done" in client.get(answer["Location"]).text
    kept = client.session["unsent"]
    assert SECRET not in str(kept)
    assert "123456" not in str(kept)

    page = client.post(
        "/sign-in/", {"login": doctor.email, "password": PASSWORD, "next": address(edition)}, follow=True
    ).text
    assert "Shares in Leaf Ltd" in page
    assert "What you typed is in it again" in page
    assert "Shares in Leaf Ltd" not in client.get(address(edition)).text  # once
    assert not edition.sign_offs.exists()


def test_reason_typed_in_a_closed_form_opens_it(client, edition, doctor):
    client.force_login(doctor)
    there = address(edition, "request-changes/")
    typed = sealed(client.get(address(edition)).text, there) | {"reason": "A source is missing"}
    client.session.flush()
    client.post(there, typed)
    client.force_login(doctor)
    page = client.get(address(edition)).text
    assert re.search(r'id="changes" open>.*A source is missing', page, re.DOTALL)


def test_words_of_a_rule_come_back_too(client, compliance):
    client.force_login(compliance)
    where = "/desk/rules/statements/crisis-help/next/"
    page = client.get(where).text
    typed = {
        "unsent": re.search(r'name="unsent" value="([^"]*)"', page)[1],
        "asked_of": "any",
        "words": "new word\nsecond",
    }
    client.session.flush()
    client.post(where, typed)
    client.force_login(compliance)
    assert "new word\nsecond" in client.get(where).text


def test_nobody_else_is_shown_what_was_typed_and_strangers_keep_nothing(client, edition, doctor, second_doctor):
    client.force_login(doctor)
    there = address(edition, "sign-off/")
    typed = sealed(client.get(address(edition)).text, there) | signature(edition, interests="Shares in Leaf Ltd")
    client.session.flush()
    client.post(there, typed)
    client.force_login(second_doctor)
    assert "Shares in Leaf Ltd" not in client.get(address(edition)).text

    stranger = Client()
    for said in ["", "nonsense", typed["unsent"] + "x"]:
        stranger.post(there, typed | {"unsent": said})
    assert "unsent" not in stranger.session
    stranger.post(there, typed | {"interests": "x" * 60_000})
    assert "unsent" not in stranger.session


def test_no_secret_is_ever_kept():
    for kind in kinds(step_forms.StepForm):
        for name, field in kind.base_fields.items():
            assert not isinstance(field, step_forms.SecretField) or name in NEVER_KEPT, (kind, name)
    assert {"one_time_code", "csrfmiddlewaretoken"} <= NEVER_KEPT
