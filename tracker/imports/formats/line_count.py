"""How many lines a file has, and how long they are: more than a log has is not read."""

from dataclasses import dataclass

from tracker.errors import FileProblem
from tracker.input_file import say_bytes
from tracker.limits import LONGEST_LINE


@dataclass(slots=True)
class LineCount:
    """The lines of a file and the bytes of the longest, counted block by block.

    A line that begins and ends in one block is shorter than any limit, and not measured.
    """

    longest: int = 0
    _unended: int = 0
    _newlines: int = 0
    _returns: int = 0

    @property
    def lines(self) -> int:
        """How many lines have ended, by any of the three ways to end one."""
        return max(self._newlines, self._returns)

    def add(self, block: bytes) -> None:
        """Count the next block."""
        self._newlines += block.count(b"\n")
        self._returns += block.count(b"\r")
        first = min(filter(_is_place, map(block.find, _ENDS)), default=len(block))
        last = max(map(block.rfind, _ENDS))
        self.longest = max(self.longest, self._unended + first)
        self._unended = len(block) - last - 1 + (self._unended if last < 0 else 0)
        self.longest = max(self.longest, self._unended)

    def check(self, name: str, most: int) -> None:
        """Raises FileProblem for more lines than `most`, or one that is too long."""
        if self.longest > LONGEST_LINE:
            raise FileProblem(
                f"{name} has a line of over {say_bytes(LONGEST_LINE)}.",
                "Such a line is no entry. Export the log again, as CSV.",
            )
        if self.lines > most:
            raise FileProblem(
                f"{name} has over {most:,} lines.", "Import it in parts, as CSV."
            )


_ENDS = (b"\n", b"\r")


def _is_place(at: int) -> bool:
    return at >= 0
