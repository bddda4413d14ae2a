"""The subjects of the guide's questions that matter most for a role."""

from collections.abc import Iterable

from tracker.readiness.rules.records import Role

PHD, THEORY = "phd", "theory"
# Every track of theory begins with it: `theory-conceptual`.
_THEORY_TRACK = "theory-"
# Every milestone of a finished PhD ends with it: `ml-phd-done`.
_PHD_DONE = "phd-done"


def role_subjects(role: Role, reached: Iterable[str] = ()) -> tuple[str, ...]:
    """The subjects whose questions are asked first; `reached` are milestones.

    Theory is one where its tracks lead to the role, since it is riskier (guide line
    181); a PhD where one helps, is usual or required (guide lines 98-111), until the
    person has one.
    """
    tracks = {*role.tracks, *(t for v in role.variants for t in v.tracks)}
    has_phd = any(slug.endswith(_PHD_DONE) for slug in reached)
    subjects = []
    if any(track.startswith(_THEORY_TRACK) for track in tracks):
        subjects.append(THEORY)
    if role.phd != "not required" and not has_phd:
        subjects.append(PHD)
    return tuple(subjects)
