"""Quotations checked against the treaties' own words, by fingerprints: the texts themselves do not ship."""

from mundraft.library.quotations.fingerprints import Treaty, UnreadableFingerprints
from mundraft.library.quotations.judging import judge
from mundraft.library.quotations.verdict import Kind, Passage, Verdict

__all__ = ["Kind", "Passage", "Treaty", "UnreadableFingerprints", "Verdict", "judge"]
