"""Round the operations: how far the application's own login gets, and the reader's, and that no setting of theirs helps."""

import psycopg
import pytest
from django.db import connection

from articles.edition import submit
from articles.publication import publish
from reviews.sign_off import sign_off
from tests.conftest import SIGN_OFF, write
from tests.databases import login, run
from tests.reading import shown
from tests.rules import denied, refused


@pytest.mark.parametrize(
    "statement",
    [
        "set role leaf_owner", "set role leaf_acts", "set session authorization leaf_owner",
        "set session_replication_role = replica", "create table public.x (y int)", "create temp table articles_edition (x int)",
        "create schema x", "create function public.sha256(bytea) returns bytea language sql as 'select $1'",
        "create role x", "grant leaf_owner to leaf_app", "alter role leaf_app superuser", "create extension pg_trgm",
        "select hash from reviews_signingsecret", "select * from reviews_signingsecret",
        "select act.enter('publish', 1, '{}')", "select act.same_person(1, '\\x00')", "select act.appoint(1, 'compliance')",
        "select act.free_account(1, 'x')",
        "select act.give_verdict('refused', 1, '\\x00', 1, 'x')", "select nextval('secret.tries_1')",
        "select setval('secret.tries_1', 1, false)", "delete from articles_article", "delete from cms_person",
        "truncate articles_article cascade", "drop function live.page", "alter table articles_article disable trigger all",
        "create view live.drafts as select * from articles_article", "drop trigger note_draft_save on articles_article",
    ],
)  # fmt: skip
def test_application_login_gets_no_further(committed, statement):
    with pytest.raises(psycopg.errors.InsufficientPrivilege), psycopg.connect(login("leaf_app", committed)) as app:
        app.execute(statement)


def test_application_login_publishes_nothing_unsigned(committed, writer, editor, doctor):
    edition = submit(write(writer), by=writer)
    with psycopg.connect(login("leaf_app", committed), autocommit=True) as app:
        with pytest.raises(psycopg.errors.CheckViolation) as refusal:
            app.execute("select act.publish(%s, %s, %s, null, null)", [edition.pk, bytes(edition.digest), editor.pk])
        assert refusal.value.diag.constraint_name == "signed_by_enough_reviewers"
        for secret in [None, b"", b"x" * 32]:
            with pytest.raises(psycopg.errors.CheckViolation) as refusal:
                app.execute(
                    "select act.sign_off(%s, %s, %s, %s, 'medical accuracy', 'None')",
                    [edition.pk, bytes(edition.digest), doctor.pk, secret],
                )
            assert refusal.value.diag.constraint_name == "same_person"
    assert not shown()


def test_reader_asks_the_public_functions_and_reads_no_table(committed, published):
    with psycopg.connect(login("leaf_reader", committed), autocommit=True) as reader:
        assert reader.execute("select slug from live.pages()").fetchall() == [("what-a-survey-asked",)]
        tables = reader.execute(
            "select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace"
            " where n.nspname !~ '^pg_|^information_schema$' and c.relkind in ('r', 'v', 'm', 'p', 'f')"
            " and has_table_privilege(c.oid, 'select') order by 1"
        ).fetchall()
        assert tables == []
        functions = reader.execute(
            "select p.oid::regproc::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace"
            " where n.nspname !~ '^pg_|^information_schema$' and has_function_privilege(p.oid, 'execute') order by 1"
        ).fetchall()
        assert [name.removeprefix("live.") for (name,) in functions] == [
            "asked_before", "checkpoint", "condition", "crisis_help", "elsewhere", "evidence", "newest", "nodes", "notices",
            "page", "pages", "reviewer", "seen",
        ]  # fmt: skip
        writable = reader.execute(
            "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname !~ '^pg_'"
            " and c.relkind in ('r', 'v') and has_table_privilege(c.oid, 'insert, update, delete, truncate')"
            " and n.nspname <> 'information_schema'"
        ).fetchone()
        assert writable == (0,)
        for statement in [
            "select * from public.articles_article", "select * from articles_edition", "select * from public.cms_person",
            "select gate.cleared_until(1, now())", "select gate.signatures(1, now())", "select gate.draft_document(1)",
            "select act.submit(1, '', 1)", "set role leaf_app", "create temp table x (y int)",
        ]:  # fmt: skip
            with pytest.raises((psycopg.errors.InsufficientPrivilege, psycopg.errors.UndefinedTable,
                                psycopg.errors.ReadOnlySqlTransaction)):  # fmt: skip
                reader.execute(statement)


def test_reader_learns_nothing_of_hidden_rows_by_errors(committed, writer):
    """A condition of the reader's own is never run on a row that is not shown."""
    submit(write(writer), by=writer)
    with psycopg.connect(login("leaf_reader", committed)) as reader:
        assert reader.execute("select 1 from live.pages() where 1 / (number - 1) > 0").fetchall() == []


@pytest.mark.parametrize("column", ["id", "kind", "source_digest", "row_lock"])
def test_application_changes_no_identity(draft, column):
    with denied():
        run(f"update articles_article set {column} = {column} where id = %s", draft.pk)
    with denied():
        run("update cms_person set id = id")


def test_session_settings_change_no_decision(edition, editor, doctor):
    for setting in [
        "set local search_path = public, pg_temp", "set local default_text_search_config = 'pg_catalog.german'",
        "set local timezone = 'Pacific/Kiritimati'", "set local row_security = off", "set local datestyle = 'ISO, DMY'",
        "select set_config('pgtrigger.ignore', '{all}', true)",
    ]:  # fmt: skip
        run(setting)
    with refused("signed_by_enough_reviewers"):
        publish(edition, by=editor)
    sign_off(edition, by=doctor, **SIGN_OFF)
    publish(edition, by=editor)
    assert connection.in_atomic_block
