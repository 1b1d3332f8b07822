"""The review policies that the site starts with."""

from pathlib import Path

from django.db import transaction

from articles.data import adopt, read

KEY = ["name", "version"]


def load(connection):
    """Load policies that are not there yet. A version that is there never changes.

    What an officer adopted at the desk stands: of that policy the files add no version but a higher one. Where passkeys were
    asked for, whatever they add for articles asks too, unless it says `"passkeys": false` itself.
    """
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute("lock table articles_rulebook in share row exclusive mode")  # nobody asks for passkeys meanwhile
        for policy in read("policies", Path(__file__).parent):
            cursor.execute(
                "select coalesce(array_agg(version) filter (where name = %(name)s), '{}'), count(*) > 0 from reviews_policy"
                " where kind = %(kind)s and asked_id is not null", policy,
            )  # fmt: skip
            at_the_desk, asked = cursor.fetchone()
            if policy["version"] not in at_the_desk:
                adopt(cursor, "reviews_policy", KEY, policy, new={"passkeys": True} if asked else {})
