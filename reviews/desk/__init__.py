"""The desk's questions: what awaits whom, what stands about an edition, and what happened to it.

Nothing here decides what a person may do: it gathers the facts that a screen shows. The database decides, at the act.
"""

from reviews.desk.history import moment, record
from reviews.desk.keys import (
    certified_with,
    certifying_keys,
    keys,
    keys_of,
    signed_with,
    signing_keys,
    to_certify,
    verified_by,
)
from reviews.desk.lapsing import ending
from reviews.desk.notices import as_readers_see, happened, notices, states, touched
from reviews.desk.one_edition import before, ever_public, fixed, hidden_as, reading, refusals_in_force, rows_of
from reviews.desk.own import has_signed, lost_without, own_sign_offs, shown_with, standing_of
from reviews.desk.sections import board
from reviews.desk.signers import has_secret, officers, resting_on, signer, with_words
from reviews.desk.standing import editions, piece
from reviews.desk.statements import lost_with, statement_names

__all__ = [
    "as_readers_see", "before", "board", "certified_with", "certifying_keys", "editions", "ending", "ever_public", "fixed",
    "happened", "has_secret", "has_signed", "hidden_as", "keys", "keys_of", "lost_with", "lost_without",
    "moment", "notices", "officers", "own_sign_offs", "piece", "reading", "record", "refusals_in_force", "resting_on",
    "rows_of", "shown_with", "signed_with", "signer", "signing_keys", "standing_of", "statement_names",
    "states", "to_certify", "touched", "verified_by", "with_words",
]  # fmt: skip
