"""What can go wrong: each class has an exit code, a message and a hint."""

from collections.abc import Sequence

# Words to leave out of a command, and the words to put in place of the first of them.
Swap = tuple[Sequence[str], Sequence[str]]


class TrackerError(Exception):
    """Any error of tracker; only `cli.main` prints it and exits.

    `message` is one sentence on what is wrong, `hint` one on what to type instead.
    `cli.main` adds the command as typed, corrected. `typed` is the wrong text, `instead`
    are the texts that can stand in its place: one word each, or several. `without` are
    options that can be left out, such as `--by` or `--since --until`. `added` are words
    to add at the end, after `without` is left out. `swaps` are words to leave out and
    those to put in their place, wherever the first ones stand: one pair for each line.
    `candidates` are what the wrong text may stand for; several texts of `instead` are.
    """

    exit_code = 1
    code = "unexpected"
    # A single text of `instead` may be an example: `1h30m` for what is no amount.
    is_candidate_alone = False

    def __init__(
        self,
        message: str,
        hint: str = "",
        *,
        typed: str = "",
        instead: Sequence[str | tuple[str, ...]] = (),
        without: Sequence[str] = (),
        added: Sequence[str | tuple[str, ...]] = (),
        swaps: Sequence[Swap] = (),
        candidates: Sequence[str] = (),
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.typed, self.instead = typed, tuple(instead)
        self.without, self.added = tuple(without), tuple(added)
        self.swaps = tuple(swaps)
        texts = tuple(
            text if isinstance(text, str) else " ".join(text) for text in instead
        )
        is_choice = self.is_candidate_alone or len(texts) > 1
        self.candidates = tuple(candidates) or (texts if is_choice else ())


class Unreadable(TrackerError):
    """Input that could not be read: exit code 2."""

    exit_code = 2
    code = "unreadable"


class NotFound(TrackerError):
    """A name that matches nothing: exit code 3."""

    exit_code = 3
    code = "not-found"
    is_candidate_alone = True


class Ambiguous(TrackerError):
    """A name that matches several `candidates`: exit code 3."""

    exit_code = 3
    code = "ambiguous"

    def __init__(
        self,
        message: str,
        hint: str = "",
        candidates: Sequence[str] = (),
        *,
        typed: str = "",
        instead: Sequence[str | tuple[str, ...]] = (),
    ) -> None:
        super().__init__(
            message, hint, typed=typed, instead=instead, candidates=candidates
        )


class Refused(TrackerError):
    """Input that was understood but that a rule forbids: exit code 4."""

    exit_code = 4
    code = "refused"


class DatabaseProblem(TrackerError):
    """The database cannot be opened, created, written or understood: exit code 5."""

    exit_code = 5
    code = "database"


class FileProblem(TrackerError):
    """Any other file cannot be read or written: exit code 6."""

    exit_code = 6
    code = "file"
