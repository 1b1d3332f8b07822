"""Mail goes out beside the request: nobody waits for the mail server, nor learns by the wait whether there was anything to send.

A process that ends sends first what is waiting, each within EMAIL_TIMEOUT; a mail server out of reach stops nobody.
"""

import logging
from concurrent.futures import ThreadPoolExecutor
from smtplib import SMTPException

POOL = ThreadPoolExecutor(max_workers=2, thread_name_prefix="mail")


def post(message, about):
    """Send it soon. `about` is what the log calls it should that fail."""
    POOL.submit(_send, message, about)


def post_nothing():
    """What takes as long as `post`."""
    POOL.submit(int)


def _send(message, about):
    try:
        message.send()
    except (SMTPException, OSError):
        logging.getLogger("cms").exception("Mail was not sent: %s", about)
