"""Checks the evidence for one article from outside. Needs Python 3.8 and nothing else; it shares no code with the site.

    python verify_evidence.py edition.json evidence.json --key KEY --root-key ROOTKEY
                              [--checkpoint kept.txt [--continued proof.json]] [--root root.json] [--strict]

`edition.json` is the text as it was signed (/articles/<address>/edition.json), `evidence.json` says who signed it and who
made it public (/articles/<address>/evidence.json, or for an edition that is not shown any more, of which you kept the text,
/articles/<address>/editions/<number>/evidence.json). KEY is the verifier's key as `signer.py new-key` printed it: get it from
the operator by another way than from the site. `--checkpoint` is one that you kept of /transparency/checkpoint; when the
evidence comes with one of another size, `--continued` is what /transparency/consistency/<smaller size>/<larger size> serves.

ROOTKEY is the operator's root key, as `keyring.py new-root` printed it (give it in quotes; more than once, if there are more).
It certified the passkeys of compliance officers, and those certified the passkeys of reviewers. Get it, too, by another way
than from the site: with it, a signature that a reviewer made with a passkey needs no word of the site. What was signed with a
signing secret only the site can vouch for. A policy that asks for passkeys (since schema 4 the evidence says whether it does)
takes none of those: where one counted, that is wrong, with or without ROOTKEY.

The text may be a fix: a small change of an edition that was reviewed in full, its root, checked by one reviewer. Its bytes
name the root's fingerprint, and the evidence holds the root's signatures too. If you kept the root's bytes, give them with
`--root`, and both texts are compared here.

It says what is WRONG, what is PROVEN, what is only CLAIMED by the site, and, with a root key, how many signatures are SIGNED by
passkeys that lead to it. Proven is what follows from the bytes that you
gave, from arithmetic, and from a ledger that was written before the checkpoint was signed. Exit code 0: nothing is wrong;
1: something is, or, with --strict, something that could be proven is only claimed (with a root key: also that not every
signature is of a certified passkey); 2: these files cannot be read.
"""

import argparse
import difflib
import hashlib
import json
import re
import sys
from base64 import b64decode, b64encode, urlsafe_b64decode, urlsafe_b64encode
from datetime import date, datetime, timedelta

FILE = (
    "about article checkpoint contributors digest disclaimers edition entries number origin policy publications schema \
sign_offs slug statements take_downs verifications"
)
FILE_SINCE_PASSKEYS = "certificates passkeys"
FIX = "of root root_digest root_number sign_offs words_changed words_of_root"
CHANGED_BY_FIX = {"contributors", "fix", "html", "key_points", "number", "summary", "title"}
POLICY = "covers ends_after id name passkeys requires review_after version"
POLICY_BEFORE = "covers ends_after id name requires review_after version"
SIGN_OFF = "assertion credential facts person revoked_at sign_off signed_with suspended_at verification"
SIGN_OFF_BEFORE_PASSKEYS = "credential facts person revoked_at sign_off suspended_at verification"
SIGN_OFF_FACTS = "ends_at interests meaning name policy profession requires review_due_at signed_at"
PASSKEY_FACTS = "assertion certificate " + SIGN_OFF_FACTS
ASSERTION = "assertion authenticator_data certificate client_data content signature"
CERTIFICATE = "authenticator_data certificate client_data content issuer passkey root signature"
PASSKEY = "ends_at passkey person public_key"
STATEMENTS = {  # what is signed, whole
    "compliance officer": "certifies from key name origin person site until",
    "reviewer": "certifies facts from key name origin person profession site until verification",
    "edition": "asked_at digest edition interests meaning person signs",
}
VERIFICATION = "credential facts officer person verification"
VERIFICATION_FACTS = "name profession specialties valid_until verified_at"
PUBLICATION = "facts publication superseded_at"
PUBLICATION_FACTS = "ends_at published_at sign_offs starts_at"
ALWAYS_CLAIMED = [
    "that a person's number is the person of that name, and that a compliance officer saw their registration",
    "that nobody else contributed to the text than those whom it names",
    "that the review policy and the rules for disclaimers asked for no more than the text names",
    "that no revocation, suspension, end of a passkey, dismissal of an officer, take-down or refusal was left out of this file:"
    " of that the whole ledger tells",
    "the instants, which are those of the site's clock: proven is the order of the entries",
]
INSTANT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z\Z"


class Wrong(Exception):
    """Something is not as it should be."""


class Unusable(Exception):
    """A file that nothing can be said about."""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("edition")
    parser.add_argument("evidence")
    for name in ("--key", "--checkpoint", "--continued", "--root"):
        parser.add_argument(name)
    parser.add_argument("--root-key", action="append", default=[])
    parser.add_argument("--strict", action="store_true")
    given = parser.parse_args()
    try:
        report = check(given)
    except (Unusable, OSError) as problem:
        sys.stderr.write(f"UNUSABLE: {problem}\n")
        sys.exit(2)
    sys.stdout.write(report.text())
    sys.exit(1 if report.wrong or (given.strict and report.is_unproven) else 0)


class Report:
    def __init__(self):
        self.wrong, self.proven, self.claimed = [], [], []
        self.is_anchored = self.is_unproven = False
        self.counted = None  # (signatures of passkeys, signatures), with a root key

    def say(self, sentence, *entries, bound=True):
        """A sentence that fits. It is proven if it needs no entry, or if a root that you trust covers all of them."""
        if not entries or (bound and self.is_anchored and all(entry.is_covered for entry in entries)):
            self.proven.append(sentence)
        else:
            self.claimed.append(sentence)
            self.is_unproven = True

    def must(self, holds, sentence):
        if not holds:
            self.wrong.append(sentence)
        return holds

    def text(self):
        if self.wrong:
            parts = [("WRONG: this evidence does not hold", self.wrong)]
        elif self.is_unproven:
            parts = [("Nothing is wrong, but not all of it is proven", [])]
        else:
            parts = [("Nothing is wrong", [])]
        if not self.wrong:
            parts += [("PROVEN", self.proven), ("CLAIMED by the site alone", self.claimed + ALWAYS_CLAIMED)]
        if not self.wrong and self.counted:
            # Beside the sentences, into which the files put names: no name looks like this line.
            parts.append(("SIGNED: {} of {} by passkeys that lead to your root key".format(*self.counted), []))
        return "\n".join(title + "".join("\n  - " + plain(line) for line in lines) + "\n" for title, lines in parts)


def plain(line):
    """In one line, whatever the files hold: nothing in them looks like a line of this report."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in line)


# Files ----------------------------------------------------------------------------------------------------------------------


def check(given):
    """The Report on the files that were given. Raises Unusable."""
    if given.key and not re.match(r"[^+\s]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}\Z", given.key):
        raise Unusable("the key is none that `signer.py new-key` printed")
    for key in given.root_key:
        if not re.match(r'\{"crv":"Ed25519","kty":"OKP","x":"[A-Za-z0-9_-]{43}"\}\Z', key):
            raise Unusable("the root key is none that `keyring.py new-root` printed")
    with open(given.edition, "rb") as file:
        content = file.read()
    with open(given.evidence, "rb") as file:
        evidence = parsed(file.read(), given.evidence)
    if evidence.get("schema") not in (1, 2, 3, 4):
        raise Unusable(f"{given.evidence} is no evidence of schema 1, 2, 3 or 4; there may be a newer checker")
    document = parsed(content, given.edition)
    report = Report()
    for step in (check_form, check_bytes, check_fix, check_ledger, check_acts):
        try:
            step(report, given, content, document, evidence)
        except Wrong as problem:
            report.wrong.append(str(problem))
        except (KeyError, IndexError, TypeError, ValueError, AttributeError, RecursionError) as problem:
            report.wrong.append(f"the file is not made as evidence is: {problem!r}")
        if report.wrong:
            break
    return report


def parsed(content, name):
    """The JSON object in these bytes. Raises Unusable if there is none, or if it has a key twice."""
    try:
        found = json.loads(content.decode("utf-8"), object_pairs_hook=each_key_once)
    except (ValueError, RecursionError) as problem:
        raise Unusable(f"{name} cannot be read: {problem}") from None
    if not isinstance(found, dict):
        raise Unusable(f"{name} is no JSON object")
    return found


def each_key_once(pairs):
    if len(dict(pairs)) != len(pairs):
        raise ValueError("a key stands there twice")
    return dict(pairs)


def canonical(document):
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def made_of(what, keys):
    """`what`, which has exactly these keys."""
    if sorted(what) != keys.split():
        raise Wrong("something has other parts than it should: {}".format(", ".join(sorted(what))))
    return what


def check_form(report, given, content, document, evidence):
    """It has all parts of its schema, and is read as 4 from here.

    Schema 1 and 2 (of a fix) are from before passkeys signed, 3 from before it was said whether the policy asks for them.
    """
    schema = evidence["schema"]
    parts = FILE.split() + (FILE_SINCE_PASSKEYS.split() if schema >= 3 else [])
    made_of(evidence, " ".join(sorted(parts + (["fix"] if schema == 2 or (schema >= 3 and "fix" in evidence) else []))))
    made_of(evidence["policy"], POLICY if schema == 4 else POLICY_BEFORE)
    if schema < 4:
        evidence["policy"]["passkeys"] = None
    elif type(evidence["policy"]["passkeys"]) is not bool:
        raise Wrong("it does not say whether the policy asks for passkeys")
    for one in evidence["sign_offs"] + evidence.get("fix", {}).get("sign_offs", []):
        made_of(one, SIGN_OFF if schema >= 3 else SIGN_OFF_BEFORE_PASSKEYS)
        if schema < 3:
            one.update(signed_with="signing secret", assertion=None)
    if schema < 3:
        evidence.update(certificates=[], passkeys=[])


# The text -------------------------------------------------------------------------------------------------------------------


def check_bytes(report, given, content, document, evidence):
    report.must(
        ("fix" in evidence) == ("fix" in document), "the evidence and the bytes do not agree whether it is a fix"
    )
    report.must(
        sha256(content) == evidence["digest"], "these are not the bytes that were signed: their SHA-256 is another"
    )
    report.must(canonical(document) == content, "the bytes are not in their one canonical form")
    report.must((document["schema"], document["kind"]) == (1, "article"), "the bytes are no article of schema 1")
    for name in ("article", "slug", "number", "contributors", "statements"):
        report.must(document[name] == evidence[name], f"the bytes name another {name} than the evidence")
    report.must(
        document["policy"] == evidence["policy"]["id"], "the bytes are under another policy than the evidence says"
    )
    carried = [
        {"id": one["id"], "short_sha256": sha256(one["short"].encode()), "full_sha256": sha256(one["full"].encode())}
        for one in document["disclaimers"]
    ]
    report.must(carried == evidence["disclaimers"], "the bytes carry other disclaimers than the evidence says")
    people = {byline["person"] for byline in document["bylines"]}
    report.must(people <= set(document["contributors"]), "somebody in the byline is not named as a contributor")
    report.say(
        "The bytes are edition {number} of article {article} ({slug}), and their fingerprint is {digest}.".format(
            **evidence
        )
    )
    names = ", ".join(one["id"] for one in carried) or "none"
    report.say(f"They carry these disclaimers, word for word as the evidence says: {names}.")
    report.say("They name as contributors, who may not sign: {}.".format(listed("person", document["contributors"])))


def check_fix(report, given, content, document, evidence):
    """What the bytes say of the edition that was reviewed in full, and, if it was given, the comparison with it."""
    if "fix" not in evidence:
        if given.root:
            raise Unusable("the text is no fix: there is no root to compare it with")
        return
    fix = made_of(evidence["fix"], FIX)
    said = {name: fix[name] for name in ("of", "root", "root_digest", "root_number")}
    report.must(document["fix"] == said, "the bytes name another root than the evidence")
    report.must(0 <= fix["words_changed"] * 20 <= fix["words_of_root"], "it changes over 5 % of the words")
    report.say(
        "They say that they are a fix: a small change of edition {root_number}, whose fingerprint is {root_digest}, and which"
        " was reviewed in full.".format(**fix)
    )
    if not given.root:
        report.claimed.append(
            "that it changes, adds or removes {words_changed} of the {words_of_root} words of that edition, and none on which"
            " the meaning hangs: give that edition's bytes with --root".format(**fix)
        )
        return
    with open(given.root, "rb") as file:
        kept = file.read()
    root = parsed(kept, given.root)
    report.must(sha256(kept) == fix["root_digest"], "the root that you gave is another text than the fix names")
    report.must(
        set(root["contributors"]) <= set(document["contributors"]),
        "a contributor of the root is not named as one of the fix",
    )
    for name in sorted((set(root) | set(document)) - CHANGED_BY_FIX):
        report.must(root.get(name) == document.get(name), f"more than words differs from the root: {name}")
    old, new = ([*words_of(text)] for text in (root, document))
    digits = [[word for word in words if any(sign.isdigit() for sign in word)] for words in (old, new)]
    report.must(digits[0] == digits[1], "a number differs from the root")
    edits = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changed = [(old[a:b], new[c:d]) for what, a, b, c, d in edits if what != "equal"]
    report.must(
        sum(max(len(gone), len(come)) for gone, come in changed) * 10 <= len(old), "far more words differ from the root"
    )
    report.say("Nothing but words differs from that edition: {}.".format(
        "; ".join("“{}” is now “{}”".format(" ".join(gone), " ".join(come)) for gone, come in changed) or "addresses of links"
    ))  # fmt: skip


def words_of(document):
    for part in (document["title"], document["summary"], *document["key_points"], document["html"]):
        yield from re.sub(r"<[^<>]*>", " ", part).split()


def listed(what, numbers):
    return ", ".join(f"{what} {number}" for number in numbers)


# The ledger -----------------------------------------------------------------------------------------------------------------


class Entry:
    """One entry of the ledger: what it says, and whether the checkpoint covers it."""

    def __init__(self, entry, size, root):
        made_of(entry, "body proof seq")
        body, self.seq = entry["body"].encode("utf-8"), entry["seq"]
        try:
            self.said = json.loads(entry["body"], object_pairs_hook=each_key_once)
        except ValueError:
            raise Wrong(f"entry {self.seq} cannot be read") from None
        if canonical(self.said) != body:
            raise Wrong(f"entry {self.seq} is not in its one canonical form")
        if type(self.seq) is not int or self.said["seq"] != self.seq:
            raise Wrong("entry {} says that it is entry {}".format(self.seq, self.said["seq"]))
        self.is_covered = self.seq < size
        if self.is_covered != (entry["proof"] is not None):
            raise Wrong(
                "the checkpoint is over {} entries, and entry {} has {}".format(
                    size, self.seq, "none" if self.is_covered else "a proof"
                )
            )
        if self.is_covered:
            leaf = hashlib.sha256(b"\x00" + body).digest()
            proof = [exact(one) for one in entry["proof"]]
            if not included(self.seq, size, leaf, proof, root):
                raise Wrong(f"entry {self.seq} is not in the ledger that the checkpoint was signed over")
        self.is_used = False


def check_ledger(report, given, content, document, evidence):
    size, root = check_checkpoint(report, given, evidence)
    entries = [Entry(one, size, root) for one in evidence["entries"]]
    places = [entry.seq for entry in entries]
    if places != sorted(set(places)):
        raise Wrong("the entries are not in the order of the ledger")
    evidence["entries"] = entries
    new = [entry.seq for entry in entries if not entry.is_covered]
    if new:
        report.claimed.append("all that rests on {}: newer than the checkpoint".format(listed("entry", new)))
        report.is_unproven = True


def check_checkpoint(report, given, evidence):
    """(size, root) of the evidence's checkpoint, (0, None) without one; and whether anything makes it trustworthy."""
    note = evidence["checkpoint"]
    if note is None:
        if given.checkpoint:
            raise Wrong("you kept a checkpoint, and the evidence comes without any")
        report.claimed.append("the whole ledger: no checkpoint of it was signed yet")
        report.is_unproven = True
        return 0, None
    size, root = read_note(note, "the evidence's checkpoint", given.key)
    if note.split("\n")[0] != evidence["origin"]:
        raise Wrong("the checkpoint is of another ledger than {}".format(evidence["origin"]))
    if given.key:
        report.is_anchored = True
        report.say("The checkpoint over {} entries is signed by {}.".format(size, given.key.partition("+")[0]))
    if given.checkpoint:
        check_kept(given, size, root)
        report.is_anchored = True
        report.say(f"The checkpoint over {size} entries is of the same ledger as the one that you kept.")
    if not report.is_anchored:
        report.claimed.append("that the checkpoint is genuine: neither a key nor a checkpoint that you kept was given")
        report.is_unproven = True
    return size, root


def check_kept(given, size, root):
    kept_size, kept_root = read_checkpoint(given.checkpoint, given.key)
    proof = []
    if kept_size != size:
        older, newer = sorted((kept_size, size))
        if not given.continued:
            raise Unusable(
                f"your checkpoint is over {kept_size} entries and the evidence's over {size}: give what"
                f" /transparency/consistency/{older}/{newer} serves with --continued"
            )
        with open(given.continued, "rb") as file:
            proof = [b64decode(one) for one in parsed(file.read(), given.continued)["hashes"]]
    (old, old_root), (new, new_root) = sorted([(kept_size, kept_root), (size, root)])
    if not continues(old, old_root, new, new_root, proof):
        raise Wrong("the evidence's checkpoint is not of the ledger of which you kept one: the ledger was rewritten")


# What was done --------------------------------------------------------------------------------------------------------------


class Acts:
    """The entries of one evidence, found by what they are about; and what all of them must agree on."""

    def __init__(self, report, document, evidence):
        self.report, self.document, self.evidence, self.entries = report, document, evidence, evidence["entries"]
        self.this = {name: evidence[name] for name in ("article", "edition", "digest")}
        self.fix = evidence.get("fix")
        self.sign_offs = evidence["sign_offs"] + (self.fix["sign_offs"] if self.fix else [])
        self.requires = evidence["policy"]["requires"] + (["change"] if self.fix else [])
        self.root_keys, self.passkeys, self.certificates = [], {}, {}

    def all(self, act, /, **said):
        found = [one for one in self.entries if one.said["act"] == act and has(one.said, said)]
        for entry in found:
            entry.is_used = True
        return found

    def one(self, act, key, number, /, **said):
        """The entry of this act about that row; it must say the rest too. Raises Wrong."""
        found = self.all(act, **{key: number})
        if len(found) != 1:
            raise Wrong(f"the ledger has {len(found)} entries “{act}” of {key} {number}")
        for name, value in said.items():
            if not has(found[0].said, {name: value}):
                raise Wrong(f"entry {found[0].seq} ({act}) names another {name} than the evidence")
        return found[0]

    def is_bound(self, entry, facts):
        """Whether the entry holds the digest of these facts; older ones hold none. Raises Wrong when it is of others."""
        if "facts" not in entry.said:
            return False
        if entry.said["facts"] != sha256(canonical(facts)):
            raise Wrong("what is shown is not what was entered: see entry {} ({})".format(entry.seq, entry.said["act"]))
        return True

    def must(self, *rest):
        self.report.must(*rest)


def has(said, facts):
    return all(
        name in said and type(said[name]) is type(value) and said[name] == value for name, value in facts.items()
    )


def check_acts(report, given, content, document, evidence):
    acts = Acts(report, document, evidence)
    how = {
        None: ", and it is not said whether each with a passkey",
        False: ", with a passkey or without",
        True: ", each with a passkey",
    }[evidence["policy"]["passkeys"]]
    report.claimed.append(
        "that policy {id}, called {name}, version {version}, asks for {}{}, for a review after {review_after} and an end after"
        " {ends_after} (as ISO 8601 writes them), and how many of the topics each signer must know".format(
            ", ".join(evidence["policy"]["requires"]), how, **evidence["policy"]
        )
    )
    said = (
        {name: acts.fix[name] for name in ("of", "root", "root_digest", "words_changed", "words_of_root")}
        if acts.fix
        else {}
    )
    act = "submit fix" if acts.fix else "submit"
    submitted = acts.one(act, "edition", evidence["edition"], number=document["number"], **acts.this, **said)
    acts.must(submitted.said["actor"] in document["contributors"], "whoever submitted it is not named as a contributor")
    report.say("It was submitted by person {}, one of them.".format(submitted.said["actor"]), submitted)
    check_certificates(acts, given.root_key)
    signed = [check_sign_off(acts, submitted, one, acts.this) for one in evidence["sign_offs"]]
    signed += check_root(acts, submitted) if acts.fix else []
    if acts.root_keys:
        report.counted = sum(one["signed_with"] == "passkey" for one in acts.sign_offs), len(acts.sign_offs)
    for given_together in [evidence["sign_offs"], *([acts.fix["sign_offs"]] if acts.fix else [])]:
        people = [one["person"] for one in given_together]
        acts.must(len(set(people)) == len(people), "one person signed twice")
    downs = [check_take_down(acts, one) for one in evidence["take_downs"]]
    acts.must(evidence["publications"], "it was never public")
    for one in evidence["publications"]:
        check_publication(acts, one, {entry.said["sign_off"]: entry for entry in signed}, downs)
    for one in acts.certificates.values():
        acts.must(one.is_used, f"certificate {one.number} is of a passkey that signed nothing here")
    for entry in acts.entries:
        acts.must(entry.is_used, "entry {} ({}) is of something else".format(entry.seq, entry.said["act"]))


def check_root(acts, submitted):
    """The entries of the full review that a fix rests on."""
    fix = acts.fix
    this = {"article": acts.evidence["article"], "edition": fix["root"], "digest": fix["root_digest"]}
    root = acts.one("submit", "edition", fix["root"], number=fix["root_number"], **this)
    acts.must(
        root.said["actor"] in acts.document["contributors"], "whoever submitted the root is not named as a contributor"
    )
    acts.must(root.seq < submitted.seq, "the root was submitted after the fix")
    acts.report.say("Edition {root_number}, which it changes, was submitted before it.".format(**fix), root, submitted)
    return [check_sign_off(acts, root, one, this) for one in fix["sign_offs"]]


def check_sign_off(acts, submitted, given, this):
    """The entry of a sign-off of `this` text, which is by an eligible reviewer, and none who contributed."""
    with_passkey = given["signed_with"] == "passkey"
    facts, document = made_of(given["facts"], PASSKEY_FACTS if with_passkey else SIGN_OFF_FACTS), acts.document
    number, person = given["sign_off"], given["person"]
    entry = acts.one(
        "sign off",
        "sign_off",
        number,
        actor=person,
        meaning=facts["meaning"],
        credential=given["credential"],
        **this,
    )
    bound = acts.is_bound(entry, facts)
    authors = {byline["person"] for byline in document["bylines"]} | {submitted.said["actor"]}
    acts.must(person not in authors | set(document["contributors"]), f"person {person} signed and contributed")
    acts.must(facts["policy"] == document["policy"], f"sign-off {number} is under another policy than the text")
    is_change = acts.fix is not None and this == acts.this
    acts.must(
        facts["requires"] == acts.evidence["policy"]["requires"]
        and (facts["meaning"] == "change" if is_change else facts["meaning"] in facts["requires"]),
        f"sign-off {number} is not what the policy asks for",
    )
    acts.must(submitted.seq < entry.seq, f"sign-off {number} came before the text was submitted")
    if is_change:
        in_order(entry, facts["signed_at"], facts["ends_at"])
        in_order(entry, facts["review_due_at"], facts["ends_at"], or_equal=True)
    else:
        in_order(entry, facts["signed_at"], facts["review_due_at"], facts["ends_at"])
    acts.must(facts["signed_at"] <= entry.said["at"], f"sign-off {number} was entered before it was given")
    acts.report.say(
        "By the ledger, {name}, {profession} (person {}), signed exactly {} for {meaning}. Interests declared: “{interests}”."
        " Review due {review_due_at}, ends {ends_at}.".format(
            person, "this fingerprint" if this == acts.this else "the fingerprint " + this["digest"], **facts),
        entry, bound=bound,
    )  # fmt: skip
    check_verification(acts, given, entry)
    if with_passkey:
        check_assertion(acts, given, entry, this)
    else:
        check_secret(acts, given, entry)
    for act, key, name in (("revoke", "sign_off", "revoked_at"), ("suspend credential", "credential", "suspended_at")):
        check_loss(acts, given, act, key, name, this)
    return entry


def check_verification(acts, sign_off, signed):
    """Another person, who holds the office, had verified the signer's credential; it was in force, for these topics."""
    number, person = sign_off["verification"], sign_off["person"]
    given, entry, office, bound = verified(acts, number, person)
    facts, officer = given["facts"], given["officer"]
    acts.must(
        given["credential"] == sign_off["credential"],
        f"verification {number} is of another person or credential than the sign-off's",
    )
    acts.must(signed.said.get("verification", number) == number, "the sign-off was given with another verification")
    acts.must(entry.seq < signed.seq, "the credential was verified after the signature")
    for name in ("name", "profession"):
        acts.must(facts[name] == sign_off["facts"][name], f"the signer's {name} is not the verified one")
    topics, specialties = {topic["slug"] for topic in acts.document["topics"]}, set(facts["specialties"])
    meaning = sign_off["facts"]["meaning"]
    how = acts.evidence["policy"]["covers"].get("medical accuracy" if meaning == "change" else meaning, "all")
    covered = {"all": topics <= specialties, "any": bool(topics & specialties), "none": True}.get(how, False)
    acts.must(covered, "the credential does not cover {}".format(", ".join(sorted(topics))))
    in_order(signed, facts["verified_at"], facts["valid_until"])
    at = sign_off["facts"]["signed_at"]
    acts.must(facts["verified_at"] <= at < facts["valid_until"], "the credential was not in force at the signature")
    acts.report.say(
        "Before that, person {}, appointed as compliance officer, verified the credential of {name}, {profession}, for {},"
        " until {valid_until}.".format(officer, ", ".join(facts["specialties"]), **facts), entry, signed, office, bound=bound,
    )  # fmt: skip


def verified(acts, number, person):
    """What another person, who held the office, verified of this one: as given, both entries, and whether they hold it."""
    (given,) = [one for one in acts.evidence["verifications"] if one["verification"] == number]
    facts, officer = made_of(made_of(given, VERIFICATION)["facts"], VERIFICATION_FACTS), given["officer"]
    entry = acts.one(
        "verify credential", "verification", number, actor=officer, person=person, credential=given["credential"]
    )
    bound = acts.is_bound(entry, facts)
    acts.must(
        given["person"] == person, f"verification {number} is of another person or credential than the sign-off's"
    )
    acts.must(officer != person, f"person {person} verified their own credential")
    offices = acts.all("appoint", person=officer, office="compliance")
    if not [one for one in offices if one.seq < entry.seq]:
        raise Wrong(f"person {officer} was no compliance officer when they verified the credential")
    return given, entry, offices[0], bound


def check_secret(acts, given, entry):
    """Of a signature without a passkey there is only the site's word; it says so itself."""
    acts.must(given["signed_with"] == "signing secret", "a sign-off says neither passkey nor signing secret")
    acts.must(given["assertion"] is None and "assertion" not in entry.said, "a sign-off with a secret has an assertion")
    acts.must(
        acts.evidence["policy"]["passkeys"] is not True,
        "the policy asks for passkeys, and sign-off {sign_off} was given with a signing secret".format(**given),
    )
    acts.report.claimed.append(
        "that sign-off {} was given by {name}: no passkey signed it, the site asked for a signing secret and says itself that it"
        " was theirs".format(given["sign_off"], **given["facts"])
    )
    if acts.root_keys:
        acts.report.is_unproven = True


def check_loss(acts, sign_off, act, key, name, this):
    """A revocation or suspension is shown exactly when the ledger has one, with its instant."""
    found = acts.all(act, **{key: sign_off[key]})
    shown = [] if sign_off[name] is None else [sign_off[name]]
    if [entry.said["at"] for entry in found] != shown:
        raise Wrong("{} of sign-off {} is not what the ledger says".format(name, sign_off["sign_off"]))
    for entry in found:
        acts.must(act != "revoke" or has(entry.said, this), "the revocation is of another text")
        said = "taken back" if act == "revoke" else "lost, its signer's credential being suspended,"
        acts.report.say("Sign-off {} was {} at {at}.".format(sign_off["sign_off"], said, **entry.said), entry)


def check_take_down(acts, given):
    made_of(given, "at kind publication")
    if given["kind"] not in ("taken down", "retracted"):
        raise Wrong("there is no take-down called “{}”".format(given["kind"]))
    entry = acts.one(
        given["kind"], "publication", given["publication"], article=acts.evidence["article"], at=given["at"]
    )
    acts.report.say("The article was {kind} at {at}.".format(**given), entry)
    return entry


def check_publication(acts, given, signed, downs):
    """It rested on every sign-off that the policy asks for, by different people, and none of them was lost by then."""
    facts = made_of(made_of(given, PUBLICATION)["facts"], PUBLICATION_FACTS)
    number, requires = given["publication"], acts.requires
    entry = acts.one("publish", "publication", number, starts_at=facts["starts_at"], **acts.this)
    bound = acts.is_bound(entry, facts)
    on = [one for one in acts.sign_offs if one["sign_off"] in facts["sign_offs"]]
    if sorted(one["sign_off"] for one in on) != facts["sign_offs"]:
        raise Wrong(f"publication {number} rests on sign-offs that are not in the evidence")
    acts.must(acts.evidence["policy"]["requires"], "the policy asks for nobody")
    for meaning in requires:
        ends = [one["facts"]["ends_at"] for one in on if one["facts"]["meaning"] == meaning]
        if not ends:
            raise Wrong(f"publication {number} lacks a sign-off for {meaning}")
        acts.must(facts["ends_at"] <= max(ends), f"publication {number} outlasts its sign-off for {meaning}")
    for one in on:
        acts.must(
            signed[one["sign_off"]].seq < entry.seq, "sign-off {sign_off} came after the publication".format(**one)
        )
        lost = acts.all("revoke", sign_off=one["sign_off"]) + acts.all(
            "suspend credential", credential=one["credential"]
        )
        acts.must(all(entry.seq < loss.seq for loss in lost), "sign-off {sign_off} was lost before that".format(**one))
    for down in downs:
        is_for_good = down.said["act"] == "retracted" and any(
            one["publication"] <= down.said["publication"] for one in acts.evidence["publications"]
        )
        acts.must(not is_for_good or entry.seq < down.seq, "it was published after it had been retracted")
    in_order(entry, facts["published_at"], facts["starts_at"], or_equal=True)
    in_order(entry, facts["starts_at"], facts["ends_at"])
    acts.must(facts["published_at"] <= entry.said["at"], f"publication {number} was entered before it was made")
    acts.report.say(
        "Person {} made it public from {starts_at} until {ends_at} at most, when all that the policy asks for was signed and"
        " stood: {}.".format(entry.said["actor"], ", ".join(requires), **facts),
        entry, *(signed[one["sign_off"]] for one in on), bound=bound,
    )  # fmt: skip
    if given["superseded_at"] is not None:
        in_order(entry, facts["starts_at"], given["superseded_at"], or_equal=True)
        acts.report.claimed.append("that another publication took its place at {superseded_at}".format(**given))


def in_order(entry, *instants, or_equal=False):
    """These are instants, each later than the one before."""
    if not all(re.match(INSTANT, one) for one in instants):
        raise Wrong(f"an instant beside entry {entry.seq} is none")
    if list(instants) != sorted(instants) or (len(set(instants)) < len(instants) and not or_equal):
        raise Wrong(f"the instants beside entry {entry.seq} are not in order")


# Merkle trees (RFC 6962, RFC 9162) -----------------------------------------------------------------------------------------


def included(index, size, leaf, proof, root):
    """RFC 9162, 2.1.3.2."""
    if not 0 <= index < size:
        return False
    f, s, found = index, size - 1, leaf
    for one in proof:
        if s == 0:
            return False
        if f & 1 or f == s:
            found = join(one, found)
            while f and not f & 1:
                f, s = f >> 1, s >> 1
        else:
            found = join(found, one)
        f, s = f >> 1, s >> 1
    return s == 0 and found == root


def join(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def continues(old, old_root, new, new_root, proof):
    """RFC 9162, 2.1.4.2."""
    if old == new:
        return not proof and old_root == new_root
    proof = list(proof)
    if old & (old - 1) == 0:
        proof.insert(0, old_root)
    if not proof:
        return False
    f, s = old - 1, new - 1
    while f & 1:
        f, s = f >> 1, s >> 1
    first = second = proof[0]
    for one in proof[1:]:
        if s == 0:
            return False
        if f & 1 or f == s:
            first, second = join(one, first), join(one, second)
            while f and not f & 1:
                f, s = f >> 1, s >> 1
        else:
            second = join(second, one)
        f, s = f >> 1, s >> 1
    return s == 0 and first == old_root and second == new_root


# Passkeys (WebAuthn level 2) and who vouches for them -----------------------------------------------------------------------


class Certificate:
    """That a passkey is a certain person's, signed by a root key (of an officer) or by an officer's passkey (of a reviewer)."""

    def __init__(self, acts, given):
        made_of(given, CERTIFICATE)
        self.number, self.content = given["certificate"], given["content"].encode("utf-8")
        self.is_used, self.issuer = False, None
        kind = "reviewer" if given["root"] is None else "compliance officer"
        self.said = said = statement(given["content"], kind)
        if said["certifies"] != kind:
            raise Wrong(f"certificate {self.number} is not of a {kind}")
        passkey, added, self.end = acts.passkeys[given["passkey"]]
        self.key, self.ends_at = passkey["public_key"], passkey["ends_at"]
        for name, right in (("person", passkey["person"]), ("key", sha256(canonical(self.key)))):
            acts.must(has(said, {name: right}), f"certificate {self.number} is of another {name}")
        self.entry = acts.one(
            "certify reviewer" if given["root"] is None else "certify officer",
            "certificate",
            self.number,
            digest=sha256(self.content),
            passkey=given["passkey"],
            person=said["person"],
        )
        acts.must(added.seq < self.entry.seq, f"certificate {self.number} came before its passkey")
        for day in (said["from"], said["until"]):
            if not re.match(r"20\d\d-\d\d-\d\d\Z", day):
                raise Wrong(f"a day of certificate {self.number} is none")
        days = date.fromisoformat(said["until"]) - date.fromisoformat(said["from"])
        acts.must(timedelta() < days <= timedelta(days=731), f"certificate {self.number} is not for two years at most")
        host = re.match(r"(?:https://([a-z0-9.-]+)|http://(localhost))(:[0-9]+)?\Z", said["origin"])
        if not host or not f".{host[1] or host[2]}".endswith("." + said["site"]):
            raise Wrong(f"certificate {self.number} names no address of a site")
        self.certified_at = self.entry.said["certified_at"]
        in_order(self.entry, self.certified_at, self.entry.said["at"], or_equal=True)

    def spans(self, instant):
        return self.said["from"] <= instant[:10] < self.said["until"]

    def had_ended(self, instant):
        return self.ends_at is not None and self.ends_at <= instant

    def had_ended_in_ledger(self, entry):
        """Whether the ledger told of its end before that entry: then it is no excuse that the signature was taken back later."""
        return self.end is not None and self.end.seq < entry.seq


def statement(content, kind):
    """What was signed: one JSON object of this kind, in its one canonical form."""
    said = json.loads(content, object_pairs_hook=each_key_once)
    if canonical(said) != content.encode("utf-8"):
        raise Wrong("what was signed is not in its one canonical form")
    return made_of(said, STATEMENTS[kind])


def check_passkey(acts, passkey):
    """It was registered, with this public key, and ended as the ledger says. Returns it and the first entries of both."""
    made_of(passkey, PASSKEY)
    number, person = passkey["passkey"], passkey["person"]
    ends = acts.all("end passkey", passkey=number)
    instants = [entry.said["ends_at"] for entry in ends]
    if instants != sorted(set(instants), reverse=True):
        raise Wrong(f"passkey {number} was ended again, and not from an earlier instant")
    if passkey["ends_at"] != (instants[-1] if ends else None):
        raise Wrong(f"the end of passkey {number} is not what the ledger says")
    for entry in ends:
        acts.must(has(entry.said, {"person": person}), "the end of a passkey is of another person's")
        in_order(entry, entry.said["ends_at"], entry.said["at"], or_equal=True)
        how = "had ended earlier, at" if entry is not ends[0] else "ended at"
        acts.report.say("Passkey {} of person {} {} {ends_at}.".format(number, person, how, **entry.said), entry)
    key = sha256(canonical(passkey["public_key"]))
    added = acts.one("add passkey", "passkey", number, actor=person, person=person, key=key)
    return passkey, added, ends[0] if ends else None


def check_certificates(acts, root_keys):
    """Each certificate is signed by whom it names: a root key, one that you trust if you gave any, or an officer's passkey."""
    acts.root_keys = root_keys
    acts.passkeys = {one["passkey"]: check_passkey(acts, one) for one in acts.evidence["passkeys"]}
    for given in acts.evidence["certificates"]:
        acts.certificates[given["certificate"]] = Certificate(acts, given)
    for given in acts.evidence["certificates"]:
        one = acts.certificates[given["certificate"]]
        check_by_root(acts, one, given) if given["root"] is not None else check_by_officer(acts, one, given)
    numbers = [given["certificate"] for given in acts.evidence["certificates"]]
    acts.must(len(numbers) == len(acts.certificates), "a certificate stands there twice")
    numbers = [given["passkey"] for given in acts.evidence["passkeys"]]
    used = {given["passkey"] for given in acts.evidence["certificates"]}
    acts.must(sorted(numbers) == sorted(used), "a passkey stands there twice, or nobody certified it")


def check_by_root(acts, one, given):
    root = canonical(given["root"])
    if acts.root_keys and root.decode("utf-8") not in acts.root_keys:
        raise Wrong(f"certificate {one.number}, of a compliance officer, is not signed by the root key that you gave")
    if (given["issuer"], given["client_data"], given["authenticator_data"]) != (None, None, None):
        raise Wrong(f"certificate {one.number} is signed by two")
    if not verifies(given["root"], one.content, unpacked(given["signature"])):
        raise Wrong(f"certificate {one.number} is not signed by the root key that it names")
    trusted = acts.all("trust root", key=sha256(root))
    acts.must(any(entry.seq < one.entry.seq for entry in trusted), "the ledger trusts no such root key")
    acts.must(one.entry.said["actor"] is None, "somebody is named who handed in what the root key signed")


def check_by_officer(acts, one, given):
    issuer, said = acts.certificates[given["issuer"]], one.said
    issuer.is_used, one.issuer, officer = True, issuer, issuer.said["person"]
    if issuer.said["certifies"] != "compliance officer" or officer == said["person"]:
        raise Wrong(f"certificate {one.number} is by nobody who may certify")
    acts.must(has(one.entry.said, {"actor": officer}), f"certificate {one.number} was entered as somebody else's")
    acts.must(issuer.entry.seq < one.entry.seq, "the officer certified before they were certified")
    acts.must(issuer.spans(one.certified_at), "the officer's certificate was not in force when they certified")
    acts.must((issuer.said["origin"], issuer.said["site"]) == (said["origin"], said["site"]), "it is of another site")
    check_answer(issuer, given, one.content, f"certificate {one.number}")
    verification, entry, office, _ = verified(acts, said["verification"], said["person"])
    acts.must(verification["officer"] == officer, "the officer certified what somebody else had verified")
    acts.must(entry.seq < one.entry.seq and office.seq < one.entry.seq, "it was certified before it was verified")
    facts = verification["facts"]
    right = {"facts": sha256(canonical(facts)), "name": facts["name"], "profession": facts["profession"]}
    acts.must(has(said, right), f"certificate {one.number} does not say what the officer verified")
    acts.must(one.certified_at < facts["valid_until"], "the credential had lapsed when the passkey was certified")


def check_assertion(acts, sign_off, entry, this):
    """A passkey, certified as the signer's, signed exactly this text with this meaning and these interests."""
    number, given, facts = sign_off["sign_off"], made_of(sign_off["assertion"], ASSERTION), sign_off["facts"]
    one = acts.certificates[given["certificate"]]
    one.is_used, said, content = True, statement(given["content"], "edition"), given["content"].encode("utf-8")
    if one.said["certifies"] != "reviewer":
        raise Wrong(f"the passkey of sign-off {number} is certified as no reviewer's")
    right = {"signs": "edition", "edition": this["edition"], "digest": this["digest"], "person": sign_off["person"]}
    right.update(meaning=facts["meaning"], interests=facts["interests"])
    for name, value in right.items():
        acts.must(has(said, {name: value}), f"the passkey of sign-off {number} signed another {name}")
    for name, value in (("person", sign_off["person"]), ("name", facts["name"]), ("profession", facts["profession"])):
        acts.must(has(one.said, {name: value}), f"the passkey of sign-off {number} is certified for another {name}")
    acts.must(
        (facts["assertion"], facts["certificate"]) == (sha256(content), sha256(one.content))
        and has(entry.said, {"assertion": given["assertion"]}),
        f"the ledger names another answer of a passkey for sign-off {number}",
    )
    acts.must(one.entry.seq < entry.seq, f"the passkey of sign-off {number} was certified after it")
    check_answer(one, given, content, f"sign-off {number}")
    check_times(acts, sign_off, one, said, entry)
    tell_of_passkey(acts, sign_off, one)


def check_times(acts, sign_off, one, said, entry):
    number, signed_at, lost = sign_off["sign_off"], sign_off["facts"]["signed_at"], sign_off["revoked_at"]
    acts.must(one.spans(signed_at), f"the certificate of sign-off {number}'s passkey was not in force")
    in_order(entry, said["asked_at"], signed_at, entry.said["at"], or_equal=True)
    asked, entered = (datetime.strptime(one, "%Y-%m-%dT%H:%M:%S.%fZ") for one in (said["asked_at"], entry.said["at"]))
    acts.must(entered - asked < timedelta(minutes=5), f"sign-off {number} was asked for at another time")
    issuer, certified_at = one.issuer, one.certified_at
    for key, at, then, what in (
        (one, signed_at, entry, f"the passkey of sign-off {number}"),
        (issuer, certified_at, one.entry, f"the passkey that certified sign-off {number}'s"),
    ):
        acts.must(not key.had_ended_in_ledger(then) and (lost or not key.had_ended(at)), f"{what} had ended")


def tell_of_passkey(acts, sign_off, one):
    name, officer, site = one.said["name"], one.issuer.said["name"], one.said["origin"]
    acts.report.say(
        "The passkey {} signed exactly the fingerprint {digest} as sign-off {} for {meaning}, with the interests declared"
        " “{interests}”, at {}, and it had checked by finger, face or PIN who held it.".format(
            one.said["key"], sign_off["sign_off"], site, **json.loads(sign_off["assertion"]["content"])
        )
    )
    if acts.root_keys:
        acts.report.say(
            f"That passkey is {name}'s, {one.said['profession']}: so {officer} certified, with a passkey that the root key"
            " which you gave had certified as that of a compliance officer. Whoever does not hold that passkey cannot have"
            f" signed sign-off {sign_off['sign_off']}: neither the site nor its administrators."
        )
        acts.report.claimed.append(
            f"that {officer} met {name} before they certified the passkey, that {name} alone holds it and saw this text when"
            " they signed, and when all this was"
        )
    else:
        acts.report.claimed.append(
            f"that the passkey of sign-off {sign_off['sign_off']} is {name}'s: it verifies under a key, and only the site says"
            " whose that is. Give the operator's root key with --root-key"
        )
        acts.report.is_unproven = True


def check_answer(certificate, given, content, what):
    """This passkey answered, at the certified address, with these bytes as its challenge (WebAuthn level 2, 7.2)."""
    client_data, data, signature = (
        unpacked(given[name]) for name in ("client_data", "authenticator_data", "signature")
    )
    said = json.loads(client_data.decode("utf-8"), object_pairs_hook=each_key_once)
    if said["type"] != "webauthn.get" or len(data) < 37:
        raise Wrong(f"{what}: what the passkey answered is no signature")
    in_a_frame = "topOrigin" in said or not (said.get("crossOrigin") is None or said["crossOrigin"] is False)
    if said["origin"] != certificate.said["origin"] or in_a_frame:
        raise Wrong(f"{what}: the passkey answered at another address")
    if data[:32] != hashlib.sha256(certificate.said["site"].encode()).digest():
        raise Wrong(f"{what}: the passkey answered for another site")
    if said["challenge"] != packed(hashlib.sha256(content).digest()):
        raise Wrong(f"{what}: the passkey answered something else")
    if data[32] & 5 != 5:
        raise Wrong(f"{what}: the passkey did not check who held it")
    if not verifies(certificate.key, data + hashlib.sha256(client_data).digest(), signature):
        raise Wrong(f"{what}: the passkey did not sign this")


def packed(content):
    return urlsafe_b64encode(content).rstrip(b"=").decode()


def unpacked(text):
    """The bytes of this base64url, which is written in the one way that there is for them."""
    content = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if packed(content) != text:
        raise Wrong("something is not in base64url")
    return content


def verifies(jwk, message, signature):
    """Whether the private half of this JWK (RFC 7517) signed the message. Raises Wrong for a key of another kind."""
    kind = jwk.get("kty")
    if kind == "EC" and jwk.get("crv") == "P-256":
        made_of(jwk, "crv kty x y")
        return is_signed_on_p256(unpacked(jwk["x"]), unpacked(jwk["y"]), message, signature)
    if kind == "OKP" and jwk.get("crv") == "Ed25519":
        made_of(jwk, "crv kty x")
        public = unpacked(jwk["x"])
        return is_of_large_order(public) and is_signed(public, message, signature)
    if kind == "RSA" and jwk.get("e") == "AQAB":
        made_of(jwk, "e kty n")
        return is_signed_with_rsa(unpacked(jwk["n"]), message, signature)
    raise Wrong("a key is of a kind that cannot sign here")


# RSA (RFC 8017, 8.2.2: PKCS #1 v1.5 with SHA-256) and ECDSA (FIPS 186-5, 6.4.2: P-256 with SHA-256) -------------------------


def is_signed_with_rsa(modulus, message, signature):
    size, n, s = len(modulus), int.from_bytes(modulus, "big"), int.from_bytes(signature, "big")
    if not 256 <= size <= 512 or modulus[0] < 128 or len(signature) != size or s >= n:
        return False
    digest = bytes.fromhex("3031300d060960864801650304020105000420") + hashlib.sha256(message).digest()
    return pow(s, 65537, n).to_bytes(size, "big") == b"\0\1" + b"\xff" * (size - 3 - len(digest)) + b"\0" + digest


P256 = 2**256 - 2**224 + 2**192 + 2**96 - 1
N256 = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B256 = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
G256 = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)


def is_signed_on_p256(x, y, message, signature):
    key, numbers = (int.from_bytes(x, "big"), int.from_bytes(y, "big")), der_integers(signature)
    if len(x) != 32 or len(y) != 32 or max(key) >= P256 or (key[1] ** 2 - key[0] ** 3 + 3 * key[0] - B256) % P256:
        return False
    if numbers is None or not all(0 < one < N256 for one in numbers):
        return False
    if key[0] == G256[0]:
        return False  # whose private half everybody knows
    r, s = numbers
    w, e = pow(s, -1, N256), int.from_bytes(hashlib.sha256(message).digest(), "big")
    found = plus_on_p256(times_on_p256(e * w % N256, G256), times_on_p256(r * w % N256, key))
    return found is not None and found[0] % N256 == r


def der_integers(signature):
    """The two numbers of an ECDSA signature in DER (RFC 3279), None if it is not written in the one way that there is."""
    try:
        end = 4 + signature[3]
        numbers = [int.from_bytes(one, "big") for one in (signature[4:end], signature[end + 2 :])]
        body = b"".join(b"\2" + bytes([len(one)]) + one for one in map(der_bytes, numbers))
        return numbers if b"\x30" + bytes([len(body)]) + body == signature else None
    except (IndexError, ValueError):
        return None


def der_bytes(number):
    return number.to_bytes(number.bit_length() // 8 + 1, "big")


def plus_on_p256(one, other):
    """The sum of two points; None is the point at infinity."""
    if one is None or other is None:
        return one or other
    if one[0] == other[0] and (one[1] + other[1]) % P256 == 0:
        return None
    if one == other:
        slope = 3 * (one[0] ** 2 - 1) * pow(2 * one[1], -1, P256)
    else:
        slope = (other[1] - one[1]) * pow(other[0] - one[0], -1, P256)
    x = (slope**2 - one[0] - other[0]) % P256
    return x, (slope * (one[0] - x) - one[1]) % P256


def times_on_p256(number, one):
    result = None
    while number:
        if number & 1:
            result = plus_on_p256(result, one)
        one, number = plus_on_p256(one, one), number >> 1
    return result


# Signed notes (C2SP) and Ed25519 (RFC 8032) ---------------------------------------------------------------------------------


def read_checkpoint(path, key):
    """(size, root) of a signed note. With a key, its signature must be there and right."""
    with open(path, "rb") as file:
        return read_note(file.read().decode("utf-8"), path, key)


def read_note(note, called, key):
    text, _, signatures = note.partition("\n\n")
    origin, size, root = text.split("\n")[:3]
    if key:
        name, wanted_hash, public = key.split("+", 2)
        public = exact(public)
        if hashlib.sha256(name.encode() + b"\n" + public).digest()[:4].hex() != wanted_hash or public[:1] != b"\x01":
            raise Wrong("that is no key for Ed25519")
        if origin != name:
            raise Wrong(f"{called} is a checkpoint of {origin}, not of {name}")
        lines = [line for line in signatures.split("\n")[:-1] if line.startswith(f"— {name} ")]
        found = [exact(line.split(" ", 2)[2]) for line in lines]
        mine = [one[4:] for one in found if one[:4].hex() == wanted_hash]
        if not any(is_signed(public[1:], (text + "\n").encode("utf-8"), one) for one in mine):
            raise Wrong(f"{called} is not signed by that key")
    return int(size), exact(root)


def exact(text):
    """The bytes of this base64, if it is written in the one way that there is for them."""
    content = b64decode(text, validate=True)
    if b64encode(content).decode() != text:
        raise ValueError("base64 that is written in another way than it should be")
    return content


P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
SQRT_MINUS_1 = pow(2, (P - 1) // 4, P)


def is_signed(public, message, signature):
    if len(signature) != 64 or len(public) != 32:
        return False
    a, r, s = point(public), point(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    return same(times(s, BASE), plus(r, times(h, a)))


def point(encoded):
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * SQRT_MINUS_1 % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


def plus(one, other):
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c = 2 * one[3] * other[3] * D % P
    d = 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number, one):
    result = (0, 1, 1, 0)
    while number:
        if number & 1:
            result = plus(result, one)
        one, number = plus(one, one), number >> 1
    return result


def same(one, other):
    return (one[0] * other[2] - other[0] * one[2]) % P == 0 and (one[1] * other[2] - other[1] * one[2]) % P == 0


def is_of_large_order(public):
    """A key of small order would sign for everybody."""
    found = point(public)
    return len(public) == 32 and found is not None and not same(times(8, found), (0, 1, 1, 0))


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))

if __name__ == "__main__":
    main()
