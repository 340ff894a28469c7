"""At the end of a class's table: which papers are one paper, and which share sentences of the delegates' own."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from mundraft.cli.running import run
from mundraft.paper.file import paper_to_bytes, read_paper_file
from mundraft.paper.model import Article, InstrumentUse, Paper, Said, Seat, Topic

OWN = "We believe that every school on the coast should keep one boat ready for storms."
SHORT = "We believe that every school should keep one boat."


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, used_home: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "class").mkdir()
    return tmp_path / "class"


def hand_in(room: Path, name: str, *sentences: str, does: str = "") -> None:
    use = InstrumentUse(id="i1", ref="crc", articles=(Article(id="a1", number="35", does=does),))
    topic = Topic(id="t1", answers={"stance": Said(text=" ".join(sentences))}, instruments=(use,) if does else ())
    (room / f"{name}.yaml").write_bytes(paper_to_bytes(Paper(seat=Seat(ref="kenya"), topics=(topic,))))


def told(capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    capsys.readouterr()
    run(["check", "class", *options])
    return [line.strip() for line in capsys.readouterr().out.splitlines() if line.startswith(("The same", "      “"))]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_papers_that_share_a_sentence_are_named_with_it(
    room: Path, capsys: pytest.CaptureFixture[str], jobs: str
) -> None:
    hand_in(room, "adams", "Ours is a land of rivers.", OWN)
    hand_in(room, "brown", OWN.upper(), "Nothing else is ours.")
    hand_in(room, "chen", "Something else was on our minds when we sat down to write this paper.")
    first, second = told(capsys, "--jobs", jobs)
    both = f"{Path('class/adams.yaml')} and {Path('class/brown.yaml')}"
    assert first == f"The same words: {both} share a sentence, of 1 and 1 of ten words or more."
    assert OWN in second


def test_a_paper_that_came_twice_is_told_once_and_not_by_its_sentences(
    room: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_in(room, "fulton", "Ours is a land of rivers.", OWN)
    hand_in(room, "fulton (1)", "Ours is a land of rivers.", OWN)
    hand_in(room, "gray", OWN)
    whole, *sentence = told(capsys)
    assert whole == f"The same paper: {Path('class/fulton (1).yaml')} and {Path('class/fulton.yaml')}."
    both = f"{Path('class/fulton (1).yaml')} and {Path('class/gray.yaml')}"
    assert sentence[0].startswith(f"The same words: {both} share a sentence, ")


def test_short_sentences_quotations_and_what_comes_from_the_library_are_nobodys(
    room: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    does = "obliges States to prevent, alone and together, the abduction, sale and trafficking of children"
    hand_in(room, "adams", "Ours is a land of rivers.", SHORT, f"“{OWN}”", does=does)
    hand_in(room, "brown", "Theirs is a land of hills.", SHORT, f'"{OWN}"', does=does)
    assert not told(capsys)


def test_of_how_many_sentences_papers_share_some_is_told(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = "Something else was on our minds when we sat down to write this paper."
    hand_in(room, "adams", OWN, other, SHORT)
    hand_in(room, "brown", OWN)
    assert "share a sentence, of 2 and 1 of ten words or more." in told(capsys)[0]


def test_what_papers_have_in_common_is_in_the_json_too(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("adams", "adams (1)"):
        hand_in(room, name, SHORT, OWN)
    hand_in(room, "brown", OWN)
    run(["check", "class", "--json"])
    twice, adams, brown = json.loads(capsys.readouterr().out)
    assert (twice["same_paper_as"], adams["same_paper_as"]) == ([adams["paper"]], [twice["paper"]])
    assert brown["same_words"] == [{"with": [twice["paper"]], "sentences": [OWN]}]
    assert brown["same_paper_as"] == []


def test_papers_without_any_words_are_not_the_same_paper(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hand_in(room, "adams")
    hand_in(room, "brown")
    assert not told(capsys)


def example(room: Path, name: str, change: str = "", by: str = "") -> None:
    run(["new", str(room / name), "--example", "kenya-climate-displacement"])
    path = room / f"{name}.yaml"
    text = path.read_text("utf-8")
    assert change in text
    path.write_text(text.replace(change, by) if change else text, "utf-8")


def of_example(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    capsys.readouterr()
    run(["check", *words])
    return [line for line in capsys.readouterr().out.splitlines() if "those of the example" in line]


EXAMPLE = "those of the example “kenya-climate-displacement”, word for word or nearly."


def test_a_paper_that_is_still_an_example_is_told_to_be_one(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    example(room, "asitis")
    hand_in(room, "own", "Ours is a land of rivers.", OWN)
    assert of_example(capsys, "class") == [
        f"Still an example: {Path('class/asitis.yaml')}. 39 of 39 answers are {EXAMPLE}"
    ]
    (told_of_it,) = of_example(capsys, "class/asitis.yaml")
    assert told_of_it == f"  advice: 39 of 39 answers are {EXAMPLE} [from-example]"
    assert not of_example(capsys, "class/own.yaml")


def renamed(text: str) -> str:
    """What a student does in two minutes: another seat, its name in every sentence, another topic, one's own name."""
    text = text.replace("ref: kenya", "ref: uganda").replace("Kenya", "Uganda")
    text = text.replace("seat:", "delegates: [Ida Lazy]\nseat:")
    return re.sub(r"(?m)^( +(?:title|noun): ).*displace.*$", r"\1floods in river towns", text)


def test_neither_a_new_header_nor_another_country_in_each_sentence_hides_an_example(
    room: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    example(room, "lazy")
    path = room / "lazy.yaml"
    text = path.read_text("utf-8")
    assert renamed(text).count("Uganda") > 5
    assert "floods in river towns" in renamed(text)
    path.write_text(renamed(text), "utf-8")
    (line,) = of_example(capsys, "class")
    assert line.startswith(f"Still an example: {Path('class/lazy.yaml')}. ")
    assert line.endswith(EXAMPLE)


def anew(topic: Topic) -> Topic:
    """A topic whose answers were all written over, and whose solutions and what was done were left as they were."""
    lines = enumerate(topic.answers)
    answers = {
        key: Said(text=f"Of our {at} rivers each has a bridge {at} of its own that no boat {at} can pass.")
        for at, key in lines
    }
    actions = tuple(one.changed(mechanism="a boat for every town by the lake") for one in topic.solutions[:1])
    return topic.changed(answers=answers, solutions=actions)


def in_our_words(paper: Paper) -> Paper:
    """An example that the class has of its own: each answer is one that nobody else gave."""
    return paper.changed(topics=tuple(anew(topic) for topic in paper.topics))


def test_a_paper_that_began_from_an_example_and_rewrote_most_is_the_delegates_own(
    room: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    example(room, "grown")
    path = room / "grown.yaml"
    path.write_bytes(paper_to_bytes(in_our_words(read_paper_file(path))))
    assert path.read_text("utf-8").count("Kenya") > 2, "some of it is the example's still"
    assert not of_example(capsys, "class")


def test_an_example_of_the_class_counts_and_is_no_copy_of_itself(
    room: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (room / "examples").mkdir()
    example(room, "copy")
    path = room / "copy.yaml"
    path.write_bytes(paper_to_bytes(in_our_words(read_paper_file(path))))
    assert not of_example(capsys, "class")
    shutil.copy(path, room / "examples" / "ours.yaml")
    (line,) = of_example(capsys, "class")
    assert "are those of the example “ours”" in line
    assert not of_example(capsys, "class/examples/ours.yaml")
