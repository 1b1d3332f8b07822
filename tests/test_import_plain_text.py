"""Importing plain text: lines become paragraphs, lists and headings, every word arrives, and markup arrives as words."""

import re
from html import unescape

from articles.importing import read_source
from tests.texts import LISTED, plain, words, words_of


def test_listed_lines_become_headings_and_the_list_goes():
    draft = plain(LISTED)

    assert draft.summary == "A summary of it all."
    assert draft.body == (
        "<p>An introduction.</p><h2>What it is</h2><p>It is a tree.</p>"
        "<h2>What is known</h2><p>Little is known.</p><p>So much for that.</p>"
    )


def test_a_list_stays_while_one_of_its_items_does_not_return():
    draft = plain(LISTED.replace("- What is known", "- What is known\n- What is to come"))

    assert (
        "<ul><li><p>What it is</p></li><li><p>What is known</p></li><li><p>What is to come</p></li></ul>" in draft.body
    )
    assert "<h2>What is known</h2>" in draft.body


def test_hard_wrapped_lines_are_joined_where_blank_lines_part_paragraphs():
    draft = plain(
        "The summary\nruns on.\n\nA paragraph\r\nruns on, too.\n \n- an item\n  runs on\n- another\n\n\nThe end."
    )

    assert draft.summary == "The summary runs on."
    assert draft.body == (
        "<p>A paragraph runs on, too.</p><ul><li><p>an item runs on</p></li><li><p>another</p></li></ul><p>The end.</p>"
    )


def test_headings_and_long_lines_are_not_joined_to_what_follows():
    long = "A long line of words " * 10
    draft = plain(
        f"Summary.\n\n- First part\n- Other part\nFirst part\nwrapped\nwords\n\nOther part\n{long}\nLast words."
    )

    assert draft.body == (
        f"<h2>First part</h2><p>wrapped words</p><h2>Other part</h2><p>{long.strip()}</p><p>Last words.</p>"
    )


def test_numbered_lines_become_a_list_only_if_they_count_from_one():
    assert "<ol><li><p>chew</p></li><li><p>brew</p></li></ol>" in plain("Two ways.\n1. chew\n2. brew\nOr neither.").body
    assert "<p>12. May was a day</p><p>3. of four</p>" in plain("A date.\nOn the\n12. May was a day\n3. of four").body


def test_typographic_signs_stay_and_invisible_characters_go():
    draft = plain("It’s “so” – 5\u00a0mg…\nsui\u200bcide \u202eand\x00 so\xad on")

    assert draft.summary == "It’s “so” – 5\u00a0mg…"
    assert draft.body == "<p>suicide and so on</p>"


def test_markup_in_plain_text_arrives_as_text():
    draft = plain("Summary.\n<script>alert('x')</script>\n<a href=\"javascript:x\" onclick='y'>go</a> & **on**")

    assert draft.body == (
        "<p>&lt;script&gt;alert('x')&lt;/script&gt;</p>"
        "<p>&lt;a href=\"javascript:x\" onclick='y'&gt;go&lt;/a&gt; &amp; **on**</p>"
    )


def test_every_word_of_a_seed_is_in_its_draft_but_the_repeated_list(seeds):
    for path in seeds:
        source = read_source(path)
        listed = [line for line in source.text.splitlines() if line.startswith("- ")]

        draft = plain(source.text, name=source.name)

        assert len(listed) == 3
        assert words_of(draft, with_title=False) == words(source.text) - words(*listed)
        assert draft.title == listed[0].removeprefix("- ")
        assert draft.title_is_proposed
        assert [f"<h2>{unescape(heading)}</h2>" for heading in re.findall("<h2>(.*?)</h2>", draft.body)] == [
            f"<h2>{line.removeprefix('- ')}</h2>" for line in listed
        ]
        assert draft.summary == source.text.splitlines()[0]
        assert {"anxiety", "depression"} <= set(draft.topics)
