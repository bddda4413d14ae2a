"""What all required lines take together: hours, offers, letters."""

from typing import NamedTuple

from tracker.readiness.rules.actions import Action
from tracker.readiness.rules.chosen_actions import all_pieces
from tracker.readiness.rules.gaps import Gaps
from tracker.readiness.rules.hours import Hours, sum_hours
from tracker.readiness.rules.support import CONFIRMING_KINDS


class RequiredTotal(NamedTuple):
    """The road to all required lines that are missing, shared steps once.

    `hours` are low, likely and high seconds of the `pieces`. `offers` are the items that
    need a place, `letters` the milestones and skills that only a letter or review shows,
    and `unknown` the milestones whose hours are not known.
    """

    pieces: tuple[tuple[str, Hours], ...]
    actions: tuple[Action, ...]
    offers: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def hours(self) -> Hours:
        """Low, likely and high seconds of all pieces."""
        return sum_hours(hours for _, hours in self.pieces)


def find_required_total(gaps: Gaps) -> RequiredTotal | None:
    """What the required lines take; None if all are met or one has no action."""
    required = [gap for gap in gaps.gaps if gap.line.requirement.weight == "must"]
    without_path = {line.requirement.slug for line in gaps.lines_without_path()}
    slugs = {gap.line.requirement.slug for gap in required}
    if not required or slugs & without_path:
        return None
    situation = gaps.paths.situation
    actions = [row.action for row in gaps.road if slugs.intersection(row.requirements)]
    # Steps that an earlier row makes unnecessary stand in no row.
    walked = {slug for row in gaps.road for slug, _ in row.pieces}
    steps = dict.fromkeys(step for action in actions for step in action.steps)
    ends = {action.milestone or action.slug: action for action in actions}
    return RequiredTotal(
        pieces=tuple(each for each in all_pieces(actions).items() if each[0] in walked),
        actions=tuple(actions),
        offers=tuple(step for step in steps if situation.needs_offer(step)),
        letters=tuple(end for end, each in ends.items() if _needs_letter(each, gaps)),
        unknown=tuple(end for end, each in ends.items() if not each.has_known_hours),
    )


def _needs_letter(action: Action, gaps: Gaps) -> bool:
    """Whether only somebody's letter or review can show it."""
    if action.milestone is None:
        return True
    kinds = gaps.paths.situation.milestones[action.milestone].kinds
    return CONFIRMING_KINDS.issuperset(kinds)
