import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection
from tqdm import tqdm

from cms.postgresql.errors import explain
from cms.verify import CHECKS, verify
from cms.verify.kept import read_kept


class Command(BaseCommand):
    help = "Compute everything anew and compare: ledger, editions, publications, schema, grants. Exit code 1 if anything differs."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--kept", metavar="FILE", type=Path, action="append", default=[],
            help="A checkpoint of this ledger that was kept elsewhere: the ledger must continue it. May be given again.",
        )  # fmt: skip

    def handle(self, *, kept, **options):
        try:
            checkpoints = [read_kept(path) for path in kept]
        except (OSError, ValueError) as error:
            raise CommandError(f"No checkpoint can be read: {error}") from error

        def progress(check, rows):
            return tqdm(rows, desc=check, unit="row", leave=False, disable=not sys.stderr.isatty(), file=sys.stderr)

        faults = 0
        try:
            for check, sentence in verify(connection, progress, checkpoints, workers=2):
                faults += 1
                self.stdout.write(f"{check}: {sentence}")
        except DatabaseError as error:
            raise CommandError(
                f"The rest can't be asked. Do not trust this database: {explain(error) or error}"
            ) from error
        if faults:
            raise CommandError(
                f"{faults} {'thing differs' if faults == 1 else 'things differ'}. Do not trust this database."
            )
        self.stdout.write(f"Everything is as it should be: {', '.join(CHECKS).lower()}.")
