"""The corpus of the fuzz: no parser fails on what it once failed on, or hangs."""

import signal
from pathlib import Path

import pytest

from tests.fuzz.parsers import CORPUS, PARSERS
from tests.fuzz.run import find_fault

# Seconds of processor time before an input counts as a hang: many times what it takes.
PATIENCE = 20.0
INPUTS = sorted(path for path in CORPUS.glob("*/*") if path.is_file())


def test_every_parser_has_a_corpus() -> None:
    """Each parser has inputs of its own, and no folder is left over."""
    assert {path.parent.name for path in INPUTS} == set(PARSERS)


@pytest.mark.parametrize("place", INPUTS, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_corpus(place: Path, tmp_path: Path) -> None:
    """An input is read, or refused by an error of tracker."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    try:
        fault = find_fault(PARSERS[place.parent.name], place.read_bytes(), tmp_path)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)

    assert fault == ""
