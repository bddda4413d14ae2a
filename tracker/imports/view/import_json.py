"""The JSON keys of an import."""

from typing import Annotated, TypedDict

from tracker.imports.rules.reports import FileReport, ImportReport, ProjectShare
from tracker.imports.view.entry_lines import (
    EntryChangeData,
    SkippedData,
    WithOption,
    change_data,
    skipped_data,
)

MATCH_LABELS = {
    "rule": "by your rule",
    "before": "as in earlier imports",
    "name": "matched by name",
    "new": "new item in track unsorted",
}


class ProjectData(TypedDict):
    """The entries of a project that went to an item, and how it was found."""

    project: str
    item: str
    how: Annotated[str, tuple(MATCH_LABELS)]
    entries: int
    seconds: int


class FileImportData(TypedDict):
    """The import of a file: `entries` = `added` + `duplicates` + those `skipped`.

    `corrected` are those of the duplicates that became what the file says now. `batch` is
    null where nothing was added.
    """

    file: str
    format: str
    zone: str
    entries: int
    added: int
    duplicates: int
    corrected: int
    changes: list[EntryChangeData]
    skipped: list[SkippedData]
    seconds: int
    batch: str | None
    projects: list[ProjectData]


class SkippedInFileData(SkippedData):
    """An entry of a file that was not imported."""

    file: str


class FilesImportData(TypedDict):
    """The import of several files: the sums, and each file by itself."""

    format: str
    entries: int
    added: int
    duplicates: int
    corrected: int
    skipped: list[SkippedInFileData]
    seconds: int
    batch: None
    files: list[FileImportData]


def import_data(
    report: ImportReport, with_option: WithOption
) -> FileImportData | FilesImportData:
    """The JSON of an import; of several files the sums, and each file by itself."""
    files = report.reports
    if len(files) == 1:
        return _file_data(files[0], with_option)
    return {
        "format": ", ".join(dict.fromkeys(file.format for file in files)),
        "entries": sum(file.entries for file in files),
        "added": sum(file.added for file in files),
        "duplicates": sum(file.duplicates for file in files),
        "corrected": sum(file.corrected for file in files),
        "skipped": [
            {"file": file.file, **skipped_data(skipped, with_option)}
            for file in files
            for skipped in file.skipped
        ],
        "seconds": sum(file.seconds for file in files),
        "batch": None,
        "files": [_file_data(file, with_option) for file in files],
    }


def _file_data(file: FileReport, with_option: WithOption) -> FileImportData:
    return {
        "file": file.file,
        "format": file.format,
        "zone": file.zone,
        "entries": file.entries,
        "added": file.added,
        "duplicates": file.duplicates,
        "corrected": file.corrected,
        "changes": [change_data(change, with_option) for change in file.changes],
        "skipped": [skipped_data(skipped, with_option) for skipped in file.skipped],
        "seconds": file.seconds,
        "batch": file.batch,
        "projects": [_project_data(share) for share in file.shares],
    }


def _project_data(share: ProjectShare) -> ProjectData:
    return {
        "project": share.project,
        "item": share.item,
        "how": share.how,
        "entries": share.entries,
        "seconds": share.seconds,
    }
