"""Importing a text: what becomes title, address, summary, key points, list of contents and topics."""

import pytest

from tests.texts import LISTED, marked, plain, words, words_of


def test_a_title_is_proposed_from_the_first_section_and_never_from_the_file_name():
    draft = plain(LISTED)

    assert (draft.title, draft.title_is_proposed, draft.slug) == ("What it is", True, "what-it-is")


def test_without_sections_the_first_sentence_is_the_title_proposed():
    draft = plain("Kratom is a tree of the coffee family. It grows in Thailand.\nIts leaves are chewed.")

    assert (draft.title, draft.title_is_proposed) == ("Kratom is a tree of the coffee family", True)
    assert draft.summary == "Kratom is a tree of the coffee family. It grows in Thailand."


def test_a_short_first_line_that_is_no_sentence_is_the_title_proposed():
    draft = plain("Kratom and sleep\n\nWhat is known about sleep.\n\nNot much.")

    assert (draft.title, draft.title_is_proposed, draft.summary) == (
        "Kratom and sleep",
        True,
        "What is known about sleep.",
    )
    assert draft.body == "<p>Not much.</p>"


def test_markdown_without_a_title_gets_one_proposed():
    draft = marked("A summary.\n\n## What it is\n\nA tree.\n\n# What else\n\nA leaf.")

    assert marked("Just a few words of text.\n\nMore.").title == "Just a few words of text"
    assert (draft.title, draft.title_is_proposed) == ("What else", False)


@pytest.mark.parametrize("text", ["many words " * 40, "x" * 500, "- " + "listed words " * 30])
def test_a_proposed_title_and_slug_are_never_over_long(text):
    draft = plain(text)

    assert 0 < len(draft.title) <= 120
    assert 0 < len(draft.slug) <= 100
    assert words_of(draft, with_title=False) == words(text)


def test_a_title_over_200_characters_is_shortened_and_kept_in_the_body():
    long = "A very long title " * 20

    draft = marked(f"# {long}\n\nSummary.\n\nText.")

    assert len(draft.title) <= 120
    assert draft.title_is_proposed
    assert (draft.summary, draft.body) == ("Summary.", f"<h2>{long.strip()}</h2><p>Text.</p>")


def test_front_matter_gives_title_slug_and_summary_and_keeps_the_rest_as_words():
    draft = marked(
        '---\ntitle: "Leaf: a story"\nslug: The Leaf\nsummary: In short.\nauthor: Jane\n---\n# Leaf: a story\n\nText.'
    )

    assert (draft.title, draft.title_is_proposed, draft.slug) == ("Leaf: a story", False, "the-leaf")
    assert (draft.summary, draft.body) == ("In short.", "<p>author: Jane</p><p>Text.</p>")


def test_a_text_that_begins_with_a_rule_has_no_front_matter():
    draft = marked("---\nWords between two rules.\n\n---\n\nMore.")

    assert (draft.summary, draft.body) == ("Words between two rules.", "<p>More.</p>")


def test_a_first_heading_that_is_not_the_given_title_stays():
    assert marked("---\ntitle: One\n---\n# Two\n\nText.").body == "<h2>Two</h2><p>Text.</p>"


def test_a_slug_has_letters_digits_and_single_hyphens_only():
    assert marked("# Snake_case -- and “Käse”, 7-OH!\n\nText.").slug == "snake-case-and-kase-7-oh"
    assert marked("# กระท่อม\n\nText.").slug == "article"


def test_a_summary_is_never_taken_from_a_section():
    assert marked("# T\n\n## Section\n\nText.").summary == ""


def test_a_list_under_key_points_becomes_the_key_points():
    draft = marked("# T\n\nSummary.\n\n## Key points\n\n- One *thing*.\n- Another.\n\n## More\n\nText.")

    assert (draft.key_points, draft.body) == (["One thing.", "Another."], "<h2>More</h2><p>Text.</p>")
    assert plain("Summary.\nKey points:\n- One\n- Two\nText.").key_points == ["One", "Two"]


def test_a_markdown_list_of_contents_goes_and_any_other_list_stays():
    contents = "# T\n\nSummary.\n\n- [One](#one)\n- [Two](#two)\n\n## One\n\nText.\n\n## Two\n\nText."

    assert marked(contents).body == "<h2>One</h2><p>Text.</p><h2>Two</h2><p>Text.</p>"
    assert "<ul>" in marked(contents.replace("## Two", "## Three")).body


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Summary.\nVeterans with post‑traumatic stress sleep badly.", ["ptsd"]),
        ("Summary.\nMany are Anxious or depressed.", ["anxiety", "depression"]),
        ("Summary.\nThoughts of self-harm need help.", ["suicide"]),
        ("Summary.\nRespiratory depression was seen. The liver was not.", []),
        ("Kratom and the liver\nWhat is known of liver injury.\nMuch.", ["liver"]),
        ("Kratom and alcohol interactions\nWhat is known.\nMuch.", ["interactions"]),
        ("7-OH in pregnancy\nWhat is known.\nMuch.", ["pregnancy", "7-oh"]),
        ("Medical history\nWhat to tell the doctor.\nAll.", []),
    ],
)
def test_topics_are_recognised_from_unmistakable_words(text, topics):
    assert plain(text).topics == topics
