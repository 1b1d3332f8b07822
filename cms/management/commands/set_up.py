from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import Error
from psycopg import Error as PostgresError

from cms.postgresql import ServerProblem, roles
from cms.postgresql.errors import explain
from cms.postgresql.setup import database_urls, set_up


class Command(BaseCommand):
    help = (
        "Bring roles, schema, gate and required data of the database up to date. Safe to run again, and by two at once."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--roles-only", action="store_true", help="Make the roles and an empty database, to restore a backup into."
        )

    def handle(self, *, roles_only, **options):
        try:
            urls = database_urls()
            if roles_only:
                self.make_roles(urls)
                return
            set_up(urls, say=self.stdout.write)
            if "admin" in urls:
                call_command("prove_gate", quiet=True, stdout=self.stdout)
        except (ServerProblem, Error, PostgresError) as error:
            raise CommandError(explain(error) or f"PostgreSQL refused: {error}") from error

    def make_roles(self, urls):
        if "admin" not in urls:
            raise CommandError("Set ADMIN_DATABASE_URL: only an administrator makes roles.")
        roles.prepare(urls)
        self.stdout.write(f"The roles are there, and the database {roles.database_of(urls)}.")
