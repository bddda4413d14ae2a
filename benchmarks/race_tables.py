"""The tables of the race, in Markdown: medians, and where the middle half of the runs lies."""

import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence

from processes import Run, least_peak
from race_commands import TOTALS
from race_programs import OTHERS

LIMIT = 300.0  # seconds: a program that takes longer runs no further
FIRST = -1  # the round that is not timed
# The runs of each program, by the round; none for a program over the limit.
Runs = dict[str, dict[int, Run]]
Results = dict[str, Runs]
FLOOR_HEAD = (
    "command",
    "tracker",
    "floor",
    "tracker / floor",
    "of processor time",
    "memory",
    "floor's memory",
)


def pairs(runs: Runs, name: str, other: str, what: str) -> list[float]:
    """The ratios of two programs, round by round."""
    both = runs.get(name, {}).keys() & runs.get(other, {}).keys() - {FIRST}
    return [
        getattr(runs[name][number], what) / getattr(runs[other][number], what)
        for number in sorted(both)
    ]


def clocks(runs: Runs, name: str) -> list[float]:
    """The times of a program, in ms."""
    return [run.clock for number, run in runs[name].items() if number != FIRST]


def floor_rows(results: Results) -> Iterator[list[str]]:
    """Each command beside the floor."""
    for title, runs in results.items():
        yield [
            f"`{title}`" if " of " not in title else title,
            say_times(clocks(runs, "tracker")),
            say_times(clocks(runs, "floor")),
            say_ratios(pairs(runs, "tracker", "floor", "clock")),
            say_ratios(pairs(runs, "tracker", "floor", "processor")),
            say_peak(runs, "tracker"),
            say_peak(runs, "floor"),
        ]


def other_rows(
    results: Results, names: Sequence[str], rounds: int
) -> Iterator[list[str]]:
    """Each command beside the other programs that have it."""
    for title, runs in results.items():
        if runs.keys() & OTHERS.keys():
            cells = [say_other(runs, name, rounds) for name in names]
            yield [f"`{title}`", *cells]


def say_other(runs: Runs, name: str, rounds: int) -> str:
    """`412 ms (400-430), 9.2x`: how many times as long as tracker it takes."""
    if name not in runs:
        return "-"
    times = clocks(runs, name)
    text = say_times(times)
    if times and name != "tracker":
        ratio = statistics.median(pairs(runs, name, "tracker", "clock"))
        text += f", {ratio:,.{0 if ratio >= 10 else 2}f}x"
    return text if len(times) in (0, rounds) else f"{text}, {len(times)} runs"


def size_rows(
    results: Results, sizes: Mapping[str, float], names: Sequence[str]
) -> Iterator[list[str]]:
    """Peak memory of the totals, and what is on the disk."""
    totals = results[TOTALS.title]
    peaks = [say_peak(totals, name) for name in names]
    yield [f"memory of `{TOTALS.title}`", *peaks]
    yield ["files", *(f"{sizes[name]:,.2f} MB" for name in names)]


def behind(results: Results, names: Sequence[str]) -> Iterator[str]:
    """A line for each program that is faster than tracker somewhere."""
    for name in names:
        ahead = [
            f"`{title}`"
            for title, runs in results.items()
            if statistics.median(pairs(runs, name, "tracker", "clock") or [1]) < 1
        ]
        if ahead:
            yield f"\n{name} is faster than tracker here: {', '.join(ahead)}."


def print_table(head: Sequence[str], rows: Iterable[list[str]]) -> None:
    """A table in Markdown."""
    print(f"\n| {' | '.join(head)} |\n|{'---|' * len(head)}")
    for row in rows:
        print(f"| {' | '.join(row)} |", flush=True)


def say_times(times: Sequence[float]) -> str:
    """The median in ms, or s, and where the middle half lies: `41 ms (40-43)`.

    Nothing was measured of what took longer than the limit.
    """
    if not times:
        return f"over {LIMIT:.0f} s"
    by, unit = (1000, "s") if statistics.median(times) >= 10_000 else (1, "ms")
    digits = 1 if by > 1 or statistics.median(times) < 10 else 0
    return _say_spread([each / by for each in times], digits, f" {unit}")


def say_ratios(ratios: Sequence[float]) -> str:
    """The median of ratios, and where the middle half lies: `1.08 (1.05-1.10)`."""
    return _say_spread(ratios, 2, "") if ratios else "-"


def say_peak(runs: Runs, name: str) -> str:
    """The memory of a program: `21 MB`."""
    if not runs[name]:
        return "-"
    peak, least = runs[name][FIRST].peak, least_peak()
    return f"under {least + 1:.0f} MB" if peak <= least + 0.5 else f"{peak:,.0f} MB"


def _say_spread(values: Sequence[float], digits: int, unit: str) -> str:
    """The median with its unit, and the quartiles where there are several values."""
    middle = f"{statistics.median(values):,.{digits}f}{unit}"
    if len(values) == 1:
        return middle
    low, _, high = statistics.quantiles(values, n=4, method="inclusive")
    return f"{middle} ({low:,.{digits}f}-{high:,.{digits}f})"
