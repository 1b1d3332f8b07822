"""The keeper of an embedded server: a small process of its own that stops the server after its last user.

A user may be killed without a chance to tidy up, so somebody else must notice. Started by `Server.join()` only, as
`python -m cms.postgresql.embedded.keeper <name> <root> <number of the inherited keeper lock>`.
"""

import os
import sys

from cms.postgresql.embedded.lifetime import Server


def main(name, root, keeper_lock):
    if os.fork():  # the user that started us waits for this, and then has no child left over
        return
    Server(name, root).stop_after_last_user(int(keeper_lock))


if __name__ == "__main__":
    main(*sys.argv[1:])
