"""A teacher's reference document read for its looks: fonts, colours, spacing, the page, the picture in its header.

The document is a stranger's and hostile until it is checked. Nothing of it goes into a paper but plain values that make
sense, and a picture of which only what draws it is kept; whatever is left out is told, with the reason.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import Any

from mundraft.document.looks import LeftOut, Looks, LooksRead, TextLook
from mundraft.document.typography import BODY, HEADINGS
from mundraft.problems import UnreadableFile
from mundraft.word.looks_package import LARGEST_FILE, Reference, W
from mundraft.word.looks_page import Section
from mundraft.word.looks_sense import KINDS, contrast, sensible
from mundraft.word.looks_styles import Sheet
from mundraft.word.looks_theme import NO_THEME, Theme, theme_of
from mundraft.word.looks_words import page_in_words, picture_in_words, remarks_on, text_in_words

__all__ = ["LARGEST_FILE", "read_looks"]
_READABLE = 4.5
#: How many stretches of text are asked; formatting by hand shows in the first lines.
_MOST_RUNS = 5_000
_LETTERS = ("rFonts", "sz", "color")
_BY_HAND = LeftOut(
    "Letters that were formatted by hand",
    "only styles are read; in Word, select the text, right-click its style under Home, Styles, and choose "
    "“Update … to Match Selection”",
)
_BACKGROUND = LeftOut("The colour of the page", "papers are printed on white")
_TEXT = LeftOut("The text of the document", "a reference gives looks alone; the paper's words are the delegate's")


@lru_cache(maxsize=8)
def read_looks(data: bytes, file: str) -> LooksRead:
    """The looks of a reference document, what was taken, and what was left out and why. `file` names it in messages.

    Raises `UnreadableFile` (codes looks-… and archive-…) where it is no Word file or could do harm."""
    reference = Reference(data, file)
    document = reference.xml(reference.main)
    theme = _theme(reference)
    sheet = Sheet(_styles(reference), theme)
    kinds, taken, left_out = _kinds(sheet)
    section = Section(reference, document)
    picture, page, margin = section.picture(), section.page(), section.margin_cm()
    link = sheet.colour_of("hyperlink")
    if link and contrast(link) < _READABLE:
        left_out.append(LeftOut(f"Links: the colour {link}", "it is too pale to be read on white paper"))
        link = None
    looks = Looks(tuple(kinds.items()), link, page, margin, picture)
    others = [*section.left_out, *section.others(), *_of_document(document), *sheet.left_out, *reference.left_out]
    taken += [*page_in_words(looks), *picture_in_words(picture)]
    return LooksRead(looks, tuple(taken), tuple(dict.fromkeys([*left_out, *others])), tuple(remarks_on(looks)))


def _styles(reference: Reference) -> Any:
    name = reference.first_related(reference.main, "styles")
    if not name or reference.part(name) is None:
        what = "There are no styles in this file, so it says nothing of looks."
        raise reference.refused("looks-no-styles", what, "Open it in Word and save it from there.")
    return reference.xml(name)


def _theme(reference: Reference) -> Theme:
    """The theme; none where it is missing or broken, since styles that need none are still good."""
    name = reference.first_related(reference.main, "theme")
    if not name or reference.part(name) is None:
        return NO_THEME
    try:
        return theme_of(reference.xml(name))
    except UnreadableFile as error:
        if error.problems[0].code != "looks-broken":
            raise
        reference.left_out.append(LeftOut("The theme", "its part of the file is damaged"))
        return NO_THEME


def _kinds(sheet: Sheet) -> tuple[dict[str, TextLook], list[str], list[LeftOut]]:
    """The look of every kind of paragraph; those that no style sets have the font and the colour of the text."""
    found: dict[str, TextLook] = {}
    taken: list[str] = []
    left_out: list[LeftOut] = []
    body = TextLook()
    for kind in KINDS:
        said = sheet.look(*kind.names) or (sheet.default() if kind.style is BODY else None)
        if said is None:
            found[kind.style.style_id] = TextLook(font=body.font, colour=body.colour)
            continue
        look, doubts = sensible(kind, said)
        if kind.style is BODY:
            body = look
        found[kind.style.style_id] = look._replace(font=look.font or body.font)
        taken += text_in_words(kind, look, None if kind.style is BODY or kind.style in HEADINGS else body)
        left_out += doubts
    return found, taken, left_out


def _of_document(document: Any) -> list[LeftOut]:
    """What stands in the document and is no look."""
    found = (
        (any((one.text or "").strip() for one in islice(document.iter(f"{W}t"), _MOST_RUNS)), _TEXT),
        (
            any(
                one.find(f"{W}rPr/{W}{name}") is not None
                for one in islice(document.iter(f"{W}r"), _MOST_RUNS)
                for name in _LETTERS
            ),
            _BY_HAND,
        ),
        (document.find(f"{W}background") is not None, _BACKGROUND),
    )
    return [told for is_there, told in found if is_there]
