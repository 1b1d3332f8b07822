"""Importing Markdown: the editor's vocabulary and nothing else, every word arrives, and markup arrives as words."""

import re

import pytest

from articles.importing import Refused
from articles.vocabulary import sanitise
from tests.texts import marked, words, words_of

EVERYTHING = """# A *title* & more

![hero picture](hero.jpg "caption")

The **summary** with [a link](https://example.org/a?b=1&c=2).

Setext heading
--------------

Words *stressed*, **strong**, `code words`,
soft break\\
hard break, [mail](mailto:a@example.org "link title"), [call](tel:+123), <https://example.org>.

#### Deep heading

- item

  second paragraph
  1. inner
- other

3. third
4. fourth

> quoted
> # loudly

```lang
fenced words
```

    indented words

| head one | head two |
|----------|:--------:|
| cell one | cell two | cell three |

<div onclick="evil()">html words</div>

---

[never used]: https://example.org/source "Source title"
"""


def test_markdown_becomes_the_editors_vocabulary_and_nothing_else():
    draft = marked(EVERYTHING)

    assert (draft.title, draft.title_is_proposed, draft.slug) == ("A title & more", False, "a-title-more")
    assert draft.summary == "The summary with a link (https://example.org/a?b=1&c=2)."
    assert draft.body == (
        "<p>hero picture caption (hero.jpg)</p>"
        "<h2>Setext heading</h2>"
        "<p>Words <em>stressed</em>, <strong>strong</strong>, code words, soft break<br>"
        'hard break, <a href="mailto:a@example.org">mail</a> (link title), <a href="tel:+123">call</a>, '
        '<a href="https://example.org">https://example.org</a>.</p>'
        "<h3>Deep heading</h3>"
        "<ul><li><p>item</p><p>second paragraph</p><ol><li><p>inner</p></li></ol></li><li><p>other</p></li></ul>"
        "<ul><li><p>3. third</p></li><li><p>4. fourth</p></li></ul>"
        "<blockquote><p>quoted</p><h2>loudly</h2></blockquote>"
        "<p>lang<br>fenced words</p>"
        "<p>indented words</p>"
        "<p>head one | head two<br>cell one | cell two | cell three</p>"
        '<p>&lt;div onclick="evil()"&gt;html words&lt;/div&gt;</p>'
        "<p>never used: https://example.org/source Source title</p>"
    )


def test_no_word_of_a_markdown_file_is_lost():
    draft = marked(EVERYTHING)

    kept = words_of(draft) + words(*re.findall(r'href="([^"]*)"', draft.body))

    the_mark_of_a_list_that_counts_from_one = words("1")
    assert words(EVERYTHING.translate(str.maketrans("<>", "  "))) - kept == the_mark_of_a_list_that_counts_from_one


def test_the_sanitiser_finds_nothing_to_take_away():
    body = marked(EVERYTHING).body

    assert sanitise(body).replace(' rel="noopener noreferrer"', "") == body


@pytest.mark.parametrize(
    "source",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "/local",
        "#part",
        "file:///x",
        "//x.y",
    ],
)
def test_a_link_to_anywhere_else_becomes_its_text(source):
    assert marked(f"Summary.\n\nSee [this *word*]({source}).").body == "<p>See this <em>word</em>.</p>"


def test_a_link_cannot_leave_its_attribute():
    body = marked('Summary.\n\n[x](<https://a.b/" onclick="y>) [z](HTTPS://a.b/?q="><script>)').body

    assert body == (
        '<p><a href="https://a.b/%22%20onclick=%22y">x</a> <a href="https://a.b/?q=%22%3E%3Cscript%3E">z</a></p>'
    )


def test_raw_html_in_markdown_arrives_as_text():
    body = marked('Summary.\n\n<script>alert(1)</script>\n\nA <b onclick="x">word</b> &lt;i&gt; &#8203;&copy;').body

    assert body == (
        '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p><p>A &lt;b onclick="x"&gt;word&lt;/b&gt; &lt;i&gt; ©</p>'
    )


@pytest.mark.parametrize("text", ["***", "---\n\n---", "# #", "…", "[](/x)"])
def test_a_text_without_words_is_refused(text):
    with pytest.raises(Refused, match="no words"):
        marked(text)


@pytest.mark.parametrize(
    "text",
    ["> " * 60 + "x", "- " * 60 + "x", "*a " * 2000 + "a* " * 2000],
    ids=["quotations", "lists", "emphases"],
)
def test_nesting_that_would_lose_words_is_refused(text):
    with pytest.raises(Refused, match="nested too deeply"):
        marked(text)
