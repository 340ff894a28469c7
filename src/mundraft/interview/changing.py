"""Answers put into a paper: every change makes a new paper, and nothing is lost that was not taken out by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from mundraft.library.questions import TemplateDefinition
from mundraft.models.fields import fields_by_name
from mundraft.models.model import Model
from mundraft.paper.address import Address, NoSuchAddress, moved_entry, value_at, with_entry, with_value, without_entry
from mundraft.paper.groups import GROUPS
from mundraft.paper.model import MAX_TOPICS, Citation, Committee, InstrumentUse, Paper, Said, Seat, Source, Topic
from mundraft.problems import Problem, WrongUse

from .conference import ConferenceNamed
from .interview import Interview
from .needed_topics import with_needed_topics
from .places import INSTRUMENT_FIELDS, free_ids, has_words
from .texts import texts_of


def answer(paper: Paper, definition: TemplateDefinition, address: Address, value: Any) -> Paper:
    """The paper with this answer; an empty one takes the answer out.

    Words may be given as plain text wherever the paper holds words with citations: the citations stay, even while
    there are no words, since a text is often emptied to be written anew. An instrument
    is given as an `InstrumentUse` (its id, citations and articles are not read) or as the name written in by hand, a
    conference as a `ConferenceNamed`, or as a name, which leaves the rules that the paper follows as they are.
    Entries that the answer needs are made. Raises `NoSuchAddress` where the paper has no such place, and a
    `ValueError` where the value is of the wrong kind."""
    if isinstance(value, ConferenceNamed):
        return value.put_into(paper)
    paper = ensure_entry(paper, definition, address)
    holder, _, name = address.rpartition("/")
    if name == "ref" and isinstance(value_at(paper, holder), InstrumentUse):
        return with_value(paper, holder, _with_instrument(value_at(paper, holder), value))
    return with_value(paper, address, _coerced(paper, definition, address, value))


def cite(
    paper: Paper,
    definition: TemplateDefinition,
    address: Address,
    citations: Iterable[Citation],
    item: int = 0,
) -> Paper:
    """The paper with these citations in place of those of the answer at an address.

    `item` counts the texts of a list from 0; an entry's questions share the citations of the entry. Raises
    `NoSuchAddress` where the answer can carry none."""
    paper = ensure_entry(paper, definition, address)
    cites = tuple(citations)
    here = value_at(paper, address)
    if isinstance(here, Said) or (here == "" and "/answers/" in address):
        words = here.text if isinstance(here, Said) else ""
        return with_value(paper, address, Said(text=words, cite=cites))
    if isinstance(here, tuple) and 0 <= item < len(here) and isinstance(here[item], Said):
        said = here[item].changed(cite=cites)
        return with_value(paper, address, (*here[:item], said, *here[item + 1 :]))
    return with_value(paper, f"{address.rpartition('/')[0]}/cite", cites)


def ensure_entry(paper: Paper, definition: TemplateDefinition, address: Address) -> Paper:
    """A paper in which the topic and the entries on the way to an address exist. Topics that the template needs, and
    entries that the group needs before them, are made too, empty, so that none changes its place."""
    steps = address.split("/")
    if steps[0] == "topics" and not any(topic.id == steps[1] for topic in paper.topics):
        paper = with_needed_topics(paper, definition)
    for index, step in enumerate(steps[:-1]):
        if step in GROUPS and index >= 2:
            paper = _with_entries_up_to(paper, definition, "/".join(steps[: index + 1]), steps[index + 1])
    return paper


def add_entry(paper: Paper, definition: TemplateDefinition, group_address: Address) -> tuple[Paper, Address]:
    """The paper with one more entry in a group, and the address of the entry's first question.

    Raises `WrongUse` where the group takes no more, or is not asked."""
    group = Interview(definition, paper).group(group_address)
    if group is None or not group.can_add:
        raise WrongUse(no_room(group_address, group.max if group else 0))
    if group.entries:
        paper = ensure_entry(paper, definition, f"{group.entries[-1].address}/id")
    elif "/instruments/" in group_address:
        paper = ensure_entry(paper, definition, group_address)
    name = group_address.rpartition("/")[2]
    entry_id = free_ids(GROUPS[name].prefix, [entry.id for entry in group.entries], 1)[0]
    paper = with_entry(paper, group_address, GROUPS[name].entry(id=entry_id))
    entry_address = f"{group_address}/{entry_id}"
    prompts = Interview(definition, paper).prompts()
    first = next(
        (prompt.address for prompt in prompts if prompt.address.startswith(f"{entry_address}/")), entry_address
    )
    return paper, first


def remove_entry(paper: Paper, address: Address) -> Paper:
    """The paper without the entry at an address and without the private notes beside its answers. An entry that the
    paper does not hold yet changes nothing."""
    if not _is_held(paper, address):
        return paper
    notes = {place: note for place, note in paper.notes.items() if not f"{place}/".startswith(f"{address}/")}
    return with_value(without_entry(paper, address), "notes", notes)


def move_entry(paper: Paper, definition: TemplateDefinition, address: Address, by: int) -> Paper:
    """The paper with the entry at an address standing `by` places later, or earlier when negative."""
    group = Interview(definition, paper).group(address.rpartition("/")[0])
    if group is not None and group.entries:
        paper = ensure_entry(paper, definition, f"{group.entries[-1].address}/id")
    return moved_entry(paper, address, by) if _is_held(paper, address) else paper


def add_topic(paper: Paper) -> tuple[Paper, str]:
    """The paper with one more topic, and the topic's id. Raises `WrongUse` where it holds three already."""
    if len(paper.topics) >= MAX_TOPICS:
        raise WrongUse(no_room("topics", MAX_TOPICS))
    topic_id = free_ids("t", [topic.id for topic in paper.topics], 1)[0]
    return with_entry(paper, "topics", Topic(id=topic_id)), topic_id


def add_source(paper: Paper, url: str, title: str) -> tuple[Paper, str]:
    """The paper with a source that begins as a link and a title, and the source's id. A link that the paper has
    already is not added again."""
    known = next((source for source in paper.sources if source.url and source.url == url.strip()), None)
    if known is not None:
        return paper, known.id
    source_id = free_ids("source", [source.id for source in paper.sources], 1)[0]
    return with_entry(paper, "sources", Source(id=source_id, title=title.strip(), url=url.strip())), source_id


def _with_entries_up_to(paper: Paper, definition: TemplateDefinition, group_address: Address, entry_id: str) -> Paper:
    """A paper whose group holds the entry: those that the interview shows before it are made with it."""
    held = [entry.id for entry in value_at(paper, group_address)]
    if entry_id in held:
        return paper
    group = Interview(definition, paper).group(group_address)
    shown = [entry.id for entry in group.entries] if group else []
    wanted = shown[: shown.index(entry_id) + 1] if entry_id in shown else [entry_id]
    entry_type = GROUPS[group_address.rpartition("/")[2]].entry
    for new_id in wanted:
        if new_id not in held:
            paper = with_entry(paper, group_address, entry_type(id=new_id))
    return paper


def _coerced(paper: Paper, definition: TemplateDefinition, address: Address, value: Any) -> Any:
    """The value in the form in which the paper holds it: plain text becomes words that keep their citations."""
    here = value_at(paper, address)
    if isinstance(value, str) and not has_words(value):
        return Said(cite=_cites_of(here)) if _cites_of(here) else _nothing(paper, address)
    if not value:
        return _nothing(paper, address)
    if "/answers/" in address or "/own_words/" in address:
        return _as_said(here, value, definition, paper, address)
    if isinstance(value, str):
        return _named(here, value.strip()) if isinstance(here, Seat | Committee) else _text(here, value)
    return tuple(value) if isinstance(value, list) else value


def _nothing(paper: Paper, address: Address) -> Any:
    """What stands at an address while nothing was answered there."""
    holder_address, _, name = address.rpartition("/")
    holder = value_at(paper, holder_address) if holder_address else paper
    return fields_by_name(type(holder))[name].default() if isinstance(holder, Model) else ""


def _text(here: Any, value: str) -> Any:
    """Plain text for a field of the paper: a list takes a line for each entry."""
    if isinstance(here, tuple):
        return tuple(line.strip() for line in value.splitlines() if line.strip())
    return value


def _named(here: Seat | Committee, name: str) -> Seat | Committee:
    """A seat or committee written in by hand: another seat's form of name does not go with it. One that is named as
    before stays as it was."""
    if name == "".join(texts_of(here)).strip():
        return here
    return Seat(name=name) if isinstance(here, Seat) else here.changed(name=name)


def _as_said(here: Any, value: Any, definition: TemplateDefinition, paper: Paper, address: Address) -> Any:
    if isinstance(value, list | tuple):
        return _listed(here, value)
    if isinstance(value, str):
        prompt = Interview(definition, paper).prompt(address)
        if prompt is not None and prompt.question.many is not None:
            return _listed(here, value.splitlines())
        return Said(text=value, cite=_cites_of(here))
    return value


def _listed(here: Any, values: Sequence[Any]) -> tuple[Said, ...]:
    """A list of words. A text that stood there before keeps its citations, wherever it stands now; a text that was
    only reworded keeps those of its place."""
    before: tuple[Said, ...] = here if isinstance(here, tuple) else (here,) if isinstance(here, Said) else ()
    cites = {said.text: said.cite for said in before}
    unmoved = len(before) == len(values)
    listed = []
    for index, value in enumerate(values):
        said = value if isinstance(value, Said) else Said(text=value, cite=cites.get(value, ()))
        if isinstance(value, str) and value not in cites and unmoved:
            said = Said(text=value, cite=before[index].cite)
        if said.text.strip() or said.cite:
            listed.append(said)
    return tuple(listed)


def _cites_of(here: Any) -> tuple[Citation, ...]:
    """The citations of what stood there: all of them, where a list becomes one text."""
    said = here if isinstance(here, tuple) else (here,)
    return tuple(cited for one in said if isinstance(one, Said) for cited in one.cite)


def _with_instrument(entry: InstrumentUse, value: Any) -> InstrumentUse:
    """The entry with another instrument; its articles, citations and id stay."""
    chosen = value if isinstance(value, InstrumentUse) else InstrumentUse(id=entry.id, name=" ".join(texts_of(value)))
    return entry.changed(**({field: getattr(chosen, field) for field in INSTRUMENT_FIELDS}))


def _is_held(paper: Paper, address: Address) -> bool:
    try:
        value_at(paper, address)
    except NoSuchAddress:
        return False
    return True


def no_room(address: Address, most: int) -> Problem:
    """That a group, or a paper of topics, takes no more than `most` entries."""
    return Problem(
        code="group-full",
        what=f"There is no room for another entry here: the most is {most}." if most else "This list is not asked for.",
        next_step="Change or remove one of the entries that are there.",
        address=address,
    )
