"""Make `tracker/maintenance/parameters.json` from the commands.

python -m tests.maintenance.parameter_table
"""

import json
from pathlib import Path
from typing import Any

import click

import tracker
from tracker.click_commands import to_click
from tracker.click_group import tracker as root
from tracker.command import find_command
from tracker.command_table import PLACES

PLACE = Path(tracker.__file__).parent / "maintenance" / "parameters.json"


def commands() -> dict[str, click.Command]:
    """All commands by name, each imported."""
    return {name: to_click(find_command(name)) for name in PLACES}


def table() -> str:
    """The table as the file holds it: a line for each parameter; first those of tracker."""
    blocks = []
    for name, command in {"": root, **commands()}.items():
        lines = [
            json.dumps(describe(param), ensure_ascii=False) for param in command.params
        ]
        blocks.append(f'"{name}": [\n' + ",\n".join(lines) + "\n]")
    return "{\n" + ",\n".join(blocks) + "\n}\n"


def describe(param: click.Parameter) -> dict[str, Any]:
    """A parameter as click is told it: only what differs from the usual."""
    names = [*param.opts, param.name]
    given: dict[str, Any] = {"names": names}
    if isinstance(param, click.Option):
        if param.secondary_opts:
            given["names"] = [f"{param.opts[0]}/{param.secondary_opts[0]}", param.name]
        given["help"] = param.help
        optional = {"is_flag": param.is_flag, "multiple": param.multiple}
        given |= {key: value for key, value in optional.items() if value}
    else:
        given["names"] = [param.name]
    if param.nargs != 1:
        given["nargs"] = param.nargs
    if isinstance(param.type, click.Choice):
        given["choices"] = list(param.type.choices)
    return given


if __name__ == "__main__":
    PLACE.write_text(table(), encoding="utf-8")
