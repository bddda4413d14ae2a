"""A CV of one page."""

from collections.abc import Iterator

from tracker.choices import COURSE_KINDS
from tracker.export.render.documents.cv import cv_report, fit_on_page
from tracker.export.rules.cv import Cv, build_cv
from tracker.export.service.context import load_context
from tracker.export.service.progress import build_progress
from tracker.export.service.redaction import remark_links
from tracker.export.service.request import ExportRequest, ExportResult
from tracker.readiness.store.facts import read_facts
from tracker.text.columns import join_words

# What a remark calls one and several entries of each part.
NOUNS = {
    "works": ("work", "works"),
    "summaries": ("summary", "summaries"),
    "links": ("link", "links"),
    "under_way": ("work in progress", "works in progress"),
    "courses": ("course", "courses"),
    "letters": ("letter", "letters"),
    "unseen": ("completed work", "completed works"),
}


def build(request: ExportRequest) -> ExportResult:
    """The page; what had no room on it is remarked."""
    with request.open() as db:
        context = load_context(db, request, forms={})
        facts = read_facts(db)
        progress = build_progress(db, facts, context)
    remark_links(request, progress)
    taught = {item.slug for item in facts.items if item.kind in COURSE_KINDS}
    cv = fit_on_page(
        build_cv(progress, taught),
        named=bool(request.options.only),
        is_demo=request.settings.is_demo,
    )
    for remark in _remarks(cv, request):
        request.remark(remark)
    return ExportResult(cv_report(cv))


def _remarks(cv: Cv, request: ExportRequest) -> Iterator[str]:
    if cv.person.name is None and not request.options.redact:
        yield "No name is set, so the page has none. Set it: tracker config name NAME"
    if cv.left_out:
        left_out = [_say_number(part, n) for part, n in cv.left_out.items()]
        remark = f"A CV has one page; it had no room for {join_words(left_out)}."
        if "works" in cv.left_out and request.options.only:
            remark += " The first that you named stay."
        elif "works" in cv.left_out:
            remark += (
                " The first stay. To put a work first: tracker feature WORK\n"
                "For this page alone, add --only WORK for each."
            )
        yield remark


def _say_number(part: str, number: int) -> str:
    """`1 work in progress`, `8 works in progress`."""
    return f"{number} {NOUNS[part][number != 1]}"
