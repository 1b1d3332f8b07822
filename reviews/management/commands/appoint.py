from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from cms.people import Person
from reviews.appointment import appoint, dismiss
from reviews.credential import Appointment


class Command(BaseCommand):
    help = "Appoint a person compliance officer or medical lead, or end that. The operator's command: it acts as the owner."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("office", choices=Appointment.OFFICES)
        parser.add_argument("--end", action="store_true", help="End the office instead.")

    def handle(self, *, email, office, end, **options):
        person = Person.objects.filter(email__iexact=email, is_active=True).first()
        if person is None:
            raise CommandError(f"Nobody active signs in with {email}.")
        try:
            (dismiss if end else appoint)(person, office)
        except ValidationError as refusal:
            raise CommandError(refusal.messages[0]) from refusal
        self.stdout.write(f"{person} is {'no longer ' if end else ''}{office}.")
