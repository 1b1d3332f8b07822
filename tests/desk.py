"""The desk as a person visits it: screens, addresses, the fields of a signature, and somebody new."""

from datetime import timedelta
from html import unescape

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from articles.article import State
from cms.people import Person
from tests.people import PASSWORD, SECRET


@pytest.fixture
def visit(client, one_transaction):
    """visit(person, address) gives the page as text; visit(person, address, field=…) posts the fields first."""

    def visit(who, address, **fields):
        client.force_login(who)
        answer = client.post(address, fields, follow=True) if fields else client.get(address)
        visit.status, visit.went = answer.status_code, getattr(answer, "redirect_chain", [])
        return unescape(answer.content.decode())

    return visit


def address(edition, step=""):
    return f"/desk/editions/{edition.pk}/{step}"


def signature(edition, **changes):
    return {
        "digest": edition.fingerprint, "meaning": "medical accuracy", "interests": "None", "secret": SECRET,
    } | changes  # fmt: skip


def section(page, title):
    """The part of the desk under this heading, up to the next."""
    parts = page.split("<summary><h2>")
    return next((part for part in parts if part.startswith(title + " ")), "")


def state(article):
    return State.objects.get(article=article).state


def day(days):
    return (timezone.now() + timedelta(days=days)).strftime("%Y-%m-%d")


def stranger(name="Nora New", group=None):
    made = Person.objects.create_user(f"{name.split()[0].lower()}@example.org", PASSWORD, name=name)
    if group:
        made.groups.add(Group.objects.get(name=group))
    return Person.objects.get(pk=made.pk)


def kinds(of):
    """A kind of form, and all kinds that are made from it."""
    import reviews.urls  # noqa: F401 (every view, and so every form)

    return {of} | {kind for sub in of.__subclasses__() for kind in kinds(sub)}
