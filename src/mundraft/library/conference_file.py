"""What is handed in under a conference's rules: the kind of file, and its name.

It stands apart from the other groups of rules, because papers without a conference are handed in too.
"""

from collections.abc import Mapping
from typing import Literal, Self, TypeAlias, get_args

from pydantic import Field, model_validator

from mundraft.files.names import fault_of_name
from mundraft.library.facts import Line, Prose
from mundraft.library.naming_fields import filled, names_in, refuse_unfillable
from mundraft.paper.model import Model
from mundraft.strictyaml.faults import FaultBelow

Format: TypeAlias = Literal["docx", "pdf", "txt", "md"]


class File(Model):
    """What is handed in."""

    formats: tuple[Format, ...] = Field(
        default=(), description="The formats taken; the first is meant. txt is plain text without any formatting.",
        examples=[["pdf", "docx"]],
    )  # fmt: skip
    name: Line = Field(
        default="", description="The file's name without its ending, with fields in braces.",
        examples=['"{country}_{committee_short}"'],
    )  # fmt: skip
    spaces: Literal["kept", "removed", "underscores"] = Field(
        default="kept", description="What becomes of spaces inside a field in the file's name.", examples=["removed"]
    )
    pasted: bool = Field(
        default=False, description="Whether the text is pasted into a form or an e-mail, and no file handed in.",
        examples=["false"],
    )  # fmt: skip
    how: Prose = Field(
        default="", description="How it is handed in, in words.", examples=["By e-mail to the committee."]
    )

    @model_validator(mode="after")
    def _name_can_be_filled_in(self) -> Self:
        refuse_unfillable(self.name, "name")
        example = filled(self.name, dict.fromkeys(names_in(self.name), "x"))
        fault = fault_of_name(example) if example else ""
        if fault:
            raise FaultBelow(f"no file can be called so: {fault}", ("name",), "Leave that out.")
        ending = example.rpartition(".")[2].lower()
        if ending in (*get_args(Format), "doc"):
            raise FaultBelow(
                "the ending of the file does not belong here", ("name",), f"Take .{ending} away; the format says it."
            )
        return self

    def called(self, values: Mapping[str, str]) -> str:
        """The file's name without its ending for these values of the fields; "" where the conference names none.

        It may hold what a system refuses (a country's name may): `files.names.safe_file_name` makes it safe."""
        spaceless = {"removed": "", "underscores": "_"}.get(self.spaces, " ")
        return filled(self.name, {name: spaceless.join(value.split()) for name, value in values.items()})
