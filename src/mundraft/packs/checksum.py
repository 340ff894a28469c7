"""The short checksum of a pack: the same for the same contents on every machine, and short enough to read out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

#: Crockford's base 32: no letter that is taken for a digit when it is read out, and none that makes words.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
#: 60 bits: to make another pack with the checksum of a given one takes 2 to the 60 attempts.
LENGTH = 12
_GROUP = 4
_BITS = 5


def checksum(files: Mapping[str, bytes]) -> str:
    """Twelve letters and digits of the SHA-256 over names and contents, in the order of the names.

    How a file is packed, when and where it was made, and in which order, does not count."""
    digest = hashlib.sha256(b"mundraft-pack 1\n")
    for name in sorted(files):
        for part in (name.encode("utf-8"), files[name]):
            # The length stands before each part, so that no two lists of files give the same bytes.
            digest.update(len(part).to_bytes(8, "big") + part)
    number = int.from_bytes(digest.digest(), "big") >> (256 - _BITS * LENGTH)
    return "".join(_ALPHABET[(number >> _BITS * place) % 32] for place in reversed(range(LENGTH)))


def read_out(code: str) -> str:
    """A checksum in groups, as it is read out: "4F7K 2MQ0 9XRC"."""
    return " ".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))
