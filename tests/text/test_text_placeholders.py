"""Placeholders in capitals: shown in help and hints, refused as values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Tracker
from tracker.choices import EVIDENCE_KINDS
from tracker.errors import Unreadable
from tracker.text.evidence import parse_evidence, placeholder_of
from tracker.text.names import Name, choose
from tracker.text.placeholders import PLACEHOLDERS, check_no_placeholder


@pytest.mark.parametrize("word", PLACEHOLDERS)
def test_refused(word: str) -> None:
    """A placeholder is refused as it is, with blanks around it too."""
    for text in (word, f" {word} "):
        with pytest.raises(Unreadable, match=f"^{word} is a placeholder"):
            check_no_placeholder(text)


@given(st.sampled_from(sorted(PLACEHOLDERS)), st.sampled_from(["my ", "x", "a/"]))
def test_only_the_word_alone(word: str, prefix: str) -> None:
    """In other case, or as a part of a text, the same letters are a value."""
    for text in (word.lower(), word.title(), prefix + word, ""):
        check_no_placeholder(text)


def test_the_example_is_none() -> None:
    """No example in a hint is a placeholder, so that the hint can be followed."""
    for example in PLACEHOLDERS.values():
        check_no_placeholder(example)


@pytest.mark.parametrize(
    ("text", "is_refused"),
    [
        ("...", True),
        ("…", True),
        ("https://...", True),
        ("git.example/...", True),
        ("<url>", True),
        ("<your repo>", True),
        ("https://git.example/<you>/tf", True),
        ("<https://git.example/you>", False),
        ("stuck...", False),
        ("a.../b", False),
        ("x < y > z", False),
        ("<b>bold</b> words", False),
        ("git.example/a..b", False),
    ],
)
def test_left_open(text: str, is_refused: bool) -> None:
    """What is left open is refused: angle brackets, and three dots for an address."""
    if is_refused:
        with pytest.raises(Unreadable, match="is a placeholder, to be replaced"):
            check_no_placeholder(text)
    else:
        check_no_placeholder(text)


@pytest.mark.parametrize("kind", EVIDENCE_KINDS)
def test_evidence(kind: str) -> None:
    """What stands for the place of any kind of evidence is refused as that place."""
    word = placeholder_of(kind)
    with pytest.raises(Unreadable) as refused:
        parse_evidence(f"{kind}:{word}")

    assert refused.value.message == f"{word} is a placeholder, to be replaced."
    assert f"{kind}:{PLACEHOLDERS[word]}" in refused.value.hint


def test_evidence_of_any_placeholder() -> None:
    """A place can be no placeholder of another kind either, and `KIND` is no kind."""
    for text in ("letter:URL", "repo:WHO", "post: URL ", "KIND:WHERE"):
        with pytest.raises(Unreadable):
            parse_evidence(text)


@pytest.mark.parametrize("kind", EVIDENCE_KINDS)
def test_evidence_that_is_followed(kind: str) -> None:
    """The example that the hint gives for a kind is read as that kind."""
    example = PLACEHOLDERS[placeholder_of(kind)]

    assert parse_evidence(f"{kind}:{example}") == (kind, example)


def test_names() -> None:
    """A name to choose by is no placeholder; a slug with the same letters still works."""
    names = [Name("item", "An item"), Name("url-parser", "A parser of URLs")]
    with pytest.raises(Unreadable) as refused:
        choose("ITEM", names)

    assert refused.value.hint == "Type your own in its place, for example: ppo"
    assert choose("item", names).slug == "item"
    assert choose("url", names).slug == "url-parser"


def test_example_of_an_option(tracker: Tracker) -> None:
    """The example in a hint is what the option takes, not what the word stands for."""
    words = "rate research-taste strong --by WHO --evidence letter:WHO"

    assert "for example: --by 'Ann Example'\n" in tracker(words).err
