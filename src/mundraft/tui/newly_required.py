"""What a conference has made required of a paper that was begun before it was chosen, as it is told."""

from __future__ import annotations

from mundraft.interview.interview import Interview
from mundraft.interview.states import State

#: Questions named in one note; the rest are counted.
_NAMED = 3


def newly_required(before: Interview, now: Interview) -> str:
    """The open questions that are required now and were not before, and where they are found; "" for none."""
    required = {prompt.address for prompt in before.prompts() if prompt.required}
    new = [one for one in now.prompts() if one.state is State.OPEN and one.address not in required]
    if not new:
        return ""
    asks = " ".join(f"“{one.question.ask}”" for one in new[:_NAMED])
    more = f" And {len(new) - _NAMED} more." if len(new) > _NAMED else ""
    return f"This conference needs an answer to: {asks}{more} The review (F4) leads there."
