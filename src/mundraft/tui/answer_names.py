"""An answer as a delegate knows it: by the words of its question, and not by where the file holds it."""

from __future__ import annotations

from mundraft.interview.interview import Interview
from mundraft.interview.states import Prompt
from mundraft.paper.address import Address
from mundraft.paper.compare import label

_NOTES = "notes/"
#: What is set for the whole paper, and asked by no question of its own.
_SETTINGS = {"preset": "Whose rules the paper follows", "template": "The template", "page": "The size of the page"}
#: What one question about an instrument fills.
_OF_INSTRUMENT = frozenset({"name", "year", "url"})


def answer_name(interview: Interview, address: Address) -> str:
    """What stands at an address: "Solution 2 of 3: Who should act?", "Sources of Action 1 of 1", "Private note: …"."""
    if address.startswith(_NOTES):
        return f"Private note: {answer_name(interview, address.removeprefix(_NOTES))}"
    if prompt := _asked(interview, address):
        return _with_topic(interview, prompt, _question(prompt))
    own = next((page for page in interview.own_pages() if page.address == address), None)
    if own is not None:
        return f"{own.part.title}, in your own words"
    holder, _, field = address.rpartition("/")
    entry = _in_entry(interview, holder if field == "cite" else address)
    if entry is not None:
        named = f"Sources of {entry.entry_label}" if field == "cite" else entry.entry_label
        return _with_topic(interview, entry, named)
    return _SETTINGS.get(address) or _capital(label(interview.paper, address))


def _asked(interview: Interview, address: Address) -> Prompt | None:
    holder, _, field = address.rpartition("/")
    return interview.prompt(address) or (interview.prompt(f"{holder}/ref") if field in _OF_INSTRUMENT else None)


def _question(prompt: Prompt) -> str:
    return f"{prompt.entry_label}: {prompt.question.ask}" if prompt.entry_label else prompt.question.ask


def _in_entry(interview: Interview, entry: Address) -> Prompt | None:
    """A question of the entry at an address."""
    prompts = interview.prompts()
    return next((one for one in prompts if one.entry_id and f"{one.group_address}/{one.entry_id}" == entry), None)


def _with_topic(interview: Interview, prompt: Prompt, words: str) -> str:
    letter = interview.topic_letter(prompt.topic_id)
    return f"{words} (topic {letter})" if letter else words


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
