"""A person's text stays text in Markdown, and in a spreadsheet's cell."""

import re

from tracker.text.marks import clean_text, drop_hidden

# Letters that Markdown, HTML or a table would act on: `*`, `|`, `<`.
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&#$]")
# The start of a list: `- item`, `+ item`, `1. first`, `2) second`; or `=`, of a heading.
# Not the number `417.0`.
_LIST = re.compile(r"^(?=[-+=])|^(\d+)(?=[.)](?: |$))")
# `https://a.example/x` and nothing else.
_HTTP = re.compile(r"https?://[^\s<>]+", re.ASCII)
# First letters that a spreadsheet takes for a formula; ' marks a guarded cell.
GUARDED = ("=", "+", "-", "@", "\t", "'")


def escape_markdown(text: str) -> str:
    """`text` on one line, escaped so that Markdown and HTML show it as it is."""
    one_line = " ".join(clean_text(text).split())
    escaped = _SPECIAL.sub(r"\\\g<0>", one_line)
    return _LIST.sub(lambda match: f"{match[1] or ''}\\", escaped)


def is_http(address: str) -> bool:
    """Whether an address may be a link: only http and https are safe to follow."""
    return clean_text(address) == address and _HTTP.fullmatch(address) is not None


def markdown_link(address: str) -> str:
    """An address as a Markdown link that shows itself; one without http as text."""
    if is_http(address):
        return f"<{address.replace('|', '%7C')}>"
    return escape_markdown(address)


def guard_cell(text: str) -> str:
    """`text` with a leading ' where a spreadsheet would take it for a formula.

    Letters that speak to a terminal, or turn the direction of text, are left out.
    """
    text = drop_hidden(text)
    return f"'{text}" if text.startswith(GUARDED) else text
