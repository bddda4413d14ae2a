"""What the tests of pages share: people with their pages, and a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.chromium import Chromium
from tests.page.people import Town


@pytest.fixture(name="town", scope="session")
def _town(tmp_path_factory: pytest.TempPathFactory, template: Path) -> Town:
    """Everyone who has a page."""
    return Town(tmp_path_factory.mktemp("town"), template)


@pytest.fixture(name="browser", scope="module")
def _browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    """One browser for the tests of a module."""
    with Chromium(tmp_path_factory.mktemp("browser")) as browser:
        yield browser
