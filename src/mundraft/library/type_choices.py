"""What a conference's rules about type leave to the delegate: fonts, sizes and line spacings, the one in use first.

The rules are None where there is no conference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mundraft.document.layout import Layout

if TYPE_CHECKING:
    from mundraft.library.conference_rules import Type

_OWN = Layout()
#: Sizes are offered in steps of so much (points).
_STEP = 0.5


def fonts_open(rules: Type | None) -> tuple[str, ...]:
    """The fonts, the one that is used unless another is chosen first. Where any is allowed, the project's own alone."""
    return (rules.fonts if rules else ()) or (_OWN.font,)


def sizes_open(rules: Type | None) -> tuple[float, ...]:
    """The sizes in points: the project's own brought within the bounds, then the others between them."""
    smallest, largest = (rules.min_size_pt, rules.max_size_pt) if rules else (None, None)
    used = max(smallest or 0.0, min(_OWN.size_pt, largest or _OWN.size_pt))
    if smallest is None or largest is None:
        return (used,)
    steps = [smallest + _STEP * number for number in range(int((largest - smallest) / _STEP) + 1)]
    return (used, *(size for size in dict.fromkeys((*steps, largest)) if size != used))


def spacings_open(rules: Type | None) -> tuple[float, ...]:
    """The line spacings, as multiples of single."""
    return (rules.line_spacing if rules else ()) or (_OWN.line_spacing,)
