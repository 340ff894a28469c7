"""Codes of country profiles, instruments, bodies and conferences: for whoever writes or mends one."""

from __future__ import annotations

LIBRARY: dict[str, str] = {
    "country-code-twice": (
        "Two profiles carry the same ISO or M49 code, which belongs to one country only. Look it up again. Only a seat "
        "that is no State today may have its successor's code, in a class's own folder; it needs none."
    ),
    "country-name-twice": (
        "Two profiles claim the same name. Put it under `shared_aliases` in both, so that it is asked about. A "
        "correction takes no name from another country, and no State of today is called as another."
    ),
    "country-left-first": (
        "A seat can only leave the United Nations after its admission. One of the two dates is wrong: look up both."
    ),
    "country-instrument-twice": (
        "A profile lists the same instrument twice. Keep the entry whose source is the better one."
    ),
    "library-file-name": (
        "A file of the library is called by the id of what it holds: small letters of the English alphabet, digits and "
        "hyphens, such as soviet-union.yaml. So it means the same on every computer, and papers can name it. A file "
        "that corrects another has exactly that one's name."
    ),
    "library-file-ending": (
        "Files of the library end in .yaml. One that ends in .yml, .YAML or .yaml.txt is passed over. Rename it; "
        "Windows hides endings until you ask for them in its Explorer: View, File name extensions."
    ),
    "library-wrong-folder": (
        "The first line of a file says what it is: mundraft-country, mundraft-instrument, mundraft-body, or mundraft "
        "for a paper. This one stands in the folder of another kind. Move it; or mend its first line."
    ),
    "library-newer-version": (
        "The number at the top of the file is that of a form which this version of mundraft does not know. Install the "
        "newer version; or, where the number is a slip, write 1."
    ),
    "library-no-file": (
        "Only files that stand in a folder of the library are read. A link could lead to any file of the computer, so "
        "that it is not followed out of its folder; a folder, a pipe or a device holds no profile. Put the file itself "
        "there."
    ),
    "library-folder-crowded": (
        "A folder of the library holds far more files than a class has, or far larger ones, so that not all of them "
        "are listed. Perhaps the folder is a copy of something else. Keep only files of the library in it."
    ),
    "country-incomplete": (
        "A State has codes, and a member of the United Nations a day of admission. Add what is missing, or write under "
        "`united_nations` what else the seat is: an observer organization, a former member, or none of these."
    ),
    "country-instrument-unknown": (
        "A profile names an instrument that the library does not hold. Check the spelling of its id, or add the "
        "instrument."
    ),
    "country-wrong-list": (
        "Treaties have parties and stand under `treaties`; declarations and resolutions are adopted and stand under "
        "`adoptions`. Move the entry."
    ),
    "country-date-too-early": (
        "A country cannot sign or join a text before it was adopted. One of the two dates is wrong: look up both."
    ),
    "country-date-after-source": (
        "The date is later than the day for which its source speaks, so the source cannot show it. Name the source "
        "that does."
    ),
    "country-withdrew-first": (
        "A country can only leave a treaty that it has joined. One of the two dates is wrong: look up both."
    ),
    "instrument-dates": (
        "A text cannot enter into force before it was adopted. One of the two dates is wrong: look up both."
    ),
    "instrument-name-twice": (
        "Two instruments claim the same name. Put it under `shared_aliases` in both, so that it is asked about."
    ),
    "instrument-upsets-profiles": (
        "A correction of an instrument says what cannot be true together with the profiles that ship: that a treaty "
        "has no parties, or that it was adopted after States had joined it. The slip is most likely in the correction."
    ),
    "instrument-article-twice": (
        "An instrument lists the same article twice. Keep one, or give the other its own number."
    ),
    "body-name-twice": (
        "Two bodies claim the same name. Put it under `shared_aliases` in both, so that it is asked about."
    ),
    "body-instrument-unknown": (
        "A body watches over an instrument that the library does not hold. Check the spelling of its id, or add the "
        "instrument."
    ),
    "body-parent-unknown": (
        "A body is part of one that the library does not hold. Check the spelling of its id, or add that body."
    ),
    "conference-name-twice": (
        "Two conferences claim the same name, so that nobody could say which is meant. Take it out of one of the two."
    ),
    "conference-no-limit": (
        "The preset names limits for some line spacings and allows another, for which none of them holds. A paper set "
        "in that one would have no limit at all. Write a limit with `at_spacing` for it, as the handbook has it."
    ),
    "conference-exists": (
        "A new preset never replaces one that is there, which may hold the work of an evening. Open the file in an "
        "editor, or choose another name."
    ),
    "conference-no-name": (
        "A preset's file is called by the letters of the English alphabet, digits and hyphens, so that every computer "
        "takes it. Write the conference's letters; its full name goes into the file."
    ),
    "topic-unknown": (
        "No instrument or body in the library is filed under this topic. The message lists the topics that there are."
    ),
    "article-unknown": (
        "The library lists the provisions that delegates cite most, and this one is not among them. It may exist all "
        "the same: read the text behind the link of `mundraft instrument show`."
    ),
    "quotation-empty": (
        "There were no words to look at. Put the quotation in quotation marks behind the command, or a hyphen and let "
        "standard input hold it."
    ),
    "quotation-too-long": (
        "A quotation is a few lines. What was given is far longer, perhaps a whole paper: give one quotation at a time."
    ),
    "library-folder-missing": (
        "The folder that was named as the library does not exist. Check its spelling; without --library and "
        "MUNDRAFT_LIBRARY the templates beside the paper and those that ship are used."
    ),
}
