"""Codes of templates: for the teacher who writes one."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    "template-syntax": (
        "The text of the template cannot be read as Jinja at this line: a {{ or {% is not closed, a word is misspelt, "
        "or an {% if %} has no {% endif %}. The line that is named is where reading stopped; the cause can be just "
        "above."
    ),
    "template-not-allowed": (
        "Templates are filled in a closed sandbox, because they come from others. Only what writing a paper needs is "
        "allowed: blocks, if, for, set, macros, and the filters that the reference lists."
    ),
    "template-private-name": (
        "Names that begin with an underscore lead into the program's inside, and are closed to templates."
    ),
    "template-preset-unknown": (
        "The template says at `preset` whose rules its papers follow, and the library has no such preset, or one "
        "that cannot be read. A new paper then follows no conference's rules. The id of a preset is its file's name "
        "without .yaml; `mundraft conference list` shows them. A preset of your own goes into templates/conferences, "
        "beside the template, and into the same pack."
    ),
    "template-unknown-name": (
        "The template uses a name that it is never given. Compare it with the ids of the questions in template.yaml; "
        "they must be spelt alike."
    ),
    "template-unknown-field": (
        "The template asks for a part that this value does not have, such as `solution.prize` for `solution.price`. "
        "Compare it with the fields that the reference lists. Inside a loop, ask the entry and not the list."
    ),
    "template-unknown-filter": (
        "Behind the sign | stands the name of a filter, which shapes an answer for its place; there is none of this "
        "name. A whole sentence: sentence. Inside a sentence: clause, phrase, year; verb for what is done, bare_verb "
        "behind your own “should” or “to”. A list: series joins it, clauses and bare_verbs shape each entry, first, "
        "last, rest and given take entries, count, plural, number_word and ordinal_word count. A name: in_sentence, "
        "at_start, possessive. Words: capital, quoted. Citations: words leaves them out, mark prints them alone, cited "
        "prints both. The reference has an example of each."
    ),
    "template-unknown-test": (
        "Behind `is` stands the name of a test, and there is none of this name. There are: given (not empty), one and "
        "many (of a list or a number), odd and even (of a number). For example {% if causes is many %}."
    ),
    "template-no-place": (
        "A question's answer is kept at a place of the paper: a field that every paper has, or the question's own id. "
        "This place does not exist, and a question without a place is passed over in silence. Correct `at` or `id`."
    ),
    "template-condition-unknown": (
        "`when` names the answer on which a question depends: the id of another question, or a field of the same "
        "entry. There is none of this name, so the question would be asked always or never."
    ),
    "template-asked-twice": (
        "Two questions keep their answer at one place. Only the first of them is asked. Give the second its own id."
    ),
    "template-part-without-block": (
        "Each part in template.yaml is a block of paper.md.j2 with the same name. Without the block nothing is "
        "printed, and what a delegate writes in its place is not printed either."
    ),
    "template-block-without-part": (
        "Each block of paper.md.j2 is a part of the paper that a delegate may write alone. List it under `parts` in "
        "template.yaml, so that it can be offered."
    ),
    "template-asks-unknown": (
        "`asks` lists the questions and groups, by their ids, that only this part prints. Nothing in the template has "
        "this id."
    ),
    "template-hole": (
        "The template's own paper.md.j2 prints an answer between other words of a sentence, and the question need not "
        "be answered, or the list may be empty. In the paper of who passes over it stands a sentence with a hole: "
        "“Peru speaks with for those who wait.” Put {% if … %} with the name before the sentence and {% endif %} "
        "behind it, say with {% else %} what stands there otherwise, or make the question `required: true`. Only a "
        "place whose sentence is sure is told: what a macro of another template prints is not looked at."
    ),
    "template-block-inside": (
        "Each block is one part of the paper, so blocks stand side by side and never inside one another. Put the "
        "condition into the block."
    ),
    "template-missing-argument": (
        "A macro was called without one of its arguments. Give it, or give the macro a default."
    ),
    "template-wrong-kind": (
        "A filter was given another kind of value than it works on, such as a list where it wants words. Look at the "
        "filter's example in the reference."
    ),
    "template-cannot-print": (
        "The template prints something that is not words: a list, an entry with parts, or a yes or no. Print one part "
        "of it, or join a list with the filter `series`."
    ),
    "template-link": (
        "A link in a template's own text must lead to a whole http or https address. Answers cannot be put into a link."
    ),
    "template-characters": (
        "The text holds an invisible character that has no meaning in text. Delete the place and type it again."
    ),
    "template-not-utf8": (
        'The text of the template is not saved as UTF-8. Open it in your editor, choose "Save as" and the encoding '
        "UTF-8."
    ),
    "template-too-long": "A text of the template is longer than any paper needs. Take out what does not belong to it.",
    "template-too-deep": (
        "Pieces of the template stand inside one another, or macros call one another, deeper than can be followed. A "
        "macro must not call itself."
    ),
    "template-too-much-output": (
        "One part prints more values than a part of a paper can hold. Look for a loop in a loop."
    ),
    "template-out-of-fuel": (
        "Filling the template took more steps than any paper needs, so it was stopped: there is a loop inside a loop, "
        "or a text that is joined to itself again and again."
    ),
    "template-too-slow": "Filling the template took too long and was stopped. Look for loops inside loops.",
    "template-failed": (
        "The template failed at the line that is named while it was being filled. The message says at what."
    ),
    "template-no-child": (
        "Templates that did not ship with mundraft are filled in a process of their own, and the system did not allow "
        "one to start. Use a template that ships, or ask whoever looks after the computer."
    ),
}
