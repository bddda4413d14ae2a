"""The figures of a result, side by side."""

from tracker.milestones.rules.figures import find_difference


def say_figures(claimed: str | None, reproduced: str | None) -> str:
    """`paper 86%; yours 74% (400 pairs): 12 points lower, 14% of the paper's`.

    Empty where neither was given; no difference where it cannot be calculated.
    """
    labelled = (("paper", claimed), ("yours", reproduced))
    figures = "; ".join(f"{label} {figure}" for label, figure in labelled if figure)
    difference = find_difference(claimed, reproduced)
    if difference is None:
        return figures
    if not difference.absolute:
        return f"{figures}: {difference.side}"
    share = f", {difference.share} of the paper's" if difference.share else ""
    return f"{figures}: {difference.amount} {difference.side}{share}"
