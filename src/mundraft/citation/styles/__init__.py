"""The styles by name. A style's module is imported when it is asked for."""

from __future__ import annotations

from importlib import import_module

from mundraft.citation.style import Style

#: Each style's name and what people call it, in the order in which they are offered.
STYLES = {
    "mla": "MLA, 9th edition",
    "apa": "APA, 7th edition",
    "chicago-notes": "Chicago, 17th edition: notes and bibliography",
    "chicago-author-date": "Chicago, 17th edition: author and date",
    "un-editorial": "United Nations Editorial Manual",
    "numbered": "Numbers in brackets",
    "plain-links": "Plain list of links",
}


class UnknownStyle(Exception):
    """No style has this name."""


def style(name: str) -> Style:
    """The style of this name. Raises `UnknownStyle`, which names those that there are."""
    if name not in STYLES:
        raise UnknownStyle(f"There is no citation style “{name}”. The styles are: {', '.join(STYLES)}.")
    found: Style = import_module(f"{__name__}.{name.replace('-', '_')}").STYLE
    return found
