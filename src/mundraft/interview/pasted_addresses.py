"""Addresses of web pages that were pasted into the words of an answer, where a source belongs that the answer cites."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"(?:https?://|\bwww\.)[^\s<>“”\"]+", re.IGNORECASE)
#: What ends a sentence or stands around the address, and is no part of it.
_AROUND = ".,;:!?…)]}'’"


def address_in(text: str) -> str:
    """The first address of a web page that stands in a text, as it is written there; "" where there is none."""
    found = _ADDRESS.search(text)
    if found is None:
        return ""
    address = found[0].rstrip(_AROUND)
    # "…/Coral_(animal)" has its own bracket
    return f"{address})" if address.count("(") > address.count(")") else address
