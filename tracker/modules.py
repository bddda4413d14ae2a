"""Modules that most calls do not need: they are imported when first asked for."""

import gc
import importlib
import sys
from types import ModuleType


def load_module(name: str) -> ModuleType:
    """The module of that name, imported when first asked for.

    Collecting garbage meanwhile would take a fifth of a call's time.
    """
    if name not in sys.modules:
        gc.disable()
        try:
            importlib.import_module(name)
        finally:
            gc.freeze()  # modules stay, so the collector need not look through them
            gc.enable()
    return sys.modules[name]
