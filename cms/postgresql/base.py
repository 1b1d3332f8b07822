"""The database backend: Django's own, which also knows the embedded server.

An alias with `"EMBEDDED": {"server": "site", "role": "leaf_app"}` and no HOST joins that server when it first connects.
"""

from django.db.backends.postgresql import base, features
from django.db.utils import OperationalError

from cms.postgresql import ServerProblem
from cms.postgresql.embedded import server


class DatabaseFeatures(features.DatabaseFeatures):
    minimum_database_version = (15,)


class DatabaseWrapper(base.DatabaseWrapper):
    features_class = DatabaseFeatures

    def get_connection_params(self):
        """As Django's, with what the embedded server has to add. Raises OperationalError when there is none."""
        params = super().get_connection_params()
        embedded = self.settings_dict.get("EMBEDDED")
        if not embedded or "host" in params:
            return params
        user = params.get("user", embedded["role"])
        try:
            running = server(embedded["server"])
            found = {"host": "127.0.0.1", "port": running.join(), "user": user, "password": running.password(user)}
        except ServerProblem as problem:
            raise OperationalError(str(problem)) from problem
        return found | params
