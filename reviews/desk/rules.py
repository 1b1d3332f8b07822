"""Disclaimers, rules for statements and tiers on the desk: what is in force, what each version said, and whom it waits for."""

from itertools import takewhile

from django.db import connection

from articles.article import DESIGNS, Topic
from articles.disclaimers import Disclaimer, StatementRule
from reviews.adoption import Proposal
from reviews.policy import Policy

KINDS = {"disclaimers": ("disclaimer", Disclaimer, "code"), "statements": ("statement", StatementRule, "slug")}


def in_force(kind):
    """The newest version of each rule of that kind, in the order in which pages show them."""
    _, model, key = KINDS[kind]
    newest = model.objects.order_by(key, "-version").distinct(key)
    return described(model.objects.filter(pk__in=newest.values("pk")).select_related("adopted_by"))


def versions(kind, code):
    """Every version of one rule, the newest first."""
    _, model, key = KINDS[kind]
    return described(model.objects.filter(**{key: code}).select_related("adopted_by").order_by("-version"))


def described(rules):
    """The rules as a list, each with `asked_of`, whose text asks for it in words, and `is_withdrawn`."""
    names = dict(Topic.objects.values_list("slug", "name"))
    rules = list(rules)
    for rule in rules:
        rule.kind, rule.key = ("disclaimers", rule.code) if isinstance(rule, Disclaimer) else ("statements", rule.slug)
        rule.by_frame = getattr(rule, "drawn_by", "text") == "frame"
        rule.asked_of = asked_of(rule, names)
        rule.is_withdrawn = not rule.by_frame and not rule.asked_of
    return rules


def asked_of(rule, names):
    """Whose text asks for it: a list of (what, items); of every article: one item without a list."""
    if rule.always:
        return [("Every article", [])]
    found = [
        ("Topics", [names.get(topic, topic) for topic in rule.topics]), ("Words", rule.words),
        ("Flags", rule.flags), ("Study designs", rule.designs),
    ]  # fmt: skip
    return [(what, items) for what, items in found if items]


def tiers():
    """The policies for articles, the lowest first, with `asks_since`: the version that began to ask for passkeys, or None."""
    versions = {}
    for version in Policy.objects.filter(kind="article").select_related("asked__by").order_by("-version"):
        versions.setdefault(version.name, []).append(version)
    found = list(Policy.objects.tiers())
    for tier in found:
        asking = list(takewhile(lambda version: version.passkeys, versions[tier.name]))
        tier.asks_since = asking[-1] if asking else None
    return found


def known_flags():
    """The flags that any version of any rule asks for."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select distinct flag from (select flags from articles_disclaimer union all select flags from articles_statement) r,"
            " unnest(flags) flag order by flag"
        )
        return [flag for (flag,) in cursor.fetchall()]


def known_designs():
    return list(DESIGNS)


def proposal(kind, code, typed):
    """What was typed into the form of a new version, as a Proposal."""
    one, *_ = KINDS[kind]
    of_nobody, terms = typed["asked_of"] == "nobody", {}
    for name in ("topics", "words", "flags", "designs"):
        terms[name] = [] if of_nobody else typed[name]
    texts = {name: typed[name] for name in ("name", "short", "full", "placement", "source", "note") if name in typed}
    return Proposal(
        kind=one, code=code, version=typed["version"], always=typed["asked_of"] == "all", binds=typed["binds"] == "yes",
        binds_from=typed["binds_from"] if typed["binds"] == "yes" else None,
        drawn_by="nobody" if of_nobody else "text", **terms, **texts,
    )  # fmt: skip


def asked_since(edition_ids):
    """What rules that were adopted since ask of these editions at their next review: (edition, name of the rule) pairs."""
    return _names("gate.asked_at_next_review(e, clock_timestamp()) asked (rule, since)", edition_ids)


def lacked_by(edition_ids):
    """What these editions lack, so that nobody can publish them: (edition, name of the rule) pairs."""
    return _names(
        "(select * from gate.missing_disclaimers(e, clock_timestamp(), -1, '-infinity') union"
        " select * from gate.missing_statements(e, clock_timestamp(), -1, '-infinity')) asked (rule)",
        edition_ids,
    )


def _names(question, edition_ids):
    with connection.cursor() as cursor:
        cursor.execute(
            f"select e, asked.rule from unnest(%s::bigint[]) e, lateral {question} order by asked.rule",  # noqa: S608
            [list(edition_ids)],
        )
        found = cursor.fetchall()
    if not found:
        return []
    names = {f"{rule.code}.{rule.version}": rule.name for rule in Disclaimer.objects.all()}
    names |= dict(StatementRule.objects.order_by("version").values_list("slug", "name"))
    return list(dict.fromkeys((edition, names[rule]) for edition, rule in found))
