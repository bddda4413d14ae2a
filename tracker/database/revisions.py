"""Which revisions there are, and how a database says which one it is."""

import os
from functools import cache

from tracker.paths import migrations_folder

REVISION = "select version_num from alembic_version"


@cache
def revisions() -> tuple[str, ...]:
    """All revisions there are, oldest first, as the files of migrations/versions are named: 0001_what.py."""
    names = os.listdir(os.path.join(migrations_folder(), "versions"))
    return tuple(sorted(name.split("_")[0] for name in names if name.endswith(".py")))
