"""The guide's questions: those that are meant, and the next one."""

from sqlite3 import Connection

from tracker.database.settings import Settings
from tracker.plans.rules.questions import Prompt, choose_prompt, find_prompts
from tracker.plans.store.notes import read_notes
from tracker.plans.store.questions import read_prompts
from tracker.readiness.service.target import read_target


def list_questions(db: Connection, typed: str | None) -> list[Prompt]:
    """The questions that `typed` means. Raises NotFound or Ambiguous."""
    return find_prompts(read_prompts(db, read_notes(db)), typed)


def next_question(db: Connection, settings: Settings, typed: str | None) -> Prompt:
    """The question to ask now, those that matter for the target first.

    Raises NotFound or Ambiguous.
    """
    prompts = read_prompts(db, read_notes(db))
    return choose_prompt(prompts, typed, read_target(db, settings, None).subjects)
