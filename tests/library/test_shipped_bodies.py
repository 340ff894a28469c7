"""The bodies that ship: what they refer to exists, and the names of the trade find them."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from mundraft.library.body import Body
from mundraft.library.instrument import Instrument
from mundraft.text.folding import fold


@pytest.fixture(scope="module")
def bodies(shipped) -> dict[str, Body]:
    return {found.name: shipped.body(found.name) for found in shipped.bodies()}


@pytest.fixture(scope="module")
def instruments(shipped) -> list[Instrument]:
    return [shipped.instrument(found.name) for found in shipped.instruments()]


def test_the_organs_committees_and_agencies_are_there(bodies):
    assert len(bodies) >= 71
    assert {f"ga{number}" for number in range(1, 7)} <= set(bodies)


def test_what_a_body_refers_to_exists(bodies, instruments):
    known = {instrument.id for instrument in instruments}
    for body in bodies.values():
        assert not body.part_of or body.part_of in bodies, body.id
        assert body.part_of != body.id
        assert set(body.instruments) <= known, body.id


def test_a_mandate_follows_the_name_as_a_verb_phrase(bodies):
    for body in bodies.values():
        assert re.match(r"[a-z]+(s|w)\b", body.mandate), (body.id, body.mandate)
        assert not body.mandate.endswith("."), body.id
        assert "\n" not in body.mandate
        assert body.url.startswith("https://"), body.id


def test_no_two_bodies_claim_a_name(bodies):
    claimed = defaultdict(set)
    for body in bodies.values():
        for name in (body.id, body.name, body.short, *body.aliases):
            claimed[fold(name)].add(body.id)
    assert {name: ids for name, ids in claimed.items() if name and len(ids) > 1} == {}


def test_no_body_takes_an_instrument_s_short_name_for_its_own(bodies, instruments):
    shorts = {fold(instrument.short) for instrument in instruments}
    for body in bodies.values():
        assert not shorts & {fold(name) for name in (body.name, body.short, *body.aliases)}, body.id


NICKNAMES = [
    ("DISEC", "ga1"), ("ECOFIN", "ga2"), ("SOCHUM", "ga3"), ("SPECPOL", "ga4"), ("Sixth Committee", "ga6"),
    ("the Third Committee", "ga3"), ("UNGA", "ga"), ("UNSC", "sc"), ("UNHRC", "hrc"), ("UN Security Council", "sc"),
    ("Committee on the Rights of the Child", "crc-c"), ("CEDAW Committee", "cedaw-c"),
    ("Human Rights Committee", "hrcttee"), ("Committee against Torture", "cat-c"), ("OPCW", "opcw"),
    ("CTBTO", "ctbto"), ("World Court", "icj"),
    ("unicef", "unicef"), ("United Nations Children’s Fund", "unicef"), ("World Food Program", "wfp"),
    ("UNODC", "unodc"), ("Arab League", "las"), ("World Bank", "wb"), ("Interpol", "interpol"), ("CEPAL", "eclac"),
    ("UNEA", "unea"), ("UN Environment Assembly", "unea"), ("the United Nations", "un"), ("UN", "un"),
    ("Europol", "europol"), ("UNEP", "unep"), ("UN Environment", "unep"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "body"), NICKNAMES)
def test_what_delegates_call_a_body_finds_it_surely(shipped, typed, body):
    best = shipped.find_bodies(typed)[0]
    assert (best.ref, best.sure) == (body, True)


@pytest.mark.parametrize("typed", ["the Council", "the Court", "CRC", "COP", "Legal"])
def test_a_name_that_may_mean_something_else_asks(shipped, typed):
    matches = shipped.find_bodies(typed)
    assert matches
    assert not matches[0].sure


def test_the_united_nations_bodies_that_instruments_name_are_here(shipped, instruments):
    lost = set()
    for name in {name for instrument in instruments for name in instrument.bodies}:
        matches = shipped.find_bodies(name)
        if not (matches and matches[0].sure):
            lost.add(name)
    assert lost == set()
