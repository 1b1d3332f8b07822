"""The desk shows a fix as one: what it changes, what the signature covers, and where it waits."""

import pytest

from articles.article import Article, save_draft
from reviews.sign_off import SignOff, revoke, sign_off
from tests.desk import address, section, signature
from tests.fixes import CHANGE


@pytest.fixture
def fix_screen(visit, fix, second_doctor):
    return visit(second_doctor, address(fix))


def test_reviewer_finds_the_fix_beside_the_public_edition(visit, public, fix, second_doctor):
    desk = visit(second_doctor, "/desk/")
    awaiting = section(desk, "Awaiting you")
    assert "edition 2" in awaiting
    assert ">Fix</span>" in awaiting
    assert "Fix in review" in awaiting
    assert "1 of 2" in awaiting
    assert "missing: change" in awaiting
    assert "edition 1" in section(desk, "Published")


def test_screen_shows_what_changed_and_on_what_it_rests(fix_screen):
    assert "What the fix changes" in fix_screen
    assert "<del>plnat</del>" in fix_screen
    assert "A fix of" in fix_screen
    assert "“A typo”" in fix_screen
    assert "words differ from it, which was reviewed in full" in fix_screen
    assert "What changed since edition" not in fix_screen


def test_signature_says_what_it_covers_and_what_not(fix_screen):
    assert "that you read every change marked above in its place" in fix_screen
    assert "For that the full review of edition 1 stands (Dr Dora Doctor," in fix_screen
    assert "you read this edition in full" not in fix_screen
    assert 'value="change"' in fix_screen
    assert 'value="medical accuracy"' not in fix_screen


def test_reviewer_signs_and_editor_publishes(visit, public, fix, second_doctor, editor, client):
    done = visit(second_doctor, address(fix, "sign-off/"), **signature(fix, meaning="change"))
    assert "Signed." in done
    assert SignOff.objects.get(edition=fix).meaning == "change"
    assert "edition 2" in section(visit(editor, "/desk/"), "Signed, ready to publish")
    published = visit(editor, address(fix, "publish/"), digest=fix.fingerprint, starts_at="", reason="")
    assert "Published. Readers see it now." in published
    assert "The fix is carried into the working draft too." in published
    assert Article.objects.get(pk=public.article_id).body == fix.html
    page = client.get("/articles/a-public-page/").content.decode()
    assert "plant grows" in page


def test_forged_meaning_is_refused_in_words(visit, fix, second_doctor):
    said = visit(second_doctor, address(fix, "sign-off/"), **signature(fix, meaning="medical accuracy"))
    assert "Choose one that is still missing" in said
    assert not SignOff.objects.filter(edition=fix).exists()


def test_editor_is_told_what_could_not_be_carried(visit, public, signed_fix, second_writer, editor):
    draft = Article.objects.get(pk=public.article_id)
    draft.body = draft.body.replace("wet forests along wide rivers", "deep woods")
    save_draft(draft, by=second_writer)
    said = visit(editor, address(signed_fix, "publish/"), digest=signed_fix.fingerprint, starts_at="", reason="")
    assert "Published." in said
    assert "Not carried into the working draft" in said
    assert "The plnat grows in wet forests" in said


def test_fix_whose_full_review_is_lost_cannot_be_signed_and_says_why(visit, public, fix, doctor, second_doctor):
    revoke(public.sign_offs.get(), by=doctor, reason="Wrong")
    screen = visit(second_doctor, address(fix))
    assert "do not stand any more. It needs a full review" in screen
    assert visit(second_doctor, "/desk/")


def test_record_tells_the_way_of_a_fix(visit, public, published_fix, editor):
    screen = visit(editor, address(published_fix.edition))
    for words in (
        "Submitted as a fix of edition 1",
        "It rests on the full review of edition 1.",
        "Signed: change",
        "Published",
    ):
        assert words in screen
    desk = visit(editor, "/desk/")
    assert "edition 2" in section(desk, "Published")
    assert "edition 1" not in section(desk, "Published")


def test_fix_with_its_signature_asks_for_no_other(visit, fix, second_doctor, doctor):
    sign_off(fix, by=second_doctor, **CHANGE)
    assert "Every signature that the policy asks for is there." in visit(doctor, address(fix))
