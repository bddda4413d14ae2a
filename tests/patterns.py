"""Attacks every regular expression of the program: what makes it slow, at 1 MB.

`python -m tests.patterns PACKAGE` prints each pattern of a package that needs more than
`MOST_SECONDS` of the processor, and the letters that make it so.
"""

import ast
import importlib
import inspect
import os
import pkgutil
import re
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any, NamedTuple

FAST, SLOW = 1_000, 1_000_000  # letters of the trial, and of the worst input
MOST_SECONDS = 30
USES = ("match", "search", "fullmatch", "sub", "split", "findall", "finditer")
# Where the flags stand among the arguments of a function of `re`.
_FLAGS = {"compile": 1, "sub": 4, "split": 3}
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)
_LETTERS = '1aA -.,:("/!_\néü\u3042'
_ENDS = ("\0", "a!", " 1 1)")


class Pattern(NamedTuple):
    """A regular expression, where it stands, and one way in which it is used."""

    place: str
    text: str
    flags: int
    use: str


class Attack(NamedTuple):
    """A text that begins with `start`, repeats `part` and ends with `end`."""

    start: str
    part: str
    end: str

    def text(self, size: int) -> str:
        """About `size` letters."""
        return self.start + self.part * (size // len(self.part)) + self.end


def find_patterns(package: str) -> list[Pattern]:
    """The patterns of all modules whose names begin with `package`.

    Those that a function makes of a name that it is given are left out. One whose use
    is not seen is searched for.
    """
    patterns: dict[tuple[str, int], tuple[str, set[str]]] = {}
    for module in _modules(package):
        for text, flags, use, line in _uses(module):
            place = f"{module.__name__}:{line}"
            _, uses = patterns.setdefault((text, flags), (place, set()))
            uses |= {use} & set(USES)
    return [
        Pattern(place, text, flags, use)
        for (text, flags), (place, uses) in patterns.items()
        for use in sorted(uses or {"search"})
    ]


def _modules(package: str) -> Iterator[ModuleType]:
    root = importlib.import_module("tracker")
    for found in pkgutil.walk_packages(root.__path__, "tracker."):
        if found.name.startswith(package) and not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def _uses(module: ModuleType) -> Iterator[tuple[str, int, str, int]]:
    """Each pattern with its flags, the function that uses it, and its line."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Attribute) and node.attr in USES:
            pattern = _value(node.value, module)
            if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str):
                yield pattern.pattern, pattern.flags, node.attr, node.lineno
        is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if is_call and _value(node.func.value, module) is re:
            yield from _of_call(node, node.func.attr, module)


def _of_call(
    node: ast.Call, name: str, module: ModuleType
) -> Iterator[tuple[str, int, str, int]]:
    text = _value(node.args[0], module) if node.args else None
    if not isinstance(text, str) or name not in (*USES, "compile"):
        return
    place = _FLAGS.get(name, 2)
    flags = [k.value for k in node.keywords if k.arg == "flags"] + node.args[place:]
    number = _value(flags[0], module) if flags else 0
    yield text, re.compile(text, number).flags, name, node.lineno


def _value(node: ast.expr, module: ModuleType) -> Any:
    """What an expression of a module is; None where only a function knows it."""
    try:
        return eval(compile(ast.Expression(node), "", "eval"), dict(vars(module)))
    except Exception:
        return None


def attacks(pattern: Pattern) -> list[Attack]:
    """Texts of parts that the pattern repeats, of its letters, and of its beginnings."""
    tree = _parser.parse(pattern.text, pattern.flags)
    letters: set[str] = set()
    repeats: set[tuple[str, str]] = set()
    _walk(tree, "", repeats, letters)
    singles = sorted(letters)[:40]
    pairs = {one + other for one in singles[:8] for other in singles[:8]}
    starts = {start for start, _ in repeats} - {""}
    parts = {*singles, *pairs, *starts, *(part for _, part in repeats)}
    parts |= {start + part for start, part in repeats}
    parts |= {_sample(tree, choice) for choice in range(4)} - {""}
    pumped = {(start, part) for start in ("", "x") for part in parts} | repeats
    return [Attack(*both, end) for both in sorted(pumped) for end in _ENDS]


def _walk(
    nodes: Sequence[Any], before: str, repeats: set[tuple[str, str]], letters: set[str]
) -> None:
    """Collect what is repeated, each after a text that leads there, and the letters."""
    for name, value in nodes:
        if name == code.LITERAL:
            letters.add(chr(value))
        elif name == code.IN:
            letters.update(_examples(value))
        elif name in (code.ANY, code.NOT_LITERAL):
            letters.add("x")
        if name in _REPEATS and value[1] > 8:
            samples = {_sample(value[2], choice) for choice in range(4)} - {""}
            repeats |= {(before, sample) for sample in samples}
        for inside in _inside(name, value):
            _walk(inside, before, repeats, letters)
        before = (before + _sample([(name, value)], 1))[-200:]


def _inside(name: Any, value: Any) -> list[Any]:
    """The parts of a part."""
    if name in _REPEATS:
        return [value[2]]
    if name == code.SUBPATTERN:
        return [value[3]]
    if name == code.ATOMIC_GROUP:
        return [value]
    if name in (code.ASSERT, code.ASSERT_NOT):
        return [value[1]]
    if name == code.GROUPREF_EXISTS:
        return [part for part in value[1:] if part]
    return list(value[1]) if name == code.BRANCH else []


def _sample(nodes: Sequence[Any], choice: int) -> str:
    """A text that the parts match; `choice` is the number of the alternative."""
    text = ""
    for name, value in nodes:
        if name == code.LITERAL:
            text += chr(value)
        elif name in (code.ANY, code.NOT_LITERAL):
            text += "b" if value == ord("a") else "a"
        elif name == code.IN:
            examples = _examples(value)
            text += examples[choice % len(examples)]
        elif name in _REPEATS:
            text += _sample(value[2], choice) * max(value[0], choice % 2)
        elif name not in (code.ASSERT, code.ASSERT_NOT):
            inside = _inside(name, value)
            text += _sample(inside[choice % len(inside)], choice) if inside else ""
    return text


def _examples(members: Sequence[Any]) -> list[str]:
    """Letters of a set such as `[a-z,]`."""
    named = [chr(v) for name, v in members if name == code.LITERAL]
    named += [chr(v[0]) for name, v in members if name == code.RANGE]
    is_member = re.compile(_parser_set(members)).match
    return [*filter(is_member, [*named, *_LETTERS])][:5] or ["\u2764"]


def _parser_set(members: Sequence[Any]) -> str:
    """The set as a pattern again."""
    negated = members[0][0] == code.NEGATE
    parts = map(_member, members[1:] if negated else members)
    return f"[{'^' if negated else ''}{''.join(parts)}]"


def _member(member: Any) -> str:
    name, value = member
    if name == code.LITERAL:
        return re.escape(chr(value))
    if name == code.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    letter = str(value).rpartition("_")[2][0].lower()  # CATEGORY_NOT_SPACE
    return "\\" + (letter.upper() if "_NOT_" in str(value) else letter)


def _seconds(use: Callable[..., Any], name: str, text: str) -> float:
    """How long one use takes."""
    began = time.process_time()
    if name == "finditer":
        list(use(text))
    else:
        use(*(("", text) if name == "sub" else (text,)))
    return time.process_time() - began


def is_slow(pattern: Pattern) -> str:
    """What makes a pattern slow; empty where nothing does. Tried in a child process."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        use = getattr(re.compile(pattern.text, pattern.flags), pattern.use)
        trials = []
        for attack in attacks(pattern):
            os.write(writing, f"{attack!r}\n".encode()[:400])
            trials.append((_seconds(use, pattern.use, attack.text(FAST)), attack))
        for _, attack in sorted(trials, reverse=True)[:3]:
            os.write(writing, f"{attack!r}\n".encode()[:400])
            _seconds(use, pattern.use, attack.text(SLOW))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as lines:
        last = lines.read().decode(errors="replace").rstrip().rpartition("\n")[2]
    return last if os.waitpid(child, 0)[1] else ""


def main(package: str) -> None:
    """Print the slow patterns of a package."""
    for pattern in find_patterns(package):
        if letters := is_slow(pattern):
            print(f"{pattern.place} {pattern.use} {pattern.text!r}: {letters}")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1])
