"""While garbage is not collected, nothing switches that on again too early."""

import gc
import sys

import pytest

from tracker.modules import load_module, uncollected


def test_module_loaded_without_collector(monkeypatch: pytest.MonkeyPatch) -> None:
    """A module loaded while no garbage is collected leaves that so, to the end."""
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    with uncollected():
        load_module("colorsys")
        while_uncollected = gc.isenabled()

    assert (while_uncollected, gc.isenabled()) == (False, True)


def test_uncollected_twice() -> None:
    """Where garbage was not collected before, it is not after."""
    with uncollected():
        with uncollected():
            pass
        while_uncollected = gc.isenabled()

    assert (while_uncollected, gc.isenabled()) == (False, True)
