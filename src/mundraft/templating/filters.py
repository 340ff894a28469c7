"""What a template may name to do something with its values: every filter, every test, every function.

They are plain functions: to add one, write it in `weaving` (what answers become in sentences), in `in_lists` (lists
and numbers) or in `varying`, and name it here. What they ask of English alone is in `english`, what values hold in
`values`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mundraft.templating.in_lists import (
    count,
    first,
    given,
    is_even,
    is_given,
    is_many,
    is_odd,
    is_one,
    last,
    number_word,
    ordinal_word,
    plural,
    rest,
)
from mundraft.templating.varying import vary
from mundraft.templating.weaving import (
    at_start,
    bare_verb,
    bare_verbs,
    capital,
    cited,
    clause,
    clauses,
    in_sentence,
    mark,
    phrase,
    possessive,
    quoted,
    sentence,
    series,
    verb,
    words,
    year,
)

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
    "given": is_given,
    "one": is_one,
    "many": is_many,
    "odd": is_odd,
    "even": is_even,
}
#: Every function that a template may call.
FUNCTIONS: dict[str, Callable[..., Any]] = {"vary": vary}
