"""What an editor says of each key that a model does not describe itself, by the model's name and the key.

A key of a model that is built on another is looked up under both, its own name first (`BUILT_ON`). A test sees to it
that no key of any schema lacks words, and that no words stand here for what is not there."""

from __future__ import annotations

from typing import Final

#: Under which other names the keys of a model are looked up.
BUILT_ON: Final[dict[str, tuple[str, ...]]] = {
    "Change": ("Question", "Group", "Step", "PartInfo"),
    "Extension": ("TemplateDefinition",),
    "Expected": ("PartExpected",),
    **dict.fromkeys(("Action", "Article", "ChairQuestion", "InstrumentUse", "Quotation", "Solution"), ("Item",)),
    **dict.fromkeys(("Names", "Codes", "UnitedNations", "Land", "Blocs", "Treaty", "Adoption"), ("Fact",)),
    **dict.fromkeys(("Profile", "CatalogueEntry", "BodyEntry"), ("OfTheLibrary",)),
}

_TEMPLATES = {
    "TemplateDefinition": {
        "mundraft-template": "The version of this form: 1.",
        "name": "What the list of templates shows.",
        "description": "One line for whoever chooses a template.",
        "language": "The language of the text, such as en-GB.",
        "preset": "The id of the conference whose rules a new paper follows, until the delegate chooses another.",
        "max_words": "The most words that a finished paper may have; 0 for no limit. A conference's own limit wins.",
        "topics": "How many topics a paper has at least; each is asked for.",
        "title": 'What its papers are called at their head, before "of" and the seat. A conference\'s title wins.',
        "seat_label": "What the seat's line in the head is called. Left out: Country, or Delegation for one by hand.",
        "references_title": "The heading of the list of sources.",
        "steps": "The interview: stretches of questions, in the order in which they are asked.",
        "parts": "The parts of the paper: blocks of paper.md.j2, in their order.",
    },
    "Extension": {
        "extends": "The name of the template that this one builds on. What is not said is as it has it.",
        "leave_out": "Ids of steps, questions, groups and parts that are not asked and not printed.",
        "change": "By id: what is said otherwise of a question, group, step or part. The rest stays.",
        "add": "Questions, groups and steps of your own, each with its place.",
        "parts": "Parts of your own, or other words about those of the extended template, by their keys.",
    },
    "Addition": {
        "after": "The id behind which it stands.",
        "before": "The id before which it stands.",
        "in": "The id of the step or group at whose end it stands.",
        "question": "A question to add.",
        "group": "A group of questions to add, asked once for each entry.",
        "step": "A step to add.",
    },
    "Step": {
        "id": "The name by which the step is left out or changed.",
        "title": "What stands over its questions.",
        "help": "What the step is for, in a line or two.",
        "each_topic": "Whether it is asked once for every topic; false: once for the paper.",
        "questions": "Its questions and groups, in the order in which they are asked.",
    },
    "Question": {
        "id": "The question's name, by which paper.md.j2 prints the answer: letters, digits and _.",
        "ask": "The question, as the delegate reads it.",
        "at": "Where the answer is kept; left out: among the template's own answers, under the id. "
        "Such as paper:seat, topic:noun, or inside a group the name of a field of its entries.",
        "kind": "What kind of phrase the answer is.",
        "required": "Whether a paper without this answer is unfinished.",
        "many": "The answer is a list: how many entries it takes.",
        "cited": "Whether the answer can carry citations.",
        "needs_source": "Whether it is a claim of fact, so that the review asks for a source.",
        "frame": "The sentence that the answer fills: {answer} is its place, {seat} and {topic} are the paper's.",
        "help": "Advice under the question: what a chair looks for.",
        "weak": "An example of a weak answer.",
        "strong": "An example of a strong answer.",
        "placeholder": "What the empty box shows.",
        "limit": "How long the answer may be.",
        "choices": "The options of a question of kind choice.",
        "when": "Ask only when another answer says so.",
        "goal": "How it is put where the topic is a goal, such as universal health coverage.",
    },
    "Wording": {
        "ask": "The question, as the delegate reads it.",
        "frame": "The sentence that the answer fills.",
        "help": "Advice under the question.",
        "weak": "An example of a weak answer.",
        "strong": "An example of a strong answer.",
        "placeholder": "What the empty box shows.",
    },
    "Group": {
        "group": "Which list of the paper its entries make.",
        "title": "What stands over the list.",
        "item": "What one entry is called: solution.",
        "count": "How many entries are asked for, and how many there may be.",
        "help": "What the list is for, in a line or two.",
        "questions": "What is asked of each entry.",
        "when": "Ask only when another answer says so.",
    },
    "PartInfo": {
        "key": "The name of its block in paper.md.j2.",
        "title": "What the delegate reads of it.",
        "words": "About how many words it should have; 0 for no budget.",
        "asks": "Ids of questions and groups that only this part prints: whoever writes it alone need not answer.",
    },
    "Limit": {
        "words": "The most words; 0 for no limit.",
        "warn_words": "From this many words on, the review advises to shorten; 0 for never.",
    },
    "Count": {
        "min": "As many entries are asked for at once, at most 20.",
        "max": "The most entries; 0 for as many as one likes.",
    },
    "Choice": {
        "value": "What paper.md.j2 compares with.",
        "label": "What the delegate reads.",
    },
    "Condition": {
        "answer": "The id of the question, or the address of the answer, that decides.",
        "any_of": "Ask when it is one of these.",
        "none_of": "Ask when it is none of these.",
    },
}
_EXPECTATIONS = {
    "Expectations": {
        "mundraft-expectations": "The version of this form: 1.",
        "expect": "What must hold, one entry each.",
    },
    "PartExpected": {
        "begins": "The text begins so, after its headings.",
        "says": "Texts that must stand in it.",
        "never_says": "Texts that must not stand in it.",
        "words": "How many words it has.",
    },
    "Expected": {
        "name": "What is expected, in a line: it is printed when it is broken.",
        "paper": "An example, an extreme, or a paper's file beside the template. "
        "Left out: a paper in which only what must be answered is.",
        "answers": "Answers that are put over the paper: by the ids of questions, and the names of groups.",
        "parts": "The same for single parts, by their keys.",
        "findings": "none, or the codes of the errors and warnings that the coach tells.",
        "no_gaps": "true: no required answer is missing.",
    },
    "Amount": {
        "at_least": "The fewest words; 0 where it does not matter.",
        "at_most": "The most words; 0 where it does not matter.",
    },
}
_CONFERENCES = {
    "ConferenceRules": {
        "type": "How the pages are set.",
        "citations": "How sources are cited and listed.",
        "file": "What is handed in.",
        "wording": "How a paper may be written.",
        "generated": "What the conference says of text made by a language model.",
    },
    "Citations": {"resources": "The list of the works cited."},
}
_FACTS = {
    "Fact": {
        "source": "Where this is known from: an id of sources.",
        "note": "What the reader should know besides.",
        "instrument": "The id of the instrument; `mundraft instrument list` shows them.",
    },
    "FactSource": {
        "title": "What the source is called.",
        "as_of": "The day for which it speaks: YYYY, YYYY-MM or YYYY-MM-DD.",
        "url": "Its address.",
        "through": "Who passed it on, where it was not seen itself.",
    },
    "OfTheLibrary": {
        "aliases": "Other names that mean it and nothing else.",
        "shared_aliases": "Names that others share, never taken without asking.",
        "sources": "Where the facts come from, by the ids that the groups of facts name.",
        "note": "What the reader should know besides.",
        "source": "Where the facts of this file are known from: an id of sources.",
        "url": "Its address.",
        "topics": "Ids of the topics that it is about.",
    },
    "Profile": {
        "mundraft-country": "The version of this form: 1.",
        "names": "What the country is called in English.",
        "codes": "Its codes in ISO 3166-1 and UN M49.",
        "united_nations": "Its seat in the United Nations.",
        "land": "Capital and languages.",
        "blocs": "The groups and organizations to which it belongs.",
        "treaties": "What it has done about each treaty.",
        "adoptions": "How it stood to declarations and resolutions when they were adopted.",
        "by_hand": "Facts that were set by hand where the source says otherwise: names.adjective",
    },
    "Names": {
        "short": "The short name.",
        "formal": "The formal name.",
        "article": "Whether the short name takes the in a sentence: the Gambia.",
        "adjective": "The adjective: Kenyan.",
        "people": "What the people are called: Kenyans.",
        "listed_as": "The name in the United Nations' lists, where it is not the short name.",
    },
    "Codes": {"iso2": "Two capital letters: KE", "iso3": "Three capital letters: KEN", "m49": "Three digits: 404"},
    "UnitedNations": {
        "status": "Member, observer, or what else sits in a conference.",
        "regional_group": "Its regional group.",
        "group_note": "What is special about its group.",
        "admitted": "The day of its admission.",
        "left": "The day on which it left.",
        "basis": "The resolution of its admission, or how a founder joined.",
    },
    "Land": {
        "capital": "The capital.",
        "capital_note": "What is special about the capital.",
        "languages": "Official or main languages.",
    },
    "Blocs": {"members_of": "Their usual short names: AU"},
    "Treaty": {
        "signed": "The day on which it signed.",
        "consent": "The day of the act by which it agreed to be bound.",
        "consent_kind": "Which act that was.",
        "withdrew": "The day on which it withdrew.",
        "stands": "Where no day is known: party or outside.",
    },
    "Adoption": {"position": "How it stood.", "on": "The day."},
    "CatalogueEntry": {
        "mundraft-instrument": "The version of this form: 1.",
        "title": "The full title.",
        "article": "Whether the goes before the title in a sentence.",
        "short": "The short title.",
        "short_article": "Whether the goes before the short title in a sentence.",
        "kind": "What kind of text it is; treaties and their like have parties.",
        "binding": "Whether it binds in law.",
        "binds": "On whom a text without parties is binding.",
        "adopted": "The day of its adoption.",
        "adopted_at": "Where it was adopted.",
        "adopted_by": "Who adopted it.",
        "adopted_by_consensus": "Whether a body of all member States adopted it without a vote.",
        "in_force": "The day on which it entered into force; left out: it has not, or cannot.",
        "open_to": "To which States it is open, where it is not open to all.",
        "joined_by_admission": "Whether a State becomes a party by being admitted to the United Nations.",
        "symbol": "The symbol of the document: A/RES/70/1",
        "citation": "How it is cited: the treaty series and its volume.",
        "depositary": "Who keeps the list of its parties.",
        "publisher": "Who published it.",
        "status_url": "Where its parties are listed, if it is not url.",
        "bodies": "Ids of the bodies that watch over it.",
        "participants": "Whether every act on it is known.",
        "articles": "Provisions that delegates cite, in words of one's own.",
        "articles_compared": "Whether these words were compared with an official text.",
    },
    "Article": {
        "label": "What the provision is called.",
        "keywords": "Words under which it is looked for.",
    },
    "OpenTo": {
        "who": "To whom, in words.",
        "members": "Blocs (AU) or States (KEN) that are meant.",
        "others_invited": "Whether States outside may be asked in.",
    },
    "Participants": {
        "complete": "Whether the profiles hold every act: only then does a missing row mean no party.",
        "as_of": "The day for which that is so.",
        "source": "Where that is known from: an id of sources.",
        "note": "What the reader should know besides.",
    },
    "BodyEntry": {
        "mundraft-body": "The version of this form: 1.",
        "name": "Its name.",
        "short": "Its letters: WHO",
        "article": "Whether the name takes the in a sentence.",
        "kind": "What kind of body it is: treaty body, specialized agency.",
        "part_of": "The id of the body that it is part of.",
        "mandate": "What it does, as a phrase that follows the name: works for the rights of every child",
        "instruments": "Ids of the instruments that it watches over.",
    },
}
_PAPERS = {
    "Paper": {
        "mundraft": "The version of this form: 1.",
        "template": "The name of the template that asks and prints.",
        "preset": "The id of the conference whose rules hold; left out: none.",
        "conference": "The conference's name, as it is printed.",
        "language": "The language of the paper, such as en-GB.",
        "page": "The size of the page.",
        "look": "What you chose where the conference's rules leave it open.",
        "variety": "Letters drawn when the paper was begun, which choose among the template's wordings. Leave them.",
        "delegates": "The delegates' names.",
        "school": "The school.",
        "seat": "Whom you speak for.",
        "committee": "The committee.",
        "topics": "The topics of the agenda, one to three.",
        "sources": "The works that the paper can cite.",
        "disclosure": "How a language model was used, for conferences that ask for it.",
        "notes": "Private notes, by the address of the answer they stand beside. They are never printed.",
    },
    "Item": {
        "id": "The entry's own name: it stays when entries are moved.",
        "cite": "What the entry rests on.",
    },
    "Action": {
        "actor": "Who acted.",
        "year": "When: YYYY.",
        "did": "What was done, from a verb in the past on: adopted a plan",
        "result": "What came of it.",
    },
    "InstrumentUse": {
        "ref": "Its id in the library; left out where it was written in by hand.",
        "name": "Its name, where it was written in by hand.",
        "year": "Its year, where it was written in by hand.",
        "url": "Its address, where it was written in by hand.",
        "articles": "The articles on which the paper rests.",
    },
    "Quotation": {"speaker": "Who said it.", "words": "The exact words."},
    "LegalBasis": {"instrument": "The id of an instrument of this topic.", "article": "The article's number."},
    "Solution": {
        "title": "Its title.",
        "actor": "Who acts.",
        "action": "What they do, from a bare verb on: open joint desks",
        "mechanism": "How that works.",
        "funding": "Where the money comes from.",
        "timeline": "By when.",
        "measure": "How one sees that it works.",
        "legal_basis": "The provisions on which it rests.",
    },
    "ChairQuestion": {"question": "The question of the background guide.", "answer": "Your answer."},
    "Citation": {"source": "The id of a source, or instrument:<id>.", "locator": "The page, or the article."},
    "Said": {"text": "The words.", "cite": "What they rest on."},
    "Topic": {
        "id": "The topic's own name: t1",
        "title": "The topic as the agenda has it.",
        "noun": "The topic as a noun phrase: child trafficking",
        "frame": "Whether the topic names a problem or a goal.",
        "answers": "Answers to the template's own questions, by their ids.",
        "national_actions": "What your country has done.",
        "instruments": "The treaties and declarations that the paper cites.",
        "past_actions": "What others have done.",
        "quotations": "Others' exact words.",
        "solutions": "What you propose.",
        "questions_to_consider": "Questions of the background guide, with your answers.",
        "own_words": "Parts that you wrote yourself, by their keys.",
    },
    "Seat": {
        "ref": "The id of a country's profile; left out where the seat was written in by hand.",
        "name": "The name.",
        "formal_name": "The formal name.",
        "adjective": "The adjective: Kenyan.",
        "article": "Whether the name takes the in a sentence.",
    },
    "Committee": {"name": "The committee's name.", "short": "Its letters: DISEC"},
    "Look": {
        "citing": "The style, how a citation stands, or both: mla in-text",
        "font": "The font.",
        "size": "The size of the type in points.",
        "line_spacing": "The line spacing as a multiple of single.",
    },
    "Name": {
        "family": "Family name.",
        "given": "Given names.",
        "suffix": "What follows the name: Jr.",
        "literal": "The whole name of a body.",
    },
    "Source": {
        "id": "The source's own name: s1",
        "type": "What kind of work it is, as CSL names it: webpage, book, article-journal",
        "title": "The title.",
        "title-short": "A short form of the title.",
        "author": "Who wrote it.",
        "editor": "Who edited it.",
        "translator": "Who translated it.",
        "director": "Who directed it.",
        "interviewer": "Who asked.",
        "container-title": "What it stands in: the journal, the site.",
        "collection-title": "The series.",
        "collection-number": "Its number in the series.",
        "authority": "The body that enacted a law or decided a case.",
        "publisher": "Who published it.",
        "publisher-place": "Where it was published.",
        "genre": "What it calls itself: press release",
        "edition": "The edition.",
        "number": "The symbol of a document: A/RES/70/1",
        "volume": "The volume.",
        "issue": "The issue.",
        "page": "The pages.",
        "event-title": "The meeting at which it was given.",
        "event-place": "Where the meeting was.",
        "event-date": "When the meeting was.",
        "issued": "When it was published: YYYY, YYYY-MM or YYYY-MM-DD.",
        "accessed": "When you read it: YYYY-MM-DD.",
        "URL": "Its address.",
        "DOI": "Its DOI.",
        "language": "Its language.",
    },
}
#: Models of one name in two files: which file is meant stands before the name.
_OF_TWO_FILES = {
    "instrument/Article": {
        "number": "The number: 35",
        "does": "What it does, from a verb on: gives every child the right to be registered",
    },
    "paper/Article": {
        "number": "The number: 35",
        "does": "What it does, from a verb on: gives every child the right to be registered",
        "quote": "Its exact words.",
    },
}

#: By the name of a model, or of a file and a model: what each key is for.
WORDS: Final[dict[str, dict[str, str]]] = {
    **_TEMPLATES,
    **_EXPECTATIONS,
    **_CONFERENCES,
    **_FACTS,
    **_PAPERS,
    **_OF_TWO_FILES,
}


def words_of(file: str, model: str, key: str) -> str:
    """What a key is for; "" where nothing is said. `file` is the name of the schema: "paper"."""
    for name in (f"{file}/{model}", model, *BUILT_ON.get(model, ())):
        if key in WORDS.get(name, {}):
            return WORDS[name][key]
    return ""
