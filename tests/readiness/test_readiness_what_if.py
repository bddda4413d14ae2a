"""What `ready --if` reads."""

from datetime import date

import pytest

from tests.readiness.builders import DAY
from tracker.errors import Unreadable
from tracker.readiness.rules.what_if import SupposedReach, parse_what_if


def test_a_milestone_alone() -> None:
    """A milestone is enough, with or without `tracker` before the command."""
    plain = parse_what_if("reach mnist-mlp", DAY)

    assert plain == SupposedReach("reach mnist-mlp", "mnist-mlp")
    assert parse_what_if(" tracker reach mnist-mlp", DAY) == plain


def test_all_options() -> None:
    """Item, day and each evidence are read; figures and parts change no strength."""
    text = (
        "reach mnist-mlp --with vae --on 2026-10-01 --claimed 86% --reproduced '74 %'"
        " --part all --evidence repo:git.example/a --evidence=letter:Ann"
    )

    assert parse_what_if(text, DAY) == SupposedReach(
        text,
        "mnist-mlp",
        item="vae",
        day=date(2026, 10, 1),
        evidence=(("repo", "git.example/a"), ("letter", "Ann")),
    )


def test_the_last_of_two_counts() -> None:
    """As on the command line, the last of two items or days counts."""
    reach = parse_what_if("reach one --with a --with b --on yesterday --on today", DAY)

    assert (reach.item, reach.day) == ("b", DAY)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "'' is not a reach command."),
        ("log fastai 1h", "'log fastai 1h' is not a reach command."),
        ("reach 'mnist", "'reach 'mnist' is not a reach command."),
        ("reach", "'reach' does not name one milestone."),
        ("reach one two", "'reach one two' does not name one milestone."),
        ("reach one --json", "reach has no option '--json'."),
        ("reach one --with", "--with needs a value."),
        ("reach one --part=", "--part needs a value."),
    ],
)
def test_anything_else_is_refused(text: str, message: str) -> None:
    """The refusal says what is wrong, with a whole command that works."""
    with pytest.raises(Unreadable) as refusal:
        parse_what_if(text, DAY)

    assert refusal.value.message == message
    command = refusal.value.hint.removeprefix("Type: tracker ready --if ").strip('"')
    assert parse_what_if(command, DAY).milestone == "gpt2-small"
