"""`page`."""

import sys
import webbrowser
from pathlib import Path

from tracker.app import App
from tracker.command import command, option
from tracker.database.library import library
from tracker.errors import Unreadable
from tracker.output import print_document
from tracker.page.page_file import check_page_place, default_place, write_page
from tracker.page.service.page import read_page
from tracker.page.view.page import change_commands, page_html
from tracker.page.view.page_file import PageFile, page_file_text
from tracker.page.view.page_json import page_data
from tracker.text.screen import is_terminal


@command("page", examples="tracker page\ntracker page -o study.html")
@option(
    "-o",
    "--output",
    metavar="FILE",
    help="Write to this file, and do not open it; - prints the page (default: "
    "page.html beside the database).",
)
@option("--force", is_flag=True, help="Replace a file that is not a page of tracker.")
def page(app: App, output: str | None, force: bool) -> None:
    """Write a page about your record, and open it in your browser.

    It shows your last 52 weeks, how ready you are for your target, the map of the road
    there, your plans and forecasts. The page is for you: nothing is sent, and others
    who use this machine cannot read the file.

    With --json its facts are printed, and no file is written.
    """
    if app.as_json and output:
        reason = "--json prints the facts of the page and writes no file."
        raise Unreadable(reason, "Leave -o out.", without=["-o"])
    if output and output != "-":
        check_page_place(Path(output), app.path, force=force)
    with library(app) as db:
        answer = read_page(db, app.now, app.today, app.settings)
    if app.as_json:
        app.show("page", answer, page_data, page_html)
        return
    html = change_commands(page_html(answer), app.with_db_option)
    if output == "-":
        print_document(html)
        return
    place = Path(output or default_place(app.path))
    if not output:
        # Its folder is that of the database, which is made above.
        check_page_place(place, app.path, force=force)
    app.print_text(page_file_text(_write(app, place, html, can_open=not output)))


def _write(app: App, place: Path, html: str, *, can_open: bool) -> PageFile:
    """Write the page, and show it in a browser where somebody can see it."""
    size, address = write_page(place, html), place.resolve().as_uri()
    app.file = str(place)
    is_opened = can_open and is_terminal(sys.stdout) and webbrowser.open(address)
    return PageFile(place, size, address, is_opened)
