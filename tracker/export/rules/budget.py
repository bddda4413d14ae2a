"""A budget as the person keeps it, in whole units of one currency."""

from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import replace

from tracker.database.catalogue.keys import AsOf, Count, Text

Money = Annotated[
    int, Meta(ge=0, description="must be a whole amount of 0 or more, such as 1200")
]


class BudgetLine(Struct, frozen=True, forbid_unknown_fields=True):
    """What something costs over the whole period, and what was spent on it so far."""

    what: Text
    amount: Money
    spent: Money | None = None
    note: Text | None = None


class Tier(Struct, frozen=True, forbid_unknown_fields=True):
    """An amount (a minimum, the one asked for, a larger one), and what it buys, in the person's words."""

    name: Text
    amount: Money
    buys: Text | None = None


class Raised(Struct, frozen=True, forbid_unknown_fields=True):
    """Money had already, from whom and when."""

    source: Text
    amount: Money
    day: AsOf


class Budget(Struct, frozen=True, forbid_unknown_fields=True):
    """All of it. `months` is how long it lasts, where that is said."""

    currency: Text
    months: Count | None = None
    lines: tuple[BudgetLine, ...] = ()
    tiers: tuple[Tier, ...] = ()
    raised: tuple[Raised, ...] = ()

    @property
    def total(self) -> int:
        """What all lines come to."""
        return sum(line.amount for line in self.lines)

    @property
    def spent(self) -> int | None:
        """What was spent, of the lines that say so; None where none does."""
        known = [line.spent for line in self.lines if line.spent is not None]
        return sum(known) if known else None

    @property
    def unspent(self) -> int | None:
        """What is left of the lines that say what was spent."""
        known = [
            line.amount - line.spent for line in self.lines if line.spent is not None
        ]
        return sum(known) if known else None


def redacted(budget: Budget) -> Budget:
    """A budget without notes, and without those who gave money."""
    return replace(
        budget,
        lines=tuple(replace(line, note=None) for line in budget.lines),
        raised=(),
    )
