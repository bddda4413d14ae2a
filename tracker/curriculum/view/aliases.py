"""Answers about the names that the person gives to items."""

from collections.abc import Sequence
from typing import TypedDict

from tracker.curriculum.rules.aliases import Alias
from tracker.curriculum.view.messages import UNDO
from tracker.text.columns import wrap
from tracker.text.tables import table

_NONE = "You gave no item a name of your own. For example: tracker alias fa fastai"


class AliasData(TypedDict):
    """A short name of the person's own."""

    name: str
    item: str


class NamedAliasData(TypedDict):
    """One alias."""

    alias: AliasData


class AliasesData(TypedDict):
    """All aliases."""

    aliases: list[AliasData]


def alias_data(alias: Alias) -> NamedAliasData:
    """The keys of an answer about one alias."""
    return {"alias": {"name": alias.name, "item": alias.slug}}


def aliases_data(aliases: Sequence[Alias]) -> AliasesData:
    """The keys of a list of aliases."""
    return {"aliases": [{"name": each.name, "item": each.slug} for each in aliases]}


def alias_added_text(alias: Alias) -> str:
    """What the name stands for."""
    if not alias.is_new:
        return wrap(f"{alias.name} already stands for {_say_item(alias)}.")
    text = f"{alias.name} now stands for {_say_item(alias)}."
    return f"{wrap(text)}\n{UNDO}"


def alias_removed_text(alias: Alias) -> str:
    """Which name is gone, and how to undo it."""
    text = f"{alias.name} no longer stands for {_say_item(alias)}."
    return f"{wrap(text)}\n{UNDO}"


def _say_item(alias: Alias) -> str:
    return f"{alias.slug}, {alias.title}"


def aliases_text(aliases: Sequence[Alias]) -> str:
    """Each name with its item, or how to give one."""
    if not aliases:
        return _NONE
    return table([(each.name, each.slug, each.title) for each in aliases], "lll")
