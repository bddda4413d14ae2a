"""Remarks on the rules of `--map`: which did nothing, and what stays where it is."""

from collections.abc import Iterable, Mapping, Sequence

from tracker.imports.rules.counts import counted
from tracker.imports.rules.item_rules import Rule
from tracker.imports.rules.projects import move_words, nearest_projects
from tracker.system import join
from tracker.text.columns import quoted

# Rules that fit no entry, of which each is named and looked up among the projects.
MOST_UNUSED = 20


def unused_rule_remarks(
    rules: Sequence[Rule],
    unused: Sequence[Rule],
    projects: Iterable[str],
    *,
    dry: bool,
) -> list[str]:
    """Sentences on the rules that fit no entry, of files with these `projects`.

    Outside a `dry` run only on those whose project is misspelt, and where no rule fits.
    """
    remarks = []
    if rules and len(unused) == len(rules):
        remarks.append("No rule of the rules file fits an entry.")
    named = {rule.project.casefold() for rule in rules if rule.project}
    others = [project for project in projects if project.casefold() not in named]
    for rule in unused[:MOST_UNUSED]:
        near = nearest_projects(rule.project or "", others)
        nearest = f" The nearest project is {quoted(near[0])}." if near else ""
        if dry or near:
            remarks.append(f"The rule for {_conditions(rule)} fits no entry.{nearest}")
    if dry and len(unused) > MOST_UNUSED:
        rest = counted(len(unused) - MOST_UNUSED, "more rule fits", "more rules fit")
        remarks.append(f"{rest} no entry.")
    return remarks


def _conditions(rule: Rule) -> str:
    parts = {"project": rule.project, "tag": rule.tag, "note": rule.note}
    conditions = [
        f"{name} {quoted(text)}" for name, text in parts.items() if text is not None
    ]
    return ", ".join(conditions)


def earlier_import_remarks(slugs: Mapping[str, str]) -> list[str]:
    """A sentence for each project whose earlier imports a rule leaves where they are.

    `slugs` has the slug of the rule's item, by project; empty where it skips it.
    """
    remarks = []
    for project, slug in slugs.items():
        sentence = f"What was imported of {quoted(project)} before stays where it is."
        if slug:
            command = join(["tracker", *move_words(project, slug)])
            sentence += f" To move it: {command}"
        remarks.append(sentence)
    return remarks
