"""The filters of templates: how answers are woven into sentences.

Each takes what a template holds (a leaf, a fragment, a record, a list) and gives a fragment or another such value, and
keeps with every word whose it is. Words that a filter adds (" and ", "'s", a full stop) are the template's. A filter
is the only thing that may change a character inside an answer, and each says here what it changes.

Filters are plain functions: to add one, write it here and name it in `FILTERS`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final

from mundraft.document.tree import Cited, Origin
from mundraft.templating import budget
from mundraft.templating.faults import Refused
from mundraft.templating.leaf import NOTHING, Fragment, Leaf, Nothing, Piece, Record, Value, merged, own

_LISTS: Final = (tuple, list)
_END_MARKS = ".!?…"
_CLOSERS = "\"'”’»"
_OPENERS = "\"'“‘«([*_"
#: First words that lose their capital inside a sentence: function words, never names, months or acronyms.
_LOWERED = frozenset(
    re.findall(
        r"\w+",
        """a an the it its there this that these those they their them we our he she his her in on at by for from with
        without within when where while whenever because since as if although though until unless after before during
        despite through to of under over among between against not no nobody nothing many most more some few fewer
        several all every each any both such only too other another one two three four five six seven eight nine ten
        children women girls boys men people families governments countries refugees victims""",
    )
)
#: Names that keep the capital of their "The" inside a sentence.
_KEEPS_THE = ("the hague", "the gambia")
#: Capitalised words that are plural in a name, and so take the bare apostrophe.
_PLURAL_NAMES = frozenset(
    re.findall(
        r"\w+",
        """bahamas comoros delegations emirates federations grenadines islands kingdoms maldives nations netherlands
        parties peoples philippines provinces republics seychelles states territories unions""",
    )
)
# Words whose full stop belongs to them and does not end a sentence, and how many characters they take at the most.
_LONGEST_ABBREVIATION = 30
_ABBREVIATION = re.compile(r"(?:\b\w\.){2,}$|\b(?:etc|et al|Inc|Ltd|Co|Jr|Sr)\.$")
#: The particle of an infinitive: sentences say "should", "asks … to" and the like themselves.
_TO = re.compile(r"\A\s*(?:to\s+)+(?=\S)", re.IGNORECASE)
#: What a sentence that says "should" or "to" itself does not need before the verb of an answer.
_MODAL = re.compile(r"\A\s*(?:(?:should|shall|will|would|must|ought\s+to|to)\s+)+(?=\S)", re.IGNORECASE)
_IN = re.compile(r"\A\s*in\s+(?=\S)", re.IGNORECASE)
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def pieces_of(value: object) -> tuple[Piece, ...]:
    """The pieces that a value prints. A string or a number written in the template is the template's own word.

    Raises `Refused` for what cannot be printed: a list, a record, a yes or no."""
    if isinstance(value, Fragment):
        return value.pieces
    if isinstance(value, Leaf):
        return (value,)
    if isinstance(value, str):
        return (own(value),)
    if value is None or isinstance(value, Nothing):
        return (own(""),)
    if isinstance(value, int) and not isinstance(value, bool):
        return (own(str(value)),)
    raise Refused("template-cannot-print", *_why_not_printed(value))


def _why_not_printed(value: object) -> tuple[str, str]:
    if isinstance(value, bool):
        return "This is a yes or a no, and cannot be printed.", "Ask for it with {% if … %}."
    if isinstance(value, Record):
        return "This has parts, and cannot be printed whole.", f"Print one of them: {', '.join(value.keys()[:8])}."
    if isinstance(value, tuple | list):
        return "This is a list, and cannot be printed whole.", "Write `| series`, or loop over it with {% for … %}."
    return "This cannot be printed.", "Print an answer, or the result of a filter or a macro."


def items_of(value: object) -> tuple[Any, ...]:
    """The entries of a list, without those that are empty; one answer alone counts as a list of one."""
    if isinstance(value, _LISTS):
        return tuple(item for item in value if item or (isinstance(item, int) and not isinstance(item, bool)))
    return (value,) if value else ()


def cites_of(value: object) -> tuple[Cited, ...]:
    """Every citation that a value carries, anywhere inside it, each once."""
    used = budget.current()
    if isinstance(value, Leaf):
        used.tick()
        return merged(value.cites) if value.cites else ()
    found: list[Cited] = []
    _gather_cites(value, found, used)
    return merged(found) if found else ()


def _gather_cites(value: object, found: list[Cited], used: budget.Run) -> None:
    used.tick()  # lists of the same lists can be made to hold more entries than there are atoms
    if isinstance(value, Leaf):
        found.extend(value.cites)
    elif isinstance(value, Fragment):
        used.tick(len(value.pieces))
        for piece in value.pieces:
            if isinstance(piece, Leaf):
                found.extend(piece.cites)
    elif isinstance(value, _LISTS):
        for item in value:
            _gather_cites(item, found, used)
    elif isinstance(value, Record):
        for item in value.values():
            _gather_cites(item, found, used)


def text_of(value: object) -> str:
    """The words of a value, joined: for looking at, never for printing."""
    return value if isinstance(value, str) else "".join([_text(piece) for piece in pieces_of(value)])


def _text(piece: Piece) -> str:
    return piece if isinstance(piece, str) else piece.text


def _with_text(piece: Piece, text: str) -> Piece:
    return text if isinstance(piece, str) else piece.saying(text)


def _shows(piece: Piece) -> bool:
    text = _text(piece)
    return bool(text) and not text.isspace()


def _mark(cites: Iterable[Cited]) -> tuple[Piece, ...]:
    found = merged(cites)
    return (Leaf("", Origin.LIBRARY, found),) if found else ()


def words(value: Value) -> Fragment:
    """The words without their citation marks."""
    pieces = pieces_of(value)
    for piece in pieces:
        if isinstance(piece, Leaf) and piece.cites:
            return Fragment(tuple([p if isinstance(p, str) else p.uncited() for p in pieces]))
    return value if isinstance(value, Fragment) else Fragment(pieces)


def mark(value: Value, *more: Value) -> Fragment:
    """The citation marks alone, of one value or of many, as one mark in which each citation stands once."""
    return Fragment(_mark(cites_of((value, *more))))


def cited(value: Value, *more: Value) -> Fragment:
    """The words, then one citation mark for them and for everything else that is given."""
    return Fragment((*words(value).pieces, *_mark(cites_of((value, *more))))) if value else Fragment()


def capital(value: Value) -> Fragment:
    """The first letter a capital, past an opening quotation mark or bracket."""
    return _first_word_changed(value, _capitalised)


def _capitalised(text: str) -> str:
    at = _first_letter(text)
    upper = text[at : at + 1].upper()
    return text[:at] + upper + text[at + 1 :] if len(upper) == 1 else text


def _first_letter(text: str) -> int:
    return len(text) - len(text.lstrip(_OPENERS + " \t\n"))


def _first_word_changed(value: Value, change: Callable[[str], str]) -> Fragment:
    pieces = list(pieces_of(value))
    for index, piece in enumerate(pieces):
        if _shows(piece):
            pieces[index] = _with_text(piece, change(_text(piece)))
            break
    return Fragment(tuple(pieces))


def _lowered(text: str) -> str:
    at = _first_letter(text)
    word = re.match(r"\w+", text[at:])
    if (
        word is None
        or word[0].lower() not in _LOWERED
        or not word[0][:1].isupper()
        or word[0][1:] != word[0][1:].lower()
    ):
        return text
    if text[at:].lower().startswith(_KEEPS_THE) or (word[0] == "States" and text[at:].startswith("States Part")):
        return text
    return text[:at] + text[at].lower() + text[at + 1 :]


def ends_in_abbreviation(text: str) -> bool:
    """Whether the full stop at the end of a text belongs to its last word, as in "the U.S."; only its end is read."""
    return text.endswith(".") and bool(_ABBREVIATION.search(text, max(0, len(text) - _LONGEST_ABBREVIATION)))


def _end_split(text: str) -> tuple[str, str]:
    """A text without its end mark, and the end mark; closing quotation marks after it stay with the mark."""
    stripped = text.rstrip()
    inner = stripped.rstrip(_CLOSERS)
    body = inner.rstrip(_END_MARKS)
    if body == inner:
        return stripped, ""
    if inner != stripped:
        return stripped, stripped[len(inner) :]
    if ends_in_abbreviation(inner):
        return inner, ""
    end = inner[len(body) :]
    return body.rstrip(), "." if end == ".." else end


def _without_end(pieces: tuple[Piece, ...]) -> tuple[tuple[Piece, ...], Piece | None]:
    """Pieces without the end mark of the last that shows, and the end mark as a piece of the same author."""
    kept = list(pieces)
    for index in range(len(kept) - 1, -1, -1):
        if not _shows(kept[index]):
            continue
        body, end = _end_split(_text(kept[index]))
        if end and end[0] in _CLOSERS:
            return tuple(kept), ""
        kept[index] = _with_text(kept[index], body)
        return tuple(kept), _end_piece(kept[index], end) if end else None
    return tuple(kept), None


def _end_piece(of: Piece, end: str) -> Piece:
    return end if isinstance(of, str) else Leaf(end, of.origin, italic=of.italic)


def sentence(value: Value, *more: Value) -> Fragment:
    """A whole sentence: first letter a capital, one end mark, and the citation marks before it, in one.

    The citations of further values are taken in: `(a.actor ~ " " ~ a.did) | sentence(a)`."""
    if not value:
        return Fragment()
    pieces, end = _without_end(capital(words(value)).pieces)
    stop: Piece = own(".") if end is None else end
    return Fragment((*pieces, *_mark(cites_of((value, *more))), stop))


def clause(value: Value) -> Fragment:
    """Words to stand inside a sentence: no end mark, and no capital on a first word that is plainly not a name."""
    if not value:
        return Fragment()
    pieces, _ = _without_end(_first_word_changed(words(value), _lowered).pieces)
    return Fragment((*_trimmed(pieces), *_mark(cites_of(value))))


def _trimmed(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Pieces without a comma, semicolon or colon left hanging at their end."""
    kept = list(pieces)
    for index in range(len(kept) - 1, -1, -1):
        if _shows(kept[index]):
            kept[index] = _with_text(kept[index], _text(kept[index]).rstrip(" ,;:"))
            break
    return tuple(kept)


def phrase(value: Value) -> Fragment:
    """Words as they stand, without an end mark: the capital, if there is one, is kept."""
    if not value:
        return Fragment()
    pieces, _ = _without_end(words(value).pieces)
    return Fragment((*_trimmed(pieces), *_mark(cites_of(value))))


def clauses(values: Value) -> tuple[Fragment, ...]:
    """Each entry of a list as a `clause`: for a series inside a sentence."""
    return tuple(clause(item) for item in items_of(values))


def verb(value: Value) -> Fragment:
    """A verb phrase inside a sentence: no end mark, no "to" before the verb, and no capital on its first word unless it
    is all capitals."""
    return _first_word_changed(clause(value), _bare_verb) if value else Fragment()


def bare_verb(value: Value) -> Fragment:
    """A verb phrase after the template's own "should" or "to": as `verb`, and also without a "should", "will", "would"
    or "must" before the verb. After a name, as in "Kenya will …", use `verb`, or the verb loses its form."""
    return _first_word_changed(clause(value), _without_modal) if value else Fragment()


def bare_verbs(values: Value) -> tuple[Fragment, ...]:
    """Each entry of a list as a `bare_verb`: for a series after one "to" or "can"."""
    return tuple(bare_verb(item) for item in items_of(values))


def _without_modal(text: str) -> str:
    return _bare_verb(_MODAL.sub("", text))


def year(value: Value) -> Fragment:
    """A year after the template's own "in": without an "in" before it, and without an end mark."""
    return _first_word_changed(phrase(value), _without_in) if value else Fragment()


def _without_in(text: str) -> str:
    return _IN.sub("", text)


def _bare_verb(text: str) -> str:
    text = _TO.sub("", text)
    word = re.match(r"[^\W\d_]+", text)
    plain = word is not None and word[0] == word[0].capitalize()
    return text[:1].lower() + text[1:] if plain else text


def series(values: Value, word: str | Leaf = "and") -> Fragment:
    """A, B and C: entries joined by commas, or by semicolons when one of them holds a comma. End marks are dropped.

    `word` is "and" or "or"; a single answer is a series of one."""
    entries = [phrase(item) for item in items_of(values)]
    link = word if isinstance(word, str) else word.text
    comma = ";" if len(entries) > 1 and any("," in text_of(entry) for entry in entries) else ","
    before_last = f" {link} " if comma == "," else f"; {link} "
    pieces: list[Piece] = []
    for index, entry in enumerate(entries):
        if index:
            pieces.append(own(before_last if index == len(entries) - 1 else f"{comma} "))
        pieces.extend(entry.pieces)
    return Fragment(tuple(pieces))


def quoted(value: Value) -> Fragment:
    """Exact words of someone else in quotation marks, their origin QUOTED, then their citation mark.

    Quotation marks that were typed around the whole are replaced, not doubled."""
    if not value:
        return Fragment()
    inside = tuple(
        replace(piece, text=_unquoted(piece.text), origin=Origin.QUOTED, cites=()) if isinstance(piece, Leaf) else piece
        for piece in pieces_of(value)
    )
    opening, closing = own("“"), own("”")
    return Fragment((opening, *inside, closing, *_mark(cites_of(value))))


def _unquoted(text: str) -> str:
    stripped = text.strip()
    for opening, closing in ("“”", '""', '"”', '“"', "„“", "‘’", "''", "«»"):
        inside = stripped[1:-1]
        if len(stripped) > 2 and stripped[0] == opening and stripped[-1] == closing and opening not in inside:
            return inside
    return text


def possessive(value: Value) -> Fragment:
    """Whose: Mexico’s, the Philippines’, Cyprus’s, the boys’."""
    if not value:
        return Fragment()
    last_word = (re.findall(r"\w+", text_of(value)) or [""])[-1]
    plural_in_s = last_word.lower() in _PLURAL_NAMES or (last_word.endswith("s") and last_word[:1].islower())
    return Fragment((*words(value).pieces, own("’" if plural_in_s else "’s"), *_mark(cites_of(value))))


def first(values: Value) -> Any:
    """The first entry of a list."""
    entries = items_of(values)
    return entries[0] if entries else NOTHING


def last(values: Value) -> Any:
    """The last entry of a list."""
    entries = items_of(values)
    return entries[-1] if entries else NOTHING


def rest(values: Value) -> tuple[Any, ...]:
    """A list without its first entry."""
    return items_of(values)[1:]


def given(values: Value) -> tuple[Any, ...]:
    """A list without its empty entries."""
    return items_of(values)


def count(values: Value) -> int:
    """How many entries of a list are not empty."""
    return len(items_of(values))


def number_word(value: Value) -> str:
    """One to ten in letters, more in figures; of a list, how many there are."""
    number = _number(value)
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def ordinal_word(value: Value) -> str:
    """First to tenth; of a number above, the figure with its ending (11th, 22nd)."""
    number = _number(value)
    if 0 < number < len(_ORDINALS):
        return _ORDINALS[number]
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def plural(values: Value, one: Value, many: Value) -> Value:
    """The first wording for one, the second for none or many; of a number or of a list."""
    return one if _number(values) == 1 else many


def _number(value: object) -> int:
    return value if isinstance(value, int) else count(value)  # type: ignore[arg-type]


def in_sentence(value: Value) -> Fragment:
    """A name inside a sentence: "the Netherlands", "Mexico". A record has a `name`, and says if it has an `article`."""
    if isinstance(value, Record):
        return Fragment((*_article(value, "the "), *pieces_of(value["name"])))
    return _first_word_changed(value, _lowered_the)


def at_start(value: Value) -> Fragment:
    """A name at the start of a sentence: "The Netherlands", "Mexico"."""
    if isinstance(value, Record):
        return Fragment((*_article(value, "The "), *pieces_of(value["name"])))
    return capital(value)


def _article(name: Record, article: str) -> tuple[Piece, ...]:
    if "name" not in name:
        raise Refused("template-wrong-kind", "This is not a name.", "Use the filter on the seat, or on words.")
    takes_one = "article" in name and bool(name["article"]) and bool(name["name"])
    return (own(article),) if takes_one else ()


def _lowered_the(text: str) -> str:
    takes_the = text.startswith("The ") and not text.lower().startswith(_KEEPS_THE)
    return "t" + text[1:] if takes_the else text


def vary(key: Value | str, *wordings: Value | str) -> Value | str:
    """One of several wordings of the template, so that papers differ while one paper stays as it is.

    A key that is a word chooses by itself; a key that is a number (`loop.index`) takes the wordings in turn, so that
    neighbours never begin alike. The paper's own seed, `variety` in the context, shifts both."""
    if not wordings:
        raise Refused("template-wrong-kind", "`vary` has no wordings to choose from.", 'Write vary("key", "a", "b").')
    turn = key if isinstance(key, int) else 0
    said = "" if isinstance(key, int) else text_of(key)
    start = _start_for("\x1f".join((budget.current().variety, said, *map(text_of, wordings))))
    return wordings[(start + turn) % len(wordings)]


@lru_cache(maxsize=1024)
def _start_for(seed: str) -> int:
    return int.from_bytes(hashlib.sha256(seed.encode("utf-8", "surrogatepass")).digest()[:6], "big")


def _is_given(value: object) -> bool:
    return bool(value)


def _is_one(value: object) -> bool:
    return _number(value) == 1


def _is_many(value: object) -> bool:
    return _number(value) > 1


def _is_odd(value: object) -> bool:
    return _number(value) % 2 == 1


def _is_even(value: object) -> bool:
    return _number(value) % 2 == 0


#: Every filter that a template may name.
FILTERS: dict[str, Callable[..., Any]] = {
    function.__name__: function
    for function in (
        at_start,
        bare_verb,
        capital,
        cited,
        clause,
        clauses,
        bare_verbs,
        count,
        first,
        given,
        in_sentence,
        last,
        mark,
        number_word,
        ordinal_word,
        phrase,
        plural,
        possessive,
        quoted,
        rest,
        sentence,
        series,
        verb,
        words,
        year,
    )
}
#: Every test that a template may name: `{% if causes is many %}`.
TESTS: dict[str, Callable[..., bool]] = {
    "given": _is_given,
    "one": _is_one,
    "many": _is_many,
    "odd": _is_odd,
    "even": _is_even,
}
#: Every function that a template may call.
FUNCTIONS: dict[str, Callable[..., Any]] = {"vary": vary}
