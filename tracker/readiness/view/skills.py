"""Skills as text and as data."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.milestones.rules.records import LEVELS
from tracker.milestones.view.fields import layout_heading, say_guide_lines
from tracker.readiness.rules.reasons import backed
from tracker.readiness.rules.records import Skill
from tracker.readiness.rules.strengths import Backing, Strength, Strengths
from tracker.readiness.view.hour_columns import rows_text
from tracker.readiness.view.ready_json import span_data, strength
from tracker.text.columns import wrap


@dataclass(frozen=True, slots=True)
class SkillLine:
    """A skill, and what is held of all skills."""

    skill: Skill
    own: Strengths
    today: date

    @property
    def best(self) -> tuple[str, Backing] | None:
        """The level that is backed most strongly."""
        return self.own.level(self.skill.slug)

    def at(self, level: str) -> Backing | None:
        """What backs the skill at a level."""
        return self.own.skills.get((self.skill.slug, level))


def skills_text(standings: Sequence[SkillLine]) -> str:
    """A row each; those that nothing backs are named at the end."""
    rows = [_row(each) for each in standings if each.best]
    rest = [each.skill.slug for each in standings if not each.best]
    parts = [rows_text(rows)] if rows else []
    if rest:
        parts.append(wrap(f"Nothing yet backs {', '.join(rest)}."))
    return "\n".join(
        [
            *parts,
            "What shows each level: tracker skills SKILL. Your own: tracker rate SKILL LEVEL.",
        ]
    )


def skill_text(standing: SkillLine) -> str:
    """What it means; then level by level its strength and reason, and what shows it."""
    skill = standing.skill
    parts = [
        layout_heading(f"{skill.title} ({skill.slug})", say_guide_lines(skill.line)),
        wrap(skill.meaning),
    ]
    for level, shown_by in skill.shown_by:
        backing = standing.at(level)
        reason = f": {backed(backing, None, standing.today)}" if backing else ""
        parts.append(f"{level:<12}{wrap(_word(backing) + reason, indent=12).lstrip()}")
        parts.append(wrap(shown_by.replace("`", ""), indent=12))
    return "\n".join(parts)


def rated_text(standing: SkillLine, level: str, rater: str) -> str:
    """What was written down, what it is worth, and what would show more."""
    slug, backing = standing.skill.slug, standing.at(level)
    lines = [wrap(f"{slug}: {level}, {_whose(rater)}. Undo: tracker undo")]
    if backing:
        lines.append(
            wrap(
                f"It is {backing.strength.word}: {backed(backing, None, standing.today)}.",
                indent=2,
            )
        )
    if backing and backing.strength < Strength.SHOWN:
        shown_by = dict(standing.skill.shown_by)[level].replace("`", "")
        lines.append(wrap(f"What would show it: {shown_by}", indent=2))
    return "\n".join(lines)


def _whose(rater: str) -> str:
    return f"by {rater}'s word" if rater else "by your own word"


def skills_data(standings: Sequence[SkillLine]) -> dict[str, Any]:
    """Each skill with its best backed level; `none` where nothing backs any."""
    return {"skills": [_data(each) for each in standings]}


def skill_data(standing: SkillLine) -> dict[str, Any]:
    """One skill, with all its levels."""
    skill = standing.skill
    whole = {
        **_data(standing),
        "title": skill.title,
        "meaning": skill.meaning,
        "line": span_data(skill.line),
        "levels": list(_levels(standing)),
    }
    return {"skills": [whole]}


def _levels(standing: SkillLine) -> Iterator[dict[str, Any]]:
    for level, shown_by in standing.skill.shown_by:
        backing = standing.at(level)
        because = [backed(backing, None, standing.today)] if backing else []
        held = strength(backing.strength if backing else Strength.NONE)
        yield {
            "level": level,
            "strength": held,
            "because": because,
            "shown_by": shown_by,
        }


def _data(standing: SkillLine) -> dict[str, Any]:
    level, backing = standing.best or (LEVELS[0], None)
    held = strength(backing.strength if backing else Strength.NONE)
    return {"slug": standing.skill.slug, "level": level, "strength": held}


def _row(standing: SkillLine) -> tuple[str, ...]:
    assert standing.best
    level, backing = standing.best
    higher = [up for up in LEVELS[LEVELS.index(level) + 1 :] if standing.at(up)]
    claim = f"; {higher[-1]} {_word(standing.at(higher[-1]))}" if higher else ""
    return (
        standing.skill.slug,
        level,
        backing.strength.word,
        backed(backing, None, standing.today) + claim,
    )


def _word(backing: Backing | None) -> str:
    return backing.strength.word if backing else "open"
