"""What was typed and could not be saved: the browser keeps it, says so, and puts it back as it was."""

import pytest
from django.urls import reverse

from articles.article import Article, Reference, save_draft
from tests.conftest import write
from tests.drafts import address, posted
from tests.writing import EDITOR, open_draft, save, sign_in

OFFER = "#unsent"


def type_at_the_end(page, words):
    page.click(EDITOR)
    page.keyboard.press("Control+End")
    page.keyboard.type(words)


def sign_in_again(page):
    sign_in(page, "writer")
    page.wait_for_selector(EDITOR)


def offered(page):
    page.wait_for_load_state("networkidle")
    return page.locator(OFFER).is_visible()


def shown_is_sent(page):
    """Whether the editor shows the text of the field that is sent."""
    sent = page.locator("#id_body").evaluate(
        "e => new DOMParser().parseFromString(e.value, 'text/html').body.innerText"
    )
    return "".join(sent.split()) == "".join(page.locator(EDITOR).inner_text().split())


@pytest.mark.browser
def test_a_draft_sent_after_signing_out_is_put_back(page, writer):
    article = write(writer)
    open_draft(page, article)
    page.fill("#id_summary", "My own summary.")
    type_at_the_end(page, " My own words.")
    page.get_by_label("Depression").check()
    page.get_by_text("Add another Reference").click()
    page.fill("#id_references-1-key", "mine2020")
    page.context.clear_cookies(name="sessionid")
    save(page)

    page.get_by_text("You were signed out. Nothing was saved; your text is kept in this browser.").wait_for()
    sign_in_again(page)
    assert offered(page)
    assert page.input_value("#id_summary") == article.summary
    page.get_by_role("button", name="Put it back").click()
    assert not offered(page)
    assert page.locator(EDITOR).inner_text().endswith("My own words.")
    assert shown_is_sent(page)
    save(page)

    article.refresh_from_db()
    assert article.summary == "My own summary."
    assert article.body.endswith("My own words.</p>")
    assert [topic.slug for topic in article.topics.all()] == ["depression", "safety"]
    assert [reference.key for reference in article.references.all()] == ["garcia2020", "mine2020"]
    open_draft(page, article)
    assert not offered(page)


@pytest.mark.browser
def test_a_new_article_sent_after_signing_out_is_put_back(page):
    page.goto("/admin/articles/article/add/")
    page.wait_for_selector(EDITOR)
    page.fill("#id_title", "New")
    page.press("#id_title", "Tab")
    page.fill("#id_slug", "another-address")
    type_at_the_end(page, "New words.")
    page.get_by_label("No company paid").check()
    page.locator("#bylines-0 .inline-deletelink").click()
    for n, key in enumerate(["one", "two"]):
        page.get_by_text("Add another Reference").click()
        page.fill(f"#id_references-{n}-key", key)
    page.context.clear_cookies(name="sessionid")
    save(page, "Save")
    sign_in_again(page)
    page.get_by_role("button", name="Put it back").click()
    save(page, "Save")

    article = Article.objects.get(slug="another-address")
    assert (article.title, article.body) == ("New", "<p>New words.</p>")
    assert [reference.key for reference in article.references.all()] == ["one", "two"]
    assert not article.bylines.exists()
    page.goto("/admin/articles/article/add/")
    assert not offered(page)


@pytest.mark.browser
def test_back_from_a_page_that_was_not_sent_shows_what_was_typed(page, writer):
    article = write(writer)
    open_draft(page, article)
    type_at_the_end(page, " My own words.")
    page.context.clear_cookies(name="csrftoken")
    save(page)
    page.get_by_text("That was not sent").wait_for()
    page.faults.clear()  # the browser notes the 403

    page.go_back()
    page.wait_for_selector(EDITOR)
    page.wait_for_load_state("networkidle")
    if page.locator(OFFER).is_visible():
        page.get_by_role("button", name="Put it back").click()

    assert "My own words." in page.locator(EDITOR).inner_text()
    assert shown_is_sent(page)
    open_draft(page, article)
    page.get_by_role("button", name="Put it back").click()
    assert "My own words." in page.locator(EDITOR).inner_text()
    save(page)
    article.refresh_from_db()
    assert "My own words." in article.body


@pytest.mark.browser
def test_what_is_put_back_does_not_run_over_somebody_elses_save(page, writer, second_writer):
    article = write(writer)
    open_draft(page, article)
    page.fill("#id_summary", "Mine.")
    page.context.clear_cookies(name="sessionid")
    save(page)
    article.summary = "Theirs."
    save_draft(article, by=second_writer, references=[Reference(key=key) for key in ["garcia2020", "b", "c"]])
    sign_in_again(page)
    page.get_by_role("button", name="Put it back").click()
    save(page)

    page.get_by_text("Walter Writer saved this draft").wait_for()
    assert not offered(page)
    assert page.input_value("#id_summary") == "Mine."
    assert page.locator("#references-group .dynamic-references").count() == 1


@pytest.mark.browser
def test_discarded_text_is_not_offered_again(page, writer):
    article = write(writer)
    open_draft(page, article)
    page.fill("#id_summary", "Mine.")
    page.context.clear_cookies(name="sessionid")
    save(page)
    sign_in_again(page)
    page.get_by_role("button", name="Discard it").click()

    open_draft(page, article)
    assert not offered(page)
    assert page.input_value("#id_summary") == article.summary


def test_only_a_save_that_succeeded_is_told_to_the_browser(writing, draft):
    writing.post(address(draft), posted(draft, slug="Not An Address", kept="1"))
    assert "draft_saved" not in writing.cookies
    writing.post(address(draft), posted(draft, summary="New", kept="2"))
    assert writing.cookies["draft_saved"].value == "2"
    writing.post(address(draft), posted(draft, summary="Newer", seen="0", kept="3"))
    assert writing.cookies["draft_saved"].value == "2"


def test_a_form_sent_by_nobody_is_lost_and_the_sign_in_says_so(client, draft):
    before = draft.digest()
    page = client.post(address(draft), posted(draft, summary="New"), follow=True)
    assert "You were signed out. Nothing was saved; your text is kept in this browser." in page.text
    assert f'name="next" value="{address(draft)}"' in page.text
    assert draft.digest() == before

    page = client.post(reverse("admin:cms_person_add"), {"name": "x"}, follow=True)
    assert "You were signed out. Nothing was saved." in page.text
    assert "signed out" not in client.get(address(draft), follow=True).text
