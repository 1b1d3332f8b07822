import shutil
import subprocess
import sys
from contextlib import ExitStack

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cms.bench import measure
from cms.bench.pages import pages, put_bare
from cms.postgresql.setup import server


class Command(BaseCommand):
    help = "Measure what readers wait for, with few articles and with many, in turns, with wrk. Prints tables."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--sizes", type=int, nargs=2, default=[1_000, 100_000], metavar=("FEW", "MANY"))
        parser.add_argument("--rounds", type=int, default=5, help="How often each page is measured.")
        parser.add_argument("--seconds", type=int, default=3, help="How long each time.")

    def handle(self, *, sizes, rounds, seconds, **options):
        if not settings.DEMO:
            raise CommandError("These are the demo's people and texts: set LEAF_DEMO=1.")
        if not shutil.which("wrk"):
            raise CommandError("wrk is not on the PATH. On Debian: apt-get install wrk.")
        server(settings.DATABASES["default"]["EMBEDDED"]["server"]).join()
        for size in sizes:
            subprocess.run(  # noqa: S603 (our own interpreter)
                [sys.executable, "manage.py", "generate", str(size)], cwd=measure.ROOT, env=measure.database_of(size),
                check=True,
            )  # fmt: skip
        self.compare_sizes(sizes, rounds, seconds)
        self.compare_with_bare(sizes[-1], rounds, seconds)

    def compare_sizes(self, sizes, rounds, seconds):
        """One reader at a time: how long half of them wait at most, with few articles and with many."""
        with ExitStack() as sites:
            running = [sites.enter_context(measure.running(size)) for size in sizes]
            asked = {size: pages(size) for size in sizes}
            found = {
                name: measure.in_turns(
                    {site.size: (site.url, asked[site.size][name]) for site in running},
                    rounds=rounds, connections=1, seconds=seconds,
                )
                for name in asked[sizes[0]]
            }  # fmt: skip
        few, many = sizes
        self.stdout.write(f"\nOne reader at a time, medians of {rounds} rounds of {seconds} s, in milliseconds")
        self.stdout.write(f"{'page':<42}{f'p50, {few:,}':>14}{f'p50, {many:,}':>14}{'ratio':>8}{f'p99, {many:,}':>14}")
        for name, results in found.items():
            ratio = results[many].p50 / results[few].p50
            self.stdout.write(
                f"{name:<42}{results[few].p50:>14.2f}{results[many].p50:>14.2f}{ratio:>8.2f}{results[many].p99:>14.2f}"
            )

    def compare_with_bare(self, size, rounds, seconds):
        """Many readers at once: an article, and a bare view that answers the same bytes after one question."""
        path = pages(size)["article"][0]
        with measure.running(size) as site:
            key = put_bare(size, site.url + path)
            found = measure.in_turns(
                {"article": (site.url, [path]), "bare view": (site.url, [f"/bare/{key}"])},
                rounds=rounds, connections=8, seconds=seconds,
            )  # fmt: skip
        self.stdout.write(f"\nEight readers at once among {size:,} articles, medians of {rounds} rounds in turns")
        for name, result in found.items():
            self.stdout.write(f"{name:<42}{result.rate:>8.0f} requests/s, p50 {result.p50:.2f} ms")
        self.stdout.write(f"{'article : bare view':<42}{found['article'].rate / found['bare view'].rate:>8.2f}")
