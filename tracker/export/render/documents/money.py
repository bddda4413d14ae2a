"""Money: the budget line by line, what each amount buys, what was had already, where else was applied."""

from collections.abc import Iterable, Iterator

from tracker.export.render.blocks import Block, Listing, ListingEntry, Para, TableBlock
from tracker.export.render.figures import count, iso
from tracker.export.render.figures import money as figure
from tracker.export.render.phrases import say
from tracker.export.rules.budget import Budget, BudgetLine, Raised, Tier
from tracker.export.rules.packet import Sent


def head(found: Budget) -> str:
    """`Budget for 6 months`."""
    return (
        say("budget months", months=count(found.months, "month"))
        if found.months
        else say("budget")
    )


def budget(found: Budget) -> Iterator[Block]:
    """Its lines with their sum, and the amounts with what each buys."""
    if found.lines:
        yield _lines(found)
    if found.unspent is not None:
        yield Para(
            say("unspent", amount=figure(found.unspent), currency=found.currency)
        )
    if found.tiers:
        yield Listing(
            say("amounts"), tuple(_tier(each, found.currency) for each in found.tiers)
        )


def raised(found: Budget) -> Iterator[Block]:
    """What was had already, and from whom."""
    if found.raised:
        yield Listing(
            say("raised"), tuple(_raised(each, found.currency) for each in found.raised)
        )


def sent(found: Iterable[Sent]) -> Iterator[Block]:
    """Applications that went out, with what was asked."""
    lines = tuple(
        say("sent asked", day=iso(s.day), funder=s.title, amount=s.asked)
        if s.asked
        else say("sent", day=iso(s.day), funder=s.title)
        for s in found
    )
    if lines:
        yield Listing(say("applications"), lines)


def _lines(found: Budget) -> TableBlock:
    spent = found.spent is not None
    top = (say("what"), say("amount"), *((say("money spent"),) if spent else ()))
    whole = BudgetLine(say("total"), found.total, found.spent)
    lines = [*found.lines, whole]
    rows = tuple(_row(line, found.currency, spent) for line in lines)
    entries = tuple(
        ListingEntry("-", (_entry(line, found.currency),)) for line in lines
    )
    return TableBlock(top, rows, entries, head(found))


def _row(line: BudgetLine, currency: str, spent: bool) -> tuple[str, ...]:
    told = f"{line.what}: {line.note}" if line.note else line.what
    gone = (
        ()
        if not spent
        else ("" if line.spent is None else _money(line.spent, currency),)
    )
    return told, _money(line.amount, currency), *gone


def _entry(line: BudgetLine, currency: str) -> str:
    told = f"{line.what}: {_money(line.amount, currency)}"
    gone = (
        ""
        if line.spent is None
        else f", {say('money spent')} {_money(line.spent, currency)}"
    )
    return f"{told}{gone}{f'; {line.note}' if line.note else ''}"


def _money(amount: int, currency: str) -> str:
    return say("money", amount=figure(amount), currency=currency)


def _tier(each: Tier, currency: str) -> str:
    facts = {"name": each.name, "amount": figure(each.amount), "currency": currency}
    return (
        say("tier buys", buys=each.buys, **facts) if each.buys else say("tier", **facts)
    )


def _raised(each: Raised, currency: str) -> str:
    return say(
        "raised from",
        day=each.day,
        amount=figure(each.amount),
        currency=currency,
        source=each.source,
    )
