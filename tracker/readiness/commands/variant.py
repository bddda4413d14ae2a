"""The option `--variant`, which several commands share."""

import click

VARIANT = click.option(
    "--variant",
    metavar="VARIANT",
    help="A variant of the role, if it has any (default: the first).",
)
