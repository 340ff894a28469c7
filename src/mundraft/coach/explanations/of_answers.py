"""Codes of single answers."""

from __future__ import annotations

ANSWERS: dict[str, str] = {
    "missing-answer": (
        "The template needs this answer: without it a sentence of the paper has a hole, which is marked in the export "
        "until you fill it. Answer in a few words now and better later. If you would rather write the whole paragraph "
        "yourself, take the part over; then none of its questions has to be answered."
    ),
    "answer-not-asked": (
        "The paper holds an answer for which the template has no question now: you changed the template, or another "
        "answer hid the question. It is kept in the file and comes back with its question, but it is not printed. "
        "Nothing needs to be done."
    ),
    "answer-not-a-noun-phrase": (
        "The template puts this answer inside a sentence of its own, after words such as “of” or “by”. A whole "
        "sentence does not fit there. Name the thing and leave out the verb that makes it a statement: “subsidies "
        "that keep too many boats at sea”, and not “there are too many boats”. This is advice: if it reads well in "
        "the preview, keep it."
    ),
    "answer-begins-with-to": (
        "The template's own words lead up to the verb, such as “should …” or “In 2015 Kenya …”, so that “to” would "
        "stand there needlessly. Begin with the verb itself."
    ),
    "answer-has-subject": (
        "The template already names who acts. If the answer names them again, the sentence says it twice: “Kenya "
        "Kenya opened …”. Begin with the verb."
    ),
    "answer-begins-with-modal": (
        "Words such as “should”, “will” and “must” belong to the template's sentence, or make a proposal out of what "
        "is asked for as a fact. Begin with the verb that follows."
    ),
    "answer-ing-form": (
        "The sentence needs the verb as it follows “should”, or in the past: “open joint desks”, “opened joint "
        "desks”, and not “opening joint desks”. Look at the frame of the sentence to see which."
    ),
    "answer-begins-with-joining-word": (
        "The template puts “that” or “because” in front of the answer itself. Leave yours out, or the word stands "
        "there twice."
    ),
    "answer-many-sentences": (
        "The question asks for one phrase or for a sentence or two, and this answer holds more. Long answers in one "
        "place make a lopsided paper: look whether the rest answers another question, or write the part yourself."
    ),
    "answer-not-a-sentence": (
        "The answer is printed as a sentence of its own, and two words seldom are one. Write who or what, and what it "
        "does. A part of a sentence is none either: “that every shirt is made by an adult” becomes “Peru asks that "
        "every shirt is made by an adult”."
    ),
    "answer-thin": (
        "The paper rests on this answer, and a sentence of three or four words seldom says anything that another "
        "delegate could not say too. “Plastic is bad” is an opinion; what it is, where it is found and how much of it "
        "there is makes a definition. This is advice: a short sentence that hits may stay."
    ),
    "answer-final-stop": (
        "The answer stands inside a sentence that has a full stop of its own. The paper leaves yours out when it "
        "prints, so nothing is wrong; the answer only reads better without it."
    ),
    "answer-capital": (
        "The answer stands inside a sentence, where a capital looks like a mistake unless it begins a name. Small "
        "words such as “The” or “Many”, verbs and plain words such as “Hidden” begin with a small letter here. A topic "
        "that was copied from the agenda as “Child Trafficking” becomes “child trafficking”; names such as “Rohingya” "
        "keep theirs."
    ),
    "answer-name-small": (
        "A country's name stands in the answer without its capital. The paper prints words as they are typed, so "
        "nobody mends it later. Where the word means something else, leave it."
    ),
    "answer-year-twice": (
        "An action has a question for its year, and the template puts that year into the sentence. If the answer says "
        "it too, the paper reads “In 2014 Kiribati bought land in Fiji in 2014”."
    ),
    "answer-goal-as-problem": (
        "Templates ask of a problem why it happens and whom it harms, and say so: “The reasons for child labour "
        "include …”. Of a goal that reads like its opposite: “The causes of universal access to safe water "
        "are …”. Where the words for the topic name something to be reached, say that it is a goal. If it is a problem "
        "after all, leave it as it is."
    ),
    "answer-topic-ing-form": (
        "The words for the topic stand inside sentences and in a heading, where a noun is expected: “The committee is "
        "debating the protection of coral reefs” reads well, “is debating protecting coral reefs” does not. The "
        "problem itself, “the loss of coral reefs”, is better still where the paper speaks of causes."
    ),
    "answer-denies-twice": (
        "The template's sentence refuses something already: “Peru cannot accept …”. An answer that begins with “no” "
        "makes it “cannot accept no measure”, which says that Peru wants one. Write only what is refused: “any measure "
        "that …”."
    ),
    "answer-quotation-marks": (
        "The paper puts quotation marks around the words that you quote, so that yours would double them. Marks "
        "inside the quotation stay."
    ),
    "answer-year": (
        "A year is written with four digits, and a span of years as 2015–2020. Chairs look dates up; what is no year "
        "cannot be looked up. Leave the answer empty if you do not know it."
    ),
    "answer-date": (
        "Dates are written year first, as much as is known: 2025, 2025-03 or 2025-03-14. The paper prints them in "
        "words."
    ),
    "answer-link": (
        "Only addresses of web pages can be followed from the paper: they begin with https:// or http://. Copy the "
        "address from the browser's address line. A file on your own computer cannot be opened by a chair."
    ),
    "answer-choice": (
        "The template has a fixed list of choices here, because its sentences depend on which one it is. Choose one "
        "of them. If none fits, leave the question unanswered and say it in your own words elsewhere."
    ),
    "answer-too-long": (
        "The answer has more words than its place in the sentence can carry. Keep what is particular to your country "
        "and your topic; move the rest to another answer, or to the private note beside it."
    ),
    "answer-long": (
        "The answer is longer than reads well in this place. That is allowed. Read it aloud in the preview: where you "
        "run out of breath, so does the chair."
    ),
    "answer-too-many": (
        "The list has more entries than the template takes. A sentence that names eight causes names none: keep the "
        "ones that your solutions answer."
    ),
    "answer-too-few": "The template asks for more entries in this list. Add another one.",
    "answer-repeated": "Two entries of the list are the same words. Take one out, or say what sets it apart.",
    "answer-placeholder": (
        "The answer holds something like “TODO” or “???”, which people type to remember a gap. It would be printed. "
        "Write reminders into the private note of the question, which is never exported."
    ),
    "answer-address": (
        "A web address inside a sentence stops the reader, and the resources list does not have it. Cite it as a "
        "source of the answer, where the app offers it with F5, and take it out of the sentence."
    ),
    "answer-list-mark": (
        "The answer holds the sign of a list (“•”, “1)”, “-”), mostly because it was pasted. It would be printed "
        "inside a sentence. Take it out. A list that is pasted into a question with lines gets a line for each entry."
    ),
    "answer-blanks": (
        "A tab, or several spaces after each other, came along with a paste. In the Word document they are a gap in "
        "the sentence. Leave one space."
    ),
    "answer-is-the-example": (
        "The answer is the example of the template, word for word. The example is about another topic, and every "
        "delegate with this template has seen it. Use its shape and your own words."
    ),
    "group-full": (
        "A repeated list, such as solutions or topics, has a most that the template or the paper sets. Change or "
        "remove one of the entries instead of adding another."
    ),
}
