"""What a stranger can hold the ledger to: signed checkpoints, and proofs that each continues the one before."""

from base64 import b64encode

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection, connections
from django.http import Http404, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from cms import tree
from cms.evidence import act
from cms.refusals import SENTENCES

LARGEST = 2**63 - 1  # number of entries


def unsigned_note():
    """The text of a checkpoint of the ledger as it stands, for the signer: origin, size, root, each a line. None if empty."""
    with connection.cursor() as cursor:
        cursor.execute("select size, gate.root(size) from (select max(seq) + 1 as size from cms_entry) whole")
        size, root = cursor.fetchone()
    return f"{settings.LEDGER_ORIGIN}\n{size}\n{b64encode(root).decode()}\n" if size else None


def publish_checkpoint(note):
    """Keep a signed note as the newest checkpoint. Returns its size.

    Raises ValidationError (`checkpoint_is_a_signed_note`, `checkpoint_of_this_ledger`, `checkpoints_grow`) on refusal.
    """
    origin, _, rest = note.partition("\n")
    if rest and origin != settings.LEDGER_ORIGIN:
        raise ValidationError(SENTENCES["checkpoint_of_this_ledger"], code="checkpoint_of_this_ledger")
    return act("publish_checkpoint", note)


def prove(proof, *arguments):
    """The hashes of `tree.inclusion` or `tree.consistency`, read in one question as the reader's role.

    Raises ValueError where there is no such proof, and LookupError beyond the newest checkpoint.
    """
    return prove_all(proof, [arguments])[0]


def prove_all(proof, many):
    """A list of what `prove` gives for each of `many` tuples of arguments, all read in one question; none for none."""
    wanted = set()
    for arguments in many:
        proof(*arguments, lambda *place: wanted.add(place) or b"")
    nodes = _nodes(wanted) if wanted else {}
    return [proof(*arguments, lambda *place: nodes[place]) for arguments in many]


def _nodes(places):
    """The hashes at these places (level, index) of the tree, as far as a checkpoint covers them."""
    levels, indices = zip(*places, strict=True)
    with connections["public"].cursor() as cursor:
        cursor.execute(
            "select level, index, hash from live.nodes(%s, %s)",
            [list(levels), list(indices)],
        )
        return {(level, index): bytes(kept) for level, index, kept in cursor.fetchall()}


@require_safe
def checkpoint(request):
    """The newest checkpoint, as it was signed. Keep it: later you can tell whether the ledger still continues it."""
    with connections["public"].cursor() as cursor:
        cursor.execute("select live.checkpoint()")
        (note,) = cursor.fetchone()
    if note is None:
        raise Http404
    return HttpResponse(note, content_type="text/plain; charset=utf-8")


@require_safe
def consistency(request, old, new):
    """The proof (RFC 9162, 2.1.4) that the checkpoint over `new` entries continues the one over `old`."""
    if new > LARGEST:
        raise Http404
    try:
        hashes = prove(tree.consistency, old, new)
    except (ValueError, LookupError):
        raise Http404 from None
    return JsonResponse({"old": old, "new": new, "hashes": [b64encode(one).decode() for one in hashes]})
