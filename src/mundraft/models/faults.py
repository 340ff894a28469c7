"""What a model itself says of a fault, which may be of a value further down than where it looks from."""

from __future__ import annotations


class FaultBelow(ValueError):
    """What is wrong, and the keys and positions that lead from the model to it; `next_step` says what to do."""

    def __init__(self, what: str, at: tuple[str | int, ...], next_step: str) -> None:
        super().__init__(what)
        self.at = at
        self.next_step = next_step


class DuplicateId(ValueError):
    """Two entries of one list have the same id; `index` is the second one's place."""

    def __init__(self, index: int, duplicate: str) -> None:
        super().__init__("an id stands twice")
        self.index = index
        self.duplicate = duplicate
