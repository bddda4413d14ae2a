"""Every refusal ends with a command to paste, which works, or says what to replace."""

import io
import json
import re
import shlex
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import NOW, Output, Tracker
from tests.pasted_hints import find_commands, has_placeholder

# Amounts and days as typed: `1h30m`; `yesterday`, `2026-11-20`.
AMOUNT = re.compile(r"(?<![\w-])(?:[0-9]+h(?:[0-9]+m)?|[0-9]+m)(?! ago)(?![\w-])")
DAY = re.compile(r"(?<![\w-])(?:yesterday|fri|mon|[0-9]{4}-[0-9]{2}-[0-9]{2})(?![\w-])")
TIMED = ("log", "edit", "start", "stop")

PREPARATION = """
    log fastai 1h30m --on 2026-11-20
    log ppo 7:00-8:00 -n baseline
    done learnpython
    skip project-euler
    drop phd-done
    reach python-done
    target research-contributor-empirical
    plan ziegler-2019 --by 2027-01-31
    break 2027-05-01 2027-05-10
    add elk-notes --title "My notes" --track alignment --hours 5-12
    attempt few-hundred-hour-replication --with ziegler-2019
    rate python moderate --by "Ann Lee" --evidence 'letter:Ann Lee, 3 Nov 2026'
    recall fastai 12h --over 2025
    note "read a paper"
"""
# Other machines: their databases, and what was typed there, with the time after `@`.
MACHINES = {
    "future.db": "log ppo 1h @ 2031-03-04T10:00",
    "target.db": "target professor @ 2026-11-20T10:00",
    "mine.db": "add mine --title Mine --track math @ 2026-11-20T10:00",
}

OWN_ITEM = """
[[item]]
slug = "toy"
title = "Toy"
kind = "project"
track = "math"
hours = [1, 2, 3]
hours_from = "estimate"
skills = ["python"]
requires = ["fastai"]
origin = "extension"
"""

# Commands that are refused; `;` parts those that come before the refused one, and
# `@` stands before the time of these.
REFUSED = """
    doctor --salvage no-folder/new.db
    log fastai
    log fastai 2:30-3:30 --on 2026-10-25
    log fastai 1:30-2:30 25 oct
    log fastai --from 2:30 20m --on 2026-03-29
    edit last 2:10-2:30 25 oct
    edit last --from 2:30 --on 2026-10-25 --amount 10m
    log fastai 10m #deep
    log fastai 25m, ppo 10m
    log fastai 25m, ppo 10m yesterday
    log 25m, 10m fastai ppo
    log fastai 30m yesterday tests
    log 20m planning
    log fastia, 20m yesterday
    log 20m quiz 'lesson 3'
    edit last forum
    edit last fastai 25m, ppo 10m
    start fastai quiz
    rate python=strong
    log fastai 10m @deep #pair
    edit -week
    edit -day
    alias fast ppo; alias fast fastai
    alias fast ppo; alias remove fast
    log fastai 90
    log fastai 0m
    log fastai xyz
    week xyz
    week 47
    week 2026-10
    week 10/1
    week 2150-W01
    week --foo
    year xyz
    year 26
    year 2027
    year 2026-10
    review xyz
    review -5 --plan 'two evenings'
    review --plan 'two evenings' --editor
    review --plan TEXT
    log fastai -- -1h
    log fastai +1h
    log fastai "2 days"
    log fastai 20:15
    log fastai 9-5
    log fastai yesterday 9-5
    log fastai 1.30
    log fastai 20,45
    log fastai 12:30-9
    log fastai 9:00-10:3o
    log fastai 9.5-10.5
    log fastai 21:00-1h
    log fastai until 10:00
    log fastai 9am-1
    log fastai 9:00-25:00
    log fastai foo-10:00
    log fastai 1h 7/12
    log 1h 7/12
    log fastai 1h yesturday
    log 1h yesturday
    edit last yesturday
    log fastai 1h lesson 3
    log fastai lesson 3
    log fastai 1h firday
    log 1h yesterdya
    log fastai 1h 31.11.
    log fastai 1h 2026-02-30
    log fastai 1h 5/11
    log fastai hour
    log fastai 1h ago
    log fastai 25:00-26:00
    log hour
    log fastai from 9 to 10
    log 1h done
    log fastai 1h lesson
    log fastai ppo 1h
    log yesterday
    log 1h zzzz
    log fastai 1h mon tue
    log fastai 13:00 1h
    log fastai 18-06 1h
    log fastai 1h yesterday --on fri
    log fastai today 18:00-19:00
    log fastai 1h "a b" "c d"
    log fastai 1h +3x
    log fastai 30h
    log fastai 18:00-19:00
    log fastai 14:00-9:00
    log fastai 1h --on foo
    log fastai 1h --on 10/1
    log fastai 1h --on yesteday
    log fastai 1h --on "last firday"
    log fastai 1h --on 31.9.
    log fastai 1h --on 14.11.26
    log fastai 1h --on "12 may 26"
    log fastai 1h --on "Fri, 20.11.2025"
    log fastai 1h --on=foo
    log fastai 1h --on tomorrow
    log fastai "yesterday 9am-10am" --on 2026-11-02
    edit
    edit --day foo
    edit --week 2026-10
    edit --week foo
    edit --week 2027-W40
    edit -n x
    edit --day --week
    edit --day --note x
    edit --period foo
    log fastai --from 9:00
    log fastai --from foo --to 10:00
    log fastai 1h --from 9:00 --to 10:00
    log fastai --from 9 --to 5
    log fastai --from 18:00 --to 9:00
    log fastaii 1h
    log book 1h
    log zzzz 1h
    log research-contributor-empirical 1h
    log --on yesterday
    log ppo 7:30-8:30
    log ppo 23h; log ppo 2h
    log fastai 1h --foo
    log fastai 1h --onn yesterday
    log fastai 1h --on
    sessions --limit
    log reinforcement 1h
    log mit 1h
    log fastai 1h --on ""
    lag fastai 1h
    lag ppo 45m
    lag 1h
    fastai 1h --foo
    goal 12h
    sleep 8h
    log goal 12h
    "1h on fastai, watched lesson 6 and cried"
    log fastai 1h -n a -n b
    edit last -n a --note=b
    done fastai lesson 5
    fastai 1 30
    log fastai 9 10
    progress fastai half done
    plan ppo --by 20 dec
    plan ppo 2027-01-20
    plan ppo --by 2027-01-20 --because two weeks of flu
    plan ppo 20 dec
    ask view "It moved"
    break 24 dec
    break 24 dec foo bar
    log fastai 1h --on 12 nov
    last week
    2 days ago
    fast ai
    fastai yesterday
    fastai last week
    add my-course --title X --track coding --kind tiny
    fastai
    ziegler
    arxiv-paper
    professor
    mit
    xyzzy
    undoo
    delte last
    frame
    annotate x
    tag x
    resize 30m
    revert
    find x
    sync
    new
    start ppo --at 13:00; end
    abort
    mv ppo
    set x
    log fastai 1h --tag pair
    log fastai 1h --date yesterday
    log fastai 1h -m
    log --week
    sessions --on mon
    report --on mon
    sessions --start 2026-11-01
    edit last --time 1h
    start zzzz
    start done
    start fastai 25:00
    start fastai 2026-11-18T9:00
    start fastai "25h ago"
    start ppo 1h
    start ppo --at 18:00
    start ppo --at foo
    start ppo --at 13:00; start ppo
    start ppo --at 13:00; start ppo TIME
    start ppo --at 13:00; start ppo 23:50
    start ppo --at 13:00; start
    start ppo --at 13:00; continue
    start ppo --at "yesterday 22:00"; start fastai -n "lesson 3"
    start ppo --at "yesterday 22:00"; pause
    start ppo --at 13:00; start fastai 12:00
    start ppo 9:00-10:00
    start ppo 9:00 --at 9:30
    start ppo lesson 3
    start ppo --at 13:00; stop fastai
    start ppo --at 13:00; stop 1h
    start ppo --at 13:00; stop 3h
    start ppo --at 13:00; stop 20m
    start ppo --at 13:00; stop 13:00-14:00
    start ppo --at 13:00; stop 9
    start ppo --at 13:00; stop 14:00 --at 14:10
    continue ppo
    pause
    stop
    start ppo @ 2026-11-22T09:00; stop
    start ppo @ 2026-11-22T09:00; stop -n "lesson 3" --trust
    start ppo --at "yesterday 16:00"; stop -n "lesson 3"
    start ppo @ 2026-11-18T09:00; stop --at "1h ago"
    start ppo --at 13:00; stop --at 12:00
    start ppo --at "yesterday 23:00"; stop --at 22:00
    start ppo @ 2026-11-18T09:00; stop
    start ppo @ 2026-11-24T09:00; stop
    cancel
    edit last
    edit zzzz --amount 1h
    edit zz --amount 1h
    edit last --amount 90
    edit last 90
    edit last lesson 3
    edit last noon
    edit last --tags
    edit last morning
    edit last 31.11.
    edit last firday
    edit last -n first second
    edit yesterday 45m
    edit fri
    edit last -pair
    edit last -30m
    log fastai -30m
    edit last 1h --amount 2h
    edit last ppo --item fastai
    edit last 13:15
    edit 45m
    edit last --item zzzz
    edit last --on tomorrow
    rm zzzz
    rm
    sessions --since foo
    sessions --limit 0
    sessions --track cooding
    sessions --track zzzz
    sessions zzzz
    sessions 18-06
    sessions fastai ppo
    sessions fastai zzzz
    sessions fastaii oct
    sessions fastai ocotber
    sessions fastai 3
    sessions fastai ppo oct
    sessions oct nov fastai
    sessions two weeks
    sessions yesteday
    sessions asdf qwer
    sessions 10/1
    sessions fastai 10/1
    sessions today yesterday
    sessions today --month
    sessions +pair ppo +deep
    sessions +pair --tag deep
    sessions fastai 2026-05 --since 2026-05-02
    sessions --week --from 2026-11-20 --to 2026-11-01
    report fastai 2026-10 2026-09
    report zzzz --by day
    report --by days
    report --by day,item,week
    report --by item,item
    report --month --year
    report --period foo
    report --period octber
    report --period "last weke"
    report --period w54
    report --period 2026-05..2026-02
    report --period 10/1
    report --since 2026-11-20 --until 2026-11-01
    report --by hour
    recall fastai
    recall fastai 70h
    recall fastai 70 --over 2025
    recall fastai 70h --over foo
    recall fastai 100h --over 2026-11-20
    recall fastai 1h --over 2027
    recall fastai 1h --over 2026-11..
    undo; redo; redo
    undo 99
    undo foo
    redo 1
    undo; undo 14
    log ppo 1h; rm last; undo 15
    redo
    history --limit x
    items --track zzzz
    items --status finished
    open zzzz
    open elk-notes
    open python-done
    show zzzz
    show
    add 90m --title X --track coding
    add "My Course" --title X --track coding
    add ppo --title X --track coding
    add my-course --track coding
    add my-course --title X --track cooding
    add my-course --title X --track coding --kind game
    add my-course --title X --track coding --hours 12-5
    add my-course --title X --track coding --hours many
    rename elk-notes
    rename ppo --title X
    rename elk-notes --slug ppo
    rename elk-notes --title " "
    alias fa
    alias --remove
    alias fa gan; alias fa ppo --remove
    alias zz --remove
    alias lw --remove
    alias fast-ai ppo
    alias today ppo
    alias for ppo
    alias noon ppo
    alias zz kk
    alias zz mit
    alias zz arxiv-paper
    alias mine gan; alias mime --remove
    progress fastai 8/7
    progress fastai 40.5%
    progress fastai half
    progress fastai 3/0
    progress coding-beyond-basics 40%
    done zzzz
    done fastai --on tomorrow
    done taste
    skip zzzz
    drop python-done
    reopen fastai
    reopen arxiv-paper
    reopen zzzz
    milestones --for professsor
    milestones --for zzzz
    attempt arxiv-paper --with zzzz
    attempt arxiv-paper --with ppo --since tomorrow
    attempt arxiv-paper --with ppo --phase reading
    attempt arxiv-paper --with ppo --phase "reading 50"
    attempt arxiv-paper --with ppo --decision " "
    attempt few-hundred-hour-replication
    reach
    reach arxiv-papr
    reach mlp-on-mnist
    reach fast-ai --evidence repo:git.example/x
    reach axrp
    attempt typical-paper
    attempt mlp-on-mnist --with ppo
    log few-hundred-hour-replication 1h
    log phd-done 1h
    start python-done
    ready --if "reach mlp-on-mnist"
    reach arxiv-paper --evidence foo
    reach arxiv-paper --evidence repo:
    reach arxiv-paper --evidence repo:URL
    reach arxiv-paper --evidence https://git.example/x
    reach arxiv-paper --on tomorrow
    feature ppo
    feature zzzz
    feature python-done ppo
    feature arxiv-paper
    feature python-done --hide python-done
    export progress --only ppo
    export progress --only zzzz
    export progress --only python-done --until 2026-11-01
    export hours --only python-done
    reach arxiv-paper --title 'A paper on preferences A paper on preferences A paper on preferences A paper on preferences A paper on preferences A paper on preferences'
    reach few-hundred-hour-replication --on 2026-11-01
    reach ml-library-contribution
    target profesor
    target zzzz
    target professor --variant theory
    target research-lead-theoretical --variant zzzz
    target ROLE
    ready zzzz
    ready --roles --since 2026-11-01
    ready professor --roles
    ready --since tomorrow
    ready --if "log ppo"
    ready --if "reach arxiv-papr"
    ready --if "reach arxiv-paper --foo x"
    ready --if "reach"
    gaps professsor
    config target ""; gaps
    known python strong
    known pythn=strong gan
    known fastai=strong
    known python=great
    known lilian
    known mit
    known python --on tomorrow
    add python --title P --track coding; known python
    rate pythn strong
    rate python great
    rate python strong --evidence 'letter:Ann Lee, 3 Nov 2026'
    rate python strong --by "Ann Lee"
    rate python strong --by Kim --evidence x
    skills zzzz
    week fastai
    plan ziegler-2019 --by foo
    plan ziegler-2019 --by 2026-11-01
    plan ziegler-2019 --by 2027-01-31
    plan ziegler-2019 --by 2027-02-01 --withdraw
    plan --by 2027-01-31
    plan ppo --because late
    plan ppo --withdraw
    plan --private
    plan ppo --private
    plan fastai --by 2027-02-01 --private
    plan learnpython --by 2027-01-31
    plan project-euler --by 2027-01-31
    plan zzzz --by 2027-01-31
    break 2027-06-01
    break 2027-03-05 2027-03-01
    break 2027-05-08 2027-05-12
    break foo 2027-01-05
    break 2027-02-01 2027-02-03 --remove
    break --remove
    forecast zzzz
    config hours-a-week 12h; forecast learnpython
    config hours-a-week 12h; forecast coding-beyond-basics
    config hours-a-week 12h; forecast phd-done
    forecast
    note --limit 0
    note " "
    ask foo
    ask decison
    ask money
    ask --list --answer x
    ask view --answer x --editor
    import
    import missing.csv
    import notes.txt
    import hours.csv --dates foo
    import hours.csv --columns foo,bar
    import hours.csv --zone Berlin
    import hours.csv --map missing.toml
    import hours.csv --format foo
    import two.csv
    move zzzz fastai
    merge missing.db
    merge notes.txt
    merge future.db
    merge target.db
    alias mine ppo; merge mine.db; show mine
    export
    export foo
    export application
    export application --for zzzz
    export progress --for taif
    export sessions --format pdf
    export progress --format pdf
    export progress --format html --json
    export progress --period 2026-05 --since 2026-05-01
    export progress --since 2026-05-02 --until 2026-05-01
    export progress --since tomorrow
    export progress -o missing/progress.md
    export progress -o .
    export progress -o notes.txt
    export progress -o tracker.db --force
    export progress -o tracker.db-wal
    export progress -o demo.db --force
    export application --for taif --field zzzz
    export application --for taif --field KEY
    export application --for taif --field summary
    export application --for taif --field name --answers none.toml
    export application --for taif --field track-record --format pdf
    export application --for taif --field track-record --worksheet
    export application --for taif --answers missing/taif.toml
    export application --for taif --answers -
    export application --for aistof --answers aistof.toml
    export application --for taif --answers budget.toml
    export application --answers taif.toml
    export update --worksheet
    export update --for taif --answers taif.toml
    export progress --field summary
    export sessions --worksheet
    export progress --format docx
    export progress -o x.odt
    page -o missing/page.html
    page -o .
    page -o notes.txt
    page -o tracker.db --force
    export update --answers x.toml
    export hours --cap 20
    export hours --by week
    export hours --tags --redact
    export progress --by day
    export sessions --tags
    funders zzzz
    applied zzzz
    applied taif --asked ""
    applied taif --file missing.md
    applied taif --on tomorrow
    applications zzzz
    backup notes.txt
    backup .
    backup copy.db --list
    restore missing.db
    restore notes.txt
    restore tracker.db
    config foo
    config day-starts 13:00
    config day-starts foo
    config zone Berlin
    config hours-a-week 200
    config hours-a-week lots
    config email foo
    config links ada.example/cv
    config links data:x
    config pictures png
    feature --hide python-done python-done
    feature --hide python-done --show python-done
    config target zzzz
    config variant zzzz
    demo
    completion
    completion cmd
    catalogue
    catalogue check
    catalogue check missing
    catalogue foo my-items
    --db FILE status
    --foo
"""


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


@pytest.fixture(name="prepared", scope="session")
def _prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("prepared") / "tracker.db"


@pytest.fixture(name="studied")
def _studied(
    tracker: Tracker, prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Tracker:
    """A tracker with a database in which something of each kind is recorded."""
    tracker.pastes = False  # here each command is pasted, not one of each kind
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.setattr("sys.stdin", io.StringIO())
    Path("my-items").mkdir()
    Path("my-items/item.toml").write_text(OWN_ITEM)
    if not prepared.exists():
        for words in lines(PREPARATION):
            tracker.ok(words)
        shutil.copyfile(tracker.db, prepared)
        for name, words in MACHINES.items():
            command, _, now = words.partition(" @ ")
            tracker.ok(f"--db '{prepared.parent / name}' {command}", now)
    shutil.copyfile(prepared, tracker.db)
    for name in MACHINES:
        shutil.copyfile(prepared.parent / name, name)
    Path("notes.txt").write_text("Dear diary\n")
    Path("hours.csv").write_text("date,project,hours\n2026-11-02,ppo,1.5\n")
    Path("two.csv").write_text("date,project,duration\n2026-11-02,ppo,20\n")
    shutil.copyfile(prepared, "demo.db")
    return tracker


def content(database: Path) -> list[str]:
    """All that a database holds."""
    with closing(sqlite3.connect(database)) as db, db:
        return list(db.iterdump())


@pytest.mark.parametrize("typed", lines(REFUSED))
def test_refusals_end_with_commands_that_work(typed: str, studied: Tracker) -> None:
    """Each command of a hint works when it is pasted; placeholders are refused."""
    *before, wrong = typed.split("; ")
    for words in before:
        command, _, now = words.partition(" @ ")
        studied.ok(command, now or NOW)
    saved = studied.db.read_bytes()
    refused = studied(wrong, NOW)
    hint = refused.err
    if hint.startswith("{"):
        hint = json.loads(hint)["error"]["hint"]
    printed = [command for command, _ in find_commands(hint)]

    assert refused.code in (2, 3, 4, 5, 6), refused
    assert printed, refused.err
    assert re.search(r"[.?]$", hint, re.MULTILINE), refused.err
    assert "Traceback" not in refused.err
    for command in printed:
        check_paste(studied, command, saved, refused)
        check_kept(wrong, command, refused)


def check_paste(tracker: Tracker, command: str, saved: bytes, refused: Output) -> None:
    words = shlex.split(command)[1:]
    tracker.db.write_bytes(saved)
    before = content(tracker.db)
    pasted = tracker(words)
    if has_placeholder(words):
        assert pasted.code in (2, 3), (refused.err, pasted)
        assert content(tracker.db) == before
    elif pasted.code == 4 and words[0] in TIMED:  # it asks its own question
        assert list(find_commands(pasted.err)), (refused.err, pasted)
    else:
        assert pasted.code == 0, (refused.err, pasted)


def check_kept(typed: str, command: str, refused: Output) -> None:
    """An amount or a day stays in a line of log or edit, unless it is the fault."""
    name = typed.split()[0]
    if name not in ("log", "edit") or not command.startswith(f"tracker {name} "):
        return
    message = refused.err.splitlines()[0]
    for kind in (AMOUNT, DAY):
        texts = kind.findall(typed)
        is_between = kind is AMOUNT and " --to " in command  # both times say it
        if texts and not is_between and not command.endswith("--help"):
            assert any(text in message + command for text in texts), (typed, command)
