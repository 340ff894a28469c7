"""What is handed in under a conference's rules: the kind of file, and its name.

It stands apart from the other groups of rules, because papers without a conference are handed in too.
"""

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias, get_args

from mundraft.files.names import fault_of_name
from mundraft.library.facts import Line, Prose
from mundraft.library.naming_fields import filled, names_in, refuse_unfillable
from mundraft.models.faults import FaultBelow
from mundraft.models.fields import Meta
from mundraft.models.model import Model

Format: TypeAlias = Literal["docx", "pdf", "txt", "md"]


class File(Model):
    """What is handed in."""

    formats: Annotated[
        tuple[Format, ...],
        Meta(
            description="The formats taken; the first is meant. txt is plain text without any formatting.",
            examples=[["pdf", "docx"]],
        ),
    ] = ()
    name: Annotated[
        Line,
        Meta(
            description="The file's name without its ending, with fields in braces.",
            examples=['"{country}_{committee_short}"'],
        ),
    ] = ""
    spaces: Annotated[
        Literal["kept", "removed", "underscores"],
        Meta(description="What becomes of spaces inside a field in the file's name.", examples=["removed"]),
    ] = "kept"
    pasted: Annotated[
        bool,
        Meta(
            description="Whether the text is pasted into a form or an e-mail, and no file handed in.",
            examples=["false"],
        ),
    ] = False
    how: Annotated[
        Prose, Meta(description="How it is handed in, in words.", examples=["By e-mail to the committee."])
    ] = ""

    def _look(self) -> None:
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

    def called(self, values: Mapping[str, str]) -> str:
        """The file's name without its ending for these values of the fields; "" where the conference names none.

        It may hold what a system refuses (a country's name may): `files.names.safe_file_name` makes it safe."""
        spaceless = {"removed": "", "underscores": "_"}.get(self.spaces, " ")
        return filled(self.name, {name: spaceless.join(value.split()) for name, value in values.items()})
