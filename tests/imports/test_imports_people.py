"""Other people's logs and databases are asked about."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Output, Tracker
from tracker.imports.rules.people import Identity, is_other_person

ADA = Identity("Ada Byron", "ada@example.org")


@pytest.fixture(autouse=True)
def _folder(tracker: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    tracker("items")


@pytest.mark.parametrize(
    ("person", "owner", "is_other"),
    [
        ("Bo Berg", ADA, True),
        ("Bo Berg <bo@example.org>", ADA, True),
        ("bo@example.org", ADA, True),
        ("Bo Berg <ada@example.org>", ADA, False),
        ("Ada <ada@work.example>", ADA, False),
        ("BYRON, Ada", ADA, False),
        ("Àda Býron", ADA, False),
        ("abyron", ADA, False),
        ("ada.b@work.example", ADA, False),
        ("me", ADA, False),
        ("1042", ADA, False),
        ("Bo Berg", Identity(), False),
        ("Bo Berg", Identity(email="ada@example.org"), False),
        ("bo@example.org", Identity("Ada Byron"), False),
        ("李雷", Identity("韓梅梅"), True),
        ("李雷", Identity("李雷"), False),
        ("Bo", Identity("Bob Stone"), True),
        ("Bo", Identity("Bo Berg"), False),
    ],
)
def test_clearly_another_person(
    person: str, owner: Identity, *, is_other: bool
) -> None:
    """Somebody is another person if what both have has no word in common."""
    assert is_other_person(person, owner) is is_other


@given(st.text(min_size=1), st.text())
def test_nobody_is_another_than_themselves(name: str, address: str) -> None:
    """A log with the database's own name or address is never asked about."""
    assert not is_other_person(name, Identity(name, address))
    assert not is_other_person(f"Ü <{name}>", Identity(address, name))


def _write_log(person: str) -> None:
    Path("log.csv").write_text(
        f"date,hours,project,user\n2026-11-02,1.5,ppo,{person}\n", encoding="utf-8"
    )


def test_log_of_another_person(tracker: Tracker) -> None:
    """A log of somebody else is refused, with the line that imports it anyway."""
    _write_log("Bo Berg")
    tracker.ok('config name "Ada Byron"')

    assert tracker("import log.csv --zone UTC") == Output(
        4,
        "",
        "log.csv: The file has the hours of 'Bo Berg', and this database belongs to 'Ada"
        "\nByron'.\n"
        "If the hours are yours:\n"
        "  tracker import log.csv --zone UTC --user 'Bo Berg'\n",
    )
    assert tracker("import log.csv --dry-run").code == 4
    answer = tracker.json("import log.csv --zone UTC --user 'Bo Berg'")
    assert (answer["added"], answer["seconds"]) == (1, 5400)


@pytest.mark.parametrize("setting", ["name Ada", "zone UTC"])
def test_own_log(tracker: Tracker, setting: str) -> None:
    """One's own log is imported; nothing is asked where no name is set."""
    _write_log("Ada Byron" if "Ada" in setting else "Bo Berg")
    tracker.ok(f"config {setting}")

    assert tracker.json("import log.csv")["added"] == 1


@pytest.mark.parametrize("form", ["csv", "json"])
def test_an_export_of_another_person(tracker: Tracker, form: str) -> None:
    """What tracker exported for somebody else is refused; one's own, or nobody's, is not."""
    bo = 'config name "Bo Berg"'
    for words in ("log ppo 90m", bo, f"export sessions -o bo.{form}"):
        tracker.ok(f"--db bo.db {words}")
    tracker.ok('config name "Ada Byron"')

    assert tracker(f"import bo.{form}") == Output(
        4,
        "",
        f"bo.{form}: The file has the hours of 'Bo Berg', and this database belongs to 'Ada\n"
        "Byron'.\n"
        "If the hours are yours:\n"
        f"  tracker import bo.{form} --user 'Bo Berg'\n",
    )
    answer = tracker.json(f"import bo.{form} --user 'Bo Berg'")
    assert (answer["added"], answer["seconds"]) == (1, 5400)
    tracker.ok(f"--db again.db {bo}")
    for db in ("again.db", "nobody.db"):
        assert tracker.json(f"--db {db} import bo.{form}")["added"] == 1


def test_an_export_is_known_by_its_address(tracker: Tracker) -> None:
    """The same address is the same person, whatever their names."""
    for words in ("log ppo 1h", "config name Bo", "config email b@example.org"):
        tracker.ok(f"--db bo.db {words}")
    tracker.ok("--db bo.db export sessions -o bo.json")
    tracker.ok('config name "Ada Byron"')

    assert tracker("import bo.json").code == 4
    tracker.ok("config email b@example.org")
    assert tracker.json("import bo.json")["added"] == 1


@pytest.mark.parametrize("form", ["csv", "json"])
def test_an_export_brings_its_own_items(tracker: Tracker, form: str) -> None:
    """An own item arrives with its title and track; one that is here keeps its own."""
    for slug, title in (("toy", '=Toy, "small"'), ("jotted", "Notes there")):
        tracker.ok(["--db", "bo.db", "add", slug, "--title", title, "--track", "math"])
        tracker.ok(f"--db bo.db log {slug} 1h")
    tracker.ok(f"--db bo.db export sessions -o bo.{form}")
    tracker.ok("add jotted --title Notes --track coding")

    tracker.ok(f"import bo.{form}")

    rows = {each["slug"]: each for each in tracker.json("items")["items"]}
    assert [
        (rows[slug]["title"], rows[slug]["track"]) for slug in ("toy", "jotted")
    ] == [
        ('=Toy, "small"', "math"),
        ("Notes", "coding"),
    ]


@pytest.fixture(name="other")
def _other(tracker: Tracker) -> Path:
    """A database with a session, that has no name."""
    shutil.copy(tracker.db, "stick.db")
    tracker.ok("--db stick.db log ppo 1h")
    return Path("stick.db")


def test_database_of_another_person(tracker: Tracker, other: Path) -> None:
    """A database with another name is merged only if the person says so."""
    tracker.ok("config name 'Ada Byron'")
    tracker.ok(f"--db {other} config name 'Bo Berg'")

    assert tracker("merge stick.db") == Output(
        4,
        "",
        "stick.db belongs to 'Bo Berg', and this database to 'Ada Byron'.\n"
        "If both are yours, type:\n"
        "  tracker merge stick.db --same-person\n",
    )
    assert not list(Path().glob("*.backup-*"))
    assert tracker.json("report --all")["seconds"] == 0
    assert "Added: 1 session" in tracker.ok("merge stick.db --same-person")
    # The later name is that of both now: nothing is asked again.
    assert tracker("merge stick.db").code == 0


@pytest.mark.parametrize(
    ("ours", "theirs", "code"),
    [
        (("name", "Ada"), ("email", "bo@example.org"), 0),
        (("name", "Ada Byron"), ("name", "byron, ada"), 0),
        (("email", "Ada@example.org"), ("email", "ada@example.org"), 0),
        (("email", "ada@example.org"), ("email", "bo@example.org"), 4),
        (("zone", "UTC"), ("name", "Bo"), 0),
        (("target", "professor"), ("target", "software-engineer"), 4),
        (("target", "professor"), ("target", "professor"), 0),
        (("target", "professor"), ("name", "Bo"), 0),
    ],
)
def test_what_is_compared(
    tracker: Tracker,
    other: Path,
    ours: tuple[str, str],
    theirs: tuple[str, str],
    code: int,
) -> None:
    """Databases are compared by what both have, without case and order of words.

    Where that is neither a name nor an address, their targets are compared.
    """
    tracker.ok(["config", *ours])
    tracker.ok(["--db", str(other), "config", *theirs])

    assert tracker("merge stick.db").code == code


def test_target_of_another_person(tracker: Tracker, other: Path) -> None:
    """A database with another target is asked about, unless it has the same name."""
    tracker.ok("target professor", now="2026-11-23T15:00")
    tracker.ok(f"--db {other} target software-engineer", now="2026-11-23T15:01")
    assert tracker("merge stick.db") == Output(
        4,
        "",
        "stick.db has the target software-engineer, and this database professor.\n"
        "If both are yours, type:\n"
        "  tracker merge stick.db --same-person\n",
    )
    for db in ("tracker.db", "stick.db"):
        tracker.ok(f"--db {db} config name Ada")

    assert "Changed: 1 setting" in tracker.ok("merge stick.db")


def test_name_of_another_database(tracker: Tracker, tmp_path: Path) -> None:
    """Who has sessions and no name is asked before another's name becomes hers."""
    tracker.ok("config email friend@example.org")
    (tmp_path / "tracker.db").rename(tmp_path / "stick.db")
    tracker.ok("log fastai 1h")

    assert tracker("merge stick.db") == Output(
        4,
        "",
        "stick.db belongs to 'friend@example.org', and this database has no name yet.\n"
        "If both are yours, type:\n"
        "  tracker merge stick.db --same-person\n",
    )
    tracker.ok("rm last")
    assert (
        "Exports now carry the e-mail 'friend@example.org', which came with the merge."
        in " ".join(tracker("merge stick.db").err.split())
    )
