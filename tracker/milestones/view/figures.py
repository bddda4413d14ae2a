"""The figures of a result, side by side."""

from tracker.milestones.rules.figures import find_difference


def say_figures(claimed: str | None, reproduced: str | None) -> str:
    """`source 86%; yours 74% (400 pairs): 12 points lower, 14% of the source's`; empty where none was given."""
    told = (("source", claimed), ("yours", reproduced))
    said = "; ".join(f"{whose} {figure}" for whose, figure in told if figure)
    apart = find_difference(claimed, reproduced)
    if apart is None:
        return said
    if not apart.absolute:
        return f"{said}: {apart.side}"
    share = f", {apart.share} of the source's" if apart.share else ""
    return f"{said}: {apart.amount} {apart.side}{share}"
