"""A real Chromium opens the pages: nothing is complained of, nobody is asked for anything, axe finds no fault."""

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
from tests.export.test_export_reports import packet
from tracker.export.render.documents.progress import report
from tracker.export.render.reports import lay_out

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))),
    None,
)
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
QUIET = (
    *(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
    ),
    *(
        "--disable-component-update",
        "--disable-sync",
        "--disable-default-apps",
        "--disable-extensions",
    ),
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
        *(
            CHROMIUM,
            *QUIET,
            f"--user-data-dir={page.parent / 'profile'}",
            "--virtual-time-budget=20000",
        ),
        *(
            f"--blink-settings=preferredColorScheme={SCHEMES[scheme]}",
            *options,
            page.as_uri(),
        ),
    ]
    return subprocess.run(
        words, capture_output=True, text=True, timeout=120, check=True
    )


@pytest.fixture(name="pages", scope="module")
def _pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each kind of page of the richest persona, a newcomer's report, and one with an address that is very long."""
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
    artefact = replace(
        packet().artefacts[1], address=f"https://git.example/{'long' * 40}", part="half"
    )
    made["wide"] = folder / "wide.html"
    page = lay_out(report(replace(packet(), artefacts=(artefact,))), "html")
    assert isinstance(page, str)
    made["wide"].write_text(page, encoding="utf-8")
    return made


def asked(page: Path, script: str, scheme: str, *options: str) -> Any:
    """What a script answers on a page: its text becomes the page's."""
    copy = page.with_name(f"asked-{page.name}")
    told = f"<script>Promise.resolve((async () => {{{script}}})()).then(a => document.documentElement.innerHTML = "
    told += "'<body><pre>' + JSON.stringify(a).replace(/&/g, '&amp;').replace(/</g, '&lt;') + '</pre>')</script>"
    copy.write_text(
        page.read_text(encoding="utf-8").replace("</body>", f"{told}</body>"),
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
    """The addresses that a page asked for: what Chromium asks for by itself is asked by no page."""
    events = [
        event.get("params", {})
        for event in json.loads(log.read_text(encoding="utf-8"))["events"]
    ]
    own = (
        told
        for told in events
        if told.get("initiator", "not an origin") != "not an origin"
    )
    return {
        told["url"] for told in own if not told["url"].startswith(("file:", "data:"))
    }


def test_no_complaint_and_no_request(pages: dict[str, Path], tmp_path: Path) -> None:
    """No page writes to the console, and none asks for anything but itself."""
    for page in pages.values():
        net = tmp_path / "net.json"
        said = browse(
            page, "--dump-dom", "--enable-logging=stderr", f"--log-net-log={net}"
        )

        assert "<h1>" in said.stdout
        assert "CONSOLE" not in said.stderr
        assert requests(net) == set()


def test_a_request_would_be_seen(tmp_path: Path) -> None:
    """The two tests above would see a page that complains and asks."""
    page, net = tmp_path / "bad.html", tmp_path / "net.json"
    page.write_text(
        "<h1>x</h1><img src='http://asked.example/a.png'><script>console.error('no')</script>"
    )

    said = browse(page, "--dump-dom", "--enable-logging=stderr", f"--log-net-log={net}")

    assert "CONSOLE" in said.stderr
    assert requests(net) == {"http://asked.example/a.png"}


def test_dark_and_light(pages: dict[str, Path]) -> None:
    """A page is dark where the reader's machine is, and light where it is not, drawings included."""
    script = """return [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color,
                getComputedStyle(document.querySelector('svg text')).fill]"""
    page = pages["changer-progress"]

    assert asked(page, script, "light") == [
        "rgb(255, 255, 255)",
        "rgb(28, 28, 28)",
        "rgb(28, 28, 28)",
    ]
    assert asked(page, script, "dark") == [
        "rgb(22, 22, 22)",
        "rgb(230, 230, 230)",
        "rgb(230, 230, 230)",
    ]


def test_nothing_is_wider_than_a_telephone(pages: dict[str, Path]) -> None:
    """On a narrow screen nothing runs off the page but what can be scrolled by itself."""
    for page in pages.values():
        script = "return [document.documentElement.scrollWidth, innerWidth]"
        wide = asked(page, script, "light", "--window-size=500,900")
        assert wide[0] <= wide[1], page.name


@pytest.mark.skipif(
    not AXE.is_file(),
    reason="axe-core is not here: npm install --no-save --no-package-lock axe-core@4",
)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe(pages: dict[str, Path], scheme: str) -> None:
    """axe-core finds no violation on any page, dark or light, with every table unfolded."""
    script = "document.querySelectorAll('details').forEach(d => d.open = true); const r = await axe.run();"
    script += "return [r.violations.map(v => [v.id, v.nodes.map(n => n.html)]), r.passes.length]"
    for page in pages.values():
        with_axe = page.with_name(f"axe-{page.name}")
        source = AXE.read_text(encoding="utf-8").replace("</script", "<\\/script")
        text = page.read_text(encoding="utf-8")
        with_axe.write_text(
            text.replace("<head>", f"<head><script>{source}</script>", 1),
            encoding="utf-8",
        )
        violations, passes = asked(with_axe, script, scheme)
        assert violations == [], page.name
        assert passes > 10
