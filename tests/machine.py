"""Random people do random things, honest and hostile, and after each of them readers must see exactly what the model says.

A Hypothesis state machine on a real database with real commits, the real logins and the real clock. Each example has its own
people and texts; the database goes on. What happens at a later instant is asked of the gate (`gate.shown(article, at)`) at
the instants at which the model says that something turns, and just before.
"""

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from time import sleep

import psycopg
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, initialize, multiple, precondition, rule
from psycopg.types.json import Jsonb

from tests.acting import ROWS, TOPICS
from tests.hostile import ATTACKS, SETTINGS
from tests.machine_looks import Onlooker, pick
from tests.machine_world import YEAR, now, remember_credential
from tests.model_records import (
    CHANGE,
    FILLER,
    LEGAL,
    MEDICAL,
    POLICIES,
    SECOND,
    Article,
    ChosenTier,
    Credential,
    Draft,
    Edition,
    Notice,
    NoticeSignature,
    Publication,
    Rule,
    SignOff,
    TakeDown,
    Verdict,
    Verification,
    called_for,
    changed,
)

SIGNERS = ["doctor", "doctor", "doctor", "second", "second", "lawyer", "lawyer", "pharmacist", "narrow", "lead", "officer",
           "writer", "stranger"]  # fmt: skip
REASONS = st.sampled_from(["Because of the numbers"] * 9 + [" \t"])
RIGHT = st.sampled_from([True] * 11 + [False])
NEWEST = st.sampled_from([0, 0, 0, 0, 1, 1, 2, 3, 5])  # which of several, from the newest
ALSO = st.sampled_from([None, None, "pharmacist", "second", "lead"])  # who signs beside those who must
STAGES = st.sampled_from(["draft", "submitted", "signed", "scheduled", "scheduled, then public", *["public"] * 4])
BINDING = st.sampled_from([None, None, "now", "soon", "in 45 seconds", "in a day", "in 100 days"])
PLURALS = ["garden", "window", "river", "street", "table", "colour"]  # each once in the filler
FLAWS = {  # what stands at the end of the body; a proposed title stands elsewhere
    "title_is_chosen": "",
    "markup_in_vocabulary": "<p>Words.</p><script>x()</script>",
    "every_citation_has_a_reference": "<p>Words [@nobody2020].</p>",
    "signs_of_an_english_text": "<p>\u0430nxiety</p>",
    "entities_are_plain": "<p>sui&#99;ide</p>",
}


# Steps about people: told as one, or they would crowd out those about texts.
OFFICE = {
    "register": st.fixed_dictionaries(
        {
            "role": st.sampled_from(["doctor", "second", "lawyer", "narrow", "stranger", "officer"]),
            "right": RIGHT,
            "by": st.sampled_from(["officer"] * 5 + ["lead"]),
            "qualification": st.sampled_from(["physician", "pharmacist"]),
            "specialties": st.sampled_from([TOPICS, TOPICS, ["anxiety"], ["ptsd"]]),
            "span": st.sampled_from(["soon", "a day", "100 days", "a year", "a year", "two years", "none"]),
        }
    ),
    "verify_again": st.fixed_dictionaries(
        {
            "role": st.sampled_from(["doctor", "second", "lawyer", "narrow"]),
            "which": st.sampled_from([0, -1]),
            "by": st.sampled_from(["officer"] * 5 + ["lead"]),
            "right": RIGHT,
            "span": st.sampled_from(["soon", "a day", "100 days", "a year", "two years"]),
        }
    ),
    "appoint": st.fixed_dictionaries(
        {"role": st.sampled_from(["officer", "officer", "lead", "stranger"]), "dismiss": st.booleans()}
    ),
    "guess_the_secret": st.fixed_dictionaries(
        {
            "role": st.sampled_from(["doctor", "second", "officer", "stranger"]),
            "tries": st.sampled_from([1, 1, 1, 3, 11]),
        }
    ),
    "enrol_again": st.fixed_dictionaries(
        {
            "role": st.sampled_from(["doctor", "second", "stranger", "officer"]),
            "right": RIGHT,
            "officer": st.sampled_from([None, "officer", "officer", "lead"]),
        }
    ),
}


class Machine(Onlooker):
    """One example: ten people, a few articles and statements, and whatever they do to each other."""

    articles = Bundle("articles")

    # The people ----------------------------------------------------------------------------------------------------------

    @initialize(target=articles, first=STAGES, second=STAGES, also=ALSO, words=st.sets(st.sampled_from([0, 1])),
                statements=st.sampled_from([0, 0, 1, 2]),
                topics=st.sampled_from([("ptsd",), ("ptsd", "anxiety"), ("safety",), ("law",), ("law", "ptsd")]))  # fmt: skip
    def begin(self, first, second, also, topics, words, statements):
        """Two articles on their way already, as far as the people of the example may bring them; perhaps with statements,
        of which the first falls back on the second."""
        made = [self.do_adopt_statement(n, None, not n, True) for n in range(statements)]
        articles = [self.new_article("article", t, {self.rule_words[n] for n in words}) for t in [("history",), topics]]
        for article, stage in zip(articles, (first, second), strict=True):
            self.bring(article, stage, also)
        return multiple(*articles, *made)

    def bring(self, article, stage, also):
        if stage == "draft":
            return
        edition = self.do_submit(article, self.cast["writer"])
        if stage == "submitted":
            return
        self.do_all_sign(edition, also, publish=False)
        if "scheduled" in stage:
            self.do_publish(edition, now() + timedelta(days=1), "")
        if "public" in stage:
            self.do_publish(edition, None, "")

    def new_article(self, kind, topics, words, slug=None):
        writer, title = self.cast["writer"], next(self.world.words)
        draft = Draft(
            kind, slug or next(self.world.words), title, frozenset(words), frozenset(topics),
            (writer.id,) if kind == "article" else (),
        )  # fmt: skip
        number = self.stage.write(writer.id, kind=kind, **fields(draft))
        article = Article(number, draft, {writer.id})
        self.model.articles.append(article)
        return article

    @precondition(lambda self: len(self.model.articles) < 4)
    @rule(target=articles, topics=st.sampled_from([("anxiety",), ("history",), ("ptsd",), ("safety",), ("law", "ptsd")]),
          words=st.sets(st.sampled_from([0, 1])))  # fmt: skip
    def write_another(self, topics, words):
        return self.new_article("article", topics, {self.rule_words[n] for n in words})

    @rule(
        article=articles,
        by=st.sampled_from(["writer"] * 5 + ["editor", "doctor", "second", "lead"]),
        data=st.data(),
        what=st.sampled_from(["title", "title", "words", "words", "topics", "bylines", "points", "flaw", "slug"]),
    )
    def change_draft(self, article, by, what, data):
        old, person = article.draft, self.cast[by]
        if what == "title" or (what == "points" and old.kind == "statement"):
            new = changed(old, title=next(self.world.words), flaw="")
        elif what == "words":
            word = data.draw(st.sampled_from([*self.rule_words, *self.rule_words, "overdose", "recalled"]))
            new = changed(old, words=old.words ^ {word})
        elif what == "topics":
            topics = data.draw(st.sampled_from([("anxiety",), ("ptsd",), ("law",), ("safety", "history"), ()]))
            new = changed(old, topics=frozenset(topics) if old.kind == "article" else old.topics)
        elif what == "bylines":
            roles = data.draw(st.sampled_from([["writer"], ["writer", "second"], ["editor", "lead"], []]))
            new = changed(old, bylines=tuple(self.cast[r].id for r in roles))
        elif what == "points":
            new = changed(old, points=data.draw(st.sampled_from([2, 3, 4, 6])))
        elif what == "flaw":
            new = changed(old, flaw=data.draw(st.sampled_from(list(FLAWS))))
        else:
            others = [a.editions[-1].slug for a in self.model.articles if a.editions and a is not article]
            slug = data.draw(st.sampled_from(others)) if others and data.draw(st.booleans()) else next(self.world.words)
            new = changed(old, slug=slug)
        self.save(article, person, new)

    def save(self, article, person, new):
        taken = any(a is not article and a.draft.slug == new.slug for a in self.model.articles)
        done, _ = self.attempt(
            "save a draft", why=lambda at: {"one_article_per_address"} if taken else set(), entry=None,
            call=lambda: self.stage.rewrite(person.id, article.id, **fields(new)),
        )  # fmt: skip
        if done and (new != article.draft or new.topics or new.bylines):  # those two are put back one by one
            article.draft = new
            article.savers.add(person.id)

    # From the draft to the public ----------------------------------------------------------------------------------------

    @rule(article=articles, by=st.sampled_from(["writer"] * 6 + ["editor", "doctor", "lead"]), as_seen=RIGHT,
          anew=st.sampled_from([True, True, False]))  # fmt: skip
    def submit(self, article, by, as_seen, anew):
        """`anew`: with a new title, so that there is something to submit."""
        if anew:
            self.save(article, self.cast["writer"], changed(article.draft, title=next(self.world.words)))
        self.do_submit(article, self.cast[by], as_seen)

    @precondition(lambda self: self.model.public(now()))
    @rule(which=NEWEST, word=st.sampled_from(PLURALS), by=st.sampled_from(["editor", "editor", "writer", "doctor"]),
          how=st.sampled_from(["small"] * 6 + ["a number", "nothing", "a lot"]), as_seen=RIGHT, reason=REASONS,
          through=st.booleans())  # fmt: skip
    def fix(self, which, word, by, how, as_seen, reason, through):
        """A small change of what readers see. `through`: a reviewer checks it and an editor publishes it."""
        shown = [self.model.shown(article, now()) for article in self.model.articles if article.kind == "article"]
        public = [publication.edition for publication in shown if publication]
        edition, person = pick(public if which < 3 else self.editions(), which), self.cast[by]
        plural = {"small": edition.draft.plural ^ {word}, "a lot": frozenset(PLURALS)}.get(how, edition.draft.plural)
        draft = changed(edition.draft, plural=plural)
        text = fields(draft)
        body = text["body"].replace("while", "while 5") if how == "a number" else text["body"]

        def why(at):
            against = self.model.why_not_fix(edition, draft, as_seen, reason, at)
            if how == "a number":
                against = (against - {"something_to_fix"}) | {"fix_keeps_its_numbers"}
            return against

        fixed = {"title": text["title"], "summary": "A survey asked.", "key_points": text["key_points"], "html": body}
        done, number = self.attempt(
            "submit_fix", edition.id, edition.digest if as_seen else b"\1" * 32, Jsonb(fixed), person.id, reason, why=why,
            entry=("submit fix", person, edition.article),
        )  # fmt: skip
        if done:
            fix = self.remember_fix(number, edition, draft, person)
            if through:
                self.do_all_sign(fix, None, publish=True)

    def remember_fix(self, number, of, draft, by):
        article, root = of.article, of.root or of
        content, digest, contributors, at = self.stage.row(
            "select content, digest, contributors, submitted_at from public.articles_edition where id = %s", number
        )
        expected = self.model.contributors(article, by)
        assert set(contributors) == expected, "names everybody who contributed"
        assert sha256(content).digest() == digest
        fix = Edition(
            number, article, len(article.editions) + 1, draft, digest, expected, root.policy, root.disclaimers,
            root.statements, at, root=root, of=of,
        )  # fmt: skip
        article.editions.append(fix)
        return fix

    def do_submit(self, article, by, as_seen=True):
        seen = self.stage.draft_digest(article.id) if as_seen else b"\0" * 32
        at = now()
        done, number = self.attempt(
            "submit", article.id, seen, by.id, entry=("submit", by, article),
            why=lambda at: self.model.why_not_submit(article, as_seen, at),
        )  # fmt: skip
        if not done:
            return None
        content, digest, contributors, disclaimers, statements, policy, at = self.stage.row(
            "select content, digest, contributors, disclaimers, statements, p.name, submitted_at"
            " from public.articles_edition e join public.reviews_policy p on p.id = policy_id where e.id = %s", number,
        )  # fmt: skip
        m, draft = self.model, article.draft
        expected = m.contributors(article, by)
        own = frozenset(d for d in disclaimers if d.startswith("D-ZQ"))
        assert set(contributors) == expected, "names everybody who contributed"
        assert own == m.carried(draft, "disclaimer", at), "carries exactly the required disclaimers"
        assert set(statements) == m.carried(draft, "statement", at), "names exactly the required statements"
        assert draft.kind == "statement" or {"D-INFO.1", "D-TALK.1", "D-COMM.1"} <= set(disclaimers)
        assert policy == article.tier(draft, at).name, "stands under the policy that covers it"
        assert sha256(content).digest() == digest
        assert draft.title.encode() in content
        edition = Edition(
            number, article, len(article.editions) + 1, draft, digest, expected, article.tier(draft, at), own,
            frozenset(statements), at,
        )  # fmt: skip
        article.editions.append(edition)
        m.addresses[draft.slug] = article
        return edition

    @precondition(lambda self: self.editions())
    @rule(which=NEWEST, by=st.sampled_from(SIGNERS), digest=RIGHT, right=RIGHT,
          meaning=st.sampled_from([MEDICAL] * 6 + [SECOND] * 3 + [LEGAL] * 3 + [CHANGE] * 3 + ["looks fine"]),
          interests=st.sampled_from(["None"] * 12 + [" ", "See https://example.org"]))  # fmt: skip
    def sign_off(self, which, by, meaning, digest, right, interests):
        self.do_sign(pick(self.editions(), which), self.cast[by], meaning, digest, right, interests)

    def do_sign(self, edition, by, meaning, digest=True, right=True, interests="None"):
        if digest:
            typed, why = self.secret(by, right, lambda at: self.model.why_not_sign(edition, by, meaning, interests, at))
        else:
            typed, why = by.secret, lambda at: {"signs_exactly_this"}
        done, number = self.attempt(
            "sign_off", edition.id, edition.digest if digest else b"\1" * 32, by.id, typed, meaning, interests, why=why,
            entry=("sign off", by, edition.article),
        )  # fmt: skip
        if not done:
            return None
        credential, at, due, end = self.stage.row(
            "select credential_id, signed_at, review_due_at, ends_at from public.reviews_signoff where id = %s", number
        )
        held = next(c for c in by.credentials if c.id == credential)
        sign_off = SignOff(number, edition, by, held, meaning, at, due, end)
        assert (due, end) == self.model.holds(edition, meaning, at), "holds as long as the policy says"
        assert not edition.policy.lacks(meaning, held.qualification, held.specialties, edition.topics)
        edition.sign_offs.append(sign_off)
        return sign_off

    @precondition(lambda self: self.editions())
    @rule(which=NEWEST, also=ALSO, publish=st.sampled_from([True, True, False]))
    def all_sign(self, which, also, publish):
        self.do_all_sign(pick(self.editions(), which), also, publish)

    def do_all_sign(self, edition, also, publish):
        """Everybody whom the policy asks for, as far as they may, and perhaps one more; and an editor publishes."""
        asked = [CHANGE] if edition.root else edition.policy.requires
        for meaning, role in [(MEDICAL, "doctor"), (SECOND, "second"), (LEGAL, "lawyer"), (CHANGE, "doctor")]:
            if meaning in asked and not any(s.person.name == role for s in edition.sign_offs):
                self.do_sign(edition, self.cast[role], meaning)
        if also:
            self.do_sign(edition, self.cast[also], MEDICAL)
        if publish:
            self.do_publish(edition, None, "")

    @precondition(lambda self: self.editions())
    @rule(
        which=NEWEST,
        digest=RIGHT,
        reason=st.sampled_from(["", "", "It was about another page"]),
        starts=st.sampled_from(
            [None] * 3
            + [
                "soon",
                "in 45 seconds",
                "in a day",
                "in a day",
                "in 100 days",
                "in 300 days",
                "too late",
                "in the past",
            ]
        ),
    )
    def publish(self, which, starts, digest, reason):
        edition = pick(self.editions(), which)
        starts = {
            None: None, "soon": now() + timedelta(milliseconds=40), "in a day": now() + timedelta(days=1),
            "in 45 seconds": now() + timedelta(seconds=45),
            "in 100 days": now() + timedelta(days=100), "in 300 days": now() + timedelta(days=300),
            "too late": now() + 3 * YEAR, "in the past": now() - timedelta(milliseconds=1),
        }[starts]  # fmt: skip
        if not digest:
            self.attempt(
                "publish", edition.id, b"\1" * 32, self.cast["editor"].id, None, reason, entry=None,
                why=lambda at: {"publishes_exactly_this"},
            )  # fmt: skip
        else:
            self.do_publish(edition, starts, reason)

    def do_publish(self, edition, starts, reason):
        editor, article = self.cast["editor"], edition.article
        done, number = self.attempt(
            "publish", edition.id, edition.digest, editor.id, starts, reason, entry=("publish", editor, article),
            why=lambda at: self.model.why_not_publish(edition, starts, reason, at),
        )  # fmt: skip
        if done:
            starts, ends, at, basis = self.stage.row(
                "select starts_at, ends_at, published_at, array(select sign_off_id from public.reviews_basis"
                " where publication_id = p.id) from public.articles_publication p where id = %s", number,
            )  # fmt: skip
            standing = [s for s in edition.carrying() if s.counts(edition, at)]
            assert sorted(basis) == sorted(s.id for s in standing), "rests on all that stood then"
            assert ends == self.model.publication_ends(edition, at), "ends with its signatures"
            article.publications.append(Publication(number, edition, starts, ends, at, standing))
        return done

    # Taking it away again ------------------------------------------------------------------------------------------------

    @precondition(lambda self: self.sign_offs())
    @rule(which=NEWEST, by=st.sampled_from(["the signer"] * 4 + ["officer", "editor", "second"]), reason=REASONS)
    def revoke(self, which, by, reason):
        sign_off = pick(self.sign_offs(), which)
        person = sign_off.person if by == "the signer" else self.cast[by]
        done, _ = self.attempt(
            "revoke", sign_off.id, person.id, reason, entry=("revoke", person, sign_off.edition.article),
            why=lambda at: self.model.why_not_revoke(sign_off, person, reason),
        )  # fmt: skip
        if done:
            sign_off.revoked_at = self.stage.one(
                "select at from public.reviews_revocation where sign_off_id = %s", sign_off.id
            )

    @precondition(lambda self: self.editions())
    @rule(which=NEWEST, by=st.sampled_from(["doctor", "second", "pharmacist", "stranger"]), reason=REASONS)
    def request_changes(self, which, by, reason):
        edition = pick(self.editions(), which)
        person = self.cast[by]
        done, number = self.attempt(
            "request_changes", edition.id, edition.digest, person.id, reason,
            why=lambda at: self.model.why_no_verdict("changes requested", edition, person, reason, at),
            entry=("changes requested", person, edition.article),
        )  # fmt: skip
        if done:
            self.remember_verdict(number, "changes requested", edition, person)

    @precondition(lambda self: self.editions())
    @rule(which=NEWEST, by=st.sampled_from(["doctor", "second", "lead", "stranger"]), right=RIGHT, reason=REASONS)
    def refuse(self, which, by, right, reason):
        edition = pick(self.editions(), which)
        person = self.cast[by]
        typed, why = self.secret(
            person, right, lambda at: self.model.why_no_verdict("refused", edition, person, reason, at)
        )
        done, number = self.attempt(
            "refuse_article", edition.id, edition.digest, person.id, typed, reason, why=why,
            entry=("refused", person, edition.article),
        )  # fmt: skip
        if done:
            self.remember_verdict(number, "refused", edition, person)

    def remember_verdict(self, number, kind, edition, person):
        at = self.stage.one("select at from public.reviews_verdict where id = %s", number)
        verdict = Verdict(number, kind, edition, person, at)
        edition.article.verdicts.append(verdict)

    @precondition(lambda self: self.verdicts())
    @rule(which=NEWEST, by=st.sampled_from(["the refuser"] * 3 + ["lead", "lead", "second", "editor"]), right=RIGHT,
          reason=REASONS)  # fmt: skip
    def lift(self, which, by, right, reason):
        verdict = pick(self.verdicts(), which)
        person = verdict.person if by == "the refuser" else self.cast[by]
        typed, why = self.secret(person, right, lambda at: self.model.why_not_lift(verdict, person, reason))
        done, _ = self.attempt(
            "lift_refusal", verdict.id, person.id, typed, reason, why=why,
            entry=("lift refusal", person, verdict.edition.article),
        )  # fmt: skip
        if done:
            verdict.lifted_at = self.stage.one("select at from public.reviews_lift where verdict_id = %s", verdict.id)

    @rule(article=articles, kind=st.sampled_from(["taken down", "taken down", "retracted"]), reason=REASONS)
    def take_down(self, article, kind, reason):
        editor = self.cast["editor"]
        done, number = self.attempt(
            "take_down", article.id, kind, editor.id, reason, entry=(kind, editor, article),
            why=lambda at: self.model.why_not_take_down(article, kind, reason),
        )  # fmt: skip
        if done:
            at = self.stage.one("select at from public.articles_takedown where id = %s", number)
            article.take_downs.append(TakeDown(kind, article.publications[-1], at))

    @rule(role=st.sampled_from(["doctor", "second", "lawyer", "narrow"]), by=st.sampled_from(["officer"] * 4 + ["lead"]),
          which=st.sampled_from([0, -1]), reason=REASONS)  # fmt: skip
    def suspend(self, role, by, which, reason):
        person, officer = self.cast[role], self.cast[by]
        credential = person.credentials[which]
        done, _ = self.attempt(
            "suspend_credential", credential.id, officer.id, reason, entry=("suspend credential", officer, None),
            why=lambda at: self.model.why_not_suspend(credential, officer, reason),
        )  # fmt: skip
        if done:
            person.touched = True
            credential.suspended_at = self.stage.one(
                "select at from public.reviews_suspension where credential_id = %s", credential.id
            )

    @rule(step=st.one_of([st.tuples(st.just(name), arguments) for name, arguments in OFFICE.items()]))
    def administer(self, step):
        name, arguments = step
        getattr(self, name)(**arguments)

    # Who may sign --------------------------------------------------------------------------------------------------------

    def register(self, role, by, right, qualification, specialties, span):
        person, officer = self.cast[role], self.cast[by]
        until = self.span(span)
        shadow = Credential(0, person, qualification, frozenset(specialties))
        typed, why = self.secret(officer, right, lambda at: self.model.why_not_verify(shadow, until, officer, at))
        done, number = self.attempt(
            "register", why=why, entry=("verify credential", officer, None),
            call=lambda: self.stage.register(person.id, qualification, specialties, until, officer.id, typed),
        )  # fmt: skip
        if done:
            person.touched = True
            remember_credential(self.stage, person, number, qualification, specialties)
            self.lapse(until)

    def span(self, name):
        return now() + {
            "soon": timedelta(milliseconds=40), "a day": timedelta(days=1), "100 days": timedelta(days=100), "a year": YEAR,
            "two years": 2 * YEAR, "none": timedelta(0),
        }[name]  # fmt: skip

    def lapse(self, until):
        """A credential for an instant lapses here, so that what comes does not depend on how fast we are."""
        sleep(max(0.0, (until - now()).total_seconds() + 0.001) if until - now() < timedelta(seconds=1) else 0)

    def verify_again(self, role, which, by, right, span):
        person, officer = self.cast[role], self.cast[by]
        credential, until = person.credentials[which], self.span(span)
        typed, why = self.secret(officer, right, lambda at: self.model.why_not_verify(credential, until, officer, at))
        done, number = self.attempt(
            "verify_credential", credential.id, until, officer.id, typed, why=why,
            entry=("verify credential", officer, None),
        )  # fmt: skip
        if done:
            person.touched = True
            row = self.stage.row(
                "select verified_at, valid_until from public.reviews_verification where id = %s", number
            )
            credential.verifications.append(Verification(number, credential, *row))
            self.lapse(until)

    def appoint(self, role, dismiss):
        """The operator appoints and dismisses; nobody else can."""
        person, office = self.cast[role], "medical lead" if role == "lead" else "compliance"
        holds, name = office in person.offices, "dismiss" if dismiss else "appoint"
        done, _ = self.attempt(
            name, why=lambda at: {"appointed_once"} if holds and not dismiss else set(),
            entry=(name, None, None) if holds == dismiss else None,
            call=lambda: self.stage.act(name, person.id, office, on=self.stage.owner),
        )  # fmt: skip
        if done:
            person.touched = True
            person.offices.discard(office) if dismiss else person.offices.add(office)

    def guess_the_secret(self, role, tries):
        """Whoever guesses is refused, and locked out after ten tries."""
        person = self.cast[role]
        if self.model.articles[0].editions:
            for _ in range(tries):
                self.do_sign(self.model.articles[0].editions[0], person, MEDICAL, right=False)

    def enrol_again(self, role, officer, right):
        """A new secret takes the old one; or a compliance officer, another person, who is there."""
        person, officer = self.cast[role], officer and self.cast[officer]
        if officer is None:
            old = person.secret if right else b"wrong"
            against = person.proves(old)
        elif officer is person or "compliance" not in officer.offices:
            old, against = None, "by_a_compliance_officer"
        else:
            old, against = None, officer.proves(officer.secret if right else b"wrong", elsewhere=True)
        typed = officer and (officer.secret if right else b"wrong")
        done, secret = self.attempt(
            "enrol", why=lambda at: {against} - {None}, entry=("enrol secret", officer or person, None),
            call=lambda: self.stage.enrol(person.id, old, officer and officer.id, typed),
        )  # fmt: skip
        if done:
            person.secret, person.tries, person.tries_elsewhere, person.touched = secret, 0, 0, True

    # What is asked of a text ---------------------------------------------------------------------------------------------

    @rule(article=articles, by=st.sampled_from(["editor", "editor", "officer", "officer"]), right=RIGHT, reason=REASONS,
          policy=st.sampled_from([*POLICIES, "one-signature", "no-such-tier"]), with_secret=st.booleans())  # fmt: skip
    def choose_tier(self, article, by, policy, with_secret, right, reason):
        person = self.cast[by]
        with_secret = with_secret and person.secret is not None
        against, asked = self.model.why_not_choose_tier(article, policy, person, with_secret, reason, now())
        typed = (person.secret if right else b"wrong") if with_secret else None
        wrong = person.proves(typed) if asked else None
        done, number = self.attempt(
            "choose_tier", article.id, policy, person.id, typed, reason, entry=("choose tier", person, article),
            why=lambda at: {wrong} if wrong else against,
        )  # fmt: skip
        if done:
            at = self.stage.one("select at from public.reviews_chosentier where id = %s", number)
            article.tiers.append(ChosenTier(called_for(article.draft), POLICIES[policy], at))

    def binding(self, name):
        return name and now() + {"now": timedelta(0), "soon": timedelta(milliseconds=40), "in a day": timedelta(days=1),
                                 "in 45 seconds": timedelta(seconds=45), "in 100 days": timedelta(days=100)}[name]  # fmt: skip

    @rule(which=st.sampled_from([0, 1]), calls=st.sampled_from([True, True, False]), binding=BINDING, right=RIGHT,
          by=st.sampled_from(["the owner", "officer", "officer", "officer", "editor"]), reason=REASONS)  # fmt: skip
    def adopt_disclaimer(self, which, calls, binding, by, right, reason):
        """A disclaimer is adopted, or a newer version, for texts with one of the example's words; or for none any more."""
        code = f"D-{self.rule_words[which].upper()}"
        word = self.rule_words[which] if calls else next(self.world.words)
        version = 1 + sum(r.code == code for r in self.model.rules)
        if by == "the owner":
            row = self.stage.adopt_disclaimer(code, version, word, self.binding(binding))
        else:
            row = self.officer_adopts(code, version, word, binding, self.cast[by], right, reason)
        if row:
            self.model.rules.append(Rule("disclaimer", code, version, word, *row))

    def officer_adopts(self, code, version, word, binding, person, right, reason):
        """As the desk does it: after a look at every page that it hits."""
        starts = None if binding == "now" else self.binding(binding)

        def why(at):
            against = set() if reason.strip() else {"adopted_with_a_reason"}
            if "compliance" not in person.offices:
                against.add("by_a_compliance_officer")
            if self.old_view:
                against.add("sees_the_rules_as_they_are")
            return against | ({"binds_in_the_year_to_come"} if starts and starts < at else set())

        if person.secret is None:
            typed, against = None, lambda at: {"signing_secret_is_enrolled"}
        else:
            typed, against = self.secret(person, right, why)
        done, number = self.attempt(
            "adopt_disclaimer", code, version, "Of the tests", "Short.", "In full.", "safety", "text", False, [], [word], [], [],
            "test", "test", binding is not None, starts, [e.id for e in self.editions()], person.id, typed, reason,
            why=against, entry=("adopt disclaimer", person, None),
        )  # fmt: skip
        return done and self.stage.row(
            "select adopted_at, binding_at from public.articles_disclaimer where id = %s", number
        )

    @rule(target=articles, which=st.sampled_from([0, 1]), falls_back=st.booleans(), ready=st.booleans(),
          binding=BINDING,
          max_age=st.sampled_from([None, None, "soon", "a day", "100 days"]))  # fmt: skip
    def adopt_statement(self, which, binding, falls_back, ready, max_age):
        return self.do_adopt_statement(which, binding, falls_back, ready, max_age)

    def do_adopt_statement(self, which, binding, falls_back, ready, max_age=None):
        """The owner adopts a statement for texts with one of the words; a draft of it is written, and perhaps made public."""
        word, other = self.rule_words[which], self.rule_words[1 - which]
        version = 1 + sum(r.code == word for r in self.model.rules if r.kind == "statement")
        age, bound = max_age and self.span(max_age) - now(), self.binding(binding)
        rule = Rule("statement", word, version, word, now(), bound, other if falls_back else None, age)
        done, row = self.attempt(
            "adopt a statement", why=lambda at: self.model.why_not_adopt_statement(rule), entry=None,
            call=lambda: self.stage.adopt_statement(word, version, word, bound, rule.fallback, age),
        )  # fmt: skip
        if not done:
            return multiple()
        self.model.rules.append(replace(rule, adopted_at=row[0], binding_at=row[1]))
        made = multiple()
        if version == 1:
            made = self.new_article("statement", (), (), slug=word)
            edition = ready and self.do_submit(made, self.cast["writer"])
            if edition and self.do_sign(edition, self.cast["doctor"], MEDICAL):
                self.do_publish(edition, None, "")
        return made

    @precondition(lambda self: any(e.article.kind == "statement" for e in self.editions()))
    @rule(which=NEWEST, by=st.sampled_from(["officer"] * 5 + ["editor"]), right=RIGHT, digest=RIGHT,
          source=st.sampled_from(["The agency's page"] * 6 + [" "]))  # fmt: skip
    def recheck(self, which, by, right, digest, source):
        person, edition = self.cast[by], pick([e for e in self.editions() if e.article.kind == "statement"], which)
        if digest:
            typed, why = self.secret(person, right, lambda at: self.model.why_not_recheck(edition, person, source, at))
        else:
            typed, why = person.secret, lambda at: {"on_exactly_this"}
        done, number = self.attempt(
            "recheck", edition.id, edition.digest if digest else b"\1" * 32, person.id, typed, source, why=why,
            entry=("check again", person, edition.article),
        )  # fmt: skip
        if done:
            edition.rechecks.append(self.stage.one("select at from public.reviews_recheck where id = %s", number))

    @precondition(lambda self: self.editions())
    @rule(which=NEWEST, row=st.sampled_from([1, 1, 2, 3, 4]), reason=REASONS)
    def hide_row(self, which, row, reason):
        statements = [e for e in self.editions() if e.article.kind == "statement"]
        edition = pick(statements or self.editions(), which)
        done, _ = self.attempt(
            "hide_row", edition.id, edition.digest, row, self.cast["editor"].id, reason,
            why=lambda at: self.model.why_not_hide_row(edition, row, reason),
            entry=("hide row", self.cast["editor"], edition.article),
        )  # fmt: skip
        if done:
            edition.hidden_rows.add(row)

    # Safety notices ------------------------------------------------------------------------------------------------------

    @rule(article=articles, where=st.sampled_from(["the article", "the article", "its topics", "everywhere", "nowhere"]),
          text=st.sampled_from(["Stop taking it and call a doctor."] * 7 + [" ", "Buy at https://example.org"]),
          by=st.sampled_from(["writer", "editor", "doctor"]), through=st.booleans())  # fmt: skip
    def draft_notice(self, article, where, text, by, through):
        """`through`: a reviewer signs it and an editor publishes it, as far as they may."""
        person = self.cast[by]
        ids = {article.id} if where == "the article" and article.kind == "article" else set()
        topics = article.draft.topics if where == "its topics" else frozenset()
        why = {rule for rule, wrong in [
            ("notice_says_something", not text.strip()), ("notice_is_plain", "https" in text),
            ("notice_touches_something", not ids and not topics and where != "everywhere")] if wrong}  # fmt: skip
        done, number = self.attempt(
            "draft_notice", text, "The agency's page", where == "everywhere", sorted(topics), sorted(ids), person.id,
            why=lambda at: why, entry=("draft notice", person, None),
        )  # fmt: skip
        if not done:
            return
        digest = self.stage.one("select digest from public.reviews_notice where id = %s", number)
        notice = Notice(number, digest, person, frozenset(ids), topics, where == "everywhere")
        self.model.notices.append(notice)
        if through:
            self.sign_notice(0, "second", "a day", True, True)
            self.publish_notice(0, "editor", True)

    @precondition(lambda self: self.model.notices)
    @rule(which=NEWEST, by=st.sampled_from(SIGNERS), span=st.sampled_from(["soon", "a day", "a day", "100 days", "none"]),
          right=RIGHT, as_seen=RIGHT)  # fmt: skip
    def sign_notice(self, which, by, span, right, as_seen):
        notice, person, until = pick(self.model.notices, which), self.cast[by], self.span(span)
        if as_seen:
            typed, why = self.secret(
                person, right, lambda at: self.model.why_not_sign_notice(notice, person, until, at)
            )
        else:
            typed, why = person.secret, lambda at: {"signs_exactly_this_notice"}
        done, number = self.attempt(
            "sign_notice", notice.id, notice.digest if as_seen else b"\1" * 32, person.id, typed, until, why=why,
            entry=("sign notice", person, None),
        )  # fmt: skip
        if done:
            credential, until = self.stage.row(
                "select credential_id, ends_at from public.reviews_noticesignature where id = %s", number
            )
            notice.signed = NoticeSignature(next(c for c in person.credentials if c.id == credential), until)

    @precondition(lambda self: self.model.notices)
    @rule(which=NEWEST, by=st.sampled_from(["editor"] * 4 + ["doctor", "second"]), as_seen=RIGHT)
    def publish_notice(self, which, by, as_seen):
        notice, person = pick(self.model.notices, which), self.cast[by]
        done, _ = self.attempt(
            "publish_notice", notice.id, notice.digest if as_seen else b"\1" * 32, person.id,
            why=lambda at: self.model.why_not_publish_notice(notice, person, as_seen, at),
            entry=("publish notice", person, None),
        )  # fmt: skip
        notice.published = notice.published or done

    @precondition(lambda self: self.model.notices)
    @rule(which=NEWEST, reason=REASONS)
    def end_notice(self, which, reason):
        notice, editor = pick(self.model.notices, which), self.cast["editor"]
        done, _ = self.attempt(
            "end_notice", notice.id, editor.id, reason, entry=("end notice", editor, None),
            why=lambda at: self.model.why_not_end_notice(notice, reason),
        )  # fmt: skip
        notice.over = notice.over or done

    # Round the gate ------------------------------------------------------------------------------------------------------

    @rule(attack=st.sampled_from(sorted(ATTACKS)), which=NEWEST)
    def attack(self, attack, which):
        role, statement, expected = ATTACKS[attack]
        edition = pick(self.editions(), which) if self.editions() else None
        sign_off = pick(self.sign_offs(), 0) if self.sign_offs() else None
        scene = {
            "article": self.model.articles[0].id, "edition": edition.id if edition else 0,
            "digest": (edition.digest if edition else b"").hex(), "editor": self.cast["editor"].id,
            "doctor": self.cast["doctor"].id, "stranger": self.cast["stranger"].id, "sign_off": sign_off.id if sign_off else 0,
            "credential": self.cast["doctor"].credentials[0].id, "writer": self.cast["writer"].id,
        }  # fmt: skip
        connection = {"app": self.stage.app, "reader": self.stage.reader}[role]
        with pytest.raises(psycopg.Error) as refusal:
            connection.execute(statement.format(**scene))
        seen = refusal.value.diag.constraint_name or refusal.value.sqlstate
        assert seen in expected, f"{attack}: {seen}: {refusal.value}"
        self.world.counts["attacks refused"] += 1

    @rule(setting=st.sampled_from([None, *SETTINGS]), article=articles)
    def misuse_the_session(self, setting, article):
        """A setting stays in the application's session till the example ends; or a draft is changed by nobody."""
        if setting:
            self.stage.app.execute(setting)
            self.old_view = self.old_view or "isolation" in setting
            return
        self.attempt(
            "save a draft as nobody", why=lambda at: {"every_save_has_a_person"}, entry=None,
            call=lambda: self.stage.rewrite(None, article.id, title="Nobody's"),
        )  # fmt: skip


def fields(draft):
    """The columns of a draft's row, and its topics and bylines."""
    words = " ".join(sorted(draft.words))
    filler = " ".join(f"{word}s" if word in draft.plural else word for word in FILLER)
    flaw = FLAWS.get(draft.flaw, "")
    return {
        "slug": draft.slug, "title": f"Of {draft.title}", "body": f"<p>People were asked {words}.</p><p>{filler}.</p>{flaw}",
        "key_points": [f"Point {n}." for n in range(draft.points if draft.kind == "article" else 0)],
        "funding": "No company paid for this page.", "topics": draft.topics, "title_is_proposed": draft.flaw == "title_is_chosen",
        "bylines": draft.bylines, "contacts": Jsonb(ROWS if draft.kind == "statement" else []),
    }  # fmt: skip
