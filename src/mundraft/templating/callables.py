"""What a template may call: its own macros, `vary` and filters, each counted, and a misuse told of in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from mundraft.templating import budget
from mundraft.templating.budget import Run
from mundraft.templating.faults import Refused, did_you_mean, too_many
from mundraft.templating.leaf import Fragment, Leaf
from mundraft.templating.runtime import missing
from mundraft.templating.values import kind_in_words
from mundraft.templating.varying import turn_of


class Macro:
    """A macro of a template: the names of what it takes, and the function that runs it."""

    __slots__ = ("body", "name", "takes")

    def __init__(self, name: str, takes: tuple[str, ...], body: Callable[..., Fragment]) -> None:
        self.name = name
        self.takes = takes
        self.body = body

    def filled(self, given: tuple[Any, ...], named: Mapping[str, Any]) -> list[Any]:
        """What the function takes, in its order; it finds out itself what is missing.

        Raises `Refused` for more than the macro takes, and for a name that it does not know."""
        if len(given) > len(self.takes):
            raise Refused("template-missing-argument", too_many(self.name, len(self.takes), len(given)))
        left = dict(named)
        filled = [*given, *(left.pop(name, missing) for name in self.takes[len(given) :])]
        for name in left:
            what = f"The macro `{self.name}` knows no `{name}`."
            raise Refused("template-missing-argument", what, did_you_mean(name, self.takes))
        return filled


class Function:
    """A function that templates may call by its name."""

    __slots__ = ("name", "run")

    def __init__(self, name: str, run: Callable[..., Any]) -> None:
        self.name = name
        self.run = run


def called(_run: Run, _callee: Any, /, *given: Any, **named: Any) -> Any:
    """What a macro or a function gives. Raises `Refused` for all else, and where macros call themselves without end.

    Here and in `metered` the first names are such as no template may write: a compiled function takes an argument that
    a template calls `run` for its own, whatever "/" says."""
    if _callee.__class__ is Macro:
        _run.steps += 1
        if _run.steps > budget.MAX_STEPS:  # a macro may hold calls of macros and nothing else
            _run.tick()
        _run.go_deeper()
        try:
            exact = not named and len(given) == len(_callee.takes)  # nearly always
            return _callee.body(*(given if exact else _callee.filled(given, named)))
        finally:
            _run.depth -= 1
    if _callee.__class__ is Function:
        if not given:
            what = f"`{_callee.name}` is not given what it goes by."
            raise Refused("template-wrong-kind", what, 'Write vary("key", "a", "b").')
        return _callee.run(_run, *given, **named)
    raise Refused("template-not-allowed", "This cannot be called.", "Only macros and `vary` can be called.")


def chosen(run: Run, callee: Any, key: Any, wordings: tuple[Any, ...], said: str) -> Any:
    """What `vary` gives of wordings that stand in the template as they are: `said` is all of them in one."""
    if callee.__class__ is not Function or callee.name != "vary":
        return called(run, callee, key, *wordings)
    run.steps += 1
    return wordings[turn_of(run, key, said, len(wordings))]


def metered(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter or function that counts what it does, and tells of a wrong use in words."""

    def counted(_run: Run, _value: Any, /, *more: Any, **named: Any) -> Any:
        _run.steps += 1
        if _run.steps > budget.MAX_STEPS:
            _run.tick()
        try:
            result = function(_value, *more, **named) if more or named else function(_value)
        except (TypeError, AttributeError, KeyError, ValueError, OverflowError) as error:
            raise _wrong_use(name, function, _value, more, named) from error
        if result.__class__ is Fragment:
            if _value.__class__ is Leaf and not more:  # what comes out is as long as what went in
                _run.pass_on(len(_value.text), len(result.pieces))
            else:
                _run.spend(result.pieces)
        return result

    return counted


def _wrong_use(name: str, function: Callable[..., Any], value: object, more: Any, named: Any) -> Refused:
    from inspect import signature

    look_up = f"The reference says what `{name}` takes."
    try:
        signature(function).bind(value, *more, **named)
    except TypeError:
        wanted = " and ".join(f"`{one}`" for one in [*signature(function).parameters][1:])
        return Refused("template-wrong-kind", f"`{name}` takes {wanted or 'nothing'} in its brackets.", look_up)
    return Refused("template-wrong-kind", f"`{name}` cannot be used on {kind_in_words(value)}.", look_up)
