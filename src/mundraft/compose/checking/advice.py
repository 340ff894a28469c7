"""How an answer is printed: the line that is advised for a question, a group or a field that nothing prints.

What is advised must print what it is advised for, in every paper: a list is not printed as one answer is, a phrase
needs a sentence around it, and an answer that may be missing must not leave a hole.
"""

from __future__ import annotations

from mundraft.compose.checking.faults import Standing
from mundraft.interview.places import field_of_entry
from mundraft.library.questions import Group, Kind, Question

#: How one answer of a kind is printed: in a sentence of the template's own (" … "), or by itself.
_ONE = {
    Kind.NOUN_PHRASE: "… {{ ? | clause }}.",
    Kind.CLAUSE: "… {{ ? | clause }}.",
    Kind.VERB_PHRASE: "{{ seat | at_start }} should {{ ? | bare_verb }}.",
    Kind.YEAR: "… in {{ ? | year }}.",
    Kind.SENTENCE: "{{ ? | sentence }}",
    Kind.QUOTATION: "… {{ ? | quoted }}.",
    Kind.PARAGRAPHS: "{{ ? }}",
}
#: And a list of such answers.
_MANY = {
    Kind.NOUN_PHRASE: "… {{ ? | clauses | series }}.",
    Kind.CLAUSE: "… {{ ? | clauses | series }}.",
    Kind.VERB_PHRASE: "{{ seat | at_start }} should {{ ? | bare_verbs | series }}.",
    Kind.SENTENCE: "{% for one in ? %}{{ one | sentence }} {% endfor %}",
    Kind.QUOTATION: "{% for one in ? %}… {{ one | quoted }}. {% endfor %}",
    Kind.PARAGRAPHS: "{% for one in ? %}{{ one }} {% endfor %}",
}
_OTHER, _OTHERS = "… {{ ? }}.", "… {{ ? | series }}."
#: What an entry is asked for is not always what it prints.
_OF_ENTRY = {
    "ref": "… {{ entry.name }}.",
    "name": "… {{ entry.name }}.",
    "number": "… {{ entry.named }}.",
    "legal_basis": "… {{ entry.legal_basis | series }}.",
}


def how_to_print(one: Standing) -> str:
    """What prints this, as it stands in paper.md.j2; `…` is where the words of the template's own belong."""
    element = one.element
    if isinstance(element, Group):
        within = f"entry.{element.group}" if one.group else element.group
        return f"{{% for {'one' if one.group else 'entry'} in {within} %}} … {{% endfor %}}"
    name = element.id
    if one.entry is not None:
        field = field_of_entry(element, one.entry)
        if field in _OF_ENTRY:
            return _whole(_OF_ENTRY[field], f"entry.{field}", element)
        name = f"entry.{field or name}"
    if element.kind is Kind.CHOICE:
        return _of_choice(name, element)
    forms, other = (_ONE, _OTHER) if element.many is None else (_MANY, _OTHERS)
    return _whole(forms.get(element.kind, other).replace("?", name), name, element)


def _whole(sentence: str, name: str, question: Question) -> str:
    """The sentence, with what keeps it from having a hole: for who leaves the question unanswered."""
    asks = question.required or "for one in" in sentence or sentence.startswith("{{ " + name)
    return sentence if asks else f"{{% if {name} %}}{sentence}{{% endif %}}"


def _of_choice(name: str, question: Question) -> str:
    value = question.choices[0].value if question.choices else "…"
    if question.many is None:
        return f'{{% if {name} == "{value}" %}} … {{% endif %}}'
    return f'{{% for one in {name} %}}{{% if one == "{value}" %}} … {{% endif %}}{{% endfor %}}'
