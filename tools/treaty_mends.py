"""What is wrong with the copies of the treaty texts, found by reading them: each fault with its reason."""

from __future__ import annotations

from mending import Declared, Mend

_HEADING = "headings of parts and chapters are not words of an article"
_NOTE = "footnotes and their marks stand in the text"
_PAGE = "page numbers and running heads stand in the text"
_JOINED = "two words are joined"
_SLIP = "a slip of whoever copied"

_MENDS = (
    # All texts
    Mend("", "", r"=+[^=\n]+=+", " ", _HEADING),
    Mend("", "", r"\s*\b(?:PART|CHAPTER|Chapter) [IVX]+[A-Z]*[A-Za-z ]*$", "", _HEADING),
    Mend("", "", r"(?<=[a-z])(?=[A-Z])", " ", "two words are joined, the second with a capital"),
    # Convention on racial discrimination
    Mend("icerd", "25", r"(?s)IN FAITH WHEREOF.*", "", "signatures and reservations of States follow the last article"),
    Mend(
        "icerd",
        "preamble",
        r"(?s)1 The Convention was adopted by the General Assembly.*?of this volume\)\. ",
        "",
        _NOTE,
    ),
    Mend("icerd", "preamble", r"(?s) 1 United Nations, Official Records.*?p\. 35", " ", _NOTE),
    Mend("icerd", "2", r"1 United Nations, Treaty Series, vol.*?p\. 93\. ", "", _NOTE),
    Mend("icerd", "preamble", r"(?<=\))\*|(?<=\))2|(?<=1958,)1|I960,2", " ", _NOTE),
    Mend("icerd", "preamble", r"Organization in  Desiring", "Organization in 1960, Desiring", _NOTE),
    Mend(
        "icerd", "", r"\d{3} United Nations — Treaty Series 1969|1969 United Nations — Treaty Series \d{3}", " ", _PAGE
    ),
    Mend("icerd", "5", r"\bcaf s\b", "cafés", _SLIP),
    Mend("icerd", "preamble", r"(?<=ethnic origin )in(?= an obstacle)", "is", _SLIP),
    Mend("icerd", "22", r"\bn gociation\b", "negotiation", _SLIP),
    Mend(
        "icerd", "", r"\b(natural|elim) (?=ization|inating)|\b(remuner|reme) (?=ation|dies)", r"\1\2", "a word is cut"
    ),
    Mend("icerd", "19", r"\btwentyseventh\b", "twenty-seventh", _SLIP),
    # Convention against corruption
    Mend("uncac", "preamble", r"(?s) 1See E/1996/99.*?III\.B\.18\)\.", " ", _NOTE),
    Mend("uncac", "preamble", r"(?<=\d{4},)\d(?= )|(?<=Crime,)6", "", _NOTE),
    Mend("uncac", "2", r"(?s)(?<=“public )4\s*Council of Europe.*?annex I\. ", "", _NOTE),
    Mend("uncac", "", r"(?<=[a-z]\.)\d{1,2}$", "", _PAGE),
    Mend("uncac", "", r"\b(money)(?=laundering)|\b(decision)(?=making)|\b(record)(?=keeping)", r"\1\2\3-", _JOINED),
    Mend("uncac", "57", r"case-bycase", "case-by-case", _JOINED),
    # Women, children
    Mend("cedaw", "30", r"(?s)↑.*", "", _NOTE),
    Mend("cedaw", "18", r"\bfulifiment\b", "fulfilment", _SLIP),
    Mend("crc", "43", r"(?s)\s*\(amendment\) \[1/.*?\]", " ", _NOTE),
    Mend("crc", "43", r"\beighteen1\b", "eighteen", _NOTE),
    Mend("crc", "preamble", r"#Article 10(?=\()", " ", "the target of a link stands in the text"),
    Mend(
        "crc",
        "",
        r"\b(the)(?=international|charter|geneva|universal|declaration)|\b(or)(?=for\b|inter)",
        r"\1\2 ",
        _JOINED,
    ),
    Mend("crc", "", r"\b(for)(?=implementation)", r"\1 ", _JOINED),
    # Torture, Genocide, the Covenants' protocols
    Mend("cat", "", r"\bieast\b", "least", _SLIP),
    Mend("cat", "", r"\banicle\b", "article", _SLIP),
    Mend("cat", "", r"\bfromthc\b", "from the", _SLIP),
    Mend("iccpr-op1", "", r"implemenation", "implementation", _SLIP),
    Mend("iccpr-op1", "", r"communciation", "communication", _SLIP),
    Mend("op-icescr", "preamble", r"^Preamble\s*", "", _HEADING),
    Mend("op-icescr", "", r"^[A-Z][^\n.;]{4,80}\n(?=1\.)", "", "the title stands in the text of the article"),
    Mend("op-icescr", "2", r"^Communications(?=\s?Communications)", "", "the title stands in the text of the article"),
    Mend("op-icescr", "4", r"^Communications not revealing a clear disadvantage", "", "the title stands in the text"),
    Mend("op-icescr", "13", r"^Protection measures", "", "the title stands in the text of the article"),
    Mend("op-icescr", "15", r"^Annual report", "", "the title stands in the text of the article"),
    Mend("op-icescr", "16", r"^Dissemination and information", "", "the title stands in the text of the article"),
    Mend(
        "op-icescr", "21", r"^Notification by the Secretary-General", "", "the title stands in the text of the article"
    ),
    Mend("op-icescr", "", r"(?<=\.)\s*-?\s*\d(?: \d)?\s*-?\s*$", "", _PAGE),
    Mend("op-icescr", "9", r"_4 _", " ", _PAGE),
    # Geneva
    Mend("gc-iv", "", r"\b(following)(?=provisions|rights)|\b(without)(?=distinction)", r"\1\2 ", _JOINED),
    Mend("gc-iv", "", r"\b(reasons)(?=for\b)|\b(thus)(?=detailed)|\b(or)(?=property)", r"\1\2\3 ", _JOINED),
    Mend("gc-iv", "94", r"\bexercice\b", "exercise", _SLIP),
    Mend("gc-ap1", "", r"\b(humanitarian)(?=purposes)|\b(or)(?=temporary|iv\))", r"\1\2 ", _JOINED),
    # Rome Statute, Charter, law of treaties
    Mend("rome-statute", "", r"\b(alia)(?=the)|\b(placed)(?=hors)|\b(combat)(?=by\b)", r"\1\2\3 ", _JOINED),
    Mend("rome-statute", "", r"\b(investigations)(?=proprio)|\b(motu)(?=on\b)", r"\1\2 ", _JOINED),
    Mend("un-charter", "2", r"\bVll\b", "VII", _SLIP),
    Mend("un-charter", "preamble", r"\b(DETERMINED|ENDS)(?=to\b)", r"\1 ", _JOINED),
    Mend("un-charter", "", r"\b(whereof|and)(?=the\b|to\b)", r"\1 ", _JOINED),
    Mend("vclt", "", r"\b(Considering|Recognizing|Recalling)(?=the\b)|\b(agreed)(?=as\b)", r"\1\2 ", _JOINED),
    Mend("vclt", "", r"\b(Noting|Affirming|Believing)(?=that\b)|\b(mind)(?=the\b)", r"\1\2 ", _JOINED),
    Mend("vclt", "", r"\b(the)(?=pacta)|\b(servanda)(?=rule)|\b(whereof)(?=the)|\b(Done)(?=at)", r"\1\2\3\4 ", _JOINED),
    Mend("vclt", "7", r"\baccrediting Stat\b", "accrediting State", _SLIP),
    Mend("vclt", "12", r"\bot the signature\b", "of the signature", _SLIP),
)

# Words that only the joined texts have, and that the rule would part.
_WHOLE = frozenset(
    (
        *("anywhere", "cantons", "citizenship", "condemnable", "designs", "extending", "instability", "nonmember"),
        *("overtime", "payable", "reacquired", "remission", "reserve", "seventh", "sixth", "wartime"),
    )
)

# Pairs whose halves are too rare for the rule, or that stand in a text without other joins.
_PAIRS = (
    "alleges he",
    "as inventions",
    "be claimed",
    "being systematically",
    "beneficiary is",
    "certifications as",
    "coercing him",
    "commerce and",
    "conform to",
    "consistently with",
    "consolidate previous",
    "constitutionally responsible",
    "contemplated in",
    "credence in",
    "earning employment",
    "explanations or",
    "flagrant or",
    "he carries",
    "heavy burdens",
    "illegal entry",
    "instigation of",
    "interrogation rules",
    "lawfully staying",
    "nearest appropriate",
    "or ending",
    "party's observations",
    "portions of",
    "practising a",
    "provinces or",
    "reacquired it",
    "remission of",
    "staying in",
    "to enhancement",
    "uninterrupted residence",
    "unlikely to",
)

DECLARED = Declared(
    mends=_MENDS,
    joined=("cat", "genocide", "iccpr-op1", "iccpr-op2", "icerd", "op-icescr", "refugee"),
    cut=("icerd",),
    whole=_WHOLE,
    pairs=_PAIRS,
)
"""The faults of the copies. In the seven joined texts words at the ends of lines lost the space between them."""
