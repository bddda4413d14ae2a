"""How tracker is installed, and the line that adds a library there.

Only the library is named, never tracker's own extra: a line that names tracker would
look for another copy of it.
"""

import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tracker.system import quote

_NAME = "learning-plan-tracker"
_PIPX_FILE = "pipx_metadata.json"
_UV_FILE = "uv-receipt.toml"


def install_line(library: str) -> str:
    """The line that adds a library to this installation, by pipx, uv or pip.

    For example `pipx inject learning-plan-tracker typst`.
    """
    folder = Path(sys.prefix)
    if (folder / _PIPX_FILE).is_file():  # its folder is named as the program
        return f"pipx inject {quote(folder.name)} {library}"
    if (folder / _UV_FILE).is_file():
        return _uv_tool_line(folder / _UV_FILE, library)
    python = quote(sys.executable)
    if find_spec("pip"):
        return f"{python} -m pip install {library}"
    return f"uv pip install --python {python} {library}"


def _uv_tool_line(receipt: Path, library: str) -> str:
    """The line for `uv tool`, which removes what the line does not name again."""
    required = tomllib.loads(receipt.read_text(encoding="utf-8"))["tool"][
        "requirements"
    ]
    own = [each for each in required if each["name"] == _NAME] or [{"name": _NAME}]
    others = [_requirement(each) for each in required if each["name"] != _NAME]
    added = " ".join(f"--with {each}" for each in dict.fromkeys([*others, library]))
    return f"uv tool install {added} {_requirement(own[0])}"


def _requirement(entry: dict[str, Any]) -> str:
    """A requirement of a receipt as it is typed: its folder or file, or else its name."""
    place = entry.get("directory") or entry.get("path") or ""
    extras = f"[{','.join(entry['extras'])}]" if "extras" in entry else ""
    return quote((place if place and Path(place).exists() else entry["name"]) + extras)
