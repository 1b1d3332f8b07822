"""Disclaimers and rules for statements: adopted by compliance at the desk, seen before by the officer, never loosening."""

import json
import time
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from articles.article import Article, State, save_draft
from articles.disclaimers import Disclaimer, StatementRule
from articles.edition import submit
from articles.public import LiveArticle
from articles.publication import publish
from cms.ledger import Entry
from reviews.adoption import Proposal, adopt, preview
from reviews.sign_off import sign_off
from tests.adopting import YES, adopted, proposed, rule
from tests.conftest import SIGN_OFF, write
from tests.databases import run
from tests.people import SECRET
from tests.reading import PAGE, SLUG, put_up, shown
from tests.rules import refused


def is_public(slug=SLUG):
    return bool(shown(slug=slug))


def state():
    return State.objects.get(article__slug=SLUG).state


# At the next review, at once, from an instant ---------------------------------------------------------------------------


def test_new_editions_carry_it_and_pages_without_it_are_review_due(client, published, writer, compliance):
    before = LiveArticle.objects.condition(SLUG).condition
    client.get(PAGE)
    made = adopted(proposed(), compliance)

    assert (made.version, made.binding_at, made.adopted_by) == (2, None, compliance)
    assert is_public()
    assert state() == "review due"
    assert LiveArticle.objects.condition(SLUG).condition != before
    page = client.get(PAGE).content.decode()
    assert f"This review has been overdue since {made.adopted_at:%-d %B %Y}." in page
    assert "Next review due" not in page

    article = Article.objects.get(slug=SLUG)
    article.summary = "A survey asked grown people."
    assert "D-INFO.2" in submit(save_draft(article, by=writer), by=writer).disclaimers


def test_page_with_the_new_version_is_not_due(published, writer, doctor, editor, compliance):
    adopted(proposed(), compliance)
    article = Article.objects.get(slug=SLUG)
    article.summary = "A survey asked grown people."
    edition = submit(save_draft(article, by=writer), by=writer)
    sign_off(edition, by=doctor, **SIGN_OFF)
    publish(edition, by=editor)
    assert state() == "published"


def test_edition_frozen_before_and_published_after_is_due_at_once(signed, compliance, editor):
    adopted(proposed(), compliance)
    publish(signed, by=editor)
    assert state() == "review due"


def test_another_sign_off_on_the_old_text_makes_it_no_less_due(published, second_doctor, editor, compliance):
    adopted(proposed(), compliance)
    sign_off(published.edition, by=second_doctor, **SIGN_OFF)
    publish(published.edition, by=editor, reason="Reviewed again")
    assert state() == "review due"


def test_at_once_the_pages_without_it_are_gone(client, published, signed, editor, compliance):
    adopted(proposed(binds=True), compliance)
    assert not is_public()
    assert "were asked about" not in client.get(PAGE).content.decode()
    with refused("carries_required_disclaimers"):
        publish(signed, by=editor)


def hours(number):
    return timezone.now() + timedelta(hours=number)


def is_shown_in(number):
    """Whether readers would see the page in so many hours, if nothing happens meanwhile."""
    return run("select gate.condition_at(%s, %s) is not null", SLUG, hours(number)) == [(True,)]


def test_from_an_instant_the_pages_without_it_are_gone(published, compliance):
    adopted(proposed(binds=True, binds_from=hours(1)), compliance)
    assert (is_public(), state()) == (True, "published")
    assert (is_shown_in(0.99), is_shown_in(1.01)) == (True, False)


def test_nothing_starts_after_the_instant_at_which_it_would_be_stopped(signed, editor, compliance):
    made = adopted(proposed(binds=True, binds_from=hours(1)), compliance)
    with refused("signed_when_it_starts"):
        publish(signed, by=editor, starts_at=made.binding_at)
    publish(signed, by=editor, starts_at=made.binding_at - timedelta(minutes=1))
    assert state() == "scheduled"


def test_page_is_gone_when_that_instant_comes(client, published, compliance):
    made = adopted(proposed(binds=True, binds_from=timezone.now() + timedelta(seconds=3)), compliance)
    client.get(PAGE)
    time.sleep(max(0, (made.binding_at - timezone.now()).total_seconds()))
    assert not is_public()
    assert "were asked about" not in client.get(PAGE).content.decode()


def test_page_that_the_rule_does_not_ask_is_left_alone(published, compliance):
    adopted(proposed(always=False, words=["hallucination*"], binds=True), compliance)
    assert (is_public(), state()) == (True, "published")


def test_rule_for_a_statement_is_adopted_alike(published, compliance, writer):
    made = adopted(rule(), compliance)
    before = StatementRule.objects.get(slug=made.slug, version=made.version - 1)
    kept = [(one.placement, one.fallback, one.max_age) for one in (made, before)]
    assert kept[0] == kept[1]
    assert state() == "review due"
    adopted(rule(binds=True), compliance)
    assert not is_public()
    assert "crisis-help-without-numbers" in submit(write(writer, slug="another"), by=writer).statements


def test_new_disclaimer_begins_at_one(published, compliance):
    made = adopted(proposed("D-NEW-KIND", placement="safety", short=""), compliance)
    assert (made.version, made.position) == (1, max(Disclaimer.objects.values_list("position", flat=True)))


# It loosens nothing -----------------------------------------------------------------------------------------------------


def withdrawn(code="D-INFO", **changes):
    return proposed(code, always=False, drawn_by="nobody", **changes)


def test_withdrawn_disclaimer_is_asked_of_no_new_edition(writer, doctor, editor, compliance):
    adopted(withdrawn(), compliance)
    published = put_up(writer, doctor, editor)
    assert not [name for name in published.edition.disclaimers if name.startswith("D-INFO.")]
    assert is_public()
    assert state() == "published"


@pytest.mark.parametrize("binds", [False, True], ids=["at the next review", "at once"])
def test_withdrawal_brings_back_nothing_that_a_version_stopped(published, signed, editor, compliance, binds):
    adopted(proposed(binds=True), compliance)
    adopted(withdrawn(binds=binds), compliance)
    assert not is_public()
    with refused("carries_required_disclaimers"):
        publish(signed, by=editor)


def test_version_that_asks_less_brings_back_nothing(published, compliance):
    adopted(proposed(binds=True), compliance)
    adopted(proposed(always=False, words=["hallucination*"], binds=True), compliance)
    assert not is_public()


def test_rule_for_a_statement_that_asks_less_brings_back_nothing(published, compliance, writer, doctor, editor):
    adopted(rule(binds=True), compliance)
    adopted(rule(always=False, binds=True), compliance)
    assert not is_public()
    put_up(writer, doctor, editor, slug="another")
    assert is_public("another")


def test_version_that_has_not_bound_yet_can_be_withdrawn(published, compliance):
    adopted(proposed(binds=True, binds_from=hours(1)), compliance)
    adopted(withdrawn(binds=True), compliance)
    assert (is_public(), is_shown_in(2), state()) == (True, True, "published")


def test_version_at_the_next_review_does_not_delay_one_that_binds(published, compliance):
    adopted(proposed(binds=True, binds_from=hours(1)), compliance)
    adopted(proposed(), compliance)
    assert (is_shown_in(0.9), is_shown_in(1.1)) == (True, False)


# The preview ------------------------------------------------------------------------------------------------------------


def test_preview_names_public_and_scheduled_pages_that_lack_it_and_no_others(writer, doctor, editor, compliance):
    public = put_up(writer, doctor, editor, slug="public-one", title="Public one")
    later = submit(write(writer, slug="later-one", title="Later one", topics=("liver",)), by=writer)
    sign_off(later, by=doctor, **SIGN_OFF)
    sign_off(later, by=person_who_signs_second(), secret=SECRET, meaning="second medical review", interests="None")
    publish(later, by=editor, starts_at=timezone.now() + timedelta(hours=1))
    submit(write(writer, slug="unsigned-one"), by=writer)

    hits = preview(proposed())
    assert [(hit.slug, hit.title, hit.is_public) for hit in hits] == [
        ("later-one", "Later one", False), ("public-one", "Public one", True),
    ]  # fmt: skip
    assert hits[1].edition_id == public.edition_id
    assert [hit.slug for hit in preview(proposed(always=False, topics=["liver"]))] == ["later-one"]
    assert [hit.slug for hit in preview(rule(always=False, topics=["safety"]))] == ["public-one"]
    assert preview(rule("crisis-help")) == []
    assert preview(withdrawn()) == []
    long_after = timezone.now() + timedelta(days=700)
    assert preview(proposed(binds=True, binds_from=long_after)) == []

    adopted(proposed(binds=True), compliance)
    assert preview(proposed()) == []


def person_who_signs_second():
    from tests.people import person

    return person("second_doctor")


def test_page_that_came_since_the_preview_must_be_seen_first(published, writer, doctor, editor, compliance):
    proposal = proposed(binds=True)
    seen = [hit.edition_id for hit in preview(proposal)]
    put_up(writer, doctor, editor, slug="another")

    with refused("pages_as_previewed"):
        adopt(proposal, by=compliance, seen=seen, **YES)
    assert is_public("another")
    adopted(proposal, compliance)


@pytest.mark.parametrize("seen", [[], None], ids=["nothing", "null"])
def test_nothing_is_adopted_unseen(published, compliance, seen):
    with refused("pages_as_previewed"):
        adopt(proposed(), by=compliance, seen=seen or [], **YES)


# Texts and rules ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "rule_broken"),
    [
        ({"full": "Ask your d\u043ector."}, "disclaimer_in_plain_words"),
        ({"short": "<b>Bold</b>"}, "disclaimer_in_plain_words"),
        ({"name": "A &amp; B"}, "disclaimer_in_plain_words"),
        ({"full": ""}, "a_text_to_carry"),
        ({"short": " "}, "a_text_to_carry"),
        ({"name": ""}, "rule_has_a_name"),
        ({"source": "\t"}, "rule_has_a_source"),
        ({"always": False}, "asks_for_something"),
        ({"always": False, "words": ["*"]}, "every_term_says_something"),
        ({"always": False, "words": ["kr\u0430tom"]}, "rule_in_plain_words"),
        ({"always": False, "topics": ["no-such-topic"]}, "rule_topics_are_known"),
        ({"placement": "bottom"}, "known_placement"),
        ({"drawn_by": "frame"}, "drawn_by_the_frame"),
        ({"version": 1}, "versions_count_up"),
        ({"version": 3}, "versions_count_up"),
    ],
)
def test_what_cannot_be_adopted_is_said_at_the_preview_and_refused_by_the_act(
    one_transaction, compliance, changes, rule_broken
):
    proposal = proposed(**changes)
    with refused(rule_broken):
        preview(proposal)
    with refused(rule_broken):
        adopt(proposal, by=compliance, seen=[], **YES)


def test_crisis_help_stays_on_every_page(compliance):
    with refused("crisis_help_on_every_page"):
        adopted(rule("crisis-help", always=False, words=["survey"]), compliance)


@pytest.mark.parametrize("code", ["X-INFO", "D-info", "D-", "D-A--B", "D-A\n"])
def test_code_has_a_known_form(compliance, code):
    with refused("known_code"):
        adopt(proposed(code), by=compliance, seen=[], **YES)


def test_what_the_frame_draws_is_not_adopted_at_the_desk(compliance):
    with refused("drawn_by_the_frame"):
        preview(proposed("D-REVIEW"))


def test_statement_must_be_known(compliance):
    with refused("known_statement"):
        preview(Proposal(kind="statement", code="no-such", version=1, name="No", source="No", always=True))


def test_invisible_characters_and_line_breaks_are_removed(compliance):
    made = adopted(proposed(full="General\u200b\r\n information,  newly\u00ad worded."), compliance)
    assert made.full == "General information, newly worded."


@pytest.mark.parametrize(
    ("changes", "rule_broken"),
    [
        ({"binds": True, "binds_from": timedelta(minutes=-1)}, "binds_in_the_year_to_come"),
        ({"binds": True, "binds_from": timedelta(days=400)}, "binds_in_the_year_to_come"),
        ({"binds": False, "binds_from": timedelta(days=1)}, "says_when_it_binds"),
    ],
)
def test_it_says_when_it_binds(compliance, changes, rule_broken):
    changes = changes | {"binds_from": timezone.now() + changes["binds_from"]}
    with refused(rule_broken):
        adopted(proposed(**changes), compliance)


# By whom ----------------------------------------------------------------------------------------------------------------


def test_by_a_compliance_officer_with_their_secret_and_a_reason(editor, compliance, medical_lead):
    for nobody in (editor, medical_lead):
        with pytest.raises(PermissionDenied):
            adopt(proposed(), by=nobody, seen=[], **YES)
    with refused("same_person"):
        adopt(proposed(), by=compliance, seen=[], **YES | {"secret": "not the secret of the tests"})
    with refused("adopted_with_a_reason"):
        adopt(proposed(), by=compliance, seen=[], **YES | {"reason": "\u2003"})


def test_officer_out_of_office_adopts_nothing(committed, compliance, as_owner):
    as_owner.execute("select act.dismiss(%s, 'compliance')", [compliance.pk])
    with refused("by_a_compliance_officer"):
        adopt(proposed(), by=compliance, seen=[], **YES)


def test_ledger_says_who_adopted_what_and_when_it_binds(compliance):
    made = adopted(proposed(binds=True), compliance)
    entry = Entry.objects.filter(act="adopt disclaimer").latest("seq")
    facts = json.loads(bytes(entry.body))

    assert (entry.actor, entry.reason) == (compliance, YES["reason"])
    assert [facts[key] for key in ("disclaimer", "code", "version")] == [made.pk, "D-INFO", 2]
    assert facts["binds_at"] == f"{made.binding_at:%Y-%m-%dT%H:%M:%S.%fZ}"
    assert facts["facts"] == run("select gate.facts_digest(gate.disclaimer_facts(%s))", made.pk)[0][0]

    made = adopted(rule(), compliance)
    facts = json.loads(bytes(Entry.objects.filter(act="adopt statement rule").latest("seq").body))
    assert [facts[key] for key in ("statement_rule", "slug", "version")] == [made.pk, made.slug, made.version]
    assert "binds_at" not in facts
    assert facts["facts"] == run("select gate.facts_digest(gate.statement_rule_facts(%s))", made.pk)[0][0]
