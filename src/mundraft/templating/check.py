"""Checking a template before it is compiled."""

from __future__ import annotations

from jinja2 import nodes

from mundraft.templating.sandbox import environment


def parsed(source: str, name: str) -> nodes.Template:
    return environment().parse(source, name, name)
