"""The house: who may import whom, what each room holds, names, lengths, choices."""

import ast
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import tracker
from tracker import choices
from tracker.command_table import PLACES

HOME = Path(tracker.__file__).parent
SHIPPED = {"migrations", "seed"}  # in an installed package they are inside
FILES = sorted(
    path
    for path in HOME.rglob("*.py")
    if not SHIPPED & set(path.parts[len(HOME.parts) :])
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
    "page",
    "maintenance",
)
# The modules beside the folders, and the folders that each may import.
BESIDE: dict[str, tuple[str, ...]] = {
    "choices": (),
    "json_types": (),
    "labels": (),
    "limits": (),
    "input_file": (),
    "errors": (),
    "clock": (),
    "machine_zones": (),
    "paths": (),
    "system": (),
    "documentation": (),
    "guide": (),
    "modules": (),
    "pager": (),
    "installation": (),
    "app": ("text", "database", "journal"),
    "arguments": ("text",),
    "cli": ("text", "database"),
    "click_commands": ("text",),
    "click_group": ("text",),
    "faults": (),
    "output": ("text",),
    "command": (),
    "command_table": (),
    "corrections": ("text",),
    "familiar_words": ("text",),
    "unknown_commands": ("text", "database", "journal"),
    "rehearsal": ("text",),
    "usage_errors": ("text",),
    "__main__": ("journal", "maintenance"),
    "__init__": (),
}
# What every folder may import.
EVERYWHERE = (
    "choices",
    "command_table",
    "json_types",
    "labels",
    "limits",
    "input_file",
    "errors",
    "clock",
    "modules",
    "paths",
    "system",
    "documentation",
    "installation",
)
ROOMS = ("rules", "store", "service", "view", "commands")
# The rooms that each room may import; commands may import all.
KNOWN_ROOMS = {
    "rules": {"rules"},
    "store": {"rules", "store"},
    "service": {"rules", "store", "service"},
    "view": {"rules", "view"},
}
LONGEST_FILE = 250
LONGEST_LINE = 100
# How many imports stand inside functions, each for the time it saves.
LATE_IMPORTS = {
    "__main__.py": 5,
    "clock.py": 1,
    "machine_zones.py": 2,
    "click_commands.py": 1,
    "database/open.py": 4,
    "database/connect.py": 2,
    "database/damage.py": 2,
    "database/library.py": 1,
    "database/undo.py": 2,
    "text/amounts.py": 1,
    "text/columns.py": 1,
    "text/month_days.py": 1,
    "journal/rules/word_days.py": 1,
    "journal/service/history_steps.py": 1,
    "journal/service/session_choice.py": 2,
    "journal/store/prompt_line.py": 2,
    "journal/view/running_timer.py": 2,
    "imports/commands/import_.py": 2,
    "imports/formats/detect.py": 1,
    "imports/formats/workbook.py": 1,
    "imports/service/dry_run.py": 1,
    "imports/service/sheets.py": 1,
}
# What knows the tables as such, by SQLAlchemy; no other module imports it, or these.
TABLE_MODULES = (
    "database/bridge.py",
    "database/create.py",
    "database/migrate.py",
    "database/schema/",
    "database/seed/",
    "imports/commands/merge.py",
    "imports/service/future_dates.py",
    "imports/service/merge.py",
    "imports/service/merge_sides.py",
    "imports/store/future_dates.py",
    "imports/store/merge_rows.py",
    "imports/store/shipped_rows.py",
    "imports/store/tombstones.py",
    "imports/store/versions.py",
    "maintenance/commands/demo.py",
    "maintenance/service/demo.py",
    "maintenance/service/salvage.py",
    "maintenance/store/salvage_rows.py",
)
# Those that may begin and commit, and those that may read the clock.
TRANSACTIONS = ("database/history.py", "database/undo.py", "database/library.py")
TRANSACTION_CALLS = (".commit", ".rollback", ".begin_nested", ".executescript")
CLOCKS = ("clock.py", "database/unfinished.py", "journal/store/prompt_line.py")
CLOCK_READS = {
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "time.time",
    "time.localtime",
}
# Nouns that end like a participle: `rating`, `heading`.
NOUNS = {"setting", "string", "heading", "binding", "rating", "ranking"}

# `begin immediate`, `savepoint x`: a statement of a transaction.
TRANSACTION_WORD = re.compile(
    r"\s*(begin|commit|rollback|end|savepoint|release)\b", re.IGNORECASE
)
# `select x from y`, `insert into x`: a whole statement.
STATEMENT = re.compile(
    r"\s*(select\s.+\sfrom\s|insert into |update \w+ set |delete from )", re.DOTALL
)
# SQL or a file, in any way: what makes a module a store.
STORED = re.compile(
    r"\b(select|insert|insert_row|update|delete|pragma)\b|open\(|scandir\(|\.read_|\.write_|read_toml_file",
    re.IGNORECASE,
)
# `mapping`, `held`: a gerund or participle at the end of a name.
PARTICIPLE = re.compile(r"(ing|held|told|said|kept|written|known)$")
# `/work/`, `design.md`: the path of a machine, or a paper that is not shipped.
PRIVATE_PATH = re.compile(r"design\.md|brief\.md|/work/|/tmp/|/home/\w|/root/")


def _name(path: Path) -> str:
    return path.relative_to(HOME).as_posix()


TEXTS = {_name(path): path.read_text(encoding="utf-8") for path in FILES}


@cache
def read_trees() -> dict[str, ast.Module]:
    """What each file says, by its name.

    No list of tests needs it, and it is a fifth of the time and of the memory of one.
    """
    return {name: ast.parse(text) for name, text in TEXTS.items()}


def _folder(name: str) -> str:
    """The folder of a file, or the module beside the folders."""
    return name.split("/")[0].removesuffix(".py")


def _room(name: str) -> str:
    """The room of a file: rules, store, service, view or commands; else nothing."""
    parts = name.removesuffix(".py").split("/")
    return parts[1] if len(parts) > 1 and parts[1] in ROOMS else ""


def _stem(name: str) -> str:
    """`sessions` of `journal/store/sessions.py`."""
    return name.rpartition("/")[2].removesuffix(".py")


def _imported_names(node: ast.AST) -> Iterator[str]:
    """What an import names: `from a.b import c` may be of a.b or of a.b.c."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _imports(tree: ast.AST) -> set[str]:
    return {name for node in ast.walk(tree) for name in _imported_names(node)}


def _constant_text(node: ast.AST) -> str:
    """The text of a string constant; nothing for any other node."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return ""


def _imported_rooms(tree: ast.Module) -> set[tuple[str, str]]:
    """Folder, or module beside the folders, and room of each import of tracker."""
    rooms = set()
    for name in _imports(tree):
        parts = name.split(".")
        if parts[0] == "tracker" and len(parts) > 1:
            room = parts[2] if parts[2:3] and parts[2] in ROOMS else ""
            rooms.add((parts[1], room))
    return rooms


def _offenders(
    find_faults: Callable[[str, ast.Module], object],
) -> dict[str, object]:
    """By file, the faults in its name and tree."""
    faults = {name: find_faults(name, tree) for name, tree in read_trees().items()}
    return {name: fault for name, fault in faults.items() if fault}


def test_folders() -> None:
    """A folder imports only itself and those before it; commands also the app."""

    def strangers(name: str, tree: ast.Module) -> set[str]:
        folder = _folder(name)
        if folder in FOLDERS:
            earlier = FOLDERS[: FOLDERS.index(folder) + 1]
            allowed = {*earlier, *EVERYWHERE}
        else:
            allowed = {*BESIDE[folder], *BESIDE}
        if _room(name) == "commands" or name.endswith("completion.py"):
            allowed |= {"app", "output", "arguments", "command"}
        imported = {folder for folder, _ in _imported_rooms(tree)}
        return imported & {*FOLDERS, *BESIDE} - allowed

    assert _offenders(strangers) == {}


def test_rooms() -> None:
    """Rules import rules, stores and views rules too, services rules and stores."""

    def strangers(name: str, tree: ast.Module) -> set[str]:
        rooms = {room for _, room in _imported_rooms(tree) if room}
        return rooms - KNOWN_ROOMS.get(_room(name), set(ROOMS))

    assert _offenders(strangers) == {}


def test_click_is_for_commands() -> None:
    """Rules, stores, services and views do not know the command line."""

    def reads_command_line(name: str, tree: ast.Module) -> bool:
        imports = _imports(tree)
        uses_click = any(f"{module}.".startswith("click.") for module in imports)
        return uses_click and _room(name) in KNOWN_ROOMS

    assert _offenders(reads_command_line) == {}


def test_rules_are_pure() -> None:
    """Rules import nothing that reads a file, a database or the clock."""
    impure = (
        "os.",
        "pathlib.",
        "sqlite3.",
        "sqlalchemy.",
        "time.",
        "random.",
        "tracker.clock",
        "tracker.app",
    )

    def impurities(name: str, tree: ast.Module) -> list[str]:
        if _room(name) != "rules":
            return []
        # A generator with a seed answers the same each time.
        modules = _imports(tree) - {"random.Random"}
        return [module for module in modules if f"{module}.".startswith(impure)]

    assert _offenders(impurities) == {}


def test_stores_have_statements() -> None:
    """A module without a statement and without a file is not a store."""

    def is_no_store(name: str, _: ast.Module) -> bool:
        is_store = _room(name) == "store" and _stem(name) != "__init__"
        return is_store and not STORED.search(TEXTS[name])

    assert _offenders(is_no_store) == {}


def test_no_sql_outside() -> None:
    """SQL is written in stores and in database/ only."""

    def statements(name: str, tree: ast.Module) -> list[str]:
        if _folder(name) == "database" or _room(name) == "store":
            return []
        texts = map(_constant_text, ast.walk(tree))
        return [text for text in texts if STATEMENT.match(text)]

    assert _offenders(statements) == {}


def test_commands_have_files() -> None:
    """Each command is in a file of its name; `break_` and `import_` are Python's words."""
    misplaced = {
        name: module
        for name, (module, _) in PLACES.items()
        if not re.fullmatch(rf"tracker\.\w+\.commands\.{name}_?", module)
    }

    assert misplaced == {}


def test_commands_are_short() -> None:
    """A command has at most 20 lines: it reads options, calls a service and shows."""

    def long_commands(name: str, tree: ast.Module) -> list[str]:
        if _room(name) != "commands":
            return []
        functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
        commands = [function for function in functions if function.decorator_list]
        return [function.name for function in commands if _body_lines(function) > 20]

    assert _offenders(long_commands) == {}


def _body_lines(function: ast.FunctionDef) -> int:
    """The lines of a function after its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    if not body:
        return 0
    return (body[-1].end_lineno or 0) - body[0].lineno + 1


def test_class_names() -> None:
    """A class name stands for one thing in the whole program."""
    places = defaultdict(list)
    for name, tree in read_trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                places[node.name].append(name)

    assert {name: files for name, files in places.items() if len(files) > 1} == {}


def test_module_names() -> None:
    """A module is named by a noun or by its command, not by what it does."""
    stems = {_stem(name) for name in TEXTS} - NOUNS - set(PLACES)

    assert {stem for stem in stems if PARTICIPLE.search(stem)} == set()


def test_choices_stand_once() -> None:
    """No list of choices is written out again outside choices.py."""
    lists = {
        frozenset(value): name
        for name, value in vars(choices).items()
        if isinstance(value, tuple)
    }

    def copies(name: str, tree: ast.Module) -> list[str]:
        if name == "choices.py":
            return []
        literals = [
            node.elts
            for node in ast.walk(tree)
            if isinstance(node, ast.Tuple | ast.List | ast.Set)
        ]
        values = [frozenset(map(_constant_text, literal)) for literal in literals]
        return [lists[value] for value in values if value in lists]

    assert _offenders(copies) == {}


def test_no_starred_tuples() -> None:
    """No call is folded by a starred tuple."""

    def folds(name: str, tree: ast.Module) -> list[str]:
        starred = [node for node in ast.walk(tree) if isinstance(node, ast.Starred)]
        tuples = [node for node in starred if isinstance(node.value, ast.Tuple)]
        return list(map(ast.unparse, tuples))

    assert _offenders(folds) == {}


def test_all_lines_are_formatted() -> None:
    """No line is kept from the formatter."""
    marks = ("fmt: skip", "fmt: off")

    assert [name for name, text in TEXTS.items() if any(m in text for m in marks)] == []


def test_journal_is_light() -> None:
    """Everyday commands import nothing heavy."""
    beside = {*EVERYWHERE} - {"installation"}  # for what is not installed
    light = {"journal", "text", "app", "arguments", "cli", "command", *beside}
    heavy = {"sqlalchemy", "alembic", "jinja2", "msgspec", "tomllib"}

    def weights(name: str, tree: ast.Module) -> set[str]:
        if _folder(name) not in light:
            return set()
        return heavy & {module.split(".")[0] for module in _imports(tree)}

    assert _offenders(weights) == {}


def _module(name: str) -> str:
    """`tracker.text.days` of `text/days.py`."""
    return f"tracker.{name.removesuffix('.py').replace('/', '.')}"


def _early_imports(tree: ast.Module) -> set[str]:
    """The modules that are imported with a module, or what it takes of them."""
    bodies = [node for node in tree.body if not isinstance(node, ast.FunctionDef)]
    names = set().union(*map(_imports, bodies))
    packages = {name.partition(".")[0] for name in names}
    return names | packages | {name.rpartition(".")[0] for name in names}


def test_tables_by_sqlalchemy() -> None:
    """Only what makes, seeds, merges or salvages databases imports SQLAlchemy, also by others."""
    early = {_module(name): _early_imports(tree) for name, tree in read_trees().items()}
    heavy = {"sqlalchemy"}
    while more := {name for name in early if early[name] & heavy} - heavy:
        heavy |= more

    strangers = [name for name in TEXTS if _module(name) in heavy]
    assert [name for name in strangers if not name.startswith(TABLE_MODULES)] == []


def test_late_imports() -> None:
    """No import stands in a function, except at the named places."""

    def is_unexpected(name: str, tree: ast.Module) -> bool:
        functions = [
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        ]
        inner = {node for function in functions for node in ast.walk(function)}
        imports = [n for n in inner if isinstance(n, ast.Import | ast.ImportFrom)]
        return len(imports) != LATE_IMPORTS.get(name, 0)

    assert _offenders(is_unexpected) == {}


def test_lengths() -> None:
    """A file has at most 250 lines, and half of the files at most 150."""
    lengths = {name: len(text.splitlines()) for name, text in TEXTS.items()}

    assert {name: n for name, n in lengths.items() if n > LONGEST_FILE} == {}
    assert sorted(lengths.values())[len(lengths) // 2] <= 150


def test_long_lines() -> None:
    """Fewer than 2 in 100 lines have over 100 letters."""
    lines = [line for text in TEXTS.values() for line in text.splitlines()]
    long_lines = [line for line in lines if len(line) > LONGEST_LINE]

    assert len(long_lines) < 0.02 * len(lines)


def test_packages() -> None:
    """Every folder has an __init__, which says what it is and imports nothing."""

    def is_wrong(name: str, tree: ast.Module) -> bool:
        if not (HOME / name).with_name("__init__.py").exists():
            return True
        if _stem(name) != "__init__":
            return False
        statements = [type(statement).__name__ for statement in tree.body]
        expected = ["Expr", "Assign"] if name == "__init__.py" else ["Expr"]
        return statements != expected or not ast.get_docstring(tree)

    assert _offenders(is_wrong) == {}


def _calls(tree: ast.Module) -> list[ast.Call]:
    """The calls of methods."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [call for call in calls if isinstance(call.func, ast.Attribute)]


def test_transactions() -> None:
    """Only history, undo and the library begin, commit and roll back."""

    def endings(name: str, tree: ast.Module) -> list[str]:
        if name in TRANSACTIONS:
            return []
        calls = []
        for call in _calls(tree):
            method = ast.unparse(call.func)
            statement = _constant_text(call.args[0]) if call.args else ""
            executes = "execute" in method and TRANSACTION_WORD.match(statement)
            if executes or method.endswith(TRANSACTION_CALLS):
                calls.append(ast.unparse(call))
        return calls

    assert _offenders(endings) == {}


def test_store_constants() -> None:
    """No constant of a store is a statement that begins or ends a transaction."""

    def endings(name: str, tree: ast.Module) -> list[str]:
        if _room(name) != "store" or name in TRANSACTIONS:
            return []
        values = [node.value for node in tree.body if isinstance(node, ast.Assign)]
        texts = map(_constant_text, values)
        return [text for text in texts if TRANSACTION_WORD.match(text)]

    assert _offenders(endings) == {}


def test_clock() -> None:
    """The clock is read in one place, and for the age of a leftover file in another."""

    def reads(name: str, tree: ast.Module) -> set[str]:
        if name in CLOCKS:
            return set()
        attributes = [n for n in ast.walk(tree) if isinstance(n, ast.Attribute)]
        return CLOCK_READS & set(map(ast.unparse, attributes))

    assert _offenders(reads) == {}


def test_docstrings() -> None:
    """Every module, and every public function, class and method, has a docstring."""

    def undocumented(name: str, tree: ast.Module) -> list[str]:
        classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
        members = [node for holder in (tree, *classes) for node in holder.body]
        definitions = [
            n for n in members if isinstance(n, ast.FunctionDef | ast.ClassDef)
        ]
        public = [node for node in definitions if not node.name.startswith("_")]
        missing = [node.name for node in public if not ast.get_docstring(node)]
        return missing if ast.get_docstring(tree) else [name, *missing]

    assert _offenders(undocumented) == {}


def test_no_private_paths() -> None:
    """The text names no path of a machine and no paper that is not shipped."""
    assert [name for name, text in TEXTS.items() if PRIVATE_PATH.search(text)] == []
