"""An answer with remarks; it loads nothing that a report does not need."""

from collections.abc import Callable, Iterable

from tracker.app import App


def show_with_remarks(
    app: App, show: Callable[[], None], remarks: Iterable[str]
) -> None:
    """Show the answer with remarks: they follow its text, and are in its JSON."""
    if not app.as_json:
        show()
    for remark in remarks:
        app.remark(remark)
    if app.as_json:
        show()
