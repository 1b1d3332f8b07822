"""The database backend: Django's own, which also knows the embedded server.

An alias with `"EMBEDDED": {"server": "site", "role": "leaf_app"}` and no HOST joins that server when it first connects.
"""

import shutil

from django.db.backends.postgresql import base, client, features
from django.db.utils import OperationalError

from cms.postgresql import ServerProblem
from cms.postgresql.embedded import server


class DatabaseFeatures(features.DatabaseFeatures):
    minimum_database_version = (15,)


class DatabaseClient(client.DatabaseClient):
    """`dbshell`: psql from the PATH, or the embedded server's own."""

    @classmethod
    def settings_to_cmd_args_env(cls, settings_dict, parameters):
        found = embedded(settings_dict)
        command, environment = super().settings_to_cmd_args_env(
            settings_dict | {name.upper(): str(value) for name, value in found.items()}, parameters
        )
        if found and not shutil.which(command[0]):
            command[0] = str(server(settings_dict["EMBEDDED"]["server"]).programs / command[0])
        return command, environment


class DatabaseWrapper(base.DatabaseWrapper):
    features_class = DatabaseFeatures
    client_class = DatabaseClient

    def get_connection_params(self):
        """As Django's, with what the embedded server has to add. Raises OperationalError when there is none."""
        params = super().get_connection_params()
        return embedded(self.settings_dict) | params


def embedded(settings_dict):
    """Host, port, user and password on the embedded server; nothing for an alias that names its host."""
    wanted = settings_dict.get("EMBEDDED")
    if not wanted or settings_dict.get("HOST"):
        return {}
    user = settings_dict.get("USER") or wanted["role"]
    try:
        running = server(wanted["server"])
        return {"host": "127.0.0.1", "port": running.join(), "user": user, "password": running.password(user)}
    except ServerProblem as problem:
        raise OperationalError(str(problem)) from problem
