"""Finding by name: exact, other name, begun, part; refused with the candidates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import Ambiguous, NotFound
from tracker.text.names import Choice, Name, choose, split_aka

NAMES = (
    Name(
        "fastai",
        "Practical Deep Learning for Coders",
        aka=("fast",),
        by="Jeremy Howard",
    ),
    Name("fast-track", "AI safety fast track"),
    Name(
        "ziegler-2019",
        "Fine-Tuning Language Models from Human Preferences",
        by="Ziegler et al.",
        begun=True,
    ),
    Name(
        "ziegler-2022",
        "Adversarial Training for High-Stakes Reliability",
        by="Ziegler et al.",
    ),
    Name(
        "ppo",
        "Proximal Policy Optimization",
        aka=("PPO-paper",),
        by="Schulman",
        begun=True,
    ),
)


@pytest.mark.parametrize(
    ("typed", "choice"),
    [
        ("fastai", Choice("fastai", "exact")),
        ("FastAI", Choice("fastai", "exact")),
        ("fast", Choice("fastai", "aka")),
        ("ppo-paper", Choice("ppo", "aka")),
        ("ziegler", Choice("ziegler-2019", "begun")),
        ("human  preferences", Choice("ziegler-2019", "begun")),
        ("2022", Choice("ziegler-2022", "part")),
        ("howard", Choice("fastai", "part")),
        ("coders", Choice("fastai", "part")),
        ("track", Choice("fast-track", "part")),
        ("fast track", Choice("fast-track", "exact")),
        ("PPO paper", Choice("ppo", "aka")),
        ("hi", Choice("ziegler-2022", "part")),
    ],
)
def test_choice(typed: str, choice: Choice) -> None:
    """The exact name wins, then another name, then an item begun, then any part."""
    assert choose(typed, NAMES) == choice


def test_two_matches() -> None:
    """A name that fits two items is refused with both."""
    with pytest.raises(Ambiguous) as caught:
        choose("fas", NAMES)

    assert caught.value.message == "'fas' could be fast-track or fastai."
    assert caught.value.hint == "Type more of the name."
    assert caught.value.candidates == ("fast-track", "fastai")


@pytest.mark.parametrize("typed", ["e", "en", "%", "-"])
def test_short_and_within_a_word(typed: str) -> None:
    """One or two letters match only at the beginning of a word."""
    with pytest.raises(NotFound):
        choose(
            typed,
            [Name("fastai", "Deep Learning at 90%", by="Jeremy Howard", begun=True)],
        )


def test_two_begun() -> None:
    """Two matches among the items begun are refused with all matches."""
    names = [
        Name("a-one", "One", begun=True),
        Name("a-two", "Two", begun=True),
        Name("a-three", "Three"),
    ]

    with pytest.raises(Ambiguous, match="'a-' could be a-one, a-three or a-two"):
        choose("a-", names)


def test_same_other_name() -> None:
    """Another name that two items share is refused with both."""
    with pytest.raises(Ambiguous, match="could be a or b"):
        choose("x", [Name("a", "A", ("x",)), Name("b", "B", ("x",))])


def test_many_matches() -> None:
    """Of many matches six are shown and the rest is counted; all are candidates."""
    with pytest.raises(Ambiguous) as caught:
        choose("unit", [Name(f"unit-{at:02}", "") for at in range(15)])

    assert (
        caught.value.message
        == "'unit' could be unit-00, unit-01, unit-02, unit-03, unit-04, unit-05 and 9 more."
    )
    assert len(caught.value.candidates) == 15


def test_none_but_near() -> None:
    """A name that matches nothing is refused with the nearest names."""
    with pytest.raises(NotFound) as caught:
        choose("fastia", NAMES)

    assert caught.value.message == "There is no item called 'fastia'."
    assert caught.value.hint == "Did you mean fastai?"


def test_left_items_do_not_block() -> None:
    """A part of the name of an item that was dropped means it only if it means no other."""
    names = [
        Name("fast-course", "From an import", begun=True, left=True),
        Name("fastai", "Practical Deep Learning"),
    ]

    assert choose("fas", names) == Choice("fastai", "part")
    assert choose("fast-c", names) == Choice("fast-course", "begun")
    assert choose("fast-course", names) == Choice("fast-course", "exact")


@pytest.mark.parametrize("typed", ["qqqq", "", "  "])
def test_none_near(typed: str) -> None:
    """If no name is near, the hint says how to search."""
    with pytest.raises(NotFound) as caught:
        choose(typed, NAMES)

    assert caught.value.hint == "To search, type: tracker items --search WORD"


def test_none_of_another_kind() -> None:
    """Names that are not items are listed instead."""
    with pytest.raises(NotFound) as caught:
        choose("qqqq", [Name("maths", "Maths"), Name("coding", "Coding")], "skill")

    assert caught.value.message == "There is no skill called 'qqqq'."
    assert caught.value.hint == "Type coding or maths."


@pytest.mark.parametrize(
    ("what", "hint"),
    [
        ("skill", "To list them all, type: tracker skills"),
        ("track", "Type a, b, c, d, e, f or g."),
    ],
)
def test_none_of_many(what: str, hint: str) -> None:
    """More than six names are left to the command that lists them, if there is one."""
    with pytest.raises(NotFound) as caught:
        choose("qqqq", [Name(slug, slug) for slug in "abcdefg"], what)

    assert caught.value.hint == hint


def test_no_names() -> None:
    """Without candidates, nothing is found."""
    with pytest.raises(NotFound):
        choose("x", [], "role")


@given(
    st.text(),
    st.lists(
        st.builds(
            Name, st.text(min_size=1), st.text(), by=st.text(), begun=st.booleans()
        )
    ),
)
def test_any_name(typed: str, names: list[Name]) -> None:
    """Any input chooses a candidate or is refused."""
    try:
        assert choose(typed, names).slug in {name.slug for name in names}
    except (Ambiguous, NotFound) as error:
        assert error.hint


@pytest.mark.parametrize(
    ("description", "names"),
    [
        (
            "Does work; also called research engineer.",
            ("research engineer", "research-engineer"),
        ),
        ("Also a lead.", ()),
        ("A role, also called RE or hand. More.", ("RE", "hand")),
    ],
)
def test_other_names_in_a_description(description: str, names: tuple[str, ...]) -> None:
    """Other names in a description are found, with blanks or dashes."""
    assert split_aka(description) == names
