"""The line that adds a library fits how tracker was installed."""

import sys
from pathlib import Path

import pytest

from tracker import installation
from tracker.installation import install_line

RECEIPT = """
[tool]
requirements = [
    {{ name = "learning-plan-tracker", extras = ["pdf"], directory = "{folder}" }},
    {{ name = "python-docx" }},
]
"""


@pytest.fixture(name="prefix")
def _prefix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that tracker is installed to."""
    folder = tmp_path / "learning-plan-tracker"
    folder.mkdir()
    monkeypatch.setattr(sys, "prefix", str(folder))
    monkeypatch.setattr(sys, "executable", f"{tmp_path}/a b/bin/python")
    return folder


def test_pipx(prefix: Path) -> None:
    """Pipx injects the library into the environment, which has the name of the program."""
    (prefix / "pipx_metadata.json").touch()

    assert install_line("typst") == "pipx inject learning-plan-tracker typst"


def test_uv_tool(prefix: Path, tmp_path: Path) -> None:
    """Uv keeps tracker's own place and extras, and what was added before."""
    receipt = RECEIPT.format(folder=tmp_path)
    (prefix / "uv-receipt.toml").write_text(receipt, encoding="utf-8")

    line = f"uv tool install --with python-docx --with typst '{tmp_path}[pdf]'"
    assert install_line("typst") == line


def test_uv_tool_without_its_folder(prefix: Path) -> None:
    """If the folder that it was installed from is gone, uv goes by the name."""
    receipt = RECEIPT.format(folder="/gone/tracker")
    (prefix / "uv-receipt.toml").write_text(receipt, encoding="utf-8")

    line = "uv tool install --with python-docx 'learning-plan-tracker[pdf]'"
    assert install_line("python-docx") == line


@pytest.mark.parametrize(
    ("has_pip", "line"),
    [
        (True, "{python} -m pip install typst"),
        (False, "uv pip install --python {python} typst"),
    ],
)
def test_environment(
    prefix: Path, monkeypatch: pytest.MonkeyPatch, has_pip: bool, line: str
) -> None:
    """Its own Python's pip installs it, or uv where there is no pip, as in its environments."""
    monkeypatch.setattr(installation, "find_spec", lambda name: has_pip or None)

    assert install_line("typst") == line.format(python=f"'{sys.executable}'")
