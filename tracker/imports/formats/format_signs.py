"""The signs by which files of known formats are recognised."""

import re

_DAY = r"^\d{4}([-/])\d\d\1\d\d"

# Lines of text formats. Of several that match, the first counts.
_TIMEWARRIOR_LINE = r"(?m)^[ \t]*inc \d{8}T\d{6}Z"  # inc 20240201T090000Z - ...
_TIMECLOCK_LINE = (  # i 2026-01-21 09:00:00 maths
    r"(?m)^[iI] +\d{4}[-/.]\d{1,2}[-/.]\d{1,2} +\d{1,2}:\d\d"
)
_ORG_LINE = r"(?mi)^[ \t]*CLOCK: *(?:[\[<]\d{4}-|=>)"  # CLOCK: [2026-01-21 Wed 09:00]
_MARKDOWN_RULE = (  # | --- | --- |
    r"(?m)^[^\S\n]*+(?:\|\s*+)?:?-{2,}+:?\s*+[|+]"
)
_KLOG_RECORD = (  # a day on its line, below it an indented 9:00-10:30, 1h30m or -30m
    rf"(?m){_DAY}(?: +\([^)\n]*\))?[ \t]*\r?\n"
    r"(?:\S.*\n)*(?: {2,4}|\t)[<+-]?\d{1,2}(?:[:hm]|\d[mh])"
)
LINE_SIGNS = (
    ("timewarrior", re.compile(_TIMEWARRIOR_LINE)),
    ("timeclock", re.compile(_TIMECLOCK_LINE)),
    ("org", re.compile(_ORG_LINE)),
    ("markdown", re.compile(_MARKDOWN_RULE)),
    ("klog", re.compile(_KLOG_RECORD)),
)

# Beginnings of JSON files. Of several that match, the first counts.
_WATSON_FRAMES = (
    r"\A\s*+\[\s*+(?:\[\s*+\d|\])"  # [[1793000000, 1793003600, "maths", ...
)
_TRACKER_SESSIONS = (
    r'\A\s*+\{[^\[]*"sessions"\s*+:\s*+\['  # {"schema": 1, "sessions": [
)
_TIMEWARRIOR_EXPORT = (  # [{"id": 1, "start": "20240201T090000Z", ...
    r'\A\s*+\[\s*+\{[^}]*"start"\s*+:\s*+"\d{8}T\d{6}Z"'
)
_WATSON_LOG = (  # [{"project": "maths", "start": ..., "stop": ..., without a duration
    r'\A\s*+\[\s*+\{(?=[^}]*"(?:stop|end_at)")(?=[^}]*"project")(?![^}]*"dur)'
)
_TOGGL_LIST = (  # [{"start": ..., "dur"
    r'\A\s*+\[\s*+(?:\[\s*+)?\{(?=[^}]*"start")(?=[^}]*"dur)'
)
_TOGGL_GROUPS = (  # [{"user": ..., "time_entries": [{"start": ...
    r'\A\s*+\[\s*+\{[^{]*"time_entries"\s*+:\s*+\[\s*+\{[^}]*"start"'
)
_TOGGL_REPORT = (  # {"total_count": 2, "data": [{"start": ...
    r'(?s)\A\s*+\{.{0,4000}?"(?:data|time_entries)"\s*+:\s*+\[\s*+'
    r'(?:\]|\{[^}]{0,4000}"(?:start|dur))'
)
JSON_SIGNS = (
    ("watson", re.compile(_WATSON_FRAMES)),
    ("tracker", re.compile(_TRACKER_SESSIONS)),
    ("timewarrior", re.compile(_TIMEWARRIOR_EXPORT)),
    ("watson", re.compile(_WATSON_LOG)),
    ("toggl", re.compile(_TOGGL_LIST)),
    ("toggl", re.compile(_TOGGL_GROUPS)),
    ("toggl", re.compile(_TOGGL_REPORT)),
)

# A link of a note, which is no JSON: [[2026-05-19]]
WIKI_LINK = re.compile(r"\s*+\[\[[^\[\]\"{,]*+\]\]")
# BEGIN:VCALENDAR
CALENDAR_SIGN = re.compile(r"\s*+BEGIN:VCALENDAR", re.IGNORECASE)
# Files of other things: {"buckets": {"aw-watcher-window_host": ...
# or the events of one: [{"id": 1, "timestamp": ..., "data": {"app": ...
ACTIVITYWATCH_SIGN = re.compile(
    r'\s*+(?:\{\s*+"buckets"|\[\s*+\{(?=[^{}]*"timestamp")[^{}]*"data"\s*+:\s*+\{'
    r'[^{}]*"(?:app|url|status|title)")'
)
# id,cid,usn,ease,ivl,...
ANKI_SIGN = re.compile(r"id,cid,usn,ease,")
