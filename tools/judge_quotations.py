"""How well quotations are judged: true ones, ones with a word changed, and ordinary prose on the same topics.

    python tools/judge_quotations.py TEXTS_FOLDER PROSE [--seed N] [--each N]

TEXTS_FOLDER is the folder from which the fingerprints are built; PROSE has one sentence on each line (lines that begin
with # are left out). Prints a table by treaty, every miss, and the time that a judgement takes."""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from mundraft.library.quotations import Kind, Verdict, judge
from mundraft.library.quotations.words import forms, stretches
from treaty_texts import Text, read_treaties

SHORTEST, LONGEST = 8, 40
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass
class Score:
    """How many quotations of one kind were judged right, and what was said of the others."""

    right: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def asked(self) -> int:
        """How many were judged."""
        return self.right + len(self.misses)

    def take(self, good: bool, told: str) -> None:
        """Counts one judgement."""
        if good:
            self.right += 1
        else:
            self.misses.append(told)


@dataclass(frozen=True)
class Sample:
    """A quotation taken from an article; for a changed one, the word that was put in."""

    ref: str
    number: str
    quotation: str
    put_in: str = ""


class Corpus:
    """The texts in compared form, to find by plain search who holds some words."""

    def __init__(self, texts: Sequence[Text]) -> None:
        """`texts` are mended."""
        self.texts = texts
        self.vocabulary = sorted(
            {word for text in texts for _, article in text.articles for word in _WORD.findall(article)}
        )
        self._plain = {
            text.treaty.ref: " " + " ".join(word for _, article in text.articles for word in forms(article)) + " "
            for text in texts
        }

    def holders(self, quotation: str) -> set[str]:
        """The treaties in which these words stand."""
        wanted = " " + " ".join(forms(quotation)) + " "
        return {ref for ref, plain in self._plain.items() if wanted in plain}


def _dressed(quotation: str, chance: random.Random) -> str:
    """The words as students set them: in quotation marks, broken into lines, capitalised, shouted, or as they are."""
    dress = chance.randrange(5)
    if dress == 0:
        return f"“{quotation}”"
    if dress == 1:
        return re.sub(r" ", lambda space: "\n" if chance.random() < 0.1 else space[0], quotation)
    if dress == 2:
        return f'"{quotation[0].upper()}{quotation[1:]}..."'
    return quotation.upper() if dress == 3 else quotation


def true_quotations(text: Text, count: int, chance: random.Random) -> Iterator[Sample]:
    """Words of one article each, 8 to 40; longer articles are taken more often."""
    articles = [(number, [*chain(*stretches(article))], article) for number, article in text.articles]
    articles = [one for one in articles if len(one[1]) >= SHORTEST]
    weights = [len(words) for _, words, _ in articles]
    for number, words, article in chance.choices(articles, weights, k=count):
        length = chance.randint(SHORTEST, min(LONGEST, len(words)))
        first = chance.randint(0, len(words) - length)
        yield Sample(text.treaty.ref, number, article[words[first].start : words[first + length - 1].end])


def changed(sample: Sample, corpus: Corpus, chance: random.Random) -> Sample:
    """The quotation with one word replaced by another of the texts, so that no treaty holds it as it stands."""
    while True:
        word = chance.choice([*_WORD.finditer(sample.quotation)])
        other = chance.choice(corpus.vocabulary)
        quotation = sample.quotation[: word.start()] + other + sample.quotation[word.end() :]
        if not corpus.holders(quotation):
            return Sample(sample.ref, sample.number, quotation, other)


def _names(verdict: Verdict, sample: Sample) -> bool:
    return any(one.ref == sample.ref and sample.number in one.articles for one in verdict.passages)


def true_is_right(verdict: Verdict, sample: Sample, corpus: Corpus) -> bool:
    """Exact, the article among those named, and every treaty that holds the words named."""
    exact = verdict.kind in (Kind.EXACT, Kind.SHARED)
    return (
        exact and _names(verdict, sample) and {one.ref for one in verdict.passages} == corpus.holders(sample.quotation)
    )


def changed_is_right(verdict: Verdict, sample: Sample) -> bool:
    """Partly, the article among those named, and the word that was put in among what differs."""
    told = any(sample.put_in.lower() in part.lower() for part in verdict.differing)
    return verdict.kind is Kind.PARTLY and _names(verdict, sample) and told


def prose_is_right(verdict: Verdict) -> bool:
    """Nobody's words, or too few to say."""
    return verdict.kind in (Kind.NOT_FOUND, Kind.TOO_SHORT)


def _told(sample: Sample, verdict: Verdict) -> str:
    changed_to = f" [put in: {sample.put_in}]" if sample.put_in else ""
    return (
        f"{sample.ref} {sample.number}{changed_to}: {sample.quotation!r}\n      -> {verdict.kind}: {verdict.in_words}"
    )


def prose_sentences(path: Path) -> list[str]:
    """The sentences of the file of prose."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def evaluate(folder: Path, prose: Path, seed: int, each: int) -> dict[str, tuple[Score, Score]]:
    """Scores by treaty: true and changed quotations; under "prose" the sentences, in the first place."""
    corpus = Corpus(read_treaties(folder))
    scores: dict[str, tuple[Score, Score]] = {}
    for text in corpus.texts:
        chance = random.Random(f"{seed} {text.treaty.ref}")
        true, wrong = scores[text.treaty.ref] = Score(), Score()
        for sample in true_quotations(text, each, chance):
            verdict = judge(_dressed(sample.quotation, chance))
            true.take(true_is_right(verdict, sample, corpus), _told(sample, verdict))
            other = changed(sample, corpus, chance)
            verdict = judge(_dressed(other.quotation, chance))
            wrong.take(changed_is_right(verdict, other), _told(other, verdict))
    scores["prose"] = Score(), Score()
    for sentence in prose_sentences(prose):
        verdict = judge(sentence)
        scores["prose"][0].take(prose_is_right(verdict), f"{sentence!r}\n      -> {verdict.kind}: {verdict.in_words}")
    return scores


def _timed(quotations: Sequence[str]) -> str:
    took: list[float] = []
    for quotation in quotations:
        begun = time.perf_counter()
        judge(quotation)
        took.append((time.perf_counter() - begun) * 1000)
    took.sort()
    middle, nearly_all = took[len(took) // 2], took[len(took) * 99 // 100]
    return f"median {middle:.2f} ms, 99 of 100 under {nearly_all:.2f} ms, longest {took[-1]:.2f} ms"


def main() -> None:
    """Prints the table, the misses and the times; the exit code is 1 where under 99 % of a column are right."""
    parser = argparse.ArgumentParser(description="How well quotations are judged.")
    parser.add_argument("texts", type=Path, metavar="TEXTS_FOLDER")
    parser.add_argument("prose", type=Path, metavar="PROSE")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=50)
    asked = parser.parse_args()
    scores = evaluate(asked.texts, asked.prose, asked.seed, asked.each)
    prose = scores.pop("prose")[0]
    sums = [Score(), Score()]
    lines = ["| treaty | true | one word changed |", "|---|---|---|"]
    for ref, columns in scores.items():
        lines.append(f"| {ref} | " + " | ".join(f"{one.right} of {one.asked}" for one in columns) + " |")
        for whole, part in zip(sums, columns, strict=True):
            whole.right += part.right
            whole.misses += part.misses
    lines.append("| all | " + " | ".join(f"{one.right} of {one.asked}" for one in sums) + " |")
    lines.append(f"\nordinary prose: {prose.right} of {prose.asked} are said to be no treaty's words")
    for title, score in (("true", sums[0]), ("one word changed", sums[1]), ("prose", prose)):
        lines.extend(f"\nmissed, {title}: {miss}" for miss in score.misses)
    chance = random.Random(asked.seed)
    corpus = Corpus(read_treaties(asked.texts))
    samples = [sample for text in corpus.texts for sample in true_quotations(text, 20, chance)]
    lines.append("\na judgement, true: " + _timed([one.quotation for one in samples]))
    lines.append("a judgement, changed: " + _timed([changed(one, corpus, chance).quotation for one in samples]))
    lines.append("a judgement, prose: " + _timed(prose_sentences(asked.prose)))
    sys.stdout.write("\n".join(lines) + "\n")
    raise SystemExit(any(one.right < 0.99 * one.asked for one in (*sums, prose)))


if __name__ == "__main__":
    main()
