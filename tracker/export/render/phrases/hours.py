"""Hours logged."""

NOTHING_LOGGED = "Nothing logged."
NO_OVERLAPS = "Overlaps: none."
HOURS = "Hours"


def hours_logged(hours: str) -> str:
    """`Hours logged: 323 h`."""
    return f"Hours logged: {hours} h"


def hours_logged_and_remembered(hours: str, remembered: str) -> str:
    """`Hours logged: 323 h (plus about 60 h from memory, not counted)`."""
    return (
        f"Hours logged: {hours} h (plus about {remembered} h from memory, not counted)"
    )


def by_track(tracks: str) -> str:
    """`By track: Replications 271 h, Mathematics 16 h.`."""
    return f"By track: {tracks}."


def track(title: str, hours: str) -> str:
    """`Replications 271 h`."""
    return f"{title} {hours} h"


def recorded_by(sources: str) -> str:
    """`Hours recorded by: timer 136 h (42%), Toggl import 86 h (27%).`."""
    return f"Hours recorded by: {sources}."


def share(source: str, amount: str, percent: int) -> str:
    """`timer 136 h (42%)`, where `amount` has its unit."""
    return f"{source} {amount} ({percent}%)"


def amount(hours: str) -> str:
    """`136 h`."""
    return f"{hours} h"


def import_from(name: str) -> str:
    """`Toggl import`."""
    return f"{name} import"


def changed_none(sessions: str) -> str:
    """`Edited after recording: 0 of 31 sessions.`."""
    return f"Edited after recording: 0 of {sessions}."


def changed_or_moved(changed: int, sessions: str) -> str:
    """Sessions that were edited, or moved to another item: nobody can tell them apart."""
    return f"Edited after recording, or moved to another item: {changed} of {sessions}."


def overlaps(hours: str, days: str) -> str:
    """`Overlaps: 7 h on 3 days, counted once in the total ...`."""
    return (
        f"Overlaps: {hours} h on {days}, counted once in the total and within a track, "
        "but each time by source."
    )


def sessions_logged(sessions: str, hours: str) -> str:
    """`31 sessions logged, total 34.8 h.`."""
    return f"{sessions} logged, total {hours} h."


def run_by_agent(hours: str) -> str:
    """`Of these, 9.3 h were run by an agent.`."""
    return f"Of these, {hours} h were run by an agent."
