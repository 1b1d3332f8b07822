"""Processes are killed at random moments while people work: no acknowledged act is lost, nothing is public by accident."""

import pytest

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
