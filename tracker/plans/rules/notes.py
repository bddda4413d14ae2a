"""Notes without hours, and the guide's questions, which are asked again in time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.choices import PROMPT_KINDS
from tracker.errors import NotFound, Unreadable
from tracker.text.columns import join_words, quoted
from tracker.text.placeholders import check_no_placeholder


@dataclass(frozen=True, slots=True)
class Note:
    """A dated line of text: a `changed` view, a `decision`, or neither.

    `private` keeps it out of every export. `prompt` is the slug of the question that it
    answers, `question` its text.
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
    """A question of the guide, with the answers so far, earliest first.

    `subject` is what it is about in a word, such as `phd`, where it is asked for that.
    """

    slug: str
    kind: str
    question: str
    line: tuple[int, int] | None = None
    answers: tuple[Note, ...] = ()
    subject: str | None = None


def check_note_text(typed: str) -> str:
    """The text of a note; raises Unreadable for no text, and for a placeholder."""
    text = typed.strip()
    check_no_placeholder(text)
    if not text:
        raise Unreadable(
            "A note needs at least one word.",
            'For example: tracker note "read the paper with Kim"',
        )
    return text


def choose_prompt(prompts: Sequence[Prompt], typed: str | None) -> Prompt:
    """The question to ask: one never answered, else the one answered longest ago.

    `typed` is a kind of question, or the name of one. Raises NotFound for any other.
    """
    wanted = " ".join((typed or "").casefold().split())
    candidates = [p for p in prompts if not wanted or wanted == p.kind]
    if candidates:
        return min(candidates, key=_last_answered)
    for prompt in prompts:
        if prompt.slug == wanted:
            return prompt
    kinds = join_words(PROMPT_KINDS)
    raise NotFound(
        f"{quoted(typed or '')} is neither a kind of question nor the name of one.",
        f"The kinds are {kinds}.\nFor the next question of any kind: tracker ask",
    )


def _last_answered(prompt: Prompt) -> int:
    return prompt.answers[-1].day.toordinal() if prompt.answers else 0


def answer_to(prompt: Prompt, text: str, today: date, *, private: bool) -> Note:
    """An answer as a note. An answer about wellbeing is always private."""
    return Note(
        today,
        check_note_text(text),
        private=private or prompt.kind == "wellbeing",
        prompt=prompt.slug,
        question=prompt.question,
    )


def latest_notes(
    notes: Iterable[Note], limit: int, *, changed: bool, decision: bool, private: bool
) -> tuple[Note, ...]:
    """The last `limit` notes, latest last; a flag keeps only notes that have it."""
    chosen = [
        note
        for note in notes
        if (note.changed or not changed)
        and (note.decision or not decision)
        and (note.private or not private)
    ]
    return tuple(chosen[-limit:])
