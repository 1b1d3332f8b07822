"""Safety notices: a few words, signed by a medical reviewer who did not write them, published by another, for two weeks."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import psycopg
import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from articles.public import LiveArticle
from articles.publication import publish, take_down
from cms.evidence import act
from cms.ledger import Entry
from reviews.credential import proof, suspend_credential
from reviews.notice import Notice, draft_notice, end_notice, publish_notice, sign_notice
from tests.databases import login, run
from tests.notices import EVERYWHERE, SOURCE, WORDS, in_days
from tests.people import SECRET
from tests.reading import PAGE, SLUG, put_up, text_of
from tests.rules import refused
from tests.servers import waits_for
from tests.test_tiers import new_reviewer


@pytest.fixture
def standing(signed_notice, editor):
    publish_notice(signed_notice, by=editor)
    return signed_notice


def is_shown(client, address=PAGE):
    return WORDS in text_of(client.get(address))


# The way -----------------------------------------------------------------------------------------------------------------


def test_notice_stands_above_the_article_in_its_exact_words(client, published, standing, doctor):
    page = text_of(client.get(PAGE))
    assert page.index(WORDS) < page.index("Medically reviewed by")
    assert f"Source: {SOURCE}" in page.replace(" .", ".")
    ends_at = standing.signature.ends_at
    assert f"Signed by {doctor.name}, psychiatrist, on {timezone.now():%-d %B %Y}." in page
    assert f"Shown until {ends_at:%-d %B %Y, %H:%M} UTC at most." in page
    assert f'href="{SOURCE}"' in client.get(PAGE).content.decode()


def test_notice_stands_in_that_instant_on_kept_pages_too(client, published, signed_notice, editor, doctor):
    assert not is_shown(client)
    before = LiveArticle.objects.condition(SLUG).condition
    publish_notice(signed_notice, by=editor)
    assert is_shown(client)
    assert LiveArticle.objects.condition(SLUG).condition != before
    end_notice(signed_notice, by=doctor, reason="The batch was another one")
    assert not is_shown(client)
    assert LiveArticle.objects.condition(SLUG).condition == before


def test_notice_ends_by_itself(published, standing):
    ends_at = standing.signature.ends_at
    for at, shown in [(ends_at - timedelta(seconds=1), True), (ends_at, False)]:
        [(condition,)] = run("select condition from gate.shown(%s, %s)", published.article_id, at)
        assert ("notice@" in condition) == shown
        assert bool(run("select id from gate.notices_in_force(%s)", at)) == shown


def test_nothing_is_kept_beyond_the_end_of_a_notice(client, published, standing, monkeypatch):
    almost = standing.signature.ends_at - timedelta(seconds=20.5)
    monkeypatch.setattr("articles.views.timezone.now", lambda: almost)
    for address in (PAGE, "/"):
        assert client.get(address)["Cache-Control"].endswith("s-maxage=20")


def test_notice_is_gone_once_its_signers_credential_is_suspended(client, published, editor, compliance, writer):
    pharmacist = new_reviewer("Pia Pharmacist", "pharmacist")
    notice = draft_notice(by=writer, **EVERYWHERE)
    sign_notice(notice, by=pharmacist, secret=SECRET, ends_at=in_days(3))
    publish_notice(notice, by=editor)
    assert is_shown(client)
    suspend_credential(pharmacist.credentials.get(), by=compliance, reason="Struck off")
    assert client.get(PAGE).status_code == 200
    assert not is_shown(client)


def test_two_notices_stand_the_newest_first(client, published, standing, writer, doctor, editor):
    other = draft_notice(by=writer, text="Another word of warning.", source="A regulator's letter", topics=["safety"])
    sign_notice(other, by=doctor, secret=SECRET, ends_at=in_days(1))
    publish_notice(other, by=editor)
    page = client.get(PAGE).content.decode()
    assert page.index("Another word of warning.") < page.index(WORDS)
    assert 'aria-label="Safety notices"' in page


@pytest.mark.parametrize(
    ("touches", "shown"),
    [
        ({"everywhere": True}, {PAGE, "/articles/another-survey/", "/", "/topics/safety/", "/topics/pharmacology/"}),
        ({"topics": ["safety"]}, {PAGE, "/topics/safety/"}),
        ({"topics": ["pharmacology", "liver"]}, {"/articles/another-survey/", "/topics/pharmacology/"}),
        ({"articles": True}, {PAGE}),
    ],
)  # fmt: skip
def test_notice_touches_what_was_chosen(client, published, writer, doctor, editor, touches, shown):
    pharmacist = new_reviewer("Pia Pharmacist", "pharmacist", ["pharmacology"])
    put_up(writer, pharmacist, editor, slug="another-survey", topics=("pharmacology",))
    if "articles" in touches:
        touches = {"articles": [published.article_id]}
    notice = draft_notice(by=writer, text=WORDS, source=SOURCE, **touches)
    sign_notice(notice, by=doctor, secret=SECRET, ends_at=in_days(3))
    publish_notice(notice, by=editor)
    pages = {PAGE, "/articles/another-survey/", "/", "/topics/safety/", "/topics/pharmacology/"}
    assert {page for page in pages if is_shown(client, page)} == shown


def test_notice_puts_no_page_up(client, published, standing, editor):
    take_down(published.article, by=editor, reason="A doubt")
    assert "were asked about" not in text_of(client.get(PAGE))


def test_every_step_is_in_the_ledger(standing, writer, doctor, editor):
    end_notice(standing, by=editor, reason="Wrong batch")
    entries = Entry.objects.filter(act__endswith="notice").order_by("seq").values_list("act", "actor")
    assert list(entries) == [
        ("draft notice", writer.pk), ("sign notice", doctor.pk), ("publish notice", editor.pk), ("end notice", editor.pk),
    ]  # fmt: skip
    assert Entry.objects.get(act="end notice").reason == "Wrong batch"


# What it may say ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"text": "word " * 61}, "sixty_words_at_most"), ({"text": "one/two–three " * 21}, "sixty_words_at_most"),
        ({"text": "a\u00a0b " * 31}, "sixty_words_at_most"), ({"text": "x" * 501}, "sixty_words_at_most"),
        ({"text": " ... "}, "notice_says_something"), ({"text": "Buy at kratom.com"}, "notice_is_plain"),
        ({"text": "Read https://example.org"}, "notice_is_plain"), ({"text": "Read <b>this</b>"}, "notice_is_plain"),
        ({"text": "One.\nTwo."}, "notice_is_plain"), ({"text": "Take k\u0433atom"}, "notice_is_plain"),
        ({"text": "Take\u200b none"}, "notice_is_plain"), ({"text": "Mg of µα\u03b2 here"}, "notice_is_plain"),
        ({"text": "Take kra\vtom"}, "notice_is_plain"), ({"text": "Take\tnone"}, "notice_is_plain"),
        ({"source": "A let\u0001ter"}, "notice_is_plain"), ({"source": "A \\v letter"}, None),
        ({"source": ""}, "notice_has_a_source"), ({"source": "http://example.org/x"}, "notice_has_a_source"),
        ({"source": "javascript:alert(1)"}, None), ({"source": "https://a b"}, "notice_has_a_source"),
        ({"source": "x" * 301}, "notice_has_a_source"), ({"everywhere": False}, "notice_touches_something"),
        ({"topics": ["nothing"]}, "notice_touches_what_there_is"), ({"articles": [0]}, "notice_touches_what_there_is"),
    ],
)  # fmt: skip
def test_notice_says_little_and_plainly(writer, changes, rule):
    if rule is None:  # words, never an address: only https is linked
        assert draft_notice(by=writer, **EVERYWHERE | changes).source == changes["source"]
        return
    with refused(rule):
        draft_notice(by=writer, **EVERYWHERE | changes)


def test_sixty_words_are_not_too_many(writer):
    assert draft_notice(by=writer, **EVERYWHERE | {"text": "word " * 60}).text.count("word") == 60


# Who ---------------------------------------------------------------------------------------------------------------------


def test_nobody_signs_their_own_notice(doctor):
    notice = draft_notice(by=doctor, **EVERYWHERE)
    with refused("nobody_signs_their_own_notice"):
        sign_notice(notice, by=doctor, secret=SECRET, ends_at=in_days(3))


def test_signer_does_not_publish(signed_notice, doctor):
    with pytest.raises(PermissionDenied):
        publish_notice(signed_notice, by=doctor)
    with refused("notice_is_published_by_another"):
        act("publish_notice", signed_notice.pk, bytes(signed_notice.digest), doctor.pk)


@pytest.mark.parametrize("who", ["writer", "editor", "compliance", "administrator"])
def test_nobody_signs_without_being_a_reviewer(request, notice, who):
    person = request.getfixturevalue(who)
    with pytest.raises(PermissionDenied):
        sign_notice(notice, by=person, secret=SECRET, ends_at=in_days(3))
    with refused(["signing_secret_is_enrolled", "with_this_credential"]):
        act("sign_notice", notice.pk, bytes(notice.digest), person.pk, proof(person, SECRET), in_days(3))


@pytest.mark.parametrize("qualification", ["scientist", "lawyer or regulatory specialist"])
def test_notice_is_signed_by_a_medic(notice, qualification):
    with refused("notice_is_signed_by_a_medic"):
        sign_notice(notice, by=new_reviewer("someone", qualification), secret=SECRET, ends_at=in_days(3))


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"ends_at": 15}, "notice_ends_within_two_weeks"), ({"ends_at": -1}, "notice_ends_within_two_weeks"),
        ({"secret": "another secret of somebody"}, "same_person"),
    ],
)  # fmt: skip
def test_signature_is_the_signers_and_ends_within_two_weeks(notice, doctor, change, rule):
    if "ends_at" in change:
        change = {"ends_at": in_days(change["ends_at"])}
    with refused(rule):
        sign_notice(notice, by=doctor, **{"secret": SECRET, "ends_at": in_days(14)} | change)


def test_signature_is_of_exactly_these_words(notice, doctor):
    with refused("signs_exactly_this_notice"):
        act("sign_notice", notice.pk, b"\0" * 32, doctor.pk, proof(doctor, SECRET), in_days(3))


def test_notice_is_signed_and_published_and_ended_once(standing, second_doctor, editor):
    with refused("notice_is_signed_once"):
        sign_notice(standing, by=second_doctor, secret=SECRET, ends_at=in_days(3))
    with refused("notice_is_published_once"):
        publish_notice(standing, by=editor)
    end_notice(standing, by=editor, reason="Over")
    with refused("notice_is_ended_once"):
        end_notice(standing, by=editor, reason="Over")


def test_unsigned_notice_is_not_published(notice, editor):
    with refused("notice_is_signed"):
        publish_notice(notice, by=editor)


def test_exactly_the_signed_notice_is_published(signed_notice, editor):
    with refused("publishes_exactly_this_notice"):
        act("publish_notice", signed_notice.pk, b"\0" * 32, editor.pk)


def test_notice_of_a_suspended_signer_is_not_published(notice, editor, compliance):
    pharmacist = new_reviewer("Pia Pharmacist", "pharmacist")
    sign_notice(notice, by=pharmacist, secret=SECRET, ends_at=in_days(3))
    suspend_credential(pharmacist.credentials.get(), by=compliance, reason="Struck off")
    with refused("notice_signature_stands"):
        publish_notice(notice, by=editor)


@pytest.mark.parametrize("who", ["editor", "compliance", "doctor"])
def test_notice_is_ended_by_an_editor_compliance_or_its_signer(request, client, published, standing, who):
    end_notice(standing, by=request.getfixturevalue(who), reason="Wrong batch")
    assert not is_shown(client)


@pytest.mark.parametrize("who", ["writer", "second_writer", "second_doctor", "administrator"])
def test_notice_is_ended_by_nobody_else(request, standing, who):
    with pytest.raises(PermissionDenied):
        end_notice(standing, by=request.getfixturevalue(who), reason="Wrong batch")


def test_notice_is_ended_for_a_reason(standing, editor):
    with refused("reason_is_given"):
        end_notice(standing, by=editor, reason=" ")


@pytest.mark.parametrize("stage", ["notice", "signed_notice"])
def test_draft_is_given_up_and_never_published(request, stage, editor, doctor):
    notice = request.getfixturevalue(stage)
    end_notice(notice, by=editor, reason="Not needed")
    with refused("notice_is_not_over"):
        if stage == "notice":
            sign_notice(notice, by=doctor, secret=SECRET, ends_at=in_days(3))
        else:
            publish_notice(notice, by=editor)


# Round the acts ----------------------------------------------------------------------------------------------------------


def test_rows_written_round_the_acts_are_refused_to_the_owner(committed, standing, as_owner, second_doctor, editor):
    columns = [
        name for (name,) in as_owner.execute(
            "select column_name from information_schema.columns where table_name = 'reviews_noticesignature'"
            " and column_name <> 'id'"
        )
    ]  # fmt: skip
    as_owner.execute("alter table reviews_noticepublication drop constraint notice_is_signed")
    as_owner.execute("alter table reviews_noticesignature drop constraint notice_is_signed_once")
    for column, value, rules in [
        ("drafted_by_id", "reviewer_id", {"nobody_signs_their_own_notice"}),
        ("qualification", "'scientist'", {"notice_is_signed_by_a_medic", "with_this_qualification"}),
        ("ends_at", "ends_at + interval '9 days'", {"notice_ends_within_two_weeks"}),
        ("reviewer_id", str(second_doctor.pk), {"with_this_credential"}),
        ("digest", "sha256('x')", {"signs_exactly_this_notice"}),
    ]:
        chosen = [value if name == column else name for name in columns]
        with pytest.raises(psycopg.errors.IntegrityError) as refusal:
            as_owner.execute(
                f"insert into reviews_noticesignature ({', '.join(columns)}) select {', '.join(chosen)}"
                " from reviews_noticesignature"
            )
        assert refusal.value.diag.constraint_name in rules
    for table in ["notice", "noticesignature", "noticepublication"]:
        with pytest.raises(psycopg.errors.CheckViolation, match="only added to"):
            as_owner.execute(f"update reviews_{table} set id = default")


@pytest.mark.parametrize("first", ["publish", "end"])
def test_notice_that_is_published_and_ended_at_once_is_over(client, committed, published, signed_notice, editor, first):
    steps = {
        "publish": ("select act.publish_notice(%s, %s, %s)", [bytes(signed_notice.digest), editor.pk]),
        "end": ("select act.end_notice(%s, %s, 'Wrong')", [editor.pk]),
    }
    one, other = (psycopg.connect(login("leaf_app", committed)) for _ in range(2))
    with one, other, ThreadPoolExecutor() as pool:
        question, arguments = steps.pop(first)
        one.execute(question, [signed_notice.pk, *arguments])
        [(question, arguments)] = steps.values()
        waiting = pool.submit(other.execute, question, [signed_notice.pk, *arguments])
        waited = waits_for(other, one)
        one.commit()
        assert waited
        waiting.result()
    assert not is_shown(client)


def test_reader_reads_notices_in_force_alone(committed, standing, writer):
    draft_notice(by=writer, **EVERYWHERE | {"text": "Not yet signed."})
    with psycopg.connect(login("leaf_reader", committed), autocommit=True) as reader:
        [(notices,)] = reader.execute("select live.notices()").fetchall()
        assert [one["text"] for one in notices] == [WORDS]
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            reader.execute("select * from public.reviews_notice")


def test_article_published_later_shows_the_notice_too(client, signed, editor, standing):
    publish(signed, by=editor)
    assert is_shown(client)
    assert Notice.objects.count() == 1
