import json

from django.core.management.base import BaseCommand, CommandError

from cms.ledger import Entry


class Command(BaseCommand):
    help = (
        "Show, filter or export the ledger. The export, a line of JSON an entry, can be checked without this project."
    )

    def add_arguments(self, parser):
        parser.add_argument("--export", action="store_true", help="The entries themselves as JSON Lines, oldest first.")
        parser.add_argument("--from", dest="first", type=int, default=0, metavar="SEQ", help="From this entry on.")
        parser.add_argument("--act", help="Only this act, like “publish” or “sign off”.")
        parser.add_argument("--article", type=int, metavar="ID", help="Only acts on this article.")
        parser.add_argument("--actor", metavar="EMAIL", help="Only acts of this person.")
        parser.add_argument("--last", type=int, metavar="N", help="Only the last N of them.")

    def handle(self, *, export, first, act, article, actor, last, **options):
        found = Entry.objects.filter(seq__gte=first).select_related("actor")
        wanted = {"act": act, "article_id": article, "actor__email__iexact": actor}
        chosen = {name: value for name, value in wanted.items() if value is not None}
        if export and (chosen or last):
            raise CommandError(
                "An export is whole from its first entry on, or nobody could check it: only --from goes with it."
            )
        found = found.filter(**chosen)
        rows = reversed(found.order_by("-seq")[:last]) if last else found.order_by("seq").iterator(chunk_size=2000)
        for entry in rows:
            self.stdout.write(bytes(entry.body).decode() if export else shown(entry))


def shown(entry):
    facts = json.loads(bytes(entry.body))
    about = " ".join(f"{name} {facts[name]}" for name in ("article", "edition", "person", "size") if name in facts)
    parts = [
        f"{entry.seq:>6}  {entry.at:%Y-%m-%d %H:%M:%S}",
        f"{entry.act:<18}",
        str(entry.actor or "the operator"),
        about,
    ]
    return "  ".join(filter(None, [*parts, f"“{entry.reason}”" if entry.reason else ""]))
