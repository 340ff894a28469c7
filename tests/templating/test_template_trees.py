"""Trees of templates are walked as Jinja walks them."""

from jinja2 import nodes

from mundraft.library.folders import Folder, Tier, shipped_folder
from mundraft.library.search_path import Library
from mundraft.templating.sandbox import environment
from mundraft.templating.walking import below, children

EVERYTHING = """
{% import "law.md.j2" as law %}{% from "law.md.j2" import whole as all, part %}
{% macro m(a, b=1) %}{{ a ~ b }}{% endmacro %}
{% set ns = 1 %}{% set words %}a{{ b }}{% endset %}
{% block one %}{% for x, y in z if x %}{{ x.a["b"] | series(c, d=e) }}
{% else %}{{ [1, (2,)] }}{% endfor %}{% endblock %}
{% if a is given and not b == 1 < c in d %}{{ m(1, b=2) }}{% elif -e + f %}g
{% else %}{{ h if i else {"k": j} }}{% endif %}
{% include "law.md.j2" %}{% with a = b %}{{ a[1:2] }}{% endwith %}
{% call m(1) %}c{% endcall %}{% filter capital %}d{% endfilter %}
"""


def test_nodes_are_those_that_jinja_finds_and_in_its_order() -> None:
    library = Library([Folder(shipped_folder(), Tier.SHIPPED)])
    texts = [EVERYTHING, *(library.template(found.name).source for found in library.templates())]
    for tree in map(environment().parse, texts):
        every = list(tree.find_all(nodes.Node))
        assert [id(one) for one in below(tree, nodes.Node)] == [id(one) for one in every]
        for one in every:
            assert [id(child) for child in children(one)] == [id(child) for child in one.iter_child_nodes()]


def test_nodes_are_found_by_their_kinds() -> None:
    tree = environment().parse(EVERYTHING)
    for kind in (nodes.Name, nodes.Const, (nodes.Call, nodes.Include)):
        found = list(below(tree, kind))
        assert found
        assert found == list(tree.find_all(kind))
