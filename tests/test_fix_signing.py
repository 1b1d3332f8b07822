"""The change sign-off: one reviewer's signature on a fix, which stands only while the full review stands that it rests on."""

import json
from datetime import timedelta

import psycopg
import pytest
from django.utils import timezone

from articles.article import Article, State, save_draft
from articles.edition import submit
from articles.public import LiveListed
from articles.publication import publish, retract, take_down
from cms.ledger import Entry
from reviews.credential import proof, suspend_credential
from reviews.policy import choose_tier
from reviews.sign_off import revoke, sign_off
from reviews.verdict import lift_refusal, refuse, request_changes
from tests.conftest import SECOND, SIGN_OFF, write
from tests.databases import run
from tests.fixes import BODY, CHANGE, fix_of
from tests.people import SECRET, person
from tests.reading import only_page, shown
from tests.rules import refused


def shown_number(edition):
    live = next(iter(shown(article_id=edition.article_id)), None)
    return live and live.number


def state(edition):
    return State.objects.get(article=edition.article_id).state


# The way --------------------------------------------------------------------------------------------------------------------


def test_fix_is_published_on_one_change_sign_off_and_the_full_review(public, fix, second_doctor, editor):
    with refused("signed_by_enough_reviewers"):
        publish(fix, by=editor)
    signature = sign_off(fix, by=second_doctor, **CHANGE)
    publication = publish(fix, by=editor)

    full = public.sign_offs.get()
    assert shown_number(fix) == 2
    assert "plant grows" in only_page(article_id=fix.article_id).document["html"]
    assert publication.ends_at == full.ends_at == signature.ends_at
    assert signature.review_due_at == full.review_due_at
    rests_on = run("select sign_off_id, signed_edition_id from reviews_basis where publication_id = %s", publication.pk)
    assert set(rests_on) == {(full.pk, public.pk), (signature.pk, fix.pk)}


def test_reviewer_of_the_full_text_may_check_the_change_too(public, fix, doctor, editor):
    sign_off(fix, by=doctor, **CHANGE)
    publish(fix, by=editor)
    assert shown_number(fix) == 2


def test_ledger_says_what_was_fixed_and_of_what(public, fix, writer):
    entry = Entry.objects.get(edition_id=fix.pk, act="submit fix")
    facts = json.loads(bytes(entry.body))
    assert entry.actor == writer
    assert entry.reason == "A typo"
    assert [facts[name] for name in ("of", "root", "root_digest", "words_changed", "words_of_root")] == [
        public.pk, public.pk, public.fingerprint, 1, fix.fix.words_of_root,
    ]  # fmt: skip


def test_change_sign_off_moves_neither_last_review_nor_due_nor_end(public, published_fix, client):
    page = client.get("/articles/a-public-page/").content.decode()
    live = only_page(article_id=public.article_id)
    full = public.sign_offs.get()
    assert {one["meaning"] for one in live.sign_offs} == {"medical accuracy", "change"}
    assert f"Medically reviewed by Dr Dora Doctor, psychiatrist, on {full.signed_at:%-d %B %Y}." in page
    assert "A small change since was checked by Dr Dan Doctor, psychiatrist, on" in page
    assert "Checked a small change of the reviewed text on" in page
    facts = json.loads(page.split('application/ld+json">')[1].split("</script>")[0]) if "ld+json" in page else {}
    assert [who["name"] for who in facts.get("reviewedBy", [])] in ([], ["Dr Dora Doctor"])
    [row] = [row for row in LiveListed.objects.newest(9) if row.article_id == public.article_id]
    assert row.title == public.title


def test_state_shows_a_fix_in_review_and_keeps_what_else_is(public, writer, doctor, second_doctor, editor):
    assert state(public) == "published"
    fix = fix_of(public, ("plnat", "plant"), by=writer)
    assert state(public) == "published with a newer fix"
    assert State.objects.get(article=public.article_id).edition_id == public.pk
    request_changes(fix, by=doctor, reason="Look again")
    assert state(public) == "published"
    fix = fix_of(public, ("surevy", "survey"), by=writer)
    sign_off(fix, by=second_doctor, **CHANGE)
    assert state(public) == "published with a newer fix"
    publish(fix, by=editor)
    assert State.objects.get(article=public.article_id).public_edition_id == fix.pk
    assert State.objects.get(article=public.article_id).fix_id is None


def test_fix_does_not_take_the_place_of_an_edition_in_review(public, writer, second_doctor, editor):
    article = Article.objects.get(pk=public.article_id)
    article.summary = "Another summary, in full."
    second = submit(save_draft(article, by=writer), by=writer)
    fix = fix_of(public, ("plnat", "plant"), by=writer)
    found = State.objects.get(article=article)
    assert (fix.number, found.edition_id, found.fix_id) == (3, second.pk, fix.pk)
    sign_off(fix, by=second_doctor, **CHANGE)
    publish(fix, by=editor)
    found.refresh_from_db()
    assert (found.edition_id, found.public_edition_id, found.fix_id) == (second.pk, fix.pk, None)


def test_fixed_text_can_still_be_reviewed_in_full(public, published_fix, writer, doctor):
    article = Article.objects.get(pk=public.article_id)
    article.body = published_fix.edition.html
    edition = submit(save_draft(article, by=writer), by=writer)
    assert (edition.number, edition.root_id) == (3, 0)
    sign_off(edition, by=doctor, **SIGN_OFF)


# Who signs, and for what ------------------------------------------------------------------------------------------------------


def test_fix_is_signed_for_its_change_alone_and_nothing_else_is(public, fix, second_doctor):
    for edition, how in [(fix, SIGN_OFF), (fix, SECOND), (public, CHANGE)]:
        with refused("meaning_is_asked_for"):
            sign_off(edition, by=second_doctor, **how)


def test_no_contributor_of_either_edition_signs_the_change(public, doctor, second_doctor, writer):
    article = Article.objects.get(pk=public.article_id)
    article.summary = "The reviewer wrote this."
    second_doctor.groups.add(*person("writer").groups.all())
    save_draft(article, by=type(second_doctor).objects.get(pk=second_doctor.pk))
    fix = fix_of(public, ("plnat", "plant"), by=writer)
    assert second_doctor.pk in fix.contributors
    assert second_doctor.pk not in public.contributors
    with refused("no_contributor_signs"):
        sign_off(fix, by=second_doctor, **CHANGE)
    sign_off(fix, by=doctor, **CHANGE)


def test_who_made_the_fix_does_not_sign_it(public, second_doctor):
    second_doctor.groups.add(*person("editor").groups.all())
    maker = type(second_doctor).objects.get(pk=second_doctor.pk)
    fix = fix_of(public, ("plnat", "plant"), by=maker)
    with refused("no_contributor_signs"):
        sign_off(fix, by=maker, **CHANGE)


def test_change_is_signed_by_who_may_sign_for_medical_accuracy(public, fix, lawyer):
    with refused("qualified_for_this_meaning"):
        sign_off(fix, by=lawyer, **CHANGE)


def test_change_takes_the_signing_secret_and_one_per_person(fix, second_doctor):
    with refused("same_person"):
        sign_off(fix, by=second_doctor, **(CHANGE | {"secret": "not the secret at all"}))
    sign_off(fix, by=second_doctor, **CHANGE)
    with refused("one_sign_off_per_reviewer"):
        sign_off(fix, by=second_doctor, **CHANGE)


def test_change_of_a_text_with_two_signatures_needs_both_and_one_more(
    writer, doctor, second_doctor, medical_lead, editor
):
    edition = submit(write(writer, slug="two-reviews", topics=("ptsd",), body=BODY), by=writer)
    sign_off(edition, by=doctor, **SIGN_OFF)
    second = sign_off(edition, by=second_doctor, **SECOND)
    publish(edition, by=editor)
    fix = fix_of(edition, ("plnat", "plant"), by=writer)
    sign_off(fix, by=medical_lead, **CHANGE)
    publish(fix, by=editor)
    assert shown_number(fix) == 2
    revoke(second, by=second_doctor, reason="A doubt")
    assert shown_number(fix) is None


# While the full review stands --------------------------------------------------------------------------------------------------

FALLS = {
    "full sign-off revoked": lambda public, fix: revoke(public.sign_offs.get(), by=person("doctor"), reason="Wrong"),
    "change sign-off revoked": lambda public, fix: revoke(fix.sign_offs.get(), by=person("second_doctor"), reason="Wrong"),
    "credential suspended": lambda public, fix: suspend_credential(
        person("doctor").credentials.get(), by=person("compliance"), reason="Struck off"),
    "refused on the root": lambda public, fix: refuse(public, by=person("medical_lead"), secret=SECRET, reason="Unfit"),
    "taken down": lambda public, fix: take_down(public.article, by=person("editor"), reason="Wrong"),
}  # fmt: skip


@pytest.mark.parametrize("fall", FALLS)
def test_fix_falls_at_once(public, published_fix, editor, fall):
    FALLS[fall](public, published_fix.edition)
    assert shown_number(public) is None
    if "revoked" in fall:
        with refused("signed_by_enough_reviewers"):
            publish(published_fix.edition, by=editor)
        assert state(public) == "revoked"


def test_fix_ends_when_the_full_review_ends(public, published_fix):
    ends = public.sign_offs.get().ends_at
    ask = "select (select count(*) from gate.shown(%s, %s)), gate.signed_until(%s, %s)"
    [(before, until)] = run(
        ask, public.article_id, ends.replace(microsecond=0), published_fix.edition_id, published_fix.published_at
    )
    [(after, _)] = run(ask, public.article_id, ends, published_fix.edition_id, ends)
    assert (before, after, until) == (0, 0, ends) or (before, after, until) == (1, 0, ends)
    assert run("select gate.fate(%s, %s)", public.article_id, ends) == [("ended",)]


def test_change_is_not_signed_once_the_full_review_is_lost(public, fix, doctor, second_doctor):
    revoke(public.sign_offs.get(), by=doctor, reason="Wrong")
    with refused("full_review_stands"):
        sign_off(fix, by=second_doctor, **CHANGE)


def test_verdicts_work_on_a_fix_as_on_any_edition(public, fix, doctor, second_doctor, editor):
    request_changes(fix, by=doctor, reason="Another word")
    with refused("no_changes_requested"):
        sign_off(fix, by=second_doctor, **CHANGE)
    assert shown_number(public) == 1
    refusal = refuse(fix, by=doctor, secret=SECRET, reason="Unfit")
    assert shown_number(public) is None
    lift_refusal(refusal, by=doctor, secret=SECRET, reason="I was wrong")
    assert shown_number(public) == 1


def test_changes_are_not_requested_of_the_edition_that_a_public_fix_rests_on(public, published_fix, doctor, editor):
    with refused("still_in_review"):
        request_changes(public, by=doctor, reason="Numbers")
    take_down(public.article, by=editor, reason="Wrong")
    request_changes(public, by=doctor, reason="Numbers")
    with refused("no_changes_requested"):
        publish(published_fix.edition, by=editor, reason="Back")


def test_fix_of_what_was_retracted_is_not_published(public, signed_fix, editor):
    retract(public.article, by=editor, reason="Wrong")
    with refused("retracted_for_good"):
        publish(signed_fix, by=editor, reason="A little other")


def test_stricter_policy_holds_for_a_fix_too(public, signed_fix, editor, writer):
    choose_tier(public.article, by=editor, policy="two-signatures", reason="Readers in distress")
    with refused("by_the_stricter_policy"):
        publish(signed_fix, by=editor)
    with refused("fix_changes_words_alone"):
        fix_of(public, ("surevy", "survey"), by=writer)


# Of what ------------------------------------------------------------------------------------------------------------------------


def test_fix_is_of_what_readers_see_now(public, writer, editor, draft):
    second = submit(draft, by=writer)
    with refused("fix_of_what_is_public"):
        fix_of(second, ("worry", "sorrow"), by=writer)
    take_down(public.article, by=editor, reason="Wrong")
    with refused("fix_of_what_is_public"):
        fix_of(public, ("plnat", "plant"), by=writer)


def test_statement_is_reviewed_whole(statements, writer):
    edition = statements["crisis-help"].editions.get()
    text = {key: edition.document()[key] for key in ("title", "summary", "key_points", "html")}
    with refused("only_articles_are_fixed"):
        run(
            "select act.submit_fix(%s, %s, %s, %s, 'x')", edition.pk, bytes(edition.digest), json.dumps(text), writer.pk
        )


def test_chain_counts_against_the_last_full_review(public, writer, second_doctor, editor):
    """Each changes a little, and the third would make it over 5 % of what was reviewed in full."""
    steps = [[("plnat", "plant"), ("surevy", "survey"), ("nxet", "next")], [("thikc", "thick"), ("paepr", "paper"),
             ("prinetd", "printed")], [("lettres", "letters"), ("baskets", "baskest")]]  # fmt: skip
    newest = public
    for pairs in steps[:2]:
        newest = fix_of(newest, *pairs, by=writer)
        sign_off(newest, by=second_doctor, **CHANGE)
        publish(newest, by=editor)
    assert (newest.number, newest.root_id, newest.fix.words_changed, newest.fix.of.number) == (3, public.pk, 6, 2)
    assert newest.fix.words_of_root // 20 == 7
    with refused("fix_is_small"):
        fix_of(newest, *steps[2], by=writer)
    fix_of(newest, *steps[2][:1], by=writer)


def test_fix_of_the_older_text_does_not_silently_undo_the_newer(public, signed_fix, writer, second_doctor, editor):
    other = fix_of(public, ("surevy", "survey"), by=writer)
    sign_off(other, by=second_doctor, **CHANGE)
    publish(signed_fix, by=editor)
    with refused("fix_of_what_was_public_last"):
        publish(other, by=editor)
    publish(other, by=editor, reason="The first fix was wrong")
    assert shown_number(public) == 3


def test_scheduled_edition_is_not_silently_cancelled_by_a_fix(public, signed_fix, writer, doctor, editor):
    article = Article.objects.get(pk=public.article_id)
    article.summary = "Another summary, in full."
    second = submit(save_draft(article, by=writer), by=writer)
    sign_off(second, by=doctor, **SIGN_OFF)
    publish(second, by=editor, starts_at=timezone.now() + timedelta(days=1))
    with refused("fix_of_what_was_public_last"):
        publish(signed_fix, by=editor)
    assert shown_number(public) == 1


def test_draft_in_review_is_not_submitted_twice_for_a_fix_between(public, writer):
    article = Article.objects.get(pk=public.article_id)
    article.summary = "Another summary, in full."
    submit(save_draft(article, by=writer), by=writer)
    fix_of(public, ("plnat", "plant"), by=writer)
    with refused("something_new_to_submit"):
        submit(article, by=writer)


def test_same_fix_twice_is_refused(public, fix, writer):
    with refused("something_new_to_submit"):
        fix_of(public, ("plnat", "plant"), by=writer)


# Round the operation --------------------------------------------------------------------------------------------------------


COLUMNS = ("edition_id, digest, of_id, of_root_id, root_id, root_digest, article_id, kind, slug, policy_id, topics, disclaimers,"
           " statements, flags, words_changed, words_of_root, by_id, at, reason")  # fmt: skip


def test_row_of_a_fix_is_refused_to_its_owner_where_it_is_more(committed, public, writer, doctor, editor, as_owner):
    """Everything that the row says is bound to what its edition and its root say."""
    fix = fix_of(public, ("plnat", "plant"), by=writer)
    as_owner.execute("alter table articles_fix drop constraint articles_fix_pkey cascade")
    for column, value, rules in [
        ("root_id", "edition_id", {"its_bytes_say_so", "root_of_the_chain"}),
        ("of_id", "edition_id", {"fix_of_an_edition", "root_of_the_chain"}),
        ("of_root_id", "1", {"fix_of_an_edition", "root_of_the_chain"}),
        ("slug", "'another'", {"as_the_fix_says", "as_its_root_says"}),
        ("policy_id", "policy_id + 1", {"as_the_fix_says", "as_its_root_says"}),
        ("topics", "'{}'", {"as_the_fix_says", "as_its_root_says"}),
        ("root_digest", "digest", {"its_bytes_say_so", "as_its_root_says"}),
        ("words_changed", "0", {"fix_counts_its_words"}),
        ("words_changed", "50", {"fix_is_small"}),
        ("words_of_root", "5000", {"fix_counts_its_words"}),
        ("reason", "' '", {"reason_is_given"}),
    ]:  # fmt: skip
        chosen = ", ".join(value if name == column else name for name in COLUMNS.split(", "))
        with pytest.raises(psycopg.errors.IntegrityError) as refusal:
            as_owner.execute(
                f"insert into articles_fix ({COLUMNS}) select {chosen} from articles_fix where edition_id = %s",
                [fix.pk],
            )
        assert refusal.value.diag.constraint_name in rules, (column, refusal.value)
    take_down(public.article, by=editor, reason="Wrong")
    with pytest.raises(psycopg.errors.CheckViolation) as refusal:
        as_owner.execute(
            f"insert into articles_fix ({COLUMNS}) select {COLUMNS} from articles_fix where edition_id = %s", [fix.pk]
        )
    assert refusal.value.diag.constraint_name == "fix_of_what_is_public"


def test_edition_that_only_says_it_is_a_fix_is_signed_by_nobody(committed, public, writer, second_doctor, as_owner):
    """Inserted by the owner round the act: its bytes name a root, and no comparison was made."""
    fix = fix_of(public, ("plnat", "plant"), by=writer)
    as_owner.execute(
        "insert into articles_edition (content, draft_digest, submitted_by_id, submitted_at) select"
        " convert_to(canonical(doc(content) || jsonb_build_object('number', 3, 'html', replace(html, '62', '26'))), 'UTF8'),"
        " draft_digest, submitted_by_id, submitted_at from articles_edition where id = %s", [fix.pk],
    )  # fmt: skip
    forged = type(fix).objects.get(article=fix.article_id, number=3)
    for meaning, rule in [("change", "of_a_known_fix"), ("medical accuracy", "meaning_is_asked_for")]:
        with refused(rule):
            run("select act.sign_off(%s, %s, %s, %s, %s, 'None')",
                forged.pk, bytes(forged.digest), second_doctor.pk, proof(second_doctor, SECRET), meaning)  # fmt: skip


def test_basis_of_a_fix_names_its_own_root_alone(
    committed, public, writer, second_doctor, editor, ptsd_edition, doctor, as_owner
):
    fix = fix_of(public, ("plnat", "plant"), by=writer)
    sign_off(fix, by=second_doctor, **CHANGE)
    publication = publish(fix, by=editor)
    other = sign_off(ptsd_edition, by=doctor, **SIGN_OFF)
    insert = ("insert into reviews_basis (publication_id, sign_off_id, edition_id, digest, root_id, root_digest, on_root)"
              " select id, %s, edition_id, digest, %s, %s, true from articles_publication where id = %s")  # fmt: skip
    for root, rule in [(public, "signed_that_edition"), (ptsd_edition, "of_this_root")]:
        with pytest.raises(psycopg.errors.ForeignKeyViolation) as refusal:
            as_owner.execute(insert, [other.pk, root.pk, bytes(root.digest), publication.pk])
        assert refusal.value.diag.constraint_name == rule
