"""Comparing the project's citation styles with pandoc's citeproc and the official style files."""
