"""What the operator alone does: whoever holds the owner's database URL, which no web process does."""

from contextlib import contextmanager

from django.core.exceptions import ValidationError

from cms.postgresql.setup import database_urls, owner_alias


@contextmanager
def as_owner():
    """The alias of the owner's connection, gone again after the block. Raises ValidationError without the owner's URL."""
    urls = database_urls()
    if "owner" not in urls:
        raise ValidationError("Set OWNER_DATABASE_URL: only the database's owner does this.", code="by_the_operator")
    with owner_alias(urls["owner"]) as connection:
        yield connection.alias
