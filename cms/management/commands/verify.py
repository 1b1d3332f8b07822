import sys

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from tqdm import tqdm

from cms.verify import CHECKS, verify


class Command(BaseCommand):
    help = "Compute everything anew and compare: ledger, editions, publications, schema, grants. Exit code 1 if anything differs."
    requires_system_checks = []

    def handle(self, **options):
        def progress(check, rows):
            return tqdm(rows, desc=check, unit="row", leave=False, disable=not sys.stderr.isatty(), file=sys.stderr)

        faults = 0
        for check, sentence in verify(connection, progress):
            faults += 1
            self.stdout.write(f"{check}: {sentence}")
        if faults:
            raise CommandError(
                f"{faults} {'thing differs' if faults == 1 else 'things differ'}. Do not trust this database."
            )
        self.stdout.write(f"Everything is as it should be: {', '.join(CHECKS).lower()}.")
