"""The ledger's Merkle tree (RFC 6962, RFC 9162): proofs that an entry is in it, and that a later one continues an older.

Every complete subtree is kept as a node; `node(level, index)` gives its hash, 32 bytes. Pure: it asks nobody else.
"""

from hashlib import sha256


def join(left, right):
    """The hash over two neighbouring subtrees."""
    return sha256(b"\x01" + left + right).digest()


def root(size, node):
    """The hash over the first `size` entries, at least one."""
    return _subtree(0, size, node)


def inclusion(index, size, node):
    """The path from the entry `index` to the root over `size` entries, from the leaf upwards: a list of hashes."""
    if not 0 <= index < size:
        raise ValueError(f"there is no entry {index} among {size}")
    return _path(index, 0, size, node)


def consistency(old, new, node):
    """What turns the root over `old` entries into the one over `new`, at least as many: a list of hashes."""
    if not 0 < old <= new:
        raise ValueError(f"{new} entries do not continue {old}")
    return _continued(old, 0, new, True, node)


def _path(index, start, size, node):
    if size == 1:
        return []
    half = _half(size)
    if index < half:
        return [*_path(index, start, half, node), _subtree(start + half, size - half, node)]
    return [*_path(index - half, start + half, size - half, node), _subtree(start, half, node)]


def _continued(old, start, size, is_whole, node):
    if old == size:
        return [] if is_whole else [_subtree(start, size, node)]
    half = _half(size)
    if old <= half:
        return [*_continued(old, start, half, is_whole, node), _subtree(start + half, size - half, node)]
    return [*_continued(old - half, start + half, size - half, False, node), _subtree(start, half, node)]


def _subtree(start, size, node):
    if size & (size - 1) == 0:  # complete, so it is kept
        level = size.bit_length() - 1
        return node(level, start >> level)
    half = _half(size)
    return join(_subtree(start, half, node), _subtree(start + half, size - half, node))


def _half(size):
    """The largest power of two below `size`."""
    return 1 << (size - 1).bit_length() - 1
