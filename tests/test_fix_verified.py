"""`verify` compares every fix anew with its root, and names whatever somebody with a superuser's rights changed about it."""

import pytest
from django.db import connection

from cms.verify import verify
from tests.test_verify import without_the_tests_own_login  # noqa: F401

NOW = "convert_to(replace(convert_from(content, 'UTF8'), '{}', '{}'), 'UTF8')"
REWRITE = f"update articles_edition set content = {NOW} where id = {{}}"
FIX = "(select edition_id from articles_fix)"
TAMPERINGS = {
    "the words counted otherwise": (
        "articles_fix", "update articles_fix set words_changed = 0", ["its words are not counted right"],
    ),
    "a number of the fix": (
        "articles_edition", REWRITE.format("62 of", "26 of", FIX),
        ["is more than a fix: fix_keeps_its_numbers", "is of another text than its edition"],
    ),
    "the root of a fix": (
        "articles_edition", REWRITE.format("thikc", "thick", "(select root_id from articles_fix)"),
        ["is a fix of another edition than its bytes say"],
    ),
    "a fix no longer known as one": (
        "articles_fix", "delete from articles_fix",
        ["says that it is a fix, and it is not known as one", "The ledger has the fix"],
    ),
    "changes that were requested of its root": (
        "reviews_verdict",
        "insert into reviews_verdict (edition_id, digest, article_id, reviewer_id, kind, reason, at)"
        " select r.id, r.digest, r.article_id, p.published_by_id, 'changes requested', 'x', p.published_at"
        " from articles_publication p join articles_fix f on f.edition_id = p.edition_id"
        " join articles_edition r on r.id = f.root_id",
        ["was made against a verdict or a refusal", "has no entry in the ledger"],
    ),
    "why it was fixed": (
        "articles_fix", "update articles_fix set reason = 'Nothing'", ["The reason of the fix"],
    ),
    "who made the fix": (
        "articles_fix", "update articles_fix set by_id = (select min(id) from cms_person where id <> by_id)",
        ["is not what its entry in the ledger says"],
    ),
    "the full review that a publication rests on": (
        "reviews_basis", "delete from reviews_basis where on_root", ["was made without every signature that its policy asks for"],
    ),
    "the change sign-off that a publication rests on": (
        "reviews_basis", f"delete from reviews_basis where edition_id = {FIX} and not on_root",
        ["was made without every signature that its policy asks for"],
    ),
}  # fmt: skip


@pytest.fixture
def known(committed, published_fix):
    return published_fix


def faults():
    return "\n".join(sentence for _, sentence in verify(connection))


def test_nothing_is_found_where_nothing_was_done(known):
    assert faults() == ""


def test_what_a_superuser_changed_about_a_fix_is_named(known, as_superuser):
    """Each in a transaction of its own that is undone, as `verify` would find it."""
    as_superuser.autocommit = False
    for name, (table, statement, sentences) in TAMPERINGS.items():
        as_superuser.execute("set session_replication_role = replica")
        as_superuser.execute(f"alter table {table} disable trigger all")
        for (constraint,) in as_superuser.execute(
            "select conname from pg_constraint where conrelid = %s::regclass and contype = 'c'", [table]
        ).fetchall():
            as_superuser.execute(f"alter table {table} drop constraint {constraint}")
        assert as_superuser.execute(statement).rowcount, name
        said = "\n".join(sentence for _, sentence in verify(Seen(as_superuser)))
        as_superuser.rollback()
        for sentence in sentences:
            assert sentence in said, (name, said[-2000:])


class Seen:
    """The superuser's open transaction, as the connection that `verify` reads from."""

    def __init__(self, raw):
        self.raw = raw
        self.settings_dict = connection.settings_dict

    def cursor(self):
        return self.raw.cursor()

    chunked_cursor = cursor
