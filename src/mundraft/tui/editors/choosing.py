"""Which editor a question gets: decided by the kind of its answer, and by whether it takes a list."""

from __future__ import annotations

from mundraft.interview.conference import CONFERENCE
from mundraft.interview.states import Prompt
from mundraft.library.questions import Kind
from mundraft.tui.editors.base import Editor
from mundraft.tui.editors.choices import ChoiceEditor, ProvisionsEditor
from mundraft.tui.editors.committee import CommitteeEditor
from mundraft.tui.editors.conference import ConferenceEditor
from mundraft.tui.editors.pickers import ArticlePicker, InstrumentPicker, SeatPicker
from mundraft.tui.editors.words import ListEditor, WordsEditor
from mundraft.tui.lookups import Lookups


def editor_for(prompt: Prompt, lookups: Lookups) -> Editor:
    """The editor for a prompt."""
    kind = prompt.question.kind
    if kind is Kind.PROVISIONS:
        return ProvisionsEditor(prompt, lookups.provisions(prompt.topic_id))
    if prompt.question.many is not None or kind is Kind.DELEGATES:
        return ListEditor(prompt)
    if kind is Kind.COUNTRY:
        return SeatPicker(prompt, lookups)
    if kind is Kind.INSTRUMENT:
        return InstrumentPicker(prompt, lookups)
    if kind is Kind.ARTICLE:
        return ArticlePicker(prompt, lookups)
    if kind is Kind.COMMITTEE:
        return CommitteeEditor(prompt, lookups)
    if kind is Kind.CONFERENCE and prompt.address == CONFERENCE:
        return ConferenceEditor(prompt, lookups.conferences)
    return ChoiceEditor(prompt) if kind is Kind.CHOICE else WordsEditor(prompt)
