"""The type of each kind of answer in JSON, and of errors."""

from typing import Annotated

from tracker.curriculum.view.aliases import AliasesData, NamedAliasData
from tracker.curriculum.view.items import ItemsData
from tracker.curriculum.view.links import LinkData
from tracker.curriculum.view.messages import ItemAnswerData
from tracker.export.output_file import WrittenFileData
from tracker.export.render.calendar import CalendarData
from tracker.export.render.documents.form import FilledFormData
from tracker.export.render.documents.task import TaskSumsData
from tracker.export.render.documents.update import UpdateData
from tracker.export.render.session_table import SessionLogData
from tracker.export.rules.cv import Cv
from tracker.export.rules.packet import Packet
from tracker.export.rules.progress import Progress
from tracker.export.rules.tasks import Task
from tracker.export.service.form_field import OneFieldData
from tracker.export.view.applications_json import ApplicationsData, AppliedData
from tracker.export.view.feature import WorksData
from tracker.export.view.funders import FundersData
from tracker.imports.view.import_json import FileImportData, FilesImportData
from tracker.imports.view.merge_report import MergeData
from tracker.imports.view.move_report import MoveData
from tracker.journal.view.history import HistoryData, StepData
from tracker.journal.view.lines import RemovedData
from tracker.journal.view.recollections import (
    RecollectionsData,
    RecordedRecollectionData,
)
from tracker.journal.view.report import ReportData
from tracker.journal.view.running_timer import TimerData
from tracker.journal.view.session_list import SessionListData
from tracker.journal.view.session_sheet import SheetData
from tracker.journal.view.status import StatusData
from tracker.journal.view.timer import StartedData
from tracker.journal.view.written_sessions import WrittenData
from tracker.maintenance.commands.completion import CompletionData
from tracker.maintenance.commands.help import HelpData
from tracker.maintenance.view.backups import BackupData, BackupsData, RestoredData
from tracker.maintenance.view.catalogue import AddedItemsData, FaultsData
from tracker.maintenance.view.demo import DemoData
from tracker.maintenance.view.doctor import FindingsData
from tracker.maintenance.view.salvage import SalvageData
from tracker.maintenance.view.settings import SettingsData
from tracker.milestones.view.item_json import ItemDetailsData
from tracker.milestones.view.milestone_json import MilestoneDetailsData
from tracker.milestones.view.milestone_list_json import (
    MilestonesData,
    RoleMilestonesData,
)
from tracker.milestones.view.outcomes import SeveralOutcomesData
from tracker.page.view.page_json import PageData
from tracker.plans.view.breaks import BreaksData
from tracker.plans.view.forecast_list import SavedForecastsData
from tracker.plans.view.forecasts import ForecastsData
from tracker.plans.view.notes import NotesData
from tracker.plans.view.plans_json import PlansData, PlansWithPaceData
from tracker.plans.view.questions import PromptData, PromptsData
from tracker.plans.view.review import ReviewData
from tracker.plans.view.week_json import WeekData
from tracker.plans.view.week_look import WeekLookData
from tracker.plans.view.year_json import YearData
from tracker.readiness.view.changes import ReadyChangesData
from tracker.readiness.view.gaps_json import GapsData, NextData
from tracker.readiness.view.known import BundlesData, KnownData
from tracker.readiness.view.ratings import RatingsData
from tracker.readiness.view.ready_json import ReadyData, RolesData, TargetData
from tracker.readiness.view.road_json import RoadData
from tracker.readiness.view.role_json import BarsData, WholeRoleData
from tracker.readiness.view.skills import OneSkillData, SkillsData

# The kinds that `App.show` is called with.
ANSWERS: dict[str, object] = {
    "alias": NamedAliasData,
    "aliases": AliasesData,
    "applications": ApplicationsData,
    "applied": AppliedData,
    "ask": PromptData,
    "backup": BackupData,
    "backups": BackupsData,
    "bar": BarsData,
    "break": BreaksData,
    "cancelled": TimerData,
    "catalogue": FaultsData | AddedItemsData,
    "completion": CompletionData,
    "config": SettingsData,
    "demo": DemoData,
    "doctor": FindingsData,
    "edit": SheetData,
    "export": WrittenFileData,
    "forecast": ForecastsData,
    "forecasts": SavedForecastsData,
    "funders": FundersData,
    "gaps": GapsData,
    "help": HelpData,
    "history": HistoryData,
    "import": FileImportData | FilesImportData,
    "item": ItemAnswerData | ItemDetailsData,
    "items": ItemsData,
    "known": BundlesData | KnownData,
    "link": LinkData,
    "merge": MergeData,
    "milestone": MilestoneDetailsData,
    "milestones": MilestonesData | RoleMilestonesData,
    "move": MoveData,
    "next": NextData,
    "note": NotesData,
    "page": PageData,
    "plan": PlansData | PlansWithPaceData,
    "questions": PromptsData,
    "ratings": RatingsData,
    "readiness": ReadyData | ReadyChangesData | RolesData,
    "recollection": RecordedRecollectionData,
    "recollections": RecollectionsData,
    "redo": StepData,
    "removed": RemovedData,
    "report": ReportData,
    "restore": RestoredData,
    "review": ReviewData,
    "road": RoadData,
    "role": WholeRoleData,
    "said": SeveralOutcomesData,
    "salvage": SalvageData,
    "session": WrittenData,
    "sessions": SessionListData,
    "skills": SkillsData | OneSkillData,
    "status": StatusData | StartedData,
    "target": TargetData,
    "undo": StepData,
    "week": WeekData | WeekLookData,
    "works": WorksData,
    "year": YearData,
}

# The kinds of exports with --format json. Those that are made from a record have its
# keys, and those of the typed dictionary.
EXPORTS: dict[str, object] = {
    "application": FilledFormData,
    "calendar": CalendarData,
    "cv": Cv,
    "field": OneFieldData,
    "hours": Annotated[TaskSumsData, Task],
    "progress": Progress,
    "sessions": SessionLogData,
    "update": Annotated[UpdateData, Packet] | FilledFormData,
}
