"""Keep today's database as SQL, for the tests of later code to upgrade. Not among the tests; at a release, run it by name:

    .venv/bin/python -m pytest tests/keep.py

A kept file is what a site of that day holds, so it stays as it is when migrations or data change.
"""

import re
import subprocess
import uuid
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.contrib.auth.models import Permission
from django.core.cache import cache
from django.utils import timezone

from articles.article import Article
from articles.edition import Edition, submit
from articles.hidden_row import hide_row
from articles.publication import publish, take_down
from cms.postgresql.embedded import server
from cms.postgresql.setup import set_up
from cms.transparency import publish_checkpoint, unsigned_note
from reviews.appointment import dismiss
from reviews.credential import suspend_credential
from reviews.notice import draft_notice, end_notice, publish_notice, sign_notice
from reviews.policy import choose_tier
from reviews.recheck import recheck
from reviews.sign_off import revoke, sign_off
from reviews.verdict import lift_refusal, refuse
from tests.conftest import SIGN_OFF, write
from tests.databases import PROJECT, drop, sign_statements, use
from tests.fixes import BODY, CHANGE, fix_of
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
    """A row or more in every table.

    The statements are public, but for one that was taken down. Of two articles one is public, and was fixed; the other was
    signed, revoked and refused for a while, and its tier raised. Of two safety notices one is over.
    """
    editor, doctor, compliance = person("editor"), person("doctor"), person("compliance")
    sign_statements()
    take_down(Article.objects.get(slug="notice-retracted"), by=editor, reason="Out of date")
    crisis_help = Edition.objects.get(slug="crisis-help")
    recheck(crisis_help, by=compliance, secret=SECRET, source="The lines' own pages")
    hide_row(crisis_help, 2, by=editor, reason="Nobody answers")

    shown = signed("a-public-page", body=BODY)
    publish(shown, by=editor)
    fix = fix_of(shown, ("plnat", "plant"), by=person("writer"))
    sign_off(fix, by=person("medical_lead"), **CHANGE)
    publish(fix, by=editor)
    unfit = signed("a-page-that-was-refused")
    revoke(unfit.sign_offs.get(), by=doctor, reason="Signed too soon")
    verdict = refuse(unfit, by=doctor, secret=SECRET, reason="It claims too much")
    lift_refusal(verdict, by=doctor, secret=SECRET, reason="Read again")
    choose_tier(unfit.article, by=editor, policy="two-signatures", reason="Readers in distress ask for it")

    for _ in range(2):
        notice = draft_notice(by=editor, text="Stop and read this.", source="A letter", everywhere=True)
        sign_notice(notice, by=doctor, secret=SECRET, ends_at=timezone.now() + timedelta(days=9))
        publish_notice(notice, by=editor)
    end_notice(notice, by=doctor, reason="Over")

    suspend_credential(person("second_doctor").credentials.get(), by=compliance, reason="Retired")
    dismiss(person("medical_lead"), "medical lead")
    editor.user_permissions.set(Permission.objects.filter(codename="view_entry"))
    cache.set("a-try-to-sign-in", 1)
    publish_checkpoint(f"{unsigned_note()}\n— {settings.LEDGER_ORIGIN} c2lnbmF0dXJl\n")


def signed(slug, **fields):
    """The first edition of an article, signed by the doctor."""
    edition = submit(write(person("writer"), slug=slug, **fields), by=person("writer"))
    sign_off(edition, by=person("doctor"), **SIGN_OFF)
    return edition


def dumped(database):
    """The database as SQL that a superuser's connection can run, without pg_dump's own talk."""
    command = [server("test").programs / "pg_dump", "--inserts", "--rows-per-insert=50"]
    url = server("test").url("postgres", database)
    said = subprocess.run([*command, url], capture_output=True, text=True, check=True).stdout
    return re.sub("\n\n\n+", "\n\n", CHATTER.sub("", said))
