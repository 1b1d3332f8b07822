"""Backups of a site in which an article is in every stage, as an operator keeps them; and servers to restore them on."""

import io
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from django.core.management import call_command
from django.utils import timezone

from articles.edition import submit
from articles.publication import publish, take_down
from cms import signer
from cms.ledger import Entry
from cms.postgresql import roles
from cms.postgresql.embedded import SETTINGS, Server, server
from cms.postgresql.setup import owner_alias
from cms.verify import verify
from cms.verify.kept import read_kept
from reviews.sign_off import revoke, sign_off
from tests.conftest import SECOND, SIGN_OFF, write
from tests.databases import own_database
from tests.people import person

DATABASE = "signed_leaf"
# As the site's, which may be copied while it runs; but nobody switches this machine off meanwhile.
SETTINGS["another"] = SETTINGS["site"] | {"fsync": "off"}


def operated():
    """The marks of tests of what an operator does."""
    programs = ("pg_dump", "pg_restore", "pg_basebackup")
    return [
        pytest.mark.skipif(
            not all(shutil.which(name, path=server("test").programs) for name in programs),
            reason="the embedded PostgreSQL has no pg_dump, pg_restore or pg_basebackup here",
        ),
        pytest.mark.usefixtures("unblocked"),
    ]


@pytest.fixture
def unblocked(django_db_blocker):
    with django_db_blocker.unblock():
        yield


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
