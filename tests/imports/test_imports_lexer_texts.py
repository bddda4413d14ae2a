"""Any text at all is read as something or as nothing, and never fails."""

from hypothesis import given
from hypothesis import strategies as st

from tracker.imports.formats.cell_times import is_moment, seconds_between, split_moment
from tracker.imports.rules.clock_ranges import leading_range, split_range
from tracker.imports.rules.clocks import MIDNIGHT, read_clock
from tracker.imports.rules.dates import is_plausible, read_numbers
from tracker.imports.rules.lengths import bare_number, read_length
from tracker.imports.rules.signs import simplify_signs

# What days, clocks and lengths are made of, and digits and signs of other scripts.
PARTS = (
    "0 1 2 9 10 24 59 99 2026 0930 : . , - / + ~ ( ) ? ' h m s am pm p.m. min hours Std. Jan"
    " Mon T Z to uhr klo half an and 1/2 \u00bd \u00b2 \u0663 \u2460 \u2168 \uff18 \uff1a \uff5e"
    " \u2013 \u2212 \u5e74 \u6708 \u65e5 \u5c0f\u65f6 \u534a \u4e2a \u6642 \u5206 \uc2dc\uac04"
)
PIECES = st.sampled_from(PARTS.split())
TEXTS = st.lists(PIECES | st.just(" "), max_size=9).map("".join) | st.text(max_size=90)


@given(TEXTS, st.sampled_from(["h", "m", "s", "m:s", ""]))
def test_any_text(text: str, unit: str) -> None:
    """A clock is within a day, a range has readable clocks, a number is also a length."""
    clock = read_clock(text)
    clocks = leading_range(text, bare=True)
    number = bare_number(text)
    length = read_length(text, unit)

    assert clock is None or 0 <= clock <= MIDNIGHT
    assert clocks is None or read_clock(clocks.start) is not None
    assert clocks is None or not clocks.end or read_clock(clocks.end) is not None
    assert clocks is None or text.endswith(clocks.rest)
    assert number is None or (unit not in ("m:s", "")) or length is None
    assert is_plausible(read_numbers(text)) in (True, False)
    assert is_moment(text) in (True, False)
    assert seconds_between(text, text) in (0, None)


@given(TEXTS)
def test_full_width_text(text: str) -> None:
    """A text in plain signs is read as the same in full-width signs."""
    plain = simplify_signs(text)
    wide = plain.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})

    assert len(plain) == len(text)
    assert simplify_signs(wide) == plain
    assert read_clock(wide) == read_clock(plain)
    assert read_length(wide, "h") == read_length(plain, "h")
    assert split_range(wide) == split_range(plain)
    assert split_moment(wide) == split_moment(plain)
