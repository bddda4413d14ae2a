"""`completion`."""

from typing import Annotated, TypedDict

from tracker.app import App
from tracker.command import argument, command
from tracker.maintenance.shells import SHELLS, read_script
from tracker.output import print_answer


class CompletionData(TypedDict):
    """The script for a shell."""

    shell: Annotated[str, tuple(SHELLS)]
    source: str


@command(
    "completion",
    examples="""
    tracker completion bash
    tracker completion zsh
    tracker completion fish
    """,
)
@argument("shell", choices=SHELLS)
def completion(app: App, shell: str) -> None:
    """Print the script that completes tracker's commands and names in SHELL.

    It completes commands, options, their values and files. Add a line to the file of
    your shell, and open a new terminal:

      bash  ~/.bashrc                   eval "$(tracker completion bash)"
      zsh   ~/.zshrc                    eval "$(tracker completion zsh)"
      fish  ~/.config/fish/config.fish  tracker completion fish | source

    The line asks tracker for the script each time, so it follows updates. Where a recent
    pipx installed tracker, fish needs no line, nor does bash with bash-completion.
    """
    script = read_script(shell)
    if not app.as_json:  # as it is, since a shell reads it
        print_answer(script)
        return
    data = CompletionData(shell=shell, source=script)
    app.show("completion", data, lambda data: data, str)
