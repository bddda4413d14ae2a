"""Budgets, money raised, and applications sent."""

from collections.abc import Iterable, Iterator

from tracker.export.render.blocks import Block, Listing, ListingEntry, Para, TableBlock
from tracker.export.render.figures import say_date
from tracker.export.render.form_dates import say_dated
from tracker.export.render.phrases import money as phrases
from tracker.export.rules.budget import Budget, BudgetLine, Raised, Tier
from tracker.export.rules.packet import Sent
from tracker.text.columns import count_noun


def budget_title(budget: Budget) -> str:
    """`Budget for 6 months`."""
    if not budget.months:
        return phrases.BUDGET
    return phrases.budget_for(count_noun(budget.months, "month"))


def budget_blocks(budget: Budget) -> Iterator[Block]:
    """Its lines with their total, what is unspent, and what each amount would buy."""
    if budget.lines:
        yield _table(budget)
    if budget.unspent is not None:
        yield Para(phrases.unspent(f"{budget.unspent:,}", budget.currency))

    if budget.tiers:
        tiers = tuple(_tier(tier, budget.currency) for tier in budget.tiers)
        yield Listing(phrases.AMOUNTS, tiers)


def raised_list(budget: Budget) -> Iterator[Block]:
    """What was raised already, and from whom."""
    if budget.raised:
        lines = tuple(_raised(raised, budget.currency) for raised in budget.raised)
        yield Listing(phrases.RAISED, lines)


def sent_list(applications: Iterable[Sent]) -> Iterator[Block]:
    """Applications that were sent, with the amounts asked for."""
    lines = tuple(map(_sent, applications))
    if lines:
        yield Listing(phrases.APPLICATIONS, lines)


def _sent(application: Sent) -> str:
    line = phrases.sent(say_date(application.day), application.title)
    if not application.asked:
        return line
    return phrases.sent_asked(line, application.asked)


def _table(budget: Budget) -> TableBlock:
    has_spent = budget.spent is not None
    head: tuple[str, ...] = (phrases.WHAT, phrases.AMOUNT)
    if has_spent:
        head = (*head, phrases.SPENT)
    total = BudgetLine(phrases.TOTAL, budget.total, budget.spent)
    lines = [*budget.lines, total]
    return TableBlock(
        head=head,
        rows=tuple(_row(line, budget.currency, has_spent) for line in lines),
        entries=tuple(
            ListingEntry("-", (_entry(line, budget.currency),)) for line in lines
        ),
        caption=budget_title(budget),
        align="lrr"[: len(head)],
    )


def _row(line: BudgetLine, currency: str, has_spent: bool) -> tuple[str, ...]:
    name = f"{line.what}: {line.note}" if line.note else line.what
    row = (name, _money(line.amount, currency))
    if not has_spent:
        return row
    return (*row, "" if line.spent is None else _money(line.spent, currency))


def _entry(line: BudgetLine, currency: str) -> str:
    entry = f"{line.what}: {_money(line.amount, currency)}"
    if line.spent is not None:
        entry += f", {phrases.SPENT_OF_LINE} {_money(line.spent, currency)}"
    return f"{entry}; {line.note}" if line.note else entry


def _money(amount: int, currency: str) -> str:
    return phrases.money(f"{amount:,}", currency)


def _tier(tier: Tier, currency: str) -> str:
    line = phrases.tier(tier.name, f"{tier.amount:,}", currency)
    return phrases.tier_buys(line, tier.buys) if tier.buys else line


def _raised(raised: Raised, currency: str) -> str:
    return phrases.raised_from(
        say_dated(raised.day), _money(raised.amount, currency), raised.source
    )
