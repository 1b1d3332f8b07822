import psycopg
from django.core.management.base import BaseCommand, CommandError

from cms.postgresql import ServerProblem
from cms.postgresql.errors import explain
from cms.postgresql.setup import database_urls
from cms.prove import prove


class Command(BaseCommand):
    help = "Try every known way round the gate on the real schema, and roll it all back. Exit code 1 if one works."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--quiet", action="store_true", help="Print only what works, and the sum.")

    def handle(self, *, quiet, **options):
        urls = database_urls()
        if "admin" not in urls:
            raise CommandError("Set ADMIN_DATABASE_URL: only a superuser can try the attacks as every role.")
        try:
            outcomes = prove(of_database(urls), self.stdout.write)
        except (ServerProblem, psycopg.Error) as error:
            raise CommandError(explain(error) or f"The proof could not be played: {error}") from error
        for outcome in outcomes:
            if outcome.failed or not quiet:
                mark = "WORKS" if outcome.failed else "refused"
                self.stdout.write(f"{mark:<8} {outcome.role:<12} {outcome.name:<62} {outcome.seen}")
                if outcome.failed:
                    self.stdout.write(f"{'':<8} expected: {outcome.expected}")
        if failed := sum(outcome.failed for outcome in outcomes):
            raise CommandError(f"{failed} of {len(outcomes)} attacks did not end as they must: do not open the site.")
        self.stdout.write(f"All {len(outcomes)} attacks ended as they must; nothing of them stays.")


def of_database(urls):
    """The administrator's URL, for the site's database."""
    database = psycopg.conninfo.conninfo_to_dict(urls["owner"])["dbname"]
    return psycopg.conninfo.make_conninfo(urls["admin"], dbname=database)
