"""The ledger: its chain, its tree and every entry, computed anew from the bodies."""

import json
from datetime import UTC
from hashlib import sha256

from cms.tree import join
from cms.verify.rows import Rows, canonical, found


def check_ledger(connection, progress, workers, kept=()):
    rows = Rows(
        connection,
        "cms_entry",
        "seq, prev_hash, at, body, hash, act, actor_id, article_id, edition_id, reason, salt",
        "seq",
    )
    previous, peaks, size = bytes(32), [], 0
    awaited = [(at, bytes(root), "checkpoint") for at, root in checkpoints(connection)]
    awaited += [(at, root, "checkpoint kept elsewhere") for at, root in kept]
    for expected, (seq, prev_hash, at, body, kept_hash, *typed, reason, salt) in enumerate(progress(rows)):
        body = bytes(body)
        if seq != expected:
            yield f"Entry {expected} is missing: {seq} follows."
            return
        if bytes(prev_hash) != previous or bytes(kept_hash) != sha256(previous + body).digest():
            yield f"Entry {seq} does not follow the one before: the chain is broken here."
        yield from check_entry(seq, at, body, typed, reason, salt)
        previous, size = sha256(previous + body).digest(), seq + 1
        grow(peaks, sha256(b"\x00" + body).digest())
        for at, root, called in awaited:
            if at == size and whole(peaks) != root:
                yield f"The {called} over {size} entries is not of this ledger."
    for at, _, called in awaited:
        if at > size:
            yield f"The {called} over {at} entries is of a longer ledger: this one has {size}."
    yield from check_tree(connection, size)


def check_entry(seq, at, body, typed, reason, salt):
    facts = json.loads(body)
    if canonical(facts) != body:
        yield f"Entry {seq} is not in its one canonical form."
    said = [facts.get(name) for name in ("act", "actor", "article", "edition")]
    if [facts.get("seq"), facts.get("at")] != [seq, f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"] or said != typed:
        yield f"Entry {seq}: its columns do not say what its body says."
    digest = reason if salt is None else sha256(bytes(salt) + reason.encode()).hexdigest()
    if facts.get("reason", "") != digest:
        yield f"Entry {seq}: its reason was exchanged."


def checkpoints(connection):
    return found(connection, "select size, root from cms_checkpoint order by size")


def grow(peaks, leaf):
    """Add a leaf to the right edge of the tree: (height, hash) of each complete subtree, the largest first."""
    height = 0
    while peaks and peaks[-1][0] == height:
        leaf, height = join(peaks.pop()[1], leaf), height + 1
    peaks.append((height, leaf))


def whole(peaks):
    root = peaks[-1][1]
    for _, peak in reversed(peaks[:-1]):
        root = join(peak, root)
    return root


def check_tree(connection, size):
    """The kept nodes against the entries and each other."""
    for (seq,) in found(
        connection,
        """select coalesce(e.seq, n.index) from cms_entry e
           full join (select index, hash from cms_node where level = 0) n on n.index = e.seq
           where n.hash is distinct from sha256('\\x00'::bytea || e.body) limit 20""",
    ):
        yield f"The tree's leaf {seq} is not that of entry {seq}."
    for level, index in found(
        connection,
        """select n.level, n.index from cms_node n
           left join cms_node l on l.level = n.level - 1 and l.index = n.index * 2
           left join cms_node r on r.level = n.level - 1 and r.index = n.index * 2 + 1
           where n.level > 0 and n.hash is distinct from sha256('\\x01'::bytea || l.hash || r.hash) limit 20""",
    ):
        yield f"The tree's node {index} at level {level} is not over the two below it."
    nodes = found(connection, "select count(*) from cms_node")[0][0]
    if nodes != (wanted := sum(size >> level for level in range(size.bit_length()))):
        yield f"The tree has {nodes} nodes, and {size} entries make {wanted}."
