import os
import socket
import sys

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import Error
from psycopg import Error as PostgresError

from cms.demo.people import PASSWORD, SECRET
from cms.demo.walk import walk
from cms.postgresql import ServerProblem
from cms.postgresql.errors import explain
from cms.postgresql.setup import set_up


class Command(BaseCommand):
    help = "Set the demo up: database, invented people, three articles and their way; then serve it."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--no-serve", action="store_true", help="End after the walk.")
        parser.add_argument("--port", type=int, default=8000, help="Where to serve; another one when it is taken.")

    def handle(self, *, no_serve, port, **options):
        if not settings.DEMO:
            raise CommandError("The demo's people have passwords that everybody knows. Set LEAF_DEMO=1 to want that.")
        try:
            set_up(say=self.stdout.write)
            walk(self.stdout.write)
        except (ServerProblem, Error, PostgresError) as error:
            raise CommandError(explain(error) or f"PostgreSQL refused: {error}") from error
        except ValidationError as refusal:
            raise CommandError(refusal.messages[0]) from refusal
        self.stdout.write(f"Everybody's password: {PASSWORD}\nReviewers' signing secret: {SECRET}")
        if not no_serve:
            self.serve(free_port(port))

    def serve(self, port):
        self.stdout.write(f"Serving on http://localhost:{port}  (Ctrl-C ends it)")
        self.stdout.flush()
        arguments = ["--bind", f"localhost:{port}", "--threads", "8", "--log-level", "warning", "cms.wsgi"]
        os.execv(sys.executable, [sys.executable, "-m", "gunicorn", *arguments])  # noqa: S606 (our own interpreter)


def free_port(wanted):
    """`wanted`, or if something listens there the next port where nothing does."""
    for port in range(wanted, wanted + 100):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise CommandError(f"No free port between {wanted} and {wanted + 99}. Choose one with --port.")
