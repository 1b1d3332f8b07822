"""What the reader's own login, with SQL of its own, finds out about what is not public: as little as an address of nothing."""

import re

import psycopg
import pytest
from django.utils import timezone

from articles.article import Article, save_draft
from articles.edition import submit
from articles.publication import publish, take_down
from reviews.sign_off import sign_off
from tests.conftest import SIGN_OFF, write
from tests.databases import login

NOTHING = "an-address-of-nothing"
QUESTIONS = [
    "select * from live.page(%s)", "select * from live.condition(%s)", "select * from live.elsewhere(%s)",
    "select live.evidence(%s, 1)", "select live.evidence(%s, null)",
]  # fmt: skip
COUNTERS = """
    select relname, seq_scan, seq_tup_read, idx_scan, idx_tup_fetch from pg_stat_xact_all_tables
    where relid >= 16384 order by relname"""


@pytest.fixture
def reader(committed):
    with psycopg.connect(login("leaf_reader", committed), autocommit=True) as connection:
        yield connection


@pytest.fixture
def hidden(committed, writer, doctor, editor, published):
    """Addresses that were never public, by their stage."""
    for slug in ("only-a-draft", "not-signed", "not-published", "starts-later"):
        write(writer, slug=slug)
    for slug in ("not-signed", "not-published", "starts-later"):
        submit(Article.objects.get(slug=slug), by=writer)
    for slug in ("not-published", "starts-later"):
        sign_off(Article.objects.get(slug=slug).editions.get(), by=doctor, **SIGN_OFF)
    starts_at = timezone.now() + timezone.timedelta(days=1)
    publish(Article.objects.get(slug="starts-later").editions.get(), by=editor, starts_at=starts_at)
    article = published.article
    article.slug = "the-next-address-of-a-public-page"
    save_draft(article, by=writer)
    submit(article, by=writer)
    return ["only-a-draft", "not-signed", "not-published", "starts-later", article.slug]


def plan(reader, question, slug):
    """What EXPLAIN says, the time left out, and what its last run touched. Asked often before, as by a reader who measures."""
    for _ in range(7):
        reader.execute(question, [slug]).fetchall()
    with reader.transaction():
        before = {name: row for name, *row in reader.execute(COUNTERS).fetchall()}
        rows = reader.execute(
            f"explain (analyze, verbose, buffers, settings, wal, timing off, summary off) {question}", [slug]
        )
        said = "\n".join(line for (line,) in rows).replace(slug, "SLUG")
        after = reader.execute(COUNTERS).fetchall()
    touched = {name: tuple(a - b for a, b in zip(row, before[name], strict=True)) for name, *row in after}
    return re.sub(r"  \(cost=.*?\)", "", said), touched


@pytest.mark.parametrize("question", QUESTIONS)
def test_address_that_was_never_public_costs_what_an_address_of_nothing_costs(reader, hidden, question):
    nothing = plan(reader, question, NOTHING)
    for slug in hidden:
        assert plan(reader, question, slug) == nothing, slug


def test_no_plan_names_a_table(reader, hidden, published):
    """Neither its conditions nor how many rows they left out."""
    asked = [question % "'not-signed'" for question in QUESTIONS] + [
        "select * from live.pages()", "select slug from live.pages() where slug like 'not-%'", "select live.crisis_help()",
        "select live.notices()", "select live.checkpoint()", "select * from live.newest('', null, null, 9)",
        "select * from live.nodes(array[0, 1]::smallint[], array[0, 0]::bigint[])", "select live.seen()",
        "select * from live.reviewer(1, null, null, 9)",
        "select live.asked_before('x', now())",
    ]  # fmt: skip
    for question in asked:
        said = "\n".join(
            line for (line,) in reader.execute(f"explain (analyze, verbose, buffers) {question}").fetchall()
        )
        assert not re.search(r"articles_|reviews_|cms_|Scan on public|Index", said), said
    functions = reader.execute(
        "select count(*) from pg_proc where pronamespace = 'live'::regnamespace and proname not in ('seen', 'asked_before')"
        " and (not prosecdef or proconfig is null)"
    ).fetchone()
    assert functions == (0,)  # so that none of them is written into the reader's query


def test_no_plan_is_made_for_the_address_that_is_asked_for(reader):
    """`debug_print_plan` sends the plans inside functions to whoever calls them, with the rows that the planner expects."""
    ask_for_an_address = reader.execute(
        "select proname, 'plan_cache_mode=force_generic_plan' = any (proconfig) from pg_proc"
        " where pronamespace = 'live'::regnamespace and 'p_slug' = any (proargnames) order by 1"
    ).fetchall()
    assert ask_for_an_address == [("condition", True), ("elsewhere", True), ("evidence", True), ("page", True)]


def test_what_the_planner_knows_of_columns_is_not_read(reader, hidden, as_owner):
    as_owner.execute("analyze")
    assert reader.execute("select * from pg_stats where schemaname = 'public'").fetchall() == []
    assert reader.execute("select * from pg_stats_ext").fetchall() == []
    for statement in ("select * from pg_statistic", "select stxdmcv from pg_statistic_ext_data"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            reader.execute(statement)


def test_list_of_which_nothing_can_be_shown_is_not_walked(reader, published, statements, editor):
    """Every article needs that statement, and it has no fallback."""
    question = "select count(*) from live.newest('', null, null, 9) where %s <> ''"
    assert any(plan(reader, question, "x")[1]["articles_listing"])
    take_down(statements["regulatory-status"], by=editor, reason="The agency changed its mind")
    assert not any(plan(reader, question, "x")[1]["articles_listing"])
