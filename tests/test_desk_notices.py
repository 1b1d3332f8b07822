"""Safety notices at the desk: written, read as readers would, signed, published, ended; nothing typed is lost."""

import pytest

from cms.refusals import SENTENCES
from reviews.credential import suspend_credential
from reviews.notice import Notice, NoticeEnd, draft_notice, end_notice, publish_notice
from tests.desk import day
from tests.notices import EVERYWHERE, SOURCE, WORDS
from tests.people import SECRET

WRITE = "/desk/notices/write/"


def at(notice, step=""):
    return f"/desk/notices/{notice.pk}/{step}"


def shown(notice):
    return {"digest": notice.fingerprint}


def test_notice_goes_its_way_over_the_desk(visit, published, writer, doctor, editor, client):
    page = visit(writer, WRITE, text=WORDS, source=SOURCE, topics=["safety"])
    notice = Notice.objects.get()
    assert "Written. Nothing is shown before" in page
    assert "As readers would see it; not public" in page
    assert WORDS in page
    assert "Not signed yet." in page
    assert "pages on Safety" in page

    assert "Read and sign" in visit(doctor, "/desk/").partition('id="notices"')[2].partition("</section>")[0]
    page = visit(doctor, at(notice, "sign/"), ends_at=day(9), secret=SECRET, **shown(notice))
    assert "Signed. Another person publishes it." in page
    assert "Publish the notice now" not in page

    assert "Publish…" in visit(editor, "/desk/").partition('id="notices"')[2].partition("</section>")[0]
    page = visit(editor, at(notice, "publish/"), **shown(notice))
    assert "Published. Readers see it" in page
    assert "What readers see" in page
    assert WORDS in client.get("/articles/what-a-survey-asked/").content.decode()

    page = visit(editor, at(notice, "end/"), reason="The batch was another one")
    assert "Ended. Readers see it no more." in page
    assert "“The batch was another one”" in page
    assert WORDS not in client.get("/articles/what-a-survey-asked/").content.decode()
    assert 'id="notices"' not in visit(editor, "/desk/")


@pytest.mark.parametrize(
    ("typed", "rule", "field"),
    [
        ({"text": "word " * 61}, "sixty_words_at_most", "text"), ({"text": ""}, "notice_says_something", "text"),
        ({"source": ""}, "notice_has_a_source", "source"), ({"topics": []}, "notice_touches_something", "topics"),
        ({"text": "Buy at kratom.com"}, "notice_is_plain", "text"),
    ],
)  # fmt: skip
def test_refused_notice_keeps_what_was_typed(visit, writer, typed, rule, field):
    page = visit(writer, WRITE, **{"text": WORDS, "source": SOURCE, "topics": ["safety"], "articles": ""} | typed)
    assert SENTENCES[rule] in page
    assert f'href="#write-{field}-field"' in page
    assert (SOURCE in page) == ("source" not in typed)
    assert (WORDS in page) == ("text" not in typed)
    assert not Notice.objects.exists()


def test_articles_are_chosen_by_their_addresses(visit, published, writer):
    addresses = "http://testserver/articles/what-a-survey-asked/\nnothing-here"
    page = visit(writer, WRITE, text=WORDS, source=SOURCE, articles=addresses)
    assert "No article has this address: nothing-here." in page
    assert addresses in page
    visit(writer, WRITE, text=WORDS, source=SOURCE, articles=addresses.split()[0])
    assert Notice.objects.get().articles == [published.article_id]


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ({"secret": "another secret of somebody"}, "same_person"), ({"ends_at": day(20)}, "notice_ends_within_two_weeks"),
        ({"digest": "00"}, "signs_exactly_this_notice"),
    ],
)  # fmt: skip
def test_refused_signature_says_why(visit, notice, doctor, typed, rule):
    page = visit(doctor, at(notice, "sign/"), **shown(notice) | {"ends_at": day(9), "secret": SECRET} | typed)
    assert SENTENCES[rule] in page
    assert SECRET not in page
    assert not hasattr(Notice.objects.get(), "signature")


def test_writer_who_reviews_is_told_that_another_signs(visit, doctor, second_doctor):
    notice = draft_notice(by=doctor, **EVERYWHERE)
    page = visit(doctor, at(notice))
    assert "You wrote this notice. Another medical reviewer signs it." in page
    assert "Sign the notice" not in page
    assert "Sign the notice" in visit(second_doctor, at(notice))


@pytest.mark.parametrize(
    ("step", "roles"),
    [("sign/", {"doctor", "second_doctor", "medical_lead", "lawyer"}), ("publish/", {"editor"}),
     ("end/", {"editor", "compliance", "doctor"})],
)  # fmt: skip
def test_who_may_take_which_step(request, client, signed_notice, step, roles):
    for role in [
        "writer",
        "doctor",
        "second_doctor",
        "medical_lead",
        "lawyer",
        "editor",
        "compliance",
        "administrator",
    ]:
        client.force_login(request.getfixturevalue(role))
        answer = client.post(at(signed_notice, step), {"secret": "wrong " * 4, "ends_at": day(3)})
        assert answer.status_code in ((200, 302) if role in roles else (403,)), role
        assert client.get(at(signed_notice, step)).status_code == 405


@pytest.mark.parametrize(("role", "writes"), [("writer", True), ("doctor", True), ("administrator", False)])
def test_who_writes(request, visit, notice, role, writes):
    page = visit(request.getfixturevalue(role), "/desk/notices/")
    assert ("Write the notice" in page) == writes
    assert WORDS.split(",")[0][:40] in page
    visit(request.getfixturevalue(role), WRITE, text=WORDS, source=SOURCE, everywhere="on")
    assert visit.status == (200 if writes else 403)


def test_empty_list_says_so(visit, editor):
    assert "No notice was ever written." in visit(editor, "/desk/notices/")


def test_notice_is_ended_with_a_reason_only(visit, signed_notice, editor):
    publish_notice(signed_notice, by=editor)
    page = visit(editor, at(signed_notice, "end/"), reason="")
    assert SENTENCES["reason_is_given"] in page
    assert not NoticeEnd.objects.exists()


@pytest.mark.parametrize("stage", ["notice", "signed_notice"])
def test_notice_that_readers_never_saw_is_given_up(request, visit, editor, stage):
    page = visit(editor, at(request.getfixturevalue(stage), "end/"), reason="Not needed")
    assert "Given up. It can be neither signed nor published." in page
    assert "Readers see it no more" not in page


def test_notice_of_a_signer_whose_credential_was_ended_is_named_revoked(
    visit, signed_notice, editor, doctor, compliance
):
    publish_notice(signed_notice, by=editor)
    suspend_credential(doctor.credentials.get(), by=compliance, reason="Struck off")
    page = visit(editor, at(signed_notice))
    assert "state-revoked" in page
    assert "not public" in page
    end_notice(signed_notice, by=editor, reason="Over")
    assert "state-ended" in visit(editor, at(signed_notice))
