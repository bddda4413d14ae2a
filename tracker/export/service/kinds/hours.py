"""The hours of a time-boxed task."""

from collections.abc import Iterator
from dataclasses import replace

from tracker.export.render.documents.task import say_cap, task_report
from tracker.export.render.tables import task_table
from tracker.export.rules.forms import Funder, find_form
from tracker.export.rules.person import person_of
from tracker.export.rules.tasks import Task, TaskRules
from tracker.export.service.forms import read_forms
from tracker.export.service.request import ExportRequest, ExportResult
from tracker.export.service.tasks import build_task
from tracker.limits import HOUR


def build(request: ExportRequest) -> ExportResult:
    """The table against the cap that was typed, or else that of the funder's form.

    Raises NotFound or Ambiguous for the funder or the item, FileProblem for a form.
    """
    options = request.options
    form = None
    if options.funder:
        forms = read_forms(request.database, request.remark, options.funder)
        form = find_form(options.funder, forms)
    if form and form.hours and not options.cap:
        options = replace(options, cap=form.hours.cap * HOUR)
    with request.open() as db:
        rules = _rules_of(form)
        task = build_task(db, options, request.today, rules)
    for remark in _remarks(task, form):
        request.remark(remark)
    person = person_of(request.settings, redact=options.redact)
    if options.form == "csv":
        table = task_table(
            task,
            person,
            by_day=options.by is not None,
            is_demo=request.settings.is_demo,
        )
        return ExportResult(table)
    return ExportResult(task_report(task, person))


def _rules_of(form: Funder | None) -> TaskRules | None:
    if form is None or form.hours is None:
        return None
    return TaskRules(
        title=form.title,
        as_of=form.fields_as_of or form.as_of,
        counted=form.hours.counted,
        not_counted=form.hours.not_counted,
        extra_rule=form.hours.extra_rule,
    )


def _remarks(task: Task, form: Funder | None) -> Iterator[str]:
    if task.cap and task.counted >= task.cap:
        yield say_cap(task)
    if form and not form.hours:
        yield f"The form of {form.title} does not say which hours count."
