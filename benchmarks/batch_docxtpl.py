"""The peer of the batch: every paper of a folder to Word by docxtpl, the words already flat."""

from __future__ import annotations

import sys
from pathlib import Path

import yaml
from docxtpl import DocxTemplate


def main() -> None:
    folder, slim = Path(sys.argv[1]), sys.argv[2]
    for path in sorted(folder.glob("*.yaml")):
        data = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
        template = DocxTemplate(slim)
        template.render({"title": "Mexico", "paragraphs": list(words_of(data))}, autoescape=True)
        template.save(str(path.with_suffix(".peer.docx")))


def words_of(value: object) -> object:
    """Every text of a paper, as a paragraph each."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for below in value.values():
            yield from words_of(below)
    elif isinstance(value, list):
        for below in value:
            yield from words_of(below)


main()
