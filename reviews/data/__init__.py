"""The review policies that the site starts with."""

from pathlib import Path

from django.db import transaction
from psycopg.types.json import Jsonb

from articles.data import adopt, read

KEY = ["name", "version"]


def load(connection):
    """Load policies that are not there yet. A version that is there never changes.

    What an officer adopted at the desk stands, and the files' versions of that policy get the next number where theirs is taken.
    Where passkeys were asked for, whatever they add for articles asks too, unless it says `"passkeys": false` itself.
    """
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute("lock table articles_rulebook in share row exclusive mode")  # nobody asks for passkeys meanwhile
        for policy in read("policies", Path(__file__).parent):
            cursor.execute(
                "select coalesce(bool_or(name = %(name)s), false), count(*) > 0,"
                " (select array_agg(version) from reviews_policy where name = %(name)s)"
                " from reviews_policy where kind = %(kind)s and asked_id is not null", policy,
            )  # fmt: skip
            at_the_desk, asked, versions = cursor.fetchone()
            if at_the_desk and policy["version"] in versions:
                if is_there(cursor, policy):
                    continue
                policy |= {"version": max(versions) + 1}
            adopt(cursor, "reviews_policy", KEY, policy, new={"passkeys": True} if asked else {})


def is_there(cursor, policy):
    """Whether any version says what this one does."""
    row = {field: Jsonb(value) if isinstance(value, dict) else value for field, value in policy.items()}
    says = " and ".join(f'"{field}" = %({field})s' for field in row if field != "version")
    cursor.execute(f"select 1 from reviews_policy where {says}", row)  # noqa: S608 (names from our own data files)
    return cursor.fetchone() is not None
