"""How amounts, times, days, names and evidence are written: `tracker help spellings`.

A test reads each spelling with the parser of its group, on the day named here.
"""

from typing import NamedTuple

# When the spellings are read.
READ_AT = "Monday 23 November 2026, 14:30"


class SpellingGroup(NamedTuple):
    """What is written in one way.

    `meanings` has for each value its spellings, `refused` what no parser takes; both
    are words as in a shell, those with blanks in quotes.
    """

    name: str
    meanings: dict[str, str]
    refused: str


SPELLINGS = (
    SpellingGroup(
        "Amount",
        {
            "1h30m": '90m 1h30 1:30 1.5h 1,5 1½h "1h 30 min" "an hour and a half"',
            "30m": ':30 .5h ½h "half an hour"',
        },
        '90 1.30 1h75m 0m -1h "2 days"',
    ),
    SpellingGroup(
        "Estimate",
        {"5-12 h": "5-12 5-12h", "8 h": "8 8h"},
        "12-5 0",
    ),
    SpellingGroup(
        "Time",
        {
            "09:30": "9:30 9:30am 0930 9.30",
            "14:30": '14:30 2:30pm 1430 "2.30 p.m."',
            "12:00": "noon",
        },
        "9 24:00 13pm",
    ),
    SpellingGroup(
        "Moment",
        {
            "Sun 22 Nov, 22:00": '"yesterday 22:00" 2026-11-22T22:00 21:00Z',
            "Mon 23 Nov, 14:00": '"30min ago" "half an hour ago" 14:00',
        },
        'yesterday "an hour"',
    ),
    SpellingGroup(
        "Range",
        {
            "Mon, 09:00-10:30": '9am-10:30am 9-10:30 "from 9:00 to 10:30"',
            "Mon, 13:00-14:30": '"since 13:00" 13:00- "13:00 for 90m"',
            "Sun, 20:15-22:00": '"yesterday 20:15-22:00" "sun 8:15pm-10pm"',
        },
        "9-11 9-9 25:00-26:00",
    ),
    SpellingGroup(
        "Day",
        {
            "Fri 20 Nov": '2026-11-20 20261120 2026/11/20 20.11.2026 20.11. "20 nov" '
            '20th fri "last fri" "3 days ago" today-3',
            "Sun 22 Nov": 'yesterday "last night"',
            "Tue 12 May": '"12 may" "May 12"',
        },
        "10/1 20.11.26 31.11.",
    ),
    SpellingGroup(
        "Deadline",
        {
            "Fri 27 Nov": 'fri 27th "27 nov"',
            "Mon 14 Dec": '"in 3 weeks"',
            "Sun 31 Jan 2027": '"31 jan" 2027-01-31',
        },
        "10/1",
    ),
    SpellingGroup(
        "Period",
        {
            "May 2026": '2026-05 may "may 2026" 5.2026',
            "8 Jun to 14 Jun": '2026-W24 w24 "week 24"',
            "1 Apr to 30 Jun": "2026Q2 q2",
            "16 Nov to 22 Nov": '"last week"',
            "17 Nov to 23 Nov": '"last 7 days"',
            "1 Feb to 31 May": '2026-02..2026-05 "feb to may"',
            "since 1 Feb 2026": '2026-02.. "since feb"',
        },
        '2026-13 w54 "next week"',
    ),
    SpellingGroup(
        "Week",
        {"16 Nov to 22 Nov": "-1 last", "28 Sep to 4 Oct": '2026-W40 w40 "3 oct"'},
        "may +1",
    ),
    SpellingGroup(
        "Item",
        {
            "fastai": "fastai FASTAI fast.ai",
            "ziegler-2019": 'ziegler-2019 ziegler "fine-tuning language"',
        },
        "human fasti",
    ),
    SpellingGroup("Tag", {"pair": "+pair +Pair", "kl-sweep": "+kl-sweep"}, "+2 +"),
    SpellingGroup("Progress", {"3 of 7": '3/7 "3 of 7"', "40 of 100": "40%"}, "7/3 40"),
    SpellingGroup(
        "Evidence",
        {
            "repo": "repo:https://git.example/you/work",
            "letter": '"letter:Ann Lee, 3 Nov 2026"',
            "self": "self",
        },
        "https://git.example/you/work repo: repo:URL",
    ),
)
