"""Sources from the files that reference managers write: CSL-JSON, RIS and BibTeX.

Each format has a module that takes a file apart into `entry.Entry`s, in CSL's own names; `building` makes sources of
them. Nothing here raises for what a file holds: what could be read is kept, what could not is told with its line.
"""
