"""Codes of opening, saving, comparing and exporting, and of commands."""

from __future__ import annotations

FILES: dict[str, str] = {
    "file-missing": (
        "There is no file of this name in this folder. Check the spelling and the folder; names end in .yaml."
    ),
    "file-is-folder": "The name leads to a folder. Name the file inside it.",
    "file-too-large": (
        "The file is far larger than a paper or a template can be, so it was not read. Check that it is the right file."
    ),
    "file-refused": (
        "The system does not let this program read the file. It may belong to another user, be locked by another "
        "program, or lie on a disk that was taken out."
    ),
    "schema-unknown": (
        "A schema tells an editor what a file may hold. `mundraft schema list` shows their names, and the files that "
        "each is for."
    ),
    "schema-paper": (
        "The app writes a paper anew at each save, and what is no answer does not stay: so a line for the editor would "
        "be lost. docs/editors.md shows how VS Code is told which files are papers."
    ),
    "save-read-only": (
        "The file, its folder or the whole disk may only be read, so nothing can be saved there. Save the paper in a "
        "folder of your own, such as Documents. What you typed is still in the app."
    ),
    "save-disk-full": (
        "The disk is full. Make room, or save the paper on another disk. What you typed is still in the app."
    ),
    "save-folder-gone": (
        "The folder in which the paper lies is not there any more: a stick was pulled out, or the folder was moved. "
        "Put it back, or save the paper elsewhere. What you typed is still in the app."
    ),
    "save-busy": (
        "Another program holds the file open, which on Windows keeps everyone else from writing it. Close it there; "
        "saving is tried again."
    ),
    "save-name-refused": (
        "Some names cannot be files on some systems: CON or NUL on Windows, names with a colon or a question mark, "
        "names that are too long. Choose a short name of letters and digits."
    ),
    "save-not-a-file": "The name leads to something that is no ordinary file, so the paper cannot be saved there.",
    "save-failed": (
        "The system reported a fault while the file was written. The file as it was is unharmed. Save the paper on "
        "another disk, and have this one looked at."
    ),
    "paper-no-name": "A paper is a file of its own and needs a name; kenya is enough, and .yaml is added to it.",
    "paper-folder-missing": (
        "A new paper is written into a folder that is there. Make the folder, or name the paper alone: it is then "
        "written where the terminal stands. At a terminal, `mundraft new` asks whether it shall make the folder."
    ),
    "paper-exists": (
        "There is a file of this name already, and it is never overwritten. Open it, or choose another name."
    ),
    "paper-open-elsewhere": (
        "Two windows of mundraft have this paper open. Under a new name it would be two papers: the other window goes "
        "on writing where the file was. Close it there first."
    ),
    "paper-not-in-its-file": (
        "A paper gets another name only while its file holds all of it. Something is in a rescue copy as yet, because "
        "the file could not be written or could not be when it was last open. Nothing is lost: let it be saved, or "
        "decide on the rescue copy, and rename the file then."
    ),
    "history-no-version": (
        "Earlier versions are kept on the computer on which they were written, and the oldest go first. This one is "
        "not among them. `mundraft history PAPER` lists those that are."
    ),
    "merge-no-output": (
        "A merge changes neither copy: it writes a third paper, whose file you name with -o. It must be a new one."
    ),
    "merge-output-exists": "A merge never writes over a file. Name a file that does not exist yet.",
    "compare-too-many-topics": "A paper holds at most three topics. Take one out before you take in another.",
    "compare-last-topic": "A paper holds at least one topic, so the only one cannot be taken out.",
    "export-format": "A paper can be written as docx (Word), txt (plain text) and md (Markdown).",
    "export-no-name": (
        "The export would have to replace a file that was changed or is open elsewhere, and every other name that was "
        "tried is taken too. Move older exports away, or name another file."
    ),
    "export-folder-missing": "The folder for the export does not exist. Make it, or name another one.",
    "check-one-file": "A file that is handed in belongs to one paper. Name that paper alone beside --file.",
    "check-two-outputs": (
        "--json prints the findings and --csv - prints the table, and one after the other would be neither. Give --csv "
        "the name of a file, or leave one of them out."
    ),
    "export-one-output": "One file cannot hold several papers. Use --out-dir and name a folder.",
    "folder-no-papers": (
        "A folder stands for the papers in it and in the folders right below it: files that end in .yaml or .yml and "
        "have a line that begins with mundraft. None was found there. Perhaps they lie one folder deeper, or came as a "
        "zip file that is still to be unpacked."
    ),
    "batch-fault": (
        "The program itself failed at one paper of several; the others were done. Try this one alone, and report the "
        "fault if it comes again: the report that was written holds none of the paper’s text."
    ),
    "batch-process-died": (
        "Several processes work on many papers, and one was ended from outside while it worked on this one: often "
        "because the computer ran out of memory. Try this paper alone, or give --jobs 1."
    ),
    "export-word-to-terminal": "A Word or PDF file is no text and cannot be shown in a terminal. Ask for txt or md.",
    "word-unreadable": (
        "The Word file cannot be read: it is damaged, encrypted, or no Word file at all. Papers are kept in .yaml "
        "files, and the Word file can be written again from there."
    ),
    "no-terminal": (
        "The app draws on a whole terminal screen, and here it was started without one: input, output or errors are a "
        "file or a pipe, or the variable TERM says “dumb”, as it does inside some editors. `mundraft ask PAPER` asks "
        "the same questions line by line."
    ),
    "new-two-seats": (
        "A paper speaks for one seat: give --country for a country of the library, or --seat for any other."
    ),
    "new-example-and-more": (
        "An example is a paper from end to end, with a template, a seat, a committee and a topic of its own. What else "
        "the command names would be lost without a word, so it is refused. Open the copy to choose another seat or "
        "conference; a paper on another template or topic is begun without --example."
    ),
    "name-unsafe": (
        "Names of templates, countries, instruments and examples are plain: letters, digits and hyphens. A name with "
        "a slash or dots could lead out of the library, so it is refused."
    ),
    "template-unknown": (
        "No folder on the search path holds a template of this name. `mundraft template list` shows what there is and "
        "from where. A paper opened on another computer may need a template that your teacher has."
    ),
    "country-unknown": (
        "The library has no such country. `mundraft country list` shows what there is; any seat can be typed in."
    ),
    "instrument-unknown": (
        "The library has no such instrument. `mundraft instrument list` shows what there is; any title can be typed in."
    ),
    "body-unknown": (
        "The library has no such body of the United Nations. Search for it by another name; any name can be typed in."
    ),
    "conference-unknown": (
        "The library has no rules of a conference of this name. `mundraft conference list` shows those it has; "
        "`mundraft conference new` writes a preset for another, to fill in."
    ),
    "example-unknown": "There is no example of this name.",
    "code-unknown": "No message carries this code. Codes stand in square brackets after a message.",
    "yaml-many-problems": (
        "The file has more faults than are shown at once. Mend these, and read it again to see the rest."
    ),
    "save-too-large": (
        "The paper has grown larger than any paper can be, so it was not saved. Take out what was pasted by mistake; "
        "the file as it was is unharmed."
    ),
    "save-file-unreadable": (
        "Another program changed the paper's file so that it cannot be read as a paper any more. What you have in the "
        "app is kept; the file is not overwritten without a copy."
    ),
    "save-no-version": (
        "Before a paper is replaced by an earlier version or by a merge, the one at hand is kept as a version. That "
        "failed, so nothing was changed. Make room on the disk and try again."
    ),
    "export-over-paper": (
        "The file that you named for the document is, by its ending, a paper: written there, the document would take "
        "the place of your answers. Not even --force does that. Name a file that ends in .docx, .pdf, .txt or .md."
    ),
    "export-pdf-missing": (
        "A PDF is made by LibreOffice where it is installed, or else by the extra that comes with `pip install "
        "'mundraft[pdf]'`. This computer has neither. Word, Google Docs and Pages also save a Word document as PDF."
    ),
    "export-pdf-failed": (
        "LibreOffice was asked to make the PDF and did not: it could not be started, took too long, or wrote nothing. "
        "An installation that is half-way through an update does that. The Word document can be saved as PDF by hand."
    ),
    "export-pdf-typesetting": (
        "The extra that makes PDFs could not set this paper. The Word document can be exported all the same, and saved "
        "as PDF in Word, Google Docs or LibreOffice."
    ),
    "export-pdf-letters": (
        "A PDF carries its letters with it, and no font on this computer has this one; it would be printed as an empty "
        "box. Install a font for its script, or take the letter out if it came along from a copied page."
    ),
    "output-failed": (
        "What a command prints could not be written to where you sent it: most often a file on a disk that is full. "
        "Nothing else is harmed; send it somewhere else."
    ),
    "home-unusable": (
        "Earlier versions, rescue copies, class packs and the list of recent papers are kept in a folder of this "
        "computer, or in the one that the variable MUNDRAFT_HOME names. It is not there and cannot be made, or may not "
        "be written. Papers are saved in their own files all the same."
    ),
    "folder-gone": (
        "The folder that the terminal stands in was deleted or renamed, so that no name of a file leads anywhere. Go "
        "to another folder with cd, and give the command again."
    ),
    "paper-versions-kept": (
        "The paper's file is gone or cannot be read, but earlier versions of it are kept on this computer. `mundraft "
        "history PAPER` lists them and brings one back."
    ),
    "paper-rescue-kept": (
        "When a paper could not be saved in its place, it was saved in the rescue folder instead. Copy it from there "
        "to where you want it."
    ),
    "paper-rescue-waits": (
        "The paper could not be saved in its place, and what was written then is in a rescue copy on this computer. "
        "The file, and any document made of it, is without those words. Open the paper in the app: it asks whether to "
        "go on with the rescue copy or with the file, and keeps the other as an earlier version."
    ),
    "fingerprints-unreadable": (
        "Quotations are checked against a file of fingerprints that comes with the program, and that file is missing, "
        "damaged or of another version. Install mundraft again; everything else works without it."
    ),
}
