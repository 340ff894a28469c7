"""Slips in how the text of a template is written, and in what helps the delegate to answer it."""

from __future__ import annotations

JINJA: dict[str, str] = {
    "jinja-unclosed": (
        "A tag of a template begins with two signs and ends with two: {{ answer }} prints, {% if answer %} commands, "
        "{# … #} is a comment. Here one of the closing signs is missing, or it is that of another kind. Everything "
        "behind it would be read as part of the tag. Write the closing signs where the tag ends."
    ),
    "jinja-comment-unclosed": (
        "What stands between {# and #} is a note to yourself and is never printed. This note has no #} of its own, so "
        "it goes on to the end of the next one, and swallows the text between. Write #} where the note ends."
    ),
    "jinja-curly-quotes": (
        "Word processors and phones turn quotation marks into curly ones. Inside {{ … }} and {% … %} only the straight "
        'ones of a plain editor mean anything: "text". In the words between the tags you may use whichever you like.'
    ),
    "jinja-quote-unclosed": (
        "Inside a tag, words of the template stand between quotation marks, one before and one after. Here one is "
        "opened and never closed. A text that holds an apostrophe goes between double quotation marks."
    ),
    "jinja-tag-braces": (
        "Two braces, {{ … }}, print a value. A command such as if, for, else or block stands between a brace and a "
        "percent sign: {% if stance %} … {% endif %}."
    ),
    "jinja-print-braces": (
        "A brace and a percent sign, {% … %}, hold a command: if, for, set, block, macro and their ends. To print an "
        "answer, write it between two braces: {{ stance | sentence }}."
    ),
    "jinja-tag-unknown": (
        "Between {% and %} stands a command that does not exist. Those that you need are: if, elif, else, endif; for, "
        "endfor; block, endblock; set; macro, endmacro. Other languages write elseif or else if where this one writes "
        "elif, and each end is one word."
    ),
    "jinja-sign": (
        "Conditions are joined by words and not by signs: and, or, not. For example {% if stance and reasons %}."
    ),
    "jinja-one-equals": (
        "One equals sign gives a name a value, as in {% set way = 1 %}. To ask whether two things are the same, write "
        'two: {% if position == "lead" %}.'
    ),
    "jinja-loop": (
        "A loop takes the entries of a list one by one, and gives each a name that you choose: {% for cause in causes "
        "%} … {{ cause | clause }} … {% endfor %}. The word between the name and the list is in."
    ),
    "jinja-filter-missing": (
        "After the sign | stands the name of a filter, which shapes an answer for its place: {{ stance | sentence }}. "
        "Here the name is missing. Write it, or take the sign away."
    ),
    "jinja-end-missing": (
        "What begins with {% if … %}, {% for … %}, {% block … %} or {% macro … %} needs an end: {% endif %}, {% endfor "
        "%}, {% endblock %}, {% endmacro %}. The message names the line where the one without an end begins. Write "
        "its end where it should stop."
    ),
    "jinja-end-stray": (
        "This end closes something that was never opened. Often it has the wrong name: a loop ends with {% endfor %} "
        "and a condition with {% endif %}, and what was opened last is closed first."
    ),
    "jinja-html": (
        "The words of a template are Markdown, and not HTML as web pages are. A tag in angle brackets would stand in "
        "the paper as it is typed. Write **bold**, *italic*, a line that begins with ## for a heading, and a blank "
        "line between paragraphs."
    ),
    "jinja-single-braces": (
        "An answer is printed by two braces on each side. With one, the braces and the name in them stand in the paper "
        "as they are typed. (The frames of template.yaml are another thing: there {answer} has single braces.)"
    ),
    "template-condition-value": (
        "A question is asked only where a choice has a certain value, and the choice does not offer that value: so it "
        "is never asked. Write one of the values that stand under `choices`."
    ),
    "template-count-crossed": (
        "The fewest entries that a list must have are more than the most that it may have, so that no delegate could "
        "answer. Give `min` the smaller number; `max: 0` means as many as one likes."
    ),
    "template-limit-crossed": (
        "`warn_words` advises before `words` forbids, so it should be the smaller of the two. As it stands, the advice "
        "is never given."
    ),
    "template-no-choices": (
        "A question of kind choice offers what stands under `choices`, each with a `value` that the text can compare "
        "and a `label` that the delegate reads. Without them there is nothing to choose."
    ),
    "template-source-not-taken": (
        "`needs_source: true` has the review ask for a source, and only a question with `cited: true` lets the "
        "delegate add one. With the first alone there is no way to do what is asked. Write both."
    ),
    "template-frame-name": (
        "A frame is the sentence that an answer fills, as the delegate sees it while typing. It knows three names, "
        "between single braces: {answer}, {seat} and {topic}. Any other would be shown with its braces."
    ),
    "template-frame-without-answer": (
        "A frame shows the delegate the sentence that the answer will stand in. Write {answer} where it belongs; "
        "without it nobody sees what fits."
    ),
    "template-frame-kind": (
        "The words around {answer} ask for one kind of phrase, and the question for another. A sentence cannot stand "
        'inside a sentence; after "should" stands a verb_phrase, after "that" a clause, after "by" or "of" a '
        "noun_phrase; and a phrase alone is no sentence. Change `kind`, or the words of the frame, and look at how the "
        "answer is printed in paper.md.j2 as well."
    ),
    "template-no-help": (
        "A question without help leaves the delegate alone with it. Say in one to three sentences what a chair looks "
        "for in the answer, or where to find it."
    ),
    "template-example-alone": (
        "A weak example beside a strong one teaches what makes the difference; one alone does not. Write the other."
    ),
    "template-example-misfit": (
        "The strong example of a question breaks the rules of that question: it is longer than the answer may be, or "
        "ends with a full stop where a phrase has none. Delegates do as the example does."
    ),
    "template-parts-too-long": (
        "Each part of the template says how many words it should have. Together these are more than `max_words`, the "
        "length of the whole paper, so a delegate who fills every part is too long. Lower the `words` of the parts; in "
        "a template that extends another, write in yours, below `change`, part/issue: and below that words: 88, and so "
        "on for each part that is too long."
    ),
    "template-question-unused": (
        "The template asks this, and paper.md.j2 prints it nowhere: an answer would be work for nothing. Print it in "
        "the block where it belongs, or take the question out. An answer that only decides whether another question is "
        "asked is not told of."
    ),
    "template-block-lost": (
        "A block that is written again takes the place of the one in the template behind, with all that stood there. "
        "Without {{ super() }} in it, the answers that only the old block printed are printed nowhere, and are still "
        "asked for. Write {{ super() }} where the old words shall stand."
    ),
    "template-help-to-write": (
        "A question that `template new` made has a line in the place of its help, which says what to write there. It "
        "was left as it was, so students read it as advice. Write your own: what a good answer holds, and how long "
        "it is."
    ),
    "template-curly-quotes": (
        "Word and other word processors turn straight quotation marks into curly ones. YAML does not know these as "
        "marks around a text, so they become part of it, and students see them. Write straight ones, or none, and "
        "change the file in an editor for plain text."
    ),
    "template-text-cut": (
        "In YAML, a space and a # begin a comment, which is not read. Behind a text for delegates that is hardly ever "
        "meant: the rest of the sentence would be lost. Put the text between quotation marks, or the comment on a line "
        "of its own."
    ),
    "template-file-name": (
        "A template is a folder with two files, template.yaml and paper.md.j2. Under other names they are not found; "
        "Windows hides the endings of names, so that template.yaml.txt looks right and is not."
    ),
    "template-phrase-kind": (
        "A question asks for one kind of phrase, and the text prints it where another kind belongs: a whole sentence "
        "inside a sentence, a noun where a verb is needed, a verb_phrase with nobody before it. The papers would not "
        "read as English. Change the place, or `kind` in template.yaml, and the frame and the examples with it."
    ),
    "template-sentence-bare": (
        "A sentence that is printed without a filter stands as the delegate typed it: with a small letter, without its "
        "full stop, or with two. The filter sentence sees to the capital, the full stop and the citation before it: "
        "{{ stance | sentence }}."
    ),
    "template-choice-unknown": (
        "A condition compares a choice with a value that it does not offer, so that the words in this branch are never "
        "printed. Write one of the values that stand under `choices` in template.yaml."
    ),
    "template-branch-unreached": (
        "The check fills the template with some hundred made-up papers: few answers and many, each option on and off. "
        "This branch, what stands behind {% if … %}, {% elif … %} or {% else %}, was printed in none of them. Either "
        "its condition can never come true, often because an earlier one catches the same case; or it asks for words "
        "that hardly anybody will write."
    ),
    "template-length-conference": (
        "The template plans for another length than the conference asks for: `max_words`, or the words of its parts "
        "together, are more than the limit holds or fewer than it wants. Limits in pages are turned into words "
        "generously, so a message means that it surely does not fit. A student would find out when the paper is done. "
        "Set `max_words`, and the `words` of the parts as well; in a template that extends another, below `change`, as "
        "part/issue: and below that words: 88."
    ),
}
