"""The evidence of a fix: a stranger sees that it is one, of which text, and on whose full review it rests."""

import json

import pytest

from articles.publication import publish
from reviews.sign_off import revoke, sign_off
from tests.fixes import CHANGE, fix_of
from tests.outside import exchanged, leaves, other, says

AT = "/articles/a-public-page"


@pytest.fixture
def kept(public, client, request, checkpoint, stranger):
    """A stranger kept the root's bytes, and then those of the fix with its evidence, all covered by a checkpoint."""
    stranger.root = client.get(f"{AT}/edition.json").content
    request.getfixturevalue("published_fix")
    checkpoint()
    return stranger.fetch(AT)


def test_stranger_is_told_that_it_is_a_fix_and_of_what(kept, public, operator):
    answer = kept.check("--strict")
    assert says(
        answer, 0, "Nothing is wrong\n", "They say that they are a fix: a small change of edition 1", public.fingerprint,
        "Dr Dan Doctor, psychiatrist", "for change", "Dr Dora Doctor", "for medical accuracy",
        "when all that the policy asks for was signed and stood: medical accuracy, change",
    )  # fmt: skip
    assert "1 of the " in answer.stdout.split("CLAIMED by")[1]
    assert kept.evidence["schema"] == 4


def test_who_kept_the_root_compares_both_texts(kept, operator):
    root = operator.kept("root.json", kept.root)
    assert says(
        kept.check("--strict", "--root", root),
        0,
        "Nothing but words differs from that edition: “plnat” is now “plant”.",
    )
    wrong = operator.kept("wrong.json", kept.edition)
    assert says(kept.check("--root", wrong), 1, "the root that you gave is another text than the fix names")


def test_root_is_no_help_for_a_text_reviewed_in_full(public, stranger, checkpoint, operator):
    checkpoint()
    stranger.fetch(AT)
    assert "fix" not in stranger.evidence
    assert says(stranger.check("--root", operator.kept("root.json", stranger.edition)), 2, "the text is no fix")


def test_any_value_altered_is_noticed(kept):
    whole = kept.evidence
    claimed = {
        ("about",),
        ("policy", "name"),
        ("policy", "version"),
        ("policy", "review_after"),
        ("policy", "ends_after"),
    }
    assert not kept.faults()
    for path, value in leaves(whole):
        kept.evidence = exchanged(whole, path, other(value))
        assert bool(kept.faults()) != (path[:1] in claimed or path in claimed), path


def test_any_part_of_the_fix_left_out_is_noticed(kept):
    whole = kept.evidence
    for name in whole["fix"]:
        kept.evidence = whole | {"fix": {key: value for key, value in whole["fix"].items() if key != name}}
        assert kept.faults(), name
    kept.evidence = {key: value for key, value in whole.items() if key != "fix"}
    assert kept.faults()
    for schema in (1, 2):
        kept.evidence = whole | {"schema": schema}
        assert kept.faults()
    for place in range(len(whole["entries"])):
        kept.evidence = whole | {"entries": whole["entries"][:place] + whole["entries"][place + 1 :]}
        assert kept.faults(), place


def test_signatures_change_no_places(kept):
    """The full review passed off as a change sign-off, the change as a full review, and the change alone."""
    whole = kept.evidence
    fix = whole["fix"]
    for evidence in (
        whole | {"sign_offs": fix["sign_offs"], "fix": fix | {"sign_offs": whole["sign_offs"]}},
        whole | {"sign_offs": whole["sign_offs"] + fix["sign_offs"], "fix": fix | {"sign_offs": []}},
        whole | {"sign_offs": []},
        whole | {"fix": fix | {"sign_offs": []}},
    ):
        kept.evidence = evidence
        assert kept.faults()


def test_lost_full_review_is_in_the_evidence_of_the_fix(kept, public, doctor, checkpoint, client):
    revoke(public.sign_offs.get(), by=doctor, reason="A secret reason")
    checkpoint()
    assert client.get(f"{AT}/evidence.json").status_code == 410
    assert says(kept.fetch_evidence(f"{AT}/editions/2/evidence.json").check("--strict"), 0, "was taken back at 20")
    assert "secret reason" not in json.dumps(kept.evidence)


def test_fix_of_a_fix(kept, published_fix, writer, doctor, editor, checkpoint):
    third = fix_of(published_fix.edition, ("surevy", "survey"), by=writer)
    sign_off(third, by=doctor, **CHANGE)
    publish(third, by=editor)
    checkpoint()
    assert says(kept.fetch(AT).check("--strict"), 0, "a small change of edition 1", "edition 3 of article")
    assert says(kept.fetch_evidence(f"{AT}/editions/1/evidence.json").check(), 1, "not the bytes that were signed")
