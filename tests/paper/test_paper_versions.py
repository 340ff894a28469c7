"""Papers of other versions: older ones are read whole, newer ones are left alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mundraft.paper.address import value_at
from mundraft.paper.file import PaperRead, paper_to_bytes, read_paper, read_paper_of_any_version
from mundraft.paper.migrate import to_current
from mundraft.paper.model import FORMAT, Paper
from mundraft.paper.version import NotAVersion, version_of
from mundraft.problems import UnreadableFile
from mundraft.strictyaml.nodes import plain_value
from mundraft.strictyaml.parser import parse
from mundraft.strictyaml.writer import to_yaml

OLD = """\
# A paper in the form that was used before the file had a version.
schema: 1
as_of: 2025-03
paper:
  id: fji-seas
  template: position-paper-classic
  language: en-GB
  voice: third_person
header:
  conference: null
  committee: {name: Second Committee, short: GA2, kind: ga}
  delegates: [Amina Tora, Li Wei]
  school: ~
  anonymous: true
country:
  code: FJI
  name: Bahamas
  formal_name: Commonwealth of The Bahamas
  definite: true
  demonym: Bahamian
topic:
  title: Protecting the high seas
  frame: goal
  noun: protected seas
  tags: [oceans]
issue:
  hook: Half of the planet belongs to no State.
  definition:
    text: The high seas begin where national waters end.
    cite:
      - id: unclos
        locator: art. 86
  scale: [c_second, c_nowhere, c_first]
  forms: [overfishing, dumping]
  affected: []
  causes:
    - id: k1
      text: weak enforcement
    - unclear mandates
stance:
  position: support
  statement: The seas need rules that are kept.
  rationale: [Rules protect small States.]
  red_lines: [no fees for island fleets]
claims:
  - id: c_first
    text: First in the file.
    number: 12
    cite: [{id: unclos}]
  - id: c_second
    text: Second in the file.
  - id: c_loose
    text: Named nowhere.
national_action:
  - {title: Marine Act, year: 2016, actor: Bahamas, did: passed it, result: "it binds all, at sea", cite: [{id: act}]}
gaps:
  - text: patrols are few
    cite: []
instruments:
  - ref: unclos_1982
    name: Convention on the Law of the Sea
    year: 1982
    binding: true
    articles:
      - number: "87"
        says: keeps the high seas open to all
        cite: [{id: unclos, locator: art. 87}]
international_action:
  - {year: 2023, actor: the conference, did: adopted an agreement}
solutions:
  - id: s1
    title: Shared patrols
    tackles: [k1]
    actor: [coastal States, the Secretariat, donors]
    action: share patrol boats
    timeline: {start: next year, by: "2030"}
    indicator: days at sea
    legal_basis: [{instrument: unclos_1982, article: "87"}]
    cite: []
  - id: s1
    actor: all States
    action: publish catches
    timeline: within two years
cooperation:
  partners: [Palau]
  text: We share our data.
closing:
  appeal: Let us begin.
resources:
  - {id: unclos, kind: treaty_text, role: primary, title: "Law of the Sea, the Convention", year: 1982, url: "https://un.org/x"}
  - {id: act, kind: law, title: Marine Act, date: 2016-05-01, year: 2016}
  - {kind: web, title: No id at all, year: 2020}
"""


@pytest.fixture(scope="module")
def old() -> PaperRead:
    return read_paper_of_any_version(OLD.encode(), "old.yaml")


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("template", "classic"),
        ("conference", ""),
        ("delegates", ("Amina Tora", "Li Wei")),
        ("committee/short", "GA2"),
        ("seat/name", "Bahamas"),
        ("seat/article", True),
        ("seat/adjective", "Bahamian"),
        ("topics/t1/frame", "goal"),
        ("topics/t1/noun", "protected seas"),
        ("topics/t1/national_actions/n1/result", "it binds all, at sea"),
        ("topics/t1/past_actions/p1/did", "adopted an agreement"),
        ("topics/t1/instruments/unclos_1982/ref", "unclos-1982"),
        ("topics/t1/instruments/unclos_1982/articles/a1/does", "keeps the high seas open to all"),
        ("topics/t1/solutions/s1/actor", "coastal States, the Secretariat and donors"),
        ("topics/t1/solutions/s1/timeline", "from next year, by 2030"),
        ("topics/t1/solutions/s1/measure", "days at sea"),
        ("topics/t1/solutions/s2/timeline", "within two years"),
        ("sources/unclos/type", "treaty"),
        ("sources/unclos/url", "https://un.org/x"),
        ("sources/act/issued", "2016-05-01"),
        ("sources/r1/title", "No id at all"),
    ],
)
def test_what_has_a_place_today_is_there(old: PaperRead, address: str, value: object) -> None:
    assert value_at(old.paper, address) == value


def test_answers_stand_under_the_names_of_the_classic_template(old: PaperRead) -> None:
    answers = old.paper.topics[0].answers
    texts = {key: [one.text for one in said] if isinstance(said, tuple) else said.text for key, said in answers.items()}
    assert texts == {
        "hook": "Half of the planet belongs to no State.",
        "definition": "The high seas begin where national waters end.",
        "facts": ["Second in the file.", "First in the file.", "Named nowhere."],
        "forms": ["overfishing", "dumping"],
        "causes": ["weak enforcement", "unclear mandates"],
        "position": "support",
        "stance": "The seas need rules that are kept.",
        "reasons": ["Rules protect small States."],
        "gaps": ["patrols are few"],
        "red_lines": ["no fees for island fleets"],
        "partners": ["Palau"],
        "cooperation": "We share our data.",
        "appeal": "Let us begin.",
    }
    definition = answers["definition"]
    assert not isinstance(definition, tuple)
    assert (definition.cite[0].source, definition.cite[0].locator) == ("unclos", "art. 86")


def test_a_legal_basis_still_names_its_instrument(old: PaperRead) -> None:
    basis = value_at(old.paper, "topics/t1/solutions/s1/legal_basis")
    assert value_at(old.paper, f"topics/t1/instruments/{basis[0].instrument}/year") == "1982"


def test_what_has_no_place_is_listed_and_kept_in_a_note(old: PaperRead) -> None:
    assert old.version == 0
    assert "as_of: 2025-03" in old.left_over
    assert "claims/1/number: 12" in old.left_over
    assert "issue/scale/1: c_nowhere" in old.left_over
    assert "issue/causes/1/id: k1" in old.left_over
    assert "solutions/2/id: s1" in old.left_over
    assert list(old.paper.notes.values()) == ["\n".join(old.left_over)]


def leaves(value: object) -> list[str]:
    if isinstance(value, dict):
        return [leaf for inner in value.values() for leaf in leaves(inner)]
    if isinstance(value, list):
        return [leaf for inner in value for leaf in leaves(inner)]
    return [str(value)]


def test_no_word_of_an_older_paper_is_lost(old: PaperRead) -> None:
    renamed = {"position-paper-classic", "treaty_text", "law", "web"}
    names_of_claims = {"c_first", "c_second", "c_loose"}
    new = paper_to_bytes(old.paper).decode()
    before = leaves(plain_value(parse(OLD.encode(), "old.yaml").root))
    assert [leaf for leaf in before if leaf not in new and leaf not in renamed | names_of_claims] == []


def test_a_migrated_paper_is_one_of_today(old: PaperRead) -> None:
    again = read_paper_of_any_version(paper_to_bytes(old.paper), "new.yaml")
    assert again == PaperRead(old.paper, FORMAT, ())


OLD_KEYS = (
    "paper header country topic issue stance claims national_action gaps instruments solutions resources notes sources"
)
OLD_FIELDS = (
    "id text cite name ref actor timeline articles legal_basis instrument year date kind scale causes frame committee"
)
old_text = st.sampled_from(["a", "", "s1", "with space", "true"])
old_trees = st.recursive(
    old_text,
    lambda below: st.one_of(
        st.lists(below, max_size=2),
        st.dictionaries(
            st.sampled_from(OLD_FIELDS.split()),
            below,
            max_size=3,
        ),
    ),
    max_leaves=8,
)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from(OLD_KEYS.split()), old_trees, max_size=4))
def test_an_older_paper_of_any_shape_is_read(tree: dict[str, object]) -> None:
    data = to_yaml({"schema": "1", **tree}).encode()
    read = read_paper_of_any_version(data, "old.yaml")
    assert read.version == 0
    assert read_paper(paper_to_bytes(read.paper), "new.yaml") == read.paper


def test_migrating_leaves_the_old_mapping_as_it_was() -> None:
    old_mapping = {"schema": "1", "topic": {"title": "Water"}}
    to_current(old_mapping, 0)
    assert old_mapping == {"schema": "1", "topic": {"title": "Water"}}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("template: x\nmundraft: 2\nunheard: of\n", ("paper-newer-version", 2, 11)),
        ("mundraft: 999999\n", ("paper-newer-version", 1, 11)),
        ("mundraft: one\n", ("paper-wrong-version", 1, 11)),
        ("mundraft: -1\n", ("paper-wrong-version", 1, 11)),
        ("mundraft: 1.5\n", ("paper-wrong-version", 1, 11)),
        ("mundraft: [1]\n", ("paper-wrong-version", 1, 11)),
        ("mundraft: ¹\n", ("paper-wrong-version", 1, 11)),
        ("schema: 1\nissue: {hook: a, b and c}\n", ("yaml-lost-text", 2, 18)),
        ("schema: 1\nschema: 1\n", ("yaml-duplicate-key", 2, 1)),
        ("schema: 2\n", ("paper-unknown-key", 1, 1)),
    ],
)
def test_a_version_that_cannot_be_read_is_refused(text: str, fault: tuple[str, int, int]) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read_paper(text.encode(), "paper.yaml")
    assert [(p.code, p.place.line, p.place.column) for p in raised.value.problems if p.place] == [fault]


def test_a_file_without_a_version_is_one_of_today() -> None:
    assert version_of({"seat": {}}) == FORMAT
    assert version_of("words") == FORMAT
    assert read_paper(b"school: Kisumu High\n", "paper.yaml") == Paper(school="Kisumu High")
    with pytest.raises(NotAVersion):
        version_of({"mundraft": "x"})
