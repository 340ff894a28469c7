"""Within each group of the review, the findings stand as the steps do."""

from __future__ import annotations

from mundraft.coach.findings import findings
from mundraft.interview.asking import Asking
from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.search_path import Library
from mundraft.paper.model import Paper
from mundraft.problems import Problem, Severity
from mundraft.tui.review import finding_lines


def test_what_a_conference_requires_stands_where_its_step_does() -> None:
    library = Library((Folder(shipped_folder(), Tier.SHIPPED),))
    paper = Paper.model_validate(
        {"template": "classic", "preset": "nmun-ny", "seat": {"ref": "kenya"}, "topics": [{"id": "t1"}]}
    )
    interview = Asking(library.template("classic").definition, library).interview(paper)
    # told by the conference's rule, last and as a warning: the review counts what is required among what is to mend
    late = Problem("rule-field", "No school.", "Write it.", address="school", severity=Severity.WARNING)
    lines = [line for line in finding_lines((*findings(paper, library), late), interview) if line.address]
    numbers = {prompt.address: prompt.number for prompt in interview.prompts()}
    to_mend = [numbers[line.address] for line in lines if " !" in line.shown.plain[:3]]
    assert "No school." in "".join(line.shown.plain for line in lines[: len(to_mend)])
    assert to_mend == sorted(to_mend)
    assert len(to_mend) > 5
