"""All surroundings, in the order of the table."""

from tests.surroundings.homes import HOMES
from tests.surroundings.machines import MACHINES
from tests.surroundings.streams import STREAMS
from tests.surroundings.zones import ZONES

SURROUNDINGS = (*HOMES, *ZONES, *STREAMS, *MACHINES)
