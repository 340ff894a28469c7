"""Made-up papers and what they cite: every kind of work, with fields missing, many authors and several scripts.

Everything follows from the seed. Names, titles and addresses are invented, but for a few instruments of the United
Nations that delegates do cite.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from mundraft.document.tree import Cited
from mundraft.models.model import from_values
from mundraft.paper.model import Name, Source

FAMILIES = [
    "Smith",
    "Okafor",
    "García",
    "Nguyen",
    "O’Brien",
    "Müller",
    "Sato",
    "Haddad",
    "Kowalska",
    "Lindqvist",
    "Achebe",
    "Tremblay",
    "Rossi",
    "Petrov",
    "Abubakar",
    "Mbeki",
    "Hernández",
    "Fernandes",
    "Johansson",
    "Yılmaz",
]
WITH_PARTICLES = ("de la Cruz", "van der Meer", "von Arnim", "al-Rashid", "de Souza", "van Dijk", "d’Alembert")
GIVEN = (
    *("Ana", "María José", "John", "J. R.", "Jean-Paul", "Chinua", "Aisha", "Li", "Peter", "Noor", "A. B.", "Élise"),
    *("Anna", "Fatima", "Kwame", "Ingrid", "Hassan", "Priya", "Diego", "Zanele", "Emre", "Sofia", "Ibrahim", "Grace"),
    *("Luca", "Mei", "Tomás", "Yara", "Olga", "Samuel", "Thandi", "Victor"),
)
EASTERN = (("毛", "建国"), ("山田", "太郎"), ("김", "민수"))
BODIES = (
    *("UNICEF", "World Health Organization", "UN Committee on the Rights of the Child", "UNODC", "联合国"),
    *("European Union", "Ministry of Foreign Affairs of Mexico", "Human Rights Watch", "منظمة الصحة العالمية"),
    *("Amnesty International", "World Bank", "African Union", "International Labour Organization", "UNHCR", "FAO"),
    *("International Committee of the Red Cross", "UNESCO", "OECD", "Organization of American States", "Oxfam"),
)
TITLES = (
    "Child trafficking in border regions",
    "A world of debt: a growing burden to global prosperity",
    "The state of the world’s children",
    "What now for the law of the sea?",
    'Guns, drugs and "soft targets" in the Sahel',
    "Financing water and sanitation",
    "Protecting people displaced by climate change",
    "Nuclear disarmament after the review conference",
    "Global report on trafficking in persons",
    "An agenda for peace",
    "Women, peace and security in the Pacific",
    "Towards universal health coverage: who pays?",
    "Clean energy for all - a roadmap",
    "El derecho a la identidad",
    "حماية الأطفال في النزاعات المسلحة",
    "儿童权利公约的执行情况",
    "Dette et développement en Afrique de l’Ouest",
    "The UN at 80",
    "“Never again”? Genocide and the veto",
    "Is the veto obsolete? Five views",
    "Article 2(4): its text, its critics",
)
LANGUAGES = {
    "El derecho a la identidad": "es",
    "حماية الأطفال في النزاعات المسلحة": "ar",
    "儿童权利公约的执行情况": "zh",
    "Dette et développement en Afrique de l’Ouest": "fr",
    "Convención sobre": "es",
    "الاتفاقية بشأن": "ar",
    "Ley General de": "es",
}
HEADS = (
    "Financing",
    "The politics of",
    "Rethinking",
    "A history of",
    "After the crisis:",
    "Who owns",
    "Notes on",
    "Beyond",
)
SUBJECTS = (
    "water and sanitation",
    "child labour",
    "the law of the sea",
    "nuclear disarmament",
    "displacement by climate change",
    "peacekeeping in the Sahel",
    "trafficking in persons",
    "universal health coverage",
    "food security",
    "small arms",
    "migration for work",
    "cyber operations by States",
    "debt relief",
    "indigenous land",
)
TREATIES = ("Convention on", "Protocol relating to", "Agreement on", "Convención sobre", "الاتفاقية بشأن")
LAWS = ("Act on", "Law of 12 May on", "Ley General de")
JOURNALS = (
    "Journal of International Affairs",
    "Revista de derecho",
    "Nature",
    "The Lancet",
    "International organization",
)
PAPERS = ("The Guardian", "El País", "Daily Nation", "The Times of India")
PUBLISHERS = ("Cambridge University Press", "United Nations", "Zed Books", "UNESCO Publishing")
PLACES = ("Geneva", "New York", "Nairobi", "Mexico City")
ENCYCLOPEDIAS = ("Encyclopaedia Britannica", "Max Planck encyclopedia of public international law")
STUDIOS = ("United Artists", "BBC", "YouTube", "Al Jazeera English")
PODCASTS = ("Awake at Night", "The daily brief", "Global dispatches")
LOCATORS = (
    "",
    "",
    "",
    "p. 12",
    "pp. 12-14",
    "pp. 110-114",
    "para. 4(a)",
    "paras. 3-5",
    "art. 35",
    "ch. 3",
    "sec. 2",
    "annex II",
)


@dataclass(frozen=True)
class MadeUpPaper:
    """Sources, and the citations of its marks in their order."""

    sources: tuple[Source, ...]
    marks: tuple[tuple[Cited, ...], ...]


class Maker:
    """Makes sources, one after the other, from one stream of chance."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._count = 0
        self._used: list[tuple[Name, ...]] = []
        self._titles: set[str] = set()

    def source(self) -> Source:
        kind = self._chance.choice(KINDS)
        self._count += 1
        values = {"id": f"s{self._count}", "type": kind, "accessed": self.date(), **MAKERS[kind](self)}
        values = {key: value for key, value in values.items() if key in ("id", "type") or self._kept(key, kind)}
        return from_values(Source, values)

    def _kept(self, key: str, kind: str) -> bool:
        if key == "title" and kind in ("treaty", "legislation"):
            return True
        return self._chance.random() > (0.03 if key in ("title", "accessed", "genre") else 0.12)

    def _one(self, among: tuple[str, ...] | list[str]) -> str:
        return self._chance.choice(among)

    def title(self, among: tuple[str, ...] = HEADS) -> dict[str, object]:
        """A title that no other work of the paper has; a few are in other languages and scripts."""
        head = self._one(TITLES) if among is HEADS and self._chance.random() < 0.5 else self._one(among)
        title = head if head in TITLES else f"{head} {self._one(SUBJECTS)}"
        if title in self._titles:
            return self.title(among)
        self._titles.add(title)
        return {"title": title, **({"language": LANGUAGES[head]} if head in LANGUAGES else {})}

    def person(self) -> Name:
        draw = self._chance.random()
        if draw < 0.06:
            family, given = self._chance.choice(EASTERN)
            return Name(family=family, given=given)
        family = self._one(WITH_PARTICLES if draw < 0.2 else FAMILIES)
        return Name(family=family, given=self._one(GIVEN), suffix="Jr." if draw > 0.97 else "")

    def authors(self, bodies: float = 0.3) -> tuple[Name, ...]:
        if self._used and self._chance.random() < 0.15:
            return self._chance.choice(self._used)
        if self._chance.random() < bodies:
            count = self._chance.choice((1, 1, 1, 1, 2, 3))
            names = tuple(Name(literal=body) for body in self._chance.sample(BODIES, count))
        else:
            names = tuple(self.person() for _ in range(self._chance.choice((1, 1, 1, 2, 2, 3, 3, 4, 5, 8, 12, 22))))
        self._used.append(names)
        return names

    def helpers(self, often: float) -> tuple[Name, ...]:
        """Translators, directors or interviewers: one or two people, or nobody."""
        if self._chance.random() > often:
            return ()
        return tuple(self.person() for _ in range(self._chance.choice((1, 1, 2))))

    def date(self) -> str:
        year = str(self._chance.choice((1989, 1998, 2004, 2015, 2019, 2019, 2021, 2024)))
        precision = self._chance.random()
        if precision < 0.3:
            return year
        month = f"{year}-{self._chance.randint(1, 12):02}"
        return month if precision < 0.45 else f"{month}-{self._chance.randint(1, 28):02}"

    def url(self) -> str:
        return f"https://www.example.org/{self._one(['reports', 'news', 'docs/a_b'])}/{self._chance.randint(1, 9999)}"

    def pages(self) -> str:
        first = self._chance.choice((3, 12, 71, 100, 103, 118, 321, 1087))
        return f"{first}-{first + self._chance.randint(1, 30)}" if self._chance.random() < 0.8 else str(first)

    def resolution(self) -> dict[str, object]:
        session = self._chance.randint(1, 79)
        if self._chance.random() < 0.25:
            year = self._chance.randint(1990, 2024)
            return {
                "author": (Name(literal="UN Security Council"),),
                "number": f"S/RES/{self._chance.randint(600, 2700)} ({year})",
                "issued": f"{year}-10-31",
                "URL": self.url(),
            }
        old = f"{self._chance.randint(1, 3500)} ({self._one(['XXV', 'III', 'XIV'])})"
        return {
            **self.title(),
            "author": (Name(literal="UN General Assembly"),),
            "number": old if session < 31 else f"A/RES/{session}/{self._chance.randint(1, 300)}",
            "issued": self.date(),
            "URL": self.url(),
            "publisher": "United Nations",
            **({"genre": "Resolution"} if self._chance.random() < 0.4 else {}),
        }

    def treaty(self) -> dict[str, object]:
        volume = str(self._chance.randint(1, 2700))
        return {
            **self.title(TREATIES),
            "volume": volume,
            "container-title": self._one(["UNTS", "United Nations Treaty Series"]),
            "page": str(self._chance.choice((3, 137, 171))),
            "issued": self.date(),
            "URL": self.url(),
        }

    def report(self) -> dict[str, object]:
        return {
            **self.title(),
            "author": self.authors(0.8),
            "publisher": self._one(PUBLISHERS + BODIES[:3]),
            "URL": self.url(),
            "issued": self.date(),
            **({"number": self._one(["CRC/C/MEX/CO/3", "A/78/100", "12"])} if self._chance.random() < 0.5 else {}),
            **({"publisher-place": self._one(PLACES)} if self._chance.random() < 0.3 else {}),
            **(
                {"collection-title": "Technical papers", "collection-number": "7"}
                if self._chance.random() < 0.1
                else {}
            ),
        }

    def law(self) -> dict[str, object]:
        return {
            **self.title(LAWS),
            "issued": self.date(),
            "URL": self.url(),
            **(
                {"number": "27", "genre": "Act", "container-title": "Official Gazette", "page": "14"}
                if self._chance.random() < 0.5
                else {}
            ),
        }

    def speech(self) -> dict[str, object]:
        return {
            **self.title(),
            "author": self.authors(0.2),
            "event-title": self._one(["General debate of the General Assembly", "Security Council meeting"]),
            "event-place": self._one(PLACES),
            "issued": self.date(),
            "event-date": self.date() if self._chance.random() < 0.15 else "",
            "URL": self.url(),
            **({"genre": "Statement"} if self._chance.random() < 0.4 else {}),
        }

    def news(self) -> dict[str, object]:
        return {
            **self.title(),
            "author": self.authors(0.05),
            "container-title": self._one(PAPERS),
            "issued": self.date(),
            "URL": self.url(),
            **({"page": self._one(["A3", "7", "1-2", "A1, A4"])} if self._chance.random() < 0.3 else {}),
        }

    def page(self) -> dict[str, object]:
        named = self._chance.random() < 0.6
        return {
            **self.title(),
            "author": self.authors(0.7) if named else (),
            "URL": self.url(),
            "issued": self.date() if self._chance.random() < 0.6 else "",
            "container-title": "UN News" if self._chance.random() < 0.4 else "",
            "publisher": self._one(BODIES) if not named and self._chance.random() < 0.5 else "",
        }

    def book(self) -> dict[str, object]:
        people = "editor" if self._chance.random() < 0.2 else "author"
        return {
            **self.title(),
            people: self.authors(0.1),
            "translator": self.helpers(0.15),
            "publisher": self._one(PUBLISHERS),
            "publisher-place": self._one(PLACES),
            "issued": self.date()[:4],
            **({"edition": self._one(["2", "3", "revised ed."])} if self._chance.random() < 0.3 else {}),
            **({"volume": "2"} if self._chance.random() < 0.1 else {}),
        }

    def chapter(self) -> dict[str, object]:
        return {
            **self.title(),
            "author": self.authors(0.05),
            "editor": self.authors(0.0),
            "translator": self.helpers(0.1),
            "container-title": self._one(TITLES[:12]),
            "publisher": self._one(PUBLISHERS),
            "publisher-place": self._one(PLACES),
            "issued": self.date()[:4],
            "page": self.pages(),
        }

    def article(self) -> dict[str, object]:
        return {
            **self.title(),
            "author": self.authors(0.05),
            "translator": self.helpers(0.05),
            "container-title": self._one(JOURNALS),
            "issued": self.date(),
            "volume": str(self._chance.randint(1, 90)),
            "issue": str(self._chance.randint(1, 12)),
            "page": self.pages(),
            "DOI": f"10.1000/xyz{self._chance.randint(1, 999)}" if self._chance.random() < 0.7 else "",
            "URL": self.url(),
        }

    def thesis(self) -> dict[str, object]:
        return {
            **self.title(),
            "author": (self.person(),),
            "publisher": "University of Nairobi",
            "issued": self.date()[:4],
            "genre": "PhD dissertation",
            "URL": self.url(),
        }

    def film(self) -> dict[str, object]:
        """A film by its directors, or a video by whoever put it on a site."""
        is_film = self._chance.random() < 0.5
        return {
            **self.title(),
            "author": () if is_film else self.authors(0.8),
            "director": self.helpers(0.95) if is_film else (),
            "publisher": self._one(STUDIOS),
            "issued": self.date(),
            "genre": self._one(["Film", "Documentary"]) if is_film else "Video",
            "URL": "" if is_film and self._chance.random() < 0.5 else self.url(),
        }

    def interview(self) -> dict[str, object]:
        return {
            **self.title(),
            "author": (self.person(),),
            "interviewer": self.helpers(0.8),
            "container-title": self._one([*PAPERS, "UN News"]),
            "issued": self.date(),
            "URL": self.url(),
        }

    def podcast(self) -> dict[str, object]:
        return {
            **self.title(),
            "author": self.authors(0.3),
            "container-title": self._one(PODCASTS),
            "publisher": self._one(PUBLISHERS),
            "issued": self.date(),
            "genre": "Podcast",
            "number": str(self._chance.randint(1, 200)) if self._chance.random() < 0.3 else "",
            "URL": self.url(),
        }

    def encyclopedia(self) -> dict[str, object]:
        signed = self._chance.random() < 0.6
        in_print = signed and self._chance.random() < 0.4
        printed: dict[str, object] = {
            "editor": self.authors(0.0), "page": self.pages(), "publisher-place": self._one(PLACES),
        }  # fmt: skip
        return {
            **self.title(),
            "author": (self.person(),) if signed else (),
            "container-title": self._one(ENCYCLOPEDIAS),
            "issued": self.date(),
            "publisher": self._one(PUBLISHERS) if signed else "",
            **(printed if in_print else {"URL": self.url()}),
        }


MAKERS: dict[str, Callable[[Maker], dict[str, object]]] = {
    "document": Maker.resolution,
    "treaty": Maker.treaty,
    "report": Maker.report,
    "legislation": Maker.law,
    "speech": Maker.speech,
    "article-newspaper": Maker.news,
    "article-magazine": Maker.news,
    "post-weblog": Maker.page,
    "webpage": Maker.page,
    "book": Maker.book,
    "chapter": Maker.chapter,
    "article-journal": Maker.article,
    "thesis": Maker.thesis,
    "motion_picture": Maker.film,
    "interview": Maker.interview,
    "broadcast": Maker.podcast,
    "entry-encyclopedia": Maker.encyclopedia,
}
KINDS = (*MAKERS, "document", "report", "webpage", "webpage", "treaty", "article-journal")


def made_up_paper(seed: int, size: int) -> MadeUpPaper:
    """A paper of so many sources: each is cited alone first, some later again, alone or with others."""
    chance = random.Random(seed)
    maker = Maker(chance)
    sources = tuple(maker.source() for _ in range(size))
    marks: list[tuple[Cited, ...]] = []
    for index, source in enumerate(sources):
        marks.append((Cited(source.id, chance.choice(LOCATORS)),))
        if chance.random() < 0.4:
            so_far = [cited.id for cited in sources[: index + 1]]
            again = chance.sample(so_far, k=min(len(so_far), chance.choice((1, 1, 2, 2, 3))))
            marks.append(tuple(Cited(id_, chance.choice(LOCATORS)) for id_ in again))
    return MadeUpPaper(sources, tuple(marks))
