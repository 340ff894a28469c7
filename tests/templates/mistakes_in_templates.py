"""Mistakes that teachers make in a template: in `template.yaml`, in `paper.md.j2`, and between the two."""

from __future__ import annotations

from mistakes_form import WARNING, Mistake

_YAML = "templates/river/template.yaml"
_TEXT = "templates/river/paper.md.j2"


def _asks(name: str, old: str, new: str, look: str, *says: str, severity: str = "error") -> Mistake:
    return Mistake(name, _YAML, old, new, look, says, severity)


def _prints(name: str, old: str, new: str, look: str, *says: str, severity: str = "error") -> Mistake:
    return Mistake(name, _TEXT, old, new, look, says, severity)


#: How the file is written: what an editor, a word processor or a web page does to it.
WRITTEN = (
    _asks("tab-indent", "      - id: gaps", "\t\t\t- id: gaps", "- id: gaps", "tab", "spaces"),
    _asks("no-colon", "kind: clause", "kind clause", "kind clause", "colon"),
    _asks("no-space-after-colon", "kind: clause", "kind:clause", "kind:clause", "space", "colon"),
    _asks("no-space-after-dash", "      - id: gaps", "      -id: gaps", "-id: gaps", "space", "-"),
    _asks("colon-in-text", "ask: What came of it?", "ask: The result: what came of it?", "ask: The result", "quot"),
    _asks("line-too-far-left", "        kind: clause", "       kind: clause", "kind: clause", "space"),
    _asks("line-too-far-right", "        kind: clause", "         kind: clause", "kind: clause", "space"),
    _asks("no-break-space", "        kind: clause", "\u00a0\u00a0\u00a0\u00a0kind: clause", "kind: clause", "space"),
    _asks(
        "unclosed-quote",
        'frame: "{answer} should measure the water."',
        'frame: "{answer} should measure the water.',
        '"{answer} should measure',
        "quot",
    ),
    _asks(
        "quotes-of-word",
        "ask: What came of it?",
        "ask: “What came of it?”",
        "ask: “What came of it?”",
        "straight",
        "word processor",
        severity=WARNING,
    ),
    _asks(
        "help-not-written",
        "help: Copy it word for word.",
        "help: Say here what a good answer holds, and how long it is.",
        "help: Say here",
        "students read it",
        severity=WARNING,
    ),
    _asks("quote-inside-quotes", '"The end is {answer}."', '"The "end" is {answer}."', 'The "end" is', "quot"),
    _asks("unquoted-brace", '"The end is {answer}."', "{answer} is the end.", "{answer} is the end", "quot"),
    _asks("unquoted-asterisk", "ask: What came of it?", "ask: *What* came of it?", "*What*", "quot", "*"),
    _asks("curly-quotes", "kind: clause", "kind: “clause”", "“clause”", "quotation marks", "clause"),
    _asks(
        "text-cut-by-hash",
        "ask: What came of it?",
        "ask: What is result # 1?",
        "result # 1",
        "#",
        "quot",
        severity=WARNING,
    ),
    Mistake("utf-16", _YAML, "", "", "", ("utf-8",), encoding="utf-16"),
    Mistake(
        "latin-1",
        _YAML,
        "Nepal asks the Council to count",
        "Népal asks the Council to count",
        "pal asks the Council",
        ("utf-8",),
        encoding="latin-1",
    ),
    Mistake("wrong-ending", _YAML, "", "", "", ("template.yaml", "template.yml"), renamed="template.yml"),
    Mistake("text-missing", _TEXT, "", "", "", ("paper.md.j2",), renamed=""),
    Mistake("text-named-txt", _TEXT, "", "", "", ("paper.md.j2", "paper.md.j2.txt"), renamed="paper.md.j2.txt"),
)

#: What a template asks.
ASKED = (
    _asks("first-line-lost", "          - id: mechanism\n", "", "ask: How would it work?", "two entries", "dash"),
    _asks(
        "kind-forgotten",
        "        kind: noun_phrase\n        required: true\n        many:",
        "        required: true\n        many:",
        '"The roots of {topic} lie',
        "sentence",
        "noun_phrase",
    ),
    _asks(
        "key-misspelt",
        "            needs_source: true",
        "            need_source: true",
        "need_source",
        "need_source",
        "needs_source",
    ),
    _asks("key-capital", "description: A short", "Description: A short", "Description", "Description", "description"),
    _asks("kind-misspelt", "kind: clause", "kind: claus", "kind: claus", "claus", "clause"),
    _asks(
        "kind-with-a-space",
        "kind: verb_phrase\n            required: true\n            cited",
        "kind: verb phrase\n            required: true\n            cited",
        "kind: verb phrase",
        "verb_phrase",
    ),
    _asks(
        "text-for-a-list",
        "    asks:\n      - national_actions\n      - gaps",
        "    asks: national_actions, gaps",
        "asks: national_actions",
        "list",
        "- ",
    ),
    _asks(
        "list-for-a-text",
        "help: Who pays, who checks, by when.",
        "help:\n              - Who pays.\n              - Who checks.",
        "- Who pays",
        "list",
    ),
    _asks("number-with-words", "max_words: 400", "max_words: 400 words", "max_words", "400 words", "number"),
    _asks("number-in-letters", "words: 150", "words: many", "words: many", "many", "number"),
    _asks("id-twice", "- id: gaps", "- id: causes", "      - id: causes\n        ask: What is still", "causes"),
    _asks("no-ask", "        ask: What is still left to do at home?\n", "", "- id: gaps", "ask"),
    _asks("id-with-spaces", "- id: gaps", "- id: gaps at home", "gaps at home", "gaps at home", "space"),
    _asks(
        "question-is-a-step",
        "  - id: country\n    title: What your country has done",
        "  - id: friends\n    ask: Who are your friends?\n    kind: noun_phrase\n    help: One or two.\n\n"
        "  - id: country\n    title: What your country has done",
        "- id: friends",
        "questions",
    ),
    _asks("steps-missing", "steps:\n", "steps:\nsteps_of_mine:\n", "steps_of_mine", "steps_of_mine", "steps"),
    _asks("group-misspelt", "- group: solutions", "- group: solution", "group: solution", "solution", "solutions"),
    _asks("group-field-unknown", "- id: mechanism", "- id: mechanisms", "- id: mechanisms", "mechanisms", "mechanism"),
    _asks("place-misspelt", "at: topic:title", "at: topic:titel", "topic:titel", "titel", "topic:title"),
    _asks("place-with-a-full-stop", "at: topic:noun", "at: topic.noun", "topic.noun", "topic:noun"),
    _asks(
        "many-is-yes",
        "        many:\n          min: 1\n          max: 4\n",
        "        many: true\n",
        "many: true",
        "many",
        "max",
    ),
    _asks(
        "least-above-most",
        "          min: 1\n          max: 4",
        "          min: 5\n          max: 4",
        "min: 5",
        "5",
        "4",
    ),
    _asks(
        "choice-without-choices",
        "        choices:\n          - value: calm\n            label: Calm, with thanks\n"
        "          - value: firm\n            label: Firm, with a limit\n",
        "",
        "kind: choice",
        "choices",
    ),
    _asks("when-names-nothing", "answer: tone\n", "answer: tones\n", "answer: tones", "tones", "tone"),
    _asks("when-value-unknown", "            - firm\n", "            - frim\n", "- frim", "frim", "firm"),
    _asks(
        "limits-crossed",
        "          words: 30\n          warn_words: 20",
        "          words: 20\n          warn_words: 30",
        "warn_words: 30\n\n  - id: proposals",
        "30",
        "20",
        severity=WARNING,
    ),
    _asks(
        "another-kind-of-file",
        "mundraft-template: 1",
        "mundraft-conference: 1",
        "mundraft-conference",
        "mundraft-template",
    ),
    _asks(
        "extends-misspelt",
        "",
        "mundraft-template: 1\nextends: clasic\nname: Ours\n",
        "extends: clasic",
        "clasic",
        "classic",
    ),
)

#: What a delegate is helped with.
HELPED = (
    _asks("frame-without-answer", '"The end is {answer}."', '"The end is calm."', "The end is calm", "{answer}"),
    _asks(
        "frame-answer-misspelt", '"The end is {answer}."', '"The end is {anwser}."', "{anwser}", "{anwser}", "{answer}"
    ),
    _asks(
        "frame-country",
        '"{seat} recognises that {answer}."',
        '"{country} recognises that {answer}."',
        "{country}",
        "{country}",
        "{seat}",
    ),
    _asks("frame-doubled-braces", '"The end is {answer}."', '"The end is {{ answer }}."', "{{ answer }}", "{answer}"),
    _asks(
        "frame-of-another-kind",
        'kind: noun_phrase\n        frame: "{seat} cannot',
        'kind: sentence\n        frame: "{seat} cannot',
        "{seat} cannot accept",
        "sentence",
        "noun_phrase",
    ),
    _asks(
        "noun-in-a-frame-of-its-own",
        'kind: sentence\n            frame: "{answer}"\n            help: One',
        'kind: noun_phrase\n            frame: "{answer}"\n            help: One',
        'frame: "{answer}"\n            help: One',
        "noun_phrase",
        "sentence",
    ),
    _asks(
        "help-missing",
        '        help: A short statement that can stand after "that".\n',
        "",
        "- id: gaps",
        "help",
        severity=WARNING,
    ),
    _asks(
        "weak-alone",
        "            strong: measure the water at every outlet once a month\n",
        "",
        "weak: work together",
        "strong",
        severity=WARNING,
    ),
    _asks(
        "strong-too-long",
        "          words: 30\n          warn_words: 20",
        "          words: 6\n          warn_words: 5",
        "strong: two of its towns",
        "strong",
        "6",
        severity=WARNING,
    ),
    _asks(
        "strong-ends-with-a-stop",
        "strong: drains that nobody has mapped",
        "strong: Nobody has mapped the drains.",
        "strong: Nobody has",
        "noun_phrase",
        "full stop",
        severity=WARNING,
    ),
)

#: The text of the paper by itself.
JINJA = (
    _prints(
        "name-misspelt",
        "{{ definition | sentence }}",
        "{{ definiton | sentence }}",
        "definiton",
        "definiton",
        "definition",
    ),
    _prints(
        "one-brace-at-the-end",
        "{{ definition | sentence }}",
        "{{ definition | sentence }",
        "definition | sentence",
        "}}",
    ),
    _prints("single-braces", "{{ stance | sentence }}", "{stance}", "{stance}", "{{ stance", severity=WARNING),
    _prints("no-endif", "{{ gaps | clause }}.\n{% endif %}", "{{ gaps | clause }}.", "{% if gaps %}", "endif"),
    _prints("no-endfor", "{% endfor %}\n{% if gaps %}", "{% if gaps %}", "{% for action in", "endfor"),
    _prints(
        "no-endblock",
        "{% endblock %}\n\n{% block country %}",
        "\n{% block country %}",
        "{% block problem %}",
        "endblock",
    ),
    _prints(
        "ends-crossed",
        "{% endfor %}\n{% if gaps %}",
        "{% endif %}\n{% if gaps %}",
        "{% endif %}\n{% if gaps %}",
        "endfor",
        "endif",
    ),
    _prints(
        "end-if-in-two-words",
        "{{ gaps | clause }}.\n{% endif %}",
        "{{ gaps | clause }}.\n{% end if %}",
        "{% end if %}",
        "endif",
    ),
    _prints("else-if", '{% elif tone == "calm" %}', '{% else if tone == "calm" %}', "else if", "elif"),
    _prints("elseif", '{% elif tone == "calm" %}', '{% elseif tone == "calm" %}', "elseif", "elif"),
    _prints("one-equals-sign", 'tone == "firm"', 'tone = "firm"', 'tone = "firm"', "=="),
    _prints("ampersands", '== "firm" and limit', '== "firm" && limit', "&&", "and"),
    _prints("if-in-print-braces", "{% if gaps %}", "{{ if gaps }}", "{{ if gaps }}", "{% if"),
    _prints("print-in-tag-braces", "{{ stance | sentence }}", "{% stance | sentence %}", "{% stance", "{{ stance"),
    _prints("for-of", "for solution in solutions", "for solution of solutions", "solution of", " in "),
    _prints(
        "unclosed-comment",
        "one block for each paragraph. #}",
        "one block for each paragraph.",
        "A short paper for",
        "#}",
    ),
    _prints("unclosed-quote", '"recognises", "admits")', '"recognises", "admits)', '"admits)', "quot"),
    _prints("curly-quotes", '"recognises", "admits")', "“recognises”, “admits”)", "“recognises”", "quotation marks"),
    _prints(
        "filter-misspelt", "{{ stance | sentence }}", "{{ stance | sentance }}", "sentance", "sentance", "sentence"
    ),
    _prints("filter-of-python", "{{ stance | sentence }}", "{{ stance | title }}", "| title", "title", "capital"),
    _prints(
        "filter-join",
        'stands one thing: " ~ (causes | clauses | series)',
        "stands one thing: \" ~ (causes | join(', '))",
        "join",
        "join",
        "series",
    ),
    _prints("filter-without-name", "{{ stance | sentence }}", "{{ stance | }}", "stance | }}", "filter"),
    _prints("method-call", "{{ stance | sentence }}", "{{ stance.capitalize() }}", "capitalize", "filter"),
    _prints("macro-misspelt", "{{ deed(action,", "{{ deeds(action,", "deeds(", "deeds", "deed"),
    _prints(
        "macro-with-too-little",
        "{{ deed(action, seat | in_sentence) }}",
        "{{ deed(action) }}",
        "{{ deed(action) }}",
        "deed",
        "subject",
    ),
    _prints(
        "macro-with-too-much",
        "{{ deed(action, seat | in_sentence) }}",
        "{{ deed(action, seat | in_sentence, 1) }}",
        "{{ deed(action",
        "deed",
        "2",
    ),
    _prints(
        "loop-variable-misspelt", "{{ solution.mechanism |", "{{ soluton.mechanism |", "soluton", "soluton", "solution"
    ),
    _prints(
        "field-misspelt", "{{ solution.mechanism |", "{{ solution.mechanisme |", "mechanisme", "mechanisme", "mechanism"
    ),
    _prints(
        "field-of-a-list",
        "{{ solution.mechanism |",
        "{{ solutions.mechanism |",
        "solutions.mechanism",
        "solutions",
        "for",
    ),
    _prints(
        "list-printed-whole",
        "{{ stance | sentence }}",
        "{{ stance | sentence }}\n{{ causes }}",
        "{{ causes }}",
        "causes",
        "series",
    ),
    _prints(
        "record-printed-whole", "{{ seat | at_start }} thanks", "{{ seat }} thanks", "{{ seat }}", "seat", "at_start"
    ),
    _prints(
        "country-for-seat",
        "{{ seat | at_start }} thanks",
        "{{ country | at_start }} thanks",
        "{{ country |",
        "country",
        "seat",
    ),
    _prints("html", "{{ stance | sentence }}", "<b>{{ stance | sentence }}</b>", "<b>", "<b>", "**"),
    _prints(
        "include-of-nothing",
        "{{ stance | sentence }}",
        '{{ stance | sentence }}\n{% include "footer.html" %}',
        "footer.html",
        "footer.html",
    ),
)

_FRIENDS = """\
      - id: friends
        ask: Who are your friends?
        kind: noun_phrase
        frame: "{seat} counts on {answer}."
        help: One or two.
        weak: all
        strong: the towns below
"""
_QUOTATIONS = """\
      - group: quotations
        title: Quotations
        item: Quotation
        questions:
          - id: words
            ask: Who said what?
            kind: quotation
            frame: "{answer}"
            help: The exact words.
"""

#: Whether the text fits what is asked.
FIT = (
    Mistake(
        "id-misspelt",
        _YAML,
        "- id: definition",
        "- id: defintion",
        "{{ definition |",
        ("definition", "defintion"),
        look_in=_TEXT,
    ),
    _asks(
        "question-unused",
        "      - id: tone\n",
        _FRIENDS + "      - id: tone\n",
        "- id: friends",
        "friends",
        severity=WARNING,
    ),
    _asks(
        "group-unused",
        "      - group: solutions\n",
        _QUOTATIONS + "      - group: solutions\n",
        "group: quotations",
        "quotations",
        severity=WARNING,
    ),
    Mistake(
        "field-unused",
        _TEXT,
        "{{ solution.mechanism | sentence(solution.cite) }}\n",
        "",
        "- id: mechanism",
        ("mechanism",),
        WARNING,
        look_in=_YAML,
    ),
    _asks("part-key-misspelt", "- key: problem", "- key: problm", "- key: problm", "problm", "problem"),
    _prints("block-renamed", "{% block problem %}", "{% block issue %}", "{% block issue %}", "issue", "problem"),
    Mistake(
        "part-left-out",
        _YAML,
        "  - key: country\n    title: Your country\n    words: 120\n"
        "    asks:\n      - national_actions\n      - gaps\n",
        "",
        "{% block country %}",
        ("country", "parts"),
        look_in=_TEXT,
    ),
    _asks("parts-missing", "parts:\n", "part:\n", "part:", "part", "parts"),
    _asks("asks-misspelt", "      - definition\n", "      - defintion\n", "- defintion", "defintion", "definition"),
    _asks("parts-too-long", "words: 150", "words: 500", "words: 500", "400", severity=WARNING),
    _prints(
        "sentence-in-a-sentence",
        "~ (causes | clauses | series)) | sentence }}\n{% elif",
        "~ definition) | sentence }}\n{% elif",
        "~ definition)",
        "definition",
        "sentence",
        severity=WARNING,
    ),
    _prints(
        "sentence-as-a-verb",
        "{{ stance | sentence }}",
        "{{ seat | at_start }} {{ stance | verb }}.",
        "stance | verb",
        "stance",
        "verb",
        severity=WARNING,
    ),
    _prints(
        "verb-alone",
        '{{ (solution.actor ~ " should " ~ (solution.action | bare_verb)) | sentence }}',
        "{{ solution.actor | capital }} has a task.\n{{ solution.action | sentence }}",
        "solution.action | sentence",
        "action",
        "verb",
        severity=WARNING,
    ),
    _prints(
        "sentence-without-its-filter",
        "{{ stance | sentence }}",
        "{{ stance }}",
        "{{ stance }}",
        "sentence",
        severity=WARNING,
    ),
    _prints(
        "branch-of-a-choice-unknown",
        'tone == "calm"',
        'tone == "clam"',
        'tone == "clam"',
        "clam",
        "calm",
        severity=WARNING,
    ),
    _prints(
        "branch-never-reached",
        "{% elif causes %}",
        "{% elif causes | count > 4 %}",
        "{% elif causes | count > 4 %}",
        "no sample",
        severity=WARNING,
    ),
)

MISTAKES = (*WRITTEN, *ASKED, *HELPED, *JINJA, *FIT)
