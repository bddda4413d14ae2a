"""A person's own database, and commands on it: for tests that share one life."""

import contextlib
import io
import json
import os
import shutil
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

from tests.conftest import ENVIRONMENT, NOW, Output, split_words
from tests.json_answers import check_json
from tracker.cli import main
from tracker.database.connect import connect
from tracker.readiness.rules.records import Facts, Role
from tracker.readiness.store.facts import read_facts, read_roles


@dataclass(frozen=True)
class Life:
    """Runs commands on one database. No browser opens."""

    db: Path
    _answers: dict[str, Any] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)

    def __call__(self, words: str | list[str]) -> Output:
        """Run `words` without `tracker`: a list as it is, text split as a shell does."""
        out, err = io.StringIO(), io.StringIO()
        place = {"TRACKER_DB": str(self.db), "TRACKER_NOW": NOW, **ENVIRONMENT}
        with (
            mock.patch.dict(os.environ, place),
            mock.patch("webbrowser.open", lambda url: bool(url)),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            code = main(split_words(words))
        check_json(out.getvalue())
        return Output(code, out.getvalue(), err.getvalue())

    def ok(self, words: str) -> str:
        """The output of a command that must succeed."""
        said = self(words)
        assert said.code == 0, (words, said)
        return said.out

    def told(self, words: str) -> str:
        """The text of the answer to a question, asked once."""
        if words not in self._texts:
            self._texts[words] = self.ok(words)
        return self._texts[words]

    def json(self, words: str) -> Any:
        """The parsed answer to a question, asked once."""
        if words not in self._answers:
            self._answers[words] = json.loads(self.ok(f"{words} --json"))
        return self._answers[words]

    def copy(self, place: Path) -> "Life":
        """The same life, to be led on."""
        return Life(Path(shutil.copy(self.db, place)))

    def facts(self) -> Facts:
        """All that readiness is judged by."""
        return read_database(self.db)[0]


@cache
def read_database(db: Path) -> tuple[Facts, tuple[Role, ...]]:
    """The facts and the roles of a database that changes no more."""
    with contextlib.closing(connect(db, write=False)) as library:
        return read_facts(library), tuple(read_roles(library))
