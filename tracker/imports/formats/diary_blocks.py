"""The lines of a log kept by hand, and what of them does not count."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tracker.imports.rules.months import month_of

PLAIN = 7  # the level of what is no heading
TAB = CODE_INDENT = 4
LONGEST = 5_000  # letters of a line that is read
WIDEST_MARK = 5  # a bullet and the blanks after it
# Why a line, or a part of one, does not count.
UNTICKED, MARKED, QUOTED = "not ticked off", "marked [{}]", "quoted"
STRUCK, COMMENTED = "struck out", "commented out"
CODE, FRONT_MATTER = "in a block of code", "in the front matter"
# What begins or ends a block of code: three backticks or tildes, or more.
_FENCE = re.compile(r"\s*(`{3,}|~{3,})([^`]*)$")
# What begins a comment: `<!--`, or `%%` in Obsidian.
_COMMENT = re.compile(r"<!--|(?<!\S)%%")
# What is struck out: `~~2h~~`, `<del>2h</del>`.
_STRUCK = re.compile(
    r"~~(?=\S)(.+?)~~|<(del|s|strike)>((?:(?!<\2>).)*?)</\2>", re.IGNORECASE
)
# The signs before a text: `> `, `## `, `- `, `* * `.
_SIGNS = re.compile(r"(>?)(#{0,6})\s*((?:[-*+\u2022]\s+)*)")
# The number of an item in a list and its first word: `1. maths`.
_NUMBERED = re.compile(r"(\d{1,2}[.)] +)(\S+)")
# The box of a task, or a tick or a cross: `[ ]`, `[x]`, `[>]`.
_BOX = re.compile(
    r"(?:\[(.?)\]|([\u2610\u2611\u2705\u2714\u2717\u2718\u274c\U0001f6ab])\ufe0f?)(?:\s+|$)"
)
# The same in Logseq: `TODO 2h maths`.
_TASK = re.compile(r"(?:(DONE)|TODO|LATER|NOW|DOING|WAITING|CANCELL?ED)\s+")
_TICKS, _BLANKS = "xX\u2611\u2705\u2714", " \u2610"
# A line of front matter: `title: Log`.
_FIELD = re.compile(r"[A-Za-z][\w -]*:")
# A link to a note: `[[ARENA]]`, `[[2026-05-19|yesterday]]`.
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
Hidden = tuple[tuple[str, str], ...]


class DiaryText(NamedTuple):
    """A line of a log kept by hand.

    `raw` is the line without its hidden parts, `text` the same without the signs before
    it. `level` is that of its heading, else PLAIN; `indent` and `content` are the
    columns of its bullet and of the text after that, and equal without one. `reason`
    says why it does not count; empty where it does. `hidden` are the parts that do not
    count, each after its reason.
    """

    number: int
    raw: str
    text: str
    level: int = PLAIN
    indent: int = 0
    content: int = 0
    is_done: bool = False
    reason: str = ""
    hidden: Hidden = ()

    @property
    def is_bullet(self) -> bool:
        """Whether it is an item of a list."""
        return self.content > self.indent


def read_texts(lines: Iterable[tuple[int, str]]) -> Iterator[DiaryText]:
    """The numbered lines of a file."""
    blocks = _Blocks()
    return (blocks.read(number, line) for number, line in lines)


@dataclass(slots=True)
class _Blocks:
    """What is open before the next line.

    `fence` is the sign that began a block of code, `comment` the one that ends a
    comment; `front` where front matter may begin or go on.
    """

    front: str = "may begin"
    fence: str = ""
    comment: str = ""
    is_below_heading: bool = False
    is_below_blank: bool = False
    is_in_list: bool = False

    def read(self, number: int, line: str) -> DiaryText:
        """The next line."""
        if reason := self._hiding(line):
            return DiaryText(number, "", "", hidden=((reason, line),))
        raw, hidden = self._visible(_without_links(line))
        text = _without_signs(number, raw, hidden)
        is_indented = text.indent >= CODE_INDENT and not self.is_in_list
        if is_indented and self.is_below_blank and self.is_below_heading:
            return DiaryText(number, "", "", hidden=((CODE, line),))
        self.is_below_blank = not line.strip()
        self.is_below_heading = self.is_below_heading or text.level < PLAIN
        if raw.strip():
            self.is_in_list = text.is_bullet or (self.is_in_list and text.indent > 0)
        return text

    def _hiding(self, line: str) -> str:
        """Why a line does not count as a whole: front matter or code."""
        if self.front:
            self.front = _front_matter(self.front, line)
        if self.front:
            return FRONT_MATTER
        fence = None if self.comment else _FENCE.match(line)
        if not self.fence:
            self.fence = fence[1] if fence else ""
        elif fence and fence[1].startswith(self.fence) and not fence[2].strip():
            self.fence = ""
        return CODE if fence or self.fence else ""

    def _visible(self, line: str) -> tuple[str, Hidden]:
        """A line without comments and what is struck out, and these with the reason."""
        if not (self.comment or "~~" in line or "<" in line or "%%" in line):
            return line, ()
        hidden, visible, rest = [], "", line
        while rest:
            if not self.comment:
                opening = _COMMENT.search(rest)
                visible += rest[: opening.start()] if opening else rest
                if opening is None:
                    break
                self.comment = "-->" if opening[0] == "<!--" else "%%"
                rest = rest[opening.end() :]
            comment, end, rest = rest.partition(self.comment)
            hidden.append((COMMENTED, comment))
            self.comment = "" if end else self.comment
        if len(visible) > LONGEST:
            return visible, tuple(hidden)
        struck = _STRUCK.finditer(visible)
        hidden += [(STRUCK, match[1] or match[3]) for match in struck]
        return _STRUCK.sub("", visible), tuple(hidden)


def _without_links(line: str) -> str:
    """A line with the texts of its links to notes; empty where it only leads on."""
    if "[[" not in line:
        return line
    if not any(map(str.isalnum, _LINK.sub("", line))):
        return ""
    return _LINK.sub(r"\1", line)


def _front_matter(front: str, line: str) -> str:
    """What is known of front matter below a line; empty where there is none."""
    if front == "may begin":
        return "has begun" if line.strip() == "---" else ""
    if front == "has begun":
        return "goes on" if _FIELD.match(line) else ""
    return "" if line.strip() in ("---", "...") else front


def _without_signs(number: int, raw: str, hidden: Hidden) -> DiaryText:
    """A line as text, with what the signs before it say."""
    line = raw.expandtabs(TAB)
    body = line.lstrip()
    signs = _SIGNS.match(body)
    assert signs is not None  # it also matches nothing
    quote, heading, bullets = signs.groups()
    rest, numbered = body[signs.end() :], _NUMBERED.match(body)
    if numbered and not _is_of_day(numbered[2]):
        bullets, rest = numbered[1], body[numbered.end(1) :]
    text, mark = _without_box(rest, is_bullet=bool(bullets))
    is_heading = len(heading) > 1 or (bool(heading) and not body[1:2].strip())
    first, blank, others = bullets.partition(" ")
    width = len(first + blank + others) - len(others.lstrip())
    indent = len(line) - len(body)
    return DiaryText(
        number,
        raw,
        text,
        level=len(heading) if is_heading else PLAIN,
        indent=indent,
        content=indent + min(width, WIDEST_MARK),
        is_done=bool(mark) and mark in _TICKS,
        reason=QUOTED if quote else _reason(mark),
        hidden=hidden,
    )


def _is_of_day(word: str) -> bool:
    """Whether a word goes on with the day that a number begins: `3. feb`, `3. 2. 2026`."""
    plain = word.rstrip(".,").casefold()
    return month_of(plain) is not None or (plain.isdigit() and plain != word)


def _without_box(text: str, *, is_bullet: bool) -> tuple[str, str]:
    """A text without the box of a task, and the mark in that; empty without one."""
    box, task = _BOX.match(text), _TASK.match(text) if is_bullet else None
    if task:
        return text[task.end() :], "x" if task[1] else " "
    if box is None:
        return text, ""
    mark = box[2] or box[1] or " "
    if not (is_bullet or box[2]) and mark not in _TICKS + _BLANKS:
        return text, ""  # `[1] a source`
    return text[box.end() :], mark


def _reason(mark: str) -> str:
    """Why a task with a mark does not count; empty where it is done, or no task."""
    if not mark or mark in _TICKS:
        return ""
    return UNTICKED if mark in _BLANKS else MARKED.format(mark)
