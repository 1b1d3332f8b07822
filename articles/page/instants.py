"""Instants as the database gives them, and as a reader reads them."""

from datetime import UTC, datetime

from django.utils.dateformat import format as format_date


def instant_of(value):
    """The instant that an ISO text names; an instant stays what it is."""
    return value if isinstance(value, datetime) else datetime.fromisoformat(value)


def day(instant):
    """`22 November 2026`, in UTC."""
    return format_date(instant.astimezone(UTC), "j F Y")
