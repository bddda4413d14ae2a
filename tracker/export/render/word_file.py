"""An empty file of Word with our page and styles, and a file as bytes."""

import io
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordFile
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor

PAGE = Cm(21), Cm(29.7)  # A4
MARGIN, TOP = Cm(2), Cm(1.8)
TEXT_WIDTH = Length(PAGE[0] - 2 * MARGIN)
INK = RGBColor(0x1C, 0x1C, 0x1C)
GREY = "A6A6A6"
# The space in a cell above, left of, below and right of its text, in twentieths of a
# point.
CELL_SPACE = ("30", "0", "30", "160")
LINK_COLOUR = RGBColor(0x0B, 0x57, 0xA4)
NAME_SIZE = Pt(22)  # of the person's name, at the head
# The size of each level of headings, and the space before it, in points.
HEADINGS = {1: (14, 4), 2: (12, 10), 3: (10.5, 5)}
_PROPERTY = 255  # letters of a property at most
# The Word whose layout is meant; with an older one it shows "Compatibility Mode".
_WORD_2013 = "15"


def new_file(title: str, author: str) -> WordFile:
    """A file without text; its properties name its title and author, and no day."""
    file = docx.Document()
    file.core_properties._element.clear()  # also the day of its template
    file.core_properties.title = title[:_PROPERTY]
    file.core_properties.author = author[:_PROPERTY]
    section = file.sections[0]
    section.page_width, section.page_height = PAGE
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = TOP
    _set_defaults(file)
    _set_headings(file)
    _set_tables(file)
    return file


def _set_defaults(file: WordFile) -> None:
    """British English, one typeface, 10 points, little space after a paragraph."""
    defaults = file.styles.element.find(qn("w:docDefaults"))
    for language in defaults.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    for fonts in defaults.iter(qn("w:rFonts")):
        fonts.set(qn("w:asciiTheme"), "majorHAnsi")  # that of the headings
        fonts.set(qn("w:hAnsiTheme"), "majorHAnsi")
    for spacing in defaults.iter(qn("w:spacing")):
        spacing.set(qn("w:after"), "80")  # twentieths of a point
        spacing.set(qn("w:line"), "240")  # a line
    file.styles["Normal"].font.size = Pt(10)
    file.styles["Body Text"].paragraph_format.space_after = Pt(0)
    for setting in file.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _WORD_2013)


def _set_headings(file: WordFile) -> None:
    """Dark headings; a day after a tab stands at the right edge."""
    for level, (size, before) in HEADINGS.items():
        style = file.styles[f"Heading {level}"]
        style.font.size = Pt(size)
        style.font.color.rgb = INK
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(2)
    stops = file.styles["Heading 3"].paragraph_format.tab_stops
    stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)


def _set_tables(file: WordFile) -> None:
    """Grey lines between rows, none between columns; text begins at the margin."""
    style = file.styles["Table Grid"].element
    borders = next(style.iter(qn("w:tblBorders")))
    for border in list(borders):
        border.set(qn("w:color"), GREY)
        if border.tag in (qn("w:left"), qn("w:right"), qn("w:insideV")):
            borders.remove(border)
    space = dict(zip(("top", "left", "bottom", "right"), CELL_SPACE, strict=True))
    margins = next(style.iter(qn("w:tblCellMar")))
    for side, twentieths in space.items():
        margins.find(qn(f"w:{side}")).set(qn("w:w"), twentieths)


def packed(file: WordFile) -> bytes:
    """The file as bytes, without the time at which it was made."""
    made, answer = io.BytesIO(), io.BytesIO()
    file.save(made)
    with ZipFile(made) as parts, ZipFile(answer, "w") as out:
        for name in parts.namelist():
            out.writestr(ZipInfo(name), parts.read(name), ZIP_DEFLATED)
    return answer.getvalue()
