"""The subjects of the guide's questions that matter most for a role."""

from tracker.readiness.rules.records import Role

PHD, THEORY = "phd", "theory"
# Every track of theory begins with it: `theory-conceptual`.
_THEORY_TRACK = "theory-"


def role_subjects(role: Role) -> tuple[str, ...]:
    """The subjects whose questions are asked first.

    Theory is one where its tracks lead to the role, since it is riskier (guide line
    181); a PhD where one helps, is usual or required (guide lines 98-111).
    """
    tracks = {*role.tracks, *(t for v in role.variants for t in v.tracks)}
    subjects = []
    if any(track.startswith(_THEORY_TRACK) for track in tracks):
        subjects.append(THEORY)
    if role.phd != "not required":
        subjects.append(PHD)
    return tuple(subjects)
