"""The gate, told a second time in plain Python: what may be public, and which act is refused by which rule.

It is written from the rules as people state them (README, design), and shares no code with the database. The machine in
`machine.py` plays random acts against both, and compares. Every question about an instant takes it as an argument.
"""

from datetime import UTC, datetime, timedelta

from tests.model_records import CHANGE, CLINICIANS, END_OF_TIME, GRACE, POLICIES, ROWS, words_in


class Model:
    """Everything that happened in one example, and what follows from it."""

    def __init__(self):
        self.articles = []
        self.notices = []
        self.rules = []
        self.addresses = {}
        self.seen, self.seen_until = set(), datetime.min.replace(tzinfo=UTC)

    # What the rules ask of a text

    def newest_rules(self, kind, at):
        """Of each code the newest version adopted up to that instant."""
        newest = {}
        for rule in self.rules:
            if rule.kind == kind and rule.adopted_at <= at:
                if rule.code not in newest or newest[rule.code].version < rule.version:
                    newest[rule.code] = rule
        return newest.values()

    def carried(self, draft, kind, at):
        if draft.kind == "statement":
            return frozenset()
        return frozenset(rule.name for rule in self.newest_rules(kind, at) if rule.calls(draft))

    def lacking(self, edition, at):
        """What the edition must carry or show at that instant, and does not."""
        if edition.article.kind == "statement":
            return set()
        lacking = {rule.name for rule in self.rules if self.binds(rule, edition, at) and not self.has(edition, rule)}
        return lacking | {slug for slug in edition.statements if not self.current_statement(slug, at)}

    def versions(self, rule):
        return [other for other in self.rules if (other.kind, other.code) == (rule.kind, rule.code)]

    def binds(self, rule, edition, at):
        """Whether the rule stops what lacks it. A later version takes that back only if it binds no later, and of editions
        that were frozen when it asked them for nothing."""
        if rule.binding_at is None or max(rule.adopted_at, rule.binding_at) > at or not rule.calls(edition.draft):
            return False
        later = [other for other in self.versions(rule) if other.version > rule.version]
        if any(other.binding_at and other.binding_at <= rule.binding_at for other in later):
            return False
        known = [other for other in later if other.adopted_at <= edition.submitted_at]
        return not known or max(known, key=lambda other: other.version).calls(edition.draft)

    def has(self, edition, rule):
        if rule.kind == "statement":
            return rule.code in edition.statements
        return any(other.name in edition.disclaimers for other in self.versions(rule) if other.version >= rule.version)

    def due_by_rule(self, edition, at):
        """Whether a rule that was adopted since asks for it at its next review."""
        return edition.article.kind == "article" and any(
            rule.binding_at is None and rule.calls(edition.draft) and not self.has(edition, rule)
            for kind in ("disclaimer", "statement") for rule in self.newest_rules(kind, at)
        )  # fmt: skip

    def newest_statement_rule(self, slug, at):
        return next((rule for rule in self.newest_rules("statement", at) if rule.code == slug), None)

    def current_statement(self, slug, at):
        """The publication shown for a statement: its own, else its fallback's; None if neither is fit to be shown."""
        rule = self.newest_statement_rule(slug, at)
        for name in [slug, *([rule.fallback] if rule and rule.fallback else [])]:
            standing = self.standing_statement(name, at)
            if standing and at < self.too_old_at(standing, at):
                return standing
        return None

    def standing_statement(self, slug, at):
        """The publication of the statement that its people stand by, old or not."""
        article = self.addresses.get(slug)
        standing = article and article.kind == "statement" and self.standing(article, at)
        return standing if standing and standing.edition.slug == slug else None

    def too_old_at(self, publication, at):
        """When nobody has signed or checked the statement for its maximum age; the end of time, if it has none."""
        rule = self.newest_statement_rule(publication.edition.slug, at)
        if rule is None or rule.max_age is None:
            return END_OF_TIME
        signed = [s.at for s in self.signed(publication.edition, at, publication)]
        return max([*signed, *(c for c in publication.edition.rechecks if c <= at)]) + rule.max_age

    # What stands, and what is public

    def signed(self, edition, at, publication=None):
        """The sign-offs that count, if they are enough; else none."""
        rests_on = publication.basis if publication else edition.carrying()
        if publication and any(s.losses() for s in rests_on):
            return []
        counting = [s for s in rests_on if s.counts(edition, at)]
        return counting if {s.meaning for s in counting} >= set(edition.requires) else []

    def signed_until(self, edition, at, publication=None):
        counting = self.signed(edition, at, publication)
        return min(
            (max(s.end for s in counting if s.meaning == m) for m in {s.meaning for s in counting}), default=None
        )

    def review_is_due(self, publication, at):
        counting = self.signed(publication.edition, at, publication)
        return self.due_by_rule(publication.edition, at) or any(
            all(s.due <= at for s in counting if s.meaning == m) for m in publication.edition.requires
        )

    def holds(self, edition, meaning, at):
        """When the review of a sign-off given at that instant is due, and when it ends: a change's with the full review."""
        due, end = edition.policy.due(at), edition.policy.end(at)
        if meaning == CHANGE:
            counting = self.signed(edition.root, at)
            end = self.signed_until(edition.root, at)
            due = min([due, *(max(s.due for s in counting if s.meaning == m) for m in {s.meaning for s in counting})])
        return due, end

    def standing(self, article, at):
        newest = article.newest_started(at)
        if newest is None or at >= newest.ends or newest.hidden() or article.refusals() or newest.edition.set_aside():
            return None
        return newest if self.signed(newest.edition, at, newest) else None

    def shown(self, article, at):
        """The publication that readers see at that instant, or None."""
        standing = self.standing(article, at)
        return standing if standing and not self.lacking(standing.edition, at) else None

    def cleared(self, edition, at, publication=None):
        return bool(
            self.signed(edition, at, publication) and not edition.article.refusals() and not edition.set_aside()
            and not self.lacking(edition, at)
        )  # fmt: skip

    def coming(self, article, at):
        """The publication that will start, if nothing stops it until then."""
        for p in reversed(article.publications):
            newer = any(n.id > p.id and n.starts <= at for n in article.publications)
            if p.starts > at and not newer and not p.hidden() and self.cleared(p.edition, p.starts, p):
                return p
        return None

    def observe(self, at):
        """Note what readers saw until that instant. Asked before each act: nothing but time changed since the last one."""
        turns = [turn for turn in self.turning_points() | self.mending_points() if self.seen_until < turn <= at]
        for instant in [*turns, at]:
            self.seen |= {self.shown(article, instant) for article in self.articles} - {None}
        self.seen_until = at

    def public(self, at):
        """What readers see: {slug: digest} of every article, statements aside."""
        shown = [self.shown(article, at) for article in self.articles if article.kind == "article"]
        return {p.edition.slug: p.edition.digest for p in shown if p}

    def notices_above(self, edition, at):
        """The safety notices above its page, the newest first."""
        return [n.id for n in reversed(self.notices) if n.in_force(at) and n.touches(edition)]

    def gone(self, at):
        """The addresses at which readers once saw an article, and see none now."""
        seen = {edition.slug for edition in self.known_to_readers(at) if edition.article.kind == "article"}
        return seen - set(self.public(at))

    def known_to_readers(self, at):
        """The editions of which readers may know anything: those that they ever saw."""
        self.observe(at)
        return {publication.edition for publication in self.seen}

    def turning_points(self):
        """Instants at which time alone changes something."""
        points = {rule.binding_at for rule in self.rules if rule.binding_at}
        points |= {notice.signed.until for notice in self.notices if notice.published}
        for article in self.articles:
            for publication in article.publications:
                points |= {publication.starts, publication.ends}
                for sign_off in publication.basis:
                    points |= {sign_off.due, sign_off.end}
                    points |= {v.until + GRACE for v in sign_off.credential.verifications}
                if article.kind == "statement":
                    ages = {rule.max_age for rule in self.rules if rule.code == publication.edition.slug} - {None}
                    checked = [*(s.at for s in publication.basis), *publication.edition.rechecks]
                    points |= {at + age for at in checked for age in ages}
        return points

    def mending_points(self):
        """Instants at which somebody brought back what was not shown, if only for a moment."""
        points = {rule.adopted_at for rule in self.rules}
        for article in self.articles:
            points |= {v.lifted_at for v in article.verdicts if v.lifted_at}
            points |= {at for edition in article.editions for at in edition.rechecks}
            for publication in article.publications:
                points |= {v.at for s in publication.basis for v in s.credential.verifications}
        return points

    # Why an act is refused: every rule against it; none means that it goes through

    def why_not_submit(self, article, draft_seen, at):
        draft, why = article.draft, set()
        if not draft_seen:
            return {"draft_as_seen"}
        if article.editions:
            newest = [edition for edition in article.editions if not edition.root][-1]
            if newest.draft == draft and (newest.set_aside() or len(newest.sign_offs) < len(newest.policy.requires)):
                why.add("something_new_to_submit")
            if draft.kind == "statement" and newest.slug != draft.slug:
                why.add("statement_keeps_its_name")
        if draft.flaw:
            why.add(draft.flaw)
        if draft.kind == "article":
            why |= {rule for rule, missing in [
                ("article_has_a_topic", not draft.topics), ("article_has_a_byline", not draft.bylines),
                ("three_to_five_key_points", not 3 <= draft.points <= 5)] if missing}  # fmt: skip
        if self.addresses.get(draft.slug, article) is not article:
            why.add("own_address")
        return why

    def why_not_fix(self, edition, draft, as_seen, reason, at):
        """`draft`: the text as it should be. What a machine cannot judge has words of its own, in the machine."""
        article, root = edition.article, edition.root or edition
        if not as_seen:
            return {"fix_of_what_was_seen"}
        if article.kind != "article":
            return {"only_articles_are_fixed"}
        shown, why = self.shown(article, at), set() if reason.strip() else {"reason_is_given"}
        if shown is None or shown.edition is not edition:
            why.add("fix_of_what_is_public")
        if draft.plural == edition.draft.plural:
            why.add("something_to_fix")
        same = (article.tier(draft, at), self.carried(draft, "disclaimer", at), self.carried(draft, "statement", at))
        if same != (root.policy, root.disclaimers, root.statements):
            why.add("fix_changes_words_alone")
        if len(draft.plural ^ root.draft.plural) * 20 > words_in(root.draft):
            why.add("fix_is_small")
        if any(e.of is edition and e.draft == draft and not e.set_aside() for e in article.editions):
            why.add("something_new_to_submit")
        return why

    def contributors(self, article, submitter):
        earlier = {person for edition in article.editions for person in edition.contributors}
        return frozenset(article.savers | earlier | set(article.draft.bylines) | {submitter.id})

    def why_not_sign(self, edition, person, meaning, interests, at):
        why = {"interests_are_declared"} if not interests.strip() else set()
        if "http" in interests:
            why.add("interests_are_plain")
        if edition.set_aside():
            why.add("no_changes_requested")
        if (meaning == CHANGE) != bool(edition.root):
            why.add("meaning_is_asked_for")
        elif edition.root and not self.signed(edition.root, at):
            why.add("full_review_stands")
        usable = [c for c in person.credentials if c.suspended_at is None and c.verifications]
        if not usable:
            return why | {"with_this_credential"}
        lacks = [
            edition.policy.lacks(meaning, c.qualification, c.specialties, edition.topics)
            | (set() if any(at < v.until for v in c.verifications) else {"credential_in_force"})
            for c in usable
        ]  # fmt: skip
        if all(lacks):
            why |= set().union(*lacks)
        if person.id in edition.contributors:
            why.add("no_contributor_signs")
        if any(s.person is person for s in edition.sign_offs):
            why.add("one_sign_off_per_reviewer")
        return why

    def why_not_revoke(self, sign_off, by, reason):
        why = set() if reason.strip() else {"reason_is_given"}
        if by is not sign_off.person and "compliance" not in by.offices:
            why.add("by_its_signer")
        if sign_off.revoked_at:
            why.add("something_to_revoke")
        return why

    def why_no_verdict(self, kind, edition, person, reason, at):
        why = set() if reason.strip() else {"reason_is_given"}
        if not person.in_force(at):
            why.add("credential_in_force")
        if kind == "changes requested":
            for p in (self.shown(edition.article, at), self.coming(edition.article, at)):
                if p and edition in p.edition.family:
                    why.add("still_in_review")
        return why

    def why_not_lift(self, verdict, by, reason):
        article, why = verdict.edition.article, set() if reason.strip() else {"reason_is_given"}
        if verdict.kind != "refused" or verdict.lifted_at:
            return {"a_refusal_in_force"}
        if by is not verdict.person:
            if "medical lead" not in by.offices:
                why.add("lifted_by_its_reviewer")
            wrote = by.id in article.savers or any(by.id in edition.contributors for edition in article.editions)
            if wrote or any(s.person is by for edition in article.editions for s in edition.sign_offs):
                why.add("overruled_by_an_outsider")
        return why

    def until_by_policy_now(self, edition, at):
        """Until when the signatures hold by the article's present policy: None if they are not enough for it."""
        now = edition.article.tier(edition.draft, at)
        if now is edition.policy:
            return END_OF_TIME
        untils = []
        for meaning in [*now.requires, *([CHANGE] if edition.root else [])]:
            fitting = [
                now.end(s.at) for s in edition.carrying()
                if s.counts(edition, at) and s.meaning == meaning
                and not now.lacks(meaning, s.credential.qualification, s.credential.specialties, edition.topics)
            ]  # fmt: skip
            if not fitting:
                return None
            untils.append(max(fitting))
        return min(untils)

    def publication_ends(self, edition, at):
        return min(self.signed_until(edition, at), self.until_by_policy_now(edition, at))

    def why_not_publish(self, edition, starts, reason, at):
        """`starts` None: at once."""
        article, why = edition.article, set()
        start = starts or at
        if start < at:
            return {"not_in_the_past"}
        if article.refusals():
            why.add("no_refusal_in_force")
        if edition.set_aside():
            why.add("no_changes_requested")
        if not self.signed(edition, at):
            return why | {"signed_by_enough_reviewers"}
        if self.until_by_policy_now(edition, at) is None:
            return why | {"by_the_stricter_policy"}
        if self.lacking(edition, at):
            why.add("carries_required_disclaimers")
        until = self.publication_ends(edition, at)
        if until <= start or not self.signed(edition, start) or self.lacking(edition, start):
            why.add("signed_when_it_starts")
        return why | self.why_not_again(edition, reason, at) | self.why_nothing_new(edition, start, until, at)

    def why_not_again(self, edition, reason, at):
        """What stands in the way because of what was public before."""
        article, why = edition.article, set()
        kin = [o for o in article.editions if o in edition.family or (edition.root and o.root is edition.root)]
        if any(t.kind == "retracted" and p.id <= t.publication.id
               for t in article.take_downs for p in article.publications if p.edition in kin):  # fmt: skip
            why.add("retracted_for_good")
        if not reason.strip():
            if any(p.edition.number > edition.number for p in article.publications):
                why.add("no_silent_step_back")
            newest = article.publications[-1] if article.publications else None
            if edition.root and not (newest and newest.edition in (edition.of, edition)):
                why.add("fix_of_what_was_public_last")
            if newest in self.seen and any(t.publication is newest for t in article.take_downs):
                why.add("reason_after_a_take_down")
        return why

    def why_nothing_new(self, edition, start, until, at):
        shown, coming = self.shown(edition.article, at), self.coming(edition.article, at)
        public_as_long = shown and shown.edition is edition and shown.ends >= until
        coming_then = coming and coming.edition is edition and coming.starts == start
        return {"something_new_to_publish"} if public_as_long or coming_then else set()

    def why_not_take_down(self, article, kind, reason):
        why = set() if reason.strip() else {"reason_is_given"}
        newest = article.publications[-1] if article.publications else None
        if newest is None or any(t.publication is newest and t.kind in (kind, "retracted") for t in article.take_downs):
            why.add("something_to_take_down")
        return why

    def why_not_recheck(self, edition, by, source, at):
        """That an ageing statement, unchanged, is still true."""
        why = set() if source.strip() else {"source_is_named"}
        if "compliance" not in by.offices:
            why.add("by_a_compliance_officer")
        if by.id in edition.contributors:
            why.add("checked_by_no_contributor")
        rule, standing = self.newest_statement_rule(edition.slug, at), self.standing_statement(edition.slug, at)
        if rule is None or rule.max_age is None or standing is None or standing.edition is not edition:
            why.add("something_to_check_again")
        return why

    def why_not_hide_row(self, edition, row, reason):
        why = set() if reason.strip() else {"reason_is_given"}
        rows = ROWS if edition.article.kind == "statement" else 0
        if row > rows:
            why.add("a_row_to_hide")
        if len(edition.hidden_rows) + 1 >= rows:
            why.add("a_row_is_left")
        if row == 1 and rows:  # the only one that opens every page
            why.add("a_first_row_is_left")
        if row in edition.hidden_rows:
            why.add("hidden_once")
        return why

    def why_not_sign_notice(self, notice, person, until, at):
        if notice.over:
            return {"notice_is_not_over"}
        usable = [c for c in person.credentials if c.suspended_at is None and c.verifications]
        if not usable:
            return {"with_this_credential"}
        lacks = [
            {rule for rule, lacking in [
                ("credential_in_force", not any(at < v.until for v in c.verifications)),
                ("notice_is_signed_by_a_medic", c.qualification not in CLINICIANS)] if lacking}
            for c in usable
        ]  # fmt: skip
        why = set().union(*lacks) if all(lacks) else set()
        return why | {rule for rule, wrong in [
            ("nobody_signs_their_own_notice", person is notice.author), ("notice_is_signed_once", notice.signed),
            ("notice_ends_within_two_weeks", not at < until <= at + timedelta(hours=336))] if wrong}  # fmt: skip

    def why_not_publish_notice(self, notice, by, as_seen, at):
        if not notice.signed:
            return {"notice_is_signed"}
        return {rule for rule, wrong in [
            ("publishes_exactly_this_notice", not as_seen), ("notice_is_not_over", notice.over),
            ("notice_signature_stands", notice.signed.credential.suspended_at),
            ("notice_is_published_by_another", by is notice.signed.credential.person),
            ("notice_is_published_in_time", at >= notice.signed.until),
            ("notice_is_published_once", notice.published)] if wrong}  # fmt: skip

    def why_not_end_notice(self, notice, reason):
        return {rule for rule, wrong in [
            ("reason_is_given", not reason.strip()), ("notice_is_ended_once", notice.over)] if wrong}  # fmt: skip

    def why_not_adopt_statement(self, rule):
        """What stands in for a statement that is too old must not grow too old itself."""
        newest = {old.code: old for old in self.newest_rules("statement", END_OF_TIME)} | {rule.code: rule}
        ageing = {code for code, one in newest.items() if one.max_age is not None}
        return {"a_fallback_does_not_age"} if any(one.fallback in ageing for one in newest.values()) else set()

    def why_not_verify(self, credential, until, officer, at):
        why = set()
        if "compliance" not in officer.offices:
            why.add("by_a_compliance_officer")
        if credential.person.secret is None:
            why.add("signing_secret_is_enrolled")
        if officer is credential.person:
            why.add("nobody_verifies_themselves")
        if not at < until <= at + timedelta(hours=8784):
            why.add("verified_for_a_year_at_most")
        return why

    def why_not_suspend(self, credential, by, reason):
        why = set() if reason.strip() else {"reason_is_given"}
        if "compliance" not in by.offices:
            why.add("by_a_compliance_officer")
        if credential.suspended_at:
            why.add("suspended_once")
        return why

    def why_not_choose_tier(self, article, policy, by, with_secret, reason, at):
        """Every rule but those about the secret itself; and whether the secret is asked for at all."""
        why = set() if reason.strip() else {"reason_is_given"}
        if article.kind != "article":
            return {"article_exists"}, False
        applies = article.tier(article.draft, at)
        if policy not in POLICIES:
            return {"a_known_tier"}, False
        if POLICIES[policy] is applies:
            return {"another_tier"}, False
        lowers = POLICIES[policy].rank < applies.rank
        if lowers and not (with_secret and "compliance" in by.offices):
            return {"lowered_by_compliance"}, False
        return why, lowers
