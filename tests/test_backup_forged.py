"""A forged backup is not restored, or `verify` finds what was changed: rows, bytes, digests, triggers, constraints, grants."""

import re
import subprocess
from hashlib import sha256

import psycopg
import pytest

from cms.postgresql import manifest
from cms.postgresql.setup import owner_alias, set_up
from tests.backups import another_database, faults, of, operated, program, restore, run_script, seen_by_readers

pytestmark = operated()


def with_rows(dump, table, change):
    """The plain dump with the rows of `table` as `change` returns them: lists of dictionaries of COPY's own words."""
    head = re.search(rf"^COPY public\.{table} \((.*)\) FROM stdin;\n", dump, re.MULTILINE)
    end = dump.index("\\.\n", head.end())
    columns = head[1].split(", ")
    rows = [dict(zip(columns, line.split("\t"), strict=True)) for line in dump[head.end() : end].splitlines()]
    lines = ["\t".join(row.values()) + "\n" for row in change(rows)]
    return dump[: head.end()] + "".join(lines) + dump[end:]


def hexed(text):
    return text.encode().hex()


def each(column, old, new):
    """A change of the rows whose `column` holds `old`; there must be one."""

    def change(rows):
        assert any(old in row[column] for row in rows)
        return [row | {column: row[column].replace(old, new)} for row in rows]

    return change


def last(column, old, new):
    def change(rows):
        assert old in rows[-1][column]
        return [*rows[:-1], rows[-1] | {column: rows[-1][column].replace(old, new)}]

    return change


def a_byte_of(slug):
    """The plain dump with one word of that article's edition exchanged; and its digest, before and after."""
    old, new = hexed("about worry"), hexed("about hurry")

    def change(dump):
        (content,) = {word for word in dump.split() if hexed(f'"slug":"{slug}"') in word and hexed('"html":') in word}
        before, after = content[3:], content[3:].replace(old, new)
        digests = [sha256(bytes.fromhex(text)).hexdigest() for text in (before, after)]
        return dump.replace(before, after), digests

    return change


def every_digest_too(dump):
    """The text of "shown" changed, and its digest wherever a row repeats it: only the ledger still tells the old one."""
    changed, digests = a_byte_of("shown")(dump)
    return changed.replace(*digests)


def without(pattern):
    def change(dump):
        assert re.search(pattern, dump, re.MULTILINE)
        return re.sub(pattern, "", dump, flags=re.MULTILINE)

    return change


REFUSED = {
    "a sign-off's reviewer": (
        lambda dump: with_rows(
            dump, "reviews_signoff", lambda rows: [*rows[:-1], rows[-1] | {"reviewer_id": rows[-1]["edition_id"]}]
        ),
        "with_this_credential",
    ),
    "a byte of a signed edition": (
        lambda dump: a_byte_of("signed")(dump)[0], "signs_exactly_this",
    ),
    "an entry of the ledger": (
        lambda dump: with_rows(dump, "cms_entry", each("body", hexed('"act":"publish"'), hexed('"act":"publisi"'))),
        "chained",
    ),
    "an entry left out": (
        lambda dump: with_rows(dump, "cms_entry", lambda rows: rows[:7] + rows[8:]), "chained",
    ),
    "a script in an unsigned edition": (
        lambda dump: with_rows(dump, "articles_edition", each("content", hexed("<h2>"), hexed("<h6>"))),
        "markup_in_vocabulary",
    ),
}  # fmt: skip

FOUND = {
    "a sign-off's interests": (
        lambda dump: with_rows(dump, "reviews_signoff", last("interests", "None", "Nothing")),
        "is not what was entered in the ledger",
    ),
    "a byte of an edition and every digest of it": (
        every_digest_too, "is not what its entry in the ledger says",
    ),
    "the last entry of the ledger": (
        lambda dump: with_rows(dump, "cms_entry", last("body", hexed('"leaf_app"'), hexed('"leaf_apo"'))),
        "The tree's leaf",
    ),
    "a revocation left out": (
        lambda dump: with_rows(dump, "reviews_revocation", lambda rows: []), "The ledger has the revocation",
    ),
    "a take-down left out": (
        lambda dump: with_rows(dump, "articles_takedown", lambda rows: []), "The ledger has the take-down",
    ),
    "a trigger left out": (
        without(
            r"^CREATE TRIGGER append_only BEFORE .* ON public\.reviews_signoff .*;$"
            r"|^ALTER TABLE public\.reviews_signoff ENABLE ALWAYS TRIGGER append_only;$"
        ),
        "Missing: trigger public.reviews_signoff.append_only, always",
    ),
    "a constraint left out": (
        without(r"^    CONSTRAINT no_contributor_signs CHECK .*,\n"),
        "Missing: constraint public.reviews_signoff.no_contributor_signs",
    ),
    "a grant added": (
        lambda dump: dump + "\nGRANT INSERT ON public.reviews_signoff TO leaf_app;\n",
        "Unexpected: grant INSERT, SELECT on public.reviews_signoff to leaf_app",
    ),
}  # fmt: skip


@pytest.mark.parametrize("forgery", REFUSED)
def test_forged_dump_that_breaks_a_rule_is_not_restored(empty, backups, tmp_path, forgery):
    change, rule = REFUSED[forgery]

    with pytest.raises(subprocess.CalledProcessError) as caught:
        run_script(empty, change(backups.plain.read_text()), tmp_path)

    assert rule in caught.value.stderr
    with psycopg.connect(of(empty)) as superuser:
        assert superuser.execute("select to_regclass('public.reviews_signoff')").fetchone() == (None,)


@pytest.fixture(scope="module")
def found_in_the_forged(elsewhere, restored, backups, tmp_path_factory, django_db_blocker):
    """What `verify` says of a dump with every forgery of FOUND in it."""
    dump = backups.plain.read_text()
    for change, _ in FOUND.values():
        dump = change(dump)
    with django_db_blocker.unblock(), another_database(elsewhere) as urls:
        run_script(urls, dump, tmp_path_factory.mktemp("forged"))
        return faults(urls)


@pytest.mark.parametrize("forgery", FOUND)
def test_forged_dump_that_breaks_none_is_found_by_verify(found_in_the_forged, forgery):
    assert FOUND[forgery][1] in found_in_the_forged


def test_signature_forged_into_a_data_only_dump_is_found_by_verify(empty, backups, tmp_path):
    """Restored with triggers and foreign keys off, as `--disable-triggers` does."""
    unsigned = {}

    def signed_for_the_unsigned(rows):
        return [*rows, rows[-1] | {"id": "900", "edition_id": unsigned["id"], "digest": unsigned["digest"]}]

    for section in ("pre-data", "post-data"):
        restore(empty, backups.custom, f"--section={section}")
    forged = program("pg_restore", "--data-only", "--disable-triggers", "--file=-", backups.custom).stdout
    content = next(word for word in forged.split() if hexed('"slug":"unsigned"') in word)
    unsigned["digest"] = "\\\\x" + sha256(bytes.fromhex(content[3:])).hexdigest()
    unsigned["id"] = next(line for line in forged.splitlines() if content in line).split("\t")[0]
    run_script(empty, with_rows(forged, "reviews_signoff", signed_for_the_unsigned), tmp_path)

    said = faults(empty)
    assert "The sign-off 900 has no entry in the ledger" in said
    assert "Unexpected: trigger public.reviews_signoff.append_only, not on replicas" in said
    assert {slug for slug, *_ in seen_by_readers(empty["reader"])[0]} == {"shown"}


def test_dump_restored_without_owners_and_grants_opens_nothing(empty, backups):
    restore(empty, backups.custom, "--no-owner", "--no-privileges")

    for role, question in (("app", "select from articles_edition"), ("reader", "select from live.pages()")):
        with psycopg.connect(empty[role]) as site, pytest.raises(psycopg.errors.InsufficientPrivilege):
            site.execute(question)
    with owner_alias(empty["app"]) as alias:
        said = "\n".join(manifest.differences(alias))
    assert "Missing: grant EXECUTE on function act.publish(" in said
    assert "Unexpected: table public.reviews_signoff: owner postgres" in said
    with pytest.raises(Exception, match=r"must be owner|permission denied"):
        set_up(empty)
