"""The one table of repeated groups agrees with the model and with what a template may write."""

from __future__ import annotations

from typing import get_args

from mundraft.models.fields import fields_of, names_of
from mundraft.paper.groups import GROUPS, TOPIC_GROUPS, GroupName
from mundraft.paper.model import InstrumentUse, Topic


def test_a_template_may_name_every_group_and_no_other() -> None:
    assert get_args(GroupName) == tuple(GROUPS)


def test_every_field_of_a_topic_or_an_entry_that_is_a_list_of_entries_is_a_group() -> None:
    lists = [field.name for field in fields_of(Topic) if field.default() == ()]
    assert tuple(lists) == TOPIC_GROUPS
    assert {*lists, "articles"} == set(GROUPS)
    assert "articles" in names_of(InstrumentUse)


def test_ids_of_new_entries_tell_which_group_they_belong_to() -> None:
    assert len({kind.prefix for kind in GROUPS.values()}) == len(GROUPS)
