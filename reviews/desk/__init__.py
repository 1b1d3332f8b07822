"""The desk's questions: what awaits whom, what stands about an edition, and what happened to it.

Nothing here decides what a person may do: it gathers the facts that a screen shows. The database decides, at the act.
"""

from reviews.desk.history import moment, record
from reviews.desk.one_edition import ever_public, hidden_as, reading, refusals_in_force, statement_names
from reviews.desk.sections import board, own_sign_offs
from reviews.desk.signers import has_secret, in_words, officers, signer, standings
from reviews.desk.standing import editions, piece

__all__ = [
    "board", "editions", "ever_public", "has_secret", "hidden_as", "in_words", "moment", "officers", "own_sign_offs", "piece",
    "reading", "record", "refusals_in_force", "signer", "standings", "statement_names",
]  # fmt: skip
