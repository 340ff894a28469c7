"""Thirty students for each template of the shelf: one topic, and answers that thirty people could have given.

What they write stands in `thirty/`: no student says what another says, so that whatever two papers share came from the
template. They differ as a class does: how much they write, which of the optional questions they answer, who adds a
year, who writes a part alone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from mundraft.models.model import from_values
from mundraft.paper.model import Paper

_FOLDER: Final = Path(__file__).parent / "thirty"
_RIVERS = "Preventing conflict over rivers that cross borders"
#: The same topic as students name it inside a sentence.
_NOUNS = (
    "quarrels over shared rivers",
    "disputes about river water",
    "water conflicts",
    "transboundary river disputes",
)
_MEALS = "Meals for every pupil"
_MEALS_NOUNS = ("hunger at school", "missing school meals", "empty plates at school")
_SOURCES = [
    {"id": "atlas", "type": "report", "title": "An Atlas of Borrowed Water", "URL": "https://example.org/atlas"}
]
_CITED = [{"source": "atlas"}]
_CHAPTERS = ("six", "seven", "force", "eight", "")
_OPTIONS = (
    "hook",
    "priorities",
    "red_lines",
    "forms",
    "methods",
    "partners",
    "cooperation",
    "gaps",
    "position",
    "appeal",
)
_ARTICLE = ("gambia", "netherlands", "united-states")
_MORE = {"title": "title", "money": "funding", "when": "timeline", "test": "measure"}
#: Every tenth student writes a part without the questions.
_ALONE = 10


@cache
def _told(name: str) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = yaml.load((_FOLDER / f"{name}.yaml").read_bytes(), yaml.CSafeLoader)
    return told


def _named(ref: str) -> str:
    """A country at the beginning of a sentence, as its student writes it."""
    name = {"cote-divoire": "Côte d’Ivoire", "turkiye": "Türkiye"}.get(ref, ref.replace("-", " ").title())
    return f"The {name}" if ref in _ARTICLE else name


def _said(text: str, number: int, every: int) -> dict[str, Any]:
    """An answer, with a source where this student thought of one."""
    return {"text": text, "cite": _CITED} if number % every == 0 else {"text": text}


def _entries(texts: list[str]) -> list[dict[str, str]]:
    return [{"text": text} for text in texts]


def _rivers(number: int, seat: str = "") -> dict[str, Any]:
    """The topic of rivers as one student has answered it; `seat` is the name with which the position begins."""
    told = _told("rivers")[number]
    law, past = told["law"], told["past"]
    answers: dict[str, Any] = {option: told[option] for option in _chosen(number) if option in told}
    answers |= {
        "definition": {"text": told["definition"]},
        "facts": [{"text": told["fact"], "cite": _CITED}],
        "affected": _entries(told["affected"]),
        "causes": _entries(told["causes"]),
        "stance": {"text": told["stance"].format(seat=seat or _named(told["seat"]))},
        "reasons": [_said(told["reason"], number, 4)],
    }
    return {
        "id": "t1",
        "title": _RIVERS,
        "noun": _NOUNS[number % len(_NOUNS)],
        "answers": answers,
        "national_actions": [_action(told, number)],
        "instruments": [{"id": "i1", "ref": law[0], "articles": [{"id": "a1", "number": law[1], "does": law[2]}]}],
        "past_actions": [_past(past)],
        "solutions": [_solution(solution, place) for place, solution in enumerate(told["s"])],
    }


def _chosen(number: int) -> list[str]:
    """The optional questions that a student answers: some answer none, one answers them all."""
    return [option for place, option in enumerate(_OPTIONS) if (number * (place + 3)) % 7 < number % 8]


def _action(told: dict[str, Any], number: int) -> dict[str, Any]:
    kept: dict[str, Any] = {key: told[key] for key in ("did", "year", "result") if key in told}
    return {"id": "n1", **kept, "cite": _CITED if number % 3 else []}


def _past(past: list[str]) -> dict[str, Any]:
    return {"id": "p1", "actor": past[0], "did": past[1], "cite": _CITED, **({"year": past[2]} if past[2:] else {})}


def _solution(told: dict[str, str], place: int) -> dict[str, Any]:
    more = {field: told[key] for key, field in _MORE.items() if key in told}
    how = {"mechanism": told["how"]} if "how" in told else {}
    return {"id": f"s{place}", "actor": told["actor"], "action": told["action"], **how, **more}


def _paper(template: str, seat: dict[str, str], *topics: dict[str, Any], committee: str) -> Paper:
    fields = {"template": template, "seat": seat, "committee": {"name": committee}, "sources": _SOURCES}
    return from_values(Paper, {**fields, "topics": list(topics)})


def _on_rivers(template: str, number: int, **more: Any) -> Paper:
    told, topic = _told("rivers")[number], _rivers(number)
    topic["answers"] |= more
    if number % _ALONE == _ALONE - 1:
        topic["own_words"] = {"issue": {"text": f"{told['definition']}\n\n{told['fact']}", "cite": _CITED}}
    committee = "Security Council" if template == "security-council" else "General Assembly Second Committee"
    return _paper(template, {"ref": told["seat"]}, topic, committee=committee)


def _classic(number: int) -> Paper:
    return _on_rivers("classic", number)


def _one_page(number: int) -> Paper:
    return _on_rivers("one-page", number)


def _three_paragraphs(number: int) -> Paper:
    return _on_rivers("three-paragraphs", number, plan={"text": _told("rivers")[number]["plan"]})


def _security_council(number: int) -> Paper:
    threat = {"text": _told("rivers")[number]["threat"]}
    return _on_rivers("security-council", number, threat=threat, chapter=_CHAPTERS[number % len(_CHAPTERS)])


def _organisation(number: int) -> Paper:
    told = _told("rivers")[number]
    topic = _rivers(number, told["ngo"])
    topic["answers"]["mandate"] = {"text": told["mandate"], "cite": _CITED}
    return _paper("organisation", {"name": told["ngo"]}, topic, committee="General Assembly Second Committee")


def _two_topics(number: int) -> Paper:
    told = _told("rivers")[number]
    topics = _rivers(number), {**_meals(number, _named(told["seat"])), "id": "t2"}
    return _paper("two-topics", {"ref": told["seat"]}, *topics, committee="Economic and Social Council")


def _meals(number: int, seat: str) -> dict[str, Any]:
    """The topic of school meals as the second of two: shorter, and with what a statement has no room for."""
    told = _told("meals")[number]
    article = {"id": "a1", "number": ("24", "28", "27")[number % 3], "does": told["does"]}
    return {
        "title": _MEALS,
        "noun": _MEALS_NOUNS[number % len(_MEALS_NOUNS)],
        "answers": {
            "definition": {"text": told["definition"]},
            "facts": [{"text": told["fact"], "cite": _CITED}],
            "affected": _entries(told["affected"]),
            "causes": _entries([told["cause"]]),
            "stance": {"text": told["stance"].format(seat=seat)},
            "reasons": _entries([told["reason"]]),
        },
        "national_actions": [_action(told, number)],
        "instruments": [{"id": "i1", "ref": "crc", "articles": [article]}],
        "past_actions": [_past(told["past"])],
        "solutions": [_solution(next(one for one in told["s"] if "how" in one), 0)],
    }


def _policy_statement(number: int) -> Paper:
    told, ref = _told("meals")[number], _told("rivers")[number]["seat"]
    answers: dict[str, Any] = {key: told[key] for key in ("hook", "offer", "appeal", "ending") if key in told}
    answers |= {
        "stance": told["stance"].format(seat=_named(ref)),
        "fact": {"text": told["fact"], "cite": _CITED},
        "reasons": _entries([told["reason"]]),
    }
    topic = {
        "id": "t1",
        "title": _MEALS,
        "answers": answers,
        "national_actions": [_action(told, number)],
        "solutions": [_solution(solution, place) for place, solution in enumerate(told["s"])],
    }
    return _paper("policy-statement", {"ref": ref}, topic, committee="Economic and Social Council")


def _crisis(number: int) -> Paper:
    told = _told("lockout")[number]
    topic = {
        "id": "t1",
        "title": "The Lock-out at Port Saraband, 1912",
        "noun": "the lock-out",
        "answers": {
            key: _entries(value) if isinstance(value, list) else value
            for key, value in told.items()
            if key not in ("name", "moves")
        },
        "solutions": [{"id": f"s{place}", **move} for place, move in enumerate(told["moves"])],
    }
    return _paper("crisis", {"name": told["name"]}, topic, committee="Council of Port Saraband")


#: What makes the paper of student 0 to 29 from each template of the shelf.
STUDENTS: Final[dict[str, Callable[[int], Paper]]] = {
    "classic": _classic,
    "one-page": _one_page,
    "three-paragraphs": _three_paragraphs,
    "two-topics": _two_topics,
    "security-council": _security_council,
    "organisation": _organisation,
    "policy-statement": _policy_statement,
    "crisis": _crisis,
}
CLASS: Final = range(30)
