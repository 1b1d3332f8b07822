"""Disclaimers and rules for statements on the desk: seen, written anew, shown with what it hits, and adopted."""

import re

import pytest
from django.utils import timezone

from articles.disclaimers import Disclaimer, StatementRule
from cms.refusals import SENTENCES
from reviews import adoption_views
from tests.adopting import adopted, proposed, rule
from tests.desk import address, section
from tests.people import SECRET
from tests.reading import put_up, shown

RULES = "/desk/rules/"
INFO = "/desk/rules/disclaimers/D-INFO/"
NEXT = f"{INFO}next/"


def form(**changes):
    """What the form of D-INFO's second version holds, as a browser sends it."""
    return {
        "version": 2, "name": "Information only", "short": "General information only.", "full": "Newly worded information.",
        "placement": "top", "asked_of": "all", "words": "", "source": "A decision of compliance", "note": "", "binds": "no",
        "binds_from": "",
    } | changes  # fmt: skip


def confirmed(page, **changes):
    """What the page that shows the hits sends when its officer adopts."""
    typed = {}
    for name, value in re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.split('id="confirm"')[1]):
        typed.setdefault(name, []).append(value)
    typed.pop("csrfmiddlewaretoken", None)
    return typed | {"adopt": "1", "reason": "A regulator asked for it", "secret": SECRET} | changes


# Who, and what is there -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("at", [RULES, INFO, NEXT, "/desk/rules/disclaimers/new/"])
def test_only_compliance_comes_here(visit, client, editor, doctor, compliance, at):
    for nobody in (editor, doctor):
        visit(nobody, at)
        assert visit.status == 403
    visit(compliance, at)
    assert visit.status == 200
    client.logout()
    assert client.get(at).status_code == 302
    assert 'href="/desk/rules/"' not in visit(editor, "/desk/")
    assert 'href="/desk/rules/"' in visit(compliance, "/desk/")


@pytest.mark.parametrize(
    "at",
    ["/desk/rules/disclaimers/D-NONE/", "/desk/rules/statements/D-INFO/", "/desk/rules/other/D-INFO/",
     "/desk/rules/disclaimers/D-NONE/next/", "/desk/rules/disclaimers/D-REVIEW/next/"],
)  # fmt: skip
def test_there_is_no_such_rule(visit, compliance, at):
    visit(compliance, at)
    assert visit.status == 404


def test_list_and_history_say_who_adopted_what(visit, compliance):
    adopted(proposed(binds=True), compliance)
    adopted(proposed(always=False, drawn_by="nobody"), compliance)

    page = visit(compliance, RULES)
    assert all(name in page for name in Disclaimer.objects.values_list("name", flat=True))
    assert all(slug in page for slug in StatementRule.objects.values_list("slug", flat=True))
    assert "by Cora Compliance" in page
    assert "Asked of no article" in page
    assert "Drawn by the frame" in page
    page = visit(compliance, INFO)
    assert [page.index(f">Version {number}") for number in (3, 2, 1)] == sorted(
        page.index(f">Version {number}") for number in (3, 2, 1)
    )
    assert "Adopted with the site’s data files" in page
    assert "“A regulator asked for it”" in page
    assert "Write version 4" in page
    assert "every page from" in page


def test_form_starts_from_the_newest(visit, compliance):
    newest = Disclaimer.objects.get(code="D-LIVER")
    page = visit(compliance, "/desk/rules/disclaimers/D-LIVER/next/")
    assert newest.full in page
    assert "\n".join(newest.words) in page
    assert 'name="version" value="2"' in page
    assert newest.full not in visit(compliance, "/desk/rules/disclaimers/new/")


# The way ----------------------------------------------------------------------------------------------------------------


def test_officer_sees_what_it_hits_and_adopts_it(visit, published, compliance):
    page = visit(compliance, NEXT, **form(binds="yes"), preview="1")
    assert "Readers lose this page at once" in page
    assert published.edition.title in page
    assert f"/desk/editions/{published.edition_id}/" in page
    assert "/articles/what-a-survey-asked/" in page
    assert Disclaimer.objects.filter(code="D-INFO").count() == 1

    page = visit(compliance, NEXT, **confirmed(page))
    assert "Adopted: D-INFO, version 2. No page without it is public from" in page
    assert visit.went == [(INFO, 302)]
    made = Disclaimer.objects.get(code="D-INFO", version=2)
    assert (made.full, made.always, made.adopted_by) == ("Newly worded information.", True, compliance)
    assert not shown()


def test_rule_for_a_statement_is_adopted_at_the_next_review(visit, published, compliance):
    at = "/desk/rules/statements/crisis-help-without-numbers/next/"
    version = StatementRule.objects.filter(slug="crisis-help-without-numbers").latest("version").version + 1
    typed = form(
        version=version, asked_of="any", topics=["safety"], words="seven-oh\nextract*\n\n", flags=[], designs=["survey"]
    )
    page = visit(compliance, at, **typed, preview="1")
    assert "are <strong>review due</strong> from now on" in page
    page = visit(compliance, at, **confirmed(page))
    assert "public pages without it are review due" in page
    made = StatementRule.objects.get(slug="crisis-help-without-numbers", version=version)
    assert (made.topics, made.words, made.designs) == (["safety"], ["seven-oh", "extract*"], ["survey"])


def test_new_disclaimer_from_a_later_time(visit, published, compliance):
    later = (timezone.now() + timezone.timedelta(days=3)).strftime("%Y-%m-%dT%H:%M")
    at = "/desk/rules/disclaimers/new/"
    typed = form(code="D-NEW", version=1, binds="yes", binds_from=later, placement="safety")
    page = visit(compliance, at, **typed, preview="1")
    assert "Readers lose this page on" in page
    page = visit(compliance, at, **confirmed(page))
    assert f"{Disclaimer.objects.get(code='D-NEW').binding_at:%Y-%m-%dT%H:%M}" == later
    assert shown()


def test_withdrawal_hits_nothing(visit, published, compliance):
    page = visit(compliance, NEXT, **form(asked_of="nobody", words="kept in the form"), preview="1")
    assert "No public or scheduled page lacks it." in page
    assert "New editions do not carry it any more" in page
    visit(compliance, NEXT, **confirmed(page))
    assert Disclaimer.objects.get(code="D-INFO", version=2).drawn_by == "nobody"


# Nothing typed is lost --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "sentence", "field"),
    [
        ({"full": "Ask a d\u043ector."}, SENTENCES["disclaimer_in_plain_words"], "full"),
        ({"full": " "}, SENTENCES["a_text_to_carry"], "full"),
        ({"name": ""}, SENTENCES["rule_has_a_name"], "name"),
        ({"source": ""}, SENTENCES["rule_has_a_source"], "source"),
        ({"asked_of": "any"}, SENTENCES["asks_for_something"], "asked_of"),
        ({"asked_of": ""}, "Choose which articles must have it.", "asked_of"),
        ({"asked_of": "any", "words": "*"}, SENTENCES["every_term_says_something"], "words"),
        ({"binds": "yes", "binds_from": "soon"}, "Write a date and a time", "binds_from"),
        ({"binds": "no", "binds_from": "2099-01-01T09:00"}, "At the next review there is no such time.", "binds_from"),
    ],
)
def test_what_was_typed_wrong_is_said_beside_it_and_the_rest_stays(visit, compliance, changes, sentence, field):
    page = visit(compliance, NEXT, **form(note="A long note", **changes), preview="1")
    assert page.count(sentence) == 2
    assert f'href="#rule-{field}-field"' in page
    assert "A long note" in page
    assert "What you typed is still there" in page


def test_wrong_secret_keeps_the_list_and_the_reason(visit, published, compliance):
    page = visit(compliance, NEXT, **form(), preview="1")
    page = visit(compliance, NEXT, **confirmed(page, secret="not the secret of the tests"))
    assert page.count(SENTENCES["same_person"]) == 2
    assert 'href="#confirm-secret-field"' in page
    assert "A regulator asked for it" in page
    assert published.edition.title in page
    assert "not the secret of the tests" not in page
    visit(compliance, NEXT, **confirmed(page))
    assert Disclaimer.objects.filter(code="D-INFO", version=2).exists()


def test_time_that_passed_while_it_was_read_is_said_in_the_form(visit, compliance):
    page = visit(compliance, NEXT, **form(binds="yes", binds_from="2026-01-01T09:00"), preview="1")
    page = visit(compliance, NEXT, **confirmed(page))
    assert page.count(SENTENCES["binds_in_the_year_to_come"]) == 2
    assert "Newly worded information." in page


def test_change_something_leads_back_to_the_form(visit, compliance):
    page = visit(compliance, NEXT, **form(asked_of="any", topics=["liver", "ptsd"]), change="1")
    assert "Newly worded information." in page
    assert page.count(" checked") == 5
    assert "Show which pages it hits" in page


def test_page_that_came_since_is_shown_before_anything_is_adopted(visit, published, writer, doctor, editor, compliance):
    page = visit(compliance, NEXT, **form(binds="yes"), preview="1")
    put_up(writer, doctor, editor, slug="another", title="Another survey")
    page = visit(compliance, NEXT, **confirmed(page))

    assert SENTENCES["pages_as_previewed"] in page
    assert "1 more page since you saw the list." in page
    assert "New in the list" in page[page.index("Another survey") :][:400]
    assert len(shown()) == 2
    visit(compliance, NEXT, **confirmed(page))
    assert len(shown()) == 0


def test_version_adopted_meanwhile_is_said(visit, compliance):
    page = visit(compliance, NEXT, **form(), preview="1")
    adopted(proposed(), compliance)
    page = visit(compliance, NEXT, **confirmed(page))
    assert SENTENCES["versions_count_up"] in page
    assert "Newly worded information." in page


def test_long_list_is_shown_in_parts_and_adopted_as_a_whole(visit, monkeypatch, writer, doctor, editor, compliance):
    monkeypatch.setattr(adoption_views, "AT_A_TIME", 2)
    for number in range(3):
        put_up(writer, doctor, editor, slug=f"survey-{number}", title=f"Survey {number}")

    page = visit(compliance, NEXT, **form(), preview="1")
    assert "Pages 1 to 2 of 3, and 1 more." in page
    assert "Survey 0" not in page
    second = visit(compliance, NEXT, **form(), page="2")
    assert "Survey 0" in second
    assert "Survey 2" not in second
    assert "Adopt version 2 with 3 pages hit" in second
    visit(compliance, NEXT, **confirmed(second))
    assert Disclaimer.objects.filter(code="D-INFO", version=2).exists()


@pytest.mark.parametrize("seen", ["", "x y", "9" * 60, "²"])
def test_list_that_was_tampered_with_is_a_list_of_nothing(visit, published, compliance, seen):
    visit(compliance, NEXT, **form(), adopt="1", reason="Why", secret=SECRET, seen=seen)
    assert Disclaimer.objects.filter(code="D-INFO").count() == 1


# Why a page is review due, or not public any more -----------------------------------------------------------------------


def test_desk_says_which_rule_makes_a_page_due(visit, published, editor, compliance):
    adopted(proposed(), compliance)
    assert "a newer rule asks for “Information only”" in section(visit(editor, "/desk/"), "Published")
    page = visit(editor, address(published.edition))
    assert "Review due: a newer rule asks for “Information only”." in page
    assert "This review has been overdue since" in page


def test_desk_says_which_rule_stopped_a_page(visit, published, editor, compliance):
    adopted(rule(binds=True), compliance)
    found = section(visit(editor, "/desk/"), "Lacks what a newer rule asks for")
    assert published.edition.title in found
    assert "lacks “" in found
    page = visit(editor, address(published.edition, "publish/"), digest=published.edition.fingerprint)
    assert "The writer submits the article again." in page
