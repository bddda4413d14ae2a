"""Words of a line that is completed: read as click reads them."""

from collections.abc import Sequence
from typing import Any

import click
import pytest
from click.shell_completion import _resolve_incomplete
from hypothesis import given
from hypothesis import strategies as st

from tracker.command_table import PLACES
from tracker.maintenance.completion import read_parameters
from tracker.maintenance.rules.typed_words import (
    TypedParameter,
    find_parameter,
    read_options,
    read_words,
)

LETTERS = st.text("-=ndwmyaf x", max_size=4)


def click_command(name: str) -> click.Command:
    """A command of click with the same parameters."""
    return click.Command(
        name, params=[click_parameter(p) for p in read_parameters(name)]
    )


def click_parameter(param: TypedParameter) -> click.Parameter:
    """A parameter of click that is told the same."""
    if not param.options:
        nargs = -1 if param.has_many else 1
        return click.Argument([param.name], required=False, nargs=nargs)
    names = [*param.options, param.name]
    if (
        param.is_flag
        and len(param.options) == 2
        and not param.options[0].startswith("-h")
    ):
        names = ["/".join(param.options), param.name]
    told = {"is_flag": True} if param.is_flag else {"multiple": param.has_many}
    return click.Option(names, **told)


@st.composite
def typed_lines(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A command, and words that are options of it, joined with values or not, or others."""
    name = draw(st.sampled_from(list(PLACES)))
    options = [option for param in read_parameters(name) for option in param.options]
    joined = st.builds(
        lambda option, text: f"{option}={text}", st.sampled_from(options), LETTERS
    )
    words = (
        st.sampled_from([*options, "fastai", "1h", "--", "-", "=", ""])
        | joined
        | LETTERS
    )
    return name, draw(st.lists(words, max_size=6))


def read_by_click(command: click.Command, words: Sequence[str]) -> click.Context:
    """What click reads where it bears what is wrong; a last option is left out."""
    options = [param for param in command.params if isinstance(param, click.Option)]
    valued = {name for option in options if not option.is_flag for name in option.opts}
    read = words[:-1] if words and words[-1] in valued else words
    return command.make_context(
        command.name, list(read), resilient_parsing=True, help_option_names=[]
    )


@given(typed_lines())
def test_words_are_read_as_by_click(line: tuple[str, list[str]]) -> None:
    """Each parameter has the value that click reads, and the same one is to follow."""
    name, words = line
    params, command = read_parameters(name), click_command(name)
    context = read_by_click(command, words)

    texts = read_words(params, words)

    values = {p.name: p.value(texts) for p in params if not p.is_flag}
    assert values == {key: context.params[key] for key in values}
    target = find_parameter(params, words, texts)
    expected: Any = _resolve_incomplete(context, [*words], "")[0]
    assert (target and target.name) == getattr(expected, "name", None) or (
        target is None and expected is command
    )


@pytest.mark.parametrize(
    ("words", "texts", "rest"),
    [
        (["--db", "x.db", "log", "--on"], {"db": ["x.db"]}, ["log", "--on"]),
        (["--db=x.db", "--json", "log"], {"db": ["x.db"], "json": [""]}, ["log"]),
        (["--", "log"], {}, ["log"]),
        (["--db"], {}, []),
        (["--nonsense", "log"], {}, []),
        (["log", "--db", "x.db"], {}, ["log", "--db", "x.db"]),
    ],
)
def test_options_before_a_command(
    words: list[str], texts: dict[str, list[str]], rest: list[str]
) -> None:
    """They end where the command begins; what follows one that is wrong is not read."""
    assert read_options(read_parameters(""), words) == (texts, rest)
