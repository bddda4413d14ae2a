"""A person's text inside Markdown, so that it stays text, and inside a CSV cell, so that no spreadsheet runs it."""

import re

from tracker.text.columns import plain

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&#$]")
_LIST = re.compile(r"^(?=[-+=])|^(\d+)(?=[.)])")
_HTTP = re.compile(r"https?://[^\s<>]+", re.ASCII)
GUARDED = ("=", "+", "-", "@", "\t", "'")


def markdown(text: str) -> str:
    """`text` on one line, with whatever Markdown, HTML or a table would read as its own put out of force."""
    said = _SPECIAL.sub(r"\\\g<0>", " ".join(plain(text).split()))
    return _LIST.sub(lambda found: f"{found[1] or ''}\\", said)


def is_http(address: str) -> bool:
    """Whether an address may be a link: nothing but http leads anywhere safe."""
    return plain(address) == address and _HTTP.fullmatch(address) is not None


def link(address: str) -> str:
    """An address as a Markdown link that shows itself; one without http is text."""
    return f"<{address.replace('|', '%7C')}>" if is_http(address) else markdown(address)


def cell(text: str) -> str:
    """`text` with one leading ' where a spreadsheet would take it for a formula (or where it begins with one)."""
    return f"'{text}" if text.startswith(GUARDED) else text
