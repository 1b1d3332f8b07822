"""Two people act at once: it ends as if one had acted after the other, at every level of isolation."""

import pytest

from tests.databases import own_database
from tests.races import LEVELS, RACES, Theatre, check


@pytest.fixture(scope="module")
def theatre(template, django_db_blocker):
    with django_db_blocker.unblock(), own_database(template) as name:
        theatre = Theatre(name)
        yield theatre
        theatre.close()


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("race", RACES, ids=str)
def test_ends_as_if_one_had_acted_after_the_other(theatre, race, level):
    check(theatre, race, level)
