"""The schema and the roles against what the code says they should be."""

from cms.postgresql import manifest, roles


def check_schema(connection, progress, workers):
    """A sentence for each function, trigger, view, constraint, grant or role that is not as committed."""
    yield from manifest.differences(connection)
    with connection.cursor() as cursor:
        yield from roles.faults(cursor.connection)
