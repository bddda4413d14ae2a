"""config, completion: how tracker behaves for this person and this shell."""

from functools import partial

import click
from click.shell_completion import CompletionItem, get_completion_class

from tracker.app import App, command, pass_app
from tracker.database.settings import read_settings, write_setting
from tracker.database.values import instant_to_seconds
from tracker.maintenance import view
from tracker.maintenance.rules.settings import KEYS, check_key, check_value, settings
from tracker.maintenance.store.setting_names import setting_named


def _keys(
    _ctx: click.Context, _param: click.Parameter, begun: str
) -> list[CompletionItem]:
    return [
        CompletionItem(key, help=meaning)
        for key, meaning in KEYS.items()
        if key.startswith(begun)
    ]


@command(
    "config",
    examples='tracker config\ntracker config day-starts 04:00\ntracker config hours-a-week ""',
    emptied=("value",),
)
@click.argument("key", required=False, shell_complete=_keys)
@click.argument("value", required=False)
@pass_app
def config(app: App, key: str | None, value: str | None) -> None:
    """Show all settings, or one; with VALUE set it; with "" unset it.

    Changing when a day starts, or the zone, re-dates nothing that is written. What is set can be undone.
    """
    if key:
        check_key(key)
    if key and value is not None:
        _set(app, key, value)
    with app.journal() as db:
        all_settings = settings(read_settings(db).values)
    shown = [setting for setting in all_settings if key in (None, setting.key)]
    data = partial(view.settings_data, app.path)
    app.show(
        "config",
        shown,
        data,
        view.setting_text if key else partial(view.settings_text, app.path),
    )


def _set(app: App, key: str, value: str) -> None:
    kept = check_value(key, value) if value else None
    with app.journal(write=True) as db:
        write_setting(
            db,
            key,
            setting_named(db, key, kept) if kept else None,
            instant_to_seconds(app.now),
        )
        if key == "target":  # a variant is of one role: another has others, or none
            write_setting(db, "variant", None, instant_to_seconds(app.now))


@command(
    "completion",
    examples="tracker completion bash >> ~/.bashrc\ntracker completion fish | source",
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print what makes SHELL complete commands and names: items, milestones, roles, skills, settings.

    bash and zsh: add it to ~/.bashrc or ~/.zshrc. fish: ~/.config/fish/completions/tracker.fish.
    """
    root = ctx.find_root()
    made = get_completion_class(shell)
    assert made is not None  # click knows all three
    app: App = root.obj
    source = made(root.command, {}, "tracker", "_TRACKER_COMPLETE").source()
    app.show("completion", source, lambda text: {"shell": shell, "source": text}, str)
