"""Notes on changes of view and on decisions."""

from collections.abc import Sequence

from tracker.export.render.figures import say_date
from tracker.export.render.phrases import documents as phrases
from tracker.export.rules.packet import Packet, PacketNote


def say_note(note: PacketNote) -> str:
    """`2 Aug 2026: Evaluations matter more than I thought`."""
    return phrases.on_day(say_date(note.day), note.text)


def notes_by_title(packet: Packet) -> dict[str, Sequence[PacketNote]]:
    """The notes under each title that has any; one note may stand under both."""
    views = [note for note in packet.notes if note.changed]
    decisions = [note for note in packet.notes if note.decision]
    titles = {phrases.CHANGES_OF_VIEW: views, phrases.DECISIONS: decisions}
    return {title: notes for title, notes in titles.items() if notes}
