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
        "Nothing was taken from it. Ask whoever made it to make it anew, a class pack with: mundraft pack build"
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
}
