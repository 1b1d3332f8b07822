import shutil

from django.core.management.base import BaseCommand, CommandError

from cms.postgresql import ServerProblem
from cms.postgresql.embedded import PROJECT, SETTINGS, server


class Command(BaseCommand):
    help = "Stop the embedded PostgreSQL servers at once, whoever uses them."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--clean", action="store_true", help="Also remove what tests keep in memory.")

    def handle(self, *, clean, **options):
        for name in SETTINGS:
            try:
                stopped = server(name).stop()
            except (ServerProblem, OSError) as problem:
                raise CommandError(f"The {name} server was not stopped: {problem}") from problem
            self.stdout.write(f"The {name} server {'is stopped' if stopped else 'was not running'}.")
            if clean and server(name).root != PROJECT:
                shutil.rmtree(server(name).root, ignore_errors=True)
