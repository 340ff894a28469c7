"""What a fault of a file's values is told as, in plain words: what is wrong, what to do, and where.

Each kind of mistake has its teller.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from mundraft.models.faults import FaultBelow
from mundraft.models.forms import FORMS, Form
from mundraft.models.looking import Step, Wrong
from mundraft.models.model import Model
from mundraft.problems import Problem
from mundraft.strictyaml.codes import KINDS
from mundraft.strictyaml.excerpts import quoted
from mundraft.strictyaml.lost_signs import empty_key_above, glued_dash
from mundraft.strictyaml.meant import MOST_NAMED, centimetres_meant, did_you_mean, number_meant
from mundraft.strictyaml.model_faults import Fault
from mundraft.strictyaml.model_keys import groups_above, groups_with, known_keys, lists_with
from mundraft.strictyaml.nodes import Mapping, Node, Scalar
from mundraft.strictyaml.nodes import Sequence as ListNode

_GLUED_COLON = re.compile(r"[\w-]+:[^\s:/]")
_NAME = Form(
    "cannot be used as a name here",
    "Use English letters, digits and _ . : - alone, without spaces; at most 64 of them.",
)
_CURLY = re.compile("[“”„‘’‚«»]")
_BEGINS_LINE = re.compile(r"\s*")
#: What stands for a dash in word processors, and a dash that lacks its space.
_BULLETS = "-–—•·* "
_COMPARE = "Compare it with a file of the same kind that works."


class Tellers:
    """Words each kind of error for one kind of file."""

    def __init__(self, model: type[Model], kind: str) -> None:
        self._model = model
        self._kind = kind
        self._called = KINDS[kind]

    def told(self, fault: Fault) -> Problem:
        """One fault as a problem, with its place."""
        if fault.about_key or fault.wrong is Wrong.NO_NAME:
            return self._told_name(fault)
        tell = self._by_kind()[fault.wrong]
        first = _list_run_in(fault.node) if tell != self._told_list_needed else None
        return tell(fault) if first is None else self._told_list_run_in(fault, first)

    def _by_kind(self) -> dict[Wrong, Callable[[Fault], Problem]]:
        return {
            Wrong.UNKNOWN_KEY: self._told_unknown_key,
            Wrong.MISSING: self._told_missing,
            Wrong.NO_TEXT: self._told_text_needed,
            Wrong.NO_KEYS: self._told_keys_needed,
            Wrong.NO_LIST: self._told_list_needed,
            Wrong.NO_CHOICE: self._told_choice,
            Wrong.NO_TRUTH: self._told_truth,
            Wrong.NO_WHOLE_NUMBER: self._told_whole_number,
            Wrong.NO_NUMBER: self._told_number,
            Wrong.TOO_LOW: self._told_range,
            Wrong.TOO_HIGH: self._told_range,
            Wrong.TOO_FEW: self._told_count,
            Wrong.TOO_MANY: self._told_count,
            Wrong.TOO_SHORT: self._told_length,
            Wrong.TOO_LONG: self._told_length,
            Wrong.NO_NAME: self._told_name,
            Wrong.DUPLICATE_ID: self._told_duplicate_id,
            Wrong.OWN_WORDS: self._told_own_words,
        }

    def _problem(self, name: str, what: str, next_step: str, fault: Fault, at: Node | None = None) -> Problem:
        return Problem(f"{self._kind}-{name}", what, next_step, (at or fault.node).place)

    def _told_unknown_key(self, fault: Fault) -> Problem:
        key = str(fault.path[-1]) if fault.path else ""
        known = known_keys(self._model, fault.path[:-1], key)
        what = f"The key {quoted(key)} is not one that {self._called} can have here."
        step = did_you_mean(key, known, "The keys here are")
        if where := self._where_it_belongs(fault.path[:-1], key):
            step = f"It belongs below {where}. {step.replace('Did you', 'Or did you', 1)}"
        return self._problem("unknown-key", what, step, fault, fault.key)

    def _where_it_belongs(self, path: tuple[Step, ...], key: str) -> str:
        """Where near a path a key may stand that may not stand there: "type:"; "" for nowhere."""
        _, groups = next(groups_above(self._model, path, (key,)), (0, []))
        if groups := groups or ([] if path else groups_with(self._model, {key})):
            return " or ".join(f"{group}:" for group in groups)
        lists = [] if path else lists_with(self._model, key)
        return f"{lists[0]}:, in an entry (- {key}:)" if len(lists) == 1 else ""

    def told_misspelt(self, fault: Fault, meant: str) -> Problem:
        """A key that is unknown and was meant to be one that is missing, told once, where it stands."""
        what = f"The key {quoted(str(fault.path[-1]))} is not one that {self._called} can have here."
        return self._problem("unknown-key", what, f"Did you mean {meant}?", fault, fault.key)

    def told_too_high(self, faults: list[Fault], group: str) -> Problem:
        """Keys that stand one level too high, told once, with what is missing there because of it."""
        first = next(fault for fault in faults if fault.wrong is Wrong.UNKNOWN_KEY)
        keys = ", ".join(quoted(str(fault.path[-1])) for fault in faults if fault.wrong is Wrong.UNKNOWN_KEY)
        what = f"The keys {keys} do not stand here, but in an entry below {quoted(group)}."
        step = f"Write {group}: above, and begin the entry there with a dash, two spaces further right."
        holder = next((fault.node for fault in faults if fault.missing), first.key or first.node)
        return self._problem("unknown-key", what, step, first, holder)

    def told_run_together(self, faults: list[Fault], group: str) -> Problem:
        """Entries of a list whose own line is gone, told once, at the first of them."""
        what = f"The line {quoted(f'{group}:')} is gone: from here on stand entries of it."
        holder = next((fault.node for fault in faults if fault.missing), faults[0].key)
        step = f"Write {group}: on a line of its own above."
        return self._problem("missing-key", what, step, faults[0], holder)

    def told_begun(self, faults: list[Fault], first: str) -> Problem:
        """Keys of an entry whose first line is gone, told once, at the first of them."""
        keys = ", ".join(quoted(str(fault.path[-1])) for fault in faults)
        what = f"The keys {keys} do not belong to the entry above: it seems that the line that begins theirs is gone."
        step = f"Write it above, with its dash: - {first}: …"
        return self._problem("missing-key", what, step, faults[0], faults[0].key)

    def told_headless(self, faults: list[Fault], group: str) -> Problem:
        """Keys of a group whose own line is gone, told once, at the first of them."""
        keys = ", ".join(quoted(str(fault.path[-1])) for fault in faults)
        what = f"The keys {keys} do not stand here, but below {quoted(group)}."
        return self._problem(
            "unknown-key", what, f"Write {group}: on a line of its own above.", faults[0], faults[0].key
        )

    def _told_list_run_in(self, fault: Fault, first: Scalar) -> Problem:
        what = f"The entry that begins here belongs to no list: it reads as more of {fault.name} above."
        step = "Write the line that begins the list above it: its key, and a colon."
        return self._problem("wrong-value", what, step, fault, first)

    def _told_missing(self, fault: Fault) -> Problem:
        if isinstance(fault.node, Scalar) and fault.node is fault.key:
            what, step = (
                f"Nothing stands after {quoted(fault.missing)}, which cannot be left empty.",
                "Write its value.",
            )
        else:
            where = f"in {quoted(fault.key.text)}" if fault.key else "here"
            what, step = (
                f"The key {quoted(fault.missing)} is missing {where}.",
                f"Add a line {fault.missing}: with its value.",
            )
        return self._problem("missing-key", what, step, fault, fault.key)

    def _told_text_needed(self, fault: Fault) -> Problem:
        what = f"{fault.name} needs a text here, and this is {_called(fault.node)}."
        return self._problem(
            "wrong-kind", what, "Write the text after the colon, between quotation marks if need be.", fault
        )

    def _told_keys_needed(self, fault: Fault) -> Problem:
        if isinstance(fault.node, Scalar) and fault.node.plain and _GLUED_COLON.match(fault.node.text):
            key = fault.node.text.partition(":")[0]
            return Problem(
                "yaml-colon-space",
                "There is no space after the colon.",
                f"Write {key}: and then a space before the value.",
                fault.node.place,
            )
        name = fault.name.replace("the file", "The file")
        what = f"{name} needs keys with values here, and this is {_called(fault.node)}."
        above = empty_key_above(fault.node.source, fault.node.source.line_of((fault.key or fault.node).index))
        if above and fault.key and isinstance(fault.node, Scalar):
            step = f"Set this line in by two spaces more, so that it stands below {above}:"
            return self._problem("wrong-kind", what, step, fault)
        step = "Write each key on a line of its own, indented by two spaces: key: value"
        known = known_keys(self._model, fault.path)
        if 0 < len(known) <= MOST_NAMED:
            step += f". The keys are: {', '.join(known)}."
        return self._problem("wrong-kind", what, step, fault)

    def _told_list_needed(self, fault: Fault) -> Problem:
        if (glued := _glued_dash_of(fault.node)) is not None:
            return glued
        what = f"{fault.name} needs a list here, and this is {_called(fault.node)}."
        first = ""
        if isinstance(fault.node, Scalar):
            first = _first_entry(fault.node)
        elif isinstance(fault.node, Mapping):
            first = f"{next(iter(fault.node.entries), 'key')}: …"
        step = "Write one entry a line, each begun with a dash and a space"
        return self._problem("wrong-kind", what, f"{step}: - {first}" if first else f"{step}.", fault)

    def _told_choice(self, fault: Fault) -> Problem:
        allowed = [one for one in fault.told_with if one]  # that nothing may stand here helps nobody
        if not isinstance(fault.node, Scalar):
            return self._told_text_needed(fault)
        what = f"{fault.name} cannot be {quoted(fault.node.text)}."
        bare = _CURLY.sub("", fault.node.text).strip()
        if bare and bare != fault.node.text:
            return self._problem("wrong-value", what, f"Take the curly quotation marks away: {bare}", fault)
        return self._problem("wrong-value", what, did_you_mean(fault.node.text, allowed, "It can be"), fault)

    def _told_truth(self, fault: Fault) -> Problem:
        what = f"{fault.name} must be true or false{_and_is(fault)}."
        return self._problem("wrong-value", what, "Write true or false.", fault)

    def _told_whole_number(self, fault: Fault) -> Problem:
        what, step = f"{fault.name} must be a whole number{_and_is(fault)}.", "Write digits alone"
        return self._problem("wrong-value", what, f"{step}{_number_meant(fault)}.", fault)

    def _told_number(self, fault: Fault) -> Problem:
        what, step = f"{fault.name} must be a number{_and_is(fault)}.", "Write digits, with a point before decimals"
        return self._problem("wrong-value", what, f"{step}{_number_meant(fault)}.", fault)

    def _told_range(self, fault: Fault) -> Problem:
        bound = f"{fault.told_with:,}" if isinstance(fault.told_with, int) else f"{fault.told_with:g}"
        limit = f"{bound} or {'more' if fault.wrong is Wrong.TOO_LOW else 'less'}"
        return self._problem("wrong-value", f"{fault.name} must be {limit}.", f"Write a number of {limit}.", fault)

    def _told_count(self, fault: Fault) -> Problem:
        too_few = fault.wrong is Wrong.TOO_FEW
        limit = f"at {'least' if too_few else 'most'} {fault.told_with}"
        step = "Add entries, each begun with a dash." if too_few else "Take entries out."
        return self._problem("wrong-count", f"{fault.name} takes {limit} entries.", step, fault)

    def _told_length(self, fault: Fault) -> Problem:
        if fault.wrong is Wrong.TOO_SHORT:
            return self._problem("wrong-value", f"{fault.name} is too short.", "Write more.", fault)
        return self._problem(
            "too-long", f"{fault.name} takes at most {fault.told_with} characters.", "Shorten it.", fault
        )

    def _told_name(self, fault: Fault) -> Problem:
        at = fault.key if fault.about_key else None
        form = FORMS.get(str(fault.told_with), _NAME)
        named = at.text if at is not None else fault.node.text if isinstance(fault.node, Scalar) else ""
        return self._problem("wrong-name", f"{quoted(named)} {form.what}.", form.next_step, fault, at)

    def _told_duplicate_id(self, fault: Fault) -> Problem:
        """An id that two entries of a list have, told at the second."""
        at: Node = fault.node
        if isinstance(at, ListNode):
            at = at.items[fault.told_with.index]
        if isinstance(at, Mapping) and "id" in at.entries:
            at = at.entries["id"][1]
        what = f"The id {quoted(fault.told_with.duplicate)} stands twice in {fault.name}."
        return self._problem("duplicate-id", what, "Give this entry another id, such as the next number.", fault, at)

    def _told_own_words(self, fault: Fault) -> Problem:
        own = fault.told_with
        next_step = own.next_step if isinstance(own, FaultBelow) else _COMPARE
        return self._problem("wrong-value", f"{fault.name}: {str(own).rstrip('.')}.", next_step, fault)


def _called(node: Node) -> str:
    if isinstance(node, Scalar):
        return "empty" if node.is_nothing else "a text"
    return "a list" if isinstance(node, ListNode) else "a group of keys"


def _glued_dash_of(node: Node) -> Problem | None:
    """A list on the lines below its key whose first dash is glued to the entry."""
    if not (isinstance(node, Scalar) and node.plain):
        return None
    number = node.source.line_of(node.index)
    return glued_dash(node.source, number) if _BEGINS_LINE.fullmatch(_before(node)) else None


def _before(node: Scalar) -> str:
    return node.source.text[node.source.index_of(node.source.line_of(node.index)) : node.index]


def _first_entry(node: Scalar) -> str:
    """The first of the entries that were written as one text: by lines, by commas, or with other signs than a dash."""
    line = node.source.line_text(node.source.line_of(node.index))[len(_before(node)) :].strip()
    text = line if node.plain and node.text.startswith(line) else node.text
    return re.split(r", | - ", text)[0].strip(" ,").lstrip(_BULLETS).strip()


def _list_run_in(node: Node) -> Scalar | None:
    """The first entry of a list whose own line is gone, so that it reads as more of the text on the line above."""
    if not (isinstance(node, Scalar) and node.plain and " - " in node.text):
        return None
    number = node.source.line_of(node.index) + 1
    line = node.source.line_text(number)
    indented = len(line) - len(line.lstrip())
    return (
        Scalar(node.source, node.source.index_of(number) + indented, "", True)
        if line[indented:].startswith("- ")
        else None
    )


def _number_meant(fault: Fault) -> str:
    """The number that was meant, to be said after what to do; "" where none can be seen."""
    if not isinstance(fault.node, Scalar):
        return ""
    in_cm = bool(fault.path) and str(fault.path[-1]).endswith("_cm")
    meant = centimetres_meant(fault.node.text) if in_cm else ""
    meant = meant or number_meant(fault.node.text)
    return f": {meant}" if meant else ""


def _and_is(fault: Fault) -> str:
    """What stands there instead, to be said after what is needed."""
    return f", and {quoted(fault.node.text)} is none" if isinstance(fault.node, Scalar) and fault.node.text else ""
