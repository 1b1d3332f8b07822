"""The roles: who works may make nothing, who reads writes nothing, and what was loosened is set right."""

import pytest
from psycopg import errors

from cms.postgresql import ServerProblem, roles
from tests.servers import connected


@pytest.mark.parametrize("name", ["app", "reader"])
@pytest.mark.parametrize(
    "statement",
    [
        "create temporary table mine ()",
        "create schema mine",
        "create table public.mine ()",
        "create role mine",
        "create database mine",
        "set role leaf_acts",
        "set role leaf_owner",
    ],
)
def test_working_roles_may_make_nothing_and_become_nobody(urls, name, statement):
    with connected(urls[name], options="-c default_transaction_read_only=off") as connection:
        with pytest.raises(errors.InsufficientPrivilege):
            connection.execute(statement)


def test_reader_writes_nothing_even_where_it_was_let(urls):
    with connected(urls["owner"]) as owner:
        owner.execute("create schema live; create table live.page (); grant usage on schema live to leaf_reader")
        owner.execute("grant all on live.page to leaf_reader; create table public.draft ()")
        owner.execute("grant all on public.draft to leaf_reader")

        with connected(urls["reader"]) as reader:
            assert reader.execute("select from page").rowcount == 0
            with pytest.raises(errors.ReadOnlySqlTransaction):
                reader.execute("insert into page default values")
            with pytest.raises(errors.InsufficientPrivilege):
                reader.execute("select from public.draft")

        owner.execute("drop schema live cascade; drop table public.draft")


def test_owner_may_become_the_acts_role_which_logs_in_nowhere(urls):
    with connected(urls["owner"]) as owner:
        assert roles.faults(owner) == []
        assert owner.execute("set role leaf_acts").statusmessage == "SET"
        with pytest.raises(errors.InsufficientPrivilege):
            owner.execute("create table public.mine ()")
        owner.execute("reset role")
        assert owner.execute("select pg_has_role('leaf_owner', 'leaf_acts', 'usage')").fetchone() == (False,)


def test_working_role_gives_up_waiting(urls):
    with connected(urls["app"]) as app:
        names = ("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout", "search_path")
        assert [app.execute(f"show {name}").fetchone()[0] for name in names] == ["5s", "30s", "1min", "public"]


def test_preparing_sets_right_what_was_loosened(urls):
    with connected(urls["admin"], dbname="scratch") as admin:
        admin.execute("grant leaf_acts, pg_read_all_data to leaf_app; alter role leaf_reader bypassrls createdb")
        admin.execute("alter role leaf_app set lock_timeout = 0; grant temporary on database scratch to public")
        assert len(roles.faults(admin)) == 4

        roles.prepare(urls)

        assert roles.faults(admin) == []
    with connected(urls["app"]) as app:
        assert app.execute("show lock_timeout").fetchone() == ("5s",)
        with pytest.raises(errors.InsufficientPrivilege):
            app.execute("create temporary table mine ()")


def test_right_to_grant_is_as_good_as_membership(urls):
    with connected(urls["admin"], dbname="scratch") as admin:
        admin.execute("grant leaf_acts to leaf_app with admin true, inherit false, set false")
        assert roles.faults(admin) == ["leaf_app must not be a member of leaf_acts."]

        roles.prepare(urls)

        assert roles.faults(admin) == []


def test_urls_must_name_our_roles_and_one_database(urls):
    with pytest.raises(ServerProblem, match=r"^DATABASE_URL must log in as leaf_app, not as leaf_owner"):
        roles.database_of(urls | {"app": urls["owner"]})
    with pytest.raises(ServerProblem, match=r"^READER_DATABASE_URL is missing"):
        roles.database_of(urls | {"reader": ""})
    with pytest.raises(ServerProblem, match=r"^OWNER_DATABASE_URL is no postgresql:// URL.$"):
        roles.database_of(urls | {"owner": "pstgresql://leaf_owner:s3cret@127.0.0.1/leaf"})
    with pytest.raises(ServerProblem, match="different databases: other, scratch"):
        roles.database_of(urls | {"app": urls["app"].replace("/scratch", "/other")})
