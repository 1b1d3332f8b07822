"""The review policies that the site starts with."""

from pathlib import Path

from articles.data import adopt, read


def load(connection):
    """Load policies that are not there yet. A version that is there never changes."""
    with connection.cursor() as cursor:
        for policy in read("policies", Path(__file__).parent):
            adopt(cursor, "reviews_policy", ["name", "version"], policy)
