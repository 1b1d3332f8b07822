import tempfile
from pathlib import Path

import psycopg
from django.core.management.base import BaseCommand

from cms.postgresql.embedded import Server
from cms.postgresql.manifest import MANIFEST, lines
from cms.postgresql.setup import set_up


class Command(BaseCommand):
    help = "Print what a database is when it was set up, a line for each thing; or write it to the committed manifest."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--write", action="store_true", help=f"Write {MANIFEST.name} anew instead of printing.")

    def handle(self, *, write, **options):
        text = "".join(f"{line}\n" for line in of_a_fresh_database())
        if write:
            MANIFEST.write_text(text, encoding="utf-8")
        else:
            self.stdout.write(text, ending="")


def of_a_fresh_database():
    """The lines of a database just set up, on an embedded server of its own that is gone afterwards."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o711)  # root's server runs as somebody else
        server = Server("test", folder)
        try:
            set_up(server.urls())
            with psycopg.connect(server.url("leaf_app", "signed_leaf")) as connection:
                return lines(connection)
        finally:
            server.stop()  # and no leave(): its keeper must not come back to a folder that is going
