"""Verdicts on the desk: changes requested, an article refused, and a refusal lifted or overruled."""

from cms.refusals import SENTENCES
from reviews.verdict import Lift, Verdict, refuse
from tests.desk import address, state
from tests.people import SECRET


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


def test_no_sentence_calls_a_mistake_a_refusal():
    assert [rule for rule, sentence in SENTENCES.items() if sentence.startswith("Refused")] == []
