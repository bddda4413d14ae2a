"""The guide's questions, as text and as JSON."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, TypedDict

from tracker.choices import PROMPT_KINDS
from tracker.json_types import Day, GuideLine
from tracker.milestones.view.fields import say_guide_lines
from tracker.plans.rules.notes import Note
from tracker.plans.rules.questions import Prompt
from tracker.plans.view.notes import NoteData, note_data, note_saved_text
from tracker.readiness.view.role_json import span_data
from tracker.text.columns import wrap
from tracker.text.days import say_day
from tracker.text.tables import table_rows


class PromptData(TypedDict):
    """A question of the guide; `left` is when it was last left unanswered."""

    slug: str
    about: Annotated[str, PROMPT_KINDS]
    subject: str | None
    question: str
    line: GuideLine
    answers: list[NoteData]
    left: Day | None


class PromptsData(TypedDict):
    """Questions of the guide."""

    questions: list[PromptData]


def prompt_data(prompt: Prompt) -> PromptData:
    """A question as JSON, with its answers."""
    return {
        "slug": prompt.slug,
        "about": prompt.kind,
        "subject": prompt.subject,
        "question": prompt.question,
        "line": span_data(prompt.line),
        "answers": [note_data(note) for note in prompt.answers],
        "left": prompt.left.isoformat() if prompt.left else None,
    }


def prompts_data(prompts: Sequence[Prompt]) -> PromptsData:
    """Questions as JSON."""
    return {"questions": [prompt_data(prompt) for prompt in prompts]}


def prompt_text(today: date, prompt: Prompt) -> str:
    """A question with its name, its line in the guide, and the answers so far."""
    lines = say_guide_lines(prompt.line)
    about = ", ".join(part for part in (prompt.slug, prompt.kind, lines) if part)
    answers = (f"{say_day(note.day, today)}: {note.text}" for note in prompt.answers)
    return "\n".join(
        [about, wrap(prompt.question), *(wrap(line, indent=2) for line in answers)]
    )


def prompts_text(prompts: Sequence[Prompt]) -> str:
    """The questions under their subjects: name, kind, whether answered, and text."""
    subjects = dict.fromkeys(prompt.subject or prompt.kind for prompt in prompts)
    by_subject = [
        (subject, prompt)
        for subject in subjects
        for prompt in prompts
        if subject == (prompt.subject or prompt.kind)
    ]
    rows = table_rows([_row(prompt) for _, prompt in by_subject], "lll", indent=2)
    lines: list[str] = []
    for (subject, _), row in zip(by_subject, rows, strict=True):
        if subject not in lines:
            lines.append(subject)
        lines.append(row)
    return "\n".join([*lines, f"To answer one: tracker ask {prompts[0].slug}"])


def answer_saved_text(today: date, notes: Sequence[Note]) -> str:
    """That an answer was saved, and the question that it answers."""
    (note,) = notes
    question = wrap(f"Question: {note.question}", indent=2)
    return f"{note_saved_text(today, notes)}\n{question}"


def left_text(prompt: Prompt) -> str:
    """That nothing was saved, and how to answer the question after all."""
    again = f"tracker ask {prompt.slug}"
    return f"Nothing was saved. To answer it another time: {again}"


def _row(prompt: Prompt) -> tuple[str, str, str]:
    """Whether a question about wellbeing is answered is not said, here or anywhere."""
    is_said = prompt.answers and prompt.kind != "wellbeing"
    kind = f"{prompt.kind}, answered" if is_said else prompt.kind
    return prompt.slug, kind, prompt.question
