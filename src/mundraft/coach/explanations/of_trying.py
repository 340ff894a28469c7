"""Codes of trying a template: with papers, and against what is expected of it."""

from __future__ import annotations

TRYING: dict[str, str] = {
    "sample-unknown": (
        "A template is tried with an example paper, with a generated one (an extreme such as one-solution or "
        "seat-the-gambia), or with a paper's own file, whose name ends in .yaml. `mundraft template preview NAME "
        "--list` shows the names for a template; which extremes it has depends on what it asks."
    ),
    "preview-one-output": (
        "-o names one file, so it goes with one paper. For several papers, name a folder with --out-dir: each paper "
        "gets a file there, called after the template and the paper."
    ),
    "preview-nothing-to-compare": (
        "--against takes `last`, the newest version on this computer that differs from the template as it stands, or a "
        "folder with the other version: a class's folder that holds templates/NAME, or a template's own folder inside "
        "one called templates."
    ),
    "expectations-missing": (
        "What a template has to do is written in expectations.yaml, beside its template.yaml. The templates that ship "
        "have one to learn from. Each expectation has a name, says which paper to try, and what must hold."
    ),
    "expectations-not-asked": (
        "Under `answers`, an expectation puts answers over those of its paper: by the id of a question, or by the "
        "name of a group with a list of entries. The template asks nothing of this name. `mundraft template show NAME` "
        "lists the questions."
    ),
    "expectations-paper-elsewhere": (
        "A template is often someone else's, and `template test` shows what it finds in a paper. So an expectation can "
        "name an example, an extreme, or a file that lies in the template's own folder, and no other file."
    ),
    "expectations-wrong-answer": (
        "Under `answers`, a text stands where the question takes one text, and a list where it takes several: a seat "
        "and a committee are one name each. What a question takes is told by `mundraft template show NAME`."
    ),
}
