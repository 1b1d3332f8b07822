"""Offices, and the root keys that certify officers' passkeys. Only the operator appoints and trusts: no web process can."""

from cms.evidence import act
from cms.owner import as_owner


def appoint(person, office):
    """Make `person` compliance officer or medical lead. Raises ValidationError when the database refuses."""
    with as_owner() as owner:
        act("appoint", person.pk, office, using=owner)


def dismiss(person, office):
    """End an office. What was verified in it stays."""
    with as_owner() as owner:
        act("dismiss", person.pk, office, using=owner)


def trust_root(public_key):
    """Trust a root key from now on: the bytes of its JWK, as keyring.py prints it."""
    with as_owner() as owner:
        act("trust_root", public_key, using=owner)
