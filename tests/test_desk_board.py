"""The desk: who finds which edition in which section, and why it is not theirs."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.article import Article, save_draft
from articles.edition import submit
from articles.publication import publish, take_down
from reviews.credential import suspend_credential
from reviews.sign_off import revoke, sign_off
from reviews.verdict import refuse, request_changes
from tests.conftest import SIGN_OFF, write
from tests.desk import address, section, stranger
from tests.people import SECRET


def test_edition_awaits_the_reviewer_who_can_sign_it(visit, edition, doctor):
    page = visit(doctor, "/desk/")

    assert edition.title in section(page, "Awaiting you")
    assert "missing: medical accuracy" in section(page, "Awaiting you")
    assert section(page, "In review, not yours") == ""


def test_signed_edition_leaves_the_reviewers_and_reaches_the_editor(visit, signed, second_doctor, editor):
    assert "Nothing awaits you." in section(visit(second_doctor, "/desk/"), "Awaiting you")
    assert signed.title in section(visit(editor, "/desk/"), "Signed, ready to publish")


def test_one_who_signed_waits_for_the_other(visit, ptsd_edition, doctor, second_doctor):
    sign_off(ptsd_edition, by=doctor, **SIGN_OFF)

    own = section(visit(doctor, "/desk/"), "In review, not yours")
    assert "You signed this edition already." in own
    assert ptsd_edition.title in section(visit(doctor, "/desk/"), "Your sign-offs")
    others = section(visit(second_doctor, "/desk/"), "Awaiting you")
    assert "1 of 2" in others
    assert "missing: second medical review" in others


def test_contributor_reads_why_it_is_not_theirs(visit, writer, doctor):
    article = write(writer)
    save_draft(Article.objects.get(pk=article.pk), by=writer, bylines=[writer, doctor])
    submit(article, by=writer)

    assert "You contributed to this article" in section(visit(doctor, "/desk/"), "In review, not yours")


def test_missing_specialty_is_named(visit, writer, doctor):
    submit(write(writer, topics=("safety", "history")), by=writer)

    others = section(visit(doctor, "/desk/"), "In review, not yours")
    assert "Not covered: History and botany." in others


def test_reviewer_without_secret_or_credential_is_told_what_to_do_first(visit, edition):
    newcomer = stranger(group="Medical reviewer")

    page = visit(newcomer, "/desk/")
    assert "Before you can sign" in page
    assert "Choose your signing secret." in page
    assert "Ask a compliance officer to register and verify your credential." in page
    assert "none is enrolled yet. Everybody chooses their own on the desk" in visit(newcomer, address(edition))


def test_reviewer_whose_credential_was_ended_is_told_so(visit, published, doctor, second_doctor, compliance):
    suspend_credential(doctor.credentials.get(), by=compliance, reason="Struck off")

    page = visit(doctor, "/desk/")
    assert "Your credential is suspended, which is for good." in page
    assert "Ask a compliance officer to register a new credential." in page
    assert "You signed this edition already." not in page
    assert section(page, "In review, not yours") == ""
    assert published.edition.title in section(page, "Signature lost")
    assert "with a credential that was ended. It needs another reviewer" in visit(doctor, address(published.edition))
    assert published.edition.title in section(visit(second_doctor, "/desk/"), "Awaiting you")


def test_reviewer_whose_only_credential_was_ended_is_not_told_to_have_it_verified(visit, edition, doctor, compliance):
    suspend_credential(doctor.credentials.get(), by=compliance, reason="Struck off")

    assert "You have no verified credential." in section(visit(doctor, "/desk/"), "In review, not yours")


def test_newer_edition_of_a_published_article_awaits_too(visit, published, writer, doctor):
    article = Article.objects.get(pk=published.article_id)
    article.summary = "The summary, rewritten."
    second = submit(save_draft(article, by=writer), by=writer)

    page = visit(doctor, "/desk/")
    assert address(second) in section(page, "Awaiting you")
    assert address(published.edition) in section(page, "Published")


def test_statements_are_listed_apart_by_name(visit, published, editor):
    page = visit(editor, "/desk/")

    statements = section(page, "Published statements")
    assert "Statement</span>" in statements
    assert '<span class="piece-number">Crisis help without numbers</span>' in statements
    assert "Take down" not in statements
    assert "Statement</span>" not in section(page, "Published")
    assert published.edition.title in section(page, "Published")


def test_statement_in_review_awaits_its_reviewer_and_is_listed_apart_for_others(
    visit, statements, writer, doctor, editor
):
    statements["legal-status"].summary = "Kratom law changes often."
    edition = submit(save_draft(statements["legal-status"], by=writer), by=writer)

    assert address(edition) in section(visit(doctor, "/desk/"), "Awaiting you")
    page = visit(editor, "/desk/")
    assert address(edition) in section(page, "Statements in review")
    assert address(edition) not in section(page, "In review")


def test_own_sign_offs_tell_two_statements_of_one_title_apart(visit, doctor):
    own = section(visit(doctor, "/desk/?all=own"), "Your sign-offs")
    assert '<span class="piece-number">Crisis help without numbers</span>' in own


def test_signed_articles_wait_for_a_statement_by_its_title(visit, signed, statements, editor):
    take_down(statements["regulatory-status"], by=editor, reason="Out of date")
    newest = statements["regulatory-status"].editions.get()

    page = visit(editor, "/desk/")
    assert signed.title in section(page, "Waiting for a statement")
    assert f'Waits for <a href="{address(newest)}">{newest.title}</a>.' in section(page, "Waiting for a statement")
    assert signed.title not in section(page, "Signed, ready to publish")
    page = visit(editor, address(signed, "publish/"), digest=signed.fingerprint)
    assert f"It waits for “{newest.title}”." in page


def test_every_state_has_its_section(visit, writer, doctor, editor):
    made = {}
    for name in ["changes", "refused", "scheduled", "down", "revoked"]:
        made[name] = submit(write(writer, slug=name, title=f"About {name}"), by=writer)
    for name in ["scheduled", "down", "revoked"]:
        sign_off(made[name], by=doctor, **SIGN_OFF)
    request_changes(made["changes"], by=doctor, reason="Numbers")
    refuse(made["refused"], by=doctor, secret=SECRET, reason="Unfit")
    publish(made["scheduled"], by=editor, starts_at=timezone.now() + timedelta(days=1))
    publish(made["down"], by=editor)
    take_down(made["down"].article, by=editor, reason="Wrong")
    publish(made["revoked"], by=editor)
    revoke(made["revoked"].sign_offs.get(), by=doctor, reason="Wrong")

    page = visit(editor, "/desk/")
    for title, names in {
        "Changes requested": ["changes"], "Refused": ["refused"], "Scheduled": ["scheduled"],
        "Ended or taken down": ["down"], "Signature lost": ["revoked"],
    }.items():  # fmt: skip
        for name in names:
            assert f"About {name}" in section(page, title)
            assert page.count(f'{address(made[name])}">About') == 1


def test_desk_asks_the_database_as_often_for_many_editions_as_for_one(visit, client, writer, doctor, second_doctor):
    def queries():
        client.force_login(second_doctor)
        with CaptureQueriesContext(connection) as asked:
            client.get("/desk/")
        return len(asked)

    sign_off(submit(write(writer, slug="first", topics=("ptsd",)), by=writer), by=doctor, **SIGN_OFF)
    before = queries()
    for slug in ["second", "third", "fourth", "fifth"]:
        sign_off(submit(write(writer, slug=slug, topics=("ptsd",)), by=writer), by=doctor, **SIGN_OFF)
        submit(write(writer, slug=f"{slug}-law", topics=("law",)), by=writer)

    assert queries() == before
    assert before <= 28
