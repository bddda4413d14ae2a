"""Where the pages about tracker lie: in a checkout, or where a wheel put them."""

import re
from pathlib import Path

from tracker.paths import PACKAGE, seed_folder

# Below the folder that tracker was installed to: `venv/share/doc/...`.
_SHARED = "share/doc/learning-plan-tracker/docs"
_LEVELS = 4  # `venv/lib/python3.12/site-packages/tracker` is so deep in it
# A page as the texts of the program name it: `docs/export.md`, `seed/README.md`.
_PAGE = re.compile(r"\b(docs|seed)/([\w/-]{1,99}\.md)")


def docs_folder() -> Path | None:
    """The folder of the pages of docs/; None where an installation has none."""
    above = Path(PACKAGE).parents
    if (above[0] / "docs" / "architecture.md").is_file():
        return above[0] / "docs"
    folders = (folder / _SHARED for folder in above[:_LEVELS])
    return next(filter(Path.is_dir, folders), None)


def shipped_page(name: str) -> str:
    """Where `docs/export.md` or `seed/README.md` lies; the name where it lies nowhere."""
    kind, _, rest = name.partition("/")
    folder = docs_folder() if kind == "docs" else Path(seed_folder())
    path = folder and folder / rest
    return str(path) if path and path.is_file() else name


def name_places(text: str) -> str:
    """`text` with the pages that it names as they lie on this machine."""
    return _PAGE.sub(lambda page: shipped_page(page[0]), text)


def list_pages(folder: Path) -> dict[str, str]:
    """The pages in a folder and in those below it, each with its title."""
    pages = {}
    for path in sorted(folder.rglob("*.md")):
        with path.open(encoding="utf-8") as page:
            pages[path.relative_to(folder).as_posix()] = page.readline().strip("# \n")
    return pages
