"""What readers see and what the rules read are the same text, whatever a writer or the application's own login tries."""

import pytest

from articles.article import save_draft
from articles.edition import submit
from articles.publication import publish
from reviews.policy import Policy
from reviews.sign_off import sign_off
from tests.conftest import SIGN_OFF, write
from tests.databases import run
from tests.reading import only_page
from tests.rules import refused

DANGERS = {"D-SUICIDE", "D-NODOSE", "D-OUD"}


def codes(edition):
    return {disclaimer.rsplit(".", 1)[0] for disclaimer in edition.disclaimers}


def frozen(writer, body, **fields):
    return submit(write(writer, body=body, **fields), by=writer)


@pytest.mark.parametrize(
    "hidden",
    [
        "sui\ufff0cide", "\u0455uicide", "\u0455\u0456\u0441\u0456\u0501\u0435", "su\u0131cide", "8 \u0261rams",
        "\ua4d1\ua4d4\ua4e2\ua4d3", "\u1d18\u1d1bs\u1d05", "s\u200aui\u200acide",
        "sui\ufe00cide", "sui\u20ddcide", "e\u0301" + "\u0301" * 9, "\uff53uicide", "\u03a1\u03a4SD",
    ],
)  # fmt: skip
def test_letters_that_only_look_like_ours_are_refused_and_named(writer, hidden):
    with pytest.raises(Exception, match="Not submitted: ") as refusal:
        frozen(writer, f"<p>{hidden}</p>")
    assert refusal.value.code in {"signs_of_an_english_text", "letters_of_one_script"}


def test_refusal_names_the_signs(writer):
    with pytest.raises(Exception, match="Found: \ua4d1 \ua4d3"):
        frozen(writer, "<p>\ua4d1 and \ua4d3</p>")


def test_words_of_careful_writers_are_welcome(writer):
    text = "Váradi’s “α-values” – κ and μ receptors, 1.39 ± 0.2 ≤ 2, χ², n = 12 … €5, naïve Müller, Šimić, Nguyễn"
    assert "Nguyễn" in frozen(writer, f"<p>{text}.</p>").html


@pytest.mark.parametrize("letter", "ÐØðøĐđĦħŁłŦŧ")
def test_a_stroke_through_a_letter_hides_no_word(writer, letter):
    with refused("no_stroked_letters"):
        frozen(writer, f"<p>sui{letter}cide</p>")


def test_names_of_authors_keep_their_strokes(draft, writer):
    [reference] = draft.references.all()
    reference.authors = "Łukasz Ø, Đorđević M"
    save_draft(draft, by=writer, references=[reference])
    assert reference.authors in bytes(submit(draft, by=writer).content).decode()


@pytest.mark.parametrize("sign", ["\u0001", "\b", "\t", "\v", "\f", "\r", "\u001f", "\\\v"])
def test_control_characters_hide_no_word(draft, writer, sign):
    run("select set_config('signed_leaf.person', %s, true)", str(writer.pk))
    run("update articles_article set body = %s where id = %s", f"<p>sui{sign}cide</p>", draft.pk)
    with refused("no_control_signs"):
        submit(draft, by=writer, seen=draft.digest())


def test_backslashes_and_line_feeds_are_welcome(writer):
    text = "Written\nas \\u000b, \\f, \\\\b or \\\n\\r"
    assert text in frozen(writer, f"<p>{text}.</p>").html


def test_form_makes_a_space_of_a_tab_and_takes_control_characters_out(writer):
    assert "<p>one two, sleep</p>" in frozen(writer, "<p>one\ttwo, sl\u0001ee\vp</p>").html


@pytest.mark.parametrize("entity", ["&#99;", "&shy;", "&shy", "&#x202E;", "&#x200B;", "&nbsp&#49;"])
def test_entities_hide_no_word(draft, writer, entity):
    run("select set_config('signed_leaf.person', %s, true)", str(writer.pk))
    run("update articles_article set body = %s where id = %s", f"<p>sui{entity}ide</p>", draft.pk)
    with refused("entities_are_plain"):
        submit(draft, by=writer, seen=draft.digest())


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<p>" + "his " * 400 + "end his life.</p>", "D-SUICIDE"),
        ("<p>" + "of it " * 600 + "eight grams of heroin.</p>", "D-OUD"),
        ("<p>her<em>oi</em>n</p>", "D-OUD"),
        ("<p>he<em>roin</em><sup>a</sup></p>", "D-OUD"),
        ("<p>her<sub>oin</sub></p>", "D-OUD"),
        ("<p>heroin<sup>1</sup></p>", "D-OUD"),
        ("<p>sui<strong>ci</strong><a href=\"https://example.org\">de</a></p>", "D-SUICIDE"),
    ],
)  # fmt: skip
def test_words_are_found_however_long_the_text_and_wherever_its_markup_stands(writer, body, code):
    assert code in codes(frozen(writer, body))


def test_phrases_do_not_fall_between_two_pieces(one_transaction):
    for before in range(170, 240):
        body = "<p>" + "word " * before + "in place of treatment</p>"
        assert run(
            "select asks(author_words(jsonb_build_object('html', %s::text, 'slug', '', 'key_points', '[]'::jsonb,"
            " 'references', '[]'::jsonb, 'contacts', '[]'::jsonb)), terms_query('{in place of}'))", body,
        ) == [(True,)], before  # fmt: skip


def test_references_are_read_too(writer):
    article = write(writer)
    reference = article.references.get()
    reference.title = "Eight grams of heroin and suicide"
    edition = submit(save_draft(article, by=writer, references=[reference]), by=writer)

    assert {"D-SUICIDE", "D-OUD"} <= codes(edition)
    assert len(Policy.objects.get(pk=edition.policy_id).requires) == 2


@pytest.mark.parametrize(
    "contacts",
    [[1], [{"links": []}], {"a": 1}, [{"region": "", "name": "", "audience": "", "first": True, "links": [1]}]],
)
def test_contacts_have_their_shape(statements, writer, contacts):
    statement = statements["crisis-help"]
    statement.contacts = contacts
    save_draft(statement, by=writer)
    with pytest.raises(Exception, match="contact"):
        submit(statement, by=writer)


def test_equal_numbers_written_otherwise_are_another_draft(statements, second_writer):
    statement = statements["crisis-help"]
    run("update articles_article set title = title where id = %s", statement.pk)  # changes nothing, so it needs no name
    run("select set_config('signed_leaf.person', %s, true)", str(second_writer.pk))
    for number in ("988", "988.0"):
        run("update articles_article set contacts = %s::jsonb where id = %s", f"[{number}]", statement.pk)
    assert statement.draft_saves.filter(person=second_writer).count() == 1
    run("select set_config('signed_leaf.person', '', true)")
    with refused("every_save_has_a_person"):
        run("update articles_article set contacts = '[988]' where id = %s", statement.pk)


@pytest.mark.parametrize(
    ("rule", "interests"),
    [
        ("interests_are_short", "x" * 301),
        ("interests_are_plain", "None\u202e"),
        ("interests_are_plain", "See https://example.org"),
        ("interests_are_plain", "Buy at leafshop.com"),
        ("interests_are_plain", "\u0410dvice"),
    ],
)
def test_interests_are_no_place_for_more(edition, doctor, rule, interests):
    with refused(rule):
        sign_off(edition, by=doctor, **SIGN_OFF | {"interests": interests})


def test_later_signature_puts_no_word_on_the_page(published, second_doctor):
    sign_off(published.edition, by=second_doctor, **SIGN_OFF | {"interests": "A later text that nobody published"})

    page = only_page(article_id=published.article_id)
    assert [one["interests"] for one in page.sign_offs] == ["None"]


def test_statement_keeps_its_name(statements, writer):
    statement = statements["crisis-help"]
    statement.slug = "crisis-help-2"
    save_draft(statement, by=writer)
    with refused("statement_keeps_its_name"):
        submit(statement, by=writer)


def test_same_source_of_two_designs_loses_no_caution(client, writer, doctor, editor):
    article = write(writer)
    [survey] = article.references.all()
    survey.doi = "10.1000/same"
    trial = type(survey)(key="trial2020", doi="10.1000/same", title="The same", design="randomised trial")
    article.body = "<p>Cited [@trial2020], then [@garcia2020].</p>"
    edition = submit(save_draft(article, by=writer, references=[trial, survey]), by=writer)
    sign_off(edition, by=doctor, **SIGN_OFF)
    publish(edition, by=editor)

    assert "reported on themselves" in client.get(f"/articles/{edition.slug}/").content.decode()
