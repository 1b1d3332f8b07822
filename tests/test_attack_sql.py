"""What else SQL offers to whoever holds the application's own login: nothing of it reaches evidence, a page or another role."""

from contextlib import suppress

import psycopg
import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import DatabaseError, connections
from psycopg import sql

from articles.edition import Edition, submit
from articles.publication import Publication
from cms.ledger import Entry
from cms.postgresql.manifest import differences
from cms.postgresql.roles import alone_in_cluster
from reviews.sign_off import Revocation, SignOff, revoke, sign_off
from tests.conftest import SIGN_OFF, write
from tests.databases import admin, login, run
from tests.reading import shown
from tests.rules import denied, refused

# Refused ----------------------------------------------------------------------------------------------------------------

REFUSED = {
    "becoming another role": [
        "set role leaf_acts", "set local role leaf_owner", "set session authorization postgres",
        "select set_config('role', 'leaf_acts', false)", "set role postgres", "grant leaf_acts to leaf_app",
        "grant leaf_app to leaf_reader", "do $$ begin execute 'set role leaf_acts'; end $$",
        "alter role leaf_acts login password 'x'", "create role leaf_acts_2 in role leaf_acts",
        "alter role leaf_app createrole",
        "reassign owned by leaf_acts to leaf_app", "drop owned by leaf_acts", "drop owned by leaf_app",
        "alter function act.publish owner to leaf_app",
    ],
    "roles that look like ours": [
        "create role \"leaf_acts \"", "create role leaf_аcts", "create role \"LEAF_OWNER\" superuser", "create user leaf_ownеr",
        "alter role leaf_reader rename to leaf_acts_",
    ],
    "copying rows in and out": [
        "copy reviews_signoff from stdin", "copy reviews_signoff (id) from program 'echo 1'", "copy cms_entry to '/tmp/entries'",
        "copy (select 1) to program 'id'", "copy (select * from live.pages()) to '/tmp/page'",
        "copy articles_publicaddress from stdin",
        "copy (delete from reviews_revocation returning sign_off_id) to stdout",
        "copy reviews_signingsecret to stdout", "copy (select hash from reviews_signingsecret) to stdout",
    ],
    "inserting or updating in one": [
        "insert into articles_address (slug, article_id) values ('x', 1) on conflict (slug) do update set article_id = 1",
        "insert into reviews_revocation (sign_off_id, by_id, at, reason) values (1, 1, now(), 'x') on conflict do nothing",
        "merge into reviews_signoff s using (select 1 as id) n on s.id = n.id when matched then delete",
        "merge into articles_publication p using (select 1 as id) n on p.id = n.id"
        " when matched then update set ends_at = 'infinity'",
    ],
    "writing inside a question": [
        "with gone as (delete from reviews_revocation returning *) select * from gone",
        "with more as (update reviews_signoff set ends_at = 'infinity' returning id) select * from more",
        "with forged as (insert into reviews_verdict default values returning *) select * from forged",
        "explain analyze delete from articles_takedown", "do $$ begin execute 'delete from articles_takedown'; end $$",
        "declare c cursor for select * from reviews_signoff for update", "select * from reviews_signoff for update",
        "select * from articles_edition for share", "select * from cms_chain for update", "create table as_select as select 1",
        "select * into new_table from reviews_signoff",
    ],
    "switching guards off": [
        "set session_replication_role = replica", "set local session_replication_role = local",
        "select set_config('session_replication_role', 'replica', true)",
        "alter role leaf_app set session_replication_role = replica",
        "do $$ begin execute 'alter database ' || current_database() || ' set search_path = pg_temp'; end $$",
        "load 'auto_explain'",
        "set local event_triggers = off", "set local allow_system_table_mods = on", "set local zero_damaged_pages = on",
        "set local ignore_checksum_failure = on",
        "alter table reviews_signoff disable trigger append_only", "alter table reviews_signoff disable trigger all",
        "drop trigger append_only on reviews_signoff", "alter trigger append_only on reviews_signoff rename to x",
        "create rule nothing as on insert to reviews_revocation do instead nothing",
        "alter table reviews_signoff alter constraint signs_exactly_this deferrable initially deferred",
        "alter table reviews_signoff drop constraint no_contributor_signs",
        "alter function act.publish reset search_path", "alter function gate.shown security invoker",
    ],
    "names that stand before ours": [
        "create temporary table articles_edition (id bigint)", "create temp view reviews_signoff as select 1",
        "create schema leaf_app authorization leaf_app", "create table public.cms_entry_2 (id bigint)",
        "create function public.doc(text) returns jsonb language sql as 'select null::jsonb'",
        "create function pg_temp.sha256(bytea) returns bytea language sql as 'select $1'",
        "create function act.publish(bigint) returns bigint language sql as 'select 1'",
        "create operator public.= (leftarg = bytea, rightarg = bytea, function = byteane)",
        "create operator public.<@ (leftarg = text[], rightarg = text[], function = arraycontains)",
        "create cast (text as bigint) with inout as implicit", "create domain public.bytea as text",
        "create type public.jsonb as (x int)",
        "create aggregate public.min(timestamptz) (sfunc = timestamptz_larger, stype = timestamptz)",
        "create text search configuration public.simple (copy = pg_catalog.english)",
        "create collation public.\"C\" from \"C\"", "create conversion public.x for 'UTF8' to 'LATIN1' from utf8_to_iso8859_1",
    ],
    "policies, publications and events": [
        "alter table articles_edition enable row level security", "alter table articles_edition no force row level security",
        "create policy all_of_it on reviews_signoff using (true)",
        "create event trigger x on ddl_command_start execute function gate.append_only()",
        "create publication x for table articles_edition",
        "create subscription x connection '' publication x with (connect = false)",
        "create extension dblink", "create foreign data wrapper x", "create language x handler plpgsql_call_handler",
        "create access method x type index handler bthandler",
        "create statistics live.x on slug, title from articles_edition",
        "comment on table articles_edition is 'mine'",
    ],
    "the server's files and other programs": [
        "select pg_read_file('postgresql.conf')", "select pg_ls_dir('.')", "select pg_read_binary_file('PG_VERSION')",
        "select lo_import('/etc/passwd')", "select lo_export(1, '/tmp/x')", "select pg_switch_wal()",
        "select pg_create_physical_replication_slot('x')", "select pg_logical_emit_message(true, 'x', 'y'), pg_rotate_logfile()",
        "select * from pg_authid", "select * from pg_shadow", "select rolpassword from pg_authid",
        "select * from pg_hba_file_rules",
        "select pg_export_snapshot() from pg_stat_get_wal_receiver(), pg_show_all_file_settings()", "checkpoint",
        "select pg_reload_conf()", "alter database template1 is_template false",
    ],
}  # fmt: skip


@pytest.mark.parametrize("way", REFUSED)
def test_application_gets_no_further_by(one_transaction, way):
    for statement in REFUSED[way]:
        with denied():
            run(statement)


# Allowed, and without effect --------------------------------------------------------------------------------------------

HARMLESS = {
    "a large object": "select lo_from_bytea(0, 'not for readers')",
    "listening and notifying": "listen leaf; notify leaf, 'publish'",
    "deferring every constraint": "set constraints all deferred",
    "the oldest isolation": "set local transaction_isolation = 'repeatable read'",
    "another's name for the draft": "select set_config('signed_leaf.person', '1', true)",
    "other settings": "set local timezone = 'Pacific/Kiritimati'; set local intervalstyle = 'sql_standard';"
    " set local bytea_output = 'escape'; set local extra_float_digits = -15; set local standard_conforming_strings = off;"
    " set local transform_null_equals = on; set local array_nulls = off; set local xmloption = 'document';"
    " set local default_text_search_config = 'pg_catalog.german'; set local search_path = pg_temp, live, act;"
    " set local plan_cache_mode = force_custom_plan; set local enable_indexscan = off; set local enable_nestloop = off;"
    " set local jit = on; set local jit_above_cost = 0; set local quote_all_identifiers = on; set local row_security = off;"
    " set local check_function_bodies = off; set local constraint_exclusion = on; set local lc_monetary = 'C'",
    "locks of its own": "select pg_advisory_xact_lock(7311001), pg_advisory_xact_lock(7311002)",
    "rows held": "select id from articles_article for update",
}


def test_what_the_application_may_do_changes_no_decision(committed, published, editor):
    unsigned = submit(write(editor, slug="nobody-signed-this"), by=editor)
    question = "select act.publish(%s, %s, %s, null, '')"
    for way, statements in HARMLESS.items():
        with psycopg.connect(login("leaf_app", committed)) as app:
            for statement in statements.split(";"):
                app.execute(statement)
            with pytest.raises(psycopg.errors.CheckViolation) as refusal:
                app.execute(question, [unsigned.pk, bytes(unsigned.digest), editor.pk])
            app.rollback()
        assert refusal.value.diag.constraint_name == "signed_by_enough_reviewers", way
        assert [page.slug for page in shown()] == [published.edition.slug], way


def test_act_waits_for_no_commit_in_two_phases(committed, signed, editor):
    """A publication that somebody prepares and commits later would come after a revocation. The server keeps none."""
    with psycopg.connect(login("leaf_app", committed)) as app:
        app.execute("select act.publish(%s, %s, %s, null, '')", [signed.pk, bytes(signed.digest), editor.pk])
        with pytest.raises(psycopg.errors.ObjectNotInPrerequisiteState, match="prepared transactions are disabled"):
            app.execute("prepare transaction 'for later'")
    assert not Publication.objects.filter(edition=signed).exists()


def test_no_rule_of_evidence_can_be_deferred(one_transaction):
    deferrable = run(
        "select conrelid::regclass::text, conname from pg_constraint where condeferrable and conrelid in"
        " (select tgrelid from pg_trigger where tgname = 'append_only')"
    )
    assert deferrable == []


def test_application_that_changes_its_roles_settings_shows_nothing_more_and_is_named(worker_database):
    """A role may set its own. Rolled back here, for they belong to the whole cluster."""
    with alone_in_cluster(login("postgres", "postgres")), admin(worker_database) as superuser:
        with superuser.transaction(force_rollback=True):
            superuser.execute("set local session authorization leaf_reader")
            before = superuser.execute("select live.crisis_help(), live.notices()").fetchall()
            superuser.execute("set local session authorization leaf_app")
            superuser.execute("alter role leaf_app set search_path = pg_temp")
            superuser.execute("alter role leaf_app set default_transaction_isolation = 'serializable'")
            superuser.execute("set local session authorization leaf_reader")
            assert superuser.execute("select live.crisis_help(), live.notices()").fetchall() == before
            assert superuser.execute("select * from live.pages()").fetchall() == []
            superuser.execute("set local session authorization default")
            assert any("setting search_path=pg_temp of leaf_app" in line for line in differences(superuser))


def test_reader_that_changes_its_own_settings_writes_nothing(committed, published):
    with psycopg.connect(login("leaf_reader", committed), autocommit=True) as reader:
        reader.execute("set default_transaction_read_only = off; set search_path = public, act, gate, live")
        for statement in (
            "insert into public.articles_publicaddress default values", "explain select * from public.articles_address",
            "select act.publish(1, '', 1, null, '')", "select lo_import('/etc/passwd')", "create temp table x (y int)",
            "select * from reviews_signoff", "select gate.draft_document(1)", "create or replace view live.article as select 1",
            "select nextval('secret.tries_1')", "set role leaf_app",
        ):  # fmt: skip
            with pytest.raises(psycopg.Error) as caught:
                reader.execute(statement)
            assert caught.value.sqlstate in ("42501", "42P01", "55000"), statement


def test_other_sessions_are_not_read(committed, edition):
    """Neither what others ask at this moment, nor what the planner knows of columns that it may not read."""
    with psycopg.connect(login("leaf_owner", committed)) as owner:
        owner.execute("select 'a secret of the owner'")
        with psycopg.connect(login("leaf_app", committed)) as app:
            seen = app.execute("select query from pg_stat_activity where usename = 'leaf_owner'").fetchall()
            kept = app.execute("select * from pg_stats where tablename = 'reviews_signingsecret' and attname = 'hash'")
            assert set(seen) == {("<insufficient privilege>",)}
            assert kept.fetchall() == []


# Look-alikes that somebody with more rights made ------------------------------------------------------------------------


def test_role_that_looks_like_ours_is_none_and_what_it_may_is_named(worker_database):
    for name in ["leaf_аcts", "LEAF_ACTS", "leaf_acts ", "leaf_ownеr", "leaf_app\u200b"]:
        role = sql.Identifier(name)
        with admin(worker_database) as superuser, superuser.transaction(force_rollback=True):
            superuser.execute(sql.SQL("create role {}").format(role))
            superuser.execute(sql.SQL("set local role {}").format(role))
            with pytest.raises(psycopg.errors.InsufficientPrivilege), superuser.transaction():
                superuser.execute("insert into public.reviews_signoff default values")
            superuser.execute("reset role")
            superuser.execute(sql.SQL("grant insert on public.reviews_signoff to {}").format(role))
            assert any("grant INSERT on public.reviews_signoff to" in line for line in differences(superuser)), name


# By Django --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        lambda s: SignOff.objects.update_or_create(pk=s.pk, defaults={"meaning": "none"}),
        lambda s: SignOff.objects.get_or_create(pk=0, edition_id=s.edition_id),
        lambda s: SignOff.objects.filter(pk=s.pk).select_for_update().get(),
        lambda s: Revocation.objects.bulk_create(
            [Revocation(sign_off_id=s.pk, by_id=s.reviewer_id, at=s.signed_at, reason="x")], update_conflicts=True,
            unique_fields=["sign_off"], update_fields=["reason"]),
        lambda s: Revocation.objects.bulk_create(
            [Revocation(sign_off_id=s.pk, by_id=s.reviewer_id, at=s.signed_at, reason="x")], ignore_conflicts=True),
        lambda s: list(SignOff.objects.raw("delete from reviews_signoff returning *")),
        lambda s: Edition.objects.filter(pk=s.edition_id)._raw_delete("default"),
        lambda s: s.edition.save_base(raw=True),
        lambda s: Entry.objects.filter(seq=0).update(reason="x"),
        lambda s: list(SignOff.objects.using("public").all()),
    ],
)  # fmt: skip
def test_no_method_of_the_orm_writes_evidence(signed, change):
    with denied("42501", "428C9", "42P01"):
        change(signed.sign_offs.get())


def test_fixture_with_a_forged_revocation_is_not_loaded(signed, tmp_path):
    sign_off = signed.sign_offs.get()
    forged = tmp_path / "forged.json"
    forged.write_text(
        f'[{{"model": "reviews.revocation", "pk": {sign_off.pk}, "fields":'
        f' {{"by": {sign_off.reviewer_id}, "at": "2026-01-01T00:00:00Z", "reason": "Forged"}}}}]'
    )
    with suppress(DatabaseError):
        call_command("loaddata", forged, verbosity=0)
    assert not Revocation.objects.exists()


def test_flush_empties_nothing(committed, published):
    before = Entry.objects.count()
    with suppress(CommandError, DatabaseError):
        call_command("flush", interactive=False, verbosity=0)
    for alias in ("default", "public"):
        connections[alias].close()
    assert Entry.objects.count() == before
    assert shown(pk=published.pk)


# Transactions that are old when they ask --------------------------------------------------------------------------------


def test_old_transaction_of_a_reader_no_longer_sees_what_was_revoked(committed, published, doctor):
    with psycopg.connect(login("leaf_reader", committed)) as reader:
        assert reader.execute("select slug from live.pages()").fetchall()
        revoke(published.edition.sign_offs.get(), by=doctor, reason="Wrong")
        assert reader.execute("select slug from live.pages()").fetchall() == []


def test_old_now_neither_signs_nor_publishes_in_the_past(committed, edition, doctor, editor, compliance):
    """Acts take the clock, not the transaction's beginning; what happened meanwhile counts."""
    with psycopg.connect(login("leaf_app", committed)) as app:
        (began,) = app.execute("select now()").fetchone()
        sign_off(edition, by=doctor, **SIGN_OFF)
        app.execute("select act.publish(%s, %s, %s, null, '')", [edition.pk, bytes(edition.digest), editor.pk])
        app.commit()
    publication = Publication.objects.get(edition=edition)
    assert publication.published_at > edition.sign_offs.get().signed_at > began


def test_instants_come_from_the_database_alone(signed, editor):
    """Nobody can name the instant of an act: only starts, not in the past, and ends, not beyond their bounds."""
    named = run(
        "select proname from pg_proc, unnest(proargtypes) argument where pronamespace = 'act'::regnamespace"
        " and argument = 'timestamptz'::regtype order by 1"
    )
    assert {name for (name,) in named} == {
        "adopt_disclaimer", "adopt_statement_rule", "as_previewed", "end_passkey", "may_adopt",
        "publish", "register_credential", "sign_notice", "verify_credential",
    }  # fmt: skip
    with refused("not_in_the_past"):
        run("select act.publish(%s, %s, %s, '-infinity', '')", signed.pk, bytes(signed.digest), editor.pk)


def test_texts_are_read_alike_whatever_a_session_parsed_the_functions_by(committed, edition):
    """A function's own literals mean what they meant when it was written, in a session that first called it otherwise too."""
    question = (
        "select author_words(jsonb_set(doc(content), '{html}', to_jsonb(%s::text)))::text"
        " from articles_edition where id = %s"
    )
    hidden = ['<p>sui<a href="https://example.org/">cide</a>, depre<strong>ssion</strong> pass us</p>', edition.pk]
    with psycopg.connect(login("leaf_app", committed), autocommit=True) as app:
        app.execute(
            "select nothing_invisible('x'), one_script('x'), foreign_signs('x'), plain_words('x'),"
            " every_citation_is_readable('x'), cited_keys('x')"
        )
        app.execute("set standard_conforming_strings = off")
        app.execute("select without_tags('<p>x</p>', '')")
        app.execute("set standard_conforming_strings = on")
        assert app.execute(question, hidden).fetchall() == run(question, *hidden)


def test_every_function_pins_how_its_literals_are_read(committed):
    """But for those that were parsed when they were made."""
    unpinned = run(
        "select p.oid::regprocedure::text from pg_proc p where p.pronamespace in ('public'::regnamespace,"
        " 'act'::regnamespace, 'gate'::regnamespace, 'live'::regnamespace) and p.prosqlbody is null"
        " and not 'standard_conforming_strings=on' = any (coalesce(p.proconfig, '{}'))"
    )
    assert unpinned == []
