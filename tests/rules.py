"""One assertion of the domain: refused, by a rule with a name."""

from contextlib import contextmanager

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, transaction


@contextmanager
def refused(rule):
    """The block is refused by the named rule, or one of several: by an operation, or by the database itself."""
    with pytest.raises((ValidationError, IntegrityError)) as caught, transaction.atomic():
        yield
    error = caught.value
    found = error.code if isinstance(error, ValidationError) else error.__cause__.diag.constraint_name
    assert found in ([rule] if isinstance(rule, str) else rule), f"refused by {found}: {error}"


@contextmanager
def denied(*codes):
    """The block is refused for want of a privilege (SQLSTATE 42501), or by one of `codes` where given."""
    with pytest.raises(DatabaseError) as caught, transaction.atomic():
        yield
    assert caught.value.__cause__.sqlstate in (codes or ("42501",)), caught.value
