"""What the coach doubts of countries and law is in doubt: no false alarm over classes of thirty students."""

from __future__ import annotations

from thirty_students import CLASS, STUDENTS

from mundraft.coach.findings import findings
from mundraft.library.search_path import shipped_library

DOUBTS = {
    "another-country-often", "another-country-speaks", "article-not-there", "article-of-another", "name-misspelt",
    "name-without-the", "year-not-its-own",
}  # fmt: skip
#: The second of two topics gives the three articles of its treaty to the students in turn, whatever they wrote.
GIVEN_BY_TURNS = {
    "protects freedom of religion",
    "makes primary schooling available to all",
    "guards the culture of minorities",
    "directs education to respect for nature",
    "gives children rest and play",
}


def test_no_student_is_doubted_but_for_articles_that_are_not_what_they_say() -> None:
    library = shipped_library()
    told = [
        (template, number, one)
        for template, paper_of in STUDENTS.items()
        for number in CLASS[:: 1 if template == "two-topics" else 6]
        for one in findings(paper_of(number), library)
        if one.code in DOUBTS
    ]
    assert {one.code for _, _, one in told} == {"article-of-another"}
    assert {one.what.split("”")[0].removeprefix("“") for _, _, one in told} == GIVEN_BY_TURNS
    assert {template for template, _, _ in told} == {"two-topics"}
