"""Codes of reading sources from the files of other programs."""

from __future__ import annotations

SOURCES: dict[str, str] = {
    "import-too-large": (
        "The file is far larger than a list of the sources of a paper, so it was not read. Programs that keep a whole "
        "library export all of it unless told otherwise: choose the works that you cite, and export those alone, "
        "without notes and attached files."
    ),
    "import-not-text": (
        "The file holds bytes that stand in no text: it is a PDF, a Word document, an archive or something of the "
        "kind. Sources are read from CSL-JSON (.json), RIS (.ris) and BibTeX (.bib) files, which Zotero, ZoteroBib, "
        "Mendeley, EasyBib and Google Scholar write."
    ),
    "import-unknown-format": (
        "The file is text, but none of the three forms in which sources are read: CSL-JSON begins with a square "
        "bracket, RIS with a line TY  - JOUR or the like, BibTeX with @article{ or the like. Export the list again and "
        "choose one of them."
    ),
    "import-empty": (
        "There is no work in this file. Perhaps nothing was chosen when it was exported, or it is the wrong file."
    ),
    "import-encoding": (
        "The file does not say how its letters are stored, and it is not UTF-8, as files are today. It was read as "
        "Windows-1252, which old programs in Western Europe and America write. Letters with accents may be wrong: "
        "look at the names."
    ),
    "import-json-broken": (
        "Here the file is not JSON as every program understands it: a comma, a quotation mark or a bracket is missing, "
        "or the file was cut off. The entry is left out, and reading goes on with the next one."
    ),
    "import-json-not-object": (
        "A list in CSL-JSON holds one entry between { and } for each work. What stands here is none."
    ),
    "import-cut-off": (
        "The list in the file is never closed, so its end may have been lost in copying. What is there was read."
    ),
    "import-ris-unclosed": (
        "In RIS each record ends in a line ER  - and this one does not. What stands in it was read; if the file was "
        "cut off, the last fields may be missing."
    ),
    "import-ris-outside": (
        "The line stands before the first record or between two of them, so it belongs to no work. That happens when "
        "text is copied along from a page, or when the first line of a record is lost."
    ),
    "import-bibtex-broken": (
        "The entry is not written as BibTeX must be: a brace or a quotation mark is not closed, or a comma is missing "
        "between two fields. What stands before the fault is kept where it is enough for a source; reading goes on "
        "with the next entry."
    ),
    "import-nothing": (
        "A source needs at least a title or a link, and this entry has neither, so it is left out. It may be a note, "
        "an attached file, or an entry that was never filled in."
    ),
    "import-type": (
        "The kind of the work (article, book, report) decides how the list of sources prints it. This kind has no "
        "counterpart among those of CSL, so the work is printed in the plainest way."
    ),
    "import-link": (
        "Only http and https addresses can be followed by a reader; a file on your disk or a link of another kind "
        "cannot. The source is kept without it. Most often the work has an address on the web: copy it from there."
    ),
    "import-doi": (
        "A DOI is the lasting number of an article or report: it begins with 10. and holds a slash. What stands in the "
        "file is none, and is left out; the rest of the source is kept."
    ),
    "import-date": (
        "A source has one date: a year, a month or a day. A season, a stretch of time, “about 1990” or a date that "
        "can be read in two ways (03/04/2020) is kept as far as it is sure. Write a better one in the source."
    ),
    "import-others": (
        "The file ends its authors with “and others” or “et al.” Styles decide by themselves how many names to print, "
        "so they need all of them. Copy the names from the first page of the work."
    ),
    "import-many-names": "The work has more names than any style prints. The first ones are kept.",
    "import-too-long": (
        "One field is longer than any title or name can be: often an abstract or a whole page got into it. It was cut; "
        "write what belongs there."
    ),
    "import-twice": (
        "The same work stands in the file twice: with the same DOI, or with the same title and year and nothing that "
        "tells the two apart. It is taken once, as it stands the first time."
    ),
    "import-known": (
        "The paper holds this work already: with the same DOI, or with the same title and year and nothing that tells "
        "the two apart. What the paper holds stays as it is, since citations and corrections of yours belong to it."
    ),
    "sources-output-exists": (
        "There is a file of this name already, and it is never overwritten. Choose another name with -o."
    ),
    "import-full": (
        "So many works are not read from one file, and no paper cites so many. Choose those that you need, and export "
        "them alone."
    ),
    "import-many-problems": (
        "The file has more faults than are worth showing at once. Often they have one cause: the wrong file, or a "
        "program that wrote it in a form of its own."
    ),
}
