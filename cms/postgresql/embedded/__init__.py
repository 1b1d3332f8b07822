"""The embedded PostgreSQL: started by the first process that needs it, stopped when the last one has ended.

`lifetime.py` has the server as others use it and `keeper.py` who stops it; `locks.py` tells who lives, `folders.py` and
`programs.py` where things are, `data_folder.py` and `postmaster.py` make and start it, as the user in `server_user.py`.
"""

from cms.postgresql.embedded.folders import PROJECT
from cms.postgresql.embedded.lifetime import Server, server
from cms.postgresql.embedded.postmaster import SETTINGS

__all__ = ["PROJECT", "SETTINGS", "Server", "server"]
