"""The kinds of phrase in words: what each takes, an example, and a sentence frame that it fills."""

from __future__ import annotations

from typing import Final, NamedTuple

from mundraft.library.questions import Kind


class KindWords(NamedTuple):
    """`takes` is what the delegate writes or chooses, `example` an answer, `frame` a sentence for it, "" for none."""

    takes: str
    example: str
    frame: str = ""


KIND_WORDS: Final[dict[Kind, KindWords]] = {
    Kind.NOUN_PHRASE: KindWords(
        "a thing in a few words, with its article where it needs one", "false offers of work", "One cause is {answer}."
    ),
    Kind.VERB_PHRASE: KindWords(
        "what somebody does, from the verb on, without the subject",
        "open joint desks at their busiest crossings",
        "{seat} proposes that States {answer}.",
    ),
    Kind.CLAUSE: KindWords(
        "subject and verb, without a capital letter or a full stop",
        "the fund has received no money",
        "This matters because {answer}.",
    ),
    Kind.SENTENCE: KindWords("one whole sentence or two", "The fund has received no money since 2019."),
    Kind.PARAGRAPHS: KindWords("free text, with an empty line between paragraphs", "The fund was set up in 2012."),
    Kind.WORDS: KindWords("a name, a title or a number, printed as it stands", "Ms Adaeze Okafor"),
    Kind.QUOTATION: KindWords("someone else's exact words, without quotation marks", "No child should be for sale."),
    Kind.YEAR: KindWords("a year", "2031"),
    Kind.DATE: KindWords("a day, as YYYY-MM-DD; the day or the month can be left out", "2026-11-22"),
    Kind.LINK: KindWords("a web address", "https://example.org/report"),
    Kind.CHOICE: KindWords("one of the question's `choices`", "support"),
    Kind.COUNTRY: KindWords(
        "the seat: a country of the library, or any name written in by hand; for a person take `words`", "Kenya"
    ),
    Kind.COMMITTEE: KindWords("a committee of the library, or any other by its name", "Human Rights Council"),
    Kind.CONFERENCE: KindWords("a conference whose rules are known, or any other by its name", "Riverside MUN"),
    Kind.DELEGATES: KindWords("a list of names", "Amina Odhiambo"),
    Kind.INSTRUMENT: KindWords("an instrument of the library, or one written in by hand", "crc"),
    Kind.ARTICLE: KindWords("an article of the instrument that the entry belongs to", "35"),
    Kind.PROVISIONS: KindWords("articles among those that the topic cites already", "crc, article 35"),
}
