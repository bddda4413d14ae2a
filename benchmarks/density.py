"""How dense the code is: modules, tokens, tokens a line, lines over 100 letters.

`python benchmarks/density.py [CHECKOUT]` prints one row for each folder and a total.
Tokens are those of Python without comments, docstrings and indentation; lines are those
that hold such a token. Widely read programs have 5.6 to 7.1 tokens a line.
"""

import io
import sys
import tokenize
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

LONG = 100
LAYOUT = {
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.COMMENT,
    tokenize.ENDMARKER,
}


class Density(NamedTuple):
    """Figures of some modules; `code_lines` hold a token, `lines` are all."""

    modules: int = 0
    tokens: int = 0
    code_lines: int = 0
    lines: int = 0
    long_lines: int = 0

    def add(self, other: "Density") -> "Density":
        """The figures of both together."""
        return Density(*map(sum, zip(self, other, strict=True)))

    def tokens_a_line(self) -> float:
        """Tokens for each line that holds one."""
        return self.tokens / max(self.code_lines, 1)

    def long_share(self) -> float:
        """Lines over 100 letters, in percent of all lines."""
        return 100 * self.long_lines / max(self.lines, 1)


def measure(text: str) -> Density:
    """The figures of one module."""
    tokens = 0
    code_lines = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        is_docstring = token.type == tokenize.STRING and token.string.startswith('"""')
        if token.type in LAYOUT or is_docstring:
            continue
        tokens += 1
        code_lines.add(token.start[0])
    lines = text.splitlines()
    long_lines = sum(len(line) > LONG for line in lines)
    return Density(1, tokens, len(code_lines), len(lines), long_lines)


def measure_folders(package: Path) -> dict[str, Density]:
    """The figures of each folder of the package; `.` is what is beside the folders."""
    folders: dict[str, Density] = defaultdict(Density)
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package).parts
        folder = parts[0] if len(parts) > 1 else "."
        folders[folder] = folders[folder].add(measure(path.read_text(encoding="utf-8")))
    return dict(folders)


def main() -> None:
    """Print the table."""
    checkout = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1]
    folders = measure_folders(checkout / "tracker")
    total = Density()
    print(f"{'folder':<12} {'modules':>8} {'tokens':>8} {'a line':>7} {'over 100':>9}")
    for folder, density in folders.items():
        total = total.add(density)
        print(format_row(folder, density))
    print(format_row("total", total))


def format_row(name: str, density: Density) -> str:
    """One line of the table."""
    counts = f"{density.modules:>8} {density.tokens:>8,}"
    shares = f"{density.tokens_a_line():>7.1f} {density.long_share():>7.1f} %"
    return f"{name:<12} {counts} {shares}"


if __name__ == "__main__":
    main()
