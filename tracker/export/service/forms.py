"""Funders' forms: those shipped, and the person's own."""

from collections.abc import Callable, Mapping

from tracker.export.funder_files import form_folders, read_folder
from tracker.export.rules.forms import Funder
from tracker.paths import seed_folder


def read_forms(
    database: str, remark: Callable[[str], None], typed: str | None = None
) -> dict[str, Funder]:
    """All forms by slug, sorted; the person's own replaces a shipped one of its slug.

    A faulty file is remarked and left out. Raises FileProblem where the faulty file is
    named as `typed`.
    """
    forms: dict[str, Funder] = {}
    for folder in form_folders(seed_folder(), database):
        valid, faulty = read_folder(folder)
        forms |= valid
        for name, fault in faulty.items():
            if name == typed:
                raise fault
            remark(fault.message)
    return dict(sorted(forms.items()))


def titles_of(forms: Mapping[str, Funder]) -> dict[str, str]:
    """The titles of forms by slug."""
    return {slug: form.title for slug, form in forms.items()}
