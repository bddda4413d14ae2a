"""A file's own statement of its total, which says what unit its numbers have."""

from decimal import Decimal

from tracker.imports.formats.headers import plain_header, unit_of_header
from tracker.imports.formats.source import Source
from tracker.imports.formats.sum_rows import has_sum_word
from tracker.imports.rules.lengths import bare_number
from tracker.limits import MOST_ROWS

# A line with a total is short.
LONGEST = 200


def stated_unit(source: Source, total: Decimal) -> str:
    """The unit of a file's bare lengths, if a line of it says their `total` with one.

    `Hours in all: 176` says `h` of lengths that are 176 together. Empty without one.
    """
    for _, line in source.lines(MOST_ROWS):
        if len(line) > LONGEST or not any(map(str.isdecimal, line)):
            continue
        words = line.replace("|", " ").replace("*", " ").replace(";", " ").split()
        numbers = (bare_number(word.strip(":,")) for word in words)
        unit = unit_of_header(line)
        if unit and has_sum_word(plain_header(line).split()) and total in numbers:
            return unit[0]
    return ""
