"""Every rule with a name is named in a test: here those that no other file meets, through the operation and round it.

That it stays so, the catalogue and the sentences of cms/refusals.py say.
"""

import json
import re
from pathlib import Path

import psycopg
import pytest
from django.urls import reverse

from articles.article import Reference, save_draft
from cms.people import Person
from cms.refusals import SENTENCES
from reviews.credential import Credential
from reviews.notice import Notice, draft_notice, end_notice
from tests.databases import admin, own_database, run, use
from tests.desk import day
from tests.drafts import address, posted, rows
from tests.notices import EVERYWHERE
from tests.people import PASSWORD, SECRET, give_credential
from tests.rules import refused

TESTS = Path(__file__).resolve().parent
ATTACKS = TESTS.parent / "cms" / "prove"
TELL_NO_RULES = ("battery", "equivalent", "mutation")  # they note answers, and expect none


# None goes unnamed --------------------------------------------------------------------------------------------------------

NAMED = r"""
  select * from (
    select conrelid::regclass::text, conname from pg_constraint c
    where connamespace = 'public'::regnamespace and contype in ('c', 'f', 'u', 'x')
      and conname not like conrelid::regclass || '\_%%' and conname !~ '_[0-9a-f]{8}_(fk|uniq)'  -- names that nobody chose
      and not (contype = 'u' and exists (  -- a key that holds a smaller one ties rows together, and refuses nothing by itself
        select from pg_constraint s where s.conrelid = c.conrelid and s.contype in ('p', 'u') and s.oid <> c.oid
          and s.conkey <@ c.conkey))
    union
    select indrelid::regclass::text, relname from pg_index join pg_class i on i.oid = indexrelid
    where indisunique and relnamespace = 'public'::regnamespace and relname not like indrelid::regclass || '\_%%'
      and not exists (select from pg_constraint where conindid = indexrelid)
    union
    select 'a function', coalesce(m[1], m[2])
    from pg_proc, regexp_matches(prosrc, 'constraint = ''(\w+)''|act\.refuse\(''(\w+)''', 'g') m
    where pronamespace in ('act'::regnamespace, 'gate'::regnamespace)
  ) named (place, rule) where place ~ '^(articles|cms|reviews)_|^a function$'  -- not those of packages
"""


def test_every_rule_is_named_in_a_test(one_transaction):
    files = [path for path in [*TESTS.glob("*.py"), *ATTACKS.glob("*.py")] if not path.name.startswith(TELL_NO_RULES)]
    words = set(re.findall(r"\w+", " ".join(path.read_text(encoding="utf-8") for path in files)))
    rules = {rule: table for table, rule in run(NAMED)} | dict.fromkeys(SENTENCES, "cms/refusals.py")

    assert len(rules) > 180
    unnamed = sorted(f"  {table}: {rule}" for rule, table in rules.items() if rule not in words)
    assert not unnamed, "No test names these. Try each through the operation, and round it:\n" + "\n".join(unnamed)


# A text that is submitted -------------------------------------------------------------------------------------------------

ARTICLE, STATEMENT = "what-a-survey-asked", "crisis-help"
TEXTS = {  # rule: (which draft, what is changed of it)
    "plain_address": (ARTICLE, {"slug": "A Survey"}),
    "body_is_written": (ARTICLE, {"body": "<p> </p>"}),
    "not_too_long": (ARTICLE, {"body": "<p>" + "word " * 12_100 + "</p>"}),
    "contacts_have_their_shape": (STATEMENT, {"contacts": [{"name": "A line without a number"}]}),
    "statement_short_form_fits": (STATEMENT, {"summary": "word " * 61}),
}


@pytest.fixture(params=TEXTS)
def unfit(request, draft, statements, writer):
    """A draft that one rule refuses, and that rule."""
    slug, fields = TEXTS[request.param]
    article = draft if slug == ARTICLE else statements[slug]
    for field, value in fields.items():
        setattr(article, field, value)
    return save_draft(article, by=writer), request.param


def test_unfit_draft_is_not_submitted_and_the_screen_says_why(writing, unfit):
    article, rule = unfit
    known = article.editions.count()

    page = writing.get(address(article, "submit"))
    answer = writing.post(address(article, "submit"), {"seen": page.context["article"].seen.hex()}, follow=True)

    assert page.context["obstacles"]
    assert SENTENCES[rule] in answer.text
    assert article.editions.count() == known


def test_application_freezes_no_unfit_draft_by_itself(unfit, writer):
    article, rule = unfit
    with refused(rule):
        run("select act.submit(%s, gate.draft_digest(%s), %s)", article.pk, article.pk, writer.pk)


# Drafts and people --------------------------------------------------------------------------------------------------------


def source(title):
    return Reference(key="one2020", title=title, design="survey")


def test_key_of_a_reference_stands_once(draft, writer):
    with refused("one_reference_per_key"):
        save_draft(draft, by=writer, references=[source("One"), source("Another")])

    run("select set_config('signed_leaf.person', %s, true)", str(writer.pk))
    with refused("one_reference_per_key"):
        run("insert into articles_reference (article_id, position, key, authors, title, journal, volume, pages, doi, pmid, pmcid,"
            " url, design) select article_id, 9, key, '', 'Another', '', '', '', '', '', '', '', 'survey' from articles_reference"
            " where article_id = %s", draft.pk)  # fmt: skip


def test_person_stands_in_a_byline_once(writing, draft, writer):
    with refused("one_byline_per_person"):
        save_draft(draft, by=writer, bylines=[writer, writer])
    twice = [{"position": 1, "person": writer.pk}, {"position": 2, "person": writer.pk}]
    answer = writing.post(address(draft), posted(draft) | rows("bylines", twice, known=0))
    assert (answer.status_code, "duplicate" in answer.text) == (200, True)

    run("select set_config('signed_leaf.person', %s, true)", str(writer.pk))
    with refused("one_byline_per_person"):
        run("insert into articles_byline (article_id, person_id, position) values (%s, %s, 9)", draft.pk, writer.pk)


def test_email_is_one_persons(client, administrator, writer):
    client.force_login(administrator)
    nora = {"name": "Nora New", "email": "WRITER@example.org", "password1": PASSWORD, "password2": PASSWORD}
    page = client.post(reverse("admin:cms_person_add"), nora)
    assert page.context["adminform"].form.errors["email"] == [SENTENCES["one_person_per_email"]]

    with refused("one_person_per_email"):
        run("update cms_person set email = 'WRITER@example.org' where id = %s", administrator.pk)
    assert Person.objects.get(email__iexact="writer@example.org") == writer


# Credentials --------------------------------------------------------------------------------------------------------------

CREDENTIALS = {  # rule: what is wrong of it
    "credential_is_complete": {"name": "–"},
    "credential_is_plain": {"profession": "Buy at example.com"},
    "known_qualification": {"qualification": "king"},
    "specialties_are_topics": {"specialties": ["everything"]},
}
GOOD = {"name": "Dr Dora Doctor", "profession": "psychiatrist", "qualification": "physician", "specialties": ["safety"]}
CHOSEN = [
    "known_qualification",
    "specialties_are_topics",
]  # the screen offers a list, and says so before the database does
REGISTER = "select act.register_credential(%s, %s, %s, %s, 'Board', 'T-1', %s, clock_timestamp() + interval '9 days', %s, null)"


@pytest.mark.parametrize("rule", CREDENTIALS)
def test_credential_is_whole_and_plain(visit, compliance, doctor, rule):
    wrong, known = GOOD | CREDENTIALS[rule], Credential.objects.count()

    page = visit(
        compliance, "/desk/credentials/register/", **wrong, person=doctor.pk, registration_body="Board",
        registration_number="T-1", valid_until=day(9), secret=SECRET,
    )  # fmt: skip
    assert ("is not one of the available choices" if rule in CHOSEN else SENTENCES[rule]) in page

    with refused(rule):
        run(REGISTER, doctor.pk, *wrong.values(), compliance.pk)
    assert Credential.objects.count() == known


@pytest.mark.parametrize("rule", CHOSEN)
def test_what_no_list_offers_is_refused_in_words(doctor, compliance, rule):
    with pytest.raises(Exception, match=SENTENCES[rule]):
        give_credential(doctor, **CREDENTIALS[rule])


# Notices ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", ["text", "source", "everywhere"])
def test_notice_has_every_part(writer, part):
    with pytest.raises(Exception, match=SENTENCES["notice_has_every_part"]):
        draft_notice(by=writer, **EVERYWHERE | {part: None})


def test_notice_that_is_not_there_is_not_ended(visit, editor):
    with pytest.raises(Exception, match=SENTENCES["notice_is_there"]):
        end_notice(Notice(pk=0), by=editor, reason="It is not there")
    visit(editor, "/desk/notices/0/end/", reason="It is not there")
    assert visit.status == 404

    with refused("notice_is_there"):
        run("select act.end_notice(0, %s, 'It is not there')", editor.pk)


# Rows that the owner writes by hand -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def owner(template, django_db_blocker):
    """The owner's connection to a database of its own, in a transaction that never ends well."""
    with django_db_blocker.unblock(), own_database(template) as name:
        use("nothing")
        with admin(name) as connection:
            connection.execute("set session authorization leaf_owner")
            with connection.transaction(force_rollback=True):
                connection.execute(
                    "select set_config('signed_leaf.person', (select min(id)::text from cms_person), true)"
                )
                yield connection


def frozen(change):
    """Crisis help with its next number and this change, frozen by hand."""
    return [
        f"""insert into articles_edition (content, draft_digest, submitted_by_id, submitted_at)
                select convert_to(canonical(doc(content) || '{{"number": 9}}' || {change}), 'UTF8'), draft_digest,
                       submitted_by_id, clock_timestamp() from articles_edition where slug = '{STATEMENT}'"""
    ]


def again(table, change, *before):
    """A row of the table once more, with this change to it; `before` that, what refuses it sooner is put out of the way."""
    return [*before, (table, change)]


def off(table, trigger):
    return f"alter table {table} disable trigger {trigger}"


SAVED = """insert into articles_draftsave (article_id, person_id, at) select a.id, p.id, clock_timestamp()
           from (select min(id) as id from articles_article) a, (select min(id) as id from cms_person) p"""
ENTRY = """insert into cms_entry (seq, prev_hash, at, body) select {} from
           (select seq + 1 as seq, hash, at, doc(body) || jsonb_build_object('seq', seq + 1) - 'reason' as body from cms_entry
            order by seq desc limit 1) n"""
BY_HAND = {
    "plain_address": again("articles_address", {'slug': 'A Survey'}),
    "body_is_written": frozen("""'{"html": "<p> </p>"}'"""),
    "not_too_long": frozen("jsonb_build_object('html', '<p>' || repeat('word ', 12100) || '</p>')"),
    "contacts_have_their_shape": frozen("""'{"contacts": [{"name": "A line"}]}'"""),
    "statement_short_form_fits": frozen("jsonb_build_object('summary', repeat('word ', 61))"),
    "content_has_its_schema": frozen("""'{"schema": 2}'"""),
    "numbered_from_one": frozen("""'{"number": 0}'"""),
    "fix_has_its_shape": frozen("""'{"fix": {}}'"""),
    "notice_has_every_part": [
        """insert into reviews_notice (content, drafted_by_id, drafted_at)
           select convert_to(canonical('{"schema": 1, "text": "Stop.", "source": "A letter", "everywhere": true, "topics": [],
             "articles": [], "more": 1}'), 'UTF8'), id, clock_timestamp() from cms_person limit 1"""
    ],
    "notice_has_no_control_signs": [
        """insert into reviews_notice (content, drafted_by_id, drafted_at)
           select convert_to(canonical('{"schema": 1, "text": "Take kra\\u000btom.", "source": "A letter", "everywhere": true,
             "topics": [], "articles": []}'), 'UTF8'), id, clock_timestamp() from cms_person limit 1"""
    ],
    "of_this_declaration": [
        """insert into reviews_interestscheck (declaration_id, person_id, officer_id)
           select 900000, min(id), max(id) from cms_person"""
    ],
    "known_kind": again("articles_article", {'id': 900000, 'slug': 'another', 'kind': 'essay'}),
    "every_save_is_noted": again(
        "articles_article", {'id': 900000, 'slug': 'another'}, off("articles_article", "note_draft_save_new"),
    ),
    "one_draft_save_per_transaction": [SAVED, SAVED],
    "one_disclaimer_version": again("articles_disclaimer", {'id': 900000}, off("articles_disclaimer", "number_in_the_rulebook")),
    "one_statement_version": again("articles_statement", {'id': 900000}, off("articles_statement", "number_in_the_rulebook")),
    "numbered_in_the_rulebook": again(
        "articles_disclaimer", {'id': 900000, 'code': 'D-NEW', 'version': 1, 'rulebook': 900000},
        off("articles_disclaimer", "number_in_the_rulebook"),
    ),
    "falls_back_on_another": again("articles_statement", {'id': 900000, 'slug': 'new', 'version': 1, 'fallback': 'new'}),
    "one_fix_word_version": again("articles_fixword", {'id': 900000}),
    "words_stand_alone": again("articles_fixword", {'id': 900000, 'version': 9, 'words': ['7-oh']}),
    "one_policy_version": again("reviews_policy", {'id': 900000}),
    "due_before_the_end": again("reviews_policy", {'id': 900000, 'version': 9, 'review_after': '90 years'}),
    "signers_have_their_shape": again("reviews_policy", {'id': 900000, 'version': 9, 'signers': {'x': {'by': 3}}}),
    "known_qualification": again("reviews_credential", {'id': 900000, 'qualification': 'king'}),
    "credential_is_complete": again("reviews_credential", {'id': 900000, 'registration_number': '-'}),
    "credential_is_plain": again("reviews_credential", {'id': 900000, 'name': 'Buy at example.com'}),
    "chain_starts_at_zero": [ENTRY.format("0, hash, at, convert_to(canonical(body), 'UTF8')")],
    "chain_starts_once": [
        "alter table cms_entry alter column prev_seq drop expression",
        ENTRY.format("seq, hash, at, convert_to(canonical(body), 'UTF8')"),
    ],
    "entry_is_canonical": [ENTRY.format("seq, hash, at, convert_to(' ' || canonical(body), 'UTF8')")],
    "entry_says_its_place": [ENTRY.format("seq, hash, at - interval '1 day', convert_to(canonical(body), 'UTF8')")],
    "root_was_reviewed_in_full": [
        "alter table articles_fix drop constraint its_bytes_say_so, drop constraint fix_of_an_edition",
        """insert into articles_fix (edition_id, digest, of_id, of_root_id, root_id, root_digest, article_id, kind, slug,
             policy_id, topics, disclaimers, statements, flags, words_changed, words_of_root, by_id, at, reason)
           select 0, digest, 0, 0, 0, digest, article_id, kind, slug, policy_id, topics, disclaimers, statements, flags,
             0, 0, submitted_by_id, clock_timestamp(), 'By hand' from articles_edition limit 1""",
    ],
}  # fmt: skip


@pytest.mark.parametrize("rule", BY_HAND)
def test_no_such_row_is_written_by_hand(owner, rule):
    with pytest.raises(psycopg.errors.IntegrityError) as refusal:
        by_hand(owner, BY_HAND[rule])

    assert refusal.value.diag.constraint_name == rule


def by_hand(owner, steps):
    with owner.transaction(force_rollback=True):
        for step in steps:
            owner.execute(step if isinstance(step, str) else another_row(owner, *step))
        owner.execute("set constraints all immediate")


def another_row(owner, table, change):
    columns = "select string_agg(quote_ident(attname), ', ') from pg_attribute"
    [[columns]] = owner.execute(
        f"{columns} where attrelid = %s::regclass and attnum > 0 and not attisdropped and attgenerated = ''", [table]
    )
    return (
        f"insert into {table} ({columns}) overriding system value select {columns} from"
        f" (select (jsonb_populate_record(null::{table}, to_jsonb(t) || '{json.dumps(change)}')).* from {table} t limit 1) r"
    )
