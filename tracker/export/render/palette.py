"""The colours of pictures; that of a track is fixed by its place in the catalogue.

Tracks have to be told apart in grey too: there are five steps of lightness, and from
the sixth track on stripes, then dots. Tracks that follow one another in the catalogue,
and so in a bar, are at least two steps apart.
"""

# The colours of tracks, in the order of the catalogue.
_LIGHT_TRACKS = (
    "#0c4d53",
    "#a56a18",
    "#192958",
    "#8b3b9b",
    "#de7845",
    "#1a4f30",
    "#217cbd",
    "#50172a",
    "#6c5d0f",
    "#a684d6",
    "#832121",
    "#3c872d",
    "#1e2859",
)
_DARK_TRACKS = (
    "#158a95",
    "#e8ad5c",
    "#3a5dc6",
    "#c281cf",
    "#f5d5c5",
    "#2f8e57",
    "#83bfe9",
    "#b2345e",
    "#b19819",
    "#e2d7f2",
    "#d45151",
    "#76cc65",
    "#475bc2",
)
TRACKS = len(_LIGHT_TRACKS)
# By name: a track at its place (`c0`), text, paper, lines, and a bar of hours.
LIGHT = {f"c{place}": colour for place, colour in enumerate(_LIGHT_TRACKS)}
LIGHT |= {"ink": "#1c1c1c", "paper": "#ffffff", "faint": "#767676", "bar": "#0b5f86"}
DARK = {f"c{place}": colour for place, colour in enumerate(_DARK_TRACKS)}
DARK |= {"ink": "#e6e6e6", "paper": "#161616", "faint": "#9a9a9a", "bar": "#5db4dc"}

STEPS = 5
_TEXTURES = ("", "stripes", "dots")


def texture_of(place: int) -> str:
    """What lies over the colour of the track at `place`; empty for nothing."""
    return _TEXTURES[place % TRACKS // STEPS]
