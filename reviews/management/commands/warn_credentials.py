from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from reviews.warning import warn


class Command(BaseCommand):
    help = (
        "Warn reviewers and compliance officers by mail 60, 30 and 7 days before a credential ends. Meant for a daily timer: "
        "each mail is sent once, and one that could not be sent is tried again."
    )

    def handle(self, **options):
        if settings.EMAIL_BACKEND == "django.core.mail.backends.dummy.EmailBackend":
            raise CommandError("EMAIL_URL is not set, so nobody can be warned by mail.")
        faults = 0
        for credential, person, fault in warn():
            until = f"{credential}, until {credential.valid_until:%d %B %Y}"
            if fault:
                faults += 1
                self.stderr.write(f"Not sent to {person.email} ({until}): {fault}")
            else:
                self.stdout.write(f"Sent to {person.email}: {until}")
        if faults:
            raise CommandError(f"{faults} could not be sent. The next run tries them again.")
