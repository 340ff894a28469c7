"""The same interview by plain lines of text: for screen readers, serial consoles and pipes."""

from mundraft.interview.plain.conversation import ask

__all__ = ["ask"]
