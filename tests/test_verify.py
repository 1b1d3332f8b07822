"""`verify` names whatever somebody with a superuser's rights changed, and nothing when nobody did."""

import io
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import DataError, connection
from django.utils import timezone

from articles.article import Article
from articles.edition import Edition, submit
from articles.hidden_row import hide_row
from articles.publication import take_down
from cms.postgresql import manifest
from cms.verify import verify
from cms.verify.rows import Shares
from reviews.adoption import adopt
from reviews.credential import suspend_credential
from reviews.notice import draft_notice, end_notice, publish_notice, sign_notice
from reviews.passkey import end_passkey
from reviews.policy import choose_tier
from reviews.recheck import recheck
from reviews.sign_off import revoke
from reviews.verdict import lift_refusal, refuse
from tests.adopting import YES, proposed, rule
from tests.conftest import write
from tests.devices import ask_for_passkeys, device_of, sign
from tests.people import SECRET


@pytest.fixture
def history(committed, published, ptsd_edition, officer, phone, writer, doctor, second_doctor, editor, compliance):
    """Something of every kind has happened."""
    sign(phone, submit(write(writer, slug="signed-with-a-passkey"), by=writer), doctor)
    lost = device_of(doctor).passkey
    for since in (timezone.now(), lost.added_at):
        end_passkey(lost, by=doctor, since=since, reason="Lost")
    adopt(proposed(always=False, words=["hallucination*"]), by=compliance, seen=[], **YES)
    adopt(rule(always=False, words=["hallucination*"]), by=compliance, seen=[], **YES)
    revoke(published.edition.sign_offs.get(), by=doctor, reason="Wrong")
    take_down(published.article, by=editor, reason="Wrong")
    verdict = refuse(ptsd_edition, by=doctor, secret=SECRET, reason="Unfit")
    lift_refusal(verdict, by=doctor, secret=SECRET, reason="Read again")
    choose_tier(published.article, by=editor, policy="two-signatures", reason="Readers in distress ask for it")
    suspend_credential(second_doctor.credentials.get(), by=compliance, reason="Retired")
    help_now = Article.objects.get(slug="crisis-help").editions.get()
    recheck(help_now, by=compliance, secret=SECRET, source="The lines' own pages")
    hide_row(help_now, 2, by=editor, reason="Wrong number")
    notice = draft_notice(by=editor, text="Stop and read this.", source="A letter", everywhere=True)
    sign_notice(notice, by=doctor, secret=SECRET, ends_at=timezone.now() + timedelta(days=9))
    publish_notice(notice, by=editor)
    end_notice(notice, by=doctor, reason="Over")
    ask_for_passkeys(officer)


@pytest.fixture(autouse=True)
def without_the_tests_own_login(monkeypatch):
    """leaf_tester, with which other tests log in, is no fault."""
    real = manifest.differences
    monkeypatch.setattr(manifest, "differences", lambda found: [one for one in real(found) if "leaf_tester" not in one])


def faults():
    return [sentence for _, sentence in verify(connection)]


def test_nothing_is_found_where_nothing_was_done(history):
    out = io.StringIO()
    call_command("verify", stdout=out)
    assert out.getvalue().startswith("Everything is as it should be")


TAMPERINGS = {
    "a byte of an edition": (
        "articles_edition", "drop all checks",
        "update articles_edition set content = convert_to(replace(convert_from(content, 'UTF8'), 'worry', 'hurry'), 'UTF8')"
        " where slug = 'what-a-survey-asked'",
        ["is of another text", "is not what its entry in the ledger says"],
    ),
    "a byte of an entry": (
        "cms_entry", "drop all checks",
        "update cms_entry set body = convert_to(replace(convert_from(body, 'UTF8'), 'publish', 'publisi'), 'UTF8')"
        " where seq = (select max(seq) from cms_entry where act = 'publish')",
        ["the chain is broken here", "has no entry in the ledger", "The tree's leaf"],
    ),
    "an entry dropped": (
        "cms_entry", "", "delete from cms_entry where seq = 5", ["Entry 5 is missing"],
    ),
    "the last entry dropped": (
        "cms_entry", "", "delete from cms_entry where seq = (select max(seq) from cms_entry)",
        ["has no entry", "The tree's leaf"],
    ),
    "a reason exchanged": (
        "cms_entry", "drop all checks", "update cms_entry set reason = 'Right' where act = 'revoke'",
        ["its reason was exchanged"],
    ),
    "a sign-off's reviewer": (
        "reviews_signoff", "drop all checks", "update reviews_signoff set reviewer_id = (select min(id) from cms_person)"
        " where edition_id = (select id from articles_edition where slug = 'what-a-survey-asked')",
        ["is not what its entry in the ledger says", "without every signature"],
    ),
    "a revocation dropped": (
        "reviews_revocation", "", "delete from reviews_revocation", ["The ledger has the revocation"],
    ),
    "a take-down dropped": ("articles_takedown", "", "delete from articles_takedown", ["The ledger has the take-down"]),
    "a refusal dropped": ("reviews_verdict", "", "delete from reviews_verdict", ["The ledger has the verdict"]),
    "a basis dropped": ("reviews_basis", "", "delete from reviews_basis", ["without every signature"]),
    "a check's date": (
        "reviews_recheck", "", "update reviews_recheck set at = at + interval '30 days'",
        ["The re-check 1 is not what was entered"],
    ),
    "a check's officer": (
        "reviews_recheck", "", "update reviews_recheck set officer_id = (select min(id) from cms_person)",
        ["was not in office", "is not what its entry"],
    ),
    "a check's source": ("reviews_recheck", "", "update reviews_recheck set reason = 'x'", ["The reason of the re-check 1"]),
    "a revocation's reason": (
        "reviews_revocation", "", "update reviews_revocation set reason = 'x'", ["The reason of the revocation"],
    ),
    "a verdict's reason": ("reviews_verdict", "", "update reviews_verdict set reason = 'x'", ["The reason of the verdict 1"]),
    "a lift's reason": ("reviews_lift", "", "update reviews_lift set reason = 'x'", ["The reason of the lift of a refusal 1"]),
    "a take-down's reason": (
        "articles_takedown", "", "update articles_takedown set reason = 'x'", ["The reason of the take-down"],
    ),
    "a suspension's reason": (
        "reviews_suspension", "", "update reviews_suspension set reason = 'x'", ["The reason of the suspension"],
    ),
    "a chosen tier's reason": (
        "reviews_chosentier", "", "update reviews_chosentier set reason = 'x'", ["The reason of the chosen tier 1"],
    ),
    "a check added": (
        "reviews_recheck", "",
        "insert into reviews_recheck (article_id, edition_id, digest, officer_id, appointment_id, at, reason)"
        " select article_id, edition_id, digest, officer_id, appointment_id, clock_timestamp(), 'x' from reviews_recheck",
        ["The re-check 2 has no entry in the ledger"],
    ),
    "a hidden row shown again": ("articles_hiddenrow", "", "delete from articles_hiddenrow", ["The ledger has the hidden row"]),
    "a hidden row exchanged": (
        "articles_hiddenrow", "", "update articles_hiddenrow set contact = 3", ["The hidden row 1 is not what was entered"],
    ),
    "a word of a notice": (
        "reviews_notice", "drop all checks",
        "update reviews_notice set content = convert_to(replace(convert_from(content, 'UTF8'), 'Stop', 'Shop'), 'UTF8')",
        ["The safety notice 1 is not what its entry", "without the signature of a medical reviewer"],
    ),
    "a notice's end put off": (
        "reviews_noticesignature", "", "update reviews_noticesignature set ends_at = ends_at + interval '2 days'",
        ["The signature of a notice 1 is not what was entered"],
    ),
    "a notice's publisher": (
        "reviews_noticepublication", "",
        "update reviews_noticepublication set published_by_id = (select min(id) from cms_person)",
        ["The publication of a notice 1 is not what its entry"],
    ),
    "a notice brought back": ("reviews_noticeend", "", "delete from reviews_noticeend", ["The ledger has the end of a notice"]),
    "an adopted disclaimer's text": (
        "articles_disclaimer", "", "update articles_disclaimer set \"full\" = 'Harmless.' where version = 2",
        ["The disclaimer 30 is not what was entered in the ledger."],
    ),
    "an adopted rule's instant": (
        "articles_statement", "", "update articles_statement set binding_at = clock_timestamp() where adopted_by_id is not null",
        ["is not what was entered in the ledger"],
    ),
    "an adopted disclaimer dropped": (
        "articles_disclaimer", "", "delete from articles_disclaimer where version = 2", ["The ledger has the disclaimer"],
    ),
    "a disclaimer in an officer's name": (
        "articles_disclaimer", "drop all checks",
        "update articles_disclaimer set adopted_by_id = (select min(id) from cms_person) where code = 'D-INFO' and version = 1",
        ["has no entry in the ledger"],
    ),
    "a tier that secrets sign again": (
        "reviews_policy", "drop all checks", "update reviews_policy set passkeys = false where asked_id is not null",
        ["The request for passkeys 1 is not what was entered in the ledger."],
    ),
    "tiers as if asked for before": (
        "reviews_policy", "", "update reviews_policy set adopted_at = '2020-01-01' where asked_id is not null",
        ["The request for passkeys 1 is not what was entered", "was made without a passkey that was asked for then"],
    ),
    "who asked for passkeys": (
        "reviews_passkeysasked", "", "update reviews_passkeysasked set by_id = (select min(id) from cms_person)",
        ["The request for passkeys 1 is not what its entry in the ledger says"],
    ),
    "why passkeys were asked for": (
        "reviews_passkeysasked", "", "update reviews_passkeysasked set reason = 'x'",
        ["The reason of the request for passkeys 1"],
    ),
    "a request for passkeys dropped": (
        "reviews_passkeysasked", "", "delete from reviews_passkeysasked", ["The ledger has the request for passkeys 1"],
    ),
    "a root key": (
        "reviews_rootkey", "drop all checks", "update reviews_rootkey set public_key = sha256(public_key)",
        ["The root key 1 is not the one", "The certificate 1 is not signed by whom it names"],
    ),
    "a passkey": (
        "reviews_passkey", "", "update reviews_passkey set public_key = (select public_key from reviews_rootkey) where id = 2",
        ["The passkey 2 is not the one", "The answer of a passkey 1 is not signed by", "The certificate 2 is of another passkey"],
    ),
    "a certificate": (
        "reviews_certificate", "drop all checks",
        "update reviews_certificate set content = convert_to(replace(convert_from(content, 'UTF8'), 'Dora', 'Nora'), 'UTF8')"
        " where id = 2", ["The certificate 2 is not signed by", "The certificate 2 is not what its entry"],
    ),
    "an officer's certificate given to itself": (
        "reviews_certificate", "drop all checks", "update reviews_certificate set root_id = null, issuer_id = id where id = 1",
        ["The certificate 1 is not signed by"],
    ),
    "what a passkey signed": (
        "reviews_assertion", "drop all checks",
        "update reviews_assertion set content = convert_to(replace(convert_from(content, 'UTF8'), 'None', 'Nine'), 'UTF8')",
        ["The answer of a passkey 1 is not signed by", "is not what its passkey signed"],
    ),
    "a passkey's answer": (
        "reviews_assertion", "", "update reviews_assertion set signature = sha256(signature)",
        ["The answer of a passkey 1 is not signed by"],
    ),
    "the interests of what a passkey signed": (
        "reviews_signoff", "drop all checks", "update reviews_signoff set interests = 'Nine' where assertion_id is not null",
        ["is not what its passkey signed"],
    ),
    "a passkey's end": (
        "reviews_passkeyend", "drop all checks", "update reviews_passkeyend set ends_at = ends_at - interval '1 day'",
        ["The end of a passkey 3, 20", "Z has no entry in the ledger.", "The ledger has the end of a passkey 3, 20"],
    ),
    "a passkey's earlier end": (
        "reviews_passkeyend", "", "delete from reviews_passkeyend where earlier_than is not null",
        ["The ledger has the end of a passkey 3, 20"],
    ),
    "a passkey's end on another": (
        "reviews_passkeyend", "", "update reviews_passkeyend set passkey_id = 2, ends_at = ends_at - interval '1 day'",
        ["The end of a passkey 2, 20", "its passkey, or the one that certified it, had ended"],
    ),
    "why a passkey ended": (
        "reviews_passkeyend", "", "update reviews_passkeyend set reason = 'x'", ["The reason of the end of a passkey 3, 20"],
    ),
    "a passkey added": (
        "reviews_passkey", "",
        "insert into reviews_passkey (person_id, public_key, handle, client_data, attestation)"
        " select person_id, public_key || ' ', 'x', client_data, attestation from reviews_passkey where id = 2",
        ["has no entry in the ledger"],
    ),
    "a node of the tree": (
        "cms_node", "", "update cms_node set hash = sha256(hash) where level = 2 and index = 1", ["The tree's node 1 at level 2"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TAMPERINGS)
def test_what_a_superuser_changed_is_named(history, as_superuser, name):
    table, checks, statement, sentences = TAMPERINGS[name]
    take_guards_away(as_superuser, table, checks)
    assert as_superuser.execute(statement).rowcount

    said = "\n".join(faults())
    for sentence in sentences:
        assert sentence in said, said[-3000:]


def take_guards_away(superuser, table, checks):
    superuser.execute("set session_replication_role = replica")
    superuser.execute(f"alter table {table} disable trigger all")
    if checks:
        for (constraint,) in superuser.execute(
            "select conname from pg_constraint where conrelid = %s::regclass and contype = 'c'", [table]
        ).fetchall():
            superuser.execute(f"alter table {table} drop constraint {constraint}")


def test_column_that_does_not_say_what_the_bytes_say_is_named(history, as_superuser):
    take_guards_away(as_superuser, "articles_edition", "drop all checks")
    others = {
        "topics": "'{law}'", "named_topics": "'[{}]'", "flags": "'{x}'", "designs": "'{x}'", "disclaimers": "'{D-INFO.9}'",
        "statements": "'{x}'", "root_id": "1", "root_digest": "'x'",
    }  # fmt: skip
    tampered = list(zip(Edition.objects.order_by("id").values_list("id", flat=True), others.items(), strict=False))
    assert len(tampered) == len(others)
    for edition, (column, other) in tampered:
        as_superuser.execute(f"alter table articles_edition alter {column} drop expression")
        as_superuser.execute(f"update articles_edition set {column} = {other} where id = %s", [edition])

    said = faults()
    for edition, (column, _) in tampered:
        assert f"Edition {edition}: its columns do not say what its bytes say." in said, column


@pytest.mark.parametrize("reading", [1, 2, 3])
def test_words_that_another_function_made_are_named(committed, published, as_superuser, reading):
    """The column is generated: whoever exchanges what makes it, for as long as it takes to write a row, is found later."""
    [(original,)] = as_superuser.execute("select pg_get_functiondef('author_words'::regproc)").fetchall()
    take_guards_away(as_superuser, "articles_edition", "")
    with as_superuser.transaction():
        as_superuser.execute("update articles_edition set reading = %s", [reading])
        as_superuser.execute(
            "create or replace function author_words(d jsonb) returns tsvector[] language sql immutable strict parallel safe"
            " as $$ select '{}'::tsvector[] $$"
        )
        as_superuser.execute("update articles_edition set content = content where id = %s", [published.edition_id])
        as_superuser.execute(original)

    sentence = f"Edition {published.edition_id}: its column of words does not say what its bytes say."
    assert [said for said in faults() if "words" in said] == [sentence]


def test_a_loosened_grant_fails_the_command(history, as_superuser):
    as_superuser.execute("grant insert on reviews_signoff to leaf_app")
    with pytest.raises(CommandError, match="Do not trust"):
        call_command("verify", stdout=io.StringIO())


def test_what_cannot_be_read_fails_the_command_too(history, as_superuser):
    as_superuser.execute("revoke select on articles_edition from leaf_app")
    out = io.StringIO()
    with pytest.raises(CommandError, match="The rest can't be asked"):
        call_command("verify", stdout=out)
    assert "Missing: grant SELECT on public.articles_edition to leaf_app" in out.getvalue()


@pytest.mark.parametrize("workers", [1, 2])
def test_every_row_is_asked_about_once_however_the_work_is_shared(committed, edition, workers):
    question = "select id, %(high)s - %(low)s from articles_edition where id between %(low)s and %(high)s"
    shares = Shares(connection, "articles_edition", question, workers, size=3)
    found = [row for share in shares for row in share]
    ids = list(Edition.objects.order_by("id").values_list("id", flat=True))
    assert found == [(pk, 2) for pk in ids]
    assert len(shares) == -(-(ids[-1] - ids[0] + 1) // 3) > 2


def test_nobody_is_asked_about_an_empty_table(one_transaction):
    assert list(Shares(connection, "articles_fix", "select 1", key="edition_id")) == []


def test_share_that_cannot_be_asked_stops_the_whole(committed, edition):
    with pytest.raises(DataError):
        list(Shares(connection, "articles_edition", "select 1 / (%(low)s - %(low)s)", workers=2))
