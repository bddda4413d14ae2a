"""Logs of any size that are hard to read, and the steps that a reader takes."""

import datetime
import json
import sys
from collections.abc import Callable, Iterator
from itertools import product
from types import FrameType
from typing import Any

_CLOCK = "[2026-01-21 Wed 09:00]--[2026-01-21 Wed 10:00] =>  1:00"
_EVENT = "DTSTART:20260121T090000Z\nDTEND:20260121T100000Z\nSUMMARY:maths\n"
_CELLS = "<tr><td>2026-01-21</td><td>maths</td><td>1h</td></tr>"
# A log of each format.
LOGS = {
    "csv": "day,project,hours\n2026-01-21,maths,1h\n2026-01-22,maths,2h\n",
    "klog": "2026-01-21\n    1h30m maths\n\n2026-01-22\n    2h ppo\n",
    "notes": "# 2026-01-21\n- 2h maths\n- 1h ppo\n",
    "bars": "| day | project | hours |\n|---|---|---|\n| 2026-01-21 | maths | 1h |\n",
    "org": f"* maths\n  CLOCK: {_CLOCK}\n",
    "timewarrior": "inc 20240201T090000Z - 20240201T100000Z # maths\n",
    "timeclock": "i 2026-01-21 09:00:00 maths\no 2026-01-21 10:00:00\n",
    "calendar": f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n{_EVENT}END:VEVENT\n",
    "html": f"<table><tr><th>day<th>project<th>hours</tr>{_CELLS}</table>\n",
    "columns": "Day         Project   Hours\n2026-01-21  maths     1h\n",
}
# Lines that may come again and again before, inside or after a log.
LINES = (
    *("", "   ", "\t", "\r", "\u00a0", "<!-- a", "%% a", '"a', "# a", "- a", "|||"),
    *(
        "|---|---|",
        "```",
        "1",
        "some words",
        "2026-01-21",
        "    1h",
        "~~a",
        "(((",
        "[[a",
    ),
    *(
        "<table>",
        "<td>",
        "- 1h maths",
        "    -1m",
        "* a",
        "#+begin_example",
        " a",
        "---",
    ),
    *("2026-01-21: 1h, 2h", "Total 3h", "# 1h", "## 2026-02-03", "What: reading"),
)
# What may come again and again in a line.
PARTS = (
    *(
        " ",
        "a",
        "a ",
        "1",
        "1h ",
        "<!--",
        "%% ",
        '"',
        '"a",',
        "|",
        "| ",
        ",",
        ";",
        "\t",
    ),
    *("(", "[", "[[a", "~~a ", "<s>", "<", "- ", "* ", ": ", "a: ", "9:00-10:00 ", "/"),
    *("1h, ", " and", "#a ", "=", "=> ", ". ", "\\", "&amp;", "_", "1-", "é", "数学3h"),
    *(
        "2026-01-21 ",
        "1 Jan ",
        "~",
        "1/2/",
        "1:",
        "— ",
        "week ",
        "Total ",
        "half an hour ",
    ),
)


def _day(number: int) -> str:
    return (datetime.date(1990, 1, 1) + datetime.timedelta(number)).isoformat()


def _rows(size: int, row: str) -> str:
    return "".join(row.format(n=n, day=_day(n)) for n in range(size))


def _names(size: int, between: str, letter: str = "a") -> str:
    return between.join(f"{letter}{number}" for number in range(size))


_HEAD = "day,project,hours\n"
_STARTS = '[{"id": 1, "start": "20260121T090000Z", "end": "20260121T100000Z", "tags": '
# Logs with much of one thing.
CROWDS: dict[str, Callable[[int], str]] = {
    "projects": lambda n: _HEAD + _rows(n, "{day},p{n},1h\n"),
    "titles": lambda n: _HEAD + _rows(n, "{day},a long title of a note {n},1h\n"),
    "equal rows": lambda n: _HEAD + "2026-01-21,maths,1m\n" * n,
    "people": lambda n: "day,user,hours\n" + _rows(n, "{day},u{n},1h\n"),
    "tags": lambda n: f"day,tags,hours\n2026-01-21,{_names(n, ';')},1h\n",
    "headers": lambda n: f"{_HEAD[:-1]},{_names(n, ',')}\n2026-01-21,a,1h{',1' * n}\n",
    "equal headers": lambda n: f"{_HEAD[:-1]}{',hours' * n}\n2026-01-21,a{',1h' * n}\n",
    "day columns": lambda n: f"project,{','.join(map(_day, range(n)))}\na{',1h' * n}\n",
    "header rows": lambda n: _HEAD * n + "2026-01-21,maths,1h\n",
    "sums": lambda n: _HEAD + "2026-01-21,maths,1h\n" + "Total,,1h\n" * n,
    "breaks": lambda n: "2026-01-21\n" + "    2m a\n" * n + "    -1m b\n" * n,
    "summaries": lambda n: "2026-01-21\n" + "of #tag\n" * n + "    1h a\n" * n,
    "further lines": lambda n: "2026-01-21\n    1h a\n" + "        text\n" * n,
    "klog tags": lambda n: f"2026-01-21\n{_names(n, ' ', '#a')}\n" + "    1h b\n" * n,
    "labels": lambda n: "# 2026-01-21\nTime: 3h\n" + "1h\nWhat: reading\n" * n,
    "days": lambda n: _rows(n, "# {day}\n- 1h maths\n"),
    "todo words": lambda n: f"#+TODO: {_names(n, ' ')}\n" + LOGS["org"] * n,
    "todo lines": lambda n: _rows(n, "#+TODO: A{n}\n") + LOGS["org"],
    "open clocks": lambda n: "* a\n" + "  CLOCK: [2026-01-21 Wed 09:00]\n" * n,
    "open entries": lambda n: "i 2026-01-21 09:00:00 maths\n" * n,
    "events": lambda n: "BEGIN:VCALENDAR\n" + LOGS["calendar"][16:] * n,
    "folded lines": lambda n: LOGS["calendar"].replace("maths", "maths" + "\n x" * n),
    "html rows": lambda n: LOGS["html"].replace(_CELLS, _CELLS * n),
    "open tags": lambda n: LOGS["html"] + "<table>" + "<a " * n,
    "html breaks": lambda n: LOGS["html"].replace("maths", "<br>" * n),
    "json tags": lambda n: f"{_STARTS}{json.dumps(_names(n, ' ').split())}}}]",
    "json entries": lambda n: "[" + ",".join([_STARTS[1:] + '["a"]}'] * n) + "]",
    "json blanks": lambda n: " " * n + _STARTS + " " * n + '["a"]}]' + " " * n,
}


def growing_logs() -> Iterator[tuple[str, Callable[[int], str]]]:
    """Each kind of log by name: its text, of about as many lines or letters."""
    for name, line in product(LOGS, LINES):
        log = LOGS[name]
        yield f"{name}, then {line!r}", lambda n, a=log, b=line: a + f"{b}\n" * n
        yield f"{line!r}, then {name}", lambda n, a=log, b=line: f"{b}\n" * n + a
    for name, part in product(LOGS, PARTS):
        first, rest = LOGS[name].split("\n", 1)
        yield (
            f"{name} after a line of {part!r}",
            lambda n, a=LOGS[name], b=part: b * n + "\n" + a,
        )
        yield (
            f"{name} with a line that ends with {part!r}",
            lambda n, a=first, b=part, c=rest: f"{a}\n{c.rstrip()} {b * n}!\n",
        )
    yield from CROWDS.items()


def _forget() -> None:
    """Empty the caches of the program, which would spare the second log its steps."""
    modules = [sys.modules[name] for name in list(sys.modules) if "tracker." in name]
    for cached in (value for module in modules for value in vars(module).values()):
        if hasattr(cached, "cache_clear"):
            cached.cache_clear()


def count_steps(act: Callable[[], Any]) -> int:
    """How many lines of the program and of Python's library run."""
    _forget()
    steps, before = 0, sys.gettrace()

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal steps
        if "site-packages" in frame.f_code.co_filename:
            return None
        steps += event == "line"
        return trace

    sys.settrace(trace)
    try:
        act()
    finally:
        sys.settrace(before)
    return steps
