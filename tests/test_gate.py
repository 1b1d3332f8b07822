"""Round the operations: what PostgreSQL itself refuses, also to the application's own password, and to the owner."""

import itertools
import json
from datetime import timedelta

import psycopg
import pytest
import rfc8785
from django.db import connection, connections, transaction
from django.utils import timezone

from articles.article import Article, DraftSave, State, save_draft
from articles.edition import Edition, submit
from articles.public import LiveArticle, LiveNotice
from articles.publication import Publication, publish, take_down
from cms.evidence import act
from cms.ledger import Entry
from reviews.credential import Credential, proof, suspend_credential, verify_credential
from reviews.policy import Policy
from reviews.sign_off import Revocation, SignOff, revoke, sign_off
from reviews.verdict import refuse, request_changes
from tests.conftest import SECOND, SIGN_OFF, write
from tests.people import SECRET, give_credential, person
from tests.rules import denied, refused

EVIDENCE = [
    "cms_entry", "articles_draftsave", "articles_disclaimer", "articles_statement", "articles_address", "articles_edition",
    "articles_publication", "articles_takedown", "articles_topic", "reviews_policy", "reviews_signingsecret",
    "reviews_appointment", "reviews_dismissal", "reviews_credential", "reviews_verification", "reviews_suspension",
    "reviews_signoff", "reviews_revocation", "reviews_verdict", "reviews_lift", "reviews_basis",
]  # fmt: skip


def run(statement, *arguments, using="default"):
    with connections[using].cursor() as cursor:
        cursor.execute(statement, arguments)
        return cursor.fetchall() if cursor.description else None


# The application's role ---------------------------------------------------------------------------------------------------


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


def plain_column(table, ask=None):
    """The name of a column that an UPDATE may name at all: neither generated nor an identity."""
    question = (
        "select column_name from information_schema.columns where table_name = %s and is_generated = 'NEVER'"
        " and is_identity = 'NO' limit 1"
    )
    return (ask(question, [table]).fetchall() if ask else run(question, table))[0][0]


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


@pytest.mark.parametrize(
    "statement",
    [
        "set role leaf_owner", "set role leaf_acts", "set session authorization leaf_owner",
        "set session_replication_role = replica", "create table public.x (y int)", "create temp table articles_edition (x int)",
        "create schema x", "create function public.sha256(bytea) returns bytea language sql as 'select $1'",
        "create role x", "grant leaf_owner to leaf_app", "alter role leaf_app superuser", "create extension pg_trgm",
        "select hash from reviews_signingsecret", "select * from reviews_signingsecret",
        "select act.enter('publish', 1, '{}')", "select act.same_person(1, '\\x00')", "select act.appoint(1, 'compliance')",
        "select act.give_verdict('refused', 1, '\\x00', 1, 'x')", "select nextval('secret.tries_1')",
        "select setval('secret.tries_1', 1, false)", "delete from articles_article", "delete from cms_person",
        "truncate articles_article cascade", "drop view live.article", "alter table articles_article disable trigger all",
        "create or replace view live.article as select 1", "drop trigger note_draft_save on articles_article",
    ],
)  # fmt: skip
def test_application_login_gets_no_further(committed, statement):
    with pytest.raises(psycopg.errors.InsufficientPrivilege), psycopg.connect(login("leaf_app", committed)) as app:
        app.execute(statement)


def login(role, database):
    from cms.postgresql.embedded import server

    return server("test").url(role, database)


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
    assert not LiveArticle.objects.exists()


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


# The reader's role --------------------------------------------------------------------------------------------------------


def test_reader_reads_the_public_views_alone(committed, published):
    with psycopg.connect(login("leaf_reader", committed), autocommit=True) as reader:
        assert reader.execute("select slug from live.article").fetchall() == [("what-a-survey-asked",)]
        tables = reader.execute(
            "select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace"
            " where n.nspname !~ '^pg_|^information_schema$' and c.relkind in ('r', 'v', 'm', 'p', 'f')"
            " and has_table_privilege(c.oid, 'select') order by 1"
        ).fetchall()
        assert [name.removeprefix("live.") for (name,) in tables] == ["article", "checkpoint", "help", "node", "notice"]
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
    """A condition of the reader's own is never run on a row that the view does not show."""
    submit(write(writer), by=writer)
    with psycopg.connect(login("leaf_reader", committed)) as reader:
        assert reader.execute("select 1 from live.article where 1 / (number - 1) > 0").fetchall() == []


# The bytes ------------------------------------------------------------------------------------------------------------------


def test_content_is_canonical_json_for_others_too(writer):
    hostile = 'Quote " backslash \\ slash / é ü 日本 emoji 🌿 tab\tnewline\n <b>&amp;'
    edition = submit(write(writer, summary=hostile), by=writer)
    content = bytes(edition.content)

    assert rfc8785.dumps(json.loads(content)) == content
    assert json.loads(content)["number"] == edition.number == 1


@pytest.fixture
def forged(committed, as_owner):
    """Insert as the owner an edition whose document was changed by the test."""
    edition = submit(write(person("writer")), by=person("writer"))

    def forge(change, canonical=True):
        document = json.loads(bytes(edition.content)) | {"number": 2}
        change(document)
        content = rfc8785.dumps(document) if canonical else canonical_twice(document)
        as_owner.execute(
            "insert into articles_edition (content, draft_digest, submitted_by_id, submitted_at) values (%s, %s, %s, now())",
            [content, bytes(edition.draft_digest), edition.submitted_by_id],
        )

    return forge


def other_policy(policy):
    return Policy.objects.filter(kind="article").exclude(pk=policy).first().pk


def canonical_twice(document):
    return rfc8785.dumps(document)[:-1] + b',"zz":1,"zz":2}'


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("carries_required_disclaimers", lambda d: d["disclaimers"].pop(0)),
        ("carries_required_disclaimers", lambda d: d["disclaimers"].clear()),
        ("carries_required_disclaimers", lambda d: d["disclaimers"][0].update(full="")),
        ("carries_required_disclaimers", lambda d: d["disclaimers"][0].update(full=d["disclaimers"][0]["full"][:-1])),
        ("carries_required_disclaimers", lambda d: d["disclaimers"].append(d["disclaimers"][0] | {"full": "Kratom is safe."})),
        ("carries_required_disclaimers", lambda d: d["statements"].pop()),
        ("carries_required_disclaimers", lambda d: d.update(html="<p>Hepatitis, and sui<em>cide</em>.</p>")),
        ("markup_in_vocabulary", lambda d: d.update(html="<p>x</p><script>alert(1)</script>")),
        ("markup_in_vocabulary", lambda d: d.update(html='<p onclick="x">x</p>')),
        ("markup_in_vocabulary", lambda d: d.update(html="<p>never closed")),
        ("markup_in_vocabulary", lambda d: d.update(html="<p><strong>x</p></strong>")),
        ("markup_in_vocabulary", lambda d: d.update(html='<p><a href="javascript:alert(1)">x</a></p>')),
        ("markup_in_vocabulary", lambda d: d.update(html='<p><a href="https://x" style="x">x</a></p>')),
        ("three_to_five_key_points", lambda d: d.update(key_points=["one"])),
        ("every_citation_has_a_reference", lambda d: d.update(html="<p>Cited [@nobody].</p>")),
        ("every_citation_is_readable", lambda d: d.update(html="<p>Cited [@Garcia2020].</p>")),
        ("every_citation_is_readable", lambda d: d.update(html="<p>Cited [@garcia2020, @garcia2020].</p>")),
        ("every_citation_is_readable", lambda d: d.update(html="<p>Cited [ @garcia2020].</p>")),
        ("title_is_written", lambda d: d.update(title=" ")),
        ("title_is_written", lambda d: d.update(title="\t–")),
        ("summary_is_written", lambda d: d.update(summary="\n")),
        ("letters_of_one_script", lambda d: d.update(title="\u0455uicide and you")),
        ("no_invisible_characters", lambda d: d.update(title="sui\u200bcide")),
        ("links_are_plain", lambda d: d["references"][0].update(url="javascript:alert(1)")),
        ("submitter_is_a_contributor", lambda d: d.update(contributors=[])),
        ("names_every_contributor", lambda d: d.update(contributors=[*d["contributors"], person("editor").pk])),
        ("a_policy_covers_it", lambda d: d.update(policy=other_policy(d["policy"]))),
        ("own_address", lambda d: d.update(slug="crisis-help")),
        ("same_kind", lambda d: d.update(kind="statement")),
        ("edition_numbers", lambda d: d.update(number=1)),
        ("content_has_every_key", lambda d: d.pop("funding")),
        ("under_policy", lambda d: d.update(policy=999)),
    ],
)  # fmt: skip
def test_owner_freezes_no_edition_that_breaks_a_rule(forged, rule, change):
    with pytest.raises(psycopg.errors.IntegrityError) as refusal:
        forged(change)
    assert refusal.value.diag.constraint_name == rule


def test_key_twice_is_refused(forged):
    with pytest.raises(psycopg.errors.CheckViolation) as refusal:
        forged(lambda d: None, canonical=False)
    assert refusal.value.diag.constraint_name == "content_is_canonical"


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


# Signing --------------------------------------------------------------------------------------------------------------------


def test_another_text_is_not_signed(edition, doctor):
    with refused("signs_exactly_this"):
        act("sign_off", edition.pk, b"\x00" * 32, doctor.pk, proof(doctor, SECRET), "medical accuracy", "None")


def test_wrong_secret_signs_nothing_and_locks_in_spite_of_rollback(committed, edition, doctor):
    for _ in range(10):
        with refused("same_person"):
            sign_off(edition, by=doctor, **SIGN_OFF | {"secret": "not the secret at all"})
    with refused("signing_is_locked"):
        sign_off(edition, by=doctor, **SIGN_OFF)


def test_locked_signer_still_revokes(committed, published, doctor):
    for _ in range(11):
        with transaction.atomic(), pytest.raises(Exception, match="secret"):
            sign_off(published.edition, by=doctor, **SIGN_OFF | {"secret": "not the secret at all"})
    revoke(published.edition.sign_offs.get(), by=doctor, reason="Wrong")
    assert not LiveArticle.objects.filter(article_id=published.article_id).exists()


def test_secret_of_another_person_signs_nothing(edition, doctor, second_doctor):
    from reviews.credential import enrol_secret

    enrol_secret(by=second_doctor, secret="quite another secret", old=SECRET)
    with refused("same_person"):
        act("sign_off", edition.pk, bytes(edition.digest), doctor.pk, proof(second_doctor, "quite another secret"),
            "medical accuracy", "None")  # fmt: skip


def test_secret_is_not_replaced_without_the_old_one(doctor, edition):
    from reviews.credential import enrol_secret

    with refused("same_person"):
        enrol_secret(by=doctor, secret="the attacker's own secret")
    with refused("same_person"):
        enrol_secret(by=doctor, secret="the attacker's own secret", old="a guess of the attacker")


def test_application_mints_no_reviewer(edition, writer, doctor):
    """A new person with a new secret gets no credential without a compliance officer's secret, or by one who is none."""
    from cms.people import Person
    from reviews.credential import enrol_secret

    stranger = Person.objects.create_user("stranger@example.org", "x", name="Dr Stranger")
    enrol_secret(by=stranger, secret="the stranger's secret")
    argument = ["Dr Stranger", "doctor", "body", "1", ["anxiety"], timezone.now() + timedelta(days=30)]
    for officer, secret, rule in [
        (person("compliance").pk, proof(person("compliance"), "a guess"), "same_person"),
        (doctor.pk, proof(doctor, SECRET), "by_a_compliance_officer"),
        (stranger.pk, proof(stranger, "the stranger's secret"), "by_a_compliance_officer"),
    ]:
        with refused(rule):
            act("register_credential", stranger.pk, *argument, officer, secret)
    with refused("with_this_credential"):
        act("sign_off", edition.pk, bytes(edition.digest), stranger.pk, proof(stranger, "the stranger's secret"),
            "medical accuracy", "None")  # fmt: skip


def test_officer_verifies_not_themselves(compliance):
    with refused("nobody_verifies_themselves"):
        give_credential(compliance)


def test_wrong_specialty_cannot_sign(writer, one_transaction):
    from cms.people import Person
    from reviews.credential import enrol_secret

    pharmacist = Person.objects.create_user("pharmacist@example.org", "x", name="Phil Pharmacist")
    pharmacist.groups.add(*person("doctor").groups.all())
    enrol_secret(by=pharmacist, secret=SECRET)
    give_credential(pharmacist, specialties=["interactions"])
    with refused("credential_covers_the_topics"):
        sign_off(submit(write(writer), by=writer), by=pharmacist, **SIGN_OFF)


def test_meaning_that_the_policy_does_not_ask_for_is_refused(edition, doctor):
    with refused("meaning_is_asked_for"):
        sign_off(edition, by=doctor, **SECOND)


def test_undeclared_interests_are_refused(edition, doctor):
    with refused("interests_are_declared"):
        sign_off(edition, by=doctor, **SIGN_OFF | {"interests": " "})


def test_suspension_ends_pages_at_once(published, doctor, compliance):
    suspend_credential(doctor.credentials.get(), by=compliance, reason="Struck off")
    assert not LiveArticle.objects.filter(article_id=published.article_id).exists()


def test_credential_verified_for_more_than_a_year_is_refused(doctor, compliance):
    with refused("verified_for_a_year_at_most"):
        verify_credential(
            doctor.credentials.get(), by=compliance, secret=SECRET, valid_until=timezone.now() + timedelta(days=367)
        )


@pytest.mark.parametrize("nothing", ["", " ", "\t", "\u200b\n", "–"])
def test_reasons_are_given_in_words(published, doctor, editor, nothing):
    with refused("reason_is_given"):
        revoke(published.edition.sign_offs.get(), by=doctor, reason=nothing)
    with refused("reason_is_given"):
        take_down(published.article, by=editor, reason=nothing)


def test_others_do_not_revoke(published, second_doctor):
    with refused("by_its_signer"):
        act("revoke", published.edition.sign_offs.get().pk, second_doctor.pk, "x")
    assert not Revocation.objects.exists()


def test_stranger_does_not_lift_a_refusal(edition, doctor, second_doctor):
    verdict = refuse(edition, by=doctor, secret=SECRET, reason="Unfit")
    with refused("lifted_by_its_reviewer"):
        act("lift_refusal", verdict.pk, second_doctor.pk, proof(second_doctor, SECRET), "No")


# Publishing ------------------------------------------------------------------------------------------------------------------


def test_older_edition_needs_a_reason(published, writer, doctor, editor):
    article = published.article
    article.summary = "The second summary."
    second = submit(save_draft(article, by=writer), by=writer)
    sign_off(second, by=doctor, **SIGN_OFF)
    publish(second, by=editor)
    with refused("no_silent_step_back"):
        publish(published.edition, by=editor)
    publish(published.edition, by=editor, reason="The second one has the numbers wrong")
    assert LiveArticle.objects.get(article_id=article.pk).number == 1


def test_scheduled_publication_is_invisible_until_it_starts(signed, editor):
    publication = publish(signed, by=editor, starts_at=timezone.now() + timedelta(seconds=1.5))
    assert not LiveArticle.objects.filter(article_id=signed.article_id).exists()
    run("select pg_sleep(1.6)")
    assert LiveArticle.objects.get(article_id=signed.article_id).pk == publication.pk


def test_publication_neither_in_the_past_nor_after_the_signatures(signed, editor):
    with refused("not_in_the_past"):
        publish(signed, by=editor, starts_at=timezone.now() - timedelta(minutes=1))
    with refused("signed_when_it_starts"):
        publish(signed, by=editor, starts_at=timezone.now() + timedelta(days=3650))


def test_later_signature_brings_no_page_back(published, doctor, second_doctor, editor):
    sign_off(published.edition, by=second_doctor, **SIGN_OFF)
    revoke(published.edition.sign_offs.get(reviewer=doctor), by=doctor, reason="I was wrong")

    assert State.objects.get(article=published.article).state == "signed"
    assert not LiveArticle.objects.filter(article_id=published.article_id).exists()
    publish(published.edition, by=editor)
    assert LiveArticle.objects.filter(article_id=published.article_id).exists()


def test_signature_after_suspension_brings_no_page_back(published, statements, doctor, second_doctor, compliance):
    for name in statements.values():  # the doctor signed them too
        edition = name.editions.get()
        sign_off(edition, by=second_doctor, **SIGN_OFF)
        publish(edition, by=person("editor"))
    sign_off(published.edition, by=second_doctor, **SIGN_OFF)
    suspend_credential(doctor.credentials.get(), by=compliance, reason="Struck off")

    assert not LiveArticle.objects.filter(article_id=published.article_id).exists()


def test_publication_rests_on_what_stood_when_it_was_made(published, second_doctor):
    question = "select gate.signed_until(%s, clock_timestamp()), gate.signed_until(%s, clock_timestamp(), %s)"
    edition = published.edition
    sign_off(edition, by=second_doctor, **SIGN_OFF)

    [(whole, of_publication)] = run(question, edition.pk, edition.pk, published.pk)
    assert of_publication == published.ends_at < whole


def test_page_ends_with_its_signatures_and_says_why(published):
    question = "select gate.fate(%s, %s), (select count(*) from gate.shown(%s, %s))"
    article, end = published.article_id, published.ends_at

    [(fate, shown)] = run(question, article, end, article, end)
    assert (fate, shown) == ("ended", 0)
    assert published.ends_at == published.edition.sign_offs.get().ends_at


def test_basis_names_only_signatures_of_that_edition(committed, published, ptsd_edition, doctor, as_owner):
    other = sign_off(ptsd_edition, by=doctor, **SIGN_OFF)
    for edition, rule in [(published.edition, "signed_that_edition"), (ptsd_edition, "of_this_publication")]:
        with pytest.raises(psycopg.errors.ForeignKeyViolation) as refusal:
            as_owner.execute(
                "insert into reviews_basis values (%s, %s, %s, %s)",
                [published.pk, other.pk, edition.pk, bytes(edition.digest)],
            )
        assert refusal.value.diag.constraint_name == rule


def test_review_of_a_published_edition_has_ended(published, doctor, editor):
    with refused("still_in_review"):
        request_changes(published.edition, by=doctor, reason="Quote the numbers")
    take_down(published.article, by=editor, reason="A number is wrong")
    request_changes(published.edition, by=doctor, reason="Quote the numbers")


def test_scheduled_edition_is_no_longer_in_review(signed, doctor, editor):
    publish(signed, by=editor, starts_at=timezone.now() + timedelta(days=1))
    with refused("still_in_review"):
        request_changes(signed, by=doctor, reason="Quote the numbers")


def test_proposed_title_is_not_submitted(draft, writer):
    draft.title_is_proposed = True
    save_draft(draft, by=writer)
    with refused("title_is_chosen"):
        submit(draft, by=writer)
    assert draft.saved_drafts().count() == 2


@pytest.mark.parametrize("stop", ["revoke", "take down"])
def test_page_stopped_before_its_start_was_never_public(signed, doctor, editor, stop):
    publish(signed, by=editor, starts_at=timezone.now() + timedelta(seconds=1))
    if stop == "revoke":
        revoke(signed.sign_offs.get(), by=doctor, reason="I was wrong")
    else:
        take_down(signed.article, by=editor, reason="Wrong")
    run("select pg_sleep(1.1)")

    assert not LiveArticle.objects.exists()
    assert not LiveNotice.objects.filter(slug=signed.slug).exists()


def test_fallbacks_that_name_each_other_end(committed, as_owner):
    for slug, fallback in [("round", "and-round"), ("and-round", "round")]:
        as_owner.execute(
            """insert into articles_statement
                 (slug, version, name, placement, fallback, always, topics, words, flags, designs, source, note)
               values (%s, 1, 'A', 'top', %s, false, '{}', '{}', '{}', '{}', '', '')""",
            [slug, fallback],
        )
    assert run("select gate.current_statement('round', clock_timestamp())") == [(None,)]


@pytest.mark.parametrize(
    ("rule", "requires"),
    [
        ("asks_for_each_once", ["medical accuracy", "medical accuracy"]),
        ("no_empty_item", ["medical accuracy", " "]),
        ("asks_for_somebody", []),
    ],
)
def test_policy_that_one_person_could_meet_twice_is_refused(committed, as_owner, rule, requires):
    with pytest.raises(psycopg.errors.CheckViolation) as refusal:
        as_owner.execute(
            """insert into reviews_policy (name, version, label, kind, rank, slugs, always, topics, words, requires,
                                           review_after, ends_after)
               values ('loose', 1, 'Loose', 'article', 99, '{}', true, '{}', '{}', %s, '1 year', '15 months')""",
            [requires],
        )
    assert refusal.value.diag.constraint_name == rule


@pytest.mark.parametrize("column", ["id", "kind", "source_digest", "row_lock"])
def test_application_changes_no_identity(draft, column):
    with denied():
        run(f"update articles_article set {column} = {column} where id = %s", draft.pk)
    with denied():
        run("update cms_person set id = id")


def test_page_without_a_current_statement_is_not_shown(published, statements, editor):
    take_down(statements["regulatory-status"], by=editor, reason="The agency changed its mind")
    assert not LiveArticle.objects.filter(article_id=published.article_id).exists()
    with refused("carries_required_disclaimers"):
        publish(published.edition, by=editor)


def test_crisis_help_falls_back_on_its_text_without_numbers(published, statements, editor):
    take_down(statements["crisis-help"], by=editor, reason="A number is wrong")
    page = LiveArticle.objects.get(article_id=published.article_id)
    assert page.statements["crisis-help"]["slug"] == "crisis-help-without-numbers"
    assert not page.statements["crisis-help"]["contacts"]

    take_down(statements["crisis-help-without-numbers"], by=editor, reason="Both are gone")
    assert not LiveArticle.objects.filter(article_id=published.article_id).exists()


def test_what_a_statement_changes_after_signing_changes_no_signed_byte(published, statements, writer, doctor, editor):
    before = LiveArticle.objects.get(article_id=published.article_id)
    statement = statements["legal-status"]
    statement.summary = "The law differs from place to place, and it changed again."
    edition = submit(save_draft(statement, by=writer), by=writer)
    sign_off(edition, by=doctor, **SIGN_OFF)
    publish(edition, by=editor)
    after = LiveArticle.objects.get(article_id=published.article_id)

    assert (bytes(after.content), bytes(after.digest)) == (bytes(before.content), bytes(before.digest))


# The ledger ------------------------------------------------------------------------------------------------------------------


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


# Rules --------------------------------------------------------------------------------------------------------------------


def words(html):
    document = {"slug": "x", "title": "", "summary": "", "key_points": [], "html": html, "funding": ""}
    return run(
        "select d.code from gate.required_disclaimers(author_words(%s), '{}', '{}', '{}', now()) d",
        json.dumps(document),
    )


@pytest.mark.parametrize(
    ("code", "html"),
    [
        ("D-SUICIDE", "<p>suicide</p>"),
        ("D-SUICIDE", "<p>sui<strong>cid</strong>al</p>"),
        ("D-SUICIDE", "<p>ＳＵＩＣＩＤＥ</p>"),
        ("D-SUICIDE", "<p>sui&shy;cide</p>".replace("&shy;", "\u00ad")),
        ("D-SUICIDE", "<p>anxiety/suicide</p>"),
        ("D-SUICIDE", "<p>suicide<sup>1</sup></p>"),
        ("D-SUICIDE", "<p>no suicides, not one</p>"),
        ("D-LIVER", "<p>hepatotoxicity</p>"),
        ("D-PREG", "<p>trying to\nconceive</p>"),
        ("D-NODOSE", "<p>50mg</p>"),
    ],
)
def test_words_are_found_however_they_are_written(one_transaction, code, html):
    assert (code,) in words(html)


def test_rules_are_not_set_off_by_innocent_words(one_transaction):
    codes = {code for (code,) in words("<p>The tree grows in Thailand.</p>")}
    assert "D-INFO" in codes
    assert not codes & {"D-SUICIDE", "D-LIVER", "D-PREG", "D-NODOSE"}


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
