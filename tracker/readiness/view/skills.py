"""Skills as text and as data."""

from collections.abc import Iterator, Sequence
from typing import Annotated, TypedDict

from tracker.choices import LEVELS, STRENGTHS
from tracker.json_types import GuideLine
from tracker.milestones.view.evidence_remarks import closed_remarks, repeated_remark
from tracker.milestones.view.fields import layout_heading, say_guide_lines
from tracker.readiness.rules.answers import RatingAnswer, SkillLine
from tracker.readiness.rules.reasons import say_backing
from tracker.readiness.rules.strengths import strength_of
from tracker.readiness.rules.support import CONFIRMING_KINDS, Backing, Strength
from tracker.readiness.view.role_json import span_data
from tracker.system import quote
from tracker.text.columns import hang, wrap
from tracker.text.tables import table

LEVEL_WIDTH = 12
WAY_ON = """What each level needs: tracker skills SKILL
Rate one: tracker rate SKILL LEVEL"""


def skills_text(lines: Sequence[SkillLine]) -> str:
    """A row for each skill with a level; the others are named at the end."""
    rows = [_row(line, *line.best) for line in lines if line.best]
    open_slugs = [line.skill.slug for line in lines if not line.best]
    parts = [table(rows, "l")] if rows else []
    if open_slugs:
        parts.append(wrap(f"Open: {', '.join(open_slugs)}."))
    return "\n".join([*parts, WAY_ON])


def skill_text(line: SkillLine) -> str:
    """What the skill is; then for each level its strength and what shows it."""
    skill = line.skill
    title = f"{skill.title} ({skill.slug})"
    parts = [layout_heading(title, say_guide_lines(skill.line)), wrap(skill.meaning)]
    for level, shown_by in skill.shown_by:
        backing = line.at(level)
        reason = f": {say_backing(backing, None, line.today)}" if backing else ""
        status = strength_of(backing).label + reason
        parts.append(hang(f"{level:<{LEVEL_WIDTH}}", status))
        parts.append(wrap(_say_shown_by(shown_by), indent=LEVEL_WIDTH))
    return "\n".join(parts)


def rated_text(answer: RatingAnswer) -> str:
    """What was recorded, what it counts as, and what would show the level."""
    line, level = answer.line, answer.level
    backing = line.at(level)
    by = f"rated by {answer.rater}" if answer.rater else "your own rating"
    parts = [wrap(f"{line.skill.title}: {level}, {by}. Undo: tracker undo")]
    if backing:
        reason = say_backing(backing, None, line.today)
        counts_as = f"It counts as {backing.strength.label}: {reason}."
        parts.append(wrap(counts_as, indent=2))
    if backing and backing.strength < Strength.SHOWN:
        shown_by = _say_shown_by(dict(line.skill.shown_by)[level])
        parts.append(wrap(f"To show it: {shown_by}", indent=2))
    return "\n".join(parts)


def rating_remarks(answer: RatingAnswer) -> Iterator[str]:
    """What to know about the evidence of a rating."""
    for place, same in answer.repeated:
        yield repeated_remark(place, same)
    command = f"tracker rate {answer.line.skill.slug} {answer.level}"
    command += f" --by {quote(answer.rater)}"
    for piece in answer.uncounted:
        if piece.kind in CONFIRMING_KINDS:
            yield from closed_remarks(piece, command, answer.rater)
        else:
            yield f"The {piece.kind} does not count: a rating needs a letter or review."


class SkillData(TypedDict):
    """A skill with its best level, `none` if it has none."""

    slug: str
    level: Annotated[str, LEVELS]
    strength: Annotated[str, STRENGTHS]


class SkillsData(TypedDict):
    """All skills."""

    skills: list[SkillData]


class LevelData(TypedDict):
    """A level of a skill, how well it is backed, and what shows it."""

    level: Annotated[str, LEVELS]
    strength: Annotated[str, STRENGTHS]
    because: list[str]
    shown_by: str


class WholeSkillData(SkillData):
    """A skill with all its levels."""

    title: str
    meaning: str | None
    line: GuideLine
    levels: list[LevelData]


class OneSkillData(TypedDict):
    """One skill."""

    skills: Annotated[list[WholeSkillData], 1]


def skills_data(lines: Sequence[SkillLine]) -> SkillsData:
    """Each skill with its best level, `none` if it has none."""
    return {"skills": [_data(line) for line in lines]}


def skill_data(line: SkillLine) -> OneSkillData:
    """One skill, with all its levels."""
    skill = line.skill
    data: WholeSkillData = {
        **_data(line),
        "title": skill.title,
        "meaning": skill.meaning,
        "line": span_data(skill.line),
        "levels": [_level_data(line, *each) for each in skill.shown_by],
    }
    return {"skills": [data]}


def _level_data(line: SkillLine, level: str, shown_by: str) -> LevelData:
    backing = line.at(level)
    return {
        "level": level,
        "strength": strength_of(backing).key,
        "because": [say_backing(backing, None, line.today)] if backing else [],
        "shown_by": shown_by,
    }


def _data(line: SkillLine) -> SkillData:
    level, backing = line.best or (LEVELS[0], None)
    strength = strength_of(backing).key
    return {"slug": line.skill.slug, "level": level, "strength": strength}


def _row(line: SkillLine, level: str, backing: Backing) -> tuple[str, ...]:
    """The best level with its reason, and the highest level that is weaker."""
    reason = say_backing(backing, None, line.today)
    above = LEVELS[LEVELS.index(level) + 1 :]
    higher = [each for each in above if line.at(each)]
    if higher:
        reason += f"; {higher[-1]} {strength_of(line.at(higher[-1])).label}"
    return line.skill.slug, level, backing.strength.label, reason


def _say_shown_by(text: str) -> str:
    """The catalogue's text without the marks around slugs."""
    return text.replace("`", "")
