"""The page of a reviewer: what readers are told of whoever signed what they see now, and of nobody else."""

import re
from datetime import timedelta

import psycopg
import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from articles.article import save_draft
from articles.edition import submit
from articles.publication import publish, take_down
from cms.ledger import Entry
from cms.refusals import SENTENCES
from cms.verify.record import check_record
from reviews.credential import suspend_credential
from reviews.interests import StandingInterests, check_interests, declare_interests
from reviews.sign_off import revoke, sign_off
from tests.conftest import SECOND, SIGN_OFF
from tests.databases import PROJECT, login, run
from tests.desk import stranger
from tests.people import SECRET, enrol_secret
from tests.reading import PAGE, put_up, text_of
from tests.rules import denied, refused
from tests.test_attack_reader import plan
from tests.test_public_http import queries


def page_of(client, person):
    return client.get(f"/reviewers/{person.pk}/")


# What it shows --------------------------------------------------------------------------------------------------------------


def test_page_says_who_signed_what_as_what_and_when(client, published, doctor):
    page = text_of(page_of(client, doctor))

    signed_at = published.edition.sign_offs.get().signed_at
    for said in (
        "Dr Dora Doctor", "Psychiatrist.", "Anxiety", "What one survey asked",
        f"Signed for medical accuracy on {signed_at:%-d %B %Y}",
        "It covers exactly the text of the article", "It does not cover later changes, other pages, products",
    ):  # fmt: skip
        assert said in page


def test_review_line_of_an_article_leads_to_each_of_its_reviewers(client, ptsd_edition, doctor, second_doctor, editor):
    sign_off(ptsd_edition, by=doctor, **SIGN_OFF)
    sign_off(ptsd_edition, by=second_doctor, **SECOND)
    publish(ptsd_edition, by=editor)

    html = client.get(f"/articles/{ptsd_edition.slug}/").content.decode()
    line = html.partition("About the reviewers:")[2].partition("</p>")[0]
    for reviewer in (doctor, second_doctor):
        assert f'<a href="/reviewers/{reviewer.pk}/">{reviewer.name}</a>' in line
    assert "Signed for second medical review" in text_of(page_of(client, second_doctor))


def test_articles_are_listed_newest_first_and_by_pages(client, writer, doctor, editor, monkeypatch):
    monkeypatch.setattr("articles.views.A_PAGE", 2)
    for number in range(3):
        put_up(writer, doctor, editor, slug=f"article-{number}", title=f"Article number {number}")

    first = page_of(client, doctor)
    assert re.findall(r"Article number \d", text_of(first)) == ["Article number 2", "Article number 1"]
    older = re.search(r'href="(\?before=[^"]+)"', first.content.decode())[1]
    assert re.findall(r"Article number \d", text_of(client.get(f"/reviewers/{doctor.pk}/{older}"))) == [
        "Article number 0"
    ]
    assert client.get(f"/reviewers/{doctor.pk}/?before=nonsense").status_code == 404


def test_only_the_edition_that_is_shown_now_is_listed(client, published, writer, doctor, second_doctor, editor):
    published.article.title = "What another survey asked"
    edition = submit(save_draft(published.article, by=writer), by=writer)
    sign_off(edition, by=second_doctor, **SIGN_OFF)
    publish(edition, by=editor)

    assert "What another survey asked" in text_of(page_of(client, second_doctor))
    assert page_of(client, doctor).status_code == 404  # what they signed is superseded, and they signed nothing else


def test_page_asks_twice_and_changes_nothing(client, published, doctor):
    with queries() as asked:
        answer = page_of(client, doctor)

    assert (answer.status_code, len(asked["public"]), asked["default"]) == (200, 2, [])
    assert "Set-Cookie" not in answer.headers
    assert client.post(f"/reviewers/{doctor.pk}/").status_code == 405


# What it never shows ----------------------------------------------------------------------------------------------------------


def test_registration_contact_and_reasons_are_not_on_it(client, published, writer, doctor, editor):
    other = put_up(writer, doctor, editor, slug="another")
    revoke(other.edition.sign_offs.get(), by=doctor, reason="A private reason")
    page = page_of(client, doctor).content.decode()

    for private in ("T-12345", "Board of the Tests", "doctor@example.org", "A private reason", "compliance@"):
        assert private not in page


def test_nothing_is_told_before_the_first_article_is_public(client, signed, doctor, writer, editor, compliance):
    """As of a number that nobody has: signed, scheduled, an officer, a writer."""
    nobody = client.get("/reviewers/999999/")
    starts_at = timezone.now() + timedelta(days=1)
    publish(signed, by=editor, starts_at=starts_at)

    assert nobody.status_code == 404
    for person in (doctor, writer, editor, compliance):
        assert page_of(client, person).status_code == 404
        assert page_of(client, person).content == nobody.content
    assert client.get(f"/reviewers/{10**30}/").status_code == 404


def test_who_signed_statements_alone_has_no_page(client, statements, lawyer):
    assert page_of(client, lawyer).status_code == 404


@pytest.mark.parametrize("end", ["revoked", "suspended", "taken down", "without a statement"])
def test_page_goes_with_the_last_article(client, published, statements, doctor, editor, compliance, end):
    assert page_of(client, doctor).status_code == 200
    if end == "revoked":
        revoke(published.edition.sign_offs.get(), by=doctor, reason="A doubt")
    elif end == "suspended":
        suspend_credential(doctor.credentials.get(), by=compliance, reason="Struck off")
    else:
        hidden = published.article if end == "taken down" else statements["regulatory-status"]
        take_down(hidden, by=editor, reason="A doubt")
    assert page_of(client, doctor).status_code == 404


def test_nobody_of_whom_nothing_was_public_costs_more_than_nobody(committed, signed, doctor, editor):
    publish(signed, by=editor, starts_at=timezone.now() + timedelta(days=1))
    with psycopg.connect(login("leaf_reader", committed), autocommit=True) as reader:

        def cost(number):
            said, touched = plan(reader, f"select * from live.reviewer({number}, null, null, 9) where %s <> ''", "x")
            return said.replace(f"'{number}'", "NUMBER"), touched

        assert cost(doctor.pk) == cost(999999)
        assert "reviews_" not in cost(doctor.pk)[0]
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            reader.execute("select * from public.reviews_signedpage")


# Standing interests -----------------------------------------------------------------------------------------------------------


def test_newest_declaration_counts_once_an_officer_has_read_it(client, published, doctor, compliance):
    assert "Not declared for all articles at once." in text_of(page_of(client, doctor))
    check_interests(declare_interests(by=doctor, secret=SECRET, interests="None."), by=compliance, secret=SECRET)
    assert "Declares no interests" in text_of(page_of(client, doctor))
    newest = declare_interests(by=doctor, secret=SECRET, interests="Was paid for a talk on sleep in 2026")

    page = text_of(page_of(client, doctor))
    assert "They stand here once a compliance officer has read them." in page
    assert "talk on sleep" not in page
    assert "Declares no interests" not in page

    check_interests(newest, by=compliance, secret=SECRET)

    page = text_of(page_of(client, doctor))
    assert f"Was paid for a talk on sleep in 2026 (declared on {timezone.now():%-d %B %Y})" in page
    assert "Declares no interests" not in page


def test_declaration_is_entered_without_its_words_and_verified(committed, doctor, as_superuser):
    from django.db import connections

    declared = declare_interests(by=doctor, secret=SECRET, interests="A private company")
    entry = Entry.objects.filter(act="declare interests").get()
    assert (entry.actor, "private" in bytes(entry.body).decode()) == (doctor, False)

    as_superuser.execute("alter table reviews_standinginterests disable trigger append_only")
    as_superuser.execute("update reviews_standinginterests set interests = 'None'")
    found = list(check_record(connections["default"], lambda rows: rows, 1))
    assert found == [f"The declaration of interests {declared.pk} is not what was entered in the ledger."]


def test_officer_shows_what_a_reviewer_declared_at_the_desk(visit, client, published, doctor, compliance):
    declared = declare_interests(by=doctor, secret=SECRET, interests="A private company")
    address = f"/desk/credentials/interests/{declared.pk}/"

    assert "A private company" in visit(compliance, "/desk/credentials/")
    assert SENTENCES["same_person"] in visit(compliance, address, secret="not the signing secret")
    assert "Readers see the interests" in visit(compliance, address, secret=SECRET)
    assert "A private company" in text_of(page_of(client, doctor))
    assert "Interests to read" not in visit(compliance, "/desk/credentials/")
    assert SENTENCES["interests_to_check"] in visit(compliance, address, secret=SECRET)


def test_interests_are_read_by_an_officer_and_by_somebody_else(one_transaction, doctor, second_doctor, compliance):
    declared = declare_interests(by=doctor, secret=SECRET, interests="None")
    with pytest.raises(PermissionDenied):
        check_interests(declared, by=second_doctor, secret=SECRET)
    show = "select act.check_interests(%s, %s, %s)"
    with refused("by_a_compliance_officer"):
        run(show, declared.pk, second_doctor.pk, proof_of(second_doctor))
    with refused("same_person"):
        run(show, declared.pk, compliance.pk, proof_of(doctor))
    for statement in ("insert into reviews_interestscheck (declaration_id, person_id, officer_id) values (1, 1, 2)",
                      "update reviews_interestscheck set at = now()"):  # fmt: skip
        with denied():
            run(statement)


def test_officer_who_reviews_shows_not_their_own_interests(committed, as_owner, doctor):
    as_owner.execute("select act.appoint(%s, 'compliance')", [doctor.pk])
    own = declare_interests(by=doctor, secret=SECRET, interests="None")
    with refused("interests_read_by_another"):
        run("select act.check_interests(%s, %s, %s)", own.pk, doctor.pk, proof_of(doctor))


def test_check_of_interests_without_its_entry_is_named(committed, doctor, compliance, as_superuser):
    from django.db import connections

    check_interests(declare_interests(by=doctor, secret=SECRET, interests="None"), by=compliance, secret=SECRET)
    assert list(check_record(connections["default"], lambda rows: rows, 1)) == []
    as_superuser.execute("alter table reviews_interestscheck disable trigger append_only")
    as_superuser.execute("update reviews_interestscheck set officer_id = (select id from cms_person where id <> person_id"
                         " and id <> officer_id limit 1)")  # fmt: skip
    assert "check of interests" in " ".join(check_record(connections["default"], lambda rows: rows, 1))


WORDS = {
    "standing_interests_are_said": " ",
    "standing_interests_are_short": "word " * 61,
    "standing_interests_are_plain": "See www.example.org",
}


@pytest.mark.parametrize("rule", WORDS)
def test_words_that_readers_should_not_get(visit, doctor, rule):
    with refused(rule):
        run("select act.declare_interests(%s, %s, %s)", doctor.pk, proof_of(doctor), WORDS[rule])
    page = visit(doctor, "/desk/sign-offs/interests/", interests=WORDS[rule], secret=SECRET)
    assert page.count(SENTENCES[rule]) == 2
    assert WORDS[rule].strip() in page
    assert not StandingInterests.objects.exists()


def proof_of(person):
    from reviews.credential import proof

    return proof(person, SECRET)


def test_only_a_verified_reviewer_declares_with_their_own_secret(one_transaction, doctor, second_doctor):
    newcomer = stranger()
    with refused("signing_secret_is_enrolled"):
        declare_interests(by=newcomer, secret=SECRET, interests="None")
    enrol_secret(by=newcomer, secret=SECRET)
    with refused("interests_of_a_reviewer"):
        declare_interests(by=newcomer, secret=SECRET, interests="None")
    with refused("same_person"):
        run("select act.declare_interests(%s, %s, 'None')", doctor.pk, b"wrong")
    for statement in ("insert into reviews_standinginterests (person_id, interests) values (1, 'None')",
                      "update reviews_standinginterests set interests = 'None'", "delete from reviews_signedpage",
                      "insert into reviews_signedpage values (1, now(), 1, 1)"):  # fmt: skip
        with denied():
            run(statement)


def test_reviewer_declares_at_the_desk(visit, doctor):
    page = visit(doctor, "/desk/sign-offs/interests/", interests="None", secret=SECRET)

    assert "Declared. They stand on your page for readers" in page
    assert "“None”, declared on" in page


# Found by way of what was published ---------------------------------------------------------------------------------------------


def test_upgrade_finds_the_rows_that_publishing_writes(published_fix, as_superuser):
    sql = (PROJECT / "reviews/sql/0018_reviewer_page.sql").read_text()
    (insert,) = re.findall(r"^insert into reviews_signedpage .*?;", sql, re.M | re.S)
    written = as_superuser.execute("select * from reviews_signedpage order by 1, 2, 3").fetchall()
    assert len(written) > 1
    as_superuser.execute("alter table reviews_signedpage disable trigger all; delete from reviews_signedpage")
    as_superuser.execute(insert)
    assert as_superuser.execute("select * from reviews_signedpage order by 1, 2, 3").fetchall() == written


def test_who_checked_a_fix_has_a_page_too(client, published_fix):
    reviewer = published_fix.edition.sign_offs.get().reviewer
    assert "Checked a small change of the reviewed text on" in text_of(page_of(client, reviewer))


def test_row_of_another_publication_shows_nothing(committed, client, published, as_superuser, second_doctor):
    """A row that nobody's signature stands behind, written past everything, brings nobody a page."""
    as_superuser.execute("insert into reviews_signedpage select %s, starts_at, publication_id, article_id"
                         " from reviews_signedpage limit 1", [second_doctor.pk])  # fmt: skip
    assert page_of(client, second_doctor).status_code == 404


# How we review ------------------------------------------------------------------------------------------------------------------


def test_how_we_review_asks_the_database_nothing_and_is_linked_from_every_page(client, published, doctor):
    with queries() as asked:
        page = client.get("/how-we-review/")

    assert page.status_code == 200
    assert (asked["public"], asked["default"]) == ([], [])
    for address in ("/", PAGE, f"/reviewers/{doctor.pk}/", "/no-such-page/"):
        assert '<a href="/how-we-review/">How we review</a>' in client.get(address).content.decode()
    for title in ("What a signature means", "Who may sign", "What a passkey adds", "What you can check yourself",
                  "What we cannot prove"):  # fmt: skip
        assert title in text_of(page)


def test_what_is_said_of_part_11_names_what_there_is():
    said = (PROJECT / "reviews/PART11.md").read_text(encoding="utf-8")
    sql = " ".join(path.read_text(encoding="utf-8") for path in PROJECT.glob("*/sql/*.sql"))
    names = set(re.findall(r"`(?:act\.|reviews_signoff\.)?([a-z]+(?:_[a-z]+)+)`", said))

    assert len(names) > 6
    assert [name for name in sorted(names) if name not in sql] == []
    assert "a model, not a claim of compliance" in said
