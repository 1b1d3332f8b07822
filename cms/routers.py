"""Which database alias serves which model."""


class PublicReads:
    """What readers see is read through `public`, everything else through `default`; migrations only as the owner."""

    def db_for_read(self, model, **hints):
        return "public" if model._meta.db_table.startswith('live"') else None

    def allow_relation(self, one, other, **hints):
        return True

    def allow_migrate(self, db, app_label, **hints):
        return db == "owner"
