"""Every slip of a teacher's keyboard is one message, at its line, that says what to write instead."""

from __future__ import annotations

import pytest
from library_files import country_file, instrument_file

from mundraft.library.folders import Shelf
from mundraft.problems import UnreadableFile

CORRECTION = """\
mundraft-country: 1
treaties:
  - instrument: ct
    consent: 2019-02-03
    consent_kind: accession
    source: page
sources:
  page:
    title: The depositary's page
    as_of: 2026-10-15
"""

SLIPS = {
    "a day that is not": ("2019-02-03", "2019-02-30", 4, "no such date", "Look the date up"),
    "the day first": ("2019-02-03", "30/02/2019", 4, "a date is written", "Write it like this: 2019-02-28"),
    "digits left out": ("2019-02-03", "2019-2-3", 4, "a date is written", "Write it like this: 2019-02-03"),
    "quotes of a word processor": ("2019-02-03", "“2019-02-03”", 4, "a date is written", "Write it like this"),
    "an id in capitals": ("instrument: ct", "instrument: CT", 3, '"CT" is not written as an id', "small letters"),
    "a title for an id": ("instrument: ct", "instrument: Test Convention", 3, "not written as an id", "list"),
    "a source misspelt": ("source: page", "source: pgae", 6, "'pgae' is not among the sources", "Did you mean page?"),
    "a day and stands": ("consent_kind: accession", "stands: party", 5, "a day for this already", "Leave out `stands`"),
    "no act": ("    consent: 2019-02-03\n", "", 3, "does not say what the country did", "`stands: party`"),
    "a wrong choice": ("consent_kind: accession", "consent_kind: yes", 5, 'cannot be "yes"', "ratification, accession"),
    "a code in small letters": ("treaties:", "codes:\n  iso2: fr\ntreaties:", 3, '"fr" is no such code', "capital"),
    "a number too short": ("treaties:", "codes:\n  m49: 36\ntreaties:", 3, '"36" is no such code', "three digits"),
    "no name left": ("treaties:", 'names:\n  short: ""\ntreaties:', 3, "cannot be empty", "leave the whole line out"),
    "a name of two lines": ("treaties:", 'names:\n  formal: "A\\nB"\ntreaties:', 3, "must be one line", "line breaks"),
    "a name turned round": ("treaties:", "names:\n  formal: a\u202eb\ntreaties:", 3, "turns the direction", "type it"),
    "a page for a name": ("treaties:", f"names:\n  formal: {'A' * 501}\ntreaties:", 3, "500 characters", "`note`"),
    "a fact that is none": ("treaties:", "by_hand:\n  - names.colour\ntreaties:", 3, "no colour", "adjective"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_in_a_correction_is_one_message_at_its_line(write, over, slip):
    right, wrong, line, told, next_step = SLIPS[slip]
    assert right in CORRECTION
    write("shipped", "country_profiles/freedonia.yaml", country_file())
    write("shipped", "instruments/ct.yaml", instrument_file())
    path = write("class", "country_profiles/freedonia.yaml", CORRECTION.replace(right, wrong))
    library = over("class", "shipped")
    (problem,) = library.problems_on(Shelf.COUNTRIES)
    assert (problem.place.file, problem.place.line) == (str(path), line)
    assert told in problem.what
    assert next_step in problem.next_step
    assert library.country("freedonia").name == "Freedonia"


@pytest.mark.parametrize("wrong", ["title: ''", "short: ''", 'title: "A\\nB"', "title: a\u2066b"])
def test_a_title_is_one_line_that_says_something(write, over, wrong):
    key = wrong.split(":", maxsplit=1)[0]
    text = instrument_file().replace({"title": "title: Convention on Tests", "short": "short: CT"}[key], wrong)
    write("class", "instruments/ct.yaml", text)
    with pytest.raises(UnreadableFile) as caught:
        over("class").instrument("ct")
    assert len(caught.value.problems) == 1


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("mundraft-instrument: 1\ntitle: X\nkind: poem\n", "library-wrong-folder", "an instrument"),
        ("\ufeffmundraft: 1\ntemplate: position-paper\n", "library-wrong-folder", "a paper"),
        ("mundraft-country: 2\nlands: 3\n", "library-newer-version", "newer version of mundraft (2)"),
        ("mundraft-contry: 1\n", "country-unknown-key", "mundraft-contry"),
    ],
)
def test_a_file_of_another_kind_is_told_of_once(write, over, text, code, told):
    write("shipped", "country_profiles/freedonia.yaml", country_file())
    path = write("class", "country_profiles/freedonia.yaml", text)
    (problem,) = over("class", "shipped").problems_on(Shelf.COUNTRIES)
    assert (problem.code, problem.place.file, problem.place.line) == (code, str(path), 1)
    assert told in problem.what
    assert problem.next_step
