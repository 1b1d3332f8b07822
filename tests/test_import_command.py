"""The command `import_articles`: files become drafts of their author, once, and each file stands for itself."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.article import Article
from articles.importing import read_source
from tests.texts import LISTED


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
