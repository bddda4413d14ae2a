"""Questions about the lengths of a table, each with the commands that answer it."""

from collections.abc import Mapping, Sequence
from typing import NoReturn

from tracker.errors import Unreadable
from tracker.imports.formats.time_columns import Cells
from tracker.imports.rules.questions import (
    answer,
    answers,
    columns_by_header,
    columns_by_place,
)
from tracker.text.columns import quoted

# How `--columns` says a layout's part, where it is not its own name.
SPOKEN_PARTS = {
    "day": "date",
    "start_day": "date",
    "stamp": "date",
    "start_clock": "start",
    "end_clock": "end",
    "range": "start",
    "duration_h": "duration",
    "total": "duration",
    "sum": "duration",
    "weak": "duration",
}
# How `--columns` says a length in a unit.
SPOKEN_LENGTHS = {
    "": "duration",
    "h": "hours",
    "m": "minutes",
    "s": "seconds",
    "m:s": "mm:ss",
}


def ask_about_clocks(
    columns: Mapping[str, int], header: Cells, place: int, part: str = "duration"
) -> NoReturn:
    """Refuse to read as lengths what could be times of day."""
    option = _option(columns, header, {part: place})
    raise Unreadable(
        f"{quoted(_name(header, place))} could be a time of day or a length.",
        answer("If it is a length", option),
    )


def ask_about_hours_of_day(
    columns: Mapping[str, int], header: Cells, beside: Mapping[str, int]
) -> NoReturn:
    """Refuse hours that could be of a clock; `beside` are minutes, and seconds."""
    place = columns["hours"]
    options = {
        "If it is a length": _option(columns, header, {"hours": place, **beside}),
        "If it is a time of day": _option(columns, header, beside),
    }
    raise Unreadable(
        f"{quoted(_name(header, place))} could be a time of day or a length.",
        answers(options),
    )


def ask_about_hours_and_minutes(columns: Mapping[str, int], header: Cells) -> NoReturn:
    """Refuse columns of hours and minutes that are neither one length nor the same."""
    options = {
        f"If {quoted(_name(header, columns[part]))} counts": _option(
            columns, header, {part: columns[part]}
        )
        for part in ("hours", "minutes")
    }
    raise Unreadable(
        "The columns of hours and minutes contradict each other.", answers(options)
    )


def ask_about_contradiction(
    columns: Mapping[str, int], header: Cells, part: str
) -> NoReturn:
    """Refuse a length that is not near its two times in most rows."""
    named = quoted(_name(header, columns["length"]))
    raise Unreadable(
        f"In most rows, {named} is not the time from start to end.",
        answers(
            {
                "If the times count": _option(columns, header, {}, ends=True),
                f"If {named} counts": _option(
                    columns, header, {part: columns["length"]}
                ),
            }
        ),
    )


def ask_about_running_total(
    columns: Mapping[str, int], header: Cells, part: str
) -> NoReturn:
    """Refuse lengths that only rise from row to row."""
    place = columns["length"]
    raise Unreadable(
        f"{quoted(_name(header, place))} only rises from row to row. It could be a"
        " running total.",
        answer(
            "If each row has its own length", _option(columns, header, {part: place})
        ),
    )


def ask_about_minutes_and_seconds(
    columns: Mapping[str, int], header: Cells, part: str
) -> NoReturn:
    """Refuse clocks that are so long that they may be minutes and seconds."""
    place = columns["length"]
    raise Unreadable(
        f"{quoted(_name(header, place))} could be hours and minutes, or minutes and"
        " seconds.",
        answers(
            {
                "Hours and minutes": _option(columns, header, {part: place}),
                "Minutes and seconds": _option(columns, header, {"mm:ss": place}),
            }
        ),
    )


def ask_which_length(
    part: str, header: Cells, places: Sequence[int], day: int
) -> NoReturn:
    """Refuse two columns that could both be the length; `day` is that of the day."""
    first, other = (_name(header, place) for place in places)
    counts = [f"If {quoted(first)} counts", f"If {quoted(other)} counts"]
    if first == other:
        counts = [f"If column {place + 1} counts" for place in places]
    options = {
        name: _option({"day": day}, header, {part: place})
        for name, place in zip(counts, places, strict=True)
    }
    raise Unreadable(
        f"{quoted(first)} and {quoted(other)} could both be the length.",
        answers(options),
    )


def ask_about_people(
    columns: Mapping[str, int], unit: str, header: Cells, place: int
) -> NoReturn:
    """Refuse a column of unknown name whose cells look like people's names."""
    has_length = "length" in columns
    length = {SPOKEN_LENGTHS[unit]: columns["length"]} if has_length else {}
    named = quoted(_name(header, place))
    options = {
        answer: _option(columns, header, {**length, part: place}, ends=not has_length)
        for answer, part in (("If it does", "user"), ("If it does not", "project"))
    }
    raise Unreadable(f"{named} could name people.", answers(options))


def _option(
    columns: Mapping[str, int],
    header: Cells,
    length: Mapping[str, int],
    *,
    ends: bool = False,
) -> str:
    """`--columns` with the day, the `length`, and where `ends` the two times.

    By header where there is one, else by place.
    """
    days = ("day", "start_day", "stamp")
    times = ("start", "start_clock", "end", "end_clock", "range")
    parts = {part: columns[part] for part in columns if part in days}
    if ends or not parts:
        parts |= {part: columns[part] for part in columns if part in times}
    parts |= length
    spoken = {SPOKEN_PARTS.get(part, part): place for part, place in parts.items()}
    names = [_name(header, place) for place in spoken.values()]
    if header and all(header.count(name) == 1 and "," not in name for name in names):
        return columns_by_header(
            {part: _name(header, place) for part, place in spoken.items()}
        )
    return columns_by_place({place: part for part, place in spoken.items()})


def _name(header: Cells, place: int) -> str:
    """The header of a column, or `column 3` where it has none."""
    name = header[place] if place < len(header) else ""
    return name or f"column {place + 1}"
