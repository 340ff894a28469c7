"""Codes of templates that extend one another and share pieces."""

from __future__ import annotations

EXTENDING: dict[str, str] = {
    "template-extends-unknown": (
        "`extends` names the template that this one builds on, by the name of its folder. There is none of this name "
        "in the folder where this template stands, nor behind it on the way to the templates that ship."
    ),
    "template-exists": (
        "`mundraft template new` writes a new template and never over one that is there, and one of the name of "
        "another would hide that. Choose another name; or open the one that is there in an editor."
    ),
    "template-no-name": (
        "A template's name is the name of its folder, which every computer must be able to write: small letters from a "
        "to z, digits and hyphens. Spaces and capitals are changed to these; nothing else was left of this name."
    ),
    "template-words": (
        "The most words of a paper are written in digits, from 1 on; 0 means that there is no limit. A conference's "
        "own limit wins in any case."
    ),
    "template-extends-circle": (
        "Each of these templates builds on the next, and the last one on the first again, so that there is nothing to "
        "begin from. One of them must extend nothing, or a template that ships."
    ),
    "template-extends-too-many": (
        "A template may extend one that extends another, up to five in a row. With more, nobody can tell any longer "
        "where a question comes from. Extend one that stands nearer to the end of the row."
    ),
    "template-extends-disagree": (
        "A template says twice what it extends: in template.yaml for its questions, and in paper.md.j2 for its text. "
        "The two must name the same template."
    ),
    "template-unknown-id": (
        "`leave_out`, `change` and `add` name a step, question, group or part of the template that is extended, by its "
        "id. There is none of this name, so the line does nothing. `mundraft template show` and the name lists the ids "
        "of questions; a part is called part/issue, and so on, by the name of its block in paper.md.j2."
    ),
    "template-ambiguous-id": (
        "Several things of the extended template have this id: a step and a part, for example, or questions in two "
        "groups. Write which one is meant, as the message shows: step/issue, part/issue, or solutions/actor."
    ),
    "template-extends-lost": (
        "A template that extends another names it twice: in template.yaml for its questions, and in the first line of "
        "paper.md.j2 for its text. Without that line the text stands alone, and what it does not print by itself is "
        "printed nowhere. Write the line, or delete paper.md.j2: then all is printed as the template behind has it."
    ),
    "template-change-empty": (
        "A line below `change` ends behind its colon. Nothing is changed by it: what the extended template has there "
        "is asked still. Write what is to stand there, or delete the line."
    ),
    "template-parts-order": (
        "The parts of a paper are printed in the order of the template that extends nothing, and to list them in "
        "another order changes nothing. Who wants another order needs a template that extends nothing: copy the folder "
        "of the template behind, give it another name, and put the blocks of its paper.md.j2 into the order that you "
        "want."
    ),
    "template-left-out-twice": "The same id stands twice under `leave_out`. Once is enough: take one of the two out.",
    "template-left-out-printed": (
        "The template's own paper.md.j2 prints a question that its template.yaml leaves out. Nobody is asked it, so a "
        "sentence around it has a hole in every paper. Take it out of the sentence, or ask the question again."
    ),
    "template-wrong-place": (
        "A question or group stands in a step or in a group, a step stands between steps. Name such a place after "
        "`in`, or a neighbour of the same kind after `after` or `before`."
    ),
    "template-piece-unknown": (
        "A piece is a file that several templates share: macros, or text to include. It stands in the folder `pieces` "
        "of a template, ends in .md.j2, and is named with that template: classic/pieces/law.md.j2. There is none of "
        "this name."
    ),
    "template-piece-circle": (
        "A text brings in another that brings in the first again, without end. Take one of the two lines out."
    ),
    "template-too-many-pieces": (
        "A template may bring in a hundred pieces, counted at every place where one stands, those inside pieces too. "
        "Put what is repeated into a loop or a macro."
    ),
    "template-computed-name": (
        "Which text is meant by extends, include, import and from must be known before anything is filled in, so its "
        "name is written out between quotation marks and never put together from answers."
    ),
    "template-block-never-printed": (
        "A template that extends another says only what stands in that one's blocks. A block that the extended "
        "template does not have has no place in the paper. Check its spelling, or put its text into a block that "
        "exists."
    ),
    "template-outside-blocks": (
        "A template that extends another prints nothing but its blocks: text, answers and loops outside them are lost. "
        "Put them into a block of the extended template. Macros, `set` and what is brought in may stand outside."
    ),
    "template-super-nothing": (
        "super() prints what the extended template has in the same block. Here there is nothing that it could print: "
        "it stands in no block, in a piece, or in a block that the extended template does not have."
    ),
    "template-super-twice": (
        "super() may stand once in a block. Where it depends on an answer what stands around it, print it once and put "
        "the conditions before and after it."
    ),
}
