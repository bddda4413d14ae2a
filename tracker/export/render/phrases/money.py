"""Budgets, money raised, and applications sent."""

BUDGET = "Budget"
WHAT, AMOUNT, SPENT, TOTAL = "For", "Amount", "Spent", "Total"
SPENT_OF_LINE = "spent"
AMOUNTS = "What each amount buys"
RAISED = "Already raised"
APPLICATIONS = "Applications sent"


def budget_for(months: str) -> str:
    """`Budget for 6 months`."""
    return f"Budget for {months}"


def money(amount: str, currency: str) -> str:
    """`12,000 USD`."""
    return f"{amount} {currency}"


def unspent(amount: str, currency: str) -> str:
    """What is left of the lines that state what was spent."""
    return (
        f"Unspent, counting only lines that state what was spent: {amount} {currency}."
    )


def tier(name: str, amount: str, currency: str) -> str:
    """`minimum: 12,000 USD`."""
    return f"{name}: {amount} {currency}"


def tier_buys(tier: str, buys: str) -> str:
    """`minimum: 12,000 USD: three months`."""
    return f"{tier}: {buys}"


def raised_from(day: str, money: str, source: str) -> str:
    """`Mar 2026: 2,000 USD from Own savings`."""
    return f"{day}: {money} from {source}"


def sent(day: str, funder: str) -> str:
    """`30 Jun 2026: Transformative AI Fund`."""
    return f"{day}: {funder}"


def sent_asked(sent: str, amount: str) -> str:
    """`30 Jun 2026: Transformative AI Fund, asked for 30,000 USD`."""
    return f"{sent}, asked for {amount}"
