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

NO_QUESTIONS = "No questions known"
QUESTIONS_UNDATED = "Questions of unknown date"
# Keyed by `Funder.hand`.
HANDS = {"first": ", read at first hand", "second": ", read at second hand"}
# Keyed by `Funder.status`.
STATUSES = {"open": "open", "closed": "closed", "unknown": "status unknown"}


def form_title(title: str, kind: str) -> str:
    """`Transformative AI Fund: application`."""
    return f"{title}: {kind}"


def form_of(funder: str, day: str) -> str:
    """Whose form it is, and how old."""
    return f"{funder}. Form as of {day}; check the live form before sending."


def questions_as_of(day: str) -> str:
    """`Questions as of 6 Oct 2026`."""
    return f"Questions as of {day}"


def status_as_of(status: str, day: str) -> str:
    """`open as of 1 Oct 2026`."""
    return f"{status} as of {day}"


def status_undated(status: str) -> str:
    """`open on an unknown date`."""
    return f"{status} on an unknown date"


def form_dates(questions: str, hand: str, status: str) -> str:
    """`Questions as of 6 Oct 2026, read at second hand; open as of 1 Oct 2026.`."""
    return f"{questions}{hand}; {status}."


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
