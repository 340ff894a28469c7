"""Codes of archives that others made: class packs, and Word documents that give a template its looks."""

from __future__ import annotations

PACKS: dict[str, str] = {
    "archive-not-a-zip": (
        "Class packs and Word documents are zip archives inside, and this file is none. Perhaps another file was "
        "chosen, or a web page was saved in its place. Get the file again."
    ),
    "archive-damaged": (
        "The archive's directory and what is in it do not agree: a download broke off, a disk failed, or somebody "
        "tampered with it. Nothing was taken from it. Get the file again from whoever made it."
    ),
    "archive-form": (
        "The archive is in a form that different programs unpack differently: encrypted, in several parts, with other "
        "data before or behind it, with files that overlap. What one program checks, another would then not find. "
        "Nothing was taken from it. Ask whoever made it to make it anew; `mundraft pack build` makes class packs."
    ),
    "archive-too-many": (
        "The archive holds more files than anything of its kind needs, so that it was not opened. Ask whoever made it "
        "for one that holds only what the class needs."
    ),
    "archive-too-large": (
        "Something in the archive opens to far more than anything of its kind needs. Small files that open to "
        "enormous ones are made to fill a computer's memory. Nothing was taken from it."
    ),
    "archive-name": (
        "A file in the archive has a name that could lead out of its folder, that some system refuses or takes for "
        "another one, or that two files share on disks that do not tell capitals apart. Nothing was taken from it. "
        "An honest archive has such names by mistake at most: ask whoever made it to rename the file."
    ),
    "archive-link": (
        "Something in the archive is no ordinary file but a link to another place, a device or a pipe. An honest "
        "archive has no use for them. Nothing was taken from it."
    ),
    "pack-no-manifest": (
        "A class pack says in its file pack.yaml what it is called and whose it is; this archive has none, so it is "
        "something else, or was packed by hand. A pack is made with: mundraft pack build FOLDER."
    ),
    "pack-stranger": (
        "A pack holds templates, conference presets, profiles, instruments, bodies, examples, a word list and its "
        "pack.yaml, each in its own place. This one holds something else, so nothing of it was taken."
    ),
    "pack-not-text": (
        "All files in a pack but Word documents are text, and this one holds bytes that no text has. Nothing of the "
        "pack was taken."
    ),
    "pack-half-template": (
        "A template needs both its questions (template.yaml) and its text (paper.md.j2). One of them is not in the "
        "pack. Whoever made it should put both into the template's folder and build the pack anew."
    ),
    "pack-many-templates": (
        "Every template of a pack is read with all that it extends before the pack is added, so there is a limit to "
        "them. A class needs a few; those of several classes fit into several packs."
    ),
    "pack-empty": (
        "The pack says what it is called and holds nothing else: no template, preset, word or welcome. It was "
        "probably built of the wrong folder."
    ),
    "pack-too-large": (
        "What stands in the folder is more than a pack may hold, which every student's computer has to open. "
        "Pictures in Word documents are usually the reason: make them smaller, or make two packs."
    ),
    "pack-nothing-in-folder": (
        "The folder has none of the places from which a pack takes its files: templates, templates/conferences, "
        "country_profiles, instruments, bodies, examples, and words.txt. Check that it is the folder that holds "
        "these, and not one of them."
    ),
    "pack-folder-crowded": (
        "The folder and those in it hold thousands of files, as a home folder does. Make a folder for the class, put "
        "into it what the pack is to hold, and build the pack of that."
    ),
    "pack-expectation-broken": (
        "What the expectations.yaml of a template says does not hold of the papers that the template makes now. The "
        "pack was built: look with `mundraft template test` whether the template or the expectation is to be changed, "
        "and build it again."
    ),
    "pack-unknown": (
        "No pack of this name was added on this computer. A pack is removed by its name, not by its file's: "
        "mundraft pack list shows the names."
    ),
    "pack-list-unreadable": (
        "A small file in your data folder says which packs were added, and the system does not let it be read: perhaps "
        "a program holds it, or the drive that it is on is gone for a moment. Packs are neither added nor removed "
        "meanwhile, since the others would be lost. Papers can be written all the same."
    ),
    "pack-too-many": (
        "As many packs were added as this program keeps. Each of them is looked through whenever something is looked "
        "up. Remove those of classes that are over; papers stay."
    ),
    "pack-must-ask": (
        "Adding the pack would change something that ships with the program, that belongs to another pack, or that "
        "is an earlier version of the same. That is never done unasked, and the command was run where nobody can "
        "answer. With --yes it is done without asking."
    ),
    "words-no-name": (
        "A word list holds names that are written with capitals, one a line: students who write one of them small are "
        "told. A line without a capital letter would do nothing."
    ),
    "words-too-many": (
        "Each name of a word list is looked for in every answer, so that there is a limit to them. Keep those that "
        "students get wrong; the names of countries are known already."
    ),
    "words-not-utf8": (
        "The word list is not saved as UTF-8, the one way of storing letters that works on every computer. In Notepad "
        "choose Save as, and UTF-8 in the list beside the Save button."
    ),
}
