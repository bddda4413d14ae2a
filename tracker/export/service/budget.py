"""The budget as an export tells it."""

from collections.abc import Collection
from pathlib import Path

from tracker.export.input_files import read_budget
from tracker.export.rules.budget import Budget, told_budget
from tracker.export.service.request import ExportRequest


def read_told_budget(
    request: ExportRequest,
    sources: Collection[str],
    *,
    is_report: bool,
    has_notes: bool,
) -> Budget | None:
    """What the reader may know of the person's budget; None where there is no file.

    Raises FileProblem where the file is faulty.
    """
    file = request.options.budget
    budget = read_budget(Path(file) if file else None, request.database)
    if budget is None:
        return None
    return told_budget(budget, sources, is_report=is_report, has_notes=has_notes)
