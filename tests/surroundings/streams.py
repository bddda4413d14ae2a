"""Encodings, terminals and streams."""

from tests.surroundings.surrounding import Surrounding

# A terminal, as `script` makes one.
TERMINAL = 'script -qec "stty rows 24 columns 80; $(printf "\'%s\' " "$@")" /dev/null'
NO_STREAM = {"*": 6, "--version": 6, "log --help": 6}

STREAMS = (
    Surrounding(
        "the C locale, all helps of Python off",
        {"LANG": None, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        codes={"log": 2, "undo": 4},
        refusal="is not UTF-8 text",
    ),
    Surrounding("no locale at all", {"LANG": None}),
    Surrounding("a locale that is not installed", {"LC_ALL": "xx_XX.UTF-8"}),
    *(
        Surrounding(f"PYTHONIOENCODING={name}", {"PYTHONIOENCODING": name})
        for name in ("cp1252", "latin-1", "ascii", "koi8-r")
    ),
    Surrounding("40 columns", {"COLUMNS": "40"}),
    *(
        Surrounding(f"COLUMNS={columns}", {"COLUMNS": columns})
        for columns in ("0", "-5", "wide", "9" * 30)
    ),
    Surrounding("TERM=dumb, a terminal", {"TERM": "dumb"}, around=TERMINAL),
    Surrounding("no TERM, a terminal", {"TERM": None}, around=TERMINAL),
    Surrounding("NO_COLOR, a terminal", {"NO_COLOR": "1"}, around=TERMINAL),
    Surrounding(
        "PAGER=no-such-program, a terminal",
        {"PAGER": "no-such-program"},
        around=TERMINAL,
        more=("items",),
    ),
    Surrounding("stdin closed", around='"$@" <&-'),
    Surrounding("stderr closed", around='"$@" 2>&-'),
    Surrounding(
        "no stdin, stdout or stderr",
        around='"$@" <&- >&- 2>&-',
        codes=NO_STREAM,
    ),
    Surrounding(
        "stdout a full disk",
        around='"$@" >/dev/full',
        codes=NO_STREAM,
        refusal="could not be printed",
    ),
)
