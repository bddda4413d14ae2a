"""The option `--variant`, which several commands share."""

from tracker.command import option

VARIANT = option(
    "--variant",
    metavar="VARIANT",
    help="A variant of the role, if it has any (default: the first).",
)
