"""The editors of the interview: one for each kind of answer, each of which only holds a value and tells of changes."""
