"""A conference's rules as a delegate reads them: short sentences, in groups, each marked where it is only inferred."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from mundraft.library.age import age_in_words
from mundraft.library.conference import ConferenceRules, SeenAt, overlap
from mundraft.library.conference_header import HeaderLine
from mundraft.library.conference_limits import spacing_in_words, spacings_without_limit
from mundraft.library.conference_rules import Limit
from mundraft.library.naming_fields import FIELD_NAMES, SAMPLE, in_words
from mundraft.text.dates import date_in_words

#: A rule's place in the file ("type.page"), and its sentence.
_Rule = tuple[str, str]

_STYLES = {
    "numbered": "numbered references",
    "mla": "MLA",
    "apa": "APA",
    "chicago-notes": "Chicago notes",
    "chicago-author-date": "Chicago author-date",
    "un-editorial": "the UN Editorial Manual's style",
    "plain-links": "a plain list of links",
}
_MECHANISMS = {
    "in-text": "in the text",
    "footnotes": "in footnotes",
    "endnotes": "in endnotes",
    "none": "with no mark in the text",
}
_FORMATS = {"docx": "Word", "pdf": "PDF", "txt": "plain text", "md": "Markdown"}
_INCH = 2.54


#: Under what every rule is told: a preset can be a season old, and a conference's own handbook never is.
CHECK_YOUR_HANDBOOK = "Rules change every season: check your handbook."


class RuleGroup(NamedTuple):
    """Rules that belong together, under the heading that a delegate looks for."""

    title: str
    rules: tuple[str, ...]


def rules_in_words(conference: ConferenceRules) -> tuple[RuleGroup, ...]:
    """The rules of a conference in groups; a group without rules is left out."""
    groups = []
    for title, told in _GROUPS.items():
        rules = tuple(_marked(path, text, conference.inferred) for path, text in told(conference))
        if rules:
            groups.append(RuleGroup(title, rules))
    return tuple(groups)


def seen_in_words(seen: SeenAt) -> str:
    """Where rules were seen, for which season and when, without the address."""
    season = f"season {seen.season}" if seen.season else "season not named"
    said = [seen.title, season, f"seen on {date_in_words(seen.seen_on)}", age_in_words(seen.seen_on)]
    said += ["in a stored copy, which may be older than the page"] if seen.stored_copy else []
    said += ["cut short: more rules may stand in the rest"] if seen.cut_short else []
    return ", ".join(filter(None, said))


def _marked(path: str, text: str, inferred: Iterable[str]) -> str:
    only_inferred = any(overlap(path, one) and len(one) <= len(path) for one in inferred)
    return f"{text} (inferred)" if only_inferred else text


def _length(conference: ConferenceRules) -> Iterator[_Rule]:
    for limit in conference.length:
        yield "length", _limit(limit)
    for spacing in spacings_without_limit(conference.length, conference.type.line_spacing):
        yield "type.line_spacing", f"No limit is known for {spacing_in_words(spacing)} spacing"
    papers = conference.papers
    if papers.document:
        all_in_one = papers.document == "one"
        yield "papers.document", "All topics in one document" if all_in_one else "A document for each topic"
    if papers.every_topic:
        yield "papers.every_topic", "Every topic of the committee is written on"
    if papers.topic_on_new_page:
        yield "papers.topic_on_new_page", "Each topic begins on a new page"
    if papers.sections:
        yield "papers.sections", f"Sections on each topic: {'; '.join(papers.sections)}"


def _limit(limit: Limit) -> str:
    amounts = [
        _amount(limit.min_pages, limit.max_pages, "page", limit.approximate),
        _amount(limit.min_words, limit.max_words, "word", limit.approximate),
        _amount(limit.min_paragraphs, limit.max_paragraphs, "paragraph", limit.approximate),
    ]
    said = f"{' and '.join(filter(None, amounts))} {'on each topic' if limit.per == 'topic' else 'for the paper'}"
    if limit.only_for:
        said += f", in {limit.only_for}"
    if limit.at_spacing:
        said += f", in {spacing_in_words(limit.at_spacing)} spacing"
    if limit.counts_resources is not None:
        said += f", {'with' if limit.counts_resources else 'without'} the resources list"
    if limit.rest_unread:
        said += "; what stands beyond is not read"
    return said[:1].upper() + said[1:]


def _amount(least: float, most: float, unit: str, approximate: bool) -> str:
    if not (least or most):
        return ""
    units = unit if (most or least) == 1 else f"{unit}s"
    if least and most:
        span = f"{least:g} {units}" if least == most else f"{least:g} to {most:g} {units}"
        return f"about {span}" if approximate else span
    bound = "about" if approximate else "at most" if most else "at least"
    return f"{bound} {most or least:g} {units}"


def _pages(conference: ConferenceRules) -> Iterator[_Rule]:
    setting = conference.type
    if setting.fonts:
        yield "type.fonts", _either(setting.fonts)
    if setting.min_size_pt or setting.max_size_pt:
        yield "type.max_size_pt", _size(setting.min_size_pt, setting.max_size_pt)
    if setting.line_spacing:
        yield (
            "type.line_spacing",
            f"{_either([spacing_in_words(one) for one in setting.line_spacing])} spacing".capitalize(),
        )
    if setting.margin_cm:
        inches = f" ({setting.margin_cm / _INCH:g} in)" if (setting.margin_cm / _INCH * 4).is_integer() else ""
        yield "type.margin_cm", f"Margins of {setting.margin_cm:g} cm{inches}"
    if setting.page:
        yield "type.page", f"{setting.page} paper"
    if setting.alignment:
        yield "type.alignment", "Lines aligned left" if setting.alignment == "left" else "Lines justified"
    if setting.page_numbers:
        yield "type.page_numbers", f"Page numbers {setting.page_numbers}"
    if setting.black_only:
        yield "type.black_only", "Black print alone"


def _size(least: float | None, most: float | None) -> str:
    if least and most:
        return f"{least:g} point" if least == most else f"{least:g} to {most:g} point"
    return f"{most:g} point or less" if most else f"{least:g} point or more"


def _header(conference: ConferenceRules) -> Iterator[_Rule]:
    header = conference.header
    if header is None:
        return
    if header.place == "none":
        yield "header.place", "No header in the paper"
    elif header.columns:
        where = "at each topic" if header.place == "each topic" else f"on {header.place.replace('first', 'the first')}"
        yield "header.place", f"The header stands {where}"
    for column in header.columns:
        lines = "; ".join(_line(line) for line in column.lines)
        yield "header.columns", f"{column.at.capitalize()}, line by line: {lines}"
    if header.line_spacing:
        yield "header.line_spacing", f"Header in {spacing_in_words(header.line_spacing)} spacing"
    if header.title:
        yield "header.title", f"Title, {header.title.at}: {in_words(header.title.text)}"
    if header.anonymous:
        yield "header.anonymous", "Anonymous: no delegate and no school, in the text, the file or its name"


def _line(line: HeaderLine) -> str:
    said = in_words(line.text) if line.field == "text" else FIELD_NAMES[line.field]
    return f"{in_words(line.label)}: {said}" if line.label else said


def _citations(conference: ConferenceRules) -> Iterator[_Rule]:
    citations, resources = conference.citations, conference.citations.resources
    if citations.required:
        yield "citations.required", "Sources must be cited"
    if citations.mechanisms == ("none",) and not citations.styles:
        yield "citations.ways", "No citations"
    elif citations.ways:
        yield "citations.ways", f"Cite {_either([_way(way.style, way.mechanism) for way in citations.ways])}"
    if citations.banned:
        yield "citations.banned", f"Sources may not be cited {_either([_MECHANISMS[one] for one in citations.banned])}"
    if resources.place:
        yield "citations.resources.place", _resources(resources.place, resources.own_page, resources.title)
    if resources.min_sources:
        yield "citations.resources.min_sources", f"At least {resources.min_sources} sources"


def _way(style: str, mechanism: str) -> str:
    where = _MECHANISMS.get(mechanism, "")
    if not style:
        return where
    by_style = f"{'by' if style == 'plain-links' else 'in'} {_STYLES[style]}"
    return f"{by_style} ({where})" if where else by_style


def _resources(place: str, own_page: bool, title: str) -> str:
    if place == "forbidden":
        return "No list of resources"
    if place == "not needed":
        return "No list of resources is needed"
    called = f"The list of resources ({title})" if title else "The list of resources"
    page = ", on a page of its own" if own_page else ""
    return f"{called} stands {'at the end' if place == 'end' else 'after each topic'}{page}"


def _file(conference: ConferenceRules) -> Iterator[_Rule]:
    file = conference.file
    if file.formats:
        yield "file.formats", f"As {_either([_FORMATS[one] for one in file.formats])}"
    if file.pasted:
        yield "file.pasted", "The text is pasted in; no file is handed in"
    if file.name:
        yield "file.name", f"Called {in_words(file.name)}, such as {file.called(SAMPLE)}"
    if file.how:
        yield "file.how", file.how.rstrip(".")


def _wording(conference: ConferenceRules) -> Iterator[_Rule]:
    wording, pictures = conference.wording, conference.pictures
    if wording.first_person:
        yield "wording.first_person", 'Not "I"' if wording.first_person == "no I" else 'Neither "I" nor "we"'
    if wording.copying:
        yield "wording.copying", f"Counts as copying: {wording.copying.rstrip('.')}"
    for path, called, rule in (
        ("pictures.flag", "The country's flag", pictures.flag),
        ("pictures.seal", "The country's seal", pictures.seal),
        ("pictures.others", "Other pictures and decoration", pictures.others),
    ):
        if rule:
            yield path, f"{called}: {rule}"


def _generated(conference: ConferenceRules) -> Iterator[_Rule]:
    said = {
        "forbidden": "Text made by a language model is forbidden",
        "disclose": "The use of a language model must be told",
        "aid only": "A language model may help to look things up, and may not write",
    }
    if conference.generated.rule:
        yield "generated.rule", said[conference.generated.rule]
    if conference.generated.disclosure_page:
        yield "generated.disclosure_page", "A page of its own says how a model was used, or that none was"


def _either(said: Iterable[str]) -> str:
    *first, last = said
    return f"{', '.join(first)} or {last}" if first else last


def _notes(conference: ConferenceRules) -> Iterator[_Rule]:
    for note in conference.notes:
        yield "notes", note.rstrip(".")


_GROUPS: dict[str, Callable[[ConferenceRules], Iterator[_Rule]]] = {
    "Length": _length,
    "Pages": _pages,
    "Header": _header,
    "Citations": _citations,
    "File": _file,
    "Wording and pictures": _wording,
    "Generated text": _generated,
    "Also": _notes,
}
