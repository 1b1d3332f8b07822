"""Rules that come while the site runs: as an officer adopts them, and as the owner does."""

from articles.disclaimers import Disclaimer, StatementRule
from reviews.adoption import Proposal, adopt, preview
from tests.people import SECRET

NEW = {"name": "Information only", "short": "General information only.", "full": "General information, newly worded.",
       "placement": "top", "always": True, "source": "A decision of compliance"}  # fmt: skip
YES = {"secret": SECRET, "reason": "A regulator asked for it"}


def proposed(code="D-INFO", **changes):
    """The next version of a disclaimer, for every article unless `changes` say something else."""
    newest = Disclaimer.objects.filter(code=code).order_by("-version").first()
    return Proposal(
        kind="disclaimer", code=code, **({"version": (newest.version if newest else 0) + 1} | NEW | changes)
    )


def rule(slug="crisis-help-without-numbers", **changes):
    newest = StatementRule.objects.filter(slug=slug).order_by("-version").first()
    row = {"version": newest.version + 1, "name": newest.name, "source": "A decision of compliance", "always": True}
    return Proposal(kind="statement", code=slug, **(row | changes))


def adopted(proposal, by, **changes):
    seen = [hit.edition_id for hit in preview(proposal)]
    return adopt(proposal, by=by, **({"seen": seen} | YES | changes))


# As the owner -----------------------------------------------------------------------------------------------------------


def adopt_disclaimer(owner, code="D-INFO", *, binding_at="clock_timestamp()", **changes):
    """The next version of a disclaimer, with `changes` as SQL. Returns its version."""
    row = {"name": "name", "short": "short", '"full"': "\"full\" || ' Newly worded.'", "position": "position",
           "placement": "placement", "drawn_by": "drawn_by", "always": "always", "topics": "topics", "words": "words",
           "flags": "flags", "designs": "designs", "source": "source", "note": "note"} | changes  # fmt: skip
    return _next_version(owner, "articles_disclaimer", "code", code, row, binding_at)


def adopt_statement_rule(owner, slug, *, binding_at="clock_timestamp()", **changes):
    """The next version of the rule that asks for a statement."""
    row = {"name": "name", "placement": "placement", "fallback": "fallback", "always": "always", "topics": "topics",
           "words": "words", "flags": "flags", "designs": "designs", "source": "source", "note": "note",
           "max_age": "max_age"} | changes  # fmt: skip
    return _next_version(owner, "articles_statement", "slug", slug, row, binding_at)


def _next_version(owner, table, key, name, row, binding_at):
    return owner.execute(
        f"insert into {table} ({key}, version, binding_at, {', '.join(row)})"
        f" select {key}, version + 1, {binding_at}, {', '.join(row.values())} from {table}"
        f" where {key} = %s order by version desc limit 1 returning version",
        [name],
    ).fetchone()[0]
