"""Offices, and the root keys that certify officers' passkeys. Only the operator, who holds the owner's database URL, appoints
and trusts: no web process can."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError

from cms.postgresql.setup import database_urls, owner_alias
from cms.refusals import SENTENCES


def appoint(person, office):
    """Make `person` compliance officer or medical lead. Raises ValidationError when the database refuses."""
    _as_owner("select act.appoint(%s, %s)", [person.pk, office])


def dismiss(person, office):
    """End an office. What was verified in it stays."""
    _as_owner("select act.dismiss(%s, %s)", [person.pk, office])


def trust_root(public_key):
    """Trust a root key from now on: the bytes of its JWK, as keyring.py prints it."""
    _as_owner("select act.trust_root(%s)", [public_key])


def _as_owner(statement, arguments):
    urls = database_urls()
    if "owner" not in urls:
        raise ValidationError(
            "Set OWNER_DATABASE_URL: only the database's owner appoints and trusts.", code="by_the_operator"
        )
    with owner_alias(urls["owner"]) as connection, connection.cursor() as cursor:
        try:
            cursor.execute(statement, arguments)
        except IntegrityError as error:
            rule = error.__cause__.diag.constraint_name
            raise ValidationError(SENTENCES.get(rule, str(error)), code=rule) from error
