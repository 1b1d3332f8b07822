import sys
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from cms.transparency import publish_checkpoint, unsigned_note


class Command(BaseCommand):
    help = (
        "Print the checkpoint of the ledger that is to be signed elsewhere (see cms/signer.py); or publish it, signed."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--publish", metavar="FILE", help="Publish the signed note in FILE; “-” reads standard input."
        )

    def handle(self, *, publish, **options):
        if publish is None:
            self.stdout.write(unsigned_note() or "", ending="")
            return
        try:
            size = publish_checkpoint(sys.stdin.read() if publish == "-" else Path(publish).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"The note cannot be read: {error}") from error
        except ValidationError as refusal:
            raise CommandError(refusal.messages[0]) from refusal
        self.stdout.write(f"Published: the checkpoint over {size} entries.")
