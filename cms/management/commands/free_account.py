from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from cms.free_account import free_account
from cms.people import Person


class Command(BaseCommand):
    help = (
        "Take all second factors off somebody who lost phone and recovery codes, and end their sessions. Be sure that it "
        "is them who asks. The operator's command: it acts as the owner, is entered in the ledger, and they are told by mail."
    )

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--reason", required=True, help="How you know that it is them. It stays with the record.")

    def handle(self, *, email, reason, **options):
        person = Person.objects.filter(email__iexact=email, is_active=True).first()
        if person is None:
            raise CommandError(f"Nobody active signs in with {email}.")
        try:
            free_account(person, reason=reason)
        except ValidationError as refusal:
            raise CommandError(refusal.messages[0]) from refusal
        self.stdout.write(f"{person} has no second factor any more, and is signed out everywhere.")
