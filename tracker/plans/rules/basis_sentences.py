"""What the hours left of a forecast rest on, in words."""

from tracker.curriculum.rules.estimate_ratio import Ratio
from tracker.curriculum.rules.items import Item
from tracker.readiness.rules.actions import Action
from tracker.readiness.rules.hours import hours_left
from tracker.readiness.rules.situation import Situation
from tracker.text.amounts import say_bound, say_hours
from tracker.text.columns import join_words


def say_item_basis(item: Item, ratio: Ratio | None, situation: Situation) -> str:
    """`its estimate of 40-80 h, times 1.50, less 25% done (self-reported)`.

    Without a `ratio`, hours that differ from the estimate are those of an attempt.
    """
    expected, gate = situation.items[item.slug], situation.open_gate(item.slug)
    estimate, hours = (
        say_bound(each.low or 0, each.high or 0) for each in (item, expected)
    )
    basis = f"its estimate of {estimate}"
    if ratio:
        basis += f", times {ratio.value:.2f}"
    elif hours != estimate:
        basis = f"the {hours} of its attempt"
    if expected.progress is not None:
        basis += f", less {_say_progress(expected)}"
    elif expected.seconds:
        basis += f", less {say_hours(expected.seconds)} logged"
    return f"{basis}, once you have {gate.needs}" if gate else basis


def say_action_basis(action: Action, situation: Situation) -> str:
    """`ppo (5 h logged), and showing it`; a step that needs an offer says so."""
    if not action.steps:
        return "only showing it is left"
    texts = []
    for step, text in zip(action.steps, action.step_texts, strict=True):
        gate = situation.open_gate(step)
        texts.append(f"{text} (needs {gate.needs})" if gate else text)
    kinds = {situation.items[step].kind for step in action.steps}
    ratio = ""
    if any(situation.ratios[kind] for kind in kinds):
        ratio = "; estimates are times your own ratio"
    return f"{join_words([*texts, 'showing it'])}{ratio}"


def _say_progress(item: Item) -> str:
    """`55% done (self-reported)`.

    Where more was logged than estimated for that part, the rest is counted at that
    pace, and this says so.
    """
    progress = item.progress or 0
    done = f"{progress:.0%} done (self-reported)"
    expected = round((item.likely or 0) * (1 - progress))
    if hours_left(item)[1] > expected + 1:
        return f"{done}, at your pace so far ({say_hours(item.seconds)} logged)"
    return done
