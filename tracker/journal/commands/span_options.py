"""The options of `edit` that open a span in the editor: `--day`, `--week`, `--period`."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from tracker.app import App
from tracker.command import no_such_option, option
from tracker.errors import Unreadable
from tracker.journal.rules.edit_spans import SpanOptions
from tracker.modules import load_module
from tracker.text.weeks import is_number_back

# What `edit` takes beside these options.
_ALSO = {"session_id", "words", "overlap"}


def span_options(run: Callable[..., None]) -> Callable[..., None]:
    """Add the options; where one is typed, the editor runs in place of `run`."""

    @wraps(run)
    def run_either(app: App, **values: Any) -> None:
        spans = [values.pop(f"span_{name}") for name in SpanOptions._fields]
        options, typed_id = SpanOptions(*spans), values["session_id"]
        words = [*filter(None, [typed_id]), *values["words"]]
        _check_words(words, options)
        if options != SpanOptions():
            _check_alone(values)
            editor = load_module("tracker.journal.commands.session_editor")
            editor.edit_sessions(app, options, words, overlap=values["overlap"])
        elif typed_id is None:
            raise _no_session(values)
        else:
            run(app, **values)

    for add in reversed(_OPTIONS):
        run_either = add(run_either)
    return run_either


def _check_words(words: Sequence[str], options: SpanOptions) -> None:
    """Raise click's NoSuchOption for an unknown option, which `edit` takes for a word.

    So it can read the week `-1`.
    """
    for word in words:
        is_week = options.week is not None and is_number_back(word)
        if word.startswith("-") and word != "-" and not is_week:
            name = word.partition("=")[0]
            raise no_such_option(name)


def _no_session(values: dict[str, Any]) -> Unreadable:
    if any(values.values()):
        return Unreadable("Which session?", "For example:", added=[("last", "45m")])
    return Unreadable(
        "Which session?",
        "To change the last one, for example its length: tracker edit last 45m\n"
        "To change those of today, or of this week, in your editor:\n"
        "  tracker edit --day\n  tracker edit --week",
    )


def _check_alone(values: dict[str, Any]) -> None:
    """Raise Unreadable for an option that changes one session."""
    if any(values[name] for name in values.keys() - _ALSO):
        raise Unreadable(
            "--day, --week and --period open the editor; other options change one"
            " session.",
            "In the editor: tracker edit --day\nOne session: tracker edit last 45m",
        )


_OPTIONS: tuple[Callable[..., Any], ...] = (
    option(
        "-d",
        "--day",
        "span_day",
        is_flag=False,
        flag_value="",
        metavar="[DAY]",
        help="Edit the sessions of a day, or of today, as lines in your editor.",
    ),
    option(
        "-w",
        "--week",
        "span_week",
        is_flag=False,
        flag_value="",
        metavar="[WEEK]",
        help="Those of a week, or of this one.",
    ),
    option(
        "--period", "span_period", metavar="PERIOD", help="Those of a period, like oct."
    ),
)
