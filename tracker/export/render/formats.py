"""A document in each format.

A format's module is imported when it is asked for: drawing and typesetting take longer
to import than a Markdown report takes to make.
"""

import importlib
from types import ModuleType

from tracker.errors import Unreadable
from tracker.export.render.blocks import Document
from tracker.export.rules.formats import FORMATS, TEXT, Format
from tracker.installation import install_line


def render(document: Document, form: str, width: int) -> str | bytes:
    """The document in a format of `FORMATS`; a binary one is bytes.

    Plain text is `width` columns wide. Raises Unreadable where what a format needs
    is not installed.
    """
    module = load_format(FORMATS[form], form)
    if form == TEXT:
        return str(module.render(document, width))
    content: str | bytes = module.render(document.laid_out)
    return content


def missing_letters(document: Document, form: str) -> tuple[str, ...]:
    """The letters that the fonts of a format lack."""
    if form not in FORMATS or not FORMATS[form].has_fonts:
        return ()
    letters: tuple[str, ...] = load_format(FORMATS[form], form).missing_letters(
        document.laid_out
    )
    return letters


def load_format(form: Format, name: str) -> ModuleType:
    """The module of a format; raises Unreadable where its library is not installed."""
    try:
        return importlib.import_module(f"tracker.export.render.{form.module}")
    except ImportError:
        if not form.library:
            raise
        instead = f"\nOr use --format html and {form.instead}." if form.instead else ""
        raise Unreadable(
            f"{name.upper()} needs {form.library}, which is not installed.",
            f"To install it: {install_line(form.library)}{instead}",
        ) from None
