"""Importing files: what is read as text, and what is refused with the reason."""

from hashlib import sha256

import pytest

from articles.importing import LIMIT, Refused, read_source


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
