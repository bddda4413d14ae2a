"""docs/schema.md lists every table and column as the tables are."""

import pytest
from sqlalchemy import Table

from tests.schema_page import PAGE, schema_page
from tracker.database.schema.tables import metadata

TABLES = list(metadata.tables.values())


def test_page_is_made_from_the_tables() -> None:
    """docs/schema.md is what `python -m tests.schema_page` makes; run it after a change."""
    assert PAGE.read_text(encoding="utf-8") == schema_page()


def test_page_has_every_table() -> None:
    """The page has one section for each table."""
    page = schema_page()

    assert [page.count(f"\n### {table.name}\n") for table in TABLES] == [1] * len(
        TABLES
    )


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_comments(table: Table) -> None:
    """Each table says what a row is, in whole sentences; each column what it holds."""
    assert table.comment
    assert table.comment.endswith(".")
    assert [column.name for column in table.columns if not column.comment] == []
