"""The desk's questions: what awaits whom, what stands about an edition, and what happened to it.

Nothing here decides what a person may do: it gathers the facts that a screen shows. The database decides, at the act.
"""

from reviews.desk.history import moment, record
from reviews.desk.one_edition import before, ever_public, fixed, hidden_as, reading, refusals_in_force
from reviews.desk.sections import board, own_sign_offs
from reviews.desk.signers import has_secret, officers, resting_on, signer, standings
from reviews.desk.standing import editions, piece
from reviews.desk.statements import lost_with, statement_names

__all__ = [
    "before", "board", "editions", "ever_public", "fixed", "has_secret", "hidden_as", "lost_with", "moment",
    "officers", "own_sign_offs", "piece", "reading", "record", "refusals_in_force", "resting_on", "signer",
    "standings", "statement_names",
]  # fmt: skip
