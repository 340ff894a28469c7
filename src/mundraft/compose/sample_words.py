"""The words of generated papers: English phrases of every kind about one small topic, the noise of ports at night.

They stand in for a delegate's, so each is of the kind of phrase that its slot takes. All names of people, laws and
works are made up; the numbers count nothing.
"""

from __future__ import annotations

from typing import Final, NamedTuple

TITLE: Final = ("Quieter ports: keeping the night free of noise", "Clean water for islands in the dry season")
NOUN: Final = ("harbour noise", "water shortage on small islands")
GOAL: Final = ("quiet nights in port cities", "safe water on small islands")
COMMITTEE: Final = ("United Nations Environment Assembly", "UNEA")
CONFERENCE: Final = "Riverside Model United Nations"
SCHOOL: Final = "Riverside School"
DELEGATES: Final = ("Ana Flores", "Sami Haddad", "Mei Lin", "Jonas Berg", "Amara Okoye", "Ella Novak")

NOUN_PHRASES: Final = (
    "families whose windows face the quay",
    "engines that run all night to keep the lights on",
    "contracts that pay crews by the hour",
    "night nurses who sleep by day",
    "schools within sight of the cranes",
    "rules that stop at the harbour gate",
    "a fleet that was built before anyone measured",
)
VERBS_PAST: Final = (
    "passed a law that gives every port a quiet hour",
    "connected its three largest quays to the grid",
    "opened an office where residents can report a loud ship",
    "published the first map of noise in its harbours",
    "joined its neighbours in a pilot of electric tugs",
)
VERBS_BARE: Final = (
    "measure the noise at every quay and print the figures each month",
    "give a berth at the grid to the quietest ships first",
    "pay for the first cable in ports that cannot afford one",
    "publish one list of engines that may run at night",
    "train one inspector for every twenty berths",
)
VERBS_PRESENT: Final = (
    "asks States to protect the health of people who live near a port",
    "lets a State turn away a ship that breaks its rules",
    "promises help to States that build what they could not pay for alone",
    "obliges States to tell residents what is measured",
    "gives everyone a say in plans that change their street",
)
CLAUSES: Final = (
    "smaller ports still have no cable and no money for one",
    "nobody measures what is heard behind the second row of houses",
    "old ships are let in wherever they bring trade",
    "the quiet hour ends before most children wake",
    "figures come in a year late",
)
SENTENCES: Final = (
    "In 2023 a survey of forty ports counted nine nights in ten that were louder than a busy street.",
    "A ship at the quay needs light and heat, and most ships still burn oil for both until morning.",
    "Ports that laid a cable heard the difference within a week, and the crews slept better too.",
    "The cost falls on one city, while the goods go to many.",
    "A rule that one port keeps alone only sends the loud ships to the next one.",
)
WORDS: Final = (
    "Quiet quays",
    "A cable for every berth",
    "The morning count",
    "One list of engines",
    "Eyes on the quay",
)
TIMELINES: Final = (
    "within three years of adoption",
    "by 2029",
    "before the end of 2030",
    "2031",
    "a pilot of two years",
)
QUOTATIONS: Final = (
    "We do not ask the ships to leave. We ask them to let us sleep.",
    "A port is a neighbour, and neighbours keep quiet at night.",
)
GUIDE_QUESTIONS: Final = (
    "Who should pay for the first cable?",
    "How can small ports keep rules that large ports can afford?",
    "What should happen to ships that are too old to change?",
)
ACTORS: Final = (
    "the International Maritime Organization",
    "the port authorities of coastal States",
    "the United Nations Environment Assembly",
    "the mayors of port cities",
    "the United Nations Environment Programme",
)
FUNDING: Final = (
    "a small fee on each night at the quay",
    "the budgets of the ports that gain by it",
    "a common fund of the region",
)
MEASURES: Final = (
    "the number of nights below the limit",
    "the share of berths with a cable",
    "the complaints that are answered in a week",
)
SPEAKERS: Final = ("the mayor of Port Anselm", "a night nurse of the seamen's clinic")
DOCUMENTS: Final = ("the Charter of Quiet Ports", "the Declaration on Cities and the Sea")
#: Of the catalogue, as they stand first in most libraries; what a library has not is printed as it is written.
INSTRUMENTS: Final = ("crc", "paris")
ARTICLES: Final = ("24", "3", "12", "29", "8")
YEARS: Final = ("2010", "2011", "2014", "2014", "2009", "2013")
DATES: Final = ("2024-05-13", "2023-11", "2022")
LINKS: Final = ("https://example.org/quiet-ports", "https://example.org/count")
PARAGRAPHS: Final = (
    "Nobody planned the noise of a port. It grew with the ships, one engine at a time, until a city found that it "
    "could no longer sleep with its windows open.",
    "What was done by accident can be undone by decision. A cable costs less than the beds of one hospital, and it "
    "serves every ship that comes after the first.",
)

#: What can follow a noun phrase, a verb phrase or a clause alike, and makes it longer.
TAILS: Final = (
    "in every season",
    "from the first bell to the last ferry",
    "near schools and hospitals",
    "at night",
    "along the whole of the old waterfront",
    "with figures that anyone can look up",
    "on both sides of the border",
    "year after year",
)


class Script(NamedTuple):
    """The same few things said in another script or with signs that break careless programs."""

    name: str
    noun: str
    verb: str
    clause: str
    sentence: str
    words: str


SCRIPTS: Final = (
    Script(
        "accents",
        "crane drivers of Łódź, Çanakkale and São Tomé",
        "met in Nuku’alofa with Zoë Müller and Đorđe Ñáñez",
        "Åland's ferries still sail to Kärdla without a cable",
        "São Tomé and the port of Łódź asked Zoë Müller's naïve question first: à quel prix?",
        "Plan Żółw-Ærø",
    ),
    Script(
        "Arabic",
        "ضجيج الموانئ في الليل",
        "أقرّت قانونًا يحمي نوم السكان",
        "الموانئ الصغيرة لا تملك المال",
        "تعمل سفن كثيرة طوال الليل، ولا أحد يقيس الضجيج.",
        "ليل هادئ",
    ),
    Script(
        "Chinese",
        "港口的夜间噪声",
        "通过了保护居民睡眠的法律",
        "小港口没有资金",
        "许多船舶整夜运行，却没有人测量噪声。",
        "安静的码头",
    ),
    Script(
        "emoji",
        "harbour noise 🚢🔇 and its neighbours 👩🏽‍🔬👨‍👩‍👧",
        "opened a quiet quay 🛥️ for ferries 🇬🇲",
        "the cranes still sing 🎶 at night",
        "Children count ships 🚢🚢 when they cannot sleep 😴.",
        "Quiet quays 🔇",
    ),
)

#: One word of each kind, as somebody writes who wants to be done.
SHORTEST: Final = Script("one word", "noise", "acted", "nothing changed", "Silence.", "Quiet")
SHORTEST_BARE: Final = "act"
SHORTEST_PRESENT: Final = "applies"
