"""Importing: every word of a file arrives in a draft, nothing but words arrives, and each file stands for itself."""

import re
from collections import Counter
from hashlib import sha256
from html import unescape
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.article import Article
from articles.importing import LIMIT, Refused, parse, read_source
from articles.vocabulary import sanitise

LISTED = """A summary of it all.
An introduction.
- What it is
- What is known
What it is
It is a tree.
What is known
Little is known.
So much for that."""


@pytest.fixture
def file(tmp_path):
    def write(content, name="text.txt"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def plain(text, name="000_d2ab9c296bbf0c4f.txt"):
    return parse(text, name=name, markdown=False)


def marked(text):
    return parse(text, name="text.md", markdown=True)


def words(*texts):
    return Counter(re.findall(r"[^\W_]+", " ".join(unescape(re.sub(r"<[^>]*>", " ", text)) for text in texts)))


def words_of(draft, *, with_title=True):
    return words(draft.title if with_title else "", draft.summary, *draft.key_points, draft.body)


# Reading a file


def test_a_text_file_is_read_with_the_digest_of_its_bytes(file):
    path = file("Kratom’s leaf.", "leaf.TXT")

    source = read_source(path)

    assert (source.name, source.text, source.markdown) == ("leaf.TXT", "Kratom’s leaf.", False)
    assert source.digest == sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("name", ["a.md", "a.markdown", "a.MD"])
def test_the_suffix_says_what_is_markdown(file, name):
    assert read_source(file("# A", name)).markdown


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_utf_8_and_marked_utf_16_are_read(file, encoding):
    assert read_source(file("Naïve – “yes”".encode(encoding))).text == "Naïve – “yes”"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b" \r\n\t \n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "NUL bytes"),
        (b"%PDF-1.7 \x01\x02", "U\\+0001"),
        ("line one\nkratom\x92s".encode(), "Line 2 holds the control character U\\+0092"),
        (b"\x1b[31mred", "U\\+001B"),
        ("Kratom café".encode("latin-1"), "save it again with the encoding UTF-8"),
        (b"\xff\xfeA", "UTF-8"),
        ("no mark".encode("utf-16-le"), "NUL bytes"),
        (b"a" * (LIMIT + 1), "200,001 bytes long; the limit is 200,000 bytes"),
    ],
    ids="empty mark-only whitespace png pdf c1-control escape latin-1 half-utf-16 unmarked-utf-16 over-long".split(),
)
def test_what_is_no_readable_text_is_refused_with_the_reason(file, content, reason):
    path = file(content)

    with pytest.raises(Refused, match=reason):
        read_source(path)


def test_a_file_of_just_the_limit_is_read(file):
    assert len(read_source(file(b"a" * LIMIT)).text) == LIMIT


def test_a_missing_file_a_wrong_suffix_and_a_directory_are_refused(file, tmp_path):
    for path, reason in [
        (tmp_path / "none.txt", "No such file"),
        (file("words", "text.docx"), r"Only \.txt, \.md and \.markdown"),
        (file("words", "text"), r"Only \.txt, \.md and \.markdown"),
        (tmp_path, "neither a file nor a directory with"),
    ]:
        with pytest.raises(Refused, match=reason):
            read_source(path)


def test_a_file_name_is_shown_without_control_characters(file):
    assert read_source(file("words", "a\n\x1b[31m.txt")).name == "a\ufffd\ufffd[31m.txt"


# Plain text


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


@pytest.mark.parametrize("text", ["many words " * 40, "x" * 500, "- " + "listed words " * 30])
def test_a_proposed_title_and_slug_are_never_over_long(text):
    draft = plain(text)

    assert 0 < len(draft.title) <= 120
    assert 0 < len(draft.slug) <= 100
    assert words_of(draft, with_title=False) == words(text)


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


# Markdown

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


def test_markdown_without_a_title_gets_one_proposed():
    draft = marked("A summary.\n\n## What it is\n\nA tree.\n\n# What else\n\nA leaf.")

    assert marked("Just a few words of text.\n\nMore.").title == "Just a few words of text"
    assert (draft.title, draft.title_is_proposed) == ("What else", False)


def test_a_title_over_200_characters_is_shortened_and_kept_in_the_body():
    long = "A very long title " * 20

    draft = marked(f"# {long}\n\nSummary.\n\nText.")

    assert len(draft.title) <= 120
    assert draft.title_is_proposed
    assert (draft.summary, draft.body) == ("Summary.", f"<h2>{long.strip()}</h2><p>Text.</p>")


def test_a_list_under_key_points_becomes_the_key_points():
    draft = marked("# T\n\nSummary.\n\n## Key points\n\n- One *thing*.\n- Another.\n\n## More\n\nText.")

    assert (draft.key_points, draft.body) == (["One thing.", "Another."], "<h2>More</h2><p>Text.</p>")
    assert plain("Summary.\nKey points:\n- One\n- Two\nText.").key_points == ["One", "Two"]


def test_a_markdown_list_of_contents_goes_and_any_other_list_stays():
    contents = "# T\n\nSummary.\n\n- [One](#one)\n- [Two](#two)\n\n## One\n\nText.\n\n## Two\n\nText."

    assert marked(contents).body == "<h2>One</h2><p>Text.</p><h2>Two</h2><p>Text.</p>"
    assert "<ul>" in marked(contents.replace("## Two", "## Three")).body


def test_a_summary_is_never_taken_from_a_section():
    assert marked("# T\n\n## Section\n\nText.").summary == ""


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


# Topics


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


# The command


def run(*paths, author, **options):
    """What the command wrote to stdout and stderr, and whether it ended well."""
    out, err = StringIO(), StringIO()
    try:
        call_command("import_articles", *map(str, paths), author=author, stdout=out, stderr=err, **options)
    except CommandError as error:
        return out.getvalue(), f"{err.getvalue()}{error}", error.returncode
    return out.getvalue(), err.getvalue(), 0


def test_seeds_become_drafts_of_their_author(one_transaction, writer, seeds):
    out, err, code = run(seeds[0].parent, author=writer.email.upper())

    assert (out, err, code) == (f"{len(seeds)} imported, 0 already here, 0 refused\n", "", 0)
    article = Article.objects.get(source_digest=read_source(seeds[0]).digest)
    assert article.title_is_proposed
    assert "<h2>" in article.body
    assert [byline.person for byline in article.bylines.all()] == [writer]
    assert {"ptsd", "anxiety"} <= set(article.topics.values_list("slug", flat=True))


def test_importing_again_makes_no_twins(one_transaction, writer, file):
    first, same = file(LISTED, "a.txt"), file(LISTED, "b.txt")

    assert run(first, same, first, author=writer.email)[0] == "1 imported, 2 already here, 0 refused\n"
    assert run(first, same, author=writer.email) == ("0 imported, 2 already here, 0 refused\n", "", 0)
    assert Article.objects.filter(source_digest=read_source(first).digest).count() == 1


def test_a_broken_file_is_reported_and_the_others_are_imported(one_transaction, writer, file, tmp_path):
    file(LISTED, "good.txt")
    file("# Good, too\n\nText.", "z.md")
    file(b"\x89PNG\x00", "picture.txt")
    file("", "empty.md")
    file("words", "ignored.docx")

    out, err, code = run(tmp_path, author=writer.email)

    assert (out, code) == ("2 imported, 0 already here, 2 refused\n", 1)
    assert err.splitlines()[:2] == [
        f"{tmp_path}/empty.md: It is empty.",
        f"{tmp_path}/picture.txt: It holds NUL bytes, so it is no text file. "
        "Save its text as plain text in UTF-8 and import that.",
    ]


def test_a_missing_file_and_a_directory_without_texts_are_refused(one_transaction, writer, tmp_path):
    out, err, code = run(tmp_path, tmp_path / "none.txt", author=writer.email)

    assert (out, code) == ("0 imported, 0 already here, 2 refused\n", 1)
    assert "none.txt: It cannot be read: No such file or directory." in err
    assert f"{tmp_path}: It is neither a file nor a directory with" in err


def test_a_slug_has_letters_digits_and_single_hyphens_only():
    assert marked("# Snake_case -- and “Käse”, 7-OH!\n\nText.").slug == "snake-case-and-kase-7-oh"
    assert marked("# กระท่อม\n\nText.").slug == "article"


def test_equal_titles_get_addresses_of_their_own(one_transaction, writer, file):
    run(*[file(f"# Leaf\n\nText {n}.", f"{n}.md") for n in range(3)], author=writer.email)

    assert set(Article.objects.filter(title="Leaf").values_list("slug", flat=True)) == {"leaf", "leaf-2", "leaf-3"}


@pytest.mark.parametrize("active", [True, False], ids=["unknown", "inactive"])
def test_without_an_active_author_nothing_is_imported(one_transaction, writer, file, active):
    writer.is_active = active
    writer.save()
    email = "nobody@example.org" if active else writer.email

    out, err, code = run(file(LISTED), author=email)

    assert (out, err, code) == ("", f"No active person here has the e-mail address {email}; nothing was imported.", 1)
    assert not Article.objects.filter(source_digest__isnull=False).exists()
