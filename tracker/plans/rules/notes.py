"""Notes without hours, and the guide's questions, which are asked again from time to time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.errors import NotFound, Unreadable
from tracker.text.columns import quoted

KINDS = ("view", "decision", "wellbeing", "forecast")


@dataclass(frozen=True, slots=True)
class Note:
    """A dated line: that a view `changed`, of a `decision`, `private`; `prompt` is the question that it answers.

    A private one is shown to the person alone, and in no export.
    """

    day: date
    text: str
    changed: bool = False
    decision: bool = False
    private: bool = False
    prompt: str | None = None
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question of the guide, with the answers given so far, the earliest first."""

    slug: str
    kind: str
    question: str
    line: tuple[int, int] | None = None
    answers: tuple[Note, ...] = ()


def said(text: str) -> str:
    """The text of a note; raises Unreadable where it says nothing."""
    found = text.strip()
    if not found:
        raise Unreadable(
            "A note needs a word or more.",
            'Type it like: tracker note "read the paper with Kim"',
        )
    return found


def chosen(prompts: Sequence[Prompt], typed: str | None) -> Prompt:
    """The question to ask: of the kind typed (else of any), one never answered, else the one answered longest ago.

    A question's own name asks just that one. Raises NotFound for what is neither.
    """
    wanted = " ".join((typed or "").casefold().split())
    alike = [prompt for prompt in prompts if not wanted or wanted == prompt.kind]
    if alike:
        return min(
            alike, key=lambda p: p.answers[-1].day.toordinal() if p.answers else 0
        )
    if wanted in {prompt.slug for prompt in prompts}:
        return next(prompt for prompt in prompts if prompt.slug == wanted)
    raise NotFound(
        f"{quoted(typed or '')} is no kind of question, nor the name of one.",
        f"Kinds: {', '.join(KINDS)}. tracker ask alone asks the next one.",
    )


def answer_to(prompt: Prompt, text: str, today: date, *, private: bool) -> Note:
    """An answer as a note; to a question about wellbeing it is always private."""
    return Note(
        today,
        said(text),
        private=private or prompt.kind == "wellbeing",
        prompt=prompt.slug,
        question=prompt.question,
    )


def latest(
    notes: Iterable[Note], limit: int, *, changed: bool, decision: bool, private: bool
) -> tuple[Note, ...]:
    """The last so many notes, the latest last; each flag asks for those that have it."""
    found = [
        note
        for note in notes
        if (note.changed or not changed)
        and (note.decision or not decision)
        and (note.private or not private)
    ]
    return tuple(found[-limit:])
