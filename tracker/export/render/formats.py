"""The formats of a document, by name. A format's module is imported when it is asked for, as a command's is.

Drawing and typesetting take longer to import than a Markdown report takes to make.
"""

import importlib

from tracker.export.render.blocks import Document

FORMATS = {
    "md": "tracker.export.render.markdown",
    "txt": "tracker.export.render.text",
    "html": "tracker.export.render.html",
    "pdf": "tracker.export.render.pdf",
}


def render(document: Document, form: str) -> str | bytes:
    """The document in a format of `FORMATS`; a PDF is bytes. Raises Unreadable where what a format needs is missing."""
    made: str | bytes = importlib.import_module(FORMATS[form]).render(document)
    return made


def missing(document: Document, form: str) -> tuple[str, ...]:
    """The letters that a format cannot show: only a PDF's fonts lack any."""
    found: tuple[str, ...] = (
        importlib.import_module(FORMATS[form]).missing(document)
        if form == "pdf"
        else ()
    )
    return found
