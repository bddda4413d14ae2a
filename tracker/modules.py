"""Modules that most calls do not need: they are imported when first asked for."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


def load_module(name: str) -> ModuleType:
    """The module of that name, imported when first asked for.

    Collecting garbage meanwhile would take a fifth of a call's time.
    """
    if name not in sys.modules:
        with uncollected():
            __import__(name)  # what `importlib` does, which takes 0.4 ms to import
            gc.freeze()  # modules stay, so the collector need not look through them
    return sys.modules[name]


@contextmanager
def uncollected() -> Iterator[None]:
    """Collect no garbage for a while, for work on many records that are in no circle.

    The collector would look through all of them again and again: a quarter of the time
    of a merge of 60,000 sessions. Inside another such while, it goes on to its end.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
