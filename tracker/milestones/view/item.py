"""One item whole: what it is, how it stands, what it asks for and what it leads to."""

from typing import Any

from tracker.curriculum.rules.items import Item, in_words
from tracker.curriculum.rules.prerequisites import Need
from tracker.curriculum.rules.ratios import Ratio
from tracker.curriculum.view import item_data, item_estimate, say_estimate
from tracker.milestones.rules.details import ItemDetails
from tracker.milestones.rules.status import MilestoneStatus
from tracker.milestones.view.fields import (
    Field,
    layout_fields,
    layout_heading,
    say_guide_lines,
    say_sources,
)
from tracker.milestones.view.milestone_list import say_hours_used
from tracker.text.amounts import say_hours
from tracker.text.columns import count_noun
from tracker.text.days import say_day

_FROM: dict[str | None, str] = {
    "guide": "the guide's figure",
    "publisher": "the publisher's figure",
    "estimate": "our estimate",
    "own": "your estimate",
}


def item_details_data(whole: ItemDetails) -> dict[str, Any]:
    """The keys of one item: those of a list, and the rest."""
    item = whole.item
    rest = {
        name: getattr(item, name)
        for name in (
            "author",
            "year",
            "url",
            "hours_from",
            "origin",
            "group",
            "after",
            "note",
        )
    }
    return {
        "item": {
            **item_data(item),
            **rest,
            "line": list(item.line) if item.line else None,
            "changed": item.changes,
            "aka": list(item.aka),
            "skills": list(item.skills),
            "requires": [
                {"slug": n.item.slug, "state": n.state, "by": list(n.by)}
                for n in whole.needs
            ],
            "milestones": [
                {"slug": each.slug, "state": each.state} for each in whole.milestones
            ],
            "sessions": whole.logged.sessions,
            "remembered": whole.remembered,
        }
    }


def item_details_text(whole: ItemDetails) -> str:
    """The heading, then what it is, how it stands, and what is around it."""
    item = whole.item
    parts = [*_what(item), *_standing(whole), *_around(whole), *_details(item)]
    return f"{layout_heading(item.title, say_guide_lines(item.line))}\n{layout_fields(parts)}"


def _what(item: Item) -> list[Field]:
    by = ", ".join(str(each) for each in (item.author, item.year) if each)
    return [
        ("item", f"{item.slug}, {item.kind} in {item.track}"),
        ("by", by),
        ("at", item.url or ""),
    ]


def _standing(whole: ItemDetails) -> list[Field]:
    item = whole.item
    far = (
        f", {item.progress:.0%} by your account"
        if item.status == "doing" and item.progress is not None
        else ""
    )
    since = (
        f", said {say_day(item.state_day, whole.today)}"
        if item.state_day and item.state
        else ""
    )
    return [
        ("status", f"{in_words(item.shown_status)}{far}{since}"),
        ("logged", _logged(whole)),
        ("how", say_sources(whole.logged.hours_by_source, item.seconds)),
        (
            "memory",
            f"{say_hours(whole.remembered)} from memory, in no total"
            if whole.remembered
            else "",
        ),
        *_estimates(item, whole.ratio),
    ]


def _logged(whole: ItemDetails) -> str:
    logged = whole.logged
    if not logged.sessions or not logged.first or not logged.last:
        return "nothing yet"
    count = count_noun(logged.sessions, "session")
    first, last = say_day(logged.first, whole.today), say_day(logged.last, whole.today)
    return f"{say_hours(whole.item.seconds)} in {count}, {first if first == last else f'{first} to {last}'}"


def _estimates(item: Item, ratio: Ratio | None) -> list[Field]:
    expected = item_estimate(item)
    if not expected:
        return [("estimate", "none")]
    told = [
        (
            "estimate",
            f"{say_estimate(expected)} (low - likely - high), {_FROM.get(item.hours_from, 'from memory')}",
        )
    ]
    if ratio and item.finishes and not item.state:
        hours = round(expected[1] * ratio.value / 3600)
        of = (
            f"your {ratio.count} finished {ratio.kind}s"
            if ratio.kind
            else f"all kinds pooled, {ratio.count} finished"
        )
        told.append(
            ("", f"{of}: {ratio.value:.1f} of the likely hours, here {hours} h")
        )
    return told


def _around(whole: ItemDetails) -> list[Field]:
    item, group = whole.item, whole.group
    return [
        *(("requires", _need(need)) for need in whole.needs),
        ("after", f"{item.after} ({whole.after_state})" if item.after else ""),
        (
            "one of",
            f"{group.choose} of {', '.join(group.items)}: {group.title}"
            if group
            else "",
        ),
        *(("leads to", _lead(each)) for each in whole.milestones),
        ("skills", ", ".join(item.skills)),
    ]


def _need(need: Need) -> str:
    slug, others = need.item.slug, _others(need)
    if not need.is_met:
        return f"{slug}: open{others}"
    if need.by == (slug,):
        return f"{slug}: {need.state}"
    return f"{slug}: met, {', '.join(need.by)} {need.state}"


def _others(need: Need) -> str:
    """What would do as well."""
    if not need.group:
        return ""
    rest = [slug for slug in need.group.items if slug != need.item.slug]
    return f" (or {need.group.choose} of {', '.join(rest)})" if rest else ""


def _lead(standing: MilestoneStatus) -> str:
    used = f", {say_hours_used(standing)}" if standing.state == "trying" else ""
    return f"{standing.slug}: {standing.state}{used}"


def _details(item: Item) -> list[Field]:
    changed = (
        f"{item.changes} ({item.as_of})"
        if item.changes and item.as_of
        else item.changes or ""
    )
    extension = (
        ""
        if item.line or item.origin != "extension"
        else "added to the guide's curriculum"
    )
    return [
        ("also", f"called {', '.join(item.aka)}" if item.aka else ""),
        ("note", item.note or ""),
        ("changed", changed),
        ("origin", {"own": "your own"}.get(item.origin, extension)),
    ]
