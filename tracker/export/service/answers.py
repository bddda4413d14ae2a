"""The person's file of answers to a form: read, or drafted where it is missing."""

from dataclasses import replace
from pathlib import Path

from tracker.database.unfinished import remove_unfinished
from tracker.errors import FileProblem, Unreadable
from tracker.export.input_files import input_files, read_answers
from tracker.export.output_file import check_place, write_whole
from tracker.export.protected_files import check_unprotected
from tracker.export.render.answers_draft import draft_text
from tracker.export.render.documents.form_texts import WrittenForm
from tracker.export.rules.forms import Funder
from tracker.export.service.request import ExportRequest
from tracker.input_file import is_there

OPTION = "--answers"


def load_answers(request: ExportRequest, form: Funder) -> dict[str, str] | None:
    """The answers by the key of their field, empty where no file was named.

    None where the file is missing and can be drafted. Raises Unreadable where there is
    nothing to answer, Refused and FileProblem where no file can be read or drafted.
    """
    options = request.options
    if not options.answers:
        return {}
    if not form.fields or options.answers == "-":
        reason = f"{form.title} asks no questions, so it has no {OPTION}."
        if form.fields:
            reason = f"{OPTION} needs the name of a file, and - is no name."
        raise Unreadable(reason, "Leave it out.", without=[OPTION])
    place = Path(options.answers)
    if is_there(place):
        remove_unfinished(
            place.resolve()
        )  # of a draft that was killed when it was done
        return read_answers(place)
    if options.field:
        raise FileProblem(
            f"There is no file {place}.",
            "Check its name. To create it, print the whole form:",
            without=["--field"],
        )
    others = input_files(replace(options, answers=None), request.database)
    check_unprotected(place, request.database, others, OPTION)
    check_place(place, force=False, option=OPTION)
    return None


def draft_answers(form: WrittenForm, request: ExportRequest) -> None:
    """Write the questions of a form to the missing file of answers, and remark it.

    Raises Refused where a file was put there meanwhile, FileProblem where none can be.
    """
    place = Path(request.options.answers or "")
    write_whole(place, draft_text(form), force=False, option=OPTION)
    with_facts = sum(bool(written.text) for written in form.fields)
    request.remark(
        f"Created {place} with {len(form.fields)} questions; facts answer {with_facts}.\n"
        f"Write your answers in it, then:\n  {request.retype()}"
    )
