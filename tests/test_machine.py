"""Random acts of random people, honest and hostile: readers see exactly what an independent model says, after each step."""

import pytest
from django.db import connection
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from cms.verify import verify
from tests.databases import own_database
from tests.machine import Machine
from tests.machine_world import World

QUICK = settings(
    max_examples=35, stateful_step_count=25, deadline=None, database=None, print_blob=True, phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_readers_see_exactly_what_the_model_says(template, django_db_blocker, number):
    with django_db_blocker.unblock(), own_database(template) as name:
        machine = seed(number)(type("Machine", (Machine,), {"world": World(name)}))
        run_state_machine_as_test(machine, settings=QUICK)
        machine.world.check_everything()
        machine.world.stage.close()

        assert [said for said in verify(connection) if "leaf_tester" not in said[1]] == []
        assert machine.world.counts["pages seen"] > 150, machine.world.counts
