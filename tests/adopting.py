"""Rules that come while the site runs, as the owner adopts them."""


def adopt_disclaimer(owner, code="D-INFO", *, binding_at="clock_timestamp()", **changes):
    """The next version of a disclaimer, with `changes` as SQL. Returns its version."""
    row = {"name": "name", "short": "short", '"full"': "\"full\" || ' Newly worded.'", "position": "position",
           "placement": "placement", "drawn_by": "drawn_by", "always": "always", "topics": "topics", "words": "words",
           "flags": "flags", "designs": "designs", "source": "source", "note": "note"} | changes  # fmt: skip
    return adopted(owner, "articles_disclaimer", "code", code, row, binding_at)


def adopt_statement_rule(owner, slug, *, binding_at="clock_timestamp()", **changes):
    """The next version of the rule that asks for a statement."""
    row = {"name": "name", "placement": "placement", "fallback": "fallback", "always": "always", "topics": "topics",
           "words": "words", "flags": "flags", "designs": "designs", "source": "source", "note": "note",
           "max_age": "max_age"} | changes  # fmt: skip
    return adopted(owner, "articles_statement", "slug", slug, row, binding_at)


def adopted(owner, table, key, name, row, binding_at):
    return owner.execute(
        f"insert into {table} ({key}, version, binding_at, {', '.join(row)})"
        f" select {key}, version + 1, {binding_at}, {', '.join(row.values())} from {table}"
        f" where {key} = %s order by version desc limit 1 returning version",
        [name],
    ).fetchone()[0]
