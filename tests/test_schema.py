"""The database is what the committed manifest says; a tampered one is noticed; an older one is brought there, rows and all."""

import re
import uuid

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection
from psycopg import sql

from cms.management.commands import manifest
from cms.postgresql.embedded import server
from cms.postgresql.manifest import MANIFEST, differences
from cms.postgresql.roles import alone_in_cluster
from cms.postgresql.setup import set_up
from tests.databases import PROJECT, TESTER, admin, drop
from tests.keep import KEPT

ANEW = "If that is what you meant to change: .venv/bin/python manage.py manifest --write"


def found(connection):
    """The differences, but for the tests' own login role, which belongs to the whole cluster."""
    return [line for line in differences(connection) if TESTER not in line]


# As it is set up ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["leaf_owner", "leaf_app", "leaf_reader", "postgres"])
def test_database_is_what_the_manifest_says(worker_database, role):
    with psycopg.connect(server("test").url(role, worker_database)) as asking:
        faults = found(asking)

    assert not faults, "\n".join([*faults, ANEW])


def test_asking_neither_heeds_nor_changes_the_session(one_transaction):
    with connection.cursor() as cursor:
        cursor.execute("set local search_path = act, public; set local intervalstyle = 'iso_8601'")

        assert found(connection) == []

        cursor.execute("select current_setting('search_path'), current_setting('intervalstyle')")
        assert cursor.fetchone() == ("act, public", "iso_8601")


def test_manifest_is_written_from_a_database_of_its_own(tmp_path, monkeypatch, django_db_blocker):
    monkeypatch.setattr(manifest, "MANIFEST", tmp_path / "manifest.txt")

    with django_db_blocker.unblock():
        call_command("manifest", write=True)

    assert (tmp_path / "manifest.txt").read_text() == MANIFEST.read_text()


def test_models_ask_for_no_migration():
    call_command("makemigrations", check=True, dry_run=True)


# Tampered with ---------------------------------------------------------------------------------------------------------------

TAMPERINGS = {
    # triggers, rules and row security
    "alter table reviews_signoff disable trigger append_only": "trigger public.reviews_signoff.append_only, never:",
    "alter table reviews_signoff enable trigger append_only":
        "trigger public.reviews_signoff.append_only, not on replicas:",
    "drop trigger says_what_it_must on articles_edition":
        "trigger public.articles_edition.says_what_it_must",
    "create trigger x before insert on cms_entry for each row execute function gate.append_only()":
        "trigger public.cms_entry.x,",
    "create rule x as on insert to reviews_revocation do instead nothing": "rule public.reviews_revocation.x ",
    "alter table articles_edition enable row level security":
        "table public.articles_edition: owner leaf_owner, row security",
    # constraints, columns and indexes
    "alter table reviews_signoff drop constraint no_contributor_signs":
        "constraint public.reviews_signoff.no_contributor_signs:",
    "alter table reviews_verdict drop constraint reason_is_given;"
    "alter table reviews_verdict add constraint reason_is_given check (trim(reason) <> '') not valid": "NOT VALID",
    "alter table reviews_signoff alter constraint signs_exactly_this not enforced": "NOT ENFORCED",
    "alter table reviews_signoff disable trigger all": "signs_exactly_this: FOREIGN KEY",
    "alter table reviews_signoff alter ends_at drop not null": "column public.reviews_signoff.ends_at: ",
    "alter table reviews_signoff alter ends_at drop not null;"
    "alter table reviews_signoff add constraint x not null ends_at not valid": "with time zone not null not valid",
    "alter table articles_edition alter digest drop expression":
        "column public.articles_edition.digest: bytea not null",
    "alter table reviews_verdict alter kind set default 'refused'": "text not null default 'refused'::text",
    "drop index articles_edition_slug": "index public.articles_edition_slug ",
    "create table other () inherits (articles_publication)":
        "table public.other inherits from public.articles_publication",
    "alter table articles_takedown set unlogged": "table public.articles_takedown: owner leaf_owner, unlogged",
    "alter table reviews_signoff owner to leaf_acts": "table public.reviews_signoff: owner leaf_acts",
    "alter sequence articles_publication_id_seq increment -1 minvalue -9":
        "sequence public.articles_publication_id_seq:",
    "alter sequence secret.tries_1 maxvalue 9 cycle":
        "sequence secret.tries_1: owner leaf_acts, from 1 to 9 by 1, again",
    "alter sequence secret.tries_1 owner to leaf_owner": "sequence secret.tries_1: owner leaf_owner",
    # views and functions
    "create view live.help as select live.crisis_help() as statement": "view live.help:",
    "alter view articles_state set (security_barrier = on)": "view public.articles_state:",
    "create or replace function gate.refused(p_article bigint, p_at timestamptz default 'infinity') returns boolean "
    "language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp "
    "set standard_conforming_strings = on as 'select false'":
        "function gate.refused(p_article bigint, p_at timestamp with time zone",
    "alter function act.publish owner to leaf_owner": "function act.publish(",
    "alter function act.sign_off reset search_path": "function act.sign_off(",
    "alter function gate.cleared_until security invoker": "function gate.cleared_until(",
    "alter function doc leakproof": "function public.doc(",
    "create function act.publish(bigint) returns bigint language sql as 'select 1'": "function act.publish(bigint)",
    "create function public.sha256(bytea) returns bytea language sql as 'select $1'": "function public.sha256(bytea)",
    "create function pg_catalog.canonical(jsonb) returns text language sql as 'select $1::text'":
        "function pg_catalog.canonical(",
    "create operator public.<@ (leftarg = text, rightarg = text, function = texteq)":
        "operator public.<@(pg_catalog.text,pg_catalog.text)",
    "create function x() returns event_trigger language plpgsql as 'begin end';"
    "create event trigger y on ddl_command_end execute function x()": "event trigger y",
    "create domain public.bytea as text": "type public.bytea",
    "create schema other": "schema other: owner postgres",
    # privileges
    "grant execute on function act.enter to leaf_app":
        "grant EXECUTE on function act.enter(text,bigint,jsonb) to leaf_app",
    "grant execute on function gate.draft_document to public":
        "grant EXECUTE on function gate.draft_document(bigint) to public",
    "grant insert on reviews_signoff to leaf_app": "grant INSERT, SELECT on public.reviews_signoff to leaf_app",
    "grant execute on function live.page to leaf_app with grant option":
        "grant EXECUTE with grant option on function live.page(text) to leaf_app",
    "grant select (hash) on reviews_signingsecret to leaf_app":
        "grant SELECT on public.reviews_signingsecret column hash to leaf_app",
    "grant create on schema act to leaf_acts": "grant CREATE, USAGE on schema act to leaf_acts",
    "grant usage on sequence cms_person_id_seq to leaf_reader":
        "grant USAGE on public.cms_person_id_seq to leaf_reader",
    "grant select on pg_authid to leaf_app": "grant SELECT on pg_authid to leaf_app",
    "grant set on parameter session_replication_role to leaf_app":
        "grant SET on parameter session_replication_role to leaf_app",
    "revoke execute on function live.page from leaf_reader": "grant EXECUTE on function live.page(text) to leaf_reader",
    "alter default privileges for role leaf_owner grant insert on tables to leaf_app":
        "default privileges of leaf_owner on tables:",
    "do $$ begin execute format('grant temporary on database %I to leaf_app', current_database()); end $$":
        "grant CONNECT, TEMPORARY on database to leaf_app",
    # roles
    "create role scratch in role leaf_acts": "member scratch of leaf_acts",
    "grant leaf_acts to leaf_app with admin true, inherit false, set false":
        "member leaf_app of leaf_acts, may not become it, may grant it",
    "grant pg_read_all_data to leaf_reader": "member leaf_reader of pg_read_all_data",
    "alter role leaf_reader bypassrls": "role leaf_reader, logs in, inherits, bypasses row security",
    "alter role leaf_acts login": "role leaf_acts, logs in",
    "alter role leaf_reader reset default_transaction_read_only":
        "setting default_transaction_read_only=on of leaf_reader",
    "do $$ begin execute format('alter database %I set session_replication_role = replica', current_database()); end $$":
        "setting session_replication_role=replica of everybody in this database",
}  # fmt: skip


@pytest.fixture
def superuser(worker_database):
    """A superuser in a transaction that is rolled back: also what is done to roles, which the whole cluster shares.

    Meanwhile nobody sets up a database, so that no two alter one role at once.
    """
    with alone_in_cluster(server("test").url("postgres", "postgres")), admin(worker_database) as connection:
        with connection.transaction(force_rollback=True):
            connection.execute("set local search_path = public")
            yield connection


@pytest.mark.parametrize(("tampering", "line"), TAMPERINGS.items(), ids=TAMPERINGS)
def test_tampering_is_noticed(superuser, tampering, line):
    superuser.execute(tampering)

    assert line in "\n".join(found(superuser))


# Upgraded --------------------------------------------------------------------------------------------------------------------


@pytest.fixture(params=sorted(KEPT.glob("*.sql")), ids=lambda path: path.stem)
def older(request, template, django_db_blocker):
    """The name of a database as a site held it on some day, made again from what tests/keep.py kept then."""
    name = f"t_{uuid.uuid4().hex[:12]}"
    with django_db_blocker.unblock():
        with admin() as superuser:
            superuser.execute(
                sql.SQL("create database {} owner leaf_owner template template0").format(sql.Identifier(name))
            )
        with admin(name) as superuser:
            superuser.execute(request.param.read_text(encoding="utf-8"))
        yield name
        drop(name)


def rows(database):
    """Every row of the site's own tables, by table, without what the database generates from the rest."""
    with admin(database) as superuser:
        tables = superuser.execute(
            "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'"
            " and relname ~ '^(articles|cms|reviews)_'"
        ).fetchall()
        generated = (
            "(select coalesce(array_agg(attname::text), '{{}}') from pg_attribute"
            " where attrelid = '{}'::regclass and attgenerated <> '')"
        )
        return {
            name: [row for (row,) in superuser.execute(f"select to_jsonb(t) - {generated.format(name)} from {name} t")]
            for (name,) in tables
        }


def public_editions(database):
    """The editions that readers saw in the moment in which they were published, as the gate tells it now.

    It tells it as a publication; an older gate told of a statement the edition's number alone, and of no article.
    """
    published = (
        "select e.id, e.content, e.digest from articles_publication p join articles_edition e on e.id = p.edition_id"
        " where e.id ="
    )
    with admin(database) as superuser:
        statements = superuser.execute(
            f"{published} (select coalesce(to_jsonb(c) ->> 'edition_id', to_jsonb(c) #>> '{{}}')::bigint"
            " from gate.current_statement(e.slug, p.published_at) c) order by e.id"
        ).fetchall()
        if not superuser.execute("select to_regprocedure('gate.shown(bigint, timestamptz)')").fetchone()[0]:
            return statements, []
        articles = superuser.execute(
            f"{published} (select edition_id from gate.shown(p.article_id, p.published_at)) and e.kind = 'article' order by e.id"
        ).fetchall()
        return statements, articles


def test_older_database_becomes_what_the_manifest_says_and_keeps_every_row(older):
    before, public_before = rows(older), public_editions(older)

    set_up(server("test").urls(older))

    with admin(older) as superuser:
        faults = found(superuser)
    assert not faults, "\n".join([*faults, "Was a merged migration edited? Sites that ran it need a new one."])
    after = rows(older)
    for table, kept in before.items():
        assert kept, f"tests/keep.py left {table} empty"
        assert [row for row in kept if not any(new | row == new for new in after[table])] == []
    assert public_before[0]
    assert public_editions(older) == public_before


@pytest.mark.parametrize(
    ("file", "table"),
    [("0009_rulebook.sql", "articles_listing"), ("0014_public_address.sql", "articles_publicaddress")],
)
def test_upgrade_finds_the_rows_that_publishing_writes(published_fix, as_superuser, file, table):
    """No kept database that is older than these files holds an article: what they make of one is asked here."""
    (insert,) = re.findall(rf"^insert into {table} .*?;", (PROJECT / "articles/sql" / file).read_text(), re.M | re.S)
    of_it = f"select * from {table} order by {table}"
    written = as_superuser.execute(of_it).fetchall()
    assert len(written) > 1
    as_superuser.execute(f"alter table {table} disable trigger all")
    as_superuser.execute(f"delete from {table}")

    as_superuser.execute(insert)

    assert as_superuser.execute(of_it).fetchall() == written
