"""Draft a Model United Nations position paper, offline and in the delegate's own words."""

# A constant, because reading it from the installed metadata costs more than the whole of `--version`.
__version__ = "0.1.0"
