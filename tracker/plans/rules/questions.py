"""The guide's questions: which one a name means, and which one is asked next."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from tracker.choices import PROMPT_KINDS
from tracker.errors import NotFound
from tracker.plans.rules.notes import Note, check_note_text
from tracker.text.columns import join_words, quoted
from tracker.text.misspellings import find_nearest
from tracker.text.names import Name, choose


class Prompt(NamedTuple):
    """A question of the guide, with the answers so far, earliest first.

    `subject` is what it is about in a word, such as `phd`. `left` is the day on which
    it was last asked and left unanswered, `left_at` the UTC seconds of that.
    """

    slug: str
    kind: str
    question: str
    line: tuple[int, int] | None = None
    answers: tuple[Note, ...] = ()
    subject: str | None = None
    left: date | None = None
    left_at: int = 0


def choose_prompt(
    prompts: Sequence[Prompt], typed: str | None, subjects: Collection[str] = ()
) -> Prompt:
    """The question to ask: one never asked, else the one asked longest ago.

    Of those never asked, one about `subjects` comes first. `typed` and what is raised
    are as in `find_prompts`.
    """

    def rank(prompt: Prompt) -> tuple[date, int, bool]:
        return *_last_asked(prompt), prompt.subject not in subjects

    return min(find_prompts(prompts, typed), key=rank)


def find_prompts(prompts: Sequence[Prompt], typed: str | None) -> list[Prompt]:
    """The questions of the subject, the kind or the name `typed`; all of them for None.

    Raises NotFound for any other text, Ambiguous where it is a part of several names.
    """
    wanted = " ".join((typed or "").casefold().split())
    matches = [p for p in prompts if not wanted or wanted in (p.subject, p.kind)]
    if matches:
        return matches
    names = [Name(prompt.slug, prompt.question) for prompt in prompts]
    try:
        slug = choose(wanted, names, "question").slug
    except NotFound:
        raise _not_found(typed or "", prompts) from None
    return [prompt for prompt in prompts if prompt.slug == slug]


def answer_to(prompt: Prompt, text: str, day: date, *, private: bool) -> Note:
    """An answer as a note. An answer about wellbeing is always private."""
    return Note(
        day,
        check_note_text(text),
        private=private or prompt.kind == "wellbeing",
        prompt=prompt.slug,
        question=prompt.question,
    )


def _last_asked(prompt: Prompt) -> tuple[date, int]:
    """The day on which it was last answered or left; `date.min` for neither.

    Of those left on one day, the one left first comes first.
    """
    answered = prompt.answers[-1].day if prompt.answers else date.min
    return max((answered, 0), (prompt.left or date.min, prompt.left_at))


def _not_found(typed: str, prompts: Sequence[Prompt]) -> NotFound:
    subjects = [prompt.subject for prompt in prompts if prompt.subject]
    slugs = [prompt.slug for prompt in prompts]
    near = find_nearest(typed, dict.fromkeys((*PROMPT_KINDS, *subjects, *slugs)))
    hint = "To list all questions: tracker ask --list"
    if near:
        hint = f"Did you mean {join_words(near, 'or')}?"
    return NotFound(
        f"{quoted(typed)} is no subject, kind or name of a question.",
        hint,
        typed=typed,
        instead=near,
    )
