"""The evidence for an edition: a stranger checks it without the site, and sees it when a byte of anything is another."""

import copy
import hashlib
import inspect
import json
import re
import sys
from datetime import timedelta

import pytest
from django.contrib.staticfiles import finders
from django.db import connection, connections
from django.test import Client
from django.utils import timezone

from articles.article import Article, save_draft
from articles.edition import submit
from articles.publication import publish, retract, take_down
from cms import signer, tree
from cms.transparency import publish_checkpoint
from cms.verify import CHECKS
from reviews.credential import suspend_credential
from reviews.sign_off import revoke, sign_off
from tests.conftest import LEGAL, SECOND, SIGN_OFF, write
from tests.outside import CHECKERS, exchanged, leaves, loaded, other, says
from tests.people import give_credential
from tests.reading import PAGE, SLUG, put_up
from tests.rules import denied
from tests.test_public_http import queries

AT = f"/articles/{SLUG}"
EVIDENCE = f"{AT}/evidence.json"
FIRST = f"{AT}/editions/1/evidence.json"
PTSD = "/articles/what-ptsd-research-shows"


@pytest.fixture
def kept(published, checkpoint, stranger):
    """A stranger has the bytes and the evidence of the public article, all of it covered by a checkpoint."""
    checkpoint()
    return stranger.fetch()


# What fits ------------------------------------------------------------------------------------------------------------------


def test_stranger_is_told_what_is_proven_and_what_is_claimed(kept, operator):
    answer = kept.check("--strict")

    assert says(answer, 0, "Nothing is wrong\n", f"fingerprint is {hashlib.sha256(kept.edition).hexdigest()}.")
    proven, claimed = answer.stdout.split("CLAIMED by the site alone")
    for sentence in (
        "D-INFO.1", "is signed by localhost/signed-leaf", "Dr Dora Doctor, psychiatrist", "Interests declared: “None”",
        "appointed as compliance officer, verified the credential", "made it public from",
    ):  # fmt: skip
        assert sentence in proven
    for sentence in ("asks for medical accuracy", "no revocation", "the site's clock"):
        assert sentence in claimed


def test_legal_check_by_somebody_who_knows_no_topic(writer, doctor, lawyer, editor, checkpoint, stranger):
    edition = submit(write(writer, slug="what-the-law-says", topics=("law", "safety")), by=writer)
    sign_off(edition, by=doctor, **SIGN_OFF)
    give_credential(lawyer, specialties=["depression"], qualification="lawyer or regulatory specialist")
    sign_off(edition, by=lawyer, **LEGAL)
    publish(edition, by=editor)
    checkpoint()

    assert says(stranger.fetch("/articles/what-the-law-says").check("--strict"), 0, "Lara Lawyer", "legal check")
    stranger.evidence["policy"]["covers"]["legal check"] = "any"
    assert "the credential does not cover law, safety" in stranger.faults()


def test_two_signatures_by_two_people(ptsd_edition, doctor, second_doctor, editor, checkpoint, stranger):
    sign_off(ptsd_edition, by=doctor, **SIGN_OFF)
    sign_off(ptsd_edition, by=second_doctor, **SECOND)
    publish(ptsd_edition, by=editor)
    checkpoint()

    assert says(stranger.fetch(PTSD).check("--strict"), 0, "Dr Dora Doctor", "Dr Dan Doctor", "second medical review")


def test_without_a_key_nothing_of_the_ledger_is_proven(kept):
    assert says(kept.check(key=None), 0, "not all of it is proven", "neither a key nor a checkpoint that you kept")
    assert says(kept.check("--strict", key=None), 1)
    assert "Dr Dora Doctor" not in kept.check(key=None).stdout.split("CLAIMED")[0]


def test_entries_newer_than_the_checkpoint_have_no_proof_yet_and_the_file_says_so(
    edition, doctor, editor, checkpoint, stranger
):
    checkpoint()
    sign_off(edition, by=doctor, **SIGN_OFF)
    publish(edition, by=editor)
    stranger.fetch()

    proofs = {json.loads(entry["body"])["act"]: entry["proof"] for entry in stranger.evidence["entries"]}
    assert proofs["submit"]
    assert proofs["sign off"] is proofs["publish"] is None
    assert "whose proof is null is newer than the checkpoint" in " ".join(stranger.evidence["about"])
    assert says(stranger.check(), 0, "not all of it is proven", "newer than the checkpoint")
    assert says(stranger.check("--strict"), 1)

    checkpoint()
    assert says(stranger.fetch().check("--strict"), 0)


def test_without_any_checkpoint_all_acts_are_claims(published, stranger):
    assert stranger.fetch().evidence["checkpoint"] is None
    assert says(stranger.check(), 0, "no checkpoint of it was signed yet")
    assert says(stranger.check("--strict"), 1)


def test_kept_checkpoint_is_as_good_as_a_key(kept):
    checkpoint = kept.keep_checkpoint()
    assert says(kept.check("--strict", "--checkpoint", checkpoint, key=None), 0, "same ledger as the one that you kept")


def test_older_checkpoint_is_continued(kept, client, writer, doctor, editor, checkpoint, operator):
    older = kept.keep_checkpoint()
    put_up(writer, doctor, editor, slug="another")
    checkpoint()
    kept.fetch()
    sizes = [note.split("\n")[1] for note in (older.read_text(), kept.evidence["checkpoint"])]

    assert says(kept.check("--checkpoint", older), 2, "/transparency/consistency/{}/{}".format(*sizes))
    proof = operator.kept("proof.json", client.get("/transparency/consistency/{}/{}".format(*sizes)).content)
    assert says(kept.check("--strict", "--checkpoint", older, "--continued", proof), 0)
    broken = operator.kept("broken.json", json.dumps({"hashes": json.loads(proof.read_text())["hashes"][1:]}))
    assert says(kept.check("--checkpoint", older, "--continued", broken), 1, "rewritten")


# Editions that are not shown any more ---------------------------------------------------------------------------------------

ENDINGS = {
    "taken down": lambda p, editor, doctor, compliance: take_down(p.article, by=editor, reason="A secret reason"),
    "retracted": lambda p, editor, doctor, compliance: retract(p.article, by=editor, reason="A secret reason"),
    "taken back": lambda p, editor, doctor, compliance: revoke(
        p.edition.sign_offs.get(), by=doctor, reason="A secret reason"
    ),
    "lost": lambda p, editor, doctor, compliance: suspend_credential(
        doctor.credentials.get(), by=compliance, reason="A secret reason"
    ),
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_edition_no_longer_shown_keeps_its_evidence_and_not_its_text(
    kept, client, published, editor, doctor, compliance, checkpoint, ending
):
    ENDINGS[ending](published, editor, doctor, compliance)
    checkpoint()

    assert client.get(f"{AT}/edition.json").status_code == client.get(EVIDENCE).status_code == 410
    file = client.get(FIRST).content.decode()
    for words in (
        "What one survey asked",
        "were asked about",
        "It cannot show cause",
        "General information",
        "secret reason",
    ):
        assert words not in file
    assert says(kept.fetch_evidence().check("--strict"), 0, f" {ending}")
    proven = kept.check().stdout.split("CLAIMED")[0]
    assert re.search(rf"{ending}.* at 20", proven)


def test_superseded_edition_keeps_its_evidence(kept, client, writer, doctor, editor, checkpoint):
    first, article = kept.edition, Article.objects.get(slug=SLUG)
    article.title = "What one survey asked, again"
    save_draft(article, by=writer)
    edition = submit(article, by=writer)
    sign_off(edition, by=doctor, **SIGN_OFF)
    publish(edition, by=editor)
    checkpoint()

    assert says(kept.fetch().check("--strict"), 0, "edition 2 of article")
    assert kept.evidence == client.get(f"{AT}/editions/2/evidence.json").json()
    kept.edition = first
    assert says(kept.check(), 1, "not the bytes that were signed")
    assert says(
        kept.fetch_evidence().check("--strict"), 0, "edition 1 of article", "another publication took its place"
    )


def test_publication_renewed_by_a_new_signature(
    ptsd_edition, doctor, second_doctor, medical_lead, editor, checkpoint, stranger
):
    for by, how in ((doctor, SIGN_OFF), (second_doctor, SECOND)):
        sign_off(ptsd_edition, by=by, **how)
    publish(ptsd_edition, by=editor)
    revoke(ptsd_edition.sign_offs.get(reviewer=doctor), by=doctor, reason="A doubt")
    sign_off(ptsd_edition, by=medical_lead, **SIGN_OFF)
    publish(ptsd_edition, by=editor)
    checkpoint()

    answer = stranger.fetch(PTSD).check("--strict")
    assert says(answer, 0, "taken back", "Dr Lena Lead")
    assert answer.stdout.count("made it public from") == 2


def test_moved_article_keeps_the_evidence_of_its_old_address(kept, client, writer, doctor, editor):
    article = Article.objects.get(slug=SLUG)
    article.slug = "a-better-address"
    save_draft(article, by=writer)
    edition = submit(article, by=writer)
    assert client.get("/articles/a-better-address/editions/2/evidence.json").status_code == 404
    sign_off(edition, by=doctor, **SIGN_OFF)
    publish(edition, by=editor)

    moved = client.get(EVIDENCE)
    assert (moved.status_code, moved["Location"]) == (301, "/articles/a-better-address/evidence.json")
    assert client.get(FIRST).json()["number"] == 1
    assert client.get("/articles/a-better-address/editions/2/evidence.json").json()["number"] == 2
    assert client.get("/articles/a-better-address/editions/1/evidence.json").status_code == 404


# One byte -------------------------------------------------------------------------------------------------------------

CLAIMED_ONLY = {
    ("about",),
    ("policy", "name"),
    ("policy", "version"),
    ("policy", "review_after"),
    ("policy", "ends_after"),
}


def test_any_value_of_the_evidence_altered_is_noticed(kept):
    """But for what it names as claims."""
    whole, tried = kept.evidence, 0
    assert not kept.faults()
    for path, value in leaves(whole):
        kept.evidence = exchanged(whole, path, other(value))
        wrong = kept.faults()
        assert bool(wrong) != (path[:1] in CLAIMED_ONLY or path in CLAIMED_ONLY), path
        tried += 1
    assert tried > 100


def test_any_part_of_the_evidence_left_out_is_noticed(kept):
    whole = kept.evidence
    for name in whole:
        kept.evidence = {key: value for key, value in whole.items() if key != name}
        assert kept.faults(), name
    for name in ("disclaimers", "statements", "publications", "sign_offs", "verifications", "entries", "contributors"):
        for place in range(len(whole[name])):
            kept.evidence = whole | {name: whole[name][:place] + whole[name][place + 1 :]}
            assert kept.faults(), (name, place)


def test_any_byte_of_the_edition_altered_is_noticed(kept):
    whole = kept.edition
    for place in range(0, len(whole), 97):
        kept.edition = whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]
        assert kept.faults(), place
    for kept.edition in (whole + b"\n", whole[:-1], b" " + whole):
        assert kept.faults()


def swapped(entries):
    entries[0], entries[1] = entries[1], entries[0]


def proofs_swapped(entries):
    entries[0]["proof"], entries[1]["proof"] = entries[1]["proof"], entries[0]["proof"]


@pytest.mark.parametrize(
    ("tamper", "sentence"),
    [
        (swapped, "not in the order of the ledger"),
        (lambda entries: entries.append(entries[-1]), "not in the order of the ledger"),
        (proofs_swapped, "is not in the ledger that the checkpoint was signed over"),
        (lambda entries: entries[2].update(proof=None), "has none"),
        (lambda entries: entries[2]["proof"].pop(), "is not in the ledger"),
        (lambda entries: entries[2]["proof"].append(entries[2]["proof"][0]), "is not in the ledger"),
        (lambda entries: entries[2].update(body=entries[2]["body"].replace(",", ", ", 1)), "canonical form"),
    ],
)
def test_entries_tampered_with_are_noticed(kept, tamper, sentence):
    tamper(kept.evidence["entries"])
    assert says(kept.check(), 1, "WRONG", sentence)


def test_entries_of_another_edition_are_noticed(kept, published, writer, doctor, editor, checkpoint):
    mine = kept.evidence
    put_up(writer, doctor, editor, slug="another")
    checkpoint()
    theirs = kept.fetch("/articles/another").evidence
    kept.fetch()

    both = {entry["seq"]: entry for entry in kept.evidence["entries"] + theirs["entries"]}
    kept.evidence = kept.evidence | {"entries": [both[seq] for seq in sorted(both)]}
    assert says(kept.check(), 1, "is of something else")
    kept.evidence = kept.evidence | {"entries": theirs["entries"]}
    assert says(kept.check(), 1, "the ledger has 0 entries “submit”")
    assert mine["digest"] != theirs["digest"]


def test_note_of_another_key_or_ledger_is_noticed(kept, operator):
    other_key = signer.make_key(operator.folder / "other", "localhost/signed-leaf")
    assert says(kept.check(key=other_key), 1, "not signed by that key")
    strange = signer.make_key(operator.folder / "strange", "example.org/another")
    assert says(kept.check(key=strange), 1, "is a checkpoint of localhost/signed-leaf, not of example.org/another")


@pytest.mark.parametrize(
    "content", ["", "[]", "not json", '{"schema": 3}', '{"schema": 1, "schema": 1}', '{"schema": 1}x', b"\xff"],
)  # fmt: skip
def test_files_that_cannot_be_read_are_told_from_wrong_ones(kept, operator, content):
    edition, evidence = kept.files()
    broken = operator.kept("broken.json", content)
    assert says(operator.run("verify_evidence.py", edition, broken), 2, "UNUSABLE")
    assert says(operator.run("verify_evidence.py", edition, operator.folder / "none"), 2, "UNUSABLE")
    assert says(operator.run("verify_evidence.py", edition, evidence, "--key", "none"), 2, "UNUSABLE: the key")


# What a forger with the signer's key could not make fit ---------------------------------------------------------------------


@pytest.fixture
def forge(kept, operator):
    """Changes text, evidence and entries and makes digests, tree and signature fit again, as if the key were stolen."""

    def forge(change, write=canonical, enter=canonical):
        document, evidence = json.loads(kept.edition), kept.evidence
        said = [json.loads(entry["body"]) for entry in evidence["entries"]]
        by_act = {entry["act"]: entry for entry in said}
        change(document, evidence, by_act, said)
        kept.edition = write(document)
        digest = evidence["digest"] = hashlib.sha256(kept.edition).hexdigest()
        told = {("sign_off", one["sign_off"]): one["facts"] for one in evidence["sign_offs"]}
        told |= {("publication", one["publication"]): one["facts"] for one in evidence["publications"]}
        told |= {("verification", one["verification"]): one["facts"] for one in evidence["verifications"]}
        keys = {"sign off": "sign_off", "publish": "publication", "verify credential": "verification"}
        for seq, entry in enumerate(said):
            entry |= {"seq": seq} | ({"digest": digest} if "digest" in entry else {})
            if "facts" in entry:
                entry["facts"] = hashlib.sha256(
                    canonical(told[keys[entry["act"]], entry[keys[entry["act"]]]])
                ).hexdigest()
        bodies = [enter(entry).decode() for entry in said]
        leaf = [hashlib.sha256(b"\x00" + body.encode()).digest() for body in bodies]

        def node(level, index):
            return leaf[index] if level == 0 else tree.join(node(level - 1, index * 2), node(level - 1, index * 2 + 1))

        evidence["checkpoint"] = signer.sign_next(
            operator.folder / "key", operator.folder / f"forged{len(list(operator.folder.iterdir()))}", bodies
        )
        evidence["entries"] = [
            {"seq": seq, "body": body,
             "proof": [signer.b64encode(one).decode() for one in tree.inclusion(seq, len(leaf), node)]}
            for seq, body in enumerate(bodies)
        ]  # fmt: skip

    return forge


def canonical(document):
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


LONG_AGO = "2020-01-01T00:00:00.000000Z"


def moved(said, act, place):
    (entry,) = [one for one in said if one["act"] == act]
    said.remove(entry)
    said.insert(place, entry)


def lost(act, place, **more):
    """Somebody took the signature back, or suspended the credential: entered before the publication (-1) or after."""

    def change(document, evidence, by, said):
        (one,) = evidence["sign_offs"]
        entry = {"act": act, "actor": one["person"], "at": by["publish"]["at"], "login": "leaf_app", "reason": "0"}
        if act == "revoke":
            one["revoked_at"] = entry["at"]
            entry |= {name: by["submit"][name] for name in ("article", "edition", "digest")} | {
                "sign_off": one["sign_off"]
            }
        else:
            one["suspended_at"] = entry["at"]
            entry["credential"] = one["credential"]
        said.insert(len(said) + place, entry)

    return change


def retracted_before(document, evidence, by, said):
    publication = evidence["publications"][0]["publication"]
    at = by["publish"]["at"]
    evidence["take_downs"].append({"publication": publication, "kind": "retracted", "at": at})
    said.insert(len(said) - 1, {"act": "retracted", "actor": 1, "article": evidence["article"], "at": at,
                                "publication": publication})  # fmt: skip


def on(part, **facts):
    return lambda document, evidence, by, said: evidence[part][0]["facts"].update(facts)


def contributes(document, evidence, by, said):
    document["contributors"] = evidence["contributors"] = sorted([*document["contributors"], by["sign off"]["actor"]])


def stands_in_the_byline(document, evidence, by, said):
    document["bylines"].append({"person": by["sign off"]["actor"], "name": "Dr Dora Doctor"})


def submits(document, evidence, by, said):
    by["submit"]["actor"] = by["sign off"]["actor"]


def verifies_herself(document, evidence, by, said):
    by["verify credential"]["actor"] = by["appoint"]["person"] = evidence["verifications"][0]["officer"] = by[
        "sign off"
    ]["actor"]


def asks_for_two(document, evidence, by, said):
    evidence["policy"]["requires"] = evidence["sign_offs"][0]["facts"]["requires"] = [
        "medical accuracy",
        "second medical review",
    ]


def revoked_elsewhere(document, evidence, by, said):
    lost("revoke", 0)(document, evidence, by, said)
    said[-1]["edition"] += 1


def signs_again(document, evidence, by, said):
    asks_for_two(document, evidence, by, said)
    again = copy.deepcopy(evidence["sign_offs"][0])
    again["sign_off"], again["facts"]["meaning"] = 99, "second medical review"
    evidence["sign_offs"].append(again)
    evidence["publications"][0]["facts"]["sign_offs"].append(99)
    said.insert(len(said) - 1, by["sign off"] | {"sign_off": 99, "meaning": "second medical review"})


def asks_for_nobody(document, evidence, by, said):
    evidence["policy"]["requires"] = evidence["publications"][0]["facts"]["sign_offs"] = []
    evidence["sign_offs"] = evidence["verifications"] = []
    for act in ("sign off", "verify credential", "appoint"):
        said.remove(by[act])


def never_public(document, evidence, by, said):
    evidence["publications"] = []
    said.remove(by["publish"])


def ends_strangely(document, evidence, by, said):
    publication, at = evidence["publications"][0]["publication"], by["publish"]["at"]
    evidence["take_downs"].append({"publication": publication, "kind": "lost", "at": at})


FORGERIES = {
    "nothing changed": (lambda *all: None, None),
    "revoked afterwards": (lost("revoke", 0), None),
    "suspended afterwards": (lost("suspend credential", 0), None),
    "revoked before": (lost("revoke", -1), "was lost before that"),
    "suspended before": (lost("suspend credential", -1), "was lost before that"),
    "retracted before": (retracted_before, "after it had been retracted"),
    "a contributor signs": (contributes, "signed and contributed"),
    "the byline signs": (stands_in_the_byline, "in the byline is not named as a contributor"),
    "the submitter signs": (submits, "signed and contributed"),
    "nobody appointed the officer": (lambda d, e, by, said: by["appoint"].update(office="medical lead"), "no compliance officer"),
    "the signer verifies herself": (verifies_herself, "verified their own credential"),
    "verified after signing": (lambda d, e, by, said: moved(said, "verify credential", 4), "verified after the signature"),
    "appointed after verifying": (lambda d, e, by, said: moved(said, "appoint", 4), "no compliance officer"),
    "signed before it was submitted": (lambda d, e, by, said: moved(said, "submit", 3), "before the text was submitted"),
    "signed after it was published": (lambda d, e, by, said: moved(said, "publish", 2), "came after the publication"),
    "a signature missing": (asks_for_two, "lacks a sign-off for second medical review"),
    "another meaning": (on("sign_offs", meaning="spelling"), "names another meaning"),
    "under another policy": (on("sign_offs", policy=99), "under another policy"),
    "not for these topics": (on("verifications", specialties=["liver"]), "does not cover safety"),
    "a lapsed credential": (on("verifications", valid_until="2020-01-01T00:00:00.000000Z"), "not in order"),
    "another name": (on("verifications", name="Dr Who"), "signer's name is not the verified one"),
    "public for too long": (on("publications", ends_at="2999-01-01T00:00:00.000000Z"), "outlasts its sign-off"),
    "entered before it was signed": (
        lambda d, e, by, said: by["sign off"].update(at=LONG_AGO), "was entered before it was given",
    ),
    "entered before it was published": (
        lambda d, e, by, said: by["publish"].update(at=LONG_AGO), "was entered before it was made",
    ),
    "signed when the credential had lapsed": (
        on("verifications", verified_at=LONG_AGO, valid_until="2021-01-01T00:00:00.000000Z"), "was not in force",
    ),
    "signed with another verification": (
        lambda d, e, by, said: by["sign off"].update(verification=99), "given with another verification",
    ),
    "no article": (lambda d, e, by, said: d.update(kind="statement"), "no article of schema 1"),
    "submitted by no contributor": (
        lambda d, e, by, said: by["submit"].update(actor=77), "whoever submitted it is not named as a contributor",
    ),
    "revoked as of another text": (revoked_elsewhere, "the revocation is of another text"),
    "signed twice by one person": (signs_again, "one person signed twice"),
    "nobody asked to sign": (asks_for_nobody, "the policy asks for nobody"),
    "never public": (never_public, "it was never public"),
    "an unknown end": (ends_strangely, "no take-down called “lost”"),
    "signed under a policy that asked for more": (
        on("sign_offs", requires=["medical accuracy", "second medical review"]), "is not what the policy asks for",
    ),
    "due before it was signed": (on("sign_offs", review_due_at=LONG_AGO), "not in order"),
    "no instant": (on("sign_offs", signed_at="yesterday"), "is none"),
    "resting on another signature": (on("publications", sign_offs=[99]), "rests on sign-offs that are not in the evidence"),
    "resting on none": (on("publications", sign_offs=[]), "lacks a sign-off for medical accuracy"),
    "another policy in the text": (lambda d, e, by, said: d.update(policy=99), "under another policy than the evidence"),
    "an act that the file does not tell": (
        lambda d, e, by, said: said.append({"act": "taken down", "actor": 1, "article": e["article"], "publication": 1}),
        "is of something else",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FORGERIES)
def test_rules_hold_for_whoever_has_the_key(kept, forge, name):
    change, sentence = FORGERIES[name]
    forge(change)

    wrong = kept.faults()
    assert not wrong if sentence is None else sentence in "\n".join(wrong), wrong


def spaced(document):
    return json.dumps(document, ensure_ascii=False, sort_keys=True).encode()


def test_forms_that_another_parser_might_read_otherwise_are_refused(kept, forge):
    forge(lambda *all: None, write=spaced)
    assert kept.faults() == ["the bytes are not in their one canonical form"]
    forge(lambda *all: None, enter=spaced)
    assert kept.faults() == ["entry 0 is not in its one canonical form"]


def test_entry_says_its_place(kept, operator, checker):
    entry = kept.evidence["entries"][2]
    with pytest.raises(checker.Wrong, match="says that it is entry"):
        checker.Entry(entry | {"seq": entry["seq"] + 1}, 0, None)


# What a superuser rewrites ----------------------------------------------------------------------------------------------


@pytest.fixture
def database(committed, as_superuser):
    """Statements of the database's superuser, with every trigger and check of these tables out of the way."""
    as_superuser.execute("set session_replication_role = replica")
    tables = ["articles_edition", "articles_publication", "reviews_signoff", "reviews_basis", "cms_entry", "cms_node"]
    for table in [*tables, "cms_checkpoint"]:
        for name, _ in as_superuser.execute(
            "select conname, contype from pg_constraint where conrelid = %s::regclass and contype in ('c', 'f')",
            [table],
        ).fetchall():
            as_superuser.execute(f"alter table {table} drop constraint {name} cascade")
        as_superuser.execute(f"alter table {table} disable trigger all")
    return as_superuser.execute


def rewrite_ledger(database, change):
    """Every entry anew, as `change` has its body, and the chain and the tree with it: consistent again."""
    rows = database("select seq, at, body, reason, salt from cms_entry order by seq").fetchall()
    database("delete from cms_node; delete from cms_entry")
    previous = bytes(32)
    for seq, at, body, reason, salt in rows:
        body = canonical(change(json.loads(body)))
        database(
            "insert into cms_entry (seq, prev_hash, at, body, reason, salt) values (%s, %s, %s, %s, %s, %s)",
            [seq, previous, at, body, reason, salt],
        )
        database("select act.grow(%s, %s)", [seq, body])
        previous = hashlib.sha256(previous + body).digest()


def alter_edition(database):
    """One byte, and every digest in the tables to fit it."""
    database("create temporary table id as select id, digest from articles_edition where slug = %s", [SLUG])
    database(
        "update articles_edition set content = convert_to(replace(convert_from(content, 'UTF8'), 'worry', 'hurry'), 'UTF8')"
        " where id = (select id from id)"
    )
    for table in ("articles_publication", "reviews_signoff", "reviews_basis"):
        database(
            f"update {table} set digest = (select digest from articles_edition where id = (select id from id))"
            " where edition_id = (select id from id)"
        )


SUPERUSERS = {
    "an edition": (alter_edition, "names another digest"),
    "a reviewer's name": (
        lambda database: database("update reviews_signoff set reviewer_name = 'Dr Dora Doktor'"),
        "what is shown is not what was entered",
    ),
    "a declared interest": (
        lambda database: database("update reviews_signoff set interests = 'Nine'"), "what is shown is not what was entered",
    ),
    "an end": (
        lambda database: database("update reviews_signoff set ends_at = ends_at + interval '1 microsecond'"),
        "what is shown is not what was entered",
    ),
    "a signer": (
        lambda database: database("update reviews_signoff set reviewer_id = reviewer_id + 1"), "names another actor",
    ),
    "a publication's end": (
        lambda database: database("update articles_publication set ends_at = ends_at - interval '1 microsecond'"),
        "what is shown is not what was entered",
    ),
    "an entry": (
        lambda database: database("update cms_entry set body = convert_to(replace(convert_from(body, 'UTF8'),"
                                  " '\"login\":\"leaf_app\"', '\"login\":\"leaf_apq\"'), 'UTF8') where act = 'publish'"),
        "is not in the ledger that the checkpoint was signed over",
    ),
    "the whole ledger": (
        lambda database: rewrite_ledger(database, lambda said: said | {"login": "leaf_apq"}),
        "is not in the ledger that the checkpoint was signed over",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SUPERUSERS)
def test_what_a_superuser_altered_is_found_by_the_stranger_and_by_verify(kept, client, database, name):
    checkpoint = kept.keep_checkpoint()
    alter, sentence = SUPERUSERS[name]
    alter(database)

    kept.fetch()
    assert says(kept.check("--checkpoint", checkpoint), 1, sentence)
    assert says(kept.check("--checkpoint", checkpoint, key=None), 1, sentence)
    assert faults_of_rows()


def faults_of_rows():
    """What `verify` finds, but for the constraints that the tests took away."""
    checks = [check for name, check in CHECKS.items() if not name.startswith("Roles")]
    return [sentence for check in checks for sentence in check(connection, lambda rows: rows, 1)]


def test_ledger_rewritten_and_signed_anew_with_the_stolen_key_is_no_match_for_a_kept_checkpoint(
    kept, database, operator
):
    checkpoint = kept.keep_checkpoint()
    database("update reviews_signoff set interests = 'Nine'")
    facts = dict(database("select id, gate.facts_digest(gate.sign_off_facts(id)) from reviews_signoff").fetchall())
    rewrite_ledger(
        database, lambda said: said | ({"facts": facts[said["sign_off"]]} if said["act"] == "sign off" else {})
    )
    size = int(checkpoint.read_text().split("\n")[1])
    bodies = [bytes(body).decode() for (body,) in database("select body from cms_entry order by seq").fetchall()]
    note = signer.sign_next(operator.folder / "key", operator.folder / "forged", bodies[:size])
    database("update cms_checkpoint set note = %s, root = gate.root(size) where size = %s", [note, size])

    kept.fetch()
    assert says(kept.check("--strict"), 0, "Interests declared: “Nine”")
    assert says(kept.check("--checkpoint", checkpoint), 1, "the ledger was rewritten")


def test_entries_from_before_they_held_facts_are_valid_and_what_is_shown_is_claimed(kept, database, operator):
    rewrite_ledger(database, lambda said: {key: value for key, value in said.items() if key != "facts"})
    database("delete from cms_checkpoint")
    (operator.folder / "state").unlink()
    publish_checkpoint(operator.sign())

    kept.fetch()
    assert says(kept.check(), 0, "not all of it is proven")
    proven, claimed = kept.check().stdout.split("CLAIMED")
    assert "It was submitted by" in proven
    assert "Dr Dora Doctor" not in proven
    assert "Dr Dora Doctor" in claimed
    assert says(kept.check("--strict"), 1)
    assert not [sentence for sentence in faults_of_rows() if "checkpoint" not in sentence]


# Nothing private --------------------------------------------------------------------------------------------------------


def test_nothing_private_is_in_it(kept, client, published, writer, doctor, second_doctor, editor):
    article = Article.objects.get(slug=SLUG)
    article.title = "An unpublished claim"
    save_draft(article, by=writer)
    newer = submit(article, by=writer)
    sign_off(
        newer, by=second_doctor, secret=SIGN_OFF["secret"], meaning="medical accuracy", interests="Shares in leaves"
    )
    take_down(published.article, by=editor, reason="A secret reason")

    file = client.get(FIRST).content.decode()
    for secret in ("T-12345", "Board of the Tests", "secret reason", "@", "unpublished claim", "Shares in leaves",
                   "Dan Doctor", "Edith", "Cora", "survey asked", "Wanda"):  # fmt: skip
        assert secret not in file, secret
    entries = [json.loads(entry["body"]) for entry in json.loads(file)["entries"]]
    assert {entry.get("edition") for entry in entries} == {None, published.edition_id}
    assert [entry["act"] for entry in entries] == [
        "appoint",
        "verify credential",
        "submit",
        "sign off",
        "publish",
        "taken down",
    ]


def test_signature_given_after_the_publication_is_not_in_it(kept, published, second_doctor):
    sign_off(published.edition, by=second_doctor, **SIGN_OFF)
    assert [one["facts"]["name"] for one in kept.fetch().evidence["sign_offs"]] == ["Dr Dora Doctor"]


def test_reader_has_nothing_but_the_one_question(committed, published):
    with connections["public"].cursor() as cursor:
        for question in (
            "select * from gate.evidence_entries(1, '{1}')", "select gate.sign_off_facts(1)",
            "select gate.publication_facts(1)", "select gate.verification_facts(1)", "select * from public.cms_entry",
        ):  # fmt: skip
            with denied():
                cursor.execute(question)


# Over HTTP ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("stage", ["draft", "edition", "signed"])
def test_what_was_never_shown_is_not_found_like_what_never_was(client, request, stage):
    request.getfixturevalue(stage)
    missing = client.get("/articles/never-was/editions/1/evidence.json")

    for address in (EVIDENCE, FIRST):
        answer = client.get(address)
        assert (answer.status_code, answer.content, dict(answer.headers)) == (
            404,
            missing.content,
            dict(missing.headers),
        )


def test_publication_taken_down_before_its_start_was_never_shown(client, signed, editor):
    publish(signed, by=editor, starts_at=timezone.now() + timedelta(hours=1))
    assert client.get(FIRST).status_code == 404
    take_down(signed.article, by=editor, reason="A doubt")
    assert client.get(FIRST).status_code == client.get(EVIDENCE).status_code == 404


@pytest.mark.parametrize("number", ["0", "2", "2147483648", "9" * 40])
def test_no_edition_of_that_number(kept, client, number):
    assert client.get(f"{AT}/editions/{number}/evidence.json").status_code == 404


def test_statements_have_no_evidence_here(published, client):
    assert client.get("/articles/crisis-help/evidence.json").status_code == 404
    assert client.get("/articles/crisis-help/editions/1/evidence.json").status_code == 404


@pytest.mark.parametrize("address", [EVIDENCE, FIRST])
def test_it_is_read_only_for_everybody_and_kept_for_a_minute(kept, address):
    client = Client(enforce_csrf_checks=True)
    full, head = client.get(address), client.head(address)

    assert (full.status_code, head.status_code, head.content) == (200, 200, b"")
    assert full["ETag"] == head["ETag"]
    assert full["Content-Type"] == "application/json"
    assert full["Cache-Control"] == "public, max-age=0, must-revalidate, s-maxage=60"
    assert full["X-Robots-Tag"] == "noindex"
    assert client.get(address, headers={"if-none-match": full["ETag"]}).status_code == 304
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)(address).status_code == 405


def test_it_has_another_tag_when_something_happened(kept, client, published, doctor):
    before = client.get(FIRST)["ETag"]
    revoke(published.edition.sign_offs.get(), by=doctor, reason="A doubt")
    assert client.get(FIRST, headers={"if-none-match": before}).status_code == 200


@pytest.mark.parametrize(("address", "asked"), [(EVIDENCE, 2), (FIRST, 2), (f"{AT}/editions/2/evidence.json", 2)])
def test_it_asks_twice_at_most_and_as_the_reader(kept, client, address, asked):
    with queries() as found:
        client.get(address)
    assert (len(found["public"]), found["default"]) == (asked, [])


def test_page_leads_to_evidence_and_checker(kept, client):
    page = client.get(PAGE).content.decode()
    assert f'{EVIDENCE}"' in page
    assert 'href="/static/verify/verify_evidence.py"' in page


# The checker itself -------------------------------------------------------------------------------------------------------


def test_every_proof_of_an_entry_convinces_and_no_other_does(checker):
    leaf = [hashlib.sha256(b"\x00" + bytes([n])).digest() for n in range(18)]

    def node(level, index):
        return leaf[index] if level == 0 else tree.join(node(level - 1, index * 2), node(level - 1, index * 2 + 1))

    for size in range(1, len(leaf) + 1):
        root = tree.root(size, node)
        for index in range(size):
            proof = tree.inclusion(index, size, node)
            assert checker.included(index, size, leaf[index], proof, root)
            assert not checker.included(index, size, leaf[index][::-1], proof, root)
            assert not checker.included(index, size, leaf[index], proof, root[::-1])
            assert not checker.included(index, size, leaf[index], [*proof, root], root)
            assert not checker.included(size, size, leaf[index], proof, root)
            if proof:
                assert not checker.included(index, size, leaf[index], proof[:-1], root)
                assert not checker.included(index ^ 1, size, leaf[index], proof, root)


def test_both_checkers_repeat_the_same_arithmetic(checker):
    """Each must stand alone, so they share it by repeating it."""
    ledger = loaded("verify_ledger")
    for name in ("join", "continues", "read_checkpoint", "read_note", "is_signed", "point", "plus", "times", "same"):
        assert inspect.getsource(getattr(checker, name)) == inspect.getsource(getattr(ledger, name)), name
    assert (checker.P, checker.L, checker.D, checker.BASE) == (ledger.P, ledger.L, ledger.D, ledger.BASE)


def test_checker_imports_nothing_but_the_standard_library():
    imported = re.findall(r"^(?:import|from) (\w+)", (CHECKERS / "verify_evidence.py").read_text(), re.MULTILINE)
    assert imported
    assert set(imported) <= sys.stdlib_module_names


def test_checker_is_served():
    assert finders.find("verify/verify_evidence.py") == str(CHECKERS / "verify_evidence.py")
