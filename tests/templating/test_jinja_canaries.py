"""The sandbox stands on parts of Jinja that are only half public. Each test here names one, so that a new Jinja which
changes it fails here first, and plainly. Should one fail: keep jinja2 pinned where it is until the sandbox is mended.
"""

import inspect

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, operators
from jinja2.nativetypes import NativeCodeGenerator

from mundraft.document.tree import Origin
from mundraft.templating import budget
from mundraft.templating.generator import OF_JINJA, with_our_runtime
from mundraft.templating.leaf import Fragment, Leaf
from mundraft.templating.program import Program
from mundraft.templating.runtime import LOOP_ATTRIBUTES
from mundraft.templating.sandbox import ShippedEnvironment, compiled, environment
from mundraft.templating.values import text_of


def generated(source: str) -> str:
    env = environment()
    return str(env.compile(env.parse(source), raw=True))


def outputs(source: str, **values: object) -> list[object]:
    env = environment()
    program = Program(compiled(env.parse(source), "t"))
    return list(program.root(program.context(values)))


def test_values_are_written_out_as_they_are_and_never_through_str() -> None:
    assert "yield printed(" in generated("{{ a }}")
    assert "str(" not in generated("a{{ a }}b{{ 'c' }}")


def test_constants_are_not_taken_for_the_templates_own_text() -> None:
    assert outputs("a{{ '*b*' }}") == ["a", Fragment((Leaf("*b*", Origin.TEMPLATE),))]


def test_nothing_is_folded_while_compiling() -> None:
    assert "9 ** 9" in generated("{{ 9 ** 9 }}") or "call_binop" in generated("{{ 9 ** 9 }}")
    assert environment().optimized is False


def test_macros_and_set_blocks_return_fragments() -> None:
    values = outputs("{% macro m() %}a{% endmacro %}{% set s %}b{% endset %}{{ m() }}{{ s }}")
    assert [value for value in values if not isinstance(value, str)] == [Fragment(("a",)), Fragment(("b",))]


def test_joining_keeps_the_pieces() -> None:
    leaf = Leaf("x", Origin.DELEGATE)
    assert outputs("{{ a ~ 'b' }}", a=leaf) == [Fragment((leaf, Leaf("b", Origin.TEMPLATE)))]


def test_loops_macros_blocks_and_branches_tick() -> None:
    for source in (
        "{% for x in a %}b{% endfor %}",
        "{% macro m() %}b{% endmacro %}",
        "{% block m %}b{% endblock %}",
        "{% if a %}b{% endif %}",
    ):
        assert generated(source).count("this_run.steps += 1") == 2


def test_loops_are_counted_by_the_length_of_their_list() -> None:
    assert outputs("{% for x in a %}{{ x }}{% endfor %}", a=(Leaf("x", Origin.DELEGATE),)) == [
        Leaf("x", Origin.DELEGATE)
    ]
    env = environment()
    tree = env.parse("{% for x in a %}{% endfor %}")
    compiled(tree, "t")
    (loop,) = tree.find_all(nodes.For)
    assert isinstance(loop.iter, nodes.Filter)


def test_blocks_can_be_replaced_in_a_context() -> None:
    env = environment()
    program = Program(compiled(env.parse("{% block a %}b{% endblock %}"), "t"))
    context = program.context({})
    context.blocks["a"] = [lambda _context: iter(["replaced"])]
    assert list(program.root(context)) == [("a",), "replaced", ()]  # which says where a block begins and ends


def test_calls_parts_and_filters_go_through_our_own_functions_alone() -> None:
    code = generated("{{ a.b['c'] | capital }}{{ vary(1) }}{% macro m(x) %}{{ x }}{% endmacro %}{{ m(x=a) }}")
    for ours in (
        "field(",
        "entry(",
        "called(this_run, ",
        "(this_run, entry(",
        "= Macro('m', ('x',), macro)",
        "gathered(",
    ):
        assert ours in code
    for of_jinja in ("environment.getattr", "environment.getitem", "environment.call", "context.call"):
        assert of_jinja not in code


def test_an_inline_if_without_else_gives_our_nothing() -> None:
    assert outputs("{{ 'a' if b }}", b=False) == [Fragment((Leaf("", Origin.TEMPLATE),))]


def test_the_methods_that_are_overridden_exist_with_their_parameters() -> None:
    assert list(inspect.signature(CodeGenerator.blockvisit).parameters) == ["self", "nodes", "frame"]
    assert list(inspect.signature(CodeGenerator.write_commons).parameters) == ["self"]
    assert list(inspect.signature(CodeGenerator.macro_def).parameters) == ["self", "macro_ref", "frame"]
    assert list(inspect.signature(CodeGenerator.return_buffer_contents).parameters)[:2] == ["self", "frame"]
    assert CodeGenerator._FinalizeInfo._fields == ("const", "src")
    assert list(inspect.signature(CodeGenerator._make_finalize).parameters) == ["self"]
    assert list(inspect.signature(CodeGenerator.pull_dependencies).parameters) == ["self", "nodes"]
    for name in ("visit_Concat", "visit_Compare", "visit_Getattr", "visit_Getitem", "visit_Filter", "visit_Call"):
        assert list(inspect.signature(getattr(NativeCodeGenerator, name)).parameters)[:3] == ["self", "node", "frame"]
    assert set(operators) == {"eq", "ne", "gt", "gteq", "lt", "lteq", "in", "notin"}


def test_a_compiled_template_asks_for_nothing_of_jinja() -> None:
    source = generated(
        "{% set s %}{% for x in a if x %}{{ loop.index + 1 }}{% endfor %}{% endset %}{{ s if s is given }}"
    )
    assert source.startswith(OF_JINJA)  # the one line that is taken away
    ours = with_our_runtime(source)
    assert "jinja" not in ours
    compile(ours, "t", "exec")


def test_a_loop_tells_where_it_is() -> None:
    asked = "/".join(f"{{{{ loop.{name} }}}}" for name in LOOP_ATTRIBUTES if name not in ("first", "last"))
    source = f"{{% for x in a if x %}}{asked}/{{{{ 'f' if loop.first }}}}{{{{ 'l' if loop.last }}}};{{% endfor %}}"
    values = tuple(Leaf(word, Origin.DELEGATE) for word in ("x", "", "y", "z"))
    shown = "".join(text_of(value) for value in outputs(source, a=values))
    assert shown == "1/0/3/2/3//y/f;2/1/2/1/3/x/z/;3/2/1/0/3/y//l;"


def test_of_a_template_that_ships_only_the_chosen_wording_is_put_together() -> None:
    source = "{{ ['a' ~ (x | first), 'b' ~ (x | last), 'c'][vary('key', 0, 1, 2)] }}"
    values = {"x": (Leaf("1", Origin.DELEGATE), Leaf("2", Origin.DELEGATE))}
    said: dict[str, tuple[str, int]] = {}
    for ships in (True, False):
        code = compiled(environment().parse(source), "t", ShippedEnvironment() if ships else None)
        program = Program(code)
        for turn in range(3):
            run = budget.Run(values, "seed", turn)
            with budget.running(run):
                (fragment,) = program.root(program.context(values))
            word, steps = text_of(fragment), run.steps
            assert said.setdefault(f"{turn}", (word, steps))[0] == word
            assert ships or steps > said[f"{turn}"][1]
    assert {word for word, _ in said.values()} == {"a1", "b2", "c"}
