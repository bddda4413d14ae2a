"""Sync the whole seed; the person's own rows stay unchanged."""

from pathlib import Path
from sqlite3 import Connection

from tracker.database.bridge import core
from tracker.database.catalogue.check import check_catalogue
from tracker.database.catalogue.digest import seed_digest
from tracker.database.catalogue.faults import describe
from tracker.database.catalogue.read import read_catalogue
from tracker.database.catalogue.records import Catalogue
from tracker.database.schema.internals import seed_state
from tracker.database.seed import items, milestones, roles
from tracker.database.seed.rows import replace_all
from tracker.errors import DatabaseProblem


def sync(raw: Connection, folder: Path) -> Catalogue:
    """Write the seed in `folder` to the shipped rows, in the caller's transaction.

    Returns the catalogue. Raises DatabaseProblem if the seed has a fault, which means
    that the installation is broken.
    """
    catalogue, faults = read_catalogue(folder)
    faults = faults or check_catalogue(catalogue, None)
    if faults:
        raise DatabaseProblem(
            f"The shipped curriculum has a fault: {describe(faults[:1])[0]}.",
            "Install learning-plan-tracker again.",
        )
    db = core(raw)
    skills = roles.sync_skills(db, catalogue.skills)
    milestone_ids = milestones.sync_milestones(db, catalogue.milestones, skills)
    item_ids, groups = items.sync_items(db, catalogue, milestone_ids, skills)
    milestones.sync_links(db, catalogue.milestones, milestone_ids, item_ids, groups)
    roles.sync_roles(
        db, catalogue.roles, skills=skills, milestones=milestone_ids, items=item_ids
    )
    roles.sync_prompts(db, catalogue.prompts)
    replace_all(db, seed_state, [{"id": 1, "digest": seed_digest(folder)}])
    return catalogue
