"""Where the program begins. Only what a command needs is imported: `--version` skips even click."""

from __future__ import annotations

import gc
import os
import sys
from types import ModuleType


def main() -> int:
    """Run the command line, and return the exit code: 0 done, 1 findings, 2 wrong use or unreadable input."""
    words = sys.argv[1:]
    if words in (["--version"], ["-V"]):
        from mundraft import __version__

        print(f"mundraft {__version__}")  # noqa: T201 - which also works where there is no output at all
        return 0
    start_lightly()
    try:
        from mundraft.cli.running import run

        return run(words)
    except KeyboardInterrupt:
        return 130  # typed while the program was still being read; nothing had begun
    finally:
        # What is left goes back to the system as a whole: to look through it for garbage first takes 40 ms.
        gc.freeze()


def start_lightly() -> None:
    """Spare the start what it does not need: a search for pydantic's plugins, parts of Jinja, garbage among modules.

    Where another pydantic or Jinja looks elsewhere, nothing is lost but that time."""
    # Besides the time: no plugin of somebody's Python is to see what a delegate writes.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    # Told so, pydantic loads all the same what it would search with, which takes as long as its model of a paper does.
    _stand_in("pydantic.plugin._loader", get_plugins=tuple)
    # Jinja passes on the names in these and uses none of them. Templates are neither loaded nor kept by it here, and
    # what it would load with, OpenSSL for one, takes 8 ms and 4 MB.
    for part in ("bccache", "loaders"):
        _stand_in(f"jinja2.{part}", __getattr__=_anything)
    # pydantic's types of secret texts, which are used as little, load it too.
    _load_when_used("secrets")
    # One export makes 85,000 objects, of which 1,000 are garbage; Python would look through the new ones at every 700.
    gc.set_threshold(100_000)


def _stand_in(name: str, **held: object) -> None:
    """Put an empty module in the place of one that is not loaded yet."""
    module = ModuleType(name)
    module.__dict__.update(held)
    sys.modules.setdefault(name, module)


def _load_when_used(name: str) -> None:
    """Have a module of the standard library loaded when something of it is asked for, and not when it is imported.

    `importlib.util.LazyLoader` means to do that, but `import` itself looks at a module, which is enough for it."""
    from importlib.machinery import PathFinder
    from importlib.util import module_from_spec

    spec = PathFinder.find_spec(name)
    if spec is None or spec.loader is None:
        return
    loader = spec.loader
    loaded: list[ModuleType] = []

    def of_the_real_one(attribute: str) -> object:
        if not loaded:
            module = module_from_spec(spec)
            loader.exec_module(module)
            loaded.append(module)
        return getattr(loaded[0], attribute)

    _stand_in(name, __spec__=spec, __getattr__=of_the_real_one)


def _anything(name: str) -> type:
    if name.startswith("__"):
        raise AttributeError(name)
    return object


if __name__ == "__main__":
    sys.exit(main())
