"""No line of a log kept by hand that names a length is lost unsaid."""

import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.imports.reading import Log, read
from tracker.errors import Unreadable

DAYS = ["2026-04-09", "9.4.2026", "April 9, 2026"]
LENGTHS = [
    "2h",
    "1h30m",
    "45 min",
    "9:00-10:30",
    "1,5 h",
    "~2h",
    "2-3 hours",
    "20:00-21:30",
]
SIGNS = [
    "",
    "- ",
    "  - ",
    "* ",
    "# ",
    "## ",
    "### ",
    "> ",
    "- [ ] ",
    "- [x] ",
    "1. ",
    "    ",
]
WORDS = [
    "maths",
    "ppo:",
    "Time:",
    "(",
    ")",
    ",",
    "and",
    "of which",
    "=",
    "Plan",
    "~~",
    "read a paper",
]

lengths = st.sampled_from(LENGTHS)
words = st.lists(
    st.one_of(st.sampled_from(WORDS), lengths, st.sampled_from(DAYS)), max_size=5
)
lines = st.builds(
    lambda sign, parts: sign + " ".join(parts), st.sampled_from(SIGNS), words
)
texts = st.lists(
    st.one_of(lines, st.sampled_from(["", "```", "<!--", "-->", "%%", "---", "Plan:"])),
    max_size=12,
)


def told_lines(log: Log) -> set[int]:
    """The lines that became sessions, were skipped or are named in a remark."""
    numbers = {entry.line for entry in log.entries}
    for remark in log.remarks:
        numbers |= set(map(int, re.findall(r"\d+", remark.partition(":")[2])))
    return numbers


def heads_lengths(line: str, below: list[str]) -> bool:
    """Whether a line with a day heads lines that have all of its lengths."""
    lengths = [length for length in LENGTHS if length in line]
    is_day = re.search(r"\d{4}-\d\d-\d\d", line) is not None
    return is_day and all(any(each in row for row in below) for each in lengths)


@settings(max_examples=200)
@given(texts)
def test_no_line_is_lost(tmp_path: Path, text: list[str]) -> None:
    """Each line with a length is an entry, skipped with a reason, or told.

    But for headings and labels, whose length may be the sum of those below.
    """
    content = "\n".join(["## 2026-04-08", "- 1h rl", *text])
    try:
        log = read(tmp_path, content)
    except Unreadable:
        return  # asked about
    named = {
        number
        for number, line in enumerate(content.splitlines(), 1)
        if any(length in line for length in LENGTHS)
        and not line.startswith("#")
        and "Time:" not in line
        and not heads_lengths(line, content.splitlines()[number:])
    }

    assert named - told_lines(log) == set()
