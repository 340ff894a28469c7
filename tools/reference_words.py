"""What the reference says of names, fields, filters and tests, and the examples that it runs."""

from __future__ import annotations

from typing import Any, Final

from mundraft.document.tree import Cited, Origin
from mundraft.templating.leaf import Leaf, record_of


def _said(text: str, *cites: str) -> Leaf:
    return Leaf(text, Origin.DELEGATE, tuple(Cited(source) for source in cites))


#: The answers that the examples print; a citation is shown as [s1].
ANSWERS: Final[dict[str, Any]] = {
    "seat": record_of(name=_said("Netherlands"), article=True),
    "problem": _said("Nobody counts the missing nets", "s1"),
    "stance": _said("to weigh every net in every port."),
    "causes": (_said("poverty", "s1"), _said("Too few inspectors."), _said("slow, costly courts", "s2")),
    "when": _said("in 2031."),
    "speech": _said('"No child is for sale"', "s1"),
    "actions": (
        record_of(did=_said("opened a fund", "s1")),
        record_of(did=_said("closed it")),
    ),
    "nothing": _said(""),
    "number": 3,
}


#: By the name of the filter, test or function: lines that show it.
EXAMPLES: Final[dict[str, tuple[str, ...]]] = {
    "at_start": ("{{ seat | at_start }} proposes it.",),
    "bare_verb": ("States should {{ stance | bare_verb }}.",),
    "bare_verbs": ("It asks them to {{ [stance] | bare_verbs | series }}.",),
    "capital": ("{{ stance | capital }}",),
    "cited": ("{{ 'As the fund says' | cited(problem) }}, it is late.",),
    "clause": ("This matters because {{ problem | clause }}.",),
    "clauses": ("It is caused by {{ causes | clauses | series }}.",),
    "count": ("{{ causes | count }} causes stand here.",),
    "first": ("The first cause is {{ causes | first | clause }}.",),
    "given": ("{% for cause in causes | given %}{{ cause | sentence }} {% endfor %}",),
    "in_sentence": ("For {{ seat | in_sentence }}, this is late.",),
    "last": ("The last cause is {{ causes | last | clause }}.",),
    "mark": ("This was told before{{ problem | mark }}.",),
    "number_word": ("{{ causes | number_word | capital }} causes stand out.",),
    "ordinal_word": ("The {{ number | ordinal_word }} cause is hidden.",),
    "phrase": ("Its causes: {{ causes | last | phrase }}.",),
    "plural": ("{{ causes | number_word }} {{ causes | plural('cause', 'causes') }}",),
    "possessive": ("{{ seat | at_start | possessive }} ports are full.",),
    "quoted": ("It said: {{ speech | quoted }}.",),
    "rest": ("After that come {{ causes | rest | clauses | series }}.",),
    "sentence": (
        "{{ problem | sentence }}",
        "{{ 'It' ~ ' ' ~ actions[0].did | sentence }}",
        "{{ nothing | sentence }}",
    ),
    "series": ("{{ ['nets', 'hooks', 'lines'] | series }}", "{{ ['nets', 'hooks'] | series('or') }}"),
    "verb": ("{{ seat | at_start }} hopes {{ stance | verb }}.",),
    "words": ("{{ problem | words }}",),
    "year": ("This ends in {{ when | year }}.",),
    "vary": ("{{ vary('opening', 'First', 'To begin') }}, nets are weighed.",),
    "given (test)": ("{% if nothing is given %}There is one.{% else %}There is none.{% endif %}",),
    "one": ("{% if causes is one %}One cause.{% else %}Several causes.{% endif %}",),
    "many": ("{% if causes is many %}Several causes.{% else %}One cause.{% endif %}",),
    "odd": ("{% for cause in causes %}{% if loop.index is odd %}{{ cause | sentence }} {% endif %}{% endfor %}",),
    "even": ("{% for cause in causes %}{% if loop.index is even %}{{ cause | sentence }} {% endif %}{% endfor %}",),
}

#: What each test asks.
TESTS: Final = {
    "given": "whether an answer was given; `{% if name %}` asks the same",
    "one": "whether a list has one entry, or a number is 1",
    "many": "whether a list has more than one entry, or a number is above 1",
    "odd": "whether a number is odd",
    "even": "whether a number is even",
}

#: The names that every template has, whatever it asks, and the fields that the program makes beside the answers.
NAMES: Final = {
    "seat": "Whom the delegate speaks for.",
    "seat.name": "the name, without an article; `in_sentence` and `at_start` set it right",
    "seat.article": "whether the name has an article: the Gambia",
    "seat.adjective": "the adjective: Kenyan",
    "seat.formal": "the formal name",
    "seat.delegation": "the delegation: the Kenyan delegation, or the delegation of the Netherlands",
    "seat.country": "whether it is one of the library's, and not written in by hand",
    "seat.it": "whether the word it may stand for the seat: not for a person",
    "committee": "The committee.",
    "committee.name": "its name",
    "committee.short": "its letters",
    "topic": "The topic of this part of the paper.",
    "topic.title": "as the agenda has it",
    "topic.noun": "as a noun phrase",
    "topic.frame": "problem or goal",
    "is_goal": "Whether the topic names a goal and no problem.",
    "variety": "The seed from which `vary` chooses: drawn for each paper when it is begun, and the same ever after.",
}
#: The fields of entries that are no key of the paper, or are another thing in a text; by group where it matters.
MADE_FIELDS: Final = {
    "instruments/year": "its year, where the title does not say it",
    "instruments/articles": "the articles of it that the paper cites",
    "cite": "the citation marks of the entry",
    "years_on": "how many years after the entry before; -1 where that is not known, -2 where it came earlier",
    "it_is_clear": "whether the word it would still mean the seat here",
    "timeline_is_year": "whether the timeline is a bare year, which needs by before it",
    "timetable": "the timeline where it is a noun: a pilot of two years",
    "actor_is_seat": "whether the actor is the seat itself",
    "name": "the name, as a sentence has it",
    "article": "whether the name has an article: the Convention",
    "named": "the article as a sentence has it: article 35",
    "standing": "a clause that says how the seat stands to it; nothing where that is not known",
    "joined_in": "the year in which the seat became a party; nothing where that is not known",
    "legal_basis": "a list of the provisions on which it rests, as a sentence has them",
}
