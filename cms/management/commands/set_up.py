from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import Error
from psycopg import Error as PostgresError

from cms.postgresql import ServerProblem
from cms.postgresql.errors import explain
from cms.postgresql.setup import database_urls, set_up


class Command(BaseCommand):
    help = (
        "Bring roles, schema, gate and required data of the database up to date. Safe to run again, and by two at once."
    )
    requires_system_checks = []

    def handle(self, **options):
        try:
            set_up(say=self.stdout.write)
            if "admin" in database_urls():
                call_command("prove_gate", quiet=True, stdout=self.stdout)
        except (ServerProblem, Error, PostgresError) as error:
            raise CommandError(explain(error) or f"PostgreSQL refused: {error}") from error
