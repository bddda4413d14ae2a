"""Addresses that only the person's own machine can open."""

import pytest

from tracker.text.evidence import is_own_machine


@pytest.mark.parametrize(
    "place",
    [
        "file:///home/me/tf",
        "localhost:4000/x",
        "http://localhost",
        "http://me@LOCALHOST:80/x",
        "blog.localhost/x",
        "127.0.0.1",
        "https://127.1.2.3:8000/?q",
        "0.0.0.0:4000",
        "http://[::1]:4000/",
        "~/tf",
        "~me/tf",
        "/home/me/tf",
        "./tf",
        "../tf",
        "C:\\tf",
        "c:/tf",
    ],
)
def test_own_machine(place: str) -> None:
    """A file, a path on a disk and the names of the machine itself are private."""
    assert is_own_machine(place)


@pytest.mark.parametrize(
    "place",
    [
        "",
        "u",
        "https://git.example/me/localhost",
        "https://localhost.example/x",
        "localhosting.example",
        "127.0.0.1.example/x",
        "//git.example/me",
        "~300 pairs",
        "doi:10.1000/182",
        "Jane Doe, by mail",
        "on request",
        "coming-soon",
        "git@git.example:me/tf",
    ],
)
def test_anywhere_else(place: str) -> None:
    """An address that others may open is not taken for the own machine."""
    assert not is_own_machine(place)
