"""Mutants: the database with one of its rules taken away, found in the catalogue and in the gate's own files.

A constraint or a trigger dropped; a condition of a function or a view cut (an operand of AND is taken for true, one of OR for
false, and what refuses never does); a privilege granted too many. `mutants()` finds them all, also those of new rules.
"""

import re
from typing import NamedTuple

from cms.migrations_sql import PROJECT
from cms.postgresql import setup

EVIDENCE = "select tgrelid from pg_trigger where tgname = 'append_only'"
DRAFTS = (
    "{articles_article,articles_reference,articles_byline,articles_article_topics,articles_topic,cms_person,cms_chain}"
)
DEFINITION = re.compile(r"^create (?:or replace )?(?:function|view) (?P<name>[a-z0-9_.]+)", re.MULTILINE)
BODY = re.compile(r"\$\$|\bbegin atomic\b|(?<=\n)select\b|\bas\nselect\b")
END = {"$$": "$$;", "begin atomic": "\nend;"}  # of a view: the next semicolon
TOKEN = re.compile(r"--[^\n]*|'(?:[^']|'')*'|\$\$|[A-Za-z_][\w.]*|::|:=|[^\s\w]|\d+")
PARTS = {
    "where", "having", "on", "if", "elsif", "when", "then", "else", "return", "select", "from", "join", "left", "cross",
    "lateral", "group", "order", "limit", "union", "for", "while", "loop", "returning", "into", "values", "and", "or", "end",
    "exit", "perform", "begin", "raise", "using", "as", ",", ";", ":=", "$$", "set", "insert",
}  # fmt: skip


class Mutant(NamedTuple):
    """`name` says what was taken away from what, for people; `statement` takes it away."""

    name: str
    of: str  # constraint, trigger, condition, refusal or privilege
    statement: str
    rules: tuple = ()  # whose refusals it can take away: its own name, and those of what goes with it
    function: str = ""  # of a trigger: what it calls


def mutants(connection):
    """Every mutant, in a fixed order, each name once."""
    found = [*constraints(connection), *triggers(connection), *privileges(connection), *conditions(definitions())]
    seen, named = {}, []
    for mutant in found:
        seen[mutant.name] = seen.get(mutant.name, 0) + 1
        again = f" #{seen[mutant.name]}" if seen[mutant.name] > 1 else ""
        named.append(mutant._replace(name=mutant.name + again))
    return named


# The catalogue ---------------------------------------------------------------------------------------------------------------


def constraints(connection):
    question = f"""select conrelid::regclass::text, conname,
                     array(select o.conname from pg_constraint o
                           where o.contype = 'f' and o.conindid = c.conindid and o.oid <> c.oid)
                   from pg_constraint c where contype in ('c', 'f', 'u', 'p')
                     and (conrelid in ({EVIDENCE}) or conrelid = any ('{DRAFTS}'::regclass[])) order by 1, 2"""
    for table, name, others in connection.execute(question):
        statement = f'alter table {table} drop constraint if exists "{name}" cascade'
        yield Mutant(f"{table}: {name}", "constraint", statement, (name, *others))


def triggers(connection):
    question = """select tgrelid::regclass::text, tgname, p.oid::regproc::text, prosrc
                  from pg_trigger join pg_proc p on p.oid = tgfoid
                  where not tgisinternal and tgrelid::regclass::text !~ '^pg_' order by 1, 2"""
    for table, name, function, body in connection.execute(question):
        only_refuses = "insert into" not in body
        rules = tuple(re.findall(r"constraint = '(\w+)'", body)) if only_refuses else ()
        yield Mutant(
            f"{table}: trigger {name}", "trigger", f"drop trigger if exists {name} on {table}", rules, function
        )


def privileges(connection):
    """On evidence, each privilege that the application lacks; and each act and each function behind it that nobody may call."""
    question = f"select oid::regclass::text from pg_class where oid in ({EVIDENCE}) order by 1"
    for (table,) in connection.execute(question).fetchall():
        for privilege in ("insert", "update", "delete", "truncate"):
            yield Mutant(f"{table}: {privilege} granted", "privilege", f"grant {privilege} on {table} to leaf_app")
        yield Mutant(f"{table}: shown to readers", "privilege", f"grant select on {table} to leaf_reader")
    question = """select oid::regprocedure::text from pg_proc where pronamespace = 'act'::regnamespace
                  and not has_function_privilege('leaf_app', oid, 'execute') order by 1"""
    for (function,) in connection.execute(question).fetchall():
        name = function.split("(")[0]
        yield Mutant(f"{name}: called by anybody", "privilege", f"grant execute on function {function} to leaf_app")
    for table, columns in [("reviews_signingsecret", "(hash)"), ("cms_chain", ""), ("cms_person", "")]:
        privilege = "select" if columns else "update"
        yield Mutant(
            f"{table}: {privilege} granted", "privilege", f"grant {privilege} {columns} on {table} to leaf_app"
        )


# The gate's files --------------------------------------------------------------------------------------------------------------


def definitions():
    """(name, statement, where its body begins) of each function and view of the gate, as its file makes it."""
    for path in setup.GATE:
        yield from definitions_in(path)


def definitions_in(path):
    text = (PROJECT / path).read_text(encoding="utf-8")
    for found in DEFINITION.finditer(text):
        body = BODY.search(text, found.end())
        closing = END.get(body[0], ";")
        end = text.index(closing, body.end()) + len(closing)
        head = re.sub(r"^create (or replace )?", "create or replace ", text[found.start() : body.end()])
        yield found["name"], head + text[body.end() : end], len(head)


def conditions(found):
    for name, statement, start in found:
        tokens = [(t[0], t.start(), t.end()) for t in TOKEN.finditer(statement, start) if not t[0].startswith("--")]
        tokens = without_row_locks(tokens)
        for first, last, by, what in sorted(operands(tokens)):
            text = shortened(re.sub("--[^\n]*", "", statement[first:last]))
            yield Mutant(f"{name}: {what} {text}", "condition", f"{statement[:first]} {by} {statement[last:]}")
        for first, last, rule in refusals(statement, tokens):
            yield Mutant(
                f"{name}: never refuses {rule}", "refusal", f"{statement[:first]} false {statement[last:]}", (rule,)
            )


def shortened(text, longest=90):
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[:longest]}…"


def without_row_locks(tokens):
    """Without `perform from … for update;` or `for share;`, which waits and decides nothing: see test_races, test_in_flight."""
    kept, words = [], [word for word, *_ in tokens]
    at = 0
    while at < len(tokens):
        if words[at : at + 2] == ["perform", "from"]:
            end = words.index(";", at)
            if "update" in words[at:end] or "share" in words[at:end]:
                at = end
        kept.append(tokens[at])
        at += 1
    return kept


def operands(tokens):
    """(first, last, by, what) of each operand of AND, OR, WHERE, HAVING and ON, wherever it stands; `by` to take for it."""
    levels, opened_by = [[]], [""]
    for token in tokens:
        word = token[0]
        closes = (opened_by[-1], word) in (("(", ")"), ("case", "end"))
        if closes:
            yield from operands_at(levels.pop())
            opened_by.pop()
        levels[-1].append(("closed", *token[1:]) if closes else token)
        if word in ("(", "case"):
            levels.append([])
            opened_by.append(word)
    yield from operands_at(levels[0])


def operands_at(tokens):
    """Those between the words of one level of brackets."""
    before, operand, in_between, previous = "(", [], False, ""
    for word, first, last in [*tokens, ("end of level", 0, 0)]:
        in_between = in_between or word == "between"
        parts = word in PARTS or word == "end of level"
        if word == "and" and in_between:  # "between … and …" is one condition
            parts = in_between = False
        if word in ("on", "from") and previous in ("distinct", "from"):  # "distinct on", "is distinct from"
            parts = False
        if parts:
            yield from changed(before, operand, word)
            before, operand, in_between = word, [], False
        else:
            operand.append((word, first, last))
        previous = word


def changed(before, operand, after):
    if not operand or operand[0][0] in ("conflict", "constraint", "true"):
        return
    first, last = operand[0][1], operand[-1][2]
    if "and" in (before, after) or (before in ("where", "having", "on") and after != "or"):
        yield first, last, "true", "without"
    elif "or" in (before, after):
        yield first, last, "false", "without"


def refusals(statement, tokens):
    """(first, last, rule) of each condition whose `then` refuses, with the name of the rule."""
    for at, (word, _, end) in enumerate(tokens):
        if word in ("if", "elsif") and tokens[at - 1][0] != "end":
            then = at_this_level(tokens, at, "then")
            refuses = re.match(
                r"\s*(?:--[^\n]*\s*)*(?:perform act\.refuse\(\s*'(\w+)'|raise exception[^;]*constraint = '(\w+)')",
                statement[tokens[then][2] :],
            )
            if refuses:
                yield end, tokens[then][1], refuses[1] or refuses[2]


def at_this_level(tokens, start, wanted):
    """The place of the next such word that stands in no brackets of its own."""
    depth = 0
    for at in range(start, len(tokens)):
        word = tokens[at][0]
        depth += (word == "(") - (word == ")")
        if word == wanted and not depth:
            return at
    raise ValueError(f"no {wanted} follows")
