"""What is said of a slot: empty, or how long the person's words are, against each limit."""

from tracker.export.render.blocks import Slot
from tracker.export.render.phrases import say
from tracker.export.rules.text_length import TextLength


def slot_line(slot: Slot) -> str:
    """`empty: your words as summary, 0 of 1,000 characters`; where nothing limits them, an empty one has no count."""
    if slot.text is None and all(each.limit is None for each in slot.counts):
        return say("slot free", key=slot.key)
    if slot.text is None:
        return say("slot empty", key=slot.key, count=say_lengths(slot.counts))
    over = [each for each in slot.counts if each.over]
    if over:
        return say(
            "slot over", count=say_lengths(slot.counts), over=f"{over[0].over:,}"
        )
    return say("slot full", count=say_lengths(slot.counts))


def say_lengths(counts: tuple[TextLength, ...]) -> str:
    """`0 of 1,000 characters`; with two limits, both."""
    return ", ".join(_count(each) for each in counts)


def _count(found: TextLength) -> str:
    unit, number = say(found.unit), f"{found.number:,}"
    if found.limit is None:
        return say("count", number=number, unit=unit)
    return say("count of", number=number, limit=f"{found.limit:,}", unit=unit)
