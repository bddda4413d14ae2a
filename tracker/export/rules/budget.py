"""A budget as the person writes it, in whole units of one currency."""

from collections.abc import Collection
from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import replace

from tracker.database.catalogue.keys import AsOf, Count, Text
from tracker.export.rules.forms import BUDGET, RAISED

Money = Annotated[
    int, Meta(ge=0, description="must be a whole amount of 0 or more, such as 1200")
]


class BudgetLine(Struct, frozen=True, forbid_unknown_fields=True):
    """What one thing costs over the whole period, and what was spent on it so far."""

    what: Text
    amount: Money
    spent: Money | None = None
    note: Text | None = None


class Tier(Struct, frozen=True, forbid_unknown_fields=True):
    """An amount (a minimum, the one asked for, a larger one) and what it buys."""

    name: Text
    amount: Money
    buys: Text | None = None


class Raised(Struct, frozen=True, forbid_unknown_fields=True):
    """Money that was raised already, from whom and when."""

    source: Text
    amount: Money
    day: AsOf


class Budget(Struct, frozen=True, forbid_unknown_fields=True):
    """A whole budget; `months` is how long it lasts, where that is stated."""

    currency: Text
    months: Count | None = None
    lines: tuple[BudgetLine, ...] = ()
    tiers: tuple[Tier, ...] = ()
    raised: tuple[Raised, ...] = ()

    @property
    def total(self) -> int:
        """The sum of all lines."""
        return sum(line.amount for line in self.lines)

    @property
    def spent(self) -> int | None:
        """The sum spent, over lines that state it; None where none does."""
        amounts = [line.spent for line in self.lines if line.spent is not None]
        return sum(amounts) if amounts else None

    @property
    def unspent(self) -> int | None:
        """The sum left, over lines that state what was spent; None where none does."""
        amounts = [
            line.amount - line.spent for line in self.lines if line.spent is not None
        ]
        return sum(amounts) if amounts else None


def told_budget(
    budget: Budget, sources: Collection[str], *, is_report: bool, has_notes: bool
) -> Budget:
    """The budget as far as its reader asks for it, by the `sources` of a form.

    An application has nothing of what was spent, a report nothing of what each amount
    would buy. Who gave money is there where that is asked, but never without notes.
    """
    asks_costs = BUDGET in sources
    lines = budget.lines if asks_costs else ()
    if not is_report:
        lines = tuple(replace(line, spent=None) for line in lines)
    if not has_notes:
        lines = tuple(replace(line, note=None) for line in lines)
    return replace(
        budget,
        lines=lines,
        tiers=budget.tiers if asks_costs and not is_report else (),
        raised=budget.raised if RAISED in sources and has_notes else (),
    )
