"""`completion`."""

import click
from click.shell_completion import get_completion_class

from tracker.app import App, command
from tracker.command_table import COMPLETION_VARIABLE


@command(
    "completion",
    examples="""
    tracker completion bash >> ~/.bashrc
    tracker completion fish | source
    """,
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script that completes tracker's commands and names in SHELL.

    It completes commands, items, milestones, roles, skills and settings. For bash and
    zsh, add it to ~/.bashrc or ~/.zshrc; for fish, to
    ~/.config/fish/completions/tracker.fish.
    """
    root = ctx.find_root()
    shell_class = get_completion_class(shell)
    assert shell_class is not None  # click knows all three
    app: App = root.obj
    script = shell_class(root.command, {}, "tracker", COMPLETION_VARIABLE).source()
    app.show("completion", script, lambda text: {"shell": shell, "source": text}, str)
