"""Which editor a question gets: decided by the kind of its answer, and by whether it takes a list.

What is not typed as plain words is imported with the first question that needs it: few papers are opened at one.
"""

from __future__ import annotations

from mundraft.interview.conference import CONFERENCE
from mundraft.interview.states import Prompt
from mundraft.library.questions import Kind
from mundraft.tui.editors.base import Editor
from mundraft.tui.editors.lines import ListEditor
from mundraft.tui.editors.words import WordsEditor
from mundraft.tui.lookups import Lookups


def editor_for(prompt: Prompt, lookups: Lookups) -> Editor:
    """The editor for a prompt."""
    kind = prompt.question.kind
    if kind is Kind.PROVISIONS:
        from mundraft.tui.editors.choices import ProvisionsEditor

        return ProvisionsEditor(prompt, lookups.provisions(prompt.topic_id))
    if prompt.question.many is not None or kind is Kind.DELEGATES:
        return ListEditor(prompt, lookups)
    if kind is Kind.CHOICE:
        from mundraft.tui.editors.choices import ChoiceEditor

        return ChoiceEditor(prompt)
    return _looking_up(prompt, lookups) or WordsEditor(prompt)


def _looking_up(prompt: Prompt, lookups: Lookups) -> Editor | None:
    """The editor of an answer that the library can give."""
    kind = prompt.question.kind
    if kind in (Kind.COUNTRY, Kind.INSTRUMENT, Kind.ARTICLE):
        from mundraft.tui.editors.pickers import ArticlePicker, InstrumentPicker, SeatPicker

        pickers = {Kind.COUNTRY: SeatPicker, Kind.INSTRUMENT: InstrumentPicker, Kind.ARTICLE: ArticlePicker}
        return pickers[kind](prompt, lookups)
    if kind is Kind.COMMITTEE:
        from mundraft.tui.editors.committee import CommitteeEditor

        return CommitteeEditor(prompt, lookups)
    if kind is Kind.CONFERENCE and prompt.address == CONFERENCE:
        from mundraft.tui.editors.conference import ConferenceEditor

        return ConferenceEditor(prompt, lookups.conferences)
    return None
