"""`python -m tests.machine_cuts`: conditions of the gate are cut, one at a time, and the machine must notice each.

A cut that nobody notices means that the machine, or the model, does not look there. Takes some minutes; exit code 1 if one
lives. `python -m tests.machine_cuts "NAME" …` tries some alone.
"""

import re
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
CLEARED, EDITION = "reviews/sql/gate_cleared.sql", "articles/sql/gate_edition.sql"
PUBLICATION, KEPT = "articles/sql/gate_publication.sql", "articles/sql/gate_kept.sql"
IN_FORCE, ADOPTION = "reviews/sql/gate_notices_in_force.sql", "reviews/sql/gate_adoption.sql"
CUTS = {  # name: (file, function, the condition, what stands instead)
    "suspensions are forgotten": (CLEARED, "gate.losses", "u.credential_id = p_credential", "false"),
    "revocations are forgotten": (CLEARED, "gate.losses", "r.sign_off_id = p_sign_off", "false"),
    "a lapsed credential has an hour more": (CLEARED, "gate.sign_offs", "'720 hours'", "'721 hours'"),
    "a later signer carries the publication": (CLEARED, "gate.sign_offs", "b.sign_off_id is not null", "true"),
    "one lost signature is forgiven": (CLEARED, "gate.signed", "not bool_or(s.lost)", "true"),
    "one meaning is enough": (CLEARED, "gate.signed", "having min(s.requires) <@", "having min(s.requires) &&"),
    "the review is never due": (CLEARED, "gate.signed", "and p_at < s.review_due_at", ""),
    "a refusal binds its own edition alone": (CLEARED, "gate.standing", "v.kind = 'refused' or", ""),
    "changes requested hide nothing": (CLEARED, "gate.standing", "or v.edition_id = p.edition_id", ""),
    "a lifted refusal stays": (CLEARED, "gate.verdicts", "l.verdict_id = v.id", "false"),
    "take-downs hide only the newest": (CLEARED, "gate.standing", "t.publication_id >= p.id", "t.publication_id = p.id"),
    "publications have no end": (CLEARED, "gate.standing", "p_at < p.ends_at", "true"),
    "what starts last wins": (CLEARED, "gate.newest_started", "order by x.id desc", "order by x.starts_at desc"),
    "later disclaimers bind nobody": (CLEARED, "gate.missing_disclaimers", "d.rulebook > p_rulebook or", ""),
    "a set day binds nobody": (CLEARED, "gate.missing_disclaimers", "or d.binding_at > p_since", ""),
    "an older disclaimer binds on": (CLEARED, "gate.missing_disclaimers", "n.version > d.version", "false"),
    "an older text is good enough": (CLEARED, "gate.missing_disclaimers", "n.version >= d.version", "true"),
    "a needed statement may be missing": (CLEARED, "gate.lacking", "not needed.slug = any (p_current)", "false"),
    "nothing falls back": (CLEARED, "gate.current_statements", "f.fallback is not null", "false"),
    "statements do not age": (CLEARED, "gate.current_statements", "(p_at < s.ends_at) is not false", "true"),
    "a check again counts for nothing": (CLEARED, "gate.standing_statement", "x.edition_id = p.edition_id and", "false and"),
    "hidden rows are shown": ("articles/sql/gate_live.sql", "gate.statement", "h.edition_id = e.id", "false"),
    "the stricter policy is not asked": (PUBLICATION, "act.publish", "n.until is null) then", "false) then"),
    "retracted texts return": (PUBLICATION, "act.publish", "t.kind = 'retracted'", "false"),
    "a silent step back": (PUBLICATION, "act.publish", "o.number > e.number", "false"),
    "only this moment is asked": (PUBLICATION, "act.publish", "or gate.cleared_until(e.id, starts) is null", ""),
    "refusals do not stop publishing": (PUBLICATION, "act.publish", "gate.refused(e.article_id)", "false"),
    "earlier contributors are forgotten": (EDITION, "gate.everybody_who_contributed", "number < p_number", "false"),
    "the submitter is no contributor": (EDITION, "gate.everybody_who_contributed", "union select p_submitter", ""),
    "texts set aside are signed": ("reviews/sql/gate_sign_off.sql", "act.sign_off", "gate.set_aside(e.id)", "false"),
    "anybody revokes": ("reviews/sql/gate_sign_off.sql", "act.revoke", "p_by <> s.reviewer_id", "false"),
    "anybody lifts": ("reviews/sql/gate_verdict.sql", "act.lift_refusal", "not gate.holds_office", "false and gate.holds_office"),
    "guesses are not counted": ("reviews/sql/gate_credential.sql", "act.same_person", "> 10 then", "> 1000000 then"),
    "a turn is promised away": (
        KEPT, "live.condition", "unnest(array[d.adopted_at, d.binding_at]) begins", "unnest(array[d.adopted_at]) begins"),
    "ended notices stay": (IN_FORCE, "gate.notices_in_force", "x.notice_id = p.notice_id", "false"),
    "notices outlive their credential": (IN_FORCE, "gate.notices_in_force", "u.credential_id = s.credential_id", "false"),
    "a notice on some pages stands on every page": (IN_FORCE, "gate.notices_on", "n.everywhere or", "true or"),
    "a fix needs no change sign-off": (CLEARED, "gate.sign_offs", "s.requires || 'change'::text", "s.requires"),
    "whoever has a secret adopts rules": (ADOPTION, "act.may_adopt", "not gate.holds_office(p_by, 'compliance')", "false"),
}  # fmt: skip


def cut(connection, path, function, condition, instead):
    """Puts the function in its place without the condition."""
    text = (PROJECT / path).read_text()
    start = text.index(f"create function {function}(")
    end = re.compile(r"^(end;|end \$\$;|\$\$;)$", re.MULTILINE).search(text, start).end()
    assert condition in text[start:end], f"{function} does not say: {condition}"
    changed = text[start:end].replace(condition, instead)
    connection.execute(changed.replace("create function", "create or replace function", 1).encode())


def noticed(template, name, batches=4, examples=60):
    """What the machine says of the cut; None if it does not notice."""
    from hypothesis import HealthCheck, Phase, seed, settings
    from hypothesis.stateful import run_state_machine_as_test

    from tests.databases import admin, own_database
    from tests.machine import Machine
    from tests.machine_world import World

    options = settings(
        max_examples=examples, stateful_step_count=40, deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    for number in range(batches):
        with own_database(template) as database:
            with admin(database) as connection:
                cut(connection, *CUTS[name])
            machine = seed(number)(type("Machine", (Machine,), {"world": World(database)}))
            try:
                run_state_machine_as_test(machine, settings=options)
            except Exception as error:
                played = number * examples + machine.world.counts["examples"]
                return f"noticed after {played} examples: {str(error).splitlines()[0]}"
            finally:
                machine.world.stage.close()
    return None


def main(*names):
    from tests.soak import prepare

    template, alive = prepare(), []
    for name in names or CUTS:
        said = noticed(template, name)
        print(f"{name}: {said or 'NOBODY NOTICED'}", flush=True)
        alive += [] if said else [name]
    print(f"{len(names or CUTS) - len(alive)} of {len(names or CUTS)} were noticed.")
    return 1 if alive else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
