"""The kinds of works of CSL 1.0.2, and what the types of RIS and BibTeX are among them."""

from __future__ import annotations

_KINDS = (
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset "
    "document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation "
    "manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical "
    "personal_communication post post-weblog regulation report review review-book software song speech standard thesis "
    "treaty webpage"
)
CSL_TYPES = frozenset(_KINDS.split())

OF_RIS = {
    "ABST": "article-journal", "ADVS": "motion_picture", "AGGR": "dataset", "ANCIENT": "classic", "ART": "graphic",
    "BILL": "bill", "BLOG": "post-weblog", "BOOK": "book", "CASE": "legal_case", "CHAP": "chapter", "CHART": "figure",
    "CLSWK": "classic", "COMP": "software", "CONF": "paper-conference", "CPAPER": "paper-conference", "CTLG": "book",
    "DATA": "dataset", "DBASE": "dataset", "DICT": "entry-dictionary", "EBOOK": "book", "ECHAP": "chapter",
    "EDBOOK": "book", "EJOUR": "article-journal", "ELEC": "webpage", "ENCYC": "entry-encyclopedia", "EQUA": "figure",
    "FIGURE": "figure", "GEN": "document", "GOVDOC": "report", "GRANT": "document", "HEAR": "hearing",
    "ICOMM": "webpage", "INPR": "article", "INTV": "interview", "JFULL": "periodical", "JOUR": "article-journal",
    "LEGAL": "legislation", "MANSCPT": "manuscript", "MAP": "map", "MGZN": "article-magazine",
    "MPCT": "motion_picture", "MULTI": "webpage", "MUSIC": "musical_score", "NEWS": "article-newspaper",
    "PAMP": "pamphlet", "PAT": "patent", "PCOMM": "personal_communication", "RPRT": "report", "SER": "book",
    "SLIDE": "speech", "SOUND": "song", "STAND": "standard", "STAT": "legislation", "THES": "thesis",
    "UNBILL": "bill", "UNPB": "manuscript", "VIDEO": "motion_picture", "WEB": "webpage",
}  # fmt: skip

OF_BIBTEX = {
    "article": "article-journal", "artwork": "graphic", "audio": "song", "bookinbook": "chapter", "book": "book",
    "booklet": "pamphlet", "collection": "book", "commentary": "book", "conference": "paper-conference",
    "dataset": "dataset", "electronic": "webpage", "image": "graphic", "inbook": "chapter",
    "incollection": "chapter", "inproceedings": "paper-conference", "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case", "legal": "treaty", "legislation": "legislation", "letter": "personal_communication",
    "manual": "book", "mastersthesis": "thesis", "misc": "document", "movie": "motion_picture",
    "music": "song", "mvbook": "book", "mvcollection": "book", "mvproceedings": "book", "mvreference": "book",
    "online": "webpage", "patent": "patent", "performance": "performance", "periodical": "periodical",
    "phdthesis": "thesis", "preprint": "article", "proceedings": "book", "reference": "book", "report": "report",
    "review": "review", "software": "software", "standard": "standard", "suppbook": "chapter",
    "suppcollection": "chapter", "suppperiodical": "article-journal", "techreport": "report", "thesis": "thesis",
    "unpublished": "manuscript", "video": "motion_picture", "webpage": "webpage", "www": "webpage",
}  # fmt: skip

#: What the type of an entry says of its genre, where the entry does not say it itself.
GENRES = {"mastersthesis": "Master’s thesis", "phdthesis": "PhD dissertation"}
