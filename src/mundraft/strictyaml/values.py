"""The plain values of a file in which nothing is wrong, read without the places of the nodes.

Places are only there to tell of a mistake, and to keep them is most of the time that reading takes. So a file is first
read here: by its lines where it stands in the form that this program writes (`own_form`), else by the parser's events
(`event_values`). Whatever is not plainly right gives None, and `parser` then reads the file again and judges it.
Nothing is refused here and nothing accepted that the parser would refuse: `tests/strictyaml/test_yaml_values.py` holds
the ways against each other.
"""

from __future__ import annotations

from typing import Any, Final

from mundraft.strictyaml.own_form import values_in_own_form
from mundraft.strictyaml.parser import MAX_NODES

#: But for one without words in a mapping of its own, every node takes a character: no shorter text holds too many.
_LONGEST: Final = MAX_NODES - 2


def values_in(text: str) -> dict[str, Any] | None:
    """What `nodes.plain_value` gives of a file's text; None where it has problems, or may have some."""
    if len(text) > _LONGEST:
        return None
    values = values_in_own_form(text)
    if values is not None:
        return values
    from mundraft.strictyaml.event_values import values_by_events

    return values_by_events(text)
