"""What all commands share: `--json`, help that begins with examples, no empty texts."""

from collections.abc import Container
from inspect import cleandoc
from typing import Any

import click

from tracker.errors import Unreadable


class Command(click.Command):
    """A command with `--json`, whose help begins with examples; `emptied` are the parameters that "" unsets."""

    def __init__(
        self,
        *args: Any,
        examples: str = "",
        emptied: Container[str] = (),
        **attributes: Any,
    ) -> None:
        super().__init__(*args, **attributes)
        self.help = keep_tables(self.help or "")
        self.examples, self.emptied = examples, emptied
        self.params.append(
            click.Option(
                ["--json"],
                is_flag=True,
                expose_value=False,
                is_eager=True,
                callback=_as_json,
                help="Answer as JSON.",
            )
        )

    def format_help_text(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Examples first, then what the command does."""
        if self.examples:
            with formatter.section("Examples"):
                for line in self.examples.strip().splitlines():
                    formatter.write(f"  {line.strip()}\n")
        super().format_help_text(ctx, formatter)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words. Raises Unreadable for an empty text: `--tag "$UNSET"` must not answer another question."""
        if not ctx.resilient_parsing:
            typed = self.make_parser(ctx).parse_args(list(args))[
                0
            ]  # before a file called "" becomes the folder `.`
            for param in self.params:
                if typed.get(param.name or "") == "" and param.name not in self.emptied:
                    raise refuse_empty(param.get_error_hint(ctx))
        return super().parse_args(ctx, args)


def keep_tables(text: str) -> str:
    """A docstring as click's help: of an indented paragraph, such as a table, click keeps the lines.

    click does so after a line that holds only a backspace.
    """
    paragraphs = cleandoc(text).split("\n\n")
    return "\n\n".join(
        "\b\n" + cleandoc("\n" + paragraph) if paragraph.startswith(" ") else paragraph
        for paragraph in paragraphs
    )


def refuse_empty(named: str) -> Unreadable:
    """The refusal of an empty text, which a variable that is not set makes."""
    return Unreadable(f"{named} is empty.", "Type what it should be, or leave it out.")


def _as_json(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        ctx.find_root().obj.as_json = True
