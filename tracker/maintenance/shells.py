"""The shells that tracker can tell what to complete, and the scripts that ask it."""

import os

from click.shell_completion import CompletionItem, ShellComplete

from tracker.command_table import PLACES
from tracker.maintenance.rules.shell_lines import Line, read_line, to_bash
from tracker.maintenance.rules.value_kinds import FOLDER
from tracker.maintenance.store.folder_entries import list_entries

_PLAIN = "plain"  # what click calls a value that is no file
# What the scripts set: the line up to the cursor, and bash's separators.
_LINE, _BREAKS = "_TRACKER_LINE", "_TRACKER_BREAKS"


class _Shell(ShellComplete):
    """A shell, which sends the line up to the cursor and reads a line for each value."""

    def source(self) -> str:
        """The script that the shell runs."""
        return read_script(self.name)

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is completed, and that."""
        self.text = os.environ.get(_LINE, "")
        self.line: Line = read_line(self.text)
        return self.line.before, self.line.word

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """The values; where no command begins so, those of `log`, which may be left out."""
        items = super().get_completions(args, incomplete)
        if items or not incomplete or not PLACES.keys().isdisjoint(args):
            return items
        return super().get_completions([*args, "log"], incomplete)

    def format_completion(self, item: CompletionItem) -> str:
        """What the shell reads: kind, value and what it is, with tabs between them."""
        return f"{item.type}\t{item.value}\t{item.help or ''}"


class _Bash(_Shell):
    """Bash, which inserts a candidate as it is, after its last separator."""

    name = "bash"

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """The values, and the files where they are meant."""
        items: list[CompletionItem] = []
        for item in super().get_completions(args, incomplete):
            if item.type == _PLAIN:
                items.append(item)
            else:
                only_folders = item.type == FOLDER
                names = list_entries(item.value, only_folders=only_folders)
                items += map(CompletionItem, names)
        return items

    def format_completion(self, item: CompletionItem) -> str:
        """The value, quoted as the line is."""
        breaks = os.environ.get(_BREAKS, "")
        return to_bash(str(item.value), self.line, self.text, breaks)


class _Zsh(_Shell):
    name = "zsh"


class _Fish(_Shell):
    """Fish, which reads whole words: with the option before `=`."""

    name = "fish"

    def format_completion(self, item: CompletionItem) -> str:
        """As all shells, with the option."""
        if item.type == _PLAIN:
            item.value = f"{self.line.option}{item.value}"
        return super().format_completion(item)


SHELLS: dict[str, type[_Shell]] = {"bash": _Bash, "zsh": _Zsh, "fish": _Fish}


def read_script(shell: str) -> str:
    """The script that completes tracker's commands in a shell."""
    folder = os.path.join(os.path.dirname(__file__), "shell_scripts")
    with open(os.path.join(folder, f"tracker.{shell}"), encoding="utf-8") as script:
        return script.read().rstrip()
