"""The types of values in JSON answers; `docs/schemas.json` is made from them.

Beside a type stands a pattern, a tuple of all its values, or the length of a list.
Everyday commands import this, so it imports nothing else.
"""

from typing import Annotated

# 2026-11-23
Day = Annotated[str, r"^\d{4}-\d\d-\d\d$"]
# 2026-11-23T14:30:00+01:00
Instant = Annotated[str, r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d(:\d\d)?$"]
# Low, likely and high, in hours.
HourRange = Annotated[list[float], 3]
# A line of the guide, or the first and the last of several.
GuideLine = int | Annotated[list[int], 2] | None
