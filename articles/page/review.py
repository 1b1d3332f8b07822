"""The review: who signed the text, when the next one is due, and how long what is shown may be kept."""

from articles.page.instants import day, instant_of

CHANGE = "change"  # what a reviewer signs a fix for: a small change of a text that was reviewed in full before


def in_full(sign_offs):
    """Those sign-offs that were given for the whole text. A small change moves no date of the review."""
    return [sign_off for sign_off in sign_offs if sign_off["meaning"] != CHANGE]


def review_line(sign_offs, at, due_by_rule=None):
    """Who reviewed the text, as what, on which day, and when the next review is due (unless it is overdue).

    And who checked a small change of it since. `due_by_rule` is since when a newer rule asks for a review, if one does.
    """
    reviews = in_full(sign_offs)
    if not reviews:
        return "Not medically reviewed yet."
    due = review_due(reviews, due_by_rule)
    changes = [sign_off for sign_off in sign_offs if sign_off["meaning"] == CHANGE]
    return (
        f"Medically reviewed by {_who_and_when(reviews)}."
        + (f" Next review due {day(due)}." if at < due else "")
        + (f" A small change since was checked by {_who_and_when(changes)}." if changes else "")
    )


def reviewers(sign_offs):
    """(number, name) of everybody who signed, each once, as the review line names them."""
    return [*{sign_off["reviewer"]: sign_off["name"] for sign_off in sign_offs if "reviewer" in sign_off}.items()]


def _who_and_when(sign_offs):
    people = [f"{sign_off['name']}, {sign_off['profession']}" for sign_off in sign_offs]
    days = [day(sign_off["signed_at"]) for sign_off in sign_offs]
    if len(set(days)) == 1:
        return f"{_and(people)}, on {days[0]}"
    return _and([f"{person}, on {on}" for person, on in zip(people, days, strict=True)])


def overdue_line(sign_offs, at, due_by_rule=None):
    """That the review is overdue, if it is: from the due instant on."""
    if in_full(sign_offs) and (due := review_due(sign_offs, due_by_rule)) <= at:
        return f"This review has been overdue since {day(due)}."
    return ""


def review_due(sign_offs, due_by_rule=None):
    """When the first meaning of sign-off falls due; where several people signed in one meaning, the latest of them.

    Or when a newer rule asked for a review, if that was earlier.
    """
    due = {}
    for sign_off in in_full(sign_offs):
        meaning, instant = sign_off["meaning"], sign_off["review_due_at"]
        due[meaning] = max(due.get(meaning, instant), instant)
    return min([*due.values(), *([due_by_rule] if due_by_rule else [])])


def earliest_end(*groups):
    """When the first of all these sign-offs and statements ends; None if none does. Nothing shown is kept beyond it."""
    return min((instant_of(one["ends_at"]) for group in groups for one in group if one.get("ends_at")), default=None)


def latest_sign_off(sign_offs):
    """When the text was last signed in full; None without a sign-off."""
    return max((instant_of(sign_off["signed_at"]) for sign_off in in_full(sign_offs)), default=None)


def _and(items):
    separator = ", and " if len(items) == 2 and any("," in item for item in items) else " and "
    return separator.join(items) if len(items) < 3 else f"{'; '.join(items[:-1])}; and {items[-1]}"


def with_instants(sign_off):
    """The sign-off with its times as instants instead of ISO texts."""
    return sign_off | {name: instant_of(sign_off[name]) for name in ("signed_at", "review_due_at", "ends_at")}
