"""Builds the fingerprints of the treaties, by which quotations are checked, from a folder of their texts.

    python tools/build_fingerprints.py TEXTS_FOLDER [-o FILE]

The folder holds one JSON file for each treaty: `preamble`, and `articles`, each with `number` and `text`. The texts are
mended first (`treaty_texts.py` says what and why). The same texts give the same bytes."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from mundraft.library.quotations.fingerprints import SHIPPED, to_bytes
from mundraft.library.quotations.words import forms
from treaty_texts import read_treaties


def build(folder: Path) -> bytes:
    """The file of fingerprints for the treaties in a folder. Raises `SystemExit` naming a text that is missing."""
    return to_bytes(
        [
            (text.treaty, [(number, words) for number, article in text.articles if (words := forms(article))])
            for text in read_treaties(folder)
        ]
    )


def main() -> None:
    """Reads the arguments, builds, writes, and says what was written."""
    parser = argparse.ArgumentParser(description="Builds the fingerprints of the treaties.")
    parser.add_argument("texts", type=Path, metavar="TEXTS_FOLDER")
    parser.add_argument("-o", "--output", type=Path, default=SHIPPED)
    asked = parser.parse_args()
    data = build(asked.texts)
    asked.output.write_bytes(data)
    sys.stdout.write(f"{asked.output}: {len(data):,} bytes\n")


if __name__ == "__main__":
    main()
