"""PostgreSQL, embedded or given by URL: the database backend, the roles, and what to say when it is not there."""


class ServerProblem(Exception):
    """Why there is no usable PostgreSQL, in one sentence for the person at the screen."""
