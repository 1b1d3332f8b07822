"""What a person signed is theirs to see, whatever else is gone, and theirs to end, all of it at once."""

from datetime import timedelta

import psycopg
import pytest
from django.utils import timezone

from articles.edition import submit
from articles.publication import publish
from cms.ledger import Entry
from cms.refusals import SENTENCES
from reviews.credential import suspend_credential
from reviews.desk import own_sign_offs
from reviews.sign_off import SignOff, revoke, revoke_all, sign_off
from tests.conftest import SIGN_OFF, write
from tests.databases import login, run
from tests.desk import stranger
from tests.people import give_credential
from tests.reading import put_up, shown
from tests.rules import denied, refused


def standing(person):
    return list(SignOff.objects.filter(reviewer=person, revocation=None).order_by("pk").values_list("pk", flat=True))


# Theirs to see --------------------------------------------------------------------------------------------------------------


def test_reviewer_finds_all_that_they_signed(visit, published, ptsd_edition, doctor):
    revoke(sign_off(ptsd_edition, by=doctor, **SIGN_OFF), by=doctor, reason="A doubt")
    page = visit(doctor, "/desk/sign-offs/")

    for said in (published.edition.title, ptsd_edition.title, "Medical accuracy", "state-published", "state-revoked",
                 "interests: None", "as Dr Dora Doctor, psychiatrist"):  # fmt: skip
        assert said in page
    assert f'<a href="/reviewers/{doctor.pk}/">' in page
    assert "You signed nothing yet." in visit(stranger(), "/desk/sign-offs/")


@pytest.mark.parametrize("gone", ["group", "credential", "both"])
def test_they_find_it_without_group_and_credential_too(visit, published, doctor, compliance, gone):
    if gone != "group":
        suspend_credential(doctor.credentials.get(), by=compliance, reason="Retired")
    if gone != "credential":
        doctor.groups.clear()
    page = visit(doctor, "/desk/sign-offs/")

    assert published.edition.title in page
    assert ("/desk/editions/" in page) == (gone == "credential")
    if gone != "credential":
        visit(doctor, "/desk/")
        assert visit.status == 302
        assert published.edition.title in visit(doctor, "/desk/sign-offs/")


def test_desk_stays_shut_to_whoever_signed_nothing_and_may_nothing(visit, client):
    visit(stranger(), "/desk/")
    assert visit.status == 403
    client.logout()
    assert client.get("/desk/sign-offs/").status_code == 302


# Theirs to end --------------------------------------------------------------------------------------------------------------


def test_preview_names_what_readers_lose(visit, published, writer, doctor, editor):
    coming = submit(write(writer, slug="coming", title="A text to come"), by=writer)
    sign_off(coming, by=doctor, **SIGN_OFF)
    publish(coming, by=editor, starts_at=timezone.now() + timedelta(days=2))
    page = visit(doctor, "/desk/sign-offs/end/")

    lost = page.partition('id="lost-title"')[2].partition("<form")[0]
    assert published.edition.title in lost.partition("Scheduled, and not to appear")[0]
    assert all(sign_off.name in lost for sign_off in own_sign_offs(doctor) if sign_off.name)
    assert "A text to come" in lost.partition("Scheduled, and not to appear")[2]
    assert f"{len(standing(doctor))} sign-offs of yours stand. This ends all of them at once" in page
    assert f"Type {len(standing(doctor))}, the number of sign-offs that end" in page


def test_all_are_ended_together_each_with_its_entry(visit, published, doctor):
    mine = standing(doctor)
    page = visit(doctor, "/desk/sign-offs/end/", seen=mine, typed=str(len(mine)), reason="I leave")

    assert "All your sign-offs are ended." in page
    assert standing(doctor) == []
    assert shown() == []
    assert Entry.objects.filter(act="revoke", actor=doctor, reason="I leave").count() == len(mine) > 1
    assert "There is nothing to end." in visit(doctor, "/desk/sign-offs/end/")


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [({"typed": "1"}, "Nothing was ended. Type"), ({"typed": ""}, "Type the number."),
     ({"reason": " "}, SENTENCES["reason_is_given"])],
    ids=["another number", "no number", "no reason"],
)  # fmt: skip
def test_nothing_ends_by_mistake(visit, published, doctor, changed, sentence):
    mine = standing(doctor)
    page = visit(
        doctor, "/desk/sign-offs/end/", **{"seen": mine, "typed": str(len(mine)), "reason": "I leave"} | changed
    )

    assert page.count(sentence) >= 2
    assert standing(doctor) == mine
    assert shown(slug=published.edition.slug)


def test_what_was_signed_since_the_preview_is_not_ended_unseen(visit, edition, doctor):
    seen = standing(doctor)
    sign_off(edition, by=doctor, **SIGN_OFF)
    page = visit(doctor, "/desk/sign-offs/end/", seen=seen, typed=str(len(seen)), reason="I leave")

    assert page.count(SENTENCES["sign_offs_as_shown"]) == 2
    assert len(standing(doctor)) == len(seen) + 1


def test_it_ends_nobody_elses_and_works_without_credential_and_group(writer, doctor, second_doctor, editor, compliance):
    theirs = put_up(writer, second_doctor, editor, slug="of-another")
    others = standing(second_doctor)
    suspend_credential(doctor.credentials.get(), by=compliance, reason="Retired")
    doctor.groups.clear()

    ended = revoke_all([*standing(doctor), *others], by=doctor, reason="I leave")

    assert ended > 0
    assert standing(second_doctor) == others
    assert theirs.edition.sign_offs.get().pk in others


def test_whoever_left_can_come_back_and_sign_anew(edition, doctor):
    revoke_all(standing(doctor), by=doctor, reason="I leave")
    with refused("something_to_revoke"):
        revoke_all([], by=doctor, reason="I leave")
    give_credential(doctor)
    assert sign_off(edition, by=doctor, **SIGN_OFF)


def test_application_ends_them_by_its_act_alone(published, doctor):
    with refused("sign_offs_as_shown"):
        run("select act.revoke_all(%s, %s, 'I leave')", doctor.pk, [0])
    with refused("reason_is_given"):
        run("select act.revoke_all(%s, %s, ' ')", doctor.pk, standing(doctor))
    with refused("sign_offs_as_shown"):
        run("select act.revoke_all(%s, null, 'I leave')", doctor.pk)
    with denied():
        run("insert into reviews_revocation (sign_off_id, by_id, at, reason) values (1, 1, now(), 'x')")


def test_leaving_and_publishing_at_once_end_in_one_order(committed, signed, doctor, editor):
    """Who publishes waits for the one who leaves, and finds the signature gone: no deadlock."""
    with psycopg.connect(login("leaf_app", committed)) as leaving:
        leaving.execute("select act.revoke_all(%s, %s, 'I leave')", [doctor.pk, standing(doctor)])
        with psycopg.connect(login("leaf_app", committed), autocommit=True) as publishing:
            publishing.execute("set lock_timeout = '200ms'")
            with pytest.raises(psycopg.errors.LockNotAvailable):
                publishing.execute(
                    "select act.publish(%s, %s, %s, null, '')", [signed.pk, bytes(signed.digest), editor.pk]
                )
        leaving.commit()
    with refused("signed_by_enough_reviewers"):
        publish(signed, by=editor)
