"""Controlled rounding: a table in whole units whose rows and columns add up.

L. H. Cox, "A Constructive Procedure for Unbiased Controlled Rounding", Journal of the
American Statistical Association 82 (1987). A row or column with a number between two
units has another such number, so some of them form a circle. From every second one of
it the same amount is moved to those between, until one is whole; then to the next circle.
"""

from collections.abc import Sequence
from itertools import pairwise

from tracker.text.amounts import round_to_unit

# The row and the column of a number.
Place = tuple[int, int]
# By row (0, 1, ...) and by column (-1, -2, ...): the lines that cross it at a number
# which is not whole.
Crossings = dict[int, dict[int, None]]


def round_table(rows: Sequence[Sequence[int]], unit: int) -> list[list[int]]:
    """`rows` in whole units, each with its sum at its end, and a row of all sums below.

    Each number and each sum is rounded down or up, so that a zero stays zero; the sum
    of all is rounded as `round_to_unit` does. All rows have the same length, and there
    is one at least.
    """
    # Inside, sums are negative: every row and every column adds up to zero.
    table = [[*row, -sum(row)] for row in rows]
    table.append([-sum(column) for column in zip(*table, strict=True)])
    total = unit * round_to_unit(table[-1][-1], unit)
    crossings = _find_crossings(table, unit)
    for line in crossings:
        while crossings[line]:
            circle = _find_circle(crossings, line)
            _move(table, circle, unit, total)
            _remove_whole(
                crossings, [at for at in circle if not _rest(table, at, unit)]
            )
    inner = [[*row[:-1], -row[-1]] for row in table[:-1]]
    sums = [*(-number for number in table[-1][:-1]), table[-1][-1]]
    return [[number // unit for number in row] for row in (*inner, sums)]


def _rest(table: Sequence[Sequence[int]], place: Place, unit: int) -> int:
    """How far a number is above a whole one."""
    return table[place[0]][place[1]] % unit


def _find_crossings(table: Sequence[Sequence[int]], unit: int) -> Crossings:
    crossings: Crossings = {}
    for row, numbers in enumerate(table):
        for column, number in enumerate(numbers):
            if number % unit:
                crossings.setdefault(row, {})[~column] = None
                crossings.setdefault(~column, {})[row] = None
    return crossings


def _find_circle(crossings: Crossings, line: int) -> list[Place]:
    """The places met on a walk from line to line, once it meets a line again."""
    walk, before = [line], line
    while walk.count(line) == 1:
        before, line = line, next(each for each in crossings[line] if each != before)
        walk.append(line)
    circle = pairwise(walk[walk.index(line) :])
    return [(max(pair), ~min(pair)) for pair in circle]


def _move(
    table: list[list[int]], circle: Sequence[Place], unit: int, total: int
) -> None:
    """Add to every second number and take from the others until one is whole.

    It goes the shorter way; but the sum of all goes toward `total`.
    """
    first, second = circle[::2], circle[1::2]
    corner = (len(table) - 1, len(table[0]) - 1)
    if corner in second:
        first, second = second, first
    rests = [_rest(table, place, unit) for place in first]
    others = [_rest(table, place, unit) for place in second]
    up = min(*others, *(unit - rest for rest in rests))
    down = min(*rests, *(unit - rest for rest in others))
    is_up = table[-1][-1] < total if corner in first else up <= down
    step = up if is_up else -down
    for sign, places in ((1, first), (-1, second)):
        for row, column in places:
            table[row][column] += sign * step


def _remove_whole(crossings: Crossings, places: Sequence[Place]) -> None:
    for row, column in places:
        del crossings[row][~column]
        del crossings[~column][row]
