"""What the machine in `machine.py` looks at: whether each act goes as the model says, and what readers see after each step."""

from datetime import timedelta
from hashlib import sha256
from time import sleep

from hypothesis.stateful import RuleBasedStateMachine, invariant

from tests.acting import Refused
from tests.machine_world import CAST, now
from tests.model import Model
from tests.model_records import ROWS


class Onlooker(RuleBasedStateMachine):
    """One example of a machine, and all that is compared with the model in it. What happens is the machine's."""

    world = None  # set by whoever runs the machine

    def __init__(self):
        super().__init__()
        self.stage, self.model, self.steps = self.world.stage, Model(), 0
        self.old_view = False  # whether the application's session is at a level that keeps an old view
        self.world.counts["examples"] += 1
        self.world.told.append(self.model)
        self.cast = {role: self.world.ask(role) for role in CAST}
        self.mark = next(self.world.words)
        self.rule_words = [next(self.world.words) for _ in range(2)]
        self.world.entries = self.stage.entries()

    def teardown(self):
        self.stage.app.execute("reset all")
        for notice in self.model.notices:
            if not notice.over:  # it may stand above pages of the next example
                self.stage.act("end_notice", notice.id, self.cast["editor"].id, "The example is over")
                notice.over = True
        self.world.release(self.cast)

    def editions(self):
        return [edition for article in self.model.articles for edition in article.editions]

    def sign_offs(self):
        return [sign_off for edition in self.editions() for sign_off in edition.sign_offs]

    def verdicts(self):
        return [verdict for article in self.model.articles for verdict in article.verdicts]

    # Calling, and comparing with what the model expects ------------------------------------------------------------------

    def attempt(self, name, *arguments, why, entry, call=None):
        """Whether the act went through, and what it returned. `why(at)` gives the rules against it; `entry` its entry."""
        before, answer, rule_name = now(), None, None
        self.model.observe(before)
        try:
            answer = call() if call else self.stage.act(name, *arguments)
        except Refused as refusal:
            rule_name = refusal.rule
        allowed = [why(before), why(now())]
        if rule_name:
            assert rule_name in allowed[0] | allowed[1], f"{name}: refused by {rule_name}, the model says {allowed[0]}"
            self.world.counts["refusals"] += 1
            self.world.refused[f"{name}: {rule_name}"] += 1
        else:
            assert not all(allowed), f"{name}: went through, the model says {allowed[0]}"
            self.world.counts["acts"] += 1
            self.world.done[name] += 1
            self.world.entries += entry is not None
            self.check_entry(entry)
        return rule_name is None, answer

    def check_entry(self, entry):
        """The newest entry of the ledger is of this act, by this person, about this article and edition."""
        if entry:
            name, by, article = entry
            assert self.stage.row(
                "select act, actor_id, article_id from public.cms_entry order by seq desc limit 1"
            ) == (name, by and by.id, article and article.id)  # fmt: skip

    def secret(self, person, right, why):
        """What the person types, and the rules against the act: the model counts the try."""
        typed = person.secret if right else b"wrong"
        against = person.proves(typed)
        return typed, (lambda at: {against}) if against else why

    # What must hold after each step ---------------------------------------------------------------------------------------

    def wait(self):
        """Let what turns within the next instants turn, and look at readers before and after."""
        soon = [at for at in self.model.turning_points() if now() < at < now() + timedelta(milliseconds=100)]
        if soon:
            self.look()
            sleep(max(0.0, (max(soon) - now()).total_seconds()) + 0.001)

    @invariant()
    def readers_see_exactly_what_is_cleared(self):
        self.steps += 1
        self.world.counts["steps"] += 1
        if self.model.articles:
            self.wait()
            self.look()
            self.look_ahead()
            assert self.stage.entries() == self.world.entries, "one entry for each act, and none without"

    def look(self):
        """The pages, as readers have them; and every third time all that readers can list, and what they are told instead."""
        before = now()
        slugs = sorted({a.draft.slug for a in self.model.articles} | set(self.model.addresses))
        live = self.stage.reader.execute(
            "select p.slug, digest, content, statements, notices from unnest(%s::text[]) s, live.page(s) p", [slugs]
        ).fetchall()
        seen = {slug: digest for slug, digest, *_ in live}
        assert len(seen) == len(live)
        public = [self.model.public(at) for at in (before, now())]
        for slug in slugs:  # each page asks at an instant of its own, so time may turn something between two of them
            assert seen.get(slug) in [each.get(slug) for each in public], ("not what is cleared", slug, seen, public)
        assert all(sha256(content).digest() == digest for _, digest, content, *_ in live)
        for slug, _, _, statements, notices in live:
            self.look_at_statements(slug, statements, before, now())
            editions = [self.model.shown(self.model.addresses[slug], at) for at in (before, now())]
            above = [self.model.notices_above(p.edition, at) for at in (before, now()) for p in editions if p]
            assert [notice["id"] for notice in notices] in above, (
                "every notice in force stands above the page, and no other"
            )
        self.world.counts["pages seen"] += len(live)
        if self.steps % 3 == 0:
            self.look_at_lists(slugs)

    def look_at_statements(self, slug, statements, *instants):
        """With its page each of its statements, in the edition that is fit to be shown, without the rows that were hidden."""
        possible = []
        for at in instants:
            shown = self.model.shown(self.model.addresses[slug], at)
            current = (
                {name: self.model.current_statement(name, at).edition for name in shown.edition.statements}
                if shown
                else {}
            )
            possible.append({
                name: (edition.digest.hex(), [f"Row {n}" for n in range(1, 1 + ROWS) if n not in edition.hidden_rows])
                for name, edition in current.items()
            })  # fmt: skip
        seen = {name: (s["digest"], [row["name"] for row in s["contacts"]]) for name, s in statements.items()}
        assert seen in possible, "statements are shown as they stand"

    def look_at_lists(self, slugs):
        before, reader = now(), self.stage.reader
        notices = reader.execute("select s, n::text from unnest(%s::text[]) s, live.elsewhere(s) n", [slugs]).fetchall()
        newest = reader.execute("select slug, n::text from live.newest('', null, null, 6) n").fetchall()
        after = now()
        listed = {slug for slug, _ in newest if slug in slugs}
        assert listed in [set(self.model.public(at)) for at in (before, after)], "lists agree with pages"
        told = {slug for slug, _ in notices}
        gone = [self.model.gone(at) for at in (before, after)]
        for slug in slugs:
            assert (slug in told) in [slug in each for each in gone], f"where readers once saw a page: {told}, {gone}"
        self.look_for_secrets(" ".join(text for _, text in [*newest, *notices]), after)
        if self.editions():
            self.look_at_evidence(pick(self.editions(), self.steps // 3))

    def look_at_evidence(self, edition):
        """There is evidence for what readers saw, and for nothing else; and no title or reason is in it."""
        before = now()
        evidence = self.stage.reader.execute(
            "select live.evidence(%s, %s)::text", [edition.slug, edition.number]
        ).fetchone()[0]
        known = [edition in self.model.known_to_readers(at) for at in (before, now())]
        assert (
            evidence is not None and edition.article.kind == "article"
        ) in known or edition.article.kind == "statement"
        assert evidence is None or (edition.digest.hex() in evidence and edition.draft.title not in evidence)

    def look_for_secrets(self, text, at):
        """No title of an edition that readers never saw, and no draft's, in anything that they can read."""
        known = {(e.draft.title, e.slug) for e in self.model.known_to_readers(at)}
        titles, slugs = {title for title, _ in known}, {slug for _, slug in known}
        for article in self.model.articles:
            for draft in [article.draft, *(e.draft for e in article.editions)]:
                assert draft.kind == "statement" or draft.title in titles or draft.title not in text
                assert draft.kind == "statement" or draft.slug in slugs or draft.slug not in text

    def look_ahead(self):
        """The gate at later instants, if nothing happens meanwhile: just before time turns something, and at it."""
        points = sorted(at for at in self.model.turning_points() if at > now() + timedelta(seconds=1))
        if not points:
            return
        chosen = {points[(self.steps * 7 + n) % len(points)] for n in range(3)}
        instants = [at - before for at in chosen for before in (timedelta(microseconds=1), timedelta(0))]
        asked = [(a, at) for at in instants for a in self.model.articles]
        answers = self.stage.rows(
            "select (select row(s.id, s.condition) from gate.shown(a, at) s)::text"
            " from unnest(%s::bigint[], %s::timestamptz[]) with ordinality as x (a, at, n) order by n",
            [a.id for a, _ in asked], [at for _, at in asked],
        )  # fmt: skip
        for (article, at), (answer,) in zip(asked, answers, strict=True):
            expected = self.model.shown(article, at)
            seen = answer and (int(answer.strip("()").split(",")[0]), " due" in answer)
            assert seen == (expected and (expected.id, self.model.review_is_due(expected, at))), f"at {at}"
        self.world.counts["instants asked"] += len(asked)
        self.look_at_what_is_promised()

    def look_at_what_is_promised(self):
        """While the gate promises the same answer, if nothing is written, no instant changes what readers see."""
        for article in self.model.articles:
            _, seen, until = self.stage.reader.execute(
                "select * from live.condition(%s)", [article.draft.slug]
            ).fetchone()
            if seen:
                turns = [at for at in self.model.turning_points() if now() < at < until]
                shown = [
                    (p, tuple(self.model.notices_above(p.edition, at))) if p else None
                    for at in (now(), *turns) for p in [self.model.shown(article, at)]
                ]  # fmt: skip
                assert len(set(shown)) == 1, "the gate promises what time will change"


def pick(items, which):
    return sorted(items, key=lambda item: item.id)[-1 - which % len(items)]
