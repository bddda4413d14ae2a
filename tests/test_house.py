"""The house: who may import whom, what each room may do, how long a file may be, what a command says."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

import tracker
from tracker.app import App
from tracker.app import command as app_command
from tracker.cli import tracker as command_line
from tracker.command import Command
from tracker.command_table import PLACES, SECTIONS

HOME = Path(tracker.__file__).parent
FILES = sorted(
    path
    for path in HOME.rglob("*.py")
    if not {"migrations", "seed"} & set(path.parts[len(HOME.parts) :])
)
FOLDERS = (
    "text",
    "database",
    "journal",
    "curriculum",
    "milestones",
    "readiness",
    "plans",
    "imports",
    "export",
    "maintenance",
)
# What lies beside the folders, and which of them each may know.
BESIDE: dict[str, tuple[str, ...]] = {
    "errors": (),
    "clock": (),
    "paths": (),
    "app": ("text", "database", "journal"),
    "cli": ("text",),
    "command": (),
    "command_table": (),
    "__main__": (),
    "__init__": (),
}
ROOMS = ("rules", "store", "service", "view", "commands")
LONGEST_FILE = 250
# The places where a module is imported inside a function, each for the time it saves.
LATE = {
    "database/open.py": 2,
    "database/library.py": 1,
    "text/days.py": 1,
    "text/spoken_days.py": 1,
    "export/render/pdf.py": 1,
}
# Those that may begin and commit, and those that may read the clock.
TRANSACTIONS = ("database/history.py", "database/undo.py", "database/library.py")
ENDINGS = (".commit", ".rollback", ".begin_nested", ".executescript")
CLOCKS = ("clock.py", "database/create.py")


def _name(path: Path) -> str:
    return path.relative_to(HOME).as_posix()


def _folder(name: str) -> str:
    """The folder of a file, or what lies beside the folders."""
    return name.split("/")[0].removesuffix(".py")


def _room(name: str) -> str:
    """The room of a file: rules, store, service, view or commands; nothing for any other."""
    parts = [part.removesuffix(".py") for part in name.split("/")[1:2]]
    return parts[0] if parts and parts[0] in ROOMS else ""


TREES = {_name(path): ast.parse(path.read_text(encoding="utf-8")) for path in FILES}


def _imported(node: ast.AST) -> Iterator[str]:
    """The modules that an import statement names: `from a.b import c` may be of a.b or of a.b.c."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _imports(tree: ast.Module) -> set[str]:
    return {name for node in ast.walk(tree) for name in _imported(node)}


def _text(node: ast.AST) -> str:
    """What a string constant says; nothing for any other node."""
    return (
        node.value
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        else ""
    )


def _own_imports(tree: ast.Module) -> set[tuple[str, str]]:
    """Folder (or what lies beside) and room of each module of tracker that a file imports."""
    found = set()
    for name in _imports(tree):
        parts = name.split(".")
        if parts[0] == "tracker" and len(parts) > 1:
            room = next((part for part in parts[2:3] if part in ROOMS), "")
            found.add((parts[1], room))
    return found


def _offenders(wrong: Callable[[str, ast.Module], object]) -> dict[str, object]:
    """By file, whatever `wrong` finds in its name and tree."""
    found = {name: wrong(name, tree) for name, tree in TREES.items()}
    return {name: complaint for name, complaint in found.items() if complaint}


def test_arrows() -> None:
    """A folder imports only itself and those before it; only commands and what completes for them know the app."""

    def strangers(name: str, tree: ast.Module) -> set[str]:
        own = _folder(name)
        if own in FOLDERS:
            allowed = {*FOLDERS[: FOLDERS.index(own) + 1], "errors", "clock", "paths"}
            allowed |= (
                {"app"}
                if _room(name) == "commands" or name.endswith("completion.py")
                else set()
            )
        else:
            allowed = {*BESIDE[own], *BESIDE}
        return {
            folder for folder, _ in _own_imports(tree) if folder in (*FOLDERS, *BESIDE)
        } - allowed

    assert _offenders(strangers) == {}


def test_rooms() -> None:
    """Rules know rules alone; stores and views rules too; services rules and stores; commands know all."""
    may_know = {
        "rules": {"rules"},
        "store": {"rules", "store"},
        "service": {"rules", "store", "service"},
        "view": {"rules", "view"},
    }

    def strangers(name: str, tree: ast.Module) -> set[str]:
        return {room for _, room in _own_imports(tree) if room} - may_know.get(
            _room(name), set(ROOMS)
        )

    assert _offenders(strangers) == {}


def test_rules_are_pure() -> None:
    """Rules read no file, no database, no clock: they import nothing that could."""
    banned = (
        "os.",
        "pathlib.",
        "sqlite3.",
        "sqlalchemy.",
        "click.",
        "time.",
        "random.",
        "tracker.clock",
        "tracker.app",
    )

    def impure(name: str, tree: ast.Module) -> list[str]:
        # A generator seeded with the facts answers the same each time; only its module's own functions do not.
        named = _imports(tree) - {"random.Random"}
        return [
            module
            for module in named
            if _room(name) == "rules" and f"{module}.".startswith(banned)
        ]

    assert _offenders(impure) == {}


def test_journal_is_light() -> None:
    """What everyday commands import is light: nothing heavy is named in it."""
    light = ("journal", "text", "errors", "clock", "paths", "app", "cli")
    heavy = {"sqlalchemy", "alembic", "jinja2", "msgspec", "tomllib"}

    def weights(name: str, tree: ast.Module) -> set[str]:
        return (
            heavy & {module.split(".")[0] for module in _imports(tree)}
            if _folder(name) in light
            else set()
        )

    assert _offenders(weights) == {}


def test_late_imports() -> None:
    """No import stands in a function, but in the named places."""

    def late(name: str, tree: ast.Module) -> bool:
        functions = (
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        )
        inner = {node for function in functions for node in ast.walk(function)}
        return len(
            [node for node in inner if isinstance(node, ast.Import | ast.ImportFrom)]
        ) > LATE.get(name, 0)

    assert _offenders(late) == {}


def test_lengths() -> None:
    """A file is at most 250 lines, and half of them at most 150."""
    lengths = {
        _name(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in FILES
    }

    assert {
        name: length for name, length in lengths.items() if length > LONGEST_FILE
    } == {}
    assert sorted(lengths.values())[len(lengths) // 2] <= 150


def test_packages() -> None:
    """An __init__ says what its folder is, and nothing is imported from it; every folder has one."""

    def wrong(name: str, tree: ast.Module) -> bool:
        if not (HOME / name).with_name("__init__.py").exists():
            return True
        kinds = [type(statement).__name__ for statement in tree.body]
        expected = ["Expr", "Assign"] if name == "__init__.py" else ["Expr"]
        return name.endswith("__init__.py") and (
            kinds != expected or not ast.get_docstring(tree)
        )

    assert _offenders(wrong) == {}


def test_transactions() -> None:
    """Only history, undoing and the library begin, commit and roll back."""
    words = re.compile(
        r"\s*(begin|commit|rollback|end|savepoint|release)\b", re.IGNORECASE
    )

    def ending(name: str, tree: ast.Module) -> list[str]:
        calls = [
            n
            for n in ast.walk(tree)
            if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute)
        ]
        named = [
            ast.unparse(call)
            for call in calls
            if ast.unparse(call.func).endswith(ENDINGS)
        ]
        said = [
            ast.unparse(c)
            for c in calls
            if c.args
            and words.match(_text(c.args[0]))
            and "execute" in ast.unparse(c.func)
        ]
        constants = [
            n.value.value
            for n in tree.body
            if isinstance(n, ast.Assign) and isinstance(n.value, ast.Constant)
        ]
        kept = [
            text
            for text in constants
            if _room(name) == "store" and isinstance(text, str) and words.match(text)
        ]
        return [] if name in TRANSACTIONS else [*named, *said, *kept]

    assert _offenders(ending) == {}


def test_clock() -> None:
    """The clock is read in one place; only the age of a leftover file is asked of another."""
    reading = {
        "datetime.now",
        "datetime.utcnow",
        "datetime.today",
        "date.today",
        "time.time",
        "time.localtime",
    }

    def clocks(name: str, tree: ast.Module) -> set[str]:
        return (
            set()
            if name in CLOCKS
            else reading
            & {ast.unparse(n) for n in ast.walk(tree) if isinstance(n, ast.Attribute)}
        )

    assert _offenders(clocks) == {}


def test_documented() -> None:
    """Every module, and every public function, class and method, says what it is."""

    def silent(_: str, tree: ast.Module) -> list[str]:
        holders = [
            tree,
            *(node for node in tree.body if isinstance(node, ast.ClassDef)),
        ]
        public = [
            node
            for holder in holders
            for node in holder.body
            if isinstance(node, ast.FunctionDef | ast.ClassDef)
            and not node.name.startswith("_")
        ]
        return [node.name for node in public if not ast.get_docstring(node)] + [
            "it"
        ] * (not ast.get_docstring(tree))

    assert _offenders(silent) == {}


def test_tells_no_tales() -> None:
    """The text names no machine's path and no paper that is not shipped."""
    tales = re.compile(r"design\.md|brief\.md|/work/|/tmp/|/home/\w|/root/")

    assert [
        _name(path) for path in FILES if tales.search(path.read_text(encoding="utf-8"))
    ] == []


def test_no_sql_outside() -> None:
    """No SQL is written outside a store, but in database/."""
    sql = re.compile(
        r"\s*(select\s.+\sfrom\s|insert into |update \w+ set |delete from )", re.DOTALL
    )

    def statements(name: str, tree: ast.Module) -> list[str]:
        if _folder(name) == "database" or _room(name) == "store":
            return []
        return [_text(node) for node in ast.walk(tree) if sql.match(_text(node))]

    assert _offenders(statements) == {}


@pytest.fixture(name="command", params=PLACES)
def _command(request: pytest.FixtureRequest) -> click.Command:
    """Each command of the table, from the module that it names."""
    found = command_line.get_command(click.Context(command_line), request.param)
    assert isinstance(found, click.Command)
    assert found.name == request.param
    return found


def test_commands(command: click.Command) -> None:
    """Every command of the table is there, says what it does, and shows how it is typed."""
    assert command.help
    assert isinstance(command, Command)
    assert command.examples.strip()
    assert all("tracker" in line for line in command.examples.strip().splitlines())


def test_help(command: click.Command) -> None:
    """Its help begins with examples, names every option with a word on it, and fits 80 columns."""
    with click.Context(command_line, info_name="tracker", obj=App(Path())) as parent:
        context = click.Context(
            command,
            info_name=command.name,
            parent=parent,
            max_content_width=80,
            terminal_width=80,
        )
        text = command.get_help(context)
    options = [option for option in command.params if isinstance(option, click.Option)]

    assert "\b" not in text
    assert "\\b" not in text
    assert text.splitlines()[2] == "Examples:"
    assert max(map(len, text.splitlines())) <= 80
    assert [option.name for option in options if not option.help] == []


def test_tables_in_help() -> None:
    """An indented paragraph of a docstring keeps its lines, such as those of a table."""

    @app_command("try", examples="tracker try")
    def show() -> None:
        """Do something.

          One    a line
          Two    another

        The words of a sentence
        are filled.
        """

    with click.Context(show, info_name="try", max_content_width=80) as context:
        text = show.get_help(context)

    assert "\n  One    a line\n  Two    another\n" in text
    assert "\n  The words of a sentence are filled.\n" in text


def test_table(capsys: pytest.CaptureFixture[str]) -> None:
    """`tracker --help` shows every command, each on a short line without a full stop."""
    lines = [line for section in SECTIONS.values() for line in section.values()]
    with click.Context(
        command_line, info_name="tracker", max_content_width=80, terminal_width=80
    ) as context:
        text = command_line.get_help(context)

    assert [line for line in lines if not re.match(r"[A-Z].{5,62}[^.]$", line)] == []
    assert [name for section in SECTIONS.values() for name in section] == list(PLACES)
    assert max(map(len, text.splitlines())) <= 80
    assert all(re.search(rf"^  {name} ", text, re.MULTILINE) for name in PLACES)
