"""The models that read files as JSON Schema, field by field: what `editor_schemas` fits to what an editor sees.

msgspec makes schemas too, and sorts what can be chosen; a teacher is offered it in the order of the documentation.
"""

from __future__ import annotations

from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin

from mundraft.models.fields import Field, Meta, fields_of, parted
from mundraft.models.model import Either, Model
from mundraft.paper.model import Said

Schema: TypeAlias = dict[str, Any]

_TYPES: dict[type, str] = {str: "string", bool: "boolean", int: "integer", float: "number"}
#: What a bound is called in a schema, of a number, a text, a list and a mapping.
_BOUNDS = {"ge": "minimum", "le": "maximum", "pattern": "pattern"}
_LENGTHS = {"string": ("minLength", "maxLength"), "array": ("minItems", "maxItems"), "object": ("", "maxProperties")}


def schema_of(model: type[Model]) -> tuple[Schema, dict[str, Schema]]:
    """The schema of a model, and those of the models that stand in it, by their names."""
    definitions: dict[str, Schema] = {}
    return _Making(definitions).of_model(model), definitions


class _Making:
    """Schemas, of which those of models are kept by their names."""

    def __init__(self, definitions: dict[str, Schema]) -> None:
        self._definitions = definitions

    def of_model(self, model: type[Model]) -> Schema:
        """A group of keys."""
        fields = fields_of(model)
        made: Schema = {"properties": {field.key: self._of_field(field) for field in fields}}
        required = [field.key for field in fields if field.required]
        return made | ({"required": required} if required else {})

    def _of_field(self, field: Field) -> Schema:
        made = self._of(field.whole)
        for name in ("description", "examples"):
            if said := field.said(name):
                made[name] = said
        if not field.required:
            made["default"] = field.default()
        return made

    def _of(self, kind: Any) -> Schema:
        inner, said = parted(kind)
        made = self._of_type(inner)
        for one in said:
            if isinstance(one, Meta):
                made |= _bounds(one, made.get("type", ""))
        return made

    def _of_type(self, kind: Any) -> Schema:
        origin, arguments = get_origin(kind), get_args(kind)
        if origin is Union or origin is UnionType:
            # words without citations are written as plain text, which the schema of `Said` knows
            some = [one for one in arguments if not (one is str and Said in arguments)]
            return {"anyOf": [self._of(one) for one in some]} if len(some) > 1 else self._of(some[0])
        if origin is Literal:
            return {"enum": list(arguments)}
        if origin is tuple:
            return {"type": "array", "items": self._of(arguments[0])}
        if origin is dict:
            return self._mapping(*arguments)
        return self._of_class(kind)

    def _of_class(self, kind: type) -> Schema:
        if kind is NoneType:
            return {"type": "null"}
        if issubclass(kind, Either):
            return {"oneOf": [self._of(form) for form in kind.forms]}
        if issubclass(kind, Model):
            if kind.__name__ not in self._definitions:
                self._definitions[kind.__name__] = {}  # it may stand in itself
                self._definitions[kind.__name__] = self.of_model(kind)
            return {"$ref": f"#/definitions/{kind.__name__}"}
        if issubclass(kind, Enum):
            return {"enum": [one.value for one in kind]}
        return {"type": _TYPES[kind]}

    def _mapping(self, of_key: Any, of_value: Any) -> Schema:
        made, key = self._of(of_value), self._of(of_key)
        if "pattern" in key:
            return {"type": "object", "patternProperties": {key["pattern"]: made}}
        return {"type": "object", "additionalProperties": made}


def _bounds(said: Meta, kind: str) -> Schema:
    """What a value has to keep to. In an editor's patterns `$` is the end, which Python writes otherwise."""
    made = {called: getattr(said, name) for name, called in _BOUNDS.items() if getattr(said, name) is not None}
    least, most = _LENGTHS.get(kind, ("", ""))
    for called, length in ((least, said.min_length), (most, said.max_length)):
        if called and length is not None:
            made[called] = length
    made |= said.extra_json_schema or {}
    return made | ({"pattern": made["pattern"].replace(r"\Z", "$")} if "pattern" in made else {})
