"""The types of an entry's keys; each describes its form, for messages."""

from collections.abc import Sequence
from typing import Annotated

from msgspec import Meta

from tracker.choices import (
    EVIDENCE_KINDS,
    ITEM_KINDS,
    LEVELS,
    ORIGINS,
    PROMPT_KINDS,
    STAGES,
    WEIGHTS,
)


def one_of(choices: Sequence[str]) -> Meta:
    """A key that holds one of `choices`, and says so of any other value."""
    return Meta(
        # One whole choice, such as `basic`, and nothing before or after it.
        pattern=rf"\A({'|'.join(choices)})\Z",
        description="must be one of " + ", ".join(choices),
    )


Level = Annotated[str, one_of(LEVELS[1:])]
Origin = Annotated[str, one_of([name for name in ORIGINS if name != "own"])]
HoursFrom = Annotated[str, one_of(("guide", "publisher", "estimate"))]
Weight = Annotated[str, one_of(WEIGHTS)]
Phd = Annotated[str, one_of(("required", "usual", "helpful", "not required"))]
Stage = Annotated[str, one_of(STAGES)]
PromptKind = Annotated[str, one_of(PROMPT_KINDS)]
Evidence = Annotated[str, one_of(EVIDENCE_KINDS)]
ItemKind = Annotated[str, one_of(ITEM_KINDS)]

# Words of small letters and digits with hyphens between, such as `deep-learning-2`.
_A_SLUG = r"\A[a-z0-9]+(-[a-z0-9]+)*\Z"

Slug = Annotated[
    str,
    Meta(
        pattern=_A_SLUG,
        max_length=60,
        description="must be lower-case letters, digits and hyphens, 60 at most",
    ),
]
Slugs = Annotated[tuple[Slug, ...], Meta(description="must be a list of slugs")]
Aka = Annotated[str, Meta(pattern=_A_SLUG, min_length=2, max_length=24)]
Akas = Annotated[
    tuple[Aka, ...],
    Meta(
        min_length=1,
        description="must be a list of short names: "
        "letters, digits and hyphens, 2 to 24 long",
    ),
]
Text = Annotated[str, Meta(pattern=r"\S", description="must be text that is not empty")]
Sentence = Annotated[
    str,
    Meta(
        pattern=r"\A[^.]+\.\Z", description="must be one sentence, with one full stop"
    ),
]
Question = Annotated[
    str, Meta(pattern=r"\?", description="must be a question, with a question mark")
]
Quote = Annotated[
    str,
    Meta(
        pattern=r"\A\s*\S+(\s+\S+){0,29}\s*\Z",
        description="must be a quote of 30 words at most",
    ),
]
Url = Annotated[
    str, Meta(pattern=r"\Ahttps://\S+\.\S+\Z", description="must be an https address")
]
Year = Annotated[
    int, Meta(ge=1900, le=2100, description="must be a year from 1900 to 2100")
]
AsOf = Annotated[
    str,
    Meta(
        pattern=r"\A\d{4}(-\d\d){0,2}\Z",
        description='must be a year, month or day, like "2026" or "2026-05-31"',
    ),
]
Flag = Annotated[bool, Meta(description="must be true or false")]
Count = Annotated[int, Meta(ge=1, description="must be a whole number of 1 or more")]
Letters = Annotated[
    int, Meta(ge=0, le=20, description="must be a whole number from 0 to 20")
]
Hour = Annotated[float, Meta(ge=0, le=100_000, description="must be a number of hours")]
Estimate = Annotated[
    tuple[Hour, Hour, Hour], Meta(description="must be [low, likely, high]")
]
Bound = Annotated[tuple[Hour, Hour], Meta(description="must be [low, high]")]
Line = Annotated[
    tuple[Count, Count],
    Meta(description="must be a line of the guide, or [first, last]"),
]
LevelTexts = Annotated[
    dict[Level, Text], Meta(description="must be a table of level = text")
]
SkillLevels = Annotated[
    dict[Slug, Level],
    Meta(description=f"must be a table of skill = {' or '.join(LEVELS[1:])}"),
]
Phases = Annotated[
    dict[Text, Hour], Meta(description="must be a table of phase = hours")
]
PhaseItems = Annotated[
    dict[Text, Slug], Meta(description="must be a table of phase = item")
]
EvidenceKinds = Annotated[
    tuple[Evidence, ...],
    Meta(
        min_length=1,
        description=f"must be a list of some of {', '.join(EVIDENCE_KINDS)}",
    ),
]
