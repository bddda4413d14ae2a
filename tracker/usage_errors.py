"""What click refuses, as an error with a corrected command."""

import re
from collections.abc import Callable, Sequence

import click

from tracker.errors import TrackerError, Unreadable
from tracker.familiar_words import OPTIONS, SPANS
from tracker.text.amounts import is_amount
from tracker.text.columns import quoted
from tracker.text.misspellings import find_nearest
from tracker.text.placeholders import PLACEHOLDERS

# The word in click's message that is none of the choices: `'hour' is not one of`.
_BAD_CHOICE = r"'([^']*)' is not one of"
# The words in click's message that are too many: `argument (fastai)`.
_EXTRA_WORDS = r"\AGot unexpected extra arguments? \((.*)\)"
_TEXTS = (click.types.StringParamType, click.Path, click.File)  # take any word


def to_unreadable(fault: click.ClickException, arguments: Sequence[str]) -> Unreadable:
    """The error, which has a corrected command where one is clear."""
    if not isinstance(fault, click.UsageError):
        return Unreadable(fault.format_message())
    message = " ".join(fault.format_message().split())
    if not message.endswith((".", "?")):
        message += "."
    if isinstance(fault, click.NoSuchOption):
        return _unknown_option(fault, arguments)
    correct: Callable[[click.UsageError, str], Unreadable | None] = _extra_words
    if isinstance(fault, click.MissingParameter):
        correct = _missing_value
    elif isinstance(fault, click.BadOptionUsage):
        correct = _option_without_value
    elif isinstance(fault, click.BadParameter):
        correct = _bad_choice
    return correct(fault, message) or Unreadable(message)


def _unknown_option(fault: click.NoSuchOption, arguments: Sequence[str]) -> Unreadable:
    """`log --tag pair` with +pair, `log --date fri` with --on, `log --nte x` with -n."""
    name = fault.option_name
    message = f"There is no option {quoted(name)}."
    params = fault.ctx.command.params if fault.ctx else []
    options = [option for param in params for option in param.opts if option[:1] == "-"]
    typed, value = _find_option(name, arguments)
    if short := _read_dashed_word(name, arguments, params):
        return short
    if name in SPANS and list(arguments[-2:]) == ["log", name]:
        return Unreadable(message, f"To list sessions: tracker sessions {name}")
    for other in OPTIONS.get(name, ()):
        if other in options and value:
            return Unreadable(message, typed=name, instead=[other])
        if other == "+" and value and any(map(_takes_tags, params)):
            return Unreadable(message, typed=typed, instead=["+" + value.lstrip("+")])
        if other == "":
            return Unreadable(message, typed=typed, instead=[(value,) if value else ()])
    longer = [option for option in options if option.startswith(name)]
    near = (longer or find_nearest(name, options))[:1] if len(name) > 2 else []
    hint = f"Did you mean {near[0]}?" if near else ""
    lines = [_with_value(option, value, params, fault.ctx) for option in near]
    return Unreadable(message, hint, typed=name, instead=lines, candidates=near)


def _with_value(
    option: str,
    value: str,
    params: Sequence[click.Parameter],
    ctx: click.Context | None,
) -> str | tuple[str, ...]:
    """The option, with its placeholder where it needs a value and none is typed."""
    param = next((param for param in params if option in param.opts), None)
    word = None if value or getattr(param, "is_flag", True) else _example_of(param, ctx)
    return (option, word) if word else option


def _find_option(name: str, arguments: Sequence[str]) -> tuple[str, str]:
    """An option as typed, with the word after it, and its value."""
    for word, after in zip(arguments, [*arguments[1:], ""], strict=True):
        if word.startswith(f"{name}="):
            return word, word.partition("=")[2]
        if word == name:
            value = "" if after.startswith("-") else after
            return f"{name} {value}".strip(), value
    return name, ""


def _read_dashed_word(
    name: str, arguments: Sequence[str], params: Sequence[click.Parameter]
) -> Unreadable | None:
    """`edit last -pair` to remove a tag, `log fastai -30m` with a sign; else None."""
    word = next((word for word in arguments if word.startswith(name)), name)
    rest, options = word[1:], {option for param in params for option in param.opts}
    if len(word) < 3 or word.startswith("--"):
        return None
    if is_amount(rest):
        new = "AMOUNT" if "--amount" in options else rest  # `edit last -30m`: less
        message = f"{quoted(word)} begins with a sign; an amount has none."
        return Unreadable(message, "Type the amount:", typed=word, instead=[new])
    if "--tag" in options and any(map(_takes_tags, params)):
        hint = "To remove a tag, type those that stay, or '' for none:"
        tags = [("--tag", "WORD"), ("--tag", "")]
        return Unreadable(
            f"{quoted(word)} is no option.", hint, typed=word, instead=tags
        )
    return None


def _takes_tags(param: click.Parameter) -> bool:
    return isinstance(param, click.Argument) and "WORDS" in (param.metavar or "")


def _missing_value(fault: click.UsageError, message: str) -> Unreadable | None:
    """`tracker show` with ITEM added, `tracker completion` with its first choice."""
    param = getattr(fault, "param", None)
    if param is None or fault.ctx is None:
        return None
    if isinstance(param, click.Option):
        missing = [param.opts[0], _example_of(param, fault.ctx)]
    else:
        params = fault.ctx.command.params
        later = params[params.index(param) :]
        missing = [_example_of(arg, fault.ctx) for arg in later if _is_required(arg)]
    words = tuple(word for word in missing if word is not None)
    return Unreadable(message, added=[words]) if len(words) == len(missing) else None


def _is_required(param: click.Parameter) -> bool:
    return isinstance(param, click.Argument) and param.required


def _option_without_value(fault: click.UsageError, message: str) -> Unreadable | None:
    """`tracker log fastai 1h --on` with DAY added."""
    name = getattr(fault, "option_name", "")
    params = fault.ctx.command.params if fault.ctx else []
    for param in params:
        word = _example_of(param, fault.ctx)
        if name in param.opts and word is not None:
            return Unreadable(message, added=[word])
    return None


def _bad_choice(fault: click.UsageError, message: str) -> Unreadable | None:
    """`report --by dya` with the nearest choice; else as `_first_of` says."""
    param = getattr(fault, "param", None)
    choices = _choices_of(param)
    typed = re.search(_BAD_CHOICE, message)
    if not choices or not typed:
        return None
    near = find_nearest(typed[1], choices)
    first = near[0] if near else _first_of(param, choices)
    return Unreadable(
        message, typed=typed[1], instead=[first], candidates=near or choices
    )


def _extra_words(fault: click.UsageError, message: str) -> Unreadable | None:
    """`--because two weeks` in quotes, `plan fastai 2026-12-20` with --by.

    Where nothing fits, it is the command without the words.
    """
    extra = re.search(_EXTRA_WORDS, message)
    if not extra or fault.ctx is None:
        return None
    words = fault.ctx.find_root().obj.arguments
    text, params = extra[1], fault.ctx.command.params
    for at in range(1, len(words) - 1):
        after = " ".join(words[at + 1 :])
        if _takes_value(words[at - 1], params) and f"{after} ".startswith(f"{text} "):
            quoted_text = f"{words[at]} {text}"
            hint = "Type several words in quotes:"
            return Unreadable(message, hint, typed=quoted_text, instead=[quoted_text])
    for param in params:
        if isinstance(param, click.Option) and _fits(param, text, fault.ctx):
            option = param.opts[0]
            hint = f"Type it after {option}:"
            return Unreadable(message, hint, typed=text, instead=[(option, text)])
    return Unreadable(message, typed=text, instead=[()])


def _takes_value(word: str, params: Sequence[click.Parameter]) -> bool:
    return any(word in param.opts and not _is_flag(param) for param in params)


def _is_flag(param: click.Parameter) -> bool:
    return isinstance(param, click.Argument) or bool(getattr(param, "is_flag", False))


def _fits(param: click.Option, text: str, ctx: click.Context) -> bool:
    """Whether an option can take a text: a day, an address, any text of an answer."""
    if param.name == "answer":
        return True
    if _is_flag(param) or isinstance(param.type, _TEXTS):
        return False
    try:
        param.type.convert(text, param, ctx)
    except (TrackerError, click.UsageError):
        return False
    return True


def _example_of(param: click.Parameter | None, ctx: click.Context | None) -> str | None:
    """A word to type for a parameter: its first choice, or its placeholder."""
    if param is None or ctx is None:
        return None
    choices = _choices_of(param)
    if choices:
        return _first_of(param, choices)
    word = re.match("[A-Z]*", param.make_metavar(ctx))
    return word[0] if word and word[0] in PLACEHOLDERS else None


def _first_of(param: click.Parameter | None, choices: Sequence[str]) -> str:
    """The placeholder of a parameter with choices, such as KIND; else the first."""
    name = ((param and param.name) or "").upper()
    return name if name in PLACEHOLDERS else choices[0]


def _choices_of(param: click.Parameter | None) -> Sequence[str]:
    kind = getattr(param, "type", None)
    if not isinstance(kind, click.Choice):
        return []
    return [str(choice) for choice in kind.choices]
