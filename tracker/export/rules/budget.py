"""A budget as the person writes it, in whole units of one currency."""

from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import replace

from tracker.database.catalogue.keys import AsOf, Count, Text

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


def redact_budget(budget: Budget) -> Budget:
    """The budget without notes, and without those who gave money."""
    lines = tuple(replace(line, note=None) for line in budget.lines)
    return replace(budget, lines=lines, raised=())
