"""Gentle checks of an answer: the kind of phrase, the form of years and links, the limits."""

from __future__ import annotations

import re
from typing import Any

from mundraft.library.questions import Kind, Question
from mundraft.text.counting import count_words

from .states import texts_of

_LINK = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)


def is_invalid(question: Question, value: Any) -> bool:
    """True when the template cannot use the answer as it stands."""
    texts = texts_of(value)
    if question.kind is Kind.LINK:
        return not all(_LINK.fullmatch(text.strip()) for text in texts)
    if question.kind is Kind.CHOICE and question.choices:
        return any(text not in {choice.value for choice in question.choices} for text in texts)
    return bool(question.limit.words) and any(count_words(text) > question.limit.words for text in texts)
