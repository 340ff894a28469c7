"""Templates, answers and papers from a seed: the same in every process, and few that a person would write."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from mundraft.document.tree import Cited, Origin
from mundraft.templating.leaf import Fragment, Leaf, record_of

#: Words that break careless programs: ends of lines, marks, quotation marks, other scripts, markup, hardly anything.
_WORDS = (
    "", " ", "\n", "Kenya", "to open a joint desk.", "“Children are not cargo.”", "the Netherlands", "should ban it",
    "In 2019", "one, two and three", "A first line\nand a second one", "A paragraph.\n\n\nAnother one.", "# of victims",
    "*not* **bold** _at_ all", "[a link](https://example.org)", "{{ answer }} {% if %}", "<b>&amp;</b> & \\ | `", "...",
    "e.g. the U.S.", "Łódź, Çanakkale", "e\u0301\u0323te\u0301", "港口的夜间噪声。", "ضجيج الموانئ في الليل",
    "\U0001f469\U0001f3fd\u200d\U0001f52c \U0001f1ec\U0001f1f2", "a\u00a0b\u2028c", "Is it so?", "(it is.)",
    "his 'own' words'", "UNICEF", "iPads", "3 of 4", "1. First\n2. Second", "- dash", "x" * 300, 'She said: "no."',
    "a; b", "Mr. Smith et al.", "0", "NO", "null", "~", "“a", "a”", "–", "to", "the", "I", "\u200b",
    "z" + "\u0301" * 40,
)  # fmt: skip
FILTERS_OF_TEMPLATES = (
    "at_start", "bare_verb", "bare_verbs", "capital", "cited", "clause", "clauses", "count", "first", "given",
    "in_sentence", "last", "mark", "number_word", "ordinal_word", "phrase", "possessive", "quoted", "rest", "sentence",
    "series", "verb", "words", "year",
)  # fmt: skip
#: What takes one value and prints; the others give lists or numbers.
_PRINTING = tuple(one for one in FILTERS_OF_TEMPLATES if one not in ("bare_verbs", "clauses", "count", "given", "rest"))
_SERIES = ("", '("or")', '(word="as well as")')
_TESTS = ("given", "one", "many", "odd", "even")
_ANSWERS = ("answer", "claim", "gap", "woven", "shown", "nought", "deed.did", "seat.name")
_LISTS = ("causes", "claims", "empty", "lone", "seats")
_RECORDS = ("seat", "deed")
_FIELDS = ("name", "article", "actor", "did", "cites", "formal")
_TEXTS = (
    "Some words ", ", and ", ". ", "\n\n", "\n", "  \n", "\n# A heading\n\n", "\n- ", "\n1. ", "**", "*", "\n> ", " (",
    ") ", "“", "” ", "the ", "[so](https://example.org) ", "\\", "!", "\n\n---\n\n", "\n## ", " ,", " .", "&nbsp;",
    "<i>", "\t",
)  # fmt: skip


def words(dice: random.Random) -> str:
    """Words of a delegate, of any kind: one or some of them."""
    return " ".join(dice.choice(_WORDS) for _ in range(dice.choice((1, 1, 1, 2, 3))))


def _cites(dice: random.Random) -> tuple[Cited, ...]:
    known = (Cited("a"), Cited("b", "p. 3"), Cited("a", "art. 5"), Cited("c", "para. 2"))
    return tuple(dice.choice(known) for _ in range(dice.choice((0, 0, 1, 2))))


def _leaf(dice: random.Random) -> Leaf:
    url = "https://example.org/x?y=1&z=2" if dice.random() < 0.1 else ""
    return Leaf(words(dice), dice.choice(list(Origin)), _cites(dice), dice.random() < 0.1, url)


def answers(dice: random.Random) -> dict[str, object]:
    """What a template is filled with: a value of each kind under the names that `template` knows."""

    def several(make: Callable[[random.Random], object]) -> tuple[object, ...]:
        return tuple(make(dice) for _ in range(dice.choice((0, 1, 2, 3, 5, 45))))

    def deed(_: random.Random) -> object:
        return record_of(actor=_leaf(dice), did=_leaf(dice), cites=Leaf("", Origin.TEMPLATE, _cites(dice)))

    def seat(_: random.Random) -> object:
        return record_of(name=_leaf(dice), article=dice.random() < 0.5, formal=words(dice))

    return {
        "answer": _leaf(dice),
        "claim": Leaf(words(dice), Origin.DELEGATE, (Cited("a"), Cited("b"))),
        "gap": Leaf("[your stance]", Origin.GAP) if dice.random() < 0.5 else None,
        "woven": Fragment((_leaf(dice), words(dice), _leaf(dice))),
        "shown": words(dice),
        "nought": None,
        "causes": several(_leaf),
        "claims": several(lambda _: Fragment((_leaf(dice), ", ", _leaf(dice)))),
        "empty": (),
        "lone": (_leaf(dice),),
        "seats": several(seat),
        "deeds": several(deed),
        "nested": (several(_leaf), several(_leaf)),
        "seat": seat(dice),
        "deed": deed(dice),
        "number": dice.choice((0, 1, 2, 7, 11, 112, -3)),
        "flag": dice.random() < 0.5,
        "variety": words(dice),
    }


class _Writing:
    """One template, written piece by piece. `slips` is how often something stands where it does not belong."""

    def __init__(self, dice: random.Random, slips: float) -> None:
        self.dice = dice
        self.slips = slips
        self.names: list[str] = []
        self.loops = 0

    def template(self) -> str:
        dice = self.dice
        macros = "".join(self._macro(number) for number in range(dice.choice((0, 1, 2))))
        parts = [self._lines(3)]
        for number in range(dice.choice((0, 1, 3))):
            parts.append(f"\n{{% block part{number} %}}{self._lines(4)}{{% endblock %}}\n")
        return macros + "".join(parts)

    def _macro(self, number: int) -> str:
        kept = self.names
        self.names = [*kept, "x", "y"]
        body = self._lines(2)
        self.names = kept
        takes = self.dice.choice(("x, y=''", "x, y=answer", "x='a', y=causes"))
        self.macros = number + 1
        return f"{{% macro m{number}({takes}) %}}{body}{{% endmacro %}}\n"

    macros = 0

    def _lines(self, most: int) -> str:
        kept = self.names
        made = "".join(self._line(most) for _ in range(self.dice.randint(1, most + 1)))
        self.names = kept
        return made

    def _line(self, most: int) -> str:
        kinds: list[tuple[int, Callable[[int], str]]] = [
            (6, lambda _: self.dice.choice(_TEXTS)),
            (8, lambda _: f"{{{{ {self._printed(2)} }}}}"),
        ]
        if most > 1:
            kinds += [(2, self._if), (2, self._for), (1, self._set)]
        made = self.dice.choices([make for _, make in kinds], [weight for weight, _ in kinds])[0]
        return made(most - 1)

    def _if(self, most: int) -> str:
        elif_ = f"{{% elif {self._asked(1)} %}}{self._lines(most)}" if self.dice.random() < 0.3 else ""
        otherwise = f"{{% else %}}{self._lines(most)}" if self.dice.random() < 0.5 else ""
        return f"{{% if {self._asked(2)} %}}{self._lines(most)}{elif_}{otherwise}{{% endif %}}"

    def _for(self, most: int) -> str:
        if self.loops > 2:
            return ""
        over = self._list(1) if self.dice.random() > self.slips else self._printed(1)
        kept, self.loops = self.names, self.loops + 1
        self.names = [*kept, f"e{self.loops}"]
        body, only = self._lines(most), f" if {self._asked(1)}" if self.dice.random() < 0.3 else ""
        turn = self.dice.choice(("", "{{ loop.index }}", "{% if not loop.last %}; {% endif %}", "{{ loop.previtem }}"))
        name, self.names, self.loops = self.names[-1], kept, self.loops - 1
        return f"{{% for {name} in {over}{only} %}}{body}{turn}{{% else %}}none{{% endfor %}}"

    def _set(self, most: int) -> str:
        name = f"s{len(self.names)}"
        made = (
            f"{{% set {name} = {self._printed(2)} %}}"
            if self.dice.random() < 0.5
            else f"{{% set {name} %}}{self._lines(most)}{{% endset %}}"
        )
        if not self.loops:
            self.names = [*self.names, name]
        return made

    def _printed(self, depth: int) -> str:
        """An expression that can be printed, but for slips."""
        dice = self.dice
        if dice.random() < self.slips:
            return dice.choice(("causes", "seat", "flag", "nobody", "answer.text", "deed.done", "causes[0].did"))
        if depth == 0 or dice.random() < 0.25:
            return self._name()
        inner = self._printed(depth - 1)
        return dice.choice(
            (
                lambda: f"{inner} | {dice.choice(_PRINTING)}",
                lambda: f"{inner} | {dice.choice(_PRINTING)} | {dice.choice(_PRINTING)}",
                lambda: f"({inner} ~ {self._text()} ~ {self._name()}) | sentence({self._name()})",
                lambda: f"{inner} ~ {self._name()} ~ {self._text()}",
                lambda: f"{self._list(1)} | series{dice.choice(_SERIES)}",
                lambda: f"{inner} if {self._asked(1)} else {self._name()}",
                lambda: f"{inner} or {self._name()}",
                lambda: f"vary({self._key()}, {self._text()}, {inner}, {self._text()})",
                lambda: f"vary({self._key()}, {self._text()}, {self._text()})",
                lambda: f"{self._number()} | {dice.choice(('number_word', 'ordinal_word'))}",
                lambda: f'{self._number()} | plural("one", {inner})',
                lambda: f"{dice.choice(('seat', 'seats | first'))} | {dice.choice(('in_sentence', 'at_start'))}",
                lambda: (
                    f"{dice.choice(_RECORDS)}.{dice.choice(_FIELDS)}" if dice.random() < self.slips else "seat.formal"
                ),
                lambda: self._call(inner),
                lambda: f"{dice.choice(_LISTS[:4])} | {dice.choice(('first', 'last'))}",
            )
        )()

    def _call(self, inner: str) -> str:
        if not self.macros:
            return inner
        given = self.dice.choice((inner, f"{inner}, {self._name()}", f"{inner}, y={self._list(1)}", f"x={inner}"))
        if self.dice.random() < self.slips:
            given = self.dice.choice(("", f"{inner}, 1, 2", "run=1", f"{inner}, x=2", "causes, value=1"))
        return f"m{self.dice.randrange(self.macros)}({given})"

    def _list(self, depth: int) -> str:
        named = self.dice.choice((*_LISTS, "deeds", "nested"))
        if depth == 0 or self.dice.random() < 0.5:
            return named
        return self.dice.choice(
            (
                f"{named} | {self.dice.choice(('given', 'rest', 'clauses', 'bare_verbs'))}",
                f"[{self._name()}, {self._name()}, {self._text()}]",
                f"({self._name()}, {self._name()}) | given",
            )
        )

    def _number(self) -> str:
        return self.dice.choice(("number", "causes | count", "(number + 1)", "3", "(number - (causes | count))"))

    def _key(self) -> str:
        return self.dice.choice(("answer", '"key"', "number", "loop.index" if self.loops else "2", "claim"))

    def _name(self) -> str:
        return self.dice.choice((*_ANSWERS, *self.names[-3:]))

    def _text(self) -> str:
        return '"' + self.dice.choice((" ", ", ", "so it is", ".", "”", "the ", "In 2020, ", "to ", "")) + '"'

    def _asked(self, depth: int) -> str:
        simple = self.dice.choice(
            (
                self._name(),
                self._list(0),
                "flag",
                f"{self._list(0)} is {self.dice.choice(_TESTS)}",
                f"{self._number()} {self.dice.choice(('>', '<', '==', '!=', '>='))} {self._number()}",
                f"{self._name()} {self.dice.choice(('==', '!='))} {self._text()}",
                f"{self._name()} in {self._list(0)}",
                "deed.actor",
            )
        )
        if depth == 0:
            return simple
        return self.dice.choice(
            (simple, f"not {simple}", f"{simple} {self.dice.choice(('and', 'or'))} {self._asked(depth - 1)}")
        )


def template(dice: random.Random) -> str:
    """The text of a template; one in three has something in it that does not belong there."""
    return _Writing(dice, dice.choice((0.0, 0.0, 0.02))).template()


def changed(value: Any, dice: random.Random, often: float) -> Any:
    """Plain values of a paper with some of its words replaced, some left out and some lists put in another order."""
    if isinstance(value, dict):
        kept = {key: one for key, one in value.items() if key in _KEPT or dice.random() > often / 4}
        return {key: one if key in _KEPT else changed(one, dice, often) for key, one in kept.items()}
    if isinstance(value, list):
        some = [changed(one, dice, often) for one in value if dice.random() > often / 3]
        return some if dice.random() > often else dice.sample(some, len(some))
    return words(dice) if dice.random() < often and isinstance(value, str) else value


#: What a file is no paper without.
_KEPT = frozenset(
    ("mundraft", "template", "page", "id", "ref", "source", "instrument", "type", "frame", "year", "issued")
)


def damaged(text: str, dice: random.Random) -> str:
    """The text of a file with a stretch of it doubled, cut out, or replaced by what does not belong there."""
    start = dice.randrange(len(text))
    end = min(len(text), start + dice.choice((0, 1, 3, 40)))
    between = dice.choice(
        ("", ":", "\n", "- ", "  ", "#", "'", '"', "|", ">-\n", "é", "\u2028", "\t", text[start:end] * 2)
    )
    return text[:start] + between + text[end:]
