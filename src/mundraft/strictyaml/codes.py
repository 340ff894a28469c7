"""The codes of what can be wrong in a YAML file, each with the paragraph that explains it."""

from __future__ import annotations

#: Faults of the file itself and of its YAML.
_OF_YAML: dict[str, str] = {
    "yaml-too-large": (
        "The file is far larger than a paper or template can be, so it is not read at all. A paper is text: a file of "
        "many megabytes usually holds pictures, or is not a paper. Check that you chose the right file."
    ),
    "yaml-not-text": (
        "The file is not text but something packed or encoded, for example a Word document. Choose the .yaml file; "
        "the Word document is made from it and cannot be read back."
    ),
    "yaml-not-utf8": (
        "The file is not saved as UTF-8, the one way of storing letters that works on every computer. Open it in the "
        'program that saved it, choose "Save as", and pick UTF-8 as the encoding (in Notepad the list beside the Save '
        "button)."
    ),
    "yaml-control-character": (
        "The line holds a character that cannot be seen and has no meaning in text, often copied along from a PDF. "
        "Delete it, or type the line again."
    ),
    "yaml-empty": "The file holds nothing, or comments alone. Restore an earlier version, or start a new paper.",
    "yaml-tab": (
        "YAML shows what belongs to what by the spaces at the start of a line, and does not accept tabs there. Replace "
        "each tab by two spaces; most editors can do so for a whole file."
    ),
    "yaml-odd-space": (
        "Web pages and word processors write spaces that look like any other and are other characters. At the start of "
        "a line and after a key's colon YAML takes none of them for a space. Delete them and press the space bar."
    ),
    "yaml-colon": (
        "An unquoted text holds a colon followed by a space, which YAML takes for a new key. Put the whole text "
        'between quotation marks: title: "Water: a right"'
    ),
    "yaml-colon-space": (
        "Between a key's colon and its value there must be a space: write title: Water, and not title:Water."
    ),
    "yaml-missing-colon": (
        "A line stands where a key is expected but has no colon. Write key: value; or, if the line continues the text "
        "above, indent it further than that text's key. Where the first line of a file has lost its colon, everything "
        "below it seems to be more of it."
    ),
    "yaml-unclosed-quote": (
        "A text begins with a quotation mark that is never closed, so that everything after it seems to belong to it. "
        "Close it at the end of the text. Inside '...' an apostrophe is written twice; inside \"...\" it needs nothing."
    ),
    "yaml-after-quote": (
        "Something stands after a closing quotation mark or bracket. If the whole line is one text, put all of it "
        "between quotation marks; an apostrophe inside '...' is written twice."
    ),
    "yaml-indentation": (
        "The line begins further left or right than the lines it belongs to. Keys of the same thing start in the same "
        "column; what belongs to a key starts two spaces further right. Where every line looks right, one may be gone: "
        "the line such as questions: to which those below belong, or the dash before the first key of an entry."
    ),
    "yaml-escape": (
        "Between double quotation marks a backslash begins an escape such as \\n. Write \\\\ for a backslash itself, "
        "or put the text between single quotation marks."
    ),
    "yaml-first-character": (
        "An unquoted text begins with a character that means something else in YAML, such as @ ` % ] } or a comma. Put "
        "the whole text between quotation marks."
    ),
    "yaml-bracket": (
        "A list in square brackets is not written as it must be: [one, two]. Close the bracket; and if the text only "
        "begins with a bracket and is no list, put all of it between quotation marks."
    ),
    "yaml-block-text": (
        "After | or > nothing more may stand on the line: the text begins on the next line, two spaces further right. "
        "If the text merely begins with that character, put it between quotation marks."
    ),
    "yaml-flow-mapping": (
        "Keys and values between { and } are not accepted, because in such a line the text after a comma is lost "
        "without a word. Write each key on a line of its own, two spaces further right than the key above. A text that "
        "merely begins with { goes between quotation marks."
    ),
    "yaml-lost-text": (
        "Between { and } a comma begins a new key, so this text would be lost. Write each key on a line of its own."
    ),
    "yaml-anchor": (
        "An unquoted text begins with & or *, with which YAML repeats other parts of a file. That is not used here. "
        "Put the text between quotation marks."
    ),
    "yaml-tag": (
        "An unquoted text begins with !, with which YAML marks special types. That is not used here. Put the text "
        "between quotation marks."
    ),
    "yaml-merge-key": "The key << would copy other parts of the file. Write the keys out instead.",
    "yaml-odd-key": "A key must be a simple text on one line, not a list or a group of keys.",
    "yaml-duplicate-key": (
        "The same key stands twice in one place, and only one of the two values could be kept. Delete one, or join "
        "the two values."
    ),
    "yaml-missing-dash": (
        "Each entry of a list begins with a dash and a space, which stand before its first key; its other keys stand "
        "below that first key, two spaces further right than the dash. Here a dash is missing, so that two entries run "
        "into one: the first key comes again without it, or a text stands below the dashes of others. Write the dash."
    ),
    "yaml-commented-group": (
        "In a file to be filled in, every rule is a comment until you take the # and the one space after it away. This "
        "was done for the line named here, and not for the lines of the groups in which it stands, so that it belongs "
        "to nothing. Take them away there as well, and leave the spaces that follow as they are."
    ),
    "yaml-dash-space": (
        "Between the dash that begins an entry of a list and what follows there must be a space: write - id: seat, and "
        "not -id: seat; - hook, and not -hook."
    ),
    "yaml-second-document": (
        "A line of three dashes begins a second document in the same file, and one of three dots ends the first. One "
        "file holds one. Delete the line, or put the rest in a file of its own."
    ),
    "yaml-directive": (
        "A line begins with %, which YAML takes for an instruction to itself. Put the text between quotation marks."
    ),
    "yaml-too-deep": "Lists and keys are nested deeper than any paper or template needs. Check the indentation.",
    "yaml-too-many": "The file holds more entries than any paper or template needs. Check that it is the right file.",
    "yaml-many-problems": (
        "The file has more problems than are worth showing at once. Often they have one cause: the wrong file, or a "
        "wrong indentation near the top."
    ),
    "yaml-syntax": (
        "The file cannot be read as YAML at this place. The fault is often on the line above: a quotation mark not "
        "closed, a missing colon, or spaces too many or too few at the start of the line."
    ),
}

#: Faults of what the file holds; each stands once for every kind of file, as "<kind>-<name>".
_OF_CONTENT: dict[str, str] = {
    "unknown-key": (
        "In {kind} there is no such key at this place. Check the spelling and the indentation: a key that belongs to "
        "the line above starts two spaces further right."
    ),
    "missing-key": "A key that {kind} must have at this place is missing, or nothing stands after it.",
    "wrong-kind": (
        "What stands here is of another kind than {kind} needs at this place: a text where a list belongs, or a list "
        "where keys belong. A list has one entry a line, each begun with a dash."
    ),
    "wrong-value": "The value is not one of those that {kind} can have at this place.",
    "wrong-name": (
        "Some words of {kind} are written in one form alone, and the message tells which: what identifies a part of "
        "it, so that no two are taken for one another, takes neither accents nor spaces; a title or a label is one "
        "short line of plain words."
    ),
    "duplicate-id": (
        "Two entries of one list have the same id, so that an answer could belong to either. Give one of them another "
        "id, such as the next number: s2 after s1."
    ),
    "wrong-count": "The list has more or fewer entries than {kind} takes at this place.",
    "too-long": "The text is longer than {kind} can hold at this place.",
    "newer-version": (
        "The file holds {kind} of a newer version of mundraft, and this version would lose what it does not know. It "
        "is neither changed nor overwritten. Install the newer version."
    ),
    "wrong-version": "The version of {kind} is a whole number, such as 1.",
}

#: The kinds of file, as they stand in a code and as they are called in a message.
KINDS: dict[str, str] = {
    "file": "a file",
    "paper": "a paper",
    "template": "a template",
    "country": "a country profile",
    "instrument": "an instrument",
    "body": "a body",
    "conference": "a conference",
    "expectations": "a file of expectations",
    "pack": "a class pack",
}

#: Every code that reading a YAML file can give, with its explanation.
CODES: dict[str, str] = _OF_YAML | {
    f"{kind}-{name}": text.format(kind=called) for kind, called in KINDS.items() for name, text in _OF_CONTENT.items()
}
