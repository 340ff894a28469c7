"""What is told first of a paper, and which one finding a teacher reads in the table."""

from __future__ import annotations

import pytest

from mundraft.coach.weight import in_order, weighs_most
from mundraft.problems import Problem, Severity

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE


def found(code: str, severity: Severity = WARNING, address: str = "topics/t1/answers/stance") -> Problem:
    return Problem(code, f"It is {code}.", address=address, severity=severity)


def test_errors_come_first_then_warnings_then_advice_each_in_the_order_of_the_paper() -> None:
    asked = ["seat", "topics/t1/answers/stance", "topics/t1/solutions/s1/what"]
    told = [
        found("a", ADVICE, "seat"),
        found("b", WARNING, "sources/s9"),
        found("c", WARNING, "topics/t1/solutions/s1/legal_basis"),
        found("d", WARNING, "topics/t1/answers/stance"),
        found("e", WARNING, ""),
        found("f", ERROR, "topics/t2/answers/unknown"),
        found("g", WARNING, "topics/t1/answers/stance"),
    ]
    assert "".join(one.code for one in in_order(told, asked)) == "fedgcba"


@pytest.mark.parametrize(
    ("heavy", "light"),
    [
        (found("missing-answer", ERROR), found("rule-too-long")),
        (found("missing-answer", ERROR), found("citation-unknown", ERROR)),
        (found("citation-unknown", ERROR), found("rule-too-long")),
        (found("rule-too-long"), found("rule-first-person")),
        (found("too-long", address=""), found("legal-basis-missing")),
        (found("rule-first-person"), found("says-bound")),
        (found("says-bound"), found("missing-answer", ERROR, "delegates")),
        (found("claim-unsourced"), found("missing-answer", ERROR, "school")),
        (found("says-bound"), found("rule-disclosure-missing", address="disclosure")),
        (found("missing-answer", ERROR, "seat"), found("says-bound")),
        (found("missing-answer", ERROR, "delegates"), found("answer-long", ADVICE)),
        (found("answer-long", ADVICE), found("status-old", ADVICE)),
    ],
)
def test_what_costs_most_marks_weighs_most(heavy: Problem, light: Problem) -> None:
    assert weighs_most([light, heavy]) == weighs_most([heavy, light]) == heavy


def test_what_is_only_good_to_know_is_no_fault_of_a_paper() -> None:
    assert weighs_most([found("status-old", ADVICE), found("rule-season", ADVICE, "conference")]) is None
