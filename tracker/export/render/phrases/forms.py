"""Funders' forms."""

CLOSED = "Closed."
STATUS_UNKNOWN = "Status unknown: check whether it is open."
NO_ANSWERS_NEEDED = "No answers to write."
REQUIRED, OPTIONAL = "Required", "Optional"
COURSES = "Courses and programmes finished"
LINKS = "Links"
# Keyed by `Funder.kind`.
KINDS = {"application": "application", "progress report": "progress report"}
# Keyed by the unit of a limit.
UNITS = {
    "character": "characters",
    "word": "words",
    "sentence": "sentences",
    "paragraph": "paragraphs",
    "page": "pages",
}


def form_title(title: str, kind: str) -> str:
    """`Transformative AI Fund: application`."""
    return f"{title}: {kind}"


def form_of(funder: str, day: str) -> str:
    """Whose form it is, and how old."""
    return f"{funder}. Form as of {day}; check the live form before sending."


def text_of(source: str) -> str:
    """`Text of the form: 2026, undated copies of the page.`."""
    return f"Text of the form: {source}."


def replaced_by(funder: str) -> str:
    """`Closed. Replaced by Transformative AI Fund.`."""
    return f"Closed. Replaced by {funder}."


def apply_through(funder: str) -> str:
    """`Apply through Manifund project (regular grant).`."""
    return f"Apply through {funder}."


def no_fields(seen: str) -> str:
    """`No form to fill in: ...`."""
    return f"No form to fill in: {seen}."


def on_style(advice: str) -> str:
    """What the funder says about who writes the text."""
    return f"On style: {advice}."


def meant_for(people: str) -> str:
    """`For people who change career.`."""
    return f"For {people}."


def eligible(people: str) -> str:
    """`Eligible: anybody over 18.`."""
    return f"Eligible: {people}."


def note(text: str) -> str:
    """`Note: ...`."""
    return f"Note: {text}"


def answers_empty(empty: int, slots: int) -> str:
    """`Answers still empty: 34 of 36.`."""
    return f"Answers still empty: {empty} of {slots}."


def field(number: int, asks: str) -> str:
    """`2: Summary`."""
    return f"{number}: {asks}"


def part_of(whole: str) -> str:
    """`part of Budget`."""
    return f"part of {whole}"


def at_most(limit: str, unit: str) -> str:
    """`at most 1,000 characters`."""
    return f"at most {limit} {unit}"


def see_field(title: str, number: int) -> str:
    """`Evidence: see field 3.`."""
    return f"{title}: see field {number}."


def name(name: str) -> str:
    """`Name: Ada Example`."""
    return f"Name: {name}"


def email(email: str) -> str:
    """`Email: ada@mail.example`."""
    return f"Email: {email}"
