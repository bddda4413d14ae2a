"""The kinds of exports, each with its formats, and how the format is chosen."""

from tracker.errors import Unreadable
from tracker.export.rules.formats import FORMATS, TEXT, is_binary
from tracker.text.columns import join_words, quoted

_REPORT = (*FORMATS, "json")
# Each kind with its formats; the first is the default where it is not read at once.
KINDS: dict[str, tuple[str, ...]] = {
    "progress": _REPORT,
    "cv": _REPORT,
    "update": _REPORT,
    "application": _REPORT,
    "hours": (*FORMATS, "csv", "json"),
    "sessions": ("csv", "json"),
    "plan": ("ics", "json"),
}
# Endings of file names that name a format, also one that export does not make: a file
# x.odt is refused rather than written as Markdown.
ENDINGS = frozenset(
    {
        "csv",
        "docx",
        "htm",
        "html",
        "ics",
        "json",
        "md",
        "odt",
        "pdf",
        "tsv",
        "txt",
        "xlsx",
    }
)


def say_formats() -> str:
    """Every format, those of a single kind last."""
    default, *others = (form for form in _REPORT if form != TEXT)
    parts = [
        f"{TEXT} (default on a terminal), {default} (else), {', '.join(others)}",
    ]
    for kind, formats in KINDS.items():
        added = [form for form in formats if form not in _REPORT]
        if formats[0] != default:
            parts.append(f"{kind}: {join_words(formats, 'or')}")
        elif added:
            parts.append(f"{kind}: also {join_words(added, 'or')}")
    return f"{'; '.join(parts)}."


def choose_format(
    kind: str,
    form: str | None,
    file: str,
    *,
    as_json: bool,
    on_terminal: bool = False,
    is_field: bool = False,
) -> str:
    """The format of an export.

    It is `form`; else the ending of the name of `file` (empty: printed); else JSON
    with --json; else plain text on a terminal; else the kind's first. One field of a
    form, `is_field`, is plain text or JSON.

    Raises Unreadable for a format that this kind does not have, for a binary one
    without a file, and for another than JSON with --json and without a file.
    """
    formats = (TEXT, "json") if is_field else KINDS[kind]
    prints_json = as_json and not file
    default = formats[0]
    if prints_json:
        default = "json"
    elif on_terminal and not file and TEXT in formats:
        default = TEXT
    chosen = form or _ending(file) or default
    if chosen not in formats:
        what = f"{kind} --field" if is_field else kind
        raise Unreadable(
            f"export {what} has no format {quoted(chosen)}.",
            f"Its formats are {join_words(formats)}.",
            without=["--format --output"],
            added=[("--format", default)],
            candidates=formats,
        )
    if is_binary(chosen) and not file:
        raise Unreadable(
            f"{chosen.upper()} cannot be printed here; it needs a file.",
            "Name the file with -o.",
            without=["--output"],
            added=[("-o", f"{kind}.{chosen}")],
        )
    if prints_json and chosen != "json":
        raise Unreadable(
            f"--json and --format {chosen} contradict each other.",
            "Leave one of them out.",
            without=["--json", "--format"],
        )
    return chosen


def _ending(file: str) -> str | None:
    """The format that the ending of a file's name stands for; None for other endings."""
    ending = file.rpartition(".")[2].lower() if "." in file else ""
    return ending if ending in ENDINGS else None
