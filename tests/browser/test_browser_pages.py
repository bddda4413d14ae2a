"""Chromium opens the pages: no error, no request, and axe finds no fault."""

import html
import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.export.personas import PERSONAS, life, run
from tests.export.samples import make_progress
from tracker.export.render.documents.progress import progress_report
from tracker.export.render.reports import lay_out

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))),
    None,
)
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-extensions",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
SCHEMES = {"dark": 0, "light": 1}
KINDS = ("progress", "update", "application --for taif", "hours")

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium is installed: apt-get install chromium"
)


def browse(
    page: Path, *options: str, scheme: str = "light"
) -> subprocess.CompletedProcess[str]:
    """Open a page in a browser of its own, and let it come to rest."""
    assert CHROMIUM
    words = [
        CHROMIUM,
        *QUIET,
        f"--user-data-dir={page.parent / 'profile'}",
        "--virtual-time-budget=20000",
        f"--blink-settings=preferredColorScheme={SCHEMES[scheme]}",
        *options,
        page.as_uri(),
    ]
    return subprocess.run(
        words, capture_output=True, text=True, timeout=120, check=True
    )


@pytest.fixture(name="pages", scope="module")
def _pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each kind of page for one persona, two more reports, and one with a long link."""
    folder = tmp_path_factory.mktemp("pages")
    made: dict[str, Path] = {}
    for persona, kinds in (
        ("changer", KINDS),
        ("learner", KINDS[:1]),
        ("newcomer", KINDS[:1]),
    ):
        assert persona in PERSONAS
        with life(persona):
            for kind in kinds:
                answers = (
                    " --answers answers.toml" if kind.startswith("application") else ""
                )
                place = folder / f"{persona}-{kind.split()[0]}.html"
                place.write_text(
                    run(f"export {kind}{answers} --format html"), encoding="utf-8"
                )
                made[place.stem] = place
    work = make_progress().works[1]
    link = replace(work.links[0], address=f"https://git.example/{'long' * 40}")
    wide = replace(work, links=(link,), part="half")
    made["wide"] = folder / "wide.html"
    page = lay_out(progress_report(replace(make_progress(), works=(wide,))), "html")
    assert isinstance(page, str)
    made["wide"].write_text(page, encoding="utf-8")
    return made


def evaluate(page: Path, script: str, scheme: str, *options: str) -> Any:
    """What a script returns on a page, as JSON."""
    copy = page.with_name(f"asked-{page.name}")
    # The answer replaces the page's content, since Chromium prints that.
    tag = f"<script>Promise.resolve((async () => {{{script}}})()).then("
    tag += "a => document.documentElement.innerHTML = '<body><pre>' + "
    tag += "JSON.stringify(a).replace(/&/g, '&amp;').replace(/</g, '&lt;')"
    tag += " + '</pre>')</script>"
    copy.write_text(
        page.read_text(encoding="utf-8").replace("</body>", f"{tag}</body>"),
        encoding="utf-8",
    )
    found = re.search(
        r"<pre>(.*)</pre>",
        browse(copy, "--dump-dom", *options, scheme=scheme).stdout,
        re.DOTALL,
    )
    assert found
    return json.loads(html.unescape(found[1]))


def requests(log: Path) -> set[str]:
    """The addresses that a page requested, without those of Chromium itself."""
    events = [
        event.get("params", {})
        for event in json.loads(log.read_text(encoding="utf-8"))["events"]
    ]
    of_page = (
        event["url"]
        for event in events
        if event.get("initiator", "not an origin") != "not an origin"
    )
    return {url for url in of_page if not url.startswith(("file:", "data:"))}


def test_no_complaint_and_no_request(pages: dict[str, Path], tmp_path: Path) -> None:
    """No page writes to the console, and none requests anything."""
    for page in pages.values():
        net = tmp_path / "net.json"
        said = browse(
            page, "--dump-dom", "--enable-logging=stderr", f"--log-net-log={net}"
        )

        assert "<h1>" in said.stdout
        assert "CONSOLE" not in said.stderr
        assert requests(net) == set()


def test_a_request_would_be_seen(tmp_path: Path) -> None:
    """The test above would see an error and a request."""
    page, net = tmp_path / "bad.html", tmp_path / "net.json"
    page.write_text(
        "<h1>x</h1><img src='http://asked.example/a.png'><script>console.error('no')</script>"
    )

    said = browse(page, "--dump-dom", "--enable-logging=stderr", f"--log-net-log={net}")

    assert "CONSOLE" in said.stderr
    assert requests(net) == {"http://asked.example/a.png"}


def test_dark_and_light(pages: dict[str, Path]) -> None:
    """A page and its drawings are dark or light as the reader's machine is."""
    script = """const style = getComputedStyle(document.body);
                const text = getComputedStyle(document.querySelector('svg text'));
                return [style.backgroundColor, style.color, text.fill]"""
    page = pages["changer-progress"]

    assert evaluate(page, script, "light") == [
        "rgb(255, 255, 255)",
        "rgb(28, 28, 28)",
        "rgb(28, 28, 28)",
    ]
    assert evaluate(page, script, "dark") == [
        "rgb(22, 22, 22)",
        "rgb(230, 230, 230)",
        "rgb(230, 230, 230)",
    ]


def test_nothing_is_wider_than_a_telephone(pages: dict[str, Path]) -> None:
    """On a narrow screen only parts that scroll by themselves are wider."""
    for page in pages.values():
        script = "return [document.documentElement.scrollWidth, innerWidth]"
        wide = evaluate(page, script, "light", "--window-size=500,900")
        assert wide[0] <= wide[1], page.name


@pytest.mark.skipif(
    not AXE.is_file(),
    reason="axe-core is not here: npm install --no-save --no-package-lock axe-core@4",
)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe(pages: dict[str, Path], scheme: str) -> None:
    """axe-core finds no violation on any page, with every table open."""
    script = "document.querySelectorAll('details').forEach(d => d.open = true);"
    script += "const r = await axe.run();"
    script += (
        "const violations = r.violations.map(v => [v.id, v.nodes.map(n => n.html)]);"
    )
    script += "return [violations, r.passes.length]"
    for page in pages.values():
        with_axe = page.with_name(f"axe-{page.name}")
        source = AXE.read_text(encoding="utf-8").replace("</script", "<\\/script")
        text = page.read_text(encoding="utf-8")
        with_axe.write_text(
            text.replace("<head>", f"<head><script>{source}</script>", 1),
            encoding="utf-8",
        )
        violations, passes = evaluate(with_axe, script, scheme)
        assert violations == [], page.name
        assert passes > 10
