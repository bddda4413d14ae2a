"""The picture of the demo's page in README."""

from tests.page.picture import HEIGHT, PICTURE, WIDTH


def test_picture_is_small() -> None:
    """It is as wide as a page on a screen, and loads quickly: at most 250 kB."""
    data = PICTURE.read_bytes()
    width, height = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))

    assert (width, height <= HEIGHT, len(data) <= 250_000) == (WIDTH, True, True)
