"""Writes `schemas/`: JSON Schema files for editors, from the models that read the files.

    python tools/editor_schemas.py            writes them anew
    python tools/editor_schemas.py --check    exit code 1 where they are not as they would be written

An editor must not mark what the program reads. The program takes every value as text, while an editor sees numbers,
`true` and `null` as such: so a text may be a number there, a number may stand in quotation marks, and a key with
nothing after it counts as not there. Draft 7, which every version of the YAML extension of VS Code knows.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias

from kind_words import KIND_WORDS
from mundraft.desk.expectations import Expectations
from mundraft.desk.schemas import SCHEMAS
from mundraft.library.body import BodyEntry
from mundraft.library.conference import ConferenceRules
from mundraft.library.country import Profile
from mundraft.library.extension_form import Extension
from mundraft.library.instrument import CatalogueEntry
from mundraft.library.questions import TemplateDefinition
from mundraft.models.forms import FORMS as FORMS_OF_TEXT
from mundraft.models.model import Model
from mundraft.packs.manifest import Manifest
from mundraft.paper.model import Paper
from schema_words import words_of
from value_schemas import schema_of

FOLDER = Path(__file__).parents[1] / "schemas"
Schema: TypeAlias = dict[str, Any]

_TRUTH = r"^\s*([Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF|[TtFfYyNn01])\s*$"
_WHOLE = r"^\s*[+-]?[0-9][0-9_]*(\.0*)?\s*$"
_NUMBER = r"^\s*[+-]?([0-9][0-9_]*(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?\s*$"
#: What an editor takes for a number or a truth value where it is not in quotation marks.
_SEEN_AS_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")


class Form(NamedTuple):
    """The models of one kind of file; `corrects`: a file of it may hold a few fields only, and correct another."""

    model: type[Model]
    corrects: bool = False


FORMS: Final[dict[str, Form]] = {
    "template": Form(TemplateDefinition),
    "conference": Form(ConferenceRules, corrects=True),
    "country": Form(Profile, corrects=True),
    "instrument": Form(CatalogueEntry, corrects=True),
    "body": Form(BodyEntry, corrects=True),
    "paper": Form(Paper),
    "expectations": Form(Expectations),
    "pack": Form(Manifest),
}
_NAME_NEEDED = "Use English letters, digits and _ . : - alone, without spaces; at most 64 of them."
_TEXT_NEEDED = "A text is needed here, after the colon and a space."
_LIST_NEEDED = "A list is needed here: one entry a line, each begun with a dash and a space."
#: Lists whose entries a correction names by their key alone.
_CORRECTED_ENTRIES = ("Treaty", "Adoption", "Article", "SeenAt", "FactSource")


def schema(name: str) -> Schema:
    """The schema of one kind of file, by the name that `mundraft schema` gives it."""
    made = _Tidied(name, FORMS[name].model, corrects=FORMS[name].corrects).whole()
    if name == "template":
        made = _either(_Tidied(name, Extension, corrects=False).whole(), made)
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": SCHEMAS[name].title}
    return head | made


def as_text(made: Schema) -> str:
    """The file of a schema."""
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"


def _either(extending: Schema, whole: Schema) -> Schema:
    """What a template must be: the short form where it says what it extends, else the whole."""
    definitions = extending.pop("definitions") | whole.pop("definitions")
    definitions |= {"Extension": extending, "TemplateDefinition": whole}
    return {
        "type": "object",
        "properties": {"extends": {"description": extending["properties"]["extends"]["description"]}},
        "if": {"required": ["extends"]},
        "then": {"$ref": "#/definitions/Extension"},
        "else": {"$ref": "#/definitions/TemplateDefinition"},
        "definitions": definitions,
    }


class _Tidied:
    """A model's schema, turned into one that fits what the program reads."""

    def __init__(self, file: str, model: type[Model], *, corrects: bool) -> None:
        self._file = file
        self._model = model
        self._corrects = corrects
        self._raw, self._defined = schema_of(model)
        self._optional = self._refs_of_optional_keys(self._raw)

    def whole(self) -> Schema:
        """The schema with its definitions last."""
        made = self._model_schema(self._model.__name__, self._raw)
        groups = ((name, one) for name, one in sorted(self._defined.items()) if "properties" in one)
        made["definitions"] = {name: self._model_schema(name, one) for name, one in groups}
        return made

    def _refs_of_optional_keys(self, raw: Schema) -> set[str]:
        """The definitions that may stand behind a key that may be left out, and so be nothing."""
        found: set[str] = set()
        for one in (raw, *self._defined.values()):
            needed = () if self._corrects else one.get("required", ())
            for key, value in one.get("properties", {}).items():
                if key not in needed:
                    found |= {part["$ref"] for part in (value, *value.get("anyOf", ())) if "$ref" in part}
        return found

    def _model_schema(self, name: str, raw: Schema) -> Schema:
        """A group of keys."""
        some_will_do = self._corrects and (name == self._model.__name__ or self._is_corrected(name))
        required: list[str] = [] if some_will_do else raw.get("required", [])
        nothing = f"#/definitions/{name}" in self._optional
        made: Schema = {
            "type": ["object", "null"] if nothing else "object",
            "additionalProperties": False,
            "properties": {key: self._key(name, key, one, key in required) for key, one in raw["properties"].items()},
        }
        if required:
            made["required"] = required
        if name == "Said":  # words without citations are written as plain text
            return {"if": {"type": "object"}, "then": {**made, "type": "object"}, "else": _text(needed=False)}
        return made

    def _is_corrected(self, name: str) -> bool:
        """Whether a nearer file may hold some keys of this group alone."""
        single = f"#/definitions/{name}" in self._optional
        return single or name in _CORRECTED_ENTRIES

    def _key(self, model: str, key: str, raw: Schema, required: bool) -> Schema:
        made = self._of(raw)
        default = raw.get("default")
        if not required:
            made = _or_nothing(made)
            if isinstance(default, bool | int | float) or (isinstance(default, str) and default):
                made["default"] = default
        said = raw.get("description") or words_of(self._file, model, key)
        # What stands beside a $ref is passed over by draft 7, and read by editors: no more than words may stand there.
        return {"description": said, **made} if said else made

    def _of(self, raw: Schema) -> Schema:
        """Any value."""
        if "$ref" in raw:
            named = self._defined[raw["$ref"].rpartition("/")[2]]
            return self._of(named) if "enum" in named else {"$ref": raw["$ref"]}
        for key in ("anyOf", "oneOf"):
            if key in raw:
                return self._one_of(raw[key])
        if "enum" in raw or "const" in raw:
            return _choice([raw["const"]] if "const" in raw else raw["enum"])
        return self._by_type()[raw["type"]](raw)

    def _by_type(self) -> dict[str, Callable[[Schema], Schema]]:
        truth = {"type": ["boolean", "string", "integer"], "minimum": 0, "maximum": 1}
        return {
            "string": lambda raw: _text() | _examples(raw) | _formed(raw.get("pattern", "")),
            "boolean": lambda _: truth | _told(_TRUTH, "Write true or false."),
            "integer": lambda raw: (
                {"type": ["integer", "string"]} | _told(_WHOLE, "Write digits alone.") | _bounds(raw)
            ),
            "number": lambda raw: {"type": ["number", "string"]} | _told(_NUMBER, "Write a number.") | _bounds(raw),
            "array": self._list,
            "object": self._mapping,
        }

    def _list(self, raw: Schema) -> Schema:
        items = self._of(raw["items"])
        made: Schema = {"type": "array", "errorMessage": _LIST_NEEDED, "items": _or_nothing(items)}
        return made | {key: raw[key] for key in ("minItems", "maxItems") if key in raw}

    def _mapping(self, raw: Schema) -> Schema:
        """Keys of the writer's own, which may have to be of a form."""
        below: Schema = raw.get("additionalProperties", {})
        made: Schema = {"type": "object"}
        for pattern, value in raw.get("patternProperties", {}).items():
            below, made["propertyNames"] = value, {"pattern": pattern}
        made["additionalProperties"] = self._of(below)
        return made | {key: raw[key] for key in ("propertyNames", "maxProperties") if key in raw}

    def _one_of(self, raw: Sequence[Schema]) -> Schema:
        """One of several forms; a question is told from a group by the key that only a group has."""
        refs = [one.get("$ref", "").rpartition("/")[2] for one in raw]
        if refs == ["Question", "Group"]:
            then, otherwise = self._of(raw[1]), self._of(raw[0])
            return {"if": {"type": "object", "required": ["group"]}, "then": then, "else": otherwise}
        some = [one for one in raw if one.get("type") != "null"]
        lists = [one["items"] for one in some if one.get("type") == "array"]
        if len(lists) > 1:  # the same list, whatever its entries are
            some = [one for one in some if one.get("type") != "array"]
            some.append({"type": "array", "items": {"anyOf": lists}})
        forms = [self._of(one) for one in some]
        if len(forms) > 1 and all("enum" in one for one in forms):
            return {"enum": list(dict.fromkeys(value for one in forms for value in one["enum"]))}
        made = _told_apart(forms)
        return _or_nothing(made) if len(some) < len(raw) and len(forms) == 1 else made


def _told_apart(forms: Sequence[Schema]) -> Schema:
    """Forms of different kinds, told apart by what is there, so that an editor complains of the one that is meant."""
    ways = sorted(forms, key=lambda one: "enum" not in one and one.get("type") not in ("array", "object"))
    made = ways[-1]
    for way in reversed(ways[:-1]):
        sign = "enum" if "enum" in way else "type"
        made = {"if": {sign: way[sign]}, "then": way, "else": made}
    return made


def _text(*, needed: bool = True) -> Schema:
    """What the program takes as a text: everything but groups and lists. A `type` would make editors offer "true"."""
    others = ["array", "object", "null"] if needed else ["array", "object"]
    return {"if": {"type": others}, "then": {"type": "string", "errorMessage": _TEXT_NEEDED}}


def _formed(pattern: str) -> Schema:
    """The form of a text, with what is told of others."""
    if not pattern:
        return {}
    form = FORMS_OF_TEXT.get(pattern.replace("$", r"\Z"))
    dates = "Write YYYY, YYYY-MM or YYYY-MM-DD." if pattern.startswith("^[0-9]{4}(-") else _NAME_NEEDED
    return _told(pattern, form.next_step if form else dates)


def _told(pattern: str, message: str) -> Schema:
    return {"pattern": pattern, "patternErrorMessage": message, "errorMessage": message}


def _bounds(raw: Schema) -> Schema:
    return {key: raw[key] for key in ("minimum", "maximum") if key in raw} | _examples(raw)


def _examples(raw: Schema) -> Schema:
    return {"examples": raw["examples"]} if raw.get("examples") else {}


def _choice(values: Sequence[Any]) -> Schema:
    """One of several words; a word that an editor takes for a number counts as both."""
    made: list[Any] = []
    for value in values:
        if isinstance(value, str) and _SEEN_AS_NUMBER.fullmatch(value):
            made.append(json.loads(value))
        made.append(value)
    kinds = {str(kind): said.takes for kind, said in KIND_WORDS.items()}
    if set(values) == set(kinds):
        told = [f"{kinds[value]}: {KIND_WORDS[value].example}" for value in values]
        return {"enum": made, "enumDescriptions": told, "markdownEnumDescriptions": told}
    return {"enum": made}


def _or_nothing(made: Schema) -> Schema:
    """The same, or nothing after the colon. Of a definition, that is said where it is defined."""
    if "$ref" in made:
        return made
    if "enum" in made:
        if None in made["enum"]:
            return made
        told = {key: [*made[key], "nothing"] for key in made if key.endswith("numDescriptions")}
        return made | {"enum": [*made["enum"], None]} | told
    if made.get("then", {}).get("errorMessage") == _TEXT_NEEDED:
        return made | _text(needed=False)
    if "if" in made:
        return made | {"else": _or_nothing(made["else"])}
    kinds = [made["type"]] if isinstance(made["type"], str) else made["type"]
    return made | {"type": list(dict.fromkeys((*kinds, "null")))}


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the schemas, or check them; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit code 1 where they are out of step")
    check = parser.parse_args(arguments).check
    out_of_step = False
    for name in FORMS:
        path, text = FOLDER / f"{name}.json", as_text(schema(name))
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            out_of_step = True
            if not check:
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="\n")
    return 1 if check and out_of_step else 0


if __name__ == "__main__":
    sys.exit(main())
