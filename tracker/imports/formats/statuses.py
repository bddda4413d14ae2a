"""Columns that say of each row whether it was done."""

from collections.abc import Sequence

# Each status between bars, in lower case: of what was not done, and of what was.
NOT_DONE = (
    "|todo|to do|to-do|no|n|false|not done|not started|not yet|planned|plan|scheduled"
    "|cancelled|canceled|skipped|missed|moved|postponed|pending|open|upcoming|incomplete"
    "|backlog|[ ]|\u2610|\u2717|\u2718|\u274c|nein|offen|geplant|abgesagt|ausgefallen"
    "|nei|nej|nee|ei|non|prévu|annulé|à faire|no hecho|pendiente|cancelado|planeado|não"
    "|pendente|nie|нет|не сделано|запланировано|отменено|未|未完了|未着手|予定|中止"
    "|未完成|计划|取消|否|예정|취소|아니오|"
)
DONE = (
    "|done|yes|y|true|x|[x]|complete|completed|finished|in progress|doing|started|ok"
    "|wip|partial|partly|half|\u2611|\u2705|\u2713|\u2714|\u2714\ufe0f|ja|erledigt"
    "|fertig|kyllä|valmis|oui|fait|terminé|sí|si|hecho|sim|feito|concluído|tak|да|готово"
    "|сделано|済|完了|はい|完成|是|완료|예|진행 중|進行中|进行中|"
)


def says_not_done(cell: str) -> bool:
    """Whether a cell of a status says that nothing was done, or not yet."""
    return bool(cell) and f"|{_plain(cell)}|" in NOT_DONE


def are_statuses(cells: Sequence[str]) -> bool:
    """Whether all cells of a column say whether something was done."""
    return bool(cells) and all(f"|{_plain(cell)}|" in NOT_DONE + DONE for cell in cells)


def _plain(cell: str) -> str:
    return cell.casefold().strip(" .!")
