"""What the person asked of an export: its kind, days and files."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from tracker.errors import Unreadable
from tracker.export.rules.kinds import KINDS
from tracker.text.columns import join_words
from tracker.text.days import say_day
from tracker.text.periods import Period

# Options that only some kinds have.
ONLY = {
    "funder": ("update", "application", "hours"),
    "answers": ("update", "application"),
    "field": ("update", "application"),
    "worksheet": ("update", "application"),
    "budget": ("update", "application"),
    "forecast": ("update", "application"),
    "cap": ("hours",),
    "item": ("hours",),
    "only": ("progress", "cv", "update", "application"),
    "by": ("hours",),
    "tags": ("hours",),
}
# Options that go with a form to fill in.
OF_FORMS = ("answers", "field", "worksheet")


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """One export. With `redact` it is without the person and what may name others.

    With `forecast`, it has new forecasts of what is planned; with `worksheet`, a form
    has all that it asks. `field` is the key of the one field to print. `answers` and
    `budget` are files; `cap` is in seconds; `funder` and `item` as typed. `by` is `day`
    or None; `tags` shows the person's own tags. `only` are names of works as
    typed.
    """

    kind: str
    form: str
    period: Period
    redact: bool
    funder: str | None = None
    answers: str | None = None
    field: str | None = None
    worksheet: bool = False
    budget: str | None = None
    item: str | None = None
    cap: int | None = None
    forecast: bool = False
    by: str | None = None
    tags: bool = False
    only: tuple[str, ...] = ()


def form_options(options: ExportOptions) -> list[str]:
    """The options typed that go with a form to fill in: `--answers`."""
    return [f"--{name}" for name in OF_FORMS if getattr(options, name)]


def check_kind(kind: str | None) -> str:
    """The kind of an export; raises Unreadable where none is named."""
    if kind is None:
        raise Unreadable(
            f"Which export? The kinds are {join_words(list(KINDS))}.",
            "For example: tracker export progress",
        )
    return kind


def check_options(kind: str, options: Collection[str]) -> None:
    """Raises Unreadable for an option that this kind does not have.

    Also for an application without a funder, and for parts of a form without one.
    """
    for name in options:
        if kind not in ONLY[name]:
            option = "--for" if name == "funder" else f"--{name}"
            kinds = [f"export {other}" for other in ONLY[name]]
            raise Unreadable(
                f"{option} does not go with export {kind}.",
                f"Leave it out, or use {join_words(kinds, 'or')}.",
                without=[option],
            )
    _check_form_options(kind, options)


def _check_form_options(kind: str, options: Collection[str]) -> None:
    if {"field", "worksheet"} <= set(options):
        raise Unreadable(
            "--field prints one field, and --worksheet the whole form.",
            "Leave one of them out.",
            without=["--field", "--worksheet"],
        )
    if "funder" in options:
        return
    of_forms = [f"--{name}" for name in OF_FORMS if name in options]
    if of_forms:
        raise Unreadable(
            f"{of_forms[0]} needs a form to fill in.",
            "To list the forms: tracker funders",
            added=[("--for", "FUNDER")],
        )
    if kind == "application":
        raise Unreadable(
            "Which funder is the application for?",
            "To list the funders: tracker funders",
            added=[("--for", "FUNDER")],
        )


def check_tags(*, redact: bool, tags: bool) -> None:
    """Raises Unreadable where the person's own tags are left out and asked for."""
    if redact and tags:
        raise Unreadable(
            "--redact leaves your own tags out, and --tags shows them.",
            "Leave one of them out.",
            without=["--redact", "--tags"],
        )


def choose_days(
    since: date | None, until: date | None, period: Period | None, today: date
) -> Period:
    """The days an export covers; all of them where none are named.

    Raises Unreadable for two periods, for one that ends before it begins, and for one
    that begins after today.
    """
    if period and (since or until):
        raise Unreadable(
            "--period cannot be combined with --since or --until.",
            "Type either --period, or --since and --until.",
            without=["--since --until", "--period"],
        )
    days = period or Period(since, until)
    if days.since and days.until and days.since > days.until:
        raise Unreadable(
            f"The period {days.since} to {days.until} ends before it begins.",
            "Type the earlier day first.",
            without=["--since --until --period"],
            added=[
                ("--since", days.until.isoformat(), "--until", days.since.isoformat())
            ],
        )
    if days.since and days.since > today:
        raise Unreadable(
            f"{say_day(days.since, today)} is in the future.",
            "Type a day up to today.",
            without=["--since --period"],
        )
    return days
