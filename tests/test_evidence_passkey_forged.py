"""Forged evidence of what passkeys signed: who holds the key of the ledger, and even those of passkeys, bends no rule of them."""

import json
from base64 import urlsafe_b64decode
from hashlib import sha256

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from articles.edition import submit
from articles.publication import publish
from reviews.passkey import challenge_of
from tests.conftest import write
from tests.devices import sign
from tests.forging import LONG_AGO, canonical, lost, moved, spaced
from tests.keys import KEYS, ORIGIN, assertion, b64, jwk
from tests.keys import sign as sign_with
from tests.people import ROOT


@pytest.fixture
def kept(kept_of_a_passkey):
    return kept_of_a_passkey


class Pen:
    """Signs the passkeys' part of the evidence anew, with the keys that somebody holds."""

    def __init__(self, root, officer, reviewer):
        self.root, self.officer, self.reviewer = root, officer, reviewer

    def sign(self, evidence, *, officer=(), reviewer=(), text=(), how_certified=(), how_signed=()):
        of_officer, of_reviewer = evidence["passkeys"]
        by_root, by_officer = evidence["certificates"]
        given = evidence["sign_offs"][0]["assertion"]
        of_officer["public_key"], of_reviewer["public_key"] = (
            json.loads(jwk(key)) for key in (self.officer, self.reviewer)
        )
        say(by_root, {"key": thumbprint(self.officer)} | dict(officer))
        by_root["root"] = json.loads(jwk(self.root))
        by_root["signature"] = b64(self.root.sign(by_root["content"].encode()))
        say(by_officer, {"key": thumbprint(self.reviewer)} | dict(reviewer))
        answer(by_officer, self.officer, **dict(how_certified))
        say(given, dict(text))
        answer(given, self.reviewer, **dict(how_signed))


def thumbprint(key):
    return sha256(jwk(key)).hexdigest()


def say(given, changed):
    given["content"] = canonical(json.loads(given["content"]) | changed).decode()


def answer(given, key, **said):
    parts = assertion(key, challenge_of(given["content"].encode()), **said)
    given.update(zip(("client_data", "authenticator_data", "signature"), map(b64, parts), strict=True))


@pytest.fixture
def pen(officer, phone):
    """Whoever holds every key that there is, and so could sign what is against the rules."""
    return Pen(ROOT, officer.key, phone.key)


def signing(**how):
    return lambda pen, evidence, by, said: pen.sign(evidence, **how)


def holding(*mine):
    """A forger has keys of their own for these, and signs all that hangs on them. The rest stays as it is."""

    def change(pen, evidence, by, said):
        before = json.loads(json.dumps(evidence))
        own = {"root": Ed25519PrivateKey.generate(), "officer": KEYS["ES256"](), "reviewer": KEYS["ES256"]()}
        keys = {name: own[name] if name in mine else getattr(pen, name) for name in own}
        Pen(**keys).sign(evidence)
        if "root" not in mine:
            evidence["certificates"][0] = before["certificates"][0]
        if "officer" not in mine:
            evidence["certificates"][1] = before["certificates"][1]

    return change


def ended(who, at=None, revoked=False):
    def change(pen, evidence, by, said):
        passkey, at_the_end = evidence["passkeys"][who], said[-1]["at"]
        passkey["ends_at"] = at or at_the_end
        if revoked:
            lost("revoke", 0)(None, evidence, by, said)
        said.append({
            "act": "end passkey", "actor": passkey["person"], "person": passkey["person"], "passkey": passkey["passkey"],
            "ends_at": passkey["ends_at"], "at": at_the_end, "login": "leaf_app", "reason": "0",
        })  # fmt: skip

    return change


def ended_twice(then, again, shown=None):
    """It ended after all that it did, and once more from another instant; the evidence shows one of them."""

    def change(pen, evidence, by, said):
        ended(1, then, revoked=True)(pen, evidence, by, said)
        ended(1, again)(pen, evidence, by, said)
        evidence["passkeys"][1]["ends_at"] = shown or again

    return change


def ended_before(act, who):
    """The ledger told of its end, and then that it was used all the same; what it did was taken back later."""

    def change(pen, evidence, by, said):
        ended(who, by[act]["at"], revoked=True)(pen, evidence, by, said)
        said.insert(said.index(by[act]), said.pop() | {"at": by[act]["at"]})

    return change


def answered(before="", after=""):
    """The browser said this too, and the passkey signed it."""

    def change(pen, evidence, by, said):
        pen.sign(evidence)
        given = evidence["sign_offs"][0]["assertion"]
        challenge = b64(challenge_of(given["content"].encode()))
        said_here = f'"type":"webauthn.get","challenge":"{challenge}","origin":"{ORIGIN}"'
        client = f"{{{before}{said_here}{after}}}".encode()
        data = urlsafe_b64decode(given["authenticator_data"] + "==")
        signature = sign_with(pen.reviewer, data + sha256(client).digest())
        given.update(client_data=b64(client), signature=b64(signature))

    return change


LATER_THEN = "2021-01-01T00:00:00.000000Z"
DEEP = "[" * 100_000 + "]" * 100_000


def by_the_reviewer(pen, evidence, by, said):
    evidence["certificates"][1]["issuer"] = evidence["certificates"][1]["certificate"]


def of_the_officer(pen, evidence, by, said):
    """The officer's own certificate, passed off as a reviewer's."""
    evidence["sign_offs"][0]["assertion"]["certificate"] = evidence["certificates"][0]["certificate"]


def again(name):
    return lambda pen, evidence, by, said: evidence[name].append(dict(evidence[name][1]))


def written(form):
    """What the passkey signed in another form that a parser reads alike, and signed so."""

    def change(pen, evidence, by, said):
        given = evidence["sign_offs"][0]["assertion"]
        given["content"] = form(given["content"])
        answer(given, pen.reviewer)

    return change


def without_a_root(pen, evidence, by, said):
    """Only the site's word: the officer's certificate hangs on nothing."""
    evidence["certificates"][0].update(root=None, issuer=None)


def of_two_answers(pen, evidence, by, said):
    evidence["certificates"][0].update(client_data="e30", authenticator_data="e30")


FORGERIES = {
    "nothing": (signing(), None),
    "a root key of their own": (holding("root", "officer", "reviewer"), "is not signed by the root key that you gave"),
    "a passkey of their own as the officer's": (holding("officer", "reviewer"), "is of another key"),
    "a passkey of their own as the reviewer's": (holding("reviewer"), "is of another key"),
    "another text": (signing(text={"digest": "0" * 64}), "signed another digest"),
    "another edition": (signing(text={"edition": 1}), "signed another edition"),
    "another meaning": (signing(text={"meaning": "legal check"}), "signed another meaning"),
    "other interests": (signing(text={"interests": "Shares"}), "signed another interests"),
    "another person's signature": (signing(text={"person": 1}), "signed another person"),
    "something else than an edition": (signing(text={"signs": "notice"}), "signed another signs"),
    "asked for before": (signing(text={"asked_at": LONG_AGO}), "was asked for at another time"),
    "asked for afterwards": (signing(text={"asked_at": "2999-01-01T00:00:00.000000Z"}), "are not in order"),
    "more signed": (signing(text={"more": 1}), "has other parts than it should"),
    "at another address": (signing(how_signed={"said": {"origin": "https://evil.example"}}), "at another address"),
    "in another site's frame": (signing(how_signed={"said": {"crossOrigin": True}}), "at another address"),
    "in another site's frame, which it names": (
        answered(after=',"topOrigin":"https://evil.example"'), "at another address",
    ),
    "in a frame or not": (answered(after=',"crossOrigin":0'), "at another address"),
    "at two addresses": (answered('"origin":"https://evil.example",'), "a key stands there twice"),
    "more than can be read": (answered(after=f',"more":{DEEP}'), "not made as evidence is"),
    "for another site": (signing(how_signed={"site": "evil.example"}), "for another site"),
    "another challenge": (signing(how_signed={"said": {"challenge": "AAAA"}}), "answered something else"),
    "a registration": (signing(how_signed={"said": {"type": "webauthn.create"}}), "is no signature"),
    "nobody verified": (signing(how_signed={"flags": 1}), "did not check who held it"),
    "nobody there": (signing(how_signed={"flags": 4}), "did not check who held it"),
    "certified at another address": (
        signing(how_certified={"said": {"origin": "https://evil.example"}}), "the passkey answered at another address",
    ),
    "certified with nobody verified": (signing(how_certified={"flags": 1}), "did not check who held it"),
    "certified for another person": (signing(reviewer={"person": 1}), "is of another person"),
    "certified under another name": (signing(reviewer={"name": "Dr Who"}), "does not say what the officer verified"),
    "certified with another profession": (signing(reviewer={"profession": "surgeon"}), "does not say what the officer verified"),
    "certified for other facts": (signing(reviewer={"facts": "0" * 64}), "does not say what the officer verified"),
    "certified for another verification": (signing(reviewer={"verification": 99}), "not made as evidence is"),
    "certified as an officer": (signing(reviewer={"certifies": "compliance officer"}), "is not of a reviewer"),
    "an expired certificate": (
        signing(reviewer={"from": "2020-01-01", "until": "2021-01-01"}), "passkey was not in force",
    ),
    "a certificate of tomorrow": (
        signing(reviewer={"from": "2098-01-01", "until": "2099-01-01"}), "passkey was not in force",
    ),
    "an officer's expired certificate": (
        signing(officer={"from": "2020-01-01", "until": "2021-01-01"}), "was not in force when they certified",
    ),
    "a certificate for ever": (signing(reviewer={"until": "2099-01-01"}), "not for two years at most"),
    "a certificate of no days": (signing(reviewer={"until": "2020-01-01"}), "not for two years at most"),
    "a certificate of strange days": (signing(reviewer={"until": "20991301"}), "a day of certificate"),
    "a certificate of another site": (
        signing(reviewer={"origin": "https://evil.example", "site": "evil.example"}), "it is of another site",
    ),
    "a certificate of no site": (signing(reviewer={"site": "example"}, officer={"site": "le"}), "names no address"),
    "an officer certified for another site": (
        signing(officer={"origin": "https://evil.example", "site": "evil.example"}), "it is of another site",
    ),
    "a passkey that had ended": (ended(1, LONG_AGO), "passkey of sign-off"),
    "a passkey that had ended, taken back": (ended(1, LONG_AGO, revoked=True), None),
    "a passkey that ended afterwards": (ended(1), None),
    "an officer's passkey that had ended": (ended(0, LONG_AGO), "the passkey that certified"),
    "an officer's passkey that ended afterwards": (ended(0), None),
    "a passkey whose end was entered before, taken back": (ended_before("sign off", 1), "passkey of sign-off"),
    "an officer's passkey whose end was entered before": (ended_before("certify reviewer", 0), "the passkey that certified"),
    "a passkey that ended again, earlier": (ended_twice(LATER_THEN, LONG_AGO), None),
    "a passkey that ended again, later": (ended_twice(LONG_AGO, LATER_THEN), "not from an earlier instant"),
    "a passkey that ended again, from the same instant": (ended_twice(LONG_AGO, LONG_AGO), "not from an earlier instant"),
    "a passkey's end before it ended earlier": (ended_twice(LATER_THEN, LONG_AGO, LATER_THEN), "is not what the ledger says"),
    "certified by the reviewer": (by_the_reviewer, "is by nobody who may certify"),
    "signed by the officer": (of_the_officer, "certified as no reviewer's"),
    "certified by nobody": (without_a_root, "has other parts than it should"),
    "certified by two": (of_two_answers, "is signed by two"),
    "a certificate twice": (again("certificates"), "a certificate stands there twice"),
    "a passkey twice": (again("passkeys"), "stands there twice"),
    "spaces in what was signed": (written(lambda text: spaced(json.loads(text)).decode()), "canonical form"),
    "a name twice in what was signed": (
        written(lambda text: text[:-1] + ',"signs":"edition"}'), "a key stands there twice",
    ),
    "more after what was signed": (written(lambda text: text + "\n"), "canonical form"),
    "certified after it was signed": (
        lambda pen, e, by, said: moved(said, "certify reviewer", len(said) - 1), "was certified after it",
    ),
    "an officer certified afterwards": (
        lambda pen, e, by, said: moved(said, "certify officer", len(said) - 1), "before they were certified",
    ),
    "verified after it was certified": (
        lambda pen, e, by, said: moved(said, "verify credential", len(said) - 3), "before it was verified",
    ),
    "a root key trusted afterwards": (
        lambda pen, e, by, said: moved(said, "trust root", len(said) - 1), "the ledger trusts no such root key",
    ),
    "entered as somebody else's": (
        lambda pen, e, by, said: by["certify reviewer"].update(actor=1), "was entered as somebody else's",
    ),
    "another answer in the ledger": (
        lambda pen, e, by, said: by["sign off"].update(assertion=0), "the ledger names another answer",
    ),
    "said to be of a secret": (
        lambda pen, e, by, said: e["sign_offs"][0].update(signed_with="signing secret"), "has other parts than it should",
    ),
    "said to be of a pen": (
        lambda pen, e, by, said: e["sign_offs"][0].update(signed_with="pen"), "has other parts than it should",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FORGERIES)
def test_no_rule_of_passkeys_bends_for_whoever_has_the_ledgers_key(kept, forge, pen, name):
    change, sentence = FORGERIES[name]
    forge(lambda document, evidence, by, said: change(pen, evidence, by, said))

    wrong = kept.faults()
    assert not wrong if sentence is None else sentence in "\n".join(wrong), wrong


def test_forger_with_a_root_key_of_their_own_convinces_only_who_asks_for_none(kept, forge, pen):
    forge(lambda document, evidence, by, said: holding("root", "officer", "reviewer")(pen, evidence, by, said))
    assert kept.faults()
    kept.root_key = None
    assert "only the site says whose that is" in "\n".join(kept.report().claimed)
    assert not kept.faults()


def test_answer_for_another_edition_is_none_for_this(kept, phone, doctor, writer, editor, checkpoint, forge):
    mine = kept.evidence
    again = submit(write(writer, slug="another"), by=writer)
    sign(phone, again, doctor)
    publish(again, by=editor)
    checkpoint()
    theirs = kept.fetch("/articles/another").evidence["sign_offs"][0]["assertion"]
    kept.fetch()

    forge(lambda document, evidence, by, said: evidence["sign_offs"][0].update(assertion=theirs))
    assert "signed another" in "\n".join(kept.faults())
    whole = mine["sign_offs"][0]["assertion"]
    forge(
        lambda document, evidence, by, said: evidence["sign_offs"][0].update(
            assertion=theirs | {"content": whole["content"]}
        )
    )
    assert "answered something else" in "\n".join(kept.faults())
