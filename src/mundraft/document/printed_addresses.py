"""Addresses that can be read on paper: a link behind a title leads nowhere once the document is printed."""

from __future__ import annotations

from collections.abc import Iterator

from mundraft.document.links import live_address
from mundraft.document.tree import Link, Origin, Run, Words


def with_printed_addresses(entry: Words) -> Words:
    """An entry of a resources list with its address at its end, where it stands behind other words.

    The address is the link then: what is exported as plain text would have it twice otherwise."""
    hidden = [one.url for one in entry if isinstance(one, Link) and not _is_address(one)]
    return (*_plain(entry), *_printed(hidden)) if hidden else entry


def _plain(entry: Words) -> Iterator[Run | Link]:
    for one in entry:
        yield one if isinstance(one, Run) or _is_address(one) else Run(one.text, one.origin, italic=one.italic)


def _printed(urls: list[str]) -> Iterator[Run | Link]:
    for url in dict.fromkeys(urls):
        yield Run(" ", Origin.LIBRARY)
        yield Link(url, url)


def _is_address(link: Link) -> bool:
    """Whether the words of a link are the address itself."""
    return live_address(link.text) == live_address(link.url)
