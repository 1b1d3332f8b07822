"""The form of a fix: it starts from what readers see, shows what would change, and says at once what is more than a fix."""

import re

from articles.article import Article, save_draft
from articles.edition import Edition
from articles.publication import publish, take_down
from reviews.sign_off import sign_off
from tests.fixes import CHANGE, fix_of


def address(edition):
    return f"/admin/articles/article/{edition.article_id}/fix/"


def hidden(page, name):
    return re.search(rf'name="{name}" value="([^"]*)"', page).group(1)


def typed(edition, *pairs, **more):
    document = edition.document()
    body = document["html"]
    for old, new in pairs:
        body = body.replace(old, new)
    return {
        "title": document["title"], "summary": document["summary"], "key_points": "\n".join(document["key_points"]), "body": body,
        "reason": "A typo", "of-id": edition.fingerprint, "shown-id": "",
    } | more  # fmt: skip


def test_form_starts_from_what_readers_see_and_not_from_the_draft(public, writing, second_writer):
    draft = Article.objects.get(pk=public.article_id)
    draft.summary = "A draft that nobody reviewed."
    save_draft(draft, by=second_writer)
    page = writing.get(address(public)).text
    assert "A survey asked people who use kratom" in page
    assert "plnat" in page
    assert "nobody reviewed" not in page
    change_form = writing.get(f"/admin/articles/article/{public.article_id}/change/").text
    assert f'href="{address(public)}">Fix the public text' in change_form


def test_small_change_is_shown_and_then_submitted_as_it_was_shown(public, writing, writer):
    looked = writing.post(address(public), typed(public, ("plnat", "plant"))).text
    assert "<del>plnat</del>" in looked
    assert "<ins>plant" in looked
    assert "1 of 1" in looked
    assert "This is more than a fix" not in looked
    assert Edition.objects.filter(article=public.article_id).count() == 1

    data = typed(public, ("plnat", "plant"), _submit="1") | {"shown-id": hidden(looked, "shown-id")}
    done = writing.post(address(public), data, follow=True).text
    assert "frozen as edition 2 and waits for one reviewer" in done
    fix = Edition.objects.get(article=public.article_id, number=2)
    assert (fix.root_id, fix.submitted_by, fix.fix.reason) == (public.pk, writer, "A typo")


def test_more_than_a_fix_is_said_at_once_with_all_that_is_too_much_and_kept(public, writing):
    pairs = [("62 of", "26 of"), ("not named", "named"), ("about worry", "about panic"), ("wide rivers", "dry rivers")]
    looked = writing.post(address(public), typed(public, *pairs)).text
    assert "This is more than a fix" in looked
    for words in (
        "A number, an amount or a time would change. Found: 26, 62",
        "A negation or an exception",
        "Found: panic, worry",
        "This word can&#x27;t be changed, put in or left out by a fix",
        "Found: dry, wide",
    ):
        assert words in looked
    assert "26 of" in looked
    assert 'name="_submit"' not in looked
    forced = typed(public, *pairs, _submit="1") | {"shown-id": hidden(looked, "shown-id")}
    assert "This is more than a fix" in writing.post(address(public), forced).text
    assert Edition.objects.filter(article=public.article_id).count() == 1


def test_text_changed_after_it_was_shown_is_shown_again(public, writing):
    looked = writing.post(address(public), typed(public, ("plnat", "plant"))).text
    data = typed(public, ("plnat", "plan"), _submit="1") | {"shown-id": hidden(looked, "shown-id")}
    again = writing.post(address(public), data).text
    assert "the text was changed after you looked at it" in again
    assert "<ins>plan" in again
    assert Edition.objects.filter(article=public.article_id).count() == 1


def test_page_that_changed_meanwhile_is_told_and_nothing_typed_is_lost(public, writing, writer, second_doctor, editor):
    other = fix_of(public, ("surevy", "survey"), by=writer)
    sign_off(other, by=second_doctor, **CHANGE)
    publish(other, by=editor)
    answer = writing.post(address(public), typed(public, ("plnat", "plant"), _submit="1")).text
    assert "Readers see another text now" in answer
    assert "<del>survey</del>" in answer
    assert "plant grows" in answer
    assert hidden(answer, "of-id") == other.fingerprint


def test_nothing_changed_or_nothing_said_is_answered_in_words(public, writing):
    answer = writing.post(address(public), typed(public)).text
    assert "Nothing differs from what readers see" in answer
    assert "This is more than a fix" not in answer
    answer = writing.post(address(public), typed(public, ("plnat", "plant"), reason="")).text
    assert "Say in a few words what you fix" in answer
    assert "plant grows" in answer


def test_where_readers_see_nothing_there_is_nothing_to_fix(public, writing, editor, statements):
    take_down(public.article, by=editor, reason="Wrong")
    assert "there is nothing to fix" in writing.get(address(public)).text
    assert "reviewed whole" in writing.get(address(statements["crisis-help"].editions.get())).text


def test_only_who_submits_opens_it(public, client, doctor):
    client.force_login(doctor)
    assert client.get(address(public)).status_code == 403


def test_draft_says_what_could_not_be_carried(public, signed_fix, writing, second_writer, editor):
    draft = Article.objects.get(pk=public.article_id)
    draft.body = draft.body.replace("wet forests along wide rivers", "deep woods")
    save_draft(draft, by=second_writer)
    publish(signed_fix, by=editor)
    page = writing.get(f"/admin/articles/article/{public.article_id}/change/").text
    assert "The fix in edition 2 does not stand in this draft" in page
    assert "The plant grows in wet forests" in page
