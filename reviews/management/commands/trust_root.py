from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from reviews.appointment import trust_root


class Command(BaseCommand):
    help = "Trust a root key, as keyring.py printed it: it certifies the passkeys of compliance officers from now on."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, *, file, **options):
        try:
            trust_root(file.read_bytes().strip())
        except OSError as error:
            raise CommandError(f"The key cannot be read: {error}") from error
        except ValidationError as refusal:
            raise CommandError(refusal.messages[0]) from refusal
        self.stdout.write("Trusted. It stands in the ledger, and the checker of evidence takes it as --root-key.")
