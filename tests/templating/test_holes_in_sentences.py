"""An answer that need not be given, printed inside a sentence, is told; asked for in any way, it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from mundraft.compose.checking.whole import template_problems
from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.search_path import Library
from mundraft.problems import Problem

TEMPLATE = """\
extends: classic
name: Riverside
add:
  - after: partners
    question:
      id: offer
      ask: What could your country bring to the others?
      help: A few words without a full stop, such as a ship or a map.
      kind: noun_phrase
"""

#: What these templates may be told of; that a macro calls itself without end shows when they are filled.
_CODES = ("template-hole", "template-branch-unreached", "template-too-deep")


def told(folder: Path, block: str, macros: str = "", name: str = "cooperation") -> list[Problem]:
    """What is told of holes where a template prints this in a block behind what the classic one prints."""
    here = folder / "templates" / "river"
    here.mkdir(parents=True)
    (here / "template.yaml").write_text(TEMPLATE, "utf-8")
    printed = "{% if offer %}{{ offer | clause }}{% endif %}"
    text = f'{{% extends "classic" %}}\n{macros}{{% block {name} %}}\n{{{{ super() }}}}\n{block}\n{printed}\n'
    (here / "paper.md.j2").write_text(text + "{% endblock %}\n", "utf-8")
    library = Library((Folder(folder, Tier.GIVEN), Folder(shipped_folder(), Tier.SHIPPED)))
    found = template_problems(library.template("river"))
    assert not [one for one in found if one.code not in _CODES], found
    return [one for one in found if one.code == "template-hole"]


@pytest.mark.parametrize(
    ("block", "name"),
    [
        ("{{ seat | in_sentence }} speaks with {{ partners | clauses | series }} for those who wait.", "partners"),
        ("It speaks with\n{{ partners | clauses | series }}\nfor those who wait.", "partners"),
        ("{{ partners | clauses | series | capital }} will help.", "partners"),
        ("It could bring {{ offer | clause }}{{ offer | mark }}.", "offer"),
        ("It trusts its friends ({{ partners | clauses | series }}).", "partners"),
        ('{{ ("it works with " ~ (partners | clauses | series)) | sentence }}', "partners"),
        ('{{ vary("x", "so be it", "it works with " ~ (partners | series)) | sentence }}', "partners"),
        ("{% set them = partners | clauses | series %}\nIt works with {{ them }}.", "them"),
        ("{% if cooperation %}\nIt works with {{ partners | series }}.\n{% endif %}", "partners"),
        ("{% if partners or offer %}\nIt works with {{ partners | series }}.\n{% endif %}", "partners"),
        ("{% if not partners %}\nIt works with {{ partners | series }}.\n{% endif %}", "partners"),
        ("{% if partners or offer %}\nSo.\n{% else %}\nIt asks {{ partners | series }}.\n{% endif %}", "partners"),
        (
            "{% if not partners and not offer %}\nNo.\n{% else %}\nIt asks {{ partners | series }}.\n{% endif %}",
            "partners",
        ),
        ("{% if not (partners and offer) %}\nIt asks {{ partners | series }}.\n{% endif %}", "partners"),
        ("{% for one in solutions %}\nThe money comes from {{ one.funding | clause }}.\n{% endfor %}", "one.funding"),
        ("{% set one = quotations | last %}\nSo says {{ one.speaker | clause }} today.", "one.speaker"),
    ],
)
def test_an_answer_that_may_be_missing_inside_a_sentence_is_told_at_its_line(
    block: str, name: str, tmp_path: Path
) -> None:
    (one,) = told(tmp_path, block)
    lines = block.splitlines()
    at = next(number for number, line in enumerate(lines) if name in line and "{{" in line)
    assert one.place is not None
    assert one.place.line == 4 + at
    assert f"`{name}` need not be answered" in one.what
    assert f"{{% if {name} %}}" in one.next_step


@pytest.mark.parametrize(
    "block",
    [
        "{% if partners %}\nIt works with {{ partners | clauses | series }}.\n{% endif %}",
        "It works{{ ' with ' ~ (partners | clauses | series) if partners }}.",
        "It works with {{ (partners | clauses | series) if partners else 'others' }}.",
        "It works with {{ offer or 'others' }}.",
        "{% if not partners %}\nIt works alone.\n{% else %}\nIt works with {{ partners | series }}.\n{% endif %}",
        "{% if not partners or not offer %}\nNo.\n{% else %}\nIt asks {{ partners | series }} to wait.\n{% endif %}",
        "{% if not (not partners or not offer) %}\nIt asks {{ partners | series }} to wait.\n{% endif %}",
        "{% if partners | count > 1 %}\nIt works with {{ partners | series }}.\n{% endif %}",
        "{% if partners and offer %}\nFor {{ offer | clause }} it works with {{ partners | series }}.\n{% endif %}",
        "{% set known = partners and seat.it %}\n{% if known %}\nIt works with {{ partners | series }}.\n{% endif %}",
        "{% set them = partners | series %}\n{% if partners %}\nIt works with {{ them }}.\n{% endif %}",
        "{% set said = 'it asks ' ~ (partners | series) %}\n{% if partners %}\n{{ said | sentence }}\n{% endif %}",
        "{% set them = partners | series if partners else 'all' %}\nIt works with {{ them }}.",
        "{% for one in partners %}\nIt works with {{ one | clause }}, as with {{ partners | series }}.\n{% endfor %}",
        "{% for one in solutions if one.funding %}\nThe money is {{ one.funding | clause }}.\n{% endfor %}",
        "{% for a in solutions %}\n{% if a.timeline_is_year %}\nBy {{ a.timeline }}.\n{% endif %}\n{% endfor %}",
        "It asks {{ affected | clauses | series }} to wait.",
        "{{ hook | sentence }} It begins {{ partners | plural('alone', 'with others') }}.",
        "## Partners\n\nFriends: {{ partners | series }}",
        "- {{ offer | clause }}\n- {{ partners | series }}",
        "{{ cooperation | sentence }}\nso it goes on.",
    ],
)
def test_an_answer_that_is_asked_for_or_stands_alone_is_not_told(block: str, tmp_path: Path) -> None:
    assert not told(tmp_path, block)


MACRO = "{% macro work(them) %}\nIt works with {{ them | series }}.\n{% endmacro %}\n"


def test_a_macro_of_the_template_is_followed_with_what_it_is_given(tmp_path: Path) -> None:
    (one,) = told(tmp_path, "{{ work(partners) }}", MACRO)
    assert one.place is not None
    assert one.place.line == 3


def test_macros_are_followed_through_macros(tmp_path: Path) -> None:
    through = "".join(
        f"{{% macro m{one}(them) %}}{{{{ {called}(them) }}}}{{% endmacro %}}\n"
        for one, called in enumerate(["work", "m0", "m1", "m2", "m3"])
    )
    (one,) = told(tmp_path, "{{ m4(partners) }}", MACRO + through)
    assert one.place is not None
    assert one.place.line == 3


def test_a_macro_that_calls_itself_is_followed_for_a_while_and_told_once(tmp_path: Path) -> None:
    again = MACRO.replace("{% endmacro", "{{ work(them) }}{% endmacro")
    (one,) = told(tmp_path, "{{ work(partners) }}", again)
    assert one.place is not None
    assert one.place.line == 3


@pytest.mark.parametrize("call", ["{{ work(affected) }}", "{{ work(partners) if partners }}"])
def test_a_macro_that_is_given_what_is_there_leaves_no_hole(call: str, tmp_path: Path) -> None:
    assert not told(tmp_path, call, MACRO)


@pytest.mark.parametrize(
    "path", sorted((shipped_folder() / "templates").glob("*/paper.md.j2")), ids=lambda p: p.parent.name
)
def test_no_template_that_ships_has_a_hole(path: Path) -> None:
    library = Library((Folder(shipped_folder(), Tier.SHIPPED),))
    assert not [one for one in template_problems(library.template(path.parent.name)) if one.code == "template-hole"]
