"""Modules that most calls do not need: they are imported when first asked for."""

import gc
import sys
from types import ModuleType


def load_module(name: str) -> ModuleType:
    """The module of that name, imported when first asked for.

    Collecting garbage meanwhile would take a fifth of a call's time.
    """
    if name not in sys.modules:
        gc.disable()
        try:
            __import__(name)  # what `importlib` does, which takes 0.4 ms to import
        finally:
            gc.freeze()  # modules stay, so the collector need not look through them
            gc.enable()
    return sys.modules[name]
