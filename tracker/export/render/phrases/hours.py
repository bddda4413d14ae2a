"""Hours logged."""

HOURS = "Hours"
NOTHING_LOGGED = "Nothing logged."
NO_OVERLAPS = "Overlaps: none."
UNDER_ONE = "under 1%"
TOTAL = "Total"
# Time in which more than one session ran, as a part of a sum.
OVERLAP = "counted twice"


def hours_by(span: str) -> str:
    """`Hours by week and track`."""
    return f"Hours by {span} and track"


def hours_logged(total: str) -> str:
    """`Hours logged: 323.2 h`; the parts may follow the total."""
    return f"Hours logged: {total}"


def total_of(total: str, parts: str) -> str:
    """`323.2 h (318.5 h by the author, 4.7 h run by an agent)`."""
    return f"{total} ({parts})"


def by_author_and_agent(author: str, agent: str) -> str:
    """`318.5 h by the author, 4.7 h run by an agent`."""
    return f"{author} h by the author, {agent} h run by an agent"


def remembered(hours: str) -> str:
    """`plus about 60 h from memory, not counted`, where `hours` have their unit."""
    return f"plus about {hours} from memory, not counted"


def in_hours(what: str) -> str:
    """`Mathematics (h)`, the head of a column."""
    return f"{what} (h)"


def by_track(tracks: str) -> str:
    """`By track: Replications 271.0 h, Mathematics 16.4 h.`."""
    return f"By track: {tracks}."


def track(title: str, hours: str) -> str:
    """`Replications 271.0 h`."""
    return f"{title} {hours} h"


def recorded_by(sources: str) -> str:
    """`Hours recorded by: timer 136.1 h (42%), Toggl import 86.3 h (27%).`."""
    return f"Hours recorded by: {sources}."


def share(source: str, amount: str, percent: str) -> str:
    """`timer 136.1 h (42%)`, where `amount` has its unit."""
    return f"{source} {amount} ({percent})"


def percent(number: int) -> str:
    """`42%`."""
    return f"{number}%"


def amount(hours: str) -> str:
    """`136.1 h`."""
    return f"{hours} h"


def import_from(name: str) -> str:
    """`Toggl import`."""
    return f"{name} import"


def count_sessions(number: int) -> str:
    """`1 session`, `1,611 sessions`."""
    return f"{number:,} {'session' if number == 1 else 'sessions'}"


def some_of(number: int, sessions: str) -> str:
    """`4 of 31 sessions`."""
    return f"{number} of {sessions}"


def edited(sessions: str) -> str:
    """`Edited after recording: 0 of 31 sessions.`."""
    return f"Edited after recording: {sessions}."


def edited_or_moved(sessions: str) -> str:
    """Sessions that were edited, or moved to another item, which leaves the same mark."""
    return f"Edited after recording, or moved to another item: {sessions}."


def overlaps(hours: str, days: str) -> str:
    """`Overlaps: 7.0 h on 3 days, counted once in the total ...`."""
    return f"Overlaps: {hours} h on {days}, counted once in the total and in a track."


def sessions_logged(sessions: str, total: str) -> str:
    """`31 sessions logged, total 34.8 h.`; the parts may follow the total."""
    return f"{sessions} logged, total {total}."
