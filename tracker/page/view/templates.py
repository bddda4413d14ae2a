"""Templates of a page: each has a module that fills it, and perhaps a style."""

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from tracker.export.render.html import make_environment
from tracker.text.programs import PROGRAM

_FOLDER = Path(__file__).parent.parent / "templates"
# A command at the end of a line: `To choose one: tracker target`. Of a text split at
# them, every second part is one.
COMMAND = re.compile(rf"(?<=:)\s+({PROGRAM}.+)$", re.MULTILINE)


@cache
def _environment() -> Environment:
    environment = make_environment(_FOLDER)
    styles = [path.read_text("utf-8") for path in sorted(_FOLDER.glob("*.css"))]
    environment.globals.update(styles=Markup("".join(styles)))
    environment.filters.update(typed=COMMAND.split)
    return environment


def fill(template: str, **facts: object) -> Markup:
    """The `template` of that file name with these facts, which are escaped."""
    return Markup(_environment().get_template(template).render(**facts))
