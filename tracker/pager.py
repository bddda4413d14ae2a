"""Answers that are longer than the screen: the person's pager shows them."""

import os

import click


def show(text: str) -> bool:
    """Show `text` in $PAGER, or in less as git calls it; false where there is none.

    A pager that is closed early has shown enough.
    """
    if os.environ.get("PAGER") in ("", "cat"):
        return False
    # Leave at the end of a short text (F), keep it on the screen (X), pass on colours (R).
    os.environ.setdefault("LESS", "FRX")
    try:
        click.echo_via_pager(text)
    except (OSError, ValueError):  # no program, or a quote that is not closed
        return False
    return True
