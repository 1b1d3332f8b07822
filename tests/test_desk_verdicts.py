"""Verdicts on the desk: changes requested, an article refused, and a refusal lifted or overruled."""

import pytest

from cms.refusals import SENTENCES
from reviews.verdict import Lift, Verdict, lift_refusal, refuse, request_changes
from tests.desk import address, section, state
from tests.people import SECRET


def test_reviewer_requests_changes(visit, edition, doctor, second_doctor):
    page = visit(doctor, address(edition, "request-changes/"), digest=edition.fingerprint, reason="Give the numbers")

    assert "Changes requested. The review of this edition has ended" in page
    assert "Give the numbers" in page
    assert f"{doctor.name} requested changes to this edition." in visit(second_doctor, address(edition))
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


@pytest.fixture
def refusal(edition, doctor):
    return refuse(edition, by=doctor, secret=SECRET, reason="It promises")


def test_refused_edition_says_by_whom_where_one_would_sign_or_publish(visit, refusal, edition, second_doctor, editor):
    sign = visit(second_doctor, address(edition)).partition('id="sign"')[2].partition("</section>")[0]
    publish = visit(editor, address(edition)).partition('id="publish"')[2].partition("</section>")[0]

    assert "It cannot be signed: Dr Dora Doctor refused the article" in sign
    assert "Dr Dora Doctor refused this article" in publish
    assert (
        "No edition of it can be published until Dr Dora Doctor lifts that or the medical lead overrules it." in publish
    )
    assert "Still missing" not in publish


def test_edition_whose_refusal_was_lifted_can_be_signed(visit, refusal, edition, doctor, second_doctor, editor):
    lift_refusal(refusal, by=doctor, secret=SECRET, reason="I misread it")

    assert "Sign edition 1</button>" in visit(second_doctor, address(edition))
    assert edition.title in section(visit(second_doctor, "/desk/"), "Awaiting you")
    assert "refused" not in visit(editor, address(edition)).partition('id="publish"')[2].partition("</section>")[0]


def test_edition_with_changes_requested_says_by_whom_where_one_would_publish(visit, edition, doctor, editor):
    request_changes(edition, by=doctor, reason="Give the numbers")

    publish = visit(editor, address(edition)).partition('id="publish"')[2].partition("</section>")[0]
    assert "It cannot be published: Dr Dora Doctor requested changes to this edition." in publish


def test_medical_lead_finds_refusals_open_with_the_way_to_overrule(visit, refusal, edition, medical_lead, doctor):
    link = f'href="{address(edition)}?open=lift-{refusal.pk}#lift-{refusal.pk}">Overrule…'
    page = visit(medical_lead, "/desk/")

    assert link in section(page, "Refused")
    assert '<details class="board" open>\n  <summary><h2>Refused ' in page
    page = visit(doctor, "/desk/")
    assert "Overrule…" not in page
    assert '<details class="board">\n  <summary><h2>Refused ' in page


def test_no_sentence_calls_a_mistake_a_refusal():
    assert [rule for rule, sentence in SENTENCES.items() if sentence.startswith("Refused")] == []
