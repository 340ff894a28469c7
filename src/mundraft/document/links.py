"""Addresses of the web: the one place that decides which of them may be live in what is exported."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import SplitResult, quote, urlsplit

from mundraft.text.clean import clean

_SCHEME = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*:")
_BARE_HOST = re.compile(r"^(?:[\w-]+\.)+[^\W\d_]{2,}(?:[/?#]|$)")
_HOST = re.compile(r"^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?(?::\d{1,4})?$", re.IGNORECASE)
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HIDDEN = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# Word writes the address of a link into a field that it cuts off at this length.
_LONGEST = 2048


@lru_cache(maxsize=1024)
def live_address(url: str) -> str:
    """The address in the form in which it may be followed, or "" where it may not.

    Only http and https are live. A bare "www.unicef.org/child" is read as https. Spaces, quotation marks and every
    other character that RFC 3986 does not allow are percent-encoded, so that no exporter can be broken by them.
    """
    url = _HIDDEN.sub(lambda found: "%20" if found[0] == " " else "", clean(url).strip())
    if _BARE_HOST.match(url) and not _SCHEME.match(url):
        url = "https://" + url
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https"):
        return ""
    return _encoded(parts)


def site_of(url: str) -> str:
    """The site that an address leads to, as a reader says it: "unicef.org"; "" where the address is not live."""
    address = live_address(url)
    return (urlsplit(address).hostname or "").removeprefix("www.") if address else ""


def _encoded(parts: SplitResult) -> str:
    host = _ascii_host(parts.netloc.rpartition("@")[2])
    if not host:
        return ""
    path = _quoted(parts.path, "/")
    query = "?" + _quoted(parts.query, "/?") if parts.query else ""
    fragment = "#" + _quoted(parts.fragment, "/?") if parts.fragment else ""
    address = f"{parts.scheme.lower()}://{host}{path}{query}{fragment}"
    return address if len(address) <= _LONGEST else ""


def _ascii_host(host: str) -> str:
    """The host with its port, an international name in its ASCII form (RFC 3490); "" for what cannot be a host."""
    try:
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    return host if _HOST.match(host) else ""


def _quoted(text: str, also: str) -> str:
    # A "%" that begins no percent-encoding must be encoded itself, or the address would not be one.
    return quote(_LONE_PERCENT.sub("%25", text), safe="%:@!$&'()*+,;=~-._" + also)
