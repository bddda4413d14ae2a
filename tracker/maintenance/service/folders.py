"""Where the database is: among the user's data, or where earlier versions made it."""

import os

from tracker.maintenance.rules.findings import Figures, Finding
from tracker.paths import data_folder, database_in, has_database, old_folder
from tracker.system import quote, say_merge


def find_old_folder(db_option: str) -> list[Finding]:
    """What to do with the database of earlier versions; empty where there is none.

    Nor where a person names the database: it is used wherever it is.
    """
    if db_option or os.environ.get("TRACKER_DB"):
        return []
    new, old = data_folder(), old_folder()
    new_place, old_place = database_in(new), database_in(old)
    is_same = os.path.realpath(new_place) == os.path.realpath(old_place)
    if is_same or not has_database(old):
        return []
    figures = Figures(path=old_place, data_folder=new)
    if has_database(new):
        says = (
            f"An earlier version made another database, {old_place}."
            " tracker does not use it. To add what is in it to yours:"
        )
        merge = f"tracker merge {quote(old_place)}"
        return [Finding("old-database", says, False, figures, merge)]
    says = f"The database is in {old}, where earlier versions made it. To move it:"
    return [Finding("old-folder", says, False, figures, say_merge(old, new))]
