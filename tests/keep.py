"""Keep today's database as SQL, for the tests of later code to upgrade. Not among the tests; at a release, run it by name:

    .venv/bin/python -m pytest tests/keep.py

A kept file is what a site of that day holds, so it stays as it is when migrations or data change.
"""

import re
import subprocess
import uuid
from datetime import UTC, datetime

from django.contrib.auth.models import Permission

from articles.edition import submit
from articles.publication import publish, take_down
from cms.postgresql.embedded import server
from cms.postgresql.setup import set_up
from reviews.appointment import dismiss
from reviews.credential import suspend_credential
from reviews.sign_off import revoke, sign_off
from reviews.verdict import lift_refusal, refuse
from tests.conftest import SIGN_OFF, write
from tests.databases import PROJECT, drop, use
from tests.people import SECRET, make_people, person

KEPT = PROJECT / "tests" / "kept"
CHATTER = re.compile(r"^--\n(-- .*\n)+--\n\n+|^-- Dumped .*\n+|^\\(un)?restrict .*\n+", re.MULTILINE)


def test_keep_the_database_of_today(django_db_blocker):
    name = f"t_{uuid.uuid4().hex[:12]}"
    try:
        with django_db_blocker.unblock():
            set_up(server("test").urls(name))
            use(name)
            make_people()
            leave_evidence_of_every_kind()
            use("nothing")
        (KEPT / f"{datetime.now(UTC):%Y-%m-%d}.sql").write_text(dumped(name), encoding="utf-8")
    finally:
        drop(name)


def leave_evidence_of_every_kind():
    """A row or more in every table. Of three statements one is public, one taken down, one revoked and refused for a while."""
    editor, doctor = person("editor"), person("doctor")
    shown, hidden, unfit = [signed(slug) for slug in ("notice-ended", "notice-retracted", "notice-revoked")]
    publish(shown, by=editor)
    take_down(publish(hidden, by=editor).article, by=editor, reason="Out of date")
    revoke(unfit.sign_offs.get(), by=doctor, reason="Signed too soon")
    verdict = refuse(unfit, by=doctor, secret=SECRET, reason="It claims too much")
    lift_refusal(verdict, by=doctor, secret=SECRET, reason="Read again")
    suspend_credential(person("second_doctor").credentials.get(), by=person("compliance"), reason="Retired")
    dismiss(person("medical_lead"), "medical lead")
    editor.user_permissions.set(Permission.objects.filter(codename="view_entry"))


def signed(slug):
    """The first edition of a statement, signed by the doctor."""
    edition = submit(write(person("writer"), kind="statement", slug=slug), by=person("writer"))
    sign_off(edition, by=person("doctor"), **SIGN_OFF)
    return edition


def dumped(database):
    """The database as SQL that a superuser's connection can run, without pg_dump's own talk."""
    command = [server("test").programs / "pg_dump", "--inserts", "--rows-per-insert=50"]
    url = server("test").url("postgres", database)
    said = subprocess.run([*command, url], capture_output=True, text=True, check=True).stdout
    return re.sub("\n\n\n+", "\n\n", CHATTER.sub("", said))
