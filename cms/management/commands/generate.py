from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from cms.bench.generate import generate
from cms.management.commands.demo import refuse_among_real_people
from cms.postgresql.setup import set_up


class Command(BaseCommand):
    help = "Fill a database of the demo with public articles, each made by the real acts. For benchmarks."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("count", type=int, help="How many articles there are to be in the end.")

    def handle(self, *, count, **options):
        if not settings.DEMO:
            raise CommandError(
                "These are the demo's people and texts. Set LEAF_DEMO=1, and LEAF_EMBEDDED_DATABASE to a new name."
            )
        set_up(say=self.stdout.write)
        refuse_among_real_people()
        generate(count, lambda numbers: tqdm(numbers, unit="article", mininterval=5))
