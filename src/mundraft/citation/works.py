"""What a source says, read the way the styles ask for it: kinds of works, and fields with their stand-ins."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property, lru_cache

from mundraft.citation import titles
from mundraft.citation.names import people
from mundraft.citation.pieces import NOTHING, italic, one_line, words
from mundraft.citation.style import Work
from mundraft.document.links import live_address
from mundraft.document.tree import Inlines, Link, Origin, Run
from mundraft.paper.model import Source

#: Parts of something that appears again and again (CSL-JSON 1.0.2 types): issues and volumes, no publisher.
SERIAL = frozenset(
    {"article-journal", "article-magazine", "article-newspaper", "periodical", "post-weblog", "review", "review-book"}
)
#: Serial or not, by whether a volume with an editor holds them.
_EITHER = frozenset({"interview", "paper-conference"})
#: What lawyers cite by their own rules.
LEGAL = frozenset({"bill", "hearing", "legal_case", "legislation", "regulation", "treaty"})
#: Shown where a source says neither who nor what.
TITLE_MISSING: Inlines = (Run("[title missing]", Origin.GAP),)


class Fields:
    """One work, its fields cleaned and read once."""

    def __init__(self, work: Work) -> None:
        self.source: Source = work.source
        self.origin: Origin = work.origin
        self.id = work.source.id
        self.type = one_line(work.source.type)
        # What every style asks of every work is read at once: to keep it for later costs more than reading it.
        self.authors = people(work.source.author)
        self.editors = people(work.source.editor)
        self.translators = people(work.source.translator)
        self.directors = people(work.source.director)
        self.interviewers = people(work.source.interviewer)
        self.title = typographic(one_line(work.source.title))
        self.container = typographic(one_line(work.source.container_title))
        is_issue = self.type in SERIAL and not work.source.issue.strip()
        self.number = "" if is_issue else one_line(work.source.number)

    @property
    def is_serial(self) -> bool:
        return self.type in SERIAL or (self.type in _EITHER and not self.editors)

    @property
    def is_legal(self) -> bool:
        return self.type in LEGAL

    @cached_property
    def issue(self) -> str:
        if self.source.issue.strip():
            return one_line(self.source.issue)
        return one_line(self.source.number) if self.type in SERIAL else ""

    @cached_property
    def pages(self) -> str:
        return re.sub(r"(?<=\w)\s*[-–—]+\s*(?=\w)", "–", one_line(self.source.page))

    @cached_property
    def short_title(self) -> str:
        return typographic(one_line(self.source.title_short)) or self.title

    @property
    def gap(self) -> Inlines:
        """The mark of what is missing, where nothing names the work: nobody, no title, no symbol, no kind."""
        people = self.authors or self.editors or self.translators or self.directors
        return () if people or self.title or self.number or self.source.genre.strip() else TITLE_MISSING

    @cached_property
    def address(self) -> str:
        """Where the work can be read: its DOI as an address, or its link; "" where it has none that may be live."""
        return doi_address(self.source.doi) or live_address(self.source.url)

    def say(self, text: str) -> Inlines:
        """The source's own words."""
        return words(text, self.origin) if text else NOTHING

    def headline(self, title: str) -> Inlines:
        """A title of the source, in headline style where it is English."""
        return self.say(titles.headline(title) if title and titles.is_english(self.source) else title)

    def italic_headline(self, title: str) -> Inlines:
        return italic(self.headline(title))

    def link(self) -> Inlines:
        """The address, printed and live; an address that may not be live is printed as it was typed."""
        if self.address:
            return (Link(printed_address(self), self.address),)
        return self.say(self.source.url)


def printed_address(fields: Fields) -> str:
    """The address as its reader types it: what was typed, where that is it already."""
    if doi_address(fields.source.doi):
        return fields.address
    typed = one_line(fields.source.url)
    return typed if typed.casefold().startswith(("http://", "https://")) else fields.address


def doi_address(doi: str) -> str:
    """A DOI as an address: "10.1000/1", "doi:10.1000/1" and "https://doi.org/10.1000/1" are the same."""
    if not doi:
        return ""
    bare = re.sub(r"^(?:doi:|https?://(?:dx\.)?doi\.org/|(?:dx\.)?doi\.org/)\s*", "", doi.strip(), flags=re.IGNORECASE)
    return live_address(f"https://doi.org/{bare}") if bare.startswith("10.") else ""


def typographic(text: str) -> str:
    """Straight quotation marks as curly ones; an apostrophe as one."""
    if '"' in text:
        text = re.sub(r'(?:(?<=^)|(?<=[\s(\[—–“‘]))"', "“", text).replace('"', "”")
    if "'" in text:
        text = re.sub(r"(?:(?<=^)|(?<=[\s(\[—–“]))'(?!\d)", "‘", text).replace("'", "’")
    return text


def is_numeric(text: str) -> bool:
    """True for numbers as CSL 1.0.2 counts them: "2", "2nd", "12–14", "IV" not."""
    parts = [part for part in re.split(r"\s*[-–,&]\s*", text.strip()) if part] if text else []
    return bool(parts) and all(re.fullmatch(r"[A-Za-z]{0,2}\d+[A-Za-z]{0,2}", part) for part in parts)


def ordinal(number: str) -> str:
    """That is: "2" as "2nd"; what is no bare number stays."""
    if not re.fullmatch(r"[0-9]{1,4}", number):
        return number
    ending = "th" if 10 <= int(number) % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(int(number) % 10, "th")
    return number + ending


@lru_cache(maxsize=1024)
def sorting_key(text: str) -> str:
    """What lists are sorted by, word by word: letters and digits alone count, without accents."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(letter for letter in letters if letter.isalnum() or letter == " ").split())
