"""`prove_gate` finds every attack refused, notices a gate that is not, and leaves nothing behind."""

import io

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connections

from cms.ledger import Entry
from cms.people import Person
from cms.postgresql.embedded import server
from cms.prove import prove
from cms.prove.attacks import ATTACKS


@pytest.fixture
def admin_url(committed):
    return server("test").url("postgres", committed)


def test_every_attack_ends_as_it_must_and_leaves_nothing(admin_url, committed):
    before = Entry.objects.count(), Person.objects.count()
    outcomes = prove(admin_url)

    assert [outcome for outcome in outcomes if outcome.failed] == []
    assert len(outcomes) == len(ATTACKS) > 140
    assert (Entry.objects.count(), Person.objects.count()) == before


def test_names_of_attacks_are_their_own():
    assert len({(name, role) for name, role, *_ in ATTACKS}) == len(ATTACKS)


HOLES = {
    "the question answers yes to all": """
        create or replace function gate.signed_until(p_edition bigint, p_at timestamptz, p_publication bigint default null)
        returns timestamptz language sql stable as $$ select 'infinity'::timestamptz $$""",
    "no contributor signs": "alter table reviews_signoff drop constraint no_contributor_signs",
    "meaning is asked for": "alter table reviews_signoff drop constraint meaning_is_asked_for",
    "one sign-off per reviewer": "alter table reviews_signoff drop constraint one_sign_off_per_reviewer",
    "interests are declared": "alter table reviews_signoff drop constraint interests_are_declared",
    "nobody verifies themselves": "alter table reviews_verification drop constraint nobody_verifies_themselves",
    "markup in vocabulary": "alter table articles_edition drop constraint markup_in_vocabulary",
    "entities are plain": "alter table articles_edition drop constraint entities_are_plain",
    "disclaimers in plain words": "alter table articles_disclaimer drop constraint disclaimer_in_plain_words;"
    " create or replace function foreign_signs(t text) returns text language sql immutable as $$ select '' $$",
    "versions of rules": "alter table articles_disclaimer disable trigger number_in_the_rulebook;"
    " alter table articles_disclaimer alter rulebook set default 0",
    "a grant too many": "grant insert on reviews_signoff to leaf_app",
    "a trigger off": "alter table reviews_basis disable trigger append_only_at_all",
    "saves without a name": "alter table articles_article disable trigger note_draft_save",
}


@pytest.mark.parametrize("hole", HOLES)
def test_a_hole_in_the_gate_is_noticed(admin_url, as_superuser, hole):
    as_superuser.execute(HOLES[hole])
    assert any(outcome.failed for outcome in prove(admin_url))


def test_command_prints_the_table_and_fails_where_one_works(committed, as_superuser):
    out = io.StringIO()
    call_command("prove_gate", stdout=out)
    assert out.getvalue().count("refused  leaf_app") > 90
    assert f"All {len(ATTACKS)} attacks ended as they must" in out.getvalue()

    as_superuser.execute(HOLES["no contributor signs"])
    with pytest.raises(CommandError, match="do not open the site"):
        call_command("prove_gate", quiet=True, stdout=out)
    assert "WORKS    leaf_app     sign one's own text" in out.getvalue()


def test_proof_on_a_database_without_statements(committed, as_superuser, admin_url):
    """A new site has none yet: the proof makes its own, and takes them away with everything else."""
    for alias in ("default", "public"):
        connections[alias].close()
    as_superuser.execute("set session_replication_role = replica; alter table articles_publication disable trigger all")
    as_superuser.execute(
        "delete from articles_publication where edition_id in"
        " (select id from articles_edition where kind = 'statement')"
    )
    assert [outcome for outcome in prove(admin_url) if outcome.failed] == []
