"""What --redact leaves in that may name the person after all."""

from collections.abc import Iterator

from tracker.export.rules.progress import Progress
from tracker.export.service.request import ExportRequest
from tracker.text.columns import count_noun


def remark_links(request: ExportRequest, progress: Progress) -> None:
    """Remark how many links of works stay in a redacted export, and how to leave one out.

    One field of a form has no remark: the whole form has.
    """
    addresses = set(_addresses(progress))
    if not (request.options.redact and addresses) or request.options.field:
        return
    number = count_noun(len(addresses), "link")
    stay = "stays, and its address" if len(addresses) == 1 else "stay, and an address"
    lines = [
        f"--redact leaves your name out, but {number} of works {stay} may name you."
    ]
    shown = [work for work in progress.works if any(x.address for x in work.links)]
    if shown:
        command = f"tracker feature --hide {shown[0].key}"
        lines.append(f"To leave a work out of all exports: {command}")
        lines.append("For this one, add --only WORK for each work to list.")
    request.remark("\n".join(lines))


def _addresses(progress: Progress) -> Iterator[str]:
    """The addresses of works and letters, and of what was planned or promised."""
    promises = [*progress.plan, *(p for x in progress.pledges for p in x.promises)]
    links = [link for work in progress.works for link in work.links]
    links += [link for promise in promises for link in promise.links]
    yield from (link.address for link in links if link.address)
    yield from (letter.address for letter in progress.letters if letter.address)
