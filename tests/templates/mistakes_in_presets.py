"""Mistakes that teachers make in the preset of a conference."""

from __future__ import annotations

from mistakes_form import Mistake

_PRESET = "templates/conferences/riverside.yaml"


def _says(name: str, old: str, new: str, look: str, *says: str) -> Mistake:
    return Mistake(name, _PRESET, old, new, look, says)


MISTAKES = (
    _says("first-line-lost", "file:\n", "", "  formats:", "file:"),
    _says("tab-indent", "  page: Letter", "\tpage: Letter", "page: Letter", "tab", "spaces"),
    _says("pages-in-letters", "max_pages: 2", "max_pages: two", "max_pages", "two", "number"),
    _says("words-with-a-comma", "max_words: 800", "max_words: 1,800", "max_words", "1,800", "number"),
    _says("margin-with-its-unit", "margin_cm: 2.54", "margin_cm: 2.54 cm", "margin_cm", "2.54 cm", "number"),
    _says("margin-in-inches", "margin_cm: 2.54", "margin_cm: 1 inch", "margin_cm", "1 inch", "2.54"),
    _says("margin-in-millimetres", "margin_cm: 2.54", "margin_cm: 25.4", "margin_cm", "8"),
    _says(
        "font-for-fonts",
        "  fonts:\n    - Times New Roman\n    - Arial",
        "  font: Times New Roman",
        "font: Times",
        "font",
        "fonts",
    ),
    _says(
        "fonts-in-one-line",
        "  fonts:\n    - Times New Roman\n    - Arial",
        "  fonts: Times New Roman, Arial",
        "fonts: Times",
        "list",
        "- ",
    ),
    _says("page-in-small-letters", "page: Letter", "page: a4", "page: a4", "a4", "A4"),
    _says("spacing-in-words", "    - 1\n", "    - double\n", "- double", "double", "2"),
    _says("style-in-capitals", "style: mla", "style: MLA", "style: MLA", "MLA", "mla"),
    _says("style-unknown", "style: mla", "style: oxford", "style: oxford", "oxford", "chicago"),
    _says(
        "mechanism-for-another",
        "mechanism: in-text",
        "mechanism: footnote",
        "mechanism: footnote",
        "footnote",
        "footnotes",
    ),
    _says("field-misspelt", "field: committee", "field: comittee", "comittee", "comittee", "committee"),
    _says("name-field-unknown", "{country}_", "{contry}_", "{contry}", "contry", "country"),
    _says("name-with-its-ending", '{committee_short}"', '{committee_short}.pdf"', '.pdf"', ".pdf"),
    _says(
        "name-without-quotes",
        'name: "{country}_{committee_short}"',
        "name: {country}_{committee_short}",
        "name: {country}",
        "quot",
    ),
    _says("format-word", "    - pdf", "    - word", "- word", "word", "docx"),
    _says("day-as-one-says-it", "seen_on: 2026-11-21", "seen_on: 21/11/2026", "seen_on", "21/11/2026", "2026-11-21"),
    _says("no-name", "name: Riverside Model United Nations\n", "", "", "name"),
    _says(
        "not-seen-anywhere",
        'seen_at:\n  - title: Handbook for delegates of our school\n    season: "2026"\n    seen_on: 2026-11-21\n',
        "",
        "",
        "seen_at",
    ),
    _says("inferred-rule-misspelt", "  - type.page\n", "  - type.pages\n", "- type.pages", "type.pages", "type.page"),
    _says("limit-without-dash", "  - per: topic\n", "    per: topic\n", "    per: topic", "list", "- "),
    _says(
        "limit-of-nothing",
        "    min_words: 200\n    max_words: 800\n    max_pages: 2\n",
        "",
        "- per: topic",
        "max_pages",
    ),
    _says("least-above-most", "min_words: 200", "min_words: 2000", "min_words", "2000", "800"),
    _says("sizes-crossed", "min_size_pt: 11", "min_size_pt: 14", "min_size_pt", "14", "12"),
    _says("rule-in-other-words", "rule: forbidden", "rule: banned", "rule: banned", "banned", "forbidden"),
    _says("topics-for-topic", "per: topic", "per: topics", "per: topics", "topics", "topic"),
    _says("group-misspelt", "citations:\n", "citation:\n", "citation:", "citation", "citations"),
    _says("colon-in-a-note", "- The margins.", "- Margins: nobody says.", "- Margins: nobody", "quot"),
    _says(
        "rule-of-another-group",
        "  page_numbers: required\n",
        "  page_numbers: required\n  anonymous: true\n",
        "anonymous: true",
        "anonymous",
        "header",
    ),
)
