"""Django's cache for what must be counted over all processes: tries to sign in. A row of cms_tries each, in JSON.

Django's own cache in a table unpickles what it reads, and whoever has the application's database password could write there
what then runs in the web process.
"""

import json

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import connection

KEEP = """
    insert into cms_tries (cache_key, value, expires) values (%s, %s, coalesce(to_timestamp(%s), 'infinity'))
    on conflict (cache_key) do update set value = excluded.value, expires = excluded.expires"""


class Tries(BaseCache):
    """Values are what JSON holds. `add`, `get`, `set`, `delete` and `clear` are all that allauth and Django need here."""

    def __init__(self, name, params):
        super().__init__(params)

    def add(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        self._ask("delete from cms_tries where expires < clock_timestamp()")
        return bool(self._keep(f"{KEEP} where cms_tries.expires < clock_timestamp()", key, value, timeout, version))

    def set(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        self._keep(KEEP, key, value, timeout, version)

    def get(self, key, default=None, version=None):
        question = "select value from cms_tries where cache_key = %s and expires >= clock_timestamp()"
        found = self._ask(question, self.make_and_validate_key(key, version))
        return json.loads(found[0]) if found else default

    def delete(self, key, version=None):
        return bool(
            self._ask(
                "delete from cms_tries where cache_key = %s returning 1", self.make_and_validate_key(key, version)
            )
        )

    def clear(self):
        self._ask("delete from cms_tries")

    def _keep(self, question, key, value, timeout, version):
        arguments = [self.make_and_validate_key(key, version), json.dumps(value), self.get_backend_timeout(timeout)]
        return self._ask(f"{question} returning 1", *arguments)

    def _ask(self, question, *arguments):
        with connection.cursor() as cursor:
            cursor.execute(question, arguments)
            return cursor.fetchone() if cursor.description else None
