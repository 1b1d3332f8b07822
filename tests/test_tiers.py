"""Tiers: which signatures a text needs and by whom; raised by an editor, lowered by compliance alone, and never loosened."""

import json
from itertools import product

import psycopg
import pytest
from django.core.exceptions import PermissionDenied
from psycopg.types.json import Jsonb

from articles.edition import submit
from articles.page.review import CHANGE
from articles.publication import publish
from cms.ledger import Entry
from cms.people import Person
from reviews.credential import QUALIFICATIONS, Credential, enrol_secret
from reviews.policy import ChosenTier, Policy, choose_tier
from reviews.sign_off import sign_off
from tests.conftest import LEGAL, SECOND, SIGN_OFF, write
from tests.databases import login, run
from tests.people import SECRET, SPECIALTIES, give_credential
from tests.reading import shown
from tests.rules import denied, refused


def new_reviewer(name, qualification, specialties=SPECIALTIES):
    from django.contrib.auth.models import Group

    made = Person.objects.create_user(f"{name}@example.org", "a long enough test password", name=name, is_staff=True)
    made.groups.add(Group.objects.get(name="Medical reviewer"))
    enrol_secret(by=made, secret=SECRET)
    give_credential(made, specialties=specialties, qualification=qualification)
    return made


def policy_of(edition):
    return Policy.objects.get(pk=edition.policy_id).name


def adopt(as_owner, name, **changes):
    """A newer version of a policy, as a set-up would load it."""
    row = {"label": "label", "rank": "rank", "topics": "topics", "words": "words", "requires": "requires", "signers": "signers",
           "review_after": "review_after", "ends_after": "ends_after"} | changes  # fmt: skip
    as_owner.execute(
        "insert into reviews_policy (name, version, kind, slugs, always, all_of, "
        f"{', '.join(row)}) select name, version + 1, kind, slugs, always, all_of, {', '.join(row.values())}"
        " from reviews_policy where name = %s order by version desc limit 1",
        [name],
    )


# What a text calls for ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("topics", "title", "policy"),
    [
        (("history",), "What one survey asked", "one-signature"),
        (("pharmacology",), "What one survey asked", "moderate-risk"),
        (("anxiety",), "What one survey asked", "two-signatures"),
        (("history",), "What people with an anxiety disorder said", "two-signatures"),
        (("history",), "What people say of withdrawal", "two-signatures"),
        (("history", "liver"), "What one survey asked", "two-signatures"),
        (("history",), "What people recall of a survey", "one-signature"),
        (("history",), "The lots that were recalled", "time-critical"),
        (("law",), "What one survey asked", "time-critical"),
        (("law", "ptsd"), "What one survey asked", "high-risk-and-time-critical"),
        (("7-oh",), "Withdrawal, and what was recalled", "high-risk-and-time-critical"),
    ],
)
def test_topics_and_words_decide_the_tier(writer, topics, title, policy):
    edition = submit(write(writer, topics=topics, title=title), by=writer)
    assert policy_of(edition) == policy


def test_every_tier_ends_three_months_after_its_review_is_due(one_transaction):
    rows = run("select name, (ends_after - review_after) from reviews_policy p where kind = 'article' and version = (select"
               " max(version) from reviews_policy n where n.name = p.name)")  # fmt: skip
    assert len(rows) == 5
    assert {str(span) for _, span in rows} <= {"90 days, 0:00:00", "3 mons"}


# By whom -----------------------------------------------------------------------------------------------------------------


def test_psychologist_gives_the_second_signature_and_not_the_first(ptsd_edition, doctor):
    psychologist = new_reviewer("Dr Petra Psychologist", "clinical psychologist", ["ptsd"])
    with refused("qualified_for_this_meaning"):
        sign_off(ptsd_edition, by=psychologist, **SIGN_OFF)
    sign_off(ptsd_edition, by=psychologist, **SECOND)
    sign_off(ptsd_edition, by=doctor, **SIGN_OFF)
    assert ptsd_edition.sign_offs.count() == 2


def test_scientist_signs_nothing_medical(edition):
    with refused("qualified_for_this_meaning"):
        sign_off(edition, by=new_reviewer("Dr Sam Scientist", "scientist"), **SIGN_OFF)


def test_legal_check_needs_a_lawyer_and_nobody_else(writer, lawyer, editor):
    edition = submit(write(writer, topics=("law",)), by=writer)
    physician = new_reviewer("Dr Ada All", "physician", [*SPECIALTIES, "law"])
    with refused("qualified_for_this_meaning"):
        sign_off(edition, by=physician, **LEGAL)
    with refused(("qualified_for_this_meaning", "credential_covers_the_topics")):
        sign_off(edition, by=lawyer, **SIGN_OFF)
    sign_off(edition, by=physician, **SIGN_OFF)
    with refused("signed_by_enough_reviewers"):
        publish(edition, by=editor)
    sign_off(edition, by=lawyer, **LEGAL)
    publish(edition, by=editor)
    assert shown(article_id=edition.article_id)


def test_what_is_said_before_is_what_the_database_decides(one_transaction):
    topics = ["liver", "ptsd"]
    knows = {"all": ["anxiety", "liver", "ptsd"], "one": ["anxiety", "liver"], "none": ["anxiety"]}
    newest = Policy.objects.order_by("name", "-version").distinct("name")
    taken = set()
    for policy, qualification, known in product(newest, [*QUALIFICATIONS, "not stated"], knows):
        credential = Credential(qualification=qualification, specialties=knows[known])
        for meaning in [*policy.requires, CHANGE]:
            asked = [Jsonb(policy.signers), meaning, qualification, knows[known], topics]
            [(fits,)] = run("select gate.fits(%s, %s, %s, %s, %s)", *asked)
            assert (policy.lacks(meaning, credential, topics) is None) == fits, (policy, meaning, qualification, known)
            taken.add((fits, known))
    assert taken == {(fits, known) for fits in (True, False) for known in knows}


def test_row_with_another_qualification_than_was_verified_is_refused_to_its_owner(committed, signed, as_owner):
    """A signature copied with another qualification, or under other terms than the policy's."""
    columns = [name for (name,) in as_owner.execute(
        "select column_name from information_schema.columns where table_name = 'reviews_signoff' and column_name <> 'id'"
        " and is_generated = 'NEVER'"
    )]  # fmt: skip
    as_owner.execute("alter table reviews_signoff drop constraint one_sign_off_per_reviewer")
    for column, value, rule in [
        ("qualification", "'scientist'", "with_this_qualification"),
        ("signers", "'{}'", "as_the_policy_says"),
    ]:
        chosen = [value if name == column else name for name in columns]
        with pytest.raises(psycopg.errors.IntegrityError) as refusal:
            as_owner.execute(
                f"insert into reviews_signoff ({', '.join(columns)}) select {', '.join(chosen)} from reviews_signoff"
                " where edition_id = %s", [signed.pk],
            )  # fmt: skip
        assert refusal.value.diag.constraint_name in {rule, "qualified_for_this_meaning"}


# Raised and lowered ------------------------------------------------------------------------------------------------------


def test_editor_raises_a_tier_and_it_counts_for_publishing_at_once(signed, second_doctor, writer, doctor, editor):
    chosen = choose_tier(signed.article, by=editor, policy="two-signatures", reason="Readers in distress ask for it")
    with refused("by_the_stricter_policy"):
        publish(signed, by=editor)

    article = signed.article
    article.title = "What one survey asked, again"
    edition = submit_again(article, writer)
    assert policy_of(edition) == "two-signatures"
    sign_off(edition, by=doctor, **SIGN_OFF)
    sign_off(edition, by=second_doctor, **SECOND)
    publish(edition, by=editor)

    entry = Entry.objects.filter(act="choose tier").latest("seq")
    assert entry.actor == editor
    facts = json.loads(bytes(entry.body))
    assert [facts["tier"], facts["policy"], facts["instead_of"]] == [chosen.pk, "two-signatures", "moderate-risk"]


def submit_again(article, by):
    from articles.article import save_draft

    save_draft(article, by=by, comment="Again")
    return submit(article, by=by)


def test_nobody_but_compliance_lowers_a_tier(ptsd_edition, editor, compliance, medical_lead):
    lower = {"policy": "one-signature", "reason": "It is about botany"}
    with refused("lowered_by_compliance"):
        choose_tier(ptsd_edition.article, by=editor, **lower)
    with pytest.raises(PermissionDenied):
        choose_tier(ptsd_edition.article, by=medical_lead, secret=SECRET, **lower)
    with refused("lowered_by_compliance"):
        choose_tier(ptsd_edition.article, by=compliance, **lower)
    with refused("same_person"):
        choose_tier(ptsd_edition.article, by=compliance, secret="something else entirely", **lower)
    with refused("reason_is_given"):
        choose_tier(ptsd_edition.article, by=compliance, secret=SECRET, policy="one-signature", reason=" ")
    choose_tier(ptsd_edition.article, by=compliance, secret=SECRET, **lower)


def test_lowered_tier_loosens_nothing_that_is_in_review(ptsd_edition, doctor, compliance, editor, writer):
    choose_tier(ptsd_edition.article, by=compliance, secret=SECRET, policy="one-signature", reason="Only botany")
    sign_off(ptsd_edition, by=doctor, **SIGN_OFF)
    with refused("signed_by_enough_reviewers"):
        publish(ptsd_edition, by=editor)
    ptsd_edition.article.title = "Another title"
    assert policy_of(submit_again(ptsd_edition.article, writer)) == "one-signature"


def test_lowered_tier_is_over_once_the_text_calls_for_another(ptsd_edition, compliance, writer):
    choose_tier(ptsd_edition.article, by=compliance, secret=SECRET, policy="one-signature", reason="Only botany")
    ptsd_edition.article.title = "The lots that were recalled"
    assert policy_of(submit_again(ptsd_edition.article, writer)) == "high-risk-and-time-critical"


def test_application_lowers_no_tier_without_the_officers_secret(committed, ptsd_edition, compliance, editor):
    with psycopg.connect(login("leaf_app", committed), autocommit=True) as application:
        for by, secret in [(compliance, None), (compliance, b"guess"), (editor, None), (editor, b"guess")]:
            with pytest.raises(psycopg.errors.CheckViolation):
                application.execute(
                    "select act.choose_tier(%s, 'one-signature', %s, %s, 'why not')",
                    [ptsd_edition.article_id, by.pk, secret],
                )
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            application.execute(
                "insert into reviews_chosentier (article_id, called_for, policy, by_id, at, reason)"
                " values (%s, 'two-signatures', 'one-signature', %s, now(), 'x')", [ptsd_edition.article_id, compliance.pk],
            )  # fmt: skip
    assert not ChosenTier.objects.exists()


# A policy that changes ---------------------------------------------------------------------------------------------------


def test_looser_policy_loosens_nothing_that_is_in_review(committed, ptsd_edition, doctor, editor, as_owner):
    adopt(as_owner, "two-signatures", requires="'{medical accuracy}'")
    sign_off(ptsd_edition, by=doctor, **SIGN_OFF)
    with refused("signed_by_enough_reviewers"):
        publish(ptsd_edition, by=editor)


def test_stricter_policy_binds_what_is_in_review(committed, signed, editor, as_owner):
    adopt(as_owner, "moderate-risk", requires="'{medical accuracy,legal check}'")
    with refused("by_the_stricter_policy"):
        publish(signed, by=editor)


def test_policy_that_trusts_other_people_now_binds_what_is_in_review(committed, signed, editor, as_owner):
    adopt(as_owner, "moderate-risk", signers="""'{"medical accuracy": {"by": ["pharmacist"]}}'""")
    with refused("by_the_stricter_policy"):
        publish(signed, by=editor)


def test_shorter_policy_ends_a_publication_sooner_and_a_longer_one_no_later(committed, signed, editor, as_owner):
    adopt(as_owner, "moderate-risk", review_after="interval '10 days'", ends_after="interval '20 days'")
    [(signature,)] = run("select signed_at from reviews_signoff where edition_id = %s", signed.pk)
    publication = publish(signed, by=editor)
    assert (publication.ends_at - signature).days == 20
    adopt(as_owner, "moderate-risk", review_after="interval '900 days'", ends_after="interval '1000 days'")
    with denied():
        run("update articles_publication set ends_at = 'infinity'")
    assert Policy.objects.tiers().get(name="moderate-risk").version == 3


def test_longer_policy_lengthens_nothing_that_was_frozen_before(committed, signed, editor, as_owner):
    adopt(as_owner, "one-signature", review_after="interval '900 days'", ends_after="interval '1000 days'")
    [(end,)] = run("select ends_at from reviews_signoff where edition_id = %s", signed.pk)
    assert publish(signed, by=editor).ends_at == end


def test_policy_that_trusts_more_people_lets_them_sign_nothing_that_was_frozen_before(committed, edition, as_owner):
    adopt(as_owner, "one-signature", signers="'{}'")
    with refused("qualified_for_this_meaning"):
        sign_off(edition, by=new_reviewer("Dr Sam Scientist", "scientist"), **SIGN_OFF)


# On the desk -------------------------------------------------------------------------------------------------------------


def test_desk_offers_each_reviewer_the_signatures_that_they_can_give(visit, writer, lawyer, doctor):
    edition = submit(write(writer, topics=("law",)), by=writer)
    page = visit(lawyer, f"/desk/editions/{edition.pk}/")
    assert 'value="legal check"' in page
    assert 'value="medical accuracy"' not in page
    page = visit(doctor, f"/desk/editions/{edition.pk}/")
    assert "Not covered: Law" in page
    assert 'value="legal check"' not in page


def test_editor_raises_the_tier_at_the_desk_with_nothing_typed_lost(visit, edition, editor):
    address = f"/desk/editions/{edition.pk}/tier/"
    page = visit(editor, address, policy="moderate-risk", reason="Readers ask for it")
    assert "Not done: that tier applies to this article already." in page
    assert "Readers ask for it" in page

    page = visit(editor, address, policy="two-signatures", reason="Readers ask for it")
    assert "The tier is chosen." in page
    assert "Edith Editor chose" in page
    page = visit(editor, address, policy="moderate-risk", reason="Back again")
    assert "Not done: only a compliance officer lowers the tier" in page


def test_officer_lowers_the_tier_at_the_desk(visit, ptsd_edition, compliance):
    page = visit(
        compliance, f"/desk/editions/{ptsd_edition.pk}/tier/", policy="one-signature", reason="Botany", secret=SECRET
    )
    assert "The tier is chosen." in page
