"""What a fix may change: small words in their place. The database compares, and refuses what a machine cannot judge."""

import json

import pytest
from django.core.exceptions import PermissionDenied

from articles.fix import FixText, rehearse, submit_fix
from tests.databases import run
from tests.fixes import BODY, SUMMARY, changed, fix_of
from tests.rules import refused

SMALL = {
    "a typo": [("plnat", "plant")],
    "a letter too many": [("wet forests", "wett forests")],
    "a little word too few": [("gathered in the", "gathered in")],
    "a little word too many": [("carried to", "carried to the")],
    "a little word for another": [("a village", "the village")],
    "a little word where a sentence begins": [("The plnat", "Plnat")],
    "a little word and a typo beside it": [("grows in wet", "grows in the wett")],
    "a space too few": [("village market", "villagemarket")],
    "a dead link": [("http://example.org/survey", "https://example.org/new")],
    "a full stop at the end of a paragraph": [("sent by post</p>", "sent by post.</p>")],
    "a typo at the start of a sentence": [("Its leaves", "Itss leaves")],
    "another apostrophe and a space": [("wide rivers", "wide&nbsp;rivers")],
    "an apostrophe": [("wide rivers", "wide river's")],
    "a typo in strong words": [("were plain</strong>", "were plian</strong>")],
    "one subject or several": [("questions were printed", "questions was printed")],
    "three words": [("plnat", "plant"), ("surevy", "survey"), ("lettres", "letters")],
}
# One sentence and another in its place: a fix if no rule stands beside them.
SENTENCES = [
    ("The the plant was seen.", "The plant was seen.", None),
    ("The plant was seen by by chance.", "The plant was seen by chance.", None),
    ("The plnat was seen by by chance.", "The plant was seen by chance.", None),
    ("The plant was seen by by chance.", "The plant was seen chance.", "fix_mends_slips_alone"),
    ("The plant was seen by chance.", "The plant was seen by by chance.", "fix_mends_slips_alone"),
    ("It was seen not not at night.", "It was seen not at night.", "fix_keeps_its_negations"),
    ("One programme was long.", "One program was long.", None),
    ("This survey was long.", "These survey was long.", None),
    ("Alot of it was seen there.", "A lot of it was seen there.", None),
    ("It was seen aswell.", "It was seen as well.", None),
    ("They saw wetfor ests there.", "They saw wet forests there.", "fix_mends_slips_alone"),
    ("The 'break through' was seen.", "The 'breakthrough' was seen.", None),
    ("The ‘break through’ was seen.", "The 'breakthrough' was seen.", None),
    ("The 'break through' was seen.", "The breakthrough was seen.", "fix_mends_slips_alone"),
    ("The ‘break through’ was seen.", "The breakthrough was seen.", "fix_mends_slips_alone"),
    ("The breakthrough was seen.", "The 'break through' was seen.", "fix_mends_slips_alone"),
    ("The 'break through' was seen.", "The 'breakthrough was seen.", "fix_mends_slips_alone"),
    ("A surveyasked whether it rains.", "A survey asked whether it rains.", None),
    ("The moral answer was given.", "The amoral answer was given.", "fix_turns_no_word_around"),
    ("A moral answer was given.", "Amoral answer was given.", "fix_turns_no_word_around"),
    ("It was in active use.", "It was inactive use.", "fix_turns_no_word_around"),
    ("It was seen as typical.", "It was seen as atypical.", "fix_keeps_weighty_words"),
    ("Few answers came.", "A few answers came.", "fix_keeps_weighty_words"),
    ("There was very little light.", "There was a very little light.", "fix_keeps_weighty_words"),
    ("A number of answers came.", "The number of answers came.", "fix_keeps_weighty_words"),
    ("They went to the market.", "They hesitate to the market.", "fix_mends_slips_alone"),
    ("The answer is the plan.", "The answer is the reverse of the plan.", "fix_mends_slips_alone"),
    ("The answer is the reverse of the plan.", "The answer is the plan.", "fix_mends_slips_alone"),
    ("The plan was liked.", "The plan was loathed.", "fix_mends_slips_alone"),
    ("Then the plan was liked.", "The plan was liked.", None),
    ("It is thought to last.", "It is pretended to last.", "fix_mends_slips_alone"),
    ("It lasts as the plan says.", "It lasts as the plan wrongly says.", "fix_keeps_its_negations"),
    ("It lasts as the plan says.", "It lasts as the plan foolishly says.", "fix_mends_slips_alone"),
    ("The plnat grows there.", "The plant planet grows there.", "fix_mends_slips_alone"),
    ("The forest grows there.", "The 'forest' grows there.", "fix_mends_slips_alone"),
    ("The wet forest grows there.", "The 'wet forest' grows there.", "fix_mends_slips_alone"),
]
TOO_MUCH = {
    "another word": ([("wet forests", "damp forests")], "fix_mends_slips_alone"),
    "a word more": ([("gathered in", "gathered there in")], "fix_mends_slips_alone"),
    "a word less": ([("wide rivers", "rivers")], "fix_mends_slips_alone"),
    "a meaning turned round by a verb": (
        [("and carried to", "and kept back from")], ("fix_mends_slips_alone", "fix_keeps_weighty_words")),
    "a meaning turned round by a noun": ([("to a village", "to the reverse of a village")], "fix_mends_slips_alone"),
    "a number": ([("62 of", "26 of")], "fix_keeps_its_numbers"),
    "a number in words": ([("Its leaves", "Its two leaves")], "fix_keeps_its_numbers"),
    "a month": ([("the morning", "march")], "fix_keeps_its_numbers"),
    "a number raised": ([("100 said", "10<sup>0</sup> said")], ("fix_keeps_its_numbers", "fix_keeps_its_structure")),
    "a negation taken out": ([("was not named", "was named")], "fix_keeps_its_negations"),
    "a negation put in": ([("grows", "never grows")], "fix_keeps_its_negations"),
    "a contraction": ([("were printed", "weren't printed")], "fix_keeps_its_negations"),
    "a contraction with another apostrophe": ([("were printed", "weren’t printed")], "fix_keeps_its_negations"),
    "a word that denies": ([("printed", "printless")], "fix_keeps_its_negations"),
    "a medicine": ([("Sertraline", "Quetiapine")], "fix_keeps_its_medicines"),
    "a medicine nobody listed": ([("baskets", "bromazepam")], "fix_keeps_its_medicines"),
    "a condition": ([("about worry", "about panic")], "fix_keeps_weighty_words"),
    "whom it speaks of": ([("Grown people", "Grown patients")], "fix_keeps_weighty_words"),
    "a comparison": ([("wide rivers", "increasing rivers")], "fix_keeps_weighty_words"),
    "more": ([("said that", "said more that")], "fix_keeps_weighty_words"),
    "a tense": ([("The plnat grows", "The plnat has grown")], "fix_keeps_weighty_words"),
    "what was and is": ([("was not named", "is not named")], "fix_keeps_weighty_words"),
    "who": ([("that they had", "that we had")], "fix_keeps_weighty_words"),
    "a direction": ([("the report of the survey", "the report from the survey")], "fix_keeps_weighty_words"),
    "a fraction": ([("wide rivers", "½ rivers")], ("fix_keeps_its_numbers", "fix_keeps_its_punctuation")),
    "a foreign letter": ([("wide rivers", "wíde rivers")], "fix_keeps_its_names"),
    "certainty": ([("Nobody can", "Nobody may")], "fix_keeps_weighty_words"),
    "safety": ([("were plain", "were safe")], "fix_keeps_weighty_words"),
    "a word turned round": ([("plain</strong>", "unplain</strong>")], "fix_turns_no_word_around"),
    "a word turned round across its markup": (
        [("<strong>which were plain", "<strong>which were unplain")], "fix_turns_no_word_around"),
    "letters before a strong word": ([(" <strong>which", " un<strong>which")], ("fix_turns_no_word_around", "fix_moves_nothing")),
    "two words changed about": ([("forests along wide rivers", "rivers along wide forests")], "fix_moves_nothing"),
    "a word moved to another paragraph": ([("wet forests", "forests"), ("last page", "wet last page")], "fix_moves_nothing"),
    "emphasis moved": ([("<strong>which were plain</strong>", "which <strong>were plain</strong>")], "fix_moves_nothing"),
    "emphasis taken away": ([("<strong>which were plain</strong>", "which were plain")], "fix_moves_nothing"),
    "a link put in": (
        [("village market", '<a href="https://example.org/shop">vilage</a> market')],
        ("fix_keeps_its_links", "fix_keeps_its_structure", "fix_moves_nothing"),
    ),
    "a space within a number": ([("62 of 100", "6 2 of 100")], ("fix_keeps_its_numbers", "fix_keeps_its_punctuation")),
    "a comma": ([("questions,", "questions")], "fix_keeps_its_punctuation"),
    "a sentence cut in two": ([("and carried", ". Carried")], ("fix_keeps_its_punctuation", "fix_keeps_weighty_words")),
    "a question": ([("plain</strong>.", "plain</strong>?")], "fix_keeps_its_punctuation"),
    "a hyphen": ([("village market", "village-market")], "fix_keeps_its_punctuation"),
    "a capital letter": ([("of the morning", "of the Morning")], "fix_keeps_its_names"),
    "an abbreviation": ([("other teams", "FDA teams")], "fix_keeps_its_names"),
    "a name where a sentence begins": ([("Its leaves", "Zoloft leaves")], "fix_keeps_its_names"),
    "a name after a title": (
        [("Its leaves", "Dr. Smith says so. Its leaves")], ("fix_keeps_its_names", "fix_keeps_its_punctuation")
    ),
    "a negation without its apostrophe": ([("grows", "dont grow")], "fix_keeps_its_negations"),
    "a contracted tense": ([("questions were", "questions'll be")], "fix_keeps_weighty_words"),
    "a heading": ([("The survey</h2>", "The answer</h2>")], "fix_keeps_its_headings"),
    "a heading made of a paragraph": ([("<p>Nobody can", "<h3>Nobody can"), ("questions.</p>", "questions.</h3>")],
                                      "fix_keeps_its_headings"),
    "a citation": ([(" [@garcia2020]", "")], "fix_keeps_its_citations"),
    "a citation moved": ([(" [@garcia2020]", ""), ("cool of", "cool [@garcia2020] of")], "fix_keeps_its_citations"),
    "a paragraph divided": ([("rivers. Its", "rivers.</p><p>Its")], "fix_keeps_its_structure"),
    "two paragraphs joined": ([("</p></li><li><p>", " ")], "fix_keeps_its_structure"),
    "a line break": ([("rivers. Its", "rivers.<br>Its")], "fix_keeps_its_structure"),
    "a link to no safe address": ([("http://example.org/survey", "http://example.org/new")], "fix_keeps_its_links"),
    "a link turned into a call": ([("http://example.org/survey", "tel:123")], "fix_keeps_its_links"),
    "a link more": ([("village market", "<a href=\"https://x.org\">village market</a>")],
                    ("fix_keeps_its_structure", "fix_moves_nothing")),
    "over 5 percent of the words": (
        [("grows", "grosw"), ("wet", "wett"), ("carried", "caried"), ("village", "vilage"), ("printed", "prinetd"),
         ("ask other", "aks other"), ("market", "markte"), ("sent", "setn")], "fix_is_small"),
}  # fmt: skip


def compared(old, new):
    """What the database says of one document as a fix of another."""
    [(answer,)] = run("select gate.fix_compared(%s, %s, now())", json.dumps(old), json.dumps(new))
    answer = json.loads(answer) if isinstance(answer, str) else answer
    return answer["changed"], {fault["rule"] for fault in answer["faults"]}


def text(*pairs):
    html = BODY
    for old, new in pairs:
        assert old in html, old
        html = html.replace(old, new)
    return FixText("What one survey asked", SUMMARY, ("One survey asked.",), html).as_json()


@pytest.mark.parametrize("name", SMALL)
def test_small_change_is_a_fix(one_transaction, name):
    words, rules = compared(text(), text(*SMALL[name]))
    assert rules == set()
    assert words <= 2 * len(SMALL[name])


@pytest.mark.parametrize(("old", "new", "rule"), SENTENCES, ids=[new for _, new, _ in SENTENCES])
def test_word_becomes_nothing_but_what_it_was_meant_to_be(one_transaction, old, new, rule):
    _, rules = compared(*(text(("</ul>", f"</ul><p>{sentence}</p>")) for sentence in (old, new)))
    assert rules == ({rule} if rule else set()) or rule in rules


@pytest.mark.parametrize("name", TOO_MUCH)
def test_larger_change_is_none(one_transaction, name):
    pairs, expected = TOO_MUCH[name]
    _, rules = compared(text(), text(*pairs))
    assert rules & ({expected} if isinstance(expected, str) else set(expected)), rules


def test_every_rule_is_the_databases_own_and_is_said_before(public, writer):
    for pairs, expected in TOO_MUCH.values():
        new = changed(public, *pairs)
        if isinstance(expected, str):
            first = rehearse(public, by=writer, text=new).excess
            assert expected in {excess.rule for excess in first}
            with refused([excess.rule for excess in first]):
                submit_fix(public, by=writer, text=new, reason="A typo")


def test_fix_is_the_next_edition_and_names_its_root(public, writer, second_writer):
    edition = fix_of(public, *SMALL["three words"], by=second_writer)
    document, old = edition.document(), public.document()
    assert (edition.number, edition.root_id, edition.fix.of_id, edition.fix.words_changed) == (
        2,
        public.pk,
        public.pk,
        3,
    )
    assert document["fix"] == {
        "of": public.pk, "root": public.pk, "root_number": 1, "root_digest": public.fingerprint,
    }  # fmt: skip
    assert set(edition.contributors) == {writer.pk, second_writer.pk}
    for name in old.keys() - {"html", "number", "contributors"}:
        assert document[name] == old[name]


def test_title_summary_and_key_points_are_text_like_the_body(public, writer):
    points = ["One survey asked.", "People chose to answer.", "It cannot show cause."]
    for fields, rule in [
        ({"summary": SUMMARY.replace("cannot", "can")}, "fix_keeps_its_negations"),
        ({"title": "What four surveys asked"}, "fix_keeps_its_numbers"),
        ({"key_points": points[::-1]}, ("fix_moves_nothing", "fix_keeps_its_names")),
        ({"key_points": [*points, "Good."]}, "fix_keeps_its_structure"),
        ({"title": ""}, "fix_keeps_its_names"),
    ]:
        with refused(rule):
            fix_of(public, by=writer, **fields)


def test_nothing_is_no_fix(public, writer):
    with refused("something_to_fix"):
        fix_of(public, by=writer)


def test_all_that_is_too_much_is_said_at_once_with_the_words(public, writer):
    said = rehearse(public, by=writer, text=changed(public, ("62", "26"), ("not named", "named"))).excess
    assert {excess.rule for excess in said} == {"fix_keeps_its_numbers", "fix_keeps_its_negations"}
    assert "Found: 26, 62" in " ".join(excess.sentence for excess in said)
    assert not any(excess.sentence.startswith("More than") for excess in said)


def test_words_are_counted_by_the_place(public, writer):
    """Two words for two others are two, and so is one parted; a word out or in is one; a link is one."""
    pairs = [
        ("plnat grows", "plant grow"),
        ("a village", "village"),
        ("gathered in", "gathered in that"),
        ("http://example.org/survey", "https://a.org"),
    ]
    assert rehearse(public, by=writer, text=changed(public, *pairs)).changed == 5


def test_only_who_may_submit_makes_a_fix(public, doctor):
    with pytest.raises(PermissionDenied):
        fix_of(public, ("plnat", "plant"), by=doctor)


# Round the operation --------------------------------------------------------------------------------------------------------


def submit_raw(edition, text, by):
    return run(
        "select act.submit_fix(%s, %s, %s, %s, 'Raw')", edition.pk, bytes(edition.digest), json.dumps(text), by.pk
    )  # fmt: skip


def test_act_takes_title_summary_key_points_and_body_alone(public, writer):
    whole = changed(public, ("plnat", "plant")).as_json()
    for more in [
        {"slug": "another-page"}, {"references": []}, {"topics": []}, {"funding": "Acme"}, {"bylines": []}, {"flags": ["x"]},
        {"disclaimers": []}, {"contacts": []}, {"fix": {"root": 1}}, {"number": 9}, {"policy": 1}, {"contributors": [1]},
        {"key_points": [1, 2, 3]}, {"title": None}, {"html": {}},
    ]:  # fmt: skip
        with refused("fix_changes_words_alone"):
            submit_raw(public, whole | more, writer)


def test_act_takes_another_text_than_the_public_one_for_none(public, writer):
    with refused("fix_of_what_was_seen"):
        run("select act.submit_fix(%s, sha256('x'), '{}', %s, 'Raw')", public.pk, writer.pk)


def test_characters_between_the_tokens_are_none(public, writer):
    """A sign for private use would hide a tag from the comparison: no edition holds one."""
    with refused(("signs_of_an_english_text", "fix_keeps_its_structure")):
        submit_raw(public, changed(public, ("plnat", "pl\ue001ant")).as_json(), writer)


def test_search_path_and_language_of_the_caller_change_nothing(public, writer):
    arguments = [public.pk, bytes(public.digest), json.dumps(changed(public, ("62", "26")).as_json()), writer.pk]
    with refused("fix_keeps_its_numbers"):
        run("set local search_path = pg_temp, live")
        run("set local default_text_search_config = 'pg_catalog.french'")
        run("select act.submit_fix(%s, %s, %s, %s, 'Raw')", *arguments)


# How it compares --------------------------------------------------------------------------------------------------------------


def test_edits_are_the_fewest(one_transaction):
    old, new = list("abcabba"), list("cbabac")
    rows = run("select added, at from gate.fix_edits(%s::text[], %s::text[], 9)", old, new)
    gone, come = ({at for added, at in rows if added is side} for side in (False, True))
    assert len(rows) == 5
    assert [t for n, t in enumerate(old, 1) if n not in gone] == [t for n, t in enumerate(new, 1) if n not in come]
    assert run("select at from gate.fix_edits(%s::text[], %s::text[], 4)", old, new) == [(None,)]


def test_long_text_is_compared_fast(one_transaction):
    words = [f"w{'abcdefgh'[n % 7]}{'xyzuv'[n % 5]}" for n in range(10_000)]
    document = FixText("T", "S", ("P",), f"<p>{' '.join(words)}</p>").as_json()
    other = document | {"html": document["html"].replace("wax", "wux", 150)}
    run("set local statement_timeout = '30s'")
    assert compared(document, other) == (150, set())
