"""The map of anybody's road, by the catalogue as shipped and by any other."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readiness.lives import read_database
from tests.readiness.map_truths import TRUTHS, Walk, walk
from tests.readiness.test_readiness_properties import ASKED, FACTS
from tests.readiness.test_readiness_random_lives import live_at_random
from tracker.readiness.rules.records import Facts


@pytest.mark.parametrize("check", TRUTHS, ids=lambda check: check.__name__)
@settings(max_examples=8)
@given(st.data())
def test_truths_of_a_map(
    template: Path, check: Callable[[Walk], None], data: st.DataObject
) -> None:
    """Each of TRUTHS holds for anybody, in each role and variant."""
    shipped, roles = read_database(template)
    role = data.draw(st.sampled_from(roles), "role")
    variant = data.draw(st.sampled_from(role.variants or (None,)))
    check(walk(role, variant, live_at_random(shipped, data)))


@settings(max_examples=60)
@given(FACTS)
def test_truths_of_any_catalogue(facts: Facts) -> None:
    """They hold whatever milestones cover, count, and stand on ladders."""
    for check in TRUTHS:
        check(walk(ASKED, None, facts))
