from django.core.management.base import BaseCommand, CommandError

from articles.statements import draft_statements
from cms.people import Person


class Command(BaseCommand):
    help = "Write first drafts of the statements and notices that the site needs. They are reviewed like articles."

    def add_arguments(self, parser):
        parser.add_argument("--author", required=True, metavar="EMAIL", help="The writer whose drafts they become.")

    def handle(self, *, author, **options):
        person = Person.objects.filter(email__iexact=author, is_active=True).first()
        if person is None:
            raise CommandError(f"Nobody active signs in with {author}.")
        for article in draft_statements(by=person):
            self.stdout.write(f"Drafted: {article}")
