"""Skills as text and as data."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.milestones.view.fields import layout_heading, say_guide_lines
from tracker.readiness.rules.reasons import say_backing
from tracker.readiness.rules.records import Skill
from tracker.readiness.rules.strengths import Backing, Strength, Strengths
from tracker.readiness.view.hour_columns import rows_text
from tracker.readiness.view.ready_json import span_data, strength_data
from tracker.text.choices import LEVELS
from tracker.text.columns import wrap


@dataclass(frozen=True, slots=True)
class SkillLine:
    """A skill, and what is held of all skills."""

    skill: Skill
    strengths: Strengths
    today: date

    @property
    def best(self) -> tuple[str, Backing] | None:
        """The level that is backed most strongly."""
        return self.strengths.level(self.skill.slug)

    def at(self, level: str) -> Backing | None:
        """What backs the skill at a level."""
        return self.strengths.skills.get((self.skill.slug, level))


def skills_text(lines: Sequence[SkillLine]) -> str:
    """A row each; those that nothing backs are named at the end."""
    rows = [_row(each) for each in lines if each.best]
    rest = [each.skill.slug for each in lines if not each.best]
    parts = [rows_text(rows)] if rows else []
    if rest:
        parts.append(wrap(f"Nothing yet backs {', '.join(rest)}."))
    return "\n".join(
        [
            *parts,
            "What shows each level: tracker skills SKILL. Your own: tracker rate SKILL LEVEL.",
        ]
    )


def skill_text(line: SkillLine) -> str:
    """What it means; then level by level its strength and reason, and what shows it."""
    skill = line.skill
    parts = [
        layout_heading(f"{skill.title} ({skill.slug})", say_guide_lines(skill.line)),
        wrap(skill.meaning),
    ]
    for level, shown_by in skill.shown_by:
        backing = line.at(level)
        reason = f": {say_backing(backing, None, line.today)}" if backing else ""
        parts.append(f"{level:<12}{wrap(_word(backing) + reason, indent=12).lstrip()}")
        parts.append(wrap(shown_by.replace("`", ""), indent=12))
    return "\n".join(parts)


def rated_text(line: SkillLine, level: str, rater: str) -> str:
    """What was written down, what it is worth, and what would show more."""
    slug, backing = line.skill.slug, line.at(level)
    lines = [wrap(f"{slug}: {level}, {_whose(rater)}. Undo: tracker undo")]
    if backing:
        lines.append(
            wrap(
                f"It is {backing.strength.word}: {say_backing(backing, None, line.today)}.",
                indent=2,
            )
        )
    if backing and backing.strength < Strength.SHOWN:
        shown_by = dict(line.skill.shown_by)[level].replace("`", "")
        lines.append(wrap(f"What would show it: {shown_by}", indent=2))
    return "\n".join(lines)


def _whose(rater: str) -> str:
    return f"by {rater}'s word" if rater else "by your own word"


def skills_data(lines: Sequence[SkillLine]) -> dict[str, Any]:
    """Each skill with its best backed level; `none` where nothing backs any."""
    return {"skills": [_data(each) for each in lines]}


def skill_data(line: SkillLine) -> dict[str, Any]:
    """One skill, with all its levels."""
    skill = line.skill
    whole = {
        **_data(line),
        "title": skill.title,
        "meaning": skill.meaning,
        "line": span_data(skill.line),
        "levels": list(_levels(line)),
    }
    return {"skills": [whole]}


def _levels(line: SkillLine) -> Iterator[dict[str, Any]]:
    for level, shown_by in line.skill.shown_by:
        backing = line.at(level)
        because = [say_backing(backing, None, line.today)] if backing else []
        held = strength_data(backing.strength if backing else Strength.NONE)
        yield {
            "level": level,
            "strength": held,
            "because": because,
            "shown_by": shown_by,
        }


def _data(line: SkillLine) -> dict[str, Any]:
    level, backing = line.best or (LEVELS[0], None)
    held = strength_data(backing.strength if backing else Strength.NONE)
    return {"slug": line.skill.slug, "level": level, "strength": held}


def _row(line: SkillLine) -> tuple[str, ...]:
    assert line.best
    level, backing = line.best
    higher = [up for up in LEVELS[LEVELS.index(level) + 1 :] if line.at(up)]
    claim = f"; {higher[-1]} {_word(line.at(higher[-1]))}" if higher else ""
    return (
        line.skill.slug,
        level,
        backing.strength.word,
        say_backing(backing, None, line.today) + claim,
    )


def _word(backing: Backing | None) -> str:
    return backing.strength.word if backing else "open"
