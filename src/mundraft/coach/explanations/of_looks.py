"""Codes of reference documents: Word files that give papers their looks."""

from __future__ import annotations

LOOKS: dict[str, str] = {
    "looks-not-word": (
        "A reference for looks is a Word document (.docx). What was found is something else: an older Word file "
        "(.doc), a PDF, a file of another program, or one that was only given the ending. Open it in the program that "
        "made it, or in Word, and save it as “Word Document (.docx)”. Changing the ending alone changes nothing."
    ),
    "looks-locked": (
        "The Word document is locked with a password, so that nothing in it can be read. In Word: File, Info, Protect "
        "Document, Encrypt with Password; leave the password empty, and save."
    ),
    "looks-too-large": (
        "A reference holds styles and perhaps one picture, which makes a small file. This one holds far more: a long "
        "text, or many pictures. Save a copy, delete the text and the pictures but the one in the header, and use "
        "that."
    ),
    "looks-broken": (
        "A part of the Word document is missing or cannot be read. If Word offers to mend the file when it is opened, "
        "let it, and save. Otherwise begin with a new document and set its styles again, which takes five minutes."
    ),
    "looks-declares-entities": (
        "The document declares shorthands of its own (a document type), which can make a small file grow without end "
        "or fetch files from elsewhere. No program for writing does that: somebody put it there. Do not use the file."
    ),
    "looks-no-styles": (
        "The document has no list of styles, which is what looks are read from. Open it in Word, save it from there, "
        "and use what Word saved."
    ),
    "looks-misnamed": (
        "A template's looks are read from the file reference.docx in its folder, in small letters and with this one "
        "ending, so that it is found on every system. A file beside it has nearly that name, and is not read. Where "
        "your system hides endings, a file that shows as reference.docx may be called reference.docx.docx."
    ),
    "looks-none": (
        "The template has no reference.docx in its folder, and no template that it extends has one. Papers drafted "
        "from it have the project's own look. To give it another, save a Word document under that name in the "
        "template's folder."
    ),
}
