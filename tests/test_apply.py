"""docs/apply.md: a grant application typed in less than half an hour, to its last field."""

import re

from tests.conftest import ROOT
from tests.documents import LOOP, Example, examples, play
from tracker.export.funder_files import read_form

PAGE = ROOT / "docs" / "apply.md"
TEXT = PAGE.read_text(encoding="utf-8")
LETTERS_A_MINUTE, MINUTES = 200, 30
# `she types 4,321 characters: 22 minutes at 40 words`
COUNTED = re.compile(r"types [\d,]+ characters: \d+ minutes")
# `email: 17 characters, no limit`, `short: 78 of 120 characters`
PASTED = re.compile(r"(\S+): ([\d,]+) (?:of ([\d,]+) )?characters(?:, no limit)?")


def say_typed(characters: int, minutes: int) -> str:
    """`types 4,321 characters: 22 minutes`."""
    return f"types {characters:,} characters: {minutes} minutes"


def typed_lines(walk: list[Example]) -> list[str]:
    """Every line that she types from the list of funders to the last pasted field."""
    places = [example.typed for example in walk]
    first = next(i for i, typed in enumerate(places) if "tracker funders" in typed)
    last = max(i for i, typed in enumerate(places) if "--field" in typed)
    lines = []
    for example in walk[first : last + 1]:
        lines += [line for file in example.files.values() for line in file]
        lines.append(example.typed)
    return lines


def count_typed(text: str) -> tuple[int, int]:
    """The characters typed, with an Enter for each line, and the minutes they take."""
    characters = sum(len(line) + 1 for line in typed_lines(examples(text)))
    return characters, -(-characters // LETTERS_A_MINUTE)


def test_typing_takes_under_half_an_hour() -> None:
    """The page says how many characters are typed, and how many minutes they take."""
    characters, minutes = count_typed(TEXT)
    counted = COUNTED.search(TEXT)

    assert counted
    assert counted[0] == say_typed(characters, minutes)
    assert minutes < MINUTES


def test_every_text_is_pasted_within_its_limit() -> None:
    """Each required text of the form is pasted, none is over its limit or empty."""
    form = read_form(ROOT / "seed" / "funders" / "taif.toml")
    required = [f.key for f in form.fields if f.required and not f.format]
    loops = [(LOOP.fullmatch(each.typed), printed) for each, printed in play(TEXT)]
    (fields, printed), *others = [
        (loop["values"].split(), printed)
        for loop, printed in loops
        if loop and "--field" in loop["body"]
    ]
    lengths = [PASTED.fullmatch(line) for line in printed]

    assert others == []
    assert set(required) <= set(fields)
    assert [length[1] for length in lengths if length] == fields
    for length in filter(None, lengths):
        number, limit = (
            int((n or "10000").replace(",", "")) for n in length.groups()[1:]
        )
        assert 0 < number <= limit
    assert sum(int(length[2].replace(",", "")) for length in lengths if length) < 10_000


def test_nothing_required_is_left() -> None:
    """At the end no required question is empty."""
    printed = [line for _, lines in play(TEXT) for line in lines]

    assert any(re.search(r"\(0 of \d+ required", line) for line in printed)


def test_the_page_is_short() -> None:
    """A reader reads under 150 lines, fences and blank lines aside."""
    read = [
        line for line in TEXT.splitlines() if line and line[:3] not in ("```", "<!-")
    ]

    assert len(read) < 150
