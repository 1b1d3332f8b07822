"""A backup restored on another server is the same site; a forged one, or one from before the last revocation, is noticed.

The way is the README's: `pg_dump`, `set_up --roles-only`, `pg_restore`, `verify --kept`; and `pg_basebackup` of the server
while people work.
"""

import io
import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from contextlib import contextmanager, suppress
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import psycopg
import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone

from articles.edition import submit
from articles.publication import publish, take_down
from cms import signer
from cms.ledger import Entry
from cms.postgresql import manifest, roles
from cms.postgresql.embedded import SETTINGS, Server, server
from cms.postgresql.embedded.folders import keep, make_folders
from cms.postgresql.embedded.programs import run_program
from cms.postgresql.setup import owner_alias, set_up
from cms.prove import prove
from cms.prove.scene import enrol
from cms.prove.scene import person as new_person
from cms.verify import verify
from cms.verify.kept import read_kept
from reviews.sign_off import revoke, sign_off
from tests.conftest import SECOND, SIGN_OFF, write
from tests.databases import own_database
from tests.people import person
from tests.servers import soon

pytestmark = pytest.mark.skipif(
    not all(shutil.which(name, path=server("test").programs) for name in ("pg_dump", "pg_restore", "pg_basebackup")),
    reason="the embedded PostgreSQL has no pg_dump, pg_restore or pg_basebackup here",
)
DATABASE = "signed_leaf"
# As the site's, which may be copied while it runs; but nobody switches this machine off meanwhile.
SETTINGS["another"] = SETTINGS["site"] | {"fsync": "off"}


# The site, and its backups ----------------------------------------------------------------------------------------------


class Backups:
    """What an operator keeps: an older backup, today's in both formats, and a signed checkpoint of today's ledger."""

    def __init__(self, folder, settings):
        self.older, self.custom, self.plain = folder / "older.dump", folder / "leaf.dump", folder / "leaf.sql"
        self.kept, self.key, self.state = folder / "kept.txt", folder / "key", folder / "state"
        signer.make_key(self.key, settings.LEDGER_ORIGIN)

    def keep_checkpoint(self):
        entries = [bytes(body).decode() + "\n" for body in Entry.objects.order_by("seq").values_list("body", flat=True)]
        self.kept.write_text(signer.sign_next(self.key, self.state, entries))


@pytest.fixture(scope="module")
def backups(template, django_db_blocker, tmp_path_factory):
    from django.conf import settings

    kept = Backups(tmp_path_factory.mktemp("backups"), settings)
    with django_db_blocker.unblock(), own_database(template) as name:
        url = server("test").url("postgres", name)
        revoked, _ = live_through_the_stages()
        program("pg_dump", "--format=custom", f"--file={kept.older}", url)
        revoke(revoked.sign_offs.get(), by=person("doctor"), reason="A number was wrong")
        kept.keep_checkpoint()
        program("pg_dump", "--format=custom", f"--file={kept.custom}", url)
        program("pg_dump", f"--file={kept.plain}", url)
        kept.seen = seen_by_readers(server("test").url("leaf_reader", name))
    return kept


def live_through_the_stages():
    """An article in every stage. Returns the edition that will be revoked, and one that nobody signed."""
    writer, doctor, second, editor = (person(role) for role in ("writer", "doctor", "second_doctor", "editor"))

    def edition(slug, *signers, **fields):
        made = submit(write(writer, slug=slug, **fields), by=writer)
        for by, signature in signers:
            sign_off(made, by=by, **signature)
        return made

    publish(edition("shown", (doctor, SIGN_OFF), (second, SECOND), topics=("ptsd",)), by=editor)
    publish(edition("coming", (doctor, SIGN_OFF)), by=editor, starts_at=timezone.now() + timedelta(days=7))
    take_down(publish(edition("hidden", (doctor, SIGN_OFF)), by=editor).article, by=editor, reason="Out of date")
    revoked = edition("revoked", (doctor, SIGN_OFF))
    publish(revoked, by=editor)
    edition("signed", (doctor, SIGN_OFF))
    return revoked, edition("unsigned")


def seen_by_readers(url):
    """Every byte that the reader's role can read of articles, what is there instead, and help."""
    with psycopg.connect(url) as reader:
        pages = reader.execute(
            "select slug, encode(digest, 'hex'), sha256(content), sign_offs, statements, condition from live.pages()"
            " order by slug"
        ).fetchall()
        slugs = ["shown", "coming", "hidden", "revoked", "signed", "unsigned"]
        elsewhere = reader.execute(
            "select s, w.* from unnest(%s::text[]) s, live.elsewhere(s) w order by s", [slugs]
        ).fetchall()
        return pages, elsewhere, reader.execute("select live.crisis_help(), live.notices()").fetchall()


def program(name, *arguments):
    """Run one of PostgreSQL's programs as the operator. Raises CalledProcessError, what it said in `stderr`."""
    command = [server("test").programs / name, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True)


# Another server ---------------------------------------------------------------------------------------------------------


@contextmanager
def another_server():
    """A new cluster in a folder of its own; nothing of the site's roles and passwords is there."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o711)
    new = Server("another", folder)
    try:
        yield new
    finally:
        new.stop()  # and no leave(): its keeper must not come back to a folder that is going
        if new.place != new.state:
            shutil.rmtree(new.place.parent, ignore_errors=True)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def elsewhere():
    with another_server() as new:
        yield new


@pytest.fixture(scope="module")
def restored(elsewhere, backups):
    """The URLs of the site on its new server, restored by the README's commands."""
    urls = elsewhere.urls(DATABASE)
    with with_settings(urls):
        call_command("set_up", roles_only=True, stdout=io.StringIO())
    restore(urls, backups.custom)
    return urls


@contextmanager
def with_settings(urls):
    from django.test import override_settings

    with override_settings(LEAF_DATABASE_URLS=urls):
        yield


def of(urls):
    """The administrator's URL, for the site's database."""
    return psycopg.conninfo.make_conninfo(urls["admin"], dbname=roles.database_of(urls))


def restore(urls, dump, *options):
    program("pg_restore", "--exit-on-error", "--single-transaction", *options, f"--dbname={of(urls)}", dump)


def run_script(urls, text, folder):
    (folder / "forged.sql").write_text(text)
    program("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "--single-transaction", "-f", folder / "forged.sql", of(urls))


@contextmanager
def another_database(elsewhere):
    """The URLs of an empty database beside the restored one, as `set_up --roles-only` makes it."""
    urls = elsewhere.urls("another")
    roles.prepare(urls)
    try:
        yield urls
    finally:
        with psycopg.connect(elsewhere.url("postgres", "postgres"), autocommit=True) as admin:
            admin.execute("drop database another with (force)")


@pytest.fixture
def empty(elsewhere, restored):
    with another_database(elsewhere) as urls:
        yield urls


def faults(urls, *kept):
    """What `verify` says of the database, asked as the application's role."""
    with owner_alias(urls["app"]) as alias:
        return "\n".join(sentence for _, sentence in verify(alias, kept=[read_kept(path) for path in kept]))


# Restored ---------------------------------------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def unblocked(django_db_blocker):
    with django_db_blocker.unblock():
        yield


def test_restored_database_is_as_it_should_be_and_continues_the_kept_checkpoint(restored, backups):
    assert faults(restored, backups.kept) == ""


def test_restored_database_is_what_the_manifest_says_owners_grants_and_triggers(restored):
    with psycopg.connect(restored["reader"]) as reader:
        assert manifest.differences(reader) == []


def test_readers_see_the_same_pages_with_the_same_digests(restored, backups):
    pages, notices, _ = backups.seen

    assert [slug for slug, *_ in pages] == ["shown"]
    assert [slug for slug, *_ in notices] == ["hidden", "revoked"]
    assert seen_by_readers(restored["reader"]) == backups.seen


def test_gate_holds_on_the_new_server(restored):
    assert [outcome for outcome in prove(of(restored)) if outcome.failed] == []
    with psycopg.connect(restored["app"]) as app, pytest.raises(psycopg.errors.InsufficientPrivilege):
        app.execute("insert into reviews_signoff default values")
    with psycopg.connect(restored["owner"]) as owner:
        with pytest.raises(psycopg.errors.CheckViolation, match="evidence is only added to"):
            owner.execute("delete from reviews_revocation")


def test_set_up_after_the_restore_changes_nothing_for_readers(restored, backups):
    set_up(restored)

    assert seen_by_readers(restored["reader"]) == backups.seen
    assert faults(restored, backups.kept) == ""


def test_roles_only_needs_an_administrator(restored):
    without = {name: url for name, url in restored.items() if name != "admin"}
    with with_settings(without), pytest.raises(CommandError, match="only an administrator makes roles"):
        call_command("set_up", roles_only=True)


# Older than what was kept -----------------------------------------------------------------------------------------------


def test_older_backup_is_whole_and_shows_what_was_revoked_since_but_not_to_who_kept_a_checkpoint(empty, backups):
    restore(empty, backups.older)

    assert faults(empty) == ""
    assert {slug for slug, *_ in seen_by_readers(empty["reader"])[0]} == {"shown", "revoked"}
    assert "The checkpoint kept elsewhere over" in faults(empty, backups.kept)
    assert "is of a longer ledger" in faults(empty, backups.kept)


def test_older_backup_that_grew_in_another_way_does_not_continue_the_kept_checkpoint(empty, backups):
    restore(empty, backups.older)
    with psycopg.connect(empty["app"]) as app:
        for n in range(3):
            enrol(app, new_person(app, f"{n}@example.org", "Somebody New"))

    assert faults(empty) == ""
    assert "is not of this ledger" in faults(empty, backups.kept)


def test_command_takes_kept_checkpoints_and_names_what_is_none(committed, backups, monkeypatch, tmp_path):
    real = manifest.differences
    monkeypatch.setattr(manifest, "differences", lambda found: [one for one in real(found) if "leaf_tester" not in one])
    out = io.StringIO()
    with pytest.raises(CommandError, match="1 thing differs"):
        call_command("verify", kept=[backups.kept], stdout=out)
    assert "is of a longer ledger" in out.getvalue()
    origin, size, root, *_ = backups.kept.read_text().split("\n")
    for text in ("", f"elsewhere\n{size}\n{root}\n", f"{origin}\n{size}\n{root[4:]}\n", f"{origin}\n0\n{root}\n"):
        (tmp_path / "note").write_text(text)
        with pytest.raises(CommandError, match="No checkpoint can be read"):
            call_command("verify", kept=[tmp_path / "note"], stdout=io.StringIO())
    with pytest.raises(CommandError, match="No checkpoint can be read"):
        call_command("verify", kept=[tmp_path / "none"], stdout=io.StringIO())


# Forged -----------------------------------------------------------------------------------------------------------------


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


# Copied while people work -----------------------------------------------------------------------------------------------


@contextmanager
def people_at_work(url):
    """Somebody acts all the time. Gives the list of acts that were acknowledged, which grows."""
    acknowledged, leave = [], threading.Event()

    def work():
        with psycopg.connect(url, autocommit=True) as app:
            while not leave.is_set():
                who = new_person(app, f"{len(acknowledged)}@at-work.example.org", "Somebody At Work")
                enrol(app, who)
                acknowledged.append(who)

    at_work = threading.Thread(target=work)
    at_work.start()
    try:
        yield acknowledged
    finally:
        leave.set()
        at_work.join()


@pytest.fixture(scope="module")
def copied(elsewhere, restored, django_db_blocker):
    """The URLs of a server that a base backup became, and the acts that were acknowledged before that began."""
    with another_server() as copy, django_db_blocker.unblock():
        make_folders(copy)
        keep(copy.state / "passwords.json", (elsewhere.state / "passwords.json").read_text())
        with people_at_work(restored["app"]) as acts:
            assert soon(lambda: len(acts) > 20)
            before = list(acts)
            said = run_program(
                elsewhere.programs / "pg_basebackup", "--wal-method=stream", "--checkpoint=fast", "--no-sync",
                f"--dbname={of(restored)}", "-D", make_place(copy),
            )  # fmt: skip
        assert said.returncode == 0, said.stderr
        yield copy.urls(DATABASE), before


def make_place(new):
    """An empty data folder that the server's user owns."""
    from cms.postgresql.embedded.server_user import give

    place = new.place / "data"
    place.mkdir(mode=0o700)
    give(place)
    return place


def test_copy_of_a_running_server_holds_every_act_that_was_acknowledged_before(copied, restored, backups):
    urls, acts = copied

    assert faults(urls, backups.kept) == ""
    with psycopg.connect(urls["app"]) as copy, psycopg.connect(restored["app"]) as original:
        question = "select seq, hash from cms_entry order by seq"
        kept, whole = copy.execute(question).fetchall(), original.execute(question).fetchall()
        assert kept == whole[: len(kept)]
        entered = {person for (person,) in copy.execute("select actor_id from cms_entry where act = 'enrol secret'")}
        assert set(acts) <= entered


def test_copy_of_a_running_server_shows_the_same_and_its_gate_holds(copied, backups):
    urls, _ = copied

    assert seen_by_readers(urls["reader"]) == backups.seen
    assert [outcome for outcome in prove(of(urls)) if outcome.failed] == []


# Killed while people work ---------------------------------------------------------------------------------------------------


def answers(url):
    try:
        psycopg.connect(url).close()
    except psycopg.OperationalError:
        return False
    return True


def test_killed_server_loses_no_acknowledged_act_and_does_none_by_half(elsewhere, restored, backups):
    """`kill -9` of a process of PostgreSQL in the midst of acts: all of them end, and it recovers."""
    acknowledged, leave = [], threading.Event()

    def work():
        while not leave.is_set():
            with suppress(psycopg.OperationalError), psycopg.connect(restored["app"], autocommit=True) as app:
                while not leave.is_set():
                    who = new_person(app, f"{len(acknowledged)}-{time.monotonic()}@at-work.example.org", "At Work")
                    enrol(app, who)
                    acknowledged.append(who)

    def busy_process():
        with suppress(psycopg.OperationalError), psycopg.connect(of(restored), autocommit=True) as superuser:
            return superuser.execute("select pid from pg_stat_activity where usename = 'leaf_app'").fetchone()

    at_work = threading.Thread(target=work)
    at_work.start()
    try:
        for kill in (True, True, True, False):
            enough = len(acknowledged) + 10
            assert soon(lambda enough=enough: len(acknowledged) > enough, seconds=30)
            if kill:
                os.kill(soon(busy_process, seconds=30)[0], signal.SIGKILL)
    finally:
        leave.set()
        at_work.join()

    with psycopg.connect(restored["app"]) as app:
        acts = app.execute("select actor_id from cms_entry where act = 'enrol secret'").fetchall()
        kept = app.execute("select person_id from reviews_signingsecret").fetchall()
    assert sorted(acts) == sorted(kept)
    assert {(who,) for who in acknowledged} <= set(acts)
    assert faults(restored, backups.kept) == ""
    assert seen_by_readers(restored["reader"]) == backups.seen
