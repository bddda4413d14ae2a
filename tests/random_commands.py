"""Random commands over the whole command table, for walks through undo and redo."""

import re
from pathlib import Path
from random import Random

# What stands in the place of each name in braces.
WORDS = {
    "item": "fastai ppo ziegler-2019 learnpython gan mine own notes podcast jots",
    "own": "mine own notes",
    "new": "mine own notes jots other x",
    "alias": "x jots pd own",
    "milestone": "python-done few-hundred-hour-replication replication-done"
    " arxiv-paper transformer-in-pytorch reproduce-own-domain",
    "day": "2026-11-01 2026-11-20 2026-10-25 yesterday today",
    "due": "2026-12-24 2027-02-28 2027-06-30",
    "amount": "30m 1h30m 45m 2h 23:30-0:45 9:00-10:30 22:00-1:00 1:30-2:30",
    "time": "9:00 13:10 23:50 00:20 now",
    "tag": "+a +deep +b",
    "text": "one 'two words' 'é🎉' ''",
    "level": "none basic moderate strong",
    "skill": "python pytorch algorithms writing",
    "where": "repo:https://git.example/x 'letter:Ada Lee, 3 Nov 2026'"
    " post:https://e.org/p",
    "file": "toggl.csv hours.csv hours.csv",
    "role": "research-contributor-empirical software-engineer professor",
    "project": "Deep Notes Papers",
}
_WORD = re.compile(r"'[^']*'|\S+")  # a word, or several in quotes: x, 'two words'
_PLACE = re.compile(r"\{([a-z]+)\}")  # the place of a word: {item}

# Each command of the table: the ways to type it.
TEMPLATES: dict[str, tuple[str, ...]] = {
    "log": (
        "log {item} {amount} --on {day} -n {text} {tag}",
        "log {item} {amount} --overlap",
        "log {item} 20m",
    ),
    "start": ("start {item} {tag} -n {text}", "start {item} --at {time}", "start"),
    "stop": ("stop", "stop --trust", "stop --at {time} -n {text}"),
    "pause": ("pause",),
    "continue": ("continue",),
    "cancel": ("cancel",),
    "status": ("status",),
    "sessions": ("sessions --limit 5",),
    "edit": (
        "edit last --amount {amount} --tag b",
        "edit last --item {item} -n {text}",
        "edit {id} --on {day}",
        "edit {id} --from {time} --overlap",
    ),
    "rm": ("rm last", "rm {id}", "rm {id} {id}"),
    "report": ("report --all",),
    "recall": ("recall {item} 5h --over 2026-10", "recall {item} 20h --over 2025"),
    "undo": ("undo --older",),
    "redo": ("redo --older",),
    "history": ("history",),
    "items": ("items",),
    "show": ("show {item}",),
    "open": ("open {milestone}",),
    "add": (
        "add {new} --title T{text} --track math --requires {item} --hours 5-12",
        "add {new} --title {text} --track coding --aka {new} --requires {item}",
    ),
    "rename": (
        "rename {own} --slug {new}",
        "rename {own} --title {text} --track math --hours 3-4",
    ),
    "alias": ("alias {alias} {item}", "alias {alias} --remove"),
    "progress": ("progress {item} 3/7", "progress {item} 40%", "progress {item} 0/2"),
    "done": ("done {item}", "done {milestone} {item} --on {day}", "done {milestone}"),
    "skip": ("skip {item}",),
    "drop": ("drop {item}", "drop {milestone}"),
    "reopen": ("reopen {item}", "reopen {milestone}"),
    "milestones": ("milestones",),
    "attempt": (
        "attempt {milestone} --with {item} --since {day} --hours 200-260",
        "attempt {milestone} --phase 'Read 20' --phase 'Write 30-40'",
        "attempt {milestone} --decision {text}",
    ),
    "reach": (
        "reach {milestone} --evidence {where} --claimed 1 --reproduced 2",
        "reach {milestone} --with {item} --on {day} --part {text}",
        "reach {milestone} --with {item} --title {text} --summary {text}",
    ),
    "target": ("target {role}",),
    "known": ("known {skill}={level} {item} {milestone}",),
    "ready": ("ready",),
    "gaps": ("gaps",),
    "road": ("road",),
    "next": ("next",),
    "rate": (
        "rate {skill} {level}",
        "rate {skill} {level} --by Ada --evidence {where}",
    ),
    "skills": ("skills",),
    "week": ("week",),
    "year": ("year",),
    "review": ("review --plan {text}",),
    "plan": (
        "plan {item} --by {due} --because {text}",
        "plan {milestone} --by {due} --because {text} --private",
        "plan {item} --withdraw",
        "plan {item} --public",
    ),
    "break": (
        "break 2026-12-20 2027-01-03",
        "break 2026-12-20 2027-01-03 --remove",
        "break 2027-04-01 2027-04-05",
    ),
    "forecast": ("forecast {item}", "forecast --list"),
    "note": ("note {text} --changed", "note {text} --on {day} --private"),
    "ask": ("ask --answer {text}", "ask --list"),
    "import": ("import {file}", "import {file} --zone UTC"),
    "move": ("move {project} {item}",),
    "merge": ("merge fork.db", "merge other.db"),
    "export": ("export progress", "export sessions -o sessions.csv --force"),
    "feature": (
        "feature {item} {milestone}",
        "feature --hide {milestone}",
        "feature {item} --show {item}",
    ),
    "funders": ("funders",),
    "applied": ("applied ltff --asked 10k --on {day}", "applied ltff --report"),
    "applications": ("applications",),
    "page": ("page -o page.html --force",),
    "backup": ("backup",),
    "restore": ("restore",),
    "doctor": ("doctor",),
    "config": (
        "config day-starts 04:00",
        "config day-starts ''",
        "config zone America/New_York",
        "config zone ''",
        "config name Ada",
        "config hours-a-week 12",
    ),
    "help": ("help", "help {item}", "help spellings"),
    "demo": ("demo --db none/demo.db",),
    "completion": ("completion bash",),
    "catalogue": ("catalogue add extra", "catalogue check extra"),
}
# Most commands of a walk come from these: what one types many times a day.
FREQUENT = ("log", "start", "stop", "edit", "rm", "undo", "redo", "merge", "done")
FILES = {
    "toggl.csv": (
        "User,Email,Client,Project,Task,Description,Billable,"
        "Start date,Start time,End date,End time,Duration,Tags\n"
        "Ada,a@x.org,,Deep,,n,No,2026-08-03,09:00:00,2026-08-03,10:30:00,01:30:00,\n"
        "Ada,a@x.org,,Papers,,n,No,2026-08-04,23:00:00,2026-08-05,01:30:00,02:30:00,\n"
    ),
    "extra/items.toml": (
        '[[item]]\nslug = "toy"\ntitle = "Toy"\nkind = "project"\ntrack = "math"\n'
        'hours = [1, 2, 3]\nhours_from = "estimate"\nskills = ["python"]\n'
        'requires = ["fastai"]\norigin = "extension"\n'
    ),
}


def write_files() -> None:
    """Write the files that commands name into the current folder."""
    for name, text in FILES.items():
        place = Path(name)
        place.parent.mkdir(exist_ok=True)
        place.write_text(text)


def write_log(random: Random) -> None:
    """Write hours.csv anew: a log whose rows come, go and change."""
    rows = [
        f"2026-09-{day:02},{random.choice(['1.5', '2.25'])},{project},n{day}"
        for day in range(1, 9)
        for project in random.sample(["Deep", "Notes", "Papers"], 1)
    ]
    kept = random.sample(rows, 6)
    Path("hours.csv").write_text("\n".join(["date,hours,project,note", *kept, ""]))


def random_command(random: Random, ids: list[str]) -> str:
    """A command with random words; `ids` are uids of rows, for `rm` and `edit`."""
    names = FREQUENT if random.random() < 0.4 else tuple(TEMPLATES)
    template = random.choice(TEMPLATES[random.choice(names)])

    def word(place: re.Match[str]) -> str:
        if place[1] == "id":
            return random.choice(ids)[:6] if ids else "last"
        return random.choice(_WORD.findall(WORDS[place[1]]))

    return _PLACE.sub(word, template)
