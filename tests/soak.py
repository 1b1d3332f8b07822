"""`python -m tests.soak --minutes 15`: random acts, races and kills, on two cores. Exit code 1 on a fault.

Two processes work beside each other: one plays the machine's examples with new seeds and, every third time, every race,
again and again, each time on a new database; the other kills processes under load, and having killed enough plays as well.
At the end stands what was done.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

FIGURES = "FIGURES "
KILLS = 120  # of one soak, at most


def prepare():
    """Django, and the tests' own server and template."""
    import pytest  # noqa: F401 (so that the settings know that these are tests)

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings")
    import django

    django.setup()
    from tests.databases import made_template, pytest_configure

    pytest_configure(None)
    return made_template()


def play(template, until, seed):
    """Examples of the machine with seeds of their own, every third time all races, until the time is over."""
    from django.db import connection
    from hypothesis import HealthCheck, Phase, settings
    from hypothesis import seed as seeded
    from hypothesis.stateful import run_state_machine_as_test

    from cms.verify import verify
    from tests.databases import own_database
    from tests.machine import Machine
    from tests.machine_world import World
    from tests.races import LEVELS, RACES, Theatre, check

    counts = Counter()
    options = settings(
        max_examples=25, stateful_step_count=40, deadline=None, database=None, print_blob=True,
        phases=[Phase.generate, Phase.shrink], suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    while time.time() < until:
        seed += 1
        print(f"machine: seed {seed}", flush=True)
        with own_database(template) as name:
            machine = seeded(seed)(type("Machine", (Machine,), {"world": World(name)}))
            run_state_machine_as_test(machine, settings=options)
            machine.world.check_everything()
            machine.world.stage.close()
            faults = [said for said in verify(connection) if "leaf_tester" not in said[1]]
            assert not faults, faults
            counts += machine.world.counts + Counter({"ledger entries verified": machine.world.entries})
        if time.time() > until:
            break
        if seed % 3:
            continue
        with own_database(template) as name:
            theatre = Theatre(name)
            for race in RACES:
                check(theatre, race, LEVELS[seed // 3 % 3])
            counts += Counter({"races": theatre.races, "tried again after a race": theatre.retries})
            counts += Counter({"ledger entries verified": theatre.stage.entries()})
            theatre.close()
            faults = [said for said in verify(connection) if "leaf_tester" not in said[1]]
            assert not faults, faults
    return counts


def kill(template, until, seed):
    """Kills under load, one after the other; the site is verified after every tenth and at the end. Then examples."""
    from tests.faults import Site, under_load

    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o711)
    site, kinds = Site(folder), ["worker", "backend", "postmaster"]
    try:
        with site.serving():
            number = 0
            while time.time() < until and number < KILLS:
                under_load(site, kinds[number % 3], seed + number)
                number += 1
                if number % 10 == 0:
                    site.verify()
                    print(f"kills: {number}", flush=True)
            site.verify()
    finally:
        site.stage.close()
        site.server.leave()
        site.server.stop()
        if site.server.place != site.server.state:
            shutil.rmtree(site.server.place.parent, ignore_errors=True)
        shutil.rmtree(folder, ignore_errors=True)
    return site.counts + Counter({"kills": number}) + play(template, until, seed + 10**9)


PARTS = {"play": play, "kill": kill}


def main():
    parser = argparse.ArgumentParser(description="Random acts, races and kills, for as long as one likes.")
    parser.add_argument("--minutes", type=float, default=15)
    parser.add_argument("--seed", type=int, default=random.randrange(10**9), help="to play the same again")  # noqa: S311
    parser.add_argument("--part", choices=PARTS, help=argparse.SUPPRESS)
    parser.add_argument("--until", type=float, help=argparse.SUPPRESS)
    parser.add_argument("--template", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.part:
        prepare()
        counts = PARTS[given.part](given.template, given.until, given.seed)
        print(FIGURES + json.dumps(counts), flush=True)
    else:
        sys.exit(soak(given.minutes, given.seed))


def soak(minutes, seed):
    """Both parts beside each other. Returns the exit code."""
    template, until, counts = prepare(), time.time() + 60 * minutes, Counter()
    print(f"Soaking for {minutes:g} minutes, seed {seed}.", flush=True)
    parts = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.soak", "--part", part, "--template", template, "--until", str(until),
             "--seed", str(seed)], stdout=subprocess.PIPE, text=True,
        ) for part in PARTS
    ]  # fmt: skip
    with ThreadPoolExecutor(len(parts)) as pool:
        for told in pool.map(listen, parts):
            counts += told
    for name in sorted(counts):
        print(f"{counts[name]:10,}  {name}")
    faulty = [part for part, process in zip(PARTS, parts, strict=True) if process.wait()]
    print(f"FAULTS in: {', '.join(faulty)}; see above." if faulty else "No fault.")
    return 1 if faulty else 0


def listen(process):
    """Passes on what a part says, and returns its figures."""
    counts = Counter()
    for line in process.stdout:
        if line.startswith(FIGURES):
            counts = Counter(json.loads(line.removeprefix(FIGURES)))
        else:
            print(line, end="", flush=True)
    return counts


if __name__ == "__main__":
    main()
