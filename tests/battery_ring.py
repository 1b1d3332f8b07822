"""Devices of the battery, which answer when a question is asked: what a passkey signs is right for five minutes alone."""

import json
from datetime import UTC, timedelta
from hashlib import sha256
from itertools import count

from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from cms.prove import scene as make
from tests.forging import canonical, spaced
from tests.keys import ORIGIN, SITE, assertion, b64, jwk

OWNER = "leaf_owner"
DEVICES = {  # whose each is
    "officers": "officer", "officers-spare": "officer", "officers-lost": "officer", "seconds": "second", "seconds-lost": "second",
    "doctors": "doctor", "doctors-spare": "doctor", "briefs": "brief", "lapsed": "lapsed",
}  # fmt: skip
MANY, MORE = 1_000_000_000, 2_000_000_000


class Word:
    """A word of statements that is said anew whenever it is named: `{answer:of another}` is `say("of another")`."""

    def __init__(self, say):
        self.say = say

    def __format__(self, how):
        return self.say(how)


class Ring:
    """Devices and a root key. What they answer is SQL: the arguments of an act, or the values of a row."""

    def __init__(self, scene):
        self.scene, self.root = scene, ed25519.Ed25519PrivateKey.generate()
        self.keys = {device: ec.generate_private_key(ec.SECP256R1()) for device in [*DEVICES, "nobodys"]}
        self.counts = {"officers": count(MORE), "doctors": count(MORE)}
        self.few = count(100)
        # How each can be asked: as the battery asks, and as `passkeys` does for its scene.
        self.answers, self.statements = dict(ANSWERS), dict(OFFICERS)
        self.certificates, self.additions = dict(CERTIFICATES), dict(ADDED)

    def words(self):
        return {
            "answer": Word(self.answer), "certificate": Word(self.certificate), "officers": Word(self.officers),
            "added": Word(self.added), "root": Word(lambda how: hexed(jwk(self.root))),
        }  # fmt: skip

    def now(self):
        return self.scene.connection.execute("select clock_timestamp()").fetchone()[0].astimezone(UTC)

    def signed(self, device, content, counted=None, **said):
        counted = next(self.counts.get(device, self.few)) if counted is None else counted
        return [hexed(part) for part in assertion(self.keys[device], sha256(content).digest(), count=counted, **said)]

    def answer(self, how):
        """What a device signs of a text: for act.sign_off_with_passkey."""
        given = {
            "device": "seconds",
            "text": "fresh",
            "changed": {},
            "later": timedelta(),
            "form": canonical,
        } | self.answers[how]
        names, device = self.scene.names, given["device"]
        said = {
            "signs": "edition", "edition": names[given["text"]], "digest": names[f"{given['text']}_digest"],
            "person": names[DEVICES[device]], "meaning": "medical accuracy", "interests": "None",
            "asked_at": f"{self.now() + given['later']:%Y-%m-%dT%H:%M:%S.%fZ}",
        }  # fmt: skip
        names["asked_at"] = f"{self.now():%Y-%m-%dT%H:%M:%S.%f+00:00}"
        content = given["form"](said | {name: of_scene(names, value) for name, value in given["changed"].items()})
        parts = self.signed(given.get("by", device), content, given.get("counted"), **given.get("how", {}))
        certificate = given.get("certificate", f"{{certificate-{device}}}").format(**names)
        return ", ".join([hexed(content), certificate, *parts])

    def of_passkey(self, device, changed):
        names, today = self.scene.names, self.now().date()
        person = names[DEVICES[device]]
        said = {
            "key": sha256(jwk(self.keys[device])).hexdigest(), "person": person, "name": "Of the proof", "origin": ORIGIN,
            "site": SITE, "from": str(today), "until": str(today + timedelta(days=100)), "certifies": "compliance officer",
        }  # fmt: skip
        return said | {name: of_scene(names, value) for name, value in changed.items()}

    def officers(self, how):
        """What the root key signs of an officer's passkey: for act.certify_officer."""
        given = {"device": "officers-spare", "changed": {}, "root": "{root-key}", "by": self.root}
        given |= self.statements[how]
        content = canonical(self.of_passkey(given["device"], given["changed"]))
        passkey = f"{{passkey-{given['device']}}}".format(**self.scene.names)
        root = given["root"].format(**self.scene.names)
        return ", ".join([hexed(content), passkey, root, hexed(given["by"].sign(content))])

    def certificate(self, how):
        """What an officer's passkey signs of a reviewer's: for act.certify_reviewer."""
        given = {"device": "briefs", "by": "officers", "changed": {}, "form": canonical} | self.certificates[how]
        names, device = self.scene.names, given["device"]
        verification, facts, name, profession = self.scene.connection.execute(
            "select id, gate.facts_digest(gate.verification_facts(id)), name, profession from reviews_verification"
            " where person_id = %s order by id desc limit 1", [names[given.get("verified", DEVICES[device])]],
        ).fetchone()  # fmt: skip
        about = {
            "certifies": "reviewer",
            "verification": verification,
            "facts": facts,
            "name": name,
            "profession": profession,
        }
        content = given["form"](self.of_passkey(device, about | given["changed"]))
        parts = self.signed(given["by"], content, given.get("counted"), **given.get("how", {}))
        passkey, issuer = (
            text.format(**names)
            for text in (
                given.get("passkey", f"{{passkey-{device}}}"),
                given.get("issuer", f"{{certificate-{given['by']}}}"),
            )
        )
        return ", ".join([hexed(content), passkey, issuer, *parts])

    def added(self, how):
        """What a device gives at its registration: for act.add_passkey."""
        given = {"device": "nobodys", "person": "{brief}", "said": "webauthn.create", "attestation": bytes(37)}
        given |= self.additions[how]
        key = given.get("key", jwk(self.keys[given["device"]]))
        handle = given.get("handle", given["device"]).encode()
        client = json.dumps({"type": given["said"], "challenge": b64(b"x"), "origin": ORIGIN}).encode()
        person = given["person"].format(**self.scene.names)
        return ", ".join([person, hexed(key), hexed(handle), hexed(client), hexed(given["attestation"])])


def hexed(data):
    return f"decode('{data.hex()}', 'hex')"


def of_scene(names, value):
    return names[value.name] if isinstance(value, Named) else value


class Named:
    def __init__(self, name):
        self.name = name


# The scene --------------------------------------------------------------------------------------------------------------


def passkeys(scene):
    """Certified passkeys, one that ended, some that nobody certified; and pages that they signed, one of them taken back."""
    names, ring = scene.names, Ring(scene)
    names |= ring.words()
    names["root-key"] = scene.act("select act.trust_root({root:})", OWNER).fetchone()[0]
    for device, person in DEVICES.items():
        ring.additions[device] = {"device": device, "person": f"{{{person}}}"}
        names[f"passkey-{device}"] = scene.act(f"select act.add_passkey({{added:{device}}})").fetchone()[0]
    for device in ("officers", "officers-lost"):
        ring.statements[device] = {"device": device}
        names[f"certificate-{device}"] = scene.act(f"select act.certify_officer({{officers:{device}}})").fetchone()[0]
    for device in ("seconds", "seconds-lost", "doctors"):
        ring.certificates[device] = {"device": device, "counted": MANY + names[f"passkey-{device}"]}
        names[f"certificate-{device}"] = scene.act(f"select act.certify_reviewer({{certificate:{device}}})").fetchone()[
            0
        ]
    for name, device, counted in (
        ("by-passkey", "seconds", 7), ("by-doctors-passkey", "doctors", MANY), ("passkey-revoked", "seconds", 8),
    ):  # fmt: skip
        scene.article(name, signers=())
        make.as_app(scene.connection)
        ring.answers[name] = {"device": device, "text": name, "counted": counted}
        signed = scene.act(f"select act.sign_off_with_passkey({{answer:{name}}})")
        names[f"{name}_sign_off"] = signed.fetchone()[0]
        scene.publish(name)
    scene.act("select act.revoke({passkey-revoked_sign_off}, {second}, 'Wrong')")
    for device, person in (("seconds-lost", "second"), ("officers-lost", "officer")):
        scene.act(f"select act.end_passkey({{passkey-{device}}}, clock_timestamp(), {{{person}}}, 'Lost')")


# What devices answer ----------------------------------------------------------------------------------------------------

NEWEST = "(select max(id) from reviews_certificate)"
OLD = {"from": "2020-01-01", "until": "2021-01-01"}
TOMORROW = {"from": "2098-01-01", "until": "2099-01-01"}
EVIL = "https://evil.example"
ANSWERS = {
    "right": {}, "by another device": {"by": "doctors"}, "of the doctor": {"changed": {"person": Named("doctor")}},
    "another text": {"changed": {"digest": "0" * 64}}, "no text": {"changed": {"edition": 0}},
    "a number for a text": {"changed": {"interests": 5}}, "something else": {"changed": {"signs": "notice"}}, "spaced": {"form": spaced}, "counted back": {"counted": 3},
    "of an uncounting device": {"device": "briefs", "certificate": NEWEST, "counted": 0},
    "of the newest": {"device": "briefs", "certificate": NEWEST}, "of no certificate": {"certificate": "0"},
    "of an ended passkey": {"device": "seconds-lost"}, "asked later": {"later": timedelta(minutes=1)},
    "asked long ago": {"later": -timedelta(minutes=6)}, "asked in other words": {"changed": {"asked_at": Named("asked_at")}},
    "the officer's": {"device": "officers"}, "the doctor's": {"device": "doctors"},
    "the doctor's, of another": {"device": "doctors", "text": "unsigned"},
}  # fmt: skip
OFFICERS = {
    "right": {}, "a number for a name": {"changed": {"name": 5}}, "by another root": {"by": ed25519.Ed25519PrivateKey.generate()}, "by no root": {"root": "0"},
    "by the root, of no key of theirs": {"changed": {"key": "00" * 32}},
}  # fmt: skip
CERTIFICATES = {
    "right": {}, "more": {"changed": {"more": 1}}, "spaced": {"form": spaced}, "too long": {"changed": {"until": "2099-01-01"}},
    "of another key": {"passkey": "{passkey-doctors-spare}"}, "of no site": {"changed": {"origin": EVIL}},
    "of another site": {"changed": {"origin": EVIL, "site": "evil.example"}}, "of no verification": {"changed": {"verification": 0}},
    "another name": {"changed": {"name": "Dr Who"}}, "another profession": {"changed": {"profession": "surgeon"}},
    "other facts": {"changed": {"facts": "00" * 32}}, "of another's verification": {"verified": "narrow"},
    "by nobody": {"issuer": "0"}, "by a reviewer": {"by": "seconds"}, "by an ended passkey": {"by": "officers-lost"},
    "by another device": {"by": "seconds", "issuer": "{certificate-officers}", "counted": MORE + MANY},
    "by a spare": {"by": "officers-spare", "issuer": NEWEST}, "of the lapsed": {"device": "lapsed"}, "expired": {"changed": OLD}, "of tomorrow": {"changed": TOMORROW},
    "of the doctor": {"device": "doctors-spare"}, "of the doctor, by the second": {"device": "doctors-spare", "by": "seconds"},
}  # fmt: skip
ADDED = {
    "right": {}, "a known key": {"device": "seconds", "handle": "another"}, "a known handle": {"handle": "seconds"},
    "no device": {"attestation": b"x"}, "no registration": {"said": "webauthn.get"}, "nobody's": {"person": "0"}, "no key": {"key": b"{}"},
}  # fmt: skip
