"""Evidence: rows that only acts of the database make, and nobody changes. Python has a window on them, no handle."""

from django.db import DEFAULT_DB_ALIAS, connections, models

from cms.refusals import refusals_explained


class Evidence(models.Model):
    """A table made by a numbered SQL file, which holds its rules too. The application's role may only read it."""

    class Meta:
        abstract = True
        managed = False
        default_permissions = ["view"]


def act(name, *arguments, using=DEFAULT_DB_ALIAS):
    """Call the act `name` of the database and return what it returns.

    Raises ValidationError, coded with the rule's name, when the database refuses. Nothing is then written.
    """
    marks = ", ".join(["%s"] * len(arguments))
    with refusals_explained(using), connections[using].cursor() as cursor:
        cursor.execute(f"select act.{name}({marks})", arguments)
        return cursor.fetchone()[0]
