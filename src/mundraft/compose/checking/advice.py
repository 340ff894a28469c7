"""How an answer is printed: the line that is advised for a question, a group or a field that nothing prints.

What is advised must print what it is advised for, in every paper: a list is not printed as one answer is, a phrase
needs a sentence around it, and an answer that may be missing must not leave a hole.
"""

from __future__ import annotations

from mundraft.compose.checking.faults import Standing
from mundraft.interview.places import field_of_entry
from mundraft.library.questions import Group, Kind, Question
from mundraft.paper.groups import TOPIC_GROUPS

#: How one answer of a kind is printed: in a sentence of the template's own (" … "), or by itself.
_ONE = {
    Kind.NOUN_PHRASE: "… {{ ? | clause }}.",
    Kind.CLAUSE: "… {{ ? | clause }}.",
    Kind.VERB_PHRASE: "… {{ ? | verb }}.",
    Kind.YEAR: "… in {{ ? | year }}.",
    Kind.SENTENCE: "{{ ? | sentence }}",
    Kind.QUOTATION: "… {{ ? | quoted }}.",
    Kind.PARAGRAPHS: "{{ ? }}",
}
#: And a list of such answers.
_MANY = {
    Kind.NOUN_PHRASE: "… {{ ? | clauses | series }}.",
    Kind.CLAUSE: "… {{ ? | clauses | series }}.",
    Kind.VERB_PHRASE: "… {{ ? | bare_verbs | series }}.",
    Kind.SENTENCE: "{% for one in ? %}{{ one | sentence }} {% endfor %}",
    Kind.QUOTATION: "{% for one in ? %}… {{ one | quoted }}. {% endfor %}",
    Kind.PARAGRAPHS: "{% for one in ? %}{{ one }} {% endfor %}",
}
_OTHER, _OTHERS = "… {{ ? }}.", "… {{ ? | series }}."
#: What an entry is asked for is not always what it prints.
_OF_ENTRY = {
    "ref": "… {{ ?.name }}.",
    "name": "… {{ ?.name }}.",
    "number": "… {{ ?.named }}.",
    "legal_basis": "… {{ ?.legal_basis | series }}.",
}


def how_to_print(one: Standing) -> str:
    """What prints this, as it stands in paper.md.j2; `…` is where the words of the template's own belong."""
    element, entry = one.element, _entry_of(one.group)
    if isinstance(element, Group):
        within = f"{entry}.{element.group}" if entry else element.group
        return f"{{% for {_entry_of(element.group)} in {within} %}} … {{% endfor %}}"
    if one.entry is None:
        return _of_question(element.id, element)
    field = field_of_entry(element, one.entry)
    if field in _OF_ENTRY:
        return _whole(_OF_ENTRY[field].replace("?", entry), f"{entry}.{field}", element)
    return _of_question(f"{entry}.{field}", element)


def _entry_of(group: str) -> str:
    """What an entry of a group is called in the loop that is advised: those of a group in a group otherwise."""
    return ("entry" if group in TOPIC_GROUPS else "inner") if group else ""


def _of_question(name: str, question: Question) -> str:
    if question.kind is Kind.CHOICE:
        return _of_choice(name, question)
    forms, other = (_ONE, _OTHER) if question.many is None else (_MANY, _OTHERS)
    return _whole(forms.get(question.kind, other).replace("?", name), name, question)


def _whole(sentence: str, name: str, question: Question) -> str:
    """The sentence, with what keeps it from having a hole: for who leaves the question unanswered."""
    asks = question.required or "for one in" in sentence or sentence.startswith("{{ " + name)
    return sentence if asks else f"{{% if {name} %}}{sentence}{{% endif %}}"


def _of_choice(name: str, question: Question) -> str:
    value = question.choices[0].value if question.choices else "…"
    if question.many is None:
        return f'{{% if {name} == "{value}" %}} … {{% endif %}}'
    return f'{{% for one in {name} %}}{{% if one == "{value}" %}} … {{% endif %}}{{% endfor %}}'
