"""Round the operations: nobody writes evidence but the acts, not even the owner, and no draft is saved without a name."""

import itertools

import psycopg
import pytest
from django.utils import timezone

from articles.article import Article, DraftSave
from articles.edition import Edition, submit
from articles.publication import Publication, publish
from cms.ledger import Entry
from cms.prove.attacks import EVIDENCE as GUARDED
from reviews.credential import Credential
from reviews.sign_off import SignOff, revoke, sign_off
from tests.conftest import SIGN_OFF
from tests.databases import run
from tests.rules import denied, refused

EVIDENCE = [*GUARDED, "articles_topic"]
CHANGEABLE = {
    "account_emailaddress", "account_emailconfirmation", "cms_tries", "mfa_authenticator", "reviews_warning",
    "usersessions_usersession",
    "articles_article", "articles_article_topics", "articles_byline", "articles_reference", "articles_topic", "auth_group",
    "auth_group_permissions", "auth_permission", "cms_chain", "cms_person", "cms_person_groups", "cms_person_user_permissions",
    "django_admin_log", "django_content_type", "django_migrations", "django_session", "reversion_revision", "reversion_version",
}  # fmt: skip


def test_every_table_is_evidence_or_may_change(one_transaction):
    tables = {name for (name,) in run("select relname from pg_class where relnamespace = 'public'::regnamespace"
                                      " and relkind in ('r', 'p')")}  # fmt: skip
    assert tables == {*GUARDED, *CHANGEABLE}


def plain_column(table, ask=None):
    """The name of a column that an UPDATE may name at all: neither generated nor an identity."""
    question = (
        "select column_name from information_schema.columns where table_name = %s and is_generated = 'NEVER'"
        " and is_identity = 'NO' limit 1"
    )
    return (ask(question, [table]).fetchall() if ask else run(question, table))[0][0]


@pytest.mark.parametrize("table", EVIDENCE)
def test_application_writes_no_evidence(one_transaction, table):
    for statement in [
        f"insert into {table} default values",
        f"update {table} set {plain_column(table)} = null",
        f"delete from {table}",
        f"truncate {table} cascade",
        f"copy {table} from stdin",
        f"alter table {table} disable trigger all",
        f"drop table {table} cascade",
        f"lock table {table} in access exclusive mode",
    ]:  # fmt: skip
        with denied():
            run(statement)


@pytest.mark.parametrize(
    "change",
    [
        lambda s: SignOff.objects.update(meaning="none"),
        lambda s: SignOff.objects.all().delete(),
        lambda s: SignOff.objects.bulk_update([s], ["interests"]),
        lambda s: SignOff.objects.bulk_create([SignOff(id=9, edition_id=s.edition_id, reviewer_id=1)]),
        lambda s: s.save(),
        lambda s: s.delete(),
        lambda s: Edition.objects.update(submitted_by=1),
        lambda s: Edition.objects.get(pk=s.edition_id).save(),
        lambda s: Publication.objects.create(
            id=1, article_id=s.edition.article_id, edition_id=s.edition_id, digest=s.digest, published_by_id=1,
            starts_at=timezone.now(), ends_at=timezone.now(), published_at=timezone.now()),
        lambda s: Entry.objects.all().delete(),
        lambda s: Credential.objects.update(specialties=["ptsd"]),
    ],
)  # fmt: skip
def test_orm_writes_no_evidence(signed, change):
    with denied("42501", "428C9"):
        change(signed.sign_offs.get())


def test_owner_changes_no_evidence(committed, published, as_owner):
    for table in EVIDENCE:
        if table == "articles_topic":
            continue  # the set-up may correct a topic's name; editions hold their own copy
        statements = [f"truncate {table} cascade"]
        if as_owner.execute(f"select exists (select from {table})").fetchone()[0]:
            statements += [f"update {table} set {plain_column(table, as_owner.execute)} = null", f"delete from {table}"]
        for statement in statements:
            with pytest.raises(psycopg.errors.CheckViolation) as refusal:
                as_owner.execute(statement)
            assert refusal.value.diag.constraint_name == "append_only", statement


def test_saving_round_the_operation_needs_a_name(draft):
    for change in [
        lambda: Article.objects.filter(pk=draft.pk).update(title="Changed"),
        lambda: draft.references.all().delete(),
        lambda: draft.topics.clear(),
        lambda: run("insert into articles_article (kind, slug, title, title_is_proposed, summary, key_points, body, funding, "
                    "uses_ai_tools, language, contacts, row_lock) values "
                    "('article', 'x', 'x', false, '', '{}', '', '', false, 'en', '[]', 0)"),
    ]:  # fmt: skip
        with refused("every_save_has_a_person"):
            change()


def test_whoever_saves_round_the_operation_is_a_contributor(draft, doctor, writer):
    run("select set_config('signed_leaf.person', %s, true)", str(doctor.pk))
    Article.objects.filter(pk=draft.pk).update(title="Changed by raw SQL")
    run("select set_config('signed_leaf.person', '', true)")

    assert DraftSave.objects.filter(article=draft, person=doctor).exists()
    with refused("no_contributor_signs"):
        sign_off(submit(draft, by=writer), by=doctor, **SIGN_OFF)


def test_every_act_has_its_entry_and_the_chain_holds(published, doctor, editor):
    revoke(published.edition.sign_offs.get(), by=doctor, reason="Wrong")
    entries = list(Entry.objects.filter(article_id=published.article_id).order_by("seq"))

    assert [entry.act for entry in entries] == ["submit", "sign off", "publish", "revoke"]
    assert [entry.actor_id for entry in entries[1:]] == [doctor.pk, editor.pk, doctor.pk]
    chain = list(Entry.objects.order_by("seq"))
    assert all(bytes(a.hash) == bytes(b.prev_hash) for a, b in itertools.pairwise(chain))
    assert [entry.seq for entry in chain] == list(range(len(chain)))


def test_refused_act_leaves_nothing(edition, editor):
    before = Entry.objects.count()
    with refused("signed_by_enough_reviewers"):
        publish(edition, by=editor)
    assert (Entry.objects.count(), Publication.objects.filter(edition=edition).count()) == (before, 0)
