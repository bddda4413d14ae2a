"""Funders' forms."""

CLOSED = "Closed."
STATUS_UNKNOWN = "Status unknown: check whether it is open."
FORM = "Form"
MATERIAL = "Facts that you can use"
REQUIRED, OPTIONAL = "Required", "Optional"
COURSES = "Courses and programmes finished"
LINKS = "Links"
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


def application_to(title: str) -> str:
    """`Transformative AI Fund, EA Funds: application`."""
    return f"{title}: application"


def form_of(funder: str, dates: str) -> str:
    """Whose form it is, and how old."""
    return f"{funder}. {dates} Check the live form before you send it."


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


def required_empty(empty: int, required: int) -> str:
    """`Required questions still empty: 34 of 36.`."""
    return f"Required questions still empty: {empty} of {required}."


def in_all(length: str) -> str:
    """`All texts together: 1,305 of 10,000 characters.`."""
    return f"All texts together: {length}."


def field(number: int, asks: str) -> str:
    """`2: Summary`."""
    return f"{number}: {asks}"


def part_of(whole: str) -> str:
    """`part of Budget`."""
    return f"part of {whole}"


def at_most(limit: str, unit: str) -> str:
    """`at most 1,000 characters`."""
    return f"at most {limit} {unit}"


def see_question(questions: str) -> str:
    """`See "Track record".`."""
    return f"See {questions}."


def name(name: str) -> str:
    """`Name: Ada Example`."""
    return f"Name: {name}"


def email(email: str) -> str:
    """`Email: ada@mail.example`."""
    return f"Email: {email}"
