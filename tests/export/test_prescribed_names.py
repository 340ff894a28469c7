"""File names by a conference's pattern, for whatever a paper says."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mundraft.export.naming import for_topic, prescribed_stem, unsaid
from mundraft.files.names import refuse_reserved
from mundraft.library.conference_file import File
from mundraft.library.naming_fields import FIELDS
from mundraft.models.model import from_values

VALUES = st.fixed_dictionaries({name: st.text(max_size=60) for name in FIELDS})
SAID = {"country": "Saudi Arabia", "committee_short": "GA1", "school": "Hill School", "last_name": "Doe"}


@settings(max_examples=100)
@given(
    st.sampled_from(["{country}", "{school}_{country}", "Con-{topic}.{date}", "{committee} {delegates} - {topic}"]),
    st.sampled_from(["kept", "removed", "underscores"]),
    VALUES,
)
def test_any_paper_gives_a_name_that_every_system_takes(pattern: str, spaces: str, values: dict[str, str]) -> None:
    stem = prescribed_stem(from_values(File, {"name": pattern, "spaces": spaces}), values)
    assume(stem)  # a paper that says nothing that the pattern asks for has no name by it
    for name in (stem, for_topic(stem, (1,), pattern)):
        assert name.strip()
        refuse_reserved(Path(f"{name}.docx"))


@pytest.mark.parametrize(
    ("pattern", "missing", "name"),
    [
        ("{school}_{country}_{committee_short}", {"school"}, "Saudi Arabia_GA1"),
        ("{country}_{school}_{committee_short}", {"school"}, "Saudi Arabia_GA1"),
        ("{country} - {committee_short} - {last_name}", {"last_name"}, "Saudi Arabia - GA1"),
        ("{country}__{committee_short}", set(), "Saudi Arabia__GA1"),
        ("{school}_{country}", {"school", "country"}, ""),
        ("", {"country"}, ""),
    ],
)
def test_what_the_paper_does_not_say_leaves_no_separator_behind(pattern: str, missing: set[str], name: str) -> None:
    file = from_values(File, {"name": pattern})
    values = {field: "" if field in missing else value for field, value in SAID.items()}
    assert prescribed_stem(file, values) == name
    assert set(unsaid(file, values)) == (missing if pattern else set())


def test_documents_are_told_apart_by_the_pattern_or_else_by_a_letter() -> None:
    assert for_topic("Kenya_Topic2", (1,), "{country}_Topic{topic_number}") == "Kenya_Topic2"
    assert for_topic("Kenya_GA1", (1,), "{country}_{committee_short}") == "Kenya_GA1_TopicB"
    assert for_topic("kenya", (1,)) == "kenya - Topic B"
