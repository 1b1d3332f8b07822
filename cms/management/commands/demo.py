import os
import socket
import sys

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import Error
from psycopg import Error as PostgresError

from cms.demo.people import PASSWORD, PEOPLE, SECRET
from cms.demo.walk import walk
from cms.people import Person
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
        port = port if no_serve else free_port(port)
        try:
            set_up(say=self.stdout.write)
            refuse_among_real_people()
            walk(self.stdout.write, settings.SITE_URL or f"http://localhost:{port}")
        except (ServerProblem, Error, PostgresError) as error:
            raise CommandError(explain(error) or f"PostgreSQL refused: {error}") from error
        except ValidationError as refusal:
            raise CommandError(refusal.messages[0]) from refusal
        self.say_who_signs_in()
        if not no_serve:
            self.serve(free_port(port))

    def say_who_signs_in(self):
        self.stdout.write("\nDemo only, known to everybody:")
        for email, name, group in PEOPLE.values():
            self.stdout.write(f"  {email:<34}{group}, {name}")
        self.stdout.write(
            f"  everybody's password: {PASSWORD}\n  signing secret of reviewers and compliance: {SECRET}\n"
        )

    def serve(self, port):
        self.stdout.write(
            f"Serving on http://localhost:{port}, the tour on http://localhost:{port}/demo/  (Ctrl-C ends it)"
        )
        self.stdout.flush()
        arguments = ["--bind", f"localhost:{port}", "--threads", "8", "--log-level", "warning", "cms.wsgi"]
        os.execv(sys.executable, [sys.executable, "-m", "gunicorn", *arguments])  # noqa: S606 (our own interpreter)


def refuse_among_real_people():
    """Raise CommandError where somebody works who is not of the demo."""
    if Person.objects.exclude(email__in=[email for email, _, _ in PEOPLE.values()]).exists():
        raise CommandError(
            "This database has people of its own. The demo's people, whose passwords everybody knows, do not belong there: "
            "use another database."
        )


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
