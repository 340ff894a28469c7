"""Codes of the rules of conferences that a paper can break."""

from __future__ import annotations

CONFERENCES: dict[str, str] = {
    "rule-too-long": (
        "The paper, or its part on a topic, is longer than the conference takes. Words are counted as Word counts "
        "them, without the header block. Pages are an estimate by the widths of the font; where it is too near to a "
        "bound, the message says so. An error means that the conference does not read what stands beyond."
    ),
    "rule-too-short": (
        "The conference asks for more than the paper, or its part on a topic, has. Chairs look first for how a "
        "solution is paid for, by when, and how one would know that it worked: the optional questions ask for that."
    ),
    "rule-list-may-count": (
        "With the resources list the paper is too long, without it it is not, and no page that was seen says whether "
        "the list counts. Ask the conference before you cut."
    ),
    "rule-length-borderline": (
        "Pages are estimated, and Word and LibreOffice differ from one another by a line or two. So near to a bound "
        "nobody can tell without opening the file: look at its last page in Word."
    ),
    "rule-no-limit": (
        "The conference says how long a paper may be in one line spacing and in another, and nothing for the one that "
        "this paper is set in. No limit is made up for it: its length is not checked until the preset says one, with "
        "`at_spacing`, or the paper is set in a spacing that has one."
    ),
    "rule-citations-missing": (
        "The conference wants sources to be cited, and no answer of the paper carries a citation. Where an answer "
        "states a fact, add the page on which you read it."
    ),
    "rule-sources-few": (
        "The conference names a least number of sources. Only those count that an answer cites; one that stands in "
        "your list alone is not printed."
    ),
    "rule-citation-typed": (
        "An answer holds a mark of citation or a link that was typed by hand, and the conference wants none inside "
        "the text. Cite the source from the answer instead: mundraft then prints it as a note, or not at all, as the "
        "conference asks."
    ),
    "rule-list-forbidden": (
        "The conference wants no list of sources, and a line of the text looks like the title of one. mundraft "
        "prints no list for this conference; take out what was typed."
    ),
    "rule-first-person": (
        "The conference wants papers in the third person: a delegate speaks for a country. Quotations and names, "
        "such as “Annex I” or “Our Common Future”, are left alone."
    ),
    "rule-anonymous": (
        "The conference reads papers without knowing who wrote them, and an answer holds the name of a delegate or of "
        "your school. mundraft leaves names out of the header, the file’s properties and its name; only you can take "
        "them out of the text."
    ),
    "rule-section-missing": (
        "The conference names the sections that each topic should have. A heading counts where it shares a word that "
        "matters with that name; the same section under quite another name is not recognized, so read it with care."
    ),
    "rule-one-topic": (
        "The conference wants each topic of the committee written on, or a document for each, and the paper is on one. "
        "Many committees have two topics, some have one: your background guide says which they are. A second topic "
        "can stand in the same paper; where each is a document of its own, both are exported from it."
    ),
    "rule-generated-text": (
        "What the conference says of text made by a language model. mundraft uses none, and suggests no words of its "
        "own for your answers."
    ),
    "rule-disclosure-missing": (
        "The conference asks for a page of its own on which the delegate says how a language model was used, or that "
        "none was. The page is printed with what you write there, and marked as missing until then."
    ),
    "rule-season": (
        "The rules of the conference are those of the season and day that are named. A handbook is newer than any "
        "list: check it. `mundraft conference show` names the page where each was seen."
    ),
    "rule-season-old": (
        "The rules were seen more than a year ago, and most conferences change theirs every season. Check the "
        "handbook before you trust any limit, and write down what changed (docs/conferences.md)."
    ),
    "rule-not-verified": (
        "What could not be found out about the conference’s rules. It is not checked, and nothing is taken for a rule "
        "that nobody wrote down."
    ),
    "preset-missing": (
        "The paper names a conference whose rules are not on this computer: its preset was left behind with another "
        "library. The paper is set, exported and checked as without a conference until the preset is there."
    ),
    "preset-unreadable": (
        "The preset of the paper’s conference has a fault, so the paper is set, exported and checked as without a "
        "conference. `mundraft conference check` shows the fault with its line."
    ),
    "look-not-open": (
        "The paper chooses a way of citing, a font, a size or a line spacing that its conference does not allow, which "
        "may have come with a change of conference. The first that the rules allow is used."
    ),
    "rule-format": (
        "The conference does not take files of this kind. Export the paper again in one that it takes; the first that "
        "it names is proposed."
    ),
    "rule-file-name": (
        "The conference says what the file must be called, and papers are often sorted by that name. Rename the file, "
        "or export it again for the conference."
    ),
}
