"""Which publications readers ever saw: of the others no notice, no evidence and no number reaches an address."""

import time
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from articles.article import Article, save_draft
from articles.edition import submit
from articles.publication import publish, retract, take_down
from reviews.sign_off import revoke, sign_off
from reviews.verdict import lift_refusal, refuse
from tests.adopting import adopt_disclaimer, adopt_statement_rule
from tests.conftest import SIGN_OFF
from tests.databases import admin, run
from tests.people import SECRET
from tests.reading import JSON, PAGE, SLUG, only_page

ADDRESSES = [PAGE, JSON, f"/articles/{SLUG}/evidence.json", f"/articles/{SLUG}/editions/1/evidence.json"]


def scheduled(edition, editor):
    """The edition, published for in an hour; and a way to let that hour pass at once."""
    publication = publish(edition, by=editor, starts_at=timezone.now() + timedelta(hours=1))

    def its_start():
        with admin(connection.settings_dict["NAME"]) as superuser:
            superuser.execute("set session_replication_role = replica")
            for table, key in (("articles_publication", "id"), ("articles_publicaddress", "publication_id")):
                superuser.execute(f"alter table {table} disable trigger append_only")
                superuser.execute(
                    f"update {table} set starts_at = clock_timestamp() where {key} = %s", [publication.pk]
                )
                superuser.execute(f"alter table {table} enable always trigger append_only")

    return its_start


def answers(client):
    return [(address, client.get(address).status_code) for address in ADDRESSES]


def assert_like_an_address_that_never_was(client):
    for address in ADDRESSES:
        found, missing = client.get(address), client.get(address.replace(SLUG, "never-was"))
        assert (found.status_code, found.content) == (404, missing.content.replace(b"never-was", SLUG.encode())), (
            address
        )


# Never shown ------------------------------------------------------------------------------------------------------------


def test_edition_that_a_new_disclaimer_stopped_before_its_start(client, committed, signed, editor, as_owner):
    its_start = scheduled(signed, editor)
    adopt_disclaimer(as_owner)
    its_start()
    assert_like_an_address_that_never_was(client)


def test_edition_whose_disclaimer_bound_just_before_its_start(client, committed, signed, editor, as_owner):
    its_start = scheduled(signed, editor)
    adopt_disclaimer(as_owner, binding_at="clock_timestamp() + interval '100 milliseconds'")
    time.sleep(0.11)
    its_start()
    assert_like_an_address_that_never_was(client)


def test_edition_that_came_to_need_a_statement_before_its_start(client, committed, signed, editor, as_owner):
    its_start = scheduled(signed, editor)
    as_owner.execute(
        "insert into articles_statement (slug, version, name, placement, always, topics, words, flags, designs, source, note,"
        " binding_at) values ('new-status', 1, 'New', 'about', true, '{}', '{}', '{}', '{}', '', '', clock_timestamp())"
    )
    its_start()
    assert_like_an_address_that_never_was(client)


def test_edition_whose_statement_was_taken_down_before_its_start(client, committed, signed, statements, editor):
    its_start = scheduled(signed, editor)
    take_down(statements["regulatory-status"], by=editor, reason="The agency changed its mind")
    its_start()
    assert_like_an_address_that_never_was(client)


def test_edition_whose_statement_was_too_old_at_its_start(client, committed, signed, statements, editor, as_owner):
    its_start = scheduled(signed, editor)
    signed_at = statements["regulatory-status"].publications.first().edition.sign_offs.first().signed_at
    age = timezone.now() - signed_at
    adopt_statement_rule(as_owner, "regulatory-status", max_age=f"make_interval(secs => {age.total_seconds()})")
    its_start()
    assert_like_an_address_that_never_was(client)


def test_edition_whose_statement_lost_its_signature_before_its_start(
    client, committed, signed, statements, doctor, editor
):
    its_start = scheduled(signed, editor)
    revoke(
        statements["regulatory-status"].publications.first().edition.sign_offs.get(meaning="medical accuracy"),
        by=doctor,
        reason="Wrong",
    )
    its_start()
    assert_like_an_address_that_never_was(client)


def test_taking_it_down_afterwards_tells_nobody_that_it_was_there(client, committed, signed, editor, as_owner):
    its_start = scheduled(signed, editor)
    adopt_disclaimer(as_owner)
    its_start()
    take_down(signed.article, by=editor, reason="It never was to be")
    assert_like_an_address_that_never_was(client)
    retract(signed.article, by=editor, reason="Nor was it right")
    assert_like_an_address_that_never_was(client)


# Shown ------------------------------------------------------------------------------------------------------------------


def seen(client):
    """Readers are told what became of the page, and whoever kept the text can check it."""
    page, text, _, evidence = answers(client)
    return page[1] != 404 and text[1] == 410 and evidence[1] == 200


def test_page_that_a_disclaimer_stopped_after_its_start_was_shown(client, committed, signed, editor, as_owner):
    its_start = scheduled(signed, editor)
    its_start()
    adopt_disclaimer(as_owner)
    assert seen(client)


def test_page_whose_statement_failed_after_its_start_was_shown(client, committed, signed, statements, doctor, editor):
    its_start = scheduled(signed, editor)
    its_start()
    revoke(
        statements["regulatory-status"].publications.first().edition.sign_offs.get(meaning="medical accuracy"),
        by=doctor,
        reason="Wrong",
    )
    assert seen(client)


def test_page_that_showed_its_fallback_was_shown(client, committed, signed, statements, editor):
    its_start = scheduled(signed, editor)
    take_down(statements["crisis-help"], by=editor, reason="A number is wrong")
    its_start()
    take_down(signed.article, by=editor, reason="A doubt")
    assert seen(client)


def back_by_a_statement(signed, statements, people):
    take_down(statements["regulatory-status"], by=people["editor"], reason="A doubt")
    yield
    publish(statements["regulatory-status"].publications.first().edition, by=people["editor"], reason="It was right")


def back_by_a_lift(signed, statements, people):
    verdict = refuse(signed, by=people["second_doctor"], secret=SECRET, reason="Unfit")
    yield
    lift_refusal(verdict, by=people["second_doctor"], secret=SECRET, reason="It is fit after all")


@pytest.mark.parametrize("way", [back_by_a_statement, back_by_a_lift])
def test_page_that_came_after_its_start_was_shown(client, committed, signed, statements, editor, second_doctor, way):
    its_start = scheduled(signed, editor)
    steps = way(signed, statements, {"editor": editor, "second_doctor": second_doctor})
    next(steps)
    its_start()
    assert_like_an_address_that_never_was(client)

    next(steps, None)
    assert client.get(PAGE).status_code == 200
    assert only_page(slug=SLUG).first_published_at is not None
    retract(signed.article, by=editor, reason="Wrong all the same")
    assert seen(client)


def test_times_of_publications_do_not_overlap(committed, published, writer, doctor, editor):
    """So that what is asked of all of them grows with their number and not with its square."""
    article = published.article
    article.summary = "The second summary."
    edition = submit(save_draft(article, by=writer), by=writer)
    sign_off(edition, by=doctor, **SIGN_OFF)
    later = publish(edition, by=editor, starts_at=timezone.now() + timedelta(hours=1))
    second = publish(edition, by=editor, reason="At once after all")
    take_down(article, by=editor, reason="A doubt")
    again = publish(edition, by=editor, reason="It was right")

    question = "select starts_at, until from gate.its_time(%s)"
    times = [run(question, publication.pk) for publication in (published, later, second, again)]

    assert times[1] == []  # taken down before its start
    [(_, until)], _, [(starts_at, taken_down_at)], [(starts_again_at, _)] = times
    assert until == starts_at == second.starts_at
    assert taken_down_at < starts_again_at == again.starts_at


# Which rules are asked --------------------------------------------------------------------------------------------------


def missing(publication, at="clock_timestamp()", rulebook=None):
    question = f"select * from gate.missing_disclaimers(%s, {at}, %s, %s)"
    rulebook = rulebook or run("select rulebook from articles_publication where id = %s", publication.pk)[0][0]
    return [name for (name,) in run(question, publication.edition_id, rulebook, publication.published_at)]


def test_rule_adopted_after_the_publication_is_asked(committed, published, as_owner):
    assert missing(published) == []
    adopt_disclaimer(as_owner)
    assert missing(published) == ["D-INFO.2"]


def test_rule_that_was_known_and_began_to_bind_after_the_publication_is_asked(
    client, committed, signed, editor, as_owner
):
    adopt_disclaimer(as_owner, binding_at="clock_timestamp() + interval '1 hour'")
    published = publish(signed, by=editor)
    newest = run("select max(rulebook) from articles_disclaimer")[0][0]
    assert run("select rulebook from articles_publication where id = %s", published.pk) == [(newest,)]
    assert missing(published) == []
    assert client.get(PAGE).status_code == 200
    assert missing(published, at="clock_timestamp() + interval '2 hours'") == ["D-INFO.2"]


def test_rule_that_the_publication_was_asked_for_is_not_asked_again(committed, published):
    assert missing(published, rulebook=-1) == missing(published) == []


def test_version_that_binds_nothing_loosens_none_that_binds(committed, published, as_owner):
    adopt_disclaimer(as_owner)
    adopt_disclaimer(as_owner, binding_at="null", always="false")
    assert missing(published) == ["D-INFO.2"]


def test_edition_with_a_newer_version_than_the_one_that_binds_lacks_nothing(
    committed, draft, writer, doctor, editor, as_owner
):
    adopt_disclaimer(as_owner, binding_at="null")
    edition = submit(Article.objects.get(pk=draft.pk), by=writer)
    sign_off(edition, by=doctor, **SIGN_OFF)
    published = publish(edition, by=editor)
    adopt_disclaimer(as_owner, binding_at="clock_timestamp()")

    assert missing(published) == ["D-INFO.3"]
    assert "D-INFO.2" in edition.disclaimers
