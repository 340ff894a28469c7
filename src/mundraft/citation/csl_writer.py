"""Sources as CSL-JSON, which every reference manager reads."""

from __future__ import annotations

import json
from collections.abc import Iterable

from mundraft.models.fields import plain
from mundraft.paper.model import Source
from mundraft.text.dates import date_parts

_DATES = ("issued", "accessed", "event-date", "original-date")


def csl_json(sources: Iterable[Source]) -> bytes:
    """The sources as a file of CSL-JSON, in their order; dates in parts, what is no date word for word."""
    data = [_as_data(source) for source in sources]
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _as_data(source: Source) -> dict[str, object]:
    data = plain(source)
    data = {"id": source.id, "type": source.type, **data}
    return {name: _date(value) if name in _DATES else value for name, value in data.items()}


def _date(written: str) -> dict[str, object]:
    parts = date_parts(written)
    return {"date-parts": [list(parts)]} if parts else {"literal": written}
