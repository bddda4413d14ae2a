"""The forms that are known: those shipped, and the person's own."""

from collections.abc import Mapping

from tracker.app import App
from tracker.export.rules.forms import Funder
from tracker.export.rules.options import ExportOptions
from tracker.export.store.forms import find_form, form_folders, forms
from tracker.paths import seed_folder


def known_forms(app: App, wanted: str | None = None) -> dict[str, Funder]:
    """All of them by slug, sorted; one's own takes the place of a shipped one with its slug.

    A file with a fault stops none but itself: raises FileProblem where it is the one `wanted`, and remarks it else.
    """
    found: dict[str, Funder] = {}
    for folder in form_folders(seed_folder(), app.path):
        sound, faulty = forms(folder)
        found |= sound
        for name, fault in faulty.items():
            if name == wanted:
                raise fault
            app.remark(fault.message)
    return dict(sorted(found.items()))


def form_for(asked: ExportOptions, known: Mapping[str, Funder]) -> Funder | None:
    """The form an export is for, where it is for one; raises NotFound or Ambiguous."""
    return find_form(asked.funder, known) if asked.funder else None


def titles(known: Mapping[str, Funder]) -> dict[str, str]:
    """Their titles by slug."""
    return {slug: form.title for slug, form in known.items()}
