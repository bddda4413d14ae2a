"""Chromium without a window, asked over the pipes of its DevTools protocol."""

import base64
import json
import os
import select
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

from tests.conftest import ROOT

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))),
    "",
)
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
needs_chromium = pytest.mark.skipif(
    not CHROMIUM, reason="no Chromium is installed: apt-get install chromium"
)
needs_axe = pytest.mark.skipif(
    not AXE.is_file(),
    reason="axe-core is not here: npm install --no-save --no-package-lock axe-core@4",
)
QUIET = (
    "--headless",
    "--remote-debugging-pipe",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-extensions",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
SCHEMES = ("light", "dark")
TELEPHONE, SCREEN, A4 = 400, 1000, 794  # pixels across
# Chromium reads the protocol from file 3 and writes it to file 4.
PIPES = 'exec "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1'
PATIENCE = 120  # seconds without a word from Chromium


class Chromium:
    """A running browser; what its pages request is in `requests` once it has ended."""

    def __init__(self, folder: Path) -> None:
        """Start a browser whose profile and log lie in a folder."""
        self._log = folder / "net.json"
        words = (*QUIET, f"--user-data-dir={folder}", f"--log-net-log={self._log}")
        self._process = subprocess.Popen(
            ["sh", "-c", PIPES, "sh", CHROMIUM, *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._rest = b""
        self._asked = 0
        self.events: dict[str, list[dict[str, Any]]] = defaultdict(list)

    def __enter__(self) -> Self:
        """Itself, to be ended after the block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the browser, and wait until its log is written."""
        self.ask("Browser.close")
        self._process.communicate(timeout=PATIENCE)

    def ask(self, method: str, session: str = "", **parameters: Any) -> Any:
        """The answer of Chromium to a method of its protocol.

        Raises RuntimeError with what it says against it.
        """
        self._asked += 1
        message = {"id": self._asked, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        assert self._process.stdin
        self._process.stdin.write(json.dumps(message).encode() + b"\0")
        self._process.stdin.flush()
        while True:
            answer = self._read()
            if answer.get("id") == self._asked:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]

    def wait(self, event: str, session: str) -> None:
        """Read on until an event of a tab has come."""
        while all(said["method"] != event for said in self.events[session]):
            self._read()

    def _read(self) -> dict[str, Any]:
        """The next message; an event is also noted under its tab."""
        assert self._process.stdout
        while b"\0" not in self._rest:
            pipe = self._process.stdout.fileno()
            if not select.select([pipe], [], [], PATIENCE)[0]:
                raise TimeoutError("Chromium does not answer.")
            piece = os.read(pipe, 1 << 16)
            if not piece:
                raise EOFError("Chromium has ended.")
            self._rest += piece
        text, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(text)
        if "method" in message:
            self.events[message.get("sessionId", "")].append(message)
        return message

    @contextmanager
    def show(
        self, page: Path, width: int = SCREEN, scheme: str = "light", **media: str
    ) -> Iterator["Tab"]:
        """A tab that shows a page, so many pixels wide, dark or light."""
        target = self.ask("Target.createTarget", url="about:blank")
        session = self.ask("Target.attachToTarget", flatten=True, **target)
        tab = Tab(self, session["sessionId"])
        for domain in ("Page", "Runtime", "Log"):
            tab.ask(f"{domain}.enable")
        tab.resize(width)
        tab.emulate(scheme, **media)
        tab.ask("Page.navigate", url=page.as_uri())
        self.wait("Page.loadEventFired", tab.session)
        yield tab
        self.ask("Target.closeTarget", **target)

    @property
    def requests(self) -> set[str]:
        """The addresses that pages requested, without those of Chromium itself."""
        log = json.loads(self._log.read_text(encoding="utf-8"))
        events = [event.get("params", {}) for event in log["events"]]
        of_pages = (
            event["url"]
            for event in events
            if event.get("initiator", "not an origin") != "not an origin"
        )
        return {url for url in of_pages if not url.startswith(("file:", "data:"))}


class Tab:
    """A page in a browser."""

    def __init__(self, browser: Chromium, session: str) -> None:
        self.browser = browser
        self.session = session

    def ask(self, method: str, **parameters: Any) -> Any:
        """The answer of Chromium to a method of its protocol, for this page."""
        return self.browser.ask(method, self.session, **parameters)

    def resize(self, width: int, height: int = 900) -> None:
        """Let the window be so many pixels wide and high."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def emulate(self, scheme: str = "light", **media: str) -> None:
        """Let the reader prefer a scheme; `media="print"` shows what is printed."""
        feature = {"name": "prefers-color-scheme", "value": scheme}
        self.ask("Emulation.setEmulatedMedia", features=[feature], **media)

    def run(self, script: str) -> Any:
        """What the body of an asynchronous function returns on the page, as JSON."""
        answer = self.ask(
            "Runtime.evaluate",
            expression=f"(async () => {{{script}}})()",
            awaitPromise=True,
            returnByValue=True,
        )
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"]["exception"]["description"])
        return answer["result"].get("value")

    @property
    def complaints(self) -> list[str]:
        """What the page wrote to the console, and the errors on it."""
        kinds = (
            "Runtime.consoleAPICalled",
            "Runtime.exceptionThrown",
            "Log.entryAdded",
        )
        said = self.browser.events[self.session]
        return [json.dumps(one) for one in said if one["method"] in kinds]

    def axe(self, *rules: str) -> tuple[list[Any], int]:
        """The violations that axe-core finds, each with its elements; how much passes.

        With `rules` it looks for these only.
        """
        self.ask("Runtime.evaluate", expression=AXE.read_text(encoding="utf-8"))
        options = json.dumps({"runOnly": rules} if rules else {})
        violations, passes = self.run(
            f"""const r = await axe.run({options});
            return [r.violations.map(v => [v.id, v.nodes.map(n => n.html)]), r.passes.length]"""
        )
        return violations, passes

    def open_details(self) -> None:
        """Unfold everything that is folded."""
        self.run("document.querySelectorAll('details').forEach(d => d.open = true)")

    def style(self, rules: str) -> None:
        """Add rules of CSS to the page."""
        self.run(
            f"""const sheet = document.createElement('style');
            sheet.textContent = {json.dumps(rules)};
            document.head.append(sheet)"""
        )

    def press(self, key: str, code: int, text: str = "") -> None:
        """Press a key and let it go."""
        words = {"key": key, "code": key, "windowsVirtualKeyCode": code, "text": text}
        self.ask("Input.dispatchKeyEvent", type="keyDown", **words)
        self.ask("Input.dispatchKeyEvent", type="keyUp", key=key, code=key)

    def print(self, place: Path) -> None:
        """Write the page as a PDF of A4 sheets, with grounds of colour."""
        answer = self.ask(
            "Page.printToPDF", printBackground=True, paperWidth=8.27, paperHeight=11.69
        )
        place.write_bytes(base64.b64decode(answer["data"]))

    def photograph(self, place: Path, height: int | None = None) -> None:
        """Write the page as a PNG, from the top, whole or so many pixels high."""
        size = self.ask("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "scale": 1}
        clip["height"] = height or size["height"]
        answer = self.ask(
            "Page.captureScreenshot", captureBeyondViewport=True, clip=clip
        )
        place.write_bytes(base64.b64decode(answer["data"]))

    def nodes(self) -> list[dict[str, Any]]:
        """What a screen reader is told, element by element."""
        nodes: list[dict[str, Any]] = self.ask("Accessibility.getFullAXTree")["nodes"]
        return nodes
