"""Processes are killed at random moments while people work: no acknowledged act is lost, nothing is public by accident."""

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.exceptions import SessionInterrupted
from django.db import DatabaseError, OperationalError
from django.http import HttpResponse
from django.test import RequestFactory

from cms.middleware import Sessions
from tests.faults import Site, under_load


@pytest.fixture(scope="module")
def site(folder, django_db_blocker):
    with django_db_blocker.unblock():
        site = Site(folder)
        with site.serving():
            yield site
        site.stage.close()
        site.server.leave()
        site.server.stop()


def test_what_was_acknowledged_outlives_every_kill(site):
    for number, what in enumerate(["worker", "backend", "postmaster", "worker"]):
        under_load(site, what, number)

    assert "Everything is as it should be" in site.verify()
    assert site.counts["acknowledged acts checked"] > 10, site.counts


def saved_when_the_database_says(problem, monkeypatch):
    """The answer to somebody who did something, when their session cannot be saved afterwards."""

    def save(session, must_create=False):
        try:
            raise problem("the connection is closed")
        except DatabaseError as error:
            raise UpdateError from error

    def view(request):
        request.session["said"] = "Published."
        return HttpResponse("done")

    monkeypatch.setattr(SessionStore, "save", save)
    return Sessions(view)(RequestFactory().post("/"))


def test_database_that_goes_away_after_an_act_is_no_bad_request(monkeypatch):
    assert saved_when_the_database_says(OperationalError, monkeypatch).status_code == 503


def test_session_that_was_ended_meanwhile_is_one(monkeypatch):
    with pytest.raises(SessionInterrupted):
        saved_when_the_database_says(DatabaseError, monkeypatch)
