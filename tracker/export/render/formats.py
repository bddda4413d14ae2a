"""A document in each format.

A format's module is imported when it is asked for: drawing and typesetting take longer
to import than a Markdown report takes to make.
"""

import importlib
from types import ModuleType

from tracker.export.render.blocks import Document
from tracker.export.rules.formats import FORMATS, TEXT


def render(document: Document, form: str, width: int) -> str | bytes:
    """The document in a format of `FORMATS`; a binary one is bytes.

    Plain text is `width` columns wide. Raises Unreadable where what a format needs
    is not installed.
    """
    module = _load(form)
    if form == TEXT:
        return str(module.render(document, width))
    content: str | bytes = module.render(document)
    return content


def missing_letters(document: Document, form: str) -> tuple[str, ...]:
    """The letters that the fonts of a format lack."""
    if form not in FORMATS or not FORMATS[form].has_fonts:
        return ()
    letters: tuple[str, ...] = _load(form).missing_letters(document)
    return letters


def _load(form: str) -> ModuleType:
    return importlib.import_module(f"tracker.export.render.{FORMATS[form].module}")
