"""Signing on the desk: exactly what was shown, once, and every refusal comes back in words beside what was typed."""

import pytest

from articles.article import Article, save_draft
from articles.edition import submit
from cms.refusals import SENTENCES
from reviews.sign_off import SignOff, revoke, sign_off
from reviews.verdict import Verdict
from tests.conftest import SECOND, SIGN_OFF, write
from tests.desk import address, signature, state
from tests.people import SECRET, person
from tests.reading import shown


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
    assert 'href="#sign-secret-field"' in page
    assert "Shares in Leaf Ltd" in page
    assert 'value="medical accuracy" ' in page
    assert "checked" in page
    assert "not what was enrolled" not in page
    assert "<title>Not done: " in page
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
    assert not shown(slug=published.edition.slug)
    assert "Signed, ready to publish" in visit(editor, "/desk/")


def test_second_signature_completes_the_policy(visit, ptsd_edition, doctor, second_doctor):
    sign_off(ptsd_edition, by=doctor, **SIGN_OFF)

    visit(second_doctor, address(ptsd_edition, "sign-off/"), **signature(ptsd_edition, meaning=SECOND["meaning"]))
    assert state(ptsd_edition.article) == "signed"
