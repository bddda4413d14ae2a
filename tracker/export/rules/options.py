"""What an export is asked to be: its kind, its format, its days."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from tracker.errors import Unreadable
from tracker.text.columns import join_words, quoted
from tracker.text.periods import Period

# Each kind with its formats, the first unless another is named.
_REPORT = ("md", "txt", "html", "pdf", "json")
KINDS: dict[str, tuple[str, ...]] = {
    "progress": _REPORT,
    "update": _REPORT,
    "application": _REPORT,
    "hours": (*_REPORT[:-1], "csv", "json"),
    "sessions": ("csv", "json"),
}
# Options that say something of these kinds only.
ONLY = {
    "funder": ("update", "application", "hours"),
    "answers": ("application",),
    "budget": ("update", "application"),
    "cap": ("hours",),
    "item": ("hours",),
}
# Endings of file names that mean a format, of any kind or of none yet: a page is never written as Markdown in silence.
ENDINGS = frozenset(
    {"csv", "docx", "htm", "html", "json", "md", "odt", "pdf", "tsv", "txt", "xlsx"}
)


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """One export: `redact` leaves out notes, reasons and own tags.

    `answers` and `budget` are files, `cap` is seconds.
    """

    kind: str
    form: str
    period: Period
    redact: bool
    funder: str | None = None
    answers: str | None = None
    budget: str | None = None
    item: str | None = None
    cap: int | None = None


def chosen_kind(kind: str | None) -> str:
    """The kind of an export; raises Unreadable where none is named."""
    if kind is None:
        *others, last = KINDS
        raise Unreadable(
            "That names no kind of export.",
            f"Type export and {', '.join(others)} or {last}.",
        )
    return kind


def check_options(kind: str, given: Collection[str]) -> None:
    """Raises Unreadable for an option that says nothing of this kind, and for an application to nobody."""
    for name in given:
        if kind not in ONLY[name]:
            option = "--for" if name == "funder" else f"--{name}"
            kinds = " and ".join(f"export {each}" for each in ONLY[name])
            raise Unreadable(
                f"{option} says nothing of export {kind}.",
                f"Leave it out; it goes with {kinds}.",
            )
    if kind == "application" and "funder" not in given:
        raise Unreadable(
            "An application is for a funder, and none was typed.",
            "Type --for and one that tracker funders lists: tracker export application --for taif",
        )


def chosen_form(kind: str, form: str | None, name: str, as_json: bool) -> str:
    """The format of an export: as said, else as the file's `name` ends, else JSON where the answer is, else the first.

    Raises Unreadable for a format this kind has not, and for another one than JSON beside --json without a file.
    """
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    spoken = as_json and not name
    chosen = (
        form
        or (ending if ending in ENDINGS else None)
        or ("json" if spoken else KINDS[kind][0])
    )
    if chosen not in KINDS[kind]:
        raise Unreadable(
            f"export {kind} has no format {quoted(chosen)}.",
            f"Its formats are {join_words(KINDS[kind])}.",
        )
    if chosen == "pdf" and not name:
        raise Unreadable(
            "A PDF is a file, and none was typed.",
            f"Type -o: tracker export {kind} -o {kind}.pdf",
        )
    if spoken and chosen != "json":
        raise Unreadable(
            f"--json and --format {chosen} ask for two things.",
            "Leave one of them out.",
        )
    return chosen


def chosen_days(
    since: date | None, until: date | None, period: Period | None, today: date
) -> Period:
    """The days an export covers; all of them unless said.

    Raises Unreadable for two periods, for one that ends before it begins, and for one that has not begun yet.
    """
    if period and (since or until):
        raise Unreadable(
            "That names more than one period.", "Type --period, or --since and --until."
        )
    days = period or Period(since, until)
    if days.since and days.until and days.since > days.until:
        raise Unreadable(
            f"{days.since} to {days.until} ends before it begins.",
            "Type the earlier day as --since.",
        )
    if days.since and days.since > today:
        raise Unreadable(
            f"{days.since} has not come yet.", "Type a day up to today as --since."
        )
    return days
